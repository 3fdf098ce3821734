//! The encoder: a small recurrent network that reads whole paragraphs, and tells of likely words how likely each is a cue and
//! of the words around one what they are to it.
//!
//! A word is looked up in [`TABLES`] tables (by its letters, its ends, its shape, its cluster, its marks, its part of speech),
//! and two layers read the paragraph from both ends. From what they say come the cue's logit and two views of the word, as
//! one around a cue and as the cue. Around a cue, the views and where the word stands from the cue are added up, and each
//! word gets what its labels are worth. The chain of labels adds that to what the features say: see [`super::span`].
//!
//! It is small because it is read for every word: 18,000 products a word, most of them the second layer's. The first
//! layer's are those of the different words alone.

use std::collections::HashMap;
use std::ops::Range;

use super::chain::{LABELS, Steps};
use super::matrix::{Left, Matrix, Panels, multiply};
use super::sheet::{Cell, Sheet};
use super::span::{self, PLACES, Window};
use super::sru::{Layer, Sru};
use super::tag::Tag;

/// The tables that a word is looked up in: word, suffix, prefix, shape, cluster, marks, part of speech.
pub const TABLES: usize = 7;

/// The longest run of words that is read at once; longer paragraphs are cut between sentences.
const LONGEST: usize = 200;

/// So many words of windows are read side by side, about: enough for the lanes, few enough for the cache.
const TOGETHER: usize = 1024;

/// Rows and columns of everything that is learned.
#[derive(Debug, Clone)]
pub struct Sizes {
    /// Rows and columns of each table.
    pub tables: [(usize, usize); TABLES],
    /// What each layer remembers, in numbers a direction.
    pub width: [usize; 2],
    /// Between a word and its logit as a cue.
    pub cue: usize,
    /// A view of a word.
    pub view: usize,
    /// Between a word of a window and its labels.
    pub hidden: usize,
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
                (Tag::ALL.len(), 16),
            ],
            width: [32, 32],
            cue: 32,
            view: 32,
            hidden: 32,
        }
    }
}

/// All that is learned.
#[derive(Debug, Clone, Default)]
pub struct Learned {
    /// See [`TABLES`].
    pub tables: [Matrix; TABLES],
    /// The layers, which read paragraphs.
    pub layers: [Sru; 2],
    /// From a word to what decides on a cue, and a row to add.
    pub cue: [Matrix; 2],
    /// From there to the logit, and what to add.
    pub logit: [Matrix; 2],
    /// From a word to its two views, as one around a cue and as the cue.
    pub views: [Matrix; 2],
    /// See [`span::places`].
    pub places: [Matrix; PLACES],
    /// From a word of a window to what decides on its labels, and a row to add.
    pub hidden: [Matrix; 2],
    /// What labels are worth: from there, from the word itself, and for all words.
    pub labels: [Matrix; 3],
    /// What steps from label to label are worth, and in the last row what the first label is worth.
    pub steps: Matrix,
}

impl Learned {
    /// Nothing yet.
    pub fn zeros(sizes: &Sizes) -> Self {
        let input = sizes.tables.iter().map(|(_, columns)| columns).sum();
        let both = 2 * sizes.width[1];
        Self {
            tables: sizes
                .tables
                .map(|(rows, columns)| Matrix::zeros(rows, columns)),
            layers: [
                Sru::zeros(input, sizes.width[0]),
                Sru::zeros(2 * sizes.width[0], sizes.width[1]),
            ],
            cue: [Matrix::zeros(both, sizes.cue), Matrix::zeros(1, sizes.cue)],
            logit: [Matrix::zeros(sizes.cue, 1), Matrix::zeros(1, 1)],
            views: [(); 2].map(|()| Matrix::zeros(both, sizes.view)),
            places: span::PLACE_ROWS.map(|rows| Matrix::zeros(rows, sizes.view)),
            hidden: [
                Matrix::zeros(sizes.view, sizes.hidden),
                Matrix::zeros(1, sizes.hidden),
            ],
            labels: [
                Matrix::zeros(sizes.hidden, LABELS),
                Matrix::zeros(sizes.view, LABELS),
                Matrix::zeros(1, LABELS),
            ],
            steps: Matrix::zeros(LABELS + 1, LABELS),
        }
    }

    /// Everything, in order.
    pub fn matrices(&self) -> Vec<&Matrix> {
        let mut all: Vec<&Matrix> = self.tables.iter().collect();
        all.extend(self.layers.iter().flat_map(Sru::matrices));
        all.extend(self.cue.iter().chain(&self.logit).chain(&self.views));
        all.extend(&self.places);
        all.extend(&self.hidden);
        all.extend(self.labels.iter().chain([&self.steps]));
        all
    }

