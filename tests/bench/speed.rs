//! How fast: splitting, ingesting, one query cold and warm, on articles that a seeded generator makes of the corpus.

mod made;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use onrecord::article::Article;
use onrecord::index::{Index, WriterOptions};
use onrecord::passage::Passage;
use onrecord::query::{self, Query};
use onrecord::split;
use tempfile::TempDir;

use made::made;

fn main() {
    divan::main();
}

fn bytes(articles: &[Article]) -> BytesCount {
    BytesCount::new(
        articles
            .iter()
            .map(|article| article.text.len())
            .sum::<usize>(),
    )
}

/// One thread, an article at a time.
#[divan::bench(sample_count = 10)]
fn splitting(bencher: Bencher) {
    let articles = made(100, 1);
    bencher
        .counter(bytes(&articles))
        .counter(ItemsCount::new(articles.len()))
        .bench_local(|| {
            for article in &articles {
                black_box(split::passages(article));
            }
        });
}

fn cut(count: usize) -> Vec<(Article, Vec<Passage>)> {
    made(count, 2)
        .into_iter()
        .map(|article| {
            let passages = split::passages(&article);
            (article, passages)
        })
        .collect()
}

fn filled(articles: &[(Article, Vec<Passage>)]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let index = Index::create_or_open(folder.path()).expect("an index");
    let mut writer = index.writer(WriterOptions::default()).expect("a writer");
    for (article, passages) in articles {
        writer.put(article, passages).expect("room on the disk");
    }
    writer.commit().expect("room on the disk");
    writer.close().expect("room on the disk");
    folder
}

/// What is split already, into a new index on disk: storing, one commit, parts put together.
#[divan::bench(sample_count = 10)]
fn ingesting(bencher: Bencher) {
    let articles = cut(500);
    let size: usize = articles.iter().map(|(article, _)| article.text.len()).sum();
    bencher
        .counter(BytesCount::new(size))
        .counter(ItemsCount::new(articles.len()))
        .bench_local(|| filled(&articles));
}

fn asked() -> Query {
    Query {
        expression: query::parse("council OR minister said").ok(),
        ..Query::default()
    }
}

/// The index opened for one query, its files in the system's memory.
#[divan::bench]
fn query_cold(bencher: Bencher) {
    let folder = filled(&cut(500));
    let query = asked();
    bencher.bench_local(|| {
        let searcher = Index::open(folder.path())
            .and_then(|index| index.searcher())
            .expect("an index");
        black_box(searcher.search(&query).expect("an answer").total)
    });
}

/// One query of many to an index that is open.
#[divan::bench]
fn query_warm(bencher: Bencher) {
    let folder = filled(&cut(500));
    let searcher = Index::open(folder.path())
        .and_then(|index| index.searcher())
        .expect("an index");
    let query = asked();
    bencher.bench_local(|| black_box(searcher.search(&query).expect("an answer").total));
}
