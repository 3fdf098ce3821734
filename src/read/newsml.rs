//! NewsML-G2: the items that agencies send.

use super::decode;
use super::draft::Draft;
use super::head::Above;
use super::html;
use super::names::{is_url, language};
use super::xml::{self, Element};
use crate::date::read_day;
use crate::error::{Error, ErrorKind, Result};

/// The articles of a news item or message.
pub(super) fn read(bytes: Vec<u8>) -> Vec<Result<Draft>> {
    let text = match decode::page(bytes, None) {
        Ok(text) => text,
        Err(error) => return vec![Err(error)],
    };
    let (root, outcome) = xml::parse(&text);
    let mut items = Vec::new();
    if root.name() == "newsItem" {
        items.push(&root);
    } else {
        root.beneath("newsItem", &mut items);
    }
    let mut drafts: Vec<Result<Draft>> = (1..)
        .zip(items)
        .map(|(record, item)| article(item, record))
        .collect();
    if drafts.is_empty() && outcome.is_ok() {
        drafts.push(Err(Error::new(
            ErrorKind::Input,
            "is a message without news items",
        )));
    }
    drafts.extend(outcome.err().map(Err));
    drafts
}

fn article(item: &Element, record: u64) -> Result<Draft> {
    let words = |path: &[&str]| item.at(path).and_then(Element::words);
    let body = item
        .at(&["contentSet"])
        .and_then(body)
        .filter(|body| !body.text.is_empty())
        .ok_or_else(|| Error::new(ErrorKind::Input, "the item has no text").at_line(record))?;
    let provider = item.at(&["itemMeta", "provider"]).and_then(|provider| {
        provider
            .at(&["name"])
            .and_then(Element::words)
            .or_else(|| provider.attribute("literal").map(str::to_owned))
    });
    let byline = words(&["contentMeta", "by"])
        .or_else(|| words(&["contentMeta", "creator", "name"]))
        .map(|by| by.strip_prefix("By ").unwrap_or(&by).to_owned());
    Ok(Draft {
        record,
        id: item.attribute("guid").map(str::to_owned),
        headline: words(&["contentMeta", "headline"]).or_else(|| words(&["itemMeta", "title"])),
        publisher: provider.or_else(|| words(&["contentMeta", "infoSource", "name"])),
        byline,
        url: item
            .at(&["itemMeta", "link"])
            .and_then(|link| link.attribute("href"))
            .filter(|link| is_url(link))
            .map(str::to_owned),
        published: [
            ["contentMeta", "contentCreated"],
            ["itemMeta", "firstCreated"],
            ["itemMeta", "versionCreated"],
        ]
        .iter()
        .find_map(|path| read_day(&words(path)?)),
        language: item
            .at(&["contentMeta", "language"])
            .and_then(|element| element.attribute("tag"))
            .or_else(|| item.attribute("lang"))
            .and_then(language),
        text: body.text,
        quotations: body.quotations,
        above: Above::Byline,
        ..Draft::default()
    })
}

fn body(content: &Element) -> Option<html::Fragment> {
    if let Some(xml) = content.at(&["inlineXML"]) {
        let mut bodies = Vec::new();
        for name in ["body.content", "body"] {
            xml.beneath(name, &mut bodies);
        }
        let inner = bodies.first().copied().unwrap_or(xml);
        return Some(html::fragment(&inner.html(&as_html)));
    }
    let data = content.at(&["inlineData"])?;
    Some(html::Fragment {
        text: data.text().trim().to_owned(),
        quotations: Vec::new(),
    })
}

/// What the elements of NITF are called in HTML.
fn as_html(name: &str) -> Option<&'static str> {
    Some(match name {
        "block" => "div",
        "hl1" | "hl2" => "h2",
        "bq" => "blockquote",
        "person" | "org" | "location" | "chron" | "event" | "num" => "span",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn reads_an_item_in_a_message() {
        let message = "<newsMessage xmlns=\"x\"><header/><itemSet><newsItem guid=\"urn:newsml:a.example:1\" xml:lang=\"en-GB\"><itemMeta>\
            <provider literal=\"Valley Wire\"/><versionCreated>2020-11-18T01:00:00Z</versionCreated><title>x</title></itemMeta>\
            <contentMeta><contentCreated>2020-11-17T20:00:00-05:00</contentCreated><by>By Jane Doe</by>\
            <headline>Dam holds</headline><language tag=\"en\"/></contentMeta><contentSet><inlineXML><nitf><body><body.head>\
            <hedline><hl1>Dam holds</hl1></hedline></body.head><body.content><block><p>ASHBY (VW) - The <org>dam</org> held.</p>\
            <p>It rained.</p></block></body.content></body></nitf></inlineXML></contentSet></newsItem></itemSet></newsMessage>";
        let drafts = read(message.as_bytes().to_vec());
        let [Ok(draft)] = drafts.as_slice() else {
            panic!("{drafts:?}")
        };
        assert_eq!(draft.id.as_deref(), Some("urn:newsml:a.example:1"));
        assert_eq!(draft.headline.as_deref(), Some("Dam holds"));
        assert_eq!(draft.byline.as_deref(), Some("Jane Doe"));
        assert_eq!(draft.publisher.as_deref(), Some("Valley Wire"));
        assert_eq!(
            draft.published.map(|day| day.to_string()).as_deref(),
            Some("2020-11-17")
        );
        assert_eq!(draft.language.as_deref(), Some("en"));
        assert_eq!(draft.text, "ASHBY (VW) - The dam held.\n\nIt rained.");
    }
}
