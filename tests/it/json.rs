//! JSON and tables as scripts take them apart.

use serde_json::{Value, json};

use crate::desk::Desk;

/// What stands at code points `spans` of `text`, the pieces joined by one blank.
fn cut(text: &str, spans: &Value) -> String {
    let text: Vec<char> = text.chars().collect();
    let at = |value: &Value| usize::try_from(value.as_u64().expect("a place")).expect("a place");
    let pieces: Vec<String> = spans
        .as_array()
        .expect("places")
        .iter()
        .map(|span| text[at(&span[0])..at(&span[1])].iter().collect())
        .collect();
    pieces.join(" ")
}

#[test]
fn a_passage_has_all_its_fields() {
    let desk = Desk::with_index();
    let document = desk
        .run(["split", "news.jsonl", "--format", "json"])
        .ends(0)
        .json();
    assert_eq!(document["format_version"], 1);
    let bridge = &document["articles"][0];
    assert_eq!(
        json!({
            "id": bridge["id"], "title": bridge["title"], "publisher": bridge["publisher"],
            "byline": bridge["byline"], "url": bridge["url"], "published": bridge["published"],
            "path": bridge["path"]
        }),
        json!({
            "id": "bridge", "title": "Harbour bridge to close for a year",
            "publisher": "The Portbury Post", "byline": "Ada Lane",
            "url": "https://post.example/bridge", "published": "2026-03-04", "path": "news.jsonl"
        })
    );
    assert_eq!(document["articles"][1]["title"], Value::Null);
    let quote = bridge["passages"]
        .as_array()
        .expect("passages")
        .iter()
        .find(|passage| passage["kind"] == "quote")
        .expect("a quote");
    assert_eq!(quote["text"], "Nobody wanted this, but the steel is tired");
    assert_eq!(quote["attribution"]["speaker"], "Ruth Okafor");
    assert_eq!(quote["attribution"]["cue"]["text"], "said");
    assert_eq!(quote["attribution"]["basis"], "same-sentence");
    assert_eq!(quote["article"]["id"], "bridge");
}

#[test]
fn places_cut_the_words_out_of_the_text() {
    let desk = Desk::new();
    desk.write(
        "wide.jsonl",
        "{\"text\":\"🙂 Naïve, said no one.\\n\\n“Ça va — très bien,” Zoë Müller said. “Et demain…”\"}\n",
    );
    let document = desk
        .run(["split", "wide.jsonl", "--format", "json"])
        .ends(0)
        .json();
    let article = &document["articles"][0];
    let text = article["text"].as_str().expect("the text");
    let passages = article["passages"].as_array().expect("passages");
    assert!(passages.len() >= 2);
    for passage in passages {
        assert_eq!(cut(text, &passage["spans"]), passage["text"]);
        assert_eq!(
            cut(text, &passage["context"]["spans"]),
            passage["context"]["text"]
        );
        let attribution = &passage["attribution"];
        for words in [&attribution["source"], &attribution["cue"]] {
            if words.is_object() {
                assert_eq!(cut(text, &words["spans"]), words["text"]);
            }
        }
    }
}

#[test]
fn matches_are_places_in_the_passage() {
    let desk = Desk::with_index();
    let hits = desk
        .run(["query", "--format", "jsonl", "\"steel is\""])
        .ends(0)
        .lines();
    let hit = &hits[0];
    assert_eq!(
        cut(hit["text"].as_str().expect("text"), &hit["matches"]),
        "steel is"
    );
    assert!(hit["score"].is_number());
}

#[test]
fn an_answer_is_one_document() {
    let desk = Desk::with_index();
    let answer = desk
        .run(["query", "--format", "json", "--limit", "1", "harbour"])
        .ends(0)
        .json();
    assert_eq!(answer["format_version"], 1);
    assert_eq!(answer["query"], "harbour");
    assert_eq!(answer["total"], 4);
    assert_eq!(answer["hits"].as_array().map(Vec::len), Some(1));
    let nothing = desk
        .run(["query", "--format", "json", "zeppelin"])
        .ends(1)
        .json();
    assert_eq!(
        (&nothing["total"], &nothing["hits"]),
        (&json!(0), &json!([]))
    );
    desk.run(["query", "--format", "jsonl", "zeppelin"])
        .ends(1)
        .prints_nothing();
}

