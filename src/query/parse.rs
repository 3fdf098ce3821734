//! The query language: text to [`Expression`], or the place where it cannot be meant.
//!
//! Only what is certainly an operator is one: a quotation mark or bracket that begins an item, a known field name
//! before a colon, `-` before an item, `OR`, `AND` and `NOT` in capitals. Anything else is a word. `OR` binds tighter
//! than the blank, as search engines have it: `voter OR ballot fraud` is `(voter OR ballot) fraud`.

use std::fmt;

use super::expression::{Expression, Field, KindName, Pattern};
use super::interval::Interval;
use crate::attribution::Medium;
use crate::date::Day;
use crate::text::fold;

/// More brackets inside one another than anybody types; a bound on the stack.
const MAX_DEPTH: usize = 64;
/// More words than anybody types; a bound on what one query costs.
const MAX_ITEMS: usize = 1024;
/// More words between two others than any passage has.
const MAX_WITHIN: u32 = 1000;

/// Why a query cannot be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// The byte it is about, for a caret.
    pub at: usize,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub hint: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.message, self.hint)
    }
}

impl std::error::Error for ParseError {}

/// Reads a query.
///
/// # Errors
/// When it cannot be meant: a quotation mark or bracket left open, an unknown kind or medium, a day that is none, no
/// word at all.
pub fn parse(text: &str) -> Result<Expression, ParseError> {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
        items: 0,
    };
    match parser.all(None)? {
        Some(expression) => Ok(expression),
        None => Err(error(
            0,
            "there is no word to look for",
            "type one or more words",
        )),
    }
}

type Parsed<T> = Result<T, ParseError>;

/// What a `name:` before an item asks for.
#[derive(Clone, Copy)]
enum Asked {
    Field(Field),
    Kind,
    Medium,
    Article,
    Published,
    Said,
}

const ASKED: [(&str, Asked); 10] = [
    ("speaker", Asked::Field(Field::Speaker)),
    ("cue", Asked::Field(Field::Cue)),
    ("headline", Asked::Field(Field::Headline)),
    ("publisher", Asked::Field(Field::Publisher)),
    ("byline", Asked::Field(Field::Byline)),
    ("kind", Asked::Kind),
    ("medium", Asked::Medium),
    ("article", Asked::Article),
    ("published", Asked::Published),
    ("said", Asked::Said),
];

struct Parser<'t> {
    text: &'t str,
    at: usize,
    /// Brackets open here.
    depth: usize,
    /// Words and phrases so far.
    items: usize,
}

impl<'t> Parser<'t> {
    /// Items side by side, up to the end or the bracket that closes. `None` when no item holds a word.
    fn all(&mut self, asked: Option<Asked>) -> Parsed<Option<Expression>> {
        let mut all = Vec::new();
        let mut begun = false;
        loop {
            self.skip_blanks();
            if self.ended() {
                return Ok(joined(all, Expression::All));
            }
            // An `AND` with nothing before it is a word like any other.
            if begun && self.operator("AND") {
                self.skip_blanks();
                if self.ended() {
                    continue;
                }
            }
            begun = true;
            if let Some(expression) = self.any(asked)? {
                all.push(expression);
            }
        }
    }

    /// Items with `OR` between them.
    fn any(&mut self, asked: Option<Asked>) -> Parsed<Option<Expression>> {
        let mut any = Vec::new();
        loop {
            if let Some(expression) = self.signed(asked)? {
                any.push(expression);
            }
            let before = self.at;
            self.skip_blanks();
            if !self.operator("OR") {
                self.at = before;
                return Ok(joined(any, Expression::Any));
            }
            self.skip_blanks();
            if self.ended() {
                // An `OR` with nothing after it is a word like any other.
                self.at = before;
                return Ok(joined(any, Expression::Any));
            }
        }
    }

