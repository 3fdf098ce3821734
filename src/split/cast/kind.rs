//! A kind: whether a run of capitals names a person, a body or a thing, as far as its words tell.

use std::ops::Range;

use super::abroad;
use super::body::{is_venue, speaks};
use super::gloss::{Case, Gloss};
use super::joint::FIRMS;
use super::lexicon::{self, Trait};
use super::member::is_put_first;
use super::mention::{Finder, NameKind};
use super::name;
use super::title::is_short_given;
use super::trade::{BRANCHES, TRADES, is_surname_too};

impl Finder<'_, '_> {
    /// Whether the whole run is an organisation's name.
    pub(super) fn is_organisation(&self, run: &Range<usize>) -> bool {
        let gloss = self.gloss;
        let last = run.end - 1;
        let joined = run
            .clone()
            .any(|k| matches!(gloss.word(k), "of" | "for" | "&" | "on" | "and"));
        // "Mr Union", "Police", where Janet Police spoke
        let single = run.len() == 1 && self.attested.is_family(gloss.word(last));
        if single || is_courtesy(gloss.word(run.start)) {
            return false;
        }
        if run.len() > 1 && gloss.word(last) == "family" {
            return true;
        }
        if run.len() == 1 {
            return gloss.is(last, Trait::Body)
                || gloss.is(last, Trait::OrganisationHead) && !gloss.is(last, Trait::Company);
        }
        let numbered = gloss.case(last) == Case::None && BRANCHES.contains(&gloss.word(last - 1));
        let firm = gloss.word(last - 1) == "and" && FIRMS.contains(&gloss.word(last));
        if numbered
            || firm
            || LEGAL_FORMS.contains(&gloss.word(last))
            || self.is_national(run)
            || self.is_campaign(run.start)
            || run.len() > 2 && self.is_call(run.start)
            || self.is_called_abroad(run)
            || TRADES.contains(&gloss.word(last))
        {
            return true;
        }
        if joined {
            // "Dunmore Ropes & Sails", but "Ann Lee & Bo Orr"
            let firm = run.clone().any(|k| gloss.word(k) == "&")
                && !run.clone().any(|k| gloss.entry(k).is_given());
            let built = firm
                || gloss.word(run.start + 1) == "&"
                || run.clone().any(|k| {
                    gloss.is(k, Trait::OrganisationHead)
                        && !gloss.is(k, Trait::Role)
                        && (k + 1 == run.end
                            || matches!(gloss.word(k + 1), "of" | "for" | "on" | "&"))
                });
            // "House of Lords", but not "Secretary of State for Health Ann Lee"
            return built
                && !run.clone().skip(1).any(|k| {
                    // "Department of Elder Care"
                    let article = usize::from(gloss.word(k - 1) == "the");
                    let inside = matches!(gloss.word(k - 1 - article), "of" | "for")
                        && !gloss.is(run.start, Trait::Role);
                    gloss.is(k, Trait::Role)
                        && !inside
                        && gloss.word(k + 1) != "of"
                        && k + 1 < run.end
                });
        }
        let head = gloss.entry(last);
        if !head.is(Trait::OrganisationHead) {
            return false;
        }
        let person = gloss.entry(run.start).is_given() && run.len() == 2;
        let surname = is_surname_too(gloss.word(last));
        let titled = gloss.is(run.start, Trait::Role)
            && gloss.entry(run.start + 1).is_given()
            && run.len() <= 3;
        !(surname && (person || titled))
    }

    /// "Ayuntamiento de Ronda", "Lüneburger Sparkasse"
    fn is_called_abroad(&self, run: &Range<usize>) -> bool {
        let gloss = self.gloss;
        let tells = |token: usize| {
            gloss.case(token) == Case::Capital
                && abroad::in_english(&name::key(gloss.word(token))).is_some()
        };
        // "Sen. Ted Cruz", "President Cruz"
        let person = gloss.is_any_of(run.start, &[Trait::Role, Trait::Title])
            || run.clone().any(|token| gloss.entry(token).is_given());
        !gloss.entry(run.start).is_given() && (tells(run.start) || tells(run.end - 1) && !person)
    }

    /// Whether a country ends the name of a body that is for the whole of it: "Rowing Eswatini", "Historic England".
    fn is_national(&self, run: &Range<usize>) -> bool {
        let gloss = self.gloss;
        let first = gloss.entry(run.start);
        let last = run.end - 1;
        let what = gloss.word(run.start);
        let activity = what.len() > 5 && what.ends_with("ing") || NATIONAL.contains(&what);
        (2..=4).contains(&run.len())
            && gloss.is(last, Trait::Country)
            && gloss.case(run.start) == Case::Capital
            && !first.is_place()
            && !first.is_given()
            && !first.is_any(&[Trait::Role, Trait::Demonym, Trait::Generic])
            && (activity || run.len() == 4 && gloss.word(run.start + 1) == "of")
    }

