//! Furniture: what a page has around and inside its article that is not the article.

use dom_query::{Document, NodeRef};

use super::metadata::About;
use super::render::Paragraph;
use crate::read::{boilerplate, dateline};

/// Elements that never hold a part of an article.
const TAGS: &str = "nav, footer, form, button, iframe, svg, video, audio, select, input, textarea, dialog, template, \
     figcaption, noscript, object, canvas, [role=navigation], [role=complementary], [role=contentinfo], [role=dialog], \
     [role=search], [role=menu], [role=alert], [aria-hidden=true], [hidden]";

/// Takes out what is furniture by its tag or by the words of its class and id. What holds much of the page's text stays,
/// whatever it is called.
pub(super) fn prune(document: &Document) {
    let whole = text_length(&document.root());
    for node in document.select(TAGS).nodes() {
        if text_length(node) * 4 < whole {
            node.remove_from_parent();
        }
    }
    for node in document.select("aside").nodes() {
        if text_length(node) * 3 < whole {
            node.remove_from_parent();
        }
    }
    for node in document.select("time").nodes() {
        if !node
            .ancestors(Some(3))
            .iter()
            .any(|around| around.has_name("p"))
        {
            node.remove_from_parent();
        }
    }
    for node in document.select("[class], [id]").nodes() {
        if is_kept(node) {
            continue;
        }
        let names = format!("{} {}", node.attr_or("class", ""), node.attr_or("id", ""));
        if is_furniture(&names) && text_length(node) * 4 < whole && !holds_much_prose(node, whole) {
            node.remove_from_parent();
        }
    }
}

fn is_kept(node: &NodeRef<'_>) -> bool {
    [
        "html",
        "body",
        "article",
        "main",
        "h1",
        "p",
        "a",
        "span",
        "blockquote",
    ]
    .iter()
    .any(|name| node.has_name(name))
}

/// The bytes of the paragraphs beneath `node`.
fn text_length(node: &NodeRef<'_>) -> usize {
    let paragraphs: usize = node
        .descendants_it()
        .filter(|inner| inner.has_name("p"))
        .map(|paragraph| paragraph.text().trim().len())
        .sum();
    if node.has_name("p") {
        paragraphs + node.text().trim().len()
    } else {
        paragraphs
    }
}

fn holds_much_prose(node: &NodeRef<'_>, whole: usize) -> bool {
    let prose: usize = node
        .descendants_it()
        .filter(|inner| inner.has_name("p"))
        .map(|paragraph| paragraph.text().trim().len())
        .filter(|&length| length > 120)
        .sum();
    prose * 5 > whole
}

/// Words of a class or id that name furniture.
const WORDS: &[&str] = &[
    "advert",
    "advertisement",
    "advertising",
    "ads",
    "adslot",
    "sponsor",
    "sponsored",
    "outbrain",
    "taboola",
    "promo",
    "promotion",
    "related",
    "recommended",
    "recommendations",
    "recommend",
    "newsletter",
    "signup",
    "subscribe",
    "subscription",
    "share",
    "sharing",
    "sharedaddy",
    "social",
    "comments",
    "comment",
    "disqus",
    "respond",
    "sidebar",
    "breadcrumb",
    "breadcrumbs",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "popup",
    "modal",
    "trending",
    "popular",
    "pagination",
    "pager",
    "menu",
    "navbar",
    "navigation",
    "masthead",
    "toolbar",
    "caption",
    "captions",
    "credit",
    "bio",
    "tags",
    "taglist",
    "footer",
    "widget",
    "addtoany",
    "addthis",
    "jp-relatedposts",
    "donate",
    "donation",
    "followus",
    "readmore",
    "nextpost",
    "prevnext",
    "syndication",
    "toc",
    "skip",
    "print",
    "screen-reader-text",
    "hidden",
];

/// Pairs of neighbouring words that do.
const PAIRS: &[(&str, &str)] = &[
    ("more", "from"),
    ("read", "more"),
    ("read", "next"),
    ("also", "read"),
    ("most", "read"),
    ("most", "popular"),
    ("author", "info"),
    ("author", "box"),
    ("author", "bio"),
    ("about", "author"),
    ("sign", "up"),
    ("follow", "us"),
    ("you", "may"),
    ("up", "next"),
    ("pull", "quote"),
    ("see", "also"),
    ("post", "meta"),
    ("entry", "meta"),
    ("article", "meta"),
    ("photo", "credit"),
    ("image", "credit"),
    ("post", "nav"),
];

fn is_furniture(names: &str) -> bool {
    let names = spaced(names);
    let words: Vec<&str> = names
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().any(|word| WORDS.contains(word))
        || words
            .windows(2)
            .any(|pair| PAIRS.contains(&(pair[0], pair[1])))
}

