//! What was found in one part of the index, gone through a stretch at a time where the mates of passages are known: most
//! are only counted.

use std::collections::HashSet;

use tantivy::DocId;

use super::docs::{Docs, END};
use super::mates::{Bits, Part};
use super::rank::Found;
use super::segment::Segment;
use super::window::{self, Set, Window};
use crate::query::Query;

/// What was found in one part of the index.
pub(super) struct Sifted {
    /// How many have no mate.
    pub(super) alone: usize,
    /// The numbers of the words that others print as well.
    pub(super) seen: Bits,
    /// The documents with these.
    pub(super) found: Bits,
    pub(super) best: Vec<Found>,
}

impl Sifted {
    /// All that lives in `docs`; `groups` is how many numbers of words there are.
    pub(super) fn through(
        query: &Query,
        segment: &Segment,
        nth: usize,
        mut docs: Box<dyn Docs>,
        mates: &Part,
        groups: usize,
    ) -> Self {
        let mut sieve = Sieve {
            nth,
            mates,
            best: Best::new(query),
            sifted: Self {
                alone: 0,
                seen: Bits::new(groups),
                found: Bits::new(segment.max_doc() as usize),
                best: Vec::new(),
            },
        };
        let mut window = Window::new();
        // The best so far of claims that go on beyond the window, each with the next of its passages.
        let mut open: Vec<(DocId, Found)> = Vec::new();
        let mut next = docs.doc();
        while next != END {
            window.begin_words(next);
            next = docs.pour_on(&mut window);
            let mut left = *window.set();
            if segment.reader.has_deletes() {
                for doc in window::docs(&left.clone(), window.base()) {
                    if !segment.alive(doc) {
                        window::take_out(&mut left, window.base(), doc);
                    }
                }
            }
            open.retain_mut(|(next, best)| {
                match sieve.follow(&window, &mut left, Some(*next), best) {
                    Some(doc) => *next = doc,
                    None => sieve.take(*best),
                }
                *next >= window.end()
            });
            sieve.join_claims(&window, &mut left, &mut open);
            sieve.take_all(&window, &left);
        }
        for (_, best) in open {
            sieve.take(best);
        }
        sieve.sifted.best = sieve.best.kept;
        sieve.sifted
    }
}

/// Takes what is found in one part of the index.
struct Sieve<'m> {
    nth: usize,
    mates: &'m Part,
    best: Best,
    sifted: Sifted,
}

impl Sieve<'_> {
    /// Leaves of a claim and the quotes inside it the best alone.
    fn join_claims(&self, window: &Window, left: &mut Set, open: &mut Vec<(DocId, Found)>) {
        for at in 0..left.len() {
            let reported = self.mates.reported.word(window.word(at));
            let mut rest = left[at] & reported;
            while rest != 0 {
                let bit = rest.trailing_zeros();
                let doc = window.doc(at, bit);
                if let Some(next) = self.mates.next(doc) {
                    let mut best = self.at(window, doc);
                    let beyond = self.follow(window, left, Some(next), &mut best);
                    if best.doc != doc || beyond.is_some() {
                        window::take_out(left, window.base(), doc);
                    }
                    match beyond {
                        Some(next) => open.push((next, best)),
                        None => window::put_in(left, window.base(), best.doc),
                    }
                }
                // What follows was taken out, or is the best.
                rest = left[at] & reported & (!1 << bit);
            }
        }
    }

    /// Goes through the passages of a claim from `next` on and takes those out that were found, the best of which is then
    /// `best`; tells the first beyond the window.
    fn follow(
        &self,
        window: &Window,
        left: &mut Set,
        mut next: Option<DocId>,
        best: &mut Found,
    ) -> Option<DocId> {
        while let Some(doc) = next.filter(|&doc| doc < window.end()) {
            if doc >= window.base() && window::has(left, window.base(), doc) {
                window::take_out(left, window.base(), doc);
                let found = self.at(window, doc);
                if found.score > best.score {
                    *best = found;
                }
            }
            next = self.mates.next(doc);
        }
        next
    }

    fn at(&self, window: &Window, doc: DocId) -> Found {
        Found {
            segment: self.nth,
            doc,
            score: window.score(doc),
        }
    }

    /// Takes those of a window that are `left`.
    fn take_all(&mut self, window: &Window, left: &Set) {
        for (at, &found) in left.iter().enumerate() {
            if found == 0 {
                continue;
            }
            let word = window.word(at);
            let printed = found & self.mates.printed.word(word);
            self.sifted.alone += (found & !printed).count_ones() as usize;
            if printed != 0 {
                self.sifted.found.insert_word(word, printed);
                for bit in window::bits(printed) {
                    let words = self.mates.words(window.doc(at, bit));
                    self.sifted.seen.insert(words as usize);
                }
            }
            // Nearly always none is good enough.
            if self.best.wants(window.most(at)) {
                for bit in window::bits(found) {
                    self.rate(self.at(window, window.doc(at, bit)));
                }
            }
        }
    }

    /// Takes one that is in no window any more.
    fn take(&mut self, one: Found) {
        match self.mates.words(one.doc) {
            0 => self.sifted.alone += 1,
            words => {
                self.sifted.seen.insert(words as usize);
                self.sifted.found.insert(one.doc as usize);
            }
        }
        self.rate(one);
    }

    fn rate(&mut self, one: Found) {
        let mates = self.mates;
        self.best.push(one, |kept, wanted| {
            least_of_groups(kept, wanted, |one| mates.words(one.doc))
        });
    }
}

/// So many of the best that none of those wanted is missing.
pub(super) struct Best {
    wanted: usize,
    /// Who scores less is not wanted.
    least: f32,
    pub(super) kept: Vec<Found>,
    /// When to look again who is.
    room: usize,
}

impl Best {
    const ROOM: usize = 1 << 10;

    pub(super) fn new(query: &Query) -> Self {
        let wanted = query.wanted();
        Self {
            wanted,
            least: f32::NEG_INFINITY,
            kept: Vec::new(),
            room: wanted.saturating_mul(2).max(Self::ROOM),
        }
    }

    /// Whether one with this score may be among them.
    pub(super) fn wants(&self, score: f32) -> bool {
        self.wanted > 0 && score >= self.least
    }

    /// `cut` takes out who is not wanted, and tells who scores least of the others.
    pub(super) fn push(&mut self, one: Found, cut: impl FnOnce(&mut Vec<Found>, usize) -> f32) {
        if !self.wants(one.score) {
            return;
        }
        self.kept.push(one);
        if self.kept.len() >= self.room {
            self.least = cut(&mut self.kept, self.wanted);
            // Those that score the same are all kept, and may be many.
            self.room = self.room.max(2 * self.kept.len());
        }
    }
}

/// As [`super::rank::least`], of those that print the same words, by their number, only one being wanted.
pub(super) fn least_of_groups(
    found: &mut Vec<Found>,
    wanted: usize,
    words: impl Fn(&Found) -> u32,
) -> f32 {
    found.sort_unstable_by(|a, b| b.score.total_cmp(&a.score));
    let mut seen = HashSet::new();
    let mut count = 0;
    for one in &*found {
        let words = words(one);
        if words > 0 && !seen.insert(words) {
            continue;
        }
        count += 1;
        if count == wanted {
            let least = one.score;
            found.retain(|one| one.score >= least);
            return least;
        }
    }
    f32::NEG_INFINITY
}
