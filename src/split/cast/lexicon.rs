//! What is known of a word before it is read: a given name, a role, a place, a head of organisations' names, a verb that reports.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::quick::Quickly;

/// What is known of one word, written in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Entry {
    traits: u32,
    /// For a role, the word that stands for all its forms: "senator" for "sen.".
    pub(crate) role: Option<&'static str>,
}

/// One thing that may be known of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trait {
    GivenMan,
    GivenWoman,
    GivenEither,
    Role,
    /// A role only men have: "spokesman", "Mr".
    Man,
    /// A role only women have.
    Woman,
    /// The plural of a role: "officials".
    People,
    /// The plural of a writing or of a kind of organisation: "polls", "companies".
    Plural,
    /// A word that names of organisations are built on: "department".
    OrganisationHead,
    /// "Inc.", "Holdings".
    Company,
    /// What an article calls an organisation: "company", "watchdog".
    OrganisationKind,
    /// An organisation by itself: "Greenpeace", "FBI".
    Body,
    /// What names of places, works, laws and events end with: "Street", "Act".
    Thing,
    Country,
    Region,
    City,
    /// "French", "Republican".
    Demonym,
    /// "statement", "poll".
    Writing,
    Determiner,
    Preposition,
    Conjunction,
    Pronoun,
    Auxiliary,
    Adverb,
    Reports,
    /// A verb whose subject puts a writing out: "released".
    Issues,
    Calendar,
    /// "de", "van", "bin".
    Particle,
    /// Opens sentences and is no name for that: "Yesterday", "Police".
    Opener,
    /// Says nothing of who it is: "former", "new".
    Generic,
    /// A title where a whole name follows, a word or a name elsewhere: "Canon", "Tun".
    Title,
    /// What stands behind a name and is none of it: "OBE".
    Honour,
}

impl Entry {
    /// Whether `what` is known of the word.
    pub(crate) const fn is(self, what: Trait) -> bool {
        self.traits & (1 << what as u32) != 0
    }

    /// Whether one of `any` is known of the word.
    pub(crate) fn is_any(self, any: &[Trait]) -> bool {
        any.iter().any(|what| self.is(*what))
    }

    /// Whether people are given it as a first name.
    pub(crate) fn is_given(self) -> bool {
        self.is_any(&[Trait::GivenMan, Trait::GivenWoman, Trait::GivenEither])
    }

    /// Whether it names a place.
    pub(crate) fn is_place(self) -> bool {
        self.is_any(&[Trait::Country, Trait::Region, Trait::City])
    }

    /// Whether it holds a sentence together rather than naming anything.
    pub(crate) fn is_grammar(self) -> bool {
        self.is_any(&[
            Trait::Determiner,
            Trait::Preposition,
            Trait::Conjunction,
            Trait::Pronoun,
            Trait::Auxiliary,
            Trait::Adverb,
        ])
    }

    fn add(&mut self, what: Trait) {
        self.traits |= 1 << what as u32;
    }
}

/// What is known of `word`, in lower case; nothing for most words.
pub(crate) fn entry(word: &str) -> Entry {
    let words = &LEXICON.words;
    let known = words
        .get(word)
        .or_else(|| words.get(word.strip_suffix('.')?))
        // "the ex-speaker", "Chair-elect Ann Lee"
        .or_else(|| words.get(word.strip_prefix("ex-").or(word.strip_suffix("-elect"))?));
    let mut entry = known.copied().unwrap_or_default();
    if word.ends_with('s') || word.ends_with("men") {
        entry.traits |= plural(word).traits;
    }
    if known.is_none() {
        entry.traits |= two_given(word).traits;
    }
    entry
}

/// What is known of a given name made of two: "pieter-karl" is borne by those who bear "pieter".
fn two_given(word: &str) -> Entry {
    let words = &LEXICON.words;
    let given = |part: &str| words.get(part).filter(|part| part.is_given());
    let mut entry = Entry::default();
    if let Some((first, second)) = word.split_once('-')
        && let (Some(first), Some(_)) = (given(first), given(second))
    {
        for borne in [Trait::GivenMan, Trait::GivenWoman, Trait::GivenEither] {
            if first.is(borne) {
                entry.add(borne);
            }
        }
    }
    entry
}

