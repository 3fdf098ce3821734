//! Where results go: standard output, coloured and wrapped where a person looks at it, through a pager where it is long.

use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::{Child, Command, Stdio};

use anstream::{AutoStream, ColorChoice, StripStream};

use crate::print::plain::{Width, harmless};

/// What is known of standard output; the environment is read here, once.
#[derive(Debug, Clone)]
pub(crate) struct Terminal {
    /// Whether styles are shown.
    pub(crate) colour: bool,
    pager: Option<Vec<String>>,
    /// How wide lines of text are.
    pub(crate) width: Width,
}

impl Terminal {
    /// Looks at standard output; `colour` is what the user asked for.
    pub(crate) fn look(colour: clap::ColorChoice, page: bool) -> Self {
        let stdout = io::stdout();
        let person = stdout.is_terminal();
        let colour = match colour {
            clap::ColorChoice::Always => true,
            clap::ColorChoice::Never => false,
            clap::ColorChoice::Auto => AutoStream::choice(&stdout) != ColorChoice::Never,
        };
        let asked = std::env::var("COLUMNS").ok();
        let asked = asked.and_then(|columns| columns.parse().ok());
        let width = match (asked, terminal_size::terminal_size()) {
            (Some(columns), _) => Width::columns(columns),
            (_, Some((terminal_size::Width(columns), _))) if person => {
                Width::columns(columns.into())
            }
            _ => Width::ENDLESS,
        };
        let pager = (person && page).then(pager).flatten();
        Self {
            colour,
            pager,
            width,
        }
    }

    /// A stream for text, which may hold styles.
    pub(crate) fn text(&self) -> Out {
        let stream: Box<dyn Write + Send> = Box::new(stdout());
        Out {
            stream: self.styled(stream),
            pager: None,
        }
    }

    /// A stream for text that may be longer than the screen.
    pub(crate) fn long_text(&self) -> Out {
        let Some((program, arguments)) = self.pager.as_ref().and_then(|words| words.split_first())
        else {
            return self.text();
        };
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped());
        if std::env::var_os("LESS").is_none() {
            // Leave at once when it fits on one screen, keep colours, leave the text on the screen.
            command.env("LESS", "FRX");
        }
        match command.spawn() {
            Ok(mut child) => match child.stdin.take() {
                Some(stdin) => Out {
                    stream: self.styled(Box::new(BufWriter::new(stdin))),
                    pager: Some(child),
                },
                None => self.text(),
            },
            // A pager that is not there is no reason to show nothing.
            Err(_) => self.text(),
        }
    }

    fn styled(&self, stream: Box<dyn Write + Send>) -> Box<dyn Write + Send> {
        if self.colour {
            stream
        } else {
            Box::new(StripStream::new(stream))
        }
    }
}

/// A stream for data, which is written as it is to all but a terminal, which it must not drive.
pub(crate) fn data() -> Out {
    Out {
        stream: if io::stdout().is_terminal() {
            Box::new(Tame::new(stdout()))
        } else {
            Box::new(stdout())
        },
        pager: None,
    }
}

/// Passes text on without what moves a terminal's cursor or turns its lines around.
struct Tame<W: Write> {
    out: W,
    /// The beginning of a character whose end has not come yet.
    begun: Vec<u8>,
}

impl<W: Write> Tame<W> {
    fn new(out: W) -> Self {
        Self {
            out,
            begun: Vec::new(),
        }
    }
}

impl<W: Write> Write for Tame<W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.begun.extend_from_slice(buffer);
        let whole = match std::str::from_utf8(&self.begun) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => self.begun.len(),
        };
        let left = self.begun.split_off(whole);
        let tamed: String = String::from_utf8_lossy(&self.begun)
            .chars()
            .filter_map(|c| {
                if matches!(c, '\n' | '\t') {
                    Some(c)
                } else {
                    harmless(c)
                }
            })
            .collect();
        self.begun = left;
        self.out.write_all(tamed.as_bytes())?;
        Ok(buffer.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn stdout() -> BufWriter<io::Stdout> {
    BufWriter::with_capacity(1 << 16, io::stdout())
}

fn pager() -> Option<Vec<String>> {
    let named = std::env::var_os("ONRECORD_PAGER").or_else(|| std::env::var_os("PAGER"));
    let words = named.unwrap_or_else(|| OsString::from("less"));
    let words: Vec<String> = words
        .to_str()?
        .split_whitespace()
        .map(String::from)
        .collect();
    (!words.is_empty() && words != ["cat"]).then_some(words)
}

/// A stream of results.
pub(crate) struct Out {
    stream: Box<dyn Write + Send>,
    pager: Option<Child>,
}

impl Out {
    /// Writes what is still held and, where there is a pager, waits until its reader has had enough.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        let written = self.stream.flush();
        self.stream = Box::new(io::sink());
        if let Some(mut pager) = self.pager.take() {
            pager.wait()?;
        }
        written
    }
}

impl Write for Out {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.stream.write(buffer)
    }

    fn write_all(&mut self, buffer: &[u8]) -> io::Result<()> {
        self.stream.write_all(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::Tame;

    #[track_caller]
    fn case(words: &str, tamed: &str) {
        // However the words are cut.
        for size in 1..=words.len() {
            let mut out = Tame::new(Vec::new());
            for piece in words.as_bytes().chunks(size) {
                assert!(out.write_all(piece).is_ok());
            }
            assert_eq!(String::from_utf8_lossy(&out.out), tamed, "by {size}");
        }
    }

    #[test]
    fn no_word_drives_the_terminal() {
        case("a,“é”\tb\n", "a,“é”\tb\n");
        case(
            "\u{1b}[2J\u{9b}31m\u{202e}x\u{7}",
            "␛[2J\u{fffd}31m\u{fffd}x␇",
        );
    }
}
