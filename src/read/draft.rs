//! A draft: what a format found of an article, before its id, its body and its gaps are settled.

use std::path::{Path, PathBuf};

use super::head::{self, Above};
use super::{boilerplate, language};
use crate::article::Article;
use crate::date::Day;
use crate::error::{Error, ErrorKind, Result};
use crate::text::Span;

/// The longest text of an article, in bytes: some ten times the longest book.
const LONGEST: usize = 32 << 20;

/// What one record of a source says.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The file of an archive that it stands in.
    pub(super) within: Option<String>,
    /// The line or record it stands at, from one.
    pub(super) record: u64,
    pub(super) id: Option<String>,
    pub(super) headline: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) url: Option<String>,
    pub(super) published: Option<Day>,
    pub(super) language: Option<String>,
    pub(super) text: String,
    /// Places of `text` that are not the article itself, in order.
    pub(super) outside: Vec<Span>,
    pub(super) quotations: Vec<Span>,
    /// What may stand above the first sentence in `text`.
    pub(super) above: Above,
}

/// Where a source stands: what its articles are called after.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    /// As the user named it.
    pub(super) path: String,
    /// As an id is made of it: without what lies above the root.
    key: String,
}

impl Place {
    pub(super) fn new(path: &str, location: Option<&Path>, root: &Path) -> Self {
        let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let root = if root.as_os_str().is_empty() {
            std::env::current_dir().unwrap_or_default()
        } else {
            whole(root)
        };
        let location = location.map_or_else(|| PathBuf::from(path), whole);
        let key = location.strip_prefix(&root).unwrap_or(&location);
        Self {
            path: path.to_owned(),
            key: key.to_string_lossy().replace('\\', "/"),
        }
    }

    /// A file of an archive that stands here.
    pub(super) fn within(&self, file: &str) -> Self {
        Self {
            path: format!("{}/{file}", self.path),
            key: format!("{}/{file}", self.key),
        }
    }

    /// The id of the article at `record`. The first has the id of its source, so that one article alone and the same
    /// article as the first of a list are one.
    fn id(&self, record: u64) -> String {
        if record > 1 {
            short_hash(&format!("{}\n{record}", self.key))
        } else {
            short_hash(&self.key)
        }
    }
}

/// Twelve hexadecimal digits of the hash of `words`.
fn short_hash(words: &str) -> String {
    let mut hash = blake3::hash(words.as_bytes()).to_hex().to_string();
    hash.truncate(12);
    hash
}

impl Draft {
    /// The article, if there is a text.
    pub(super) fn finish(mut self, place: &Place) -> Result<Article> {
        if self.text.trim().is_empty() {
            return Err(Error::new(ErrorKind::Input, "has no text"));
        }
        if self.text.len() > LONGEST {
            let size = self.text.len() >> 20;
            let what = format!("is a text of {size} MB, and so no article");
            return Err(Error::new(ErrorKind::Input, what)
                .hint("if it holds many articles, make each a record of its own"));
        }
        let inner = self.within.as_deref().map(|file| place.within(file));
        let place = inner.as_ref().unwrap_or(place);
        let head = head::read(&self.text, self.above, &self.outside);
        self.outside.extend(head.spans);
        self.outside.extend(boilerplate::at_end(&self.text));
        self.outside.sort_unstable();
        self.headline = self.headline.or(head.headline);
        self.byline = self.byline.or(head.byline);
        self.publisher = self.publisher.or(head.publisher);
        self.url = self.url.or(head.url);
        self.published = self.published.or(head.published);
        let id = self
            .id
            .or_else(|| {
                self.url
                    .as_deref()
                    .filter(|url| names_one_article(url))
                    .map(short_hash)
            })
            .unwrap_or_else(|| place.id(self.record));
        let whole = Span::whole(&self.text);
        let mut body = Self::trimmed(whole.without(&self.outside), &self.text);
        if body.is_empty() {
            body = Self::trimmed(vec![whole], &self.text);
        }
        Ok(Article {
            id,
            headline: self.headline,
            publisher: self.publisher,
            byline: self.byline,
            url: self.url,
            published: self.published,
            language: language::of(&self.text, self.language),
            path: place.path.clone(),
            body,
            quotations: self.quotations,
            text: self.text,
        })
    }

    fn trimmed(pieces: Vec<Span>, text: &str) -> Vec<Span> {
        pieces
            .into_iter()
            .map(|piece| piece.trim(text))
            .filter(|piece| !piece.is_empty())
            .collect()
    }
}

/// Whether `url` is that of a page beneath a site, not of the site itself.
fn names_one_article(url: &str) -> bool {
    url.split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'))
        .is_some_and(|(_, path)| !path.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Above, Draft, Place};
    use crate::text::Span;

    const PIECES: &[&str] = &[
        "By ",
        "Jane Doe",
        " and ",
        "\n",
        "\n\n",
        "\r\n",
        "WASHINGTON (AP) — ",
        "LONDON, March 24 - ",
        "date 2020-11-19 ",
        "Nov. 19, 2020",
        "(Reporting by Jane Doe; editing by John Roe)",
        "Read more: dams",
        "The dam held, she said.",
        "“é",
        "”",
        "(",
        ")",
        " — ",
        "\u{a0}",
        "日本語",
        "Staff report",
        "URL: http://a.example",
        "İ",
        ".",
        "©",
        "\u{301}",
    ];

    proptest! {
        #[test]
        fn the_body_is_always_places_of_the_text(
            pieces in prop::collection::vec(prop::sample::select(PIECES), 0..14),
            above in prop::sample::select(vec![Above::Everything, Above::Byline, Above::Dateline]),
        ) {
            let text = pieces.concat();
            let draft = Draft { text: text.clone(), above, ..Draft::default() };
            let Ok(article) = draft.finish(&Place::default()) else {
                prop_assert!(text.trim().is_empty());
                return Ok(());
            };
            prop_assert_eq!(&article.text, &text);
            prop_assert!(!article.body.is_empty());
            let mut end = 0;
            for span in &article.body {
                prop_assert!(span.start >= end && !span.is_empty());
                prop_assert_eq!(span.trim(&text), *span);
                end = span.end;
            }
            prop_assert!(Span::whole(&text).contains(Span::new(0, end)));
        }
    }
}
