//! Which passages may have to be shown as one with others: with the quotes of their claim, or with the same words printed
//! elsewhere. Most passages of an archive have no such mate, and need not be compared with anything.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use tantivy::DocId;

use super::rank::Itself;
use super::segment::{Segment, Values};
use crate::error::Result;

/// The mates of every passage of an index.
pub(super) struct Mates {
    /// For each document of each part, the number of those that print the same words, nought where nobody else does, and
    /// [`REPORTED`] on top of it.
    groups: Vec<Vec<u32>>,
    /// Where the documents of each group begin in `members`, and end where those of the next begin.
    starts: Vec<u32>,
    /// The documents that print the same words as others, by group, then by part of the index, then in order.
    members: Vec<(u32, DocId)>,
}

/// Set where another passage of the article has the same attribution.
const REPORTED: u32 = 1 << 31;
/// Values of a column that are read together.
const TOGETHER: u32 = 1 << 10;
/// Bits a document in the tables of words seen: of ten words that nobody else prints, nine are told to be such.
const BITS: usize = 8;
/// Attributions of one article that are told apart.
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
                    let new = u32::try_from(counts.len()).unwrap_or(REPORTED);
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
        for (segment, group) in segments.iter().zip(&mut groups) {
            reported(segment, group)?;
        }
        Ok(Self {
            groups,
            starts,
            members,
        })
    }

    /// The groups of the documents of one part of the index.
    pub(super) fn of_part(&self, nth: usize) -> &[u32] {
        &self.groups[nth]
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

/// The number of the group of those that print the same words.
pub(super) fn words(group: u32) -> u32 {
    group & !REPORTED
}

/// Whether another passage of the article has the same attribution.
pub(super) fn is_reported(group: u32) -> bool {
    group & REPORTED != 0
}

/// Marks in `group` those that share an attribution with another passage of their article.
fn reported(segment: &Segment, group: &mut [u32]) -> Result<()> {
    let places = segment.nth()?;
    // The document that had each attribution of the article at hand last.
    let mut article = 0;
    let mut last: Vec<DocId> = Vec::new();
    each(
        segment.attribution()?,
        segment.max_doc(),
        |doc, attribution| {
            let Some(attribution) = usize::try_from(attribution).ok().filter(|&nth| nth > 0) else {
                return;
            };
            if attribution >= TOLD {
                // Who is taken for one that has mates is only looked at closer.
                group[doc as usize] |= REPORTED;
                return;
            }
            let own = doc - u32::try_from(places.get_val(doc)).unwrap_or(0).min(doc);
            if own != article {
                article = own;
                last.fill(DocId::MAX);
            }
            if attribution >= last.len() {
                last.resize(attribution + 1, DocId::MAX);
            }
            let before = std::mem::replace(&mut last[attribution], doc);
            if before != DocId::MAX {
                group[before as usize] |= REPORTED;
                group[doc as usize] |= REPORTED;
            }
        },
    );
    Ok(())
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
