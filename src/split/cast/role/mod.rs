//! A role: what an article says somebody is, before the name as a title, or after it.

mod deed;
mod meant;
mod told;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use self::deed::{Deed, deeds};
use crate::split::cast::age::Ages;
use crate::split::cast::gloss::Gloss;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::member::Member;
use crate::split::cast::mention::{Mention, NameKind};
use crate::split::cast::title::{LORDLY, is_address};
/// What somebody was said to be.
#[derive(Debug, Clone)]
pub(crate) struct Role {
    /// Who: a member of the cast.
    pub(crate) member: usize,
    /// The places that stand with the name: "(R-Ohio)", "of Leeds".
    places: Range<usize>,
    /// The tokens that say it, titles and what they are of included.
    pub(crate) tokens: Range<usize>,
    /// The noun.
    pub(crate) head: usize,
}

/// All roles of an article, by the noun that they are looked up by.
#[derive(Debug, Default)]
pub(crate) struct Roles {
    by_noun: HashMap<&'static str, Vec<Role>>,
    /// The members who have any.
    held: HashSet<usize>,
    /// Noun phrases that are tied to a name beside them, by their first token.
    pub(crate) beside: HashMap<usize, usize>,
    /// Who "the man" is said to be, by the noun: "The man was Ann Lee’s uncle, Bo Orr".
    pub(crate) equated: HashMap<&'static str, usize>,
    /// How old members are.
    pub(super) ages: Ages,
    /// What is told of them.
    deeds: Vec<Deed>,
    /// Members of whom it is told "who", and not "which".
    persons: HashSet<usize>,
}

/// Who is styled so before "Rev" in the Church of England and the Catholic Church.
const STYLES: [(&str, &str); 5] = [
    ("Rt", "bishop"),
    ("Right", "bishop"),
    ("Most", "archbishop"),
    ("Very", "dean"),
    ("Ven", "archdeacon"),
];

impl Roles {
    /// The roles that stand with the names.
    pub(crate) fn of(
        gloss: &Gloss,
        mentions: &[Mention],
        members: &[Option<usize>],
        known: &[Member],
    ) -> Self {
        let mut roles = Self {
            ages: Ages::of(gloss, mentions, members),
            deeds: deeds(gloss, mentions, members, known),
            ..Self::default()
        };
        for (mention, member) in mentions.iter().zip(members) {
            let Some(member) = *member else { continue };
            let known = &known[member];
            if matches!(mention.kind, NameKind::Thing | NameKind::Organisation)
                || !known.may_be_person()
            {
                continue;
            }
            if let Some(head) = mention
                .title
                .clone()
                .rev()
                .find(|token| gloss.is(*token, Trait::Role))
            {
                let former =
                    mention.tokens.start > 0 && gloss.is(mention.tokens.start - 1, Trait::Generic);
                let start = mention.title.start - usize::from(former);
                roles.add(gloss, head, (mention, member), start..mention.title.end);
                // "Detective Garda Lee" is "the detective" too, and "Minister Dr Lee" the minister.
                let ranks = ["detective", "doctor", "professor"];
                let addressed = |next: usize| {
                    let styled = gloss.is_any_of(next, &[Trait::Man, Trait::Woman]);
                    next <= head && (is_address(gloss.word(next)) || styled)
                };
                let also = mention.title.clone().find(|token| {
                    let role = gloss.entry(*token).role.filter(|_| *token != head);
                    role.is_some_and(|role| ranks.contains(&role) || addressed(token + 1))
                });
                if let Some(also) = also {
                    roles.add(gloss, also, (mention, member), start..also + 1);
                }
            }
            // "The Rt Rev Ann Lee" is "the bishop".
            let title = mention.title.clone();
            let styles = title
                .clone()
                .zip(title.skip(1))
                .find_map(|(first, second)| {
                    let rev = matches!(
                        gloss.word(second).trim_end_matches('.'),
                        "Rev" | "Revd" | "Reverend"
                    );
                    let style = gloss.word(first).trim_end_matches('.');
                    let (_, noun) = STYLES.iter().find(|(styled, _)| *styled == style && rev)?;
                    Some((second, *noun))
                });
            if let Some((head, noun)) = styles {
                roles.keep(gloss, noun, head, (mention, member), mention.title.clone());
            }
            // "The Duke of Orr" is "the duke"; "the Bishop of Orr, Ann Lee," has a name.
            let first = mention.tokens.start;
            if mention.title.is_empty()
                && LORDLY.contains(&gloss.word(first))
                && !gloss.word(first).ends_with("ishop")
                && gloss.word(mention.tokens.end) != ","
                && gloss.word(first + 1) == "of"
            {
                roles.add(gloss, first, (mention, member), first..first + 1);
            }
            roles.before(gloss, mention, member);
            roles.equated(gloss, mention, member);
            let whole = mention.name.words.len() > 1 || !mention.title.is_empty();
            // "Hartono, a baker from Malang,"
            let next = mention.tokens.end;
            let apposed = gloss.word(next) == "," && matches!(gloss.word(next + 1), "a" | "an");
            if known.kind == NameKind::Person || whole || apposed {
                roles.after(gloss, mention, member);
            }
        }
        roles.in_lead(gloss, mentions, members, known);
        roles
    }

