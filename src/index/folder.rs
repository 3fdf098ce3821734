//! The folder that holds an index: what version it has, who may write to it.

use std::collections::HashSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use tantivy::directory::RamDirectory;
use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError, OpenWriteError};
use tantivy::schema::Schema;
use tantivy::store::Compressor;
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{IndexSettings, TantivyError};

use super::directory::Shared;
use super::schema::{ANALYSIS, Fields, schema};
use super::search::Searcher;
use super::successor::SUCCESSOR;
use super::tokens::Analysis;
use super::writer::{Writer, WriterOptions};
use crate::error::{Error, ErrorKind, Result};

/// The version of everything in the folder. Any change to the schema, the records or the folding of words raises it.
pub(super) const FORMAT: u32 = 4;
/// The file that tells the version, written first and read first.
pub(super) const FORMAT_FILE: &str = "format";
/// The file that is locked by who writes, and says who that is.
pub(super) const LOCK_FILE: &str = "writer";

/// An index of articles and their passages.
#[derive(Clone)]
pub struct Index {
    inner: tantivy::Index,
    fields: Fields,
    folder: Option<PathBuf>,
}

impl Index {
    /// Opens the index in `folder`.
    ///
    /// # Errors
    /// When there is none, when it was written by another version, when it is damaged.
    pub fn open(folder: impl AsRef<Path>) -> Result<Self> {
        let folder = folder.as_ref();
        check_format(folder)?;
        Self::open_any(folder, |ours| {
            let (schema, fields) = schema();
            (*ours == schema).then_some(fields)
        })
    }

    /// Opens the index in `folder` if `fields` finds in its schema what there must be.
    fn open_any(folder: &Path, fields: impl FnOnce(&Schema) -> Option<Fields>) -> Result<Self> {
        let doing = || format!("open the index {}", folder.display());
        let directory = Shared::open(folder).map_err(|error| told(&error.into(), doing()))?;
        let inner = tantivy::Index::open(directory).map_err(|error| told(&error, doing()))?;
        let Some(fields) = fields(&inner.schema()) else {
            return Err(Error::new(
                ErrorKind::Damaged,
                format!("{} does not hold what its version says", folder.display()),
            )
            .hint("`onrecord reindex PATH…` makes it anew from its sources"));
        };
        Ok(Self::with(inner, fields, Some(folder.to_owned())))
    }

    /// Opens the index of an older format in `folder`: its articles, its sources and its mark. What else a searcher does,
    /// it may not know.
    ///
    /// # Errors
    /// When there is none, when it was written by a newer version, when it is damaged.
    pub fn open_former(folder: impl AsRef<Path>) -> Result<Searcher> {
        let folder = folder.as_ref();
        let version = format(folder)?;
        if version > FORMAT {
            return Err(newer(folder, version));
        }
        Self::open_any(folder, Fields::of_former)?.searcher()
    }

