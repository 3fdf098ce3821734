//! The question as typed, as meant, and the hit as returned.

mod answer;
mod cursor;
mod expression;
mod interval;
mod parse;

pub use answer::{AlsoIn, ArticleHit, ArticleHits, Facet, Hit, Hits};
pub use cursor::Cursor;
pub use expression::{Expression, Field, KindName, Pattern};
pub use interval::Interval;
pub use parse::{ParseError, parse};

use crate::date::Day;

/// What is looked for, and how the answer is to be ordered and cut.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// The words, as [`parse()`] understood them; without them every passage is meant.
    pub expression: Option<Expression>,
    /// Only passages of these kinds; of every kind when empty.
    pub kinds: Vec<KindName>,
    /// Only passages whose speaker has these words in one of their names.
    pub speaker: Option<String>,
    /// Only articles whose publisher has these words in its name.
    pub publisher: Option<String>,
    /// Only articles published on this day or later.
    pub since: Option<Day>,
    /// Only articles published on this day or earlier.
    pub until: Option<Day>,
    /// Only articles taken in after this commit: the mark that an earlier look at the index gave.
    pub new_since: Option<u64>,
    /// Whether one of the words is enough.
    pub any: bool,
    /// Whether every passage is a hit of its own, also where several print the same words.
    pub all: bool,
    /// The order of the hits.
    pub sort: Sort,
    /// How many hits to return at most.
    pub limit: usize,
    /// How many of the first hits to leave out.
    pub offset: usize,
    /// Only hits that come after this one.
    pub after: Option<Cursor>,
}

impl Query {
    /// How many of the first hits have to be known.
    pub(crate) fn wanted(&self) -> usize {
        self.offset.saturating_add(self.limit)
    }
}

impl Default for Query {
    fn default() -> Self {
        Self {
            expression: None,
            kinds: Vec::new(),
            speaker: None,
            publisher: None,
            since: None,
            until: None,
            new_since: None,
            any: false,
            all: false,
            sort: Sort::default(),
            limit: 10,
            offset: 0,
            after: None,
        }
    }
}

/// The order of hits. Equal ones come newest first, then by article, then as they stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The best match first.
    #[default]
    Relevance,
    /// The last day of publication first; articles without a day last.
    Newest,
    /// The first day of publication first; articles without a day last.
    Oldest,
}
