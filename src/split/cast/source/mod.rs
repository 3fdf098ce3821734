//! A source: the words that name who is quoted, read for whom they mean.

mod named;
mod nameless;
mod word;

use std::ops::Range;

use crate::attribution::{self, Speaker};
use crate::split::cast::attested::is_day;
use crate::split::cast::gloss::Case;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::phrase::{is_possessive, phrase};
use crate::split::cast::reference::Who;
use crate::split::cast::{Cast, Identity};
use crate::text::Span;

impl Cast<'_> {
    /// Whom the words at `source` mean.
    pub(in crate::split::cast) fn read_source(&self, source: Span) -> Identity {
        let tokens = self.trimmed(self.gloss.document.tokens_in(source));
        if tokens.is_empty() {
            return self.described(source, "no words");
        }
        let label = self.read_label(&tokens);
        let meant = if label.is_some() {
            label
        } else if tokens.len() == 1 {
            self.read_word(tokens.start)
        } else {
            self.read_phrase(tokens.clone())
        };
        let own_voice = tokens.len() == 1
            && matches!(self.gloss.word(tokens.start), "I" | "me" | "my")
            && self.gloss.quotation(tokens.start).is_none();
        if own_voice && let Some(byline) = &self.gloss.document.article.byline {
            let name = attribution::Name {
                full: byline.clone(),
                others: Vec::new(),
            };
            return Identity {
                speaker: Speaker::Named(name),
                why: "byline",
            };
        }
        match meant {
            None if let Some(account) = self.account(&tokens) => account,
            None if let Some(account) = self.account_just_told(&tokens) => account,
            _ if let Some(account) = self.account_apposed(&tokens) => account,
            _ if let Some(account) = self.account_that_acts(&tokens) => account,
            Some((_, "issuer")) if let Some(account) = self.account_posting(&tokens) => account,
            Some((Who::Member(member), why)) => self.named(member, why),
            Some((Who::Described(tokens), why)) => {
                match self.named_elsewhere(&tokens, why == "pronoun") {
                    Some(member) => self.named(member, "named below"),
                    None if let Some(account) = self.account(&tokens) => account,
                    None => self.described(self.gloss.span(&tokens), why),
                }
            }
            None => match self.named_elsewhere(&tokens, false) {
                Some(member) => self.named(member, "named below"),
                None => match self.references.taken_up.get(&tokens.start) {
                    Some(member) if !self.tells_of(*member, tokens.start) => {
                        self.named(*member, "taken up")
                    }
                    _ => match self.labelled_paper(&tokens) {
                        Some(speaker) => Identity {
                            speaker,
                            why: "label",
                        },
                        None => self.described(source, "described"),
                    },
                },
            },
        }
    }

    /// The account that "it" takes up from the sentence before: "An account called @lee was blunter. “…,” it said."
    fn account_just_told(&self, tokens: &Range<usize>) -> Option<Identity> {
        const LONGEST: usize = 12;
        let gloss = &self.gloss;
        if tokens.len() != 1 || !gloss.word(tokens.start).eq_ignore_ascii_case("it") {
            return None;
        }
        let (first, _) = gloss.bounds(tokens.start);
        let before = (0..first)
            .rev()
            .take(LONGEST * 4)
            .find(|token| gloss.quotation(*token).is_none())?;
        let (mut opening, mut end) = gloss.bounds(before);
        // "It denied everything."
        if gloss.word(opening) == "It" && opening > 0 {
            (opening, end) = gloss.bounds(opening - 1);
        }
        let told = opening..end.min(opening + LONGEST);
        let account = told.clone().find(|token| gloss.word(*token) == "account")?;
        // "The authority’s own account answered."
        let mut before = (opening..account).rev().take(3);
        let owner = before
            .find(|token| gloss.is_genitive(*token))
            .and_then(|genitive| self.read_phrase(opening..genitive));
        // "Hours later the parody account came back."
        let the = || {
            let mut before = (opening..account).rev().take(4);
            let the = before.find(|token| gloss.word(*token).eq_ignore_ascii_case("the"))?;
            self.account(&(the..account + 1))
        };
        match owner {
            Some((Who::Member(member), why)) => Some(self.named(member, why)),
            _ => self.account(&told).or_else(the),
        }
    }

    /// The account that the sentence before "it" is about: "One fan account, @lee, wanted more. “…,” it said."
    fn account_that_acts(&self, tokens: &Range<usize>) -> Option<Identity> {
        const NEAR: usize = 10;
        let gloss = &self.gloss;
        let it = tokens.len() == 1 && gloss.word(tokens.start).eq_ignore_ascii_case("it");
        let (first, _) = gloss.bounds(tokens.start);
        let before = (0..first)
            .rev()
            .take(NEAR * 6)
            .find(|token| it && gloss.quotation(*token).is_none())?;
        let (opening, end) = gloss.bounds(before);
        let mut near = opening..end.min(opening + NEAR);
        let account = near.find(|token| gloss.word(*token) == "account")?;
        let handle = account + 1 + usize::from(gloss.word(account + 1) == ",");
        let handle = gloss.word(handle).starts_with('@').then_some(handle)?;
        self.account_posting(&(handle..handle + 1))
    }

    /// Who is described here and named in the paragraphs below, or when spoken of again.
    fn named_elsewhere(&self, tokens: &Range<usize>, told_of: bool) -> Option<usize> {
        self.named_below(tokens, told_of)
            .or_else(|| self.named_again(tokens))
            .or_else(|| self.on_the_bench(tokens))
            .or_else(|| self.described_before(tokens))
    }

    pub(in crate::split::cast) fn named(&self, member: usize, why: &'static str) -> Identity {
        Identity {
            speaker: Speaker::Named(self.members[member].name()),
            why,
        }
    }

    fn described(&self, words: Span, why: &'static str) -> Identity {
        let words = words
            .of(self.gloss.document.text)
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '—' | '–'));
        Identity {
            speaker: if words.is_empty() {
                Speaker::Unnamed
            } else {
                Speaker::Described(words.to_owned())
            },
            why,
        }
    }

    /// Without marks at the ends, and without what leads up to a source.
    fn trimmed(&self, mut tokens: Range<usize>) -> Range<usize> {
        /// How long the name of a place before the subject is at most.
        const LONGEST: usize = 6;
        let gloss = &self.gloss;
        let bare = |token: usize| {
            gloss.case(token) == Case::None
                && !gloss
                    .word(token)
                    .starts_with(|c: char| c.is_alphanumeric() || c == '@')
        };
        while !tokens.is_empty()
            && (bare(tokens.start)
                || gloss.is(tokens.start, Trait::Preposition)
                || gloss.word(tokens.start).eq_ignore_ascii_case("according"))
        {
            tokens.start += 1;
        }
        while !tokens.is_empty()
            && (bare(tokens.end - 1) && gloss.word(tokens.end - 1) != ")"
                || tokens.len() > 1 && gloss.is_genitive(tokens.end - 1)
                // "Hull Council today"
                || tokens.len() > 1
                    && gloss.is(tokens.end - 1, Trait::Adverb)
                    && gloss.case(tokens.end - 1) == Case::Lower)
        {
            tokens.end -= 1;
        }
        // "an offer that | their union"
        let clause = tokens
            .clone()
            .rev()
            .find(|token| gloss.word(*token) == "that");
        if let Some(that) = clause.filter(|that| *that > tokens.start + 1)
            && is_possessive(gloss.word(that + 1))
            && phrase(gloss, that + 1, tokens.end).is_some_and(|own| own.tokens.end == tokens.end)
        {
            tokens.start = that + 1;
        }
        // "On | Tuesday Dunmore Mill"
        if tokens.len() > 1
            && is_day(gloss.word(tokens.start))
            && tokens.start > 0
            && gloss.word(tokens.start - 1).eq_ignore_ascii_case("on")
        {
            tokens.start += 1;
        }
        // "In its order the board": what a preposition leads is no part of the subject behind it.
        let led = tokens.start > 0 && gloss.is(tokens.start - 1, Trait::Preposition);
        let subject = tokens.clone().skip(1).find(|token| {
            let lower = gloss.case(*token - 1) == Case::Lower
                && *token > tokens.start + 1
                && !gloss.entry(*token - 1).is_grammar();
            // "In an interview with Radio Orr the minister"
            let named = gloss.is_capital(*token - 1) && gloss.case(*token + 1) == Case::Lower;
            gloss.word(*token) == "the" && (lower || named)
        });
        // "Opening the case at Hull Crown Court, Ann Lee KC"
        let comma = (tokens.clone())
            .take(LONGEST)
            .find(|token| gloss.word(*token) == ",");
        let behind_place = comma.filter(|comma| {
            let place = (tokens.start..*comma).all(|token| gloss.is_capital(token));
            let person = self.mention_at(comma + 1);
            place && comma + 1 < tokens.end && person.is_some_and(|nth| self.is_personal(nth))
        });
        // "In written evidence Dunmore Mill"
        let written = tokens.clone().skip(1).find(|token| {
            (tokens.start..*token).all(|token| gloss.case(token) == Case::Lower)
                && gloss.is_capital(*token)
                && ((tokens.start..*token).any(|token| gloss.is(token, Trait::Writing))
                    || matches!(gloss.word(*token - 1), "evidence" | "submissions" | "court"))
        });
        let behind_place = behind_place.map(|comma| comma + 1);
        if let Some(subject) = subject.or(written).or(behind_place).filter(|_| led) {
            tokens.start = subject;
        }
        tokens
    }

    /// The mention that holds a token.
    pub(in crate::split::cast) fn mention_at(&self, token: usize) -> Option<usize> {
        let nth = self.mentions.partition_point(|m| m.tokens.end <= token);
        (self.mentions.get(nth)?.tokens.start <= token).then_some(nth)
    }

    /// The mentions that lie in `tokens`, as indices.
    pub(in crate::split::cast) fn mentions_in(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self
            .mentions
            .partition_point(|m| m.tokens.start < tokens.start);
        // A source may leave out the title before a name.
        let start = match start.checked_sub(1) {
            Some(before) if self.mentions[before].tokens.end > tokens.start => before,
            _ => start,
        };
        let end = self
            .mentions
            .partition_point(|m| m.tokens.start < tokens.end);
        start..end.max(start)
    }

    pub(in crate::split::cast) fn member(
        &self,
        nth: usize,
        why: &'static str,
    ) -> Option<(Who, &'static str)> {
        self.named[nth].map(|member| (Who::Member(member), why))
    }
}
