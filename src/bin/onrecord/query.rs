//! `onrecord query`: ranked passages that answer a question, from an index or straight from files.

use std::io::Write;
use std::path::PathBuf;

use anyhow::bail;
use clap::{Args, ValueEnum};
use onrecord::index::{FacetBy, Index, Searcher};
use onrecord::query::{Cursor, Query, Sort};
use onrecord::read::Options;

use crate::aliases::Aliases;
use crate::answers::{Answers, Form};
use crate::args::{Filters, Layout, Place};
use crate::exit::Outcome;
use crate::meaning::parsed;
use crate::print::hits::Printer;
use crate::say::Voice;
use crate::terminal::{self, Terminal};
use crate::{intake, place};

/// Find passages by their words, speaker, publisher and day, the best first
#[derive(Debug, Args)]
#[command(after_long_help = "\
Words must all be found, in any order; \"…\" is verbatim, OR, -word and ( … ) combine,
speaker:NAME, cue:WORD, published:2020-11..2020-12 and others look in a field. `onrecord
query --syntax` shows the whole language. Words that begin with a dash come after --.

Examples:
  onrecord query voter fraud
  onrecord query '\"dead people voting\"' --kind quote
  onrecord query speaker:krebs said:2020-11-17
  onrecord query --sort newest --limit 3 -- election -fraud
  onrecord query --in article.txt --in more/ statement
  onrecord query --format jsonl voter | jq -r .attribution.speaker")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
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
    pub(crate) articles: bool,

    /// Print only how many there are
    #[arg(long)]
    pub(crate) count: bool,

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

    /// Go on after the hit with this cursor, as JSON output gives it; stays right while articles come in
    #[arg(long, value_name = "CURSOR", value_parser = cursor, conflicts_with = "articles", hide_short_help = true)]
    after: Option<Cursor>,

    /// Only articles taken in after this mark, as an earlier JSON answer or `onrecord status` gave it
    #[arg(long, value_name = "MARK", hide_short_help = true)]
    new_since: Option<u64>,

    /// Count also by these, separated by commas: speaker, kind, publisher, medium, cue, year
    #[arg(long, value_name = "FIELDS", value_delimiter = ',', value_parser = facet)]
    pub(crate) facets: Vec<FacetBy>,

    /// Print only this of each hit, one a line: ids, text, speakers or articles
    #[arg(long, value_enum, value_name = "WHAT", hide_possible_values = true, conflicts_with_all = ["count", "format", "facets"], hide_short_help = true)]
    pub(crate) output: Option<Output>,

    /// End what --output prints with a NUL instead of a line's end
    #[arg(long, short = '0', requires = "output", hide_short_help = true)]
    pub(crate) null: bool,

    /// Answer every query in this file, one a line; - is standard input
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "words",
        hide_short_help = true
    )]
    pub(crate) queries: Option<PathBuf>,

    /// Say why each passage ranks where it does, and why it has this speaker and day
    #[arg(long, hide_short_help = true)]
    pub(crate) explain: bool,

    /// Show the whole query language on one screen
    #[arg(long, exclusive = true)]
    syntax: bool,

    #[command(flatten)]
    pub(crate) layout: Layout,
}

/// What to print of each hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Output {
    Ids,
    Text,
    Speakers,
    Articles,
}

fn cursor(typed: &str) -> Result<Cursor, String> {
    typed
        .parse()
        .map_err(|()| "it is no cursor that a hit has in JSON output".into())
}

fn facet(typed: &str) -> Result<FacetBy, String> {
    let all = FacetBy::ALL;
    all.into_iter()
        .find(|facet| facet.as_str() == typed)
        .ok_or_else(|| {
            let names = all.map(FacetBy::as_str);
            format!("passages are counted by {}", names.join(", "))
        })
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
        if self.syntax {
            let mut out = terminal.long_text();
            out.write_all(include_bytes!("syntax.txt"))?;
            out.finish()?;
            return Ok(Outcome::Done);
        }
        let aliases = self.filters.aliases()?;
        if self.queries.is_none() {
            // A query that cannot be meant is told before anything is read.
            self.query(&self.words.join(" "), &aliases)?;
        }
        let (searcher, rejected) = self.searcher(voice)?;
        let tagged = self.queries.is_some();
        let form = if self.count {
            Form::Count(terminal.text())
        } else if let Some(output) = self.output {
            Form::Column(output, terminal::data())
        } else {
            Form::Hits(Box::new(Printer::new(
                self.layout.format,
                tagged,
                terminal,
            )?))
        };
        let mut answers = Answers {
            ask: &self,
            searcher,
            form,
            rejected,
            found: false,
        };
        match &self.queries {
            None => {
                let typed = self.words.join(" ");
                answers.answer(&typed, &self.query(&typed, &aliases)?, voice)?;
            }
            Some(list) => answers.all(list, &aliases, voice)?,
        }
        answers.close()
    }

    /// What is searched, and how many inputs were rejected on the way.
    fn searcher(&self, voice: &mut Voice) -> anyhow::Result<(Searcher, u64)> {
        if self.inside.is_empty() {
            let index = Index::open(place::existing(self.place.index.clone())?)?;
            return Ok((index.searcher()?, 0));
        }
        let options = Options {
            from: None,
            root: place::nearest_root(),
        };
        let (index, tally) = intake::in_memory(&self.inside, &options, voice)?;
        Ok((index.searcher()?, tally.rejected))
    }

    /// What was typed, as it is meant.
    pub(crate) fn query(&self, typed: &str, aliases: &Aliases) -> anyhow::Result<Query> {
        let filtered = self.filters.any() || self.new_since.is_some();
        let expression = match typed.trim() {
            "" if !filtered => bail!(
                "there is nothing to look for; type one or more words, or a filter such as --speaker NAME"
            ),
            "" => None,
            _ => Some(parsed(typed)?),
        };
        Ok(aliases.widen(Query {
            expression,
            any: self.any,
            all: self.all,
            sort: self.sort.into(),
            limit: self.limit,
            offset: self.offset,
            after: self.after,
            new_since: self.new_since,
            ..self.filters.query()
        }))
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
