//! A run of capitals, read: which of its words are titles, which are the name, and of what.

use std::ops::Range;

use super::gloss::{Case, Gloss};
use super::joint::is_retired;
use super::lexicon::{self, Trait};
use super::mention::{Finder, Mention, NameKind, opens_clause};
use super::name::{self, Name};
use super::role;
use super::title::{LORDLY, is_address, is_style};
use super::trade::is_trader;

impl Finder<'_, '_> {
    /// Reads a run of capitals as titles and a name.
    pub(super) fn read(&mut self, mut run: Range<usize>, headline: bool) {
        let gloss = self.gloss;
        let opens = opens_clause(gloss, run.start);
        run.start = self.behind_opener(&run);
        let whole = run.len();
        while run.len() > 1 && is_honour(gloss, run.end - 1) {
            run.end -= 1;
        }
        // "Appointed DBE in May, she"
        let verb = opens && run.len() == 1 && whole > 1 && gloss.word(run.start).ends_with("ed");
        if verb && !self.capitals.contains(gloss.word(run.start)) {
            return;
        }
        if self.is_shouted(&run) || is_many(gloss, &run) {
            return;
        }
        let name_start = self.name_start(&run);
        let Some(nameless) = self.namelessness(&run, name_start) else {
            return;
        };
        let title = run.start..name_start;
        let tokens: Vec<usize> = (name_start..run.end).collect();
        let mut words: Vec<&str> = Vec::with_capacity(tokens.len());
        let mut nickname = None;
        let mut quoted = false;
        for token in tokens {
            let word = gloss.word(token);
            match word {
                "’" | "'" if !quoted && token > name_start && closes_word(gloss, token) => {
                    words.pop();
                    words.push(gloss.span(&(token - 1..token + 1)).of(gloss.document.text));
                }
                "“" | "\"" | "‘" | "'" | "(" if !quoted => quoted = true,
                "”" | "\"" | "’" | "'" | ")" => quoted = false,
                "," if !name::is_suffix(gloss.word(token + 1)) => {
                    words.pop();
                    words.push(gloss.span(&(token - 1..token + 1)).of(gloss.document.text));
                }
                "," | "/" => {}
                "s" | "d" | "a" if gloss.word(token + 1) == "/" => {
                    words.push(gloss.span(&(token..token + 3)).of(gloss.document.text));
                }
                "o" | "l" | "p" if gloss.word(token - 1) == "/" => {}
                _ if gloss.is_genitive(token) => {
                    words.pop();
                    words.push(gloss.span(&(token - 1..token + 1)).of(gloss.document.text));
                }
                _ if quoted && is_retired(word) => {}
                _ if quoted => nickname = Some(word),
                _ => words.push(word),
            }
        }
        if words.is_empty() {
            return;
        }
        let titled = title.clone().any(|k| {
            gloss.is(k, Trait::Title)
                || gloss.is(k, Trait::Role) && !gloss.is(k, Trait::OrganisationHead)
                || is_style(gloss, k, run.end)
        });
        let kind = if gloss.is_genitive(run.end - 1) {
            NameKind::Organisation
        } else {
            self.kind(&(name_start..run.end), titled)
        };
        let mut name = Name::new(words);
        if let Some(nickname) = nickname {
            name = name.with_nickname(nickname);
        }
        // "Ann Lee (@annlee)" signs; it is no headline.
        let signed = gloss.word(run.end) == "(" && gloss.word(run.end + 1).starts_with('@');
        let headline = headline && !signed;
        let doubtful = headline
            || nameless
            || opens && run.len() == 1 && !self.capitals.contains(gloss.word(run.start));
        self.found.push(Mention {
            tokens: run,
            title,
            name,
            kind,
            doubtful,
            headline,
        });
    }

