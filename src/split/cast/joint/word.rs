//! Joints of English: "of", "for", "on", "and".

use crate::split::cast::body;
use crate::split::cast::gloss::Case;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::mention::Finder;
use crate::split::cast::name;
use crate::split::cast::trade::is_surname_too;

impl Finder<'_, '_> {
    /// "Minister for Education", "Tug of War Namibia": the capital that an English word after `last` joins to the run.
    pub(super) fn join_by_word(&self, start: usize, last: usize, end: usize) -> Option<usize> {
        let gloss = self.gloss;
        let capital = |token: usize| self.is_capital_before(token, end);
        let next = last + 1;
        let word = gloss.word(next);
        let person = self.opens_person(start, last);
        let head = |k: usize| {
            gloss.is(k, Trait::OrganisationHead)
                && !gloss.is(k, Trait::Company)
                && gloss.is_capital(k)
        };
        // "Ambrose State Department of Elder Care" is nobody called Ambrose.
        let surely = last > start
            && head(last)
            && !gloss.is(last, Trait::Role)
            && !is_surname_too(gloss.word(last));
        let built_on = surely || !person && (start..=last).any(head);
        let titled = gloss.is(last, Trait::Role)
            && gloss.is_capital(last)
            && !(start..last).any(|k| {
                // "U.S. Secretary of State"
                gloss.entry(k).is_given()
                    || gloss.case(k) == Case::Initials && !gloss.entry(k).is_place()
            });
        if let Some(target) = self.campaign(start, next) {
            return Some(target);
        }
        if last == start && word == "the" && self.is_call(start) {
            return Some(next + 1);
        }
        let target = match word {
            "of" if built_on || titled || self.is_commune(start, last) => next + 1,
            // "Baroness Orr of Ulm"
            "of" if last == start + 1 && PEERS.contains(&gloss.word(start)) => next + 1,
            "of" if !person && self.is_whole_behind_of(start, last, end) => next + 1,
            "for" | "on" if built_on => next + 1,
            // "Minister for Education Ann Lee"
            "for" if titled && OFFICES_FOR.contains(&gloss.word(last)) => next + 1,
            // "Minister of State for Water and Works Ann Lee"
            "for"
                if last > start + 1
                    && gloss.word(last) == "State"
                    && self.is_office(start, last) =>
            {
                next + 1
            }
            "and" if self.is_office(start, last) && !gloss.entry(next + 1).is_given() => next + 1,
            "and" if self.is_firm(start, last, end) => next + 1,
            // "Energy and Commerce Committee": the head comes after.
            "and" if self.head_follows(start, next, end) => next + 1,
            // "Guild of Tuners and Restorers"
            "and" if built_on && self.is_plural(last) && self.is_plural(next + 1) => next + 1,
            _ => return None,
        };
        if capital(target) {
            return Some(target);
        }
        (gloss.word(target) == "the" && capital(target + 1)).then_some(target + 1)
    }

    /// Whether "and" behind `last` stands inside the name of a firm: "Orr Lynch and Co", "Orr Power and Light Co", "Orr and Sons".
    fn is_firm(&self, start: usize, last: usize, end: usize) -> bool {
        let gloss = self.gloss;
        let next = last + 2;
        if FIRMS.contains(&gloss.word(next)) {
            return self.is_capital_before(next, end);
        }
        let mut behind = next;
        while self.is_capital_before(behind + 1, end) {
            behind += 1;
        }
        let plain = |k: usize| !gloss.is(k, Trait::Company) && gloss.case(k) == Case::Capital;
        self.is_capital_before(next, end)
            && behind > next
            && gloss.is(behind, Trait::Company)
            && last > start
            && (!gloss.entry(start).is_given() || last > start + 1)
            && (start..=last).all(plain)
    }

