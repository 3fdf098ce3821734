//! A source opened: its format told, its articles read as a stream, its content hashed on the way.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::iter;
use std::sync::{Arc, Mutex, PoisonError};

use super::decode::decode;
use super::draft::{Draft, Place};
#[cfg(feature = "html")]
use super::html;
use super::values::broken;
#[cfg(feature = "warc")]
use super::warc;
use super::{Format, Options, Source, csv, json, markdown, plain};
#[cfg(feature = "xml")]
use super::{feed, newsml, tei};
use crate::article::Article;
use crate::error::{Error, ErrorKind, Result};

/// How much of a source is looked at to tell its format.
const HEAD: u64 = 8 << 10;

/// How many wrappings a source may stand in.
#[cfg(any(feature = "archives", feature = "warc"))]
const DEEPEST: u8 = 4;

/// The longest source that is one article.
const LONGEST_ARTICLE: u64 = 64 << 20;

/// What a format makes of a stream.
pub(super) type Drafts = Box<dyn Iterator<Item = Result<Draft>> + Send>;

/// The articles of a source, in order; what cannot be read is an error with its place, and the rest goes on.
pub struct Articles {
    drafts: Drafts,
    place: Place,
    stream: Stream,
    /// The source as it was when it was opened, until it was looked at again.
    opened: Option<Source>,
}

/// Opens `source`. What is wrong with it comes as the first article.
#[must_use]
pub fn articles(source: &Source, options: &Options) -> Articles {
    let place = Place::new(source.path(), source.location(), &options.root);
    let opened = match source.location() {
        Some(path) => File::open(path).map(|file| Box::new(file) as Box<dyn Read + Send>),
        None => Ok(Box::new(io::stdin()) as Box<dyn Read + Send>),
    };
    let (reader, failure) = match opened {
        Ok(reader) => (reader, None),
        Err(error) => (Box::new(io::empty()) as Box<dyn Read + Send>, Some(error)),
    };
    let stream = Stream(Arc::new(Mutex::new(Hashed {
        reader,
        hasher: blake3::Hasher::new(),
    })));
    let drafts = match failure {
        Some(error) => one(Err(error.into())),
        None => Opened::new(stream.clone(), source.path(), options.from, 0)
            .read()
            .unwrap_or_else(|error| one(Err(error))),
    };
    Articles {
        drafts,
        place,
        stream,
        opened: source.size().map(|_| source.clone()),
    }
}

impl Articles {
    /// The hash of all that the source holds, in hexadecimal digits. Reads the rest of it.
    ///
    /// # Errors
    /// When the rest cannot be read.
    pub fn content_hash(self) -> Result<String> {
        drop(self.drafts);
        let mut stream = self.stream;
        io::copy(&mut stream, &mut io::sink())
            .map_err(|error| Error::from(error).in_path(&self.place.path))?;
        let hashed = stream.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(hashed.hasher.finalize().to_hex().to_string())
    }
}

impl Iterator for Articles {
    type Item = Result<Article>;

    fn next(&mut self) -> Option<Self::Item> {
        let Some(draft) = self.drafts.next() else {
            let before = self.opened.take()?;
            let now = Source::file(before.location()?).ok();
            return (now.as_ref() != Some(&before)).then(|| {
                Err(Error::new(ErrorKind::Input, "changed while it was read")
                    .in_path(&self.place.path)
                    .hint("read it again"))
            });
        };
        let article = draft.and_then(|draft| {
            let (record, within) = (draft.record, draft.within.clone());
            draft.finish(&self.place).map_err(|error| {
                let error = error.in_path(within.unwrap_or_default());
                if record > 0 {
                    error.at_line(record)
                } else {
                    error
                }
            })
        });
        Some(article.map_err(|error| {
            let path = match error.place() {
                Some(place) if !place.path.is_empty() => {
                    format!("{}/{}", self.place.path, place.path)
                }
                _ => self.place.path.clone(),
            };
            error.in_path(path)
        }))
    }
}

