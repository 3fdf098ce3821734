//! An interview: who asks and who answers in it, by what is told above its turns.

use super::document::{Document, Paragraph};
use super::model::tag::Tag;
use crate::text::Span;

/// Who takes the turns of an interview that no name stands before.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Parties {
    pub(crate) asks: Option<Span>,
    pub(crate) answers: Option<Span>,
}

/// Who asks and who answers below `paragraphs`: the witness that the line right above introduces, ‹The jury heard an
/// interview with Ann Lee:›, else the first one named; and whom they talked to.
pub(crate) fn parties(document: &Document, paragraphs: &[Paragraph]) -> Parties {
    let Some((line, earlier)) = paragraphs.split_last() else {
        return Parties::default();
    };
    let here = names(document, line);
    let heard = !earlier.is_empty()
        && line
            .tokens
            .clone()
            .any(|at| HEARD.contains(&document.word(at).to_lowercase().as_str()));
    let witness = (here.iter())
        .find(|name| heard && !is_scene(document, name) && !questions(document, line, name))
        .map(|name| name.span);
    if let Some(witness) = witness {
        let asks = here
            .iter()
            .find(|name| name.span != witness && questions(document, line, name));
        return Parties {
            asks: asks.map(|name| name.span),
            answers: Some(witness),
        };
    }
    let mut asks = None;
    let mut answers: Option<Span> = None;
    // Whether more than one may be who answers.
    let mut several = false;
    let mut meets = None;
    for paragraph in paragraphs.iter().take(ABOVE) {
        let names = names(document, paragraph);
        let met = meeting(document, paragraph, &names);
        for name in &names {
            let known = answers.is_some_and(|who| is_same(document, who, name.span));
            let guest = met.is_some_and(|met| met.answers == Some(name.span));
            let host = met.is_some_and(|met| met.asks == Some(name.span));
            let asked = || {
                questions(document, paragraph, name)
                    || answers.is_some() && met_by(document, paragraph, name)
            };
            if host || !guest && asked() {
                asks = asks.or(Some(name.span).filter(|_| !known));
            } else if guest || !name.is_place {
                several |= answers.is_some() && !known && !name.is_other;
                answers = answers.or(Some(name.span));
            } else if !known && may_be_someone(document, name) {
                several = true;
            }
        }
        meets = met.or(meets);
    }
    // ‹Her mother, Bo Orr, … She talked to us›: whom “she” means the whole article tells.
    if let Some(met) = meets {
        asks = asks.or(met.asks);
        answers = met
            .answers
            .filter(|_| several || answers.is_none())
            .or(answers);
    }
    let asks = asks.or_else(|| credited(document));
    Parties { asks, answers }
}

/// Whether a name that a preposition leads is not where something is: ‹the tools belong to Ann Lee›, ‹the name of Ann Lee›.
fn may_be_someone(document: &Document, name: &Name) -> bool {
    let led = name.first.checked_sub(1).map_or("", |at| document.word(at));
    matches!(led, "to" | "of" | "from")
}

/// Who is told below an interview to have asked: ‹Interview by Ann Lee›, ‹— Interviewed by Ann Lee›, ‹Interview: Ann Lee›,
/// ‹As told to Ann Lee›.
fn credited(document: &Document) -> Option<Span> {
    let line = document.paragraphs.last()?;
    let mut words = line.tokens.clone();
    let word = words.find(|&at| document.word(at).starts_with(char::is_alphabetic))?;
    let says = matches!(
        document.word(word),
        "Interview" | "Interviewed" | "INTERVIEW"
    );
    let by = matches!(document.word(word + 1), "by" | ":" | "BY");
    let told = ["As", "told", "to"];
    let told = (0..told.len()).all(|nth| document.word(word + nth) == told[nth]);
    let named = (says && by || told).then(|| names(document, line))?;
    named.first().map(|name| name.span)
}

/// One side of a talk, as its clause names it.
#[derive(Clone, Copy)]
enum Side<'n> {
    /// “I”, “us”: whoever writes; the place where that is one.
    Writer(Option<Span>),
    /// “She”, “him”.
    Pronoun(Span),
    Name(&'n Name),
    /// ‹Oyika spoke to us›
    Word(Span),
}

impl Side<'_> {
    fn span(self) -> Option<Span> {
        match self {
            Self::Writer(span) => span,
            Self::Pronoun(span) | Self::Word(span) => Some(span),
            Self::Name(name) => Some(name.span),
        }
    }
}

