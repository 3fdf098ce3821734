//! Coreference: the names, phrases and pronouns of an article in order, each with whom it means.

use std::collections::HashMap;
use std::ops::Range;

use super::antecedent::{Asking, Candidate, FAR, candidates};
use super::gloss::{Case, Gloss};
use super::introduced::{is_name_given, is_name_said};
use super::lexicon::Trait;
use super::member::{Gender, Member};
use super::mention::{Mention, NameKind};
use super::noun::{Noun, is_national};
use super::party::party;
use super::phrase::{Phrase, What, Which, phrase};
use super::place::{
    is_modifier, name_behind_role, opens, opens_behind_owner, opens_behind_role, place,
    verb_behind_apposed, with_complement,
};
use super::reference::{Form, Opening, Place, Reference, Says, Who};
use super::reply::whom_it_answers;
use super::role::{Role, Roles, is_family, is_kin};
use super::unnamed::is_count;

/// An article's references and what its pronouns mean.
#[derive(Debug, Default)]
pub(crate) struct References {
    /// In order.
    pub(crate) all: Vec<Reference>,
    /// Whom each "he" and "she" means, by its token.
    pub(crate) pronouns: HashMap<usize, Who>,
    /// Whom each "the farmer" means who was called otherwise before, by its first token.
    pub(crate) taken_up: HashMap<usize, usize>,
    /// Pronouns that take up nobody before them.
    ahead: Vec<usize>,
    persons: Persons,
}

/// The persons named so far, as far as there is but one.
#[derive(Debug, Default)]
struct Persons {
    first: Option<usize>,
    several: bool,
}

impl Persons {
    fn add(&mut self, member: usize) {
        let first = *self.first.get_or_insert(member);
        self.several |= first != member;
    }

    fn only(&self) -> Option<usize> {
        self.first.filter(|_| !self.several)
    }
}

/// Chooses whom a pronoun takes up among those it may mean.
pub(crate) type Choose<'c> =
    dyn FnMut(&References, &[Member], Asking, &[Candidate]) -> Option<usize> + 'c;

/// The words that name the sources of an article’s statements.
pub(crate) struct Sources {
    /// In order.
    pub(crate) all: Vec<Range<usize>>,
    /// The last token of an interview’s last turn, and the words for whoever takes it.
    pub(crate) last_turn: Option<(usize, Range<usize>)>,
}

/// Reads the references of an article; members learn what pronouns tell of them.
pub(crate) fn references(
    gloss: &Gloss,
    mentions: &[Mention],
    cast: &[Option<usize>],
    members: &mut [Member],
    roles: &Roles,
    Sources {
        all: sources,
        last_turn,
    }: &Sources,
    choose: &mut Choose,
) -> References {
    let mut references = References::default();
    let mut next = 0;
    for token in 0..gloss.len() {
        if let Some((end, source)) = last_turn
            && token == end + 1
        {
            references.took_turn(*end, source);
        }
        while next < mentions.len() && mentions[next].tokens.start < token {
            next += 1;
        }
        if let Some(mention) = mentions.get(next)
            && mention.tokens.start == token
        {
            if let Some(member) = cast[next]
                && (mention.kind != NameKind::Thing
                    || members[member].kind == NameKind::Organisation)
            {
                references.give_name(gloss, mention, member, members);
                references.name_ahead(gloss, mention, member, members);
                references.name(gloss, mention, member, &members[member], sources);
            }
            continue;
        }
        if let Some(he) = third_person(gloss.word(token)) {
            references.pronoun(gloss, (token, he), members, roles, sources, choose);
        }
        if gloss.word(token).eq_ignore_ascii_case("one") && gloss.word(token + 1) == "of" {
            references.one_of(gloss, token, sources);
            continue;
        }
        let opens = gloss.is(token, Trait::Determiner)
            || gloss.is_genitive(token.wrapping_sub(1)) && token > 0;
        if opens {
            references.phrase(gloss, token, roles, members, sources, choose);
        }
    }
    references
}

