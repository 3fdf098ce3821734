//! A member of an article's cast: somebody or something it names, by all the forms it uses.

use super::coreference::third_person;
use super::gloss::{Case, Gloss};
use super::lexicon::{self, Trait};
use super::mention::{Mention, NameKind};
use super::name::Name;
use crate::attribution;

/// Somebody or something that an article names.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) kind: NameKind,
    /// The forms of the name, without titles, in the order of the text.
    pub(crate) names: Vec<Name>,
    /// The forms as they stand, titles and handles among them.
    pub(crate) forms: Vec<String>,
    /// How often it is named.
    pub(crate) count: usize,
    /// How often it is named by nothing but the family name.
    pub(crate) gender: Gender,
    /// Whether an age below that of adults is told behind the name.
    pub(crate) is_young: bool,
    /// A title that belongs to the name of who has no other: "Pope", "Lord".
    rank: Option<String>,
}

/// Whether pronouns for somebody are "he" or "she", as far as names, titles and roles tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Gender {
    /// Below zero: she; above: he; how far tells how sure.
    weight: i32,
}

impl Gender {
    /// A title or role settles it.
    const ROLE: i32 = 10;
    /// A given name nearly does.
    const GIVEN: i32 = 4;

    pub(crate) const fn is_he(self) -> bool {
        self.weight > 0
    }

    pub(crate) const fn is_she(self) -> bool {
        self.weight < 0
    }

    /// How sure it is that it is `he`, or of either where that is not asked: below zero where it is the other, zero where
    /// nothing tells.
    pub(crate) fn sureness(self, he: Option<bool>) -> f32 {
        let weight = match he {
            Some(true) => self.weight,
            Some(false) => -self.weight,
            None => self.weight.abs(),
        };
        weight.clamp(-Self::ROLE, Self::ROLE) as f32
    }

    /// "He" or "she", where that is known.
    pub(crate) fn he(self) -> Option<bool> {
        (self.weight != 0).then_some(self.weight > 0)
    }

    /// Whether the two would not be one person.
    pub(crate) const fn contradicts(self, other: Self) -> bool {
        self.is_he() && other.is_she() || self.is_she() && other.is_he()
    }

    /// What the tokens of a title or role tell.
    pub(crate) fn of_role(gloss: &Gloss, tokens: std::ops::Range<usize>) -> Self {
        let mut gender = Self::default();
        gender.learn_role(gloss, tokens);
        gender
    }

    /// Takes in what the tokens of a title or role tell.
    pub(crate) fn learn_role(&mut self, gloss: &Gloss, tokens: std::ops::Range<usize>) {
        for token in tokens {
            if gloss.is(token, Trait::Man) {
                self.weight += Self::ROLE;
            } else if gloss.is(token, Trait::Woman) {
                self.weight -= Self::ROLE;
            }
        }
    }

    /// Takes in that it is called "he" or "she".
    pub(crate) fn learn_pronoun(&mut self, he: bool) {
        if self.weight == 0 {
            self.weight = if he { 1 } else { -1 };
        }
    }

    /// Whether nothing but a given name or family name tells of the other: those mislead at times.
    pub(crate) const fn may_be_mistaken(self, he: bool) -> bool {
        self.weight == if he { -Self::GIVEN } else { Self::GIVEN }
    }

    /// Whether nothing tells for sure.
    pub(crate) const fn is_guessed(self) -> bool {
        self.weight.abs() <= 1
    }

    /// Takes in that it is called otherwise than its name lets expect.
    pub(crate) const fn correct(&mut self, he: bool) {
        self.weight = if he { 1 } else { -1 };
    }

    /// Takes in what the role behind or before a name tells, where the name told nothing: "his wife, Sasha".
    pub(crate) fn learn_said_role(&mut self, gloss: &Gloss, head: usize) {
        if self.weight == 0 {
            self.learn_role(gloss, head..head + 1);
        }
    }

