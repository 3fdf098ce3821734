//! Days told from the day of publication: "last week", "two days ago", "earlier this month".

use jiff::civil::Weekday;

use super::calendar::{after, months_after};
use super::mention::{Hit, Search};
use super::tense::{self, Tense};
use super::{Days, names};

/// Numbers from two.
const NUMBERS: [&str; 11] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

impl Search<'_> {
    pub(super) fn today(&self, at: usize) -> Option<Hit> {
        let days = match self.words.word(at) {
            "today" | "Today" | "tonight" | "Tonight" => 0,
            "yesterday" | "Yesterday" => -1,
            "tomorrow" | "Tomorrow" => 1,
            _ => return None,
        };
        let last = self.part_of_day(at);
        Some(Hit::new(at, last, Days::one(after(self.published, days))))
    }

    /// "last week", "this morning", "next month", "earlier this year", "last Tuesday", "late Friday", "early March".
    pub(super) fn relative(&self, at: usize) -> Option<Hit> {
        let word = self.words.word(at).to_ascii_lowercase();
        if self.words.gap(at) != " " {
            return None;
        }
        match word.as_str() {
            "last" | "next" | "this" => self.counted(at, &word),
            "earlier" | "later" if self.words.is(at + 1, &["this"]) => {
                let hit = self.counted(at + 1, "this")?;
                let days = if word == "earlier" {
                    Days {
                        to: hit.days.to.min(self.published),
                        ..hit.days
                    }
                } else {
                    Days {
                        from: hit.days.from.max(self.published),
                        ..hit.days
                    }
                };
                (days.from <= days.to).then(|| Hit::new(at, hit.last, days))
            }
            "late" | "early" | "earlier" | "later" => self
                .weekday(at, at + 1)
                .or_else(|| self.part_of_period(at, &word)),
            _ => None,
        }
    }

    /// "last", "next" or "this" and a day, week, month, year or weekend.
    pub(super) fn counted(&self, at: usize, word: &str) -> Option<Hit> {
        let today = self.published;
        let mut noun = at + 1;
        let (word, exact) = match (word, self.words.word(noun)) {
            ("this", "past") => ("last", true),
            ("this", "coming") => ("next", true),
            _ => (word, false),
        };
        if exact {
            noun += 1;
        }
        let step = match word {
            "last" => -1,
            "next" => 1,
            _ => 0,
        };
        let hit = |days| Some(Hit::new(at, noun, days));
        match self.words.word(noun) {
            "week" if step == -1 && today.weekday() == Weekday::Sunday => {
                Some(Hit::new(at, noun, Days::week(today, -1)).or(Days::week(today, 0)))
            }
            "week" => hit(Days::week(today, step)),
            "weekend" => Some(self.weekend(at, noun, step)),
            "month" => hit(months_after(today, step)?),
            "year" => hit(Days::year(today.year() + i16::try_from(step).ok()?)?),
            "night" if step == -1 => hit(Days::one(after(today, -1))),
            "morning" | "afternoon" | "evening" if step == 0 => hit(Days::one(today)),
            other if self.words.is_capitalised(noun) => {
                if let Some(weekday) = names::weekday(other) {
                    if self.comes_round(noun) {
                        return None;
                    }
                    let last = self.part_of_day(noun);
                    return Some(self.counted_weekday(at, last, weekday, step, exact));
                }
                let month = names::month(other)?;
                self.counted_month(at, noun, month, step)
            }
            _ => None,
        }
    }

    pub(super) fn weekend(&self, first: usize, last: usize, step: i64) -> Hit {
        let today = self.published;
        let hit = |weeks| Hit::new(first, last, Days::weekend(today, weeks));
        let is_weekend = matches!(today.weekday(), Weekday::Saturday | Weekday::Sunday);
        match step {
            -1 => hit(-1),
            1 => hit(1).or(Days::weekend(today, 0)),
            _ if !is_weekend && tense::around(self.words, first, last) == Tense::Past => {
                hit(-1).or(Days::weekend(today, 0))
            }
            _ => hit(0).or(Days::weekend(today, -1)),
        }
    }

    /// "over the weekend", "on the weekend".
    pub(super) fn weekend_past(&self, at: usize) -> Option<Hit> {
        let fits = self.words.is(at, &["over", "on"])
            && self.words.is(at + 1, &["the"])
            && self.words.is(at + 2, &["weekend"]);
        let weeks = match self.published.weekday() {
            Weekday::Saturday | Weekday::Sunday => 0,
            _ => -1,
        };
        let future = tense::around(self.words, at, at + 2) == Tense::Future;
        fits.then(|| {
            let (days, other) = if future { (0, weeks) } else { (weeks, 0) };
            Hit::new(at, at + 2, Days::weekend(self.published, days))
                .or(Days::weekend(self.published, other))
        })
    }

    pub(super) fn counted_month(
        &self,
        first: usize,
        last: usize,
        month: i8,
        step: i64,
    ) -> Option<Hit> {
        let today = self.published;
        let this = Days::month(today.year(), month)?;
        let hit = |days| Hit::new(first, last, days);
        let past = Days::month(today.year() - 1, month)?;
        let future = Days::month(today.year() + 1, month)?;
        Some(match step {
            0 => hit(this),
            -1 if this.to < today => hit(this).or(past),
            -1 => hit(past),
            _ if this.from > today => hit(this).or(future),
            _ => hit(future),
        })
    }

    /// "early March", "late 2016", "early next week".
    pub(super) fn part_of_period(&self, at: usize, word: &str) -> Option<Hit> {
        let whole = match self.words.word(at + 1) {
            "last" | "next" | "this" => self.relative(at + 1)?,
            _ => self.month(at + 1).or_else(|| self.year(at + 1))?,
        };
        let Days { from, to } = whole.days;
        let length = i64::from((to - from).get_days());
        if length < 6 {
            return Some(Hit { first: at, ..whole });
        }
        let days = match word {
            "early" => Days {
                from,
                to: after(from, length / 3),
            },
            "late" => Days {
                from: after(to, -length / 3),
                to,
            },
            _ => return None,
        };
        Some(Hit::new(at, whole.last, days))
    }

    /// "two days ago", "a week ago".
    pub(super) fn ago(&self, at: usize) -> Option<Hit> {
        if !self.words.is(at + 2, &["ago"]) {
            return None;
        }
        let count = match self.words.word(at).to_ascii_lowercase().as_str() {
            "a" | "an" | "one" => 1,
            word => match NUMBERS.iter().position(|number| *number == word) {
                Some(place) => i64::try_from(place).ok()? + 2,
                None => i64::from(self.words.number(at, 3)?),
            },
        };
        let today = self.published;
        let days = match self.words.word(at + 1) {
            "minute" | "minutes" | "hour" | "hours" => Days {
                from: after(today, -(count / 24) - 1),
                to: today,
            },
            "day" | "days" => Days::one(after(today, -count)),
            "week" if count == 1 => Days::one(after(today, -7)),
            "week" | "weeks" => Days {
                from: after(today, -7 * count - 3),
                to: after(today, -7 * count + 3),
            },
            "month" | "months" => months_after(today, -count)?,
            "year" | "years" => Days::year(today.year() - i16::try_from(count).ok()?)?,
            _ => return None,
        };
        Some(Hit::new(at, at + 2, days))
    }
}
