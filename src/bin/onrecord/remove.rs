//! `onrecord remove`: articles taken out of the index.

use clap::Args;
use onrecord::index::{Index, WriterOptions};

use crate::args::Place;
use crate::exit::Outcome;
use crate::place;
use crate::say::Voice;

/// Take articles out of the index
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  onrecord remove 4f1c2a9be07d
  onrecord articles --format jsonl | jq -r 'select(.publisher == \"The Courier\").id' | xargs onrecord remove")]
pub(crate) struct Remove {
    /// The ids of articles
    #[arg(required = true, value_name = "ARTICLE-ID")]
    articles: Vec<String>,

    #[command(flatten)]
    place: Place,
}

impl Remove {
    pub(crate) fn run(self, voice: &mut Voice) -> anyhow::Result<Outcome> {
        let index = Index::open(&place::existing(self.place.index)?)?;
        let mut writer = index.writer(WriterOptions::default())?;
        let mut removed = 0_usize;
        let mut unknown = 0_usize;
        for id in &self.articles {
            if writer.remove(id)? {
                removed += 1;
            } else {
                unknown += 1;
                voice.warning(format_args!("no article is called {id}"));
            }
        }
        if removed > 0 {
            writer.commit()?;
        }
        voice.note(format_args!(
            "{removed} {} removed",
            if removed == 1 { "article" } else { "articles" }
        ));
        Ok(Outcome::found(removed > 0).but_rejected(removed > 0 && unknown > 0))
    }
}
