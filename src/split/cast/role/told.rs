//! What an article tells somebody to be: before the name, behind it, by what they do, in its lead.

use std::ops::Range;

use super::{Roles, is_kin};
use crate::split::cast::gloss::{Case, Gloss};
use crate::split::cast::lexicon::{self, Trait};
use crate::split::cast::member::{Gender, Member};
use crate::split::cast::mention::Mention;
use crate::split::cast::phrase::{Which, phrase};
use crate::split::cast::unnamed::{BELOW, NAMELESS};

/// What follows "of" in a role is read this far.
const COMPLEMENT: usize = 6;

impl Roles {
    /// "A dentist has been struck off. ¶ Ann Lee, 58, …": whoever the paragraph below introduces is what the first one says, if it
    /// names nobody and nobody else is called so.
    pub(super) fn in_lead(
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
            let known = matches!(gloss.word(token), "The" | "A" | "An");
            // "Kenya’s junior minister"
            let owned = || gloss.is_capital(token) && gloss.is_genitive(token + 1);
            opens && (known || owned())
        });
        let behind_owner = |opening| opening + 2 * usize::from(gloss.is_genitive(opening + 1));
        let Some(phrase) = opening.and_then(|opening| phrase(gloss, behind_owner(opening), end))
        else {
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
        let told_more = matches!(gloss.word(next), "," | "(")
            && (aged || matches!(told, "who" | "whose" | "of"));
        // "Ann Lee had been defending a bill"
        let acts = gloss.is(next, Trait::Auxiliary) && !self.held.contains(&member);
        let introduced = told_more || acts;
        let gender = Gender::of_role(gloss, phrase.tokens.clone());
        if opens && introduced && !gender.contradicts(known[member].gender) {
            self.beside.insert(phrase.tokens.start, member);
            self.add(gloss, phrase.head, (mention, member), phrase.tokens);
        }
    }

    /// "campaign manager Ann Lee", "the mayor, Ann Lee,".
    pub(super) fn before(&mut self, gloss: &Gloss, mention: &Mention, member: usize) {
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
    pub(super) fn equated(&mut self, gloss: &Gloss, mention: &Mention, member: usize) {
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
    pub(super) fn after(&mut self, gloss: &Gloss, mention: &Mention, member: usize) {
        let (_, last) = gloss.bounds(mention.tokens.start);
        let mut token = mention.tokens.end;
        // "Ann Lee KC, for the defence,"
        let silk = matches!(gloss.word(token), "KC" | "QC" | "SC");
        token += usize::from(silk);
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
        let side = side(gloss, token).filter(|_| comma);
        if silk || side.is_some() {
            let behind = mention.tokens.end..mention.tokens.end + 1;
            for noun in ["barrister", "counsel"].into_iter().chain(side) {
                self.keep(gloss, noun, behind.start, (mention, member), behind.clone());
            }
        }
        if comma && gloss.word(token) == "who" {
            self.does(gloss, mention, member, token + 1);
        }
        if comma && is_person_behind(gloss, token, last) {
            self.persons.insert(member);
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
    pub(super) fn does(&mut self, gloss: &Gloss, mention: &Mention, member: usize, from: usize) {
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

    pub(super) fn read_after(
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
}

/// Whether "who" stands behind a name and its comma, or behind what is told of it: "Ann Lee, the club’s ice maker, who".
fn is_person_behind(gloss: &Gloss, from: usize, last: usize) -> bool {
    const LONGEST: usize = 7;
    let behind = (from..last.min(from + LONGEST)).find(|token| gloss.case(*token) == Case::None);
    let comma = behind.filter(|token| gloss.word(*token) == ",");
    gloss.word(from) == "who" || comma.is_some_and(|comma| gloss.word(comma + 1) == "who")
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

/// What else counsel is called of whom the words behind the name and its comma tell that they speak for a side in court:
/// "prosecuting", "for the defence".
fn side(gloss: &Gloss, token: usize) -> Option<&'static str> {
    const STATE: &str = "prosecutor";
    const OTHER: &str = "advocate";
    const OF_STATE: [&str; 4] = ["prosecution", "Crown", "State", "state"];
    const SIDES: [&str; 10] = [
        "defence",
        "defense",
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
    let alone = gloss.case(token + 1) == Case::None;
    let whose = gloss.word(token + 2);
    match gloss.word(token) {
        "prosecuting" => alone.then_some(STATE),
        "defending" => alone.then_some(OTHER),
        "for" if next == "the" && OF_STATE.contains(&whose) => Some(STATE),
        "for" => {
            let client = matches!(
                next,
                "Mr" | "Mr." | "Mrs" | "Mrs." | "Ms" | "Ms." | "Dr" | "Dr."
            );
            (client || next == "the" && SIDES.contains(&whose)).then_some(OTHER)
        }
        _ => None,
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
