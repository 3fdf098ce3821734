//! What is taken up: which of those named before a description means, "the farmer".

use super::Reader;
use crate::split::cast::antecedent::{Asking, candidates};
use crate::split::cast::noun::Noun;
use crate::split::cast::phrase::Which;
use crate::split::cast::reference::{Form, Reference, Who};

impl Reader<'_> {
    /// Which of those named the words at `asking` take up; none where somebody else was just called so, "a beekeeper".
    pub(super) fn take_up(&mut self, asking: Asking) -> Option<usize> {
        if self.is_of_nobody_named(asking) {
            return None;
        }
        let mut named = candidates(asking, &self.references, self.members);
        // Nobody is their own father.
        let owner = self.references.pronouns.get(&asking.token).cloned();
        let noun = asking.gloss.entry(asking.end - 1).role.unwrap_or_default();
        let ages = &asking.roles.ages;
        named.retain(
            |candidate| match &self.references.all[candidate.reference].who {
                who @ Who::Member(member) => {
                    Some(who) != owner.as_ref()
                    && ages.fit(*member, noun)
                    // Nobody is tried by their own court.
                    && !(asking.noun == Noun::Party && sits_in_court(asking, *member))
                }
                Who::Described(_) => false,
            },
        );
        let is = |member: usize| {
            let mut all = named
                .iter()
                .map(|candidate| &self.references.all[candidate.reference].who);
            all.any(|who| *who == Who::Member(member))
        };
        let member = if let Some(member) = ages.only(noun, is) {
            member
        } else {
            let chosen = (self.choose)(&self.references, self.members, asking, &named)?;
            let Who::Member(member) = self.references.all[named[chosen].reference].who else {
                return None;
            };
            member
        };
        self.references.taken_up.insert(asking.token, member);
        Some(member)
    }

    /// Whether whoever the noun was last said of is new and has no name: "A beekeeper called. … the beekeeper".
    fn is_of_nobody_named(&self, asking: Asking) -> bool {
        self.last_called(asking.end - 1).is_some_and(|one| {
            let described = matches!(one.who, Who::Described(_));
            described && one.which == Some(Which::New) && !one.guessed
        })
    }

    /// The last description by the noun at `head`.
    pub(super) fn last_called(&self, head: usize) -> Option<&Reference> {
        let noun = self.gloss.word(head);
        let mut before = self.references.all.iter().rev();
        before.find(|one| one.form == Form::Phrase && self.gloss.word(one.tokens.end - 1) == noun)
    }
}

/// Whether a member was called by an office that others have in court than who is tried there.
fn sits_in_court(asking: Asking, member: usize) -> bool {
    const OFFICES: [&str; 9] = [
        "barrister",
        "lawyer",
        "attorney",
        "prosecutor",
        "solicitor",
        "judge",
        "magistrate",
        "coroner",
        "counsel",
    ];
    let called = |noun: &str| asking.roles.is_called_before(member, noun, asking.token);
    OFFICES.iter().any(|noun| called(noun))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_defendant_is_no_counsel() {
        let told = "Ann Lee, 40, of Leeds, denies theft. Bo Orr, prosecuting, asked what she saw. “A goat,” the defendant said.";
        crate::split::tests::spoken(told, "A goat", "Ann Lee");
    }
}
