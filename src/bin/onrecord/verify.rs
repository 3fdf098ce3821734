//! `onrecord verify`: the source read again, to prove that the words still stand there.

use std::collections::{BTreeMap, HashMap};
use std::io::Write;
use std::path::Path;

use anyhow::bail;
use clap::Args;
use onrecord::article::Article;
use onrecord::index::Index;
use onrecord::passage::Passage;
use onrecord::read::{self, Options, Source};
use serde_json::json;

use crate::args::{Layout, Place};
use crate::exit::Outcome;
use crate::place;
use crate::print::Format;
use crate::print::number::{counted, thousands};
use crate::print::plain::line;
use crate::print::rows::Rows;
use crate::say::Voice;
use crate::terminal::Terminal;

/// Read the sources again and prove that the words of passages still stand there
#[derive(Debug, Args)]
#[command(after_long_help = "\
Ends with status 1 where a passage stands in its source no longer, or elsewhere, and tells
what changed.

Examples:
  onrecord verify 4f1c2a9be07d
  onrecord query --output ids voter fraud | xargs onrecord verify
  onrecord verify --all --format jsonl | jq 'select(.found != \"as-it-was\")'")]
pub(crate) struct Verify {
    /// The ids of passages
    #[arg(required_unless_present = "all", value_name = "ID")]
    ids: Vec<String>,

    /// Every passage in the index
    #[arg(long, conflicts_with = "ids")]
    all: bool,

    #[command(flatten)]
    place: Place,

    #[command(flatten)]
    layout: Layout,
}

/// How a passage was found in its source.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Verdict {
    /// The words stand where they stood.
    AsItWas,
    /// The words stand elsewhere in the article.
    Moved,
    /// The article is there, the words are not.
    Gone,
    /// The article is no longer in its source.
    NoArticle,
    /// The source cannot be read.
    NoSource(String),
}

impl Verdict {
    const fn name(&self) -> &'static str {
        match self {
            Self::AsItWas => "as-it-was",
            Self::Moved => "moved",
            Self::Gone => "gone",
            Self::NoArticle => "no-article",
            Self::NoSource(_) => "no-source",
        }
    }

    fn told(&self) -> String {
        match self {
            Self::AsItWas => "stands as it was".into(),
            Self::Moved => "stands elsewhere in the article, which was changed".into(),
            Self::Gone => "does not stand in the article any more".into(),
            Self::NoArticle => "the source does not hold the article any more".into(),
            Self::NoSource(why) => format!("the source cannot be read: {why}"),
        }
    }
}

/// Passages to verify, by the path and the id of the article they stand in.
type ToDo = BTreeMap<(String, String), Vec<Passage>>;

/// A passage and what became of it.
struct Verified {
    id: String,
    article: String,
    path: String,
    verdict: Verdict,
}

impl Verify {
    pub(crate) fn run(self, voice: &mut Voice, terminal: &Terminal) -> anyhow::Result<Outcome> {
        let folder = place::existing(self.place.index)?;
        let searcher = Index::open(&folder)?.searcher()?;
        let mut todo = ToDo::new();
        let mut add = |article: &Article, passages: Vec<Passage>| {
            let place = (article.path.clone(), article.id.clone());
            todo.entry(place).or_default().extend(passages);
        };
        let mut unknown = 0_usize;
        if self.all {
            searcher.for_each_article(|article, passages| {
                add(&article, passages);
                true
            })?;
        }
        for id in &self.ids {
            if let Some(hit) = searcher.passage(id)? {
                add(&hit.article, vec![hit.passage]);
            } else {
                unknown += 1;
                voice.warning(format_args!("no passage is called {id}"));
            }
        }
        if todo.is_empty() && unknown == 0 {
            bail!("the index holds no passage");
        }
        let verified = verified(todo, place::root(&folder));
        let whole = verified
            .iter()
            .filter(|one| one.verdict == Verdict::AsItWas)
            .count();
        if self.layout.format == Format::Text {
            let mut out = terminal.text();
            // With all of them, only what is wrong is worth a line.
            for one in verified
                .iter()
                .filter(|one| !self.all || one.verdict != Verdict::AsItWas)
            {
                let (id, path) = (line(&one.id), line(&one.path));
                writeln!(out, "{id}  {} ({path})", one.verdict.told())?;
            }
            out.finish()?;
        } else {
            let rows = Rows {
                name: "passages",
                columns: &["id", "article", "path", "found", "told"],
                fields: vec![
                    ("total", verified.len().into()),
                    ("as_it_was", whole.into()),
                ],
            };
            rows.write(
                self.layout.format,
                verified.iter().map(|one| {
                    let told = match &one.verdict {
                        Verdict::AsItWas => json!(null),
                        other => other.told().into(),
                    };
                    vec![
                        one.id.as_str().into(),
                        one.article.as_str().into(),
                        one.path.as_str().into(),
                        one.verdict.name().into(),
                        told,
                    ]
                }),
            )?;
        }
        voice.note(format_args!(
            "{} of {} as it was",
            thousands(whole as u64),
            counted(verified.len() as u64, "passage")
        ));
        Ok(Outcome::found(whole == verified.len() && unknown == 0))
    }
}

