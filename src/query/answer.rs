//! What a query finds: passages with their article and the places that matched.

use std::sync::Arc;

use super::Cursor;
use crate::article::Article;
use crate::passage::Passage;
use crate::text::Span;

/// The passages found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hits {
    /// How many there are in all, as they are shown: the same words once.
    pub total: usize,
    /// Those asked for, in order.
    pub hits: Vec<Hit>,
}

/// A passage found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The passage.
    pub passage: Passage,
    /// The article it stands in.
    pub article: Arc<Article>,
    /// How well it answers; comparable within one answer only.
    pub score: f32,
    /// Where it matched: bytes of `passage.words.text()`, in order, not overlapping.
    pub matches: Vec<Span>,
    /// Other articles that print the same words.
    pub also_in: Vec<AlsoIn>,
    /// Its place in the order, for [`Query::after`](super::Query::after).
    pub cursor: Cursor,
}

/// Another passage with the same words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlsoIn {
    /// Its id.
    pub passage: String,
    /// The article it stands in.
    pub article: Arc<Article>,
}

/// The articles found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ArticleHits {
    /// How many there are in all.
    pub total: usize,
    /// Those asked for, in order.
    pub hits: Vec<ArticleHit>,
}

/// An article found.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleHit {
    /// The article.
    pub article: Arc<Article>,
    /// How well it answers; comparable within one answer only.
    pub score: f32,
    /// Its passages that answer best, the best first.
    pub passages: Vec<Hit>,
}

/// A value that passages found have, and how many have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The value: a speaker, a kind, a publisher, a medium, a cue, a year.
    pub value: String,
    /// How many passages have it.
    pub count: usize,
}
