//! When words were said: the day that the clause which reports them gives.

use super::document::Document;
use super::statement::Statement;
use crate::date::{self, Days};
use crate::passage::Said;
use crate::text::{Excerpt, Span};

/// When the words of `statement` were said: the day under a post, else the day nearest the cue in its own sentence,
/// outside the words reported.
pub(crate) fn said(document: &Document, statement: &Statement) -> Option<Said> {
    if let Some((words, day)) = statement.post.as_ref().and_then(|post| post.day) {
        let words = Excerpt::cut(document.text, [words]);
        return Some(Said {
            words,
            days: Days { from: day, to: day },
        });
    }
    let cue = statement.cue?;
    let sentence = document.sentences[document.sentence_at(cue.start)].span;
    let mentions = date::mentions(document.text, sentence, document.article.published?);
    mentions
        .into_iter()
        .filter(|mention| !statement.overlaps(mention.span))
        .filter(|mention| document.quotation_at(mention.span.start).is_none())
        .filter(|mention| !is_told_of(document, mention.span))
        .min_by_key(|mention| distance(cue, mention.span))
        .map(|mention| Said {
            words: Excerpt::cut(document.text, [mention.span]),
            days: mention.days,
        })
}

/// Whether `day` stands in a relative clause, which tells of somebody and not of when they spoke: ‹Ann Lee, who left on
/// Friday, said›.
fn is_told_of(document: &Document, day: Span) -> bool {
    const LONGEST: usize = 25;
    let sentence = &document.sentences[document.sentence_at(day.start)];
    let at = document.tokens_in(day).start;
    let mut before = (sentence.tokens.start..at).rev().take(LONGEST);
    before
        .by_ref()
        .take_while(|&at| !matches!(document.word(at), "," | ";" | ":" | "“" | "”" | "\""))
        .any(|at| {
            matches!(
                document.word(at),
                "who" | "whose" | "whom" | "which" | "where"
            )
        })
}

/// When what `fact` states happened: the first day it gives.
pub(crate) fn told(document: &Document, fact: Span) -> Option<Said> {
    let mentions = date::mentions(document.text, fact, document.article.published?);
    let first = mentions.into_iter().next()?;
    Some(Said {
        words: Excerpt::cut(document.text, [first.span]),
        days: first.days,
    })
}

fn distance(one: Span, other: Span) -> usize {
    one.start
        .saturating_sub(other.end)
        .max(other.start.saturating_sub(one.end))
}
