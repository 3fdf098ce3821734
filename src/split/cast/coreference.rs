//! Coreference: the names, phrases and pronouns of an article in order, each with whom it means.

use std::collections::HashMap;
use std::ops::Range;

use super::antecedent::{Asking, Candidate, FAR, candidates};
use super::gloss::{Case, Gloss};
use super::lexicon::Trait;
use super::member::{Gender, Member};
use super::mention::{Mention, NameKind};
use super::noun::{Noun, is_national};
use super::phrase::{What, Which, phrase};
use super::role::{Roles, is_family};

/// Words that mean somebody, and whom.
#[derive(Debug, Clone)]
pub(crate) struct Reference {
    pub(crate) tokens: Range<usize>,
    pub(crate) who: Who,
    pub(super) gender: Gender,
    pub(super) place: Place,
    pub(super) says: Says,
    pub(super) opening: Opening,
    pub(crate) form: Form,
    /// Of a description, how known whom it means is taken to be.
    pub(super) which: Option<Which>,
    /// Whether a description’s noun is not known to mean somebody.
    pub(super) guessed: bool,
}

/// How words refer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Name,
    Phrase,
    Pronoun,
}

/// Whether words are the source of a report, and how that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    Nothing,
    /// A verb of saying stands beside them.
    Beside,
    /// They stand in the source of a statement.
    Stated,
    Both,
}

impl Says {
    fn of(beside: bool, stated: bool) -> Self {
        match (beside, stated) {
            (false, false) => Self::Nothing,
            (true, false) => Self::Beside,
            (false, true) => Self::Stated,
            (true, true) => Self::Both,
        }
    }
}

/// Whom words mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// A member of the cast.
    Member(usize),
    /// Somebody whom these tokens describe.
    Described(Range<usize>),
}

/// Whether a reference opens its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    None,
    /// It does, or is named behind the words that do.
    Itself,
    /// It does behind words that say whose it is: "Lee’s brother Ewan".
    Owned,
}

impl Opening {
    fn of(opens: bool) -> Self {
        if opens { Self::Itself } else { Self::None }
    }
}

/// What words do in their clause, as far as their neighbours tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Subject,
    Object,
    /// Behind a preposition.
    Oblique,
    /// Before a genitive.
    Possessor,
}

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
}

/// Chooses whom a pronoun takes up among those it may mean.
pub(crate) type Choose<'c> =
    dyn FnMut(&References, &[Member], Asking, &[Candidate]) -> Option<usize> + 'c;

