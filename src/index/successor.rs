//! An index that takes the place of another one: made within the other's folder, and seen by nobody before it is whole.
//!
//! Killed at any moment, one of the two stands: the new one lies aside until its files are moved in between those of the
//! old one, where nobody asks for them, and then one file that says which are asked for is put in the place of the other.
//! What is left over either way, the next writer takes away.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tantivy::Directory;

use super::directory::Shared;
use super::folder::{FORMAT_FILE, Index, Lock, part_of};
use crate::error::{Error, Result};

/// Where it lies within the folder of the other.
pub(super) const SUCCESSOR: &str = "successor";

/// What says which files are asked for.
const META: &str = "meta.json";

/// An index to take the place of another one. Until it does or is dropped, nobody else writes to the other.
pub struct Successor {
    index: Index,
    place: Place,
    _lock: Lock,
}

impl Successor {
    /// An empty one for what stands in `folder`, be it older or damaged.
    ///
    /// # Errors
    /// [`Locked`](crate::error::ErrorKind::Locked) while another process writes there; when it cannot be made.
    pub fn of(folder: impl AsRef<Path>) -> Result<Self> {
        let folder = folder.as_ref();
        let lock = Lock::take(folder)?;
        let place = Place(folder.to_owned());
        place.clear().map_err(|error| place.told(error))?;
        Ok(Self {
            index: Index::create_or_open(place.aside())?,
            place,
            _lock: lock,
        })
    }

    /// The new index.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Puts it in the place of the other one. Whoever writes to it must have closed it.
    ///
    /// # Errors
    /// When files cannot be moved; then the other one stands.
    pub fn take_over(self) -> Result<()> {
        let place = &self.place;
        place
            .moves()
            .and_then(|names| place.exchange(&names))
            .and_then(|()| place.sync())
            .map_err(|error| place.told(error))?;
        Index::open(&place.0)?.sweep()
    }
}

/// The folder of the index to be replaced.
struct Place(PathBuf);

impl Place {
    fn aside(&self) -> PathBuf {
        self.0.join(SUCCESSOR)
    }

    fn clear(&self) -> io::Result<()> {
        match fs::remove_dir_all(self.aside()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn exchange(&self, names: &[String]) -> io::Result<()> {
        for name in names {
            // What is asked for must have arrived before it is asked for, whatever happens to the machine.
            if name == META {
                self.sync()?;
            }
            fs::rename(self.aside().join(name), self.0.join(name))?;
        }
        Ok(())
    }

    /// The files to be moved, in the order in which they may be. The version comes last: an index that seems older than
    /// it is can still be read to make it anew.
    fn moves(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(self.aside())? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if part_of(&name).is_some() {
                names.push(name);
            }
        }
        names.sort_unstable();
        names.extend([".managed.json", META, FORMAT_FILE].map(str::to_owned));
        Ok(names)
    }

    fn sync(&self) -> io::Result<()> {
        Shared::open(&self.0)
            .map_err(io::Error::other)?
            .sync_directory()
    }

    fn told(&self, error: io::Error) -> Error {
        Error::from(error).in_path(self.0.display().to_string())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // What cannot be taken away now, the next writer may.
        let _ = self.clear();
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on")]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{Place, Successor};
    use crate::error::ErrorKind;
    use crate::index::folder::FORMAT;
    use crate::index::sample::Sample;
    use crate::index::{Index, WriterOptions};

    fn put(index: &Index, id: &str) {
        let sample = Sample::new(id, "2021-03-04", "Head", "It rained.");
        let mut writer = index.writer(WriterOptions::default()).unwrap();
        writer.put(&sample.article, &sample.passages).unwrap();
        writer.commit().unwrap();
        writer.close().unwrap();
    }

    fn ids(index: &Index) -> String {
        let mut ids = String::new();
        let each = |article: crate::article::Article, _| {
            ids.push_str(&article.id);
            true
        };
        index.searcher().unwrap().for_each_article(each).unwrap();
        ids
    }

    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            let copied = to.join(path.file_name().unwrap());
            if path.is_dir() {
                copy(&path, &copied);
            } else {
                fs::copy(&path, &copied).unwrap();
            }
        }
    }

    fn files(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    /// What a machine that stops after each step of the exchange leaves: with the old index, and with the new one.
    fn stopped(format: &str) -> Vec<tempfile::TempDir> {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        put(&Index::create_or_open(folder).unwrap(), "old");
        fs::write(folder.join("format"), format).unwrap();
        let successor = Successor::of(folder).unwrap();
        put(successor.index(), "new");
        let names = successor.place.moves().unwrap();
        let mut left = Vec::new();
        for nth in 0..=names.len() {
            if let Some(last) = nth.checked_sub(1) {
                successor.place.exchange(&names[last..nth]).unwrap();
            }
            let after = tempfile::tempdir().unwrap();
            copy(folder, after.path());
            left.push(after);
        }
        left
    }

    #[test]
    fn at_every_step_the_old_one_stands_or_the_new_one() {
        let mut seen = Vec::new();
        for left in stopped(&format!("onrecord index\n{FORMAT}\n")) {
            let index = Index::open(left.path()).unwrap();
            seen.push(ids(&index));
            assert_eq!(index.check().unwrap().damage, [""; 0]);
            // The next writer takes away what is left over.
            put(&index, "more");
            let whole = Successor::of(left.path()).unwrap();
            put(whole.index(), "last");
            whole.take_over().unwrap();
            let index = Index::open(left.path()).unwrap();
            assert_eq!(ids(&index), "last");
            put(&index, "last");
            let fresh = tempfile::tempdir().unwrap();
            put(&Index::create_or_open(fresh.path()).unwrap(), "last");
            assert_eq!(files(left.path()), files(fresh.path()));
        }
        seen.dedup();
        assert_eq!(seen, ["old", "new"]);
    }

    #[test]
    fn at_every_step_what_an_older_one_kept_can_be_read() {
        let mut seen = Vec::new();
        for left in stopped("onrecord index\n1\n") {
            match Index::open(left.path()) {
                Ok(index) => seen.push(ids(&index)),
                Err(error) => {
                    assert_eq!(error.kind(), ErrorKind::Format);
                    let former = Index::open_former(left.path()).unwrap();
                    former
                        .for_each_article(|article, _| {
                            seen.push(article.id);
                            true
                        })
                        .unwrap();
                }
            }
        }
        seen.dedup();
        assert_eq!(seen, ["old", "new"]);
    }

    #[test]
    fn nobody_else_writes_meanwhile_and_nothing_is_left_of_an_attempt() {
        let folder = tempfile::tempdir().unwrap();
        let index = Index::create_or_open(folder.path()).unwrap();
        put(&index, "old");
        let before = files(folder.path());
        let successor = Successor::of(folder.path()).unwrap();
        for other in [
            index.writer(WriterOptions::default()).err(),
            Successor::of(folder.path()).err(),
        ] {
            assert_eq!(other.map(|error| error.kind()), Some(ErrorKind::Locked));
        }
        assert!(successor.place.aside().exists());
        drop(successor);
        assert_eq!(files(folder.path()), before);
        // What one that was killed leaves.
        fs::create_dir(Place(folder.path().to_owned()).aside()).unwrap();
        let writer = index.writer(WriterOptions::default()).unwrap();
        writer.close().unwrap();
        assert_eq!(files(folder.path()), before);
    }
}
