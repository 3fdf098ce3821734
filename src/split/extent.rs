//! The extent of what was said: whom somebody asks to do it belongs to it; what the reporting clause tells besides does not.

use super::cue;
use super::document::Document;
use super::model::tag::Tag;
use super::statement::Statement;
use crate::text::Span;

/// Gives `statement` whom somebody asks to do what it holds: ‹Ann Lee asked | the council to mend the crane›.
pub(crate) fn whole_object(document: &Document, statement: &mut Statement) {
    const LONGEST: usize = 10;
    let Some(cue) = statement.cue.filter(|cue| cue.end <= statement.start()) else {
        return;
    };
    let asks = document
        .tokens_in(cue)
        .next_back()
        .is_some_and(|at| cue::asks(document.word(at)));
    let Some(first) = statement.content.first_mut().filter(|_| asks) else {
        return;
    };
    let object = document.tokens_in(Span::new(cue.end, first.start));
    let noun = |at: usize| {
        document.tag(at).is_some_and(|tag| {
            tag.is_nominal()
                || matches!(
                    tag,
                    Tag::DT | Tag::JJ | Tag::PRPS | Tag::POS | Tag::CD | Tag::IN | Tag::CC
                )
        })
    };
    let infinitive = ["to ", "not to "]
        .iter()
        .any(|to| first.of(document.text).starts_with(to));
    if infinitive
        && (1..=LONGEST).contains(&object.len())
        && object.clone().all(noun)
        && document.word(object.start) != "by"
    {
        *first = document.tokens[object.start].span.cover(*first);
    }
}

/// Takes from `statement` what belongs to the clause that reports it: ‹“It leaks,” she said of | that crane. “It always
/// did.”›
pub(crate) fn told_between(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue else {
        return;
    };
    let quoted = |piece: &Span| document.quotation_of(*piece).is_some();
    let (Some(first), Some(last)) = (statement.content.first(), statement.content.last()) else {
        return;
    };
    if statement.content.len() < 3 || !quoted(first) || !quoted(last) || first.end > cue.start {
        return;
    }
    let end = document.sentences[document.sentence_at(cue.start)].span.end;
    let tail = |piece: &Span| {
        piece.start >= cue.end
            && piece.end <= end
            && document.quotations_in(*piece).is_empty()
            && !document.has_finite_verb(*piece)
    };
    statement.content.retain(|piece| !tail(piece));
}

/// Leaves `statement` the words alone that something shown bears: ‹She posted a photograph with the words “Mind the crane.”›
pub(crate) fn words_shown(document: &Document, statement: &mut Statement) {
    let [piece] = statement.content[..] else {
        return;
    };
    let Some(quotation) = document.quotations_in(piece).first() else {
        return;
    };
    let before = Span::new(piece.start, quotation.outer.start.max(piece.start));
    let mut tail = before.of(document.text).split_whitespace().rev();
    let (noun, article, joint) = (tail.next(), tail.next(), tail.next());
    let bears = matches!(
        noun,
        Some("words" | "caption" | "message" | "slogan" | "hashtag" | "inscription")
    ) && matches!(article, Some("the" | "a"))
        && matches!(joint, Some("with" | "bearing" | "under" | "saying"));
    let whole = quotation.outer.end >= piece.end;
    if bears && whole && !document.has_finite_verb(before) {
        statement.content = vec![quotation.outer];
    }
}

#[cfg(test)]
mod tests {
    use crate::split::tests::reported as case;

    #[test]
    fn whom_somebody_asks_is_part_of_it() {
        case(
            "Council leader Bo Orr asked the pilots to wait until the fog was gone.",
            &[(
                "Council leader Bo Orr",
                "the pilots to wait until the fog was gone",
            )],
        );
    }

    #[test]
    fn what_the_clause_tells_besides_is_not() {
        case(
            "“It was a school,” she once said of that winter. “Nobody lies to you at sea.”",
            &[("she", "It was a school Nobody lies to you at sea.")],
        );
    }

    #[test]
    fn words_that_something_shown_bears() {
        case(
            "Ann Lee is a pilot. She posted a picture of the quay on Instagram with the words “Mind the crane.”",
            &[("She", "Mind the crane.")],
        );
    }
}
