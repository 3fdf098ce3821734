//! `onrecord ingest`: articles read, split and put into the index.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use anyhow::bail;
use clap::Args;
use onrecord::article::Article;
use onrecord::error::Error;
use onrecord::index::{Change, Index, Searcher, Writer, WriterOptions};
use onrecord::passage::Passage;
use onrecord::read::Source;

use crate::args::{Place, Threads};
use crate::exit::Outcome;
use crate::input::Input;
use crate::intake::Tally;
use crate::ledger::Ledger;
use crate::pipeline::{Cut, Event};
use crate::print::number::counted;
use crate::rejects::Rejects;
use crate::say::Voice;
use crate::stop::Stop;
use crate::{pipeline, place};

/// Read articles, split them and put their passages into the index
#[derive(Debug, Args)]
#[command(after_long_help = "\
An article that is read again replaces itself; a file that is as it was is not read again.
Where no index is named and none is found in this folder or above it, ./.onrecord is made.

Examples:
  onrecord ingest news/ more/article.txt
  onrecord ingest --index archive.idx dump.jsonl
  onrecord ingest --prune --rejects rejected.jsonl news/
  zcat dump.jsonl.gz | onrecord ingest -")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub(crate) struct Ingest {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    place: Place,

    /// Read every source, also those that are as they were
    #[arg(long)]
    again: bool,

    /// Take out articles whose source, beneath a given PATH, is gone or holds them no longer
    #[arg(long)]
    prune: bool,

    /// Say what would be done, and do nothing
    #[arg(long, conflicts_with = "watch")]
    dry_run: bool,

    /// Go on taking in new and changed files as they come, until interrupted
    #[arg(long)]
    watch: bool,

    /// Write every rejected input to this file as JSON Lines
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,

    /// Keep what is done after every N articles
    #[arg(long, value_name = "N", default_value_t = 100_000, value_parser = clap::value_parser!(u64).range(1..), hide_short_help = true)]
    commit_every: u64,

    /// Megabytes for the index in the making
    #[arg(long, value_name = "MB", default_value_t = 96, value_parser = clap::value_parser!(u64).range(16..=65_536), hide_short_help = true)]
    memory: u64,

    #[command(flatten)]
    threads: Threads,
}

/// How long a watched file must have lain untouched, and how often the folder is looked at.
const SETTLED: Duration = Duration::from_millis(500);

impl Ingest {
    pub(crate) fn run(mut self, voice: &mut Voice) -> anyhow::Result<Outcome> {
        self.input.settle()?;
        let folder = place::writable(self.place.index.clone())?;
        let mut rejects = self.open_rejects()?;
        if self.dry_run {
            return self.dry(&folder, rejects.as_mut(), voice);
        }
        if !self.watch {
            let index = Index::create_or_open(&folder)?;
            let (stop, mut refused) = (Stop::default(), Refused::default());
            let tally = self.batch(
                &index,
                &folder,
                rejects.as_mut(),
                &stop,
                &mut refused,
                voice,
            )?;
            voice.note(format_args!(
                "{} into {}",
                tally.summary(),
                folder.display()
            ));
            return Ok(Outcome::Done.but_rejected(tally.rejected > 0));
        }
        if self.input.paths().iter().any(|path| path == Path::new("-")) {
            bail!("standard input cannot be watched; name a folder");
        }
        let index = Index::create_or_open(&folder)?;
        let stop = Stop::on_signal()?;
        let mut rejected = false;
        let mut refused = Refused::default();
        voice.note(format_args!("watching, into {}", folder.display()));
        while !stop.asked() {
            if self.anything_new(&index, &folder, &refused)? {
                let tally = self.batch(
                    &index,
                    &folder,
                    rejects.as_mut(),
                    &stop,
                    &mut refused,
                    voice,
                )?;
                rejected |= tally.rejected > 0;
                if tally.changes() || tally.rejected > 0 {
                    voice.note(tally.summary());
                }
            }
            std::thread::sleep(SETTLED);
        }
        voice.note("interrupted: all that was taken in is kept");
        Ok(Outcome::Done.but_rejected(rejected))
    }

