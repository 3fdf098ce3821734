//! The text of an article with passages marked in it.

use std::cmp::Ordering;
use std::io::{self, Write};

use anstyle::Style;
use onrecord::passage::{Kind, Passage};
use onrecord::text::Span;

use super::plain::{Mark, Width, Wrap};
use super::text::{CLAIM, FACT, FAINT, QUOTE};

/// A text, and the passages to mark in it.
pub(crate) struct Marked<'a> {
    pub(crate) text: &'a str,
    pub(crate) passages: &'a [Passage],
    /// Whether each has its number after it, counted from one.
    pub(crate) numbered: bool,
    /// Whether marks show where each begins and ends, for when there are no colours.
    pub(crate) bracketed: bool,
    pub(crate) indent: usize,
    pub(crate) width: Width,
}

/// Where the look of the text changes.
struct Change {
    at: usize,
    /// Opened (+1), closed (-1), or the number after a passage (0).
    by: isize,
    layer: usize,
    number: usize,
}

/// What shows where several lie over one another: a quote over the claim that holds it.
const LAYERS: [Style; 3] = [QUOTE, CLAIM, FACT];

impl Marked<'_> {
    /// Writes `paragraphs`, places of the text in order, a blank line between. One sweep over all places, however many.
    pub(crate) fn write(&self, out: &mut impl Write, paragraphs: &[Span]) -> io::Result<()> {
        let mut changes = self.changes().into_iter().peekable();
        let mut open = [0_isize; LAYERS.len()];
        for (nth, paragraph) in paragraphs.iter().enumerate() {
            if nth > 0 {
                writeln!(out)?;
            }
            let mut line = Line::default();
            let mut at = paragraph.start;
            while let Some(change) = changes.next_if(|change| change.at <= paragraph.end) {
                let until = change.at.max(at);
                line.push(Span::new(at, until).of(self.text), look(open));
                at = until;
                open[change.layer] += change.by;
                match change.by.cmp(&0) {
                    Ordering::Equal if self.numbered => {
                        line.push(&format!("[{}]", change.number), FAINT);
                    }
                    Ordering::Greater if self.bracketed => line.push("⟦", Style::new()),
                    Ordering::Less if self.bracketed => line.push("⟧", Style::new()),
                    _ => {}
                }
            }
            line.push(Span::new(at, paragraph.end).of(self.text), look(open));
            Wrap::new(out, self.width, self.indent).paragraph(&line.words, &line.marks)?;
        }
        Ok(())
    }

    fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for (nth, passage) in self.passages.iter().enumerate() {
            let layer = match passage.kind {
                Kind::Quote(_) => 0,
                Kind::Claim(_) => 1,
                Kind::Fact => 2,
            };
            let change = |at, by| Change {
                at,
                by,
                layer,
                number: nth + 1,
            };
            for span in passage.words.spans() {
                changes.extend([change(span.start, 1), change(span.end, -1)]);
            }
            changes.push(change(passage.words.extent().end, 0));
        }
        // What closes comes before a number, and a number before what opens.
        changes.sort_by_key(|change| (change.at, change.by));
        changes
    }
}

/// A paragraph with what was put into it.
#[derive(Default)]
struct Line {
    words: String,
    marks: Vec<Mark>,
}

impl Line {
    fn push(&mut self, words: &str, style: Style) {
        let start = self.words.len();
        self.words.push_str(words);
        if style != Style::new() {
            let span = Span::new(start, self.words.len());
            self.marks.push(Mark { span, style });
        }
    }
}

fn look(open: [isize; LAYERS.len()]) -> Style {
    let shown = LAYERS.into_iter().zip(open).find(|(_, open)| *open > 0);
    shown.map_or(Style::new(), |(style, _)| style)
}

#[cfg(test)]
mod tests {
    use onrecord::passage::{Kind, Passage};
    use onrecord::text::paragraph::paragraphs;
    use onrecord::text::{Excerpt, Span};

    use super::{Marked, Width};

    #[test]
    fn passages_are_marked_where_they_stand() {
        let text = "One two three.\n\nFour five six.";
        let at = |words: &str| {
            let start = text.find(words).expect("words of the text");
            Span::new(start, start + words.len())
        };
        let passage = |spans: &[Span]| Passage {
            id: String::new(),
            kind: Kind::Fact,
            words: Excerpt::cut(text, spans),
            context: Excerpt::default(),
            said: None,
        };
        let passages = [
            passage(&[at("One"), at("three")]),
            passage(&[at("three.\n\nFour")]),
            passage(&[at("five six.")]),
        ];
        let marked = Marked {
            text,
            passages: &passages,
            numbered: true,
            bracketed: true,
            indent: 1,
            width: Width::ENDLESS,
        };
        let mut out = Vec::new();
        let all = paragraphs(text, Span::whole(text));
        marked.write(&mut out, &all).expect("a vector takes all");
        let shown = anstream::adapter::strip_bytes(&out).into_vec();
        assert_eq!(
            String::from_utf8_lossy(&shown),
            " ⟦One⟧ two ⟦⟦three⟧[1].\n\n Four⟧[2] ⟦five six.⟧[3]\n"
        );
    }
}
