//! A party to a case: whoever is said to do in it what its name tells, the defendant of the charged, the plaintiff of the suing.

use super::gloss::Gloss;
use super::reference::{Opening, Reference, Who};

/// The only person of whom it is told in `before` that they do what a party called `noun` does: ‹Ann Lee, 36, of Leeds,
/// denies fraud.›
pub(super) fn party(gloss: &Gloss, before: &[Reference], noun: &str) -> Option<usize> {
    const FAR: usize = 16;
    let (_, deeds) = PARTIES.iter().find(|(nouns, _)| nouns.contains(&noun))?;
    let mut parties = before.iter().filter_map(|reference| {
        let Who::Member(member) = reference.who else {
            return None;
        };
        let (from, (_, end)) = (reference.tokens.end, gloss.bounds(reference.tokens.start));
        let narrated = gloss.quotation(reference.tokens.start).is_none();
        let told = (from..end.min(from + FAR)).any(|token| deeds.contains(&gloss.word(token)));
        // ‹Ann Lee, 36, of | Leeds, | denies fraud›
        let opens = reference.opening == Opening::Itself;
        (narrated && told && opens).then_some(member)
    });
    let first = parties.next()?;
    parties.all(|member| member == first).then_some(first)
}

/// Whether a noun is what a party is called.
pub(super) fn is_party(noun: &str) -> bool {
    PARTIES.iter().any(|(nouns, _)| nouns.contains(&noun))
}

/// What the parties to a case do in it.
const PARTIES: [(&[&str], &[&str]); 2] = [
    (
        &["defendant", "accused"],
        &[
            "denies",
            "pleaded",
            "pleads",
            "admits",
            "charged",
            "trial",
            "accused",
            "convicted",
        ],
    ),
    (
        &[
            "plaintiff",
            "claimant",
            "complainant",
            "applicant",
            "petitioner",
        ],
        &["suing", "sued", "sues", "claims", "alleges", "seeks"],
    ),
];

#[cfg(test)]
mod tests {
    #[test]
    fn parties_by_what_they_do() {
        let case = crate::split::tests::spoken;
        let told = "Bo Orr, 66, of Leeds, is suing Dunmore Ltd over a goat. Its head, Lou Pell, said it was late.\n\nAsked why, the \
                    plaintiff wept. “It bit,” he said. “No,” the plaintiff said.";
        case(told, "It bit", "Bo Orr");
        case(told, "No", "Bo Orr");
    }
}
