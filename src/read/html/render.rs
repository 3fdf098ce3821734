//! Elements into paragraphs: text with a blank line between two, and which of them are block quotations.

use dom_query::{Document, NodeRef};

use crate::text::Span;

/// One paragraph of a page.
#[derive(Debug, Default, Clone)]
pub(super) struct Paragraph {
    pub(super) text: String,
    /// Whether the page sets it as a block quotation.
    pub(super) quoted: bool,
    /// How many of its bytes are links.
    pub(super) linked: usize,
    /// Whether it is a heading.
    pub(super) heading: bool,
    /// Whether it is an item of a list.
    pub(super) item: bool,
}

/// The paragraphs beneath `node`.
pub(super) fn paragraphs(node: &NodeRef<'_>) -> Vec<Paragraph> {
    let mut page = Page::default();
    page.walk(node, Around::default());
    page.end_block(Around::default());
    page.paragraphs
}

/// The text of a piece of HTML and its block quotations.
#[derive(Debug, Default)]
pub(in super::super) struct Fragment {
    pub(in super::super) text: String,
    pub(in super::super) quotations: Vec<Span>,
}

/// What stands in a piece of HTML, as dumps and feeds hold it: all of it is the article.
pub(in super::super) fn fragment(html: &str) -> Fragment {
    if super::depth::check(html).is_err() {
        return Fragment {
            text: html.to_owned(),
            quotations: Vec::new(),
        };
    }
    let document = Document::fragment(html);
    super::post::flatten(&document);
    join(&paragraphs(&document.root()))
}

/// The words of a piece of HTML.
pub(in super::super) fn plain_text(html: &str) -> String {
    fragment(html).text
}

/// `text` as HTML that stands for it.
#[cfg(feature = "xml")]
pub(in super::super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The paragraphs as one text, with a blank line between two.
pub(super) fn join(paragraphs: &[Paragraph]) -> Fragment {
    let mut joined = Fragment::default();
    for paragraph in paragraphs {
        if !joined.text.is_empty() {
            joined.text.push_str("\n\n");
        }
        let start = joined.text.len();
        joined.text.push_str(&paragraph.text);
        if paragraph.quoted {
            joined.quotations.push(Span::new(start, joined.text.len()));
        }
    }
    joined
}

/// What a node stands in.
#[derive(Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an element that may stand in any other"
)]
struct Around {
    quoted: bool,
    linked: bool,
    heading: bool,
    item: bool,
    preformatted: bool,
}

#[derive(Default)]
struct Page {
    paragraphs: Vec<Paragraph>,
    block: String,
    linked: usize,
}

impl Page {
    fn walk(&mut self, node: &NodeRef<'_>, around: Around) {
        for child in node.children_it(false) {
            if child.is_text() {
                self.words(&child.text(), around);
            } else if child.is_element() {
                self.element(&child, around);
            }
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, around: Around) {
        let name = node.node_name().unwrap_or_default();
        match name.as_ref() {
            "script" | "style" | "noscript" | "template" | "head" | "svg" | "button" | "select"
            | "iframe" | "object" | "textarea" | "video" | "audio" | "canvas" => {}
            "br" => {
                let kept = self.block.trim_end_matches(' ').len();
                self.block.truncate(kept);
                if !self.block.is_empty() {
                    self.block.push('\n');
                }
            }
            "a" => self.walk(
                node,
                Around {
                    linked: true,
                    ..around
                },
            ),
            "q" => {
                self.words("“", around);
                self.walk(node, around);
                self.words("”", around);
            }
            "td" | "th" => {
                self.walk(node, around);
                self.words(" ", around);
            }
            "blockquote" => self.block(
                node,
                Around {
                    quoted: true,
                    ..around
                },
            ),
            "li" => self.block(
                node,
                Around {
                    item: true,
                    ..around
                },
            ),
            "pre" => self.block(
                node,
                Around {
                    preformatted: true,
                    ..around
                },
            ),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.block(
                node,
                Around {
                    heading: true,
                    ..around
                },
            ),
            "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside"
            | "address" | "ul" | "ol" | "dl" | "dt" | "dd" | "table" | "tr" | "caption"
            | "figure" | "figcaption" | "details" | "summary" | "center" | "form" | "fieldset"
            | "hr" | "body" | "html" => self.block(node, around),
            _ => self.walk(node, around),
        }
    }

    fn block(&mut self, node: &NodeRef<'_>, around: Around) {
        // What stands before the block is not of it.
        self.end_block(Around {
            quoted: around.quoted && !node.has_name("blockquote"),
            ..Around::default()
        });
        self.walk(node, around);
        self.end_block(around);
    }

    /// Adds words to the block, with one blank for any run of white space.
    fn words(&mut self, words: &str, around: Around) {
        let before = self.block.len();
        for c in words.chars() {
            let is_space =
                c.is_whitespace() && c != '\u{a0}' && !(around.preformatted && c == '\n');
            match c {
                '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
                _ if is_space => {
                    if !self.block.is_empty() && !self.block.ends_with([' ', '\n']) {
                        self.block.push(' ');
                    }
                }
                _ => self.block.push(c),
            }
        }
        if around.linked {
            self.linked += self.block.len() - before;
        }
    }

    fn end_block(&mut self, around: Around) {
        let block = std::mem::take(&mut self.block);
        let linked = std::mem::take(&mut self.linked);
        let text = block.trim();
        if !text.is_empty() {
            self.paragraphs.push(Paragraph {
                text: text.to_owned(),
                quoted: around.quoted,
                linked,
                heading: around.heading,
                item: around.item,
            });
        }
    }
}
