//! Where in a passage a query matched.

use std::collections::HashSet;

use super::phrase::places;
use super::plan::{Node, Place, Plan};
use crate::index::tokens::Stems;
use crate::text::Span;
use crate::text::fold::Words;

/// The words and phrases that a passage may be marked for.
pub(super) struct Marks<'p> {
    leaves: Vec<(Vec<HashSet<&'p str>>, u32)>,
    stems: Stems,
}

impl<'p> Marks<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        let mut wanted = Vec::new();
        positive(&plan.node, &mut wanted);
        let leaves = wanted
            .into_iter()
            .map(|nth| &plan.leaves[nth])
            .filter(|leaf| leaf.places.contains(&Place::Text))
            .map(|leaf| {
                let slots = leaf
                    .slots
                    .iter()
                    .map(|forms| forms.iter().map(String::as_str).collect())
                    .collect();
                (slots, leaf.within)
            })
            .collect();
        Self {
            leaves,
            stems: Stems::default(),
        }
    }

    /// Where in `text` they stand, in order, not overlapping.
    pub(super) fn find(&mut self, text: &str) -> Vec<Span> {
        if self.leaves.is_empty() {
            return Vec::new();
        }
        let mut words = Words::new(text);
        let mut spans = Vec::new();
        let mut positions: Vec<Vec<Vec<u32>>> = self
            .leaves
            .iter()
            .map(|(slots, _)| vec![Vec::new(); slots.len()])
            .collect();
        while let Some(span) = words.next() {
            let Ok(position) = u32::try_from(spans.len()) else {
                break;
            };
            spans.push(span);
            let stem = self.stems.marked(words.word());
            for ((slots, _), positions) in self.leaves.iter().zip(&mut positions) {
                for (forms, positions) in slots.iter().zip(positions) {
                    if forms.contains(words.word()) || stem.is_some_and(|stem| forms.contains(stem))
                    {
                        positions.push(position);
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
                    found.push(spans[first].cover(spans[last]));
                } else {
                    // Of words near each other, each by itself.
                    let here = (first..=last).filter(|&nth| {
                        u32::try_from(nth).is_ok_and(|nth| {
                            positions
                                .iter()
                                .any(|slot| slot.binary_search(&nth).is_ok())
                        })
                    });
                    found.extend(here.map(|nth| spans[nth]));
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
fn positive(node: &Node, leaves: &mut Vec<usize>) {
    match node {
        Node::Leaf(nth) => leaves.push(*nth),
        Node::All(parts) | Node::Any(parts) => parts.iter().for_each(|part| positive(part, leaves)),
        Node::Not(_) | Node::Tag(_) | Node::Published(_) | Node::Said(_) | Node::NewSince(_) => {}
    }
}
