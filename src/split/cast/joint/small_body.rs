//! A body whose kind is written small behind its name: "Marlshire county council".

use crate::split::cast::gloss::Case;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::mention::Finder;

impl Finder<'_, '_> {
    /// The head of a public body that is written small behind its place: "Kempen-Oost police", "Marlshire county council".
    pub(crate) fn small_body(&self, start: usize, last: usize, end: usize) -> Option<usize> {
        const HEADS: [&str; 5] = ["police", "council", "constabulary", "university", "diocese"];
        const KINDS: [&str; 15] = [
            "county",
            "city",
            "borough",
            "town",
            "parish",
            "district",
            "village",
            "regional",
            "state",
            "crown",
            "high",
            "magistrates",
            "community",
            "provincial",
            "municipal",
        ];
        const HEADS_OF_KINDS: [&str; 7] = [
            "council",
            "police",
            "court",
            "government",
            "assembly",
            "commission",
            "university",
        ];
        let gloss = self.gloss;
        let next = last + 1;
        // "the Orr family asked for privacy"
        let the = start > 0 && gloss.word(start - 1).eq_ignore_ascii_case("the");
        let speaks = gloss.is_any_of(next + 1, &[Trait::Reports, Trait::Issues])
            || matches!(gloss.word(next + 1), "thanked" | "has" | "had" | "declined");
        if the && speaks && next < end && gloss.word(next) == "family" && last < start + 2 {
            return Some(next);
        }
        let kind = KINDS.contains(&gloss.word(next)) && gloss.joins_next(next);
        let head = next + usize::from(kind);
        let heads: &[&str] = if kind { &HEADS_OF_KINDS } else { &HEADS };
        if head >= end || !heads.contains(&gloss.word(head)) {
            return None;
        }
        let place = |token: usize| {
            let entry = gloss.entry(token);
            let known = entry.is_any(&[
                Trait::Demonym,
                Trait::Role,
                Trait::Opener,
                Trait::Generic,
                Trait::Calendar,
                Trait::Body,
                Trait::OrganisationKind,
                Trait::Particle,
            ]);
            gloss.case(token) == Case::Capital
                && (entry.is_place() || !entry.is_given() && !known && !entry.is_grammar())
        };
        // "the Hull council leader" is no council.
        let behind = gloss.entry(head + 1);
        let ends = gloss.case(head + 1) == Case::None
            || gloss.is_genitive(head + 1)
            || gloss.case(head + 1) == Case::Lower
                && (behind.is_grammar()
                    || behind.is_any(&[Trait::Reports, Trait::Issues])
                        && !behind.is(Trait::Writing)
                    || ["ed", "ing"]
                        .iter()
                        .any(|end| gloss.word(head + 1).ends_with(end)));
        (ends && last < start + 3 && (start..=last).all(place)).then_some(head)
    }
}

#[cfg(test)]
mod tests {
    use crate::split::cast::mention::tests::case;

    #[test]
    fn bodies_whose_kind_is_small() {
        case("It angered Orrsea police then.", &["body Orrsea police"]);
        case(
            "It angered Orrsea county council.",
            &["body Orrsea county council"],
        );
        case("Orr-Ness police said no.", &["body Orr-Ness police"]);
        case(
            "It angered Orrsea police chief Ann Lee.",
            &["name Orrsea", "person Ann Lee"],
        );
        case("It angered Dutch police.", &["name Dutch"]);
    }
}
