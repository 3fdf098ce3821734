//! What passages found have in common, counted.

use std::collections::HashMap;

use super::Searcher;
use super::docs::END;
use super::plan::Plan;
use super::segment::Segment;
use super::window::Window;
use crate::attribution::Medium;
use crate::date::Day;
use crate::error::Result;
use crate::index::block::number_day;
use crate::index::guard::guarded;
use crate::index::schema as columns;
use crate::index::status::SpeakerCount;
use crate::query::{Facet, KindName, Query};

/// What passages can be counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FacetBy {
    /// The speaker, whatever the spelling: see [`Names`](super::Names).
    Speaker,
    /// Quote, claim or fact.
    Kind,
    /// Who published the article.
    Publisher,
    /// Through what it was said.
    Medium,
    /// The words that report.
    Cue,
    /// The year of publication.
    Year,
}

impl FacetBy {
    /// All of them, in the order of the documentation.
    pub const ALL: [Self; 6] = [
        Self::Speaker,
        Self::Kind,
        Self::Publisher,
        Self::Medium,
        Self::Cue,
        Self::Year,
    ];

    /// Its name in JSON and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Kind => "kind",
            Self::Publisher => "publisher",
            Self::Medium => "medium",
            Self::Cue => "cue",
            Self::Year => "year",
        }
    }
}

impl Searcher {
    /// How many passages that answer have each value, the most frequent first. Every passage counts, also where
    /// several print the same words.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn facets(&self, query: &Query, by: FacetBy) -> Result<Vec<Facet>> {
        guarded(|| {
            let mut counts: HashMap<String, usize> = HashMap::new();
            let names = (by == FacetBy::Speaker).then(|| self.names()).transpose()?;
            self.each_found(query, |segment, docs| {
                let mut add = |value: String, count| *counts.entry(value).or_default() += count;
                match by {
                    FacetBy::Kind | FacetBy::Medium => {
                        let column = if by == FacetBy::Kind {
                            segment.kind()?
                        } else {
                            segment.medium()?
                        };
                        let mut numbers = [0_usize; 32];
                        for &doc in docs {
                            if let Some(count) = numbers
                                .get_mut(usize::try_from(column.get_val(doc)).unwrap_or(usize::MAX))
                            {
                                *count += 1;
                            }
                        }
                        for (number, &count) in
                            numbers.iter().enumerate().filter(|&(_, &count)| count > 0)
                        {
                            let name = match by {
                                FacetBy::Kind => {
                                    KindName::ALL.get(number).map(|kind| kind.as_str())
                                }
                                _ => number
                                    .checked_sub(1)
                                    .and_then(|at| Medium::ALL.get(at))
                                    .map(|medium| medium.as_str()),
                            };
                            if let Some(name) = name {
                                add(name.to_owned(), count);
                            }
                        }
                    }
                    FacetBy::Year => {
                        for &doc in docs {
                            if let Some(day) = segment
                                .day()?
                                .first(segment.article(doc)?)
                                .and_then(number_day)
                            {
                                add(day.year().to_string(), 1);
                            }
                        }
                    }
                    FacetBy::Speaker | FacetBy::Publisher | FacetBy::Cue => {
                        let name = match by {
                            FacetBy::Speaker => columns::NAME,
                            FacetBy::Cue => columns::CUE_WORDS,
                            _ => columns::PUBLISHER_NAME,
                        };
                        for (value, docs) in named(segment, name, by == FacetBy::Publisher, docs)? {
                            match &names {
                                Some(names) => add(names.of(&value).to_owned(), docs.len()),
                                None => add(value, docs.len()),
                            }
                        }
                    }
                }
                Ok(())
            })?;
            let mut all: Vec<Facet> = counts
                .into_iter()
                .map(|(value, count)| Facet { value, count })
                .collect();
            all.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
            Ok(all)
        })
    }

    /// How many passages that answer each day of publication has, in order; those without a day come first.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn days(&self, query: &Query) -> Result<Vec<(Option<Day>, usize)>> {
        guarded(|| {
            let mut counts: HashMap<Option<i64>, usize> = HashMap::new();
            self.each_found(query, |segment, docs| {
                for &doc in docs {
                    let day = segment.day()?.first(segment.article(doc)?);
                    *counts.entry(day).or_default() += 1;
                }
                Ok(())
            })?;
            let mut days: Vec<_> = counts.into_iter().collect();
            days.sort_unstable();
            Ok(days
                .into_iter()
                .map(|(day, count)| (day.and_then(number_day), count))
                .collect())
        })
    }

    /// Who is on record in the passages that answer, the most frequent first.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn speakers(&self, query: &Query) -> Result<Vec<SpeakerCount>> {
        guarded(|| {
            let mut counts: HashMap<String, SpeakerCount> = HashMap::new();
            let names = self.names()?;
            self.each_found(query, |segment, docs| {
                for (name, docs) in named(segment, columns::NAME, false, docs)? {
                    let speaker = counts.entry(names.of(&name).to_owned()).or_default();
                    for doc in docs {
                        match segment.kind()?.get_val(doc) {
                            0 => speaker.quotes += 1,
                            _ => speaker.claims += 1,
                        }
                        if let Some(day) = segment
                            .day()?
                            .first(segment.article(doc)?)
                            .and_then(number_day)
                        {
                            speaker.first = Some(speaker.first.map_or(day, |first| first.min(day)));
                            speaker.last = Some(speaker.last.map_or(day, |last| last.max(day)));
                        }
                    }
                }
                Ok(())
            })?;
            let mut all: Vec<SpeakerCount> = counts
                .into_iter()
                .map(|(name, count)| SpeakerCount { name, ..count })
                .collect();
            all.sort_by(|a, b| {
                let count = |speaker: &SpeakerCount| speaker.quotes + speaker.claims;
                count(b).cmp(&count(a)).then_with(|| a.name.cmp(&b.name))
            });
            Ok(all)
        })
    }

    /// Calls `each` with the passages found in each part of the index.
    fn each_found(
        &self,
        query: &Query,
        mut each: impl FnMut(&Segment, &[u32]) -> Result<()>,
    ) -> Result<()> {
        let plan = Plan::new(query, &self.segments, self.fields)?;
        for segment in &self.segments {
            let mut found = Vec::new();
            let mut docs = super::open::passages(&plan, segment)?;
            let mut window = Window::new();
            while docs.doc() != END {
                window.begin(docs.doc());
                docs.pour(&mut window);
                window.each(|doc, _| {
                    if segment.alive(doc) {
                        found.push(doc);
                    }
                });
            }
            each(segment, &found)?;
        }
        Ok(())
    }
}

/// The documents under each value of a column of names; those of an article for its passages if `of_article`.
fn named(
    segment: &Segment,
    column: &str,
    of_article: bool,
    docs: &[u32],
) -> Result<Vec<(String, Vec<u32>)>> {
    let Some(column) = segment.names(column)? else {
        return Ok(Vec::new());
    };
    let mut by_number: HashMap<u64, Vec<u32>> = HashMap::new();
    for &doc in docs {
        let row = if of_article {
            segment.article(doc)?
        } else {
            doc
        };
        if let Some(number) = column.ords().first(row) {
            by_number.entry(number).or_default().push(doc);
        }
    }
    let mut all = Vec::with_capacity(by_number.len());
    for (number, docs) in by_number {
        let mut value = String::new();
        if column.ord_to_str(number, &mut value)? {
            all.push((value, docs));
        }
    }
    Ok(all)
}
