//! Gradient descent with a step for each weight (`AdaGrad`), for the cues and for the chain.

use onrecord::split::model::chain::{LABELS, OUT, Steps, begins, follows};
use onrecord::split::model::span::Spans;
use onrecord::split::model::table::Table;

use crate::random::Random;

/// Room for a weight for each label, and more for the cache.
const LANES: usize = 8;

/// Weights and the sums of their squared gradients, side by side for the cache.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Row {
    weights: [f32; LANES],
    squares: [f32; LANES],
}

const EMPTY: Row = Row {
    weights: [0.0; LANES],
    squares: [0.0; LANES],
};

/// Examples of what is or is not so: their slots and whether each is.
pub(crate) struct Examples<'a> {
    pub(crate) slots: &'a [u32],
    pub(crate) templates: usize,
    pub(crate) right: &'a [bool],
    /// The examples to learn from.
    pub(crate) of: Vec<u32>,
    pub(crate) bits: u32,
}

pub(crate) const CUE_BITS: u32 = 20;

/// Learns what is so: the weights and the bias.
pub(crate) fn logistic(examples: Examples<'_>, plan: Plan) -> (Table<1>, f32) {
    let Examples {
        slots,
        templates,
        right,
        mut of,
        bits,
    } = examples;
    let Plan {
        epochs,
        rate,
        shrink,
        seed,
    } = plan;
    let mut rows = vec![[0.0_f32; 2]; 1 << bits];
    let mut sums = vec![0.0_f32; 1 << bits];
    let (mut bias, mut bias_square, mut bias_sum) = (0.0_f32, 0.0_f32, 0.0);
    let mut random = Random::new(seed);
    let mut averaged = 0.0;
    for epoch in 0..epochs {
        random.shuffle(&mut of);
        for &word in &of {
            let slots = &slots[word as usize * templates..][..templates];
            let score: f32 = bias
                + slots
                    .iter()
                    .map(|&slot| rows[slot as usize][0])
                    .sum::<f32>();
            let gradient = 1.0 / (1.0 + (-score).exp()) - f32::from(right[word as usize]);
            if gradient.abs() < 1e-4 {
                continue;
            }
            bias_square += gradient * gradient;
            bias -= rate * gradient / (bias_square.sqrt() + 1e-6);
            for &slot in slots {
                let [weight, square] = &mut rows[slot as usize];
                let gradient = gradient + shrink * *weight;
                *square += gradient * gradient;
                *weight -= rate * gradient / (square.sqrt() + 1e-6);
            }
        }
        if epoch >= epochs / 2 {
            averaged += 1.0;
            bias_sum += bias;
            for (sum, row) in sums.iter_mut().zip(&rows) {
                *sum += row[0];
            }
        }
    }
    let weights: Vec<[f32; 1]> = sums.iter().map(|sum| [sum / averaged]).collect();
    (Table::round(&weights), bias_sum / averaged)
}

/// Examples of the chain: windows of words, their slots and labels.
#[derive(Default)]
pub(crate) struct Windows {
    pub(crate) slots: Vec<u32>,
    pub(crate) templates: usize,
    pub(crate) labels: Vec<u8>,
    /// Where each window ends.
    pub(crate) ends: Vec<usize>,
}

pub(crate) const SPAN_BITS: u32 = 19;

/// How weights are trained.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) epochs: usize,
    pub(crate) rate: f32,
    pub(crate) shrink: f32,
    pub(crate) seed: u64,
}