    /// Opens the index in `folder`, and makes the folder and an empty index where there is none.
    ///
    /// # Errors
    /// When it cannot be made, and as [`open`](Self::open) does. A folder that holds other files is left alone.
    pub fn create_or_open(folder: impl AsRef<Path>) -> Result<Self> {
        let folder = folder.as_ref();
        match Self::open(folder) {
            Err(error) if error.kind() == ErrorKind::NoIndex => {}
            done => return done,
        }
        let failed = |error: io::Error| {
            Error::new(
                ErrorKind::Io,
                format!("cannot make an index in {}: {error}", folder.display()),
            )
        };
        fs::create_dir_all(folder).map_err(failed)?;
        let lock = Lock::take(folder)?;
        for entry in fs::read_dir(folder).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name();
            let name = name.to_string_lossy();
            // What an earlier attempt that was killed may have left.
            if ![LOCK_FILE, FORMAT_FILE, ".managed.json", "meta.json"].contains(&&*name)
                && !name.starts_with(".tmp")
                && !name.starts_with(".tantivy-")
            {
                return Err(Error::new(
                    ErrorKind::NoIndex,
                    format!("{} is no index and holds other files", folder.display()),
                )
                .hint("name a new or empty folder"));
            }
        }
        if !folder.join("meta.json").exists() {
            let directory =
                Shared::open(folder).map_err(|error| told(&error.into(), "make an index"))?;
            tantivy::Index::create(directory, schema().0, settings())
                .map_err(|error| told(&error, "make an index"))?;
        }
        // The version comes last: a folder without it is no index yet.
        let path = folder.join(FORMAT_FILE);
        let temporary = folder.join(".tmp-format");
        fs::write(&temporary, format!("onrecord index\n{FORMAT}\n"))
            .and_then(|()| fs::rename(&temporary, &path))
            .map_err(failed)?;
        drop(lock);
        Self::open(folder)
    }

    /// An empty index in memory.
    ///
    /// # Errors
    /// Never in practice: nothing is read.
    pub fn in_memory() -> Result<Self> {
        let (ours, fields) = schema();
        let inner = tantivy::Index::create(RamDirectory::create(), ours, settings())
            .map_err(|error| told(&error, "make an index in memory"))?;
        Ok(Self::with(inner, fields, None))
    }

    /// The one who may write to it.
    ///
    /// # Errors
    /// [`ErrorKind::Locked`] while another process writes to it.
    pub fn writer(&self, options: WriterOptions) -> Result<Writer> {
        let Some(folder) = &self.folder else {
            return Writer::new(self.clone(), None, options);
        };
        let lock = Lock::take(folder)?;
        // What others wrote before we had the lock must be seen, or it would be lost.
        Writer::new(Self::open(folder)?, Some(lock), options)
    }

    /// What was kept last.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn searcher(&self) -> Result<Searcher> {
        Searcher::new(&self.inner, self.fields)
    }

    /// Takes away what a writer that was killed left behind. Only for who holds the lock.
    pub(super) fn sweep(&self) -> Result<()> {
        let Some(folder) = &self.folder else {
            return Ok(());
        };
        let known = self.parts()?;
        for entry in fs::read_dir(folder)? {
            let name = entry?.file_name();
            let name = name.to_string_lossy();
            let stale = part_of(&name).is_some_and(|part| !known.contains(part));
            // What cannot be taken away now may be another time.
            if stale || name.starts_with(".tmp") {
                let _ = fs::remove_file(folder.join(&*name));
            } else if name == SUCCESSOR {
                let _ = fs::remove_dir_all(folder.join(&*name));
            }
        }
        Ok(())
    }

    /// The files of the parts that the last commit left, in order.
    pub(super) fn files(&self) -> Result<Vec<PathBuf>> {
        let known = self.parts()?;
        let mut files: Vec<PathBuf> = match &self.folder {
            Some(folder) => fs::read_dir(folder)?
                .map(|entry| Ok(PathBuf::from(entry?.file_name())))
                .collect::<Result<_>>()?,
            None => self
                .inner
                .directory()
                .list_managed_files()
                .into_iter()
                .collect(),
        };
        files.retain(|file| {
            part_of(&file.to_string_lossy()).is_some_and(|part| known.contains(part))
        });
        files.sort();
        Ok(files)
    }

    fn parts(&self) -> Result<HashSet<String>> {
        let ids = self
            .inner
            .searchable_segment_ids()
            .map_err(|error| told(&error, "read the index"))?;
        Ok(ids
            .iter()
            .map(tantivy::index::SegmentId::uuid_string)
            .collect())
    }

    /// `error`, met while writing: with the folder, and what became of it.
    pub(super) fn not_written(&self, error: &TantivyError, doing: &str) -> Error {
        let error = told(error, doing).hint("it is as it was at the last commit");
        match &self.folder {
            Some(folder) => error.in_path(folder.display().to_string()),
            None => error,
        }
    }

    pub(super) fn tantivy(&self) -> &tantivy::Index {
        &self.inner
    }

    pub(super) fn fields(&self) -> Fields {
        self.fields
    }

    fn with(inner: tantivy::Index, fields: Fields, folder: Option<PathBuf>) -> Self {
        inner
            .tokenizers()
            .register(ANALYSIS, TextAnalyzer::from(Analysis::default()));
        Self {
            inner,
            fields,
            folder,
        }
    }
}

/// Bytes of records that are read together.
const TOGETHER: usize = 4096;

/// Records are packed already.
fn settings() -> IndexSettings {
    IndexSettings {
        docstore_blocksize: TOGETHER,
        docstore_compression: Compressor::None,
        docstore_compress_dedicated_thread: false,
        ..IndexSettings::default()
    }
}

/// The part of the index that a file belongs to, from its name.
pub(super) fn part_of(name: &str) -> Option<&str> {
    let (part, _) = name.split_once('.')?;
    (part.len() == 32 && part.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(part)
}

fn none(folder: &Path) -> Error {
    Error::new(
        ErrorKind::NoIndex,
        format!("there is no index in {}", folder.display()),
    )
    .hint("`onrecord ingest` makes one")
}

/// Whether the folder holds an index of this format.
fn check_format(folder: &Path) -> Result<()> {
    match format(folder)? {
        FORMAT => Ok(()),
        version if version > FORMAT => Err(newer(folder, version)),
        older => Err(Error::new(
            ErrorKind::Format,
            format!(
                "{} was written by an older onrecord (format {older}, this one writes {FORMAT})",
                folder.display()
            ),
        )
        .hint("`onrecord reindex` makes it anew from what it keeps")),
    }
}

/// The format of the index in the folder.
fn format(folder: &Path) -> Result<u32> {
    let path = folder.join(FORMAT_FILE);
    let text = match fs::read(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(if holds_parts(folder) {
                unversioned(&path)
            } else {
                none(folder)
            });
        }
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(Error::new(
                ErrorKind::NoIndex,
                format!("{} is no folder", folder.display()),
            ));
        }
        Err(error) => return Err(Error::from(error).in_path(path.display().to_string())),
    };
    String::from_utf8_lossy(&text)
        .strip_prefix("onrecord index\n")
        .and_then(|version| version.trim_end().parse().ok())
        .ok_or_else(|| unversioned(&path))
}

