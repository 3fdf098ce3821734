//! A gloss: what the lexicon knows of each token of a document, how it is written, and in whose words it stands.

use super::lexicon::{self, Entry, Trait};
use crate::split::document::Document;
use crate::text::Span;
use crate::text::token::TokenKind;

/// The tokens of a document with what is known of each.
pub(crate) struct Gloss<'d> {
    pub(crate) document: &'d Document<'d>,
    glosses: Vec<TokenGloss>,
}

/// What is known of one token.
#[derive(Debug, Clone, Copy)]
struct TokenGloss {
    entry: Entry,
    case: Case,
    sentence: u32,
    /// Which of the quotations with words of somebody it stands in, counted from 1.
    quotation: u32,
}

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// "lower"
    Lower,
    /// "Capital", "al-Assad"
    Capital,
    /// "NATO"
    Upper,
    /// "J.", "J.K."
    Initials,
    /// A mark, a number, a handle.
    None,
}

/// Quotations shorter than this are names, titles of works and scare quotes rather than somebody's sentence.
const SHORT_QUOTATION: usize = 4;

impl<'d> Gloss<'d> {
    /// The words of `document`, of which some paragraphs are somebody’s without any marks: posts, turns, block quotations.
    pub(crate) fn of(
        document: &'d Document<'d>,
        said_whole: impl IntoIterator<Item = Span>,
    ) -> Self {
        let mut glosses = Vec::with_capacity(document.tokens.len());
        let mut key = String::new();
        for (nth, sentence) in document.sentences.iter().enumerate() {
            for token in &document.tokens[sentence.tokens.clone()] {
                let word = token.of(document.text);
                let case = match token.kind {
                    TokenKind::Word => case(word),
                    TokenKind::Number if is_name_of_digits(word) => Case::Capital,
                    TokenKind::Number | TokenKind::Mark => Case::None,
                };
                key.clear();
                if case == Case::None {
                    key.push_str(if word == "&" { word } else { "" });
                } else if word.is_ascii() {
                    key.push_str(word);
                    key.make_ascii_lowercase();
                } else {
                    key.extend(word.chars().flat_map(char::to_lowercase));
                }
                glosses.push(TokenGloss {
                    entry: lexicon::entry(&key),
                    case,
                    sentence: u32::try_from(nth).unwrap_or(u32::MAX),
                    quotation: 0,
                });
            }
        }
        // "The accused denied it": who is tried, not what somebody did.
        for (token, gloss) in glosses.iter_mut().enumerate().skip(1) {
            let the = document.word(token - 1).eq_ignore_ascii_case("the");
            if the && document.word(token) == "accused" {
                gloss.entry = lexicon::entry("defendant");
            }
        }
        let mut gloss = Self { document, glosses };
        gloss.mark_quotations(said_whole);
        gloss
    }

