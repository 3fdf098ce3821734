//! Who is on record for words: the source as written, who that is, the words that report, the rule that found it.

use crate::text::Excerpt;

/// How an article ties words to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// Unique in its article (`a3`); a claim and the quotes inside it share one.
    pub id: String,
    /// Who it is.
    pub speaker: Speaker,
    /// The words that name the source: "his office", "she", "Krebs’ statement".
    pub source: Option<Excerpt>,
    /// The words that report: "said", "according to", "has repeatedly alleged".
    pub cue: Option<Excerpt>,
    /// Through what it was said, where the article tells.
    pub medium: Option<Medium>,
    /// The account it was posted from, with its `@`.
    pub handle: Option<String>,
    /// The rule that found it.
    pub basis: Basis,
}

/// Who a source is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaker {
    /// A person or organisation that the article names.
    Named(Name),
    /// Somebody described but never named: "a senior official".
    Described(String),
    /// Nobody is named or described.
    Unnamed,
}

/// A name and the other forms in which the article gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The fullest form, without titles: "Christopher Krebs".
    pub full: String,
    /// Other forms, titles and handles among them: "Krebs", "Chris Krebs", "Director Krebs".
    pub others: Vec<String>,
}

impl Speaker {
    /// The fullest name, where there is a name.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Named(name) => Some(&name.full),
            Self::Described(_) | Self::Unnamed => None,
        }
    }
}

/// Through what words were said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Medium {
    /// A statement, release or announcement.
    Statement,
    /// A post on Twitter or X.
    Tweet,
    /// A post anywhere else.
    Post,
    /// An interview, in print or on the air.
    Interview,
    /// A letter or memo.
    Letter,
    /// An email or text message.
    Email,
    /// A report, study, audit or poll.
    Report,
    /// A speech, rally or address.
    Speech,
    /// A news conference or briefing.
    NewsConference,
    /// Testimony, a hearing, a trial.
    Testimony,
    /// A court filing, ruling, indictment or lawsuit.
    Filing,
    /// A book, article, column or blog.
    Writing,
}

impl Medium {
    /// Every medium, in the order of the documentation.
    pub const ALL: [Self; 12] = [
        Self::Statement,
        Self::Tweet,
        Self::Post,
        Self::Interview,
        Self::Letter,
        Self::Email,
        Self::Report,
        Self::Speech,
        Self::NewsConference,
        Self::Testimony,
        Self::Filing,
        Self::Writing,
    ];

    /// Its name in JSON and in queries.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Tweet => "tweet",
            Self::Post => "post",
            Self::Interview => "interview",
            Self::Letter => "letter",
            Self::Email => "email",
            Self::Report => "report",
            Self::Speech => "speech",
            Self::NewsConference => "news-conference",
            Self::Testimony => "testimony",
            Self::Filing => "filing",
            Self::Writing => "writing",
        }
    }
}

/// The rule that tied words to their source: why, rather than a made-up 0.83.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The source stands in the sentence of the words.
    SameSentence,
    /// The source stands in the sentence before.
    PreviousSentence,
    /// The source stands in the sentence after.
    NextSentence,
    /// The words go on from a quote whose source is known.
    Continued,
    /// The words stand above the line of their signer.
    Signature,
    /// A line opens with the name of who speaks: "Smith: …", "Q. … A. …".
    Turn,
    /// A block quotation whose source the paragraph before it names.
    Introduced,
    /// The words stand between quotation marks and nobody is named for them.
    Marks,
}

impl Basis {
    /// Every basis, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::SameSentence,
        Self::PreviousSentence,
        Self::NextSentence,
        Self::Continued,
        Self::Signature,
        Self::Turn,
        Self::Introduced,
        Self::Marks,
    ];

    /// Its name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SameSentence => "same-sentence",
            Self::PreviousSentence => "previous-sentence",
            Self::NextSentence => "next-sentence",
            Self::Continued => "continued",
            Self::Signature => "signature",
            Self::Turn => "turn",
            Self::Introduced => "introduced",
            Self::Marks => "marks",
        }
    }
}
