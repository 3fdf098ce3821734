//! A role: what an article says somebody is, before the name as a title, or after it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::age::Ages;
use super::gloss::{Case, Gloss};
use super::lexicon::{self, Trait, narrower};
use super::member::{Gender, Member};
use super::mention::{Mention, NameKind};
use super::name::key;
use super::phrase::{Phrase, Which, phrase};
use super::unnamed::{BELOW, NAMELESS};

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
    head: usize,
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
}

/// What follows "of" in a role is read this far.
const COMPLEMENT: usize = 6;

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
                // "Detective Garda Lee" is "the detective" too.
                let ranks = ["detective", "doctor", "professor"];
                let also = mention.title.clone().find(|token| {
                    *token != head && gloss.entry(*token).role.is_some_and(|r| ranks.contains(&r))
                });
                if let Some(also) = also {
                    roles.add(gloss, also, (mention, member), start..also + 1);
                }
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

    /// "A dentist has been struck off. ¶ Ann Lee, 58, …": whoever the paragraph below introduces is what the first one says, if it
    /// names nobody and nobody else is called so.
    fn in_lead(
        &mut self,
        gloss: &Gloss,
        mentions: &[Mention],
        members: &[Option<usize>],
        known: &[Member],
    ) {
        const DATELINE: usize = 10;
        let [lead, below @ ..] = gloss.document.paragraphs.as_slice() else {
            return;
        };
        let (_, end) = gloss.bounds(lead.tokens.start);
        let opening = lead.tokens.clone().take(DATELINE).find(|&token| {
            let opens = token == lead.tokens.start || gloss.case(token - 1) == Case::None;
            opens && matches!(gloss.word(token), "The" | "A" | "An")
        });
        let Some(phrase) = opening.and_then(|opening| phrase(gloss, opening, end)) else {
            return;
        };
        let noun = gloss.entry(phrase.head).role;
        let new = noun.is_some_and(|noun| {
            !NAMELESS.contains(&noun) && !is_kin(noun) && !self.by_noun.contains_key(noun)
        });
        let near = mentions
            .iter()
            .zip(members)
            .filter_map(|(mention, member)| {
                let member = (*member).filter(|&member| known[member].may_be_person())?;
                (mention.name.words.len() > 1).then_some((mention, member))
            });
        let mut near = near.skip_while(|(mention, _)| mention.tokens.end <= lead.tokens.start);
        let Some((mention, member)) = near.next().filter(|_| new) else {
            return;
        };
        let paragraphs = below.iter().take(BELOW);
        let first = mention.tokens.start - mention.title.len();
        let opens = paragraphs
            .into_iter()
            .any(|below| below.tokens.start == first);
        let next = mention.tokens.end;
        let told = gloss.word(next + 1);
        let aged = told.len() < 4 && told.starts_with(|c: char| c.is_ascii_digit());
        let introduced = matches!(gloss.word(next), "," | "(")
            && (aged || matches!(told, "who" | "whose" | "of"));
        let mut gender = Gender::default();
        gender.learn_role(gloss, phrase.tokens.clone());
        if opens && introduced && !gender.contradicts(known[member].gender) {
            self.add(gloss, phrase.head, (mention, member), phrase.tokens);
        }
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

    /// "campaign manager Ann Lee", "the mayor, Ann Lee,".
    fn before(&mut self, gloss: &Gloss, mention: &Mention, member: usize) {
        let (first, _) = gloss.bounds(mention.tokens.start);
        let mut end = mention.tokens.start;
        // "the Bishop of Marl, the Rt Rev Ann Lee,"
        let styled = !mention.title.is_empty() && end > first + 1 && gloss.word(end - 2) == ",";
        end -= usize::from(styled && gloss.word(end - 1) == "the");
        if end > first && gloss.word(end - 1) == "," {
            end -= 1;
        }
        let apposed = end < mention.tokens.start;
        if end <= first {
            return;
        }
        let mut start = end;
        while start > first && end - start < 12 {
            let token = start - 1;
            let entry = gloss.entry(token);
            if gloss.case(token) == Case::None && gloss.word(token) != "&"
                || entry.is_any(&[Trait::Reports, Trait::Auxiliary, Trait::Conjunction])
                    && !entry.is(Trait::Determiner)
                    && !entry.is(Trait::Role)
                || !apposed && entry.is(Trait::Preposition)
            {
                break;
            }
            start = token;
            if entry.is(Trait::Determiner) || gloss.is_genitive(token) {
                break;
            }
        }
        if start >= end {
            return;
        }
        let behind_genitive = |start: usize| start + usize::from(gloss.is_genitive(start));
        let near = phrase(gloss, behind_genitive(start), end);
        let whole = near.as_ref().is_some_and(|phrase| phrase.tokens.end == end);
        // "The chairman of the school’s board, Ann Lee"
        if apposed
            && !whole
            && let Some(opening) = opening_of_clause(gloss, first, end)
        {
            start = opening;
        }
        let opening = behind_genitive(start);
        let Some(phrase) = phrase(gloss, opening, end) else {
            return;
        };
        // "The man who steered it, Ann Lee,"
        let relative = matches!(gloss.word(phrase.tokens.end), "who" | "whose");
        let reaches = phrase.tokens.end == end
            || apposed && (relative || gloss.is(phrase.tokens.end, Trait::Preposition));
        let determined = phrase.which != Which::New || gloss.is(opening, Trait::Determiner);
        if reaches && (!apposed || determined) && gloss.is(phrase.head, Trait::Role) {
            self.beside.insert(phrase.tokens.start, member);
            self.add(gloss, phrase.head, (mention, member), start..end);
        }
    }

    /// "The man was Ann Lee", "The cook who fed them turned out to be Ann Lee".
    fn equated(&mut self, gloss: &Gloss, mention: &Mention, member: usize) {
        const LONGEST: usize = 14;
        let (first, _) = gloss.bounds(mention.tokens.start);
        let Some(verb) = mention
            .tokens
            .start
            .checked_sub(1)
            .filter(|verb| *verb > first)
        else {
            return;
        };
        let copula = matches!(gloss.word(verb), "is" | "was" | "be")
            || gloss.word(verb) == "as"
                && matches!(gloss.word(verb - 1), "named" | "identified" | "known");
        if !copula || verb - first > LONGEST {
            return;
        }
        let first = first + usize::from(gloss.is(first, Trait::Conjunction));
        let Some(phrase) = phrase(gloss, first, verb) else {
            return;
        };
        // Between the noun and the verb stands nothing but what tells which: "who fed them", "in the red hat".
        let next = phrase.tokens.end;
        let alone = next == verb
            || gloss.is(next, Trait::Preposition)
            || gloss.is(next, Trait::Auxiliary)
            || matches!(gloss.word(next), "who" | "turned");
        let noun = gloss.entry(phrase.head).role;
        if alone
            && phrase.which == Which::Known
            && let Some(noun) = noun
        {
            self.equated.entry(noun).or_insert(member);
            self.add(gloss, phrase.head, (mention, member), phrase.tokens);
        }
    }

    /// "Ann Lee, 54, the city’s mayor,", "Ann Lee, who is the mayor", "Ann Lee became mayor".
    fn after(&mut self, gloss: &Gloss, mention: &Mention, member: usize) {
        let (_, last) = gloss.bounds(mention.tokens.start);
        let mut token = mention.tokens.end;
        // "Ann Lee KC, for the defence,"
        if matches!(gloss.word(token), "KC" | "QC" | "SC") {
            self.keep(
                gloss,
                "barrister",
                token,
                (mention, member),
                token..token + 1,
            );
            token += 1;
        }
        if gloss.word(token) == "(" {
            // "Ann Lee (D-Ohio)"
            let close = (token..last.min(token + 8)).find(|k| gloss.word(*k) == ")");
            token = close.map_or(token, |close| close + 1);
        }
        let comma = gloss.word(token) == ",";
        token += usize::from(comma);
        let aged = gloss.word(token).len() <= 3
            && gloss.word(token).starts_with(|c: char| c.is_ascii_digit());
        if comma && aged && gloss.word(token + 1) == "," {
            token += 2;
        }
        if comma && is_for_a_side(gloss, token) {
            self.keep(
                gloss,
                "barrister",
                token,
                (mention, member),
                token..token + 1,
            );
        }
        if comma && gloss.word(token) == "who" {
            self.does(gloss, mention, member, token + 1);
        }
        if matches!(gloss.word(token), "who" | "now" | "then") {
            token += 1;
        }
        // "who has been mayor for nine years"
        let been = matches!(gloss.word(token), "has" | "had") && gloss.word(token + 1) == "been";
        token += usize::from(been);
        let copula = been
            || matches!(
                gloss.word(token),
                "is" | "was" | "became" | "as" | "’s" | "'s" | "remains"
            ) && !gloss.is_genitive(mention.tokens.end);
        token += usize::from(copula);
        if token >= last || !comma && !copula {
            return;
        }
        self.read_after(gloss, token..last, (mention, member), copula);
    }

    /// "Ann Lee, 54, who presents the show": she is the presenter.
    fn does(&mut self, gloss: &Gloss, mention: &Mention, member: usize, from: usize) {
        let (_, last) = gloss.bounds(mention.tokens.start);
        let passed = |token: &usize| {
            gloss.is(*token, Trait::Adverb) || matches!(gloss.word(*token), "has" | "had" | "once")
        };
        let Some(verb) = (from..last).find(|token| !passed(token)) else {
            return;
        };
        if let Some(noun) = doer(gloss.word(verb)) {
            self.keep(gloss, noun, verb, (mention, member), verb..verb + 1);
        }
    }

    fn read_after(
        &mut self,
        gloss: &Gloss,
        tokens: Range<usize>,
        who: (&Mention, usize),
        copula: bool,
    ) {
        let (from, last) = (tokens.start, tokens.end);
        let mut start = from;
        // "Pell’s lawyer", "the city’s mayor": the phrase opens behind the genitive.
        for token in from..last.min(from + 7) {
            if gloss.is_genitive(token) {
                start = token + 1;
            } else if gloss.case(token) == Case::None
                || gloss.is_any_of(token, &[Trait::Reports, Trait::Auxiliary])
            {
                break;
            }
        }
        let Some(phrase) = phrase(gloss, start, last) else {
            return;
        };
        if !gloss.is(phrase.head, Trait::Role) {
            return;
        }
        let next = phrase.tokens.end;
        let ends = gloss.case(next) == Case::None
            || gloss.is(next, Trait::Preposition)
            || gloss.is(next, Trait::Conjunction)
            || next >= last;
        // "Ann Lee, mayor of Leeds": without a determiner only where nothing else can follow.
        if !ends && gloss.is_capital(next) && !copula {
            return;
        }
        let mut end = next;
        while end < last.min(next + COMPLEMENT)
            && (gloss.is(end, Trait::Preposition)
                || gloss.is(end, Trait::Determiner)
                || gloss.is_capital(end)
                || end > next && gloss.case(end) == Case::Lower && !gloss.entry(end).is_grammar())
        {
            end += 1;
        }
        self.beside.insert(phrase.tokens.start, who.1);
        self.add(gloss, phrase.head, who, from..end);
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

    /// Who is meant by `phrase` at its place: the one last called so before it, else the only one ever called so, else
    /// the one just called by a narrower word.
    ///
    /// `fits` tells whether a role can be meant at all.
    pub(crate) fn who(
        &self,
        gloss: &Gloss,
        phrase: &Phrase,
        owner: Option<&str>,
        fits: impl Fn(&Role) -> bool,
    ) -> Option<usize> {
        let called = self.called(gloss, phrase, owner, &fits);
        called.or_else(|| self.called_narrower(gloss, phrase, &fits))
    }

    /// Who was called by a narrower word than that of `phrase`: "Det Con Lee" for "the officer".
    fn called_narrower(
        &self,
        gloss: &Gloss,
        phrase: &Phrase,
        fits: &impl Fn(&Role) -> bool,
    ) -> Option<usize> {
        const PARAGRAPHS: [usize; 2] = [3, 9];
        let at = phrase.tokens.start;
        let noun = gloss.entry(phrase.head).role?;
        let bare = phrase.which == Which::Known
            && (phrase.tokens.len() == 2 || phrase.tokens.start == phrase.head);
        // Where a nameless one was spoken of, “a judge”, it may be that one.
        let nameless = |token: usize| {
            let again = token > 0 && gloss.word(token - 1).eq_ignore_ascii_case("the");
            gloss.entry(token).role == Some(noun) && !again
        };
        if !bare || (0..at).any(nameless) {
            return None;
        }
        let here = gloss.paragraph(at);
        // "the prosecutor" is a district attorney, no other.
        let of_state = |role: &Role| {
            let told = [
                "District",
                "State",
                "U.S.",
                "County",
                "Commonwealth",
                "Crown",
                "General",
            ];
            noun != "prosecutor"
                || role
                    .tokens
                    .clone()
                    .any(|token| told.contains(&gloss.word(token)))
        };
        let called = || {
            let roles = narrower(noun).iter();
            let roles = roles
                .filter_map(|narrow| self.by_noun.get(narrow))
                .flatten();
            roles.filter(|role| role.tokens.start < at && fits(role) && of_state(role))
        };
        PARAGRAPHS.iter().find_map(|paragraphs| {
            let near = |role: &&Role| here - gloss.paragraph(role.tokens.start) < *paragraphs;
            let mut members = called().filter(near).map(|role| role.member);
            let first = members.next()?;
            members.all(|member| member == first).then_some(first)
        })
    }

    fn called(
        &self,
        gloss: &Gloss,
        phrase: &Phrase,
        owner: Option<&str>,
        fits: &impl Fn(&Role) -> bool,
    ) -> Option<usize> {
        let noun = gloss.entry(phrase.head).role?;
        let roles = self.by_noun.get(noun)?;
        let asked = telling_words(gloss, phrase.tokens.start..phrase.head, owner);
        let former = is_former(gloss, &phrase.tokens);
        let mut best: Option<(i32, usize, usize)> = None;
        for role in roles.iter().filter(|role| fits(role)) {
            let said = telling_words(gloss, role.tokens.clone(), None);
            let shared = asked.iter().filter(|word| said.contains(word)).count();
            let missing = asked.len() - shared;
            let before = role.tokens.start < phrase.tokens.start;
            if missing > 0 && shared == 0 && !asked.is_empty() && !said.is_empty() {
                // "the foreign minister" is not "Prime Minister Lee", but "the Ohio senator" may be "Sen. Lee".
                let kin = asked.iter().any(|word| is_kind_of_role(word))
                    || said.iter().any(|word| is_kind_of_role(word));
                if kin {
                    continue;
                }
            }
            if !Self::is_from_there(gloss, phrase, role, &said) {
                continue;
            }
            // "the minister" is no shadow minister.
            let lesser =
                |words: &[String]| words.iter().any(|word| word == "vice" || word == "shadow");
            if lesser(&said) && !lesser(&asked) {
                continue;
            }
            let past = if is_former(gloss, &role.tokens) == former {
                0
            } else {
                2
            };
            let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
            let score = count(shared) * 4 - count(missing) * 2 + i32::from(before) * 3 - past;
            let place = if before {
                role.tokens.start
            } else {
                usize::MAX - role.tokens.start
            };
            if best.is_none_or(|(most, near, _)| (score, place) >= (most, near)) {
                best = Some((score, place, role.member));
            }
        }
        let (score, _, member) = best?;
        let several = roles.iter().any(|role| role.member != member);
        // One who is so called only later is meant only if nobody else is: "the club secretary … The secretary, Ann Lee,".
        let plain = roles
            .iter()
            .all(|role| telling_words(gloss, role.tokens.clone(), None).is_empty());
        let least = if plain && asked.len() == 1 { -2 } else { -1 };
        (score >= 1 || !several && score >= least).then_some(member)
    }

    /// Whether a place or party that a phrase names, "the Ohio senator", is told of the one who has the role.
    fn is_from_there(gloss: &Gloss, phrase: &Phrase, role: &Role, said: &[String]) -> bool {
        let place = |token: &usize| {
            let entry = gloss.entry(*token);
            let told = entry.is_place() || entry.is(Trait::Demonym);
            gloss.is_capital(*token) && told && !is_party(gloss.word(*token))
        };
        let Some(place) = phrase.tokens.clone().find(place) else {
            return true;
        };
        let place = key(gloss.word(place));
        let near = |token: usize| {
            let word = key(gloss.word(token));
            let word = word.rsplit('-').next().unwrap_or_default();
            gloss.is_capital(token)
                && word.len() > 1
                && (is_short_place(word, &place) || is_short_place(&place, word))
        };
        said.contains(&place) || role.places.clone().any(near)
    }
}

/// The determiner that opens the words before a comma: "The chairman of the school’s board, Ann Lee".
fn opening_of_clause(gloss: &Gloss, first: usize, end: usize) -> Option<usize> {
    const FAR: usize = 14;
    (first.max(end.saturating_sub(FAR))..end)
        .rev()
        .find(|token| {
            let free = *token == first
                || gloss.case(token - 1) == Case::None
                || gloss.is(token - 1, Trait::Conjunction);
            free && gloss.is(*token, Trait::Determiner)
        })
}

/// Whether `short`, "fla", may stand for `long`, "florida".
fn is_short_place(short: &str, long: &str) -> bool {
    let mut letters = long.chars();
    short.chars().next() == long.chars().next()
        && short.chars().count() >= 2
        && short
            .chars()
            .all(|letter| letters.any(|other| other == letter))
}

/// Whether the role is over.
fn is_former(gloss: &Gloss, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|token| {
        let word = gloss.word(token);
        ["former", "ex", "late", "onetime", "then", "retired"]
            .iter()
            .any(|over| word.eq_ignore_ascii_case(over))
    })
}