    fn mark_quotations(&mut self, said_whole: impl IntoIterator<Item = Span>) {
        let mut nth = 0;
        for quotation in &self.document.quotations {
            let tokens = self.document.tokens_in(quotation.inner);
            if tokens.len() < SHORT_QUOTATION && quotation.closed {
                continue;
            }
            nth += 1;
            for gloss in &mut self.glosses[self.document.tokens_in(quotation.outer)] {
                gloss.quotation = nth;
            }
        }
        for words in said_whole {
            nth += 1;
            for gloss in &mut self.glosses[self.document.tokens_in(words)] {
                gloss.quotation = nth;
            }
        }
    }

    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.glosses.len()
    }

    /// The words of a token; nothing past the end.
    pub(crate) fn word(&self, token: usize) -> &'d str {
        if token < self.glosses.len() {
            self.document.word(token)
        } else {
            ""
        }
    }

    /// What the lexicon knows of a token.
    pub(crate) fn entry(&self, token: usize) -> Entry {
        self.glosses
            .get(token)
            .map_or_else(Entry::default, |g| g.entry)
    }

    /// Whether the lexicon knows `what` of a token.
    pub(crate) fn is(&self, token: usize, what: Trait) -> bool {
        self.entry(token).is(what)
    }

    /// Whether the lexicon knows one of `any` of a token.
    pub(crate) fn is_any_of(&self, token: usize, any: &[Trait]) -> bool {
        self.entry(token).is_any(any)
    }

    /// How a token is written.
    pub(crate) fn case(&self, token: usize) -> Case {
        self.glosses.get(token).map_or(Case::None, |g| g.case)
    }

    /// Whether a token is written as names are.
    pub(crate) fn is_capital(&self, token: usize) -> bool {
        matches!(
            self.case(token),
            Case::Capital | Case::Upper | Case::Initials
        )
    }

    /// The sentence a token stands in.
    pub(crate) fn sentence(&self, token: usize) -> usize {
        self.glosses.get(token).map_or(0, |g| g.sentence as usize)
    }

    /// The paragraph a token stands in.
    pub(crate) fn paragraph(&self, token: usize) -> usize {
        let sentence = self.document.sentences.get(self.sentence(token));
        sentence.map_or(0, |s| s.paragraph)
    }

    /// The quotation a token stands in, as a number that tells it from the others.
    pub(crate) fn quotation(&self, token: usize) -> Option<u32> {
        let quotation = self.glosses.get(token).map_or(0, |g| g.quotation);
        (quotation > 0).then_some(quotation)
    }

    /// Whether nothing but blanks stands between a token and the one after it.
    pub(crate) fn joins_next(&self, token: usize) -> bool {
        let tokens = &self.document.tokens;
        let (Some(this), Some(next)) = (tokens.get(token), tokens.get(token + 1)) else {
            return false;
        };
        self.sentence(token) == self.sentence(token + 1)
            && !Span::new(this.span.end, next.span.start)
                .of(self.document.text)
                .contains('\n')
    }

    /// The first token of the sentence that `token` stands in, and the one after its last.
    pub(crate) fn bounds(&self, token: usize) -> (usize, usize) {
        let sentence = self.document.sentences.get(self.sentence(token));
        sentence.map_or((0, 0), |s| (s.tokens.start, s.tokens.end))
    }

    /// From the first byte of the first of `tokens` to the last byte of the last.
    pub(crate) fn span(&self, tokens: &std::ops::Range<usize>) -> Span {
        let all = &self.document.tokens;
        match (all.get(tokens.start), all.get(tokens.end.wrapping_sub(1))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => {
                Span::new(first.span.start, last.span.end)
            }
            _ => Span::default(),
        }
    }

    /// Whether a token is the genitive's: "’s", or the bare apostrophe after an s.
    pub(crate) fn is_genitive(&self, token: usize) -> bool {
        match self.word(token) {
            "'s" | "’s" | "'S" | "’S" => true,
            "'" | "’" => {
                token > 0
                    && self.joins_next(token - 1)
                    && self.document.tokens[token - 1].span.end
                        == self.document.tokens[token].span.start
                    && self.word(token - 1).ends_with(['s', 'S', 'z', 'x'])
            }
            _ => false,
        }
    }
}

fn case(word: &str) -> Case {
    let word = behind_letter_like(word);
    let mut chars = word.chars();
    let Some(first) = chars.next() else {
        return Case::None;
    };
    if matches!(first, '@' | '#' | '\'' | '’') || word.starts_with("http") {
        return if matches!(first, '\'' | '’') {
            Case::Lower
        } else {
            Case::None
        };
    }
    if first.is_uppercase() && !is_made_from_name(word) {
        let dotted = word.len() <= 8 && word.ends_with('.') && {
            let mut letters = word.split_terminator('.');
            letters.all(|letter| letter.trim_start_matches('-').chars().count() == 1)
        };
        if dotted || word.chars().count() == 1 {
            return Case::Initials;
        }
        let rest = chars.as_str();
        let upper = !rest.chars().any(char::is_lowercase) && rest.chars().any(char::is_uppercase);
        return if upper { Case::Upper } else { Case::Capital };
    }
    // "Ó hÓgáin", "Mac an tSaoir": the small letter is grammar.
    let behind = chars.as_str();
    let mut behind_letters = behind.chars();
    let gaelic = matches!(first, 'h' | 't' | 'n' | 'g' | 'b' | 'd' | 'm')
        && behind_letters.next().is_some_and(char::is_uppercase)
        && behind_letters.next().is_some_and(char::is_lowercase);
    if gaelic {
        return Case::Capital;
    }
    // "Hugo ffoulkes"
    if word.starts_with("ff") && word.len() > 4 {
        return Case::Capital;
    }
    // "eBarrow", "easyFerry": a brand by the capital in its midst.
    let brand = first.is_lowercase()
        && word.chars().count() >= 5
        && word.chars().all(char::is_alphanumeric)
        && word.find(char::is_uppercase).is_some_and(|at| {
            let capitals = word[at..].chars().filter(|c| c.is_uppercase());
            capitals.count() == 1 && word[at..].chars().count() > 2
        });
    if brand {
        return Case::Capital;
    }
    // "al-Assad", "d'Arcy": a name by the capital behind its article.
    let mut parts = word.split(['-', '\'', '’']);
    let article = parts
        .next()
        .is_some_and(|part| NAME_ARTICLES.contains(&part));
    if article && parts.any(|part| part.starts_with(char::is_uppercase)) {
        Case::Capital
    } else {
        Case::Lower
    }
}

