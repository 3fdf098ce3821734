//! A nationality: whom "the Spaniard" and "the South African" mean.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Cast;
use super::gloss::Gloss;
use super::lexicon::Trait;
use super::mention::Mention;
use super::noun::is_national;
use super::phrase::{Phrase, What, Which};

impl Cast<'_> {
    /// Whom "the Spaniard" and "the South African" mean: who is told to be one, the subject of the sentence before, else the one person
    /// whom it names; nobody who is of another country.
    pub(super) fn national(&self, tokens: &Range<usize>) -> Option<usize> {
        let gloss = &self.gloss;
        let noun = tokens.end.checked_sub(1)?;
        let of_two = tokens.len() == 3 && is_half_of_nation(gloss.word(noun - 1));
        let is_noun = (tokens.len() == 2 || of_two)
            && gloss.word(tokens.start).eq_ignore_ascii_case("the")
            && (is_national(gloss, noun)
                || of_two
                    && ["an", "er"]
                        .iter()
                        .any(|end| gloss.word(noun).ends_with(end)));
        if !is_noun {
            return None;
        }
        let nations = self.nations(tokens.start);
        let of_it = |nation: &usize| is_of(gloss, *nation, tokens);
        let other = |member: &usize| nations.get(member).is_some_and(|nation| !of_it(nation));
        let person = |member: &usize| self.is_person(*member) && !other(member);
        let phrase = Phrase {
            tokens: tokens.clone(),
            head: noun,
            what: What::Person,
            which: Which::Known,
        };
        let told = self.roles.doer(gloss, &phrase, &|_| !of_two);
        let taken_up = || self.references.taken_up.get(&tokens.start).copied();
        // "New Zealand’s Ann Lee and Fiji’s Bo Orr … the New Zealander"
        let only_one = || {
            let persons = nations
                .iter()
                .filter(|(member, _)| self.is_person(**member));
            let mut alike = persons.filter(|(_, nation)| of_it(nation));
            let (only, _) = alike.next()?;
            alike.next().is_none().then_some(*only)
        };
        told.or_else(only_one)
            .or_else(|| taken_up().filter(person))
            .or_else(|| self.subject_just_named(tokens.start, false).filter(person))
            .or_else(|| self.only_person_just_named(tokens.start).filter(person))
    }

    /// For each member, the last word of the country that a name of theirs stands behind, before `at`: "South | Africa’s | Ann Lee",
    /// "| Finnish | driver Ann Lee".
    fn nations(&self, at: usize) -> BTreeMap<usize, usize> {
        let mentions = self.mentions.iter().zip(&self.named);
        let before = mentions.take_while(|(mention, _)| mention.tokens.start < at);
        let mut nations = BTreeMap::new();
        for (mention, member) in before {
            if let (Some(member), Some(nation)) = (member, nation(&self.gloss, mention)) {
                nations.entry(*member).or_insert(nation);
            }
        }
        nations
    }

    /// The one person whom the narrated sentence before the one at `at` names.
    fn only_person_just_named(&self, at: usize) -> Option<usize> {
        const FAR: usize = 200;
        let gloss = &self.gloss;
        let (first, _) = gloss.bounds(at);
        let before = (0..first)
            .rev()
            .find(|token| gloss.quotation(*token).is_none())?;
        let (opening, end) = gloss.bounds(before);
        let mut people = self
            .mentions_in(&(opening.max(end.saturating_sub(FAR))..end))
            .filter(|nth| gloss.quotation(self.mentions[*nth].tokens.start).is_none())
            .filter(|nth| self.is_personal(*nth))
            .filter_map(|nth| self.named[nth])
            .filter(|member| self.is_person(*member));
        let only = people.next()?;
        let near = gloss.paragraph(at) - gloss.paragraph(before) <= 1;
        (near && people.all(|other| other == only)).then_some(only)
    }
}

/// The last word of the country that a name stands behind.
fn nation(gloss: &Gloss, mention: &Mention) -> Option<usize> {
    let before = mention
        .title
        .start
        .min(mention.tokens.start)
        .checked_sub(1)?;
    if gloss.is_genitive(before) {
        return before.checked_sub(1).filter(|country| {
            gloss.is(*country, Trait::Country)
                || is_half_of_nation(gloss.word(country.saturating_sub(1)))
        });
    }
    let role = usize::from(gloss.is(before, Trait::Role) && before > 0);
    let told = gloss.is(before - role, Trait::Demonym) && gloss.is_capital(before - role);
    told.then_some(before - role)
}

/// The first words of countries whose people have names of two: "the South African".
fn is_half_of_nation(word: &str) -> bool {
    matches!(
        word,
        "New" | "South" | "North" | "Northern" | "Costa" | "Sri" | "Puerto" | "Saudi" | "East"
    )
}

/// Whether a country, or who is of it, is that of the noun at the end of `tokens`: "Finland" of "the Finn".
fn is_of(gloss: &Gloss, nation: usize, tokens: &Range<usize>) -> bool {
    const ALIKE: usize = 3;
    let noun = tokens.end - 1;
    let half = |token: usize| Some(gloss.word(token)).filter(|word| is_half_of_nation(word));
    let alike = gloss.word(nation).chars().zip(gloss.word(noun).chars());
    let alike = alike.take(ALIKE).filter(|(a, b)| a == b).count() == ALIKE;
    alike && half(nation.saturating_sub(1)) == half(noun - 1)
}

#[cfg(test)]
mod tests {
    use crate::split::cast::tests::case;

    #[test]
    fn whom_a_nationality_means() {
        let met = "New Zealand’s Ann Lee and Fiji’s Bo Orr met on Friday. ";
        for (called, who) in [("New Zealander", "Ann Lee"), ("Fijian", "Bo Orr")] {
            case(
                &format!("{met}“No,” the {called} said."),
                &[(&format!("|the {called}| said"), who)],
            );
        }
    }
}
