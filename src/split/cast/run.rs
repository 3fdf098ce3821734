//! A run of capitals, read: which of its words are titles, which are the name, and of what.

use std::ops::Range;

use super::body::{is_venue, speaks};
use super::gloss::{Case, Gloss};
use super::lexicon::{self, Trait};
use super::member::is_put_first;
use super::mention::{Finder, Mention, NameKind, opens_clause};
use super::name::{self, Name};
use super::role;
use super::trade::{BRANCHES, TRADES, is_foreign_head, is_surname_too};

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
        if self.is_shouted(&run) {
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
                "’" | "'" if !quoted && token > name_start && gloss.is_genitive(token) => {
                    words.pop();
                    words.push(gloss.span(&(token - 1..token + 1)).of(gloss.document.text));
                }
                "“" | "\"" | "‘" | "'" | "(" if !quoted => quoted = true,
                "”" | "\"" | "’" | "'" | ")" => quoted = false,
                "," if gloss.word(run.end - 2) == "&" => {
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
        if !opens_clause(gloss, start) {
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
        let nameless = (nameless || kind || office) && !addressed;
        // "Senate Democrats", "Black Americans"
        let people = is_peoples(gloss.word(run.end - 1))
            && !gloss.is_genitive(run.end)
            && !run
                .clone()
                .any(|k| matches!(gloss.word(k), "of" | "for" | "&"));
        if people && run.len() > 1 && !addressed && !self.is_surname(run.end - 1) {
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
            && gloss.word(run.start + 1) == "of"
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

    /// Where the name begins after titles, nationality and party.
    fn name_start(&self, run: &Range<usize>) -> usize {
        let gloss = self.gloss;
        if self.is_organisation(run) || is_numbered(gloss, run) {
            return run.start;
        }
        let mut start = run.start;
        for token in run.clone() {
            if token + 1 >= run.end {
                break;
            }
            let entry = gloss.entry(token);
            let before = gloss.entry(token.saturating_sub(1));
            let given_before = token > start
                && before.is_given()
                && !before.is_place()
                && !is_address(gloss.word(token));
            let whole_follows = gloss.word(token + 1) != "of"
                && (run.end - token > 2 || self.titles.contains(gloss.word(token)));
            // "Mayor Col Hanrahan"
            let given_like_rank = token > run.start
                && token + 2 == run.end
                && GIVEN_LIKE_RANKS.contains(&gloss.word(token))
                && is_civil(gloss.word(token - 1));
            // Bo “Professor” Orr
            let nickname = matches!(gloss.word(token - usize::from(token > 0)), "“" | "\"" | "‘");
            let title = (entry.is(Trait::Role) || entry.is(Trait::Title) && whole_follows)
                && !given_like_rank
                && !(nickname && token > run.start)
                && !is_first_of_name(gloss, token)
                && gloss.case(token) != Case::Initials
                && !is_short_given(gloss.word(token))
                && !(GIVEN_AS_KIN.contains(&gloss.word(token)) && run.end - token > 2)
                && !(entry.is_given()
                    && gloss.entry(token + 1).role.is_none()
                    && token == start
                    && !(token > run.start && entry.is(Trait::Title)))
                && !given_before;
            if !(title || token == start && is_style(gloss, token, run.end)) {
                continue;
            }
            start = match gloss.word(token + 1) {
                "of" | "for" => self.after_office(token + 2, run.end).unwrap_or(start),
                "and" | "&" | "on" | "the" => start,
                // "Dato’ Ann Lee"
                "’" | "'" => (token + 2).min(run.end - 1),
                _ => token + 1,
            };
        }
        if start == run.start && !is_short_given(gloss.word(start)) && !self.is_given_as_place(run)
        {
            // "Republican Ann Lee", "Refugee Council Enver Solomon"
            let given = (run.start + 1..run.end.saturating_sub(1))
                .find(|k| gloss.entry(*k).is_given() && gloss.case(*k) == Case::Capital);
            // "Nguyen Thi Kim Loan", "Khalifa bin Rashid": what stands before is the name.
            let leads = |given: usize| {
                let known = |token: usize| {
                    let entry = gloss.entry(token);
                    entry.is_place()
                        || entry.is_any(&[
                            Trait::Role,
                            Trait::Demonym,
                            Trait::Generic,
                            Trait::OrganisationHead,
                            Trait::OrganisationKind,
                            Trait::Thing,
                            Trait::Body,
                        ])
                };
                (run.start..given).any(known)
                    && !(run.start..given).any(|token| gloss.is(token, Trait::Particle))
            };
            if let Some(given) = given
                && (given >= run.start + 2
                    && leads(given)
                    && !gloss.entry(run.start).is_given()
                    && gloss.case(given - 1) != Case::Initials
                    || (run.start..given).all(|k| {
                        let entry = gloss.entry(k);
                        !entry.is_given()
                            && (entry.is(Trait::Demonym)
                                || entry.is_place()
                                || entry.is(Trait::OrganisationHead) && k + 1 == given
                                || gloss.is(given - 1, Trait::OrganisationHead))
                    }))
            {
                start = given;
            }
        }
        // A demonym or a place is left before a single title: "Texas Sen. Lee" is done, "French Marine Le Pen" here.
        while run.end - start > 2
            && gloss.is(start, Trait::Demonym)
            && gloss.entry(start + 1).is_given()
        {
            start += 1;
        }
        start
    }

    /// Whether the place that a run opens with is somebody’s given name: "Washington Olivera Techera".
    fn is_given_as_place(&self, run: &Range<usize>) -> bool {
        let gloss = self.gloss;
        let place = gloss.entry(run.start);
        let plain = |token: usize| gloss.case(token) == Case::Capital;
        place.is_place()
            && !place.is_any(&[Trait::Demonym, Trait::Role])
            && run.len() == 3
            && run.clone().all(plain)
            && !gloss.word(run.start).ends_with('.')
            && gloss.entry(run.start + 1).is_given()
            && !gloss.is_any_of(
                run.end - 1,
                &[
                    Trait::OrganisationHead,
                    Trait::OrganisationKind,
                    Trait::Thing,
                    Trait::Role,
                ],
            )
    }

    /// After "of" in a title, where the name begins: "Secretary of State Ann Lee", "Leader of the Opposition A. Lee".
    fn after_office(&self, from: usize, end: usize) -> Option<usize> {
        let gloss = self.gloss;
        let from = from + usize::from(gloss.word(from) == "the");
        let opens =
            |token: &usize| gloss.entry(*token).is_given() || gloss.case(*token) == Case::Initials;
        (from + 1..end.saturating_sub(1)).find(opens).or_else(|| {
            // "Secretary of State Kerry", "Commissioner of Police Ayo Bamidele"
            let state = matches!(gloss.word(from), "State" | "Defense" | "Defence" | "Staff");
            let body = gloss.is_any_of(from, &[Trait::OrganisationHead, Trait::OrganisationKind])
                && from + 2 < end;
            (state || body).then_some(from + 1).filter(|k| *k < end)
        })
    }

    /// Whether the whole run is an organisation's name.
    fn is_organisation(&self, run: &Range<usize>) -> bool {
        let gloss = self.gloss;
        let last = run.end - 1;
        let joined = run
            .clone()
            .any(|k| matches!(gloss.word(k), "of" | "for" | "&" | "on" | "and"));
        if run.len() == 1 {
            return gloss.is(last, Trait::Body)
                || gloss.is(last, Trait::OrganisationHead) && !gloss.is(last, Trait::Company);
        }
        let numbered = gloss.case(last) == Case::None && BRANCHES.contains(&gloss.word(last - 1));
        if numbered
            || LEGAL_FORMS.contains(&gloss.word(last))
            || self.is_national(run)
            || self.is_campaign(run.start)
            || run.len() > 2 && self.is_call(run.start)
            || is_foreign_head(gloss.word(run.start))
            || TRADES.contains(&gloss.word(last))
        {
            return true;
        }
        if joined {
            let built = gloss.word(run.start + 1) == "&"
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

    fn kind(&self, name: &Range<usize>, titled: bool) -> NameKind {
        let gloss = self.gloss;
        let first = gloss.entry(name.start);
        let last = gloss.entry(name.end - 1);
        if name.len() > 1 && last.is(Trait::Thing) && !titled {
            let word = gloss.word(name.end - 1);
            if is_venue(&name::key(word)) && speaks(gloss, name.clone()) && !first.is_given() {
                return NameKind::Organisation;
            }
            if !first.is_given() || name.len() > 2 && NEVER_SURNAMES.contains(&word) {
                return NameKind::Thing;
            }
        }
        if is_numbered(gloss, name) || is_platform(gloss, name.start) {
            return NameKind::Thing;
        }
        // "Leeds Women"
        let team = [
            "Women",
            "Ladies",
            "Wanderers",
            "Rovers",
            "Rangers",
            "Athletic",
            "Hotspur",
        ];
        if self.is_organisation(name) || name.len() > 1 && team.contains(&gloss.word(name.end - 1))
        {
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

/// Whether a word that is a title behind another one opens a name here: "Sri Lanka", "Sri Mulyani", but "Tan Sri".
fn is_first_of_name(gloss: &Gloss, token: usize) -> bool {
    let before = token.checked_sub(1).map_or("", |before| gloss.word(before));
    matches!(gloss.word(token), "Sri" | "Seri")
        && !matches!(before, "Tan" | "Puan" | "Dato" | "Datuk" | "’" | "'")
}

/// Whether a word that may be a name too is how somebody is addressed: "Ma Khin Hnin Yu", "Ato Sebhat Orr", "Pak Slamet".
fn is_style(gloss: &Gloss, token: usize, end: usize) -> bool {
    let next = gloss.word(token + 1);
    let whole = end - token > 2;
    match gloss.word(token) {
        "U" | "Ma" | "Ko" | "Maung" => whole && BURMESE.contains(&next),
        "Ato" | "Woizero" | "Weizero" | "Woizerit" | "Obbo" | "Puan" | "Ven" | "Ven." | "Ir"
        | "Ir." | "Drs." | "Hj." | "Paduka" | "Ustadh" => whole,
        "Pak" | "Bu" | "Mas" | "Mbak" => {
            let entry = gloss.entry(token + 1);
            !next.contains('-') && (entry.is_given() || entry == lexicon::Entry::default())
        }
        _ => false,
    }
}

/// What Burmese names open with.
const BURMESE: [&str; 66] = [
    "Aung", "Aye", "Ba", "Chan", "Chit", "Cho", "Ei", "Hein", "Hla", "Hlaing", "Hnin", "Htay",
    "Htet", "Htin", "Htoo", "Htun", "Kaung", "Khaing", "Khant", "Khin", "Khine", "Kyaw", "Kyi",
    "Lin", "Lwin", "Mar", "Maung", "May", "Min", "Moe", "Mya", "Myat", "Myint", "Myo", "Naing",
    "Nan", "Nay", "Nilar", "Nu", "Nyan", "Nyein", "Nyo", "Nyunt", "Ohn", "Phyo", "Phyu", "Pyae",
    "San", "Sandar", "Saw", "Sein", "Shwe", "Soe", "Su", "Swe", "Than", "Thant", "Thaw", "Thein",
    "Thet", "Thida", "Thiha", "Tin", "Tun", "Win", "Zaw",
];

/// Whether a Roman number tells it from others of its kind: "Pell Model IV", but "Ann Lee III".
fn is_numbered(gloss: &Gloss, name: &Range<usize>) -> bool {
    name.len() > 1
        && name::is_suffix(gloss.word(name.end - 1))
        && NUMBERED.contains(&gloss.word(name.end - 2))
}

/// "Republicans", "Americans": a people's or party's name in the plural.
fn is_peoples(word: &str) -> bool {
    let singular = word.strip_suffix('s').map(name::key);
    singular.is_some_and(|singular| lexicon::entry(&singular).is(Trait::Demonym))
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

/// What companies are in law, where it is no word that names end with.
const LEGAL_FORMS: [&str; 34] = [
    "AB", "ABP", "AD", "ANS", "AS", "ASA", "A/S", "ApS", "Bhd", "BVBA", "DAC", "EOOD", "GmbH",
    "JSC", "KG", "KGaA", "Kft", "LLLP", "Limited", "Ltda", "NV", "Oy", "Oyj", "PJSC", "Pvt", "Pty",
    "SAS", "SE", "SIA", "SL", "SRL", "Sarl", "Tbk", "UAB",
];

/// Given names that are written short: "Ma. Lourdes", "Md. Rafiq".
fn is_short_given(word: &str) -> bool {
    [
        "Ma.", "Md.", "Mohd.", "Sk.", "Jos.", "Edw.", "Benj.", "Wm.", "Chas.", "Geo.", "Thos.",
        "Jas.", "Robt.",
    ]
    .contains(&word)
}

/// What is told apart by Roman numbers and is nobody: "Zellmann Model IV".
const NUMBERED: [&str; 20] = [
    "Model", "Mark", "Mk", "Type", "Phase", "Part", "War", "Chapter", "Act", "Title", "Class",
    "Schedule", "Category", "Bowl", "Volume", "Book", "Grade", "Level", "Stage", "Division",
];

/// Words for kin that are given as names: "Papa Massata Diack".
const GIVEN_AS_KIN: [&str; 5] = ["Papa", "Mama", "Baba", "Nana", "Papi"];

/// Given names that are ranks elsewhere.
const GIVEN_LIKE_RANKS: [&str; 12] = [
    "Col", "Gen", "Major", "Judge", "Duke", "Prince", "Dean", "Earl", "King", "Bishop", "Marshal",
    "Marshall",
];

/// Whether no rank follows a title.
fn is_civil(title: &str) -> bool {
    let civil = [
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Mayor",
        "Cllr",
        "Councillor",
        "Councilor",
        "Councilman",
        "Councilwoman",
        "Senator",
        "Sen",
        "Rep",
        "Representative",
        "Congressman",
        "Coach",
        "Chef",
        "Premier",
        "Minister",
        "Dr",
        "Professor",
        "Prof",
        "Sheriff",
        "Fr",
        "Pastor",
        "MP",
    ];
    civil.contains(&title.trim_end_matches('.'))
}

/// Who is named by where they are of: "the Duke of Sussex".
const LORDLY: [&str; 8] = [
    "Duke",
    "Duchess",
    "Earl",
    "Countess",
    "Prince",
    "Princess",
    "Archbishop",
    "Bishop",
];

/// Whether a token stands behind a name and is none of it: "OBE".
pub(super) fn is_honour(gloss: &Gloss, token: usize) -> bool {
    let mixed = ["PhD", "Ph.D.", "DPhil", "Esq", "Esq.", "Retd"];
    gloss.is(token, Trait::Honour)
        && (matches!(gloss.case(token), Case::Upper | Case::Initials)
            || mixed.contains(&gloss.word(token)))
}

/// Whether the words before a name tell that it is a place to post on: "on the social network Plume".
fn is_platform(gloss: &Gloss, start: usize) -> bool {
    let platforms = ["network", "platform", "app", "site", "website", "forum"];
    start > 1
        && platforms.contains(&gloss.word(start - 1))
        && (start.saturating_sub(4)..start).any(|token| gloss.word(token) == "on")
}

/// "Mr.", "Sen.": what only a name can follow.
fn is_address(word: &str) -> bool {
    [
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Sir",
        "Dr",
        "Sen",
        "Sens",
        "Rep",
        "Reps",
        "Gov",
        "Govs",
        "Messrs",
        "Prof",
        "Rev",
        "Lt",
        "Col",
        "Sgt",
        "Capt",
        "Gen",
        "Cpl",
        "Maj",
        "Adm",
        "Lord",
        "Lady",
        "Dame",
        "Senator",
        "Congressman",
        "Congresswoman",
        "Representative",
        "Cllr",
        "Mdm",
        "Madam",
        "Revd",
        "Msgr",
        "Datuk",
        "Datin",
        "Encik",
        "Puan",
        "Gogo",
        "Smt",
    ]
    .contains(&word.trim_end_matches('.'))
}
