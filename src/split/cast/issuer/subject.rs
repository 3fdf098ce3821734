//! The subject of a verb of writing: whom the words before it mean.

use crate::split::cast::Cast;
use crate::split::cast::coreference::third_person;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::mention::NameKind;
use crate::split::cast::phrase::is_possessive;
use crate::split::cast::reference::Who;

impl Cast<'_> {
    /// Whom the nearest words before `verb` that can be its subject mean.
    pub(crate) fn subject_before(&self, verb: usize, first: usize) -> Option<Who> {
        let gloss = &self.gloss;
        let mut token = verb;
        // "Lee, | who has run the Blue Heron for nine years, | wrote"
        if let Some(name) = self.before_relative(verb, first) {
            token = name + 1;
        }
        while token > first {
            token -= 1;
            if let Some(nth) = self.mention_at(token) {
                if self.mentions[nth].kind == NameKind::Thing
                    || gloss.is(
                        self.mentions[nth].tokens.start.wrapping_sub(1),
                        Trait::Preposition,
                    )
                {
                    token = self.mentions[nth].tokens.start;
                    continue;
                }
                return self.named[nth].map(Who::Member);
            }
            // "Lee, | her deputy, | answered"
            let apposed = is_possessive(gloss.word(token))
                && token > first + 1
                && gloss.word(token - 1) == ","
                && self.mention_at(token - 2).is_some();
            if let Some(who) = self.owner(token).filter(|_| !apposed) {
                return Some(who);
            }
        }
        None
    }

    /// Whom the words right before `verb` mean, where nobody else is described there.
    pub(super) fn subject_right_before(&self, verb: usize, first: usize) -> Option<Who> {
        const LONGEST: usize = 5;
        let gloss = &self.gloss;
        let aside = |token: &usize| {
            gloss.is_any_of(*token, &[Trait::Auxiliary, Trait::Adverb])
                && self.mention_at(*token).is_none()
        };
        let last = (first..verb).rev().find(|token| !aside(token))?;
        let named = self.mention_at(last).is_some()
            || gloss.word(last) == ","
            || third_person(gloss.word(last)).is_some();
        if named {
            return self.subject_before(verb, first);
        }
        // "the minister replied in a post"
        let the = (first..last)
            .rev()
            .take(LONGEST)
            .find(|token| gloss.is(*token, Trait::Determiner))
            .filter(|the| !matches!(gloss.word(*the), "a" | "an" | "one" | "another" | "some"))?;
        self.read_phrase(the..last + 1).map(|(who, _)| who)
    }

    /// The last token of the name that a relative clause stands behind which ends with the comma right before `verb`.
    fn before_relative(&self, verb: usize, first: usize) -> Option<usize> {
        const LONGEST: usize = 30;
        let gloss = &self.gloss;
        let comma = verb
            .checked_sub(1)
            .filter(|comma| *comma > first && gloss.word(*comma) == ",")?;
        let opening = (first.max(comma.saturating_sub(LONGEST))..comma)
            .rev()
            .find(|token| matches!(gloss.word(*token), "who" | "whose" | "which"))?;
        let name = opening.checked_sub(2).filter(|name| *name >= first)?;
        let apart = gloss.word(opening - 1) == ",";
        (apart && self.mention_at(name).is_some()).then_some(name)
    }
}