/// Whether a member was called by an office that others have in court than who is tried there.
fn sits_in_court(asking: Asking, member: usize) -> bool {
    const OFFICES: [&str; 9] = [
        "barrister",
        "lawyer",
        "attorney",
        "prosecutor",
        "solicitor",
        "judge",
        "magistrate",
        "coroner",
        "counsel",
    ];
    let called = |noun: &str| asking.roles.is_called_before(member, noun, asking.token);
    OFFICES.iter().any(|noun| called(noun))
}

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

impl References {
    /// Who took the last turn of an interview is spoken of until its last word, wherever above it they were named.
    fn took_turn(&mut self, end: usize, source: &Range<usize>) {
        let mut named = self.all.iter();
        let Some(named) =
            named.find(|one| one.tokens.start < source.end && source.start < one.tokens.end)
        else {
            return;
        };
        let turn = Reference {
            tokens: end..end + 1,
            place: Place::Subject,
            says: Says::Stated,
            opening: Opening::Itself,
            ..named.clone()
        };
        self.all.push(turn);
    }

    /// "A young man who identified himself only as Ruben": the description before it in the sentence means who is named.
    fn give_name(
        &mut self,
        gloss: &Gloss,
        mention: &Mention,
        member: usize,
        members: &mut [Member],
    ) {
        let (first, _) = gloss.bounds(mention.tokens.start);
        let opening = if is_name_given(gloss, first, mention.tokens.start) {
            false
        } else if is_name_said(gloss, mention.tokens.start) {
            true
        } else {
            return;
        };
        // "gave | his name only | as Pavlo"
        let given = |reference: &&Reference| {
            reference.form == Form::Phrase
                && third_person(gloss.word(reference.tokens.start)).is_some()
        };
        let mut before = self.all.iter().rev().filter(|reference| !given(reference));
        let described = before.find(|reference| {
            matches!(reference.who, Who::Described(_))
                && (!opening || reference.tokens.start == first)
                || reference.tokens.start < first
        });
        let Some(described) = described.filter(|described| described.tokens.start >= first) else {
            return;
        };
        let (who, gender) = (described.who.clone(), described.gender);
        if gender.contradicts(members[member].gender) {
            return;
        }
        // "The technician on duty, a man known as Ruben"
        let start = described.tokens.start;
        let apposed = start > first && gloss.word(start - 1) == ",";
        let mut before = self.all.iter().rev();
        let other = before
            .find(|one| one.tokens.start < start)
            .filter(|one| apposed && (one.tokens.start == first || one.tokens.end + 1 == start))
            .map(|one| one.who.clone())
            .filter(|who| matches!(who, Who::Described(_)));
        if let Some(he) = gender.he() {
            members[member].gender.learn_pronoun(he);
        }
        for one in self.all.iter_mut().rev().take(FAR) {
            if one.who == who || Some(&one.who) == other.as_ref() {
                one.who = Who::Member(member);
                self.taken_up.insert(one.tokens.start, member);
                if one.form == Form::Pronoun {
                    self.pronouns.insert(one.tokens.start, Who::Member(member));
                }
            }
        }
    }

    /// "“Mind the glue,” she says. … Ann Lee, 61, has built": a pronoun that takes up nobody means who is named next.
    fn name_ahead(
        &mut self,
        gloss: &Gloss,
        mention: &Mention,
        member: usize,
        members: &mut [Member],
    ) {
        const SENTENCES: usize = 6;
        const REFERENCES: usize = 100;
        let at = mention.tokens.start;
        let near = |token: &usize| gloss.sentence(at) - gloss.sentence(*token) <= SENTENCES;
        self.ahead.retain(near);
        let (subject, _) = place(gloss, &mention.tokens);
        if self.ahead.is_empty()
            || subject != Place::Subject
            || members[member].kind != NameKind::Person
            || gloss.quotation(at).is_some()
        {
            return;
        }
        let mut before = self.all.iter().rev().take(REFERENCES);
        if before.any(|one| one.who == Who::Member(member)) {
            return;
        }
        for token in std::mem::take(&mut self.ahead) {
            let he = third_person(gloss.word(token));
            if let Some(he) = he.filter(|_| members[member].gender.sureness(he) >= 0.0) {
                members[member].gender.learn_pronoun(he);
                self.pronouns.insert(token, Who::Member(member));
            }
        }
    }

