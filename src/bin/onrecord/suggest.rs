//! Names that somebody may have meant.

use onrecord::error::Result;
use onrecord::index::Searcher;
use onrecord::query::{Expression, Field, Pattern, Query};

/// How alike two names must be, of one: a letter or two wrong.
const ALIKE: f64 = 0.88;

/// `did you mean “Christopher Krebs”?`, where `query` asks for a speaker that nobody is called.
pub(crate) fn speaker(searcher: &Searcher, query: &Query) -> Result<Option<String>> {
    let mut asked: Vec<&str> = query.speaker.as_deref().into_iter().collect();
    if let Some(expression) = &query.expression {
        speakers(expression, &mut asked);
    }
    let Some(asked) = asked.first() else {
        return Ok(None);
    };
    let by_name = Query {
        speaker: Some((*asked).to_owned()),
        ..Query::default()
    };
    if searcher.count(&by_name)? > 0 {
        // Somebody is called so, and it is the words that were not found.
        return Ok(None);
    }
    let known = searcher.speakers(&Query::default())?;
    let names = known.iter().map(|speaker| speaker.name.as_str());
    Ok(nearest(asked, names).map(|name| format!("did you mean “{name}”?")))
}

fn speakers<'q>(expression: &'q Expression, found: &mut Vec<&'q str>) {
    match expression {
        Expression::In(Field::Speaker, Pattern::Word(words) | Pattern::Phrase(words, _)) => {
            found.push(words);
        }
        Expression::All(parts) | Expression::Any(parts) => {
            for part in parts {
                speakers(part, found);
            }
        }
        _ => {}
    }
}

/// The name most like `asked`, whole or in one of its words; of two alike the more frequent, which comes first.
fn nearest<'n>(asked: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let asked = asked.to_lowercase();
    let mut best = None;
    let mut likeness = ALIKE;
    for name in names {
        let whole = name.to_lowercase();
        let words = whole.split_whitespace().chain([whole.as_str()]);
        let alike = words
            .map(|word| strsim::jaro_winkler(&asked, word))
            .fold(0.0, f64::max);
        // A name that was asked for as it stands found nothing, so it is not what was meant.
        if alike > likeness && alike < 1.0 {
            (best, likeness) = (Some(name), alike);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[track_caller]
    fn case(asked: &str, meant: Option<&str>) {
        let names = ["Ruth Okafor", "Christopher Krebs", "Bo"];
        assert_eq!(nearest(asked, names.into_iter()), meant, "{asked}");
    }

    #[test]
    fn finds_the_name_that_was_meant() {
        case("kreps", Some("Christopher Krebs"));
        case("Ruth Okafer", Some("Ruth Okafor"));
        case("smith", None);
        case("okafor", None);
    }
}
