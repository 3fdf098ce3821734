//! Boosting: trees grown one after the other on what the others left, for the keep model.

use std::ops::Range;

use onrecord::split::model::forest::{Forest, LEAF, Node};

use crate::random::Random;

const BINS: usize = 64;
const LEAST: u32 = 30;
const LAMBDA: f32 = 1.0;

/// How the forest is grown.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) trees: usize,
    pub(crate) rate: f32,
    /// How many leaves a tree has at most.
    pub(crate) leaves: usize,
    /// The share of the features that a tree may ask about.
    pub(crate) columns: f32,
    /// Which features these are.
    pub(crate) seed: u64,
}

#[derive(Clone, Copy, Default)]
struct Cell {
    gradient: f32,
    curvature: f32,
    count: u32,
}

struct Open {
    rows: Vec<u32>,
    node: usize,
    sums: Vec<Cell>,
    best: Option<Split>,
}

#[derive(Clone, Copy)]
struct Split {
    gain: f32,
    feature: usize,
    bin: usize,
}

/// Grows a forest that tells the rows of `right` from the others.
pub(crate) fn forest<const FEATURES: usize>(
    rows: &[[f32; FEATURES]],
    right: &[bool],
    plan: Plan,
) -> Forest {
    let share = right.iter().filter(|&&right| right).count() as f32 / right.len().max(1) as f32;
    let bias = (share / (1.0 - share)).ln();
    grown(rows, bias, plan, |scores, slopes| {
        for ((slope, &score), &right) in slopes.iter_mut().zip(scores).zip(right) {
            let p = 1.0 / (1.0 + (-score).exp());
            *slope = (p - f32::from(right), (p * (1.0 - p)).max(1e-6));
        }
    })
}

/// Rows that are set against each other, and how much it counts which is preferred.
pub(crate) struct Group {
    pub(crate) rows: Range<usize>,
    pub(crate) weight: f32,
}

/// Grows a forest that puts the rows of `right` before the others of their group; where a group has none, all of it below
/// an even chance.
///
/// Each pair counts by how much their change of places would change the discounted gain (Burges, From `RankNet` to
/// `LambdaRank` to `LambdaMART`, 2010).
pub(crate) fn ranking<const FEATURES: usize>(
    rows: &[[f32; FEATURES]],
    right: &[bool],
    groups: &[Group],
    plan: Plan,
) -> Forest {
    grown(rows, 0.0, plan, |scores, slopes| {
        slopes.fill((0.0, 1e-6));
        for group in groups {
            // Nobody has a score of zero, and is right where no row is.
            let nobody = group.rows.end;
            let mut order: Vec<usize> = group.rows.clone().chain([nobody]).collect();
            let score = |row: usize| if row == nobody { 0.0 } else { scores[row] };
            order.sort_by(|a, b| score(*b).total_cmp(&score(*a)));
            let none = !right[group.rows.clone()].contains(&true);
            let is_right = |row: usize| if row == nobody { none } else { right[row] };
            for (a, &better) in order.iter().enumerate() {
                if !is_right(better) {
                    continue;
                }
                for (b, &worse) in order.iter().enumerate() {
                    if is_right(worse) {
                        continue;
                    }
                    let gain = |rank: usize| 1.0 / (rank as f32 + 2.0).log2();
                    let weight = group.weight * (gain(a) - gain(b)).abs();
                    let rho = 1.0 / (1.0 + (score(better) - score(worse)).exp());
                    for (row, sign) in [(better, -1.0), (worse, 1.0)] {
                        if row != nobody {
                            slopes[row].0 += sign * rho * weight;
                            slopes[row].1 += rho * (1.0 - rho) * weight;
                        }
                    }
                }
            }
        }
    })
}

/// The forest whose score is the mean of those of `forests`.
pub(crate) fn mean(forests: Vec<Forest>) -> Forest {
    let share = 1.0 / forests.len() as f32;
    let mut all = Forest::default();
    for forest in forests {
        let first = all.nodes.len() as u16;
        all.bias += share * forest.bias;
        all.roots
            .extend(forest.roots.iter().map(|root| root + first));
        all.nodes
            .extend(forest.nodes.into_iter().map(|node| match node.feature {
                LEAF => Node {
                    value: share * node.value,
                    ..node
                },
                _ => Node {
                    left: node.left + first,
                    ..node
                },
            }));
    }
    all
}

/// Grows the trees of `plan` on the slopes that the scores so far leave.
fn grown<const FEATURES: usize>(
    rows: &[[f32; FEATURES]],
    bias: f32,
    plan: Plan,
    mut leave: impl FnMut(&[f32], &mut [(f32, f32)]),
) -> Forest {
    let edges: Vec<Vec<f32>> = (0..FEATURES).map(|feature| edges(rows, feature)).collect();
    let binned: Vec<[u8; FEATURES]> = rows
        .iter()
        .map(|row| std::array::from_fn(|f| edges[f].partition_point(|&edge| edge < row[f]) as u8))
        .collect();
    let mut forest = Forest {
        bias,
        ..Forest::default()
    };
    let mut scores = vec![bias; rows.len()];
    let mut slopes = vec![(0.0, 0.0); rows.len()];
    let mut random = Random::new(plan.seed);
    for _ in 0..plan.trees {
        leave(&scores, &mut slopes);
        // Features that are not asked in a tree have no edges in it.
        let asked: Vec<Vec<f32>> = edges
            .iter()
            .map(|edges| {
                let left_out = random.below(1000) as f32 >= plan.columns * 1000.0;
                if left_out { Vec::new() } else { edges.clone() }
            })
            .collect();
        grow(&mut forest, &binned, &asked, &slopes, &mut scores, plan);
    }
    forest
}

