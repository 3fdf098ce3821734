//! Adam: descent whose steps are the mean of the last gradients over their usual size.

#![expect(
    clippy::inline_always,
    reason = "what is to use the processor's lanes must become part of the function that is compiled for them"
)]

use onrecord::split::model::matrix::Matrix;
use pulp::{Arch, Simd, WithSimd};

/// The means of the gradients and of their squares.
pub(crate) struct Adam {
    means: Vec<Vec<f32>>,
    squares: Vec<Vec<f32>>,
    steps: i32,
}

/// Gradients are made no longer than this.
const LONGEST: f32 = 2.0;

impl Adam {
    /// For weights like these.
    pub(crate) fn new(weights: &[&Matrix]) -> Self {
        let zeros = || weights.iter().map(|one| vec![0.0; one.values.len()]);
        Self {
            means: zeros().collect(),
            squares: zeros().collect(),
            steps: 0,
        }
    }

    /// Takes a step down the `gradients`, and empties them.
    pub(crate) fn step(
        &mut self,
        weights: &mut [&mut Matrix],
        gradients: &mut [&mut Matrix],
        rate: f32,
    ) {
        self.steps += 1;
        let square: f64 = gradients.iter().map(|one| length(&one.values)).sum();
        let shorten = (LONGEST / (square.sqrt() as f32).max(1e-9)).min(1.0);
        let rate = rate / (1.0 - MEAN.powi(self.steps));
        let grown = 1.0 / (1.0 - SQUARE.powi(self.steps));
        let moments = self.means.iter_mut().zip(&mut self.squares);
        for ((weights, gradients), (means, squares)) in
            weights.iter_mut().zip(gradients).zip(moments)
        {
            Arch::new().dispatch(Descent {
                weights: &mut weights.values,
                gradients: &mut gradients.values,
                means,
                squares,
                shorten,
                rate,
                grown,
            });
        }
    }
}

const MEAN: f32 = 0.9;
const SQUARE: f32 = 0.999;

/// A step of one matrix.
struct Descent<'a> {
    weights: &'a mut [f32],
    gradients: &'a mut [f32],
    means: &'a mut [f32],
    squares: &'a mut [f32],
    shorten: f32,
    rate: f32,
    grown: f32,
}

impl WithSimd for Descent<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let moments = self.means.iter_mut().zip(self.squares);
        let both = self.weights.iter_mut().zip(self.gradients);
        for ((weight, gradient), (mean, square)) in both.zip(moments) {
            let now = *gradient * self.shorten;
            *mean = MEAN * *mean + (1.0 - MEAN) * now;
            *square = SQUARE * *square + (1.0 - SQUARE) * now * now;
            *weight -= self.rate * *mean / ((*square * self.grown).sqrt() + 1e-8);
            *gradient = 0.0;
        }
    }
}

/// The sum of the squares, in eight lanes so that it is quick.
fn length(values: &[f32]) -> f64 {
    let mut lanes = [0.0_f32; 16];
    let mut sum = 0.0;
    for part in values.chunks(4096) {
        for row in part.chunks_exact(16) {
            for (lane, value) in lanes.iter_mut().zip(row) {
                *lane += value * value;
            }
        }
        let rest = part.chunks_exact(16).remainder();
        sum += rest
            .iter()
            .map(|value| f64::from(value * value))
            .sum::<f64>();
        sum += lanes.iter().map(|&lane| f64::from(lane)).sum::<f64>();
        lanes = [0.0; 16];
    }
    sum
}
