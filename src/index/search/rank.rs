//! The order of what was found, and what in it is shown as one.

use std::cmp::Ordering;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::num::NonZeroU32;

use tantivy::DocId;

use super::gather::Gathered;
use super::segment::Segment;
use crate::error::Result;
use crate::query::{Cursor, Query, Sort};

/// A passage found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    pub(super) segment: usize,
    pub(super) doc: DocId,
    pub(super) score: f32,
}

/// The best of what was found.
pub(super) struct Ranked {
    /// How many there are, as they are shown.
    pub(super) total: usize,
    /// Those asked for, in order, each with its place and with the others that say the same.
    pub(super) top: Vec<(Found, Cursor, Vec<Found>)>,
}

/// Takes out of `found` who scores less than the last one wanted, which there must be, and tells how much that is.
pub(super) fn least(found: &mut Vec<Found>, wanted: usize) -> f32 {
    let by_score = |a: &Found, b: &Found| b.score.total_cmp(&a.score);
    let least = found.select_nth_unstable_by(wanted - 1, by_score).1.score;
    found.retain(|one| one.score >= least);
    least
}

/// Puts what was found in order and cuts out what the query asks for.
pub(super) fn rank(query: &Query, segments: &[Segment], gathered: Gathered) -> Result<Ranked> {
    let mut found = gathered.together;
    // By the number of their words, where those stand in `kept` that stay, and which of `same` is the last that does not,
    // counted from one.
    let mut first =
        HashMap::<u64, (u32, Option<NonZeroU32>), BuildHasherDefault<Itself>>::default();
    // Those that are shown as one with another, each with the one before it that says the same.
    let mut same: Vec<(Found, Option<NonZeroU32>)> = Vec::new();
    if !query.all {
        // Of those that say the same, the first in order stays.
        let mut kept: Vec<Found> = Vec::with_capacity(found.len());
        for one in found {
            let words = segments[one.segment].same()?.get_val(one.doc);
            if words == 0 {
                kept.push(one);
                continue;
            }
            match first.entry(words) {
                Entry::Vacant(new) => {
                    new.insert((nth(kept.len()), None));
                    kept.push(one);
                }
                Entry::Occupied(mut known) => {
                    let (place, last) = known.get_mut();
                    let place = *place as usize;
                    let earlier = kept[place];
                    let after = compare(segments, query.sort, one, earlier)? == Ordering::Greater;
                    let (stays, goes) = if after {
                        (earlier, one)
                    } else {
                        (one, earlier)
                    };
                    kept[place] = stays;
                    same.push((goes, *last));
                    *last = NonZeroU32::new(nth(same.len()));
                }
            }
        }
        found = kept;
    }
    if let Some(after) = query.after {
        let mut kept = Vec::with_capacity(found.len());
        for one in found {
            if order(query.sort, &key(segments, one)?, &after) == Ordering::Greater {
                kept.push(one);
            }
        }
        found = kept;
    }
    let total = found.len() + gathered.alone;
    found.extend(gathered.best);
    let wanted = query.wanted().min(total);
    if wanted == 0 {
        let top = Vec::new();
        return Ok(Ranked { total, top });
    }
    if query.sort == Sort::Relevance && wanted < found.len() {
        // The others need not have their whole key.
        least(&mut found, wanted);
    }
    let mut keyed = Vec::with_capacity(found.len());
    for one in found {
        keyed.push((key(segments, one)?, one));
    }
    let by_key = |a: &(Cursor, Found), b: &(Cursor, Found)| {
        order(query.sort, &a.0, &b.0)
            .then_with(|| (a.1.segment, a.1.doc).cmp(&(b.1.segment, b.1.doc)))
    };
    if wanted < keyed.len() {
        keyed.select_nth_unstable_by(wanted - 1, by_key);
        keyed.truncate(wanted);
    }
    keyed.sort_unstable_by(by_key);
    let mut top = Vec::new();
    for (cursor, one) in keyed.into_iter().skip(query.offset).take(query.limit) {
        let words = segments[one.segment].same()?.get_val(one.doc);
        let last = first.get(&words).and_then(|&(_, last)| last);
        let before = |nth: NonZeroU32| &same[nth.get() as usize - 1];
        let others = std::iter::successors(last, |&nth| before(nth).1);
        let mut others: Vec<Found> = others.map(|nth| before(nth).0).collect();
        others.reverse();
        let mut articles = HashSet::from([(one.segment, segments[one.segment].article(one.doc)?)]);
        let mut keyed = Vec::new();
        for other in others {
            if articles.insert((other.segment, segments[other.segment].article(other.doc)?)) {
                keyed.push((key(segments, other)?, other));
            }
        }
        keyed.sort_by(|a, b| order(Sort::Oldest, &a.0, &b.0));
        top.push((
            one,
            cursor,
            keyed.into_iter().map(|(_, other)| other).collect(),
        ));
    }
    Ok(Ranked { total, top })
}

/// A place among what was found: documents are numbered so, too.
fn nth(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// The place of a passage in the order.
pub(super) fn key(segments: &[Segment], one: Found) -> Result<Cursor> {
    let segment = &segments[one.segment];
    let article = segment.article(one.doc)?;
    let day = segment
        .day()?
        .first(article)
        .and_then(|day| i32::try_from(day).ok());
    Ok(Cursor {
        score: one.score,
        day: day.unwrap_or(i32::MIN),
        article: segment.hash()?.get_val(article),
        nth: one.doc - article,
    })
}

fn compare(segments: &[Segment], sort: Sort, a: Found, b: Found) -> Result<Ordering> {
    if sort == Sort::Relevance && a.score.total_cmp(&b.score) != Ordering::Equal {
        return Ok(b.score.total_cmp(&a.score));
    }
    Ok(order(sort, &key(segments, a)?, &key(segments, b)?))
}

/// Total, and the same in every index that holds the same articles.
pub(super) fn order(sort: Sort, a: &Cursor, b: &Cursor) -> Ordering {
    let relevance = b.score.total_cmp(&a.score);
    let newest = b.day.cmp(&a.day);
    let place = a.article.cmp(&b.article).then(a.nth.cmp(&b.nth));
    match sort {
        Sort::Relevance => relevance.then(newest).then(place),
        Sort::Newest => newest.then(relevance).then(place),
        Sort::Oldest => {
            // Without a day comes last here as well.
            let last = |cursor: &Cursor| cursor.day == i32::MIN;
            last(a)
                .cmp(&last(b))
                .then(a.day.cmp(&b.day))
                .then(relevance)
                .then(place)
        }
    }
}

/// Hashes numbers that are hashes already.
#[derive(Default)]
pub(super) struct Itself(u64);

impl Hasher for Itself {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, number: u64) {
        // The table looks at the upper bits, which a number of 32 bits has not.
        self.0 = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
