//! A deed: what an article tells somebody to be or to do, by whose words a description takes them up: "who keeps bees … the
//! beekeeper".

use std::ops::Range;

use super::{Role, Roles, is_kin};
use crate::split::cast::gloss::{Case, Gloss};
use crate::split::cast::lexicon::Trait;
use crate::split::cast::member::Member;
use crate::split::cast::mention::{Mention, NameKind};
use crate::split::cast::noun::{is_common, is_national};
use crate::split::cast::phrase::{Phrase, Which};
use crate::split::cast::unnamed::OF_OFFICE;
use crate::split::model::tag::Tag;

/// How many tokens back, and among how many deeds, whoever does something is sought.
const FAR: usize = 2000;
const DEEDS: usize = 300;

/// What is told of a member at one of its names.
#[derive(Debug)]
pub(super) struct Deed {
    member: usize,
    tokens: Range<usize>,
}

/// What the article tells in its own words of those whom it names.
pub(super) fn deeds(
    gloss: &Gloss,
    mentions: &[Mention],
    members: &[Option<usize>],
    known: &[Member],
) -> Vec<Deed> {
    /// How many tokens behind a name, and before it, are told of whoever bears it.
    const BEHIND: usize = 18;
    const BEFORE: usize = 6;
    let mut deeds = Vec::new();
    for (nth, (mention, member)) in mentions.iter().zip(members).enumerate() {
        let Range { start, end } = mention.tokens;
        let Some(member) = member
            .filter(|&member| known[member].may_be_person() && mention.kind != NameKind::Thing)
        else {
            continue;
        };
        // "Ann Lee, 36, of | Leeds, denies fraud"
        let home = start > 1 && gloss.word(start - 1) == "of" && gloss.word(start - 2) == ",";
        if gloss.quotation(start).is_some() || gloss.is_genitive(end) || home {
            continue;
        }
        let (first, last) = gloss.bounds(start);
        let mut after = mentions[nth + 1..].iter().map(|next| next.tokens.start);
        let next = after
            .find(|token| !is_national(gloss, *token))
            .unwrap_or(last);
        let mut tell = |tokens: Range<usize>| {
            if !tokens.is_empty() {
                deeds.push(Deed { member, tokens });
            }
        };
        let behind = end..next.min(last).min(end + BEHIND);
        if matches!(gloss.word(end), "," | "(" | "who" | "–" | "—") {
            let aged = gloss
                .word(end + 1)
                .starts_with(|c: char| c.is_ascii_digit());
            let from = end + 1 + 2 * usize::from(aged);
            let ends = |token: &usize| matches!(gloss.word(*token), "," | ")" | "–" | "—");
            let until = (from..behind.end).find(ends).unwrap_or(behind.end);
            tell(from..until);
        }
        // "Ann Lee founded", "Ann Lee has coached", "was designed by Ann Lee"
        let verb = end + usize::from(gloss.is(end, Trait::Auxiliary));
        let by = start.wrapping_sub(1);
        if verb < last && gloss.case(verb) == Case::Lower && is_verb(gloss, verb) {
            tell(verb..verb + 1);
        } else if gloss.word(by) == "by" && by > first && is_verb(gloss, by - 1) {
            tell(by - 1..by);
        }
        let opening = start.min(mention.title.start);
        let lead = opening.saturating_sub(BEFORE).max(first)..opening;
        let plain = |token: &usize| {
            let entry = gloss.entry(*token);
            (gloss.case(*token) == Case::Lower || entry.is(Trait::Demonym))
                && !gloss.is_genitive(*token)
                && (!entry.is_grammar() || entry.is(Trait::Generic))
                && !entry.is_any(&[Trait::Reports, Trait::Auxiliary])
        };
        let lead = lead.rev().take_while(plain).count();
        tell(opening - lead..opening);
    }
    deeds.sort_by_key(|deed| deed.tokens.start);
    deeds
}

fn is_verb(gloss: &Gloss, token: usize) -> bool {
    gloss.document.tag(token).is_some_and(Tag::is_verb)
}

