//! Feeds: the items of RSS and the entries of Atom.

use super::decode;
use super::draft::Draft;
use super::head::Above;
use super::html;
use super::names::{is_url, language};
use super::xml::{self, Element};
use crate::date::read_day;
use crate::error::{Error, ErrorKind, Result};

/// The articles of a feed.
pub(super) fn read(bytes: Vec<u8>) -> Vec<Result<Draft>> {
    let text = match decode::page(bytes, None) {
        Ok(text) => text,
        Err(error) => return vec![Err(error)],
    };
    let (root, outcome) = xml::parse(&text);
    let mut items = Vec::new();
    root.beneath("item", &mut items);
    root.beneath("entry", &mut items);
    let channel = root.at(&["channel"]).unwrap_or(&root);
    let mut drafts: Vec<Result<Draft>> = (1..)
        .zip(&items)
        .map(|(record, item)| article(item, channel, record))
        .collect();
    match outcome {
        Err(error) => drafts.push(Err(error)),
        Ok(()) if drafts.is_empty() => {
            drafts.push(Err(Error::new(ErrorKind::Input, "is a feed without items")));
        }
        Ok(()) => {}
    }
    drafts
}

fn article(item: &Element, channel: &Element, record: u64) -> Result<Draft> {
    let first = |names: &[&str]| names.iter().find_map(|name| item.at(&[name])?.words());
    // The day is read as it is written: made into a time of Greenwich, a local evening would be the day after.
    let published = ["pubDate", "published", "issued", "date", "updated"]
        .iter()
        .find_map(|name| read_day(&item.at(&[name])?.words()?));
    let link = link(item);
    let id = first(&["guid", "id"]).filter(|id| link.as_ref() != Some(id) && !is_url(id));
    let body = [
        "content:encoded",
        "encoded",
        "content",
        "description",
        "summary",
    ]
    .iter()
    .flat_map(|name| item.all(name))
    .map(markup)
    .find(|body| !body.trim().is_empty())
    .map(|body| html::fragment(&body));
    let Some(body) = body.filter(|body| !body.text.is_empty()) else {
        return Err(Error::new(ErrorKind::Input, "the item has no text").at_line(record));
    };
    Ok(Draft {
        record,
        id,
        headline: item.at(&["title"]).and_then(plain),
        publisher: item
            .at(&["source", "title"])
            .or_else(|| channel.at(&["title"]))
            .and_then(plain),
        byline: byline(item),
        url: link,
        published,
        language: channel
            .at(&["language"])
            .and_then(Element::words)
            .or_else(|| channel.attribute("lang").map(str::to_owned))
            .and_then(|name| language(&name)),
        text: body.text,
        quotations: body.quotations,
        above: Above::Dateline,
        ..Draft::default()
    })
}

/// The markup of an element: escaped in its text, or its own elements.
fn markup(element: &Element) -> String {
    if element.has_elements() {
        element.html(&|_| None)
    } else if element.attribute("type") == Some("text") {
        super::html::escaped(&element.text())
    } else {
        element.text()
    }
}

/// The words of a title, which may hold markup.
fn plain(element: &Element) -> Option<String> {
    let words = super::names::one_line(&html::plain_text(&markup(element)));
    (!words.is_empty()).then_some(words)
}

fn link(item: &Element) -> Option<String> {
    let in_attribute = item
        .all("link")
        .filter(|link| link.attribute("rel").is_none_or(|kind| kind == "alternate"))
        .find_map(|link| link.attribute("href").map(str::to_owned));
    in_attribute
        .or_else(|| item.all("link").find_map(Element::words))
        .or_else(|| item.at(&["guid"]).and_then(Element::words))
        .filter(|link| is_url(link))
}

/// The authors: names in Atom and Dublin Core, "mail@example.org (Jane Doe)" in RSS.
fn byline(item: &Element) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    let elements = ["creator", "author"].iter().flat_map(|name| item.all(name));
    for element in elements {
        let written = element.at(&["name"]).unwrap_or(element).words();
        let name = written.map(|written| match written.split_once('(') {
            Some((address, name)) if address.contains('@') => name.trim_end_matches(')').to_owned(),
            _ => written.strip_prefix("By ").unwrap_or(&written).to_owned(),
        });
        if let Some(name) = name.filter(|name| !name.contains('@') && !names.contains(name)) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn case(feed: &str, articles: &[&str]) {
        let found: Vec<String> = read(feed.as_bytes().to_vec())
            .into_iter()
            .map(|draft| match draft {
                Ok(draft) => [
                    draft.id,
                    draft.headline,
                    draft.publisher,
                    draft.byline,
                    draft.published.map(|day| day.to_string()),
                    draft.url,
                    draft.language,
                    Some(draft.text),
                ]
                .map(|field| field.unwrap_or_else(|| "-".to_owned()))
                .join(" | "),
                Err(error) => error.to_string(),
            })
            .collect();
        assert_eq!(found, articles);
    }

    #[test]
    fn reads_rss_with_the_local_day() {
        case(
            "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"x\" xmlns:dc=\"y\"><channel><title>Valley Post</title>\
             <language>en-us</language><item><title>Dam &amp; town</title><link>https://a.example/b</link>\
             <guid isPermaLink=\"false\">post-7</guid><pubDate>Tue, 17 Nov 2020 20:00:00 EST</pubDate>\
             <dc:creator><![CDATA[Jane Doe]]></dc:creator><description>Short.</description>\
             <content:encoded><![CDATA[<p>The dam held.</p><p>It rained&nbsp;on.</p>]]></content:encoded></item>\
             <item><title>No words</title></item>\
             <item><guid>https://a.example/c</guid><author>a@a.example (John Roe)</author><description>&lt;b&gt;Held&lt;/b&gt; &amp;amp; fast.</description></item>\
             </channel></rss>",
            &[
                "post-7 | Dam & town | Valley Post | Jane Doe | 2020-11-17 | https://a.example/b | en | The dam held.\n\nIt rained\u{a0}on.",
                ":2: the item has no text",
                "- | - | Valley Post | John Roe | - | https://a.example/c | en | Held & fast.",
            ],
        );
    }

    #[test]
    fn reads_atom() {
        case(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Valley Post</title><entry><id>urn:x:1</id>\
             <title type=\"html\">Dam &lt;i&gt;holds&lt;/i&gt;</title><link rel=\"self\" href=\"x\"/><link href=\"https://a.example/b\"/>\
             <published>2020-11-17T23:30:00-05:00</published><updated>2020-12-01T00:00:00Z</updated>\
             <author><name>Jane Doe</name></author><author><name>John Roe</name></author>\
             <content type=\"xhtml\"><div><p>The dam <em>held</em>.</p><p>It rained.</p></div></content></entry></feed>",
            &[
                "urn:x:1 | Dam holds | Valley Post | Jane Doe, John Roe | 2020-11-17 | https://a.example/b | en | The dam held.\n\nIt rained.",
            ],
        );
    }

    #[test]
    fn tells_what_is_wrong() {
        case(
            "<rss><channel><title>Empty</title></channel></rss>",
            &["is a feed without items"],
        );
        case(
            "<rss><channel><item><description>One.</description></item><item><descr",
            &[
                "- | - | - | - | - | - | - | One.",
                ":2: the item has no text",
                "is no XML at byte 64: syntax error: tag not closed: `>` not found before end of input",
            ],
        );
    }
}
