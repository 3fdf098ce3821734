//! Two wordings of one statement, and what differs between them word by word.

use onrecord::text::{Span, fold};
use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A run of words that both have, or one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Piece {
    pub(crate) op: Op,
    pub(crate) text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Op {
    Equal,
    Delete,
    Insert,
}

/// A word as it is compared and as it stands.
pub(crate) struct Word {
    pub(crate) folded: String,
    span: Span,
}

/// The words of `text`.
pub(crate) fn words(text: &str) -> Vec<Word> {
    fold::words(text)
        .into_iter()
        .map(|(folded, span)| Word { folded, span })
        .collect()
}

/// What makes one wording of another.
pub(crate) struct Difference {
    /// What both have, what must be left out and what added, in order.
    pub(crate) pieces: Vec<Piece>,
    /// How many words both have.
    pub(crate) shared: usize,
    /// The most words that both have in one run.
    pub(crate) run: usize,
}

/// What must be left out of the one text and added to it to make the other.
///
/// Words are compared folded, and shown as they stand with what stands between them.
pub(crate) fn diff(
    asked: &str,
    asked_words: &[Word],
    given: &str,
    given_words: &[Word],
) -> Difference {
    let folded = |words: &[Word]| {
        words
            .iter()
            .map(|word| word.folded.clone())
            .collect::<Vec<_>>()
    };
    let operations =
        capture_diff_slices(Algorithm::Myers, &folded(asked_words), &folded(given_words));
    let cut = |text: &str, words: &[Word], range: std::ops::Range<usize>| {
        let (first, last) = (words[range.start].span, words[range.end - 1].span);
        first.cover(last).of(text).to_owned()
    };
    let (mut pieces, mut shared, mut run) = (Vec::new(), 0, 0);
    for operation in operations {
        let (tag, old, new) = operation.as_tag_tuple();
        if tag == DiffTag::Equal {
            shared += new.len();
            run = run.max(new.len());
            pieces.push(Piece {
                op: Op::Equal,
                text: cut(given, given_words, new),
            });
            continue;
        }
        if !old.is_empty() {
            pieces.push(Piece {
                op: Op::Delete,
                text: cut(asked, asked_words, old),
            });
        }
        if !new.is_empty() {
            pieces.push(Piece {
                op: Op::Insert,
                text: cut(given, given_words, new),
            });
        }
    }
    Difference {
        pieces,
        shared,
        run,
    }
}

#[cfg(test)]
mod tests {
    use super::{Op, diff, words};

    #[track_caller]
    fn case(asked: &str, given: &str, expected: &str, shared: usize, run: usize) {
        let found = diff(asked, &words(asked), given, &words(given));
        let shown: Vec<String> = found
            .pieces
            .iter()
            .map(|piece| match piece.op {
                Op::Equal => piece.text.clone(),
                Op::Delete => format!("[-{}-]", piece.text),
                Op::Insert => format!("{{+{}+}}", piece.text),
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
        assert_eq!((found.shared, found.run), (shared, run));
    }

    #[test]
    fn differences_are_shown_word_by_word() {
        case(
            "It’s the safest ferry.",
            "It's the safest ferry",
            "It's the safest ferry",
            4,
            4,
        );
        case(
            "the safest ferry ever built",
            "the safest … built",
            "the safest [-ferry ever-] built",
            3,
            2,
        );
        case(
            "we lost it",
            "we [nearly] lost it",
            "we {+nearly+} lost it",
            3,
            2,
        );
        case(
            "we lost it",
            "they lost it",
            "[-we-] {+they+} lost it",
            2,
            2,
        );
        case("", "new", "{+new+}", 0, 0);
    }
}
