//! What the encoder learns before all else: to tell, in treebanks, each word's part of speech, the word it depends on and
//! how.

use std::collections::BTreeMap;

use onrecord::split::model::encoder::{Learned, Ready, batches};
use onrecord::split::model::matrix::{Left, Matrix, Panels, multiply};
use onrecord::split::model::sheet::{Grammar, Layout, Sheet};
use onrecord::split::model::tag::Tag;
use onrecord::text::Span;

use super::adam::Adam;
use super::paragraph::{self, Drop, Word};
use super::{backward, fill};
use crate::random::Random;
use crate::ud;

/// A sentence to learn from.
struct Sentence {
    words: Vec<Word>,
    tags: Vec<usize>,
    /// From 1; 0 for none.
    heads: Vec<usize>,
    relations: Vec<usize>,
}

/// What is learned beside the encoder, and not kept.
struct Parser {
    /// Weights and bias.
    tag: [Matrix; 2],
    relation: [Matrix; 2],
    /// A word as one that depends, and as one that others depend on.
    below: Matrix,
    above: Matrix,
    /// What stands above the whole sentence.
    root: Matrix,
}

/// So many numbers are compared to find a head.
const COMPARED: usize = 96;
/// Longer sentences are left out.
const LONGEST: usize = 80;
const EPOCHS: usize = 4;
const RATE: f32 = 2e-3;
const TOGETHER: usize = 1200;

impl Parser {
    fn zeros(width: usize, relations: usize) -> Self {
        let layer = |answers| [Matrix::zeros(width, answers), Matrix::zeros(1, answers)];
        Self {
            tag: layer(Tag::ALL.len()),
            relation: layer(relations),
            below: Matrix::zeros(width, COMPARED),
            above: Matrix::zeros(width, COMPARED),
            root: Matrix::zeros(1, COMPARED),
        }
    }

    fn matrices_mut(&mut self) -> Vec<&mut Matrix> {
        let mut all: Vec<&mut Matrix> = self.tag.iter_mut().chain(&mut self.relation).collect();
        all.extend([&mut self.below, &mut self.above, &mut self.root]);
        all
    }
}

/// How many of the words are right: tag, head, relation; and how many words there are.
type Right = [usize; 4];

/// Teaches `learned` the treebanks; tells how well it does on `dev`.
pub(crate) fn teach(
    learned: &mut Learned,
    grammar: &Grammar,
    train: &[Vec<ud::Word>],
    dev: &[Vec<ud::Word>],
) {
    let mut relations = BTreeMap::new();
    for word in train.iter().flatten() {
        let next = relations.len();
        relations.entry(word.relation.clone()).or_insert(next);
    }
    let [train, dev] = [train, dev].map(|all| -> Vec<Sentence> {
        all.iter()
            .filter(|words| (2..=LONGEST).contains(&words.len()))
            .map(|words| sentence(words, learned, grammar, &relations))
            .collect()
    });
    let mut random = Random::new(5);
    let width = learned.views[0].rows;
    let mut parser = Parser::zeros(width, relations.len());
    for matrix in parser.matrices_mut() {
        fill(matrix, 1.0 / (width as f32).sqrt(), &mut random);
    }
    let mut gradients = (learned.clone(), Parser::zeros(width, relations.len()));
    for matrix in gradients.0.matrices_mut() {
        matrix.values.fill(0.0);
    }
    let mut adam = {
        let mut all = learned.matrices();
        let own = parser.matrices_mut();
        all.extend(own.iter().map(|matrix| &**matrix));
        Adam::new(&all)
    };
    let lengths = |all: &[Sentence]| all.iter().map(|one| one.words.len()).collect::<Vec<_>>();
    let mut order = batches(&lengths(&train), TOGETHER);
    let steps = EPOCHS * order.len();
    let mut step = 0;
    for epoch in 0..EPOCHS {
        random.shuffle(&mut order);
        for batch in &order {
            let batch: Vec<&Sentence> = batch.iter().map(|&nth| &train[nth]).collect();
            let drop = Drop {
                numbers: 30,
                words: 6,
            };
            go(
                learned,
                &parser,
                &batch,
                drop,
                &mut random,
                Some((&mut gradients.0, &mut gradients.1)),
            );
            let mut weights = learned.matrices_mut();
            weights.extend(parser.matrices_mut());
            let mut slopes = gradients.0.matrices_mut();
            slopes.extend(gradients.1.matrices_mut());
            let rate = RATE * (1.0 - 0.9 * step as f32 / steps as f32);
            adam.step(&mut weights, &mut slopes, rate);
            step += 1;
        }
        let mut right = [0; 4];
        let none = Drop {
            numbers: 0,
            words: 0,
        };
        for batch in batches(&lengths(&dev), TOGETHER) {
            let batch: Vec<&Sentence> = batch.iter().map(|&nth| &dev[nth]).collect();
            let these = go(learned, &parser, &batch, none, &mut random, None);
            for (sum, this) in right.iter_mut().zip(these) {
                *sum += this;
            }
        }
        let share = |of: usize| 100.0 * of as f32 / right[3].max(1) as f32;
        eprintln!(
            "treebanks, epoch {epoch}: tags {:.2} %, heads {:.2} %, relations {:.2} % right",
            share(right[0]),
            share(right[1]),
            share(right[2])
        );
    }
}

