//! The whole of a reading: its cue, its source and its content looked at together, word by word.

#![expect(clippy::cast_possible_truncation, reason = "counts of words are small")]

use super::keep::{self, Candidate};
use super::sheet::{Cell, Sheet};
use super::slots::{Slots, Taking};
use super::table::Table;

/// Weights that say how likely a reading is right, from its words.
#[derive(Debug, Clone, Default)]
pub struct Whole {
    /// One weight a feature.
    pub table: Table<1>,
    /// The score of a reading without features.
    pub bias: f32,
}

impl Whole {
    /// The score of `candidate`.
    pub fn score(&self, sheet: &Sheet, candidate: &Candidate, slots: &mut Vec<u32>) -> f32 {
        slots.clear();
        templates(sheet, candidate, &mut Slots::new(slots, self.table.bits()));
        self.table.sum(slots) + self.bias
    }
}

/// The features of `candidate`.
#[expect(clippy::too_many_lines, reason = "a list")]
pub fn templates(sheet: &Sheet, candidate: &Candidate, slots: &mut Slots<'_, impl Taking>) {
    let cells = &sheet.cells;
    let none = &cells[cells.len() - 1];
    let at = |at: usize| cells.get(at).unwrap_or(none);
    let before = |at: usize| at.checked_sub(1).map_or(none, |at| &cells[at]);
    let head = candidate.head;
    let cue = &cells[head];
    let (cl, cp) = (cue.lemma, cue.tag as u32);
    let start = candidate.content.first().map_or(head, |piece| piece.start);
    let end = candidate.content.last().map_or(head + 1, |piece| piece.end);
    let (first, second, third, last) = (at(start), at(start + 1), at(start + 2), before(end));
    let (ahead, after) = (before(start), at(end));
    let (previous, next) = (before(head), at(head + 1));
    let content = || {
        candidate
            .content
            .iter()
            .flat_map(|piece| &cells[piece.clone()])
    };
    let words = keep::count(sheet, &candidate.content);
    let length = match words {
        0..=4 => words,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    };
    let quoted = content().filter(|cell| cell.quoted == 1).count();
    let marked = if quoted == 0 {
        0
    } else if quoted == content().count() {
        2
    } else {
        1_u32
    };
    let verb: &Cell = content().find(|cell| cell.tag.is_verb()).unwrap_or(none);
    let finite: &Cell = content().find(|cell| cell.tag.is_finite()).unwrap_or(none);
    let side = u32::from(start > head);
    let follows = u32::from(start == head + 1) + 2 * u32::from(start == head + 2);
    let pieces = candidate.content.len().min(3) as u32;
    let (mut source_first, mut name_head, mut kind, mut name_side, mut apart, mut long) =
        (none, none, 0, 0, 9, 0);
    if let Some(source) = &candidate.source {
        source_first = &cells[source.start];
        name_head = cells[source.clone()]
            .iter()
            .take_while(|cell| !cell.comma)
            .filter(|cell| cell.tag.is_nominal())
            .last()
            .unwrap_or(source_first);
        kind = if source_first.is_pronoun {
            1
        } else if name_head.word.capital {
            2
        } else {
            3
        };
        name_side = 1 + u32::from(source.start > head);
        apart = if source.end <= head {
            head - source.end
        } else {
            source.start.saturating_sub(head + 1)
        }
        .min(5) as u32;
        long = source.len().min(6) as u32;
    }
    let order = side + 2 * name_side;
    let sentences = last.sentence.abs_diff(cue.sentence).min(2)
        + 3 * first.sentence.abs_diff(cue.sentence).min(2);

    slots.add([cl]);
    slots.add([cl, cp]);
    slots.add([cl, order]);
    slots.add([cl, order, marked]);
    slots.add([cp, order, marked]);
    slots.add([cl, first.word.low]);
    slots.add([cl, first.tag as u32]);
    slots.add([cl, first.tag as u32, second.tag as u32]);
    slots.add([cp, first.tag as u32, second.tag as u32, third.tag as u32]);
    slots.add([first.word.low]);
    slots.add([first.word.low, second.word.low]);
    slots.add([first.tag as u32, second.tag as u32]);
    slots.add([cl, length]);
    slots.add([cp, length, marked]);
    slots.add([length, order]);
    slots.add([cl, marked]);
    slots.add([cl, kind]);
    slots.add([cl, kind, first.tag as u32]);
    slots.add([cl, name_head.lemma]);
    slots.add([name_head.lemma]);
    slots.add([source_first.word.low, long]);
    slots.add([source_first.word.low, cl]);
    slots.add([name_head.tag as u32, kind, cp]);
    slots.add([apart, order, cl]);
    slots.add([apart, order, previous.tag as u32]);
    slots.add([ahead.word.low, cl]);
    slots.add([ahead.tag as u32, first.tag as u32, cp]);
    slots.add([ahead.word.low, first.word.low]);
    slots.add([after.word.low]);
    slots.add([after.word.low, last.word.low]);
    slots.add([after.tag as u32, last.tag as u32, order]);
    slots.add([after.tag as u32, cl]);
    slots.add([last.word.low]);
    slots.add([cue.word.low, next.word.low]);
    slots.add([cue.word.low, previous.word.low]);
    slots.add([cl, next.tag as u32, follows]);
    slots.add([cl, previous.tag as u32]);
    slots.add([cp, previous.tag as u32, next.tag as u32]);
    slots.add([cl, verb.lemma]);
    slots.add([verb.lemma]);
    slots.add([cl, finite.tag as u32]);
    slots.add([finite.tag as u32, cp, first.tag as u32]);
    slots.add([finite.word.low, cl]);
    slots.add([cl, follows, first.word.low]);
    slots.add([pieces, order, marked]);
    slots.add([pieces, cl]);
    slots.add([sentences, order, marked]);
    slots.add([sentences, cl]);
    slots.add([cue.word.suffix[2], cp]);
    slots.add([cue.word.low, first.word.shape]);
    slots.add([cl, u32::from(cue.paragraph == 0), cp]);

    let (c, nc) = (cue.cluster, name_head.cluster);
    slots.add([c]);
    slots.add([c, order, marked]);
    slots.add([c, first.word.low]);
    slots.add([c, first.tag as u32, second.tag as u32]);
    slots.add([c, kind]);
    slots.add([c, nc]);
    slots.add([nc]);
    slots.add([cl, nc]);
    slots.add([c, first.cluster]);
    slots.add([cl, first.cluster]);
    slots.add([c, verb.cluster]);
    slots.add([c, length]);
    slots.add([c, next.word.low]);
    slots.add([c, previous.tag as u32, cp]);
}
