//! A family name that two share, written once: "Elin and Ann Berg".

use std::collections::{HashMap, HashSet};

use super::short::speaks_of_family;
use crate::split::cast::gloss::Gloss;
use crate::split::cast::lexicon;
use crate::split::cast::mention::{Mention, NameKind};
use crate::split::cast::name::Name;

/// Gives the first of two of one family the name that the second brings: "the sisters Ann and Joan Lee".
///
/// Where nothing tells of kin, the first is none of them who is known by another family name, or by the one word alone
/// before: "Adele and Ann Lee".
pub(super) fn share_names(gloss: &Gloss, mentions: &mut [Mention]) {
    let named_whole: HashSet<String> = mentions
        .iter()
        .filter(|mention| mention.name.words.len() > 1)
        .filter_map(|mention| mention.name.keys().first().cloned())
        .collect();
    let mut named_alone: HashMap<String, usize> = HashMap::new();
    for mention in mentions.iter().filter(|mention| !mention.headline) {
        if let [only] = mention.name.keys() {
            let first = named_alone.entry(only.clone());
            first.or_insert(mention.tokens.start);
        }
    }
    for nth in 1..mentions.len() {
        let (first, second) = (&mentions[nth - 1], &mentions[nth]);
        let joined = second.tokens.start == first.tokens.end + 1
            && matches!(gloss.word(first.tokens.end), "and" | "&");
        let whole = second.title.is_empty() && given_words(&second.name) > 0;
        let bare = first.title.is_empty() && given_words(&first.name) == first.name.words.len();
        if !joined || !bare || !whole || first.name.words.is_empty() {
            continue;
        }
        let family = &second.name.words[given_words(&second.name)..];
        let key = &first.name.keys()[0];
        let new = || {
            !named_whole.contains(key)
                && named_alone.get(key).is_none_or(|start| *start >= first.tokens.start)
                && !lexicon::entry(key).is_place()
        };
        let kin = || speaks_of_family(gloss, first.tokens.start);
        if family.is_empty() || !(new() || kin()) {
            continue;
        }
        let words = first.name.words.iter().chain(family).map(String::as_str);
        let name = Name::new(words.collect::<Vec<_>>());
        let first = &mut mentions[nth - 1];
        first.name = name;
        first.kind = NameKind::Person;
        first.doubtful = false;
    }
}

/// How many words that a name opens with are its given names: two of "Mary Beth Orr", one of "Ann Lee".
fn given_words(name: &Name) -> usize {
    // What stands second in double given names, and is seldom a family name.
    const SECOND: [&str; 14] = [
        "beth", "sue", "kate", "jo", "joe", "bob", "mae", "lou", "ann", "anne", "marie", "jane", "anna",
        "maria",
    ];
    let keys = name.keys();
    let given = |nth: usize| keys.get(nth).is_some_and(|key| lexicon::entry(key).is_given());
    let double = keys.get(1).is_some_and(|second| SECOND.contains(&second.as_str()));
    usize::from(given(0)) + usize::from(given(0) && double)
}

#[cfg(test)]
mod tests {
    use crate::split::cast::tests::case;

    #[test]
    fn two_who_share_a_name() {
        for pair in [
            "It was found by Elin and Ann Orrman.",
            "Elin & Ann Orrman found it.",
            "It was found by Elin and Ann Orrman. The twins, 38, left.",
        ] {
            case(
                &format!("{pair} “No,” Elin said."),
                &[("|Elin| said", "Elin Orrman")],
            );
        }
        case(
            "It was found by Anna Kate and Mary Beth Orrman. “No,” said Anna Kate.",
            &[("said |Anna Kate|", "Anna Kate Orrman")],
        );
    }

    #[test]
    fn two_of_whom_one_is_another() {
        case(
            "Elin Pell sings. It was found by Elin and Ann Orrman. “No,” Elin said.",
            &[("|Elin| said", "Elin Pell")],
        );
        case(
            "The song is by Elin. It was found by Elin and Ann Orrman. “No,” Elin said.",
            &[("|Elin| said", "Elin")],
        );
    }
}
