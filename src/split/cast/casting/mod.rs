//! Casting: which of an article’s mentions name the same person or thing.

mod family;
mod short;
mod whole;

use std::collections::HashMap;

use crate::split::cast::gloss::Gloss;
use crate::split::cast::lexicon::{self, Trait};
use crate::split::cast::member::Member;
use crate::split::cast::mention::{Mention, NameKind};
use crate::split::cast::name::{Name, key};
/// The members of an article's cast, and which of them each of `mentions` names; none for what is no name after all.
///
/// A run of capitals in a headline is cut into the names in it that the article knows.
pub(crate) fn casting(
    gloss: &Gloss,
    mentions: &mut Vec<Mention>,
) -> (Vec<Member>, Vec<Option<usize>>) {
    Casting::of(gloss, mentions)
}

struct Casting<'g, 'd> {
    gloss: &'g Gloss<'d>,
    members: Vec<Member>,
    /// Members by the last word of their names.
    by_last: HashMap<String, Vec<usize>>,
    /// Members by every other word of their names.
    by_word: HashMap<String, Vec<usize>>,
    /// For each member, the token of its last mention so far.
    last_named: Vec<usize>,
    /// For each member, how often a single word named it so far.
    named_shortly: Vec<usize>,
    /// For each title and family name, whom it named.
    by_title: HashMap<(String, String), usize>,
    /// Members by the initials of their names.
    by_initials: HashMap<String, Vec<usize>>,
}

impl<'g, 'd> Casting<'g, 'd> {
    fn of(gloss: &'g Gloss<'d>, mentions: &mut Vec<Mention>) -> (Vec<Member>, Vec<Option<usize>>) {
        let mut casting = Self {
            gloss,
            members: Vec::new(),
            by_last: HashMap::new(),
            by_word: HashMap::new(),
            last_named: Vec::new(),
            named_shortly: Vec::new(),
            by_title: HashMap::new(),
            by_initials: HashMap::new(),
        };
        family::share_names(gloss, mentions);
        // Whole names first, wherever they stand: a short one may come before the whole.
        let mut placed: Vec<Option<usize>> = mentions
            .iter()
            .map(|mention| {
                let whole = mention.name.words.len() > 1 && !mention.doubtful;
                whole.then(|| casting.place_whole(mention))
            })
            .collect();
        if mentions.iter().any(|mention| mention.headline) {
            let uncut = std::mem::take(mentions);
            let uncut_placed = std::mem::take(&mut placed);
            for (mention, member) in uncut.into_iter().zip(uncut_placed) {
                let pieces = casting.names_in_headline(mention);
                placed.resize(placed.len() + pieces.len(), member);
                mentions.extend(pieces);
            }
        }
        casting.last_named.fill(0);
        let mut members = Vec::with_capacity(placed.len());
        for (mention, member) in mentions.iter().zip(placed) {
            let member = member.or_else(|| casting.place_rest(mention));
            if let Some(member) = member {
                casting.last_named[member] = mention.tokens.start + 1;
                casting.named_shortly[member] += usize::from(mention.name.words.len() == 1);
            }
            members.push(member);
        }
        (casting.members, members)
    }

    fn place_whole(&mut self, mention: &Mention) -> usize {
        let same = self.same_whole(&mention.name, mention);
        match same
            .or_else(|| self.within(&mention.name, mention))
            .or_else(|| self.opened_by(mention))
            .or_else(|| self.body_shortened(mention))
            .or_else(|| self.cut_short(mention))
        {
            Some(member) => {
                self.take_in(member, mention);
                member
            }
            None => self.add(mention),
        }
    }

    fn take_in(&mut self, member: usize, mention: &Mention) {
        self.members[member].add(self.gloss, mention);
        self.register(member, &mention.name);
        if let Some((title, family)) = self.title_key(mention) {
            self.by_title.entry((title, family)).or_insert(member);
        }
    }

    fn add(&mut self, mention: &Mention) -> usize {
        let member = self.members.len();
        self.members.push(Member::new(mention.kind));
        self.last_named.push(0);
        self.named_shortly.push(0);
        self.take_in(member, mention);
        member
    }

