//! A passage as a citation: Markdown, BibTeX, CSL-JSON.

use std::fmt::Write;

use onrecord::article::Article;
use onrecord::attribution::Speaker;
use onrecord::passage::Passage;
use serde_json::{Value, json};

/// A block quotation and, below it, who said it and where it stands.
pub(crate) fn markdown(article: &Article, passage: &Passage) -> String {
    let words = passage
        .words
        .text()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let mut citation = format!("> {}\n>\n> — ", escape(&words, "\\`*_[]<>#"));
    if let Some(who) = who(passage) {
        let _ = write!(citation, "{}, in ", escape(&who, "\\`*_[]<>#"));
    }
    let headline = article.headline.as_deref().unwrap_or(&article.path);
    let headline = escape(headline, "\\`*_[]<>#");
    match &article.url {
        Some(url) => {
            let _ = write!(citation, "[{headline}]({})", link(url, article, passage));
        }
        None => citation += &headline,
    }
    for part in [&article.publisher, &article.byline].into_iter().flatten() {
        let _ = write!(citation, ", {}", escape(part, "\\`*_[]<>#"));
    }
    if let Some(day) = article.published {
        let _ = write!(citation, ", {day}");
    }
    citation + "\n"
}

/// The address, with a fragment that makes a browser go to the words.
///
/// Long pieces are given by their first and last words, so that the link stays short.
fn link(url: &str, article: &Article, passage: &Passage) -> String {
    const WHOLE: usize = 8;
    const END: usize = 4;
    let mut directives = Vec::new();
    for span in passage.words.spans() {
        // A fragment matches within one block, so each paragraph has its own.
        for block in span.of(&article.text).split('\n') {
            let words: Vec<&str> = block.split_whitespace().collect();
            if words.is_empty() {
                continue;
            }
            let encoded = |words: &[&str]| percent(&words.join(" "));
            directives.push(if words.len() <= WHOLE {
                format!("text={}", encoded(&words))
            } else {
                let (start, end) = (&words[..END], &words[words.len() - END..]);
                format!("text={},{}", encoded(start), encoded(end))
            });
        }
    }
    let bare = url.split('#').next().unwrap_or(url);
    let bare = bare
        .replace(' ', "%20")
        .replace('(', "%28")
        .replace(')', "%29");
    format!("{bare}#:~:{}", directives.join("&"))
}

/// An entry of a bibliography.
pub(crate) fn bibtex(article: &Article, passage: &Passage) -> String {
    let key: String = passage
        .id
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    let mut entry = format!("@article{{{key},\n");
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(entry, "  {name} = {{{value}}},");
        }
    };
    // In braces of its own, a byline of two names stays as the paper printed it.
    field(
        "author",
        article
            .byline
            .as_deref()
            .map(|by| format!("{{{}}}", tex(by))),
    );
    field(
        "title",
        article
            .headline
            .as_deref()
            .map(|title| format!("{{{}}}", tex(title))),
    );
    field("journal", article.publisher.as_deref().map(tex));
    field("year", article.published.map(|day| day.year().to_string()));
    field(
        "month",
        article.published.map(|day| day.month().to_string()),
    );
    field("day", article.published.map(|day| day.day().to_string()));
    field(
        "url",
        article
            .url
            .as_deref()
            .map(|url| url.replace(['{', '}', '\\'], "")),
    );
    let quoted = format!("“{}”", tex(passage.words.text()));
    field(
        "note",
        Some(match who(passage) {
            Some(who) => format!("{}: {quoted}", tex(&who)),
            None => quoted,
        }),
    );
    entry + "}\n"
}

/// An item as citation processors take it.
pub(crate) fn csl(article: &Article, passage: &Passage) -> Value {
    let note = match who(passage) {
        Some(who) => format!("{who}: “{}”", passage.words.text()),
        None => format!("“{}”", passage.words.text()),
    };
    let mut item = json!({
        "id": passage.id,
        "type": "article-newspaper",
        "note": note,
    });
    let mut field = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            item[name] = value;
        }
    };
    field("title", article.headline.as_deref().map(Value::from));
    field(
        "container-title",
        article.publisher.as_deref().map(Value::from),
    );
    field(
        "author",
        article
            .byline
            .as_deref()
            .map(|by| json!([{ "literal": by }])),
    );
    field(
        "issued",
        article
            .published
            .map(|day| json!({ "date-parts": [[day.year(), day.month(), day.day()]] })),
    );
    field(
        "URL",
        article
            .url
            .as_deref()
            .map(|url| link(url, article, passage).into()),
    );
    item
}

