//! An index on disk: what is kept, who may write, what is made of damage.

use std::fs;
use std::path::Path;

use super::sample::Sample;
use super::{Change, Index, Source, Writer, WriterOptions};
use crate::error::ErrorKind;
use crate::query::Query;

const OPTIONS: WriterOptions = WriterOptions {
    threads: 1,
    memory: 1,
};

fn sample(id: &str, text: &str) -> Sample {
    Sample::new(id, "2021-03-04", "Head", text).said(true, &["Ann Lee", "Lee"], &["“yes”"])
}

fn put(writer: &mut Writer, sample: &Sample) -> Change {
    writer.put(&sample.article, &sample.passages).unwrap()
}

fn ids(index: &Index) -> Vec<String> {
    let mut ids = Vec::new();
    let searcher = index.searcher().unwrap();
    searcher
        .for_each_article(|article, passages| {
            let last = passages
                .last()
                .map(|passage| passage.id.clone())
                .unwrap_or_default();
            ids.push(format!("{} {} {last}", article.id, passages.len()));
            true
        })
        .unwrap();
    ids.sort();
    ids
}

fn kind(folder: &Path) -> Option<ErrorKind> {
    Index::open(folder).err().map(|error| error.kind())
}

#[test]
fn an_article_read_again_takes_its_own_place() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::create_or_open(folder.path().join("new/index")).unwrap();
    let mut writer = index.writer(OPTIONS).unwrap();
    assert_eq!(
        put(&mut writer, &sample("a", "He said “yes” twice.\nMore.")),
        Change::New
    );
    assert_eq!(
        put(&mut writer, &sample("a", "He said “yes” twice.\nMore.")),
        Change::Unchanged
    );
    assert_eq!(
        put(&mut writer, &sample("b", "Nobody said “yes” again.")),
        Change::New
    );
    assert_eq!(
        put(&mut writer, &sample("b", "Nobody said “yes”, again.")),
        Change::Replaced
    );
    assert_eq!(ids(&index), [""; 0]);
    assert_eq!(writer.commit().unwrap(), 1);
    assert_eq!(ids(&index), ["a 2 a-quote-8", "b 1 b-quote-12"]);
    assert_eq!(
        put(&mut writer, &sample("a", "He said “yes” twice.\nMore.")),
        Change::Unchanged
    );
    assert_eq!(writer.commit().unwrap(), 1);
    assert_eq!(
        put(&mut writer, &sample("a", "And then he said “yes” twice.")),
        Change::Replaced
    );
    assert!(writer.remove("b").unwrap());
    assert!(!writer.remove("b").unwrap());
    assert!(!writer.remove("c").unwrap());
    let before = index.searcher().unwrap();
    assert_eq!(writer.commit().unwrap(), 2);
    writer.close().unwrap();
    assert_eq!(ids(&index), ["a 1 a-quote-17"]);
    // Who looked before sees what was before.
    assert_eq!(before.count(&Query::default()).unwrap(), 3);
    let searcher = index.searcher().unwrap();
    assert_eq!(searcher.count(&Query::default()).unwrap(), 1);
    let since = |mark| Query {
        new_since: Some(mark),
        ..Query::default()
    };
    assert_eq!(searcher.count(&since(1)).unwrap(), 1);
    assert_eq!(searcher.count(&since(2)).unwrap(), 0);
    let status = searcher.status().unwrap();
    assert_eq!(
        (status.articles, status.quotes, status.facts, status.mark),
        (1, 1, 0, 2)
    );
}

#[test]
fn one_searcher_serves_several_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Index::in_memory().unwrap().searcher().unwrap());
}

#[test]
fn what_is_not_committed_is_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::create_or_open(folder.path()).unwrap();
    let mut writer = index.writer(OPTIONS).unwrap();
    put(&mut writer, &sample("a", "He said “yes”."));
    writer.commit().unwrap();
    put(&mut writer, &sample("a", "He said: “yes”."));
    put(&mut writer, &sample("b", "He said “yes”."));
    drop(writer);
    fs::write(
        folder.path().join("0123456789abcdef0123456789abcdef.store"),
        "left",
    )
    .unwrap();
    let index = Index::open(folder.path()).unwrap();
    assert_eq!(ids(&index), ["a 1 a-quote-8"]);
    drop(index.writer(OPTIONS).unwrap());
    assert!(
        !folder
            .path()
            .join("0123456789abcdef0123456789abcdef.store")
            .exists()
    );
    assert_eq!(ids(&index), ["a 1 a-quote-8"]);
}

