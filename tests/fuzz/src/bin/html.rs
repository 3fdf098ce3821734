//! Web pages, whole and in pieces.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord::read::Format;

fuzz_target!(|bytes: &[u8]| onrecord_fuzz::read("a.html", Some(Format::Html), bytes));
