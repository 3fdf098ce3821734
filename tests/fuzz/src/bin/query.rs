//! Whatever is typed is a query or an error with a place; a query written out means the same again, and is answered.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use onrecord::article::Article;
use onrecord::index::{Index, Searcher, WriterOptions};
use onrecord::query::{Query, Sort, parse};
use onrecord::split;
use onrecord::text::Span;

const TEXTS: [&str; 3] = [
    "“The dam will hold,” said Ann Lee, the mayor. It rained all night, and nobody slept.\n\n\
     She told reporters on Tuesday that the U.S. report of May 3 had been “wrong from end to end.”",
    "“We held because nobody slept,” Lee tweeted. The dam's owners denied that they don't inspect it.",
    "Der Damm hält, sagte die Bürgermeisterin. C++ and a@b.example were not asked.",
];

/// An index in memory that holds a few articles.
fn index() -> &'static Searcher {
    static INDEX: OnceLock<Searcher> = OnceLock::new();
    INDEX.get_or_init(|| {
        let index = Index::in_memory().expect("an index");
        let mut writer = index.writer(WriterOptions::default()).expect("a writer");
        for (nth, text) in TEXTS.into_iter().enumerate() {
            let article = Article {
                id: format!("a{nth}"),
                headline: Some("Dam holds for a third night".to_owned()),
                publisher: (nth < 2).then(|| "The Valley Post".to_owned()),
                published: (nth > 0).then(|| "2020-11-19".parse().expect("a day")),
                text: text.to_owned(),
                body: vec![Span::whole(text)],
                ..Article::default()
            };
            writer
                .put(&article, &split::passages(&article))
                .expect("an article in");
        }
        writer.commit().expect("articles kept");
        writer.close().expect("a closed index");
        index.searcher().expect("what it keeps")
    })
}

fuzz_target!(|input: (u8, &str)| {
    let (kind, typed) = input;
    let has = |bit: u8| kind >> bit & 1 == 1;
    let expression = match parse(typed) {
        Ok(meant) => meant,
        Err(error) => {
            assert!(typed.is_char_boundary(error.at), "{typed:?}");
            return;
        }
    };
    // Brackets inside words are written out as they were typed and could be taken for others.
    if !typed.contains('(') {
        let written = expression.to_string();
        let again = parse(&written).map(|again| again.to_string());
        assert_eq!(again, Ok(written), "{typed:?}");
    }
    let query = Query {
        expression: Some(expression),
        any: has(0),
        all: has(1),
        sort: if has(2) {
            Sort::Newest
        } else {
            Sort::Relevance
        },
        limit: 3,
        offset: usize::from(kind >> 6),
        ..Query::default()
    };
    let found = index().search(&query).expect("an answer");
    assert!(found.hits.len() <= 3 && found.hits.len() <= found.total);
    assert_eq!(index().count(&query).expect("a count"), found.total);
    for hit in &found.hits {
        let words = hit.passage.words.text();
        assert!(hit.matches.is_sorted_by(|a, b| a.end <= b.start));
        assert!(
            hit.matches
                .iter()
                .all(|span| words.get(span.start..span.end).is_some())
        );
    }
    if has(3) {
        index().articles(&query).expect("an answer");
    }
    if let (true, Some(hit)) = (has(4), found.hits.first()) {
        index().explain(&query, &hit.passage.id).expect("reasons");
    }
});
