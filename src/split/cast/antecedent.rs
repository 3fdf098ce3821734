//! An antecedent: whom a pronoun takes up, told by where, how often and in which part each who may be meant was spoken of.

use std::ops::Range;
use std::sync::LazyLock;

use super::coreference::References;
use super::gloss::Gloss;
use super::lexicon::Trait;
use super::member::Member;
use super::mention::NameKind;
use super::noun::Noun;
use super::phrase::Which;
use super::place::{is_acted_on, is_parted, owns_words};
use super::reference::{Form, Place, Reference, Who};
use super::role::Roles;
use crate::split::model::sieve::Sieve;
use crate::split::model::weights;

/// How many references back an antecedent is sought.
pub(super) const FAR: usize = 40;
/// How many sentences back.
const SENTENCES: usize = 12;
/// What stands for "never" among distances in sentences.
const NEVER: f32 = 13.0;
/// What an earlier pronoun told of somebody’s gender may have been taken amiss.
const TOLD: f32 = -1.0;
/// Who is less likely than nobody is not taken for anybody’s antecedent.
const LEAST: f32 = 0.5;

/// How many figures tell for and against a candidate.
pub(crate) const FEATURES: usize = 71;

/// Somebody whom words that ask for an antecedent may mean.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// The last reference to them.
    pub(crate) reference: usize,
    /// What tells for and against them.
    pub(crate) features: [f32; FEATURES],
}

/// Words that ask for an antecedent: "she", "the farmer".
#[derive(Clone, Copy)]
pub(crate) struct Asking<'a> {
    pub(crate) gloss: &'a Gloss<'a>,
    pub(crate) token: usize,
    /// Past the last of its tokens.
    pub(crate) end: usize,
    /// Whether it is "he" rather than "she"; of "the farmer", nothing.
    pub(crate) he: Option<bool>,
    /// Whether it is the source of a report.
    pub(crate) speaks: bool,
    pub(crate) place: Place,
    pub(crate) roles: &'a Roles,
    /// What kind of noun a description has.
    pub(crate) noun: Noun,
    /// How known whom a description means is taken to be.
    pub(crate) which: Option<Which>,
}

impl Asking<'_> {
    /// What it is that asks.
    pub(crate) fn asker(&self) -> Asker {
        if self.noun != Noun::None {
            Asker::Description
        } else if self.speaks {
            Asker::Source
        } else {
            Asker::Other
        }
    }
}

/// What tells how likely a candidate is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Likelihood {
    /// Of pronouns that are the source of a report.
    pub source: Sieve,
    /// Of other pronouns.
    pub other: Sieve,
    /// Of descriptions: "the farmer".
    pub description: Sieve,
}

/// What asks for an antecedent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// A pronoun that is the source of a report.
    Source,
    /// Another pronoun.
    Other,
    /// A description: "the farmer".
    Description,
}

impl Likelihood {
    /// What the program ships with, read once.
    pub(crate) fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Likelihood> = LazyLock::new(|| {
            Likelihood::read(include_bytes!("antecedent.bin")).unwrap_or_default()
        });
        &SHIPPED
    }

    /// What is in `file`; `None` where it is not such a file.
    pub fn read(file: &[u8]) -> Option<Self> {
        let [source, other, description] = weights::read_forests(file)?;
        Some(Self {
            source,
            other,
            description,
        })
    }

    /// The file that [`Likelihood::read`] reads.
    pub fn write(&self) -> Vec<u8> {
        weights::write_forests(&[&self.source, &self.other, &self.description])
    }

    /// The likeliest of the candidates with these figures, if any is likelier than nobody.
    pub(crate) fn best<'f>(
        &self,
        asker: Asker,
        features: impl Iterator<Item = &'f [f32; FEATURES]>,
    ) -> Option<usize> {
        let forest = match asker {
            Asker::Source => &self.source,
            Asker::Other => &self.other,
            Asker::Description => &self.description,
        };
        let mut best: Option<(f32, usize)> = None;
        for (nth, features) in features.enumerate() {
            let probability = forest.probability(features);
            if best.is_none_or(|(most, _)| probability > most) {
                best = Some((probability, nth));
            }
        }
        best.filter(|(probability, _)| *probability > LEAST)
            .map(|(_, nth)| nth)
    }
}

