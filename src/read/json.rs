//! JSON: one article, an array of them, an object that holds an array, or one article a line.

use std::io::BufRead;

use serde_json::{Map, Value};

use super::draft::Draft;
use super::names;
use super::values::Values;
use crate::error::{Error, ErrorKind, Result};

/// The names under which dumps and programs keep a list of articles.
const LISTS: [&str; 14] = [
    "articles",
    "items",
    "stories",
    "documents",
    "docs",
    "results",
    "hits",
    "data",
    "news",
    "entries",
    "records",
    "rows",
    "@graph",
    "response",
];

/// The names under which a record is wrapped once more.
const WRAPPINGS: [&str; 5] = ["_source", "article", "item", "story", "newsItem"];

/// The articles of a stream of JSON, one in memory at a time.
pub(super) fn read(reader: impl BufRead + Send) -> impl Iterator<Item = Result<Draft>> + Send {
    let mut record = 0;
    Values::new(reader).flat_map(move |value| {
        let drafts = match value {
            Ok((line, bytes)) => match serde_json::from_slice(&bytes) {
                Ok(value) => articles(&value)
                    .into_iter()
                    .map(|draft| draft.map_err(|error| error.at_line(line)))
                    .collect(),
                Err(error) => vec![Err(wrong(&error, line))],
            },
            Err(error) => vec![Err(error)],
        };
        let first = record;
        record += drafts.len() as u64;
        (first + 1..)
            .zip(drafts)
            .map(|(record, draft)| draft.map(|draft| Draft { record, ..draft }))
    })
}

fn articles(value: &Value) -> Vec<Result<Draft>> {
    match value {
        Value::Object(object) => object_articles(object),
        Value::Array(values) => values.iter().flat_map(articles).collect(),
        _ => vec![Err(Error::new(
            ErrorKind::Input,
            "is no JSON object, and so no article",
        ))],
    }
}

fn object_articles(object: &Map<String, Value>) -> Vec<Result<Draft>> {
    if names::has_text(object) {
        return vec![Ok(names::draft(object))];
    }
    for name in WRAPPINGS {
        if let Some(Value::Object(inner)) = object.get(name) {
            return object_articles(inner);
        }
    }
    for name in LISTS {
        match object.get(name) {
            Some(Value::Array(values)) => return listed(values, object),
            Some(Value::Object(inner)) => return object_articles(inner),
            _ => {}
        }
    }
    let mut found: String = object
        .keys()
        .take(8)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ")
        .chars()
        .take(100)
        .collect();
    if found.is_empty() {
        found.push_str("nothing");
    }
    vec![Err(Error::new(
        ErrorKind::Input,
        format!("has no text: none of its fields is called text, body or content; it has: {found}"),
    ))]
}

/// The articles of a list. Of a graph only the parts with a text count; the feed or answer around a list may say who
/// published them all.
fn listed(values: &[Value], around: &Map<String, Value>) -> Vec<Result<Draft>> {
    let is_feed = around
        .get("version")
        .and_then(Value::as_str)
        .is_some_and(|version| version.contains("jsonfeed.org"));
    let publisher = around
        .get("title")
        .and_then(Value::as_str)
        .filter(|_| is_feed);
    let is_graph = around.contains_key("@graph");
    let drafts: Vec<_> = values
        .iter()
        .filter(|value| !is_graph || value.as_object().is_some_and(names::has_text))
        .flat_map(articles)
        .map(|draft| {
            draft.map(|mut draft| {
                draft.publisher = draft.publisher.or(publisher.map(str::to_owned));
                draft
            })
        })
        .collect();
    if drafts.is_empty() {
        return vec![Err(Error::new(ErrorKind::Input, "holds no articles"))];
    }
    drafts
}

