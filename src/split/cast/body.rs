//! A body: a member that the words around its name show to be an organisation, whatever the name itself tells.

use std::collections::HashMap;
use std::ops::Range;

use super::entitled::is_body_noun;
use super::gloss::{Case, Gloss};
use super::lexicon::Trait;
use super::member::Member;
use super::mention::{Mention, NameKind};
use super::name::key;
use super::phrase::{What, phrase};
use super::sort::Sort;
use super::trade::is_trader;

/// What the bodies of an article are called besides their names: "insurer", "chain".
#[derive(Debug, Default)]
pub(super) struct Bodies {
    called: HashMap<usize, Vec<String>>,
}

impl Bodies {
    /// Reads what the article tells of the bodies it names, and makes organisations of those whose names say nothing.
    pub(super) fn of(
        gloss: &Gloss,
        mentions: &[Mention],
        named: &mut [Option<usize>],
        members: &mut [Member],
    ) -> Self {
        let mut bodies = Self::default();
        for (nth, (mention, member)) in mentions.iter().zip(named.iter()).enumerate() {
            let Some(member) = *member else { continue };
            let known = &mut members[member];
            if known.kind == NameKind::Unknown && is_work(gloss, mention)
                || is_animal(gloss, mention)
            {
                known.kind = NameKind::Thing;
            }
            // "Orr Hall, where weddings cost a fortune, wants more": the house is who runs it.
            if known.kind == NameKind::Thing
                && mention
                    .name
                    .keys()
                    .last()
                    .is_some_and(|last| is_venue(last))
                && speaks(gloss, mention.tokens.clone())
            {
                known.kind = NameKind::Organisation;
            }
            // "said the City of Orr"
            if matches!(known.kind, NameKind::Thing | NameKind::Unknown)
                && (mention.name.keys().windows(2))
                    .any(|words| is_commune(&words[0]) && words[1] == "of")
                && (speaks(gloss, mention.tokens.clone()) || is_said_by(gloss, mention))
            {
                known.kind = NameKind::Organisation;
            }
            // "Dunmore Town have sacked their coach"
            if matches!(known.kind, NameKind::Thing | NameKind::Unknown)
                && mention.title.is_empty()
                && is_many(gloss, mention)
            {
                known.kind = NameKind::Organisation;
                bodies
                    .called
                    .entry(member)
                    .or_default()
                    .push("team".to_owned());
                continue;
            }
            // "Meridian Awards, the exam board,"
            if known.kind == NameKind::Thing
                && mention.name.words.len() > 1
                && let Some(noun) =
                    apposed(gloss, mention).filter(|noun| RUNS_AWARDS.contains(&noun.as_str()))
            {
                known.kind = NameKind::Organisation;
                bodies.called.entry(member).or_default().push(noun);
                continue;
            }
            // "Retailer Dunmore sold": no person’s title.
            if let Some(noun) = trades_as(gloss, mention).filter(|_| known.gender.he().is_none()) {
                known.kind = NameKind::Organisation;
                bodies.called.entry(member).or_default().push(noun);
                continue;
            }
            if !matches!(known.kind, NameKind::Unknown | NameKind::Organisation)
                || !mention.title.is_empty()
            {
                continue;
            }
            let noun = apposed(gloss, mention)
                .or_else(|| led(gloss, mention))
                .or_else(|| announced(gloss, mention))
                .or_else(|| does(gloss, mention))
                .or_else(|| taken_up(gloss, mention, mentions.get(nth + 1)));
            if noun.is_some() || is_run(gloss, mention) || speaks_of_itself(gloss, mention) {
                known.kind = NameKind::Organisation;
            }
            if let Some(noun) = noun {
                bodies.called.entry(member).or_default().push(noun);
            }
        }
        short_forms(gloss, mentions, named, members);
        bodies
    }

    /// The sorts of what the article calls `member`.
    pub(super) fn sort(&self, member: usize) -> Sort {
        let called = self.called.get(&member).into_iter().flatten();
        called.fold(Sort::default(), |sort, noun| sort.or(Sort::of_noun(noun)))
    }

