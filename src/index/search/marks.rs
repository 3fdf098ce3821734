//! Where in a passage a query matched.

use super::phrase::places;
use super::plan::{Node, Place, Plan};
use crate::article::Article;
use crate::index::wording::Around;
use crate::passage::Passage;
use crate::text::fold::Words;
use crate::text::{Excerpt, Span};

/// The words and phrases that a passage may be marked for.
pub(super) struct Marks<'p> {
    leaves: Vec<(Vec<Vec<&'p str>>, u32)>,
}

impl<'p> Marks<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        let mut wanted = Vec::new();
        positive(&plan.node, &mut wanted);
        let leaves: Vec<(Vec<Vec<&str>>, u32)> = wanted
            .into_iter()
            .map(|nth| &plan.leaves[nth])
            .filter(|leaf| leaf.places.contains(&Place::Text))
            .map(|leaf| {
                let slots = leaf
                    .slots
                    .iter()
                    .map(|forms| {
                        let mut forms: Vec<&str> = forms.iter().map(String::as_str).collect();
                        forms.sort_unstable();
                        forms
                    })
                    .collect();
                (slots, leaf.within)
            })
            .collect();
        Self { leaves }
    }

    /// Where in the words of `passage` they stand, in order, not overlapping. Of a phrase that begins or ends around
    /// the passage, it is what stands in it.
    pub(super) fn find(&self, article: &Article, passage: &Passage) -> Vec<Span> {
        if self.leaves.is_empty() {
            return Vec::new();
        }
        let around = if self.leaves.iter().any(|(slots, _)| slots.len() > 1) {
            Around::of(passage)
        } else {
            Around::default()
        };
        // The words as they are counted in the index, and where each stands if it is the passage's own.
        let mut spans = Vec::new();
        let mut positions: Vec<Vec<Vec<u32>>> = self
            .leaves
            .iter()
            .map(|(slots, _)| vec![Vec::new(); slots.len()])
            .collect();
        let [before, after] =
            [around.before, around.after].map(|spans| Excerpt::cut(&article.text, spans));
        for (text, own) in [
            (before.text(), false),
            (passage.words.text(), true),
            (after.text(), false),
        ] {
            let mut words = Words::new(text);
            while let Some(span) = words.next() {
                let Ok(position) = u32::try_from(spans.len()) else {
                    break;
                };
                spans.push(own.then_some(span));
                for ((slots, _), positions) in self.leaves.iter().zip(&mut positions) {
                    for (forms, positions) in slots.iter().zip(positions) {
                        if forms.binary_search(&words.word()).is_ok() {
                            positions.push(position);
                        }
                    }
                }
            }
        }
        let mut found: Vec<Span> = Vec::new();
        for ((slots, within), positions) in self.leaves.iter().zip(&positions) {
            let positions: Vec<&[u32]> = positions.iter().map(Vec::as_slice).collect();
            for (first, last) in places(&positions, *within) {
                let (first, last) = (first as usize, last as usize);
                if *within == 0 || slots.len() == 1 {
                    let own = spans[first..=last].iter().flatten().copied();
                    found.extend(own.reduce(Span::cover));
                } else {
                    // Of words near each other, each by itself.
                    let here = (first..=last).filter(|&nth| {
                        u32::try_from(nth).is_ok_and(|nth| {
                            positions
                                .iter()
                                .any(|slot| slot.binary_search(&nth).is_ok())
                        })
                    });
                    found.extend(here.filter_map(|nth| spans[nth]));
                }
            }
        }
        found.sort_unstable();
        let mut apart: Vec<Span> = Vec::with_capacity(found.len());
        for span in found {
            match apart.last_mut() {
                Some(last) if last.overlaps(span) => *last = last.cover(span),
                _ => apart.push(span),
            }
        }
        apart
    }
}

/// The leaves that are not left out.
pub(super) fn positive(node: &Node, leaves: &mut Vec<usize>) {
    match node {
        Node::Leaf(nth) => leaves.push(*nth),
        Node::All(parts) | Node::Any(parts) => parts.iter().for_each(|part| positive(part, leaves)),
        Node::Not(_) | Node::Tag(_) | Node::Published(_) | Node::Said(_) | Node::NewSince(_) => {}
    }
}
