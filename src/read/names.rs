//! The names that dumps, feeds and front matter give to the fields of an article: one table for all of them.

use serde_json::{Map, Value};

use super::draft::Draft;
use super::head::Above;
use crate::date::read_day;

// Of several names in one record the first counts that has a value. news-please: maintext, date_publish, source_domain;
// trafilatura: source-hostname, `source` for the URL; newspaper: publish_date, meta_lang, canonical_link; all-the-news:
// article, publication; Media Cloud: media_name; Pyserini: contents; ninjs: uri, body_text, bodies, versioncreated;
// schema.org: articleBody, datePublished, inLanguage.
const ID: &[&str] = &[
    "id",
    "uri",
    "guid",
    "_id",
    "docid",
    "doc_id",
    "article_id",
    "stories_id",
    "identifier",
];
const HEADLINE: &[&str] = &[
    "title",
    "headline",
    "headlines",
    "title_page",
    "title_rss",
    "head",
    "name",
];
const TEXT: &[&str] = &[
    "maintext",
    "text",
    "article_text",
    "body_text",
    "content_text",
    "articlebody",
    "content",
    "contents",
    "body",
    "article",
    "fulltext",
    "full_text",
    "story_text",
    "content_html",
    "body_html",
    "body_xhtml",
    "content:encoded",
    "content_encoded",
    "bodies",
    "story",
    "raw_text",
];
const PUBLISHED: &[&str] = &[
    "date_publish",
    "publish_date",
    "date_published",
    "datepublished",
    "published",
    "published_at",
    "publishedat",
    "published_date",
    "published_time",
    "pubdate",
    "pub_date",
    "publication_date",
    "publish_time",
    "date",
    "day",
    "versioncreated",
    "firstcreated",
    "created",
    "datecreated",
    "date_created",
    "created_at",
    "datetime",
    "timestamp",
];
const PUBLISHER: &[&str] = &[
    "publisher",
    "publication",
    "media_name",
    "source_name",
    "source-hostname",
    "sitename",
    "site_name",
    "meta_site_name",
    "outlet",
    "newspaper",
    "source",
    "site",
    "provider",
    "source_domain",
    "hostname",
    "domain",
];
const BYLINE: &[&str] = &[
    "author",
    "authors",
    "byline",
    "bylines",
    "by",
    "creator",
    "creators",
    "dc:creator",
    "writer",
];
const URL: &[&str] = &[
    "url",
    "link",
    "canonical_link",
    "canonical_url",
    "canonicalurl",
    "canonical",
    "permalink",
    "source_url",
    "web_url",
    "weburl",
    "external_url",
    "mainentityofpage",
    "source",
];
const LANGUAGE: &[&str] = &[
    "language",
    "lang",
    "inlanguage",
    "meta_lang",
    "language_code",
    "locale",
];

/// What a record says under whatever names. Nothing, when none of them is that of a text.
pub(super) fn draft(record: &Map<String, Value>) -> Draft {
    let record = Record::of(record);
    let draft = Draft {
        id: record.first(ID, words),
        headline: record.first(HEADLINE, |value| words(value).map(|title| one_line(&title))),
        publisher: record.first(PUBLISHER, |value| {
            words(value)
                .filter(|name| !is_url(name))
                .map(|name| one_line(&name))
        }),
        byline: record.first(BYLINE, byline),
        url: record.first(URL, |value| words(value).filter(|url| is_url(url))),
        published: record.first(PUBLISHED, |value| {
            words(value).and_then(|day| read_day(&day))
        }),
        language: record.first(LANGUAGE, |value| {
            words(value).and_then(|name| language(&name))
        }),
        text: record.first(TEXT, text).unwrap_or_default(),
        above: Above::Dateline,
        ..Draft::default()
    };
    #[cfg(feature = "html")]
    if is_markup(&draft.text) {
        let fragment = super::html::fragment(&draft.text);
        return Draft {
            text: fragment.text,
            quotations: fragment.quotations,
            ..draft
        };
    }
    draft
}

/// Whether a text is a piece of a web page: it opens with a tag and sets paragraphs or lines. A stray tag inside a plain
/// text leaves it as it is, for its offsets are promised.
#[cfg(feature = "html")]
fn is_markup(text: &str) -> bool {
    text.trim_start().starts_with('<')
        && ["</p>", "<br>", "<br/>", "<br />", "</div>"]
            .iter()
            .any(|tag| text.contains(tag))
}

/// Whether a record has anything under a name for text.
pub(super) fn has_text(record: &Map<String, Value>) -> bool {
    Record::of(record).first(TEXT, text).is_some()
}

/// Whether `name` is that of a text.
pub(super) fn is_text(name: &str) -> bool {
    TEXT.contains(&name.to_lowercase().as_str())
}

