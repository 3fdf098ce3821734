//! An answer that came: whoever was last told of, past the one who asks.

use crate::split::cast::Cast;
use crate::split::cast::phrase::Phrase;
use crate::split::cast::reference::{Form, Reference, Who};

impl Cast<'_> {
    /// Whose "the answer" is that came: whoever was last told of, past the one who asks.
    pub(crate) fn answerer(&self, phrase: &Phrase, end: usize) -> Option<Who> {
        const FAR: usize = 300;
        let gloss = &self.gloss;
        let start = phrase.tokens.start;
        let (first, _) = gloss.bounds(start);
        let paragraphs = if first == start { 0 } else { 2 };
        let answer = matches!(
            gloss.word(phrase.head),
            "answer" | "reply" | "response" | "retort"
        );
        let the = gloss.word(start).eq_ignore_ascii_case("the");
        let came = |token: usize| {
            matches!(
                gloss.word(token),
                "came" | "comes" | "is" | "was" | "went" | "arrives" | "arrived"
            )
        };
        let behind = gloss.word(phrase.tokens.end);
        let from = matches!(behind, "from" | "of" | "by" | "to");
        // "The answer, according to Lee, was a picture"
        let told = came(phrase.tokens.end) || start > 0 && came(start - 1) || behind == ",";
        if !answer || !the || from || !told || end > phrase.tokens.end + 1 {
            return None;
        }
        let here = gloss.paragraph(start);
        let near = self.references_in(&(start.saturating_sub(FAR)..start));
        let told = near.iter().rev();
        let told: Vec<&Reference> = told
            .take_while(|one| gloss.paragraph(one.tokens.start) + paragraphs >= here)
            .filter(|one| gloss.quotation(one.tokens.start).is_none())
            .collect();
        // Who was quoted right before is answered.
        let before = first.checked_sub(1).map(|last| gloss.bounds(last));
        let quoted = |one: &&&Reference| {
            let near = before.is_some_and(|(opening, end)| {
                one.tokens.start >= opening
                    && (opening..end).any(|token| gloss.quotation(token).is_some())
            });
            near && one.speaks() || self.asks(one)
        };
        let asker = told.iter().find(quoted).map(|one| &one.who);
        told.iter().find_map(|one| match one.who {
            Who::Described(_) if one.form == Form::Pronoun => Some(one.who.clone()),
            Who::Member(member) if self.members[member].may_be_person() => {
                let acts = one.is_subject() || one.speaks() || one.form == Form::Pronoun;
                Some(one.who.clone()).filter(|who| acts && Some(who) != asker)
            }
            _ => None,
        })
    }

    /// Whether `one` puts a question: "“Is it true?” | Lee | asked."
    fn asks(&self, one: &Reference) -> bool {
        const FAR: usize = 12;
        let gloss = &self.gloss;
        let (first, last) = gloss.bounds(one.tokens.start);
        let asks = [
            "asked", "asks", "ask", "wondered", "called", "shouted", "demanded", "pressed",
        ];
        let verb = (one.tokens.end..last.min(one.tokens.end + FAR))
            .chain(one.tokens.start.saturating_sub(1).max(first)..one.tokens.start)
            .find(|token| asks.contains(&gloss.word(*token)));
        let passive = |verb: usize| {
            matches!(
                gloss.word(verb - 1),
                "was" | "is" | "were" | "when" | "being"
            )
        };
        verb.is_some_and(|verb| !passive(verb)) && (one.is_subject() || one.speaks())
    }
}
