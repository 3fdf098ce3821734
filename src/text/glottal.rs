//! A glottal stop: a mark like a quotation mark or an apostrophe that is the first letter of a name, "‘Ofa", "’Ana".

/// Whether the mark that ends at `end` of `text` is the first letter of a name rather than a quotation mark.
pub(crate) fn opens_name(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    let end = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    let (word, behind) = rest.split_at(end);
    if !word.starts_with(['A', 'E', 'I', 'O', 'U', 'Ā', 'Ē', 'Ī', 'Ō', 'Ū']) {
        return false;
    }
    GIVEN.contains(&word) || behind.strip_prefix(' ').is_some_and(holds_one)
}

/// Whether the word that opens `text` has a capital and a turned comma between its letters: "Tu‘ipulotu".
fn holds_one(text: &str) -> bool {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let word = &text[..end];
    word.starts_with(char::is_uppercase)
        && word.split_once('‘').is_some_and(|(before, behind)| {
            before.chars().all(char::is_alphabetic) && behind.starts_with(char::is_alphabetic)
        })
}

/// Given names of Tonga, Samoa and Hawaii that open with one and that nobody bears elsewhere.
const GIVEN: [&str; 28] = [
    "Ahokava",
    "Ahomee",
    "Aisake",
    "Aisea",
    "Akanesi",
    "Akau",
    "Akilisi",
    "Alapasita",
    "Alisi",
    "Alipate",
    "Amanaki",
    "Anapesi",
    "Atunaisa",
    "Aukai",
    "Epeli",
    "Etuate",
    "Ilaisaane",
    "Ilaisa",
    "Ilavalu",
    "Inoke",
    "Iolani",
    "Isileli",
    "Ofa",
    "Ofisa",
    "Ongo",
    "Otenili",
    "Uhila",
    "Uluakimata",
];

#[cfg(test)]
mod tests {
    use super::opens_name;

    #[test]
    fn tells_a_letter_from_a_mark() {
        for name in ["‘Ofa left", "‘Etuate Orr", "‘Ulu Keaka‘ula said"] {
            assert!(opens_name(name, "‘".len()), "{name}");
        }
        for quoted in ["‘It is late", "‘Under Orr’s roof", "‘Pell Keaka‘ula said"] {
            assert!(!opens_name(quoted, "‘".len()), "{quoted}");
        }
    }
}
