//! A name told of somebody who was described before it: "a clerk named Orr", "a cook who gave only his first name, Bo".

use super::gloss::Gloss;

/// Whether the words before a name say that somebody described before it bears it: "a clerk named", "a man known to everyone
/// as", "a passenger who gave her name only as", "a cook who gave only his first name,".
pub(super) fn is_name_given(gloss: &Gloss, first: usize, name: usize) -> bool {
    const NEAR: usize = 9;
    let near = name.saturating_sub(NEAR).max(first)..name;
    let word = |back: usize| name.checked_sub(back).map_or("", |token| gloss.word(token));
    let holds = |words: &[&str]| near.clone().any(|token| words.contains(&gloss.word(token)));
    match word(1) {
        "named" | "called" | "surnamed" | "nicknamed" => true,
        "as" => holds(&[
            "identified",
            "name",
            "known",
            "surname",
            "performs",
            "performed",
            "posts",
            "posting",
            "writes",
            "records",
        ]),
        "," => word(2) == "name" && holds(&["gave", "give", "giving", "by"]),
        "by" => matches!(word(2), "goes" | "went"),
        "is" | "was" => word(2) == "name" && holds(&["whose"]),
        "calls" | "call" => holds(&["whom", "who"]),
        _ => false,
    }
}

/// Whether the words before a name say that who opens the sentence is its bearer: "One who knew is", "Her name was".
pub(super) fn is_name_said(gloss: &Gloss, name: usize) -> bool {
    let before = |back: usize| name.checked_sub(back).map_or("", |token| gloss.word(token));
    matches!(before(1), "is" | "was")
}
