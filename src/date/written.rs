//! A day as metadata give it: "2020-11-17T20:00:00-05:00", "Tue, 17 Nov 2020 20:00:00 EST", "Nov. 18, 2020".

use super::{Day, names};

/// The longest run of words a day is looked for in; what is longer is prose.
const LONGEST: usize = 200;

/// The day that `written` gives, in any form that feeds, pages and dumps use. It is the local day, as written: no time
/// zone is applied. Of a form that two countries read differently ("03/04/2020") no day is made.
#[must_use]
pub fn read_day(written: &str) -> Option<Day> {
    let written = written.trim();
    let has_number = || written.bytes().any(|byte| byte.is_ascii_digit());
    if written.len() > LONGEST || !has_number() {
        return None;
    }
    if written
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.')
        && let Some(day) = unix(written)
    {
        return Some(day);
    }
    let pieces = pieces(written);
    numeric(&pieces, written).or_else(|| named(&pieces))
}

/// A run of digits, a run of letters, or one other character.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Piece<'a> {
    Number { value: i32, digits: usize },
    Word(&'a str),
    Mark(char),
}

impl Piece<'_> {
    /// The number, if it is one of one or two digits.
    fn small(self) -> Option<i8> {
        match self {
            Self::Number {
                value,
                digits: 1..=2,
            } => i8::try_from(value).ok(),
            _ => None,
        }
    }

    fn year(self) -> Option<i16> {
        match self {
            Self::Number {
                value: value @ 1600..=2200,
                digits: 4,
            } => i16::try_from(value).ok(),
            _ => None,
        }
    }

    fn is_word(self, words: &[&str]) -> bool {
        matches!(self, Self::Word(word) if words.iter().any(|other| word.eq_ignore_ascii_case(other)))
    }
}

fn pieces(written: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = written;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() {
            run(rest, |c| c.is_ascii_digit())
        } else if first.is_alphabetic() {
            run(rest, char::is_alphabetic)
        } else {
            first.len_utf8()
        };
        let (piece, after) = rest.split_at(length);
        if first.is_ascii_digit() {
            pieces.push(Piece::Number {
                value: piece.parse().unwrap_or(i32::MAX),
                digits: length,
            });
        } else if first.is_alphabetic() {
            pieces.push(Piece::Word(piece));
        } else if !first.is_whitespace() {
            pieces.push(Piece::Mark(first));
        }
        rest = after;
    }
    pieces
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// Seconds or milliseconds since 1970.
fn unix(written: &str) -> Option<Day> {
    let whole = written.split('.').next().unwrap_or_default();
    let number: i64 = whole.parse().ok()?;
    let seconds = match whole.len() {
        9 | 10 => number,
        12 | 13 => number / 1000,
        _ => return None,
    };
    let epoch = Day::constant(1970, 1, 1);
    epoch
        .checked_add(jiff::Span::new().days(seconds / 86_400))
        .ok()
}

