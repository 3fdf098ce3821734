//! A quick hash: for tables whose words nobody can choose so that all fall into one place, or where no harm comes of it.

use std::hash::{BuildHasherDefault, Hasher};

/// Makes hashers for a table.
pub(crate) type Quickly = BuildHasherDefault<Quick>;

/// Mixes in eight bytes at a time.
#[derive(Default)]
pub(crate) struct Quick(u64);

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let mut mix = |part: u64| {
            let mixed = (self.0.rotate_left(23) ^ part).wrapping_mul(FACTOR);
            self.0 = mixed ^ mixed >> 32;
        };
        let (whole, rest) = bytes.as_chunks::<8>();
        for &part in whole {
            mix(u64::from_le_bytes(part));
        }
        let last = rest.iter().fold(0, |all, &byte| all << 8 | u64::from(byte));
        mix(last << 8 | rest.len() as u64);
    }

    fn write_u8(&mut self, _: u8) {
        // What marks the end of a string: its length is in already.
    }

    fn finish(&self) -> u64 {
        self.0.wrapping_mul(FACTOR)
    }
}

#[cfg(test)]
mod tests {
    use std::hash::BuildHasher;

    use super::Quickly;

    #[test]
    fn words_are_told_apart() {
        let words = [
            "",
            "a",
            "b",
            "ab",
            "a\0",
            "senators",
            "senator",
            "a senator of",
        ];
        let mut hashes = words.map(|word| Quickly::default().hash_one(word)).to_vec();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), words.len());
    }
}
