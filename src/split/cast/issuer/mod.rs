//! An issuer: who put out a statement, report, poll or letter, and so speaks in it.

mod behind;
mod leading;
mod put_out;
mod subject;

use super::Cast;
use super::mention::NameKind;
use super::phrase::{Phrase, Which, is_possessive};
use super::reference::{Reference, Who};
use super::writing::is_newspaper;

impl Cast<'_> {
    /// Who put out the writing that `phrase` means.
    pub(super) fn issuer(&self, phrase: &Phrase, end: usize) -> Option<Who> {
        let gloss = &self.gloss;
        if self.is_anonymous(phrase) {
            return Some(Who::Described(phrase.tokens.clone()));
        }
        let told = (self.led_by(phrase, end)).or_else(|| self.told_behind(phrase, end));
        if told.is_some() {
            return told;
        }
        // "Its caption read": the picture’s.
        let start = phrase.tokens.start;
        let its = gloss.word(start).eq_ignore_ascii_case("its");
        if its && let Some(who) = self.poster_before(phrase) {
            return Some(who);
        }
        if is_possessive(gloss.word(start)) {
            // "A letter came from the Guild. … Its letter ended"
            let again = || its.then(|| self.writing_before(phrase)).flatten();
            return self.owner(start).or_else(again);
        }
        if start > 0 && gloss.is_genitive(start - 1) {
            return self
                .mentions_in(&(start.saturating_sub(8)..start))
                .last()
                .filter(|nth| self.mentions[*nth].tokens.end == start - 1)
                .and_then(|nth| self.named[nth])
                .map(Who::Member);
        }
        // "an editorial in the Gazette"
        if let Some(who) = self.printed_in(phrase, end) {
            return Some(who);
        }
        // "the CNN poll"
        if let Some(nth) = self.mentions_in(&phrase.tokens).next_back()
            && self.mentions[nth].kind != NameKind::Thing
        {
            return self.named[nth].map(Who::Member);
        }
        self.put_out_by(phrase).or_else(|| {
            if phrase.which == Which::Known {
                self.issuer_of_known(phrase)
            } else {
                self.issuer_of_new(phrase)
            }
        })
    }

    /// Who put out a writing that was spoken of before: "the letter", "the paper".
    fn issuer_of_known(&self, phrase: &Phrase) -> Option<Who> {
        if is_newspaper(self.gloss.word(phrase.head))
            && phrase.tokens.len() == 2
            && let Some(paper) = self.newspaper_before(phrase.tokens.start)
        {
            return Some(Who::Member(paper));
        }
        self.writing_before(phrase)
            .or_else(|| self.poster_before(phrase))
            .or_else(|| self.wrote_before(phrase))
            .or_else(|| self.did_before(phrase))
            .or_else(|| self.told_on_page(phrase))
            .or_else(|| self.whose_place(phrase))
            .or_else(|| self.signed_behind(phrase))
            .or_else(|| self.only_body_that_spoke(phrase))
            .or_else(|| self.put_out_anew(phrase.tokens.start, phrase.head))
    }

    /// Who put out a writing that is new: "a letter", "Another post followed within the hour."
    fn issuer_of_new(&self, phrase: &Phrase) -> Option<Who> {
        let again = matches!(
            self.gloss.word(phrase.tokens.start),
            "Another" | "another" | "second" | "later" | "further"
        ) || matches!(
            self.gloss.word(phrase.tokens.start + 1),
            "second" | "third" | "later" | "further"
        );
        self.signed_behind(phrase)
            .or_else(|| self.whose_place(phrase))
            .or_else(|| self.put_out_anew(phrase.tokens.start, phrase.head))
            .or_else(|| again.then(|| self.writing_before(phrase)).flatten())
            .or_else(|| self.made_below(phrase))
    }

    /// Whether nobody is to be known: "a complaint filed anonymously".
    fn is_anonymous(&self, phrase: &Phrase) -> bool {
        const NEAR: usize = 4;
        let tokens = phrase.tokens.start..phrase.tokens.end + NEAR;
        tokens
            .clone()
            .take_while(|token| !matches!(self.gloss.word(*token), "." | "," | ";" | ":"))
            .any(|token| {
                matches!(
                    self.gloss.word(token),
                    "anonymous" | "anonymously" | "unsigned" | "Anonymous" | "unnamed"
                )
            })
    }

    /// The one organisation that was said to say things before a report that nobody was said to write.
    fn only_body_that_spoke(&self, phrase: &Phrase) -> Option<Who> {
        const SENTENCES: usize = 8;
        let gloss = &self.gloss;
        let noun = gloss.word(phrase.head);
        if !["report", "study", "survey", "statement", "analysis"].contains(&noun) {
            return None;
        }
        let here = gloss.sentence(phrase.tokens.start);
        let spoke = |reference: &&Reference| {
            reference.tokens.start < phrase.tokens.start
                && reference.speaks()
                && gloss.quotation(reference.tokens.start).is_none()
                && here - gloss.sentence(reference.tokens.start) <= SENTENCES
        };
        let mut bodies = self
            .references
            .all
            .iter()
            .filter(spoke)
            .filter_map(|r| match r.who {
                Who::Member(member) if self.members[member].kind == NameKind::Organisation => {
                    Some(member)
                }
                _ => None,
            });
        let only = bodies.next()?;
        bodies.all(|body| body == only).then_some(Who::Member(only))
    }

    /// Who put out the writing that spoke in the sentences before "they wrote".
    pub(super) fn issuer_before(&self, token: usize) -> Option<usize> {
        const SENTENCES: usize = 8;
        let gloss = &self.gloss;
        let here = gloss.sentence(token);
        let sentences = &gloss.document.sentences;
        (here.saturating_sub(SENTENCES)..here)
            .rev()
            .find_map(|nth| {
                let tokens = sentences.get(nth)?.tokens.clone();
                self.issuer_speaking(&tokens)
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::split::cast::writing::tests::case;

    #[test]
    fn where_it_stands() {
        case(
            "The sign on Dora Pell’s gate reads: “Still up.”",
            "Dora Pell",
        );
        case(
            "A post on the Orr Crane Company’s page read: “Still up.”",
            "Orr Crane Company",
        );
        case(
            "An editorial in the Orr Gazette took the long view. “Still up,” it said.",
            "Orr Gazette",
        );
    }

    #[test]
    fn whose_page_it_stands_on() {
        let case = crate::split::tests::spoken;
        let page = "“The goat is safe,” said a post on the page of Ann Lee, the mayor.";
        case(page, "The goat is safe", "Ann Lee");
        let caption =
            "Ann Lee, the mayor, resigned. The caption on her Plume post read: “The goat is safe.”";
        case(caption, "The goat is safe", "Ann Lee");
        let bio = "Ann Lee, the mayor, resigned. Her bio on Plume says “The goat is safe.”";
        case(bio, "The goat is safe", "Ann Lee");
    }
}
