//! Posts and signed words: a paragraph above the line of its signer, "— Ann Lee (@annlee) May 2, 2020", or behind the account
//! that it comes from, "@annlee: …".

use super::document::Document;
use super::statement::{Post, Statement};
use crate::attribution::{Basis, Medium};
use crate::date;
use crate::text::Span;

/// A signature is no longer than this, in bytes.
const SIGNATURE: usize = 160;

/// What is told of a signer has no more words: "mayor of Leeds".
const LONGEST_TAIL: usize = 8;

/// The posts and signed quotations of `document`; each takes its paragraph whole.
pub(crate) fn posts(document: &Document) -> Vec<Statement> {
    let mut posts: Vec<Statement> = Vec::new();
    for (nth, paragraph) in document.paragraphs.iter().enumerate() {
        if let Some(post) = labelled(document, paragraph.span) {
            posts.push(post);
            continue;
        }
        let Some(signature) = signature(document, paragraph.span) else {
            continue;
        };
        let above = Span::new(paragraph.span.start, signature.dash).trim(document.text);
        let words = if above.is_empty() {
            // The signature stands on a line of its own.
            let Some(before) = nth.checked_sub(1).map(|nth| document.paragraphs[nth].span) else {
                continue;
            };
            if posts.last().is_some_and(|post| post.overlaps(before)) {
                continue;
            }
            before
        } else {
            above
        };
        let quoted = between_marks(document, words);
        // Without marks, an account tells that the words are a post, or the hour under them.
        let posted = signature.post.handle.is_some() || signature.hour && above.is_empty();
        if quoted.is_none() && (!posted || signature.told) {
            continue;
        }
        posts.push(Statement {
            content: vec![quoted.unwrap_or(words)],
            cue: None,
            source: Some(signature.name),
            basis: Basis::Signature,
            verbatim: true,
            post: Some(signature.post),
            confidence: 1.0,
            why: "signed".to_owned(),
        });
    }
    posts
}

/// The post that `paragraph` is behind the account it comes from: "@annlee: We are closed.", "Ann Lee (@annlee): We are closed."
fn labelled(document: &Document, paragraph: Span) -> Option<Statement> {
    const LONGEST: usize = 80;
    let words = paragraph.of(document.text);
    let at = words.find('@').filter(|at| *at < LONGEST)?;
    let free = words[..at].chars().next_back();
    if free.is_some_and(|c| !c.is_whitespace() && c != '(') {
        return None;
    }
    let name = words[..at].trim_end_matches([' ', '(', ',']);
    let behind = &words[at + 1..];
    let written = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    let length = behind.find(|c: char| !written(c)).unwrap_or(behind.len());
    let rest = behind[length..].trim_start_matches([')', ' ', '\u{a0}']);
    let spoken = ["wrote:", "posted:", "writes:", ":"]
        .iter()
        .find_map(|label| rest.strip_prefix(label))?;
    let spoken = Span::new(paragraph.end - spoken.len(), paragraph.end).trim(document.text);
    if length < 2 || spoken.is_empty() || !(name.is_empty() || is_name(name)) {
        return None;
    }
    let handle = &words[at..=at + length];
    let source = if name.is_empty() { handle } else { name };
    let start = paragraph.start + if name.is_empty() { at } else { 0 };
    Some(Statement {
        content: vec![between_marks(document, spoken).unwrap_or(spoken)],
        cue: None,
        source: Some(Span::new(start, start + source.len())),
        basis: Basis::Signature,
        verbatim: true,
        post: Some(Post {
            medium: Some(Medium::Post),
            handle: Some(handle.to_owned()),
            day: None,
        }),
        confidence: 1.0,
        why: "behind the account that posted it".to_owned(),
    })
}

struct Signature {
    /// Where the dash before the name stands.
    dash: usize,
    name: Span,
    /// Whether more is told of the signer than a handle and a day: "Ann Lee, 67, retired".
    told: bool,
    /// Whether it ends with a time of day.
    hour: bool,
    post: Post,
}

