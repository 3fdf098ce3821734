//! Words cut from a text, with the places they were cut from.

use super::Span;

/// Words of an article and where they stand in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excerpt {
    text: String,
    spans: Vec<Span>,
}

impl Excerpt {
    /// Cuts `spans` out of `text`, the pieces joined by one blank, so that the words are what stands there.
    ///
    /// # Panics
    /// When a span is not one of `text`.
    #[must_use]
    pub fn cut(text: &str, spans: impl Into<Vec<Span>>) -> Self {
        let spans = spans.into();
        let mut words = String::with_capacity(spans.iter().map(|span| span.len() + 1).sum());
        for (nth, span) in spans.iter().enumerate() {
            if nth > 0 {
                words.push(' ');
            }
            words.push_str(span.of(text));
        }
        Self { text: words, spans }
    }

    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where they stand in the article's text: bytes, in order, not overlapping.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The shortest span of the article's text that holds all of it; empty when nothing was cut.
    #[must_use]
    pub fn extent(&self) -> Span {
        match (self.spans.first(), self.spans.last()) {
            (Some(first), Some(last)) => Span::new(first.start, last.end),
            _ => Span::default(),
        }
    }
}