    /// Whether the article calls `member` a `noun`.
    pub(super) fn is_called(&self, member: usize, noun: &str) -> bool {
        let called = self.called.get(&member);
        let is = |known: &String| known == noun || known == "opposition" && noun == "party";
        called.is_some_and(|called| called.iter().any(is))
    }
}

/// What is told behind the comma: "Dunmore, a maker of ropes,", "Dunmore, the country’s largest bank,".
fn apposed(gloss: &Gloss, mention: &Mention) -> Option<String> {
    const NEAR: usize = 7;
    let comma = mention.tokens.end;
    let (_, end) = gloss.bounds(mention.tokens.start);
    let opening = comma + 1;
    let opens = gloss.is(opening, Trait::Determiner)
        || matches!(gloss.word(opening), "its" | "their" | "his" | "her");
    if gloss.word(comma) != "," || !opens {
        return None;
    }
    let genitive = (opening..end.min(opening + NEAR))
        .take_while(|token| gloss.word(*token) != ",")
        .find(|token| gloss.is_genitive(*token));
    let found = phrase(gloss, genitive.map_or(opening, |token| token + 1), end)?;
    let ends = gloss.case(found.tokens.end) != Case::Capital;
    let noun = gloss.word(found.head);
    // "the contractor that has managed the houses": who grows or ships is a body where it is "that".
    let business = found.what == What::Person
        && matches!(gloss.word(found.tokens.end), "that" | "which")
        && (Sort::of_noun(noun).is_company() || noun.ends_with("er"));
    let body = found.what == What::Organisation || is_body_noun(noun) || business;
    (body && ends && gloss.case(found.head) == Case::Lower).then(|| key(gloss.word(found.head)))
}

/// What leads up to the name: "the buyout firm Dunmore", "the airline Dunmore".
fn led(gloss: &Gloss, mention: &Mention) -> Option<String> {
    let before = mention.tokens.start.checked_sub(1)?;
    let kind = (gloss.is_any_of(before, &[Trait::OrganisationKind, Trait::OrganisationHead])
        || Sort::of_noun(gloss.word(before)).is_company() && !gloss.is(before, Trait::Role))
        && gloss.case(before) == Case::Lower
        && gloss.joins_next(before);
    // "the house Ann Lee built", but "the opposition Mill Union jeered"
    let end = mention.tokens.end;
    let clause = mention.kind != NameKind::Organisation
        && gloss.case(end) == Case::Lower
        && !gloss.entry(end).is_grammar()
        && !gloss.is(end, Trait::Reports);
    let given = gloss.entry(mention.tokens.start).is_given();
    (kind && !clause && !given).then(|| key(gloss.word(before)))
}

/// The trade of a company right before its name that opens a sentence: "Retailer Dunmore sold".
fn trades_as(gloss: &Gloss, mention: &Mention) -> Option<String> {
    let name = mention.title.end;
    let trade = name.checked_sub(1)?;
    let opens = gloss.bounds(trade).0 == trade && mention.title.len() < 2;
    let given = gloss.entry(name).is_given();
    (opens && is_trader(gloss.word(trade)) && !given).then(|| key(gloss.word(trade)))
}

/// What takes the name up right behind its sentence: "Dunmore has apologised. The budget airline has a month to answer."
fn taken_up(gloss: &Gloss, mention: &Mention, next: Option<&Mention>) -> Option<String> {
    let start = mention.tokens.start;
    let (first, end) = gloss.bounds(start);
    let acts = gloss.case(mention.tokens.end) == Case::Lower
        && !gloss.is(mention.tokens.end, Trait::Preposition)
        && !gloss.entry(start).is_given();
    let near = end < gloss.len() && gloss.paragraph(end) == gloss.paragraph(start);
    if first != start || !acts || !near || gloss.word(end) != "The" {
        return None;
    }
    let found = phrase(gloss, end, gloss.bounds(end).1)?;
    let noun = key(gloss.word(found.head));
    let alone = next.is_none_or(|next| next.tokens.start > found.tokens.end);
    let plain = (end + 1..=found.head).all(|token| {
        gloss.case(token) == Case::Lower
            || gloss.is(token, Trait::Demonym)
            || gloss.case(token) == Case::Upper
    });
    // "Mud Council met. The company waited."
    let any = [
        "company", "firm", "business", "shop", "store", "site", "website", "outlet", "venue",
        "owner", "producer", "provider", "platform", "brand", "giant", "fund",
    ];
    let sort = Sort::of_name(&mention.name);
    let says = Sort::of_noun(&noun).is_company()
        && !any.contains(&noun.as_str())
        && (sort.is_unknown() || sort.meets(Sort::of_noun(&noun)))
        && gloss.case(found.tokens.end) == Case::Lower;
    (alone && plain && says).then_some(noun)
}

