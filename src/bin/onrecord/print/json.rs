//! JSON documents whose long list is written as it comes, so that they need no memory of their own.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use crate::wire;

/// One object on a line of its own.
pub(crate) fn line(out: &mut impl Write, object: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, object)?;
    out.write_all(b"\n")
}

/// A document `{"format_version":1,"NAME":[…]}`.
pub(crate) struct Document<W: Write>(List<W>);

impl<W: Write> Document<W> {
    /// Opens a document whose list is called `name`.
    pub(crate) fn open(mut out: W, name: &str) -> io::Result<Self> {
        write!(out, "{{\"format_version\":{},", wire::VERSION)?;
        Ok(Self(List::open(out, &[], name)?))
    }

    /// Writes the next of the list.
    pub(crate) fn item(&mut self, object: &impl Serialize) -> io::Result<()> {
        self.0.item(object)
    }

    /// Closes list and document.
    pub(crate) fn close(self) -> io::Result<W> {
        let mut out = self.0.close()?;
        out.write_all(b"}\n")?;
        Ok(out)
    }
}

/// Fields of an object, the last of them a list: `"a":1,"NAME":[…]`.
pub(crate) struct List<W: Write> {
    out: W,
    empty: bool,
}

impl<W: Write> List<W> {
    /// Writes `fields` and opens the list called `name`.
    pub(crate) fn open(mut out: W, fields: &[(&str, Value)], name: &str) -> io::Result<Self> {
        for (field, value) in fields {
            write!(out, "\"{field}\":{value},")?;
        }
        write!(out, "\"{name}\":[")?;
        Ok(Self { out, empty: true })
    }

    /// Writes the next of the list.
    pub(crate) fn item(&mut self, object: &impl Serialize) -> io::Result<()> {
        self.out
            .write_all(if self.empty { b"\n" } else { b",\n" })?;
        self.empty = false;
        Ok(serde_json::to_writer(&mut self.out, object)?)
    }

    /// Closes the list.
    pub(crate) fn close(mut self) -> io::Result<W> {
        self.out.write_all(b"]")?;
        Ok(self.out)
    }
}
