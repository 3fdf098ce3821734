//! A family name that two share, written once: "Elin and Ann Berg".

use std::collections::HashMap;

use super::short::speaks_of_family;
use crate::split::cast::gloss::{Case, Gloss};
use crate::split::cast::lexicon::{self, Trait};
use crate::split::cast::mention::{Mention, NameKind};
use crate::split::cast::name::Name;

/// Gives the first of two of one family the name that the second brings: "the sisters Ann and Joan Lee".
///
/// Where nothing tells of kin, the first is none of them who is known by another family name, or by the one word alone
/// before: "Adele and Ann Lee".
pub(super) fn share_names(gloss: &Gloss, mentions: &mut [Mention]) {
    let known = Known::of(mentions);
    let mut shared = None;
    for nth in (1..mentions.len()).rev() {
        let (first, second) = (&mentions[nth - 1], &mentions[nth]);
        let joint = gloss.word(first.tokens.end);
        // "Tom, Will and Eddie Orr"
        let joined = second.tokens.start == first.tokens.end + 1
            && (matches!(joint, "and" | "&") || joint == "," && shared == Some(nth));
        // "Brothers Tom and Will Orr"
        let of_both = first
            .title
            .clone()
            .all(|token| gloss.is(token, Trait::People));
        let named = of_both && second.title.is_empty();
        if !joined || !named {
            continue;
        }
        let kin = || speaks_of_family(gloss, first.tokens.start);
        let new = || known.is_new(first);
        let (given, family) = given_words(&second.name, &first.name);
        let bare = given > 0 && given_words(&first.name, &second.name).1.is_empty();
        let family = if bare && (new() || kin()) {
            family
        } else if shared == Some(nth)
            || first.name.words.len() < second.name.words.len() && new() && kin()
        {
            // "the sisters Tavi and Neru Orr": given names that no list knows.
            unknown_family(&first.name, &second.name)
        } else {
            &[]
        };
        if family.is_empty() {
            continue;
        }
        let family = family.to_vec();
        mentions[nth - 1].take_family(&family);
        shared = Some(nth - 1);
    }
    of_siblings(gloss, mentions, &known);
    of_kin(gloss, mentions);
}

/// "The Orr sisters row. Ann steers, Bo pulls.": who is named right behind by given names alone has their name.
fn of_siblings(gloss: &Gloss, mentions: &mut [Mention], known: &Known) {
    const SENTENCES: usize = 2;
    const MOST: usize = 3;
    for nth in 0..mentions.len() {
        let Mention { tokens, name, .. } = &mentions[nth];
        let siblings = ["sisters", "brothers", "siblings", "twins", "triplets"];
        let family = name.words.len() == 1
            && siblings.contains(&gloss.word(tokens.end))
            && tokens.start > 0
            && gloss.word(tokens.start - 1).eq_ignore_ascii_case("the");
        if !family {
            continue;
        }
        let sentence = gloss.sentence(tokens.start);
        let family = name.words.clone();
        let mut named: Vec<String> = Vec::new();
        for mention in &mut mentions[nth + 1..] {
            let near = gloss.sentence(mention.tokens.start) - sentence <= SENTENCES;
            let [given] = mention.name.keys() else {
                continue;
            };
            let again = named.contains(given);
            if !again && (!near || named.len() == MOST) {
                break;
            }
            let first = again || is_given_here(gloss, mention) && known.is_new(mention);
            if first && mention.title.is_empty() {
                named.push(given.clone());
                mention.take_family(&family);
            }
        }
    }
}

/// Whether the only word of a name is a given name, or may be one that no list knows: who bears it does something.
fn is_given_here(gloss: &Gloss, mention: &Mention) -> bool {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let known = gloss.entry(start);
    let led = start
        .checked_sub(1)
        .is_some_and(|before| gloss.is(before, Trait::Preposition));
    let acts = gloss.case(end) == Case::Lower && !gloss.entry(end).is_grammar();
    known.is_given() || known == lexicon::Entry::default() && acts && !led
}

/// "Ann Orr swam. Her husband, Roy, dived. … Mr Orr": he is the only one whom that can mean, and so has the name.
fn of_kin(gloss: &Gloss, mentions: &mut [Mention]) {
    const BACK: usize = 6;
    for nth in 1..mentions.len() {
        let mention = &mentions[nth];
        let start = mention.tokens.start;
        let noun = start.saturating_sub(1 + usize::from(gloss.word(start - 1) == ","));
        let he = match gloss.word(noun) {
            "husband" | "son" | "brother" | "father" => true,
            "wife" | "daughter" | "sister" | "mother" => false,
            _ => continue,
        };
        let owned = matches!(
            gloss.word(noun - 1),
            "his" | "her" | "His" | "Her" | "their" | "Their"
        );
        if !owned || mention.name.words.len() != 1 || !mention.title.is_empty() {
            continue;
        }
        let titles: &[&str] = if he {
            &["Mr", "Mr."]
        } else {
            &["Mrs", "Mrs.", "Ms", "Ms."]
        };
        let owners = mentions[nth.saturating_sub(BACK)..nth].iter().rev();
        let family = owners.clone().find_map(|owner| {
            let (given, family) = given_words(&owner.name, &owner.name);
            (given > 0 && !family.is_empty()).then_some(family)
        });
        let Some(family) = family.map(<[String]>::to_vec) else {
            continue;
        };
        let key = Name::new(family.iter().map(String::as_str).collect::<Vec<_>>());
        let called = mentions[nth + 1..].iter().any(|other| {
            other.name.keys() == key.keys() && titles.contains(&gloss.word(other.title.start))
        });
        let sex = if he {
            Trait::GivenMan
        } else {
            Trait::GivenWoman
        };
        let another = mentions.iter().any(|other| {
            let keys = other.name.keys();
            keys.len() > key.keys().len()
                && keys.ends_with(key.keys())
                && lexicon::entry(&keys[0]).is(sex)
        });
        if called && !another {
            mentions[nth].take_family(&family);
        }
    }
}

