//! A sieve: a forest laid out to be asked often, by feature rather than by tree.
//!
//! All questions about one feature stand in the order of their thresholds. Those whose threshold lies below the value are
//! the first of them; each strikes out the leaves of its tree that it leads away from, and what is left at the end is the
//! leaf that a walk from the root would have come to. No step waits for the one before it, as each of a walk does.

use super::forest::{Forest, LEAF};

/// A forest and its questions by feature.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sieve {
    forest: Forest,
    /// What the leaves are worth, `width` a tree, from left to right.
    worths: Vec<f32>,
    /// The most leaves that a tree has; 0 where they are too many, and trees are walked.
    width: usize,
    /// Where the questions about each feature begin.
    starts: Vec<usize>,
    questions: Vec<Question>,
}

/// What a value above the threshold does to its tree.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Question {
    threshold: f32,
    tree: u16,
    /// The leaves that stay, a bit each.
    stay: u32,
}

/// The most leaves of a tree that fit into a number.
const MOST: usize = 32;

impl From<Forest> for Sieve {
    fn from(forest: Forest) -> Self {
        let mut trees = Vec::with_capacity(forest.roots.len());
        let mut questions: Vec<(u8, Question)> = Vec::new();
        for &root in &forest.roots {
            let tree = u16::try_from(trees.len()).unwrap_or(u16::MAX);
            let mut leaves = Vec::new();
            lay_out(&forest, root, tree, &mut leaves, &mut questions);
            trees.push(leaves);
        }
        let width = trees.iter().map(Vec::len).max().unwrap_or(0);
        if width > MOST || trees.len() > usize::from(u16::MAX) {
            return Self {
                forest,
                ..Self::default()
            };
        }
        for leaves in &mut trees {
            leaves.resize(width, 0.0);
        }
        questions.sort_by(|(a, one), (b, other)| {
            a.cmp(b).then(one.threshold.total_cmp(&other.threshold))
        });
        let starts = (0..=usize::from(LEAF))
            .map(|feature| questions.partition_point(|(asked, _)| usize::from(*asked) < feature))
            .collect();
        Self {
            forest,
            worths: trees.concat(),
            width,
            starts,
            questions: questions
                .into_iter()
                .map(|(_, question)| question)
                .collect(),
        }
    }
}

/// Appends the leaves under `node` to those of its tree, and its questions to all.
fn lay_out(
    forest: &Forest,
    node: u16,
    tree: u16,
    leaves: &mut Vec<f32>,
    questions: &mut Vec<(u8, Question)>,
) {
    let asked = forest.nodes[usize::from(node)];
    if asked.feature == LEAF || leaves.len() > MOST {
        leaves.push(asked.value);
        return;
    }
    let first = leaves.len();
    lay_out(forest, asked.left, tree, leaves, questions);
    let gone = leaves.len().min(MOST) - first.min(MOST);
    let stay = (first..first + gone).fold(u32::MAX, |stay, leaf| stay & !(1 << leaf));
    let question = Question {
        threshold: asked.value,
        tree,
        stay,
    };
    questions.push((asked.feature, question));
    lay_out(forest, asked.left + 1, tree, leaves, questions);
}

impl Sieve {
    /// The forest as it grew.
    pub fn forest(&self) -> &Forest {
        &self.forest
    }

    /// How likely, from the values of the features: what [`Forest::probability`] tells, to the last digit.
    pub fn probability(&self, values: &[f32]) -> f32 {
        if self.width == 0 {
            return self.forest.probability(values);
        }
        let mut left = vec![u32::MAX; self.forest.roots.len()];
        for (&value, range) in values.iter().zip(self.starts.windows(2)) {
            for question in &self.questions[range[0]..range[1]] {
                // What is no number goes left, as on a walk.
                if value.is_nan() || value <= question.threshold {
                    break;
                }
                left[usize::from(question.tree)] &= question.stay;
            }
        }
        let score: f32 = left
            .iter()
            .zip(self.worths.chunks_exact(self.width))
            .map(|(left, worths)| worths[left.trailing_zeros() as usize])
            .sum();
        self.forest.likely(score)
    }
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::float_cmp,
        reason = "the same numbers are added in the same order"
    )]

    use super::{MOST, Sieve};
    use crate::split::model::forest::{Forest, LEAF, Node};

    /// Trees of so many leaves, grown by chance.
    fn grown(leaves: usize) -> Forest {
        let mut random = 7_u32;
        let mut next = |below: usize| {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (random >> 8) as usize % below
        };
        let mut forest = Forest {
            bias: -0.25,
            ..Forest::default()
        };
        for _ in 0..20 {
            let root = forest.nodes.len();
            forest.roots.push(u16::try_from(root).unwrap_or(0));
            let mut open = vec![root];
            let leaf = |worth: usize| Node {
                feature: LEAF,
                value: worth as f32 / 7.0,
                left: 0,
            };
            forest.nodes.push(leaf(next(90)));
            while open.len() < leaves {
                let node = open.swap_remove(next(open.len()));
                let left = forest.nodes.len();
                forest.nodes[node] = Node {
                    feature: u8::try_from(next(4)).unwrap_or(0),
                    value: next(9) as f32,
                    left: u16::try_from(left).unwrap_or(0),
                };
                for child in [left, left + 1] {
                    forest.nodes.push(leaf(next(90)));
                    open.push(child);
                }
            }
        }
        forest
    }

    #[test]
    fn tells_what_a_walk_tells() {
        for leaves in [1, 2, 8, MOST, MOST + 1] {
            let forest = grown(leaves);
            let sieve = Sieve::from(forest.clone());
            for nth in 0_u16..500 {
                let values = [nth % 10, nth / 10 % 10, nth / 50, nth % 7].map(f32::from);
                assert_eq!(sieve.probability(&values), forest.probability(&values));
            }
            let odd = [f32::NAN, f32::INFINITY, -0.0, f32::NEG_INFINITY];
            assert_eq!(sieve.probability(&odd), forest.probability(&odd));
        }
    }
}
