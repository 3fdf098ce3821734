//! A cue's head: the word whose meaning is that somebody says, thinks or wants something.

use super::sheet::{Cell, Sheet};
use super::slots::{Slots, Taking};
use super::table::Table;
use super::tag::Tag;

/// Weights that make a probability of each word.
#[derive(Debug, Clone, Default)]
pub struct Cues {
    /// One weight a feature.
    pub table: Table<1>,
    /// The score of a word without features.
    pub bias: f32,
}

impl Cues {
    /// How likely each word of `sheet` is the head of a cue.
    pub fn probabilities(&self, sheet: &Sheet) -> Vec<f32> {
        let bits = self.table.bits();
        let mut slots = Vec::with_capacity(128);
        (0..sheet.len())
            .map(|at| {
                if !can_be(&sheet.cells[at]) {
                    return 0.0;
                }
                slots.clear();
                templates(sheet, at, &mut Slots::new(&mut slots, bits));
                let score = self.table.sum(&slots);
                1.0 / (1.0 + (-score - self.bias).exp())
            })
            .collect()
    }
}

/// Whether the word may be a cue's head at all: of 330,000 words of other kinds in the annotated articles, 1 in 2,000 is.
pub fn can_be(word: &Cell) -> bool {
    match word.tag {
        Tag::IN | Tag::RB | Tag::JJ | Tag::NN | Tag::NNS | Tag::Colon => true,
        Tag::NNP | Tag::NNPS => word.reports != 0,
        tag => tag.is_verb(),
    }
}

/// Stands for what lies outside the sentence.
const NONE: u32 = 0xFFFF_FFF9;

