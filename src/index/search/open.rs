//! A plan in one part of the index: documents in order.

use super::docs::{All, Any, Children, Docs, END, Listed, Tested};
use super::phrase::{Phrase, Slot};
use super::plan::{CONTEXT, Leaf, Node, Place, Plan, numbers};
use super::segment::Segment;
use super::window::Window;
use crate::error::Result;
use tantivy::DocId;
use tantivy::fieldnorm::FieldNormReader;

/// How soon more of the same word stops counting.
const SATURATION: f32 = 1.2;
/// How much a long passage has to make up for.
const LENGTH: f32 = 0.5;
/// More forms of a word than this are written down together first.
const FORMS: usize = 24;

/// The passages of `segment` that answer, with what they score.
pub(super) fn passages(plan: &Plan, segment: &Segment) -> Result<Box<dyn Docs>> {
    let mut parts = vec![plan.node.clone()];
    parts.extend(plan.filter.iter().cloned());
    open(plan, &Node::All(parts), segment)
}

/// The passages of `segment` under `node`.
pub(super) fn open(plan: &Plan, node: &Node, segment: &Segment) -> Result<Box<dyn Docs>> {
    Ok(match node {
        Node::Leaf(nth) => leaf(&plan.leaves[*nth], plan.mean, segment)?,
        Node::Tag(tag) => {
            let nth = segment.nth()?.clone();
            match segment.term(segment.fields.tag, tag)? {
                // An article's own document has its tags, too.
                Some(postings) if tag.starts_with("a:") => Box::new(All::new(
                    vec![
                        Box::new(Unscored(Box::new(postings))),
                        Box::new(Tested::new(segment.max_doc(), move |doc| {
                            nth.get_val(doc) > 0
                        })),
                    ],
                    Vec::new(),
                )),
                Some(postings) => Box::new(Unscored(Box::new(postings))),
                None => Box::new(Listed::new(Vec::new())),
            }
        }
        Node::Published(days) => {
            let (from, to) = numbers(*days);
            let (nth, day) = (segment.nth()?.clone(), segment.day()?.clone());
            Box::new(Tested::new(segment.max_doc(), move |doc| {
                let place = u32::try_from(nth.get_val(doc)).unwrap_or(0);
                place > 0
                    && day
                        .first(doc - place.min(doc))
                        .is_some_and(|day| from <= day && day <= to)
            }))
        }
        Node::Said(days) => {
            let (from, to) = numbers(*days);
            let (first, last) = (segment.said_from()?.clone(), segment.said_to()?.clone());
            Box::new(Tested::new(segment.max_doc(), move |doc| {
                first.first(doc).is_some_and(|first| first <= to)
                    && last.first(doc).is_some_and(|last| from <= last)
            }))
        }
        Node::NewSince(mark) => {
            let (nth, commit, mark) = (segment.nth()?.clone(), segment.commit()?.clone(), *mark);
            Box::new(Tested::new(segment.max_doc(), move |doc| {
                let place = u32::try_from(nth.get_val(doc)).unwrap_or(0);
                place > 0 && commit.get_val(doc - place.min(doc)) > mark
            }))
        }
        Node::Not(_) => open(plan, &Node::All(vec![node.clone()]), segment)?,
        Node::All(parts) => {
            let (mut sets, mut without) = (Vec::new(), Vec::new());
            for part in parts {
                match part {
                    Node::Not(inner) => without.push(open(plan, inner, segment)?),
                    Node::All(inner) if inner.is_empty() => {}
                    part => sets.push(open(plan, part, segment)?),
                }
            }
            if sets.is_empty() {
                sets.push(everything(segment)?);
            }
            if sets.len() == 1 && without.is_empty() {
                return Ok(sets.remove(0));
            }
            Box::new(All::new(sets, without))
        }
        Node::Any(parts) => {
            let sets = parts
                .iter()
                .map(|part| open(plan, part, segment))
                .collect::<Result<_>>()?;
            Box::new(Any::new(sets))
        }
    })
}

/// Every passage.
fn everything(segment: &Segment) -> Result<Box<dyn Docs>> {
    let nth = segment.nth()?.clone();
    Ok(Box::new(Tested::new(segment.max_doc(), move |doc| {
        nth.get_val(doc) > 0
    })))
}

fn leaf(leaf: &Leaf, mean: f32, segment: &Segment) -> Result<Box<dyn Docs>> {
    let mut sources = Vec::new();
    for &place in &leaf.places {
        let blocks = segment.blocks()?;
        for (docs, weight, normed) in finds(leaf, place, segment)? {
            if docs.doc() == END {
                continue;
            }
            let docs = match place {
                Place::Article(..) => Box::new(Children::new(docs, blocks.clone())),
                Place::Text | Place::Passage(..) => docs,
            };
            sources.push(Source {
                docs,
                weight,
                normed,
            });
        }
    }
    let doc = sources
        .iter()
        .map(|source| source.docs.doc())
        .min()
        .unwrap_or(END);
    #[expect(clippy::cast_possible_truncation, reason = "a logarithm is small")]
    Ok(Box::new(Scored {
        sources,
        norms: segment.norms(segment.fields.words)?,
        mean,
        weight: leaf.weight as f32,
        doc,
        counts: None,
    }))
}

