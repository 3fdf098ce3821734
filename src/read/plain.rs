//! Plain text: the file is the article.

use super::decode::decode;
use super::draft::Draft;
use crate::error::{Error, ErrorKind, Result};

/// The article that `bytes` are.
pub(super) fn read(bytes: Vec<u8>) -> Result<Draft> {
    if bytes.is_empty() {
        return Err(Error::new(ErrorKind::Input, "is empty"));
    }
    let text = decode(bytes)?;
    if text.starts_with("<?xml") {
        let root = text
            .split('<')
            .skip(2)
            .find(|tag| !tag.starts_with(['?', '!']))
            .and_then(|tag| tag.split([' ', '>', '/', '\n']).next())
            .unwrap_or_default();
        let what = format!("is XML of a kind that is not read: it begins with <{root}");
        return Err(Error::new(ErrorKind::Input, what));
    }
    Ok(Draft {
        text,
        ..Draft::default()
    })
}
