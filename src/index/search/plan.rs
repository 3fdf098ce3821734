//! A query as terms: what is to be found in which field, and what each find is worth.

use std::ops::Range;

use tantivy::query::FuzzyTermQuery;
use tantivy::schema::{Field as TermField, Term};
use tantivy::termdict::TermStreamer;
use tantivy_fst::Automaton;

use super::segment::Segment;
use crate::attribution::Medium;
use crate::error::{Error, Result};
use crate::index::block::{article_tag, day_number};
use crate::index::folder::told;
use crate::index::kin::Kin;
use crate::index::schema::{Fields, TAG_ARTICLE, TAG_SOURCE};
use crate::index::stems;
use crate::query::{Expression, Field, Interval, KindName, Pattern, Query};
use crate::text::fold;

/// A query, ready to be asked of each part of the index.
pub(super) struct Plan {
    /// What is looked for.
    pub(super) node: Node,
    /// What every passage must be besides, which no word is worth anything for.
    pub(super) filter: Vec<Node>,
    /// The words and phrases in `node` and `filter`.
    pub(super) leaves: Vec<Leaf>,
    /// The mean length of a passage, in terms.
    pub(super) mean: f32,
}

/// What passages must have.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Leaf(usize),
    Tag(String),
    Published(Interval),
    Said(Interval),
    NewSince(u64),
    Not(Box<Node>),
    All(Vec<Node>),
    Any(Vec<Node>),
}

/// A word or phrase.
pub(super) struct Leaf {
    /// As it was typed.
    pub(super) typed: String,
    /// For each word in a row, the terms that stand for it.
    pub(super) slots: Vec<Vec<String>>,
    /// How many other words may stand among them.
    pub(super) within: u32,
    /// Where it may stand.
    pub(super) places: Vec<Place>,
    /// How much it tells: the rarer the more.
    pub(super) weight: f64,
}

/// Fields whose positions go on from one to the other, what a find there is worth, and whether they are an article's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// The words of a passage and of its context.
    Text,
    /// One field of a passage.
    Passage(TermField, f32),
    /// One field of an article.
    Article(TermField, f32),
}

/// What a word in the context is worth beside one in the passage itself.
pub(super) const CONTEXT: f32 = 0.4;
/// The same for a name of the speaker.
const SPEAKER: f32 = 0.7;
/// The same for the headline.
const HEADLINE: f32 = 0.3;

impl Plan {
    pub(super) fn new(query: &Query, segments: &[Segment], fields: Fields) -> Result<Self> {
        let mut planner = Planner {
            segments,
            fields,
            leaves: Vec::new(),
            passages: 0,
        };
        planner.passages = planner.passages()?;
        let node = match &query.expression {
            Some(expression) => planner.node(expression)?,
            None => Node::All(Vec::new()),
        };
        let node = if query.any {
            any(node, &planner.leaves)
        } else {
            node
        };
        let mut filter = Vec::new();
        if !query.kinds.is_empty() {
            filter.push(Node::Any(
                query
                    .kinds
                    .iter()
                    .map(|&kind| Node::Tag(kind_tag(kind)))
                    .collect(),
            ));
        }
        for (field, words) in [
            (Field::Speaker, &query.speaker),
            (Field::Publisher, &query.publisher),
        ] {
            if let Some(words) = words {
                for (word, _) in fold::words(words) {
                    filter.push(planner.leaf(Some(field), &Pattern::Word(word))?);
                }
            }
        }
        if query.since.is_some() || query.until.is_some() {
            filter.push(Node::Published(Interval {
                from: query.since,
                to: query.until,
            }));
        }
        filter.extend(query.new_since.map(Node::NewSince));
        let mean = planner.mean()?;
        Ok(Self {
            node,
            filter,
            leaves: planner.leaves,
            mean,
        })
    }
}

/// The same with one of the words being enough; what is asked of a field, and what is left out, stays as it is.
fn any(node: Node, leaves: &[Leaf]) -> Node {
    let Node::All(parts) = node else { return node };
    let (words, mut rest): (Vec<Node>, Vec<Node>) =
        parts.into_iter().partition(|part| is_words(part, leaves));
    if !words.is_empty() {
        rest.insert(0, Node::Any(words));
    }
    Node::All(rest)
}

fn is_words(node: &Node, leaves: &[Leaf]) -> bool {
    match node {
        Node::Leaf(nth) => leaves[*nth].places.contains(&Place::Text),
        Node::All(parts) | Node::Any(parts) => parts.iter().all(|part| is_words(part, leaves)),
        _ => false,
    }
}

/// The letter that the expression is, if it is one.
fn letter(expression: &Expression) -> Option<char> {
    let Expression::Words(Pattern::Word(word)) = expression else {
        return None;
    };
    let mut chars = word.chars();
    let first = chars.next().filter(|c| c.is_alphabetic())?;
    chars.next().is_none().then_some(first)
}

fn kind_tag(kind: KindName) -> String {
    format!("kind:{}", kind.as_str())
}

