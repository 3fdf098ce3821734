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

/// Whether `statement` reports words or thoughts rather than an act. What the rules take for an act stays where the model
/// is surer of the attribution than not: ‹She voted against the bill› tells where she stands.
pub(crate) fn is_report(document: &Document, statement: &Statement) -> bool {
    statement.confidence >= SURE || is_said(document, statement)
}

/// From what probability on the model overrules the rules. In cross-validation 0.5 costs 0.1 of F1 against leaving the rules
/// out, 0.6 costs 0.5, and without it they cost 1.7.
const SURE: f32 = 0.5;

fn is_said(document: &Document, statement: &Statement) -> bool {
    let Some(cue) = statement.cue else {
        return true;
    };
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
    if is_mostly_quoted(document, statement, reports) {
        return true;
    }
    let content = document.tokens_in(statement.extent());
    let to = !content.is_empty() && document.word(content.start).eq_ignore_ascii_case("to");
    let infinitive = to
        && tag(document, content.start + 1).is_some_and(Tag::is_verb)
        && document
            .word(content.start + 1)
            .starts_with(char::is_lowercase);
    let clause = statement.content.iter().any(|piece| {
        document
            .tokens_in(*piece)
            .any(|at| document.is_finite_verb(at))
    });
    if words.iter().any(|word| cue::acts(word)) && !clause {
        return false;
    }
    // "wrote the book “A Winter Abroad”" tells of a work.
    let titled = document.quotations.iter().any(|q| {
        q.depth == 0
            && statement.overlaps(q.inner)
            && matches!(quote::quoted(document, q), Quoted::Title | Quoted::Name)
    });
    if titled && !clause {
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

/// Whether the content is for the better part words between marks that are no title or name, or holds such words behind a
/// cue that `reports`.
fn is_mostly_quoted(document: &Document, statement: &Statement, reports: bool) -> bool {
    let verbatim = document.quotations.iter().filter(|q| {
        q.depth == 0
            && statement.overlaps(q.inner)
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

/// Gives `statement` the particle that belongs to its verb: "shot back", "went on".
pub(crate) fn whole_cue(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue else {
        return;
    };
    let next = document.tokens_in(cue).end;
    let Some(token) = document.tokens.get(next).map(|token| token.span) else {
        return;
    };
    let particle = matches!(token.of(document.text), "back" | "on" | "out");
    let ends = document
        .tokens
        .get(next + 1)
        .is_some_and(|after| !after.of(document.text).starts_with(char::is_alphanumeric));
    let claimed = statement.overlaps(token) || statement.source.is_some_and(|s| s.overlaps(token));
    if particle && ends && !claimed {
        statement.cue = Some(cue.cover(token));
    }
}

/// Gives `statement` the whole subject where only its last noun was read as the source: ‹A union that represents workers
/// in Dayton urged …›.
pub(crate) fn whole_subject(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let sentence = &document.sentences[document.sentence_at(source.start)];
    let first = sentence.tokens.start;
    let at = document.tokens_in(source).start;
    let adjoins = source.end <= cue.start
        && Span::new(source.end, cue.start)
            .of(document.text)
            .chars()
            .all(|c| !c.is_alphanumeric());
    let behind = at > first
        && tag(document, at - 1).is_some_and(|tag| matches!(tag, Tag::IN) || tag.is_finite());
    let opens = tag(document, first)
        .is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::DT | Tag::PRPS | Tag::JJ | Tag::CD));
    let relative =
        (first..at).any(|at| matches!(document.word(at), "that" | "who" | "which" | "whose"));
    let subject = Span::new(sentence.span.start, source.end);
    let free = !statement.overlaps(subject) && document.quotation_at(subject.start).is_none();
    if adjoins && behind && opens && relative && free {
        statement.source = Some(subject);
    }
}

/// Gives a statement the rest of a sentence that its report interrupts: ‹It rained, she said, and the tow was late.›
pub(crate) fn rest_of_sentence(document: &Document, statements: &mut [Statement]) {
    for nth in 0..statements.len() {
        let statement = &statements[nth];
        let Some(cue) = statement.cue else {
            continue;
        };
        let reach = statement.reach();
        let told_behind = statement.content.len() == 1 && statement.extent().end <= cue.start;
        let sentence = document.sentences[document.sentence_at(cue.start)].span;
        if !told_behind || reach.end >= sentence.end || statement.start() < sentence.start {
            continue;
        }
        let rest = Span::new(reach.end, sentence.end);
        let words = rest.of(document.text);
        let joined = words.starts_with(", and ") || words.starts_with(", but ");
        let free = !words.contains(['“', '”', '"', '‘'])
            && document.quotation_at(statement.start()).is_none()
            && statements.iter().all(|other| !other.reach().overlaps(rest));
        let clause = document
            .tokens_in(rest)
            .any(|at| document.is_finite_verb(at));
        if joined && free && clause {
            let joint = ", and ".len();
            statements[nth]
                .content
                .push(Span::new(rest.start + joint, rest.end));
        }
    }
}

/// The noun phrase that ends before the token at `end`, days and adverbs behind it passed over; not before `limit`.
pub(crate) fn noun_phrase_before(document: &Document, end: usize, limit: usize) -> Option<Span> {
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
