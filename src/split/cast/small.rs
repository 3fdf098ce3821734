//! A small name: one whose bearer writes it without capitals, "the poet ada lune", "e.l. orr".

use std::collections::{HashMap, HashSet};

use super::gloss::{Case, Gloss};
use super::lexicon::{Entry, Trait};

/// The names of an article that are written small.
pub(super) struct SmallNames<'d> {
    /// Where whole ones end, by where they begin.
    whole: HashMap<usize, usize>,
    /// The family names among them.
    families: HashSet<&'d str>,
}

impl<'d> SmallNames<'d> {
    pub(super) fn of(gloss: &Gloss<'d>) -> Self {
        let mut spoken: Option<HashSet<&str>> = None;
        let mut speaks = |word| {
            spoken
                .get_or_insert_with(|| small_subjects(gloss))
                .contains(word)
        };
        let whole: HashMap<usize, usize> = (0..gloss.len())
            .filter_map(|token| {
                if opens_with_initials(gloss, token) {
                    return Some((token, token + 2));
                }
                let end = whole_end(gloss, token)?;
                let led = || {
                    token
                        .checked_sub(1)
                        .is_some_and(|before| is_role(gloss, before))
                };
                let named = is_told_to_be_small(gloss, end) || led() && speaks(gloss.word(end - 1));
                named.then_some((token, end))
            })
            .collect();
        let families = whole.values().map(|end| gloss.word(end - 1)).collect();
        Self { whole, families }
    }

    /// Where the small name that opens at `token` ends: "the poet e.l. orr", and "orr" alone after it.
    pub(super) fn end(&self, gloss: &Gloss, token: usize) -> Option<usize> {
        if let Some(end) = self.whole.get(&token) {
            return Some(*end);
        }
        let common = token
            .checked_sub(1)
            .is_some_and(|before| gloss.is(before, Trait::Determiner));
        (!common && self.families.contains(gloss.word(token))).then_some(token + 1)
    }
}

/// Whether small initials and a word that the lexicon does not know open a name: "e.l. orr".
fn opens_with_initials(gloss: &Gloss, token: usize) -> bool {
    let initials = gloss.word(token);
    let no_name = [
        "a.m.", "p.m.", "e.g.", "i.e.", "b.c.", "a.d.", "p.a.", "m.p.h.", "r.p.m.", "c.v.",
    ];
    let letters = initials.len() >= 4
        && initials.ends_with('.')
        && initials.split_terminator('.').all(|letter| {
            letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_lowercase())
        });
    letters && !no_name.contains(&initials) && gloss.joins_next(token) && is_word(gloss, token + 1)
}

/// Whether a word written small may be one of a name: the lexicon knows none or knows it as given.
fn is_word(gloss: &Gloss, token: usize) -> bool {
    let entry = gloss.entry(token);
    gloss.case(token) == Case::Lower
        && gloss.word(token).len() > 2
        && (entry == Entry::default() || entry.is_given())
}

/// Where what may be a given name and a family name ends, an initial between them or none: "ada lune", "ada m. lune".
fn whole_end(gloss: &Gloss, token: usize) -> Option<usize> {
    let middle = gloss.word(token + 1);
    let initial = middle.len() == 1
        && middle.starts_with(|c: char| c.is_ascii_lowercase())
        && gloss.word(token + 2) == ".";
    let last = token + 1 + 2 * usize::from(initial);
    let joined = gloss.joins_next(token) && gloss.joins_next(last - 1);
    (is_word(gloss, token) && joined && is_word(gloss, last)).then_some(last + 1)
}

fn is_role(gloss: &Gloss, token: usize) -> bool {
    gloss.is(token, Trait::Role) && gloss.case(token) == Case::Lower
}

/// Whether what follows a comma at `token` says that the name is written so.
fn is_told_to_be_small(gloss: &Gloss, token: usize) -> bool {
    const NEAR: usize = 14;
    let (_, end) = gloss.bounds(token.saturating_sub(1));
    let told = token + 1..end.min(token + NEAR);
    let holds = |words: &[&str]| told.clone().any(|token| words.contains(&gloss.word(token)));
    matches!(gloss.word(token), "," | "(" | "–" | "—")
        && holds(&[
            "spells", "spelled", "writes", "styles", "styled", "signs", "prefers", "uses", "write",
        ])
        && holds(&[
            "lowercase",
            "lower-case",
            "capitals",
            "capital",
            "uncapitalised",
            "uncapitalized",
            "small",
        ])
}

/// The words written small that are subjects of a verb of saying and stand where only a name or a plural can.
fn small_subjects<'d>(gloss: &Gloss<'d>) -> HashSet<&'d str> {
    (1..gloss.len())
        .filter(|token| is_word(gloss, *token) && gloss.quotation(*token).is_none())
        .filter(|token| {
            let (first, _) = gloss.bounds(*token);
            let opens =
                *token == first || matches!(gloss.word(token - 1), "”" | "\"" | "’" | "'" | ",");
            opens && gloss.is(token + 1, Trait::Reports) && gloss.case(token + 1) == Case::Lower
        })
        .map(|token| gloss.word(token))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::split::cast::mention::tests::case;

    #[test]
    fn reads_names_written_small() {
        case(
            "We met the poet e.l. orrin today. It was orrin who left at 9 a.m. sharply.",
            &["person e.l. orrin", "person orrin"],
        );
        case(
            "There the poet ada orrun sat. “It rains,” orrun said. She likes the orrun.",
            &["person ada orrun", "person orrun"],
        );
        case(
            "There sat bell orrun, who spells it in lowercase.",
            &["person bell orrun"],
        );
        case(
            "There sat bell m. orrun, a singer who spells it without capitals.",
            &["person bell m. orrun"],
        );
        case("The fire chief lost sleep. He said sleep is short.", &[]);
    }
}
