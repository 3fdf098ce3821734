//! What a query found, in every form of output.

use std::collections::HashMap;
use std::io::{self, Write};

use onrecord::article::Article;
use onrecord::index::Stories;
use onrecord::query::{ArticleHits, Facet, Hit, Hits};
use serde_json::Value;

use super::csv::Table;
use super::json::{self, List};
use super::plain::Width;
use super::why::Why;
use super::{Format, facets, text};
use crate::terminal::{self, Out, Terminal};
use crate::wire::{self, CodePoints};

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
    Table(Box<Table<Out>>),
}

/// A query and all there is to print for it.
pub(crate) struct Found<'a> {
    /// As typed.
    pub(crate) query: &'a str,
    pub(crate) answer: &'a Answer,
    /// The last commit it saw.
    pub(crate) mark: u64,
    /// Counts by name of what was counted.
    pub(crate) facets: &'a [(&'static str, Vec<Facet>)],
    /// The reasons for each passage, by its id, where they were asked.
    pub(crate) why: &'a HashMap<String, Why>,
    /// Which articles tell the same story as those found.
    pub(crate) stories: &'a Stories,
}

impl Found<'_> {
    fn why(&self, hit: &Hit) -> Option<&Why> {
        self.why.get(&hit.passage.id)
    }
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

    /// Every article in it that a JSON object names.
    pub(crate) fn named(&self) -> impl Iterator<Item = &Article> {
        self.passages().flat_map(|hit| {
            let others = hit.also_in.iter().map(|also| &*also.article);
            std::iter::once(&*hit.article).chain(others)
        })
    }

    /// Every passage in it.
    pub(crate) fn passages(&self) -> impl Iterator<Item = &Hit> {
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
            (_, Some(delimiter)) => Form::Table(Box::new(Table::new(terminal::data(), delimiter)?)),
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

    /// Writes the answer to one query.
    pub(crate) fn answer(&mut self, found: &Found<'_>) -> io::Result<()> {
        let answer = found.answer;
        let tag = self.tagged.then_some(found.query);
        let first = std::mem::take(&mut self.first);
        match &mut self.form {
            Form::Text(out) => {
                if !first {
                    writeln!(out)?;
                }
                as_text(out, tag, found, self.width)?;
                facets::text(out, found.facets, self.width)
            }
            Form::Json(out) => {
                let opening = match (self.tagged, first) {
                    (false, _) => format!("{{\"format_version\":{},", wire::VERSION),
                    (true, true) => {
                        format!("{{\"format_version\":{},\"queries\":[\n{{", wire::VERSION)
                    }
                    (true, false) => ",\n{".into(),
                };
                out.write_all(opening.as_bytes())?;
                let mut head = vec![
                    ("query", Value::from(found.query)),
                    ("total", Value::from(answer.total())),
                    ("mark", Value::from(found.mark)),
                ];
                if !found.facets.is_empty() {
                    head.push(("facets", facets::json(found.facets)));
                }
                let mut list = List::open(out, &head, "hits")?;
                objects(found, None, |object| list.item(object))?;
                let out = list.close()?;
                out.write_all(if self.tagged { b"}" } else { b"}\n" })
            }
            Form::Lines(out) => {
                objects(found, tag, |object| json::line(out, object))?;
                facets::lines(out, found.facets, tag)
            }
            Form::Table(table) => answer.passages().try_for_each(|hit| {
                let article = wire::Article::new(&hit.article, found.stories);
                let points = CodePoints::of(&hit.article.text);
                table.row(&wire::Passage::hit(
                    hit,
                    &article,
                    &points,
                    found.stories,
                    tag,
                    None,
                ))
            }),
        }
    }

    /// Writes what is still held.
    pub(crate) fn close(self) -> io::Result<()> {
        match self.form {
            Form::Json(mut out) if self.tagged => {
                if self.first {
                    write!(out, "{{\"format_version\":{},\"queries\":[", wire::VERSION)?;
                }
                out.write_all(b"]}\n")?;
                out.finish()
            }
            Form::Text(out) | Form::Json(out) | Form::Lines(out) => out.finish(),
            Form::Table(mut table) => table.flush(),
        }
    }
}

/// One line of the wire format.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum Object<'a> {
    Passage(Box<wire::Passage<'a>>),
    Article(wire::ArticleHit<'a>),
}

fn objects(
    found: &Found<'_>,
    tag: Option<&str>,
    mut write: impl FnMut(&Object<'_>) -> io::Result<()>,
) -> io::Result<()> {
    match found.answer {
        Answer::Passages(hits) => hits.hits.iter().try_for_each(|hit| {
            let article = wire::Article::new(&hit.article, found.stories);
            let points = CodePoints::of(&hit.article.text);
            write(&Object::Passage(Box::new(wire::Passage::hit(
                hit,
                &article,
                &points,
                found.stories,
                tag,
                found.why(hit),
            ))))
        }),
        Answer::Articles(hits) => hits.hits.iter().try_for_each(|hit| {
            let article = wire::Article::new(&hit.article, found.stories);
            let points = CodePoints::of(&hit.article.text);
            let passages = hit
                .passages
                .iter()
                .map(|hit| {
                    wire::Passage::hit(hit, &article, &points, found.stories, None, found.why(hit))
                })
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
    found: &Found<'_>,
    width: Width,
) -> io::Result<()> {
    let answer = found.answer;
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
                why(out, found, hit, width)?;
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
                    why(out, found, hit, width)?;
                }
            }
        }
    }
    Ok(())
}

fn why(out: &mut impl Write, found: &Found<'_>, hit: &Hit, width: Width) -> io::Result<()> {
    let lines = found.why(hit).map(Why::lines).unwrap_or_default();
    lines
        .iter()
        .try_for_each(|line| text::faint(out, line, width))
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
