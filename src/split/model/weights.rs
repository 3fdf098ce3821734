//! The weights as a file: tables, steps and trees one after the other, numbers in little-endian order.

use super::chain::Steps;
use super::cue::Cues;
use super::dictionary::Dictionary;
use super::encoder::{Encoder, Learned};
use super::forest::{Forest, Node};
use super::matrix::Matrix;
use super::sheet::Grammar;
use super::sieve::Sieve;
use super::span::Spans;
use super::table::Table;
use super::tag::Tag;
use super::tagger::Tagger;
use super::whole::Whole;
use super::{Model, span, tagger};

/// What a file of weights begins with; changes with the order of its parts.
const MARK: &[u8; 8] = b"onrecrd5";

/// `model` as a file.
pub fn write(model: &Model) -> Vec<u8> {
    let mut out = MARK.to_vec();
    table::<{ tagger::LANES }>(&mut out, &model.grammar.tagger.table, Tag::ALL.len());
    let known = model.grammar.tagger.known.entries();
    count(&mut out, known.len());
    for (word, tag) in known {
        out.extend(word.to_le_bytes());
        out.push(tag as u8);
    }
    let clusters = model.grammar.clusters.entries();
    count(&mut out, clusters.len());
    for (word, (fine, coarse)) in clusters {
        out.extend(word.to_le_bytes());
        out.extend(fine.to_le_bytes());
        out.push(coarse);
    }
    table::<1>(&mut out, &model.cues.table, 1);
    number(&mut out, model.cues.bias);
    table::<{ span::LANES }>(&mut out, &model.spans.table, span::LANES);
    for step in model
        .spans
        .steps
        .between
        .iter()
        .flatten()
        .chain(&model.spans.steps.start)
    {
        number(&mut out, *step);
    }
    table::<1>(&mut out, &model.whole.table, 1);
    number(&mut out, model.whole.bias);
    forest(&mut out, model.keep.forest());
    for one in model.encoder.learned.matrices() {
        matrix(&mut out, one);
    }
    out
}

/// What is left of `learned` once it is written and read.
pub fn rounded(learned: &Learned) -> Learned {
    let mut again = learned.clone();
    for one in again.matrices_mut() {
        let mut out = Vec::new();
        matrix(&mut out, one);
        if let Some(read) = File(&out).matrix() {
            *one = read;
        }
    }
    again
}

/// Whether rows of `matrix` are rounded; of few numbers each counts too much.
fn is_rounded(rows: usize, columns: usize) -> bool {
    rows > 1 && columns >= 8
}

/// Rows of small integers, each with what one step is worth; or plain numbers.
#[expect(clippy::cast_possible_truncation, reason = "the scale is made for it")]
fn matrix(out: &mut Vec<u8>, matrix: &Matrix) {
    count(out, matrix.rows);
    count(out, matrix.columns);
    for at in 0..matrix.rows {
        let row = matrix.row(at);
        if !is_rounded(matrix.rows, matrix.columns) {
            for &value in row {
                number(out, value);
            }
            continue;
        }
        let most = row
            .iter()
            .fold(1e-9_f32, |most, value| most.max(value.abs()));
        let scale = most / 127.0;
        number(out, scale);
        out.extend(
            row.iter()
                .flat_map(|value| ((value / scale).round() as i8).to_le_bytes()),
        );
    }
}

/// Forests as a file of their own.
pub fn write_forests(forests: &[&Sieve]) -> Vec<u8> {
    let mut out = Vec::new();
    for one in forests {
        forest(&mut out, one.forest());
    }
    out
}

/// The forests in a file of their own; `None` where it is not such a file.
pub fn read_forests<const N: usize>(file: &[u8]) -> Option<[Sieve; N]> {
    let mut file = File(file);
    let mut forests = Vec::with_capacity(N);
    for _ in 0..N {
        forests.push(file.forest()?.into());
    }
    forests.try_into().ok().filter(|_| file.0.is_empty())
}

fn forest(out: &mut Vec<u8>, forest: &Forest) {
    number(out, forest.bias);
    count(out, forest.nodes.len());
    count(out, forest.roots.len());
    for node in &forest.nodes {
        out.push(node.feature);
        number(out, node.value);
        out.extend(node.left.to_le_bytes());
    }
    for root in &forest.roots {
        out.extend(root.to_le_bytes());
    }
}

fn count(out: &mut Vec<u8>, count: usize) {
    out.extend(u32::try_from(count).unwrap_or_default().to_le_bytes());
}

fn number(out: &mut Vec<u8>, number: f32) {
    out.extend(number.to_le_bytes());
}

