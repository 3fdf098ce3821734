//! Words that name nobody by themselves and mean who is named beside them: "the defender", "the 54-year-old", "a pensioner".

use std::ops::Range;

use super::Cast;
use super::gloss::{Case, Gloss};
use super::lexicon::Trait;
use super::member::Gender;
use super::mention::{Mention, NameKind};
use super::noun::{is_common, tells_origin};
use super::party::is_party;
use super::phrase::{Phrase, What, Which, is_possessive, phrase};
use super::place::place;
use super::reference::{Form, Place, Reference, Who};
use super::role::is_kin;

/// Who is called by an office without having been named, since everybody knows that there is one.
pub(super) const OF_OFFICE: [&str; 38] = [
    "judge",
    "justice",
    "magistrate",
    "coroner",
    "prosecutor",
    "attorney",
    "lawyer",
    "barrister",
    "solicitor",
    "counsel",
    "witness",
    "juror",
    "clerk",
    "usher",
    "speaker",
    "bailiff",
    "spokesperson",
    "official",
    "officer",
    "constable",
    "detective",
    "inspector",
    "investigator",
    "doctor",
    "president",
    "minister",
    "secretary",
    "mayor",
    "governor",
    "chair",
    "referee",
    "umpire",
    "pope",
    "king",
    "queen",
    "interviewer",
    "reporter",
    "victim",
];

/// Words that tell of an office that is left.
const FORMER: [&str; 8] = [
    "former",
    "ex",
    "one-time",
    "onetime",
    "outgoing",
    "departing",
    "retiring",
    "then",
];

/// Who makes what.
pub(super) const MAKERS: [(&[&str], &[&str]); 6] = [
    (
        &["playwright", "dramatist"],
        &["play", "drama", "comedy", "tragedy", "script"],
    ),
    (
        &["novelist", "author", "writer"],
        &[
            "novel",
            "book",
            "memoir",
            "debut",
            "thriller",
            "story",
            "biography",
        ],
    ),
    (
        &["director", "filmmaker"],
        &["film", "movie", "documentary", "production"],
    ),
    (
        &["composer"],
        &["opera", "symphony", "score", "concerto", "musical"],
    ),
    (
        &["singer", "rapper", "musician", "songwriter"],
        &["album", "song", "single", "concert"],
    ),
    (
        &["artist", "painter", "sculptor", "photographer"],
        &[
            "painting",
            "sculpture",
            "exhibition",
            "show",
            "mural",
            "portrait",
        ],
    ),
];

/// Who is meant to stay nameless, or speaks for others.
pub(super) const NAMELESS: [&str; 18] = [
    "official",
    "spokesperson",
    "source",
    "aide",
    "person",
    "witness",
    "analyst",
    "expert",
    "adviser",
    "diplomat",
    "insider",
    "neighbour",
    "resident",
    "colleague",
    "relative",
    "friend",
    "lawyer",
    "judge",
];

/// Whether the words behind a subject, or those that lead up to it, tell that it gives evidence: "told the jury", "gave evidence".
fn gives_evidence(gloss: &Gloss, from: usize) -> bool {
    const LONGEST: usize = 16;
    let (first, end) = gloss.bounds(from.saturating_sub(1));
    let heard = [
        "court", "Court", "jury", "jurors", "inquest", "tribunal", "inquiry", "hearing",
    ];
    let is = |token: usize, words: &[&str]| words.contains(&gloss.word(token));
    let behind = from..end.min(from + LONGEST);
    let led_up = (first..from).any(|token| is(token, &["cross-examination", "questioning"]));
    led_up
        || behind.clone().any(|token| {
            is(
                token,
                &["testified", "testifying", "testifies", "cross-examined"],
            ) || is(token, &["evidence"]) && is(token - 1, &["gave", "giving", "gives", "in"])
                || is(token, &["stand", "box"])
                    && (from..token).any(|verb| is(verb, &["took", "takes", "taking", "from"]))
                || is(token, &["told", "tells"])
                    && (token..end.min(token + 5)).any(|whom| is(whom, &heard))
        })
}

