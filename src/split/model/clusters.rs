//! Clusters: words that stand among the same neighbours, so that what is learned of one is known of the others.

/// The cluster of each word that is common enough to have one.
#[derive(Debug, Clone, Default)]
pub struct Clusters {
    /// Hashes of words in lower case, in order.
    words: Vec<u32>,
    /// The cluster of each: a fine and a coarse one, from 1.
    pairs: Vec<(u16, u8)>,
    /// Where the hashes that begin with a number begin.
    starts: Vec<u32>,
}

const BEGINNINGS: u32 = 12;

impl Clusters {
    /// The clusters of `words`, given by their hashes.
    pub fn new(mut entries: Vec<(u32, (u16, u8))>) -> Self {
        entries.sort_unstable();
        entries.dedup_by_key(|entry| entry.0);
        let mut starts = Vec::with_capacity((1 << BEGINNINGS) + 1);
        for beginning in 0..=1_u64 << BEGINNINGS {
            let at = entries
                .partition_point(|entry| u64::from(entry.0) < beginning << (32 - BEGINNINGS));
            starts.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        let (words, pairs) = entries.into_iter().unzip();
        Self {
            words,
            pairs,
            starts,
        }
    }

    /// The clusters of the word with the hash `low`; zeros if it has none.
    pub fn of(&self, low: u32) -> (u16, u8) {
        let beginning = (low >> (32 - BEGINNINGS)) as usize;
        let (Some(&start), Some(&end)) =
            (self.starts.get(beginning), self.starts.get(beginning + 1))
        else {
            return (0, 0);
        };
        let (start, end) = (start as usize, end as usize);
        match self.words[start..end].binary_search(&low) {
            Ok(at) => self.pairs[start + at],
            Err(_) => (0, 0),
        }
    }

    /// All words with their clusters.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = (u32, (u16, u8))> {
        self.words.iter().copied().zip(self.pairs.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::Clusters;

    #[test]
    fn every_word_finds_its_own() {
        let entries = [
            (0, (1, 1)),
            (7, (2, 1)),
            (1 << 20, (3, 2)),
            (u32::MAX, (9, 9)),
        ];
        let clusters = Clusters::new(entries.to_vec());
        for (word, pair) in entries {
            assert_eq!(clusters.of(word), pair);
        }
        assert_eq!(clusters.of(8), (0, 0));
        assert_eq!(Clusters::default().of(8), (0, 0));
        assert!(clusters.entries().eq(entries));
    }
}
