//! A report inside a report: who speaks the words is told by somebody else.

use std::ops::Range;

use super::noun_phrase_before;
use crate::split::cue;
use crate::split::document::Document;
use crate::split::model::tag::Tag;
use crate::split::statement::Statement;
use crate::split::subject;
use crate::text::Span;

/// Gives `statement` whoever speaks in what its source tells, ‹He said | an official told him, “…”›, ‹She testified that | Lee
/// had held it up and whispered: “…”›.
pub(super) fn speaker(document: &Document, statement: &mut Statement) {
    let quotations = document.quotations_in(statement.extent());
    let Some(quotation) = quotations.first().filter(|_| !statement.verbatim) else {
        return;
    };
    let mark = document.tokens_in(quotation.outer).start;
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)].tokens;
    let joint = mark.checked_sub(1).filter(|at| sentence.contains(at));
    let Some(joint) = joint.filter(|&at| matches!(document.word(at), "," | ":")) else {
        return;
    };
    let Some((told, verb)) = verbs(document, sentence.start..joint) else {
        return;
    };
    let cue_before = (statement.cue).is_none_or(|cue| cue.end <= quotation.outer.start);
    if let Some(speaker) = subject(document, told + 1..verb, joint).filter(|_| cue_before)
        && statement
            .source
            .is_none_or(|source| source.end <= speaker.start)
    {
        let words = Span::new(quotation.outer.start, statement.extent().end);
        let outside = [Span::new(statement.start(), words.start)];
        if statement.start() < words.start {
            let pieces = statement.content.iter();
            statement.content = pieces.flat_map(|piece| piece.without(&outside)).collect();
        }
        statement.source = Some(speaker);
        statement.cue = Some(document.tokens[verb].span);
    }
}

/// The verb that tells of a report, and the one of that report, right before the words.
fn verbs(document: &Document, tokens: Range<usize>) -> Option<(usize, usize)> {
    const NEAR: usize = 5;
    let says = |at: &usize| cue::reports(document.word(*at));
    let near = tokens.end.saturating_sub(NEAR).max(tokens.start);
    // Behind “had put it down and” the tagger takes it for a participle.
    let verb = |at: &usize| says(at) && document.tag(*at).is_some_and(Tag::is_verb);
    let verb = (near..tokens.end).rev().find(verb)?;
    let told = (tokens.start..verb).find(|at| says(at) && document.is_finite_verb(*at))?;
    // ‹She said it was late, adding: “…”›, ‹She said it was late and continued: “…”› go on in her own words.
    let goes_on = matches!(
        document.word(verb),
        "added" | "adds" | "continued" | "continues" | "concluded" | "concludes"
    );
    (told + 1 < verb && !goes_on).then_some((told, verb))
}

/// The subject of the verb behind `clause`, its own, or the one that it shares with a verb before it whose time or object
/// tells that it does not go on with the teller.
fn subject(document: &Document, clause: Range<usize>, joint: usize) -> Option<Span> {
    let verb = clause.end;
    let that = (clause.clone().take(6)).find(|&at| document.word(at) == "that");
    let clause = that.map_or(clause.start, |that| that + 1)..verb;
    if clause.is_empty() {
        return None;
    }
    let own = |verb: usize| {
        let before = verb.checked_sub(1).filter(|at| clause.contains(at))?;
        match document.tag(before)? {
            Tag::PRP if !is_object(document, before) => Some(document.tokens[before].span),
            tag if tag.is_noun() => noun_phrase(document, verb, clause.start),
            // ‹an official told›
            Tag::JJ if before > clause.start && document.tag(before - 1) == Some(Tag::DT) => {
                document.span_of(before - 1..verb)
            }
            _ => None,
        }
    };
    if let Some(own) = own(verb) {
        return subject::can_speak(document, own).then_some(own);
    }
    let shared = document.word(verb - 1) == "and";
    let perfect = |at: usize| matches!(document.word(at), "had" | "has" | "have");
    let first = (clause.clone().rev())
        .filter(|&at| document.is_finite_verb(at))
        .find_map(|at| Some((at, own(at)?)));
    let (first, speaker) = first.filter(|_| shared)?;
    let to_teller = is_object(document, verb + 1) && verb + 1 < joint;
    ((perfect(first) || to_teller) && subject::can_speak(document, speaker)).then_some(speaker)
}

fn is_object(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "him" | "her" | "them" | "me" | "us")
}

/// The noun before a verb, with those it is one of: ‹one of the robbers›.
fn noun_phrase(document: &Document, verb: usize, from: usize) -> Option<Span> {
    let noun = noun_phrase_before(document, verb, document.tokens[from].span.start)?;
    let tokens = document.tokens_in(noun);
    // ‹when she rang | Mr Lee›: the tagger may take a verb before a name for a part of it.
    let capital = |at: usize| document.word(at).starts_with(char::is_uppercase);
    let named = capital(tokens.end - 1) && document.tag(tokens.start) != Some(Tag::DT);
    let first = tokens.clone().find(|&at| !named || capital(at));
    let first = first.unwrap_or(tokens.start);
    let noun = Span::new(document.tokens[first].span.start, noun.end);
    let one = first.checked_sub(2).filter(|&one| {
        one >= from && document.word(one + 1) == "of" && document.word(one) == "one"
    });
    Some(one.map_or(noun, |one| document.tokens[one].span.cover(noun)))
}

#[cfg(test)]
mod tests {
    use crate::split::tests::spoken as case;

    #[test]
    fn who_speaks_in_what_another_tells() {
        for (text, who) in [
            (
                "Ada Lee wept. She said Bo Stan told her, “Hold it.”",
                "Bo Stan",
            ),
            (
                "Ada Lee testified that Bo Stan had put it in her palm and whispered, “Hold it.”",
                "Bo Stan",
            ),
            (
                "Ada Lee said one of the robbers had stood up and said: “Hold it.”",
                "-",
            ),
            (
                "Ms Ada Lee said that when she asked what he was doing Mr Bo Stan looked up and told her: “Hold it.”",
                "Bo Stan",
            ),
            (
                "Ada Lee said the dam held and told reporters: “Hold it.”",
                "Ada Lee",
            ),
            (
                "Ada Lee said that the dam had held and added: “Hold it.”",
                "Ada Lee",
            ),
        ] {
            case(text, "Hold it", who);
        }
    }
}
