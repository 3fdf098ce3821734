//! Why a hit is what it is: where the words of the query stand, what makes its speaker the speaker and its day the day.

use std::fmt::Write;

use onrecord::attribution::{Basis, Speaker};
use onrecord::query::{Expression, Hit, Pattern, Query};
use onrecord::text::{Excerpt, fold};
use serde::Serialize;

/// The reasons for one hit.
#[derive(Debug, Serialize)]
pub(crate) struct Why {
    /// What the words of the query are worth here; comparable within one answer only.
    pub(crate) score: f32,
    /// Each word or phrase of the query, and where it was found.
    pub(crate) words: Vec<Found>,
    /// Why the speaker is the speaker; nothing for a fact.
    pub(crate) speaker: Option<String>,
    /// Why the days are the days.
    pub(crate) said: Option<String>,
}

/// A word or phrase of the query.
#[derive(Debug, Serialize)]
pub(crate) struct Found {
    pub(crate) word: String,
    /// `passage`, `context`, `speaker`, `headline`, or `form` for another form of it in one of these.
    pub(crate) place: Vec<&'static str>,
}

impl Why {
    pub(crate) fn new(hit: &Hit, query: &Query) -> Self {
        let mut asked = Vec::new();
        if let Some(expression) = &query.expression {
            words(expression, &mut asked);
        }
        let found = asked.into_iter().map(|word| Found {
            place: places(hit, &word),
            word,
        });
        Self {
            score: hit.score,
            words: found.filter(|found| !found.place.is_empty()).collect(),
            speaker: speaker(hit),
            said: said(hit),
        }
    }

    /// The same as sentences.
    pub(crate) fn lines(&self) -> Vec<String> {
        let words: Vec<String> = self
            .words
            .iter()
            .map(|found| format!("“{}” in its {}", found.word, found.place.join(" and ")))
            .collect();
        let mut rank = format!("rank: score {:.2}", self.score);
        if !words.is_empty() {
            let _ = write!(rank, "; {}", words.join(", "));
        }
        let mut lines = vec![rank];
        lines.extend(self.speaker.as_ref().map(|why| format!("speaker: {why}")));
        lines.extend(self.said.as_ref().map(|why| format!("day: {why}")));
        lines
    }
}

/// The words and phrases that a passage is to have.
fn words(expression: &Expression, found: &mut Vec<String>) {
    match expression {
        Expression::Words(
            Pattern::Word(word)
            | Pattern::Phrase(word, _)
            | Pattern::Prefix(word)
            | Pattern::Fuzzy(word, _),
        ) => found.push(word.clone()),
        Expression::All(parts) | Expression::Any(parts) => {
            for part in parts {
                words(part, found);
            }
        }
        _ => {}
    }
}

/// Where the word stands, beginning with the passage itself.
///
/// The stem is enough in the index; here the beginning of the word stands for it.
fn places(hit: &Hit, word: &str) -> Vec<&'static str> {
    let word = fold::folded(word);
    let mut places = Vec::new();
    let passage = &hit.passage;
    let marked = hit
        .matches
        .iter()
        .any(|span| alike(&fold::folded(span.of(passage.words.text())), &word));
    let holds = |text: &str| {
        let text = format!(" {} ", fold::folded(text));
        text.contains(&format!(" {word} "))
            || (!word.contains(' ') && text.split(' ').any(|other| alike(other, &word)))
    };
    if marked || holds(passage.words.text()) {
        places.push("passage");
    } else if holds(passage.context.text()) {
        places.push("context");
    }
    if let Some(attribution) = passage.kind.attribution()
        && let Speaker::Named(name) = &attribution.speaker
        && (holds(&name.full) || name.others.iter().any(|name| holds(name)))
    {
        places.push("speaker");
    }
    if hit.article.headline.as_deref().is_some_and(holds) {
        places.push("headline");
    }
    places
}

/// Whether two folded words are likely forms of one.
fn alike(one: &str, other: &str) -> bool {
    const STEM: usize = 4;
    let shared = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let longest = one.chars().count().max(other.chars().count());
    one == other || (shared >= STEM && shared + STEM > longest)
}

fn speaker(hit: &Hit) -> Option<String> {
    let attribution = hit.passage.kind.attribution()?;
    let source = attribution.source.as_ref().map(Excerpt::text);
    let cue = attribution.cue.as_ref().map(Excerpt::text);
    let named = match source {
        Some(source) => format!("“{source}”"),
        None => "the source".into(),
    };
    let rule = match attribution.basis {
        Basis::SameSentence => format!("{named} stands in the sentence of the words"),
        Basis::PreviousSentence => format!("{named} stands in the sentence before"),
        Basis::NextSentence => format!("{named} stands in the sentence after"),
        Basis::Continued => "the words go on from the quote before".into(),
        Basis::Signature => format!("{named} signed the words"),
        Basis::Turn => format!("the line opens with {named}"),
        Basis::Introduced => "the paragraph before introduces the block quotation".into(),
        Basis::Marks => {
            "the words stand between quotation marks, and nobody is named for them".into()
        }
    };
    let mut why = rule;
    if let Some(cue) = cue {
        let _ = write!(why, ", with “{cue}”");
    }
    match &attribution.speaker {
        Speaker::Named(name) if source.is_some_and(|source| source != name.full) => {
            let _ = write!(why, "; the article calls them {}", name.full);
        }
        Speaker::Described(_) => why += "; the article names nobody",
        _ => {}
    }
    Some(why)
}

fn said(hit: &Hit) -> Option<String> {
    let said = hit.passage.said.as_ref()?;
    let (from, to) = (said.days.from, said.days.to);
    let words = said.words.text();
    let mut why = if from == to {
        format!("“{words}” is {from}")
    } else {
        format!("“{words}” is {from} to {to}")
    };
    if let Some(published) = hit.article.published {
        let _ = write!(why, ", in an article published on {published}");
    }
    Some(why)
}