/// Reads each source once and looks for all that is to be found in it.
fn verified(todo: ToDo, root: &Path) -> Vec<Verified> {
    let mut verified = Vec::new();
    let mut by_source: BTreeMap<String, (Source, ToDo)> = BTreeMap::new();
    for ((path, id), passages) in todo {
        match located(&path, root) {
            Ok(source) => {
                let (_, todo) = by_source
                    .entry(source.path().to_owned())
                    .or_insert_with(|| (source, ToDo::new()));
                todo.insert((path, id), passages);
            }
            Err(why) => {
                let verdict = Verdict::NoSource(why);
                judge(&mut verified, (path, id), passages, |_| verdict.clone());
            }
        }
    }
    for (source, todo) in by_source.into_values() {
        one_source(&source, todo, root, &mut verified);
    }
    verified
}

fn one_source(source: &Source, mut todo: ToDo, root: &Path, verified: &mut Vec<Verified>) {
    let options = Options {
        from: None,
        root: root.to_owned(),
    };
    let paths: HashMap<String, String> = todo
        .keys()
        .map(|(path, id)| (id.clone(), path.clone()))
        .collect();
    let mut failure = None;
    for read in read::articles(source, &options) {
        match read {
            Ok(article) => {
                let place = paths
                    .get(&article.id)
                    .map(|path| (path.clone(), article.id));
                if let Some((place, passages)) = place.and_then(|place| todo.remove_entry(&place)) {
                    judge(verified, place, passages, |passage| {
                        found(passage, &article.text)
                    });
                }
            }
            Err(error) => failure = Some(error.message().to_owned()),
        }
        if todo.is_empty() {
            break;
        }
    }
    let missing = failure.map_or(Verdict::NoArticle, Verdict::NoSource);
    for (place, passages) in todo {
        judge(verified, place, passages, |_| missing.clone());
    }
}

fn judge(
    verified: &mut Vec<Verified>,
    (path, article): (String, String),
    passages: Vec<Passage>,
    verdict: impl Fn(&Passage) -> Verdict,
) {
    verified.extend(passages.into_iter().map(|passage| Verified {
        verdict: verdict(&passage),
        id: passage.id,
        article: article.clone(),
        path: path.clone(),
    }));
}

/// The source as it was named, from here or from beside the index; of a file in an archive, the archive.
fn located(path: &str, root: &Path) -> Result<Source, String> {
    if path == "-" {
        return Err("it was standard input".into());
    }
    let whole = Path::new(path);
    let candidates = whole
        .ancestors()
        .filter(|path| !path.as_os_str().is_empty());
    for candidate in candidates {
        for place in [candidate.to_owned(), root.join(candidate)] {
            if place.is_file() {
                return Source::file(&place).map_err(|error| error.message().to_owned());
            }
        }
    }
    match Source::file(whole) {
        Ok(source) => Ok(source),
        Err(error) => Err(error.message().to_owned()),
    }
}

fn found(passage: &Passage, text: &str) -> Verdict {
    let pieces: Option<Vec<&str>> = passage
        .words
        .spans()
        .iter()
        .map(|span| text.get(span.start..span.end))
        .collect();
    let words = passage.words.text();
    if pieces.is_some_and(|pieces| pieces.join(" ") == words) {
        return Verdict::AsItWas;
    }
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if folded(text).contains(&folded(words)) {
        Verdict::Moved
    } else {
        Verdict::Gone
    }
}
