//! A source of one word: a pronoun, an account, a name.

use crate::split::cast::Cast;
use crate::split::cast::coreference::third_person;
use crate::split::cast::name::key;
use crate::split::cast::phrase::{Phrase, Which, phrase};
use crate::split::cast::reference::Who;
use crate::split::cast::writing::is_letter;

impl Cast<'_> {
    /// A source of one word.
    pub(in crate::split::cast) fn read_word(&self, token: usize) -> Option<(Who, &'static str)> {
        let word = self.gloss.word(token);
        let is = |words: &[&str]| words.iter().any(|w| word.eq_ignore_ascii_case(w));
        if third_person(word).is_some() {
            let who = self.references.pronouns.get(&token)?;
            return Some((who.clone(), "pronoun"));
        }
        if is(&["who", "which", "that", "whose", "whom"]) {
            return self.antecedent_beside(token);
        }
        if is(&["they"]) {
            let wrote = matches!(self.gloss.word(token + 1), "wrote" | "write");
            let issuer = || wrote.then(|| self.issuer_before(token)).flatten();
            let body = self.plural_body_before(token).or_else(issuer)?;
            return Some((Who::Member(body), "pronoun"));
        }
        if is(&["it", "its"]) {
            let owner = || self.owning_writing_before(token);
            let body = || self.organisation_before(token).map(Who::Member);
            let writing = || self.issuer_of_writing_before(token, |_| true);
            let letter = || self.issuer_of_writing_before(token, is_letter);
            let who = owner().or_else(|| {
                if self.is_read(token) {
                    writing().or_else(body)
                } else {
                    letter().or_else(body).or_else(writing)
                }
            });
            return who.map(|who| (who, "pronoun"));
        }
        if is(&["i", "me", "my"]) {
            return self.first_person(token);
        }
        // “Indeed,” counsel said.
        if is(&["counsel"])
            && let Some(phrase) = phrase(&self.gloss, token, token + 1)
        {
            let known = Phrase {
                which: Which::Known,
                ..phrase
            };
            let member = self.roles.who(&self.gloss, &known, None, |_| true)?;
            return Some((Who::Member(member), "role"));
        }
        if word.starts_with('@') {
            let plain: String = word
                .chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect();
            return self
                .handles
                .get(&plain)
                .map(|m| (Who::Member(*m), "account"));
        }
        if let Some(nth) = self.mention_at(token)
            && let Some(member) = self.named[nth]
        {
            let why = if self.mentions[nth].name.words.len() > 1 {
                "name"
            } else {
                "short name"
            };
            return Some((Who::Member(member), why));
        }
        // "Dean Church … Church said": a family name that is a common word too.
        let family = self.gloss.is_capital(token).then(|| key(word))?;
        let mut bearers = (0..self.members.len()).filter(|member| {
            self.is_person(*member) && self.members[*member].family() == Some(family.as_str())
        });
        let only = bearers.next()?;
        bearers
            .next()
            .is_none()
            .then_some((Who::Member(only), "short name"))
    }
}
