//! A nickname: what others call somebody, told behind the name: "Ann Lee, whom everyone calls Chon".

use super::gloss::Gloss;
use super::member::Member;
use super::mention::{Mention, NameKind};

/// How many tokens behind the name a nickname is told.
const NEAR: usize = 14;
/// An article tells no more of them; the work stays linear.
const MOST: usize = 64;

/// Gives each nickname that is told behind a name to whoever bears the name.
pub(super) fn nicknames(
    gloss: &Gloss,
    mentions: &[Mention],
    named: &mut [Option<usize>],
    members: &mut [Member],
) {
    let mut left = MOST;
    for nth in 1..mentions.len() {
        let (bearer, called) = (&mentions[nth - 1], &mentions[nth]);
        let (Some(whose), Some(nick)) = (named[nth - 1], named[nth]) else {
            continue;
        };
        let (start, end) = (bearer.tokens.end, called.tokens.start);
        let near = end - start <= NEAR && gloss.sentence(start) == gloss.sentence(end);
        let full = bearer.name.words.len() > 1 && bearer.kind != NameKind::Organisation;
        let new = whose != nick
            && called.name.words.len() == 1
            && members[nick].names.iter().all(|name| name.words.len() == 1);
        if near && full && new && left > 0 && is_told(gloss, start, end) {
            left -= 1;
            for member in named.iter_mut().filter(|member| **member == Some(nick)) {
                *member = Some(whose);
            }
            for form in std::mem::take(&mut members[nick].forms) {
                members[whose].add_form(&form);
            }
        }
    }
}

/// Whether the words between a name and another say that the other is what its bearer is called.
fn is_told(gloss: &Gloss, start: usize, end: usize) -> bool {
    let last = gloss.word(end - 1);
    let holds = |word: &str| (start..end).any(|token| gloss.word(token) == word);
    gloss.word(start) == ","
        && (holds("whom") && matches!(last, "calls" | "call" | "called" | "nicknamed")
            || last == "as" && holds("known")
            || last == "nicknamed"
            || last == "by" && (holds("goes") || holds("went")))
}
