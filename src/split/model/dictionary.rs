//! A dictionary: what was learned of words that are common enough to be remembered one by one.

use super::tag::Tag;

/// Words that stand among the same neighbours, so that what is learned of one is known of the others: a fine and a coarse
/// cluster of each, from 1.
pub type Clusters = Dictionary<(u16, u8)>;

/// Words that have one part of speech wherever they stand.
pub type Known = Dictionary<Tag>;

/// Words and what each is known for.
#[derive(Debug, Clone)]
pub struct Dictionary<V> {
    /// Hashes of words in lower case, in order.
    words: Vec<u32>,
    values: Vec<V>,
    /// Where the hashes that begin with a number begin.
    starts: Vec<u32>,
}

const BEGINNINGS: u32 = 12;

impl<V> Default for Dictionary<V> {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            values: Vec::new(),
            starts: Vec::new(),
        }
    }
}

impl<V: Copy> Dictionary<V> {
    /// What is known of words, given by their hashes.
    pub fn new(mut entries: Vec<(u32, V)>) -> Self {
        entries.sort_by_key(|(word, _)| *word);
        entries.dedup_by_key(|(word, _)| *word);
        let mut starts = Vec::with_capacity((1 << BEGINNINGS) + 1);
        for beginning in 0..=1_u64 << BEGINNINGS {
            let at = entries
                .partition_point(|(word, _)| u64::from(*word) < beginning << (32 - BEGINNINGS));
            starts.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        let (words, values) = entries.into_iter().unzip();
        Self {
            words,
            values,
            starts,
        }
    }

    /// What is known of the word with the hash `low`.
    pub fn of(&self, low: u32) -> Option<V> {
        let beginning = (low >> (32 - BEGINNINGS)) as usize;
        let start = *self.starts.get(beginning)? as usize;
        let end = *self.starts.get(beginning + 1)? as usize;
        let at = self.words[start..end].binary_search(&low).ok()?;
        Some(self.values[start + at])
    }

    /// All words with what is known of them.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = (u32, V)> {
        self.words.iter().copied().zip(self.values.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::Dictionary;

    #[test]
    fn every_word_finds_its_own() {
        let entries = [(0, 'a'), (7, 'b'), (1 << 20, 'c'), (u32::MAX, 'd')];
        let dictionary = Dictionary::new(entries.to_vec());
        for (word, value) in entries {
            assert_eq!(dictionary.of(word), Some(value));
        }
        assert_eq!(dictionary.of(8), None);
        assert_eq!(Dictionary::<char>::default().of(8), None);
        assert!(dictionary.entries().eq(entries));
    }
}
