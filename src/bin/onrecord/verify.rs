//! `onrecord verify`: the source read again, to prove that the words still stand there.

use std::collections::BTreeMap;
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
use crate::print::number::counted;
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

/// Passages to verify, by the article they stand in, by the path it was read from.
type ToDo = BTreeMap<String, BTreeMap<String, Vec<Passage>>>;

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
            let articles = todo.entry(article.path.clone()).or_default();
            articles
                .entry(article.id.clone())
                .or_default()
                .extend(passages);
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
        let verified: Vec<Verified> = todo
            .into_iter()
            .flat_map(|(path, articles)| source(&path, articles, place::root(&folder)))
            .collect();
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
            whole,
            counted(verified.len() as u64, "passage")
        ));
        Ok(Outcome::found(whole == verified.len() && unknown == 0))
    }
}

/// Reads the source at `path` once and looks for all that is to be found in it.
fn source(path: &str, mut articles: BTreeMap<String, Vec<Passage>>, root: &Path) -> Vec<Verified> {
    let mut verified = Vec::new();
    let mut judge =
        |article: &str, passages: Vec<Passage>, verdict: &dyn Fn(&Passage) -> Verdict| {
            verified.extend(passages.into_iter().map(|passage| Verified {
                verdict: verdict(&passage),
                id: passage.id,
                article: article.to_owned(),
                path: path.to_owned(),
            }));
        };
    let mut failure = None;
    match located(path, root) {
        Ok(source) => {
            let options = Options {
                from: None,
                root: root.to_owned(),
            };
            for read in read::articles(&source, &options) {
                match read {
                    Ok(article) => {
                        if let Some(passages) = articles.remove(&article.id) {
                            judge(&article.id, passages, &|passage| {
                                found(passage, &article.text)
                            });
                        }
                    }
                    Err(error) => failure = Some(error.message().to_owned()),
                }
                if articles.is_empty() {
                    break;
                }
            }
        }
        Err(why) => failure = Some(why),
    }
    let missing = match failure {
        Some(why) => Verdict::NoSource(why),
        None => Verdict::NoArticle,
    };
    for (article, passages) in articles {
        judge(&article, passages, &|_| missing.clone());
    }
    verified
}

/// The source as it was named, from here or from beside the index.
fn located(path: &str, root: &Path) -> Result<Source, String> {
    if path == "-" {
        return Err("it was standard input".into());
    }
    // Within an archive, the archive is the source.
    let candidates = [Path::new(path).to_owned(), root.join(path)];
    let mut failure = None;
    for candidate in candidates {
        match Source::file(&candidate) {
            Ok(source) => return Ok(source),
            Err(error) => failure = failure.or(Some(error.message().to_owned())),
        }
    }
    Err(failure.unwrap_or_default())
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
