//! An opinion: whose judgment, finding or writing some words of a sentence are told to be, though no verb of saying stands
//! before them: ‹in the judgment of the court it was “late”›, ‹her first words were: “…”›.

use std::ops::Range;

use super::clause::{Clause, ends_clause};
use super::document::{Document, Sentence};
use super::herald;
use super::model::tag::Tag;
use super::subject::{can_speak, subject_before, with_name};

/// Whose opinion the words at `mark` are.
pub(crate) fn opinion(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    in_view(document, sentence, mark)
        .or_else(|| found(document, sentence, mark))
        .or_else(|| in_writing(document, sentence, mark))
        .or_else(|| to_whom(document, sentence, mark))
}

/// ‹in the judgment of Ann Lee his papers had “lapsed”›, ‹the crane, in Ann Lee’s phrase, was “a lamp”›.
fn in_view(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const FAR: usize = 30;
    let near = sentence.tokens.start.max(mark.saturating_sub(FAR))..mark;
    let view = near.clone().rev().find(|&at| {
        VIEWS.contains(&document.word(at)) && document.tag(at).is_none_or(Tag::is_noun)
    })?;
    let before = |at: usize| at.checked_sub(1).filter(|&at| at >= near.start);
    let cue = document.tokens[view].span;
    let owner = before(view)?;
    // “in Ann Lee’s phrase”, “in her view”
    if matches!(document.tag(owner), Some(Tag::POS | Tag::PRPS)) {
        let pronoun = document.tag(owner) == Some(Tag::PRPS);
        let opens = |at: usize| document.word(at).eq_ignore_ascii_case("in");
        let joint = (near.start..owner).rev().take(6).find(|&at| opens(at))?;
        let source = document.span_of(joint + 1..owner + usize::from(pronoun))?;
        return can_speak(document, source).then_some(Clause { cue, source });
    }
    let joint = before(owner)?;
    let led = document.word(owner) == "the" && document.word(joint).eq_ignore_ascii_case("in");
    if !led || document.word(view + 1) != "of" {
        return None;
    }
    let end = noun_end(document, view + 2..mark);
    let source = document.span_of(view + 2..end)?;
    can_speak(document, source).then_some(Clause { cue, source })
}

/// Past the last token of the noun phrase that opens `tokens`: ‹the League of the North | his papers had›.
fn noun_end(document: &Document, tokens: Range<usize>) -> usize {
    let noun = |at: usize| document.tag(at).is_some_and(Tag::is_noun);
    let ends = |&at: &usize| {
        let again = matches!(document.tag(at), Some(Tag::DT | Tag::PRPS)) && noun(at - 1);
        let mark =
            ends_clause(document.word(at)) || matches!(document.word(at), "," | "who" | "which");
        at > tokens.start
            && (again || mark || document.tag(at) == Some(Tag::PRP) || document.is_finite_verb(at))
    };
    tokens.clone().find(ends).unwrap_or(tokens.end)
}

/// ‹a court that found he had “robbed the sport”›, ‹the minutes record that the duvet was “ours”›.
fn found(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const FAR: usize = 16;
    let start = sentence.tokens.start;
    let near = start.max(mark.saturating_sub(FAR))..mark;
    let mut verbs = (near.start + 1..near.end).rev();
    let verb = verbs.find(|&at| {
        let verb = document.is_finite_verb(at) || document.word(at) == "records";
        verb && FINDS.contains(&document.word(at))
    })?;
    let clause = (verb + 1..mark).any(|at| document.is_finite_verb(at));
    let opens = document.word(verb + 1) == "that"
        || matches!(
            document.tag(verb + 1),
            Some(Tag::PRP | Tag::PRPS | Tag::DT | Tag::NNP | Tag::NNS | Tag::IN)
        );
    if !clause || !opens {
        return None;
    }
    // ‹by a court that found›
    if document.word(verb - 1) == "that" {
        let last = verb - 1;
        let first = (start..last)
            .rev()
            .take(6)
            .find(|&at| document.tag(at) == Some(Tag::DT))?;
        let source = document.span_of(first..last)?;
        let cue = document.tokens[verb].span;
        return can_speak(document, source).then_some(Clause { cue, source });
    }
    let (source, cue) = subject_before(document, start, verb)?;
    let first = document.tokens_in(source).start;
    let inner = document.tag(first) == Some(Tag::IN);
    (!inner && can_speak(document, source)).then_some(Clause { cue, source })
}

/// ‹In its written ruling the Appeal Court took note of his remorse, “however late”›: what somebody does in a writing of theirs.
fn in_writing(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const NEAR: usize = 5;
    let start = sentence.tokens.start;
    if document.word(start) != "In" || mark <= start + NEAR {
        return None;
    }
    let writing = (start + 2..start + NEAR)
        .find(|&at| herald::is_writing(document, at) || RULINGS.contains(&document.word(at)))?;
    let determiner = matches!(document.tag(start + 1), Some(Tag::DT | Tag::PRPS));
    let verb = (writing + 1..mark).find(|&at| document.is_finite_verb(at))?;
    let source = herald::subject(document, start..verb + 1)
        .map(|source| with_name(document, source, verb))
        .filter(|source| can_speak(document, *source))?;
    let cue = document.tokens[verb].span;
    let behind = document.tokens_in(source).start > writing;
    (determiner && behind && source.end <= cue.start).then_some(Clause { cue, source })
}

