//! "It" that takes up a writing: who put out what the sentence before tells of.

use super::is_letter;
use crate::split::cast::Cast;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::phrase::{Phrase, What, Which, is_possessive, phrase};
use crate::split::cast::reference::{Reference, Who};

impl Cast<'_> {
    /// Who put out the writing that "it" takes up: "Lee had left a note. It said …", "His own statement was shorter. “No,” it
    /// read." Only a writing whose noun `fits` is taken up.
    pub(crate) fn issuer_of_writing_before(
        &self,
        token: usize,
        fits: impl Fn(&str) -> bool,
    ) -> Option<Who> {
        let (opening, end) = self.sentence_told_of(token)?;
        let writings = self.writings_in(opening, end);
        let Some((last, earlier)) = writings.split_first() else {
            return self
                .replied_by(opening, end)
                .or_else(|| self.wrote_in(token, opening, end));
        };
        let gloss = &self.gloss;
        let issuer = |writing: &Phrase| {
            fits(gloss.word(writing.head))
                .then(|| self.issuer(writing, end))
                .flatten()
        };
        // "Lee sent her letter before the forecast."
        let own =
            |writing: &&Phrase| writing.which == Which::Of && is_letter(gloss.word(writing.head));
        // "The letter, sent to Lee, calls the study “careless”."
        let acts = |writing: &&Phrase| {
            let start = writing.tokens.start;
            start == opening && is_letter(gloss.word(writing.head))
        };
        earlier
            .iter()
            .find(acts)
            .and_then(issuer)
            .or_else(|| issuer(last))
            .or_else(|| issuer(earlier.iter().find(own)?))
            .or_else(|| {
                self.has_writing(last, opening, end)
                    .filter(|_| fits(gloss.word(last.head)))
            })
    }

    /// The bounds of the sentence before "it" that tells of the writing, past those that go on with it: "Lee sent a letter. It is
    /// three lines long. It ends: …"
    fn sentence_told_of(&self, token: usize) -> Option<(usize, usize)> {
        const SENTENCES: usize = 3;
        let gloss = &self.gloss;
        let (first, _) = gloss.bounds(token);
        let (mut opening, mut end) = gloss.bounds(first.checked_sub(1)?);
        for _ in 0..SENTENCES {
            let quoted = gloss.quotation(opening).is_some() && gloss.quotation(end - 1).is_some();
            // "A second, at eight, was shorter."
            let elliptic = is_one_more(gloss.word(opening + 1))
                && (gloss.is(opening + 2, Trait::Auxiliary)
                    || matches!(gloss.word(opening + 2), "," | "one"));
            // "“Nothing is broken,” it said."
            let spoken = gloss.quotation(opening).is_some()
                && (opening..end)
                    .rev()
                    .take(3)
                    .any(|at| gloss.word(at) == "it");
            let passed = gloss.word(opening) == "It" || quoted || elliptic || spoken;
            if !passed || opening == 0 {
                break;
            }
            (opening, end) = gloss.bounds(opening - 1);
        }
        Some((opening, end))
    }

    /// The writings that a sentence tells of in its own words, the last one first.
    fn writings_in(&self, opening: usize, end: usize) -> Vec<Phrase> {
        const FAR: usize = 200;
        const MOST: usize = 3;
        let gloss = &self.gloss;
        let opens = |at: &usize| {
            let word = gloss.word(*at);
            let article = ["a", "an", "the", "another"]
                .iter()
                .any(|a| word.eq_ignore_ascii_case(a));
            let outside = gloss.quotation(*at).is_none();
            outside
                && (article || is_possessive(word) || *at > opening && gloss.is_genitive(*at - 1))
        };
        // "was shown | to the inquiry"
        let free = |at: usize| {
            let before = gloss.word(at.wrapping_sub(1));
            at == opening || !matches!(before, "to" | "before" | "at")
        };
        let mut writings: Vec<Phrase> = (opening.max(end.saturating_sub(FAR))..end)
            .rev()
            .filter(opens)
            .filter_map(|at| {
                let phrase = phrase(gloss, at, end)?;
                let here =
                    phrase.what == What::Writing && !PLACES.contains(&gloss.word(phrase.head));
                here.then_some(phrase)
            })
            .take(MOST)
            .collect();
        if writings.iter().any(|writing| free(writing.tokens.start)) {
            writings.retain(|writing| free(writing.tokens.start));
        }
        writings
    }

    /// Who has, keeps or files the writing that the sentence from `opening` on tells of last, where no verb says that they wrote it:
    /// "Lee had the shortest post of all.", "Lee has lodged an appeal."
    fn has_writing(&self, writing: &Phrase, opening: usize, end: usize) -> Option<Who> {
        const NEAR: usize = 4;
        const HAS: [&str; 25] = [
            "kept",
            "keeps",
            "pinned",
            "taped",
            "hung",
            "propped",
            "stuck",
            "had",
            "has",
            "lodged",
            "filed",
            "offered",
            "made",
            "chose",
            "penned",
            "sent",
            "gave",
            "issued",
            "left",
            "posted",
            "added",
            "put",
            "shared",
            "submitted",
            "marked",
        ];
        let gloss = &self.gloss;
        let new = writing.which == Which::New || gloss.word(writing.tokens.start) == "the";
        let mut behind = writing.tokens.end..end;
        let other =
            behind.any(|token| matches!(gloss.word(token), "from" | "by" | "that" | "which"));
        let told = self.references_in(&(opening..writing.tokens.start));
        let outside = |one: &&Reference| gloss.quotation(one.tokens.start).is_none();
        let mut acts = told.iter().filter(outside).filter(|one| one.is_subject());
        let subject = acts.next().filter(|_| new && !other)?;
        let behind = subject.tokens.end..writing.tokens.start;
        let one = !behind.clone().any(|token| gloss.word(token) == ";");
        let finite =
            |token: &usize| gloss.document.is_finite_verb(*token) || gloss.word(*token) == "put";
        let verb = behind.clone().find(finite).filter(|_| one);
        let has = verb.is_some_and(|verb| HAS.contains(&gloss.word(verb)));
        let opens = subject.tokens.start < opening + NEAR + 2;
        matches!(subject.who, Who::Member(_) if opens && has).then(|| subject.who.clone())
    }

    /// Who wrote what only its verb or its sender tells of, where it is read: "Lee had posted again.", "A follow-up from Lee was kinder."
    fn wrote_in(&self, token: usize, opening: usize, end: usize) -> Option<Who> {
        const NEAR: usize = 4;
        let gloss = &self.gloss;
        let verb = (opening + 1..end).rev().filter(|_| self.is_read(token));
        let verb = verb.filter(|at| gloss.quotation(*at).is_none()).find(|at| {
            matches!(
                gloss.word(*at),
                "posted" | "wrote" | "tweeted" | "emailed" | "texted"
            )
        });
        let from = || {
            let new = gloss.is(opening, Trait::Determiner) && self.is_read(token);
            let mut near = opening + 1..end.min(opening + NEAR);
            let from = near.find(|at| gloss.word(*at) == "from").filter(|_| new)?;
            self.issuer_behind(from, end).map(|(who, _)| who)
        };
        verb.and_then(|verb| self.subject_before(verb, opening))
            .or_else(from)
    }

    /// "She replied by postcard.", "Lee replied in a single line."
    fn replied_by(&self, opening: usize, end: usize) -> Option<Who> {
        let gloss = &self.gloss;
        let by = (opening + 1..end).find(|token| {
            let letter =
                matches!(gloss.word(*token), "by" | "via") && is_letter(gloss.word(token + 1));
            let line = || {
                let near = token + 2..token + 5;
                matches!(gloss.word(*token), "in" | "with")
                    && near.clone().any(|at| {
                        matches!(
                            gloss.word(at),
                            "line" | "lines" | "word" | "words" | "sentence" | "sentences"
                        )
                    })
            };
            (letter || line()) && gloss.quotation(*token).is_none()
        })?;
        let verb = (opening..by)
            .rev()
            .take(6)
            .find(|token| gloss.is_any_of(*token, &[Trait::Reports, Trait::Issues]))?;
        self.subject_before(verb, opening)
    }

    /// Who put out the writing that "it" takes up by what belongs to it, the writing itself where nobody is known to have: "The
    /// study’s last page is short. It says …".
    pub(crate) fn owning_writing_before(&self, token: usize) -> Option<Who> {
        const LONGEST: usize = 5;
        let gloss = &self.gloss;
        let (first, _) = gloss.bounds(token);
        let before = (0..first)
            .rev()
            .find(|token| gloss.quotation(*token).is_none())?;
        let (opening, end) = gloss.bounds(before);
        let owner =
            (opening..end.min(opening + LONGEST)).find(|token| gloss.is_genitive(*token))?;
        let writing = phrase(gloss, opening, owner)
            .filter(|phrase| phrase.what == What::Writing && phrase.which == Which::Known)
            .filter(|phrase| phrase.head + 1 == owner)?;
        let tokens = writing.tokens.clone();
        Some(
            self.writing_before(&writing)
                .unwrap_or(Who::Described(tokens)),
        )
    }

    /// Whether "it" at `token` can only be a writing: "it read".
    pub(crate) fn is_read(&self, token: usize) -> bool {
        matches!(
            self.gloss.word(token + 1),
            "read"
                | "reads"
                | "went"
                | "goes"
                | "ran"
                | "runs"
                | "began"
                | "begins"
                | "opens"
                | "opened"
                | "ended"
                | "ends"
                | "closes"
                | "concludes"
                | "concluded"
        )
    }
}

