//! The one error: what was being done, to what, where in it, and what was wrong.

use std::fmt;

/// A result whose error is [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong, told so that a reader knows what to try next. One pointer wide.
pub struct Error(Box<Report>);

struct Report {
    kind: ErrorKind,
    place: Option<Place>,
    message: String,
    hint: Option<String>,
}

/// What a caller may want to do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// An input that cannot be read as an article: it is left out, the rest goes on.
    Input,
    /// A query that cannot be meant.
    Query,
    /// No index where one was looked for.
    NoIndex,
    /// The index was written by a program of another format.
    Format,
    /// Another process is writing to the index.
    Locked,
    /// The index is damaged.
    Damaged,
    /// The operating system refused: no such file, no permission, disk full.
    Io,
}

/// Where in an input something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The path as the user gave it; `-` for standard input.
    pub path: String,
    /// The line or record, counted from one.
    pub line: Option<u64>,
}

impl Error {
    /// An error of `kind` that says `message`.
    #[must_use]
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Report {
            kind,
            place: None,
            message: message.into(),
            hint: None,
        }))
    }

    /// The same error, known to be in `path`.
    #[must_use]
    pub fn in_path(mut self, path: impl Into<String>) -> Self {
        let line = self.0.place.take().and_then(|place| place.line);
        self.0.place = Some(Place {
            path: path.into(),
            line,
        });
        self
    }

    /// The same error, known to be at `line` (or record) of its path, counted from one.
    #[must_use]
    pub fn at_line(mut self, line: u64) -> Self {
        let path = self
            .0
            .place
            .take()
            .map(|place| place.path)
            .unwrap_or_default();
        self.0.place = Some(Place {
            path,
            line: Some(line),
        });
        self
    }

    /// The same error with a word on what to try.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    /// What kind of error this is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Where it is, if it is anywhere.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.0.place.as_ref()
    }

    /// What was wrong, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.0.place {
            f.write_str(&place.path)?;
            if let Some(line) = place.line {
                write!(f, ":{line}")?;
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.0.message)?;
        if let Some(hint) = &self.0.hint {
            write!(f, "; {hint}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {self}", self.0.kind)
    }
}

impl std::error::Error for Error {}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::new(ErrorKind::Io, error.to_string())
    }
}
