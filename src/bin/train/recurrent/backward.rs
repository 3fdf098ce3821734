//! The way back: from what a step's result should have been to what its weights and its input should have been.

#![expect(
    clippy::inline_always,
    reason = "what is to use the processor's lanes must become part of the function that is compiled for them"
)]

use std::ops::Range;

use onrecord::split::model::lstm::{Braid, Pair, Trace, quarters};
use onrecord::split::model::matrix::{Left, Matrix, Panels, multiply, tanh};
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

/// Goes back through a layer: adds to the gradients of `pair` and gives those of its input. `states` are the gradients of
/// the states.
pub(crate) fn layer(
    pair: &Pair,
    braid: &Braid,
    rows: &Matrix,
    trace: &Trace,
    states: &Matrix,
    gradients: &mut Pair,
) -> Matrix {
    let mut input = Matrix::zeros(rows.rows, rows.columns);
    let sides = [
        (&pair.ahead, &mut gradients.ahead),
        (&pair.back, &mut gradients.back),
    ];
    for (side, (lstm, learned)) in sides.into_iter().enumerate() {
        let width = lstm.width();
        let across = Panels::across(&lstm.state);
        let mut gates = Matrix::zeros(rows.rows, 4 * width);
        let mut before = Matrix::zeros(rows.rows, width);
        let (_, most) = if braid.steps() > 0 {
            braid.at(0)
        } else {
            (0, 0)
        };
        let mut carry = Carry {
            states: vec![0.0; most * width],
            cells: vec![0.0; most * width],
        };
        for (step, last) in braid.order(side == 1).rev() {
            let (start, running) = braid.at(step);
            let last = last.map(|last| {
                let (first, count) = braid.at(last);
                (first, count.min(running))
            });
            let known = last.map_or(0, |(_, count)| count);
            Arch::new().dispatch(Back {
                side,
                rows: start..start + running,
                last,
                trace,
                states,
                gates: &mut gates,
                carry: &mut carry,
            });
            carry.states[..most * width].fill(0.0);
            carry.cells[known * width..].fill(0.0);
            let left = Left::part(&gates.values[start * 4 * width..], known, 4 * width);
            multiply(left, &across, &mut carry.states[..known * width]);
            if let Some((first, count)) = last {
                for nth in 0..count {
                    let state = &trace.states.row(first + nth)[side * width..][..width];
                    before.row_mut(start + nth).copy_from_slice(state);
                }
            }
        }
        let right = Panels::of(&gates);
        multiply(Left::across(rows), &right, &mut learned.input.values);
        multiply(Left::across(&before), &right, &mut learned.state.values);
        bias(&gates, &mut learned.bias);
        multiply(
            Left::of(&gates),
            &Panels::across(&lstm.input),
            &mut input.values,
        );
    }
    input
}

/// What the step after hands back.
struct Carry {
    states: Vec<f32>,
    cells: Vec<f32>,
}

/// The way back through the rows of one step.
struct Back<'a> {
    side: usize,
    rows: Range<usize>,
    /// Where the rows of the step before begin, and how many go on.
    last: Option<(usize, usize)>,
    trace: &'a Trace,
    states: &'a Matrix,
    gates: &'a mut Matrix,
    carry: &'a mut Carry,
}

impl WithSimd for Back<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let cells = &self.trace.cells[self.side];
        let width = cells.columns;
        let none = vec![0.0; width];
        for (nth, row) in self.rows.enumerate() {
            let gradient = &self.states.row(row)[self.side * width..][..width];
            let earlier = match self.last {
                Some((first, count)) if nth < count => cells.row(first + nth),
                _ => &none,
            };
            let cells = cells.row(row);
            let carried = &mut self.carry.cells[nth * width..][..width];
            let state = &self.carry.states[nth * width..][..width];
            let opened = self.trace.gates[self.side].row(row);
            let (enter, rest) = opened.split_at(width);
            let (keep, rest) = rest.split_at(width);
            let (new, leave) = rest.split_at(width);
            let leave = &leave[..width];
            let [to_enter, to_keep, to_new, to_leave] = quarters(self.gates.row_mut(row), width);
            for at in 0..width {
                let bent = tanh(cells[at]);
                let state = gradient[at] + state[at];
                let cell = carried[at] + state * leave[at] * (1.0 - bent * bent);
                to_enter[at] = cell * new[at] * enter[at] * (1.0 - enter[at]);
                to_keep[at] = cell * earlier[at] * keep[at] * (1.0 - keep[at]);
                to_new[at] = cell * enter[at] * (1.0 - new[at] * new[at]);
                to_leave[at] = state * bent * leave[at] * (1.0 - leave[at]);
                carried[at] = cell * keep[at];
            }
        }
    }
}
