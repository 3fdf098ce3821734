//! A voice: by what a paragraph without marks tells that somebody speaks in it themselves, as reporters do not.

use super::document::{Document, Paragraph, Sentence};
use super::model::tag::Tag;

/// Whether hardly a reporter would write `paragraph`: it speaks of “us” or to “you”, orders, exclaims, counts its posts or is
/// all fragments.
pub(crate) fn is_own(document: &Document, paragraph: &Paragraph) -> bool {
    // ‹The hill, from which you see the harbour, …›: reporters show readers around.
    let tells = matches!(
        document.word(paragraph.tokens.start),
        "The" | "A" | "An" | "In" | "At" | "On"
    );
    if reports(document, paragraph) {
        return false;
    }
    is_numbered(document, paragraph)
        || paragraph.tokens.clone().any(|at| {
            let word = document.word(at);
            let named = |at: usize| document.word(at).starts_with(char::is_uppercase);
            // ‹Save Our Youth›
            let name = matches!(word, "Our" | "My" | "We" | "You" | "Your")
                && at > paragraph.tokens.start
                && named(at - 1)
                && named(at + 1);
            !name && (is_first_person(word) || !tells && is_second_person(word) || word == "!")
        })
        || sentences(document, paragraph)
            .next()
            .is_some_and(|first| orders(document, first))
        || is_all_fragments(document, paragraph)
}

/// Whether `paragraph` may be somebody’s words where a colon announces them: it tells of nobody by “he” or “she” first, nor of
/// what was.
pub(crate) fn may_be_own(document: &Document, paragraph: &Paragraph) -> bool {
    const THIRD: [&str; 8] = ["He", "She", "They", "It", "His", "Her", "Their", "Its"];
    let first = document.word(paragraph.tokens.start);
    let verb = paragraph
        .tokens
        .clone()
        .find(|&at| document.is_finite_verb(at));
    let past = verb.and_then(|at| document.tag(at)) == Some(Tag::VBD);
    !past && !THIRD.contains(&first) && !reports(document, paragraph)
}

/// Whether somebody else is reported in `paragraph`: ‹Ann Lee said›.
fn reports(document: &Document, paragraph: &Paragraph) -> bool {
    let (first, end) = (paragraph.tokens.start, paragraph.tokens.end);
    let someone = |at: usize| {
        at >= first
            && at < end
            && (matches!(document.word(at), "he" | "she" | "He" | "She")
                || document.tag(at) == Some(Tag::NNP))
    };
    (first..end).any(|at| {
        matches!(document.word(at), "said" | "says")
            && (at > first && someone(at - 1) || someone(at + 1))
    })
}

/// Whether `paragraph` opens with the number of a post, ‹1/3›, ‹2/›.
pub(crate) fn is_numbered(document: &Document, paragraph: &Paragraph) -> bool {
    let words = paragraph.span.of(document.text);
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    let number = words.split_whitespace().next().unwrap_or_default();
    number
        .trim_end_matches([')', ':', '.'])
        .trim_start_matches('(')
        .split_once('/')
        .is_some_and(|(nth, of)| digits(nth) && !nth.is_empty() && digits(of))
}

pub(crate) fn is_first_person(word: &str) -> bool {
    matches!(
        word,
        "I" | "We" | "we" | "Our" | "our" | "My" | "my" | "us" | "me"
    )
}

fn is_second_person(word: &str) -> bool {
    matches!(word, "you" | "You" | "your" | "Your")
}

/// Whether a sentence opens with what is to be done, or with what is said to somebody’s face.
fn orders(document: &Document, sentence: &Sentence) -> bool {
    let first = sentence.tokens.start;
    let face = [
        "Please", "Sorry", "Thanks", "Thank", "Dear", "Hello", "Yes", "No", "OK", "Okay",
    ];
    // ‹Pulse owner Ann Lee was there.›: the tagger may take a name for an order.
    let named = document.word(first + 1).starts_with(char::is_uppercase);
    let imperative = document.tag(first) == Some(Tag::VB)
        && !named
        && sentence.tokens.len() > 2
        && document.tag(first + 1) != Some(Tag::NN);
    imperative || {
        let marked = matches!(document.word(first + 1), "," | "." | "!" | "—");
        let polite = matches!(document.word(first), "Please" | "Thank" | "Thanks" | "Dear");
        face.contains(&document.word(first)) && (polite || marked)
    }
}

/// Whether the first sentences are short and have no verb: ‹Two mints. One aspirin.›
fn is_all_fragments(document: &Document, paragraph: &Paragraph) -> bool {
    const LONGEST: usize = 7;
    let bare = |sentence: &Sentence| {
        let verb = |at: usize| document.tag(at).is_some_and(Tag::is_verb);
        sentence.tokens.len() <= LONGEST && !sentence.tokens.clone().any(verb)
    };
    let item = paragraph
        .span
        .of(document.text)
        .starts_with(|c: char| c.is_ascii_digit());
    let first = sentences(document, paragraph).take_while(|sentence| bare(sentence));
    !item && first.count() > 1
}

fn sentences<'d>(
    document: &'d Document,
    paragraph: &Paragraph,
) -> impl Iterator<Item = &'d Sentence> {
    document.sentences[paragraph.sentences.clone()].iter()
}
