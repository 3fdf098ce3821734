//! Joints that are no words: a comma, "&", a number, the genitive of those whom a house is named after.

use crate::split::cast::gloss::Case;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::mention::Finder;
use crate::split::cast::name;
use crate::split::cast::trade::BRANCHES;

impl Finder<'_, '_> {
    /// The capital that a mark, a number or a kind written small after `last` joins to the run.
    pub(super) fn join_by_mark(&self, start: usize, last: usize, end: usize) -> Option<usize> {
        let gloss = self.gloss;
        let capital = |token: usize| self.is_capital_before(token, end);
        let next = last + 1;
        let word = gloss.word(next);
        // Pell, Jr.
        if word == "," && next + 1 < end && name::is_suffix(gloss.word(next + 1)) {
            return Some(next + 1);
        }
        if word == "&" && capital(next + 1) {
            return (!self.is_pair(start, last, next)).then_some(next + 1);
        }
        if self.is_list_before_ampersand(next, end) {
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

    /// Whether the comma at `comma` stands in a list that an ampersand closes: "Kettle, Mould & Partners".
    fn is_list_before_ampersand(&self, comma: usize, end: usize) -> bool {
        let gloss = self.gloss;
        let capital = |token: usize| self.is_capital_before(token, end);
        let closes = |token: usize| gloss.word(token) == "&" && capital(token + 1);
        gloss.word(comma) == ","
            && capital(comma + 1)
            && (closes(comma + 2)
                || gloss.word(comma + 2) == "," && capital(comma + 3) && closes(comma + 4))
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
}

/// What companies are in law, behind a comma.
const INCORPORATED: [&str; 9] = [
    "Inc.", "Inc", "Ltd.", "Ltd", "LLC", "L.L.C.", "LLP", "PLC", "Limited",
];

#[cfg(test)]
mod tests {
    use crate::split::cast::mention::tests::case;

    #[test]
    fn bodies_with_marks_and_numbers_in_their_names() {
        for body in [
            "Dock Hands Local 61",
            "St Bevis’s Hospital",
            "King’s College",
        ] {
            case(&format!("It hurt {body} then."), &[&format!("body {body}")]);
        }
        for body in ["Tidal Water & Sewer", "Kettle, Orr & Partners"] {
            case(
                &format!("It hurt the {body} then."),
                &[&format!("body {body}")],
            );
        }
        case("He saw Local 9 then.", &["body Local 9"]);
    }
}