/// Learns to label the words around a cue.
pub(crate) fn spans(windows: &Windows, plan: Plan) -> Spans {
    let Plan {
        epochs,
        rate,
        shrink,
        seed,
    } = plan;
    let mut rows = vec![EMPTY; 1 << SPAN_BITS];
    let mut sums = vec![[0.0_f32; LANES]; 1 << SPAN_BITS];
    let mut steps = Steps::default();
    for from in 0..LABELS {
        for to in 0..LABELS {
            if !follows(from, to) {
                steps.between[from][to] = -50.0;
            }
        }
        if !begins(from) {
            steps.start[from] = -50.0;
        }
    }
    let mut step_squares = Steps::default();
    let mut step_sums = Steps::default();
    let mut order: Vec<usize> = (0..windows.ends.len()).collect();
    let mut random = Random::new(seed);
    let mut averaged = 0.0;
    let mut work = Lattice::default();
    for epoch in 0..epochs {
        random.shuffle(&mut order);
        for &nth in &order {
            let start = if nth == 0 { 0 } else { windows.ends[nth - 1] };
            let end = windows.ends[nth];
            let labels = &windows.labels[start..end];
            let slots =
                |at: usize| &windows.slots[(start + at) * windows.templates..][..windows.templates];
            work.scores.clear();
            for at in 0..labels.len() {
                let mut sums = [0.0; LANES];
                for &slot in slots(at) {
                    for (sum, weight) in sums.iter_mut().zip(&rows[slot as usize].weights) {
                        *sum += weight;
                    }
                }
                work.scores.push(sums);
            }
            work.expect(&steps);
            for pair in labels.windows(2) {
                work.between[pair[0] as usize][pair[1] as usize] -= 1.0;
            }
            for from in 0..LABELS {
                let descend = |weight: &mut f32, square: &mut f32, gradient: f32| {
                    *square += gradient * gradient;
                    *weight -= rate * gradient / (square.sqrt() + 1e-6);
                };
                for to in 0..LABELS {
                    if follows(from, to) {
                        let weight = &mut steps.between[from][to];
                        let gradient = work.between[from][to] + shrink * *weight;
                        descend(weight, &mut step_squares.between[from][to], gradient);
                    }
                }
                if begins(from) {
                    let gradient = work.expected[0][from] - f32::from(labels[0] as usize == from);
                    descend(
                        &mut steps.start[from],
                        &mut step_squares.start[from],
                        gradient,
                    );
                }
            }
            for (at, &label) in labels.iter().enumerate() {
                let mut gradients = work.expected[at];
                gradients[label as usize] -= 1.0;
                if gradients.iter().all(|gradient| gradient.abs() < 1e-4) {
                    continue;
                }
                for &slot in slots(at) {
                    let row = &mut rows[slot as usize];
                    for lane in 0..LANES {
                        let gradient = gradients[lane] + shrink * row.weights[lane];
                        row.squares[lane] += gradient * gradient;
                        row.weights[lane] -= rate * gradient / (row.squares[lane].sqrt() + 1e-6);
                    }
                }
            }
        }
        if epoch >= epochs / 2 {
            averaged += 1.0;
            for (sums, row) in sums.iter_mut().zip(&rows) {
                for (sum, weight) in sums.iter_mut().zip(&row.weights) {
                    *sum += weight;
                }
            }
            for from in 0..LABELS {
                for to in 0..LABELS {
                    step_sums.between[from][to] += steps.between[from][to];
                }
                step_sums.start[from] += steps.start[from];
            }
        }
    }
    // Only the differences between labels count.
    let rows: Vec<_> = sums
        .iter()
        .map(|row| std::array::from_fn(|lane| (row[lane + 1] - row[OUT]) / averaged))
        .collect();
    let steps = Steps {
        between: step_sums.between.map(|row| row.map(|sum| sum / averaged)),
        start: step_sums.start.map(|sum| sum / averaged),
    };
    Spans::new(Table::round(&rows), steps)
}

/// The sums over all paths that training needs.
#[derive(Default)]
pub(crate) struct Lattice {
    /// What the labels of each word are worth.
    pub(crate) scores: Vec<[f32; LANES]>,
    weights: Vec<[f32; LABELS]>,
    forward: Vec<[f32; LABELS]>,
    scales: Vec<f32>,
    /// How likely each label is, word by word.
    pub(crate) expected: Vec<[f32; LANES]>,
    /// How often each step is expected.
    pub(crate) between: [[f32; LABELS]; LABELS],
}

impl Lattice {
    /// What one path is worth.
    pub(crate) fn path(&self, steps: &Steps, labels: &[u8]) -> f64 {
        let mut worth = labels
            .first()
            .map_or(0.0, |&first| f64::from(steps.start[first as usize]));
        for (scores, &label) in self.scores.iter().zip(labels) {
            worth += f64::from(scores[label as usize]);
        }
        for pair in labels.windows(2) {
            worth += f64::from(steps.between[pair[0] as usize][pair[1] as usize]);
        }
        worth
    }

    /// Counts on all paths; the logarithm of the sum of their worth.
    pub(crate) fn expect(&mut self, steps: &Steps) -> f64 {
        let mut total = 0.0;
        let len = self.scores.len();
        let between = steps.between.map(|row| row.map(f32::exp));
        self.weights.clear();
        self.forward.clear();
        self.scales.clear();
        for (at, score) in self.scores.iter().enumerate() {
            let score = &score[..LABELS];
            let most = score.iter().copied().fold(f32::MIN, f32::max);
            let weight: [f32; LABELS] = std::array::from_fn(|label| (score[label] - most).exp());
            let mut now: [f32; LABELS] = if at == 0 {
                std::array::from_fn(|label| steps.start[label].exp() * weight[label])
            } else {
                let last = &self.forward[at - 1];
                std::array::from_fn(|to| {
                    (0..LABELS)
                        .map(|from| last[from] * between[from][to])
                        .sum::<f32>()
                        * weight[to]
                })
            };
            let scale = now.iter().sum::<f32>().max(1e-30);
            now.iter_mut().for_each(|now| *now /= scale);
            total += f64::from(most) + f64::from(scale).ln();
            self.weights.push(weight);
            self.forward.push(now);
            self.scales.push(scale);
        }
        self.between = [[0.0; LABELS]; LABELS];
        self.expected.clear();
        self.expected.resize(len, [0.0; LANES]);
        let mut backward = [1.0_f32; LABELS];
        for at in (0..len).rev() {
            if at + 1 < len {
                let next: [f32; LABELS] = std::array::from_fn(|to| {
                    self.weights[at + 1][to] * backward[to] / self.scales[at + 1]
                });
                for from in 0..LABELS {
                    backward[from] = 0.0;
                    for to in 0..LABELS {
                        let value = between[from][to] * next[to];
                        backward[from] += value;
                        self.between[from][to] += self.forward[at][from] * value;
                    }
                }
            }
            for label in 0..LABELS {
                self.expected[at][label] = self.forward[at][label] * backward[label];
            }
        }
        total
    }
}
