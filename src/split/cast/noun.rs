//! A noun: what kind of word a description has for whom it means.

use super::gloss::{Case, Gloss};
use super::lexicon::Trait;
use super::role::is_kin;
use super::unnamed::{MAKERS, NAMELESS, OF_OFFICE};

/// What kind of noun a description has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Noun {
    /// It is a pronoun.
    None,
    /// "mother"
    Kin,
    /// "coroner"
    Office,
    /// "official"
    Nameless,
    /// "woman"
    Anybody,
    /// "defendant", "client"
    Party,
    /// "playwright", "star"
    Artist,
    /// "goalkeeper"
    Role,
    /// "34-year-old"
    Aged,
    /// "Dutchman"
    National,
    /// One that is not known to mean somebody.
    Unknown,
}

impl Noun {
    /// Of what kind the noun at `head` is, which is known to mean somebody.
    pub(super) fn of(gloss: &Gloss, head: usize) -> Self {
        // "the mother-of-two"
        if gloss.word(head).contains("-of-") {
            return Self::Anybody;
        }
        let makes = |noun: &str| MAKERS.iter().any(|(makers, _)| makers.contains(&noun));
        match gloss.entry(head).role {
            Some(noun) if PARTY.contains(&noun) => Self::Party,
            Some(noun) if ARTIST.contains(&noun) || makes(noun) => Self::Artist,
            Some(noun) if is_kin(noun) => Self::Kin,
            Some(noun) if OF_OFFICE.contains(&noun) => Self::Office,
            Some(noun) if NAMELESS.contains(&noun) => Self::Nameless,
            Some(noun) if ANYBODY.contains(&noun) => Self::Anybody,
            _ => Self::Role,
        }
    }
}

/// Whether a token is a people’s noun that means one of it: "Spaniard"; "the French", "the Chinese" are many.
pub(super) fn is_national(gloss: &Gloss, token: usize) -> bool {
    let many = ["sh", "ch", "ese", "ss", "ern", "s"];
    gloss.is(token, Trait::Demonym)
        && gloss.case(token) == Case::Capital
        && !many.iter().any(|end| gloss.word(token).ends_with(end))
}

/// Whether a noun is written as common ones are: "midfielder", "MP".
pub(super) fn is_common(gloss: &Gloss, head: usize) -> bool {
    matches!(gloss.case(head), Case::Lower | Case::Upper)
}

/// Whether a word before a noun tells where somebody is from: "the Ghanaian defender", "the Senegalese-born tenor".
pub(super) fn tells_origin(gloss: &Gloss, token: usize) -> bool {
    gloss.is_capital(token)
        && (gloss.is(token, Trait::Demonym) || gloss.word(token).ends_with("-born"))
}

/// Who is before a court, or is somebody’s to speak for.
const PARTY: [&str; 10] = [
    "witness",
    "defendant",
    "accused",
    "client",
    "plaintiff",
    "claimant",
    "suspect",
    "deceased",
    "victim",
    "complainant",
];

/// Who performs, beside those who make works.
const ARTIST: [&str; 5] = ["star", "actor", "actress", "poet", "performer"];

/// What anybody may be called.
const ANYBODY: [&str; 16] = [
    "man",
    "woman",
    "person",
    "boy",
    "girl",
    "teenager",
    "pensioner",
    "stranger",
    "lady",
    "gentleman",
    "youth",
    "youngster",
    "widow",
    "widower",
    "veteran",
    "newcomer",
];