/// Whether `name` is one that this table knows.
pub(super) fn is_known(name: &str) -> bool {
    [
        ID, HEADLINE, TEXT, PUBLISHED, PUBLISHER, BYLINE, URL, LANGUAGE,
    ]
    .iter()
    .any(|names| names.contains(&name.to_lowercase().as_str()))
}

struct Record<'a>(Vec<(&'a str, &'a Value)>);

impl<'a> Record<'a> {
    fn of(record: &'a Map<String, Value>) -> Self {
        let fields = record.iter();
        Self(fields.map(|(key, value)| (key.trim(), value)).collect())
    }

    /// What `read` makes of the first of `names` that it makes anything of.
    fn first<T>(&self, names: &[&str], read: impl Fn(&Value) -> Option<T>) -> Option<T> {
        names.iter().find_map(|name| {
            self.0
                .iter()
                .filter(|(key, _)| key.eq_ignore_ascii_case(name))
                .find_map(|(_, value)| read(value))
        })
    }
}

/// The words of a value: a string, a number, the first of a list, the name or value of an object.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => meant(words).map(str::to_owned),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => values.iter().find_map(words),
        Value::Object(object) => [
            "name", "value", "@id", "$oid", "$date", "#text", "content", "url",
        ]
        .iter()
        .find_map(|name| object.get(*name).and_then(words)),
        Value::Null | Value::Bool(_) => None,
    }
}

/// What Python, pandas and spreadsheets write where there is nothing is nothing.
fn meant(words: &str) -> Option<&str> {
    let words = words.trim();
    let nothing = ["", "none", "null", "nan", "nat", "n/a", "undefined", "[]"];
    (!nothing.iter().any(|word| words.eq_ignore_ascii_case(word))).then_some(words)
}

/// A text is taken exactly as it was given.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => meant(text).map(|_| text.clone()),
        Value::Array(parts) if parts.iter().all(Value::is_string) => {
            let parts: Vec<&str> = parts.iter().filter_map(Value::as_str).collect();
            (!parts.is_empty()).then(|| parts.join("\n\n"))
        }
        Value::Array(parts) => parts.iter().find_map(text),
        Value::Object(object) => ["value", "text", "#text", "plain", "html"]
            .iter()
            .find_map(|name| object.get(*name).and_then(text)),
        _ => None,
    }
}

/// The names of authors: a string, a list, objects with a name.
fn byline(value: &Value) -> Option<String> {
    let names = match value {
        Value::Array(values) => values.iter().filter_map(byline).collect::<Vec<_>>(),
        Value::Object(_) => words(value).into_iter().collect(),
        Value::String(written) => authors(written),
        _ => Vec::new(),
    };
    let mut distinct: Vec<String> = Vec::new();
    for name in names {
        if !distinct.contains(&name) {
            distinct.push(name);
        }
    }
    (!distinct.is_empty()).then(|| distinct.join(", "))
}

/// The authors in one string: trafilatura sets `;` between them, pandas writes the list of Python.
fn authors(written: &str) -> Vec<String> {
    let Some(written) = meant(written) else {
        return Vec::new();
    };
    if let Some(list) = written
        .strip_prefix("['")
        .and_then(|list| list.strip_suffix("']"))
    {
        return list.split("', '").map(str::to_owned).collect();
    }
    written
        .split(';')
        .map(|name| {
            let name = one_line(name);
            ["By ", "by ", "BY "]
                .iter()
                .find_map(|by| name.strip_prefix(by))
                .map(str::to_owned)
                .unwrap_or(name)
        })
        .filter(|name| !name.is_empty() && !is_url(name))
        .collect()
}

/// "en" for "en-US", "EN" and "English".
pub(super) fn language(name: &str) -> Option<String> {
    const NAMES: [(&str, &str); 10] = [
        ("english", "en"),
        ("german", "de"),
        ("deutsch", "de"),
        ("french", "fr"),
        ("spanish", "es"),
        ("italian", "it"),
        ("portuguese", "pt"),
        ("dutch", "nl"),
        ("russian", "ru"),
        ("chinese", "zh"),
    ];
    let name = name.trim().to_lowercase();
    if let Some((_, code)) = NAMES.iter().find(|(other, _)| *other == name) {
        return Some((*code).to_owned());
    }
    let code = name.split(['-', '_']).next().unwrap_or_default();
    (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())).then(|| code.to_owned())
}

pub(super) fn is_url(words: &str) -> bool {
    ["http://", "https://", "//", "www."]
        .iter()
        .any(|start| words.starts_with(start))
        && !words.contains(char::is_whitespace)
}

pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
