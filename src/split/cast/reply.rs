//! A reply: whoever gives it is not who asked.

use std::ops::Range;

use super::gloss::Gloss;
use super::reference::{Reference, Who};

/// Who asked what “he” at `token` replies to, and so is somebody else: "“Why?” asked Lee. “It rained,” he replied."
pub(super) fn whom_it_answers(gloss: &Gloss, all: &[Reference], token: usize) -> Option<Who> {
    const REPLIES: [&str; 6] = [
        "replied",
        "answered",
        "responded",
        "retorted",
        "countered",
        "shot",
    ];
    const SAYS: [&str; 2] = ["said", "says"];
    let document = gloss.document;
    let verbs = [token + 1, token.wrapping_sub(1)].into_iter();
    let is = |all: &'static [&str]| verbs.clone().find(|at| all.contains(&gloss.word(*at)));
    let replies = is(&REPLIES);
    let verb = replies.or_else(|| is(&SAYS))?;
    // "he replied when asked why"
    let asked = |at: usize| matches!(gloss.word(at), "asked" | "Asked" | "pressed" | "told");
    let (first, end) = gloss.bounds(token);
    if (first..end).any(asked) || gloss.word(verb.max(token) + 1) == "to" {
        return None;
    }
    let here = document.tokens[token].span.start;
    let own = document
        .quotations
        .partition_point(|one| one.outer.end <= here)
        .checked_sub(1)?;
    let (own, before) = (
        &document.quotations[own],
        &document.quotations[own.checked_sub(1)?],
    );
    let beside = document.sentence_at(own.outer.start) == document.sentence_at(here)
        || own.outer.end + 1 >= document.tokens[first].span.start;
    let asks = before.inner.of(document.text).ends_with('?');
    let paragraph = |at: usize| document.paragraph_at(at);
    // What only told of somebody’s words is no turn.
    let words = document.text[..before.outer.start].trim_end();
    let opens = document.paragraphs[paragraph(before.outer.start)]
        .span
        .start;
    let whole = opens == before.outer.start || words.ends_with(':');
    let turns = whole
        && paragraph(before.outer.start) + 1 == paragraph(own.outer.start)
        && document.paragraphs[paragraph(own.outer.start)].span.start == own.outer.start;
    // Who only says something replies to what the paragraph above asks.
    if !beside || !(turns || asks && replies.is_some()) || replies.is_none() && !asks {
        return None;
    }
    let mut all = all.iter().rev();
    let speaker = all.find(|one| one.speaks() && gloss.quotation(one.tokens.start).is_none())?;
    let at = document.tokens[speaker.tokens.start].span.start;
    let spoke = paragraph(at) == paragraph(before.outer.start) && at < own.outer.start;
    // What is asked stands beside who asks it.
    let near = document
        .sentence_at(at)
        .abs_diff(document.sentence_at(before.outer.end - 1))
        <= 1;
    let Range { start, end } = speaker.tokens;
    let asked = || {
        let verbs = [end, start.wrapping_sub(1)];
        verbs
            .iter()
            .any(|at| matches!(gloss.word(*at), "asked" | "asks"))
    };
    (spoke && near && (replies.is_some() || asked())).then(|| speaker.who.clone())
}

#[cfg(test)]
mod tests {
    #[test]
    fn who_replies_is_not_who_asked() {
        let case = crate::split::tests::spoken;
        let asked = "Ann Lee, 40, of Leeds, denies theft. “Where did you stand?” asked Ada Orr, prosecuting.\n\n“By the goat,” she replied.";
        case(asked, "By the goat", "Ann Lee");
        let turns = "Bo Lee resigned. “I am done,” Lee wrote on Plume.\n\n“Then leave the goat,” Ivo Orr, a councillor, replied.\n\n“It is mine,” Lee shot \
                     back.\n\n“It is not,” he answered.";
        case(turns, "It is not", "Ivo Orr");
    }
}
