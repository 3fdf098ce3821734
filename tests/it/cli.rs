//! The program as scripts see it: what it prints where, and how it ends.

use std::process::Stdio;

use crate::desk::{Desk, NEWS, Run};

#[test]
fn the_main_job() {
    let desk = Desk::new();
    desk.write("news/one.jsonl", NEWS);
    desk.run(["ingest", "news"]).ends(0).prints_nothing().says([
        "2 articles: 2 new",
        "passages",
        "into .onrecord",
    ]);
    desk.run(["query", "ferry"])
        .ends(0)
        .prints(["fact", "every ten minutes", "2026-03-05"])
        .says(["1 passage"]);
    desk.run(["query", "zeppelin"])
        .ends(1)
        .prints_nothing()
        .says(["nothing found"]);
    desk.run(["-q", "query", "zeppelin"]).ends(1).says([]);
    desk.run(["search", "ferry"])
        .ends(0)
        .prints(["ten minutes"]);
}

#[test]
fn without_an_index() {
    let desk = Desk::new();
    desk.write("news.jsonl", NEWS);
    desk.run(["query", "ferry"])
        .ends(2)
        .prints_nothing()
        .says([".onrecord", "onrecord ingest"]);
    desk.run(["query", "--index", "nowhere", "ferry"])
        .ends(2)
        .says(["nowhere"]);
    desk.run(["status"]).ends(2);
    desk.run(["query", "--in", "news.jsonl", "ferry"])
        .ends(0)
        .prints(["every ten minutes"]);
    assert!(!desk.path(".onrecord").exists());
}

#[test]
fn the_index_is_found() {
    let desk = Desk::with_index();
    desk.write("deep/down/x", "");
    let below = |desk: &Desk| {
        let mut command = desk.command(["query", "--count", "ferry"]);
        command.current_dir(desk.path("deep/down"));
        command
    };
    let found = Run::of(&mut below(&desk)).ends(0);
    assert_eq!(found.out, "1\n");
    Run::of(below(&desk).env("ONRECORD_INDEX", "../../.onrecord")).ends(0);
    Run::of(below(&desk).env("ONRECORD_INDEX", "nowhere"))
        .ends(2)
        .says(["nowhere"]);
    Run::of(below(&desk).env("ONRECORD_INDEX", "")).ends(0);
    desk.run(["ingest", "--index", "other", "news.jsonl"])
        .ends(0);
    desk.run(["query", "--index", "other", "ferry"]).ends(0);
}

#[test]
fn inputs_that_are_no_articles() {
    let desk = Desk::new();
    desk.write("in/a-good.jsonl", NEWS);
    desk.write("in/b-empty.txt", "");
    desk.write(
        "in/c-binary.txt",
        b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0",
    );
    desk.write(
        "in/d-torn.jsonl",
        "{\"text\":\"One sentence stands here.\"}\n{\"text\":\n",
    );
    let run = desk
        .run(["split", "--format", "jsonl", "in", "nowhere.txt"])
        .ends(3);
    for (input, line) in [
        ("in/b-empty.txt", ""),
        ("in/c-binary.txt", ""),
        ("in/d-torn.jsonl", ":2"),
        ("nowhere.txt", ""),
    ] {
        let said = format!("rejected: {input}{line}: ");
        assert!(run.err.contains(&said), "no {said:?} in\n{}", run.err);
    }
    assert_eq!(run.err.matches("rejected").count(), 4, "{}", run.err);
    assert!(run.lines().len() >= 4);
    desk.run(["ingest", "in", "nowhere.txt"])
        .ends(3)
        .says(["3 articles: 3 new; 4 inputs rejected"]);
    desk.run(["query", "ferry"]).ends(0);
    desk.run(["query", "--in", "in", "ferry"]).ends(3);
}

#[test]
fn other_encodings() {
    let desk = Desk::new();
    desk.write(
        "latin.txt",
        b"The caf\xe9 will close in May, its owner wrote.\n",
    );
    let mut utf16 = vec![0xff, 0xfe];
    utf16.extend(
        "The café will close in May, its owner wrote."
            .encode_utf16()
            .flat_map(u16::to_le_bytes),
    );
    desk.write("wide.txt", utf16);
    for file in ["latin.txt", "wide.txt"] {
        let run = desk.run(["split", "--format", "jsonl", file]);
        if run.status == 0 {
            assert!(run.out.contains("café"), "{file}: {}", run.out);
        } else {
            run.ends(3).prints_nothing().says([file]);
        }
    }
}

#[test]
fn queries_that_cannot_be_meant() {
    #[track_caller]
    fn case(query: &str, caret: usize, words: &str) {
        let run = Desk::with_index()
            .run(["query", "--", query])
            .ends(2)
            .prints_nothing();
        let place = format!("\n  {query}\n  {:caret$}^\n", "");
        assert!(run.err.contains(&place), "no {place:?} in\n{}", run.err);
        assert!(run.err.contains(words), "no {words:?} in\n{}", run.err);
    }
    case("ferry \"every ten", 6, "quotation mark");
    case("ferry (bridge", 6, "bracket");
    case("kind:rumour", 5, "quote, claim");
    case("published:soon", 10, "2020-11");
    Desk::with_index().run(["query"]).ends(2).prints_nothing();
}

#[test]
fn words_that_are_no_operators() {
    let desk = Desk::with_index();
    for query in [
        "don't",
        "Krebs'",
        "who said: what",
        "http://x",
        "C++",
        "a:b:c",
        "x - y * z ~",
    ] {
        let run = desk.run(["query", "--", query]);
        assert!(matches!(run.status, 0 | 1), "{query}: {}", run.err);
    }
}

