//! Days in running text: "Tuesday evening", "last week", "Jan. 20", resolved as newspapers mean them.

use jiff::civil::Weekday;

use super::calendar::{after, coming, latest, months_after};
use super::tense::{self, Tense};
use super::words::Words;
use super::{Day, Days, names};
use crate::text::Span;

/// Words that tell a day, and what they mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayMention {
    /// The words: "Tuesday evening".
    pub span: Span,
    /// The days they mean, or most likely mean.
    pub days: Days,
    /// What else they may mean: "Thursday" in a paper of Thursday is today or a week ago.
    pub alternative: Option<Days>,
}

/// The days that `text` names `within` a span, in order, as of the day of publication. A weekday by itself is the latest
/// one up to that day, unless the tense around it points ahead.
#[must_use]
pub fn mentions(text: &str, within: Span, published: Day) -> Vec<DayMention> {
    let words = Words::new(text, within);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.count() {
        let search = Search {
            words: &words,
            published,
        };
        if let Some(hit) = search.at(at) {
            found.push(DayMention {
                span: words.span(hit.first, hit.last),
                days: hit.days,
                alternative: hit.alternative.filter(|other| *other != hit.days),
            });
            at = hit.last + 1;
        } else {
            at += 1;
        }
    }
    found
}

/// Words from `first` to `last` that tell days.
struct Hit {
    first: usize,
    last: usize,
    days: Days,
    alternative: Option<Days>,
}

impl Hit {
    fn new(first: usize, last: usize, days: Days) -> Self {
        Self {
            first,
            last,
            days,
            alternative: None,
        }
    }

    fn or(mut self, other: Days) -> Self {
        self.alternative = Some(other);
        self
    }
}

struct Search<'a> {
    words: &'a Words<'a>,
    published: Day,
}

const PARTS_OF_DAY: [&str; 7] = [
    "morning",
    "afternoon",
    "evening",
    "night",
    "noon",
    "midday",
    "overnight",
];

/// Before these a month or a year by itself is a day and no verb, name or number.
const PREPOSITIONS: [&str; 18] = [
    "in", "since", "until", "till", "by", "from", "through", "between", "during", "of", "last",
    "next", "this", "early", "late", "mid", "before", "after",
];

