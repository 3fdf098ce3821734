//! An issuer: who put out a statement, report, poll or letter, and so speaks in it.

use super::Cast;
use super::author::{MAKES, WRITES};
use super::coreference::third_person;
use super::gloss::Case;
use super::lexicon::Trait;
use super::mention::NameKind;
use super::phrase::{Phrase, What, Which, is_possessive, phrase};
use super::reference::{Reference, Who};
use super::writing::is_newspaper;

impl Cast<'_> {
    /// Who put out the writing that `phrase` means.
    pub(super) fn issuer(&self, phrase: &Phrase, end: usize) -> Option<Who> {
        let gloss = &self.gloss;
        if self.is_anonymous(phrase) {
            return Some(Who::Described(phrase.tokens.clone()));
        }
        if let Some(who) = self.led_by(phrase, end) {
            return Some(who);
        }
        if let Some((who, _)) = self.issuer_behind(phrase.tokens.end, end) {
            return Some(who);
        }
        // "The letter was sent by Lee": what stands right behind belongs to it, wherever the source ends.
        let (_, whole) = gloss.bounds(phrase.head);
        let passive = matches!(
            gloss.word(phrase.tokens.end),
            "was" | "were" | "had" | "has" | "is"
        );
        let near = whole.min(phrase.tokens.end + 8);
        let end_of = if passive { end.max(near) } else { end };
        if let Some(who) = self.put_out_passively(phrase.tokens.end, end_of) {
            return Some(who);
        }
        if let Some(who) = self.publisher(phrase.tokens.end, end) {
            return Some(who);
        }
        if let Some(who) = self.writer_told_behind(phrase.tokens.end) {
            return Some(who);
        }
        if let Some(who) = self.made_behind(phrase) {
            return Some(who);
        }
        if let Some(who) = self.hand(phrase.tokens.end) {
            return Some(who);
        }
        // "Its caption read": the picture’s.
        let its = gloss.word(phrase.tokens.start).eq_ignore_ascii_case("its");
        if its && let Some(who) = self.poster_before(phrase) {
            return Some(who);
        }
        if is_possessive(gloss.word(phrase.tokens.start)) {
            let owner = self.owner(phrase.tokens.start);
            // "A letter came from the Guild. … Its letter ended"
            let again = || its.then(|| self.writing_before(phrase)).flatten();
            return owner.or_else(again);
        }
        let start = phrase.tokens.start;
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
        if let Some(who) = self.put_out_by(phrase) {
            return Some(who);
        }
        if phrase.which == Which::Known {
            if is_newspaper(gloss.word(phrase.head))
                && phrase.tokens.len() == 2
                && let Some(paper) = self.newspaper_before(phrase.tokens.start)
            {
                return Some(Who::Member(paper));
            }
            return self
                .writing_before(phrase)
                .or_else(|| self.poster_before(phrase))
                .or_else(|| self.wrote_before(phrase))
                .or_else(|| self.did_before(phrase))
                .or_else(|| self.told_on_page(phrase))
                .or_else(|| self.whose_place(phrase))
                .or_else(|| self.signed_behind(phrase))
                .or_else(|| self.only_body_that_spoke(phrase))
                .or_else(|| self.put_out_anew(phrase.tokens.start, phrase.head));
        }
        // "Another post followed within the hour."
        let again = matches!(
            gloss.word(phrase.tokens.start),
            "Another" | "another" | "second" | "later" | "further"
        ) || matches!(
            gloss.word(phrase.tokens.start + 1),
            "second" | "third" | "later" | "further"
        );
        self.signed_behind(phrase)
            .or_else(|| self.whose_place(phrase))
            .or_else(|| self.put_out_anew(phrase.tokens.start, phrase.head))
            .or_else(|| again.then(|| self.writing_before(phrase)).flatten())
            .or_else(|| self.made_below(phrase))
    }

    /// Who puts out one writing in place of another, as the sentence before tells: "The club took down its post. | The new one | …",
    /// "The club called it a leak. | The full text | …".
    pub(super) fn put_out_anew(&self, start: usize, head: usize) -> Option<Who> {
        const ANEW: [&str; 9] = [
            "new",
            "full",
            "second",
            "third",
            "revised",
            "later",
            "longer",
            "corrected",
            "whole",
        ];
        let gloss = &self.gloss;
        let (first, end) = gloss.bounds(start);
        let told = matches!(gloss.word(head + 1), "from" | "by" | "of");
        let anew = !told && (start..head).any(|token| ANEW.contains(&gloss.word(token)));
        // "In its place appeared an apology"
        let instead = (first..start).any(|token| gloss.word(token) == "place");
        let mut sentence = first;
        // The words themselves may stand before whoever is told of: "“…,” the new one said."
        if gloss.quotation(first).is_some() || first == start && end > start {
            sentence = (0..first)
                .rev()
                .find(|token| gloss.quotation(*token).is_none())?;
            sentence = gloss.bounds(sentence).1;
        }
        if !anew && !instead {
            return None;
        }
        let (opening, end) = gloss.bounds(sentence.checked_sub(1)?);
        let told = self.references_in(&(opening..end));
        let known = |one: &&Reference| {
            matches!(one.who, Who::Member(_)) && gloss.quotation(one.tokens.start).is_none()
        };
        let acts = told
            .iter()
            .filter(known)
            .find(|one| one.is_subject() || one.speaks());
        let verb = || {
            let mut verbs = opening..end;
            let verb = verbs.find(|token| gloss.document.is_finite_verb(*token))?;
            self.subject_right_before(verb, opening)
        };
        acts.map(|one| one.who.clone()).or_else(verb)
    }

    /// The paper whose own words an editorial in it is.
    fn printed_in(&self, phrase: &Phrase, end: usize) -> Option<Who> {
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

    /// Who speaks in the clause that the writing leads up to: "In a letter read out by his lawyer, Lee wrote …".
    fn led_by(&self, phrase: &Phrase, end: usize) -> Option<Who> {
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

    /// "a statement by Lee", "a report from the FBI".
    pub(super) fn issuer_behind(&self, from: usize, end: usize) -> Option<(Who, &'static str)> {
        let gloss = &self.gloss;
        // "a statement was issued on her behalf"
        let behalf = (from + 1..end.min(from + 8))
            .take_while(|token| !matches!(gloss.word(*token), "." | ";" | ","))
            .find(|token| gloss.word(*token) == "behalf" && is_possessive(gloss.word(*token - 1)));
        if let Some(who) = behalf.and_then(|behalf| self.owner(behalf - 1)) {
            return Some((who, "issuer"));
        }
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
        let by = (from..end.min(from + 12))
            .take_while(|token| !matches!(gloss.word(*token), "." | ";"))
            .find(|token| {
                let behalf = || gloss.word(*token - 1) == "behalf";
                let word = gloss.word(*token);
                let by = matches!(word, "by" | "from") || word == "of" && *token > from && behalf();
                by && !read(*token)
            })?;
        // "a text message from her"
        let pronoun = third_person(gloss.word(by + 1)).is_some()
            && (by + 2 >= end || gloss.case(by + 2) == Case::None);
        if pronoun {
            let who = self.references.pronouns.get(&(by + 1)).cloned();
            return who.map(|who| (who, "issuer"));
        }
        let start = by + 1 + usize::from(gloss.is(by + 1, Trait::Determiner));
        // "by the state Department of Education"
        let kind = usize::from(gloss.case(start) == Case::Lower && gloss.is_capital(start + 1));
        // "by a Dunmore engineer, Ann Lee"
        let leads = |nth: &usize| {
            let role = self.mentions[*nth].tokens.end;
            gloss.is(role, Trait::Role)
                && gloss.word(role + 1) == ","
                && self.mention_at(role + 2).is_some()
        };
        let named = self.mention_at(start + kind);
        let Some(nth) = named.filter(|nth| !leads(nth)) else {
            // "a statement from his client, Ann Lee,", "from the deputy minister, Ann Lee"
            let comma = (by + 2..end.min(by + 8)).find(|token| gloss.word(*token) == ",");
            let named = comma.and_then(|comma| self.mention_at(comma + 1));
            let named = named.map(|nth| self.mentions[nth].tokens.end.min(end));
            if let Some(last) =
                named.or(is_possessive(gloss.word(by + 1)).then_some(end.min(by + 10)))
                && let Some(found) = self.read_phrase(by + 1..last)
            {
                return Some((found.0, "issuer"));
            }
            // "a letter by one of her readers"
            if by == from && matches!(gloss.word(by + 1), "one" | "someone" | "somebody") {
                return Some((Who::Described(by + 1..by + 2), "issuer"));
            }
            // "published by the department", "sent by a farmer aged 86"
            // "a second post from the sheriff’s office"
            let owned = (by + 2..end.min(by + 6)).any(|token| gloss.is_genitive(token));
            if owned && gloss.word(by + 1) == "the" {
                let last = (by + 2..end)
                    .find(|token| gloss.case(*token) == Case::None && !gloss.is_genitive(*token));
                return self.read_phrase(by + 1..last.unwrap_or(end));
            }
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
            return Some((Who::Member(member), "issuer"));
        };
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

    /// "a report that the FBI published"
    fn publisher(&self, from: usize, end: usize) -> Option<Who> {
        let gloss = &self.gloss;
        let relative = matches!(gloss.word(from), "that" | "which");
        let start =
            from + usize::from(relative) + usize::from(gloss.is(from + 1, Trait::Determiner));
        let nth = self.mention_at(start).filter(|_| relative)?;
        let verb = self.mentions[nth].tokens.end;
        (verb < end && gloss.is(verb, Trait::Issues))
            .then(|| self.named[nth].map(Who::Member))
            .flatten()
    }

    /// The subject of the verb whose object the writing is: "his office released a statement".
    fn put_out_by(&self, phrase: &Phrase) -> Option<Who> {
        let gloss = &self.gloss;
        let (first, _) = gloss.bounds(phrase.tokens.start);
        let start = phrase.tokens.start;
        let reads = ["read", "reads", "quoted", "cited", "recited"];
        let verb = (first..start).rev().take(6).find(|token| {
            gloss.case(*token) == Case::Lower
                && !reads.contains(&gloss.word(*token))
                && (gloss.is_any_of(*token, &[Trait::Issues, Trait::Reports])
                    || MAKES.contains(&gloss.word(*token)))
        });
        if let Some(verb) = verb {
            return self.subject_before(verb, first);
        }
        // "Lee marked the day with a post", "Lee took another line in a thread"
        let led = start > first
            && matches!(
                gloss.word(start - 1),
                "with" | "in" | "by" | "via" | "through"
            );
        let mut before = (first..start).rev().filter(|_| led);
        let verb = before.find(|token| {
            gloss.document.is_finite_verb(*token)
                && gloss.case(*token) == Case::Lower
                && !matches!(gloss.word(*token - 1), "who" | "which" | "that" | "whose")
        })?;
        self.subject_right_before(verb, first)
    }

    /// Whom the words right before `verb` mean, where nobody else is described there.
    fn subject_right_before(&self, verb: usize, first: usize) -> Option<Who> {
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

    /// Whom the nearest words before `verb` that can be its subject mean.
    pub(super) fn subject_before(&self, verb: usize, first: usize) -> Option<Who> {
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
