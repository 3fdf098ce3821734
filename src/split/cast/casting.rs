//! Casting: which of an article’s mentions name the same person or thing.

use std::collections::HashMap;

use super::coreference::third_person;
use super::gloss::{Case, Gloss};
use super::lexicon::Trait;
use super::member::{Gender, Member};
use super::mention::{Mention, NameKind};
use super::name::Name;

/// The members of an article's cast, and which of them each of `mentions` names; none for what is no name after all.
///
/// A run of capitals in a headline is cut into the names in it that the article knows.
pub(crate) fn casting(
    gloss: &Gloss,
    mentions: &mut Vec<Mention>,
) -> (Vec<Member>, Vec<Option<usize>>) {
    Casting::of(gloss, mentions)
}

struct Casting<'g, 'd> {
    gloss: &'g Gloss<'d>,
    members: Vec<Member>,
    /// Members by the last word of their names.
    by_last: HashMap<String, Vec<usize>>,
    /// Members by every other word of their names.
    by_word: HashMap<String, Vec<usize>>,
    /// For each member, the token of its last mention so far.
    last_named: Vec<usize>,
    /// For each member, how often a single word named it so far.
    named_shortly: Vec<usize>,
    /// For each title and family name, whom it named.
    by_title: HashMap<(String, String), usize>,
    /// Members by the initials of their names.
    by_initials: HashMap<String, Vec<usize>>,
}

impl<'g, 'd> Casting<'g, 'd> {
    fn of(gloss: &'g Gloss<'d>, mentions: &mut Vec<Mention>) -> (Vec<Member>, Vec<Option<usize>>) {
        let mut casting = Self {
            gloss,
            members: Vec::new(),
            by_last: HashMap::new(),
            by_word: HashMap::new(),
            last_named: Vec::new(),
            named_shortly: Vec::new(),
            by_title: HashMap::new(),
            by_initials: HashMap::new(),
        };
        share_family_names(gloss, mentions);
        // Whole names first, wherever they stand: a short one may come before the whole.
        let mut placed: Vec<Option<usize>> = mentions
            .iter()
            .map(|mention| {
                let whole = mention.name.words.len() > 1 && !mention.doubtful;
                whole.then(|| casting.place_whole(mention))
            })
            .collect();
        if mentions.iter().any(|mention| mention.headline) {
            let uncut = std::mem::take(mentions);
            let uncut_placed = std::mem::take(&mut placed);
            for (mention, member) in uncut.into_iter().zip(uncut_placed) {
                let pieces = casting.names_in_headline(mention);
                placed.resize(placed.len() + pieces.len(), member);
                mentions.extend(pieces);
            }
        }
        casting.last_named.fill(0);
        let mut members = Vec::with_capacity(placed.len());
        for (mention, member) in mentions.iter().zip(placed) {
            let member = member.or_else(|| casting.place_rest(mention));
            if let Some(member) = member {
                casting.last_named[member] = mention.tokens.start + 1;
                casting.named_shortly[member] += usize::from(mention.name.words.len() == 1);
            }
            members.push(member);
        }
        (casting.members, members)
    }

    fn place_whole(&mut self, mention: &Mention) -> usize {
        let same = self.same_whole(&mention.name, mention);
        match same
            .or_else(|| self.within(&mention.name, mention))
            .or_else(|| self.opened_by(mention))
            .or_else(|| self.body_shortened(mention))
        {
            Some(member) => {
                self.take_in(member, mention);
                member
            }
            None => self.add(mention),
        }
    }

    /// The member whose whole name this is another form of.
    fn same_whole(&self, name: &Name, mention: &Mention) -> Option<usize> {
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
        let exactly = known.iter().find(exact);
        exactly
            .or_else(|| known.iter().rev().filter(fits).find(same))
            .copied()
    }

