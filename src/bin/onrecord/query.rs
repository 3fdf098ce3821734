//! `onrecord query`: ranked passages that answer a question, from an index or straight from files.

use std::io::Write;
use std::path::PathBuf;

use anyhow::bail;
use clap::{Args, ValueEnum};
use onrecord::index::Index;
use onrecord::query::{self, ParseError, Query, Sort};
use onrecord::read::Options;
use unicode_width::UnicodeWidthStr;

use crate::args::{Filters, Layout, Place};
use crate::exit::Outcome;
use crate::print::hits::{Answer, Printer};
use crate::print::plain::harmless;
use crate::say::Voice;
use crate::terminal::Terminal;
use crate::{intake, place};

/// Find passages by their words, speaker, publisher and day, the best first
#[derive(Debug, Args)]
#[command(after_long_help = "\
Words must all be found, in any order; \"…\" is verbatim, OR, -word and ( … ) combine, speaker:NAME, cue:WORD,
published:2020-11..2020-12 and others look in a field. `onrecord query --syntax` shows the whole language.
Words that begin with a dash come after --.

Examples:
  onrecord query voter fraud
  onrecord query '\"dead people voting\"' --kind quote
  onrecord query speaker:krebs said:2020-11-17
  onrecord query --sort newest --limit 3 -- election -fraud
  onrecord query --in article.txt --in more/ statement
  onrecord query --format jsonl voter | jq -r .attribution.speaker")]
pub(crate) struct Ask {
    /// What to look for; without words every passage that the filters let through
    #[arg(value_name = "WORDS")]
    words: Vec<String>,

    /// Search this file or folder instead of an index; may be repeated
    #[arg(long = "in", value_name = "PATH", conflicts_with = "index")]
    inside: Vec<PathBuf>,

    #[command(flatten)]
    place: Place,

    #[command(flatten)]
    filters: Filters,

    /// One of the words is enough
    #[arg(long)]
    any: bool,

    /// Show every passage, also where several articles print the same words
    #[arg(long)]
    all: bool,

    /// Rank articles, each with its best passages
    #[arg(long)]
    articles: bool,

    /// Print only how many there are
    #[arg(long)]
    count: bool,

    /// The order: relevance, newest or oldest
    #[arg(
        long,
        value_enum,
        default_value = "relevance",
        value_name = "ORDER",
        hide_possible_values = true
    )]
    sort: Order,

    /// How many to show at most
    #[arg(long, value_name = "N", default_value_t = 10)]
    limit: usize,

    /// How many of the first to leave out
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: usize,

    #[command(flatten)]
    layout: Layout,
}

/// The order of what is found.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Order {
    Relevance,
    Newest,
    Oldest,
}

impl Ask {
    pub(crate) fn run(self, voice: &mut Voice, terminal: &Terminal) -> anyhow::Result<Outcome> {
        let typed = self.words.join(" ");
        let query = self.query(&typed)?;
        let mut rejected = 0;
        let options = Options {
            from: None,
            root: place::nearest_root(),
        };
        let index = if self.inside.is_empty() {
            Index::open(&place::existing(self.place.index)?)?
        } else {
            let (index, tally) = intake::in_memory(&self.inside, &options, voice)?;
            rejected = tally.rejected;
            index
        };
        let searcher = index.searcher()?;
        if self.count {
            let count = searcher.count(&query)?;
            let mut out = terminal.text();
            writeln!(out, "{count}")?;
            out.finish()?;
            return Ok(Outcome::found(count > 0).but_rejected(rejected > 0));
        }
        let answer = if self.articles {
            Answer::Articles(searcher.articles(&query)?)
        } else {
            Answer::Passages(searcher.search(&query)?)
        };
        let mut printer = Printer::new(self.layout.format, false, terminal)?;
        printer.answer(&typed, &answer, Vec::new())?;
        printer.close()?;
        voice.note(counted(&answer));
        Ok(Outcome::found(answer.len() > 0).but_rejected(rejected > 0))
    }

    /// What was typed, as it is meant.
    fn query(&self, typed: &str) -> anyhow::Result<Query> {
        let expression = match typed.trim() {
            "" if !self.filters.any() => {
                bail!(
                    "there is nothing to look for; type one or more words, or a filter such as --speaker NAME"
                )
            }
            "" => None,
            _ => Some(query::parse(typed).map_err(|error| unclear(typed, &error))?),
        };
        Ok(Query {
            expression,
            any: self.any,
            all: self.all,
            sort: self.sort.into(),
            limit: self.limit,
            offset: self.offset,
            ..self.filters.query()
        })
    }
}

impl From<Order> for Sort {
    fn from(order: Order) -> Self {
        match order {
            Order::Relevance => Self::Relevance,
            Order::Newest => Self::Newest,
            Order::Oldest => Self::Oldest,
        }
    }
}

/// `10 of 237 passages`
fn counted(answer: &Answer) -> String {
    let (shown, total, noun) = (answer.len(), answer.total(), answer.noun());
    if total == 0 {
        "nothing found".into()
    } else if shown == total {
        let noun = if total == 1 {
            noun.trim_end_matches('s')
        } else {
            noun
        };
        format!("{total} {noun}")
    } else {
        format!("{shown} of {total} {noun}")
    }
}

/// An error that shows the query and, under it, the place that cannot be meant.
pub(crate) fn unclear(typed: &str, error: &ParseError) -> anyhow::Error {
    let shown = line_as_typed(typed);
    let before = typed.get(..error.at).unwrap_or(typed);
    let column = line_as_typed(before).width();
    anyhow::Error::msg(format!(
        "{}\n  {shown}\n  {:column$}^\n{}",
        error.message, "", error.hint
    ))
}

/// The query on one line, each character in its own place.
fn line_as_typed(typed: &str) -> String {
    typed
        .chars()
        .map(|char| {
            if char == '\n' || char == '\t' {
                ' '
            } else {
                char
            }
        })
        .filter_map(harmless)
        .collect()
}
