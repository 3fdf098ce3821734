//! A web page: the article in it, without what stands around it, and what the page says of it.

mod content;
mod depth;
mod furniture;
mod linked_data;
mod metadata;
mod post;
mod render;

use dom_query::Document;

use super::decode;
use super::draft::Draft;
use super::head::Above;
use crate::error::{Error, ErrorKind, Result};

pub(super) use render::plain_text;

/// The article in the page that `bytes` are; `charset` is what its server declared.
pub(super) fn read(bytes: Vec<u8>, charset: Option<&str>) -> Result<Draft> {
    if bytes.is_empty() {
        return Err(Error::new(ErrorKind::Input, "is empty"));
    }
    let page = decode::page(bytes, charset)?;
    depth::check(&page)?;
    let document = Document::from(page);
    let about = metadata::read(&document);
    let content = content::extract(document, &about);
    if content.text.is_empty() {
        return Err(Error::new(ErrorKind::Input, "is a page without an article"));
    }
    Ok(Draft {
        headline: about.headline,
        publisher: about.publisher,
        byline: about.byline,
        url: about.url,
        published: about.published,
        language: about.language,
        text: content.text,
        quotations: content.quotations,
        above: Above::Byline,
        ..Draft::default()
    })
}
