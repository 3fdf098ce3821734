//! A recurrent layer (LSTM): reads sequences of rows from both ends and remembers what matters.

#![expect(
    clippy::inline_always,
    reason = "what is to use the processor's lanes must become part of the function that is compiled for them"
)]

use pulp::{Arch, Simd, WithSimd};

use super::matrix::{Left, Matrix, Panels, logistic, multiply, tanh};

/// Sequences side by side: first the first row of each, then the second of each that has one, and so on; longer ones first,
/// so that the rows of one step stand together and those of the next are the first of them.
#[derive(Debug, Default)]
pub struct Braid {
    /// Where the rows of each step begin, and where those of the last end.
    starts: Vec<usize>,
}

impl Braid {
    /// Sequences of these lengths, which fall.
    pub fn new(lengths: &[usize]) -> Self {
        let steps = lengths.first().copied().unwrap_or(0);
        let mut starts = Vec::with_capacity(steps + 1);
        let mut rows = 0;
        let mut running = lengths.len();
        for step in 0..steps {
            while lengths[running - 1] <= step {
                running -= 1;
            }
            starts.push(rows);
            rows += running;
        }
        starts.push(rows);
        Self { starts }
    }

    /// The row of the `step`th word of the `nth` sequence.
    #[inline]
    pub fn row(&self, nth: usize, step: usize) -> usize {
        self.starts[step] + nth
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.starts.last().copied().unwrap_or(0)
    }

    /// The number of steps: the length of the longest sequence.
    pub fn steps(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Where the rows of `step` begin, and how many they are.
    pub fn at(&self, step: usize) -> (usize, usize) {
        let start = self.starts[step];
        (start, self.starts[step + 1] - start)
    }

    /// The steps in the order in which a layer reads them, each with the one before it.
    pub fn order(&self, back: bool) -> impl DoubleEndedIterator<Item = (usize, Option<usize>)> {
        let steps = self.steps();
        (0..steps).map(move |nth| {
            if back {
                let step = steps - 1 - nth;
                (step, (nth > 0).then_some(step + 1))
            } else {
                (nth, nth.checked_sub(1))
            }
        })
    }
}

/// What one direction has learned. The columns of a gate stand together: to let in, to keep, what is new, to let out.
#[derive(Debug, Clone, Default)]
pub struct Lstm {
    /// From the row read.
    pub input: Matrix,
    /// From the state before.
    pub state: Matrix,
    /// One row.
    pub bias: Matrix,
}

impl Lstm {
    /// Reads rows of `input` numbers and remembers `width`.
    pub fn zeros(input: usize, width: usize) -> Self {
        Self {
            input: Matrix::zeros(input, 4 * width),
            state: Matrix::zeros(width, 4 * width),
            bias: Matrix::zeros(1, 4 * width),
        }
    }

    /// How many numbers it remembers.
    pub fn width(&self) -> usize {
        self.state.rows
    }
}

/// Both directions.
#[derive(Debug, Clone, Default)]
pub struct Pair {
    /// From the first row on.
    pub ahead: Lstm,
    /// From the last row back.
    pub back: Lstm,
}

impl Pair {
    /// Reads rows of `input` numbers and remembers `width` from either side.
    pub fn zeros(input: usize, width: usize) -> Self {
        Self {
            ahead: Lstm::zeros(input, width),
            back: Lstm::zeros(input, width),
        }
    }

    /// All that was learned, in order.
    pub fn matrices(&self) -> [&Matrix; 6] {
        let Self { ahead, back } = self;
        [
            &ahead.input,
            &ahead.state,
            &ahead.bias,
            &back.input,
            &back.state,
            &back.bias,
        ]
    }

    /// The same, to be changed.
    pub fn matrices_mut(&mut self) -> [&mut Matrix; 6] {
        let Self { ahead, back } = self;
        [
            &mut ahead.input,
            &mut ahead.state,
            &mut ahead.bias,
            &mut back.input,
            &mut back.state,
            &mut back.bias,
        ]
    }
}

/// A pair that is ready to read.
#[derive(Debug, Clone, Default)]
pub struct Layer([Direction; 2]);

#[derive(Debug, Clone, Default)]
struct Direction {
    input: Panels,
    state: Panels,
    bias: Vec<f32>,
    width: usize,
}

/// What a layer went through, for the trainer to go back.
#[derive(Debug, Default)]
pub struct Trace {
    /// The states, both directions in one row.
    pub states: Matrix,
    /// The gates of each direction.
    pub gates: [Matrix; 2],
    /// What each direction remembered.
    pub cells: [Matrix; 2],
}

impl Layer {
    /// Gets `pair` ready.
    pub fn new(pair: &Pair) -> Self {
        Self([&pair.ahead, &pair.back].map(|lstm| Direction {
            input: Panels::of(&lstm.input),
            state: Panels::of(&lstm.state),
            bias: lstm.bias.values.clone(),
            width: lstm.width(),
        }))
    }

    /// What `rows` mean for the gates of either direction, whatever is remembered.
    pub fn hear(&self, rows: &Matrix) -> [Matrix; 2] {
        [0, 1].map(|side| rows.times(&self.0[side].input, Some(&self.0[side].bias)))
    }

