//! A guess: words whose noun is not known, but which do what somebody does.

use std::ops::Range;

use super::Reader;
use crate::split::cast::antecedent::Asking;
use crate::split::cast::gloss::{Case, Gloss};
use crate::split::cast::lexicon::Trait;
use crate::split::cast::member::Gender;
use crate::split::cast::noun::{Noun, is_national};
use crate::split::cast::phrase::{Phrase, What, Which};
use crate::split::cast::place::place;
use crate::split::cast::reference::{Form, Opening, Reference, Says, Who};
use crate::split::cast::role::Role;

impl Reader<'_> {
    /// Words whose noun is not known, but which do what somebody does: "a retired orthodontist said", "the forewoman, who".
    pub(super) fn guess(&mut self, start: usize, end: usize) {
        let gloss = self.gloss;
        let Some((tokens, noun)) = guessed(gloss, start, end) else {
            return;
        };
        let behind = tokens.end;
        let (place, speaks) = place(gloss, &tokens);
        let sources = &self.sources.all;
        let is_source = sources
            .binary_search_by(|source| source.start.cmp(&start))
            .is_ok();
        let who = gloss.word(behind) == "who"
            || gloss.word(behind) == "," && gloss.word(behind + 1) == "who";
        if !speaks && !is_source && !who && noun == Noun::Unknown {
            return;
        }
        let gender = Gender::of_role(gloss, tokens.clone());
        let asking = Asking {
            gloss,
            token: start,
            end: behind,
            he: gender.he(),
            speaks: speaks || is_source,
            place,
            roles: self.roles,
            noun,
            which: Some(Which::Known),
        };
        let known =
            gloss.word(start).eq_ignore_ascii_case("the") && gloss.quotation(start).is_none();
        let taken_up = if known {
            self.doer(&tokens, gender)
                .or_else(|| self.so_called(&tokens).filter(|_| noun == Noun::National))
                .or_else(|| self.take_up(asking))
        } else {
            None
        };
        let (first, _) = gloss.bounds(start);
        self.references.all.push(Reference {
            opening: Opening::of(start == first),
            who: taken_up.map_or_else(|| Who::Described(tokens.clone()), Who::Member),
            says: Says::of(speaks, is_source),
            which: Some(Which::New),
            tokens,
            gender,
            place,
            form: Form::Phrase,
            guessed: true,
        });
    }

    /// Whom the same noun took up before: "the Brazilian".
    fn so_called(&self, tokens: &Range<usize>) -> Option<usize> {
        match self.last_called(tokens.end - 1)?.who {
            Who::Member(member) => Some(member),
            Who::Described(_) => None,
        }
    }

    /// Whoever was told to do what the words call somebody: "keeps bees … the beekeeper".
    fn doer(&mut self, tokens: &Range<usize>, gender: Gender) -> Option<usize> {
        let described = Phrase {
            tokens: tokens.clone(),
            head: tokens.end - 1,
            what: What::Person,
            which: Which::Known,
        };
        let fits = |role: &Role| !gender.contradicts(self.members[role.member].gender);
        let doer = self.roles.doer(self.gloss, &described, &fits)?;
        self.references.taken_up.insert(tokens.start, doer);
        Some(doer)
    }
}

/// The words from the determiner at `start` on that may mean somebody, and what their noun tells: "the Spaniard", "a 9-year-old".
fn guessed(gloss: &Gloss, start: usize, end: usize) -> Option<(Range<usize>, Noun)> {
    const LONGEST: usize = 7;
    let words = start + 1..end.min(start + LONGEST);
    let plain = |token: usize| {
        let entry = gloss.entry(token);
        (gloss.case(token) == Case::Lower
            || gloss.word(token).starts_with(|c: char| c.is_ascii_digit()))
            && (!entry.is_grammar() || entry.is(Trait::Generic))
            && !gloss.is_genitive(token)
            && !entry.is_any(&[Trait::Reports, Trait::Auxiliary])
    };
    let behind = words
        .clone()
        .find(|token| !plain(*token))
        .unwrap_or(words.end);
    // "the Spaniard"
    let national = behind == start + 1 && is_national(gloss, behind);
    let behind = behind + usize::from(national);
    if behind <= start + 1 || gloss.case(behind - 1) != Case::Lower && !national {
        return None;
    }
    let word = gloss.word(behind - 1);
    let no = gloss.word(start).eq_ignore_ascii_case("no");
    let thing = !national && (no || is_of_thing(word));
    let other = gloss.is_any_of(
        behind - 1,
        &[
            Trait::OrganisationHead,
            Trait::OrganisationKind,
            Trait::Writing,
            Trait::People,
            Trait::Plural,
            Trait::Calendar,
        ],
    );
    let noun = if national {
        Noun::National
    } else if word.ends_with("-year-old") {
        Noun::Aged
    } else {
        Noun::Unknown
    };
    (!thing && !other).then_some((start..behind, noun))
}

/// Whether a noun is of several, or ends as those do that mean nobody: "relations", "the marriage".
fn is_of_thing(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
        || OF_THINGS.iter().any(|ending| word.ends_with(ending))
}

/// What nouns end in that mean nobody.
const OF_THINGS: [&str; 14] = [
    "tion", "sion", "ment", "ness", "ity", "ing", "ism", "ship", "ture", "age", "ence", "ance",
    "hood", "ology",
];