    fn register(&mut self, member: usize, name: &Name) {
        /// How short the first half of a double name may be that stands for it alone.
        const SHORTEST: usize = 3;
        let Some((last, others)) = name.keys().split_last() else {
            return;
        };
        if name.words.len() > 1 {
            for letters in initials(name) {
                let of_letters = self.by_initials.entry(letters).or_default();
                if of_letters.last() != Some(&member) {
                    of_letters.push(member);
                }
            }
        }
        // "Mr. Hamdani" is Abu Bakr al-Hamdani.
        let bare = last.split_once('-').filter(|(article, _)| {
            ["al", "el", "ad", "as", "ar", "at", "an", "ash", "az"].contains(article)
        });
        for last in [Some(last.as_str()), bare.map(|(_, bare)| bare)]
            .into_iter()
            .flatten()
        {
            let of_last = self.by_last.entry(last.to_owned()).or_default();
            if !of_last.contains(&member) {
                of_last.push(member);
            }
        }
        // "Gonzaga", and "Yap" as well, is Teresita Yap-Gonzaga.
        let person = self.members[member].kind == NameKind::Person;
        let halves = (last.rsplit_once('-')).filter(|_| person && !others.is_empty());
        let first = halves.filter(|(first, _)| first.chars().count() >= SHORTEST);
        let first = first.map(|(first, _)| first.to_owned());
        let second = halves.map(|(_, second)| second.to_owned());
        let others = others.iter().filter(|word| word.chars().count() > 1);
        for word in others.chain(name.nickname()).chain(&second).chain(&first) {
            let of_word = self.by_word.entry(word.clone()).or_default();
            if !of_word.contains(&member) {
                of_word.push(member);
            }
        }
    }

    fn title_key(&self, mention: &Mention) -> Option<(String, String)> {
        let title = mention.title.clone().rev().find_map(|token| {
            let entry = self.gloss.entry(token);
            let title = || entry.is(Trait::Title).then(|| key(self.gloss.word(token)));
            entry.role.map(str::to_owned).or_else(title)
        })?;
        Some((title, mention.name.keys().last()?.clone()))
    }

    /// A name of one word, or one whose capitals prove nothing.
    fn place_rest(&mut self, mention: &Mention) -> Option<usize> {
        let member = if mention.name.words.len() > 1 {
            self.same_whole(&mention.name, mention)
                .or_else(|| self.shortened(mention))
        } else {
            self.one_word(mention)
        };
        if let Some(member) = member {
            self.take_in(member, mention);
            return Some(member);
        }
        // A headline's run of capitals is seldom one name, and a title none at all.
        let title = || {
            let entry = lexicon::entry(&mention.name.keys()[0]);
            entry.is_any(&[Trait::Role, Trait::People, Trait::Demonym])
                || entry.is(Trait::OrganisationKind) && !entry.is(Trait::Body)
        };
        if mention.doubtful && (mention.name.words.len() > 1 || title()) {
            return None;
        }
        Some(self.add(mention))
    }

    /// The names in a headline's run of capitals: those that are known, and what opens with a given name.
    fn names_in_headline(&self, mention: Mention) -> Vec<Mention> {
        let words = mention.name.words.len();
        if !mention.headline || words < 2 || mention.title.end + words != mention.tokens.end {
            return vec![mention];
        }
        let keys = mention.name.keys();
        let known = |from: usize, to: usize| {
            let of_last = self.by_last.get(&keys[to - 1]);
            of_last.is_some_and(|members| {
                members.iter().any(|member| {
                    let names = &self.members[*member].names;
                    names
                        .iter()
                        .any(|name| name.keys().ends_with(&keys[from..to]))
                })
            })
        };
        let given = |from: usize| {
            let entry = lexicon::entry(&keys[from]);
            let next = keys.get(from + 1).map(|next| lexicon::entry(next));
            entry.is_given()
                && next.is_some_and(|next| !next.is_grammar() && !next.is(Trait::Reports))
        };
        let mut pieces = Vec::new();
        let mut from = 0;
        while from < words {
            let longest = (from + 1..=words.min(from + 5))
                .rev()
                .find(|to| known(from, *to));
            let whole_given = || {
                let small = keys[from + 1..]
                    .iter()
                    .take_while(|key| lexicon::entry(key).is(Trait::Particle))
                    .count();
                words.min(from + 2 + small)
            };
            let Some(to) = longest.or_else(|| given(from).then(whole_given)) else {
                from += 1;
                continue;
            };
            if from == 0 && to == words {
                let doubtful = false;
                return vec![Mention {
                    doubtful,
                    ..mention
                }];
            }
            let start = mention.title.end + from;
            pieces.push(Mention {
                tokens: start..start + (to - from),
                title: start..start,
                name: Name::new(mention.name.words[from..to].iter().map(String::as_str)),
                kind: if to - from > 1 {
                    NameKind::Person
                } else {
                    NameKind::Unknown
                },
                doubtful: to - from == 1,
                headline: true,
            });
            from = to;
        }
        if pieces.is_empty() {
            vec![mention]
        } else {
            pieces
        }
    }
}

