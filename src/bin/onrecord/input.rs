//! What to read: paths as typed and as listed in a file, and the format they are in.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use onrecord::read::{self, Options, Source};

/// What to read.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// Files or folders to read; - is standard input
    #[arg(required_unless_present = "files_from", value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Read also the paths listed in this file, one a line; - is standard input
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    files_from: Option<PathBuf>,

    /// The paths listed end with a NUL instead of a line's end
    #[arg(long, short = '0', requires = "files_from", hide_short_help = true)]
    null: bool,

    /// The format of every input, where it should not be told from content and name
    #[arg(long, value_name = "FORMAT", value_parser = format, hide_short_help = true)]
    from: Option<read::Format>,
}

impl Input {
    /// Takes in the list of paths, if there is one.
    pub(crate) fn settle(&mut self) -> anyhow::Result<()> {
        let Some(list) = self.files_from.take() else {
            return Ok(());
        };
        let failed = || format!("cannot read the list of paths {}", list.display());
        let mut bytes = Vec::new();
        if list.as_os_str() == "-" {
            std::io::stdin()
                .lock()
                .read_to_end(&mut bytes)
                .with_context(failed)?;
        } else {
            bytes = std::fs::read(&list).with_context(failed)?;
        }
        let end = if self.null { 0 } else { b'\n' };
        let listed = bytes.split(|&byte| byte == end).map(|line| {
            let line = if self.null {
                line
            } else {
                line.strip_suffix(b"\r").unwrap_or(line)
            };
            path(line)
        });
        self.paths
            .extend(listed.filter(|path| !path.as_os_str().is_empty()));
        Ok(())
    }

    pub(crate) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// The inputs, in their order.
    pub(crate) fn sources(&self) -> impl Iterator<Item = onrecord::error::Result<Source>> {
        read::sources(&self.paths)
    }

    /// How to read them; articles that nothing names are placed against `root`.
    pub(crate) fn options(&self, root: &Path) -> Options {
        Options {
            from: self.from,
            root: root.to_owned(),
        }
    }
}

/// A path as the system has it, which need not be UTF-8.
#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

fn format(typed: &str) -> Result<read::Format, String> {
    let known = read::Format::ALL;
    known
        .iter()
        .find(|format| format.as_str() == typed)
        .copied()
        .ok_or_else(|| {
            let names: Vec<_> = known.iter().map(|format| format.as_str()).collect();
            format!("the formats are {}", names.join(", "))
        })
}