/// The last clause of `paragraph` that says that somebody is asked below, ‹She talked to our reporter, Ann Lee›, and what in it
/// means who asks and who answers.
fn meeting(document: &Document, paragraph: &Paragraph, names: &[Name]) -> Option<Parties> {
    let verb = (paragraph.tokens.clone().rev()).find(|&at| is_meeting(document, paragraph, at))?;
    let sentence = document.sentence_at(document.tokens[verb].span.start);
    let first = document.sentences.get(sentence)?.tokens.start;
    // ‹This paper put it to Ann Lee›
    let subject = (first..verb)
        .find_map(|at| subject(document, names, at, verb))
        .or(calls_on(document, verb).then_some(Side::Writer(None)))?;
    let object = (verb + 1..paragraph.tokens.end.min(verb + FAR))
        .take_while(|&at| document.word(at) != ".")
        .find_map(|at| object(document, names, at));
    let object = object.filter(|_| {
        !matches!(
            (subject, object),
            (Side::Pronoun(_), Some(Side::Pronoun(_)))
        )
    });
    let host_first = match (subject, object) {
        _ if calls_on(document, verb) => true,
        (Side::Writer(_), _) | (Side::Name(_) | Side::Word(_), Some(Side::Pronoun(_))) => true,
        (Side::Name(one), Some(Side::Name(other))) => is_host(document, one, other),
        _ => false,
    };
    let (one, other) = (subject.span(), object.and_then(Side::span));
    let (asks, answers) = if host_first {
        (one, other)
    } else {
        (other, one)
    };
    Some(Parties { asks, answers })
}

/// Who at `at` may be the subject of the verb of a talk.
fn subject<'n>(document: &Document, names: &'n [Name], at: usize, verb: usize) -> Option<Side<'n>> {
    let (word, span) = (document.word(at), document.tokens[at].span);
    if !is_outside(document, at) {
        return None;
    }
    if let Some(name) = names.iter().find(|name| name.first == at && !name.is_place) {
        return Some(Side::Name(name));
    }
    match word {
        "I" => Some(Side::Writer(Some(span))),
        "We" | "we" => Some(Side::Writer(None)),
        // ‹Our reporter caught up with her›
        "Our" | "our" if !names.iter().any(|name| (at..verb).contains(&name.first)) => {
            Some(Side::Writer(None))
        }
        "He" | "he" | "She" | "she" | "They" | "they" => Some(Side::Pronoun(span)),
        _ => {
            let alone = word.starts_with(char::is_uppercase)
                && document.tag(at).is_none_or(Tag::is_noun)
                && !matches!(word, "A" | "An" | "The")
                && at + 1 == verb;
            alone.then_some(Side::Word(span))
        }
    }
}

/// Who at `at` may be the other one of a talk.
fn object<'n>(document: &Document, names: &'n [Name], at: usize) -> Option<Side<'n>> {
    let (word, span) = (document.word(at), document.tokens[at].span);
    match word {
        "me" => Some(Side::Writer(Some(span))),
        "us" => Some(Side::Writer(None)),
        // ‹sat down with | her | over tea›, whatever the tagger makes of it
        "her" | "him" | "them"
            if document.tag(at).is_none_or(|tag| tag == Tag::PRP)
                || document.tag(at + 1).is_none_or(|next| next == Tag::IN) =>
        {
            Some(Side::Pronoun(span))
        }
        _ => {
            let name = names.iter().find(|name| name.first == at)?;
            let led = document.word(at.saturating_sub(1));
            let place = matches!(led, "in" | "at" | "near" | "on" | "outside");
            let owner = matches!(document.word(name.end), "'s" | "’s");
            (!place && !owner).then_some(Side::Name(name))
        }
    }
}

/// Whether `one`, of whom it is said that they talked to `other`, is who asks: a reporter, or somebody of whom nothing is told
/// where something is of the other.
fn is_host(document: &Document, one: &Name, other: &Name) -> bool {
    let before = |name: &Name| name.first.saturating_sub(3)..name.first;
    let reports = |name: &Name| {
        before(name).any(|at| {
            matches!(
                document.word(at).to_lowercase().as_str(),
                "our" | "reporter" | "correspondent" | "editor" | "writer" | "columnist"
            )
        })
    };
    let told = |name: &Name| {
        let aside = document.word(name.end) == ","
            && (matches!(
                document.word(name.end + 1),
                "who" | "whose" | "a" | "an" | "the"
            ) || document
                .word(name.end + 1)
                .starts_with(|c: char| c.is_ascii_digit()));
        let role = name.first.checked_sub(1).is_some_and(|at| {
            // The tagger knows few trades: ‹with beekeeper | Ann Lee›.
            let word = document.word(at);
            let joint = ["with", "from", "to", "by", "and", "met", "of"].contains(&word)
                || ASKS.contains(&word);
            word.starts_with(char::is_lowercase) && !joint && !document.is_finite_verb(at)
        });
        aside || role
    };
    reports(one) || !reports(other) && told(other) && !told(one)
}

