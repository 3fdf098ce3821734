//! A slot: the place in a table of weights that a feature is hashed to.

/// What slots are given to: a list of them, or the sum of the weights that stand there.
pub trait Taking {
    /// Takes the next slot.
    fn take(&mut self, slot: u32);
}

impl Taking for Vec<u32> {
    #[inline]
    fn take(&mut self, slot: u32) {
        self.push(slot);
    }
}

/// Finds the slots of one example, template by template.
///
/// Templates are told apart by the order in which they are added, so one example must add the same
/// templates in the same order as every other.
#[derive(Debug)]
pub struct Slots<'a, T> {
    into: &'a mut T,
    template: u64,
    mask: u32,
}

impl<'a, T: Taking> Slots<'a, T> {
    /// Gives to `into`, slots of a table of `1 << bits` rows.
    #[inline]
    pub fn new(into: &'a mut T, bits: u32) -> Self {
        Self::from(1, into, bits)
    }

    /// The same with templates that are numbered from `first` on.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "the template's number is to become a constant"
    )]
    pub fn from(first: u64, into: &'a mut T, bits: u32) -> Self {
        Self {
            into,
            template: first,
            mask: (1 << bits) - 1,
        }
    }

    /// The slot of the next template where its parts have these values.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "the template's number is to become a constant"
    )]
    pub fn add<const N: usize>(&mut self, parts: [u32; N]) {
        let mut hash = self.template.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        for part in parts {
            hash = (hash ^ u64::from(part)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
            hash ^= hash >> 32;
        }
        hash = hash.wrapping_mul(0xC4CE_B9FE_1A85_EC53);
        self.into.take((hash >> 34) as u32 & self.mask);
        self.template += 1;
    }
}

/// A number for a word or a part of one.
#[inline]
pub const fn hash(bytes: &[u8]) -> u32 {
    let mut hash = 0x811C_9DC5_u32;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash ^ (hash >> 15)
}