    /// The file for rejected inputs, which must be none of them: it is written anew.
    fn open_rejects(&self) -> anyhow::Result<Option<Rejects>> {
        let Some(path) = self.rejects.as_deref() else {
            return Ok(None);
        };
        if let Ok(place) = path.canonicalize() {
            let mut inputs = self.input.paths().iter();
            if inputs.any(|input| input.canonicalize().is_ok_and(|input| input == place)) {
                bail!(
                    "{} is an input; name another file for those that are rejected",
                    path.display()
                );
            }
        }
        Rejects::open(path).map(Some)
    }

    /// One pass over the input, committed at its end and at intervals.
    fn batch(
        &self,
        index: &Index,
        folder: &Path,
        mut rejects: Option<&mut Rejects>,
        stop: &Stop,
        refused: &mut Refused,
        voice: &mut Voice,
    ) -> anyhow::Result<Tally> {
        let mut writer = index.writer(WriterOptions {
            memory: usize::try_from(self.memory << 20).unwrap_or(usize::MAX),
            ..WriterOptions::default()
        })?;
        let ledger = Ledger::new(index.searcher()?, place::root(folder));
        let options = self.input.options(place::root(folder));
        let mut tally = Tally::new();
        let mut given = Given::default();
        let skipped = AtomicU64::new(0);
        let before = refused.clone();
        let (mut uncommitted, mut kept) = (0, 0);
        let read = pipeline::run(
            || {
                self.input
                    .sources()
                    .take_while(|_| !stop.asked())
                    .filter(|source| source.as_ref().map_or(true, |source| !before.holds(source)))
                    .filter(|source| self.is_due(source, &ledger, &skipped))
            },
            &options,
            self.threads.count(),
            |event| {
                match event {
                    Event::Cut(Cut { article, passages }) => {
                        let change = writer.put(&article, &passages)?;
                        tally.article(change, &passages);
                        given.articles.push(article.id);
                        uncommitted += 1;
                    }
                    Event::Rejected(error) => {
                        given.whole = false;
                        tally.reject(&error, voice);
                        if let Some(rejects) = &mut rejects {
                            rejects.write(&error)?;
                        }
                    }
                    Event::Ended(source, hash) => {
                        let given = std::mem::take(&mut given);
                        if !given.whole {
                            refused.0.insert(Refused::key(&source));
                        }
                        self.remember(
                            &ledger,
                            &source,
                            hash.as_deref(),
                            given,
                            &mut writer,
                            &mut tally,
                        )?;
                    }
                }
                if uncommitted >= self.commit_every {
                    writer.commit()?;
                    kept += uncommitted;
                    uncommitted = 0;
                }
                tally.show(voice);
                Ok::<(), anyhow::Error>(())
            },
        );
        if read.is_err() && kept > 0 {
            voice.note(format_args!(
                "{} are safely in; run it again to go on from there",
                counted(kept, "article")
            ));
        }
        read?;
        if self.prune {
            for source in ledger.gone(self.input.paths())? {
                forget(&source.articles, &mut writer, &mut tally)?;
                forget(&source.former, &mut writer, &mut tally)?;
                writer.forget_source(&source.path)?;
            }
        }
        writer.commit()?;
        writer.close()?;
        tally.unchanged += skipped.into_inner();
        Ok(tally)
    }

    /// Whether `source` is to be read; what is as it was is only counted.
    fn is_due(&self, source: &Result<Source, Error>, ledger: &Ledger, skipped: &AtomicU64) -> bool {
        let Ok(source) = source else { return true };
        if self.watch && !is_settled(source) {
            return false;
        }
        if self.again {
            return true;
        }
        match ledger.unchanged(source) {
            Some(known) if !self.prune || known.former.is_empty() => {
                skipped.fetch_add(known.articles.len() as u64, Ordering::Relaxed);
                false
            }
            _ => true,
        }
    }

    fn anything_new(
        &self,
        index: &Index,
        folder: &Path,
        refused: &Refused,
    ) -> anyhow::Result<bool> {
        let ledger = Ledger::new(index.searcher()?, place::root(folder));
        let new = self.input.sources().flatten().any(|source| {
            is_settled(&source) && !refused.holds(&source) && ledger.unchanged(&source).is_none()
        });
        Ok(new || self.prune && !ledger.gone(self.input.paths())?.is_empty())
    }

