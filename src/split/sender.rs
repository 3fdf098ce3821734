//! A sender: who put out the words that stand below a line, as that line tells: ‹It came from Ann Lee:›, ‹signed by Ann Lee›.

use std::ops::Range;

use super::cue;
use super::document::Document;
use super::herald::{is_outside, is_writing};
use super::model::tag::Tag;
use crate::text::Span;

/// Whose the words behind `tokens` are, a sentence or what stands of it before a colon, where they tell who signed or sent
/// them: ‹It came from Ann Lee, the mayor:›, ‹In its place stood a longer one, signed by Ann Lee.›
pub(crate) fn sender(document: &Document, tokens: &Range<usize>) -> Option<Span> {
    if let Some(source) = from_whom_came(document, tokens) {
        return Some(source);
    }
    let by = came_from(document, tokens)
        .or_else(|| signed_by(document, tokens))
        .or_else(|| put_out_by(document, tokens))?;
    let goes_on = |at: usize| {
        let next = document.word(at + 1);
        next.starts_with(char::is_uppercase) || next == "the"
    };
    let new = matches!(document.word(by + 1), "a" | "an");
    let ends = |at: &usize| {
        let word = document.word(*at);
        matches!(
            word,
            ":" | "." | ";" | "who" | "which" | "whose" | "that" | "—" | "–"
        ) || word == "," && is_joined(document, *at + 1)
            || matches!(word, "in" | "on" | "at" | "via" | "through") && !new && !goes_on(*at)
            || document.is_finite_verb(*at)
    };
    let end = (by + 1..tokens.end).find(ends).unwrap_or(tokens.end);
    let words = document
        .span_of(by + 1..end)?
        .trim_matches(document.text, |c| c == ',' || c.is_whitespace());
    // Without a colon who signed stands last, and nothing is quoted before.
    let last = document.word(tokens.end - 1);
    let relative = || {
        matches!(document.word(end), "who" | "which" | "whose")
            || document.word(end) == "," && is_joined(document, end + 1)
    };
    let plain = last == ":"
        || (end + 1 >= tokens.end || relative())
            && document
                .quotations_in(document.span_of(tokens.clone())?)
                .is_empty();
    let named = plain
        && words
            .of(document.text)
            .contains(|c: char| c.is_uppercase() || c == '@');
    let known = matches!(document.tag(by + 1), Some(Tag::DT | Tag::PRPS));
    (named || plain && known).then_some(words)
}

/// Whether what is told of the writing itself goes on at `at`: ‹It was signed by Ann Lee, | and it was short|.›
fn is_joined(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "and" | "but")
        && matches!(document.word(at + 1), "it" | "was" | "is" | "ran")
}

/// The “from” of words that came from somebody: ‹The best one came from›, ‹Then came this from›, ‹An answer arrived within the
/// hour from›.
fn came_from(document: &Document, tokens: &Range<usize>) -> Option<usize> {
    const LONGEST: usize = 10;
    const BETWEEN: usize = 8;
    let start = tokens.start;
    let coming = ["came", "comes", "arrived", "arrives", "followed", "follows"];
    let verb = (start..tokens.end.min(start + LONGEST)).find(|&at| {
        matches!(document.word(at), "was" | "is") || coming.contains(&document.word(at))
    })?;
    let arrived = coming.contains(&document.word(verb));
    let from = (verb + 1..tokens.end.min(verb + if arrived { BETWEEN } else { 4 }))
        .take_while(|&at| {
            arrived && !document.tag(at).is_some_and(Tag::is_verb)
                || matches!(
                    document.word(at),
                    "this" | "one" | "another" | "," | "also" | "from"
                )
        })
        .find(|&at| document.word(at) == "from")?;
    let told = (start..verb)
        .chain(verb + 1..from)
        .any(|at| is_one(document, at));
    (told && is_outside(document, from)).then_some(from)
}

/// ‹From | Ann Lee | came a reply›
fn from_whom_came(document: &Document, tokens: &Range<usize>) -> Option<Span> {
    const LONGEST: usize = 14;
    let start = tokens.start;
    let near = start + 1..tokens.end.min(start + LONGEST);
    let verb = near
        .clone()
        .find(|&at| matches!(document.word(at), "came" | "comes"))
        .filter(|_| document.word(start) == "From")?;
    let told = (verb + 1..tokens.end)
        .take(4)
        .any(|at| is_one(document, at));
    told.then(|| document.span_of(start + 1..verb)).flatten()
}

fn is_one(document: &Document, at: usize) -> bool {
    let word = document.word(at).to_lowercase();
    ONES.contains(&word.as_str()) || is_writing(document, at)
}

/// The “by” of whoever is told to have put something out: ‹The ruling was announced at noon by›.
fn put_out_by(document: &Document, tokens: &Range<usize>) -> Option<usize> {
    const NEAR: usize = 6;
    let be = |at: usize| matches!(document.word(at), "was" | "were" | "been" | "is" | "are");
    let verb = (tokens.start + 1..tokens.end).find(|&at| {
        let word = document.word(at);
        let told = cue::puts_out(word) || PUT_OUT.contains(&word);
        told && be(at - 1) && !matches!(word, "read" | "sent")
    })?;
    (verb + 1..tokens.end.min(verb + NEAR))
        .take_while(|&at| !matches!(document.word(at), "," | ":" | "and" | "that"))
        .find(|&at| document.word(at) == "by" && is_outside(document, at))
}

/// The “by” or “from” of whoever put a writing out: ‹a letter signed by›, ‹A later post, also from›.
fn signed_by(document: &Document, tokens: &Range<usize>) -> Option<usize> {
    let start = tokens.start;
    (start + 2..tokens.end)
        .filter(|&at| matches!(document.word(at), "by" | "from") && is_outside(document, at))
        .find(|&at| {
            let before = document.word(at - 1);
            let aside = before == "," || document.word(at - 2) == "," && before == "also";
            let noun = at - 2 - usize::from(before == "also" && at > start + 2);
            let signed = ["signed", "written", "penned", "sent", "posted"].contains(&before);
            signed && document.word(at) == "by"
                || aside && noun >= start && is_writing(document, noun)
        })
}

/// What one of several writings is called.
const ONES: [&str; 17] = [
    "answers",
    "responses",
    "comments",
    "messages",
    "tweets",
    "it",
    "one",
    "ones",
    "this",
    "another",
    "first",
    "second",
    "last",
    "best",
    "most",
    "replies",
    "then",
];

/// What is done with news so that others have it, behind “was”.
const PUT_OUT: [&str; 9] = [
    "announced",
    "confirmed",
    "broken",
    "delivered",
    "given",
    "handed",
    "supplied",
    "uploaded",
    "tweeted",
];