    fn name(
        &mut self,
        gloss: &Gloss,
        mention: &Mention,
        member: usize,
        known: &Member,
        sources: &[Range<usize>],
    ) {
        if is_modifier(gloss, mention) && known.kind != NameKind::Organisation {
            return;
        }
        if known.kind == NameKind::Person {
            self.persons.add(member);
        }
        let (place, speaks) = place(gloss, &mention.tokens);
        self.all.push(Reference {
            tokens: mention.tokens.clone(),
            who: Who::Member(member),
            gender: known.gender,
            place,
            says: Says::of(speaks, is_source(sources, mention.tokens.start, place)),
            which: None,
            guessed: false,
            opening: if place != Place::Possessor && opens_behind_role(gloss, &mention.tokens)
                || verb_behind_apposed(gloss, &mention.tokens).is_some()
            {
                Opening::Itself
            } else if opens_behind_owner(gloss, &mention.tokens) {
                Opening::Owned
            } else {
                Opening::None
            },
            form: Form::Name,
        });
    }

    /// "One of the men": somebody new, whoever the others are.
    fn one_of(&mut self, gloss: &Gloss, token: usize, sources: &[Range<usize>]) {
        const LONGEST: usize = 6;
        let (_, end) = gloss.bounds(token);
        let people = (token + 2..end.min(token + LONGEST)).find(|k| gloss.is(*k, Trait::People));
        let Some(people) = people else { return };
        let tokens = token..people + 1;
        let mut gender = Gender::default();
        if let Some(he) = match gloss.word(people) {
            "men" | "boys" | "brothers" => Some(true),
            "women" | "girls" | "sisters" => Some(false),
            _ => None,
        } {
            gender.learn_pronoun(he);
        }
        let (place, speaks) = place(gloss, &tokens);
        self.all.push(Reference {
            opening: Opening::of(tokens.start == gloss.bounds(tokens.start).0),
            who: Who::Described(tokens.clone()),
            says: Says::of(speaks, is_source(sources, tokens.start, place)),
            tokens,
            gender,
            place,
            form: Form::Phrase,
            which: Some(Which::New),
            guessed: false,
        });
    }