/// Everybody who may be meant, the one spoken of last first.
pub(crate) fn candidates(
    asking: Asking,
    references: &References,
    members: &[Member],
) -> Vec<Candidate> {
    let round = Round::of(asking, references, members);
    (0..round.seen.len())
        .filter(|rank| !round.seen[*rank].acted_on)
        .map(|rank| Candidate {
            reference: round.seen[rank].last,
            features: round.figures(rank),
        })
        .collect()
}

/// How one candidate was spoken of before the pronoun: references by their index, the latest of each sort.
#[derive(Default)]
struct Seen {
    last: usize,
    first: usize,
    /// Not by a pronoun.
    named: Option<usize>,
    /// In the article’s own words.
    narrated: Option<usize>,
    subject: Option<usize>,
    spoken: Option<usize>,
    count: usize,
    in_paragraph: usize,
    in_sentence_before: usize,
    in_paragraph_before: usize,
    spoke: usize,
    /// How often in the quotation beside the pronoun: nobody names themselves in their own words.
    in_words_beside: usize,
    /// Whether the pronoun is the object of what they do, and so somebody else.
    acted_on: bool,
}

/// All who may be meant by one pronoun, looked at together.
struct Round<'a> {
    asking: Asking<'a>,
    references: &'a References,
    members: &'a [Member],
    /// The one spoken of last first.
    seen: Vec<Seen>,
    /// Who spoke, the last first.
    speakers: Vec<usize>,
    /// Who is spoken of first in the pronoun’s paragraph, and who is the first subject there.
    first_here: Option<usize>,
    first_subject: Option<usize>,
    /// What tells of whoever asks, the same for all.
    asked: Figures,
}

impl<'a> Round<'a> {
    fn of(asking: Asking<'a>, references: &'a References, members: &'a [Member]) -> Self {
        let mut round = Self {
            asking,
            references,
            members,
            seen: Vec::new(),
            speakers: Vec::new(),
            first_here: None,
            first_subject: None,
            asked: Figures {
                all: [0.0; FEATURES],
                next: 0,
            },
        };
        let sentence = asking.gloss.sentence(asking.token);
        for (nth, reference) in references.all.iter().enumerate().rev().take(FAR) {
            if sentence - asking.gloss.sentence(reference.tokens.start) > SENTENCES {
                break;
            }
            if round.fits(reference) {
                round.take_in(nth, reference);
            }
        }
        round.asked.pronoun(asking);
        round.asked.description(asking, references);
        round
    }

    /// Whether a reference is to somebody who may be meant at all.
    fn fits(&self, reference: &Reference) -> bool {
        let gloss = self.asking.gloss;
        let Range { start, end } = reference.tokens;
        // "the Millers" are many.
        let many = end == start + 1
            && start > 0
            && gloss.word(start - 1).eq_ignore_ascii_case("the")
            && gloss.word(start).ends_with('s');
        let person = match reference.who {
            Who::Member(member) => self.members[member].may_be_person() && !many,
            Who::Described(_) => true,
        };
        person && self.gender(reference) >= TOLD
    }

    /// How sure it is that whom a reference means is called as the pronoun tells; below zero: is not.
    fn gender(&self, reference: &Reference) -> f32 {
        let gender = match reference.who {
            Who::Member(member) => self.members[member].gender,
            Who::Described(_) => reference.gender,
        };
        gender.sureness(self.asking.he)
    }

    fn take_in(&mut self, nth: usize, reference: &Reference) {
        let Asking { gloss, token, .. } = self.asking;
        let at = reference.tokens.start;
        let back = gloss.sentence(token) - gloss.sentence(at);
        let of = |one: &Seen| self.references.all[one.last].who == reference.who;
        let rank = self.seen.iter().position(of).unwrap_or_else(|| {
            self.seen.push(Seen {
                last: nth,
                ..Seen::default()
            });
            self.seen.len() - 1
        });
        let one = &mut self.seen[rank];
        let subject = reference.place == Place::Subject;
        one.first = nth;
        one.count += 1;
        if gloss.paragraph(at) == gloss.paragraph(token) {
            one.in_paragraph += 1;
            self.first_here = Some(rank);
            if subject {
                self.first_subject = Some(rank);
            }
        }
        one.in_sentence_before += usize::from(back == 1);
        one.in_paragraph_before += usize::from(gloss.paragraph(at) + 1 == gloss.paragraph(token));
        one.acted_on |= is_acted_on(gloss, &reference.tokens, token);
        let narrated = gloss.quotation(at).is_none();
        for (latest, is) in [
            (&mut one.named, reference.form != Form::Pronoun),
            (&mut one.narrated, narrated),
            (&mut one.subject, subject),
        ] {
            if is {
                *latest = latest.or(Some(nth));
            }
        }
        if reference.speaks() {
            one.spoke += 1;
            if one.spoken.is_none() {
                one.spoken = Some(nth);
                self.speakers.push(rank);
            }
        }
        let beside = !narrated && back <= 1 && gloss.quotation(token).is_none();
        one.in_words_beside += usize::from(beside);
    }

