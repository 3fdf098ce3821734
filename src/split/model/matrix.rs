//! A matrix: rows of numbers, and products of them by as many lanes as the processor has.
//!
//! Every number of a product is one sum, added up in the order of the rows whatever stands beside it, and no product is
//! rounded before it is added (fused multiply-add): the number is the same in every batch, on every number of threads and,
//! whatever its lanes, on every processor. One without that instruction computes the same, but much more slowly.

#![expect(
    clippy::inline_always,
    reason = "what is to use the processor's lanes must become part of the function that is compiled for them"
)]

use pulp::{Arch, Simd, WithSimd};

/// Numbers in rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Matrix {
    /// How many rows.
    pub rows: usize,
    /// How many numbers a row.
    pub columns: usize,
    /// The rows one after the other.
    pub values: Vec<f32>,
}

impl Matrix {
    /// All zeros.
    pub fn zeros(rows: usize, columns: usize) -> Self {
        Self {
            rows,
            columns,
            values: vec![0.0; rows * columns],
        }
    }

    /// One row.
    #[inline]
    pub fn row(&self, at: usize) -> &[f32] {
        &self.values[at * self.columns..][..self.columns]
    }

    /// One row, to be changed.
    #[inline]
    pub fn row_mut(&mut self, at: usize) -> &mut [f32] {
        &mut self.values[at * self.columns..][..self.columns]
    }

    /// The product of `self` and `right`, each row added to `bias`.
    #[must_use]
    pub fn times(&self, right: &Panels, bias: Option<&[f32]>) -> Self {
        let mut product = Self::zeros(self.rows, right.columns);
        if let Some(bias) = bias {
            for row in product.values.chunks_exact_mut(right.columns) {
                row.copy_from_slice(bias);
            }
        }
        multiply(Left::of(self), right, &mut product.values);
        product
    }
}

/// The numbers of a panel's row.
const WIDE: usize = 32;

/// The right side of a product: its columns in panels, each row of one contiguous.
#[derive(Debug, Clone, Default)]
pub struct Panels {
    rows: usize,
    columns: usize,
    values: Vec<[f32; WIDE]>,
}

impl Panels {
    /// `matrix` in panels.
    pub fn of(matrix: &Matrix) -> Self {
        let (rows, columns) = (matrix.rows, matrix.columns);
        let mut values = vec![[0.0; WIDE]; columns.div_ceil(WIDE) * rows];
        for (at, row) in matrix.values.chunks_exact(columns.max(1)).enumerate() {
            for (panel, part) in row.chunks(WIDE).enumerate() {
                values[panel * rows + at][..part.len()].copy_from_slice(part);
            }
        }
        Self {
            rows,
            columns,
            values,
        }
    }

    /// The columns of `matrix` as rows.
    pub fn across(matrix: &Matrix) -> Self {
        let (rows, columns) = (matrix.columns, matrix.rows);
        let mut values = vec![[0.0; WIDE]; columns.div_ceil(WIDE) * rows];
        for (at, row) in matrix.values.chunks_exact(rows.max(1)).enumerate() {
            let (panel, lane) = (at / WIDE, at % WIDE);
            for (into, &value) in values[panel * rows..].iter_mut().zip(row) {
                into[lane] = value;
            }
        }
        Self {
            rows,
            columns,
            values,
        }
    }
}

/// The left side of a product.
#[derive(Debug, Clone, Copy)]
pub struct Left<'a> {
    values: &'a [f32],
    rows: usize,
    /// From row to row.
    step: usize,
    /// From column to column.
    by: usize,
}

impl<'a> Left<'a> {
    /// All of `matrix`.
    pub fn of(matrix: &'a Matrix) -> Self {
        Self::part(&matrix.values, matrix.rows, matrix.columns)
    }

    /// `rows` rows of `values`, `step` numbers apart.
    pub fn part(values: &'a [f32], rows: usize, step: usize) -> Self {
        Self {
            values,
            rows,
            step,
            by: 1,
        }
    }

    /// The columns of `matrix` as rows.
    pub fn across(matrix: &'a Matrix) -> Self {
        Self {
            values: &matrix.values,
            rows: matrix.columns,
            step: 1,
            by: matrix.columns,
        }
    }
}

/// Adds the product of `left` and `right` to `sum`, which has as many rows as `left` and as many columns as `right`.
pub fn multiply(left: Left<'_>, right: &Panels, sum: &mut [f32]) {
    if left.rows > 0 && right.rows > 0 {
        Arch::new().dispatch(Product { left, right, sum });
    }
}

struct Product<'a> {
    left: Left<'a>,
    right: &'a Panels,
    sum: &'a mut [f32],
}

impl WithSimd for Product<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        // Two registers wide, and as high as the other registers hold.
        if S::REGISTER_COUNT < 32 {
            self.tiles::<S, 6>(simd);
        } else {
            self.tiles::<S, 12>(simd);
        }
    }
}

impl Product<'_> {
    #[inline(always)]
    fn tiles<S: Simd, const ROWS: usize>(self, simd: S) {
        let Self { left, right, sum } = self;
        let wide = 2 * S::F32_LANES;
        let mut columns_of_left = vec![[0.0; ROWS]; right.rows];
        let mut sums = [[simd.splat_f32s(0.0); 2]; ROWS];
        for first in (0..left.rows).step_by(ROWS) {
            let rows = ROWS.min(left.rows - first);
            for at in 0..rows {
                let row = &left.values[(first + at) * left.step..];
                if left.by == 1 {
                    for (column, value) in columns_of_left.iter_mut().zip(row) {
                        column[at] = *value;
                    }
                } else {
                    for (column, row) in columns_of_left.iter_mut().zip(row.chunks(left.by)) {
                        column[at] = row[0];
                    }
                }
            }
            let sum = &mut sum[first * right.columns..];
            for (nth, panel) in right.values.chunks_exact(right.rows).enumerate() {
                for part in 0..WIDE / wide {
                    let first = nth * WIDE + part * wide;
                    let columns = wide.min(right.columns.saturating_sub(first));
                    if columns == 0 {
                        break;
                    }
                    tile(simd, &columns_of_left, panel, part, &mut sums);
                    for (at, sums) in sums.iter().enumerate().take(rows) {
                        let into = &mut sum[at * right.columns + first..][..columns];
                        put(simd, sums, into);
                    }
                }
            }
        }
    }
}

