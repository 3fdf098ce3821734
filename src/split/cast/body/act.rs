//! An act: what only a body does or has, "Dunmore said it would close", "shares in Dunmore".

use std::ops::Range;

use crate::split::cast::gloss::{Case, Gloss};
use crate::split::cast::lexicon::Trait;
use crate::split::cast::mention::Mention;

/// Whether it is the subject of a verb of saying or wanting, a clause between commas left out.
pub(crate) fn speaks(gloss: &Gloss, name: Range<usize>) -> bool {
    const LONGEST: usize = 16;
    let (_, end) = gloss.bounds(name.start);
    let next = name.end;
    let close = || (next + 1..end.min(next + LONGEST)).find(|token| gloss.word(*token) == ",");
    let verb = match gloss.word(next) {
        "," => close().map_or(next, |close| close + 1),
        _ => next,
    };
    gloss.is(verb, Trait::Reports) && gloss.case(verb) == Case::Lower
}

/// Whether a verb of saying stands before it: "said the City of Orr".
pub(super) fn is_said_by(gloss: &Gloss, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let the = start > 0 && gloss.word(start - 1) == "the";
    let verb = start.wrapping_sub(1 + usize::from(the));
    gloss.is(verb, Trait::Reports) && gloss.case(verb) == Case::Lower
}

/// Whether it says what "it" will do: "Dunmore said on Tuesday that it would close".
pub(super) fn speaks_of_itself(gloss: &Gloss, mention: &Mention) -> bool {
    const NEAR: usize = 5;
    const LONGEST: usize = 16;
    let (_, end) = gloss.bounds(mention.tokens.start);
    let mut verb = mention.tokens.end;
    if gloss.word(verb) == "," {
        // "Dunmore, the maker of ropes, said"
        let close = (verb + 1..end.min(verb + LONGEST)).find(|token| gloss.word(*token) == ",");
        verb = close.map_or(verb, |close| close + 1);
    }
    let it = (verb + 1..end.min(verb + NEAR))
        .take_while(|token| gloss.word(*token) != "," && gloss.quotation(*token).is_none())
        .find(|token| matches!(gloss.word(*token), "it" | "its"));
    gloss.is(verb, Trait::Reports)
        && !gloss.entry(mention.tokens.start).is_given()
        && it.is_some_and(|it| {
            gloss.word(it) == "its"
                || [
                    "would", "had", "will", "has", "planned", "expected", "intended",
                ]
                .contains(&gloss.word(it + 1))
        })
}

/// Whether one name is the subject of a verb for many: "Dunmore have sacked their coach", "Dunmore, who play at home,".
pub(super) fn is_many(gloss: &Gloss, mention: &Mention) -> bool {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let before = gloss.word(start.wrapping_sub(1));
    let (first, _) = gloss.bounds(start);
    let opens = start == first || start == first + 1 && before == "The";
    let one = !mention
        .name
        .keys()
        .iter()
        .any(|word| word == "and" || word == "&")
        && !gloss.entry(start).is_given();
    let next = gloss.word(end);
    let have = matches!(next, "have" | "were" | "are")
        || next == ","
            && gloss.word(end + 1) == "who"
            && matches!(gloss.word(end + 2), "have" | "were" | "are" | "play");
    opens && one && have
}

/// Whether it has what only a company has: "shares in Dunmore", "Dunmore’s shareholders", "a Dunmore spokesman".
pub(super) fn is_run(gloss: &Gloss, mention: &Mention) -> bool {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let before = |back: usize| {
        start
            .checked_sub(back)
            .map_or("", |token| gloss.word(token))
    };
    let given = gloss.entry(start).is_given();
    let of = match before(1) {
        "in" => OWNED.contains(&before(2)),
        "of" => OWNED.contains(&before(2)) || before(3) == "chief" && before(2) == "executive",
        _ => false,
    };
    let genitive = gloss.is_genitive(end);
    let next = end + usize::from(genitive);
    let has = OWNED.contains(&gloss.word(next))
        || genitive && gloss.word(next) == "chief" && gloss.word(next + 1) == "executive"
        || !genitive
            && !given
            && matches!(
                gloss.word(next),
                "spokesman" | "spokeswoman" | "spokesperson"
            );
    of || has
}

/// What belongs to companies and to nobody else.
const OWNED: [&str; 24] = [
    "shares",
    "stake",
    "shareholders",
    "stock",
    "profits",
    "revenue",
    "revenues",
    "headquarters",
    "customers",
    "employees",
    "workforce",
    "subsidiary",
    "investors",
    "turnover",
    "earnings",
    "bondholders",
    "executives",
    "franchise",
    "branches",
    "factories",
    "stores",
    "passengers",
    "flights",
    "board",
];