    /// Writes down what a source gave, unless part of it was rejected: then it is read again the next time.
    fn remember(
        &self,
        ledger: &Ledger,
        source: &Source,
        hash: Option<&str>,
        given: Given,
        writer: &mut Writer,
        tally: &mut Tally,
    ) -> Result<(), Error> {
        if !given.whole {
            return Ok(());
        }
        let Some(mut entry) = ledger.entry(source, hash, given.articles) else {
            return Ok(());
        };
        if let Some(before) = ledger.before(&entry)? {
            let held: HashSet<&String> = entry.articles.iter().collect();
            let gone: Vec<String> = before
                .articles
                .into_iter()
                .chain(before.former)
                .filter(|id| !held.contains(id))
                .collect();
            if self.prune {
                forget(&gone, writer, tally)?;
            } else {
                entry.former = gone;
            }
        }
        writer.put_source(&entry)
    }

    /// Reads and splits everything, and compares it with what is in.
    fn dry(
        &self,
        folder: &Path,
        mut rejects: Option<&mut Rejects>,
        voice: &mut Voice,
    ) -> anyhow::Result<Outcome> {
        let searcher = match Index::open(folder) {
            Ok(index) => index.searcher()?,
            Err(error) if error.kind() == onrecord::error::ErrorKind::NoIndex => {
                Index::in_memory()?.searcher()?
            }
            Err(error) => return Err(error.into()),
        };
        let root = place::root(folder);
        let ledger = Ledger::new(searcher, root);
        let mut tally = Tally::new();
        let skipped = AtomicU64::new(0);
        let options = self.input.options(root);
        pipeline::run(
            || {
                self.input
                    .sources()
                    .filter(|source| self.is_due(source, &ledger, &skipped))
            },
            &options,
            self.threads.count(),
            |event| {
                match event {
                    Event::Cut(Cut { article, passages }) => {
                        let change = change(ledger.searcher(), &article, &passages)?;
                        tally.article(change, &passages);
                    }
                    Event::Rejected(error) => {
                        tally.reject(&error, voice);
                        if let Some(rejects) = &mut rejects {
                            rejects.write(&error)?;
                        }
                    }
                    Event::Ended(..) => {}
                }
                tally.show(voice);
                Ok::<(), anyhow::Error>(())
            },
        )?;
        tally.unchanged += skipped.into_inner();
        if self.prune {
            let gone = ledger.gone(self.input.paths())?;
            tally.removed += gone
                .iter()
                .map(|source| (source.articles.len() + source.former.len()) as u64)
                .sum::<u64>();
        }
        voice.note(format_args!(
            "{} (nothing was done to {})",
            tally.summary(),
            folder.display()
        ));
        Ok(Outcome::Done.but_rejected(tally.rejected > 0))
    }
}

/// Sources of this run that were rejected in part: while one watches, they are not read again before they change.
#[derive(Clone, Default)]
struct Refused(HashSet<(String, Option<u64>, Option<SystemTime>)>);

impl Refused {
    fn key(source: &Source) -> (String, Option<u64>, Option<SystemTime>) {
        (source.path().to_owned(), source.size(), source.modified())
    }

    fn holds(&self, source: &Source) -> bool {
        self.0.contains(&Self::key(source))
    }
}

/// What the source at hand has given so far.
struct Given {
    articles: Vec<String>,
    whole: bool,
}

impl Default for Given {
    fn default() -> Self {
        Self {
            articles: Vec::new(),
            whole: true,
        }
    }
}

fn forget(ids: &[String], writer: &mut Writer, tally: &mut Tally) -> Result<(), Error> {
    for id in ids {
        if writer.remove(id)? {
            tally.removed += 1;
        }
    }
    Ok(())
}

/// What putting the article would be.
fn change(searcher: &Searcher, article: &Article, passages: &[Passage]) -> Result<Change, Error> {
    Ok(match searcher.article(&article.id)? {
        None => Change::New,
        Some((held, cut)) if held == *article && cut == passages => Change::Unchanged,
        Some(_) => Change::Replaced,
    })
}

/// Whether nobody has written to it for a moment.
fn is_settled(source: &Source) -> bool {
    source.modified().is_none_or(|modified| {
        SystemTime::now()
            .duration_since(modified)
            .is_ok_and(|since| since >= SETTLED)
    })
}
