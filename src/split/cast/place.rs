//! Where the words for somebody stand: whether they open their sentence, and what they do in their clause, as far as their
//! neighbours tell.

use std::ops::Range;

use super::gloss::{Case, Gloss};
use super::lexicon::Trait;
use super::mention::Mention;
use super::reference::{Form, Place, Reference};
use crate::split::model::tag::Tag;

/// Whether words open a sentence, or the part of one behind a semicolon.
pub(super) fn opens(gloss: &Gloss, tokens: &Range<usize>) -> bool {
    let (first, _) = gloss.bounds(tokens.start);
    tokens.start == first || is_semicolon(gloss, tokens.start - 1)
}

/// Whether the pronoun at `token` is the object of the verb whose subject `subject` is, and so somebody else: "Lee told
/// her", "Lee, who had hired him".
pub(super) fn is_acted_on(gloss: &Gloss, subject: &Range<usize>, token: usize) -> bool {
    const LONGEST: usize = 4;
    let object = matches!(gloss.word(token), "him" | "her");
    // "her car", "her late father"
    let next = gloss.entry(token + 1);
    let owns = gloss.word(token) == "her"
        && gloss.case(token + 1) != Case::None
        && (!next.is_grammar() || next.is(Trait::Generic));
    let mut verb = subject.end;
    verb += usize::from(gloss.word(verb) == ",");
    verb += usize::from(gloss.word(verb) == "who");
    let words = verb..token;
    object
        && !owns
        && (1..=LONGEST).contains(&words.len())
        && words.into_iter().all(|word| {
            let entry = gloss.entry(word);
            gloss.case(word) == Case::Lower
                && !entry.is_any(&[Trait::Conjunction, Trait::Preposition, Trait::Pronoun])
        })
}

/// Whether a name opens a sentence, or ends the words that do: "The novelist Ann Lee", "Recreation director Ann Lee".
pub(super) fn opens_behind_role(gloss: &Gloss, name: &Range<usize>) -> bool {
    const LONGEST: usize = 6;
    let (first, _) = gloss.bounds(name.start);
    let lead = first..name.start;
    let role = lead.end > lead.start && gloss.is(lead.end - 1, Trait::Role);
    opens(gloss, name)
        || role
            && lead.len() <= LONGEST
            && lead.clone().all(|token| {
                let entry = gloss.entry(token);
                let determiner = token == first
                    && entry.is(Trait::Determiner)
                    && !super::phrase::is_possessive(gloss.word(token));
                gloss.case(token) != Case::None
                    && !gloss.is_genitive(token)
                    && (determiner || entry.is(Trait::Role) || !entry.is_grammar())
                    && (entry.is(Trait::Role) || !entry.is(Trait::Reports))
            })
}

/// Whether a name ends the words that open a sentence and say whose somebody is: "Lee’s brother Ewan", "Her son Karl".
pub(super) fn opens_behind_owner(gloss: &Gloss, name: &Range<usize>) -> bool {
    const LONGEST: usize = 4;
    let (first, _) = gloss.bounds(name.start);
    let noun = name.start.wrapping_sub(1);
    if name.start <= first || !gloss.is(noun, Trait::Role) {
        return false;
    }
    let words = name.start.saturating_sub(LONGEST).max(first)..name.start;
    let owner = words
        .rev()
        .find(|token| gloss.case(*token) != Case::Lower || gloss.entry(*token).is_grammar());
    owner.is_some_and(|owner| {
        gloss.is_genitive(owner) && owner - first <= LONGEST
            || owner == first && super::phrase::is_possessive(gloss.word(owner))
    })
}

/// Whether a token is a semicolon of the article’s own.
pub(super) fn is_semicolon(gloss: &Gloss, token: usize) -> bool {
    gloss.word(token) == ";" && gloss.quotation(token).is_none()
}

/// Whether a semicolon parts two places of a sentence, as a full stop would.
pub(super) fn is_parted(gloss: &Gloss, from: usize, to: usize) -> bool {
    (from..to).any(|token| is_semicolon(gloss, token))
}

