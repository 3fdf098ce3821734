//! A picture: who put up what a caption goes with.

use std::ops::Range;

use crate::split::cast::Cast;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::phrase::{Phrase, is_possessive};
use crate::split::cast::reference::Who;

impl Cast<'_> {
    /// Who put up the picture that "the caption" goes with: "Her niece had posted a photo. The caption: …"
    pub(crate) fn poster_before(&self, phrase: &Phrase) -> Option<Who> {
        const SENTENCES: usize = 3;
        const LONGEST: usize = 6;
        let gloss = &self.gloss;
        if !["caption", "post", "tweet", "comment", "message"].contains(&gloss.word(phrase.head)) {
            return None;
        }
        let here = gloss.sentence(phrase.tokens.start);
        (here.saturating_sub(SENTENCES)..=here)
            .rev()
            .find_map(|nth| {
                let tokens = gloss.document.sentences.get(nth)?.tokens.clone();
                let verb = tokens
                    .clone()
                    .take_while(|token| *token < phrase.tokens.start)
                    .find(|token| {
                        let word = gloss.word(*token);
                        let up = word == "put" && gloss.word(token + 1) == "up";
                        let took = word == "took"
                            && gloss.word(token + 1) == "to"
                            && self.is_posted_on(token + 2);
                        (up || took || POSTS.contains(&word)) && gloss.quotation(*token).is_none()
                    });
                let Some(verb) = verb else {
                    return self.picture_of(&tokens);
                };
                let perfect =
                    |token: &usize| gloss.is_any_of(*token, &[Trait::Auxiliary, Trait::Adverb]);
                let last = (tokens.start..verb).rev().find(|token| !perfect(token))?;
                // "@annlee had posted a photo": the account is read by itself.
                if gloss.word(last).starts_with('@') {
                    return None;
                }
                // "Lee, | its owner, | keeps posting"
                let opens = |token: &usize| {
                    is_possessive(gloss.word(*token))
                        && (*token == tokens.start || gloss.word(*token - 1) != ",")
                };
                let owned = (last.saturating_sub(LONGEST).max(tokens.start)..last)
                    .rev()
                    .take_while(|token| self.mention_at(*token).is_none())
                    .find(opens)
                    .map(|start| start..last + 1);
                let Some(owned) = owned else {
                    return self.subject_before(verb, tokens.start);
                };
                let read = self.read_phrase(owned.clone()).map(|(who, _)| who);
                Some(read.unwrap_or(Who::Described(owned)))
            })
    }

    /// Whether people post there: "took to | Instagram", "took to | social media".
    fn is_posted_on(&self, token: usize) -> bool {
        let gloss = &self.gloss;
        let named = self.mention_at(token).and_then(|nth| self.named[nth]);
        named.is_some_and(|member| self.is_medium(member))
            || gloss.word(token) == "social" && gloss.word(token + 1) == "media"
    }

    /// Whose picture a sentence says something is: "Lee’s reply was a photograph of a chair."
    fn picture_of(&self, tokens: &Range<usize>) -> Option<Who> {
        const PICTURES: [&str; 8] = [
            "picture",
            "photograph",
            "photo",
            "image",
            "video",
            "selfie",
            "drawing",
            "emoji",
        ];
        let gloss = &self.gloss;
        let is = tokens
            .clone()
            .find(|token| matches!(gloss.word(*token), "was" | "is" | "came" | "contained"))?;
        let picture = (is..tokens.end).any(|token| PICTURES.contains(&gloss.word(token)));
        let owned = (tokens.start..is).rev().find_map(|token| {
            let nth = gloss
                .is_genitive(token)
                .then(|| self.mention_at(token.wrapping_sub(1)))??;
            self.named[nth].map(Who::Member)
        });
        owned
            .or_else(|| {
                is_possessive(gloss.word(tokens.start)).then(|| self.owner(tokens.start))?
            })
            .filter(|_| picture)
    }
}

/// Verbs of putting a picture where it is seen.
const POSTS: [&str; 9] = [
    "posting",
    "reposted",
    "retweeted",
    "posted",
    "shared",
    "uploaded",
    "published",
    "tweeted",
    "posts",
];

#[cfg(test)]
mod tests {
    use crate::split::cast::writing::tests::case;

    #[test]
    fn whose_picture_a_caption_is_under() {
        case(
            "Dora Pell posted a picture of the crane. “Still up,” the caption read.",
            "Dora Pell",
        );
        case(
            "Her niece had put up a picture of the crane. The caption:\n\nStill up, whatever they say of it.\n\nThe niece, Ann Lee, was glad.",
            "Ann Lee",
        );
        case(
            "An account, @orr_dad, posted a picture of the crane. “Still up,” the caption read.",
            "@orr_dad",
        );
        case(
            "Dora Pell wrote a post. “Not yet,” it said.\n\nAnother post followed at noon:\n\nStill up, whatever they say of it.",
            "Dora Pell",
        );
    }
}