#[test]
fn words_after_two_dashes() {
    let desk = Desk::with_index();
    desk.run(["query", "--count", "--", "harbour"])
        .ends(0)
        .prints(["4\n"]);
    desk.run(["query", "--count", "--", "harbour", "-ferry"])
        .ends(0)
        .prints(["3\n"]);
    desk.run(["query", "harbour", "-ferry"])
        .ends(2)
        .says(["--"]);
}

#[test]
fn wrong_usage() {
    let desk = Desk::new();
    for arguments in [
        &["qurey", "x"][..],
        &["query", "--limit", "many", "x"],
        &["query", "--kind", "rumour", "x"],
        &["query", "--since", "soon", "x"],
        &["query", "--format", "xml", "x"],
        &["query", "--format-version", "2", "x"],
        &["split"],
        &["ingest"],
        &[],
    ] {
        Run::of(desk.command([]).args(arguments))
            .ends(2)
            .prints_nothing();
    }
    desk.run(["qurey"]).ends(2).says(["query"]);
    desk.run(["--help"])
        .ends(0)
        .prints(["Exit status", "Examples"]);
    desk.run(["query", "--help"])
        .ends(0)
        .prints(["Examples", "--kind"]);
    desk.run(["--version"]).ends(0).prints(["onrecord 0."]);
}

#[test]
fn ingesting_twice_changes_nothing() {
    let desk = Desk::with_index();
    let passages = |desk: &Desk| {
        desk.run(["query", "--format", "jsonl", "harbour"])
            .ends(0)
            .out
    };
    let before = passages(&desk);
    desk.run(["ingest", "news.jsonl"]).ends(0);
    assert_eq!(passages(&desk), before);

    desk.write(
        "news.jsonl",
        NEWS.replace("every ten minutes", "every twelve minutes"),
    );
    desk.run(["ingest", "news.jsonl"])
        .ends(0)
        .says(["2 articles: 1 replaced, 1 unchanged"]);
    desk.run(["query", "\"ten minutes\""]).ends(1);
    desk.run(["query", "\"twelve minutes\"", "--count"])
        .ends(0)
        .prints(["1\n"]);
}

#[test]
fn standard_input() {
    let desk = Desk::new();
    Run::of(desk.command(["ingest", "-"]).write_stdin(NEWS))
        .ends(0)
        .says(["2 new"]);
    desk.run(["query", "ferry"]).ends(0);
    let split = Run::of(
        desk.command(["split", "--format", "jsonl", "-"])
            .write_stdin(NEWS),
    )
    .ends(0);
    assert_eq!(split.lines()[0]["article"]["path"], "-");
}

#[test]
fn articles_are_removed() {
    let desk = Desk::with_index();
    desk.run(["remove", "nobody"]).ends(1).says(["nobody"]);
    desk.run(["remove", "ferry", "nobody"])
        .ends(3)
        .says(["nobody", "1 article removed"]);
    desk.run(["query", "\"ten minutes\""]).ends(1);
    desk.run(["show", "ferry"]).ends(1).says(["ferry"]);
    desk.run(["show", "bridge"])
        .ends(0)
        .prints(["Harbour bridge to close for a year"]);
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_failure() {
    let desk = Desk::new();
    let many = "{\"text\":\"One sentence stands alone.\"}\n".repeat(300);
    desk.write("many.jsonl", many);
    desk.run(["ingest", "many.jsonl"]).ends(0);
    for arguments in [
        &["split", "--format", "jsonl", "many.jsonl"][..],
        &["split", "--format", "json", "many.jsonl"],
        &["split", "--format", "csv", "many.jsonl"],
        &["split", "many.jsonl"],
        &["query", "-q", "--limit", "300", "sentence"],
        &[
            "query", "-q", "--limit", "300", "--format", "csv", "sentence",
        ],
    ] {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_onrecord"))
            .current_dir(desk.path(""))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        let end = child.wait_with_output().expect("the program ends");
        assert_eq!(end.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&end.stderr), "", "{arguments:?}");
    }
}

#[test]
fn colour_is_for_those_who_see_it() {
    let desk = Desk::with_index();
    let coloured = |run: Run| run.out.contains('\u{1b}');
    assert!(!coloured(desk.run(["query", "ferry"])));
    assert!(coloured(desk.run(["query", "ferry", "--color", "always"])));
    assert!(!coloured(Run::of(
        desk.command(["query", "ferry"]).env("NO_COLOR", "1")
    )));
    assert!(!coloured(desk.run(["query", "ferry", "--color=never"])));
    assert!(!coloured(desk.run([
        "query",
        "ferry",
        "--color=always",
        "--format=jsonl"
    ])));
}

#[test]
fn lines_are_as_wide_as_asked() {
    let desk = Desk::with_index();
    let widest = |columns: &str| {
        let run = Run::of(desk.command(["query", "steel"]).env("COLUMNS", columns)).ends(0);
        run.out.lines().map(|line| line.chars().count()).max()
    };
    assert!(widest("40") <= Some(40));
    assert!(widest("many") > Some(60));
}

#[test]
fn what_could_drive_a_terminal_is_shown_harmless() {
    let desk = Desk::new();
    desk.write(
        "trap.jsonl",
        "{\"id\":\"trap\",\"title\":\"\\u001b]0;owned\\u0007\",\"text\":\"The tide \\u001b[2J rose.\"}\n",
    );
    desk.run(["ingest", "trap.jsonl"]).ends(0);
    for arguments in [
        &["query", "tide"][..],
        &["query", "--articles", "tide"],
        &["show", "trap"],
        &["split", "trap.jsonl"],
    ] {
        let run = Run::of(desk.command([]).args(arguments)).ends(0);
        assert!(
            !run.out.contains(['\u{1b}', '\u{7}']),
            "{arguments:?}: {:?}",
            run.out
        );
    }
}