    fn add(
        &mut self,
        gloss: &Gloss,
        head: usize,
        (mention, member): (&Mention, usize),
        tokens: Range<usize>,
    ) {
        if let Some(noun) = gloss.entry(head).role {
            self.keep(gloss, noun, head, (mention, member), tokens);
        }
    }

    fn keep(
        &mut self,
        gloss: &Gloss,
        noun: &'static str,
        head: usize,
        (mention, member): (&Mention, usize),
        tokens: Range<usize>,
    ) {
        let (_, last) = gloss.bounds(mention.tokens.start);
        self.held.insert(member);
        self.by_noun.entry(noun).or_default().push(Role {
            member,
            places: mention.tokens.start..last.min(mention.tokens.end + 7),
            tokens,
            head,
        });
    }

    /// The one member who was ever called `noun`.
    pub(crate) fn only(&self, noun: &str) -> Option<usize> {
        let (first, others) = self.by_noun.get(noun)?.split_first()?;
        let alone = others.iter().all(|role| role.member == first.member);
        alone.then_some(first.member)
    }

    /// Whether a member was called `noun` before the token at `end`.
    pub(super) fn is_called_before(&self, member: usize, noun: &str, end: usize) -> bool {
        let mut roles = self.by_noun.get(noun).into_iter().flatten();
        roles.any(|role| role.member == member && role.tokens.start < end)
    }

    /// What a member was said to be.
    pub(crate) fn of_member(&self, member: usize) -> impl Iterator<Item = &Role> {
        self.all().filter(move |role| role.member == member)
    }

    /// What anybody was said to be.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Role> {
        self.by_noun.values().flatten()
    }

    /// Whether a member was said to be anything.
    pub(crate) fn has(&self, member: usize) -> bool {
        self.held.contains(&member)
    }

    /// Whether a member was said to be the child of somebody.
    pub(crate) fn is_child(&self, member: usize) -> bool {
        [
            "son",
            "daughter",
            "nephew",
            "niece",
            "grandson",
            "granddaughter",
            "child",
        ]
        .iter()
        .filter_map(|noun| self.by_noun.get(noun))
        .flatten()
        .any(|role| role.member == member)
    }

    /// Tells members of whom it is not known what they are that they are persons, since they have a role or an age.
    pub(crate) fn tell_kind(&self, members: &mut [Member]) {
        let personal = self
            .by_noun
            .iter()
            .filter(|(noun, _)| !MAY_BE_BODIES.contains(*noun));
        let called: HashSet<usize> = personal
            .flat_map(|(_, roles)| roles)
            .map(|role| role.member)
            .collect();
        for (member, known) in members.iter_mut().enumerate() {
            let told = called.contains(&member)
                || self.persons.contains(&member)
                || self.ages.years(member).is_some();
            let whole = known.names.iter().any(|name| name.words.len() > 1);
            if known.kind == NameKind::Unknown && told && whole {
                known.kind = NameKind::Person;
            }
        }
    }

    /// Tells the members what their roles say of their gender.
    pub(crate) fn tell_gender(&self, gloss: &Gloss, members: &mut [Member]) {
        let mut roles: Vec<&Role> = self.by_noun.values().flatten().collect();
        roles.sort_by_key(|role| role.head);
        for role in roles {
            members[role.member]
                .gender
                .learn_said_role(gloss, role.head);
        }
    }
}