    /// What kin somebody is called before the name: "His mother, Ann Lee,".
    fn learn_kin(&mut self, gloss: &Gloss, mention: &Mention) {
        let start = mention.tokens.start;
        let comma = start > 0 && gloss.word(start - 1) == ",";
        let Some(kin) = start.checked_sub(1 + usize::from(comma)) else {
            return;
        };
        let whose = kin.checked_sub(1).map_or("", |whose| gloss.word(whose));
        let owned = matches!(
            whose,
            "His" | "Her" | "Their" | "My" | "his" | "her" | "their" | "my"
        ) || kin > 0 && gloss.is_genitive(kin - 1);
        let closes = matches!(gloss.word(mention.tokens.end), "," | ")" | ";" | ".");
        if owned && gloss.case(kin) == Case::Lower && (!comma || closes) {
            self.learn_role(gloss, kin..kin + 1);
        }
    }

    fn learn_given(&mut self, given: &str) {
        let mut entry = lexicon::entry(given);
        // "Inge-Marie", "Thuy-Linh"
        if !entry.is_given()
            && let Some((first, second)) = given.split_once('-')
        {
            let both = [lexicon::entry(first), lexicon::entry(second)];
            let told =
                |entry: &&lexicon::Entry| entry.is_any(&[Trait::GivenMan, Trait::GivenWoman]);
            entry = both.iter().find(told).copied().unwrap_or(entry);
        }
        if entry.is(Trait::GivenMan) {
            self.weight += Self::GIVEN;
        } else if entry.is(Trait::GivenWoman) {
            self.weight -= Self::GIVEN;
        }
    }

    /// Words in names of many peoples that tell of a man or a woman, whatever the given name: "Harjeet Kaur", "Umm Salim",
    /// "Olga Petrovna Orr".
    fn learn_styles(&mut self, keys: &[String]) {
        const WOMEN: [&str; 19] = [
            "kaur", "devi", "begum", "begam", "bibi", "bai", "kumari", "khatun", "khatoon",
            "akter", "akhter", "sultana", "banu", "thị", "qizi", "kızı", "kyzy", "gyzy", "nic",
        ];
        const MEN: [&str; 7] = ["singh", "kumar", "oğlu", "oglu", "ogly", "uulu", "o‘g‘li"];
        let later = |words: &[&str]| keys[1..].iter().any(|key| words.contains(&key.as_str()));
        let patronymic = |ends: [&str; 2]| {
            keys[1..]
                .iter()
                .any(|key| ends.iter().any(|end| key.ends_with(end)))
        };
        let first = keys[0].as_str();
        if first == "umm" || later(&WOMEN) || patronymic(["ovna", "evna"]) {
            self.weight -= Self::GIVEN;
        } else if first == "abu" || later(&MEN) || patronymic(["ovich", "evich"]) {
            self.weight += Self::GIVEN;
        }
    }

    /// Family names that only women bear: Icelandic, Slavic and Lithuanian ones.
    fn learn_family(&mut self, family: &str) {
        const OF_WOMEN: [&str; 12] = [
            "dóttir", "dottir", "ová", "skaya", "skaia", "enkova", "ieva", "yeva", "shova", "ienė",
            "aitė", "ytė",
        ];
        const SLAVIC: [&str; 3] = ["ova", "eva", "ska"];
        const NOT_SLAVIC: [&str; 8] = [
            "nova",
            "cueva",
            "canova",
            "villanueva",
            "casanova",
            "kuska",
            "leva",
            "alaska",
        ];
        let ends = |endings: &[&str]| endings.iter().any(|end| family.ends_with(end));
        if ends(&OF_WOMEN) || ends(&SLAVIC) && !NOT_SLAVIC.contains(&family) {
            self.weight -= Self::GIVEN;
        }
    }

