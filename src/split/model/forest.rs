//! A forest: small decision trees whose leaves add up to a score.

/// Trees that were grown one after the other, each on what the others left.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Forest {
    /// The score before any tree.
    pub bias: f32,
    /// The nodes of all trees; the first of a tree is its root.
    pub nodes: Vec<Node>,
    /// The roots.
    pub roots: Vec<u16>,
}

/// A question, or where `feature` is [`LEAF`] an answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// What is asked about.
    pub feature: u8,
    /// Values up to this one go left; of a leaf, its worth.
    pub value: f32,
    /// The node on the left; the one on the right comes after it.
    pub left: u16,
}

/// Marks a node that asks nothing.
pub const LEAF: u8 = u8::MAX;

impl Forest {
    /// How likely, from the values of the features.
    pub fn probability(&self, values: &[f32]) -> f32 {
        let score: f32 = self.roots.iter().map(|&root| self.leaf(root, values)).sum();
        self.likely(score)
    }

    /// How likely, where the trees together say `score`.
    pub(super) fn likely(&self, score: f32) -> f32 {
        1.0 / (1.0 + (-score - self.bias).exp())
    }

    fn leaf(&self, root: u16, values: &[f32]) -> f32 {
        let mut node = &self.nodes[root as usize];
        while node.feature != LEAF {
            let right = values[node.feature as usize] > node.value;
            node = &self.nodes[node.left as usize + usize::from(right)];
        }
        node.value
    }
}

#[cfg(test)]
mod tests {
    use super::{Forest, LEAF, Node};

    #[test]
    fn values_up_to_the_threshold_go_left() {
        let leaf = |value| Node {
            feature: LEAF,
            value,
            left: 0,
        };
        let forest = Forest {
            bias: 0.0,
            nodes: vec![
                Node {
                    feature: 1,
                    value: 0.5,
                    left: 1,
                },
                leaf(-2.0),
                leaf(2.0),
            ],
            roots: vec![0],
        };
        assert!(forest.probability(&[9.0, 0.5]) < 0.2);
        assert!(forest.probability(&[0.0, 0.6]) > 0.8);
        assert!((Forest::default().probability(&[]) - 0.5).abs() < 1e-6);
    }
}
