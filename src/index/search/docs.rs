//! Sets of documents in order, each with a score: what a query becomes in one part of the index.
//!
//! Scores are added up in the order of the query, never in that of the index, so that an index of other parts gives
//! the same score to the last bit.

use tantivy::postings::BlockSegmentPostings;
use tantivy::{DocId, TERMINATED};

use super::blocks::Blocks;
use super::window::{self, Window};

/// After the last document.
pub(super) const END: DocId = TERMINATED;

/// The cost of what is no list of documents: whatever else there is goes first.
const DEAR: u32 = u32::MAX;

/// Documents in order.
pub(super) trait Docs: Send {
    /// The one it stands at.
    fn doc(&self) -> DocId;
    /// Goes to the first at `target` or after it.
    fn seek(&mut self, target: DocId) -> DocId;
    /// What the one it stands at counts: a frequency or a score.
    fn score(&mut self) -> f32;
    /// About how many there are.
    fn cost(&self) -> u32;

    /// Goes to the next.
    fn advance(&mut self) -> DocId {
        let doc = self.doc();
        if doc == END { END } else { self.seek(doc + 1) }
    }

    /// Puts those that `window` covers into it, and tells where beyond it the next may be at the soonest. Then either the
    /// next window comes, or a document is sought.
    fn pour_on(&mut self, window: &mut Window) -> DocId {
        self.pour(window);
        self.doc()
    }

    /// Puts those that `window` covers into it, and goes to the first beyond it.
    fn pour(&mut self, window: &mut Window) {
        let end = window.end();
        let mut doc = self.seek(window.base());
        while doc < end {
            window.add(doc, self.score());
            doc = self.advance();
        }
    }
}

/// The documents with a term.
pub(super) struct Term {
    block: BlockSegmentPostings,
    at: usize,
    doc: DocId,
}

impl Term {
    pub(super) fn new(block: BlockSegmentPostings) -> Self {
        let doc = block.docs().first().copied().unwrap_or(END);
        Self { block, at: 0, doc }
    }

    /// Goes on where the block at hand may have come to its end.
    fn settle(&mut self) -> DocId {
        if self.at >= self.block.block_len() && self.doc != END {
            self.block.advance();
            self.at = 0;
        }
        self.doc = self.block.docs().get(self.at).copied().unwrap_or(END);
        self.doc
    }
}

impl Docs for Term {
    fn doc(&self) -> DocId {
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.at = self.block.seek(target);
            self.doc = self.block.docs().get(self.at).copied().unwrap_or(END);
        }
        self.doc
    }

    fn advance(&mut self) -> DocId {
        self.at += 1;
        self.settle()
    }

    #[expect(clippy::cast_precision_loss, reason = "a frequency is small")]
    fn score(&mut self) -> f32 {
        self.block.freq(self.at) as f32
    }

    fn cost(&self) -> u32 {
        self.block.doc_freq()
    }

    #[expect(clippy::cast_precision_loss, reason = "a frequency is small")]
    fn pour(&mut self, window: &mut Window) {
        let end = window.end();
        self.seek(window.base());
        while self.doc < end {
            let docs = &self.block.docs()[self.at..];
            let inside = match docs.last() {
                Some(&last) if last < end => docs.len(),
                _ => docs.partition_point(|&doc| doc < end),
            };
            for (nth, &doc) in docs[..inside].iter().enumerate() {
                window.add(doc, self.block.freq(self.at + nth) as f32);
            }
            self.at += inside;
            self.settle();
        }
    }
}

/// Documents written down beforehand.
pub(super) struct Listed {
    docs: Vec<(DocId, f32)>,
    at: usize,
}

impl Listed {
    /// Documents in any order; the scores of the same one are added up.
    pub(super) fn new(mut docs: Vec<(DocId, f32)>) -> Self {
        docs.sort_by_key(|&(doc, _)| doc);
        docs.dedup_by(|later, first| {
            let same = later.0 == first.0;
            if same {
                first.1 += later.1;
            }
            same
        });
        Self { docs, at: 0 }
    }
}

impl Docs for Listed {
    fn doc(&self) -> DocId {
        self.docs.get(self.at).map_or(END, |&(doc, _)| doc)
    }

    fn seek(&mut self, target: DocId) -> DocId {
        // Steps that double find a near target fast and a far one fast enough.
        let mut step = 1;
        while self
            .docs
            .get(self.at + step)
            .is_some_and(|&(doc, _)| doc < target)
        {
            self.at += step;
            step *= 2;
        }
        let end = (self.at + step + 1).min(self.docs.len());
        self.at += self.docs[self.at.min(end)..end].partition_point(|&(doc, _)| doc < target);
        self.doc()
    }