    /// Where a run begins without what only the start of the sentence made capital.
    fn behind_opener(&self, run: &Range<usize>) -> usize {
        let gloss = self.gloss;
        let mut start = run.start;
        let attested = self.attested.end(gloss, start) == Some(run.end);
        if attested || !opens_clause(gloss, start) {
            return start;
        }
        // "First Crowmouth Savings"
        let counted =
            matches!(gloss.word(start), "First" | "Second" | "Third") && self.is_organisation(run);
        // A word that only the start of the sentence made capital is no part of the name.
        if !counted
            && !self.is_campaign(start)
            && run.end - start > 1
            && (gloss.is(start, Trait::Opener) || gloss.is(start, Trait::Reports))
            && !gloss.is(start, Trait::Role)
            && !gloss.entry(start).is_given()
        {
            start += 1;
        }
        // "Carmaker Orr Motors"
        if run.end - start > 1
            && is_trader(gloss.word(start))
            && gloss.is_capital(start + 1)
            && !self.capitals.contains(gloss.word(start))
        {
            start += 1;
        }
        // "Man-about-town Gaz Thornley"
        let made = gloss
            .word(run.start)
            .split('-')
            .skip(1)
            .any(|part| lexicon::entry(part).is_grammar());
        if run.end - start > 1
            && made
            && gloss.case(start) == Case::Capital
            && !gloss.is(start, Trait::Role)
        {
            start += 1;
        }
        // "Unrepentant Barry"
        if run.end - start == 2
            && gloss.entry(start) == lexicon::Entry::default()
            && !self.capitals.contains(gloss.word(start))
            && gloss.entry(start + 1).is_given()
            && self.given.contains(gloss.word(start + 1))
        {
            start += 1;
        }
        start
    }

    /// Whether capitals only raise the voice: "It has ONE SLEEVE", "was SACKED for".
    fn is_shouted(&self, run: &Range<usize>) -> bool {
        const LONGEST_ACRONYM: usize = 5;
        let gloss = self.gloss;
        let upper = |token: usize| gloss.case(token) == Case::Upper;
        let (first, last) = gloss.bounds(run.start);
        let plain = |token: usize| gloss.case(token) == Case::Lower;
        if !run.clone().all(upper) || !(first..last).any(plain) {
            return false;
        }
        let known = |token: usize| {
            gloss.is(token, Trait::Body) || self.upper_said_plainly.contains(gloss.word(token))
        };
        let spoken = gloss.quotation(run.start).is_some();
        let word = |token: usize| {
            spoken && gloss.word(token).len() > LONGEST_ACRONYM
                || gloss.is_any_of(token, &[Trait::Determiner, Trait::Adverb, Trait::Auxiliary])
                || self
                    .small
                    .contains(gloss.word(token).to_lowercase().as_str())
        };
        let only = gloss.word(run.start);
        let verb = run.len() == 1
            && only.len() > LONGEST_ACRONYM
            && (only.ends_with("ED") || only.ends_with("ING"));
        verb || !run.clone().any(known) && run.clone().any(word)
    }

