//! Sentences, cut with an eye on abbreviations, initials and quotation marks.

use super::Span;
use super::token::{Token, TokenKind};

/// The sentences of `paragraph`, in order, without the white space around them.
///
/// `tokens` are those of the paragraph. A full stop after an abbreviation or initial ends no sentence unless a word
/// follows that opens one; marks that close a quotation belong to the sentence they end; “Why?” stays with the
/// "Smith asked." that reports it. Sentences inside a quotation are sentences.
pub fn sentences(text: &str, paragraph: Span, tokens: &[Token]) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = paragraph.start;
    let mut at = 0;
    while at < tokens.len() {
        let mut last = at;
        if ends_sentence(text, tokens, at) {
            while last + 1 < tokens.len() && is_glued_closer(text, tokens, last + 1) {
                last += 1;
            }
            if opens_after(text, tokens, at, last) {
                let end = tokens[last].span.end;
                sentences.push(Span::new(start, end).trim(text));
                start = end;
            }
        }
        at = last + 1;
    }
    let rest = Span::new(start.min(paragraph.end), paragraph.end).trim(text);
    if !rest.is_empty() {
        sentences.push(rest);
    }
    sentences
}

/// Whether the token at `at` is a full stop or its like, or an abbreviation whose dot may be one.
fn ends_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = tokens[at].of(text);
    match tokens[at].kind {
        TokenKind::Mark => {
            matches!(word, "." | "!" | "?" | "…" | "。" | "！" | "？") || word.starts_with("...")
        }
        TokenKind::Word => word.len() > 1 && word.ends_with('.'),
        TokenKind::Number => false,
    }
}

/// A closing mark or bracket with no blank before it.
fn is_glued_closer(text: &str, tokens: &[Token], at: usize) -> bool {
    let glued = tokens[at - 1].span.end == tokens[at].span.start;
    let word = tokens[at].of(text);
    glued
        && (matches!(
            word,
            "”" | "\"" | "''" | "’" | "'" | "»" | ")" | "]" | "“" | "›"
        ) || is_stop(word))
}

fn is_stop(word: &str) -> bool {
    matches!(word, "." | "!" | "?" | "…") || word.starts_with("...")
}

/// Whether a sentence can open after the token at `last`, which ends with the stop at `stop`.
fn opens_after(text: &str, tokens: &[Token], stop: usize, last: usize) -> bool {
    let Some(next) = tokens.get(last + 1) else {
        return true;
    };
    if next.span.start == tokens[last].span.end {
        return false;
    }
    let mut opener = last + 1;
    while tokens
        .get(opener)
        .is_some_and(|token| is_opening_mark(token.of(text)))
    {
        opener += 1;
    }
    let Some(word) = tokens.get(opener).map(|token| token.of(text)) else {
        return false;
    };
    let Some(initial) = word.chars().next() else {
        return false;
    };
    let stop_word = tokens[stop].of(text);
    let quoted = opener > last + 1;
    if tokens[stop].kind == TokenKind::Word {
        // An abbreviation: only what opens a sentence shows that its dot is a full stop as well.
        let initial_of_name = stop_word.len() == 2;
        return !TITLES.contains(&stop_word)
            && (OPENERS.contains(&word) || quoted && initial.is_uppercase() && !initial_of_name);
    }
    let opens = initial.is_uppercase()
        || initial.is_numeric()
        || initial.is_alphabetic() && !initial.is_lowercase()
        || matches!(initial, '@' | '#' | '•' | '$' | '£' | '€')
        || matches!(word, "—" | "–" | "--")
            && tokens
                .get(opener + 1)
                .is_some_and(|t| t.of(text).starts_with(char::is_uppercase));
    let asks = matches!(stop_word, "?" | "!" | "…") || stop_word.starts_with("...");
    opens && !(asks && last > stop && !quoted && is_reported(text, &tokens[opener..]))
}

/// Whether what follows a quotation names who asked or cried it: "Mr. Smith asked", "The mayor replied".
fn is_reported(text: &str, tokens: &[Token]) -> bool {
    tokens
        .iter()
        .take(6)
        .map(|token| token.of(text))
        .take_while(|word| !is_stop(word) && *word != ",")
        .any(|word| ASKED.contains(&word))
}

fn is_opening_mark(word: &str) -> bool {
    matches!(
        word,
        "“" | "\"" | "``" | "''" | "‘" | "'" | "«" | "„" | "(" | "[" | "»" | "‹"
    )
}

