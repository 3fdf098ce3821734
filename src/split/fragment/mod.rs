//! A fragment: a few words of somebody's own within a sentence of the article's, and the words that say whose they are.

mod answer;
mod called;
mod caption;
mod short;
mod told;
mod way;

use std::ops::Range;

use super::clause::{Clause, ends_clause};
use super::document::{Document, Sentence};
use super::model::tag::Tag;
use super::opinion;
use super::subject::can_speak;
use crate::text::Span;
use crate::text::marks::Quotation;

pub(crate) use self::caption::captioned;
pub(crate) use self::way::{put_so, way_of_saying};

/// Who judges, calls or tells of something by the words at `mark`.
pub(crate) fn judged(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    called::described_as(document, sentence, mark)
        .or_else(|| called::called(document, sentence, mark))
        .or_else(|| told::told_of(document, sentence, mark))
        .or_else(|| told::seen_in(document, sentence, mark))
        .or_else(|| answer::is_verdict(document, sentence, mark))
        .or_else(|| opinion::opinion(document, sentence, mark))
        .or_else(|| way::is_to_somebody(document, sentence, mark))
        .or_else(|| told::told_that(document, sentence, mark))
        .or_else(|| short::nothing_beyond(document, sentence, mark))
}

/// Whose the words are that stand right before `quotation` and behind it: ‹“…”, in the words of Ann Lee›, ‹cries of “…” from the
/// gallery›.
pub(crate) fn around(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 24;
    let whole = answer::cried(document, quotation)
        .or_else(|| answer::was_answered(document, quotation))
        .or_else(|| called::was_called(document, quotation))
        .or_else(|| way::was_put(document, quotation))
        .or_else(|| short::which_is_said(document, quotation))
        .or_else(|| short::that_was_all(document, quotation));
    if let Some(clause) = whole {
        return Some(clause);
    }
    let sentence = sentence_of(document, quotation);
    let first = behind(document, quotation)?;
    let tokens = first..sentence.tokens.end.min(first + LONGEST);
    way_of_saying(document, tokens).map(|(clause, _)| clause)
}

/// Whether the words of `quotation` are all in capitals, as people write and headlines do not: ‹the caption “IT HAS CHOSEN”›.
pub(crate) fn is_shouted(document: &Document, quotation: &Quotation) -> bool {
    let words = quotation.inner.of(document.text);
    words.contains(' ') && !words.contains(char::is_lowercase) && words.contains(char::is_uppercase)
}

/// The clause whose cue is the token at `cue`, where its source can speak.
fn clause(document: &Document, cue: usize, source: Span) -> Option<Clause> {
    let cue = document.tokens[cue].span;
    can_speak(document, source).then_some(Clause { cue, source })
}

/// The sentence that `quotation` opens in.
fn sentence_of<'d>(document: &'d Document, quotation: &Quotation) -> &'d Sentence {
    &document.sentences[document.sentence_at(quotation.outer.start)]
}

/// The token behind `quotation`, past a comma.
fn behind(document: &Document, quotation: &Quotation) -> Option<usize> {
    let next = document.tokens_in(quotation.outer).end;
    let comma = document.tokens.get(next)?.of(document.text) == ",";
    Some(next + usize::from(comma))
}

/// The words of `tokens` up to what ends their clause, or one of `stops`.
fn up_to(document: &Document, tokens: Range<usize>, stops: &[&str]) -> Option<Span> {
    let stop = tokens
        .clone()
        .find(|&at| ends_clause(document.word(at)) || stops.contains(&document.word(at)));
    document.span_of(tokens.start..stop.unwrap_or(tokens.end))
}

/// The owner that ends at `mark`, a genitive’s mark or a possessive: ‹Ann Lee | ’s words›, ‹her | words›.
fn whose(document: &Document, first: usize, mark: usize) -> Option<Span> {
    document.span_of(first..mark + usize::from(document.tag(mark) == Some(Tag::PRPS)))
}

/// Whether a form of “be” stands before the participle at `verb`.
fn is_passive(document: &Document, verb: usize) -> bool {
    let before = verb.checked_sub(1).map_or("", |at| document.word(at));
    !document.word(verb).ends_with("ing")
        && ["was", "were", "is", "are", "been", "being", "be"].contains(&before)
}
