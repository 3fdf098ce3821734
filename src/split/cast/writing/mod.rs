//! A writing that is spoken of again: which letter “it read”, “the letter” and “the caption” take up, and who put that out.

mod answer;
mod it;
mod picture;

use super::Cast;
use super::lexicon::Trait;
use super::phrase::{Phrase, What, Which};
use super::reference::Who;

impl Cast<'_> {
    /// Who put out the writing of the same name that was last spoken of, or one near that the name may mean: "Lee wrote the mayor
    /// a letter. … The note ended".
    pub(super) fn writing_before(&self, phrase: &Phrase) -> Option<Who> {
        const FAR: usize = 400;
        const NEAR: usize = 150;
        let noun = self.gloss.word(phrase.head);
        self.writing_called(phrase, FAR, |other| other.eq_ignore_ascii_case(noun))
            .or_else(|| self.writing_called(phrase, NEAR, |other| may_be_called(other, noun)))
    }

    /// Who put out the writing that was last spoken of, at most `far` tokens before `phrase`, by a noun that `fits`.
    fn writing_called(
        &self,
        phrase: &Phrase,
        far: usize,
        fits: impl Fn(&str) -> bool,
    ) -> Option<Who> {
        let gloss = &self.gloss;
        let start = phrase.tokens.start;
        (start.saturating_sub(far)..start)
            .rev()
            .filter(|token| fits(gloss.word(*token)))
            .find_map(|head| {
                let (first, last) = gloss.bounds(head);
                let mut opening = head;
                while opening > first && head - opening < 7 {
                    if gloss.is(opening, Trait::Determiner) || gloss.is_genitive(opening - 1) {
                        break;
                    }
                    opening -= 1;
                }
                let earlier = Phrase {
                    tokens: opening..head + 1,
                    head,
                    what: What::Writing,
                    which: Which::New,
                };
                self.issuer(&earlier, last).or_else(|| {
                    // "…, Lee said in a statement": the speaker of the sentence.
                    let stated = (first..opening)
                        .rev()
                        .take(4)
                        .find(|k| gloss.is(*k, Trait::Reports))?;
                    self.subject_before(stated, first)
                })
            })
    }

    /// Who had written before "the letter" was spoken of: "Lee wrote to the Post. “…,” ran the letter."
    pub(super) fn wrote_before(&self, phrase: &Phrase) -> Option<Who> {
        const NEAR: usize = 2;
        const FAR: usize = 6;
        let gloss = &self.gloss;
        // What goes on was quoted before.
        let goes_on = matches!(
            gloss.word(phrase.tokens.end),
            "goes" | "went" | "continues" | "continued" | "adds" | "added" | "ends" | "ended"
        );
        let sentences = if goes_on { FAR } else { NEAR };
        if !is_letter(gloss.word(phrase.head)) {
            return None;
        }
        let here = gloss.sentence(phrase.tokens.start);
        (here.saturating_sub(sentences)..here)
            .rev()
            .find_map(|nth| {
                let tokens = gloss.document.sentences.get(nth)?.tokens.clone();
                let verb = tokens.clone().skip(1).find(|token| {
                    matches!(
                        gloss.word(*token),
                        "wrote"
                            | "written"
                            | "emailed"
                            | "texted"
                            | "posted"
                            | "replied"
                            | "responded"
                            | "answered"
                            | "messaged"
                            | "tweeted"
                    ) && gloss.quotation(*token).is_none()
                })?;
                self.subject_before(verb, tokens.start)
            })
    }

    /// The newspaper that "the paper" means: the one last named, which its name or the word before it tells.
    pub(super) fn newspaper_before(&self, token: usize) -> Option<usize> {
        const FAR: usize = 250;
        let gloss = &self.gloss;
        let mut mentions = self.mentions_in(&(token.saturating_sub(FAR)..token)).rev();
        let nth = mentions.find(|nth| {
            let before = self.mentions[*nth].tokens.start.wrapping_sub(1);
            is_newspaper(gloss.word(before))
                || gloss.word(before) != "'" && self.named[*nth].is_some_and(|m| self.is_news(m))
        })?;
        self.named[nth]
    }
}

