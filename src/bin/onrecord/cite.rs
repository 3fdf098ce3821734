//! `onrecord cite`: a passage as a citation ready to paste.

use std::io::Write;

use clap::{Args, ValueEnum};
use onrecord::index::Index;
use onrecord::query::Hit;
use serde_json::Value;

use crate::args::Place;
use crate::exit::Outcome;
use crate::place;
use crate::print::citation::{bibtex, csl, markdown};
use crate::say::Voice;
use crate::terminal;

/// Print a citation of a passage, ready to paste
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  onrecord cite 4f1c2a9be07d
  onrecord query --output ids --limit 20 voter fraud | xargs onrecord cite --style bibtex > quotes.bib")]
pub(crate) struct Cite {
    /// The ids of passages
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,

    /// The style: markdown, bibtex or csl-json
    #[arg(
        long,
        value_enum,
        default_value = "markdown",
        value_name = "STYLE",
        hide_possible_values = true
    )]
    style: Style,

    #[command(flatten)]
    place: Place,
}

/// How a citation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Style {
    Markdown,
    Bibtex,
    CslJson,
}

impl Cite {
    pub(crate) fn run(self, voice: &mut Voice) -> anyhow::Result<Outcome> {
        let searcher = Index::open(&place::existing(self.place.index)?)?.searcher()?;
        let mut found = Vec::new();
        let mut unknown = 0_usize;
        for id in &self.ids {
            if let Some(hit) = searcher.passage(id)? {
                found.push(hit);
            } else {
                unknown += 1;
                voice.warning(format_args!("no passage is called {id}"));
            }
        }
        let mut out = terminal::data();
        if self.style == Style::CslJson {
            let items: Vec<Value> = found
                .iter()
                .map(|hit| csl(&hit.article, &hit.passage))
                .collect();
            serde_json::to_writer_pretty(&mut out, &items)?;
            writeln!(out)?;
        } else {
            for (
                nth,
                Hit {
                    article, passage, ..
                },
            ) in found.iter().enumerate()
            {
                if nth > 0 {
                    writeln!(out)?;
                }
                out.write_all(
                    match self.style {
                        Style::Markdown => markdown(article, passage),
                        _ => bibtex(article, passage),
                    }
                    .as_bytes(),
                )?;
            }
        }
        out.finish()?;
        Ok(Outcome::found(!found.is_empty()).but_rejected(!found.is_empty() && unknown > 0))
    }
}