    fn score(&mut self) -> f32 {
        self.docs.get(self.at).map_or(0.0, |&(_, score)| score)
    }

    fn cost(&self) -> u32 {
        u32::try_from(self.docs.len()).unwrap_or(u32::MAX)
    }
}

/// The passages of articles.
pub(super) struct Children {
    articles: Box<dyn Docs>,
    blocks: Blocks,
    doc: DocId,
}

impl Children {
    pub(super) fn new(articles: Box<dyn Docs>, blocks: Blocks) -> Self {
        let mut children = Self {
            articles,
            blocks,
            doc: 0,
        };
        children.doc = children.first();
        children
    }

    /// The first passage of the article it stands at, or of the next that has one.
    fn first(&mut self) -> DocId {
        let mut article = self.articles.doc();
        while article != END {
            let first = article + 1;
            if self.blocks.end(article, first + 1) > first {
                return first;
            }
            article = self.articles.advance();
        }
        END
    }
}

impl Docs for Children {
    fn doc(&self) -> DocId {
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc >= target {
            return self.doc;
        }
        if target >= self.blocks.max {
            self.doc = END;
            return END;
        }
        let article = self.blocks.begin(target);
        let found = self.articles.seek(article);
        self.doc = if found == article && article < target {
            target
        } else {
            self.first()
        };
        self.doc
    }

    fn score(&mut self) -> f32 {
        self.articles.score()
    }

    fn cost(&self) -> u32 {
        self.articles.cost().saturating_mul(8)
    }

    fn pour(&mut self, window: &mut Window) {
        let end = window.end();
        let mut doc = self.seek(window.base());
        while doc < end {
            let score = self.articles.score();
            let after = self.blocks.end(doc, end);
            for doc in doc..after {
                window.add(doc, score);
            }
            doc = self.seek(after);
        }
    }
}

/// Documents that pass a test, found by trying each.
pub(super) struct Tested<T> {
    max: DocId,
    doc: DocId,
    test: T,
}

impl<T: FnMut(DocId) -> bool> Tested<T> {
    pub(super) fn new(max: DocId, test: T) -> Self {
        let mut tested = Self { max, doc: 0, test };
        tested.doc = tested.from(0);
        tested
    }

    fn from(&mut self, start: DocId) -> DocId {
        (start..self.max)
            .find(|&doc| (self.test)(doc))
            .unwrap_or(END)
    }
}

impl<T: FnMut(DocId) -> bool + Send> Docs for Tested<T> {
    fn doc(&self) -> DocId {
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.doc = self.from(target);
        }
        self.doc
    }

    fn score(&mut self) -> f32 {
        0.0
    }

    fn cost(&self) -> u32 {
        DEAR
    }
}

/// Documents in one set at least.
pub(super) struct Any {
    sets: Vec<Box<dyn Docs>>,
    doc: DocId,
}

impl Any {
    pub(super) fn new(sets: Vec<Box<dyn Docs>>) -> Self {
        let doc = sets.iter().map(|set| set.doc()).min().unwrap_or(END);
        Self { sets, doc }
    }
}

impl Docs for Any {
    fn doc(&self) -> DocId {
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.doc = END;
            for set in &mut self.sets {
                self.doc = self.doc.min(set.seek(target));
            }
        }
        self.doc
    }

    fn score(&mut self) -> f32 {
        let doc = self.doc;
        self.sets
            .iter_mut()
            .filter(|set| set.doc() == doc)
            .map(|set| set.score())
            .sum()
    }

    fn cost(&self) -> u32 {
        self.sets
            .iter()
            .fold(0, |cost, set| cost.saturating_add(set.cost()))
    }

    fn pour(&mut self, window: &mut Window) {
        self.doc = END;
        for set in &mut self.sets {
            set.pour(window);
            self.doc = self.doc.min(set.doc());
        }
    }
}

/// Documents in every set and in none of those left out.
pub(super) struct All {
    sets: Vec<Box<dyn Docs>>,
    without: Vec<Box<dyn Docs>>,
    /// The sets, the smallest first.
    order: Vec<usize>,
    doc: DocId,
    /// For each set, what it has of the window at hand.
    parts: Vec<Window>,
}

/// So few documents are looked up in a set one by one.
const FEW: u32 = 32;

