//! Queries against a small index made by hand.

use crate::index::sample::Sample;
use crate::index::{Change, FacetBy, Index, Searcher, WriterOptions};
use crate::query::{Hit, KindName, Query, Sort, parse};

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

const CLOSE: &str = "harbour: The council voted on Tuesday to close the bridge for repairs.";

/// The ids of the articles found, in order, one for each passage.
#[track_caller]
fn found(typed: &str, expected: &str) {
    let query = Query {
        expression: Some(parse(typed).unwrap()),
        ..Query::default()
    };
    let hits = searcher().search(&query).unwrap();
    let mut ids: Vec<String> = hits
        .hits
        .iter()
        .map(|hit| {
            let first = hit
                .passage
                .words
                .text()
                .split_whitespace()
                .next()
                .unwrap_or_default();
            format!("{} {first}", hit.article.id)
        })
        .collect();
    ids.sort();
    let mut expected: Vec<&str> = expected.split(" | ").filter(|id| !id.is_empty()).collect();
    expected.sort_unstable();
    assert_eq!(ids, expected, "{typed}");
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
    case(
        "voting councils",
        &["harbour: The [council] [voted] on Tuesday to close the bridge for repairs."],
    );
    case("CAFE", &["later: The [café] did not vote."]);
    case(
        "US navy",
        &[
            "ferry: The old ferry, built for the [U.S.] [Navy], carried 1,200 people on its first day.",
        ],
    );
    case(
        "1200",
        &[
            "ferry: The old ferry, built for the U.S. Navy, carried [1,200] people on its first day.",
        ],
    );
    case("full–time", &["ferry: “a good day for the harbour”"]);
    case(
        "full staff",
        &["ferry: it was “a good day for the harbour”"],
    );
    case("time full", &["ferry: it was “a good day for the harbour”"]);
    case("time-full", &[]);
    case(
        "o'neill nobody",
        &["later: “[Nobody] wants a bridge that falls down.” +1"],
    );
    case(
        "O’Neill’s nobody",
        &["later: “[Nobody] wants a bridge that falls down.” +1"],
    );
    case(
        "u s navy",
        &[
            "ferry: The old ferry, built for the [U.S.] [Navy], carried 1,200 people on its first day.",
        ],
    );
    case("zeppelin", &[]);
    case("bridge zeppelin", &[]);
}

#[test]
fn phrases() {
    case(
        "\"nobody wants a bridge\"",
        &["later: “[Nobody wants a bridge] that falls down.” +1"],
    );
    case(
        "“close the bridge”",
        &["harbour: The council voted on Tuesday to [close the bridge] for repairs."],
    );
    case("\"bridge the close\"", &[]);
    case(
        "\"bridge the close\"~1",
        &["harbour: The council voted on Tuesday to [close] [the] [bridge] for repairs."],
    );
    case("\"council bridge\"~5", &[]);
    case(
        "\"council bridge\"~6",
        &["harbour: The [council] voted on Tuesday to close the [bridge] for repairs."],
    );
    case("\"votes\"", &[]);
    case("\"vote\"", &["later: The café did not [vote]."]);
    case(
        "\"built for the US navy\"",
        &[
            "ferry: The old ferry, [built for the U.S. Navy], carried 1,200 people on its first day.",
        ],
    );
    // What stands around a passage goes on into it.
    case(
        "\"said it was a good day\"",
        &["ferry: [it was “a good day] for the harbour”"],
    );
    case(
        "\"harbour and thanked\"",
        &["ferry: “a good day for the [harbour]”"],
    );
    case(
        "\"bridge to close\"",
        &[
            CLOSE,
            "harbour: “Nobody wants a bridge that falls down,”",
            "harbour: the closure would ruin the market.",
        ],
    );
}

#[test]
fn beginnings_and_near_misses() {
    found("ruin*", "harbour the");
    found("rui*", "harbour the");
    found("brigde~", "harbour The | harbour “Nobody | harbour the");
    found("zzz*", "");
    found("\"good da*\"", "");
    found("nav*", "ferry The");
    found("speaker:o'ne*", "later “Nobody | ferry it");
    found("speaker:o'neil~", "later “Nobody | ferry it");
}

