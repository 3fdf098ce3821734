//! What is written for other programs comes back as it went: every passage of the corpus, in every form.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::desk::Desk;

/// The corpus in an index, every passage of it, and the text of each article as code points.
struct Exported {
    desk: Desk,
    passages: Vec<Value>,
    texts: BTreeMap<String, Vec<char>>,
}

fn corpus() -> Exported {
    let desk = Desk::new();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for entry in fs::read_dir(corpus).expect("the corpus").flatten() {
        let name = entry.file_name().into_string().expect("a name");
        desk.write(
            &format!("corpus/{name}"),
            fs::read(entry.path()).expect("an article"),
        );
    }
    desk.run(["ingest", "-q", "corpus"]).ends(0);
    let passages = desk.run(["export"]).ends(0).lines();
    assert!(passages.len() > 400, "{} passages", passages.len());
    let ids: BTreeSet<String> = passages
        .iter()
        .map(|passage| string(&passage["article"]["id"]))
        .collect();
    let texts = ids
        .into_iter()
        .map(|id| {
            let shown = desk.run(["show", "--format", "json", &id]).ends(0).json();
            let text = string(&shown["articles"][0]["text"]);
            (id, text.chars().collect())
        })
        .collect();
    Exported {
        desk,
        passages,
        texts,
    }
}

fn string(value: &Value) -> String {
    value.as_str().expect("a string").to_owned()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn place(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a place")).expect("a place")
}

fn cut(text: &[char], start: &Value, end: &Value) -> String {
    text[place(start)..place(end)].iter().collect()
}

#[test]
fn every_passage_comes_back() {
    let exported = corpus();
    places(&exported);
    annotations(&exported);
    schema_org(&exported);
    tables(&exported);
}

/// The spans of JSON Lines cut the words out of the article's text.
fn places(exported: &Exported) {
    for passage in &exported.passages {
        let text = &exported.texts[passage["article"]["id"].as_str().expect("an id")];
        let attribution = &passage["attribution"];
        for words in [
            passage,
            &passage["context"],
            &attribution["source"],
            &attribution["cue"],
        ] {
            let pieces: Vec<String> = list(&words["spans"])
                .iter()
                .map(|span| cut(text, &span[0], &span[1]))
                .collect();
            assert_eq!(
                pieces.join(" "),
                words["text"].as_str().unwrap_or_default(),
                "{}",
                passage["id"]
            );
        }
    }
}

/// Both selectors of an annotation select the words of its passage, and only there.
fn annotations(exported: &Exported) {
    let page = exported
        .desk
        .run(["export", "--format", "annotations"])
        .ends(0)
        .json();
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(page["type"], "AnnotationPage");
    let items = list(&page["items"]);
    assert_eq!(items.len(), exported.passages.len());
    for (item, passage) in items.iter().zip(&exported.passages) {
        let id = string(&passage["id"]);
        assert_eq!(item["type"], "Annotation");
        assert_eq!(item["id"], format!("urn:onrecord:{id}"));
        let text = &exported.texts[passage["article"]["id"].as_str().expect("an id")];
        let mut pieces = Vec::new();
        for target in list(&item["target"]) {
            let [quote, position] = list(&target["selector"]) else {
                panic!("{target} has not two selectors");
            };
            assert_eq!(quote["type"], "TextQuoteSelector");
            assert_eq!(position["type"], "TextPositionSelector");
            let (start, end) = (place(&position["start"]), place(&position["end"]));
            let exact: String = text[start..end].iter().collect();
            assert_eq!(quote["exact"], exact, "{id}");
            let before: String = text[..start].iter().collect();
            let after: String = text[end..].iter().collect();
            assert!(before.ends_with(&string(&quote["prefix"])), "{id}");
            assert!(after.starts_with(&string(&quote["suffix"])), "{id}");
            pieces.push(exact);
        }
        assert_eq!(pieces.join(" "), string(&passage["text"]), "{id}");
    }
}

/// Every quote is a Quotation, every claim a Claim, with its words and whose they are.
fn schema_org(exported: &Exported) {
    let page = exported
        .desk
        .run(["export", "--format", "json-ld"])
        .ends(0)
        .json();
    assert_eq!(page["@context"], "https://schema.org");
    let said: Vec<&Value> = exported
        .passages
        .iter()
        .filter(|passage| passage["kind"] != "fact")
        .collect();
    let graph = list(&page["@graph"]);
    assert_eq!(graph.len(), said.len());
    for (object, passage) in graph.iter().zip(said) {
        let (kind, by, part) = if passage["kind"] == "quote" {
            ("Quotation", "spokenByCharacter", "isPartOf")
        } else {
            ("Claim", "author", "appearance")
        };
        assert_eq!(object["@type"], kind);
        assert_eq!(object["text"], passage["text"]);
        let article = &passage["article"];
        for (theirs, ours) in [
            ("identifier", "id"),
            ("headline", "title"),
            ("url", "url"),
            ("datePublished", "published"),
        ] {
            assert_eq!(object[part][theirs], article[ours], "{object}");
        }
        assert_eq!(object[part]["publisher"]["name"], article["publisher"]);
        assert_eq!(object[by]["name"], passage["attribution"]["speaker"]);
    }
}

/// Every cell of the tables that a reader of tables gives back is what JSON Lines have there.
fn tables(exported: &Exported) {
    for (format, delimiter) in [("csv", b','), ("tsv", b'\t')] {
        let table = exported
            .desk
            .run(["export", "--format", format])
            .ends(0)
            .out;
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .from_reader(table.as_bytes());
        let names = reader.headers().expect("names").clone();
        let mut rows = 0;
        for (row, passage) in reader.records().zip(&exported.passages) {
            let row = row.expect("a row");
            rows += 1;
            for (name, place) in [
                ("id", "/id"),
                ("kind", "/kind"),
                ("text", "/text"),
                ("speaker", "/attribution/speaker"),
                ("source", "/attribution/source/text"),
                ("cue", "/attribution/cue/text"),
                ("medium", "/attribution/medium"),
                ("handle", "/attribution/handle"),
                ("basis", "/attribution/basis"),
                ("said", "/said/text"),
                ("said_from", "/said/from"),
                ("said_to", "/said/to"),
                ("context", "/context/text"),
                ("article", "/article/id"),
                ("title", "/article/title"),
                ("publisher", "/article/publisher"),
                ("byline", "/article/byline"),
                ("url", "/article/url"),
                ("published", "/article/published"),
                ("path", "/article/path"),
            ] {
                let column = names.iter().position(|other| other == name).expect(name);
                let value = passage.pointer(place).and_then(Value::as_str);
                assert_eq!(
                    &row[column],
                    value.unwrap_or_default(),
                    "{name} as {format}"
                );
            }
        }
        assert_eq!(rows, exported.passages.len());
    }
}
