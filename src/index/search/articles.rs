//! Whole articles ranked, as if each were one text; one that has the words together in a passage comes before one that
//! has them scattered.
//!
//! No text is indexed twice for this: what a word counts in an article is the sum over its passages, without those
//! that repeat the words of another.

use std::cmp::Ordering;

use tantivy::DocId;

use super::docs::{All, Docs, END};
use super::marks::positive;
use super::open::{finds, open};
use super::plan::{Leaf, Node, Place, Plan};
use super::rank::{Found, key, order};
use super::segment::Segment;
use super::{Marks, Records, Searcher};
use crate::error::Result;
use crate::index::guard::guarded;
use crate::query::{ArticleHit, ArticleHits, Cursor, Query};

/// As [`super::open`] has it for passages.
const SATURATION: f64 = 1.2;
/// How much a long article has to make up for.
const LENGTH: f64 = 0.75;
/// What a word in the headline is worth beside one in the text.
const HEADLINE: f32 = 1.0;
/// What the words of the passage that has most of them are worth, beside those of the whole article.
const TOGETHER: f32 = 0.5;
/// How many passages come with an article.
const BEST: usize = 3;

/// Articles in the order of the index, each with a number.
type Scores = Vec<(DocId, f32)>;

/// A leaf in one part of the index.
struct Counts {
    /// How often each article has it.
    articles: Scores,
    /// The passages that have it, in order.
    passages: Vec<DocId>,
}

impl Searcher {
    /// Articles that answer, the best first, each with its best passages. A word may stand anywhere in an article;
    /// kinds, speakers and the like are asked of the passages that count.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn articles(&self, query: &Query) -> Result<ArticleHits> {
        guarded(|| {
            let plan = Plan::new(query, &self.segments, self.fields)?;
            let (words, tests) = parted(&plan);
            let mut wanted = Vec::new();
            positive(&plan.node, &mut wanted);
            let mut counts = Vec::with_capacity(self.segments.len());
            let (mut bytes, mut articles) = (0, 0_usize);
            for segment in &self.segments {
                let inside = inside(&plan, &tests, segment)?;
                let counted: Vec<Counts> = plan
                    .leaves
                    .iter()
                    .map(|leaf| count(leaf, segment, inside.as_ref()))
                    .collect::<Result<_>>()?;
                for &doc in segment.articles()? {
                    articles += 1;
                    bytes += segment.length()?.get_val(doc);
                }
                counts.push((inside, counted));
            }
            let mean = (bytes as f64 / articles.max(1) as f64).max(1.0);
            let weights: Vec<f64> = (0..plan.leaves.len())
                .map(|leaf| {
                    let with = counts.iter().map(|(_, counted)| &counted[leaf].articles);
                    let with: usize = with.map(Vec::len).sum();
                    let (all, with) = (articles as f64, with.min(articles) as f64);
                    (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
                })
                .collect();
            let mut found: Vec<(Cursor, Found)> = Vec::new();
            for (nth, (segment, (inside, mut counted))) in
                self.segments.iter().zip(counts).enumerate()
            {
                let lengths = segment.length()?;
                let together = together(&counted, &weights, &wanted, segment);
                for (counts, weight) in counted.iter_mut().zip(&weights) {
                    for (doc, score) in &mut counts.articles {
                        let count = f64::from(*score);
                        let length = 1.0 - LENGTH + LENGTH * lengths.get_val(*doc) as f64 / mean;
                        let worth =
                            weight * count * (SATURATION + 1.0) / (count + SATURATION * length);
                        #[expect(clippy::cast_possible_truncation, reason = "a score is small")]
                        {
                            *score = worth as f32;
                        }
                    }
                }
                let evaluation = Evaluation {
                    plan: &plan,
                    segment,
                    counted: &counted,
                    inside: inside.as_ref(),
                };
                for (doc, score) in evaluation.of(&words)? {
                    let one = Found {
                        segment: nth,
                        doc,
                        score: score + TOGETHER * find(&together, doc).unwrap_or(0.0),
                    };
                    found.push((key(&self.segments, one)?, one));
                }
            }
            if let Some(after) = query.after {
                found.retain(|(key, _)| order(query.sort, key, &after) == Ordering::Greater);
            }
            let total = found.len();
            found.sort_by(|a, b| order(query.sort, &a.0, &b.0));
            let wanted: Vec<Found> = found
                .into_iter()
                .skip(query.offset)
                .take(query.limit)
                .map(|(_, one)| one)
                .collect();
            let hits = self.with_passages(&plan, &wanted, &tests)?;
            Ok(ArticleHits { total, hits })
        })
    }

