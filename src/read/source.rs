//! A source: a file, or standard input, that articles are read from.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use ignore::{DirEntry, WalkBuilder};

use crate::error::{Error, ErrorKind, Result};

/// What no folder is searched for articles: pictures, sound, film, fonts, and what dresses a saved page.
const NEVER_ARTICLES: [&str; 30] = [
    "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "ico", "bmp", "tif", "tiff", "css", "js",
    "mjs", "map", "woff", "woff2", "ttf", "otf", "eot", "mp3", "m4a", "wav", "ogg", "mp4", "m4v",
    "mov", "webm", "avi", "mkv",
];

/// A file, or standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    path: String,
    file: Option<PathBuf>,
    size: Option<u64>,
    modified: Option<SystemTime>,
}

impl Source {
    /// Standard input, named `-`.
    #[must_use]
    pub fn stdin() -> Self {
        Self {
            path: "-".to_owned(),
            file: None,
            size: None,
            modified: None,
        }
    }

    /// The file at `path`.
    ///
    /// # Errors
    /// When it is not there, or is no file: a folder, a named pipe, a device.
    pub fn file(path: &Path) -> Result<Self> {
        let name = path.to_string_lossy().into_owned();
        let about = fs::metadata(path).map_err(|error| Error::from(error).in_path(&name))?;
        let is_stream = name.starts_with("/dev/fd/") || name == "/dev/stdin";
        if !about.is_file() && !is_stream {
            let what = if about.is_dir() {
                "is a folder where a file is wanted"
            } else {
                "is a named pipe, a socket or a device, and no file"
            };
            return Err(Error::new(ErrorKind::Input, what)
                .in_path(name)
                .hint("to read a stream, send it to standard input and name it -"));
        }
        Ok(Self {
            path: name,
            file: Some(path.to_owned()),
            size: about.is_file().then_some(about.len()),
            modified: about.modified().ok().filter(|_| about.is_file()),
        })
    }

    /// The path as the user named it; `-` for standard input.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Where it is on disk; nowhere, for standard input.
    #[must_use]
    pub fn location(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Its size in bytes.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        self.size
    }

    /// When it was last written.
    #[must_use]
    pub fn modified(&self) -> Option<SystemTime> {
        self.modified
    }
}

/// The sources at `paths`, in their order: a file as it is, a folder with everything beneath it by name, save what is
/// hidden, ignored (`.gitignore`, `.ignore`) or plainly a picture, a sound or a film; `-` is standard input.
pub fn sources<P: AsRef<Path>>(
    paths: impl IntoIterator<Item = P>,
) -> impl Iterator<Item = Result<Source>> {
    paths.into_iter().flat_map(|path| beneath(path.as_ref()))
}

fn beneath(path: &Path) -> Box<dyn Iterator<Item = Result<Source>>> {
    if path == Path::new("-") {
        return Box::new(std::iter::once(Ok(Source::stdin())));
    }
    if !path.is_dir() {
        return Box::new(std::iter::once(Source::file(path)));
    }
    let walk = WalkBuilder::new(path)
        .follow_links(true)
        .sort_by_file_name(std::ffi::OsStr::cmp)
        .filter_entry(|entry| entry.depth() == 0 || may_hold_articles(entry))
        .build();
    Box::new(walk.filter_map(|entry| match entry {
        Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_dir()) => None,
        Ok(entry) => Some(Source::file(entry.path())),
        Err(error) => Some(Err(walk_error(&error))),
    }))
}

fn may_hold_articles(entry: &DirEntry) -> bool {
    if entry.file_type().is_some_and(|kind| kind.is_dir()) {
        !is_index(entry.path())
    } else {
        may_be_article(entry.path())
    }
}

/// Whether a folder is an index that stands among what it was made of: no article is read twice.
fn is_index(folder: &Path) -> bool {
    fs::read(folder.join("format")).is_ok_and(|format| format.starts_with(b"onrecord index\n"))
}

/// Whether the name of a file is not that of a picture, a sound, or the like.
pub(super) fn may_be_article(path: &Path) -> bool {
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_none_or(|extension| {
            !NEVER_ARTICLES
                .iter()
                .any(|other| extension.eq_ignore_ascii_case(other))
        })
}

fn walk_error(error: &ignore::Error) -> Error {
    match error {
        ignore::Error::WithDepth { err, .. } => walk_error(err),
        ignore::Error::WithPath { path, err } => walk_error(err).in_path(path.to_string_lossy()),
        ignore::Error::Loop { ancestor, child } => Error::new(
            ErrorKind::Input,
            format!(
                "is a symbolic link to {}, which holds it: left out",
                ancestor.display()
            ),
        )
        .in_path(child.to_string_lossy()),
        // The walk's own words name the path again.
        ignore::Error::Io(error) => match error.raw_os_error().or_else(|| {
            let inner = error.get_ref()?.source()?.downcast_ref::<io::Error>()?;
            inner.raw_os_error()
        }) {
            Some(code) => io::Error::from_raw_os_error(code).into(),
            None => Error::new(ErrorKind::Io, error.to_string()),
        },
        other => Error::new(ErrorKind::Input, other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail")]

    use std::fs;

    use super::sources;
    use crate::error::ErrorKind;

    fn names(folder: &std::path::Path) -> Vec<String> {
        sources([folder])
            .map(|source| match source {
                Ok(source) => source
                    .location()
                    .and_then(|path| path.strip_prefix(folder).ok())
                    .map_or_else(String::new, |path| path.display().to_string()),
                Err(error) => format!("{:?}", error.kind()),
            })
            .collect()
    }

    #[test]
    fn walks_a_folder_in_order_without_what_is_hidden_or_ignored() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "b.txt", "a.html", ".hidden", "left.out", "c.JPG", "sub/d.md",
        ] {
            fs::create_dir_all(folder.path().join("sub")).unwrap();
            fs::write(folder.path().join(name), "words").unwrap();
        }
        fs::write(folder.path().join(".ignore"), "*.out\n").unwrap();
        fs::create_dir(folder.path().join("archive.idx")).unwrap();
        for (name, content) in [("format", "onrecord index\n1\n"), ("x.store", "words")] {
            fs::write(folder.path().join("archive.idx").join(name), content).unwrap();
        }
        assert_eq!(names(folder.path()), ["a.html", "b.txt", "sub/d.md"]);
    }

    #[test]
    fn reads_what_is_named_even_when_a_walk_would_leave_it_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".hidden.js");
        fs::write(&path, "words").unwrap();
        let found: Vec<_> = sources([&path]).map(Result::unwrap).collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].size(), Some(5));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_a_circle_is_an_error_and_the_rest_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("sub")).unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("sub/up")).unwrap();
        fs::write(folder.path().join("z.txt"), "words").unwrap();
        assert_eq!(names(folder.path()), ["Input", "z.txt"]);
    }

    #[test]
    fn what_is_not_there_is_an_error() {
        let error = sources(["/no/such/file"]).next().unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Io);
        assert_eq!(error.place().unwrap().path, "/no/such/file");
    }
}
