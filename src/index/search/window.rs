//! A stretch of documents with what each of them counts: many are gone through together, which is far faster than one
//! by one.

use tantivy::DocId;
use tantivy::fieldnorm::FieldNormReader;

/// Documents in a window.
const WIDTH: usize = 1 << 10;
/// Documents in a word of bits.
const BITS: usize = 64;

/// A set of the documents of a window.
pub(super) type Set = [u64; WIDTH / BITS];

/// What makes up for the length of long passages.
struct Lengths {
    norms: FieldNormReader,
    /// What a find is divided by, by the length as tantivy keeps it.
    divisors: [f32; 256],
}

/// A stretch of documents, some of which are in.
pub(super) struct Window {
    base: DocId,
    set: Set,
    /// Nought for those that are not in.
    scores: [f32; WIDTH],
    /// What the next finds are worth.
    weight: f32,
    lengths: Option<Box<Lengths>>,
    normed: bool,
}

impl Window {
    /// An empty window in which a find counts what it is.
    pub(super) fn new() -> Self {
        Self {
            base: 0,
            set: [0; WIDTH / BITS],
            scores: [0.0; WIDTH],
            weight: 1.0,
            lengths: None,
            normed: false,
        }
    }

    /// The same, able to divide finds by what `divisor` gives for the length of the document.
    pub(super) fn with_lengths(norms: FieldNormReader, divisor: impl Fn(u32) -> f32) -> Self {
        let mut divisors = [0.0; 256];
        for (id, place) in (0..=u8::MAX).zip(&mut divisors) {
            *place = divisor(FieldNormReader::id_to_fieldnorm(id));
        }
        Self {
            lengths: Some(Box::new(Lengths { norms, divisors })),
            ..Self::new()
        }
    }

    /// Makes the coming finds worth `weight`, and less in long documents where `normed`.
    pub(super) fn weigh(&mut self, weight: f32, normed: bool) {
        (self.weight, self.normed) = (weight, normed);
    }

    /// Empties it and puts it where it begins with `base`.
    pub(super) fn begin(&mut self, base: DocId) {
        for (word, scores) in self.set.iter_mut().zip(self.scores.chunks_exact_mut(BITS)) {
            if *word != 0 {
                *word = 0;
                scores.fill(0.0);
            }
        }
        self.base = base;
    }

    /// The same, where a word of its set begins, so that it can be compared with sets of all documents.
    #[expect(clippy::cast_possible_truncation, reason = "a word is small")]
    pub(super) fn begin_words(&mut self, doc: DocId) {
        self.begin(doc - doc % BITS as DocId);
    }

    /// The word of a set of all documents that has those of a word of this one, which begins with such a word.
    pub(super) fn word(&self, at: usize) -> usize {
        self.base as usize / BITS + at
    }

    /// The document of a bit of a word.
    #[expect(clippy::cast_possible_truncation, reason = "a window is small")]
    pub(super) fn doc(&self, at: usize, bit: u32) -> DocId {
        self.base + (at * BITS) as DocId + bit
    }

    /// The most that a document of a word counts, or nought.
    pub(super) fn most(&self, at: usize) -> f32 {
        // Side by side, as a processor compares several at once.
        let mut most = [0.0_f32; 8];
        for scores in self.scores[at * BITS..][..BITS].chunks_exact(8) {
            for (most, &score) in most.iter_mut().zip(scores) {
                *most = if score > *most { score } else { *most };
            }
        }
        most.into_iter().fold(0.0, f32::max)
    }

    /// The first document that it covers.
    pub(super) fn base(&self) -> DocId {
        self.base
    }

    /// The first document beyond it.
    #[expect(clippy::cast_possible_truncation, reason = "a window is small")]
    pub(super) fn end(&self) -> DocId {
        self.base.saturating_add(WIDTH as DocId)
    }

    /// Adds a find to a document that it covers.
    #[inline]
    pub(super) fn add(&mut self, doc: DocId, find: f32) {
        let mut find = self.weight * find;
        if self.normed
            && let Some(lengths) = &self.lengths
        {
            find /= lengths.divisors[usize::from(lengths.norms.fieldnorm_id(doc))];
        }
        let at = (doc - self.base) as usize % WIDTH;
        self.set[at / BITS] |= 1 << (at % BITS);
        self.scores[at] += find;
    }