/// The first letters of the words of a name, the small words counted or not.
fn initials(name: &Name) -> [String; 2] {
    [false, true].map(|small| {
        name.words
            .iter()
            .filter(|word| small || word.starts_with(char::is_uppercase))
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_lowercase)
            .collect()
    })
}

const OWN_NAMES: [&str; 6] = ["house", "senate", "congress", "parliament", "state", "hill"];

#[cfg(test)]
mod tests {
    use crate::split::cast::tests::case;

    #[test]
    fn longer_and_shorter_names_of_one() {
        case(
            "Ximena Orr Huenchur runs a shed. “No,” Ximena Orr said.",
            &[("|Ximena Orr| said", "Ximena Orr Huenchur")],
        );
        case(
            "Maudie Pell carved heads. She was born Maud Evelyn Pell in Orr.",
            &[("|Maudie Pell| carved", "Maud Evelyn Pell")],
        );
        case(
            "The Royal Heraldic Office met. “No,” the Heraldic Office said.",
            &[("|the Heraldic Office| said", "Royal Heraldic Office")],
        );
        case(
            "The Royal Bank of Orr met. The Bank of Orr slept.",
            &[("|The Bank of Orr| slept", "Bank of Orr")],
        );
        case(
            "J. Q. St. Cyr Sr. threw it. His son, J. Q. St. Cyr Jr., knew. “No,” said the younger St. Cyr.",
            &[("|the younger St. Cyr|.", "J. Q. St. Cyr Jr.")],
        );
    }

    #[test]
    fn family_names_in_the_midst() {
        case(
            "Wyclor Omorr Adhorr tunes. “No,” Mr. Omorr said.",
            &[("|Mr. Omorr| said", "Wyclor Omorr Adhorr")],
        );
        case(
            "Eleutorr Pizorr Manque tunes. “No,” Pizorr said.",
            &[("|Pizorr| said", "Eleutorr Pizorr Manque")],
        );
        case(
            "Abu Bakr al-Orr tunes. “No,” Mr. Orr said.",
            &[("|Mr. Orr| said", "Abu Bakr al-Orr")],
        );
    }

    #[test]
    fn two_of_one_family() {
        case(
            "Kit Orr, 16, was shut in. His mother, Oluwa Orr, waited. “No,” Mrs Orr said.",
            &[("|Mrs Orr| said", "Oluwa Orr")],
        );
        case(
            "Evelyn Orr wants to sell. Her brother Sasha Orr does not. “No,” Mr. Orr said.",
            &[("|Mr. Orr| said", "Sasha Orr")],
        );
        case(
            "Suprihorr sews. The form made her Suprihorr Suprihorr. “No,” she said.",
            &[("|she| said", "Suprihorr")],
        );
    }

    #[test]
    fn given_names_that_are_places() {
        case(
            "Jordan Tarn lives in Jordan. “No,” Jordan told us.",
            &[("|Jordan| told", "Jordan Tarn")],
        );
    }

    #[test]
    fn names_of_one_word() {
        case(
            "“It is a neck,” says Morayo – she has no other name – and laughs. “No,” she says.",
            &[("|she| says", "Morayo")],
        );
        case(
            "The chairman, Sunday Friday Etuk, rose. “No,” Etuk said.",
            &[("|Etuk| said", "Sunday Friday Etuk")],
        );
    }
}
