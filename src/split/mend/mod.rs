//! Mending what the model read: a cue without its particle, a subject cut short, a sentence broken off.

mod aside;
mod cue;
mod extent;
mod nested;
mod passive;
mod source;
mod subject;
mod told;

use super::document::Document;
use super::model::tag::Tag;
use super::statement::Statement;
use crate::text::Span;

/// Mends one statement by itself.
pub(super) fn mend(document: &Document, statement: &mut Statement) {
    cue::verb_before_colon(document, statement);
    cue::inside_source(document, statement);
    cue::nearest_cue(document, statement);
    source::beside_marks(document, statement);
    source::antecedent(document, statement);
    subject::whole_subject(document, statement);
    subject::around_relative(document, statement);
    subject::whole_relative(document, statement);
    subject::whole_apposition(document, statement);
    subject::of_contact_clause(document, statement);
    subject::whole_name(document, statement);
    extent::whole_object(document, statement);
    extent::told_between(document, statement);
    extent::said_amid(document, statement);
    extent::lead_in(document, statement);
    extent::words_shown(document, statement);
    extent::clause_before(document, statement);
    cue::whole_cue(document, statement);
    extent::until_next_report(document, statement);
    extent::until_announced(document, statement);
    extent::until_told_quotation(document, statement);
    extent::until_answered(document, statement);
    whose(document, statement);
}

/// Mends the source of one statement, whoever found it.
pub(super) fn whose(document: &Document, statement: &mut Statement) {
    source::announced(document, statement);
    subject::whole_apposed(document, statement);
    source::no_object(document, statement);
    source::no_verb(document, statement);
    source::until_marks(document, statement);
    source::before_apposition(document, statement);
    passive::agent(document, statement);
    passive::accused(document, statement);
    source::asked(document, statement);
    source::no_adverb(document, statement);
    source::behind_place(document, statement);
    source::read_aloud(document, statement);
    source::not_reader(document, statement);
    source::sent(document, statement);
    source::shared_subject(document, statement);
    source::writer(document, statement);
    source::own_clause(document, statement);
    source::relative_clause(document, statement);
    told::told_besides(document, statement);
    nested::speaker(document, statement);
    aside::speaker(document, statement);
}

/// The noun phrase that ends before the token at `end`, days and adverbs behind it passed over; not before `limit`.
pub(super) fn noun_phrase_before(document: &Document, end: usize, limit: usize) -> Option<Span> {
    let inside = |at: usize| document.tokens[at].span.start >= limit;
    let noun = |at: usize| document.tag(at).is_some_and(Tag::is_noun);
    let mut last = end.checked_sub(1)?;
    while inside(last) && last > 0 && (!noun(last) || is_day(document.word(last))) {
        last -= 1;
    }
    let mut first = last;
    while first > 0
        && inside(first - 1)
        && document.tag(first - 1).is_some_and(|tag| {
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
