//! Words, numbers and marks, cut as the Universal Dependencies treebanks cut English.

use super::{Span, glottal};

/// One word, number or mark of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters: a word, a name, a clitic ("'s", "n't"), an abbreviation with its dot, a handle, an address.
    Word,
    /// Digits, with what belongs to them: "1,200", "10:30", "1980s".
    Number,
    /// Anything else, one character at a time but for dots, dashes and quotation marks in runs.
    Mark,
}

impl Token {
    /// What stands here in `text`.
    pub fn of(self, text: &str) -> &str {
        self.span.of(text)
    }
}

/// The tokens of `text` that lie in `within`, in order.
///
/// Clitics stand alone ("do" "n't", "she" "'s"), hyphenated words stay whole, abbreviations and initials keep their dot.
/// The work is linear in the length of `within`.
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    let mut scanner = Scanner {
        text: within.of(text),
        base: within.start,
        at: 0,
        tokens: Vec::with_capacity(within.len() / 5),
    };
    while scanner.step() {}
    scanner.tokens
}

/// Abbreviations that keep their dot when no word follows without a blank.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.contains(&word)
}

/// Titles and given names that are written short and are words or names as well.
fn is_short_given(word: &str) -> bool {
    [
        "Ma", "Jos", "Md", "Mohd", "Sk", "Eng", "Ir", "Arch", "Ven", "Edw", "Benj", "Hj", "Drs",
        // Two letters that are one elsewhere: "Ts. Batbold", "Yu. Ivanov", "Gy. Nagy".
        "Ts", "Kh", "Dz", "Zh", "Yu", "Ch", "Sh", "Gy", "Sz", "Zs", "Lkh",
    ]
    .contains(&word)
}

/// Whether a family name opens here with a small word: "J. van der Orr".
fn opens_family(text: &str) -> bool {
    let mut words = text.split_ascii_whitespace();
    let small = words.next().is_some_and(|word| {
        [
            "van", "von", "vom", "de", "del", "della", "degli", "dei", "delle", "dello", "dal",
            "dalla", "di", "da", "das", "dos", "du", "des", "la", "las", "le", "los", "dela",
            "delos", "zu", "zum", "zur", "ten", "ter", "op", "uit", "af", "av", "ap", "ferch",
            "bin", "bint", "binti", "ibn", "el", "al", "ole", "arap", "’t", "'t",
        ]
        .contains(&word)
    });
    small && words.next().is_some()
}

/// What may stand before them: "Engr. Ma. Ana Lee", "Dr Md. Ali".
fn is_title(word: &str) -> bool {
    word.ends_with('.') || word.len() < 4 || is_abbreviation(word)
}

const ABBREVIATIONS: [&str; 126] = [
    "Mr", "MR", "MRS", "MS", "DR", "SEN", "Mrs", "Ms", "Dr", "Sen", "Sens", "Rep", "Reps", "Gov",
    "Govs", "Gen", "Lt", "Col", "Sgt", "St", "Jr", "Sr", "Prof", "Rev", "Hon", "Capt", "Cmdr",
    "Cpl", "Maj", "Adm", "Supt", "Det", "Mx", "Assoc", "Asst", "Revd", "Cdr", "Brig", "Pvt", "Pte",
    "Fr", "Pfc", "Spc", "Insp", "Const", "Cllr", "Ald", "Atty", "Adv", "Barr", "Engr", "Smt",
    "Msgr", "Pres", "Messrs", "Mt", "Ft", "No", "Nos", "vs", "Inc", "Corp", "Co", "Cos", "Ltd",
    "Bros", "Dept", "Univ", "Assn", "Ave", "Blvd", "Rd", "etc", "Jan", "Feb", "Mar", "Apr", "Aug",
    "Sept", "Sep", "Oct", "Nov", "Dec", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del",
    "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mont",
    "Neb", "Nev", "Okla", "Ore", "Tenn", "Tex", "Wis", "Wm", "Thos", "Chas", "Geo", "Robt", "Ste",
    "Jas", "Sta", "Sto", "Muh", "Adj", "Comr", "ret", "retd", "Ret", "Retd",
];

struct Scanner<'a> {
    text: &'a str,
    base: usize,
    at: usize,
    tokens: Vec<Token>,
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_combining(c)
}

