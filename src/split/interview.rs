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
    for paragraph in paragraphs.iter().take(ABOVE) {
        for name in names(document, paragraph) {
            let known = answers.is_some_and(|who| is_same(document, who, name.span));
            if questions(document, paragraph, &name)
                || answers.is_some() && talked_to(document, paragraph, &name)
            {
                asks = asks.or(Some(name.span).filter(|_| !known));
            } else if !name.is_place {
                answers = answers.or(Some(name.span));
            }
        }
    }
    Parties { asks, answers }
}

/// Paragraphs that are looked through for names above each run of turns, so that the work stays linear.
const ABOVE: usize = 200;

/// A run of two capitals or more.
struct Name {
    first: usize,
    end: usize,
    span: Span,
    is_place: bool,
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

/// Whether `name` is whom somebody who was named before talked to: ‹She talked to Ann Lee in her kitchen.›
fn talked_to(document: &Document, paragraph: &Paragraph, name: &Name) -> bool {
    let from = name.first.saturating_sub(4).max(paragraph.tokens.start);
    let word = |at: usize| document.word(at);
    let to = name.first.checked_sub(1).map_or("", word);
    (from..name.first).any(|at| {
        matches!(to, "to" | "with")
            && [
                "talked",
                "spoke",
                "speaks",
                "talks",
                "chatted",
                "sat",
                "conversation",
                "interview",
                "conversed",
            ]
            .contains(&word(at))
            && at
                .checked_sub(1)
                .is_some_and(|who| !matches!(word(who), "I" | "We" | "we"))
    }) || to == "told"
}

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
}