    /// An item with the `-` and `NOT` before it.
    fn signed(&mut self, asked: Option<Asked>) -> Parsed<Option<Expression>> {
        let mut not = false;
        loop {
            if self.operator("NOT") {
                not = !not;
                self.skip_blanks();
            } else if self.rest().starts_with('-')
                && self.rest()[1..].starts_with(|c: char| !c.is_whitespace() && c != '-')
            {
                not = !not;
                self.at += 1;
            } else {
                break;
            }
        }
        let item = self.item(asked)?;
        Ok(match item {
            Some(item) if not => Some(Expression::Not(Box::new(item))),
            item => item,
        })
    }

    /// One word, phrase, bracket or field.
    fn item(&mut self, asked: Option<Asked>) -> Parsed<Option<Expression>> {
        let start = self.at;
        let Some(first) = self.rest().chars().next() else {
            return Ok(None);
        };
        if first == '(' {
            return self.bracket(asked);
        }
        if is_mark(first) {
            return self.phrase(asked);
        }
        if let Some((inner, length)) = self.asked() {
            self.at += length;
            return match self.rest().chars().next() {
                Some('(') => self.bracket(Some(inner)),
                Some(mark) if is_mark(mark) => self.phrase(Some(inner)),
                _ => {
                    let at = self.at;
                    let word = self.word();
                    self.value(inner, word, at, true)
                }
            };
        }
        let word = self.word();
        match asked {
            Some(asked) => self.value(asked, word, start, true),
            None => self.words(None, word, start),
        }
    }

    fn bracket(&mut self, asked: Option<Asked>) -> Parsed<Option<Expression>> {
        let open = self.at;
        if self.depth == MAX_DEPTH {
            return Err(error(
                open,
                format!("more than {MAX_DEPTH} brackets inside one another"),
                "leave some out",
            ));
        }
        self.at += 1;
        self.depth += 1;
        let inside = self.all(asked)?;
        self.depth -= 1;
        if !self.rest().starts_with(')') {
            return Err(error(
                open,
                "this bracket is never closed",
                "put a ) where it ends",
            ));
        }
        self.at += 1;
        Ok(inside)
    }

    fn phrase(&mut self, asked: Option<Asked>) -> Parsed<Option<Expression>> {
        let open = self.at;
        let mark = self.rest().chars().next().map_or(0, char::len_utf8);
        let inside = &self.text[open + mark..];
        let Some((length, close)) = inside.char_indices().find(|&(_, c)| is_mark(c)) else {
            return Err(error(
                open,
                "this quotation mark is never closed",
                "put a \" where the phrase ends",
            ));
        };
        let words = &inside[..length];
        self.at = open + mark + length + close.len_utf8();
        let mut within = 0;
        let digits = self.rest().strip_prefix('~').map_or(0, |rest| {
            rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len()
        });
        if digits > 0 {
            let number = &self.rest()[1..=digits];
            within = number.parse().unwrap_or(MAX_WITHIN).min(MAX_WITHIN);
            self.at += 1 + digits;
        }
        match asked {
            None => self.counted(fold::has_word(words), open, || {
                Expression::Words(Pattern::Phrase(words.to_owned(), within))
            }),
            Some(Asked::Field(field)) => self.counted(fold::has_word(words), open, || {
                Expression::In(field, Pattern::Phrase(words.to_owned(), within))
            }),
            Some(asked) => self.value(asked, words, open + mark, false),
        }
    }

    /// The words as typed, with the star or tilde after them; `None` where there is no letter or digit.
    fn words(&mut self, field: Option<Field>, word: &str, at: usize) -> Parsed<Option<Expression>> {
        let pattern = pattern(word);
        self.counted(fold::has_word(word), at, || match field {
            Some(field) => Expression::In(field, pattern),
            None => Expression::Words(pattern),
        })
    }

    fn counted(
        &mut self,
        is: bool,
        at: usize,
        expression: impl FnOnce() -> Expression,
    ) -> Parsed<Option<Expression>> {
        if !is {
            return Ok(None);
        }
        self.items += 1;
        if self.items > MAX_ITEMS {
            return Err(error(
                at,
                format!("more than {MAX_ITEMS} words"),
                "ask in several queries",
            ));
        }
        Ok(Some(expression()))
    }

