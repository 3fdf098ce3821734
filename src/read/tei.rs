//! TEI: the texts that corpus builders and trafilatura write.

use super::decode;
use super::draft::Draft;
use super::head::Above;
use super::html;
use super::names::is_url;
use super::xml::{self, Element};
use crate::date::read_day;
use crate::error::{Error, ErrorKind, Result};

/// The articles of a TEI document or corpus.
pub(super) fn read(bytes: Vec<u8>) -> Vec<Result<Draft>> {
    let text = match decode::page(bytes, None) {
        Ok(text) => text,
        Err(error) => return vec![Err(error)],
    };
    let (root, outcome) = xml::parse(&text);
    let mut texts = Vec::new();
    if root.name() == "TEI" {
        texts.push(&root);
    } else {
        root.beneath("TEI", &mut texts);
    }
    let mut drafts: Vec<Result<Draft>> = (1..)
        .zip(texts)
        .map(|(record, text)| article(text, record))
        .collect();
    drafts.extend(outcome.err().map(Err));
    drafts
}

fn article(tei: &Element, record: u64) -> Result<Draft> {
    let body = tei
        .at(&["text", "body"])
        .map(|body| html::fragment(&body.html(&as_html)))
        .filter(|body| !body.text.is_empty())
        .ok_or_else(|| Error::new(ErrorKind::Input, "has no text").at_line(record))?;
    let header = tei.at(&["teiHeader", "fileDesc"]);
    let source = header.and_then(|header| header.at(&["sourceDesc"]));
    let first = |name: &str| {
        let mut found = Vec::new();
        for part in [source, header].into_iter().flatten() {
            part.beneath(name, &mut found);
        }
        found
    };
    let titles = first("title");
    let mut authors: Vec<String> = Vec::new();
    for author in first("author").into_iter().filter_map(Element::words) {
        if !authors.contains(&author) {
            authors.push(author);
        }
    }
    Ok(Draft {
        record,
        headline: titles
            .iter()
            .find(|title| title.attribute("type") == Some("main"))
            .or_else(|| titles.first())
            .and_then(|title| title.words()),
        publisher: first("publisher").into_iter().find_map(Element::words),
        byline: (!authors.is_empty()).then(|| authors.join(", ")),
        published: first("date").into_iter().find_map(|date| {
            date.attribute("when")
                .and_then(read_day)
                .or_else(|| read_day(&date.words()?))
        }),
        url: first("ptr")
            .into_iter()
            .find_map(|pointer| pointer.attribute("target").map(str::to_owned))
            .into_iter()
            .chain(
                ["ref", "idno", "note"]
                    .iter()
                    .flat_map(|name| first(name))
                    .filter_map(Element::words),
            )
            .find(|url| is_url(url)),
        text: body.text,
        quotations: body.quotations,
        above: Above::Dateline,
        ..Draft::default()
    })
}

/// What the elements of TEI are called in HTML.
fn as_html(name: &str) -> Option<&'static str> {
    Some(match name {
        "head" => "h2",
        "item" => "li",
        "list" => "ul",
        "lb" => "br",
        "quote" | "cit" => "blockquote",
        "ab" => "p",
        "row" => "tr",
        "cell" => "td",
        "hi" | "ref" | "name" | "persName" | "placeName" | "date" => "span",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn reads_trafilatura() {
        let tei = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title type=\"main\">Dam holds</title>\
            <author>Jane Doe</author></titleStmt><publicationStmt><publisher>Valley Post</publisher></publicationStmt><sourceDesc>\
            <biblFull><titleStmt><title type=\"main\">Dam holds</title><author>Jane Doe</author></titleStmt><publicationStmt>\
            <publisher>Valley Post</publisher><ptr type=\"URL\" target=\"https://a.example/b\"/><date>2020-11-17</date>\
            </publicationStmt></biblFull></sourceDesc></fileDesc></teiHeader><text><body><div type=\"entry\"><p>The dam \
            <hi rend=\"#b\">held</hi>.</p><quote><p>All night.</p></quote><head>Next</head><list><item>One</item></list></div></body></text></TEI>";
        let drafts = read(tei.as_bytes().to_vec());
        let [Ok(draft)] = drafts.as_slice() else {
            panic!("{drafts:?}")
        };
        assert_eq!(draft.headline.as_deref(), Some("Dam holds"));
        assert_eq!(draft.byline.as_deref(), Some("Jane Doe"));
        assert_eq!(draft.publisher.as_deref(), Some("Valley Post"));
        assert_eq!(draft.url.as_deref(), Some("https://a.example/b"));
        assert_eq!(
            draft.published.map(|day| day.to_string()).as_deref(),
            Some("2020-11-17")
        );
        assert_eq!(draft.text, "The dam held.\n\nAll night.\n\nNext\n\nOne");
        assert_eq!(draft.quotations.len(), 1);
        assert_eq!(draft.quotations[0].of(&draft.text), "All night.");
    }
}
