//! Files of plain text, in whatever encoding.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord::read::Format;

fuzz_target!(|bytes: &[u8]| onrecord_fuzz::read("a.txt", Some(Format::Text), bytes));
