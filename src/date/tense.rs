//! The tense of the words around a day: whether "Tuesday" has been or is to come.

use super::words::Words;

/// What the words nearest to a day say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// How many words are looked at on either side.
const REACH: usize = 12;

/// Words that speak of what is to come.
const FUTURE: [&str; 16] = [
    "will",
    "ll",
    "shall",
    "would",
    "scheduled",
    "expected",
    "slated",
    "due",
    "plans",
    "planned",
    "planning",
    "plan",
    "expires",
    "upcoming",
    "deadline",
    "poised",
];

/// Right before a day these point ahead; elsewhere they say nothing of it ("by 71 votes").
const AHEAD: [&str; 8] = [
    "by",
    "until",
    "till",
    "before",
    "starting",
    "beginning",
    "coming",
    "through",
];

/// Verbs that, right before a day and in the present, tell of what is fixed for it: "opens in March".
const FIXED: [&str; 20] = [
    "opens",
    "closes",
    "begins",
    "starts",
    "ends",
    "takes",
    "meets",
    "returns",
    "arrives",
    "leaves",
    "graduates",
    "resumes",
    "airs",
    "premieres",
    "goes",
    "open",
    "begin",
    "start",
    "meet",
    "return",
];

const PAST: [&str; 44] = [
    "said", "told", "was", "were", "had", "did", "has", "have", "been", "met", "won", "lost",
    "held", "took", "gave", "made", "came", "went", "spoke", "wrote", "began", "became", "fell",
    "rose", "left", "sent", "saw", "got", "found", "led", "shot", "struck", "broke", "brought",
    "sought", "fought", "swore", "drew", "grew", "knew", "read", "died", "since", "ago",
];

/// The tense around the words `first` to `last`: of what stands before them, else of what follows.
pub(super) fn around(words: &Words<'_>, first: usize, last: usize) -> Tense {
    if points_ahead(words, first) {
        return Tense::Future;
    }
    let before = (first.saturating_sub(REACH)..first)
        .rev()
        .take_while(|&at| !ends_sentence(words, at))
        .map(|at| of_word(words.word(at)))
        .find(|&tense| tense != Tense::Unknown);
    before
        .or_else(|| {
            (last + 1..words.count().min(last + 1 + REACH))
                .take_while(|&at| !ends_sentence(words, at - 1))
                .map(|at| of_word(words.word(at)))
                .find(|&tense| tense != Tense::Unknown)
        })
        .unwrap_or(Tense::Unknown)
}

/// Whether the words right before the day at `first` point ahead: "until Friday", "opens in March".
fn points_ahead(words: &Words<'_>, first: usize) -> bool {
    let is = |back: usize, known: &[&str]| {
        let word = words.before(first, back);
        known.iter().any(|other| word.eq_ignore_ascii_case(other))
    };
    let near = if is(1, &["on", "in", "the", "next", "this"]) {
        2
    } else {
        1
    };
    is(1, &AHEAD)
        || is(near, &AHEAD)
        || is(near, &FIXED)
        || (is(near, &["office"]) && is(near + 1, &FIXED))
}

fn of_word(word: &str) -> Tense {
    if !word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Tense::Unknown;
    }
    let is = |words: &[&str]| words.iter().any(|other| word.eq_ignore_ascii_case(other));
    if is(&FUTURE) {
        Tense::Future
    } else if is(&PAST) || (word.len() > 4 && word.ends_with("ed")) {
        Tense::Past
    } else {
        Tense::Unknown
    }
}

fn ends_sentence(words: &Words<'_>, at: usize) -> bool {
    let gap = words.gap(at);
    gap.contains(['?', '!', ';', '\n'])
        || (gap.contains('.') && words.word(at).len() > 4 && words.is_capitalised(at + 1))
}
