//! Bytes into articles: a path or a stream in whatever format newsrooms and archives keep, one file a format.
//!
//! [`sources`] finds what there is to read, [`articles`] reads one of them as a stream. What is broken is an error
//! with its place, and the rest goes on.

#[cfg(feature = "archives")]
mod archive;
mod boilerplate;
mod byline;
mod csv;
mod dateline;
mod decode;
mod draft;
#[cfg(feature = "xml")]
mod feed;
mod format;
mod head;
#[cfg(feature = "html")]
mod html;
mod json;
mod language;
mod markdown;
mod names;
#[cfg(feature = "xml")]
mod newsml;
mod open;
mod plain;
mod source;
#[cfg(feature = "xml")]
mod tei;
mod values;
#[cfg(feature = "warc")]
mod warc;
#[cfg(any(feature = "archives", feature = "warc"))]
mod wrapping;
#[cfg(feature = "xml")]
mod xml;

use std::path::PathBuf;

pub use format::Format;
pub use open::{Articles, articles};
pub use source::{Source, sources};

/// How to read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The format of every source; told from its content and name where none is given.
    pub from: Option<Format>,
    /// The folder that an article without id and URL is placed against, so that its id outlives a move of the whole.
    pub root: PathBuf,
}
