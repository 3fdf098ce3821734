//! A passive: what is said is by somebody behind “by”, by a writing, or by whoever is said to have said it.

use std::ops::Range;

use super::is_day;
use crate::split::clause;
use crate::split::cue;
use crate::split::document::Document;
use crate::split::model::tag::Tag;
use crate::split::statement::Statement;
use crate::split::subject;
use crate::text::Span;

/// Gives `statement` the agent of a passive verb in place of what it was said of, ‹The talks were described by one of them as
/// “thin”›, and nobody where there is none, ‹She was told to leave›.
pub(super) fn agent(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue else {
        return;
    };
    let before = statement
        .source
        .is_none_or(|source| source.start < cue.start);
    if let Some(clause) = reputed(document, cue) {
        if statement.source == Some(clause.source) {
            return;
        }
        if statement.overlaps(clause.cue) {
            let end = statement.extent().end.max(clause.cue.end);
            let behind = Span::new(clause.cue.end, end)
                .trim_matches(document.text, |c| c == ',' || c.is_whitespace());
            if !behind.is_empty() {
                statement.content = vec![behind];
            }
        }
        if !statement.overlaps(clause.source) {
            statement.source = Some(clause.source);
            statement.cue = Some(clause.cue);
        }
        return;
    }
    let Some(verb) = passive(document, cue) else {
        return;
    };
    if !before {
        if document.word(verb + 1) == "by" {
            statement.cue = Some(whole_passive(document, cue, verb));
        }
        return;
    }
    let sentence = &document.sentences[document.sentence_at(cue.start)];
    // ‹It was described as “thin” by one of them›
    let behind = || {
        let last = document.quotation_at(statement.extent().end.checked_sub(1)?)?;
        let next = document.tokens_in(last.outer).end;
        let by = document.tokens.get(next)?.of(document.text) == "by";
        by_agent(document, next..sentence.tokens.end).filter(|_| by && next < sentence.tokens.end)
    };
    let Some(by) = by_agent(document, verb + 1..sentence.tokens.end).or_else(behind) else {
        if cue::said_of(document.word(verb)) || urges(document, verb) {
            statement.source = told_in_writing(document, sentence.tokens.start, verb)
                .filter(|writing| !statement.overlaps(*writing));
        }
        return;
    };
    // What was read as said may begin with the agent, ‹by one of them as “thin”›.
    let behind = document.tokens_in(by).end;
    let joint = document.tokens.get(behind).map(|token| token.span);
    let parts = statement.content.len();
    statement
        .content
        .retain(|piece| parts == 1 || !by.contains(*piece));
    let mut pieces = statement.content.iter_mut();
    let begun = pieces.find(|piece| piece.start < by.end && by.start < piece.end);
    if let (Some(joint), Some(piece)) = (joint, begun)
        && joint.end < piece.end
    {
        let start = if joint.of(document.text) == "as" {
            joint.end
        } else {
            joint.start
        };
        *piece = Span::new(start, piece.end).trim(document.text);
    }
    if !statement.overlaps(by) {
        statement.source = Some(by);
    }
    statement.cue = Some(whole_passive(document, cue, verb));
}

/// The cue of a passive whose agent is named with its auxiliary and without the “by”: ‹were described | by one of them›.
fn whole_passive(document: &Document, cue: Span, verb: usize) -> Span {
    let words = document.tokens_in(cue);
    let before = verb.saturating_sub(1);
    let first = if is_be(document, before) {
        words.start.min(before)
    } else {
        words.start
    };
    let by = document.word(words.end - 1) == "by" && words.end > verb + 1;
    let last = if by { verb } else { words.end - 1 };
    let [first, last] = [first, last].map(|at| document.tokens[at].span);
    first.cover(last)
}

fn is_be(document: &Document, at: usize) -> bool {
    let be = ["was", "were", "is", "are", "been", "being"];
    be.contains(&document.word(at))
}

/// Leaves `statement` without a source where somebody is what the words were said of: ‹a man accused of “waste”›.
pub(super) fn accused(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let words = document.tokens_in(cue);
    let verb = words.start;
    let whom = matches!(document.word(verb), "accused" | "suspected" | "convicted");
    let of = whom && document.word(verb + 1) == "of" && document.tokens_in(source).end == verb;
    if of {
        statement.source = None;
    }
}

fn urges(document: &Document, at: usize) -> bool {
    let urges = [
        "urged",
        "advised",
        "invited",
        "reminded",
        "encouraged",
        "instructed",
        "requested",
        "ordered",
    ];
    urges.contains(&document.word(at))
}

