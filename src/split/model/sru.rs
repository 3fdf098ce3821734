//! A recurrent layer (SRU, simple recurrent units): reads runs of rows from both ends and remembers what matters.
//!
//! What a gate makes of a row does not depend on what is remembered but number by number, so that nearly all of the work
//! is one product for all rows at once, and a step from row to row costs next to nothing.

#![expect(
    clippy::inline_always,
    reason = "what is to use the processor's lanes must become part of the function that is compiled for them"
)]

use std::ops::Range;

use pulp::{Arch, Simd, WithSimd};

use super::matrix::{Matrix, Panels, logistic};

/// What both directions have learned. The columns of a direction stand together, ahead and back, and in it those of what is
/// new, of what keeps and of what shows.
#[derive(Debug, Clone, Default)]
pub struct Sru {
    /// From the row read.
    pub input: Matrix,
    /// What is remembered, number by number, is worth to what keeps and what shows; one row.
    pub lean: Matrix,
    /// One row.
    pub bias: Matrix,
}

impl Sru {
    /// Reads rows of `input` numbers and remembers `width` from either side.
    pub fn zeros(input: usize, width: usize) -> Self {
        Self {
            input: Matrix::zeros(input, 6 * width),
            lean: Matrix::zeros(1, 4 * width),
            bias: Matrix::zeros(1, 6 * width),
        }
    }

    /// How many numbers it remembers a direction.
    pub fn width(&self) -> usize {
        self.lean.columns / 4
    }

    /// All that was learned, in order.
    pub fn matrices(&self) -> [&Matrix; 3] {
        [&self.input, &self.lean, &self.bias]
    }

    /// The same, to be changed.
    pub fn matrices_mut(&mut self) -> [&mut Matrix; 3] {
        [&mut self.input, &mut self.lean, &mut self.bias]
    }
}

/// A layer that is ready to read.
#[derive(Debug, Clone, Default)]
pub struct Layer {
    input: Panels,
    lean: Vec<f32>,
    bias: Vec<f32>,
    width: usize,
}

/// What a layer went through, for the trainer to go back.
#[derive(Debug, Default)]
pub struct Trace {
    /// The gates, laid out as what was heard.
    pub gates: Matrix,
    /// What was remembered, both directions in one row.
    pub cells: Matrix,
}

impl Layer {
    /// Gets ready what was learned.
    pub fn new(learned: &Sru) -> Self {
        Self {
            input: Panels::of(&learned.input),
            lean: learned.lean.values.clone(),
            bias: learned.bias.values.clone(),
            width: learned.width(),
        }
    }

    /// What `rows` mean for both directions, whatever is remembered.
    pub fn hear(&self, rows: &Matrix) -> Matrix {
        rows.times(&self.input, Some(&self.bias))
    }

    /// The states after each word; `words` tell which rows of `heard` are read where it is not one after the other, and
    /// nothing is remembered from one of the `runs` to the next. Both directions in one row.
    pub fn read(
        &self,
        heard: &Matrix,
        words: Option<&[u32]>,
        runs: &[Range<usize>],
        trace: Option<&mut Trace>,
    ) -> Matrix {
        let mut states = Matrix::zeros(words.map_or(heard.rows, <[u32]>::len), 2 * self.width);
        Arch::new().dispatch(Reading {
            layer: self,
            heard,
            words,
            runs,
            states: &mut states,
            trace,
        });
        states
    }
}

struct Reading<'a> {
    layer: &'a Layer,
    heard: &'a Matrix,
    words: Option<&'a [u32]>,
    runs: &'a [Range<usize>],
    states: &'a mut Matrix,
    trace: Option<&'a mut Trace>,
}

