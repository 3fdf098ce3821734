//! Where the index is: as asked for, else the nearest one above the current folder.

use std::path::{Path, PathBuf};

use anyhow::Context;
use onrecord::error::{Error, ErrorKind};

/// The variable of the environment that names the index.
const VARIABLE: &str = "ONRECORD_INDEX";

/// The folder of an index that nobody named.
const FOLDER: &str = ".onrecord";

/// The index to read: `asked`, else the nearest `.onrecord` in this folder or one above it.
pub(crate) fn existing(asked: Option<PathBuf>) -> anyhow::Result<PathBuf> {
    if let Some(asked) = named(asked) {
        return Ok(asked);
    }
    let here = here()?;
    nearest(&here).ok_or_else(|| {
        Error::new(
            ErrorKind::NoIndex,
            format!("no {FOLDER} in {} or any folder above it", here.display()),
        )
        .hint(format!(
            "make one with `onrecord ingest PATH`, name one with --index DIR or {VARIABLE}, or search files with --in PATH"
        ))
        .into()
    })
}

/// The index to write: the same, else a new one in this folder.
pub(crate) fn writable(asked: Option<PathBuf>) -> anyhow::Result<PathBuf> {
    match named(asked) {
        Some(asked) => Ok(asked),
        None => Ok(nearest(&here()?).unwrap_or_else(|| PathBuf::from(FOLDER))),
    }
}

fn here() -> anyhow::Result<PathBuf> {
    std::env::current_dir().context("cannot tell in which folder this is")
}

/// What the command line names, else the environment; an empty name names nothing.
fn named(asked: Option<PathBuf>) -> Option<PathBuf> {
    asked
        .or_else(|| std::env::var_os(VARIABLE).map(PathBuf::from))
        .filter(|path| !path.as_os_str().is_empty())
}

/// The nearest index above `here`, named from here: `.onrecord`, `../.onrecord`, …
fn nearest(here: &Path) -> Option<PathBuf> {
    let above = here
        .ancestors()
        .position(|folder| folder.join(FOLDER).is_dir())?;
    let up: PathBuf = std::iter::repeat_n("..", above).collect();
    Some(up.join(FOLDER))
}

/// The folder that an index is of, which articles without an id or address are placed against: the one that holds it.
pub(crate) fn root(index: &Path) -> &Path {
    match index.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// The same where no index is asked for: so that an article has the same id in and out of the index.
pub(crate) fn nearest_root() -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    match nearest(&here) {
        Some(index) => root(&index).to_owned(),
        None => here,
    }
}
