//! `onrecord check`: whether the index is whole.

use std::io::Write;

use clap::Args;
use onrecord::error::{Error, ErrorKind};
use onrecord::index::Index;

use crate::args::Place;
use crate::exit::Outcome;
use crate::place;
use crate::print::number::counted;
use crate::terminal::Terminal;

/// Read all of the index and tell whether it is whole
#[derive(Debug, Args)]
#[command(after_long_help = "\
Looks at the checksum of every file, at the version of the format, and at every passage:
whether it lies in its article. What is damaged is printed and ends with status 2;
`onrecord reindex PATH…` makes it anew from its sources.")]
pub(crate) struct Check {
    #[command(flatten)]
    place: Place,
}

impl Check {
    pub(crate) fn run(self, terminal: &Terminal) -> anyhow::Result<Outcome> {
        let folder = place::existing(self.place.index)?;
        let checked = Index::open(&folder)?.check()?;
        let mut out = terminal.text();
        for damage in &checked.damage {
            writeln!(out, "{}", crate::print::plain::line(damage))?;
        }
        let seen = format!(
            "{}, {}",
            counted(checked.articles as u64, "article"),
            counted(checked.passages as u64, "passage")
        );
        if checked.damage.is_empty() {
            writeln!(out, "{} is whole: {seen}", folder.display())?;
            out.finish()?;
            return Ok(Outcome::Done);
        }
        out.finish()?;
        let message = format!("{} is damaged; {seen} can be read", folder.display());
        Err(Error::new(ErrorKind::Damaged, message)
            .hint("`onrecord reindex PATH…` makes it anew from its sources")
            .into())
    }
}
