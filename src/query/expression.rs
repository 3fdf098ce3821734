//! The meaning of a query: a tree of words, phrases, fields and days.

use std::fmt;

use super::Interval;
use crate::attribution::Medium;

/// What a passage must have to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// Words in the passage, its context, its speaker or its article's headline.
    Words(Pattern),
    /// Words in one field.
    In(Field, Pattern),
    /// Of this kind.
    Kind(KindName),
    /// Said through this medium.
    Medium(Medium),
    /// In the article of this id.
    Article(String),
    /// In an article published within these days.
    Published(Interval),
    /// Said on one of these days, as far as the article tells.
    Said(Interval),
    /// Not this.
    Not(Box<Expression>),
    /// Each of these: what stands side by side in the query.
    All(Vec<Expression>),
    /// One of these.
    Any(Vec<Expression>),
}

/// What words must look like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// A word as typed, by its stem; several in a row where it has a dash or dot in it.
    Word(String),
    /// Words in this order, verbatim, with at most so many other words among them.
    Phrase(String, u32),
    /// A word that begins so.
    Prefix(String),
    /// A word with at most so many letters wrong.
    Fuzzy(String, u8),
}

/// A field that can be searched by words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Any name the article gives the speaker.
    Speaker,
    /// The words that report.
    Cue,
    /// The article's headline.
    Headline,
    /// Who published the article.
    Publisher,
    /// Who wrote the article.
    Byline,
}

/// The kind of a passage, without what belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KindName {
    /// Words of a source, verbatim.
    Quote,
    /// What a source is reported to have said.
    Claim,
    /// What the article states in its own voice.
    Fact,
}

impl KindName {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 3] = [Self::Quote, Self::Claim, Self::Fact];

    /// Its name in JSON and in queries.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Claim => "claim",
            Self::Fact => "fact",
        }
    }
}

impl Field {
    /// Its name in queries.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Cue => "cue",
            Self::Headline => "headline",
            Self::Publisher => "publisher",
            Self::Byline => "byline",
        }
    }
}

/// As it could be typed, with every operator written out: what was understood.
impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let join = |f: &mut fmt::Formatter<'_>, parts: &[Self], with: &str| {
            for (nth, part) in parts.iter().enumerate() {
                if nth > 0 {
                    f.write_str(with)?;
                }
                match part {
                    Self::All(_) | Self::Any(_) => write!(f, "({part})")?,
                    part => write!(f, "{part}")?,
                }
            }
            Ok(())
        };
        match self {
            Self::Words(pattern) => write!(f, "{pattern}"),
            Self::In(field, pattern) => write!(f, "{}:{pattern}", field.as_str()),
            Self::Kind(kind) => write!(f, "kind:{}", kind.as_str()),
            Self::Medium(medium) => write!(f, "medium:{}", medium.as_str()),
            Self::Article(id) if id.contains(char::is_whitespace) => write!(f, "article:\"{id}\""),
            Self::Article(id) => write!(f, "article:{id}"),
            Self::Published(days) => write!(f, "published:{days}"),
            Self::Said(days) => write!(f, "said:{days}"),
            Self::Not(inner) => match **inner {
                Self::All(_) | Self::Any(_) => write!(f, "NOT ({inner})"),
                _ => write!(f, "NOT {inner}"),
            },
            Self::All(parts) => join(f, parts, " AND "),
            Self::Any(parts) => join(f, parts, " OR "),
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Phrase(words, 0) => write!(f, "\"{words}\""),
            Self::Phrase(words, within) => write!(f, "\"{words}\"~{within}"),
            Self::Prefix(start) => write!(f, "{start}*"),
            Self::Fuzzy(word, wrong) => write!(f, "{word}~{wrong}"),
        }
    }
}