/// How many words may stand between a verb of meeting and who is met.
const FAR: usize = 8;

/// Whether the word at `at` says that somebody met or talked to whoever asks.
fn is_meeting(document: &Document, paragraph: &Paragraph, at: usize) -> bool {
    let word = document.word(at);
    let behind = at + 1..paragraph.tokens.end.min(at + FAR);
    if !is_outside(document, at) {
        return false;
    }
    if calls_on(document, at) {
        return true;
    }
    let visits = [
        "met",
        "meets",
        "interviewed",
        "interviews",
        "visited",
        "visits",
        "joined",
        "joins",
    ];
    if visits.contains(&word) {
        return true;
    }
    if matches!(
        word,
        "answered" | "answers" | "took" | "takes" | "fielded" | "fields"
    ) {
        return behind.clone().any(|at| document.word(at) == "questions");
    }
    // ‹She replied by email.›
    let answers = matches!(
        word,
        "replied" | "replies" | "answered" | "answers" | "responded"
    );
    if answers && matches!(document.word(at + 1), "by" | "via") {
        let by = document.word(at + 2);
        return matches!(
            by,
            "email" | "e-mail" | "phone" | "telephone" | "letter" | "video"
        );
    }
    TALKS.contains(&word)
        && (behind.clone())
            .find(|&at| matches!(document.word(at), "to" | "with"))
            .is_some_and(|to| {
                behind.end > to
                    && (to + 1..behind.end).any(|at| {
                        matches!(
                            document.word(at),
                            "us" | "me" | "our" | "my" | "her" | "him"
                        ) || document.word(at).starts_with(char::is_uppercase)
                    })
            })
}

/// Whether whoever acts at `at` can only be who asks: ‹The Gazette put five questions to Ann Lee›, ‹Our reporter reached her by
/// telephone›.
fn calls_on(document: &Document, at: usize) -> bool {
    let behind = at + 1..document.tokens.len().min(at + FAR);
    match document.word(at) {
        "put" | "puts" => {
            let asked = behind.clone().find(|&at| {
                matches!(
                    document.word(at),
                    "question" | "questions" | "it" | "this" | "that"
                )
            });
            asked.is_some_and(|asked| document.word(asked + 1) == "to")
                && behind.map(|at| document.word(at)).any(|word| {
                    word.starts_with(char::is_uppercase) || matches!(word, "her" | "him" | "them")
                })
        }
        "reached" | "reaches" | "phoned" | "phones" | "called" | "calls" | "rang" => {
            let called = matches!(document.word(at), "called" | "calls");
            let named = || document.word(at + 1).starts_with(char::is_uppercase);
            let remote = || {
                let mut behind = behind.clone().map(|at| document.word(at));
                behind.any(|word| matches!(word, "phone" | "telephone" | "video" | "email"))
            };
            let whom = matches!(document.word(at + 1), "her" | "him" | "them");
            // ‹called her at home›; but ‹called her a fool›
            let there = matches!(document.word(at + 2), "at" | "up" | "on");
            whom && (!called || there) || (whom || named()) && remote()
        }
        _ => false,
    }
}

/// Whether `paragraph` says that somebody was met or asked.
pub(crate) fn tells_of_meeting(document: &Document, paragraph: &Paragraph) -> bool {
    let mut tokens = paragraph.tokens.clone();
    tokens.any(|at| is_meeting(document, paragraph, at))
}

fn is_outside(document: &Document, at: usize) -> bool {
    let start = document.tokens[at].span.start;
    document.quotation_at(start).is_none()
}

/// Paragraphs that are looked through for names above each run of turns, so that the work stays linear.
const ABOVE: usize = 200;

/// A run of two capitals or more.
struct Name {
    first: usize,
    end: usize,
    span: Span,
    is_place: bool,
    /// Whether it is what somebody goes by: ‹known as Oriole›.
    is_other: bool,
}

