//! The clause that reports a quotation: "…," said Ann Lee; Ann Lee said: "…".

use super::clause::{Clause, REACH, after, clause_before, is_cue, is_joint};
use super::cue;
use super::document::{Document, Sentence};
use super::fragment;
use super::model::tag::Tag;
use super::opinion;
use super::quote::{self, Quoted};
use super::statement::Statement;
use super::subject::{can_speak, subject_before};
use crate::attribution::Basis;
use crate::text::Span;
use crate::text::marks::Quotation;

/// A statement for each quotation that a clause of its own sentence reports; what one clause reports is one statement,
/// ‹“A,” she said, “b.”›.
pub(crate) fn statements(document: &Document) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    for (quotation, quoted) in quote::quotations(document) {
        let shouted = quoted == Quoted::Title && fragment::is_shouted(document, &quotation);
        if !matches!(quoted, Quoted::Words | Quoted::Fragment) && !shouted {
            continue;
        }
        let behind = fragment::around(document, &quotation)
            .or_else(|| after(document, &quotation))
            .map(|clause| (clause, "after"));
        let Some((clause, place)) = behind
            .or_else(|| before(document, &quotation, quoted).map(|clause| (clause, "before")))
        else {
            continue;
        };
        if !can_speak(document, clause.source) {
            continue;
        }
        match statements.last_mut() {
            Some(last) if last.cue == Some(clause.cue) => last.content.push(quotation.outer),
            _ => statements.push(Statement {
                content: vec![quotation.outer],
                cue: Some(clause.cue),
                source: Some(clause.source),
                basis: Basis::SameSentence,
                verbatim: false,
                post: None,
                confidence: 0.5,
                why: format!("a verb of saying stands {place} the quotation"),
            }),
        }
    }
    statements
}

/// A statement for each sentence without quotation marks that ends with the clause which reports it, ‹The dam held, Ann Lee
/// said.›, and for each ‹Ann Lee replied that the dam held.›
pub(crate) fn indirect(document: &Document) -> Vec<Statement> {
    let sentences = document.sentences.iter();
    sentences
        .filter(|sentence| document.quotations_in(sentence.span).is_empty())
        .flat_map(|sentence| match told_behind(document, sentence) {
            Some(told) => vec![told],
            None => told_that(document, sentence)
                .into_iter()
                .chain(foretold(document, sentence))
                .collect(),
        })
        .filter(|(_, clause)| can_speak(document, clause.source))
        .map(|(content, clause)| Statement {
            content: vec![content],
            cue: Some(clause.cue),
            source: Some(clause.source),
            basis: Basis::SameSentence,
            verbatim: false,
            post: None,
            confidence: 0.4,
            why: "a verb of saying and its clause".to_owned(),
        })
        .collect()
}

/// ‹The dam held, Ann Lee said.›, ‹The dam held, she told the council.›
fn told_behind(document: &Document, sentence: &Sentence) -> Option<(Span, Clause)> {
    const LONGEST: usize = 8;
    let tokens = sentence.tokens.clone();
    let comma = tokens.clone().rfind(|&at| document.word(at) == ",")?;
    let verb = (comma + 2..tokens.end).find(|&at| document.is_finite_verb(at))?;
    let behind = document.tokens.get(verb + 1)?.of(document.text);
    let addressed = matches!(document.word(verb), "told" | "tells") || behind == "to";
    let ends = verb + 2 == tokens.end || addressed && verb + LONGEST > tokens.end;
    if verb - comma > LONGEST || !ends || !is_said(document, verb) {
        return None;
    }
    let (source, cue) = subject_before(document, comma + 1, verb)?;
    let content = Span::new(sentence.span.start, document.tokens[comma].span.start);
    let clause = document.has_finite_verb(content);
    clause.then_some((content, Clause { cue, source }))
}

