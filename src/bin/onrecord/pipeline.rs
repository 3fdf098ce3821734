//! From sources to passages on all cores, in the order of the input, holding no more than a few articles at a time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use onrecord::article::Article;
use onrecord::error::{Error, ErrorKind, Result};
use onrecord::passage::Passage;
use onrecord::read::{self, Options, Source};
use onrecord::split;

/// An article and what it was cut into.
pub(crate) struct Cut {
    pub(crate) article: Article,
    pub(crate) passages: Vec<Passage>,
}

/// What comes out, in the order of the input.
pub(crate) enum Event {
    /// An article.
    Cut(Cut),
    /// What could not be read; its source may go on.
    Rejected(Error),
    /// All of this source has come; the hash of its content, where all of it could be read.
    Ended(Source, Option<String>),
}

/// Work for any thread, and where its result is waited for.
struct Job {
    work: Work,
    done: SyncSender<Vec<Event>>,
}

enum Work {
    /// An article that was read already, out of a long stream of them.
    Cut(Article),
    /// A source small enough to be held whole, read by the thread that cuts it.
    Read(Source),
}

/// Jobs in flight for each thread: enough that each finds many to do together, few enough that memory stays flat.
const IN_FLIGHT: usize = 128;
/// The most jobs that a thread takes at once: articles are cut faster together than one by one.
const TOGETHER: usize = 64;
/// What is larger than so many bytes takes the room of several jobs, though never of so many that threads would have
/// nothing to do.
const ROOM: u64 = 1 << 15;
const MOST_ROOM: u64 = 16;
/// The largest source, in bytes, that is held whole.
const SMALL: u64 = 1 << 20;

/// The number of threads to split on unless the user says otherwise.
pub(crate) fn threads() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Reads every one of `sources`, cuts its articles and hands each on in the order of the input, until one hand refuses.
///
/// One thread opens sources, `threads` cut, and the caller's takes what is ready. A result is waited for in the order in
/// which its source was opened, so the bound on results in order bounds everything.
pub(crate) fn run<I, E>(
    sources: impl FnOnce() -> I + Send,
    options: &Options,
    threads: usize,
    mut hand_on: impl FnMut(Event) -> std::result::Result<(), E>,
) -> std::result::Result<(), E>
where
    I: Iterator<Item = Result<Source>>,
{
    let threads = threads.max(1);
    let (work, works) = sync_channel::<Job>(threads * IN_FLIGHT);
    let (order, ordered) = sync_channel::<Receiver<Vec<Event>>>(threads * IN_FLIGHT);
    let works = Mutex::new(works);
    let waiting = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(jobs) = share(&works, &waiting, threads) {
                    work_off(jobs, options);
                }
            });
        }
        let line = Line {
            work,
            order,
            waiting: &waiting,
        };
        scope.spawn(move || {
            for source in sources() {
                let goes_on = match source {
                    Err(error) => line.ready(Event::Rejected(error)),
                    Ok(source) => match source.size().filter(|size| *size <= SMALL) {
                        Some(size) => line.job(Work::Read(source), size),
                        None => stream(&line, source, options),
                    },
                };
                if goes_on.is_none() {
                    break;
                }
            }
        });
        // Moved in, so that a refusal closes the channel and stops the reader.
        let ordered = ordered;
        for events in &ordered {
            for event in events.recv().into_iter().flatten() {
                hand_on(event)?;
            }
        }
        Ok(())
    })
}

/// The two channels between the reader and the rest; `None` from either when the rest has had enough.
struct Line<'a> {
    work: SyncSender<Job>,
    order: SyncSender<Receiver<Vec<Event>>>,
    /// Jobs that no thread has taken yet.
    waiting: &'a AtomicUsize,
}

impl Line<'_> {
    /// Work of so many bytes.
    fn job(&self, work: Work, size: u64) -> Option<()> {
        for _ in 1..(size / ROOM).min(MOST_ROOM) {
            let (_, nothing) = sync_channel(1);
            self.order.send(nothing).ok()?;
        }
        let (done, result) = sync_channel(1);
        self.order.send(result).ok()?;
        self.waiting.fetch_add(1, Ordering::Relaxed);
        self.work.send(Job { work, done }).ok()
    }

    fn ready(&self, event: Event) -> Option<()> {
        let (done, result) = sync_channel(1);
        done.send(vec![event]).ok()?;
        self.order.send(result).ok()
    }
}

