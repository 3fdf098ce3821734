//! The words of a block quotation: whose voice a paragraph is in.

use super::line::tells_of_message;
use super::source::is_sent_in;
use super::{SHORTEST, line_above};
use crate::split::document::{Document, Paragraph};
use crate::split::model::tag::Tag;
use crate::split::voice;

/// Whether a paragraph without marks is what the one above it says a statement read, ‹The force put out this statement:›, or
/// goes on with it in the present tense, as officials write and reporters do not.
pub(super) fn in_its_words(
    document: &Document,
    paragraph: &Paragraph,
    nth: usize,
    goes_on: bool,
) -> bool {
    let plain =
        paragraph.tokens.len() >= SHORTEST && !paragraph.span.of(document.text).ends_with(':');
    let quoted = !document.quotations_in(paragraph.span).is_empty();
    if !plain || quoted && goes_on {
        return false;
    }
    if goes_on {
        let verb = paragraph
            .tokens
            .clone()
            .find(|&at| document.is_finite_verb(at))
            .and_then(|at| document.tag(at));
        return matches!(verb, Some(Tag::VBZ | Tag::VBP | Tag::MD));
    }
    line_above(document, nth).is_some_and(|sentence| {
        let words = sentence.span.of(document.text);
        let whole = words.ends_with("read:") || words.ends_with("in full:");
        let statement = ["statement", "letter", "apology"].iter().any(|noun| {
            let mut tokens = sentence.tokens.clone();
            tokens.any(|token| document.word(token) == *noun)
        });
        words.ends_with(':') && (!quoted && (whole || statement) || is_sent_in(words))
    })
}

/// Whether a paragraph is one of somebody who speaks of themselves or to others, and no quotation stands in it.
pub(super) fn own_voice(document: &Document, paragraph: &Paragraph) -> bool {
    document.quotations_in(paragraph.span).is_empty() && voice::is_own(document, paragraph)
}

/// Whether a paragraph opens with the hour of a post, ‹13:40. It is above us.›, below a line that tells of an account, or where
/// the post before it `goes_on`.
pub(super) fn is_timed(document: &Document, nth: usize, goes_on: bool) -> bool {
    let timed = |words: &str| {
        let (hour, rest) = words.split_at(words.find([':', '.']).unwrap_or(0));
        let minute: String = (rest.chars().skip(1))
            .take_while(char::is_ascii_digit)
            .collect();
        let behind = rest.get(1 + minute.len()..).unwrap_or_default();
        (1..=2).contains(&hour.len())
            && hour.bytes().all(|b| b.is_ascii_digit())
            && minute.len() == 2
            && behind.starts_with(['.', ':', ' '])
            && behind
                .trim_start_matches(['.', ':', ' ', '–', '—', '-'])
                .starts_with(char::is_uppercase)
    };
    let words = |nth: usize| document.paragraphs[nth].span.of(document.text);
    let Some(above) = nth.checked_sub(1) else {
        return false;
    };
    let account = || {
        let mut tokens = document.paragraphs[above].tokens.clone();
        tokens.any(|at| document.word(at).starts_with('@'))
    };
    timed(words(nth)) && (goes_on && timed(words(above)) || account())
}

/// Whether no paragraph but the one at `besides`, and what a colon announces, has a first person outside quotation marks.
pub(super) fn is_in_third_person(document: &Document, besides: usize) -> bool {
    const LEAST: usize = 4;
    const MANY: usize = 8;
    let own = |token: usize| {
        voice::is_first_person(document.word(token))
            && (document.quotation_at(document.tokens[token].span.start)).is_none()
    };
    let announced = |nth: usize| {
        line_above(document, nth).is_some_and(|line| {
            line.span.of(document.text).ends_with(':') || tells_of_message(document, line)
        })
    };
    let paragraphs = document.paragraphs.iter().enumerate();
    let own = paragraphs.filter(|(nth, paragraph)| {
        *nth != besides
            && !announced(*nth)
            && !voice::is_numbered(document, paragraph)
            && paragraph.tokens.clone().any(own)
    });
    // What opens with “we” may stand beside one more post that nothing announces.
    let one = document.paragraphs.get(besides);
    let may = usize::from(
        document.paragraphs.len() >= MANY
            && one.is_some_and(|one| opens_in_first_person(document, one)),
    );
    document.paragraphs.len() >= LEAST && own.count() <= may
}

/// Whether a paragraph opens with “we” or “I”.
pub(super) fn opens_in_first_person(document: &Document, paragraph: &Paragraph) -> bool {
    matches!(
        document.word(paragraph.tokens.start),
        "We" | "Our" | "I" | "My"
    )
}