/// The writing of the sentence before that tells people something: ‹| A letter from the firm | came in May. Tenants are asked to …›
fn told_in_writing(document: &Document, start: usize, verb: usize) -> Option<Span> {
    const LONGEST: usize = 6;
    const LETTERS: [&str; 8] = [
        "letter", "leaflet", "notice", "email", "flyer", "poster", "card", "message",
    ];
    let asked = matches!(document.word(verb), "asked" | "told" | "warned") || urges(document, verb);
    let plural = document.tag(start).is_some_and(Tag::is_noun)
        && document.word(start).ends_with('s')
        && start + 2 >= verb;
    let first = document.tokens.get(start)?.span;
    let here = document.sentence_at(first.start);
    let before = &document.sentences[here.checked_sub(1)?];
    let together = before.paragraph == document.sentences[here].paragraph;
    let quoted = !document.quotations_in(before.span).is_empty();
    if !asked || !plural || !together || quoted {
        return None;
    }
    let noun = before
        .tokens
        .clone()
        .find(|&at| LETTERS.contains(&document.word(at)))?;
    let from = matches!(document.word(noun + 1), "from" | "by" | "of");
    let the = usize::from(matches!(document.tag(noun + 2), Some(Tag::DT | Tag::PRPS)));
    let capital = |at: &usize| document.word(*at).starts_with(char::is_uppercase);
    let sender = (noun + 2 + the..before.tokens.end.min(noun + 2 + LONGEST))
        .take_while(capital)
        .last();
    let first = noun.saturating_sub(usize::from(noun > before.tokens.start));
    document.span_of(first..sender.filter(|_| from).unwrap_or(noun) + 1)
}

/// ‹Ann Lee is said to have told …›
fn reputed(document: &Document, cue: Span) -> Option<clause::Clause> {
    const NEAR: usize = 5;
    let words = document.tokens_in(cue);
    let mut near = words.start.saturating_sub(2)..words.end + 1;
    let to = near.find(|&at| document.word(at) == "to" && subject::is_reputed(document, at))?;
    let verb = (to + 1..to + NEAR).find(|&at| cue::reports(document.word(at)))?;
    let sentence = &document.sentences[document.sentence_at(cue.start)];
    let before = Span::new(sentence.span.start, cue.start);
    let quoted = document.quotations_in(before).last();
    let start = quoted.map_or(sentence.tokens.start, |quotation| {
        document.tokens_in(quotation.outer).end
    });
    let (source, cue) = subject::subject_before(document, start, verb)?;
    subject::can_speak(document, source).then_some(clause::Clause { cue, source })
}

/// The participle of a cue that is a passive: "was accused", "have been told".
fn passive(document: &Document, cue: Span) -> Option<usize> {
    let mut words = document.tokens_in(cue);
    let be = |at: usize| is_be(document, at);
    // ‹guests | are | urged›
    if words.len() == 1 && be(words.start) && urges(document, words.end) {
        words.end += 1;
    }
    let past = |at: usize| matches!(document.tag(at), Some(Tag::VBN | Tag::VBD));
    let verb = words.clone().rfind(|&at| past(at) || urges(document, at))?;
    let inside = words.clone().any(be);
    // "was also told": the model may read the verb alone.
    let before = (words.start.saturating_sub(2)..words.start).any(be)
        && (document.tag(verb) == Some(Tag::VBN) || urges(document, verb));
    // "was freed but told by Ann Lee"
    let agent = document
        .tokens
        .get(verb + 1)
        .is_some_and(|next| next.of(document.text) == "by")
        && ["told", "asked", "warned", "accused", "described"].contains(&document.word(verb));
    (inside && words.len() > 1 || before || agent).then_some(verb)
}

/// Who stands behind the "by" that opens `tokens`, but for an adverb or two: ‹later | by the leader of the union | of “lying”›.
fn by_agent(document: &Document, tokens: Range<usize>) -> Option<Span> {
    const LONGEST: usize = 12;
    let by = tokens
        .clone()
        .take(4)
        .find(|&at| document.word(at) == "by")?;
    let when = [
        "last",
        "this",
        "week",
        "month",
        "year",
        "night",
        "yesterday",
        "on",
    ];
    let plain = (tokens.start..by).all(|at| {
        let word = document.word(at);
        document.tag(at) == Some(Tag::RB) || when.contains(&word) || is_day(word)
    });
    let first = by + 1;
    let last = tokens.end.min(first + LONGEST);
    let end = (first..last)
        .find(|&at| {
            let next = document.tokens.get(at + 1).map(|_| at + 1);
            let of = document.word(at) == "of"
                && next.is_some_and(|next| {
                    document.tag(next) == Some(Tag::VBG)
                        || document
                            .quotation_at(document.tokens[next].span.start)
                            .is_some()
                });
            of || matches!(
                document.word(at),
                "as" | "to"
                    | "that"
                    | ","
                    | "."
                    | ":"
                    | "“"
                    | "\""
                    | "‘"
                    | "in"
                    | "on"
                    | "at"
                    | "during"
                    | "after"
                    | "when"
                    | "last"
                    | "earlier"
                    | "yesterday"
                    | "today"
            ) || is_day(document.word(at))
        })
        .unwrap_or(last);
    let span = document
        .tokens
        .get(first)?
        .span
        .cover(document.tokens.get(end.checked_sub(1)?)?.span);
    (plain && end > first && end < tokens.end).then_some(span)
}
