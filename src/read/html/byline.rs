//! The byline of a page: what it says of its authors, to machines first.

use dom_query::NodeRef;

use super::metadata::{Page, plain};
use crate::read::names::{is_url, one_line};

impl Page<'_> {
    pub(super) fn byline(&self) -> Option<String> {
        let metas = || {
            self.metas(&[
                "author",
                "article:author",
                "og:article:author",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "citation_author",
                "byl",
                "dcterms.creator",
            ])
        };
        let written_by = || {
            let label = self.meta(&["twitter:label1"])?;
            label
                .to_lowercase()
                .contains("by")
                .then(|| self.meta(&["twitter:data1"]))
                .flatten()
        };
        authors(self.data.names("author"))
            .or_else(|| authors(metas()))
            .or_else(|| authors(written_by().into_iter().collect()))
            .or_else(|| self.byline_shown())
    }

    /// The byline that the page shows to people.
    fn byline_shown(&self) -> Option<String> {
        const SELECTORS: [&str; 15] = [
            "[itemprop=author] [itemprop=name]",
            "[itemprop=author]",
            "[rel=author]",
            ".byline .author",
            ".author-name",
            ".author__name",
            ".byline-name",
            ".byline-author",
            ".byline a",
            ".author a",
            ".byline",
            ".author",
            "[class*=byline]",
            "[class*=posted-by]",
            "address",
        ];
        SELECTORS.iter().find_map(|selector| {
            let names: Vec<String> = self
                .document
                .select(selector)
                .nodes()
                .iter()
                .filter(|node| !in_comments(node))
                .map(|node| one_line(&node.text()))
                .filter_map(|text| name_shown(&text))
                .take(3)
                .collect();
            authors(names)
        })
    }
}

/// Whether `node` is part of a reader's comment.
fn in_comments(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(Some(12)).any(|around| {
        ["class", "id"].iter().any(|attribute| {
            around
                .attr(attribute)
                .is_some_and(|names| names.to_lowercase().contains("comment"))
        })
    })
}

/// The name in "Posted on May 1 by Jane Doe", "By Jane Doe | May 1", "Jane Doe".
fn name_shown(text: &str) -> Option<String> {
    let by = ["By ", "BY ", " by ", "by ", "Von ", "Por "]
        .iter()
        .find_map(|by| text.split_once(by).map(|(_, name)| name));
    let name = by.unwrap_or(text);
    let end = [
        " | ",
        " • ",
        " · ",
        " - ",
        " – ",
        " — ",
        " on ",
        " Published",
        " Updated",
        " Posted",
        " @",
        " / ",
    ]
    .iter()
    .filter_map(|mark| name.find(mark))
    .min()
    .unwrap_or(name.len());
    let name = name[..end].trim();
    let words = name.split(' ').count();
    let is_name = (1..=12).contains(&words)
        && (by.is_some() || words > 1)
        && name.chars().filter(char::is_ascii_digit).count() == 0
        && name.starts_with(char::is_alphabetic);
    is_name.then(|| name.to_owned())
}

/// The byline that `names` make, as far as they are names.
fn authors(names: Vec<String>) -> Option<String> {
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        let name = plain(&name);
        let name = [
            "By ",
            "by ",
            "BY ",
            "By: ",
            "Written by ",
            "Author: ",
            "Posted by ",
            "Von ",
        ]
        .iter()
        .find_map(|by| name.strip_prefix(by))
        .unwrap_or(&name)
        .trim()
        .trim_end_matches([',', '|', '•', '-', ':'])
        .trim();
        let is_name = !name.is_empty()
            && name.chars().count() <= 80
            && !is_url(name)
            && !name.contains('@')
            && !name.starts_with("http")
            && name.chars().any(char::is_alphabetic)
            && ![
                "admin",
                "author",
                "staff",
                "editor",
                "none",
                "guest",
                "undefined",
                "null",
                "posted on",
            ]
            .contains(&name.to_lowercase().as_str());
        if is_name && !kept.iter().any(|other| other == name) {
            kept.push(name.to_owned());
        }
    }
    (!kept.is_empty()).then(|| kept.join(", "))
}
