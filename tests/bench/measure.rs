//! What a bench of one function cannot tell: ingest beside raw tantivy, and how long the slowest of many queries takes.
#![expect(clippy::print_stdout, reason = "what was measured is told")]

mod made;

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use onrecord::article::Article;
use onrecord::index::{Index, WriterOptions};
use onrecord::passage::Passage;
use onrecord::query::{self, Query};
use onrecord::read::{self, Options};
use onrecord::split;
use onrecord::text::marks::quotations;
use onrecord::text::paragraph::paragraphs;
use onrecord::text::sentence::sentences;
use onrecord::text::token::tokens;
use serde_json::{Value, json};
use tantivy::schema::{IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions};

const USAGE: &str = "\
cargo bench --bench measure -- ingest [ARTICLES.jsonl]
cargo bench --bench measure -- latency INDEX QUERIES";

fn main() -> Result<()> {
    // cargo puts a flag of its own at the end.
    let typed: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    let words: Vec<&str> = typed.iter().map(String::as_str).collect();
    match words[..] {
        ["ingest"] => {
            let folder = tempfile::tempdir()?;
            let path = folder.path().join("made.jsonl");
            let mut lines = BufWriter::new(File::create(&path)?);
            for article in made::made(5000, 3) {
                let date = article.published.map(|day| day.to_string());
                let one = json!({"id": article.id, "title": article.headline, "text": article.text, "date": date,
                    "publisher": article.publisher, "author": article.byline, "url": article.url});
                writeln!(lines, "{one}")?;
            }
            lines.flush()?;
            ingest(&path)
        }
        ["ingest", articles] => ingest(Path::new(articles)),
        ["latency", index, queries] => latency(Path::new(index), Path::new(queries)),
        [] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("{USAGE}"),
    }
}

/// Times of one run: on the clock, and of all processors.
#[derive(Clone, Copy)]
struct Times {
    wall: f64,
    cpu: f64,
}

fn timed(work: impl FnOnce() -> Result<()>) -> Result<Times> {
    let (start, before) = (Instant::now(), processors()?);
    work()?;
    Ok(Times {
        wall: start.elapsed().as_secs_f64(),
        cpu: processors()? - before,
    })
}

