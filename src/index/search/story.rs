//! Articles that tell the same story in the same words: a wire story as two publishers print it.
//!
//! It is told at the time of asking, from the sketch kept with each article, so that no article is written anew when
//! another comes, changes or goes.

use std::cmp::Reverse;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};

use tantivy::DocId;

use super::Searcher;
use super::docs::{Docs, END};
use super::mates::Bits;
use super::segment::Segment;
use crate::article::Article;
use crate::error::{Error, ErrorKind, Result};
use crate::index::block::article_tag;
use crate::index::guard::guarded;
use crate::index::schema::{SKETCH, TAG_ARTICLE};
use crate::index::sketch::{self, BITS, LANES, Runs, lanes, terms};

/// Lanes in which two sketches agree before their texts are compared.
const AGREE: usize = 2;
/// Bits of the set of articles that one lane or another has.
const SEEN: usize = 1 << 16;
/// Texts compared with one article at most; those that agree most come first.
const COMPARED: usize = 64;

/// For each article, by its id, the others that tell its story; an article that has none is not there.
pub type Stories = HashMap<String, Vec<String>>;

/// Where an article stands: the part of the index, and the document in it.
type Place = (usize, DocId);

impl Searcher {
    /// Which articles of the index tell the same story as each of `articles`, by id.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn same_stories<'a>(
        &self,
        articles: impl IntoIterator<Item = &'a Article>,
    ) -> Result<Stories> {
        guarded(|| {
            let mut stories = Stories::new();
            let mut seen = HashSet::new();
            // Those that are like one another are asked for together more often than not.
            let mut read: HashMap<Place, (String, Runs)> = HashMap::new();
            for article in articles {
                if !seen.insert(&*article.id) {
                    continue;
                }
                let like = self.like(article)?;
                if like.is_empty() {
                    continue;
                }
                let runs = Runs::of(article);
                let mut same = BTreeSet::new();
                for place in like {
                    let (id, others) = match read.entry(place) {
                        Entry::Occupied(known) => known.into_mut(),
                        Entry::Vacant(new) => {
                            let other = self.segments[place.0].record(place.1)?.article;
                            new.insert((other.id.clone(), Runs::of(&other)))
                        }
                    };
                    if runs.same_story(others) {
                        same.insert(id.clone());
                    }
                }
                if !same.is_empty() {
                    stories.insert(article.id.clone(), same.into_iter().collect());
                }
            }
            Ok(stories)
        })
    }

    /// Which articles of the index tell the same story, for all of them.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn all_same_stories(&self) -> Result<Stories> {
        guarded(|| {
            let mut known: Vec<(Place, [u16; LANES])> = Vec::new();
            for (nth, segment) in self.segments.iter().enumerate() {
                each_sketch(segment, |doc, halves| {
                    known.push(((nth, doc), lanes(halves)));
                })?;
            }
            let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
            let mut keys: Vec<(u32, usize)> = Vec::with_capacity(known.len());
            for first in 0..LANES {
                for second in first + 1..LANES {
                    keys.clear();
                    keys.extend(known.iter().enumerate().filter_map(|(nth, (_, lanes))| {
                        let (one, two) = (u32::from(lanes[first]), u32::from(lanes[second]));
                        (one > 0 && two > 0).then_some((one << BITS | two, nth))
                    }));
                    keys.sort_unstable();
                    for alike in keys.chunk_by(|one, other| one.0 == other.0) {
                        for (at, &(_, one)) in alike.iter().enumerate() {
                            let others = alike[at + 1..].iter().take(COMPARED);
                            pairs.extend(others.map(|&(_, other)| (one, other)));
                        }
                    }
                }
            }
            let mut read: HashMap<usize, (String, Runs)> = HashMap::new();
            let mut stories = Stories::new();
            for (one, other) in pairs {
                for nth in [one, other] {
                    if let Entry::Vacant(new) = read.entry(nth) {
                        let (segment, doc) = known[nth].0;
                        let article = self.segments[segment].record(doc)?.article;
                        new.insert((article.id.clone(), Runs::of(&article)));
                    }
                }
                let ((one, runs), (other, others)) = (&read[&one], &read[&other]);
                if runs.same_story(others) {
                    stories.entry(one.clone()).or_default().push(other.clone());
                    stories.entry(other.clone()).or_default().push(one.clone());
                }
            }
            for ids in stories.values_mut() {
                ids.sort_unstable();
            }
            Ok(stories)
        })
    }

    /// The places of other articles whose sketch is like that of `article`, those that agree most first.
    fn like(&self, article: &Article) -> Result<Vec<Place>> {
        let own = self.find(&article_tag(&article.id))?;
        let sketch = match own {
            Some((segment, doc)) => self.segments[segment].sketch(doc)?,
            None => sketch::of(article),
        };
        let mut like: Vec<(usize, Place)> = Vec::new();
        for (part, segment) in self.segments.iter().enumerate() {
            let mut once = Bits::new(SEEN);
            // Those that come twice, and few others.
            let mut agree: Vec<DocId> = Vec::new();
            for term in terms(sketch) {
                let docs = segment.with_lane(term)?.into_iter();
                agree.extend(docs.filter(|&doc| once.insert(doc as usize % SEEN)));
            }
            agree.sort_unstable();
            agree.dedup();
            for doc in agree {
                let lanes = sketch::agree(sketch, segment.sketch(doc)?);
                if lanes >= AGREE {
                    like.push((lanes, (part, doc)));
                }
            }
        }
        like.sort_by_key(|&(lanes, _)| Reverse(lanes));
        like.truncate(COMPARED);
        let places = like.into_iter().map(|(_, place)| place);
        Ok(places.filter(|&place| Some(place) != own).collect())
    }
}

/// Every living article of `segment` with its sketch.
fn each_sketch(segment: &Segment, mut each: impl FnMut(DocId, [u64; 2])) -> Result<()> {
    let Some(mut articles) = segment.term(segment.fields.tag, TAG_ARTICLE)? else {
        return Ok(());
    };
    // Each article has both, and nothing else has: the n-th value is that of the n-th article.
    let columns = [segment.numbers(SKETCH[0])?, segment.numbers(SKETCH[1])?];
    let mut rows = 0;
    while articles.doc() != END {
        let doc = articles.doc();
        if columns.iter().any(|column| rows >= column.num_vals()) {
            return Err(
                Error::new(ErrorKind::Damaged, "an article in the index has no sketch")
                    .hint("`onrecord reindex` makes the index anew"),
            );
        }
        if segment.alive(doc) {
            each(doc, [columns[0].get_val(rows), columns[1].get_val(rows)]);
        }
        rows += 1;
        articles.advance();
    }
    Ok(())
}
