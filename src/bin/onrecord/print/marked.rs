//! The text of an article with its quotes and claims coloured, a number after each.

use std::cmp::Ordering;
use std::io::{self, Write};

use anstyle::Style;
use onrecord::passage::{Kind, Passage};
use onrecord::text::Span;
use onrecord::text::paragraph::paragraphs;

use super::plain::{Mark, Width, Wrap};
use super::text::{FAINT, colour};

/// Where the look of the text changes.
struct Change {
    at: usize,
    /// Opened (+1) or closed (-1).
    by: isize,
    kind: Layer,
}

#[derive(Clone, Copy)]
enum Layer {
    Quote,
    Claim,
    /// The number that stands after a passage.
    Number(usize),
}

/// Writes `text`, each of `passages` that is a quote or claim marked; the numbers count them from one.
///
/// A quote inside a claim has the colour of quotes; without colours `bracketed` shows where each begins and ends. One
/// sweep over all places, however many there are.
pub(crate) fn article(
    out: &mut impl Write,
    text: &str,
    passages: &[Passage],
    bracketed: bool,
    width: Width,
) -> io::Result<()> {
    let mut changes = changes(passages).into_iter().peekable();
    let quote = passages.iter().find(|p| matches!(p.kind, Kind::Quote(_)));
    let claim = passages.iter().find(|p| matches!(p.kind, Kind::Claim(_)));
    let styles = [quote, claim].map(|first| first.map_or(Style::new(), |p| colour(&p.kind)));
    let mut open = [0_isize; 2];
    for paragraph in paragraphs(text, Span::whole(text)) {
        let mut words = String::with_capacity(paragraph.len());
        let mut marks = Vec::new();
        let mut at = paragraph.start;
        let mut piece = |words: &mut String, piece: &str, style: Style| {
            let start = words.len();
            words.push_str(piece);
            if style != Style::new() {
                let span = Span::new(start, words.len());
                marks.push(Mark { span, style });
            }
        };
        while let Some(change) = changes.next_if(|change| change.at <= paragraph.end) {
            let until = change.at.max(at);
            piece(
                &mut words,
                Span::new(at, until).of(text),
                look(open, styles),
            );
            at = until;
            match change.by.cmp(&0) {
                Ordering::Greater if bracketed => piece(&mut words, "⟦", Style::new()),
                Ordering::Less if bracketed => piece(&mut words, "⟧", Style::new()),
                _ => {}
            }
            match change.kind {
                Layer::Quote => open[0] += change.by,
                Layer::Claim => open[1] += change.by,
                Layer::Number(number) => piece(&mut words, &format!("[{number}]"), FAINT),
            }
        }
        let rest = Span::new(at, paragraph.end);
        piece(&mut words, rest.of(text), look(open, styles));
        Wrap::new(out, width, 0).paragraph(&words, &marks)?;
        writeln!(out)?;
    }
    Ok(())
}

fn look([quotes, claims]: [isize; 2], [quote, claim]: [Style; 2]) -> Style {
    match (quotes, claims) {
        (1.., _) => quote,
        (_, 1..) => claim,
        _ => Style::new(),
    }
}

fn changes(passages: &[Passage]) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut number = 0;
    for passage in passages {
        let kind = match passage.kind {
            Kind::Quote(_) => Layer::Quote,
            Kind::Claim(_) => Layer::Claim,
            Kind::Fact => continue,
        };
        number += 1;
        for span in passage.words.spans() {
            changes.extend([(span.start, 1), (span.end, -1)].map(|(at, by)| Change {
                at,
                by,
                kind,
            }));
        }
        changes.push(Change {
            at: passage.words.extent().end,
            by: 0,
            kind: Layer::Number(number),
        });
    }
    // What closes comes before a number, and a number before what opens.
    changes.sort_by_key(|change| (change.at, change.by));
    changes
}
