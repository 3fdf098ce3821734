//! A listing: the passages of articles as a person writes them down, one block a passage, to hold the program against.
//!
//! ```text
//! headline   Dam holds
//! published  2020-11-19
//!
//! quote  Ann Lee | source "the engineer" | cue "said" | medium statement | said 2020-11-12
//!     It holds / It will hold.
//!
//! fact
//!     Rain fell.
//! ```
//!
//! The pieces of words that stand apart are joined by ` / `; a speaker that nobody can name is `-`. An article's own
//! fields open it; so a listing of many articles needs nothing between them.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use onrecord::article::Article;
use onrecord::passage::Passage;

/// The fields of an article that a listing may give, in their order.
const FIELDS: [&str; 5] = ["id", "headline", "byline", "published", "publisher"];

/// The details of a passage, in their order.
const DETAILS: [&str; 5] = ["source", "cue", "medium", "handle", "said"];

/// One article of a listing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) fields: BTreeMap<String, String>,
    pub(crate) passages: Vec<Entry>,
}

/// One passage of a listing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) kind: String,
    /// Nothing for a fact, `-` for somebody who is not named.
    pub(crate) speaker: String,
    pub(crate) details: BTreeMap<String, String>,
    pub(crate) text: String,
}

/// The articles of the listing `text`.
///
/// What cannot be read is said with its line.
pub(crate) fn parse(text: &str) -> Result<Vec<Listed>, String> {
    let mut articles: Vec<Listed> = Vec::new();
    let mut awaits_text = false;
    for (nth, line) in text.lines().enumerate() {
        let wrong = |what: &str| format!("line {}: {what}: {line}", nth + 1);
        if line.trim().is_empty() {
            continue;
        }
        let (word, rest) = line.split_once("  ").unwrap_or((line, ""));
        if let Some(words) = line.strip_prefix("    ") {
            let entry = articles.last_mut().and_then(|a| a.passages.last_mut());
            match entry.filter(|_| awaits_text) {
                Some(entry) => words.clone_into(&mut entry.text),
                None => return Err(wrong("words of no passage")),
            }
            awaits_text = false;
        } else if awaits_text {
            return Err(wrong("a passage without words above"));
        } else if FIELDS.contains(&word) {
            if articles.last().is_none_or(|a| !a.passages.is_empty()) {
                articles.push(Listed::default());
            }
            if let Some(article) = articles.last_mut() {
                article
                    .fields
                    .insert(word.to_owned(), rest.trim().to_owned());
            }
        } else if ["quote", "claim", "fact"].contains(&word) {
            if articles.is_empty() {
                articles.push(Listed::default());
            }
            let entry = entry(word, rest.trim()).map_err(|what| wrong(&what))?;
            articles
                .last_mut()
                .into_iter()
                .for_each(|a| a.passages.push(entry.clone()));
            awaits_text = true;
        } else {
            return Err(wrong("neither a field nor a kind of passage"));
        }
    }
    Ok(articles)
}

fn entry(kind: &str, rest: &str) -> Result<Entry, String> {
    let mut entry = Entry {
        kind: kind.to_owned(),
        ..Entry::default()
    };
    for (nth, part) in rest
        .split(" | ")
        .filter(|part| !part.is_empty())
        .enumerate()
    {
        if nth == 0 && kind != "fact" {
            part.clone_into(&mut entry.speaker);
            continue;
        }
        let (name, value) = part.split_once(' ').unwrap_or((part, ""));
        if !DETAILS.contains(&name) {
            return Err(format!("no such detail as “{name}”"));
        }
        let quoted = value
            .strip_prefix('"')
            .and_then(|value| value.strip_suffix('"'));
        entry
            .details
            .insert(name.to_owned(), quoted.unwrap_or(value).to_owned());
    }
    if kind != "fact" && entry.speaker.is_empty() {
        return Err("no speaker".to_owned());
    }
    Ok(entry)
}

