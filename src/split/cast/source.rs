//! A source: the words that name who is quoted, read for whom they mean.

use std::ops::Range;

use super::coreference::{Who, relative, third_person};
use super::gloss::Case;
use super::lexicon::Trait;
use super::mention::NameKind;
use super::name::key;
use super::phrase::{Phrase, What, Which, is_possessive, phrase};
use super::role::{Role, is_kin};
use super::run::is_honour;
use super::writing::is_letter;
use super::{Cast, Identity};
use crate::attribution::{self, Speaker};
use crate::text::Span;

impl Cast<'_> {
    /// Whom the words at `source` mean.
    pub(super) fn read_source(&self, source: Span) -> Identity {
        let tokens = self.trimmed(self.gloss.document.tokens_in(source));
        if tokens.is_empty() {
            return self.described(source, "no words");
        }
        let label = self.read_label(&tokens);
        let meant = if label.is_some() {
            label
        } else if tokens.len() == 1 {
            self.read_word(tokens.start)
        } else {
            self.read_phrase(tokens.clone())
        };
        let own_voice = tokens.len() == 1
            && matches!(self.gloss.word(tokens.start), "I" | "me" | "my")
            && self.gloss.quotation(tokens.start).is_none();
        if own_voice && let Some(byline) = &self.gloss.document.article.byline {
            let name = attribution::Name {
                full: byline.clone(),
                others: Vec::new(),
            };
            return Identity {
                speaker: Speaker::Named(name),
                why: "byline",
            };
        }
        match meant {
            None if let Some(account) = self.account(&tokens) => account,
            None if let Some(account) = self.account_just_told(&tokens) => account,
            Some((_, "issuer")) if let Some(account) = self.account_posting(&tokens) => account,
            Some((Who::Member(member), why)) => self.named(member, why),
            Some((Who::Described(tokens), why)) => match self.named_elsewhere(&tokens) {
                Some(member) => self.named(member, "named below"),
                None if let Some(account) = self.account(&tokens) => account,
                None => self.described(self.gloss.span(&tokens), why),
            },
            None => match self.named_elsewhere(&tokens) {
                Some(member) => self.named(member, "named below"),
                None => match self.references.taken_up.get(&tokens.start) {
                    Some(member) => self.named(*member, "taken up"),
                    None => self.described(source, "described"),
                },
            },
        }
    }

    /// The account that "it" takes up from the sentence before: "An account called @lee was blunter. “…,” it said."
    fn account_just_told(&self, tokens: &Range<usize>) -> Option<Identity> {
        const LONGEST: usize = 12;
        let gloss = &self.gloss;
        if tokens.len() != 1 || !gloss.word(tokens.start).eq_ignore_ascii_case("it") {
            return None;
        }
        let (first, _) = gloss.bounds(tokens.start);
        let before = (0..first)
            .rev()
            .take(LONGEST * 4)
            .find(|token| gloss.quotation(*token).is_none())?;
        let (opening, end) = gloss.bounds(before);
        let told = opening..end.min(opening + LONGEST);
        let account = told.clone().find(|token| gloss.word(*token) == "account")?;
        // "The authority’s own account answered."
        let mut before = (opening..account).rev().take(3);
        let owner = before
            .find(|token| gloss.is_genitive(*token))
            .and_then(|genitive| self.read_phrase(opening..genitive));
        match owner {
            Some((Who::Member(member), why)) => Some(self.named(member, why)),
            _ => self.account(&told),
        }
    }

    /// Who is described here and named in the paragraphs below, or when spoken of again.
    fn named_elsewhere(&self, tokens: &Range<usize>) -> Option<usize> {
        self.named_below(tokens)
            .or_else(|| self.named_again(tokens))
    }

    pub(super) fn named(&self, member: usize, why: &'static str) -> Identity {
        Identity {
            speaker: Speaker::Named(self.members[member].name()),
            why,
        }
    }

    fn described(&self, words: Span, why: &'static str) -> Identity {
        let words = words
            .of(self.gloss.document.text)
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '—' | '–'));
        Identity {
            speaker: if words.is_empty() {
                Speaker::Unnamed
            } else {
                Speaker::Described(words.to_owned())
            },
            why,
        }
    }

    /// Without marks at the ends, and without what leads up to a source.
    fn trimmed(&self, mut tokens: Range<usize>) -> Range<usize> {
        let gloss = &self.gloss;
        let bare = |token: usize| {
            gloss.case(token) == Case::None
                && !gloss
                    .word(token)
                    .starts_with(|c: char| c.is_alphanumeric() || c == '@')
        };
        while !tokens.is_empty()
            && (bare(tokens.start)
                || gloss.is(tokens.start, Trait::Preposition)
                || gloss.word(tokens.start).eq_ignore_ascii_case("according"))
        {
            tokens.start += 1;
        }
        while !tokens.is_empty()
            && (bare(tokens.end - 1) && gloss.word(tokens.end - 1) != ")"
                || tokens.len() > 1 && gloss.is_genitive(tokens.end - 1)
                // "Hull Council today"
                || tokens.len() > 1
                    && gloss.is(tokens.end - 1, Trait::Adverb)
                    && gloss.case(tokens.end - 1) == Case::Lower)
        {
            tokens.end -= 1;
        }
        // "In its order the board": what a preposition leads is no part of the subject behind it.
        let led = tokens.start > 0 && gloss.is(tokens.start - 1, Trait::Preposition);
        let subject = tokens.clone().skip(2).find(|token| {
            gloss.word(*token) == "the"
                && gloss.case(*token - 1) == Case::Lower
                && !gloss.entry(*token - 1).is_grammar()
        });
        if let Some(subject) = subject.filter(|_| led) {
            tokens.start = subject;
        }
        tokens
    }

    /// A source of one word.
    pub(super) fn read_word(&self, token: usize) -> Option<(Who, &'static str)> {
        let word = self.gloss.word(token);
        let is = |words: &[&str]| words.iter().any(|w| word.eq_ignore_ascii_case(w));
        if third_person(word).is_some() {
            let who = self.references.pronouns.get(&token)?;
            return Some((who.clone(), "pronoun"));
        }
        if is(&["who", "which", "that", "whose", "whom"]) {
            return self.antecedent_beside(token);
        }
        if is(&["they"]) {
            let wrote = matches!(self.gloss.word(token + 1), "wrote" | "write");
            let issuer = || wrote.then(|| self.issuer_before(token)).flatten();
            let body = self.plural_body_before(token).or_else(issuer)?;
            return Some((Who::Member(body), "pronoun"));
        }
        if is(&["it", "its"]) {
            let owner = || self.owning_writing_before(token);
            let body = || self.organisation_before(token).map(Who::Member);
            let writing = || self.issuer_of_writing_before(token, |_| true);
            let letter = || self.issuer_of_writing_before(token, is_letter);
            let who = owner().or_else(|| {
                if self.is_read(token) {
                    writing().or_else(body)
                } else {
                    letter().or_else(body).or_else(writing)
                }
            });
            return who.map(|who| (who, "pronoun"));
        }
        if is(&["i", "me", "my"]) {
            return self.first_person(token);
        }
        if word.starts_with('@') {
            let plain: String = word
                .chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect();
            return self
                .handles
                .get(&plain)
                .map(|m| (Who::Member(*m), "account"));
        }
        if let Some(nth) = self.mention_at(token)
            && let Some(member) = self.named[nth]
        {
            let why = if self.mentions[nth].name.words.len() > 1 {
                "name"
            } else {
                "short name"
            };
            return Some((Who::Member(member), why));
        }
        // "Dean Church … Church said": a family name that is a common word too.
        let family = self.gloss.is_capital(token).then(|| key(word))?;
        let mut bearers = (0..self.members.len()).filter(|member| {
            self.is_person(*member) && self.members[*member].family() == Some(family.as_str())
        });
        let only = bearers.next()?;
        bearers
            .next()
            .is_none()
            .then_some((Who::Member(only), "short name"))
    }

    /// The mention that holds a token.
    pub(super) fn mention_at(&self, token: usize) -> Option<usize> {
        let nth = self.mentions.partition_point(|m| m.tokens.end <= token);
        (self.mentions.get(nth)?.tokens.start <= token).then_some(nth)
    }

    /// The mentions that lie in `tokens`, as indices.
    pub(super) fn mentions_in(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self
            .mentions
            .partition_point(|m| m.tokens.start < tokens.start);
        // A source may leave out the title before a name.
        let start = match start.checked_sub(1) {
            Some(before) if self.mentions[before].tokens.end > tokens.start => before,
            _ => start,
        };
        let end = self
            .mentions
            .partition_point(|m| m.tokens.start < tokens.end);
        start..end.max(start)
    }

    pub(super) fn member(&self, nth: usize, why: &'static str) -> Option<(Who, &'static str)> {
        self.named[nth].map(|member| (Who::Member(member), why))
    }

    /// A source of several words.
    pub(super) fn read_phrase(&self, mut tokens: Range<usize>) -> Option<(Who, &'static str)> {
        let gloss = &self.gloss;
        // "The younger Lee"
        if matches!(gloss.word(tokens.start + 1), "younger" | "elder" | "older")
            && let Some(nth) = self.mention_at(tokens.start + 2)
            && self.mentions[nth].tokens.end <= tokens.end
        {
            return self.member(nth, "short name");
        }
        if let Some(found) = self.national(&tokens) {
            return Some((Who::Member(found), "nationality"));
        }
        if gloss.word(tokens.start).eq_ignore_ascii_case("the")
            && tokens.len() == 2
            && let Some(nth) = self.mention_at(tokens.start + 1)
        {
            return self.member(nth, "name");
        }
        // A name that the tokens cut through counts whole.
        if let Some(nth) = self.mention_at(tokens.end - 1)
            && self.mentions[nth].tokens.end > tokens.end
        {
            tokens.end = self.mentions[nth].tokens.end;
        }
        // "he is reported to have shrugged and": a pronoun that is a subject is a source by itself.
        if matches!(gloss.word(tokens.start), "he" | "she" | "He" | "She")
            && !matches!(gloss.word(tokens.start + 1), "and" | "or" | "&")
        {
            return self.read_word(tokens.start);
        }
        if let Some(body) = self.of_two_trades(&tokens) {
            return Some((Who::Member(body), "short form"));
        }
        if let Some(aged) = self.aged(&tokens) {
            return Some((Who::Member(aged), "age"));
        }
        let within = self.mentions_in(&tokens);
        let comma = self.first_comma(&tokens, &within);
        let head = tokens.start..comma;
        let in_head = self.mentions_in(&head);
        if let Some(and) = self.several(&head, &in_head) {
            // "Lee and his lawyers" speak by Lee.
            let own = is_possessive(gloss.word(and + 1));
            let first = in_head
                .clone()
                .next()
                .filter(|nth| own && self.mentions[*nth].tokens.end == and);
            return first.and_then(|nth| self.member(nth, "name"));
        }
        if let Some(nth) = self.led_up_to(&head, &in_head) {
            let first = self.mentions[nth].tokens.start <= head.start + 1;
            return self.member(nth, if first { "name" } else { "name behind a role" });
        }
        let start = head.start + usize::from(gloss.is(head.start, Trait::Determiner));
        if let Some(first) = in_head.clone().next()
            && !is_possessive(gloss.word(head.start))
            && !self.is_quantified(&head)
            && self.mentions[first].tokens.start <= start
        {
            return self.read_name_first(first, &head, &tokens);
        }
        self.read_role_first(&head, &tokens, &in_head)
    }

    /// The person whom the words before the name lead up to: "spokesman Ann Lee", "the mayor’s lawyer Ann Lee of Leeds".
    fn led_up_to(&self, head: &Range<usize>, in_head: &Range<usize>) -> Option<usize> {
        let gloss = &self.gloss;
        // “The Long Night” star Ann Lee: the work’s own words lead nowhere.
        let work = head
            .clone()
            .rev()
            .filter(|token| self.mention_at(*token).is_none())
            .find(|token| matches!(gloss.word(*token), "”" | "’" | "\"" | "''"));
        let opening = work.map_or(head.start, |close| close + 1);
        for nth in in_head.clone() {
            let mention = &self.mentions[nth];
            if mention.tokens.start < opening {
                continue;
            }
            let lead = opening..mention.tokens.start;
            let joined = lead.clone().any(|token| {
                let entry = gloss.entry(token);
                if in_head
                    .clone()
                    .any(|other| self.mentions[other].tokens.contains(&token))
                {
                    return false;
                }
                // "secretary of state Ann Lee"
                let office = gloss.word(token) == "of"
                    && token + 2 == lead.end
                    && gloss.case(token + 1) == Case::Lower;
                // "Bank of Hull chairman Ann Lee"
                let inside = matches!(gloss.word(token), "of" | "for")
                    && token > lead.start
                    && gloss.is_capital(token - 1)
                    && gloss.is_capital(token + 1)
                    && token + 2 < lead.end;
                if office || inside {
                    return false;
                }
                // "one guest leaving the Blue Hall"
                if token > lead.start
                    && matches!(gloss.word(token), "the" | "a" | "an")
                    && gloss.word(token - 1).ends_with("ing")
                {
                    return true;
                }
                entry.is_any(&[
                    Trait::Preposition,
                    Trait::Pronoun,
                    Trait::People,
                    Trait::Plural,
                ]) && !gloss.is_capital(token)
                    || entry.is_any(&[Trait::Reports, Trait::Auxiliary])
                        && !gloss.is_genitive(token)
            });
            if joined {
                continue;
            }
            let next = mention.tokens.end;
            let modifies = next < head.end
                && !is_honour(gloss, next)
                && (gloss.is_genitive(next)
                    || gloss.case(next) == Case::Lower && !gloss.entry(next).is_grammar()
                    || gloss.is_capital(next)
                    || gloss.word(next).starts_with(|c: char| c.is_ascii_digit()));
            if !modifies && self.is_personal(nth) {
                return Some(nth);
            }
        }
        None
    }

    /// The first comma of a source that stands in no name.
    fn first_comma(&self, tokens: &Range<usize>, within: &Range<usize>) -> usize {
        let gloss = &self.gloss;
        tokens
            .clone()
            .find(|token| {
                matches!(gloss.word(*token), "," | "—" | "–" | "--" | "(")
                    && !within
                        .clone()
                        .any(|nth| self.mentions[nth].tokens.contains(token))
            })
            .unwrap_or(tokens.end)
    }

    /// Whether the first words of a source are a writing: "A letter to Lee".
    fn is_writing(&self, head: &Range<usize>) -> bool {
        let opening = phrase(&self.gloss, head.start, head.end);
        opening.is_some_and(|phrase| phrase.what == What::Writing)
            && self.gloss.is(head.start, Trait::Determiner)
    }

    /// The "and" of a source that is more than one: "Lee and Pell", "Lee and her lawyers".
    fn several(&self, head: &Range<usize>, in_head: &Range<usize>) -> Option<usize> {
        let gloss = &self.gloss;
        let and = head.clone().find(|token| {
            matches!(gloss.word(*token), "and" | "&" | "or")
                && !in_head
                    .clone()
                    .any(|nth| self.mentions[nth].tokens.contains(token))
        })?;
        // "the chairman and founder of Dunmore" is one.
        // "A letter sent in May and seen here" is one.
        if self.is_writing(head) {
            return None;
        }
        let roles = gloss.is(and - 1, Trait::Role)
            && head.end > and + 1
            && (gloss.is(and + 1, Trait::Role) || gloss.is(and + 2, Trait::Role));
        // "Ann Lee of Dunmore and Sons", "Lee, a critic of guns and crime"
        let behind = (head.start..and).any(|token| {
            gloss.is(token, Trait::Preposition) || matches!(gloss.word(token), "who" | "that")
        });
        (!roles && !behind && and > head.start).then_some(and)
    }

    /// Whether a mention is likely a person's.
    pub(super) fn is_personal(&self, nth: usize) -> bool {
        let member = self.named[nth].map(|member| &self.members[member]);
        let mention = &self.mentions[nth];
        match member {
            Some(member) => match member.kind {
                NameKind::Person => true,
                NameKind::Unknown => mention.name.words.len() > 1 || !mention.title.is_empty(),
                _ => false,
            },
            None => false,
        }
    }

    /// A source whose first words are a name.
    fn read_name_first(
        &self,
        first: usize,
        head: &Range<usize>,
        tokens: &Range<usize>,
    ) -> Option<(Who, &'static str)> {
        let gloss = &self.gloss;
        let mention = &self.mentions[first];
        let next = mention.tokens.end;
        if next >= head.end {
            // "Lee, 54, the mayor"; but "Texas, Sen. Lee"
            return self.member(first, "name");
        }
        if gloss.is_genitive(next) {
            if next + 1 >= head.end {
                return self.member(first, "name");
            }
            return self.read_owned(first, next + 1, head, tokens);
        }
        let follows = gloss.entry(next);
        if follows.is_any(&[Trait::Preposition, Trait::Pronoun, Trait::Conjunction])
            || gloss.case(next) == Case::None
        {
            return self.member(first, "name");
        }
        // "the Lee campaign", "a Dunmore spokesman", "Dunmore poll"
        self.read_modified(first, next, head, tokens)
    }

    /// "Lee’s office", "Lee’s lawyer", "Lee’s lawyer, Tom Pell".
    fn read_owned(
        &self,
        owner: usize,
        from: usize,
        head: &Range<usize>,
        tokens: &Range<usize>,
    ) -> Option<(Who, &'static str)> {
        if let Some(found) = self.read_apposed(head, tokens) {
            return Some(found);
        }
        let phrase = phrase(&self.gloss, from, head.end)?;
        match phrase.what {
            What::Writing => self.member(owner, "issuer"),
            What::Person => {
                let family = self.mentions[owner].name.keys().last().cloned();
                let of = self.named[owner].map(Who::Member);
                let member = self
                    .roles
                    .who(&self.gloss, &phrase, family.as_deref(), |role| {
                        self.is_owned_alike(&phrase, of.as_ref(), role)
                    })
                    .or_else(|| {
                        let owner = self.named[owner]?;
                        relative(&self.gloss, &self.members, owner, phrase.head)
                    })?;
                (Some(member) != self.named[owner]).then_some((Who::Member(member), "role"))
            }
            What::Organisation => None,
        }
    }

    /// "the Lee campaign", "a Dunmore spokesman", "a Dunmore poll".
    fn read_modified(
        &self,
        first: usize,
        from: usize,
        head: &Range<usize>,
        tokens: &Range<usize>,
    ) -> Option<(Who, &'static str)> {
        let gloss = &self.gloss;
        if let Some(found) = self.read_apposed(head, tokens) {
            return Some(found);
        }
        let phrase = phrase(gloss, from, head.end);
        match phrase {
            Some(phrase) if phrase.what == What::Writing => {
                let by = self.issuer_behind(phrase.tokens.end, tokens.end);
                by.or_else(|| self.member(first, "issuer"))
            }
            Some(phrase) if phrase.what == What::Person => {
                let known = gloss.word(head.start).eq_ignore_ascii_case("the");
                if !known {
                    return None;
                }
                let phrase = Phrase {
                    tokens: head.start..phrase.tokens.end,
                    which: Which::Known,
                    ..phrase
                };
                let member = self.roles.who(gloss, &phrase, None, |_| true)?;
                Some((Who::Member(member), "role"))
            }
            _ => None,
        }
    }

    /// The name that stands behind a role's comma, or ends the head: "the mayor, Ann Lee,".
    fn read_apposed(
        &self,
        head: &Range<usize>,
        tokens: &Range<usize>,
    ) -> Option<(Who, &'static str)> {
        if head.end < tokens.end {
            let after = head.end + 1..tokens.end;
            let next = self.first_comma(&after, &self.mentions_in(&after));
            let after = after.start..next;
            let named = self.mentions_in(&after);
            if self.is_of_organisation(head, named.clone()) {
                return None;
            }
            if let Some(nth) = self.led_up_to(&after, &named) {
                return self.member(nth, "name behind a role");
            }
            // "her son, Rafiq", "the supplier, Dunmore GmbH of Ulm": a name right behind the comma.
            let nth = named.clone().next()?;
            let mention = &self.mentions[nth];
            let alone = mention.tokens.end >= after.end
                || self.gloss.is(mention.tokens.end, Trait::Preposition);
            let right =
                mention.tokens.start == after.start && alone && mention.kind != NameKind::Thing;
            let opening = head
                .clone()
                .rev()
                .find(|token| self.gloss.is_genitive(*token))
                .map_or(head.start, |token| token + 1);
            let role = phrase(&self.gloss, opening, head.end)?;
            // "the manufacturer" may be either.
            let organisation = role.what == What::Organisation
                || self.gloss.is(role.head, Trait::OrganisationKind)
                || BUSINESS.contains(&self.gloss.word(role.head));
            let suits = self.named[nth].is_some_and(|member| match self.members[member].kind {
                NameKind::Person => role.what == What::Person,
                NameKind::Organisation => organisation,
                NameKind::Unknown => role.what != What::Writing,
                NameKind::Thing => false,
            });
            return if right && suits {
                self.member(nth, "name behind a role")
            } else {
                None
            };
        }
        None
    }

    /// Whether the name behind the comma is that of the organisation somebody new speaks for: "a spokesman for the firm, Dunmore".
    fn is_of_organisation(&self, head: &Range<usize>, mut named: Range<usize>) -> bool {
        let gloss = &self.gloss;
        let new = matches!(gloss.word(head.start), "a" | "an" | "A" | "An");
        let preposition = head
            .clone()
            .rev()
            .find(|token| gloss.is(*token, Trait::Preposition));
        let (true, Some(preposition), Some(nth)) = (new, preposition, named.next()) else {
            return false;
        };
        let person =
            self.named[nth].is_some_and(|member| self.members[member].kind == NameKind::Person);
        !person
            && phrase(gloss, preposition + 1, head.end).is_some_and(|phrase| {
                phrase.what == What::Organisation && phrase.tokens.end == head.end
            })
    }

    /// A source whose first words are a role, a kind of organisation or a writing.
    fn read_role_first(
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
            return if plural && !self.starts_with_one(head) {
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
        // "the city’s own Audit Office"
        if let Some(nth) = in_head.clone().last().filter(|_| genitive.is_some())
            && self.mentions[nth].tokens.end >= head.end
            && self.mentions[nth].kind != NameKind::Thing
            && (opening..self.mentions[nth].tokens.start).all(|k| gloss.is(k, Trait::Generic))
        {
            return self.member(nth, "name");
        }
        let Some(phrase) = phrase(gloss, opening, head.end) else {
            let modified = || self.read_modified_name(head, in_head);
            return self.body_named_so(head).or_else(modified);
        };
        // "the board’s letter"
        if phrase.what == What::Writing
            && let Some(genitive) = genitive
            && let Some(owner) = super::phrase::phrase(gloss, head.start, genitive)
        {
            return self.read_nameless(&owner, &(head.start..genitive));
        }
        self.read_nameless(&phrase, tokens)
    }

    /// "The park": the last body named before whose name ends so, "Dunmore Wildlife Park".
    fn body_named_so(&self, head: &Range<usize>) -> Option<(Who, &'static str)> {
        const FAR: usize = 200;
        let gloss = &self.gloss;
        let bare = head.len() == 2 && gloss.word(head.start).eq_ignore_ascii_case("the");
        let noun = super::name::key(gloss.word(head.start + 1));
        let before = self
            .mentions
            .partition_point(|m| m.tokens.end <= head.start);
        let near = before.saturating_sub(FAR)..before;
        let nth = near.rev().filter(|_| bare).find(|nth| {
            let name = &self.mentions[*nth].name;
            let body = |member: usize| self.members[member].kind != NameKind::Person;
            name.words.len() > 1
                && name.keys().last() == Some(&noun)
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

    /// "Many Millennials", "some Lee voters": a number of people, whatever they are named after.
    fn is_quantified(&self, head: &Range<usize>) -> bool {
        let word = self.gloss.word(head.start);
        [
            "many", "some", "most", "several", "few", "other", "two", "three", "four", "all",
            "both",
        ]
        .iter()
        .any(|number| word.eq_ignore_ascii_case(number))
    }

    pub(super) fn starts_with_one(&self, head: &Range<usize>) -> bool {
        let word = self.gloss.word(head.start);
        [
            "one", "another", "some", "many", "several", "most", "both", "few",
        ]
        .iter()
        .any(|few| word.eq_ignore_ascii_case(few))
    }

    /// A phrase without a name: "the mayor", "his office", "the company", "the statement".
    pub(super) fn read_nameless(
        &self,
        phrase: &Phrase,
        tokens: &Range<usize>,
    ) -> Option<(Who, &'static str)> {
        let gloss = &self.gloss;
        let first = gloss.word(phrase.tokens.start);
        let possessive = is_possessive(first);
        match phrase.what {
            What::Writing => self.issuer(phrase, tokens.end).map(|who| (who, "issuer")),
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
                let member = self.roles.who(gloss, phrase, None, |role| {
                    phrase.which != Which::Of || self.is_owned_alike(phrase, of.as_ref(), role)
                });
                let family = || match of {
                    Some(Who::Member(owner)) => relative(gloss, &self.members, owner, phrase.head),
                    _ => None,
                };
                // "the club’s secretary, Ann Lee,"
                let beside = || self.roles.beside.get(&phrase.tokens.start).copied();
                let member = member
                    .or_else(beside)
                    .or_else(family)
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
                        // "the operator" is a company more often than a person.
                        let body = phrase.which == Which::Known
                            && gloss.is(phrase.head, Trait::OrganisationKind);
                        body.then(|| self.organisation_called(phrase)).flatten()
                    })
                    .or_else(|| {
                        let lead = gloss.paragraph(phrase.tokens.start) == 0;
                        lead.then(|| self.so_called_below(phrase)).flatten()
                    })?;
                (of != Some(Who::Member(member))).then_some((Who::Member(member), "role"))
            }
            What::Organisation => {
                if phrase.which != Which::Known {
                    return None;
                }
                self.organisation_called(phrase)
                    .map(|m| (Who::Member(m), "short form"))
            }
        }
    }

    /// Whether `role` may be whom `phrase` means as belonging to `owner`: the mother of one is not the mother of another.
    fn is_owned_alike(&self, phrase: &Phrase, owner: Option<&Who>, role: &Role) -> bool {
        let start = role.tokens.start;
        let theirs = if is_possessive(self.gloss.word(start)) {
            self.owner(start)
        } else {
            let genitive = role
                .tokens
                .clone()
                .find(|token| self.gloss.is_genitive(*token));
            genitive
                .and_then(|token| self.mention_at(token.wrapping_sub(1)))
                .and_then(|nth| self.named[nth])
                .map(Who::Member)
        };
        match (owner, theirs) {
            (Some(owner), Some(theirs)) => *owner == theirs,
            _ => !self.gloss.entry(phrase.head).role.is_some_and(is_kin),
        }
    }

    /// Whom "his" or "their" at `token` means.
    pub(super) fn owner(&self, token: usize) -> Option<Who> {
        if let Some(who) = self.references.pronouns.get(&token) {
            return Some(who.clone());
        }
        if self.gloss.word(token).eq_ignore_ascii_case("its") {
            return self.organisation_before(token).map(Who::Member);
        }
        None
    }
}

/// Who a person or a business may be: "the new owner, Dunmore Ltd".
const BUSINESS: [&str; 18] = [
    "owner",
    "owners",
    "operator",
    "operators",
    "developer",
    "developers",
    "promoter",
    "promoters",
    "publisher",
    "publishers",
    "sponsor",
    "sponsors",
    "contractor",
    "contractors",
    "consultants",
    "landlord",
    "insurer",
    "organisers",
];
