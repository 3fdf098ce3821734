//! The article of a page: the paragraphs that are left when menus, captions, related links and the like are gone.

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use super::metadata::About;
use super::render::{self, Paragraph};
use super::{furniture, post};
use crate::text::Span;

/// A shorter result than this is looked for again with nothing taken out beforehand.
const SHORT: usize = 250;

/// The text of an article and its block quotations.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) text: String,
    pub(super) quotations: Vec<Span>,
}

/// The article of `document`.
pub(super) fn extract(document: Document, about: &About) -> Content {
    post::flatten(&document);
    let pruned = document.clone();
    furniture::prune(&pruned);
    let mut found = grab(pruned);
    if length(&found) < SHORT {
        let whole = grab(document);
        if length(&whole) > 2 * length(&found) {
            found = whole;
        }
    }
    let paragraphs = furniture::sift(found, about);
    let content = join(&paragraphs);
    // Where the page hands its text to machines and shows people less of it, the machines have it.
    match &about.body {
        Some(body) if body.len() > 500 && content.text.len() * 5 < body.len() * 3 => Content {
            text: body.clone(),
            quotations: Vec::new(),
        },
        _ => content,
    }
}

fn grab(document: Document) -> Vec<Paragraph> {
    let config = Config {
        disable_json_ld: true,
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let Ok(mut readability) = Readability::with_document(document, None, Some(config)) else {
        return Vec::new();
    };
    let Ok(article) = readability.parse() else {
        return Vec::new();
    };
    render::paragraphs(&Document::fragment(article.content).root())
}

fn length(paragraphs: &[Paragraph]) -> usize {
    paragraphs
        .iter()
        .map(|paragraph| paragraph.text.len())
        .sum()
}

fn join(paragraphs: &[Paragraph]) -> Content {
    let mut content = Content::default();
    for paragraph in paragraphs {
        if !content.text.is_empty() {
            content.text.push_str("\n\n");
        }
        let start = content.text.len();
        content.text.push_str(&paragraph.text);
        if paragraph.quoted {
            content
                .quotations
                .push(Span::new(start, content.text.len()));
        }
    }
    content
}
