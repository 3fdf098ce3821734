//! Words as they are indexed: each folded, and beside it, where it differs, its stem behind a `~`.
//!
//! One field so answers both what is asked by stem and what is asked verbatim, and the dictionary holds real words for
//! beginnings and near misses.

use frostem::{Algorithm, Stemmer};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::text::fold::Words;
use crate::text::quick::quick;

/// What parts stems from words in the dictionary; no word has it.
pub(super) const STEM: char = '~';
/// What a position is set with: `\u{1}12;` makes the next word the thirteenth.
const JUMP: char = '\u{1}';
/// Words whose stems are remembered while an answer is read, and while articles are taken in: a news archive has few more
/// that come often.
///
/// As logarithms of the number of places.
const FEW: u32 = 7;
const MANY: u32 = 13;

/// The stems of words, remembered: two words share a place, and the one that came first gives way to a third.
#[derive(Clone)]
pub(super) struct Stems {
    remembered: Vec<[Remembered; 2]>,
    size: usize,
    /// What is left of a hash when this is cut off is a place.
    shift: u32,
}

#[derive(Clone, Default)]
struct Remembered {
    word: Short,
    /// The stem behind its mark; nothing where it is the word itself.
    marked: String,
}

/// A word where it is looked for, rather than at an address that stands there.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Short {
    length: u8,
    bytes: [u8; LONGEST],
}

/// The longest word that is remembered.
const LONGEST: usize = 23;

impl Short {
    fn of(word: &str) -> Option<Self> {
        let mut short = Self {
            length: u8::try_from(word.len()).ok()?,
            ..Self::default()
        };
        short
            .bytes
            .get_mut(..word.len())?
            .copy_from_slice(word.as_bytes());
        Some(short)
    }
}

impl Default for Stems {
    fn default() -> Self {
        Self::remembering(FEW)
    }
}

impl Stems {
    fn remembering(bits: u32) -> Self {
        Self {
            remembered: Vec::new(),
            size: 1 << bits,
            shift: u64::BITS - bits,
        }
    }

    /// The stem of a folded word behind its mark, where it differs from the word.
    pub(super) fn marked(&mut self, word: &str) -> Option<&str> {
        if self.remembered.is_empty() {
            self.remembered
                .resize(self.size + 1, <[Remembered; 2]>::default());
        }
        // What is too long to be remembered has a place of its own.
        let (place, short) = match Short::of(word) {
            Some(short) => (quick(word) >> self.shift, short),
            None => (self.size as u64, Short::default()),
        };
        let pair = &mut self.remembered[usize::try_from(place).unwrap_or(0)];
        let known = pair.iter().position(|one| one.word == short);
        let nth = known.filter(|_| short.length > 0).unwrap_or_else(|| {
            pair.swap(0, 1);
            pair[0].word = short;
            pair[0].marked.clear();
            let stem = Stemmer::new(Algorithm::English).stem(word);
            if stem != word && !stem.is_empty() {
                pair[0].marked.push(STEM);
                pair[0].marked.push_str(&stem);
            }
            0
        });
        let remembered = &pair[nth];
        Some(remembered.marked.as_str()).filter(|marked| !marked.is_empty())
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

/// `text` with its first word at `position`.
pub(super) fn jump(text: &mut String, position: usize) {
    text.push(JUMP);
    text.push_str(&position.to_string());
    text.push(';');
}

/// Appends `words` without anything that could be taken for a jump.
pub(super) fn append(text: &mut String, words: &str) {
    if words.contains(JUMP) {
        text.extend(words.chars().map(|c| if c == JUMP { ' ' } else { c }));
    } else {
        text.push_str(words);
    }
}

/// The analysis of words for the index.
#[derive(Clone)]
pub(super) struct Analysis {
    stems: Stems,
    token: Token,
    buffer: String,
}

impl Default for Analysis {
    fn default() -> Self {
        Self {
            stems: Stems::remembering(MANY),
            token: Token::default(),
            buffer: String::new(),
        }
    }
}

impl Tokenizer for Analysis {
    type TokenStream<'a> = Tokens<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens<'a> {
        self.token.reset();
        let buffer = std::mem::take(&mut self.buffer);
        let (first, rest) = match text.find(JUMP) {
            Some(at) => (&text[..at], &text[at..]),
            None => (text, ""),
        };
        Tokens {
            words: Words::with_buffer(first, buffer),
            rest,
            next: 0,
            stem: false,
            analysis: self,
        }
    }
}

/// The words of one text and their stems.
pub(super) struct Tokens<'a> {
    words: Words<'a>,
    /// What comes after `words`, with the jump it begins with.
    rest: &'a str,
    /// The position of the next word.
    next: usize,
    /// Whether the token is a word whose stem is still to come.
    stem: bool,
    analysis: &'a mut Analysis,
}

impl TokenStream for Tokens<'_> {
    fn advance(&mut self) -> bool {
        let token = &mut self.analysis.token;
        if self.stem {
            self.stem = false;
            if let Some(stem) = self.analysis.stems.marked(self.words.word()) {
                token.text.clear();
                token.text.push_str(stem);
                return true;
            }
        }
        loop {
            if let Some(span) = self.words.next() {
                token.text.clear();
                token.text.push_str(self.words.word());
                token.position = self.next;
                token.offset_from = span.start;
                token.offset_to = span.end;
                self.next += 1;
                self.stem = true;
                return true;
            }
            let Some(jump) = self.rest.strip_prefix(JUMP) else {
                return false;
            };
            let (position, after) = jump.split_once(';').unwrap_or((jump, ""));
            // Never back: positions of a term only grow.
            self.next = self.next.max(position.parse().unwrap_or(0));
            let end = after.find(JUMP).unwrap_or(after.len());
            self.rest = &after[end..];
            self.words = Words::new(&after[..end]);
        }
    }

    fn token(&self) -> &Token {
        &self.analysis.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.analysis.token
    }
}

#[cfg(test)]
mod tests {
    use super::{Analysis, Stems, by_stem};
    use tantivy::tokenizer::{TokenStream, Tokenizer};

    #[track_caller]
    fn case(text: &str, expected: &str) {
        let mut analysis = Analysis::default();
        let mut stream = analysis.token_stream(text);
        let mut all = Vec::new();
        while stream.advance() {
            all.push(format!(
                "{}@{}",
                stream.token().text,
                stream.token().position
            ));
        }
        assert_eq!(all.join(" "), expected);
    }

    #[test]
    fn words_and_stems_share_positions() {
        case("Voting machines", "voting@0 ~vote@0 machines@1 ~machin@1");
        case("the U.S. vote", "the@0 us@1 vote@2");
        case("\u{1}7;a b\u{1}20;c", "a@7 b@8 c@20");
        case("\u{1}", "");
    }

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
                ("claims", Some("~claim")),
            ] {
                assert_eq!(stems.marked(word), stem, "{word}");
            }
        }
    }

    #[test]
    fn a_stem_stands_for_its_words() {
        assert_eq!(by_stem("voting"), ["~vote", "vote"]);
        assert_eq!(by_stem("vote"), ["~vote", "vote"]);
        assert_eq!(by_stem("machine"), ["~machin", "machin"]);
    }
}
