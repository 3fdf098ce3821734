//! The file that rejected inputs are written to, an object a line.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Context;
use onrecord::error::Error;
use serde_json::json;

/// The file that rejected inputs are written to.
pub(crate) struct Rejects(BufWriter<File>);

impl Rejects {
    pub(crate) fn open(path: &Path) -> anyhow::Result<Self> {
        let file = File::create(path)
            .with_context(|| format!("cannot write rejected inputs to {}", path.display()))?;
        Ok(Self(BufWriter::new(file)))
    }

    pub(crate) fn write(&mut self, error: &Error) -> std::io::Result<()> {
        let place = error.place();
        let path = place.map(|place| place.path.as_str());
        let size = path.and_then(|path| std::fs::metadata(path).ok());
        let object = json!({
            "path": path,
            "record": place.and_then(|place| place.line),
            "reason": error.message(),
            "bytes": size.filter(std::fs::Metadata::is_file).map(|about| about.len()),
        });
        writeln!(self.0, "{object}")?;
        // Whoever follows the file sees each as it comes.
        self.0.flush()
    }
}