/// Whether what stands behind the genitive is somebody’s words: "Lee’s own words", "his letter".
pub(super) fn owns_words(gloss: &Gloss, reference: &Reference) -> bool {
    const NEAR: usize = 4;
    let after = reference.tokens.end..reference.tokens.end + NEAR;
    reference.place == Place::Possessor
        && reference.form != Form::Pronoun
        && after
            .into_iter()
            .any(|token| gloss.is(token, Trait::Writing))
}

/// Whether a lone name tells what a thing is of rather than naming anybody: "a Carrow oyster".
pub(super) fn is_modifier(gloss: &Gloss, mention: &Mention) -> bool {
    let next = mention.tokens.end;
    mention.tokens.len() == 1
        && mention.tokens.start > 0
        && gloss.is(mention.tokens.start - 1, Trait::Determiner)
        && gloss.case(next) == Case::Lower
        && gloss.joins_next(next - 1)
        && !gloss.is_genitive(next)
        && !gloss.entry(next).is_grammar()
        && !is_finite(gloss, next)
}

/// What words do in their clause, and whether they are the subject of a verb that reports.
pub(super) fn place(gloss: &Gloss, tokens: &Range<usize>) -> (Place, bool) {
    let (first, last) = gloss.bounds(tokens.start);
    if gloss.is_genitive(tokens.end) && tokens.end < last
        || tokens.len() == 1
            && super::phrase::is_possessive(gloss.word(tokens.start))
            && !gloss.is_any_of(tokens.end, &[Trait::Reports, Trait::Auxiliary])
            && gloss.case(tokens.end) != Case::None
    {
        return (Place::Possessor, false);
    }
    if let Some(verb) = verb_behind_apposed(gloss, tokens) {
        return (Place::Subject, gloss.is(verb, Trait::Reports));
    }
    let speaks = speaks_after(gloss, tokens.end, last);
    let mut before = tokens.start;
    while before > first && gloss.is_any_of(before - 1, &[Trait::Generic, Trait::Determiner]) {
        before -= 1;
    }
    if before == first {
        return (Place::Subject, speaks);
    }
    let prev = before - 1;
    let entry = gloss.entry(prev);
    if entry.is(Trait::Reports) && !speaks {
        let inverted = prev == first
            || matches!(
                gloss.word(prev - 1),
                "," | "”" | "\"" | "’" | "'" | "''" | "?" | "!" | "." | "—"
            )
            || gloss.is(prev - 1, Trait::Conjunction) && gloss.word(prev - 1) == "as";
        return if inverted {
            (Place::Subject, true)
        } else {
            (Place::Object, false)
        };
    }
    let word = gloss.word(prev);
    if word == "to" && prev > first && gloss.word(prev - 1).eq_ignore_ascii_case("according") {
        return (Place::Subject, true);
    }
    let acts = speaks || verb_follows(gloss, tokens.end, last);
    if entry.is(Trait::Preposition) {
        let clause = ["after", "before", "since", "until", "as", "than", "like"]
            .iter()
            .any(|opener| word.eq_ignore_ascii_case(opener));
        return if clause && acts {
            (Place::Subject, speaks)
        } else {
            (Place::Oblique, false)
        };
    }
    if acts {
        return (Place::Subject, speaks);
    }
    (Place::Object, false)
}

/// The verb behind a name that stands between commas and tells whom the subject means: "His wife, Ann Lee, was calm".
pub(super) fn verb_behind_apposed(gloss: &Gloss, name: &Range<usize>) -> Option<usize> {
    const LEAD: usize = 12;
    const WITHIN: usize = 5;
    const BEHIND: usize = 6;
    let (first, last) = gloss.bounds(name.start);
    let comma = (first.max(name.start.saturating_sub(WITHIN))..name.start)
        .rev()
        .take_while(|token| {
            gloss.word(*token) == ","
                || gloss.case(*token) == Case::Lower && !gloss.entry(*token).is(Trait::Preposition)
        })
        .find(|token| gloss.word(*token) == ",")?;
    let lead = first..comma;
    // Looked at first, so that a sentence without end is not gone through for each of its names.
    if lead.len() > LEAD {
        return None;
    }
    let noun =
        gloss.is(first, Trait::Determiner) || lead.clone().any(|token| gloss.is_genitive(token));
    let reports = |token: usize| gloss.is(token, Trait::Reports) && !gloss.is(token, Trait::Role);
    if !noun || lead.clone().any(reports) {
        return None;
    }
    // "Ann Lee of Leeds,"
    let close = (name.end..last.min(name.end + BEHIND))
        .take_while(|token| {
            gloss.word(*token) == ","
                || gloss.is(*token, Trait::Preposition)
                || gloss.is_capital(*token)
        })
        .find(|token| gloss.word(*token) == ",")?;
    let verb = close + 1 + usize::from(gloss.is(close + 1, Trait::Adverb));
    (verb < last && is_finite(gloss, verb)).then_some(verb)
}

