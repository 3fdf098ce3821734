//! A sort of body: the noun that a body is called by, "the club", and the words in names that tell of it.

use super::name::Name;

/// Words in the names of bodies that are no companies.
pub(super) const PUBLIC: [&str; 30] = [
    "council",
    "department",
    "ministry",
    "court",
    "police",
    "agency",
    "authority",
    "commission",
    "committee",
    "parliament",
    "senate",
    "congress",
    "assembly",
    "union",
    "university",
    "school",
    "hospital",
    "church",
    "museum",
    "society",
    "association",
    "federation",
    "office",
    "bureau",
    "party",
    "government",
    "institute",
    "college",
    "inspectorate",
    "brigade",
];

/// What bodies that are no companies are called too.
pub(super) const PUBLIC_TOO: [&str; 9] = [
    "organisation",
    "organization",
    "group",
    "agency",
    "charity",
    "union",
    "watchdog",
    "nonprofit",
    "team",
];

/// What any organisation may be called.
/// Whether a name is that of a `noun`: "Ferngate Academy" is a school.
pub(super) fn is_kind_of(name: &Name, noun: &str) -> bool {
    let kinds: &[&str] = match noun {
        "school" => &["academy", "college", "primary", "high", "grammar"],
        "force" => &["police", "constabulary", "garda"],
        "hospital" => &["infirmary", "clinic"],
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
        "museum" => &["gallery"],
        "venue" => &["hall", "arena", "theatre", "theater", "hotel", "house"],
        _ => &[],
    };
    let is = |key: &String| kinds.contains(&key.as_str());
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

/// Nouns that many a body may be called by, whatever its name.
pub(super) const ANY_ORGANISATION: [&str; 34] = [
    "troupe",
    "company",
    "firm",
    "group",
    "organisation",
    "organization",
    "agency",
    "charity",
    "union",
    "airline",
    "retailer",
    "bank",
    "carmaker",
    "manufacturer",
    "nonprofit",
    "watchdog",
    "start-up",
    "startup",
    "chain",
    "maker",
    "developer",
    "operator",
    "supplier",
    "lender",
    "insurer",
    "carrier",
    "club",
    "team",
    "publisher",
    "brewer",
    "brewery",
    "supermarket",
    "bakery",
    "restaurant",
];

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
