//! Days and intervals counted from a day of publication.

use jiff::Span as Length;
use jiff::civil::Weekday;

use super::{Day, Days};

impl Days {
    /// One day.
    #[must_use]
    pub const fn one(day: Day) -> Self {
        Self { from: day, to: day }
    }

    /// All of a month, from 1.
    pub(super) fn month(year: i16, month: i8) -> Option<Self> {
        let from = Day::new(year, month, 1).ok()?;
        Some(Self {
            from,
            to: from.last_of_month(),
        })
    }

    /// All of a year.
    pub(super) fn year(year: i16) -> Option<Self> {
        Some(Self {
            from: Day::new(year, 1, 1).ok()?,
            to: Day::new(year, 12, 31).ok()?,
        })
    }

    /// The week, from Monday, that lies `weeks` after that of `day`.
    pub(super) fn week(day: Day, weeks: i64) -> Self {
        let monday = after(
            day,
            weeks * 7 - i64::from(day.weekday().to_monday_zero_offset()),
        );
        Self {
            from: monday,
            to: after(monday, 6),
        }
    }

    /// The Saturday and Sunday of the week that lies `weeks` after that of `day`.
    pub(super) fn weekend(day: Day, weeks: i64) -> Self {
        let week = Self::week(day, weeks);
        Self {
            from: after(week.to, -1),
            to: week.to,
        }
    }
}

/// The day `days` after `day`; `day` itself at the ends of the calendar.
pub(super) fn after(day: Day, days: i64) -> Day {
    Length::new()
        .try_days(days)
        .and_then(|length| day.checked_add(length))
        .unwrap_or(day)
}

/// The month that lies `months` after that of `day`.
pub(super) fn months_after(day: Day, months: i64) -> Option<Days> {
    let there = Length::new()
        .try_months(months)
        .and_then(|length| day.first_of_month().checked_add(length))
        .ok()?;
    Days::month(there.year(), there.month())
}

/// The latest `weekday` up to `day`, itself included.
pub(super) fn latest(day: Day, weekday: Weekday) -> Day {
    after(day, -i64::from(day.weekday().since(weekday)))
}

/// The first `weekday` after `day`.
pub(super) fn coming(day: Day, weekday: Weekday) -> Day {
    after(latest(day, weekday), 7)
}
