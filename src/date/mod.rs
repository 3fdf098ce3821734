//! Days as newspapers write them ("Tuesday evening", "Jan. 20") against a day of publication.

mod calendar;
mod mention;
mod month;
mod names;
mod relative;
mod tense;
mod weekday;
mod words;
mod written;

/// A day of the calendar.
pub use jiff::civil::Date as Day;
pub use mention::{DayMention, mentions};
pub(crate) use names::names_day;
pub use written::read_day;

/// An interval of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}
