//! Which quotation marks hold somebody's words, and which a title, a nickname or a word held at arm's length.

use super::cue;
use super::document::Document;
use crate::text::Span;
use crate::text::marks::Quotation;
use crate::text::token::TokenKind;

/// What stands between a pair of quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quoted {
    /// Words of somebody: a sentence, or a run long enough to be one's own words.
    Words,
    /// A few words that may be somebody's or may be held at arm's length; only an attribution tells.
    Fragment,
    /// The title of a work: “The Long Road”.
    Title,
    /// A nickname, or the name something is given: Joseph “Joe” Hale.
    Name,
}

/// Fewer words than this between marks, and no sentence of their own, are somebody's only by an attribution.
const FRAGMENT: usize = 4;

/// The quotations of `document`, each with what it holds.
pub(crate) fn quotations(document: &Document) -> Vec<(Quotation, Quoted)> {
    let quotations = document.quotations.iter();
    quotations
        .map(|quotation| (*quotation, quoted(document, quotation)))
        .collect()
}

/// What `quotation` holds, by its own words and those right around it.
pub(crate) fn quoted(document: &Document, quotation: &Quotation) -> Quoted {
    let inner = document.tokens_in(quotation.inner);
    let words: Vec<&str> = inner
        .clone()
        .filter(|&at| document.tokens[at].kind == TokenKind::Word)
        .map(|at| document.word(at))
        .collect();
    let Some(first) = words.first() else {
        return Quoted::Fragment;
    };
    let after = document.text[quotation.outer.end..].chars().next();
    let last = quotation.inner.of(document.text).chars().next_back();
    let before = document.tokens[..inner.start].iter().rev();
    let mut before = before
        .map(|token| token.of(document.text))
        .filter(|word| !is_mark(word));
    let (previous, earlier) = (before.next().unwrap_or(""), before.next().unwrap_or(""));
    let opens_sentence = {
        let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
        sentence.span.start == quotation.outer.start
    };
    if !opens_sentence && is_name(document, quotation, &words, previous) {
        return Quoted::Name;
    }
    let sentence_end = matches!(last, Some('.' | '!' | '?' | '…'))
        && after.is_none_or(char::is_whitespace)
        && first.starts_with(char::is_uppercase)
        && words
            .iter()
            .any(|word| word.starts_with(char::is_lowercase) && word.len() > 3);
    if !sentence_end && !opens_sentence {
        // ‹“Slower. Slower.”›
        let several = matches!(last, Some('.' | '!' | '?')) && {
            let inner = quotation.inner.of(document.text);
            let stops = inner.matches(". ").count() + inner.matches("! ").count() > 1;
            stops && words.iter().all(|word| word.len() > 2)
        };
        let headed = !is_told(document, quotation)
            && is_capitalised(&words)
            && (words.len() > 1 || is_work(previous))
            && !several;
        if headed
            || is_work(previous) && first.starts_with(char::is_uppercase) && words.len() < 9
            || is_work(earlier) && is_capitalised(&words)
        {
            return Quoted::Title;
        }
    }
    let cried =
        matches!(last, Some(',' | '!' | '?' | '.' | '…')) && first.starts_with(char::is_uppercase);
    if words.len() >= FRAGMENT || cried {
        Quoted::Words
    } else {
        Quoted::Fragment
    }
}

/// Whether a verb of saying and a colon stand right before `quotation`, which no title follows: ‹She answered: “Storm Ada.”›.
fn is_told(document: &Document, quotation: &Quotation) -> bool {
    const NEAR: usize = 6;
    let mark = document.tokens_in(quotation.outer).start;
    let Some(colon) = mark.checked_sub(1).filter(|&at| document.word(at) == ":") else {
        return false;
    };
    let first = document.sentences[document.sentence_at(quotation.outer.start)]
        .tokens
        .start;
    (first.max(colon.saturating_sub(NEAR))..colon)
        .any(|at| document.is_finite_verb(at) && cue::reports(document.word(at)))
}

