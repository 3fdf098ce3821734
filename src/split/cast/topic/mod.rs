//! A topic: a body that an article speaks of as it goes on, and which of them a noun or "it" takes up.

mod fit;

use std::collections::HashMap;

use crate::split::cast::Cast;
use crate::split::cast::body::is_commune;
use crate::split::cast::gloss::Case;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::mention::{Mention, NameKind};
use crate::split::cast::name::{Name, key};
use crate::split::cast::phrase::{Phrase, What, is_possessive, phrase};
use crate::split::cast::place::{is_modifier, place, with_complement};
use crate::split::cast::reference::{Place, Who};
use crate::split::cast::sort::{Sort, is_kind_of};

/// Which body each noun and each "it" of an article means, by its token.
#[derive(Debug, Default)]
pub(super) struct Topics(HashMap<usize, usize>);

impl Topics {
    /// The body that the noun or the "it" at `token` means.
    pub(super) fn at(&self, token: usize) -> Option<usize> {
        self.0.get(&token).copied()
    }
}

/// The bodies spoken of so far.
struct Course {
    /// For each member, whether it may be a body.
    bodies: Vec<bool>,
    told: Vec<Told>,
    /// The members that may be bodies, in the order in which they were first named.
    seen: Vec<usize>,
    /// Whom each noun meant last.
    nouns: HashMap<String, usize>,
    sentences: Sentences,
}

/// What an article has told of a body so far; sentences are counted from 1.
#[derive(Debug, Clone, Copy, Default)]
struct Told {
    /// How often it was named or taken up, outside of somebody’s words.
    times: usize,
    /// The sentence that named it first.
    first: usize,
    /// The sentence that spoke of it last.
    last: usize,
    /// The sentence whose subject it was last.
    subject: usize,
    /// Whether a noun took it up.
    called: bool,
    /// Whether somebody was told to lead it or to be in it.
    has_members: bool,
    /// The sorts that its names tell, and what the article calls it.
    sort: Sort,
}

/// The sentences of an article that have words of its own.
#[derive(Default)]
struct Sentences {
    /// For each sentence, how many of them there are up to it.
    count: Vec<usize>,
    /// Of each of them, counted from 1, whether it tells of an account, and whether its subject is a person.
    of_account: Vec<bool>,
    of_person: Vec<bool>,
}

/// What asks for a body.
struct Asked<'a> {
    token: usize,
    /// The noun and its phrase; nothing for "it".
    noun: Option<(&'a str, &'a Phrase)>,
    /// Who wrote what "it" may be.
    writer: Option<Who>,
}

