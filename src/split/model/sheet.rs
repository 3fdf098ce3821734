//! A sheet: an article's words in rows, with all that the templates ask about each of them.

use std::ops::Range;

use super::dictionary::Clusters;
use super::lemma::lemma;
use super::slots::hash;
use super::tag::Tag;
use super::tagger::Tagger;
use super::verbs::Reporting;
use super::word::Word;
use crate::text::Span;

/// An article cut into words, its sentences and paragraphs as runs of words.
#[derive(Debug, Default, Clone)]
pub struct Layout {
    /// Where the words stand.
    pub tokens: Vec<Span>,
    /// The words of each sentence; all words lie in one.
    pub sentences: Vec<Range<usize>>,
    /// The number of the paragraph of each sentence.
    pub paragraphs: Vec<u32>,
    /// Whether the word stands between double quotation marks, the marks included.
    pub quoted: Vec<bool>,
}

/// One word and its place.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an answer of its own"
)]
#[derive(Debug, Clone, Copy, Default)]
pub struct Cell {
    /// Its letters.
    pub word: Word,
    /// Its part of speech.
    pub tag: Tag,
    /// Its lemma, hashed.
    pub lemma: u32,
    /// Its cluster, a fine one; 0 if it has none.
    pub cluster: u32,
    /// Its cluster, a coarse one.
    pub coarse: u32,
    /// Whether it is a verb or noun that reports: see [`Reporting::kind`].
    pub reports: u32,
    /// A letter, a digit: no punctuation.
    pub is_word: bool,
    /// "he", "who", "it" and the like.
    pub is_pronoun: bool,
    /// A form of be, have, do, a modal, "to", "not".
    pub is_auxiliary: bool,
    /// Between double quotation marks.
    pub quoted: u32,
    /// The number of the quotation it stands in, from 1; 0 outside.
    pub quotation: u32,
    /// Is a double quotation mark.
    pub mark: bool,
    /// Is a comma.
    pub comma: bool,
    /// Is a mark that parts clauses or sentences.
    pub stop: bool,
    /// "that", "whether", "how" and the like.
    pub that: bool,
    /// "to".
    pub to: bool,
    /// A word that joins clauses.
    pub joins: bool,
    /// The number of its sentence.
    pub sentence: u32,
    /// The number of its paragraph.
    pub paragraph: u32,
    /// The first word of its sentence.
    pub begin: u32,
    /// The word after the last of its sentence.
    pub end: u32,
    /// How many of a kind stand before it in the article.
    pub before: Counts,
    /// Words back to the nearest of a kind in the sentence (marks: the paragraph), [`FAR`] if none.
    pub left: Nearest,
    /// Words on to the nearest of a kind.
    pub right: Nearest,
    /// The nearest noun or pronoun before it in its sentence, from 1; 0 if none.
    pub noun_left: u32,
    /// The nearest noun or pronoun after it.
    pub noun_right: u32,
    /// The nearest finite verb after it.
    pub verb_right: u32,
}

/// What reads words: tags, clusters, and the list of words that report.
#[derive(Debug, Default)]
pub struct Grammar {
    /// Parts of speech.
    pub tagger: Tagger,
    /// Words that report.
    pub reporting: Reporting,
    /// Clusters of words.
    pub clusters: Clusters,
}

/// Running counts.
#[derive(Debug, Clone, Copy, Default)]
#[expect(missing_docs, reason = "see the flags of the cell")]
pub struct Counts {
    pub marks: u32,
    pub commas: u32,
    pub verbs: u32,
    pub stops: u32,
    pub thats: u32,
    pub joins: u32,
    pub words: u32,
}

/// Distances in words.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "see the flags of the cell")]
pub struct Nearest {
    pub mark: u32,
    pub comma: u32,
    pub stop: u32,
    pub capital: u32,
    pub that: u32,
    pub to: u32,
}

/// Farther than any bucket.
pub const FAR: u32 = 99;