    fn phrase(
        &mut self,
        gloss: &Gloss,
        token: usize,
        roles: &Roles,
        members: &[Member],
        sources: &[Range<usize>],
        choose: &mut Choose,
    ) {
        let (_, end) = gloss.bounds(token);
        let phrase = match phrase(gloss, token, end) {
            Some(phrase) if phrase.what != What::Person => return,
            Some(phrase) => phrase,
            None if self.is_predicate(gloss, token) => return,
            None => {
                self.guess(gloss, (token, end), members, roles, sources, choose);
                return;
            }
        };
        if roles.beside.contains_key(&token) {
            return;
        }
        // "A good rapper fits 14 syllables into it."
        let anybody = matches!(
            gloss.word(token + 1),
            "good" | "great" | "real" | "true" | "proper" | "decent" | "average" | "typical"
        );
        if phrase.which == Which::New && anybody {
            return;
        }
        let apposed = phrase.which == Which::Of
            && gloss.word(phrase.tokens.end) == ","
            && gloss.is_capital(name_behind_role(gloss, phrase.tokens.end + 1));
        if apposed
            || gloss.is_capital(phrase.tokens.end) && gloss.joins_next(phrase.head)
            || is_named_behind(gloss, &phrase.tokens)
        {
            // A name follows; it is the reference.
            return;
        }
        if self.is_predicate(gloss, token) {
            return;
        }
        // Whose mother somebody is, is read where a source asks for it.
        let owned = phrase.which == Which::Of;
        let mut gender = Gender::of_role(gloss, phrase.tokens.clone());
        let who = if phrase.which == Which::New {
            None
        } else if let Some(Who::Member(owner)) = self.pronouns.get(&phrase.tokens.start) {
            // "Her brother", who was called a brother before and nobody else.
            let noun = gloss.entry(phrase.head).role;
            let called = noun
                .and_then(|noun| roles.only(noun))
                .filter(|other| other != owner);
            called.or_else(|| relative(gloss, members, *owner, phrase.head))
        } else {
            roles.who(gloss, &phrase, None, |_| !owned)
        };
        if let Some(member) = who {
            if gender.contradicts(members[member].gender) {
                return;
            }
            gender = members[member].gender;
        }
        let (place, speaks) = place(gloss, &with_complement(gloss, &phrase.tokens));
        let is_source = is_source(sources, phrase.tokens.start, place);
        let asking = Asking {
            gloss,
            token: phrase.tokens.start,
            end: phrase.tokens.end,
            he: gender.he(),
            speaks: speaks || is_source,
            place,
            roles,
            noun: Noun::of(gloss, phrase.head),
            which: Some(phrase.which),
        };
        // "the Ohio senator" is for who knows where everybody is from.
        let mut words = phrase.tokens.start + 1..phrase.tokens.end;
        let known = phrase.which == Which::Known && gloss.quotation(phrase.tokens.start).is_none();
        let asks = known
            && !words.any(|token| gloss.is_capital(token))
            && !matches!(asking.noun, Noun::Kin | Noun::Office | Noun::Nameless)
            && gloss.word(phrase.tokens.end) != "who"
            && !gloss.is(phrase.tokens.end, Trait::Preposition);
        let noun = gloss.entry(phrase.head).role.filter(|_| known);
        let party = || {
            let party = party(gloss, &self.all, noun?)?;
            self.taken_up.insert(phrase.tokens.start, party);
            Some(party)
        };
        let who = who.or_else(party);
        let who = who.or_else(|| {
            let only = noun.and_then(|_| self.only_known(gloss, &phrase))?;
            (!gender.contradicts(members[only].gender)).then_some(only)
        });
        let who = who.or_else(|| {
            asks.then(|| self.take_up(asking, members, choose))
                .flatten()
        });
        let (first, _) = gloss.bounds(phrase.tokens.start);
        let led = phrase.tokens.start == first + 1 && gloss.is(first, Trait::Conjunction);
        self.all.push(Reference {
            opening: Opening::of(phrase.tokens.start == first || led),
            who: who.map_or_else(|| Who::Described(phrase.tokens.clone()), Who::Member),
            says: Says::of(speaks, is_source),
            which: Some(phrase.which),
            tokens: phrase.tokens,
            gender,
            place,
            form: Form::Phrase,
            guessed: false,
        });
    }

    /// Whether a description tells what somebody else is who is spoken of beside it: "Lee is a keeper", "who is also Orr’s
    /// niece", "A keeper, she sat".
    fn is_predicate(&self, gloss: &Gloss, first: usize) -> bool {
        let (opening, last) = gloss.bounds(first);
        // "A former lineman, he spoke first": of whoever is named behind it.
        let ahead = (first..last.min(first + 12)).find(|token| gloss.word(*token) == ",");
        let adjunct = first == opening
            && matches!(gloss.word(first), "A" | "An")
            && ahead.is_some_and(|comma| matches!(gloss.word(comma + 1), "he" | "she"));
        if adjunct {
            return true;
        }
        let owned = |token: &usize| gloss.is_capital(*token) || gloss.is_genitive(*token);
        let mut before = (opening..first)
            .rev()
            .skip_while(owned)
            .skip_while(|token| {
                gloss.is(*token, Trait::Adverb) || matches!(gloss.word(*token), "not" | "also")
            });
        let copula = before.next().filter(|token| {
            matches!(
                gloss.word(*token),
                "is" | "was" | "’s" | "'s" | "became" | "becomes" | "remains" | "remained"
            )
        });
        let Some(copula) = copula else { return false };
        let who = copula > opening && gloss.word(copula - 1) == "who";
        let mut told = self.all.iter().rev();
        who || told
            .any(|reference| reference.tokens.end == copula && reference.form != Form::Phrase)
    }

