//! `onrecord timeline`: how many passages answer, by day, week, month or year.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use anstyle::AnsiColor;
use clap::{Args, ValueEnum};
use onrecord::date::Day;
use onrecord::index::Index;
use serde_json::{Value, json};

use crate::args::{Asked, Layout, Place};
use crate::exit::Outcome;
use crate::place;
use crate::print::Format;
use crate::print::number::{counted, thousands};
use crate::print::plain::Width;
use crate::print::rows::Rows;
use crate::say::Voice;
use crate::terminal::Terminal;

/// Draw how many passages there are by day, week, month or year of publication
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  onrecord timeline voter fraud
  onrecord timeline --by week --kind quote speaker:krebs
  onrecord timeline --format csv --by month > months.csv")]
pub(crate) struct Timeline {
    #[command(flatten)]
    asked: Asked,

    #[command(flatten)]
    place: Place,

    /// The period: day, week, month or year [default: what fits on a screen]
    #[arg(long, value_enum, value_name = "PERIOD", hide_possible_values = true)]
    by: Option<By>,

    #[command(flatten)]
    layout: Layout,
}

/// A period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Day,
    Week,
    Month,
    Year,
}

/// Periods that fit on a screen.
const SCREEN: usize = 40;
/// Columns of the longest bar.
const BAR: usize = 50;

impl Timeline {
    pub(crate) fn run(self, voice: &mut Voice, terminal: &Terminal) -> anyhow::Result<Outcome> {
        let query = self.asked.query()?;
        let searcher = Index::open(place::existing(self.place.index)?)?.searcher()?;
        let counts = searcher.days(&query)?;
        let total: usize = counts.iter().map(|(_, count)| count).sum();
        let undated: usize = counts
            .iter()
            .filter(|(day, _)| day.is_none())
            .map(|(_, count)| count)
            .sum();
        let days: Vec<(Day, usize)> = counts
            .into_iter()
            .filter_map(|(day, count)| Some((day?, count)))
            .collect();
        let by = self.by.unwrap_or_else(|| fitting(&days));
        let periods = periods(&days, by);
        if self.layout.format == Format::Text {
            let mut out = terminal.long_text();
            draw(&mut out, &periods, by, terminal.width)?;
            out.finish()?;
        } else {
            let rows = Rows {
                name: "periods",
                columns: &["from", "to", "count"],
                fields: vec![
                    ("query", self.asked.typed().into()),
                    ("by", json!(by.name())),
                    ("total", total.into()),
                    ("undated", undated.into()),
                ],
            };
            let row = |(&from, &count): (&Day, &usize)| -> Vec<Value> {
                vec![
                    from.to_string().into(),
                    by.last(from).to_string().into(),
                    count.into(),
                ]
            };
            rows.write(self.layout.format, periods.iter().map(row))?;
        }
        let mut note = counted(total as u64, "passage");
        if undated > 0 {
            let _ = write!(
                note,
                ", {} in articles without a day",
                thousands(undated as u64)
            );
        }
        voice.note(note);
        Ok(Outcome::found(total > 0))
    }
}

impl By {
    const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The first day of the period that `day` lies in; weeks begin on Monday.
    fn first(self, day: Day) -> Day {
        match self {
            Self::Day => day,
            Self::Week => (0..day.weekday().to_monday_zero_offset())
                .try_fold(day, |day, _| day.yesterday())
                .unwrap_or(day),
            Self::Month => day.first_of_month(),
            Self::Year => day.first_of_year(),
        }
    }

    /// The last day of the period that begins with `first`.
    fn last(self, first: Day) -> Day {
        match self {
            Self::Day => first,
            Self::Week => (0..6)
                .try_fold(first, |day, _| day.tomorrow())
                .unwrap_or(first),
            Self::Month => first.last_of_month(),
            Self::Year => first.last_of_year(),
        }
    }

    fn next(self, first: Day) -> Option<Day> {
        self.last(first).tomorrow().ok()
    }

    fn label(self, first: Day) -> String {
        match self {
            Self::Day | Self::Week => first.to_string(),
            Self::Month => first.strftime("%Y-%m").to_string(),
            Self::Year => first.strftime("%Y").to_string(),
        }
    }
}

/// The shortest period of which a screen holds all.
fn fitting(days: &[(Day, usize)]) -> By {
    [By::Day, By::Week, By::Month]
        .into_iter()
        .find(|&by| periods(days, by).len() <= SCREEN)
        .unwrap_or(By::Year)
}

/// The count of every period from the first to the last, also of the empty ones between.
fn periods(days: &[(Day, usize)], by: By) -> BTreeMap<Day, usize> {
    let mut periods = BTreeMap::new();
    let (Some((first, _)), Some((last, _))) = (days.first(), days.last()) else {
        return periods;
    };
    let mut period = Some(by.first(*first));
    while let Some(from) = period.filter(|from| from <= last) {
        periods.insert(from, 0);
        period = by.next(from);
    }
    for (day, count) in days {
        *periods.entry(by.first(*day)).or_default() += count;
    }
    periods
}

fn draw(
    out: &mut impl Write,
    periods: &BTreeMap<Day, usize>,
    by: By,
    width: Width,
) -> io::Result<()> {
    let most = periods.values().copied().max().unwrap_or(0);
    let room = width.within(BAR + 24).saturating_sub(24).max(8);
    let style = AnsiColor::Cyan.on_default();
    for (&from, &count) in periods {
        let bar = bar(count, most, room);
        let label = by.label(from);
        let count = if count == 0 {
            String::new()
        } else {
            format!(" {}", thousands(count as u64))
        };
        writeln!(out, "{label:>10} {style}{bar}{style:#}{count}")?;
    }
    Ok(())
}

/// A bar of `count` out of `most` in `room` columns, to an eighth of a column; never empty when there is any.
fn bar(count: usize, most: usize, room: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    if count == 0 {
        return "·".into();
    }
    let eighths = (count * room * 8 / most.max(1)).max(1);
    "█".repeat(eighths / 8) + EIGHTHS[eighths % 8]
}

#[cfg(test)]
mod tests {
    use onrecord::date::Day;

    use super::{By, bar, fitting, periods};

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[track_caller]
    fn case(days: &[(Day, usize)], by: By, expected: &[usize]) {
        assert_eq!(
            periods(days, by).into_values().collect::<Vec<_>>(),
            expected
        );
    }

    #[test]
    fn empty_periods_are_there() {
        let days = [
            (day("2020-12-30"), 2),
            (day("2021-01-02"), 1),
            (day("2021-03-01"), 4),
        ];
        case(&days, By::Month, &[2, 1, 0, 4]);
        case(&days, By::Year, &[2, 5]);
        case(&days[..2], By::Week, &[3]);
        case(&days[..2], By::Day, &[2, 0, 0, 1]);
        case(&[], By::Day, &[]);
        assert_eq!(fitting(&days), By::Week);
    }

    #[test]
    fn bars_are_as_long_as_they_should() {
        assert_eq!(bar(4, 4, 3), "███");
        assert_eq!(bar(1, 2, 3), "█▌");
        assert_eq!(bar(1, 1000, 3), "▏");
        assert_eq!(bar(0, 4, 3), "·");
    }
}
