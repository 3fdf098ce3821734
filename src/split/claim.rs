//! What is a report and what an act: “she denied it” is on record, “he fired her” is a fact.
//!
//! The annotation that the model learned from counts acts and passive expectations as attributions. A claim here is what
//! a source is reported to have said, thought, denied or promised, so that these are left to the facts.

use super::cue;
use super::document::Document;
use super::model::tag::Tag;
use super::quote::{self, Quoted};
use super::statement::Statement;
use crate::text::Span;

/// From what probability on the model overrules the rules about acts: ‹She voted against the bill› tells where she stands.
///
/// In cross-validation the statements that the rules would take out are right as often as the model thinks, so that
/// without a limit they cost 1.6 of F1, with this one 0.2.
const SURE: f32 = 0.5;

/// Whether `statement` reports words or thoughts rather than an act.
pub(crate) fn is_report(document: &Document, statement: &Statement) -> bool {
    let Some(cue) = statement.cue else {
        return true;
    };
    // ‹“Why?” she wanted to know.›, ‹“No,” | which | she said twice›
    let which = || {
        let words = statement.extent();
        let before = document.text[..words.start].trim_end();
        words.of(document.text) == "which" && before.ends_with(['”', '’', '"', '\''])
    };
    if cue.contains(statement.extent()) || which() {
        return false;
    }
    // ‹“No,” the paper quoted her as saying.›
    if statement.extent().of(document.text).ends_with("as saying") {
        return false;
    }
    let words: Vec<String> = document
        .tokens_in(cue)
        .map(|at| document.word(at).to_lowercase())
        .collect();
    let verbal = document
        .tokens_in(cue)
        .any(|at| document.tag(at).is_some_and(Tag::is_verb));
    let reports = words
        .iter()
        .any(|word| cue::reports(word) || cue::thinks(word));
    if is_possessive(document, statement, cue) {
        return false;
    }
    if is_mostly_quoted(document, statement, reports) {
        return true;
    }
    let content = document.tokens_in(statement.extent());
    // ‹The maker recalled 900 scales after one caught fire.›
    let counted = document.tag(content.start) == Some(Tag::CD);
    if counted && words.iter().any(|word| word.starts_with("recall")) {
        return false;
    }
    if is_handed_on(document, statement, cue) {
        return false;
    }
    let clause = statement
        .content
        .iter()
        .any(|piece| document.has_finite_verb(*piece));
    if clause {
        return true;
    }
    let to = !content.is_empty() && document.word(content.start).eq_ignore_ascii_case("to");
    let infinitive = to
        && document.tag(content.start + 1).is_some_and(Tag::is_verb)
        && document
            .word(content.start + 1)
            .starts_with(char::is_lowercase);
    // "wrote the book “A Winter Abroad”" tells of a work.
    let quotations = document.quotations_in(statement.extent());
    let titled = quotations.iter().any(|q| {
        statement.overlaps(q.inner)
            && matches!(quote::quoted(document, q), Quoted::Title | Quoted::Name)
    });
    if titled {
        return false;
    }
    // "to the council" is whom somebody speaks to, not what is said.
    let spoken_to = words.last().is_some_and(|word| word == "to")
        && words.iter().any(|word| SPOKEN.contains(&word.as_str()));
    let addressee = (to || spoken_to) && !infinitive;
    if addressee && verbal {
        return false;
    }
    let reflexive = document.tokens.get(content.start).is_some_and(|token| {
        let word = token.of(document.text);
        word.ends_with("self") || word.ends_with("selves")
    });
    if reflexive || words.iter().any(|word| cue::acts(word)) {
        return false;
    }
    let infinitive = infinitive
        || statement
            .content
            .iter()
            .skip(1)
            .any(|piece| piece.of(document.text).starts_with("to "));
    if statement.source.is_none() && !infinitive {
        return false;
    }
    if statement.confidence >= SURE && content.len() >= FEWEST {
        return true;
    }
    // ‹The children found their own way.›, ‹It showed the rivers in blue.›
    let things = words.iter().any(|word| THINGS.contains(&word.as_str()));
    // Without a clause, only a word of saying or thinking reports; without a source, not even that.
    statement.source.is_some() && !things && (infinitive || reports)
}

/// Whether `cue` tells of something and not of what was said: ‹She read aloud | the last note he sent her›, ‹He has the | cheer of |
/// a man who sells boats›.
fn is_handed_on(document: &Document, statement: &Statement, cue: Span) -> bool {
    let content = statement.extent();
    let first = document.tokens_in(content).start;
    if cue.end > content.start || !document.quotations_in(content).is_empty() {
        return false;
    }
    let reads = document
        .tokens_in(cue)
        .any(|at| matches!(document.word(at), "read" | "reads" | "recited" | "recites"));
    let thing = matches!(document.tag(first), Some(Tag::DT | Tag::PRPS));
    let of = document.word(first.saturating_sub(1)) == "of";
    let has = statement.source.is_some_and(|source| {
        let verb = document.word(document.tokens_in(source).end);
        source.end < cue.start && matches!(verb, "has" | "have" | "had")
    });
    thing && (reads || of && has)
}

/// Whether the source is a possessive that has lost its noun, which is no subject: ‹The company’s | shows›.
fn is_possessive(document: &Document, statement: &Statement, cue: Span) -> bool {
    let Some(source) = statement.source.filter(|source| source.end <= cue.start) else {
        return false;
    };
    let last = document.tokens_in(source).next_back();
    let possessive = last.and_then(|at| document.tag(at)) == Some(Tag::POS);
    possessive && document.has_finite_verb(cue)
}

/// Words that report with a clause, and without one mostly tell of things that are found or shown.
const THINGS: [&str; 8] = [
    "find", "finds", "found", "finding", "show", "shows", "showed", "shown",
];

/// What is done to a hearer, where "objected to" and "pointed to" have what is said behind them.
const SPOKEN: [&str; 10] = [
    "said",
    "says",
    "explained",
    "explains",
    "wrote",
    "writes",
    "spoke",
    "speaks",
    "talked",
    "whispered",
];

/// Fewer words than this hold no statement that the model alone vouches for: ‹She had read the note›.
const FEWEST: usize = 3;

/// Whether the content is for the better part words between marks that are no title or name, or holds such words behind a
/// cue that `reports`.
fn is_mostly_quoted(document: &Document, statement: &Statement, reports: bool) -> bool {
    let quotations = document.quotations_in(statement.extent());
    let verbatim = quotations.iter().filter(|q| {
        statement.overlaps(q.inner)
            && matches!(quote::quoted(document, q), Quoted::Words | Quoted::Fragment)
    });
    let quoted: usize = verbatim.map(|q| document.tokens_in(q.inner).len()).sum();
    let all: usize = statement
        .content
        .iter()
        .map(|piece| document.tokens_in(*piece).len())
        .sum();
    quoted > 0 && (reports || 2 * quoted >= all)
}
