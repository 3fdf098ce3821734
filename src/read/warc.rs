//! WARC: the pages of a crawl, one record at a time.

use std::io::{self, BufRead, Read};

use brotli_decompressor::Decompressor;
use flate2::read::{GzDecoder, ZlibDecoder};

use super::draft::Draft;
use super::html;
use super::values::broken;
use crate::error::{Error, ErrorKind, Result};

/// The longest record that is taken into memory.
const LONGEST: u64 = 64 << 20;

/// The pages among the records of a crawl.
pub(super) fn read(reader: impl BufRead + Send) -> impl Iterator<Item = Result<Draft>> + Send {
    let mut crawl = Crawl {
        reader,
        record: 0,
        done: false,
    };
    std::iter::from_fn(move || crawl.next_page())
}

struct Crawl<R> {
    reader: R,
    record: u64,
    done: bool,
}

/// The names and values of a head, and what comes behind it.
struct Record {
    head: Head,
    body: Vec<u8>,
}

impl<R: BufRead> Crawl<R> {
    fn next_page(&mut self) -> Option<Result<Draft>> {
        while !self.done {
            let record = match self.next_record() {
                Ok(record) => record?,
                Err(error) => return Some(Err(error.at_line(self.record))),
            };
            if let Some(page) = page(record) {
                let number = self.record;
                return Some(match page {
                    Ok(draft) => Ok(Draft {
                        record: number,
                        ..draft
                    }),
                    Err(error) => Err(error.at_line(number)),
                });
            }
        }
        None
    }

    fn next_record(&mut self) -> Result<Option<Record>> {
        let mut line = Vec::new();
        while line.trim_ascii().is_empty() {
            line.clear();
            if self.line(&mut line)? == 0 {
                self.done = true;
                return Ok(None);
            }
        }
        self.record += 1;
        if !line.starts_with(b"WARC/") {
            self.find_next_record()?;
            return Err(input(
                "no record begins where the one before it ends: its length is wrong",
            ));
        }
        let head = self.head()?;
        let length: u64 = head
            .get("content-length")
            .and_then(|length| length.parse().ok())
            .ok_or_else(|| input("the record has no length"))?;
        let is_page = head.get("warc-type").is_some_and(|kind| {
            kind.eq_ignore_ascii_case("response") || kind.eq_ignore_ascii_case("resource")
        });
        let mut body = Vec::new();
        let read = if is_page && length <= LONGEST {
            (&mut self.reader)
                .take(length)
                .read_to_end(&mut body)
                .map(|read| read as u64)
        } else {
            io::copy(&mut (&mut self.reader).take(length), &mut io::sink())
        }
        .map_err(|error| self.stopped(&error))?;
        if read < length {
            self.done = true;
            return Err(input("the file ends in the middle of the record"));
        }
        if is_page && length > LONGEST {
            return Err(input(&format!(
                "the record is longer than {} MB",
                LONGEST >> 20
            )));
        }
        Ok(Some(Record { head, body }))
    }

    fn head(&mut self) -> Result<Head> {
        let mut head = Head::default();
        let mut line = Vec::new();
        loop {
            line.clear();
            if self.line(&mut line)? == 0 || line.trim_ascii().is_empty() {
                return Ok(head);
            }
            head.take(&line);
        }
    }

    /// Goes on to where a record begins, so that one wrong length costs as few records as can be.
    fn find_next_record(&mut self) -> Result<()> {
        loop {
            let ahead = self.reader.fill_buf().map_err(|error| broken(&error))?;
            if ahead.is_empty() || ahead.starts_with(b"WARC/1.") {
                return Ok(());
            }
            let mut line = Vec::new();
            self.line(&mut line)?;
        }
    }

    fn line(&mut self, line: &mut Vec<u8>) -> Result<usize> {
        (&mut self.reader)
            .take(1 << 20)
            .read_until(b'\n', line)
            .map_err(|error| self.stopped(&error))
    }

    fn stopped(&mut self, error: &io::Error) -> Error {
        self.done = true;
        broken(error)
    }
}

/// The fields of a head, names in small letters.
#[derive(Default)]
struct Head(Vec<(String, String)>);

