//! A writing that is spoken of again: which letter “it read”, “the letter” and “the caption” take up, and who put that out.

use std::ops::Range;

use super::Cast;
use super::lexicon::Trait;
use super::phrase::{Phrase, What, Which, is_possessive, phrase};
use super::reference::{Form, Reference, Who};

impl Cast<'_> {
    /// Who put out the writing of the same name that was last spoken of, or one near that the name may mean: "Lee wrote the mayor
    /// a letter. … The note ended".
    pub(super) fn writing_before(&self, phrase: &Phrase) -> Option<Who> {
        const FAR: usize = 400;
        const NEAR: usize = 150;
        let noun = self.gloss.word(phrase.head);
        self.writing_called(phrase, FAR, |other| other.eq_ignore_ascii_case(noun))
            .or_else(|| self.writing_called(phrase, NEAR, |other| may_be_called(other, noun)))
    }

    /// Who put out the writing that was last spoken of, at most `far` tokens before `phrase`, by a noun that `fits`.
    fn writing_called(
        &self,
        phrase: &Phrase,
        far: usize,
        fits: impl Fn(&str) -> bool,
    ) -> Option<Who> {
        let gloss = &self.gloss;
        let start = phrase.tokens.start;
        (start.saturating_sub(far)..start)
            .rev()
            .filter(|token| fits(gloss.word(*token)))
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
            // "A second, at eight, was shorter."
            let elliptic = is_one_more(gloss.word(opening + 1))
                && (gloss.is(opening + 2, Trait::Auxiliary)
                    || matches!(gloss.word(opening + 2), "," | "one"));
            // "“Nothing is broken,” it said."
            let spoken = gloss.quotation(opening).is_some()
                && (opening..end)
                    .rev()
                    .take(3)
                    .any(|at| gloss.word(at) == "it");
            let passed = gloss.word(opening) == "It" || quoted || elliptic || spoken;
            if !passed || opening == 0 {
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
        // "was shown | to the inquiry"
        let free = |at: usize| {
            let before = gloss.word(at.wrapping_sub(1));
            at == opening || !matches!(before, "to" | "before" | "at")
        };
        let mut writings: Vec<Phrase> = (opening.max(end.saturating_sub(FAR))..end)
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
        if writings.iter().any(|writing| free(writing.tokens.start)) {
            writings.retain(|writing| free(writing.tokens.start));
        }
        let Some((last, earlier)) = writings.split_first() else {
            return self
                .replied_by(opening, end)
                .or_else(|| self.wrote_in(token, opening, end));
        };
        let issuer = |writing: &Phrase| {
            fits(gloss.word(writing.head))
                .then(|| self.issuer(writing, end))
                .flatten()
        };
        // "Lee sent her letter before the forecast."
        let own =
            |writing: &&Phrase| writing.which == Which::Of && is_letter(gloss.word(writing.head));
        // "The letter, sent to Lee, calls the study “careless”."
        let acts = |writing: &&Phrase| {
            let start = writing.tokens.start;
            start == opening && is_letter(gloss.word(writing.head))
        };
        earlier
            .iter()
            .find(acts)
            .and_then(issuer)
            .or_else(|| issuer(last))
            .or_else(|| issuer(earlier.iter().find(own)?))
            .or_else(|| {
                self.has_writing(last, opening, end)
                    .filter(|_| fits(gloss.word(last.head)))
            })
    }

    /// Who has, keeps or files the writing that the sentence from `opening` on tells of last, where no verb says that they wrote it:
    /// "Lee had the shortest post of all.", "Lee has lodged an appeal."
    fn has_writing(&self, writing: &Phrase, opening: usize, end: usize) -> Option<Who> {
        const NEAR: usize = 4;
        const HAS: [&str; 25] = [
            "kept",
            "keeps",
            "pinned",
            "taped",
            "hung",
            "propped",
            "stuck",
            "had",
            "has",
            "lodged",
            "filed",
            "offered",
            "made",
            "chose",
            "penned",
            "sent",
            "gave",
            "issued",
            "left",
            "posted",
            "added",
            "put",
            "shared",
            "submitted",
            "marked",
        ];
        let gloss = &self.gloss;
        let new = writing.which == Which::New || gloss.word(writing.tokens.start) == "the";
        let mut behind = writing.tokens.end..end;
        let other =
            behind.any(|token| matches!(gloss.word(token), "from" | "by" | "that" | "which"));
        let told = self.references_in(&(opening..writing.tokens.start));
        let outside = |one: &&Reference| gloss.quotation(one.tokens.start).is_none();
        let mut acts = told.iter().filter(outside).filter(|one| one.is_subject());
        let subject = acts.next().filter(|_| new && !other)?;
        let behind = subject.tokens.end..writing.tokens.start;
        let one = !behind.clone().any(|token| gloss.word(token) == ";");
        let finite =
            |token: &usize| gloss.document.is_finite_verb(*token) || gloss.word(*token) == "put";
        let verb = behind.clone().find(finite).filter(|_| one);
        let has = verb.is_some_and(|verb| HAS.contains(&gloss.word(verb)));
        let opens = subject.tokens.start < opening + NEAR + 2;
        matches!(subject.who, Who::Member(_) if opens && has).then(|| subject.who.clone())
    }

    /// Who wrote what only its verb or its sender tells of, where it is read: "Lee had posted again.", "A follow-up from Lee was kinder."
    fn wrote_in(&self, token: usize, opening: usize, end: usize) -> Option<Who> {
        const NEAR: usize = 4;
        let gloss = &self.gloss;
        let verb = (opening + 1..end).rev().filter(|_| self.is_read(token));
        let verb = verb.filter(|at| gloss.quotation(*at).is_none()).find(|at| {
            matches!(
                gloss.word(*at),
                "posted" | "wrote" | "tweeted" | "emailed" | "texted"
            )
        });
        let from = || {
            let new = gloss.is(opening, Trait::Determiner) && self.is_read(token);
            let mut near = opening + 1..end.min(opening + NEAR);
            let from = near.find(|at| gloss.word(*at) == "from").filter(|_| new)?;
            self.issuer_behind(from, end).map(|(who, _)| who)
        };
        verb.and_then(|verb| self.subject_before(verb, opening))
            .or_else(from)
    }

    /// "She replied by postcard.", "Lee replied in a single line."
    fn replied_by(&self, opening: usize, end: usize) -> Option<Who> {
        let gloss = &self.gloss;
        let by = (opening + 1..end).find(|token| {
            let letter =
                matches!(gloss.word(*token), "by" | "via") && is_letter(gloss.word(token + 1));
            let line = || {
                let near = token + 2..token + 5;
                matches!(gloss.word(*token), "in" | "with")
                    && near.clone().any(|at| {
                        matches!(
                            gloss.word(at),
                            "line" | "lines" | "word" | "words" | "sentence" | "sentences"
                        )
                    })
            };
            (letter || line()) && gloss.quotation(*token).is_none()
        })?;
        let verb = (opening..by)
            .rev()
            .take(6)
            .find(|token| gloss.is_any_of(*token, &[Trait::Reports, Trait::Issues]))?;
        self.subject_before(verb, opening)
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

    /// Who had written before "the letter" was spoken of: "Lee wrote to the Post. “…,” ran the letter."
    pub(super) fn wrote_before(&self, phrase: &Phrase) -> Option<Who> {
        const NEAR: usize = 2;
        const FAR: usize = 6;
        let gloss = &self.gloss;
        // What goes on was quoted before.
        let goes_on = matches!(
            gloss.word(phrase.tokens.end),
            "goes" | "went" | "continues" | "continued" | "adds" | "added" | "ends" | "ended"
        );
        let sentences = if goes_on { FAR } else { NEAR };
        if !is_letter(gloss.word(phrase.head)) {
            return None;
        }
        let here = gloss.sentence(phrase.tokens.start);
        (here.saturating_sub(sentences)..here)
            .rev()
            .find_map(|nth| {
                let tokens = gloss.document.sentences.get(nth)?.tokens.clone();
                let verb = tokens.clone().skip(1).find(|token| {
                    matches!(
                        gloss.word(*token),
                        "wrote"
                            | "written"
                            | "emailed"
                            | "texted"
                            | "posted"
                            | "replied"
                            | "responded"
                            | "answered"
                            | "messaged"
                            | "tweeted"
                    ) && gloss.quotation(*token).is_none()
                })?;
                self.subject_before(verb, tokens.start)
            })
    }

    /// Who put up the picture that "the caption" goes with: "Her niece had posted a photo. The caption: …"
    pub(super) fn poster_before(&self, phrase: &Phrase) -> Option<Who> {
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

    /// Whose "the answer" is that came: whoever was last told of, past the one who asks.
    pub(super) fn answerer(&self, phrase: &Phrase, end: usize) -> Option<Who> {
        const FAR: usize = 300;
        let gloss = &self.gloss;
        let start = phrase.tokens.start;
        let (first, _) = gloss.bounds(start);
        let paragraphs = if first == start { 0 } else { 2 };
        let answer = matches!(
            gloss.word(phrase.head),
            "answer" | "reply" | "response" | "retort"
        );
        let the = gloss.word(start).eq_ignore_ascii_case("the");
        let came = |token: usize| {
            matches!(
                gloss.word(token),
                "came" | "comes" | "is" | "was" | "went" | "arrives" | "arrived"
            )
        };
        let behind = gloss.word(phrase.tokens.end);
        let from = matches!(behind, "from" | "of" | "by" | "to");
        // "The answer, according to Lee, was a picture"
        let told = came(phrase.tokens.end) || start > 0 && came(start - 1) || behind == ",";
        if !answer || !the || from || !told || end > phrase.tokens.end + 1 {
            return None;
        }
        let here = gloss.paragraph(start);
        let near = self.references_in(&(start.saturating_sub(FAR)..start));
        let told = near.iter().rev();
        let told: Vec<&Reference> = told
            .take_while(|one| gloss.paragraph(one.tokens.start) + paragraphs >= here)
            .filter(|one| gloss.quotation(one.tokens.start).is_none())
            .collect();
        // Who was quoted right before is answered.
        let before = first.checked_sub(1).map(|last| gloss.bounds(last));
        let quoted = |one: &&&Reference| {
            let near = before.is_some_and(|(opening, end)| {
                one.tokens.start >= opening
                    && (opening..end).any(|token| gloss.quotation(token).is_some())
            });
            near && one.speaks() || self.asks(one)
        };
        let asker = told.iter().find(quoted).map(|one| &one.who);
        told.iter().find_map(|one| match one.who {
            Who::Described(_) if one.form == Form::Pronoun => Some(one.who.clone()),
            Who::Member(member) if self.members[member].may_be_person() => {
                let acts = one.is_subject() || one.speaks() || one.form == Form::Pronoun;
                Some(one.who.clone()).filter(|who| acts && Some(who) != asker)
            }
            _ => None,
        })
    }

    /// Whether `one` puts a question: "“Is it true?” | Lee | asked."
    fn asks(&self, one: &Reference) -> bool {
        const FAR: usize = 12;
        let gloss = &self.gloss;
        let (first, last) = gloss.bounds(one.tokens.start);
        let asks = [
            "asked", "asks", "ask", "wondered", "called", "shouted", "demanded", "pressed",
        ];
        let verb = (one.tokens.end..last.min(one.tokens.end + FAR))
            .chain(one.tokens.start.saturating_sub(1).max(first)..one.tokens.start)
            .find(|token| asks.contains(&gloss.word(*token)));
        let passive = |verb: usize| {
            matches!(
                gloss.word(verb - 1),
                "was" | "is" | "were" | "when" | "being"
            )
        };
        verb.is_some_and(|verb| !passive(verb)) && (one.is_subject() || one.speaks())
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

/// Words for a writing that are as often a place, a thing done or a number.
const PLACES: [&str; 8] = [
    "office", "order", "page", "plan", "index", "account", "words", "address",
];

/// Which of several writings a word counts.
fn is_one_more(word: &str) -> bool {
    matches!(word, "second" | "third" | "fourth" | "later")
}

/// Whether a writing that is one noun may be taken up by another: a letter as "the note", a post as "the message".
fn may_be_called(writing: &str, noun: &str) -> bool {
    let writings: &[&str] = match noun {
        "message" => &[
            "email",
            "e-mail",
            "letter",
            "note",
            "post",
            "text",
            "tweet",
            "thread",
            "statement",
            "notice",
            "card",
            "video",
        ],
        "note" => &["letter", "email", "e-mail", "message", "memo", "card"],
        "missive" => &["letter", "email", "e-mail", "note"],
        "memo" => &["email", "e-mail", "letter", "note"],
        "text" => &[
            "letter",
            "message",
            "statement",
            "petition",
            "notice",
            "post",
        ],
        "posting" | "tweet" | "thread" | "update" => &["post", "message", "thread"],
        "document" => &["report", "letter", "petition", "memo", "paper", "review"],
        "communique" | "communiqué" | "declaration" => &["statement"],
        "study" | "paper" | "review" => &["report", "study", "survey", "paper"],
        "filing" | "complaint" | "suit" => &["lawsuit", "complaint", "suit", "claim", "motion"],
        "lawsuit" => &["complaint", "suit", "claim"],
        _ => &[],
    };
    writings.contains(&writing)
}

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
        "entry",
        "thread",
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

#[cfg(test)]
pub(super) mod tests {
    use crate::split::tests::spoken;

    /// Who is told of as having said the words “Still up” of `text`, behind a paragraph with two who may be meant.
    #[track_caller]
    pub(crate) fn case(text: &str, who: &str) {
        let text = format!(
            "The crane at Orr fell on Friday. “It was rust,” said Carl Moss, an engineer. Dora Pell, 51, owned it.\n\n{text}"
        );
        spoken(&text, "Still up", who);
    }

    #[test]
    fn whose_writing_it_is() {
        case(
            "Dora Pell was offered a new one. She replied by postcard. “Still up,” it read.",
            "Dora Pell",
        );
        case(
            "Dora Pell sent her letter before the forecast. It is two lines long. “Still up,” it ends.",
            "Dora Pell",
        );
        case(
            "Dora Pell handed out a leaflet. “Still up,” it said.",
            "Dora Pell",
        );
        case(
            "Dora Pell answered in a post of her own. “Still up,” it said.",
            "Dora Pell",
        );
        case(
            "A letter was published on Monday by the Guild of Hands. It has nine names on it. “Still up,” says the letter.",
            "Guild of Hands",
        );
        case(
            "A complaint filed anonymously with the Orr Crane Bureau tells more. “Still up,” it read.",
            "-",
        );
    }

    #[test]
    fn whose_letter_was_told_of_by_its_verb_alone() {
        case(
            "Dora Pell wrote to the Orr Gazette. “Still up,” ran the letter.",
            "Dora Pell",
        );
        case(
            "A statement on behalf of Dora Pell was read to the court. “Still up,” it said.",
            "Dora Pell",
        );
        case(
            "Dora Pell has started a petition. “Still up,” it says.",
            "Dora Pell",
        );
    }

    #[test]
    fn whose_writing_stands_behind_what_they_did() {
        case(
            "Dora Pell, who owns it, reposted that one with a comment of her own. “Still up,” it said.",
            "Dora Pell",
        );
        case(
            "Its owner, Dora Pell, marked the day with a post that her staff took down. “Still up,” it read.",
            "Dora Pell",
        );
        case(
            "Its owner, Dora Pell, took another line in a thread. “Still up,” the thread read.",
            "Dora Pell",
        );
        case(
            "At nine Dora Pell posted again. “Still up,” the message read in full.",
            "Dora Pell",
        );
        case(
            "Dora Pell implored the port not to sell it. “Still up,” her appeal said.",
            "Dora Pell",
        );
        // Who is told of right before the verb is somebody else.
        case(
            "Dora Pell agrees; one guest raised it as well, in a letter. It began: “Still up.”",
            "-",
        );
    }

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

    #[test]
    fn who_has_a_writing_and_what_others_tell_of_it() {
        case(
            "The owner, Dora Pell, had the shortest post of the night. “Still up,” it read.",
            "Dora Pell",
        );
        case(
            "Dora Pell replied to him in a single line. It read: “Still up.”",
            "Dora Pell",
        );
        case(
            "Dora Pell’s reply was a photograph of a hook. The caption: “Still up.”",
            "Dora Pell",
        );
        case(
            "One fan account, @orr_dad, wanted more. “Still up,” it said.",
            "@orr_dad",
        );
        case(
            "A notice hung on the gate. It calls the crane “Still up and a nuisance”. The Orr Port Board, which issued the notice, is silent.",
            "Orr Port Board",
        );
        case(
            "The contract promises “Still up for a year”. It was drawn up by the Orr Port Board.",
            "Orr Port Board",
        );
        case(
            "A leaflet from the Orr Port Board came in May. Tenants are urged to “Still up your tents”.",
            "Orr Port Board",
        );
        case(
            "Dora Pell, who has run the Blue Lamp on Quay Street since May, wrote the notice. “Still up,” it read.",
            "Dora Pell",
        );
        case(
            "The accused, Dora Pell, denies it. Carl Moss had a text from the accused. “Still up,” it read.",
            "Dora Pell",
        );
        case(
            "A statement was read from a driver, Piet Orr. “Still up,” it said.",
            "Piet Orr",
        );
        case(
            "Dora Pell stayed away, but a statement was issued on her behalf. “Still up,” it said.",
            "Dora Pell",
        );
        case(
            "The letter landed on Monday.\n\n“Still up,” it began.\n\nIts author, Piet Orr, is nine.",
            "Piet Orr",
        );
        case(
            "Dora Pell had posted again. “Still up,” it read.",
            "Dora Pell",
        );
        // It is somebody else’s.
        case(
            "Dora Pell has a letter from a friend. “Still up,” it reads.",
            "-",
        );
    }
}
