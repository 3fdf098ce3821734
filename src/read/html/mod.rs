//! A web page: the article in it, without what stands around it, and what the page says of it.

mod byline;
mod content;
mod day;
mod depth;
mod furniture;
mod headline;
mod linked_data;
mod metadata;
mod post;
mod render;

use dom_query::Document;

use super::decode;
use super::draft::Draft;
use super::head::Above;
use crate::error::{Error, ErrorKind, Result};

#[cfg(feature = "xml")]
pub(super) use render::{Fragment, escaped};
pub(super) use render::{fragment, plain_text};

/// What is shorter is the rest of a page that is all menus.
const SHORTEST: usize = 40;

/// The article in the page that `bytes` are; `charset` is what its server declared.
pub(super) fn read(bytes: Vec<u8>, charset: Option<&str>) -> Result<Draft> {
    if bytes.is_empty() {
        return Err(Error::new(ErrorKind::Input, "is empty"));
    }
    let page = decode::page(bytes, charset)?;
    depth::check(&page)?;
    let document = Document::from(page);
    let about = metadata::read(&document);
    let content = content::extract(document, &about);
    if content.text.len() < SHORTEST {
        return Err(Error::new(ErrorKind::Input, "is a page without an article"));
    }
    Ok(Draft {
        headline: about.headline,
        publisher: about.publisher,
        byline: about.byline,
        url: about.url,
        published: about.published,
        language: about.language,
        text: content.text,
        quotations: content.quotations,
        above: Above::Byline,
        ..Draft::default()
    })
}

#[cfg(test)]
mod tests {
    use crate::read::draft::Place;

    /// `fields` are headline, byline, publisher, day, URL and language.
    #[track_caller]
    fn case(page: &str, fields: &str, text: &str, quotations: &[&str]) {
        let article = super::read(page.as_bytes().to_vec(), None)
            .and_then(|draft| draft.finish(&Place::default()))
            .unwrap_or_default();
        let found = [
            article.headline,
            article.byline,
            article.publisher,
            article.published.map(|day| day.to_string()),
            article.url,
            article.language,
        ]
        .map(|field| field.unwrap_or_else(|| "-".to_owned()))
        .join(" | ");
        assert_eq!(found, fields);
        assert_eq!(article.text, text);
        let quoted: Vec<_> = article
            .quotations
            .iter()
            .map(|span| span.of(&article.text))
            .collect();
        assert_eq!(quoted, quotations);
    }

    const PARAGRAPHS: [&str; 3] = [
        "The dam above the town held through a third night of rain, and the people below it went home in the morning.",
        "Engineers had feared that the water would come over the wall by midnight, as it did in the spring of last year.",
        "Nobody was hurt, the mayor’s office said, and the schools in the valley will open again at the end of the week.",
    ];

    fn page(head: &str, before: &str, after: &str) -> String {
        let [first, second, third] = PARAGRAPHS;
        format!(
            "<!DOCTYPE html><html lang=en-US><head><title>Dam holds | The Valley Post</title>{head}</head><body>\
             <nav><ul><li><a href=/>Home</a></li></ul></nav><article>{before}<p>{first}</p><p>{second}</p>\
             <blockquote><p>We held because nobody slept.</p></blockquote><p>{third}</p>{after}</article>\
             <footer><p>All rights reserved, and so on, and so forth.</p></footer></body></html>"
        )
    }

    fn text() -> String {
        let [first, second, third] = PARAGRAPHS;
        format!("{first}\n\n{second}\n\nWe held because nobody slept.\n\n{third}")
    }

    const QUOTED: &[&str] = &["We held because nobody slept."];

    #[test]
    fn reads_linked_data_in_a_graph_with_a_list_of_authors() {
        let head = r##"<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
            {"@type":"Organization","@id":"#us","name":"The Valley Post"},
            {"@type":["NewsArticle"],"headline":"Dam holds for a third night","datePublished":"2020-11-17T20:00-05:00",
             "author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"John Roe"}],
             "publisher":{"@id":"#us"},"mainEntityOfPage":"https://a.example/dam"}]}</script>"##;
        case(
            &page(head, "<h1>Dam holds for a third night</h1>", ""),
            "Dam holds for a third night | Jane Doe, John Roe | The Valley Post | 2020-11-17 | https://a.example/dam | en",
            &text(),
            QUOTED,
        );
    }

    #[test]
    fn reads_meta_tags() {
        let head = "<meta property=og:title content='Dam holds &amp; holds'><meta property=og:site_name content='Valley Post'>\
            <meta property=article:published_time content=2020-11-18T01:00:00Z><meta name=author content='By Jane Doe'>\
            <link rel=canonical href=https://a.example/2020/11/17/dam>";
        case(
            &page(head, "", ""),
            "Dam holds & holds | Jane Doe | Valley Post | 2020-11-17 | https://a.example/2020/11/17/dam | en",
            &text(),
            QUOTED,
        );
    }

    #[test]
    fn reads_what_is_shown_and_leaves_furniture_out() {
        case(
            &page(
                "",
                "<h1>Dam holds</h1><p class=byline>By <a href=/jane>Jane Doe</a></p><time datetime=2020-11-17>Tuesday</time>\
                 <p>Nov. 17, 2020</p>",
                "<aside class=related><h3>Related</h3><ul><li><a href=x>Another thing altogether</a></li></ul></aside>\
                 <figure><img src=x><figcaption>The dam. Photo: J. Doe</figcaption></figure>\
                 <div class=newsletter-signup><p>Get our letter every morning.</p></div><p>Read more: <a href=y>Dams</a></p>",
            ),
            "Dam holds | Jane Doe | - | 2020-11-17 | - | en",
            &text(),
            QUOTED,
        );
    }

    #[test]
    fn keeps_posts_with_their_signature() {
        let post = "<div class=embed-widget><blockquote class=twitter-tweet><p>It held.</p>&mdash; Town of Ashby (@ashby) \
            <a href=x>November 17, 2020</a></blockquote><script async src=x></script></div>";
        case(
            &page("", "", post),
            "Dam holds | - | - | - | - | en",
            &format!(
                "{}\n\nIt held. — Town of Ashby (@ashby) November 17, 2020",
                text()
            ),
            QUOTED,
        );
    }

    #[test]
    fn leaves_out_what_only_repeats() {
        let pulled =
            "<blockquote class=pull>The people below it went home in the morning</blockquote>";
        case(
            &page("", "", pulled),
            "Dam holds | - | - | - | - | en",
            &text(),
            QUOTED,
        );
    }

    #[test]
    fn reads_old_encodings() {
        let page = page("<meta charset=windows-1252>", "", "");
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&page);
        let read = super::read(bytes.into_owned(), None);
        assert_eq!(read.map(|draft| draft.text).unwrap_or_default(), text());
    }

    #[test]
    fn refuses_what_is_no_article() {
        for page in [
            "",
            "<html></html>",
            "<html><body><nav><a href=x>y</a></nav></body></html>",
        ] {
            assert!(
                super::read(page.as_bytes().to_vec(), None).is_err(),
                "{page}"
            );
        }
        let error = super::read("<div>".repeat(100_000).into_bytes(), None).err();
        assert!(error.is_some_and(|error| error.message().contains("512 deep")));
    }
}
