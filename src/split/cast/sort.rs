//! A sort of body: the noun that a body is called by, "the club", and the words in names that tell of it.

use super::abroad;
use super::lexicon::{Trait, entry};
use super::name::Name;
use super::trade::{CAMPAIGNERS, TRADES};

/// Whether a name is that of a `noun`: "Ferngate Academy" is a school.
pub(super) fn is_kind_of(name: &Name, noun: &str) -> bool {
    let kinds: &[&str] = match noun {
        "school" => &["academy", "college", "primary", "high", "grammar"],
        "force" => &["police", "constabulary", "garda"],
        "hospital" => &["infirmary", "clinic", "health", "healthcare", "medical"],
        "charity" => &["trust", "foundation", "relief"],
        "club" | "team" | "side" => &[
            "fc",
            "afc",
            "rfc",
            "cf",
            "sc",
            "united",
            "rovers",
            "wanderers",
            "athletic",
            "town",
            "city",
            "rugby",
            "handball",
            "hockey",
            "cricket",
            "football",
            "netball",
            "basketball",
            "harriers",
            "rangers",
            "albion",
            "ladies",
            "women",
            "hotspur",
            "racing",
            "sporting",
            "real",
            "inter",
            "sv",
            "fk",
        ],
        "federation" => &[
            "cycling",
            "athletics",
            "rowing",
            "swimming",
            "gymnastics",
            "judo",
            "tennis",
        ],
        "troupe" => &["players", "theatre", "circus", "knights"],
        "union" => &["guild", "brotherhood", "workers", "local"],
        "airline" | "carrier" => &["airways", "airlines", "air", "aviation"],
        "insurer" => &["insurance", "mutual", "assurance"],
        "publisher" => &["press", "books", "publishing"],
        "brewery" | "brewer" => &["brewing", "ales", "breweries"],
        "council" => &["municipality", "borough", "shire"],
        "journal" => &["annals", "proceedings", "review", "letters"],
        "railway" | "operator" => &["railways", "railway", "trains", "ferries", "buses"],
        "regulator" | "watchdog" => &["authority", "commission", "agency", "ombudsman"],
        "utility" => &[
            "water",
            "power",
            "electric",
            "electricity",
            "energy",
            "gas",
            "sewer",
        ],
        "bank" => &["savings", "mutual", "banco", "banque", "bancorp"],
        "mall" => &["galleria", "arcade"],
        "hotel" => &["inn", "lodge", "resort"],
        "fund" => &["capital", "partners", "investments"],
        "orchestra" => &["philharmonic", "symphony", "sinfonia"],
        "museum" => &["gallery", "collection", "galleries"],
        "party" => &["alliance", "front", "movement"],
        "venue" => &["hall", "arena", "theatre", "theater", "hotel", "house"],
        _ => &[],
    };
    let noun_abroad = if matches!(noun, "team" | "side") {
        "club"
    } else {
        noun
    };
    let is = |key: &String| {
        kinds.contains(&key.as_str()) || abroad::in_english(key) == Some(noun_abroad)
    };
    let keys = name.keys();
    // "Handball Association" is no club.
    let ends = matches!(noun, "club" | "team" | "side" | "federation");
    keys.iter().any(|key| key == noun)
        || if ends {
            keys.last().is_some_and(is) || keys.first().is_some_and(is)
        } else {
            keys.iter().any(is)
        }
}

/// Words in the names of those who report the news rather than make it.
pub(super) const NEWS: [&str; 20] = [
    "gazette",
    "herald",
    "chronicle",
    "tribune",
    "observer",
    "daily",
    "independent",
    "mail",
    "news",
    "press",
    "times",
    "post",
    "reuters",
    "bbc",
    "cnn",
    "journal",
    "magazine",
    "guardian",
    "telegraph",
    "tv",
];

/// The sorts that a body may be of, as far as a noun or a name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sort(u16);

impl Sort {
    const COMPANY: u16 = 1;
    const CLUB: u16 = 2;
    const UNION: u16 = 4;
    const CIVIC: u16 = 8;
    const STATE: u16 = 16;
    const HOUSE: u16 = 32;
    const PARTY: u16 = 64;
    const COURT: u16 = 128;
    const PRESS: u16 = 256;

