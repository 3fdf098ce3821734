//! The foremost of what may be shown: those that come first in the order, and so many that none wanted is missing.

use std::cmp::Ordering;
use std::collections::HashSet;

use tantivy::DocId;

use super::blocks::Blocks;
use super::rank::{Found, order};
use super::segment::Segment;
use super::sift::least_of_groups;
use crate::error::Result;
use crate::query::{Cursor, Sort};

/// So many that score the same are put in order at once.
const ROOM: usize = 1 << 10;

/// Takes out of `found`, the best of all parts of the index by their score, what none of the `wanted` first can be; of
/// those that print the same words, by their number, only one is wanted.
pub(super) fn foremost(
    segments: &[Segment],
    found: &mut Vec<Found>,
    wanted: usize,
    words: impl Fn(&Found) -> u32,
) -> Result<()> {
    if wanted == 0 || found.len() <= wanted {
        return Ok(());
    }
    least_of_groups(found, wanted, &words);
    if found.len() <= wanted.saturating_mul(2) {
        return Ok(());
    }
    found.sort_unstable_by_key(|one| (one.segment, one.doc));
    let mut keys = Keys::of(segments)?;
    let mut kept: Vec<(Cursor, Found)> = Vec::new();
    let mut last: Option<(Cursor, Found)> = None;
    let mut room = wanted.saturating_mul(2).max(ROOM);
    for &one in &*found {
        let keyed = (keys.of_one(one)?, one);
        if last.is_some_and(|last| in_order(&keyed, &last) == Ordering::Greater) {
            continue;
        }
        kept.push(keyed);
        if kept.len() >= room {
            last = cut(&mut kept, wanted, &words);
            room = room.max(2 * kept.len());
        }
    }
    cut(&mut kept, wanted, &words);
    *found = kept.into_iter().map(|(_, one)| one).collect();
    Ok(())
}

/// Takes out who comes after the last one wanted, if there are as many, and tells which that is.
fn cut(
    kept: &mut Vec<(Cursor, Found)>,
    wanted: usize,
    words: impl Fn(&Found) -> u32,
) -> Option<(Cursor, Found)> {
    kept.sort_unstable_by(in_order);
    let mut seen = HashSet::new();
    let mut count = 0;
    for (at, (_, one)) in kept.iter().enumerate() {
        let words = words(one);
        if words == 0 || seen.insert(words) {
            count += 1;
            if count == wanted {
                kept.truncate(at + 1);
                return kept.last().copied();
            }
        }
    }
    None
}

fn in_order(a: &(Cursor, Found), b: &(Cursor, Found)) -> Ordering {
    order(Sort::Relevance, &a.0, &b.0)
        .then_with(|| (a.1.segment, a.1.doc).cmp(&(b.1.segment, b.1.doc)))
}

/// The places in the order of many passages, where those of an article come together.
struct Keys<'s> {
    segments: &'s [Segment],
    blocks: Vec<Blocks>,
    article: Option<(usize, DocId)>,
    /// The place of the article.
    key: Cursor,
}

impl<'s> Keys<'s> {
    fn of(segments: &'s [Segment]) -> Result<Self> {
        let blocks = segments.iter().map(Segment::blocks);
        Ok(Self {
            segments,
            blocks: blocks.collect::<Result<_>>()?,
            article: None,
            key: Cursor {
                score: 0.0,
                day: 0,
                article: 0,
                nth: 0,
            },
        })
    }

    fn of_one(&mut self, one: Found) -> Result<Cursor> {
        let article = self.blocks[one.segment].begin(one.doc);
        if self.article != Some((one.segment, article)) {
            self.article = Some((one.segment, article));
            let found = Found {
                doc: article,
                ..one
            };
            self.key = super::rank::key(self.segments, found)?;
        }
        Ok(Cursor {
            score: one.score,
            nth: one.doc - article,
            ..self.key
        })
    }
}