/// What is known of a word that is the plural of a role or of people of a place.
fn plural(word: &str) -> Entry {
    let words = &LEXICON.words;
    let singular = word.strip_suffix('s').and_then(|stem| {
        let whole = words.get(stem);
        whole.or_else(|| words.get(format!("{}y", stem.strip_suffix("ie")?).as_str()))
    });
    let men = || {
        let stem = word.strip_suffix("men")?;
        words.get(format!("{stem}man").as_str())
    };
    let mut entry = Entry::default();
    if let Some(singular) = singular.or_else(men) {
        if singular.is_any(&[Trait::Role, Trait::Demonym]) {
            entry.add(Trait::People);
        }
        if singular.is_any(&[Trait::OrganisationKind, Trait::Writing]) {
            entry.add(Trait::Plural);
        }
    }
    entry
}

/// The full given names that `short`, in lower case, stands for: "christopher" for "chris".
pub(crate) fn full_forms(short: &str) -> &'static [&'static str] {
    LEXICON.nicknames.get(short).map_or(&[], Vec::as_slice)
}

/// The roles that somebody called `noun` may have been called before: "constable" for "officer".
pub(crate) fn narrower(noun: &str) -> &'static [&'static str] {
    LEXICON.wider.get(noun).map_or(&[], Vec::as_slice)
}

/// Whether the two words, in lower case, are a place's name: "new york".
pub(crate) fn is_place_of_two(first: &str, second: &str) -> bool {
    PLACES_OF_TWO.contains(&(first, second))
}

type Words = HashMap<&'static str, Entry, Quickly>;

struct Lexicon {
    words: Words,
    nicknames: HashMap<&'static str, Vec<&'static str>>,
    wider: HashMap<&'static str, Vec<&'static str>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut words = Words::with_capacity_and_hasher(1 << 17, Quickly::default());
    for list in LISTS {
        let mut section = "";
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with('[') {
                section = line.trim_matches(['[', ']']);
                continue;
            }
            for word in line.split_ascii_whitespace() {
                add(&mut words, section, word);
            }
        }
    }
    Lexicon {
        words,
        nicknames: rows(NICKNAMES),
        wider: rows(WIDER),
    }
});

/// The rows of a list by their first words.
fn rows(list: &'static str) -> HashMap<&'static str, Vec<&'static str>> {
    list.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut words = line.split_ascii_whitespace();
            Some((words.next()?, words.collect()))
        })
        .collect()
}

fn add(words: &mut Words, section: &str, word: &'static str) {
    let (word, role) = word.split_once(':').unwrap_or((word, word));
    let Some(traits) = traits_of(section) else {
        return;
    };
    let entry = words.entry(word).or_default();
    for what in traits {
        entry.add(*what);
    }
    if entry.is(Trait::Role) && entry.role.is_none() {
        entry.role = Some(role);
    }
}

fn traits_of(section: &str) -> Option<&'static [Trait]> {
    Some(match section {
        "given man" => &[Trait::GivenMan],
        "given woman" => &[Trait::GivenWoman],
        "given either" => &[Trait::GivenEither],
        "role man" => &[Trait::Role, Trait::Man],
        "role woman" => &[Trait::Role, Trait::Woman],
        "role" => &[Trait::Role],
        "people" => &[Trait::People],
        "organisation head" => &[Trait::OrganisationHead],
        "organisation company" => &[Trait::OrganisationHead, Trait::Company],
        "organisation kind" => &[Trait::OrganisationKind],
        "organisation body" => &[Trait::Body],
        "thing" => &[Trait::Thing],
        "country" => &[Trait::Country],
        "region" => &[Trait::Region],
        "city" => &[Trait::City],
        "demonym" => &[Trait::Demonym],
        "writing" => &[Trait::Writing],
        "determiner" => &[Trait::Determiner],
        "preposition" => &[Trait::Preposition],
        "conjunction" => &[Trait::Conjunction],
        "pronoun" => &[Trait::Pronoun],
        "auxiliary" => &[Trait::Auxiliary],
        "adverb" => &[Trait::Adverb],
        "reports" => &[Trait::Reports],
        "issues" => &[Trait::Issues],
        "calendar" => &[Trait::Calendar],
        "particle" => &[Trait::Particle],
        "opener" => &[Trait::Opener],
        "generic" => &[Trait::Generic],
        "title" => &[Trait::Title],
        "honour" => &[Trait::Honour],
        _ => return None,
    })
}

