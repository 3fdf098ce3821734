//! What was read before: which sources are as they were, and which are gone.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use onrecord::error::Result;
use onrecord::index::{self, Searcher};
use onrecord::read::Source;

/// The sources that an index knows, as of its last commit.
pub(crate) struct Ledger {
    searcher: Searcher,
    /// The folder that sources are named against, so that a folder moved with its index is known again.
    root: PathBuf,
}

impl Ledger {
    pub(crate) fn new(searcher: Searcher, root: &Path) -> Self {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        Self { searcher, root }
    }

    pub(crate) fn searcher(&self) -> &Searcher {
        &self.searcher
    }

    /// What `source` gave, if it is as it was then: of the same size and time, or, touched since, of the same content.
    pub(crate) fn unchanged(&self, source: &Source) -> Option<index::Source> {
        let known = self
            .searcher
            .source(&self.name(source.location()?))
            .ok()??;
        if Some(known.size) != source.size() {
            return None;
        }
        let same = Some(known.modified) == nanoseconds(source)
            || content_hash(source.location()?).is_ok_and(|hash| hash == known.hash);
        same.then_some(known)
    }

    /// The entry of a source that was read whole and gave `articles`.
    pub(crate) fn entry(
        &self,
        source: &Source,
        hash: Option<&str>,
        articles: Vec<String>,
    ) -> Option<index::Source> {
        Some(index::Source {
            path: self.name(source.location()?),
            size: source.size()?,
            modified: nanoseconds(source)?,
            hash: number(hash?)?,
            articles,
            former: Vec::new(),
        })
    }

    /// What the source of this path gave before.
    pub(crate) fn before(&self, entry: &index::Source) -> Result<Option<index::Source>> {
        self.searcher.source(&entry.path)
    }

    /// The sources beneath `paths` that are no longer there.
    pub(crate) fn gone(&self, paths: &[PathBuf]) -> Result<Vec<index::Source>> {
        let paths: Vec<PathBuf> = paths
            .iter()
            .map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone()))
            .map(|path| path.canonicalize().unwrap_or(path))
            .collect();
        let mut gone = Vec::new();
        self.searcher.for_each_source(|source| {
            let location = self.root.join(&source.path);
            if paths.iter().any(|path| location.starts_with(path)) && !location.exists() {
                gone.push(source);
            }
            true
        })?;
        Ok(gone)
    }

    /// Its name in the index: its place beneath the root, else its whole path.
    fn name(&self, location: &Path) -> String {
        let whole = location
            .canonicalize()
            .unwrap_or_else(|_| location.to_owned());
        let name = whole.strip_prefix(&self.root).unwrap_or(&whole);
        name.to_string_lossy().into_owned()
    }
}

fn nanoseconds(source: &Source) -> Option<i64> {
    let since = source.modified()?.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_nanos()).ok()
}

/// The hash of a file's content, without reading its articles.
fn content_hash(path: &Path) -> std::io::Result<u64> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok(number(&hasher.finalize().to_hex()).unwrap_or_default())
}

/// The first sixteen of a hash's hexadecimal digits as a number.
fn number(hash: &str) -> Option<u64> {
    u64::from_str_radix(hash.get(..16)?, 16).ok()
}
