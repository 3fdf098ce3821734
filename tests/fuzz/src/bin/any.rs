//! Files whose format is told from what they hold: wrapped in archives, in other encodings, of no known kind.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| onrecord_fuzz::read("a", None, bytes));
