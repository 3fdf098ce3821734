//! What is told of: who complains of, accuses of, sees or tells somebody what words in marks say.

use super::is_passive;
use crate::split::clause::{Clause, ends_clause};
use crate::split::cue;
use crate::split::document::{Document, Sentence};
use crate::split::herald;
use crate::split::model::tag::Tag;
use crate::split::subject::{can_speak, subject_before, subject_of_first, with_name};

/// Who tells of something, blames or praises it by the words at `mark`: ‹neighbours complained of “shrieking”›, ‹Ann Lee accused
/// the board of “waste”›, ‹Ann Lee deplored “two hours of felt”›, ‹he was accused by Ann Lee of “waste”›.
pub(super) fn told_of(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const FAR: usize = 14;
    let start = sentence.tokens.start;
    let last = (start..mark).rev().find(|&at| {
        !matches!(
            document.word(at),
            "a" | "an" | "the" | "his" | "her" | "their" | "its"
        )
    })?;
    let verb = if matches!(document.word(last), "of" | "about" | "against" | "for") {
        (start..last)
            .rev()
            .take(FAR)
            .take_while(|&at| !ends_clause(document.word(at)))
            .find(|&at| cue::tells_of(document.word(at)))?
    } else {
        Some(last).filter(|&at| cue::judges(document.word(at)))?
    };
    let cue = document.tokens[verb].span;
    if is_passive(document, verb) {
        let by = (document.word(verb + 1) == "by").then_some(verb + 2..last)?;
        let source = document
            .span_of(by)
            .filter(|source| can_speak(document, *source))?;
        return Some(Clause { cue, source });
    }
    // ‹a man accused of “waste”›
    let of_whom = [
        "accus", "blam", "prais", "thank", "critici", "denounc", "condemn", "suspect",
    ];
    let whom = verb + 1 == last
        && of_whom
            .iter()
            .any(|stem| document.word(verb).starts_with(stem));
    if whom {
        return None;
    }
    let (source, cue) = subject_before(document, start, verb)?;
    can_speak(document, source).then_some(Clause { cue, source })
}

/// Who tells somebody something in the words at `mark`: ‹A doctor informed her that she would “never climb again”›.
pub(super) fn told_that(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const FAR: usize = 10;
    const TELLS: [&str; 9] = [
        "told", "informed", "assured", "warned", "reminded", "advised", "notified", "tells",
        "informs",
    ];
    let start = sentence.tokens.start;
    let verb = (start + 1..mark)
        .rev()
        .take(FAR)
        .take_while(|&at| !ends_clause(document.word(at)) && document.word(at) != ",")
        .find(|&at| TELLS.contains(&document.word(at)))?;
    let whom = matches!(
        document.word(verb + 1),
        "him" | "her" | "them" | "me" | "us" | "it"
    );
    let that = matches!(
        document.word(verb + 2),
        "that" | "he" | "she" | "they" | "it" | "to"
    );
    if !whom || !that || verb + 2 >= mark || is_passive(document, verb) {
        return None;
    }
    let cue = document.tokens[verb].span;
    // ‹A doctor counted seven and | informed her›
    let shared = || {
        let and = verb
            .checked_sub(1)
            .filter(|&and| document.word(and) == "and")?;
        let subject = herald::subject(document, start..and)?;
        // The tagger may take the first verb for a participle.
        let mut tokens = document.tokens_in(subject);
        tokens.end = (tokens.clone().skip(1))
            .find(|&at| document.tag(at).is_some_and(Tag::is_verb))
            .unwrap_or(tokens.end);
        document.span_of(tokens)
    };
    let (source, cue) = match subject_of_first(document, start, verb).or_else(shared) {
        Some(source) => (source, cue),
        None => subject_before(document, start, verb)?,
    };
    can_speak(document, source).then_some(Clause { cue, source })
}

/// Who sees something in something: ‹Ann Lee, who sits on the board, saw in the affair “a coarsening”›.
pub(super) fn seen_in(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const FAR: usize = 8;
    let start = sentence.tokens.start;
    let verb = (start + 1..mark).rev().take(FAR).find(|&at| {
        [
            "saw",
            "sees",
            "detected",
            "detects",
            "found",
            "finds",
            "discerned",
        ]
        .contains(&document.word(at))
    })?;
    let plain = (verb + 1..mark).all(|at| !document.is_finite_verb(at) && document.word(at) != ",");
    if document.word(verb + 1) != "in" || !plain {
        return None;
    }
    let source = herald::subject(document, start..verb + 1)
        .map(|source| with_name(document, source, verb))
        .filter(|source| can_speak(document, *source))?;
    let cue = document.tokens[verb].span;
    (source.end <= cue.start).then_some(Clause { cue, source })
}

#[cfg(test)]
mod tests {
    use crate::split::tests::reported;

    #[test]
    fn who_tells_of_something_in_words_of_their_own() {
        reported(
            "Ann Lee accused officials of “refereeing by rumour”.",
            &[("Ann Lee", "refereeing by rumour")],
        );
        reported(
            "The club shut after tenants complained of ‘a great shrieking’.",
            &[("tenants", "a great shrieking")],
        );
        reported(
            "The tenants, a man accused of “gross waste” among them, left.",
            &[("-", "gross waste")],
        );
        reported(
            "He was accused by a senior tenant of “waging war on the tea room”.",
            &[("a senior tenant", "waging war on the tea room")],
        );
    }

    #[test]
    fn what_somebody_is_told() {
        let case = crate::split::tests::spoken;
        let told = "Ann Lee fell. Bo Orr counted nine bruises and told her she would “never again sit on a goat”.";
        case(told, "never again", "Bo Orr");
    }
}
