//! Keeps passages and answers queries with hits. The only home of tantivy.
//!
//! An index is a folder. [`Index::writer`] takes articles with their passages and keeps them at each
//! [`commit`](Writer::commit), all or none; [`Index::searcher`] sees what was kept last and is not disturbed by what
//! comes after.

mod block;
mod check;
mod directory;
mod document;
mod folder;
mod guard;
mod kin;
mod packing;
mod record;
#[cfg(test)]
mod sample;
mod schema;
mod search;
mod sketch;
mod source;
mod status;
mod stems;
mod successor;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on")]
mod tests;
mod tokens;
mod wording;
mod writer;

pub use check::Checked;
pub use folder::Index;
pub use search::{FacetBy, Names, Reason, Searcher, Stories};
pub use source::Source;
pub use status::{SpeakerCount, Status};
pub use successor::Successor;
pub use writer::{Change, Writer, WriterOptions};

/// The article and passages in the bytes of a record, which cargo-fuzz makes up.
///
/// # Errors
/// When there are none in them.
#[cfg(fuzzing)]
pub fn record(
    bytes: Vec<u8>,
) -> crate::error::Result<(
    std::sync::Arc<crate::article::Article>,
    Vec<crate::passage::Passage>,
)> {
    let record = record::Record::read(bytes)?;
    Ok((record.article.clone(), record.passages()?))
}
