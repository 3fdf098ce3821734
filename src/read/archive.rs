//! Archives: files of articles in a zip or tar, read as those of a folder are.

use std::io::{self, BufRead, Read, Seek};
use std::path::{Component, Path};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tempfile::SpooledTempFile;

use super::open::{Drafts, Opened, one};
use super::values::broken;
use super::wrapping::{Counted, Guarded, is_bomb};
use super::{Format, source};
use crate::error::{Error, ErrorKind, Result};

/// What is larger than this is held in a file of its own, not in memory.
const IN_MEMORY: usize = 16 << 20;

/// The articles of the files of a zip archive, one file at a time.
pub(super) fn zip_files(
    mut counted: Counted<Box<dyn BufRead + Send>>,
    from: Option<Format>,
    depth: u8,
) -> Result<Drafts> {
    // Its table of contents stands at its end, so all of it is needed.
    let whole = held(&mut counted)?;
    let packed = Arc::clone(&counted.count);
    let mut archive = zip::ZipArchive::new(whole).map_err(|error| zip_error(&error))?;
    let is_document = ["[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"]
        .iter()
        .any(|name| archive.index_for_name(name).is_some());
    if is_document {
        return Err(Error::new(
            ErrorKind::Input,
            "is an office document, a book or a program, which is not read",
        )
        .hint("save it as text or as a web page first"));
    }
    let unpacked = Arc::new(AtomicU64::new(0));
    let mut order: Vec<(String, usize)> = (0..archive.len())
        .map(|at| {
            let name = archive.name_for_index(at).and_then(|name| match name {
                Ok(name) => Some(name.into_owned()),
                Err(_) => None,
            });
            (name.unwrap_or_default(), at)
        })
        .collect();
    order.sort();
    Ok(Box::new(order.into_iter().flat_map(move |(name, at)| {
        let file = match archive.by_index(at) {
            Ok(file) => file,
            Err(error) => return one(Err(zip_error(&error).in_path(name))),
        };
        if file.is_dir() {
            return nothing();
        }
        // One file that is a bomb is left out alone; many small ones are one together.
        let size = Arc::new(AtomicU64::new(file.compressed_size()));
        let own = Arc::new(AtomicU64::new(0));
        let all = unpacked.load(Ordering::Relaxed);
        let drafts = of_file(
            &name,
            Guarded {
                reader: Guarded {
                    reader: file,
                    packed: Arc::clone(&size),
                    unpacked: Arc::clone(&own),
                },
                packed: Arc::clone(&packed),
                unpacked: Arc::new(AtomicU64::new(all)),
            },
            from,
            depth,
        );
        let own = own.load(Ordering::Relaxed);
        if !is_bomb(own, size.load(Ordering::Relaxed)) {
            unpacked.store(all + own, Ordering::Relaxed);
        }
        drafts
    })))
}

fn zip_error(error: &zip::result::ZipError) -> Error {
    Error::new(
        ErrorKind::Input,
        format!("is a damaged zip archive: {error}"),
    )
}

/// The articles of the files of a tar archive, one file in memory at a time.
pub(super) fn tar_files(
    mut archive: Counted<Box<dyn BufRead + Send>>,
    from: Option<Format>,
    depth: u8,
) -> Drafts {
    let mut done = false;
    Box::new(
        std::iter::from_fn(move || {
            if done {
                return None;
            }
            next_tar_file(&mut archive, from, depth).unwrap_or_else(|error| {
                done = true;
                let what = format!("is a damaged tar archive: {error}");
                Some(one(Err(Error::new(ErrorKind::Input, what))))
            })
        })
        .flatten(),
    )
}

