//! Documents where words stand side by side, or near each other.

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::{DocId, DocSet};

use super::docs::{Docs, END};
use super::plan::CONTEXT;

/// One word of a phrase: any of its forms, in any of the fields whose positions go on from one to the other.
pub(super) struct Slot {
    forms: Vec<SegmentPostings>,
    /// How many of the forms, from the first, stand in the passage itself.
    own: usize,
    doc: DocId,
    positions: Vec<u32>,
    /// Those of the positions that are the passage's own.
    inside: Vec<u32>,
}

impl Slot {
    /// The `own` first of the forms stand in the passage itself, the others around it.
    pub(super) fn new(forms: Vec<SegmentPostings>, own: usize) -> Self {
        let doc = forms.iter().map(DocSet::doc).min().unwrap_or(END);
        Self {
            forms,
            own,
            doc,
            positions: Vec::new(),
            inside: Vec::new(),
        }
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.doc = END;
            for form in &mut self.forms {
                let doc = if form.doc() < target {
                    form.seek(target)
                } else {
                    form.doc()
                };
                self.doc = self.doc.min(doc);
            }
        }
        self.doc
    }

    fn cost(&self) -> u32 {
        self.forms
            .iter()
            .fold(0, |cost, form| cost.saturating_add(form.size_hint()))
    }

    /// Reads where it stands in the document.
    fn read(&mut self) {
        self.positions.clear();
        self.inside.clear();
        for (nth, form) in self.forms.iter_mut().enumerate() {
            if form.doc() == self.doc {
                form.append_positions_with_offset(0, &mut self.positions);
            }
            if nth + 1 == self.own {
                self.positions.sort_unstable();
                self.inside.extend_from_slice(&self.positions);
            }
        }
        self.positions.sort_unstable();
        self.positions.dedup();
    }

    /// Whether it stands between the two in the passage itself.
    fn inside(&self, (first, last): (u32, u32)) -> bool {
        let from = self.inside.partition_point(|&position| position < first);
        self.inside
            .get(from)
            .is_some_and(|&position| position <= last)
    }
}

/// Documents with the words of a phrase in order, or in any order within so many words.
pub(super) struct Phrase {
    slots: Vec<Slot>,
    within: u32,
    order: Vec<usize>,
    doc: DocId,
    /// How often it stands there, the less the more of it stands around the passage.
    count: f32,
}

impl Phrase {
    pub(super) fn new(slots: Vec<Slot>, within: u32) -> Self {
        let mut order: Vec<usize> = (0..slots.len()).collect();
        order.sort_by_key(|&nth| slots[nth].cost());
        let mut phrase = Self {
            slots,
            within,
            order,
            doc: 0,
            count: 0.0,
        };
        phrase.doc = phrase.from(0);
        phrase
    }

    fn from(&mut self, start: DocId) -> DocId {
        let mut candidate = start;
        'candidate: while candidate < END {
            for &nth in &self.order {
                let doc = self.slots[nth].seek(candidate);
                if doc > candidate {
                    candidate = doc;
                    continue 'candidate;
                }
            }
            self.slots.iter_mut().for_each(Slot::read);
            let positions: Vec<&[u32]> =
                self.slots.iter().map(|slot| &slot.positions[..]).collect();
            let found = places(&positions, self.within);
            if !found.is_empty() {
                self.count = found.iter().map(|&place| self.worth(place)).sum();
                return candidate;
            }
            candidate += 1;
        }
        END
    }

    #[expect(clippy::cast_precision_loss, reason = "a phrase has few words")]
    fn worth(&self, place: (u32, u32)) -> f32 {
        let inside = self.slots.iter().filter(|slot| slot.inside(place)).count();
        CONTEXT + (1.0 - CONTEXT) * (inside as f32 / self.slots.len() as f32)
    }
}

impl Docs for Phrase {
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
        self.count
    }

    fn cost(&self) -> u32 {
        // Positions are dear to read.
        self.order
            .first()
            .map_or(0, |&nth| self.slots[nth].cost().saturating_mul(4))
    }
}

/// Where words stand together, as first and last position: in this order side by side, or, `within` more than
/// nought, in any order with at most so many others among them. `slots` holds the positions of each word, ascending.
pub(super) fn places(slots: &[&[u32]], within: u32) -> Vec<(u32, u32)> {
    let Some(&first) = slots.first() else {
        return Vec::new();
    };
    let last = u32::try_from(slots.len() - 1).unwrap_or(u32::MAX);
    if within == 0 {
        return first
            .iter()
            .filter(|&&start| {
                (start..)
                    .zip(slots)
                    .all(|(position, slot)| slot.binary_search(&position).is_ok())
            })
            .map(|&start| (start, start.saturating_add(last)))
            .collect();
    }
    let mut events: Vec<(u32, usize)> = slots
        .iter()
        .enumerate()
        .flat_map(|(nth, slot)| slot.iter().map(move |&position| (position, nth)))
        .collect();
    events.sort_unstable();
    let mut found: Vec<(u32, u32)> = Vec::new();
    let mut held = vec![0_usize; slots.len()];
    let mut missing = slots.len();
    let mut start = 0;
    for &(position, nth) in &events {
        if held[nth] == 0 {
            missing -= 1;
        }
        held[nth] += 1;
        while held[events[start].1] > 1 {
            held[events[start].1] -= 1;
            start += 1;
        }
        let begin = events[start].0;
        // Each word takes a place of its own, so there are at least as many places as words.
        let places = position - begin;
        if missing == 0
            && (last..=last.saturating_add(within)).contains(&places)
            && found.last().is_none_or(|&(_, end)| end < begin)
        {
            found.push((begin, position));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::places;

    #[track_caller]
    fn case(slots: &[&[u32]], within: u32, expected: &[(u32, u32)]) {
        assert_eq!(places(slots, within), expected);
    }

    #[test]
    fn finds_words_together() {
        case(&[&[1, 5], &[2, 9]], 0, &[(1, 2)]);
        case(&[&[1, 5], &[3, 9]], 0, &[]);
        case(&[&[1, 2, 3], &[1, 2, 3]], 0, &[(1, 2), (2, 3)]);
        case(&[&[4], &[1]], 2, &[(1, 4)]);
        case(&[&[4], &[1]], 1, &[]);
        case(&[&[0, 10], &[2, 12]], 5, &[(0, 2), (10, 12)]);
        case(&[&[3], &[3]], 5, &[]);
        case(&[], 0, &[]);
    }
}