impl Head {
    fn take(&mut self, line: &[u8]) {
        let line = String::from_utf8_lossy(line);
        if let Some((name, value)) = line.split_once(':') {
            let field = (name.trim().to_ascii_lowercase(), value.trim().to_owned());
            self.0.push(field);
        }
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }
}

/// The article of a record; nothing, when it is no page that was found.
fn page(record: Record) -> Option<Result<Draft>> {
    let url = record
        .head
        .get("warc-target-uri")
        .map(|url| url.trim_matches(['<', '>']).to_owned());
    let is_http = record
        .head
        .get("content-type")
        .is_none_or(|kind| kind.starts_with("application/http"));
    let (head, body) = if is_http {
        let (status, head, body) = response(&record.body);
        if status != Some(200) {
            return None;
        }
        (head, body)
    } else {
        (record.head, record.body)
    };
    let kind = head
        .get("content-type")
        .unwrap_or("text/html")
        .to_ascii_lowercase();
    if !kind.contains("html") {
        return None;
    }
    let charset = kind
        .split_once("charset=")
        .map(|(_, name)| name.split(';').next().unwrap_or_default().trim_matches('"'));
    let page = decoded(&head, body).and_then(|body| html::read(body, charset));
    Some(page.map(|draft| Draft {
        url: draft.url.or(url),
        ..draft
    }))
}

/// The status, head and body of an answer.
fn response(bytes: &[u8]) -> (Option<u16>, Head, Vec<u8>) {
    let mut head = Head::default();
    let mut at = 0;
    let mut status = None;
    while let Some(length) = bytes[at..].iter().position(|&byte| byte == b'\n') {
        let line = bytes[at..at + length].trim_ascii();
        at += length + 1;
        if line.is_empty() {
            break;
        }
        if status.is_none() {
            status = String::from_utf8_lossy(line)
                .split(' ')
                .nth(1)
                .and_then(|status| status.parse().ok());
        }
        head.take(line);
    }
    (status, head, bytes[at..].to_vec())
}

/// The body as the page was written: its chunks joined, its compression undone. Crawlers often keep the head of what they
/// have already decoded, so what does not look encoded is taken as it is.
fn decoded(head: &Head, mut body: Vec<u8>) -> Result<Vec<u8>> {
    let is = |name: &str, word: &str| {
        head.get(name)
            .is_some_and(|value| value.to_ascii_lowercase().contains(word))
    };
    if is("transfer-encoding", "chunked")
        && let Some(joined) = joined_chunks(&body)
    {
        body = joined;
    }
    let mut page = Vec::new();
    let unpacked = if body.starts_with(&[0x1f, 0x8b]) {
        GzDecoder::new(&body[..])
            .take(LONGEST)
            .read_to_end(&mut page)
    } else if is("content-encoding", "deflate") && body.first() == Some(&0x78) {
        ZlibDecoder::new(&body[..])
            .take(LONGEST)
            .read_to_end(&mut page)
    } else if is("content-encoding", "br") && std::str::from_utf8(&body).is_err() {
        Decompressor::new(&body[..], 4 << 10)
            .take(LONGEST)
            .read_to_end(&mut page)
    } else {
        return Ok(body);
    };
    match unpacked {
        // A page cut short by its crawler is still read as far as it goes.
        Err(error) if page.is_empty() => Err(broken(&error)),
        _ => Ok(page),
    }
}

fn joined_chunks(body: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::with_capacity(body.len());
    let mut rest = body;
    loop {
        let end = rest.iter().position(|&byte| byte == b'\n')?;
        let size = std::str::from_utf8(rest[..end].trim_ascii()).ok()?;
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        rest = &rest[end + 1..];
        if size == 0 {
            return Some(joined);
        }
        joined.extend(rest.get(..size)?);
        rest = rest.get(size..)?;
        rest = rest
            .strip_prefix(b"\r\n")
            .or_else(|| rest.strip_prefix(b"\n"))
            .unwrap_or(rest);
    }
}

