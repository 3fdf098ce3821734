//! Words on a terminal: wrapped to its width as it is seen, matches marked, nothing that could drive the terminal.

use std::io::{self, Write};

use anstyle::Style;
use onrecord::text::Span;
use unicode_width::UnicodeWidthChar;

/// How wide lines are; without an end where nobody looks at them on a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Width(Option<usize>);

impl Width {
    /// Lines that never end: for pipes and files, where a passage on one line is easier to work with.
    pub(crate) const ENDLESS: Self = Self(None);

    /// Lines of so many columns, within what reads well.
    pub(crate) fn columns(columns: usize) -> Self {
        Self(Some(columns.clamp(20, 110)))
    }

    /// The width, at most `most`.
    pub(crate) fn within(self, most: usize) -> usize {
        self.end().min(most)
    }

    /// Lines of half the width, less the gap between the halves; none where lines never end.
    pub(crate) fn half(self, gap: usize) -> Option<usize> {
        self.0.map(|columns| columns.saturating_sub(gap) / 2)
    }

    fn end(self) -> usize {
        self.0.unwrap_or(usize::MAX)
    }
}

/// What a terminal is shown for `char`: itself, or a picture of it where it would do something.
///
/// Control characters could move the cursor or retitle the window, bidirectional controls could make a line read
/// otherwise than it stands, and characters without width could hide in a word.
pub(crate) fn harmless(char: char) -> Option<char> {
    match char {
        '\u{7f}' => Some('\u{2421}'),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(char)),
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some('\u{fffd}'),
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' => {
            None
        }
        _ => Some(char),
    }
}

/// `words` as a terminal may be shown them, on one line.
pub(crate) fn line(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter_map(harmless));
    }
    line
}

fn columns(char: char) -> usize {
    char.width().unwrap_or(0)
}

/// A run of words in one style, laid over a paragraph.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) span: Span,
    pub(crate) style: Style,
}

/// Writes paragraphs into lines of a width, each line after `indent` blanks.
pub(crate) struct Wrap<'w, W: Write> {
    out: &'w mut W,
    width: Width,
    indent: usize,
    column: usize,
    style: Style,
}

impl<'w, W: Write> Wrap<'w, W> {
    pub(crate) fn new(out: &'w mut W, width: Width, indent: usize) -> Self {
        Self {
            out,
            width,
            indent,
            column: 0,
            style: Style::new(),
        }
    }

    /// Goes on, after a blank, in a line that holds `column` columns already.
    pub(crate) fn after(out: &'w mut W, width: Width, column: usize) -> Self {
        let mut wrap = Self::new(out, width, 2);
        wrap.column = column;
        wrap
    }

    /// Writes `text` as one paragraph, white space folded, each of `marks` (in order, not overlapping) in its style.
    pub(crate) fn paragraph(&mut self, text: &str, mut marks: &[Mark]) -> io::Result<()> {
        let mut style_at = |byte: usize| {
            while let [first, rest @ ..] = marks
                && first.span.end <= byte
            {
                marks = rest;
            }
            marks
                .first()
                .filter(|mark| mark.span.holds(byte))
                .map_or(Style::new(), |mark| mark.style)
        };
        let mut rest = 0;
        for word in text.split_whitespace() {
            let start = rest + text[rest..].find(word).unwrap_or(0);
            rest = start + word.len();
            self.word(text, Span::new(start, rest), &mut style_at)?;
        }
        self.end()
    }

    fn word(
        &mut self,
        text: &str,
        word: Span,
        style_at: &mut impl FnMut(usize) -> Style,
    ) -> io::Result<()> {
        let chars = || {
            word.of(text)
                .char_indices()
                .filter_map(|(at, char)| Some((word.start + at, harmless(char)?)))
        };
        let length: usize = chars().map(|(_, char)| columns(char)).sum();
        if self.column == 0 {
            self.margin()?;
        } else if self.column + 1 + length > self.width.end() {
            self.newline()?;
        } else {
            // The blank belongs to a mark that goes on over it.
            let style = match word.start.checked_sub(1).map(&mut *style_at) {
                Some(style) if style == self.style => style,
                _ => Style::new(),
            };
            self.put(' ', style)?;
        }
        for (at, char) in chars() {
            if self.column + columns(char) > self.width.end() {
                self.newline()?;
            }
            self.put(char, style_at(at))?;
        }
        Ok(())
    }

    fn put(&mut self, char: char, style: Style) -> io::Result<()> {
        if style != self.style {
            write!(self.out, "{}{}", self.style.render_reset(), style.render())?;
            self.style = style;
        }
        self.column += columns(char);
        write!(self.out, "{char}")
    }

    fn margin(&mut self) -> io::Result<()> {
        self.column = self.indent;
        write!(self.out, "{:1$}", "", self.indent)
    }

    fn newline(&mut self) -> io::Result<()> {
        self.end()?;
        self.margin()
    }

    fn end(&mut self) -> io::Result<()> {
        write!(self.out, "{}", self.style.render_reset())?;
        self.style = Style::new();
        self.column = 0;
        writeln!(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, Span, Width, Wrap, line};

    #[track_caller]
    fn case(text: &str, width: Width, indent: usize, expected: &str) {
        let mut out = Vec::new();
        Wrap::new(&mut out, width, indent)
            .paragraph(text, &[])
            .expect("a vector takes all");
        assert_eq!(String::from_utf8_lossy(&out), expected);
    }

    #[test]
    fn wraps_by_what_is_seen() {
        let width = Width::columns(20);
        case("", width, 2, "\n");
        case(
            "The bill  passed\non Friday night.",
            width,
            2,
            "  The bill passed on\n  Friday night.\n",
        );
        case(
            "東京東京東京東京東京東京",
            width,
            0,
            "東京東京東京東京東京\n東京\n",
        );
        case(
            &"x".repeat(25),
            width,
            0,
            &format!("{}\n{}\n", "x".repeat(20), "x".repeat(5)),
        );
        case(
            "one line\nfor ever",
            Width::ENDLESS,
            2,
            "  one line for ever\n",
        );
    }

    #[test]
    fn shows_control_characters_harmless() {
        assert_eq!(
            line("a\u{1b}[31mred\u{7} \u{202e}txt"),
            "a␛[31mred␇ \u{fffd}txt"
        );
        assert_eq!(line("ze\u{200b}ro"), "zero");
    }

    #[test]
    fn marks_go_on_over_a_break() {
        let mut out = Vec::new();
        let bold = anstyle::Style::new().bold();
        let mark = Mark {
            span: Span::new(0, 21),
            style: bold,
        };
        Wrap::new(&mut out, Width::columns(20), 0)
            .paragraph("one two three marked words", &[mark])
            .expect("a vector takes all");
        assert_eq!(
            String::from_utf8_lossy(&out),
            "\u{1b}[1mone two three marked\u{1b}[0m\nwords\n"
        );
    }
}
