//! Keeps passages and answers queries with hits. The only home of tantivy.
//!
//! An index is a folder. [`Index::writer`] takes articles with their passages and keeps them at each
//! [`commit`](Writer::commit), all or none; [`Index::searcher`] sees what was kept last and is not disturbed by what
//! comes after.

mod block;
mod check;
mod directory;
mod folder;
mod guard;
mod packing;
mod record;
#[cfg(test)]
mod sample;
mod schema;
mod search;
mod sketch;
mod source;
mod status;
mod successor;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on")]
mod tests;
mod tokens;
mod writer;

pub use check::Checked;
pub use folder::Index;
pub use search::{FacetBy, Names, Reason, Searcher, Stories};
pub use source::Source;
pub use status::{SpeakerCount, Status};
pub use successor::Successor;
pub use writer::{Change, Writer, WriterOptions};
