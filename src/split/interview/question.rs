//! A question: what tells that somebody above an interview asks, and that somebody is heard.

use super::name::Name;
use crate::split::document::{Document, Paragraph};

/// Whether a paragraph tells that the turns below are of somebody who is questioned.
pub(super) fn is_heard(document: &Document, paragraph: &Paragraph) -> bool {
    let mut tokens = paragraph.tokens.clone();
    tokens.any(|at| HEARD.contains(&document.word(at).to_lowercase().as_str()))
}

/// Whether `name` is said to ask: ‹Ann Lee, prosecuting, asked him›, ‹was questioned by Ann Lee›.
pub(super) fn questions(document: &Document, paragraph: &Paragraph, name: &Name) -> bool {
    const NEAR: usize = 8;
    const BY: usize = 5;
    let led = name.first.saturating_sub(BY)..name.first;
    let mut led = led.rev().map(|at| document.word(at));
    match led.next() {
        Some("By") => return true,
        // ‹The warning was given | by Ann Lee›
        Some("by") => {
            let asks = |word: &str| {
                let word = &*word.to_lowercase();
                ASKS.contains(&word) || HEARD.contains(&word) || PUTS.contains(&word)
            };
            return led.any(asks);
        }
        _ => {}
    }
    let end = paragraph.tokens.end.min(name.end + NEAR);
    let verb = (name.end..end)
        .take_while(|&at| !matches!(document.word(at), "." | ":" | ";"))
        .find(|&at| ASKS.contains(&document.word(at)));
    // ‹Ann Lee puts the questions›
    let puts = || {
        let put = (name.end..end).find(|&at| matches!(document.word(at), "puts" | "put" | "poses"));
        put.filter(|&at| (at..end).any(|at| document.word(at) == "questions"))
    };
    verb.or_else(puts).is_some_and(|verb| {
        (name.end..verb).all(|at| {
            let word = document.word(at);
            !matches!(
                word,
                "was" | "were" | "is" | "being" | "been" | "and" | "who"
            )
        })
    }) || examines(document, name)
}

/// Whether `name` is of counsel who examine: ‹between Ann Lee, prosecuting, and Orr›, ‹under questioning from Ann Lee›.
fn examines(document: &Document, name: &Name) -> bool {
    let counsel = || {
        let behind =
            (name.end..document.tokens.len().min(name.end + 3)).map(|at| document.word(at));
        let mut behind = behind.skip_while(|word| matches!(*word, "," | "KC" | "QC" | "SC"));
        matches!(behind.next(), Some("prosecuting" | "defending"))
    };
    let led = || {
        let before = (name.first.saturating_sub(2)..name.first).map(|at| document.word(at));
        let before: Vec<&str> = before.collect();
        matches!(
            before[..],
            [
                "questioning" | "questions" | "examination" | "cross-examination",
                "from"
            ]
        )
    };
    counsel() || led()
}

/// What tells that the turns below are of somebody who is questioned.
const HEARD: [&str; 18] = [
    "interview",
    "interviewed",
    "interviews",
    "evidence",
    "witness",
    "testimony",
    "testified",
    "testify",
    "questioned",
    "cross-examined",
    "cross-examination",
    "examined",
    "transcript",
    "exchange",
    "asked",
    "questioning",
    "deposition",
    "stand",
];

/// Verbs of asking somebody.
pub(super) const ASKS: [&str; 12] = [
    "asked",
    "asks",
    "questioned",
    "cross-examined",
    "examined",
    "interviewed",
    "interviews",
    "pressed",
    "quizzed",
    "grilled",
    "met",
    "meets",
];

/// What is done, besides asking, by whoever an interview is by.
const PUTS: [&str; 11] = [
    "put",
    "posed",
    "conducted",
    "led",
    "words",
    "text",
    "story",
    "compiled",
    "edited",
    "recorded",
    "translated",
];

#[cfg(test)]
mod tests {
    use crate::split::interview::tests::case;

    #[test]
    fn who_is_told_to_ask() {
        case(
            "Bo Orr asked Ann Lee nine questions.",
            ("Bo Orr", "Ann Lee"),
        );
        case(
            "Carl Moss denies it.\n\nThe court then heard the evidence of his sister, Dora Moss, under questioning by Ivo Pell:",
            ("Ivo Pell", "Dora Moss"),
        );
        case(
            "Carl Moss denies it. He was in a tent.\n\nIvo Pell, prosecuting, asked the next witness, Dora Moss, about the tent:",
            ("Ivo Pell", "Dora Moss"),
        );
        case(
            "Ann Lee has baked for nine years. Ivo Pell puts the questions.",
            ("Ivo Pell", "Ann Lee"),
        );
        case(
            "Ann Lee, a baker, testified under questioning from Ivo Pell.",
            ("Ivo Pell", "Ann Lee"),
        );
    }
}
