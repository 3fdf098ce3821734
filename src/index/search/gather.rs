//! What was found, told apart as far as its order and its number ask for: of a claim and the quotes inside it the best
//! alone is found, and the same words count once.

use std::sync::{Mutex, OnceLock};
use std::thread;

use tantivy::DocId;

use super::docs::{Docs, END};
use super::foremost::foremost;
use super::mates::{Bits, Mates, Seen};
use super::open;
use super::plan::Plan;
use super::rank::{Found, least};
use super::segment::{Segment, Values};
use super::sift::{Best, Sifted, least_of_groups};
use super::window::Window;
use crate::error::Result;
use crate::query::{Query, Sort};

/// What was found.
#[derive(Default)]
pub(super) struct Gathered {
    /// Those that may have to be shown as one with others.
    pub(super) together: Vec<Found>,
    /// How many others there are, as they are shown.
    pub(super) alone: usize,
    /// The best of these, as many as are wanted.
    pub(super) best: Vec<Found>,
}

/// Everything in `opened`, a set for each part of the index.
pub(super) fn all(
    query: &Query,
    segments: &[Segment],
    opened: Vec<Box<dyn Docs>>,
) -> Result<Gathered> {
    let by_score = by_score(query);
    if by_score && !query.all {
        return by_words(query, segments, opened);
    }
    let found = of_each(segments, opened, |nth, segment, mut docs| {
        let mut gathered = Gathered::default();
        let mut best = Best::new(query);
        let mut quoted = Quoted::new(segment)?;
        each(segment, nth, &mut *docs, |one| {
            if query.all && by_score {
                gathered.alone += 1;
                best.push(one, least);
            } else if !query.all && quoted.attributions.get_val(one.doc) > 0 {
                quoted.begins(one.doc);
                quoted.add(one, &mut gathered.together);
            } else {
                gathered.together.push(one);
            }
        });
        gathered.best = best.kept;
        Ok(gathered)
    })?;
    let mut gathered = Gathered::default();
    for part in found {
        gathered.together.extend(part.together);
        gathered.alone += part.alone;
        gathered.best.extend(part.best);
    }
    Ok(gathered)
}

/// What was found in one part of the index, with the numbers of the words.
struct Told {
    docs: Vec<DocId>,
    scores: Vec<f32>,
    words: Vec<u32>,
    /// How many have no such number.
    alone: usize,
    best: Vec<Found>,
}

/// Everything in `opened`, where of those that print the same words only one is wanted: the words are counted, and who
/// else prints them is told of the best alone.
fn by_words(query: &Query, segments: &[Segment], opened: Vec<Box<dyn Docs>>) -> Result<Gathered> {
    let told = of_each(segments, opened, |nth, segment, docs| {
        let (same, attributions) = (segment.same()?, segment.attribution()?);
        let words = |doc: DocId| u32::try_from(same.get_val(doc)).unwrap_or(u32::MAX);
        let mut told = Told {
            docs: Vec::new(),
            scores: Vec::new(),
            words: Vec::new(),
            alone: 0,
            best: Vec::new(),
        };
        let mut best = Best::new(query);
        let reported = |doc: DocId| attributions.get_val(doc) > 0;
        told_apart(segment, nth, docs, reported, |one| {
            let number = words(one.doc);
            if number == 0 {
                told.alone += 1;
            } else {
                told.docs.push(one.doc);
                told.scores.push(one.score);
                told.words.push(number);
            }
            best.push(one, |kept, wanted| {
                least_of_groups(kept, wanted, |one| words(one.doc))
            });
        })?;
        told.best = best.kept;
        Ok(told)
    })?;
    let mut gathered = Gathered::default();
    let mut shown: Vec<u32> = Vec::new();
    let mut seen = Seen::by(told.iter().map(|part| part.words.len()).sum());
    let mut best = Vec::new();
    for part in &told {
        gathered.alone += part.alone;
        part.words
            .iter()
            .for_each(|&words| seen.insert(words.into()));
        best.extend_from_slice(&part.best);
    }
    let same: Vec<&Values> = segments.iter().map(Segment::same).collect::<Result<_>>()?;
    let words = |one: &Found| u32::try_from(same[one.segment].get_val(one.doc)).unwrap_or(u32::MAX);
    foremost(segments, &mut best, query.wanted(), words)?;
    for one in best {
        match words(&one) {
            0 => gathered.best.push(one),
            words => shown.push(words),
        }
    }
    shown.sort_unstable();
    shown.dedup();
    let mut twice: Vec<u32> = Vec::new();
    for part in &told {
        let before = twice.len();
        twice.extend(part.words.iter().filter(|&&words| seen.twice(words.into())));
        gathered.alone += part.words.len() - (twice.len() - before);
    }
    twice.sort_unstable();
    twice.dedup();
    gathered.alone += twice.len();
    gathered.alone -= shown.len();
    let mut wanted = Seen::by(64 * shown.len());
    for &words in shown.iter().chain(&shown) {
        wanted.insert(words.into());
    }
    for (segment, part) in told.iter().enumerate() {
        for (at, &words) in part.words.iter().enumerate() {
            if wanted.twice(words.into()) && shown.binary_search(&words).is_ok() {
                gathered.together.push(Found {
                    segment,
                    doc: part.docs[at],
                    score: part.scores[at],
                });
            }
        }
    }
    gathered
        .together
        .sort_unstable_by_key(|one| (one.segment, one.doc));
    Ok(gathered)
}

