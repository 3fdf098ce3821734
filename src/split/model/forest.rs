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
