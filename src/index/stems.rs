//! The stem of a word: what is left of it when its ending is cut off, and so the same for `voting` and `votes`.

use frostem::{Algorithm, Stemmer};

/// What parts stems from words in the dictionary; no word has it.
pub(super) const STEM: char = '~';

/// Words whose stems are remembered while an answer is read, and while articles are taken in: a news archive has few more
/// that come often.
///
/// As logarithms of the number of places.
const FEW: u32 = 7;
const MANY: u32 = 13;

/// The stems of words, remembered: two words share a place, and the one that came first gives way to a third.
#[derive(Clone)]
pub(super) struct Stems {
    remembered: Vec<Pair>,
    size: usize,
    /// What is left of a hash when this is cut off is a place.
    shift: u32,
    /// The stem that was asked for last, behind its mark.
    marked: String,
}

/// What shares a place is looked at together.
#[derive(Clone, Copy, Default)]
#[repr(align(64))]
struct Pair([Remembered; 2]);

/// A word and how its stem is made of it.
#[derive(Clone, Copy)]
struct Remembered {
    word: Short,
    /// So many bytes of the word begin its stem; [`ITSELF`] where the word is its own stem.
    kept: u8,
    /// What the stem has behind them, ended by nought.
    ending: [u8; ENDING],
}

const ITSELF: u8 = u8::MAX;
const ENDING: usize = 7;

impl Default for Remembered {
    fn default() -> Self {
        Self {
            word: Short::default(),
            kept: ITSELF,
            ending: [0; ENDING],
        }
    }
}

impl Remembered {
    /// `None` where the stem is too unlike the word.
    fn of(short: Short, word: &str, stem: &str) -> Option<Self> {
        let same = word.bytes().zip(stem.bytes()).take_while(|(a, b)| a == b);
        let kept = same.count();
        let rest = stem.get(kept..).filter(|rest| rest.is_ascii())?;
        let mut ending = [0; ENDING];
        ending
            .get_mut(..rest.len())?
            .copy_from_slice(rest.as_bytes());
        Some(Self {
            word: short,
            kept: u8::try_from(kept).ok()?,
            ending,
        })
    }
}

/// A word where it is looked for, rather than at an address that stands there: its bytes, and its length in the last.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Short([u64; 3]);

/// A shorter word is always its own stem.
const SHORTEST: usize = 3;
/// The longest word that is remembered.
const LONGEST: usize = 23;

impl Short {
    fn of(word: &str) -> Option<Self> {
        if word.len() > LONGEST {
            return None;
        }
        let mut parts = [0; 3];
        let (whole, rest) = word.as_bytes().as_chunks::<8>();
        for (part, bytes) in parts.iter_mut().zip(whole) {
            *part = u64::from_le_bytes(*bytes);
        }
        parts[whole.len()] = rest
            .iter()
            .fold(0, |part, &byte| part << 8 | u64::from(byte));
        parts[2] |= (word.len() as u64) << 56;
        Some(Self(parts))
    }

    /// A number whose high bits are the best.
    fn hash(self) -> u64 {
        const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
        let mixed = self.0.iter().fold(0_u64, |mixed, part| {
            let mixed = (mixed.rotate_left(23) ^ part).wrapping_mul(FACTOR);
            mixed ^ mixed >> 32
        });
        mixed.wrapping_mul(FACTOR)
    }
}

impl Default for Stems {
    fn default() -> Self {
        Self::remembering(FEW)
    }
}

impl Stems {
    /// For the words of many articles.
    pub(super) fn of_many() -> Self {
        Self::remembering(MANY)
    }

    fn remembering(bits: u32) -> Self {
        Self {
            remembered: Vec::new(),
            size: 1 << bits,
            shift: u64::BITS - bits,
            marked: String::new(),
        }
    }

    /// The stem of a folded word behind its mark, where it differs from the word.
    pub(super) fn marked(&mut self, word: &str) -> Option<&str> {
        let mut marked = std::mem::take(&mut self.marked);
        marked.clear();
        self.push_marked(word, &mut marked);
        self.marked = marked;
        Some(self.marked.as_str()).filter(|marked| !marked.is_empty())
    }

    /// Appends that to `terms`, and tells whether there is anything.
    pub(super) fn push_marked(&mut self, word: &str, terms: &mut String) -> bool {
        if word.len() < SHORTEST {
            return false;
        }
        let Some(short) = Short::of(word) else {
            return push_learned(word, terms);
        };
        if self.remembered.is_empty() {
            self.remembered.resize(self.size, Pair::default());
        }
        let place = usize::try_from(short.hash() >> self.shift).unwrap_or(0);
        let Pair(pair) = &self.remembered[place];
        if let Some(known) = pair.iter().find(|known| known.word == short) {
            if known.kept == ITSELF {
                return false;
            }
            terms.push(STEM);
            terms.push_str(&word[..usize::from(known.kept)]);
            let ending = known.ending.iter().take_while(|&&byte| byte > 0);
            terms.extend(ending.map(|&byte| char::from(byte)));
            return true;
        }
        let start = terms.len() + STEM.len_utf8();
        let differs = push_learned(word, terms);
        let new = if differs {
            Remembered::of(short, word, &terms[start..])
        } else {
            Some(Remembered {
                word: short,
                ..Remembered::default()
            })
        };
        if let Some(new) = new {
            let Pair(pair) = &mut self.remembered[place];
            *pair = [new, pair[0]];
        }
        differs
    }
}

fn push_learned(word: &str, terms: &mut String) -> bool {
    let stem = Stemmer::new(Algorithm::English).stem(word);
    let differs = stem != word && !stem.is_empty();
    if differs {
        terms.push(STEM);
        terms.push_str(&stem);
    }
    differs
}

/// The terms that stand for every word with the stem of `word`.
pub(super) fn by_stem(word: &str) -> Vec<String> {
    let mut stems = Stems::remembering(1);
    let stem = stems.marked(word).map_or_else(
        || word.to_owned(),
        |marked| marked[STEM.len_utf8()..].to_owned(),
    );
    let mut terms = vec![format!("{STEM}{stem}")];
    if stems.marked(&stem).is_none() {
        terms.push(stem);
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::{Stems, by_stem, push_learned};

    #[test]
    fn words_that_share_a_place_keep_their_stems() {
        let mut stems = Stems::remembering(1);
        let long = "antidisestablishmentarians";
        for _ in 0..3 {
            for (word, stem) in [
                ("voting", Some("~vote")),
                ("machines", Some("~machin")),
                (long, Some("~antidisestablishmentarian")),
                ("vote", None),
                ("", None),
                ("dying", Some("~die")),
                ("skies", Some("~sky")),
                ("señores", Some("~señor")),
                ("claims", Some("~claim")),
            ] {
                assert_eq!(stems.marked(word), stem, "{word}");
            }
        }
    }

    #[test]
    fn short_words_are_their_own_stems() {
        let letters = || ('a'..='z').chain(['\'', '0']);
        for word in letters().flat_map(|a| letters().map(move |b| String::from_iter([a, b]))) {
            assert!(!push_learned(&word, &mut String::new()), "{word}");
        }
    }

    #[test]
    fn a_stem_stands_for_its_words() {
        assert_eq!(by_stem("voting"), ["~vote", "vote"]);
        assert_eq!(by_stem("vote"), ["~vote", "vote"]);
        assert_eq!(by_stem("machine"), ["~machin", "machin"]);
    }
}
