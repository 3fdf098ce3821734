//! The recurrent encoder's training: first on treebanks, then on the annotated articles, cues and spans at once.

mod adam;
mod backward;
mod paragraph;
mod treebank;

use std::ops::Range;

use onrecord::split::model::chain::{LABELS, begins, follows};
use onrecord::split::model::encoder::{Learned, Ready, Sizes, batches, in_a_row, positive, runs};
use onrecord::split::model::matrix::{Left, Matrix, Panels, logistic, multiply};
use onrecord::split::model::sheet::{Grammar, Sheet};
use onrecord::split::model::span::{self, PLACES, Window};

use self::adam::Adam;
use self::paragraph::{Drop, Word};
use crate::cascade;
use crate::gold::Gold;
use crate::gradient::Lattice;
use crate::random::Random;
use crate::ud;

/// How often the articles are read.
const EPOCHS: usize = 9;
const RATE: f32 = 1.5e-3;
/// Words a step, about.
const TOGETHER: usize = 1500;
/// Of a hundred numbers of a window, so many are left out.
const DROP_SPAN: u32 = 5;

/// A run of words to learn from.
pub(crate) struct Example {
    /// The fold of its article.
    fold: usize,
    words: Vec<Word>,
    /// Whether each word is a cue's head.
    cues: Vec<bool>,
    spans: Vec<Labelled>,
}

/// A window around a gold cue; places in words of the run.
struct Labelled {
    head: usize,
    words: Range<usize>,
    places: Vec<[usize; PLACES]>,
    labels: Vec<u8>,
}

/// An encoder that has learned from treebanks alone.
pub(crate) fn beginner(
    grammar: &Grammar,
    train: &[Vec<ud::Word>],
    dev: &[Vec<ud::Word>],
) -> Learned {
    let mut learned = newborn(&Sizes::default(), &mut Random::new(3));
    treebank::teach(&mut learned, grammar, train, dev);
    learned
}

/// Small numbers everywhere.
fn newborn(sizes: &Sizes, random: &mut Random) -> Learned {
    let mut learned = Learned::zeros(sizes);
    for matrix in learned.matrices_mut() {
        let most = 1.0 / (matrix.rows as f32).sqrt();
        fill(matrix, if matrix.rows > 1 { most } else { 0.0 }, random);
    }
    for table in &mut learned.tables {
        fill(table, 0.17, random);
    }
    for table in &mut learned.places {
        fill(table, 0.3, random);
    }
    for layer in &mut learned.layers {
        let width = layer.width();
        let most = (3.0 / layer.input.rows as f32).sqrt();
        fill(&mut layer.input, most, random);
        // At first it keeps what it remembers.
        for side in layer.bias.values.chunks_mut((3 * width).max(1)) {
            side[width..2 * width].fill(1.0);
        }
    }
    learned.steps.values.fill(0.0);
    for from in 0..LABELS {
        for to in (0..LABELS).filter(|&to| !follows(from, to)) {
            learned.steps.row_mut(from)[to] = -50.0;
        }
        if !begins(from) {
            learned.steps.row_mut(LABELS)[from] = -50.0;
        }
    }
    learned
}

/// Fills `matrix` with numbers up to `most`.
fn fill(matrix: &mut Matrix, most: f32, random: &mut Random) {
    for value in &mut matrix.values {
        *value = (random.below(1 << 24) as f32 / (1 << 23) as f32 - 1.0) * most;
    }
}

/// The runs of the articles, as a `learned` encoder reads them.
pub(crate) fn examples(gold: &[Gold], learned: &Learned) -> Vec<Example> {
    let mut examples = Vec::new();
    for gold in gold {
        for run in runs(&gold.sheet) {
            let cells = &gold.sheet.cells[run.clone()];
            let mut cues = vec![false; run.len()];
            let mut spans = Vec::new();
            for item in &gold.items {
                let Some(head) = item.head.filter(|head| run.contains(head)) else {
                    continue;
                };
                cues[head - run.start] = true;
                spans.push(labelled(&gold.sheet, item, head, &run));
            }
            examples.push(Example {
                fold: gold.fold,
                words: cells.iter().map(|cell| learned.rows_of(cell)).collect(),
                cues,
                spans,
            });
        }
    }
    examples
}

