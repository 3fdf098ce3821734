//! `onrecord articles`: the articles that the index holds.

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use onrecord::article::Article;
use onrecord::date::Day;
use onrecord::index::{Index, Stories};
use serde_json::Value;

use crate::args::{Layout, Place, day};
use crate::exit::Outcome;
use crate::place;
use crate::print::Format;
use crate::print::number::counted;
use crate::print::plain::line;
use crate::print::rows::Rows;
use crate::print::text::{FAINT, STRONG};
use crate::say::Voice;
use crate::terminal::Terminal;
use crate::wire;

/// List the articles that the index holds, by day, publisher or source
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  onrecord articles --by publisher
  onrecord articles --source news/2020 --format jsonl | jq -r .id")]
pub(crate) struct Articles {
    #[command(flatten)]
    place: Place,

    /// The order: day (the newest first), publisher or source
    #[arg(
        long,
        value_enum,
        default_value = "day",
        value_name = "ORDER",
        hide_possible_values = true
    )]
    by: By,

    /// Only articles whose publisher's name holds this
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,

    /// Only articles whose source's path holds this
    #[arg(long, value_name = "PATH")]
    source: Option<String>,

    /// Only articles published on this day or later
    #[arg(long, value_name = "DAY", value_parser = day)]
    since: Option<Day>,

    /// Only articles published on this day or earlier
    #[arg(long, value_name = "DAY", value_parser = day)]
    until: Option<Day>,

    #[command(flatten)]
    layout: Layout,
}

/// What articles are put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Day,
    Publisher,
    Source,
}

/// An article without its text, and how many passages it has.
struct Listed {
    article: Article,
    passages: usize,
}

impl Articles {
    pub(crate) fn run(self, voice: &mut Voice, terminal: &Terminal) -> anyhow::Result<Outcome> {
        let searcher = Index::open(place::existing(self.place.index.clone())?)?.searcher()?;
        let mut listed = Vec::new();
        searcher.for_each_article(|mut article, passages| {
            if self.wants(&article) {
                article.text = String::new();
                article.body = Vec::new();
                article.quotations = Vec::new();
                listed.push(Listed {
                    article,
                    passages: passages.len(),
                });
            }
            true
        })?;
        listed.sort_by(|one, other| self.by.key(one).cmp(&self.by.key(other)));
        let stories = searcher.all_same_stories()?;
        if self.layout.format == Format::Text {
            let mut out = terminal.long_text();
            text(&mut out, &listed, &stories, self.by)?;
            out.finish()?;
        } else {
            let rows = Rows {
                name: "articles",
                columns: &[
                    "id",
                    "title",
                    "publisher",
                    "byline",
                    "url",
                    "published",
                    "language",
                    "path",
                    "passages",
                    "same_as",
                ],
                fields: vec![("total", listed.len().into())],
            };
            rows.write(
                self.layout.format,
                listed.iter().map(|one| row(one, &stories)),
            )?;
        }
        voice.note(counted(listed.len() as u64, "article"));
        Ok(Outcome::found(!listed.is_empty()))
    }

    fn wants(&self, article: &Article) -> bool {
        let holds = |whole: &str, part: &str| whole.to_lowercase().contains(&part.to_lowercase());
        let publisher = article.publisher.as_deref().unwrap_or_default();
        self.publisher
            .as_deref()
            .is_none_or(|part| holds(publisher, part))
            && self
                .source
                .as_deref()
                .is_none_or(|part| article.path.contains(part))
            && self
                .since
                .is_none_or(|since| article.published.is_some_and(|day| since <= day))
            && self
                .until
                .is_none_or(|until| article.published.is_some_and(|day| day <= until))
    }
}

impl By {
    /// The order, of which the last part makes it total.
    fn key(self, listed: &Listed) -> (Option<&str>, std::cmp::Reverse<Option<Day>>, &str) {
        let article = &listed.article;
        let first = match self {
            Self::Day => None,
            Self::Publisher => article.publisher.as_deref(),
            Self::Source => Some(article.path.as_str()),
        };
        (first, std::cmp::Reverse(article.published), &article.id)
    }
}

fn row(listed: &Listed, stories: &Stories) -> Vec<Value> {
    let article = wire::Article::new(&listed.article, stories);
    vec![
        article.id.into(),
        article.title.into(),
        article.publisher.into(),
        article.byline.into(),
        article.url.into(),
        article.published.into(),
        article.language.into(),
        article.path.into(),
        listed.passages.into(),
        article.same_as.into(),
    ]
}

fn text(out: &mut impl Write, listed: &[Listed], stories: &Stories, by: By) -> io::Result<()> {
    let mut group = None;
    for Listed { article, passages } in listed {
        let here = match by {
            By::Day => None,
            By::Publisher => Some(article.publisher.as_deref().unwrap_or("no publisher")),
            By::Source => Some(article.path.as_str()),
        };
        if here != group {
            if group.is_some() {
                writeln!(out)?;
            }
            writeln!(out, "{STRONG}{}{STRONG:#}", line(here.unwrap_or_default()))?;
            group = here;
        }
        let day = article
            .published
            .map_or("no day".into(), |day| day.to_string());
        let mut known = vec![line(article.headline.as_deref().unwrap_or(&article.path))];
        if by != By::Publisher {
            known.extend(article.publisher.as_deref().map(line));
        }
        let mut rest = vec![counted(*passages as u64, "passage"), line(&article.id)];
        if let Some(same) = stories.get(&article.id) {
            rest.push(format!("same story as {}", line(&same.join(", "))));
        }
        let (known, rest) = (known.join(" · "), rest.join(" · "));
        writeln!(out, "{day:>10}  {known}  {FAINT}{rest}{FAINT:#}")?;
    }
    Ok(())
}