/// ‹To Ann Lee, the director, it is “a lamp”›.
fn to_whom(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    let start = sentence.tokens.start;
    let verb = mark.checked_sub(1)?;
    let is = matches!(document.word(verb), "is" | "was" | "are" | "were");
    let led = matches!(document.word(start), "To" | "For");
    let comma = (start + 1..verb).find(|&at| document.word(at) == ",")?;
    let name = (start + 1..comma).all(|at| matches!(document.tag(at), Some(Tag::NNP | Tag::NNPS)));
    let again = (comma + 1..verb).rfind(|&at| document.word(at) == ",");
    let source = document.span_of(start + 1..comma)?;
    let cue = document.tokens[start].span;
    let short = verb - again.unwrap_or(comma) <= 5;
    (is && led && name && comma > start + 1 && short).then_some(Clause { cue, source })
}

/// ‹Ann Lee’s first words to them were: “…”›
pub(crate) fn words_were(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const FAR: usize = 10;
    const WORDS: [&str; 4] = ["words", "answer", "reply", "response"];
    let start = sentence.tokens.start;
    let colon = mark.checked_sub(1)?;
    let verb = colon.checked_sub(usize::from(matches!(document.word(colon), ":" | ",")))?;
    if !matches!(document.word(verb), "were" | "was" | "is" | "are") {
        return None;
    }
    let words = (start..verb)
        .rev()
        .take(FAR)
        .find(|&at| WORDS.contains(&document.word(at)))?;
    let owner = (start..words)
        .rev()
        .take(4)
        .find(|&at| matches!(document.tag(at), Some(Tag::POS | Tag::PRPS)))?;
    let pronoun = document.tag(owner) == Some(Tag::PRPS);
    let noun = |at: usize| document.tag(at).is_some_and(Tag::is_noun);
    let mut first = owner;
    while !pronoun && first > start && (noun(first - 1) || document.tag(first - 1) == Some(Tag::DT))
    {
        first -= 1;
    }
    let source = document.span_of(first..owner + usize::from(pronoun))?;
    let cue = document.tokens[words].span;
    can_speak(document, source).then_some(Clause { cue, source })
}

/// What one has of something, and puts in words.
const VIEWS: [&str; 12] = [
    "judgment",
    "judgement",
    "opinion",
    "view",
    "phrase",
    "estimation",
    "words",
    "telling",
    "verdict",
    "description",
    "reckoning",
    "formulation",
];

/// Verbs of those who settle what was so.
const FINDS: [&str; 15] = [
    "found",
    "finds",
    "ruled",
    "rules",
    "held",
    "decided",
    "concluded",
    "concludes",
    "record",
    "records",
    "recorded",
    "judged",
    "established",
    "determined",
    "accepted",
];

/// What courts and boards write.
const RULINGS: [&str; 8] = [
    "judgment",
    "judgement",
    "ruling",
    "decision",
    "verdict",
    "report",
    "order",
    "findings",
];

#[cfg(test)]
mod tests {
    use super::super::tests::reported;

    #[test]
    fn whose_judgment_it_is() {
        reported(
            "It was sold, but in the judgment of the Orr Crane League his papers had “lapsed on or about noon”.",
            &[("the Orr Crane League", "lapsed on or about noon")],
        );
        reported(
            "The crane, in Ann Lee’s phrase, was “a lamp with ideas”.",
            &[("Ann Lee", "a lamp with ideas")],
        );
        reported(
            "He was fined on Tuesday by a court that found he had “robbed the port of its time”.",
            &[
                ("a court", "he had “robbed the port of its time”"),
                ("a court", "robbed the port of its time"),
            ],
        );
        reported(
            "In its written judgment the Appeal Court took note of his remorse, “however late it came”.",
            &[("the Appeal Court", "however late it came")],
        );
        reported(
            "To Ann Lee, the director, it is “a lamp with ideas”.",
            &[("Ann Lee", "a lamp with ideas")],
        );
    }

    #[test]
    fn whose_words_they_were() {
        reported(
            "According to the police report, Ann Lee’s first words to them were: “Get me a rope.”",
            &[("Ann Lee", "Get me a rope.")],
        );
        reported(
            "“It was rust,” she told the meeting, according to a recording heard by the Gazette.",
            &[("she", "It was rust")],
        );
        reported(
            "The crane, wrote Ann Lee in a blog, “was lit like a lamp”.",
            &[("Ann Lee", "was lit like a lamp")],
        );
        reported(
            "The crane showed “what a rope can do”, in the view of Ann Lee, of the Crane League.",
            &[("Ann Lee", "what a rope can do")],
        );
    }
}
