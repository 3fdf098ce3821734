//! A second part of what a sentence reports: words behind the clause that reports them, and another verb of the same source.

use std::collections::HashSet;

use super::cue;
use super::document::Document;
use super::model::tag::Tag;
use super::statement::Statement;
use crate::text::Span;

/// A phrase that tells where or when something was said has no more tokens.
const PHRASE: usize = 8;

/// Gives a statement the rest of a sentence that its report interrupts: ‹It rained, she said, and the tow was late.›
pub(crate) fn rest_of_sentence(document: &Document, statements: &mut [Statement]) {
    for nth in 0..statements.len() {
        let statement = &statements[nth];
        let Some(cue) = statement.cue else {
            continue;
        };
        let reach = statement.reach();
        let told_behind = statement.content.len() == 1 && statement.extent().end <= cue.start;
        let sentence = document.sentences[document.sentence_at(cue.start)].span;
        if !told_behind || reach.end >= sentence.end || statement.start() < sentence.start {
            continue;
        }
        // ‹It rained, she said in a letter, because …›: more of her clause may stand in between.
        let behind = Span::new(reach.end, sentence.end);
        let comma = behind.of(document.text).find(", ").unwrap_or(0);
        let phrase = Span::new(behind.start, behind.start + comma);
        if document.tokens_in(phrase).len() > PHRASE || document.has_finite_verb(phrase) {
            continue;
        }
        let rest = Span::new(phrase.end, sentence.end);
        let words = rest.of(document.text);
        let joint = [", and ", ", but ", ", because "]
            .into_iter()
            .find(|joint| words.starts_with(joint));
        let Some(joint) = joint else {
            continue;
        };
        let free = !words.contains(['“', '”', '"', '‘'])
            && document.quotation_at(statement.start()).is_none()
            && statements.iter().all(|other| !other.reach().overlaps(rest));
        let clause = joint == ", because " && !words.starts_with(", because of ")
            || document.has_finite_verb(rest);
        if free && clause {
            let rest = Span::new(rest.start + joint.len(), rest.end);
            statements[nth].content.push(rest);
        }
    }
}

/// Parts what one source reports by two verbs: ‹Ann Lee said that the dam held and urged them to stay.›
pub(crate) fn second_reports(document: &Document, statements: &mut Vec<Statement>) {
    let cues: HashSet<usize> = (statements.iter().filter_map(|statement| statement.cue))
        .flat_map(|cue| document.tokens_in(cue))
        .collect();
    let mut more = Vec::new();
    for statement in statements.iter_mut() {
        let (Some(cue), Some(last)) = (statement.cue, statement.content.last().copied()) else {
            continue;
        };
        let tense = document.tokens_in(cue).find_map(|at| {
            document
                .tag(at)
                .filter(|tag| matches!(tag, Tag::VBD | Tag::VBZ))
        });
        if cue.end > statement.start() || tense.is_none() {
            continue;
        }
        let tokens = document.tokens_in(last);
        let second = tokens.clone().skip(2).find(|&at| {
            at + 2 < tokens.end
                && document.tag(at) == tense
                && cue::reports(document.word(at))
                && !cue::acts(document.word(at))
                && !is_thought(document.word(at))
                && matches!(document.word(at - 1), "and" | "but")
                && document
                    .quotation_at(document.tokens[at].span.start)
                    .is_none()
        });
        let Some(verb) = second else {
            continue;
        };
        let mut end = document.tokens[verb - 2].span;
        if document.word(verb - 2) == "," {
            end = document.tokens[verb - 3].span;
        }
        if let Some(last) = statement.content.last_mut() {
            last.end = end.end;
        }
        if !cues.contains(&verb) {
            more.push(Statement {
                content: vec![Span::new(document.tokens[verb + 1].span.start, last.end)],
                cue: Some(document.tokens[verb].span),
                why: "a second verb of saying".to_owned(),
                ..statement.clone()
            });
        }
    }
    statements.append(&mut more);
}

/// What the words reported are as likely to hold as to be followed by: ‹said she was tired and thought of leaving›.
fn is_thought(word: &str) -> bool {
    matches!(
        word,
        "thought" | "thinks" | "believed" | "believes" | "agreed" | "agrees" | "went" | "goes"
    )
}

#[cfg(test)]
mod tests {
    use crate::split::tests::reported as case;

    #[test]
    fn words_behind_the_clause() {
        case(
            "The rope had snapped in May, the pilots said in a letter, because it had never been oiled.",
            &[(
                "the pilots",
                "The rope had snapped in May it had never been oiled",
            )],
        );
        case(
            "The rope had snapped in May, the pilots said in a letter, because of the ice.",
            &[("the pilots", "The rope had snapped in May")],
        );
    }

    #[test]
    fn another_verb_of_saying() {
        case(
            "The notice told sailors that the quay was closed and asked them to moor at Orr.",
            &[
                ("The notice", "the quay was closed"),
                ("The notice", "them to moor at Orr"),
            ],
        );
        case(
            "Ann Lee said that she was tired of the crane and thought of the sea.",
            &[(
                "Ann Lee",
                "she was tired of the crane and thought of the sea",
            )],
        );
    }
}
