//! A table: the weights of hashed features, one row of small integers a slot.

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

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn rows_add_up() {
        let table = Table::round(&[[1.0, -0.5], [0.25, 0.5], [0.0, 0.0], [-1.0, 1.0]]);
        assert_eq!(table.bits(), 2);
        let [a, b] = table.score(&[0, 1, 1]);
        assert!((a - 1.5).abs() < 0.03 && (b - 0.5).abs() < 0.03, "{a} {b}");
    }

    #[test]
    fn an_empty_table_knows_nothing() {
        let [score] = Table::<1>::default().score(&[0, 5, 99]);
        assert!(score.abs() < 1e-9);
    }
}
