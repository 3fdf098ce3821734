//! What a body is called beside its name: "the airline Dunmore", "Dunmore, a maker of ropes,".

use crate::split::cast::entitled::is_body_noun;
use crate::split::cast::gloss::{Case, Gloss};
use crate::split::cast::lexicon::Trait;
use crate::split::cast::mention::{Mention, NameKind};
use crate::split::cast::name::key;
use crate::split::cast::phrase::{What, phrase};
use crate::split::cast::sort::Sort;
use crate::split::cast::trade::is_trader;

/// What the words around a name call it.
pub(super) fn called(gloss: &Gloss, mention: &Mention, next: Option<&Mention>) -> Option<String> {
    apposed(gloss, mention)
        .or_else(|| led(gloss, mention))
        .or_else(|| announced(gloss, mention))
        .or_else(|| does(gloss, mention))
        .or_else(|| taken_up(gloss, mention, next))
}

/// What is told behind the comma: "Dunmore, a maker of ropes,", "Dunmore, the country’s largest bank,".
pub(super) fn apposed(gloss: &Gloss, mention: &Mention) -> Option<String> {
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
pub(super) fn trades_as(gloss: &Gloss, mention: &Mention) -> Option<String> {
    let name = mention.title.end;
    let trade = name.checked_sub(1)?;
    let opens = gloss.bounds(trade).0 == trade && mention.title.len() < 2;
    let given = gloss.entry(name).is_given();
    (opens && is_trader(gloss.word(trade)) && !given).then(|| key(gloss.word(trade)))
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

/// What a body may be called whose name is that of what it gives, shows or looks after.
pub(super) const RUNS_AWARDS: [&str; 16] = [
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
}
