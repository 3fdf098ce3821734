//! The encoder: a small recurrent network that reads whole paragraphs, and tells of each word how likely it is a cue and of
//! the words around one what they are to it.
//!
//! A word is looked up in [`TABLES`] tables (by its letters, its ends, its shape, its cluster, its marks), two layers
//! read the paragraph from both ends, and what they say of a word is the sum of both. From it come the cue's
//! logit and two views of the word, as one around a cue and as the cue. Around a cue, the views and where the word stands
//! from the cue are added up, a third layer reads the window, and each word gets what its labels are worth. The chain
//! of labels adds that to what the features say: see [`super::span`].

use std::collections::HashMap;
use std::ops::Range;

use super::chain::{LABELS, Steps};
use super::lstm::{Braid, Layer, Pair};
use super::matrix::{Matrix, Panels};
use super::sheet::{Cell, Sheet};
use super::span::{self, PLACES, Window};

/// The tables that a word is looked up in: word, suffix, prefix, shape, cluster, marks.
pub const TABLES: usize = 6;

/// The longest run of words that is read at once; longer paragraphs are cut between sentences.
const LONGEST: usize = 200;

/// So many words are read side by side, about: enough for the lanes, few enough for the cache.
const TOGETHER: usize = 1024;

/// Rows and columns of everything that is learned.
#[derive(Debug, Clone)]
pub struct Sizes {
    /// Rows and columns of each table.
    pub tables: [(usize, usize); TABLES],
    /// What the layers that read paragraphs remember, in numbers a direction.
    pub width: usize,
    /// Between a word and its logit as a cue.
    pub cue: usize,
    /// A view of a word.
    pub view: usize,
    /// What the layer that reads windows remembers.
    pub span: usize,
}

impl Default for Sizes {
    fn default() -> Self {
        Self {
            tables: [
                (16_384, 48),
                (4096, 16),
                (4096, 16),
                (512, 8),
                (321, 24),
                (16, 8),
            ],
            width: 64,
            cue: 64,
            view: 64,
            span: 32,
        }
    }
}

/// All that is learned.
#[derive(Debug, Clone, Default)]
pub struct Learned {
    /// See [`TABLES`].
    pub tables: [Matrix; TABLES],
    /// The two layers that read paragraphs.
    pub layers: [Pair; 2],
    /// From a word to what decides on a cue, and a row to add.
    pub cue: [Matrix; 2],
    /// From there to the logit, and what to add.
    pub logit: [Matrix; 2],
    /// From a word to its two views, side by side.
    pub views: Matrix,
    /// See [`span::places`].
    pub places: [Matrix; PLACES],
    /// The layer that reads windows.
    pub span: Pair,
    /// What labels are worth: from that layer, from what it read, and for all words.
    pub labels: [Matrix; 3],
    /// What steps from label to label are worth, and in the last row what the first label is worth.
    pub steps: Matrix,
}

impl Learned {
    /// Nothing yet.
    pub fn zeros(sizes: &Sizes) -> Self {
        let input = sizes.tables.iter().map(|(_, columns)| columns).sum();
        let both = 2 * sizes.width;
        Self {
            tables: sizes
                .tables
                .map(|(rows, columns)| Matrix::zeros(rows, columns)),
            layers: [
                Pair::zeros(input, sizes.width),
                Pair::zeros(both, sizes.width),
            ],
            cue: [Matrix::zeros(both, sizes.cue), Matrix::zeros(1, sizes.cue)],
            logit: [Matrix::zeros(sizes.cue, 1), Matrix::zeros(1, 1)],
            views: Matrix::zeros(both, 2 * sizes.view),
            places: span::PLACE_ROWS.map(|rows| Matrix::zeros(rows, sizes.view)),
            span: Pair::zeros(sizes.view, sizes.span),
            labels: [
                Matrix::zeros(2 * sizes.span, LABELS),
                Matrix::zeros(sizes.view, LABELS),
                Matrix::zeros(1, LABELS),
            ],
            steps: Matrix::zeros(LABELS + 1, LABELS),
        }
    }

    /// Everything, in order.
    pub fn matrices(&self) -> Vec<&Matrix> {
        let mut all: Vec<&Matrix> = self.tables.iter().collect();
        all.extend(self.layers.iter().flat_map(Pair::matrices));
        all.extend(self.cue.iter().chain(&self.logit).chain([&self.views]));
        all.extend(&self.places);
        all.extend(self.span.matrices());
        all.extend(self.labels.iter().chain([&self.steps]));
        all
    }

    /// Everything, in the same order, to be changed.
    pub fn matrices_mut(&mut self) -> Vec<&mut Matrix> {
        let mut all: Vec<&mut Matrix> = self.tables.iter_mut().collect();
        all.extend(self.layers.iter_mut().flat_map(Pair::matrices_mut));
        all.extend(self.cue.iter_mut().chain(&mut self.logit));
        all.push(&mut self.views);
        all.extend(&mut self.places);
        all.extend(self.span.matrices_mut());
        all.extend(&mut self.labels);
        all.push(&mut self.steps);
        all
    }

