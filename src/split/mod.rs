//! An article → its passages: pure, and unable to fail.

mod cast;
mod casting;
mod coreference;
mod document;
mod gloss;
mod lexicon;
mod member;
mod mention;
mod name;
mod phrase;
mod role;
mod source;
mod statement;

use crate::article::Article;
use crate::passage::{Kind, Passage};
use crate::text::Excerpt;

/// The passages of `article`, in the order in which they stand in it.
pub fn passages(article: &Article) -> Vec<Passage> {
    let document = document::Document::of(article);
    let sentences = document.sentences.iter();
    sentences
        .map(|sentence| Passage {
            id: format!("{}-{}", article.id, sentence.span.start),
            kind: Kind::Fact,
            words: Excerpt::cut(document.text, [sentence.span]),
            context: Excerpt::cut(document.text, [sentence.span]),
            said: None,
        })
        .collect()
}
