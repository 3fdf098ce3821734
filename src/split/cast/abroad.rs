//! What bodies are called in other languages: "Ayuntamiento de Ronda" is a council, "Klinikum Fulda" a hospital.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A line for each English noun: the noun, a colon, what names of such bodies open with.
const WORDS: &str = include_str!("words/abroad.txt");

static NOUNS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
    let words = lines.filter_map(|line| line.split_once(':'));
    let all =
        words.flat_map(|(noun, words)| words.split_whitespace().map(move |word| (word, noun)));
    all.collect()
});

/// What the compound words end with that name a body in German, Dutch or a Scandinavian language, and its English noun.
const ENDS: [(&str, &str); 18] = [
    ("bank", "bank"),
    ("kasse", "bank"),
    ("verein", "association"),
    ("verband", "association"),
    ("forbund", "association"),
    ("förbund", "association"),
    ("bund", "association"),
    ("gewerkschaft", "union"),
    ("genossenschaft", "cooperative"),
    ("gesellschaft", "company"),
    ("werke", "company"),
    ("fabrik", "company"),
    ("universität", "university"),
    ("klinik", "hospital"),
    ("museum", "museum"),
    ("theater", "theatre"),
    ("zeitung", "newspaper"),
    ("funk", "station"),
];

/// The English noun for what `word`, in lower case, tells a body to be.
pub(super) fn in_english(word: &str) -> Option<&'static str> {
    const LEAST: usize = 4;
    let compound = || {
        ENDS.iter()
            .find(|(end, _)| word.len() >= end.len() + LEAST && word.ends_with(end))
            .map(|(_, noun)| *noun)
    };
    NOUNS.get(word).copied().or_else(compound)
}

#[cfg(test)]
mod tests {
    use super::in_english;

    #[test]
    fn nouns_of_other_languages() {
        assert_eq!(in_english("ayuntamiento"), Some("council"));
        assert_eq!(in_english("fischereiverband"), Some("association"));
        assert_eq!(in_english("verband"), Some("association"));
        assert_eq!(in_english("bund"), None);
        assert_eq!(in_english("river"), None);
    }
}
