//! JSON: one article, a list, a feed, one article a line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord::read::Format;

fuzz_target!(|bytes: &[u8]| onrecord_fuzz::read("a.json", Some(Format::Json), bytes));
