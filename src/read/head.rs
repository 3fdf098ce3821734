//! The head of a text: the headline, byline, day and dateline that stand above or before its first sentence.

use super::byline::{byline, is_capitalised, is_name_of_paper, is_role, is_short, is_staff};
use super::dateline::{dateline, day_alone, leading_day, place_before_colon};
use crate::date::Day;
use crate::text::Span;

/// What may stand above the first sentence of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Above {
    /// A headline, byline, day and dateline, as in a plain text.
    #[default]
    Everything,
    /// A byline, day and dateline: the headline is known.
    Byline,
    /// Nothing but a dateline.
    Dateline,
}

/// What the head of a text says, and where it stands.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Head {
    pub(super) headline: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) published: Option<Day>,
    pub(super) spans: Vec<Span>,
}

/// How many lines above the first sentence are looked at.
const LINES: usize = 10;

/// Reads the head of `text`, past the lines that are `known` to be outside the article. What may be a sentence of the
/// article is left to the article.
pub(super) fn read(text: &str, above: Above, known: &[Span]) -> Head {
    let mut head = Head::default();
    let lines: Vec<Span> = lines(text)
        .filter(|line| !known.iter().any(|known| known.contains(*line)))
        .take(LINES)
        .collect();
    let mut first_sentence = lines.first().copied();
    if above != Above::Dateline {
        first_sentence = None;
        for (nth, &span) in lines.iter().enumerate() {
            let line = span.of(text);
            let is_first = nth == 0;
            let next = lines.get(nth + 1).map(|next| next.of(text));
            let before = nth.checked_sub(1).map(|before| lines[before]);
            if head.take_label(line)
                || head.take_byline(line, next)
                || head.take_day(line)
                || head.take_names(line, next.unwrap_or_default())
                || before.is_some_and(|before| head.take_paper(text, before, span))
                || (is_first && above == Above::Everything && head.take_headline(text, &lines))
            {
                head.spans.push(span);
            } else if is_deck(text, &lines[nth..]) && head.headline.is_some() {
                // A second headline stays in the article: it states something.
            } else {
                first_sentence = Some(span);
                break;
            }
        }
    }
    if let Some(span) = first_sentence {
        head.take_lead(text, span);
    }
    head
}

impl Head {
    /// "Author: Jane Doe".
    fn take_label(&mut self, line: &str) -> bool {
        let Some((label, value)) = line.split_once(':') else {
            return false;
        };
        let value = value.trim();
        if value.is_empty() || value.len() > 300 {
            return false;
        }
        match label.trim().to_lowercase().as_str() {
            "title" | "headline" => self.headline = Some(value.to_owned()),
            "author" | "authors" | "byline" if is_short(value) => {
                self.byline = Some(value.to_owned());
            }
            "source" | "publisher" | "publication" if is_short(value) && !value.ends_with('.') => {
                self.publisher = Some(value.to_owned());
            }
            "url" | "link" if value.starts_with("http") => self.url = Some(value.to_owned()),
            _ => return false,
        }
        true
    }

    /// "By Jane Doe and John Roe, Associated Press"; "Jane Doe, Staff writer"; names alone above a day.
    fn take_byline(&mut self, line: &str, next: Option<&str>) -> bool {
        let after_by = ["By ", "BY ", "by ", "By: ", "Written by "]
            .iter()
            .find_map(|by| line.strip_prefix(by));
        let is_above_day = self.headline.is_some()
            && self.byline.is_none()
            && line.contains(' ')
            && next.is_some_and(|next| day_alone(next).is_some());
        let read = if is_staff(line) {
            Some((line.to_owned(), None))
        } else {
            byline(after_by.unwrap_or(line), after_by.is_some() || is_above_day)
        };
        let Some((names, paper)) = read else {
            return false;
        };
        if self.byline.is_none() {
            self.byline = Some(names);
            self.publisher = self.publisher.take().or(paper);
        }
        true
    }