    /// What `word` means for the field that was asked for. `bare` is false between quotation marks.
    fn value(
        &mut self,
        asked: Asked,
        word: &str,
        at: usize,
        bare: bool,
    ) -> Parsed<Option<Expression>> {
        let one_of = |found: Vec<Option<Expression>>, wrong: String, right: String| {
            let found: Option<Vec<_>> = found.into_iter().collect();
            found
                .and_then(|all| joined(all, Expression::Any))
                .map(Some)
                .ok_or_else(|| error(at, wrong, right))
        };
        let parts = || word.split(',').map(str::trim);
        match asked {
            Asked::Field(field) if bare => self.words(Some(field), word, at),
            Asked::Field(field) => self.counted(fold::has_word(word), at, || {
                Expression::In(field, Pattern::Phrase(word.to_owned(), 0))
            }),
            Asked::Kind => one_of(
                parts()
                    .map(|part| kind(part).map(Expression::Kind))
                    .collect(),
                format!("there is no kind “{word}”"),
                "it is quote, claim or fact".to_owned(),
            ),
            Asked::Medium => one_of(
                parts()
                    .map(|part| medium(part).map(Expression::Medium))
                    .collect(),
                format!("there is no medium “{word}”"),
                format!("it is {}", one_of_names(&Medium::ALL.map(Medium::as_str))),
            ),
            Asked::Article => self.counted(!word.is_empty(), at, || {
                Expression::Article(word.to_owned())
            }),
            Asked::Published => interval(word, at).map(|days| Some(Expression::Published(days))),
            Asked::Said => interval(word, at).map(|days| Some(Expression::Said(days))),
        }
    }

    /// The known field that begins here, and the length of its name with the colon.
    fn asked(&self) -> Option<(Asked, usize)> {
        let rest = self.rest();
        let colon = rest.find(':').filter(|&colon| colon <= "published".len())?;
        let follows = rest[colon + 1..].chars().next()?;
        if follows.is_whitespace() || follows == ')' {
            return None;
        }
        let name = &rest[..colon];
        ASKED
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|&(_, asked)| (asked, colon + 1))
    }

    /// The word that begins here: up to a blank, a quotation mark or the bracket that closes. Brackets opened inside
    /// it, as in `voter(s)`, are its own.
    fn word(&mut self) -> &'t str {
        let rest = self.rest();
        let mut open = 0_usize;
        let mut end = rest.len();
        for (at, c) in rest.char_indices() {
            match c {
                '(' => open += 1,
                ')' if open > 0 => open -= 1,
                c if c == ')' || c.is_whitespace() || is_mark(c) => {
                    end = at;
                    break;
                }
                _ => {}
            }
        }
        self.at += end;
        &rest[..end]
    }

    /// Takes the operator `name` if it stands here as a word of its own with something after it.
    fn operator(&mut self, name: &str) -> bool {
        let Some(rest) = self.rest().strip_prefix(name) else {
            return false;
        };
        let is = rest.starts_with(|c: char| c.is_whitespace() || c == '(' || is_mark(c))
            && !rest.trim_start().is_empty()
            && !(self.depth > 0 && rest.trim_start().starts_with(')'));
        if is {
            self.at += name.len();
        }
        is
    }

    /// Whether the text or the innermost bracket ends here.
    fn ended(&self) -> bool {
        self.rest().is_empty() || self.depth > 0 && self.rest().starts_with(')')
    }

    /// Goes over blanks, and over brackets that close nothing.
    fn skip_blanks(&mut self) {
        let depth = self.depth;
        let left = self
            .rest()
            .trim_start_matches(|c: char| c.is_whitespace() || c == ')' && depth == 0);
        self.at = self.text.len() - left.len();
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }
}

/// A double quotation mark of any kind. Single ones are apostrophes.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '〝' | '〞' | '＂'
    )
}

