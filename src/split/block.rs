//! Block quotations: paragraphs that the source's markup sets apart, their source named above or below them.

use super::document::{Document, Sentence};
use super::mend;
use super::model::tag::Tag;
use super::report;
use super::statement::Statement;
use crate::attribution::Basis;
use crate::text::Span;

/// The block quotations of `document`, one statement for each run of paragraphs; each takes its paragraphs whole.
pub(crate) fn blocks(document: &Document) -> Vec<Statement> {
    let mut blocks: Vec<(usize, Statement)> = Vec::new();
    for (nth, paragraph) in document.paragraphs.iter().enumerate() {
        let set_apart = document
            .article
            .quotations
            .iter()
            .any(|q| q.overlaps(paragraph.span));
        if !set_apart {
            continue;
        }
        let words = enclosed(document, paragraph.span);
        match blocks.last_mut() {
            Some((last, block)) if *last + 1 == nth => {
                block.content.push(words);
                *last = nth;
            }
            _ => blocks.push((nth, block(document, nth, words))),
        }
    }
    blocks.into_iter().map(|(_, block)| block).collect()
}

/// A block quotation that begins with the paragraph `nth`; the sentence above it may name its source.
fn block(document: &Document, nth: usize, words: Span) -> Statement {
    let above = nth.checked_sub(1).map(|above| &document.paragraphs[above]);
    let sentence = above.and_then(|p| document.sentences[p.sentences.clone()].last());
    let clause =
        sentence.and_then(|s| report::clause_before(document, s.tokens.start, s.tokens.end));
    let source = clause
        .map(|clause| clause.source)
        .or_else(|| sentence.and_then(|sentence| subject(document, sentence)));
    Statement {
        content: vec![words],
        cue: clause.map(|clause| clause.cue),
        source,
        basis: if source.is_some() {
            Basis::Introduced
        } else {
            Basis::Marks
        },
        verbatim: true,
        post: None,
        confidence: 0.8,
        why: "a block quotation".to_owned(),
    }
}

/// The subject of a sentence that ends with a colon and so announces what follows, ‹The board’s letter was short:›.
fn subject(document: &Document, sentence: &Sentence) -> Option<Span> {
    if !sentence.span.of(document.text).ends_with(':') {
        return None;
    }
    let tokens = sentence.tokens.clone();
    let verb = tokens.clone().find(|&at| document.is_finite_verb(at))?;
    let tag = |at: usize| document.tags.get(at).copied();
    let before = verb.checked_sub(1).filter(|&at| at >= tokens.start)?;
    if tag(before) == Some(Tag::PRP) {
        return Some(document.tokens[before].span);
    }
    // A sentence that opens with its subject has all of it before its verb; else the subject is the noun before the verb.
    let opens = tag(tokens.start)
        .is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::DT | Tag::PRPS | Tag::JJ));
    if opens {
        let first = document.tokens[tokens.start].span;
        return Some(first.cover(document.tokens[before].span));
    }
    mend::noun_phrase_before(document, verb, sentence.span.start)
}

/// What stands between the marks where one pair encloses the whole paragraph.
fn enclosed(document: &Document, paragraph: Span) -> Span {
    let whole = document.quotation_of(paragraph);
    whole.map_or(paragraph, |q| q.inner)
}
