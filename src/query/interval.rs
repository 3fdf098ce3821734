//! Days between two days, open at either end.

use std::fmt;

use crate::date::{Day, Days};

/// An interval of days, ends included; without an end it goes on for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
}

impl Interval {
    /// Whether `day` lies in it.
    #[must_use]
    pub fn holds(self, day: Day) -> bool {
        self.overlaps(Days { from: day, to: day })
    }

    /// Whether it shares a day with `days`.
    #[must_use]
    pub fn overlaps(self, days: Days) -> bool {
        self.from.is_none_or(|from| from <= days.to) && self.to.is_none_or(|to| days.from <= to)
    }
}

/// As it could be typed.
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => write!(f, "{from}"),
            (from, to) => {
                from.map_or(Ok(()), |from| write!(f, "{from}"))?;
                f.write_str("..")?;
                to.map_or(Ok(()), |to| write!(f, "{to}"))
            }
        }
    }
}
