//! A word as the templates see it: its letters, its endings, its shape.

use super::slots::hash;

/// What can be told of a word from its letters alone; hashes where it is a string.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an answer of its own"
)]
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// The word in lower case, quotation marks and digits made alike.
    pub low: u32,
    /// Its last one to four letters.
    pub suffix: [u32; 4],
    /// Its first two and four letters.
    pub prefix: [u32; 2],
    /// Which characters are capitals, small letters, digits.
    pub shape: u32,
    /// Begins with a capital.
    pub capital: bool,
    /// All its letters are capitals.
    pub upper: bool,
    /// Has a digit.
    pub digit: bool,
    /// Has a hyphen.
    pub hyphen: bool,
}

impl Word {
    /// Looks at `word`; leaves its lower-case form in `low`.
    pub fn new(word: &str, low: &mut String) -> Self {
        lower(word, low);
        let bytes = low.as_bytes();
        let last = |n: usize| hash(&bytes[bytes.len().saturating_sub(n)..]);
        let first = |n: usize| hash(&bytes[..n.min(bytes.len())]);
        Self {
            low: hash(bytes),
            suffix: [last(1), last(2), last(3), last(4)],
            prefix: [first(2), first(4)],
            shape: shape(word),
            capital: word.chars().next().is_some_and(char::is_uppercase),
            upper: word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase),
            digit: word.bytes().any(|b| b.is_ascii_digit()),
            hyphen: word.contains('-'),
        }
    }
}

fn lower(word: &str, low: &mut String) {
    low.clear();
    if matches!(word, "“" | "”" | "''" | "``" | "«" | "»" | "„") {
        low.push('"');
        return;
    }
    let number = word.bytes().all(|b| b.is_ascii_digit());
    for c in word.chars() {
        match c {
            _ if number => low.push('0'),
            '’' | '‘' => low.push('\''),
            c if c.is_ascii() => low.push(c.to_ascii_lowercase()),
            c => low.extend(c.to_lowercase()),
        }
    }
}

fn shape(word: &str) -> u32 {
    let mut shape = [0_u8; 8];
    let mut len = 0;
    for c in word.chars() {
        let kind = if c.is_uppercase() {
            b'X'
        } else if c.is_lowercase() {
            b'x'
        } else if c.is_numeric() {
            b'd'
        } else {
            u8::try_from(c).unwrap_or(b'?')
        };
        if len >= 2 && shape[len - 1] == kind && shape[len - 2] == kind {
            continue;
        }
        if len == shape.len() {
            break;
        }
        shape[len] = kind;
        len += 1;
    }
    hash(&shape[..len])
}

#[cfg(test)]
mod tests {
    use super::Word;

    #[track_caller]
    fn alike(a: &str, b: &str) {
        let low = |word: &str| {
            let mut low = String::new();
            Word::new(word, &mut low);
            low
        };
        assert_eq!(low(a), low(b));
    }

    #[test]
    fn forms_that_are_one_word() {
        alike("Said", "SAID");
        alike("don’t", "don't");
        alike("“", "\"");
        alike("2016", "1999");
        alike("Ünal", "ünal");
    }

    #[test]
    fn shapes_tell_names_from_words() {
        let mut low = String::new();
        let mut shape = |word: &str| Word::new(word, &mut low).shape;
        assert_eq!(shape("Clinton"), shape("Ann"));
        assert_ne!(shape("Clinton"), shape("clinton"));
        assert_ne!(shape("A.M."), shape("AM"));
    }
}