    /// Whether a run holds a given name, or a title behind its first word: the workers of a guild are nobody’s title.
    fn opens_person(&self, start: usize, last: usize) -> bool {
        let gloss = &self.gloss;
        let many = |k: usize| gloss.word(k).ends_with('s') && gloss.word(k).len() > 4;
        (start..=last)
            .any(|k| gloss.entry(k).is_given() || gloss.is(k, Trait::Role) && k > start && !many(k))
    }

    /// Whether a run holds an office, what it is for, and no name yet: "Minister of Water".
    fn is_office(&self, start: usize, last: usize) -> bool {
        let gloss = self.gloss;
        let holds = |k: usize| {
            matches!(gloss.word(k + 1), "of" | "for") && OFFICES_FOR.contains(&gloss.word(k))
        };
        (start..last).any(holds) && !(start..=last).any(|k| gloss.entry(k).is_given())
    }

    /// Whether what is governed under its name opens here: "the State of Orr", "the London Borough of Orr".
    fn is_commune(&self, start: usize, last: usize) -> bool {
        let the = start > 0 && self.gloss.word(start - 1).eq_ignore_ascii_case("the");
        the && last < start + 2
            && body::is_commune(&name::key(self.gloss.word(last)))
            && self.gloss.is_capital(last)
    }

    /// Whether "of" behind `last` stands inside the name: "the Tug of War League", "the Plume of Feathers".
    fn is_whole_behind_of(&self, start: usize, last: usize, end: usize) -> bool {
        let gloss = self.gloss;
        let known = start.checked_sub(1).is_some_and(|before| {
            gloss.word(before).eq_ignore_ascii_case("the") || gloss.is_genitive(before)
        });
        let town = ["City", "Borough", "Isle", "Port", "Town", "County"];
        let mut behind = last + 2;
        while behind + 1 < end && gloss.joins_next(behind) && gloss.is_capital(behind + 1) {
            behind += 1;
        }
        let head = behind > last + 2
            && gloss.is(behind, Trait::OrganisationHead)
            && !gloss.is(behind, Trait::Role)
            && !(last + 2..behind).any(|k| gloss.entry(k).is_given() || gloss.is(k, Trait::Role));
        if head && (known || town.contains(&gloss.word(start))) {
            return true;
        }
        // The Orrs of Leeds are people, the French of Leeds too.
        let plain = |k: usize| {
            let entry = gloss.entry(k);
            gloss.case(k) == Case::Capital
                && !gloss.word(k).ends_with('s')
                && !entry.is_place()
                && !entry.is_any(&[Trait::Role, Trait::Demonym, Trait::People, Trait::Calendar])
        };
        // "Tug of War Namibia"
        let national = last == start
            && behind == last + 3
            && gloss.is(behind, Trait::Country)
            && !gloss.is(last + 2, Trait::Role)
            && plain(start);
        if national {
            return true;
        }
        let thing = !gloss.entry(last + 2).is_given() && !gloss.is(last + 2, Trait::Role);
        known && last < start + 2 && (start..=last).all(plain) && thing
    }

    /// Whether a word is the plural of what is no place.
    fn is_plural(&self, token: usize) -> bool {
        let word = self.gloss.word(token);
        word.len() > 3 && word.ends_with('s') && !self.gloss.entry(token).is_place()
    }