/// What stands before the comma: "Its operator, Dunmore,"; not in "He left the firm, Dunmore said".
fn announced(gloss: &Gloss, mention: &Mention) -> Option<String> {
    const NEAR: usize = 6;
    let start = mention.tokens.start;
    let the = start > 0 && gloss.word(start - 1) == "the";
    let comma = start.checked_sub(1 + usize::from(the))?;
    let noun = comma.checked_sub(1)?;
    let (first, _) = gloss.bounds(noun);
    let end = mention.tokens.end;
    let aged = gloss
        .word(end + 1)
        .starts_with(|c: char| c.is_ascii_digit());
    // "The supplier, Dunmore of Ulm,"
    let from = matches!(gloss.word(end), "of" | "from")
        && (end + 2..end + 4).any(|token| gloss.word(token) == ",");
    let kind = gloss.word(comma) == ","
        && gloss.is_any_of(noun, &[Trait::OrganisationKind, Trait::OrganisationHead])
        && gloss.case(noun) == Case::Lower
        && (matches!(gloss.word(end), "," | "." | ";") || from)
        && !aged
        && !gloss.entry(mention.tokens.start).is_given();
    let opens = |token: &usize| gloss.is(*token, Trait::Determiner) || gloss.is_genitive(*token);
    let opening = (first.max(noun.saturating_sub(NEAR))..noun)
        .rev()
        .find(opens)?;
    // "a spokesman for the firm, Ann Lee,"
    let other = (first.max(opening.saturating_sub(3))..opening)
        .any(|token| gloss.is_any_of(token, &[Trait::Role, Trait::People]));
    (kind && !other).then(|| key(gloss.word(noun)))
}

/// What does what it does: "Dunmore, which regulates lifts,".
fn does(gloss: &Gloss, mention: &Mention) -> Option<String> {
    let comma = mention.tokens.end;
    if gloss.word(comma) != "," || gloss.word(comma + 1) != "which" {
        return None;
    }
    let noun = match gloss.word(comma + 2) {
        "regulates" | "oversees" | "licenses" | "inspects" => "regulator",
        "represents" | "campaigns" => "association",
        "employs" | "operates" | "manufactures" | "supplies" => "company",
        _ => return None,
    };
    Some(noun.to_owned())
}

/// Whether it is the name of what somebody made or owns: "Her new album, Deaf Ear, is".
fn is_work(gloss: &Gloss, mention: &Mention) -> bool {
    let Some(comma) = mention.tokens.start.checked_sub(1) else {
        return false;
    };
    let noun = comma.wrapping_sub(1);
    gloss.word(comma) == ","
        && gloss.word(mention.tokens.end) == ","
        && WORKS.contains(&gloss.word(noun))
        && !gloss.entry(mention.tokens.start).is_given()
}

/// Whether it is told to be the name of a beast: "his parrot, Don Lucho", "a pig called Orr".
fn is_animal(gloss: &Gloss, mention: &Mention) -> bool {
    let Some(joint) = mention.tokens.start.checked_sub(1) else {
        return false;
    };
    let called = matches!(gloss.word(joint), "called" | "named");
    let noun = joint.wrapping_sub(usize::from(called || gloss.word(joint) == ","));
    // "the owner of the dog, Ann Lee,"
    let opening = (1..=3).map(|back| noun.wrapping_sub(back)).find(|token| {
        gloss.is(*token, Trait::Determiner)
            || gloss.is_genitive(*token)
            || matches!(
                gloss.word(*token),
                "his" | "her" | "their" | "its" | "my" | "our" | "His" | "Her" | "Their"
            )
    });
    let free = opening
        .is_some_and(|opening| !gloss.is(opening.wrapping_sub(1), Trait::Preposition) || called);
    BEASTS.contains(&gloss.word(noun)) && gloss.case(noun) == Case::Lower && free
}

