//! One statement: its kind, its place, its words.

use crate::attribution::Attribution;
use crate::date::Days;
use crate::text::Excerpt;

/// One searchable piece of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The same for the same words of the same article, however often it is read.
    pub id: String,
    /// Quote, claim or fact, with its attribution.
    pub kind: Kind,
    /// Its words and where they stand.
    pub words: Excerpt,
    /// The sentence or sentences it stands in.
    pub context: Excerpt,
    /// When it was said, where the article tells; for a fact, when it happened.
    pub said: Option<Said>,
}

/// What a passage is. A fact with a speaker cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Words of a source, verbatim.
    Quote(Attribution),
    /// What a source is reported to have said, thought, denied or promised, in the article's words.
    Claim(Attribution),
    /// What the article states in its own voice.
    Fact,
}

impl Kind {
    /// Its name in JSON and in queries.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Quote(_) => "quote",
            Self::Claim(_) => "claim",
            Self::Fact => "fact",
        }
    }

    /// Its attribution; a fact has none.
    #[must_use]
    pub const fn attribution(&self) -> Option<&Attribution> {
        match self {
            Self::Quote(attribution) | Self::Claim(attribution) => Some(attribution),
            Self::Fact => None,
        }
    }
}

/// When words were said, as the article puts it and as days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The words that tell: "Tuesday evening".
    pub words: Excerpt,
    /// The days they mean.
    pub days: Days,
}
