//! A joint: the small word or mark that makes one name of what stands on both sides of it.

mod campaign;
mod foreign;
mod mark;
mod small_body;
mod word;

pub(super) use self::word::FIRMS;
use super::gloss::Case;
use super::lexicon::Trait;
use super::mention::Finder;

impl Finder<'_, '_> {
    /// The capital that a small word after `last` joins to the run.
    pub(super) fn join(&self, start: usize, last: usize, end: usize) -> Option<usize> {
        let gloss = self.gloss;
        let next = last + 1;
        let word = gloss.word(next);
        // "Brigadier (retd) Bo Orr"
        if word == "(" && is_retired(gloss.word(next + 1)) && gloss.word(next + 2) == ")" {
            let rank = gloss.is_any_of(last, &[Trait::Role, Trait::Title]);
            return (rank && gloss.is_capital(next + 3)).then_some(next + 3);
        }
        let opens = matches!(word, "“" | "\"" | "‘" | "'" | "(");
        if opens && !(gloss.is_genitive(next) && self.is_capital_before(next + 1, end)) {
            return self.join_behind_nickname(start, last, end);
        }
        let joined =
            (self.join_by_mark(start, last, end)).or_else(|| self.join_abroad(start, last, end));
        if joined.is_some() {
            return joined;
        }
        // "Orr County Sheriff’s Office"
        let office = last > start
            && gloss.is_genitive(next)
            && gloss.is(last, Trait::Role)
            && matches!(gloss.word(next + 1), "Office" | "Department");
        if office && next + 1 < end {
            return Some(next + 1);
        }
        if gloss.is(next, Trait::Particle) {
            return self.join_by_particle(start, last, end);
        }
        self.join_by_word(start, last, end)
    }

    /// Whether a capital at `token`, before `end`, may belong to the name before it.
    fn is_capital_before(&self, token: usize, end: usize) -> bool {
        let gloss = self.gloss;
        token < end
            && gloss.joins_next(token - 1)
            && gloss.is_capital(token)
            && !gloss.is(token, Trait::Calendar)
            && gloss.word(token) != "I"
    }

    /// Robert “Bobby” Pell
    fn join_behind_nickname(&self, start: usize, last: usize, end: usize) -> Option<usize> {
        let gloss = self.gloss;
        let capital = |token: usize| self.is_capital_before(token, end);
        let next = last + 1;
        let close = (next + 2..(next + 4).min(end))
            .find(|k| matches!(gloss.word(*k), "”" | "\"" | "’" | "'" | ")"))?;
        let between = (next + 1..close).all(|k| gloss.case(k) == Case::Capital);
        let name = last == start || gloss.entry(last).is_given() || gloss.is(last - 1, Trait::Role);
        // "Ana (Pilu) do Orr", "Ana “Pilu” van der Orr"
        let small = |token: &usize| {
            let particle = gloss.is(*token, Trait::Particle) && gloss.case(*token) == Case::Lower;
            particle || ["do", "da", "e"].contains(&gloss.word(*token))
        };
        let particles = (close + 1..close + 4).take_while(small).count();
        let opens = close
            + 1
            + if gloss.joins_next(close) {
                particles
            } else {
                0
            };
        (between && capital(opens) && name).then_some(opens)
    }
}

/// What stands in brackets between a rank and the name of who held it.
pub(super) fn is_retired(word: &str) -> bool {
    ["retd", "ret", "rtd", "retired"]
        .iter()
        .any(|retired| word.trim_end_matches('.').eq_ignore_ascii_case(retired))
}
