//! Disks that are full, folders and files that are shut, files that are gone: each is told with its place, and the index
//! is as it was at the last commit.

#![cfg(unix)]

use std::fmt::Write;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use crate::desk::{Desk, Run};

/// So many articles that no file of their index is small.
fn many(count: usize) -> String {
    let mut news = String::new();
    for n in 0..count {
        let words: Vec<String> = (0..20_u64)
            .map(|nth| {
                format!(
                    "{:x}",
                    (n as u64 * 20 + nth).wrapping_mul(0x9e37_79b9_7f4a_7c15)
                )
            })
            .collect();
        let text = format!("The {n}th bell rang {}.", words.join(" "));
        let _ = writeln!(news, "{{\"id\":\"b{n}\",\"text\":\"{text}\"}}");
    }
    news
}

/// The program as somebody who is not the owner of anything here; `None` where it already runs as somebody.
fn as_nobody<const N: usize>(desk: &Desk, arguments: [&str; N]) -> Option<assert_cmd::Command> {
    let owner = fs::metadata(desk.path(""))
        .map(|about| std::os::unix::fs::MetadataExt::uid(&about))
        .ok()?;
    let program = env!("CARGO_BIN_EXE_onrecord");
    let mut command = assert_cmd::Command::new("setpriv");
    command
        .args(["--reuid=65534", "--regid=65534", "--clear-groups", program])
        .args(arguments)
        .current_dir(desk.path(""));
    // Only root can be another, and another must be able to reach the program.
    let reaches = assert_cmd::Command::new("setpriv")
        .args([
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            program,
            "--version",
        ])
        .output()
        .is_ok_and(|output| output.status.success());
    (owner == 0 && reaches).then_some(command)
}

fn mode(desk: &Desk, name: &str, mode: u32) {
    fs::set_permissions(desk.path(name), Permissions::from_mode(mode)).expect("its mode is ours");
}

#[test]
fn a_full_disk_is_told_and_the_index_is_as_it_was() {
    let desk = Desk::with_index();
    desk.write("many.jsonl", many(150));
    let program = env!("CARGO_BIN_EXE_onrecord");
    // No file may grow beyond so many blocks, as on a disk that is full then.
    for blocks in [1, 8] {
        let line = format!(
            "trap '' XFSZ; ulimit -f {blocks}; exec '{program}' ingest --threads 1 many.jsonl"
        );
        let mut command = assert_cmd::Command::new("sh");
        Run::of(command.args(["-c", &line]).current_dir(desk.path("")))
            .ends(2)
            .prints_nothing()
            .says(["error: ", ".onrecord", "File too large"]);
        desk.run(["check"]).ends(0).prints(["is whole: 2 articles"]);
    }
    desk.run(["ingest", "many.jsonl"])
        .ends(0)
        .says(["150 articles: 150 new"]);
}

#[test]
fn an_output_that_cannot_be_written_is_told() {
    if !std::path::Path::new("/dev/full").exists() {
        return;
    }
    let desk = Desk::with_index();
    let program = env!("CARGO_BIN_EXE_onrecord");
    for asked in [
        "query harbour",
        "query --format jsonl harbour",
        "articles",
        "export",
        "show bridge",
    ] {
        let mut command = assert_cmd::Command::new("sh");
        let line = format!("exec '{program}' {asked} > /dev/full");
        Run::of(command.args(["-c", &line]).current_dir(desk.path("")))
            .ends(2)
            .says(["standard output", "No space left"]);
    }
    desk.run(["ingest", "--rejects", "/dev/full", "gone.txt", "news.jsonl"])
        .ends(2)
        .says([
            "rejected: gone.txt",
            "cannot write rejected inputs to /dev/full",
        ]);
    desk.run(["check"]).ends(0);
    // What has another place is no fault of standard output.
    desk.write("folder/a.txt", "Rain fell.");
    let told = desk
        .run(["ingest", "--rejects", "folder", "news.jsonl"])
        .ends(2)
        .err;
    assert!(
        told.starts_with("error: cannot write rejected inputs to folder: "),
        "{told}"
    );
    // An input is not written over.
    desk.run(["ingest", "--rejects", "news.jsonl", "news.jsonl"])
        .ends(2)
        .says(["news.jsonl is an input"]);
    assert_eq!(
        fs::read_to_string(desk.path("news.jsonl")).ok().as_deref(),
        Some(crate::desk::NEWS)
    );
}

