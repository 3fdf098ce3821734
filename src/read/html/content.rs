//! The article of a page: the paragraphs that are left when menus, captions, related links and the like are gone.

use std::panic::{AssertUnwindSafe, catch_unwind};

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability, TextMode};

use super::metadata::About;
use super::render::{self, Fragment, Paragraph};
use super::{furniture, post};

/// A shorter result than this is looked for again with nothing taken out beforehand.
const SHORT: usize = 250;

/// The article of `document`.
pub(super) fn extract(document: Document, about: &About) -> Fragment {
    post::flatten(&document);
    let pruned = document.clone();
    furniture::prune(&pruned);
    let prose = Prose::of(&pruned);
    let mut found = grab(pruned.clone());
    if length(&found) < SHORT {
        // Some sites keep the article itself for readers without scripts.
        for node in document.select("noscript").nodes() {
            let inner = node.text();
            if inner.contains("<p") {
                node.replace_with_html(inner);
            } else {
                node.rename("div");
            }
        }
        let whole = grab(document);
        if length(&whole) > 2 * length(&found) {
            found = whole;
        }
    }
    if prose.missed_by(&found)
        && let Some(node) = prose.around(&pruned)
    {
        found = render::paragraphs(&node);
    }
    let paragraphs = furniture::sift(found, about);
    let content = render::join(&paragraphs);
    // Where the page hands its text to machines and shows people less of it, the machines have it.
    match &about.body {
        Some(body) if body.len() > 500 && content.text.len() * 5 < body.len() * 3 => Fragment {
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
    // The parser of others is not ours to prove: a page that it breaks on is one page lost, not the whole run.
    let article = catch_unwind(AssertUnwindSafe(|| {
        let mut readability = Readability::with_document(document, None, Some(config)).ok()?;
        readability.parse().ok()
    }));
    match article {
        Ok(Some(article)) => render::paragraphs(&Document::fragment(article.content).root()),
        _ => Vec::new(),
    }
}

fn is_prose(paragraph: &Paragraph) -> bool {
    paragraph.text.len() > 140 && paragraph.linked * 3 < paragraph.text.len()
}

/// The paragraphs of a page that are plainly prose: long, and no links.
struct Prose(Vec<String>);

impl Prose {
    fn of(document: &Document) -> Self {
        let paragraphs = document.select("p");
        let prose = paragraphs
            .nodes()
            .iter()
            .flat_map(render::paragraphs)
            .filter(is_prose)
            .map(|paragraph| paragraph.text);
        Self(prose.collect())
    }

    fn length(&self) -> usize {
        self.0.iter().map(String::len).sum()
    }

    /// Whether what was found is not where most of the prose is.
    fn missed_by(&self, found: &[Paragraph]) -> bool {
        let met: usize = self
            .0
            .iter()
            .filter(|prose| found.iter().any(|paragraph| paragraph.text == **prose))
            .map(String::len)
            .sum();
        // A page without paragraphs, only line breaks, has its prose elsewhere.
        let has_own = found
            .iter()
            .filter(|paragraph| is_prose(paragraph) && !self.0.contains(&paragraph.text))
            .count()
            > 2;
        self.0.len() >= 3 && !has_own && met * 3 < self.length()
    }

    /// The smallest element that holds most of the prose.
    fn around<'a>(&self, document: &'a Document) -> Option<NodeRef<'a>> {
        let mut node = document.select("body").nodes().first().copied()?;
        loop {
            let inner = node.element_children().into_iter().find(|child| {
                let within: usize = render::paragraphs(child)
                    .iter()
                    .filter(|paragraph| self.0.contains(&paragraph.text))
                    .map(|paragraph| paragraph.text.len())
                    .sum();
                within * 5 >= self.length() * 4
            });
            match inner {
                Some(inner) => node = inner,
                None => return Some(node),
            }
        }
    }
}

fn length(paragraphs: &[Paragraph]) -> usize {
    paragraphs
        .iter()
        .map(|paragraph| paragraph.text.len())
        .sum()
}