/// "shareBar" as "share bar".
fn spaced(names: &str) -> String {
    let mut spaced = String::with_capacity(names.len() + 8);
    let mut after_small = false;
    for c in names.chars() {
        if c.is_uppercase() && after_small {
            spaced.push(' ');
        }
        after_small = c.is_lowercase();
        spaced.extend(c.to_lowercase());
    }
    spaced
}

/// Leaves out the paragraphs that are furniture by their words: the headline once more, a byline, a day, a link to another
/// article, a caption, a call to subscribe.
pub(super) fn sift(paragraphs: Vec<Paragraph>, about: &About) -> Vec<Paragraph> {
    let many = paragraphs.len() > 4;
    let lists = link_lists(&paragraphs);
    let first_prose = paragraphs
        .iter()
        .position(|paragraph| {
            paragraph.text.len() > 80 && paragraph.text.ends_with(['.', '”', '"', '?', '!', '’'])
        })
        .unwrap_or(0);
    let pulled = pull_quotes(&paragraphs);
    let mut kept: Vec<Paragraph> = Vec::with_capacity(paragraphs.len());
    for (nth, paragraph) in paragraphs.into_iter().enumerate() {
        let text = paragraph.text.as_str();
        let is_above = nth < first_prose
            && (is_trail(text)
                || about
                    .headline
                    .as_deref()
                    .is_some_and(|headline| is_headline(text, headline))
                || about
                    .byline
                    .as_deref()
                    .is_some_and(|byline| is_byline(text, byline)));
        let is_link =
            many && !paragraph.item && !paragraph.quoted && paragraph.linked + 2 >= text.len();
        let is_furniture = is_above
            || is_link
            || lists.contains(&nth)
            || pulled.contains(&nth)
            || dateline::day_alone(text).is_some()
            || (!paragraph.quoted && boilerplate::is_furniture(text));
        if is_furniture {
            // A heading with nothing below it is that of something left out.
            while (is_link || lists.contains(&nth)) && kept.last().is_some_and(|last| last.heading)
            {
                kept.pop();
            }
        } else {
            kept.push(paragraph);
        }
    }
    while kept.last().is_some_and(|last| last.heading) {
        kept.pop();
    }
    kept
}

/// The places of block quotations that only repeat, larger, what the article says.
fn pull_quotes(paragraphs: &[Paragraph]) -> Vec<usize> {
    let is_quote = |paragraph: &Paragraph| paragraph.quoted && paragraph.text.len() > 30;
    if !paragraphs.iter().any(is_quote) {
        return Vec::new();
    }
    let prose: Vec<String> = paragraphs
        .iter()
        .filter(|paragraph| !paragraph.quoted)
        .map(|paragraph| folded(&paragraph.text))
        .collect();
    (0..)
        .zip(paragraphs)
        .filter(|(_, paragraph)| is_quote(paragraph))
        .filter(|(_, paragraph)| {
            let quote = folded(&paragraph.text);
            prose.iter().any(|words| words.contains(&quote))
        })
        .map(|(nth, _)| nth)
        .collect()
}

/// The places of items that stand in a list of nothing but links: the way to other articles.
fn link_lists(paragraphs: &[Paragraph]) -> Vec<usize> {
    let is_link =
        |paragraph: &Paragraph| paragraph.item && paragraph.linked * 5 >= paragraph.text.len() * 4;
    let mut places = Vec::new();
    let mut start = 0;
    for run in paragraphs.chunk_by(|one, next| one.item == next.item) {
        let links = run.iter().filter(|paragraph| is_link(paragraph)).count();
        if run.len() > 1 && links == run.len() {
            places.extend(start..start + run.len());
        }
        start += run.len();
    }
    let all: usize = paragraphs
        .iter()
        .map(|paragraph| paragraph.text.len())
        .sum();
    let linked: usize = places
        .iter()
        .map(|&place| paragraphs[place].text.len())
        .sum();
    // An article may be a list of links itself.
    if linked * 3 > all { Vec::new() } else { places }
}

fn folded(words: &str) -> String {
    words
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The headline, or a trail of links that ends with it.
fn is_headline(text: &str, headline: &str) -> bool {
    let (text, headline) = (folded(text), folded(headline));
    !headline.is_empty() && text.ends_with(&headline) && text.len() <= headline.len() + 60
}

/// "News > Nation".
fn is_trail(text: &str) -> bool {
    text.len() < 60 && [" > ", " » ", " › "].iter().any(|mark| text.contains(mark))
}

/// "By Jane Doe, Valley Post", where Jane Doe is the byline.
fn is_byline(text: &str, byline: &str) -> bool {
    let (text, byline) = (folded(text), folded(byline));
    !byline.is_empty() && text.contains(&byline) && text.len() <= byline.len() + 30
}