    /// Whether "and" at `token` stands inside the name of an organisation: after "of", or before its head.
    pub(crate) fn head_follows(&self, start: usize, token: usize, end: usize) -> bool {
        let gloss = self.gloss;
        let capital = |k: usize| k < end && gloss.is_capital(k);
        if !capital(token + 1) {
            return false;
        }
        let joins = |k: usize| matches!(gloss.word(k), "of" | "for" | "on");
        // "the Orrish Agency for Ropes and Sails"
        let of_a_head = || {
            (start + 2..token).any(|k| {
                matches!(gloss.word(k), "for" | "on")
                    && gloss.is(k - 1, Trait::OrganisationHead)
                    && !gloss.is(k - 1, Trait::Company)
            }) && !gloss.entry(token + 1).is_place()
                && !gloss.entry(token - 1).is_place()
                && !gloss.is_any_of(token + 1, &[Trait::Demonym, Trait::Body])
                && !gloss.is_capital(token + 2)
        };
        let inside =
            (start..token).any(joins) && gloss.is(start, Trait::OrganisationHead) || of_a_head();
        if inside {
            return !gloss.entry(token + 1).is_given() && !gloss.is(token + 1, Trait::Role);
        }
        // "the Hull Brass and Reed Band"
        let the = start > 0 && gloss.word(start - 1).eq_ignore_ascii_case("the");
        let mut last = token + 1;
        while capital(last + 1) && gloss.joins_next(last) {
            last += 1;
        }
        let headed = last > token + 1 && gloss.is(last, Trait::OrganisationHead);
        let given = |k: usize| gloss.entry(k).is_given();
        headed
            && (self.serves_two_places(start, token, last)
                || (the || !(start..=last).any(given))
                    && !gloss.is(token - 1, Trait::OrganisationHead)
                    && !gloss.entry(token - 1).is_place())
    }

    /// Whether a body serves both places that open its name: "Devon and Cornwall Police said", but not "in Devon and Cornwall Police".
    fn serves_two_places(&self, start: usize, token: usize, last: usize) -> bool {
        const SERVE: [&str; 9] = [
            "Authority",
            "Board",
            "Constabulary",
            "Council",
            "Partnership",
            "Police",
            "Service",
            "Trust",
            "University",
        ];
        let gloss = self.gloss;
        let before = start.checked_sub(1);
        let behind_preposition = before.is_some_and(|before| gloss.is(before, Trait::Preposition));
        let given = |k: usize| gloss.entry(k).is_given() && !gloss.entry(k).is_place();
        start + 1 == token
            && SERVE.contains(&gloss.word(last))
            && !(token + 1..last).any(given)
            && !behind_preposition
    }
}

/// Who is named behind "and" at the end of a firm’s name.
pub(crate) const FIRMS: [&str; 8] = [
    "Co",
    "Co.",
    "Company",
    "Sons",
    "Daughters",
    "Partners",
    "Associates",
    "Bros",
];

/// Who holds an office for something.
const OFFICES_FOR: [&str; 6] = [
    "Minister",
    "Secretary",
    "Commissioner",
    "Ombudsman",
    "Envoy",
    "Ambassador",
];

/// Whose titles a place may follow.
const PEERS: [&str; 6] = [
    "Lord",
    "Lady",
    "Baron",
    "Baroness",
    "Viscount",
    "Viscountess",
];

#[cfg(test)]
mod tests {
    use crate::split::cast::mention::tests::case;

    #[test]
    fn bodies_with_small_words_in_their_names() {
        for body in [
            "Outer Game of Quoits League",
            "Royal Mint of Orrland",
            "Ambrose County Department of Elder Care",
            "Office of the Deputy Prime Minister",
            "Hull Brass and Pipe Band",
            "Kent and Orr Police",
            "Guild of Sung Voices",
            "Tug of War Namibia",
            "Rowing Eswatini",
            "Orr Verde Metals",
            "Blåorr Sport AS",
        ] {
            case(
                &format!("It hurt the {body} then."),
                &[&format!("body {body}")],
            );
        }
        for body in [
            "Banco do Orr Verde",
            "Third Bank of Orr",
            "Crowmouth Savings",
        ] {
            case(&format!("It hurt {body} then."), &[&format!("body {body}")]);
        }
        case(
            "Dunes and Wold Police left.",
            &["body Dunes and Wold Police"],
        );
        case("First Orr Savings left.", &["body First Orr Savings"]);
    }

    #[test]
    fn names_of_things() {
        case(
            "We met in the Sheaf of Barley then.",
            &["thing Sheaf of Barley"],
        );
        case("It hurt the Orrs of Leeds.", &["name Orrs", "thing Leeds"]);
        case("We saw Pell Model IV then.", &["thing Pell Model IV"]);
    }
}
