//! The language of a text, where it is plain.

use whatlang::Lang;

/// As much of a text as is looked at, in bytes.
const LOOKED_AT: usize = 2000;

/// Below this many letters no language is plain.
const FEWEST: usize = 60;

/// The ISO 639-1 code of the language of `text`: as it is plain, else as `given`.
pub(super) fn of(text: &str, given: Option<String>) -> Option<String> {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    let english = english_share(sample);
    if english > 0.15 || (english > 0.05 && given.as_deref() == Some("en")) {
        return Some("en".to_owned());
    }
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let digits = sample.chars().filter(char::is_ascii_digit).count();
    // A table of results is written in abbreviations, which pass for any language.
    let told = (letters >= FEWEST && digits * 8 < letters)
        .then(|| whatlang::detect(sample))
        .flatten()
        .filter(whatlang::Info::is_reliable)
        .and_then(|info| code(info.lang()));
    // Templates of sites declare English for whatever is written in them, so a text that is plainly none is believed.
    match (told, given) {
        (Some("en"), Some(given)) => Some(given),
        (Some(told), _) => Some(told.to_owned()),
        (None, given) => given,
    }
}

/// How many of a hundred words of `text` are small English ones, as a share.
fn english_share(text: &str) -> f64 {
    let (mut all, mut small) = (0, 0);
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        all += u32::from(!word.is_empty());
        small += u32::from(is_small_english(word));
    }
    if all < 12 {
        0.0
    } else {
        f64::from(small) / f64::from(all)
    }
}

/// Whether `word` is one of the small words that make up a good part of any English text, and of no other.
fn is_small_english(word: &str) -> bool {
    let mut low = [0; 4];
    let Some(low) = low.get_mut(..word.len()) else {
        return false;
    };
    low.copy_from_slice(word.as_bytes());
    low.make_ascii_lowercase();
    matches!(
        &*low,
        b"the"
            | b"of"
            | b"and"
            | b"to"
            | b"in"
            | b"that"
            | b"is"
            | b"was"
            | b"for"
            | b"on"
            | b"with"
            | b"said"
            | b"it"
            | b"at"
            | b"by"
            | b"from"
            | b"has"
            | b"have"
            | b"his"
            | b"are"
            | b"an"
            | b"be"
            | b"its"
            | b"will"
    )
}

fn code(language: Lang) -> Option<&'static str> {
    Some(match language {
        Lang::Eng => "en",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Ita => "it",
        Lang::Por => "pt",
        Lang::Nld => "nl",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Hun => "hu",
        Lang::Ron => "ro",
        Lang::Bul => "bg",
        Lang::Ell => "el",
        Lang::Tur => "tr",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "no",
        Lang::Fin => "fi",
        Lang::Est => "et",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Srp => "sr",
        Lang::Hrv => "hr",
        Lang::Slv => "sl",
        Lang::Cat => "ca",
        Lang::Ara => "ar",
        Lang::Heb => "he",
        Lang::Pes => "fa",
        Lang::Urd => "ur",
        Lang::Hin => "hi",
        Lang::Ben => "bn",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Mar => "mr",
        Lang::Tha => "th",
        Lang::Vie => "vi",
        Lang::Ind => "id",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Kat => "ka",
        Lang::Hye => "hy",
        Lang::Aze => "az",
        // The rest is mistaken for one another too often to be plain.
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::of;

    #[track_caller]
    fn case(text: &str, given: Option<&str>, language: Option<&str>) {
        assert_eq!(
            of(text, given.map(str::to_owned)).as_deref(),
            language,
            "{text}"
        );
    }

    #[test]
    fn tells_what_is_plain() {
        let english = "The dam above the town held through a third night of rain, and the people went home in the morning.";
        let german = "Der Damm über der Stadt hat eine dritte Nacht gehalten, und die Leute sind am Morgen nach Hause gegangen.";
        case(english, None, Some("en"));
        case(english, Some("de"), Some("en"));
        case(german, None, Some("de"));
        case(german, Some("en"), Some("de"));
        case(
            "Плотина над городом выдержала третью ночь дождя, и люди утром пошли домой. Никто не пострадал, сказал мэр, и школы снова откроются в понедельник.",
            None,
            Some("ru"),
        );
        case("12 34 56", None, None);
        case("12 34 56", Some("en"), Some("en"));
        case("", None, None);
    }
}
