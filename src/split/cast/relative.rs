//! Pronouns that are no "he" or "she": "who", taken up from the words before it, and "I", who speaks in a quotation.

use super::Cast;
use super::lexicon::Trait;
use super::mention::NameKind;
use super::phrase::phrase;
use super::reference::{Reference, Who};

impl Cast<'_> {
    /// What "who" or "which" at `token` takes up.
    pub(super) fn antecedent_beside(&self, token: usize) -> Option<(Who, &'static str)> {
        let gloss = &self.gloss;
        let (first, _) = gloss.bounds(token);
        let mut end = token;
        if end > first
            && matches!(
                gloss.word(end - 1),
                "," | "—" | "–" | "--" | ")" | "and" | "but"
            )
        {
            end -= 1;
        }
        if end > first && gloss.word(end - 1) == "," {
            end -= 1;
        }
        if end <= first {
            return None;
        }
        // A name right before, or a name and its apposition.
        // "One regular at the Plume of Feathers, who": no place or work is "who".
        let beside = self
            .mention_at(end - 1)
            .filter(|nth| self.mentions[*nth].kind != NameKind::Thing);
        if let Some(nth) = beside
            && !gloss.is(
                self.mentions[nth].tokens.start.wrapping_sub(1),
                Trait::Preposition,
            )
        {
            return self.member(nth, "who");
        }
        let window = end.saturating_sub(14).max(first)..end;
        for nth in self.mentions_in(&window).rev() {
            let mention = &self.mentions[nth];
            if gloss.word(mention.tokens.end) == "," && self.is_personal(nth)
                || gloss.word(mention.tokens.end) == "(" && self.is_personal(nth)
            {
                return self.member(nth, "who");
            }
        }
        if let Some(nth) = beside {
            // "a lawyer for Lee who": the lawyer.
            let preposition = self.mentions[nth].tokens.start - 1;
            let before = gloss.entry(preposition.saturating_sub(1));
            if !before.is_any(&[Trait::Role, Trait::People, Trait::Plural, Trait::Writing]) {
                return self.member(nth, "who");
            }
        }
        // "a woman who"
        let opening = (window.start..end)
            .rev()
            .find(|k| gloss.is(*k, Trait::Determiner))?;
        let words = phrase(gloss, opening, end)?;
        match self.read_nameless(&words, &(opening..end)) {
            Some((who, _)) => Some((who, "who")),
            None => Some((Who::Described(opening..end), "who")),
        }
    }

    /// Who says "I" at `token`: who is said to speak beside the quotation it stands in.
    pub(super) fn first_person(&self, token: usize) -> Option<(Who, &'static str)> {
        const NEAR: usize = 8;
        let quotation = self.gloss.quotation(token)?;
        let spoken = |at: usize| self.gloss.quotation(at) == Some(quotation);
        let mut end = token;
        while spoken(end) {
            end += 1;
        }
        let mut start = token;
        while start > 0 && spoken(start - 1) {
            start -= 1;
        }
        let speaks = |reference: &&Reference| {
            reference.speaks() && self.gloss.quotation(reference.tokens.start).is_none()
        };
        let all = &self.references.all;
        let after = all
            .iter()
            .filter(|reference| (end..end + NEAR).contains(&reference.tokens.start))
            .find(speaks);
        let before = || {
            all.iter()
                .rev()
                .filter(|reference| {
                    (start.saturating_sub(NEAR)..start).contains(&reference.tokens.end)
                })
                .find(speaks)
        };
        after
            .or_else(before)
            .map(|reference| (reference.who.clone(), "first person"))
    }
}