fn table<const N: usize>(out: &mut Vec<u8>, table: &Table<N>, lanes: usize) {
    number(out, table.scale);
    out.extend(table.bits().to_le_bytes());
    for row in &table.rows {
        out.extend(row[..lanes].iter().map(|weight| weight.to_le_bytes()[0]));
    }
}

/// The model in `file`; `None` where it is not such a file.
pub fn read(file: &[u8]) -> Option<Model> {
    let mut file = File(file);
    if file.take(MARK.len())? != MARK {
        return None;
    }
    let table = file.table(Tag::ALL.len())?;
    let mut known = Vec::new();
    for _ in 0..file.count()? {
        let word = file.word()?;
        known.push((word, *Tag::ALL.get(usize::from(file.take(1)?[0]))?));
    }
    let tagger = Tagger::new(table, Dictionary::new(known));
    let mut clusters = Vec::new();
    for _ in 0..file.count()? {
        clusters.push((file.word()?, (file.short()?, file.take(1)?[0])));
    }
    let clusters = Dictionary::new(clusters);
    let grammar = Grammar {
        tagger,
        clusters,
        ..Grammar::default()
    };
    let cues = Cues {
        table: file.table(1)?,
        bias: file.number()?,
    };
    let table = file.table(span::LANES)?;
    let mut steps = Steps::default();
    for step in steps.between.iter_mut().flatten().chain(&mut steps.start) {
        *step = file.number()?;
    }
    let whole = Whole {
        table: file.table(1)?,
        bias: file.number()?,
    };
    let keep = file.forest()?.into();
    let mut learned = Learned::default();
    for one in learned.matrices_mut() {
        *one = file.matrix()?;
    }
    file.0.is_empty().then_some(Model {
        grammar,
        cues,
        spans: Spans::new(table, steps),
        encoder: Encoder::new(learned),
        whole,
        keep,
    })
}

/// What is left to read.
struct File<'a>(&'a [u8]);

impl<'a> File<'a> {
    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<f32> {
        Some(f32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn word(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn count(&mut self) -> Option<usize> {
        usize::try_from(self.word()?).ok()
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn matrix(&mut self) -> Option<Matrix> {
        let (rows, columns) = (self.count()?, self.count()?);
        let mut values = Vec::new();
        for _ in 0..rows {
            if is_rounded(rows, columns) {
                let scale = self.number()?;
                let row = self.take(columns)?.iter();
                values.extend(row.map(|&byte| f32::from(i8::from_le_bytes([byte])) * scale));
            } else {
                for _ in 0..columns {
                    values.push(self.number()?);
                }
            }
        }
        Some(Matrix {
            rows,
            columns,
            values,
        })
    }

    fn forest(&mut self) -> Option<Forest> {
        let mut forest = Forest {
            bias: self.number()?,
            ..Forest::default()
        };
        let (nodes, roots) = (self.count()?, self.count()?);
        for _ in 0..nodes {
            forest.nodes.push(Node {
                feature: self.take(1)?[0],
                value: self.number()?,
                left: self.short()?,
            });
        }
        for _ in 0..roots {
            forest.roots.push(self.short()?);
        }
        Some(forest)
    }

    fn table<const N: usize>(&mut self, lanes: usize) -> Option<Table<N>> {
        let scale = self.number()?;
        let bits = self.count()?;
        let rows = self.take(lanes << bits.min(24))?;
        let row = |bytes: &[u8]| {
            let mut row = [0; N];
            for (weight, &byte) in row.iter_mut().zip(bytes) {
                *weight = i8::from_le_bytes([byte]);
            }
            row
        };
        Some(Table {
            scale,
            rows: rows.chunks_exact(lanes).map(row).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Matrix, read, write};
    use crate::split::model::Model;

    #[test]
    fn what_is_written_is_read() {
        let mut model = Model::default();
        model.cues.bias = -3.0;
        model.cues.table.rows = vec![[1], [-2], [3], [127]];
        model.spans.table.rows[0][3] = -7;
        model.grammar.tagger.table.scale = 0.5;
        model.encoder.learned.views[1] = Matrix::zeros(2, 8);
        model.encoder.learned.views[1].row_mut(1)[7] = -127.0;
        model.encoder.learned.steps.clone_from(&Matrix::zeros(1, 1));
        model.encoder.learned.steps.values[0] = 0.3;
        let file = write(&model);
        let again = read(&file).map(|model| write(&model));
        assert_eq!(again.as_deref(), Some(&file[..]));
        let again = read(&file).map(|model| model.encoder.learned.views);
        assert_eq!(again, Some(model.encoder.learned.views));
        assert!(read(&file[..file.len() - 1]).is_none());
        assert!(read(b"").is_none());
    }
}