    pub(super) fn kind(&self, name: &Range<usize>, titled: bool) -> NameKind {
        let gloss = self.gloss;
        if let Some(kind) = self.attested.kind(gloss, name) {
            return kind;
        }
        if titled && is_courtesy(gloss.word(name.start - 1)) {
            return NameKind::Person;
        }
        let first = gloss.entry(name.start);
        let last = gloss.entry(name.end - 1);
        if name.len() > 1 && last.is(Trait::Thing) && !titled {
            let word = gloss.word(name.end - 1);
            if is_venue(&name::key(word)) && speaks(gloss, name.clone()) && !first.is_given() {
                return NameKind::Organisation;
            }
            if !first.is_given()
                || NEVER_SURNAMES.contains(&word) && (name.len() > 2 || word != "Tower")
            {
                return NameKind::Thing;
            }
        }
        // "into the | U.S. Goods | worth …", "| Former Arizona | Gov. Ann Lee"
        let nobody = ["U.S.", "U.K.", "U.N.", "Former"].contains(&gloss.word(name.start));
        if is_numbered(gloss, name)
            || is_platform(gloss, name.start)
            || nobody && !titled && !last.is(Trait::OrganisationHead)
        {
            return NameKind::Thing;
        }
        let team = TEAMS.contains(&gloss.word(name.end - 1))
            || CLUBS.contains(&gloss.word(name.end - 1))
            || CLUBS.contains(&gloss.word(name.start));
        if self.is_organisation(name) || name.len() > 1 && (team || is_called_body(gloss, name)) {
            return NameKind::Organisation;
        }
        // "Plume of Feathers"
        let joined = name.clone().any(|token| gloss.word(token) == "of");
        if joined && !titled && !first.is(Trait::Role) && gloss.case(name.start) == Case::Capital {
            return NameKind::Thing;
        }
        // "Muthu s/o Rajan"
        if titled || name.clone().any(|token| gloss.word(token) == "/") {
            return NameKind::Person;
        }
        if name.len() == 1 {
            if first.is_place() {
                return NameKind::Thing;
            }
            let acronym = gloss.case(name.start) == Case::Upper
                || gloss.case(name.start) == Case::Initials && gloss.word(name.start).len() > 2;
            return if first.is(Trait::Body) || acronym && gloss.word(name.start).len() <= 8 {
                NameKind::Organisation
            } else {
                NameKind::Unknown
            };
        }
        if name.len() == 2
            && lexicon::is_place_of_two(
                &name::key(gloss.word(name.start)),
                &name::key(gloss.word(name.start + 1)),
            )
        {
            return NameKind::Thing;
        }
        let initials = gloss.case(name.start) == Case::Initials
            && gloss.case(name.end - 1) == Case::Capital
            && !first.is_place();
        let middle = name.len() > 2
            && gloss.case(name.start + 1) == Case::Initials
            && gloss.word(name.start + 1).len() == 2;
        let suffix = name::is_suffix(gloss.word(name.end - 1));
        let short = is_short_given(gloss.word(name.start)) || self.is_given_as_place(name);
        let eastern = (2..=4).contains(&name.len()) && is_family_first(gloss, name);
        let particle = !first.is(Trait::Particle)
            && name
                .clone()
                .skip(1)
                .any(|k| gloss.is(k, Trait::Particle) && gloss.case(k) == Case::Lower);
        if (first.is_given() || initials || middle || suffix || particle || short || eastern)
            && (name.len() == 2 || !last.is(Trait::OrganisationKind))
        {
            return NameKind::Person;
        }
        if first.is_place() && name.len() == 2 && last.is(Trait::City) {
            return NameKind::Thing;
        }
        NameKind::Unknown
    }
}

/// Whether the noun before a name says that a body bears it, whatever given name it opens with: "the airline Ruby Wings has"; but not
/// "the agency Ann Lee left".
fn is_called_body(gloss: &Gloss, name: &Range<usize>) -> bool {
    const NEVER: [&str; 7] = ["party", "team", "family", "band", "group", "couple", "duo"];
    let Some(noun) = name.start.checked_sub(1) else {
        return false;
    };
    let kind = gloss.entry(noun);
    let called = gloss.case(noun) == Case::Lower
        && kind.is(Trait::OrganisationKind)
        && !kind.is_any(&[Trait::Role, Trait::Plural])
        && !NEVER.contains(&gloss.word(noun));
    called && gloss.is_any_of(name.end, &[Trait::Auxiliary, Trait::Reports])
}