/// Past "the lawyer" where a name may follow it: "their sister, the lawyer Ann Lee".
pub(super) fn name_behind_role(gloss: &Gloss, from: usize) -> usize {
    let role = from + 1;
    let leads =
        gloss.is(from, Trait::Determiner) && gloss.is(role, Trait::Role) && gloss.joins_next(role);
    if leads { role + 1 } else { from }
}

/// A phrase with what it is of, up to its verb: "a spokesman for Sir Bo Orr | said".
pub(super) fn with_complement(gloss: &Gloss, tokens: &Range<usize>) -> Range<usize> {
    const LONGEST: usize = 10;
    let (_, last) = gloss.bounds(tokens.start);
    let of = ["for", "of", "from", "at", "in", "with"].contains(&gloss.word(tokens.end));
    let verb = (tokens.end..last.min(tokens.end + LONGEST))
        .take_while(|token| gloss.case(*token) != Case::None || gloss.is_genitive(*token))
        .find(|token| {
            gloss.case(*token) == Case::Lower
                && !gloss.is_genitive(*token)
                && gloss.is_any_of(*token, &[Trait::Reports, Trait::Auxiliary])
        });
    tokens.start..verb.filter(|_| of).unwrap_or(tokens.end)
}

/// Behind a name, past an apposition or a bracket.
fn past_apposition(gloss: &Gloss, from: usize, last: usize) -> usize {
    let mut token = from;
    if gloss.word(token) == "("
        && let Some(close) = (token..last.min(token + 10)).find(|k| gloss.word(*k) == ")")
    {
        token = close + 1;
    }
    if gloss.word(token) == ","
        && let Some(close) = (token + 1..last.min(token + 25)).find(|k| gloss.word(*k) == ",")
    {
        token = close + 1;
        // ", 54, a lawyer,"
        if close <= from + 2
            && let Some(close) = (token..last.min(token + 25)).find(|k| gloss.word(*k) == ",")
        {
            token = close + 1;
        }
    }
    token
}

fn speaks_after(gloss: &Gloss, from: usize, last: usize) -> bool {
    let mut token = past_apposition(gloss, from, last);
    let end = last.min(token + 4);
    while token < end
        && gloss.is_any_of(token, &[Trait::Adverb, Trait::Auxiliary])
        && !gloss.is(token, Trait::Reports)
    {
        token += 1;
    }
    token < last && gloss.is(token, Trait::Reports) && gloss.case(token) == Case::Lower
}

fn verb_follows(gloss: &Gloss, from: usize, last: usize) -> bool {
    let token = past_apposition(gloss, from, last);
    let follows = |token: usize| token < last && is_finite(gloss, token);
    follows(token) || gloss.is(token, Trait::Adverb) && follows(token + 1)
}

/// Whether a word may be the verb of a subject before it.
fn is_finite(gloss: &Gloss, token: usize) -> bool {
    let word = gloss.word(token);
    // "took", "went"
    let tagged = || gloss.document.tag(token).is_some_and(Tag::is_finite);
    gloss.case(token) == Case::Lower
        && (gloss.is_any_of(token, &[Trait::Auxiliary, Trait::Reports, Trait::Issues])
            || tagged()
            || (word.ends_with("ed") || word.ends_with('s'))
                && !gloss.entry(token).is_grammar()
                && !gloss.entry(token).is_any(&[Trait::People, Trait::Plural]))
}
