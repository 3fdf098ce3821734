//! Answers queries from what was kept last.

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on")]
mod agree;
mod articles;
mod blocks;
mod docs;
mod explain;
mod facets;
mod foremost;
mod gather;
mod holdings;
mod marks;
mod mates;
pub(super) mod names;
mod open;
mod phrase;
mod plan;
mod rank;
mod segment;
mod sift;
mod story;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on")]
mod tests;
mod window;

pub use self::explain::Reason;
pub use self::facets::FacetBy;
pub use self::names::Names;
pub use self::story::Stories;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;

use tantivy::SegmentReader;
use tantivy::directory::error::OpenReadError;

use self::docs::Docs;
use self::gather::Gathered;
use self::marks::Marks;
use self::mates::Mates;
use self::plan::Plan;
use self::rank::Found;
use self::segment::Segment;
use super::block::{article_tag, id_number, source_tag};
use super::folder::told;
use super::guard::guarded;
use super::record::Record;
use super::schema::Fields;
use super::source::Source;
use crate::article::Article;
use crate::error::{Error, ErrorKind, Result};
use crate::passage::Passage;
use crate::query::{AlsoIn, Cursor, Hit, Hits, Query};
use crate::text::Span;

/// What was kept at one commit; later ones do not change it.
pub struct Searcher {
    segments: Vec<Segment>,
    fields: Fields,
    commit: u64,
    mates: OnceLock<Mates>,
    /// How many passages were gone through without knowing them.
    looked_through: AtomicU64,
}

/// Which passages have mates is worth knowing where so many were looked through, and as many as the index holds.
const MANY: u64 = 1 << 15;

/// Articles that are read at the same time rather than one by one.
const MANY_RECORDS: usize = 24;

/// How often to look again when a writer has put parts together just between two looks.
const TRIES: usize = 20;

impl Searcher {
    pub(super) fn new(index: &tantivy::Index, fields: Fields) -> Result<Self> {
        guarded(|| {
            let failed = |error: &tantivy::TantivyError| told(error, "read the index");
            for again in (0..TRIES).rev() {
                let metas = index.load_metas().map_err(|error| failed(&error))?;
                let commit = match &metas.payload {
                    None => 0,
                    Some(payload) => payload.parse().map_err(|_| {
                        Error::new(
                            ErrorKind::Damaged,
                            "the index does not tell its last commit",
                        )
                        .hint("`onrecord reindex PATH…` makes it anew from its sources")
                    })?,
                };
                let opened: tantivy::Result<Vec<SegmentReader>> = metas
                    .segments
                    .into_iter()
                    .map(|meta| SegmentReader::open(&index.segment(meta)))
                    .collect();
                match opened {
                    Ok(readers) => {
                        return Ok(Self {
                            segments: readers
                                .into_iter()
                                .map(|reader| Segment::new(reader, fields))
                                .collect(),
                            fields,
                            commit,
                            mates: OnceLock::new(),
                            looked_through: AtomicU64::new(0),
                        });
                    }
                    Err(tantivy::TantivyError::OpenReadError(OpenReadError::FileDoesNotExist(
                        _,
                    ))) if again > 0 => {
                        std::thread::sleep(std::time::Duration::from_millis(5));
                    }
                    Err(error) => return Err(failed(&error)),
                }
            }
            Err(
                Error::new(ErrorKind::Damaged, "a part of the index is missing")
                    .hint("`onrecord reindex PATH…` makes it anew from its sources"),
            )
        })
    }

