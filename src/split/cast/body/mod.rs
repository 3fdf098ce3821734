//! A body: a member that the words around its name show to be an organisation, whatever the name itself tells.

mod act;
mod called;
mod short;
mod thing;

use std::collections::HashMap;

use self::act::{is_many, is_run, is_said_by, speaks_of_itself};
use self::called::{RUNS_AWARDS, apposed, called, trades_as};
use self::short::short_forms;
use self::thing::{is_animal, is_work};
use super::gloss::Gloss;
use super::member::Member;
use super::mention::{Mention, NameKind};
use super::sort::Sort;

pub(super) use self::act::speaks;

/// What the bodies of an article are called besides their names: "insurer", "chain".
#[derive(Debug, Default)]
pub(super) struct Bodies {
    called: HashMap<usize, Vec<String>>,
}

impl Bodies {
    /// Reads what the article tells of the bodies it names, and makes organisations of those whose names say nothing.
    pub(super) fn of(
        gloss: &Gloss,
        mentions: &[Mention],
        named: &mut [Option<usize>],
        members: &mut [Member],
    ) -> Self {
        let mut bodies = Self::default();
        for (nth, (mention, member)) in mentions.iter().zip(named.iter()).enumerate() {
            let Some(member) = *member else { continue };
            let known = &mut members[member];
            known.kind = kind(gloss, mention, known.kind);
            let may_be = mention.title.is_empty()
                && matches!(known.kind, NameKind::Unknown | NameKind::Organisation);
            let noun = called_after_all(gloss, mention, known).or_else(|| {
                may_be
                    .then(|| called(gloss, mention, mentions.get(nth + 1)))
                    .flatten()
            });
            let acts = || is_run(gloss, mention) || speaks_of_itself(gloss, mention);
            if noun.is_some() || may_be && acts() {
                known.kind = NameKind::Organisation;
            }
            if let Some(noun) = noun {
                bodies.called.entry(member).or_default().push(noun);
            }
        }
        short_forms(gloss, mentions, named, members);
        bodies
    }

    /// The sorts of what the article calls `member`.
    pub(super) fn sort(&self, member: usize) -> Sort {
        let called = self.called.get(&member).into_iter().flatten();
        called.fold(Sort::default(), |sort, noun| sort.or(Sort::of_noun(noun)))
    }

    /// Whether the article calls `member` a `noun`.
    pub(super) fn is_called(&self, member: usize, noun: &str) -> bool {
        let called = self.called.get(&member);
        let is = |known: &String| known == noun || known == "opposition" && noun == "party";
        called.is_some_and(|called| called.iter().any(is))
    }
}

/// The kind of what is named, where it was taken for `kind` by its name alone: a work or a beast, a house or a city that speaks.
fn kind(gloss: &Gloss, mention: &Mention, kind: NameKind) -> NameKind {
    let nothing = kind == NameKind::Unknown && is_work(gloss, mention) || is_animal(gloss, mention);
    let kind = if nothing { NameKind::Thing } else { kind };
    let keys = mention.name.keys();
    // "Orr Hall, where weddings cost a fortune, wants more": the house is who runs it.
    let house = || {
        kind == NameKind::Thing
            && keys.last().is_some_and(|last| is_venue(last))
            && speaks(gloss, mention.tokens.clone())
    };
    // "said the City of Orr"
    let commune = || {
        matches!(kind, NameKind::Thing | NameKind::Unknown)
            && (keys.windows(2)).any(|words| is_commune(&words[0]) && words[1] == "of")
            && (speaks(gloss, mention.tokens.clone()) || is_said_by(gloss, mention))
    };
    if house() || commune() {
        NameKind::Organisation
    } else {
        kind
    }
}

/// What a body is called that was taken for a thing or a person: a team, who gives awards, a trader.
fn called_after_all(gloss: &Gloss, mention: &Mention, known: &Member) -> Option<String> {
    // "Dunmore Town have sacked their coach"
    if matches!(known.kind, NameKind::Thing | NameKind::Unknown)
        && mention.title.is_empty()
        && is_many(gloss, mention)
    {
        return Some("team".to_owned());
    }
    // "Meridian Awards, the exam board,"
    if known.kind == NameKind::Thing
        && mention.name.words.len() > 1
        && let Some(noun) =
            apposed(gloss, mention).filter(|noun| RUNS_AWARDS.contains(&noun.as_str()))
    {
        return Some(noun);
    }
    // "Retailer Dunmore sold": no person’s title.
    trades_as(gloss, mention).filter(|_| known.gender.he().is_none())
}

/// Whether `noun` is what a part of a country is called that governs itself.
pub(super) fn is_commune(noun: &str) -> bool {
    let commune = [
        "city",
        "town",
        "village",
        "county",
        "borough",
        "state",
        "shire",
        "municipality",
        "township",
        "parish",
        "province",
        "commune",
        "kingdom",
        "republic",
        "district",
    ];
    commune.contains(&noun)
}

/// Whether a name that ends with `last` is that of a house that people run: "Thornwick Hall".
pub(super) fn is_venue(last: &str) -> bool {
    let venue = [
        "hall", "house", "palace", "castle", "park", "stadium", "airport", "tower", "mall",
        "manor", "lodge", "plaza", "priory", "abbey",
    ];
    venue.contains(&last)
}

#[cfg(test)]
mod tests {
    use crate::split::cast::tests::case;

    #[test]
    fn houses_that_speak() {
        case(
            "Orrick Hall, where a Sunday costs a fortune, wants more. “It is late,” it said.",
            &[("|it| said", "Orrick Hall")],
        );
    }

    #[test]
    fn bodies_by_part_of_their_names() {
        for (text, noun, who) in [
            (
                "A mill of Orr Crown Metals burned. “No,” Orr Crown said.",
                "Orr Crown",
                "Orr Crown Metals",
            ),
            (
                "Orr Crown left. Orr Crown Metals burned. “No,” Orr Crown said.",
                "Orr Crown",
                "Orr Crown Metals",
            ),
            (
                "The Ministry of Mills met the Ministry of Roads. “No,” the mills ministry said.",
                "the mills ministry",
                "Ministry of Mills",
            ),
            (
                "Historic Wales, which lists huts, met. “No,” the heritage body said.",
                "the heritage body",
                "Historic Wales",
            ),
            (
                "Orr Awards, the exam board, met. “No,” the board said.",
                "the board",
                "Orr Awards",
            ),
            (
                "Tarn Water, which owns it, was told. “No,” it said. “Go,” the company said.",
                "the company",
                "Tarn Water",
            ),
        ] {
            case(text, &[(&format!("|{noun}| said."), who)]);
        }
    }
}
