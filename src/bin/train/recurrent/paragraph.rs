//! Paragraphs there and back: what the encoder makes of batches of words, and what it should have made of them.

use onrecord::split::model::encoder::{Learned, Ready, TABLES, in_a_row};
use onrecord::split::model::matrix::Matrix;
use onrecord::split::model::sru::{Layer, Trace};
use std::ops::Range;

use super::backward;
use crate::random::Random;

/// The rows of the tables that a word is looked up in.
pub(crate) type Word = [u32; TABLES];

/// How many in a hundred numbers and words are left out, so that none is relied on.
#[derive(Clone, Copy)]
pub(crate) struct Drop {
    /// Of the numbers between layers.
    pub(crate) numbers: u32,
    /// Of the words.
    pub(crate) words: u32,
}

/// What was made of one batch.
pub(crate) struct Read {
    words: Vec<Word>,
    input: [Matrix; 2],
    masks: [Matrix; 3],
    traces: [Trace; 2],
    /// Where each sequence stands.
    pub(crate) runs: Vec<Range<usize>>,
    /// What is said of each word.
    pub(crate) said: Matrix,
}

/// Reads rows one after the other, and keeps how.
pub(crate) fn through(layer: &Layer, rows: &Matrix, runs: &[Range<usize>]) -> (Matrix, Trace) {
    let heard = layer.hear(rows);
    let mut trace = Trace {
        gates: Matrix::zeros(rows.rows, heard.columns),
        cells: Matrix::zeros(rows.rows, heard.columns / 3),
    };
    let states = layer.read(&heard, None, runs, Some(&mut trace));
    (states, trace)
}

/// Reads `sequences`, one after the other.
pub(crate) fn read(
    learned: &Learned,
    ready: &Ready,
    sequences: &[&[Word]],
    drop: Drop,
    random: &mut Random,
) -> Read {
    let runs = in_a_row(sequences.iter().map(|sequence| sequence.len()));
    let mut words = sequences.concat();
    let mut values = Vec::new();
    for word in &mut words {
        if random.below(100) < drop.words as usize {
            word[0] = 0;
        }
        learned.look_up(word, &mut values);
    }
    let mut input = Matrix {
        rows: words.len(),
        columns: values.len() / words.len().max(1),
        values,
    };
    let widths = [0, 1].map(|layer: usize| 2 * learned.layers[layer].width());
    let masks = [input.columns, widths[0], widths[1]]
        .map(|columns| mask(words.len(), columns, drop.numbers, random));
    backward::scale(&mut input, &masks[0]);
    let (mut between, lower) = through(&ready.layers[0], &input, &runs);
    backward::scale(&mut between, &masks[1]);
    let (mut said, upper) = through(&ready.layers[1], &between, &runs);
    backward::scale(&mut said, &masks[2]);
    Read {
        words,
        input: [input, between],
        masks,
        traces: [lower, upper],
        runs,
        said,
    }
}

/// Goes back from `said`, the gradient of what was said.
pub(crate) fn back(learned: &Learned, read: &Read, mut said: Matrix, gradients: &mut Learned) {
    backward::scale(&mut said, &read.masks[2]);
    let [to_lower, to_upper] = &mut gradients.layers;
    let [lower, upper] = &learned.layers;
    let mut between = backward::layer(
        upper,
        &read.runs,
        &read.input[1],
        &read.traces[1],
        &said,
        to_upper,
    );
    backward::scale(&mut between, &read.masks[1]);
    let mut input = backward::layer(
        lower,
        &read.runs,
        &read.input[0],
        &read.traces[0],
        &between,
        to_lower,
    );
    backward::scale(&mut input, &read.masks[0]);
    for (row, word) in read.words.iter().enumerate() {
        let mut values = input.row(row);
        for (table, &at) in gradients.tables.iter_mut().zip(word) {
            let (part, rest) = values.split_at(table.columns);
            for (sum, value) in table.row_mut(at as usize).iter_mut().zip(part) {
                *sum += value;
            }
            values = rest;
        }
    }
}

/// Zeros for `percent` of the numbers, and for the others what makes up for them.
pub(crate) fn mask(rows: usize, columns: usize, percent: u32, random: &mut Random) -> Matrix {
    let mut mask = Matrix::zeros(rows, columns);
    let stay = 1.0 / (1.0 - percent as f32 / 100.0);
    let least = u64::from(percent * 0x1_0000 / 100);
    for four in mask.values.chunks_mut(4) {
        let chance = random.next();
        for (nth, value) in four.iter_mut().enumerate() {
            *value = if chance >> (16 * nth) & 0xFFFF >= least {
                stay
            } else {
                0.0
            };
        }
    }
    mask
}