/// ‹Ann Lee replied that the dam held.›, as often as the sentence has it.
fn told_that(document: &Document, sentence: &Sentence) -> Vec<(Span, Clause)> {
    let first = sentence.tokens.start;
    let mut told: Vec<(Span, Clause)> = Vec::new();
    for that in (first + 2)..sentence.tokens.end {
        if document.word(that) != "that" || document.tag(that) == Some(Tag::DT) {
            continue;
        }
        let perfect = (first..that - 1)
            .rev()
            .take(2)
            .any(|at| matches!(document.word(at), "has" | "have" | "had"));
        // "has repeatedly alleged": the tagger takes the participle for an adjective.
        let participle = || perfect && cue::reports(document.word(that - 1));
        if !(is_said(document, that - 1) || participle()) {
            continue;
        }
        let near = first.max((that - 1).saturating_sub(2 * REACH));
        let Some((source, cue)) = subject_before(document, near, that - 1) else {
            continue;
        };
        let rest = Span::new(document.tokens[that].span.end, sentence.span.end);
        // The words before end where somebody else’s begin.
        if let Some((before, _)) = told.last_mut() {
            let joint = document
                .tokens_in(Span::new(before.start, source.start))
                .next_back();
            let joint = joint.filter(|&at| is_joint(document.word(at)));
            let end = joint.map_or(source.start, |at| document.tokens[at].span.start);
            *before = Span::new(before.start, end.max(before.start))
                .trim_matches(document.text, |c| c == ',' || c.is_whitespace());
        }
        told.push((rest.trim(document.text), Clause { cue, source }));
    }
    for (content, _) in &mut told {
        // What is granted against the words is the article's own.
        let words = content.of(document.text);
        let against = [", though ", ", although ", ", even though "];
        if let Some(end) = against.iter().find_map(|joint| words.find(joint)) {
            content.end = content.start + end;
        }
    }
    told.retain(|(content, _)| !content.is_empty());
    told
}

/// ‹The port had forecast at least 40 ships.›: figures to come, to the end of their sentence.
fn foretold(document: &Document, sentence: &Sentence) -> Option<(Span, Clause)> {
    const NEAR: usize = 4;
    let tokens = sentence.tokens.clone();
    let verb = (tokens.start + 1..tokens.end).find(|&at| cue::foretells(document.word(at)))?;
    let had = matches!(document.word(verb - 1), "had" | "has" | "have");
    if !had && !document.is_finite_verb(verb) {
        return None;
    }
    let near = verb + 1..tokens.end.min(verb + 1 + NEAR);
    let counted = near.clone().any(|at| document.tag(at) == Some(Tag::CD));
    let plain = near
        .clone()
        .all(|at| !document.is_finite_verb(at) && document.word(at) != ",");
    let (source, cue) = subject_before(document, tokens.start, verb)?;
    let content = Span::new(document.tokens.get(verb + 1)?.span.start, sentence.span.end);
    let told = counted && plain && can_speak(document, source);
    (told && !content.is_empty()).then_some((content, Clause { cue, source }))
}

/// Whether the token is a finite verb of saying in the indicative: "said", "replies".
fn is_said(document: &Document, at: usize) -> bool {
    is_cue(document, at) && document.is_finite_verb(at)
}

/// The clause right before `quotation`: ‹Ann Lee said: “…”›, ‹Ann Lee told the council, “…”›.
fn before(document: &Document, quotation: &Quotation, quoted: Quoted) -> Option<Clause> {
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let mark = document.tokens_in(quotation.outer).start;
    let introduced = mark
        .checked_sub(1)
        .is_some_and(|at| matches!(document.word(at), "," | ":"));
    let worded = fragment::put_so(document, sentence, mark)
        .or_else(|| fragment::captioned(document, sentence, mark))
        .or_else(|| opinion::words_were(document, sentence, mark));
    if worded.is_some() {
        return worded;
    }
    if quoted == Quoted::Fragment && !introduced {
        return fragment::judged(document, sentence, mark);
    }
    clause_before(document, sentence.tokens.start, mark)
        .filter(|clause| can_speak(document, clause.source))
        .or_else(|| fragment::judged(document, sentence, mark))
}
