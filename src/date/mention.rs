//! Days in running text: "Tuesday evening", "last week", "Jan. 20", resolved as newspapers mean them.

use super::words::Words;
use super::{Day, Days};
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
pub(super) struct Hit {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) days: Days,
    pub(super) alternative: Option<Days>,
}

impl Hit {
    pub(super) fn new(first: usize, last: usize, days: Days) -> Self {
        Self {
            first,
            last,
            days,
            alternative: None,
        }
    }

    pub(super) fn or(mut self, other: Days) -> Self {
        self.alternative = Some(other);
        self
    }
}

pub(super) struct Search<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) published: Day,
}

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
}

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
        case(
            "The bill passed its second reading in the upper house on Tuesday by 71 votes",
            &["Tuesday: 2020-11-17"],
        );
        case(
            "The inquiry opens in March.",
            &["March: 2021-03-01..2021-03-31 or 2020-03-01..2020-03-31"],
        );
        case(
            "It stays shut until Friday",
            &["Friday: 2020-11-20 or 2020-11-13"],
        );
        case("She said Tuesday he will go", &["Tuesday: 2020-11-17"]);
    }

    #[test]
    fn names_and_verbs_are_no_days() {
        for text in [
            "Shops open on Black Friday.",
            "They danced on the last Friday of the harvest.",
            "It is shut every Monday.",
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

    const PIECES: &[&str] = &[
        "Tuesday",
        " ",
        ", ",
        "last ",
        "next ",
        "this ",
        "week",
        "Jan.",
        " 20",
        "-",
        "–",
        "2020",
        "in ",
        "over the weekend",
        "two",
        " days ago",
        "May",
        "3rd of ",
        "early ",
        "earlier ",
        "é",
        "”",
        "Feb. 30",
        "9999",
        "\n",
        "night",
        "will ",
        "said ",
        "999 years ago",
        "12 months ago",
    ];

    proptest::proptest! {
        #[test]
        fn mentions_are_in_order_and_within(
            pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..12),
            ordinal in -9998_i16..9998,
        ) {
            let text = pieces.concat();
            let published = Day::new(ordinal, 2, 28).unwrap_or_default();
            let mut end = 0;
            for mention in mentions(&text, Span::whole(&text), published) {
                proptest::prop_assert!(mention.span.start >= end && !mention.span.is_empty());
                proptest::prop_assert_eq!(mention.span.trim(&text), mention.span);
                proptest::prop_assert!(mention.days.from <= mention.days.to);
                end = mention.span.end;
            }
        }
    }
}