/// An index that has lost its version is no new folder.
fn holds_parts(folder: &Path) -> bool {
    folder.join(LOCK_FILE).exists()
        && fs::read_dir(folder).is_ok_and(|mut entries| {
            entries.any(|entry| {
                entry.is_ok_and(|entry| part_of(&entry.file_name().to_string_lossy()).is_some())
            })
        })
}

fn unversioned(path: &Path) -> Error {
    Error::new(
        ErrorKind::Damaged,
        format!("{} does not tell the version of the index", path.display()),
    )
    .hint("name the sources, and it is made anew from them: onrecord reindex PATH…")
}

fn newer(folder: &Path, version: u32) -> Error {
    Error::new(
        ErrorKind::Format,
        format!(
            "{} was written by a newer onrecord (format {version}, this one knows {FORMAT})",
            folder.display()
        ),
    )
    .hint("update onrecord, or ingest the sources into a new index")
}

/// The right to write, as long as it lives; the system takes it back when the process ends, however it ends.
pub(super) struct Lock(File);

impl Lock {
    pub(super) fn take(folder: &Path) -> Result<Self> {
        let path = folder.join(LOCK_FILE);
        let failed = |error: io::Error| {
            Error::new(ErrorKind::Io, format!("cannot write to the index: {error}"))
                .in_path(path.display().to_string())
        };
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // Half a line is as good as none.
                let _ = file.read_to_string(&mut holder);
                let holder = match holder.trim() {
                    "" => String::new(),
                    holder => format!(" ({holder})"),
                };
                return Err(Error::new(
                    ErrorKind::Locked,
                    format!("another process{holder} is writing to {}", folder.display()),
                )
                .hint("try again when it is done"));
            }
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        let told = format!("process {} since {}", std::process::id(), jiff_now());
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| file.write_all(told.as_bytes()))
            .map_err(failed)?;
        Ok(Self(file))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Who reads an old name in it is told by the lock that nobody writes.
        let _ = self.0.set_len(0);
    }
}

/// Now, as the time of day in UTC.
fn jiff_now() -> String {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    format!("{:02}:{:02} UTC", now / 3600 % 24, now / 60 % 60)
}

/// The error of tantivy in our words.
pub(super) fn told(error: &TantivyError, doing: impl AsRef<str>) -> Error {
    let doing = doing.as_ref();
    let io = |error: &io::Error| Error::new(ErrorKind::Io, format!("cannot {doing}: {error}"));
    let damaged = || {
        Error::new(
            ErrorKind::Damaged,
            format!("cannot {doing}: the index is damaged ({error})"),
        )
        .hint("`onrecord check` tells how much; `onrecord reindex PATH…` makes it anew from its sources")
    };
    let is_cut = |error: &io::Error| {
        matches!(
            error.kind(),
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof
        )
    };
    match error {
        // A file that is shorter than it was, or makes no sense.
        TantivyError::IoError(error) if is_cut(error) => damaged(),
        TantivyError::OpenReadError(OpenReadError::IoError { io_error, filepath })
            if is_cut(io_error) =>
        {
            damaged().in_path(filepath.display().to_string())
        }
        TantivyError::LockFailure(LockError::LockBusy, _) => {
            Error::new(ErrorKind::Locked, "another process is writing to the index")
                .hint("try again when it is done")
        }
        TantivyError::LockFailure(LockError::IoError(error), _)
        | TantivyError::IoError(error)
        | TantivyError::OpenDirectoryError(OpenDirectoryError::IoError {
            io_error: error, ..
        }) => io(error),
        TantivyError::OpenReadError(OpenReadError::IoError { io_error, filepath })
        | TantivyError::OpenWriteError(OpenWriteError::IoError { io_error, filepath }) => {
            io(io_error).in_path(filepath.display().to_string())
        }
        // How a thread of tantivy hands on that the disk is full.
        TantivyError::InternalError(message) | TantivyError::SystemError(message) => {
            Error::new(ErrorKind::Io, format!("cannot {doing}: {message}"))
        }
        TantivyError::IncompatibleIndex(_) => {
            Error::new(ErrorKind::Format, format!("cannot {doing}: {error}"))
                .hint("`onrecord reindex PATH…` makes it anew from its sources")
        }
        TantivyError::OpenReadError(_)
        | TantivyError::DataCorruption(_)
        | TantivyError::DeserializeError(_) => damaged(),
        error => Error::new(ErrorKind::Io, format!("cannot {doing}: {error}")),
    }
}
