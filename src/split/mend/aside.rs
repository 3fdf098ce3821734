//! A teller’s aside: who tells of words that somebody else says stands between commas or leads up to them, ‹Her mother, she
//! said, asked one question: “…”›, ‹According to Lee, a guard told her, “…”›.

use std::ops::Range;

use super::nested::{is_object, noun_before, says_so};
use crate::split::clause;
use crate::split::cue;
use crate::split::document::Document;
use crate::split::herald;
use crate::split::model::tag::Tag;
use crate::split::statement::Statement;
use crate::split::subject;
use crate::text::Span;

/// Gives `statement` whoever says its words where the one who tells of that, in an aside, was read as the source.
pub(super) fn speaker(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let quotations = document.quotations_in(statement.extent());
    let Some(quotation) = quotations.first().filter(|_| !statement.verbatim) else {
        return;
    };
    let mut aside = document.tokens_in(cue.cover(source));
    // ‹One of them, | he recalled|, turned round and told him, “…”›: the verb beside the teller is the teller’s.
    let beside = document.tokens_in(source).end;
    if beside < document.tokens_in(cue).start
        && document.word(beside + 1) == ","
        && aside.start > 0
        && document.word(aside.start - 1) == ","
        && cue::reports(document.word(beside))
    {
        aside.end = beside + 1;
    }
    let found = if cue.start >= quotation.outer.end {
        told_behind(document, quotation.outer, &aside)
    } else {
        told_before(document, quotation.outer, &aside)
    };
    let Some((speaker, verb)) = found else { return };
    // What was read as said besides the words may hold whoever says them.
    let outer = quotation.outer;
    let text = document.text.len();
    let outside = if cue.start >= outer.end {
        Span::new(outer.end, speaker.cover(verb).end.min(text))
    } else {
        Span::new(statement.start().min(outer.start), outer.start)
    };
    let pieces = statement.content.iter();
    let rest: Vec<Span> = pieces.flat_map(|piece| piece.without(&[outside])).collect();
    if rest.is_empty() {
        return;
    }
    statement.content = rest;
    statement.source = Some(speaker);
    statement.cue = Some(verb);
}

/// ‹“…,” | her mother | told her, she said›
fn told_behind(document: &Document, words: Span, aside: &Range<usize>) -> Option<(Span, Span)> {
    let quotation = document.quotation_of(words)?;
    let clause = clause::spoken_after(document, quotation)?;
    let last = document
        .tokens_in(clause.cue)
        .end
        .max(document.tokens_in(clause.source).end);
    let near = last..aside.start;
    let whom = (near.clone()).all(|at| {
        matches!(
            document.word(at),
            "," | "him" | "her" | "them" | "me" | "us" | "back"
        )
    });
    let apart = aside.start > near.start && document.word(aside.start - 1) == ",";
    // ‹“…,” was what | he | said, according to her›
    let words = document.tokens_in(clause.source);
    let what = usize::from(document.word(words.start) == "what");
    let source = document.span_of(words.start + what..words.end)?;
    (whom && apart).then_some((source, clause.cue))
}

fn told_before(document: &Document, words: Span, aside: &Range<usize>) -> Option<(Span, Span)> {
    let mark = document.tokens_in(words).start;
    let sentence = &document.sentences[document.sentence_at(words.start)].tokens;
    // ‹They were cool; | the buyer, she said, asked her, “…”›
    let near = sentence.start..aside.start.max(sentence.start);
    let half = near.rev().find(|&at| document.word(at) == ";");
    let start = half.map_or(sentence.start, |half| half + 1);
    let joint = mark.checked_sub(1).filter(|&at| at > aside.end)?;
    let introduced = matches!(document.word(joint), "," | ":");
    let closed = document.word(aside.end) == ",";
    if !introduced || !closed || aside.start < start || aside.end >= joint {
        return None;
    }
    let behind = aside.end + 1..joint;
    let verb = (behind.clone().rev()).find(|&at| says(document, at));
    // ‹According to Lee, | a guard told her, “…”›
    if aside.start == start {
        let accords = document.word(start) == "According";
        let subject = herald::subject(document, behind.clone()).filter(|_| accords)?;
        let verb = verb.filter(|&verb| document.tokens[verb].span.start >= subject.end)?;
        let whole = is_told(document, verb, joint) && subject::can_speak(document, subject);
        return whole.then_some((subject, document.tokens[verb].span));
    }
    let before = start..aside.start - 1;
    if before.is_empty() || document.word(aside.start - 1) != "," {
        return None;
    }
    // ‹Her mother had written to her, | she said|, with a line: “…”›
    let acts = before.clone().find(|&at| document.is_finite_verb(at));
    let (subject, verb) = if let Some(acts) = acts {
        let verb = (acts..before.end).rev().find(|&at| says(document, at))?;
        (herald::subject(document, before)?, verb)
    } else {
        let subject = last_noun(document, before)?;
        // ‹The answer, | she said|, was a picture and the words: “…”›
        let head = document.tokens_in(subject).end - 1;
        let answers = UTTERED.contains(&document.word(head));
        let is = matches!(
            document.word(behind.start),
            "was" | "is" | "were" | "came" | "comes"
        );
        if answers && is && subject::can_speak(document, subject) {
            return Some((subject, document.tokens[behind.start].span));
        }
        let verb = verb.filter(|_| is_predicate(document, behind.start))?;
        (subject, verb)
    };
    let whole = is_told(document, verb, joint) && subject::can_speak(document, subject);
    whole.then_some((subject, document.tokens[verb].span))
}

