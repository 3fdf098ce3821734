//! What a rule or the model found: words, the words that report them, and the words that name their source.

use crate::attribution::{Basis, Medium};
use crate::date::Day;
use crate::text::Span;

/// Words tied to a source, before it is known who that is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Statement {
    /// The words reported, in pieces where the attribution interrupts them: in order, not overlapping, never empty.
    pub(crate) content: Vec<Span>,
    /// The words that report: "said", "according to", "has repeatedly alleged".
    pub(crate) cue: Option<Span>,
    /// The words that name the source.
    pub(crate) source: Option<Span>,
    /// The rule that ties them.
    pub(crate) basis: Basis,
    /// The words are the source's own though no marks enclose them: a post, a turn, a block quotation.
    pub(crate) verbatim: bool,
    /// What a post tells of itself; nothing for other words.
    pub(crate) post: Option<Post>,
    /// How sure the finder is, 0 to 1; what two finders claim goes to the surer.
    pub(crate) confidence: f32,
    /// What found it, for people: the rule's name, or the model's figures.
    pub(crate) why: String,
}

/// What the line under a post tells: "— Ann Lee (@annlee) May 2, 2020".
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Post {
    pub(crate) medium: Option<Medium>,
    /// The account, with its `@`.
    pub(crate) handle: Option<String>,
    /// The day, and the words that give it.
    pub(crate) day: Option<(Span, Day)>,
}

impl Statement {
    /// The first place any of its words stand at.
    pub(crate) fn start(&self) -> usize {
        self.content.first().map_or(0, |span| span.start)
    }

    /// The shortest span that holds all of its content.
    pub(crate) fn extent(&self) -> Span {
        match (self.content.first(), self.content.last()) {
            (Some(first), Some(last)) => Span::new(first.start, last.end),
            _ => Span::default(),
        }
    }

    /// Whether any of its content lies in `span`.
    pub(crate) fn overlaps(&self, span: Span) -> bool {
        self.content.iter().any(|piece| piece.overlaps(span))
    }

    /// The shortest span that holds its content, its cue and its source.
    pub(crate) fn reach(&self) -> Span {
        let words = [self.cue, self.source].into_iter().flatten();
        words.fold(self.extent(), Span::cover)
    }
}