/// Whether a Roman number tells it from others of its kind: "Pell Model IV", but "Ann Lee III".
pub(super) fn is_numbered(gloss: &Gloss, name: &Range<usize>) -> bool {
    name.len() > 1
        && name::is_suffix(gloss.word(name.end - 1))
        && NUMBERED.contains(&gloss.word(name.end - 2))
}

/// Whether a name opens with a family name of East Asia that the given name follows: "Seo Ha-neul", "Lê Hoàng Yến".
fn is_family_first(gloss: &Gloss, name: &Range<usize>) -> bool {
    let given = gloss.word(name.end - 1);
    let parted = given.split_once('-').is_some_and(|(first, second)| {
        second.starts_with(char::is_lowercase) && first.chars().count() < 7
    });
    let family = is_put_first(&name::key(gloss.word(name.start)));
    parted && name.len() == 2
        || family
            && !gloss.is_any_of(
                name.end - 1,
                &[Trait::OrganisationKind, Trait::OrganisationHead],
            )
}

/// How anybody is addressed, and no body.
fn is_courtesy(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Mr." | "Mrs" | "Mrs." | "Ms" | "Ms." | "Miss" | "Mx" | "Mx."
    )
}

/// Ends of names of works, places and laws that nobody is called by.
const NEVER_SURNAMES: [&str; 24] = [
    "Show",
    "Act",
    "Award",
    "Awards",
    "Prize",
    "Tower",
    "Towers",
    "Building",
    "Airport",
    "Stadium",
    "Memorial",
    "Avenue",
    "Boulevard",
    "Road",
    "Highway",
    "Doctrine",
    "Amendment",
    "Report",
    "Plaza",
    "Podcast",
    "Project",
    "Program",
    "Programme",
    "Initiative",
];

/// What the names of bodies for a whole country open with.
const NATIONAL: [&str; 44] = [
    "Age",
    "Archery",
    "Athletics",
    "Badminton",
    "Basketball",
    "Birdlife",
    "Cancer",
    "Care",
    "Creative",
    "Cricket",
    "Diabetes",
    "Equity",
    "Gymnastics",
    "Handball",
    "Health",
    "Heritage",
    "Highways",
    "Historic",
    "Hockey",
    "Homes",
    "Judo",
    "Lacrosse",
    "Literature",
    "Natural",
    "Netball",
    "Network",
    "Orienteering",
    "Paralympics",
    "Research",
    "Rugby",
    "Shelter",
    "Skills",
    "Softball",
    "Sport",
    "Squash",
    "Swim",
    "Tennis",
    "Tourism",
    "Transport",
    "Triathlon",
    "Universities",
    "Visit",
    "Volleyball",
    "Water",
];

/// What the names of teams end with: "Leeds Women", "Kestrel Bay Handball".
const TEAMS: [&str; 19] = [
    "Women",
    "Ladies",
    "Wanderers",
    "Rovers",
    "Rangers",
    "Athletic",
    "Hotspur",
    "Rugby",
    "Handball",
    "Hockey",
    "Cricket",
    "Football",
    "Netball",
    "Basketball",
    "Volleyball",
    "Harriers",
    "Cycling",
    "Rowing",
    "Gymnastics",
];

/// What clubs are called for short before or behind their towns.
const CLUBS: [&str; 13] = [
    "FC", "AFC", "RFC", "RUFC", "RLFC", "CF", "SC", "FK", "SV", "TSV", "HC", "BK", "IF",
];

/// What companies are in law, where it is no word that names end with.
const LEGAL_FORMS: [&str; 34] = [
    "AB", "ABP", "AD", "ANS", "AS", "ASA", "A/S", "ApS", "Bhd", "BVBA", "DAC", "EOOD", "GmbH",
    "JSC", "KG", "KGaA", "Kft", "LLLP", "Limited", "Ltda", "NV", "Oy", "Oyj", "PJSC", "Pvt", "Pty",
    "SAS", "SE", "SIA", "SL", "SRL", "Sarl", "Tbk", "UAB",
];

/// What is told apart by Roman numbers and is nobody: "Zellmann Model IV".
const NUMBERED: [&str; 20] = [
    "Model", "Mark", "Mk", "Type", "Phase", "Part", "War", "Chapter", "Act", "Title", "Class",
    "Schedule", "Category", "Bowl", "Volume", "Book", "Grade", "Level", "Stage", "Division",
];

/// Whether the words before a name tell that it is a place to post on: "on the social network Plume".
fn is_platform(gloss: &Gloss, start: usize) -> bool {
    let platforms = ["network", "platform", "app", "site", "website", "forum"];
    start > 1
        && platforms.contains(&gloss.word(start - 1))
        && (start.saturating_sub(4)..start).any(|token| gloss.word(token) == "on")
}
