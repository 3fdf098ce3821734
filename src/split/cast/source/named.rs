//! A source of several words with a name among them: who they lead up to, whose office or lawyer speaks.

use std::ops::Range;

use crate::split::cast::Cast;
use crate::split::cast::coreference::relative;
use crate::split::cast::gloss::Case;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::mention::NameKind;
use crate::split::cast::phrase::{Phrase, What, Which, is_possessive, phrase};
use crate::split::cast::reference::Who;
use crate::split::cast::run::is_honour;
use crate::split::cast::trade::is_trader;

impl Cast<'_> {
    /// A source of several words.
    pub(in crate::split::cast) fn read_phrase(
        &self,
        mut tokens: Range<usize>,
    ) -> Option<(Who, &'static str)> {
        let gloss = &self.gloss;
        // "The younger Lee"
        if matches!(gloss.word(tokens.start + 1), "younger" | "elder" | "older")
            && let Some(nth) = self.mention_at(tokens.start + 2)
            && self.mentions[nth].tokens.end <= tokens.end
        {
            return self.member(nth, "short name");
        }
        // "one of Lee’s most prominent supporters" is no part of a writing.
        let of_people = tokens.clone().any(|token| gloss.is(token, Trait::People));
        if !of_people && let Some(who) = self.excerpt(&tokens) {
            return Some((who, "issuer"));
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
        if let Some(nth) = self.going_by(&tokens) {
            return self.member(nth, "name told behind");
        }
        if let Some(aged) = self.aged(&tokens) {
            return Some((Who::Member(aged), "age"));
        }
        let within = self.mentions_in(&tokens);
        let comma = self.first_comma(&tokens, &within);
        let head = tokens.start..comma;
        let in_head = self.mentions_in(&head);
        if let Some(nth) = self.behind_office(&head, &in_head) {
            return self.member(nth, "name behind a role");
        }
        if let Some(and) = self.several(&head, &in_head) {
            // "Lee and his lawyers" speak by Lee.
            let own = is_possessive(gloss.word(and + 1));
            let first = in_head
                .clone()
                .next()
                .filter(|nth| own && self.mentions[*nth].tokens.end == and);
            return first.and_then(|nth| self.member(nth, "name"));
        }
        // "the Bishop of Lismore, Ann Lee"
        let office = gloss.word(head.start).eq_ignore_ascii_case("the")
            && in_head.clone().any(|nth| {
                let mut words = self.mentions[nth].tokens.clone();
                words.any(|token| gloss.is(token, Trait::Role))
            });
        // "one of her sons, Bo Orr"
        let one_of = gloss.word(head.start).eq_ignore_ascii_case("one")
            && gloss.word(head.start + 1) == "of";
        if (office || one_of)
            && head.end < tokens.end
            && gloss.word(head.end) == ","
            && let Some(nth) = self.named_behind(&(head.end + 1..tokens.end))
        {
            return self.member(nth, "name behind a role");
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

    /// The one person at the end of a source whose office has small words in it: "Trade and Industry Minister Ann Lee", "minister of state
    /// for finance Ann Lee", "Bank of Orr governor Ann Lee"; but not "an aide to Minister Ann Lee", "Bo Orr and Minister Ann Lee".
    fn behind_office(&self, head: &Range<usize>, in_head: &Range<usize>) -> Option<usize> {
        let gloss = &self.gloss;
        let nth = in_head.clone().next_back()?;
        let mention = &self.mentions[nth];
        let whole = mention.tokens.end == head.end && mention.name.words.len() > 1;
        let person =
            self.named[nth].is_some_and(|member| self.members[member].kind == NameKind::Person);
        let name = mention.tokens.start.max(mention.title.end);
        let lead = head.start..name;
        let small = |token: &usize| {
            let word = gloss.word(*token);
            [
                "and", "&", "of", "for", "to", "in", "at", "on", "with", "from", "by",
            ]
            .contains(&word)
        };
        if !whole || !person || !lead.clone().any(|token| small(&token)) {
            return None;
        }
        let others = in_head.start..nth;
        let alone = !others.clone().any(|other| {
            let parted = matches!(gloss.word(self.mentions[other].tokens.end), "and" | "&");
            parted && self.is_personal(other)
        });
        let within = |token: usize| {
            others
                .clone()
                .any(|other| self.mentions[other].tokens.contains(&token))
        };
        let mut free = lead.clone().filter(|token| !within(*token));
        let one = free.all(|token| {
            let entry = gloss.entry(token);
            // "reviews editor Lee" is one.
            let many =
                entry.is_any(&[Trait::People, Trait::Plural, Trait::Pronoun, Trait::Writing])
                    && !gloss.is_capital(token)
                    && !gloss.is(token + 1, Trait::Role);
            let verb =
                entry.is_any(&[Trait::Reports, Trait::Auxiliary]) && !gloss.is_genitive(token);
            !many && !verb && !matches!(gloss.word(token), "like" | "including" | "such")
        });
        let role = |token: usize| gloss.is(token, Trait::Role);
        let office = role(name - 1);
        // "minister for | finance | Lee", but "spokesman for | Minister | Lee"
        let joint = lead
            .clone()
            .rev()
            .filter(|token| !within(*token))
            .find(small);
        let leads = joint.is_none_or(|joint| {
            let and = matches!(gloss.word(joint), "and" | "&");
            let body = joint > lead.start && gloss.is_capital(joint - 1) && !role(joint - 1);
            let told = (lead.start..joint).any(role);
            joint + 1 < name && (and && office || !and && (body && office || told && !office))
        });
        (alone && one && leads).then_some(nth)
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
                // "miners union chief Lee"
                let modifies = token + 1 < lead.end && gloss.is(lead.end - 1, Trait::Role);
                let many = entry.is_any(&[Trait::People, Trait::Plural]) && !modifies;
                (many || entry.is_any(&[Trait::Preposition, Trait::Pronoun]))
                    && !gloss.is_capital(token)
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
            if !modifies && (self.is_personal(nth) || self.is_led_as_body(nth, &lead)) {
                return Some(nth);
            }
        }
        None
    }

    /// Whether the words before a name say what it is: "Danish grocery chain Lidbrook", "budget airline Orr Air".
    fn is_led_as_body(&self, nth: usize, lead: &Range<usize>) -> bool {
        let gloss = &self.gloss;
        let kind = self.named[nth].map_or(NameKind::Thing, |member| self.members[member].kind);
        let Some(noun) = lead.clone().next_back() else {
            return false;
        };
        let entry = gloss.entry(noun);
        let letter = self.mentions[nth].tokens.len() == 1
            && gloss.word(self.mentions[nth].tokens.start).chars().count() == 1;
        let says = (gloss.case(noun) == Case::Lower || is_trader(gloss.word(noun)))
            && !entry.is_grammar()
            && gloss.word(noun).starts_with(char::is_alphabetic)
            && !letter
            && !lead.clone().any(|token| gloss.is(token, Trait::Particle));
        says && (kind != NameKind::Thing || entry.is(Trait::OrganisationKind))
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
    pub(super) fn is_writing(&self, head: &Range<usize>) -> bool {
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
    pub(in crate::split::cast) fn is_personal(&self, nth: usize) -> bool {
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
    pub(super) fn read_owned(
        &self,
        owner: usize,
        from: usize,
        head: &Range<usize>,
        tokens: &Range<usize>,
    ) -> Option<(Who, &'static str)> {
        if let Some(found) = self.read_apposed(head, tokens) {
            return Some(found);
        }
        // "Colombia’s Ministry of Cultures"
        if let Some(nth) = self.mention_at(from)
            && self.mentions[nth].tokens == (from..head.end)
            && self.named[nth]
                .is_some_and(|member| self.members[member].kind == NameKind::Organisation)
        {
            return self.member(nth, "name");
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
                let member = self
                    .roles
                    .who(gloss, &phrase, None, |_| true)
                    .or_else(|| self.just_named(&phrase))?;
                Some((Who::Member(member), "role"))
            }
            _ => None,
        }
    }

    /// The person whom the words behind a comma open with.
    fn named_behind(&self, after: &Range<usize>) -> Option<usize> {
        let nth = self.mention_at(after.start)?;
        let mention = &self.mentions[nth];
        let closes = mention.tokens.end >= after.end
            || self.gloss.word(mention.tokens.end) == ","
            || self.gloss.is(mention.tokens.end, Trait::Preposition);
        (mention.tokens.start == after.start && closes && self.is_personal(nth)).then_some(nth)
    }

    /// The name that stands behind a role's comma, or ends the head: "the mayor, Ann Lee,".
    pub(super) fn read_apposed(
        &self,
        head: &Range<usize>,
        tokens: &Range<usize>,
    ) -> Option<(Who, &'static str)> {
        if head.end < tokens.end {
            let after = head.end + 1..tokens.end;
            let next = self.first_comma(&after, &self.mentions_in(&after));
            let after = after.start..next;
            let named = self.mentions_in(&after);
            // "her husband, a retired decorator, Bo Orr"
            if matches!(self.gloss.word(after.start), "a" | "an")
                && named.is_empty()
                && next + 1 < tokens.end
                && let Some(nth) = self.named_behind(&(next + 1..tokens.end))
            {
                return self.member(nth, "name behind a role");
            }
            if self.is_of_organisation(head, named.clone()) {
                return None;
            }
            if let Some(nth) = self.led_up_to(&after, &named) {
                return self.member(nth, "name behind a role");
            }
            // "her son, Rafiq", "the supplier, Dunmore GmbH of Ulm": a name right behind the comma.
            let start = self.past_lead(after.start);
            let nth = named
                .clone()
                .find(|nth| self.mentions[*nth].tokens.start >= start)?;
            let mention = &self.mentions[nth];
            let alone = mention.tokens.end >= after.end
                || self.gloss.is(mention.tokens.end, Trait::Preposition);
            let right = mention.tokens.start == start && alone && mention.kind != NameKind::Thing;
            let opening = head
                .clone()
                .rev()
                .find(|token| self.gloss.is_genitive(*token))
                .map_or(head.start, |token| token + 1);
            let business = |token: usize| BUSINESS.contains(&self.gloss.word(token));
            // "The owners, Pell & Drake Inns": many are one.
            let Some(role) = phrase(&self.gloss, opening, head.end) else {
                let member = self.named[nth].filter(|_| right && business(head.end - 1))?;
                let body = self.members[member].kind != NameKind::Person;
                return body
                    .then(|| self.member(nth, "name behind a role"))
                    .flatten();
            };
            // "the manufacturer" may be either.
            let organisation = role.what == What::Organisation
                || self.gloss.is(role.head, Trait::OrganisationKind)
                || business(role.head);
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

    /// Past "the" and "Leeds-based" before a name.
    fn past_lead(&self, from: usize) -> usize {
        const LONGEST: usize = 3;
        let gloss = &self.gloss;
        let lead = |token: usize| {
            let word = gloss.word(token);
            word == "the" || word.ends_with("-based") || word.ends_with("-listed")
        };
        let mut tokens = from..from + LONGEST;
        tokens.find(|token| !lead(*token)).unwrap_or(from)
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
}

/// Who a person or a business may be: "the new owner, Dunmore Ltd".
const BUSINESS: [&str; 24] = [
    "vendor",
    "vendors",
    "builder",
    "builders",
    "landlords",
    "insurers",
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

#[cfg(test)]
mod tests {
    use crate::split::tests::spoken;

    #[test]
    fn bodies_behind_what_they_are() {
        let case = |text: &str, who: &str| spoken(text, "Still up", who);
        case(
            "The owners, Pell & Drake Inns, said: “Still up.”",
            "Pell & Drake Inns",
        );
        case(
            "A trade union, the United Tuners’ Congress, said: “Still up.”",
            "United Tuners’ Congress",
        );
        case(
            "The vendor, Leeds-based Dunmore Systems, said: “Still up.”",
            "Dunmore Systems",
        );
        case(
            "By noon the fans’ group Sea Lions said: “Still up.”",
            "Sea Lions",
        );
        // Two people.
        case("The owners, Ann Lee and Bo Orr, said: “Still up.”", "-");
    }

    #[test]
    fn clubs_unions_traders_and_families() {
        let case = |text: &str, who: &str| spoken(text, "Still up", who);
        case(
            "Atlético da Orra lost. “Still up,” the club posted.",
            "Atlético da Orra",
        );
        case(
            "Retailer Quillor sold half of them. “Still up,” it said.",
            "Quillor",
        );
        case(
            "The Quillor family issued a statement. “Still up,” it said.",
            "Quillor family",
        );
        case(
            "Orr Police were called. “Still up,” they said.",
            "Orr Police",
        );
        case(
            "A tribute from Ann Lee’s family was read. “Still up,” it said.",
            "-",
        );
    }
}
