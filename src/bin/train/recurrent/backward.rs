//! The way back: from what a step's result should have been to what its weights and its input should have been.

#![expect(
    clippy::inline_always,
    reason = "what is to use the processor's lanes must become part of the function that is compiled for them"
)]

use std::ops::Range;

use onrecord::split::model::matrix::{Left, Matrix, Panels, multiply};
use onrecord::split::model::sru::{Sru, Trace};
use pulp::{Arch, Simd, WithSimd};

/// Adds what `weights` of a product should have been, its input and the gradient of its result known.
pub(crate) fn weights(input: &Matrix, gradient: &Matrix, weights: &mut Matrix) {
    multiply(
        Left::across(input),
        &Panels::of(gradient),
        &mut weights.values,
    );
}

/// The gradient of the input of a product by `weights`.
pub(crate) fn input(gradient: &Matrix, weights: &Matrix) -> Matrix {
    gradient.times(&Panels::across(weights), None)
}

/// Adds the gradient of a row that was added to all.
pub(crate) fn bias(gradient: &Matrix, bias: &mut Matrix) {
    for row in gradient.values.chunks_exact(gradient.columns) {
        for (sum, value) in bias.values.iter_mut().zip(row) {
            *sum += value;
        }
    }
}

/// Multiplies place by place.
pub(crate) fn scale(matrix: &mut Matrix, by: &Matrix) {
    for (value, by) in matrix.values.iter_mut().zip(&by.values) {
        *value *= by;
    }
}

/// Goes back through a layer: adds to the `gradients` of what it `learned` and gives those of its input. `states` are the
/// gradients of the states.
pub(crate) fn layer(
    learned: &Sru,
    runs: &[Range<usize>],
    rows: &Matrix,
    trace: &Trace,
    states: &Matrix,
    gradients: &mut Sru,
) -> Matrix {
    let mut gates = Matrix::zeros(rows.rows, learned.input.columns);
    Arch::new().dispatch(Back {
        learned,
        runs,
        trace,
        states,
        gates: &mut gates,
        lean: &mut gradients.lean.values,
    });
    weights(rows, &gates, &mut gradients.input);
    bias(&gates, &mut gradients.bias);
    input(&gates, &learned.input)
}

/// The way back through the rows of all runs.
struct Back<'a> {
    learned: &'a Sru,
    runs: &'a [Range<usize>],
    trace: &'a Trace,
    states: &'a Matrix,
    gates: &'a mut Matrix,
    lean: &'a mut [f32],
}

impl WithSimd for Back<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let width = self.learned.width();
        let none = vec![0.0; width];
        let mut carried = vec![0.0; width];
        for run in self.runs {
            for side in 0..2 {
                let lean = &self.learned.lean.values[side * 2 * width..][..2 * width];
                let to_lean = &mut self.lean[side * 2 * width..][..2 * width];
                carried.fill(0.0);
                for nth in 0..run.len() {
                    let (at, before) = if side == 1 {
                        (run.start + nth, Some(run.start + nth + 1))
                    } else {
                        (run.end - 1 - nth, (run.end - 1 - nth).checked_sub(1))
                    };
                    let part = |row| &self.trace.cells.row(row)[side * width..][..width];
                    let before = before.filter(|before| run.contains(before));
                    step(
                        &Known {
                            gates: &self.trace.gates.row(at)[side * 3 * width..][..3 * width],
                            cells: part(at),
                            before: before.map_or(&none, part),
                            lean,
                            state: &self.states.row(at)[side * width..][..width],
                        },
                        &mut carried,
                        to_lean,
                        &mut self.gates.row_mut(at)[side * 3 * width..][..3 * width],
                    );
                }
            }
        }
    }
}

struct Known<'a> {
    gates: &'a [f32],
    cells: &'a [f32],
    before: &'a [f32],
    lean: &'a [f32],
    /// The gradient of the state.
    state: &'a [f32],
}

#[inline(always)]
fn step(known: &Known<'_>, carried: &mut [f32], to_lean: &mut [f32], to_gates: &mut [f32]) {
    let width = carried.len();
    let (new, rest) = known.gates.split_at(width);
    let (keep, show) = rest.split_at(width);
    let (lean_keep, lean_show) = known.lean.split_at(width);
    let (to_lean_keep, to_lean_show) = to_lean.split_at_mut(width);
    let (to_new, rest) = to_gates.split_at_mut(width);
    let (to_keep, to_show) = rest.split_at_mut(width);
    let (cells, before, state) = (
        &known.cells[..width],
        &known.before[..width],
        &known.state[..width],
    );
    let (show, lean_show) = (&show[..width], &lean_show[..width]);
    let (to_lean_show, to_show) = (&mut to_lean_show[..width], &mut to_show[..width]);
    for at in 0..width {
        let shown = state[at] * (cells[at] - new[at]) * show[at] * (1.0 - show[at]);
        let cell = carried[at] + state[at] * show[at];
        let kept = cell * (before[at] - new[at]) * keep[at] * (1.0 - keep[at]);
        to_new[at] = state[at] * (1.0 - show[at]) + cell * (1.0 - keep[at]);
        to_keep[at] = kept;
        to_show[at] = shown;
        to_lean_keep[at] += kept * before[at];
        to_lean_show[at] += shown * before[at];
        carried[at] = cell * keep[at] + kept * lean_keep[at] + shown * lean_show[at];
    }
}
