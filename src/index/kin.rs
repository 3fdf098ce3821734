//! Words that are a stem with endings behind it, as an automaton that looks for them in a dictionary: it need not go
//! through all words that begin with `in` for the few that have this stem.

use std::sync::LazyLock;

use tantivy_fst::Automaton;

/// What the stemmer cuts off or puts in the place of something else, as far as it is not the stem's, in pieces each of
/// which may be behind any other, as `at`, `ion` and `al`: words that are found and have another stem do no harm.
const ENDINGS: &str = "' s d e i y li ly al at iz iv er or ic bl bil abl abil ibl ibil ion ing ism ist iti ity ful \
    ous anc enc ant ent ment ement ness less err orr ionn ismm istt antt entt mentt ementt";

/// The words with a stem and endings, for a stem of more than one letter.
pub(super) struct Kin<'s> {
    stem: &'s [u8],
}

impl<'s> Kin<'s> {
    pub(super) fn of(stem: &'s str) -> Self {
        Self {
            stem: stem.as_bytes(),
        }
    }

    #[cfg(test)]
    pub(super) fn has(&self, word: &str) -> bool {
        let state = word
            .bytes()
            .fold(self.start(), |state, byte| self.accept(&state, byte));
        self.is_match(&state)
    }
}

/// How much of a word was read.
#[derive(Clone)]
pub(super) enum Read {
    /// So many bytes of the stem.
    Stem(usize),
    /// All of it, and then endings, of the last of which this may have been read.
    Endings(Parts),
    /// What is no word with this stem.
    Other,
}

impl Automaton for Kin<'_> {
    type State = Read;

    fn start(&self) -> Read {
        Read::Stem(0)
    }

    fn is_match(&self, state: &Read) -> bool {
        match state {
            Read::Stem(bytes) => *bytes == self.stem.len(),
            Read::Endings(parts) => parts.begins,
            Read::Other => false,
        }
    }

    fn can_match(&self, state: &Read) -> bool {
        !matches!(state, Read::Other)
    }

    fn accept(&self, state: &Read, byte: u8) -> Read {
        let mut parts = match state {
            Read::Stem(bytes) if *bytes < self.stem.len() => {
                return if self.stem[*bytes] == byte {
                    Read::Stem(bytes + 1)
                } else {
                    Read::Other
                };
            }
            Read::Stem(_) => ALL.read(&BEGUN, byte),
            Read::Endings(parts) => ALL.read(parts, byte),
            Read::Other => Parts::default(),
        };
        // The last letter is doubled before an ending.
        parts.begins |= matches!(state, Read::Stem(_)) && self.stem.last() == Some(&byte);
        if parts == Parts::default() {
            Read::Other
        } else {
            Read::Endings(parts)
        }
    }
}

/// Words of bits that have room for all letters of all endings.
const WORDS: usize = 3;

/// Before the first ending.
const BEGUN: Parts = Parts {
    letters: [0; WORDS],
    begins: true,
};

/// A set of letters of the endings, one behind the other, and whether an ending may begin now.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Parts {
    letters: [u64; WORDS],
    begins: bool,
}

/// The endings, letter by letter: what may come next is told for all of them at once.
struct Endings {
    /// The letters with which an ending begins, and with which one is at its end.
    firsts: [u64; WORDS],
    lasts: [u64; WORDS],
    /// Where each letter stands.
    of_byte: [[u64; WORDS]; 128],
}

static ALL: LazyLock<Endings> = LazyLock::new(|| {
    let mut all = Endings {
        firsts: [0; WORDS],
        lasts: [0; WORDS],
        of_byte: [[0; WORDS]; 128],
    };
    let mut at = 0;
    for ending in ENDINGS.split_whitespace() {
        all.firsts[at / 64] |= 1 << (at % 64);
        for byte in ending.bytes() {
            all.of_byte[usize::from(byte) % 128][at / 64] |= 1 << (at % 64);
            at += 1;
        }
        all.lasts[(at - 1) / 64] |= 1 << ((at - 1) % 64);
    }
    all
});

impl Endings {
    fn read(&self, parts: &Parts, byte: u8) -> Parts {
        let mut read = Parts::default();
        let Some(here) = self.of_byte.get(usize::from(byte)) else {
            return read;
        };
        let mut carried = 0;
        for (nth, here) in here.iter().enumerate() {
            let moved = parts.letters[nth] << 1 | carried;
            carried = parts.letters[nth] >> 63;
            // What is behind the last letter of an ending is the first of another.
            let begun = if parts.begins { self.firsts[nth] } else { 0 };
            read.letters[nth] = (moved & !self.firsts[nth] | begun) & here;
            read.begins |= read.letters[nth] & self.lasts[nth] != 0;
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::{ENDINGS, Kin, WORDS};

    #[test]
    fn the_endings_have_room() {
        let letters: usize = ENDINGS.split_whitespace().map(str::len).sum();
        assert!(letters <= 64 * WORDS, "{letters}");
    }

    #[test]
    fn words_are_kin_by_their_endings() {
        for (stem, word, kin) in [
            ("in", "in", true),
            ("in", "ins", true),
            ("in", "inning's", true),
            ("in", "into", false),
            ("in", "india", false),
            ("co", "company", false),
            ("run", "running", true),
            ("hope", "hoped", true),
            ("generous", "generously", true),
            ("дом", "дома", false),
        ] {
            assert_eq!(Kin::of(stem).has(word), kin, "{stem} {word}");
        }
    }
}
