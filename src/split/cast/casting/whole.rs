//! Whom a name of several words means: whoever bears the same, a longer or a shorter one.

use crate::split::cast::body;
use crate::split::cast::gloss::Case;
use crate::split::cast::lexicon::{self, Trait};
use crate::split::cast::member::Gender;
use crate::split::cast::mention::{Mention, NameKind};
use crate::split::cast::name::Name;

use super::Casting;

impl Casting<'_, '_> {
    /// The member whose whole name this is another form of.
    pub(super) fn same_whole(&self, name: &Name, mention: &Mention) -> Option<usize> {
        let last = name.keys().last()?;
        let known = self.by_last.get(last)?;
        let told = Gender::of(self.gloss, mention);
        let fits = |member: &&usize| {
            let member = &self.members[**member];
            !told.contradicts(member.gender)
        };
        let exact = |member: &&usize| {
            let names = &self.members[**member].names;
            names
                .iter()
                .any(|other| other.keys() == name.keys() && other.suffix == name.suffix)
        };
        let same = |member: &&usize| {
            let member = &self.members[**member];
            let persons = mention.kind != NameKind::Organisation
                && mention.kind != NameKind::Thing
                && member.may_be_person();
            persons && member.names.iter().all(|other| other.is_same_person(name))
        };
        if let Some(exactly) = known.iter().find(exact) {
            return Some(*exactly);
        }
        let same: Vec<usize> = known.iter().filter(fits).filter(same).copied().collect();
        // "Zammit Cutajar", where there are two of them.
        let family = |member: &usize| {
            let mut names = self.members[*member].names.iter();
            names.all(|other| other.words.len() > name.words.len())
        };
        if same.len() > 1 && same.iter().all(family) {
            return self.choose(&same, mention);
        }
        same.last().copied()
    }

    /// The one person whose name holds this in its midst: "Ruiz de Alarcón" of "Ana Ruiz de Alarcón Peral", "Ter Braak" of "Ana ter
    /// Braak-de Wit".
    pub(super) fn within(&self, name: &Name, mention: &Mention) -> Option<usize> {
        // The work stays linear.
        const MOST: usize = 64;
        let whole = name.words.len() > 1 && mention.kind != NameKind::Organisation;
        let members = self.by_word.get(name.keys().first().filter(|_| whole)?)?;
        let holds = |member: &&usize| {
            let known = &self.members[**member];
            let held = |other: &Name| {
                let keys = other.keys();
                let midst = keys.get(1..).unwrap_or_default();
                midst
                    .windows(name.keys().len())
                    .any(|part| part == name.keys() || opens_double(part, name.keys()))
            };
            known.may_be_person() && known.names.iter().any(held)
        };
        let mut bearers = members.iter().take(MOST).filter(holds);
        let only = bearers.next()?;
        bearers.all(|other| other == only).then_some(*only)
    }

    /// The one person whose name only this one goes on, or who goes on this one: "Ximena Orr" of "Ximena Orr Huenchur".
    pub(super) fn opened_by(&self, mention: &Mention) -> Option<usize> {
        // The work stays linear.
        const MOST: usize = 64;
        let name = &mention.name;
        let given = |name: &Name| {
            let first = name.keys().first();
            first.is_some_and(|first| lexicon::entry(first).is_given())
        };
        let person = mention.kind == NameKind::Person || given(name);
        let body = matches!(mention.kind, NameKind::Organisation | NameKind::Thing);
        if name.words.len() < 2
            || body
            || name.suffix.is_some()
            || name.keys()[0].chars().count() < 2
        {
            return None;
        }
        let goes_on = |long: &Name, short: &Name| {
            let (long, short) = (long.keys(), short.keys());
            short.len() > 1 && long.len() > short.len() && long.starts_with(short)
        };
        let members = self.by_word.get(name.keys().first()?)?;
        let same = |member: &&usize| {
            let known = &self.members[**member];
            let of_person = known.kind == NameKind::Person
                || known.kind == NameKind::Unknown && (person || known.names.iter().any(given));
            of_person
                && known.names.iter().any(|other| {
                    other.suffix.is_none() && (goes_on(other, name) || goes_on(name, other))
                })
        };
        let mut bearers = members.iter().take(MOST).filter(same);
        let only = bearers.next()?;
        bearers.next().is_none().then_some(*only)
    }

