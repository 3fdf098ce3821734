//! Boilerplate: what a publisher hangs on an article, at its ends and in between, that nobody wrote for it.

use crate::text::Span;

/// Beginnings of paragraphs that send the reader elsewhere.
const ELSEWHERE: &[&str] = &[
    "read more",
    "read:",
    "read also",
    "also read",
    "also:",
    "see also",
    "related:",
    "related article",
    "related stor",
    "related content",
    "more:",
    "more on this",
    "more from",
    "more great",
    "more stories",
    "don't miss",
    "don’t miss",
    "you may also",
    "you might also",
    "you may like",
    "recommended for you",
    "recommended stories",
    "recommended reading",
    "recommended:",
    "top stories",
    "most read:",
    "most read stories",
    "most popular:",
    "most popular stories",
    "sign up",
    "subscribe",
    "follow us",
    "follow ap",
    "join our",
    "join us on",
    "click here",
    "continue reading",
    "story continues",
    "article continues",
    "listen to the",
    "watch:",
    "watch the video",
    "watch more",
    "download the",
    "get the latest",
    "get our",
    "get breaking news",
    "stay up to date",
    "stay informed",
    "stay on top",
    "share this",
    "tap here",
    "view author archive",
    "view comments",
    "email the author",
    "follow on",
    "have a tip",
    "send tips",
    "to receive",
    "for more information",
    "for more news",
    "for the latest",
    "like us on",
    "support our journalism",
    "support our work",
    "donate to",
    "donate now",
    "leggi anche",
    "lesen sie",
    "lire aussi",
    "a lire aussi",
    "à lire aussi",
    "lea también",
    "leia também",
    "lees ook",
    "mehr zum thema",
    "advertisement",
    "scroll down",
    "sponsored content",
    "sponsored by",
    "this story originally",
    "we want to hear what you think",
];

/// Beginnings of captions, credits and notices.
const CREDITS: &[&str] = &[
    "©",
    "(c) ",
    "copyright",
    "all rights reserved",
    "image:",
    "images:",
    "photo:",
    "photos:",
    "photo by",
    "photograph:",
    "photography by",
    "picture:",
    "pictures:",
    "credit:",
    "getty images",
    "file photo",
    "courtesy of",
    "via getty",
    "foto:",
    "image source",
    "photo credit",
    "image credit",
    "photo courtesy",
    "featured image",
    "filed under",
    "tags:",
    "topics:",
];

/// Beginnings of lines on who made the article.
const MADE_BY: &[&str] = &[
    "reporting by",
    "additional reporting",
    "editing by",
    "writing by",
    "edited by",
    "compiled by",
    "contact the reporter",
    "contact the writer",
    "reach the reporter",
    "with additional reporting",
    "with reporting by",
    "our standards:",
];

/// What stands in lines on who helped to make the article.
const CONTRIBUTED: &[&str] = &[
    "contributed to this report",
    "contributed to this story",
    "contributed to this article",
    "contributed reporting",
    "contributed research",
];

/// Paragraphs that are nothing else.
const WHOLE: &[&str] = &[
    "ad",
    "advertising",
    "share",
    "comment",
    "comments",
    "related",
    "caption",
    "close",
    "loading",
    "print",
    "email",
    "follow",
    "next",
    "previous",
    "topics",
    "tags",
    "menu",
    "search",
    "home",
    "most read",
    "most popular",
    "recommended",
    "sponsored",
    "donate",
    "gallery",
    "video",
    "photos",
    "more",
];

/// The longest paragraph that is looked at; what is longer says something.
const LONGEST: usize = 240;

/// Lines that end a story on the wire.
const ENDS: &[&str] = &[
    "reuter",
    "reuters",
    "ap",
    "upi",
    "afp",
    "ends",
    "(ends)",
    "-ends-",
    "-30-",
    "###",
    "more to come",
];

/// Beginnings of notes on what an article had wrong: they state something, and stay.
const CORRECTIONS: &[&str] = &[
    "correction",
    "clarification",
    "editor's note",
    "editor’s note",
    "editors' note",
    "editors’ note",
    "this story has been",
    "this article has been",
    "this story was updated",
    "this article was updated",
    "an earlier version",
    "a previous version",
];

/// How many paragraphs at the end of a text are looked at.
const LAST: usize = 8;

/// The places at the end of `text` that are no part of the article, in order.
pub(super) fn at_end(text: &str) -> Vec<Span> {
    let mut cut = Vec::new();
    let mut end = text.len();
    for _ in 0..LAST {
        let before = text[..end].trim_end();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let span = Span::new(start, before.len()).trim(text);
        let words = span.of(text);
        let folded = words.to_lowercase();
        // A text of one paragraph is not cut away whole.
        if span.start == 0 || words.is_empty() {
            break;
        }
        if let Some(length) = made_by_behind(words) {
            cut.push(Span::new(span.end - length, span.end));
            break;
        }
        let is_correction = CORRECTIONS.iter().any(|start| folded.starts_with(start));
        if hangs_on(&folded, words) {
            cut.push(span);
        } else if !is_correction {
            break;
        }
        end = start;
    }
    cut.reverse();
    cut
}

/// Whether a last paragraph is one that a publisher hangs on.
fn hangs_on(folded: &str, words: &str) -> bool {
    let bare = folded.trim_matches(['*', '_', '-', ' ', '.']);
    let open = folded.trim_start_matches(['(', '[', '*', '—', '-', ' ']);
    let is_short = words.len() <= LONGEST;
    !words.chars().any(char::is_alphanumeric)
        || ENDS.contains(&folded)
        || ENDS.contains(&bare)
        || MADE_BY.iter().any(|start| open.starts_with(start))
        || (words.len() <= 2 * LONGEST && CONTRIBUTED.iter().any(|words| folded.contains(words)))
        || (is_short
            && (WHOLE.contains(&bare) || sends_elsewhere(open, words) || is_credit(folded)))
}