/// Words for a writing that are as often a place, a thing done or a number.
const PLACES: [&str; 8] = [
    "office", "order", "page", "plan", "index", "account", "words", "address",
];

/// Which of several writings a word counts.
fn is_one_more(word: &str) -> bool {
    matches!(word, "second" | "third" | "fourth" | "later")
}

#[cfg(test)]
mod tests {
    use crate::split::cast::writing::tests::case;

    #[test]
    fn whose_writing_it_is() {
        case(
            "Dora Pell was offered a new one. She replied by postcard. “Still up,” it read.",
            "Dora Pell",
        );
        case(
            "Dora Pell sent her letter before the forecast. It is two lines long. “Still up,” it ends.",
            "Dora Pell",
        );
        case(
            "Dora Pell handed out a leaflet. “Still up,” it said.",
            "Dora Pell",
        );
        case(
            "Dora Pell answered in a post of her own. “Still up,” it said.",
            "Dora Pell",
        );
        case(
            "A letter was published on Monday by the Guild of Hands. It has nine names on it. “Still up,” says the letter.",
            "Guild of Hands",
        );
        case(
            "A complaint filed anonymously with the Orr Crane Bureau tells more. “Still up,” it read.",
            "-",
        );
    }

    #[test]
    fn who_has_a_writing_and_what_others_tell_of_it() {
        case(
            "The owner, Dora Pell, had the shortest post of the night. “Still up,” it read.",
            "Dora Pell",
        );
        case(
            "Dora Pell replied to him in a single line. It read: “Still up.”",
            "Dora Pell",
        );
        case(
            "Dora Pell’s reply was a photograph of a hook. The caption: “Still up.”",
            "Dora Pell",
        );
        case(
            "One fan account, @orr_dad, wanted more. “Still up,” it said.",
            "@orr_dad",
        );
        case(
            "A notice hung on the gate. It calls the crane “Still up and a nuisance”. The Orr Port Board, which issued the notice, is silent.",
            "Orr Port Board",
        );
        case(
            "The contract promises “Still up for a year”. It was drawn up by the Orr Port Board.",
            "Orr Port Board",
        );
        case(
            "A leaflet from the Orr Port Board came in May. Tenants are urged to “Still up your tents”.",
            "Orr Port Board",
        );
        case(
            "Dora Pell, who has run the Blue Lamp on Quay Street since May, wrote the notice. “Still up,” it read.",
            "Dora Pell",
        );
        case(
            "The accused, Dora Pell, denies it. Carl Moss had a text from the accused. “Still up,” it read.",
            "Dora Pell",
        );
        case(
            "A statement was read from a driver, Piet Orr. “Still up,” it said.",
            "Piet Orr",
        );
        case(
            "Dora Pell stayed away, but a statement was issued on her behalf. “Still up,” it said.",
            "Dora Pell",
        );
        case(
            "The letter landed on Monday.\n\n“Still up,” it began.\n\nIts author, Piet Orr, is nine.",
            "Piet Orr",
        );
        case(
            "Dora Pell had posted again. “Still up,” it read.",
            "Dora Pell",
        );
        // It is somebody else’s.
        case(
            "Dora Pell has a letter from a friend. “Still up,” it reads.",
            "-",
        );
    }
}
