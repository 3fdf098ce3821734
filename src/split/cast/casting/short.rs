//! Whom a name cut short means: a family name, a given name, what a body is called.

use crate::split::cast::coreference::third_person;
use crate::split::cast::gloss::Gloss;
use crate::split::cast::lexicon::{self, Trait};
use crate::split::cast::member::{Gender, Member};
use crate::split::cast::mention::{Mention, NameKind};
use crate::split::cast::name::{Name, key};

use super::{Casting, OWN_NAMES};

impl Casting<'_, '_> {
    /// "the Wasserman Schultz camp": the tail of a longer name.
    pub(super) fn shortened(&self, mention: &Mention) -> Option<usize> {
        let keys = mention.name.keys();
        let known = self.by_last.get(keys.last()?)?;
        known
            .iter()
            .rev()
            .find(|member| {
                let names = &self.members[**member].names;
                names.iter().any(|name| name.keys().ends_with(keys))
            })
            .copied()
    }

    pub(super) fn one_word(&self, mention: &Mention) -> Option<usize> {
        let word = mention.name.keys().first()?;
        let the = mention.tokens.start > 0
            && (self.gloss.word(mention.tokens.start - 1)).eq_ignore_ascii_case("the");
        let bearer = || {
            let bearers = self.by_last.get(word).into_iter().flatten();
            let person = |member: &&usize| self.members[**member].kind == NameKind::Person;
            !the && bearers.filter(person).count() > 0
        };
        // "the House", but "Hill said", where Ann Hill did
        if OWN_NAMES.contains(&word.as_str()) && !bearer() {
            // "the House" is not short for "the White House".
            let alone = self.by_last.get(word)?.iter().copied();
            return alone.into_iter().find(|member| {
                let names = &self.members[*member].names;
                names.iter().all(|name| name.words.len() == 1)
            });
        }
        if mention.kind == NameKind::Thing
            && let Some(members) = self.by_word.get(word)
            && let Some(member) = self.called_as_place(members, mention)
        {
            return Some(member);
        }
        if let Some(members) = self.by_last.get(word)
            && let Some(member) = self.choose(members, mention)
        {
            return Some(member);
        }
        if mention.kind == NameKind::Organisation
            && let Some(member) = self.spelled_out(mention)
        {
            return Some(member);
        }
        if mention.kind == NameKind::Thing {
            return None;
        }
        let members = self.by_word.get(word)?;
        let candidates: Vec<usize> = members
            .iter()
            .copied()
            .filter(|member| self.is_short_for(word, *member, mention))
            .collect();
        self.choose(&candidates, mention)
    }

    /// The one person whose given name is a place’s as well, where the place is not meant: "Jordan told us".
    pub(super) fn called_as_place(&self, members: &[usize], mention: &Mention) -> Option<usize> {
        let gloss = self.gloss;
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let acts = gloss.is(end, Trait::Reports)
            || gloss.word(end) == "," && gloss.word(end + 1) == "who"
            || gloss.is(start.wrapping_sub(1), Trait::Reports);
        let word = mention.name.keys().first()?;
        let mut called = members.iter().filter(|member| {
            let known = &self.members[**member];
            let first = |name: &Name| name.keys().first() == Some(word);
            known.may_be_person() && known.names.iter().any(first)
        });
        let only = called.next().filter(|_| acts)?;
        called.next().is_none().then_some(*only)
    }

    /// Whether a word inside a member's name may stand for it alone: a given name, "Goldman".
    pub(super) fn is_short_for(&self, word: &str, member: usize, mention: &Mention) -> bool {
        let member = &self.members[member];
        let entry = lexicon::entry(word);
        match member.kind {
            NameKind::Person => true,
            NameKind::Organisation => {
                mention.title.is_empty()
                    && !entry.is_place()
                    && !entry.is(Trait::Demonym)
                    && !entry.is(Trait::Generic)
                    && !entry.is_given()
                    && member.names.iter().any(|name| {
                        name.keys().first().is_some_and(|first| first == word)
                            && name.words.len() <= 3
                    })
            }
            NameKind::Unknown => member.names.iter().any(|name| {
                name.keys().first().is_some_and(|first| first == word)
                    || is_inner_family(name, word, !mention.title.is_empty())
            }),
            NameKind::Thing => false,
        }
    }

