//! Queries against a small index made by hand.

use crate::index::sample::Sample;
use crate::index::{Change, Index, Searcher, WriterOptions};
use crate::query::{Query, parse};

fn samples() -> Vec<Sample> {
    vec![
        Sample::new(
            "harbour",
            "2021-03-04",
            "Harbour bridge to close",
            "The council voted on Tuesday to close the bridge for repairs.\n\
             “Nobody wants a bridge that falls down,” said Mary O’Neill, the mayor.\n\
             Traders said the closure would ruin the market.",
        )
        .said(true, &["Mary O’Neill", "the mayor"], &["“Nobody wants a bridge that falls down,”"])
        .said(false, &["Traders"], &["the closure would ruin the market."]),
        Sample::new(
            "ferry",
            "2021-05-01",
            "Ferry returns",
            "The old ferry, built for the U.S. Navy, carried 1,200 people on its first day.\n\
             Mayor O'Neill said it was “a good day for the harbour” and thanked full-time staff.",
        )
        .said(false, &["Mary O'Neill", "Mayor O'Neill"], &["it was “a good day for the harbour”"])
        .said(true, &["Mary O'Neill", "Mayor O'Neill"], &["“a good day for the harbour”"]),
        Sample::new(
            "later",
            "2021-06-01",
            "A year of works",
            "In March Ms O'Neill said: “Nobody wants a bridge that falls down.”\nThe café did not vote.",
        )
        .said(true, &["Mary O'Neill"], &["“Nobody wants a bridge that falls down.”"]),
    ]
}

fn searcher() -> Searcher {
    let index = Index::in_memory().unwrap();
    let mut writer = index
        .writer(WriterOptions {
            threads: 1,
            memory: 1,
        })
        .unwrap();
    for sample in samples() {
        assert_eq!(
            writer.put(&sample.article, &sample.passages).unwrap(),
            Change::New
        );
    }
    writer.commit().unwrap();
    index.searcher().unwrap()
}

#[track_caller]
fn case(typed: &str, expected: &[&str]) {
    let query = Query {
        expression: Some(parse(typed).unwrap()),
        ..Query::default()
    };
    let hits = searcher().search(&query).unwrap();
    let found: Vec<String> = hits
        .hits
        .iter()
        .map(|hit| {
            let mut text = hit.passage.words.text().to_owned();
            for span in hit.matches.iter().rev() {
                text.insert(span.end, ']');
                text.insert(span.start, '[');
            }
            let others = if hit.also_in.is_empty() {
                String::new()
            } else {
                format!(" +{}", hit.also_in.len())
            };
            format!("{}: {text}{others}", hit.article.id)
        })
        .collect();
    assert_eq!(found, expected, "{typed}");
    assert_eq!(hits.total, expected.len(), "{typed}");
}

#[test]
fn words() {
    case(
        "bridge",
        &[
            "harbour: “Nobody wants a [bridge] that falls down,” +1",
            "harbour: The council voted on Tuesday to close the [bridge] for repairs.",
            "harbour: the closure would ruin the market.",
        ],
    );
}
