//! What somebody is called by the pronoun right behind the name, where nobody else can be meant: "Dima Orr said her van".

use std::collections::HashMap;

use super::coreference::third_person;
use super::gloss::{Case, Gloss};
use super::lexicon::Trait;
use super::member::Member;
use super::mention::{Mention, NameKind};
use super::place::place;
use super::reference::Place;

/// How far behind the name a pronoun is looked for.
const FAR: usize = 40;

/// Tells the members what the pronouns right behind their names say of their gender.
pub(super) fn tell_gender(
    gloss: &Gloss,
    mentions: &[Mention],
    named: &[Option<usize>],
    members: &mut [Member],
) {
    let mut votes: HashMap<usize, [usize; 2]> = HashMap::new();
    for (nth, (mention, member)) in mentions.iter().zip(named).enumerate() {
        let Some(member) = *member else { continue };
        if members[member].kind != NameKind::Person
            || gloss.quotation(mention.tokens.start).is_some()
        {
            continue;
        }
        let (subject, _) = place(gloss, &mention.tokens);
        if subject != Place::Subject {
            continue;
        }
        let other = mentions[nth + 1..]
            .iter()
            .zip(&named[nth + 1..])
            .take_while(|(other, _)| other.tokens.start < mention.tokens.end + FAR)
            .find(|(_, other)| {
                other.is_some_and(|other| other != member && members[other].may_be_person())
            });
        let end = other.map_or(gloss.len(), |(other, _)| other.tokens.start);
        if let Some(he) = pronoun_behind(gloss, mention.tokens.end, end) {
            votes.entry(member).or_default()[usize::from(he)] += 1;
        }
    }
    for (member, [she, he]) in votes {
        if she.min(he) > 0 {
            continue;
        }
        let gender = &mut members[member].gender;
        if gender.may_be_mistaken(he > 0) && he.max(she) > 1 {
            gender.correct(he > 0);
        } else {
            gender.learn_pronoun(he > 0);
        }
    }
}

/// The first pronoun behind a name that is a subject, if nobody else is spoken of between.
fn pronoun_behind(gloss: &Gloss, from: usize, end: usize) -> Option<bool> {
    let (_, last) = gloss.bounds(from - 1);
    // "Lee sat. She"
    let goes_on = last < gloss.len()
        && gloss.paragraph(last) == gloss.paragraph(from - 1)
        && gloss.quotation(last).is_none();
    let reach = (last + usize::from(goes_on)).min(end).min(from + FAR);
    for token in from..reach {
        if gloss.quotation(token).is_some() {
            continue;
        }
        let word = gloss.word(token);
        if let Some(he) = third_person(word) {
            let next = gloss.entry(token + 1);
            let owns = gloss.case(token + 1) == Case::Lower && !next.is_grammar();
            let object = matches!(word, "him" | "Him") || matches!(word, "her" | "Her") && !owns;
            return (!object).then_some(he);
        }
        // "a nurse from Leeds" behind the comma is the same one; other people are not.
        let role = gloss.is(token, Trait::Role) && gloss.case(token) == Case::Lower;
        let apposed = gloss.word(from) == "," && token < from + 8;
        if role && !apposed || gloss.is(token, Trait::People) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::split::cast::tests::case;

    #[test]
    fn what_pronouns_tell() {
        let met = |van: &str| {
            format!(
                "Dima Orr sold {van} van. Dima Orr lost {van} shed.\n\nAnn Lee was away. Dima Orr rang Bo Mall. “No,” she said."
            )
        };
        case(&met("her"), &[("|she| said", "Dima Orr")]);
        case(&met("the"), &[("|she| said", "Ann Lee")]);
    }
}
