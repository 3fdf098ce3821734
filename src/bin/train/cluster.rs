//! Clustering: words are counted by their neighbours, the counts condensed to short vectors, the vectors grouped.

use std::collections::HashMap;

use onrecord::split::model::dictionary::Clusters;

use crate::random::Random;

const WORDS: usize = 20_000;
const LEAST: usize = 5;
const NEIGHBOURS: usize = 500;
const WIDTH: usize = 64;

/// Groups the words of `texts`, which are hashes of words.
pub(crate) fn clusters(texts: &[Vec<u32>]) -> Clusters {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for &word in texts.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<(u32, usize)> = counts
        .into_iter()
        .filter(|&(_, count)| count >= LEAST)
        .collect();
    words.sort_unstable_by_key(|&(word, count)| (std::cmp::Reverse(count), word));
    words.truncate(WORDS);
    let number: HashMap<u32, usize> = words
        .iter()
        .enumerate()
        .map(|(nth, &(word, _))| (word, nth))
        .collect();
    let rows = neighbours(texts, &number, words.len());
    let vectors = condense(&rows);
    let (fine, coarse) = (group(&vectors, 320, 1), group(&vectors, 60, 2));
    let entries = words
        .iter()
        .enumerate()
        .map(|(nth, &(word, _))| (word, (fine[nth] as u16 + 1, coarse[nth] as u8 + 1)));
    Clusters::new(entries.collect())
}

/// How much more often than by chance each word stands by each neighbour, for four places of neighbours.
fn neighbours(
    texts: &[Vec<u32>],
    number: &HashMap<u32, usize>,
    len: usize,
) -> Vec<Vec<(u32, f32)>> {
    let mut pairs: Vec<HashMap<u32, f32>> = vec![HashMap::new(); len];
    let mut columns = vec![0.0_f32; 4 * (NEIGHBOURS + 1)];
    let mut all = 0.0_f64;
    for text in texts {
        let numbers: Vec<Option<usize>> =
            text.iter().map(|word| number.get(word).copied()).collect();
        for (at, word) in numbers.iter().enumerate() {
            let Some(word) = *word else { continue };
            for (place, by) in [-2_isize, -1, 1, 2].into_iter().enumerate() {
                let near = at
                    .checked_add_signed(by)
                    .and_then(|at| numbers.get(at))
                    .copied()
                    .flatten();
                let near = near.map_or(NEIGHBOURS, |near| near.min(NEIGHBOURS));
                let column = place * (NEIGHBOURS + 1) + near;
                *pairs[word].entry(column as u32).or_default() += 1.0;
                columns[column] += 1.0;
                all += 1.0;
            }
        }
    }
    pairs
        .iter()
        .map(|row| {
            let sum: f32 = row.values().sum();
            let mut row: Vec<(u32, f32)> = row
                .iter()
                .map(|(&column, &count)| {
                    let chance = f64::from(sum) * f64::from(columns[column as usize]) / all;
                    (
                        column,
                        ((f64::from(count) / chance).ln() as f32).max(0.0)
                            * (count / (count + 1.0)),
                    )
                })
                .filter(|&(_, value)| value > 0.0)
                .collect();
            row.sort_unstable_by_key(|&(column, _)| column);
            row
        })
        .collect()
}

/// Short vectors of length one that keep what tells the rows apart: a few steps of subspace iteration.
fn condense(rows: &[Vec<(u32, f32)>]) -> Vec<[f32; WIDTH]> {
    let mut random = Random::new(5);
    let mut basis: Vec<[f32; WIDTH]> = (0..4 * (NEIGHBOURS + 1))
        .map(|_| std::array::from_fn(|_| (random.below(2001) as f32 - 1000.0) / 1000.0))
        .collect();
    let project = |basis: &[[f32; WIDTH]]| -> Vec<[f32; WIDTH]> {
        rows.iter()
            .map(|row| {
                let mut sum = [0.0; WIDTH];
                for &(column, value) in row {
                    for (sum, basis) in sum.iter_mut().zip(&basis[column as usize]) {
                        *sum += value * basis;
                    }
                }
                sum
            })
            .collect()
    };
    for _ in 0..4 {
        orthogonal(&mut basis);
        let vectors = project(&basis);
        basis.iter_mut().for_each(|row| *row = [0.0; WIDTH]);
        for (row, vector) in rows.iter().zip(&vectors) {
            for &(column, value) in row {
                for (basis, vector) in basis[column as usize].iter_mut().zip(vector) {
                    *basis += value * vector;
                }
            }
        }
    }
    orthogonal(&mut basis);
    let mut vectors = project(&basis);
    for vector in &mut vectors {
        let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
        vector.iter_mut().for_each(|x| *x /= length);
    }
    vectors
}

/// Makes the columns of `basis` stand at right angles, each of length one.
fn orthogonal(basis: &mut [[f32; WIDTH]]) {
    for column in 0..WIDTH {
        for before in 0..column {
            let along: f32 = basis.iter().map(|row| row[column] * row[before]).sum();
            for row in basis.iter_mut() {
                row[column] -= along * row[before];
            }
        }
        let length = basis
            .iter()
            .map(|row| row[column] * row[column])
            .sum::<f32>()
            .sqrt()
            .max(1e-6);
        for row in basis.iter_mut() {
            row[column] /= length;
        }
    }
}

/// The group of each vector: `k` means, moved a few times.
fn group(vectors: &[[f32; WIDTH]], k: usize, seed: u64) -> Vec<usize> {
    let mut random = Random::new(seed);
    let k = k.min(vectors.len());
    // Common words first, so that they do not all fall into one group.
    let mut means: Vec<[f32; WIDTH]> = (0..k)
        .map(|_| vectors[random.below(vectors.len().min(10 * k))])
        .collect();
    let mut groups = vec![0; vectors.len()];
    for _ in 0..12 {
        for (group, vector) in groups.iter_mut().zip(vectors) {
            let mut best = (0, f32::MIN);
            for (nth, mean) in means.iter().enumerate() {
                let like: f32 = mean.iter().zip(vector).map(|(a, b)| a * b).sum();
                if like > best.1 {
                    best = (nth, like);
                }
            }
            *group = best.0;
        }
        means.iter_mut().for_each(|mean| *mean = [0.0; WIDTH]);
        for (&group, vector) in groups.iter().zip(vectors) {
            for (mean, x) in means[group].iter_mut().zip(vector) {
                *mean += x;
            }
        }
        for mean in &mut means {
            let length = mean.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
            mean.iter_mut().for_each(|x| *x /= length);
        }
    }
    groups
}
