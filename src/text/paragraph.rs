//! Paragraphs: what blank lines part, or line breaks where no blank line does.

use super::Span;

/// Lines of a text that was wrapped by hand are about this long at least, in bytes.
const WRAPPED_LINE: std::ops::RangeInclusive<usize> = 45..=110;

/// The paragraphs of `text` that lie in `within`, in order, without the white space around them.
///
/// A blank line always ends a paragraph. A single line break does too, unless the lines around it were wrapped by hand:
/// about as long as each other, the first not ending a sentence or the second opening in lower case.
pub fn paragraphs(text: &str, within: Span) -> Vec<Span> {
    let mut paragraphs = Vec::new();
    let mut block: Vec<Span> = Vec::new();
    let mut start = within.start;
    for line in within.of(text).split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        start = span.end;
        let words = span.trim(text);
        if words.is_empty() {
            close(text, &mut block, &mut paragraphs);
        } else {
            block.push(words);
        }
    }
    close(text, &mut block, &mut paragraphs);
    paragraphs
}

fn close(text: &str, lines: &mut Vec<Span>, paragraphs: &mut Vec<Span>) {
    let wrapped = is_wrapped(text, lines);
    for (nth, line) in lines.iter().enumerate() {
        match paragraphs.last_mut() {
            Some(last) if nth > 0 && wrapped => *last = last.cover(*line),
            _ => paragraphs.push(*line),
        }
    }
    lines.clear();
}

/// Whether the lines of one block were broken for their length only.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let Some((_, full)) = lines.split_last() else {
        return false;
    };
    !full.is_empty()
        && full.iter().all(|line| WRAPPED_LINE.contains(&line.len()))
        && full.iter().any(|line| {
            !line
                .of(text)
                .ends_with(['.', '!', '?', '”', '"', '’', ':', ')', '…'])
        })
}

#[cfg(test)]
mod tests {
    use super::{Span, paragraphs};

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let found: Vec<&str> = paragraphs(text, Span::whole(text))
            .iter()
            .map(|span| span.of(text))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn ends_at_blank_lines_and_breaks() {
        case("", &[]);
        case(" One.\n\n\n Two. \n", &["One.", "Two."]);
        case("One.\r\n\r\nTwo.", &["One.", "Two."]);
        case(
            "A line of its own.\nAnother one.",
            &["A line of its own.", "Another one."],
        );
    }

    #[test]
    fn joins_wrapped_lines() {
        let wrapped = "The harbour board will meet again on Friday to settle\n\
                       the question of the dredging contract, its chairman\nsaid.";
        case(wrapped, &[wrapped]);
    }
}
