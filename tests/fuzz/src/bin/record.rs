//! Records of an index: whatever the bytes, they are an article with passages that say what stands there, or an error.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: Vec<u8>| {
    if let Ok((article, passages)) = onrecord::index::record(bytes) {
        onrecord_fuzz::record(&article, &passages);
    }
});