/// Seconds of processors that this process has had.
fn processors() -> Result<f64> {
    let told =
        fs::read_to_string("/proc/self/stat").context("processor time is read on Linux only")?;
    // The name before may hold anything but a bracket that closes.
    let (_, numbers) = told.rsplit_once(')').context("a line of the system")?;
    let ticks = numbers.split_whitespace().skip(11).take(2);
    let ticks = ticks.map(str::parse::<f64>).sum::<Result<f64, _>>()?;
    Ok(ticks / 100.0)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Ingest without attribution (reading, marks, sentences, storing what was split before), in turn with raw tantivy
/// that indexes the same passages ready-made, with headline and the like on each.
fn ingest(path: &Path) -> Result<()> {
    const RUNS: usize = 5;
    let folder = tempfile::tempdir()?;
    let mut split: HashMap<String, Vec<Passage>> = HashMap::new();
    let ready = folder.path().join("ready.jsonl");
    let mut lines = BufWriter::new(File::create(&ready)?);
    let mut whole = Duration::ZERO;
    for article in articles(path) {
        let article = article?;
        let start = Instant::now();
        let passages = split::passages(&article);
        whole += start.elapsed();
        for passage in &passages {
            let one = json!({"id": passage.id, "title": article.headline, "text": passage.words.text(),
                "date": article.published.map(|day| day.to_string()), "publisher": article.publisher,
                "author": article.byline, "url": article.url});
            writeln!(lines, "{one}")?;
        }
        split.insert(article.id.clone(), passages);
    }
    lines.flush()?;
    let (mut walls, mut cpus) = (Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let ours = timed(|| {
            without_attribution(path, &split, &folder.path().join(format!("ours-{run}")))
        })?;
        let raw = timed(|| raw(&ready, &folder.path().join(format!("raw-{run}"))))?;
        println!(
            "onrecord without attribution {:.2} s ({:.2} cpu-s), raw tantivy {:.2} s ({:.2} cpu-s)",
            ours.wall, ours.cpu, raw.wall, raw.cpu
        );
        // The first warms up.
        if run > 0 {
            walls.push(ours.wall / raw.wall);
            cpus.push(ours.cpu / raw.cpu);
        }
    }
    let passages: usize = split.values().map(Vec::len).sum();
    println!(
        "{} articles, {passages} passages, split on one thread in {:.2} s; ingest without attribution over raw tantivy: wall {:.2}, cpu {:.2}",
        split.len(),
        whole.as_secs_f64(),
        median(walls),
        median(cpus)
    );
    Ok(())
}

fn articles(path: &Path) -> impl Iterator<Item = onrecord::error::Result<Article>> {
    let options = Options::default();
    read::sources([PathBuf::from(path)])
        .flatten()
        .flat_map(move |source| read::articles(&source, &options))
}

/// As the program does it, one thread storing what another hands on.
fn without_attribution(
    path: &Path,
    split: &HashMap<String, Vec<Passage>>,
    folder: &Path,
) -> Result<()> {
    let index = Index::create_or_open(folder)?;
    let mut writer = index.writer(WriterOptions::default())?;
    let (hand, handed) = sync_channel(64);
    thread::scope(|scope| {
        scope.spawn(move || {
            for article in articles(path).flatten() {
                std::hint::black_box(laid_out(&article));
                if hand.send(article).is_err() {
                    break;
                }
            }
        });
        for article in handed {
            writer.put(&article, &split[&article.id])?;
        }
        writer.commit()?;
        writer.close()?;
        Ok(())
    })
}

/// The sentences of an article, whether its quotation marks part them or not.
fn laid_out(article: &Article) -> usize {
    let paragraphs: Vec<_> = article
        .body
        .iter()
        .flat_map(|&span| paragraphs(&article.text, span))
        .collect();
    let marks = quotations(&article.text, &paragraphs).len();
    let sentences = paragraphs.iter().map(|&paragraph| {
        sentences(&article.text, paragraph, &tokens(&article.text, paragraph)).len()
    });
    marks + sentences.sum::<usize>()
}

/// tantivy by itself: the passages as they are, two threads, 200 MB.
fn raw(ready: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let words = TextFieldIndexing::default()
        .set_tokenizer("en_stem")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let words = TextOptions::default()
        .set_indexing_options(words)
        .set_stored();
    let mut schema = Schema::builder();
    let fields = [
        ("id", schema.add_text_field("id", STRING | STORED)),
        ("title", schema.add_text_field("title", words.clone())),
        ("text", schema.add_text_field("text", words)),
        ("date", schema.add_text_field("date", STRING | STORED)),
        (
            "publisher",
            schema.add_text_field("publisher", STRING | STORED),
        ),
        ("author", schema.add_text_field("author", STORED)),
        ("url", schema.add_text_field("url", STORED)),
    ];
    let index = tantivy::Index::create_in_dir(folder, schema.build())?;
    let mut writer = index.writer_with_num_threads(2, 200 << 20)?;
    for line in BufReader::new(File::open(ready)?).lines() {
        let passage: Value = serde_json::from_str(&line?)?;
        let mut document = tantivy::TantivyDocument::default();
        for (name, field) in fields {
            if let Some(value) = passage[name].as_str().filter(|value| !value.is_empty()) {
                document.add_text(field, value);
            }
        }
        writer.add_document(document)?;
    }
    writer.commit()?;
    Ok(())
}

/// Each query of the file, a line each, to an index that is open, on one thread: the best of three after one to warm up.
fn latency(index: &Path, queries: &Path) -> Result<()> {
    let searcher = Index::open(index)?.searcher()?;
    let mut took: Vec<(Duration, String, usize)> = Vec::new();
    for line in fs::read_to_string(queries)?.lines() {
        let query = Query {
            expression: Some(query::parse(line)?),
            ..Query::default()
        };
        let mut best = Duration::MAX;
        let mut total = 0;
        for run in 0..4 {
            let start = Instant::now();
            total = searcher.search(&query)?.total;
            if run > 0 {
                best = best.min(start.elapsed());
            }
        }
        took.push((best, line.to_owned(), total));
    }
    took.sort();
    let at = |percent: usize| took[(took.len() - 1) * percent / 100].0;
    println!(
        "{} queries: p50 {:?}, p90 {:?}, p99 {:?}, longest {:?}",
        took.len(),
        at(50),
        at(90),
        at(99),
        at(100)
    );
    for (time, query, total) in took.iter().rev().take(8) {
        println!("{time:?}  {query}  {total} found");
    }
    Ok(())
}
