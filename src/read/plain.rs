//! Plain text: the file is the article.

use super::decode::decode;
use super::draft::Draft;
use crate::error::{Error, ErrorKind, Result};

/// The article that `bytes` are.
pub(super) fn read(bytes: Vec<u8>) -> Result<Draft> {
    if bytes.is_empty() {
        return Err(Error::new(ErrorKind::Input, "is empty"));
    }
    Ok(Draft {
        text: decode(bytes)?,
        ..Draft::default()
    })
}
