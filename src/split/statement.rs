//! What a rule or the model found: words, the words that report them, and the words that name their source.

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
    /// How sure the finder is, 0 to 1; what two finders claim goes to the surer.
    pub(crate) confidence: f32,
    /// What found it, for people: the rule's name, or the model's figures.
    pub(crate) why: String,
}
