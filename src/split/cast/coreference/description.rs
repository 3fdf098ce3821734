//! A description that is read: whom "the farmer", "her brother" and "one of the men" mean.

use std::ops::Range;

use super::Reader;
use crate::split::cast::antecedent::Asking;
use crate::split::cast::gloss::{Case, Gloss};
use crate::split::cast::lexicon::Trait;
use crate::split::cast::member::{Gender, Member};
use crate::split::cast::noun::Noun;
use crate::split::cast::party::party;
use crate::split::cast::phrase::{Phrase, What, Which, phrase};
use crate::split::cast::place::{name_behind_role, place, with_complement};
use crate::split::cast::reference::{Form, Opening, Reference, Says, Who};
use crate::split::cast::role::is_family;
use crate::split::cast::unnamed::is_count;

impl Reader<'_> {
    /// "One of the men": somebody new, whoever the others are.
    pub(super) fn one_of(&mut self, token: usize) {
        const LONGEST: usize = 6;
        let gloss = self.gloss;
        let (_, end) = gloss.bounds(token);
        let people = (token + 2..end.min(token + LONGEST)).find(|k| gloss.is(*k, Trait::People));
        let Some(people) = people else { return };
        let tokens = token..people + 1;
        let mut gender = Gender::default();
        if let Some(he) = match gloss.word(people) {
            "men" | "boys" | "brothers" => Some(true),
            "women" | "girls" | "sisters" => Some(false),
            _ => None,
        } {
            gender.learn_pronoun(he);
        }
        let (place, speaks) = place(gloss, &tokens);
        self.references.all.push(Reference {
            opening: Opening::of(tokens.start == gloss.bounds(tokens.start).0),
            who: Who::Described(tokens.clone()),
            says: Says::of(speaks, self.is_source(tokens.start, place)),
            tokens,
            gender,
            place,
            form: Form::Phrase,
            which: Some(Which::New),
            guessed: false,
        });
    }

    /// "The farmer left.", "her brother": the description that opens at `token`, if one does.
    pub(super) fn phrase(&mut self, token: usize) {
        let gloss = self.gloss;
        let (_, end) = gloss.bounds(token);
        let found = phrase(gloss, token, end);
        if found.as_ref().is_some_and(|one| one.what != What::Person) || self.is_predicate(token) {
            return;
        }
        let Some(phrase) = found else {
            self.guess(token, end);
            return;
        };
        let told_beside = self.roles.beside.contains_key(&token);
        if told_beside || means_anybody(gloss, &phrase) || is_before_name(gloss, &phrase) {
            return;
        }
        let mut gender = Gender::of_role(gloss, phrase.tokens.clone());
        let by_role = self.by_role(&phrase);
        if let Some(member) = by_role {
            if gender.contradicts(self.members[member].gender) {
                return;
            }
            gender = self.members[member].gender;
        }
        let (place, speaks) = place(gloss, &with_complement(gloss, &phrase.tokens));
        let is_source = self.is_source(phrase.tokens.start, place);
        let asking = Asking {
            gloss,
            token: phrase.tokens.start,
            end: phrase.tokens.end,
            he: gender.he(),
            speaks: speaks || is_source,
            place,
            roles: self.roles,
            noun: Noun::of(gloss, phrase.head),
            which: Some(phrase.which),
        };
        let who = by_role.or_else(|| self.by_course(&phrase, gender, asking));
        let (first, _) = gloss.bounds(phrase.tokens.start);
        let led = phrase.tokens.start == first + 1 && gloss.is(first, Trait::Conjunction);
        self.references.all.push(Reference {
            opening: Opening::of(phrase.tokens.start == first || led),
            who: who.map_or_else(|| Who::Described(phrase.tokens.clone()), Who::Member),
            says: Says::of(speaks, is_source),
            which: Some(phrase.which),
            tokens: phrase.tokens,
            gender,
            place,
            form: Form::Phrase,
            guessed: false,
        });
    }

    /// Whom a description means by what somebody was told to be: "the farmer", "her brother".
    fn by_role(&self, phrase: &Phrase) -> Option<usize> {
        let gloss = self.gloss;
        if phrase.which == Which::New {
            return None;
        }
        if let Some(Who::Member(owner)) = self.references.pronouns.get(&phrase.tokens.start) {
            // "Her brother", who was called a brother before and nobody else.
            let noun = gloss.entry(phrase.head).role;
            let called = noun
                .and_then(|noun| self.roles.only(noun))
                .filter(|other| other != owner);
            return called.or_else(|| relative(gloss, self.members, *owner, phrase.head));
        }
        // Whose mother somebody is, is read where a source asks for it.
        let owned = phrase.which == Which::Of;
        self.roles.who(gloss, phrase, None, |_| !owned)
    }

    /// Whom a description means that nobody was told to be, as the article goes: who is tried, the only one known, whoever is
    /// likeliest.
    fn by_course(&mut self, phrase: &Phrase, gender: Gender, asking: Asking) -> Option<usize> {
        let gloss = self.gloss;
        let known = phrase.which == Which::Known && gloss.quotation(phrase.tokens.start).is_none();
        if !known {
            return None;
        }
        if let Some(noun) = gloss.entry(phrase.head).role {
            if let Some(party) = party(gloss, &self.references.all, noun) {
                let token = phrase.tokens.start;
                self.references.taken_up.insert(token, party);
                return Some(party);
            }
            let fits = |only: &usize| !gender.contradicts(self.members[*only].gender);
            if let Some(only) = self.only_known(phrase).filter(fits) {
                return Some(only);
            }
        }
        // "the Ohio senator" is for who knows where everybody is from.
        let mut words = phrase.tokens.start + 1..phrase.tokens.end;
        let asks = !words.any(|token| gloss.is_capital(token))
            && !matches!(asking.noun, Noun::Kin | Noun::Office | Noun::Nameless)
            && gloss.word(phrase.tokens.end) != "who"
            && !gloss.is(phrase.tokens.end, Trait::Preposition);
        asks.then(|| self.take_up(asking)).flatten()
    }

    /// Whether a description tells what somebody else is who is spoken of beside it: "Lee is a keeper", "who is also Orr’s
    /// niece", "A keeper, she sat".
    fn is_predicate(&self, first: usize) -> bool {
        let gloss = self.gloss;
        let (opening, last) = gloss.bounds(first);
        // "A former lineman, he spoke first": of whoever is named behind it.
        let ahead = (first..last.min(first + 12)).find(|token| gloss.word(*token) == ",");
        let adjunct = first == opening
            && matches!(gloss.word(first), "A" | "An")
            && ahead.is_some_and(|comma| matches!(gloss.word(comma + 1), "he" | "she"));
        if adjunct {
            return true;
        }
        let owned = |token: &usize| gloss.is_capital(*token) || gloss.is_genitive(*token);
        let mut before = (opening..first)
            .rev()
            .skip_while(owned)
            .skip_while(|token| {
                gloss.is(*token, Trait::Adverb) || matches!(gloss.word(*token), "not" | "also")
            });
        let copula = before.next().filter(|token| {
            matches!(
                gloss.word(*token),
                "is" | "was" | "’s" | "'s" | "became" | "becomes" | "remains" | "remained"
            )
        });
        let Some(copula) = copula else { return false };
        let who = copula > opening && gloss.word(copula - 1) == "who";
        let mut told = self.references.all.iter().rev();
        who || told
            .any(|reference| reference.tokens.end == copula && reference.form != Form::Phrase)
    }

    /// The one person spoken of so far, whom "the former Leeds midfielder" and "the mum of two" mean.
    fn only_known(&self, phrase: &Phrase) -> Option<usize> {
        let gloss = self.gloss;
        let former =
            (phrase.tokens.start + 1..phrase.head).any(|token| gloss.word(token) == "former");
        let counted = gloss.word(phrase.head + 1) == "of" && is_count(gloss.word(phrase.head + 2));
        self.persons.only().filter(|_| former || counted)
    }
}