/// Whether a writing that is one noun may be taken up by another: a letter as "the note", a post as "the message".
fn may_be_called(writing: &str, noun: &str) -> bool {
    let writings: &[&str] = match noun {
        "message" => &[
            "email",
            "e-mail",
            "letter",
            "note",
            "post",
            "text",
            "tweet",
            "thread",
            "statement",
            "notice",
            "card",
            "video",
        ],
        "note" => &["letter", "email", "e-mail", "message", "memo", "card"],
        "missive" => &["letter", "email", "e-mail", "note"],
        "memo" => &["email", "e-mail", "letter", "note"],
        "text" => &[
            "letter",
            "message",
            "statement",
            "petition",
            "notice",
            "post",
        ],
        "posting" | "tweet" | "thread" | "update" => &["post", "message", "thread"],
        "document" => &["report", "letter", "petition", "memo", "paper", "review"],
        "communique" | "communiqué" | "declaration" => &["statement"],
        "study" | "paper" | "review" => &["report", "study", "survey", "paper"],
        "filing" | "complaint" | "suit" => &["lawsuit", "complaint", "suit", "claim", "motion"],
        "lawsuit" => &["complaint", "suit", "claim"],
        _ => &[],
    };
    writings.contains(&writing)
}

/// What a newspaper is called.
pub(super) fn is_newspaper(word: &str) -> bool {
    [
        "paper",
        "newspaper",
        "daily",
        "tabloid",
        "broadsheet",
        "weekly",
    ]
    .contains(&word)
}

/// Whether a writing is sent or put up, so that "it said" after it means its words rather than a body.
pub(super) fn is_letter(noun: &str) -> bool {
    [
        "letter",
        "email",
        "e-mail",
        "message",
        "post",
        "note",
        "notice",
        "card",
        "postcard",
        "text",
        "entry",
        "thread",
        "tweet",
        "memo",
        "caption",
        "sign",
        "telegram",
        "leaflet",
        "flyer",
        "flier",
        "placard",
        "complaint",
    ]
    .contains(&noun)
}

#[cfg(test)]
pub(super) mod tests {
    use crate::split::tests::spoken;

    /// Who is told of as having said the words “Still up” of `text`, behind a paragraph with two who may be meant.
    #[track_caller]
    pub(crate) fn case(text: &str, who: &str) {
        let text = format!(
            "The crane at Orr fell on Friday. “It was rust,” said Carl Moss, an engineer. Dora Pell, 51, owned it.\n\n{text}"
        );
        spoken(&text, "Still up", who);
    }

    #[test]
    fn whose_letter_was_told_of_by_its_verb_alone() {
        case(
            "Dora Pell wrote to the Orr Gazette. “Still up,” ran the letter.",
            "Dora Pell",
        );
        case(
            "A statement on behalf of Dora Pell was read to the court. “Still up,” it said.",
            "Dora Pell",
        );
        case(
            "Dora Pell has started a petition. “Still up,” it says.",
            "Dora Pell",
        );
    }

    #[test]
    fn whose_writing_stands_behind_what_they_did() {
        case(
            "Dora Pell, who owns it, reposted that one with a comment of her own. “Still up,” it said.",
            "Dora Pell",
        );
        case(
            "Its owner, Dora Pell, marked the day with a post that her staff took down. “Still up,” it read.",
            "Dora Pell",
        );
        case(
            "Its owner, Dora Pell, took another line in a thread. “Still up,” the thread read.",
            "Dora Pell",
        );
        case(
            "At nine Dora Pell posted again. “Still up,” the message read in full.",
            "Dora Pell",
        );
        case(
            "Dora Pell implored the port not to sell it. “Still up,” her appeal said.",
            "Dora Pell",
        );
        // Who is told of right before the verb is somebody else.
        case(
            "Dora Pell agrees; one guest raised it as well, in a letter. It began: “Still up.”",
            "-",
        );
    }
}