/// What a find in a passage of so many terms is divided by.
#[expect(clippy::cast_precision_loss, reason = "a length is small")]
fn divisor(length: u32, mean: f32) -> f32 {
    1.0 - LENGTH + LENGTH * length as f32 / mean
}

/// Documents, what a find in them is worth, and whether long passages have to make up for it.
type Find = (Box<dyn Docs>, f32, bool);

/// The documents of `place` that have the leaf, with what a find is worth and whether long passages make up for it.
pub(super) fn finds(leaf: &Leaf, place: Place, segment: &Segment) -> Result<Vec<Find>> {
    let weights = match place {
        Place::Text => vec![
            (segment.fields.words, 1.0, true),
            (segment.fields.context, CONTEXT, false),
        ],
        Place::Passage(field, weight) | Place::Article(field, weight) => {
            vec![(field, weight, false)]
        }
    };
    if let [forms] = &leaf.slots[..] {
        let mut found: Vec<Find> = Vec::new();
        for (field, weight, normed) in weights {
            let mut sets = forms.iter().map(|form| segment.term(field, form));
            if forms.len() <= FORMS {
                for set in sets.by_ref() {
                    found.extend(set?.map(|set| (Box::new(set) as Box<dyn Docs>, weight, normed)));
                }
                continue;
            }
            let mut docs = Vec::new();
            for set in sets {
                let Some(mut set) = set? else {
                    continue;
                };
                while set.doc() != END {
                    docs.push((set.doc(), set.score()));
                    set.advance();
                }
            }
            found.push((Box::new(Listed::new(docs)), weight, normed));
        }
        return Ok(found);
    }
    let mut slots = Vec::new();
    for forms in &leaf.slots {
        let mut postings = Vec::new();
        let mut own = 0;
        for (nth, &(field, ..)) in weights.iter().enumerate() {
            for form in forms {
                postings.extend(segment.positions(field, form)?);
            }
            if nth == 0 {
                own = postings.len();
            }
        }
        if postings.is_empty() {
            return Ok(Vec::new());
        }
        slots.push(Slot::new(postings, own));
    }
    if slots.is_empty() {
        return Ok(Vec::new());
    }
    let (_, weight, normed) = weights[0];
    Ok(vec![(
        Box::new(Phrase::new(slots, leaf.within)),
        weight,
        normed,
    )])
}

/// Documents with a word in one field or another, scored over all of them together.
struct Scored {
    sources: Vec<Source>,
    norms: FieldNormReader,
    mean: f32,
    weight: f32,
    doc: DocId,
    /// What it counts in the documents of the window at hand.
    counts: Option<Box<Window>>,
}

impl Scored {
    /// What a word that counts so much scores: ever less, the more of it there is.
    fn saturated(&self, count: f32) -> f32 {
        self.weight * count * (SATURATION + 1.0) / (count + SATURATION)
    }
}

struct Source {
    docs: Box<dyn Docs>,
    weight: f32,
    normed: bool,
}

impl Docs for Scored {
    fn doc(&self) -> DocId {
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.doc = END;
            for source in &mut self.sources {
                let doc = source.docs.doc();
                let doc = if doc < target {
                    source.docs.seek(target)
                } else {
                    doc
                };
                self.doc = self.doc.min(doc);
            }
        }
        self.doc
    }

    /// BM25 over fields: what a word counts in each, and then how soon it is enough.
    fn score(&mut self) -> f32 {
        let length = divisor(self.norms.fieldnorm(self.doc), self.mean);
        let mut count = 0.0;
        for source in &mut self.sources {
            if source.docs.doc() == self.doc {
                let found = source.weight * source.docs.score();
                count += if source.normed { found / length } else { found };
            }
        }
        self.saturated(count)
    }

    fn cost(&self) -> u32 {
        self.sources
            .iter()
            .fold(0, |cost, source| cost.saturating_add(source.docs.cost()))
    }

    fn pour(&mut self, window: &mut Window) {
        let mut counts = self.counts.take().unwrap_or_else(|| {
            let mean = self.mean;
            let divisor = move |length| divisor(length, mean);
            Box::new(Window::with_lengths(self.norms.clone(), divisor))
        });
        counts.begin(window.base());
        self.doc = END;
        for source in &mut self.sources {
            counts.weigh(source.weight, source.normed);
            source.docs.pour(&mut counts);
            self.doc = self.doc.min(source.docs.doc());
        }
        window.add_all(&counts, |count| self.saturated(count));
        self.counts = Some(counts);
    }
}

/// The same documents, worth nothing.
struct Unscored(Box<dyn Docs>);

impl Docs for Unscored {
    fn doc(&self) -> DocId {
        self.0.doc()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.0.seek(target)
    }

    fn advance(&mut self) -> DocId {
        self.0.advance()
    }

    fn score(&mut self) -> f32 {
        0.0
    }

    fn cost(&self) -> u32 {
        self.0.cost()
    }

    fn pour(&mut self, window: &mut Window) {
        window.weigh(0.0, false);
        self.0.pour(window);
        window.weigh(1.0, false);
    }
}
