//! A name that is read: whom it was said to be of before, and what they do there.

use super::{Reader, third_person};
use crate::split::cast::antecedent::FAR;
use crate::split::cast::introduced::{is_name_given, is_name_said};
use crate::split::cast::mention::{Mention, NameKind};
use crate::split::cast::place::{
    is_modifier, opens_behind_owner, opens_behind_role, place, verb_behind_apposed,
};
use crate::split::cast::reference::{Form, Opening, Place, Reference, Says, Who};

/// The persons named so far, as far as there is but one.
#[derive(Debug, Default)]
pub(super) struct Persons {
    first: Option<usize>,
    several: bool,
}

impl Persons {
    fn add(&mut self, member: usize) {
        let first = *self.first.get_or_insert(member);
        self.several |= first != member;
    }

    pub(super) fn only(&self) -> Option<usize> {
        self.first.filter(|_| !self.several)
    }
}

impl Reader<'_> {
    /// "A young man who identified himself only as Ruben": the description before it in the sentence means who is named.
    pub(super) fn give_name(&mut self, mention: &Mention, member: usize) {
        let gloss = self.gloss;
        let (first, _) = gloss.bounds(mention.tokens.start);
        let opening = if is_name_given(gloss, first, mention.tokens.start) {
            false
        } else if is_name_said(gloss, mention.tokens.start) {
            true
        } else {
            return;
        };
        // "gave | his name only | as Pavlo"
        let given = |reference: &&Reference| {
            reference.form == Form::Phrase
                && third_person(gloss.word(reference.tokens.start)).is_some()
        };
        let mut before = self
            .references
            .all
            .iter()
            .rev()
            .filter(|reference| !given(reference));
        let described = before.find(|reference| {
            matches!(reference.who, Who::Described(_))
                && (!opening || reference.tokens.start == first)
                || reference.tokens.start < first
        });
        let Some(described) = described.filter(|described| described.tokens.start >= first) else {
            return;
        };
        let (who, gender) = (described.who.clone(), described.gender);
        if gender.contradicts(self.members[member].gender) {
            return;
        }
        // "The technician on duty, a man known as Ruben"
        let start = described.tokens.start;
        let apposed = start > first && gloss.word(start - 1) == ",";
        let mut before = self.references.all.iter().rev();
        let other = before
            .find(|one| one.tokens.start < start)
            .filter(|one| apposed && (one.tokens.start == first || one.tokens.end + 1 == start))
            .map(|one| one.who.clone())
            .filter(|who| matches!(who, Who::Described(_)));
        if let Some(he) = gender.he() {
            self.members[member].gender.learn_pronoun(he);
        }
        for one in self.references.all.iter_mut().rev().take(FAR) {
            if one.who == who || Some(&one.who) == other.as_ref() {
                one.who = Who::Member(member);
                self.references.taken_up.insert(one.tokens.start, member);
                if one.form == Form::Pronoun {
                    self.references
                        .pronouns
                        .insert(one.tokens.start, Who::Member(member));
                }
            }
        }
    }

    /// "“Mind the glue,” she says. … Ann Lee, 61, has built": a pronoun that takes up nobody means who is named next.
    pub(super) fn name_ahead(&mut self, mention: &Mention, member: usize) {
        const SENTENCES: usize = 6;
        const REFERENCES: usize = 100;
        let gloss = self.gloss;
        let at = mention.tokens.start;
        let near = |token: &usize| gloss.sentence(at) - gloss.sentence(*token) <= SENTENCES;
        self.ahead.retain(near);
        let (subject, _) = place(gloss, &mention.tokens);
        if self.ahead.is_empty()
            || subject != Place::Subject
            || self.members[member].kind != NameKind::Person
            || gloss.quotation(at).is_some()
        {
            return;
        }
        let mut before = self.references.all.iter().rev().take(REFERENCES);
        if before.any(|one| one.who == Who::Member(member)) {
            return;
        }
        for token in std::mem::take(&mut self.ahead) {
            let he = third_person(gloss.word(token));
            if let Some(he) = he.filter(|_| self.members[member].gender.sureness(he) >= 0.0) {
                self.members[member].gender.learn_pronoun(he);
                self.references.pronouns.insert(token, Who::Member(member));
            }
        }
    }

    /// "Lee left.": the name itself, unless it only tells what another word means.
    pub(super) fn name(&mut self, mention: &Mention, member: usize) {
        let gloss = self.gloss;
        let known = &self.members[member];
        if is_modifier(gloss, mention) && known.kind != NameKind::Organisation {
            return;
        }
        if known.kind == NameKind::Person {
            self.persons.add(member);
        }
        let (place, speaks) = place(gloss, &mention.tokens);
        self.references.all.push(Reference {
            tokens: mention.tokens.clone(),
            who: Who::Member(member),
            gender: known.gender,
            place,
            says: Says::of(speaks, self.is_source(mention.tokens.start, place)),
            which: None,
            guessed: false,
            opening: if place != Place::Possessor && opens_behind_role(gloss, &mention.tokens)
                || verb_behind_apposed(gloss, &mention.tokens).is_some()
            {
                Opening::Itself
            } else if opens_behind_owner(gloss, &mention.tokens) {
                Opening::Owned
            } else {
                Opening::None
            },
            form: Form::Name,
        });
    }
}
