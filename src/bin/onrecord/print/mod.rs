//! How results look: for a person, as JSON, as a table.

pub(crate) mod articles;
pub(crate) mod citation;
pub(crate) mod csv;
pub(crate) mod facets;
pub(crate) mod hits;
pub(crate) mod json;
pub(crate) mod marked;
pub(crate) mod number;
pub(crate) mod plain;
pub(crate) mod reasons;
pub(crate) mod rows;
pub(crate) mod text;
pub(crate) mod why;

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For a person, coloured on a terminal
    Text,
    /// One JSON document
    Json,
    /// One JSON object a line, nothing else
    Jsonl,
    /// Comma-separated rows under a row of names
    Csv,
    /// The same, separated by tabs
    Tsv,
}

impl Format {
    /// What parts the cells of a row, where this form has rows.
    pub(crate) const fn delimiter(self) -> Option<u8> {
        match self {
            Self::Csv => Some(b','),
            Self::Tsv => Some(b'\t'),
            Self::Text | Self::Json | Self::Jsonl => None,
        }
    }
}
