//! `onrecord trace`: one statement through all articles, with what each made of it.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use clap::Args;
use onrecord::index::{Index, Searcher, Stories};
use onrecord::query::{Expression, Hit, Pattern, Query};
use onrecord::text::Span;
use serde::Serialize;

use crate::args::{Layout, Place};
use crate::exit::Outcome;
use crate::place;
use crate::print::Format;
use crate::print::csv::Table;
use crate::print::json::{self, Document};
use crate::print::number::counted;
use crate::print::plain::{Mark, Width, Wrap};
use crate::print::text;
use crate::say::Voice;
use crate::terminal::{self, Terminal};
use crate::wire::{self, CodePoints};
use crate::wording::{Op, Piece, Word, diff, words};

/// Follow a statement through all articles: who printed it first, and what each changed
#[derive(Debug, Args)]
#[command(after_long_help = "\
Every passage that holds most of the words is an appearance: the same, shortened, longer,
or changed. What an appearance leaves out is shown as [-words-], what it adds as
{+words+}.

Examples:
  onrecord trace 4f1c2a9be07d
  onrecord trace 'the most secure in American history'")]
pub(crate) struct Trace {
    /// The id of a passage, or words of a statement
    #[arg(required = true, value_name = "ID|WORDS")]
    words: Vec<String>,

    #[command(flatten)]
    place: Place,

    #[command(flatten)]
    layout: Layout,
}

/// How much of the shorter of two statements the other must hold.
const SHARED: f32 = 0.6;
/// The fewest words that make a statement known again. Of a statement that has fewer, all must stand together.
const FEWEST: usize = 4;
/// The fewest of them that stand together: in any two texts some words are the same and in the same order.
const TOGETHER: usize = 3;
/// The words that are looked for in the index: the longest, which are likely the rarest.
const LOOKED_FOR: usize = 12;
/// The passages that are looked at closely.
const LOOKED_AT: usize = 1000;

/// A passage that holds the statement, or part of it.
struct Appearance {
    hit: Hit,
    change: Change,
    likeness: f32,
    diff: Vec<Piece>,
}

/// What became of the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Change {
    Same,
    Shortened,
    Longer,
    Changed,
}

/// An appearance as JSON: the passage, and what became of the statement.
#[derive(Serialize)]
struct Object<'a> {
    #[serde(flatten)]
    passage: wire::Passage<'a>,
    change: Change,
    likeness: f32,
    diff: &'a [Piece],
    /// Whether no other appearance was published earlier.
    first: bool,
}

impl Trace {
    pub(crate) fn run(self, voice: &mut Voice, terminal: &Terminal) -> anyhow::Result<Outcome> {
        let searcher = Index::open(place::existing(self.place.index)?)?.searcher()?;
        let typed = self.words.join(" ");
        let statement = match searcher.passage(&typed)? {
            Some(hit) => hit.passage.words.text().to_owned(),
            None => typed.trim_matches(['"', '“', '”']).to_owned(),
        };
        let appearances = appearances(&searcher, &statement)?;
        let first = appearances
            .iter()
            .filter_map(|appearance| appearance.hit.article.published)
            .min();
        let stories = if self.layout.format == Format::Text {
            Stories::new()
        } else {
            searcher.same_stories(appearances.iter().map(|one| &*one.hit.article))?
        };
        let is_first = |one: &Appearance| first.is_some() && one.hit.article.published == first;
        match (self.layout.format, self.layout.format.delimiter()) {
            (_, Some(delimiter)) => {
                let mut table = Table::new(terminal::data(), delimiter)?;
                each(&appearances, &stories, |passage, _| table.row(&passage))?;
                table.flush()?;
            }
            (Format::Json, _) => {
                let mut document = Document::open(terminal::data(), "appearances")?;
                each(&appearances, &stories, |passage, one| {
                    document.item(&object(passage, one, is_first(one)))
                })?;
                document.close()?.finish()?;
            }
            (Format::Jsonl, _) => {
                let mut out = terminal::data();
                each(&appearances, &stories, |passage, one| {
                    json::line(&mut out, &object(passage, one, is_first(one)))
                })?;
                out.finish()?;
            }
            _ => {
                let mut out = terminal.long_text();
                for (nth, one) in appearances.iter().enumerate() {
                    if nth > 0 {
                        writeln!(out)?;
                    }
                    show(&mut out, one, is_first(one), terminal.width)?;
                }
                out.finish()?;
            }
        }
        let articles: HashSet<&str> = appearances
            .iter()
            .map(|one| one.hit.article.id.as_str())
            .collect();
        voice.note(match appearances.len() {
            0 => "nothing found".into(),
            found => format!(
                "{} in {}",
                counted(found as u64, "appearance"),
                counted(articles.len() as u64, "article")
            ),
        });
        Ok(Outcome::found(!appearances.is_empty()))
    }
}

fn object<'a>(passage: wire::Passage<'a>, one: &'a Appearance, first: bool) -> Object<'a> {
    Object {
        passage,
        change: one.change,
        likeness: one.likeness,
        diff: &one.diff,
        first,
    }
}

