//! One article in every format that is read, plain and wrapped: each is read into exactly the same article.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use onrecord::article::Article;
use onrecord::error::ErrorKind;
use onrecord::read::{self, Options, Source};

const HEADLINE: &str = "Dam holds for a third night";
const URL: &str = "https://a.example/2020/11/17/dam";
const PARAGRAPHS: [&str; 3] = [
    "The dam above the town held through a third night of rain, and the people below it went home in the morning.",
    "“We held because nobody slept,” said the mayor, Ada Quill. She had feared that the water would come over the wall.",
    "Nobody was hurt, her office said, and the schools in the valley will open again at the end of the week.",
];

fn text() -> String {
    PARAGRAPHS.join("\n\n")
}

fn markup() -> String {
    PARAGRAPHS.map(|words| format!("<p>{words}</p>")).concat()
}

fn page() -> String {
    format!(
        "<!DOCTYPE html><html lang=en><head><title>{HEADLINE} | The Valley Post</title><link rel=canonical href={URL}>\
         <meta property=og:site_name content='The Valley Post'><meta name=author content='Jane Doe'>\
         <meta property=article:published_time content=2020-11-17T20:00:00-05:00></head><body><nav><a href=/>Home</a></nav>\
         <article><h1>{HEADLINE}</h1>{}</article><footer>Imprint</footer></body></html>",
        markup()
    )
}

fn crawl() -> Vec<u8> {
    let answer = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}",
        page()
    );
    format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nContent-Type: application/http; msgtype=response\r\n\
         Content-Length: {}\r\n\r\n{answer}\r\n\r\n",
        answer.len()
    )
    .into_bytes()
}

/// The article in every format, by the name of its file.
pub(crate) fn formats() -> Vec<(&'static str, Vec<u8>)> {
    let text = text();
    let markup = markup();
    let quoted = serde_json::to_string(&text).unwrap_or_default();
    let record = format!(
        "{{\"title\":\"{HEADLINE}\",\"text\":{quoted},\"date\":\"2020-11-17\",\"publisher\":\"The Valley Post\",\
         \"author\":\"Jane Doe\",\"url\":\"{URL}\"}}"
    );
    let rss = format!(
        "<?xml version='1.0'?><rss version='2.0' xmlns:content='c' xmlns:dc='d'><channel><title>The Valley Post</title><item>\
         <title>{HEADLINE}</title><link>{URL}</link><pubDate>Tue, 17 Nov 2020 20:00:00 EST</pubDate><dc:creator>Jane Doe\
         </dc:creator><content:encoded><![CDATA[{markup}]]></content:encoded></item></channel></rss>"
    );
    let atom = format!(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Valley Post</title><entry><title>{HEADLINE}</title>\
         <link href='{URL}'/><published>2020-11-17T20:00:00-05:00</published><author><name>Jane Doe</name></author>\
         <content type='xhtml'><div>{markup}</div></content></entry></feed>"
    );
    let json_feed = format!(
        "{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"The Valley Post\",\"items\":[{{\"title\":\"{HEADLINE}\",\
         \"url\":\"{URL}\",\"date_published\":\"2020-11-17T20:00:00-05:00\",\"authors\":[{{\"name\":\"Jane Doe\"}}],\
         \"content_html\":\"{markup}\"}}]}}"
    );
    let tei = format!(
        "<TEI><teiHeader><fileDesc><titleStmt><title type='main'>{HEADLINE}</title><author>Jane Doe</author></titleStmt>\
         <publicationStmt><publisher>The Valley Post</publisher></publicationStmt><sourceDesc><biblFull><publicationStmt>\
         <ptr target='{URL}'/><date>2020-11-17</date></publicationStmt></biblFull></sourceDesc></fileDesc></teiHeader>\
         <text><body><div>{markup}</div></body></text></TEI>"
    );
    let newsml = format!(
        "<newsMessage><itemSet><newsItem><itemMeta><provider literal='The Valley Post'/><link href='{URL}'/></itemMeta>\
         <contentMeta><contentCreated>2020-11-17T20:00:00-05:00</contentCreated><by>By Jane Doe</by><headline>{HEADLINE}\
         </headline></contentMeta><contentSet><inlineXML><html><body>{markup}</body></html></inlineXML></contentSet></newsItem>\
         </itemSet></newsMessage>"
    );
    vec![
        (
            "labels.txt",
            format!("Title: {HEADLINE}\nAuthor: Jane Doe\nSource: The Valley Post\nDate: 2020-11-17\nURL: {URL}\n\n{text}\n")
                .into_bytes(),
        ),
        (
            "head.txt",
            format!("{HEADLINE}\n\nBy Jane Doe\nThe Valley Post\nNovember 17, 2020\nURL: {URL}\n\n{text}\n").into_bytes(),
        ),
        (
            "front.md",
            format!(
                "---\ntitle: {HEADLINE}\nauthor: Jane Doe\ndate: 2020-11-17\npublisher: The Valley Post\nurl: {URL}\n---\n\n{text}\n"
            )
            .into_bytes(),
        ),
        ("record.json", record.clone().into_bytes()),
        ("list.json", format!("{{\"articles\": [{record}]}}").into_bytes()),
        ("lines.jsonl", format!("{record}\n").into_bytes()),
        (
            "table.csv",
            format!(
                "title,author,date,publication,url,article\n{HEADLINE},Jane Doe,2020-11-17,The Valley Post,{URL},\"{text}\"\n"
            )
            .into_bytes(),
        ),
        ("page.html", page().into_bytes()),
        ("rss.xml", rss.into_bytes()),
        ("atom.xml", atom.into_bytes()),
        ("feed.json", json_feed.into_bytes()),
        ("tei.xml", tei.into_bytes()),
        ("newsml.xml", newsml.into_bytes()),
        ("crawl.warc", crawl()),
    ]
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zip(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .start_file(name, zip::write::SimpleFileOptions::default())
        .unwrap();
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap().into_inner()
}

fn tar(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o644);
    header.set_cksum();
    let mut builder = tar::Builder::new(Vec::new());
    builder.append_data(&mut header, name, bytes).unwrap();
    builder.into_inner().unwrap()
}