impl Cast<'_> {
    /// Reads which body each noun and each "it" means, from the first to the last.
    pub(super) fn tell_topics(&mut self) {
        let bodies = self.may_be_bodies();
        let mut course = Course {
            sentences: self.own_sentences(&bodies),
            bodies,
            told: self.untold(),
            seen: Vec::new(),
            nouns: HashMap::new(),
        };
        let mut next = 0;
        for token in 0..self.gloss.len() {
            while next < self.mentions.len() && self.mentions[next].tokens.start < token {
                next += 1;
            }
            if let Some(mention) = self.mentions.get(next)
                && mention.tokens.start == token
                && let Some(member) = self.named[next]
            {
                self.told_by_name(&mut course, mention, member);
                continue;
            }
            let word = self.gloss.word(token);
            let is = |words: &[&str]| words.iter().any(|other| word.eq_ignore_ascii_case(other));
            let meant = if is(&["it", "its"]) {
                self.meant_by_it(&mut course, token)
            } else if is(&["the", "this", "that", "their", "his", "her"]) {
                self.meant_by_noun(&mut course, token)
            } else {
                None
            };
            if let Some((token, body)) = meant {
                self.topics.0.insert(token, body);
            }
        }
    }

    /// Every member, of which nothing is told but what it is.
    fn untold(&self) -> Vec<Told> {
        let each = self.members.iter().enumerate().map(|(member, known)| {
            // What the article calls it tells more than its name does.
            let called = self.bodies.sort(member);
            let names = known.names.iter();
            let sort = if called.is_unknown() {
                names.fold(called, |sort, name| sort.or(Sort::of_name(name)))
            } else {
                called
            };
            Told {
                sort,
                ..Told::default()
            }
        });
        each.collect()
    }

    fn own_sentences(&self, bodies: &[bool]) -> Sentences {
        let gloss = &self.gloss;
        let mut sentences = Sentences {
            of_account: vec![false],
            of_person: vec![false],
            ..Sentences::default()
        };
        for sentence in &gloss.document.sentences {
            let own = |token: &usize| {
                gloss.quotation(*token).is_none() && gloss.case(*token) != Case::None
            };
            if sentence.tokens.clone().any(|token| own(&token)) {
                sentences.of_account.push(false);
                sentences.of_person.push(false);
            }
            let here = sentences.of_account.len() - 1;
            sentences.count.push(here);
            sentences.of_account[here] |= sentence.tokens.clone().any(|token| {
                let word = gloss.word(token);
                gloss.quotation(token).is_none() && (word.starts_with('@') || word == "account")
            });
            sentences.of_person[here] |= self.references_in(&sentence.tokens).iter().any(|one| {
                let person = match one.who {
                    Who::Member(member) => !bodies[member],
                    Who::Described(_) => true,
                };
                person && one.is_subject() && gloss.quotation(one.tokens.start).is_none()
            });
        }
        sentences
    }

    /// Takes in that a member is named.
    fn told_by_name(&self, course: &mut Course, mention: &Mention, member: usize) {
        let gloss = &self.gloss;
        let start = mention.tokens.start;
        if !course.bodies[member] || gloss.quotation(start).is_some() {
            return;
        }
        let (place, _) = place(gloss, &mention.tokens);
        let modifier = is_modifier(gloss, mention);
        // "the mine at Dunmore": a name that only tells where is no body’s.
        let before = gloss.word(start.wrapping_sub(1));
        // "a woman from Dunmore"
        let home = before == "from"
            && gloss.is_any_of(start.wrapping_sub(2), &[Trait::Role, Trait::People]);
        let placed = home
            || !self.has_members(start)
                && PLACING.iter().any(|word| before.eq_ignore_ascii_case(word));
        let new = course.told[member].times == 0;
        // "Handball club Dunmore": no name at all.
        let next = mention.tokens.end;
        if mention.name.words.len() == 1
            && gloss.case(next) == Case::Lower
            && gloss.is(next, Trait::OrganisationKind)
            && gloss.is_capital(next + 1)
        {
            return;
        }
        if self.members[member].kind == NameKind::Unknown && new && (placed || modifier) {
            return;
        }
        let here = course.sentences.count[gloss.sentence(start)];
        course.tell(member, here, place == Place::Subject && !modifier);
        course.told[member].has_members |= self.has_members(start);
    }

    /// Whether the words before a name tell of somebody who leads it or is in it: "Lee, who founded Dunmore", "play for Dunmore".
    fn has_members(&self, start: usize) -> bool {
        let gloss = &self.gloss;
        let the = start > 0 && gloss.word(start - 1) == "the";
        let before = start.wrapping_sub(1 + usize::from(the));
        let is = |words: &[&str]| words.contains(&gloss.word(before.wrapping_sub(1)));
        match gloss.word(before) {
            "for" => is(&[
                "works", "worked", "work", "working", "plays", "played", "play", "playing",
                "records", "sings", "sang", "stood", "stands",
            ]),
            "to" => is(&["belongs", "belong", "belonged", "signed"]),
            "of" => is(&[
                "member",
                "members",
                "leader",
                "founder",
                "owner",
                "head",
                "chair",
                "chairman",
                "chairwoman",
                "president",
                "secretary",
                "director",
            ]),
            "at" => is(&["teaches", "taught", "works", "worked", "studies"]),
            word => [
                "leads", "led", "founded", "runs", "ran", "owns", "chairs", "heads", "joined",
                "started", "manages", "coaches",
            ]
            .contains(&word),
        }
    }

    fn meant_by_it(&self, course: &mut Course, token: usize) -> Option<(usize, usize)> {
        let gloss = &self.gloss;
        let speaks = gloss.is(token + 1, Trait::Reports);
        let asks = speaks || gloss.word(token).eq_ignore_ascii_case("its");
        let writer = asks
            .then(|| self.issuer_of_writing_before(token, |_| true))
            .flatten();
        let asked = Asked {
            token,
            noun: None,
            writer,
        };
        let meant = self.best(course, &asked)?;
        if (speaks || self.acts(token)) && gloss.quotation(token).is_none() {
            course.tell(meant, course.sentences.count[gloss.sentence(token)], true);
        }
        Some((token, meant))
    }

    /// Whether the "it" at `token` opens a sentence and does something: "It lost a third of its value", but "It rained".
    fn acts(&self, token: usize) -> bool {
        const NOBODY: [&str; 14] = [
            "is", "was", "be", "been", "seems", "seemed", "appears", "appeared", "happened",
            "rained", "snowed", "takes", "took", "remains",
        ];
        let gloss = &self.gloss;
        let opens = gloss.bounds(token).0 == token && gloss.word(token) == "It";
        let is = |token: usize| NOBODY.contains(&gloss.word(token));
        let has = matches!(
            gloss.word(token + 1),
            "has" | "had" | "will" | "would" | "may" | "might"
        );
        let behind = if has { token + 2 } else { token + 1 };
        opens && gloss.document.is_finite_verb(token + 1) && !is(token + 1) && !is(behind)
    }

    /// The noun behind the "the" at `token`, and the body that it means.
    fn meant_by_noun(&self, course: &mut Course, token: usize) -> Option<(usize, usize)> {
        const LONGEST: usize = 9;
        let gloss = &self.gloss;
        let (_, end) = gloss.bounds(token);
        // "the club’s own account"
        let near = token..end.min(token + LONGEST);
        let genitive = near.clone().find(|token| gloss.is_genitive(*token));
        let verb = || {
            let mut near = near.clone();
            near.find(|token| {
                gloss.word(*token).ends_with("ed")
                    || gloss.is_any_of(*token, &[Trait::Reports, Trait::Auxiliary])
            })
        };
        let whole = phrase(gloss, token, genitive.unwrap_or(end));
        // "the agency | advised members"
        let phrase = whole.or_else(|| phrase(gloss, token, verb()?))?;
        let here = course.sentences.count[gloss.sentence(token)];
        if phrase.what == What::Writing {
            let speaks = gloss.is(phrase.tokens.end, Trait::Reports);
            let issuer = speaks.then(|| self.issuer(&phrase, end)).flatten();
            if let Some(Who::Member(member)) = issuer
                && course.bodies[member]
            {
                course.tell(member, here, true);
            }
            return None;
        }
        // "The contractor stood by it": a person may be one too.
        let business = BUSINESS.contains(&gloss.word(phrase.head));
        let body = phrase.what == What::Organisation
            || phrase.what == What::Person
                && (gloss.is(phrase.head, Trait::OrganisationKind) || business);
        // "the club Dunmore FC", "the Dunmore Club": the name is the reference.
        let named = gloss.is_capital(phrase.tokens.end) && gloss.joins_next(phrase.head)
            || (self.mention_at(phrase.head)).is_some_and(|nth| self.named[nth].is_some());
        if !body || named {
            return None;
        }
        let noun = match key(gloss.word(phrase.head)) {
            bench if bench == "bench" => "court".to_owned(),
            noun => noun,
        };
        let asked = Asked {
            token,
            noun: Some((&noun, &phrase)),
            writer: None,
        };
        let owned = is_possessive(gloss.word(token));
        let meant = self
            .named_beside(&phrase, &noun)
            .or_else(|| self.best(course, &asked))
            .filter(|body| !owned || self.may_be_owned(&course.told[*body], *body, &noun))
            .or_else(|| owned.then(|| self.only_one_called(&noun)).flatten())
            .filter(|body| {
                !business
                    || phrase.what == What::Organisation
                    || self.members[*body].kind == NameKind::Organisation
            })?;
        if gloss.quotation(token).is_none() {
            let (place, _) = place(gloss, &with_complement(gloss, &phrase.tokens));
            course.tell(meant, here, place == Place::Subject);
            course.told[meant].called |= !Sort::of_noun(&noun).is_unknown();
            let sure = self.members[meant].kind != NameKind::Unknown
                && Sort::of_noun(&noun).is_company()
                || !course.told[meant].sort.is_unknown();
            if sure {
                course.nouns.insert(noun, meant);
            }
        }
        Some((phrase.head, meant))
    }

    /// Whether a body may be somebody’s `noun`: one of the sort, or one that somebody was told to lead or to be in.
    fn may_be_owned(&self, told: &Told, body: usize, noun: &str) -> bool {
        let mut names = self.members[body].names.iter();
        told.sort.meets(Sort::of_noun(noun))
            || names.any(|name| is_kind_of(name, noun))
            || told.has_members && told.sort.is_unknown()
    }

    /// The one body of an article whose name is that of a `noun`, wherever it stands: "their union".
    fn only_one_called(&self, noun: &str) -> Option<usize> {
        let is = |member: &usize| {
            let known = &self.members[*member];
            let named = |name: &Name| name.words.len() > 1 && is_kind_of(name, noun);
            known.kind == NameKind::Organisation && known.names.iter().any(named)
        };
        let mut called = (0..self.members.len()).filter(is);
        let only = called.next()?;
        called.next().is_none().then_some(only)
    }

    /// The body named beside the noun: "The supplier, Dunmore `GmbH` of Ulm,", "The consortium, known as Dunmore,".
    fn named_beside(&self, phrase: &Phrase, noun: &str) -> Option<usize> {
        let gloss = &self.gloss;
        let comma = phrase.tokens.end;
        let leads = |word: &str| matches!(word, "known" | "called" | "named" | "as" | "the");
        let start = (comma + 1..comma + 4).find(|token| !leads(gloss.word(*token)))?;
        (gloss.word(comma) == ",")
            .then(|| self.mention_at(start))
            .flatten()
            .and_then(|nth| self.named[nth])
            .filter(|member| self.members[*member].kind == NameKind::Organisation)
            .or_else(|| self.apposed_further(phrase, noun))
    }

    /// For each member, whether it may be a body.
    fn may_be_bodies(&self) -> Vec<bool> {
        let governs = |name: &Name| {
            let mut pairs = name.keys().windows(2);
            pairs.any(|words| is_commune(&words[0]) && words[1] == "of")
        };
        let kinds = self.members.iter().map(|known| match known.kind {
            NameKind::Organisation => true,
            NameKind::Person => false,
            NameKind::Thing => known.names.iter().any(governs),
            NameKind::Unknown => known.gender.he().is_none() && !known.names.iter().all(is_date),
        });
        let mut bodies: Vec<bool> = kinds.collect();
        for role in self.roles.all() {
            let body = [Trait::OrganisationKind, Trait::OrganisationHead];
            let business = self.gloss.is_any_of(role.head, &body)
                || BUSINESS.contains(&self.gloss.word(role.head));
            if self.members[role.member].kind == NameKind::Unknown && !business {
                bodies[role.member] = false;
            }
        }
        bodies
    }
}

