//! The names of months and of weekdays.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Weekday;

/// English first; then the full names that front matter and metadata of other European papers use.
const MONTHS: [&str; 12] = [
    "january jan janvier januar enero gennaio janeiro januari",
    "february feb février fevrier februar febrero febbraio fevereiro februari",
    "march mar mars märz maerz marzo março marco maart",
    "april apr avril abril aprile",
    "may mai mayo maggio maio mei maj",
    "june jun juin juni junio giugno junho",
    "july jul juillet juli julio luglio julho",
    "august aug août aout agosto augustus augusti",
    "september sep sept septembre septiembre settembre setembro",
    "october oct octobre oktober octubre ottobre outubro okt",
    "november nov novembre noviembre novembro",
    "december dec décembre decembre dezember diciembre dicembre dezembro dez",
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// The month, from 1, that `word` names in any case; "Sept" and "März" do.
pub(super) fn month(word: &str) -> Option<i8> {
    static BY_NAME: LazyLock<HashMap<&str, i8>> = LazyLock::new(|| {
        let months = (1..).zip(MONTHS);
        months
            .flat_map(|(month, names)| names.split(' ').map(move |name| (name, month)))
            .collect()
    });
    if !(3..=12).contains(&word.len()) {
        return None;
    }
    BY_NAME.get(&*word.to_lowercase()).copied()
}

/// The English weekday that `word` names in full.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(word))
        .map(|&(_, day)| day)
}

/// The English month that `word` names, in full or short.
pub(super) fn english_month(word: &str) -> Option<i8> {
    const ENDS: [usize; 12] = [2, 2, 2, 2, 1, 2, 2, 2, 3, 2, 2, 2];
    (1..)
        .zip(MONTHS.iter().zip(ENDS))
        .find(|(_, (names, count))| {
            names
                .split(' ')
                .take(*count)
                .any(|name| name.eq_ignore_ascii_case(word))
        })
        .map(|(month, _)| month)
}

/// The English weekday that `word` is short for: "Tue", "Tues".
pub(super) fn short_weekday(word: &str) -> Option<Weekday> {
    (3..=5)
        .contains(&word.len())
        .then(|| {
            WEEKDAYS.iter().find(|(name, _)| {
                name.get(..word.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(word))
            })
        })
        .flatten()
        .map(|&(_, day)| day)
}

/// Whether `word` is the name of a month or weekday, or short for one.
pub(crate) fn names_day(word: &str) -> bool {
    month(word).is_some()
        || (word.len() >= 3
            && WEEKDAYS.iter().any(|(name, _)| {
                name.get(..word.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(word))
            }))
}
