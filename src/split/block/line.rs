//! The line above a block quotation: what tells that somebody’s own words follow.

use super::words::{is_in_third_person, opens_in_first_person};
use super::{SHORTEST, line_above};
use crate::split::clause;
use crate::split::cue;
use crate::split::document::{Document, Paragraph, Sentence};
use crate::split::herald;
use crate::split::model::tag::Tag;
use crate::split::sender;
use crate::split::subject;
use crate::split::voice;

/// Whether the paragraph above ends with a colon behind a clause, ‹Its second came at noon:›, or, in an article that nobody
/// tells of themselves, speaks of what was put out, ‹In an email Ann Lee did not mention the dam.›
pub(super) fn is_announced(document: &Document, nth: usize) -> bool {
    line_above(document, nth).is_some_and(|sentence| {
        let any = |is: &dyn Fn(usize) -> bool| sentence.tokens.clone().any(is);
        if sentence.span.of(document.text).ends_with(':') {
            any(&|at| {
                let word = document.word(at);
                herald::acts(document, at) && !IS.contains(&word) || cue::reports(word)
            })
        } else {
            document.paragraphs[nth].tokens.len() >= SHORTEST
                && document.quotations_in(sentence.span).is_empty()
                && ((tells_of_message(document, sentence) || acts_alone(document, sentence, nth))
                    && is_in_third_person(document, nth)
                    || sender::sender(document, &sentence.tokens).is_some())
        }
    })
}

/// Whether a paragraph that no marks enclose is what the line above it announces, ‹The café put up a notice:›: neither a list
/// nor a heading nor a report.
pub(super) fn is_heralded(document: &Document, paragraph: &Paragraph, nth: usize) -> bool {
    const LONG: usize = 8;
    let words = paragraph.span.of(document.text);
    let sentence = words.ends_with(['.', '!', '?', '…', '”', '’', '"'])
        || paragraph.tokens.len() >= LONG
        || words.len() > 3 && !words.contains(char::is_lowercase);
    let opens = words.chars().next();
    let plain = sentence
        && !words.ends_with(':')
        && opens.is_some_and(|first| first.is_alphabetic() || matches!(first, '@' | '#'));
    let herald = line_above(document, nth);
    let told = |herald: &Sentence| {
        herald::announces(document, herald)
            && (!herald::only_acts(document, herald)
                || voice::is_own(document, paragraph)
                || herald::is_someone(document, herald) && voice::may_be_own(document, paragraph))
    };
    plain
        && herald.is_some_and(told)
        && (document.quotations_in(paragraph.span).iter())
            .all(|quotation| clause::after(document, quotation).is_none())
}

/// Whether a sentence ends its paragraph by showing what was put out: ‹The club issued the following statement on Monday.›
pub(super) fn shows(document: &Document, nth: usize) -> bool {
    line_above(document, nth).is_some_and(|sentence| {
        let mut tokens = sentence.tokens.clone().skip(2);
        let shown = tokens.any(|at| {
            let following = document.word(at) == "following" && document.word(at - 1) == "the";
            let verb = at - 1 - usize::from(following);
            let put_out = cue::puts_out(document.word(verb))
                || matches!(document.word(verb), "posted" | "posts" | "sent" | "wrote");
            (following || document.word(at) == "this")
                && put_out
                && herald::is_writing(document, at + 1)
        });
        let own = || voice::may_be_own(document, &document.paragraphs[nth]);
        let shown = shown || counts_words(document, sentence) && own();
        shown && document.quotations_in(sentence.span).is_empty()
    })
}

/// Whether a sentence ends by counting the words put out: ‹The club posted the picture with six words.›
fn counts_words(document: &Document, sentence: &Sentence) -> bool {
    let end = sentence.tokens.end;
    let counted = sentence.tokens.len() > 6
        && document.word(end - 1) == "."
        && document.word(end - 2) == "words"
        && document.tag(end - 3) == Some(Tag::CD);
    counted && matches!(document.word(end - 4), "with" | "above" | "under" | "over")
}

/// Whether somebody acts in a paragraph of one sentence above a paragraph that opens with “we” or “I”: ‹By noon the club had
/// thought again. ¶ We apologise to our guests.›
fn acts_alone(document: &Document, sentence: &Sentence, nth: usize) -> bool {
    let above = document.paragraphs[sentence.paragraph].span;
    above == sentence.span
        && opens_in_first_person(document, &document.paragraphs[nth])
        && document.has_finite_verb(sentence.span)
        && herald::subject(document, sentence.tokens.clone()).is_some_and(|subject| {
            let it = matches!(subject.of(document.text), "It" | "This" | "That" | "There");
            !it && subject.end + 1 < sentence.span.end && subject::can_speak(document, subject)
        })
}

/// Whether a sentence speaks of what was put out, ‹In an email Ann Lee did not mention the dam.›, or of an account, ‹The pilot,
/// posting as @annlee, had the last word.›
pub(super) fn tells_of_message(document: &Document, sentence: &Sentence) -> bool {
    let mut tokens = sentence.tokens.clone();
    tokens.any(|at| MESSAGES.contains(&document.word(at)) || document.word(at).starts_with('@'))
}

/// Verbs that say what is, and announce no words.
const IS: [&str; 7] = ["is", "are", "was", "were", "has", "have", "had"];

/// What somebody’s own words are put out in or by.
const MESSAGES: [&str; 39] = [
    "poem",
    "verse",
    "thread",
    "caption",
    "commented",
    "typed",
    "tweet",
    "X",
    "Twitter",
    "Facebook",
    "Instagram",
    "Bluesky",
    "Threads",
    "TikTok",
    "LinkedIn",
    "Mastodon",
    "Social",
    "Telegram",
    "WhatsApp",
    "Reddit",
    "statement",
    "letter",
    "message",
    "email",
    "e-mail",
    "note",
    "post",
    "posted",
    "tweeted",
    "wrote",
    "reply",
    "replied",
    "answer",
    "answered",
    "response",
    "responded",
    "silence",
    "online",
    "account",
];

#[cfg(test)]
mod tests {
    use crate::split::block::tests::case;

    #[test]
    fn lists_headings_and_reports_are_no_posts() {
        case("The rules were posted in a notice:\n\n1. No cats.", &[]);
        case("She wrote a letter:\n\nWhat happened next", &[]);
        case(
            "The party had three guests, and they were:\n\nA cat and two dogs came in.",
            &[],
        );
        case(
            "She left a note:\n\nIt rains. “It will go on,” Ann Lee said.",
            &[],
        );
    }

    #[test]
    fn what_the_reporter_goes_on_with_is_no_post() {
        for text in [
            "The cat fell.\n\nAnn Lee had a plan:\n\nShe would sell the cat and buy a boat with the money.\n\nIt rained.",
            "The cat fell.\n\nAnn Lee wrote three letters.\n\nThe port has a staff of nine who read on Mondays.\n\nIt rained.",
            "The cat fell.\n\nAnn Lee set two conditions:\n\nThe cat goes home, and it gets fish.\n\nIt rained.",
        ] {
            case(text, &[]);
        }
        case(
            "The cat fell.\n\nBo Orr had asked the port.\n\n1/2 Some cats are ships.\n\n2/2 This one is both.\n\nIt rained.",
            &["Bo Orr | had asked: 1/2 Some cats are ships. 2/2 This one is both."],
        );
    }
}