    /// Everything, in the same order, to be changed.
    pub fn matrices_mut(&mut self) -> Vec<&mut Matrix> {
        let mut all: Vec<&mut Matrix> = self.tables.iter_mut().collect();
        all.extend(self.layers.iter_mut().flat_map(Sru::matrices_mut));
        all.extend(self.cue.iter_mut().chain(&mut self.logit));
        all.extend(&mut self.views);
        all.extend(&mut self.places);
        all.extend(&mut self.hidden);
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
            word.tag as u32,
        ]
    }

    /// What the tables say of all different words in `runs` of `sheets`, and which of them each word there is: most words
    /// of news are repeated ones, and what the first layer hears in them need not be found out again.
    fn different(&self, sheets: &[&Sheet], runs: &[Vec<Range<usize>>]) -> (Vec<Vec<u32>>, Matrix) {
        let mut numbers: HashMap<[u32; TABLES], u32> = HashMap::new();
        let mut values = Vec::new();
        let mut next = 0;
        let mut number = |word| {
            let rows = self.rows_of(word);
            *numbers.entry(rows).or_insert_with(|| {
                self.look_up(&rows, &mut values);
                next += 1;
                next - 1
            })
        };
        let of = sheets
            .iter()
            .zip(runs)
            .map(|(sheet, runs)| {
                let words = runs.iter().flat_map(|run| &sheet.cells[run.clone()]);
                words.map(&mut number).collect()
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

/// Batches of sequences for the trainer: their numbers, the longest first.
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
    pub views: [Panels; 2],
    pub hidden: Panels,
    pub labels: [Panels; 2],
}

impl Ready {
    /// Lays out what was `learned`.
    pub fn new(learned: &Learned) -> Self {
        Self {
            layers: [0, 1].map(|at| Layer::new(&learned.layers[at])),
            cue: Panels::of(&learned.cue[0]),
            logit: Panels::of(&learned.logit[0]),
            views: [0, 1].map(|at| Panels::of(&learned.views[at])),
            hidden: Panels::of(&learned.hidden[0]),
            labels: [0, 1].map(|at| Panels::of(&learned.labels[at])),
        }
    }
}

/// What the encoder sees in an article.
#[derive(Debug, Default, Clone)]
pub struct Seen {
    /// How likely each of the heads is a cue's: the logit.
    pub cues: Vec<f32>,
    /// The view of each head, as the cue.
    heads: Matrix,
    /// The view of each word that may be around them.
    words: Matrix,
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

    /// Reads the paragraphs of `sheets` that have words around the `heads` of each; where nothing was learned, it says
    /// nothing.
    pub fn see(&self, sheets: &[&Sheet], heads: &[Vec<usize>]) -> Vec<Seen> {
        if self.learned.views[0].columns == 0 {
            let silent = |heads: &Vec<usize>| Seen {
                cues: vec![0.0; heads.len()],
                ..Seen::default()
            };
            return heads.iter().map(silent).collect();
        }
        let runs: Vec<Vec<Range<usize>>> = sheets
            .iter()
            .zip(heads)
            .map(|(sheet, heads)| around(sheet, heads))
            .collect();
        let (numbers, different) = self.learned.different(sheets, &runs);
        let heard = self.ready.layers[0].hear(&different);
        let each = sheets.iter().zip(heads).zip(runs.iter().zip(&numbers));
        each.map(|((sheet, heads), (runs, numbers))| {
            let places = in_a_row(runs.iter().map(Range::len));
            let [lower, upper] = &self.ready.layers;
            let lower = lower.read(&heard, Some(numbers), &places, None);
            let upper = upper.read(&upper.hear(&lower), None, &places, None);
            self.view(sheet, heads, runs.iter().zip(&places), &upper)
        })
        .collect()
    }

    /// What is seen where the words of some runs, which stand in places of `said`, are said to be so.
    fn view<'a>(
        &self,
        sheet: &Sheet,
        heads: &[usize],
        runs: impl Iterator<Item = (&'a Range<usize>, &'a Range<usize>)>,
        said: &Matrix,
    ) -> Seen {
        let view = self.learned.views[0].columns;
        let views = said.times(&self.ready.views[0], None);
        let mut words = Matrix::zeros(sheet.len(), view);
        let mut of_heads = Matrix::zeros(heads.len(), said.columns);
        for (run, place) in runs {
            words.values[run.start * view..run.end * view]
                .copy_from_slice(&views.values[place.start * view..place.end * view]);
            let first = heads.partition_point(|&head| head < run.start);
            for (nth, &head) in heads.iter().enumerate().skip(first) {
                if head >= run.end {
                    break;
                }
                let row = said.row(place.start + head - run.start);
                of_heads.row_mut(nth).copy_from_slice(row);
            }
        }
        let mut hidden = of_heads.times(&self.ready.cue, Some(&self.learned.cue[1].values));
        positive(&mut hidden);
        let logits = hidden.times(&self.ready.logit, Some(&self.learned.logit[1].values));
        Seen {
            cues: logits.values,
            heads: of_heads.times(&self.ready.views[1], None),
            words,
        }
    }

    /// What the labels of the words of each window are worth; windows come with the number of their sheet and with that of
    /// their head among its heads.
    pub fn labels(
        &self,
        sheets: &[&Sheet],
        seen: &[Seen],
        windows: &[(usize, usize, Window)],
    ) -> Vec<Vec<[f32; LABELS]>> {
        let view = self.learned.views[0].columns;
        let mut scores = Vec::with_capacity(windows.len());
        let mut rest = windows;
        while !rest.is_empty() {
            let mut words = 0;
            let more = rest.iter().take_while(|(_, _, window)| {
                let before = words;
                words += window.words().len();
                before < TOGETHER
            });
            let (some, others) = rest.split_at(more.count());
            rest = others;
            let places = in_a_row(some.iter().map(|(_, _, window)| window.words().len()));
            let count = places.last().map_or(0, |last| last.end);
            if view == 0 {
                scores.extend(places.iter().map(|place| vec![[0.0; LABELS]; place.len()]));
                continue;
            }
            let mut rows = Matrix::zeros(count, view);
            for (place, &(sheet, head, window)) in places.iter().zip(some) {
                let cue = seen[sheet].heads.row(head);
                for (row, at) in place.clone().zip(window.words()) {
                    let word = seen[sheet].words.row(at);
                    let places = span::places(sheets[sheet], window.head, at);
                    self.learned.blend(rows.row_mut(row), word, cue, places);
                }
            }
            let worth = self.ready.worth(&self.learned, &rows);
            scores.extend(places.into_iter().map(|place| {
                let row = |at| std::array::from_fn(|label| worth.row(at)[label]);
                place.map(row).collect::<Vec<[f32; LABELS]>>()
            }));
        }
        scores
    }
}

impl Ready {
    /// What the labels of `rows` of windows are worth.
    fn worth(&self, learned: &Learned, rows: &Matrix) -> Matrix {
        let mut worth = rows.times(&self.labels[1], Some(&learned.labels[2].values));
        let mut hidden = rows.times(&self.hidden, Some(&learned.hidden[1].values));
        positive(&mut hidden);
        multiply(Left::of(&hidden), &self.labels[0], &mut worth.values);
        worth
    }
}

/// The runs of `sheet` that have words around the `heads`.
fn around(sheet: &Sheet, heads: &[usize]) -> Vec<Range<usize>> {
    let mut windows: Vec<Range<usize>> = heads
        .iter()
        .map(|&head| Window::new(sheet, head).words())
        .collect();
    windows.sort_by_key(|window| window.start);
    let mut runs = runs(sheet);
    let mut windows = windows.into_iter().peekable();
    let mut reach = 0;
    runs.retain(|run| {
        while let Some(window) = windows.next_if(|window| window.start < run.end) {
            reach = reach.max(window.end);
        }
        reach > run.start
    });
    runs
}

/// Where sequences of these lengths stand, one after the other.
pub fn in_a_row(lengths: impl IntoIterator<Item = usize>) -> Vec<Range<usize>> {
    let mut end = 0;
    let run = |len| {
        end += len;
        end - len..end
    };
    lengths.into_iter().map(run).collect()
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

    use super::{Encoder, LONGEST, Learned, Sheet, Sizes, Window, around, batches, runs};
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
            width: [5, 3],
            cue: 4,
            view: 6,
            hidden: 3,
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
        let heads: Vec<Vec<usize>> = all
            .iter()
            .map(|sheet| (0..sheet.len()).step_by(5).collect())
            .collect();
        let windows = |sheet: usize, number: usize| -> Vec<(usize, usize, Window)> {
            let heads = heads[sheet].iter().enumerate();
            heads
                .map(|(nth, &head)| (number, nth, Window::new(&sheets[sheet], head)))
                .collect()
        };
        let together = encoder.see(&all, &heads);
        for (nth, sheet) in all.iter().enumerate() {
            let alone = encoder.see(&[sheet], &heads[nth..=nth]);
            assert_eq!(together[nth].cues, alone[0].cues);
            assert_eq!(
                encoder.labels(&all, &together, &windows(nth, nth)),
                encoder.labels(&[sheet], &alone, &windows(nth, 0))
            );
        }
        assert_ne!(together[0].cues[0], together[0].cues[1]);
    }

    #[test]
    fn what_has_learned_nothing_says_nothing() {
        let sheet = sheet(&[4]);
        let encoder = Encoder::default();
        let seen = encoder.see(&[&sheet], &[vec![0, 1]]);
        assert_eq!(seen[0].cues, [0.0; 2]);
        let window = Window::new(&sheet, 1);
        assert_eq!(
            encoder.labels(&[&sheet], &seen, &[(0, 1, window)])[0],
            [[0.0; 5]; 4]
        );
    }

    #[test]
    fn paragraphs_without_heads_are_not_read() {
        let sheet = sheet(&[7, 5, 9, 6]);
        assert_eq!(around(&sheet, &[8, 22]), [7..12, 21..27]);
        assert!(around(&sheet, &[]).is_empty());
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