#[test]
fn operators() {
    found("bridge -council", "harbour “Nobody | harbour the");
    found("bridge NOT (council OR closure)", "harbour “Nobody");
    found("-bridge", "ferry The | ferry it | later The");
    found("NOT (bridge OR ferry)", "later The");
    found("café OR navy", "later The | ferry The");
    found("(café OR navy) vote", "later The");
    found("bridge -bridge", "");
}

#[test]
fn fields() {
    found("kind:quote", "later “Nobody | ferry “a");
    found("kind:claim", "harbour the | ferry it");
    found("kind:fact", "harbour The | ferry The | later The");
    found("kind:quote,claim market", "harbour the");
    found("speaker:mary", "later “Nobody | ferry it");
    found("speaker:mayor", "harbour “Nobody | ferry it");
    found("speaker:\"mary o’neill\"", "later “Nobody | ferry it");
    found("speaker:\"neill the\"", "");
    found("speaker:traders", "harbour the");
    found("-speaker:mary -kind:fact", "harbour the");
    found("cue:said", "later “Nobody | harbour the | ferry it");
    found("headline:bridge kind:fact", "harbour The");
    found("publisher:record kind:claim", "harbour the | ferry it");
    found("publisher:times", "");
    found("article:ferry", "ferry The | ferry it");
    found("article:nowhere", "");
    found("-article:ferry kind:fact", "harbour The | later The");
    found(
        "published:2021-03",
        "harbour The | harbour the | harbour “Nobody",
    );
    found(
        "published:2021-05-01..",
        "ferry The | ferry it | later “Nobody | later The",
    );
    found("published:..2020", "");
    found("said:2021", "");
}

#[test]
fn options() {
    let searcher = searcher();
    let count = |query: Query| searcher.count(&query).unwrap();
    assert_eq!(count(Query::default()), 6);
    assert_eq!(
        count(Query {
            all: true,
            ..Query::default()
        }),
        8
    );
    assert_eq!(
        count(Query {
            kinds: vec![KindName::Quote],
            all: true,
            ..Query::default()
        }),
        3
    );
    assert_eq!(
        count(Query {
            speaker: Some("mayor O’Neill".to_owned()),
            ..Query::default()
        }),
        2
    );
    assert_eq!(
        count(Query {
            publisher: Some("daily".to_owned()),
            ..Query::default()
        }),
        6
    );
    assert_eq!(
        count(Query {
            publisher: Some("herald".to_owned()),
            ..Query::default()
        }),
        0
    );
    assert_eq!(
        count(Query {
            since: "2021-05-01".parse().ok(),
            ..Query::default()
        }),
        4
    );
    assert_eq!(
        count(Query {
            until: "2021-05-01".parse().ok(),
            ..Query::default()
        }),
        5
    );
    assert_eq!(
        count(Query {
            new_since: Some(0),
            ..Query::default()
        }),
        6
    );
    assert_eq!(
        count(Query {
            new_since: Some(1),
            ..Query::default()
        }),
        0
    );
    let any = |typed: &str| Query {
        expression: parse(typed).ok(),
        any: true,
        ..Query::default()
    };
    assert_eq!(count(any("café navy zeppelin")), 2);
    assert_eq!(count(any("café navy -vote")), 1);
    assert_eq!(count(any("café navy kind:quote")), 0);
}

#[test]
fn pages_hold_everything_once() {
    let searcher = searcher();
    for sort in [Sort::Relevance, Sort::Newest, Sort::Oldest] {
        let query = Query {
            expression: parse("the").ok(),
            sort,
            limit: 100,
            ..Query::default()
        };
        let id = |hit: &Hit| hit.passage.id.clone();
        let whole: Vec<String> = searcher
            .search(&query)
            .unwrap()
            .hits
            .iter()
            .map(id)
            .collect();
        assert_eq!(whole.len(), 6);
        let (mut paged, mut followed) = (Vec::new(), Vec::new());
        let mut after = None;
        for nth in 0..6 {
            let page = Query {
                limit: 1,
                offset: nth,
                ..query.clone()
            };
            paged.extend(searcher.search(&page).unwrap().hits.iter().map(id));
            let next = Query {
                limit: 1,
                after,
                ..query.clone()
            };
            let hit = searcher.search(&next).unwrap().hits.remove(0);
            followed.push(id(&hit));
            after = Some(hit.cursor);
        }
        assert_eq!(paged, whole);
        assert_eq!(followed, whole);
    }
}

