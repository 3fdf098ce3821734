//! The house rules that a reader of one file cannot see: who may import whom, and how files begin and are named.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the ground up. A module may name those before its own line and, where its line is a ladder, those
/// before it in the line.
const LAYERS: [Layer; 5] = [
    Layer::Ladder(&["error", "text", "date", "article"]),
    Layer::Ladder(&["attribution", "passage"]),
    Layer::Ladder(&["query"]),
    Layer::Apart(&["read", "split", "index"]),
    Layer::Ladder(&["bin"]),
];

enum Layer {
    /// Each may import the ones before it.
    Ladder(&'static [&'static str]),
    /// None may import another.
    Apart(&'static [&'static str]),
}

/// The modules that `module` may name beside itself.
fn below(module: &str) -> BTreeSet<&'static str> {
    let mut below = BTreeSet::new();
    for layer in &LAYERS {
        match layer {
            Layer::Ladder(names) => {
                for name in *names {
                    if *name == module {
                        return below;
                    }
                    below.insert(*name);
                }
            }
            Layer::Apart(names) if names.contains(&module) => return below,
            Layer::Apart(names) => below.extend(*names),
        }
    }
    panic!("{module} stands in no layer: add it to LAYERS");
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is part of the repository") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            // What cargo-fuzz builds is nobody's to read.
            if !path.ends_with("target") {
                files.extend(rust_files(&path));
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Names that follow `prefix` in `code`: `crate::text::Span` gives `text`, `crate::{date, text::Span}` both.
fn named(code: &str, prefix: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let word = |text: &str| -> String {
        text.trim_start()
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    for (at, _) in code.match_indices(prefix) {
        let free = code[..at]
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_alphanumeric() && c != '_');
        let rest = &code[at + prefix.len()..];
        if !free {
            continue;
        }
        let Some(group) = rest.strip_prefix('{') else {
            names.insert(word(rest));
            continue;
        };
        let mut depth = 1;
        let mut start = 0;
        for (i, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if (c == ',' && depth == 1) || depth == 0 {
                names.insert(word(&group[start..i]));
                start = i + 1;
            }
            if depth == 0 {
                break;
            }
        }
    }
    names.retain(|name| name.starts_with(char::is_lowercase));
    names
}

/// The module of the crate's root that a file belongs to: `read` for `src/read/html.rs`.
fn module(file: &Path) -> String {
    let inside = file.strip_prefix(source()).expect("a file of src");
    let first = inside.iter().next().expect("a file has a name");
    first.to_string_lossy().trim_end_matches(".rs").to_owned()
}

#[test]
fn imports_point_down_only() {
    let mut wrong = Vec::new();
    for file in rust_files(&source()) {
        let module = module(&file);
        if module == "lib" {
            continue;
        }
        let allowed = below(&module);
        let code = fs::read_to_string(&file).expect("a file of the repository");
        let prefix = if module == "bin" {
            "onrecord::"
        } else {
            "crate::"
        };
        for name in named(&code, prefix) {
            if name != module && !allowed.contains(name.as_str()) {
                wrong.push(format!("{}: {module} must not know {name}", file.display()));
            }
        }
        let knows_tantivy = code.contains("tantivy::") || code.contains("use tantivy");
        if knows_tantivy && module != "index" {
            wrong.push(format!("{}: tantivy is index's alone", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_ladder_is_read_right() {
    let names = |names: BTreeSet<String>| names.into_iter().collect::<Vec<_>>().join(" ");
    let code = "use crate::{date::Day, text::{fold, Span}};\n//! [`x`]: crate::passage::Passage\nmycrate::read";
    assert_eq!(names(named(code, "crate::")), "date passage text");
    assert!(below("split").contains("query") && !below("split").contains("read"));
    assert!(below("text").contains("error") && !below("text").contains("date"));
}

#[test]
fn every_file_opens_with_a_sentence() {
    for file in rust_files(&source())
        .into_iter()
        .chain(rust_files(&source().join("../tests")))
    {
        let code = fs::read_to_string(&file).expect("a file of the repository");
        let first = code.lines().next().unwrap_or_default();
        assert!(
            first.starts_with("//! ") && first.len() > 20,
            "{} should open with a `//!` sentence that says what it is",
            file.display()
        );
    }
}

#[test]
fn no_file_is_named_for_nothing() {
    const EMPTY: [&str; 8] = [
        "util",
        "helper",
        "common",
        "manager",
        "processor",
        "engine",
        "misc",
        "stuff",
    ];
    for file in rust_files(&source()) {
        let name = file
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .to_lowercase();
        assert!(
            !EMPTY.iter().any(|empty| name.contains(empty)),
            "{}: name a file for what it holds",
            file.display()
        );
    }
}
