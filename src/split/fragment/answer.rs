//! An answer: the verdict, the reply or the cry that words in marks are said to be.

use super::{behind, clause, sentence_of, up_to, whose};
use crate::split::clause::{Clause, ends_clause};
use crate::split::document::{Document, Sentence};
use crate::split::model::tag::Tag;
use crate::split::subject::can_speak;
use crate::text::marks::Quotation;

/// Whose answer is said to be the words at `mark`: ‹Ann Lee’s verdict was “a mess”›.
pub(super) fn is_verdict(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    let start = sentence.tokens.start;
    let verb = mark.checked_sub(1).filter(|&at| at > start + 1)?;
    let noun = verb - 1;
    let owned = matches!(document.tag(noun - 1), Some(Tag::POS | Tag::PRPS));
    let is = matches!(document.word(verb), "was" | "is");
    if !is || !owned || !ANSWERS.contains(&document.word(noun)) {
        return None;
    }
    let first = (start..noun - 1)
        .rev()
        .take_while(|&at| !ends_clause(document.word(at)) && document.word(at) != ",")
        .last();
    let source = whose(document, first.unwrap_or(noun - 1), noun - 1)?;
    clause(document, noun, source)
}

/// Whose answer `quotation` is said to be right behind it: ‹“Seventeen,” was her verdict›, ‹“No,” came Ann Lee’s reply›.
pub(super) fn was_answered(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 8;
    let verb = behind(document, quotation)?;
    let sentence = sentence_of(document, quotation);
    let end = sentence.tokens.end.min(verb + LONGEST);
    if verb + 2 >= end || !matches!(document.word(verb), "was" | "is" | "came" | "comes" | "ran") {
        return None;
    }
    let answer = (verb + 2..end).find(|&at| ANSWERS.contains(&document.word(at)))?;
    // ‹“No,” came the reply from Ann Lee›
    if matches!(document.word(answer + 1), "from" | "of") && document.word(verb + 1) == "the" {
        let near = answer + 2..sentence.tokens.end.min(answer + 2 + LONGEST);
        let source = up_to(document, near, &[",", "who", "which"])?;
        return clause(document, answer, source);
    }
    let owner =
        (verb + 1..answer).rfind(|&at| matches!(document.tag(at), Some(Tag::POS | Tag::PRPS)));
    // ‹“No,” was the answer›
    if owner.is_none() && document.word(verb + 1) == "the" {
        let source = document.span_of(verb + 1..answer + 1)?;
        let cue = document.tokens[verb].span;
        let replies = matches!(
            document.word(answer),
            "answer" | "reply" | "response" | "retort"
        );
        return replies.then_some(Clause { cue, source });
    }
    let owner = owner?;
    let source = whose(document, verb + 1, owner).filter(|source| can_speak(document, *source))?;
    let cue = document.tokens[answer].span;
    Some(Clause { cue, source })
}

/// From whom the cry comes that `quotation` is: ‹cries of “Shame!” from the benches behind her›.
pub(super) fn cried(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 8;
    let of = document.tokens_in(quotation.outer).start.checked_sub(1)?;
    let cry = of.checked_sub(1)?;
    let cries = [
        "cry", "cries", "shout", "shouts", "call", "calls", "chant", "chants", "yell", "yells",
        "cheers", "murmur", "murmurs",
    ];
    let from = document.tokens_in(quotation.outer).end;
    let led = document.word(of) == "of" && cries.contains(&document.word(cry));
    if !led || document.tokens.get(from)?.of(document.text) != "from" {
        return None;
    }
    let sentence = sentence_of(document, quotation);
    let near = from + 1..sentence.tokens.end.min(from + 1 + LONGEST);
    let source = up_to(document, near, &[","])?;
    clause(document, cry, source)
}

/// What somebody’s few words are called that answer something.
const ANSWERS: [&str; 14] = [
    "verdict",
    "answer",
    "reply",
    "response",
    "advice",
    "comment",
    "conclusion",
    "view",
    "explanation",
    "assessment",
    "retort",
    "summary",
    "suggestion",
    "message",
];

#[cfg(test)]
mod tests {
    use crate::split::tests::{reported, spoken};

    #[test]
    fn whose_answer_or_cry_it_is() {
        reported(
            "Ann Lee let one dissolve. “Seventeen minutes,” was her verdict.",
            &[("her", "Seventeen minutes")],
        );
        let verdict = "Ann Lee’s verdict was “a soggy mess.”";
        spoken(verdict, "soggy mess", "Ann Lee");
        reported(
            "There were cries of ‘Shame!’ from the benches behind her.",
            &[("the benches behind her", "Shame!")],
        );
    }
}
