//! The corpus: articles as people read them, each held against the passages that stand beside it.
//!
//! `ONRECORD_RENEW=1 cargo test corpus` writes beside each article what the program now makes of it; read the changes
//! before you keep them. What is wrong and known is listed in `corpus.differences`, while there is anything.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use onrecord::article::Article;
use onrecord::passage::Passage;
use onrecord::read;
use onrecord::split;
use onrecord::text::Span;

use crate::listing::{self, Listed};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The articles of the file at `path`.
fn articles(path: &Path) -> Vec<Article> {
    let options = read::Options {
        root: folder(""),
        ..read::Options::default()
    };
    let sources = read::sources([path]).map(Result::unwrap);
    sources
        .flat_map(|source| read::articles(&source, &options))
        .map(Result::unwrap)
        .collect()
}

/// The files of `folder` that hold articles, each with its listing.
fn files(folder: &Path) -> Vec<(PathBuf, PathBuf)> {
    let mut files: Vec<(PathBuf, PathBuf)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension != "expected")
        })
        .map(|path| (path.clone(), path.with_extension("expected")))
        .filter(|(_, listing)| listing.exists())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no articles in {}", folder.display());
    files
}

fn listings(path: &Path) -> Vec<Listed> {
    let text = fs::read_to_string(path).unwrap();
    listing::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What the program is known to get wrong, a line each: a new line fails, and so does one that is no longer true.
/// `ONRECORD_RENEW=differences` writes the file, and takes it away when nothing is left.
const KNOWN: &str = "tests/it/corpus.differences";

#[test]
fn every_passage_is_as_expected() {
    let renew = std::env::var("ONRECORD_RENEW").unwrap_or_default();
    let mut report = String::new();
    for (path, beside) in files(&folder("corpus")) {
        let expected = listings(&beside);
        let articles = articles(&path);
        assert_eq!(
            articles.len(),
            expected.len(),
            "articles in {}",
            path.display()
        );
        let found: Vec<Listed> = articles
            .iter()
            .zip(&expected)
            .map(|(article, expected)| {
                listing::list(article, &split::passages(article), expected.fields.keys())
            })
            .collect();
        if renew == "1" {
            let written: Vec<String> = found.iter().map(Listed::to_string).collect();
            fs::write(&beside, written.join("\n")).unwrap();
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        for (expected, found) in expected.iter().zip(&found) {
            for line in listing::differences(expected, found) {
                let _ = writeln!(report, "{name}: {line}");
            }
        }
    }
    let file = folder(KNOWN);
    if renew == "differences" {
        let _ = fs::remove_file(&file);
        if !report.is_empty() {
            fs::write(&file, &report).unwrap();
        }
    }
    let known = fs::read_to_string(&file).unwrap_or_default();
    let new: Vec<&str> = report
        .lines()
        .filter(|line| !known.lines().any(|k| k == *line))
        .collect();
    let gone: Vec<&str> = known
        .lines()
        .filter(|line| !report.lines().any(|r| r == *line))
        .collect();
    assert!(
        new.is_empty() && (gone.is_empty() || renew == "1"),
        "{} differences\n{}\n{} known ones are gone\n{}",
        new.len(),
        new.join("\n"),
        gone.len(),
        gone.join("\n")
    );
}

/// Other kinds of news text, of which only quotes and their speakers are listed: nine of ten must be right.
#[test]
#[expect(
    clippy::print_stdout,
    reason = "what is wrong among the right is worth reading"
)]
fn nine_quotes_of_ten_are_right_on_other_kinds_of_text() {
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for (path, beside) in files(&folder("tests/it/kinds")) {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        for (article, expected) in articles(&path).iter().zip(listings(&beside)) {
            let found = listing::list(article, &split::passages(article), []);
            let mut left: Vec<_> = found
                .passages
                .iter()
                .filter(|p| p.kind == "quote")
                .collect();
            for quote in &expected.passages {
                let same = left
                    .iter()
                    .position(|p| words(&p.text) == words(&quote.text));
                match same.map(|at| left.remove(at)) {
                    Some(found) if found.speaker == quote.speaker => right += 1,
                    Some(found) => wrong.push(format!(
                        "{name}: “{}” is of {}, not of {}",
                        quote.text, quote.speaker, found.speaker
                    )),
                    None => wrong.push(format!("{name}: “{}” is missing", quote.text)),
                }
            }
            all += expected.passages.len() + left.len();
            for extra in left {
                wrong.push(format!("{name}: “{}” is no quote", extra.text));
            }
        }
    }
    let report = format!("{right} of {all} right\n{}", wrong.join("\n"));
    assert!(right * 10 >= all * 9, "{report}");
    println!("{report}");
}