/// Hands on the articles of a long source as they come. A defect in reading it ends this source, not the run.
fn stream(line: &Line, source: Source, options: &Options) -> Option<()> {
    let mut articles = read::articles(&source, options);
    let hash = loop {
        match catch_unwind(AssertUnwindSafe(|| articles.next())) {
            Ok(Some(Ok(article))) => {
                let size = article.text.len() as u64;
                line.job(Work::Cut(article), size)?;
            }
            Ok(Some(Err(error))) => line.ready(Event::Rejected(error))?,
            Ok(None) => break articles.content_hash().ok(),
            Err(_) => {
                line.ready(Event::Rejected(defect("read", source.path())))?;
                break None;
            }
        }
    };
    line.ready(Event::Ended(source, hash))
}

/// A thread's share of what waits, as soon as something does; `None` when nothing more will come.
fn share(works: &Mutex<Receiver<Job>>, waiting: &AtomicUsize, threads: usize) -> Option<Vec<Job>> {
    let works = works.lock().unwrap_or_else(PoisonError::into_inner);
    let mut jobs = vec![works.recv().ok()?];
    let share = waiting.load(Ordering::Relaxed).div_ceil(threads);
    jobs.extend(works.try_iter().take(share.clamp(1, TOGETHER) - 1));
    waiting.fetch_sub(jobs.len(), Ordering::Relaxed);
    Some(jobs)
}

/// Does `jobs` and tells each who waits for it.
fn work_off(jobs: Vec<Job>, options: &Options) {
    let (mut events, waited_for): (Vec<_>, Vec<_>) = jobs
        .into_iter()
        .map(|Job { work, done }| match work {
            Work::Cut(article) => (vec![uncut(article)], done),
            Work::Read(source) => (whole(source, options), done),
        })
        .unzip();
    let mut uncut: Vec<&mut Event> = events
        .iter_mut()
        .flatten()
        .filter(|event| matches!(event, Event::Cut(_)))
        .collect();
    uncut.chunks_mut(TOGETHER).for_each(cut);
    for (events, done) in events.into_iter().zip(waited_for) {
        // Nobody waits for it any more when a hand refused: the reader will stop.
        let _ = done.send(events);
    }
}

/// Everything of one source, its articles yet to be cut. A defect in reading it costs this source, not a night's run.
fn whole(source: Source, options: &Options) -> Vec<Event> {
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mut articles = read::articles(&source, options);
        let events = (&mut articles)
            .map(|article| article.map_or_else(Event::Rejected, uncut))
            .collect::<Vec<_>>();
        (events, articles.content_hash().ok())
    }));
    let (mut events, hash) =
        read.unwrap_or_else(|_| (vec![Event::Rejected(defect("read", source.path()))], None));
    events.push(Event::Ended(source, hash));
    events
}

fn uncut(article: Article) -> Event {
    Event::Cut(Cut {
        article,
        passages: Vec::new(),
    })
}

/// Cuts articles that were read. Splitting cannot fail; should it ever, one article is lost and said to be.
fn cut(events: &mut [&mut Event]) {
    let articles: Vec<&Article> = events
        .iter()
        .filter_map(|event| match event {
            Event::Cut(cut) => Some(&cut.article),
            _ => None,
        })
        .collect();
    let all = catch_unwind(|| split::passages_of_each(&articles));
    let each: Vec<Option<Vec<Passage>>> = match all {
        Ok(all) => all.into_iter().map(Some).collect(),
        Err(_) => articles
            .iter()
            .map(|article| catch_unwind(|| split::passages(article)).ok())
            .collect(),
    };
    for (event, cut) in events.iter_mut().zip(each) {
        if let Event::Cut(Cut { article, passages }) = event {
            match cut {
                Some(cut) => *passages = cut,
                None => **event = Event::Rejected(defect("split", &article.path)),
            }
        }
    }
}

fn defect(done: &str, path: &str) -> Error {
    Error::new(
        ErrorKind::Input,
        format!("could not be {done}: a defect of onrecord"),
    )
    .in_path(path)
    .hint("please report it together with this input")
}
