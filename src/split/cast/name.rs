//! A name: its words without titles, and when two of them are the name of one.

use super::lexicon::{self, Trait};

/// The words of a name as the article writes it once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Name {
    /// Without titles, nickname and suffix, as written.
    pub(crate) words: Vec<String>,
    /// The same in lower case, without dots.
    keys: Vec<String>,
    /// "Jr.", "III"
    pub(crate) suffix: Option<String>,
    /// What stands in quotation marks inside it.
    nickname: Option<String>,
}

impl Name {
    /// The name of these words, in order; a generational suffix at the end is told from them.
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut of_name: Vec<String> = Vec::new();
        for word in words {
            match of_name.last_mut() {
                // "ada m. orr"
                Some(initial) if word == "." => initial.push('.'),
                _ => of_name.push(word.to_owned()),
            }
        }
        let mut words = of_name;
        let suffix = if words.len() > 1 && words.last().is_some_and(|word| is_suffix(word)) {
            words.pop()
        } else {
            None
        };
        let mut keys: Vec<String> = words.iter().map(|word| key(word)).collect();
        // "Fumi-san" is Orr Fumi.
        if let [only] = &mut keys[..]
            && let Some((bare, "san" | "sama" | "sensei" | "nim" | "ji")) = only.rsplit_once('-')
        {
            *only = bare.to_owned();
        }
        Self {
            keys,
            words,
            suffix,
            nickname: None,
        }
    }

    /// The same name with what its bearer is called between quotation marks.
    pub(crate) fn with_nickname(mut self, nickname: &str) -> Self {
        self.nickname = Some(key(nickname));
        self
    }

    /// What its bearer is called between quotation marks or brackets, as it is compared.
    pub(crate) fn nickname(&self) -> Option<&String> {
        self.nickname.as_ref()
    }

    /// Its words in lower case, without dots.
    pub(crate) fn keys(&self) -> &[String] {
        &self.keys
    }

    /// How it is written, with its suffix.
    pub(crate) fn full(&self) -> String {
        let mut full = self.words.join(" ");
        if let Some(suffix) = &self.suffix {
            full.push(' ');
            full.push_str(suffix);
        }
        full
    }

    /// How much it tells: opening with a given name, words that are no initials, a given name that is no short form.
    pub(crate) fn fullness(&self) -> (bool, usize, bool, bool) {
        let spelled = self
            .keys
            .iter()
            .filter(|key| key.chars().count() > 1)
            .count();
        let upper = self
            .words
            .iter()
            .all(|word| !word.chars().any(char::is_lowercase));
        let short = self
            .keys
            .first()
            .is_some_and(|given| !lexicon::full_forms(given).is_empty());
        // "Ohioan Ann Lee" is no fuller than "Ann Lee".
        let given = self.keys.len() > 1
            && self.keys.first().is_some_and(|first| {
                // "De Kock" is the end of a name.
                let particle = lexicon::entry(first).is(Trait::Particle) || first == "te";
                first.chars().count() <= 2 && !particle
                    || !(particle && self.keys.len() > 2)
                        && first
                            .split('-')
                            .any(|part| part.len() > 2 && lexicon::entry(part).is_given())
                    || self.keys.len() == 2 && !upper && !particle
            });
        (
            given,
            spelled + usize::from(self.suffix.is_some()),
            !upper,
            !short,
        )
    }

    /// Whether it is `shorter` with more words before it that belong to it, as far as they tell, or with some on both sides.
    pub(crate) fn goes_on_before(&self, shorter: &Self) -> bool {
        const MOST: usize = 5;
        let within = |start: &usize| self.keys[*start..].starts_with(&shorter.keys);
        let Some(more) = (1..=MOST.min(self.keys.len())).find(within) else {
            return false;
        };
        // "Mac Giolla Rua" opens with no given name.
        let whole = |name: &str| {
            let entry = lexicon::entry(name);
            entry.is_given() && !entry.is(Trait::Particle) && !shorter.is_gaelic_family()
        };
        let belongs = |word: &String| {
            let entry = lexicon::entry(word);
            word.chars().count() > 1
                && !entry.is_place()
                && !entry.is_any(&[
                    Trait::Role,
                    Trait::Demonym,
                    Trait::Generic,
                    Trait::OrganisationHead,
                    Trait::Opener,
                    Trait::Thing,
                ])
        };
        let family_first = || {
            self.keys
                .first()
                .is_some_and(|first| FAMILY_FIRST.contains(&first.as_str()))
        };
        let particle = |word: &String| lexicon::entry(word).is(Trait::Particle);
        let whole_before = more <= 2 || self.keys[..more].iter().any(particle);
        let opens = |first: &String| whole_before || lexicon::entry(first).is_given();
        shorter.keys.len() > 1
            && self.keys.first().is_some_and(opens)
            && (family_first() || !shorter.keys.first().is_some_and(|first| whole(first)))
            && self.keys[..more].iter().all(belongs)
    }

    /// Whether it opens as Gaelic family names do: "Mac Giolla Rua", "Nic an tSaoir".
    fn is_gaelic_family(&self) -> bool {
        let mut keys = self.keys.iter().map(String::as_str);
        matches!(keys.next(), Some("mac" | "mag" | "nic"))
            && matches!(keys.next(), Some("giolla" | "an" | "a" | "con" | "conmara"))
    }

    /// Whether it opens with the small word of a family name: "St. Cyr-Orr", "van der Orr".
    fn is_family_alone(&self) -> bool {
        let first = self.keys.first();
        first.is_some_and(|first| lexicon::entry(first).is(Trait::Particle))
    }

    /// Whether a person may bear both: the same family name, given names that agree.
    pub(crate) fn is_same_person(&self, other: &Self) -> bool {
        if let (Some(mine), Some(theirs)) = (&self.suffix, &other.suffix)
            && key(mine) != key(theirs)
        {
            return false;
        }
        if self.suffix.is_some() != other.suffix.is_some()
            && self.keys.len() > 1
            && other.keys.len() > 1
            && !self.is_family_alone()
            && !other.is_family_alone()
        {
            // Who writes both in full means a father and a son.
            return false;
        }
        let (Some((my_last, mine)), Some((their_last, theirs))) =
            (self.keys.split_last(), other.keys.split_last())
        else {
            return false;
        };
        if my_last != their_last {
            return false;
        }
        if mine.is_empty() || theirs.is_empty() {
            return true;
        }
        if self.keys.ends_with(&other.keys) || other.keys.ends_with(&self.keys) {
            return true;
        }
        // "von Orr" of "Ada von und zu Orr"
        let small = |name: &Self| {
            let mut before = name.words.iter().rev().skip(1);
            before.all(|word| word.starts_with(char::is_lowercase))
        };
        if small(self) || small(other) {
            return true;
        }
        let firsts_agree = is_same_given(&mine[0], &theirs[0])
            || self
                .nickname
                .as_ref()
                .is_some_and(|nick| *nick == theirs[0])
            || other.nickname.as_ref().is_some_and(|nick| *nick == mine[0])
            || is_initials_of(&mine[0], theirs)
            || is_initials_of(&theirs[0], mine);
        let (mine, theirs) = (&mine[1..], &theirs[1..]);
        let middles_agree = mine.is_empty()
            || theirs.is_empty()
            || mine
                .iter()
                .any(|m| theirs.iter().any(|t| is_same_given(m, t)));
        firsts_agree && middles_agree
    }
}