    /// The one person whose name holds this in its midst: "Ruiz de Alarcón" of "Ana Ruiz de Alarcón Peral".
    fn within(&self, name: &Name, mention: &Mention) -> Option<usize> {
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
                    .any(|part| part == name.keys())
            };
            known.may_be_person() && known.names.iter().any(held)
        };
        let mut bearers = members.iter().take(MOST).filter(holds);
        let only = bearers.next()?;
        bearers.all(|other| other == only).then_some(*only)
    }

    /// The one person whose name only this one goes on, or who goes on this one: "Ximena Orr" of "Ximena Orr Huenchur".
    fn opened_by(&self, mention: &Mention) -> Option<usize> {
        // The work stays linear.
        const MOST: usize = 64;
        let name = &mention.name;
        let given = |name: &Name| {
            let first = name.keys().first();
            first.is_some_and(|first| super::lexicon::entry(first).is_given())
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
    fn body_shortened(&self, mention: &Mention) -> Option<usize> {
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

    fn take_in(&mut self, member: usize, mention: &Mention) {
        self.members[member].add(self.gloss, mention);
        self.register(member, &mention.name);
        if let Some((title, family)) = self.title_key(mention) {
            self.by_title.entry((title, family)).or_insert(member);
        }
    }

    fn add(&mut self, mention: &Mention) -> usize {
        let member = self.members.len();
        self.members.push(Member::new(mention.kind));
        self.last_named.push(0);
        self.named_shortly.push(0);
        self.take_in(member, mention);
        member
    }

    fn register(&mut self, member: usize, name: &Name) {
        let Some((last, others)) = name.keys().split_last() else {
            return;
        };
        if name.words.len() > 1 {
            for letters in initials(name) {
                let of_letters = self.by_initials.entry(letters).or_default();
                if of_letters.last() != Some(&member) {
                    of_letters.push(member);
                }
            }
        }
        // "Mr. Hamdani" is Abu Bakr al-Hamdani.
        let bare = last.split_once('-').filter(|(article, _)| {
            ["al", "el", "ad", "as", "ar", "at", "an", "ash", "az"].contains(article)
        });
        for last in [Some(last.as_str()), bare.map(|(_, bare)| bare)]
            .into_iter()
            .flatten()
        {
            let of_last = self.by_last.entry(last.to_owned()).or_default();
            if !of_last.contains(&member) {
                of_last.push(member);
            }
        }
        for word in others.iter().filter(|word| word.chars().count() > 1) {
            let of_word = self.by_word.entry(word.clone()).or_default();
            if !of_word.contains(&member) {
                of_word.push(member);
            }
        }
    }

    fn title_key(&self, mention: &Mention) -> Option<(String, String)> {
        let title = mention
            .title
            .clone()
            .rev()
            .find_map(|token| self.gloss.entry(token).role)?;
        Some((title.to_owned(), mention.name.keys().last()?.clone()))
    }

    /// A name of one word, or one whose capitals prove nothing.
    fn place_rest(&mut self, mention: &Mention) -> Option<usize> {
        let member = if mention.name.words.len() > 1 {
            self.same_whole(&mention.name, mention)
                .or_else(|| self.shortened(mention))
        } else {
            self.one_word(mention)
        };
        if let Some(member) = member {
            self.take_in(member, mention);
            return Some(member);
        }
        // A headline's run of capitals is seldom one name, and a title none at all.
        let title = || {
            let entry = super::lexicon::entry(&mention.name.keys()[0]);
            entry.is_any(&[Trait::Role, Trait::People, Trait::Demonym])
                || entry.is(Trait::OrganisationKind) && !entry.is(Trait::Body)
        };
        if mention.doubtful && (mention.name.words.len() > 1 || title()) {
            return None;
        }
        Some(self.add(mention))
    }

    /// The names in a headline's run of capitals: those that are known, and what opens with a given name.
    fn names_in_headline(&self, mention: Mention) -> Vec<Mention> {
        let words = mention.name.words.len();
        if !mention.headline || words < 2 || mention.title.end + words != mention.tokens.end {
            return vec![mention];
        }
        let keys = mention.name.keys();
        let known = |from: usize, to: usize| {
            let of_last = self.by_last.get(&keys[to - 1]);
            of_last.is_some_and(|members| {
                members.iter().any(|member| {
                    let names = &self.members[*member].names;
                    names
                        .iter()
                        .any(|name| name.keys().ends_with(&keys[from..to]))
                })
            })
        };
        let given = |from: usize| {
            let entry = super::lexicon::entry(&keys[from]);
            let next = keys.get(from + 1).map(|next| super::lexicon::entry(next));
            entry.is_given()
                && next.is_some_and(|next| !next.is_grammar() && !next.is(Trait::Reports))
        };
        let mut pieces = Vec::new();
        let mut from = 0;
        while from < words {
            let longest = (from + 1..=words.min(from + 5))
                .rev()
                .find(|to| known(from, *to));
            let whole_given = || {
                let small = keys[from + 1..]
                    .iter()
                    .take_while(|key| super::lexicon::entry(key).is(Trait::Particle))
                    .count();
                words.min(from + 2 + small)
            };
            let Some(to) = longest.or_else(|| given(from).then(whole_given)) else {
                from += 1;
                continue;
            };
            if from == 0 && to == words {
                let doubtful = false;
                return vec![Mention {
                    doubtful,
                    ..mention
                }];
            }
            let start = mention.title.end + from;
            pieces.push(Mention {
                tokens: start..start + (to - from),
                title: start..start,
                name: Name::new(mention.name.words[from..to].iter().map(String::as_str)),
                kind: if to - from > 1 {
                    NameKind::Person
                } else {
                    NameKind::Unknown
                },
                doubtful: to - from == 1,
                headline: true,
            });
            from = to;
        }
        if pieces.is_empty() {
            vec![mention]
        } else {
            pieces
        }
    }

    /// "the Wasserman Schultz camp": the tail of a longer name.
    fn shortened(&self, mention: &Mention) -> Option<usize> {
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

    fn one_word(&self, mention: &Mention) -> Option<usize> {
        let word = mention.name.keys().first()?;
        if OWN_NAMES.contains(&word.as_str()) {
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
    fn called_as_place(&self, members: &[usize], mention: &Mention) -> Option<usize> {
        let gloss = self.gloss;
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let acts = gloss.is(end, Trait::Reports)
            || gloss.word(end) == "," && gloss.word(end + 1) == "who"
            || gloss.is(start.wrapping_sub(1), Trait::Reports);
        let word = mention.name.keys().first()?;
        let mut called = members.iter().filter(|member| {
            let known = &self.members[**member];
            let first = |name: &Name| name.keys().first() == Some(word);
            known.kind == NameKind::Person && known.names.iter().any(first)
        });
        let only = called.next().filter(|_| acts)?;
        called.next().is_none().then_some(*only)
    }

    /// Whether a word inside a member's name may stand for it alone: a given name, "Goldman".
    fn is_short_for(&self, word: &str, member: usize, mention: &Mention) -> bool {
        let member = &self.members[member];
        let entry = super::lexicon::entry(word);
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
    fn choose(&self, members: &[usize], mention: &Mention) -> Option<usize> {
        let told = Gender::of(self.gloss, mention);
        let titled = !mention.title.is_empty();
        let mut fitting: Vec<usize> = members
            .iter()
            .copied()
            .filter(|member| {
                let member = &self.members[*member];
                !told.contradicts(member.gender)
                    && (!titled || member.may_be_person())
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
        match fitting[..] {
            [] => return None,
            [only] => return Some(only),
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
        let persons: Vec<usize> = fitting
            .iter()
            .copied()
            .filter(|member| self.members[*member].kind == NameKind::Person)
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

    /// Whether "he" (true) or "she" (false) follows soon in the sentence.
    fn pronoun_after(&self, mention: &Mention) -> Option<bool> {
        const SOON: usize = 14;
        let end = mention.tokens.end;
        let (_, last) = self.gloss.bounds(mention.tokens.start);
        (end..last.min(end + SOON)).find_map(|token| third_person(self.gloss.word(token)))
    }

    /// The organisation whose initials these capitals are.
    fn spelled_out(&self, mention: &Mention) -> Option<usize> {
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

/// Whether `word` may be the family name in the midst of a longer one: "Pizarro" of "Eleuterio Pizarro Manque".
fn is_inner_family(name: &Name, word: &str, titled: bool) -> bool {
    use super::lexicon::{Entry, entry};
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

/// Gives the first of two of one family the name that the second brings: "the sisters Ann and Joan Lee".
fn share_family_names(gloss: &Gloss, mentions: &mut [Mention]) {
    for second in 1..mentions.len() {
        let (first, second) = (&mentions[second - 1], &mentions[second]);
        let joined = second.tokens.start == first.tokens.end + 1
            && matches!(gloss.word(first.tokens.end), "and" | "&");
        let given = |name: &Name| {
            let key = name.keys().first();
            key.is_some_and(|key| super::lexicon::entry(key).is_given())
        };
        let bare = first.title.is_empty() && first.name.words.len() == 1 && given(&first.name);
        let whole = second.title.is_empty() && second.name.words.len() > 1 && given(&second.name);
        if !joined || !bare || !whole || !speaks_of_family(gloss, first.tokens.start) {
            continue;
        }
        let family = second.name.words[1..].iter().map(String::as_str);
        let words = first.name.words.iter().map(String::as_str).chain(family);
        let name = Name::new(words.collect::<Vec<_>>());
        let nth = mentions.partition_point(|mention| mention.tokens.start < first.tokens.start);
        mentions[nth].name = name;
        mentions[nth].kind = NameKind::Person;
        mentions[nth].doubtful = false;
    }
}

/// Whether the sentence of `token` or the one before it speaks of kin.
fn speaks_of_family(gloss: &Gloss, token: usize) -> bool {
    let here = gloss.sentence(token);
    let sentences = &gloss.document.sentences[here.saturating_sub(1)..=here];
    sentences
        .iter()
        .flat_map(|sentence| sentence.tokens.clone())
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

/// The first letters of the words of a name, the small words counted or not.
fn initials(name: &Name) -> [String; 2] {
    [false, true].map(|small| {
        name.words
            .iter()
            .filter(|word| small || word.starts_with(char::is_uppercase))
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_lowercase)
            .collect()
    })
}

const OWN_NAMES: [&str; 6] = ["house", "senate", "congress", "parliament", "state", "hill"];

#[cfg(test)]
mod tests {
    use crate::split::cast::tests::case;

    #[test]
    fn longer_and_shorter_names_of_one() {
        case(
            "Ximena Orr Huenchur runs a shed. “No,” Ximena Orr said.",
            &[("|Ximena Orr| said", "Ximena Orr Huenchur")],
        );
        case(
            "Maudie Pell carved heads. She was born Maud Evelyn Pell in Orr.",
            &[("|Maudie Pell| carved", "Maud Evelyn Pell")],
        );
        case(
            "The Royal Heraldic Office met. “No,” the Heraldic Office said.",
            &[("|the Heraldic Office| said", "Royal Heraldic Office")],
        );
        case(
            "The Royal Bank of Orr met. The Bank of Orr slept.",
            &[("|The Bank of Orr| slept", "Bank of Orr")],
        );
        case(
            "J. Q. St. Cyr Sr. threw it. His son, J. Q. St. Cyr Jr., knew. “No,” said the younger St. Cyr.",
            &[("|the younger St. Cyr|.", "J. Q. St. Cyr Jr.")],
        );
    }

    #[test]
    fn family_names_in_the_midst() {
        case(
            "Wyclor Omorr Adhorr tunes. “No,” Mr. Omorr said.",
            &[("|Mr. Omorr| said", "Wyclor Omorr Adhorr")],
        );
        case(
            "Eleutorr Pizorr Manque tunes. “No,” Pizorr said.",
            &[("|Pizorr| said", "Eleutorr Pizorr Manque")],
        );
        case(
            "Abu Bakr al-Orr tunes. “No,” Mr. Orr said.",
            &[("|Mr. Orr| said", "Abu Bakr al-Orr")],
        );
    }

    #[test]
    fn two_of_one_family() {
        case(
            "Kit Orr, 16, was shut in. His mother, Oluwa Orr, waited. “No,” Mrs Orr said.",
            &[("|Mrs Orr| said", "Oluwa Orr")],
        );
        case(
            "Evelyn Orr wants to sell. Her brother Sasha Orr does not. “No,” Mr. Orr said.",
            &[("|Mr. Orr| said", "Sasha Orr")],
        );
        case(
            "Suprihorr sews. The form made her Suprihorr Suprihorr. “No,” she said.",
            &[("|she| said", "Suprihorr")],
        );
    }

    #[test]
    fn given_names_that_are_places() {
        case(
            "Jordan Tarn lives in Jordan. “No,” Jordan told us.",
            &[("|Jordan| told", "Jordan Tarn")],
        );
    }

    #[test]
    fn names_of_one_word() {
        case(
            "“It is a neck,” says Morayo – she has no other name – and laughs. “No,” she says.",
            &[("|she| says", "Morayo")],
        );
        case(
            "The chairman, Sunday Friday Etuk, rose. “No,” Etuk said.",
            &[("|Etuk| said", "Sunday Friday Etuk")],
        );
    }
}