    /// Of several of one name, the one that a short form means here.
    pub(super) fn choose(&self, members: &[usize], mention: &Mention) -> Option<usize> {
        let told = Gender::of(self.gloss, mention);
        let titled = !mention.title.is_empty();
        let mut fitting: Vec<usize> = members
            .iter()
            .copied()
            .filter(|member| {
                let member = &self.members[*member];
                !told.contradicts(member.gender)
                    && (!titled || member.may_be_person())
                    && is_of_generation(member, &mention.name)
                    && (mention.kind != NameKind::Organisation || member.kind != NameKind::Person)
            })
            .collect();
        // A pupil is no "Mrs."
        let adult = mention.title.clone().any(|token| {
            matches!(
                self.gloss.word(token).trim_end_matches('.'),
                "Mr" | "Mrs" | "Ms" | "Dr"
            )
        });
        if adult && fitting.iter().any(|member| !self.members[*member].is_young) {
            fitting.retain(|member| !self.members[*member].is_young);
        }
        match (&fitting[..], members) {
            // "Tran Minh Hoa … Mr Tran"
            ([], [only]) if self.may_be_told_amiss(*only, told) => return Some(*only),
            ([], _) => return None,
            ([only], _) => return Some(*only),
            _ => {}
        }
        if let Some(key) = self.title_key(mention)
            && let Some(member) = self.by_title.get(&key)
            && fitting.contains(member)
        {
            return Some(*member);
        }
        let gendered: Vec<usize> = fitting
            .iter()
            .copied()
            .filter(|member| {
                let gender = self.members[*member].gender;
                told.is_he() && gender.is_he() || told.is_she() && gender.is_she()
            })
            .collect();
        if let [only] = gendered[..] {
            return Some(only);
        }
        let is_person = |member: &usize| self.members[*member].kind == NameKind::Person;
        // Who was named in full before is nobody less because the given name is not known.
        let may_be = |member: &usize| {
            let known = &self.members[*member];
            let full = |name: &Name| name.words.len() > 1 && name.suffix.is_none();
            let whole = known.names.iter().any(full);
            known.kind == NameKind::Unknown && self.last_named[*member] > 0 && whole
        };
        let several = fitting.iter().any(is_person);
        let persons: Vec<usize> = fitting
            .iter()
            .copied()
            .filter(|member| is_person(member) || several && may_be(member))
            .collect();
        let pool = [gendered, persons, fitting];
        let pool = pool.into_iter().find(|pool| !pool.is_empty())?;
        // Who was named just now, who was named first, who was called so before, and whom the next pronoun fits: none of
        // them decides alone.
        let sentence = self.gloss.sentence(mention.tokens.start);
        let pronoun = self.pronoun_after(mention);
        let earliest = pool.iter().min().copied();
        pool.into_iter().max_by_key(|member| {
            let last = self.last_named[*member];
            let known = &self.members[*member];
            let just_now = last > 0 && self.gloss.sentence(last - 1) + 1 >= sentence;
            let fits = pronoun.is_some_and(|he| known.gender.sureness(Some(he)) >= 0.0);
            let weight = known.count
                + 3 * usize::from(last > 0)
                + 2 * usize::from(just_now)
                + 2 * usize::from(earliest == Some(*member))
                + 3 * usize::from(self.named_shortly[*member] > 0)
                + 6 * usize::from(fits);
            (weight, last)
        })
    }

    /// Whether the title of a family name tells of the other than the given name of its only bearer, who is meant all the
    /// same: not where the article tells of kin.
    fn may_be_told_amiss(&self, only: usize, told: Gender) -> bool {
        let known = self.members[only].gender;
        let kin = |token: usize| {
            let word = self.gloss.word(token);
            ["wife", "husband", "widow", "widower"].contains(&word) || KIN.contains(&word)
        };
        let mistaken = || told.he().is_some_and(|he| known.may_be_mistaken(he));
        known.is_guessed() || mistaken() && !(0..self.gloss.len()).any(kin)
    }

    /// Whether "he" (true) or "she" (false) follows soon in the sentence.
    pub(super) fn pronoun_after(&self, mention: &Mention) -> Option<bool> {
        const SOON: usize = 14;
        let end = mention.tokens.end;
        let (_, last) = self.gloss.bounds(mention.tokens.start);
        (end..last.min(end + SOON)).find_map(|token| third_person(self.gloss.word(token)))
    }
}

/// Whether a family name with "Sr." may be that of a member: not where all that is known of him is "Jr.".
fn is_of_generation(member: &Member, name: &Name) -> bool {
    let suffix = |name: &Name| name.suffix.as_deref().map(key);
    let told = suffix(name);
    told.is_none()
        || member.names.iter().all(|known| known.suffix.is_none())
        || member.names.iter().any(|known| suffix(known) == told)
}

/// Whether `word` may be the family name in the midst of a longer one: "Pizarro" of "Eleuterio Pizarro Manque".
fn is_inner_family(name: &Name, word: &str, titled: bool) -> bool {
    use crate::split::cast::lexicon::{Entry, entry};
    let known = entry(word);
    let inner = name.keys().iter().rev().skip(1).any(|key| key == word);
    let body = |key: &String| {
        let known = entry(key);
        known.is_grammar() && !known.is(Trait::Particle)
            || known.is_any(&[
                Trait::OrganisationHead,
                Trait::OrganisationKind,
                Trait::Company,
                Trait::Thing,
                Trait::Body,
                Trait::Demonym,
            ])
            || known.is_place()
    };
    name.words.len() > 2
        && inner
        && (titled || known == Entry::default() || known.is_given())
        && !name.keys().iter().any(body)
}

/// Whether the sentence of `token`, the one before it or the one behind speaks of kin.
pub(super) fn speaks_of_family(gloss: &Gloss, token: usize) -> bool {
    let here = gloss.sentence(token);
    let sentences = gloss.document.sentences.iter();
    let near = sentences.skip(here.saturating_sub(1)).take(here.min(1) + 2);
    near.flat_map(|sentence| sentence.tokens.clone())
        .any(|token| {
            KIN.iter()
                .any(|kin| gloss.word(token).eq_ignore_ascii_case(kin))
        })
}

const KIN: [&str; 24] = [
    "brothers",
    "sisters",
    "siblings",
    "twins",
    "triplets",
    "couple",
    "pair",
    "parents",
    "family",
    "married",
    "newlyweds",
    "husband",
    "wife",
    "spouses",
    "cousins",
    "sons",
    "daughters",
    "children",
    "kids",
    "brother",
    "sister",
    "son",
    "daughter",
    "wed",
];