/// Family names that stand before the given names: Chinese, Korean and Vietnamese ones.
const FAMILY_FIRST: [&str; 74] = [
    "nguyen", "nguyễn", "tran", "trần", "le", "lê", "pham", "phạm", "hoang", "hoàng", "phan", "vu",
    "vũ", "dang", "đặng", "bui", "bùi", "do", "đỗ", "ngo", "ngô", "duong", "dương", "vuong", "kim",
    "park", "choi", "jung", "kang", "cho", "yoon", "jang", "lim", "han", "seo", "kwon", "bae",
    "noh", "tan", "lee", "wong", "chan", "chen", "wang", "li", "zhang", "liu", "yang", "huang",
    "zhao", "wu", "zhou", "xu", "sun", "ma", "zhu", "lin", "guo", "ng", "ho", "cheung", "yip",
    "tse", "lau", "leung", "lam", "chow", "goh", "ong", "teo", "chua", "koh", "liang", "wen",
];

/// A word of a name as it is compared: lower case, no dots or commas, one kind of apostrophe.
pub(crate) fn key(word: &str) -> String {
    word.chars()
        .filter(|c| !matches!(c, '.' | ','))
        .map(|c| {
            if matches!(c, '’' | '‘' | 'ʻ' | 'ʼ') {
                '\''
            } else {
                c
            }
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether the word tells generations apart.
pub(crate) fn is_suffix(word: &str) -> bool {
    matches!(
        word,
        "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV" | "VI" | "VII" | "VIII"
    )
}

fn is_same_given(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if short.chars().count() == 1 {
        return long.starts_with(short);
    }
    if lexicon::full_forms(short).contains(&long) || lexicon::full_forms(long).contains(&short) {
        return true;
    }
    let alike = lexicon::full_forms(short)
        .iter()
        .any(|full| lexicon::full_forms(long).contains(full));
    // "Maudie" for "Maud"
    let fondly = long
        .strip_prefix(short)
        .is_some_and(|end| end == "ie" || end == "y");
    if fondly && short.chars().count() > 2 {
        return true;
    }
    // "Abdul" is short for "Abdulrahim", "Paul" not for "Paula".
    let far = long.chars().count() > short.chars().count() + 4;
    let both_known = lexicon::entry(short).is_given() && lexicon::entry(long).is_given() && !far;
    alike || short.chars().count() >= 3 && !both_known && long.starts_with(short)
}

/// "jk" of "joanne kathleen".
fn is_initials_of(initials: &str, given: &[String]) -> bool {
    initials.chars().count() > 1
        && initials.chars().count() == given.len()
        && initials
            .chars()
            .zip(given)
            .all(|(initial, name)| name.starts_with(initial))
}

#[cfg(test)]
mod tests {
    use super::Name;

    fn name(text: &str) -> Name {
        Name::new(text.split(' '))
    }

    #[track_caller]
    fn same(one: &str, other: &str) {
        assert!(name(one).is_same_person(&name(other)), "{one} / {other}");
        assert!(name(other).is_same_person(&name(one)), "{other} / {one}");
    }

    #[track_caller]
    fn different(one: &str, other: &str) {
        assert!(!name(one).is_same_person(&name(other)), "{one} / {other}");
        assert!(!name(other).is_same_person(&name(one)), "{other} / {one}");
    }

    #[test]
    fn forms_of_one_name() {
        same("Chris Krebs", "Christopher Krebs");
        same("Donald J. Trump", "Donald Trump");
        same("Anna Maria Ruiz", "Anna Ruiz");
        same("J.K. Marlow", "Joan Karen Marlow");
        same("Ana Ortega Vidal", "Ortega Vidal");
        same("Bill Harker", "William Harker");
        same("Abdulrahim Nasri", "Abdul Nasri");
        same("SEÁN O’DEA", "Seán O'Dea");
        same("John Pell Jr.", "Pell");
        same("J. Q. St. Cyr Jr.", "St. Cyr");
        same("Maudie Pell", "Maud Evelyn Pell");
        same("Wm. Pell", "William Pell");
    }

    #[test]
    fn names_of_two() {
        different("Bill Harker", "Anne Harker");
        different("John Pell Jr.", "John Pell Sr.");
        different("John Pell Jr.", "John Pell");
        different("Paul Dee", "Paula Dee");
        different("George W. Lamb", "George H. Lamb");
        different("Ann Lee", "Ann Low");
        different("John Pell Jr.", "Jane Pell");
    }

    #[test]
    fn tells_the_fuller() {
        assert!(name("Christopher Krebs").fullness() > name("Chris Krebs").fullness());
        assert!(name("Ana Ortega Vidal").fullness() > name("Ana Ortega").fullness());
        assert!(name("Ann Lee").fullness() > name("ANN LEE").fullness());
        assert!(name("J. J. van ’t Orr").fullness() > name("Van ’t Orr").fullness());
        assert!(name("Wim-Jan de Boer").fullness() > name("De Boer").fullness());
        assert_eq!(
            name("Donald J. Trump").fullness(),
            name("Donald Trump").fullness()
        );
    }
}