impl WithSimd for Reading<'_> {
    type Output = ();

    /// The loop is compiled for each kind of lanes; it names none.
    #[inline(always)]
    fn with_simd<S: Simd>(mut self, _: S) {
        let width = self.layer.width;
        let mut cells = vec![0.0; width];
        let mut gates = vec![0.0; 2 * width];
        for run in self.runs {
            for side in 0..2 {
                let lean = &self.layer.lean[side * 2 * width..][..2 * width];
                cells.fill(0.0);
                for nth in 0..run.len() {
                    let at = if side == 0 {
                        run.start + nth
                    } else {
                        run.end - 1 - nth
                    };
                    let row = self.words.map_or(at, |words| words[at] as usize);
                    let heard = self.heard.row(row);
                    let heard = &heard[side * 3 * width..][..3 * width];
                    let state = &mut self.states.row_mut(at)[side * width..][..width];
                    step(heard, lean, &mut cells, state, &mut gates);
                    if let Some(trace) = &mut self.trace {
                        let row = &mut trace.gates.row_mut(at)[side * 3 * width..][..3 * width];
                        row[..width].copy_from_slice(&heard[..width]);
                        row[width..].copy_from_slice(&gates);
                        trace.cells.row_mut(at)[side * width..][..width].copy_from_slice(&cells);
                    }
                }
            }
        }
    }
}

/// One step of one direction.
#[inline(always)]
fn step(heard: &[f32], lean: &[f32], cells: &mut [f32], state: &mut [f32], gates: &mut [f32]) {
    let width = cells.len();
    let (new, rest) = heard.split_at(width);
    let (keep, show) = rest.split_at(width);
    let (lean_keep, lean_show) = lean.split_at(width);
    let (keeps, shows) = gates.split_at_mut(width);
    let (show, lean_show, shows) = (&show[..width], &lean_show[..width], &mut shows[..width]);
    let state = &mut state[..width];
    for at in 0..width {
        let (before, new) = (cells[at], new[at]);
        keeps[at] = logistic(lean_keep[at].mul_add(before, keep[at]));
        shows[at] = logistic(lean_show[at].mul_add(before, show[at]));
        let cell = keeps[at].mul_add(before - new, new);
        state[at] = shows[at].mul_add(cell - new, new);
        cells[at] = cell;
    }
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::single_range_in_vec_init,
        reason = "the runs are ranges, even where there is one"
    )]

    use super::{Layer, Matrix, Sru};

    fn layer() -> Layer {
        let mut learned = Sru::zeros(3, 2);
        for matrix in learned.matrices_mut() {
            for (at, value) in matrix.values.iter_mut().enumerate() {
                *value = ((at * 5 + 3) % 7) as f32 / 4.0 - 0.75;
            }
        }
        Layer::new(&learned)
    }

    fn rows(len: usize) -> Matrix {
        let mut rows = Matrix::zeros(len, 3);
        for (at, value) in rows.values.iter_mut().enumerate() {
            *value = ((at * 4 + 1) % 9) as f32 / 3.0 - 1.0;
        }
        rows
    }

    #[test]
    fn nothing_is_remembered_from_run_to_run() {
        let layer = layer();
        let heard = layer.hear(&rows(9));
        let together = layer.read(&heard, None, &[0..4, 4..5, 5..9], None);
        for run in [0..4, 4..5, 5..9_u32] {
            let words: Vec<u32> = run.clone().collect();
            let alone = layer.read(&heard, Some(&words), &[0..words.len()], None);
            for (nth, at) in run.enumerate() {
                assert_eq!(alone.row(nth), together.row(at as usize));
            }
        }
    }

    #[test]
    fn both_ends_are_known_everywhere() {
        let layer = layer();
        let read = |rows: &Matrix| layer.read(&layer.hear(rows), None, &[0..5], None);
        let mut sequence = rows(5);
        let before = read(&sequence);
        sequence.row_mut(2)[1] = 0.9;
        let after = read(&sequence);
        let changed = |step: usize| {
            let (a, b) = (before.row(step), after.row(step));
            [a[..2] != b[..2], a[2..] != b[2..]]
        };
        assert_eq!(changed(0), [false, true]);
        assert_eq!(changed(2), [true, true]);
        assert_eq!(changed(4), [true, false]);
    }

    #[test]
    fn no_rows() {
        let layer = layer();
        let heard = layer.hear(&Matrix::zeros(0, 3));
        assert_eq!(layer.read(&heard, None, &[], None).rows, 0);
    }
}
