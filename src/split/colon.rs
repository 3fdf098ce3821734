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

/// ‹Among those who replied was Ann Lee: “…”›
fn among(document: &Document, tokens: Range<usize>) -> Option<Span> {
    if document.word(tokens.start) != "Among" {
        return None;
    }
    let mut verbs = tokens.clone();
    let was = verbs.find(|&at| matches!(document.word(at), "was" | "were" | "is" | "are"))?;
    document.span_of(was + 1..tokens.end)
}
