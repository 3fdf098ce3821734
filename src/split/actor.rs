//! An actor: whom the sentence before words that nothing reports tells of, as doing, answering or being asked something.

use super::document::{Document, Sentence};
use super::herald;
use super::model::tag::Tag;
use super::subject;
use crate::text::Span;
use crate::text::marks::Quotation;
/// Who does something in a short sentence before words of theirs: somebody named who opens a paragraph, or “he” and “she”
/// anywhere, ‹She shrugs. “…”›.
pub(super) fn acts_before(document: &Document, sentence: &Sentence) -> Option<Span> {
    const LONGEST: usize = 18;
    let first = sentence.tokens.start;
    // ‹Asked whether he could swim, he laughed. “…”›
    if herald::is_asked(document, first) {
        return does(document, sentence);
    }
    let pronoun = matches!(document.word(first), "He" | "She");
    // ‹The gate fell. Lee answered on Plume within the hour. ¶ “…”›
    let answers = || {
        let paragraph = document.paragraphs[sentence.paragraph].span;
        paragraph.end == sentence.span.end && answers(document, sentence)
    };
    let opens = pronoun
        || document.paragraphs[sentence.paragraph].span.start == sentence.span.start
        || answers();
    let personal = pronoun || document.tag(first) == Some(Tag::NNP) || answers();
    let short =
        sentence.tokens.len() <= LONGEST && document.quotations_in(sentence.span).is_empty();
    if !opens || !personal || !short {
        return None;
    }
    subject::announcer(document, sentence.tokens.clone())
        .or_else(|| herald::subject(document, sentence.tokens.clone()))
        .filter(|source| subject::can_speak(document, *source))
}

/// Verbs of answering somebody, in words that stand below.
const ANSWERS: [&str; 8] = [
    "answered",
    "replied",
    "responded",
    "posted",
    "tweeted",
    "retorted",
    "countered",
    "hit",
];

/// Whether somebody answers in a sentence.
pub(super) fn answers(document: &Document, sentence: &Sentence) -> bool {
    let mut tokens = sentence.tokens.clone();
    tokens.any(|at| ANSWERS.contains(&document.word(at)))
}

/// Who answers, by the quotation that opens the sentence `nth`, what the article itself asks before it or tells that they are asked:
/// ‹Would | she | do it again? “Never.”›, ‹| Ann Lee | was asked where she lived. “Here.”›.
pub(super) fn answers_question(
    document: &Document,
    nth: usize,
    quotation: &Quotation,
) -> Option<Span> {
    const SENTENCES: usize = 3;
    const BACK: usize = 6;
    let here = document.paragraph_at(quotation.outer.start);
    let opens = document.paragraphs[here].span.start == quotation.outer.start;
    let alone = document.paragraphs[here].span == quotation.outer;
    let above = |nth: &usize| {
        let paragraph = document.sentences[*nth].paragraph;
        !opens && paragraph == here || opens && alone && paragraph + 1 == here
    };
    let free = |nth: &usize| {
        let sentence = &document.sentences[*nth];
        document.quotations_in(sentence.span).is_empty()
    };
    let before = (0..nth).rev().take_while(above).take_while(free);
    let asks = before.take(SENTENCES).find(|nth| {
        let sentence = &document.sentences[*nth];
        sentence.span.of(document.text).ends_with('?')
            || is_told_asked(document, sentence).is_some()
    })?;
    let question = &document.sentences[asks];
    // ‹How long did it take? | Ann Lee | counted on her fingers. “Nine days.”›
    let acts = (asks + 1..nth)
        .rev()
        .find_map(|nth| does(document, &document.sentences[nth]));
    // ‹Has it? From the next room comes the voice of Bo Orr. “It has.”›
    let named = |nth: usize| {
        let mut tokens = document.sentences[nth].tokens.clone().skip(1);
        tokens.any(|at| matches!(document.tag(at), Some(Tag::NNP | Tag::NNPS)))
    };
    if acts.is_none() && (asks + 1..nth).any(named) {
        return None;
    }
    let told = acts
        .or_else(|| is_told_asked(document, question))
        .or_else(|| asked_about(document, question));
    told.or_else(|| {
        // ‹She sold it all. And the boat? “That too.”›
        let earlier = (asks.saturating_sub(BACK)..asks).rev();
        let earlier = earlier.take_while(|nth| document.sentences[*nth].paragraph + 1 >= here);
        earlier
            .take_while(free)
            .find_map(|nth| does(document, &document.sentences[nth]))
    })
}

