//! `onrecord ingest`: articles read, split and put into the index, in one commit.

use clap::Args;
use onrecord::index::Index;

use crate::args::{Input, Place, Threads};
use crate::exit::Outcome;
use crate::intake::{self, Tally};
use crate::say::Voice;
use crate::{pipeline, place};

/// Read articles, split them and put their passages into the index
#[derive(Debug, Args)]
#[command(after_long_help = "\
An article that is read again replaces itself. Where no index is named and none is found in this folder or above it,
./.onrecord is made.

Examples:
  onrecord ingest news/ more/article.txt
  onrecord ingest --index archive.idx dump.jsonl
  zcat dump.jsonl.gz | onrecord ingest -")]
pub(crate) struct Ingest {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    place: Place,

    #[command(flatten)]
    threads: Threads,
}

impl Ingest {
    pub(crate) fn run(self, voice: &mut Voice) -> anyhow::Result<Outcome> {
        let folder = place::writable(self.place.index)?;
        let index = Index::create_or_open(&folder)?;
        let mut writer = index.writer()?;
        let mut tally = Tally::new();
        let options = self.input.options();
        pipeline::run(
            || self.input.sources(),
            &options,
            self.threads.count(),
            |event| intake::take(event, &mut writer, &mut tally, voice),
        )?;
        writer.commit()?;
        voice.note(format_args!("{} into {}", tally.summary(), folder.display()));
        Ok(Outcome::Done.but_rejected(tally.rejected > 0))
    }
}