/// Whether no one in particular is meant: "A good rapper fits 14 syllables into it."
fn means_anybody(gloss: &Gloss, phrase: &Phrase) -> bool {
    phrase.which == Which::New
        && matches!(
            gloss.word(phrase.tokens.start + 1),
            "good" | "great" | "real" | "true" | "proper" | "decent" | "average" | "typical"
        )
}

/// Whether the name of whoever is described follows, which is the reference: "Lee’s brother, | Bo Orr", "the keeper Orr".
fn is_before_name(gloss: &Gloss, phrase: &Phrase) -> bool {
    let end = phrase.tokens.end;
    let apposed = phrase.which == Which::Of
        && gloss.word(end) == ","
        && gloss.is_capital(name_behind_role(gloss, end + 1));
    apposed
        || gloss.is_capital(end) && gloss.joins_next(phrase.head)
        || is_named_behind(gloss, &phrase.tokens)
}

/// Whether a name alone stands behind the description and its comma: "the hostess of the meeting, Ni Luh Orr, and".
fn is_named_behind(gloss: &Gloss, tokens: &Range<usize>) -> bool {
    const LONGEST: usize = 8;
    let (_, last) = gloss.bounds(tokens.start);
    let mut behind = tokens.end..last;
    let lower = |token: &usize| gloss.case(*token) != Case::None || gloss.is_genitive(*token);
    let comma = behind.by_ref().take(LONGEST).find(|token| !lower(token));
    let Some(comma) = comma.filter(|token| gloss.word(*token) == ",") else {
        return false;
    };
    let name = comma + 1;
    let end = (name..last).find(|token| !gloss.is_capital(*token));
    end.is_some_and(|end| {
        end > name + 1 && matches!(gloss.word(end), "," | "." | ";" | "—" | "–" | ")")
    })
}

/// Whom "her husband" means where the article does not say: the one other person of the owner’s family name.
pub(crate) fn relative(
    gloss: &Gloss,
    members: &[Member],
    owner: usize,
    head: usize,
) -> Option<usize> {
    let noun = gloss.entry(head).role?;
    let told = Gender::of_role(gloss, head..head + 1);
    if !is_family(noun) {
        return None;
    }
    let family = members[owner].family()?;
    let mut others = (0..members.len()).filter(|other| {
        let known = &members[*other];
        *other != owner
            && known.may_be_person()
            && known.family() == Some(family)
            && !told.contradicts(known.gender)
    });
    let only = others.next()?;
    others.next().is_none().then_some(only)
}