/// The words of `text`, without the punctuation around them.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}

/// What holds for every article, whatever it says.
#[track_caller]
fn holds_for(article: &Article, passages: &[Passage]) {
    let text = article.text.as_str();
    let mut ids = HashSet::new();
    let mut covered: Vec<Span> = Vec::new();
    for passage in passages {
        assert!(ids.insert(&passage.id), "two passages are {}", passage.id);
        let attribution = passage.kind.attribution();
        let source = attribution.and_then(|a| a.source.as_ref());
        let cue = attribution.and_then(|a| a.cue.as_ref());
        let said = passage.said.as_ref().map(|said| &said.words);
        let excerpts = [
            Some(&passage.words),
            Some(&passage.context),
            source,
            cue,
            said,
        ];
        for excerpt in excerpts.into_iter().flatten() {
            let pieces: Option<Vec<&str>> = excerpt
                .spans()
                .iter()
                .map(|span| text.get(span.start..span.end))
                .collect();
            let pieces = pieces.unwrap_or_else(|| panic!("{excerpt:?} is not cut from the text"));
            assert_eq!(pieces.join(" "), excerpt.text());
            assert!(
                !excerpt.text().trim().is_empty(),
                "{passage:?} has an empty part"
            );
            assert!(
                excerpt.spans().is_sorted_by(|a, b| a.end <= b.start),
                "{excerpt:?}"
            );
        }
        covered.extend(passage.words.spans());
        covered.extend(passage.context.spans());
    }
    covered.sort();
    for &part in &article.body {
        for hole in part.without(&covered) {
            let left = hole.of(text);
            assert!(
                !left.contains(char::is_alphanumeric),
                "in no passage nor its context: {left}"
            );
        }
    }
}

#[test]
fn every_word_of_a_body_is_in_a_passage_or_its_context() {
    for name in ["corpus", "tests/it/kinds"] {
        for (path, _) in files(&folder(name)) {
            for article in articles(&path) {
                let passages = split::passages(&article);
                holds_for(&article, &passages);
                assert_eq!(
                    split::passages(&article),
                    passages,
                    "another run, other passages"
                );
            }
        }
    }
}

/// Real texts come cut short, and with marks lost on the way.
#[test]
fn it_holds_for_parts_of_articles_and_for_lost_marks() {
    for (path, _) in files(&folder("corpus")) {
        for article in articles(&path) {
            let text = article.text.as_str();
            let ends = text.char_indices().map(|(at, _)| at).step_by(701);
            let starts = text.char_indices().map(|(at, _)| at).step_by(907);
            let parts = ends
                .map(|end| &text[..end])
                .chain(starts.map(|start| &text[start..]));
            for part in parts {
                check(&article, part.to_owned());
            }
            for lost in 0..3 {
                let mut nth = 0;
                check(
                    &article,
                    text.chars()
                        .filter(|c| {
                            nth += usize::from("“”‘’«»„\"".contains(*c));
                            !"“”‘’«»„\"".contains(*c) || nth % 3 != lost
                        })
                        .collect(),
                );
            }
        }
    }
}

/// What must hold for every article, for `article` with another text.
fn check(article: &Article, text: String) {
    let body = vec![Span::whole(&text)];
    let article = Article {
        text,
        body,
        quotations: Vec::new(),
        ..article.clone()
    };
    holds_for(&article, &split::passages(&article));
}
