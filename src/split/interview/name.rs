//! A name above an interview, and what the word before it tells.

use crate::split::document::{Document, Paragraph};
use crate::split::model::tag::Tag;
use crate::text::Span;

/// A run of two capitals or more.
pub(super) struct Name {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) span: Span,
    pub(super) is_place: bool,
    /// Whether it is what somebody goes by: ‹known as Oriole›.
    pub(super) is_other: bool,
}

impl Name {
    /// Whether it is where something is: ‹at the Grand Hotel›.
    pub(super) fn is_scene(&self, document: &Document) -> bool {
        self.first
            .checked_sub(1)
            .into_iter()
            .chain([self.first])
            .any(|at| {
                ["in", "at", "near", "the"].contains(&document.word(at).to_lowercase().as_str())
            })
    }
}

/// The names of a paragraph, in order.
pub(super) fn names(document: &Document, paragraph: &Paragraph) -> Vec<Name> {
    let capital = |at: usize| {
        document.word(at).starts_with(char::is_uppercase) && !document.word(at).ends_with("day")
    };
    let mut names = Vec::new();
    let mut at = paragraph.tokens.start;
    while at < paragraph.tokens.end {
        // "Under Hvalness law": what opens a sentence belongs to no name.
        let opener = matches!(
            document.tag(at),
            Some(Tag::IN | Tag::DT | Tag::CC | Tag::RB | Tag::WRB | Tag::PRPS | Tag::PRP)
        );
        let first = at + usize::from(opener);
        at = first;
        while at < paragraph.tokens.end && capital(at) {
            at += 1;
        }
        // "the singer known as Oriole"
        let called = first
            .checked_sub(1)
            .is_some_and(|at| ["as", "named", "called"].contains(&document.word(at)));
        if at >= first + 2 || called && at > first {
            let before = first.saturating_sub(1)..first + 1;
            let mut before = before.map(|at| document.word(at).to_lowercase());
            names.push(Name {
                first,
                end: at,
                span: document.tokens[first]
                    .span
                    .cover(document.tokens[at - 1].span),
                is_other: called,
                is_place: before.any(|word| PLACES.contains(&word.as_str()))
                    && !asked_of(document, first),
            });
        }
        at = at.max(first + usize::from(!opener));
    }
    names
}

/// ‹Three questions to | Ann Lee›
fn asked_of(document: &Document, first: usize) -> bool {
    first > 1
        && document.word(first - 1) == "to"
        && matches!(document.word(first - 2), "questions" | "Questions")
}

/// The words before the name of a place or an institution.
const PLACES: [&str; 7] = ["in", "at", "from", "the", "of", "near", "to"];