/// Everything in `docs` that is found, a claim and the quotes inside it, which are `reported`, as one.
fn told_apart(
    segment: &Segment,
    nth: usize,
    mut docs: Box<dyn Docs>,
    is_reported: impl Fn(DocId) -> bool,
    mut take: impl FnMut(Found),
) -> Result<()> {
    let mut quoted = Quoted::new(segment)?;
    let mut reported: Vec<Found> = Vec::new();
    each(segment, nth, &mut *docs, |one| {
        if is_reported(one.doc) {
            if quoted.begins(one.doc) {
                reported.drain(..).for_each(&mut take);
            }
            quoted.add(one, &mut reported);
        } else {
            take(one);
        }
    });
    reported.into_iter().for_each(take);
    Ok(())
}

/// Passages found in all parts of the index from which on it pays to go through several parts at the same time.
const MANY: u32 = 1 << 14;

/// What `go` makes of each part of the index with its share of what was opened, in order.
fn of_each<T: Send + Sync>(
    segments: &[Segment],
    opened: Vec<Box<dyn Docs>>,
    go: impl Fn(usize, &Segment, Box<dyn Docs>) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    let costs = opened.iter().map(|docs| docs.cost());
    let cores = if costs.fold(0, u32::saturating_add) < MANY {
        1
    } else {
        thread::available_parallelism().map_or(1, usize::from)
    };
    let gone: Vec<OnceLock<Result<T>>> = segments.iter().map(|_| OnceLock::new()).collect();
    let work = Mutex::new(segments.iter().zip(opened).enumerate());
    let work_off = || {
        // A part that another thread takes is not this one's.
        while let Some((nth, (segment, docs))) = work.lock().ok().and_then(|mut work| work.next()) {
            let _ = gone[nth].set(go(nth, segment, docs));
        }
    };
    thread::scope(|scope| {
        for _ in 1..cores.min(segments.len()) {
            scope.spawn(work_off);
        }
        work_off();
    });
    gone.into_iter().filter_map(OnceLock::into_inner).collect()
}

/// Whether `query` asks for no more than [`by_mates`] gives.
pub(super) fn by_score(query: &Query) -> bool {
    query.sort == Sort::Relevance && query.after.is_none()
}

/// The same where mates are known: what cannot be among the best is counted and let go at once. Parts of the index are
/// gone through at the same time.
pub(super) fn by_mates(
    query: &Query,
    segments: &[Segment],
    opened: Vec<Box<dyn Docs>>,
    plan: &Plan,
    mates: &Mates,
) -> Result<Gathered> {
    let gone = of_each(segments, opened, |nth, segment, docs| {
        Ok(Sifted::through(
            query,
            segment,
            nth,
            docs,
            mates.of_part(nth),
            mates.len(),
        ))
    })?;
    let mut gathered = Gathered::default();
    let mut seen = Bits::new(mates.len());
    let mut found = Vec::with_capacity(segments.len());
    let mut best = Vec::new();
    for part in gone {
        gathered.alone += part.alone;
        seen.join(&part.seen);
        found.push(part.found);
        best.extend(part.best);
    }
    let words = |one: &Found| mates.of_part(one.segment).words(one.doc);
    foremost(segments, &mut best, query.wanted(), words)?;
    let mut shown = Vec::new();
    for one in best {
        match words(&one) {
            0 => gathered.best.push(one),
            words => shown.push(words),
        }
    }
    shown.sort_unstable();
    shown.dedup();
    gathered.alone += seen.count() - shown.len();
    // Who else prints the words of the best, and so what of it is shown, is looked up for these alone.
    let members = shown.iter().flat_map(|&words| mates.members(words));
    let mut members: Vec<(u32, DocId)> = members
        .filter(|&&(part, doc)| found[part as usize].has(doc as usize))
        .copied()
        .collect();
    members.sort_unstable();
    for part in members.chunk_by(|one, other| one.0 == other.0) {
        let nth = part[0].0 as usize;
        let mut docs = open::passages(plan, &segments[nth])?;
        for &(_, doc) in part {
            docs.seek(doc);
            gathered.together.push(Found {
                segment: nth,
                doc,
                score: docs.score(),
            });
        }
    }
    Ok(gathered)
}

/// Everything in `docs` that lives.
fn each(segment: &Segment, nth: usize, docs: &mut dyn Docs, mut each: impl FnMut(Found)) {
    let mut window = Window::new();
    let mut next = docs.doc();
    while next != END {
        window.begin(next);
        next = docs.pour_on(&mut window);
        window.each(|doc, score| {
            if segment.alive(doc) {
                each(Found {
                    segment: nth,
                    doc,
                    score,
                });
            }
        });
    }
}

/// Of a claim and the quotes inside it the best, an article at a time.
struct Quoted<'s> {
    places: &'s Values,
    attributions: &'s Values,
    article: DocId,
    /// The place of the best of each attribution of the article.
    best: Vec<(u64, usize)>,
}

impl<'s> Quoted<'s> {
    fn new(segment: &'s Segment) -> Result<Self> {
        Ok(Self {
            places: segment.nth()?,
            attributions: segment.attribution()?,
            article: END,
            best: Vec::new(),
        })
    }

    /// Whether a passage is the first of another article than the last one.
    fn begins(&mut self, doc: DocId) -> bool {
        let place = u32::try_from(self.places.get_val(doc)).unwrap_or(0);
        let article = doc - place.min(doc);
        let begins = article != self.article;
        if begins {
            self.article = article;
            self.best.clear();
        }
        begins
    }

    /// Puts a passage among those found, or in the place of one of the same attribution that is worse.
    fn add(&mut self, one: Found, found: &mut Vec<Found>) {
        let attribution = self.attributions.get_val(one.doc);
        let known = self.best.iter().find(|&&(known, _)| known == attribution);
        match known {
            Some(&(_, place)) if one.score > found[place].score => found[place] = one,
            Some(_) => {}
            None => {
                self.best.push((attribution, found.len()));
                found.push(one);
            }
        }
    }
}
