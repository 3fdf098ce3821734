//! A short word: the “no” beyond which somebody says nothing, or which they say twice.

use super::{behind, sentence_of};
use crate::split::clause::Clause;
use crate::split::document::{Document, Sentence};
use crate::split::herald;
use crate::split::subject::{can_speak, with_name};
use crate::text::marks::Quotation;

/// Who says no more than the words at `mark`: ‹Ann Lee would not be drawn beyond “no”›.
pub(super) fn nothing_beyond(
    document: &Document,
    sentence: &Sentence,
    mark: usize,
) -> Option<Clause> {
    let start = sentence.tokens.start;
    let beyond = mark.checked_sub(1).filter(|&at| at > start)?;
    let more = matches!(document.word(beyond), "beyond" | "except")
        || document.word(beyond) == "than" && document.word(beyond - 1) == "other";
    let says = [
        "say",
        "said",
        "says",
        "comment",
        "commented",
        "drawn",
        "speak",
        "elaborate",
        "answer",
        "remark",
    ];
    let said = (start..beyond).find(|&at| says.contains(&document.word(at)))?;
    let source = herald::subject(document, start..beyond)
        .map(|source| with_name(document, source, said))
        .filter(|source| can_speak(document, *source))?;
    let cue = document.tokens[said].span;
    (more && source.end <= cue.start).then_some(Clause { cue, source })
}

/// Who says no more than `quotation`, as what stands behind it tells: ‹“No”: that was all | Ann Lee | would say›.
pub(super) fn that_was_all(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 8;
    let next = document.tokens_in(quotation.outer).end;
    let that = next + usize::from(matches!(document.word(next), "," | ":" | "—" | "–" | "."));
    let all = that + 2;
    let sentence = sentence_of(document, quotation);
    let told = matches!(document.word(that), "That" | "that" | "This" | "this")
        && matches!(document.word(that + 1), "was" | "is")
        && document.word(all) == "all";
    let end = sentence.tokens.end.min(all + LONGEST);
    let verb = (all + 2..end).find(|&at| {
        matches!(
            document.word(at),
            "would" | "could" | "will" | "said" | "had" | "says"
        )
    })?;
    let source = document.span_of(all + 1..verb)?;
    let cue = document.tokens[verb].span;
    (told && can_speak(document, source)).then_some(Clause { cue, source })
}

/// Who says `quotation`, as a relative clause behind it tells: ‹had no comment beyond “No, sir,” which | he | said twice›.
pub(super) fn which_is_said(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 6;
    let which = behind(document, quotation)?;
    let which = which + usize::from(document.word(which) == ",");
    let sentence = sentence_of(document, quotation);
    let end = sentence.tokens.end.min(which + LONGEST);
    let says = [
        "said", "says", "repeated", "repeats", "shouted", "muttered", "called", "added", "wrote",
    ];
    let verb = (which + 2..end).find(|&at| says.contains(&document.word(at)))?;
    let source = document.span_of(which + 1..verb)?;
    let cue = document.tokens[verb].span;
    (document.word(which) == "which" && can_speak(document, source))
        .then_some(Clause { cue, source })
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_said_twice() {
        let case = crate::split::tests::spoken;
        let twice =
            "Ann Lee had no comment as she left the barn beyond “No, sir,” which she said twice.";
        case(twice, "No, sir", "Ann Lee");
    }
}