    /// Reads rows, which stand as `braid` says and have been heard.
    pub fn read(&self, braid: &Braid, heard: [Matrix; 2]) -> Trace {
        let width = self.0[0].width;
        let mut states = Matrix::zeros(braid.rows(), 2 * width);
        let mut trace = Trace::default();
        for (side, (direction, mut gates)) in self.0.iter().zip(heard).enumerate() {
            let mut cells = Matrix::zeros(braid.rows(), width);
            for (step, before) in braid.order(side == 1) {
                let (start, running) = braid.at(step);
                let mut last = None;
                if let Some(before) = before {
                    let (first, count) = braid.at(before);
                    let count = count.min(running);
                    let left = Left::part(
                        &states.values[first * 2 * width + side * width..],
                        count,
                        2 * width,
                    );
                    let sum = &mut gates.values[start * 4 * width..][..count * 4 * width];
                    multiply(left, &direction.state, sum);
                    last = Some((first, count));
                }
                Arch::new().dispatch(Step {
                    width,
                    start,
                    running,
                    last,
                    side,
                    gates: &mut gates,
                    cells: &mut cells,
                    states: &mut states,
                });
            }
            trace.gates[side] = gates;
            trace.cells[side] = cells;
        }
        trace.states = states;
        trace
    }
}

/// The rows of one step: they open the gates and remember.
struct Step<'a> {
    width: usize,
    start: usize,
    running: usize,
    /// Where the rows of the step before begin, and how many go on.
    last: Option<(usize, usize)>,
    side: usize,
    gates: &'a mut Matrix,
    cells: &'a mut Matrix,
    states: &'a mut Matrix,
}

impl WithSimd for Step<'_> {
    type Output = ();

    /// The loop is compiled for each kind of lanes; it names none.
    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let width = self.width;
        for nth in 0..self.running {
            let row = self.start + nth;
            if let Some((first, _)) = self.last.filter(|&(_, count)| nth < count) {
                let before = (first + nth) * width;
                let cells = &mut self.cells.values;
                cells.copy_within(before..before + width, row * width);
            }
            let cells = self.cells.row_mut(row);
            let [enter, keep, new, leave] = quarters(self.gates.row_mut(row), width);
            let state = &mut self.states.row_mut(row)[self.side * width..][..width];
            for at in 0..width {
                enter[at] = logistic(enter[at]);
                keep[at] = logistic(keep[at]);
                new[at] = tanh(new[at]);
                leave[at] = logistic(leave[at]);
                cells[at] = keep[at] * cells[at] + enter[at] * new[at];
                state[at] = leave[at] * tanh(cells[at]);
            }
        }
    }
}

/// The four gates of a row.
#[inline(always)]
pub fn quarters(row: &mut [f32], width: usize) -> [&mut [f32]; 4] {
    let (enter, rest) = row.split_at_mut(width);
    let (keep, rest) = rest.split_at_mut(width);
    let (new, leave) = rest.split_at_mut(width);
    [enter, keep, new, &mut leave[..width]]
}

#[cfg(test)]
mod tests {
    use super::{Braid, Layer, Matrix, Pair};

    fn learned() -> Layer {
        let mut pair = Pair::zeros(3, 2);
        for matrix in pair.matrices_mut() {
            for (at, value) in matrix.values.iter_mut().enumerate() {
                *value = ((at * 5 + 3) % 7) as f32 / 4.0 - 0.75;
            }
        }
        Layer::new(&pair)
    }

    /// The states of sequences that are read together, each on its own again.
    fn read(sequences: &[Vec<[f32; 3]>]) -> Vec<Vec<Vec<f32>>> {
        let lengths: Vec<usize> = sequences.iter().map(Vec::len).collect();
        let braid = Braid::new(&lengths);
        let mut rows = Matrix::zeros(braid.rows(), 3);
        for (nth, sequence) in sequences.iter().enumerate() {
            for (step, row) in sequence.iter().enumerate() {
                rows.row_mut(braid.row(nth, step)).copy_from_slice(row);
            }
        }
        let layer = learned();
        let trace = layer.read(&braid, layer.hear(&rows));
        let states = |nth, len| {
            let row = |step| trace.states.row(braid.row(nth, step)).to_vec();
            (0..len).map(row).collect()
        };
        lengths
            .iter()
            .enumerate()
            .map(|(nth, &len)| states(nth, len))
            .collect()
    }

    #[test]
    fn nothing_that_is_read_beside_a_sequence_changes_it() {
        let sequence = |len: usize, from: f32| -> Vec<[f32; 3]> {
            (0..len).map(|at| [from, at as f32 / 9.0, -from]).collect()
        };
        let together = [
            sequence(9, 0.5),
            sequence(4, -1.0),
            sequence(4, 2.0),
            sequence(1, 0.1),
        ];
        for (states, alone) in read(&together).iter().zip(&together) {
            assert_eq!(states, &read(std::slice::from_ref(alone))[0]);
        }
    }

    #[test]
    fn both_ends_are_known_everywhere() {
        let mut sequence = vec![[0.1, 0.2, 0.3]; 5];
        let before = read(std::slice::from_ref(&sequence));
        sequence[2][1] = 0.9;
        let after = read(&[sequence]);
        let changed = |step: usize| {
            let (a, b) = (&before[0][step], &after[0][step]);
            [a[..2] != b[..2], a[2..] != b[2..]]
        };
        assert_eq!(changed(0), [false, true]);
        assert_eq!(changed(2), [true, true]);
        assert_eq!(changed(4), [true, false]);
    }

    #[test]
    fn no_sequences() {
        assert_eq!(Braid::new(&[]).steps(), 0);
        let heard = learned().hear(&Matrix::zeros(0, 3));
        assert_eq!(learned().read(&Braid::new(&[]), heard).states.rows, 0);
    }
}
