//! Speakers: articles whose quotes have speakers, and how many of them a split finds and gives to the right one.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use onrecord::article::Article;
use onrecord::attribution::Attribution;
use onrecord::passage::{Kind, Passage};
use onrecord::split;
use onrecord::text::Span;
use serde::Deserialize;

/// What is measured.
#[derive(clap::Args)]
pub(crate) struct Speakers {
    /// Articles whose quotes have speakers, one a line: {"id", "text", "quotes": [{"text", "speaker", "source", "who", "nested"}]}.
    files: Vec<PathBuf>,
    /// Tell each quote that is not found or has another speaker.
    #[arg(long)]
    failures: bool,
}

/// An article with its quotes.
#[derive(Deserialize)]
pub(crate) struct Annotated {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) quotes: Vec<Quote>,
    /// What speaks of one person by a common noun, in the article’s own words; all of it, where there is any.
    #[serde(default)]
    pub(crate) descriptions: Vec<Description>,
}

/// Words that describe a person and whom they mean: "the farmer".
#[derive(Deserialize)]
pub(crate) struct Description {
    /// What begins with the words and stands once in the article.
    #[serde(rename = "in")]
    pub(crate) within: String,
    pub(crate) words: String,
    /// By the fullest name the article gives; none where it gives none.
    pub(crate) who: Option<String>,
}

/// Words between marks and whose they are.
#[derive(Deserialize)]
pub(crate) struct Quote {
    pub(crate) text: String,
    /// By the fullest name the article gives; none where it gives none.
    pub(crate) speaker: Option<String>,
    /// The words that name or mean them where the quote is attributed.
    pub(crate) source: Option<String>,
    /// The words that name or describe them most fully.
    pub(crate) who: Option<String>,
    /// Whether it stands inside another quote, and is not cut out of it.
    #[serde(default)]
    nested: bool,
}

/// The annotated articles in a file.
pub(crate) fn read(path: &Path) -> Result<Vec<Annotated>> {
    let file = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    file.lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()
        .with_context(|| format!("reading {}", path.display()))
}

impl Annotated {
    /// As an article that is all body.
    pub(crate) fn article(&self) -> Article {
        Article {
            id: self.id.clone(),
            text: self.text.clone(),
            body: vec![Span::whole(&self.text)],
            ..Article::default()
        }
    }
}

impl Speakers {
    /// Splits and tells.
    pub(crate) fn run(&self) -> Result<()> {
        let mut all = [0; 3];
        for path in &self.files {
            let articles = read(path)?;
            let split = crate::cascade::parallel(2, &articles, |article| {
                split::passages(&article.article())
            });
            let mut counts = [0; 3];
            for (article, passages) in articles.iter().zip(&split) {
                for quote in article.quotes.iter().filter(|quote| !quote.nested) {
                    let found = found(quote, passages);
                    let speaker = found.and_then(|attribution| attribution.speaker.name());
                    let right = found.is_some() && same(speaker, quote.speaker.as_deref());
                    counts[0] += 1;
                    counts[1] += usize::from(found.is_some());
                    counts[2] += usize::from(right);
                    if self.failures && !right {
                        let named = |speaker: Option<&str>| speaker.unwrap_or("nobody").to_owned();
                        let told = found.map_or_else(|| "not found".to_owned(), |_| named(speaker));
                        let wanted = named(quote.speaker.as_deref());
                        eprintln!("{}: “{}” is {wanted}’s; {told}", article.id, quote.text);
                    }
                }
            }
            tell(&path.display().to_string(), counts);
            for (all, count) in all.iter_mut().zip(counts) {
                *all += count;
            }
        }
        tell("all", all);
        Ok(())
    }
}

fn tell(what: &str, [quotes, found, right]: [usize; 3]) {
    let share = 100.0 * right as f32 / quotes.max(1) as f32;
    eprintln!("{what}: {quotes} quotes, {found} found, {right} with their speaker = {share:.1} %");
}

/// Whose the passage is that is `quote`, if there is one: the one nearest to it in length that holds it or most of it.
fn found<'p>(quote: &Quote, passages: &'p [Passage]) -> Option<&'p Attribution> {
    let wanted = plain(&quote.text);
    passages
        .iter()
        .filter_map(|passage| match &passage.kind {
            Kind::Quote(attribution) => Some((plain(passage.words.text()), attribution)),
            _ => None,
        })
        .filter(|(words, _)| {
            let most = words.len() * 10 > wanted.len() * 6;
            words.contains(&wanted) || wanted.contains(words.as_str()) && most
        })
        .min_by_key(|(words, _)| words.len().abs_diff(wanted.len()))
        .map(|(_, attribution)| attribution)
}

/// Words in lower case without marks, one blank between them.
fn plain(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}

/// Whether two names are one, titles and an article before them apart.
fn same(found: Option<&str>, wanted: Option<&str>) -> bool {
    let bare = |name: &str| {
        let name = plain(name);
        let words = name
            .split(' ')
            .filter(|word| !["the", "dr", "mr", "mrs", "ms", "sir", "dame"].contains(word));
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    match (found, wanted) {
        (None, None) => true,
        (Some(found), Some(wanted)) => bare(found) == bare(wanted),
        _ => false,
    }
}
