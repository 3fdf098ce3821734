//! How many of what was found has which speaker, kind, publisher, …

use std::io::{self, Write};

use onrecord::query::Facet;
use serde_json::{Value, json};

use super::number::thousands;
use super::plain::{Width, line};
use super::text::{self, FAINT};

/// Values shown of each to a person; JSON has all.
const SHOWN: usize = 20;

/// A table for each, the most frequent value first.
pub(crate) fn text(
    out: &mut impl Write,
    facets: &[(&'static str, Vec<Facet>)],
    width: Width,
) -> io::Result<()> {
    for (name, values) in facets {
        writeln!(out)?;
        text::heading(out, &format!("by {name}"), width)?;
        for facet in values.iter().take(SHOWN) {
            let count = thousands(facet.count as u64);
            writeln!(out, "  {count:>9}  {}", line(&facet.value))?;
        }
        if let Some(more) = values.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            writeln!(out, "  {FAINT}{:>9}  and {more} more{FAINT:#}", "")?;
        }
    }
    Ok(())
}

/// `{"kind": [{"value": "quote", "count": 3}, …], …}`
pub(crate) fn json(facets: &[(&'static str, Vec<Facet>)]) -> Value {
    let list = |values: &[Facet]| -> Value {
        values
            .iter()
            .map(|facet| json!({ "value": facet.value, "count": facet.count }))
            .collect()
    };
    facets
        .iter()
        .map(|(name, values)| ((*name).to_owned(), list(values)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// `{"facet": "kind", "value": "quote", "count": 3}`, one a line.
pub(crate) fn lines(
    out: &mut impl Write,
    facets: &[(&'static str, Vec<Facet>)],
    query: Option<&str>,
) -> io::Result<()> {
    for (name, values) in facets {
        for facet in values {
            let mut object = json!({ "facet": name, "value": facet.value, "count": facet.count });
            if let Some(query) = query {
                object["query"] = query.into();
            }
            writeln!(out, "{object}")?;
        }
    }
    Ok(())
}
