//! JSON-LD: what a page says of its article to machines.

use dom_query::Document;
use serde_json::{Map, Value};

/// The object that describes the article of `document`, with the objects that it points at.
pub(super) struct LinkedData {
    objects: Vec<Map<String, Value>>,
    article: Option<usize>,
}

impl LinkedData {
    pub(super) fn read(document: &Document) -> Self {
        let mut objects = Vec::new();
        for node in document
            .select("script[type='application/ld+json']")
            .nodes()
        {
            if let Some(value) = parse(&node.text()) {
                collect(&value, &mut objects, 0);
            }
        }
        let article = objects
            .iter()
            .position(|object| is_article(object) && object.contains_key("headline"))
            .or_else(|| objects.iter().position(is_article));
        Self { objects, article }
    }

    fn field(&self, name: &str) -> Option<&Value> {
        self.objects.get(self.article?)?.get(name)
    }

    /// The words of a field of the article.
    pub(super) fn words(&self, name: &str) -> Option<String> {
        self.field(name).and_then(|value| self.name_of(value, 0))
    }

    /// The names in a field that holds one or more people or organisations.
    pub(super) fn names(&self, name: &str) -> Vec<String> {
        match self.field(name) {
            Some(Value::Array(values)) => values
                .iter()
                .filter_map(|value| self.name_of(value, 0))
                .collect(),
            Some(value) => self.name_of(value, 0).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// A string, the name of an object, or of the object that a reference points at.
    fn name_of(&self, value: &Value, steps: u8) -> Option<String> {
        match value {
            Value::String(words) => Some(words.clone()).filter(|words| !words.trim().is_empty()),
            Value::Number(number) => Some(number.to_string()),
            Value::Array(values) => values.iter().find_map(|value| self.name_of(value, steps)),
            Value::Object(object) => {
                if let Some(name) = object.get("name").or_else(|| object.get("@value")) {
                    return self.name_of(name, steps);
                }
                let id = object.get("@id")?;
                let there = self
                    .objects
                    .iter()
                    .find(|other| other.get("@id") == Some(id) && other.contains_key("name"));
                match there {
                    Some(there) if steps < 3 => self.name_of(there.get("name")?, steps + 1),
                    _ => id.as_str().map(str::to_owned),
                }
            }
            _ => None,
        }
    }
}

/// The value of a script, also where it stands in a comment, or has line breaks in its strings.
fn parse(script: &str) -> Option<Value> {
    let script = script
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[")
        .trim_end_matches("-->")
        .trim_end_matches("//]]>")
        .trim_end_matches("]]>")
        .trim()
        .trim_end_matches(';');
    serde_json::from_str(script).ok().or_else(|| {
        let plain: String = script
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        serde_json::from_str(&plain).ok()
    })
}

fn collect(value: &Value, objects: &mut Vec<Map<String, Value>>, depth: u8) {
    match value {
        Value::Array(values) => {
            for value in values {
                collect(value, objects, depth);
            }
        }
        Value::Object(object) => {
            objects.push(object.clone());
            if depth < 4 {
                for name in [
                    "@graph",
                    "mainEntity",
                    "mainEntityOfPage",
                    "itemListElement",
                ] {
                    if let Some(inner) = object.get(name) {
                        collect(inner, objects, depth + 1);
                    }
                }
            }
        }
        _ => {}
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    let is = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            let kind = kind.rsplit('/').next().unwrap_or(kind);
            kind.ends_with("Article")
                || kind.ends_with("Posting")
                || matches!(
                    kind,
                    "Report"
                        | "Review"
                        | "Recipe"
                        | "CreativeWork"
                        | "LiveBlogPosting"
                        | "OpinionPiece"
                )
        })
    };
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}