/// `article` with its `passages`, as a listing that gives the fields in `fields`.
pub(crate) fn list<'a>(
    article: &Article,
    passages: &[Passage],
    fields: impl IntoIterator<Item = &'a String>,
) -> Listed {
    let published = article.published.map(|day| day.to_string());
    let value = |field: &str| match field {
        "id" => Some(article.id.as_str()),
        "headline" => article.headline.as_deref(),
        "byline" => article.byline.as_deref(),
        "published" => published.as_deref(),
        _ => article.publisher.as_deref(),
    };
    Listed {
        fields: fields
            .into_iter()
            .filter_map(|field| Some((field.clone(), value(field)?.to_owned())))
            .collect(),
        passages: passages
            .iter()
            .map(|passage| listed(article, passage))
            .collect(),
    }
}

fn listed(article: &Article, passage: &Passage) -> Entry {
    let attribution = passage.kind.attribution();
    let source = attribution.and_then(|a| a.source.as_ref());
    let cue = attribution.and_then(|a| a.cue.as_ref());
    let said = passage.said.as_ref().map(|said| match said.days {
        days if days.from == days.to => days.from.to_string(),
        days => format!("{}..{}", days.from, days.to),
    });
    let details = [
        ("source", source.map(|words| one_line(words.text()))),
        ("cue", cue.map(|words| one_line(words.text()))),
        (
            "medium",
            attribution
                .and_then(|a| a.medium)
                .map(|m| m.as_str().to_owned()),
        ),
        ("handle", attribution.and_then(|a| a.handle.clone())),
        ("said", said),
    ];
    let pieces = passage.words.spans().iter();
    let pieces: Vec<String> = pieces
        .map(|span| one_line(span.of(&article.text)))
        .collect();
    Entry {
        kind: passage.kind.as_str().to_owned(),
        speaker: attribution
            .map(|a| a.speaker.name().unwrap_or("-").to_owned())
            .unwrap_or_default(),
        details: details
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect(),
        text: pieces.join(" / "),
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl fmt::Display for Listed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for field in FIELDS {
            if let Some(value) = self.fields.get(field) {
                writeln!(f, "{field:<9}  {value}")?;
            }
        }
        self.passages
            .iter()
            .try_for_each(|entry| write!(f, "\n{entry}"))
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<String> = Vec::new();
        if !self.speaker.is_empty() {
            parts.push(self.speaker.clone());
        }
        for name in DETAILS {
            if let Some(value) = self.details.get(name) {
                let mark = if ["source", "cue"].contains(&name) {
                    "\""
                } else {
                    ""
                };
                parts.push(format!("{name} {mark}{value}{mark}"));
            }
        }
        let line = format!("{}  {}", self.kind, parts.join(" | "));
        writeln!(f, "{}\n    {}", line.trim_end(), self.text)
    }
}

/// What is not as expected in `found`, a line each; nothing when all is.
pub(crate) fn differences(expected: &Listed, found: &Listed) -> Vec<String> {
    let mut lines = Vec::new();
    for (field, value) in &expected.fields {
        let have = found.fields.get(field);
        if have != Some(value) {
            lines.push(format!("{field} should be {value:?}, is {have:?}"));
        }
    }
    let mut left: Vec<&Entry> = found.passages.iter().collect();
    for entry in &expected.passages {
        let same = |other: &&Entry| other.kind == entry.kind && other.text == entry.text;
        match left.iter().position(same) {
            Some(at) => entry.differs(left.remove(at), &mut lines),
            None => lines.push(format!("missing {}: {}", entry.kind, entry.text)),
        }
    }
    lines.extend(left.iter().map(|entry| {
        format!(
            "not expected: {}",
            entry.to_string().trim_end().replace("\n    ", ": ")
        )
    }));
    if lines.is_empty() && expected != found {
        lines.push("the passages stand in another order".to_owned());
    }
    lines
}

