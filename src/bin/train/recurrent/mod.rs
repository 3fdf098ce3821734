//! The recurrent encoder's training: first on treebanks, then on the annotated articles, cues and spans at once.

mod adam;
mod backward;
mod paragraph;
mod treebank;

use std::ops::Range;

use onrecord::split::model::chain::{LABELS, begins, follows};
use onrecord::split::model::encoder::{Learned, Ready, Sizes, batches, positive, runs};
use onrecord::split::model::lstm::Braid;
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
const EPOCHS: usize = 7;
const RATE: f32 = 1.5e-3;
/// Words a step, about.
const TOGETHER: usize = 1500;
/// Of a hundred numbers of a window, so many are left out.
const DROP_SPAN: u32 = 20;

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
    let pairs = learned.layers.iter_mut().chain([&mut learned.span]);
    for lstm in pairs.flat_map(|pair| [&mut pair.ahead, &mut pair.back]) {
        let width = lstm.width();
        let most = 1.0 / (width as f32).sqrt();
        fill(&mut lstm.input, most, random);
        // At first it keeps what it remembers.
        lstm.bias.values[width..2 * width].fill(1.0);
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
                numbers: 30,
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
    let lengths: Vec<usize> = batch.iter().map(|one| one.words.len()).collect();
    let sequences: Vec<&[Word]> = batch.iter().map(|one| &one.words[..]).collect();
    let braid = Braid::new(&lengths);
    let ready = Ready::new(learned);
    let read = paragraph::read(learned, &ready, &braid, &sequences, drop, random);
    let said = &read.said;
    let count: usize = batch.iter().map(|one| one.spans.len()).sum();
    let share = 1.0 / (count + 20) as f32;

    let mut hidden = said.times(&ready.cue, Some(&learned.cue[1].values));
    positive(&mut hidden);
    let mut logits = hidden.times(&ready.logit, Some(&learned.logit[1].values));
    let mut loss = 0.0;
    for (nth, example) in batch.iter().enumerate() {
        for (step, &is) in example.cues.iter().enumerate() {
            let logit = &mut logits.values[braid.row(nth, step)];
            let signed = if is { -*logit } else { *logit };
            loss += f64::from(2.0 * share) * f64::from(signed.exp()).ln_1p();
            *logit = 2.0 * share * (logistic(*logit) - f32::from(is));
        }
    }

    let views = said.times(&ready.views, None);
    let view = views.columns / 2;
    let mut windows: Vec<(usize, &Labelled)> = batch
        .iter()
        .enumerate()
        .flat_map(|(nth, one)| one.spans.iter().map(move |span| (nth, span)))
        .collect();
    windows.sort_by_key(|(_, span)| std::cmp::Reverse(span.words.len()));
    let cords = Braid::new(
        &windows
            .iter()
            .map(|(_, span)| span.words.len())
            .collect::<Vec<_>>(),
    );
    let mut rows = Matrix::zeros(cords.rows(), view);
    for (at, (nth, span)) in windows.iter().enumerate() {
        let cue = &views.row(braid.row(*nth, span.head))[view..];
        for (step, word) in span.words.clone().enumerate() {
            let word = &views.row(braid.row(*nth, word))[..view];
            let row = rows.row_mut(cords.row(at, step));
            learned.blend(row, word, cue, span.places[step]);
        }
    }
    let mut kept = paragraph::mask(rows.rows, view, drop_span, random);
    for (kept, &row) in kept.values.iter_mut().zip(&rows.values) {
        if row <= 0.0 {
            *kept = 0.0;
        }
    }
    backward::scale(&mut rows, &kept);
    let trace = ready.span.read(&cords, ready.span.hear(&rows));
    let mut worth = trace
        .states
        .times(&ready.labels[0], Some(&learned.labels[2].values));
    multiply(Left::of(&rows), &ready.labels[1], &mut worth.values);
    let steps = learned.chain_steps();
    let mut lattice = Lattice::default();
    let mut to_steps = Matrix::zeros(LABELS + 1, LABELS);
    for (at, (_, span)) in windows.iter().enumerate() {
        lattice.scores.clear();
        for step in 0..span.labels.len() {
            let mut scores = [0.0; 8];
            scores[..LABELS].copy_from_slice(worth.row(cords.row(at, step)));
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
            let row = worth.row_mut(cords.row(at, step));
            for (to, (value, expected)) in row.iter_mut().zip(lattice.expected[step]).enumerate() {
                *value = share * (expected - f32::from(to == label as usize));
            }
        }
    }
    let Some(gradients) = gradients else {
        return loss;
    };

    backward::weights(&trace.states, &worth, &mut gradients.labels[0]);
    backward::weights(&rows, &worth, &mut gradients.labels[1]);
    backward::bias(&worth, &mut gradients.labels[2]);
    for (sum, value) in gradients.steps.values.iter_mut().zip(&to_steps.values) {
        *sum += value;
    }
    let to_states = backward::input(&worth, &learned.labels[0]);
    let mut to_rows = backward::layer(
        &learned.span,
        &cords,
        &rows,
        &trace,
        &to_states,
        &mut gradients.span,
    );
    multiply(
        Left::of(&worth),
        &Panels::across(&learned.labels[1]),
        &mut to_rows.values,
    );
    backward::scale(&mut to_rows, &kept);
    let mut to_views = Matrix::zeros(views.rows, views.columns);
    let add = |into: &mut [f32], row: &[f32]| {
        for (sum, value) in into.iter_mut().zip(row) {
            *sum += value;
        }
    };
    for (at, (nth, span)) in windows.iter().enumerate() {
        for (step, word) in span.words.clone().enumerate() {
            let row = to_rows.row(cords.row(at, step));
            add(&mut to_views.row_mut(braid.row(*nth, word))[..view], row);
            add(
                &mut to_views.row_mut(braid.row(*nth, span.head))[view..],
                row,
            );
            for (table, place) in gradients.places.iter_mut().zip(span.places[step]) {
                add(table.row_mut(place), row);
            }
        }
    }
    backward::weights(said, &to_views, &mut gradients.views);
    let mut to_said = backward::input(&to_views, &learned.views);

    backward::weights(&hidden, &logits, &mut gradients.logit[0]);
    backward::bias(&logits, &mut gradients.logit[1]);
    let mut to_hidden = backward::input(&logits, &learned.logit[0]);
    for (gradient, &hidden) in to_hidden.values.iter_mut().zip(&hidden.values) {
        if hidden <= 0.0 {
            *gradient = 0.0;
        }
    }
    backward::weights(said, &to_hidden, &mut gradients.cue[0]);
    backward::bias(&to_hidden, &mut gradients.cue[1]);
    multiply(
        Left::of(&to_hidden),
        &Panels::across(&learned.cue[0]),
        &mut to_said.values,
    );
    paragraph::back(learned, &braid, &read, to_said, gradients);
    loss
}

#[cfg(test)]
mod tests {
    use super::{Drop, Example, Labelled, Learned, Random, Sizes, loss, newborn};

    const SIZES: Sizes = Sizes {
        tables: [(9, 4), (5, 3), (4, 2), (4, 2), (3, 2), (2, 1)],
        width: 5,
        cue: 4,
        view: 6,
        span: 3,
    };

    fn example(len: usize, random: &mut Random) -> Example {
        let mut below = |end: usize| random.below(end) as u32;
        let words = (0..len)
            .map(|_| [below(9), below(5), below(4), below(4), below(3), below(2)])
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
