//! Who is meant by a role: whoever was called so, or by a narrower word.

use std::ops::Range;

use super::{Role, Roles, is_kind_of_role};
use crate::split::cast::gloss::{Case, Gloss};
use crate::split::cast::lexicon::{Trait, narrower};
use crate::split::cast::name::key;
use crate::split::cast::phrase::{Phrase, Which};

impl Roles {
    /// Who is meant by `phrase` at its place: the one last called so before it, else the only one ever called so, else
    /// the one just called by a narrower word.
    ///
    /// `fits` tells whether a role can be meant at all.
    pub(crate) fn who(
        &self,
        gloss: &Gloss,
        phrase: &Phrase,
        owner: Option<&str>,
        fits: impl Fn(&Role) -> bool,
    ) -> Option<usize> {
        let called = self.called(gloss, phrase, owner, &fits);
        called
            .or_else(|| self.called_narrower(gloss, phrase, &fits))
            .or_else(|| self.doer(gloss, phrase, &fits))
    }

    /// Who was called by a narrower word than that of `phrase`: "Det Con Lee" for "the officer".
    fn called_narrower(
        &self,
        gloss: &Gloss,
        phrase: &Phrase,
        fits: &impl Fn(&Role) -> bool,
    ) -> Option<usize> {
        const PARAGRAPHS: [usize; 2] = [3, 9];
        let at = phrase.tokens.start;
        let noun = gloss.entry(phrase.head).role?;
        let bare = phrase.which == Which::Known
            && (phrase.tokens.len() == 2 || phrase.tokens.start == phrase.head);
        let here = gloss.paragraph(at);
        // Where a nameless one was spoken of, “a judge”, it may be that one, unless the lead tells of who is named below.
        let nameless = |token: usize| {
            let again = token > 0 && gloss.word(token - 1).eq_ignore_ascii_case("the");
            gloss.entry(token).role == Some(noun)
                && !again
                && (here == 0 || gloss.paragraph(token) > 0)
        };
        if !bare || (0..at).any(nameless) {
            return None;
        }
        // "the prosecutor" is a district attorney, no other.
        let of_state = |role: &Role| {
            let told = [
                "District",
                "State",
                "U.S.",
                "County",
                "Commonwealth",
                "Crown",
                "General",
            ];
            noun != "prosecutor"
                || role
                    .tokens
                    .clone()
                    .any(|token| told.contains(&gloss.word(token)))
        };
        let called = || {
            let roles = narrower(noun).iter();
            let roles = roles
                .filter_map(|narrow| self.by_noun.get(narrow))
                .flatten();
            roles.filter(|role| role.tokens.start < at && fits(role) && of_state(role))
        };
        PARAGRAPHS.iter().find_map(|paragraphs| {
            let near = |role: &&Role| here - gloss.paragraph(role.tokens.start) < *paragraphs;
            let mut members = called().filter(near).map(|role| role.member);
            let first = members.next()?;
            members.all(|member| member == first).then_some(first)
        })
    }

