//! Articles that a seeded generator makes of the corpus.

use std::path::Path;

use onrecord::article::Article;
use onrecord::read::{self, Options};
use onrecord::text::Span;
use onrecord::text::paragraph::paragraphs;

/// So many articles, the same for the same seed: each is an article of the corpus without some of its paragraphs.
pub(crate) fn made(count: usize, mut seed: u64) -> Vec<Article> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let options = Options::default();
    let whole: Vec<Article> = read::sources([corpus])
        .flatten()
        .filter(|source| !source.path().ends_with(".expected"))
        .flat_map(|source| read::articles(&source, &options))
        .flatten()
        .collect();
    let mut next = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    };
    (0..count)
        .map(|nth| {
            let from = &whole[usize::try_from(next() >> 16).unwrap_or(0) % whole.len()];
            let kept: Vec<&str> = paragraphs(&from.text, Span::whole(&from.text))
                .into_iter()
                .filter(|_| next() % 4 > 0)
                .map(|paragraph| paragraph.of(&from.text))
                .collect();
            let text = kept.join("\n\n");
            Article {
                id: format!("made-{nth}"),
                body: vec![Span::whole(&text)],
                quotations: Vec::new(),
                text,
                ..from.clone()
            }
        })
        .filter(|article| !article.text.is_empty())
        .collect()
}
