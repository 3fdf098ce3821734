//! A phrase: words that say what somebody or something is, without naming it: "the city's former police chief".

use std::ops::Range;

use super::gloss::{Case, Gloss};
use super::lexicon::Trait;

/// A noun with what stands before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Its tokens, from the determiner to the noun.
    pub(crate) tokens: Range<usize>,
    /// The noun.
    pub(crate) head: usize,
    pub(crate) what: What,
    pub(crate) which: Which,
}

/// What the noun of a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    Person,
    Organisation,
    Writing,
}

/// Which one a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// "the", "this": one that is known.
    Known,
    /// "a", "one", "some", or nothing: one that is new.
    New,
    /// "his", "Pell’s": the one that belongs to somebody.
    Of,
}

/// More words than this before a noun are another phrase.
const LONGEST: usize = 9;

/// The phrase that opens at `start`: at a determiner, behind a genitive, or at its first word.
pub(crate) fn phrase(gloss: &Gloss, start: usize, end: usize) -> Option<Phrase> {
    let behind_genitive = start > 0 && gloss.is_genitive(start - 1);
    let which = if behind_genitive || is_possessive(gloss.word(start)) {
        Which::Of
    } else if is_known(gloss.word(start)) {
        Which::Known
    } else {
        Which::New
    };
    let mut token = start + usize::from(gloss.is(start, Trait::Determiner));
    let mut found: Option<(usize, What)> = None;
    while token < end.min(start + LONGEST) {
        let entry = gloss.entry(token);
        if gloss.is_genitive(token) {
            // "the company’s chief executive" opens again behind the genitive.
            return None;
        }
        let lower = gloss.case(token) == Case::Lower;
        if lower || gloss.is_capital(token) {
            let noun = noun(gloss, token, found.is_none());
            if let Some(what) = noun {
                found = Some((token, what));
            } else if entry.is_any(&[Trait::People, Trait::Plural]) {
                return None;
            } else {
                let grammar = lower && entry.is_grammar();
                let verb = found.is_some() && entry.is_any(&[Trait::Reports, Trait::Issues]);
                let name = found.is_some() && !lower;
                if name || (grammar || verb) && !entry.is(Trait::Generic) {
                    break;
                }
            }
        } else if !gloss.word(token).starts_with(|c: char| c.is_ascii_digit()) {
            // Of what has no letters, only an age may stand before a noun.
            break;
        }
        token += 1;
    }
    let (head, what) = found?;
    Some(Phrase {
        tokens: start..head + 1,
        head,
        what,
        which,
    })
}

/// What a word means as the noun of a phrase; `first` where no noun was found before it.
fn noun(gloss: &Gloss, token: usize, first: bool) -> Option<What> {
    let entry = gloss.entry(token);
    let lower = gloss.case(token) == Case::Lower;
    if entry.is(Trait::Role) && (lower || !entry.is_given()) {
        return Some(What::Person);
    }
    // A capital opens a name rather than being the noun: "the Post report".
    if !lower && first && !entry.is(Trait::OrganisationKind) {
        return None;
    }
    if entry.is(Trait::Writing) {
        return Some(What::Writing);
    }
    let organisation = entry.is_any(&[Trait::OrganisationKind, Trait::OrganisationHead]);
    organisation.then_some(What::Organisation)
}

/// "his", "their": the word before what belongs to somebody.
pub(crate) fn is_possessive(word: &str) -> bool {
    ["his", "her", "its", "their", "my", "our"]
        .iter()
        .any(|possessive| word.eq_ignore_ascii_case(possessive))
}

fn is_known(word: &str) -> bool {
    ["the", "this", "that", "both"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}
