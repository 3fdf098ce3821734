//! A writing that leads up to a clause: "In a letter read out by his lawyer, Lee wrote …".

use crate::split::cast::Cast;
use crate::split::cast::gloss::Case;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::phrase::{Phrase, What, Which, phrase};
use crate::split::cast::reference::{Reference, Who};

impl Cast<'_> {
    /// Who speaks in the clause that the writing leads up to: "In a letter read out by his lawyer, Lee wrote …".
    pub(super) fn led_by(&self, phrase: &Phrase, end: usize) -> Option<Who> {
        let gloss = &self.gloss;
        let (first, _) = gloss.bounds(phrase.head);
        let opening = phrase.tokens.start.checked_sub(1)?;
        let leads = opening == first && matches!(gloss.word(opening), "In" | "Through" | "By");
        let sent = matches!(gloss.word(phrase.tokens.end), "by" | "from");
        if !leads || sent {
            return None;
        }
        let comma = (phrase.tokens.end..end).find(|token| gloss.word(*token) == ",")?;
        let behind = self.references_in(&(comma + 1..end));
        let outside = |one: &&Reference| gloss.quotation(one.tokens.start).is_none();
        // "the dock’s director, Lee, described …": a name means more than what describes it.
        let known = |one: &&Reference| matches!(one.who, Who::Member(_));
        let speaks = || behind.iter().filter(outside).filter(|one| one.speaks());
        let acts = || behind.iter().filter(outside).filter(|one| one.is_subject());
        let named = speaks().find(known).or_else(|| acts().find(known));
        // "In a statement, the company said"
        let body = || {
            let body = self::phrase(gloss, comma + 1, end)?;
            let known = body.what == What::Organisation && body.which == Which::Known;
            let speaks = gloss.is(body.tokens.end, Trait::Reports);
            let called = (known && speaks).then(|| self.organisation_called(&body));
            called.flatten().map(Who::Member)
        };
        if named.is_none()
            && let Some(body) = body()
        {
            return Some(body);
        }
        let speaker = named.or_else(|| speaks().next());
        let Some(speaker) = speaker else {
            // "In a statement before noon, | the company | said …"
            let verb = (comma + 1..end).find(|token| gloss.is(*token, Trait::Reports));
            // "In a message to its members his club, | Dunmore, | struck another note"
            let Some(verb) = verb else {
                let verb = (comma + 1..end).find(|token| gloss.document.is_finite_verb(*token))?;
                return self.subject_right_before(verb, first);
            };
            let subject = comma + 1..verb;
            let short = gloss.is(comma + 1, Trait::Determiner) && subject.len() <= 4;
            return short
                .then(|| self.read_phrase(subject))
                .flatten()
                .map(|(who, _)| who);
        };
        Some(speaker).map(|reference| {
            // "Hull police"
            let behind = reference.tokens.end;
            let body =
                gloss.case(behind) == Case::Lower && gloss.is(behind, Trait::OrganisationHead);
            if !body {
                return reference.who.clone();
            }
            let whole = reference.tokens.start..behind + 1;
            let read = self.read_phrase(whole.clone());
            read.map_or(Who::Described(whole), |(who, _)| who)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::split::cast::writing::tests::case;

    #[test]
    fn who_reads_it_out_has_not_written_it() {
        case(
            "In a letter read aloud by her lawyer, Ivo Brandt, she wrote that she was “sorry”.\n\n“Still up,” the letter continued.",
            "Dora Pell",
        );
        case(
            "In a statement read by the clerk, the dock’s director, Dora Pell, described the day. “Still up,” the statement said.",
            "Dora Pell",
        );
        case(
            "Outside the lawyer gave reporters a statement from his client, Dora Pell. “Still up,” it read in part.",
            "Dora Pell",
        );
        case(
            "Carl Moss read from a letter by one of his neighbours. “Still up,” the letter said.",
            "-",
        );
    }
}
