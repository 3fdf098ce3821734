//! The averaged perceptron that trains the tagger.

use onrecord::split::model::slots::Slots;
use onrecord::split::model::table::Table;
use onrecord::split::model::tag::Tag;
use onrecord::split::model::tagger::{BEFORE, LANES, Tagger, best, templates};
use onrecord::split::model::word::Word;

use crate::random::Random;
use crate::ud;

const BITS: u32 = 15;
const EPOCHS: usize = 8;

struct Learner {
    weights: Vec<[f32; LANES]>,
    /// Each weight times the step at which it was added, for the average.
    weighted: Vec<[f32; LANES]>,
}

/// Learns from `sentences`.
pub fn tagger(sentences: &[Vec<ud::Word>]) -> Tagger {
    let words: Vec<Vec<Word>> = sentences.iter().map(|sentence| looks(sentence)).collect();
    let mut learner = Learner { weights: vec![[0.0; LANES]; 1 << BITS], weighted: vec![[0.0; LANES]; 1 << BITS] };
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = Random::new(1);
    let mut slots = Vec::new();
    let mut step = 1.0_f32;
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for &at in &order {
            let mut before = [BEFORE; 2];
            for (nth, word) in sentences[at].iter().enumerate() {
                slots.clear();
                templates(&words[at], nth, before, &mut Slots::new(&mut slots, BITS));
                let mut sums = [0.0; LANES];
                for &slot in &slots {
                    for (sum, weight) in sums.iter_mut().zip(&learner.weights[slot as usize]) {
                        *sum += weight;
                    }
                }
                let guess = best(&sums);
                if guess != word.tag {
                    for &slot in &slots {
                        for (tag, by) in [(word.tag, 1.0), (guess, -1.0)] {
                            learner.weights[slot as usize][tag as usize] += by;
                            learner.weighted[slot as usize][tag as usize] += by * step;
                        }
                    }
                }
                before = [before[1], guess as u32];
            }
            step += 1.0;
        }
    }
    let averaged: Vec<[f32; LANES]> = learner
        .weights
        .iter()
        .zip(&learner.weighted)
        .map(|(now, weighted)| std::array::from_fn(|lane| now[lane] - weighted[lane] / step))
        .collect();
    Tagger { table: Table::round(&averaged) }
}

/// The share of words of `sentences` that get their tag.
pub fn accuracy(tagger: &Tagger, sentences: &[Vec<ud::Word>]) -> f32 {
    let (mut right, mut all) = (0, 0);
    let mut tags: Vec<Tag> = Vec::new();
    for sentence in sentences {
        tags.clear();
        tagger.tag(&looks(sentence), &mut tags);
        all += sentence.len();
        right += tags.iter().zip(sentence).filter(|(tag, word)| **tag == word.tag).count();
    }
    right as f32 / all as f32
}

fn looks(sentence: &[ud::Word]) -> Vec<Word> {
    let mut low = String::new();
    sentence.iter().map(|word| Word::new(&word.form, &mut low)).collect()
}