/// Accents written as characters of their own belong to the letter before them.
fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘')
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        let span = Span::new(self.base + start, self.base + end);
        self.tokens.push(Token { span, kind });
        self.at = end;
    }

    fn step(&mut self) -> bool {
        let blank = self.rest().find(|c: char| !c.is_whitespace());
        let Some(blank) = blank else { return false };
        self.at += blank;
        let start = self.at;
        let Some(first) = self.rest().chars().next() else {
            return false;
        };
        let second = self.rest()[first.len_utf8()..].chars().next();
        if first.is_ascii_digit() {
            let end = start + number_len(self.rest());
            self.push(start, end, TokenKind::Number);
        } else if is_word(first) {
            self.word(start);
        } else if self.is_letter(first) {
            self.word_behind(start, first.len_utf8());
        } else if matches!(first, '@' | '#') && second.is_some_and(is_word) {
            let name = &self.rest()[1..];
            let mut len = name.find(|c| !is_word(c)).unwrap_or(name.len());
            // An account may have dots: "@pell.fan".
            while first == '@'
                && let Some(more) = name[len..].strip_prefix(['.', '-'])
                && more.starts_with(is_word)
            {
                len += 1 + more.find(|c| !is_word(c)).unwrap_or(more.len());
            }
            self.push(start, start + 1 + len, TokenKind::Word);
        } else {
            let len = self.mark_len(first);
            self.push(start, start + len, TokenKind::Mark);
        }
        true
    }

    fn word(&mut self, start: usize) {
        let rest = self.rest();
        if rest.starts_with("http://") || rest.starts_with("https://") {
            let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let len = rest[..len]
                .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '”', '’', '\''])
                .len();
            self.push(start, start + len, TokenKind::Word);
            return;
        }
        let dotted = dotted_len(rest);
        if dotted > 0 {
            self.push(start, start + dotted, TokenKind::Word);
            return;
        }
        let firm = firm_len(rest);
        if firm > 0 {
            self.push(start, start + firm, TokenKind::Word);
            return;
        }
        let len = word_len(rest);
        let after = &rest[len..];
        if after.starts_with('.') && !after[1..].starts_with(is_word) {
            let word = &rest[..len];
            let initial = word.len() == 1
                && word.as_bytes()[0].is_ascii_uppercase()
                && (after[1..]
                    .trim_start_matches([' ', '\u{a0}', '“', '"', '‘', '('])
                    .starts_with(char::is_uppercase)
                    || opens_family(&after[1..]))
                && after[1..].starts_with(char::is_whitespace);
            let given = is_short_given(word) && self.opens_name(&after[1..]);
            if initial || given || is_abbreviation(word) {
                self.push(start, start + len + 1, TokenKind::Word);
                return;
            }
        }
        self.word_behind(start, 0);
    }

    /// A word whose first `len` bytes are read already.
    fn word_behind(&mut self, start: usize, len: usize) {
        let rest = self.rest();
        let mut len = len + word_len(&rest[len..]);
        // What an apostrophe joins: a clitic stands alone, a name (O'Brien, d'Arcy, Ng'ang'a) stays whole.
        let named = rest
            .trim_start_matches(is_apostrophe)
            .starts_with(char::is_uppercase);
        while let Some(mark) = rest[len..].chars().next().filter(|&c| is_apostrophe(c)) {
            let tail = &rest[len + mark.len_utf8()..];
            if mark == '‘' && !(named && tail.starts_with(char::is_alphabetic)) {
                break;
            }
            let tail_len = tail.find(|c| !is_word(c)).unwrap_or(tail.len());
            let next = &tail[..tail_len];
            let word = &rest[..len];
            if next.eq_ignore_ascii_case("t") && word.ends_with(['n', 'N']) {
                let end = start + len + mark.len_utf8() + tail_len;
                if len > 1 {
                    self.push(start, start + len - 1, TokenKind::Word);
                }
                self.push(start + len - 1, end, TokenKind::Word);
                return;
            }
            if is_clitic(next) {
                let end = start + len + mark.len_utf8() + tail_len;
                self.push(start, start + len, TokenKind::Word);
                self.push(start + len, end, TokenKind::Word);
                return;
            }
            let joins = !next.is_empty()
                && (named || word.chars().count() <= 2 || next.starts_with(char::is_uppercase));
            if !joins {
                break;
            }
            len += mark.len_utf8() + word_len(tail);
        }
        // "Fakatava-’Ofa"
        let stop = rest[len..].strip_prefix('-').filter(|_| named);
        let stop = stop.and_then(|tail| tail.strip_prefix(['’', '‘', '\'']));
        if let Some(tail) = stop.filter(|tail| tail.starts_with(char::is_uppercase)) {
            len = rest.len() - tail.len() + word_len(tail);
        }
        // "Ochieng’ Orr", where no quotation that it might close is open.
        let tail = &rest[len..];
        let luo = named && rest[..len].ends_with("ng") && tail.starts_with('’');
        let mut behind = tail.chars().skip(1);
        if luo
            && behind.next() == Some(' ')
            && behind.next().is_some_and(char::is_uppercase)
            && !self.is_quoted()
        {
            len += '’'.len_utf8();
        }
        // "D’Souza-St. Cyr"
        let word = &rest[..len];
        let saint = word.ends_with("-St") || word.ends_with("-Ste");
        len += usize::from(saint && rest[len..].starts_with(". "));
        self.push(start, start + len, TokenKind::Word);
    }

    /// Whether the mark here is the first letter of a name: "’Ana", "!Naruseb".
    fn is_letter(&self, mark: char) -> bool {
        let behind = &self.rest()[mark.len_utf8()..];
        let free = self.text[..self.at]
            .chars()
            .next_back()
            .is_none_or(|c| c.is_whitespace() || matches!(c, '“' | '"' | '('));
        // "Wiebe ’t Hooft"
        let article = behind
            .strip_prefix(['t', 'T'])
            .and_then(|name| name.strip_prefix(' '))
            .is_some_and(|name| name.starts_with(char::is_uppercase));
        match mark {
            '‘' | '’' | '\'' if article => free,
            '‘' | '\'' => free && glottal::opens_name(self.text, self.at + mark.len_utf8()),
            '’' => {
                let word = &behind[..word_len(behind)];
                free && word.starts_with(['A', 'E', 'I', 'O', 'U']) && word.chars().count() > 2
            }
            '!' => free && behind.starts_with(char::is_uppercase),
            _ => false,
        }
    }

    /// Whether what stands here opens a name that `behind` goes on with: no name stands before it.
    fn opens_name(&self, behind: &str) -> bool {
        let goes_on = behind
            .strip_prefix(' ')
            .is_some_and(|behind| behind.starts_with(char::is_uppercase));
        let before = self.tokens.last().is_some_and(|token| {
            let word = &self.text[token.span.start - self.base..token.span.end - self.base];
            word.starts_with(char::is_uppercase) && !is_title(word)
        });
        goes_on && !before
    }

    /// Whether a single quotation mark opens not far before.
    fn is_quoted(&self) -> bool {
        const FAR: usize = 400;
        let before = self.tokens.iter().rev().take(FAR);
        before
            .map(|token| &self.text[token.span.start - self.base..token.span.end - self.base])
            .any(|word| word == "‘")
    }

    fn mark_len(&self, first: char) -> usize {
        let rest = self.rest();
        let run = |c: char| rest.len() - rest.trim_start_matches(c).len();
        match first {
            '.' if rest.starts_with("...") => run('.'),
            '-' if rest.starts_with("--") => run('-'),
            '\'' if rest.starts_with("''") => 2,
            '`' if rest.starts_with("``") => 2,
            _ => first.len_utf8(),
        }
    }
}