    /// Passages that answer, the best first.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn search(&self, query: &Query) -> Result<Hits> {
        guarded(|| {
            let plan = Plan::new(query, &self.segments, self.fields)?;
            let ranked = rank::rank(query, &self.segments, self.found(&plan, query)?)?;
            let marks = Marks::new(&plan);
            let mut records = Records::new(&self.segments);
            records.read_ahead(
                ranked
                    .top
                    .iter()
                    .flat_map(|(one, _, others)| std::iter::once(one).chain(others)),
            )?;
            let mut hits = Vec::with_capacity(ranked.top.len());
            for (one, cursor, others) in ranked.top {
                let mut hit = records.hit(one, cursor)?;
                hit.matches = marks.find(&hit.article, &hit.passage);
                for other in others {
                    let (article, passage) = records.passage(other)?;
                    hit.also_in.push(AlsoIn {
                        passage: passage.id,
                        article,
                    });
                }
                hits.push(hit);
            }
            Ok(Hits {
                total: ranked.total,
                hits,
            })
        })
    }

    /// How many passages answer, as [`search`](Self::search) shows them.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn count(&self, query: &Query) -> Result<usize> {
        guarded(|| {
            let plan = Plan::new(query, &self.segments, self.fields)?;
            let query = Query {
                limit: 0,
                ..query.clone()
            };
            let found = self.found(&plan, &query)?;
            Ok(rank::rank(&query, &self.segments, found)?.total)
        })
    }

    /// The article with this id and its passages.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn article(&self, id: &str) -> Result<Option<(Article, Vec<Passage>)>> {
        guarded(|| match self.find(&article_tag(id))? {
            Some((segment, doc)) => {
                let record = self.segments[segment].record(doc)?;
                let passages = record.passages()?;
                Ok(Some((Arc::unwrap_or_clone(record.article), passages)))
            }
            None => Ok(None),
        })
    }

    /// The passage with this id, with nothing marked.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn passage(&self, id: &str) -> Result<Option<Hit>> {
        guarded(|| {
            let Some(found) = self.locate(id)? else {
                return Ok(None);
            };
            let cursor = rank::key(&self.segments, found)?;
            Records::new(&self.segments).hit(found, cursor).map(Some)
        })
    }

    /// Every article with its passages, as they stand in the index, until `each` says no more.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn for_each_article(
        &self,
        mut each: impl FnMut(Article, Vec<Passage>) -> bool,
    ) -> Result<()> {
        guarded(|| {
            for segment in &self.segments {
                for doc in segment.tagged(super::schema::TAG_ARTICLE)? {
                    let record = segment.record(doc)?;
                    let passages = record.passages()?;
                    if !each(Arc::unwrap_or_clone(record.article), passages) {
                        return Ok(());
                    }
                }
            }
            Ok(())
        })
    }

    /// The mark of the last commit: see [`Query::new_since`].
    #[must_use]
    pub fn commit(&self) -> u64 {
        self.commit
    }

    /// What is known of the source at `path`.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn source(&self, path: &str) -> Result<Option<Source>> {
        guarded(|| match self.find(&source_tag(path))? {
            Some((segment, doc)) => Source::read(&self.segments[segment].bytes(doc)?)
                .map(Some)
                .ok_or_else(unreadable_source),
            None => Ok(None),
        })
    }

    /// Every source that is known, until `each` says no more.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn for_each_source(&self, mut each: impl FnMut(Source) -> bool) -> Result<()> {
        guarded(|| {
            for segment in &self.segments {
                for doc in segment.tagged(super::schema::TAG_SOURCE)? {
                    let source =
                        Source::read(&segment.bytes(doc)?).ok_or_else(unreadable_source)?;
                    if !each(source) {
                        return Ok(());
                    }
                }
            }
            Ok(())
        })
    }

    /// The number of what the article holds, if there is one.
    pub(super) fn hash(&self, id: &str) -> Result<Option<u64>> {
        guarded(|| match self.find(&article_tag(id))? {
            Some((segment, doc)) => Ok(Some(self.segments[segment].hash()?.get_val(doc))),
            None => Ok(None),
        })
    }

    /// Where the passage with this id stands.
    fn locate(&self, id: &str) -> Result<Option<Found>> {
        let number = id_number(id);
        let mut records = Records::new(&self.segments);
        for (nth, segment) in self.segments.iter().enumerate() {
            // A column of numbers is small and read fast; an index of ids would be neither.
            let (ids, places) = (segment.id()?, segment.nth()?);
            for doc in 0..segment.max_doc() {
                if ids.get_val(doc) == number && places.get_val(doc) > 0 && segment.alive(doc) {
                    let found = Found {
                        segment: nth,
                        doc,
                        score: 0.0,
                    };
                    if records.passage(found)?.1.id == id {
                        return Ok(Some(found));
                    }
                }
            }
        }
        Ok(None)
    }

    /// The part of the index that has `tag`, and the first living document there.
    fn find(&self, tag: &str) -> Result<Option<(usize, u32)>> {
        for (nth, segment) in self.segments.iter().enumerate() {
            if let Some(doc) = segment.first_tagged(tag)? {
                return Ok(Some((nth, doc)));
            }
        }
        Ok(None)
    }

    fn found(&self, plan: &Plan, query: &Query) -> Result<Gathered> {
        let opened = self.segments.iter();
        let opened: Vec<Box<dyn Docs>> = opened
            .map(|segment| open::passages(plan, segment))
            .collect::<Result<_>>()?;
        let cost = opened
            .iter()
            .fold(0_u32, |cost, docs| cost.saturating_add(docs.cost()));
        if gather::by_score(query)
            && !query.all
            && let Some(mates) = self.mates(cost)?
        {
            return gather::by_mates(query, &self.segments, opened, plan, mates);
        }
        gather::all(query, &self.segments, opened)
    }

    /// Which passages have mates, where that is known or worth knowing: once as much was looked through, before the `cost`
    /// passages of the query at hand, that to tell them all takes little beside it. A process that asks once never does.
    fn mates(&self, cost: u32) -> Result<Option<&Mates>> {
        if let Some(mates) = self.mates.get() {
            return Ok(Some(mates));
        }
        let documents = self.segments.iter().map(Segment::max_doc);
        let before = self
            .looked_through
            .fetch_add(cost.into(), Ordering::Relaxed);
        if before < MANY.max(documents.map(u64::from).sum()) {
            return Ok(None);
        }
        let mates = Mates::of(&self.segments)?;
        Ok(Some(self.mates.get_or_init(|| mates)))
    }
}