fn each(
    appearances: &[Appearance],
    stories: &Stories,
    mut write: impl FnMut(wire::Passage<'_>, &Appearance) -> io::Result<()>,
) -> io::Result<()> {
    appearances.iter().try_for_each(|one| {
        let article = wire::Article::new(&one.hit.article, stories);
        let points = CodePoints::of(&one.hit.article.text);
        write(wire::Passage::new(&one.hit.passage, &article, &points), one)
    })
}

/// Every passage that holds most of `statement`, or most of which it holds: by day of publication, then by article.
///
/// Of a claim and the quotes inside it the quotes count, which are the words themselves.
fn appearances(searcher: &Searcher, statement: &str) -> anyhow::Result<Vec<Appearance>> {
    let words = words(statement);
    let mut longest: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    longest.sort_by_key(|word| std::cmp::Reverse(word.len()));
    longest.dedup();
    longest.truncate(LOOKED_FOR);
    if longest.is_empty() {
        return Ok(Vec::new());
    }
    let expression = if words.len() < FEWEST {
        let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        Expression::Words(Pattern::Phrase(words.join(" "), 0))
    } else {
        let words = longest.iter().map(|word| Pattern::Word((*word).to_owned()));
        Expression::Any(words.map(Expression::Words).collect())
    };
    let query = Query {
        expression: Some(expression),
        all: true,
        limit: LOOKED_AT,
        ..Query::default()
    };
    let mut found: Vec<Appearance> = searcher
        .search(&query)?
        .hits
        .into_iter()
        .filter_map(|hit| appearance(hit, statement, &words))
        .collect();
    let mut quoted: HashMap<(String, String), bool> = HashMap::new();
    for one in &found {
        if let Some(attribution) = one.hit.passage.kind.attribution() {
            let is_quote = one.hit.passage.kind.as_str() == "quote";
            *quoted
                .entry((one.hit.article.id.clone(), attribution.id.clone()))
                .or_default() |= is_quote;
        }
    }
    found.retain(|one| match one.hit.passage.kind.attribution() {
        Some(attribution) if one.hit.passage.kind.as_str() == "claim" => {
            let key = (one.hit.article.id.clone(), attribution.id.clone());
            !quoted.get(&key).copied().unwrap_or(false)
        }
        _ => true,
    });
    found.sort_by(|one, other| order(one).cmp(&order(other)));
    Ok(found)
}

fn order(one: &Appearance) -> (bool, Option<onrecord::date::Day>, &str, Span) {
    let article = &one.hit.article;
    let published = article.published;
    (
        published.is_none(),
        published,
        &article.id,
        one.hit.passage.words.extent(),
    )
}

fn appearance(hit: Hit, statement: &str, asked: &[Word]) -> Option<Appearance> {
    let text = hit.passage.words.text();
    let given = words(text);
    let found = diff(statement, asked, text, &given);
    let shared = found.shared;
    let shorter = asked.len().min(given.len());
    let together = if asked.len() < FEWEST {
        asked.len()
    } else {
        TOGETHER
    };
    if shorter == 0 || shared < FEWEST.min(asked.len()) || found.run < together {
        return None;
    }
    let likeness = shared as f32 / shorter as f32;
    if likeness < SHARED {
        return None;
    }
    let change = match (asked.len() - shared, given.len() - shared) {
        (0, 0) => Change::Same,
        (_, 0) => Change::Shortened,
        (0, _) => Change::Longer,
        _ => Change::Changed,
    };
    Some(Appearance {
        hit,
        change,
        likeness,
        diff: found.pieces,
    })
}

fn show(out: &mut impl Write, one: &Appearance, first: bool, width: Width) -> io::Result<()> {
    const DELETED: Style = AnsiColor::Red.on_default().strikethrough();
    const ADDED: Style = AnsiColor::Green.on_default();
    let day = one
        .hit
        .article
        .published
        .map_or("no day".into(), |day| day.to_string());
    let change = match one.change {
        Change::Same => "the same",
        Change::Shortened => "shortened",
        Change::Longer => "longer",
        Change::Changed => "changed",
    };
    let head = format!("{day} · {change}{}", if first { " · first" } else { "" });
    text::heading(out, &head, width)?;
    text::head(out, &one.hit.passage, width)?;
    let mut words = String::new();
    let mut marks = Vec::new();
    for piece in &one.diff {
        if !words.is_empty() {
            words.push(' ');
        }
        let start = words.len();
        let style = match piece.op {
            Op::Equal => {
                words.push_str(&piece.text);
                continue;
            }
            Op::Delete => {
                words.extend(["[-", &piece.text, "-]"]);
                DELETED
            }
            Op::Insert => {
                words.extend(["{+", &piece.text, "+}"]);
                ADDED
            }
        };
        marks.push(Mark {
            span: Span::new(start, words.len()),
            style,
        });
    }
    Wrap::new(out, width, 2).paragraph(&words, &marks)?;
    let origin = text::origin(&one.hit.article);
    text::faint(out, &format!("{origin} · {}", one.hit.passage.id), width)
}