    /// "Jane Doe and John Roe" above a line that is a day, as British papers set it; "Staff report".
    fn take_names(&mut self, line: &str, next: &str) -> bool {
        let unsigned = ["staff report", "staff reports"].contains(&line.to_lowercase().as_str());
        let names: Vec<&str> = line.split(" and ").collect();
        let several = names.len() > 1 && names.iter().all(|name| name.contains(' '));
        let signed = several && day_alone(next).is_some() && byline(line, true).is_some();
        let is_byline = self.byline.is_none() && (unsigned || signed);
        if is_byline {
            self.byline = Some(line.to_owned());
        }
        is_byline
    }

    /// The paper or role in the line right below the byline.
    fn take_paper(&mut self, text: &str, above: Span, line: Span) -> bool {
        let is_right_below = Span::new(above.end, line.start)
            .of(text)
            .matches('\n')
            .count()
            == 1;
        let words = line.of(text);
        let is_one = is_right_below
            && self.byline.is_some()
            && self.spans.last() == Some(&above)
            && day_alone(above.of(text)).is_none()
            && is_name_of_paper(words);
        if is_one && !is_role(words) {
            self.publisher.get_or_insert_with(|| words.to_owned());
        }
        is_one
    }

    /// "Published: November 19, 2020 at 5:04 p.m. ET".
    fn take_day(&mut self, line: &str) -> bool {
        let Some(day) = day_alone(line) else {
            return false;
        };
        let is_later = line.to_lowercase().contains("updated");
        if self.published.is_none() || !is_later {
            self.published.get_or_insert(day);
        }
        true
    }

    fn take_headline(&mut self, text: &str, lines: &[Span]) -> bool {
        let is_one = is_headline(text, lines);
        if is_one {
            self.headline = lines.first().map(|line| line.of(text).to_owned());
        }
        is_one
    }

    /// "date 2020-11-19 " and "WASHINGTON (AP) — " before the first sentence, in its own line.
    fn take_lead(&mut self, text: &str, mut line: Span) {
        if let Some((day, length)) = leading_day(line.of(text)) {
            self.published.get_or_insert(day);
            self.cut(line, length);
            line.start += length;
        }
        // "LEE: Good evening." opens a transcript.
        let others = || lines(text).filter(|other| other.end != line.end);
        let alone = || others().all(|other| place_before_colon(other.of(text)).is_none());
        let before_colon = || place_before_colon(line.of(text)).filter(|_| alone());
        if let Some(dateline) = dateline(line.of(text)).or_else(before_colon) {
            self.publisher = self.publisher.take().or(dateline.agency);
            self.published = self.published.or(dateline.day);
            self.cut(line, dateline.length);
        }
    }

    fn cut(&mut self, line: Span, length: usize) {
        self.spans.push(Span::new(line.start, line.start + length));
    }
}

/// The lines of `text` that hold anything, without white space at their ends.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let span = Span::new(start, start + line.len());
        start = span.end;
        let words = span.trim(text);
        (!words.is_empty()).then_some(words)
    })
}

/// Short, no sentence, and not the beginning of one.
fn looks_like_headline(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let quoted = line.starts_with(['"', '“', '„', '«']) && line.ends_with(['"', '”', '“', '»']);
    line.chars().count() <= 150
        && (2..=25).contains(&words)
        && is_capitalised(line)
        && !["Q.", "A.", "Q:", "A:"]
            .iter()
            .any(|turn| line.starts_with(turn))
        && !quoted
        && !line.ends_with(['.', ',', ';', ':', '—', '–', '-', '…'])
        && ![".”", ".\"", ",”", ",\"", ".’", ".)", ".'"]
            .iter()
            .any(|end| line.ends_with(end))
        && !line.contains('\t')
        && dateline(line).is_none()
        && leading_day(line).is_none()
}

