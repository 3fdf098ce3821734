//! A label: the words before a colon that say who takes a turn, "HOLT:", "Ms. Holt:", "AB:".

use std::ops::Range;

use super::Cast;
use super::lexicon::Trait;
use super::member::{Gender, Member};
use super::name::{Name, key};
use super::reference::Who;

impl Cast<'_> {
    /// Whom the label that `tokens` are means; nothing where they are none, or are as likely to mean another.
    pub(super) fn read_label(&self, tokens: &Range<usize>) -> Option<(Who, &'static str)> {
        let gloss = &self.gloss;
        let paragraph = gloss
            .document
            .paragraphs
            .get(gloss.paragraph(tokens.start))?;
        let capitals = tokens.clone().all(|token| gloss.is_capital(token));
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
        let mut told = Gender::default();
        told.learn_role(gloss, tokens.clone());
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
            let mut members = (0..self.members.len()).filter(|nth| meant(&self.members[*nth]));
            let first = members.next()?;
            members.next().is_none().then_some(first)
        };
        let named = || {
            let named = |name: &Name| {
                name.keys().ends_with(&words)
                    || name.words.len() > 1 && name.keys().starts_with(&words)
            };
            (!words.is_empty()).then(|| only(&named)).flatten()
        };
        let initials = || {
            let [letters] = &words[..] else { return None };
            let initials = |name: &Name| {
                let first = |word: &String| word.chars().next();
                // "Ann Orr-Lee" is "AO" or "AOL".
                let keys = name.keys();
                let parts: Vec<String> = keys
                    .iter()
                    .flat_map(|key| key.split('-'))
                    .map(str::to_owned)
                    .collect();
                let spell = |words: &[String]| words.iter().filter_map(first).collect::<String>();
                name.words.len() > 1 && (spell(keys) == *letters || spell(&parts) == *letters)
            };
            only(&initials)
        };
        let member = named().or_else(initials)?;
        Some((Who::Member(member), "label"))
    }
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
            "Judge Fiona Marsh heard Jane Holt and Paul Varga, then Max Holt and Bo Orr.\n\n{label}: We are here."
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
    fn reads_labels() {
        case("VARGA", Some("Paul Varga"));
        case("MR. VARGA", Some("Paul Varga"));
        case("MS. HOLT", Some("Jane Holt"));
        case("MAX HOLT", Some("Max Holt"));
        case("PV", Some("Paul Varga"));
        case("BO", Some("Bo Orr"));
        case("THE COURT", Some("Fiona Marsh"));
        case("MODERATOR", None);
    }
}
