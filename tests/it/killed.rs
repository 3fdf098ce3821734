//! An ingest killed at any moment leaves the index as at its last commit, and the next one completes it.

use std::fmt::Write;
use std::process::{Command, Stdio};
use std::time::Instant;

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

/// Kills an ingest at each of so many points of its run, the same each time, and holds what is left to be whole.
fn killed_at(points: u32) {
    let desk = Desk::new();
    desk.write("news.jsonl", news("rough"));
    desk.run(["ingest", "news.jsonl"]).ends(0);
    desk.write("news.jsonl", news("calm"));
    let began = Instant::now();
    desk.run(["ingest", "--commit-every", EVERY, "news.jsonl"])
        .ends(0);
    // From before the first commit until after the last, in an order that jumps.
    let whole = began.elapsed() * 11 / 10;
    let points = (0..points).map(|nth| whole * (nth * 37 % points + 1) / points);
    let mut at_work = 0;
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
        at_work += u32::from(!ingest.wait().expect("it ends").success());

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
    assert!(at_work > 0, "every run had ended before it was killed");
    desk.write("news.jsonl", news("over"));
    desk.run(["ingest", "news.jsonl"])
        .ends(0)
        .says(["60 articles: 60 replaced"]);
    desk.run(["check"])
        .ends(0)
        .prints(["is whole: 60 articles"]);
    // Nothing is left of what was begun and never kept.
    let meta = std::fs::read_to_string(desk.path(".onrecord/meta.json")).expect("a file");
    for entry in std::fs::read_dir(desk.path(".onrecord")).expect("a folder") {
        let name = entry.expect("an entry").file_name();
        let name = name.to_string_lossy();
        let part = name.split('.').next().unwrap_or_default().to_owned();
        // A part is written with hyphens there, and without them in the names of its files.
        assert!(
            part.len() != 32 || meta.replace('-', "").contains(&part),
            "{name} belongs to no part of the index"
        );
    }
}

#[test]
fn killed_at_a_few_points() {
    killed_at(6);
}

#[test]
#[ignore = "long: cargo test --release -- --ignored"]
fn killed_at_a_hundred_points() {
    killed_at(100);
}
