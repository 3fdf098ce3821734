//! TEI, as corpora keep articles.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord::read::Format;

fuzz_target!(|bytes: &[u8]| onrecord_fuzz::read("a.xml", Some(Format::Tei), bytes));
