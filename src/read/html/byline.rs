//! The byline of a page: what it says of its authors, to machines first.

use dom_query::NodeRef;

use super::metadata::{Page, plain};
use crate::read::names::{is_url, one_line};

/// More names than this are those of other articles.
const MOST_AUTHORS: usize = 4;

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
        let in_data = self.data.names("author");
        // Systems often call the one who put the article up its author, where people see who wrote it.
        let linked = self.names_at("a[rel~=author]");
        let is_other = !linked.is_empty()
            && linked.iter().all(|name| name.contains(' '))
            && !in_data.iter().any(|author| {
                linked
                    .iter()
                    .any(|name| author.contains(name.as_str()) || name.contains(author.as_str()))
            });
        authors(if is_other { linked } else { in_data })
            .or_else(|| authors(metas()))
            .or_else(|| authors(written_by().into_iter().collect()))
            .or_else(|| self.byline_shown())
    }

    /// The names in the elements at `selector`. Of many different ones none is that of the author.
    fn names_at(&self, selector: &str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for node in self.document.select(selector).nodes() {
            if let Some(name) = name_shown(&one_line(&node.text()))
                && !in_comments(node)
                && !names.contains(&name)
            {
                names.push(name);
            }
        }
        if names.len() > MOST_AUTHORS {
            names.clear();
        }
        names
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
            let names = self.names_at(selector);
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
