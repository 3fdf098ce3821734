//! Spans: which words around one cue are its content and its source, by the features of the words and by what the encoder
//! says of their labels.

#![expect(
    clippy::cast_possible_truncation,
    reason = "distances in words are short"
)]

use std::ops::Range;

use super::chain::{self, LABELS, Reading, Room, Steps};
use super::sheet::{Cell, Sheet};
use super::slots::{Slots, Taking};
use super::table::{Adding, Packed, Sum, Table};

/// Lanes of a row: the labels but the first, [`chain::OUT`], which is worth nothing and the others more or less.
pub const LANES: usize = LABELS - 1;

/// Weights that label the words around a cue.
#[derive(Debug, Clone)]
pub struct Spans {
    /// One lane a label that is not out.
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

/// The words that are read for a cue: its sentence, and those of its paragraph that quotations join to it.
///
/// Of ten thousand attributions in paragraphs without quotation marks, 1.3 in a hundred reach out of their sentence.
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
        let joined = |number: usize| {
            let sentence = sheet.sentences.get(number)?;
            let first = sheet.cells.get(sentence.start)?;
            let quoted = first.quoted == 1 || sheet.has_marks(first) == 1;
            (first.paragraph == cell.paragraph && quoted).then(|| sentence.clone())
        };
        let mut start = cell.begin as usize;
        let mut end = cell.end as usize;
        for sentence in (1..=3).map_while(|by| number.checked_sub(by).and_then(joined)) {
            start = sentence.start;
        }
        for sentence in (1..=6).map_while(|by| joined(number + by)) {
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

    /// Reads the words of `window`, with what the encoder says of their `labels` and the steps of both.
    pub fn read(
        &self,
        sheet: &Sheet,
        hits: &[Hit],
        window: Window,
        (labels, steps): (&[[f32; LABELS]], &Steps),
        work: &mut Work,
    ) {
        let anchor = Anchor::new(sheet, hits, window.head);
        work.scores.clear();
        let (mut by_far, mut by_between) = (Last::default(), Last::default());
        for at in window.words() {
            let place = Place::new(sheet, hits, window.head, at);
            let far = by_far.sum(place.far, || {
                self.sum(FAR, |slots| of_far(&anchor, place.far, slots))
            });
            let between = by_between.sum(place.between, || {
                self.sum(BETWEEN, |slots| of_between(&anchor, place.between, slots))
            });
            let of_word = || self.sum(WORD, |slots| of_word(sheet, hits, at, place.far, slots));
            let alone = match work.words.get_mut(at).filter(|_| !place.far.adjoins()) {
                Some(sums) => *sums[place.far.side as usize / 2].get_or_insert_with(of_word),
                None => of_word(),
            };
            let both = self.sum(BOTH, |slots| {
                of_both(sheet, hits, &anchor, &place, at, slots);
            });
            let row = self.packed.scores(far + between + alone + both);
            let mut scores = [0.0; LABELS];
            scores[1..].copy_from_slice(&row);
            work.scores.push(scores);
        }
        for (score, label) in work.scores.iter_mut().zip(labels) {
            for (score, label) in score.iter_mut().zip(label) {
                *score = SHARES[0] * *score + SHARES[1] * label;
            }
        }
        chain::read(&work.scores, steps, &mut work.room, &mut work.reading);
    }

    #[inline]
    fn sum<'p>(&'p self, first: u64, of: impl FnOnce(&mut Slots<'_, Adding<'p>>)) -> Sum {
        let mut adding = self.packed.adding();
        of(&mut Slots::from(first, &mut adding, self.table.bits()));
        adding.sum()
    }
}

/// The shares of the features and of the encoder in what labels and steps are worth: two readers who mostly agree are
/// surer together than either, though less than both added up.
const SHARES: [f32; 2] = [0.7, 0.4];

/// The steps of both readers, added up as their labels are.
pub fn blend_steps(steps: &Steps, encoder: &Steps) -> Steps {
    let both = |linear: f32, encoder: f32| SHARES[0] * linear + SHARES[1] * encoder;
    let row = |a: &[f32; LABELS], b: &[f32; LABELS]| std::array::from_fn(|at| both(a[at], b[at]));
    Steps {
        between: std::array::from_fn(|from| row(&steps.between[from], &encoder.between[from])),
        start: row(&steps.start, &encoder.start),
    }
}

/// The sum for the last key that was asked for.
struct Last<K> {
    key: Option<K>,
    sum: Sum,
}

impl<K> Default for Last<K> {
    fn default() -> Self {
        Self {
            key: None,
            sum: Sum::default(),
        }
    }
}

impl<K: PartialEq> Last<K> {
    fn sum(&mut self, key: K, of: impl FnOnce() -> Sum) -> Sum {
        if self.key.as_ref() != Some(&key) {
            self.sum = of();
            self.key = Some(key);
        }
        self.sum
    }
}