    /// What steps are worth, as a chain reads them.
    pub fn chain_steps(&self) -> Steps {
        let row = |at: usize| std::array::from_fn(|to| self.steps.row(at)[to]);
        if self.steps.rows <= LABELS {
            return Steps::default();
        }
        Steps {
            between: std::array::from_fn(row),
            start: row(LABELS),
        }
    }

    /// The rows of the tables that `word` is looked up in; the first of the table of words stands for none.
    pub fn rows_of(&self, word: &Cell) -> [u32; TABLES] {
        let rows = |table: usize| u32::try_from(self.tables[table].rows).unwrap_or(u32::MAX);
        let among = |table: usize, hash: u32| {
            let mixed = u64::from(hash).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
            1 + ((mixed * u64::from(rows(table) - 1)) >> 32) as u32
        };
        [
            among(0, word.word.low),
            among(1, word.word.suffix[2]),
            among(2, word.word.prefix[1]),
            among(3, word.word.shape),
            word.cluster.min(rows(4) - 1),
            word.quoted + 2 * u32::from(word.mark) + 4 * word.reports.min(3),
        ]
    }

    /// What the tables say of all different words of `sheets`, and which of them each word is: most words of news are
    /// repeated ones, and what the first layer hears in them need not be found out again.
    fn different(&self, sheets: &[&Sheet]) -> (Vec<Vec<usize>>, Matrix) {
        let mut numbers: HashMap<[u32; TABLES], usize> = HashMap::new();
        let mut values = Vec::new();
        let of = sheets
            .iter()
            .map(|sheet| {
                let words = sheet.cells[..sheet.len()].iter();
                words
                    .map(|word| {
                        let rows = self.rows_of(word);
                        let next = numbers.len();
                        *numbers.entry(rows).or_insert_with(|| {
                            self.look_up(&rows, &mut values);
                            next
                        })
                    })
                    .collect()
            })
            .collect();
        let rows = numbers.len();
        let different = Matrix {
            rows,
            columns: values.len() / rows.max(1),
            values,
        };
        (of, different)
    }

    /// Appends what the tables say of a word.
    pub fn look_up(&self, rows: &[u32; TABLES], into: &mut Vec<f32>) {
        for (table, &row) in self.tables.iter().zip(rows) {
            into.extend_from_slice(table.row(row as usize));
        }
    }
}

/// The runs of words that are read at once: the paragraphs.
pub fn runs(sheet: &Sheet) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut paragraph = None;
    for sentence in &sheet.sentences {
        let Some(first) = sheet
            .cells
            .get(sentence.start)
            .filter(|_| !sentence.is_empty())
        else {
            continue;
        };
        let here = Some(first.paragraph);
        match runs.last_mut() {
            Some(run) if paragraph == here && sentence.end - run.start <= LONGEST => {
                run.end = sentence.end;
            }
            _ => runs.push(sentence.clone()),
        }
        paragraph = here;
    }
    runs.iter()
        .flat_map(|run| {
            let starts = run.clone().step_by(LONGEST);
            starts.map(|start| start..run.end.min(start + LONGEST))
        })
        .collect()
}

/// Batches of sequences: their numbers, the longest first.
pub fn batches(lengths: &[usize], together: usize) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..lengths.len()).filter(|&nth| lengths[nth] > 0).collect();
    order.sort_by_key(|&nth| std::cmp::Reverse(lengths[nth]));
    let mut batches = Vec::new();
    let mut batch = Vec::new();
    let mut words = 0;
    for nth in order {
        words += lengths[nth];
        batch.push(nth);
        if words >= together {
            batches.push(std::mem::take(&mut batch));
            words = 0;
        }
    }
    if !batch.is_empty() {
        batches.push(batch);
    }
    batches
}

/// The encoder, ready to read.
#[derive(Debug, Clone, Default)]
pub struct Encoder {
    /// What it has learned.
    pub learned: Learned,
    /// Its steps from label to label.
    pub steps: Steps,
    ready: Ready,
}

/// What was learned, laid out for products.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "see what is learned")]
pub struct Ready {
    pub layers: [Layer; 2],
    pub cue: Panels,
    pub logit: Panels,
    pub views: Panels,
    pub span: Layer,
    pub labels: [Panels; 2],
}

impl Ready {
    /// Lays out what was `learned`.
    pub fn new(learned: &Learned) -> Self {
        Self {
            layers: [0, 1].map(|at| Layer::new(&learned.layers[at])),
            cue: Panels::of(&learned.cue[0]),
            logit: Panels::of(&learned.logit[0]),
            views: Panels::of(&learned.views),
            span: Layer::new(&learned.span),
            labels: [0, 1].map(|at| Panels::of(&learned.labels[at])),
        }
    }
}

