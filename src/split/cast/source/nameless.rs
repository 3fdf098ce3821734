//! A source without a name: a role, a kind of body, a writing.

use std::ops::Range;

use crate::split::cast::Cast;
use crate::split::cast::coreference::relative;
use crate::split::cast::gloss::Case;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::member::Gender;
use crate::split::cast::mention::NameKind;
use crate::split::cast::name::key;
use crate::split::cast::phrase::{Phrase, What, Which, is_possessive, phrase};
use crate::split::cast::reference::Who;
use crate::split::cast::role::{Role, is_kin, is_kin_of};

impl Cast<'_> {
    /// A source whose first words are a role, a kind of organisation or a writing.
    pub(super) fn read_role_first(
        &self,
        head: &Range<usize>,
        tokens: &Range<usize>,
        in_head: &Range<usize>,
    ) -> Option<(Who, &'static str)> {
        let gloss = &self.gloss;
        // "the team’s lawyer": the owner is a phrase.
        let genitive = head
            .clone()
            .find(|token| gloss.is_genitive(*token) && self.mention_at(*token).is_none());
        let owner_name = in_head
            .clone()
            .find(|nth| gloss.is_genitive(self.mentions[*nth].tokens.end));
        if let Some(found) = self.read_apposed(head, tokens)
            && !self.is_writing(head)
        {
            let plural = (genitive.unwrap_or(head.start)..head.end)
                .take_while(|k| !gloss.is(*k, Trait::Preposition))
                .any(|k| gloss.is(k, Trait::People));
            let is_body = matches!(found.0, Who::Member(member) if self.members[member].kind != NameKind::Person);
            return if plural && !is_body && !self.starts_with_one(head) {
                None
            } else {
                Some(found)
            };
        }
        // "Another post followed"
        if gloss.word(head.start).eq_ignore_ascii_case("another")
            && let Some(writing) = phrase(gloss, head.start, head.end)
            && writing.what == What::Writing
            && let Some(who) = self.issuer(&writing, head.end)
        {
            return Some((who, "issuer"));
        }
        if self.starts_with_one(head) {
            return None;
        }
        // "A post on the board’s page", "The sign at Rosa’s gate"
        if let Some(writing) = phrase(gloss, head.start, head.end)
            .filter(|phrase| phrase.what == What::Writing && owner_name.is_some())
            .filter(|phrase| gloss.is(phrase.tokens.end, Trait::Preposition))
            && let Some(who) = self.issuer(&writing, head.end)
        {
            return Some((who, "issuer"));
        }
        if let Some(nth) = owner_name {
            let next = self.mentions[nth].tokens.end + 1;
            if next < head.end
                && !(head.start..self.mentions[nth].tokens.start)
                    .any(|k| gloss.is(k, Trait::Preposition))
            {
                return self.read_owned(nth, next, head, tokens);
            }
        }
        let opening = genitive.map_or(head.start, |token| token + 1);
        // "the city’s own Audit Office", "the fans’ group Mar Bravo"
        let leads = |token: usize| {
            gloss.is(token, Trait::Generic)
                || gloss.is(token, Trait::OrganisationKind) && gloss.case(token) == Case::Lower
        };
        if let Some(nth) = in_head.clone().last().filter(|_| genitive.is_some())
            && self.mentions[nth].tokens.end >= head.end
            && self.mentions[nth].kind != NameKind::Thing
            && (opening..self.mentions[nth].tokens.start).all(leads)
        {
            return self.member(nth, "name");
        }
        // "the new one"
        let one = head.len() <= 4 && matches!(gloss.word(head.end - 1), "one" | "version");
        if one && let Some(who) = self.put_out_anew(head.start, head.end - 1) {
            return Some((who, "issuer"));
        }
        let Some(meant) = phrase(gloss, opening, head.end) else {
            let modified = || self.read_modified_name(head, in_head);
            return self.body_named_so(head).or_else(modified);
        };
        // "the board’s letter"
        if meant.what == What::Writing
            && let Some(genitive) = genitive
            && let Some(owner) = phrase(gloss, head.start, genitive)
        {
            return self.read_nameless(&owner, &(head.start..genitive));
        }
        self.read_nameless(&meant, tokens)
    }

    /// "The park": the last body named before whose name ends so, "Dunmore Wildlife Park".
    fn body_named_so(&self, head: &Range<usize>) -> Option<(Who, &'static str)> {
        const FAR: usize = 200;
        let gloss = &self.gloss;
        let bare = head.len() == 2 && gloss.word(head.start).eq_ignore_ascii_case("the");
        let noun = key(gloss.word(head.start + 1));
        let before = self
            .mentions
            .partition_point(|m| m.tokens.end <= head.start);
        let near = before.saturating_sub(FAR)..before;
        let nth = near.rev().filter(|_| bare).find(|nth| {
            let name = &self.mentions[*nth].name;
            let body = |member: usize| self.members[member].kind != NameKind::Person;
            // "The city": the City of Dunmore.
            let opens = (name.keys().windows(2)).any(|words| words[0] == noun && words[1] == "of");
            name.words.len() > 1
                && (name.keys().last() == Some(&noun) || opens)
                && self.named[*nth].is_some_and(body)
        })?;
        self.member(nth, "short form")
    }

    /// "The state Bureau of Lands", "A defiant Lee": the name at the end of words that are none.
    fn read_modified_name(
        &self,
        head: &Range<usize>,
        in_head: &Range<usize>,
    ) -> Option<(Who, &'static str)> {
        const LONGEST: usize = 3;
        let gloss = &self.gloss;
        let nth = in_head.clone().next().filter(|_| in_head.len() == 1)?;
        let mention = &self.mentions[nth];
        let lead = head.start + 1..mention.tokens.start;
        let plain = lead.clone().all(|token| {
            let entry = gloss.entry(token);
            gloss.case(token) == Case::Lower
                && !entry.is_grammar()
                && !gloss.is_genitive(token)
                && !entry.is_any(&[Trait::People, Trait::Plural])
        });
        let whole = gloss.is(head.start, Trait::Determiner)
            && !is_possessive(gloss.word(head.start))
            && (1..=LONGEST).contains(&lead.len())
            && mention.tokens.end == head.end
            && mention.kind != NameKind::Thing;
        (plain && whole).then(|| self.member(nth, "name")).flatten()
    }

    pub(in crate::split::cast) fn starts_with_one(&self, head: &Range<usize>) -> bool {
        let word = self.gloss.word(head.start);
        [
            "one", "another", "some", "many", "several", "most", "both", "few",
        ]
        .iter()
        .any(|few| word.eq_ignore_ascii_case(few))
    }

    /// A phrase without a name: "the mayor", "his office", "the company", "the statement".
    pub(in crate::split::cast) fn read_nameless(
        &self,
        phrase: &Phrase,
        tokens: &Range<usize>,
    ) -> Option<(Who, &'static str)> {
        let gloss = &self.gloss;
        let first = gloss.word(phrase.tokens.start);
        let possessive = is_possessive(first);
        match phrase.what {
            What::Writing => {
                if let Some(who) = self.answerer(phrase, tokens.end) {
                    return Some((who, "asked"));
                }
                self.issuer(phrase, tokens.end).map(|who| (who, "issuer"))
            }
            What::Person => {
                if phrase.which == Which::New && gloss.case(phrase.head) == Case::Lower {
                    // "Ann Lee, 34, nurse: …": the occupation stands beside the name.
                    let bare = !gloss.is(phrase.tokens.start, Trait::Determiner);
                    let beside = self.roles.beside.get(&phrase.tokens.start).copied();
                    let member = beside
                        .filter(|_| bare)
                        .or_else(|| self.so_called_below(phrase));
                    return member.map(|member| (Who::Member(member), "role"));
                }
                let of = if possessive {
                    self.owner(phrase.tokens.start)
                } else {
                    None
                };
                if possessive && of.is_none() {
                    let member = self.so_called_below(phrase)?;
                    return Some((Who::Member(member), "role"));
                }
                let gender = Gender::of_role(gloss, phrase.tokens.clone());
                let member = self.roles.who(gloss, phrase, None, |role| {
                    // "Chairman Ann Lee … the chairman"
                    let so_called = gloss.word(role.head) == gloss.word(phrase.head);
                    (so_called || !gender.contradicts(self.members[role.member].gender))
                        && (phrase.which != Which::Of
                            || self.is_owned_alike(phrase, of.as_ref(), role))
                });
                let family = || match of {
                    Some(Who::Member(owner)) => self
                        .told_as_kin(phrase, owner)
                        .or_else(|| relative(gloss, &self.members, owner, phrase.head)),
                    _ => None,
                };
                // "the club’s secretary, Ann Lee,"
                let beside = || self.roles.beside.get(&phrase.tokens.start).copied();
                let member = member
                    .or_else(beside)
                    .or_else(family)
                    .or_else(|| {
                        // "the operator" is a company more often than a person.
                        let known = phrase.which == Which::Known;
                        known.then(|| self.organisation_called(phrase)).flatten()
                    })
                    .or_else(|| self.witness(phrase))
                    .or_else(|| self.just_named(phrase))
                    .or_else(|| {
                        let known = phrase.which == Which::Known;
                        let noun = gloss.entry(phrase.head).role.filter(|_| known)?;
                        self.maker(noun, phrase.tokens.start)
                    })
                    .or_else(|| {
                        let taken_up = &self.references.taken_up;
                        taken_up.get(&phrase.tokens.start).copied()
                    })
                    .or_else(|| {
                        let lead = gloss.paragraph(phrase.tokens.start) == 0;
                        lead.then(|| self.so_called_below(phrase)).flatten()
                    })?;
                let other =
                    of != Some(Who::Member(member)) && !self.tells_of(member, phrase.tokens.start);
                other.then_some((Who::Member(member), "role"))
            }
            What::Organisation => {
                // "their union", "her party"
                let owned = matches!(first.to_ascii_lowercase().as_str(), "their" | "his" | "her");
                if phrase.which != Which::Known && !owned {
                    return None;
                }
                self.organisation_called(phrase)
                    .map(|m| (Who::Member(m), "short form"))
            }
        }
    }

    /// Whether `role` may be whom `phrase` means as belonging to `owner`: the mother of one is not the mother of another.
    pub(super) fn is_owned_alike(&self, phrase: &Phrase, owner: Option<&Who>, role: &Role) -> bool {
        match (owner, self.whose(role)) {
            (Some(owner), Some(theirs)) => *owner == theirs,
            _ => !self.gloss.entry(phrase.head).role.is_some_and(is_kin),
        }
    }

    /// Whose mother, lawyer or coach a role tells somebody to be.
    fn whose(&self, role: &Role) -> Option<Who> {
        let start = role.tokens.start;
        if is_possessive(self.gloss.word(start)) {
            return self.owner(start);
        }
        let mut tokens = role.tokens.clone();
        let genitive = tokens.find(|token| self.gloss.is_genitive(*token))?;
        let nth = self.mention_at(genitive.wrapping_sub(1))?;
        self.named[nth].map(Who::Member)
    }

    /// Whom "her brother" means where she was told to be somebody’s sister: "Bo Orr and his sister, Ann Lee, … her brother".
    fn told_as_kin(&self, phrase: &Phrase, owner: usize) -> Option<usize> {
        let noun = self.gloss.entry(phrase.head).role?;
        let told = Gender::of_role(&self.gloss, phrase.tokens.clone());
        let mut roles = self.roles.of_member(owner);
        roles.find_map(|role| {
            let kin = self.gloss.entry(role.head).role?;
            match self.whose(role)? {
                Who::Member(other) if other != owner && is_kin_of(noun, kin) => {
                    (!told.contradicts(self.members[other].gender)).then_some(other)
                }
                _ => None,
            }
        })
    }

    /// Whom "his" or "their" at `token` means.
    pub(in crate::split::cast) fn owner(&self, token: usize) -> Option<Who> {
        if let Some(who) = self.references.pronouns.get(&token) {
            return Some(who.clone());
        }
        if self.gloss.word(token).eq_ignore_ascii_case("its") {
            return self.organisation_before(token).map(Who::Member);
        }
        None
    }
}
