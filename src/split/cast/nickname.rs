//! A nickname: what others call somebody, told behind the name: "Ann Lee, whom everyone calls Chon".

use std::ops::Range;

use super::Cast;
use super::gloss::{Case, Gloss};
use super::introduced::is_name_given;
use super::member::Member;
use super::mention::{Mention, NameKind};

/// How many tokens behind a description a name is told that somebody goes by.
const LONGEST: usize = 12;
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
        // "the rapper Kosec, born Ann Lee"
        let stage = near
            && whose != nick
            && called.name.words.len() > 1
            && bearer.kind != NameKind::Organisation
            && members[whose]
                .names
                .iter()
                .all(|name| name.words.len() == 1)
            && (is_real(gloss, start, end) || is_performer(gloss, bearer, called))
            || near && whose != nick && is_known_so(gloss, bearer, called);
        if stage && left > 0 {
            left -= 1;
            give(named, members, whose, nick);
            continue;
        }
        // "Kosec rode. The 31-year-old, whose full name is Ann Lee, fell."
        if left > 0
            && called.name.words.len() > 1
            && let Some(whose) = described_before(gloss, mentions, nth)
            && let Some(whose) = named[whose].filter(|whose| *whose != nick)
        {
            left -= 1;
            give(named, members, whose, nick);
            continue;
        }
        let full = bearer.name.words.len() > 1 && bearer.kind != NameKind::Organisation;
        let new = whose != nick
            && called.name.words.len() == 1
            && members[nick].names.iter().all(|name| name.words.len() == 1);
        if near
            && full
            && new
            && left > 0
            && (is_told(gloss, start, end) || is_marked(gloss, start, called))
        {
            left -= 1;
            give(named, members, nick, whose);
        }
    }
}

impl Cast<'_> {
    /// The name that somebody described goes by: "a jammer who skates as Ann Lee", "a man known only as Orr".
    pub(super) fn going_by(&self, tokens: &Range<usize>) -> Option<usize> {
        const GOING: [&str; 20] = [
            "goes",
            "known",
            "identified",
            "skates",
            "performs",
            "plays",
            "races",
            "fights",
            "wrestles",
            "writes",
            "appears",
            "competes",
            "sings",
            "raps",
            "records",
            "streams",
            "dances",
            "paints",
            "works",
            "trades",
        ];
        let gloss = &self.gloss;
        let described = ["a", "an", "another", "one", "the"]
            .iter()
            .any(|word| gloss.word(tokens.start).eq_ignore_ascii_case(word));
        let within = |word: &[&str], end: usize| {
            (tokens.start + 2..end).find(|token| word.contains(&gloss.word(*token)))
        };
        self.mentions_in(tokens).find(|nth| {
            let start = self.mentions[*nth].tokens.start;
            let joint = start.checked_sub(1).map_or("", |joint| gloss.word(joint));
            let by = matches!(joint, "as" | "by") && start <= tokens.start + LONGEST;
            let goes_by = || {
                within(&GOING, start).is_some_and(|verb| {
                    start - verb < 6
                        && (gloss.word(verb - 1) == "who"
                            || matches!(gloss.word(verb), "known" | "identified")
                                && gloss.case(verb - 1) == Case::Lower)
                        && gloss.case(verb) == Case::Lower
                        && !(tokens.start..verb).any(|token| gloss.is_capital(token))
                })
            };
            described && (by && goes_by() || is_name_given(gloss, tokens.start, start))
        })
    }
}

/// Makes `member` one with `whole`.
fn give(named: &mut [Option<usize>], members: &mut [Member], member: usize, whole: usize) {
    for named in named.iter_mut().filter(|named| **named == Some(member)) {
        *named = Some(whole);
    }
    members[whole].count += std::mem::take(&mut members[member].count);
    for form in std::mem::take(&mut members[member].forms) {
        members[whole].add_form(&form);
    }
}

/// Whether the words between a name and another say that the other is the one its bearer was given.
fn is_real(gloss: &Gloss, start: usize, end: usize) -> bool {
    const LONGEST: usize = 7;
    let last = gloss.word(end - 1);
    let real = (start..end).any(|token| {
        matches!(
            gloss.word(token),
            "real" | "legal" | "birth" | "given" | "full"
        )
    });
    let opens = matches!(gloss.word(start), "," | "(" | "–" | "—");
    let named = real
        && (matches!(last, "name" | "is" | "was" | ",") || gloss.word(end - 2) == "name")
        && (start..end).any(|token| gloss.word(token) == "name");
    opens && end - start <= LONGEST && (matches!(last, "born" | "né" | "née") || named)
}

/// The name of one word above a description whose bearer’s real name the mention at `nth` is.
fn described_before(gloss: &Gloss, mentions: &[Mention], nth: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    let end = mentions[nth].tokens.start;
    let (first, _) = gloss.bounds(end);
    let whose = (first..end)
        .rev()
        .take(LONGEST)
        .find(|token| gloss.word(*token) == "whose")?;
    let comma = whose.checked_sub(1).filter(|comma| *comma > first)?;
    let described = gloss.word(first) == "The" && comma - first <= LONGEST;
    if !described || !is_real(gloss, comma, end) {
        return None;
    }
    let before = mentions[..nth].iter().rposition(|mention| {
        mention.kind == NameKind::Person
            || mention.kind == NameKind::Unknown && mention.title.is_empty()
    })?;
    let mut people = mentions[..nth].iter();
    let only =
        people.all(|other| other.kind != NameKind::Person || other.name == mentions[before].name);
    let near = gloss.sentence(mentions[before].tokens.start) + 2 >= gloss.sentence(end);
    (only && near && mentions[before].name.words.len() == 1).then_some(before)
}

