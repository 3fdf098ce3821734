//! The subject of a reporting verb: the words for who speaks, and whether they can be.

use std::ops::Range;

use super::clause::{
    FAR, REACH, ends_clause, is_auxiliary, is_joint, is_time, opens_clause, particle, to_know,
};
use super::document::Document;
use super::mend;
use super::model::tag::Tag;
use crate::text::Span;
use crate::text::token::TokenKind;

/// A subject with the name behind it: ‹the third judge, Ann Lee, | was milder›.
pub(crate) fn with_name(document: &Document, subject: Span, end: usize) -> Span {
    let comma = document.tokens_in(subject).end;
    let named = comma + 1 < end
        && document.word(comma) == ","
        && document
            .word(comma + 1)
            .starts_with(|c: char| c.is_uppercase() || c == '@');
    let mut behind = (comma + 1..end).take_while(|&at| !document.is_finite_verb(at));
    let close = behind.find(|&at| document.word(at) == ",");
    let named = named
        || comma + 1 < end
            && document.tag(comma + 1) == Some(Tag::DT)
            && close.is_some_and(|close| document.word(close - 1).starts_with(char::is_uppercase));
    match close.filter(|_| named) {
        Some(close) => subject.cover(document.tokens[close - 1].span),
        None => subject,
    }
}

/// Whether the words can be a clause's subject: they end in a noun or pronoun and hold no finite verb but a relative
/// clause's, ‹Ann Lee, who runs the port›.
pub(crate) fn can_speak(document: &Document, source: Span) -> bool {
    let tokens = document.tokens_in(source);
    let marked = |at: usize| document.tokens[at].kind == TokenKind::Mark;
    let end = (tokens.clone()).rfind(|&at| !marked(at));
    let last = end.and_then(|at| document.tag(at));
    // The tagger knows few names.
    let name = end.is_some_and(|at| {
        document
            .word(at)
            .starts_with(|c: char| c.is_uppercase() || c == '@')
    });
    // ‹the 41-year-old›, ‹the eldest›, ‹the chief executive›: what stands last is a noun, whatever the tagger takes it for.
    let whole = (2..=4).contains(&tokens.len())
        && matches!(document.tag(tokens.start), Some(Tag::DT | Tag::PRPS))
        && !tokens.clone().any(marked)
        && last.is_some_and(|tag| matches!(tag, Tag::JJ | Tag::JJS | Tag::RB | Tag::VBP | Tag::VB));
    // ‹the last line of Ann Lee’s | will›
    let belongs = end.is_some_and(|at| {
        let behind = matches!(
            document.tag(at.saturating_sub(1)),
            Some(Tag::POS | Tag::PRPS)
        );
        at > tokens.start && behind && document.word(at) != "own"
    });
    let whole = whole || belongs;
    let small = |at: usize| document.word(at).starts_with(char::is_lowercase);
    let verb = tokens
        .clone()
        .filter(|&at| !whole || Some(at) != end)
        .find(|&at| document.is_finite_verb(at) && small(at));
    let relative = verb.is_none_or(|verb| {
        (tokens.start..verb)
            .any(|at| matches!(document.word(at), "who" | "which" | "that" | "whose"))
    });
    // ‹in | her | words›
    let owner = tokens.len() == 1 && last == Some(Tag::PRPS);
    let nominal = last.is_none_or(|tag| tag.is_nominal() || tag == Tag::CD);
    relative && (owner || name || nominal || whole)
}

/// The subject of the clause in `tokens`, a main clause that opens its sentence: ‹The board’s letter | was short›.
pub(crate) fn announcer(document: &Document, tokens: Range<usize>) -> Option<Span> {
    // No subject is longer; the work stays linear.
    const LONGEST: usize = 60;
    let verb = (tokens.clone().take(LONGEST)).find(|&at| document.is_finite_verb(at))?;
    let before = verb.checked_sub(1).filter(|&at| at >= tokens.start)?;
    if document.tag(before) == Some(Tag::PRP) {
        return Some(document.tokens[before].span);
    }
    // A sentence that opens with its subject has all of it before its verb; else the subject is the noun before the verb.
    let opens = document
        .tag(tokens.start)
        .is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::DT | Tag::PRPS | Tag::JJ));
    let first = document.tokens[tokens.start].span;
    // ‹Ann Lee, who saw it all, had another idea›: the verb of the relative clause has a subject of its own.
    let relative = (tokens.start + 1..verb).find(|&at| {
        matches!(document.word(at), "who" | "which" | "whose" | "whom")
            && document.word(at - 1) == ","
    });
    let before = relative.map_or(before, |who| who.saturating_sub(2).max(tokens.start));
    if opens {
        return Some(first.cover(document.tokens[before].span));
    }
    mend::noun_phrase_before(document, verb, first.start)
}

