//! JSON documents whose long list is written as it comes, so that they need no memory of their own.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

use super::plain;
use crate::wire;

/// Writes `object` without a blank; what could move a terminal's cursor or turn its lines around is written as an escape,
/// which a reader of JSON takes for the same character.
fn write(out: &mut impl Write, object: &impl Serialize) -> io::Result<()> {
    object.serialize(&mut Serializer::with_formatter(out, Harmless))?;
    Ok(())
}

struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        out: &mut W,
        text: &str,
    ) -> io::Result<()> {
        let mut rest = text;
        let harmful = |c: char| !c.is_ascii() && plain::harmless(c) != Some(c);
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| harmful(*c)) {
            out.write_all(&rest.as_bytes()[..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = &rest[at + c.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }
}

/// One object on a line of its own.
pub(crate) fn line(out: &mut impl Write, object: &impl Serialize) -> io::Result<()> {
    write(out, object)?;
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
        write(&mut self.out, object)
    }

    /// Closes the list.
    pub(crate) fn close(mut self) -> io::Result<W> {
        self.out.write_all(b"]")?;
        Ok(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn what_would_reach_the_terminal_is_escaped() {
        let text = "one\u{202e}two\u{9b}31m “three” \u{1f600}\n";
        let mut out = Vec::new();
        let written = line(&mut out, &text);
        assert!(written.is_ok());
        assert_eq!(
            String::from_utf8_lossy(&out),
            "\"one\\u202etwo\\u009b31m “three” \u{1f600}\\n\"\n"
        );
        let again: Option<String> = serde_json::from_slice(&out).ok();
        assert_eq!(again.as_deref(), Some(text));
    }
}
