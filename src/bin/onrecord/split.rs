//! `onrecord split`: the passages of articles, printed; no index is touched.

use clap::Args;
use onrecord::index::Stories;

use crate::args::Layout;
use crate::exit::Outcome;
use crate::input::Input;
use crate::pipeline::{self, Event};
use crate::place;
use crate::print::articles::Printer;
use crate::print::reasons;
use crate::say::Voice;
use crate::terminal::Terminal;

/// Print the passages of articles without touching an index
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  onrecord split article.txt
  onrecord split --explain article.txt    why each passage came out as it did
  onrecord split --format jsonl archive/ | jq -r 'select(.kind == \"quote\").text'
  curl -s https://example.org/story | onrecord split -")]
pub(crate) struct Split {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    layout: Layout,
    /// Print why each passage came out as it did, as text
    #[arg(long, conflicts_with = "format")]
    explain: bool,
    #[command(flatten)]
    threads: crate::args::Threads,
}

impl Split {
    pub(crate) fn run(mut self, voice: &mut Voice, terminal: &Terminal) -> anyhow::Result<Outcome> {
        let mut printer = Printer::new(self.layout.format, terminal)?;
        let mut rejected = 0_u64;
        self.input.settle()?;
        let options = self.input.options(&place::nearest_root());
        pipeline::run(
            || self.input.sources(),
            &options,
            self.threads.count(),
            |event| match event {
                Event::Cut(cut) if self.explain => {
                    Ok(reasons::write(&mut std::io::stdout().lock(), &cut.article)?)
                }
                Event::Cut(cut) => {
                    // Only an index knows others that tell its story.
                    printer.article(&cut.article, &cut.passages, &Stories::new())
                }
                Event::Rejected(error) => {
                    rejected += 1;
                    voice.rejected(&error);
                    Ok(())
                }
                Event::Ended(..) => Ok(()),
            },
        )?;
        printer.close()?;
        Ok(Outcome::Done.but_rejected(rejected > 0))
    }
}