    /// The one body whose longer name ends or opens with this: "the Heraldic Office" of "the Royal Heraldic Office", "the Royal Mint" of
    /// "the Royal Mint of Orr".
    pub(super) fn body_shortened(&self, mention: &Mention) -> Option<usize> {
        // The work stays linear.
        const MOST: usize = 64;
        let name = &mention.name;
        let keys = name.keys();
        if mention.kind != NameKind::Organisation || keys.len() < 2 {
            return None;
        }
        let joined = |key: &String| matches!(key.as_str(), "of" | "for");
        let last = self.by_last.get(keys.last()?).into_iter().flatten();
        let within = self.by_word.get(keys.last()?).into_iter().flatten();
        let same = |member: &&usize| {
            let known = &self.members[**member];
            let longer = |other: &Name| {
                let other = other.keys();
                other.len() > keys.len()
                    && (other.ends_with(keys) && !keys.iter().any(joined)
                        || other.starts_with(keys) && joined(&other[keys.len()]))
            };
            known.kind == NameKind::Organisation && known.names.iter().any(longer)
        };
        let mut bearers = last.chain(within).take(MOST).filter(same);
        let only = bearers.next()?;
        bearers.all(|other| other == only).then_some(*only)
    }

    /// The one member, no person for certain, whose name this one goes on or cuts short behind its second word: "Northern
    /// Crown" of "Northern Crown Metals".
    pub(super) fn cut_short(&self, mention: &Mention) -> Option<usize> {
        // The work stays linear.
        const MOST: usize = 64;
        const PLACING: [&str; 10] = [
            "in", "near", "at", "outside", "across", "around", "through", "along", "off", "into",
        ];
        let gloss = self.gloss;
        let may_be_body =
            |kind: NameKind| matches!(kind, NameKind::Unknown | NameKind::Organisation);
        let place = |name: &Name| {
            name.keys().last().is_some_and(|last| {
                let entry = lexicon::entry(last);
                entry.is_place()
                    || entry.is_any(&[Trait::Thing, Trait::Demonym, Trait::Role])
                    || ["county", "bay", "beach", "city", "town", "creek", "park"]
                        .contains(&last.as_str())
            })
        };
        let goes_on = |long: &Name, short: &Name| {
            let (long, short) = (long.keys(), short.keys());
            let joint = |key: &String| matches!(key.as_str(), "of" | "for" | "and" | "&");
            let is = |key: &String, what| lexicon::entry(key).is(what);
            // "Orr Wanderers" and "Orr Wanderers Supporters’ Trust" are two.
            let whole =
                |last: &String| is(last, Trait::OrganisationHead) && !is(last, Trait::Company);
            short.len() > 1
                && long.len() > short.len()
                && long.starts_with(short)
                && !joint(&long[short.len()])
                && (!short.last().is_some_and(whole)
                    || is(&long[long.len() - 1], Trait::Company)
                    || long.last().is_some_and(|last| last == "limited"))
        };
        let name = &mention.name;
        let before = mention.tokens.start.wrapping_sub(1);
        // "Suvarna Cine Arts" opens as a person’s name does.
        let as_person = mention.kind == NameKind::Person && name.words.len() > 2;
        let speaks = body::speaks(gloss, mention.tokens.clone());
        if name.words.len() < 2
            || !may_be_body(mention.kind) && !as_person
            || !mention.title.is_empty()
            || PLACING.contains(&gloss.word(before))
            || self.is_of_somebody(mention.tokens.start)
        {
            return None;
        }
        let same = |member: &&usize| {
            let known = &self.members[**member];
            let body = known.kind == NameKind::Organisation;
            may_be_body(known.kind)
                && (!as_person || body)
                && known.names.iter().any(|other| {
                    goes_on(other, name) && (!place(name) || body && speaks)
                        || goes_on(name, other) && !place(other)
                })
        };
        let members = self.by_word.get(name.keys().first()?)?;
        let mut bearers = members.iter().take(MOST).filter(same);
        let only = bearers.next()?;
        bearers.next().is_none().then_some(*only)
    }

    /// Whether those of whom a name at `start` tells are a body themselves: "the Musicians of the Orr Symphony".
    pub(super) fn is_of_somebody(&self, start: usize) -> bool {
        let gloss = self.gloss;
        let the = start > 0 && gloss.word(start - 1) == "the";
        let of = start.wrapping_sub(1 + usize::from(the));
        gloss.word(of) == "of" && gloss.is_capital(of.wrapping_sub(1))
    }

    /// The organisation whose initials these capitals are.
    pub(super) fn spelled_out(&self, mention: &Mention) -> Option<usize> {
        let token = mention.tokens.start;
        let letters: String = self
            .gloss
            .word(token)
            .chars()
            .filter(char::is_ascii_alphabetic)
            .collect();
        if letters.len() < 2 || !matches!(self.gloss.case(token), Case::Upper | Case::Initials) {
            return None;
        }
        let letters = letters.to_ascii_lowercase();
        let spelled = self.by_initials.get(&letters)?.iter().copied();
        spelled
            .filter(|member| self.members[*member].kind != NameKind::Person)
            .min()
    }
}

/// Whether `shorter` is these words with the first half of a double name at their end.
fn opens_double(words: &[String], shorter: &[String]) -> bool {
    let (Some((last, before)), Some((half, others))) = (words.split_last(), shorter.split_last())
    else {
        return false;
    };
    before == others && (last.split_once('-')).is_some_and(|(first, _)| first == half)
}