/// Who is told to be asked something in a sentence: ‹| Ann Lee | was asked where she lived.›
fn is_told_asked(document: &Document, sentence: &Sentence) -> Option<Span> {
    let asked = (sentence.tokens.clone().skip(2)).find(|&at| {
        let asked = ["asked", "pressed", "questioned"].contains(&document.word(at));
        let be = |at: usize| matches!(document.word(at), "was" | "is" | "were" | "are" | "when");
        asked && (at - 2..at).any(be)
    });
    let Some(asked) = asked else {
        return whom_somebody_asks(document, sentence);
    };
    herald::subject(document, sentence.tokens.start..asked).filter(|source| {
        let first = document.tokens_in(*source).start;
        let capital = document.word(first).starts_with(char::is_uppercase);
        let noun = document.tag(first).is_some_and(Tag::is_noun) && capital;
        (noun || document.tag(first) == Some(Tag::PRP)) && subject::can_speak(document, *source)
    })
}

/// ‹Reporters asked | her | whether she was sorry.›
fn whom_somebody_asks(document: &Document, sentence: &Sentence) -> Option<Span> {
    const WHAT: [&str; 9] = [
        "whether", "if", "why", "how", "what", "about", "where", "when", "who",
    ];
    let asks = (sentence.tokens.clone().skip(1))
        .find(|&at| document.word(at) == "asked" && document.is_finite_verb(at))?;
    let whom = asks + 1;
    let name = |at: &usize| {
        let capital = document.word(*at).starts_with(char::is_uppercase);
        capital && document.tag(*at).is_some_and(Tag::is_noun)
    };
    let end = if matches!(document.word(whom), "him" | "her") {
        whom + 1
    } else {
        (whom..sentence.tokens.end).take_while(name).last()? + 1
    };
    let asked = WHAT.contains(&document.word(end));
    document.span_of(whom..end).filter(|_| asked)
}

/// Whom a question is about: ‹Would | she | do it again?›, ‹Was | Ann Lee | afraid?›
fn asked_about(document: &Document, question: &Sentence) -> Option<Span> {
    let mut tokens = question.tokens.clone();
    let personal = |at: &usize| matches!(document.word(*at), "he" | "she" | "He" | "She");
    if let Some(at) = tokens.clone().find(personal) {
        return Some(document.tokens[at].span);
    }
    let name = |at: usize| {
        document.tag(at) == Some(Tag::NNP) && document.word(at).starts_with(char::is_uppercase)
    };
    let first = tokens.find(|&at| {
        let verb = at.checked_sub(1).and_then(|before| document.tag(before));
        at > question.tokens.start && name(at) && verb.is_some_and(Tag::is_finite)
    })?;
    let end = (first..question.tokens.end).find(|&at| !name(at))?;
    document.span_of(first..end)
}

/// Who puts questions to somebody in a sentence before one: ‹Ann Lee, prosecuting, cross-examined him.›
pub(super) fn examines(document: &Document, sentence: &Sentence) -> Option<Span> {
    const EXAMINES: [&str; 8] = [
        "cross-examined",
        "questioned",
        "examined",
        "grilled",
        "quizzed",
        "pressed",
        "interrogated",
        "challenged",
    ];
    let verb = (sentence.tokens.clone()).find(|&at| EXAMINES.contains(&document.word(at)))?;
    if document.word(verb + 1) == "by" {
        let end = (verb + 2..sentence.tokens.end)
            .find(|&at| matches!(document.word(at), "," | "." | "for" | "on"));
        let agent = document.span_of(verb + 2..end.unwrap_or(sentence.tokens.end));
        return agent.filter(|agent| subject::can_speak(document, *agent));
    }
    herald::subject(document, sentence.tokens.start..verb + 1)
        .filter(|source| subject::can_speak(document, *source))
}