    fn reference(&self, nth: usize) -> &Reference {
        &self.references.all[nth]
    }

    /// How many sentences back, where a semicolon parts as a full stop does.
    fn back(&self, nth: Option<usize>) -> f32 {
        let Some(nth) = nth else { return NEVER };
        let Asking { gloss, token, .. } = self.asking;
        let at = self.reference(nth).tokens.start;
        match gloss.sentence(token) - gloss.sentence(at) {
            0 if is_parted(gloss, at, token) => 1.0,
            sentences => sentences as f32,
        }
    }

    /// How many others satisfy `is`.
    fn others(&self, is: impl Fn(&Seen) -> bool) -> f32 {
        self.seen.iter().filter(|other| is(other)).count().min(6) as f32
    }

    /// Whether it is surely somebody rather than something.
    fn is_person(&self, one: &Seen) -> bool {
        let last = self.reference(one.last);
        match last.who {
            Who::Member(member) => self.members[member].kind == NameKind::Person,
            Who::Described(_) => !last.guessed,
        }
    }

    /// What tells for and against the candidate of this rank.
    fn figures(&self, rank: usize) -> [f32; FEATURES] {
        let mut figures = self.asked;
        self.last_reference(&mut figures, rank);
        self.history(&mut figures, rank);
        self.kind(&mut figures, rank);
        self.rivals(&mut figures, rank);
        self.told(&mut figures, rank);
        debug_assert_eq!(figures.next, FEATURES);
        figures.all
    }

    /// Where the candidate was spoken of last, and as what.
    fn last_reference(&self, figures: &mut Figures, rank: usize) {
        let Asking { gloss, token, .. } = self.asking;
        let one = &self.seen[rank];
        let last = self.reference(one.last);
        let at = last.tokens.start;
        let same = self.back(Some(one.last)) == 0.0;
        let between = last.tokens.end..token;
        figures.value(self.back(Some(one.last)));
        figures.value(((token - at) as f32).ln());
        figures.value((gloss.paragraph(token) - gloss.paragraph(at)) as f32);
        figures.push(last.place as u8);
        figures.push(last.says as u8);
        figures.push(last.opening as u8);
        figures.is(last.form == Form::Pronoun);
        figures.push(match (gloss.quotation(token), gloss.quotation(at)) {
            (None, None) => 0,
            (Some(a), Some(b)) if a == b => 1,
            (None, Some(_)) => 2,
            (Some(_), None) => 3,
            (Some(_), Some(_)) => 4,
        });
        // Behind how many others in its sentence.
        let behind = self.references.all[..one.last].iter().rev();
        let in_sentence =
            |other: &&Reference| gloss.sentence(other.tokens.start) == gloss.sentence(at);
        figures.count(behind.take_while(in_sentence).take(4).count());
        figures.is(same && owns_words(gloss, last));
        figures.is(same && last.place == Place::Possessor);
        let commas = || between.clone().filter(|k| gloss.word(*k) == ",").count();
        figures.value(if same { commas() as f32 } else { -1.0 });
        figures.is(same && between.clone().any(|k| gloss.is(k, Trait::Reports)));
        // "a diver who asked not to be named because he"
        let who = last.tokens.end + usize::from(gloss.word(last.tokens.end) == ",");
        figures.is(same && who < token && matches!(gloss.word(who), "who" | "whose"));
        // "was made by Ann Lee": whoever a passive names does it.
        let by = at.checked_sub(1).filter(|by| gloss.word(*by) == "by");
        let done = by
            .and_then(|by| by.checked_sub(1))
            .map_or("", |verb| gloss.word(verb));
        figures.is(done.ends_with("ed")
            || done.ends_with("en")
            || matches!(
                done,
                "made" | "led" | "put" | "told" | "won" | "built" | "sent" | "brought"
            ));
    }

