//! Why a passage ranks where it does.

use tantivy::DocId;

use super::Searcher;
use super::docs::Docs;
use super::marks::positive;
use super::open::{finds, open};
use super::plan::{Node, Place, Plan};
use super::segment::Segment;
use crate::error::Result;
use crate::index::guard::guarded;
use crate::query::Query;

/// What one word or phrase of a query adds to the score of a passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The word or phrase as typed.
    pub words: String,
    /// What it adds; nought where the passage has it not.
    pub score: f32,
    /// How much it tells, whatever the passage: the rarer the more.
    pub rarity: f32,
    /// Where it was found, and how often: in the `text`, its `context`, the `speaker`, the `headline` or another field.
    pub places: Vec<(String, u32)>,
}

impl Searcher {
    /// Why the passage with this id ranks where it does for `query`: a reason for each word, in the order of the query.
    /// `None` where there is no such passage.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn explain(&self, query: &Query, id: &str) -> Result<Option<Vec<Reason>>> {
        guarded(|| {
            let Some(found) = self.locate(id)? else {
                return Ok(None);
            };
            let segment = &self.segments[found.segment];
            let plan = Plan::new(query, &self.segments, self.fields)?;
            let mut leaves = Vec::new();
            positive(&plan.node, &mut leaves);
            let mut reasons = Vec::new();
            for nth in leaves {
                let leaf = &plan.leaves[nth];
                let mut docs = open(&plan, &Node::Leaf(nth), segment)?;
                let has = docs.seek(found.doc) == found.doc;
                let mut places = Vec::new();
                for &place in &leaf.places {
                    let at = match place {
                        Place::Article(..) => segment.article(found.doc)?,
                        Place::Text | Place::Passage(..) => found.doc,
                    };
                    for (mut docs, _, normed) in finds(leaf, place, segment)? {
                        if let Some(count) = count(&mut *docs, at) {
                            let name = name(place, normed, segment);
                            match places.last_mut() {
                                Some((last, counted)) if *last == name => *counted += count,
                                _ => places.push((name, count)),
                            }
                        }
                    }
                }
                #[expect(clippy::cast_possible_truncation, reason = "a logarithm is small")]
                reasons.push(Reason {
                    words: leaf.typed.clone(),
                    score: if has { docs.score() } else { 0.0 },
                    rarity: leaf.weight as f32,
                    places,
                });
            }
            Ok(Some(reasons))
        })
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a frequency is a small whole number"
)]
fn count(docs: &mut dyn Docs, doc: DocId) -> Option<u32> {
    (docs.seek(doc) == doc).then(|| docs.score() as u32)
}

fn name(place: Place, normed: bool, segment: &Segment) -> String {
    match place {
        Place::Text if normed => "text".to_owned(),
        Place::Text => "context".to_owned(),
        Place::Passage(field, _) | Place::Article(field, _) => {
            segment.reader.schema().get_field_name(field).to_owned()
        }
    }
}