/// The subject that a second verb shares with the first of its clause: ‹Ann Lee | shook his hand and told him›.
pub(crate) fn subject_of_first(document: &Document, start: usize, verb: usize) -> Option<Span> {
    let and = verb.checked_sub(1).filter(|&at| at > start)?;
    let second = document.word(and) == "and" && document.is_finite_verb(verb);
    let source = announcer(document, start..and).filter(|_| second)?;
    can_speak(document, source).then_some(source)
}

/// The subject of the verb at `verb` among the tokens from `start`, and the verb with its auxiliaries and adverbs.
pub(crate) fn subject_before(
    document: &Document,
    start: usize,
    verb: usize,
) -> Option<(Span, Span)> {
    let mut first = verb;
    // ‹Ann Lee was | quoted as saying›
    let quoted = verb >= start + 2
        && document.word(verb) == "saying"
        && document.word(verb - 1) == "as"
        && matches!(
            document.word(verb - 2),
            "quoted" | "reported" | "cited" | "recorded"
        );
    if quoted {
        first -= 2;
    }
    while first > start && is_auxiliary(document.word(first - 1)) {
        first -= 1;
    }
    // ‹Ann Lee | is said to have told›
    if document.word(first) == "to" && first > start + 2 && is_reputed(document, first) {
        first -= 2;
    }
    // ‹Ann Lee | at first told›
    if first > start + 2
        && document.word(first - 2) == "at"
        && matches!(document.word(first - 1), "first" | "last" | "once")
    {
        first -= 2;
    }
    let last = particle(document, verb)
        .or_else(|| to_know(document, verb))
        .unwrap_or(verb);
    let cue = document.tokens[first]
        .span
        .cover(document.tokens[last].span);
    let mut end = first;
    // "Ann Lee, the mayor of Orr, said": the name stands before its apposition.
    if end > start && document.word(end - 1) == "," {
        let comma = (start..end - 1).rev().find(|&at| document.word(at) == ",");
        end = comma.unwrap_or(end - 1);
        // "Ann Lee, 54, a nurse, said"
        let aged = |end: usize| {
            document.tokens[end - 1].kind == TokenKind::Number && document.word(end - 2) == ","
        };
        if end > start + 2 && aged(end) {
            end -= 2;
        }
    }
    if end > start && matches!(document.word(end - 1), "who" | "which" | "that") {
        end -= 1;
        if end > start && document.word(end - 1) == "," {
            end -= 1;
        }
    }
    let mut begin = end;
    while begin > start && !opens_clause(document.word(begin - 1)) {
        begin -= 1;
        if begin > start && opens_noun(document, begin) {
            break;
        }
    }
    while begin < end && (is_auxiliary(document.word(begin)) || is_joint(document.word(begin))) {
        begin += 1;
    }
    (begin < end && end - begin <= FAR).then(|| {
        (
            document.tokens[begin]
                .span
                .cover(document.tokens[end - 1].span),
            cue,
        )
    })
}

/// Whether what stands before the “to” at `at` tells that others say it: ‹is said | to have told›.
pub(crate) fn is_reputed(document: &Document, at: usize) -> bool {
    let (Some(be), Some(said)) = (at.checked_sub(2), at.checked_sub(1)) else {
        return false;
    };
    let reputed = [
        "said",
        "reported",
        "alleged",
        "believed",
        "understood",
        "reputed",
        "rumoured",
        "rumored",
        "thought",
    ];
    matches!(document.word(be), "is" | "was" | "are" | "were")
        && reputed.contains(&document.word(said))
}

/// Whether a noun phrase begins at the token right behind another: ‹beside the gate | a student›.
fn opens_noun(document: &Document, at: usize) -> bool {
    matches!(document.tag(at), Some(Tag::DT | Tag::PRPS | Tag::PRP))
        && document.tag(at - 1).is_some_and(Tag::is_noun)
}

/// The subject that follows its verb: "said Ann Lee, the mayor".
pub(crate) fn subject_after(document: &Document, start: usize, limit: usize) -> Option<Span> {
    let mut end = start;
    while end < limit && end < start + REACH {
        let word = document.word(end);
        if ends_clause(word) || opens_clause(word) || is_time(word) {
            break;
        }
        end += 1;
    }
    (end > start).then(|| {
        document.tokens[start]
            .span
            .cover(document.tokens[end - 1].span)
    })
}

/// All that stands between a verb and the end of its clause, where its words are not known: ‹sagte Ann Lee, die Wirtin›.
pub(crate) fn whole_after(document: &Document, start: usize, stop: usize) -> Option<Span> {
    let last = document.tokens.get(stop.checked_sub(1)?)?.span;
    (start < stop).then(|| document.tokens[start].span.cover(last))
}