fn is_clitic(word: &str) -> bool {
    ["s", "re", "ve", "ll", "d", "m"]
        .iter()
        .any(|clitic| word.eq_ignore_ascii_case(clitic))
}

/// "U.S.", "a.m.", "J.K.": letters with dots between them, two at least.
fn dotted_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut len = 0;
    while len + 1 < bytes.len() && bytes[len].is_ascii_alphabetic() && bytes[len + 1] == b'.' {
        len += 2;
    }
    // "J.-B. Orr"
    if len == 2
        && bytes.get(2) == Some(&b'-')
        && bytes.get(3).is_some_and(u8::is_ascii_uppercase)
        && bytes.get(4) == Some(&b'.')
    {
        len = 5;
    }
    // The last dot may be left out: "U.N troops".
    if len > 0 && bytes.get(len).is_some_and(u8::is_ascii_alphabetic) {
        len += 1;
    }
    if len < 3 || text[len..].starts_with(is_word) {
        0
    } else {
        len
    }
}

/// Capitals that an ampersand joins: "A&T", "B&Q".
fn firm_len(text: &str) -> usize {
    let capitals = |text: &str| text.bytes().take_while(u8::is_ascii_uppercase).count();
    let first = capitals(text);
    if !(1..=3).contains(&first) || !text[first..].starts_with('&') {
        return 0;
    }
    let second = capitals(&text[first + 1..]);
    let len = first + 1 + second;
    if second == 0 || text[len..].starts_with(|c| is_word(c) || c == '&') {
        0
    } else {
        len
    }
}

