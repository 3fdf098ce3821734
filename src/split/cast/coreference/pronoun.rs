//! A pronoun that is read: whom "he" and "she" mean.

use super::Reader;
use crate::split::cast::antecedent::{Asking, Candidate, FAR, candidates};
use crate::split::cast::mention::NameKind;
use crate::split::cast::noun::Noun;
use crate::split::cast::place::{opens, place};
use crate::split::cast::reference::{Form, Opening, Place, Reference, Says, Who};
use crate::split::cast::reply::whom_it_answers;
use crate::split::cast::role::is_kin;

/// Whether a word is "he" (true) or "she" (false) in any case.
pub(crate) fn third_person(word: &str) -> Option<bool> {
    if word.len() > 7 {
        return None;
    }
    let is = |pronouns: &[&str]| pronouns.iter().any(|p| word.eq_ignore_ascii_case(p));
    if is(&["he", "him", "his", "himself"]) {
        Some(true)
    } else if is(&["she", "her", "hers", "herself"]) {
        Some(false)
    } else {
        None
    }
}

impl Reader<'_> {
    /// "She left.", "his brother": whom the pronoun at `token` takes up, if anybody.
    pub(super) fn pronoun(&mut self, token: usize, he: bool) {
        let gloss = self.gloss;
        let (place, speaks) = place(gloss, &(token..token + 1));
        let is_source = self.is_source(token, place);
        let asking = Asking {
            gloss,
            token,
            end: token + 1,
            he: Some(he),
            speaks: speaks || is_source,
            place,
            roles: self.roles,
            noun: Noun::None,
            which: None,
        };
        let found = self.may_be_meant(asking, he);
        let chosen = (self.only_one_in_sentence(asking, &found))
            .or_else(|| (self.choose)(&self.references, self.members, asking, &found));
        let amiss = chosen.is_none();
        let Some(nth) = (chosen.map(|chosen| found[chosen].reference))
            .or_else(|| self.whoever_is_left(token, he, &found))
        else {
            return;
        };
        let meant = &self.references.all[nth];
        let reference = Reference {
            tokens: token..token + 1,
            who: meant.who.clone(),
            gender: meant.gender,
            place,
            says: Says::of(speaks, is_source),
            opening: Opening::of(opens(gloss, &(token..token + 1))),
            form: Form::Pronoun,
            which: meant.which,
            guessed: meant.guessed,
        };
        if let Who::Member(member) = reference.who {
            let gender = &mut self.members[member].gender;
            if amiss {
                gender.correct(he);
            } else {
                gender.learn_pronoun(he);
            }
        }
        let pronouns = &mut self.references.pronouns;
        pronouns.insert(token, reference.who.clone());
        self.references.all.push(reference);
    }

    /// The one person whom the sentence of "his" has spoken of before it: "Lee’s dismissal came after | his | office wrote".
    fn only_one_in_sentence(&self, asking: Asking, found: &[Candidate]) -> Option<usize> {
        let gloss = self.gloss;
        let (first, _) = gloss.bounds(asking.token);
        let quoted = |token: usize| gloss.quotation(token).is_some();
        let owns = asking.place == Place::Possessor && gloss.word(asking.token) == "his";
        if !owns || quoted(asking.token) {
            return None;
        }
        let mut here = (self.references.all.iter().rev())
            .take_while(|one| one.tokens.start >= first)
            .filter(|one| !quoted(one.tokens.start));
        let who = &here.next()?.who;
        let alone = here.all(|one| one.who == *who);
        let is = |one: &Candidate| self.references.all[one.reference].who == *who;
        found.iter().position(is).filter(|_| alone)
    }

    /// Those whom a pronoun may mean: not whoever it answers, and whoever was just told to be somebody’s kin, or answered last in an
    /// interview, alone.
    fn may_be_meant(&self, asking: Asking, he: bool) -> Vec<Candidate> {
        let told = &self.references.all;
        let mut found = candidates(asking, &self.references, self.members);
        if let Some(who) = whom_it_answers(self.gloss, told, asking.token) {
            let is_other = |one: &Candidate| told[one.reference].who != who;
            if found.iter().any(is_other) {
                found.retain(is_other);
            }
        }
        let is_kin = |one: &&Candidate| self.is_kin_just_told(one, asking.token, he);
        let answered = |one: &&Candidate| self.took_last_turn(one, asking.token);
        if let Some(meant) = (found.iter().find(is_kin)).or_else(|| found.iter().find(answered)) {
            let who = &told[meant.reference].who;
            found.retain(|one| told[one.reference].who == *who);
        }
        found
    }

    /// The reference that a pronoun takes up though none is likely; where nobody was `found` at all, it may mean who is named next.
    fn whoever_is_left(&mut self, token: usize, he: bool, found: &[Candidate]) -> Option<usize> {
        if self.gloss.quotation(token).is_some() {
            return None;
        }
        let only = self.named_amiss(token, he);
        let somebody = |candidate: &Candidate| {
            let told = &self.references.all[candidate.reference];
            match told.who {
                Who::Member(member) => self.members[member].kind == NameKind::Person,
                Who::Described(_) => !told.guessed,
            }
        };
        if only.is_none() && !found.iter().any(somebody) {
            self.ahead.push(token);
        }
        only
    }

    /// Whether nobody was spoken of since `one` took an interview’s last turn: "A: I rest. ¶ It is late. “I wept,” | she | says".
    fn took_last_turn(&self, one: &Candidate, token: usize) -> bool {
        let last = &self.references.all[one.reference];
        let turn = self.sources.last_turn.as_ref();
        turn.is_some_and(|(end, _)| *end < token && last.tokens.start == *end)
            && one.reference + 1 == self.references.all.len()
    }

    /// Whether the sentence before the pronoun is about `one` as somebody’s kin: "His wife, Ann, was cross. “No,” | she | said".
    fn is_kin_just_told(&self, one: &Candidate, token: usize, he: bool) -> bool {
        const NEAR: usize = 5;
        let gloss = self.gloss;
        let told = &self.references.all[one.reference];
        let start = told.tokens.start;
        let (first, end) = gloss.bounds(start);
        let owned = matches!(gloss.word(first), "His" | "Her" | "Their");
        told.is_subject()
            && told.form == Form::Name
            && told.gender.sureness(Some(he)) >= 0.0
            && gloss.sentence(start) + 1 == gloss.sentence(token)
            && end <= token
            && gloss.paragraph(start) == gloss.paragraph(token)
            && owned
            && start <= first + NEAR
            && (first + 1..start).any(|at| is_kin(gloss.word(at)))
    }

    /// "The singer Dima Orr was in costume. She": where nobody else can be meant, the given name was taken amiss. Gives the
    /// reference to the one person named in this sentence and the one before.
    fn named_amiss(&self, token: usize, he: bool) -> Option<usize> {
        let gloss = self.gloss;
        let (sentence, paragraph) = (gloss.sentence(token), gloss.paragraph(token));
        let mut only = None;
        for (nth, one) in self.references.all.iter().enumerate().rev().take(FAR) {
            let Who::Member(member) = one.who else {
                continue;
            };
            let at = one.tokens.start;
            let near = sentence - gloss.sentence(at) <= 1 && gloss.quotation(at).is_none();
            let beside = matches!(one.place, Place::Oblique | Place::Possessor);
            if !near || beside || self.members[member].kind != NameKind::Person {
                continue;
            }
            if only.is_some_and(|(_, known)| known != member) {
                return None;
            }
            let before = gloss.sentence(at) < sentence && gloss.paragraph(at) == paragraph;
            only = only.or(before.then_some((nth, member)));
        }
        let (nth, member) = only?;
        let called = |one: &Reference| one.form == Form::Pronoun && one.who == Who::Member(member);
        let mistaken = self.members[member].gender.may_be_mistaken(he);
        (mistaken && !self.references.all.iter().any(called)).then_some(nth)
    }
}