    fn called(
        &self,
        gloss: &Gloss,
        phrase: &Phrase,
        owner: Option<&str>,
        fits: &impl Fn(&Role) -> bool,
    ) -> Option<usize> {
        let noun = gloss.entry(phrase.head).role?;
        let roles = self.by_noun.get(noun)?;
        let asked = telling_words(gloss, phrase.tokens.start..phrase.head, owner);
        let former = is_former(gloss, &phrase.tokens);
        let mut best: Option<(i32, usize, usize)> = None;
        for role in roles.iter().filter(|role| fits(role)) {
            let said = telling_words(gloss, role.tokens.clone(), None);
            let shared = asked.iter().filter(|word| said.contains(word)).count();
            let missing = asked.len() - shared;
            let before = role.tokens.start < phrase.tokens.start;
            if missing > 0 && shared == 0 && !asked.is_empty() && !said.is_empty() {
                // "the foreign minister" is not "Prime Minister Lee", but "the Ohio senator" may be "Sen. Lee".
                let kin = asked.iter().any(|word| is_kind_of_role(word))
                    || said.iter().any(|word| is_kind_of_role(word));
                if kin {
                    continue;
                }
            }
            if !Self::is_from_there(gloss, phrase, role, &said) {
                continue;
            }
            // "the minister" is no shadow minister.
            let lesser =
                |words: &[String]| words.iter().any(|word| word == "vice" || word == "shadow");
            if lesser(&said) && !lesser(&asked) {
                continue;
            }
            let past = if is_former(gloss, &role.tokens) == former {
                0
            } else {
                2
            };
            let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
            let score = count(shared) * 4 - count(missing) * 2 + i32::from(before) * 3 - past;
            let place = if before {
                role.tokens.start
            } else {
                usize::MAX - role.tokens.start
            };
            if best.is_none_or(|(most, near, _)| (score, place) >= (most, near)) {
                best = Some((score, place, role.member));
            }
        }
        let (score, _, member) = best?;
        let several = roles.iter().any(|role| role.member != member);
        // One who is so called only later is meant only if nobody else is: "the club secretary … The secretary, Ann Lee,".
        let plain = roles
            .iter()
            .all(|role| telling_words(gloss, role.tokens.clone(), None).is_empty());
        let least = if plain && asked.len() == 1 { -2 } else { -1 };
        (score >= 1 || !several && score >= least).then_some(member)
    }

    /// Whether a place or party that a phrase names, "the Ohio senator", is told of the one who has the role.
    fn is_from_there(gloss: &Gloss, phrase: &Phrase, role: &Role, said: &[String]) -> bool {
        let place = |token: &usize| {
            let entry = gloss.entry(*token);
            let told = entry.is_place() || entry.is(Trait::Demonym);
            gloss.is_capital(*token) && told && !is_party(gloss.word(*token))
        };
        let Some(place) = phrase.tokens.clone().find(place) else {
            return true;
        };
        let place = key(gloss.word(place));
        let near = |token: usize| {
            let word = key(gloss.word(token));
            let word = word.rsplit('-').next().unwrap_or_default();
            gloss.is_capital(token)
                && word.len() > 1
                && (is_short_place(word, &place) || is_short_place(&place, word))
        };
        said.contains(&place) || role.places.clone().any(near)
    }
}

/// Whether `short`, "fla", may stand for `long`, "florida".
fn is_short_place(short: &str, long: &str) -> bool {
    let mut letters = long.chars();
    short.chars().next() == long.chars().next()
        && short.chars().count() >= 2
        && short
            .chars()
            .all(|letter| letters.any(|other| other == letter))
}

/// Whether the role is over.
fn is_former(gloss: &Gloss, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|token| {
        let word = gloss.word(token);
        ["former", "ex", "late", "onetime", "then", "retired"]
            .iter()
            .any(|over| word.eq_ignore_ascii_case(over))
    })
}

/// The words of a role that tell it from others of the same noun.
fn telling_words(gloss: &Gloss, tokens: Range<usize>, owner: Option<&str>) -> Vec<String> {
    tokens
        .filter(|token| {
            let entry = gloss.entry(*token);
            gloss.case(*token) != Case::None
                && !gloss.is_genitive(*token)
                && !entry.is(Trait::Determiner)
                && (gloss.is_capital(*token) || !entry.is_grammar())
                && !entry.is(Trait::Generic)
                && !entry.is(Trait::Role)
        })
        .map(|token| key(gloss.word(token)))
        .chain(owner.map(key))
        .collect()
}

/// Whether a capital word tells the party of somebody whose party need not have been told before: "the Republican governor".
fn is_party(word: &str) -> bool {
    const PARTIES: [&str; 13] = [
        "Republican",
        "Democrat",
        "Democratic",
        "GOP",
        "Labour",
        "Labor",
        "Conservative",
        "Tory",
        "Liberal",
        "Green",
        "Independent",
        "Socialist",
        "Nationalist",
    ];
    PARTIES.contains(&word)
}