/// How many bytes at the end of a paragraph are "(Reporting by …; editing by …)".
fn made_by_behind(words: &str) -> Option<usize> {
    let open = words.rfind('(')?;
    let inner = words[open + 1..].to_lowercase();
    let is_last = inner.trim_end_matches([' ', '.']).ends_with(')');
    (open > 0 && is_last && MADE_BY.iter().any(|start| inner.starts_with(start)))
        .then_some(words.len() - open)
}

/// Whether a paragraph of a page is no part of its article.
#[cfg(feature = "html")]
pub(super) fn is_furniture(paragraph: &str) -> bool {
    let words = paragraph.trim();
    let folded = words.to_lowercase();
    let bare = folded.trim_end_matches([':', '.', '…', '!', ' ']);
    words.len() <= LONGEST
        && (WHOLE.contains(&bare)
            || sends_elsewhere(&folded, words)
            || is_credit(&folded)
            || is_picture_count(&folded)
            || is_reading_time(&folded)
            || is_account(words)
            || !words.chars().any(char::is_alphanumeric))
}

/// "Read more: …", "Sign up for our newsletter". A sentence that only begins so says something: "Read more slowly, she
/// said."
fn sends_elsewhere(folded: &str, words: &str) -> bool {
    ELSEWHERE.iter().any(|start| folded.starts_with(start))
        && !words.contains(['“', '”', '"'])
        && !folded.contains(" said")
}

fn is_credit(folded: &str) -> bool {
    CREDITS.iter().any(|start| folded.starts_with(start))
        || [
            "(image: ",
            "(photo: ",
            "(picture: ",
            "(credit: ",
            "(photo by ",
        ]
        .iter()
        .any(|mark| {
            folded
                .rfind(mark)
                .is_some_and(|at| folded[at..].ends_with(')'))
        })
}

/// "4 min read", "Reading time: 4 minutes".
#[cfg(feature = "html")]
fn is_reading_time(folded: &str) -> bool {
    let is_count = folded.starts_with(|c: char| c.is_ascii_digit())
        && [" min read", " minute read", " min. read", " mins read"]
            .iter()
            .any(|end| folded.ends_with(end));
    let is_told = [
        "reading time",
        "estimated reading",
        "read time",
        "lesezeit",
        "tempo de leitura",
        "temps de lecture",
    ]
    .iter()
    .any(|start| folded.starts_with(start));
    is_count || (is_told && folded.len() < 50)
}

/// "1 of 6", "Image 1 of / 9".
#[cfg(feature = "html")]
fn is_picture_count(folded: &str) -> bool {
    let mut words = folded
        .trim_start_matches("image ")
        .trim_start_matches("photo ")
        .trim_start_matches("slide ")
        .split([' ', '/'])
        .filter(|word| !word.is_empty());
    let is_number = |word: Option<&str>| {
        word.is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    is_number(words.next())
        && words.next() == Some("of")
        && is_number(words.next())
        && words.next().is_none()
}

/// An address for mail or of an account, and nothing else.
#[cfg(feature = "html")]
fn is_account(words: &str) -> bool {
    !words.contains(' ')
        && (words.contains('@') || words.starts_with("twitter.com/") || words.starts_with("http"))
}

#[cfg(test)]
mod tests {
    use super::at_end;

    const BODY: &str = "The dam held through the night.\n\nNobody was hurt, she said.";

    /// `left` is what of the end stays.
    #[track_caller]
    fn case(end: &str, left: &str) {
        let text = format!("{BODY}{end}");
        let pieces: Vec<_> = crate::text::Span::whole(&text)
            .without(&at_end(&text))
            .into_iter()
            .map(|piece| piece.trim(&text).of(&text))
            .filter(|piece| !piece.is_empty())
            .collect();
        assert_eq!(pieces.join("¶"), format!("{BODY}{left}"), "{end}");
    }

    #[test]
    fn cuts_what_is_hung_on() {
        for end in [
            "\n\n(Reporting by Jane Doe in Ashby; Editing by John Roe)\n",
            " (Reporting by Jane Doe; Editing by John Roe)",
            "\n\nAdditional reporting by Jane Doe",
            "\n\n___\n\nAssociated Press writer Jane Doe in Ashby contributed to this report.",
            "\n\nRead more: The dams of the valley\n\nSign up for our morning letter.\n\nPhoto: J. Doe / Agency",
            "\n\n© 2020 The Valley Post. All rights reserved.",
            "\nReuter",
            "\n\n-30-",
            "\n\nADVERTISEMENT",
        ] {
            case(end, "");
        }
    }

    #[test]
    fn keeps_corrections_and_sentences() {
        let correction = "Correction: An earlier version of this story had the wrong year.";
        case(&format!("\n\n{correction}"), &format!("\n\n{correction}"));
        case(
            &format!("\n\nRead more: Dams\n\n{correction}\n\nFollow us on X"),
            &format!("¶{correction}"),
        );
        for end in [
            "\n\n“Read more,” she said.",
            "\n\nMore than half stayed.",
            "\n\nThe reporting by the paper was right.",
        ] {
            case(end, end);
        }
        assert!(at_end("Read more: Dams").is_empty());
        assert!(at_end("").is_empty());
    }
}
