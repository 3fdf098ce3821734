//! Where the blocks of the index begin: an article's passages come after it, up to where the next one begins.

use std::sync::Arc;

use tantivy::DocId;

use super::mates::Bits;
use super::segment::Values;

/// The blocks of one part of the index.
#[derive(Clone)]
pub(super) struct Blocks {
    pub(super) nth: Values,
    /// The first document of each, where that is known: a column is slower to read.
    pub(super) begins: Option<Arc<Bits>>,
    pub(super) max: DocId,
}

impl Blocks {
    /// The first document of the block with `doc`.
    #[expect(clippy::cast_possible_truncation, reason = "below a document")]
    pub(super) fn begin(&self, doc: DocId) -> DocId {
        match &self.begins {
            Some(begins) => begins.last_to(doc as usize).unwrap_or(0) as DocId,
            None => doc - u32::try_from(self.nth.get_val(doc)).unwrap_or(0).min(doc),
        }
    }

    /// The first document after `doc` that is in another block, or `limit` if that comes sooner.
    #[expect(clippy::cast_possible_truncation, reason = "at most a document")]
    pub(super) fn end(&self, doc: DocId, limit: DocId) -> DocId {
        let (from, limit) = (doc + 1, limit.min(self.max));
        match &self.begins {
            Some(begins) => begins.first_from(from as usize, limit as usize) as DocId,
            None => (from..limit)
                .find(|&doc| self.nth.get_val(doc) == 0)
                .unwrap_or(limit),
        }
    }
}