impl Mention {
    fn take_family(&mut self, family: &[String]) {
        let words = self.name.words.iter().chain(family).map(String::as_str);
        self.name = Name::new(words.collect::<Vec<_>>());
        self.kind = NameKind::Person;
        self.doubtful = false;
    }
}

/// Whom the article names by a given name.
struct Known {
    /// By the first word of longer names, whether all of them are of two words and the same.
    whole: HashMap<String, Option<Vec<String>>>,
    /// By names of one word, where the first stands outside headlines.
    alone: HashMap<String, usize>,
}

impl Known {
    fn of(mentions: &[Mention]) -> Self {
        let (mut whole, mut alone) = (HashMap::new(), HashMap::new());
        for mention in mentions {
            match mention.name.keys() {
                [only] if !mention.headline => {
                    alone.entry(only.clone()).or_insert(mention.tokens.start);
                }
                [first, _, ..] => {
                    let keys = mention.name.keys().to_vec();
                    let of_first = whole.entry(first.clone()).or_insert(Some(keys));
                    if of_first.as_deref() != Some(mention.name.keys()) {
                        *of_first = None;
                    }
                }
                _ => {}
            }
        }
        Self { whole, alone }
    }

    /// Whether who is named by given names alone is known by nothing else, and no place.
    fn is_new(&self, mention: &Mention) -> bool {
        let keys = mention.name.keys();
        let [first, ..] = keys else { return false };
        let alone = self.alone.get(first);
        let whole = self.whole.get(first);
        alone.is_none_or(|start| *start >= mention.tokens.start)
            && whole.is_none_or(|whole| whole.as_deref() == Some(keys))
            && !lexicon::entry(first).is_place()
    }
}

/// How many words that `name` opens with are its given names, and the words behind them: two of "Mary Beth Orr", one of
/// "Ann Lee".
fn given_words<'n>(name: &'n Name, beside: &Name) -> (usize, &'n [String]) {
    // What stands second in double given names, and is seldom a family name.
    const SECOND: [&str; 14] = [
        "beth", "sue", "kate", "jo", "joe", "bob", "mae", "lou", "ann", "anne", "marie", "jane",
        "anna", "maria",
    ];
    let given = |name: &Name, nth: usize| {
        let key = name.keys().get(nth);
        key.is_some_and(|key| lexicon::entry(key).is_given())
    };
    let two = |name: &Name| given(name, 0) && given(name, 1);
    let second = name.keys().get(1).map_or("", String::as_str);
    // "Peggy Sue and John Henry Orr"
    let alike = two(name) && two(beside) && name.words.len().max(beside.words.len()) > 2;
    // "Siv and Leif Arne Vik"
    let middle = name.words.len() == 3 && two(name) && !given(name, 2);
    let words = match given(name, 0) {
        true if alike || middle || given(name, 1) && SECOND.contains(&second) => 2,
        true => 1,
        false => 0,
    };
    (words, &name.words[words..])
}

/// The family name of two who are kin, `first` without it, where their given names may be unknown.
fn unknown_family<'n>(first: &Name, second: &'n Name) -> &'n [String] {
    let unknown = |key: &String| {
        let known = lexicon::entry(key);
        known == lexicon::Entry::default() || known.is_given()
    };
    let known = !first.keys().iter().chain(second.keys().last()).all(unknown);
    // "Karin Orr and Britta Orr Moe": a whole name by itself.
    let whole = matches!(first.keys(), [_, family] if second.keys().contains(family));
    let known = known || whole;
    let words = second.words.len();
    if known || first.words.len() > 2 || !(2..=3).contains(&words) {
        return &[];
    }
    &second.words[words - 1..]
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
            "The Elin sank. It was found by Elin and Ann Orrman. The twins, 38, left.",
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
        case(
            "It was found by Siv and Leif Arne Orrman. “No,” said Siv.",
            &[("said |Siv|", "Siv Orrman")],
        );
    }

    #[test]
    fn more_of_one_family() {
        case(
            "Tom, Will and Eddie Orrman found it. “No,” Tom said.",
            &[("|Tom| said", "Tom Orrman")],
        );
        case(
            "The Orrman sisters row. Hanna steers and Zofia pulls. “No,” Hanna said.",
            &[("|Hanna| said", "Hanna Orrman")],
        );
        case(
            "The head is Gareth Orrman. His deputy is his wife, Bethan. “No,” Mrs Orrman said.",
            &[("|Mrs Orrman| said", "Bethan Orrman")],
        );
    }

    #[test]
    fn kin_of_given_names_that_no_list_knows() {
        case(
            "Neruv, Tovv and Nhivv Orrman are brothers. “No,” Neruv said. “Yes,” said Tovv.",
            &[
                ("|Neruv| said", "Neruv Orrman"),
                ("said |Tovv|", "Tovv Orrman"),
            ],
        );
    }

    #[test]
    fn whole_names_beside_longer_ones() {
        case(
            "His daughters, Karin Orrman and Britta Orrman Pell, wept. “No,” Karin Orrman said. “Yes,” Pell said.",
            &[
                ("|Karin Orrman| said", "Karin Orrman"),
                ("|Pell| said", "Britta Orrman Pell"),
            ],
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
