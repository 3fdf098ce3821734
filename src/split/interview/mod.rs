//! An interview: who asks and who answers in it, by what is told above its turns.

mod meeting;
mod name;
mod question;
mod side;

use self::meeting::{meeting, met_by};
use self::name::{Name, names};
use self::question::{is_heard, questions};
use super::document::{Document, Paragraph};
use crate::text::Span;

pub(crate) use self::meeting::tells_of_meeting;

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
    let heard = !earlier.is_empty() && is_heard(document, line);
    let witness = (here.iter())
        .find(|name| heard && !name.is_scene(document) && !questions(document, line, name))
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

/// Whether a name that a preposition leads is not where something is: ‹the tools belong to Ann Lee›, ‹the name of Ann Lee›.
fn may_be_someone(document: &Document, name: &Name) -> bool {
    let led = name.first.checked_sub(1).map_or("", |at| document.word(at));
    matches!(led, "to" | "of" | "from")
}

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

/// Paragraphs that are looked through for names above each run of turns, so that the work stays linear.
const ABOVE: usize = 200;

#[cfg(test)]
pub(super) mod tests {
    use super::parties;
    use crate::article::Article;
    use crate::split::document::Document;
    use crate::text::Span;

    /// Who asks and who answers below `text`.
    #[track_caller]
    pub(crate) fn case(text: &str, expected: (&str, &str)) {
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
            "We sat down with Ann Lee at the Old Mill.",
            ("-", "Ann Lee"),
        );
        case(
            "Carl Moss is free.\n\nThis interview took place in the Grand Hotel and has been cut.",
            ("-", "Carl Moss"),
        );
    }
}
