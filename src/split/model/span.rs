//! Spans: which words around one cue are its content and its source.

#![expect(
    clippy::cast_possible_truncation,
    reason = "distances in words are short"
)]

use std::ops::Range;

use super::chain::{self, LABELS, Reading, Room, Steps};
use super::sheet::{Cell, Sheet};
use super::slots::Slots;
use super::table::{Packed, Table};

/// Lanes of a row: the labels and some room.
pub const LANES: usize = 8;

/// Weights that label the words around a cue.
#[derive(Debug, Clone)]
pub struct Spans {
    /// One lane a label.
    pub table: Table<LANES>,
    /// From label to label.
    pub steps: Steps,
    packed: Packed,
}

impl Default for Spans {
    fn default() -> Self {
        Self::new(Table::default(), Steps::default())
    }
}

/// The words that are read for a cue: some sentences of its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The cue's head.
    pub head: usize,
    /// The first word.
    pub start: usize,
    /// The word after the last.
    pub end: usize,
}

impl Window {
    /// The words around `head`.
    pub fn new(sheet: &Sheet, head: usize) -> Self {
        let cell = &sheet.cells[head];
        let number = cell.sentence as usize;
        let same = |number: usize| {
            let sentence: &Range<usize> = sheet.sentences.get(number)?;
            let first = sheet.cells.get(sentence.start)?;
            (first.paragraph == cell.paragraph).then(|| sentence.clone())
        };
        let mut start = cell.begin as usize;
        let mut end = cell.end as usize;
        for sentence in (1..=3).map_while(|by| number.checked_sub(by).and_then(same)) {
            start = sentence.start;
        }
        for sentence in (1..=6).map_while(|by| same(number + by)) {
            end = sentence.end;
        }
        Self {
            head,
            start: start.max(head.saturating_sub(90)),
            end: end.min(head + 130),
        }
    }

    /// The words as a range.
    pub fn words(self) -> Range<usize> {
        self.start..self.end
    }
}

/// What the cue probabilities say of a word.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hit {
    /// Its own probability in steps.
    level: u32,
    /// Likely cues before it in the article.
    before: u32,
    /// Words on to the next likely cue of the sentence.
    next: u32,
}

/// One hit a word and one more.
pub fn hits(sheet: &Sheet, probabilities: &[f32]) -> Vec<Hit> {
    let mut hits = vec![Hit::default(); sheet.cells.len()];
    let mut before = 0;
    for (hit, &p) in hits.iter_mut().zip(probabilities) {
        hit.before = before;
        hit.level = match p {
            p if p < 0.2 => 0,
            p if p < 0.4 => 1,
            p if p < 0.6 => 2,
            p if p < 0.8 => 3,
            _ => 4,
        };
        before += u32::from(p >= 0.3);
    }
    if let Some(last) = hits.last_mut() {
        last.before = before;
    }
    for sentence in &sheet.sentences {
        let mut next = 9;
        for at in sentence.clone().rev() {
            hits[at].next = next;
            next = if probabilities[at] >= 0.3 {
                1
            } else {
                (next + 1).min(9)
            };
        }
    }
    hits
}

impl Spans {
    /// With these weights.
    pub fn new(table: Table<LANES>, steps: Steps) -> Self {
        let packed = Packed::new(&table);
        Self {
            table,
            steps,
            packed,
        }
    }

    /// Reads the words of `window`.
    pub fn read(&self, sheet: &Sheet, hits: &[Hit], window: Window, work: &mut Work) {
        let bits = self.table.bits();
        let anchor = Anchor::new(sheet, hits, window.head);
        work.scores.clear();
        for at in window.words() {
            work.slots.clear();
            templates(
                sheet,
                hits,
                &anchor,
                at,
                &mut Slots::new(&mut work.slots, bits),
            );
            let row = self.packed.score(&work.slots);
            let mut scores = [0.0; LABELS];
            scores.copy_from_slice(&row[..LABELS]);
            work.scores.push(scores);
        }
        chain::read(&work.scores, &self.steps, &mut work.room, &mut work.reading);
    }
}

/// Room that is used again from cue to cue, and the last reading.
#[derive(Debug, Default)]
pub struct Work {
    slots: Vec<u32>,
    scores: Vec<[f32; LABELS]>,
    room: Room,
    /// What was read last.
    pub reading: Reading,
}

/// What the templates ask about the cue.
#[derive(Debug)]
pub struct Anchor {
    head: usize,
    cell: Cell,
    next: [Cell; 2],
    previous: Cell,
    marks: u32,
    level: u32,
    /// Clause marks around it, words to the ends of its sentence.
    stop_left: u32,
    stop_right: u32,
    to_end: u32,
    from_begin: u32,
}

