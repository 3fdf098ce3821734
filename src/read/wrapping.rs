//! Wrapping: sources that are compressed, and how far they may be unpacked.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::open::{Drafts, Opened};
#[cfg(feature = "archives")]
use super::{archive, values::broken};
use crate::error::Result;

/// What is unpacked to more than this, and to more than so many times what it was, is a bomb.
const HARMLESS: u64 = 100 << 20;
const TIMES: u64 = 200;

/// How a source is wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrapping {
    Gzip,
    #[cfg(feature = "archives")]
    Zstandard,
    #[cfg(feature = "archives")]
    Zip,
    #[cfg(feature = "archives")]
    Tar,
}

impl Wrapping {
    /// The wrapping of what begins with `head`.
    pub(super) fn tell(head: &[u8]) -> Option<Self> {
        if head.starts_with(&[0x1f, 0x8b, 8]) {
            return Some(Self::Gzip);
        }
        #[cfg(feature = "archives")]
        {
            if head.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
                return Some(Self::Zstandard);
            }
            if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
                return Some(Self::Zip);
            }
            if head.get(257..262) == Some(b"ustar") {
                return Some(Self::Tar);
            }
        }
        None
    }
}

/// The articles of a wrapped source.
pub(super) fn read(wrapping: Wrapping, source: Opened) -> Result<Drafts> {
    let Opened {
        reader,
        name,
        from,
        depth,
    } = source;
    let packed = Arc::new(AtomicU64::new(0));
    let counted = Counted {
        reader,
        count: Arc::clone(&packed),
    };
    let unpacked = |reader: Box<dyn Read + Send>, name: &str| {
        let guarded = Guarded {
            reader,
            packed: Arc::clone(&packed),
            unpacked: Arc::default(),
        };
        Opened::new(guarded, name, from, depth + 1).read()
    };
    match wrapping {
        Wrapping::Gzip => unpacked(
            Box::new(flate2::bufread::MultiGzDecoder::new(io::BufReader::new(
                counted,
            ))),
            &name.strip_suffix(".tgz").map_or_else(
                || name.strip_suffix(".gz").unwrap_or(&name).to_owned(),
                |stem| format!("{stem}.tar"),
            ),
        ),
        #[cfg(feature = "archives")]
        Wrapping::Zstandard => {
            let decoder = zstd::Decoder::new(counted).map_err(|error| broken(&error))?;
            unpacked(
                Box::new(decoder),
                name.strip_suffix(".zst").unwrap_or(&name),
            )
        }
        #[cfg(feature = "archives")]
        Wrapping::Zip => archive::zip_files(counted, from, depth),
        #[cfg(feature = "archives")]
        Wrapping::Tar => Ok(archive::tar_files(counted, from, depth)),
    }
}

/// Counts what is read.
pub(super) struct Counted<R> {
    pub(super) reader: R,
    pub(super) count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.reader.read(buffer)?;
        self.count.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}

/// Whether what was `packed` bytes may not become so many.
pub(super) fn is_bomb(unpacked: u64, packed: u64) -> bool {
    unpacked > HARMLESS && unpacked / TIMES > packed
}

/// Refuses to unpack a bomb.
pub(super) struct Guarded<R> {
    pub(super) reader: R,
    pub(super) packed: Arc<AtomicU64>,
    pub(super) unpacked: Arc<AtomicU64>,
}

impl<R: Read> Read for Guarded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.reader.read(buffer)?;
        let unpacked = self.unpacked.fetch_add(length as u64, Ordering::Relaxed) + length as u64;
        if is_bomb(unpacked, self.packed.load(Ordering::Relaxed)) {
            return Err(io::Error::new(
                io::ErrorKind::FileTooLarge,
                format!("unpacks to more than {TIMES} times its size, as only a bomb does"),
            ));
        }
        Ok(length)
    }
}
