//! Whom the words of a source mean, in articles of a few sentences.

mod bodies;
mod described;
mod names;
mod pronouns;
mod roles;

use super::Cast;
use crate::article::Article;
use crate::attribution::Speaker;
use crate::split::document::Document;
use crate::text::Span;

/// Whom the words between the bars mean in `text`.
#[track_caller]
pub(in crate::split::cast) fn case(text: &str, expected: &[(&str, &str)]) {
    let article = Article {
        text: text.to_owned(),
        body: vec![Span::whole(text)],
        byline: Some("Ann Author".to_owned()),
        ..Article::default()
    };
    let document = Document::of(&article);
    let cast = Cast::of(&document, &[]);
    for (place, who) in expected {
        // The source is what stands between the bars: "so |she| said".
        let plain = place.replace('|', "");
        let at = text
            .find(&plain)
            .map(|at| at + place.find('|').unwrap_or(0));
        let source = place.split('|').nth(1).unwrap_or(place);
        let at = at.unwrap_or_else(|| panic!("{place} is not in the text"));
        let identity = cast.identify(Some(Span::new(at, at + source.len())));
        let found = match identity.speaker {
            Speaker::Named(name) => name.full,
            Speaker::Described(words) => format!("~{words}"),
            Speaker::Unnamed => String::new(),
        };
        assert_eq!(found, *who, "{place} ({})", identity.why);
    }
}