fn names(document: &Document, paragraph: &Paragraph) -> Vec<Name> {
    let capital = |at: usize| {
        document.word(at).starts_with(char::is_uppercase) && !document.word(at).ends_with("day")
    };
    let mut names = Vec::new();
    let mut at = paragraph.tokens.start;
    while at < paragraph.tokens.end {
        // "Under Hvalness law": what opens a sentence belongs to no name.
        let opener = matches!(
            document.tag(at),
            Some(Tag::IN | Tag::DT | Tag::CC | Tag::RB | Tag::WRB | Tag::PRPS | Tag::PRP)
        );
        let first = at + usize::from(opener);
        at = first;
        while at < paragraph.tokens.end && capital(at) {
            at += 1;
        }
        // "the singer known as Oriole"
        let called = first
            .checked_sub(1)
            .is_some_and(|at| ["as", "named", "called"].contains(&document.word(at)));
        if at >= first + 2 || called && at > first {
            let before = first.saturating_sub(1)..first + 1;
            let mut before = before.map(|at| document.word(at).to_lowercase());
            names.push(Name {
                first,
                end: at,
                span: document.tokens[first]
                    .span
                    .cover(document.tokens[at - 1].span),
                is_other: called,
                is_place: before.any(|word| PLACES.contains(&word.as_str()))
                    && !asked_of(document, first),
            });
        }
        at = at.max(first + usize::from(!opener));
    }
    names
}

/// ‹Three questions to | Ann Lee›
fn asked_of(document: &Document, first: usize) -> bool {
    first > 1
        && document.word(first - 1) == "to"
        && matches!(document.word(first - 2), "questions" | "Questions")
}

/// Whether `name` is where something is: ‹at the Grand Hotel›.
fn is_scene(document: &Document, name: &Name) -> bool {
    name.first
        .checked_sub(1)
        .into_iter()
        .chain([name.first])
        .any(|at| ["in", "at", "near", "the"].contains(&document.word(at).to_lowercase().as_str()))
}

/// Whether `name` is said to ask: ‹Ann Lee, prosecuting, asked him›, ‹was questioned by Ann Lee›.
fn questions(document: &Document, paragraph: &Paragraph, name: &Name) -> bool {
    const NEAR: usize = 8;
    const BY: usize = 5;
    let led = name.first.saturating_sub(BY)..name.first;
    let mut led = led.rev().map(|at| document.word(at));
    match led.next() {
        Some("By") => return true,
        // ‹The warning was given | by Ann Lee›
        Some("by") => {
            let asks = |word: &str| {
                let word = &*word.to_lowercase();
                ASKS.contains(&word) || HEARD.contains(&word) || PUTS.contains(&word)
            };
            return led.any(asks);
        }
        _ => {}
    }
    let end = paragraph.tokens.end.min(name.end + NEAR);
    let verb = (name.end..end)
        .take_while(|&at| !matches!(document.word(at), "." | ":" | ";"))
        .find(|&at| ASKS.contains(&document.word(at)));
    // ‹Ann Lee puts the questions›
    let puts = || {
        let put = (name.end..end).find(|&at| matches!(document.word(at), "puts" | "put" | "poses"));
        put.filter(|&at| (at..end).any(|at| document.word(at) == "questions"))
    };
    verb.or_else(puts).is_some_and(|verb| {
        (name.end..verb).all(|at| {
            let word = document.word(at);
            !matches!(
                word,
                "was" | "were" | "is" | "being" | "been" | "and" | "who"
            )
        })
    }) || examines(document, name)
}

/// Whether `name` is of counsel who examine: ‹between Ann Lee, prosecuting, and Orr›, ‹under questioning from Ann Lee›.
fn examines(document: &Document, name: &Name) -> bool {
    let counsel = || {
        let behind =
            (name.end..document.tokens.len().min(name.end + 3)).map(|at| document.word(at));
        let mut behind = behind.skip_while(|word| matches!(*word, "," | "KC" | "QC" | "SC"));
        matches!(behind.next(), Some("prosecuting" | "defending"))
    };
    let led = || {
        let before = (name.first.saturating_sub(2)..name.first).map(|at| document.word(at));
        let before: Vec<&str> = before.collect();
        matches!(
            before[..],
            [
                "questioning" | "questions" | "examination" | "cross-examination",
                "from"
            ]
        )
    };
    counsel() || led()
}