fn medium_tag(medium: Medium) -> String {
    format!("medium:{}", medium.as_str())
}

struct Planner<'s> {
    segments: &'s [Segment],
    fields: Fields,
    leaves: Vec<Leaf>,
    /// How many passages there are.
    passages: u64,
}

impl Planner<'_> {
    fn node(&mut self, expression: &Expression) -> Result<Node> {
        Ok(match expression {
            Expression::Words(pattern) => self.leaf(None, pattern)?,
            Expression::In(field, pattern) => self.leaf(Some(*field), pattern)?,
            Expression::Kind(kind) => Node::Tag(kind_tag(*kind)),
            Expression::Medium(medium) => Node::Tag(medium_tag(*medium)),
            Expression::Article(id) => Node::Tag(article_tag(id)),
            Expression::Published(days) => Node::Published(*days),
            Expression::Said(days) => Node::Said(*days),
            Expression::Not(inner) => Node::Not(Box::new(self.node(inner)?)),
            Expression::All(parts) => Node::All(self.side_by_side(parts)?),
            Expression::Any(parts) => Node::Any(self.nodes(parts)?),
        })
    }

    fn nodes(&mut self, parts: &[Expression]) -> Result<Vec<Node>> {
        parts.iter().map(|part| self.node(part)).collect()
    }

    /// Parts that stand side by side. Single letters in a row may be an acronym without its dots: `U N` finds `U.N.`,
    /// which is one word.
    fn side_by_side(&mut self, parts: &[Expression]) -> Result<Vec<Node>> {
        let mut nodes = Vec::with_capacity(parts.len());
        let mut rest = parts;
        while let Some(first) = rest.first() {
            let letters: String = rest.iter().map_while(letter).collect();
            let run = letters.chars().count();
            if run < 2 {
                nodes.push(self.node(first)?);
                rest = &rest[1..];
            } else {
                let spelled = Node::All(self.nodes(&rest[..run])?);
                let word = self.leaf(None, &Pattern::Word(letters))?;
                nodes.push(Node::Any(vec![spelled, word]));
                rest = &rest[run..];
            }
        }
        Ok(nodes)
    }

    fn leaf(&mut self, field: Option<Field>, pattern: &Pattern) -> Result<Node> {
        let places = match field {
            None => vec![
                Place::Text,
                Place::Passage(self.fields.speaker, SPEAKER),
                Place::Article(self.fields.headline, HEADLINE),
            ],
            Some(Field::Speaker) => vec![Place::Passage(self.fields.speaker, SPEAKER)],
            Some(Field::Cue) => vec![Place::Passage(self.fields.cue, HEADLINE)],
            Some(Field::Headline) => vec![Place::Article(self.fields.headline, HEADLINE)],
            Some(Field::Publisher) => vec![Place::Article(self.fields.publisher, 0.0)],
            Some(Field::Byline) => vec![Place::Article(self.fields.byline, 0.0)],
        };
        let (Pattern::Word(text)
        | Pattern::Phrase(text, _)
        | Pattern::Prefix(text)
        | Pattern::Fuzzy(text, _)) = pattern;
        let mut slots = verbatim(text);
        let within = match pattern {
            Pattern::Phrase(_, within) => *within,
            _ => 0,
        };
        let mut weight = 0.0;
        let last = slots.len().saturating_sub(1);
        for (nth, slot) in slots.iter_mut().enumerate() {
            weight += match pattern {
                // A name is no word that is bent.
                Pattern::Word(_) if field != Some(Field::Speaker) => {
                    let word = slot.pop().unwrap_or_default();
                    let stem = stems::of(&word);
                    let ranges = stems::ranges(&stem);
                    self.expand(slot, &places, |segment, field, found| {
                        let wanted = |word: &str| stems::of(word) == stem;
                        if !stems::is_letter(&stem) {
                            accepted(segment, field, &stem, Kin::of(&stem), wanted, found)?;
                        }
                        ranges
                            .iter()
                            .try_for_each(|range| between(segment, field, range, wanted, found))
                    })?
                }
                Pattern::Prefix(_) if nth == last => {
                    let start = slot.pop().unwrap_or_default();
                    let end = format!("{start}\u{10ffff}");
                    let range = start..end;
                    self.expand(slot, &places, |segment, field, found| {
                        between(segment, field, &range, |_| true, found)
                    })?
                }
                Pattern::Fuzzy(_, wrong) => {
                    let word = slot.pop().unwrap_or_default();
                    self.expand(slot, &places, |segment, field, found| {
                        let query =
                            FuzzyTermQuery::new(Term::from_field_text(field, &word), *wrong, true);
                        let automaton = query.automaton().map_err(|error| told(&error, READ))?;
                        accepted(segment, field, "", automaton, |_| true, found)
                    })?
                }
                _ => self.weight(slot, &places)?,
            };
        }
        let typed = match field {
            Some(field) => format!("{}:{pattern}", field.as_str()),
            None => pattern.to_string(),
        };
        self.leaves.push(Leaf {
            typed,
            slots,
            within,
            places,
            weight,
        });
        Ok(Node::Leaf(self.leaves.len() - 1))
    }

    /// Puts every word into `slot` that `find` finds in the dictionaries of `places`, and tells how much one of them
    /// tells.
    fn expand(
        &self,
        slot: &mut Vec<String>,
        places: &[Place],
        find: impl Fn(&Segment, TermField, &mut Vec<(String, u32)>) -> Result<()>,
    ) -> Result<f64> {
        let mut most = 0;
        for field in places.iter().flat_map(|place| place.fields(self.fields)) {
            let mut found = Vec::new();
            for segment in self.segments {
                find(segment, field, &mut found)?;
            }
            most = most.max(found.iter().map(|&(_, count)| u64::from(count)).sum());
            slot.extend(found.into_iter().map(|(word, _)| word));
        }
        slot.sort_unstable();
        slot.dedup();
        Ok(self.rarity(most))
    }

    /// How much it tells that one of `terms` is there: the logarithm of how rare they are.
    fn weight(&self, terms: &[String], places: &[Place]) -> Result<f64> {
        let mut most = 0;
        for field in places.iter().flat_map(|place| place.fields(self.fields)) {
            let mut count = 0;
            for segment in self.segments {
                let inverted = segment.terms(field)?;
                for term in terms {
                    let term = Term::from_field_text(field, term);
                    count += u64::from(
                        inverted
                            .doc_freq(&term)
                            .map_err(|error| told(&error.into(), READ))?,
                    );
                }
            }
            most = most.max(count);
        }
        Ok(self.rarity(most))
    }

    /// How much it tells that a passage is one of `with`.
    fn rarity(&self, with: u64) -> f64 {
        let (all, with) = (self.passages as f64, with.min(self.passages) as f64);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    fn passages(&self) -> Result<u64> {
        let mut count = 0;
        for segment in self.segments {
            count += u64::from(segment.max_doc());
            let tags = segment.terms(self.fields.tag)?;
            for tag in [TAG_ARTICLE, TAG_SOURCE] {
                let tag = Term::from_field_text(self.fields.tag, tag);
                count -= u64::from(
                    tags.doc_freq(&tag)
                        .map_err(|error| told(&error.into(), READ))?,
                );
            }
        }
        Ok(count)
    }

    fn mean(&self) -> Result<f32> {
        let mut terms = 0;
        for segment in self.segments {
            terms += segment.terms(self.fields.words)?.total_num_tokens();
        }
        #[expect(clippy::cast_possible_truncation, reason = "a mean length is small")]
        Ok((terms as f64 / self.passages.max(1) as f64).max(1.0) as f32)
    }
}

