//! An ingest killed at any moment leaves the index as at its last commit, and the next one completes it.

use std::fmt::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::desk::Desk;

/// Articles in the input, and after how many each commit is.
const ARTICLES: usize = 60;
const EVERY: &str = "7";

/// Articles whose number and version stand in the text, so that a half-replaced one would show.
fn news(version: &str) -> String {
    let mut news = String::new();
    for n in 0..ARTICLES {
        let text = format!("Tide {n} was {version}. It was {version} again.");
        let _ = writeln!(news, "{{\"id\":\"n{n}\",\"text\":\"{text}\"}}");
    }
    news
}

/// Kills an ingest at each of `points` and holds what is left to be whole.
fn killed_at(points: impl Iterator<Item = Duration>) {
    let desk = Desk::new();
    desk.write("news.jsonl", news("calm"));
    desk.run(["ingest", "news.jsonl"]).ends(0);
    let mut versions = ["rough", "calm"].into_iter().cycle();
    for point in points {
        desk.write("news.jsonl", news(versions.next().unwrap_or_default()));
        let mut ingest = Command::new(env!("CARGO_BIN_EXE_onrecord"))
            .current_dir(desk.path(""))
            .args(["ingest", "--quiet", "--commit-every", EVERY, "news.jsonl"])
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        std::thread::sleep(point);
        ingest.kill().expect("it can be killed");
        ingest.wait().expect("it ends");

        desk.run(["check"]).ends(0).prints(["is whole"]);
        let articles = desk.run(["export"]).ends(0).lines();
        let mut whole = std::collections::BTreeMap::new();
        for passage in &articles {
            let text = passage["text"].as_str().expect("text");
            let version = if text.contains("rough") {
                "rough"
            } else {
                "calm"
            };
            let article = passage["article"]["id"].as_str().expect("an id");
            let (kind, count) = whole.entry(article).or_insert((version, 0));
            assert_eq!(*kind, version, "{article} is half replaced");
            *count += 1;
        }
        assert_eq!(whole.len(), ARTICLES, "killed after {point:?}");
        let per_article = articles.len() / ARTICLES;
        assert!(
            whole.values().all(|(_, count)| *count == per_article),
            "{whole:?}"
        );
    }
    desk.write("news.jsonl", news("over"));
    desk.run(["ingest", "news.jsonl"])
        .ends(0)
        .says(["60 articles: 60 replaced"]);
    desk.run(["check"])
        .ends(0)
        .prints(["is whole: 60 articles"]);
}

/// Points in time spread over a run, the same each time.
fn spread(count: u64) -> impl Iterator<Item = Duration> {
    (0..count).map(|n| Duration::from_millis(n * 7919 % 400))
}

#[test]
fn killed_at_a_few_points() {
    killed_at(spread(6));
}

#[test]
#[ignore = "long: cargo test --release -- --ignored killed"]
fn killed_at_a_hundred_points() {
    killed_at(spread(100));
}
