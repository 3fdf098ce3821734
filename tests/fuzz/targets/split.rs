//! Whatever an article says, its passages stand in it: on characters, in order, with the words that stand there.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord::article::Article;
use onrecord::split;
use onrecord::text::Span;

fuzz_target!(|text: String| {
    let body = vec![Span::whole(&text)];
    let article = Article {
        id: "a".to_owned(),
        text,
        body,
        ..Article::default()
    };
    let mut last = 0;
    for passage in split::passages(&article) {
        for excerpt in [&passage.words, &passage.context] {
            let mut end = 0;
            let mut words = Vec::new();
            for span in excerpt.spans() {
                assert!(span.start >= end && span.start <= span.end);
                end = span.end;
                words.push(
                    article
                        .text
                        .get(span.start..span.end)
                        .expect("a place of the text"),
                );
            }
            assert_eq!(excerpt.text(), words.join(" "));
        }
        let start = passage.words.extent().start;
        assert!(start >= last, "passages stand in order");
        last = start;
    }
});
