//! Passages as a person reads them: what it is and who it is from, the words, where they stand.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use onrecord::article::Article;
use onrecord::attribution::{Attribution, Speaker};
use onrecord::date::Days;
use onrecord::passage::{Kind, Passage, Said};
use onrecord::text::Span;

use super::plain::{Mark, Width, Wrap, line};

pub(crate) const MATCH: Style = AnsiColor::Red.on_default().bold();
pub(crate) const STRONG: Style = Style::new().bold();
pub(crate) const FAINT: Style = Style::new().dimmed();

pub(crate) const QUOTE: Style = AnsiColor::Green.on_default();
pub(crate) const CLAIM: Style = AnsiColor::Yellow.on_default();
pub(crate) const FACT: Style = AnsiColor::Blue.on_default();

/// The colour of a kind of passage.
const fn colour(kind: &Kind) -> Style {
    match kind {
        Kind::Quote(_) => QUOTE,
        Kind::Claim(_) => CLAIM,
        Kind::Fact => FACT,
    }
}

/// A passage with `matches` (bytes of its words) marked, and the article it stands in below.
pub(crate) fn passage(
    out: &mut impl Write,
    passage: &Passage,
    article: &Article,
    matches: &[Span],
    width: Width,
) -> io::Result<()> {
    bare(out, passage, matches, width)?;
    faint(
        out,
        &format!("{} · {}", origin(article), line(&passage.id)),
        width,
    )
}

/// A passage without its article.
pub(crate) fn bare(
    out: &mut impl Write,
    passage: &Passage,
    matches: &[Span],
    width: Width,
) -> io::Result<()> {
    head(out, passage, width)?;
    let marks: Vec<Mark> = matches
        .iter()
        .map(|&span| Mark { span, style: MATCH })
        .collect();
    Wrap::new(out, width, 2).paragraph(passage.words.text(), &marks)
}

/// `quote  Ada Lane, as “she” · said · interview · Tuesday (2020-11-17)`
pub(crate) fn head(out: &mut impl Write, passage: &Passage, width: Width) -> io::Result<()> {
    let kind = passage.kind.as_str();
    let style = colour(&passage.kind).bold();
    write!(out, "{style}{kind}{style:#}")?;
    let mut words = String::new();
    let mut marks = Vec::new();
    let mut details = Vec::new();
    if let Some(attribution) = passage.kind.attribution() {
        words.push_str(&speaker(attribution));
        marks.push(Mark {
            span: Span::whole(&words),
            style: STRONG,
        });
        words.push_str(&as_written(attribution));
        details.extend(attribution.handle.as_deref().map(line));
        details.extend(attribution.cue.as_ref().map(|cue| line(cue.text())));
        details.extend(attribution.medium.map(|m| m.as_str().replace('-', " ")));
    }
    details.extend(passage.said.as_ref().map(said));
    for detail in details {
        if !words.is_empty() {
            words.push_str(" · ");
        }
        words.push_str(&detail);
    }
    if words.is_empty() {
        return writeln!(out);
    }
    write!(out, " ")?;
    Wrap::after(out, width, kind.len() + 1).paragraph(&words, &marks)
}

/// Who it is, however little is known.
pub(crate) fn speaker(attribution: &Attribution) -> String {
    match &attribution.speaker {
        Speaker::Named(name) => line(&name.full),
        Speaker::Described(words) => line(words),
        Speaker::Unnamed => match &attribution.source {
            Some(source) => line(source.text()),
            None => "nobody named".into(),
        },
    }
}

/// The source as the article writes it, where that is not the speaker's name over again.
fn as_written(attribution: &Attribution) -> String {
    match (&attribution.source, &attribution.speaker) {
        (Some(source), Speaker::Named(name)) if !source.text().contains(&name.full) => {
            format!(", as “{}”", line(source.text()))
        }
        _ => String::new(),
    }
}

/// `Tuesday evening (2020-11-17)`, `last month (2020-10)`, `2003`
pub(crate) fn said(said: &Said) -> String {
    let words = line(said.words.text());
    let days = days(said.days);
    if words == days {
        days
    } else {
        format!("{words} ({days})")
    }
}

/// A day, month or year as one, other intervals by their ends.
fn days(Days { from, to }: Days) -> String {
    if from == to {
        from.to_string()
    } else if from == from.first_of_year() && to == from.last_of_year() {
        from.strftime("%Y").to_string()
    } else if from == from.first_of_month() && to == from.last_of_month() {
        from.strftime("%Y-%m").to_string()
    } else {
        format!("{from} to {to}")
    }
}

/// `Headline · Publisher · 2020-11-19`, or the path of an article that says nothing of itself.
pub(crate) fn origin(article: &Article) -> String {
    let known = [
        article.headline.as_deref().map(line),
        article.publisher.as_deref().map(line),
        article.published.map(|day| day.to_string()),
    ];
    let mut parts: Vec<String> = known.into_iter().flatten().collect();
    if article.headline.is_none() {
        parts.insert(0, line(&article.path));
    }
    parts.join(" · ")
}

/// A line of its own about what was above it.
pub(crate) fn faint(out: &mut impl Write, words: &str, width: Width) -> io::Result<()> {
    let mark = Mark {
        span: Span::whole(words),
        style: FAINT,
    };
    Wrap::new(out, width, 2).paragraph(words, &[mark])
}

/// The headline of an article, with what is known of it below.
pub(crate) fn masthead(out: &mut impl Write, article: &Article, width: Width) -> io::Result<()> {
    heading(
        out,
        article.headline.as_deref().unwrap_or(&article.path),
        width,
    )?;
    let known = [
        article.publisher.as_deref().map(line),
        article
            .byline
            .as_deref()
            .map(|by| format!("by {}", line(by))),
        article.published.map(|day| day.to_string()),
        article.url.as_deref().map(line),
        Some(line(&article.id)),
    ];
    let known: Vec<String> = known.into_iter().flatten().collect();
    let known = known.join(" · ");
    let mark = Mark {
        span: Span::whole(&known),
        style: FAINT,
    };
    Wrap::new(out, width, 0).paragraph(&known, &[mark])
}

/// A line that stands above others.
pub(crate) fn heading(out: &mut impl Write, words: &str, width: Width) -> io::Result<()> {
    let mark = Mark {
        span: Span::whole(words),
        style: STRONG.underline(),
    };
    Wrap::new(out, width, 0).paragraph(words, &[mark])
}
