//! A dialogue: paragraphs of words alone in which one asks and another answers, or each speaks in turn.

use super::actor;
use super::document::Document;
use super::model::tag::Tag;
use super::statement::Statement;
use crate::attribution::Basis;
use crate::text::Span;
use crate::text::marks::Quotation;

/// How many statements back whoever spoke before the last one is looked for.
const TURNS: usize = 4;

/// Gives a paragraph of words alone that answers a question, or asks one more, to whoever spoke before the one who asked or
/// answered last: ‹“Where?” Lee asked Orr. ¶ “At home,” Orr said. ¶ “At noon?”›, ‹Lee asked why. ¶ “It rained,” Orr said. ¶
/// “All day?”›.
pub(crate) fn in_turn(
    document: &Document,
    before: &[Statement],
    quotation: &Quotation,
    mut found: Statement,
) -> Statement {
    let Some((last, earlier)) = before.split_last() else {
        return found;
    };
    let nth = document.paragraph_at(quotation.outer.start);
    let words_alone = document.paragraphs[nth].span == quotation.outer
        || is_behind_pause(document, nth, quotation);
    if !words_alone || found.basis != Basis::Continued || !is_quoted(document, last) {
        return found;
    }
    let question = asks(document, quotation.inner);
    let asked = is_question(document, last);
    let one_who_spoke = who(document, last);
    let is_other = |one: &&Statement| {
        let told = is_quoted(document, one)
            || is_told_question(document, one)
            || asked && paragraph_of(document, one) + 2 == nth;
        told && one.source.is_some() && who(document, one) != one_who_spoke
    };
    let mut others = earlier.iter().rev().take(TURNS);
    let Some(other) = others.find(is_other) else {
        // ‹Under questioning, Orr stood her ground. ¶ “Why?” Lee asked. ¶ “It rained.”›
        let above = paragraph_of(document, last)
            .checked_sub(1)
            .map(|above| &document.paragraphs[above]);
        let sentence = above.and_then(|above| document.sentences[above.sentences.clone()].last());
        let answers = sentence
            .and_then(|sentence| actor::does(document, sentence))
            .filter(|source| one_who_spoke != Some(source.of(document.text).to_lowercase()));
        if asked && !question && answers.is_some() {
            found.source = answers;
            "answers whoever was told of before the question".clone_into(&mut found.why);
        }
        return found;
    };
    let adjacent = paragraph_of(document, other) + 2 >= nth;
    // ‹“Why?” Lee asked. ¶ “It rained,” Orr said. ¶ “It did not,” he said. ¶ “It did.”›
    let third =
        others.find(|one| is_quoted(document, one) && who(document, one) != who(document, other));
    let opens = document.paragraphs[paragraph_of(document, last)].span.start == last.start();
    let each_in_turn = is_quoted(document, other)
        && adjacent
        && opens
        && paragraph_of(document, last) + 1 == nth
        && third.is_some_and(|third| paragraph_of(document, third) + 3 == nth);
    let answers = asked && !question || adjacent && addresses(document, quotation.inner);
    // ‹“Could you read it?” Lee asked. ¶ “I have no glasses,” Orr answered. ¶ “Take mine.”›
    let asked_before = !asked && is_question(document, other) && adjacent;
    let asks_more = asked_before && (question || opens && is_quoted(document, other));
    if answers || asks_more || each_in_turn {
        found.source = other.source;
        "answers whoever spoke last".clone_into(&mut found.why);
    }
    found
}

/// Whether nothing but a pause stands in a paragraph before words that end it: ‹A long pause. “No.”›
fn is_behind_pause(document: &Document, nth: usize, quotation: &Quotation) -> bool {
    const LONGEST: usize = 6;
    let paragraph = &document.paragraphs[nth];
    let before = Span::new(paragraph.span.start, quotation.outer.start);
    let mut tokens = document.tokens_in(before);
    let pause = tokens.len() <= LONGEST
        && !document.has_finite_verb(before)
        && tokens.all(|at| !matches!(document.tag(at), Some(Tag::NNP | Tag::PRP | Tag::PRPS)));
    pause && paragraph.span.end == quotation.outer.end
}

fn paragraph_of(document: &Document, statement: &Statement) -> usize {
    document.paragraph_at(statement.start())
}

pub(crate) fn is_quoted(document: &Document, statement: &Statement) -> bool {
    document.quotation_at(statement.start()).is_some()
}

