//! Takes articles in, all or none at each commit.

use std::collections::HashMap;

use tantivy::IndexWriter;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy, UserOperation};
use tantivy::schema::Term;

use super::block::{Block, Columns, article_tag, source_tag};
use super::document::{Document, Values};
use super::folder::{Index, Lock, told};
use super::packing::Packer;
use super::schema::{Fields, TAG_SOURCE};
use super::search::Searcher;
use super::source::Source;
use super::tokens::Writing;
use crate::article::Article;
use crate::error::Result;
use crate::passage::Passage;

/// Parts of about a size that are put together: few parts answer fast, and each word is written a few times at most.
const PARTS: usize = 4;
/// The share of articles taken out at which a part is written anew.
const STALE: f32 = 0.3;

/// How much a writer may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WriterOptions {
    /// Threads that index; reading and splitting are the caller's.
    pub threads: usize,
    /// Bytes for all of them, before what they have is written out.
    pub memory: usize,
}

impl Default for WriterOptions {
    fn default() -> Self {
        // Splitting costs several times what indexing does, and every thread that indexes leaves a part of its own, which
        // each query then has to open.
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            threads: (cores / 4).clamp(1, 8),
            memory: 64 << 20,
        }
    }
}

/// What an article was to the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    New,
    /// It takes the place of the article with its id.
    Replaced,
    /// The index has it already, to the letter.
    Unchanged,
}

/// Takes articles and their passages; nothing is kept before [`commit`](Self::commit).
pub struct Writer {
    documents: IndexWriter<Document>,
    fields: Fields,
    columns: Columns,
    /// What the last commit left.
    kept: Searcher,
    index: Index,
    /// What happened to articles since then: the number of what they hold, `None` where they were taken out.
    since: HashMap<String, Option<u64>>,
    /// The number of the commit to come.
    commit: u64,
    changed: bool,
    packer: Packer,
    writing: Writing,
    /// Dropped last.
    _lock: Option<Lock>,
}

impl Writer {
    pub(super) fn new(index: Index, lock: Option<Lock>, options: WriterOptions) -> Result<Self> {
        let threads = options.threads.clamp(1, 8);
        let memory = (options.memory / threads).clamp(15_000_000, 2_000_000_000);
        let kept = index.searcher()?;
        let failed = |error: &tantivy::TantivyError| told(error, "open the index for writing");
        let writer: IndexWriter<Document> = index
            .tantivy()
            .writer_with_options(
                IndexWriterOptions::builder()
                    .num_worker_threads(threads)
                    .memory_budget_per_thread(memory)
                    .num_merge_threads(1)
                    .build(),
            )
            .map_err(|error| failed(&error))?;
        let mut parts = LogMergePolicy::default();
        parts.set_min_num_segments(PARTS);
        parts.set_del_docs_ratio_before_merge(STALE);
        writer.set_merge_policy(Box::new(parts));
        index.sweep()?;
        let columns = Columns::of(&index.tantivy().schema()).map_err(|error| failed(&error))?;
        Ok(Self {
            documents: writer,
            fields: index.fields(),
            columns,
            commit: kept.commit() + 1,
            kept,
            index,
            since: HashMap::new(),
            changed: false,
            packer: Packer::new()?,
            writing: Writing::new(),
            _lock: lock,
        })
    }

    /// Takes in an article with its passages; one with the same id gives way.
    ///
    /// # Errors
    /// When the disk is full or the like.
    pub fn put(&mut self, article: &Article, passages: &[Passage]) -> Result<Change> {
        let block = Block::new(article, passages);
        let held = self.held(&article.id)?;
        if held == Some(block.hash) {
            return Ok(Change::Unchanged);
        }
        self.since.insert(article.id.clone(), Some(block.hash));
        let mut operations = Vec::with_capacity(passages.len() + 2);
        if held.is_some() {
            operations.push(self.delete(&article_tag(&article.id)));
        }
        let documents = block.documents(
            article,
            passages,
            self.fields,
            self.columns,
            self.commit,
            (&mut self.packer, &mut self.writing),
        )?;
        operations.extend(documents.map(UserOperation::Add));
        self.run(operations)?;
        Ok(if held.is_some() {
            Change::Replaced
        } else {
            Change::New
        })
    }

