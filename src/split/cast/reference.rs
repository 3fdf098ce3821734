//! A reference: words that mean somebody, and what they do in their sentence.

use std::ops::Range;

use super::member::Gender;
use super::phrase::Which;

/// Words that mean somebody, and whom.
#[derive(Debug, Clone)]
pub(crate) struct Reference {
    pub(crate) tokens: Range<usize>,
    pub(crate) who: Who,
    pub(super) gender: Gender,
    pub(super) place: Place,
    pub(super) says: Says,
    pub(super) opening: Opening,
    pub(crate) form: Form,
    /// Of a description, how known whom it means is taken to be.
    pub(super) which: Option<Which>,
    /// Whether a description’s noun is not known to mean somebody.
    pub(super) guessed: bool,
}

impl Reference {
    /// Whether it is the source of a report.
    pub(crate) fn speaks(&self) -> bool {
        self.says != Says::Nothing
    }

    /// Whether it is the subject of its clause.
    pub(crate) fn is_subject(&self) -> bool {
        self.place == Place::Subject
    }
}

/// How words refer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Name,
    Phrase,
    Pronoun,
}

/// Whether words are the source of a report, and how that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    Nothing,
    /// A verb of saying stands beside them.
    Beside,
    /// They stand in the source of a statement.
    Stated,
    Both,
}

impl Says {
    pub(super) fn of(beside: bool, stated: bool) -> Self {
        match (beside, stated) {
            (false, false) => Self::Nothing,
            (true, false) => Self::Beside,
            (false, true) => Self::Stated,
            (true, true) => Self::Both,
        }
    }
}

/// Whom words mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// A member of the cast.
    Member(usize),
    /// Somebody whom these tokens describe.
    Described(Range<usize>),
}

/// Whether a reference opens its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    None,
    /// It does, or is named behind the words that do.
    Itself,
    /// It does behind words that say whose it is: "Lee’s brother Ewan".
    Owned,
}

impl Opening {
    pub(super) fn of(opens: bool) -> Self {
        if opens { Self::Itself } else { Self::None }
    }
}

/// What words do in their clause, as far as their neighbours tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Subject,
    Object,
    /// Behind a preposition.
    Oblique,
    /// Before a genitive.
    Possessor,
}
