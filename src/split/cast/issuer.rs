//! An issuer: who put out a statement, report, poll or letter, and so speaks in it.

use super::Cast;
use super::coreference::{Reference, Who, third_person};
use super::gloss::Case;
use super::lexicon::Trait;
use super::mention::NameKind;
use super::phrase::{Phrase, What, Which, is_possessive, phrase};

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
        if let Some(who) = self.put_out_passively(phrase.tokens.end, end) {
            return Some(who);
        }
        if let Some(who) = self.publisher(phrase.tokens.end, end) {
            return Some(who);
        }
        if let Some(who) = self.writer_told_behind(phrase.tokens.end) {
            return Some(who);
        }
        if let Some(who) = self.hand(phrase.tokens.end) {
            return Some(who);
        }
        if is_possessive(gloss.word(phrase.tokens.start)) {
            return self.owner(phrase.tokens.start);
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
                .or_else(|| self.whose_place(phrase))
                .or_else(|| self.signed_behind(phrase))
                .or_else(|| self.only_body_that_spoke(phrase));
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
            .or_else(|| again.then(|| self.writing_before(phrase)).flatten())
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
        self.references_in(&(comma + 1..end))
            .iter()
            .find(|reference| {
                reference.speaks() && gloss.quotation(reference.tokens.start).is_none()
            })
            .map(|reference| {
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

    /// Who wrote or sent it, told right behind a writing without a joint: "a message he had sent to Lee".
    fn writer_told_behind(&self, from: usize) -> Option<Who> {
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
    fn hand(&self, from: usize) -> Option<Who> {
        const NEAR: usize = 8;
        let gloss = &self.gloss;
        let (_, end) = gloss.bounds(from);
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
    fn whose_place(&self, phrase: &Phrase) -> Option<Who> {
        const NEAR: usize = 14;
        let gloss = &self.gloss;
        let hangs = [
            "sign", "notice", "note", "banner", "poster", "placard", "plaque", "card",
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
        self.mentions_in(&(here.start..until)).find_map(|nth| {
            let mention = &self.mentions[nth];
            let first = mention.tokens.start;
            let before = first - usize::from(gloss.is(first - 1, Trait::Determiner));
            let at = matches!(gloss.word(before - 1), "at" | "outside" | "of" | "inside");
            let owned = gloss.is_genitive(mention.tokens.end);
            // "the sign on Rosa’s gate"
            let on = owned && matches!(gloss.word(before - 1), "on" | "over" | "above" | "by");
            let member = self.named[nth].filter(|_| at || on)?;
            let body = self.members[member].kind == NameKind::Organisation;
            (owned || body).then_some(Who::Member(member))
        })
    }

    /// Who put out the writing that "it" takes up: "Lee had left a note. It said …", "His own statement was shorter. “No,” it
    /// read." Only a writing whose noun `fits` is taken up.
    pub(super) fn issuer_of_writing_before(
        &self,
        token: usize,
        fits: impl Fn(&str) -> bool,
    ) -> Option<Who> {
        const FAR: usize = 200;
        const SENTENCES: usize = 3;
        let gloss = &self.gloss;
        let (first, _) = gloss.bounds(token);
        let (mut opening, mut end) = gloss.bounds(first.checked_sub(1)?);
        // "Lee sent a letter. It is three lines long. It ends: …"
        for _ in 0..SENTENCES {
            let quoted = gloss.quotation(opening).is_some() && gloss.quotation(end - 1).is_some();
            if gloss.word(opening) != "It" && !quoted || opening == 0 {
                break;
            }
            (opening, end) = gloss.bounds(opening - 1);
        }
        let opens = |at: &usize| {
            let word = gloss.word(*at);
            let article = ["a", "an", "the", "another"]
                .iter()
                .any(|a| word.eq_ignore_ascii_case(a));
            let outside = gloss.quotation(*at).is_none();
            outside
                && (article || is_possessive(word) || *at > opening && gloss.is_genitive(*at - 1))
        };
        let writings: Vec<Phrase> = (opening.max(end.saturating_sub(FAR))..end)
            .rev()
            .filter(opens)
            .filter_map(|at| {
                let phrase = phrase(gloss, at, end)?;
                let here =
                    phrase.what == What::Writing && !PLACES.contains(&gloss.word(phrase.head));
                here.then_some(phrase)
            })
            .take(SENTENCES)
            .collect();
        let Some((last, earlier)) = writings.split_first() else {
            return self.replied_by(opening, end);
        };
        let issuer = |writing: &Phrase| {
            fits(gloss.word(writing.head))
                .then(|| self.issuer(writing, end))
                .flatten()
        };
        // "Lee sent her letter before the forecast."
        let own =
            |writing: &&Phrase| writing.which == Which::Of && is_letter(gloss.word(writing.head));
        issuer(last).or_else(|| issuer(earlier.iter().find(own)?))
    }

    /// "She replied by postcard."
    fn replied_by(&self, opening: usize, end: usize) -> Option<Who> {
        let gloss = &self.gloss;
        let by = (opening + 1..end).find(|token| {
            matches!(gloss.word(*token), "by" | "via")
                && is_letter(gloss.word(token + 1))
                && gloss.quotation(*token).is_none()
        })?;
        let verb = (opening..by)
            .rev()
            .take(4)
            .find(|token| gloss.is_any_of(*token, &[Trait::Reports, Trait::Issues]))?;
        self.subject_before(verb, opening)
    }

    /// Who put up the picture that "the caption" goes with: "Her niece had posted a photo. The caption: …"
    fn poster_before(&self, phrase: &Phrase) -> Option<Who> {
        const SENTENCES: usize = 3;
        const LONGEST: usize = 6;
        let gloss = &self.gloss;
        if gloss.word(phrase.head) != "caption" {
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
                        let up = gloss.word(*token) == "put" && gloss.word(token + 1) == "up";
                        (up || POSTS.contains(&gloss.word(*token)))
                            && gloss.quotation(*token).is_none()
                    })?;
                let perfect =
                    |token: &usize| gloss.is_any_of(*token, &[Trait::Auxiliary, Trait::Adverb]);
                let last = (tokens.start..verb).rev().find(|token| !perfect(token))?;
                // "@annlee had posted a photo": the account is read by itself.
                if gloss.word(last).starts_with('@') {
                    return None;
                }
                let opens = |token: &usize| is_possessive(gloss.word(*token));
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

    /// Who put out the writing that "it" takes up by what belongs to it, the writing itself where nobody is known to have: "The
    /// study’s last page is short. It says …".
    pub(super) fn owning_writing_before(&self, token: usize) -> Option<Who> {
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

    /// Whether "it" at `token` can only be a writing: "it read".
    pub(super) fn is_read(&self, token: usize) -> bool {
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

    /// Who signed or sent a writing, as the next sentence tells: "A letter … It was signed by Lee."
    fn signed_behind(&self, phrase: &Phrase) -> Option<Who> {
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
        // "a draft seen by the Post" is not the Post’s.
        let read = |token: usize| {
            (from..token).any(|at| {
                [
                    "seen", "obtained", "reviewed", "viewed", "read", "verified", "examined",
                    "shown",
                ]
                .contains(&gloss.word(at))
            })
        };
        let by = (from..end.min(from + 8))
            .take_while(|token| !matches!(gloss.word(*token), "." | ";"))
            .find(|token| matches!(gloss.word(*token), "by" | "from"))
            .filter(|token| !read(*token))?;
        let start = by + 1 + usize::from(gloss.is(by + 1, Trait::Determiner));
        // "by the state Department of Education"
        let kind = usize::from(gloss.case(start) == Case::Lower && gloss.is_capital(start + 1));
        let Some(nth) = self.mention_at(start + kind) else {
            // "a statement from his client, Ann Lee,"
            if is_possessive(gloss.word(by + 1))
                && let Some(found) = self.read_phrase(by + 1..end.min(by + 10))
            {
                return Some((found.0, "issuer"));
            }
            // "a letter by one of her readers"
            if by == from && matches!(gloss.word(by + 1), "one" | "someone" | "somebody") {
                return Some((Who::Described(by + 1..by + 2), "issuer"));
            }
            // "published by the department", "sent by a farmer aged 86"
            let body = phrase(gloss, by + 1, end)?;
            if body.what == What::Person && body.which == Which::New {
                return Some((Who::Described(body.tokens), "issuer"));
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
        let verb = gloss.word(next).ends_with("ed") && !gloss.is(next, Trait::Role);
        let alone = matches!(gloss.word(next), "alone" | "himself" | "herself");
        let whole = next >= end
            || gloss.case(next) == Case::None
            || gloss.entry(next).is_grammar()
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
        let verb = (first..start).rev().take(6).find(|token| {
            gloss.case(*token) == Case::Lower
                && (gloss.is_any_of(*token, &[Trait::Issues, Trait::Reports])
                    || MAKES.contains(&gloss.word(*token)))
        })?;
        self.subject_before(verb, first)
    }

    /// Whom the nearest words before `verb` that can be its subject mean.
    fn subject_before(&self, verb: usize, first: usize) -> Option<Who> {
        let gloss = &self.gloss;
        let mut token = verb;
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
            if let Some(who) = self.owner(token) {
                return Some(who);
            }
        }
        None
    }

    /// Who put out the writing of the same name that was last spoken of.
    fn writing_before(&self, phrase: &Phrase) -> Option<Who> {
        const FAR: usize = 400;
        let gloss = &self.gloss;
        let noun = gloss.word(phrase.head);
        let start = phrase.tokens.start;
        (start.saturating_sub(FAR)..start)
            .rev()
            .filter(|token| gloss.word(*token).eq_ignore_ascii_case(noun))
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
}

/// Verbs of writing and sending, behind whoever does.
const WRITES: [&str; 17] = [
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

/// Verbs of putting a picture where it is seen.
const POSTS: [&str; 6] = [
    "posted",
    "shared",
    "uploaded",
    "published",
    "tweeted",
    "posts",
];

/// Verbs of putting up or handing out what is to be read.
const MAKES: [&str; 24] = [
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
];

/// Words for a writing that are as often a place, a thing done or a number.
const PLACES: [&str; 8] = [
    "office", "order", "page", "plan", "index", "account", "words", "address",
];

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