/// The words of a role that tell it from others of the same noun.
fn telling_words(gloss: &Gloss, tokens: Range<usize>, owner: Option<&str>) -> Vec<String> {
    tokens
        .filter(|token| {
            let entry = gloss.entry(*token);
            gloss.case(*token) != Case::None
                && !gloss.is_genitive(*token)
                && !entry.is(Trait::Determiner)
                && (gloss.is_capital(*token) || !entry.is_grammar())
                && !entry.is(Trait::Generic)
                && !entry.is(Trait::Role)
        })
        .map(|token| key(gloss.word(token)))
        .chain(owner.map(key))
        .collect()
}

/// Whether the words behind a name and its comma tell that somebody speaks for a side in court: "for the defence", "prosecuting".
fn is_for_a_side(gloss: &Gloss, token: usize) -> bool {
    const SIDES: [&str; 14] = [
        "defence",
        "defense",
        "prosecution",
        "Crown",
        "State",
        "state",
        "plaintiff",
        "plaintiffs",
        "defendant",
        "defendants",
        "appellant",
        "applicant",
        "applicants",
        "claimant",
    ];
    let next = gloss.word(token + 1);
    match gloss.word(token) {
        "prosecuting" | "defending" => gloss.case(token + 1) == Case::None,
        "for" => {
            matches!(
                next,
                "Mr" | "Mr." | "Mrs" | "Mrs." | "Ms" | "Ms." | "Dr" | "Dr."
            ) || next == "the" && SIDES.contains(&gloss.word(token + 2))
        }
        _ => false,
    }
}

