//! Who a source is.

use super::document::Document;
use crate::attribution::{Name, Speaker};
use crate::text::Span;

pub(crate) struct Cast {
    text: String,
}

pub(crate) struct Identity {
    pub(crate) speaker: Speaker,
    pub(crate) why: &'static str,
}

impl Cast {
    pub(crate) fn of(document: &Document) -> Self {
        Self {
            text: document.text.to_owned(),
        }
    }

    pub(crate) fn identify(&self, source: Option<Span>, _at: usize) -> Identity {
        let speaker = source.map_or(Speaker::Unnamed, |span| {
            Speaker::Named(Name {
                full: span.of(&self.text).to_owned(),
                others: Vec::new(),
            })
        });
        Identity {
            speaker,
            why: "as written",
        }
    }
}
