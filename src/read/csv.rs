//! CSV: one article a row, under the names of the first row.

use std::io::{self, BufRead, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use csv::{ReaderBuilder, StringRecord};
use serde_json::{Map, Value};

use super::draft::Draft;
use super::names;
use crate::error::{Error, ErrorKind, Result};

/// The longest row that is taken into memory.
const LONGEST: u64 = 64 << 20;

/// The articles of a table, one in memory at a time.
pub(super) fn read<R: BufRead + Send>(
    reader: R,
    head: &[u8],
) -> impl Iterator<Item = Result<Draft>> + Send + use<R> {
    let left = Arc::new(AtomicU64::new(LONGEST));
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(head))
        .flexible(true)
        .from_reader(Bounded {
            reader,
            left: Arc::clone(&left),
        });
    let mut number = 0;
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        number += 1;
        let names = match reader.headers() {
            Ok(names) => names.clone(),
            Err(error) => {
                done = true;
                return Some(Err(wrong(&error)));
            }
        };
        let mut row = StringRecord::new();
        let begins = reader.position().line();
        left.store(LONGEST, Ordering::Relaxed);
        match reader.read_record(&mut row) {
            Ok(false) => None,
            Ok(true) => {
                let line = row.position().map_or(number, csv::Position::line);
                Some(article(&names, &row, number).map_err(|error| error.at_line(line)))
            }
            Err(error) => {
                done = error.is_io_error();
                let wrong = wrong(&error);
                Some(Err(if wrong.place().is_some() {
                    wrong
                } else {
                    wrong.at_line(begins)
                }))
            }
        }
    })
}

/// Gives no more than what is left for the row at hand: an open quotation mark would take in all that follows.
struct Bounded<R> {
    reader: R,
    left: Arc<AtomicU64>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.load(Ordering::Relaxed);
        if left == 0 {
            return Err(io::Error::new(
                io::ErrorKind::FileTooLarge,
                format!(
                    "the row is longer than {} MB: is a quotation mark left open?",
                    LONGEST >> 20
                ),
            ));
        }
        let length = self.reader.read(buffer)?;
        self.left
            .store(left.saturating_sub(length as u64), Ordering::Relaxed);
        Ok(length)
    }
}

/// Whether `head` is that of a table of articles: its first line names a text and something else.
pub(super) fn is_table(head: &[u8]) -> bool {
    let line = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let columns: Vec<&str> = line
        .split(char::from(delimiter(head)))
        .map(|name| name.trim().trim_matches(['"', '\u{feff}']))
        .collect();
    columns.len() > 1
        && columns.iter().filter(|name| names::is_known(name)).count() > 1
        && columns.iter().any(|name| names::is_text(name))
        && columns.iter().all(|name| name.len() < 40)
}

fn delimiter(head: &[u8]) -> u8 {
    let line = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let count = |mark: u8| line.split(|&byte| byte == mark).count();
    [b'\t', b';']
        .into_iter()
        .find(|&mark| count(mark) > count(b','))
        .unwrap_or(b',')
}

fn article(names: &StringRecord, row: &StringRecord, record: u64) -> Result<Draft> {
    let fields: Map<String, Value> = names
        .iter()
        .zip(row)
        .map(|(name, value)| {
            let name = name.trim_start_matches('\u{feff}');
            (name.to_owned(), Value::String(value.to_owned()))
        })
        .collect();
    if !names::has_text(&fields) {
        return Err(Error::new(ErrorKind::Input, "the row has no text"));
    }
    Ok(Draft {
        record,
        ..names::draft(&fields)
    })
}

fn wrong(error: &csv::Error) -> Error {
    let line = error.position().map(csv::Position::line);
    let what = match error.kind() {
        csv::ErrorKind::Io(error) => return super::values::broken(error),
        csv::ErrorKind::Utf8 { .. } => "is not UTF-8 text".to_owned(),
        _ => format!("is no table: {error}"),
    };
    let wrong = Error::new(ErrorKind::Input, what);
    match line {
        Some(line) => wrong.at_line(line),
        None => wrong,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_table, read};

    #[track_caller]
    fn case(table: &[u8], articles: &[&str]) {
        assert!(is_table(table), "{}", String::from_utf8_lossy(table));
        let found: Vec<String> = read(table, table)
            .map(|draft| match draft {
                Ok(draft) => [
                    Some(draft.record.to_string()),
                    draft.headline,
                    draft.publisher,
                    draft.byline,
                    draft.published.map(|day| day.to_string()),
                    Some(draft.text),
                ]
                .map(|field| field.unwrap_or_else(|| "-".to_owned()))
                .join(" | "),
                Err(error) => error.to_string(),
            })
            .collect();
        assert_eq!(found, articles);
    }

    #[test]
    fn reads_all_the_news() {
        case(
            b"date,year,month,day,author,title,article,url,section,publication\n\
              2016-12-09 18:31:00,2016.0,12.0,9,Jane Doe,Dam holds,\"The dam held.\n\nIt rained.\",https://a.example/b,,Post\n",
            &["1 | Dam holds | Post | Jane Doe | 2016-12-09 | The dam held.\n\nIt rained."],
        );
        case(
            b",id,title,publication,author,date,year,month,url,content\n0,17283,Dam holds,Post,,2016-12-31,2016,12,,Held.\n",
            &["1 | Dam holds | Post | - | 2016-12-31 | Held."],
        );
    }

    #[test]
    fn reads_other_delimiters_and_rejects_a_row() {
        case(
            b"\xef\xbb\xbftitle;text\nOne;Words.\nTwo;\nThree;\xff\nFour;More; and more.\n",
            &[
                "1 | One | - | - | - | Words.",
                ":3: the row has no text",
                ":4: is not UTF-8 text",
                "4 | Four | - | - | - | More",
            ],
        );
        case(
            b"title\ttext\nA, b\tWords.",
            &["1 | A, b | - | - | - | Words."],
        );
    }

    #[test]
    fn prose_is_no_table() {
        assert!(!is_table(
            b"The title, the text, and the rest of it.\nMore."
        ));
        assert!(!is_table(b"name,size\na,1\n"));
    }
}