/// Whether it is the subject of a verb of saying or wanting, a clause between commas left out.
pub(super) fn speaks(gloss: &Gloss, name: Range<usize>) -> bool {
    const LONGEST: usize = 16;
    let (_, end) = gloss.bounds(name.start);
    let next = name.end;
    let close = || (next + 1..end.min(next + LONGEST)).find(|token| gloss.word(*token) == ",");
    let verb = match gloss.word(next) {
        "," => close().map_or(next, |close| close + 1),
        _ => next,
    };
    gloss.is(verb, Trait::Reports) && gloss.case(verb) == Case::Lower
}

/// Whether one name is the subject of a verb for many: "Dunmore have sacked their coach", "Dunmore, who play at home,".
fn is_many(gloss: &Gloss, mention: &Mention) -> bool {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let before = gloss.word(start.wrapping_sub(1));
    let (first, _) = gloss.bounds(start);
    let opens = start == first || start == first + 1 && before == "The";
    let one = !mention
        .name
        .keys()
        .iter()
        .any(|word| word == "and" || word == "&")
        && !gloss.entry(start).is_given();
    let next = gloss.word(end);
    let have = matches!(next, "have" | "were" | "are")
        || next == ","
            && gloss.word(end + 1) == "who"
            && matches!(gloss.word(end + 2), "have" | "were" | "are" | "play");
    opens && one && have
}

/// Whether a verb of saying stands before it: "said the City of Orr".
fn is_said_by(gloss: &Gloss, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let the = start > 0 && gloss.word(start - 1) == "the";
    let verb = start.wrapping_sub(1 + usize::from(the));
    gloss.is(verb, Trait::Reports) && gloss.case(verb) == Case::Lower
}

/// Whether `noun` is what a part of a country is called that governs itself.
pub(super) fn is_commune(noun: &str) -> bool {
    let commune = [
        "city",
        "town",
        "village",
        "county",
        "borough",
        "state",
        "shire",
        "municipality",
        "township",
        "parish",
        "province",
        "commune",
        "kingdom",
        "republic",
        "district",
    ];
    commune.contains(&noun)
}

/// Whether a name that ends with `last` is that of a house that people run: "Thornwick Hall".
pub(super) fn is_venue(last: &str) -> bool {
    let venue = [
        "hall", "house", "palace", "castle", "park", "stadium", "airport", "tower", "mall",
        "manor", "lodge", "plaza", "priory", "abbey",
    ];
    venue.contains(&last)
}

/// Whether it has what only a company has: "shares in Dunmore", "Dunmore’s shareholders", "a Dunmore spokesman".
fn is_run(gloss: &Gloss, mention: &Mention) -> bool {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let before = |back: usize| {
        start
            .checked_sub(back)
            .map_or("", |token| gloss.word(token))
    };
    let given = gloss.entry(start).is_given();
    let of = match before(1) {
        "in" => OWNED.contains(&before(2)),
        "of" => OWNED.contains(&before(2)) || before(3) == "chief" && before(2) == "executive",
        _ => false,
    };
    let genitive = gloss.is_genitive(end);
    let next = end + usize::from(genitive);
    let has = OWNED.contains(&gloss.word(next))
        || genitive && gloss.word(next) == "chief" && gloss.word(next + 1) == "executive"
        || !genitive
            && !given
            && matches!(
                gloss.word(next),
                "spokesman" | "spokeswoman" | "spokesperson"
            );
    of || has
}

