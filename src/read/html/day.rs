//! The day of a page, local to where it was published.

use dom_query::NodeRef;

use super::metadata::Page;
use crate::date::{Day, read_day};

impl Page<'_> {
    pub(super) fn published(&self, url: Option<&str>) -> Option<Day> {
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