/// Puts the sums of a tile into `into`: as many rows as the `columns` have numbers, and as wide as two registers.
#[expect(
    clippy::manual_memcpy,
    reason = "the sums stay in registers where each is named by a number that is known"
)]
#[inline(always)]
fn tile<S: Simd, const ROWS: usize>(
    simd: S,
    columns: &[[f32; ROWS]],
    panel: &[[f32; WIDE]],
    part: usize,
    into: &mut [[S::f32s; 2]; ROWS],
) {
    let mut sums = [[simd.splat_f32s(0.0); 2]; ROWS];
    for (column, row) in columns.iter().zip(panel) {
        let (row, _) = S::as_simd_f32s(row);
        let right = [row[2 * part], row[2 * part + 1]];
        for at in 0..ROWS {
            let left = simd.splat_f32s(column[at]);
            sums[at][0] = simd.mul_add_f32s(left, right[0], sums[at][0]);
            sums[at][1] = simd.mul_add_f32s(left, right[1], sums[at][1]);
        }
    }
    // Only now: what is looked at by row stays in memory, and would be written there at each step.
    for at in 0..ROWS {
        into[at] = sums[at];
    }
}

/// Adds a row of a tile.
#[inline(always)]
fn put<S: Simd>(simd: S, sums: &[S::f32s; 2], into: &mut [f32]) {
    if into.len() == 2 * S::F32_LANES {
        let (into, _) = S::as_mut_simd_f32s(into);
        for (into, &sum) in into.iter_mut().zip(sums) {
            *into = simd.add_f32s(*into, sum);
        }
    } else {
        let mut lanes = [0.0; WIDE];
        let (wide, _) = S::as_mut_simd_f32s(&mut lanes);
        wide[..2].copy_from_slice(sums);
        for (into, lane) in into.iter_mut().zip(lanes) {
            *into += lane;
        }
    }
}

/// The hyperbolic tangent, to seven digits: a quotient of polynomials.
#[inline(always)]
pub fn tanh(x: f32) -> f32 {
    let x = x.clamp(-7.905, 7.905);
    let square = x * x;
    let above = square.mul_add(-2.760_768_5e-16, 2.000_188e-13);
    let above = square.mul_add(above, -8.604_672e-11);
    let above = square.mul_add(above, 5.122_297e-8);
    let above = square.mul_add(above, 1.485_722_4e-5);
    let above = square.mul_add(above, 6.372_619e-4);
    let above = square.mul_add(above, 4.893_524_6e-3);
    let below = square.mul_add(1.198_258_4e-6, 1.185_347_1e-4);
    let below = square.mul_add(below, 2.268_434_6e-3);
    let below = square.mul_add(below, 4.893_525e-3);
    x * above / below
}

/// The logistic function.
#[inline(always)]
pub fn logistic(x: f32) -> f32 {
    tanh(0.5 * x).mul_add(0.5, 0.5)
}

#[cfg(test)]
mod tests {
    use super::{Left, Matrix, Panels, logistic, multiply, tanh};

    fn some(rows: usize, columns: usize) -> Matrix {
        let mut matrix = Matrix::zeros(rows, columns);
        for (at, value) in matrix.values.iter_mut().enumerate() {
            *value = ((at * 7 + at / 3) % 11) as f32 - 5.0;
        }
        matrix
    }

    fn naive(a: &Matrix, b: &Matrix) -> Vec<f32> {
        let mut sums = Vec::new();
        for row in 0..a.rows {
            for column in 0..b.columns {
                let terms = (0..a.columns).map(|at| a.row(row)[at] * b.row(at)[column]);
                sums.push(terms.sum());
            }
        }
        sums
    }

    #[test]
    fn products_of_every_shape() {
        for (m, k, n) in [(1, 1, 1), (7, 5, 33), (13, 64, 31), (6, 3, 128), (4, 2, 5)] {
            let (a, b) = (some(m, k), some(k, n));
            let expected = naive(&a, &b);
            assert_eq!(a.times(&Panels::of(&b), None).values, expected);
            let mut turned = Matrix::zeros(n, k);
            for row in 0..k {
                for column in 0..n {
                    turned.row_mut(column)[row] = b.row(row)[column];
                }
            }
            assert_eq!(a.times(&Panels::across(&turned), None).values, expected);
            let mut sum = vec![0.0; k * n];
            let (tall, right) = (some(m, k), some(m, n));
            multiply(Left::across(&tall), &Panels::of(&right), &mut sum);
            let mut lying = Matrix::zeros(k, m);
            for row in 0..m {
                for column in 0..k {
                    lying.row_mut(column)[row] = tall.row(row)[column];
                }
            }
            assert_eq!(sum, naive(&lying, &right));
        }
    }

    #[test]
    fn functions_are_as_exact_as_they_say() {
        for at in -4000_i16..=4000 {
            let x = f32::from(at) / 400.0;
            assert!((tanh(x) - x.tanh()).abs() < 1e-6, "{x}");
            assert!((logistic(x) - 1.0 / (1.0 + (-x).exp())).abs() < 1e-6, "{x}");
        }
    }
}