fn wrong(error: &serde_json::Error, line: u64) -> Error {
    let what = if error.is_eof() {
        "the JSON ends too early".to_owned()
    } else {
        let error = error.to_string();
        // The line is that of the value alone; ours is that of the file.
        let what = error.split(" at line ").next().unwrap_or_default();
        format!("is no JSON: {what}")
    };
    Error::new(ErrorKind::Input, what).at_line(line)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn case(json: &str, articles: &[&str]) {
        let found: Vec<String> = read(json.as_bytes())
            .map(|draft| match draft {
                Ok(draft) => [
                    Some(draft.record.to_string()),
                    draft.id,
                    draft.headline,
                    draft.publisher,
                    draft.byline,
                    draft.published.map(|day| day.to_string()),
                    draft.url,
                    draft.language,
                    Some(draft.text),
                ]
                .map(|field| field.unwrap_or_else(|| "-".to_owned()))
                .join(" | "),
                Err(error) => error.to_string(),
            })
            .collect();
        assert_eq!(found, articles, "{json}");
    }

    #[test]
    fn reads_the_names_of_the_contract() {
        case(
            r#"{"id":"x1","title":"Dam holds","text":"The dam held.","date":"2020-11-19","publisher":"The Valley Post",
               "author":"Jane Doe","url":"https://a.example/b"}"#,
            &[
                "1 | x1 | Dam holds | The Valley Post | Jane Doe | 2020-11-19 | https://a.example/b | - | The dam held.",
            ],
        );
        case(
            "{\"text\":\" As given.\\n\"}",
            &["1 | - | - | - | - | - | - | - |  As given.\n"],
        );
    }

    #[test]
    fn reads_the_names_of_dumps() {
        // news-please
        case(
            r#"{"authors":["Jane Doe","John Roe"],"date_publish":"2020-11-19 20:15:00","date_download":"2021-01-01",
               "language":"en","maintext":"The dam held.","text":"none","source_domain":"a.example","title":"Dam holds",
               "url":"https://a.example/b","title_rss":"None"}"#,
            &[
                "1 | - | Dam holds | a.example | Jane Doe, John Roe | 2020-11-19 | https://a.example/b | en | The dam held.",
            ],
        );
        // trafilatura
        case(
            r#"{"title":"Dam holds","author":"Jane Doe; John Roe","source":"https://a.example/b",
               "source-hostname":"The Valley Post","date":"2020-11-19","id":null,"text":"The dam held.","raw_text":"x"}"#,
            &[
                "1 | - | Dam holds | The Valley Post | Jane Doe, John Roe | 2020-11-19 | https://a.example/b | - | The dam held.",
            ],
        );
        // newspaper
        case(
            r#"{"title":"Dam holds","authors":[],"publish_date":"None","text":"The dam held.","meta_lang":"en-US",
               "meta_site_name":"Valley Post","canonical_link":"https://a.example/b"}"#,
            &["1 | - | Dam holds | Valley Post | - | - | https://a.example/b | en | The dam held."],
        );
        // Pyserini, Media Cloud with a text
        case(
            "{\"id\":7,\"contents\":\"The dam held.\"}\n{\"stories_id\":8,\"media_name\":\"Post\",\"text\":\"It rained.\"}",
            &[
                "1 | 7 | - | - | - | - | - | - | The dam held.",
                "2 | 8 | - | Post | - | - | - | - | It rained.",
            ],
        );
        // ninjs 1 and 2
        case(
            r#"{"uri":"urn:x:1","headline":"Dam holds","byline":"By Jane Doe","body_text":"The dam held.",
               "versioncreated":"2020-11-19T23:15:00-05:00","language":"en-GB"}"#,
            &["1 | urn:x:1 | Dam holds | - | Jane Doe | 2020-11-19 | - | en | The dam held."],
        );
        case(
            r#"{"uri":"urn:x:2","headlines":[{"role":"main","value":"Dam holds"}],"by":"Jane Doe",
               "bodies":[{"role":"main","contenttype":"text/plain","value":"The dam held."}]}"#,
            &["1 | urn:x:2 | Dam holds | - | Jane Doe | - | - | - | The dam held."],
        );
        // schema.org
        case(
            r#"{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Valley Post"},{"@type":"NewsArticle",
               "headline":"Dam holds","articleBody":"The dam held.","author":[{"@type":"Person","name":"Jane Doe"}],
               "publisher":{"name":"Valley Post"},"datePublished":"2020-11-19T08:00:00Z",
               "mainEntityOfPage":{"@id":"https://a.example/b"}}]}"#,
            &[
                "1 | - | Dam holds | Valley Post | Jane Doe | 2020-11-19 | https://a.example/b | - | The dam held.",
            ],
        );
    }

    #[test]
    fn reads_lists_in_every_wrapping() {
        let two = [
            "1 | - | - | - | - | - | - | - | One.",
            "2 | - | - | - | - | - | - | - | Two.",
        ];
        case(r#"[{"text":"One."},{"text":"Two."}]"#, &two);
        case(r#"{"articles":[{"text":"One."},{"text":"Two."}]}"#, &two);
        case(
            r#"{"hits":{"hits":[{"_source":{"text":"One."}},{"_source":{"text":"Two."}}]}}"#,
            &two,
        );
        case(
            r#"{"version":"https://jsonfeed.org/version/1.1","title":"Valley Post","items":[{"id":"i","content_text":"One."}]}"#,
            &["1 | i | - | Valley Post | - | - | - | - | One."],
        );
    }

    #[test]
    fn rejects_a_record_and_goes_on() {
        case(
            "{\"text\":\"One.\"}\n{\"text\": \"cut\n{\"title\":\"No words\"}\n7\n{\"text\":\"Five.\"}\n{\"tex",
            &[
                "1 | - | - | - | - | - | - | - | One.",
                ":2: is no JSON: control character (\\u0000-\\u001F) found while parsing a string",
                ":3: has no text: none of its fields is called text, body or content; it has: title",
                ":4: is no JSON object, and so no article",
                "5 | - | - | - | - | - | - | - | Five.",
                ":6: the JSON ends too early",
            ],
        );
        case(r#"{"articles":[]}"#, &[":1: holds no articles"]);
    }
}
