//! An author: whom the words behind a writing tell to have written, drawn up or signed it, or whose page it stands on.

use super::Cast;
use super::coreference::third_person;
use super::lexicon::Trait;
use super::mention::NameKind;
use super::phrase::{Phrase, is_possessive};
use super::reference::Who;

impl Cast<'_> {
    /// Who wrote or sent it, told right behind a writing without a joint: "a message he had sent to Lee".
    pub(super) fn writer_told_behind(&self, from: usize) -> Option<Who> {
        const LONGEST: usize = 8;
        let gloss = &self.gloss;
        let (_, end) = gloss.bounds(from);
        let end = end.min(from + LONGEST);
        let verb = (from + 1..end)
            .take_while(|token| !matches!(gloss.word(*token), "," | ";" | ":" | "(" | "by" | "and"))
            .find(|token| WRITES.contains(&gloss.word(*token)))?;
        let perfect = ["had", "has", "have", "once", "later", "never"];
        let last = (from..verb)
            .rev()
            .find(|token| !perfect.contains(&gloss.word(*token)))?;
        let subject = from..last + 1;
        if subject.len() == 1 && third_person(gloss.word(from)).is_some() {
            return self.references.pronouns.get(&from).cloned();
        }
        let opens = gloss.is(from, Trait::Determiner) || gloss.is_capital(from);
        let whole = opens
            && !subject
                .clone()
                .any(|token| gloss.is(token, Trait::Preposition));
        whole
            .then(|| self.read_phrase(subject))
            .flatten()
            .map(|(who, _)| who)
    }

    /// In whose hand it is: "a card in the handwriting of Lee", "a note in Lee’s hand".
    pub(super) fn hand(&self, from: usize) -> Option<Who> {
        const NEAR: usize = 8;
        let gloss = &self.gloss;
        let (_, end) = gloss.bounds(from);
        let from = from + usize::from(gloss.word(from) == ",");
        let near = from..end.min(from + NEAR);
        let hand = near
            .clone()
            .find(|token| matches!(gloss.word(*token), "hand" | "handwriting" | "name"))
            .filter(|_| gloss.word(from) == "in")?;
        if gloss.word(hand + 1) != "of" {
            return self.owner(from + 1).or_else(|| {
                let nth = self.mention_at(from + 1)?;
                self.named[nth].map(Who::Member)
            });
        }
        let first = hand + 2;
        let last = (first..end.min(first + NEAR))
            .find(|token| {
                gloss.quotation(*token).is_some() || matches!(gloss.word(*token), "." | ";" | "who")
            })
            .unwrap_or(end.min(first + NEAR));
        self.read_phrase(first..last).map(|(who, _)| who)
    }

    /// Whose house or business the place is that a writing hangs at: "a notice taped up at Rosa’s", "the sign outside the Blue
    /// Lamp Café".
    pub(super) fn whose_place(&self, phrase: &Phrase) -> Option<Who> {
        const NEAR: usize = 14;
        let gloss = &self.gloss;
        let hangs = [
            "sign",
            "notice",
            "note",
            "banner",
            "poster",
            "placard",
            "plaque",
            "card",
            "post",
            "message",
            "statement",
            "update",
            "inscription",
            "caption",
        ];
        if !hangs.contains(&gloss.word(phrase.head)) {
            return None;
        }
        let (_, end) = gloss.bounds(phrase.head);
        let here = phrase.tokens.end..end.min(phrase.tokens.end + NEAR);
        let until = here
            .clone()
            .find(|token| gloss.quotation(*token).is_some() || gloss.word(*token) == ":")
            .unwrap_or(here.end);
        self.mentions_in(&(here.start..until))
            .find_map(|nth| {
                let mention = &self.mentions[nth];
                let first = mention.tokens.start;
                let before = first - usize::from(gloss.is(first - 1, Trait::Determiner));
                let at = matches!(gloss.word(before - 1), "at" | "outside" | "of" | "inside");
                let owned = gloss.is_genitive(mention.tokens.end);
                // "the sign on Rosa’s gate"
                let on = owned && matches!(gloss.word(before - 1), "on" | "over" | "above" | "by");
                let member = self.named[nth].filter(|_| at || on)?;
                let office = gloss.word(before - 1) == "of"
                    && matches!(
                        gloss.word(before - 2),
                        "office" | "offices" | "door" | "gate"
                    );
                let body = self.members[member].kind == NameKind::Organisation || office;
                // "a post on the page of Lee"
                let page = gloss.word(before - 1) == "of" && is_page(gloss.word(before - 2));
                (owned || body || page).then_some(Who::Member(member))
            })
            // "the caption on her post"
            .or_else(|| {
                let on = phrase.tokens.end;
                let owned = gloss.word(on) == "on" && is_possessive(gloss.word(on + 1));
                let page = (on + 2..until).any(|token| is_page(gloss.word(token)));
                (owned && page).then(|| self.owner(on + 1)).flatten()
            })
    }

    /// Who made a writing, as a sentence behind tells: "The notice … | It was drawn up by Lee.", "The club, which issued the
    /// notice, says …".
    pub(super) fn made_behind(&self, phrase: &Phrase) -> Option<Who> {
        const SENTENCES: usize = 4;
        const NEAR: usize = 6;
        const MADE: [&str; 14] = [
            "issued",
            "served",
            "sent",
            "wrote",
            "written",
            "drew",
            "drawn",
            "drafted",
            "published",
            "signed",
            "posted",
            "prepared",
            "printed",
            "released",
        ];
        let gloss = &self.gloss;
        let noun = gloss.word(phrase.head);
        let (_, mut first) = gloss.bounds(phrase.head);
        for _ in 0..SENTENCES {
            let (_, end) = gloss.bounds(first);
            if end <= first {
                return None;
            }
            // "“…,” it read. It was drawn up by Lee."
            if gloss.quotation(first).is_some() {
                first = end;
                continue;
            }
            // "It was from Lee.", "The sender was Lee."
            let sent = matches!(gloss.word(first + 1), "was" | "is" | "came")
                && gloss.word(first) == "It"
                && gloss.word(first + 2) == "from"
                || gloss.word(first) == "The"
                    && matches!(gloss.word(first + 1), "sender" | "author" | "writer")
                    && matches!(gloss.word(first + 2), "was" | "is");
            if sent {
                let nth = self.mention_at(first + 3)?;
                return self.named[nth].map(Who::Member);
            }
            // "Its author, Lee, is a surgeon."
            let author = matches!(gloss.word(first), "Its" | "The")
                && matches!(
                    gloss.word(first + 1),
                    "author" | "writer" | "sender" | "signatory" | "poster"
                );
            if author && gloss.word(first + 2) == "," {
                let last = (first + 3..end).find(|token| gloss.word(*token) == ",");
                return self
                    .read_phrase(first + 3..last.unwrap_or(end))
                    .map(|(who, _)| who);
            }
            // "It was drawn up by Lee."
            let it = gloss.word(first) == "It"
                || gloss.word(first) == "The" && gloss.word(first + 1) == noun;
            let verb =
                (first..end.min(first + NEAR)).find(|token| MADE.contains(&gloss.word(*token)));
            if let Some(verb) = verb.filter(|_| it)
                && matches!(gloss.word(verb - 1), "was" | "is" | "been" | "were")
                && let Some(by) =
                    (verb + 1..end.min(verb + NEAR)).find(|token| gloss.word(*token) == "by")
            {
                let read = || {
                    let last = (by + 1..end).find(|token| {
                        gloss.quotation(*token).is_some()
                            || matches!(gloss.word(*token), "." | ";" | "and")
                    })?;
                    self.read_phrase(by + 1..last)
                };
                return self
                    .issuer_behind(by, end)
                    .or_else(read)
                    .map(|(who, _)| who);
            }
            // "The club, which issued the notice, says …"
            let which = (first..end).find(|token| {
                matches!(gloss.word(*token), "which" | "who")
                    && gloss.word(*token - 1) == ","
                    && (token + 1..token + 3).any(|verb| MADE.contains(&gloss.word(verb)))
                    && (token + 2..token + 6).any(|object| gloss.word(object) == noun)
            });
            if let Some(which) = which {
                let nth = self.mention_at(which.checked_sub(2)?)?;
                return self.named[nth].map(Who::Member);
            }
            first = end;
        }
        None
    }

    /// Who signed or sent a writing, as the next sentence tells: "A letter … It was signed by Lee."
    pub(super) fn signed_behind(&self, phrase: &Phrase) -> Option<Who> {
        const NEAR: usize = 10;
        let gloss = &self.gloss;
        let (_, first) = gloss.bounds(phrase.tokens.start);
        let (_, end) = gloss.bounds(first);
        // "Lee wrote it."
        if let Some(nth) = self.mention_at(first) {
            let verb = self.mentions[nth].tokens.end;
            let made = WRITES.contains(&gloss.word(verb)) || MAKES.contains(&gloss.word(verb));
            let it = (verb + 1..verb + 3).any(|token| gloss.word(token) == "it");
            return self.named[nth].filter(|_| made && it).map(Who::Member);
        }
        let again = gloss.word(first) == "It"
            || gloss.word(first) == "The" && gloss.word(first + 1) == gloss.word(phrase.head);
        let verb = (first..end.min(first + NEAR)).find(|token| {
            [
                "signed",
                "sent",
                "written",
                "issued",
                "published",
                "prepared",
                "drafted",
            ]
            .contains(&gloss.word(*token))
        })?;
        let by = (verb + 1..end.min(verb + 5)).find(|token| {
            gloss.word(*token) == "by"
                || gloss.word(*token) == "of" && gloss.word(token - 1) == "behalf"
        })?;
        let start = by + 1 + usize::from(gloss.is(by + 1, Trait::Determiner));
        let nth = self.mention_at(start).filter(|_| again)?;
        self.named[nth].map(Who::Member)
    }
}

/// What somebody’s posts stand on.
fn is_page(word: &str) -> bool {
    let pages = [
        "page", "account", "profile", "feed", "timeline", "channel", "post", "photo", "picture",
        "website", "site", "blog", "wall", "door", "window", "gate",
    ];
    pages.contains(&word)
}

/// Verbs of writing and sending, behind whoever does.
pub(super) const WRITES: [&str; 19] = [
    "put",
    "added",
    "sent",
    "wrote",
    "written",
    "left",
    "posted",
    "texted",
    "emailed",
    "e-mailed",
    "typed",
    "scribbled",
    "signed",
    "published",
    "issued",
    "released",
    "recorded",
    "dictated",
    "shared",
];

/// Verbs of putting up or handing out what is to be read.
pub(super) const MAKES: [&str; 27] = [
    "started",
    "launched",
    "handed",
    "gave",
    "given",
    "distributed",
    "circulated",
    "delivered",
    "submitted",
    "filed",
    "passed",
    "drafted",
    "stuck",
    "taped",
    "pinned",
    "hung",
    "painted",
    "nailed",
    "chalked",
    "erected",
    "displayed",
    "propped",
    "placed",
    "made",
    "drew",
    "hoisted",
    "putting",
];