    fn with_passages(
        &self,
        plan: &Plan,
        wanted: &[Found],
        tests: &[Node],
    ) -> Result<Vec<ArticleHit>> {
        let mut best: Vec<Vec<Found>> = vec![Vec::new(); wanted.len()];
        let leaves: Vec<Node> = words_of(plan);
        for (nth, segment) in self.segments.iter().enumerate() {
            let mut here: Vec<usize> = (0..wanted.len())
                .filter(|&place| wanted[place].segment == nth)
                .collect();
            here.sort_by_key(|&place| wanted[place].doc);
            let mut sets = Vec::new();
            if !leaves.is_empty() {
                sets.push(open(plan, &Node::Any(leaves.clone()), segment)?);
            }
            for test in tests {
                sets.push(open(plan, test, segment)?);
            }
            if sets.is_empty() {
                sets.push(open(plan, &Node::All(Vec::new()), segment)?);
            }
            let mut docs = All::new(sets, Vec::new());
            let (places, attributions) = (segment.nth()?, segment.attribution()?);
            for place in here {
                let article = wanted[place].doc;
                let mut all: Vec<(Found, u64)> = Vec::new();
                let mut doc = docs.seek(article + 1);
                while doc != END && doc - article == u32::try_from(places.get_val(doc)).unwrap_or(0)
                {
                    let score = docs.score();
                    all.push((
                        Found {
                            segment: nth,
                            doc,
                            score,
                        },
                        attributions.get_val(doc),
                    ));
                    doc = docs.advance();
                }
                all.sort_by(|a, b| b.0.score.total_cmp(&a.0.score).then(a.0.doc.cmp(&b.0.doc)));
                let mut seen = Vec::new();
                all.retain(|&(_, attribution)| {
                    let new = attribution == 0 || !seen.contains(&attribution);
                    seen.push(attribution);
                    new
                });
                best[place] = all.into_iter().take(BEST).map(|(one, _)| one).collect();
            }
        }
        let marks = Marks::new(plan);
        let mut hits = Vec::with_capacity(wanted.len());
        for (one, best) in wanted.iter().zip(best) {
            let mut records = Records::new(&self.segments);
            let mut passages = Vec::with_capacity(best.len());
            for passage in best {
                let mut hit = records.hit(passage, key(&self.segments, passage)?)?;
                hit.matches = marks.find(&hit.article, &hit.passage);
                passages.push(hit);
            }
            hits.push(ArticleHit {
                article: records.article(one.segment, one.doc)?,
                score: one.score,
                passages,
            });
        }
        Ok(hits)
    }
}

/// What is asked of an article as a whole, and what of each passage that counts.
fn parted(plan: &Plan) -> (Node, Vec<Node>) {
    let of_passage = |node: &Node| match node {
        Node::Tag(_) | Node::Said(_) => true,
        Node::Leaf(nth) => matches!(plan.leaves[*nth].places[..], [Place::Passage(..)]),
        Node::Any(parts) => parts.iter().all(|part| matches!(part, Node::Tag(_))),
        _ => false,
    };
    let parts = match &plan.node {
        Node::All(parts) => parts.clone(),
        node => vec![node.clone()],
    };
    let (mut tests, mut words): (Vec<Node>, Vec<Node>) = parts.into_iter().partition(of_passage);
    let (more, rest): (Vec<Node>, Vec<Node>) = plan.filter.iter().cloned().partition(of_passage);
    tests.extend(more);
    words.extend(rest);
    (Node::All(words), tests)
}

/// The words of the query that are not left out.
fn words_of(plan: &Plan) -> Vec<Node> {
    fn gather(node: &Node, leaves: &mut Vec<Node>) {
        match node {
            Node::Leaf(_) => leaves.push(node.clone()),
            Node::All(parts) | Node::Any(parts) => {
                for part in parts {
                    gather(part, leaves);
                }
            }
            _ => {}
        }
    }
    let mut leaves = Vec::new();
    gather(&plan.node, &mut leaves);
    leaves
}

/// The passages that count, as the articles they stand in and their own documents; `None` where all do.
type Inside = Vec<(DocId, Vec<DocId>)>;

fn inside(plan: &Plan, tests: &[Node], segment: &Segment) -> Result<Option<Inside>> {
    if tests.is_empty() {
        return Ok(None);
    }
    let mut docs = open(plan, &Node::All(tests.to_vec()), segment)?;
    let mut inside: Inside = Vec::new();
    while docs.doc() != END {
        let doc = docs.doc();
        let article = segment.article(doc)?;
        if segment.alive(doc) {
            match inside.last_mut() {
                Some((last, passages)) if *last == article => passages.push(doc),
                _ => inside.push((article, vec![doc])),
            }
        }
        docs.advance();
    }
    Ok(Some(inside))
}

