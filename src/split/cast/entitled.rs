//! A body entitled in common words: one whose name is told to be one by the noun beside it, or by those whom it is of.

use super::gloss::{Case, Gloss};
use super::lexicon::Trait;
use super::mention::is_number;
use super::phrase::{What, phrase};

/// The most words of such a name.
const LONGEST: usize = 8;

/// Where the name ends that opens at `token` and that the words behind or before it tell to be a body’s: "Second Chance, a
/// charity,", "the campaign group Stop the Bypass".
pub(super) fn told_end(gloss: &Gloss, token: usize) -> Option<usize> {
    let entry = gloss.entry(token);
    let named = gloss.case(token) == Case::Capital
        && !is_joined(gloss, token)
        && !entry.is_given()
        && !entry.is(Trait::Role)
        && (!entry.is_grammar() || is_number(gloss.word(token)));
    if !named || gloss.quotation(token).is_some() {
        return None;
    }
    let end = run_end(gloss, token);
    let plain = (token..end).any(|word| {
        let entry = gloss.entry(word);
        gloss.is_capital(word)
            && !entry.is_grammar()
            && !entry.is_place()
            && !entry.is_any(&[Trait::Calendar, Trait::Opener, Trait::Demonym])
    });
    let told = is_apposed(gloss, end)
        || end - token > 1 && (is_led(gloss, token, end) || is_announced(gloss, token, end));
    (plain && told).then_some(end)
}

