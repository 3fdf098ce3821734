//! An excerpt: a line of a writing, or one of several writings, by which whoever wrote them speaks: “the last of her posts”,
//! “one line was underlined”.

use std::ops::Range;

use super::Cast;
use super::lexicon::Trait;
use super::phrase::{What, is_possessive, phrase};
use super::reference::Who;

impl Cast<'_> {
    /// Who wrote what the words at `tokens` are one or a part of.
    pub(super) fn excerpt(&self, tokens: &Range<usize>) -> Option<Who> {
        let gloss = &self.gloss;
        let first = tokens.start;
        let article = usize::from(gloss.is(first, Trait::Determiner) || gloss.word(first) == "One");
        let is_one = |token: usize| {
            let word = gloss.word(token).to_lowercase();
            NTH.contains(&word.as_str())
        };
        let is_part = |token: usize| PARTS.contains(&gloss.word(token));
        // "The last line", "one entry"
        let nth = (first..tokens.end).take(3).find(|token| is_one(*token));
        let part = (first..tokens.end).take(4).find(|token| is_part(*token));
        let head = part.or(nth)?;
        let whole = (first..head).all(|token| {
            token < first + article || is_one(token) || gloss.is(token, Trait::Generic)
        });
        if !whole {
            return None;
        }
        let of = head + 1;
        if matches!(gloss.word(of), "of" | "in" | "from") && of + 1 < tokens.end {
            let inner = of + 1;
            // "the last of them"
            let alone = inner + 1 == tokens.end;
            // "One of them, from somebody who gave no name"
            let from = gloss.word(tokens.end) == ","
                && matches!(gloss.word(tokens.end + 1), "from" | "by" | "posted");
            if from {
                return None;
            }
            if alone && matches!(gloss.word(inner), "them" | "these" | "it" | "those") {
                return self.issuer_of_writing_before(first, |_| true);
            }
            let owned = is_possessive(gloss.word(inner));
            let writing = phrase(gloss, inner, tokens.end);
            if let Some(writing) = writing.filter(|phrase| phrase.what == What::Writing) {
                return self.issuer(&writing, tokens.end);
            }
            // "one of her sons, Bo Orr"
            if (inner..tokens.end)
                .take(4)
                .any(|at| gloss.is(at, Trait::People))
            {
                return None;
            }
            if owned {
                return self.owner(inner);
            }
            // "A minute of Orr Parish Council’s last meeting"
            let start = inner + usize::from(gloss.is(inner, Trait::Determiner));
            if let Some(nth) = self.mention_at(start)
                && gloss.is_genitive(self.mentions[nth].tokens.end)
            {
                return self.named[nth].map(Who::Member);
            }
        }
        part?;
        self.issuer_of_writing_before(first, |_| true)
    }
}

/// Which of several.
const NTH: [&str; 20] = [
    "one", "another", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
    "ninth", "tenth", "last", "next", "final", "latest", "other", "longest", "shortest", "most",
];

/// What writings are made of.
const PARTS: [&str; 14] = [
    "line",
    "sentence",
    "paragraph",
    "passage",
    "entry",
    "verse",
    "stanza",
    "section",
    "clause",
    "excerpt",
    "lines",
    "footnote",
    "minute",
    "minutes",
];

#[cfg(test)]
mod tests {
    use crate::split::cast::writing::tests::case;

    #[test]
    fn one_of_several_writings() {
        case(
            "On Monday Dora Pell tried to calm the town, and she said so. The last of her five posts read:\n\nStill up, whatever they say of it.",
            "Dora Pell",
        );
        case(
            "Dora Pell put up two notices. The second of them read: “Still up.”",
            "Dora Pell",
        );
    }

    #[test]
    fn a_part_of_a_writing() {
        case(
            "Dora Pell kept a diary. Her notebooks were found in a loft. “Still up,” reads one entry from May.",
            "Dora Pell",
        );
        case(
            "Dora Pell had sent the port a letter. One line was underlined: “Still up.”",
            "Dora Pell",
        );
    }
}
