//! An organisation behind a short form: "the department", "the company", "it".

use std::ops::Range;

use super::Cast;
use super::coreference::Who;
use super::issuer::is_newspaper;
use super::lexicon::Trait;
use super::mention::NameKind;
use super::name::{Name, key};
use super::phrase::{Phrase, What, Which, phrase};

impl Cast<'_> {
    /// The organisation that "it" at `token` takes up: the nearest that is a subject, or the only one near.
    pub(super) fn organisation_before(&self, token: usize) -> Option<usize> {
        let gloss = &self.gloss;
        let here = gloss.sentence(token);
        (here.saturating_sub(2)..=here).rev().find_map(|sentence| {
            let tokens = gloss.document.sentences.get(sentence)?.tokens.clone();
            let named: Vec<(usize, bool)> = self
                .references
                .all
                .iter()
                .filter(|r| r.tokens.start < token && tokens.contains(&r.tokens.start))
                .filter_map(|r| match r.who {
                    Who::Member(member) if self.members[member].kind == NameKind::Organisation => {
                        Some((member, r.is_subject()))
                    }
                    _ => None,
                })
                .collect();
            if sentence < here
                && let Some(issuer) = self.issuer_speaking(&tokens)
            {
                return Some(issuer);
            }
            let subject = named.iter().rev().find(|(_, subject)| *subject);
            let unknown = || {
                let earlier = sentence < here;
                earlier.then(|| self.subject_of_no_kind(&tokens)).flatten()
            };
            let called = || {
                let phrase = phrase(gloss, tokens.start, tokens.end.min(token))?;
                let known = phrase.what == What::Organisation && phrase.which == Which::Known;
                known.then(|| self.organisation_called(&phrase)).flatten()
            };
            let only = || match named[..] {
                [(member, _)] => Some(member),
                _ => None,
            };
            subject
                .map(|(member, _)| *member)
                .or_else(called)
                .or_else(only)
                .or_else(unknown)
        })
    }

    /// Who put out the writing that speaks in a sentence: "…," the statement said.
    pub(super) fn issuer_speaking(&self, sentence: &Range<usize>) -> Option<usize> {
        let gloss = &self.gloss;
        let opens = |token: &usize| {
            gloss.word(*token).eq_ignore_ascii_case("the") && gloss.quotation(*token).is_none()
        };
        sentence.clone().filter(opens).find_map(|token| {
            let phrase = phrase(gloss, token, sentence.end)?;
            let speaks =
                phrase.what == What::Writing && gloss.is(phrase.tokens.end, Trait::Reports);
            let issuer = speaks.then(|| self.issuer(&phrase, sentence.end)).flatten();
            match issuer {
                Some(Who::Member(member)) => Some(member),
                _ => None,
            }
        })
    }

    /// The subject of a sentence whose name tells nothing of its kind, and that nothing shows to be a person.
    fn subject_of_no_kind(&self, sentence: &Range<usize>) -> Option<usize> {
        self.references
            .all
            .iter()
            .rev()
            .filter(|r| sentence.contains(&r.tokens.start) && r.is_subject())
            .find_map(|r| match r.who {
                Who::Member(member) => {
                    let known = &self.members[member];
                    let impersonal = known.kind == NameKind::Unknown
                        && !known.gender.is_he()
                        && !known.gender.is_she()
                        && known.names.iter().any(|name| name.words.len() > 1);
                    impersonal.then_some(member)
                }
                Who::Described(_) => None,
            })
    }

    /// The organisation that "the department", "the company" means.
    pub(super) fn organisation_called(&self, phrase: &Phrase) -> Option<usize> {
        let gloss = &self.gloss;
        let noun = match key(gloss.word(phrase.head)) {
            bench if bench == "bench" => "court".to_owned(),
            noun => noun,
        };
        let start = phrase.tokens.start;
        let before = self.mentions.partition_point(|m| m.tokens.end <= start);
        let with_head = |nth: &usize| {
            self.named[*nth].is_some_and(|member| {
                self.members[member]
                    .names
                    .iter()
                    .any(|name| name.words.len() > 1 && name.keys().contains(&noun))
            })
        };
        // "The supplier, Dunmore GmbH of Ulm,"
        let apposed = (gloss.word(phrase.tokens.end) == ",")
            .then(|| self.mention_at(phrase.tokens.end + 1))
            .flatten()
            .and_then(|nth| self.named[nth])
            .filter(|member| self.members[*member].kind == NameKind::Organisation);
        if apposed.is_some() {
            return apposed;
        }
        if matches!(
            noun.as_str(),
            "press" | "media" | "public" | "body" | "office" | "government" | "house"
        ) {
            return None;
        }
        if let Some(nth) = (0..before).rev().find(with_head) {
            return self.named[nth];
        }
        if is_newspaper(&noun) && phrase.tokens.len() == 2 {
            return self.newspaper_before(start);
        }
        if !ANY_ORGANISATION.contains(&noun.as_str()) {
            return None;
        }
        if phrase.tokens.len() > 2 {
            return self.only_company(before);
        }
        // The subject of the sentence before: "Dunmore Mill has no buyer. The company …"
        let previous = gloss.sentence(start).checked_sub(1)?;
        let previous = gloss.document.sentences.get(previous)?.tokens.clone();
        if let Some(member) = self.subject_of_no_kind(&previous) {
            return Some(member);
        }
        // The one the article speaks of most, of those just spoken of; else of all.
        let here = gloss.sentence(start);
        let near = |nth: &usize| here - gloss.sentence(self.mentions[*nth].tokens.start) <= 4;
        // "an analyst at Dunmore" speaks of another company.
        let acts = |nth: &usize| {
            let opening = self.mentions[*nth].tokens.start;
            !gloss.is(opening.wrapping_sub(1), Trait::Preposition)
        };
        let most = |members: &mut dyn Iterator<Item = usize>| {
            members
                .filter_map(|nth| self.named[nth])
                .filter(|member| self.may_be_company(*member))
                .max_by_key(|member| self.members[*member].count)
        };
        most(&mut (0..before).rev().take_while(near).filter(acts))
            .or_else(|| most(&mut (0..before).rev().filter(acts)))
            .or_else(|| most(&mut (0..before).rev()))
    }

    /// The one company that the mentions before `before` name: "the home-goods chain".
    fn only_company(&self, before: usize) -> Option<usize> {
        let mut companies = self.named[..before]
            .iter()
            .flatten()
            .filter(|member| self.may_be_company(**member));
        let first = *companies.next()?;
        companies.all(|member| *member == first).then_some(first)
    }

    /// Whether a name is that of one who reports the news.
    pub(super) fn is_news(&self, member: usize) -> bool {
        let member = &self.members[member];
        let mut names = member.names.iter().flat_map(Name::keys);
        member.kind != NameKind::Person && names.any(|key| NEWS.contains(&key.as_str()))
    }

    /// Whether a member is an organisation, and none that reports the news.
    fn may_be_company(&self, member: usize) -> bool {
        let news = self.is_news(member);
        let member = &self.members[member];
        let organisation = member.kind == NameKind::Organisation
            || member.kind == NameKind::Unknown && member.count > 1;
        organisation && !news
    }
}

/// What any organisation may be called.
const ANY_ORGANISATION: [&str; 33] = [
    "company",
    "firm",
    "group",
    "organisation",
    "organization",
    "agency",
    "charity",
    "union",
    "airline",
    "retailer",
    "bank",
    "carmaker",
    "manufacturer",
    "nonprofit",
    "watchdog",
    "start-up",
    "startup",
    "chain",
    "maker",
    "developer",
    "operator",
    "supplier",
    "lender",
    "insurer",
    "carrier",
    "club",
    "team",
    "publisher",
    "brewer",
    "brewery",
    "supermarket",
    "bakery",
    "restaurant",
];

/// Words in the names of those who report the news rather than make it.
const NEWS: [&str; 20] = [
    "gazette",
    "herald",
    "chronicle",
    "tribune",
    "observer",
    "daily",
    "independent",
    "mail",
    "news",
    "press",
    "times",
    "post",
    "reuters",
    "bbc",
    "cnn",
    "journal",
    "magazine",
    "guardian",
    "telegraph",
    "tv",
];
