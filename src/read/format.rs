//! The format of a source: told from its content first, from its name second.

use std::path::Path;

/// How articles are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// JSON: one article, an array, an object that holds an array, or one article a line.
    Json,
    /// A web page.
    #[cfg(feature = "html")]
    Html,
}

impl Format {
    /// Every format, in the order of the documentation.
    pub const ALL: &[Self] = &[
        Self::Text,
        Self::Markdown,
        Self::Json,
        #[cfg(feature = "html")]
        Self::Html,
    ];

    /// Its name on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Json => "json",
            #[cfg(feature = "html")]
            Self::Html => "html",
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
        #[cfg(feature = "html")]
        if is_page(head) {
            return Self::Html;
        }
        if opens_front_matter(head) {
            return Self::Markdown;
        }
        match name.as_str() {
            "json" | "jsonl" | "ndjson" => Self::Json,
            #[cfg(feature = "html")]
            "html" | "htm" | "xhtml" | "shtml" => Self::Html,
            "md" | "markdown" | "mdown" => Self::Markdown,
            _ => Self::Text,
        }
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
    }
}