/// Room that is used again from cue to cue, and the last reading.
#[derive(Debug, Default)]
pub struct Work {
    scores: Vec<[f32; LABELS]>,
    /// What each word of the article is worth by itself, before a cue and after one.
    words: Vec<[Option<Sum>; 2]>,
    room: Room,
    /// What was read last.
    pub reading: Reading,
}

impl Work {
    /// Room for an article of so many words.
    pub fn new(words: usize) -> Self {
        Self {
            words: vec![[None; 2]; words],
            ..Self::default()
        }
    }
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

/// Where a word stands from the cue.
#[derive(Debug, Clone, Copy)]
struct Place {
    far: Far,
    between: Between,
}

/// How far a word stands from the cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Far {
    /// Before the cue, the cue, after it.
    side: u32,
    /// Words, in steps.
    steps: u32,
    /// The same, on either side another.
    d: u32,
    /// Sentences.
    sentences: u32,
    /// Side and sentences.
    rs: u32,
}

/// What stands between a word and the cue, and whether they stand in quotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Between {
    side: u32,
    sentences: u32,
    rs: u32,
    marks: u32,
    commas: u32,
    verbs: u32,
    stops: u32,
    thats: u32,
    joins: u32,
    /// Likely cues.
    others: u32,
    /// Whether the word and the head stand in quotations, and in the same.
    q: u32,
    same: u32,
}

impl Far {
    /// Whether no word stands between.
    fn adjoins(self) -> bool {
        self.steps < 2
    }
}

impl Place {
    /// Where the word `at` stands from the cue at `cue`; without `hits` no likely cue is known of.
    fn new(sheet: &Sheet, hits: &[Hit], cue: usize, at: usize) -> Self {
        let cells = &sheet.cells;
        let (here, head) = (&cells[at], &cells[cue]);
        let (low, high) = (at.min(cue), at.max(cue));
        let side = match at.cmp(&cue) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => 1,
            std::cmp::Ordering::Greater => 2_u32,
        };
        let steps = step(high - low);
        let sentences = if side == 0 {
            8 + head.sentence.abs_diff(here.sentence).min(3)
        } else {
            here.sentence.abs_diff(head.sentence).min(4)
        };
        let rs = side * 16 + sentences;
        let far = Far {
            side,
            steps,
            d: if side == 0 { 20 + steps } else { steps },
            sentences,
            rs,
        };
        let mut between = Between {
            side,
            sentences,
            rs,
            marks: 0,
            commas: 0,
            verbs: 0,
            stops: 0,
            thats: 0,
            joins: 0,
            others: 0,
            q: here.quoted,
            same: u32::from(here.quotation == head.quotation) + 2 * here.quoted + 4 * head.quoted,
        };
        if high > low {
            let (from, to) = (&cells[low + 1].before, &cells[high].before);
            between.marks = to.marks.saturating_sub(from.marks).min(3);
            between.commas = to.commas.saturating_sub(from.commas).min(3);
            between.verbs = to.verbs.saturating_sub(from.verbs).min(3);
            between.stops = to.stops.saturating_sub(from.stops).min(3);
            between.thats = to.thats.saturating_sub(from.thats).min(2);
            between.joins = to.joins.saturating_sub(from.joins).min(3);
            let before = |at: usize| hits.get(at).map_or(0, |hit| hit.before);
            between.others = before(high).saturating_sub(before(low + 1)).min(2);
        }
        Self { far, between }
    }
}

/// The questions of [`places`].
pub const PLACES: usize = 5;

/// How many answers each of them has.
pub const PLACE_ROWS: [usize; PLACES] = [42, 48, 48, 32, 36];

/// Where the word `at` stands from the cue at `cue`: words between; sentences; marks and commas; verbs and quotations; what
/// joins and parts clauses.
pub fn places(sheet: &Sheet, cue: usize, at: usize) -> [usize; PLACES] {
    let Place { far, between } = Place::new(sheet, &[], cue, at);
    [
        far.side * 14 + far.steps,
        far.rs,
        far.side * 16 + between.marks * 4 + between.commas,
        between.verbs * 8 + between.same,
        far.side * 12 + between.joins * 3 + between.thats,
    ]
    .map(|answer| answer as usize)
}

/// The first templates of the four lists.
const FAR: u64 = 1;
const BETWEEN: u64 = 101;
const WORD: u64 = 201;
const BOTH: u64 = 301;