/// A name without the mark that is its first letter: "ʻAkanesi", "’Ana", "ǃGoreseb".
fn behind_letter_like(word: &str) -> &str {
    let behind = word.trim_start_matches(['ʻ', 'ʼ', '‘', '’', '\'', 'ǃ', 'ǀ', 'ǁ', 'ǂ', '!']);
    let mut letters = behind.chars();
    let capital = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase);
    if capital && behind.chars().count() > 2 {
        behind
    } else {
        word
    }
}

/// "8Ball", "2Pac"; but "21St".
fn is_name_of_digits(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut chars = letters.chars();
    letters.len() < word.len()
        && chars.next().is_some_and(char::is_uppercase)
        && chars.next().is_some_and(char::is_lowercase)
        && chars.all(char::is_alphabetic)
        && !["St", "Nd", "Rd", "Th", "Am", "Pm"].contains(&letters)
}

/// Whether a capital belongs to what the word is made from only: "Paris-based", "Kremlin-backed".
fn is_made_from_name(word: &str) -> bool {
    word.rsplit_once('-').is_some_and(|(_, last)| {
        last.starts_with(char::is_lowercase)
            && (last.len() > 4 && last.ends_with("ed")
                || last.len() > 5 && last.ends_with("ing")
                || MADE_FROM_NAME.contains(&last))
    })
}

/// Articles and small words of Arabic, Urdu, Romance and Nguni names that a hyphen or an apostrophe ties to the name.
const NAME_ARTICLES: [&str; 33] = [
    "al", "el", "ad", "as", "ar", "at", "ash", "az", "an", "ed", "es", "er", "ez", "esh", "ul",
    "ur", "ud", "us", "uz", "ush", "d", "l", "de", "dell", "dall", "degl", "bin", "ben", "ibn",
    "abu", "umm", "ka", "p",
];

const MADE_FROM_NAME: [&str; 21] = [
    "two", "three", "four", "led", "era", "style", "born", "wide", "area", "run", "made", "only",
    "like", "old", "born", "bred", "held", "built", "bound", "friendly", "type",
];

#[cfg(test)]
mod tests {
    use super::{Case, case};

    #[test]
    fn tells_how_words_are_written() {
        for (word, expected) in [
            ("said", Case::Lower),
            ("Krebs", Case::Capital),
            ("O’Brien", Case::Capital),
            ("al-Assad", Case::Capital),
            ("uz-Zaman", Case::Capital),
            ("ka-Mtuze", Case::Capital),
            ("dell’Orto", Case::Capital),
            ("NATO", Case::Upper),
            ("London-based", Case::Lower),
            ("Ki-moon", Case::Capital),
            ("pro-Brexit", Case::Lower),
            ("J.", Case::Initials),
            ("J.K.", Case::Initials),
            ("U.S.", Case::Initials),
            ("@realDonaldTrump", Case::None),
            ("’s", Case::Lower),
            ("hÓgáin", Case::Capital),
            ("tRNA", Case::Lower),
            ("Édouard", Case::Capital),
        ] {
            assert_eq!(case(word), expected, "{word}");
        }
    }
}