/// Whether what stands before the comma tells what kind of body it is: "A Leeds charity, Second Chance,".
fn is_announced(gloss: &Gloss, token: usize, end: usize) -> bool {
    const NEAR: usize = 5;
    let the = token > 0 && gloss.word(token - 1) == "the";
    let Some(comma) = token.checked_sub(1 + usize::from(the)) else {
        return false;
    };
    let noun = comma.wrapping_sub(1);
    let (first, _) = gloss.bounds(token);
    let kind = gloss.word(comma) == ","
        && gloss.case(noun) == Case::Lower
        && gloss.is(noun, Trait::OrganisationKind)
        && matches!(gloss.word(end), "," | ".");
    // "a spokesman for the firm, Sailor Lee,"
    let opens = |at: &usize| gloss.is(*at, Trait::Determiner) || gloss.is_genitive(*at);
    let opening = (first.max(noun.saturating_sub(NEAR))..noun)
        .rev()
        .find(opens);
    kind && opening.is_some_and(|opening| {
        let lead = first.max(opening.saturating_sub(3))..opening;
        !lead.clone().any(|at| {
            gloss.is_any_of(
                at,
                &[
                    Trait::Role,
                    Trait::People,
                    Trait::Preposition,
                    Trait::Reports,
                ],
            )
        }) && !gloss
            .word(end + 1)
            .starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a word before belongs to the name that a token stands in.
fn is_joined(gloss: &Gloss, token: usize) -> bool {
    token > 0
        && gloss.is_capital(token - 1)
        && gloss.word(token - 1) != "The"
        && gloss.joins_next(token - 1)
}

/// Where the run of capitals ends that opens at `token`, small words within it.
fn run_end(gloss: &Gloss, token: usize) -> usize {
    let (_, last) = gloss.bounds(token);
    let last = last.min(token + LONGEST);
    let mut end = token + 1;
    while end < last && gloss.joins_next(end - 1) {
        if gloss.is_capital(end) {
            end += 1;
            continue;
        }
        // "Dunmore Ropes of Ulm"
        let headed = gloss.is_any_of(token, &[Trait::OrganisationHead, Trait::OrganisationKind]);
        let small = |at: usize| match gloss.word(at) {
            "the" | "and" | "for" | "our" | "de" | "del" | "la" | "da" | "do" | "du" | "des" => {
                true
            }
            "of" => headed,
            _ => false,
        };
        let joints = (end..last.min(end + 2)).take_while(|at| small(*at)).count();
        if joints == 0 || end + joints >= last || !gloss.is_capital(end + joints) {
            break;
        }
        end += joints + 1;
    }
    end
}

/// Whether the words behind the comma tell what kind of body it is: ", a charity that", ", the medicines regulator,".
fn is_apposed(gloss: &Gloss, end: usize) -> bool {
    const FAR: usize = 8;
    let opening = end + 1;
    let opens = matches!(gloss.word(opening), "a" | "an" | "the" | "its" | "one");
    let (_, last) = gloss.bounds(opening);
    let Some(told) = (opens && gloss.word(end) == ",")
        .then(|| phrase(gloss, opening, last.min(opening + FAR)))
        .flatten()
    else {
        return false;
    };
    let next = told.tokens.end;
    let goes_on = matches!(
        gloss.word(next),
        "," | "." | "that" | "which" | "with" | "("
    ) || gloss.is(next, Trait::Preposition);
    let body = told.what == What::Organisation || is_body_noun(gloss.word(told.head));
    body && gloss.case(told.head) == Case::Lower
        && gloss.is(told.head, Trait::OrganisationKind)
        && goes_on
}

/// Whether a noun that a person may be called by means a body more often.
pub(super) fn is_body_noun(noun: &str) -> bool {
    let nouns = [
        "regulator",
        "manufacturer",
        "supplier",
        "carrier",
        "insurer",
        "brewer",
        "lender",
        "retailer",
        "carmaker",
        "broadcaster",
    ];
    nouns.contains(&noun)
}

/// Whether the word before it tells what kind of body it is: "the charity Second Chance".
fn is_led(gloss: &Gloss, token: usize, end: usize) -> bool {
    let the = token > 0 && gloss.word(token - 1) == "the";
    let Some(noun) = token.checked_sub(1 + usize::from(the)) else {
        return false;
    };
    // "the charity Second Chance", but "the company Sailor Lee founded"
    let clause = gloss.case(end) == Case::Lower
        && !gloss.entry(end).is_grammar()
        && !gloss.is(end, Trait::Reports)
        && !gloss.word(end).ends_with("ed");
    gloss.case(noun) == Case::Lower
        && gloss.is(noun, Trait::OrganisationKind)
        && gloss.joins_next(noun)
        && !clause
}

/// Where the name of a body ends that opens at `token` and tells whom it is of: "the Nurses’ and Midwives’ Council", "Hull
/// Magistrates’ Court", "the Society of Rope and Twine Makers".
pub(super) fn members_end(gloss: &Gloss, token: usize) -> Option<usize> {
    if gloss.case(token) != Case::Capital
        || is_joined(gloss, token)
        || gloss.entry(token).is_grammar()
    {
        return None;
    }
    owned_end(gloss, token)
        .or_else(|| of_end(gloss, token))
        .or_else(|| joint_end(gloss, token))
}

/// "the Land and Justice Party"
fn joint_end(gloss: &Gloss, token: usize) -> Option<usize> {
    let the = token > 0 && gloss.word(token - 1).eq_ignore_ascii_case("the");
    let part = |at: usize| {
        let entry = gloss.entry(at);
        gloss.case(at) == Case::Capital
            && !entry.is_given()
            && !entry.is_any(&[
                Trait::OrganisationHead,
                Trait::OrganisationKind,
                Trait::Body,
                Trait::Demonym,
                Trait::Role,
                Trait::Calendar,
            ])
    };
    let (_, last) = gloss.bounds(token);
    let joint = token + 1;
    if !the || !part(token) || gloss.word(joint) != "and" || !part(joint + 1) {
        return None;
    }
    let head = (joint + 2..last.min(joint + 4)).find(|at| !part(*at))?;
    let body = gloss.is(head, Trait::OrganisationHead) && !gloss.is(head, Trait::Company);
    let whole = (token..head).all(|at| gloss.joins_next(at))
        && !gloss.is_capital(head + 1)
        && !gloss.is_genitive(head + 1);
    (body && gloss.is_capital(head) && whole).then_some(head + 1)
}

fn owned_end(gloss: &Gloss, token: usize) -> Option<usize> {
    let (_, last) = gloss.bounds(token);
    let mut end = token;
    let mut owners = 0;
    while end < last.min(token + LONGEST + 2) && (end == token || gloss.joins_next(end - 1)) {
        let owner = matches!(gloss.word(end), "’" | "'") && gloss.is_genitive(end);
        if owner && (owners > 0 || gloss.is(end - 1, Trait::People)) {
            owners += 1;
        } else if !gloss.is_capital(end)
            && (gloss.word(end) != "and" || !gloss.is_genitive(end - 1))
        {
            break;
        }
        end += 1;
    }
    let head = end.checked_sub(1)?;
    let body = gloss.is(head, Trait::OrganisationHead) && !gloss.is(head, Trait::Company);
    let odd = owners > 1 || (token..head).any(|word| gloss.word(word) == "Magistrates");
    (owners > 0 && odd && body && gloss.is_capital(head)).then_some(end)
}

fn of_end(gloss: &Gloss, token: usize) -> Option<usize> {
    const FEWEST: usize = 4;
    let the = token > 0 && gloss.word(token - 1).eq_ignore_ascii_case("the");
    let societies = [
        "Society",
        "Association",
        "Guild",
        "Union",
        "Federation",
        "League",
        "Fellowship",
        "Institute",
        "Confederation",
        "Brotherhood",
        "Alliance",
        "Company",
        "College",
        "Academy",
    ];
    if !the || !societies.contains(&gloss.word(token)) || gloss.word(token + 1) != "of" {
        return None;
    }
    let (_, last) = gloss.bounds(token);
    let item = |at: usize| {
        gloss.case(at) == Case::Capital
            && !gloss.is_any_of(at, &[Trait::Calendar, Trait::Body])
            && !gloss.entry(at).is_given()
    };
    let (mut end, mut listed, mut many) = (token + 2, false, false);
    while end < last.min(token + LONGEST + 2) && gloss.joins_next(end - 1) {
        let next = item(end + 1) && gloss.joins_next(end);
        if item(end) {
            many |= gloss.word(end).ends_with('s');
        } else if gloss.word(end) == "," && next && many {
            // "of Bakers, Millers and Maltsters"
            let and = (end + 2..last.min(end + 6)).find(|at| !item(*at) && gloss.word(*at) != ",");
            if and.is_none_or(|and| gloss.word(and) != "and") {
                break;
            }
            listed = true;
        } else if gloss.word(end) != "and" || !next || many && !listed {
            break;
        }
        end += 1;
    }
    let whole = end >= token + FEWEST && gloss.word(end - 1).ends_with(['s', 'f']);
    // "the Guild of Rope Makers of Orr"
    let placed = gloss.word(end) == "of" && gloss.joins_next(end - 1) && gloss.joins_next(end);
    if whole && placed && end + 1 < last && item(end + 1) && !gloss.is(end + 1, Trait::Role) {
        end += 2;
        while end < last && gloss.joins_next(end - 1) && item(end) {
            end += 1;
        }
    }
    whole.then_some(end)
}

#[cfg(test)]
mod tests {
    use crate::split::cast::mention::tests::case;

    #[test]
    fn told_by_the_noun_beside() {
        case("Second Chance, a charity, left.", &["body Second Chance"]);
        case(
            "It hurt the campaign group Stop the Mud.",
            &["body Stop the Mud"],
        );
        case(
            "The operator, Lineas del Orrun, left.",
            &["body Lineas del Orrun"],
        );
        case(
            "It hurt the charity Nine Pots and Pans.",
            &["body Nine Pots and Pans"],
        );
        case(
            "A Leeds charity, Blind Summit, left.",
            &["thing Leeds", "body Blind Summit"],
        );
        case("Yesterday, a company from Leeds left.", &["thing Leeds"]);
        case("Quillor, the mud regulator, left.", &["body Quillor"]);
    }

    #[test]
    fn told_by_whom_they_are_of() {
        case(
            "It hurt the Nurses’ and Midwives’ Council.",
            &["body Nurses’ and Midwives’ Council"],
        );
        case(
            "Orrun Magistrates’ Court left.",
            &["body Orrun Magistrates’ Court"],
        );
        case(
            "It hurt the Society of Rope and Tar Makers.",
            &["body Society of Rope and Tar Makers"],
        );
        case(
            "The Guild of Dutch Civilian Staff left.",
            &["body Guild of Dutch Civilian Staff"],
        );
        case(
            "It hurt the Land and Mud Party.",
            &["body Land and Mud Party"],
        );
        case(
            "It hurt the Guild of Bakers, Millers and Tuners.",
            &["body Guild of Bakers, Millers and Tuners"],
        );
    }
}