/// Who is on record for it.
fn who(passage: &Passage) -> Option<String> {
    let attribution = passage.kind.attribution()?;
    match &attribution.speaker {
        Speaker::Named(name) => Some(name.full.clone()),
        Speaker::Described(words) => Some(words.clone()),
        Speaker::Unnamed => None,
    }
}

/// `words` on one line as TeX has them.
fn tex(words: &str) -> String {
    let mut written = String::with_capacity(words.len());
    for char in words
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
    {
        match char {
            '\\' => written.push_str("\\textbackslash{}"),
            '~' => written.push_str("\\textasciitilde{}"),
            '^' => written.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => written.extend(['\\', char]),
            char if char.is_control() => {}
            char => written.push(char),
        }
    }
    written
}

/// `words` with a backslash before each of `special`.
fn escape(words: &str, special: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for char in words.chars() {
        if special.contains(char) {
            escaped.push('\\');
        }
        escaped.push(if char.is_control() { ' ' } else { char });
    }
    escaped
}

/// `words` for a text fragment, where also `-`, `,` and `&` mean something.
fn percent(words: &str) -> String {
    let mut encoded = String::with_capacity(words.len());
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || b"._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use onrecord::article::Article;
    use onrecord::passage::{Kind, Passage};
    use onrecord::text::{Excerpt, Span};

    use super::{bibtex, csl, link, markdown};

    fn example(text: &str, pieces: &[&str]) -> (Article, Passage) {
        let spans: Vec<Span> = pieces
            .iter()
            .map(|piece| {
                let start = text.find(piece).unwrap_or_default();
                Span::new(start, start + piece.len())
            })
            .collect();
        let article = Article {
            headline: Some("Tolls & {ferries}: 50% more".into()),
            publisher: Some("The Portbury Post".into()),
            byline: Some("Ada Lane and Bo Ruiz".into()),
            url: Some("https://post.example/tolls(1)#top".into()),
            published: "2026-03-04".parse().ok(),
            text: text.into(),
            ..Article::default()
        };
        let passage = Passage {
            id: "tolls-1".into(),
            kind: Kind::Fact,
            words: Excerpt::cut(text, spans.clone()),
            context: Excerpt::cut(text, spans),
            said: None,
        };
        (article, passage)
    }

    #[test]
    fn links_go_to_the_words() {
        #[track_caller]
        fn case(text: &str, pieces: &[&str], fragment: &str) {
            let (article, passage) = example(text, pieces);
            let url = "https://post.example/tolls(1)#top";
            assert_eq!(
                link(url, &article, &passage),
                format!("https://post.example/tolls%281%29#:~:{fragment}")
            );
        }
        case(
            "Tolls rise, a lot.",
            &["Tolls rise, a lot."],
            "text=Tolls%20rise%2C%20a%20lot.",
        );
        case(
            "one two three four five six seven eight nine",
            &["one two three four five six seven eight nine"],
            "text=one%20two%20three%20four,six%20seven%20eight%20nine",
        );
        case(
            "“No,” she said. “Never-ever.”",
            &["No,", "Never-ever."],
            "text=No%2C&text=Never%2Dever.",
        );
        case(
            "first\n\nsecond",
            &["first\n\nsecond"],
            "text=first&text=second",
        );
    }

    #[test]
    fn what_means_something_is_escaped() {
        let (article, passage) = example("A *bold* 5% \\ rise_", &["A *bold* 5% \\ rise_"]);
        let cited = markdown(&article, &passage);
        assert!(
            cited.starts_with(
                "> A \\*bold\\* 5% \\\\ rise\\_\n>\n> — [Tolls & {ferries}: 50% more]("
            ),
            "{cited}"
        );
        let entry = bibtex(&article, &passage);
        assert!(
            entry.contains("title = {{Tolls \\& \\{ferries\\}: 50\\% more}},"),
            "{entry}"
        );
        assert!(entry.contains("5\\% \\textbackslash{} rise\\_"), "{entry}");
        assert_eq!(csl(&article, &passage)["issued"]["date-parts"][0][1], 3);
    }
}