/// What the encoder sees in an article.
#[derive(Debug, Default, Clone)]
pub struct Seen {
    /// How likely each word is a cue: the logit.
    pub cues: Vec<f32>,
    /// The views of each word.
    views: Matrix,
}

impl Encoder {
    /// Gets ready.
    pub fn new(learned: Learned) -> Self {
        Self {
            steps: learned.chain_steps(),
            ready: Ready::new(&learned),
            learned,
        }
    }

    /// Reads the articles on `sheets`; where nothing was learned, it says nothing.
    pub fn see(&self, sheets: &[&Sheet]) -> Vec<Seen> {
        let columns = self.learned.views.columns;
        let mut seen: Vec<Seen> = sheets
            .iter()
            .map(|sheet| Seen {
                cues: vec![0.0; sheet.len()],
                views: Matrix::zeros(sheet.len(), columns),
            })
            .collect();
        if columns == 0 {
            return seen;
        }
        let runs: Vec<(usize, Range<usize>)> = sheets
            .iter()
            .enumerate()
            .flat_map(|(nth, sheet)| runs(sheet).into_iter().map(move |run| (nth, run)))
            .collect();
        let lengths: Vec<usize> = runs.iter().map(|(_, run)| run.len()).collect();
        let (numbers, different) = self.learned.different(sheets);
        let words_heard = self.ready.layers[0].hear(&different);
        for batch in batches(&lengths, TOGETHER) {
            let braid = Braid::new(&batch.iter().map(|&nth| lengths[nth]).collect::<Vec<_>>());
            let words = || {
                (0..braid.steps()).flat_map(|step| {
                    let (_, running) = braid.at(step);
                    let runs = batch[..running].iter().map(|&nth| &runs[nth]);
                    runs.map(move |(sheet, run)| (*sheet, run.start + step))
                })
            };
            let mut heard = [(); 2].map(|()| Matrix::zeros(braid.rows(), words_heard[0].columns));
            for (heard, all) in heard.iter_mut().zip(&words_heard) {
                for (row, (sheet, at)) in words().enumerate() {
                    heard
                        .row_mut(row)
                        .copy_from_slice(all.row(numbers[sheet][at]));
                }
            }
            let [lower, upper] = &self.ready.layers;
            let lower = lower.read(&braid, heard).states;
            let mut upper = upper.read(&braid, upper.hear(&lower)).states;
            for (upper, lower) in upper.values.iter_mut().zip(&lower.values) {
                *upper += lower;
            }
            let mut hidden = upper.times(&self.ready.cue, Some(&self.learned.cue[1].values));
            positive(&mut hidden);
            let logits = hidden.times(&self.ready.logit, Some(&self.learned.logit[1].values));
            let views = upper.times(&self.ready.views, None);
            for (row, (sheet, at)) in words().enumerate() {
                seen[sheet].cues[at] = logits.values[row];
                seen[sheet]
                    .views
                    .row_mut(at)
                    .copy_from_slice(views.row(row));
            }
        }
        seen
    }

    /// What the labels of the words of each window are worth; windows come with the number of their sheet.
    pub fn labels(
        &self,
        sheets: &[&Sheet],
        seen: &[Seen],
        windows: &[(usize, Window)],
    ) -> Vec<Vec<[f32; LABELS]>> {
        let mut scores: Vec<Vec<[f32; LABELS]>> = vec![Vec::new(); windows.len()];
        let lengths: Vec<usize> = windows
            .iter()
            .map(|(_, window)| window.words().len())
            .collect();
        let view = self.learned.views.columns / 2;
        if view == 0 {
            return lengths
                .iter()
                .map(|&len| vec![[0.0; LABELS]; len])
                .collect();
        }
        for batch in batches(&lengths, TOGETHER) {
            let braid = Braid::new(&batch.iter().map(|&nth| lengths[nth]).collect::<Vec<_>>());
            let mut rows = Matrix::zeros(braid.rows(), view);
            for (nth, &number) in batch.iter().enumerate() {
                let (sheet, window) = windows[number];
                let views = &seen[sheet].views;
                let cue = &views.row(window.head)[view..];
                for (step, at) in window.words().enumerate() {
                    let row = rows.row_mut(braid.row(nth, step));
                    let word = &views.row(at)[..view];
                    let places = span::places(sheets[sheet], window.head, at);
                    self.learned.blend(row, word, cue, places);
                }
            }
            let states = self
                .ready
                .span
                .read(&braid, self.ready.span.hear(&rows))
                .states;
            let mut worth =
                states.times(&self.ready.labels[0], Some(&self.learned.labels[2].values));
            let more = rows.times(&self.ready.labels[1], None);
            for (worth, more) in worth.values.iter_mut().zip(&more.values) {
                *worth += more;
            }
            for (nth, &number) in batch.iter().enumerate() {
                let row = |step| worth.row(braid.row(nth, step));
                scores[number] = (0..lengths[number])
                    .map(|step| std::array::from_fn(|label| row(step)[label]))
                    .collect();
            }
        }
        scores
    }
}