/// A stream with what is known of it.
pub(super) struct Opened {
    pub(super) reader: Box<dyn BufRead + Send>,
    pub(super) name: String,
    pub(super) from: Option<Format>,
    /// How many wrappings it stood in.
    pub(super) depth: u8,
}

impl Opened {
    pub(super) fn new(
        reader: impl Read + Send + 'static,
        name: &str,
        from: Option<Format>,
        depth: u8,
    ) -> Self {
        Self {
            reader: Box::new(BufReader::with_capacity(64 << 10, reader)),
            name: name.to_owned(),
            from,
            depth,
        }
    }

    /// The articles in it.
    pub(super) fn read(mut self) -> Result<Drafts> {
        let mut head = Vec::new();
        (&mut self.reader)
            .take(HEAD)
            .read_to_end(&mut head)
            .map_err(|error| broken(&error))?;
        if head.starts_with(b"\xef\xbb\xbf") {
            head.drain(..3);
        }
        let whole =
            BufReader::with_capacity(64 << 10, Cursor::new(head.clone()).chain(self.reader));
        if let Some(kind) = foreign(&head) {
            return Err(
                Error::new(ErrorKind::Input, format!("is {kind}, which is not read"))
                    .hint("save it as text or as a web page first"),
            );
        }
        #[cfg(any(feature = "archives", feature = "warc"))]
        if let Some(wrapping) = super::wrapping::Wrapping::tell(&head) {
            if self.depth >= DEEPEST {
                return Err(Error::new(
                    ErrorKind::Input,
                    "is wrapped in itself too often",
                ));
            }
            return super::wrapping::read(
                wrapping,
                Self {
                    reader: Box::new(whole),
                    ..self
                },
            );
        }
        if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
            let text = decode(all(whole)?)?;
            return Self::new(Cursor::new(text), &self.name, self.from, self.depth).read();
        }
        let format = self.from.unwrap_or_else(|| Format::tell(&head, &self.name));
        Ok(match format {
            Format::Text => one(all(whole).and_then(plain::read)),
            Format::Markdown => one(all(whole).and_then(markdown::read)),
            Format::Json => Box::new(json::read(whole)),
            Format::Csv => Box::new(csv::read(whole, &head)),
            #[cfg(feature = "html")]
            Format::Html => one(all(whole).and_then(|bytes| html::read(bytes, None))),
            #[cfg(feature = "warc")]
            Format::Warc => Box::new(warc::read(whole)),
            #[cfg(feature = "xml")]
            Format::Feed => many(all(whole).map(feed::read)),
            #[cfg(feature = "xml")]
            Format::Tei => many(all(whole).map(tei::read)),
            #[cfg(feature = "xml")]
            Format::NewsMl => many(all(whole).map(newsml::read)),
        })
    }
}

/// What a source is that only other programs read.
fn foreign(head: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 7] = [
        (b"%PDF-", "a PDF"),
        (b"{\\rtf", "a rich text document"),
        (b"\xd0\xcf\x11\xe0", "an old office document"),
        (b"Rar!", "a RAR archive"),
        (b"7z\xbc\xaf", "a 7z archive"),
        (b"BZh", "packed with bzip2"),
        (b"\xfd7zXZ", "packed with xz"),
    ];
    KINDS
        .iter()
        .find(|(start, _)| head.starts_with(start))
        .map(|&(_, kind)| kind)
}

/// The articles of a source that is read whole.
#[cfg(feature = "xml")]
fn many(drafts: Result<Vec<Result<Draft>>>) -> Drafts {
    Box::new(drafts.unwrap_or_else(|error| vec![Err(error)]).into_iter())
}

pub(super) fn one(draft: Result<Draft>) -> Drafts {
    Box::new(iter::once(draft))
}

/// All of a source that is one article.
fn all(reader: impl BufRead) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader
        .take(LONGEST_ARTICLE + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| broken(&error))?;
    if bytes.len() as u64 > LONGEST_ARTICLE {
        return Err(Error::new(
            ErrorKind::Input,
            format!(
                "is longer than {} MB, and so no article",
                LONGEST_ARTICLE >> 20
            ),
        )
        .hint("if it holds many articles, name their format with --from"));
    }
    Ok(bytes)
}

