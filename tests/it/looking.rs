//! The other ways to look: who, when, who else printed it, and whether it still stands there.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::desk::{Desk, NEWS, Run};

/// The same statement in three papers: whole, shortened, and altered.
const VERSIONS: &str = concat!(
    r#"{"id":"whole","date":"2026-05-01","publisher":"The Post","text":"“We will reopen the old market hall before the first snow falls,” Mayor Ruth Okafor said."}"#,
    "\n",
    r#"{"id":"short","date":"2026-05-02","publisher":"The Courier","text":"“We will reopen the old market hall,” Mayor Ruth Okafor said on Friday."}"#,
    "\n",
    r#"{"id":"other","date":"2026-05-03","publisher":"The Echo","text":"“We may reopen the old market hall before the first snow falls,” Mayor Ruth Okafor said."}"#,
    "\n",
    r#"{"id":"else","date":"2026-05-03","publisher":"The Echo","text":"Snow fell on the old town. “Nobody asked us about the market,” Tom Birch said."}"#,
    "\n"
);

fn with_versions() -> Desk {
    let desk = Desk::new();
    desk.write("versions.jsonl", VERSIONS);
    desk.run(["ingest", "versions.jsonl"]).ends(0);
    desk
}

#[test]
fn a_statement_is_traced_through_its_versions() {
    let desk = with_versions();
    let found = desk
        .run([
            "trace",
            "--format",
            "jsonl",
            "“We will reopen the old market hall before the first snow falls”",
        ])
        .ends(0)
        .lines();
    let told: Vec<_> = found
        .iter()
        .map(|one| {
            (
                one["article"]["id"].as_str(),
                one["change"].as_str(),
                one["first"].as_bool(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (Some("whole"), Some("same"), Some(true)),
            (Some("short"), Some("shortened"), Some(false)),
            (Some("other"), Some("changed"), Some(false)),
        ]
    );
    let text = desk
        .run(["trace", found[0]["id"].as_str().expect("an id")])
        .ends(0)
        .says(["3 appearances in 3 articles"]);
    text.prints([
        "[-before the first snow falls-]",
        "[-will-] {+may+}",
        "2026-05-01 · the same · first",
    ]);
    desk.run(["trace", "a zeppelin crossed the moon"]).ends(1);
    // Few words are a statement only where they stand together.
    desk.run(["trace", "the market"])
        .ends(0)
        .says(["1 appearance in 1 article"]);
    desk.run(["trace", "before falls"]).ends(1);
}

#[test]
fn who_is_on_record() {
    let desk = with_versions();
    let all = desk.run(["speakers", "--format", "json"]).ends(0).json();
    assert_eq!(all["total"], 2);
    assert_eq!(all["speakers"][0]["speaker"], "Ruth Okafor");
    assert_eq!(all["speakers"][0]["first"], "2026-05-01");
    assert_eq!(all["speakers"][0]["last"], "2026-05-03");
    desk.run(["speakers", "asked"])
        .ends(0)
        .prints(["Tom Birch"]);
    desk.run(["speakers", "zeppelin"]).ends(1);
    desk.run(["query", "--speaker", "okafer"])
        .ends(1)
        .says(["did you mean", "Ruth Okafor"]);
}

#[test]
fn names_of_one_person_come_together() {
    let desk = with_versions();
    desk.write("aliases", "# the mayor\nRuth Okafor = Tom Birch\n");
    let both = ["speakers", "--aliases", "aliases", "--format", "jsonl"];
    let both = desk.run(both).ends(0).lines();
    assert_eq!(both.len(), 1);
    assert_eq!(both[0]["quotes"], 4);
    let asked = ["query", "--count", "--aliases", "aliases", "speaker:birch"];
    assert_eq!(desk.run(asked).ends(0).out, "4\n");
    let asked = [
        "query",
        "--count",
        "--aliases",
        "aliases",
        "--speaker",
        "birch",
        "market",
    ];
    assert_eq!(desk.run(asked).ends(0).out, "4\n");
    desk.write("aliases", "Ruth Okafor\n");
    desk.run(["speakers", "--aliases", "aliases"])
        .ends(2)
        .says(["aliases:1"]);
    desk.write("aliases", "\n".repeat((16 << 20) + 1));
    desk.run(["speakers", "--aliases", "aliases"])
        .ends(2)
        .says(["aliases is larger than 16 MB"]);
}

#[test]
fn when_it_was_printed() {
    let desk = with_versions();
    let days = desk
        .run(["timeline", "--format", "jsonl", "market"])
        .ends(0)
        .lines();
    let counts: Vec<_> = days.iter().map(|day| day["count"].as_u64()).collect();
    assert_eq!(days.len(), 3);
    assert!(counts.iter().all(|count| *count > Some(0)), "{counts:?}");
    let months = desk.run(["timeline", "--by", "month", "market"]).ends(0);
    assert!(
        months.out.trim_start().starts_with("2026-05 █"),
        "{}",
        months.out
    );
}

#[test]
fn two_speakers_side_by_side() {
    let desk = with_versions();
    desk.run(["compare", "okafor", "birch", "market"])
        .ends(0)
        .prints([
            "2026-05-01",
            "reopen the old market hall",
            "Nobody asked us",
        ]);
    desk.run(["compare", "--over-time", "okafor", "market"])
        .ends(0)
        .prints(["We will", "We may"]);
    desk.write("aliases", "Ruth Okafor = The Mayor\n");
    desk.run([
        "compare",
        "--aliases",
        "aliases",
        "the mayor",
        "birch",
        "market",
    ])
    .ends(0)
    .prints(["reopen the old market hall", "Nobody asked us"]);
    desk.run(["compare", "okafor"])
        .ends(2)
        .says(["--over-time"]);
}

#[test]
fn a_citation_is_ready_to_paste() {
    let desk = Desk::with_index();
    let id = desk
        .run(["query", "-q", "--output", "ids", "kind:quote"])
        .ends(0)
        .out;
    let id = id.trim();
    desk.run(["cite", id]).ends(0).prints([
        "> Nobody wanted this, but the steel is tired",
        "— Ruth Okafor, in [Harbour bridge to close for a year](https://post.example/bridge#:~:text=Nobody%20wanted",
        "The Portbury Post, Ada Lane, 2026-03-04",
    ]);
    desk.run(["cite", "--style", "bibtex", id])
        .ends(0)
        .prints(["@article{", "year = {2026}"]);
    let csl = desk.run(["cite", "--style", "csl-json", id]).ends(0).json();
    assert_eq!(csl[0]["container-title"], "The Portbury Post");
    desk.run(["cite", "nothing"]).ends(1).says(["nothing"]);
}

#[test]
fn words_are_verified_against_their_source() {
    let desk = Desk::with_index();
    desk.run(["verify", "--all"]).ends(0).prints_nothing();
    let id = desk
        .run(["query", "-q", "--output", "ids", "\"ten minutes\""])
        .ends(0)
        .out;
    let id = id.trim();
    desk.run(["verify", id])
        .ends(0)
        .prints(["stands as it was"]);
    for (changed, told) in [
        (NEWS.replace("A ferry", "Now a ferry"), "gone"),
        (NEWS.replace("A ferry will", "Soon. A ferry will"), "moved"),
        (
            NEWS.replace("\"id\":\"ferry\"", "\"id\":\"boat\""),
            "no-article",
        ),
    ] {
        desk.write("news.jsonl", changed);
        let found = desk
            .run(["verify", id, "--format", "jsonl"])
            .ends(1)
            .lines();
        assert_eq!(found[0]["found"], told);
    }
    std::fs::remove_file(desk.path("news.jsonl")).expect("the file is there");
    desk.run(["verify", id]).ends(1).prints(["cannot be read"]);
}

#[cfg(feature = "archives")]
#[test]
fn words_are_verified_inside_an_archive() {
    let desk = Desk::new();
    let mut archive = tar::Builder::new(Vec::new());
    let text = b"One tide rose in the bay.\n";
    let mut header = tar::Header::new_gnu();
    header.set_size(text.len() as u64);
    archive
        .append_data(&mut header, "in/tide.txt", &text[..])
        .expect("a file in an archive");
    desk.write("news.tar", archive.into_inner().expect("an archive"));
    desk.run(["ingest", "news.tar"])
        .ends(0)
        .says(["1 article: 1 new"]);
    desk.run(["verify", "--all"]).ends(0).says(["as it was"]);
}

#[test]
fn what_is_exported_is_all_there_is() {
    let desk = Desk::with_index();
    let split = desk
        .run(["split", "news.jsonl", "--format", "jsonl"])
        .ends(0)
        .lines();
    let mut export = desk.run(["export"]).ends(0).lines();
    let key = |passage: &serde_json::Value| passage["id"].to_string();
    export.sort_by_key(key);
    let mut expected = split.clone();
    expected.sort_by_key(key);
    assert_eq!(export, expected);

    let graph = desk.run(["export", "--format", "json-ld"]).ends(0).json();
    let graph = graph["@graph"].as_array().expect("a list");
    let quotation = graph
        .iter()
        .find(|one| one["@type"] == "Quotation")
        .expect("a quotation");
    assert_eq!(quotation["spokenByCharacter"]["name"], "Ruth Okafor");
    assert_eq!(
        quotation["isPartOf"]["headline"],
        "Harbour bridge to close for a year"
    );

    let page = desk
        .run(["export", "--format", "annotations", "steel"])
        .ends(0)
        .json();
    for item in page["items"].as_array().expect("items") {
        for target in item["target"].as_array().expect("targets") {
            let quote = target["selector"][0]["exact"].as_str().expect("words");
            let place = &target["selector"][1];
            let length = place["end"].as_u64().zip(place["start"].as_u64());
            let length = length.map(|(end, start)| end - start);
            assert_eq!(length, Some(quote.chars().count() as u64));
        }
    }
    let table = desk.run(["export", "--format", "csv"]).ends(0).out;
    assert_eq!(
        csv::Reader::from_reader(table.as_bytes()).records().count(),
        split.len()
    );
}

#[test]
fn the_articles_are_listed() {
    let desk = Desk::with_index();
    desk.run(["articles"])
        .ends(0)
        .prints(["2026-03-05", "Harbour bridge to close"]);
    let posts = desk
        .run(["articles", "--publisher", "post", "--format", "jsonl"])
        .ends(0)
        .lines();
    assert_eq!(posts.len(), 1);
    assert_eq!(posts[0]["id"], "bridge");
    desk.run(["articles", "--since", "2027-01-01"]).ends(1);
}

#[test]
fn the_index_is_checked_and_made_anew() {
    let desk = Desk::with_index();
    desk.run(["check"]).ends(0).prints(["is whole: 2 articles"]);
    desk.run(["reindex"]).ends(0).says(["2 articles"]);
    let before = desk.run(["export"]).ends(0).out;
    desk.run(["reindex", "news.jsonl"])
        .ends(0)
        .says(["2 articles: 2 new"]);
    assert_eq!(desk.run(["export"]).ends(0).out, before);
    desk.run(["reindex", "nowhere"]).ends(2).says(["as it was"]);
    assert_eq!(desk.run(["export"]).ends(0).out, before);
    let ingest = desk.run(["ingest", "news.jsonl"]).ends(0);
    ingest.says(["2 articles: 2 unchanged"]);
}

#[test]
fn unchanged_sources_are_not_read_again() {
    let desk = Desk::new();
    desk.write("in/a.jsonl", NEWS);
    desk.write("in/b.txt", "The tide was high on Monday.\n");
    desk.run(["ingest", "in"])
        .ends(0)
        .says(["3 articles: 3 new"]);
    desk.run(["ingest", "in"])
        .ends(0)
        .says(["3 articles: 3 unchanged"]);
    desk.write("in/b.txt", "The tide was low on Monday.\n");
    desk.run(["ingest", "in"])
        .ends(0)
        .says(["3 articles: 1 replaced, 2 unchanged"]);
    desk.run(["ingest", "--again", "in"])
        .ends(0)
        .says(["3 articles: 3 unchanged"]);
    std::fs::remove_file(desk.path("in/b.txt")).expect("the file is there");
    desk.run(["ingest", "in"])
        .ends(0)
        .says(["2 articles: 2 unchanged"]);
    desk.run(["query", "tide"]).ends(0);
    desk.run(["ingest", "--prune", "in"])
        .ends(0)
        .says(["1 article removed"]);
    desk.run(["query", "tide"]).ends(1);
    desk.write("in/a.jsonl", NEWS.lines().next().unwrap_or_default());
    desk.run(["ingest", "--prune", "in"])
        .ends(0)
        .says(["1 unchanged", "1 article removed"]);
    desk.run(["query", "\"ten minutes\""]).ends(1);
}

#[test]
fn what_a_source_lost_long_ago_is_pruned() {
    let desk = Desk::new();
    desk.write("in/a.jsonl", NEWS);
    desk.run(["ingest", "in"]).ends(0);
    desk.write("in/a.jsonl", NEWS.lines().next().unwrap_or_default());
    desk.run(["ingest", "in"]).ends(0).says(["1 unchanged"]);
    desk.run(["query", "\"ten minutes\""]).ends(0);
    desk.run(["ingest", "--prune", "in"])
        .ends(0)
        .says(["1 unchanged", "1 article removed"]);
    desk.run(["query", "\"ten minutes\""]).ends(1);
    desk.run(["ingest", "--prune", "in"])
        .ends(0)
        .says(["1 article: 1 unchanged"]);
}

#[test]
fn a_dry_run_does_nothing() {
    let desk = Desk::new();
    desk.write("news.jsonl", NEWS);
    desk.run(["ingest", "--dry-run", "news.jsonl"])
        .ends(0)
        .says(["2 new", "nothing was done"]);
    assert!(!desk.path(".onrecord").exists());
    desk.run(["ingest", "news.jsonl"]).ends(0);
    desk.write("news.jsonl", NEWS.replace("ten minutes", "nine minutes"));
    desk.run(["ingest", "--dry-run", "news.jsonl"])
        .ends(0)
        .says(["1 replaced, 1 unchanged"]);
    desk.run(["query", "\"nine minutes\""]).ends(1);
}

#[test]
fn rejected_inputs_are_written_down() {
    let desk = Desk::new();
    desk.write("in/torn.jsonl", "{\"text\":\"It stands.\"}\n{\"text\":\n");
    desk.write("in/empty.txt", "");
    desk.run(["ingest", "--rejects", "rejected", "in"]).ends(3);
    let rejected = std::fs::read_to_string(desk.path("rejected")).expect("the file is written");
    let rejected: Vec<serde_json::Value> = rejected
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(rejected.len(), 2);
    assert_eq!(rejected[0]["path"], "in/empty.txt");
    assert_eq!(rejected[0]["bytes"], 0);
    assert_eq!(rejected[1]["record"], 2);
}

#[test]
fn paths_come_from_a_list() {
    let desk = Desk::new();
    desk.write("a b.txt", "One tide rose.\n");
    desk.write("c.txt", "Another tide fell.\n");
    desk.write("list", "a b.txt\r\n\nc.txt\n");
    desk.run(["ingest", "--files-from", "list"])
        .ends(0)
        .says(["2 articles: 2 new"]);
    let nul = Run::of(
        desk.command(["ingest", "--files-from", "-", "-0"])
            .write_stdin("a b.txt\0c.txt\0"),
    );
    nul.ends(0).says(["2 articles: 2 unchanged"]);
    desk.run(["ingest", "--files-from", "nowhere"])
        .ends(2)
        .says(["nowhere"]);
}

#[test]
fn the_shell_is_served() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish"] {
        desk.run(["completions", shell])
            .ends(0)
            .prints(["onrecord", "timeline"]);
    }
    desk.run(["man"]).ends(0).prints([".TH onrecord 1"]);
    desk.run(["man", "--to", "pages"]).ends(0);
    assert!(desk.path("pages/onrecord-query.1").exists());
    desk.run(["query", "--syntax"])
        .ends(0)
        .prints(["speaker:", "published:"]);
}

