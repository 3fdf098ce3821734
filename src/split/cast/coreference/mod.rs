//! Coreference: the names, phrases and pronouns of an article in order, each with whom it means.

mod description;
mod guess;
mod name;
mod pronoun;
mod taken_up;

use std::collections::HashMap;
use std::ops::Range;

use self::name::Persons;
use super::antecedent::{Asking, Candidate};
use super::gloss::Gloss;
use super::lexicon::Trait;
use super::member::Member;
use super::mention::{Mention, NameKind};
use super::reference::{Opening, Place, Reference, Says, Who};
use super::role::Roles;

pub(crate) use self::description::relative;
pub(crate) use self::pronoun::third_person;

/// An article's references and what its pronouns mean.
#[derive(Debug, Default)]
pub(crate) struct References {
    /// In order.
    pub(crate) all: Vec<Reference>,
    /// Whom each "he" and "she" means, by its token.
    pub(crate) pronouns: HashMap<usize, Who>,
    /// Whom each "the farmer" means who was called otherwise before, by its first token.
    pub(crate) taken_up: HashMap<usize, usize>,
}

/// Chooses whom a pronoun takes up among those it may mean.
pub(crate) type Choose<'c> =
    dyn FnMut(&References, &[Member], Asking, &[Candidate]) -> Option<usize> + 'c;

/// The words that name the sources of an article’s statements.
pub(crate) struct Sources {
    /// In order.
    pub(crate) all: Vec<Range<usize>>,
    /// The last token of an interview’s last turn, and the words for whoever takes it.
    pub(crate) last_turn: Option<(usize, Range<usize>)>,
}

/// Reads an article from its first word to its last.
struct Reader<'a> {
    gloss: &'a Gloss<'a>,
    members: &'a mut [Member],
    roles: &'a Roles,
    sources: &'a Sources,
    choose: &'a mut Choose<'a>,
    /// What was read so far.
    references: References,
    /// Pronouns that take up nobody before them.
    ahead: Vec<usize>,
    persons: Persons,
}

/// Reads the references of an article; members learn what pronouns tell of them.
pub(crate) fn references<'a>(
    gloss: &'a Gloss<'a>,
    mentions: &[Mention],
    cast: &[Option<usize>],
    members: &'a mut [Member],
    roles: &'a Roles,
    sources: &'a Sources,
    choose: &'a mut Choose<'_>,
) -> References {
    let mut reader = Reader {
        gloss,
        members,
        roles,
        sources,
        choose,
        references: References::default(),
        ahead: Vec::new(),
        persons: Persons::default(),
    };
    let mut next = 0;
    for token in 0..gloss.len() {
        if let Some((end, source)) = &sources.last_turn
            && token == end + 1
        {
            reader.took_turn(*end, source);
        }
        while next < mentions.len() && mentions[next].tokens.start < token {
            next += 1;
        }
        match mentions.get(next) {
            Some(mention) if mention.tokens.start == token => {
                if let Some(member) = cast[next] {
                    reader.mention(mention, member);
                }
            }
            _ => reader.word(token),
        }
    }
    reader.references
}

impl Reader<'_> {
    /// Who took the last turn of an interview is spoken of until its last word, wherever above it they were named.
    fn took_turn(&mut self, end: usize, source: &Range<usize>) {
        let mut named = self.references.all.iter();
        let Some(named) =
            named.find(|one| one.tokens.start < source.end && source.start < one.tokens.end)
        else {
            return;
        };
        let turn = Reference {
            tokens: end..end + 1,
            place: Place::Subject,
            says: Says::Stated,
            opening: Opening::Itself,
            ..named.clone()
        };
        self.references.all.push(turn);
    }

    /// Reads a name; that of a thing only where the thing is somebody.
    fn mention(&mut self, mention: &Mention, member: usize) {
        let body = self.members[member].kind == NameKind::Organisation;
        if mention.kind != NameKind::Thing || body {
            self.give_name(mention, member);
            self.name_ahead(mention, member);
            self.name(mention, member);
        }
    }

    /// Reads what opens at a word of no name: a pronoun, "one of the men", "the farmer", "Lee’s | brother".
    fn word(&mut self, token: usize) {
        let gloss = self.gloss;
        if let Some(he) = third_person(gloss.word(token)) {
            self.pronoun(token, he);
        }
        if gloss.word(token).eq_ignore_ascii_case("one") && gloss.word(token + 1) == "of" {
            self.one_of(token);
            return;
        }
        let opens = gloss.is(token, Trait::Determiner)
            || gloss.is_genitive(token.wrapping_sub(1)) && token > 0;
        if opens {
            self.phrase(token);
        }
    }

    /// Whether the token stands in the source of a statement, and not for whose office or lawyer it is.
    fn is_source(&self, token: usize, place: Place) -> bool {
        let sources = &self.sources.all;
        let after = sources.partition_point(|source| source.start <= token);
        after > 0 && sources[after - 1].end > token && place != Place::Possessor
    }
}