impl Search<'_> {
    /// The longest day that begins with the word at `at`.
    fn at(&self, at: usize) -> Option<Hit> {
        // Most words are told apart by their first letter.
        match self.words.word(at).as_bytes().first()? | 0x20 {
            b'm' | b'w' => self.weekday(at, at).or_else(|| self.month(at)),
            b't' => self
                .weekday(at, at)
                .or_else(|| self.today(at))
                .or_else(|| self.relative(at))
                .or_else(|| self.ago(at)),
            b'f' | b's' => self
                .weekday(at, at)
                .or_else(|| self.month(at))
                .or_else(|| self.ago(at)),
            b'j' | b'd' => self.month(at),
            b'a' => self.month(at).or_else(|| self.ago(at)),
            b'o' => self
                .month(at)
                .or_else(|| self.weekend_past(at))
                .or_else(|| self.ago(at)),
            b'n' => self
                .month(at)
                .or_else(|| self.relative(at))
                .or_else(|| self.ago(at)),
            b'y' => self.today(at),
            b'l' | b'e' => self.relative(at).or_else(|| self.ago(at)),
            // A digit, for 0x20 is set in all of them.
            b'0'..=b'9' => self
                .day_before_month(at)
                .or_else(|| self.year(at))
                .or_else(|| self.ago(at)),
            _ => None,
        }
    }

    /// "Tuesday", "Tuesday evening", "Tuesday, Nov. 17", where the day has begun at `first` ("last Tuesday").
    fn weekday(&self, first: usize, at: usize) -> Option<Hit> {
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
        if is_name {
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

    fn weekday_by_itself(&self, first: usize, last: usize, weekday: Weekday) -> Hit {
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
    fn part_of_day(&self, at: usize) -> usize {
        if self.words.gap(at) == " " && self.words.is(at + 1, &PARTS_OF_DAY) {
            at + 1
        } else {
            at
        }
    }

    fn today(&self, at: usize) -> Option<Hit> {
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
    fn relative(&self, at: usize) -> Option<Hit> {
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
    fn counted(&self, at: usize, word: &str) -> Option<Hit> {
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
                    let last = self.part_of_day(noun);
                    return Some(self.counted_weekday(at, last, weekday, step, exact));
                }
                let month = names::month(other)?;
                self.counted_month(at, noun, month, step)
            }
            _ => None,
        }
    }

    fn weekend(&self, first: usize, last: usize, step: i64) -> Hit {
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
    fn weekend_past(&self, at: usize) -> Option<Hit> {
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

    fn counted_weekday(
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

    fn counted_month(&self, first: usize, last: usize, month: i8, step: i64) -> Option<Hit> {
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
    fn part_of_period(&self, at: usize, word: &str) -> Option<Hit> {
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

    /// "Nov. 3", "November 3rd, 2020", "Nov. 3-5", "November 2020", and "November" after "in".
    fn month(&self, at: usize) -> Option<Hit> {
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
    fn is_part_of_number(&self, at: usize) -> bool {
        matches!(self.words.gap(at), "." | "," | ":")
            && self
                .words
                .word(at + 1)
                .starts_with(|c: char| c.is_ascii_digit())
            && self.words.year(at + 1).is_none()
    }

    fn month_day(&self, first: usize, at: usize, month: i8, day: i8) -> Option<Hit> {
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
    fn in_nearest_year(
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
    fn day_before_month(&self, at: usize) -> Option<Hit> {
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
    fn year(&self, at: usize) -> Option<Hit> {
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

    /// "two days ago", "a week ago".
    fn ago(&self, at: usize) -> Option<Hit> {
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

/// From so many days on a day without a year may be one of another year than the nearest.
const FAR: i32 = 90;

/// Numbers from two.
const NUMBERS: [&str; 11] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

#[cfg(test)]
mod tests {
    use super::{Day, Span, mentions};

    /// `found` are the words, the days and the alternative of each mention in a paper of Thursday, 19 November 2020.
    #[track_caller]
    fn case(text: &str, found: &[&str]) {
        on(Day::constant(2020, 11, 19), text, found);
    }

    #[track_caller]
    fn on(published: Day, text: &str, found: &[&str]) {
        let days = |days: super::Days| {
            if days.from == days.to {
                days.from.to_string()
            } else {
                format!("{}..{}", days.from, days.to)
            }
        };
        let mentions: Vec<String> = mentions(text, Span::whole(text), published)
            .into_iter()
            .map(|mention| {
                let other = mention
                    .alternative
                    .map_or_else(String::new, |other| format!(" or {}", days(other)));
                format!("{}: {}{other}", mention.span.of(text), days(mention.days))
            })
            .collect();
        assert_eq!(mentions, found, "{text}");
    }

    #[test]
    fn weekdays_are_the_latest() {
        case(
            "He was fired Tuesday evening.",
            &["Tuesday evening: 2020-11-17"],
        );
        case(
            "She said on Monday night that",
            &["Monday night: 2020-11-16"],
        );
        case("He released a statement Friday.", &["Friday: 2020-11-13"]);
        case(
            "A letter of Wednesday",
            &["Wednesday: 2020-11-18 or 2020-11-25"],
        );
        case("Tuesday’s vote", &["Tuesday: 2020-11-17 or 2020-11-24"]);
        case("He spoke late Tuesday.", &["late Tuesday: 2020-11-17"]);
        case(
            "On Monday and Tuesday it rained",
            &["Monday: 2020-11-16", "Tuesday: 2020-11-17"],
        );
    }

    #[test]
    fn the_day_of_publication_is_ambiguous() {
        case(
            "He released a statement Thursday which",
            &["Thursday: 2020-11-19 or 2020-11-12"],
        );
        case(
            "The board will meet Thursday",
            &["Thursday: 2020-11-19 or 2020-11-26"],
        );
    }

    #[test]
    fn tense_points_ahead() {
        case(
            "The board will meet Tuesday.",
            &["Tuesday: 2020-11-24 or 2020-11-17"],
        );
        case(
            "On Tuesday, the board will meet",
            &["Tuesday: 2020-11-24 or 2020-11-17"],
        );
        case(
            "She is expected to speak on Sunday morning",
            &["Sunday morning: 2020-11-22 or 2020-11-15"],
        );
        case("She said Tuesday he will go", &["Tuesday: 2020-11-17"]);
    }

    #[test]
    fn names_and_verbs_are_no_days() {
        for text in [
            "Shops open on Black Friday.",
            "Sheffield Wednesday won.",
            "They may march in the sun.",
            "May I?",
            "Theresa May said no.",
            "April Jones left.",
            "a 2020 model",
            "of 2000 people",
            "in 1500 homes",
            "second to none",
            "The Sun. He sat.",
            "week",
            "last",
            "",
            "…",
            "over the years",
        ] {
            case(text, &[]);
        }
    }

    #[test]
    fn relative_days_and_weeks() {
        case(
            "fired via tweet last week, and",
            &["last week: 2020-11-09..2020-11-15"],
        );
        on(
            Day::constant(2020, 11, 22),
            "last week",
            &["last week: 2020-11-09..2020-11-15 or 2020-11-16..2020-11-22"],
        );
        case(
            "this week and next month",
            &[
                "this week: 2020-11-16..2020-11-22",
                "next month: 2020-12-01..2020-12-31",
            ],
        );
        case("last month", &["last month: 2020-10-01..2020-10-31"]);
        case(
            "last year; next year",
            &[
                "last year: 2019-01-01..2019-12-31",
                "next year: 2021-01-01..2021-12-31",
            ],
        );
        case(
            "earlier this month",
            &["earlier this month: 2020-11-01..2020-11-19"],
        );
        case(
            "later this week",
            &["later this week: 2020-11-19..2020-11-22"],
        );
        case("two days ago", &["two days ago: 2020-11-17"]);
        case("a week ago", &["a week ago: 2020-11-12"]);
        case("10 months ago", &["10 months ago: 2020-01-01..2020-01-31"]);
        case(
            "three years ago",
            &["three years ago: 2017-01-01..2017-12-31"],
        );
        case("yesterday morning", &["yesterday morning: 2020-11-18"]);
        case("Today it rained", &["Today: 2020-11-19"]);
        case("last night", &["last night: 2020-11-18"]);
        case("this morning", &["this morning: 2020-11-19"]);
        case(
            "Over the weekend it rained",
            &["Over the weekend: 2020-11-14..2020-11-15 or 2020-11-21..2020-11-22"],
        );
        case("last weekend", &["last weekend: 2020-11-14..2020-11-15"]);
    }

    #[test]
    fn counted_weekdays_and_months() {
        case("last Tuesday", &["last Tuesday: 2020-11-10 or 2020-11-17"]);
        case("last Friday", &["last Friday: 2020-11-13"]);
        case("this past Monday", &["this past Monday: 2020-11-16"]);
        case("next Tuesday", &["next Tuesday: 2020-11-24"]);
        case(
            "next Saturday",
            &["next Saturday: 2020-11-28 or 2020-11-21"],
        );
        case("this Friday", &["this Friday: 2020-11-20"]);
        case(
            "last March",
            &["last March: 2020-03-01..2020-03-31 or 2019-03-01..2019-03-31"],
        );
        case("next March", &["next March: 2021-03-01..2021-03-31"]);
        case(
            "in March",
            &["March: 2020-03-01..2020-03-31 or 2021-03-01..2021-03-31"],
        );
        case(
            "It was closed in March.",
            &["March: 2020-03-01..2020-03-31"],
        );
        case(
            "It will open in March.",
            &["March: 2021-03-01..2021-03-31 or 2020-03-01..2020-03-31"],
        );
        case("early March", &["early March: 2020-03-01..2020-03-11"]);
    }

    #[test]
    fn days_of_months() {
        case(
            "before his term expires on Jan. 20.",
            &["Jan. 20: 2021-01-20 or 2020-01-20"],
        );
        case("after the Nov. 3 election", &["Nov. 3: 2020-11-03"]);
        case(
            "on November 18, 2020, he",
            &["November 18, 2020: 2020-11-18"],
        );
        case(
            "Wednesday, Nov. 18, 2020",
            &["Wednesday, Nov. 18, 2020: 2020-11-18"],
        );
        case("on Tues., Nov. 17", &["Tues., Nov. 17: 2020-11-17"]);
        case("18 November 2020", &["18 November 2020: 2020-11-18"]);
        case("the 3rd of November", &["3rd of November: 2020-11-03"]);
        case("from Nov. 3-5", &["Nov. 3-5: 2020-11-03..2020-11-05"]);
        case(
            "It was signed on March 4.",
            &["March 4: 2020-03-04 or 2021-03-04"],
        );
        on(
            Day::constant(2021, 1, 5),
            "the Nov. 3 vote",
            &["Nov. 3: 2020-11-03 or 2021-11-03"],
        );
        case("November 2019", &["November 2019: 2019-11-01..2019-11-30"]);
        case("on Feb. 30, 2020", &[]);
        case("March 20,000 miles", &[]);
    }

    #[test]
    fn years() {
        case("in 2016, when", &["2016: 2016-01-01..2016-12-31"]);
        case("since late 2016", &["late 2016: 2016-09-01..2016-12-31"]);
        case("the 2016 election", &[]);
    }

    #[test]
    fn stays_within_its_span() {
        let text = "Tuesday. Éric came Monday. Friday";
        let found = mentions(text, Span::new(8, 26), Day::constant(2020, 11, 19));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].span.of(text), "Monday");
    }
}
