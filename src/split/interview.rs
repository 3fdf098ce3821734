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
            let asked = || answers.is_some() && met_by(document, paragraph, name);
            if !guest && (questions(document, paragraph, name) || asked()) {
                asks = asks.or(Some(name.span).filter(|_| !known));
            } else if !name.is_place {
                several |= answers.is_some() && !known && !name.is_other;
                answers = answers.or(Some(name.span));
            }
        }
        meets = met.or(meets);
    }
    // ‹Her mother, Bo Orr, … She talked to us›: whom “she” means the whole article tells.
    if let Some(met) = meets {
        asks = asks.or(met.asks);
        answers = met.answers.filter(|_| several).or(answers);
    }
    Parties { asks, answers }
}

/// The last clause of `paragraph` that says that somebody is asked below, ‹She talked to our reporter, Ann Lee›, and what in it
/// means who asks, where that is the writer, and who answers.
fn meeting(document: &Document, paragraph: &Paragraph, names: &[Name]) -> Option<Parties> {
    let verb = (paragraph.tokens.clone().rev()).find(|&at| is_meeting(document, paragraph, at))?;
    let sentence = document.sentence_at(document.tokens[verb].span.start);
    let first = document.sentences.get(sentence)?.tokens.start;
    let subject = (first..verb).find_map(|at| {
        let word = document.word(at).to_lowercase();
        let outside = is_outside(document, at);
        let pronoun = outside && ["he", "she", "i", "we"].contains(&word.as_str());
        let named = || names.iter().find(|name| name.first == at && !name.is_place);
        // ‹Oyika spoke to us›
        let alone = || at + 1 == verb && outside && document.tag(at).is_none_or(Tag::is_noun);
        pronoun
            .then(|| document.tokens[at].span)
            .or_else(|| named().map(|name| name.span))
            .or_else(|| {
                let capital = word.as_str() != document.word(at);
                (capital && alone()).then(|| document.tokens[at].span)
            })
    })?;
    let object = (verb + 1..paragraph.tokens.end.min(verb + FAR))
        .take_while(|&at| document.word(at) != ".")
        .collect::<Vec<_>>();
    let own = |at: &&usize| matches!(document.word(**at), "I" | "me" | "my");
    if !matches!(subject.of(document.text), "I" | "i" | "We" | "we") {
        let asks = object.iter().find(own);
        return Some(Parties {
            asks: asks.map(|&at| document.tokens[at].span),
            answers: Some(subject),
        });
    }
    // ‹I spoke to Ann Lee›, ‹we met her›
    let guest = object.iter().find_map(|&at| {
        let pronoun = matches!(document.word(at), "her" | "him")
            && document.tag(at).is_none_or(|tag| tag == Tag::PRP);
        let named = names.iter().find(|name| name.first == at);
        named
            .map(|name| name.span)
            .or_else(|| pronoun.then(|| document.tokens[at].span))
    });
    Some(Parties {
        asks: Some(subject).filter(|subject| subject.of(document.text) == "I"),
        answers: guest,
    })
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
    if matches!(word, "met" | "meets" | "interviewed" | "interviews") {
        return true;
    }
    if matches!(
        word,
        "answered" | "answers" | "took" | "takes" | "fielded" | "fields"
    ) {
        return behind.clone().any(|at| document.word(at) == "questions");
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
                is_place: before.any(|word| PLACES.contains(&word.as_str())),
            });
        }
        at = at.max(first + usize::from(!opener));
    }
    names
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
    let before = name.first.checked_sub(1).map_or("", |at| document.word(at));
    if before == "by" || before == "By" {
        return true;
    }
    let end = paragraph.tokens.end.min(name.end + NEAR);
    let verb = (name.end..end)
        .take_while(|&at| !matches!(document.word(at), "." | ":" | ";"))
        .find(|&at| ASKS.contains(&document.word(at)));
    verb.is_some_and(|verb| {
        (name.end..verb).all(|at| {
            let word = document.word(at);
            !matches!(
                word,
                "was" | "were" | "is" | "being" | "been" | "and" | "who"
            )
        })
    })
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
            matches!(word(at), "to" | "with" | "met" | "meets" | "told")
                || document.is_finite_verb(at)
        });
    let Some(told) = told else { return false };
    let who = |verb: usize| verb.checked_sub(1).map_or("", word);
    match word(told) {
        "told" => told + 1 == name.first,
        "met" | "meets" => matches!(who(told), "He" | "he" | "She" | "she" | "They" | "they"),
        "to" | "with" => (told.saturating_sub(3).max(paragraph.tokens.start)..told).any(|at| {
            let meets = TALKS.contains(&word(at));
            meets && !matches!(who(at), "I" | "We" | "we")
        }),
        _ => false,
    }
}

/// Verbs and nouns of talking to somebody.
const TALKS: [&str; 12] = [
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

/// Whether two names share their last word.
fn is_same(document: &Document, one: Span, other: Span) -> bool {
    let last = |span: Span| span.of(document.text).split_whitespace().next_back();
    last(one) == last(other)
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
            "Ann Lee trained under Carl Moss. She answered our questions by phone.",
            ("-", "She"),
        );
        case(
            "Ann Lee, known as Auntie Oven, bakes. She talked to us.",
            ("-", "Ann Lee"),
        );
    }
}
