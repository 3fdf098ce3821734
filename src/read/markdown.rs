//! Markdown: front matter above a text, read as plain text with its block quotations.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde_json::{Map, Value};

use super::decode::decode;
use super::draft::Draft;
use super::head::Above;
use super::names;
use crate::error::{Error, ErrorKind, Result};
use crate::text::Span;

/// The article that `bytes` are.
pub(super) fn read(bytes: Vec<u8>) -> Result<Draft> {
    if bytes.is_empty() {
        return Err(Error::new(ErrorKind::Input, "is empty"));
    }
    let source = decode(bytes)?;
    let mut page = Page::default();
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    for event in Parser::new_ext(&source, options) {
        page.take(event);
    }
    page.end_block();
    let mut draft = names::draft(&front_matter(&page.front_matter));
    draft.text = page.text;
    draft.quotations = page.quotations;
    draft.above = Above::Byline;
    if let Some(title) = page.title {
        let words = title.of(&draft.text);
        if draft.headline.is_none() {
            draft.headline = Some(words.to_owned());
        }
        if draft.headline.as_deref() == Some(words) {
            draft.outside.push(title);
        }
    }
    Ok(draft)
}

/// The text as it grows.
#[derive(Default)]
struct Page {
    text: String,
    quotations: Vec<Span>,
    /// The first heading of the first level.
    title: Option<Span>,
    front_matter: String,
    block: String,
    quotes: u32,
    pictures: u32,
    in_front_matter: bool,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => self.in_front_matter = true,
            Event::End(TagEnd::MetadataBlock(_)) => self.in_front_matter = false,
            Event::Text(words) if self.in_front_matter => self.front_matter.push_str(&words),
            Event::Start(Tag::Image { .. }) => self.pictures += 1,
            Event::End(TagEnd::Image) => self.pictures = self.pictures.saturating_sub(1),
            Event::Text(words) | Event::Code(words) if self.pictures == 0 => {
                self.block.push_str(&words);
            }
            Event::SoftBreak => self.block.push(' '),
            Event::HardBreak => self.block.push('\n'),
            Event::Start(Tag::BlockQuote(_)) => {
                self.end_block();
                self.quotes += 1;
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                self.end_block();
                self.quotes = self.quotes.saturating_sub(1);
            }
            Event::End(TagEnd::Heading(level)) => {
                let block = self.end_block();
                if level == HeadingLevel::H1 && self.title.is_none() {
                    self.title = block;
                }
            }
            Event::Start(Tag::Paragraph | Tag::Item | Tag::CodeBlock(_) | Tag::List(_))
            | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::List(_))
            | Event::Rule => {
                self.end_block();
            }
            _ => {}
        }
    }

    /// Sets the block down as a paragraph of the text, if it holds anything.
    fn end_block(&mut self) -> Option<Span> {
        let block = std::mem::take(&mut self.block);
        let words = block.trim();
        if words.is_empty() {
            return None;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(words);
        let span = Span::new(start, self.text.len());
        if self.quotes > 0 {
            self.quotations.push(span);
        }
        Some(span)
    }
}

/// The fields of front matter, as far as an article has them: `key: value` or `key = "value"`, lists in brackets or
/// with a dash a line, and one level of objects, of which the name counts.
fn front_matter(written: &str) -> Map<String, Value> {
    let mut fields = Map::new();
    let mut open: Option<String> = None;
    for line in written.lines() {
        let trimmed = line.trim();
        let indented = line.starts_with([' ', '\t']);
        let item = trimmed.strip_prefix("- ");
        if let (Some(name), true) = (&open, indented || item.is_some()) {
            let inner = item.unwrap_or(trimmed);
            let value = match inner.split_once(": ") {
                Some(("name", value)) => value,
                Some(_) => continue,
                None => inner,
            };
            if let Some(Value::Array(values)) = fields.get_mut(name) {
                values.push(Value::String(unquoted(value).to_owned()));
            }
            continue;
        }
        let separator = trimmed.find([':', '=']);
        let Some((name, value)) = separator.map(|at| (&trimmed[..at], &trimmed[at + 1..])) else {
            continue;
        };
        let (name, value) = (unquoted(name).to_lowercase(), value.trim());
        if let Some(list) = value
            .strip_prefix('[')
            .and_then(|list| list.strip_suffix(']'))
        {
            let values = list
                .split(',')
                .map(|item| Value::String(unquoted(item).to_owned()));
            fields.insert(name, values.collect());
        } else if value.is_empty() {
            fields.insert(name.clone(), Value::Array(Vec::new()));
            open = Some(name);
            continue;
        } else {
            fields.insert(name, Value::String(unquoted(value).to_owned()));
        }
        open = None;
    }
    fields
}

/// `words` without quotation marks around them.
fn unquoted(words: &str) -> &str {
    let words = words.trim();
    ['"', '\'']
        .iter()
        .find_map(|&mark| words.strip_prefix(mark)?.strip_suffix(mark))
        .unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::read::draft::Place;

    #[track_caller]
    fn case(markdown: &str, fields: &str, body: &str, quotations: &[&str]) {
        let article = read(markdown.as_bytes().to_vec())
            .and_then(|draft| draft.finish(&Place::default()))
            .unwrap_or_default();
        let found = [
            article.headline,
            article.byline,
            article.publisher,
            article.published.map(|day| day.to_string()),
            article.url,
            article.language,
        ]
        .map(|field| field.unwrap_or_else(|| "-".to_owned()))
        .join(" | ");
        assert_eq!(found, fields, "{markdown}");
        let pieces: Vec<_> = article
            .body
            .iter()
            .map(|span| span.of(&article.text))
            .collect();
        assert_eq!(pieces.join("¶"), body, "{markdown}");
        let quoted: Vec<_> = article
            .quotations
            .iter()
            .map(|span| span.of(&article.text))
            .collect();
        assert_eq!(quoted, quotations, "{markdown}");
    }

    #[test]
    fn reads_front_matter() {
        case(
            "---\ntitle: \"Dam holds: for now\"\nauthors:\n  - Jane Doe\n  - name: John Roe\n    desk: local\n\
             date: 2020-11-19\nsource: Valley Post\nurl: https://a.example/b\ntags: [water]\nlang: en-GB\n---\n\
             The dam *held*.\n",
            "Dam holds: for now | Jane Doe, John Roe | Valley Post | 2020-11-19 | https://a.example/b | en",
            "The dam held.",
            &[],
        );
        case(
            "+++\ntitle = 'Dam holds'\nauthor = [\"Jane Doe\", \"John Roe\"]\ndate = 2020-11-19T08:00:00Z\n+++\n\nWords.",
            "Dam holds | Jane Doe, John Roe | - | 2020-11-19 | - | -",
            "Words.",
            &[],
        );
    }

    #[test]
    fn reads_headings_quotations_and_lists() {
        case(
            "# Dam holds\n\nBy Jane Doe\n\nThe mayor\nsaid:\n\n> We held.\n>\n> All night.\n\n- one [link](http://x)\n\
             - two ![a picture](y)\n\n## Next\n\n<!-- no -->\nWords\\\nhere.",
            "Dam holds | Jane Doe | - | - | - | en",
            "The mayor said:\n\nWe held.\n\nAll night.\n\none link\n\ntwo\n\nNext\n\nWords\nhere.",
            &["We held.", "All night."],
        );
    }
}
