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
    /// The stem that was asked for, behind its mark.
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
        let mut bytes = [0; LONGEST + 1];
        bytes[..LONGEST]
            .get_mut(..word.len())?
            .copy_from_slice(word.as_bytes());
        bytes[LONGEST] = u8::try_from(word.len()).ok()?;
        let (parts, _) = bytes.as_chunks::<8>();
        Some(Self(std::array::from_fn(|nth| {
            u64::from_le_bytes(parts[nth])
        })))
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
        self.marked.clear();
        if word.len() < SHORTEST {
            return None;
        }
        let Some(short) = Short::of(word) else {
            return self.learn(word);
        };
        if self.remembered.is_empty() {
            self.remembered.resize(self.size, Pair::default());
        }
        let place = usize::try_from(short.hash() >> self.shift).unwrap_or(0);
        let Pair(pair) = &self.remembered[place];
        let known = pair.iter().find(|known| known.word == short);
        if let Some(Remembered { kept, ending, .. }) = known {
            if *kept == ITSELF {
                return None;
            }
            self.marked.push(STEM);
            self.marked.push_str(&word[..usize::from(*kept)]);
            let ending = ending.iter().take_while(|&&byte| byte > 0);
            self.marked.extend(ending.map(|&byte| char::from(byte)));
            return Some(&self.marked);
        }
        self.learn(word);
        let new = match self.marked.strip_prefix(STEM) {
            Some(stem) => Remembered::of(short, word, stem),
            None => Some(Remembered {
                word: short,
                ..Remembered::default()
            }),
        };
        if let Some(new) = new {
            let Pair(pair) = &mut self.remembered[place];
            *pair = [new, pair[0]];
        }
        Some(self.marked.as_str()).filter(|marked| !marked.is_empty())
    }

    fn learn(&mut self, word: &str) -> Option<&str> {
        let stem = Stemmer::new(Algorithm::English).stem(word);
        if stem == word || stem.is_empty() {
            return None;
        }
        self.marked.push(STEM);
        self.marked.push_str(&stem);
        Some(&self.marked)
    }
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
    use super::{Stems, by_stem};

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
        let mut stems = Stems::default();
        let letters = || ('a'..='z').chain(['\'', '0']);
        for word in letters().flat_map(|a| letters().map(move |b| String::from_iter([a, b]))) {
            assert_eq!(stems.learn(&word), None, "{word}");
        }
    }

    #[test]
    fn a_stem_stands_for_its_words() {
        assert_eq!(by_stem("voting"), ["~vote", "vote"]);
        assert_eq!(by_stem("vote"), ["~vote", "vote"]);
        assert_eq!(by_stem("machine"), ["~machin", "machin"]);
    }
}
