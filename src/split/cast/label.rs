//! A label: the words before a colon that say who takes a turn, "HOLT:", "Ms. Holt:", "AB:".

use std::ops::Range;

use super::Cast;
use super::gloss::Case;
use super::lexicon::{Trait, entry};
use super::member::{Gender, Member};
use super::name::{Name, key};
use super::reference::Who;
use crate::attribution::{self, Speaker};

impl Cast<'_> {
    /// Whom the label that `tokens` are means; nothing where they are none, or are as likely to mean another.
    pub(super) fn read_label(&self, tokens: &Range<usize>) -> Option<(Who, &'static str)> {
        let gloss = &self.gloss;
        let paragraph = gloss
            .document
            .paragraphs
            .get(gloss.paragraph(tokens.start))?;
        let capitals =
            (tokens.clone()).all(|token| gloss.word(token).starts_with(char::is_uppercase));
        let opens = paragraph.tokens.start == tokens.start && gloss.word(tokens.end) == ":";
        if !opens || !capitals || tokens.is_empty() {
            return None;
        }
        // In a transcript the court is its judge.
        if gloss.word(tokens.start) == "THE" && gloss.word(tokens.start + 1) == "COURT" {
            let judge = self.roles.only("judge")?;
            return Some((Who::Member(judge), "role"));
        }
        let words: Vec<String> = tokens
            .clone()
            .filter(|token| !gloss.is(*token, Trait::Role))
            .map(|token| key(gloss.word(token)))
            .collect();
        let told = Gender::of_role(gloss, tokens.clone());
        let only = |fits: &dyn Fn(&Name) -> bool| {
            let spelled = |name: &Name| {
                let written = |word: &String| word.chars().any(char::is_lowercase);
                name.words.iter().any(written) && fits(name)
            };
            let meant = |member: &Member| {
                member.may_be_person()
                    && !told.contradicts(member.gender)
                    && member.names.iter().any(spelled)
            };
            let members: Vec<usize> = (0..self.members.len())
                .filter(|nth| meant(&self.members[*nth]))
                .collect();
            match members[..] {
                [only] => Some(only),
                _ => self.labelled_whole(&members),
            }
        };
        let named = || {
            let named = |name: &Name| {
                let keys = name.keys();
                keys.len() >= words.len() && keys.windows(words.len()).any(|part| part == words)
            };
            (!words.is_empty()).then(|| only(&named)).flatten()
        };
        // "DS" and "D.S.", "IO-L", "SO’D"
        let letters: String = gloss
            .span(tokens)
            .of(gloss.document.text)
            .chars()
            .filter(|c| c.is_alphabetic())
            .flat_map(char::to_lowercase)
            .collect();
        let initials = || {
            let short = (2..=MOST_INITIALS).contains(&letters.chars().count())
                && tokens
                    .clone()
                    .all(|token| gloss.case(token) != Case::Capital);
            short.then(|| only(&|name: &Name| is_spelled(name, &letters)))?
        };
        let member = named().or_else(initials)?;
        Some((Who::Member(member), "label"))
    }

    /// The paper whose name `tokens` are, the label of what it asks: "Gazette: Why now?".
    pub(super) fn labelled_paper(&self, tokens: &Range<usize>) -> Option<Speaker> {
        let gloss = &self.gloss;
        let document = gloss.document;
        let paragraph = document.paragraphs.get(gloss.paragraph(tokens.start))?;
        let opens = paragraph.tokens.start == tokens.start && gloss.word(tokens.end) == ":";
        let words = gloss.span(tokens).of(document.text);
        let publisher = document.article.publisher.as_deref().unwrap_or_default();
        let last = tokens.end.checked_sub(1)?;
        let is_paper = gloss.is(last, Trait::OrganisationHead)
            || gloss.is(last, Trait::Body)
            || publisher.to_lowercase().contains(&words.to_lowercase());
        let role = tokens.clone().any(|token| gloss.is(token, Trait::Role));
        let named = opens && is_paper && !role && words.starts_with(char::is_uppercase);
        named.then(|| {
            Speaker::Named(attribution::Name {
                full: words.to_owned(),
                others: Vec::new(),
            })
        })
    }

    /// Who of `members` was labelled by the whole name: "ANN LEE:" before "LEE:".
    fn labelled_whole(&self, members: &[usize]) -> Option<usize> {
        // The work stays linear.
        const MOST: usize = 200;
        let gloss = &self.gloss;
        let labelled = |member: usize| {
            let mut names = self.members[member].names.iter();
            names.any(|name| {
                let words = name.keys().len();
                let opens = |start: usize| {
                    gloss.word(start + words) == ":"
                        && (0..words).all(|nth| key(gloss.word(start + nth)) == name.keys()[nth])
                };
                let paragraphs = gloss.document.paragraphs.iter().take(MOST);
                words > 1
                    && paragraphs
                        .into_iter()
                        .any(|paragraph| opens(paragraph.tokens.start))
            })
        };
        let mut whole = members.iter().copied().filter(|member| labelled(*member));
        let first = whole.next()?;
        whole.next().is_none().then_some(first)
    }
}

