//! A caption: who puts something out with words in marks on it.

use super::clause;
use crate::split::clause::Clause;
use crate::split::document::{Document, Sentence};
use crate::split::herald;
use crate::split::model::tag::Tag;

/// Who puts something out with the words at `mark` on it: ‹The club shared a picture with the caption “…”›.
pub(crate) fn captioned(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    let before = mark.checked_sub(1)?;
    let noun = before.checked_sub(usize::from(matches!(document.word(before), ":" | ",")))?;
    if LABELS.contains(&document.word(noun)) {
        labelled(document, sentence, noun)
    } else {
        beside_words(document, sentence, noun)
    }
}

/// Who puts out what the verb at `verb` says has words on it: ‹The club shared a video, captioned “…”›, ‹The picture, posted by
/// Ann Lee on Sunday, was captioned “…”›.
fn labelled(document: &Document, sentence: &Sentence, verb: usize) -> Option<Clause> {
    let start = sentence.tokens.start;
    let end = verb - usize::from(verb > start && document.word(verb - 1) == ",");
    let posted = (start..end)
        .rfind(|&at| at > 0 && document.word(at) == "by" && document.tag(at - 1) == Some(Tag::VBN));
    let agent = posted.and_then(|by| {
        let stop =
            (by + 1..end).find(|&at| matches!(document.word(at), "," | "on" | "in" | "at"))?;
        document.span_of(by + 1..stop)
    });
    agent
        .and_then(|source| clause(document, verb, source))
        .or_else(|| clause(document, verb, herald::subject(document, start..end)?))
}

/// Who puts out something with the words that the noun at `noun` announces: ‹The club shared a picture with the caption “…”›.
fn beside_words(document: &Document, sentence: &Sentence, noun: usize) -> Option<Clause> {
    let the = noun
        .checked_sub(1)
        .filter(|&at| at > sentence.tokens.start)?;
    let led = matches!(document.word(the), "the" | "a")
        && matches!(
            document.word(the - 1),
            "with"
                | "under"
                | "bearing"
                | "beneath"
                | "by"
                | "over"
                | "above"
                | "beside"
                | "alongside"
        );
    if !led || !WRITTEN.contains(&document.word(noun)) {
        return None;
    }
    // ‹The video was uploaded by Ann Lee with the caption “…”›
    let by = (sentence.tokens.start..the - 1).rfind(|&at| document.word(at) == "by");
    // ‹… was posted the night before by Ann Lee, a nurse, with …›
    let passive = |by: usize| {
        let near = sentence.tokens.start.max(by.saturating_sub(5))..by;
        near.rev()
            .take_while(|&at| document.word(at) != ",")
            .any(|at| document.tag(at) == Some(Tag::VBN))
    };
    // ‹gone by noon›
    let someone = |by: usize| {
        let next = document.word(by + 1);
        next.starts_with(|c: char| c.is_uppercase() || c == '@')
            || matches!(document.tag(by + 1), Some(Tag::DT | Tag::PRPS))
    };
    let agent = by.filter(|&by| passive(by) && someone(by)).and_then(|by| {
        let end = (by + 1..the - 1).find(|&at| document.word(at) == ",");
        document.span_of(by + 1..end.unwrap_or(the - 1))
    });
    let source = agent.or_else(|| herald::subject(document, sentence.tokens.start..the - 1))?;
    clause(document, noun, source)
}

/// What says of a picture that words are on it.
const LABELS: [&str; 6] = [
    "captioned",
    "titled",
    "headed",
    "labelled",
    "labeled",
    "inscribed",
];

/// What the words on something are called.
const WRITTEN: [&str; 8] = [
    "caption", "message", "words", "comment", "line", "slogan", "hashtag", "legend",
];

#[cfg(test)]
mod tests {
    use crate::split::tests::{reported, spoken};

    #[test]
    fn whose_caption_it_is() {
        reported(
            "Ann Lee shared a picture, captioned “I did it again.”",
            &[("Ann Lee", "I did it again.")],
        );
        reported(
            "The clip was shared by Ann Lee with the caption “THE CLOCK HAS CHOSEN.”",
            &[("Ann Lee", "THE CLOCK HAS CHOSEN.")],
        );
        let posted = "The pictures had been posted the night before by Ann Lee, a nurse, with the caption “A goat and a hug.”";
        spoken(posted, "A goat and", "Ann Lee");
    }

    #[test]
    fn whose_message_somebody_else_shows() {
        reported(
            "The prosecutor, Bo Orr, showed a text message that Ann Lee sent to her brother in May: “Bring the rope now.”",
            &[("Ann Lee", "Bring the rope now.")],
        );
        reported(
            "Ann Lee sent her a text of one line, which the winner later showed to reporters: “You won it.”",
            &[("Ann Lee", "You won it.")],
        );
        reported(
            "Ann Lee uploaded a film of the gate, over the caption “It is crunchy now.”",
            &[("Ann Lee", "It is crunchy now.")],
        );
    }
}