/// Whether it says what "it" will do: "Dunmore said on Tuesday that it would close".
fn speaks_of_itself(gloss: &Gloss, mention: &Mention) -> bool {
    const NEAR: usize = 5;
    const LONGEST: usize = 16;
    let (_, end) = gloss.bounds(mention.tokens.start);
    let mut verb = mention.tokens.end;
    if gloss.word(verb) == "," {
        // "Dunmore, the maker of ropes, said"
        let close = (verb + 1..end.min(verb + LONGEST)).find(|token| gloss.word(*token) == ",");
        verb = close.map_or(verb, |close| close + 1);
    }
    let it = (verb + 1..end.min(verb + NEAR))
        .take_while(|token| gloss.word(*token) != "," && gloss.quotation(*token).is_none())
        .find(|token| matches!(gloss.word(*token), "it" | "its"));
    gloss.is(verb, Trait::Reports)
        && !gloss.entry(mention.tokens.start).is_given()
        && it.is_some_and(|it| {
            gloss.word(it) == "its"
                || [
                    "would", "had", "will", "has", "planned", "expected", "intended",
                ]
                .contains(&gloss.word(it + 1))
        })
}

/// Gives the first word of a body’s name back to it where a person of that name is only named later: "Pell Partners … Pell
/// replied. … Ann Pell".
fn short_forms(
    gloss: &Gloss,
    mentions: &[Mention],
    named: &mut [Option<usize>],
    members: &mut [Member],
) {
    // By first word, the body named so; and the persons who were named whole before.
    let mut bodies: HashMap<String, usize> = HashMap::new();
    let mut whole: Vec<bool> = vec![false; members.len()];
    let mut short: HashMap<String, usize> = HashMap::new();
    for (nth, mention) in mentions.iter().enumerate() {
        let Some(member) = named[nth] else { continue };
        let first = key(gloss.word(mention.tokens.start));
        let known = &members[member];
        if mention.name.words.len() > 1 {
            whole[member] = true;
            // "Lee Ropes & Sails" is Lee's, who speaks for himself.
            let of_one = mention.name.keys().iter().any(|word| word == "&");
            if known.kind == NameKind::Organisation && !of_one {
                bodies.entry(first).or_insert(member);
            }
            continue;
        }
        if known.kind == NameKind::Organisation || !mention.title.is_empty() {
            continue;
        }
        let body = bodies.get(&first).copied();
        if let Some(body) = body.filter(|_| !whole[member] || short.contains_key(&first)) {
            short.insert(first, body);
            named[nth] = Some(body);
            members[body].count += 1;
            members[member].count = members[member].count.saturating_sub(1);
        }
    }
}

/// What people make or own that bears a name.
const WORKS: [&str; 30] = [
    "album",
    "single",
    "song",
    "novel",
    "book",
    "play",
    "film",
    "movie",
    "documentary",
    "series",
    "show",
    "exhibition",
    "podcast",
    "poem",
    "painting",
    "memoir",
    "opera",
    "musical",
    "symphony",
    "sequel",
    "novella",
    "thriller",
    "sculpture",
    "ship",
    "boat",
    "yacht",
    "trawler",
    "vessel",
    "horse",
    "debut",
];

/// What a body may be called whose name is that of what it gives, shows or looks after.
const RUNS_AWARDS: [&str; 16] = [
    "board",
    "company",
    "firm",
    "charity",
    "group",
    "regulator",
    "publisher",
    "operator",
    "organisation",
    "organization",
    "agency",
    "association",
    "trust",
    "retailer",
    "insurer",
    "body",
];

/// Beasts that people keep and name.
const BEASTS: [&str; 46] = [
    "alpaca",
    "beagle",
    "boar",
    "budgerigar",
    "budgie",
    "bull",
    "bulldog",
    "calf",
    "camel",
    "canary",
    "cat",
    "chicken",
    "cockatoo",
    "cockerel",
    "collie",
    "cow",
    "dachshund",
    "dog",
    "donkey",
    "duck",
    "ferret",
    "foal",
    "goat",
    "goose",
    "greyhound",
    "hamster",
    "hen",
    "horse",
    "kitten",
    "labrador",
    "llama",
    "macaw",
    "mare",
    "mule",
    "owl",
    "ox",
    "parrot",
    "pig",
    "pony",
    "puppy",
    "rabbit",
    "seal",
    "sheepdog",
    "spaniel",
    "terrier",
    "tortoise",
];