    /// How often and how long ago the candidate was spoken of.
    fn history(&self, figures: &mut Figures, rank: usize) {
        let one = &self.seen[rank];
        for nth in [
            one.named,
            one.subject,
            one.spoken,
            one.narrated,
            Some(one.first),
        ] {
            figures.value(self.back(nth));
        }
        figures.value((one.count as f32).ln());
        figures.value(one.in_paragraph as f32);
        figures.value(one.in_sentence_before as f32);
        figures.value(one.spoke as f32);
        figures.value(one.in_words_beside as f32);
        let subject = |nth| self.reference(nth).place == Place::Subject;
        figures.is(one.narrated.is_some_and(subject));
        figures.is(self.first_here == Some(rank));
        figures.is(self.first_subject == Some(rank));
        let latest = |(_, other): &(usize, &Seen)| other.subject;
        let latest_subject = self.seen.iter().enumerate().max_by_key(latest);
        figures.is(one.subject.is_some() && latest_subject.is_some_and(|(other, _)| other == rank));
        let spoke = self.speakers.iter().position(|speaker| *speaker == rank);
        figures.is(spoke == Some(0));
        // Who asked is answered by another.
        let asked = |nth| {
            let Range { start, end } = self.reference(nth).tokens;
            [start.wrapping_sub(1), end].into_iter().any(|verb| {
                let verb = self.asking.gloss.word(verb);
                ["asked", "asks", "wondered", "inquired", "enquired"].contains(&verb)
            })
        };
        figures.is(one.spoken.is_some_and(asked));
        figures.value(spoke.map_or(9.0, |nth| nth as f32));
    }

    /// What the candidate is, as far as names and nouns tell.
    fn kind(&self, figures: &mut Figures, rank: usize) {
        let one = &self.seen[rank];
        let last = self.reference(one.last);
        let named = self.reference(one.named.unwrap_or(one.last));
        let named_often = |one: &Seen| match self.reference(one.last).who {
            Who::Member(member) => self.members[member].count,
            Who::Described(_) => 1,
        };
        let most = self.seen.iter().map(named_often).max().unwrap_or(1);
        let count = named_often(one);
        figures.value(self.gender(last));
        let described = matches!(last.who, Who::Described(_));
        figures.push(match (described, self.is_person(one)) {
            (false, true) => 0,
            (false, false) => 1,
            (true, true) => 2,
            (true, false) => 3,
        });
        figures.which(named.which.filter(|_| described));
        figures.value(named.tokens.len() as f32);
        figures.value(count as f32);
        figures.value(count as f32 / most.max(1) as f32);
        // "the Millers"
        let start = named.tokens.start;
        let determined = start > 0 && self.asking.gloss.is(start - 1, Trait::Determiner);
        figures.is(!described && determined);
    }

    /// Who else may be meant, and stands nearer.
    fn rivals(&self, figures: &mut Figures, rank: usize) {
        let gloss = self.asking.gloss;
        let one = &self.seen[rank];
        let paragraph = gloss.paragraph(self.asking.token);
        let nearer = &self.seen[..rank];
        let last = |other: &&Seen| self.reference(other.last);
        figures.value(rank as f32);
        figures.value(self.seen.len() as f32);
        let sure = |other: &&Seen| self.gender(last(other)) > 0.0;
        figures.value(self.seen.iter().filter(sure).count() as f32);
        let subject = |other: &&Seen| last(other).place == Place::Subject;
        figures.value(nearer.iter().filter(subject).count() as f32);
        let here = |other: &&Seen| gloss.paragraph(last(other).tokens.start) == paragraph;
        figures.value(nearer.iter().filter(here).count() as f32);
        let later = |other: &Seen| other.narrated > one.narrated;
        let core = |nth| !matches!(self.reference(nth).place, Place::Possessor | Place::Oblique);
        figures.value(self.others(later));
        figures.value(self.others(|other| later(other) && self.is_person(other)));
        figures.value(self.others(|other| later(other) && sure(&other)));
        figures.value(self.others(|other| {
            later(other) && self.is_person(other) && other.narrated.is_some_and(core)
        }));
        figures.value(self.others(|other| other.named > one.named && self.is_person(other)));
    }

