//! The format of a source: told from its content first, from its name second.

use std::path::Path;

use super::csv;

/// How articles are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// JSON: one article, an array, an object that holds an array, or one article a line.
    Json,
    /// CSV: one article a row.
    Csv,
    /// A web page.
    #[cfg(feature = "html")]
    Html,
    /// A feed: RSS or Atom.
    #[cfg(feature = "xml")]
    Feed,
    /// A crawl of web pages.
    #[cfg(feature = "warc")]
    Warc,
    /// TEI, as corpora have it.
    #[cfg(feature = "xml")]
    Tei,
    /// NewsML-G2, as agencies send it.
    #[cfg(feature = "xml")]
    NewsMl,
}

impl Format {
    /// Every format that this program was built with, in the order of the documentation.
    pub const ALL: &[Self] = &[
        Self::Text,
        Self::Markdown,
        Self::Json,
        Self::Csv,
        #[cfg(feature = "html")]
        Self::Html,
        #[cfg(feature = "xml")]
        Self::Feed,
        #[cfg(feature = "warc")]
        Self::Warc,
        #[cfg(feature = "xml")]
        Self::Tei,
        #[cfg(feature = "xml")]
        Self::NewsMl,
    ];

    /// Its name on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Csv => "csv",
            #[cfg(feature = "html")]
            Self::Html => "html",
            #[cfg(feature = "xml")]
            Self::Feed => "feed",
            #[cfg(feature = "warc")]
            Self::Warc => "warc",
            #[cfg(feature = "xml")]
            Self::Tei => "tei",
            #[cfg(feature = "xml")]
            Self::NewsMl => "newsml",
        }
    }

    /// The format of what begins with `head` and is called `name`.
    pub(super) fn tell(head: &[u8], name: &str) -> Self {
        let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
        let name = extension(name);
        let mut marks = head.iter().filter(|byte| !byte.is_ascii_whitespace());
        match (marks.next(), marks.next()) {
            (Some(b'{'), Some(b'"' | b'}')) | (Some(b'['), Some(b'{')) => return Self::Json,
            _ => {}
        }
        #[cfg(feature = "warc")]
        if head.starts_with(b"WARC/1.") {
            return Self::Warc;
        }
        #[cfg(feature = "xml")]
        if let Some(format) = of_xml(head) {
            return format;
        }
        #[cfg(feature = "html")]
        if is_page(head) {
            return Self::Html;
        }
        if opens_front_matter(head) {
            return Self::Markdown;
        }
        if csv::is_table(head) {
            return Self::Csv;
        }
        match name.as_str() {
            "csv" | "tsv" => Self::Csv,
            "json" | "jsonl" | "ndjson" => Self::Json,
            #[cfg(feature = "html")]
            "html" | "htm" | "xhtml" | "shtml" => Self::Html,
            "md" | "markdown" | "mdown" => Self::Markdown,
            _ => Self::Text,
        }
    }
}

/// The format of an XML document, by its first element.
#[cfg(feature = "xml")]
fn of_xml(head: &[u8]) -> Option<Format> {
    let head = String::from_utf8_lossy(head);
    let mut rest = head.trim_start();
    if !rest.starts_with('<') {
        return None;
    }
    while rest.starts_with("<?") || rest.starts_with("<!--") || rest.starts_with("<!DOCTYPE") {
        let end = if rest.starts_with("<!--") { "-->" } else { ">" };
        rest = rest[rest.find(end)? + end.len()..].trim_start();
    }
    let name: &str = rest
        .strip_prefix('<')?
        .split(|c: char| c.is_whitespace() || c == '>' || c == '/')
        .next()?;
    match name.rsplit(':').next()? {
        "rss" | "RDF" | "feed" => Some(Format::Feed),
        "TEI" | "teiCorpus" => Some(Format::Tei),
        "newsItem" | "newsMessage" | "packageItem" => Some(Format::NewsMl),
        _ => None,
    }
}

/// Whether `head` is that of a web page: it begins with a tag, and has one of those that every page has.
#[cfg(feature = "html")]
fn is_page(head: &[u8]) -> bool {
    let head = head[..head.len().min(2048)].to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    head.trim_start().starts_with('<')
        && [
            "<!doctype html",
            "<html",
            "<head",
            "<body",
            "<meta",
            "<article",
            "<div",
            "<p>",
        ]
        .iter()
        .any(|tag| head.contains(tag))
}

fn opens_front_matter(head: &[u8]) -> bool {
    [&b"---"[..], b"+++"].iter().any(|fence| {
        head.strip_prefix(*fence).is_some_and(|rest| {
            let first = rest.split(|&byte| byte == b'\n').next().unwrap_or_default();
            rest.len() > first.len() && first.iter().all(u8::is_ascii_whitespace)
        })
    })
}

/// What stands after the last dot of `name`, in small letters.
pub(super) fn extension(name: &str) -> String {
    Path::new(name)
        .extension()
        .map(|extension| extension.to_string_lossy().to_lowercase())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[track_caller]
    fn case(head: &str, name: &str, format: Format) {
        assert_eq!(
            Format::tell(head.as_bytes(), name),
            format,
            "{head:?} {name}"
        );
    }

    #[test]
    fn content_comes_before_the_name() {
        case("{\"text\": 1}", "a.txt", Format::Json);
        case("\u{feff}\n[ {", "-", Format::Json);
        case("[Editor's note: …]", "-", Format::Text);
        case("[]", "a.json", Format::Json);
        case("{curly} talk", "-", Format::Text);
        case("---\ntitle: x\n---\n", "a.txt", Format::Markdown);
        case("--- said the man", "a.txt", Format::Text);
        case("Words.", "a.MD", Format::Markdown);
        case("Words.", "a", Format::Text);
        case("", "", Format::Text);
        #[cfg(feature = "html")]
        {
            case("<!DOCTYPE html><html>", "a.txt", Format::Html);
            case("\n<!-- saved -->\n<HTML>", "-", Format::Html);
            case("Words.", "a.htm", Format::Html);
            case("<Laughter> they went on.", "-", Format::Text);
        }
        #[cfg(feature = "xml")]
        {
            case(
                "<?xml version='1.0'?>\n<!-- x -->\n<rss>",
                "a.html",
                Format::Feed,
            );
            case("<rdf:RDF xmlns=x>", "-", Format::Feed);
            case("<TEI>", "-", Format::Tei);
            case("<newsMessage>", "-", Format::NewsMl);
            case("<!DOCTYPE html><feed>", "-", Format::Feed);
        }
        case("title,text\nA,B", "-", Format::Csv);
    }
}
