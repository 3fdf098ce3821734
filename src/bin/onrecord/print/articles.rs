//! Whole articles with their passages, one after the other, in every form of output.

use std::io::{self, Write};

use onrecord::article::Article;
use onrecord::index::Stories;
use onrecord::passage::Passage;

use super::csv::Table;
use super::json::{self, Document};
use super::plain::Width;
use super::{Format, text};
use crate::terminal::{self, Out, Terminal};
use crate::wire::{self, CodePoints};

/// Writes articles as they come.
pub(crate) struct Printer {
    form: Form,
    width: Width,
}

enum Form {
    Text(Out),
    Json(Document<Out>),
    Lines(Out),
    Table(Box<Table<Out>>),
}

impl Printer {
    /// A printer of `format`.
    pub(crate) fn new(format: Format, terminal: &Terminal) -> io::Result<Self> {
        let form = match (format, format.delimiter()) {
            (_, Some(delimiter)) => Form::Table(Box::new(Table::new(terminal::data(), delimiter)?)),
            (Format::Json, _) => Form::Json(Document::open(terminal::data(), "articles")?),
            (Format::Jsonl, _) => Form::Lines(terminal::data()),
            _ => Form::Text(terminal.text()),
        };
        Ok(Self {
            form,
            width: terminal.width,
        })
    }

    /// Writes `article`, which tells the story of others as `stories` have it, with `passages`.
    pub(crate) fn article(
        &mut self,
        article: &Article,
        passages: &[Passage],
        stories: &Stories,
    ) -> io::Result<()> {
        if let Form::Text(out) = &mut self.form {
            text::masthead(out, article, self.width)?;
            for passage in passages {
                writeln!(out)?;
                text::bare(out, passage, &[], self.width)?;
            }
            return writeln!(out);
        }
        let points = CodePoints::of(&article.text);
        let known = wire::Article::new(article, stories);
        let mut passages = passages
            .iter()
            .map(|passage| wire::Passage::new(passage, &known, &points));
        match &mut self.form {
            Form::Text(_) => Ok(()),
            Form::Json(document) => document.item(&wire::Whole {
                article: &known,
                text: &article.text,
                passages: passages.collect(),
            }),
            Form::Lines(out) => passages.try_for_each(|passage| json::line(out, &passage)),
            Form::Table(table) => passages.try_for_each(|passage| table.row(&passage)),
        }
    }

    /// Writes what is still held.
    pub(crate) fn close(self) -> io::Result<()> {
        match self.form {
            Form::Text(out) | Form::Lines(out) => out.finish(),
            Form::Json(document) => document.close()?.finish(),
            Form::Table(mut table) => table.flush(),
        }
    }
}