#[test]
fn what_is_shut_is_told_with_its_place() {
    let desk = Desk::with_index();
    desk.write("shut.txt", "Rain fell on Monday.");
    desk.write("open.txt", "Snow fell on Sunday.");
    desk.write("folder/in.txt", "Hail fell on Friday.");
    mode(&desk, "", 0o755);
    mode(&desk, "shut.txt", 0);
    mode(&desk, "folder", 0o700);
    let Some(mut query) = as_nobody(&desk, ["query", "harbour"]) else {
        return;
    };
    // Who may read a folder may search it, and may not write to it.
    Run::of(&mut query).ends(0);
    for arguments in [["ingest", "open.txt"], ["remove", "bridge"]] {
        let mut command = as_nobody(&desk, arguments).expect("as before");
        Run::of(&mut command)
            .ends(2)
            .says([".onrecord/writer", "Permission denied"]);
    }
    let mut command =
        as_nobody(&desk, ["ingest", "--index", "no/where", "open.txt"]).expect("as before");
    Run::of(&mut command)
        .ends(2)
        .says(["no/where", "Permission denied"]);
    desk.write("own/open.txt", "Snow fell on Sunday.");
    mode(&desk, "own", 0o777);
    let own = [
        "ingest",
        "--index",
        "own/index",
        "shut.txt",
        "folder",
        "own/open.txt",
    ];
    let mut command = as_nobody(&desk, own).expect("as before");
    Run::of(&mut command).ends(3).says([
        "rejected: shut.txt: Permission denied",
        "rejected: folder: ",
        "1 article: 1 new; 2 inputs rejected",
    ]);
    mode(&desk, ".onrecord/meta.json", 0o600);
    let mut command = as_nobody(&desk, ["query", "harbour"]).expect("as before");
    Run::of(&mut command)
        .ends(2)
        .says(["meta.json", "Permission denied"]);
    desk.run(["check"]).ends(0).prints(["is whole: 2 articles"]);
}

#[test]
fn a_part_that_is_gone_is_damage_with_a_way_out() {
    let desk = Desk::with_index();
    let part = fs::read_dir(desk.path(".onrecord"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.extension().is_some_and(|kind| kind == "store"))
        .expect("a store");
    fs::write(&part, "").expect("a file");
    for command in [["query", "harbour"], ["show", "bridge"]] {
        desk.run(command)
            .ends(2)
            .prints_nothing()
            .says(["the index is damaged", "onrecord check"]);
    }
    fs::remove_file(&part).expect("a file");
    desk.run(["check"]).ends(2).says(["onrecord reindex"]);
    desk.run(["reindex"])
        .ends(2)
        .says(["onrecord reindex PATH"]);
    made_anew(&desk);
}

/// `reindex` from the sources makes the index whole again.
fn made_anew(desk: &Desk) {
    desk.run(["reindex", "news.jsonl"])
        .ends(0)
        .says(["2 articles: 2 new"]);
    desk.run(["check"]).ends(0).prints(["is whole: 2 articles"]);
}

#[test]
fn an_index_without_its_version_or_its_list_is_damaged_and_no_empty_folder() {
    for gone in ["format", "meta.json"] {
        let desk = Desk::with_index();
        fs::remove_file(desk.path(".onrecord").join(gone)).expect("a file");
        for command in [
            &["query", "harbour"][..],
            &["ingest", "news.jsonl"],
            &["check"],
        ] {
            let mut run = desk.command([]);
            Run::of(run.args(command))
                .ends(2)
                .prints_nothing()
                .says(["onrecord reindex PATH"]);
        }
        made_anew(&desk);
    }
}

#[test]
fn what_is_told_of_an_input_is_one_line_whatever_it_is_called() {
    let desk = Desk::with_index();
    desk.write("folder/empty\n\u{1b}[31mrejected: x", "");
    let told = desk.run(["ingest", "folder"]).ends(3).err;
    assert_eq!(
        told.lines().next(),
        Some("rejected: folder/empty\u{240a}\u{241b}[31mrejected: x: is empty")
    );
    std::os::unix::fs::symlink("nowhere", desk.path("folder/link")).expect("a link");
    desk.run(["ingest", "folder"])
        .ends(3)
        .says(["rejected: folder/link: No such file or directory"]);
}
