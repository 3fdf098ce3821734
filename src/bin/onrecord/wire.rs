//! The wire format: passages and articles as JSON objects, their places in Unicode code points.
//!
//! What stands here is a promise to scripts: within version 1 a field is added, never renamed, removed or given
//! another meaning.

use onrecord::article;
use onrecord::attribution;
use onrecord::date::Days;
use onrecord::index::Stories;
use onrecord::passage::{self, Kind};
use onrecord::query::Hit;
use onrecord::text::{self, Span};
use serde::Serialize;

use crate::print::why::Why;

/// The version of everything in this file.
pub(crate) const VERSION: u32 = 1;

/// Start and end of a run of code points, end exclusive.
pub(crate) type Place = [usize; 2];

/// An article without its text.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Article<'a> {
    pub(crate) id: &'a str,
    pub(crate) title: Option<&'a str>,
    pub(crate) publisher: Option<&'a str>,
    pub(crate) byline: Option<&'a str>,
    pub(crate) url: Option<&'a str>,
    pub(crate) published: Option<String>,
    pub(crate) language: Option<&'a str>,
    pub(crate) path: &'a str,
    /// The other articles of the index that tell its story.
    pub(crate) same_as: &'a [String],
}

impl<'a> Article<'a> {
    /// The wire form of `article`, which tells the story of others as `stories` have it.
    pub(crate) fn new(article: &'a article::Article, stories: &'a Stories) -> Self {
        Self {
            id: &article.id,
            title: article.headline.as_deref(),
            publisher: article.publisher.as_deref(),
            byline: article.byline.as_deref(),
            url: article.url.as_deref(),
            published: article.published.map(|day| day.to_string()),
            language: article.language.as_deref(),
            path: &article.path,
            same_as: stories.get(&article.id).map_or(&[], Vec::as_slice),
        }
    }
}

/// An article with its text and its passages.
#[derive(Debug, Serialize)]
pub(crate) struct Whole<'a> {
    #[serde(flatten)]
    pub(crate) article: &'a Article<'a>,
    pub(crate) text: &'a str,
    pub(crate) passages: Vec<Passage<'a>>,
}

/// A passage, the same wherever one is printed; `score` and `matches` only where it answers a query.
#[derive(Debug, Serialize)]
pub(crate) struct Passage<'a> {
    pub(crate) id: &'a str,
    pub(crate) kind: &'static str,
    pub(crate) text: &'a str,
    pub(crate) spans: Vec<Place>,
    pub(crate) attribution: Option<Attribution<'a>>,
    pub(crate) said: Option<Said<'a>>,
    pub(crate) context: Words<'a>,
    pub(crate) article: &'a Article<'a>,
    #[serde(flatten)]
    pub(crate) answer: Option<Answer<'a>>,
}

/// What a query adds to a passage.
#[derive(Debug, Serialize)]
pub(crate) struct Answer<'a> {
    pub(crate) score: f32,
    pub(crate) matches: Vec<Place>,
    /// The query that it answers, where several were asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) query: Option<&'a str>,
    pub(crate) also_in: Vec<AlsoIn<'a>>,
    /// Where to go on from, for `--after`.
    pub(crate) cursor: String,
    /// Why it ranks where it does and has this speaker and day, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<&'a Why>,
}

/// Another article that prints the same words.
#[derive(Debug, Serialize)]
pub(crate) struct AlsoIn<'a> {
    pub(crate) id: &'a str,
    pub(crate) article: Article<'a>,
}

/// An article found, with its passages that answer best.
#[derive(Debug, Serialize)]
pub(crate) struct ArticleHit<'a> {
    pub(crate) article: &'a Article<'a>,
    pub(crate) score: f32,
    pub(crate) passages: Vec<Passage<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) query: Option<&'a str>,
}

/// Words of an article and their places in its text.
#[derive(Debug, Serialize)]
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    pub(crate) spans: Vec<Place>,
}

/// Who is on record for a quote or claim.
#[derive(Debug, Serialize)]
pub(crate) struct Attribution<'a> {
    pub(crate) id: &'a str,
    pub(crate) speaker: Option<&'a str>,
    pub(crate) source: Option<Words<'a>>,
    pub(crate) cue: Option<Words<'a>>,
    pub(crate) medium: Option<&'static str>,
    pub(crate) handle: Option<&'a str>,
    pub(crate) basis: &'static str,
}

/// When it was said: the article's words and the interval of days they mean.
#[derive(Debug, Serialize)]
pub(crate) struct Said<'a> {
    pub(crate) text: &'a str,
    pub(crate) spans: Vec<Place>,
    pub(crate) from: String,
    pub(crate) to: String,
}