impl Default for Nearest {
    fn default() -> Self {
        Self {
            mark: FAR,
            comma: FAR,
            stop: FAR,
            capital: FAR,
            that: FAR,
            to: FAR,
        }
    }
}

/// The rows, and one row more so that counts up to the end can be asked for.
#[derive(Debug, Default)]
pub struct Sheet {
    /// One cell a word, one after the last.
    pub cells: Vec<Cell>,
    /// The words of each sentence.
    pub sentences: Vec<Range<usize>>,
}

impl Sheet {
    /// Reads the words of `text` at the places of `layout`.
    pub fn new(text: &str, layout: &Layout, grammar: &Grammar) -> Self {
        let mut words = Vec::with_capacity(layout.tokens.len());
        let mut lows = String::with_capacity(text.len());
        let mut ends = Vec::with_capacity(layout.tokens.len() + 1);
        ends.push(0);
        let mut low = String::new();
        for span in &layout.tokens {
            words.push(Word::new(span.of(text), &mut low));
            lows.push_str(&low);
            ends.push(lows.len());
        }
        let mut tags = Vec::with_capacity(words.len());
        for sentence in &layout.sentences {
            grammar.tagger.tag(&words[sentence.clone()], &mut tags);
        }
        let mut sheet = Self {
            cells: Vec::with_capacity(words.len() + 1),
            sentences: layout.sentences.clone(),
        };
        for (number, (sentence, &paragraph)) in
            layout.sentences.iter().zip(&layout.paragraphs).enumerate()
        {
            for at in sentence.clone() {
                let low = &lows[ends[at]..ends[at + 1]];
                let mut cell = cell(words[at], low, tags[at], &grammar.reporting);
                let (cluster, coarse) = grammar.clusters.of(cell.word.low).unwrap_or_default();
                cell.cluster = u32::from(cluster);
                cell.coarse = u32::from(coarse);
                cell.quoted = u32::from(layout.quoted[at]);
                cell.sentence = index(number);
                cell.paragraph = paragraph;
                cell.begin = index(sentence.start);
                cell.end = index(sentence.end);
                sheet.cells.push(cell);
            }
        }
        sheet.cells.push(Cell {
            sentence: u32::MAX,
            paragraph: u32::MAX,
            ..Cell::default()
        });
        sheet.look_left();
        sheet.look_right();
        sheet
    }

    /// The number of words.
    pub fn len(&self) -> usize {
        self.cells.len().saturating_sub(1)
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the sentence of `cell` holds a double quotation mark.
    pub fn has_marks(&self, cell: &Cell) -> u32 {
        u32::from(
            self.cells[cell.end as usize].before.marks
                > self.cells[cell.begin as usize].before.marks,
        )
    }

    fn look_left(&mut self) {
        let mut counts = Counts::default();
        let mut last = Last::default();
        let mut quotation = 0;
        for at in 0..self.cells.len() {
            let previous = at.checked_sub(1).map(|at| self.cells[at]);
            let cell = &mut self.cells[at];
            last.enter(
                previous.is_none_or(|previous| previous.sentence != cell.sentence),
                previous.is_none_or(|previous| previous.paragraph != cell.paragraph),
            );
            cell.before = counts;
            cell.left = last.distances(at);
            cell.noun_left = last.noun;
            if cell.quoted == 1 {
                let goes_on = previous.is_some_and(|previous| {
                    previous.quoted == 1 && previous.paragraph == cell.paragraph
                });
                let reopens = cell.mark
                    && previous.is_some_and(|previous| previous.mark && previous.quoted == 1);
                quotation += u32::from(!goes_on || reopens);
                cell.quotation = quotation;
            }
            last.see(at, cell);
            counts.marks += u32::from(cell.mark);
            counts.commas += u32::from(cell.comma);
            counts.verbs += u32::from(cell.tag.is_finite());
            counts.stops += u32::from(cell.stop);
            counts.thats += u32::from(cell.that);
            counts.joins += u32::from(cell.joins);
            counts.words += u32::from(cell.is_word);
        }
    }

    fn look_right(&mut self) {
        let mut last = Last::default();
        for at in (0..self.len()).rev() {
            let next = self.cells[at + 1];
            let cell = &mut self.cells[at];
            last.enter(
                next.sentence != cell.sentence,
                next.paragraph != cell.paragraph,
            );
            cell.right = last.distances(at);
            cell.noun_right = last.noun;
            cell.verb_right = last.verb;
            last.see(at, cell);
        }
    }
}

/// Where the last of each kind stood, from 1; 0 if none since the sentence began.
#[derive(Default)]
struct Last {
    mark: u32,
    comma: u32,
    stop: u32,
    capital: u32,
    that: u32,
    to: u32,
    noun: u32,
    verb: u32,
}

impl Last {
    fn enter(&mut self, sentence: bool, paragraph: bool) {
        if sentence {
            *self = Self {
                mark: if paragraph { 0 } else { self.mark },
                ..Self::default()
            };
        }
    }

