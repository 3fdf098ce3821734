//! An organisation behind a short form: "the department", "the company", "it".

use super::cast::Cast;
use super::coreference::Who;
use super::mention::NameKind;
use super::name::{Name, key};
use super::phrase::Phrase;

impl Cast<'_> {
    /// The organisation that was last the subject, for "it".
    pub(super) fn organisation_before(&self, token: usize) -> Option<usize> {
        let here = self.gloss.sentence(token);
        self.references
            .all
            .iter()
            .rev()
            .skip_while(|r| r.tokens.start >= token)
            .take_while(|r| here - self.gloss.sentence(r.tokens.start) <= 2)
            .filter(|r| r.is_subject())
            .find_map(|r| match r.who {
                Who::Member(member) if self.members[member].kind == NameKind::Organisation => {
                    Some(Some(member))
                }
                Who::Member(_) | Who::Described(_) => None,
            })
            .flatten()
    }

    /// The organisation that "the department", "the company" means.
    pub(super) fn organisation_called(&self, phrase: &Phrase) -> Option<usize> {
        let gloss = &self.gloss;
        let noun = key(gloss.word(phrase.head));
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
        if matches!(
            noun.as_str(),
            "press" | "media" | "public" | "body" | "office" | "government" | "house"
        ) {
            return None;
        }
        if let Some(nth) = (0..before).rev().find(with_head) {
            return self.named[nth];
        }
        if phrase.tokens.len() > 2 || !ANY_ORGANISATION.contains(&noun.as_str()) {
            return None;
        }
        // The one the article speaks of most, if it was just spoken of.
        let here = gloss.sentence(start);
        let near = |nth: &usize| here - gloss.sentence(self.mentions[*nth].tokens.start) <= 4;
        (0..before)
            .rev()
            .take_while(near)
            .filter_map(|nth| self.named[nth])
            .filter(|member| {
                let member = &self.members[*member];
                let mut names = member.names.iter().flat_map(Name::keys);
                let news = names.any(|key| NEWS.contains(&key.as_str()));
                matches!(member.kind, NameKind::Organisation | NameKind::Unknown)
                    && !news
                    && member.count > 1
            })
            .max_by_key(|member| self.members[*member].count)
    }
}

/// What any organisation may be called.
const ANY_ORGANISATION: [&str; 16] = [
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
];

/// Words in the names of those who report the news rather than make it.
const NEWS: [&str; 12] = [
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
