//! `onrecord reindex`: the index made anew, from the articles it keeps or from their sources.

use std::path::{Path, PathBuf};
use std::thread;

use anyhow::bail;
use clap::Args;
use onrecord::article::Article;
use onrecord::error::{Error, ErrorKind};
use onrecord::index::{Index, Writer, WriterOptions};
use onrecord::passage::Passage;
use onrecord::read::{self, Options};
use onrecord::split;

use crate::args::Place;
use crate::exit::Outcome;
use crate::intake::Tally;
use crate::ledger::Ledger;
use crate::pipeline::{self, Cut, Event};
use crate::place;
use crate::say::Voice;

/// Split every article anew and put it into the index, in one commit
#[derive(Debug, Args)]
#[command(after_long_help = "\
Without a PATH the articles are those that the index keeps: for a newer onrecord, which
splits better. With one or more, an index that is damaged or of another version is made
anew from its sources; the old one gives way at the end, when the new one is whole.

Examples:
  onrecord reindex
  onrecord reindex news/ dump.jsonl")]
pub(crate) struct Reindex {
    /// Files or folders to make the index anew from
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    place: Place,
}

/// Articles that are split together.
const BATCH: usize = 256;

impl Reindex {
    pub(crate) fn run(self, voice: &mut Voice) -> anyhow::Result<Outcome> {
        let folder = place::existing(self.place.index.clone())?;
        let mut tally = Tally::new();
        if self.paths.is_empty() {
            kept(&folder, &mut tally, voice).map_err(with_way_out)?;
        } else {
            self.anew(&folder, &mut tally, voice)?;
        }
        voice.note(format_args!(
            "{} into {}",
            tally.summary(),
            folder.display()
        ));
        Ok(Outcome::Done.but_rejected(tally.rejected > 0))
    }

    /// Reads the sources into a new folder beside the old one, which then takes its place.
    fn anew(&self, folder: &Path, tally: &mut Tally, voice: &mut Voice) -> anyhow::Result<()> {
        // While the old one can be opened, nobody else may write to it.
        let held = match Index::open(folder) {
            Ok(index) => Some(index.writer(WriterOptions::default())?),
            Err(error) if matches!(error.kind(), ErrorKind::Format | ErrorKind::Damaged) => None,
            Err(error) => return Err(error.into()),
        };
        let (new, old) = (beside(folder, "new"), beside(folder, "old"));
        for leftover in [&new, &old] {
            if leftover.exists() {
                std::fs::remove_dir_all(leftover)?;
            }
        }
        let root = place::root(folder);
        let options = Options {
            from: None,
            root: root.to_owned(),
        };
        let index = Index::create_or_open(&new)?;
        let mut writer = index.writer(WriterOptions::default())?;
        let ledger = Ledger::new(index.searcher()?, root);
        let (mut articles, mut whole) = (Vec::new(), true);
        pipeline::run(
            || read::sources(&self.paths),
            &options,
            pipeline::threads(),
            |event| {
                match event {
                    Event::Cut(Cut { article, passages }) => {
                        let change = writer.put(&article, &passages)?;
                        tally.article(change, &passages);
                        articles.push(article.id);
                    }
                    Event::Rejected(error) => {
                        whole = false;
                        tally.reject(&error, voice);
                    }
                    Event::Ended(source, hash) => {
                        let articles = std::mem::take(&mut articles);
                        let entry = ledger.entry(&source, hash.as_deref(), articles);
                        if let Some(entry) = entry.filter(|_| whole) {
                            writer.put_source(&entry)?;
                        }
                        whole = true;
                    }
                }
                tally.show(voice);
                Ok::<(), Error>(())
            },
        )?;
        writer.commit()?;
        writer.close()?;
        if tally.articles() == 0 {
            std::fs::remove_dir_all(&new)?;
            bail!("no article was read; the index is as it was");
        }
        drop(held);
        std::fs::rename(folder, &old)?;
        std::fs::rename(&new, folder)?;
        std::fs::remove_dir_all(&old)?;
        Ok(())
    }
}

/// Splits the articles that the index keeps. They stand where they stood, so marks and sources stay.
fn kept(folder: &Path, tally: &mut Tally, voice: &mut Voice) -> Result<(), Error> {
    let index = Index::open(folder)?;
    let mut writer = index.writer(WriterOptions::default())?;
    let searcher = index.searcher()?;
    let mut batch = Vec::with_capacity(BATCH);
    let mut failure = None;
    searcher.for_each_article(|article, _| {
        batch.push(article);
        if batch.len() == BATCH {
            failure = put(&batch, &mut writer, tally).err();
            batch.clear();
            tally.show(voice);
        }
        failure.is_none()
    })?;
    if let Some(error) = failure {
        return Err(error);
    }
    put(&batch, &mut writer, tally)?;
    writer.commit()?;
    writer.close()
}

fn put(articles: &[Article], writer: &mut Writer, tally: &mut Tally) -> Result<(), Error> {
    let each = articles.len().div_ceil(pipeline::threads()).max(1);
    let cut = thread::scope(|scope| {
        let threads: Vec<_> = articles
            .chunks(each)
            .map(|part| scope.spawn(move || part.iter().map(split::passages).collect::<Vec<_>>()))
            .collect();
        let mut cut: Vec<Vec<Passage>> = Vec::with_capacity(articles.len());
        for thread in threads {
            let part = thread.join().map_err(|_| {
                Error::new(
                    ErrorKind::Input,
                    "an article could not be split: a defect of onrecord",
                )
                .hint("please report it")
            })?;
            cut.extend(part);
        }
        Ok::<_, Error>(cut)
    })?;
    for (article, passages) in articles.iter().zip(&cut) {
        let change = writer.put(article, passages)?;
        tally.article(change, passages);
    }
    Ok(())
}

fn with_way_out(error: Error) -> Error {
    match error.kind() {
        ErrorKind::Damaged | ErrorKind::Format => {
            error.hint("name the sources, and it is made anew from them: onrecord reindex PATH…")
        }
        _ => error,
    }
}

/// A folder beside `folder` with a name of its own.
fn beside(folder: &Path, what: &str) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(what);
    folder.with_file_name(name)
}
