//! What is a report and what an act: “she denied it” is on record, “he fired her” is a fact.
//!
//! The annotation that the model learned from counts acts and passive expectations as attributions. A claim here is what
//! a source is reported to have said, thought, denied or promised, so that these are left to the facts.

use super::cue;
use super::document::Document;
use super::model::tag::Tag;
use super::statement::Statement;
use crate::text::Span;

/// Whether `statement` reports words or thoughts rather than an act.
pub(crate) fn is_report(document: &Document, statement: &Statement) -> bool {
    let Some(cue) = statement.cue else {
        return true;
    };
    let quoted = statement.content.iter().any(|piece| {
        document
            .quotations
            .iter()
            .any(|q| q.depth == 0 && q.inner.overlaps(*piece))
    });
    if quoted {
        return true;
    }
    let words: Vec<String> = document
        .tokens_in(cue)
        .map(|at| document.word(at).to_lowercase())
        .collect();
    let verbal = document
        .tokens_in(cue)
        .any(|at| tag(document, at).is_some_and(Tag::is_verb));
    let reports = words
        .iter()
        .any(|word| cue::reports(word) || cue::thinks(word));
    let content = document.tokens_in(statement.extent());
    let to = !content.is_empty() && document.word(content.start).eq_ignore_ascii_case("to");
    let infinitive = to && tag(document, content.start + 1).is_some_and(Tag::is_verb);
    let clause = statement.content.iter().any(|piece| {
        document
            .tokens_in(*piece)
            .any(|at| document.is_finite_verb(at))
    });
    if words.iter().any(|word| cue::acts(word)) && !clause {
        return false;
    }
    // "to the council" is whom somebody speaks to, not what is said.
    let addressee = to && !infinitive && !clause;
    if addressee && verbal {
        return false;
    }
    // Without a clause, only a verb of saying or thinking reports; without a source, not even that.
    clause || infinitive || (statement.source.is_some() && (reports || !verbal))
}

/// Gives `statement` the verb of saying that stands right before its content where the cue is an earlier verb of the
/// sentence, ‹released a statement which said that …›, and the noun that this verb goes with for its source.
pub(crate) fn nearest_cue(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue.filter(|cue| cue.end <= statement.start()) else {
        return;
    };
    let before = Span::new(cue.end, statement.start());
    let mut gap: Vec<usize> = document.tokens_in(before).collect();
    if gap
        .last()
        .is_some_and(|&at| document.word(at).eq_ignore_ascii_case("that"))
    {
        gap.pop();
    }
    let Some((&verb, between)) = gap.split_last() else {
        return;
    };
    let finite = document.is_finite_verb(verb) && cue::reports(document.word(verb));
    let relative = between
        .last()
        .copied()
        .filter(|&at| matches!(document.word(at), "which" | "that" | "who"));
    if let (true, Some(relative)) = (finite, relative)
        && let Some(source) = noun_phrase_before(document, relative, cue.end)
    {
        statement.cue = Some(document.tokens[verb].span);
        statement.source = Some(source);
    }
}

/// The noun phrase that ends before the token at `end`, days and adverbs behind it passed over; not before `limit`.
fn noun_phrase_before(document: &Document, end: usize, limit: usize) -> Option<Span> {
    let inside = |at: usize| document.tokens[at].span.start >= limit;
    let noun = |at: usize| tag(document, at).is_some_and(Tag::is_noun);
    let mut last = end.checked_sub(1)?;
    while inside(last) && last > 0 && (!noun(last) || is_day(document.word(last))) {
        last -= 1;
    }
    let mut first = last;
    while first > 0
        && inside(first - 1)
        && tag(document, first - 1).is_some_and(|tag| {
            tag.is_noun() || matches!(tag, Tag::DT | Tag::JJ | Tag::PRPS | Tag::POS | Tag::CD)
        })
    {
        first -= 1;
    }
    (inside(last) && noun(last)).then(|| {
        document.tokens[first]
            .span
            .cover(document.tokens[last].span)
    })
}

fn is_day(word: &str) -> bool {
    word.ends_with("day")
}

fn tag(document: &Document, at: usize) -> Option<Tag> {
    document.tags.get(at).copied()
}
