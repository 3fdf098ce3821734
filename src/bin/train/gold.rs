//! Annotated articles: their words on a sheet, and the attributions that people found in them.

use std::collections::HashMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use onrecord::article::Article;
use onrecord::split::model;
use onrecord::split::model::sheet::{Grammar, Layout, Sheet};
use onrecord::split::model::tag::Tag;
use onrecord::split::model::word::Word;
use onrecord::text::Span;
use serde::Deserialize;

/// One annotated article.
pub(crate) struct Gold {
    pub(crate) fold: usize,
    pub(crate) text: String,
    pub(crate) layout: Layout,
    pub(crate) sheet: Sheet,
    pub(crate) items: Vec<Item>,
}

/// One attribution, in words.
pub(crate) struct Item {
    pub(crate) content: Vec<Range<usize>>,
    pub(crate) source: Vec<Range<usize>>,
    pub(crate) head: Option<usize>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    attributions: Vec<Attribution>,
}

#[derive(Deserialize)]
struct Attribution {
    #[serde(default)]
    content: Option<Vec<[usize; 2]>>,
    #[serde(default)]
    source: Option<Vec<[usize; 2]>>,
    #[serde(default)]
    cue: Option<Vec<[usize; 2]>>,
}

/// Reads the articles of `path`, each with its fold.
pub(crate) fn read(path: &Path, folds: &Path, grammar: &Grammar) -> Result<Vec<Gold>> {
    let folds = self::folds(folds)?;
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let mut all = Vec::new();
    for line in text.lines() {
        let line: Line =
            serde_json::from_str(line).with_context(|| format!("reading {}", path.display()))?;
        let fold = *folds
            .get(&line.id)
            .with_context(|| format!("no fold for {}", line.id))?;
        let body = vec![Span::whole(&line.text)];
        let article = Article {
            id: line.id,
            text: line.text,
            body,
            ..Article::default()
        };
        let layout = model::layout(&article);
        let sheet = Sheet::new(&article.text, &layout, grammar);
        let bytes: Vec<usize> = article
            .text
            .char_indices()
            .map(|(at, _)| at)
            .chain([article.text.len()])
            .collect();
        let words = |spans: &Option<Vec<[usize; 2]>>| -> Vec<Range<usize>> {
            let spans = spans.iter().flatten();
            let mut words: Vec<_> = spans
                .map(|&[start, end]| words(&layout.tokens, bytes[start], bytes[end]))
                .collect();
            words.retain(|words| !words.is_empty());
            words.sort_by_key(|words| words.start);
            words
        };
        let items = line
            .attributions
            .iter()
            .map(|one| Item {
                content: words(&one.content),
                source: words(&one.source),
                head: head(&sheet, &words(&one.cue)),
            })
            .collect();
        all.push(Gold {
            fold,
            text: article.text,
            layout,
            sheet,
            items,
        });
    }
    Ok(all)
}

/// Which article is in which fold.
pub(crate) fn folds(path: &Path) -> Result<HashMap<String, usize>> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let lines = text.lines().filter_map(|line| line.split_once('\t'));
    Ok(lines
        .filter_map(|(id, fold)| Some((id.to_owned(), fold.trim().parse().ok()?)))
        .collect())
}

/// The words of the articles of `path`, hashed.
pub(crate) fn texts(path: &Path) -> Result<Vec<Vec<u32>>> {
    let file = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let mut texts = Vec::new();
    let mut low = String::new();
    for line in file.lines() {
        let text: Text =
            serde_json::from_str(line).with_context(|| format!("reading {}", path.display()))?;
        let body = vec![Span::whole(&text.text)];
        let article = Article {
            text: text.text,
            body,
            ..Article::default()
        };
        let tokens = model::layout(&article).tokens;
        texts.push(
            tokens
                .iter()
                .map(|token| Word::new(token.of(&article.text), &mut low).low)
                .collect(),
        );
    }
    Ok(texts)
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

fn words(tokens: &[Span], start: usize, end: usize) -> Range<usize> {
    let first = tokens.partition_point(|token| token.end <= start);
    let last = tokens.partition_point(|token| token.start < end);
    first..last.max(first)
}

/// The word of a cue that carries its meaning.
fn head(sheet: &Sheet, cue: &[Range<usize>]) -> Option<usize> {
    let cue = cue.first()?;
    let cells = &sheet.cells;
    let find = |is: &dyn Fn(usize) -> bool| cue.clone().find(|&at| is(at));
    let according = onrecord::split::model::slots::hash(b"according");
    find(&|at| cells[at].reports == 1)
        .or_else(|| find(&|at| cells[at].word.low == according))
        .or_else(|| find(&|at| cells[at].tag.is_verb() && !cells[at].is_auxiliary))
        .or_else(|| find(&|at| cells[at].reports == 2))
        .or_else(|| find(&|at| cells[at].tag.is_noun()))
        .or_else(|| find(&|at| cells[at].tag.is_verb()))
        .or_else(|| {
            find(&|at| {
                matches!(
                    cells[at].tag,
                    Tag::JJ | Tag::JJR | Tag::JJS | Tag::RB | Tag::IN
                )
            })
        })
        .or(Some(cue.start))
}