    /// What a mention tells by itself.
    pub(crate) fn of(gloss: &Gloss, mention: &Mention) -> Self {
        let mut gender = Self::default();
        gender.learn_role(gloss, mention.title.clone());
        gender.learn_kin(gloss, mention);
        if mention.name.words.len() > 1 {
            // A first name that both bear may be told by the second: "Jean Marie".
            let keys = mention.name.keys();
            gender.learn_given(&keys[0]);
            // "Aini binti Osman", "Musa bin Osman": a daughter, a son; what follows is the father’s name.
            let of_father = keys.iter().find_map(|key| match key.as_str() {
                "bint" | "binti" | "binte" => Some(-Self::ROLE),
                "bin" | "ibn" => Some(Self::ROLE),
                _ => None,
            });
            if let Some(weight) = of_father {
                gender.weight = weight;
            }
            let arabic = keys.last().is_some_and(|key| key.starts_with("al-"));
            if gender.weight == 0 && keys.len() > 2 && !arabic {
                gender.learn_given(&keys[1]);
            }
            if is_put_first(&keys[0]) {
                if let Some(last) = keys.last().filter(|_| gender.weight == 0) {
                    gender.learn_given(last);
                }
                // Most of these given names are borne by both.
                gender.weight = gender.weight.signum();
            }
            if gender.weight == 0 {
                gender.learn_styles(keys);
            }
            if gender.weight == 0
                && let Some(family) = keys.last()
            {
                gender.learn_family(family);
            }
        }
        gender
    }
}

/// Whether a family name, in lower case, stands before the given name: "nguyễn".
pub(super) fn is_put_first(family: &str) -> bool {
    FAMILY_FIRST.contains(&family)
}

impl Member {
    pub(crate) fn new(kind: NameKind) -> Self {
        Self {
            kind,
            names: Vec::new(),
            forms: Vec::new(),
            count: 0,
            gender: Gender::default(),
            is_young: false,
            rank: None,
        }
    }

    /// Takes in one more mention.
    pub(crate) fn add(&mut self, gloss: &Gloss, mention: &Mention) {
        if !self.names.contains(&mention.name) {
            self.names.push(mention.name.clone());
        }
        if self.kind == NameKind::Unknown {
            self.kind = mention.kind;
        }
        let told = Gender::of(gloss, mention);
        if told.weight.abs() > self.gender.weight.abs() {
            self.gender = told;
        }
        // "Morayo – she has never used another name –"
        let end = mention.tokens.end;
        if matches!(gloss.word(end), "–" | "—" | "(")
            && let Some(he) = third_person(gloss.word(end + 1))
        {
            self.gender.learn_pronoun(he);
        }
        let age = gloss.word(end + 1).parse::<u8>();
        self.is_young |= matches!(gloss.word(end), "," | "(") && age.is_ok_and(|age| age < 18);
        self.count += 1;
        self.add_form(gloss.span(&mention.tokens).of(gloss.document.text));
        let title = mention.title.end.checked_sub(1);
        if let Some(title) = title.filter(|_| !mention.title.is_empty()) {
            let rank = gloss.word(title);
            if RANKS.contains(&rank) {
                self.rank = Some(rank.to_owned());
            }
        }
        let name = mention.name.full();
        self.add_form(&name);
    }

    /// Takes in what the name tells of who is named by one word alone: "Zinhle".
    pub(crate) fn learn_only_name(&mut self) {
        let [name] = self.names.as_slice() else {
            return;
        };
        if let [only] = name.keys()
            && self.gender.weight == 0
            && self.may_be_person()
        {
            self.gender.learn_given(only);
            self.gender.weight = self.gender.weight.signum();
        }
    }

    /// Takes in a form of the name as it stands.
    pub(crate) fn add_form(&mut self, form: &str) {
        if !self.forms.iter().any(|known| known == form) {
            self.forms.push(form.to_owned());
        }
    }

    /// Whether it may be a person.
    pub(crate) fn may_be_person(&self) -> bool {
        matches!(self.kind, NameKind::Person | NameKind::Unknown)
    }

    /// The family name, where a name of two words or more gives it.
    pub(crate) fn family(&self) -> Option<&str> {
        let whole = |name: &&Name| name.words.len() > 1;
        self.names
            .iter()
            .rfind(whole)?
            .keys()
            .last()
            .map(String::as_str)
    }

