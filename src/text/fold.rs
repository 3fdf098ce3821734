//! Words as they are compared: without case, accents, kinds of apostrophes and dashes, or the dots of acronyms.
//!
//! `U.S.` and `US` are `us`, `Poupées` is `poupees`, `don’t` and `don't` are `don't`, `1,000` is `1000`; a dash parts
//! words. What is indexed, what is looked for and what is marked as found all come from here, so they cannot differ.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::Span;

/// Bytes of a folded word that count; longer ones are no words of any language.
const MAX_WORD: usize = 120;

/// Letters of an acronym; a longer row of them is looked at no further, so that work stays linear.
const MAX_LETTERS: usize = 8;

/// Goes through the words of a text, one at a time, without a string for each.
#[derive(Debug, Clone)]
pub struct Words<'t> {
    text: &'t str,
    at: usize,
    word: String,
}

impl<'t> Words<'t> {
    /// Before the first word of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self::with_buffer(text, String::new())
    }

    /// The same, using the memory of `buffer` for the words.
    #[must_use]
    pub fn with_buffer(text: &'t str, buffer: String) -> Self {
        Self {
            text,
            at: 0,
            word: buffer,
        }
    }

    /// Goes to the next word and tells where it stands in the text.
    #[expect(
        clippy::should_implement_trait,
        reason = "it lends its word, which an iterator cannot"
    )]
    pub fn next(&mut self) -> Option<Span> {
        self.word.clear();
        let bytes = self.text.as_bytes();
        // Bytes first: most of a text is neither the beginning of a word nor beyond ASCII.
        while let Some(&byte) = bytes.get(self.at) {
            if byte.is_ascii_alphanumeric() {
                break;
            }
            if byte.is_ascii() {
                self.at += 1;
                continue;
            }
            let c = self.peek(self.at)?;
            if c.is_alphanumeric() && !is_apostrophe(c) {
                break;
            }
            self.at += c.len_utf8();
        }
        let start = self.at;
        if let Some([one, two]) = bytes.get(start..start + 2)
            && one.is_ascii_alphanumeric()
            && two.is_ascii_alphanumeric()
        {
            // Most words are plainly no acronyms.
            self.run();
            return Some(Span::new(start, self.at));
        }
        let first = self.peek(start)?;
        if is_ideograph(first) {
            self.at += first.len_utf8();
            push(&mut self.word, first);
            return Some(Span::new(start, self.at));
        }
        if !self.acronym() {
            self.at = start;
        } else if self.text.as_bytes().get(self.at - 1) == Some(&b'.')
            && !self.peek(self.at).is_some_and(is_apostrophe)
        {
            return Some(Span::new(start, self.at));
        }
        self.run();
        if self.word.is_empty() {
            // A letter that folds to nothing is still no other word.
            self.word.push_str(&self.text[start..self.at]);
        }
        Some(Span::new(start, self.at))
    }

    /// The word it stands at, folded.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.word
    }

    /// Gives the buffer back.
    #[must_use]
    pub fn into_buffer(self) -> String {
        self.word
    }

    fn peek(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    /// Takes single letters with a dot after each but perhaps the last: `U.S.`, `a.m`, `D.C.`. A dot after the last is
    /// taken as well, though it may end a sentence.
    fn acronym(&mut self) -> bool {
        let mut letters = 0;
        while let Some(letter) = self.peek(self.at).filter(|c| c.is_alphabetic()) {
            let after = self.at + letter.len_utf8();
            let next = self.peek(after);
            if next.is_some_and(|next| next.is_alphanumeric() && !is_apostrophe(next)) {
                // More than a letter: whatever came before, this is a word.
                self.word.clear();
                return false;
            }
            push(&mut self.word, letter);
            letters += 1;
            if letters > MAX_LETTERS {
                self.word.clear();
                return false;
            }
            self.at = after;
            if next != Some('.') {
                break;
            }
            self.at += 1;
        }
        if letters < 2 {
            self.word.clear();
            return false;
        }
        true
    }

    /// Takes letters, digits and what may stand inside a word, as long as they go on.
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        loop {
            let plain = bytes[self.at..]
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric())
                .count();
            let room = MAX_WORD.saturating_sub(self.word.len());
            let end = self.word.len();
            self.word
                .push_str(&self.text[self.at..self.at + plain.min(room)]);
            self.word[end..].make_ascii_lowercase();
            self.at += plain;
            let Some(c) = self.peek(self.at) else { return };
            let after = self.at + c.len_utf8();
            let follows = |what: fn(char) -> bool| self.peek(after).is_some_and(what);
            let word = self.word.as_bytes();
            if is_apostrophe(c) {
                if !follows(char::is_alphanumeric) || word.is_empty() {
                    return;
                }
                self.word.push('\'');
            } else if c.is_alphanumeric() {
                if is_ideograph(c) {
                    return;
                }
                push(&mut self.word, c);
            } else if is_combining_mark(c) {
                push(&mut self.word, c);
            } else if is_ignorable(c) {
                if !follows(char::is_alphanumeric) {
                    return;
                }
            } else if c == '_' {
                if !follows(char::is_alphanumeric) {
                    return;
                }
                self.word.push('_');
            } else if c == '.'
                && word.last().is_some_and(u8::is_ascii_digit)
                && follows(|c| c.is_ascii_digit())
            {
                self.word.push('.');
            } else if c == ','
                && word.last().is_some_and(u8::is_ascii_digit)
                && thousands(&bytes[after..])
            {
                // 1,000 is 1000.
            } else {
                return;
            }
            self.at = after;
        }
    }
}

