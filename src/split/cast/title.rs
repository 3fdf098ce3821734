//! A title: what stands before a name and is none of it.

use std::ops::Range;

use super::attested::is_told_of_one;
use super::gloss::{Case, Gloss};
use super::kind::is_numbered;
use super::lexicon::{self, Trait};
use super::mention::Finder;
use super::name;

impl Finder<'_, '_> {
    /// Where the name begins after titles, nationality and party.
    pub(super) fn name_start(&self, run: &Range<usize>) -> usize {
        let gloss = self.gloss;
        let attested = self.attested.end(gloss, run.start) == Some(run.end);
        if attested || self.is_organisation(run) || is_numbered(gloss, run) {
            return run.start;
        }
        // "Brothers Ann and Bo Lee"
        let many = gloss.is(run.start, Trait::People) && gloss.entry(run.start + 1).is_given();
        let opening = run.start + usize::from(many && run.len() > 1);
        let mut start = opening;
        for token in opening..run.end {
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
                // "Marcelo Orr Di Tella", but "DI Tella"
                && !(entry.is(Trait::Particle) && gloss.case(token) == Case::Capital && token > start)
                && gloss.case(token) != Case::Initials
                && !is_short_given(gloss.word(token))
                && !self.is_burmese_name(run, token)
                && !(GIVEN_AS_KIN.contains(&gloss.word(token)) && run.end - token > 2)
                && !(entry.is_given()
                    && gloss.entry(token + 1).role.is_none()
                    && token == start
                    && !(token > run.start && entry.is(Trait::Title)))
                && !given_before;
            // "Airman First Class Ann Lee"
            let class = token == start + 1
                && start > run.start
                && gloss.word(token) == "Class"
                && matches!(gloss.word(start), "First" | "Second" | "Third");
            if !(title || class || token == start && is_style(gloss, token, run.end)) {
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
            let is_first = |given: usize| {
                given >= run.start + 2
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
                    })
            };
            // "Republican Ann Lee", "Refugee Council Enver Solomon", "Mill Lane Ann Lee"
            let mut given = (run.start + 1..run.end.saturating_sub(1))
                .filter(|k| gloss.entry(*k).is_given() && gloss.case(*k) == Case::Capital);
            if let Some(given) = given.find(|given| is_first(*given)) {
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

    /// Whether what addresses others is a name, since it stands twice: "Maung Maung Thein".
    fn is_burmese_name(&self, run: &Range<usize>, token: usize) -> bool {
        let is = |token: usize| BURMESE.contains(&self.gloss.word(token));
        is(token) && (is(token + 1) || token > run.start && is(token - 1))
    }

    /// Whether the place that a run opens with is somebody’s given name: "Washington Olivera Techera".
    pub(super) fn is_given_as_place(&self, run: &Range<usize>) -> bool {
        let gloss = self.gloss;
        let place = gloss.entry(run.start);
        let plain = |token: usize| gloss.case(token) == Case::Capital;
        // "the plumber Washington Orr", "Dallas Orr, 45,"
        let led = run.start.checked_sub(1).is_some_and(|before| {
            gloss.is(before, Trait::Role) && gloss.case(before) == Case::Lower
        });
        let whole = run.len() == 3 && gloss.entry(run.start + 1).is_given()
            || run.len() == 2
                && !gloss.entry(run.end - 1).is_place()
                && (led || is_told_of_one(gloss, run.end));
        place.is_place()
            && !place.is_any(&[Trait::Demonym, Trait::Role])
            && whole
            && run.clone().all(plain)
            && !gloss.word(run.start).ends_with('.')
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
}

/// Whether a word that is a title behind another one opens a name here: "Sri Lanka", "Sri Mulyani", but "Tan Sri"; "the chair Fan
/// Kuo-tung", but "Fan Ann Lee" in front of a sentence.
fn is_first_of_name(gloss: &Gloss, token: usize) -> bool {
    let before = token.checked_sub(1).map_or("", |before| gloss.word(before));
    if gloss.word(token) == "Fan" {
        return gloss.bounds(token).0 != token;
    }
    matches!(gloss.word(token), "Sri" | "Seri")
        && !matches!(before, "Tan" | "Puan" | "Dato" | "Datuk" | "’" | "'")
}

/// Whether a word that may be a name too is how somebody is addressed: "Ma Khin Hnin Yu", "Ato Sebhat Orr", "Pak Slamet".
pub(super) fn is_style(gloss: &Gloss, token: usize, end: usize) -> bool {
    let next = gloss.word(token + 1);
    let whole = end - token > 2;
    match gloss.word(token) {
        "Nan" | "Adi" | "Lalla" => whole && gloss.entry(token + 1).is(Trait::GivenWoman),
        "Nana" => whole && name::is_suffix(gloss.word(end - 1)),
        "U" | "Ma" | "Ko" | "Maung" => whole && BURMESE.contains(&next),
        "Woizero" | "Weizero" | "Woizerit" | "Obbo" => true,
        "Ato" if gloss.entry(token + 1).is_given() => true,
        "Ato" | "Puan" | "Ven" | "Ven." | "Ir" | "Ir." | "Drs." | "Hj." | "Hadja" | "Vidushi"
        | "Vidwan" | "Paduka" | "Ustadh" => whole,
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

/// Given names that are written short, or as an initial of two letters: "Ma. Lourdes", "Md. Rafiq", "Ts. Batbold".
pub(super) fn is_short_given(word: &str) -> bool {
    [
        "Ma.", "Md.", "Mohd.", "Sk.", "Jos.", "Edw.", "Benj.", "Wm.", "Chas.", "Geo.", "Thos.",
        "Jas.", "Robt.", "Ts.", "Kh.", "Dz.", "Zh.", "Yu.", "Ch.", "Sh.", "Gy.", "Sz.", "Zs.",
        "Lkh.",
    ]
    .contains(&word)
}

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
pub(super) const LORDLY: [&str; 8] = [
    "Duke",
    "Duchess",
    "Earl",
    "Countess",
    "Prince",
    "Princess",
    "Archbishop",
    "Bishop",
];

/// "Mr.", "Sen.": what only a name can follow.
pub(super) fn is_address(word: &str) -> bool {
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