impl All {
    pub(super) fn new(sets: Vec<Box<dyn Docs>>, without: Vec<Box<dyn Docs>>) -> Self {
        let mut order: Vec<usize> = (0..sets.len()).collect();
        order.sort_by_key(|&nth| sets[nth].cost());
        let mut all = Self {
            sets,
            without,
            order,
            doc: 0,
            parts: Vec::new(),
        };
        all.doc = all.from(0);
        all
    }

    fn from(&mut self, start: DocId) -> DocId {
        let mut candidate = start;
        'candidate: while candidate < END {
            for &nth in &self.order {
                let doc = self.sets[nth].seek(candidate);
                if doc > candidate {
                    candidate = doc;
                    continue 'candidate;
                }
            }
            for set in &mut self.without {
                if set.seek(candidate) == candidate {
                    candidate += 1;
                    continue 'candidate;
                }
            }
            return candidate;
        }
        END
    }
}

impl Docs for All {
    fn doc(&self) -> DocId {
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.doc = self.from(target);
        }
        self.doc
    }

    fn score(&mut self) -> f32 {
        self.sets.iter_mut().map(|set| set.score()).sum()
    }

    fn cost(&self) -> u32 {
        self.order.first().map_or(0, |&nth| self.sets[nth].cost())
    }

    fn pour_on(&mut self, window: &mut Window) -> DocId {
        let base = window.base();
        let mut left = window::Set::default();
        self.parts.resize_with(self.sets.len(), Window::new);
        for (nth, &at) in self.order.iter().enumerate() {
            let (set, part) = (&mut self.sets[at], &mut self.parts[at]);
            part.begin(base);
            if nth == 0 {
                set.pour(part);
                left = *part.set();
            } else if window::count(&left) < FEW || set.cost() == DEAR {
                for doc in window::docs(&left.clone(), base) {
                    if set.seek(doc) == doc {
                        part.add(doc, set.score());
                    } else {
                        window::take_out(&mut left, base, doc);
                    }
                }
            } else {
                set.pour(part);
                for (left, has) in left.iter_mut().zip(part.set()) {
                    *left &= has;
                }
            }
        }
        for doc in window::docs(&left, base) {
            if self.without.iter_mut().all(|set| set.seek(doc) != doc) {
                window.add(doc, self.parts.iter().map(|part| part.score(doc)).sum());
            }
        }
        // Where all of them meet is dearer to find than where none is.
        let mut next = window.end();
        for &nth in &self.order {
            let set = &mut self.sets[nth];
            let doc = if set.cost() < DEAR {
                set.seek(next)
            } else {
                set.doc()
            };
            next = next.max(doc);
        }
        next
    }

    fn pour(&mut self, window: &mut Window) {
        let next = self.pour_on(window);
        self.doc = self.from(next);
    }
}

#[cfg(test)]
mod tests {
    use super::{All, Any, Docs, END, Listed, Tested};

    fn listed(docs: &[u32]) -> Box<dyn Docs> {
        Box::new(Listed::new(docs.iter().map(|&doc| (doc, 1.0)).collect()))
    }

    #[track_caller]
    fn case(mut docs: impl Docs, expected: &[(u32, f32)]) {
        let mut found = Vec::new();
        while docs.doc() != END {
            found.push((docs.doc(), docs.score()));
            docs.advance();
        }
        assert_eq!(found, expected);
    }

    #[test]
    fn joins_sets() {
        let [a, b] = [&[1, 3, 5, 9][..], &[2, 3, 9, 10]];
        case(
            Any::new(vec![listed(a), listed(b)]),
            &[(1, 1.0), (2, 1.0), (3, 2.0), (5, 1.0), (9, 2.0), (10, 1.0)],
        );
        case(
            All::new(vec![listed(a), listed(b)], vec![]),
            &[(3, 2.0), (9, 2.0)],
        );
        case(
            All::new(vec![listed(a)], vec![listed(b)]),
            &[(1, 1.0), (5, 1.0)],
        );
        let even = Box::new(Tested::new(11, |doc| doc % 2 == 0));
        case(
            All::new(vec![even, listed(b)], vec![]),
            &[(2, 1.0), (10, 1.0)],
        );
        case(Any::new(vec![]), &[]);
    }

    #[test]
    fn seeks_in_lists() {
        let all: Vec<u32> = (0..100).map(|nth| nth * 3).collect();
        for target in 0..300 {
            let mut docs = listed(&all);
            docs.seek(target / 2);
            let expected = target.div_ceil(3) * 3;
            assert_eq!(
                docs.seek(target),
                if expected < 300 { expected } else { END }
            );
        }
        assert_eq!(listed(&[]).seek(5), END);
    }
}