/// Whether a name is that of a day: "New Year".
fn is_date(name: &Name) -> bool {
    let days = ["year", "day", "eve", "week", "weekend", "season", "month"];
    name.keys()
        .last()
        .is_some_and(|last| days.contains(&last.as_str()))
}

impl Course {
    fn tell(&mut self, member: usize, sentence: usize, subject: bool) {
        let told = &mut self.told[member];
        if told.times == 0 {
            told.first = sentence;
            self.seen.push(member);
        }
        told.times += 1;
        told.last = sentence;
        if subject {
            told.subject = sentence;
        }
    }
}

/// What stands before places.
const PLACING: [&str; 14] = [
    "in", "at", "near", "on", "outside", "across", "around", "through", "along", "off", "into",
    "above", "towards", "over",
];

/// Who a person or a business may be: "its owner, Dunmore".
const BUSINESS: [&str; 14] = [
    "owner",
    "operator",
    "developer",
    "promoter",
    "publisher",
    "sponsor",
    "contractor",
    "consultant",
    "landlord",
    "insurer",
    "organiser",
    "organizer",
    "builder",
    "producer",
];

#[cfg(test)]
mod tests {
    use crate::split::cast::tests::case;

    #[test]
    fn sorts_tell_bodies_apart() {
        let two = "Orrun Rovers lost to rain. The Guild of Tuners, which has a piano, wept. Orrun Ropes Ltd slept.";
        for (noun, who) in [
            ("the club", "Orrun Rovers"),
            ("the union", "Guild of Tuners"),
            ("the company", "Orrun Ropes Ltd"),
            ("the firm", "Orrun Ropes Ltd"),
            ("the museum", "~the museum"),
        ] {
            case(
                &format!("{two} “No,” {noun} said."),
                &[(&format!("|{noun}| said"), who)],
            );
        }
    }

