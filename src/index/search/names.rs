//! One person's spellings across articles.
//!
//! "Donald J. Trump" and "President Donald Trump" are one name without titles and initials. "Trump" alone is that
//! person where an article says so by giving both, and no article gives the short name to somebody else.

use std::collections::HashMap;

use super::Searcher;
use super::segment::Segment;
use crate::error::Result;
use crate::index::folder::told;
use crate::index::guard::guarded;
use crate::index::schema as columns;
use crate::text::fold;

/// What stands before a name and is none.
const TITLES: [&str; 40] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "president",
    "vice",
    "former",
    "acting",
    "prime",
    "minister",
    "secretary",
    "sen",
    "senator",
    "rep",
    "representative",
    "gov",
    "governor",
    "mayor",
    "judge",
    "justice",
    "chief",
    "gen",
    "general",
    "col",
    "colonel",
    "capt",
    "captain",
    "sgt",
    "sergeant",
    "rev",
    "king",
    "queen",
    "attorney",
];
/// What stands after one.
const SUFFIXES: [&str; 5] = ["jr", "sr", "ii", "iii", "iv"];
/// What begins a term that says who a short name is.
const SHORT: &str = "n:";

/// Which spelling stands for each name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// The key of each short key that is somebody's.
    full: HashMap<String, String>,
    /// The spelling for each key.
    spelling: HashMap<String, String>,
}

impl Names {
    /// The spelling of `name` that stands for all of them: the one found most often.
    #[must_use]
    pub fn of<'n>(&'n self, name: &'n str) -> &'n str {
        self.spelling
            .get(&self.key(name))
            .map_or(name, String::as_str)
    }

    /// Whether the two are names of one.
    #[must_use]
    pub fn same(&self, a: &str, b: &str) -> bool {
        self.key(a) == self.key(b)
    }

    fn key(&self, name: &str) -> String {
        let key = key(name);
        self.full.get(&key).cloned().unwrap_or(key)
    }
}

/// A name without titles, initials and what follows it, as far as a name is left.
pub(in crate::index) fn key(name: &str) -> String {
    let words: Vec<String> = fold::words(name)
        .into_iter()
        .map(|(word, _)| word)
        .collect();
    let mut kept = &words[..];
    while let [first, rest @ ..] = kept
        && !rest.is_empty()
        && TITLES.contains(&first.as_str())
    {
        kept = rest;
    }
    while let [rest @ .., last] = kept
        && !rest.is_empty()
        && SUFFIXES.contains(&last.as_str())
    {
        kept = rest;
    }
    let last = kept.len().saturating_sub(1);
    let kept: Vec<&str> = kept
        .iter()
        .enumerate()
        .filter(|&(nth, word)| nth == 0 || nth == last || word.chars().count() > 1)
        .map(|(_, word)| word.strip_suffix("'s").unwrap_or(word))
        .collect();
    kept.join(" ")
}

/// The term that says that the article calls `full` also `other`, where that is a shorter name.
pub(in crate::index) fn short(full: &str, other: &str) -> Option<String> {
    let (full, other) = (key(full), key(other));
    let shorter =
        !other.is_empty() && other.len() < full.len() && full.split(' ').any(|word| word == other);
    shorter.then(|| format!("{SHORT}{other}\u{1}{full}"))
}

impl Searcher {
    /// Which names of speakers are one.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn names(&self) -> Result<Names> {
        guarded(|| {
            // Who each short name is; nobody where articles differ.
            let mut full: HashMap<String, Option<String>> = HashMap::new();
            let mut counts: HashMap<String, u64> = HashMap::new();
            for segment in &self.segments {
                for (short, name) in shorts(segment)? {
                    full.entry(short)
                        .and_modify(|known| {
                            if known.as_ref() != Some(&name) {
                                *known = None;
                            }
                        })
                        .or_insert(Some(name));
                }
                count(segment, &mut counts)?;
            }
            let full: HashMap<String, String> = full
                .into_iter()
                .filter_map(|(short, name)| Some((short, name?)))
                .collect();
            let mut names = Names {
                full,
                spelling: HashMap::new(),
            };
            // The most frequent first, then the longest, then by letter: the same in every index.
            let mut spellings: Vec<(String, u64)> = counts.into_iter().collect();
            spellings.sort_by(|(a, a_count), (b, b_count)| {
                b_count
                    .cmp(a_count)
                    .then(b.len().cmp(&a.len()))
                    .then_with(|| a.cmp(b))
            });
            let mut spelling: HashMap<String, String> = HashMap::new();
            // A short spelling speaks for a person only where there is no other.
            for whole in [true, false] {
                for (name, _) in &spellings {
                    if names.full.contains_key(&key(name)) != whole {
                        spelling
                            .entry(names.key(name))
                            .or_insert_with(|| name.clone());
                    }
                }
            }
            names.spelling = spelling;
            Ok(names)
        })
    }
}

/// The short names of a part and whose they are.
fn shorts(segment: &Segment) -> Result<Vec<(String, String)>> {
    let failed = |error: std::io::Error| told(&error.into(), "read the index");
    let terms = segment.terms(segment.fields.tag)?;
    let end = "n;";
    let range = terms
        .terms()
        .range()
        .ge(SHORT.as_bytes())
        .lt(end.as_bytes());
    let mut stream = range.into_stream().map_err(failed)?;
    let mut found = Vec::new();
    while stream.advance() {
        let term = String::from_utf8_lossy(stream.key());
        if let Some((short, name)) = term
            .strip_prefix(SHORT)
            .and_then(|term| term.split_once('\u{1}'))
        {
            found.push((short.to_owned(), name.to_owned()));
        }
    }
    Ok(found)
}

/// How often each name is that of a speaker.
fn count(segment: &Segment, counts: &mut HashMap<String, u64>) -> Result<()> {
    let Some(column) = segment.names(columns::NAME)? else {
        return Ok(());
    };
    let mut by_number: HashMap<u64, u64> = HashMap::new();
    for doc in 0..segment.max_doc() {
        if let Some(number) = column.ords().first(doc).filter(|_| segment.alive(doc)) {
            *by_number.entry(number).or_default() += 1;
        }
    }
    for (number, count) in by_number {
        let mut name = String::new();
        if column.ord_to_str(number, &mut name)? {
            *counts.entry(name).or_default() += count;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{key, short};

    #[test]
    fn leaves_the_name() {
        for (name, expected) in [
            ("Donald J. Trump", "donald trump"),
            ("President Donald Trump", "donald trump"),
            ("former Vice President Joe Biden", "joe biden"),
            ("Robert F. Kennedy Jr.", "robert kennedy"),
            ("Trump", "trump"),
            ("President", "president"),
            ("J.D. Vance", "jd vance"),
            ("J. D. Vance", "j vance"),
            ("J. Edgar Hoover", "j edgar hoover"),
            ("O’Neill’s", "o'neill"),
            ("", ""),
        ] {
            assert_eq!(key(name), expected, "{name}");
        }
    }

    #[test]
    fn a_short_name_is_a_word_of_the_full() {
        assert_eq!(
            short("Donald J. Trump", "President Trump"),
            Some("n:trump\u{1}donald trump".to_owned())
        );
        assert_eq!(short("Donald J. Trump", "Donald Trump"), None);
        assert_eq!(short("Donald J. Trump", "The Donalds"), None);
        assert_eq!(short("Trump", "Trump"), None);
    }
}