fn labelled(sheet: &Sheet, item: &crate::gold::Item, head: usize, run: &Range<usize>) -> Labelled {
    let mut window = Window::new(sheet, head);
    window.start = window.start.max(run.start);
    window.end = window.end.min(run.end);
    Labelled {
        head: head - run.start,
        words: window.start - run.start..window.end - run.start,
        places: window
            .words()
            .map(|at| span::places(sheet, head, at))
            .collect(),
        labels: cascade::labels(item, window),
    }
}

/// What was learned from the articles outside the folds `without`, on top of what the `beginner` knows.
pub(crate) fn learn(beginner: &Learned, examples: &[Example], without: &[usize]) -> Learned {
    let mut learned = beginner.clone();
    let examples: Vec<&Example> = examples
        .iter()
        .filter(|example| !without.contains(&example.fold))
        .collect();
    let lengths: Vec<usize> = examples.iter().map(|one| one.words.len()).collect();
    let mut gradients = beginner.clone();
    for matrix in gradients.matrices_mut() {
        matrix.values.fill(0.0);
    }
    let mut adam = Adam::new(&learned.matrices());
    let mut random = Random::new(9);
    let steps = EPOCHS * batches(&lengths, TOGETHER).len();
    let mut step = 0;
    for _ in 0..EPOCHS {
        // Runs of about the same length come together, others in each epoch.
        let jittered: Vec<usize> = lengths
            .iter()
            .map(|len| 1 + 4 * len + random.below(16))
            .collect();
        let mut order = batches(&jittered, 4 * TOGETHER);
        random.shuffle(&mut order);
        for mut batch in order {
            batch.sort_by_key(|&nth| std::cmp::Reverse(lengths[nth]));
            let batch: Vec<&Example> = batch.iter().map(|&nth| examples[nth]).collect();
            let drop = Drop {
                numbers: 10,
                words: 6,
            };
            loss(
                &learned,
                &batch,
                (drop, DROP_SPAN),
                &mut random,
                Some(&mut gradients),
            );
            let rate = RATE * (1.0 - step as f32 / steps as f32).max(0.05);
            adam.step(
                &mut learned.matrices_mut(),
                &mut gradients.matrices_mut(),
                rate,
            );
            step += 1;
        }
    }
    learned
}

