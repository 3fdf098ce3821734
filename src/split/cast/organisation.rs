//! An organisation behind a short form: "the department", "the company", "it".

use std::ops::Range;

use super::Cast;
use super::gloss::Case;
use super::lexicon::{self, Trait};
use super::mention::NameKind;
use super::name::{Name, key};
use super::phrase::{Phrase, What, phrase};
use super::reference::{Reference, Who};
use super::sort::{NEWS, is_kind_of};
use super::writing::is_newspaper;

impl Cast<'_> {
    /// The organisation that "it" at `token` takes up.
    pub(super) fn organisation_before(&self, token: usize) -> Option<usize> {
        self.topics.at(token)
    }

    /// Whether a member is a place where people post.
    pub(super) fn is_medium(&self, member: usize) -> bool {
        const MEDIA: [&str; 16] = [
            "bluesky",
            "discord",
            "facebook",
            "instagram",
            "linkedin",
            "mastodon",
            "reddit",
            "snapchat",
            "substack",
            "telegram",
            "threads",
            "tiktok",
            "twitter",
            "whatsapp",
            "x",
            "youtube",
        ];
        let mut names = self.members[member].names.iter();
        names.all(|name| matches!(name.keys(), [only] if MEDIA.contains(&only.as_str())))
    }

    /// The references that begin in `tokens`.
    pub(super) fn references_in(&self, tokens: &Range<usize>) -> &[Reference] {
        let all = &self.references.all;
        let start = all.partition_point(|reference| reference.tokens.start < tokens.start);
        let end = all.partition_point(|reference| reference.tokens.start < tokens.end);
        &all[start..end.max(start)]
    }

    /// Who speaks in a sentence by a writing or under what it is: "…," the statement said; "…," the company said.
    pub(super) fn issuer_speaking(&self, sentence: &Range<usize>) -> Option<usize> {
        let gloss = &self.gloss;
        let opens = |token: &usize| {
            gloss.word(*token).eq_ignore_ascii_case("the") && gloss.quotation(*token).is_none()
        };
        sentence.clone().filter(opens).find_map(|token| {
            let phrase = phrase(gloss, token, sentence.end)?;
            let speaks = gloss.is(phrase.tokens.end, Trait::Reports);
            // "…," the company said
            if speaks && phrase.what == What::Organisation {
                return self.organisation_called(&phrase);
            }
            let issuer = (speaks && phrase.what == What::Writing)
                .then(|| self.issuer(&phrase, sentence.end))
                .flatten();
            match issuer {
                Some(Who::Member(member)) => Some(member),
                _ => None,
            }
        })
    }

    /// The organisation that "the department", "the company" means.
    pub(super) fn organisation_called(&self, phrase: &Phrase) -> Option<usize> {
        let noun = key(self.gloss.word(phrase.head));
        if noun == "body" && phrase.tokens.len() > 2 {
            return self.body_spoken_of(phrase.tokens.start);
        }
        if matches!(
            noun.as_str(),
            "press" | "media" | "public" | "body" | "office" | "government" | "house"
        ) {
            return None;
        }
        let paper = || {
            let paper = is_newspaper(&noun) && phrase.tokens.len() == 2;
            paper
                .then(|| self.newspaper_before(phrase.tokens.start))
                .flatten()
        };
        self.topics.at(phrase.head).or_else(paper)
    }

    /// The body spoken of last before `token`, the one of which something is told: "Historic England, which advises … the heritage
    /// body".
    fn body_spoken_of(&self, token: usize) -> Option<usize> {
        const SENTENCES: usize = 6;
        let gloss = &self.gloss;
        let here = gloss.sentence(token);
        let before = self.mentions.partition_point(|m| m.tokens.end <= token);
        let near = (0..before)
            .rev()
            .take_while(|nth| here - gloss.sentence(self.mentions[*nth].tokens.start) <= SENTENCES);
        let mut bodies = near.filter_map(|nth| {
            let member = self.named[nth]?;
            let known = &self.members[member];
            (known.kind == NameKind::Organisation
                && known.names.iter().any(|name| name.words.len() > 1)
                && !self.is_news(member))
            .then_some((nth, member))
        });
        let told = |nth: usize| {
            let end = self.mentions[nth].tokens.end;
            gloss.word(end) == "," && gloss.word(end + 1) == "which"
                || gloss.is(end, Trait::Reports)
        };
        let all: Vec<(usize, usize)> = bodies.by_ref().collect();
        let first = all
            .iter()
            .find(|(nth, _)| told(*nth))
            .or_else(|| all.first())?;
        Some(first.1)
    }

    /// The body of that kind behind what tells where the noun is: "The union at the plant in Orr, Dock Hands Local 61,".
    pub(super) fn apposed_further(&self, phrase: &Phrase, noun: &str) -> Option<usize> {
        const FAR: usize = 12;
        let gloss = &self.gloss;
        let end = phrase.tokens.end;
        let (_, last) = gloss.bounds(phrase.head);
        let placed = matches!(gloss.word(end), "at" | "in" | "of" | "on" | "for");
        let comma = (end..last.min(end + FAR)).find(|token| gloss.word(*token) == ",");
        let nth = self.mention_at(comma.filter(|_| placed)? + 1)?;
        let member = self.named[nth]?;
        let known = &self.members[member];
        let closes = gloss.word(self.mentions[nth].tokens.end) == ",";
        let kind = known.kind == NameKind::Organisation
            && known.names.iter().any(|name| is_kind_of(name, noun));
        (closes && kind).then_some(member)
    }

    /// Whether anything shows a member to be a person: a role, "he", "she".
    pub(super) fn is_shown_person(&self, member: usize) -> bool {
        let known = &self.members[member];
        known.kind == NameKind::Person
            || known.gender.is_he()
            || known.gender.is_she()
            || self.roles.has(member)
    }

    /// The body that "the rope and sail maker" means: two trades, one company.
    pub(super) fn of_two_trades(&self, tokens: &Range<usize>) -> Option<usize> {
        const LONGEST: usize = 8;
        let gloss = &self.gloss;
        let head = tokens.end.checked_sub(1)?;
        let plain = (tokens.start + 1..head).all(|token| {
            gloss.case(token) == Case::Lower
                && (gloss.word(token) == "and" || !gloss.entry(token).is_grammar())
        });
        let two = (tokens.start..head).any(|token| gloss.word(token) == "and");
        let known = gloss.word(tokens.start).eq_ignore_ascii_case("the");
        let body = gloss.is(head, Trait::OrganisationKind) && tokens.len() <= LONGEST;
        let before = self
            .mentions
            .partition_point(|m| m.tokens.end <= tokens.start);
        (known && two && plain && body)
            .then(|| self.only_company(before))
            .flatten()
    }

    /// The body that "they" takes up: "By seven City had put out a note. They said …"; nobody where people were spoken of.
    pub(super) fn plural_body_before(&self, token: usize) -> Option<usize> {
        // The work stays linear.
        const FAR: usize = 300;
        const SENTENCES: usize = 2;
        let gloss = &self.gloss;
        let here = gloss.sentence(token);
        // "Hull Police were called. “…,” | they | said"
        let near = here.checked_sub(1).and_then(|nth| {
            let tokens = gloss.document.sentences.get(nth)?.tokens.clone();
            let opening = self.references_in(&tokens).first()?;
            let many = matches!(gloss.word(opening.tokens.end), "were" | "are" | "have");
            match opening.who {
                Who::Member(body) if many && opening.tokens.start == tokens.start => Some(body),
                _ => None,
            }
        });
        if let Some(body) = near.filter(|body| self.members[*body].kind == NameKind::Organisation) {
            return Some(body);
        }
        let first = here.saturating_sub(SENTENCES);
        let from = gloss.document.sentences.get(first)?.tokens.start;
        let from = from.max(token.saturating_sub(FAR));
        let people = (from..token).any(|at| {
            gloss.is(at, Trait::People) && gloss.quotation(at).is_none()
                || matches!(
                    gloss.word(at),
                    "people" | "fans" | "men" | "women" | "children"
                )
        });
        let mut bodies = (self.references_in(&(from..token)).iter().rev())
            .filter(|r| r.is_subject())
            .filter(|r| gloss.quotation(r.tokens.start).is_none())
            .map(|r| match r.who {
                Who::Member(member) => {
                    let known = &self.members[member];
                    let often = known.kind == NameKind::Unknown && known.count > 1;
                    let body = known.kind == NameKind::Organisation
                        || often && !self.is_shown_person(member);
                    body.then_some(member)
                }
                Who::Described(_) => None,
            });
        let only = bodies.next()??;
        // "Hull Police were hopeful, | they | said"
        let (opening, _) = gloss.bounds(token);
        let beside = (self.references_in(&(opening..token)).iter())
            .any(|r| r.tokens.start == opening && r.who == Who::Member(only));
        if beside && self.members[only].kind == NameKind::Organisation {
            return Some(only);
        }
        (!people && bodies.all(|body| body == Some(only))).then_some(only)
    }

    /// The one company that the mentions before `before` name: "the home-goods chain".
    fn only_company(&self, before: usize) -> Option<usize> {
        let sure = |member: usize| self.members[member].kind == NameKind::Organisation;
        let any = self.named[..before]
            .iter()
            .flatten()
            .any(|member| sure(*member) && self.may_be_company(*member));
        let mut companies = self.named[..before]
            .iter()
            .flatten()
            .filter(|member| self.may_be_company(**member) && (!any || sure(**member)));
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
        let person = self.is_shown_person(member);
        let member = &self.members[member];
        // "Crew": a kind and no name.
        let kind = |name: &Name| {
            let [only] = name.keys() else {
                return false;
            };
            lexicon::entry(only).is(Trait::OrganisationHead)
                && !lexicon::entry(only).is(Trait::Body)
        };
        let organisation = member.kind == NameKind::Organisation && !member.names.iter().all(kind)
            || member.kind == NameKind::Unknown && member.count > 1 && !person;
        organisation && !news
    }
}
