//! A joint: the small word or mark that makes one name of what stands on both sides of it.

use super::abroad;
use super::body;
use super::gloss::Case;
use super::lexicon::Trait;
use super::mention::{Finder, opens_clause};
use super::name;
use super::trade::{BRANCHES, CALLS, CAMPAIGNERS, IRISH_HEADS, is_surname_too};

/// Who holds an office for something.
const OFFICES_FOR: [&str; 6] = [
    "Minister",
    "Secretary",
    "Commissioner",
    "Ombudsman",
    "Envoy",
    "Ambassador",
];

/// What stands behind the father’s name in Turkic names: son of, daughter of.
const CHILDREN: [&str; 9] = [
    "uulu",
    "uly",
    "kyzy",
    "qızı",
    "qizi",
    "oglu",
    "oğlu",
    "ogly",
    "o‘g‘li",
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

impl Finder<'_, '_> {
    /// The capital that a small word after `last` joins to the run.
    pub(super) fn join(&self, start: usize, last: usize, end: usize) -> Option<usize> {
        let gloss = self.gloss;
        let next = last + 1;
        let word = gloss.word(next);
        let capital = |token: usize| {
            token < end
                && gloss.joins_next(token - 1)
                && gloss.is_capital(token)
                && !gloss.is(token, Trait::Calendar)
                && gloss.word(token) != "I"
        };
        // "Brigadier (retd) Bo Orr"
        if word == "(" && is_retired(gloss.word(next + 1)) && gloss.word(next + 2) == ")" {
            let rank = gloss.is_any_of(last, &[Trait::Role, Trait::Title]);
            return (rank && gloss.is_capital(next + 3)).then_some(next + 3);
        }
        // Robert “Bobby” Pell
        let opens = matches!(word, "“" | "\"" | "‘" | "'" | "(");
        if opens && !(gloss.is_genitive(next) && capital(next + 1)) {
            let close = (next + 2..(next + 4).min(end))
                .find(|k| matches!(gloss.word(*k), "”" | "\"" | "’" | "'" | ")"))?;
            let between = (next + 1..close).all(|k| gloss.case(k) == Case::Capital);
            let name =
                last == start || gloss.entry(last).is_given() || gloss.is(last - 1, Trait::Role);
            // "Ana (Pilu) do Orr", "Ana “Pilu” van der Orr"
            let small = |token: &usize| {
                let particle =
                    gloss.is(*token, Trait::Particle) && gloss.case(*token) == Case::Lower;
                particle || ["do", "da", "e"].contains(&gloss.word(*token))
            };
            let particles = (close + 1..close + 4).take_while(small).count();
            let particles = if gloss.joins_next(close) {
                particles
            } else {
                0
            };
            let opens = close + 1 + particles;
            return (between && capital(opens) && name).then_some(opens);
        }
        if let Some(joined) = self.join_by_mark(start, last, end, &capital) {
            return Some(joined);
        }
        if let Some(joined) = self.join_abroad(start, last, &capital) {
            return Some(joined);
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
            let mut token = next + 1;
            // "van der Meer", "van ’t Veer"
            if gloss.is(token, Trait::Particle) && !gloss.is_capital(token) {
                // "von und zu Hagen"
                while token < end
                    && gloss.is(token, Trait::Particle)
                    && !gloss.is_capital(token)
                    && token < next + 3
                {
                    token += 1;
                }
                token += usize::from(token == next + 1);
            }
            // "Orr y Gasset" is one; "Juan y María" are two.
            let given = |token: usize| gloss.entry(token).is_given();
            let two = matches!(word, "y" | "e") && last == start && given(last) && given(token);
            // "María del Mar Orr"
            let of_the = word == "del" && gloss.is_capital(token);
            return ((capital(token) || of_the) && !two).then_some(token);
        }
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
            && !(start..last).any(|k| gloss.entry(k).is_given() || gloss.case(k) == Case::Initials);
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

    /// The capital that a small word of another language after `last` joins to the run.
    fn join_abroad(
        &self,
        start: usize,
        last: usize,
        capital: &dyn Fn(usize) -> bool,
    ) -> Option<usize> {
        let gloss = self.gloss;
        let next = last + 1;
        let word = gloss.word(next);
        // "Sorcha Mac an Bhaird"
        let gaelic = ["Mac", "Mhac", "Mag", "Nic", "Mhic"].contains(&gloss.word(last));
        if gaelic && matches!(word, "an" | "a" | "na") {
            // "Mòrag Nic a’ Phearsain"
            let behind = next + 1 + usize::from(matches!(gloss.word(next + 1), "’" | "'"));
            if capital(behind) {
                return Some(behind);
            }
        }
        if self.is_native_joint(start, next) && capital(next + 1) {
            return Some(next + 1);
        }
        // "Puig i Ferrer", "Sunee na Ayudhya"
        let given = gloss.entry(start).is_given();
        if (word == "i" || word == "na" && given) && capital(next + 1) {
            return Some(next + 1);
        }
        // "Azamat Taalaibek uulu": the word for son or daughter ends the name.
        if last > start && CHILDREN.contains(&word) {
            return Some(next);
        }
        // "Banco do Vale"; "do" is a verb elsewhere.
        let portuguese = gloss.entry(start).is_given()
            || abroad::in_english(&name::key(gloss.word(start))).is_some();
        (word == "do" && portuguese && capital(next + 1)).then_some(next + 1)
    }

    /// Whether a run holds a given name, or a title behind its first word: the workers of a guild are nobody’s title.
    fn opens_person(&self, start: usize, last: usize) -> bool {
        let gloss = &self.gloss;
        let many = |k: usize| gloss.word(k).ends_with('s') && gloss.word(k).len() > 4;
        (start..=last)
            .any(|k| gloss.entry(k).is_given() || gloss.is(k, Trait::Role) && k > start && !many(k))
    }

    /// Whether "o" or "na" at `next` joins a Māori or Irish name: "Te Rūnanga o Ngāti Orr", "Bord Uisce na hÉireann".
    fn is_native_joint(&self, start: usize, next: usize) -> bool {
        let (first, word) = (self.gloss.word(start), self.gloss.word(next));
        word == "o" && ["Te", "Ngā", "Rūnanga", "Iwi"].contains(&first)
            || word == "na" && IRISH_HEADS.contains(&first)
    }

    /// Whether a run holds an office, what it is for, and no name yet: "Minister of Water".
    fn is_office(&self, start: usize, last: usize) -> bool {
        let gloss = self.gloss;
        let holds = |k: usize| {
            matches!(gloss.word(k + 1), "of" | "for") && OFFICES_FOR.contains(&gloss.word(k))
        };
        (start..last).any(holds) && !(start..=last).any(|k| gloss.entry(k).is_given())
    }

    /// The capital that a mark, a number or a kind written small after `last` joins to the run.
    fn join_by_mark(
        &self,
        start: usize,
        last: usize,
        end: usize,
        capital: &dyn Fn(usize) -> bool,
    ) -> Option<usize> {
        let gloss = self.gloss;
        let next = last + 1;
        let word = gloss.word(next);
        // Pell, Jr.
        if word == "," && next + 1 < end && name::is_suffix(gloss.word(next + 1)) {
            return Some(next + 1);
        }
        if word == "&" && capital(next + 1) {
            return (!self.is_pair(start, last, next)).then_some(next + 1);
        }
        if self.is_list_before_ampersand(next, capital) {
            return Some(next + 1);
        }
        if let Some(head) = self.small_body(start, last, end) {
            return Some(head);
        }
        // "Foundry Hands Local 61"
        let numbered = BRANCHES.contains(&gloss.word(last)) && gloss.joins_next(last);
        if numbered && word.len() < 5 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(next);
        }
        // "Dunmore Group plc"
        if word == "plc" {
            return Some(next);
        }
        // "Dunmore Co., Ltd."
        if word == "," && next + 1 < end && INCORPORATED.contains(&gloss.word(next + 1)) {
            return Some(next + 1);
        }
        // "Kees in ’t Veld", "Kees in den Orr"
        let article = ["’t", "'t", "‘t", "de", "den", "der"].contains(&gloss.word(next + 1));
        // "Neri de’ Pazzi"
        let cut = word == "de" && matches!(gloss.word(next + 1), "’" | "'");
        if (word == "in" && article || cut) && capital(next + 2) {
            return Some(next + 2);
        }
        // "Muthu s/o Rajan", "Devi a/p Kumar": son of, daughter of.
        let of_father = matches!(word, "s" | "d" | "a")
            && gloss.word(next + 1) == "/"
            && matches!(gloss.word(next + 2), "o" | "l" | "p");
        if of_father && capital(next + 3) {
            return Some(next + 3);
        }
        // Dato’ Ann Lee
        if matches!(word, "’" | "'")
            && matches!(gloss.word(last), "Dato" | "Dato'" | "Dato’")
            && capital(next + 1)
        {
            return Some(next + 1);
        }
        // "Teachers’ Union", "Women’s Institute", "St Bevis’s Hospital"
        if gloss.is_genitive(next)
            && capital(next + 1)
            && (self.is_of_its_members(last, next, end) || self.is_of_a_saint(start, next, end))
        {
            return Some(next + 1);
        }
        None
    }

    /// Whether an ampersand parts two of one family: "Ann & Bo Orr", but "Marks & Spencer", "Ann & Bo Orr Ltd".
    fn is_pair(&self, start: usize, last: usize, ampersand: usize) -> bool {
        let gloss = self.gloss;
        let mut end = ampersand + 2;
        while gloss.joins_next(end - 1) && gloss.is_capital(end) {
            end += 1;
        }
        let body = [
            Trait::OrganisationHead,
            Trait::OrganisationKind,
            Trait::Company,
            Trait::Thing,
        ];
        let given = |token: usize| gloss.entry(token).is_given();
        let particle = gloss.is(end, Trait::Particle) && gloss.case(end) == Case::Lower;
        // "Neighbours Ann & Bo Orr"
        let called = gloss.is_any_of(start, &[Trait::Opener, Trait::People, Trait::Role]);
        let start = start + usize::from(called && start < last);
        (start..=last).all(given)
            && given(ampersand + 1)
            && (end > ampersand + 2 || particle)
            && !(ampersand + 1..end).any(|token| gloss.is_any_of(token, &body))
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

    /// Whether the comma at `comma` stands in a list that an ampersand closes: "Kettle, Mould & Partners".
    fn is_list_before_ampersand(&self, comma: usize, capital: &dyn Fn(usize) -> bool) -> bool {
        let gloss = self.gloss;
        let closes = |token: usize| gloss.word(token) == "&" && capital(token + 1);
        gloss.word(comma) == ","
            && capital(comma + 1)
            && (closes(comma + 2)
                || gloss.word(comma + 2) == "," && capital(comma + 3) && closes(comma + 4))
    }

    /// The head of a public body that is written small behind its place: "Kempen-Oost police", "Marlshire county council".
    pub(super) fn small_body(&self, start: usize, last: usize, end: usize) -> Option<usize> {
        const HEADS: [&str; 5] = ["police", "council", "constabulary", "university", "diocese"];
        const KINDS: [&str; 15] = [
            "county",
            "city",
            "borough",
            "town",
            "parish",
            "district",
            "village",
            "regional",
            "state",
            "crown",
            "high",
            "magistrates",
            "community",
            "provincial",
            "municipal",
        ];
        const HEADS_OF_KINDS: [&str; 7] = [
            "council",
            "police",
            "court",
            "government",
            "assembly",
            "commission",
            "university",
        ];
        let gloss = self.gloss;
        let next = last + 1;
        // "the Orr family asked for privacy"
        let the = start > 0 && gloss.word(start - 1).eq_ignore_ascii_case("the");
        let speaks = gloss.is_any_of(next + 1, &[Trait::Reports, Trait::Issues])
            || matches!(gloss.word(next + 1), "thanked" | "has" | "had" | "declined");
        if the && speaks && next < end && gloss.word(next) == "family" && last < start + 2 {
            return Some(next);
        }
        let kind = KINDS.contains(&gloss.word(next)) && gloss.joins_next(next);
        let head = next + usize::from(kind);
        let heads: &[&str] = if kind { &HEADS_OF_KINDS } else { &HEADS };
        if head >= end || !heads.contains(&gloss.word(head)) {
            return None;
        }
        let place = |token: usize| {
            let entry = gloss.entry(token);
            let known = entry.is_any(&[
                Trait::Demonym,
                Trait::Role,
                Trait::Opener,
                Trait::Generic,
                Trait::Calendar,
                Trait::Body,
                Trait::OrganisationKind,
                Trait::Particle,
            ]);
            gloss.case(token) == Case::Capital
                && (entry.is_place() || !entry.is_given() && !known && !entry.is_grammar())
        };
        // "the Hull council leader" is no council.
        let behind = gloss.entry(head + 1);
        let ends = gloss.case(head + 1) == Case::None
            || gloss.is_genitive(head + 1)
            || gloss.case(head + 1) == Case::Lower
                && (behind.is_grammar()
                    || behind.is_any(&[Trait::Reports, Trait::Issues])
                        && !behind.is(Trait::Writing)
                    || ["ed", "ing"]
                        .iter()
                        .any(|end| gloss.word(head + 1).ends_with(end)));
        (ends && last < start + 3 && (start..=last).all(place)).then_some(head)
    }

    /// The capital behind what a group fights for: "Parents for a Quieter Pinckard", "Friends of the Lower Creek".
    fn campaign(&self, start: usize, joint: usize) -> Option<usize> {
        let gloss = self.gloss;
        if joint != start + 1 || !self.is_campaign(start) {
            return None;
        }
        (joint + 1..joint + 3).find(|token| gloss.is_capital(*token))
    }

    /// Whether a group that names itself by what it wants opens at `token`.
    pub(super) fn is_campaign(&self, token: usize) -> bool {
        let gloss = self.gloss;
        let (opens, joint) = (opens_clause(gloss, token), gloss.word(token + 1));
        let article = matches!(gloss.word(token + 2), "a" | "the");
        let aim = token + 2 + usize::from(article);
        let named = gloss.is_capital(aim)
            && !gloss.entry(aim).is_given()
            && !gloss.is_any_of(aim, &[Trait::Calendar, Trait::Determiner])
            && (!gloss.is(aim, Trait::Role) || article && joint == "for");
        let capital = ["For", "Against", "Of", "Without", "4"].contains(&joint);
        CAMPAIGNERS.contains(&gloss.word(token))
            && gloss.joins_next(token)
            && gloss.joins_next(token + 1)
            && (named && matches!(joint, "for" | "against")
                || named && joint == "of" && (!opens || article)
                || capital && gloss.is_capital(token + 2))
    }

    /// Whether what opens at `token` calls for something, as campaigns are named: "Save Our Seagulls", "the group Stop the Sluice".
    pub(super) fn is_call(&self, token: usize) -> bool {
        let gloss = self.gloss;
        let whose = gloss.word(token + 1);
        CALLS.contains(&gloss.word(token))
            && gloss.joins_next(token)
            && gloss.joins_next(token + 1)
            && gloss.is_capital(token + 2)
            && gloss.quotation(token).is_none()
            && (matches!(whose, "Our" | "The") || whose == "the" && !opens_clause(gloss, token))
    }

    /// Whether the genitive at `token` is that of whom a house is named after: "St Bevis’s Hospital", "King’s College".
    fn is_of_a_saint(&self, start: usize, token: usize, end: usize) -> bool {
        let gloss = self.gloss;
        let saint =
            matches!(gloss.word(start), "St" | "St." | "Saint" | "Our") && token > start + 1;
        let crown = matches!(gloss.word(start), "King" | "Queen") && token == start + 1;
        let mut last = token + 1;
        while last + 1 < end && gloss.joins_next(last) && gloss.is_capital(last + 1) {
            last += 1;
        }
        let house = gloss.is(last, Trait::OrganisationHead)
            || matches!(
                gloss.word(last),
                "Hospice" | "Primary" | "Infirmary" | "Priory"
            );
        (saint || crown) && house
    }

    /// Whether a word is the plural of what is no place.
    fn is_plural(&self, token: usize) -> bool {
        let word = self.gloss.word(token);
        word.len() > 3 && word.ends_with('s') && !self.gloss.entry(token).is_place()
    }

    /// Whether the genitive at `token` stands inside the name of a body of those it tells of.
    fn is_of_its_members(&self, people: usize, token: usize, end: usize) -> bool {
        let gloss = self.gloss;
        // "Sportsmen’s", but "Carmen’s", "Yemen’s"
        let entry = gloss.entry(people);
        let members = gloss.word(people);
        let irregular = matches!(members, "Men" | "Children" | "People" | "Folk")
            || members.ends_with("men") && !entry.is_given() && !entry.is_place();
        let plural = !gloss.word(token).ends_with(['s', 'S']) || irregular;
        let mut last = token + 1;
        let more = |token: usize| gloss.is_capital(token) && gloss.word(token) != "No.";
        while last + 1 < end && gloss.joins_next(last) && more(last + 1) {
            last += 1;
        }
        plural
            && !gloss.is(people, Trait::Demonym)
            && [
                "Trust",
                "Union",
                "Association",
                "Federation",
                "Party",
                "Guild",
                "Club",
                "Society",
                "League",
                "Alliance",
                "Institute",
                "Congress",
                "Organisation",
                "Organization",
                "Committee",
                "University",
                "College",
                "Hospital",
                "Council",
                "Commission",
                "Group",
                "Network",
                "Forum",
                "Foundation",
                "Fund",
                "Front",
                "Cooperative",
                "Co-operative",
                "Collective",
                "Coalition",
                "Bureau",
                "Home",
                "Centre",
                "Center",
            ]
            .contains(&gloss.word(last))
    }

    /// Whether "and" at `token` stands inside the name of an organisation: after "of", or before its head.
    pub(super) fn head_follows(&self, start: usize, token: usize, end: usize) -> bool {
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
        last > token + 1
            && gloss.is(last, Trait::OrganisationHead)
            && (the || !(start..=last).any(|k| gloss.entry(k).is_given()))
            && !gloss.is(token - 1, Trait::OrganisationHead)
            && !gloss.entry(token - 1).is_place()
    }
}

/// What stands in brackets between a rank and the name of who held it.
pub(super) fn is_retired(word: &str) -> bool {
    ["retd", "ret", "rtd", "retired"]
        .iter()
        .any(|retired| word.trim_end_matches('.').eq_ignore_ascii_case(retired))
}

/// What companies are in law, behind a comma.
const INCORPORATED: [&str; 9] = [
    "Inc.", "Inc", "Ltd.", "Ltd", "LLC", "L.L.C.", "LLP", "PLC", "Limited",
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
            "Guild of Sung Voices",
            "Tidal Water & Sewer",
            "Kettle, Orr & Partners",
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
            "Dock Hands Local 61",
            "Parents for a Cleaner Orr",
            "Mothers Against Loud Mills",
            "Friends of the Upper Orr",
            "Save Our Herons",
            "Unite the Mills",
            "St Bevis’s Hospital",
            "King’s College",
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
        case(
            "Parents for a Cleaner Orr left.",
            &["body Parents for a Cleaner Orr"],
        );
        case(
            "It hurt friends of Ann Lee. Lawyers for Pell left.",
            &["person Ann Lee", "name Pell"],
        );
        case("He saw Local 9 then.", &["body Local 9"]);
    }

    #[test]
    fn bodies_whose_kind_is_small() {
        case("It angered Orrsea police then.", &["body Orrsea police"]);
        case(
            "It angered Orrsea county council.",
            &["body Orrsea county council"],
        );
        case("Orr-Ness police said no.", &["body Orr-Ness police"]);
        case(
            "It angered Orrsea police chief Ann Lee.",
            &["name Orrsea", "person Ann Lee"],
        );
        case("It angered Dutch police.", &["name Dutch"]);
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

    #[test]
    fn persons_of_every_country() {
        for name in [
            "Sorcha Mac an Bhaird",
            "Tadhg Ó hÓgáin",
            "J. J. van ’t Orr",
            "I Wayan Orr",
            "Ma. Ana Lee",
            "Md. Ali Orr",
            "Jos. H. Lee",
            "Washington Pedro Orr",
            "Jan ’t Orr",
            "Jan 't Orr",
            "Jan van ’t Orr",
            "Wm. Orr Pratt III",
            "Edson do Vale",
            "Ann D’Orr-St. Cyr",
        ] {
            case(
                &format!("It hurt {name} then."),
                &[&format!("person {name}")],
            );
        }
        for name in ["‘Ofa Tu‘iorr", "’Ema Orr-’Ofa", "!Nani ǃOrr"] {
            case(&format!("It hurt {name} then."), &[&format!("name {name}")]);
        }
        case("’T Orr left.", &["name ’T Orr"]);
        case("It hurt 8Ball Nkosi then.", &["name 8Ball Nkosi"]);
        case("It hurt Mayor Col Orr then.", &["person [Mayor] Col Orr"]);
    }
}
