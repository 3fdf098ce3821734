//! What an index holds, in numbers.

use crate::date::Day;

/// What an index holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// Articles.
    pub articles: usize,
    /// Quotes.
    pub quotes: usize,
    /// Claims.
    pub claims: usize,
    /// Facts.
    pub facts: usize,
    /// The first day of publication.
    pub first: Option<Day>,
    /// The last day of publication.
    pub last: Option<Day>,
    /// The number of the last commit, for [`Query::new_since`](crate::query::Query::new_since).
    pub mark: u64,
    /// The parts it consists of.
    pub parts: usize,
    /// The version of its format.
    pub format: u32,
}

/// How often somebody is on record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SpeakerCount {
    /// The name, as fully as the articles give it.
    pub name: String,
    /// Quotes.
    pub quotes: usize,
    /// Claims.
    pub claims: usize,
    /// The first day of publication.
    pub first: Option<Day>,
    /// The last day of publication.
    pub last: Option<Day>,
}
