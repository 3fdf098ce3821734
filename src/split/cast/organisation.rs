//! An organisation behind a short form: "the department", "the company", "it".

use std::ops::Range;

use super::Cast;
use super::body::{is_venue, speaks};
use super::gloss::Case;
use super::lexicon::{self, Trait};
use super::mention::NameKind;
use super::name::{Name, key};
use super::phrase::{Phrase, What, Which, phrase};
use super::reference::{Reference, Who};
use super::sort::{ANY_ORGANISATION, NEWS, PUBLIC, PUBLIC_TOO, is_kind_of};
use super::writing::is_newspaper;

/// How many names back a body is sought; the work stays linear.
const MOST: usize = 2000;

impl Cast<'_> {
    /// The organisation that "it" at `token` takes up: the nearest that is a subject, or the only one near.
    pub(super) fn organisation_before(&self, token: usize) -> Option<usize> {
        const LEAD: usize = 6;
        const BACK: usize = 3;
        /// How many sentences somebody’s words before the pronoun may have.
        const SAID: usize = 12;
        let gloss = &self.gloss;
        let here = gloss.sentence(token);
        let sentences = &gloss.document.sentences;
        let told = |sentence: &usize| {
            let first = sentences.get(*sentence).map(|one| one.tokens.start);
            *sentence == here || first.is_some_and(|first| gloss.quotation(first).is_none())
        };
        let near = (here.saturating_sub(BACK + SAID)..=here).rev();
        near.filter(told).take(BACK).find_map(|sentence| {
            let tokens = sentences.get(sentence)?.tokens.clone();
            let named: Vec<(usize, bool)> = self
                .references_in(&(tokens.start..tokens.end.min(token)))
                .iter()
                .filter_map(|r| match r.who {
                    Who::Member(member)
                        if self.members[member].kind == NameKind::Organisation
                            && (r.is_subject() || !self.is_medium(member)) =>
                    {
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
                earlier
                    .then(|| self.subject_of_no_kind(&tokens, true))
                    .flatten()
            };
            let called = || {
                // "On Friday the company changed its tune."
                let lead = tokens.start..tokens.end.min(token).min(tokens.start + LEAD);
                let mut opening = lead.filter(|at| gloss.word(*at).eq_ignore_ascii_case("the"));
                let phrase = phrase(gloss, opening.next()?, tokens.end.min(token))?;
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

    /// Whether a member is a place where people post.
    fn is_medium(&self, member: usize) -> bool {
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

    /// The subject of a sentence whose name, `short` if it speaks, tells nothing of its kind, and that nothing shows to be a person.
    fn subject_of_no_kind(&self, sentence: &Range<usize>, short: bool) -> Option<usize> {
        self.references_in(sentence)
            .iter()
            .rev()
            .filter(|r| r.is_subject())
            .find_map(|r| match r.who {
                Who::Member(member) => {
                    let known = &self.members[member];
                    let house = known.kind == NameKind::Thing
                        && (known.names.iter())
                            .any(|name| name.keys().last().is_some_and(|last| is_venue(last)));
                    let impersonal = (known.kind == NameKind::Unknown || house)
                        && !known.gender.is_he()
                        && !known.gender.is_she()
                        && known.names.iter().any(|name| {
                            let speaks = speaks(&self.gloss, r.tokens.clone());
                            name.words.len() > 1 || short && speaks
                        });
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
        let oldest = before.saturating_sub(MOST);
        let with_head = |nth: &usize| {
            self.named[*nth].is_some_and(|member| {
                self.members[member]
                    .names
                    .iter()
                    .any(|name| name.words.len() > 1 && is_kind_of(name, &noun))
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
        if let Some(member) = self.apposed_further(phrase, &noun) {
            return Some(member);
        }
        if noun == "body" && phrase.tokens.len() > 2 {
            return self.body_spoken_of(start);
        }
        if matches!(
            noun.as_str(),
            "press" | "media" | "public" | "body" | "office" | "government" | "house"
        ) {
            return None;
        }
        // "the posts ministry" is the Ministry of Posts.
        let modified = |nth: &usize| with_head(nth) && self.is_told_by(*nth, phrase);
        if let Some(nth) = (oldest..before).rev().find(modified) {
            return self.named[nth];
        }
        // “We pity everybody at Rovers,” the club posted: another one.
        let plain = |nth: &usize| {
            let token = self.mentions[*nth].tokens.start;
            gloss.quotation(token).is_none() && with_head(nth)
        };
        let mut nearest = (oldest..before).rev();
        if let Some(nth) = nearest
            .clone()
            .find(plain)
            .or_else(|| nearest.find(with_head))
        {
            return self.named[nth];
        }
        let called = |nth: &usize| {
            self.named[*nth].is_some_and(|member| self.bodies.is_called(member, &noun))
        };
        if let Some(nth) = (oldest..before).rev().find(called) {
            return self.named[nth];
        }
        if is_newspaper(&noun) && phrase.tokens.len() == 2 {
            return self.newspaper_before(start);
        }
        if !ANY_ORGANISATION.contains(&noun.as_str()) {
            return None;
        }
        let fits = |member: usize| !self.is_public(member) || PUBLIC_TOO.contains(&noun.as_str());
        if phrase.tokens.len() > 2 {
            return self.only_company(before, &fits);
        }
        if let Some(body) = self.body_as_it(start).filter(|body| fits(*body)) {
            return Some(body);
        }
        // The subject of the sentence before: "Dunmore Mill has no buyer. The company …"
        let previous = gloss.sentence(start).checked_sub(1)?;
        let previous = gloss.document.sentences.get(previous)?.tokens.clone();
        if let Some(member) = self.subject_of_no_kind(&previous, false)
            && !self.roles.has(member)
            && fits(member)
        {
            return Some(member);
        }
        self.most_spoken_of(start, &fits)
    }

    /// The one company that fits of which the article speaks most before `start`: of those just spoken of, else of all.
    fn most_spoken_of(&self, start: usize, fits: &dyn Fn(usize) -> bool) -> Option<usize> {
        const MUCH: usize = 2;
        let gloss = &self.gloss;
        let before = self.mentions.partition_point(|m| m.tokens.end <= start);
        let oldest = before.saturating_sub(MOST);
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
                .filter(|member| self.may_be_company(*member) && fits(*member))
                .max_by_key(|member| {
                    let known = &self.members[*member];
                    (known.kind == NameKind::Organisation, known.count)
                })
        };
        let here = most(&mut (oldest..before).rev().take_while(near).filter(acts));
        let all = most(&mut (oldest..before).rev().filter(acts));
        // Who is named once is passed over for whom the article is about.
        let count = |member: Option<usize>| member.map_or(0, |member| self.members[member].count);
        here.filter(|_| count(here) > 1 || count(all) <= MUCH)
            .or(all)
            .or_else(|| most(&mut (oldest..before).rev()))
            .or_else(|| self.company_of_first_lines(before))
    }

    /// Whether a name holds a word that stands before the noun of a phrase: "the posts ministry".
    fn is_told_by(&self, nth: usize, phrase: &Phrase) -> bool {
        let gloss = &self.gloss;
        let told: Vec<String> = (phrase.tokens.start + 1..phrase.head)
            .filter(|token| !gloss.is_any_of(*token, &[Trait::Generic, Trait::Determiner]))
            .map(|token| key(gloss.word(token)))
            .collect();
        let is = |key: &String| {
            told.iter()
                .any(|word| word == key || key.strip_suffix('s') == Some(word.as_str()))
        };
        let member = self.named[nth].map(|member| &self.members[member]);
        member.is_some_and(|member| member.names.iter().flat_map(Name::keys).any(is))
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

    /// The body that just spoke as "it" in the same paragraph: "“…,” it said. …, the company added."
    fn body_as_it(&self, token: usize) -> Option<usize> {
        const FAR: usize = 60;
        let gloss = &self.gloss;
        let paragraph = gloss.paragraph(token);
        let it = (token.saturating_sub(FAR)..token)
            .rev()
            .take_while(|at| gloss.paragraph(*at) == paragraph)
            .filter(|at| gloss.quotation(*at).is_none())
            .find(|at| {
                gloss.word(*at).eq_ignore_ascii_case("it") && gloss.is(at + 1, Trait::Reports)
            })?;
        let body = self.organisation_before(it)?;
        // Somebody named since may be meant.
        let since = self.references_in(&(it..token));
        let other = since.iter().any(|r| match r.who {
            Who::Member(member) => {
                member != body
                    && r.is_subject()
                    && self.members[member].kind == NameKind::Organisation
            }
            Who::Described(_) => false,
        });
        (!other).then_some(body)
    }

    /// The body of that kind behind what tells where the noun is: "The union at the plant in Orr, Dock Hands Local 61,".
    fn apposed_further(&self, phrase: &Phrase, noun: &str) -> Option<usize> {
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

    /// The one name at the head of the article that a thing belongs to and that nothing shows to be a person’s or a place’s: "the
    /// website of Dunmore Ferries".
    fn company_of_first_lines(&self, before: usize) -> Option<usize> {
        const MOST: usize = 40;
        const SENTENCES: usize = 2;
        let gloss = &self.gloss;
        let mut owners = (0..before.min(MOST))
            .take_while(|nth| gloss.sentence(self.mentions[*nth].tokens.start) < SENTENCES)
            .filter(|nth| {
                let tokens = &self.mentions[*nth].tokens;
                let of = gloss.word(tokens.start.wrapping_sub(1)) == "of";
                tokens.len() > 1 && (of || gloss.is_genitive(tokens.end))
            })
            .filter_map(|nth| self.named[nth])
            .filter(|member| {
                self.members[*member].kind == NameKind::Unknown && !self.is_shown_person(*member)
            });
        let only = owners.next()?;
        owners.all(|owner| owner == only).then_some(only)
    }

    /// Whether anything shows a member to be a person: a role, "he", "she".
    fn is_shown_person(&self, member: usize) -> bool {
        let known = &self.members[member];
        known.kind == NameKind::Person
            || known.gender.is_he()
            || known.gender.is_she()
            || self.roles.has(member)
    }

    /// Whether a member is a body of the public, of workers or of believers, which nobody calls a company.
    fn is_public(&self, member: usize) -> bool {
        let mut names = self.members[member].names.iter().flat_map(Name::keys);
        names.any(|key| PUBLIC.contains(&key.as_str()))
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
        (known && two && plain && body).then(|| {
            self.organisation_called(&Phrase {
                tokens: tokens.clone(),
                head,
                what: What::Organisation,
                which: Which::Known,
            })
        })?
    }

    /// The body that "they" takes up: "By seven City had put out a note. They said …"; nobody where people were spoken of.
    pub(super) fn plural_body_before(&self, token: usize) -> Option<usize> {
        // The work stays linear.
        const FAR: usize = 300;
        const SENTENCES: usize = 2;
        let gloss = &self.gloss;
        let here = gloss.sentence(token);
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
        (!people && bodies.all(|body| body == Some(only))).then_some(only)
    }

    /// The one company that the mentions before `before` name: "the home-goods chain".
    fn only_company(&self, before: usize, fits: &dyn Fn(usize) -> bool) -> Option<usize> {
        let sure = |member: usize| self.members[member].kind == NameKind::Organisation;
        let any = self.named[..before]
            .iter()
            .flatten()
            .any(|member| sure(*member) && self.may_be_company(*member) && fits(*member));
        let mut companies = self.named[..before].iter().flatten().filter(|member| {
            self.may_be_company(**member) && fits(**member) && (!any || sure(**member))
        });
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