/// Where the leaf is, and how often.
fn count(leaf: &Leaf, segment: &Segment, inside: Option<&Inside>) -> Result<Counts> {
    let mut articles: Scores = Vec::new();
    let mut passages = Vec::new();
    let repeats = segment.repeats()?;
    for &place in &leaf.places {
        for (mut docs, _, normed) in finds(leaf, place, segment)? {
            while docs.doc() != END {
                let doc = docs.doc();
                let (article, weight) = match place {
                    Place::Article(..) => (doc, HEADLINE),
                    Place::Passage(..) => (segment.article(doc)?, 0.0),
                    Place::Text => {
                        let mask = if normed { 1 } else { 2 };
                        // Where only some passages count, they need not repeat each other.
                        let counts = inside.is_some() || repeats.get_val(doc) & mask == 0;
                        (segment.article(doc)?, if counts { 1.0 } else { 0.0 })
                    }
                };
                let counts = match (inside, place) {
                    (None, _) => true,
                    (Some(inside), Place::Article(..)) => inside
                        .binary_search_by_key(&article, |(article, _)| *article)
                        .is_ok(),
                    (Some(inside), _) => inside
                        .binary_search_by_key(&article, |(article, _)| *article)
                        .is_ok_and(|at| inside[at].1.binary_search(&doc).is_ok()),
                };
                if counts && segment.alive(doc) {
                    let score = weight * docs.score();
                    match articles.last_mut() {
                        Some(last) if last.0 == article => last.1 += score,
                        _ => articles.push((article, score)),
                    }
                    if doc != article {
                        passages.push(doc);
                    }
                }
                docs.advance();
            }
        }
    }
    add_up(&mut articles);
    passages.sort_unstable();
    passages.dedup();
    Ok(Counts { articles, passages })
}

/// Makes one of all that is said of the same article.
fn add_up(scores: &mut Scores) {
    // Stable, so that scores are added up in the order of the query.
    scores.sort_by_key(|&(doc, _)| doc);
    scores.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same {
            first.1 += later.1;
        }
        same
    });
}

/// For each article, what the words tell that stand in one of its passages: in the one that has most.
fn together(counted: &[Counts], weights: &[f64], wanted: &[usize], segment: &Segment) -> Scores {
    let mut told = vec![0.0_f32; segment.max_doc() as usize];
    let mut best: Scores = Vec::new();
    for &leaf in wanted {
        let counts = &counted[leaf];
        #[expect(clippy::cast_possible_truncation, reason = "a logarithm is small")]
        let weight = weights[leaf] as f32;
        let mut articles = counts
            .articles
            .iter()
            .map(|&(article, _)| article)
            .peekable();
        let mut article = 0;
        for &doc in &counts.passages {
            while let Some(next) = articles.next_if(|&next| next <= doc) {
                article = next;
            }
            let told = &mut told[doc as usize];
            *told += weight;
            match best.last_mut() {
                Some(last) if last.0 == article => last.1 = last.1.max(*told),
                _ => best.push((article, *told)),
            }
        }
    }
    best.sort_by_key(|&(article, _)| article);
    best.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same {
            first.1 = first.1.max(later.1);
        }
        same
    });
    best
}

struct Evaluation<'e> {
    plan: &'e Plan,
    segment: &'e Segment,
    counted: &'e [Counts],
    inside: Option<&'e Inside>,
}

impl Evaluation<'_> {
    /// Every article that counts.
    fn everything(&self) -> Result<Scores> {
        Ok(match self.inside {
            Some(inside) => inside.iter().map(|&(article, _)| (article, 0.0)).collect(),
            None => self
                .segment
                .articles()?
                .iter()
                .map(|&doc| (doc, 0.0))
                .collect(),
        })
    }

    fn of(&self, node: &Node) -> Result<Scores> {
        Ok(match node {
            Node::Leaf(nth) => self.counted[*nth].articles.clone(),
            Node::Any(parts) => {
                let mut all = Vec::new();
                for part in parts {
                    all.extend(self.of(part)?);
                }
                add_up(&mut all);
                all
            }
            Node::All(parts) => {
                let (without, with): (Vec<&Node>, Vec<&Node>) =
                    parts.iter().partition(|part| matches!(part, Node::Not(_)));
                let (mut all, with) = match with.split_first() {
                    Some((first, rest)) if is_counted(first) => (self.of(first)?, rest),
                    _ => (self.everything()?, &with[..]),
                };
                for part in with {
                    let with = self.of(part)?;
                    all.retain_mut(|(doc, score)| {
                        let found = find(&with, *doc);
                        *score += found.unwrap_or(0.0);
                        found.is_some()
                    });
                }
                for part in without {
                    let Node::Not(inner) = part else { continue };
                    let without = self.of(inner)?;
                    all.retain(|&(doc, _)| find(&without, doc).is_none());
                }
                all
            }
            Node::Not(_) => self.of(&Node::All(vec![node.clone()]))?,
            other => {
                let mut docs = open(self.plan, other, self.segment)?;
                let mut all: Scores = Vec::new();
                while docs.doc() != END {
                    let article = self.segment.article(docs.doc())?;
                    if all.last().is_none_or(|&(last, _)| last != article) {
                        all.push((article, 0.0));
                    }
                    docs.advance();
                }
                all
            }
        })
    }
}

/// Whether what it finds are articles that live and count.
fn is_counted(node: &Node) -> bool {
    match node {
        Node::Leaf(_) => true,
        Node::Any(parts) => parts.iter().all(is_counted),
        _ => false,
    }
}

fn find(scores: &Scores, doc: DocId) -> Option<f32> {
    scores
        .binary_search_by_key(&doc, |&(doc, _)| doc)
        .ok()
        .map(|at| scores[at].1)
}