/// A reader that many hold, and that hashes what is read.
#[derive(Clone)]
struct Stream(Arc<Mutex<Hashed>>);

struct Hashed {
    reader: Box<dyn Read + Send>,
    hasher: blake3::Hasher,
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut hashed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let length = hashed.reader.read(buffer)?;
        hashed.hasher.update(&buffer[..length]);
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail")]

    use std::fs;
    use std::path::Path;

    use super::super::{Options, Source};
    use super::articles;

    fn read(folder: &Path, name: &str, content: &[u8]) -> Vec<String> {
        let path = folder.join(name);
        fs::write(&path, content).unwrap();
        let options = Options {
            root: folder.to_owned(),
            ..Options::default()
        };
        articles(&Source::file(&path).unwrap(), &options)
            .map(|article| match article {
                Ok(article) => format!("{} {}", article.id, article.text),
                Err(error) => {
                    let place = error.place().cloned().unwrap();
                    assert_eq!(Path::new(&place.path), path);
                    format!("{:?} {}", place.line, error.message())
                }
            })
            .collect()
    }

    #[test]
    fn articles_are_called_by_id_then_url_then_place() {
        let folder = tempfile::tempdir().unwrap();
        let lines = read(
            folder.path(),
            "a.jsonl",
            br#"{"text":"One."}
{"text":"Two.","url":"https://a.example/two"}
{"text":"Three.","id":"3","url":"https://a.example/three"}
{"text":"Four.","url":"https://a.example/"}"#,
        );
        assert_eq!(lines.len(), 4);
        assert_eq!(lines[2], "3 Three.");
        let url = blake3::hash(b"https://a.example/two").to_hex();
        assert_eq!(lines[1], format!("{} Two.", &url[..12]));
        let place = blake3::hash(b"a.jsonl\n4").to_hex();
        assert_eq!(lines[3], format!("{} Four.", &place[..12]));
        let whole = read(folder.path(), "a.jsonl", br#"{"text":"One."}"#);
        assert_eq!(whole, [lines[0].clone()]);
    }

    #[test]
    fn what_is_broken_has_its_place_and_reason() {
        let folder = tempfile::tempdir().unwrap();
        let case = |name: &str, content: &[u8], line: &str| {
            assert_eq!(read(folder.path(), name, content), [line], "{name}");
        };
        case("empty.txt", b"", "None is empty");
        case("a.txt", b"%PDF-1.7", "None is a PDF, which is not read");
        case(
            "map.xml",
            b"<?xml version='1.0'?><urlset/>",
            "None is XML of a kind that is not read: it begins with <urlset",
        );
        case("blank.txt", b" \n\n", "None has no text");
        case(
            "binary.txt",
            b"PK\x03\0",
            "None is binary, not text: a NUL at byte 3",
        );
        case(
            "line.jsonl",
            b"{\"text\":",
            "Some(1) the JSON ends too early",
        );
        case(
            "blank.json",
            b"{\"text\":\" \"}",
            "Some(1) has no text: none of its fields is called text, body or content; it has: text",
        );
    }

    #[test]
    fn the_content_is_hashed_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let content = "Words. ".repeat(100_000);
        fs::write(&path, &content).unwrap();
        let source = Source::file(&path).unwrap();
        let hash = blake3::hash(content.as_bytes()).to_hex().to_string();
        let mut read = articles(&source, &Options::default());
        assert!(read.next().unwrap().is_ok());
        assert_eq!(read.content_hash().unwrap(), hash);
        assert_eq!(
            articles(&source, &Options::default())
                .content_hash()
                .unwrap(),
            hash
        );
    }

    #[test]
    fn a_source_that_changes_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "Words.").unwrap();
        let mut read = articles(&Source::file(&path).unwrap(), &Options::default());
        assert!(read.next().unwrap().is_ok());
        fs::write(&path, "Other words.").unwrap();
        assert_eq!(
            read.next().unwrap().unwrap_err().message(),
            "changed while it was read"
        );
        assert!(read.next().is_none());
    }
}
