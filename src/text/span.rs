//! A place in a text.

use std::fmt;
use std::ops::Range;

/// A run of bytes in a text, end exclusive, both ends on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The whole of `text`.
    #[must_use]
    pub const fn whole(text: &str) -> Self {
        Self {
            start: 0,
            end: text.len(),
        }
    }

    /// Its length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// What stands here in `text`.
    ///
    /// # Panics
    /// When the span is not one of `text`: outside it, or inside a character.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether `other` lies wholly in this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies in this span.
    #[must_use]
    pub const fn holds(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The span without white space at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        self.trim_matches(text, char::is_whitespace)
    }

    /// The span without the characters at its ends that are `unwanted`.
    #[must_use]
    pub fn trim_matches(self, text: &str, unwanted: impl Fn(char) -> bool) -> Self {
        let words = self.of(text);
        let left = words.trim_start_matches(&unwanted);
        let start = self.end - left.len();
        Self {
            start,
            end: start + left.trim_end_matches(&unwanted).len(),
        }
    }

    /// What is left of this span when the `holes`, in order, are cut out of it.
    #[must_use]
    pub fn without(self, holes: &[Self]) -> Vec<Self> {
        let mut pieces = Vec::new();
        let mut start = self.start;
        for hole in holes.iter().filter(|hole| hole.overlaps(self)) {
            if hole.start > start {
                pieces.push(Self::new(start, hole.start));
            }
            start = start.max(hole.end);
        }
        if start < self.end {
            pieces.push(Self::new(start, self.end));
        }
        pieces
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn trims_to_the_words() {
        let text = " “héllo” ";
        assert_eq!(Span::whole(text).trim(text).of(text), "“héllo”");
        assert_eq!(
            Span::whole(text)
                .trim_matches(text, |c| !c.is_alphabetic())
                .of(text),
            "héllo"
        );
        assert!(Span::new(0, 1).trim(text).is_empty());
    }

    #[test]
    fn cuts_holes_out() {
        let whole = Span::new(0, 10);
        assert_eq!(whole.without(&[]), [whole]);
        assert_eq!(
            whole.without(&[Span::new(2, 4), Span::new(3, 5)]),
            [Span::new(0, 2), Span::new(5, 10)]
        );
        assert_eq!(
            whole.without(&[Span::new(0, 3), Span::new(8, 12)]),
            [Span::new(3, 8)]
        );
        assert!(whole.without(&[Span::new(0, 10)]).is_empty());
    }
}
