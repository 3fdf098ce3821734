//! The cue that the model missed: a verb before a colon, the verb next to the words, its particle.

use super::noun_phrase_before;
use crate::split::clause;
use crate::split::colon;
use crate::split::cue;
use crate::split::document::Document;
use crate::split::model::tag::Tag;
use crate::split::statement::Statement;
use crate::split::subject;
use crate::text::Span;

/// Gives `statement` the verb that announces its content where only the colon was read as the cue: ‹Ann Lee repeated: …›.
pub(super) fn verb_before_colon(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    if cue.of(document.text).contains(char::is_alphanumeric) || source.end > cue.start {
        return;
    }
    // ‹Ann Lee replied beneath the picture: …›
    let mark = document.tokens_in(cue).start;
    let sentence = &document.sentences[document.sentence_at(cue.start)];
    let clause = clause::clause_before(document, sentence.tokens.start, mark);
    // ‹Ann Lee, the mayor, | declared | : …›
    let verb = |clause: &clause::Clause| clause.cue == source;
    // ‹Ann Lee told | the radio | : …›
    let told = |clause: &clause::Clause| clause.cue.end <= source.start;
    let same = |clause: &clause::Clause| {
        clause.source.start == source.start || verb(clause) || told(clause)
    };
    if let Some(clause) =
        clause.filter(|clause| same(clause) && subject::can_speak(document, clause.source))
    {
        let verb = document.tokens_in(clause.cue).start;
        statement.cue = Some(clause.cue);
        statement.source = Some(subject::with_name(document, clause.source, verb));
        return;
    }
    // ‹Her rival was blunter: …›: what she was is not who she is.
    let first = document.tokens_in(source).start;
    let copula = (first.saturating_sub(3)..first)
        .any(|at| matches!(document.word(at), "was" | "is" | "were" | "are"));
    if copula || !subject::can_speak(document, source) {
        if let Some(announced) = colon::announced(document, sentence.tokens.start..mark) {
            statement.source = Some(announced);
        }
        return;
    }
    let mut between = document.tokens_in(Span::new(source.end, cue.start));
    if let Some(verb) = between.find(|&at| document.is_finite_verb(at)) {
        statement.cue = Some(document.tokens[verb].span);
    }
}

/// Gives `statement` the verb of saying that was read as a part of its source: ‹The auditor | warned | in a report published
/// in May that …›.
pub(super) fn inside_source(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    if source.end > cue.start || cue.end > statement.start() {
        return;
    }
    let tokens = document.tokens_in(source);
    let joins = |at: usize| {
        let word = document.word(at);
        matches!(
            word,
            "that" | "who" | "which" | "whose" | "whom" | "," | "and" | "as"
        )
    };
    let mut before = tokens.clone().skip(1).take_while(|&at| !joins(at));
    let verb = before
        .find(|&at| document.tag(at).is_some_and(Tag::is_verb))
        .filter(|&at| cue::reports(document.word(at)))
        .filter(|&at| document.tag(at + 1) == Some(Tag::IN) && at + 1 < tokens.end);
    let subject = verb.and_then(|verb| document.span_of(tokens.start..verb));
    if let (Some(verb), Some(subject)) = (verb, subject)
        && subject::can_speak(document, subject)
    {
        statement.source = Some(subject);
        statement.cue = Some(document.tokens[verb].span);
    }
}

/// Gives `statement` the verb of saying that stands right before its content where the cue is an earlier verb of the
/// sentence, ‹released a statement which said that …›, and the noun that this verb goes with for its source.
pub(super) fn nearest_cue(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue.filter(|cue| cue.end <= statement.start()) else {
        return;
    };
    let before = Span::new(cue.end, statement.start());
    let mut gap: Vec<usize> = document.tokens_in(before).collect();
    if gap
        .last()
        .is_some_and(|&at| document.word(at).eq_ignore_ascii_case("that"))
    {
        gap.pop();
    }
    let Some((&verb, between)) = gap.split_last() else {
        return;
    };
    if !document.is_finite_verb(verb) || !cue::reports(document.word(verb)) {
        return;
    }
    let relative = |word: &str| matches!(word, "which" | "that" | "who");
    let said = document.tokens[verb].span;
    if let Some(&last) = between.last()
        && relative(document.word(last))
    {
        if let Some(source) = noun_phrase_before(document, last, cue.end) {
            statement.cue = Some(said);
            statement.source = Some(source);
        }
        return;
    }
    // ‹A report that the board published in May warned that …›: the cue was that of the clause inside the subject.
    let inside = statement.source.filter(|source| {
        source.end <= cue.start
            && document
                .tokens_in(*source)
                .any(|at| relative(document.word(at)))
    });
    let plain = |&at: &usize| !document.is_finite_verb(at) && document.word(at) != ",";
    if let Some(source) = inside
        && between.iter().all(plain)
    {
        let end = document.tokens[verb - 1].span.end;
        statement.cue = Some(said);
        statement.source = Some(Span::new(source.start, end));
    }
}

/// Gives `statement` the words that belong to its verb: "shot back", "went on", "wanted to know".
pub(super) fn whole_cue(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue else {
        return;
    };
    let next = document.tokens_in(cue).end;
    let tokens = document.tokens_in(cue);
    let wanted = (tokens.start.saturating_sub(2)..next)
        .find_map(|verb| Some((verb, clause::to_know(document, verb)?)));
    if let Some((verb, know)) = wanted {
        let whole = document.tokens[verb].span;
        let whole = whole.cover(document.tokens[know].span).cover(cue);
        let pieces = statement.content.iter();
        let rest: Vec<Span> = pieces.flat_map(|piece| piece.without(&[whole])).collect();
        if !rest.is_empty() {
            statement.content = rest;
        }
        statement.cue = Some(whole);
        return;
    }
    let Some(token) = document.tokens.get(next).map(|token| token.span) else {
        return;
    };
    let particle = matches!(token.of(document.text), "back" | "on" | "out");
    let ends = document
        .tokens
        .get(next + 1)
        .is_some_and(|after| !after.of(document.text).starts_with(char::is_alphanumeric));
    let claimed = statement.overlaps(token) || statement.source.is_some_and(|s| s.overlaps(token));
    if particle && ends && !claimed {
        statement.cue = Some(cue.cover(token));
    }
    // "once said of the work" reports no "of".
    let words = document.tokens_in(cue);
    let of = words.len() > 1 && document.word(words.end - 1) == "of";
    if of && !statement.overlaps(token) && document.tag(words.end - 2).is_some_and(Tag::is_verb) {
        statement.cue = Some(Span::new(
            cue.start,
            document.tokens[words.end - 2].span.end,
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::split::tests::reported as case;

    #[test]
    fn a_verb_inside_what_was_read_as_the_source() {
        case(
            "The Harbour Auditor warned in a report published last week that the crane could cost £4m.",
            &[("The Harbour Auditor", "the crane could cost £4m")],
        );
    }
}