/// Whether the first of `lines` is a headline: it looks like one, and what follows it looks like an article.
fn is_headline(text: &str, lines: &[Span]) -> bool {
    let &[first, second, ..] = lines else {
        return false;
    };
    let stands_alone = Span::new(first.end, second.start)
        .of(text)
        .bytes()
        .filter(|&byte| byte == b'\n')
        .count()
        > 1;
    let after = second.of(text);
    let furniture = byline(
        after.strip_prefix("By ").unwrap_or(after),
        after.starts_with("By "),
    )
    .is_some()
        || day_alone(after).is_some()
        || dateline(after).is_some()
        || leading_day(after).is_some();
    let is_sentence = after.len() >= 60 && after.ends_with(['.', '”', '"', '?', '!', '’']);
    let article_follows = lines[1..].iter().any(|line| {
        let line = line.of(text);
        line.len() >= 60 || line.ends_with(['.', '”', '"'])
    });
    looks_like_headline(first.of(text))
        && article_follows
        && (stands_alone || furniture || is_sentence)
}

/// Whether the first of `lines` is a second headline: no sentence, and a byline or day stands below it.
fn is_deck(text: &str, lines: &[Span]) -> bool {
    let &[first, second, ..] = lines else {
        return false;
    };
    let after = second.of(text);
    first.of(text).chars().count() <= 250
        && (after
            .strip_prefix("By ")
            .or_else(|| after.strip_prefix("BY "))
            .is_some_and(|names| byline(names, true).is_some())
            || day_alone(after).is_some())
}

#[cfg(test)]
mod tests {
    use super::{Above, read};

    /// `fields` are headline, byline, publisher and day; `left` is what the head leaves to the article.
    #[track_caller]
    fn case(text: &str, fields: &str, left: &str) {
        let head = read(text, Above::Everything, &[]);
        let found = [
            head.headline,
            head.byline,
            head.publisher,
            head.published.map(|day| day.to_string()),
        ]
        .map(|field| field.unwrap_or_else(|| "-".to_owned()))
        .join(" | ");
        assert_eq!(found, fields, "{text}");
        let pieces: Vec<_> = crate::text::Span::whole(text)
            .without(&head.spans)
            .into_iter()
            .map(|piece| piece.trim(text).of(text))
            .filter(|piece| !piece.is_empty())
            .collect();
        assert_eq!(pieces.join("¶"), left, "{text}");
    }

    const LEAD: &str =
        "The governor said on Monday that the dam would hold for another year at least.";

    #[test]
    fn reads_a_place_before_a_colon() {
        case(&format!("MUMBAI: {LEAD}"), "- | - | - | -", LEAD);
        case(
            &format!("NEW DELHI, March 24: {LEAD}"),
            "- | - | - | -",
            LEAD,
        );
        let spoken = format!("LEE: {LEAD}\n\nORR: {LEAD}");
        let left = spoken.replace("\n\n", "¶");
        case(&spoken, "- | - | - | -", &left.replace('¶', "\n\n"));
        case(
            &format!("UPDATE: {LEAD}"),
            "- | - | - | -",
            &format!("UPDATE: {LEAD}"),
        );
    }