/// The features of the word `at`.
#[expect(clippy::too_many_lines, reason = "a list")]
pub fn templates(sheet: &Sheet, at: usize, slots: &mut Slots<'_, impl Taking>) {
    let cells = &sheet.cells;
    let here = &cells[at];
    let (begin, end) = (here.begin as usize, here.end as usize);
    let near = |by: isize| -> Option<&Cell> {
        let at = at.checked_add_signed(by)?;
        (begin <= at && at < end).then(|| &cells[at])
    };
    let word = |by: isize| near(by).map_or(NONE, |cell| cell.word.low);
    let tag = |by: isize| near(by).map_or(NONE, |cell| cell.tag as u32);
    let shape = |by: isize| near(by).map_or(NONE, |cell| cell.word.shape);
    let lemma = |by: isize| near(by).map_or(NONE, |cell| cell.lemma);
    let (l, p) = (here.lemma, here.tag as u32);
    let (w3l, w2l, w1l, w0, w1r, w2r, w3r) = (
        word(-3),
        word(-2),
        word(-1),
        here.word.low,
        word(1),
        word(2),
        word(3),
    );
    let (p2l, p1l, p1r, p2r) = (tag(-2), tag(-1), tag(1), tag(2));

    for word in [w3l, w2l, w1l, w0, w1r, w2r, w3r] {
        slots.add([word]);
    }
    slots.add([l]);
    slots.add([lemma(-1), l]);
    slots.add([l, lemma(1)]);
    slots.add([lemma(-1), lemma(1)]);
    let [_, s2, s3, s4] = here.word.suffix;
    let [f2, f4] = here.word.prefix;
    for part in [s3, s2, s4, f4, f2, here.word.shape] {
        slots.add([part]);
    }
    slots.add([shape(-1), here.word.shape]);
    slots.add([here.word.shape, shape(1)]);

    for tag in [p2l, p1l, p, p1r, p2r] {
        slots.add([tag]);
    }
    slots.add([p1l, p]);
    slots.add([p, p1r]);
    slots.add([p2l, p1l, p]);
    slots.add([p, p1r, p2r]);
    slots.add([p1l, p, p1r]);
    slots.add([l, p, p1r]);
    slots.add([l, p, p1l]);
    slots.add([l, p1r, p2r]);
    slots.add([l, p1l, p2l]);
    slots.add([l, w1r]);
    slots.add([l, w1l]);
    slots.add([l, w1r, w2r]);
    slots.add([l, w1l, w2l]);

    let quoted = here.quoted;
    let marks = sheet.has_marks(here);
    let (mark_l, mark_r) = (here.left.mark.min(4), here.right.mark.min(4));
    slots.add([quoted, l]);
    slots.add([quoted, marks]);
    slots.add([quoted, marks, l]);
    slots.add([mark_l, mark_r, quoted]);
    slots.add([mark_l, l]);
    slots.add([mark_r, l]);
    slots.add([mark_l, mark_r, p]);
    slots.add([quoted, p]);

    let (that, to) = (here.right.that.min(5), here.right.to.min(4));
    slots.add([that, l]);
    slots.add([that, p]);
    slots.add([that, to, p]);
    slots.add([to, l]);

    let (comma_l, comma_r) = (here.left.comma.min(5), here.right.comma.min(5));
    slots.add([comma_r, comma_l, p]);
    slots.add([comma_l, l]);
    slots.add([comma_r, l]);
    let (capital_l, capital_r) = (here.left.capital.min(4), here.right.capital.min(3));
    slots.add([capital_l, l]);
    slots.add([capital_l, capital_r, p]);

    let at = u32::try_from(at).unwrap_or(u32::MAX);
    let (from_begin, to_end) = ((at - here.begin).min(5), (here.end - at).min(5));
    slots.add([from_begin, p]);
    slots.add([to_end, p]);
    slots.add([from_begin, l]);
    slots.add([to_end, l]);

    let verbs_l = (here.before.verbs - cells[begin].before.verbs).min(3);
    let verbs_r = (cells[end].before.verbs - cells[at as usize + 1].before.verbs).min(3);
    slots.add([verbs_l, verbs_r, p]);
    slots.add([verbs_l, l]);
    slots.add([verbs_r, l]);

    slots.add([u32::from(here.paragraph == 0), p]);
    slots.add([here.paragraph.min(3), l]);

    let reports = here.reports;
    slots.add([reports]);
    slots.add([reports, p]);
    slots.add([reports, quoted, marks]);
    slots.add([reports, that]);
    slots.add([reports, p1r]);
    slots.add([reports, p1l]);

    let subject = here.noun_left.checked_sub(1).map(|at| &cells[at as usize]);
    let subject_lemma = subject.map_or(NONE, |cell| cell.lemma);
    let subject_tag = subject.map_or(NONE, |cell| cell.tag as u32);
    slots.add([subject_lemma]);
    slots.add([subject_lemma, l]);
    slots.add([subject_tag, l]);

    let verb = here.verb_right.checked_sub(1);
    let verb_far = verb.map_or(9, |verb| (verb - at).min(8));
    let verb_lemma = verb.map_or(NONE, |at| cells[at as usize].lemma);
    slots.add([verb_far, l]);
    slots.add([verb_lemma, l]);
    slots.add([verb_far, p]);

    let cluster = |by: isize| near(by).map_or(NONE, |cell| cell.cluster);
    let coarse = |by: isize| near(by).map_or(NONE, |cell| cell.coarse);
    let (c, k) = (here.cluster, here.coarse);
    let (c1l, c1r, k1r) = (cluster(-1), cluster(1), coarse(1));
    let subject = here
        .noun_left
        .checked_sub(1)
        .map_or(0, |at| cells[at as usize].cluster);
    for cluster in [cluster(-2), c1l, c, c1r, cluster(2)] {
        slots.add([cluster]);
    }
    slots.add([c, p]);
    slots.add([c, p1r]);
    slots.add([c, p1l]);
    slots.add([c, w1r]);
    slots.add([c, c1r]);
    slots.add([c1l, c]);
    slots.add([c1l, l]);
    slots.add([l, c1r]);
    slots.add([c, that]);
    slots.add([c, quoted, marks]);
    slots.add([c, subject]);
    slots.add([subject, l]);
    slots.add([subject, p]);
    slots.add([coarse(-1), k, k1r]);
    slots.add([coarse(-2), coarse(-1), k]);
    slots.add([k, k1r, coarse(2)]);
    slots.add([c, p1r, p2r]);
    slots.add([c, p1l, p2l]);
}