/// Who makes something plain in a sentence that tells what it is said or written in: ‹Ann Lee, in remarks to the club, was blunt.›
pub(super) fn speaks_out(document: &Document, sentence: &Sentence) -> Option<Span> {
    const NEAR: usize = 4;
    const SPOKEN: [&str; 5] = ["remarks", "comments", "interview", "speech", "video"];
    let start = sentence.tokens.start;
    let told = (start + 1..sentence.tokens.end).any(|at| {
        let noun = SPOKEN.contains(&document.word(at)) || herald::is_writing(document, at);
        let led = (start.max(at.saturating_sub(NEAR))..at).any(|at| {
            matches!(
                document.word(at),
                "in" | "In" | "with" | "through" | "Through"
            )
        });
        noun && led
    });
    let quoted = !document.quotations_in(sentence.span).is_empty();
    if !told || quoted {
        return None;
    }
    herald::subject(document, sentence.tokens.clone())
        .map(|source| subject::with_name(document, source, sentence.tokens.end))
        .filter(|source| subject::can_speak(document, *source))
}

/// Who does something in a sentence without quotation marks: somebody named, or “he” and “she”.
pub(crate) fn does(document: &Document, sentence: &Sentence) -> Option<Span> {
    if !document.quotations_in(sentence.span).is_empty() {
        return None;
    }
    let source = herald::subject(document, sentence.tokens.clone())?;
    let first = document.tokens_in(source).start;
    let personal = matches!(document.word(first), "He" | "She" | "he" | "she")
        || document.tag(first) == Some(Tag::NNP);
    (personal && subject::can_speak(document, source)).then_some(source)
}

/// Who stirs in a short sentence as one does who is about to speak, whatever they are called: ‹At this the widow rose.›
pub(super) fn stirs(document: &Document, sentence: &Sentence) -> Option<Span> {
    const LONGEST: usize = 14;
    const STIRS: [&str; 16] = [
        "rose", "stood", "nodded", "nods", "shrugged", "shrugs", "smiled", "smiles", "laughed",
        "laughs", "paused", "pauses", "grinned", "grins", "winced", "rises",
    ];
    let tokens = sentence.tokens.clone();
    let verb = (tokens.clone().skip(1)).find(|&at| STIRS.contains(&document.word(at)))?;
    let first = (tokens.start..verb).rev().take(3).find(|&at| {
        matches!(document.tag(at), Some(Tag::DT)) && document.word(at).eq_ignore_ascii_case("the")
    })?;
    let source = document.span_of(first..verb)?;
    let short = tokens.len() <= LONGEST && document.quotations_in(sentence.span).is_empty();
    (short && subject::can_speak(document, source)).then_some(source)
}

/// From whom words are, told by a sentence behind them that has no other verb: ‹“…” This from | the mayor|, at the door.›, ‹“…”
/// That was | Ann Lee|.›
pub(super) fn this_from(document: &Document, quotation: &Quotation) -> Option<Span> {
    const LONGEST: usize = 6;
    let rest = Span::new(quotation.outer.end, document.text.len());
    let first = document.tokens_in(rest).start;
    let here = document.paragraph_at(quotation.outer.start);
    let paragraph = &document.paragraphs[here];
    let ends = paragraph.tokens.end.min(first + 2 + LONGEST);
    let from = match (document.word(first), document.word(first + 1)) {
        ("This" | "That", "from") => true,
        ("This" | "That", "was" | "is") => false,
        _ => return None,
    };
    let end = (first + 2..ends).find(|&at| matches!(document.word(at), "," | "." | "—" | "–"))?;
    let source = document.span_of(first + 2..end)?;
    let name = |at: usize| document.tag(at) == Some(Tag::NNP);
    let named = (first + 2..end).all(name);
    let plain = !document.has_finite_verb(source);
    ((from && plain || named) && subject::can_speak(document, source)).then_some(source)
}

/// Whether a sentence goes on about somebody, ‹She shrugs.›, whatever was told before it.
pub(super) fn acts_again(document: &Document, sentence: &Sentence) -> bool {
    matches!(document.word(sentence.tokens.start), "He" | "She")
}