const ASKED: [&str; 16] = [
    "asked",
    "said",
    "says",
    "asks",
    "replied",
    "wrote",
    "cried",
    "shouted",
    "yelled",
    "wondered",
    "added",
    "exclaimed",
    "tweeted",
    "responded",
    "demanded",
    "told",
];

/// Titles before a name, whose dot never ends a sentence.
const TITLES: [&str; 68] = [
    "Mr.", "Mrs.", "Ms.", "Mx.", "MR.", "MRS.", "MS.", "DR.", "SEN.", "Dr.", "Sen.", "Sens.",
    "Rep.", "Reps.", "Gov.", "Govs.", "Gen.", "Lt.", "Col.", "Sgt.", "Prof.", "Assoc.", "Asst.",
    "Rev.", "Revd.", "Hon.", "Capt.", "Cmdr.", "Cdr.", "Cpl.", "Maj.", "Brig.", "Adm.", "Pvt.",
    "Pte.", "Pfc.", "Spc.", "Supt.", "Insp.", "Det.", "Const.", "Cllr.", "Ald.", "Atty.", "Adv.",
    "Barr.", "Engr.", "Er.", "Smt.", "Msgr.", "Fr.", "Amb.", "Pres.", "Messrs.", "Mt.", "Ft.",
    "St.", "Sta.", "Ste.", "Sto.", "vs.", "Nos.", "Adj.", "Comr.", "ret.", "retd.", "Ret.",
    "Retd.",
];

/// Words that open a sentence and seldom follow an abbreviation inside one.
const OPENERS: [&str; 66] = [
    "The",
    "A",
    "An",
    "He",
    "She",
    "It",
    "They",
    "We",
    "You",
    "I",
    "This",
    "That",
    "These",
    "Those",
    "There",
    "Here",
    "His",
    "Her",
    "Its",
    "Their",
    "Our",
    "My",
    "Your",
    "In",
    "On",
    "At",
    "But",
    "And",
    "Or",
    "So",
    "Yet",
    "As",
    "If",
    "When",
    "While",
    "After",
    "Before",
    "Since",
    "Although",
    "Though",
    "Because",
    "However",
    "Meanwhile",
    "Still",
    "Then",
    "Now",
    "Not",
    "No",
    "Some",
    "Many",
    "Most",
    "One",
    "Both",
    "For",
    "From",
    "With",
    "Under",
    "By",
    "To",
    "What",
    "Who",
    "Why",
    "How",
    "Where",
    "Asked",
    "Also",
];

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::{Span, sentences};

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let whole = Span::whole(text);
        let found: Vec<&str> = sentences(text, whole, &tokens(text, whole))
            .iter()
            .map(|span| span.of(text))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn ends_at_stops() {
        case("", &[]);
        case("One. Two! Three? four", &["One.", "Two!", "Three? four"]);
        case(
            "It was over… Nobody spoke.",
            &["It was over…", "Nobody spoke."],
        );
        case("No stop at the end", &["No stop at the end"]);
        case(
            "He paid 3.5 million. 40 people left.",
            &["He paid 3.5 million.", "40 people left."],
        );
    }

    #[test]
    fn knows_abbreviations_and_initials() {
        case(
            "Sen. Ann Q. Lee of the U.S. Senate spoke.",
            &["Sen. Ann Q. Lee of the U.S. Senate spoke."],
        );
        case(
            "It ends Jan. 20. She left.",
            &["It ends Jan. 20.", "She left."],
        );
        case(
            "He moved to the U.S. She stayed.",
            &["He moved to the U.S.", "She stayed."],
        );
        case(
            "They met at 5 p.m. The talks failed.",
            &["They met at 5 p.m.", "The talks failed."],
        );
        case(
            "She met Bo Ray Jr. “Come,” he said.",
            &["She met Bo Ray Jr.", "“Come,” he said."],
        );
        case("Joseph R. “Joe” Hale won.", &["Joseph R. “Joe” Hale won."]);
        case("Acme Inc. of Ohio rose.", &["Acme Inc. of Ohio rose."]);
    }

    #[test]
    fn keeps_marks_with_their_sentence() {
        case("“Go.” He went.", &["“Go.”", "He went."]);
        case(
            "“Go now. It is late,” she said.",
            &["“Go now.", "It is late,” she said."],
        );
        case(
            "“Why?” he asked. “Who?” Mr. Orr asked.",
            &["“Why?” he asked.", "“Who?” Mr. Orr asked."],
        );
        case("(He left.) She stayed.", &["(He left.)", "She stayed."]);
        case(
            "He saw it … — Ann Lee (@lee) May 2",
            &["He saw it …", "— Ann Lee (@lee) May 2"],
        );
    }
}
