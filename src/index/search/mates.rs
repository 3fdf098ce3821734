//! Which passages may have to be shown as one with others: with the quotes of their claim, or with the same words printed
//! elsewhere. Most passages of an archive have no such mate, and need not be compared with anything.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;
use std::sync::Arc;

use tantivy::DocId;

use super::rank::Itself;
use super::segment::{Segment, Values};
use crate::error::Result;

/// The mates of every passage of an index.
pub(super) struct Mates {
    parts: Vec<Part>,
    /// Where the documents of each group begin in `members`, and end where those of the next begin.
    starts: Vec<u32>,
    /// The documents that print the same words as others, by group, then by part of the index, then in order.
    members: Vec<(u32, DocId)>,
}

/// The mates of the passages of one part of the index.
pub(super) struct Part {
    /// The number of those that print the same words, nought where nobody else does.
    groups: Vec<u32>,
    /// Those that have such a number.
    pub(super) printed: Bits,
    /// Those of which another passage of the article has the same attribution.
    pub(super) reported: Bits,
    /// How far behind each of these the next of them is, nought where none is: in a byte, which is soon fetched.
    next: Vec<u8>,
    /// The next where it is [`FAR`] behind.
    far: HashMap<DocId, DocId>,
}

impl Part {
    /// The number of the group of those that print the same words.
    pub(super) fn words(&self, doc: DocId) -> u32 {
        self.groups[doc as usize]
    }

    /// The next passage of the article with the same attribution.
    pub(super) fn next(&self, doc: DocId) -> Option<DocId> {
        match self.next[doc as usize] {
            0 => None,
            FAR => self.far.get(&doc).copied(),
            behind => Some(doc + DocId::from(behind)),
        }
    }
}

/// Values of a column that are read together.
const TOGETHER: u32 = 1 << 10;
/// Bits a document in the tables of words seen: of ten words that nobody else prints, nine are told to be such.
const BITS: usize = 8;
/// So far behind or further.
const FAR: u8 = u8::MAX;
/// Attributions of one article that are told apart fast.
const TOLD: usize = 1 << 16;

impl Mates {
    pub(super) fn of(segments: &[Segment]) -> Result<Self> {
        let documents = segments.iter().map(|segment| segment.max_doc() as usize);
        let mut seen = Seen::by(documents.sum());
        for segment in segments {
            each(segment.same()?, segment.max_doc(), |_, words| {
                seen.insert(words);
            });
        }
        seen.once = Bits::new(0);
        let mut numbers = HashMap::<u64, u32, BuildHasherDefault<Itself>>::default();
        // How many have each number; nobody has nought.
        let mut counts: Vec<u32> = vec![0];
        let mut groups = Vec::with_capacity(segments.len());
        for segment in segments {
            let mut group = vec![0; segment.max_doc() as usize];
            each(segment.same()?, segment.max_doc(), |doc, words| {
                if seen.twice(words) {
                    let new = u32::try_from(counts.len()).unwrap_or(u32::MAX);
                    let number = *numbers.entry(words).or_insert(new);
                    if number == new {
                        counts.push(0);
                    }
                    counts[number as usize] += 1;
                    group[doc as usize] = number;
                }
            });
            groups.push(group);
        }
        let mut starts = Vec::with_capacity(counts.len() + 1);
        let mut start = 0;
        for count in &mut counts {
            starts.push(start);
            start += if *count > 1 { *count } else { 0 };
        }
        starts.push(start);
        let mut ends = starts.clone();
        let mut members = vec![(0, 0); start as usize];
        for (part, group) in (0..).zip(&mut groups) {
            for (doc, number) in (0..).zip(group) {
                if counts[*number as usize] < 2 {
                    // Nobody else had the same words after all.
                    *number = 0;
                } else {
                    let end = &mut ends[*number as usize];
                    members[*end as usize] = (part, doc);
                    *end += 1;
                }
            }
        }
        let mut parts = Vec::with_capacity(segments.len());
        for (segment, groups) in segments.iter().zip(groups) {
            let mut printed = Bits::new(groups.len());
            for (doc, &words) in groups.iter().enumerate() {
                if words > 0 {
                    printed.insert(doc);
                }
            }
            let (reported, next, far) = reported(segment)?;
            if segment.begins.get().is_none() {
                let _ = segment.begins.set(Arc::new(begins(segment)?));
            }
            parts.push(Part {
                groups,
                printed,
                reported,
                next,
                far,
            });
        }
        Ok(Self {
            parts,
            starts,
            members,
        })
    }

    /// The mates of one part of the index.
    pub(super) fn of_part(&self, nth: usize) -> &Part {
        &self.parts[nth]
    }

    /// How many numbers of groups there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The documents of a group, each with its part of the index.
    pub(super) fn members(&self, group: u32) -> &[(u32, DocId)] {
        let at = |nth: u32| self.starts.get(nth as usize).map_or(0, |&at| at as usize);
        let range: Range<usize> = at(group)..at(group + 1);
        self.members.get(range).unwrap_or(&[])
    }
}

/// The documents that are no passages.
fn begins(segment: &Segment) -> Result<Bits> {
    let mut begins = Bits::new(segment.max_doc() as usize);
    each(segment.nth()?, segment.max_doc(), |doc, nth| {
        if nth == 0 {
            begins.insert(doc as usize);
        }
    });
    Ok(begins)
}

