//! `onrecord status`: what the index holds.

use std::io::Write;

use clap::{Args, ValueEnum};
use onrecord::index::Index;
use serde_json::json;

use crate::args::Place;
use crate::exit::Outcome;
use crate::place;
use crate::print::number::{counted, thousands};
use crate::terminal::{self, Terminal};
use crate::wire;

/// Tell what the index holds
#[derive(Debug, Args)]
pub(crate) struct Status {
    #[command(flatten)]
    place: Place,

    /// Form of the output: text or json
    #[arg(
        long,
        value_enum,
        default_value = "text",
        value_name = "FORMAT",
        hide_possible_values = true
    )]
    format: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Text,
    Json,
}

impl Status {
    pub(crate) fn run(self, terminal: &Terminal) -> anyhow::Result<Outcome> {
        let folder = place::existing(self.place.index)?;
        let status = Index::open(&folder)?.searcher()?.status()?;
        let passages = status.quotes + status.claims + status.facts;
        if self.format == Form::Json {
            let mut out = terminal::data();
            let object = json!({
                "format_version": wire::VERSION,
                "index": folder.to_string_lossy(),
                "articles": status.articles,
                "passages": passages,
                "quotes": status.quotes,
                "claims": status.claims,
                "facts": status.facts,
                "first": status.first.map(|day| day.to_string()),
                "last": status.last.map(|day| day.to_string()),
                "mark": status.mark,
                "parts": status.parts,
                "index_format": status.format,
            });
            writeln!(out, "{object}")?;
            out.finish()?;
            return Ok(Outcome::Done);
        }
        let mut out = terminal.text();
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        writeln!(out, "{}", folder.display())?;
        writeln!(out, "  {}", counted(count(status.articles), "article"))?;
        if let (Some(first), Some(last)) = (status.first, status.last) {
            writeln!(out, "  published {first} to {last}")?;
        }
        writeln!(out, "  {}", counted(count(passages), "passage"))?;
        for (number, noun) in [
            (status.quotes, "quotes"),
            (status.claims, "claims"),
            (status.facts, "facts"),
        ] {
            writeln!(out, "  {:>12} {noun}", thousands(count(number)))?;
        }
        writeln!(out, "  mark {} (for query --new-since)", status.mark)?;
        out.finish()?;
        Ok(Outcome::Done)
    }
}
