//! What is in all of the index, counted.

use super::Searcher;
use crate::error::Result;
use crate::index::block::number_day;
use crate::index::folder::FORMAT;
use crate::index::guard::guarded;
use crate::index::schema::TAG_ARTICLE;
use crate::index::status::Status;
use crate::query::KindName;

impl Searcher {
    /// What the index holds.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn status(&self) -> Result<Status> {
        guarded(|| {
            let mut status = Status {
                mark: self.commit(),
                parts: self.segments.len(),
                format: FORMAT,
                ..Status::default()
            };
            for segment in &self.segments {
                for doc in segment.tagged(TAG_ARTICLE)? {
                    status.articles += 1;
                    if let Some(day) = segment.day()?.first(doc).and_then(number_day) {
                        status.first = Some(status.first.map_or(day, |first| first.min(day)));
                        status.last = Some(status.last.map_or(day, |last| last.max(day)));
                    }
                }
                for kind in KindName::ALL {
                    let count = segment.tagged(&format!("kind:{}", kind.as_str()))?.len();
                    match kind {
                        KindName::Quote => status.quotes += count,
                        KindName::Claim => status.claims += count,
                        KindName::Fact => status.facts += count,
                    }
                }
            }
            Ok(status)
        })
    }
}