    /// What was said of the candidate by which a description may take it up.
    fn told(&self, figures: &mut Figures, rank: usize) {
        let one = &self.seen[rank];
        let member = match self.reference(one.last).who {
            Who::Member(member) => Some(member),
            Who::Described(_) => None,
        };
        figures.is(member.is_some_and(|member| self.asking.roles.has(member)));
        let named = self.reference(one.named.unwrap_or(one.last));
        let first = self.reference(one.first);
        let introduced = named.tokens == first.tokens && named.form == Form::Name;
        figures.is(introduced && named.tokens.len() > 1);
        let near = self.references.all[..=one.last].iter().rev().take(FAR);
        let mut theirs = near.filter(|other| other.who == named.who);
        figures.is(theirs.all(|other| other.place == Place::Oblique));
        let longest = member.and_then(|member| {
            let forms = self.members[member].names.iter();
            forms.map(|name| name.words.len()).max()
        });
        figures.count(longest.unwrap_or(0));
        figures.count(one.in_paragraph_before);
        let above = |other: &Seen| other.in_paragraph_before > 0;
        let sure = |other: &Seen| self.gender(self.reference(other.last)) > 0.0;
        figures.value(self.others(above));
        figures.value(self.others(|other| above(other) && sure(other)));
    }
}

/// Figures in the order in which they are told.
#[derive(Clone, Copy)]
struct Figures {
    all: [f32; FEATURES],
    next: usize,
}

impl Figures {
    /// What asks.
    fn pronoun(&mut self, asking: Asking) {
        let Asking {
            gloss,
            token,
            he,
            speaks,
            place,
            ..
        } = asking;
        let (first, _) = gloss.bounds(token);
        let quoted = gloss.quotation(token).is_some();
        let paragraph = &gloss.document.paragraphs[gloss.paragraph(token)];
        let object = matches!(gloss.word(token), "him" | "himself" | "Himself" | "herself");
        self.push(place as u8);
        self.is(speaks);
        self.is(quoted);
        self.is(token == first);
        self.count(gloss.sentence(token) - paragraph.sentences.start);
        self.is(object);
        self.is(he == Some(true));
        // "“No,” she said"
        self.is(gloss.quotation(first).is_some() && !quoted);
    }

    /// What a description that asks says; of a pronoun nothing.
    fn description(&mut self, asking: Asking, references: &References) {
        /// How many tokens back it may be told whether its noun is new.
        const NEW: usize = 2000;
        let Asking {
            gloss,
            token,
            end,
            noun,
            which,
            ..
        } = asking;
        self.push(noun as u8);
        self.which(which);
        if noun == Noun::None {
            self.value(0.0);
            self.value(0.0);
            self.value(NEVER);
            self.value(0.0);
            self.value(0.0);
            return;
        }
        self.push(match gloss.word(end) {
            "who" | "whose" => 1,
            "," if gloss.word(end + 1) == "who" => 2,
            "," => 3,
            _ if gloss.is(end, Trait::Preposition) => 4,
            _ => 5,
        });
        let head = end - 1;
        let role = gloss.entry(head).role;
        let so_called = |token: usize| match role {
            Some(role) => gloss.entry(token).role == Some(role),
            None => gloss.word(token).eq_ignore_ascii_case(gloss.word(head)),
        };
        let called = (token.saturating_sub(NEW)..token).filter(|token| so_called(*token));
        self.count(called.count());
        let mut near = references.all.iter().rev().take(FAR);
        let described = near.find(|other| match &other.who {
            Who::Described(tokens) => so_called(tokens.end - 1),
            Who::Member(_) => false,
        });
        self.value(described.map_or(NEVER, |other| {
            (gloss.sentence(token) - gloss.sentence(other.tokens.start)) as f32
        }));
        self.count(end - token);
        self.is(gloss.is(token, Trait::Determiner) && gloss.is(token + 1, Trait::Generic));
    }

    fn which(&mut self, which: Option<Which>) {
        self.push(match which {
            None => 0,
            Some(Which::New) => 1,
            Some(Which::Known) => 2,
            Some(Which::Of) => 3,
        });
    }

    fn value(&mut self, value: f32) {
        if let Some(figure) = self.all.get_mut(self.next) {
            *figure = value;
        }
        self.next += 1;
    }

    fn push(&mut self, case: u8) {
        self.value(f32::from(case));
    }

    fn is(&mut self, whether: bool) {
        self.value(f32::from(whether));
    }

    fn count(&mut self, count: usize) {
        self.value(count.min(6) as f32);
    }
}
