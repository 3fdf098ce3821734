//! Articles made by hand, for tests.

use crate::article::Article;
use crate::attribution::{Attribution, Basis, Medium, Name, Speaker};
use crate::passage::{Kind, Passage};
use crate::text::{Excerpt, Span};

/// An article whose sentences stand a line each and are facts, unless told otherwise.
pub(super) struct Sample {
    pub(super) article: Article,
    pub(super) passages: Vec<Passage>,
}

impl Sample {
    pub(super) fn new(id: &str, day: &str, headline: &str, text: &str) -> Self {
        let article = Article {
            id: id.to_owned(),
            headline: Some(headline.to_owned()),
            publisher: Some("The Daily Record".to_owned()),
            published: day.parse().ok(),
            path: format!("{id}.txt"),
            text: text.to_owned(),
            body: vec![Span::whole(text)],
            ..Article::default()
        };
        let mut sample = Self {
            article,
            passages: Vec::new(),
        };
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(at, at + line.len()).trim(text);
            at += line.len();
            sample.add(Kind::Fact, &[span], span);
        }
        sample
    }

    /// Words of `speaker`, in the line that holds them, in place of the fact that the line was.
    pub(super) fn said(mut self, quote: bool, speaker: &[&str], pieces: &[&str]) -> Self {
        let text = self.article.text.clone();
        let spans: Vec<Span> = pieces
            .iter()
            .map(|piece| {
                let start = text.find(piece).expect("a piece of the text");
                Span::new(start, start + piece.len())
            })
            .collect();
        let start = text[..spans[0].start].rfind('\n').map_or(0, |at| at + 1);
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let line = Span::new(start, end).trim(&text);
        self.passages
            .retain(|passage| passage.kind != Kind::Fact || passage.words.extent() != line);
        let attribution = Attribution {
            id: format!("a{}", line.start),
            speaker: match speaker {
                [] => Speaker::Unnamed,
                [full, others @ ..] => Speaker::Named(Name {
                    full: (*full).to_owned(),
                    others: others.iter().map(|&other| other.to_owned()).collect(),
                }),
            },
            source: None,
            cue: text
                .find("said")
                .map(|at| Excerpt::cut(&text, vec![Span::new(at, at + 4)])),
            medium: text.contains("tweet").then_some(Medium::Tweet),
            handle: None,
            basis: Basis::SameSentence,
        };
        let kind = if quote {
            Kind::Quote(attribution)
        } else {
            Kind::Claim(attribution)
        };
        self.add(kind, &spans, line);
        self
    }

    fn add(&mut self, kind: Kind, words: &[Span], context: Span) {
        let text = &self.article.text;
        let words = Excerpt::cut(text, words.to_vec());
        let id = format!(
            "{}-{}-{}",
            self.article.id,
            kind.as_str(),
            words.extent().start
        );
        self.passages.push(Passage {
            id,
            kind,
            words,
            context: Excerpt::cut(text, vec![context]),
            said: None,
        });
    }
}
