//! Whatever is typed is a query or an error with a place, and a query written out means the same again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord::query::parse;

fuzz_target!(|typed: &str| {
    match parse(typed) {
        // Brackets inside words are written out as they were typed and could be taken for others.
        Ok(_) if typed.contains('(') => {}
        Ok(meant) => {
            let written = meant.to_string();
            let again = parse(&written).map(|again| again.to_string());
            assert_eq!(again, Ok(written), "{typed:?}");
        }
        Err(error) => assert!(typed.is_char_boundary(error.at), "{typed:?}"),
    }
});
