//! An article → its passages: pure, and unable to fail.
//!
//! The order of work: the body is laid out (paragraphs, quotation marks, sentences, tokens); posts, turns of an
//! interview and block quotations take their paragraphs whole; statements are found in the rest, with what reports them
//! and who; quotations that nothing reports are tied to what stands around them; sources become speakers; statements
//! are cut into quotes and claims; what is left are facts.

mod block;
mod coreference;
mod cue;
mod cut;
mod document;
mod fact;
mod floating;
mod medium;
mod post;
mod quote;
mod report;
mod said;
mod statement;
mod turn;

use crate::article::Article;
use crate::passage::Passage;
use crate::text::Span;
use document::Document;
use statement::Statement;

/// A passage and why it came out as it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The passage.
    pub passage: Passage,
    /// The rules and figures that made it, in the order in which they spoke.
    pub why: Vec<String>,
}

/// The passages of `article`, in the order in which they stand in it; a claim stands before the quotes inside it.
pub fn passages(article: &Article) -> Vec<Passage> {
    explained(article)
        .into_iter()
        .map(|explained| explained.passage)
        .collect()
}

/// The passages of `article`, each with the reasons for it.
pub fn explained(article: &Article) -> Vec<Explained> {
    let document = Document::of(article);
    let cast = coreference::Cast::of(&document);
    cut::passages(&document, &cast, &statements(&document))
}

/// Every statement of the body, in order of place, none overlapping another.
fn statements(document: &Document) -> Vec<Statement> {
    let mut statements = post::posts(document);
    for more in [
        turn::turns(document),
        block::blocks(document),
        report::statements(document),
    ] {
        for statement in more {
            if !statements
                .iter()
                .any(|taken| overlap(document, taken, &statement))
            {
                statements.push(statement);
            }
        }
    }
    statements.sort_by_key(Statement::start);
    floating::attach(document, &mut statements);
    statements
}

/// Whether two statements claim the same words, or one the paragraph that the other takes whole.
fn overlap(document: &Document, taken: &Statement, new: &Statement) -> bool {
    let whole = |piece: &Span| document.paragraphs[document.paragraph_at(piece.start)].span;
    taken
        .content
        .iter()
        .any(|piece| new.overlaps(if taken.verbatim { whole(piece) } else { *piece }))
}
