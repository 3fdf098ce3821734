//! XML as a tree: elements by their names without prefixes, and their text.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::error::{Error, ErrorKind, Result};

/// Deeper than any format of articles nests.
const DEEPEST: usize = 256;

/// An element with what is in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// The name as written, prefix and all.
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Element(Element),
    Text(String),
}

/// The root of `text`, as far as it can be read, and what was wrong behind that.
pub(super) fn parse(text: &str) -> (Element, Result<()>) {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    let outcome = loop {
        let at = reader.buffer_position();
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => break Err(wrong(&format!("is no XML at byte {at}: {error}"))),
        };
        match event {
            Event::Start(tag) => {
                if open.len() > DEEPEST {
                    break Err(wrong("nests its elements deeper than any article"));
                }
                open.push(element(&tag));
            }
            Event::Empty(tag) => add(&mut open, Node::Element(element(&tag))),
            Event::End(_) => close(&mut open),
            Event::Text(words) => text_node(&mut open, &words),
            Event::CData(words) => text_node(&mut open, &words),
            Event::GeneralRef(entity) => {
                let name = entity.to_string();
                let resolved = entity.resolve_char_ref().ok().flatten().map(String::from);
                let words = resolved.unwrap_or_else(|| entity_text(&name));
                text_node(&mut open, &words);
            }
            Event::Eof if open.len() > 1 => break Err(wrong("the XML ends too early")),
            Event::Eof => break Ok(()),
            _ => {}
        }
    };
    while open.len() > 1 {
        close(&mut open);
    }
    let root = open
        .pop()
        .into_iter()
        .flat_map(|outside| outside.children)
        .find_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        });
    (root.unwrap_or_default(), outcome)
}

fn element(tag: &BytesStart<'_>) -> Element {
    let mut attributes = Vec::new();
    for attribute in tag.attributes().with_checks(false).flatten() {
        let name = attribute.key.as_ref().to_owned();
        attributes.push((name, unescaped(&attribute.value)));
    }
    Element {
        name: tag.name().as_ref().to_owned(),
        attributes,
        children: Vec::new(),
    }
}

fn unescaped(value: &str) -> String {
    quick_xml::escape::unescape(value)
        .map_or_else(|_| value.to_owned(), std::borrow::Cow::into_owned)
}

/// What an entity of XML or, as feeds use them without declaring them, of HTML stands for.
fn entity_text(name: &str) -> String {
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        _ => super::html::plain_text(&format!("&{name};")),
    }
}

fn add(open: &mut [Element], node: Node) {
    if let Some(inner) = open.last_mut() {
        inner.children.push(node);
    }
}

fn text_node(open: &mut [Element], words: &str) {
    let Some(inner) = open.last_mut() else { return };
    if let Some(Node::Text(before)) = inner.children.last_mut() {
        before.push_str(words);
    } else {
        inner.children.push(Node::Text(words.to_owned()));
    }
}

fn close(open: &mut Vec<Element>) {
    if open.len() > 1
        && let Some(element) = open.pop()
    {
        add(open, Node::Element(element));
    }
}

fn wrong(message: &str) -> Error {
    Error::new(ErrorKind::Input, message)
}

impl Element {
    /// Its name without a prefix.
    pub(super) fn name(&self) -> &str {
        self.name.rsplit(':').next().unwrap_or_default()
    }

    /// Whether it is called so: with the prefix where `name` has one.
    fn is(&self, name: &str) -> bool {
        if name.contains(':') {
            self.name.eq_ignore_ascii_case(name)
        } else {
            self.name().eq_ignore_ascii_case(name)
        }
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(other, _)| other.rsplit(':').next() == Some(name))
            .map(|(_, value)| value.trim())
    }

    /// The elements right beneath it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The elements right beneath it that are called `name`.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.elements().filter(move |element| element.is(name))
    }

    /// The first element at the end of a path of names, each right beneath the one before.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Self> {
        let Some((name, rest)) = path.split_first() else {
            return Some(self);
        };
        self.elements()
            .filter(|element| element.is(name))
            .find_map(|element| element.at(rest))
    }

    /// The elements called `name`, at whatever depth, outermost only.
    pub(super) fn beneath<'a>(&'a self, name: &str, found: &mut Vec<&'a Self>) {
        for element in self.elements() {
            if element.is(name) {
                found.push(element);
            } else {
                element.beneath(name, found);
            }
        }
    }

    /// All its text, with one blank for a run of white space; nothing, if there is none.
    pub(super) fn words(&self) -> Option<String> {
        let mut text = String::new();
        self.collect_text(&mut text);
        let words = super::names::one_line(&text);
        (!words.is_empty()).then_some(words)
    }

    /// All its text as it is.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.collect_text(&mut text);
        text
    }

    fn collect_text(&self, text: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(words) => text.push_str(words),
                Node::Element(element) => element.collect_text(text),
            }
        }
    }

    /// Whether there are elements in it.
    pub(super) fn has_elements(&self) -> bool {
        self.elements().next().is_some()
    }

    /// What is in it as HTML, with its elements under the names that `rename` gives them.
    pub(super) fn html(&self, rename: &dyn Fn(&str) -> Option<&'static str>) -> String {
        let mut html = String::new();
        self.write_html(&mut html, rename);
        html
    }

    fn write_html(&self, html: &mut String, rename: &dyn Fn(&str) -> Option<&'static str>) {
        for node in &self.children {
            match node {
                Node::Text(words) => {
                    html.push_str(&quick_xml::escape::partial_escape(words.as_str()));
                }
                Node::Element(element) => {
                    let name = rename(element.name()).unwrap_or_else(|| element.name());
                    html.push('<');
                    html.push_str(name);
                    if let Some(class) = element.attribute("class") {
                        html.push_str(" class=\"");
                        html.push_str(&quick_xml::escape::escape(class));
                        html.push('"');
                    }
                    html.push('>');
                    if !matches!(name, "br" | "hr" | "img") {
                        element.write_html(html, rename);
                        html.push_str("</");
                        html.push_str(name);
                        html.push('>');
                    }
                }
            }
        }
    }
}