impl Learned {
    /// A word as it is seen from a cue: both views and the place, nothing below zero.
    #[inline]
    pub fn blend(&self, row: &mut [f32], word: &[f32], cue: &[f32], places: [usize; PLACES]) {
        for ((row, word), cue) in row.iter_mut().zip(word).zip(cue) {
            *row = word + cue;
        }
        for (table, place) in self.places.iter().zip(places) {
            for (row, value) in row.iter_mut().zip(table.row(place)) {
                *row += value;
            }
        }
        for value in row {
            *value = value.max(0.0);
        }
    }
}

/// Makes what is below zero zero.
pub fn positive(matrix: &mut Matrix) {
    for value in &mut matrix.values {
        *value = value.max(0.0);
    }
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::float_cmp,
        reason = "the same numbers are added in the same order"
    )]

    use super::{Encoder, LONGEST, Learned, Sheet, Sizes, Window, batches, runs};
    use crate::split::model::sheet::{Grammar, Layout};
    use crate::text::Span;

    /// Sentences of so many words each, a paragraph each.
    fn sheet(sentences: &[usize]) -> Sheet {
        let mut text = String::new();
        let mut layout = Layout::default();
        for (nth, &len) in sentences.iter().enumerate() {
            let first = layout.tokens.len();
            for at in 0..len {
                let start = text.len();
                text.push_str(["rain", "fell", "Ann", "said", ","][(at * 3 + nth) % 5]);
                layout.tokens.push(Span {
                    start,
                    end: text.len(),
                });
                layout.quoted.push(at % 7 == 3);
                text.push(' ');
            }
            layout.sentences.push(first..first + len);
            layout.paragraphs.push(u32::try_from(nth).unwrap_or(0));
        }
        Sheet::new(&text, &layout, &Grammar::default())
    }

    fn encoder() -> Encoder {
        let mut learned = Learned::zeros(&Sizes {
            width: 5,
            cue: 4,
            view: 6,
            span: 3,
            ..Sizes::default()
        });
        for matrix in learned.matrices_mut() {
            for (at, value) in matrix.values.iter_mut().enumerate() {
                *value = ((at * 7 + 3) % 13) as f32 / 20.0 - 0.3;
            }
        }
        Encoder::new(learned)
    }

    #[test]
    fn nothing_that_is_read_beside_an_article_changes_it() {
        let encoder = encoder();
        let sheets = [sheet(&[9, 4, 31]), sheet(&[2, 260]), sheet(&[])];
        let all: Vec<&Sheet> = sheets.iter().collect();
        let windows = |sheet: usize| -> Vec<(usize, Window)> {
            let heads = (0..sheets[sheet].len()).step_by(5);
            heads
                .map(|head| (sheet, Window::new(&sheets[sheet], head)))
                .collect()
        };
        let together = encoder.see(&all);
        for (nth, sheet) in all.iter().enumerate() {
            let alone = encoder.see(&[sheet]);
            assert_eq!(together[nth].cues, alone[0].cues);
            let own = windows(nth).into_iter().map(|(_, window)| (0, window));
            let own: Vec<_> = own.collect();
            assert_eq!(
                encoder.labels(&all, &together, &windows(nth)),
                encoder.labels(&[sheet], &alone, &own)
            );
        }
        assert_ne!(together[0].cues[0], together[0].cues[1]);
    }

    #[test]
    fn what_has_learned_nothing_says_nothing() {
        let sheet = sheet(&[4]);
        let encoder = Encoder::default();
        let seen = encoder.see(&[&sheet]);
        assert_eq!(seen[0].cues, [0.0; 4]);
        let window = Window::new(&sheet, 1);
        assert_eq!(
            encoder.labels(&[&sheet], &seen, &[(0, window)])[0],
            [[0.0; 5]; 4]
        );
    }

    #[test]
    fn every_word_is_read_once() {
        let sheet = sheet(&[30, 2 * LONGEST + 7, 5]);
        let runs = runs(&sheet);
        assert!(runs.iter().all(|run| run.len() <= LONGEST));
        let words: Vec<usize> = runs.into_iter().flatten().collect();
        assert_eq!(words, (0..sheet.len()).collect::<Vec<_>>());
    }

    #[test]
    fn batches_hold_all_that_have_words() {
        let lengths = [3, 0, 9, 1, 9, 4];
        assert_eq!(batches(&lengths, 10), [vec![2, 4], vec![5, 0, 3]]);
    }
}
