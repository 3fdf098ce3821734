//! The headline of a page, without the site's name.

use super::metadata::{Page, plain};
use crate::read::names::one_line;

impl Page<'_> {
    pub(super) fn headline(&self, publisher: Option<&str>) -> Option<String> {
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