/// What stands between the marks, where one pair encloses all of `words`.
fn between_marks(document: &Document, words: Span) -> Option<Span> {
    document
        .quotation_of(words)
        .map(|quotation| quotation.inner)
}

/// The signature at the end of `paragraph`.
fn signature(document: &Document, paragraph: Span) -> Option<Signature> {
    let words = paragraph.of(document.text);
    let mut from = words.len().saturating_sub(SIGNATURE);
    while !words.is_char_boundary(from) {
        from += 1;
    }
    let dashes = words[from..]
        .char_indices()
        .filter(|(_, c)| matches!(c, '—' | '–' | '-' | '―'));
    dashes.map(|(at, _)| from + at).find_map(|at| {
        let free = words[..at]
            .chars()
            .next_back()
            .is_none_or(|c| c.is_whitespace() || c == '”');
        let line = words[at..].trim_start_matches(['—', '–', '-', '―', ' ', '\u{a0}']);
        let start = paragraph.end - line.len();
        if free {
            signed(
                document,
                Span::new(start, paragraph.end),
                paragraph.start + at,
            )
        } else {
            None
        }
    })
}

/// Reads "Ann Lee (@annlee) May 2, 2020" or "Ann Lee, mayor": a name, then a handle, a day or both, or nothing.
fn signed(document: &Document, line: Span, dash: usize) -> Option<Signature> {
    let words = line.of(document.text);
    // An account may sign alone: "— @annlee, 3:02 a.m."
    let alone = words.starts_with('@');
    let ends =
        |c: char| matches!(c, '(' | ',' | '\n') || if alone { c.is_whitespace() } else { c == '@' };
    let name_len = words.find(ends).unwrap_or(words.len());
    let behind = words[name_len..].trim_start();
    if alone && !(behind.is_empty() || behind.starts_with([',', '('])) {
        return None;
    }
    let name = Span::new(line.start, line.start + name_len).trim(document.text);
    let handle = words[if alone { 0 } else { name_len }..]
        .find('@')
        .map(|at| &words[if alone { 0 } else { name_len + at }..])
        .map(|rest| {
            let end =
                rest[1..].find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '-')));
            rest[..end.map_or(rest.len(), |end| end + 1)].trim_end_matches('.')
        });
    let handle = handle.filter(|handle| handle.len() > 1);
    let tail_from = match words[name_len..].find(')') {
        Some(close) => name_len + close + 1,
        None => match handle {
            Some(handle) => words
                .find(handle)
                .map_or(words.len(), |at| at + handle.len()),
            None => (name_len + 1).min(words.len()),
        },
    };
    let tail = words.get(tail_from..).unwrap_or_default();
    let tail = Span::new(line.end - tail.len(), line.end).trim_matches(document.text, |c| {
        c.is_whitespace() || matches!(c, ',' | '.' | '·' | '|')
    });
    let day = date::read_day(tail.of(document.text));
    // "Ann Lee, Orr Street, 3:02 a.m."
    let hour = is_hour(tail.of(document.text));
    let told = handle.is_none() && day.is_none() && !tail.is_empty() && !hour;
    let short = tail.of(document.text).split_whitespace().count() <= LONGEST_TAIL
        && words[name_len..].starts_with(',');
    let named = is_name(name.of(document.text)) || alone && handle.is_some();
    if !named || (told || hour) && !short {
        return None;
    }
    let hourly = Some(Medium::Post).filter(|_| hour);
    let medium = hourly.or(handle.map(|handle| {
        if handle.contains('.') {
            Medium::Post
        } else {
            Medium::Tweet
        }
    }));
    let post = Post {
        medium,
        handle: handle.map(str::to_owned),
        day: day.map(|day| (tail, day)),
    };
    Some(Signature {
        dash,
        name,
        told,
        hour,
        post,
    })
}

