//! Crawls of web pages, as WARC has them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord::read::Format;

fuzz_target!(|bytes: &[u8]| onrecord_fuzz::read("a.warc", Some(Format::Warc), bytes));
