//! What a page says of its article: headline, byline, day, publisher, address, language.

use dom_query::{Document, NodeRef};

use super::linked_data::LinkedData;
use crate::date::{Day, read_day};
use crate::read::names::{is_url, language, one_line};

/// What a page says of its article.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) headline: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) published: Option<Day>,
    pub(super) language: Option<String>,
    /// The text as the page hands it to machines.
    pub(super) body: Option<String>,
}

/// Reads what `document` says, in JSON-LD first, in what people see last.
pub(super) fn read(document: &Document) -> About {
    let page = Page {
        document,
        data: LinkedData::read(document),
    };
    let url = page.url();
    let publisher = page.publisher();
    About {
        headline: page.headline(publisher.as_deref()),
        byline: page.byline(),
        published: page.published(url.as_deref()),
        language: page.language(),
        body: page.data.words("articleBody").map(|body| {
            if body.contains("</") {
                super::plain_text(&body)
            } else {
                body.trim().to_owned()
            }
        }),
        publisher,
        url,
    }
}

struct Page<'a> {
    document: &'a Document,
    data: LinkedData,
}

impl Page<'_> {
    /// The content of the first meta tag with one of `names`.
    fn meta(&self, names: &[&str]) -> Option<String> {
        self.metas(names).into_iter().next()
    }

    /// The contents of the meta tags with the first of `names` that has any.
    fn metas(&self, names: &[&str]) -> Vec<String> {
        let tags = self.document.select("meta[content]");
        for name in names {
            let found: Vec<String> = tags
                .nodes()
                .iter()
                .filter(|tag| {
                    ["name", "property", "http-equiv"].iter().any(|attribute| {
                        tag.attr(attribute)
                            .is_some_and(|value| value.trim().eq_ignore_ascii_case(name))
                    })
                })
                .filter_map(|tag| tag.attr("content"))
                .map(|content| plain(&content))
                .filter(|content| !content.is_empty())
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    fn headline(&self, publisher: Option<&str>) -> Option<String> {
        let heading = self.heading();
        let title = self
            .document
            .select("title")
            .nodes()
            .first()
            .map(|title| one_line(&title.text()))
            .filter(|title| !title.is_empty());
        let named = self
            .data
            .words("headline")
            .map(|headline| plain(&headline))
            .or_else(|| self.meta(&["og:title", "twitter:title", "dc.title", "citation_title"]))
            .or_else(|| title.clone());
        let named = named.map(|named| without_site(&named, publisher));
        match (named, heading) {
            // A heading may hold a section's name before the headline, a title the site's behind it.
            (Some(named), Some(heading)) if agree(&named, &heading) => {
                let is_cut = named.ends_with(['…', '.']);
                Some(if named.len() < heading.len() && !is_cut {
                    named
                } else {
                    heading
                })
            }
            (named, heading) => named.or(heading),
        }
    }

    /// The first heading of the first level that is more than one word.
    fn heading(&self) -> Option<String> {
        self.document
            .select("h1")
            .nodes()
            .iter()
            .map(|heading| one_line(&heading.text()))
            .find(|heading| heading.contains(' '))
    }

    fn publisher(&self) -> Option<String> {
        self.meta(&["og:site_name"])
            .or_else(|| self.data.words("publisher").map(|name| plain(&name)))
            .or_else(|| self.meta(&["dc.publisher", "citation_journal_title", "application-name"]))
            .filter(|name| !is_url(name) && name.len() < 100)
    }

    fn byline(&self) -> Option<String> {
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

    fn published(&self, url: Option<&str>) -> Option<Day> {
        let in_url = url.and_then(day_in_url);
        let data = self.data.words("datePublished");
        let given = data
            .as_deref()
            .and_then(read_day)
            .or_else(|| {
                [
                    "article:published_time",
                    "og:article:published_time",
                    "og:published_time",
                    "article:published",
                    "datepublished",
                    "parsely-pub-date",
                    "sailthru.date",
                    "pubdate",
                    "publishdate",
                    "publish-date",
                    "publish_date",
                    "published-date",
                    "date",
                    "dc.date.issued",
                    "dc.date",
                    "dc.date.created",
                    "dcterms.created",
                    "dcterms.date",
                    "dcterms.issued",
                    "citation_publication_date",
                    "citation_date",
                    "citation_online_date",
                    "rnews:datepublished",
                    "cxenseparse:recs:publishtime",
                    "release_date",
                    "article.published",
                    "displaydate",
                ]
                .iter()
                .find_map(|name| self.meta(&[name]).and_then(|day| read_day(&day)))
            })
            .or_else(|| self.day_shown());
        match (given, in_url) {
            // The time of a local evening is often given as that of Greenwich: the address has the local day.
            (Some(given), Some(day)) if (given - day).get_days().abs() <= 1 => Some(day),
            (Some(given), _) => Some(given),
            (None, day) => day,
        }
    }

    /// The day that the page shows to people.
    fn day_shown(&self) -> Option<Day> {
        let marked = [
            "[itemprop=datePublished]",
            "time[pubdate]",
            "time.published",
            "time.entry-date",
            ".published",
            ".entry-date",
            ".post-date",
            ".pubdate",
            ".publish-date",
            ".article-date",
            ".date-published",
            ".published-date",
            ".article__date",
            "article time",
            "header time",
            "time",
            ".dateline",
            ".timestamp",
            ".date",
            ".post-meta",
            ".byline",
            "[class*=publish]",
            "[class*=posted]",
            "[class*=date]",
        ];
        marked.iter().find_map(|selector| {
            self.document
                .select(selector)
                .nodes()
                .iter()
                .take(3)
                .find_map(day_of)
        })
    }

    fn url(&self) -> Option<String> {
        let link = |selector: &str| {
            self.document
                .select(selector)
                .nodes()
                .first()
                .and_then(|node| node.attr("href"))
                .map(|href| href.trim().to_owned())
        };
        link("link[rel=canonical]")
            .filter(|url| url.starts_with("http"))
            .or_else(|| self.meta(&["og:url"]).filter(|url| url.starts_with("http")))
            .or_else(|| {
                ["url", "mainEntityOfPage"]
                    .iter()
                    .find_map(|name| self.data.words(name))
                    .filter(|url| url.starts_with("http"))
            })
    }

    fn language(&self) -> Option<String> {
        self.document
            .select("html[lang]")
            .nodes()
            .first()
            .and_then(|node| node.attr("lang"))
            .and_then(|name| language(&name))
            .or_else(|| {
                self.data
                    .words("inLanguage")
                    .and_then(|name| language(&name))
            })
            .or_else(|| {
                self.meta(&["og:locale", "content-language", "language"])
                    .and_then(|name| language(&name))
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

fn day_of(node: &NodeRef<'_>) -> Option<Day> {
    ["datetime", "content", "data-datetime", "title"]
        .iter()
        .filter_map(|name| node.attr(name))
        .find_map(|value| read_day(&value))
        .or_else(|| read_day(&node.text()))
}

/// "…/2020/11/17/…", "…/2020-11-17-…", "…/20201117/…".
fn day_in_url(url: &str) -> Option<Day> {
    let path = url.split_once("://")?.1.split_once('/')?.1;
    let digits: Vec<&str> = path
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .collect();
    digits.windows(3).find_map(|window| {
        let &[year, month, day] = window else {
            return None;
        };
        let written = [
            format!("{year}/{month}/{day}"),
            format!("{year}-{month}-{day}"),
        ];
        (year.len() == 4
            && month.len() == 2
            && day.len() == 2
            && written
                .iter()
                .any(|written| path.contains(written.as_str())))
        .then(|| read_day(&written[1]))
        .flatten()
    })
}

/// Text out of an attribute or JSON-LD, where entities are often escaped twice.
fn plain(words: &str) -> String {
    if words.contains('&') || words.contains("</") {
        one_line(&super::plain_text(
            &words
                .replace('<', "&lt;")
                .replace("&lt;/", "</")
                .replace("&lt;", "<"),
        ))
    } else {
        one_line(words)
    }
}

/// Whether two headlines are one, give or take a site's name and how it is set.
fn agree(named: &str, heading: &str) -> bool {
    let folded = |words: &str| {
        words
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let (named, heading) = (folded(named), folded(heading));
    !heading.is_empty() && (named.contains(&heading) || heading.contains(&named))
}

/// `title` without " | The Site" at its end, or "The Site: " at its start.
fn without_site(title: &str, publisher: Option<&str>) -> String {
    for separator in [
        " | ", " — ", " – ", " - ", " « ", " » ", " :: ", " • ", " · ",
    ] {
        if let Some((before, site)) = title.rsplit_once(separator) {
            let is_site = publisher.is_some_and(|publisher| agree(site, publisher))
                || (separator == " | "
                    && site.split(' ').count() <= 4
                    && before.split(' ').count() >= 2)
                || (site.split(' ').count() <= 4
                    && before.split(' ').count() >= 4
                    && separator != " – "
                    && separator != " — "
                    && separator != " - ")
                || (separator == " - " && is_site_like(site) && before.split(' ').count() >= 3);
            if is_site && !before.is_empty() {
                return without_site(before, publisher);
            }
        }
    }
    title.to_owned()
}

/// "Sportsnet.ca", "The Valley Post": a name in capitals, or a domain.
fn is_site_like(site: &str) -> bool {
    let words: Vec<&str> = site.split(' ').collect();
    words.len() <= 4
        && words.iter().all(|word| {
            word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || word.contains('.')
        })
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