    /// The fullest form of the name; of two as full, the earlier.
    pub(crate) fn fullest(&self) -> Option<&Name> {
        let organisation = self.kind == NameKind::Organisation;
        let fullness = |name: &&Name| {
            let (given, words, mixed, long) = name.fullness();
            (given && !organisation, words, mixed, long)
        };
        // "Suprihatin Suprihatin" is what a form made of one name.
        let doubled = |name: &Name| {
            let [first, second] = name.keys() else {
                return false;
            };
            let once = |name: &Name| name.keys() == std::slice::from_ref(first);
            first == second && self.names.iter().any(once)
        };
        let names = || self.names.iter().rev().filter(|name| !doubled(name));
        let best = names().max_by_key(fullness)?;
        // "Tan Siew Ling" is fuller than "Siew Ling", "Ann Lee" no less than "Ohioan Ann Lee".
        let goes_on = |name: &&Name| {
            name.goes_on_before(best)
                || self.kind != NameKind::Person
                    && best.words.len() > 1
                    && name.words.len() > best.words.len()
                    && name.keys().starts_with(best.keys())
        };
        let longer = self.names.iter().filter(goes_on);
        let longer = longer.max_by_key(|name| name.words.len());
        Some(longer.unwrap_or(best))
    }

    /// The fullest name and the other forms.
    pub(crate) fn name(&self) -> attribution::Name {
        let mut full = self.fullest().map(Name::full).unwrap_or_default();
        let of_stage = |rank: &str| matches!(rank, "DJ" | "MC" | "Papa" | "Mama");
        let given = |name: &Name| lexicon::entry(&name.keys()[0]).is_given();
        if let Some(rank) = &self.rank
            && (self.fullest()).is_some_and(|name| {
                let placed = name.words.get(1).is_some_and(|word| word == "of");
                name.words.len() == 1 || placed || of_stage(rank) && !given(name)
            })
        {
            full = format!("{rank} {full}");
        }
        let others = self.forms.iter().filter(|form| **form != full);
        attribution::Name {
            others: others.cloned().collect(),
            full,
        }
    }
}

/// Family names of Chinese, Vietnamese and Korean, which stand before the given name.
const FAMILY_FIRST: [&str; 128] = [
    "zhou", "wang", "zhang", "chen", "liu", "yang", "huang", "zhao", "wu", "xu", "zhu", "gao",
    "guo", "luo", "liang", "zheng", "xie", "tang", "feng", "dong", "xiao", "cheng", "cao", "yuan",
    "deng", "shen", "zeng", "peng", "jiang", "cai", "jia", "ding", "wei", "xue", "yan", "pan",
    "nguyen", "nguyễn", "tran", "trần", "pham", "phạm", "vu", "võ", "dang", "đặng", "bui", "bùi",
    "ngo", "ngô", "duong", "dương", "vuong", "vương", "hoang", "hoàng", "huynh", "huỳnh", "phan",
    "truong", "trương", "dinh", "đinh", "trinh", "trịnh", "luong", "lương", "kwon", "hwang",
    "shin", "seo", "ahn", "hong", "yoo", "jeon", "bae", "baek", "moon", "noh", "nam", "ryu",
    "choi", "jung", "kang", "cho", "yoon", "jang", "lim", "kim", "park", "lee", "lau", "wong",
    "cheung", "leung", "yeung", "kwok", "tsang", "yau", "lam", "fung", "mok", "kwan", "tse",
    "szeto", "chiu", "chow", "ng", "hui", "ip", "lui", "poon", "siu", "tam", "tong", "yip", "yuen",
    "chong", "chin", "koh", "goh", "teo", "ong", "lê", "đỗ", "hồ", "lý", "gu",
];

const RANKS: [&str; 22] = [
    "DJ", "MC", "Papa", "Mama", "Madame", "Kid", "Sister", "Brother", "Pope", "King", "Queen",
    "Prince", "Princess", "Lord", "Lady", "Baroness", "Duke", "Duchess", "Emperor", "Saint",
    "Earl", "Sheikh",
];