    /// The one person spoken of so far, whom "the former Leeds midfielder" and "the mum of two" mean.
    fn only_known(&self, gloss: &Gloss, phrase: &Phrase) -> Option<usize> {
        let former =
            (phrase.tokens.start + 1..phrase.head).any(|token| gloss.word(token) == "former");
        let counted = gloss.word(phrase.head + 1) == "of" && is_count(gloss.word(phrase.head + 2));
        self.persons.only().filter(|_| former || counted)
    }

    /// Which of those named the words at `asking` take up.
    fn take_up(
        &mut self,
        asking: Asking,
        members: &[Member],
        choose: &mut Choose,
    ) -> Option<usize> {
        let mut named = candidates(asking, self, members);
        // Nobody is their own father.
        let owner = self.pronouns.get(&asking.token).cloned();
        let noun = asking.gloss.entry(asking.end - 1).role.unwrap_or_default();
        let ages = &asking.roles.ages;
        named.retain(|candidate| match &self.all[candidate.reference].who {
            who @ Who::Member(member) => {
                Some(who) != owner.as_ref()
                    && ages.fit(*member, noun)
                    // Nobody is tried by their own court.
                    && !(asking.noun == Noun::Party && sits_in_court(asking, *member))
            }
            Who::Described(_) => false,
        });
        let is = |member: usize| {
            let mut all = named
                .iter()
                .map(|candidate| &self.all[candidate.reference].who);
            all.any(|who| *who == Who::Member(member))
        };
        let member = if let Some(member) = ages.only(noun, is) {
            member
        } else {
            let chosen = choose(self, members, asking, &named)?;
            let Who::Member(member) = self.all[named[chosen].reference].who else {
                return None;
            };
            member
        };
        self.taken_up.insert(asking.token, member);
        Some(member)
    }