/// Roles that bodies have too: "the mine’s owner, Lee Copper".
const MAY_BE_BODIES: [&str; 20] = [
    "owner",
    "operator",
    "maker",
    "producer",
    "publisher",
    "supplier",
    "sponsor",
    "winner",
    "champion",
    "host",
    "rival",
    "member",
    "organiser",
    "employer",
    "landlord",
    "developer",
    "provider",
    "partner",
    "opponent",
    "contractor",
];

/// Whether the noun says whose somebody is: "his mother" is nobody else's.
pub(crate) fn is_kin(noun: &str) -> bool {
    [
        "mother",
        "father",
        "wife",
        "husband",
        "son",
        "daughter",
        "brother",
        "sister",
        "mom",
        "mum",
        "dad",
        "uncle",
        "aunt",
        "nephew",
        "niece",
        "cousin",
        "grandfather",
        "grandmother",
        "girlfriend",
        "boyfriend",
        "fiancé",
        "fiancée",
        "partner",
        "parent",
        "child",
        "friend",
        "colleague",
        "neighbour",
        "relative",
        "widow",
        "widower",
        "father-in-law",
        "mother-in-law",
        "son-in-law",
        "daughter-in-law",
        "brother-in-law",
        "sister-in-law",
        "ex-wife",
        "ex-husband",
        "stepfather",
        "stepmother",
        "grandson",
        "granddaughter",
    ]
    .contains(&noun)
}

/// Whether somebody whose `kin` one is may be one’s `noun`: the brother of a sister, the mother of a son.
pub(crate) fn is_kin_of(noun: &str, kin: &str) -> bool {
    const SIDES: [(&[&str], &[&str]); 6] = [
        (&["brother", "sister"], &["brother", "sister"]),
        (
            &["husband", "wife", "partner"],
            &["husband", "wife", "partner"],
        ),
        (
            &["mother", "father", "mum", "mom", "dad", "parent"],
            &["son", "daughter", "child"],
        ),
        (
            &["grandmother", "grandfather"],
            &["grandson", "granddaughter"],
        ),
        (&["uncle", "aunt"], &["nephew", "niece"]),
        (&["cousin"], &["cousin"]),
    ];
    SIDES.iter().any(|(elder, younger)| {
        elder.contains(&noun) && younger.contains(&kin)
            || younger.contains(&noun) && elder.contains(&kin)
    })
}

/// Whether the noun says that two are of one family.
pub(crate) fn is_family(noun: &str) -> bool {
    is_kin(noun)
        && ![
            "girlfriend",
            "boyfriend",
            "fiancé",
            "fiancée",
            "friend",
            "colleague",
            "neighbour",
        ]
        .contains(&noun)
}

/// Whether a word makes another role of the same noun: "prime", "foreign".
pub(crate) fn is_kind_of_role(word: &str) -> bool {
    KINDS_OF_ROLE.contains(&word)
}

/// Words that make another role of the same noun.
const KINDS_OF_ROLE: [&str; 39] = [
    "prime",
    "foreign",
    "finance",
    "interior",
    "defense",
    "defence",
    "home",
    "health",
    "education",
    "vice",
    "treasury",
    "press",
    "shadow",
    "attorney",
    "police",
    "fire",
    "campaign",
    "chief",
    "general",
    "executive",
    "financial",
    "justice",
    "energy",
    "transport",
    "trade",
    "labor",
    "agriculture",
    "housing",
    "business",
    "managing",
    "national",
    "assistant",
    "associate",
    "senior",
    "district",
    "city",
    "county",
    "state",
    "deputy",
];
