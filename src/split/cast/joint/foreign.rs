//! Joints of other languages: "van der", "y", "uulu", "do".

use crate::split::cast::abroad;
use crate::split::cast::lexicon::Trait;
use crate::split::cast::mention::Finder;
use crate::split::cast::name;
use crate::split::cast::trade::IRISH_HEADS;

impl Finder<'_, '_> {
    /// "van der Meer", "Orr y Gasset": what a particle after `last` joins to the run.
    pub(super) fn join_by_particle(&self, start: usize, last: usize, end: usize) -> Option<usize> {
        let gloss = self.gloss;
        let capital = |token: usize| self.is_capital_before(token, end);
        let next = last + 1;
        let word = gloss.word(next);
        let mut token = next + 1;
        // "van der Meer", "van ’t Veer"
        if gloss.is(token, Trait::Particle) && !gloss.is_capital(token) {
            // "von und zu Hagen"
            while token < end
                && gloss.is(token, Trait::Particle)
                && !gloss.is_capital(token)
                && token < next + 3
            {
                token += 1;
            }
            token += usize::from(token == next + 1);
        }
        // "Orr y Gasset" is one; "Juan y María" are two.
        let given = |token: usize| gloss.entry(token).is_given();
        let two = matches!(word, "y" | "e") && last == start && given(last) && given(token);
        // "María del Mar Orr"
        let of_the = word == "del" && gloss.is_capital(token);
        ((capital(token) || of_the) && !two).then_some(token)
    }

    /// The capital that a small word of another language after `last` joins to the run.
    pub(super) fn join_abroad(&self, start: usize, last: usize, end: usize) -> Option<usize> {
        let gloss = self.gloss;
        let capital = |token: usize| self.is_capital_before(token, end);
        let next = last + 1;
        let word = gloss.word(next);
        // "Sorcha Mac an Bhaird"
        let gaelic = ["Mac", "Mhac", "Mag", "Nic", "Mhic"].contains(&gloss.word(last));
        if gaelic && matches!(word, "an" | "a" | "na") {
            // "Mòrag Nic a’ Phearsain"
            let behind = next + 1 + usize::from(matches!(gloss.word(next + 1), "’" | "'"));
            if capital(behind) {
                return Some(behind);
            }
        }
        if self.is_native_joint(start, next) && capital(next + 1) {
            return Some(next + 1);
        }
        // "Puig i Ferrer", "Sunee na Ayudhya"
        let given = gloss.entry(start).is_given();
        if (word == "i" || word == "na" && given) && capital(next + 1) {
            return Some(next + 1);
        }
        // "Azamat Taalaibek uulu": the word for son or daughter ends the name.
        if last > start && CHILDREN.contains(&word) {
            return Some(next);
        }
        // "Banco do Vale"; "do" is a verb elsewhere.
        let portuguese = gloss.entry(start).is_given()
            || abroad::in_english(&name::key(gloss.word(start))).is_some();
        (word == "do" && portuguese && capital(next + 1)).then_some(next + 1)
    }

    /// Whether "o" or "na" at `next` joins a Māori or Irish name: "Te Rūnanga o Ngāti Orr", "Bord Uisce na hÉireann".
    fn is_native_joint(&self, start: usize, next: usize) -> bool {
        let (first, word) = (self.gloss.word(start), self.gloss.word(next));
        word == "o" && ["Te", "Ngā", "Rūnanga", "Iwi"].contains(&first)
            || word == "na" && IRISH_HEADS.contains(&first)
    }
}

/// What stands behind the father’s name in Turkic names: son of, daughter of.
const CHILDREN: [&str; 9] = [
    "uulu",
    "uly",
    "kyzy",
    "qızı",
    "qizi",
    "oglu",
    "oğlu",
    "ogly",
    "o‘g‘li",
];

#[cfg(test)]
mod tests {
    use crate::split::cast::mention::tests::case;

    #[test]
    fn persons_of_every_country() {
        for name in [
            "Sorcha Mac an Bhaird",
            "Tadhg Ó hÓgáin",
            "J. J. van ’t Orr",
            "I Wayan Orr",
            "Ma. Ana Lee",
            "Md. Ali Orr",
            "Jos. H. Lee",
            "Washington Pedro Orr",
            "Jan ’t Orr",
            "Jan 't Orr",
            "Jan van ’t Orr",
            "Wm. Orr Pratt III",
            "Edson do Vale",
            "Ann D’Orr-St. Cyr",
        ] {
            case(
                &format!("It hurt {name} then."),
                &[&format!("person {name}")],
            );
        }
        for name in ["‘Ofa Tu‘iorr", "’Ema Orr-’Ofa", "!Nani ǃOrr"] {
            case(&format!("It hurt {name} then."), &[&format!("name {name}")]);
        }
        case("’T Orr left.", &["name ’T Orr"]);
        case("It hurt 8Ball Nkosi then.", &["name 8Ball Nkosi"]);
        case("It hurt Mayor Col Orr then.", &["person [Mayor] Col Orr"]);
    }
}