/// Reads the references of an article; members learn what pronouns tell of them.
pub(crate) fn references(
    gloss: &Gloss,
    mentions: &[Mention],
    cast: &[Option<usize>],
    members: &mut [Member],
    roles: &Roles,
    sources: &[Range<usize>],
    choose: &mut Choose,
) -> References {
    let mut references = References::default();
    let mut next = 0;
    for token in 0..gloss.len() {
        while next < mentions.len() && mentions[next].tokens.start < token {
            next += 1;
        }
        if let Some(mention) = mentions.get(next)
            && mention.tokens.start == token
        {
            if let Some(member) = cast[next]
                && mention.kind != NameKind::Thing
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

impl Reference {
    /// Whether it is the source of a report.
    pub(crate) fn speaks(&self) -> bool {
        self.says != Says::Nothing
    }

    /// Whether it is the subject of its clause.
    pub(crate) fn is_subject(&self) -> bool {
        self.place == Place::Subject
    }
}

impl References {
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
            .filter(|one| apposed && one.tokens.start == first)
            .map(|one| one.who.clone())
            .filter(|who| matches!(who, Who::Described(_)));
        if let Some(he) = gender.he() {
            members[member].gender.learn_pronoun(he);
        }
        for one in self.all.iter_mut().rev().take(FAR) {
            if one.who == who || Some(&one.who) == other.as_ref() {
                one.who = Who::Member(member);
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
            None => {
                self.guess(gloss, (token, end), members, roles, sources, choose);
                return;
            }
        };
        if roles.beside.contains_key(&token) {
            return;
        }
        let apposed = phrase.which == Which::Of
            && gloss.word(phrase.tokens.end) == ","
            && gloss.is_capital(name_behind_role(gloss, phrase.tokens.end + 1));
        if apposed || gloss.is_capital(phrase.tokens.end) && gloss.joins_next(phrase.head) {
            // A name follows; it is the reference.
            return;
        }
        // Whose mother somebody is, is read where a source asks for it.
        let owned = phrase.which == Which::Of;
        let mut gender = Gender::default();
        gender.learn_role(gloss, phrase.tokens.clone());
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
        let asks = phrase.which == Which::Known
            && !words.any(|token| gloss.is_capital(token))
            && gloss.quotation(phrase.tokens.start).is_none()
            && !matches!(asking.noun, Noun::Kin | Noun::Office | Noun::Nameless)
            && gloss.word(phrase.tokens.end) != "who"
            && !gloss.is(phrase.tokens.end, Trait::Preposition);
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
            who @ Who::Member(member) => Some(who) != owner.as_ref() && ages.fit(*member, noun),
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
        let mut gender = Gender::default();
        gender.learn_role(gloss, tokens.clone());
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
        let taken_up = known
            .then(|| self.take_up(asking, members, choose))
            .flatten();
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
        let found = candidates(asking, self, members);
        let Some(chosen) = choose(self, members, asking, &found) else {
            let somebody = |candidate: &Candidate| match self.all[candidate.reference].who {
                Who::Member(member) => members[member].kind == NameKind::Person,
                Who::Described(_) => !self.all[candidate.reference].guessed,
            };
            if gloss.quotation(token).is_none() && !found.iter().any(somebody) {
                self.ahead.push(token);
            }
            return;
        };
        let nth = found[chosen].reference;
        let who = self.all[nth].who.clone();
        if let Who::Member(member) = who {
            members[member].gender.learn_pronoun(he);
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

/// Whether the words before a name say that somebody described before it bears it: "a clerk named", "a man known to everyone
/// as", "a passenger who gave her name only as", "a cook who gave only his first name,".
fn is_name_given(gloss: &Gloss, first: usize, name: usize) -> bool {
    const NEAR: usize = 9;
    let near = name.saturating_sub(NEAR).max(first)..name;
    let word = |back: usize| name.checked_sub(back).map_or("", |token| gloss.word(token));
    let holds = |words: &[&str]| near.clone().any(|token| words.contains(&gloss.word(token)));
    match word(1) {
        "named" | "called" | "surnamed" | "nicknamed" => true,
        "as" => holds(&[
            "identified",
            "name",
            "known",
            "surname",
            "performs",
            "performed",
            "posts",
            "posting",
            "writes",
            "records",
        ]),
        "," => word(2) == "name" && holds(&["gave", "giving"]),
        "by" => matches!(word(2), "goes" | "went"),
        _ => false,
    }
}

/// Whether the words before a name say that who opens the sentence is its bearer: "One who knew is", "Her name was".
fn is_name_said(gloss: &Gloss, name: usize) -> bool {
    let before = |back: usize| name.checked_sub(back).map_or("", |token| gloss.word(token));
    matches!(before(1), "is" | "was")
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
    let mut told = Gender::default();
    told.learn_role(gloss, head..head + 1);
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

/// Whether words open a sentence, or the part of one behind a semicolon.
fn opens(gloss: &Gloss, tokens: &Range<usize>) -> bool {
    let (first, _) = gloss.bounds(tokens.start);
    tokens.start == first || is_semicolon(gloss, tokens.start - 1)
}

/// Whether the pronoun at `token` is the object of the verb whose subject `subject` is, and so somebody else: "Lee told
/// her", "Lee, who had hired him".
pub(super) fn is_acted_on(gloss: &Gloss, subject: &Range<usize>, token: usize) -> bool {
    const LONGEST: usize = 4;
    let object = matches!(gloss.word(token), "him" | "her");
    // "her car", "her late father"
    let next = gloss.entry(token + 1);
    let owns = gloss.word(token) == "her"
        && gloss.case(token + 1) != Case::None
        && (!next.is_grammar() || next.is(Trait::Generic));
    let mut verb = subject.end;
    verb += usize::from(gloss.word(verb) == ",");
    verb += usize::from(gloss.word(verb) == "who");
    let words = verb..token;
    object
        && !owns
        && (1..=LONGEST).contains(&words.len())
        && words.into_iter().all(|word| {
            let entry = gloss.entry(word);
            gloss.case(word) == Case::Lower
                && !entry.is_any(&[Trait::Conjunction, Trait::Preposition, Trait::Pronoun])
        })
}

/// Whether a name opens a sentence, or ends the words that do: "The novelist Ann Lee", "Recreation director Ann Lee".
fn opens_behind_role(gloss: &Gloss, name: &Range<usize>) -> bool {
    const LONGEST: usize = 6;
    let (first, _) = gloss.bounds(name.start);
    let lead = first..name.start;
    let role = lead.end > lead.start && gloss.is(lead.end - 1, Trait::Role);
    opens(gloss, name)
        || role
            && lead.len() <= LONGEST
            && lead.clone().all(|token| {
                let entry = gloss.entry(token);
                let determiner = token == first
                    && entry.is(Trait::Determiner)
                    && !super::phrase::is_possessive(gloss.word(token));
                gloss.case(token) != Case::None
                    && !gloss.is_genitive(token)
                    && (determiner || entry.is(Trait::Role) || !entry.is_grammar())
                    && (entry.is(Trait::Role) || !entry.is(Trait::Reports))
            })
}

/// Whether a name ends the words that open a sentence and say whose somebody is: "Lee’s brother Ewan", "Her son Karl".
fn opens_behind_owner(gloss: &Gloss, name: &Range<usize>) -> bool {
    const LONGEST: usize = 4;
    let (first, _) = gloss.bounds(name.start);
    let noun = name.start.wrapping_sub(1);
    if name.start <= first || !gloss.is(noun, Trait::Role) {
        return false;
    }
    let words = name.start.saturating_sub(LONGEST).max(first)..name.start;
    let owner = words
        .rev()
        .find(|token| gloss.case(*token) != Case::Lower || gloss.entry(*token).is_grammar());
    owner.is_some_and(|owner| {
        gloss.is_genitive(owner) && owner - first <= LONGEST
            || owner == first && super::phrase::is_possessive(gloss.word(owner))
    })
}

/// Whether a token is a semicolon of the article’s own.
pub(super) fn is_semicolon(gloss: &Gloss, token: usize) -> bool {
    gloss.word(token) == ";" && gloss.quotation(token).is_none()
}

/// Whether a semicolon parts two places of a sentence, as a full stop would.
pub(super) fn is_parted(gloss: &Gloss, from: usize, to: usize) -> bool {
    (from..to).any(|token| is_semicolon(gloss, token))
}

/// Whether what stands behind the genitive is somebody’s words: "Lee’s own words", "his letter".
pub(super) fn owns_words(gloss: &Gloss, reference: &Reference) -> bool {
    const NEAR: usize = 4;
    let after = reference.tokens.end..reference.tokens.end + NEAR;
    reference.place == Place::Possessor
        && reference.form != Form::Pronoun
        && after
            .into_iter()
            .any(|token| gloss.is(token, Trait::Writing))
}

/// Whether a lone name tells what a thing is of rather than naming anybody: "a Carrow oyster".
fn is_modifier(gloss: &Gloss, mention: &Mention) -> bool {
    let next = mention.tokens.end;
    mention.tokens.len() == 1
        && mention.tokens.start > 0
        && gloss.is(mention.tokens.start - 1, Trait::Determiner)
        && gloss.case(next) == Case::Lower
        && gloss.joins_next(next - 1)
        && !gloss.is_genitive(next)
        && !gloss.entry(next).is_grammar()
        && !is_finite(gloss, next)
}

/// What words do in their clause, and whether they are the subject of a verb that reports.
pub(super) fn place(gloss: &Gloss, tokens: &Range<usize>) -> (Place, bool) {
    let (first, last) = gloss.bounds(tokens.start);
    if gloss.is_genitive(tokens.end) && tokens.end < last
        || tokens.len() == 1
            && super::phrase::is_possessive(gloss.word(tokens.start))
            && !gloss.is_any_of(tokens.end, &[Trait::Reports, Trait::Auxiliary])
            && gloss.case(tokens.end) != Case::None
    {
        return (Place::Possessor, false);
    }
    if let Some(verb) = verb_behind_apposed(gloss, tokens) {
        return (Place::Subject, gloss.is(verb, Trait::Reports));
    }
    let speaks = speaks_after(gloss, tokens.end, last);
    let mut before = tokens.start;
    while before > first && gloss.is_any_of(before - 1, &[Trait::Generic, Trait::Determiner]) {
        before -= 1;
    }
    if before == first {
        return (Place::Subject, speaks);
    }
    let prev = before - 1;
    let entry = gloss.entry(prev);
    if entry.is(Trait::Reports) && !speaks {
        let inverted = prev == first
            || matches!(
                gloss.word(prev - 1),
                "," | "”" | "\"" | "’" | "'" | "''" | "?" | "!" | "." | "—"
            )
            || gloss.is(prev - 1, Trait::Conjunction) && gloss.word(prev - 1) == "as";
        return if inverted {
            (Place::Subject, true)
        } else {
            (Place::Object, false)
        };
    }
    let word = gloss.word(prev);
    if word == "to" && prev > first && gloss.word(prev - 1).eq_ignore_ascii_case("according") {
        return (Place::Subject, true);
    }
    let acts = speaks || verb_follows(gloss, tokens.end, last);
    if entry.is(Trait::Preposition) {
        let clause = ["after", "before", "since", "until", "as", "than", "like"]
            .iter()
            .any(|opener| word.eq_ignore_ascii_case(opener));
        return if clause && acts {
            (Place::Subject, speaks)
        } else {
            (Place::Oblique, false)
        };
    }
    if acts {
        return (Place::Subject, speaks);
    }
    (Place::Object, false)
}

/// The verb behind a name that stands between commas and tells whom the subject means: "His wife, Ann Lee, was calm".
fn verb_behind_apposed(gloss: &Gloss, name: &Range<usize>) -> Option<usize> {
    const LEAD: usize = 12;
    const WITHIN: usize = 5;
    const BEHIND: usize = 6;
    let (first, last) = gloss.bounds(name.start);
    let comma = (first.max(name.start.saturating_sub(WITHIN))..name.start)
        .rev()
        .take_while(|token| {
            gloss.word(*token) == ","
                || gloss.case(*token) == Case::Lower && !gloss.entry(*token).is(Trait::Preposition)
        })
        .find(|token| gloss.word(*token) == ",")?;
    let lead = first..comma;
    // Looked at first, so that a sentence without end is not gone through for each of its names.
    if lead.len() > LEAD {
        return None;
    }
    let noun =
        gloss.is(first, Trait::Determiner) || lead.clone().any(|token| gloss.is_genitive(token));
    let reports = |token: usize| gloss.is(token, Trait::Reports) && !gloss.is(token, Trait::Role);
    if !noun || lead.clone().any(reports) {
        return None;
    }
    // "Ann Lee of Leeds,"
    let close = (name.end..last.min(name.end + BEHIND))
        .take_while(|token| {
            gloss.word(*token) == ","
                || gloss.is(*token, Trait::Preposition)
                || gloss.is_capital(*token)
        })
        .find(|token| gloss.word(*token) == ",")?;
    let verb = close + 1 + usize::from(gloss.is(close + 1, Trait::Adverb));
    (verb < last && is_finite(gloss, verb)).then_some(verb)
}

/// Past "the lawyer" where a name may follow it: "their sister, the lawyer Ann Lee".
fn name_behind_role(gloss: &Gloss, from: usize) -> usize {
    let role = from + 1;
    let leads =
        gloss.is(from, Trait::Determiner) && gloss.is(role, Trait::Role) && gloss.joins_next(role);
    if leads { role + 1 } else { from }
}

/// A phrase with what it is of, up to its verb: "a spokesman for Sir Bo Orr | said".
fn with_complement(gloss: &Gloss, tokens: &Range<usize>) -> Range<usize> {
    const LONGEST: usize = 10;
    let (_, last) = gloss.bounds(tokens.start);
    let of = ["for", "of", "from", "at", "in", "with"].contains(&gloss.word(tokens.end));
    let verb = (tokens.end..last.min(tokens.end + LONGEST))
        .take_while(|token| gloss.case(*token) != Case::None || gloss.is_genitive(*token))
        .find(|token| {
            gloss.case(*token) == Case::Lower
                && !gloss.is_genitive(*token)
                && gloss.is_any_of(*token, &[Trait::Reports, Trait::Auxiliary])
        });
    tokens.start..verb.filter(|_| of).unwrap_or(tokens.end)
}

/// Behind a name, past an apposition or a bracket.
fn past_apposition(gloss: &Gloss, from: usize, last: usize) -> usize {
    let mut token = from;
    if gloss.word(token) == "("
        && let Some(close) = (token..last.min(token + 10)).find(|k| gloss.word(*k) == ")")
    {
        token = close + 1;
    }
    if gloss.word(token) == ","
        && let Some(close) = (token + 1..last.min(token + 25)).find(|k| gloss.word(*k) == ",")
    {
        token = close + 1;
        // ", 54, a lawyer,"
        if close <= from + 2
            && let Some(close) = (token..last.min(token + 25)).find(|k| gloss.word(*k) == ",")
        {
            token = close + 1;
        }
    }
    token
}

fn speaks_after(gloss: &Gloss, from: usize, last: usize) -> bool {
    let mut token = past_apposition(gloss, from, last);
    let end = last.min(token + 4);
    while token < end
        && gloss.is_any_of(token, &[Trait::Adverb, Trait::Auxiliary])
        && !gloss.is(token, Trait::Reports)
    {
        token += 1;
    }
    token < last && gloss.is(token, Trait::Reports) && gloss.case(token) == Case::Lower
}

fn verb_follows(gloss: &Gloss, from: usize, last: usize) -> bool {
    let token = past_apposition(gloss, from, last);
    let follows = |token: usize| token < last && is_finite(gloss, token);
    follows(token) || gloss.is(token, Trait::Adverb) && follows(token + 1)
}

/// Whether a word may be the verb of a subject before it.
fn is_finite(gloss: &Gloss, token: usize) -> bool {
    let word = gloss.word(token);
    gloss.case(token) == Case::Lower
        && (gloss.is_any_of(token, &[Trait::Auxiliary, Trait::Reports, Trait::Issues])
            || (word.ends_with("ed") || word.ends_with('s'))
                && !gloss.entry(token).is_grammar()
                && !gloss.entry(token).is_any(&[Trait::People, Trait::Plural]))
}
