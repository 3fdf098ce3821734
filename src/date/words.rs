//! The words of a text as days are looked for in them: runs of letters and digits, and what stands between two.

use crate::text::Span;

/// The words in a part of a text.
pub(super) struct Words<'a> {
    text: &'a str,
    spans: Vec<Span>,
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str, within: Span) -> Self {
        let mut spans = Vec::new();
        let mut start = None;
        for (at, byte) in text.bytes().enumerate().take(within.end).skip(within.start) {
            let belongs = byte.is_ascii_alphanumeric() || byte >= 0x80 && is_letter(text, at);
            match (belongs, start) {
                (true, None) => start = Some(at),
                (false, Some(first)) => {
                    spans.push(Span::new(first, at));
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(first) = start {
            spans.push(Span::new(first, within.end));
        }
        Self { text, spans }
    }

    pub(super) fn count(&self) -> usize {
        self.spans.len()
    }

    /// The word at `at`; the empty word outside.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.spans.get(at).map_or("", |span| span.of(self.text))
    }

    /// The word `back` places before `at`.
    pub(super) fn before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|other| word.eq_ignore_ascii_case(other))
    }

    pub(super) fn is_before(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|at| self.is(at, words))
    }

    /// Whether nothing but white space, a comma or the full stop of an abbreviation stands behind the word at `at`.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        matches!(
            self.gap(at),
            " " | ", " | ". " | "., " | "\u{a0}" | ".\u{a0}" | "," | "\n"
        )
    }

    /// What stands between the word at `at` and the next.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        match (self.spans.get(at), self.spans.get(at + 1)) {
            (Some(one), Some(next)) => Span::new(one.end, next.start).of(self.text),
            _ => "",
        }
    }

    /// From the word `first` to the word `last`.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        match (self.spans.get(first), self.spans.get(last)) {
            (Some(first), Some(last)) => first.cover(*last),
            _ => Span::default(),
        }
    }

    /// The number at `at`, if it has at most `digits` digits.
    pub(super) fn number(&self, at: usize, digits: usize) -> Option<i16> {
        let word = self.word(at);
        (!word.is_empty() && word.len() <= digits && word.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| word.parse().ok())
            .flatten()
    }

    /// The day of a month at `at`: "3", "03", "3rd".
    pub(super) fn month_day(&self, at: usize) -> Option<i8> {
        let word = self.word(at);
        let number = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|ending| word.strip_suffix(ending))
            .unwrap_or(word);
        let day = number.parse().ok()?;
        (number.len() <= 2 && (1..=31).contains(&day)).then_some(day)
    }

    /// The year at `at`.
    pub(super) fn year(&self, at: usize) -> Option<i16> {
        self.number(at, 4)
            .filter(|year| self.word(at).len() == 4 && (1600..=2200).contains(year))
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.word(at).starts_with(|c: char| c.is_ascii_uppercase())
    }
}

/// Whether the byte at `at`, not of ASCII, belongs to a letter and not to a dash or quotation mark.
fn is_letter(text: &str, at: usize) -> bool {
    let mut start = at;
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    text[start..]
        .chars()
        .next()
        .is_some_and(char::is_alphanumeric)
}