/// The passages that share an attribution with another of their article, and how far behind each the next one is.
fn reported(segment: &Segment) -> Result<(Bits, Vec<u8>, HashMap<DocId, DocId>)> {
    let places = segment.nth()?;
    let size = segment.max_doc() as usize;
    let (mut reported, mut next, mut far) = (Bits::new(size), vec![0; size], HashMap::new());
    // The document that had each attribution of the article at hand last.
    let mut article = 0;
    let mut last: Vec<DocId> = Vec::new();
    let mut more: HashMap<u64, DocId> = HashMap::new();
    let column = segment.attribution()?;
    each(column, segment.max_doc(), |doc, attribution| {
        if attribution == 0 {
            return;
        }
        let own = doc - u32::try_from(places.get_val(doc)).unwrap_or(0).min(doc);
        if own != article {
            article = own;
            last.clear();
            more.clear();
        }
        let before = match usize::try_from(attribution) {
            Ok(nth) if nth < TOLD => {
                if nth >= last.len() {
                    last.resize(nth + 1, DocId::MAX);
                }
                std::mem::replace(&mut last[nth], doc)
            }
            _ => more.insert(attribution, doc).unwrap_or(DocId::MAX),
        };
        if before != DocId::MAX {
            reported.insert(before as usize);
            reported.insert(doc as usize);
            let behind = u8::try_from(doc - before).unwrap_or(FAR);
            next[before as usize] = behind;
            if behind == FAR {
                far.insert(before, doc);
            }
        }
    });
    Ok((reported, next, far))
}

/// A set of numbers below a size.
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub(super) fn new(size: usize) -> Self {
        Self(vec![0; size.div_ceil(64)])
    }

    /// Whether it was in already.
    pub(super) fn insert(&mut self, at: usize) -> bool {
        let (word, bit) = (&mut self.0[at / 64], 1 << (at % 64));
        let was = *word & bit != 0;
        *word |= bit;
        was
    }

    /// Puts in what `others`, a set of the same size, has.
    pub(super) fn join(&mut self, others: &Self) {
        for (word, other) in self.0.iter_mut().zip(&others.0) {
            *word |= other;
        }
    }

    pub(super) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(super) fn has(&self, at: usize) -> bool {
        self.0[at / 64] >> (at % 64) & 1 == 1
    }

    /// Which of 64 numbers are in, the first of them `64 * nth`.
    pub(super) fn word(&self, nth: usize) -> u64 {
        self.0.get(nth).copied().unwrap_or(0)
    }

    /// The last number that is in, up to `at`.
    pub(super) fn last_to(&self, at: usize) -> Option<usize> {
        let mut nth = at / 64;
        let mut word = self.word(nth) & (u64::MAX >> (63 - at % 64));
        while word == 0 {
            nth = nth.checked_sub(1)?;
            word = self.word(nth);
        }
        Some(64 * nth + word.ilog2() as usize)
    }

    /// The first number that is in, from `at` on, or `limit` if that comes sooner.
    pub(super) fn first_from(&self, at: usize, limit: usize) -> usize {
        let mut nth = at / 64;
        let mut word = self.word(nth) & (u64::MAX << (at % 64));
        while word == 0 {
            nth += 1;
            if 64 * nth >= limit {
                return limit;
            }
            word = self.word(nth);
        }
        limit.min(64 * nth + word.trailing_zeros() as usize)
    }

    /// Puts those of 64 numbers in that `word` has.
    pub(super) fn insert_word(&mut self, nth: usize, word: u64) {
        if let Some(mine) = self.0.get_mut(nth) {
            *mine |= word;
        }
    }
}

/// Which words were seen, by their numbers: once, or more often than that.
pub(super) struct Seen {
    once: Bits,
    twice: Bits,
    /// How many bits each has, a power of two.
    size: usize,
}

impl Seen {
    /// Room for the words of so many.
    pub(super) fn by(many: usize) -> Self {
        let size = (BITS * many).next_power_of_two();
        Self {
            once: Bits::new(size),
            twice: Bits::new(size),
            size,
        }
    }

    pub(super) fn insert(&mut self, words: u64) {
        if words > 0 && self.once.insert(self.place(words)) {
            self.twice.insert(self.place(words));
        }
    }

    /// Whether there may have been others with these words.
    pub(super) fn twice(&self, words: u64) -> bool {
        words > 0 && self.twice.has(self.place(words))
    }

    fn place(&self, words: u64) -> usize {
        let mixed = words.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        usize::try_from(mixed >> 20).unwrap_or(0) & (self.size - 1)
    }
}

/// Every value of a column with its document.
fn each(column: &Values, documents: DocId, mut each: impl FnMut(DocId, u64)) {
    let mut values = [0; TOGETHER as usize];
    let mut from = 0;
    while from < documents {
        let many = TOGETHER.min(documents - from) as usize;
        column.get_range(u64::from(from), &mut values[..many]);
        for (doc, &value) in (from..).zip(&values[..many]) {
            each(doc, value);
        }
        from = from.saturating_add(TOGETHER);
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn tells_what_is_in_before_and_behind() {
        let mut bits = Bits::new(300);
        for at in [3, 63, 64, 200] {
            bits.insert(at);
        }
        for (at, before, behind) in [
            (0, None, 3),
            (3, Some(3), 3),
            (4, Some(3), 63),
            (63, Some(63), 63),
            (65, Some(64), 200),
            (199, Some(64), 200),
            (201, Some(200), 290),
            (299, Some(200), 290),
        ] {
            assert_eq!(
                (bits.last_to(at), bits.first_from(at, 290)),
                (before, behind),
                "{at}"
            );
        }
        assert_eq!(bits.first_from(65, 100), 100);
    }
}
