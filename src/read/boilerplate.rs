//! Boilerplate: what a publisher hangs on an article, at its ends and in between, that nobody wrote for it.

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
    "recommended",
    "top stories",
    "most read",
    "most popular",
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
    "support our",
    "donate",
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
    "sponsored",
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

/// Ends of lines on who made the article.
const CONTRIBUTED: &[&str] = &[
    "contributed to this report",
    "contributed to this story",
    "contributed to this article",
    "contributed reporting",
    "contributed reporting from",
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
    "gallery",
    "video",
    "photos",
    "more",
];

/// The longest paragraph that is looked at; what is longer says something.
const LONGEST: usize = 240;

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

/// "1 of 6", "Image 1 of / 9".
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
fn is_account(words: &str) -> bool {
    !words.contains(' ')
        && (words.contains('@') || words.starts_with("twitter.com/") || words.starts_with("http"))
}