/// Whether `name` is whom somebody else talked to or met: ‹She talked to Ann Lee in her kitchen›, ‹He met the Courier’s Ann
/// Lee›.
fn met_by(document: &Document, paragraph: &Paragraph, name: &Name) -> bool {
    let word = |at: usize| document.word(at);
    // ‹the Courier’s Ann Lee› is one; the Courier is none.
    if matches!(word(name.end), "'s" | "’s") {
        return false;
    }
    // ‹to our business editor, | Ann Lee›
    let limit = name.first.saturating_sub(FAR).max(paragraph.tokens.start);
    let told = (limit..name.first)
        .rev()
        .take_while(|&at| !matches!(word(at), "." | ";" | ":" | "and" | "who"))
        .find(|&at| {
            matches!(
                word(at),
                "to" | "with" | "from" | "met" | "meets" | "told" | "showed" | "shows" | "welcomed"
            ) || document.is_finite_verb(at)
        });
    let Some(told) = told else { return false };
    let who = |verb: usize| verb.checked_sub(1).map_or("", word);
    match word(told) {
        "told" | "showed" | "shows" | "welcomed" => {
            told + 1 == name.first
                || (told + 1..name.first).all(|at| {
                    let word = word(at);
                    // ‹told the Courier’s | Ann Lee›
                    matches!(word, "the" | "’s" | "'s") || word.starts_with(char::is_uppercase)
                })
        }
        "from" => who(told) == "questions",
        "met" | "meets" => matches!(who(told), "He" | "he" | "She" | "she" | "They" | "they"),
        "to" | "with" => (told.saturating_sub(3).max(paragraph.tokens.start)..told).any(|at| {
            let meets = TALKS.contains(&word(at));
            meets && !matches!(who(at), "I" | "We" | "we")
        }),
        _ => false,
    }
}

/// Verbs and nouns of talking to somebody.
const TALKS: [&str; 13] = [
    "caught",
    "talked",
    "talk",
    "talks",
    "spoke",
    "speak",
    "speaks",
    "chatted",
    "sat",
    "sits",
    "conversation",
    "interview",
    "conversed",
];

/// Whether two names end alike and begin alike, or one is but the end of the other.
fn is_same(document: &Document, one: Span, other: Span) -> bool {
    let ends = |span: Span| {
        let mut words = span.of(document.text).split_whitespace();
        let first = words.next();
        (first, words.next_back().or(first))
    };
    let ((one, last), (other, end)) = (ends(one), ends(other));
    last == end && (one == other || one == last || other == end)
}

/// What tells that the turns below are of somebody who is questioned.
const HEARD: [&str; 18] = [
    "interview",
    "interviewed",
    "interviews",
    "evidence",
    "witness",
    "testimony",
    "testified",
    "testify",
    "questioned",
    "cross-examined",
    "cross-examination",
    "examined",
    "transcript",
    "exchange",
    "asked",
    "questioning",
    "deposition",
    "stand",
];

const ASKS: [&str; 12] = [
    "asked",
    "asks",
    "questioned",
    "cross-examined",
    "examined",
    "interviewed",
    "interviews",
    "pressed",
    "quizzed",
    "grilled",
    "met",
    "meets",
];

/// What is done, besides asking, by whoever an interview is by.
const PUTS: [&str; 11] = [
    "put",
    "posed",
    "conducted",
    "led",
    "words",
    "text",
    "story",
    "compiled",
    "edited",
    "recorded",
    "translated",
];

/// The words before the name of a place or an institution.
const PLACES: [&str; 7] = ["in", "at", "from", "the", "of", "near", "to"];

#[cfg(test)]
mod tests {
    use super::parties;
    use crate::article::Article;
    use crate::split::document::Document;
    use crate::text::Span;

    /// Who asks and who answers below `text`.
    #[track_caller]
    fn case(text: &str, expected: (&str, &str)) {
        let article = Article {
            text: text.to_owned(),
            body: vec![Span::whole(text)],
            ..Article::default()
        };
        let document = Document::of(&article);
        let parties = parties(&document, &document.paragraphs);
        let name = |span: Option<Span>| span.map_or("-", |span| span.of(text));
        assert_eq!(
            (name(parties.asks), name(parties.answers)),
            expected,
            "{text}"
        );
    }

