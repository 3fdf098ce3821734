//! Bylines as they stand in a text: "By Jane Doe and John Roe, Associated Press".

pub(super) const PARTICLES: [&str; 16] = [
    "de", "da", "del", "der", "den", "di", "du", "el", "al", "la", "le", "van", "von", "bin", "of",
    "the",
];

/// What stands between the parts of a byline.
const JOINTS: [&str; 10] = [
    ", and ", " and ", " AND ", " And ", " & ", ", ", "; ", " | ", " for ", " in ",
];

/// The names of a byline without "By", and the paper or agency in it.
pub(super) fn byline(line: &str, said_by: bool) -> Option<(String, Option<String>)> {
    if !is_short(line) || (line.ends_with('.') && !line.ends_with("r.")) {
        return None;
    }
    let mut names = String::new();
    let mut publisher = None;
    let mut has_role = false;
    let mut rest = line;
    while !rest.is_empty() {
        let (joint, at) = JOINTS
            .iter()
            .filter_map(|joint| rest.find(joint).map(|at| (*joint, at)))
            .min_by_key(|&(_, at)| at)
            .unwrap_or(("", rest.len()));
        let part = rest[..at].trim();
        let after = rest[at + joint.len()..].trim_start();
        if !names.is_empty() && is_role(part) {
            has_role = true;
        } else if !names.is_empty() && is_publisher(part) {
            publisher = Some(part.to_owned());
        } else if is_name(part) {
            let start = part.as_ptr().addr() - line.as_ptr().addr();
            line[..start + part.len()].clone_into(&mut names);
            if publisher.is_some() || has_role {
                return None;
            }
        } else {
            return None;
        }
        rest = after;
    }
    (!names.is_empty() && (said_by || has_role)).then_some((names, publisher))
}

/// Whether `part` is one to five capitalised words.
fn is_name(part: &str) -> bool {
    let words: Vec<&str> = part.split(' ').collect();
    (1..=5).contains(&words.len())
        && words
            .iter()
            .all(|word| is_capitalised(word) || PARTICLES.contains(word))
        && part
            .chars()
            .all(|c| c.is_alphabetic() || " .'’-".contains(c))
}

pub(super) fn is_role(part: &str) -> bool {
    const ROLES: [&str; 14] = [
        "writer",
        "writers",
        "reporter",
        "reporters",
        "correspondent",
        "editor",
        "columnist",
        "staff",
        "contributor",
        "bureau",
        "critic",
        "analyst",
        "freelance",
        "journalist",
    ];
    part.split(' ')
        .any(|word| ROLES.contains(&word.to_lowercase().as_str()))
}

fn is_publisher(part: &str) -> bool {
    const LAST_WORDS: [&str; 30] = [
        "ap",
        "press",
        "reuters",
        "afp",
        "agence france-presse",
        "bloomberg",
        "cnn",
        "bbc",
        "upi",
        "dpa",
        "news",
        "times",
        "post",
        "journal",
        "guardian",
        "herald",
        "tribune",
        "globe",
        "chronicle",
        "gazette",
        "observer",
        "independent",
        "mail",
        "telegraph",
        "star",
        "sun",
        "today",
        "npr",
        "politico",
        "media",
    ];
    let part = part.to_lowercase();
    LAST_WORDS.iter().any(|word| {
        part == *word
            || part
                .strip_suffix(word)
                .is_some_and(|rest| rest.ends_with(' '))
    })
}

pub(super) fn is_capitalised(word: &str) -> bool {
    word.trim_start_matches(['(', '"', '“', '‘', '\''])
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

pub(super) fn is_short(line: &str) -> bool {
    line.chars().count() <= 120
}

/// "Staff report": a byline that names nobody.
pub(super) fn is_staff(line: &str) -> bool {
    const STAFF: [&str; 10] = [
        "staff report",
        "staff reports",
        "from staff reports",
        "staff writer",
        "staff writers",
        "staff and agencies",
        "wire reports",
        "from wire reports",
        "wire services",
        "news service",
    ];
    STAFF.iter().any(|staff| line.eq_ignore_ascii_case(staff))
}

/// Whether a line may be the name of a paper: up to six words, each with a capital.
pub(super) fn is_name_of_paper(line: &str) -> bool {
    line.len() <= 60
        && line.split(' ').count() <= 6
        && !line.ends_with(['.', ',', ':', '?', '!'])
        && line.split(' ').all(|word| {
            is_capitalised(word) || PARTICLES.contains(&word) || word == "&" || word == "and"
        })
}
