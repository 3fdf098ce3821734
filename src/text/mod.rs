//! Characters only: spans, tokens, sentences, quotation marks, folding. Knows no news.

mod excerpt;
mod glottal;
mod span;

pub mod fold;
pub mod marks;
pub mod paragraph;
pub(crate) mod quick;
pub mod sentence;
pub mod token;

pub use excerpt::Excerpt;
pub use span::Span;
