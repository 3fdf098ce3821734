//! The words that a passage is found by: its own, those around it, and those that tell who said them.

use super::block::Columns;
use super::document::Values;
use super::schema::Fields;
use super::search::names;
use super::tokens::{Writing, Written, jump};
use crate::attribution::{Attribution, Medium, Speaker};
use crate::passage::Passage;
use crate::text::{Span, fold};

/// Between two names of a speaker, so that no phrase runs from one into the other.
const BETWEEN_NAMES: usize = 16;

/// Where the words of a passage's context stand that are not its own.
#[derive(Default)]
pub(super) struct Around {
    pub(super) before: Vec<Span>,
    pub(super) among: Vec<Span>,
    pub(super) after: Vec<Span>,
}

impl Around {
    pub(super) fn of(passage: &Passage) -> Self {
        let mut around = Self::default();
        let extent = passage.words.extent();
        for span in passage.context.spans() {
            for piece in span.without(passage.words.spans()) {
                let side = if piece.end <= extent.start {
                    &mut around.before
                } else if piece.start >= extent.end {
                    &mut around.after
                } else {
                    &mut around.among
                };
                side.push(piece);
            }
        }
        around
    }
}

/// The words of a passage, and around them, at positions that go on from one to the other, those of its context.
pub(super) fn add_words(
    values: &mut Values,
    fields: Fields,
    (text, written): (&str, &Written),
    passage: &Passage,
    writing: &mut Writing,
) {
    let own = passage.words.spans();
    let bare = passage.context.spans() == own;
    if let (true, &[span]) = (bare, own)
        && let Some((place, _)) = written.at(span)
    {
        values.text_at(fields.words, place);
        return;
    }
    let mut copy = |terms: &mut String, spans: &[Span]| -> usize {
        let counts = spans.iter().map(|&span| {
            if let Some((place, count)) = written.at(span) {
                terms.extend_from_within(place);
                return count;
            }
            let piece = text.get(span.start..span.end).unwrap_or_default();
            writing.write(piece, terms, |_, _| {})
        });
        counts.sum()
    };
    let around = if bare {
        Around::default()
    } else {
        Around::of(passage)
    };
    let start = values.texts.len();
    let before = copy(&mut values.texts, &around.before);
    let context = start..values.texts.len();
    // What comes before them is written once more where more comes after them.
    let more = around.among.len() + around.after.len() > 0;
    if before > 0 && !more {
        values.text_at(fields.context, context.clone());
    }
    let mut count = 0;
    values.written(fields.words, |terms| {
        if before > 0 {
            jump(terms, before);
        }
        count = copy(terms, own);
    });
    if more {
        values.written(fields.context, |terms| {
            terms.extend_from_within(context);
            jump(terms, before + count);
            let after = copy(terms, &around.after);
            if !around.among.is_empty() {
                jump(terms, before + count + after + BETWEEN_NAMES);
                copy(terms, &around.among);
            }
        });
    }
}

/// The names of a speaker, the cue and the medium.
pub(super) fn add_attribution(
    values: &mut Values,
    fields: Fields,
    columns: Columns,
    attribution: &Attribution,
    writing: &mut Writing,
) {
    let (full, others): (Option<&str>, &[String]) = match &attribution.speaker {
        Speaker::Named(name) => {
            values.text(columns.name, &[&name.full]);
            let shorts = name.others.iter();
            let mut shorts: Vec<String> = shorts
                .filter_map(|other| names::short(&name.full, other))
                .collect();
            shorts.sort_unstable();
            shorts.dedup();
            for short in shorts {
                values.text(fields.tag, &[&short]);
            }
            (Some(&name.full), &name.others)
        }
        Speaker::Described(words) => (Some(words), &[]),
        Speaker::Unnamed => (None, &[]),
    };
    let names = full
        .into_iter()
        .chain(others.iter().map(String::as_str))
        .chain(attribution.handle.as_deref());
    let mut places = names.zip((0..).step_by(BETWEEN_NAMES)).peekable();
    if places.peek().is_some() {
        values.written(fields.speaker, |terms| {
            for (name, place) in places {
                jump(terms, place);
                writing.write(name, terms, |_, _| {});
            }
        });
    }
    if let Some(cue) = &attribution.cue {
        values.written(fields.cue, |terms| {
            writing.write(cue.text(), terms, |_, _| {});
        });
        values.text(columns.cue_words, &[&fold::folded(cue.text())]);
    }
    if let Some(medium) = attribution.medium {
        values.text(fields.tag, &["medium:", medium.as_str()]);
        let place = Medium::ALL.iter().position(|each| *each == medium);
        values.number(columns.medium, place.map_or(0, |place| place as u64 + 1));
    }
}
