//! The tagger gives each word of a sentence its part of speech, from left to right.

use super::dictionary::Known;
use super::slots::{Slots, Taking};
use super::table::{Lined, Table};
use super::tag::Tag;
use super::word::Word;

/// Room for a weight for each tag in a row.
pub const LANES: usize = 64;

/// Weights for the tags, numbered as in [`Tag::ALL`].
#[derive(Debug, Clone)]
pub struct Tagger {
    /// One lane a tag; lanes beyond are unused.
    pub table: Table<LANES>,
    /// Words that need no weights: half of all that stand in news.
    pub known: Known,
    lined: Lined,
}

impl Default for Tagger {
    fn default() -> Self {
        Self::new(Table::default(), Known::default())
    }
}

impl Tagger {
    /// With these weights.
    pub fn new(table: Table<LANES>, known: Known) -> Self {
        let lined = Lined::new(&table);
        Self {
            table,
            known,
            lined,
        }
    }

    /// Appends the tags of the words of one sentence to `tags`.
    pub fn tag(&self, words: &[Word], tags: &mut Vec<Tag>) {
        let bits = self.table.bits();
        let mut slots = Vec::with_capacity(48);
        let mut before = [BEFORE; 2];
        for at in 0..words.len() {
            let best = if let Some(tag) = self.known.of(words[at].low) {
                tag
            } else {
                slots.clear();
                templates(words, at, before, &mut Slots::new(&mut slots, bits));
                best(&self.lined.sums(&slots))
            };
            tags.push(best);
            before = [before[1], best as u32];
        }
    }
}

/// Stands for the tags before a sentence.
pub const BEFORE: u32 = 99;

/// The tag with the highest score.
pub fn best<S: PartialOrd>(scores: &[S; LANES]) -> Tag {
    let mut best = (Tag::default(), &scores[0]);
    for (&tag, score) in Tag::ALL.iter().zip(scores) {
        if score > best.1 {
            best = (tag, score);
        }
    }
    best.0
}

/// The features of the word `at`, the two tags before it known.
pub fn templates(words: &[Word], at: usize, before: [u32; 2], slots: &mut Slots<'_, impl Taking>) {
    let none = Word::default();
    let near = |by: isize| {
        at.checked_add_signed(by)
            .and_then(|at| words.get(at))
            .unwrap_or(&none)
    };
    let (l2, l1, w, r1, r2) = (near(-2), near(-1), near(0), near(1), near(2));
    let first = u32::from(at == 0);
    let kind = u32::from(w.digit)
        | u32::from(w.hyphen) << 1
        | u32::from(w.capital) << 2
        | u32::from(w.upper) << 3;
    let [s1, s2, s3, s4] = w.suffix;
    let [p2, p4] = w.prefix;
    let [t2, t1] = before;

    slots.add([w.low]);
    slots.add([s1]);
    slots.add([s2]);
    slots.add([s3]);
    slots.add([s4]);
    slots.add([p2]);
    slots.add([p4]);
    slots.add([w.shape, first]);
    slots.add([kind]);

    slots.add([l1.low]);
    slots.add([r1.low]);
    slots.add([l2.low]);
    slots.add([r2.low]);
    slots.add([l1.low, w.low]);
    slots.add([w.low, r1.low]);
    slots.add([l1.low, r1.low]);
    slots.add([l2.low, l1.low]);
    slots.add([r1.low, r2.low]);
    slots.add([l1.suffix[2]]);
    slots.add([r1.suffix[2]]);
    slots.add([l2.suffix[2]]);
    slots.add([r2.suffix[2]]);
    slots.add([l1.suffix[1], s2]);
    slots.add([s2, r1.suffix[1]]);
    slots.add([l1.suffix[2], s3]);
    slots.add([s3, l1.suffix[1], r1.suffix[1]]);
    slots.add([l1.shape, w.shape]);
    slots.add([w.shape, r1.shape]);

    slots.add([t1]);
    slots.add([t2, t1]);
    slots.add([t1, w.low]);
    slots.add([t1, s3]);
    slots.add([t1, r1.low]);
    slots.add([t2, t1, w.low]);
    slots.add([t1, s2, r1.suffix[1]]);
    slots.add([t1, r1.suffix[2]]);
}
