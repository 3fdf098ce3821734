//! Articles into an index: what is read and split goes to the writer, and is counted.

use std::fmt::Write;
use std::path::PathBuf;
use std::time::Instant;

use onrecord::error::Error;
use onrecord::index::{Change, Index, WriterOptions};
use onrecord::passage::{Kind, Passage};
use onrecord::read::{self, Options};

use crate::pipeline::{self, Cut, Event};
use crate::print::number::{counted, lasted, thousands};
use crate::say::Voice;

/// What came of an intake.
#[derive(Debug, Clone)]
pub(crate) struct Tally {
    pub(crate) new: u64,
    pub(crate) replaced: u64,
    pub(crate) unchanged: u64,
    pub(crate) removed: u64,
    pub(crate) rejected: u64,
    /// Passages of the articles that are new or replaced: quotes, claims, facts.
    passages: [u64; 3],
    began: Instant,
}

impl Tally {
    pub(crate) fn new() -> Self {
        Self {
            new: 0,
            replaced: 0,
            unchanged: 0,
            removed: 0,
            rejected: 0,
            passages: [0; 3],
            began: Instant::now(),
        }
    }

    /// The articles that are in the index and were looked at.
    pub(crate) fn articles(&self) -> u64 {
        self.new + self.replaced + self.unchanged
    }

    /// Whether the index is to be another than before.
    pub(crate) fn changes(&self) -> bool {
        self.new + self.replaced + self.removed > 0
    }

    /// Counts an article that was `change` to the index.
    pub(crate) fn article(&mut self, change: Change, passages: &[Passage]) {
        match change {
            Change::New => self.new += 1,
            Change::Replaced => self.replaced += 1,
            Change::Unchanged => {
                self.unchanged += 1;
                return;
            }
        }
        for passage in passages {
            self.passages[match passage.kind {
                Kind::Quote(_) => 0,
                Kind::Claim(_) => 1,
                Kind::Fact => 2,
            }] += 1;
        }
    }

    /// Counts an input that was left out, and says so.
    pub(crate) fn reject(&mut self, error: &Error, voice: &mut Voice) {
        self.rejected += 1;
        voice.rejected(error);
    }

    /// Shows how far it is.
    pub(crate) fn show(&self, voice: &mut Voice) {
        voice.progress(|| {
            format!(
                "{}, {}, {}",
                counted(self.articles(), "article"),
                counted(self.passages.iter().sum(), "passage"),
                lasted(self.began.elapsed())
            )
        });
    }

    /// `12 articles: 10 new, 2 replaced; 1 input rejected`, the passages by kind, the time.
    pub(crate) fn summary(&self) -> String {
        let parts = [
            (self.new, "new"),
            (self.replaced, "replaced"),
            (self.unchanged, "unchanged"),
        ];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{} {what}", thousands(*count)))
            .collect();
        let mut summary = counted(self.articles(), "article");
        if !parts.is_empty() {
            let _ = write!(summary, ": {}", parts.join(", "));
        }
        if self.removed > 0 {
            let _ = write!(summary, "; {} removed", counted(self.removed, "article"));
        }
        if self.rejected > 0 {
            let _ = write!(summary, "; {} rejected", counted(self.rejected, "input"));
        }
        let [quotes, claims, facts] = self.passages;
        if quotes + claims + facts > 0 {
            let _ = write!(
                summary,
                "\n{}: {}, {}, {}",
                counted(quotes + claims + facts, "passage"),
                counted(quotes, "quote"),
                counted(claims, "claim"),
                counted(facts, "fact")
            );
        }
        summary + &format!("\nin {}", lasted(self.began.elapsed()))
    }
}

/// An index in memory of all that stands at `paths`.
pub(crate) fn in_memory(
    paths: &[PathBuf],
    options: &Options,
    voice: &mut Voice,
) -> anyhow::Result<(Index, Tally)> {
    let index = Index::in_memory()?;
    let mut writer = index.writer(WriterOptions::default())?;
    let mut tally = Tally::new();
    pipeline::run(
        || read::sources(paths),
        options,
        pipeline::threads(),
        |event| {
            match event {
                Event::Cut(Cut { article, passages }) => {
                    let change = writer.put(&article, &passages)?;
                    tally.article(change, &passages);
                }
                Event::Rejected(error) => tally.reject(&error, voice),
                Event::Ended(..) => {}
            }
            tally.show(voice);
            Ok::<(), Error>(())
        },
    )?;
    writer.commit()?;
    Ok((index, tally))
}