fn edges<const FEATURES: usize>(rows: &[[f32; FEATURES]], feature: usize) -> Vec<f32> {
    let mut values: Vec<f32> = rows.iter().map(|row| row[feature]).collect();
    values.sort_unstable_by(f32::total_cmp);
    let mut edges: Vec<f32> = (1..BINS)
        .map(|bin| values[bin * (values.len() - 1) / BINS])
        .collect();
    edges.dedup();
    edges
}

fn grow<const FEATURES: usize>(
    forest: &mut Forest,
    binned: &[[u8; FEATURES]],
    edges: &[Vec<f32>],
    slopes: &[(f32, f32)],
    scores: &mut [f32],
    plan: Plan,
) {
    let root = forest.nodes.len();
    forest.roots.push(root as u16);
    forest.nodes.push(Node {
        feature: LEAF,
        value: 0.0,
        left: 0,
    });
    let rows: Vec<u32> = (0..binned.len() as u32).collect();
    let sums = sums(binned, slopes, &rows);
    let best = best(&sums, edges);
    let mut open = vec![Open {
        rows,
        node: root,
        sums,
        best,
    }];
    while open.len() < plan.leaves {
        let next = open
            .iter()
            .enumerate()
            .filter_map(|(at, open)| Some((at, open.best?)))
            .max_by(|(_, a), (_, b)| a.gain.total_cmp(&b.gain));
        let Some((at, split)) = next else { break };
        let parent = open.swap_remove(at);
        let (left, right): (Vec<u32>, Vec<u32>) = parent
            .rows
            .iter()
            .partition(|&&row| usize::from(binned[row as usize][split.feature]) <= split.bin);
        let node = forest.nodes.len();
        forest.nodes[parent.node] = Node {
            feature: split.feature as u8,
            value: edges[split.feature][split.bin],
            left: node as u16,
        };
        let small = if left.len() < right.len() {
            &left
        } else {
            &right
        };
        let small_sums = self::sums(binned, slopes, small);
        let large_sums: Vec<Cell> = parent
            .sums
            .iter()
            .zip(&small_sums)
            .map(|(all, part)| Cell {
                gradient: all.gradient - part.gradient,
                curvature: all.curvature - part.curvature,
                count: all.count - part.count,
            })
            .collect();
        let (left_sums, right_sums) = if left.len() < right.len() {
            (small_sums, large_sums)
        } else {
            (large_sums, small_sums)
        };
        for (nth, (rows, sums)) in [(left, left_sums), (right, right_sums)]
            .into_iter()
            .enumerate()
        {
            forest.nodes.push(Node {
                feature: LEAF,
                value: 0.0,
                left: 0,
            });
            let best = self::best(&sums, edges);
            open.push(Open {
                rows,
                node: node + nth,
                sums,
                best,
            });
        }
    }
    for leaf in open {
        let (mut gradient, mut curvature) = (0.0, 0.0);
        for &row in &leaf.rows {
            gradient += slopes[row as usize].0;
            curvature += slopes[row as usize].1;
        }
        let value = -plan.rate * gradient / (curvature + LAMBDA);
        forest.nodes[leaf.node].value = value;
        for &row in &leaf.rows {
            scores[row as usize] += value;
        }
    }
}

fn sums<const FEATURES: usize>(
    binned: &[[u8; FEATURES]],
    slopes: &[(f32, f32)],
    rows: &[u32],
) -> Vec<Cell> {
    let mut sums = vec![Cell::default(); FEATURES * BINS];
    for &row in rows {
        let (gradient, curvature) = slopes[row as usize];
        for (feature, &bin) in binned[row as usize].iter().enumerate() {
            let cell = &mut sums[feature * BINS + usize::from(bin)];
            cell.gradient += gradient;
            cell.curvature += curvature;
            cell.count += 1;
        }
    }
    sums
}

fn best(sums: &[Cell], edges: &[Vec<f32>]) -> Option<Split> {
    let mut best: Option<Split> = None;
    let worth = |gradient: f32, curvature: f32| gradient * gradient / (curvature + LAMBDA);
    for (feature, edges) in edges.iter().enumerate() {
        let cells = &sums[feature * BINS..][..BINS];
        let mut all = Cell::default();
        for cell in cells {
            all.gradient += cell.gradient;
            all.curvature += cell.curvature;
            all.count += cell.count;
        }
        let mut left = Cell::default();
        for (bin, cell) in cells.iter().enumerate().take(edges.len()) {
            left.gradient += cell.gradient;
            left.curvature += cell.curvature;
            left.count += cell.count;
            if left.count < LEAST || all.count - left.count < LEAST {
                continue;
            }
            let gain = worth(left.gradient, left.curvature)
                + worth(all.gradient - left.gradient, all.curvature - left.curvature)
                - worth(all.gradient, all.curvature);
            if gain > 1e-4 && best.is_none_or(|best| gain > best.gain) {
                best = Some(Split { gain, feature, bin });
            }
        }
    }
    best
}
