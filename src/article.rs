//! What was read: one news text with its headline, publisher, byline, address and day.

use crate::date::Day;
use crate::text::Span;

/// One news text and what its source says about it, as far as the source says it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// What tells it from every other article; an article with the same id replaces this one.
    pub id: String,
    /// Its title as the publisher set it.
    pub headline: Option<String>,
    /// Who published it: a newspaper, an agency, a site.
    pub publisher: Option<String>,
    /// Who wrote it, without "By".
    pub byline: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The local day of publication.
    pub published: Option<Day>,
    /// Its language, as ISO 639-1 (`en`), where it was given or is plain.
    pub language: Option<String>,
    /// Where it was read, as the user named it; `-` for standard input.
    pub path: String,
    /// All its text. Every [`Span`] of a passage is a place in it.
    pub text: String,
    /// The parts of `text` that are the article itself, in order: without a headline, byline, dateline or day that
    /// stands in the text, and without what a publisher hangs on at the ends.
    pub body: Vec<Span>,
    /// The paragraphs that the source's markup sets as block quotations.
    pub quotations: Vec<Span>,
}