    #[test]
    fn who_asks_and_who_answers() {
        case("A talk with Ann Lee.", ("-", "Ann Lee"));
        case(
            "Ann Lee had baked for nine years.\n\n— Interview by Bo Orr",
            ("Bo Orr", "Ann Lee"),
        );
        case(
            "Ann Lee had baked for nine years when she won. She talked to Bo Orr on a ferry.",
            ("Bo Orr", "Ann Lee"),
        );
        case(
            "Bo Orr asked Ann Lee nine questions.",
            ("Bo Orr", "Ann Lee"),
        );
        case(
            "We sat down with Ann Lee at the Old Mill.",
            ("-", "Ann Lee"),
        );
        case(
            "Carl Moss denies it.\n\nThe court then heard the evidence of his sister, Dora Moss, under questioning by Ivo Pell:",
            ("Ivo Pell", "Dora Moss"),
        );
        case(
            "Carl Moss denies it. He was in a tent.\n\nIvo Pell, prosecuting, asked the next witness, Dora Moss, about the tent:",
            ("Ivo Pell", "Dora Moss"),
        );
        case(
            "Carl Moss is free.\n\nThis interview took place in the Grand Hotel and has been cut.",
            ("-", "Carl Moss"),
        );
    }

    #[test]
    fn whom_a_paper_puts_its_questions_to() {
        case(
            "The Orr Courier put five questions to Professor Ann Lee, who heads the tide laboratory.",
            ("The Orr Courier", "Professor Ann Lee"),
        );
        case(
            "Ann Lee mends clocks. This paper put the question to her.",
            ("-", "Ann Lee"),
        );
        case(
            "Three questions to Ann Lee, who mends clocks.",
            ("-", "Ann Lee"),
        );
        case(
            "Ann Lee, 51, mends clocks. Our reporter Ivo Pell called her at home.",
            ("Ivo Pell", "Ann Lee"),
        );
    }

    #[test]
    fn whom_the_words_about_their_talk_mean() {
        case(
            "Ann Lee opened the bakery. Her brother, Bo Orr, has it now. He spoke to our food editor, Dora Moss, by the oven.",
            ("Dora Moss", "He"),
        );
        case(
            "Nine people can mend an Orr Model IV, and Ann Lee is one. She met the Pell Courier’s Dora Moss in a loft.",
            ("Dora Moss", "She"),
        );
        case(
            "Carl Moss calls her a fox. Ann Lee, who retires in May, spoke to Ivo Pell of the Courier on a bench.",
            ("Ivo Pell", "Ann Lee"),
        );
        case(
            "Ann Lee trained under Carl Moss. I spoke to Dora Moss, her heir, in the yard.",
            ("I", "Dora Moss"),
        );
        case(
            "Carl Lee baked till he was 90. His daughter, Ann Lee, has the oven now. She talked to us.",
            ("-", "She"),
        );
        case(
            "Ann Lee has baked for nine years. Ivo Pell of the Courier sat down with her.",
            ("Ivo Pell", "Ann Lee"),
        );
        case(
            "Ivo Pell talks to Ann Lee, who has baked for nine years.",
            ("Ivo Pell", "Ann Lee"),
        );
        case(
            "Our correspondent Ivo Pell spoke to Ann Lee by the oven.",
            ("Ivo Pell", "Ann Lee"),
        );
        case(
            "Ann Lee has baked for nine years. She took questions from the Courier’s Ivo Pell.",
            ("Ivo Pell", "Ann Lee"),
        );
        case("We spoke to Ann Lee by the oven.", ("-", "Ann Lee"));
        case(
            "Ann Lee bakes. “I wept,” she told the Courier’s Ivo Pell.",
            ("Ivo Pell", "Ann Lee"),
        );
        case(
            "Ann Lee has baked for nine years. Ivo Pell puts the questions.",
            ("Ivo Pell", "Ann Lee"),
        );
        case(
            "Ann Lee trained under Carl Moss. The Courier spoke to her by phone.",
            ("Courier", "her"),
        );
        case(
            "Ann Lee, a baker, testified under questioning from Ivo Pell.",
            ("Ivo Pell", "Ann Lee"),
        );
        case(
            "The hands that mend the Orr Trophy belong to Ann Lee. Our reporter caught up with her between jobs.",
            ("-", "her"),
        );
        case(
            "Nobody at the Orr Fair knows the name of Ann Lee. She spoke to us by phone.",
            ("-", "She"),
        );
        case(
            "Ann Lee trained under Carl Moss. She answered our questions by phone.",
            ("-", "She"),
        );
        case(
            "The bell was saved by Ann Lee, a baker. We met her in Hull.",
            ("-", "Ann Lee"),
        );
        case(
            "Ann Lee, known as Auntie Oven, bakes. She talked to us.",
            ("-", "Ann Lee"),
        );
    }
}
