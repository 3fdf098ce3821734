//! A side of a talk: who in its clause is told to have talked, and who of both asks.

use super::meeting::is_outside;
use super::name::Name;
use super::question::ASKS;
use crate::split::document::Document;
use crate::split::model::tag::Tag;
use crate::text::Span;

/// One side of a talk, as its clause names it.
#[derive(Clone, Copy)]
pub(super) enum Side<'n> {
    /// “I”, “us”: whoever writes; the place where that is one.
    Writer(Option<Span>),
    /// “She”, “him”.
    Pronoun(Span),
    Name(&'n Name),
    /// ‹Oyika spoke to us›
    Word(Span),
}

impl Side<'_> {
    pub(super) fn span(self) -> Option<Span> {
        match self {
            Self::Writer(span) => span,
            Self::Pronoun(span) | Self::Word(span) => Some(span),
            Self::Name(name) => Some(name.span),
        }
    }
}

/// Who at `at` may be the subject of the verb of a talk.
pub(super) fn subject<'n>(
    document: &Document,
    names: &'n [Name],
    at: usize,
    verb: usize,
) -> Option<Side<'n>> {
    let (word, span) = (document.word(at), document.tokens[at].span);
    if !is_outside(document, at) {
        return None;
    }
    if let Some(name) = names.iter().find(|name| name.first == at && !name.is_place) {
        return Some(Side::Name(name));
    }
    match word {
        "I" => Some(Side::Writer(Some(span))),
        "We" | "we" => Some(Side::Writer(None)),
        // ‹Our reporter caught up with her›
        "Our" | "our" if !names.iter().any(|name| (at..verb).contains(&name.first)) => {
            Some(Side::Writer(None))
        }
        "He" | "he" | "She" | "she" | "They" | "they" => Some(Side::Pronoun(span)),
        _ => {
            let alone = word.starts_with(char::is_uppercase)
                && document.tag(at).is_none_or(Tag::is_noun)
                && !matches!(word, "A" | "An" | "The")
                && at + 1 == verb;
            alone.then_some(Side::Word(span))
        }
    }
}

/// Who at `at` may be the other one of a talk.
pub(super) fn object<'n>(document: &Document, names: &'n [Name], at: usize) -> Option<Side<'n>> {
    let (word, span) = (document.word(at), document.tokens[at].span);
    match word {
        "me" => Some(Side::Writer(Some(span))),
        "us" => Some(Side::Writer(None)),
        // ‹sat down with | her | over tea›, whatever the tagger makes of it
        "her" | "him" | "them"
            if document.tag(at).is_none_or(|tag| tag == Tag::PRP)
                || document.tag(at + 1).is_none_or(|next| next == Tag::IN) =>
        {
            Some(Side::Pronoun(span))
        }
        _ => {
            let name = names.iter().find(|name| name.first == at)?;
            let led = document.word(at.saturating_sub(1));
            let place = matches!(led, "in" | "at" | "near" | "on" | "outside");
            let owner = matches!(document.word(name.end), "'s" | "’s");
            (!place && !owner).then_some(Side::Name(name))
        }
    }
}

/// Whether `one`, of whom it is said that they talked to `other`, is who asks: a reporter, or somebody of whom nothing is told
/// where something is of the other.
pub(super) fn is_host(document: &Document, one: &Name, other: &Name) -> bool {
    let before = |name: &Name| name.first.saturating_sub(3)..name.first;
    let reports = |name: &Name| {
        before(name).any(|at| {
            matches!(
                document.word(at).to_lowercase().as_str(),
                "our" | "reporter" | "correspondent" | "editor" | "writer" | "columnist"
            )
        })
    };
    let told = |name: &Name| {
        let aside = document.word(name.end) == ","
            && (matches!(
                document.word(name.end + 1),
                "who" | "whose" | "a" | "an" | "the"
            ) || document
                .word(name.end + 1)
                .starts_with(|c: char| c.is_ascii_digit()));
        let role = name.first.checked_sub(1).is_some_and(|at| {
            // The tagger knows few trades: ‹with beekeeper | Ann Lee›.
            let word = document.word(at);
            let joint = ["with", "from", "to", "by", "and", "met", "of"].contains(&word)
                || ASKS.contains(&word);
            word.starts_with(char::is_lowercase) && !joint && !document.is_finite_verb(at)
        });
        aside || role
    };
    reports(one) || !reports(other) && told(other) && !told(one)
}