#[test]
fn remembers_sources() {
    let index = Index::in_memory().unwrap();
    let mut writer = index.writer(OPTIONS).unwrap();
    let mut source = Source {
        path: "news/ü.txt".to_owned(),
        size: 3,
        articles: vec!["a".to_owned()],
        ..Source::default()
    };
    writer.put_source(&source).unwrap();
    put(&mut writer, &sample("a", "He said “yes”."));
    writer.commit().unwrap();
    assert_eq!(writer.source("news/ü.txt").unwrap().as_ref(), Some(&source));
    assert_eq!(writer.source("news").unwrap(), None);
    source.size = 4;
    writer.put_source(&source).unwrap();
    writer.commit().unwrap();
    assert_eq!(writer.source("news/ü.txt").unwrap(), Some(source));
    writer.forget_source("news/ü.txt").unwrap();
    writer.commit().unwrap();
    assert_eq!(writer.source("news/ü.txt").unwrap(), None);
    assert_eq!(ids(&index), ["a 1 a-quote-8"]);
    assert_eq!(
        index.searcher().unwrap().count(&Query::default()).unwrap(),
        1
    );
}

#[test]
fn one_writes_and_the_other_is_told_who() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::create_or_open(folder.path()).unwrap();
    let other = Index::open(folder.path()).unwrap();
    let mut writer = index.writer(OPTIONS).unwrap();
    let error = other.writer(OPTIONS).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Locked);
    let own = format!("process {}", std::process::id());
    assert!(error.message().contains(&own), "{error}");
    put(&mut writer, &sample("a", "He said “yes”."));
    writer.commit().unwrap();
    drop(writer);
    // The other sees what was written before it had the right to write.
    let mut writer = other.writer(OPTIONS).unwrap();
    assert_eq!(
        put(&mut writer, &sample("a", "He said “yes”.")),
        Change::Unchanged
    );
}

#[test]
fn says_what_a_folder_is() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(kind(folder.path()), Some(ErrorKind::NoIndex));
    assert_eq!(
        kind(&folder.path().join("nowhere")),
        Some(ErrorKind::NoIndex)
    );
    fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    assert_eq!(
        kind(&folder.path().join("notes.txt")),
        Some(ErrorKind::NoIndex)
    );
    let error = Index::create_or_open(folder.path()).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::NoIndex);
    assert_eq!(
        fs::read_to_string(folder.path().join("notes.txt")).unwrap(),
        "mine"
    );
    let own = folder.path().join("index");
    drop(Index::create_or_open(&own).unwrap());
    assert_eq!(kind(&own), None);
    for (version, expected) in [
        ("onrecord index\n99\n", ErrorKind::Format),
        ("onrecord index\n0\n", ErrorKind::Format),
        ("onrecord index\n", ErrorKind::Damaged),
        ("", ErrorKind::Damaged),
    ] {
        fs::write(own.join("format"), version).unwrap();
        assert_eq!(kind(&own), Some(expected), "{version:?}");
        assert_eq!(
            Index::create_or_open(&own).err().map(|error| error.kind()),
            Some(expected),
            "{version:?}"
        );
    }
}

#[test]
fn an_index_with_another_schema_gives_back_what_it_keeps() {
    use tantivy::schema::{STORED, STRING, Schema};
    let folder = tempfile::tempdir().unwrap();
    let mut builder = Schema::builder();
    let tag = builder.add_text_field("tag", STRING);
    let record = builder.add_bytes_field("record", STORED);
    let former = tantivy::Index::create_in_dir(folder.path(), builder.build()).unwrap();
    let mut writer: tantivy::IndexWriter = former.writer_with_num_threads(1, 15_000_000).unwrap();
    let Sample { article, passages } = sample("a", "He said “yes” twice.");
    let source = Source {
        path: "a.txt".to_owned(),
        articles: vec!["a".to_owned()],
        ..Source::default()
    };
    for (kind, bytes) in [
        ("article", super::record::write(&article, &passages).0),
        ("source", source.write()),
    ] {
        let mut document = tantivy::TantivyDocument::default();
        document.add_text(tag, kind);
        document.add_bytes(record, &bytes);
        writer.add_document(document).unwrap();
    }
    let mut prepared = writer.prepare_commit().unwrap();
    prepared.set_payload("7");
    prepared.commit().unwrap();
    drop(writer);
    fs::write(folder.path().join("format"), "onrecord index\n1\n").unwrap();
    assert_eq!(kind(folder.path()), Some(ErrorKind::Format));

    let searcher = Index::open_former(folder.path()).unwrap();
    assert_eq!(searcher.commit(), 7);
    let mut kept = Vec::new();
    searcher
        .for_each_article(|article, passages| {
            kept.push((article, passages));
            true
        })
        .unwrap();
    assert_eq!(kept, [(article, passages)]);
    let mut sources = Vec::new();
    searcher
        .for_each_source(|source| {
            sources.push(source);
            true
        })
        .unwrap();
    assert_eq!(sources, [source]);
}

