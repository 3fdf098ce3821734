//! `onrecord show`: a passage in its article, or a whole article with its passages marked.

use std::io::{self, Write};
use std::sync::Arc;

use clap::Args;
use onrecord::article::Article;
use onrecord::index::Index;
use onrecord::passage::{Kind, Passage};
use onrecord::text::Span;
use onrecord::text::paragraph::paragraphs;

use crate::args::{Layout, Place};
use crate::exit::Outcome;
use crate::place;
use crate::print::articles::Printer;
use crate::print::marked::Marked;
use crate::print::plain::line;
use crate::print::{Format, text};
use crate::say::Voice;
use crate::terminal::Terminal;

/// Show a passage in its article, or a whole article with its passages marked
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  onrecord show 4f1c2a9be07d    a passage and what stands around it
  onrecord show 0d9e5b72c1aa    the whole article, its passages numbered
  onrecord show --format json ID | jq -r '.articles[].text'")]
pub(crate) struct Show {
    /// The id of a passage or an article
    #[arg(value_name = "ID")]
    id: String,

    #[command(flatten)]
    place: Place,

    #[command(flatten)]
    layout: Layout,
}

impl Show {
    pub(crate) fn run(self, voice: &mut Voice, terminal: &Terminal) -> anyhow::Result<Outcome> {
        let index = Index::open(&place::existing(self.place.index)?)?;
        let searcher = index.searcher()?;
        let (article, passages, chosen) = if let Some(hit) = searcher.passage(&self.id)? {
            (Arc::unwrap_or_clone(hit.article), vec![hit.passage], true)
        } else if let Some((article, passages)) = searcher.article(&self.id)? {
            (article, passages, false)
        } else {
            voice.warning(format_args!(
                "no article and no passage is called {}",
                self.id
            ));
            return Ok(Outcome::Nothing);
        };
        let stories = searcher.same_stories([&article])?;
        if self.layout.format == Format::Text {
            let mut out = terminal.long_text();
            if chosen {
                passage_in(&mut out, &article, &passages[0], terminal)?;
            } else {
                whole(&mut out, &article, &passages, terminal)?;
            }
            let same = stories.get(&article.id).map_or(&[][..], Vec::as_slice);
            for (nth, id) in same.iter().enumerate() {
                if nth == 0 {
                    writeln!(out)?;
                }
                if let Some((other, _)) = searcher.article(id)? {
                    let words = format!("same story: {} · {}", text::origin(&other), line(id));
                    text::faint(&mut out, &words, terminal.width)?;
                }
            }
            out.finish()?;
        } else {
            let mut printer = Printer::new(self.layout.format, terminal)?;
            printer.article(&article, &passages, &stories)?;
            printer.close()?;
        }
        Ok(Outcome::Done)
    }
}

/// The passage, and the paragraphs that hold it with the one before and the one after.
fn passage_in(
    out: &mut impl Write,
    article: &Article,
    passage: &Passage,
    terminal: &Terminal,
) -> io::Result<()> {
    text::passage(out, passage, article, &[], terminal.width)?;
    writeln!(out)?;
    let paragraphs = paragraphs(&article.text, Span::whole(&article.text));
    let extent = passage.words.extent();
    let first = paragraphs.partition_point(|paragraph| paragraph.end <= extent.start);
    let last = paragraphs.partition_point(|paragraph| paragraph.start < extent.end);
    let shown = first.saturating_sub(1)..paragraphs.len().min(last + 1);
    if shown.start > 0 {
        writeln!(out, "  …\n")?;
    }
    let marked = Marked {
        text: &article.text,
        passages: std::slice::from_ref(passage),
        numbered: false,
        bracketed: !terminal.colour,
        indent: 2,
        width: terminal.width,
    };
    marked.write(out, &paragraphs[shown.clone()])?;
    if shown.end < paragraphs.len() {
        writeln!(out, "\n  …")?;
    }
    Ok(())
}

/// The text with each quote and claim marked and numbered, and below it what the numbers stand for.
fn whole(
    out: &mut impl Write,
    article: &Article,
    passages: &[Passage],
    terminal: &Terminal,
) -> io::Result<()> {
    text::masthead(out, article, terminal.width)?;
    writeln!(out)?;
    let said: Vec<Passage> = passages
        .iter()
        .filter(|passage| passage.kind != Kind::Fact)
        .cloned()
        .collect();
    let marked = Marked {
        text: &article.text,
        passages: &said,
        numbered: true,
        bracketed: !terminal.colour,
        indent: 0,
        width: terminal.width,
    };
    marked.write(out, &paragraphs(&article.text, Span::whole(&article.text)))?;
    if !said.is_empty() {
        writeln!(out)?;
    }
    for (nth, passage) in said.iter().enumerate() {
        write!(out, "[{}] ", nth + 1)?;
        text::head(out, passage, terminal.width)?;
    }
    Ok(())
}