fn joined(
    mut parts: Vec<Expression>,
    join: fn(Vec<Expression>) -> Expression,
) -> Option<Expression> {
    match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ => Some(join(parts)),
    }
}

/// What a bare word asks for: `secur*`, `krebbs~`, `krebbs~2`, or the word itself.
fn pattern(word: &str) -> Pattern {
    if let Some(start) = word.strip_suffix('*')
        && start.chars().next_back().is_some_and(char::is_alphanumeric)
    {
        return Pattern::Prefix(start.to_owned());
    }
    if let Some((word, wrong)) = word.rsplit_once('~')
        && word.chars().next_back().is_some_and(char::is_alphanumeric)
    {
        match wrong {
            "" if word.chars().count() < 6 => return Pattern::Fuzzy(word.to_owned(), 1),
            "" | "2" => return Pattern::Fuzzy(word.to_owned(), 2),
            "1" => return Pattern::Fuzzy(word.to_owned(), 1),
            _ => {}
        }
    }
    Pattern::Word(word.to_owned())
}

fn kind(name: &str) -> Option<KindName> {
    let name = name.to_lowercase();
    let name = name.strip_suffix('s').unwrap_or(&name);
    KindName::ALL.into_iter().find(|kind| kind.as_str() == name)
}

fn medium(name: &str) -> Option<Medium> {
    let name = name.to_lowercase().replace([' ', '_'], "-");
    Medium::ALL
        .into_iter()
        .find(|medium| medium.as_str() == name)
}

/// `2020-11-01..2020-11-19`, `2020-11`, `..2020`: days, months and years, open at either end.
fn interval(text: &str, at: usize) -> Parsed<Interval> {
    let wrong = |message: String| {
        error(
            at,
            message,
            "write 2020-11-19, 2020-11, 2020, or two of them with .. between, one of which may be left out",
        )
    };
    let end = |part: &str| match part {
        "" => Ok(None),
        part => days(part)
            .map(Some)
            .ok_or_else(|| wrong(format!("“{part}” is not a day"))),
    };
    let interval = if let Some((from, to)) = text.split_once("..") {
        Interval {
            from: end(from)?.map(|(first, _)| first),
            to: end(to.trim_start_matches('.'))?.map(|(_, last)| last),
        }
    } else {
        let days = end(text)?;
        Interval {
            from: days.map(|(first, _)| first),
            to: days.map(|(_, last)| last),
        }
    };
    match (interval.from, interval.to) {
        (None, None) => Err(wrong("there is no day here".to_owned())),
        (Some(from), Some(to)) if to < from => Err(error(
            at,
            "these days end before they begin",
            format!("write {to}..{from}"),
        )),
        _ => Ok(interval),
    }
}

/// The first and last day of a day, month or year.
fn days(text: &str) -> Option<(Day, Day)> {
    let parts: Vec<&str> = text.split(['-', '‐', '‑', '–', '—', '/']).collect();
    let number = |nth: usize, lengths: std::ops::RangeInclusive<usize>| {
        let part = parts.get(nth)?;
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        (digits && lengths.contains(&part.len())).then(|| part.parse::<i16>().ok())?
    };
    let small = |nth| number(nth, 1..=2).and_then(|part| i8::try_from(part).ok());
    let year = number(0, 4..=4)?;
    match parts.len() {
        1 => Some((Day::new(year, 1, 1).ok()?, Day::new(year, 12, 31).ok()?)),
        2 => {
            let first = Day::new(year, small(1)?, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        3 => {
            let day = Day::new(year, small(1)?, small(2)?).ok()?;
            Some((day, day))
        }
        _ => None,
    }
}

/// "a, b or c".
fn one_of_names(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn error(at: usize, message: impl Into<String>, hint: impl Into<String>) -> ParseError {
    ParseError {
        at,
        message: message.into(),
        hint: hint.into(),
    }
}

#[cfg(test)]
mod tests;
