//! The stem of a word: what is left of it when its ending is cut off, and so the same for `voting` and `votes`.
//!
//! Stems are not indexed. Words with the same stem begin alike, and are found in the dictionary when they are asked for.

use std::borrow::Cow;
use std::ops::Range;

use frostem::{Algorithm, Stemmer};

/// A shorter word is always its own stem.
const SHORTEST: usize = 3;

/// The stem of a folded word.
pub(super) fn of(word: &str) -> Cow<'_, str> {
    if word.len() < SHORTEST {
        return Cow::Borrowed(word);
    }
    let stem = Stemmer::new(Algorithm::English).stem(word);
    // Of a letter that is left of a word nothing can be told, unless it had but an apostrophe behind it.
    let rest = word.strip_prefix(&*stem).unwrap_or_default();
    if stem.is_empty() || is_letter(&stem) && !rest.starts_with('\'') {
        return Cow::Borrowed(word);
    }
    stem
}

/// Whether nothing but the word itself, with an apostrophe behind it or not, can have this stem.
pub(super) fn is_letter(stem: &str) -> bool {
    stem.chars().nth(1).is_none()
}

/// Between what in order the words with this stem are that are not [`Kin`](super::kin::Kin) of it as it stands: there are
/// others, but none of them elsewhere.
pub(super) fn ranges(stem: &str) -> Vec<Range<String>> {
    let beginning = |start: &str| start.to_owned()..format!("{start}\u{10ffff}");
    if is_letter(stem) {
        // A bracket comes next after an apostrophe.
        return vec![stem.to_owned()..format!("{stem}(")];
    }
    let mut ranges = Vec::new();
    let mut also = |start: &str, ending: &str| ranges.push(beginning(&format!("{start}{ending}")));
    match stem.char_indices().next_back() {
        Some((_, 'y')) if stem == "sky" => also("sk", "ies"),
        // `voting` has `vote`, and `dying` has `die`.
        Some((last, 'e')) => {
            also(&stem[..last], "ing");
            if let Some(letter) = stem.strip_suffix("ie").filter(|start| is_letter(start)) {
                also(letter, "ying");
            }
        }
        // `city` has `citi`.
        Some((last, 'i')) => also(&stem[..last], "y"),
        // `stability` has `stabl`.
        Some((last, 'l')) => also(&stem[..last], "ili"),
        _ => {}
    }
    ranges
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop, prop_assert, proptest};

    use super::{is_letter, of, ranges};
    use crate::index::kin::Kin;

    #[test]
    fn words_have_the_stem_of_their_kin() {
        for (word, stem) in [
            ("voting", "vote"),
            ("machines", "machin"),
            ("vote", "vote"),
            ("", ""),
            ("dying", "die"),
            ("skies", "sky"),
            ("señores", "señor"),
            ("claims", "claim"),
            ("x's", "x"),
            ("eing's", "eing's"),
            ("aed", "aed"),
        ] {
            assert_eq!(of(word), stem);
        }
    }

    #[track_caller]
    fn lies_where_its_stem_says(word: &str) {
        assert!(lies(word), "{word}, of the stem {}", of(word));
    }

    fn lies(word: &str) -> bool {
        let stem = of(word);
        !is_letter(&stem) && Kin::of(&stem).has(word)
            || ranges(&stem)
                .iter()
                .any(|range| range.contains(&word.to_owned()))
    }

    #[test]
    fn words_lie_where_their_stems_say() {
        let letters = || ('a'..='z').chain(['\'', '0', 'é']);
        let mut words = String::new();
        for a in letters().filter(|&letter| letter != '\'') {
            for ending in [
                "", "'s", "s", "ying", "yings", "ies", "ied", "ed", "e", "ly",
            ] {
                lies_where_its_stem_says(&format!("{a}{ending}"));
            }
            for b in letters() {
                words.extend([a, b]);
                lies_where_its_stem_says(&words);
                words.clear();
            }
        }
        for word in [
            "skies", "sky", "skis", "early", "gently", "only", "idly", "singly", "ugly", "news",
            "howe",
        ] {
            lies_where_its_stem_says(word);
        }
    }

    fn word() -> impl Strategy<Value = String> {
        const ENDINGS: &str = "s es ies ied ed ing edly ingly eed eedly ly y e tional ational ation ization izer ator \
            alism aliti ality alli ally fulness ousli ously ousness iveness iviti ivity biliti bility bli bly abli ably \
            enci ency anci ancy entli ently eli ogi ogy logist fulli fully lessli lessly li icate icity iciti ical ness \
            ative alize ful al ance er ic able ible ant ement ment ent ism ate ous ive ize sion tion ion 's ' s' ll bb";
        let endings: Vec<&str> = ENDINGS.split_whitespace().collect();
        let ending = prop::sample::select(endings);
        ("[a-z0-9é][a-zé']{0,5}", prop::collection::vec(ending, 0..4))
            .prop_map(|(start, endings)| start + &endings.concat())
    }

    proptest! {
        #[test]
        fn every_word_lies_where_its_stem_says(word in word()) {
            prop_assert!(lies(&word), "{word}, of the stem {}", of(&word));
        }
    }
}
