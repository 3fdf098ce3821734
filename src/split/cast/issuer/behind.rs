//! The words behind a writing that tell who put it out: "a statement by Lee", "a report that the FBI published".

use crate::split::cast::Cast;
use crate::split::cast::author::{MAKES, WRITES};
use crate::split::cast::coreference::third_person;
use crate::split::cast::gloss::Case;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::mention::NameKind;
use crate::split::cast::phrase::{Phrase, What, Which, is_possessive, phrase};
use crate::split::cast::reference::Who;
use crate::split::model::tag::Tag;

impl Cast<'_> {
    /// Who put out a writing, as the words behind it tell.
    pub(super) fn told_behind(&self, phrase: &Phrase, end: usize) -> Option<Who> {
        let gloss = &self.gloss;
        let from = phrase.tokens.end;
        // "The letter was sent by Lee": what stands right behind belongs to it, wherever the source ends.
        let (_, whole) = gloss.bounds(phrase.head);
        let until = |token: usize| end.max(whole.min(token));
        // "says the petition, started by Lee", "says the report, which was published on Monday by the Guild"
        let parted = from + usize::from(gloss.word(from) == ",");
        let participle = matches!(gloss.document.tag(parted), Some(Tag::VBN | Tag::VBD));
        let made = participle && !gloss.is(parted, Trait::Reports);
        let of_maker = if made { until(parted + 12) } else { end };
        let of_clause = match gloss.word(parted) {
            "which" => until(from + 16),
            "was" | "were" | "had" | "has" | "is" if parted == from => until(from + 8),
            _ => end,
        };
        self.issuer_behind(parted, of_maker)
            .map(|(who, _)| who)
            .or_else(|| self.put_out_passively(from, of_clause))
            .or_else(|| self.publisher(parted, of_clause))
            .or_else(|| self.writer_told_behind(from))
            .or_else(|| self.made_behind(phrase))
            .or_else(|| self.hand(from))
    }

    /// "a statement by Lee", "a report from the FBI".
    pub(crate) fn issuer_behind(&self, from: usize, end: usize) -> Option<(Who, &'static str)> {
        const LEAD: usize = 6;
        let gloss = &self.gloss;
        if let Some(who) = self.on_whose_behalf(from, end) {
            return Some((who, "issuer"));
        }
        let by = self.by(from, end)?;
        // "a text message from her"
        let pronoun = third_person(gloss.word(by + 1)).is_some()
            && (by + 2 >= end || gloss.case(by + 2) == Case::None);
        if pronoun {
            let who = self.references.pronouns.get(&(by + 1)).cloned();
            return who.map(|who| (who, "issuer"));
        }
        let start = by + 1 + usize::from(gloss.is(by + 1, Trait::Determiner));
        // "by the state Department of Education", "by retired skating coach Ann Lee"
        let plain =
            |token: &usize| gloss.case(*token) == Case::Lower && !gloss.entry(*token).is_grammar();
        let kind = (start..end.min(start + LEAD)).take_while(plain).count();
        let role = kind < 2 || gloss.is(start + kind - 1, Trait::Role);
        let kind = if gloss.is_capital(start + kind) && role {
            kind
        } else {
            0
        };
        // "by a Dunmore engineer, Ann Lee"
        let leads = |nth: &usize| {
            let role = self.mentions[*nth].tokens.end;
            gloss.is(role, Trait::Role)
                && gloss.word(role + 1) == ","
                && self.mention_at(role + 2).is_some()
        };
        let named = self.mention_at(start + kind);
        match named.filter(|nth| !leads(nth)) {
            Some(nth) => self.issuer_named(nth, by, end),
            None => self.issuer_described(by, from, end),
        }
    }

    /// "a statement was issued on | her | behalf"
    fn on_whose_behalf(&self, from: usize, end: usize) -> Option<Who> {
        let gloss = &self.gloss;
        let behalf = (from + 1..end.min(from + 8))
            .take_while(|token| !matches!(gloss.word(*token), "." | ";" | ","))
            .find(|token| {
                gloss.word(*token) == "behalf" && is_possessive(gloss.word(*token - 1))
            })?;
        self.owner(behalf - 1)
    }

    /// The "by" or "from" that leads to who put a writing out.
    fn by(&self, from: usize, end: usize) -> Option<usize> {
        let gloss = &self.gloss;
        // "a draft seen by the Post" is not the Post’s.
        let read = |token: usize| {
            let and = (from..token).rfind(|at| gloss.word(*at) == "and");
            // "was read from a driver": who is read from has written.
            let heard = gloss.word(token) == "from" && gloss.word(token - 1) == "read";
            !heard
                && (and.unwrap_or(from)..token).any(|at| {
                    [
                        "seen", "obtained", "reviewed", "viewed", "read", "verified", "examined",
                        "shown",
                    ]
                    .contains(&gloss.word(at))
                })
        };
        (from..end.min(from + 12))
            .take_while(|token| !matches!(gloss.word(*token), "." | ";"))
            .find(|token| {
                let behalf = || gloss.word(*token - 1) == "behalf";
                let word = gloss.word(*token);
                let by = matches!(word, "by" | "from") || word == "of" && *token > from && behalf();
                by && !read(*token)
            })
    }

    /// "a statement from his client, Ann Lee,": who is described behind "by", or described first and named then.
    fn issuer_described(&self, by: usize, from: usize, end: usize) -> Option<(Who, &'static str)> {
        let gloss = &self.gloss;
        // "a statement from his client, Ann Lee,", "from the deputy minister, Ann Lee"
        let comma = (by + 2..end.min(by + 8)).find(|token| gloss.word(*token) == ",");
        let named = comma.and_then(|comma| self.mention_at(comma + 1));
        let named = named.map(|nth| self.mentions[nth].tokens.end.min(end));
        if let Some(last) = named.or(is_possessive(gloss.word(by + 1)).then_some(end.min(by + 10)))
            && let Some(found) = self.read_phrase(by + 1..last)
        {
            return Some((found.0, "issuer"));
        }
        // "a letter by one of her readers"
        if by == from && matches!(gloss.word(by + 1), "one" | "someone" | "somebody") {
            return Some((Who::Described(by + 1..by + 2), "issuer"));
        }
        // "a second post from the sheriff’s office"
        let owned = (by + 2..end.min(by + 6)).any(|token| gloss.is_genitive(token));
        if owned && gloss.word(by + 1) == "the" {
            let last = (by + 2..end)
                .find(|token| gloss.case(*token) == Case::None && !gloss.is_genitive(*token));
            return self.read_phrase(by + 1..last.unwrap_or(end));
        }
        // "published by the department", "sent by a farmer aged 86"
        let body = phrase(gloss, by + 1, end)?;
        if body.what == What::Person && body.which == Which::New {
            return Some((Who::Described(body.tokens), "issuer"));
        }
        // "a text from the accused"
        if body.what == What::Person && body.which == Which::Known {
            let found = self.read_phrase(body.tokens)?;
            return Some((found.0, "issuer"));
        }
        let known = body.what == What::Organisation && body.which == Which::Known;
        let member = known.then(|| self.organisation_called(&body)).flatten()?;
        Some((Who::Member(member), "issuer"))
    }

    /// "by Lee": whom the name at `nth` behind "by" means, or who belongs to them: "a tribute from Lee’s family".
    fn issuer_named(&self, nth: usize, by: usize, end: usize) -> Option<(Who, &'static str)> {
        let gloss = &self.gloss;
        let next = self.mentions[nth].tokens.end;
        // "by Lee’s mother, Ann Lee"
        if gloss.is_genitive(next) && gloss.is(next + 1, Trait::Role) {
            return self.read_phrase(by + 1..end);
        }
        // "a tribute from Lee’s family"
        let kin = [
            "family",
            "parents",
            "children",
            "friends",
            "relatives",
            "colleagues",
        ];
        if gloss.is_genitive(next) && kin.contains(&gloss.word(next + 1)) {
            return Some((Who::Described(by + 1..next + 2), "issuer"));
        }
        let verb = gloss.word(next).ends_with("ed") && !gloss.is(next, Trait::Role);
        let alone = matches!(gloss.word(next), "alone" | "himself" | "herself");
        let whole = next >= end
            || gloss.case(next) == Case::None
            || gloss.entry(next).is_grammar()
            || gloss.document.is_finite_verb(next)
            || verb
            || alone;
        (whole && self.mentions[nth].kind != NameKind::Thing)
            .then(|| self.member(nth, "issuer"))
            .flatten()
    }

    /// "A letter was published on Monday by the Guild."
    fn put_out_passively(&self, from: usize, end: usize) -> Option<Who> {
        const FAR: usize = 24;
        const NEAR: usize = 8;
        let gloss = &self.gloss;
        let verb = (from + 1..end.min(from + FAR)).find(|token| {
            let was = gloss.word(*token - 1);
            matches!(was, "was" | "were" | "been" | "being" | "is")
                && (WRITES.contains(&gloss.word(*token)) || MAKES.contains(&gloss.word(*token)))
        })?;
        let by = (verb + 1..end.min(verb + NEAR)).find(|token| gloss.word(*token) == "by")?;
        let start = by + 1 + usize::from(gloss.is(by + 1, Trait::Determiner));
        let nth = self.mention_at(start)?;
        self.named[nth].map(Who::Member)
    }

    /// "a report that the FBI published"
    fn publisher(&self, from: usize, end: usize) -> Option<Who> {
        let gloss = &self.gloss;
        let relative = matches!(gloss.word(from), "that" | "which");
        let start =
            from + usize::from(relative) + usize::from(gloss.is(from + 1, Trait::Determiner));
        // "which | prosecutor | Lee lodged"
        let start =
            start + usize::from(gloss.is(start, Trait::Role) && gloss.case(start) == Case::Lower);
        let nth = self.mention_at(start).filter(|_| relative)?;
        let verb = self.mentions[nth].tokens.end;
        let files = [
            "lodged",
            "filed",
            "wrote",
            "signed",
            "sent",
            "drafted",
            "submitted",
        ];
        (verb < end && (gloss.is(verb, Trait::Issues) || files.contains(&gloss.word(verb))))
            .then(|| self.named[nth].map(Who::Member))
            .flatten()
    }

    /// The paper whose own words an editorial in it is.
    pub(super) fn printed_in(&self, phrase: &Phrase, end: usize) -> Option<Who> {
        let gloss = &self.gloss;
        let own = matches!(
            gloss.word(phrase.head),
            "editorial" | "editorials" | "leader"
        );
        let joint = phrase.tokens.end;
        if !own || !matches!(gloss.word(joint), "in" | "of") {
            return None;
        }
        let start = joint + 1 + usize::from(gloss.is(joint + 1, Trait::Determiner));
        if let Some(nth) = self.mention_at(start) {
            return self.named[nth].map(Who::Member);
        }
        let last = (start..end).find(|token| gloss.entry(*token).is_grammar());
        let paper = joint + 1..last.unwrap_or(end).min(start + 1);
        self.read_phrase(paper).map(|(who, _)| who)
    }
}

#[cfg(test)]
mod tests {
    use crate::split::cast::writing::tests::case;

    #[test]
    fn who_put_it_out_as_the_words_behind_it_tell() {
        use crate::split::tests::spoken;
        for told in [
            "the petition, started by retired skating coach Ann Lee.",
            "the circular sent by Ann Lee to her branches.",
            "the letter delivered to 42 homes last week by Ann Lee.",
            "the report, which was published yesterday by Ann Lee.",
            "the indictment, which prosecutor Ann Lee lodged on Monday.",
        ] {
            spoken(
                &format!("“We are still up here,” says {told}"),
                "We are still up here",
                "Ann Lee",
            );
        }
    }

    #[test]
    fn who_signed_what_others_have_seen() {
        case(
            "The letter, seen by the Orr Gazette and signed by its owner, Dora Pell, is short. It went on: “Still up.”",
            "Dora Pell",
        );
        case(
            "In a message to its members their club, the Orr Crane Club, struck another note. “Still up,” it read.",
            "Orr Crane Club",
        );
    }
}
