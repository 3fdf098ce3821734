//! The README's promise: every output shown in it is what the program prints.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A block of the README that shows commands, each behind `$ `, and what they print.
const OPENING: &str = "```console\n";
const CLOSING: &str = "```\n";

/// Runs every command of the README, in order, in one folder that holds a copy of the corpus. `ONRECORD_RENEW=1` writes
/// what came out into the README instead of comparing.
#[test]
fn every_output_shown_is_real() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = repository.join("README.md");
    let readme = fs::read_to_string(&path).expect("the README");
    let desk = tempfile::tempdir().expect("a folder to work in");
    copy(&repository.join("corpus"), &desk.path().join("corpus"));
    let mut renewed = String::new();
    let mut rest = readme.as_str();
    while let Some((before, block)) = rest.split_once(OPENING) {
        let (shown, after) = block.split_once(CLOSING).expect("a block that is closed");
        renewed.push_str(before);
        renewed.push_str(OPENING);
        for command in shown.lines().filter_map(|line| line.strip_prefix("$ ")) {
            renewed.extend(["$ ", command, "\n", &run(command, desk.path())]);
        }
        renewed.push_str(CLOSING);
        rest = after;
    }
    renewed.push_str(rest);
    if env::var_os("ONRECORD_RENEW").is_some() {
        fs::write(&path, renewed).expect("the README written");
        return;
    }
    for (nth, (shown, real)) in readme.lines().zip(renewed.lines()).enumerate() {
        assert_eq!(shown, real, "line {} of the README", nth + 1);
    }
    assert_eq!(readme.lines().count(), renewed.lines().count());
}

/// What `command` prints, standard error after standard output as a terminal of 100 columns shows them.
fn run(command: &str, desk: &Path) -> String {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_onrecord"));
    let folder = program.parent().expect("the folder of the program");
    let path = format!(
        "{}:{}",
        folder.display(),
        env::var("PATH").unwrap_or_default()
    );
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(desk)
        .env("PATH", path)
        .env("COLUMNS", "100")
        .env_remove("ONRECORD_INDEX")
        .output()
        .expect("a shell");
    let mut shown = String::from_utf8_lossy(&output.stdout).into_owned();
    shown.push_str(&String::from_utf8_lossy(&output.stderr));
    // The time that a run takes is no promise.
    let mut kept = String::with_capacity(shown.len());
    for line in shown.lines().filter(|line| !line.starts_with("in ")) {
        kept.extend([line, "\n"]);
    }
    kept
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the corpus").flatten() {
        let name = entry.file_name();
        if entry.path().is_file() {
            fs::copy(entry.path(), to.join(name)).expect("a copy");
        }
    }
}
