//! Passages as rows of a table that spreadsheets open.

use std::io::{self, Write};

use crate::wire;

/// The first row, in the order of [`row`].
const COLUMNS: [&str; 23] = [
    "id",
    "kind",
    "text",
    "speaker",
    "source",
    "cue",
    "medium",
    "handle",
    "basis",
    "said",
    "said_from",
    "said_to",
    "context",
    "article",
    "title",
    "publisher",
    "byline",
    "url",
    "published",
    "path",
    "spans",
    "score",
    "query",
];

/// Writes one row a passage, below a row of column names.
pub(crate) struct Table<W: Write>(csv::Writer<W>);

impl<W: Write> Table<W> {
    /// A table on `out`, its cells parted by `delimiter`.
    pub(crate) fn new(out: W, delimiter: u8) -> io::Result<Self> {
        let mut table = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .from_writer(out);
        table.write_record(COLUMNS).map_err(io_error)?;
        Ok(Self(table))
    }

    pub(crate) fn row(&mut self, passage: &wire::Passage<'_>) -> io::Result<()> {
        let attribution = passage.attribution.as_ref();
        let article = passage.article;
        let said = passage.said.as_ref();
        let words =
            |words: Option<&wire::Words<'_>>| words.map_or(String::new(), |w| w.text.into());
        let cells: [&str; COLUMNS.len()] = [
            passage.id,
            passage.kind,
            passage.text,
            attribution.and_then(|a| a.speaker).unwrap_or_default(),
            &words(attribution.and_then(|a| a.source.as_ref())),
            &words(attribution.and_then(|a| a.cue.as_ref())),
            attribution.and_then(|a| a.medium).unwrap_or_default(),
            attribution.and_then(|a| a.handle).unwrap_or_default(),
            attribution.map(|a| a.basis).unwrap_or_default(),
            said.map(|s| s.text).unwrap_or_default(),
            said.map(|s| s.from.as_str()).unwrap_or_default(),
            said.map(|s| s.to.as_str()).unwrap_or_default(),
            passage.context.text,
            article.id,
            article.title.unwrap_or_default(),
            article.publisher.unwrap_or_default(),
            article.byline.unwrap_or_default(),
            article.url.unwrap_or_default(),
            article.published.as_deref().unwrap_or_default(),
            article.path,
            &spans(&passage.spans),
            &passage
                .answer
                .as_ref()
                .map_or(String::new(), |answer| answer.score.to_string()),
            passage
                .answer
                .as_ref()
                .and_then(|answer| answer.query)
                .unwrap_or_default(),
        ];
        self.0.write_record(cells).map_err(io_error)
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The error of the stream itself, so that a closed pipe is known as one.
pub(crate) fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Places so that no spreadsheet takes them for a day or a time: `260..322 340..350`.
fn spans(places: &[wire::Place]) -> String {
    let places: Vec<_> = places
        .iter()
        .map(|[start, end]| format!("{start}..{end}"))
        .collect();
    places.join(" ")
}