/// What belongs to companies and to nobody else.
const OWNED: [&str; 24] = [
    "shares",
    "stake",
    "shareholders",
    "stock",
    "profits",
    "revenue",
    "revenues",
    "headquarters",
    "customers",
    "employees",
    "workforce",
    "subsidiary",
    "investors",
    "turnover",
    "earnings",
    "bondholders",
    "executives",
    "franchise",
    "branches",
    "factories",
    "stores",
    "passengers",
    "flights",
    "board",
];

#[cfg(test)]
mod tests {
    use crate::split::cast::tests::case;

    #[test]
    fn bodies_by_what_they_are_called() {
        for (text, who) in [
            (
                "The hedge fund Quillon Dray, which owns sheep, met. “No,” the fund said.",
                "Quillon Dray",
            ),
            (
                "Its operator, Tidal Water & Sewer, met. “No,” the utility said.",
                "Tidal Water & Sewer",
            ),
            (
                "The opposition Mill Union jeered. “No,” the party said.",
                "Mill Union",
            ),
            (
                "The Sundial Galleria shut. “No,” the mall said.",
                "Sundial Galleria",
            ),
            (
                "Third Orr Savings met the Tarn Society. “No,” the bank said.",
                "Third Orr Savings",
            ),
            (
                "The Royal Mint of Orr met. “No,” the Mint said.",
                "Royal Mint of Orr",
            ),
        ] {
            let noun = text
                .split("“No,” ")
                .nth(1)
                .unwrap_or("")
                .trim_end_matches(" said.");
            case(text, &[(&format!("|{noun}| said"), who)]);
        }
        case(
            "It rained. The union at the mill in Orr, Dock Hands Local 61, was cross.",
            &[(
                "|The union at the mill in Orr, Dock Hands Local 61,|",
                "Dock Hands Local 61",
            )],
        );
        // Who left the firm is no firm.
        case(
            "Bo Orr had left the firm, Tarn said. “No,” the firm said.",
            &[("|Tarn| said", "Tarn")],
        );
    }

    #[test]
    fn houses_that_speak() {
        case(
            "Orrick Hall, where a Sunday costs a fortune, wants more. “It is late,” it said.",
            &[("|it| said", "Orrick Hall")],
        );
    }

    #[test]
    fn bodies_by_part_of_their_names() {
        for (text, noun, who) in [
            (
                "A mill of Orr Crown Metals burned. “No,” Orr Crown said.",
                "Orr Crown",
                "Orr Crown Metals",
            ),
            (
                "Orr Crown left. Orr Crown Metals burned. “No,” Orr Crown said.",
                "Orr Crown",
                "Orr Crown Metals",
            ),
            (
                "The Ministry of Mills met the Ministry of Roads. “No,” the mills ministry said.",
                "the mills ministry",
                "Ministry of Mills",
            ),
            (
                "Historic Wales, which lists huts, met. “No,” the heritage body said.",
                "the heritage body",
                "Historic Wales",
            ),
            (
                "Orr Awards, the exam board, met. “No,” the board said.",
                "the board",
                "Orr Awards",
            ),
            (
                "Tarn Water, which owns it, was told. “No,” it said. “Go,” the company said.",
                "the company",
                "Tarn Water",
            ),
        ] {
            case(text, &[(&format!("|{noun}| said."), who)]);
        }
    }

    #[test]
    fn beasts_are_nobody() {
        case(
            "Bo Orr keeps a parrot, Don Lucho. Don Lucho is 31. “No,” he said.",
            &[("|he| said", "Bo Orr")],
        );
    }

    #[test]
    fn works_are_nobody() {
        case(
            "Ann Lee sings. Her new album, Deaf Ear, is out. “It is late,” she said.",
            &[("|she| said", "Ann Lee")],
        );
    }
}
