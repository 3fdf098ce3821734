//! The cast of an article: everybody and everything it names, and whom the words for a source mean.

use std::collections::HashMap;

use super::casting::casting;
use super::coreference::{References, references};
use super::document::Document;
use super::gloss::{Case, Gloss};
use super::member::Member;
use super::mention::{Mention, mentions};
use super::role::Roles;
use crate::attribution::Speaker;
use crate::text::Span;

/// Who is who in an article.
pub(crate) struct Cast<'d> {
    pub(super) gloss: Gloss<'d>,
    pub(super) mentions: Vec<Mention>,
    /// For each mention, the member it names.
    pub(super) named: Vec<Option<usize>>,
    pub(super) members: Vec<Member>,
    pub(super) roles: Roles,
    pub(super) references: References,
    /// Members by the accounts they post from, in lower case.
    pub(super) handles: HashMap<String, usize>,
}

/// Who a source is, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) speaker: Speaker,
    /// In a word or two, for people.
    pub(crate) why: &'static str,
}

impl<'d> Cast<'d> {
    /// Reads who is who in `document`; linear in its length.
    pub(crate) fn of(document: &'d Document<'d>) -> Self {
        let gloss = Gloss::of(document);
        let mut mentions = mentions(&gloss);
        let (mut members, named) = casting(&gloss, &mut mentions);
        let mut handles = HashMap::new();
        accounts(&gloss, &mentions, &named, &mut members, &mut handles);
        let roles = Roles::of(&gloss, &mentions, &named);
        let references = references(&gloss, &mentions, &named, &mut members, &roles);
        Self {
            gloss,
            mentions,
            named,
            members,
            roles,
            references,
            handles,
        }
    }

    /// Who is meant by `source`, the words that name the source of a statement.
    pub(crate) fn identify(&self, source: Option<Span>) -> Identity {
        match source {
            Some(source) => self.read_source(source),
            None => Identity {
                speaker: Speaker::Unnamed,
                why: "no source",
            },
        }
    }
}

/// Ties accounts to the names they stand behind: "Ann Lee (@annlee)".
fn accounts(
    gloss: &Gloss,
    mentions: &[Mention],
    named: &[Option<usize>],
    members: &mut [Member],
    handles: &mut HashMap<String, usize>,
) {
    for token in 0..gloss.len() {
        let word = gloss.word(token);
        if gloss.case(token) != Case::None || !word.starts_with('@') || word.len() < 3 {
            continue;
        }
        let after = mentions.partition_point(|mention| mention.tokens.end <= token);
        let beside = after.checked_sub(1).filter(|nth| {
            let end = mentions[*nth].tokens.end;
            end == token || end + 1 == token && matches!(gloss.word(end), "(" | "," | "|")
        });
        let plain: String = word
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        let member = beside.and_then(|nth| named[nth]).or_else(|| {
            // "@realAnnLee" holds the whole name.
            members.iter().position(|member| {
                member
                    .names
                    .iter()
                    .any(|name| name.words.len() > 1 && plain.contains(&name.keys().concat()))
            })
        });
        if let Some(member) = member {
            members[member].add_form(word);
            handles.insert(plain, member);
        }
    }
}