/// Whether a word tells how many.
pub(super) fn is_count(word: &str) -> bool {
    let counts = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    counts.contains(&word) || !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// How many paragraphs below the name of who was only described may come.
pub(super) const BELOW: usize = 3;

impl Cast<'_> {
    /// Who is only described at the head of an article and named by the paragraph below: "A Hull woman … ¶ Ann Lee, 54, …".
    /// Of "a county official" only where a pronoun takes them up, `told_of`: most who are so called stay nameless.
    pub(super) fn named_below(&self, tokens: &Range<usize>, told_of: bool) -> Option<usize> {
        const FAR: usize = 4;
        let gloss = &self.gloss;
        let paragraphs = &gloss.document.paragraphs;
        let here = gloss.paragraph(tokens.start);
        let lead = paragraphs.get(here)?;
        let below = paragraphs.get(here + 1)?.tokens.start;
        let last = paragraphs.get(here + BELOW).or(paragraphs.last())?;
        let below = below..last.tokens.end;
        let known = phrase(gloss, tokens.start, tokens.end);
        let phrase = known.or_else(|| self.guessed_phrase(tokens.start))?;
        let noun = gloss.entry(phrase.head).role.unwrap_or_default();
        if let Some(member) = self.roles.equated.get(noun) {
            return Some(*member);
        }
        let personal = |nth: usize| self.named[nth].is_some_and(|member| self.is_person(member));
        // "Ghana’s deputy minister"
        let (first, _) = gloss.bounds(tokens.start);
        let of_place = phrase.which == Which::Of
            && gloss.is_genitive(tokens.start.wrapping_sub(1))
            && self.mention_at(first).is_some()
            && tokens.start <= first + FAR;
        let opens = gloss.is(tokens.start, Trait::Determiner) && phrase.which != Which::Of;
        let open = here > 0
            || phrase.what != What::Person
            || !opens && !of_place
            || self.starts_with_one(tokens)
            || NAMELESS.contains(&noun) && !(told_of && tokens.start == first)
            || self.mentions_in(&lead.tokens).any(personal);
        if open {
            return None;
        }
        let first = self.references.all.iter().find(|reference| {
            below.contains(&reference.tokens.start)
                && gloss.quotation(reference.tokens.start).is_none()
                && matches!(reference.who, Who::Member(member) if self.is_person(member)
                    || self.members[member].kind == NameKind::Unknown && reference.is_subject())
        })?;
        let nth = self.mention_at(first.tokens.start)?;
        let opens = first.tokens.start == gloss.bounds(first.tokens.start).0;
        // "“…,” said Ann Lee, 67, whose"
        let end = first.tokens.end;
        let age = gloss.word(end + 1);
        let aged = gloss.word(end) == ","
            && age.len() < 3
            && age.starts_with(|c: char| c.is_ascii_digit());
        let introduced = (first.is_subject() && (opens || phrase.which == Which::Known)
            || first.speaks() && aged)
            && self.is_personal(nth)
            && self.mentions[nth].name.words.len() > 1;
        let member = self.named[nth].filter(|_| introduced)?;
        let told = Gender::of_role(gloss, phrase.tokens.clone());
        (!told.contradicts(self.members[member].gender)).then_some(member)
    }

    /// Who is called so nowhere but below, and nobody else is: "a judge who told him … Judge Ann Lee", "its chairman … the society’s
    /// chairman, Bo Orr,"; of a new one or kin only in the first paragraph.
    pub(super) fn so_called_below(&self, phrase: &Phrase) -> Option<usize> {
        let gloss = &self.gloss;
        let noun = gloss.entry(phrase.head).role?;
        let lead = gloss.paragraph(phrase.tokens.start) == 0;
        let may = match phrase.which {
            Which::New => lead && OF_OFFICE.contains(&noun),
            _ => lead || !is_kin(noun),
        };
        let member = self.roles.only(noun).filter(|_| may)?;
        let below = !self.roles.is_called_before(member, noun, phrase.tokens.end);
        below.then_some(member)
    }

    /// Whom "the surgeon" means by what was told of them where they were first called so: "A surgeon told the inquest … ¶ Ann Lee
    /// said … the surgeon", "Ann Lee sent a letter. The dairyman, who milks 40 cows, … the dairyman".
    pub(super) fn described_before(&self, tokens: &Range<usize>) -> Option<usize> {
        let gloss = &self.gloss;
        let meant = phrase(gloss, tokens.start, tokens.end)?;
        let noun = gloss.entry(meant.head).role?;
        let plain = meant.what == What::Person && meant.which == Which::Known;
        let other = OF_OFFICE.contains(&noun) || NAMELESS.contains(&noun);
        if !plain || is_kin(noun) || is_party(noun) || other {
            return None;
        }
        let references = &self.references.all;
        let before = references.partition_point(|one| one.tokens.start < tokens.start);
        let so_called = |one: &&Reference| {
            one.form == Form::Phrase
                && one.tokens.end > one.tokens.start
                && gloss.entry(one.tokens.end - 1).role == Some(noun)
                && gloss.quotation(one.tokens.start).is_none()
        };
        let first = references[..before].iter().find(so_called)?;
        if let Who::Member(member) = first.who {
            return Some(member);
        }
        let earlier = phrase(gloss, first.tokens.start, first.tokens.end)?;
        let told = Gender::of_role(gloss, meant.tokens.clone());
        let member = match earlier.which {
            Which::Known => self.just_named(&earlier),
            _ => self.named_below(&first.tokens, false),
        }?;
        (!told.contradicts(self.members[member].gender)).then_some(member)
    }

    /// A description whose noun is not known to mean somebody: "a retired pipe fitter who admits".
    fn guessed_phrase(&self, start: usize) -> Option<Phrase> {
        let references = &self.references.all;
        let nth = references.partition_point(|reference| reference.tokens.start < start);
        let reference = references.get(nth)?;
        let described =
            matches!(&reference.who, Who::Described(tokens) if *tokens == reference.tokens);
        (reference.guessed && described && reference.tokens.start == start).then(|| Phrase {
            head: reference.tokens.end - 1,
            tokens: reference.tokens.clone(),
            what: What::Person,
            which: Which::New,
        })
    }

    /// Who is new without a name and gets one when spoken of again: "a fire investigator said. … the investigator, Ann Lee, …".
    pub(super) fn named_again(&self, tokens: &Range<usize>) -> Option<usize> {
        const FAR: usize = 120;
        let gloss = &self.gloss;
        let new = phrase(gloss, tokens.start, tokens.end)?;
        let is_new = new.what == What::Person
            && new.head + 1 == tokens.end
            && match new.which {
                Which::New => gloss.is(tokens.start, Trait::Determiner),
                // "her niece had put up a photo. … The niece, Ann Lee, …"
                Which::Of => is_possessive(gloss.word(tokens.start)),
                Which::Known => false,
            }
            && !self.starts_with_one(tokens);
        if !is_new {
            return None;
        }
        let noun = gloss.word(new.head);
        let mut again = (tokens.end..gloss.len().min(tokens.end + FAR))
            .filter(|token| gloss.word(*token).eq_ignore_ascii_case(noun));
        let head = again.next()?;
        let apposed = head > 0
            && gloss.word(head - 1).eq_ignore_ascii_case("the")
            && gloss.word(head + 1) == ",";
        let nth = self.mention_at(head + 2).filter(|_| apposed)?;
        let whole = self.is_personal(nth) && self.mentions[nth].name.words.len() > 1;
        self.named[nth].filter(|_| whole)
    }

    /// Whom "the defender" means whose role was not told: the subject of the sentence before, named in full.
    pub(super) fn just_named(&self, phrase: &Phrase) -> Option<usize> {
        let gloss = &self.gloss;
        let at = phrase.tokens.start;
        let noun = gloss.entry(phrase.head).role?;
        // "the defender", "the taxi driver"; "the former Leeds midfielder" is told of whoever was named
        let within = at + 1..phrase.head;
        let former = within
            .clone()
            .any(|token| FORMER.contains(&gloss.word(token)));
        let plain = within.clone().count() < 2
            && within.clone().all(|token| {
                let lower = gloss.case(token) == Case::Lower && !gloss.is(token, Trait::Generic);
                lower || tells_origin(gloss, token) || self.is_just_told_with(token, at)
            });
        // "the father of three"
        let counted = gloss.word(phrase.head + 1) == "of" && is_count(gloss.word(phrase.head + 2));
        let open = phrase.which != Which::Known
            || !is_common(gloss, phrase.head)
            || is_kin(noun) && !counted
            || !former
                && (!plain
                    || OF_OFFICE.contains(&noun)
                    || (0..at).any(|token| gloss.entry(token).role == Some(noun)));
        if open {
            return None;
        }
        if is_party(noun) {
            return None;
        }
        let told = Gender::of_role(gloss, phrase.tokens.clone());
        let fits = |member: usize| !told.contradicts(self.members[member].gender);
        let ages = &self.roles.ages;
        let before = self
            .mentions
            .partition_point(|mention| mention.tokens.start < at);
        let named_before = |member: usize| self.named[..before].contains(&Some(member));
        let of_age = ages.only(noun, |member| fits(member) && named_before(member));
        let member = of_age
            .or_else(|| {
                let just = self.subject_just_named(at, former);
                just.filter(|member| self.is_person(*member) || self.only_one_named(at).is_none())
            })
            .or_else(|| self.only_one_named(at))?;
        (fits(member) && ages.fit(member, noun)).then_some(member)
    }

    /// Whether a name before a noun, "the Orr midfielder", was told before in no sentence but the last one of the article’s own.
    fn is_just_told_with(&self, name: usize, at: usize) -> bool {
        const FAR: usize = 2000;
        let gloss = &self.gloss;
        let (first, _) = gloss.bounds(at);
        let narrated = |token: &usize| gloss.quotation(*token).is_none();
        let Some(last) = (0..first).rev().take(FAR).find(narrated) else {
            return false;
        };
        let so = |token: &usize| gloss.word(*token) == gloss.word(name) && narrated(token);
        let mut told = (at.saturating_sub(FAR)..at).filter(so);
        gloss.is_capital(name) && told.all(|token| gloss.sentence(token) == gloss.sentence(last))
    }

    /// Whether `member` tells of whom the words at `at` mean, and so is not meant: "According to Lee, | the man | shouted".
    pub(super) fn tells_of(&self, member: usize, at: usize) -> bool {
        let (first, _) = self.gloss.bounds(at);
        let mut named = self.mentions_in(&(first..at));
        self.gloss.word(first) == "According" && named.any(|nth| self.named[nth] == Some(member))
    }

    /// The only person whom the article has named before `at`, and described nobody beside.
    fn only_one_named(&self, at: usize) -> Option<usize> {
        let gloss = &self.gloss;
        let references = &self.references.all;
        let before = references.partition_point(|reference| reference.tokens.start < at);
        let mut only = None;
        for reference in &references[..before] {
            match reference.who {
                Who::Member(member) if self.is_person(member) => {
                    if only.is_some_and(|only| only != member) {
                        return None;
                    }
                    only = Some(member);
                }
                Who::Described(_) if !reference.guessed => {
                    // "by a stranger": nobody who does anything.
                    let heard = gloss.quotation(reference.tokens.start).is_some();
                    let acts = reference.is_subject() || reference.speaks();
                    if !heard && (acts || reference.form != Form::Phrase) {
                        return None;
                    }
                }
                _ => {}
            }
        }
        only.filter(|member| self.members[*member].kind == NameKind::Person)
    }

    /// Whom "the witness" means: who was last told of as giving evidence, and neither asks nor judges.
    pub(super) fn witness(&self, phrase: &Phrase) -> Option<usize> {
        const BACK: usize = 80;
        let gloss = &self.gloss;
        let at = phrase.tokens.start;
        if gloss.entry(phrase.head).role != Some("witness") || phrase.which != Which::Known {
            return None;
        }
        let asks = [
            "lawyer",
            "barrister",
            "prosecutor",
            "attorney",
            "solicitor",
            "counsel",
            "judge",
            "coroner",
        ];
        let references = &self.references.all;
        let before = references.partition_point(|reference| reference.tokens.start < at);
        let mut near = references[..before].iter().rev().take(BACK);
        near.find_map(|reference| match reference.who {
            Who::Member(member) => {
                let heard = gloss.quotation(reference.tokens.start).is_none()
                    && reference.is_subject()
                    && self.is_person(member)
                    && gives_evidence(gloss, reference.tokens.end);
                let other = !asks
                    .iter()
                    .any(|noun| self.roles.is_called_before(member, noun, at));
                (heard && other).then_some(member)
            }
            Who::Described(_) => None,
        })
    }

    /// The person who is the subject of the sentence before the one at `at`: in the paragraph, or introduced right above it.
    ///
    /// Whoever a passive tells of is not likely to go on speaking, unless the words can mean nobody else.
    pub(super) fn subject_just_named(&self, at: usize, passive_too: bool) -> Option<usize> {
        let gloss = &self.gloss;
        let narrated = |token: usize| gloss.quotation(token).is_none();
        let (first, _) = gloss.bounds(at);
        let before = (0..first).rev().find(|token| narrated(*token))?;
        let (opening, end) = gloss.bounds(before);
        let apart = gloss.paragraph(at) - gloss.paragraph(before);
        let subject = self.references.all.iter().find(|reference| {
            (opening..end).contains(&reference.tokens.start)
                && narrated(reference.tokens.start)
                && reference.is_subject()
        })?;
        let nth = self.mention_at(subject.tokens.start)?;
        let member = self.named[nth].filter(|_| self.is_personal(nth))?;
        let introduced =
            !self.named[..nth].contains(&Some(member)) && self.mentions[nth].name.words.len() > 1;
        let passive = gloss.is(subject.tokens.end, Trait::Auxiliary)
            && (subject.tokens.end..end.min(subject.tokens.end + 4))
                .any(|token| gloss.word(token).ends_with("ed"));
        let near = apart == 0 || apart == 1 && introduced;
        (near && (passive_too || !passive)).then_some(member)
    }

    /// Whether a member is a person by name or by what it is said to be.
    pub(super) fn is_person(&self, member: usize) -> bool {
        self.members[member].kind == NameKind::Person || self.roles.has(member)
    }

    /// Whom "the playwright" means who is called so only by a work: the owner of the play last spoken of, "Ann Lee’s new play".
    pub(super) fn maker(&self, noun: &str, at: usize) -> Option<usize> {
        const FAR: usize = 250;
        const BETWEEN: usize = 4;
        let gloss = &self.gloss;
        let (_, works) = MAKERS.iter().find(|(makers, _)| makers.contains(&noun))?;
        let mut work = (at.saturating_sub(FAR)..at)
            .rev()
            .filter(|token| works.contains(&gloss.word(*token)));
        work.find_map(|work| {
            let lead = work.saturating_sub(BETWEEN)..work;
            let genitive = lead.rev().find(|token| gloss.is_genitive(*token))?;
            let nth = self.mention_at(genitive.checked_sub(1)?)?;
            self.named[nth].filter(|_| self.is_personal(nth))
        })
    }

    /// Whom "the 54-year-old" means: the one of that age, else who was just named.
    pub(super) fn aged(&self, tokens: &Range<usize>) -> Option<usize> {
        let gloss = &self.gloss;
        if !gloss.word(tokens.start).eq_ignore_ascii_case("the") {
            return None;
        }
        let years = gloss.word(tokens.start + 1).strip_suffix("-year-old")?;
        let after = tokens.start + 2;
        let noun = usize::from(after < tokens.end && gloss.is(after, Trait::Role));
        let alone = after + noun >= tokens.end || gloss.word(after + noun) == ",";
        if !alone {
            return None;
        }
        let years = years.parse().ok();
        let of_age = |nth: &usize| {
            self.is_personal(*nth)
                && self.named[*nth].and_then(|member| self.roles.ages.years(member)) == years
        };
        let told = (0..self.mentions.len())
            .find(of_age)
            .filter(|_| years.is_some());
        let open = |member: &usize| self.roles.ages.years(*member).is_none();
        told.and_then(|nth| self.named[nth]).or_else(|| {
            let just = self.subject_just_named(tokens.start, false);
            just.filter(open)
                .or_else(|| self.last_subject(tokens.start, open))
                .or_else(|| self.only_one_named(tokens.start).filter(open))
        })
    }

    /// Who was the subject last, in this paragraph or the two above it, of those that may be persons and satisfy `is`.
    fn last_subject(&self, at: usize, is: impl Fn(&usize) -> bool) -> Option<usize> {
        const PARAGRAPHS: usize = 2;
        let gloss = &self.gloss;
        let before = self
            .mentions
            .partition_point(|mention| mention.tokens.start < at);
        let near = |mention: &&Mention| {
            gloss.paragraph(at) - gloss.paragraph(mention.tokens.start) <= PARAGRAPHS
        };
        let last = self.mentions[..before].iter().zip(&self.named[..before]);
        last.rev()
            .take_while(|(mention, _)| near(mention))
            .filter(|(mention, _)| gloss.quotation(mention.tokens.start).is_none())
            .filter(|(mention, _)| place(gloss, &mention.tokens).0 == Place::Subject)
            .filter_map(|(_, member)| *member)
            .find(|member| self.members[*member].may_be_person() && is(member))
    }
}