    fn distances(&self, at: usize) -> Nearest {
        let here = index(at) + 1;
        let from = |place: u32| {
            if place == 0 {
                FAR
            } else {
                place.abs_diff(here).min(FAR)
            }
        };
        Nearest {
            mark: from(self.mark),
            comma: from(self.comma),
            stop: from(self.stop),
            capital: from(self.capital),
            that: from(self.that),
            to: from(self.to),
        }
    }

    fn see(&mut self, at: usize, cell: &Cell) {
        let here = index(at) + 1;
        let note = |is: bool, place: &mut u32| {
            if is {
                *place = here;
            }
        };
        note(cell.mark, &mut self.mark);
        note(cell.comma, &mut self.comma);
        note(cell.stop, &mut self.stop);
        note(cell.word.capital, &mut self.capital);
        note(cell.that, &mut self.that);
        note(cell.to, &mut self.to);
        note(cell.tag.is_nominal(), &mut self.noun);
        note(cell.tag.is_finite(), &mut self.verb);
    }
}

fn cell(word: Word, low: &str, tag: Tag, reporting: &Reporting) -> Cell {
    let lemma = lemma(low, tag);
    Cell {
        word,
        tag,
        lemma: hash(lemma.as_bytes()),
        reports: reporting.kind(lemma, tag),
        is_word: low.starts_with(|c: char| c.is_alphanumeric() || c == '_')
            || low.len() > 1 && low.contains(char::is_alphanumeric),
        is_pronoun: matches!(
            low,
            "he" | "she" | "they" | "it" | "we" | "i" | "you" | "who" | "that" | "which" | "this"
        ),
        is_auxiliary: is_auxiliary(low),
        mark: low == "\"",
        comma: low == ",",
        stop: matches!(
            low,
            "," | ";" | ":" | "-" | "--" | "—" | "–" | "(" | ")" | "." | "?" | "!"
        ),
        that: matches!(low, "that" | "whether" | "how" | "why" | "if" | "what"),
        to: low == "to",
        joins: matches!(
            low,
            "and" | "but" | "or" | "while" | "because" | "as" | "when" | "after" | "who" | "which"
        ),
        ..Cell::default()
    }
}

fn is_auxiliary(low: &str) -> bool {
    matches!(
        low,
        "be" | "is"
            | "are"
            | "was"
            | "were"
            | "been"
            | "being"
            | "am"
            | "'s"
            | "'re"
            | "'m"
            | "have"
            | "has"
            | "had"
            | "having"
            | "'ve"
            | "'d"
            | "do"
            | "does"
            | "did"
            | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "should"
            | "'ll"
            | "wo"
            | "ca"
            | "to"
            | "not"
            | "n't"
            | "get"
            | "got"
    )
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "no article has so many words"
)]
fn index(at: usize) -> u32 {
    at as u32
}