/// "2020-11-17…", "2020/11/17", "20201117T…", "17.11.2020", "11/17/2020", "2020年11月17日".
fn numeric(pieces: &[Piece<'_>], written: &str) -> Option<Day> {
    let half_days = pieces
        .iter()
        .any(|piece| piece.is_word(&["am", "pm"])) // the United States, where the month comes first
        || written.contains("a.m.") || written.contains("p.m.");
    for (at, piece) in pieces.iter().enumerate() {
        if let Piece::Number { value, digits: 8 } = *piece
            && let Some(day) = Day::new(
                i16::try_from(value / 10_000).ok()?,
                i8::try_from(value / 100 % 100).ok()?,
                i8::try_from(value % 100).ok()?,
            )
            .ok()
            .filter(|day| (1600..=2200).contains(&day.year()))
        {
            return Some(day);
        }
        let &[first, separator, second, other, third, ..] = &pieces[at..] else {
            return None;
        };
        let separated = match separator {
            Piece::Mark('-' | '/' | '.' | '‑' | '–') => separator == other,
            Piece::Word(word) => word == "年" && other == Piece::Word("月"),
            _ => false,
        };
        let Some(second) = second.small().filter(|_| separated) else {
            continue;
        };
        if let (Some(year), Some(day)) = (first.year(), third.small()) {
            return Day::new(year, second, day).ok();
        }
        if let (Some(first), Some(year)) = (first.small(), third.year()) {
            return if first > 12 || separator == Piece::Mark('.') || first == second {
                Day::new(year, second, first).ok()
            } else if second > 12 || half_days {
                Day::new(year, first, second).ok()
            } else {
                None
            };
        }
    }
    None
}

/// "Nov. 18, 2020", "18 November 2020", "18th of November, 2020", "Tue Nov 17 20:00:00 +0000 2020", "17-Nov-20 20:00".
fn named(pieces: &[Piece<'_>]) -> Option<Day> {
    let filler = |piece: Piece<'_>| {
        matches!(
            piece,
            Piece::Mark('.' | ',' | '-' | '/' | '\'' | '’' | 'º' | '°')
        ) || piece.is_word(&["st", "nd", "rd", "th", "of", "the", "de", "del", "er", "o"])
    };
    for (at, piece) in pieces.iter().enumerate() {
        let Piece::Word(word) = *piece else { continue };
        let Some(month) = names::month(word) else {
            continue;
        };
        let mut after = pieces[at + 1..]
            .iter()
            .copied()
            .filter(|&piece| !filler(piece))
            .peekable();
        let before = pieces[..at]
            .iter()
            .rev()
            .copied()
            .find(|&piece| !filler(piece))
            .and_then(Piece::small)
            .filter(|day| (1..=31).contains(day));
        let day_after = after
            .peek()
            .and_then(|piece| piece.small())
            .filter(|day| (1..=31).contains(day));
        let year_after = after.peek().and_then(|piece| piece.year());
        let found = match (before, day_after, year_after) {
            (Some(day), _, Some(year)) => Some((year, day)),
            // A year of two digits, as the oldest feeds write it, counts only before a time.
            (Some(day), Some(year), _)
                if matches!(after.clone().nth(2), Some(Piece::Mark(':'))) =>
            {
                let year = i16::from(year);
                Some((if year < 70 { 2000 + year } else { 1900 + year }, day))
            }
            (_, Some(day), _) => after
                .skip(1)
                .take(14)
                .find_map(Piece::year)
                .map(|year| (year, day)),
            _ => None,
        };
        if let Some((year, day)) = found {
            return Day::new(year, month, day).ok();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::read_day;

    #[track_caller]
    fn case(written: &str, day: &str) {
        let read = read_day(written).map_or_else(|| "none".to_owned(), |day| day.to_string());
        assert_eq!(read, day, "{written:?}");
    }

    #[test]
    fn reads_iso() {
        case("2020-11-17", "2020-11-17");
        case("2020-11-17T20:00:00-05:00", "2020-11-17");
        case("2020-11-17T23:59:59Z", "2020-11-17");
        case("2020-11-17 20:00:00+00:00", "2020-11-17");
        case("2020/11/7", "2020-11-07");
        case("2020.11.17", "2020-11-17");
        case("20201117", "2020-11-17");
        case("20201117T200000Z", "2020-11-17");
        case("Published: 2020-11-17", "2020-11-17");
        case("2020年11月17日", "2020-11-17");
    }

    #[test]
    fn reads_mail_days_as_local() {
        case("Tue, 17 Nov 2020 20:00:00 EST", "2020-11-17");
        case("Tue, 17 Nov 2020 23:30:00 -0800", "2020-11-17");
        case("17 Nov 20 20:00 GMT", "2020-11-17");
        case("Tue Nov 17 20:00:00 +0000 2020", "2020-11-17");
        case("Tue Nov 17 20:00:00 2020", "2020-11-17");
        case(
            "Tue Nov 17 2020 20:00:00 GMT-0500 (Eastern Standard Time)",
            "2020-11-17",
        );
    }

    #[test]
    fn reads_what_papers_print() {
        case("Nov. 18, 2020", "2020-11-18");
        case("November 18th, 2020", "2020-11-18");
        case("Wednesday, 18 November 2020 10.30 GMT", "2020-11-18");
        case("18th of November, 2020", "2020-11-18");
        case("Updated Sept. 3, 2021 at 5:04 p.m. ET", "2021-09-03");
        case("Sep 3 2021", "2021-09-03");
        case("18-Nov-2020", "2020-11-18");
        case("18. März 2021", "2021-03-18");
        case("18 de noviembre de 2020", "2020-11-18");
        case("1er janvier 2020", "2020-01-01");
    }

    #[test]
    fn reads_numbers_only_where_one_reading_is_left() {
        case("11/17/2020", "2020-11-17");
        case("17/11/2020", "2020-11-17");
        case("3/4/2020", "none");
        case("3/4/2020 5:33:00 PM", "2020-03-04");
        case("3/3/2020", "2020-03-03");
        case("3.4.2020", "2020-04-03");
        case("1605643200", "2020-11-17");
        case("1605643200000", "2020-11-17");
        case("1605643200.25", "2020-11-17");
    }

    #[test]
    fn makes_no_day_of_what_is_none() {
        for words in [
            "",
            "None",
            "2020",
            "2020-11",
            "November 2020",
            "2020-13-01",
            "2020-02-30",
            "Nov. 31, 2020",
            "May we suggest",
            "99999999999999999999",
            "12",
            "–",
        ] {
            case(words, "none");
        }
    }
}
