//! What holds of everything that is read and split, whatever the bytes were.

use std::fs;

use onrecord::article::Article;
use onrecord::passage::Passage;
use onrecord::read::{self, Format, Options, Source};
use onrecord::split;
use onrecord::text::{Excerpt, Span};

/// No file gives more articles than this before it is another's turn.
const ARTICLES: usize = 200;

/// Reads `bytes` as a file of this name, in the format given or else told from it, and splits what it gives.
///
/// # Panics
/// When an article or a passage is not as it should be.
pub fn read(name: &str, from: Option<Format>, bytes: &[u8]) {
    let path = std::env::temp_dir().join(format!("onrecord-{}-{name}", std::process::id()));
    fs::write(&path, bytes).expect("room for a file");
    let options = Options {
        from,
        ..Options::default()
    };
    let source = Source::file(&path).expect("the file just written");
    for article in read::articles(&source, &options).take(ARTICLES) {
        match article {
            Ok(article) => {
                stands(&article);
                split(&article);
            }
            Err(error) => assert!(error.place().is_some(), "{error}"),
        }
    }
}

/// The parts of an article are places of its text, in order.
fn stands(article: &Article) {
    for spans in [&article.body, &article.quotations] {
        places(&article.text, spans);
    }
    assert!(!article.id.is_empty());
}

/// Splits an article.
///
/// # Panics
/// When its passages are not in order, or do not say what stands at their places.
pub fn split(article: &Article) -> Vec<Passage> {
    let passages = split::passages(article);
    let mut last = 0;
    for passage in &passages {
        excerpt(&article.text, &passage.words);
        excerpt(&article.text, &passage.context);
        assert!(!passage.words.spans().is_empty(), "a passage without words");
        if let Some(said) = &passage.said {
            excerpt(&article.text, &said.words);
            assert!(said.days.from <= said.days.to);
        }
        if let Some(attribution) = passage.kind.attribution() {
            for part in [&attribution.source, &attribution.cue]
                .into_iter()
                .flatten()
            {
                excerpt(&article.text, part);
            }
        }
        let start = passage.words.extent().start;
        assert!(start >= last, "passages stand in order");
        last = start;
    }
    covered(article, &passages);
    passages
}

/// Looks at what a record gave, which need not be in order.
///
/// # Panics
/// When a passage does not say what stands at its places.
pub fn record(article: &Article, passages: &[Passage]) {
    for passage in passages {
        for part in [&passage.words, &passage.context] {
            says(&article.text, part);
        }
    }
}

/// Every word of the body stands in a passage or in what stands around one.
fn covered(article: &Article, passages: &[Passage]) {
    let mut spans: Vec<Span> = passages
        .iter()
        .flat_map(|passage| passage.words.spans().iter().chain(passage.context.spans()))
        .copied()
        .collect();
    spans.sort_unstable();
    for body in &article.body {
        for left in body.without(&spans) {
            let words = left.of(&article.text);
            assert!(
                !words.contains(char::is_alphanumeric),
                "{words:?} at {left:?} is in no passage"
            );
        }
    }
}

fn excerpt(text: &str, excerpt: &Excerpt) {
    places(text, excerpt.spans());
    says(text, excerpt);
}

fn says(text: &str, excerpt: &Excerpt) {
    let words: Vec<&str> = excerpt.spans().iter().map(|span| span.of(text)).collect();
    assert_eq!(excerpt.text(), words.join(" "));
}

/// The spans are places of the text, on characters and in order.
fn places(text: &str, spans: &[Span]) {
    for span in spans {
        assert!(
            text.get(span.start..span.end).is_some(),
            "{span:?} is no place of {text:?}"
        );
    }
    assert!(spans.is_sorted_by(|a, b| a.end <= b.start), "{spans:?}");
}