/// Changes one bit of a file, such that an article can still be read and is another.
fn alter(path: &Path, index: &Index) {
    let article = || index.searcher()?.article("a");
    let bytes = fs::read(path).unwrap();
    let whole = article().unwrap();
    let altered = (0..bytes.len()).any(|at| {
        let mut bytes = bytes.clone();
        bytes[at] ^= 1;
        fs::write(path, bytes).unwrap();
        article().is_ok_and(|article| article.is_some() && article != whole)
    });
    assert!(altered);
}

#[test]
fn damage_is_told_when_its_file_was_put_together_with_others() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::create_or_open(folder.path()).unwrap();
    for id in ["a", "b", "c", "d", "e", "f"] {
        let mut writer = index.writer(OPTIONS).unwrap();
        put(&mut writer, &sample(id, "It said “yes” to quartz."));
        writer.commit().unwrap();
        writer.close().unwrap();
        for entry in fs::read_dir(folder.path()).unwrap() {
            let path = entry.unwrap().path();
            if id == "a" && path.extension().is_some_and(|kind| kind == "store") {
                alter(&path, &index);
            }
        }
    }
    let whole = |file: std::path::PathBuf| index.tantivy().directory().validate_checksum(&file);
    let files = index.files().unwrap().into_iter();
    assert_eq!(
        files
            .map(whole)
            .filter(|whole| !whole.as_ref().unwrap())
            .count(),
        0
    );
    assert_eq!(
        index.check().unwrap().damage,
        ["article a is not as it was written"]
    );
}

#[test]
fn damage_is_told_and_nothing_panics() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::create_or_open(folder.path()).unwrap();
    let mut writer = index.writer(OPTIONS).unwrap();
    for nth in 0..20 {
        put(
            &mut writer,
            &sample(
                &format!("a{nth}"),
                &format!("The {nth} men said “yes” to it.\nAnd {nth} went."),
            ),
        );
    }
    writer.commit().unwrap();
    writer.close().unwrap();
    let checked = index.check().unwrap();
    assert_eq!(
        (checked.articles, checked.passages, &checked.damage[..]),
        (20, 40, &[][..])
    );
    // Whatever is asked, it is answered or refused.
    let ask = || {
        let index = Index::open(folder.path())?;
        let searcher = index.searcher()?;
        for typed in ["men", "\"men said\"", "me*", "-men", "published:2021"] {
            let query = Query {
                expression: crate::query::parse(typed).ok(),
                ..Query::default()
            };
            searcher.search(&query)?;
            searcher.articles(&query)?;
        }
        searcher.article("a3")?;
        searcher.passage("a3-fact-0")?;
        searcher.speakers(&Query::default())?;
        searcher.status()?;
        crate::error::Result::Ok(())
    };
    ask().unwrap();
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    for entry in fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if ["writer", ".managed.json"].contains(&&*name) || name.starts_with(".tantivy") {
            continue;
        }
        let whole = fs::read(&path).unwrap();
        let told = |bytes: &[u8]| {
            fs::write(&path, bytes).unwrap();
            let asked = ask();
            let checked = Index::open(folder.path()).and_then(|index| index.check());
            asked.is_err()
                || checked.is_err()
                || checked.is_ok_and(|checked| !checked.damage.is_empty())
        };
        assert!(told(&[]), "{name} empty");
        assert!(told(&whole[..whole.len() / 2]), "{name} cut short");
        if name != "meta.json" && name != "format" {
            for at in [0, whole.len() / 3, whole.len() / 2] {
                let mut flipped = whole.clone();
                flipped[at] ^= 0x10;
                assert!(told(&flipped), "{name} flipped at {at}");
            }
        }
        fs::remove_file(&path).unwrap();
        assert!(ask().is_err(), "{name} gone");
        fs::write(&path, &whole).unwrap();
    }
    std::panic::set_hook(hook);
    ask().unwrap();
}