/// The same, wrapped in every way.
pub(crate) fn wrapped(name: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    vec![
        (format!("{name}.gz"), gzip(bytes)),
        (format!("{name}.zst"), zstd::encode_all(bytes, 1).unwrap()),
        (format!("{name}.zip"), zip(name, bytes)),
        (format!("{name}.tar"), tar(name, bytes)),
        (format!("{name}.tgz"), gzip(&tar(name, bytes))),
    ]
}

fn articles(path: &Path) -> Vec<onrecord::error::Result<Article>> {
    match Source::file(path) {
        Ok(source) => read::articles(&source, &Options::default()).collect(),
        Err(error) => vec![Err(error)],
    }
}

#[track_caller]
fn case(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    let found = articles(&path);
    let [Ok(article)] = found.as_slice() else {
        panic!("{name}: {found:?}");
    };
    let fields = [
        article.headline.as_deref(),
        article.byline.as_deref(),
        article.publisher.as_deref(),
        article.url.as_deref(),
        article.language.as_deref(),
    ];
    let expected = [HEADLINE, "Jane Doe", "The Valley Post", URL, "en"];
    assert_eq!(fields, expected.map(Some), "{name}");
    let day = article.published.map(|day| day.to_string());
    assert_eq!(day.as_deref(), Some("2020-11-17"), "{name}");
    let body: Vec<&str> = article
        .body
        .iter()
        .map(|span| span.of(&article.text))
        .collect();
    assert_eq!(body, [text()], "{name}");
}

#[test]
fn every_format_gives_the_same_article() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in formats() {
        case(folder.path(), name, &bytes);
    }
}

#[test]
fn every_wrapping_gives_the_same_article() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in formats() {
        for (name, bytes) in wrapped(name, &bytes) {
            case(folder.path(), &name, &bytes);
        }
    }
}

#[test]
fn the_format_is_told_without_a_name() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in formats() {
        // Plain text and Markdown without front matter are told apart by name alone.
        case(
            folder.path(),
            name.split('.').next().unwrap_or(name),
            &bytes,
        );
    }
}

