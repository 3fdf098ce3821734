//! Facts: what is left of the body when every statement is taken out of it.

use std::collections::HashSet;

use super::document::{Document, Sentence};
use super::model::tag::Tag;
use super::statement::Statement;
use crate::text::Span;
use crate::text::token::TokenKind;

/// A clause of fewer words than this says nothing by itself.
const SHORTEST: usize = 3;

/// The facts of `document`, in order: whole sentences where nothing in them is anybody's, else the clauses around it.
pub(crate) fn facts(document: &Document, statements: &[Statement]) -> Vec<Span> {
    let mut facts = Vec::new();
    let mut reaching: Vec<Vec<&Statement>> = vec![Vec::new(); document.sentences.len()];
    let mut whole = HashSet::new();
    for statement in statements {
        let reach = statement.reach();
        let last = document.sentence_at(reach.end.saturating_sub(1));
        for near in &mut reaching[document.sentence_at(reach.start)..=last] {
            near.push(statement);
        }
        if statement.verbatim {
            whole.insert(document.paragraph_at(statement.start()));
        }
    }
    for (sentence, near) in document.sentences.iter().zip(reaching) {
        // Beside words taken whole stands only who signed or spoke them.
        if whole.contains(&sentence.paragraph) {
            continue;
        }
        let mut holes: Vec<Span> = near
            .iter()
            .flat_map(|statement| statement.content.iter().chain(&statement.cue).copied())
            .filter(|hole| hole.overlaps(sentence.span))
            .collect();
        if announces(document, sentence, &near) {
            continue;
        }
        if holes.is_empty() {
            if words(document, sentence.span) > 0 {
                facts.push(sentence.span);
            }
            continue;
        }
        holes.sort_unstable();
        for piece in sentence.span.without(&holes) {
            facts.extend(clause(document, sentence, piece, &near));
        }
    }
    facts
}

/// Whether `sentence` only announces words that are quoted below it, ‹The club’s letter was short:›.
fn announces(document: &Document, sentence: &Sentence, near: &[&Statement]) -> bool {
    sentence.span.of(document.text).ends_with(':')
        && near.iter().any(|statement| {
            statement.start() >= sentence.span.end
                && statement
                    .source
                    .is_some_and(|source| sentence.span.contains(source))
        })
}

/// What `piece`, left between statements, states by itself, if it does.
fn clause(
    document: &Document,
    sentence: &Sentence,
    piece: Span,
    near: &[&Statement],
) -> Option<Span> {
    let raw = piece.of(document.text).trim_start();
    let set_off = piece.start == sentence.span.start
        || raw.starts_with([',', ';', '—', '–', '(', '”', '.'])
        || ["and ", "but ", "while ", "though ", "although "]
            .iter()
            .any(|word| raw.starts_with(word));
    if !set_off {
        return None;
    }
    let mut piece = trimmed(document, piece);
    // The subject of the reporting verb is no part of what is narrated before it, nor is what stands between the two:
    // "Ann Lee, who voted no, said".
    let narrates = |at: Span| at.of(document.text).contains(char::is_alphanumeric);
    if let Some(source) = near.iter().find_map(|statement| {
        let source = trimmed(document, statement.source?);
        if !piece.contains(source) {
            return None;
        }
        let adjoins = statement.cue.is_some_and(|cue| {
            cue.start >= piece.end && !narrates(Span::new(piece.end, cue.start))
        });
        (source.end == piece.end || adjoins).then_some(source)
    }) {
        piece = trimmed(document, Span::new(piece.start, source.start));
    }
    // ‹“It leaks,” she says, and pours the tea.›: without its subject it states nothing.
    let mut tokens = document.tokens_in(piece);
    let adverb = |at: &usize| document.tag(*at).is_some_and(|tag| tag == Tag::RB);
    let first = tokens.find(|at| !adverb(at));
    let subject = first.is_some_and(|at| !document.is_finite_verb(at));
    let told = subject && document.has_finite_verb(piece);
    (told && words(document, piece) >= SHORTEST).then_some(piece)
}

fn words(document: &Document, span: Span) -> usize {
    document
        .tokens_in(span)
        .filter(|&at| document.tokens[at].kind != TokenKind::Mark)
        .count()
}

/// `piece` without the marks and joining words at its ends.
fn trimmed(document: &Document, piece: Span) -> Span {
    let mut tokens = document.tokens_in(piece);
    let joins = |at: usize| {
        let token = document.tokens[at];
        let stop = token.kind == TokenKind::Mark
            && !matches!(token.of(document.text), "“" | "”" | "\"" | "$" | "£" | "€");
        stop || JOINTS.contains(&token.of(document.text).to_lowercase().as_str())
    };
    while !tokens.is_empty() && joins(tokens.start) {
        tokens.start += 1;
    }
    while !tokens.is_empty() && joins(tokens.end - 1) {
        tokens.end -= 1;
    }
    if tokens.is_empty() {
        return Span::new(piece.start, piece.start);
    }
    document.tokens[tokens.start]
        .span
        .cover(document.tokens[tokens.end - 1].span)
}

const JOINTS: [&str; 10] = [
    "and", "but", "that", "which", "who", "or", "as", "though", "although", "while",
];
