//! Whose words a colon announces: ‹Her rival was blunter: “…”›, ‹The best reply came from Ann Lee: “…”›.

use std::ops::Range;

use super::document::Document;
use super::herald;
use super::sender;
use super::subject;
use crate::text::Span;

/// Whoever the `tokens` of a sentence before its colon announce.
pub(crate) fn announced(document: &Document, tokens: Range<usize>) -> Option<Span> {
    let speaks = |source: &Span| subject::can_speak(document, *source);
    let colon = tokens.end;
    if let Some(source) = whose_words(document, &tokens).filter(speaks) {
        return Some(source);
    }
    sender::sender(document, &(tokens.start..colon + 1))
        .filter(speaks)
        .or_else(|| among(document, tokens.clone()))
        .or_else(|| {
            let subject = herald::subject(document, tokens.clone()).filter(speaks);
            subject.map(|subject| {
                // ‹Hours later | she | was back: “…”›
                let pronoun = document.tokens_in(subject).end - 1;
                let time = ["later", "afterwards", "earlier", "ago"];
                if time.contains(&document.word(pronoun.saturating_sub(1))) {
                    herald::past_time(document, subject)
                } else {
                    subject::with_name(document, subject, colon)
                }
            })
        })
        .or_else(|| subject::announcer(document, tokens).filter(speaks))
}

/// ‹She never forgot the words of | her mother|: “…”›, ‹Ask | Ann Lee | why she stayed and the answer is short: “…”›
fn whose_words(document: &Document, tokens: &Range<usize>) -> Option<Span> {
    const LONGEST: usize = 8;
    let near = tokens.end.saturating_sub(LONGEST).max(tokens.start)..tokens.end;
    let of = (near.start + 1..near.end).find(|&at| {
        document.word(at) == "of" && matches!(document.word(at - 1), "words" | "advice" | "motto")
    });
    if let Some(of) = of {
        return document.span_of(of + 1..tokens.end);
    }
    let whom = tokens.start + 1;
    let asks = document.word(tokens.start) == "Ask";
    let end = (whom..tokens.end).find(|&at| {
        matches!(
            document.word(at),
            "why" | "how" | "what" | "about" | "if" | "whether" | "where" | "when" | "who" | ","
        )
    })?;
    (asks && end > whom)
        .then(|| document.span_of(whom..end))
        .flatten()
}

/// ‹Among those who replied was Ann Lee: “…”›
fn among(document: &Document, tokens: Range<usize>) -> Option<Span> {
    if document.word(tokens.start) != "Among" {
        return None;
    }
    let mut verbs = tokens.clone();
    let was = verbs.find(|&at| matches!(document.word(at), "was" | "were" | "is" | "are"))?;
    document.span_of(was + 1..tokens.end)
}
