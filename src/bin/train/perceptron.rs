//! The averaged perceptron that trains the tagger.

use std::collections::BTreeMap;

use onrecord::split::model::dictionary::Known;
use onrecord::split::model::slots::Slots;
use onrecord::split::model::table::Table;
use onrecord::split::model::tag::Tag;
use onrecord::split::model::tagger::{BEFORE, LANES, Tagger, best, templates};
use onrecord::split::model::word::Word;

use crate::random::Random;
use crate::ud;

const BITS: u32 = 16;
const EPOCHS: usize = 8;

/// How often a word has to stand to be remembered with its tag, and which share of the time it has to have it.
const OFTEN: usize = 10;
const SURE: f32 = 0.995;

/// Weights that are averaged over all steps.
pub(crate) struct Averaged<const N: usize> {
    weights: Vec<[f32; N]>,
    /// Each weight times the step at which it was added.
    weighted: Vec<[f32; N]>,
    pub(crate) step: f32,
}

impl<const N: usize> Averaged<N> {
    pub(crate) fn new(bits: u32) -> Self {
        Self {
            weights: vec![[0.0; N]; 1 << bits],
            weighted: vec![[0.0; N]; 1 << bits],
            step: 1.0,
        }
    }

    pub(crate) fn score(&self, slots: &[u32]) -> [f32; N] {
        let mut sums = [0.0; N];
        for &slot in slots {
            for (sum, weight) in sums.iter_mut().zip(&self.weights[slot as usize]) {
                *sum += weight;
            }
        }
        sums
    }

    pub(crate) fn update(&mut self, slots: &[u32], truth: usize, guess: usize) {
        for &slot in slots {
            for (lane, by) in [(truth, 1.0), (guess, -1.0)] {
                self.weights[slot as usize][lane] += by;
                self.weighted[slot as usize][lane] += by * self.step;
            }
        }
    }

    pub(crate) fn average(&self) -> Vec<[f32; N]> {
        let rows = self.weights.iter().zip(&self.weighted);
        rows.map(|(now, weighted)| {
            std::array::from_fn(|lane| now[lane] - weighted[lane] / self.step)
        })
        .collect()
    }
}

/// Learns from `sentences`.
pub(crate) fn tagger(sentences: &[Vec<ud::Word>]) -> Tagger {
    let words: Vec<Vec<Word>> = sentences.iter().map(|sentence| looks(sentence)).collect();
    let known = known(sentences, &words);
    let mut weights: Averaged<LANES> = Averaged::new(BITS);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = Random::new(1);
    let mut slots = Vec::new();
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for &at in &order {
            let mut before = [BEFORE; 2];
            for (nth, word) in sentences[at].iter().enumerate() {
                let guess = known.of(words[at][nth].low).unwrap_or_else(|| {
                    slots.clear();
                    templates(&words[at], nth, before, &mut Slots::new(&mut slots, BITS));
                    let guess = best(&weights.score(&slots));
                    if guess != word.tag {
                        weights.update(&slots, word.tag as usize, guess as usize);
                    }
                    guess
                });
                before = [before[1], guess as u32];
            }
            weights.step += 1.0;
        }
    }
    Tagger::new(Table::round(&weights.average()), known)
}

/// The words that stand often and have one tag.
fn known(sentences: &[Vec<ud::Word>], words: &[Vec<Word>]) -> Known {
    let mut tags: BTreeMap<u32, Vec<(Tag, usize)>> = BTreeMap::new();
    for (word, look) in sentences.iter().flatten().zip(words.iter().flatten()) {
        let tags = tags.entry(look.low).or_default();
        match tags.iter_mut().find(|(tag, _)| *tag == word.tag) {
            Some((_, count)) => *count += 1,
            None => tags.push((word.tag, 1)),
        }
    }
    let sure = tags.into_iter().filter_map(|(word, tags)| {
        let all: usize = tags.iter().map(|(_, count)| count).sum();
        let &(tag, most) = tags.iter().max_by_key(|(_, count)| count)?;
        (all >= OFTEN && most as f32 >= SURE * all as f32).then_some((word, tag))
    });
    Known::new(sure.collect())
}

/// The share of words of `sentences` that get their tag.
pub(crate) fn accuracy(tagger: &Tagger, sentences: &[Vec<ud::Word>]) -> f32 {
    let (mut right, mut all) = (0, 0);
    let mut tags: Vec<Tag> = Vec::new();
    for sentence in sentences {
        tags.clear();
        tagger.tag(&looks(sentence), &mut tags);
        all += sentence.len();
        right += tags
            .iter()
            .zip(sentence)
            .filter(|(tag, word)| **tag == word.tag)
            .count();
    }
    right as f32 / all as f32
}

/// The words as the templates see them.
fn looks(sentence: &[ud::Word]) -> Vec<Word> {
    let mut low = String::new();
    sentence
        .iter()
        .map(|word| Word::new(&word.form, &mut low))
        .collect()
}
