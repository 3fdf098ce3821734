//! Looks at all of an index for damage.

use super::folder::{Index, told};
use crate::error::Result;
use crate::text::Span;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// Articles looked at.
    pub articles: usize,
    /// Passages looked at.
    pub passages: usize,
    /// What is wrong, a line each; nothing when the index is whole.
    pub damage: Vec<String>,
}

impl Index {
    /// Reads everything: the checksum of each file, each article, and whether its passages lie in it.
    ///
    /// # Errors
    /// When the index cannot be read at all; damage that leaves the rest readable is told in the answer.
    pub fn check(&self) -> Result<Checked> {
        let mut checked = Checked::default();
        let files = self
            .tantivy()
            .validate_checksum()
            .map_err(|error| told(&error, "check the index"))?;
        let mut files: Vec<_> = files.into_iter().collect();
        files.sort();
        for file in files {
            checked
                .damage
                .push(format!("{} is not as it was written", file.display()));
        }
        self.searcher()?.for_each_article(|article, passages| {
            checked.articles += 1;
            checked.passages += passages.len();
            let whole = Span::whole(&article.text);
            for passage in &passages {
                if !passage
                    .words
                    .spans()
                    .iter()
                    .all(|&span| whole.contains(span))
                {
                    checked
                        .damage
                        .push(format!("passage {} lies outside its article", passage.id));
                }
            }
            true
        })?;
        Ok(checked)
    }
}
