//! Measuring: articles are split by weights that have not seen them, and what was found is written to be scored.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use onrecord::article::Article;
use onrecord::passage::Kind;
use onrecord::split::model::{Model, weights};
use onrecord::split::{self, Explained};
use onrecord::text::{Excerpt, Span};
use serde::Deserialize;
use serde_json::{Value, json};

/// What is measured, and by which weights.
#[derive(clap::Args)]
pub(crate) struct Measure {
    /// Annotated articles, one a line: {"id", "text", "attributions": …}.
    #[arg(long)]
    gold: PathBuf,
    /// Which article is in which of five folds: its id, a tab, a number.
    #[arg(long, requires = "models")]
    folds: Option<PathBuf>,
    /// The folder of the weights of each fold; without it, the shipped weights split all articles.
    #[arg(long, requires = "folds")]
    models: Option<PathBuf>,
    /// Where to write {"id", "attributions": [{"content", "source", "cue", "speaker"}]}, one line an article, in code points.
    #[arg(long)]
    system: PathBuf,
}

/// Where the weights stand that were learned without `fold`.
pub(crate) fn fold_in(folder: &Path, fold: usize) -> PathBuf {
    folder.join(format!("without-{fold}.bin"))
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
}

impl Measure {
    /// Splits and writes.
    pub(crate) fn run(&self) -> Result<()> {
        let lines = fs::read_to_string(&self.gold)
            .with_context(|| format!("reading {}", self.gold.display()))?;
        let lines: Vec<Line> = lines
            .lines()
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()
            .with_context(|| format!("reading {}", self.gold.display()))?;
        let folds = match &self.folds {
            Some(path) => crate::gold::folds(path)?,
            None => HashMap::new(),
        };
        let mut models: HashMap<usize, Model> = HashMap::new();
        if let Some(folder) = &self.models {
            for fold in folds.values() {
                if !models.contains_key(fold) {
                    models.insert(*fold, model(&fold_in(folder, *fold))?);
                }
            }
        }
        let found = crate::cascade::parallel(2, &lines, |line| {
            let model = folds.get(&line.id).and_then(|fold| models.get(fold));
            let article = Article {
                text: line.text.clone(),
                body: vec![Span::whole(&line.text)],
                ..Article::default()
            };
            let passages = match model {
                Some(model) => split::explained_by(model, &article),
                None => split::explained(&article),
            };
            json!({"id": line.id, "attributions": attributions(&line.text, &passages)})
        });
        let mut out = String::new();
        for line in &found {
            out.push_str(&line.to_string());
            out.push('\n');
        }
        fs::write(&self.system, out).with_context(|| format!("writing {}", self.system.display()))
    }
}

fn model(path: &Path) -> Result<Model> {
    let file = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    weights::read(&file)
        .with_context(|| format!("{} holds no weights of this build", path.display()))
}

/// The passages of one article as attributions: a claim and the quotes inside it are one.
fn attributions(text: &str, passages: &[Explained]) -> Vec<Value> {
    let points = Points::of(text);
    let mut order: Vec<&str> = Vec::new();
    let mut found: HashMap<&str, (bool, Vec<Span>, &Explained)> = HashMap::new();
    for explained in passages {
        let passage = &explained.passage;
        let Some(attribution) = passage.kind.attribution() else {
            continue;
        };
        let claim = matches!(passage.kind, Kind::Claim(_));
        let one = found.entry(&attribution.id).or_insert_with(|| {
            order.push(&attribution.id);
            (false, Vec::new(), explained)
        });
        if claim {
            *one = (true, passage.words.spans().to_vec(), explained);
        } else if !one.0 {
            one.1.extend(passage.words.spans());
        }
    }
    let places = |excerpt: &Option<Excerpt>| {
        let spans = excerpt.as_ref().map(Excerpt::spans).unwrap_or_default();
        points.places(spans)
    };
    order
        .iter()
        .filter_map(|id| {
            let (_, spans, explained) = &found[id];
            let attribution = explained.passage.kind.attribution()?;
            Some(json!({
                "content": points.places(spans),
                "source": places(&attribution.source),
                "cue": places(&attribution.cue),
                "speaker": attribution.speaker.name(),
                "basis": attribution.basis.as_str(),
                "why": explained.why,
            }))
        })
        .collect()
}

/// Bytes to code points.
struct Points(Vec<usize>);

impl Points {
    fn of(text: &str) -> Self {
        let mut points = vec![0; text.len() + 1];
        for (point, (at, c)) in text.char_indices().enumerate() {
            points[at] = point;
            points[at + c.len_utf8()] = point + 1;
        }
        Self(points)
    }

    fn places(&self, spans: &[Span]) -> Vec<[usize; 2]> {
        let mut places: Vec<_> = spans
            .iter()
            .map(|span| [self.0[span.start], self.0[span.end]])
            .collect();
        places.sort_unstable();
        places
    }
}
