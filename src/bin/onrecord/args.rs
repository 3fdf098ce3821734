//! The command line as typed: the commands, and the groups of arguments that several of them share.

use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};
use onrecord::date::Day;
use onrecord::query::{KindName, Query};

use crate::aliases::Aliases;
use crate::print::Format;
use crate::{
    articles, check, cite, compare, export, ingest, meaning, pipeline, query, reindex, remove,
    shell, show, speakers, split, status, timeline, trace, verify, wire,
};

/// Search what was said in the news: quotes, claims and facts, each with who, when and where
#[derive(Debug, Parser)]
#[command(
    version,
    max_term_width = 100,
    arg_required_else_help = true,
    infer_subcommands = false,
    after_help = "Exit status: 0 done or found, 1 nothing found, 2 error, 3 some inputs rejected, 4 index locked.",
    after_long_help = "\
Examples:
  onrecord ingest news/              read a folder of articles into ./.onrecord
  onrecord query voter fraud         ranked passages that hold both words
  onrecord query speaker:krebs --kind quote --format jsonl
  onrecord query --in article.txt '\"most secure\"'
                                     search an article without an index
  onrecord split --format jsonl article.txt

Exit status:
  0  done; for query: something was found
  1  nothing was found
  2  an error: bad usage, no such index, an unreadable query; nothing was changed
  3  done in part: some inputs were rejected, each named on standard error
  4  another process is writing to this index; try again"
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) manner: Manner,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// How the program speaks, whatever it does.
#[derive(Debug, Args)]
pub(crate) struct Manner {
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true,
        help_heading = "Global options",
        help = "When to use colour: auto, always or never; NO_COLOR is respected"
    )]
    pub(crate) color: ColorChoice,

    /// Keep counts and progress off standard error; errors and rejected inputs still go there
    #[arg(long, short, global = true, help_heading = "Global options")]
    pub(crate) quiet: bool,

    /// Never show long text through a pager
    #[arg(long, global = true, help_heading = "Global options")]
    pub(crate) no_pager: bool,
}

/// The command line of a query behind its name.
#[derive(Debug, Parser)]
struct Asking {
    #[command(flatten)]
    manner: Manner,

    #[command(flatten)]
    ask: query::Ask,
}

impl Cli {
    /// The command line as typed; the program ends here where it makes no sense or asks for help.
    pub(crate) fn read() -> Self {
        let mut typed = std::env::args_os().skip(1).peekable();
        // To build what is known of all the other commands would take as long as many a query.
        if typed.peek().is_some_and(|name| name == "query")
            && let Ok(Asking { manner, ask }) = Asking::try_parse_from(typed)
        {
            return Self {
                manner,
                command: Command::Query(ask),
            };
        }
        Self::parse()
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Ingest(ingest::Ingest),
    #[command(visible_alias = "search")]
    Query(query::Ask),
    Split(split::Split),
    Show(show::Show),
    Remove(remove::Remove),
    Status(status::Status),
    Articles(articles::Articles),
    Speakers(speakers::Speakers),
    Timeline(timeline::Timeline),
    Trace(trace::Trace),
    Compare(compare::Compare),
    Cite(cite::Cite),
    Verify(verify::Verify),
    Export(export::Export),
    Check(check::Check),
    Reindex(reindex::Reindex),
    Completions(shell::Completions),
    Man(shell::Man),
    Schema(shell::Schema),
}

/// How output looks.
#[derive(Debug, Args)]
pub(crate) struct Layout {
    /// Form of the output: text, json, jsonl, csv or tsv
    #[arg(
        long,
        value_enum,
        default_value = "text",
        value_name = "FORMAT",
        hide_possible_values = true
    )]
    pub(crate) format: Format,

    /// Fail unless the output is of this version of the format
    #[arg(long, value_name = "N", value_parser = version, hide_short_help = true)]
    pub(crate) format_version: Option<u32>,
}

