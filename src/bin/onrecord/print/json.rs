//! JSON documents whose long list is written as it comes, so that they need no memory of their own.

use std::io::{self, Write};

use serde::Serialize;

use crate::wire;

/// One object on a line of its own.
pub(crate) fn line(out: &mut impl Write, object: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, object)?;
    out.write_all(b"\n")
}

/// A document `{"format_version":1, …, "NAME":[…]}`.
pub(crate) struct Document<W: Write> {
    out: W,
    empty: bool,
}

impl<W: Write> Document<W> {
    /// Opens a document whose list is called `name`.
    pub(crate) fn open(out: W, name: &str) -> io::Result<Self> {
        Self::open_with(out, &[], name)
    }

    /// Opens a document with further `fields` before its list.
    pub(crate) fn open_with(
        mut out: W,
        fields: &[(&str, serde_json::Value)],
        name: &str,
    ) -> io::Result<Self> {
        write!(out, "{{\"format_version\":{}", wire::VERSION)?;
        for (field, value) in fields {
            write!(out, ",\"{field}\":")?;
            serde_json::to_writer(&mut out, value)?;
        }
        write!(out, ",\"{name}\":[")?;
        Ok(Self { out, empty: true })
    }

    /// Writes the next of the list.
    pub(crate) fn item(&mut self, object: &impl Serialize) -> io::Result<()> {
        self.out
            .write_all(if self.empty { b"\n" } else { b",\n" })?;
        self.empty = false;
        Ok(serde_json::to_writer(&mut self.out, object)?)
    }

    /// Closes list and document.
    pub(crate) fn close(mut self) -> io::Result<W> {
        self.out.write_all(b"]}\n")?;
        Ok(self.out)
    }
}
