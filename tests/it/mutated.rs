//! Files of every format with something wrong in them: no reader panics, and what it gives stands in its text.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on")]

use std::fs;
use std::path::Path;

use onrecord::read::{self, Options, Source};
use onrecord::split;
use onrecord::text::Span;

use crate::reading::formats;

/// Numbers that look random and are the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 24).unwrap_or(0) % end.max(1)
    }

    fn of<'a>(&mut self, all: &[&'a [u8]]) -> &'a [u8] {
        all[self.below(all.len())]
    }
}

/// What breaks readers: ends and beginnings of everything, numbers out of range, bytes that are no characters.
const PIECES: [&[u8]; 28] = [
    b"<",
    b">",
    b"</",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"&#x110000;",
    b"&amp",
    b"\"",
    b"\\u",
    b"\\ud800",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b"\n",
    b"\r\n\r\n",
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"Content-Length: 99999999999999999999",
    b"---\n",
    b"2020-02-31T99:99",
    "“".as_bytes(),
    "\u{202e}\u{200b}\u{301}".as_bytes(),
    b"<div><p><blockquote><script>",
];

fn mutated(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(6) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(40)).min(bytes.len());
        match random.below(6) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
            3 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            _ => drop(bytes.splice(at..at, random.of(&PIECES).iter().copied())),
        }
    }
    bytes
}

/// Reads and splits `count` files that each were whole once; how many articles they gave.
fn read_mutated(count: usize, seed: u64) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let mut seeds: Vec<(String, Vec<u8>)> = Vec::new();
    for (name, bytes) in formats() {
        let packed = crate::reading::wrapped(name, &bytes);
        seeds.push((name.to_owned(), bytes));
        seeds.extend(packed);
    }
    let mut random = Random(seed);
    let mut articles = 0;
    for nth in 0..count {
        // As many plain ones as packed ones, which are rarely read after.
        let at = random.below(seeds.len());
        let at = if nth % 2 == 0 { at / 6 * 6 } else { at };
        let (name, bytes) = &seeds[at];
        let path = folder.path().join(name);
        let bytes = mutated(bytes, &mut random);
        fs::write(&path, &bytes).unwrap();
        let read = std::panic::catch_unwind(|| read_one(&path));
        articles += read.unwrap_or_else(|_| {
            panic!(
                "{name}, file {nth} of seed {seed}: {}",
                String::from_utf8_lossy(&bytes)
            )
        });
    }
    articles
}

fn read_one(path: &Path) -> usize {
    let source = Source::file(path).unwrap();
    let mut articles = 0;
    for article in read::articles(&source, &Options::default()) {
        let article = match article {
            Ok(article) => article,
            Err(error) => {
                assert!(error.place().is_some(), "{error}");
                continue;
            }
        };
        articles += 1;
        let whole = Span::whole(&article.text);
        for span in article.body.iter().chain(&article.quotations) {
            assert!(whole.contains(*span) && article.text.get(span.start..span.end).is_some());
        }
        for passage in split::passages(&article) {
            let there: Vec<&str> = passage
                .words
                .spans()
                .iter()
                .map(|span| &article.text[span.start..span.end])
                .collect();
            assert_eq!(passage.words.text(), there.join(" "));
        }
    }
    articles
}

#[test]
fn no_file_breaks_a_reader() {
    let articles = read_mutated(1_500, 0x5eed);
    assert!(articles > 400, "{articles}");
}

#[test]
#[ignore = "long: cargo test --release -- --ignored"]
fn no_file_of_very_many_breaks_a_reader() {
    for seed in 1..=10 {
        let articles = read_mutated(5_000, seed);
        assert!(articles > 1_000, "{articles}");
    }
}
