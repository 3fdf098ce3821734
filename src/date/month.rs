//! Months and years in running text: "Nov. 3", "18 November 2020", "in March", "in 2016".

use super::mention::{Hit, Search};
use super::tense::{self, Tense};
use super::{Day, Days, names};

/// Before these a month or a year by itself is a day and no verb, name or number.
const PREPOSITIONS: [&str; 18] = [
    "in", "since", "until", "till", "by", "from", "through", "between", "during", "of", "last",
    "next", "this", "early", "late", "mid", "before", "after",
];

/// From so many days on a day without a year may be one of another year than the nearest.
const FAR: i32 = 90;

impl Search<'_> {
    /// "Nov. 3", "November 3rd, 2020", "Nov. 3-5", "November 2020", and "November" after "in".
    pub(super) fn month(&self, at: usize) -> Option<Hit> {
        let written = self.words.word(at);
        if written.len() < 3 || !self.words.is_capitalised(at) {
            return None;
        }
        let month = names::english_month(written)?;
        let next = at + 1;
        if self.words.goes_on(at) {
            if let Some(year) = self.words.year(next) {
                return Some(Hit::new(at, next, Days::month(year, month)?));
            }
            if self.words.is(next, &["of"])
                && let Some(year) = self.words.year(next + 1)
            {
                return Some(Hit::new(at, next + 1, Days::month(year, month)?));
            }
            if let Some(day) = self.words.month_day(next)
                && !self.is_part_of_number(next)
            {
                return self.month_day(at, next, month, day);
            }
        }
        // "May" and "March" are words of their own, "April" and "June" are names.
        if !self.words.is_before(at, &PREPOSITIONS) {
            return None;
        }
        let (year, this_month) = (self.published.year(), self.published.month());
        let past = Days::month(if month > this_month { year - 1 } else { year }, month)?;
        let future = Days::month(if month < this_month { year + 1 } else { year }, month)?;
        Some(match tense::around(self.words, at, at) {
            Tense::Future => Hit::new(at, at, future).or(past),
            Tense::Past => Hit::new(at, at, past),
            Tense::Unknown => Hit::new(at, at, past).or(future),
        })
    }

    /// Whether the number at `at` goes on behind a point or comma: "March 3.5", "May 20,000".
    pub(super) fn is_part_of_number(&self, at: usize) -> bool {
        matches!(self.words.gap(at), "." | "," | ":")
            && self
                .words
                .word(at + 1)
                .starts_with(|c: char| c.is_ascii_digit())
            && self.words.year(at + 1).is_none()
    }

    pub(super) fn month_day(&self, first: usize, at: usize, month: i8, day: i8) -> Option<Hit> {
        let mut last = at;
        let mut end = day;
        if matches!(self.words.gap(at), "-" | "–" | "-\u{200b}" | " to " | "—")
            && let Some(other) = self.words.month_day(at + 1)
            && other > day
        {
            last = at + 1;
            end = other;
        }
        if self.words.goes_on(last)
            && let Some(year) = self.words.year(last + 1)
        {
            let days = Days {
                from: Day::new(year, month, day).ok()?,
                to: Day::new(year, month, end).ok()?,
            };
            return Some(Hit::new(first, last + 1, days));
        }
        self.in_nearest_year(first, last, month, day, end)
    }

    /// A day without a year is the nearest one, or the one of the year of publication.
    pub(super) fn in_nearest_year(
        &self,
        first: usize,
        last: usize,
        month: i8,
        day: i8,
        end: i8,
    ) -> Option<Hit> {
        let today = self.published;
        let years: Vec<Days> = (-1..=1)
            .filter_map(|step| {
                Some(Days {
                    from: Day::new(today.year() + step, month, day).ok()?,
                    to: Day::new(today.year() + step, month, end).ok()?,
                })
            })
            .collect();
        let distance = |days: &Days| (days.from - today).get_days().abs();
        let nearest = *years.iter().min_by_key(|days| distance(days))?;
        let past = years.iter().rev().find(|days| days.to < today);
        let future = years.iter().find(|days| days.from > today);
        // Far away the tense tells more than the distance.
        let meant = match tense::around(self.words, first, last) {
            _ if distance(&nearest) <= FAR => None,
            Tense::Past => past.filter(|days| days.from.year() == today.year()),
            Tense::Future => future,
            Tense::Unknown => None,
        };
        let days = meant.copied().unwrap_or(nearest);
        let other = years
            .iter()
            .filter(|other| **other != days)
            .min_by_key(|days| distance(days))
            .filter(|other| distance(other) < 200 || other.from.year() == today.year());
        let hit = Hit::new(first, last, days);
        Some(match other {
            Some(other) => hit.or(*other),
            None => hit,
        })
    }

    /// "18 November 2020", "18th of November".
    pub(super) fn day_before_month(&self, at: usize) -> Option<Hit> {
        let day = self.words.month_day(at)?;
        let month_at = if self.words.is(at + 1, &["of"]) {
            at + 2
        } else {
            at + 1
        };
        if !self
            .words
            .gap(at)
            .chars()
            .all(|c| c == ' ' || c == '\u{a0}')
            || !self.words.is_capitalised(month_at)
        {
            return None;
        }
        let month = names::english_month(self.words.word(month_at))?;
        if self.words.goes_on(month_at)
            && let Some(year) = self.words.year(month_at + 1)
        {
            let day = Day::new(year, month, day).ok()?;
            return Some(Hit::new(at, month_at + 1, Days::one(day)));
        }
        // "the 2 May statements" and "of 9 March on" are rare: a number before a month is a day.
        self.in_nearest_year(at, month_at, month, day, day)
    }

    /// "in 2016".
    pub(super) fn year(&self, at: usize) -> Option<Hit> {
        let year = self.words.year(at)?;
        let after_preposition = self.words.is_before(at, &PREPOSITIONS)
            && !self.words.is_before(at, &["of", "last", "next", "this"]);
        let counts_things = self.words.gap(at) == " "
            && self.words.is(
                at + 1,
                &[
                    "people", "men", "women", "homes", "jobs", "votes", "miles", "feet", "dollars",
                    "cases", "troops", "soldiers", "workers", "students", "and", "to", "percent",
                    "million", "years", "days", "hours",
                ],
            )
            && !self.words.is(at + 1, &["and", "to"]);
        (after_preposition && !counts_things && !self.is_part_of_number(at) && year >= 1800)
            .then(|| Days::year(year).map(|days| Hit::new(at, at, days)))
            .flatten()
    }
}