#[test]
fn articles_are_ranked_with_their_passages() {
    let desk = Desk::with_index();
    let hits = desk
        .run(["query", "--articles", "--format", "jsonl", "ferry"])
        .ends(0)
        .lines();
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0]["article"]["id"], "ferry");
    assert_eq!(hits[0]["passages"][0]["article"]["id"], "ferry");
}

#[test]
fn a_cursor_goes_on_where_the_answer_ended() {
    let desk = Desk::with_index();
    let all = desk
        .run(["query", "--format", "jsonl", "harbour"])
        .ends(0)
        .lines();
    let cursor = all[0]["cursor"].as_str().expect("a cursor");
    let rest = desk
        .run(["query", "--format", "jsonl", "--after", cursor, "harbour"])
        .ends(0)
        .lines();
    assert_eq!(rest, all[1..]);
    desk.run(["query", "--after", "here", "harbour"])
        .ends(2)
        .says(["cursor"]);
}

#[test]
fn only_what_came_after_a_mark() {
    let desk = Desk::with_index();
    let mark = desk.run(["status", "--format", "json"]).ends(0).json()["mark"].to_string();
    desk.run(["query", "--new-since", &mark, "harbour"]).ends(1);
    desk.write(
        "late.jsonl",
        "{\"id\":\"late\",\"text\":\"The harbour froze over.\"}\n",
    );
    desk.run(["ingest", "late.jsonl"]).ends(0);
    let new = desk
        .run([
            "query",
            "--new-since",
            &mark,
            "--output",
            "articles",
            "harbour",
        ])
        .ends(0);
    assert_eq!(new.out, "late\n");
}

#[test]
fn columns_for_scripts() {
    let desk = Desk::with_index();
    let ids = desk
        .run(["query", "--output", "ids", "harbour"])
        .ends(0)
        .out;
    assert_eq!(ids.lines().count(), 4);
    let nul = desk
        .run(["query", "--output", "ids", "-0", "harbour"])
        .ends(0)
        .out;
    assert_eq!(nul.replace('\0', "\n"), ids);
    let speakers = desk
        .run(["query", "--output", "speakers", "kind:quote"])
        .ends(0)
        .out;
    assert_eq!(speakers, "Ruth Okafor\n");
    let text = desk
        .run(["query", "--output", "text", "\"ten minutes\""])
        .ends(0)
        .out;
    assert!(text.starts_with("A ferry will cross"), "{text}");
}

#[test]
fn tables_come_back_as_they_went() {
    let desk = Desk::new();
    let text = "She wrote: \"a, b\";\tand then\u{2028}“=SUM(1)” — or not.";
    desk.write(
        "odd.jsonl",
        format!("{}\n", json!({ "text": text, "title": "A, \"B\"\nC" })),
    );
    let lines = desk
        .run(["split", "odd.jsonl", "--format", "jsonl"])
        .ends(0)
        .lines();
    for (format, delimiter) in [("csv", b','), ("tsv", b'\t')] {
        let table = desk
            .run(["split", "odd.jsonl", "--format", format])
            .ends(0)
            .out;
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .from_reader(table.as_bytes());
        let names = reader.headers().expect("names").clone();
        let rows: Vec<csv::StringRecord> =
            reader.records().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), lines.len());
        for (row, line) in rows.iter().zip(&lines) {
            let cell = |name: &str| {
                let column = names.iter().position(|other| other == name).expect(name);
                Value::from(&row[column])
            };
            assert_eq!(cell("id"), line["id"]);
            assert_eq!(cell("text"), line["text"]);
            assert_eq!(cell("title"), line["article"]["title"]);
        }
    }
}