impl Entry {
    /// Adds what `found`, of the same kind and words, gives differently.
    fn differs(&self, found: &Self, lines: &mut Vec<String>) {
        let mut differs = |what: &str, expected: Option<&String>, found: Option<&String>| {
            if expected != found {
                let mut line = format!("{} “{}”: {what} should be ", self.kind, self.beginning());
                let show =
                    |value: Option<&String>| value.map_or("none".to_owned(), |v| format!("{v:?}"));
                let _ = write!(line, "{}, is {}", show(expected), show(found));
                lines.push(line);
            }
        };
        differs("speaker", Some(&self.speaker), Some(&found.speaker));
        for name in DETAILS {
            differs(name, self.details.get(name), found.details.get(name));
        }
    }

    /// Its first words.
    fn beginning(&self) -> String {
        self.text.chars().take(50).collect()
    }
}

const TWO: &str = "\
id         a
headline   Dam holds
published  2020-11-19

quote  Ann Lee | source \"the \"chief\" engineer\" | cue \"said\" | medium statement | said 2020-11-12
    It holds / It will hold.

claim  - | cue \"has warned\" | said 2020-11-01..2020-11-30
    it may not

fact
    Rain fell.

id         b

fact  said 2020-11-18
    Rain fell.
";

#[test]
fn a_listing_reads_as_it_is_written() {
    let articles = parse(TWO).unwrap();
    assert_eq!(articles.len(), 2);
    let [quote, claim, fact] = articles[0].passages.as_slice() else {
        panic!("{articles:?}")
    };
    assert_eq!(
        (quote.kind.as_str(), quote.speaker.as_str()),
        ("quote", "Ann Lee")
    );
    assert_eq!(quote.details["source"], "the \"chief\" engineer");
    assert_eq!(quote.text, "It holds / It will hold.");
    assert_eq!(claim.speaker, "-");
    assert_eq!(claim.details["said"], "2020-11-01..2020-11-30");
    assert_eq!((fact.speaker.as_str(), fact.details.len()), ("", 0));
    assert_eq!(articles[1].passages[0].details["said"], "2020-11-18");
    let written: Vec<String> = articles.iter().map(Listed::to_string).collect();
    assert_eq!(written.join("\n"), TWO);
}

#[test]
fn a_listing_that_cannot_be_read_says_where() {
    #[track_caller]
    fn case(text: &str, message: &str) {
        assert_eq!(parse(text).unwrap_err(), message);
    }
    case(
        "rumour  Ann",
        "line 1: neither a field nor a kind of passage: rumour  Ann",
    );
    case("    Rain.", "line 1: words of no passage:     Rain.");
    case(
        "fact\nfact\n    Rain.",
        "line 2: a passage without words above: fact",
    );
    case("quote\n    Rain.", "line 1: no speaker: quote");
    case(
        "fact  sayd 2020\n    Rain.",
        "line 1: no such detail as “sayd”: fact  sayd 2020",
    );
    case(
        "fact\n    Rain.\n    More.",
        "line 3: words of no passage:     More.",
    );
}

#[test]
fn differences_name_the_passage_and_what_differs() {
    #[track_caller]
    fn case(change: impl Fn(&mut Listed), expected: &[&str]) {
        let expected_articles = parse(TWO).unwrap();
        let mut found = expected_articles[0].clone();
        change(&mut found);
        assert_eq!(differences(&expected_articles[0], &found), expected);
    }
    case(|_| (), &[]);
    case(
        |a| a.passages[0].speaker = "Bo Orr".to_owned(),
        &["quote “It holds / It will hold.”: speaker should be \"Ann Lee\", is \"Bo Orr\""],
    );
    case(
        |a| drop(a.passages[1].details.remove("cue")),
        &["claim “it may not”: cue should be \"has warned\", is none"],
    );
    case(
        |a| a.passages[2].text = "Rain".to_owned(),
        &["missing fact: Rain fell.", "not expected: fact: Rain"],
    );
    case(
        |a| drop(a.fields.remove("headline")),
        &["headline should be \"Dam holds\", is None"],
    );
    case(
        |a| a.passages.swap(1, 2),
        &["the passages stand in another order"],
    );
}