/// The words for whoever says `statement`, alike for one speaker; for a pronoun, those of who acts in the sentence before
/// it: ‹Orr broke in. “Why?” he asked.›
fn who(document: &Document, statement: &Statement) -> Option<String> {
    let words = statement.source?.of(document.text).to_lowercase();
    let acts = || {
        let paragraph = &document.paragraphs[paragraph_of(document, statement)];
        let sentence = document.sentences[paragraph.sentences.clone()].first()?;
        let before = sentence.span.end <= statement.start();
        actor::does(document, sentence).filter(|_| before)
    };
    Some(match words.as_str() {
        "he" | "she" => acts().map_or(words, |actor| actor.of(document.text).to_lowercase()),
        _ => words,
    })
}

fn asks(document: &Document, words: Span) -> bool {
    let words = words.of(document.text);
    words.trim_end_matches(['”', '’', '"', '\'']).ends_with('?')
}

/// Whether words end by calling whoever spoke before them by an office: ‹“I am sorry to hear that, chairman.”›.
fn addresses(document: &Document, words: Span) -> bool {
    const OFFICES: [&str; 16] = [
        "sir", "ma’am", "ma'am", "madam", "chairman", "chair", "minister", "judge", "milord",
        "milady", "lord", "honour", "honor", "officer", "doctor", "counsel",
    ];
    const LONGEST: usize = 3;
    let words = words
        .of(document.text)
        .trim_end_matches(['.', '?', '!', ',']);
    let Some((_, called)) = words.rsplit_once(", ") else {
        return false;
    };
    let last = called.rsplit(' ').next().unwrap_or(called).to_lowercase();
    called.split(' ').count() <= LONGEST && OFFICES.contains(&last.as_str())
}

/// Whether a statement ends with a question, or tells of one.
fn is_question(document: &Document, statement: &Statement) -> bool {
    (statement.content.last()).is_some_and(|piece| asks(document, *piece))
        || is_told_question(document, statement)
}

/// Whether a statement tells what somebody asked: ‹Lee asked her why the gate was open›, ‹wanted to know if it was›.
fn is_told_question(document: &Document, statement: &Statement) -> bool {
    const ASKS: [&str; 7] = [
        "asked", "asks", "inquired", "enquired", "wondered", "wanted", "demanded",
    ];
    const OPENS: [&str; 9] = [
        "why", "whether", "if", "how", "what", "when", "where", "who", "which",
    ];
    let Some(cue) = statement.cue.filter(|_| !is_quoted(document, statement)) else {
        return false;
    };
    let has = |span: Span, words: &[&str], most: usize| {
        let mut tokens = document.tokens_in(span).take(most);
        tokens.any(|at| words.contains(&document.word(at)))
    };
    has(cue, &ASKS, 2) && has(statement.extent(), &OPENS, 4)
}

#[cfg(test)]
mod tests {
    use crate::split::tests::spoken as case;

    #[test]
    fn who_asked_asks_again_and_who_answered_answers() {
        let told = "Bo Lee said it was dry. Ada Orr asked him why he had swum.\n\n“For joy,” he said.\n\n“At night?”\n\n“Then, \
                    too.”";
        case(told, "At night?", "Ada Orr");
        case(told, "Then, too.", "Bo Lee");
        let whether = "Judge Ann Orr wanted to know if the goat was hers.\n\n“It was,” Ada Lee said.\n\n“Since when?”\n\n“Since June.”";
        case(whether, "Since when?", "Ann Orr");
        case(whether, "Since June.", "Ada Lee");
    }

    #[test]
    fn who_asked_speaks_on() {
        let words = "“Could you read it?” Ada Lee asked.\n\n“I have no glasses,” Bo Orr answered.\n\n“Take mine.”\n\n“Thank you.”";
        case(words, "Take mine", "Ada Lee");
        case(words, "Thank you", "Bo Orr");
    }

    #[test]
    fn who_is_called_by_an_office_is_not_who_speaks() {
        let words = "“I know,” Ada Lee said.\n\n“It was late,” Sir Hywel Orr said.\n\n“I am sorry to hear that, chairman.”";
        case(words, "sorry to hear", "Ada Lee");
    }

    #[test]
    fn somebody_else_asks() {
        let third = "“Is it a goat?” Ada Reyes asked Abel Orr.\n\n“It is,” he said.\n\nMr Bo Monk interrupted them. “And if it were a \
                     goose?” he wanted to know.\n\n“Then I should weep.”";
        case(third, "And if it were", "Bo Monk");
        case(third, "Then I should weep", "Abel Orr");
    }
}
