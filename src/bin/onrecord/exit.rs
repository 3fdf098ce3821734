//! How a run ends: the exit status, decided here and nowhere else.

use std::io;
use std::process::ExitCode;

use onrecord::error::{Error, ErrorKind};

/// How a run that did not fail ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All was done; a query found something.
    Done,
    /// Nothing was found.
    Nothing,
    /// Some inputs were rejected, the rest was done.
    Partly,
}

impl Outcome {
    /// `Done` when anything was found.
    pub(crate) fn found(any: bool) -> Self {
        if any { Self::Done } else { Self::Nothing }
    }

    /// `Partly` when anything was rejected, whatever else happened.
    pub(crate) fn but_rejected(self, any: bool) -> Self {
        if any { Self::Partly } else { self }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::Nothing => 1,
            Outcome::Partly => 3,
        })
    }
}

/// The status of a run that failed.
pub(crate) fn failed(error: &anyhow::Error) -> ExitCode {
    let locked = error
        .downcast_ref::<Error>()
        .is_some_and(|error| error.kind() == ErrorKind::Locked);
    ExitCode::from(if locked { 4 } else { 2 })
}

/// The same error; where it is the system's and says no more, it is that of standard output, the one stream whose every
/// line would have to say so.
pub(crate) fn placed(error: anyhow::Error) -> anyhow::Error {
    let system = error
        .chain()
        .next()
        .and_then(|first| first.downcast_ref::<io::Error>());
    if system.is_some() {
        error.context("cannot write to standard output")
    } else {
        error
    }
}

/// Whether the reader of our output has had enough, which is no failure.
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