fn unreadable_source() -> Error {
    Error::new(
        ErrorKind::Damaged,
        "what was read for the index cannot be told",
    )
    .hint("`onrecord reindex PATH…` makes it anew from its sources")
}

/// Articles as they are read for one answer, each once.
struct Records<'s> {
    segments: &'s [Segment],
    read: HashMap<(usize, u32), Record>,
}

impl<'s> Records<'s> {
    fn new(segments: &'s [Segment]) -> Self {
        Self {
            segments,
            read: HashMap::new(),
        }
    }

    /// Reads the articles of many passages, half of them on another thread, which their unpacking is worth.
    fn read_ahead<'f>(&mut self, found: impl Iterator<Item = &'f Found>) -> Result<()> {
        let mut wanted = Vec::new();
        for one in found {
            wanted.push((one.segment, self.segments[one.segment].article(one.doc)?));
        }
        wanted.sort_unstable();
        wanted.dedup();
        if wanted.len() < MANY_RECORDS {
            return Ok(());
        }
        let read = |wanted: &[(usize, u32)]| -> Result<Vec<((usize, u32), Record)>> {
            let wanted = wanted.iter();
            wanted
                .map(|&(segment, doc)| Ok(((segment, doc), self.segments[segment].record(doc)?)))
                .collect()
        };
        let (one, other) = wanted.split_at(wanted.len() / 2);
        let halves = thread::scope(|scope| {
            let other = scope.spawn(|| read(other));
            let one = read(one);
            (one, other.join().ok())
        });
        self.read.extend(halves.0?);
        // What the other thread did not come to is read when it is asked for.
        self.read
            .extend(halves.1.transpose()?.into_iter().flatten());
        Ok(())
    }

    fn passage(&mut self, found: Found) -> Result<(Arc<Article>, Passage)> {
        let segment = &self.segments[found.segment];
        let doc = segment.article(found.doc)?;
        let record = match self.read.entry((found.segment, doc)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(segment.record(doc)?),
        };
        let nth = (found.doc - doc).saturating_sub(1) as usize;
        Ok((record.article.clone(), record.passage(nth)?))
    }

    fn article(&mut self, segment: usize, doc: u32) -> Result<Arc<Article>> {
        match self.read.get(&(segment, doc)) {
            Some(record) => Ok(record.article.clone()),
            None => Ok(self.segments[segment].record(doc)?.article),
        }
    }

    fn hit(&mut self, found: Found, cursor: Cursor) -> Result<Hit> {
        let (article, passage) = self.passage(found)?;
        Ok(Hit {
            passage,
            article,
            score: found.score,
            matches: Vec::<Span>::new(),
            also_in: Vec::new(),
            cursor,
        })
    }
}