    #[test]
    fn reads_headline_byline_and_day() {
        case(
            &format!(
                "Governor Says Dam Will Hold\n\nBy Jane Doe and John Roe\nNovember 19, 2020\n\n{LEAD}\n"
            ),
            "Governor Says Dam Will Hold | Jane Doe and John Roe | - | 2020-11-19",
            LEAD,
        );
        case(
            &format!(
                "Governor says dam will hold\nBy JANE DOE, Associated Press\nUpdated Nov. 19, 2020 5:04 p.m. ET\n\n{LEAD}"
            ),
            "Governor says dam will hold | JANE DOE | Associated Press | 2020-11-19",
            LEAD,
        );
        case(
            &format!(
                "Will the dam hold?\n\nExperts differ on what the winter brings\n\nJane Doe, Staff writer\n\n{LEAD}"
            ),
            "Will the dam hold? | - | - | -",
            &format!(
                "Experts differ on what the winter brings\n\nJane Doe, Staff writer\n\n{LEAD}"
            ),
        );
        case(
            &format!("Will the dam hold?\nJane Doe, Staff writer\n\n{LEAD}"),
            "Will the dam hold? | Jane Doe | - | -",
            LEAD,
        );
        case(
            &format!("Dam holds\n\nStill, some have doubts about it\n\nBy Jane Doe\n\n{LEAD}"),
            "Dam holds | Jane Doe | - | -",
            &format!("Still, some have doubts about it¶{LEAD}"),
        );
        case(
            &format!(
                "Title: Dam holds\nAuthor: Jane Doe\nDate: 2020-11-19\nSource: Valley Post\n\n{LEAD}"
            ),
            "Dam holds | Jane Doe | Valley Post | 2020-11-19",
            LEAD,
        );
        case(
            &format!("Governor says dam will hold\n{LEAD}"),
            "Governor says dam will hold | - | - | -",
            LEAD,
        );
        case(
            &format!(
                "Dam holds for now\n\nBy Jane Doe\nThe Valley Packet\n\ndate 2020-11-19 {LEAD}"
            ),
            "Dam holds for now | Jane Doe | The Valley Packet | 2020-11-19",
            LEAD,
        );
        case(
            &format!("Dam holds for now\n\nStaff report\n\ndate 2020-11-19 {LEAD}"),
            "Dam holds for now | Staff report | - | 2020-11-19",
            LEAD,
        );
        case(
            &format!("Dam holds for now\n\nJane Doe and John Roe\n19 November 2020\n\n{LEAD}"),
            "Dam holds for now | Jane Doe and John Roe | - | 2020-11-19",
            LEAD,
        );
        case(
            &format!("Dam holds for now\n\nBy Jane Doe\n\nThe Valley Below\n\n{LEAD}"),
            "Dam holds for now | Jane Doe | - | -",
            &format!("The Valley Below\n\n{LEAD}"),
        );
    }

    #[test]
    fn reads_the_lead() {
        for dateline in [
            "WASHINGTON (AP) — ",
            "KYIV, Ukraine (AP) – ",
            "(AP) - ",
            "Washington (AP)",
            "SAN FRANCISCO, March 24 (AP) -- ",
            "Washington, D.C. (AP) — ",
        ] {
            case(&format!("{dateline}{LEAD}"), "- | - | AP | -", LEAD);
        }
        for dateline in [
            "LONDON — ",
            "LONDON, March 24 - ",
            "DES MOINES, Iowa -- ",
            "ST. LOUIS – ",
            "New York, march 30 - ",
            "NEW YORK , March 20 - ",
        ] {
            case(&format!("{dateline}{LEAD}"), "- | - | - | -", LEAD);
        }
        case(
            &format!(" date 2020-11-19 {LEAD}"),
            "- | - | - | 2020-11-19",
            LEAD,
        );
        case(
            &format!("Nov. 19, 2020 — {LEAD}"),
            "- | - | - | 2020-11-19",
            LEAD,
        );
        case(
            &format!("date 2020-11-19 WASHINGTON (AP) — {LEAD}"),
            "- | - | AP | 2020-11-19",
            LEAD,
        );
        case(
            &format!("LONDON, Nov 19 2020 (Reuters) - {LEAD}"),
            "- | - | Reuters | 2020-11-19",
            LEAD,
        );
    }

    #[test]
    fn leaves_sentences_alone() {
        for text in [
            LEAD,
            "Nobody came.\n\nThe hall stood empty until nine, when the first of the councillors arrived.",
            "“We held,” she said — and left.",
            "He said no — again.",
            "By Monday the water had gone.\n\nThe mayor (D) said it would be back.",
            "The Federal Reserve (Fed) said rates would stay where they are for the rest of the year.",
            "Carla Hayden (D-Md.) said no.",
            "Q. What now?\n\nA. We wait until the river falls, and then we build it all again.",
            "In 2020 the dam held - just.",
            "Dam holds",
            "",
            "\n\n",
            "(",
            "date",
            "— Jane Doe (@jane) November 18, 2020\n\nIt went on like that for the rest of the long afternoon.",
        ] {
            case(text, "- | - | - | -", text.trim());
        }
    }

    #[test]
    fn no_headline_is_looked_for_where_it_is_known() {
        let text = format!("Short line\n\n{LEAD}");
        assert_eq!(read(&text, Above::Byline, &[]).headline, None);
        let text = format!("By Jane Doe\n\n{LEAD}");
        assert_eq!(read(&text, Above::Dateline, &[]).byline, None);
    }
}