/// The words of `text`, folded, each with its place.
#[must_use]
pub fn words(text: &str) -> Vec<(String, Span)> {
    let mut words = Words::new(text);
    let mut all = Vec::new();
    while let Some(span) = words.next() {
        all.push((words.word().to_owned(), span));
    }
    all
}

/// The words of `text`, folded, with a blank between.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut words = Words::new(text);
    let mut all = String::with_capacity(text.len());
    while words.next().is_some() {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(words.word());
    }
    all
}

/// Whether there is a word in `text` at all.
#[must_use]
pub fn has_word(text: &str) -> bool {
    Words::new(text).next().is_some()
}

/// Appends `c` folded: lower case, without accents, letter for letter.
fn push(word: &mut String, c: char) {
    if word.len() >= MAX_WORD {
        return;
    }
    match c {
        '\0'..='\x7f' => word.push(c.to_ascii_lowercase()),
        'ß' | 'ẞ' => word.push_str("ss"),
        'æ' | 'Æ' => word.push_str("ae"),
        'œ' | 'Œ' => word.push_str("oe"),
        'ø' | 'Ø' => word.push('o'),
        'ł' | 'Ł' => word.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => word.push('d'),
        'þ' | 'Þ' => word.push_str("th"),
        'ı' => word.push('i'),
        'ς' => word.push('σ'),
        // Syllables stay whole: their letters are no accents.
        '가'..='힣' => word.push(c),
        _ => decompose_compatible(c, |part| {
            if !matches!(part, '\u{300}'..='\u{36f}')
                && (part.is_alphanumeric() || is_combining_mark(part))
            {
                word.extend(part.to_lowercase());
            }
        }),
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | '＇' | '`' | '´' | '′'
    )
}

/// Written without blanks between words: each character is looked for as a word, and several as a phrase.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}')
}

/// Shown as nothing: soft hyphens, joiners, marks of direction.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}')
}

/// Whether exactly three digits stand here.
fn thousands(bytes: &[u8]) -> bool {
    bytes
        .iter()
        .take(4)
        .take_while(|byte| byte.is_ascii_digit())
        .count()
        == 3
}

#[cfg(test)]
mod tests {
    use super::{folded, words};

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(folded(text), expected, "{text}");
        for (word, span) in words(text) {
            assert_eq!(folded(span.of(text)), word, "{text}");
        }
    }

    #[test]
    fn folds() {
        case("Voter Fraud", "voter fraud");
        case("Poupées CAFÉ naïve Ångström", "poupees cafe naive angstrom");
        case("cafe\u{301} Straße Ærø Łódź", "cafe strasse aero lodz");
        case("don’t don't DON‘T", "don't don't don't");
        case(
            "Krebs’ statement, Krebs' words",
            "krebs statement krebs words",
        );
        case("the ’90s rock ’n’ roll", "the 90s rock n roll");
        case(
            "full-time full–time full—time",
            "full time full time full time",
        );
        case("ﬁne ½ Ｆｕｌｌ", "fine 12 full");
        case("İstanbul ısı", "istanbul isi");
        case("soft\u{ad}hyphen zero\u{200b}width", "softhyphen zerowidth");
        case(
            "snake_case _emphasis_ @realDonaldTrump #2020",
            "snake_case emphasis realdonaldtrump 2020",
        );
        case("北京 says", "北 京 says");
        case("ёлка Й", "елка и");
        case("", "");
        case("… — “” ' ’", "");
    }

    #[test]
    fn knows_acronyms_and_numbers() {
        case(
            "U.S. U.S US u.s.a. D.C., 5 p.m. J.D. Vance",
            "us us us usa dc 5 pm jd vance",
        );
        case("the U.S.’s and U.S.-led", "the us's and us led");
        case("J. Smith and F.Scott", "j smith and f scott");
        case("Ph.D. e.g. I.P.O.s", "ph d eg ipos");
        case(
            "1,000 and 12,345,678.90 or 1,2 3.5% $7m",
            "1000 and 12345678.90 or 1 2 3.5 7m",
        );
        case("version 2. Then", "version 2 then");
        case("http://x.org/a?b C++", "http x org a b c");
    }
}