/// The loss of one batch, the longest run first; adds to the `gradients`.
fn loss(
    learned: &Learned,
    batch: &[&Example],
    (drop, drop_span): (Drop, u32),
    random: &mut Random,
    gradients: Option<&mut Learned>,
) -> f64 {
    let sequences: Vec<&[Word]> = batch.iter().map(|one| &one.words[..]).collect();
    let ready = Ready::new(learned);
    let read = paragraph::read(learned, &ready, &sequences, drop, random);
    let row = |nth: usize, step: usize| read.runs[nth].start + step;
    let said = &read.said;
    let count: usize = batch.iter().map(|one| one.spans.len()).sum();
    let share = 1.0 / (count + 20) as f32;

    let mut hidden = said.times(&ready.cue, Some(&learned.cue[1].values));
    positive(&mut hidden);
    let mut logits = hidden.times(&ready.logit, Some(&learned.logit[1].values));
    let mut loss = 0.0;
    for (nth, example) in batch.iter().enumerate() {
        for (step, &is) in example.cues.iter().enumerate() {
            let logit = &mut logits.values[row(nth, step)];
            let signed = if is { -*logit } else { *logit };
            loss += f64::from(2.0 * share) * f64::from(signed.exp()).ln_1p();
            *logit = 2.0 * share * (logistic(*logit) - f32::from(is));
        }
    }

    let views = [0, 1].map(|at| said.times(&ready.views[at], None));
    let view = views[0].columns;
    let windows: Vec<(usize, &Labelled)> = batch
        .iter()
        .enumerate()
        .flat_map(|(nth, one)| one.spans.iter().map(move |span| (nth, span)))
        .collect();
    let cords = in_a_row(windows.iter().map(|(_, span)| span.words.len()));
    let count = cords.last().map_or(0, |last| last.end);
    let mut rows = Matrix::zeros(count, view);
    for (at, (nth, span)) in windows.iter().enumerate() {
        let cue = views[1].row(row(*nth, span.head));
        for (step, word) in span.words.clone().enumerate() {
            let word = views[0].row(row(*nth, word));
            let into = rows.row_mut(cords[at].start + step);
            learned.blend(into, word, cue, span.places[step]);
        }
    }
    let mut kept = paragraph::mask(rows.rows, view, drop_span, random);
    for (kept, &row) in kept.values.iter_mut().zip(&rows.values) {
        if row <= 0.0 {
            *kept = 0.0;
        }
    }
    backward::scale(&mut rows, &kept);
    let mut worth = rows.times(&ready.labels[1], Some(&learned.labels[2].values));
    let mut deep = rows.times(&ready.hidden, Some(&learned.hidden[1].values));
    positive(&mut deep);
    multiply(Left::of(&deep), &ready.labels[0], &mut worth.values);
    let steps = learned.chain_steps();
    let mut lattice = Lattice::default();
    let mut to_steps = Matrix::zeros(LABELS + 1, LABELS);
    for (at, (_, span)) in windows.iter().enumerate() {
        lattice.scores.clear();
        for step in 0..span.labels.len() {
            let mut scores = [0.0; 8];
            scores[..LABELS].copy_from_slice(worth.row(cords[at].start + step));
            lattice.scores.push(scores);
        }
        loss += f64::from(share) * (lattice.expect(&steps) - lattice.path(&steps, &span.labels));
        for pair in span.labels.windows(2) {
            lattice.between[pair[0] as usize][pair[1] as usize] -= 1.0;
        }
        for from in 0..LABELS {
            for to in (0..LABELS).filter(|&to| follows(from, to)) {
                to_steps.row_mut(from)[to] += share * lattice.between[from][to];
            }
            if begins(from) {
                let is = span.labels[0] as usize == from;
                to_steps.row_mut(LABELS)[from] +=
                    share * (lattice.expected[0][from] - f32::from(is));
            }
        }
        for (step, &label) in span.labels.iter().enumerate() {
            let row = worth.row_mut(cords[at].start + step);
            for (to, (value, expected)) in row.iter_mut().zip(lattice.expected[step]).enumerate() {
                *value = share * (expected - f32::from(to == label as usize));
            }
        }
    }
    let Some(gradients) = gradients else {
        return loss;
    };

    backward::weights(&rows, &worth, &mut gradients.labels[1]);
    backward::bias(&worth, &mut gradients.labels[2]);
    for (sum, value) in gradients.steps.values.iter_mut().zip(&to_steps.values) {
        *sum += value;
    }
    let mut to_rows = backward::input(&worth, &learned.labels[1]);
    backward::weights(&deep, &worth, &mut gradients.labels[0]);
    let to_deep = where_positive(backward::input(&worth, &learned.labels[0]), &deep);
    backward::weights(&rows, &to_deep, &mut gradients.hidden[0]);
    backward::bias(&to_deep, &mut gradients.hidden[1]);
    let across = Panels::across(&learned.hidden[0]);
    multiply(Left::of(&to_deep), &across, &mut to_rows.values);
    backward::scale(&mut to_rows, &kept);
    let mut to_views = [(); 2].map(|()| Matrix::zeros(said.rows, view));
    let add = |into: &mut [f32], row: &[f32]| {
        for (sum, value) in into.iter_mut().zip(row) {
            *sum += value;
        }
    };
    for (at, (nth, span)) in windows.iter().enumerate() {
        for (step, word) in span.words.clone().enumerate() {
            let one = to_rows.row(cords[at].start + step);
            add(to_views[0].row_mut(row(*nth, word)), one);
            add(to_views[1].row_mut(row(*nth, span.head)), one);
            for (table, place) in gradients.places.iter_mut().zip(span.places[step]) {
                add(table.row_mut(place), one);
            }
        }
    }
    let mut to_said = Matrix::zeros(said.rows, said.columns);
    for (at, to_views) in to_views.iter().enumerate() {
        backward::weights(said, to_views, &mut gradients.views[at]);
        let across = Panels::across(&learned.views[at]);
        multiply(Left::of(to_views), &across, &mut to_said.values);
    }

    backward::weights(&hidden, &logits, &mut gradients.logit[0]);
    backward::bias(&logits, &mut gradients.logit[1]);
    let to_hidden = where_positive(backward::input(&logits, &learned.logit[0]), &hidden);
    backward::weights(said, &to_hidden, &mut gradients.cue[0]);
    backward::bias(&to_hidden, &mut gradients.cue[1]);
    multiply(
        Left::of(&to_hidden),
        &Panels::across(&learned.cue[0]),
        &mut to_said.values,
    );
    paragraph::back(learned, &read, to_said, gradients);
    loss
}

