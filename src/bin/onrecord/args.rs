//! The command line as typed: the commands, and the groups of arguments that several of them share.

use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand};
use onrecord::read::{self, Options, Source};

use crate::print::Format;
use crate::{pipeline, shell, split, wire};

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
    /// When to use colour; NO_COLOR is respected
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

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Split(split::Split),
    Completions(shell::Completions),
    Man(shell::Man),
}

/// What to read.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// Files or folders to read; - is standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// The format of every input, where it should not be told from content and name
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    from: Option<read::Format>,
}

impl Input {
    /// The inputs, in their order.
    pub(crate) fn sources(&self) -> impl Iterator<Item = onrecord::error::Result<Source>> {
        read::sources(&self.paths)
    }

    /// How to read them.
    pub(crate) fn options(&self) -> Options {
        Options {
            from: self.from,
            ..Options::default()
        }
    }
}

fn format(typed: &str) -> Result<read::Format, String> {
    let known = read::Format::ALL;
    known
        .into_iter()
        .find(|format| format.as_str() == typed)
        .ok_or_else(|| {
            let names: Vec<_> = known.iter().map(|format| format.as_str()).collect();
            format!("the formats are {}", names.join(", "))
        })
}

/// How output looks.
#[derive(Debug, Args)]
pub(crate) struct Layout {
    /// Form of the output
    #[arg(long, short, value_enum, default_value = "text", value_name = "FORMAT")]
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
