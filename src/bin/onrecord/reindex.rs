//! `onrecord reindex`: the index made anew, from the articles it keeps or from their sources.

use std::path::{Path, PathBuf};
use std::thread;

use anyhow::bail;
use clap::Args;
use onrecord::article::Article;
use onrecord::error::{Error, ErrorKind};
use onrecord::index::{Index, Searcher, Successor, Writer, WriterOptions};
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
splits better or keeps them in another format. With one or more, an index that is damaged
is made anew from its sources. The old one gives way at the end, when the new one is whole.

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
            match Index::open(&folder) {
                Ok(index) => kept(&index, &mut tally, voice),
                Err(error) if error.kind() == ErrorKind::Format => {
                    former(&folder, &mut tally, voice)
                }
                Err(error) => Err(error),
            }
            .map_err(with_way_out)?;
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

    /// Reads the sources into a new index, which then takes the place of the old one.
    fn anew(&self, folder: &Path, tally: &mut Tally, voice: &mut Voice) -> anyhow::Result<()> {
        match Index::open(folder) {
            Err(error) if !matches!(error.kind(), ErrorKind::Format | ErrorKind::Damaged) => {
                return Err(error.into());
            }
            _ => {}
        }
        let successor = Successor::of(folder)?;
        let index = successor.index();
        let root = place::root(folder);
        let options = Options {
            from: None,
            root: root.to_owned(),
        };
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
            bail!("no article was read; the index is as it was");
        }
        successor.take_over()?;
        Ok(())
    }
}

/// Takes over what an index of an older format keeps: articles, sources and mark.
fn former(folder: &Path, tally: &mut Tally, voice: &mut Voice) -> Result<(), Error> {
    let successor = Successor::of(folder)?;
    let former = Index::open_former(folder)?;
    let mut writer = successor.index().writer(WriterOptions::default())?;
    writer.go_on_from(former.commit());
    split_again(&former, &mut writer, tally, voice)?;
    let mut failure = None;
    former.for_each_source(|source| {
        failure = writer.put_source(&source).err();
        failure.is_none()
    })?;
    failure.map_or(Ok(()), Err)?;
    writer.commit()?;
    writer.close()?;
    drop(former);
    successor.take_over()
}

/// Splits the articles that the index keeps. They stand where they stood, so marks and sources stay.
fn kept(index: &Index, tally: &mut Tally, voice: &mut Voice) -> Result<(), Error> {
    // What is damaged and read all the same would be damaged for good.
    if let Some(damage) = index.check()?.damage.first() {
        return Err(Error::new(ErrorKind::Damaged, damage.as_str()));
    }
    let mut writer = index.writer(WriterOptions::default())?;
    split_again(&index.searcher()?, &mut writer, tally, voice)?;
    writer.commit()?;
    writer.close()
}

fn split_again(
    searcher: &Searcher,
    writer: &mut Writer,
    tally: &mut Tally,
    voice: &mut Voice,
) -> Result<(), Error> {
    let mut batch = Vec::with_capacity(BATCH);
    let mut failure = None;
    searcher.for_each_article(|article, _| {
        batch.push(article);
        if batch.len() == BATCH {
            failure = put(&batch, writer, tally).err();
            batch.clear();
            tally.show(voice);
        }
        failure.is_none()
    })?;
    failure.map_or(Ok(()), Err)?;
    put(&batch, writer, tally)
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