    /// The sorts of what is called `noun`.
    pub(super) fn of_noun(noun: &str) -> Self {
        Self(match noun {
            "company" | "firm" | "business" | "manufacturer" | "maker" | "automaker"
            | "carmaker" | "drugmaker" | "chipmaker" | "retailer" | "supplier" | "operator"
            | "developer" | "publisher" | "contractor" | "chain" | "airline" | "bank"
            | "lender" | "insurer" | "carrier" | "grocer" | "housebuilder" | "shipbuilder"
            | "steelmaker" | "planemaker" | "toymaker" | "miner" | "distiller" | "brewer"
            | "brewery" | "distillery" | "supermarket" | "bakery" | "restaurant" | "start-up"
            | "startup" | "utility" | "studio" | "label" | "brand" | "producer" | "distributor"
            | "landlord" | "hotel" | "mall" | "fund" | "giant" | "conglomerate" | "corporation"
            | "shop" | "store" | "brokerage" | "consultancy" | "provider" | "platform"
            | "venue" | "owner" | "promoter" | "dealership" | "factory" | "consortium"
            | "outlet" | "site" | "website" => Self::COMPANY,
            "club" | "team" | "franchise" | "side" | "squad" => Self::CLUB,
            "union" => Self::UNION,
            "charity" | "collective" | "campaign" | "nonprofit" | "non-profit" | "ngo"
            | "society" | "foundation" => Self::CIVIC,
            "association" | "federation" | "fellowship" | "guild" | "alliance" | "league"
            | "network" | "brotherhood" | "congress" => Self::CIVIC | Self::UNION,
            "coalition" | "movement" | "front" => Self::CIVIC | Self::PARTY,
            "group" => Self::COMPANY | Self::CIVIC | Self::UNION | Self::PARTY,
            "organisation" | "organization" => {
                Self::COMPANY | Self::CIVIC | Self::UNION | Self::STATE | Self::HOUSE | Self::CLUB
            }
            "body" => Self::CIVIC | Self::UNION | Self::STATE,
            "cooperative" | "co-operative" | "co-op" => Self::COMPANY | Self::CIVIC,
            "trust" => Self::CIVIC | Self::STATE | Self::HOUSE,
            "service" => Self::STATE | Self::COMPANY,
            "regulator" | "watchdog" | "commission" | "committee" | "authority" | "panel" => {
                Self::STATE | Self::CIVIC
            }
            "board" => Self::STATE | Self::CIVIC | Self::COMPANY | Self::CLUB | Self::HOUSE,
            "agency" | "council" | "department" | "ministry" | "police" | "force" | "bureau"
            | "government" | "inspectorate" | "brigade" | "army" | "navy" | "municipality"
            | "directorate" | "senate" | "parliament" | "embassy" | "administration"
            | "cabinet" | "assembly" | "legislature" | "office" | "constabulary" | "garrison"
            | "coastguard" | "guard" | "command" | "registry" | "secretariat" => Self::STATE,
            "house" => Self::COMPANY | Self::HOUSE,
            "court" | "tribunal" | "bench" | "jury" => Self::COURT,
            "school" | "college" | "university" | "academy" | "museum" | "gallery" | "library"
            | "hospital" | "church" | "mosque" | "synagogue" | "hospice" | "infirmary"
            | "theatre" | "theater" | "playhouse" | "orchestra" | "choir" | "band" | "ensemble"
            | "troupe" | "archive" | "aquarium" | "zoo" | "cathedral" | "temple" | "clinic"
            | "diocese" | "parish" | "opera" | "ballet" | "polytechnic" | "observatory" => {
                Self::HOUSE
            }
            "institute" | "institution" | "laboratory" | "lab" | "centre" | "center" => {
                Self::HOUSE | Self::STATE | Self::CIVIC
            }
            "party" | "opposition" => Self::PARTY,
            "paper" | "newspaper" | "magazine" | "broadcaster" | "channel" | "station"
            | "journal" | "newsroom" => Self::PRESS | Self::COMPANY,
            _ => 0,
        })
    }

    /// The sorts that the words of `name` tell.
    pub(super) fn of_name(name: &Name) -> Self {
        let keys = name.keys();
        if keys.len() < 2 {
            return Self::default();
        }
        let last = keys.len() - 1;
        let head = keys
            .iter()
            .position(|word| matches!(word.as_str(), "of" | "for" | "and" | "&"))
            .map_or(last, |joint| joint.saturating_sub(1));
        let mut sorts = Self::of_word(&keys[head]).or(Self::of_word(&keys[last]));
        if is_kind_of(name, "club") {
            sorts.0 |= Self::CLUB;
        }
        if sorts.0 == 0 {
            sorts = Self::of_word(&keys[0]);
        }
        sorts
    }

    fn of_word(word: &str) -> Self {
        let known = Self::of_noun(word);
        if let Some(noun) = abroad::in_english(word) {
            return Self::of_noun(noun);
        }
        if matches!(word, "board" | "service") {
            return Self(Self::STATE | Self::CIVIC);
        }
        if known.0 > 0 {
            return known;
        }
        let is = |list: &[&str]| list.iter().any(|other| other.eq_ignore_ascii_case(word));
        Self(match word {
            "united" => Self::CLUB | Self::UNION | Self::CIVIC,
            "athletic" => Self::CLUB | Self::COMPANY,
            "rovers" | "wanderers" | "albion" => Self::CLUB,
            "workers" | "local" => Self::UNION | Self::CIVIC,
            "city" | "town" | "borough" | "county" | "survey" | "parks" | "highways" | "mint" => {
                Self::STATE | Self::CLUB
            }
            "collection" | "hall" | "archives" => Self::HOUSE,
            "times" | "post" | "herald" | "gazette" | "news" | "chronicle" | "tribune" => {
                Self::PRESS
            }
            "action" | "friends" | "watch" | "rescue" | "coalition" => Self::CIVIC,
            _ if entry(word).is(Trait::Company) => Self::COMPANY,
            // "Natural England"
            _ if entry(word).is(Trait::Country) => Self::STATE | Self::CIVIC,
            _ if is(&TRADES) => Self::COMPANY,
            _ if is(&CAMPAIGNERS) => Self::UNION | Self::CIVIC,
            _ => 0,
        })
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is of nothing but what the public keeps.
    pub(super) fn is_public(self) -> bool {
        self.0 > 0 && self.0 & !(Self::STATE | Self::COURT | Self::HOUSE) == 0
    }

    /// Whether a company may be of it.
    pub(super) fn is_company(self) -> bool {
        self.0 & Self::COMPANY != 0
    }

    pub(super) fn is_unknown(self) -> bool {
        self.0 == 0
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
