//! Why a hit is what it is: what each word of the query adds to its rank, what made its speaker the speaker and its day
//! the day.

use onrecord::index::Reason;
use onrecord::query::Hit;
use serde::Serialize;

/// The reasons for one hit.
#[derive(Debug, Serialize)]
pub(crate) struct Why {
    /// What the words of the query add up to; comparable within one answer only.
    pub(crate) score: f32,
    /// What each word or phrase of the query adds.
    pub(crate) words: Vec<Added>,
    /// The rules and figures that made the passage and found its speaker, in the order in which they spoke.
    pub(crate) rules: Vec<String>,
    /// Why the days are the days.
    pub(crate) said: Option<String>,
}

/// A word or phrase of the query.
#[derive(Debug, Serialize)]
pub(crate) struct Added {
    pub(crate) word: String,
    /// What it adds to the score; nought where the passage has it not.
    pub(crate) score: f32,
    /// How much it tells, whatever the passage: the rarer the more.
    pub(crate) rarity: f32,
    /// Where it was found: in the `text`, its `context`, the `speaker`, the `headline` or another field.
    pub(crate) places: Vec<Place>,
}

/// A place where a word was found, and how often.
#[derive(Debug, Serialize)]
pub(crate) struct Place {
    pub(crate) field: String,
    pub(crate) count: u32,
}

impl Why {
    pub(crate) fn new(hit: &Hit, reasons: Vec<Reason>, rules: Vec<String>) -> Self {
        let words = reasons.into_iter().map(|reason| Added {
            word: reason.words,
            score: reason.score,
            rarity: reason.rarity,
            places: reason
                .places
                .into_iter()
                .map(|(field, count)| Place { field, count })
                .collect(),
        });
        Self {
            score: hit.score,
            words: words.collect(),
            rules,
            said: said(hit),
        }
    }

    /// The same for a person to read, a line each.
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut rank = format!("rank: {:.2}", self.score);
        for (nth, word) in self.words.iter().enumerate() {
            rank.push_str(if nth == 0 { " = " } else { " + " });
            rank.push_str(&word.told());
        }
        let mut lines = vec![rank];
        if !self.rules.is_empty() {
            lines.push(format!("found: {}", self.rules.join("; ")));
        }
        lines.extend(self.said.as_ref().map(|why| format!("day: {why}")));
        lines
    }
}

impl Added {
    /// `2.31 for “dam” (text 2, headline 1)`
    fn told(&self) -> String {
        let places: Vec<String> = self
            .places
            .iter()
            .map(|place| format!("{} {}", place.field, place.count))
            .collect();
        let places = match places.len() {
            0 => "not found".into(),
            _ => places.join(", "),
        };
        format!("{:.2} for “{}” ({places})", self.score, self.word)
    }
}

fn said(hit: &Hit) -> Option<String> {
    let said = hit.passage.said.as_ref()?;
    let (from, to) = (said.days.from, said.days.to);
    let words = said.words.text();
    let days = if from == to {
        format!("“{words}” is {from}")
    } else {
        format!("“{words}” is {from} to {to}")
    };
    Some(match hit.article.published {
        Some(published) => format!("{days}, in an article published on {published}"),
        None => days,
    })
}
