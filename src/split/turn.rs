//! Turns of an interview: paragraphs that open with who speaks, "Q: …", "SMITH: …".

use std::collections::BTreeMap;

use super::document::{Document, Paragraph};
use super::post::is_name;
use super::statement::Statement;
use crate::attribution::Basis;
use crate::text::Span;

/// A label is no longer than this, in bytes.
const LABEL: usize = 40;

/// The turns of the interview that `document` is or holds; each takes its paragraphs whole.
///
/// A label counts when it comes back: one paragraph that opens with a name and a colon is no interview.
pub(crate) fn turns(document: &Document) -> Vec<Statement> {
    let labels: Vec<Option<Span>> = document
        .paragraphs
        .iter()
        .map(|paragraph| label(document, paragraph.span))
        .collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for label in labels.iter().flatten() {
        *counts.entry(label.of(document.text)).or_default() += 1;
    }
    let labelled: usize = counts.values().sum();
    if counts.len() < 2 || labelled < 3 || counts.values().all(|&count| count < 2) {
        return Vec::new();
    }
    let (Some(first), Some(last)) = (
        labels.iter().position(Option::is_some),
        labels.iter().rposition(Option::is_some),
    ) else {
        return Vec::new();
    };
    let answerer = introduced(document, &document.paragraphs[..first]);
    let mut turns: Vec<Statement> = Vec::new();
    for (label, paragraph) in labels
        .iter()
        .zip(&document.paragraphs)
        .take(last + 1)
        .skip(first)
    {
        let paragraph = paragraph.span;
        let Some(label) = *label else {
            // A paragraph without a label goes on with the turn above it.
            if let Some(turn) = turns.last_mut() {
                turn.content.push(paragraph);
            }
            continue;
        };
        let colon = label.end + document.text[label.end..].find([':', '.']).unwrap_or(0) + 1;
        let words = Span::new(colon.min(paragraph.end), paragraph.end).trim(document.text);
        if words.is_empty() {
            continue;
        }
        let source = match label.of(document.text) {
            "Q" | "QUESTION" | "Question" => None,
            "A" | "ANSWER" | "Answer" => answerer,
            _ => Some(label),
        };
        let enclosed = document.quotation_of(words);
        turns.push(Statement {
            content: vec![enclosed.map_or(words, |q| q.inner)],
            cue: None,
            source,
            basis: Basis::Turn,
            verbatim: true,
            post: None,
            confidence: 1.0,
            why: format!("a turn of {}", label.of(document.text)),
        });
    }
    turns
}

/// The words before the colon that `paragraph` opens with, where they can name who speaks.
fn label(document: &Document, paragraph: Span) -> Option<Span> {
    let words = paragraph.of(document.text);
    let mut limit = words.len().min(LABEL);
    while !words.is_char_boundary(limit) {
        limit -= 1;
    }
    let short = words.starts_with("Q.") || words.starts_with("A.");
    let colon = if short { 1 } else { words[..limit].find(':')? };
    let spoken = &words[colon + 1..];
    let name = &words[..colon];
    let names = name.split_whitespace().count();
    let fits = (1..=5).contains(&names)
        && is_name(name)
        && !spoken.trim().is_empty()
        && spoken.starts_with(char::is_whitespace);
    fits.then(|| Span::new(paragraph.start, paragraph.start + colon))
}

/// Whom `paragraphs`, above an interview, introduce: the first name of two words or more that is not where something is.
fn introduced(document: &Document, paragraphs: &[Paragraph]) -> Option<Span> {
    let capital = |at: usize| document.word(at).starts_with(char::is_uppercase);
    paragraphs.iter().find_map(|paragraph| {
        let mut at = paragraph.tokens.start;
        while at < paragraph.tokens.end {
            let start = at;
            while at < paragraph.tokens.end && capital(at) {
                at += 1;
            }
            let before = start.saturating_sub(1)..(start + 1).min(paragraph.tokens.end);
            let mut before = before.map(|at| document.word(at).to_lowercase());
            let is_place = before.any(|word| PLACES.contains(&word.as_str()));
            if at >= start + 2 && !is_place {
                let (first, last) = (document.tokens[start], document.tokens[at - 1]);
                return Some(first.span.cover(last.span));
            }
            at = at.max(start) + 1;
        }
        None
    })
}

/// The words before the name of a place or an institution.
const PLACES: [&str; 7] = ["in", "at", "from", "the", "of", "near", "to"];

#[cfg(test)]
mod tests {
    use super::turns;
    use crate::article::Article;
    use crate::split::document::Document;
    use crate::text::{Excerpt, Span};

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let body = vec![Span::whole(text)];
        let article = Article {
            text: text.to_owned(),
            body,
            ..Article::default()
        };
        let found: Vec<String> = turns(&Document::of(&article))
            .iter()
            .map(|turn| {
                let words = Excerpt::cut(text, turn.content.clone());
                format!(
                    "{}: {}",
                    turn.source.map_or("?", |span| span.of(text)),
                    words.text()
                )
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn reads_interviews() {
        case(
            "A talk with Ann Lee.\n\nQ: Why now?\n\nA: Because it rains.\n\nIt rains a lot.\n\nQ: And then?\n\nA: We swim.",
            &[
                "?: Why now?",
                "Ann Lee: Because it rains. It rains a lot.",
                "?: And then?",
                "Ann Lee: We swim.",
            ],
        );
        case(
            "In New York, Ann Lee has swum the United States.\n\nQ: Why now?\n\nA: It rained.\n\nQ: Still?",
            &["?: Why now?", "Ann Lee: It rained.", "?: Still?"],
        );
        case(
            "ORR: You came late.\n\nLEE: I did.\n\nORR: Why?",
            &["ORR: You came late.", "LEE: I did.", "ORR: Why?"],
        );
        case("Note: the shop is closed.\n\nIt opens on Monday.", &[]);
    }
}