/// The noun for somebody who does what a verb says: "presents" makes a presenter, "coached" a coach.
fn doer(verb: &str) -> Option<&'static str> {
    // Who runs a shop is no runner, and who works, says and looks is nothing by that.
    const EMPTY: [&str; 6] = ["run", "work", "speak", "look", "help", "report"];
    let stems = ["", "s", "es", "ed", "d"].into_iter();
    let mut stems = stems.filter_map(|ending| verb.strip_suffix(ending));
    stems.find_map(|stem| {
        let empty = stem.len() < 3 || EMPTY.contains(&stem);
        let mut nouns = ["er", "r", "or", ""]
            .into_iter()
            .map(|end| format!("{stem}{end}"));
        nouns
            .find_map(|noun| lexicon::entry(&noun).role)
            .filter(|_| !empty)
    })
}

/// Whether a capital word tells the party of somebody whose party need not have been told before: "the Republican governor".
fn is_party(word: &str) -> bool {
    const PARTIES: [&str; 13] = [
        "Republican",
        "Democrat",
        "Democratic",
        "GOP",
        "Labour",
        "Labor",
        "Conservative",
        "Tory",
        "Liberal",
        "Green",
        "Independent",
        "Socialist",
        "Nationalist",
    ];
    PARTIES.contains(&word)
}

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
