//! A table: the weights of hashed features, one row of small integers a slot.

use super::slots::Taking;

/// Rows of `N` weights; a weight is an integer times `scale`.
#[derive(Debug, Clone)]
pub struct Table<const N: usize> {
    /// What one step of an integer is worth.
    pub scale: f32,
    /// `1 << bits` rows.
    pub rows: Vec<[i8; N]>,
}

impl<const N: usize> Default for Table<N> {
    fn default() -> Self {
        Self {
            scale: 0.0,
            rows: vec![[0; N]],
        }
    }
}

impl<const N: usize> Table<N> {
    /// The logarithm of the number of rows.
    pub fn bits(&self) -> u32 {
        self.rows.len().trailing_zeros()
    }

    /// The sums of the rows at `slots`.
    #[inline]
    pub fn score(&self, slots: &[u32]) -> [f32; N] {
        let mut sums = [0_i16; N];
        for &slot in slots {
            let row = &self.rows[slot as usize & (self.rows.len() - 1)];
            for (sum, &weight) in sums.iter_mut().zip(row) {
                *sum += i16::from(weight);
            }
        }
        sums.map(|sum| f32::from(sum) * self.scale)
    }

    /// Rounds `weights` to a table; what is larger than the scale allows is cut off.
    #[expect(clippy::cast_possible_truncation, reason = "clamped just before")]
    pub fn round(weights: &[[f32; N]]) -> Self {
        let mut sizes: Vec<f32> = weights.iter().flatten().map(|w| w.abs()).collect();
        sizes.sort_unstable_by(f32::total_cmp);
        // A handful of large weights must not coarsen all the others.
        let most = sizes
            .get(sizes.len().saturating_sub(1 + sizes.len() / 50_000))
            .copied()
            .unwrap_or_default()
            .max(1e-6);
        let scale = most / 127.0;
        let rows = weights
            .iter()
            .map(|row| row.map(|w| (w / scale).round().clamp(-127.0, 127.0) as i8))
            .collect();
        Self { scale, rows }
    }
}

impl Table<1> {
    /// The sum of the weights at `slots`.
    #[inline]
    pub fn sum(&self, slots: &[u32]) -> f32 {
        let last = self.rows.len() - 1;
        let sum: i32 = slots
            .iter()
            .map(|&slot| i32::from(self.rows[slot as usize & last][0]))
            .sum();
        sum as f32 * self.scale
    }
}

/// A table of four lanes, read faster: a row is one number, its weights bytes of it, 128 standing for 0.
#[derive(Debug, Clone, Default)]
pub struct Packed {
    scale: f32,
    rows: Vec<u32>,
}

impl Packed {
    /// Packs `table`.
    pub fn new(table: &Table<4>) -> Self {
        let byte = |weight: i8| weight.to_le_bytes()[0] ^ 0x80;
        let rows = table
            .rows
            .iter()
            .map(|row| u32::from_le_bytes(row.map(byte)));
        Self {
            scale: table.scale,
            rows: rows.collect(),
        }
    }

    /// The sum of no rows yet.
    #[inline]
    pub fn adding(&self) -> Adding<'_> {
        Adding {
            rows: &self.rows,
            sum: Sum::default(),
        }
    }

    /// The weights that make up `sum`, which is of at most 256 rows.
    #[inline]
    pub fn scores(&self, sum: Sum) -> [f32; 4] {
        let zero = 128.0 * f32::from(sum.count);
        let lanes = [sum.even, sum.odd, sum.even >> 16, sum.odd >> 16];
        lanes.map(|lane| ((lane & 0xFFFF) as f32 - zero) * self.scale)
    }
}

/// The sum of some rows of a packed table: twice two lanes of sixteen bits, which stay in registers, so that many rows can
/// be on their way at once.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sum {
    even: u32,
    odd: u32,
    count: u16,
}

impl std::ops::Add for Sum {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            even: self.even + other.even,
            odd: self.odd + other.odd,
            count: self.count + other.count,
        }
    }
}

/// Adds up rows of a packed table.
#[derive(Debug)]
pub struct Adding<'t> {
    rows: &'t [u32],
    sum: Sum,
}

impl Adding<'_> {
    /// The sum so far.
    #[inline]
    pub fn sum(&self) -> Sum {
        self.sum
    }
}

impl Taking for Adding<'_> {
    #[inline]
    fn take(&mut self, slot: u32) {
        const EVERY_OTHER: u32 = 0x00FF_00FF;
        let row = self.rows[slot as usize & (self.rows.len() - 1)];
        self.sum.even += row & EVERY_OTHER;
        self.sum.odd += (row >> 8) & EVERY_OTHER;
        self.sum.count += 1;
    }
}

/// A table of a tag's 64 lanes whose rows begin where lines of the cache do.
#[derive(Debug, Clone, Default)]
pub struct Lined {
    rows: Vec<Line>,
}

#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Line([i8; 64]);

impl Lined {
    /// Lines up `table`.
    pub fn new(table: &Table<64>) -> Self {
        Self {
            rows: table.rows.iter().copied().map(Line).collect(),
        }
    }

    /// The sums of the rows at `slots`, in steps of the scale; at most 256 rows.
    #[inline]
    pub fn sums(&self, slots: &[u32]) -> [i16; 64] {
        let last = self.rows.len() - 1;
        // All rows are asked for before the first is added, so that memory is waited for once and not row by row.
        let asked = slots
            .iter()
            .fold(0, |all, &slot| all ^ self.rows[slot as usize & last].0[0]);
        std::hint::black_box(asked);
        let mut sums = [0_i16; 64];
        for &slot in slots {
            for (sum, &weight) in sums.iter_mut().zip(&self.rows[slot as usize & last].0) {
                *sum += i16::from(weight);
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "the sums are of the same integers")]

    use super::{Lined, Packed, Table};
    use crate::split::model::slots::Taking;

    #[test]
    fn rows_add_up() {
        let table = Table::round(&[[1.0, -0.5], [0.25, 0.5], [0.0, 0.0], [-1.0, 1.0]]);
        assert_eq!(table.bits(), 2);
        let [a, b] = table.score(&[0, 1, 1]);
        assert!((a - 1.5).abs() < 0.03 && (b - 0.5).abs() < 0.03, "{a} {b}");
    }

    #[test]
    fn packed_rows_add_up_alike() {
        let table = Table {
            scale: 0.5,
            rows: vec![[127, -127, 0, 1], [100, -100, 3, -128]],
        };
        let slots = [0, 1, 1, 0, 0, 1, 1, 1];
        let packed = Packed::new(&table);
        let sum = |slots: &[u32]| {
            let mut adding = packed.adding();
            slots.iter().for_each(|&slot| adding.take(slot));
            adding.sum()
        };
        let sum = sum(&slots[..3]) + sum(&slots[3..]);
        assert_eq!(packed.scores(sum), table.score(&slots));
        let mut wide = Table::<64> {
            scale: 0.5,
            ..Table::default()
        };
        wide.rows[0][63] = -7;
        let sums = Lined::new(&wide).sums(&slots);
        assert_eq!(sums.map(|sum| f32::from(sum) * 0.5), wide.score(&slots));
    }

    #[test]
    fn an_empty_table_knows_nothing() {
        let empty = Table::<1>::default();
        let [score] = empty.score(&[0, 5, 99]);
        assert!(score.abs() < 1e-9 && empty.sum(&[7, 8]).abs() < 1e-9);
    }
}
