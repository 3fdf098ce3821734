//! Datelines and days as they stand in a text: "WASHINGTON (AP) — ", "Published: November 19, 2020".

use super::byline::{PARTICLES, is_capitalised};
use crate::date::{Day, names_day, read_day};

/// The words that may stand with a day.
const BESIDES: [&str; 24] = [
    "published",
    "updated",
    "posted",
    "modified",
    "last",
    "first",
    "date",
    "on",
    "at",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "the",
    "of",
    "and",
    "min",
    "read",
    "st",
    "nd",
    "rd",
    "th",
    "t",
];

/// The day of a line that says nothing but a day, a time, and that something was published then.
pub(super) fn day_alone(line: &str) -> Option<Day> {
    if line.len() > 100 {
        return None;
    }
    says_only_a_day(line).then(|| read_day(line)).flatten()
}

/// Whether every word of `line` may stand with a day.
fn says_only_a_day(line: &str) -> bool {
    line.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .all(|word| {
            (word.len() <= 4 && word.chars().all(char::is_uppercase))
                || BESIDES
                    .iter()
                    .any(|besides| word.eq_ignore_ascii_case(besides))
                || names_day(word)
        })
}

/// The day before the first sentence, and how many bytes it takes: "date 2020-11-19 ", "November 19, 2020 — ".
pub(super) fn leading_day(line: &str) -> Option<(Day, usize)> {
    let first = line.split_whitespace().next()?;
    let is_labelled = [
        "date",
        "date:",
        "published:",
        "updated:",
        "posted:",
        "published",
        "updated",
    ]
    .contains(&first.to_lowercase().as_str());
    let (at, _) = line
        .char_indices()
        .take(60)
        .filter(|&(at, c)| at > 0 && !c.is_alphanumeric() && c != '-' && c != '/')
        // No more words make a day of what is none.
        .take_while(|&(at, _)| says_only_a_day(&line[..at]))
        .find(|&(at, _)| day_alone(&line[..at]).is_some())?;
    let day = day_alone(&line[..at])?;
    let after = line[at..].trim_start_matches(['.', ',', ' ']);
    let sentence = after
        .trim_start_matches(['—', '–', '-', ':', '|', '―'])
        .trim_start();
    if sentence.is_empty() || (!is_labelled && sentence.len() == after.len()) {
        return None;
    }
    Some((day, line.len() - sentence.len()))
}

pub(super) struct Dateline {
    pub(super) length: usize,
    pub(super) agency: Option<String>,
    pub(super) day: Option<Day>,
}

/// The dateline that `line` opens with: "WASHINGTON (AP) — ", "LONDON, March 24 - ", "(Reuters) - ".
pub(super) fn dateline(line: &str) -> Option<Dateline> {
    let opening = line
        .char_indices()
        .take(90)
        .map_while(|(at, c)| (!"“”\"!?;".contains(c)).then_some((at, c)));
    let mut agency = None;
    for (at, c) in opening {
        if c == '(' {
            let close = at + line[at..].find(')')?;
            let name = &line[at + 1..close];
            if !is_agency(name) || !is_place(line[..at].trim(), true) {
                return None;
            }
            agency = Some((at, close + 1, name));
            break;
        }
        let dash = [" — ", " – ", " -- ", " - ", "— ", "– ", "—"]
            .iter()
            .find(|dash| line[at..].starts_with(**dash));
        if let Some(dash) = dash {
            let place = line[..at].trim();
            return is_place(place, false).then(|| Dateline {
                length: line.len() - line[at + dash.len()..].trim_start().len(),
                agency: None,
                day: read_day(place),
            });
        }
    }
    let (at, close, name) = agency?;
    let after = line[close..].trim_start();
    let sentence = after
        .trim_start_matches(['—', '–', '-', '―', ':'])
        .trim_start();
    let has_dash = sentence.len() < after.len();
    // CNN sets no dash: "(CNN)The governor …"
    if sentence.is_empty() || (!has_dash && !is_capitalised(sentence)) || (!has_dash && at > 40) {
        return None;
    }
    // "Ann (Bibi) Lee left" opens with a nickname.
    let loud = name.chars().all(|c| !c.is_lowercase()) || AGENCIES.contains(&name);
    if !has_dash && at > 0 && !loud && !is_place(line[..at].trim(), false) {
        return None;
    }
    Some(Dateline {
        length: line.len() - sentence.len(),
        agency: Some(name.to_owned()),
        day: read_day(line[..at].trim()),
    })
}

/// The place that `line` opens with as Indian papers print it: "MUMBAI: ", "NEW DELHI, March 24: ".
pub(super) fn place_before_colon(line: &str) -> Option<Dateline> {
    const LABELS: [&str; 16] = [
        "ANALYSIS",
        "BREAKING",
        "CORRECTION",
        "EXCLUSIVE",
        "EXPLAINER",
        "INTERVIEW",
        "LIVE",
        "NOTE",
        "OPINION",
        "REVIEW",
        "SPOILER",
        "UPDATE",
        "UPDATED",
        "VIDEO",
        "WARNING",
        "WATCH",
    ];
    let (place, sentence) = line.split_once(": ")?;
    let town = place.split(',').next().unwrap_or_default();
    let label = town.split(' ').any(|word| LABELS.contains(&word));
    (is_place(place, false) && !label && is_capitalised(sentence)).then(|| Dateline {
        length: line.len() - sentence.trim_start().len(),
        agency: None,
        day: read_day(place),
    })
}

/// Agencies that are written in small letters.
const AGENCIES: [&str; 8] = [
    "Reuters",
    "Bloomberg",
    "Xinhua",
    "Kyodo",
    "Yonhap",
    "Interfax",
    "Bernama",
    "Antara",
];

/// Whether `name`, between brackets, may be an agency: "AP", "Reuters", "CNN Business".
fn is_agency(name: &str) -> bool {
    (2..=30).contains(&name.len())
        && name.split(' ').count() <= 4
        && name.split(' ').all(is_capitalised)
        && name
            .chars()
            .all(|c| c.is_alphabetic() || " .&'’".contains(c))
}

/// Whether `place` may be that of a dateline: "WASHINGTON", "DES MOINES, Iowa"; with a day or an agency behind it, in
/// small letters too: "London, March 24"; with an agency, nothing at all.
fn is_place(place: &str, with_agency: bool) -> bool {
    let town = place.split(',').next().unwrap_or_default();
    let letters = town.chars().filter(|c| c.is_alphabetic()).count();
    let is_loud = letters >= 3 && town.chars().all(|c| !c.is_lowercase());
    let words = || {
        place
            .split(' ')
            .filter(|word| word.contains(char::is_alphanumeric))
    };
    place.len() <= 70
        && place
            .chars()
            .all(|c| c.is_alphanumeric() || " ,.'’/-".contains(c))
        && words().count() <= 8
        && (is_loud || with_agency || ends_with_day(place))
        && words().all(|word| is_capitalised(word) || PARTICLES.contains(&word) || names_day(word))
        && (with_agency || !place.is_empty())
}

/// "…, March 24".
fn ends_with_day(place: &str) -> bool {
    place.rsplit_once(',').is_some_and(|(town, day)| {
        let mut words = day.split_whitespace();
        !town.is_empty()
            && words
                .next()
                .is_some_and(|month| names_day(month.trim_end_matches('.')))
            && words
                .next()
                .is_some_and(|day| day.len() <= 2 && day.bytes().all(|byte| byte.is_ascii_digit()))
            && words.next().is_none()
    })
}