    /// Which documents are in.
    pub(super) fn set(&self) -> &Set {
        &self.set
    }

    /// What a document that it covers counts.
    #[inline]
    pub(super) fn score(&self, doc: DocId) -> f32 {
        self.scores[(doc - self.base) as usize % WIDTH]
    }

    /// Calls `each` with the documents that are in, in order, and with what they count.
    #[inline]
    pub(super) fn each(&self, mut each: impl FnMut(DocId, f32)) {
        let words = self.set.iter().zip(self.scores.chunks_exact(BITS));
        for ((&word, scores), base) in words.zip((self.base..).step_by(BITS)) {
            for bit in bits(word) {
                each(base + bit, scores[bit as usize]);
            }
        }
    }

    /// Adds what `score` makes of each count in `counts`, a window of the same documents; of nought it makes nought.
    pub(super) fn add_all(&mut self, counts: &Self, score: impl Fn(f32) -> f32) {
        let mine = self.set.iter_mut().zip(self.scores.chunks_exact_mut(BITS));
        let others = counts.set.iter().zip(counts.scores.chunks_exact(BITS));
        for ((mine, scores), (&others, counts)) in mine.zip(others) {
            if others != 0 {
                *mine |= others;
                // All at once, as those that are not in add nought.
                for (mine, &count) in scores.iter_mut().zip(counts) {
                    *mine += score(count);
                }
            }
        }
    }
}

/// The documents of a set in the window that begins with `base`.
#[expect(clippy::cast_possible_truncation, reason = "a window is small")]
pub(super) fn docs(set: &Set, base: DocId) -> impl Iterator<Item = DocId> {
    set.iter()
        .enumerate()
        .flat_map(move |(nth, &word)| bits(word).map(move |bit| base + (nth * BITS) as DocId + bit))
}

/// The places of the bits that are set, in order.
pub(super) fn bits(mut word: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = word.trailing_zeros();
        word &= word.wrapping_sub(1);
        (bit < u64::BITS).then_some(bit)
    })
}

/// How many documents a set has.
pub(super) fn count(set: &Set) -> u32 {
    set.iter().map(|word| word.count_ones()).sum()
}

/// Takes a document out of a set in the window that begins with `base`.
pub(super) fn take_out(set: &mut Set, base: DocId, doc: DocId) {
    let at = (doc - base) as usize % WIDTH;
    set[at / BITS] &= !(1 << (at % BITS));
}

/// Puts a document in.
pub(super) fn put_in(set: &mut Set, base: DocId, doc: DocId) {
    let at = (doc - base) as usize % WIDTH;
    set[at / BITS] |= 1 << (at % BITS);
}

/// Whether a document is in.
pub(super) fn has(set: &Set, base: DocId, doc: DocId) -> bool {
    let at = (doc - base) as usize % WIDTH;
    set[at / BITS] >> (at % BITS) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::{Window, count, take_out};
    use tantivy::DocId;

    fn hits(window: &Window) -> Vec<(DocId, f32)> {
        let mut hits = Vec::new();
        window.each(|doc, score| hits.push((doc, score)));
        hits
    }

    #[test]
    fn holds_what_is_added_up() {
        let mut window = Window::new();
        window.begin(100);
        for doc in [100, 163, 164, 1123, 164] {
            window.add(doc, 1.5);
        }
        assert_eq!(
            hits(&window),
            [(100, 1.5), (163, 1.5), (164, 3.0), (1123, 1.5)]
        );
        let mut set = *window.set();
        take_out(&mut set, window.base(), 163);
        assert_eq!((count(&set), window.end()), (3, 1124));
        window.begin(7);
        assert_eq!(hits(&window), []);
        window.weigh(0.5, true);
        window.add(7, 1.0);
        assert_eq!(hits(&window), [(7, 0.5)]);
        let mut double = Window::new();
        double.begin(7);
        double.add(9, 1.0);
        double.add_all(&window, |count| count * 2.0);
        assert_eq!(hits(&double), [(7, 1.0), (9, 1.0)]);
    }
}