impl Place {
    pub(super) fn fields(self, fields: Fields) -> Vec<TermField> {
        match self {
            Self::Text => vec![fields.words, fields.context],
            Self::Passage(field, _) | Self::Article(field, _) => vec![field],
        }
    }
}

/// The words of a dictionary that begin with `start`, `automaton` accepts and are wanted, and how many documents have
/// each.
fn accepted<A: Automaton<State: Clone>>(
    segment: &Segment,
    field: TermField,
    start: &str,
    automaton: A,
    wanted: impl Fn(&str) -> bool,
    found: &mut Vec<(String, u32)>,
) -> Result<()> {
    let terms = segment.terms(field)?;
    let words = terms.terms().search(automaton);
    let words = words.ge(start).lt(format!("{start}\u{10ffff}"));
    take(words.into_stream().map_err(failed)?, wanted, found);
    Ok(())
}

/// The words of a dictionary that lie in `range` and are wanted, and how many documents have each.
fn between(
    segment: &Segment,
    field: TermField,
    range: &Range<String>,
    wanted: impl Fn(&str) -> bool,
    found: &mut Vec<(String, u32)>,
) -> Result<()> {
    let terms = segment.terms(field)?;
    let words = terms.terms().range();
    let words = words.ge(range.start.as_bytes()).lt(range.end.as_bytes());
    take(words.into_stream().map_err(failed)?, wanted, found);
    Ok(())
}

/// Takes those of `words` that are wanted, each with the number of documents that have it.
fn take<A: Automaton<State: Clone>>(
    mut words: TermStreamer<A>,
    wanted: impl Fn(&str) -> bool,
    found: &mut Vec<(String, u32)>,
) {
    while words.advance() {
        if let Ok(word) = std::str::from_utf8(words.key())
            && wanted(word)
        {
            found.push((word.to_owned(), words.value().doc_freq));
        }
    }
}

/// The words of `text` as they stand.
fn verbatim(text: &str) -> Vec<Vec<String>> {
    fold::words(text)
        .into_iter()
        .map(|(word, _)| vec![word])
        .collect()
}

fn failed(error: std::io::Error) -> Error {
    told(&error.into(), READ)
}

/// The days of an interval as the numbers of columns.
pub(super) fn numbers(days: Interval) -> (i64, i64) {
    (
        days.from.map_or(i64::MIN, day_number),
        days.to.map_or(i64::MAX, day_number),
    )
}

const READ: &str = "read the index";