/// The noun that a part of a sentence without a verb ends in, what leads up to it left out: ‹On Monday | her mother›.
fn last_noun(document: &Document, part: Range<usize>) -> Option<Span> {
    let led = matches!(
        document.tag(part.start),
        Some(Tag::IN | Tag::RB | Tag::CC | Tag::WRB)
    );
    if led {
        return noun_before(document, part.end, part.start);
    }
    document.span_of(part)
}

/// Whether the verb of a subject told of before an aside stands at `at`: ‹Her mother, she said, | had always told her›.
fn is_predicate(document: &Document, at: usize) -> bool {
    document.is_finite_verb(at)
        || document.tag(at).is_some_and(Tag::is_verb) && !document.word(at).ends_with("ing")
        || matches!(
            document.word(at),
            "once" | "always" | "never" | "often" | "then" | "later"
        )
}

/// Whether a verb of saying, or of sending words, stands at `at`.
fn says(document: &Document, at: usize) -> bool {
    const SENDS: [&str; 12] = [
        "put", "sent", "left", "rang", "rung", "phoned", "called", "gave", "had", "offered",
        "wrote", "greeted",
    ];
    let word = document.word(at);
    says_so(document, at) || cue::reports(word) && word.ends_with("ing") || SENDS.contains(&word)
}

/// Whether the words behind `joint` are what somebody says at `verb`: the verb stands right before it, is said to somebody, or
/// what is said is called a question or a line.
fn is_told(document: &Document, verb: usize, joint: usize) -> bool {
    const NEAR: usize = 5;
    let between = verb + 1..joint;
    let nothing = ["nothing", "no", "not", "never", "nobody", "little"];
    if (verb.saturating_sub(3)..joint).any(|at| nothing.contains(&document.word(at))) {
        return false;
    }
    let uttered = (between.clone()).any(|at| UTTERED.contains(&document.word(at)));
    let says = says_so(document, verb);
    let comma = document.word(joint) == ",";
    let whom = (between.clone()).any(|at| is_object(document, at));
    let plain = between.len() <= NEAR && (between.clone()).all(|at| document.word(at) != "that");
    let addressed = matches!(
        document.word(verb),
        "told" | "tell" | "asked" | "assured" | "informed" | "warned" | "telling"
    );
    uttered || says && plain && (between.is_empty() || comma || whom || addressed)
}

/// What somebody’s words are called.
const UTTERED: [&str; 18] = [
    "question",
    "message",
    "words",
    "word",
    "line",
    "lines",
    "sentence",
    "sentences",
    "thing",
    "text",
    "note",
    "letter",
    "reply",
    "answer",
    "phrase",
    "voicemail",
    "card",
    "motto",
];

#[cfg(test)]
mod tests {
    use crate::split::tests::spoken as case;

    #[test]
    fn who_speaks_in_what_an_aside_tells() {
        for (text, who) in [
            (
                "Her mother, she said, asked her one question: “Hold it?”",
                "-",
            ),
            (
                "Her mother had written to her, she said, with a message of a line: “Hold it.”",
                "-",
            ),
            ("Bo Stan, she said, told her: “Hold it.”", "Bo Stan"),
            (
                "According to Lee, Bo Stan told the board: “Hold it.”",
                "Bo Stan",
            ),
            (
                "According to Lee, the man kept saying one thing: “Hold it.”",
                "-",
            ),
            ("“Hold it,” Bo Stan had told her, she said.", "Bo Stan"),
            (
                "Bo Stan is said to have told the board, “Hold it.”",
                "Bo Stan",
            ),
            ("Lee quoted from a sticker above the till: “Hold it.”", "-"),
            // Her own words about something or somebody else.
            (
                "The dam, she said, had one rule for guests: “Hold it.”",
                "Ada Lee",
            ),
            (
                "The board, she said, had told them nothing: “Hold it.”",
                "Ada Lee",
            ),
            ("The trouble, she said, was plain: “Hold it.”", "Ada Lee"),
        ] {
            case(
                &format!("Ada Lee owned a dam. She wept. {text}"),
                "Hold it",
                who,
            );
        }
    }
}