    /// "The singer Dima Orr was in costume. She": where nobody else can be meant, the given name was taken amiss. Gives the
    /// reference to the one person named in this sentence and the one before.
    fn named_amiss(
        &self,
        gloss: &Gloss,
        (token, he): (usize, bool),
        members: &[Member],
    ) -> Option<usize> {
        let (sentence, paragraph) = (gloss.sentence(token), gloss.paragraph(token));
        let mut only = None;
        for (nth, one) in self.all.iter().enumerate().rev().take(FAR) {
            let Who::Member(member) = one.who else {
                continue;
            };
            let at = one.tokens.start;
            let near = sentence - gloss.sentence(at) <= 1 && gloss.quotation(at).is_none();
            let beside = matches!(one.place, Place::Oblique | Place::Possessor);
            if !near || beside || members[member].kind != NameKind::Person {
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
        let mistaken = members[member].gender.may_be_mistaken(he);
        (mistaken && !self.all.iter().any(called)).then_some(nth)
    }

    /// Words whose noun is not known, but which do what somebody does: "a retired orthodontist said", "the forewoman, who".
    fn guess(
        &mut self,
        gloss: &Gloss,
        (start, end): (usize, usize),
        members: &[Member],
        roles: &Roles,
        sources: &[Range<usize>],
        choose: &mut Choose,
    ) {
        const LONGEST: usize = 7;
        let words = start + 1..end.min(start + LONGEST);
        let plain = |token: usize| {
            let entry = gloss.entry(token);
            (gloss.case(token) == Case::Lower
                || gloss.word(token).starts_with(|c: char| c.is_ascii_digit()))
                && (!entry.is_grammar() || entry.is(Trait::Generic))
                && !gloss.is_genitive(token)
                && !entry.is_any(&[Trait::Reports, Trait::Auxiliary])
        };
        let behind = words
            .clone()
            .find(|token| !plain(*token))
            .unwrap_or(words.end);
        // "the Spaniard"
        let national = behind == start + 1 && is_national(gloss, behind);
        let behind = behind + usize::from(national);
        if behind <= start + 1 || gloss.case(behind - 1) != Case::Lower && !national {
            return;
        }
        let head = gloss.entry(behind - 1);
        let word = gloss.word(behind - 1);
        let thing = !national
            && (gloss.word(start).eq_ignore_ascii_case("no")
                || word.ends_with('s') && !word.ends_with("ss")
                || OF_THINGS.iter().any(|ending| word.ends_with(ending)));
        if thing {
            return;
        }
        let noun = if national {
            Noun::National
        } else if word.ends_with("-year-old") {
            Noun::Aged
        } else {
            Noun::Unknown
        };
        if head.is_any(&[
            Trait::OrganisationHead,
            Trait::OrganisationKind,
            Trait::Writing,
            Trait::People,
            Trait::Plural,
            Trait::Calendar,
        ]) {
            return;
        }
        let tokens = start..behind;
        let (place, speaks) = place(gloss, &tokens);
        let is_source = sources
            .binary_search_by(|source| source.start.cmp(&start))
            .is_ok();
        let who = gloss.word(behind) == "who"
            || gloss.word(behind) == "," && gloss.word(behind + 1) == "who";
        if !speaks && !is_source && !who && noun == Noun::Unknown {
            return;
        }
        let (first, _) = gloss.bounds(start);
        let gender = Gender::of_role(gloss, tokens.clone());
        let asking = Asking {
            gloss,
            token: start,
            end: behind,
            he: gender.he(),
            speaks: speaks || is_source,
            place,
            roles,
            noun,
            which: Some(Which::Known),
        };
        let known =
            gloss.word(start).eq_ignore_ascii_case("the") && gloss.quotation(start).is_none();
        let described = || Phrase {
            tokens: tokens.clone(),
            head: behind - 1,
            what: What::Person,
            which: Which::Known,
        };
        let fits = |role: &Role| !gender.contradicts(members[role.member].gender);
        let doer = known
            .then(|| roles.doer(gloss, &described(), &fits))
            .flatten()
            .or_else(|| {
                let again = (known && national).then(|| self.so_called(gloss, start, behind - 1));
                again.flatten()
            });
        if let Some(member) = doer {
            self.taken_up.insert(start, member);
        }
        let taken_up = doer.or_else(|| {
            known
                .then(|| self.take_up(asking, members, choose))
                .flatten()
        });
        self.all.push(Reference {
            opening: Opening::of(start == first),
            who: taken_up.map_or_else(|| Who::Described(tokens.clone()), Who::Member),
            says: Says::of(speaks, is_source),
            which: Some(Which::New),
            tokens,
            gender,
            place,
            form: Form::Phrase,
            guessed: true,
        });
    }

    /// Whom the same noun took up before: "the Brazilian".
    fn so_called(&self, gloss: &Gloss, start: usize, head: usize) -> Option<usize> {
        let noun = gloss.word(head);
        let so = |one: &&Reference| {
            one.form == Form::Phrase
                && one.tokens.end < start
                && gloss.word(one.tokens.end - 1) == noun
        };
        match self.all.iter().rev().find(so)?.who {
            Who::Member(member) => Some(member),
            Who::Described(_) => None,
        }
    }

    /// Whether the sentence before the pronoun is about `one` as somebody’s kin: "His wife, Ann, was cross. “No,” | she | said".
    fn is_kin_just_told(&self, gloss: &Gloss, one: &Candidate, (token, he): (usize, bool)) -> bool {
        let told = &self.all[one.reference];
        let start = told.tokens.start;
        let (first, end) = gloss.bounds(start);
        let owned = matches!(gloss.word(first), "His" | "Her" | "Their");
        told.is_subject()
            && told.form == Form::Name
            && told.gender.he() == Some(he)
            && gloss.sentence(start) + 1 == gloss.sentence(token)
            && end <= token
            && gloss.paragraph(start) == gloss.paragraph(token)
            && owned
            && is_kin(gloss.word(first + 1))
            && start <= first + 3
    }

    fn pronoun(
        &mut self,
        gloss: &Gloss,
        (token, he): (usize, bool),
        members: &mut [Member],
        roles: &Roles,
        sources: &[Range<usize>],
        choose: &mut Choose,
    ) {
        let (place, speaks) = place(gloss, &(token..token + 1));
        let is_source = is_source(sources, token, place);
        let asking = Asking {
            gloss,
            token,
            end: token + 1,
            he: Some(he),
            speaks: speaks || is_source,
            place,
            roles,
            noun: Noun::None,
            which: None,
        };
        let mut found = candidates(asking, self, members);
        if let Some(who) = whom_it_answers(gloss, &self.all, token) {
            let is_other = |one: &Candidate| self.all[one.reference].who != who;
            if found.iter().any(is_other) {
                found.retain(is_other);
            }
        }
        if let Some(kin) = found
            .iter()
            .find(|one| self.is_kin_just_told(gloss, one, (token, he)))
        {
            let who = self.all[kin.reference].who.clone();
            found.retain(|one| self.all[one.reference].who == who);
        }
        let chosen = choose(self, members, asking, &found);
        let (nth, amiss) = if let Some(chosen) = chosen {
            (found[chosen].reference, false)
        } else {
            let somebody = |candidate: &Candidate| match self.all[candidate.reference].who {
                Who::Member(member) => members[member].kind == NameKind::Person,
                Who::Described(_) => !self.all[candidate.reference].guessed,
            };
            if gloss.quotation(token).is_some() {
                return;
            }
            let Some(only) = self.named_amiss(gloss, (token, he), members) else {
                if !found.iter().any(somebody) {
                    self.ahead.push(token);
                }
                return;
            };
            (only, true)
        };
        let who = self.all[nth].who.clone();
        if let Who::Member(member) = who {
            let gender = &mut members[member].gender;
            if amiss {
                gender.correct(he);
            } else {
                gender.learn_pronoun(he);
            }
        }
        self.pronouns.insert(token, who.clone());
        self.all.push(Reference {
            tokens: token..token + 1,
            who,
            gender: self.all[nth].gender,
            place,
            says: Says::of(speaks, is_source),
            opening: Opening::of(opens(gloss, &(token..token + 1))),
            form: Form::Pronoun,
            which: self.all[nth].which,
            guessed: self.all[nth].guessed,
        });
    }
}

/// Whether a name alone stands behind the description and its comma: "the hostess of the meeting, Ni Luh Orr, and".
fn is_named_behind(gloss: &Gloss, tokens: &Range<usize>) -> bool {
    const LONGEST: usize = 8;
    let (_, last) = gloss.bounds(tokens.start);
    let mut behind = tokens.end..last;
    let lower = |token: &usize| gloss.case(*token) != Case::None || gloss.is_genitive(*token);
    let comma = behind.by_ref().take(LONGEST).find(|token| !lower(token));
    let Some(comma) = comma.filter(|token| gloss.word(*token) == ",") else {
        return false;
    };
    let name = comma + 1;
    let end = (name..last).find(|token| !gloss.is_capital(*token));
    end.is_some_and(|end| {
        end > name + 1 && matches!(gloss.word(end), "," | "." | ";" | "—" | "–" | ")")
    })
}

/// What nouns end in that mean nobody.
const OF_THINGS: [&str; 14] = [
    "tion", "sion", "ment", "ness", "ity", "ing", "ism", "ship", "ture", "age", "ence", "ance",
    "hood", "ology",
];

/// Whether the token stands in the source of a statement, and not for whose office or lawyer it is.
fn is_source(sources: &[Range<usize>], token: usize, place: Place) -> bool {
    let after = sources.partition_point(|source| source.start <= token);
    after > 0 && sources[after - 1].end > token && place != Place::Possessor
}

/// Whom "her husband" means where the article does not say: the one other person of the owner’s family name.
pub(crate) fn relative(
    gloss: &Gloss,
    members: &[Member],
    owner: usize,
    head: usize,
) -> Option<usize> {
    let noun = gloss.entry(head).role?;
    let told = Gender::of_role(gloss, head..head + 1);
    if !is_family(noun) {
        return None;
    }
    let family = members[owner].family()?;
    let mut others = (0..members.len()).filter(|other| {
        let known = &members[*other];
        *other != owner
            && known.may_be_person()
            && known.family() == Some(family)
            && !told.contradicts(known.gender)
    });
    let only = others.next()?;
    others.next().is_none().then_some(only)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_defendant_is_no_counsel() {
        let told = "Ann Lee, 40, of Leeds, denies theft. Bo Orr, prosecuting, asked what she saw. “A goat,” the defendant said.";
        crate::split::tests::spoken(told, "A goat", "Ann Lee");
    }
}
