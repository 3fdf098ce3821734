//! A sketch: ten small numbers made from the words of an article, most of them the same for the same story.
//!
//! A story is its runs of five words. Each run is a number, each number falls into one of ten lanes, and the smallest in
//! a lane stands for it (one-permutation min-hash): two articles agree in a lane about as often as they share runs. The
//! sketch finds who may tell the same story; the runs themselves, made again from the texts, decide.

use crate::article::Article;

/// Words in a run.
const RUN: usize = 5;
/// Fewer runs than this are a brief, and two briefs are alike by chance.
const FEWEST: usize = 25;
/// Lanes in a sketch, and those in each of its two numbers.
pub(super) const LANES: usize = 2 * HALF;
const HALF: usize = 5;
/// The bits of a lane.
pub(super) const BITS: usize = 12;
/// Those of them that are looked up: few terms take little to write, and of ten articles that share one the sketches
/// tell which.
const LOOKED_UP: usize = 10;

/// The runs of words of an article, each as a number, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Runs(Vec<u64>);

/// The sketch of an article, as the two numbers that are kept; nought where there is too little to tell.
pub(super) fn of(article: &Article) -> [u64; 2] {
    let mut lanes = [u64::MAX; LANES];
    let mut first = Vec::with_capacity(2 * FEWEST);
    each_run(article, |run| {
        if first.len() < 2 * FEWEST {
            first.push(run);
        }
        let mixed = (run ^ run >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
        // The high bits choose the lane, the others the place in it.
        let lane = usize::try_from(((mixed >> 32) * LANES as u64) >> 32).unwrap_or(0);
        lanes[lane] = lanes[lane].min((mixed & 0xffff_ffff).wrapping_mul(0x9e37_79b9) >> 8);
    });
    // Few repeat themselves from the beginning.
    if Runs::sorted(first).0.len() < FEWEST && Runs::of(article).0.len() < FEWEST {
        return [0; 2];
    }
    let mut halves = [0; 2];
    for (nth, least) in lanes.into_iter().enumerate() {
        if least != u64::MAX {
            // Nought is for a lane that nothing fell into.
            let value = least % ((1 << BITS) - 1) + 1;
            halves[nth / HALF] |= value << (nth % HALF * BITS);
        }
    }
    halves
}

/// Hands on the runs as they come.
fn each_run(article: &Article, mut hand_on: impl FnMut(u64)) {
    let mut run = [0; RUN];
    let mut count = 0;
    let mut take = |word| {
        run.rotate_left(1);
        run[RUN - 1] = word;
        count += 1;
        if count >= RUN {
            let number = run.iter().fold(0_u64, |number, word| {
                (number.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
            });
            hand_on(number ^ number >> 29);
        }
    };
    for span in &article.body {
        each_word(span.of(&article.text), &mut take);
    }
}

impl Runs {
    pub(super) fn of(article: &Article) -> Self {
        let mut runs = Vec::with_capacity(article.text.len() / 5);
        each_run(article, |run| runs.push(run));
        Self::sorted(runs)
    }

    fn sorted(mut runs: Vec<u64>) -> Self {
        runs.sort_unstable();
        runs.dedup();
        Self(runs)
    }

    /// Whether both tell the same story in the same words: the shorter has most of its runs from the longer, and is no
    /// mere part of it. A paragraph or a quote in common is far from that.
    pub(super) fn same_story(&self, other: &Self) -> bool {
        let (short, long) = (
            self.0.len().min(other.0.len()),
            self.0.len().max(other.0.len()),
        );
        if short < FEWEST || 3 * short < long {
            return false;
        }
        5 * self.shared(other) >= 3 * short
    }

    fn shared(&self, other: &Self) -> usize {
        let (mut one, mut two, mut shared) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.0.get(one), other.0.get(two)) {
            shared += usize::from(a == b);
            one += usize::from(a <= b);
            two += usize::from(b <= a);
        }
        shared
    }
}

/// The values of the lanes of a sketch, nought where there is none.
pub(super) fn lanes(halves: [u64; 2]) -> [u16; LANES] {
    std::array::from_fn(|nth| {
        let value = halves[nth / HALF] >> (nth % HALF * BITS) & ((1 << BITS) - 1);
        u16::try_from(value).unwrap_or(0)
    })
}

/// In how many lanes two sketches agree.
pub(super) fn agree(one: [u64; 2], other: [u64; 2]) -> usize {
    let pairs = lanes(one).into_iter().zip(lanes(other));
    pairs
        .filter(|(one, other)| one == other && *one > 0)
        .count()
}

/// The lanes of a sketch as terms: each with its place and the first bits of its value, those that nothing fell into
/// left out.
pub(super) fn terms(halves: [u64; 2]) -> impl Iterator<Item = u64> {
    let lanes = lanes(halves).into_iter();
    lanes
        .zip(0_u64..)
        .filter(|&(value, _)| value > 0)
        .map(|(value, place)| place << LOOKED_UP | u64::from(value) >> (BITS - LOOKED_UP))
}

/// Hands on each word as a number, whatever its case and marks.
fn each_word(text: &str, mut hand_on: impl FnMut(u64)) {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    let mut hash = START;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || !c.is_ascii() && c.is_alphanumeric() {
            hash = (hash ^ u64::from(c.to_ascii_lowercase())).wrapping_mul(0x100_0000_01b3);
        } else if !matches!(c, '\'' | '’') && hash != START {
            hand_on(hash);
            hash = START;
        }
    }
    if hash != START {
        hand_on(hash);
    }
}

