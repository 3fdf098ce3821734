//! What a page says of its article: headline, byline, day, publisher, address, language.

use dom_query::Document;

use super::linked_data::LinkedData;
use crate::date::Day;
use crate::read::names::{is_url, language, one_line};

/// What a page says of its article.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) headline: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) published: Option<Day>,
    pub(super) language: Option<String>,
    /// The text as the page hands it to machines.
    pub(super) body: Option<String>,
}

/// Reads what `document` says, in JSON-LD first, in what people see last.
pub(super) fn read(document: &Document) -> About {
    let page = Page {
        document,
        data: LinkedData::read(document),
        tags: tags(document),
    };
    let url = page.url();
    let publisher = page.publisher();
    About {
        headline: page.headline(publisher.as_deref()),
        byline: page.byline(),
        published: page.published(url.as_deref()),
        language: page.language(),
        body: page.data.words("articleBody").map(|body| {
            if body.contains("</") {
                super::plain_text(&body)
            } else {
                body.trim().to_owned()
            }
        }),
        publisher,
        url,
    }
}

/// A page and what it says to machines.
pub(super) struct Page<'a> {
    pub(super) document: &'a Document,
    pub(super) data: LinkedData,
    /// The meta tags: names in small letters, and contents.
    tags: Vec<(String, String)>,
}

/// The meta tags of `document` that hold anything.
fn tags(document: &Document) -> Vec<(String, String)> {
    let mut tags = Vec::new();
    for tag in document.select("meta[content]").nodes() {
        let content = plain(&tag.attr_or("content", ""));
        if content.is_empty() {
            continue;
        }
        for attribute in ["name", "property", "http-equiv"] {
            if let Some(name) = tag.attr(attribute) {
                tags.push((name.trim().to_lowercase(), content.clone()));
            }
        }
    }
    tags
}

impl Page<'_> {
    /// The content of the first meta tag with one of `names`.
    pub(super) fn meta(&self, names: &[&str]) -> Option<String> {
        self.metas(names).into_iter().next()
    }

    /// The contents of the meta tags with the first of `names` that has any.
    pub(super) fn metas(&self, names: &[&str]) -> Vec<String> {
        let called = |name: &str| -> Vec<String> {
            self.tags
                .iter()
                .filter(|(other, _)| other == name)
                .map(|(_, content)| content.clone())
                .collect()
        };
        names
            .iter()
            .map(|name| called(name))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    fn publisher(&self) -> Option<String> {
        self.meta(&["og:site_name"])
            .or_else(|| self.data.words("publisher").map(|name| plain(&name)))
            .or_else(|| self.meta(&["dc.publisher", "citation_journal_title", "application-name"]))
            .filter(|name| !is_url(name) && name.len() < 100)
    }

    fn url(&self) -> Option<String> {
        let link = |selector: &str| {
            self.document
                .select(selector)
                .nodes()
                .first()
                .and_then(|node| node.attr("href"))
                .map(|href| href.trim().to_owned())
        };
        link("link[rel=canonical]")
            .filter(|url| url.starts_with("http"))
            .or_else(|| self.meta(&["og:url"]).filter(|url| url.starts_with("http")))
            .or_else(|| {
                ["url", "mainEntityOfPage"]
                    .iter()
                    .find_map(|name| self.data.words(name))
                    .filter(|url| url.starts_with("http"))
            })
    }

    fn language(&self) -> Option<String> {
        self.document
            .select("html[lang]")
            .nodes()
            .first()
            .and_then(|node| node.attr("lang"))
            .and_then(|name| language(&name))
            .or_else(|| {
                self.data
                    .words("inLanguage")
                    .and_then(|name| language(&name))
            })
            .or_else(|| {
                self.meta(&["og:locale", "content-language", "language"])
                    .and_then(|name| language(&name))
            })
    }
}

/// Text out of an attribute or JSON-LD, where entities are often escaped twice.
pub(super) fn plain(words: &str) -> String {
    if words.contains('&') || words.contains("</") {
        one_line(&super::plain_text(
            &words
                .replace('<', "&lt;")
                .replace("&lt;/", "</")
                .replace("&lt;", "<"),
        ))
    } else {
        one_line(words)
    }
}