/// Whether `words` end in a time of day: "Orr Street, 3:02 a.m", "15:40".
fn is_hour(words: &str) -> bool {
    let last = words.rsplit([',', '(']).next().unwrap_or_default().trim();
    let clock = last
        .trim_end_matches("a.m")
        .trim_end_matches("p.m")
        .trim_end_matches("am")
        .trim_end_matches("pm")
        .trim();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (hour, minute) = clock
        .split_once([':', '.'])
        .map_or((clock, None), |(hour, minute)| (hour, Some(minute)));
    digits(hour)
        && hour.len() <= 2
        && minute.map_or(clock != last, |minute| digits(minute) && minute.len() == 2)
}

/// Whether `words` can be the name someone signs with or speaks under: one to six words, each with a capital but for particles.
pub(crate) fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let capital = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic() && !c.is_ascii())
    };
    // Particles and joints are short: "de", "van", "ter", "of the".
    let small = |word: &str| word.chars().count() <= 3 && word.chars().all(char::is_alphabetic);
    (1..=6).contains(&count)
        && words.split_whitespace().next().is_some_and(capital)
        && words
            .split_whitespace()
            .all(|word| capital(word) || small(word))
}

#[cfg(test)]
mod tests {
    use super::posts;
    use crate::article::Article;
    use crate::split::document::Document;
    use crate::text::Span;

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let body = vec![Span::whole(text)];
        let article = Article {
            text: text.to_owned(),
            body,
            ..Article::default()
        };
        let document = Document::of(&article);
        let found: Vec<String> = posts(&document)
            .iter()
            .map(|found| {
                let post = found.post.as_ref();
                let name = found.source.map_or("", |span| span.of(text));
                let handle = post.and_then(|post| post.handle.as_deref()).unwrap_or("-");
                let day = post
                    .and_then(|post| post.day)
                    .map_or("-".to_owned(), |(_, day)| day.to_string());
                format!("{} | {name} | {handle} | {day}", found.content[0].of(text))
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn reads_signatures() {
        case(
            "The dam is safe… — Ann Q. Lee (@annlee) May 2, 2020",
            &["The dam is safe… | Ann Q. Lee | @annlee | 2020-05-02"],
        );
        case(
            "We open at nine.\n— Café Öst (@cafeost) 3 June 2021",
            &["We open at nine. | Café Öst | @cafeost | 2021-06-03"],
        );
        case(
            "“Come early.” — Jan van der Berg",
            &["Come early. | Jan van der Berg | - | -"],
        );
        case(
            "We are closed.\n\n— Bo Orr (@bo.example)",
            &["We are closed. | Bo Orr | @bo.example | -"],
        );
        case(
            "“I would mend the gate,” — Bo Orr, 67, retired.",
            &["I would mend the gate, | Bo Orr | - | -"],
        );
        case("I would mend the gate — Bo Orr, 67, retired.", &[]);
        case(
            "Does the goat sleep?\n\n— Bo Orr, Pell Street, 3:02 a.m.\n\nNo.\n\n— @goat_watch, 15:40\n\nI would know.\n\n— Ann Lee, 54",
            &[
                "Does the goat sleep? | Bo Orr | - | -",
                "No. | @goat_watch | @goat_watch | -",
            ],
        );
        case("He left — and never came back.", &[]);
        case(
            "@pell.fan: Where is the goat?\n\n@goat_watch_9: ON THE ROOF",
            &[
                "Where is the goat? | @pell.fan | @pell.fan | -",
                "ON THE ROOF | @goat_watch_9 | @goat_watch_9 | -",
            ],
        );
        case(
            "Bo Orr (@boorr): “Come and see him.”",
            &["Come and see him. | Bo Orr | @boorr | -"],
        );
        case("Write to bo@orr.example: he is at home.", &[]);
        case("He asked @boorr: where is the goat?", &[]);
        case("The mayor came — Ann Lee", &[]);
    }
}
