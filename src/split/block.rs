//! Block quotations: paragraphs that the source's markup sets apart, or that a colon announces, their source named above.

use super::cue;
use super::document::{Document, Paragraph, Sentence};
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
        let goes_on = blocks.last().is_some_and(|(last, _)| *last + 1 == nth);
        let announced = own_voice(document, paragraph) && (goes_on || is_announced(document, nth));
        if !set_apart && !announced {
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

/// Whether the paragraph above ends with a colon and the words that report, ‹The club posted a note:›.
fn is_announced(document: &Document, nth: usize) -> bool {
    let above = nth.checked_sub(1).map(|above| &document.paragraphs[above]);
    let sentence = above.and_then(|p| document.sentences[p.sentences.clone()].last());
    sentence.is_some_and(|sentence| {
        let reports = sentence.tokens.clone().any(|token| {
            let word = document.word(token);
            cue::reports(word) || PUTS_OUT.contains(&word.to_lowercase().as_str())
        });
        sentence.span.of(document.text).ends_with(':') && reports
    })
}

/// Whether a paragraph is one of somebody who speaks of themselves, and no quotation stands in it.
fn own_voice(document: &Document, paragraph: &Paragraph) -> bool {
    let first_person = |token: usize| {
        matches!(
            document.word(token),
            "I" | "We" | "we" | "Our" | "our" | "My" | "my" | "us" | "me"
        )
    };
    let quoted = document
        .quotations
        .iter()
        .any(|q| q.outer.overlaps(paragraph.span));
    !quoted && paragraph.tokens.clone().any(first_person)
}

/// Verbs and nouns of putting words out, beside those of saying.
const PUTS_OUT: [&str; 14] = [
    "read",
    "reads",
    "statement",
    "issued",
    "released",
    "published",
    "posted",
    "shared",
    "letter",
    "message",
    "post",
    "email",
    "note",
    "follows",
];

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

#[cfg(test)]
mod tests {
    use super::blocks;
    use crate::article::Article;
    use crate::split::document::Document;
    use crate::text::{Excerpt, Span};

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let article = Article {
            text: text.to_owned(),
            body: vec![Span::whole(text)],
            ..Article::default()
        };
        let found: Vec<String> = blocks(&Document::of(&article))
            .iter()
            .map(|block| {
                let words = Excerpt::cut(text, block.content.clone());
                let source = block.source.map_or("?", |span| span.of(text));
                format!("{source}: {}", words.text())
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn reads_words_that_a_colon_announces() {
        case(
            "The rowing club is shut. The club’s chairman, Bo Orr, wrote:\n\nWe hit a rock.\n\nIt was our rock.\n\nThe \
             club was founded in 1902.",
            &["The club’s chairman: We hit a rock. It was our rock."],
        );
        // Not in the first person: a list, a caption, the article’s own words.
        case(
            "The rowing club wrote of three things:\n\nRocks and mud.\n\nWe like rocks.",
            &[],
        );
        case("The boats are these:\n\nWe saw two of them.", &[]);
    }
}