const LISTS: [&str; 6] = [
    include_str!("words/given.txt"),
    include_str!("words/roles.txt"),
    include_str!("words/organisations.txt"),
    include_str!("words/places.txt"),
    include_str!("words/documents.txt"),
    include_str!("words/grammar.txt"),
];

const NICKNAMES: &str = include_str!("words/nicknames.txt");

const WIDER: &str = include_str!("words/wider.txt");

const PLACES_OF_TWO: [(&str, &str); 70] = [
    ("new", "york"),
    ("new", "jersey"),
    ("new", "hampshire"),
    ("new", "mexico"),
    ("new", "orleans"),
    ("new", "zealand"),
    ("new", "delhi"),
    ("new", "england"),
    ("new", "south"),
    ("north", "carolina"),
    ("north", "dakota"),
    ("north", "korea"),
    ("north", "macedonia"),
    ("south", "carolina"),
    ("south", "dakota"),
    ("south", "korea"),
    ("south", "africa"),
    ("south", "sudan"),
    ("west", "virginia"),
    ("west", "bank"),
    ("west", "midlands"),
    ("east", "timor"),
    ("northern", "ireland"),
    ("rhode", "island"),
    ("puerto", "rico"),
    ("costa", "rica"),
    ("el", "salvador"),
    ("united", "states"),
    ("united", "kingdom"),
    ("great", "britain"),
    ("saudi", "arabia"),
    ("sri", "lanka"),
    ("sierra", "leone"),
    ("ivory", "coast"),
    ("burkina", "faso"),
    ("papua", "new"),
    ("hong", "kong"),
    ("czech", "republic"),
    ("dominican", "republic"),
    ("los", "angeles"),
    ("las", "vegas"),
    ("san", "francisco"),
    ("san", "diego"),
    ("san", "jose"),
    ("san", "antonio"),
    ("santa", "fe"),
    ("santa", "monica"),
    ("santa", "barbara"),
    ("fort", "worth"),
    ("st.", "louis"),
    ("st.", "paul"),
    ("salt", "lake"),
    ("kansas", "city"),
    ("mexico", "city"),
    ("oklahoma", "city"),
    ("cape", "town"),
    ("tel", "aviv"),
    ("abu", "dhabi"),
    ("kuala", "lumpur"),
    ("rio", "de"),
    ("são", "paulo"),
    ("sao", "paulo"),
    ("buenos", "aires"),
    ("addis", "ababa"),
    ("milton", "keynes"),
    ("long", "island"),
    ("palo", "alto"),
    ("silicon", "valley"),
    ("baton", "rouge"),
    ("des", "moines"),
];

#[cfg(test)]
mod tests {
    use super::{Trait, entry, full_forms, is_place_of_two, traits_of};

    #[test]
    fn every_section_of_the_lists_is_known() {
        for line in super::LISTS.iter().flat_map(|list| list.lines()) {
            if line.starts_with('[') {
                assert!(traits_of(line.trim_matches(['[', ']'])).is_some(), "{line}");
            }
        }
    }

    #[test]
    fn knows_words() {
        assert!(entry("mary").is(Trait::GivenWoman));
        assert_eq!(entry("sen").role, Some("senator"));
        assert!(entry("spokeswoman").is(Trait::Woman));
        assert!(entry("statement").is(Trait::Writing));
        assert!(entry("france").is_place());
        assert_eq!(entry("unheard-of"), super::Entry::default());
        assert!(full_forms("chris").contains(&"christopher"));
        assert!(is_place_of_two("new", "york"));
    }
}