fn sentence(
    words: &[ud::Word],
    learned: &Learned,
    grammar: &Grammar,
    relations: &BTreeMap<String, usize>,
) -> Sentence {
    let mut text = String::new();
    let mut layout = Layout::default();
    let mut open = false;
    for word in words {
        let start = text.len();
        text.push_str(&word.form);
        layout.tokens.push(Span {
            start,
            end: text.len(),
        });
        text.push(' ');
        let mark = matches!(word.form.as_str(), "\"" | "“" | "”" | "''" | "``");
        layout.quoted.push(open || mark);
        open ^= mark;
    }
    layout.sentences.push(0..words.len());
    layout.paragraphs.push(1);
    let sheet = Sheet::new(&text, &layout, grammar);
    let cells = &sheet.cells[..words.len()];
    Sentence {
        words: cells.iter().map(|cell| learned.rows_of(cell)).collect(),
        tags: words.iter().map(|word| word.tag as usize).collect(),
        heads: words.iter().map(|word| word.head).collect(),
        relations: words
            .iter()
            .map(|word| relations.get(&word.relation).copied().unwrap_or_default())
            .collect(),
    }
}

/// Reads a batch and, where `gradients` are asked for, adds to them.
fn go(
    learned: &Learned,
    parser: &Parser,
    batch: &[&Sentence],
    drop: Drop,
    random: &mut Random,
    gradients: Option<(&mut Learned, &mut Parser)>,
) -> Right {
    let sequences: Vec<&[Word]> = batch.iter().map(|one| &one.words[..]).collect();
    let ready = Ready::new(learned);
    let read = paragraph::read(learned, &ready, &sequences, drop, random);
    let said = &read.said;
    let words = said.rows as f32;
    let in_a_row = |of: fn(&Sentence) -> &Vec<usize>| -> Vec<usize> {
        batch.iter().flat_map(|one| of(one)).copied().collect()
    };
    let mut right = [0, 0, 0, said.rows];
    let (tags, relations) = (in_a_row(|one| &one.tags), in_a_row(|one| &one.relations));
    let mut tag = said.times(&Panels::of(&parser.tag[0]), Some(&parser.tag[1].values));
    right[0] = descend(&mut tag, &tags, words);
    let mut relation = said.times(
        &Panels::of(&parser.relation[0]),
        Some(&parser.relation[1].values),
    );
    right[2] = descend(&mut relation, &relations, words);
    let below = said.times(&Panels::of(&parser.below), None);
    let above = said.times(&Panels::of(&parser.above), None);
    let mut to_below = Matrix::zeros(below.rows, COMPARED);
    let mut to_above = Matrix::zeros(above.rows, COMPARED);
    let mut to_root = vec![0.0; COMPARED];
    for (nth, sentence) in batch.iter().enumerate() {
        let len = sentence.words.len();
        let (mut low, mut high) = (
            Matrix::zeros(len, COMPARED),
            Matrix::zeros(len + 1, COMPARED),
        );
        high.row_mut(0).copy_from_slice(&parser.root.values);
        for step in 0..len {
            let row = read.runs[nth].start + step;
            low.row_mut(step).copy_from_slice(below.row(row));
            high.row_mut(step + 1).copy_from_slice(above.row(row));
        }
        let mut scores = low.times(&Panels::across(&high), None);
        right[1] += descend(&mut scores, &sentence.heads, words);
        if gradients.is_none() {
            continue;
        }
        let to_low = scores.times(&Panels::of(&high), None);
        let mut to_high = Matrix::zeros(len + 1, COMPARED);
        multiply(
            Left::across(&scores),
            &Panels::of(&low),
            &mut to_high.values,
        );
        for (sum, value) in to_root.iter_mut().zip(to_high.row(0)) {
            *sum += value;
        }
        for step in 0..len {
            let row = read.runs[nth].start + step;
            to_below.row_mut(row).copy_from_slice(to_low.row(step));
            to_above.row_mut(row).copy_from_slice(to_high.row(step + 1));
        }
    }
    let Some((encoder, own)) = gradients else {
        return right;
    };
    own.root.values.copy_from_slice(&to_root);
    let mut back = Matrix::zeros(said.rows, said.columns);
    let parts = [
        (&tag, &parser.tag[0], &mut own.tag[0]),
        (&relation, &parser.relation[0], &mut own.relation[0]),
        (&to_below, &parser.below, &mut own.below),
        (&to_above, &parser.above, &mut own.above),
    ];
    for (gradient, weights, into) in parts {
        backward::weights(said, gradient, into);
        multiply(
            Left::of(gradient),
            &Panels::across(weights),
            &mut back.values,
        );
    }
    backward::bias(&tag, &mut own.tag[1]);
    backward::bias(&relation, &mut own.relation[1]);
    paragraph::back(learned, &read, back, encoder);
    right
}

/// Turns the scores of answers into the gradient of their loss, a share of `all`; how many of the best answers are right.
fn descend(scores: &mut Matrix, answers: &[usize], all: f32) -> usize {
    let mut right = 0;
    for (row, &answer) in scores.values.chunks_exact_mut(scores.columns).zip(answers) {
        let most = row.iter().copied().fold(f32::MIN, f32::max);
        right += usize::from(row[answer] >= most);
        let mut sum = 0.0;
        for value in &mut *row {
            *value = (*value - most).exp();
            sum += *value;
        }
        for value in &mut *row {
            *value /= sum * all;
        }
        row[answer] -= 1.0 / all;
    }
    right
}