#[test]
fn other_encodings_give_the_same_article() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in formats() {
        if name == "crawl.warc" {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        let utf16: Vec<u8> = std::iter::once(0xfeff)
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        case(folder.path(), &format!("wide.{name}"), &utf16);
        case(
            folder.path(),
            &format!("marked.{name}"),
            format!("\u{feff}{text}").as_bytes(),
        );
    }
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_else_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let broken = |name: &str, bytes: &[u8], reason: &str| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let found = articles(&path);
        let error = found.iter().find_map(|article| article.as_ref().err());
        let error = error.unwrap_or_else(|| panic!("{name}: {found:?}"));
        assert_eq!(error.kind(), ErrorKind::Input, "{name}: {error}");
        assert!(error.to_string().contains(reason), "{name}: {error}");
        assert!(
            error
                .place()
                .is_some_and(|place| Path::new(&place.path).starts_with(&path))
        );
        found.iter().filter(|article| article.is_ok()).count()
    };
    let line = "{\"text\":\"Words.\"}\n";
    let lines = line.repeat(40_000);
    let cut = format!("{}{}", line.repeat(39_999), &line[..9]);
    assert_eq!(
        broken(
            "cut.jsonl",
            cut.as_bytes(),
            ":40000: the JSON ends too early"
        ),
        39_999
    );
    let list = format!(
        "[{}{}",
        "{\"text\":\"Words.\"},\n".repeat(9),
        "[".repeat(100_000)
    );
    let cut = "the JSON ends before its list does";
    assert_eq!(broken("cut.json", list.as_bytes(), cut), 9);
    let deep = format!("{{\"text\":{}1", "[".repeat(100_000));
    assert_eq!(broken("deep.json", deep.as_bytes(), "is no JSON"), 0);
    assert_eq!(broken("none.json", b"[]", "without an article"), 0);
    let packed = gzip(lines.as_bytes());
    assert!(
        broken(
            "cut.gz",
            &packed[..packed.len() / 2],
            "cut short or damaged"
        ) > 1
    );
    let archive = zip("a.txt", b"Words.");
    assert_eq!(
        broken("cut.zip", &archive[..archive.len() / 2], "damaged zip"),
        0
    );
    let crawl = crawl();
    assert_eq!(
        broken(
            "cut.warc",
            &crawl[..crawl.len() / 2],
            "ends in the middle of the record"
        ),
        0
    );
    let deep = "<div>".repeat(100_000);
    assert_eq!(
        broken("deep.html", format!("<html>{deep}").as_bytes(), "512 deep"),
        0
    );
    assert_eq!(
        broken(
            "outside.zip",
            &zip("../a.txt", b"Words."),
            "outside its archive"
        ),
        0
    );
    assert_eq!(
        broken("none.xml", b"<rss><channel/></rss>", "without items"),
        0
    );
    assert_eq!(broken("empty.txt", b"", "is empty"), 0);
    assert_eq!(broken("binary.txt", b"\x7fELF\0\0", "binary"), 0);
    assert_eq!(broken("cut.md", b"---\ntitle: x\n---\n", "has no text"), 0);
    assert_eq!(broken("head.csv", b"title,text\nOne,\n", "no text"), 0);
}

/// What only an input of many megabytes shows: no such thing is taken into memory, and what follows it is read.
#[test]
#[ignore = "long: cargo test --release -- --ignored"]
fn what_is_far_too_long_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let read = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        articles(&path)
            .into_iter()
            .map(|article| match article {
                Ok(article) => article.text,
                Err(error) => error.message().to_owned(),
            })
            .collect::<Vec<_>>()
    };
    let good = "{\"text\":\"Words.\"}\n";
    let long = format!("{{\"text\":\"{}\"}}\n{good}", "word ".repeat(20_000_000));
    assert_eq!(
        read("line.jsonl", long.as_bytes()),
        ["is a text of 95 MB, and so no article", "Words."]
    );
    let longer = format!("{{\"text\":\"{}\"}}\n{good}", "word ".repeat(60_000_000));
    assert_eq!(
        read("longer.jsonl", longer.as_bytes()),
        ["is longer than 256 MB", "Words."]
    );
    let open = format!(
        "title,text\nOne,Words.\nTwo,\"never closed\n{}",
        "Three,Words.\n".repeat(8_000_000)
    );
    let found = read("open.csv", open.as_bytes());
    assert_eq!(found.len(), 2);
    assert_eq!(found[0], "Words.");
    assert!(
        found[1].contains("is a quotation mark left open?"),
        "{}",
        found[1]
    );
    let text = "word ".repeat(20_000_000);
    assert!(read("long.txt", text.as_bytes())[0].contains("and so no article"));
}

#[cfg(unix)]
#[test]
fn a_named_pipe_is_refused_and_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    if made.is_ok_and(|status| status.success()) {
        let found = articles(&path);
        assert!(
            found[0]
                .as_ref()
                .is_err_and(|error| error.message().contains("named pipe"))
        );
    }
}
