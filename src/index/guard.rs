//! Turns the panics of tantivy into errors.
//!
//! tantivy checks that files are there and whole at their ends when it opens them, and trusts what is inside. A bit that
//! changed there may make it panic anywhere; to who asked that is a damaged index, and nothing else.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::{Error, ErrorKind, Result};

/// What `read` gives; an error where it panics.
pub(super) fn guarded<T>(read: impl FnOnce() -> Result<T>) -> Result<T> {
    // What a panic leaves half done is only ever a cache, and who asked gets no answer from it.
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        Err(Error::new(
            ErrorKind::Damaged,
            "the index is damaged: a part of it makes no sense",
        )
        .hint("`onrecord check` tells how much; `onrecord reindex PATH…` makes it anew from its sources"))
    })
}

#[cfg(test)]
mod tests {
    use super::guarded;
    use crate::error::ErrorKind;

    #[test]
    fn a_panic_is_damage() {
        let kind = guarded(|| -> crate::error::Result<()> { panic!("on purpose") })
            .map_err(|error| error.kind());
        assert_eq!(kind, Err(ErrorKind::Damaged));
        assert_eq!(guarded(|| Ok(1)).ok(), Some(1));
    }
}