/// No label of initials is longer.
const MOST_INITIALS: usize = 5;

/// Whether `letters` are the initials of `name`: "AO" and "AOL" of "Ann Orr-Lee", "JO" and "JVDO" of "Jan van der Orr".
fn is_spelled(name: &Name, letters: &str) -> bool {
    let first = |word: &str| word.chars().next();
    let keys: Vec<&str> = name.keys().iter().map(String::as_str).collect();
    let parts = |marks: &'static [char]| keys.iter().flat_map(move |key| key.split(marks));
    let large = keys.iter().filter(|key| !entry(key).is(Trait::Particle));
    let ends = [keys.first(), keys.last()];
    let is = |mut spelled: String| {
        spelled.retain(char::is_alphabetic);
        spelled == letters
    };
    keys.len() > 1
        && (is(keys.iter().filter_map(|key| first(key)).collect())
            || is(parts(&['-']).filter_map(first).collect())
            || is(parts(&['-', '\'']).filter_map(first).collect())
            || is(large.filter_map(|key| first(key)).collect())
            || is(ends
                .into_iter()
                .flatten()
                .filter_map(|key| first(key))
                .collect()))
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::attribution::Speaker;
    use crate::split::cast::Cast;
    use crate::split::document::Document;
    use crate::text::Span;

    #[track_caller]
    fn case(label: &str, expected: Option<&str>) {
        let text = format!(
            "Judge Fiona Marsh heard Jane Holt and Paul Varga, then Max Holt, Sinéad O’Dea-Ito, Dora Salt and Bo Orr.\n\n{label}: We are here."
        );
        let article = Article {
            body: vec![Span::whole(&text)],
            text,
            ..Article::default()
        };
        let document = Document::of(&article);
        let at = article.text.rfind(label).unwrap_or_default();
        let cast = Cast::of(&document, &[]);
        let speaker = cast.identify(Some(Span::new(at, at + label.len()))).speaker;
        let found = match &speaker {
            Speaker::Named(name) => Some(name.full.as_str()),
            _ => None,
        };
        assert_eq!(found, expected, "{label}");
    }

    #[test]
    fn who_was_labelled_whole_is_labelled_again() {
        let text = "Bo Orr met Ann Orr.\n\nANN ORR: Here we are.\n\nORR: We are here.";
        crate::split::cast::tests::case(text, &[("|ORR|: We", "Ann Orr")]);
    }

    #[test]
    fn reads_labels() {
        case("VARGA", Some("Paul Varga"));
        case("MR. VARGA", Some("Paul Varga"));
        case("MS. HOLT", Some("Jane Holt"));
        case("MAX HOLT", Some("Max Holt"));
        case("PV", Some("Paul Varga"));
        case("BO", Some("Bo Orr"));
        case("P.V.", Some("Paul Varga"));
        case("SODI", Some("Sinéad O’Dea-Ito"));
        case("SO-I", Some("Sinéad O’Dea-Ito"));
        case("DS", Some("Dora Salt"));
        case("THE COURT", Some("Fiona Marsh"));
        case("MODERATOR", None);
    }
}
