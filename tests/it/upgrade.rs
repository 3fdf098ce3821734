//! An index that another version wrote: recognised by every command, and made anew by one.

use crate::desk::Desk;

#[test]
fn an_older_index_is_made_anew_by_one_command() {
    let desk = Desk::with_index();
    let mark = desk.run(["status", "--format", "json"]).ends(0).json()["mark"].as_u64();
    let before = desk.run(["export"]).ends(0).out;
    desk.write(".onrecord/format", "onrecord index\n1\n");
    for command in [
        &["query", "harbour"][..],
        &["status"],
        &["ingest", "news.jsonl"],
        &["check"],
    ] {
        let mut run = desk.command([]);
        crate::desk::Run::of(run.args(command))
            .ends(2)
            .prints_nothing()
            .says(["written by an older onrecord", "onrecord reindex"]);
    }
    // Its sources are gone: it keeps all that it takes.
    std::fs::rename(desk.path("news.jsonl"), desk.path("kept.jsonl")).expect("a file");
    desk.run(["reindex"]).ends(0).says(["2 articles: 2 new"]);
    assert_eq!(desk.run(["export"]).ends(0).out, before);
    desk.run(["check"]).ends(0);
    std::fs::rename(desk.path("kept.jsonl"), desk.path("news.jsonl")).expect("a file");
    desk.run(["ingest", "news.jsonl"])
        .ends(0)
        .says(["2 articles: 2 unchanged"]);
    // A mark given out before still means what it meant.
    let status = desk.run(["status", "--format", "json"]).ends(0).json();
    assert!(status["mark"].as_u64() > mark);
    let left: Vec<_> = std::fs::read_dir(desk.path(""))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn a_newer_index_is_left_alone() {
    let desk = Desk::with_index();
    desk.write(".onrecord/format", "onrecord index\n999\n");
    for command in [["query", "harbour"], ["ingest", "news.jsonl"]] {
        desk.run(command).ends(2).says(["newer onrecord"]);
    }
    desk.run(["reindex"]).ends(2).says(["newer onrecord"]);
    assert!(desk.path(".onrecord/meta.json").exists());
}
