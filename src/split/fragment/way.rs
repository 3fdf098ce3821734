//! A way of saying it: as somebody puts it, in their words, to them.

use std::ops::Range;

use super::{behind, clause, sentence_of, whose};
use crate::split::clause::{Clause, ends_clause};
use crate::split::document::{Document, Sentence};
use crate::split::model::tag::Tag;
use crate::split::subject::can_speak;
use crate::text::marks::Quotation;

/// Whose way of saying it the words at `mark` are: ‹as Ann Lee put it, “…”›, ‹in her words, “…”›, ‹in the words of Ann Lee, “…”›.
pub(crate) fn put_so(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const LONGEST: usize = 24;
    let comma = mark
        .checked_sub(1)
        .filter(|&at| at > sentence.tokens.start)?;
    let last = comma.checked_sub(usize::from(document.word(comma) == ","))?;
    let near = sentence.tokens.start.max(last.saturating_sub(LONGEST))..last + 1;
    let mut openings = near.clone().rev();
    openings
        .find_map(|at| way_of_saying(document, at..near.end).filter(|(_, end)| *end == near.end))
        .map(|(clause, _)| clause)
}

/// What opens `tokens` as ‹as Ann Lee put it›, ‹in her words›, ‹in the words of Ann Lee› do, and past its last token.
pub(crate) fn way_of_saying(document: &Document, tokens: Range<usize>) -> Option<(Clause, usize)> {
    let Range { start, end } = tokens;
    let is = |at: usize, word: &str| at < end && document.word(at).eq_ignore_ascii_case(word);
    if is(start, "as") {
        let put = (start + 2..end).find(|&at| {
            matches!(
                document.word(at),
                "put" | "puts" | "called" | "calls" | "described" | "describes" | "termed"
            ) && is(at + 1, "it")
        })?;
        let source = document
            .span_of(start + 1..put)
            .filter(|source| document.quotations_in(*source).is_empty())
            .filter(|source| can_speak(document, *source))?;
        let cue = document.tokens[put]
            .span
            .cover(document.tokens[put + 1].span);
        return Some((Clause { cue, source }, put + 2));
    }
    if !is(start, "in") {
        return None;
    }
    let words = (start + 2..end).find(|&at| {
        [
            "words",
            "phrase",
            "view",
            "opinion",
            "telling",
            "estimation",
        ]
        .contains(&document.word(at))
    })?;
    let cue = document.tokens[words].span;
    // ‹in her own words›
    let owner = words - 1 - usize::from(is(words - 1, "own"));
    if matches!(document.tag(owner), Some(Tag::POS | Tag::PRPS)) {
        let source = whose(document, start + 1, owner)?;
        return Some((Clause { cue, source }, words + 1));
    }
    if !is(owner, "the") || !is(words + 1, "of") {
        return None;
    }
    // ‹in the words of Ann Lee, the chair, nine days later›
    let comma = |from: usize| {
        (from..end).find(|&at| ends_clause(document.word(at)) || document.word(at) == ",")
    };
    let apposed = |at: &usize| {
        let close = comma(at + 1).unwrap_or(end);
        matches!(document.tag(at + 1), Some(Tag::DT | Tag::PRPS))
            && document.word(*at) == ","
            && !(at + 1..close).any(|at| document.is_finite_verb(at))
    };
    let first = comma(words + 2).unwrap_or(end);
    let stop = Some(first)
        .filter(apposed)
        .map_or(first, |at| comma(at + 1).unwrap_or(end));
    let source = document.span_of(words + 2..stop)?;
    Some((Clause { cue, source }, stop))
}

/// Who puts something in the words of `quotation`: ‹“A mess” is how Ann Lee describes it›.
pub(super) fn was_put(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 14;
    let is = behind(document, quotation)?;
    let how = matches!(document.word(is), "is" | "was") && document.word(is + 1) == "how";
    let sentence = sentence_of(document, quotation);
    let end = sentence.tokens.end.min(is + LONGEST);
    let puts = [
        "put",
        "puts",
        "described",
        "describes",
        "summed",
        "sums",
        "saw",
        "sees",
        "remembers",
        "remembered",
        "recalls",
        "explains",
        "explained",
        "phrased",
        "phrases",
        "tells",
        "told",
    ];
    let verb = (is + 3..end).find(|&at| puts.contains(&document.word(at)) && how)?;
    let source = document.span_of(is + 2..verb)?;
    clause(document, verb, source)
}

/// To whom something is what the words at `mark` say: ‹For Ann Lee, it was “a mess”›.
pub(super) fn is_to_somebody(
    document: &Document,
    sentence: &Sentence,
    mark: usize,
) -> Option<Clause> {
    const LONGEST: usize = 12;
    let start = sentence.tokens.start;
    let verb = mark.checked_sub(1).filter(|&at| at > start + 2)?;
    let it = verb - 1;
    let is = matches!(document.word(verb), "was" | "is" | "remains" | "remained")
        && matches!(document.word(it), "it" | "this" | "that");
    let led = matches!(document.word(start), "To" | "For") && it - start <= LONGEST;
    let named = document.word(start + 1).starts_with(char::is_uppercase);
    if !is || !led || !named {
        return None;
    }
    let end = it - usize::from(document.word(it - 1) == ",");
    let source = document.span_of(start + 1..end)?;
    clause(document, verb, source)
}

#[cfg(test)]
mod tests {
    use crate::split::tests::reported;

    #[test]
    fn whose_way_of_saying_it_is() {
        reported(
            "They left us ‘without a leading lady’, in the words of Ann Lee, nine days before the fair.",
            &[("Ann Lee", "without a leading lady")],
        );
        reported(
            "It was a machine that is, in the words of Ann Lee, the fire chief, “a loud clock.”",
            &[("Ann Lee, the fire chief", "a loud clock")],
        );
        reported(
            "It was “a loud clock”, as Ann Lee put it.",
            &[("Ann Lee", "a loud clock")],
        );
    }

    #[test]
    fn whose_way_of_putting_it() {
        let case = crate::split::tests::spoken;
        for text in [
            "For Ann Lee it was “a soggy mess.”",
            "“A soggy mess” is how Ann Lee describes the plan.",
            "“A soggy mess,” as Ann Lee called it, has cost the town £9m.",
            "“A soggy mess,” in the words of Ann Lee, the plan will cost £9m.",
        ] {
            case(text, "soggy mess", "Ann Lee");
        }
    }
}