    #[test]
    fn the_first_of_a_sort_is_what_an_article_is_about() {
        case(
            "A slip cost Orrun Rovers the cup. They had won in May. It rained. A card came from Tarn Wanderers. “No,” the \
             club said.",
            &[("|the club| said", "Orrun Rovers")],
        );
    }

    #[test]
    fn who_was_the_subject_just_now_is_it() {
        case(
            "Tarn Council lost in court. The Orrun Water Company paid. In a letter to Tarn Council, it said no.",
            &[("|it| said", "Orrun Water Company")],
        );
        case(
            "Tarn Council met. The Orrun Water Company paid. “No,” the council said. It went on: “We wait.”",
            &[("|It| went", "Tarn Council")],
        );
    }

    #[test]
    fn what_a_body_is_called_tells_its_sort() {
        case(
            "Quillor, an airline, fell. Tarn Council met. “No,” the carrier said.",
            &[("|the carrier| said", "Quillor")],
        );
        case(
            "The consortium, known as Deep Orr, met. “No,” the consortium said.",
            &[("|the consortium| said", "Deep Orr")],
        );
    }

    #[test]
    fn nouns_before_verbs_with_objects() {
        case(
            "The Mud Bureau met. The agency advised members to wait.",
            &[("|The agency| advised", "Mud Bureau")],
        );
    }

    #[test]
    fn names_that_only_tell_where_are_no_bodies() {
        case(
            "It rained at Orrun Quillor. “No,” the company said.",
            &[("|the company| said", "~the company")],
        );
    }

    #[test]
    fn bodies_of_somebody() {
        for (text, noun, who) in [
            (
                "Bo Orr, who founded Quillor in May, left.",
                "his company",
                "Quillor",
            ),
            (
                "Bo Orr, who leads the Mud Party, left.",
                "his party",
                "Mud Party",
            ),
            (
                "The tuners belong to Unity Tar.",
                "their union",
                "Unity Tar",
            ),
            ("Bo Orr met the Mud Party.", "his company", "~his company"),
        ] {
            let text = format!("{text} “No,” {noun} said. The Tuners’ Guild slept.");
            case(&text, &[(&format!("|{noun}| said"), who)]);
        }
        case(
            "“No,” their union said. “We are tired,” said Ann Lee, secretary of the Orr Tuners’ Union.",
            &[("|their union| said", "Orr Tuners’ Union")],
        );
    }
}