/// The features of the word `at` as seen from the cue, in four lists: most of them are the same for many words of one cue,
/// or for one word and many cues, and are looked up once.
pub fn templates(
    sheet: &Sheet,
    hits: &[Hit],
    anchor: &Anchor,
    at: usize,
    slots: &mut Vec<u32>,
    bits: u32,
) {
    let place = Place::new(sheet, hits, anchor.head, at);
    of_far(anchor, place.far, &mut Slots::from(FAR, slots, bits));
    of_between(
        anchor,
        place.between,
        &mut Slots::from(BETWEEN, slots, bits),
    );
    of_word(
        sheet,
        hits,
        at,
        place.far,
        &mut Slots::from(WORD, slots, bits),
    );
    of_both(
        sheet,
        hits,
        anchor,
        &place,
        at,
        &mut Slots::from(BOTH, slots, bits),
    );
}

/// The cue and the distance.
fn of_far(anchor: &Anchor, far: Far, slots: &mut Slots<'_, impl Taking>) {
    let Far {
        side, steps, d, rs, ..
    } = far;
    let head = &anchor.cell;
    let (cl, cp, cc) = (head.lemma, head.tag as u32, head.cluster);
    let (next, second) = (anchor.next[0].word.low, anchor.next[1].word.low);
    let (previous, previous_tag) = (anchor.previous.word.low, anchor.previous.tag as u32);
    slots.add([rs, d]);
    slots.add([rs, d, cl]);
    slots.add([rs, d, cc]);
    slots.add([rs, cl]);
    slots.add([rs, cp]);
    slots.add([rs, cc]);
    slots.add([next, cl, d]);
    slots.add([next, cc, d]);
    slots.add([next, second, side, steps]);
    slots.add([previous, cl, side, steps.min(8)]);
    slots.add([previous, previous_tag, side, d]);
    slots.add([anchor.marks, side, d]);
    slots.add([anchor.level, side]);
}

/// The cue and what stands between.
fn of_between(anchor: &Anchor, between: Between, slots: &mut Slots<'_, impl Taking>) {
    let Between {
        side,
        sentences,
        rs,
        marks,
        commas,
        verbs,
        stops,
        thats,
        joins,
        others,
        q,
        same,
    } = between;
    let head = &anchor.cell;
    let (cl, cp, cc) = (head.lemma, head.tag as u32, head.cluster);
    let (next, next_tag) = (anchor.next[0].word.low, anchor.next[0].tag as u32);
    let (mark_l, mark_r) = (head.left.mark.min(12) / 2, head.right.mark.min(12) / 2);
    let clause = [head.left.stop == 1, head.right.stop < 3].map(u32::from);

    slots.add([rs, marks, q]);
    slots.add([rs, marks, q, cl]);
    slots.add([rs, marks, q, cc]);
    slots.add([rs, commas, q]);
    slots.add([rs, commas, marks, cl]);
    slots.add([rs, commas, cc]);
    slots.add([rs, verbs, commas]);
    slots.add([rs, verbs, cl]);
    slots.add([rs, verbs, cc]);
    slots.add([rs, stops, thats]);
    slots.add([rs, thats, cl]);
    slots.add([rs, same, cl]);

    slots.add([next, side, commas, marks]);
    slots.add([next_tag, cl, side, verbs]);
    slots.add([anchor.previous.tag as u32, cp, side, commas, verbs]);
    slots.add([q, side, sentences, marks, anchor.marks]);
    slots.add([q, head.quoted, cl, sentences]);
    slots.add([mark_l, mark_r, side, q, sentences]);
    slots.add([mark_l, mark_r, side, q, cl]);

    slots.add([anchor.stop_left, anchor.stop_right, side, commas, verbs]);
    slots.add([clause[0], clause[1], cl, side, commas]);
    slots.add([anchor.to_end, side, commas, verbs]);
    slots.add([anchor.to_end, side, cl]);
    slots.add([anchor.from_begin, side, commas]);
    slots.add([anchor.from_begin, cl, side]);
    slots.add([joins, verbs, side, commas]);

    slots.add([others, side]);
    slots.add([others, side, verbs, commas]);
    slots.add([others, q, side, marks]);
    slots.add([others, side, cl]);
    slots.add([anchor.level, others, sentences, side]);
}