/// The articles of the next file. The archive is looked at anew for each, for its entries borrow it.
fn next_tar_file(
    archive: &mut impl Read,
    from: Option<Format>,
    depth: u8,
) -> io::Result<Option<Drafts>> {
    let mut entries = tar::Archive::new(&mut *archive);
    let mut entries = entries.entries()?;
    let Some(entry) = entries.next() else {
        return Ok(None);
    };
    let mut entry = entry?;
    let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
    let size = entry.size();
    let drafts = if entry.header().entry_type().is_file() {
        of_file(&name, &mut entry, from, depth)
    } else {
        nothing()
    };
    io::copy(&mut entry, &mut io::sink())?;
    let padding = size.next_multiple_of(512) - size;
    if io::copy(&mut archive.take(padding), &mut io::sink())? < padding {
        return Err(io::Error::new(
            io::ErrorKind::UnexpectedEof,
            format!("it ends in the middle of {name}"),
        ));
    }
    Ok(Some(drafts))
}

/// The articles of one file of an archive, read as a file of a folder is.
fn of_file(name: &str, mut file: impl Read, from: Option<Format>, depth: u8) -> Drafts {
    let path = Path::new(name);
    let stays_inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !stays_inside || name.contains('\\') {
        let error = Error::new(
            ErrorKind::Input,
            "names a path outside its archive, and is left out",
        );
        return one(Err(error.in_path(name)));
    }
    let is_hidden = path.components().any(|part| {
        let part = part.as_os_str().to_string_lossy();
        part == "__MACOSX" || (part.starts_with('.') && part != ".")
    });
    if is_hidden || !source::may_be_article(path) {
        return nothing();
    }
    let drafts = held(&mut file).and_then(|file| Opened::new(file, name, from, depth + 1).read());
    let name = name.to_owned();
    Box::new(
        drafts
            .unwrap_or_else(|error| one(Err(error)))
            .map(move |draft| match draft {
                Ok(mut draft) => {
                    draft.within = Some(joined(&name, draft.within.as_deref()));
                    Ok(draft)
                }
                Err(error) => {
                    let inner = error.place().map(|place| place.path.clone());
                    Err(error.in_path(joined(&name, inner.as_deref())))
                }
            }),
    )
}

/// All of `file`, from its beginning: in memory where it is small, else in a file that goes when it is dropped.
fn held(file: &mut impl Read) -> Result<SpooledTempFile> {
    let mut held = SpooledTempFile::new(IN_MEMORY);
    io::copy(file, &mut held)
        .and_then(|_| held.rewind())
        .map_err(|error| broken(&error))?;
    Ok(held)
}

fn joined(outer: &str, inner: Option<&str>) -> String {
    match inner {
        Some(inner) if !inner.is_empty() => format!("{outer}/{inner}"),
        _ => outer.to_owned(),
    }
}

