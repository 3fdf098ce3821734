//! An article laid out: its paragraphs, sentences, tokens and quotations, each knowing where it stands in the others.

use std::ops::Range;

use super::model::tag::Tag;
use crate::article::Article;
use crate::text::Span;
use crate::text::marks::{self, Quotation};
use crate::text::paragraph;
use crate::text::sentence;
use crate::text::token::{self, Token};

/// The body of an article, laid out once and read by every rule.
pub(crate) struct Document<'a> {
    pub(crate) article: &'a Article,
    pub(crate) text: &'a str,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) tokens: Vec<Token>,
    /// The part of speech of each token, once the model has read them.
    pub(crate) tags: Vec<Tag>,
    /// The outermost quotations, in order; no two overlap.
    pub(crate) quotations: Vec<Quotation>,
}

/// One paragraph of the body.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    pub(crate) span: Span,
    /// Its sentences, as indices into [`Document::sentences`].
    pub(crate) sentences: Range<usize>,
    /// Its tokens, as indices into [`Document::tokens`].
    pub(crate) tokens: Range<usize>,
}

/// One sentence of the body.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    /// The paragraph it stands in, as an index into [`Document::paragraphs`].
    pub(crate) paragraph: usize,
    /// Its tokens, as indices into [`Document::tokens`].
    pub(crate) tokens: Range<usize>,
}

impl<'a> Document<'a> {
    /// Lays out the body of `article`.
    pub(crate) fn of(article: &'a Article) -> Self {
        let text = article.text.as_str();
        let spans: Vec<Span> = article
            .body
            .iter()
            .flat_map(|part| paragraph::paragraphs(text, *part))
            .collect();
        let mut document = Self {
            article,
            text,
            quotations: marks::quotations(text, &spans)
                .into_iter()
                .filter(|quotation| quotation.depth == 0)
                .collect(),
            paragraphs: Vec::with_capacity(spans.len()),
            sentences: Vec::new(),
            tags: Vec::new(),
            tokens: Vec::with_capacity(text.len() / 5),
        };
        for span in spans {
            document.add(span);
        }
        document
    }

    fn add(&mut self, span: Span) {
        let paragraph = self.paragraphs.len();
        let first_token = self.tokens.len();
        let first_sentence = self.sentences.len();
        self.tokens.append(&mut token::tokens(self.text, span));
        let sentences = sentence::sentences(self.text, span, &self.tokens[first_token..]);
        let mut start = first_token;
        for span in sentences {
            let more = &self.tokens[start..];
            let end = start + more.partition_point(|token| token.span.start < span.end);
            self.sentences.push(Sentence {
                span,
                paragraph,
                tokens: start..end,
            });
            start = end;
        }
        self.paragraphs.push(Paragraph {
            span,
            sentences: first_sentence..self.sentences.len(),
            tokens: first_token..self.tokens.len(),
        });
    }

    /// The paragraph that holds the byte at `offset`, or the last one before it.
    pub(crate) fn paragraph_at(&self, offset: usize) -> usize {
        self.paragraphs
            .partition_point(|p| p.span.start <= offset)
            .saturating_sub(1)
    }

    /// The sentence that holds the byte at `offset`, or the last one before it.
    pub(crate) fn sentence_at(&self, offset: usize) -> usize {
        self.sentences
            .partition_point(|s| s.span.start <= offset)
            .saturating_sub(1)
    }

    /// Where the tokens of a range stand; nowhere where it is empty or past the last.
    pub(crate) fn span_of(&self, tokens: Range<usize>) -> Option<Span> {
        let tokens = self.tokens.get(tokens)?;
        let (first, last) = (tokens.first()?, tokens.last()?);
        Some(first.span.cover(last.span))
    }

    /// The tokens that lie in `span` or begin in it, as indices.
    pub(crate) fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self
            .tokens
            .partition_point(|token| token.span.start < span.start);
        let end = self
            .tokens
            .partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }

    /// The words of the token at `index`; nothing past the end.
    pub(crate) fn word(&self, index: usize) -> &'a str {
        let token = self.tokens.get(index);
        token.map_or("", |token| token.of(self.text))
    }

    /// The part of speech of the token at `index`, once the model has read it.
    pub(crate) fn tag(&self, index: usize) -> Option<Tag> {
        self.tags.get(index).copied()
    }

    /// Whether the token at `index` is a verb that makes a clause finite.
    pub(crate) fn is_finite_verb(&self, index: usize) -> bool {
        self.tag(index).is_some_and(Tag::is_finite)
    }

    /// Whether `span` holds a verb that makes a clause finite.
    pub(crate) fn has_finite_verb(&self, span: Span) -> bool {
        self.tokens_in(span).any(|at| self.is_finite_verb(at))
    }

    /// The quotations that overlap `span`, marks included.
    pub(crate) fn quotations_in(&self, span: Span) -> &[Quotation] {
        let start = self
            .quotations
            .partition_point(|quotation| quotation.outer.end <= span.start);
        let end = self
            .quotations
            .partition_point(|quotation| quotation.outer.start < span.end);
        &self.quotations[start..end.max(start)]
    }

    /// The quotation that encloses all of `span`, its marks at both ends.
    pub(crate) fn quotation_of(&self, span: Span) -> Option<&Quotation> {
        let mut quotations = self.quotations_in(span).iter();
        quotations.find(|quotation| quotation.outer == span)
    }

    /// The quotation that holds the byte at `offset`, marks included.
    pub(crate) fn quotation_at(&self, offset: usize) -> Option<&Quotation> {
        let end = self
            .quotations
            .partition_point(|quotation| quotation.outer.start <= offset);
        let last = self.quotations[..end].last();
        last.filter(|quotation| quotation.outer.holds(offset))
    }
}

#[cfg(test)]
mod tests {
    use super::{Article, Document, Span};

    #[test]
    fn lays_out() {
        let text = "Headline\n\n“One. Two,” she said. Three.\n\nFour.".to_owned();
        let body = vec![Span::new(10, text.len())];
        let article = Article {
            text,
            body,
            ..Article::default()
        };
        let document = Document::of(&article);
        let sentences: Vec<&str> = document
            .sentences
            .iter()
            .map(|s| s.span.of(document.text))
            .collect();
        assert_eq!(sentences, ["“One.", "Two,” she said.", "Three.", "Four."]);
        assert_eq!(document.paragraphs.len(), 2);
        assert_eq!(document.paragraphs[1].sentences, 3..4);
        let said = document.text.find("said").unwrap_or_default();
        assert_eq!(document.sentence_at(said), 1);
        assert_eq!(
            document.word(document.tokens_in(Span::new(said, said + 4)).start),
            "said"
        );
        assert!(document.quotation_at(said).is_none());
        assert_eq!(
            document.quotation_at(14).map(|q| q.inner.of(document.text)),
            Some("One. Two,")
        );
    }
}