fn version(typed: &str) -> Result<u32, String> {
    match typed.parse() {
        Ok(wire::VERSION) => Ok(wire::VERSION),
        _ => Err(format!(
            "this onrecord writes version {} and no other",
            wire::VERSION
        )),
    }
}

/// Which index.
#[derive(Debug, Args)]
pub(crate) struct Place {
    #[arg(
        long,
        value_name = "DIR",
        help = "The index [default: ONRECORD_INDEX, or the nearest .onrecord in this folder or one above it]"
    )]
    pub(crate) index: Option<PathBuf>,
}

/// How many threads.
#[derive(Debug, Args)]
pub(crate) struct Threads {
    /// Threads to split on [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024), hide_short_help = true)]
    threads: Option<u16>,
}

impl Threads {
    pub(crate) fn count(&self) -> usize {
        self.threads.map_or_else(pipeline::threads, usize::from)
    }
}

/// Which passages, beside the words.
#[derive(Debug, Args)]
pub(crate) struct Filters {
    /// Only passages of this kind: quote, claim or fact; may be repeated
    #[arg(
        long,
        value_name = "KIND",
        value_enum,
        hide_possible_values = true,
        value_delimiter = ','
    )]
    kind: Vec<KindArg>,

    /// Only passages of this speaker, by any part of any name the article gives
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,

    /// A file of names that are one person's: Christopher Krebs = Chris Krebs
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    aliases: Option<PathBuf>,

    /// Only articles of this publisher
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,

    /// Only articles published on this day or later
    #[arg(long, value_name = "DAY", value_parser = day)]
    since: Option<Day>,

    /// Only articles published on this day or earlier
    #[arg(long, value_name = "DAY", value_parser = day)]
    until: Option<Day>,
}

impl Filters {
    /// Names that are one person's; none where there is no file of them.
    pub(crate) fn aliases(&self) -> anyhow::Result<Aliases> {
        self.aliases
            .as_deref()
            .map_or_else(|| Ok(Aliases::default()), Aliases::read)
    }

    /// Whether there is any.
    pub(crate) fn any(&self) -> bool {
        !self.kind.is_empty()
            || self.speaker.is_some()
            || self.publisher.is_some()
            || self.since.is_some()
            || self.until.is_some()
    }

    /// A query for all that they let through.
    pub(crate) fn query(&self) -> Query {
        Query {
            kinds: self.kind.iter().map(|&kind| kind.into()).collect(),
            speaker: self.speaker.clone(),
            publisher: self.publisher.clone(),
            since: self.since,
            until: self.until,
            ..Query::default()
        }
    }
}

/// Words and filters, for commands that count what answers.
#[derive(Debug, Args)]
pub(crate) struct Asked {
    /// What to look for, in the language of `query`; without words everything
    #[arg(value_name = "WORDS")]
    words: Vec<String>,

    #[command(flatten)]
    filters: Filters,

    /// One of the words is enough
    #[arg(long)]
    any: bool,
}

impl Asked {
    /// The words as typed.
    pub(crate) fn typed(&self) -> String {
        self.words.join(" ")
    }

    /// The same as meant.
    pub(crate) fn query(&self) -> anyhow::Result<Query> {
        let typed = self.typed();
        let expression = match typed.trim() {
            "" => None,
            _ => Some(meaning::parsed(&typed)?),
        };
        Ok(self.filters.aliases()?.widen(Query {
            expression,
            any: self.any,
            ..self.filters.query()
        }))
    }

    /// Names that are one person's.
    pub(crate) fn aliases(&self) -> anyhow::Result<Aliases> {
        self.filters.aliases()
    }
}

/// A kind of passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum KindArg {
    Quote,
    Claim,
    Fact,
}

impl From<KindArg> for KindName {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Quote => Self::Quote,
            KindArg::Claim => Self::Claim,
            KindArg::Fact => Self::Fact,
        }
    }
}

pub(crate) fn day(typed: &str) -> Result<Day, String> {
    typed
        .parse()
        .map_err(|_| "a day is written YYYY-MM-DD, as in 2020-11-19".into())
}
