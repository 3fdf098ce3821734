//! The file that rejected inputs are written to, an object a line.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use onrecord::error::Error;
use serde_json::json;

/// The file that rejected inputs are written to.
pub(crate) struct Rejects {
    out: BufWriter<File>,
    path: PathBuf,
}

impl Rejects {
    pub(crate) fn open(path: &Path) -> anyhow::Result<Self> {
        let file = File::create(path).with_context(|| failed(path))?;
        Ok(Self {
            out: BufWriter::new(file),
            path: path.to_owned(),
        })
    }

    pub(crate) fn write(&mut self, error: &Error) -> anyhow::Result<()> {
        let place = error.place();
        let path = place.map(|place| place.path.as_str());
        let size = path.and_then(|path| std::fs::metadata(path).ok());
        let object = json!({
            "path": path,
            "record": place.and_then(|place| place.line),
            "reason": error.message(),
            "bytes": size.filter(std::fs::Metadata::is_file).map(|about| about.len()),
        });
        // Whoever follows the file sees each as it comes.
        writeln!(self.out, "{object}")
            .and_then(|()| self.out.flush())
            .with_context(|| failed(&self.path))
    }
}

fn failed(path: &Path) -> String {
    format!("cannot write rejected inputs to {}", path.display())
}
