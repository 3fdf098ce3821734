//! Looks at all of an index for damage.

use super::block::Block;
use super::folder::Index;
use super::guard::guarded;
use crate::error::Result;
use crate::text::{Excerpt, Span};

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
    /// Reads everything: the checksum of each file, each article, and whether its passages stand in it.
    ///
    /// # Errors
    /// When the index cannot be read at all. Damage found is no error: it is told in the answer.
    pub fn check(&self) -> Result<Checked> {
        let mut checked = Checked::default();
        for file in self.files()? {
            match self.tantivy().directory().validate_checksum(&file) {
                Ok(true) => {}
                Ok(false) => checked
                    .damage
                    .push(format!("{} is not as it was written", file.display())),
                Err(error) => checked
                    .damage
                    .push(format!("{} cannot be read: {error}", file.display())),
            }
        }
        if !checked.damage.is_empty() {
            return Ok(checked);
        }
        let read = guarded(|| {
            let searcher = self.searcher()?;
            searcher.for_each_article(|article, passages| {
                checked.articles += 1;
                // A file that was damaged when it was put together with others has a right checksum again.
                let written = Block::new(&article, &passages).hash;
                if searcher.hash(&article.id).ok().flatten() != Some(written) {
                    let place = format!("article {} is not as it was written", article.id);
                    checked.damage.push(place);
                }
                checked.passages += passages.len();
                for passage in &passages {
                    let stands = |excerpt: &Excerpt| {
                        let spans = excerpt.spans();
                        spans
                            .iter()
                            .all(|&span| Span::whole(&article.text).contains(span))
                            && spans.is_sorted_by(|a, b| a.end <= b.start)
                    };
                    if !stands(&passage.words) || !stands(&passage.context) {
                        let place = format!(
                            "passage {} does not stand in its article {}",
                            passage.id, article.id
                        );
                        checked.damage.push(place);
                    }
                }
                true
            })
        });
        if let Err(error) = read {
            checked.damage.push(error.to_string());
        }
        Ok(checked)
    }
}