fn input(message: &str) -> Error {
    Error::new(ErrorKind::Input, message)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail")]

    use std::io::Write;

    const PAGE: &str = "<html><head><title>Dam holds</title></head><body><p>The dam above the town held through a third \
        night of rain, and the people went home.</p></body></html>";

    fn record(kind: &str, url: &str, body: &[u8]) -> Vec<u8> {
        let mut record = format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype={kind}\r\n\
             Content-Length: {}\r\n\r\n",
            body.len()
        )
        .into_bytes();
        record.extend(body);
        record.extend(b"\r\n\r\n");
        record
    }

    fn answer(head: &str, body: &[u8]) -> Vec<u8> {
        let mut answer = format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").into_bytes();
        answer.extend(body);
        answer
    }

    #[track_caller]
    fn case(crawl: &[u8], pages: &[&str]) {
        let found: Vec<String> = super::read(crawl)
            .map(|draft| match draft {
                Ok(draft) => format!(
                    "{} {} {}",
                    draft.record,
                    draft.url.unwrap_or_default(),
                    &draft.text[..12]
                ),
                Err(error) => error.to_string(),
            })
            .collect();
        assert_eq!(found, pages);
    }

    #[test]
    fn reads_pages_in_every_encoding() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(PAGE.as_bytes()).unwrap();
        let packed = packed.finish().unwrap();
        let (first, second) = PAGE.split_at(40);
        let chunked = format!(
            "{:x}\r\n{first}\r\n{:X};x=1\r\n{second}\r\n0\r\n\r\n",
            first.len(),
            second.len()
        );
        let crawl = [
            record("warcinfo", "", b"software: x"),
            record("request", "https://a.example/1", b"GET / HTTP/1.1"),
            record(
                "response",
                "https://a.example/1",
                &answer("Content-Type: text/html; charset=utf-8", PAGE.as_bytes()),
            ),
            record(
                "response",
                "https://a.example/2",
                &answer("Content-Type: image/png", b"\x89PNG"),
            ),
            record(
                "response",
                "https://a.example/3",
                b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nno",
            ),
            record(
                "response",
                "<https://a.example/4>",
                &answer(
                    "Content-Type: text/html\r\nTransfer-Encoding: chunked",
                    chunked.as_bytes(),
                ),
            ),
            record(
                "response",
                "https://a.example/5",
                &answer("Content-Type: text/html\r\nContent-Encoding: gzip", &packed),
            ),
        ]
        .concat();
        case(
            &crawl,
            &[
                "3 https://a.example/1 The dam abov",
                "6 https://a.example/4 The dam abov",
                "7 https://a.example/5 The dam abov",
            ],
        );
    }

    #[test]
    fn reads_a_page_packed_with_brotli() {
        let page = format!("{PAGE}{}", " ".repeat(2500));
        // A stream of one block that holds its bytes as they are, and the end.
        let length = u32::try_from(page.len()).unwrap();
        let head = ((length - 1) << 4) | (1 << 20);
        let mut packed = head.to_le_bytes()[..3].to_vec();
        packed.extend(page.as_bytes());
        packed.push(3);
        let head = "Content-Type: text/html\r\nContent-Encoding: br";
        case(
            &record("response", "https://a.example/6", &answer(head, &packed)),
            &["1 https://a.example/6 The dam abov"],
        );
        // What a crawler has unpacked and still calls packed.
        let plain = answer(head, PAGE.as_bytes());
        case(
            &record("response", "https://a.example/7", &plain),
            &["1 https://a.example/7 The dam abov"],
        );
        // What is called packed and is neither.
        let wrong = answer(head, b"\xff\xff\xff\xff\xff");
        let found: Vec<_> =
            super::read(&*record("response", "https://a.example/8", &wrong)).collect();
        assert!(found[0].is_err());
    }

    #[test]
    fn a_wrong_length_is_told_and_the_next_record_is_read() {
        let good = record(
            "response",
            "https://a.example/1",
            &answer("Content-Type: text/html", PAGE.as_bytes()),
        );
        let text = String::from_utf8(good.clone()).unwrap();
        let short = text.replace("Content-Length: 1", "Content-Length: ");
        assert_ne!(short, text);
        let found: Vec<_> =
            super::read([short.as_bytes(), &good].concat().as_slice()).collect::<Vec<_>>();
        assert!(found.iter().any(|page| {
            page.as_ref()
                .is_err_and(|error| error.message().contains("length is wrong"))
        }));
        assert!(found.last().unwrap().is_ok());
        case(
            &good[..good.len() - 20],
            &[":1: the file ends in the middle of the record"],
        );
        case(
            b"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
            &[":1: the record has no length"],
        );
    }
}
