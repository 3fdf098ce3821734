//! Records packed: each by itself, so that to read one costs no more than the one, with a dictionary that holds what the
//! records of news have in common.
//!
//! The dictionary, `packing.dict`, was made of the records of the corpus by `zstd --train`; it belongs to the format of
//! the index.

use std::cell::RefCell;
use std::io;

use zstd::bulk::{Compressor, Decompressor};
use zstd::zstd_safe::get_frame_content_size;

use crate::error::{Error, ErrorKind, Result};

const DICTIONARY: &[u8] = include_bytes!("packing.dict");
/// The highest level that takes little beside the rest of the work; the highest of all saves a twentieth more.
const LEVEL: i32 = 3;

/// Packs records.
pub(super) struct Packer(Compressor<'static>);

impl Packer {
    pub(super) fn new() -> Result<Self> {
        let packer = || {
            let mut packer = Compressor::with_dictionary(LEVEL, DICTIONARY)?;
            packer.include_checksum(false)?;
            packer.include_dictid(false)?;
            Ok(Self(packer))
        };
        packer().map_err(|error| failed(&error))
    }

    pub(super) fn pack(&mut self, bytes: &[u8]) -> Result<Vec<u8>> {
        self.0.compress(bytes).map_err(|error| failed(&error))
    }
}

fn failed(error: &io::Error) -> Error {
    Error::new(ErrorKind::Io, format!("cannot pack an article: {error}"))
}

/// What was packed; `None` where it is damaged.
pub(super) fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    thread_local! {
        /// To make one anew for every record would take longer than to use it.
        static UNPACKER: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
    }
    let length = get_frame_content_size(packed).ok()??;
    let length = usize::try_from(length).ok()?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(length).ok()?;
    UNPACKER.with_borrow_mut(|unpacker| {
        let unpacker = match unpacker {
            Some(unpacker) => unpacker,
            None => unpacker.insert(Decompressor::with_dictionary(DICTIONARY).ok()?),
        };
        unpacker.decompress_to_buffer(packed, &mut bytes).ok()
    })?;
    (bytes.len() == length).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{Packer, unpacked};

    #[test]
    fn unpacks_what_it_packs() {
        let mut packing = Packer::new().expect("a packer");
        let long = "The council said on Tuesday that it had voted. ".repeat(5000);
        for text in ["", "a", "He said “no”.", &long] {
            let packed = packing.pack(text.as_bytes()).expect("packed bytes");
            assert_eq!(unpacked(&packed).as_deref(), Some(text.as_bytes()));
            for end in 0..packed.len() {
                assert_eq!(unpacked(&packed[..end]), None, "{end} of {text:.9}");
            }
        }
        assert_eq!(unpacked(&[0xff; 40]), None);
    }
}
