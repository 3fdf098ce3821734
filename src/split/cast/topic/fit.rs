//! A fit: how far a noun or "it" may mean a body, as far as it made the speakers of annotated articles come out right.

use super::{Asked, Course, Told};
use crate::split::cast::Cast;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::mention::NameKind;
use crate::split::cast::name::{Name, key};
use crate::split::cast::phrase::Phrase;
use crate::split::cast::reference::Who;
use crate::split::cast::sort::{Sort, is_kind_of};

/// The most bodies that are compared; the work stays linear.
const MOST: usize = 64;

/// What must be outweighed for a noun to mean a body.
const NOUN: f32 = -0.9;

/// What must be outweighed for "it" to mean a body.
const IT: f32 = -1.6;

/// No museum is a company.
const CONTRARY: f32 = -4.4;

impl Cast<'_> {
    /// The body of those spoken of for which the most speaks, if enough does.
    pub(super) fn best(&self, course: &Course, asked: &Asked) -> Option<usize> {
        let first = course.seen.first().copied();
        let latest = course.seen.iter().rev().take(MOST).rev().copied();
        let mut best: Option<(usize, f32)> = None;
        let here = course.sentences.count[self.gloss.sentence(asked.token)];
        let is_taken_up = (latest.clone()).any(|member| {
            let told = &course.told[member];
            told.subject > 0 && told.subject + 1 == here
        });
        for member in first.into_iter().chain(latest) {
            let is_first = Some(member) == first;
            let fits = if let Some((noun, phrase)) = asked.noun {
                let weight = course.told[member].weight(here, is_first);
                let told = &course.told[member];
                let new = told.times == 1 && told.last + 1 == here && !is_taken_up;
                self.fits(course, member, noun, phrase, new)
                    .map(|fits| fits + weight)
            } else {
                let weight = if is_first { 0.3 } else { 0.0 };
                Some(weight + self.fits_it(course, asked, here, member))
            };
            let Some(sum) = fits else { continue };
            if best.is_none_or(|(_, other)| sum > other) {
                best = Some((member, sum));
            }
        }
        best.filter(|(_, sum)| *sum > 0.0).map(|(member, _)| member)
    }

    /// How far a noun tells of a body; `new` where the sentence before, which no body was the subject of, was the first to name it.
    fn fits(
        &self,
        course: &Course,
        member: usize,
        noun: &str,
        phrase: &Phrase,
        new: bool,
    ) -> Option<f32> {
        let known = &self.members[member];
        let whole = || known.names.iter().filter(|name| name.words.len() > 1);
        let exact = whole().any(|name| name.keys().iter().any(|word| word == noun));
        let called = self.bodies.is_called(member, noun);
        if self.is_news(member) && !exact && !called {
            return None;
        }
        let (wanted, sort) = (Sort::of_noun(noun), course.told[member].sort);
        let kind = whole().any(|name| is_kind_of(name, noun));
        let by_name = if exact {
            2.4
        } else if kind {
            2.1
        } else {
            0.0
        };
        let by_sort = if sort.is_unknown() {
            match (wanted.is_company(), known.kind) {
                (true, _) => 0.5,
                (false, NameKind::Unknown) if wanted.is_public() && !(exact || called || kind) => {
                    CONTRARY
                }
                (false, _) => 0.1,
            }
        } else if sort.meets(wanted) {
            1.1
        } else if exact || called || kind {
            0.0
        } else {
            CONTRARY
        };
        let all = [
            (called, 2.1),
            // "sold to Dunmore, an inland firm. The company"
            (
                !called && wanted.is_company() && self.bodies.sort(member).is_company() && new,
                0.9,
            ),
            (known.kind != NameKind::Unknown, 0.5),
            (whole().next().is_some(), 1.2),
            (self.is_told_by(member, phrase), 2.0),
            (course.nouns.get(noun) == Some(&member), 1.4),
            (self.is_medium(member), -1.0),
        ];
        Some(
            all.iter()
                .filter(|(is, _)| *is)
                .fold(NOUN + by_name + by_sort, |sum, (_, weight)| sum + weight),
        )
    }

    /// How far "it" may mean a body.
    fn fits_it(&self, course: &Course, asked: &Asked, here: usize, member: usize) -> f32 {
        let known = &self.members[member];
        let told = &course.told[member];
        let before = here.saturating_sub(1);
        let of_another = match asked.writer {
            Some(Who::Member(writer)) => writer != member && !course.bodies[writer],
            Some(Who::Described(_)) => true,
            None => false,
        };
        let all = [
            (known.kind != NameKind::Unknown || told.called, 1.3),
            (
                known
                    .names
                    .iter()
                    .any(|name| name.words.len() > 1 || is_acronym(name)),
                1.5,
            ),
            (told.subject == before && before > 0, 1.5),
            (told.subject == here, 1.6),
            (told.last == here && told.subject != here, -0.4),
            (told.last < before, -1.3),
            (
                course.sentences.of_account[here] || course.sentences.of_account[before],
                -0.9,
            ),
            (
                course.sentences.of_person[before] && told.subject != before,
                -1.0,
            ),
            (of_another, -2.0),
            (asked.writer == Some(Who::Member(member)), 1.0),
            (self.is_medium(member), -1.0),
        ];
        let sum = |sum, (_, weight): &(bool, f32)| sum + weight;
        let away = told.away(here) * -0.15;
        all.iter().filter(|(is, _)| *is).fold(IT + away, sum)
    }

    /// Whether a name holds a word that stands before the noun of a phrase: "the posts ministry".
    fn is_told_by(&self, member: usize, phrase: &Phrase) -> bool {
        let gloss = &self.gloss;
        let mut told = (phrase.tokens.start + 1..phrase.head)
            .filter(|token| !gloss.is_any_of(*token, &[Trait::Generic, Trait::Determiner]))
            .map(|token| key(gloss.word(token)));
        let names = &self.members[member].names;
        told.any(|word| {
            let is = |key: &String| *key == word || key.strip_suffix('s') == Some(word.as_str());
            names.iter().flat_map(Name::keys).any(is)
        })
    }
}

impl Told {
    /// How many sentences ago an article spoke of a body.
    fn away(&self, here: usize) -> f32 {
        const FAR: usize = 8;
        here.saturating_sub(self.last).min(FAR) as f32
    }

    /// How much an article speaks of a body in the sentence `here`.
    fn weight(&self, here: usize, first: bool) -> f32 {
        let all = [
            (self.subject + 1 == here && self.subject > 0, 1.0),
            (self.subject == here, 0.6),
            (self.subject + 2 == here && self.subject > 0, 0.6),
            (first, 0.3),
            (self.first < 2, 0.4),
            (self.times > 1, 0.4),
        ];
        let told = all.iter().filter(|(is, _)| *is);
        told.fold(self.away(here) * -0.125, |sum, (_, weight)| sum + weight)
    }
}

/// Whether a name is letters: "WQLD".
fn is_acronym(name: &Name) -> bool {
    name.words
        .iter()
        .all(|word| word.len() > 1 && word.chars().all(char::is_uppercase))
}