impl<'a> Passage<'a> {
    /// The wire form of `passage`, whose article's text `points` has counted.
    pub(crate) fn new(
        passage: &'a passage::Passage,
        article: &'a Article<'a>,
        points: &CodePoints<'_>,
    ) -> Self {
        Self {
            id: &passage.id,
            kind: passage.kind.as_str(),
            text: passage.words.text(),
            spans: points.places(passage.words.spans()),
            attribution: match &passage.kind {
                Kind::Quote(attribution) | Kind::Claim(attribution) => {
                    Some(Attribution::new(attribution, points))
                }
                Kind::Fact => None,
            },
            said: passage.said.as_ref().map(|said| {
                let Days { from, to } = said.days;
                Said {
                    text: said.words.text(),
                    spans: points.places(said.words.spans()),
                    from: from.to_string(),
                    to: to.to_string(),
                }
            }),
            context: Words::new(&passage.context, points),
            article,
            answer: None,
        }
    }
}

impl<'a> Passage<'a> {
    /// The wire form of `hit`; `query` names what it answers, where several were asked.
    pub(crate) fn hit(
        hit: &'a Hit,
        article: &'a Article<'a>,
        points: &CodePoints<'_>,
        stories: &'a Stories,
        query: Option<&'a str>,
        why: Option<&'a Why>,
    ) -> Self {
        let words = CodePoints::of(hit.passage.words.text());
        let answer = Answer {
            score: hit.score,
            matches: words.places(&hit.matches),
            query,
            also_in: hit
                .also_in
                .iter()
                .map(|also| AlsoIn {
                    id: &also.passage,
                    article: Article::new(&also.article, stories),
                })
                .collect(),
            cursor: hit.cursor.to_string(),
            why,
        };
        Self {
            answer: Some(answer),
            ..Self::new(&hit.passage, article, points)
        }
    }
}

impl<'a> Attribution<'a> {
    fn new(attribution: &'a attribution::Attribution, points: &CodePoints<'_>) -> Self {
        Self {
            id: &attribution.id,
            speaker: attribution.speaker.name(),
            source: attribution
                .source
                .as_ref()
                .map(|words| Words::new(words, points)),
            cue: attribution
                .cue
                .as_ref()
                .map(|words| Words::new(words, points)),
            medium: attribution.medium.map(attribution::Medium::as_str),
            handle: attribution.handle.as_deref(),
            basis: attribution.basis.as_str(),
        }
    }
}

impl<'a> Words<'a> {
    fn new(words: &'a text::Excerpt, points: &CodePoints<'_>) -> Self {
        Self {
            text: words.text(),
            spans: points.places(words.spans()),
        }
    }
}

/// Counts the code points before any byte of a text; the one place where bytes become code points.
///
/// One pass over the text, then at most [`CodePoints::BLOCK`] bytes for each place: linear however many passages.
pub(crate) struct CodePoints<'a> {
    text: &'a [u8],
    /// The code points before each block; empty when every character is one byte.
    before: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    const BLOCK: usize = 256;

    pub(crate) fn of(text: &'a str) -> Self {
        let text_bytes = text.as_bytes();
        let before = if text.is_ascii() {
            Vec::new()
        } else {
            let mut count = 0;
            text_bytes
                .chunks(Self::BLOCK)
                .map(|block| {
                    let here = count;
                    count += points_in(block);
                    here
                })
                .collect()
        };
        Self {
            text: text_bytes,
            before,
        }
    }

    fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let block = byte / Self::BLOCK;
        match self.before.get(block) {
            Some(before) => before + points_in(&self.text[block * Self::BLOCK..byte]),
            None if self.before.is_empty() => byte,
            // The end of a text whose last block is full.
            None => points_in(self.text),
        }
    }

    pub(crate) fn place(&self, span: Span) -> Place {
        [self.at(span.start), self.at(span.end)]
    }

    pub(crate) fn places(&self, spans: &[Span]) -> Vec<Place> {
        spans.iter().map(|&span| self.place(span)).collect()
    }
}

fn points_in(bytes: &[u8]) -> usize {
    // A byte of the form 10xxxxxx goes on with a character that began before it.
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::{CodePoints, Span};

    #[track_caller]
    fn case(text: &str) {
        let points = CodePoints::of(text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(
                points.place(Span::new(byte, text.len())),
                [count, text.chars().count()]
            );
        }
    }

    #[test]
    fn counts_code_points() {
        case("");
        case("plain");
        case("“héllo” 🙂 née");
        case(&"a".repeat(CodePoints::BLOCK * 2));
        case(&"é".repeat(CodePoints::BLOCK));
        case(&"x€🙂".repeat(CodePoints::BLOCK + 1));
    }
}