    /// Numbers the commits to come from `mark` on, so that marks given out for a former index keep their meaning.
    pub fn go_on_from(&mut self, mark: u64) {
        self.commit = self.commit.max(mark + 1);
    }

    /// Takes an article out; whether there was one.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn remove(&mut self, id: &str) -> Result<bool> {
        if self.held(id)?.is_none() {
            return Ok(false);
        }
        self.since.insert(id.to_owned(), None);
        let delete = self.delete(&article_tag(id));
        self.run(vec![delete])?;
        Ok(true)
    }

    /// What is known of the source at `path`, as of the last commit.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn source(&self, path: &str) -> Result<Option<Source>> {
        self.kept.source(path)
    }

    /// Remembers a source, in place of what was known of it.
    ///
    /// # Errors
    /// When the disk is full or the like.
    pub fn put_source(&mut self, source: &Source) -> Result<()> {
        let tag = source_tag(&source.path);
        let mut values = Values::default();
        values.text(self.fields.tag, &[&tag]);
        values.text(self.fields.tag, &[TAG_SOURCE]);
        values.bytes(self.fields.record, self.packer.pack(&source.write())?);
        self.columns.no_passage(&mut values);
        values.end();
        let mut operations = vec![self.delete(&tag)];
        operations.extend(values.documents().map(UserOperation::Add));
        self.run(operations)
    }

    /// Forgets a source; its articles stay.
    ///
    /// # Errors
    /// When the disk is full or the like.
    pub fn forget_source(&mut self, path: &str) -> Result<()> {
        let operations = vec![self.delete(&source_tag(path))];
        self.run(operations)
    }

    /// Keeps everything since the last commit, and tells the mark of this one: see [`Query::new_since`].
    ///
    /// [`Query::new_since`]: crate::query::Query::new_since
    ///
    /// # Errors
    /// When it cannot be written; the index is then as it was at the last commit.
    pub fn commit(&mut self) -> Result<u64> {
        if !self.changed {
            return Ok(self.commit - 1);
        }
        let index = self.index.clone();
        let failed = |error: &tantivy::TantivyError| {
            index.not_written(error, "keep the articles in the index")
        };
        let mut prepared = self
            .documents
            .prepare_commit()
            .map_err(|error| failed(&error))?;
        prepared.set_payload(&self.commit.to_string());
        prepared.commit().map_err(|error| failed(&error))?;
        self.kept = self.index.searcher()?;
        self.since.clear();
        self.changed = false;
        self.commit += 1;
        Ok(self.commit - 1)
    }

    /// Waits until the index has put its parts together; without it they are put together another time.
    ///
    /// # Errors
    /// When it cannot be written; what was committed stays.
    pub fn close(self) -> Result<()> {
        // What it looks at would hold on to parts that are no more.
        drop(self.kept);
        self.documents.wait_merging_threads().map_err(|error| {
            self.index
                .not_written(&error, "put the parts of the index together")
        })?;
        self.index.sweep()
    }

    /// The number of what the article holds, if there is one.
    fn held(&self, id: &str) -> Result<Option<u64>> {
        match self.since.get(id) {
            Some(held) => Ok(*held),
            None => self.kept.hash(id),
        }
    }

    fn delete(&self, tag: &str) -> UserOperation<Document> {
        UserOperation::Delete(Term::from_field_text(self.fields.tag, tag))
    }

    fn run(&mut self, operations: Vec<UserOperation<Document>>) -> Result<()> {
        self.changed = true;
        let Err(error) = self.documents.run(operations) else {
            return Ok(());
        };
        // A thread that gave up tells why only when it is waited for.
        let cause = match self.documents.prepare_commit() {
            Ok(prepared) => prepared.abort().err().unwrap_or(error),
            Err(cause) => cause,
        };
        Err(self.index.not_written(&cause, "write to the index"))
    }
}