fn nothing() -> Drafts {
    Box::new(std::iter::empty())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail")]

    use std::io::{Cursor, Write};

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::super::open::Opened;

    const FILES: [(&str, &str); 6] = [
        ("a/one.txt", "One held."),
        (
            "a/two.jsonl",
            "{\"text\":\"Two.\"}\n{\"text\":\"Three.\"}\nnonsense\n",
        ),
        ("a/.hidden", "No."),
        ("__MACOSX/x.txt", "No."),
        ("a/picture.png", "No."),
        ("a/binary.txt", "\0"),
    ];

    const FOUND: [&str; 5] = [
        "a/one.txt 0 One held.",
        "a/two.jsonl 1 Two.",
        "a/two.jsonl 2 Three.",
        "a/two.jsonl:3: is no JSON: expected ident",
        "a/binary.txt: is binary, not text: a NUL at byte 0",
    ];

    fn found(bytes: &[u8], name: &str) -> Vec<String> {
        let opened = Opened::new(Cursor::new(bytes.to_vec()), name, None, 0);
        match opened.read() {
            Ok(drafts) => drafts
                .map(|draft| match draft {
                    Ok(draft) => {
                        format!(
                            "{} {} {}",
                            draft.within.unwrap_or_default(),
                            draft.record,
                            draft.text
                        )
                    }
                    Err(error) => error.to_string(),
                })
                .collect(),
            Err(error) => vec![error.to_string()],
        }
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn zip(files: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            let options = zip::write::SimpleFileOptions::default();
            writer.start_file(*name, options).unwrap();
            writer.write_all(content.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn tar(files: &[(&str, &str)]) -> Vec<u8> {
        let mut builder = tar::Builder::new(Vec::new());
        for (name, content) in files {
            let mut header = tar::Header::new_gnu();
            header.set_size(content.len() as u64);
            header.as_gnu_mut().unwrap().name[..name.len()].copy_from_slice(name.as_bytes());
            header.set_cksum();
            builder.append(&header, content.as_bytes()).unwrap();
        }
        builder.into_inner().unwrap()
    }

    #[test]
    fn reads_compressed_sources() {
        let text = b"{\"text\":\"One.\"}";
        assert_eq!(found(&gzip(text), "a.jsonl.gz"), [" 1 One."]);
        assert_eq!(
            found(&[gzip(text), gzip(b"\n"), gzip(text)].concat(), "-"),
            [" 1 One.", " 2 One."]
        );
        assert_eq!(
            found(&zstd::encode_all(&text[..], 1).unwrap(), "a.zst"),
            [" 1 One."]
        );
        assert_eq!(found(&gzip(&gzip(text)), "a.gz.gz"), [" 1 One."]);
    }

    #[test]
    fn reads_the_files_of_archives() {
        let mut sorted = FOUND;
        sorted.sort_unstable();
        let mut in_zip = found(&zip(&FILES), "a.zip");
        in_zip.sort_unstable();
        assert_eq!(in_zip, sorted);
        assert_eq!(found(&tar(&FILES), "a.tar"), FOUND);
        assert_eq!(found(&gzip(&tar(&FILES)), "a.tgz"), FOUND);
    }

    #[test]
    fn refuses_what_is_damaged_or_meant_to_harm() {
        let packed = gzip(&b"words and more words ".repeat(5000));
        let cut = &packed[..packed.len() / 2];
        assert_eq!(
            found(cut, "a.gz"),
            ["is cut short or damaged: incomplete deflate stream"]
        );
        let archive = zip(&FILES);
        assert!(found(&archive[..archive.len() - 30], "a.zip")[0].contains("damaged zip"));
        let outside = "../out.txt: names a path outside its archive, and is left out";
        assert_eq!(found(&zip(&[("../out.txt", "x")]), "a.zip"), [outside]);
        assert_eq!(
            found(&tar(&[("../out.txt", "x"), ("in.txt", "In.")]), "a.tar"),
            [outside, "in.txt 0 In."]
        );
        let archive = tar(&FILES);
        let cut = found(&archive[..700], "a.tar");
        assert_eq!(
            cut,
            ["is a damaged tar archive: it ends in the middle of a/one.txt"]
        );
        let mut deep = b"words".to_vec();
        for _ in 0..10 {
            deep = gzip(&deep);
        }
        assert_eq!(found(&deep, "a"), ["is wrapped in itself too often"]);
    }

    #[test]
    fn a_bomb_among_files_costs_no_other() {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file("a.jsonl", options).unwrap();
        for _ in 0..120 {
            writer.write_all(&vec![b'\n'; 1 << 20]).unwrap();
        }
        writer.start_file("b.txt", options).unwrap();
        writer.write_all(b"Two.").unwrap();
        let found = found(&writer.finish().unwrap().into_inner(), "a.zip");
        assert!(found[0].contains("as only a bomb does"), "{found:?}");
        assert_eq!(found[1..], ["b.txt 0 Two."]);
    }

    #[test]
    fn what_is_large_is_held_on_disk() {
        let line = format!("{{\"text\":\"{}\"}}\n", "é".repeat(super::IN_MEMORY / 4));
        let found = found(&zip(&[("a.jsonl", &line.repeat(4))]), "a.zip");
        assert_eq!(found.len(), 4);
        assert!(found.iter().all(|line| line.len() > super::IN_MEMORY / 2));
    }

    #[test]
    fn refuses_a_bomb() {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&vec![b'\n'; 1 << 20]).unwrap();
        let bomb = encoder.finish().unwrap().repeat(120);
        assert!(found(&bomb, "a.jsonl.gz")[0].contains("as only a bomb does"));
    }
}
