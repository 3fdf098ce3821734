//! The cast of an article: everybody and everything it names, and whom the words for a source mean.

mod abroad;
mod account;
mod age;
pub(super) mod antecedent;
mod attested;
mod author;
mod bench;
mod body;
mod called;
mod casting;
pub(super) mod coreference;
mod entitled;
mod excerpt;
mod generation;
mod gloss;
mod introduced;
mod issuer;
mod joint;
mod kind;
mod label;
mod lexicon;
mod made;
mod member;
mod mention;
mod name;
mod national;
mod nickname;
mod noun;
mod organisation;
mod party;
mod phrase;
mod place;
pub(super) mod reference;
mod relative;
mod reply;
mod role;
mod run;
mod small;
mod sort;
mod source;
mod title;
mod topic;
mod trade;
mod unnamed;
mod writing;

use std::collections::HashMap;
use std::ops::Range;

use self::account::accounts;
use self::antecedent::Likelihood;
use self::body::Bodies;
use self::casting::casting;
use self::coreference::{Choose, References, Sources, references};
use self::generation::generations;
use self::gloss::Gloss;
use self::member::Member;
use self::mention::{Mention, mentions};
use self::nickname::nicknames;
use self::role::Roles;
use self::topic::Topics;
use crate::attribution::{Basis, Speaker};
use crate::split::document::Document;
use crate::split::statement::Statement;
use crate::text::Span;

/// Who is who in an article.
pub(crate) struct Cast<'d> {
    pub(super) gloss: Gloss<'d>,
    pub(super) mentions: Vec<Mention>,
    /// For each mention, the member it names.
    pub(super) named: Vec<Option<usize>>,
    pub(super) members: Vec<Member>,
    bodies: Bodies,
    topics: Topics,
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
    /// Reads who is who in `document`, where somebody makes these `statements`; linear in its length.
    pub(crate) fn of(document: &'d Document<'d>, statements: &[Statement]) -> Self {
        Self::chosen_by(document, statements, &mut |_, _, asking, candidates| {
            let features = candidates.iter().map(|candidate| &candidate.features);
            Likelihood::shipped().best(asking.asker(), features)
        })
    }

    /// The same, where `choose` tells whom each pronoun takes up.
    pub(crate) fn chosen_by(
        document: &'d Document<'d>,
        statements: &[Statement],
        choose: &mut Choose,
    ) -> Self {
        let mut sources: Vec<Range<usize>> = statements
            .iter()
            .filter_map(|statement| statement.source)
            .map(|source| document.tokens_in(source))
            .collect();
        sources.sort_by_key(|source| source.start);
        sources.dedup();
        let said_whole = statements.iter().filter(|statement| statement.verbatim);
        let said_whole = said_whole.flat_map(|statement| &statement.content);
        let gloss = Gloss::of(document, said_whole.copied());
        let mut mentions = mentions(&gloss, &sources);
        let (mut members, mut named) = casting(&gloss, &mut mentions);
        nicknames(&gloss, &mentions, &mut named, &mut members);
        let bodies = Bodies::of(&gloss, &mentions, &mut named, &mut members);
        let mut handles = HashMap::new();
        accounts(&gloss, &mentions, &named, &mut members, &mut handles);
        members.iter_mut().for_each(Member::learn_only_name);
        let roles = Roles::of(&gloss, &mentions, &named, &members);
        roles.tell_gender(&gloss, &mut members);
        roles.tell_kind(&mut members);
        called::tell_gender(&gloss, &mentions, &named, &mut members);
        generations(&gloss, &mentions, &mut named, &members, &roles);
        let references = references(
            &gloss,
            &mentions,
            &named,
            &mut members,
            &roles,
            &Sources {
                all: sources,
                last_turn: last_turn(document, statements),
            },
            choose,
        );
        let mut cast = Self {
            gloss,
            mentions,
            named,
            members,
            bodies,
            topics: Topics::default(),
            roles,
            references,
            handles,
        };
        cast.tell_topics();
        cast
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

/// The last token of an interview’s last turn, and the words for whoever takes it.
fn last_turn(document: &Document, statements: &[Statement]) -> Option<(usize, Range<usize>)> {
    let turns = statements.iter().rev();
    let mut turns = turns.filter(|statement| statement.basis == Basis::Turn);
    let last = turns.next()?;
    let end = document.tokens_in(*last.content.last()?).end;
    Some((end.checked_sub(1)?, document.tokens_in(last.source?)))
}

#[cfg(test)]
pub(super) mod tests;
