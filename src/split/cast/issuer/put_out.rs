//! The sentence that tells of a writing being put out: "his office released a statement", "the new one".

use crate::split::cast::Cast;
use crate::split::cast::author::MAKES;
use crate::split::cast::gloss::Case;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::phrase::Phrase;
use crate::split::cast::reference::{Reference, Who};

impl Cast<'_> {
    /// The subject of the verb whose object the writing is: "his office released a statement".
    pub(super) fn put_out_by(&self, phrase: &Phrase) -> Option<Who> {
        let gloss = &self.gloss;
        let (first, _) = gloss.bounds(phrase.tokens.start);
        let start = phrase.tokens.start;
        let reads = ["read", "reads", "quoted", "cited", "recited"];
        let verb = (first..start).rev().take(6).find(|token| {
            gloss.case(*token) == Case::Lower
                && !reads.contains(&gloss.word(*token))
                && (gloss.is_any_of(*token, &[Trait::Issues, Trait::Reports])
                    || MAKES.contains(&gloss.word(*token)))
        });
        if let Some(verb) = verb {
            return self.subject_before(verb, first);
        }
        // "Lee marked the day with a post", "Lee took another line in a thread"
        let led = start > first
            && matches!(
                gloss.word(start - 1),
                "with" | "in" | "by" | "via" | "through"
            );
        let mut before = (first..start).rev().filter(|_| led);
        let verb = before.find(|token| {
            gloss.document.is_finite_verb(*token)
                && gloss.case(*token) == Case::Lower
                && !matches!(gloss.word(*token - 1), "who" | "which" | "that" | "whose")
        })?;
        self.subject_right_before(verb, first)
    }

    /// Who puts out one writing in place of another, as the sentence before tells: "The club took down its post. | The new one | …",
    /// "The club called it a leak. | The full text | …".
    pub(crate) fn put_out_anew(&self, start: usize, head: usize) -> Option<Who> {
        const ANEW: [&str; 9] = [
            "new",
            "full",
            "second",
            "third",
            "revised",
            "later",
            "longer",
            "corrected",
            "whole",
        ];
        let gloss = &self.gloss;
        let (first, end) = gloss.bounds(start);
        let told = matches!(gloss.word(head + 1), "from" | "by" | "of");
        let anew = !told && (start..head).any(|token| ANEW.contains(&gloss.word(token)));
        // "In its place appeared an apology"
        let instead = (first..start).any(|token| gloss.word(token) == "place");
        let mut sentence = first;
        // The words themselves may stand before whoever is told of: "“…,” the new one said."
        if gloss.quotation(first).is_some() || first == start && end > start {
            sentence = (0..first)
                .rev()
                .find(|token| gloss.quotation(*token).is_none())?;
            sentence = gloss.bounds(sentence).1;
        }
        if !anew && !instead {
            return None;
        }
        let (opening, end) = gloss.bounds(sentence.checked_sub(1)?);
        let told = self.references_in(&(opening..end));
        let known = |one: &&Reference| {
            matches!(one.who, Who::Member(_)) && gloss.quotation(one.tokens.start).is_none()
        };
        let acts = told
            .iter()
            .filter(known)
            .find(|one| one.is_subject() || one.speaks());
        let verb = || {
            let mut verbs = opening..end;
            let verb = verbs.find(|token| gloss.document.is_finite_verb(*token))?;
            self.subject_right_before(verb, opening)
        };
        acts.map(|one| one.who.clone()).or_else(verb)
    }
}