impl Roles {
    /// Who alone was told before to do what the noun of a description says.
    pub(crate) fn doer(
        &self,
        gloss: &Gloss,
        phrase: &Phrase,
        fits: &impl Fn(&Role) -> bool,
    ) -> Option<usize> {
        let at = phrase.tokens.start;
        let noun = gloss.word(phrase.head).to_lowercase();
        let office = gloss.entry(phrase.head).role;
        let national = is_national(gloss, phrase.head);
        if phrase.which != Which::Known
            || !is_common(gloss, phrase.head) && !national
            || office.is_some_and(|noun| OF_OFFICE.contains(&noun))
        {
            return None;
        }
        let known = self.deeds.partition_point(|deed| deed.tokens.start < at);
        let before = &self.deeds[known.saturating_sub(DEEDS)..known];
        let kin = office.is_some_and(is_kin);
        let told = |deed: &Deed| {
            let noun_at = noun_of(gloss, &deed.tokens);
            deed.tokens
                .clone()
                .filter_map(|token| Some((token, likeness(gloss, &noun, kin, token)?)))
                .filter(|(token, likeness)| *likeness > Likeness::Same || noun_at == Some(*token))
                .map(|(_, likeness)| likeness)
                .min()
        };
        let mut best: Option<(Likeness, usize)> = None;
        let mut several = false;
        for deed in before {
            let Some(likeness) = told(deed) else { continue };
            let role = Role {
                member: deed.member,
                places: deed.tokens.clone(),
                tokens: deed.tokens.clone(),
                head: deed.tokens.start,
            };
            if !fits(&role) {
                continue;
            }
            match best {
                Some((least, member)) if likeness >= least => {
                    several |= likeness == least && member != deed.member;
                }
                _ => {
                    several = false;
                    best = Some((likeness, deed.member));
                }
            }
        }
        let (_, member) = best.filter(|_| !several)?;
        // "a beekeeper said … the beekeeper"
        let the = |token: usize| {
            (token.saturating_sub(3)..token).any(|at| gloss.word(at).eq_ignore_ascii_case("the"))
        };
        let nameless = (at.saturating_sub(FAR)..at).any(|token| {
            let word = gloss.word(token).rsplit('-').next().unwrap_or_default();
            word.eq_ignore_ascii_case(&noun)
                && !the(token)
                && !before.iter().any(|deed| deed.tokens.contains(&token))
        });
        (!nameless).then_some(member)
    }
}

/// The noun of what stands beside a name: of "a retired piano mover from Hull", "mover"; of "who moved pianos", none.
fn noun_of(gloss: &Gloss, tokens: &Range<usize>) -> Option<usize> {
    let ends = |token: &usize| {
        let entry = gloss.entry(*token);
        let grammar = entry.is_grammar() && !entry.is_any(&[Trait::Determiner, Trait::Generic]);
        grammar || gloss.case(*token) == Case::None || matches!(gloss.word(*token), "who" | "whose")
    };
    let phrase = tokens.clone().take_while(|token| !ends(token));
    phrase
        .last()
        .filter(|token| gloss.case(*token) == Case::Lower || is_national(gloss, *token))
}

/// How a word tells of whom a noun means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// It is the noun.
    Same,
    /// The noun is made of it: "keeps" of "beekeeper".
    Made,
    /// It is what one does who is called so: "won" of "champion".
    Done,
}

fn likeness(gloss: &Gloss, noun: &str, kin: bool, token: usize) -> Option<Likeness> {
    /// How many letters "Dane" has in common with "Danish".
    const NATION: usize = 3;
    let entry = gloss.entry(token);
    if entry.is_grammar() && !entry.is(Trait::Generic) || gloss.case(token) == Case::None {
        return None;
    }
    let word = gloss.word(token).to_lowercase();
    if kin {
        let whose = token > 0 && gloss.word(token - 1) == "whose";
        let child = ["son", "daughter", "child", "children", "sons", "daughters"];
        let parent = ["father", "mother", "dad", "mum", "mom", "parent"];
        let told = whose && child.contains(&word.as_str()) && parent.contains(&noun);
        return told.then_some(Likeness::Done);
    }
    if word == noun {
        return Some(Likeness::Same);
    }
    if entry.is(Trait::Demonym) && gloss.is_capital(token) {
        let alike = word.chars().zip(noun.chars()).take(NATION);
        let alike = alike.filter(|(a, b)| a == b).count() == NATION;
        return alike.then_some(Likeness::Made);
    }
    if is_made_of(noun, &word) {
        return Some(Likeness::Made);
    }
    let done = DONE.iter().find(|(nouns, _)| nouns.contains(&noun));
    let done = done.is_some_and(|(_, deeds)| deeds.contains(&word.as_str()));
    done.then_some(Likeness::Done)
}