#[test]
fn the_same_in_other_parts_and_another_order() {
    let index = Index::in_memory().unwrap();
    let mut writer = index
        .writer(WriterOptions {
            threads: 1,
            memory: 1,
        })
        .unwrap();
    for sample in samples().iter().rev() {
        writer.put(&sample.article, &sample.passages).unwrap();
        writer.commit().unwrap();
    }
    let parts = index.searcher().unwrap();
    assert_eq!(parts.status().unwrap().parts, 3);
    for typed in [
        "the bridge",
        "the OR bridge OR ferry",
        "harbour*",
        "\"the harbour\"",
        "-zeppelin",
    ] {
        let query = Query {
            expression: parse(typed).ok(),
            limit: 100,
            ..Query::default()
        };
        let shown = |searcher: &Searcher| {
            let hits = searcher.search(&query).unwrap();
            let each = |hit: Hit| {
                (
                    hit.passage.id,
                    hit.score.to_bits(),
                    hit.also_in.len(),
                    hit.cursor.to_string(),
                )
            };
            hits.hits.into_iter().map(each).collect::<Vec<_>>()
        };
        assert_eq!(shown(&parts), shown(&searcher()), "{typed}");
    }
}

#[test]
fn articles() {
    let searcher = searcher();
    let ids = |typed: &str, any: bool| {
        let query = Query {
            expression: parse(typed).ok(),
            any,
            ..Query::default()
        };
        let hits = searcher.articles(&query).unwrap();
        assert_eq!(hits.total, hits.hits.len());
        hits.hits
            .iter()
            .map(|hit| format!("{} {}", hit.article.id, hit.passages.len()))
            .collect::<Vec<_>>()
    };
    // Words may stand in different passages of an article.
    assert_eq!(ids("council market", false), ["harbour 2"]);
    assert_eq!(ids("bridge", false), ["harbour 3", "later 1"]);
    assert_eq!(ids("council navy", false), [""; 0]);
    assert_eq!(ids("council navy", true), ["ferry 1", "harbour 1"]);
    assert_eq!(ids("kind:claim", false).len(), 2);
    assert_eq!(ids("bridge kind:claim", false), ["harbour 1"]);
    assert_eq!(ids("council kind:claim", false), [""; 0]);
    assert_eq!(ids("bridge -market", false), ["later 1"]);
    assert_eq!(ids("published:2021-05", false), ["ferry 2"]);
    assert_eq!(ids("\"a good day\" navy", false), ["ferry 2"]);
}

#[test]
fn counts_by_value() {
    let searcher = searcher();
    let facets = |by| {
        let counted = searcher.facets(&Query::default(), by).unwrap();
        counted
            .iter()
            .map(|facet| format!("{} {}", facet.value, facet.count))
            .collect::<Vec<_>>()
    };
    assert_eq!(facets(FacetBy::Kind), ["fact 3", "quote 3", "claim 2"]);
    assert_eq!(facets(FacetBy::Publisher), ["The Daily Record 8"]);
    assert_eq!(facets(FacetBy::Year), ["2021 8"]);
    assert_eq!(facets(FacetBy::Cue), ["said 5"]);
    assert_eq!(facets(FacetBy::Medium), [""; 0]);
    let days = searcher.days(&Query::default()).unwrap();
    let days: Vec<String> = days
        .iter()
        .map(|(day, count)| format!("{} {count}", day.unwrap()))
        .collect();
    assert_eq!(days, ["2021-03-04 3", "2021-05-01 3", "2021-06-01 2"]);
}

#[test]
fn one_by_its_id() {
    let searcher = searcher();
    let hit = searcher.passage("ferry-fact-0").unwrap().unwrap();
    assert_eq!(hit.article.id, "ferry");
    assert!(searcher.passage("ferry-fact-1").unwrap().is_none());
    for sample in samples() {
        let (article, passages) = searcher.article(&sample.article.id).unwrap().unwrap();
        assert_eq!((article, passages), (sample.article, sample.passages));
    }
    assert!(searcher.article("nowhere").unwrap().is_none());
}