    /// Whether titles and kinds are all that a run holds, though it may be a surname here; nothing where it names nobody.
    fn namelessness(&self, run: &Range<usize>, name_start: usize) -> Option<bool> {
        let gloss = self.gloss;
        if self.attested.end(gloss, run.start) == Some(run.end) {
            return Some(false);
        }
        // "the President", "Republicans": titles and peoples without a name.
        let nameless = run.clone().all(|k| {
            gloss.entry(k).is_any(&[
                Trait::Role,
                Trait::People,
                Trait::Demonym,
                Trait::Generic,
                Trait::Calendar,
                Trait::Plural,
            ]) && !gloss.entry(k).is_given()
                && !gloss.is(k, Trait::Body)
        });
        let introduced = run.start > 0
            && (gloss.is(run.start - 1, Trait::Determiner) || gloss.is_genitive(run.start - 1));
        let addressed = run.len() > 1 && is_address(gloss.word(run.start));
        // "the Council", "the Government"
        let kind = run.len() == 1
            && gloss.is(run.start, Trait::OrganisationKind)
            && !gloss.is(run.start, Trait::Body);
        // "Prime Minister", "Police Commissioner"
        let office = run.len() > 1
            && gloss.is(run.end - 1, Trait::Role)
            && run.clone().all(|k| {
                let entry = gloss.entry(k);
                !entry.is_given()
                    && (entry.is(Trait::Role)
                        || entry.is_any(&[Trait::Demonym, Trait::OrganisationHead, Trait::Generic])
                        || entry.is_place()
                        || gloss.case(k) == Case::Upper
                        || role::is_kind_of_role(&name::key(gloss.word(k))))
            });
        // "Professor Priest", where Ann Priest spoke
        let family = run.len() > 1 && self.attested.is_family(gloss.word(run.end - 1));
        let nameless = (nameless || kind || office) && !addressed && !family;
        // "Senate Democrats", "Black Americans"
        let people = is_peoples(gloss.word(run.end - 1))
            && !gloss.is_genitive(run.end)
            && !run
                .clone()
                .any(|k| matches!(gloss.word(k), "of" | "for" | "&"));
        if people && run.len() > 1 && !addressed && !self.is_surname(run.end - 1) {
            return None;
        }
        // "South Korean insurers", "a Sri Lankan bank"
        let people = run.len() == 2
            && gloss.is(run.end - 1, Trait::Demonym)
            && OF_LANDS.contains(&gloss.word(run.start));
        if people {
            return None;
        }
        // "the Workplace Relations Minister"
        let described = run.start > 1
            && gloss.case(run.start - 1) == Case::Lower
            && gloss.is(run.start - 2, Trait::Determiner);
        let post = (introduced || described)
            && run.len() > 1
            && gloss.is(run.end - 1, Trait::Role)
            && OFFICES.contains(&gloss.word(run.end - 1))
            && run.clone().all(|k| gloss.is_capital(k))
            && !self.attested.is_family(gloss.word(run.end - 1))
            && !run.clone().any(|k| gloss.entry(k).is_given());
        if post {
            return None;
        }
        // "the Division Bench": a court by its judges.
        let bench = introduced && gloss.word(run.end - 1) == "Bench";
        if bench || nameless && (run.len() > 1 || introduced) {
            return None;
        }
        // "Secretary of State", "Director of Media": an office and nobody's name.
        if name_start == run.start
            && run.len() > 2
            && gloss.is(run.start, Trait::Role)
            && !gloss.entry(run.start).is_given()
            && matches!(gloss.word(run.start + 1), "of" | "for")
            && !LORDLY.contains(&gloss.word(run.start))
        {
            return None;
        }
        Some(nameless)
    }

    /// Whether a word that is also a people's is written behind a given name or an address: "Ann Waters", "Mr. Banks".
    fn is_surname(&self, token: usize) -> bool {
        let before = token.saturating_sub(1);
        self.gloss.entry(before).is_given()
            || self.gloss.case(before) == Case::Initials
            || is_address(self.gloss.word(before))
    }
}

/// What opens the names of lands and of the peoples in them.
const OF_LANDS: [&str; 16] = [
    "South", "North", "East", "West", "Southern", "Northern", "Eastern", "Western", "Central",
    "Latin", "Sri", "Costa", "Puerto", "Saudi", "New", "Papua",
];

/// What ends the name of an office that a minister, an officer or an official holds.
const OFFICES: [&str; 12] = [
    "Minister",
    "Secretary",
    "Commissioner",
    "Ombudsman",
    "Officer",
    "Director",
    "Chancellor",
    "Governor",
    "Coroner",
    "Superintendent",
    "Registrar",
    "Envoy",
];

/// Whether a run is a number of those of one people: "like many Javanese".
fn is_many(gloss: &Gloss, run: &Range<usize>) -> bool {
    let many = ["many", "most", "some", "other"];
    let before = run.start.checked_sub(1);
    run.len() == 1
        && gloss.is(run.start, Trait::Demonym)
        && before.is_some_and(|before| many.contains(&gloss.word(before)))
}

/// Whether an apostrophe belongs to the word before it: "Magistrates’", "Nic a’ Phearsain", "de’ Pazzi".
fn closes_word(gloss: &Gloss, token: usize) -> bool {
    gloss.is_genitive(token) || matches!(gloss.word(token - 1), "a" | "de")
}

/// "Republicans", "Americans": a people's or party's name in the plural.
fn is_peoples(word: &str) -> bool {
    let singular = word.strip_suffix('s').map(name::key);
    singular.is_some_and(|singular| lexicon::entry(&singular).is(Trait::Demonym))
}

/// Whether a token stands behind a name and is none of it: "OBE".
pub(super) fn is_honour(gloss: &Gloss, token: usize) -> bool {
    let mixed = ["PhD", "Ph.D.", "DPhil", "Esq", "Esq.", "Retd"];
    gloss.is(token, Trait::Honour)
        && (matches!(gloss.case(token), Case::Upper | Case::Initials)
            || mixed.contains(&gloss.word(token)))
}
