//! `onrecord compare`: what two speakers said of something, side by side, by day.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use onrecord::date::Day;
use onrecord::index::Index;
use onrecord::query::{Hit, Hits, Query, Sort};
use unicode_width::UnicodeWidthStr;

use crate::aliases::Aliases;
use crate::args::{Layout, Place};
use crate::exit::Outcome;
use crate::meaning::parsed;
use crate::place;
use crate::print::Format;
use crate::print::hits::Answer;
use crate::print::hits::{Found, Printer};
use crate::print::plain::Width;
use crate::print::text;
use crate::say::Voice;
use crate::suggest;
use crate::terminal::Terminal;

/// Show what two speakers said of something, side by side, by day
#[derive(Debug, Args)]
#[command(after_long_help = "\
The day is the one on which it was said, as far as the article tells, else the one of
publication. JSON has an answer for each speaker, as `query --queries` has for each query.

Examples:
  onrecord compare trump krebs election
  onrecord compare --over-time 'Ruth Okafor' bridge")]
pub(crate) struct Compare {
    /// Two speakers, by any part of a name, and what to look for
    #[arg(required = true, value_name = "SPEAKER SPEAKER WORDS")]
    words: Vec<String>,

    /// One speaker, against what he or she said before
    #[arg(long)]
    over_time: bool,

    /// A file of names that are one person's: Christopher Krebs = Chris Krebs
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    aliases: Option<PathBuf>,

    /// How many passages of each to show at most
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,

    #[command(flatten)]
    place: Place,

    #[command(flatten)]
    layout: Layout,
}

/// Columns between the two sides.
const GAP: usize = 3;

impl Compare {
    pub(crate) fn run(self, voice: &mut Voice, terminal: &Terminal) -> anyhow::Result<Outcome> {
        let many = if self.over_time { 1 } else { 2 };
        let Some((speakers, words)) = self.words.split_at_checked(many) else {
            bail!("two speakers are compared; name both, or one with --over-time");
        };
        let words = words.join(" ");
        let expression = match words.trim() {
            "" => None,
            _ => Some(parsed(&words)?),
        };
        let aliases = match &self.aliases {
            Some(path) => Aliases::read(path)?,
            None => Aliases::default(),
        };
        let searcher = Index::open(place::existing(self.place.index)?)?.searcher()?;
        let mut sides = Vec::new();
        for speaker in speakers {
            let query = aliases.widen(Query {
                expression: expression.clone(),
                speaker: Some(speaker.clone()),
                sort: Sort::Oldest,
                limit: self.limit,
                ..Query::default()
            });
            let hits = searcher.search(&query)?;
            if hits.hits.is_empty() {
                let of = if words.is_empty() { "" } else { " of " };
                voice.warning(format_args!("nothing that {speaker} said{of}{words}"));
                if let Some(hint) = suggest::speaker(&searcher, &query)? {
                    voice.note(hint);
                }
            }
            sides.push((speaker, hits));
        }
        let found = sides.iter().any(|(_, hits)| !hits.hits.is_empty());
        if self.layout.format == Format::Text {
            let mut out = terminal.long_text();
            draw(&mut out, &sides, terminal.width)?;
            out.finish()?;
        } else {
            let mut printer = Printer::new(self.layout.format, true, terminal)?;
            for (speaker, hits) in sides {
                let asked = format!("speaker:\"{speaker}\" {words}");
                let answer = Answer::Passages(hits);
                printer.answer(&Found {
                    query: asked.trim_end(),
                    answer: &answer,
                    mark: searcher.commit(),
                    facets: &[],
                    why: &HashMap::new(),
                    stories: &searcher.same_stories(answer.named())?,
                })?;
            }
            printer.close()?;
        }
        Ok(Outcome::found(found))
    }
}

/// The day a passage counts for.
fn day(hit: &Hit) -> Option<Day> {
    let said = hit.passage.said.as_ref().map(|said| said.days.from);
    said.or(hit.article.published)
}

fn draw(out: &mut impl Write, sides: &[(&String, Hits)], width: Width) -> io::Result<()> {
    let by_day: Vec<BTreeMap<Option<Day>, Vec<&Hit>>> = sides
        .iter()
        .map(|(_, hits)| {
            let mut days: BTreeMap<_, Vec<_>> = BTreeMap::new();
            for hit in &hits.hits {
                days.entry(day(hit)).or_default().push(hit);
            }
            days
        })
        .collect();
    let days: BTreeSet<Option<Day>> = by_day
        .iter()
        .flat_map(|days| days.keys().copied())
        .collect();
    for (nth, day) in days.into_iter().enumerate() {
        if nth > 0 {
            writeln!(out)?;
        }
        let label = day.map_or("no day".into(), |day| day.to_string());
        text::heading(out, &label, width)?;
        let cells = by_day
            .iter()
            .map(|days| days.get(&day).map_or(&[][..], |hits| hits));
        match (width.half(GAP), sides.len()) {
            (Some(half), 2) => {
                let cells: Vec<Vec<String>> = cells
                    .map(|hits| lines(hits, Width::columns(half)))
                    .collect::<io::Result<_>>()?;
                side_by_side(out, &cells[0], &cells[1], half)?;
            }
            _ => {
                for hit in cells.flatten() {
                    text::passage(out, &hit.passage, &hit.article, &hit.matches, width)?;
                }
            }
        }
    }
    Ok(())
}

/// The passages as lines of a column.
fn lines(hits: &[&Hit], width: Width) -> io::Result<Vec<String>> {
    let mut column = Vec::new();
    for hit in hits {
        text::passage(&mut column, &hit.passage, &hit.article, &hit.matches, width)?;
    }
    let column = String::from_utf8_lossy(&column);
    Ok(column.lines().map(String::from).collect())
}

fn side_by_side(
    out: &mut impl Write,
    left: &[String],
    right: &[String],
    half: usize,
) -> io::Result<()> {
    for nth in 0..left.len().max(right.len()) {
        let (left, right) = (left.get(nth), right.get(nth));
        let left = left.map_or("", String::as_str);
        let seen = anstream::adapter::strip_str(left).to_string().width();
        let blanks = (half + GAP).saturating_sub(seen);
        match right {
            Some(right) => writeln!(out, "{left}{:blanks$}{right}", "")?,
            None => writeln!(out, "{left}")?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn columns_stand_side_by_side_as_they_are_seen() {
        let mut out = Vec::new();
        let left = ["\u{1b}[1m東京\u{1b}[0m".to_owned()];
        let right = ["one".to_owned(), "two".to_owned()];
        side_by_side(&mut out, &left, &right, 6).expect("a vector takes all");
        assert_eq!(
            String::from_utf8_lossy(&out),
            "\u{1b}[1m東京\u{1b}[0m     one\n         two\n"
        );
    }
}