impl Anchor {
    /// Looks at the cue's head.
    pub fn new(sheet: &Sheet, hits: &[Hit], head: usize) -> Self {
        let cell = sheet.cells[head];
        let near = |at: usize| sheet.cells.get(at).copied().unwrap_or_default();
        let at = number(head);
        Self {
            head,
            cell,
            next: [near(head + 1), near(head + 2)],
            previous: head.checked_sub(1).map(near).unwrap_or_default(),
            marks: sheet.has_marks(&cell),
            level: hits[head].level,
            stop_left: cell.left.stop.min(6),
            stop_right: cell.right.stop.min(9) / 2,
            to_end: (cell.end - at).min(8),
            from_begin: (at - cell.begin).min(6),
        }
    }
}

/// Distances in growing steps: 0, 1 … 6, then wider.
const fn step(distance: usize) -> u32 {
    match distance {
        0..=6 => distance as u32,
        7..=8 => 7,
        9..=11 => 8,
        12..=15 => 9,
        16..=22 => 10,
        23..=32 => 11,
        33..=50 => 12,
        _ => 13,
    }
}

/// The features of the word `at` as seen from the cue.
#[expect(
    clippy::too_many_lines,
    clippy::many_single_char_names,
    reason = "a list"
)]
pub fn templates(sheet: &Sheet, hits: &[Hit], anchor: &Anchor, at: usize, slots: &mut Slots<'_>) {
    let cells = &sheet.cells;
    let none = &cells[cells.len() - 1];
    let near = |by: isize| {
        at.checked_add_signed(by)
            .and_then(|at| cells.get(at))
            .unwrap_or(none)
    };
    let (here, head) = (&cells[at], &anchor.cell);
    let (low, high) = (at.min(anchor.head), at.max(anchor.head));
    let between = |count: fn(&Cell) -> u32| {
        if high > low {
            count(&cells[high]).saturating_sub(count(&cells[low + 1]))
        } else {
            0
        }
    };
    let side = match at.cmp(&anchor.head) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal => 1,
        std::cmp::Ordering::Greater => 2_u32,
    };
    let far = step(high - low);
    let d = if side == 0 { 20 + far } else { far };
    let sentences = if side == 0 {
        8 + head.sentence.abs_diff(here.sentence).min(3)
    } else {
        here.sentence.abs_diff(head.sentence).min(4)
    };
    let rs = side * 16 + sentences;
    let marks = between(|cell| cell.before.marks).min(3);
    let commas = between(|cell| cell.before.commas).min(3);
    let verbs = between(|cell| cell.before.verbs).min(3);
    let stops = between(|cell| cell.before.stops).min(3);
    let thats = between(|cell| cell.before.thats).min(2);
    let joins = between(|cell| cell.before.joins).min(3);
    let (q, qh) = (here.quoted, head.quoted);
    let same = u32::from(here.quotation == head.quotation) + 2 * q + 4 * qh;
    let (cl, cp) = (head.lemma, head.tag as u32);
    let (l2, l1, w, r1, r2) = (
        near(-2).word.low,
        near(-1).word.low,
        here.word.low,
        near(1).word.low,
        near(2).word.low,
    );
    let (t2l, t1l, t, t1r, t2r) = (
        near(-2).tag as u32,
        near(-1).tag as u32,
        here.tag as u32,
        near(1).tag as u32,
        near(2).tag as u32,
    );
    let place = number(at);
    let edge = u32::from(place == here.begin) + 2 * u32::from(place + 1 == here.end);
    let close2 = u32::from(far < 2);
    let close3 = u32::from(far < 3);

    slots.add([side]);
    slots.add([rs, d]);
    slots.add([rs, d, cl]);
    slots.add([rs, cl]);
    slots.add([rs, cp]);
    slots.add([rs, marks, q]);
    slots.add([rs, marks, q, cl]);
    slots.add([rs, commas, q]);
    slots.add([rs, commas, marks, cl]);
    slots.add([rs, verbs, commas]);
    slots.add([rs, verbs, cl]);
    slots.add([rs, stops, thats]);
    slots.add([rs, thats, cl]);
    slots.add([d, verbs, thats]);
    slots.add([rs, same, cl]);

    for word in [l2, l1, w, r1, r2] {
        slots.add([word, side]);
    }
    slots.add([w, rs, close3]);
    slots.add([l1, w, side]);
    slots.add([w, r1, side]);
    slots.add([w, cl, side]);
    slots.add([l1, cl, side]);
    slots.add([r1, cl, side]);
    slots.add([here.word.shape, side]);
    slots.add([here.word.suffix[2], side]);
    slots.add([edge, rs, q]);
    slots.add([edge, side, cl]);

    for tag in [t2l, t1l, t, t1r, t2r] {
        slots.add([tag, side, close2]);
    }
    slots.add([t1l, t, side]);
    slots.add([t, t1r, side]);
    slots.add([t1l, t, t1r]);
    slots.add([t2l, t1l, t, side]);
    slots.add([t, t1r, t2r, side]);
    slots.add([t, cl, side]);
    slots.add([t, t1l, cp, d]);
    slots.add([t, d]);
    slots.add([t, t1r, d, cp]);
    slots.add([t, verbs, commas, side]);
    slots.add([t, t1l, verbs, side]);
    slots.add([t, t1l, cl, side]);
    slots.add([t, t1r, cl, side]);
    slots.add([t, l1, side]);
    slots.add([t, r1, side]);

    let next = anchor.next[0].word.low;
    let previous = anchor.previous.word.low;
    let (next_tag, previous_tag) = (anchor.next[0].tag as u32, anchor.previous.tag as u32);
    slots.add([next, cl, d]);
    slots.add([next, side, commas, marks]);
    slots.add([next_tag, cl, side, verbs]);
    slots.add([next, anchor.next[1].word.low, side, far]);
    slots.add([previous, cl, side, far.min(8)]);
    slots.add([previous_tag, cp, side, commas, verbs]);
    slots.add([previous, previous_tag, side, d]);

    slots.add([l1, marks, commas, side]);
    slots.add([r1, marks, commas, side]);
    slots.add([w, marks, q, side]);
    slots.add([l1, q, sentences, side]);
    slots.add([w, d, q]);

    slots.add([here.right.mark.min(4), here.left.mark.min(4), q, side]);
    slots.add([q, side, sentences, marks, anchor.marks]);
    slots.add([anchor.marks, side, d]);
    slots.add([q, qh, cl, sentences]);
    let (mark_l, mark_r) = (head.left.mark.min(12) / 2, head.right.mark.min(12) / 2);
    slots.add([mark_l, mark_r, side, q, sentences]);
    slots.add([mark_l, mark_r, side, q, cl]);

    slots.add([here.left.stop.min(6), here.right.stop.min(6), side, commas]);
    slots.add([anchor.stop_left, anchor.stop_right, side, commas, verbs]);
    slots.add([
        u32::from(head.left.stop == 1),
        u32::from(head.right.stop < 3),
        cl,
        side,
        commas,
    ]);
    slots.add([anchor.to_end, side, commas, verbs]);
    slots.add([anchor.to_end, side, cl]);
    slots.add([anchor.from_begin, side, commas]);
    slots.add([anchor.from_begin, cl, side]);

    let noun = here
        .noun_left
        .checked_sub(1)
        .map_or(90, |at| cells[at as usize].tag as u32);
    let nearest =
        2 * u32::from(head.noun_left == place + 1) + u32::from(head.noun_right == place + 1);
    slots.add([noun, cl]);
    slots.add([nearest, cl]);
    slots.add([nearest, t, d]);
    slots.add([
        u32::from(head.noun_left == place + 2),
        u32::from(head.noun_left == place + 3),
        t,
        side,
    ]);
    slots.add([w, nearest]);
    slots.add([joins, verbs, side, commas]);
    slots.add([w, joins, verbs, side]);

    let last = hits.len() - 1;
    let hit = |by: usize| &hits[(at + by).min(last)];
    let others = if high > low {
        hits[high]
            .before
            .saturating_sub(hits[low + 1].before)
            .min(2)
    } else {
        0
    };
    slots.add([others, side]);
    slots.add([others, side, verbs, commas]);
    slots.add([others, q, side, marks]);
    slots.add([hit(0).level, side]);
    slots.add([anchor.level, side]);
    slots.add([hit(1).level, t1r, side]);
    slots.add([hit(2).level, t1r, side, w]);
    slots.add([others, side, cl]);
    slots.add([others, d]);
    slots.add([hit(0).next, others, side, t]);
    slots.add([anchor.level, others, sentences, side]);

    let (c, cc) = (here.cluster, head.cluster);
    slots.add([rs, d, cc]);
    slots.add([rs, cc]);
    slots.add([rs, commas, cc]);
    slots.add([rs, verbs, cc]);
    slots.add([rs, marks, q, cc]);
    slots.add([t, cc, side]);
    slots.add([t, t1l, cc, side]);
    slots.add([t, t1r, cc, side]);
    slots.add([w, cc, side]);
    slots.add([c, side]);
    slots.add([c, cl, side]);
    slots.add([c, cc, side]);
    slots.add([c, d]);
    slots.add([near(-1).cluster, c, side]);
    slots.add([c, near(1).cluster, side]);
    slots.add([near(-1).coarse, here.coarse, near(1).coarse, side]);
    slots.add([next, cc, d]);
    slots.add([nearest, cc, t]);
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