/// Whether a noun for somebody is made of a word for what they do or have to do with: "finder" of "found", "novelist" of "novels".
fn is_made_of(noun: &str, word: &str) -> bool {
    const MADE: [&str; 8] = ["er", "or", "ist", "eer", "ian", "man", "woman", "r"];
    const LEAST: usize = 3;
    /// How many letters of an ending a word has beside what the noun is made of.
    const ENDING: usize = 4;
    let roots = MADE.iter().filter_map(|ending| noun.strip_suffix(ending));
    let mut roots = roots.map(single).filter(|root| root.len() >= LEAST);
    roots.any(|root| {
        let inflected = word
            .strip_prefix(root)
            .is_some_and(|rest| rest.len() <= ENDING);
        let past = PAST
            .iter()
            .any(|(past, stem)| *past == word && *stem == root);
        // "beekeeper" of "keeps"
        let stem = ["ing", "es", "ed", "s", "e"]
            .iter()
            .find_map(|ending| word.strip_suffix(ending))
            .unwrap_or(word);
        let last = root
            .strip_suffix(stem)
            .is_some_and(|first| stem.len() > LEAST && first.len() >= LEAST);
        inflected || past || last
    })
}

/// A root without the second of two like letters at its end: "runn" of "runner".
fn single(root: &str) -> &str {
    let mut letters = root.char_indices().rev();
    let last = letters.next();
    match (last, letters.next()) {
        (Some((at, last)), Some((_, before)))
            if last == before && matches!(last, 'b' | 'd' | 'g' | 'm' | 'n' | 'p' | 't') =>
        {
            &root[..at]
        }
        _ => root,
    }
}

/// Pasts that do not begin as their nouns do.
const PAST: [(&str, &str); 22] = [
    ("found", "find"),
    ("won", "win"),
    ("wrote", "writ"),
    ("written", "writ"),
    ("built", "build"),
    ("bought", "buy"),
    ("sold", "sell"),
    ("sang", "sing"),
    ("led", "lead"),
    ("drove", "driv"),
    ("taught", "teach"),
    ("made", "mak"),
    ("kept", "keep"),
    ("rode", "rid"),
    ("ran", "run"),
    ("swam", "swim"),
    ("caught", "catch"),
    ("fought", "fight"),
    ("gave", "giv"),
    ("grew", "grow"),
    ("bred", "breed"),
    ("dug", "dig"),
];

/// What is told of those who are called by nouns that are not made of it.
const DONE: [(&[&str], &[&str]); 10] = [
    (
        &["champion", "winner", "titleholder"],
        &["won", "title", "undefeated", "unbeaten", "crown", "trophy"],
    ),
    (
        &["defendant", "accused"],
        &["denies", "denied", "accused", "charged", "pleaded", "trial"],
    ),
    (
        &["author", "novelist", "writer"],
        &[
            "wrote", "written", "writes", "novel", "novels", "book", "books", "memoir",
        ],
    ),
    (&["architect", "designer"], &["designed", "designs"]),
    (
        &["bride", "groom", "bridegroom"],
        &["married", "wedding", "wed"],
    ),
    (&["pensioner", "retiree"], &["retired"]),
    (
        &[
            "mp",
            "lawmaker",
            "legislator",
            "parliamentarian",
            "deputy",
            "senator",
            "congressman",
            "congresswoman",
        ],
        &["represents", "represented"],
    ),
    (&["goalkeeper", "keeper"], &["saved", "saves"]),
    (&["chef", "cook"], &["cooks", "cooked"]),
    (
        &["entrepreneur"],
        &["founded", "founder", "start-up", "startup"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_made_of_deeds() {
        for (noun, word) in [
            ("finder", "found"),
            ("beekeeper", "keeps"),
            ("novelist", "novels"),
            ("runner", "runs"),
            ("islander", "island"),
            ("driver", "driving"),
            ("owner", "owns"),
        ] {
            assert!(is_made_of(noun, word), "{noun} of {word}");
        }
        for (noun, word) in [
            ("reporter", "port"),
            ("farmer", "far"),
            ("banker", "bankruptcy"),
        ] {
            assert!(!is_made_of(noun, word), "{noun} of {word}");
        }
    }
}