/// The word and its neighbours, on either side of a cue.
fn of_word(sheet: &Sheet, hits: &[Hit], at: usize, far: Far, slots: &mut Slots<'_, impl Taking>) {
    let near = Near::new(sheet, at);
    let here = near.by(0);
    let (side, close) = (far.side, u32::from(far.adjoins()));
    let [l2, l1, w, r1, r2] = near.0.map(|cell| cell.word.low);
    let [t2l, t1l, t, t1r, t2r] = near.0.map(|cell| cell.tag as u32);
    let c = here.cluster;
    let last = hits.len() - 1;
    let level = |by: usize| hits[(at + by).min(last)].level;

    slots.add([side]);
    for word in [l2, l1, w, r1, r2] {
        slots.add([word, side]);
    }
    slots.add([l1, w, side]);
    slots.add([w, r1, side]);
    slots.add([here.word.shape, side]);
    slots.add([here.word.suffix[2], side]);
    for tag in [t2l, t1l, t, t1r, t2r] {
        slots.add([tag, side, close]);
    }
    slots.add([t1l, t, side]);
    slots.add([t, t1r, side]);
    slots.add([t1l, t, t1r]);
    slots.add([t2l, t1l, t, side]);
    slots.add([t, t1r, t2r, side]);
    slots.add([t, l1, side]);
    slots.add([t, r1, side]);
    slots.add([
        here.right.mark.min(4),
        here.left.mark.min(4),
        here.quoted,
        side,
    ]);
    slots.add([level(0), side]);
    slots.add([level(1), t1r, side]);
    slots.add([level(2), t1r, side, w]);
    slots.add([c, side]);
    slots.add([near.by(-1).cluster, c, side]);
    slots.add([c, near.by(1).cluster, side]);
    slots.add([near.by(-1).coarse, here.coarse, near.by(1).coarse, side]);
}

/// The word, the cue and where they stand.
fn of_both(
    sheet: &Sheet,
    hits: &[Hit],
    anchor: &Anchor,
    place: &Place,
    at: usize,
    slots: &mut Slots<'_, impl Taking>,
) {
    let near = Near::new(sheet, at);
    let (here, head) = (near.by(0), &anchor.cell);
    let Far {
        side,
        d,
        rs,
        sentences,
        ..
    } = place.far;
    let Between {
        marks,
        commas,
        verbs,
        thats,
        joins,
        others,
        q,
        ..
    } = place.between;
    let (cl, cp, cc) = (head.lemma, head.tag as u32, head.cluster);
    let [_, l1, w, r1, _] = near.0.map(|cell| cell.word.low);
    let [_, t1l, t, t1r, _] = near.0.map(|cell| cell.tag as u32);
    let c = here.cluster;
    let word = number(at);
    let edge = u32::from(word == here.begin) + 2 * u32::from(word + 1 == here.end);
    let noun = here
        .noun_left
        .checked_sub(1)
        .map_or(90, |at| sheet.cells[at as usize].tag as u32);
    let nearest =
        2 * u32::from(head.noun_left == word + 1) + u32::from(head.noun_right == word + 1);

    slots.add([d, verbs, thats]);
    slots.add([w, rs, u32::from(place.far.steps < 3)]);
    slots.add([w, cl, side]);
    slots.add([w, cc, side]);
    slots.add([l1, cl, side]);
    slots.add([r1, cl, side]);
    slots.add([edge, rs, q]);
    slots.add([edge, side, cl]);

    slots.add([t, cl, side]);
    slots.add([t, cc, side]);
    slots.add([t, d]);
    slots.add([t, t1l, cp, d]);
    slots.add([t, t1r, d, cp]);
    slots.add([t, verbs, commas, side]);
    slots.add([t, t1l, verbs, side]);
    slots.add([t, t1l, cl, side]);
    slots.add([t, t1r, cl, side]);
    slots.add([t, t1l, cc, side]);
    slots.add([t, t1r, cc, side]);

    slots.add([l1, marks, commas, side]);
    slots.add([r1, marks, commas, side]);
    slots.add([w, marks, q, side]);
    slots.add([l1, q, sentences, side]);
    slots.add([w, d, q]);
    slots.add([here.left.stop.min(6), here.right.stop.min(6), side, commas]);

    slots.add([noun, cl]);
    slots.add([nearest, cl]);
    slots.add([nearest, t, d]);
    slots.add([nearest, cc, t]);
    slots.add([
        u32::from(head.noun_left == word + 2),
        u32::from(head.noun_left == word + 3),
        t,
        side,
    ]);
    slots.add([w, nearest]);
    slots.add([w, joins, verbs, side]);
    slots.add([others, d]);
    slots.add([hits[at].next, others, side, t]);

    slots.add([c, cl, side]);
    slots.add([c, cc, side]);
    slots.add([c, d]);
}

/// A word and two on either side of it.
struct Near<'a>([&'a Cell; 5]);

impl<'a> Near<'a> {
    fn new(sheet: &'a Sheet, at: usize) -> Self {
        let cells = &sheet.cells;
        let none = &cells[cells.len() - 1];
        Self(std::array::from_fn(|nth| {
            let at = (at + nth).checked_sub(2);
            at.and_then(|at| cells.get(at)).unwrap_or(none)
        }))
    }

    /// The word so many words on, -2 to 2.
    fn by(&self, by: isize) -> &'a Cell {
        self.0[2_usize.saturating_add_signed(by)]
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