#[cfg(test)]
mod tests {
    use super::{LANES, Runs, agree, of, terms};
    use crate::article::Article;
    use crate::text::Span;

    /// A story of `range` numbered sentences that no other story has.
    fn story(name: &str, range: std::ops::Range<usize>) -> String {
        let sentence = |nth| {
            format!("In {name} the clerk read line {nth}{name} of the {nth}{name}th bill aloud. ")
        };
        range.map(sentence).collect::<Vec<_>>().concat()
    }

    fn article(text: &str) -> Article {
        Article {
            text: text.to_owned(),
            body: vec![Span::whole(text)],
            ..Article::default()
        }
    }

    #[track_caller]
    fn case(one: &str, other: &str, same: bool) {
        let (one, other) = (article(one), article(other));
        assert_eq!(Runs::of(&one).same_story(&Runs::of(&other)), same);
        assert_eq!(Runs::of(&other).same_story(&Runs::of(&one)), same);
        if same {
            let (one, other) = (of(&one), of(&other));
            let agree = agree(one, other);
            assert!(agree >= 2, "the sketch finds it: {agree} of {LANES}");
            let shared = terms(one).filter(|term| terms(other).any(|known| known == *term));
            assert!(shared.count() >= agree, "it is looked up");
        }
    }

    #[test]
    fn the_same_story_cut_and_set_otherwise() {
        let whole = story("a", 0..20);
        case(&whole, &whole, true);
        case(&whole, &whole.to_uppercase().replace('.', " —"), true);
        case(&whole, &story("a", 0..12), true);
        case(&whole, &(story("a", 0..14) + &story("own", 0..5)), true);
    }

    #[test]
    fn a_part_in_common_is_not_the_same_story() {
        let common = story("boilerplate", 0..4);
        case(
            &(story("a", 0..10) + &common),
            &(story("b", 0..10) + &common),
            false,
        );
        // A quote out of a long story, however often it is printed.
        case(&story("a", 0..20), &story("a", 3..5), false);
        case(&story("a", 0..1), &story("a", 0..1), false);
        case("", "", false);
    }

    #[test]
    fn what_repeats_itself_is_told_by_what_does_not() {
        let (short, long) = (story("a", 0..1), story("b", 0..9));
        for (text, enough) in [
            (String::new(), false),
            (short.repeat(9), false),
            (short.repeat(9) + &long, true),
            (long.repeat(2), true),
        ] {
            assert_eq!(of(&article(&text)) != [0; 2], enough, "{text}");
        }
        // No run leads from the end of the second to its beginning that the third has not.
        let (two, three) = (article(&long.repeat(2)), article(&long.repeat(3)));
        assert_eq!(of(&two), of(&three));
    }
}
