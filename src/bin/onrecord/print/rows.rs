//! Lists that are no passages: objects with the same fields each, as JSON or as a table.

use std::io::{self, Write};

use serde_json::{Map, Value};

use super::Format;
use super::csv::io_error;
use super::json::List;
use crate::terminal;
use crate::wire;

/// A list called `name`, of objects with these `columns`.
pub(crate) struct Rows<'a> {
    pub(crate) name: &'a str,
    pub(crate) columns: &'a [&'a str],
    /// What stands before the list in a JSON document.
    pub(crate) fields: Vec<(&'a str, Value)>,
}

impl Rows<'_> {
    /// Writes `rows` in any form but text, each with a value for every column.
    pub(crate) fn write(
        &self,
        format: Format,
        rows: impl Iterator<Item = Vec<Value>>,
    ) -> io::Result<()> {
        let mut out = terminal::data();
        if let Some(delimiter) = format.delimiter() {
            let mut table = csv::WriterBuilder::new()
                .delimiter(delimiter)
                .from_writer(&mut out);
            table.write_record(self.columns).map_err(io_error)?;
            for row in rows {
                table.write_record(row.iter().map(cell)).map_err(io_error)?;
            }
            table.flush()?;
            drop(table);
            return out.finish();
        }
        let mut objects = rows.map(|row| {
            let fields = self.columns.iter().map(|column| (*column).to_owned());
            Value::from(fields.zip(row).collect::<Map<_, _>>())
        });
        if format == Format::Jsonl {
            objects.try_for_each(|object| writeln!(out, "{object}"))?;
            return out.finish();
        }
        write!(out, "{{\"format_version\":{},", wire::VERSION)?;
        let mut list = List::open(out, &self.fields, self.name)?;
        objects.try_for_each(|object| list.item(&object))?;
        let mut out = list.close()?;
        out.write_all(b"}\n")?;
        out.finish()
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        other => other.to_string(),
    }
}
