//! Weekdays in running text: "Tuesday", "late Tuesday evening", "Tuesday, Nov. 17".

use jiff::civil::Weekday;

use super::calendar::{after, coming, latest};
use super::mention::{Hit, Search};
use super::tense::{self, Tense};
use super::{Days, names};

const PARTS_OF_DAY: [&str; 7] = [
    "morning",
    "afternoon",
    "evening",
    "night",
    "noon",
    "midday",
    "overnight",
];

impl Search<'_> {
    /// "Tuesday", "Tuesday evening", "Tuesday, Nov. 17", where the day has begun at `first` ("last Tuesday").
    pub(super) fn weekday(&self, first: usize, at: usize) -> Option<Hit> {
        if !self.words.is_capitalised(at) {
            return None;
        }
        let weekday = names::weekday(self.words.word(at)).or_else(|| {
            // "Tues., Nov. 17" only: "Sun." and "Sat." are papers and verbs.
            (self.words.goes_on(at) && names::month(self.words.word(at + 1)).is_some())
                .then(|| names::short_weekday(self.words.word(at)))
                .flatten()
        })?;
        let is_name = [
            "Black",
            "Good",
            "Super",
            "Easter",
            "Ash",
            "Palm",
            "Bloody",
            "Cyber",
            "Holy",
            "Ruby",
            "Sheffield",
            "Giving",
        ]
        .contains(&self.words.before(at, 1));
        if is_name || self.comes_round(at) {
            return None;
        }
        if self.words.goes_on(at)
            && let Some(date) = self.month(at + 1).or_else(|| self.day_before_month(at + 1))
            && date.days.from == date.days.to
        {
            return Some(Hit { first, ..date });
        }
        let last = self.part_of_day(at);
        Some(self.weekday_by_itself(first, last, weekday))
    }

    /// Whether the weekday at `at` comes round and is no one day: "every Friday", "the last Saturday of the season".
    pub(super) fn comes_round(&self, at: usize) -> bool {
        let ordinals = ["first", "second", "third", "fourth", "last"];
        self.words.is_before(at, &["every", "each"])
            || self.words.is(at + 1, &["of"]) && self.words.is_before(at, &ordinals)
    }

    pub(super) fn weekday_by_itself(&self, first: usize, last: usize, weekday: Weekday) -> Hit {
        let past = Days::one(latest(self.published, weekday));
        let future = Days::one(coming(self.published, weekday));
        let is_today = past.to == self.published;
        match tense::around(self.words, first, last) {
            Tense::Future if is_today => Hit::new(first, last, past).or(future),
            Tense::Future => Hit::new(first, last, future).or(past),
            Tense::Past | Tense::Unknown if is_today => {
                Hit::new(first, last, past).or(Days::one(after(self.published, -7)))
            }
            Tense::Past => Hit::new(first, last, past),
            Tense::Unknown => Hit::new(first, last, past).or(future),
        }
    }

    /// The last word of the day, its part of the day included: "Tuesday evening".
    pub(super) fn part_of_day(&self, at: usize) -> usize {
        if self.words.gap(at) == " " && self.words.is(at + 1, &PARTS_OF_DAY) {
            at + 1
        } else {
            at
        }
    }

    pub(super) fn counted_weekday(
        &self,
        first: usize,
        last: usize,
        weekday: Weekday,
        step: i64,
        exact: bool,
    ) -> Hit {
        let today = self.published;
        let week = Days::week(today, 0);
        let this = after(week.from, i64::from(weekday.to_monday_zero_offset()));
        let hit = |day| Hit::new(first, last, Days::one(day));
        match step {
            0 => hit(this),
            -1 if exact || this >= today => hit(latest(after(today, -1), weekday)),
            -1 => hit(after(this, -7)).or(Days::one(this)),
            _ if exact || this <= today => hit(coming(today, weekday)),
            _ => hit(after(this, 7)).or(Days::one(this)),
        }
    }
}