/// Tries `holds` until it does, within a minute.
#[track_caller]
fn comes(what: &str, holds: impl Fn() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(
            began.elapsed() < Duration::from_secs(60),
            "{what} never came"
        );
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn a_second_writer_is_told_to_try_again_and_readers_go_on() {
    let desk = Desk::with_index();
    let mut first = std::process::Command::new(env!("CARGO_BIN_EXE_onrecord"))
        .current_dir(desk.path(""))
        .args(["ingest", "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    // A try that succeeds would keep the first from its turn, so the lock is only looked at.
    let holder = format!("process {}", first.id());
    let lock = || std::fs::read_to_string(desk.path(".onrecord/writer")).unwrap_or_default();
    comes("the lock", || lock().contains(&holder));
    desk.run(["ingest", "news.jsonl"])
        .ends(4)
        .prints_nothing()
        .says(["writing", &holder]);
    desk.run(["query", "ferry"]).ends(0);
    drop(first.stdin.take());
    assert!(first.wait().is_ok());
    desk.run(["ingest", "news.jsonl"]).ends(0);
}

#[cfg(unix)]
#[test]
fn a_watcher_takes_in_what_comes_and_ends_on_a_signal() {
    let desk = Desk::with_index();
    desk.write("in/a.txt", "The first tide rose.\n");
    let mut watcher = std::process::Command::new(env!("CARGO_BIN_EXE_onrecord"))
        .current_dir(desk.path(""))
        .args(["ingest", "--watch", "in"])
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let is_in = |words: &str| desk.run(["query", "--count", words]).status == 0;
    comes("the first", || is_in("\"first tide\""));
    desk.write("in/b.txt", "The second tide rose.\n");
    comes("the second", || is_in("\"second tide\""));
    let pid = watcher.id().to_string();
    let kill = std::process::Command::new("kill")
        .args(["-TERM", &pid])
        .status();
    assert!(kill.expect("kill runs").success());
    let status = watcher.wait().expect("the watcher ends");
    assert_eq!(status.code(), Some(0));
}