/// Whether the words of `quotation` are capitalised as those of a headline are.
pub(crate) fn is_headline(document: &Document, quotation: &Quotation) -> bool {
    let inner = document.tokens_in(quotation.inner);
    let words: Vec<&str> = inner
        .filter(|&at| document.tokens[at].kind == TokenKind::Word)
        .map(|at| document.word(at))
        .collect();
    let last = quotation.inner.of(document.text).chars().next_back();
    !matches!(last, Some('!' | '?')) && is_capitalised(&words)
}

/// Whether every word that a headline would capitalise is capitalised.
fn is_capitalised(words: &[&str]) -> bool {
    let mut heads = words
        .iter()
        .filter(|word| word.len() > 3 || !SMALL.contains(&word.to_lowercase().as_str()));
    heads.clone().next().is_some() && heads.all(|word| !word.starts_with(char::is_lowercase))
}

fn is_name(document: &Document, quotation: &Quotation, words: &[&str], previous: &str) -> bool {
    let after = &document.text[quotation.outer.end..];
    let between_names = previous.starts_with(char::is_uppercase)
        && !quotation
            .inner
            .of(document.text)
            .ends_with(['.', ',', '!', '?'])
        && after
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let named = matches!(
        previous.to_lowercase().as_str(),
        "nicknamed" | "named" | "titled" | "entitled" | "codenamed" | "so-called" | "aka" | "alias"
    );
    words.len() <= 3 && between_names || named
}

/// Whether `word` is a kind of work, before its title: the film “Long Road”.
fn is_work(word: &str) -> bool {
    WORKS.contains(&word.to_lowercase().as_str())
}

fn is_mark(word: &str) -> bool {
    matches!(
        word,
        "“" | "\"" | "‘" | "'" | "``" | "''" | "«" | "»" | "„" | ","
    )
}

/// `inner` without the comma that American papers put inside the marks, and without the full stop of a fragment.
pub(crate) fn trimmed(document: &Document, inner: Span, fragment: bool) -> Span {
    let unwanted =
        |c: char| c.is_whitespace() || c == ',' || fragment && matches!(c, '.' | ';' | ':');
    let words = inner.of(document.text);
    // Dots that stand for words left out are part of what was said.
    if words.ends_with("...") || words.ends_with(". . .") {
        return inner;
    }
    Span::new(
        inner.start,
        inner.start + words.trim_end_matches(unwanted).len(),
    )
    .trim(document.text)
}

const SMALL: [&str; 22] = [
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "nor", "by", "as",
    "is", "vs", "with", "from", "de", "la", "le",
];

const WORKS: [&str; 38] = [
    "film",
    "movie",
    "documentary",
    "book",
    "novel",
    "memoir",
    "song",
    "single",
    "album",
    "play",
    "musical",
    "opera",
    "series",
    "show",
    "sitcom",
    "drama",
    "programme",
    "program",
    "podcast",
    "poem",
    "essay",
    "painting",
    "sculpture",
    "exhibition",
    "article",
    "column",
    "episode",
    "magazine",
    "hit",
    "ballet",
    "symphony",
    "comedy",
    "thriller",
    "classic",
    "bestseller",
    "blockbuster",
    "game",
    "headlined",
];

#[cfg(test)]
mod tests {
    use super::{Quoted, quotations};
    use crate::article::Article;
    use crate::split::document::Document;
    use crate::text::Span;

    #[track_caller]
    fn case(text: &str, expected: Quoted) {
        let body = vec![Span::whole(text)];
        let article = Article {
            text: text.to_owned(),
            body,
            ..Article::default()
        };
        let found = quotations(&Document::of(&article));
        assert_eq!(
            found.first().map(|(_, quoted)| *quoted),
            Some(expected),
            "{text}"
        );
    }

    #[test]
    fn tells_words_from_titles_and_names() {
        case("“We are late,” she said.", Quoted::Words);
        case("“No,” she said.", Quoted::Words);
        case("She asked, “Who?”", Quoted::Words);
        case("He was “not in the least surprised” by it.", Quoted::Words);
        case("They opened a “gallery” in a shed.", Quoted::Fragment);
        case(
            "She wrote the novel “A Winter Abroad” in two months.",
            Quoted::Title,
        );
        case("His film “Tides” won.", Quoted::Title);
        case("Joseph “Joe” Hale won.", Quoted::Name);
        case("A cat nicknamed “the mayor” lives here.", Quoted::Name);
    }
}