/// A word with its hyphens: "vice-chairman", "18-year-old".
fn word_len(text: &str) -> usize {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let start = text.bytes().take_while(plain).count();
    let mut end = start;
    for (at, c) in text[start..].char_indices() {
        let at = start + at;
        let hyphen = matches!(c, '-' | '\u{2010}' | '\u{2011}')
            && text[at + c.len_utf8()..].starts_with(is_word);
        if !is_word(c) && !hyphen {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// A number with its separators and suffix: "1,200.50", "10:30", "21st", "1980s", "18-year-old".
fn number_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut len = 0;
    while len < bytes.len() {
        let joins = matches!(bytes[len], b'.' | b',' | b':')
            && bytes.get(len + 1).is_some_and(u8::is_ascii_digit);
        if !bytes[len].is_ascii_digit() && !joins {
            break;
        }
        len += 1;
    }
    // What is glued to the digits: a suffix ("21st") or a compound ("18-year-old").
    len + if text[len..].starts_with(|c| is_word(c) || c == '-') {
        word_len(&text[len..])
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::{Span, tokens};

    #[track_caller]
    fn case(text: &str, expected: &str) {
        let found = tokens(text, Span::whole(text));
        let words: Vec<&str> = found.iter().map(|token| token.of(text)).collect();
        assert_eq!(words.join(" | "), expected);
    }

    #[test]
    fn cuts_words_and_marks() {
        case("She didn't go.", "She | did | n't | go | .");
        case("Can’t we?", "Ca | n’t | we | ?");
        case("Krebs’ office; Ann's", "Krebs | ’ | office | ; | Ann | 's");
        case("Pat O'Brien-Lee, d’Arcy", "Pat | O'Brien-Lee | , | d’Arcy");
        case(
            "an 18-year-old in the 1980s",
            "an | 18-year-old | in | the | 1980s",
        );
        case(
            "at 10:30 a.m. for $1,200.50.",
            "at | 10:30 | a.m. | for | $ | 1,200.50 | .",
        );
        case(
            "Maj. Ann D’Orr-St. Cyr met Keli'iho'olu and Ng’ang’a’s wife",
            "Maj. | Ann | D’Orr-St. | Cyr | met | Keli'iho'olu | and | Ng’ang’a | ’s | wife",
        );
        case(
            "‘Ofa Tu‘ipulotu and ’Ana Orr-’Ofa saw !Nani ’t Veer",
            "‘Ofa | Tu‘ipulotu | and | ’Ana | Orr-’Ofa | saw | !Nani | ’t | Veer",
        );
        case(
            "Ma. Ana Lee met Jack Ma. He left.",
            "Ma. | Ana | Lee | met | Jack | Ma | . | He | left | .",
        );
        case("‘Ann,’ she said", "‘ | Ann | , | ’ | she | said");
        case(
            "Ochieng’ Orr of ‘Old Hong Kong’ Street",
            "Ochieng’ | Orr | of | ‘ | Old | Hong | Kong | ’ | Street",
        );
        case("J. J. van Orr", "J. | J. | van | Orr");
        case("the U.S. Senate", "the | U.S. | Senate");
        case("the U.N .", "the | U.N | .");
        case("Plan A. It", "Plan | A. | It");
        case(
            "Gov. J. K. Lee Jr. left.",
            "Gov. | J. | K. | Lee | Jr. | left | .",
        );
        case(
            "“Go,” he wrote... @ann_lee #now",
            "“ | Go | , | ” | he | wrote | ... | @ann_lee | #now",
        );
        case(
            "see https://example.org/a?b=c.",
            "see | https://example.org/a?b=c | .",
        );
        case("``Yes,'' -- no", "`` | Yes | , | '' | -- | no");
        case("Zoë Nuñez-Ōta", "Zoë | Nuñez-Ōta");
        case("", "");
    }

    #[test]
    fn stays_inside() {
        let text = "one two three";
        let found = tokens(text, Span::new(4, 7));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].of(text), "two");
    }
}
