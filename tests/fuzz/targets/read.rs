//! Whatever a file holds, it gives articles whose parts are places of their texts, or errors with a place.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord::read::{self, Format, Options, Source};
use onrecord::text::Span;

fuzz_target!(|input: (u8, &[u8])| {
    let (kind, bytes) = input;
    let path = std::env::temp_dir().join(format!("onrecord-fuzz-{}", std::process::id()));
    std::fs::write(&path, bytes).expect("room for a file");
    // The first byte names the format; past the last, it is told from the bytes.
    let options = Options {
        from: Format::ALL.get(usize::from(kind)).copied(),
        ..Options::default()
    };
    let source = Source::file(&path).expect("the file just written");
    for article in read::articles(&source, &options).take(1000) {
        match article {
            Ok(article) => {
                let whole = Span::whole(&article.text);
                for span in article.body.iter().chain(&article.quotations) {
                    assert!(whole.contains(*span));
                    assert!(article.text.get(span.start..span.end).is_some());
                }
                assert!(article.body.is_sorted_by(|a, b| a.end <= b.start));
            }
            Err(error) => assert!(error.place().is_some(), "{error}"),
        }
    }
});
