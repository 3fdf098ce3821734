//! An age: how old an article says somebody is, and what they may be called for it: "Ann Lee, 71, … the pensioner".

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::gloss::{Case, Gloss};
use super::lexicon::Trait;
use super::mention::Mention;

/// The ages of members, in years.
#[derive(Debug, Default)]
pub(super) struct Ages(BTreeMap<usize, u32>);

impl Ages {
    /// Those that stand with a name of theirs, the first that is told: "Ann Lee, 54,", "Ann Lee, aged 54,", "Ann Lee, who is 54,", "11-year-old Bo Orr".
    pub(super) fn of(gloss: &Gloss, mentions: &[Mention], named: &[Option<usize>]) -> Self {
        let mut ages = Self::default();
        for (nth, (mention, member)) in mentions.iter().zip(named).enumerate() {
            // "Liam and Bo Orr, aged 31 and 24,"
            if let Some((first, second)) = of_two(gloss, mention)
                && let Some(before) = nth.checked_sub(1)
                && gloss.word(mentions[before].tokens.end) == "and"
            {
                for (member, years) in [(named[before], first), (*member, second)] {
                    if let Some(member) = member {
                        ages.0.entry(member).or_insert(years);
                    }
                }
                continue;
            }
            let years =
                member.and_then(|_| behind(gloss, mention).or_else(|| before(gloss, mention)));
            if let (Some(member), Some(years)) = (member, years) {
                ages.0.entry(*member).or_insert(years);
            }
        }
        ages
    }

    /// How old a member is.
    pub(super) fn years(&self, member: usize) -> Option<u32> {
        self.0.get(&member).copied()
    }

    /// Whether a member is not too old or young to be called `noun`.
    pub(super) fn fit(&self, member: usize, noun: &str) -> bool {
        let told = self.years(member).zip(years_of(noun));
        told.is_none_or(|(years, range)| range.contains(&years))
    }

    /// The one member who is of the age to be called `noun` and satisfies `is`.
    pub(super) fn only(&self, noun: &str, is: impl Fn(usize) -> bool) -> Option<usize> {
        let range = years_of(noun).filter(|range| *range != GROWN)?;
        let mut of_age =
            (self.0.iter()).filter(|(member, years)| range.contains(years) && is(**member));
        let (only, _) = of_age.next()?;
        of_age.next().is_none().then_some(*only)
    }
}

/// The ages of two whose names are joined before them.
fn of_two(gloss: &Gloss, mention: &Mention) -> Option<(u32, u32)> {
    let end = mention.tokens.end;
    let first = end + 1 + usize::from(gloss.word(end + 1) == "aged");
    let apart = matches!(gloss.word(end), "," | "(") && gloss.word(first + 1) == "and";
    let years = |token: usize| gloss.word(token).parse().ok();
    let (one, other) = (years(first)?, years(first + 2)?);
    apart.then_some((one, other))
}

fn behind(gloss: &Gloss, mention: &Mention) -> Option<u32> {
    let end = mention.tokens.end;
    // "Ann Lee, a 23-year-old from Hull,"
    if gloss.word(end) == "," && matches!(gloss.word(end + 1), "a" | "an") {
        return in_years(gloss.word(end + 2));
    }
    let mut years = end + 1 + usize::from(gloss.word(end + 1) == "aged");
    let apart = matches!(gloss.word(end), "," | "(");
    // "Ann Lee, who is 54,"
    let is = ["is", "was", "turned", "turns"].contains(&gloss.word(years + 1));
    if gloss.word(years) == "who" && is {
        years += 2;
        let unit = gloss.case(years + 1) == Case::Lower && !gloss.entry(years + 1).is_grammar();
        if unit {
            return None;
        }
    }
    gloss
        .word(years)
        .parse()
        .ok()
        .filter(|years| apart && (1..120).contains(years))
}

fn before(gloss: &Gloss, mention: &Mention) -> Option<u32> {
    let first = mention.title.start.min(mention.tokens.start);
    let before = first.checked_sub(1)?;
    // "23-year-old student Ann Lee"
    let role = gloss.is(before, Trait::Role) && gloss.case(before) == Case::Lower && before > 0;
    in_years(gloss.word(before - usize::from(role)))
}

/// How old "23-year-old" tells somebody to be.
fn in_years(word: &str) -> Option<u32> {
    let years = word.strip_suffix("-year-old")?;
    let told = SMALL
        .iter()
        .position(|word| years.eq_ignore_ascii_case(word));
    told.and_then(|years| u32::try_from(years).ok())
        .or_else(|| years.parse().ok())
}

/// The age of most.
const GROWN: RangeInclusive<u32> = 17..=119;

/// The ages at which somebody is called so, where only some are.
fn years_of(noun: &str) -> Option<RangeInclusive<u32>> {
    Some(match noun {
        "baby" | "toddler" | "infant" => 0..=4,
        "boy" | "girl" | "child" | "kid" | "schoolboy" | "schoolgirl" | "youngster" | "pupil" => {
            3..=18
        }
        "teen" | "teenager" | "youth" | "adolescent" => 12..=20,
        "pensioner" | "retiree" => 58..=119,
        "woman" | "man" => GROWN,
        _ => return None,
    })
}

/// Ages as a sentence opens with them.
const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