/// The gradient of what was made positive.
fn where_positive(mut gradient: Matrix, made: &Matrix) -> Matrix {
    for (gradient, &made) in gradient.values.iter_mut().zip(&made.values) {
        if made <= 0.0 {
            *gradient = 0.0;
        }
    }
    gradient
}

#[cfg(test)]
mod tests {
    use super::{Drop, Example, Labelled, Learned, Random, Sizes, loss, newborn};

    const SIZES: Sizes = Sizes {
        tables: [(9, 4), (5, 3), (4, 2), (4, 2), (3, 2), (2, 1), (3, 2)],
        width: [5, 3],
        cue: 4,
        view: 6,
        hidden: 4,
    };

    fn example(len: usize, random: &mut Random) -> Example {
        let mut below = |end: usize| random.below(end) as u32;
        let words = (0..len)
            .map(|_| {
                [
                    below(9),
                    below(5),
                    below(4),
                    below(4),
                    below(3),
                    below(2),
                    below(3),
                ]
            })
            .collect();
        let places = (0..len)
            .map(|_| [below(42), below(48), below(48), below(32), below(36)].map(|at| at as usize))
            .collect();
        let mut cues = vec![false; len];
        cues[len / 2] = true;
        let labels = (0..len).map(|at| [3, 4, 0, 1, 2, 2][at % 6]).collect();
        Example {
            fold: 0,
            words,
            cues,
            spans: vec![Labelled {
                head: len / 2,
                words: 0..len,
                places,
                labels,
            }],
        }
    }

    #[test]
    fn gradients_are_those_of_the_loss() {
        let mut random = Random::new(2);
        let mut learned = newborn(&SIZES, &mut random);
        let examples = [example(9, &mut random), example(5, &mut random)];
        let batch: Vec<&Example> = examples.iter().collect();
        let drop = Drop {
            numbers: 20,
            words: 10,
        };
        let lost = |learned: &Learned, gradients: Option<&mut Learned>| {
            loss(learned, &batch, (drop, 20), &mut Random::new(4), gradients)
        };
        let mut gradients = Learned::zeros(&SIZES);
        lost(&learned, Some(&mut gradients));
        let count = learned.matrices().len();
        for nth in 0..count {
            let slope = gradients.matrices()[nth].values.clone();
            let long = slope.iter().map(|value| value * value).sum::<f32>().sqrt();
            assert!(long > 0.0, "matrix {nth} has no gradient");
            let step = 1e-3;
            let before = learned.matrices()[nth].clone();
            let mut at = |by: f32| {
                for ((value, &old), slope) in learned.matrices_mut()[nth]
                    .values
                    .iter_mut()
                    .zip(&before.values)
                    .zip(&slope)
                {
                    *value = old + by * slope / long;
                }
                lost(&learned, None)
            };
            let rise = (at(step) - at(-step)) / f64::from(2.0 * step);
            at(0.0);
            let off = (rise - f64::from(long)).abs();
            assert!(
                off < 0.03 * rise.abs() + 2e-4,
                "matrix {nth}: {rise} and {long}"
            );
        }
    }
}
