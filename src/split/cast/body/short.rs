//! A short form: the first word of a body’s name, though somebody else bears it too.

use std::collections::HashMap;

use crate::split::cast::gloss::Gloss;
use crate::split::cast::member::Member;
use crate::split::cast::mention::{Mention, NameKind};
use crate::split::cast::name::key;

/// Gives the first word of a body’s name back to it where a person of that name is only named later: "Pell Partners … Pell
/// replied. … Ann Pell".
pub(super) fn short_forms(
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
