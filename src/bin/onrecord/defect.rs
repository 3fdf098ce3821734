//! A defect of the program: told in a line, never as a panic.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::sync::{Mutex, PoisonError};

use anyhow::anyhow;

/// The last panic: where it was and what it said.
static LAST: Mutex<String> = Mutex::new(String::new());

/// Panics that are caught and told as errors say nothing by themselves.
pub(crate) fn keep_quiet() {
    set_hook(Box::new(|panic| {
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
    }));
}

/// What `run` gives; an error where it panics.
pub(crate) fn caught<T>(run: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        let last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        let told = last.replace('\n', ": ");
        Err(anyhow!("a defect of onrecord, please report it: {told}"))
    })
}

#[cfg(test)]
mod tests {
    use super::caught;

    #[test]
    fn a_panic_is_an_error() {
        let failed = caught::<()>(|| panic!("on purpose"));
        assert!(failed.is_err_and(|error| error.to_string().contains("a defect of onrecord")));
        assert_eq!(caught(|| Ok(1)).ok(), Some(1));
    }
}
