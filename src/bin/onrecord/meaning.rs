//! A query as typed becomes a query as meant, or an error that points at the place.

use onrecord::query::{self, Expression, ParseError};
use unicode_width::UnicodeWidthStr;

use crate::print::plain::harmless;

/// What `typed` means, or an error that points at the place.
pub(crate) fn parsed(typed: &str) -> anyhow::Result<Expression> {
    query::parse(typed).map_err(|error| unclear(typed, &error))
}

/// An error that shows the query and, under it, the place that cannot be meant.
fn unclear(typed: &str, error: &ParseError) -> anyhow::Error {
    let shown = line_as_typed(typed);
    let before = typed.get(..error.at).unwrap_or(typed);
    let column = line_as_typed(before).width();
    anyhow::Error::msg(format!(
        "{}\n  {shown}\n  {:column$}^\n{}",
        error.message, "", error.hint
    ))
}

/// The query on one line, each character in its own place.
fn line_as_typed(typed: &str) -> String {
    typed
        .chars()
        .map(|char| {
            if char == '\n' || char == '\t' {
                ' '
            } else {
                char
            }
        })
        .filter_map(harmless)
        .collect()
}
