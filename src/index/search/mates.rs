//! Which passages may have to be shown as one with others: with the quotes of their claim, or with the same words printed
//! elsewhere. Most passages of an archive have no such mate, and need not be compared with anything.

use tantivy::DocId;

use super::segment::{Segment, Values};
use crate::error::Result;

/// The documents of each part of an index that may have mates, a bit each. Some that have none are among them.
pub(super) struct Mates(Vec<Vec<u64>>);

/// Values of a column that are read together.
const TOGETHER: u32 = 1 << 10;
/// Bits a document in the tables of words seen: of ten words that nobody else prints, nine are told to be such.
const BITS: usize = 8;
/// Attributions of one article that are told apart.
const TOLD: usize = 1 << 16;

impl Mates {
    pub(super) fn of(segments: &[Segment]) -> Result<Self> {
        let size = segments.iter().map(|segment| segment.max_doc() as usize);
        let size = (BITS * size.sum::<usize>()).next_power_of_two();
        let (mut once, mut twice) = (Bits::new(size), Bits::new(size));
        for segment in segments {
            each(segment.same()?, segment.max_doc(), |_, words| {
                if words > 0 && once.insert(place(words, size)) {
                    twice.insert(place(words, size));
                }
            });
        }
        let mut parts = Vec::with_capacity(segments.len());
        for segment in segments {
            let mut mates = Bits::new(segment.max_doc() as usize);
            each(segment.same()?, segment.max_doc(), |doc, words| {
                if words > 0 && twice.has(place(words, size)) {
                    mates.insert(doc as usize);
                }
            });
            let places = segment.nth()?;
            // The document that had each attribution of the article at hand last.
            let mut article = 0;
            let mut last: Vec<DocId> = Vec::new();
            each(
                segment.attribution()?,
                segment.max_doc(),
                |doc, attribution| {
                    let Some(attribution) =
                        usize::try_from(attribution).ok().filter(|&nth| nth > 0)
                    else {
                        return;
                    };
                    if attribution >= TOLD {
                        mates.insert(doc as usize);
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
                        mates.insert(before as usize);
                        mates.insert(doc as usize);
                    }
                },
            );
            parts.push(mates.0);
        }
        Ok(Self(parts))
    }

    /// Those of one part of the index.
    pub(super) fn of_part(&self, nth: usize) -> &[u64] {
        self.0.get(nth).map_or(&[], Vec::as_slice)
    }
}

/// Whether a document is among `mates`.
pub(super) fn has(mates: &[u64], doc: DocId) -> bool {
    let word = mates.get(doc as usize / 64);
    word.is_none_or(|word| word >> (doc % 64) & 1 == 1)
}

struct Bits(Vec<u64>);

impl Bits {
    fn new(size: usize) -> Self {
        Self(vec![0; size.div_ceil(64)])
    }

    /// Whether it was in already.
    fn insert(&mut self, at: usize) -> bool {
        let (word, bit) = (&mut self.0[at / 64], 1 << (at % 64));
        let was = *word & bit != 0;
        *word |= bit;
        was
    }

    fn has(&self, at: usize) -> bool {
        self.0[at / 64] >> (at % 64) & 1 == 1
    }
}

/// Where the number of some words has its bit in a table of `size`, a power of two.
fn place(words: u64, size: usize) -> usize {
    let mixed = words.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from(mixed >> 20).unwrap_or(0) & (size - 1)
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
