//! Articles of any text, in one piece or in paragraphs, with and without headline, day and block quotations.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord::article::Article;
use onrecord::text::Span;

fuzz_target!(|input: (u8, &[u8])| {
    let (kind, bytes) = input;
    let has = |bit: u8| kind >> bit & 1 == 1;
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut paragraphs = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(&text);
        at += line.len();
        if !span.is_empty() {
            paragraphs.push(span);
        }
    }
    let headline = paragraphs.first().filter(|_| has(0)).copied();
    let article = Article {
        id: "a".to_owned(),
        headline: headline.map(|span| span.of(&text).to_owned()),
        publisher: has(1).then(|| "The Valley Post".to_owned()),
        published: has(2).then(|| "2020-11-19".parse().expect("a day")),
        language: has(3).then(|| "en".to_owned()),
        body: if has(4) {
            paragraphs.clone()
        } else {
            vec![Span::whole(&text)]
        },
        quotations: paragraphs
            .iter()
            .copied()
            .skip(1)
            .step_by(3)
            .filter(|_| has(5))
            .collect(),
        text,
        ..Article::default()
    };
    onrecord_fuzz::split(&article);
});
