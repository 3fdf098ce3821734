//! Reasons: why each passage of an article came out as it did.

use std::io::{self, Write};

use onrecord::article::Article;
use onrecord::split;

/// Writes the passages of `article`, each with the rules and figures that made it, in order of place.
pub(crate) fn write(out: &mut impl Write, article: &Article) -> io::Result<()> {
    let name = article.headline.as_deref().unwrap_or(&article.path);
    writeln!(out, "{name} · {}", article.id)?;
    for explained in split::explained(article) {
        let passage = &explained.passage;
        let attribution = passage.kind.attribution();
        let speaker = attribution.map_or("the article", |attribution| {
            attribution.speaker.name().unwrap_or("nobody named")
        });
        writeln!(out, "\n{}  {speaker}", passage.kind.as_str())?;
        writeln!(out, "  {}", shown(passage.words.text()))?;
        if let Some(attribution) = attribution {
            let words = |excerpt: &Option<onrecord::text::Excerpt>| {
                excerpt
                    .as_ref()
                    .map_or("none".to_owned(), |e| shown(e.text()))
            };
            writeln!(
                out,
                "  source: {} · cue: {} · {}",
                words(&attribution.source),
                words(&attribution.cue),
                attribution.basis.as_str()
            )?;
        }
        for reason in &explained.why {
            writeln!(out, "  because: {reason}")?;
        }
        if let Some(said) = &passage.said {
            let days = said.days;
            writeln!(
                out,
                "  day: {} ({} to {})",
                shown(said.words.text()),
                days.from,
                days.to
            )?;
        }
    }
    writeln!(out)
}

/// `words` on one line, control characters left out.
fn shown(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|c| !c.is_control()));
    }
    line
}
