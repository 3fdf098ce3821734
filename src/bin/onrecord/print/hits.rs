//! What a query found, in every form of output.

use std::io::{self, Write};

use onrecord::query::{ArticleHits, Hit, Hits};
use serde_json::Value;

use super::csv::Table;
use super::json::{self, Document};
use super::plain::Width;
use super::{Format, text};
use crate::terminal::{self, Out, Terminal};
use crate::wire::{self, Article, CodePoints};

/// Writes the answers of one query, or of many one after the other.
pub(crate) struct Printer {
    form: Form,
    width: Width,
    /// Whether every answer is to name its query.
    tagged: bool,
    first: bool,
}

enum Form {
    Text(Out),
    Json(Out),
    Lines(Out),
    Table(Table<Out>),
}

/// An answer: passages or articles.
pub(crate) enum Answer {
    Passages(Hits),
    Articles(ArticleHits),
}

impl Answer {
    /// How many were found in all.
    pub(crate) fn total(&self) -> usize {
        match self {
            Self::Passages(hits) => hits.total,
            Self::Articles(hits) => hits.total,
        }
    }

    /// How many are here.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Passages(hits) => hits.hits.len(),
            Self::Articles(hits) => hits.hits.len(),
        }
    }

    /// What is counted.
    pub(crate) fn noun(&self) -> &'static str {
        match self {
            Self::Passages(_) => "passages",
            Self::Articles(_) => "articles",
        }
    }

    fn passages(&self) -> impl Iterator<Item = &Hit> {
        let (passages, articles): (&[Hit], &[_]) = match self {
            Self::Passages(hits) => (&hits.hits, &[]),
            Self::Articles(hits) => (&[], &hits.hits),
        };
        passages
            .iter()
            .chain(articles.iter().flat_map(|hit| &hit.passages))
    }
}

impl Printer {
    /// A printer of `format`; `tagged` where the answers of several queries must be told apart.
    pub(crate) fn new(format: Format, tagged: bool, terminal: &Terminal) -> io::Result<Self> {
        let form = match (format, format.delimiter()) {
            (_, Some(delimiter)) => Form::Table(Table::new(terminal::data(), delimiter)?),
            (Format::Json, _) => Form::Json(terminal::data()),
            (Format::Jsonl, _) => Form::Lines(terminal::data()),
            _ => Form::Text(terminal.long_text()),
        };
        Ok(Self {
            form,
            width: terminal.width,
            tagged,
            first: true,
        })
    }

    /// Writes `answer` to `query`; `fields` go into a JSON document before the hits.
    pub(crate) fn answer(
        &mut self,
        query: &str,
        answer: &Answer,
        fields: Vec<(&str, Value)>,
    ) -> io::Result<()> {
        let tag = self.tagged.then_some(query);
        let first = std::mem::take(&mut self.first);
        match &mut self.form {
            Form::Text(out) => {
                if !first {
                    writeln!(out)?;
                }
                as_text(out, tag, answer, self.width)
            }
            Form::Json(out) => {
                let mut head = vec![
                    ("query", Value::from(query)),
                    ("total", Value::from(answer.total())),
                ];
                head.extend(fields);
                let mut document = Document::open_with(out, &head, "hits")?;
                objects(answer, None, |object| document.item(object))?;
                document.close().map(drop)
            }
            Form::Lines(out) => objects(answer, tag, |object| json::line(out, object)),
            Form::Table(table) => answer.passages().try_for_each(|hit| {
                let article = Article::new(&hit.article);
                let points = CodePoints::of(&hit.article.text);
                table.row(&wire::Passage::hit(hit, &article, &points, tag))
            }),
        }
    }

    /// Writes what is still held.
    pub(crate) fn close(self) -> io::Result<()> {
        match self.form {
            Form::Text(out) | Form::Json(out) | Form::Lines(out) => out.finish(),
            Form::Table(mut table) => table.flush(),
        }
    }
}

/// One line of the wire format.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum Object<'a> {
    Passage(wire::Passage<'a>),
    Article(wire::ArticleHit<'a>),
}

fn objects(
    answer: &Answer,
    tag: Option<&str>,
    mut write: impl FnMut(&Object<'_>) -> io::Result<()>,
) -> io::Result<()> {
    match answer {
        Answer::Passages(hits) => hits.hits.iter().try_for_each(|hit| {
            let article = Article::new(&hit.article);
            let points = CodePoints::of(&hit.article.text);
            write(&Object::Passage(wire::Passage::hit(
                hit, &article, &points, tag,
            )))
        }),
        Answer::Articles(hits) => hits.hits.iter().try_for_each(|hit| {
            let article = Article::new(&hit.article);
            let points = CodePoints::of(&hit.article.text);
            let passages = hit
                .passages
                .iter()
                .map(|hit| wire::Passage::hit(hit, &article, &points, None))
                .collect();
            write(&Object::Article(wire::ArticleHit {
                article: &article,
                score: hit.score,
                passages,
                query: tag,
            }))
        }),
    }
}

fn as_text(
    out: &mut impl Write,
    tag: Option<&str>,
    answer: &Answer,
    width: Width,
) -> io::Result<()> {
    if let Some(query) = tag {
        text::heading(out, query, width)?;
        if answer.len() == 0 {
            return writeln!(out, "  nothing found");
        }
    }
    match answer {
        Answer::Passages(hits) => {
            for (nth, hit) in hits.hits.iter().enumerate() {
                if nth > 0 {
                    writeln!(out)?;
                }
                text::passage(out, &hit.passage, &hit.article, &hit.matches, width)?;
                also_in(out, hit, width)?;
            }
        }
        Answer::Articles(hits) => {
            for (nth, hit) in hits.hits.iter().enumerate() {
                if nth > 0 {
                    writeln!(out)?;
                }
                text::masthead(out, &hit.article, width)?;
                for hit in &hit.passages {
                    text::bare(out, &hit.passage, &hit.matches, width)?;
                }
            }
        }
    }
    Ok(())
}

/// `also in 4 articles: The Courier 2020-11-18, …`
fn also_in(out: &mut impl Write, hit: &Hit, width: Width) -> io::Result<()> {
    const NAMED: usize = 3;
    if hit.also_in.is_empty() {
        return Ok(());
    }
    let mut names: Vec<String> = hit
        .also_in
        .iter()
        .take(NAMED)
        .map(|also| {
            let name = also.article.publisher.as_deref();
            let name = plain_name(name.unwrap_or(&also.article.id));
            match also.article.published {
                Some(day) => format!("{name} {day}"),
                None => name,
            }
        })
        .collect();
    if hit.also_in.len() > NAMED {
        names.push("…".into());
    }
    let articles = match hit.also_in.len() {
        1 => "1 other article".into(),
        many => format!("{many} other articles"),
    };
    text::faint(
        out,
        &format!("also in {articles}: {}", names.join(", ")),
        width,
    )
}

fn plain_name(name: &str) -> String {
    super::plain::line(name)
}