/// Whether the words between a name and another say that the other is what its bearer is called.
fn is_told(gloss: &Gloss, start: usize, end: usize) -> bool {
    let quoted = matches!(gloss.word(end - 1), "“" | "\"" | "‘" | "'");
    let end = end - usize::from(quoted);
    let last = gloss.word(end.saturating_sub(1));
    let holds = |word: &str| (start..end).any(|token| gloss.word(token) == word);
    let called = matches!(last, "calls" | "call" | "called" | "nicknamed" | "dubbed");
    let by_all = || {
        let them = matches!(last, "him" | "her" | "them");
        them && matches!(gloss.word(end - 2), "calls" | "call" | "called")
    };
    match gloss.word(start) {
        // "Ann Lee alias Chon"
        "alias" | "dit" | "dite" | "aka" => end == start + 1,
        "," | "(" | "–" | "—" => {
            holds("whom") && called
                || holds("known") && (last == "as" || holds("name") && matches!(last, "," | "name"))
                || matches!(last, "nicknamed" | "dubbed" | "aka" | "a.k.a.")
                || last == "by" && (holds("goes") || holds("went"))
                || gloss.word(start) != "," && by_all()
        }
        _ => false,
    }
}

/// Whether marks alone part what somebody is called from the name before it: "Ann Lee “Chon”, who".
fn is_marked(gloss: &Gloss, start: usize, called: &Mention) -> bool {
    let opens = matches!(gloss.word(start), "“" | "\"" | "‘");
    let closes = matches!(gloss.word(called.tokens.end), "”" | "\"" | "’");
    opens && closes && called.tokens.start == start + 1
}

/// Whether the whole name stands behind what its bearer is called by all: "Abu Orr, as Ann Lee is known to everyone,".
fn is_known_so(gloss: &Gloss, bearer: &Mention, called: &Mention) -> bool {
    let start = bearer.tokens.end;
    let whole = called.name.words.len() >= bearer.name.words.len();
    let so = gloss.word(start) == "," && gloss.word(start + 1) == "as";
    let end = called.tokens.end;
    let known = matches!(gloss.word(end), "is" | "was")
        && (end + 1..end + 4)
            .any(|token| matches!(gloss.word(token), "known" | "called" | "billed"));
    so && whole
        && known
        && called.tokens.start == start + 2
        && bearer.kind != NameKind::Organisation
}

/// Whether a whole name in brackets is that of who performs under another: "the wrestler Kosmo (Ann Lee)".
fn is_performer(gloss: &Gloss, bearer: &Mention, called: &Mention) -> bool {
    const ON_STAGE: [&str; 18] = [
        "wrestler",
        "rapper",
        "singer",
        "musician",
        "dj",
        "producer",
        "artist",
        "dancer",
        "blogger",
        "vlogger",
        "youtuber",
        "streamer",
        "influencer",
        "luchador",
        "luchadora",
        "songwriter",
        "gamer",
        "performer",
    ];
    let before = bearer.tokens.start.checked_sub(1);
    let role = before.is_some_and(|before| ON_STAGE.contains(&gloss.word(before)));
    role && bearer.tokens.end + 1 == called.tokens.start
        && gloss.word(bearer.tokens.end) == "("
        && gloss.word(called.tokens.end) == ")"
}

#[cfg(test)]
mod tests {
    use crate::split::cast::tests::case;

    #[test]
    fn who_goes_by_a_name() {
        for told in [
            "who skates as Orr Canal",
            "known only as Orr Canal",
            "who goes by Orr Canal",
        ] {
            case(
                &format!("“No,” said a jammer {told}."),
                &[(&format!("|a jammer {told}|"), "Orr Canal")],
            );
        }
        case(
            "“No,” said a fan of Orr Canal.",
            &[("|a fan of Orr Canal|", "~a fan of Orr Canal")],
        );
    }

    #[test]
    fn what_somebody_is_called() {
        for told in [
            "Ann Lee, whom everyone calls Vorr, left.",
            "Ann Lee, better known as Vorr, left.",
            "Ann Lee (known by her stage name, Vorr) left.",
            "Ann Lee, nicknamed “Vorr”, left.",
            "Ann Lee – everyone calls her Vorr – left.",
            "Ann “Vorr” Lee left.",
            "Ann (Vorr) Lee left.",
            "Ann Lee alias Vorr left.",
            "Ann Lee “Vorr”, who is 60, left.",
            "Vorr, as Ann Lee is known to everyone, left.",
        ] {
            case(
                &format!("{told} “No,” Vorr said."),
                &[("|Vorr| said", "Ann Lee")],
            );
        }
        case(
            "Ann Lee, who called on Vorr, left. “No,” Vorr said.",
            &[("|Vorr| said", "Vorr")],
        );
    }

    #[test]
    fn the_name_behind_a_stage_name() {
        for told in [
            "The rapper Vorr, born Ann Lee, left.",
            "The rapper Vorr (real name Ann Lee) left.",
            "The rapper Vorr (Ann Lee) left.",
            "The rapper Vorr, whose real name is Ann Lee, left.",
        ] {
            case(
                &format!("{told} “No,” Vorr said."),
                &[("|Vorr| said", "Ann Lee")],
            );
        }
        case(
            "The rapper Vorr, born to Ann Lee, left. “No,” Vorr said.",
            &[("|Vorr| said", "Vorr")],
        );
    }
}
