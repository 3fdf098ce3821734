//! What something is called: who describes, dismisses or brands it in words of their own.

use super::{clause, is_passive, sentence_of, up_to};
use crate::split::clause::{Clause, ends_clause};
use crate::split::document::{Document, Sentence};
use crate::split::model::tag::Tag;
use crate::split::subject::{announcer, can_speak, subject_before};
use crate::text::Span;
use crate::text::marks::Quotation;

/// Who describes something by a few words of their own: ‹Ann Lee dismissed it as “daft”›, ‹it was described by one of them as
/// “thin”›.
pub(super) fn described_as(
    document: &Document,
    sentence: &Sentence,
    mark: usize,
) -> Option<Clause> {
    const FAR: usize = 12;
    let start = sentence.tokens.start;
    let before = (start..mark).rev();
    let joint = before
        .clone()
        .find(|&at| !matches!(document.word(at), "a" | "an" | "the" | "being"))
        .filter(|&at| document.word(at) == "as")?;
    let verb = before
        .take(FAR)
        .take_while(|&at| !ends_clause(document.word(at)))
        .find(|&at| DESCRIBES.contains(&document.word(at)))?;
    let cue = document.tokens[verb].span;
    if document.word(verb + 1) == "by" {
        let tokens = verb + 2..joint;
        let source = document
            .tokens
            .get(tokens.start)?
            .span
            .cover(document.tokens[tokens.end - 1].span);
        return (!tokens.is_empty()).then_some(Clause { cue, source });
    }
    let first = verb.checked_sub(1).filter(|&at| at >= start)?;
    if document.word(verb).ends_with("ing") && document.word(first) == "," {
        let source = announcer(document, start..first)?;
        return Some(Clause { cue, source });
    }
    if document.word(verb).ends_with("ing") || is_passive(document, verb) {
        return None;
    }
    let (source, cue) = subject_before(document, start, verb)?;
    // ‹met with what | one guest | described as›
    let tokens = document.tokens_in(source);
    let what = tokens.clone().rfind(|&at| document.word(at) == "what");
    let source = what
        .filter(|what| what + 1 < tokens.end)
        .map_or(source, |what| {
            Span::new(document.tokens[what + 1].span.start, source.end)
        });
    Some(Clause { cue, source })
}

/// Who calls something by the words at `mark`: ‹an idea Ann Lee branded “daft”›.
pub(super) fn called(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    let verb = mark
        .checked_sub(1)
        .filter(|&at| at > sentence.tokens.start)?;
    if is_passive(document, verb) || !CALLS.contains(&document.word(verb)) {
        return None;
    }
    let (source, cue) = subject_before(document, sentence.tokens.start, verb)?;
    // ‹an idea | Ann Lee›: a relative clause without its pronoun has its own subject.
    let tokens = document.tokens_in(source);
    let mut first = tokens.end.saturating_sub(1);
    let name = |at: usize| matches!(document.tag(at), Some(Tag::NNP | Tag::NNPS | Tag::PRP));
    while name(first) && first > tokens.start && name(first - 1) {
        first -= 1;
    }
    // ‹for what | the report›
    let what = tokens.clone().rfind(|&at| document.word(at) == "what");
    let first = if name(first) {
        Some(first)
    } else {
        what.map(|at| at + 1)
    };
    let source = match first.filter(|&at| at < tokens.end) {
        Some(first) => Span::new(document.tokens[first].span.start, source.end),
        None => source,
    };
    can_speak(document, source).then_some(Clause { cue, source })
}

/// By whom something is called what `quotation` says: ‹The plan was branded “a mess” by Ann Lee›.
pub(super) fn was_called(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 16;
    let verb = document.tokens_in(quotation.outer).start.checked_sub(1)?;
    let by = document.tokens_in(quotation.outer).end;
    let sentence = sentence_of(document, quotation);
    let called = CALLS.contains(&document.word(verb)) && is_passive(document, verb);
    if !called || by >= sentence.tokens.end || document.word(by) != "by" {
        return None;
    }
    let near = by + 1..sentence.tokens.end.min(by + LONGEST);
    let source = up_to(document, near, &[",", "who"])?;
    clause(document, verb, source)
}

/// Verbs of calling something what the words in marks say: ‹dubbed it “daft”›.
const CALLS: [&str; 11] = [
    "branded", "brands", "dubbed", "dubs", "called", "calls", "labelled", "labeled", "labels",
    "termed", "terms",
];

/// Verbs of describing something “as” what the words in marks say: ‹dismissed it as “daft”›.
const DESCRIBES: [&str; 30] = [
    "rated",
    "rates",
    "rating",
    "ranked",
    "ranks",
    "classed",
    "classes",
    "classified",
    "classifies",
    "graded",
    "listed",
    "portrayed",
    "described",
    "describes",
    "describing",
    "dismissed",
    "dismisses",
    "dismissing",
    "branded",
    "branding",
    "labelled",
    "labelling",
    "denounced",
    "denouncing",
    "condemned",
    "condemning",
    "characterised",
    "characterized",
    "hailed",
    "hailing",
];

#[cfg(test)]
mod tests {
    use crate::split::tests::{reported, spoken};

    #[test]
    fn what_somebody_calls_it() {
        reported(
            "The Guild of Tuners has classed the pier as “unsafe in any wind”.",
            &[("The Guild of Tuners", "unsafe in any wind")],
        );
        reported(
            "The road was one that Petrossian called “a long antique”.",
            &[("Petrossian", "a long antique")],
        );
        let written =
            "It was a song that Ann Lee described in her written remarks as “a goat and a hug”.";
        spoken(written, "a goat and", "Ann Lee");
        let branded = "The plan was branded “a soggy mess” by Ann Lee.";
        spoken(branded, "soggy mess", "Ann Lee");
    }
}
