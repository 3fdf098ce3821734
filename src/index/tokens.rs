//! Words as they are indexed: each folded, as it stands; see [`super::stems`] for how it is found in other forms.
//!
//! The words of an article are found once, however many passages they stand in: what tantivy
//! is given is written out here, each term with a blank behind it, and [`Analysis`] only takes it apart.

use std::ops::Range;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::text::Span;
use crate::text::fold::Words;

/// What a position is set with, where a term is expected: behind `\u{1}12 ` comes the thirteenth word. No word has it.
const JUMP: char = '\u{1}';
/// What ends a term; no word has it.
const END: char = ' ';

/// Writes words out.
pub(super) struct Writing {
    /// Memory that is used again.
    buffer: String,
    words: Vec<(Span, usize)>,
}

impl Writing {
    pub(super) fn new() -> Self {
        Self {
            buffer: String::new(),
            words: Vec::new(),
        }
    }

    /// Writes the words of `text` to the end of `terms`, and tells of each its place in both. How many there are.
    pub(super) fn write(
        &mut self,
        text: &str,
        terms: &mut String,
        mut each: impl FnMut(Span, usize),
    ) -> usize {
        let mut words = Words::with_buffer(text, std::mem::take(&mut self.buffer));
        let mut count = 0;
        while let Some(span) = words.next() {
            each(span, terms.len());
            terms.push_str(words.word());
            terms.push(END);
            count += 1;
        }
        self.buffer = words.into_buffer();
        count
    }
}

/// Sets the position of the word to come.
pub(super) fn jump(terms: &mut String, position: usize) {
    terms.push(JUMP);
    terms.push_str(&position.to_string());
    terms.push(END);
}

/// The words of a part of an article, written out once.
pub(super) struct Written {
    /// Of each word, its place in the article, and where it is written.
    words: Vec<(Span, usize)>,
    /// Where the last ends.
    end: usize,
}

impl Written {
    /// Writes what stands at `part` of `text` to the end of `terms`.
    pub(super) fn of(text: &str, part: Span, terms: &mut String, writing: &mut Writing) -> Self {
        let mut words = std::mem::take(&mut writing.words);
        words.clear();
        let text = text.get(part.start..part.end).unwrap_or_default();
        writing.write(text, terms, |span, at| {
            words.push((
                Span::new(part.start + span.start, part.start + span.end),
                at,
            ));
        });
        Self {
            words,
            end: terms.len(),
        }
    }

    /// Gives its memory back.
    pub(super) fn give_back(self, writing: &mut Writing) {
        writing.words = self.words;
    }

    /// Where the words at `span` are written, and how many there are; `None` where `span` begins or ends within a word.
    pub(super) fn at(&self, span: Span) -> Option<(Range<usize>, usize)> {
        let first = self
            .words
            .partition_point(|(word, _)| word.start < span.start);
        let count = self.words[first..].partition_point(|(word, _)| word.end <= span.end);
        let starts = |nth: usize| self.words.get(nth).map_or(self.end, |&(_, at)| at);
        let before = first.checked_sub(1).map(|nth| self.words[nth].0);
        let after = self.words.get(first + count).map(|&(word, _)| word);
        let parts_words = before.is_some_and(|word| word.end > span.start)
            || after.is_some_and(|word| word.start < span.end);
        (!parts_words).then(|| (starts(first)..starts(first + count), count))
    }
}

/// Takes apart what was written out.
#[derive(Clone, Default)]
pub(super) struct Analysis {
    token: Token,
}

impl Tokenizer for Analysis {
    type TokenStream<'a> = Tokens<'a>;

    fn token_stream<'a>(&'a mut self, terms: &'a str) -> Tokens<'a> {
        self.token.reset();
        Tokens {
            left: terms,
            next: 0,
            token: &mut self.token,
        }
    }
}

/// The words of one text.
pub(super) struct Tokens<'a> {
    /// Terms still to come.
    left: &'a str,
    /// The position of the next word.
    next: usize,
    token: &'a mut Token,
}

impl TokenStream for Tokens<'_> {
    fn advance(&mut self) -> bool {
        loop {
            let end = self.left.bytes().position(|byte| byte == END as u8);
            let Some(end) = end else {
                return false;
            };
            let term = &self.left[..end];
            self.left = &self.left[end + END.len_utf8()..];
            if let Some(position) = term.strip_prefix(JUMP) {
                // Never back: positions of a term only grow.
                self.next = self.next.max(position.parse().unwrap_or(0));
                continue;
            }
            self.token.position = self.next;
            self.next += 1;
            self.token.text.clear();
            self.token.text.push_str(term);
            return true;
        }
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::{Analysis, Writing, Written, jump};
    use crate::text::Span;
    use tantivy::tokenizer::{TokenStream, Tokenizer};

    fn read(terms: &str) -> String {
        let mut analysis = Analysis::default();
        let mut all = Vec::new();
        analysis.token_stream(terms).process(&mut |token| {
            all.push(format!("{}@{}", token.text, token.position));
        });
        all.join(" ")
    }

    #[track_caller]
    fn case(text: &str, expected: &str) {
        let mut terms = String::new();
        Writing::new().write(text, &mut terms, |_, _| {});
        assert_eq!(read(&terms), expected);
    }

    #[test]
    fn words_come_one_after_the_other() {
        case("Voting machines", "voting@0 machines@1");
        case("the U.S. vote", "the@0 us@1 vote@2");
        case("\u{1}7;a ~votes", "7@0 a@1 votes@2");
        case("", "");
    }

    #[test]
    fn words_come_where_a_jump_sets_them() {
        let mut writing = Writing::new();
        let mut terms = String::new();
        for (position, words) in [(7, "a claims"), (20, "c"), (3, "d")] {
            jump(&mut terms, position);
            writing.write(words, &mut terms, |_, _| {});
        }
        assert_eq!(read(&terms), "a@7 claims@8 c@20 d@21");
    }

    #[test]
    fn words_of_a_part_are_found_where_they_are_written() {
        let text = "So: the U.S. don't vote; machines “vote”.";
        let mut terms = "before ".to_owned();
        let written = Written::of(
            text,
            Span::new(4, text.len()),
            &mut terms,
            &mut Writing::new(),
        );
        let found = |part: &str| {
            let start = text.find(part).unwrap_or_default();
            let found = written.at(Span::new(start, start + part.len()));
            found.map(|(place, count)| format!("{count}: {}", &terms[place]))
        };
        assert_eq!(found("the U.S."), Some("2: the us ".to_owned()));
        assert_eq!(found(" don't "), Some("1: don't ".to_owned()));
        assert_eq!(
            found("machines “vote”."),
            Some("2: machines vote ".to_owned())
        );
        assert_eq!(found("”."), Some("0: ".to_owned()));
        assert_eq!(found("; "), Some("0: ".to_owned()));
        for parts_a_word in ["the U.S", "he U", "t vote", "machine", "chine"] {
            assert_eq!(found(parts_a_word), None, "{parts_a_word}");
        }
    }
}
