//! What goes to standard error: counts, warnings, rejected inputs, and progress where somebody watches.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use anstyle::{AnsiColor, Style};

use crate::print::plain::harmless;

/// Speaks to standard error.
pub(crate) struct Voice {
    quiet: bool,
    progress: bool,
    shown: Option<Instant>,
}

const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
const BETWEEN: Duration = Duration::from_millis(100);

impl Voice {
    /// A voice that keeps counts and progress to itself when `quiet`; progress shows on a terminal only.
    pub(crate) fn new(quiet: bool) -> Self {
        Self {
            quiet,
            progress: !quiet && io::stderr().is_terminal(),
            shown: None,
        }
    }

    /// The run failed.
    pub(crate) fn error(&mut self, error: &anyhow::Error) {
        self.labelled(RED, "error", &visible(&format!("{error:#}")));
    }

    /// An input was left out.
    pub(crate) fn rejected(&mut self, error: &onrecord::error::Error) {
        self.labelled(RED, "rejected", &on_a_line(error));
    }

    /// Something a reader should know, though all goes on.
    pub(crate) fn warning(&mut self, message: impl Display) {
        self.labelled(YELLOW, "warning", &on_a_line(message));
    }

    /// A count or a summary.
    pub(crate) fn note(&mut self, message: impl Display) {
        if !self.quiet {
            self.clear();
            line(&message.to_string());
        }
    }

    /// How far the run is; at most ten times a second, each over the one before.
    pub(crate) fn progress(&mut self, message: impl FnOnce() -> String) {
        let due = self.shown.is_none_or(|shown| shown.elapsed() >= BETWEEN);
        if self.progress && due {
            let mut stderr = io::stderr().lock();
            let _ = write!(stderr, "\r\u{1b}[K{}", message());
            let _ = stderr.flush();
            self.shown = Some(Instant::now());
        }
    }

    fn clear(&mut self) {
        if self.shown.take().is_some() {
            let _ = write!(io::stderr().lock(), "\r\u{1b}[K");
        }
    }

    fn labelled(&mut self, style: Style, label: &str, message: &str) {
        self.clear();
        line(&format!("{style}{label}:{style:#} {message}"));
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.clear();
    }
}

/// A message may hold a file's name or words; they may break lines but not drive the terminal.
fn visible(message: &str) -> String {
    message
        .split('\n')
        .map(on_a_line)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The same of what is one line of many, and must not look like two.
fn on_a_line(message: impl Display) -> String {
    message.to_string().chars().filter_map(harmless).collect()
}

fn line(message: &str) {
    // Nothing is left to do where standard error is closed.
    let _ = writeln!(anstream::stderr().lock(), "{message}");
}
