//! Through what words were said: "in a statement", "told a news conference", "tweeted".

use super::cue;
use super::document::Document;
use super::statement::Statement;
use crate::attribution::Medium;
use crate::text::Span;

/// How many tokens of the reporting clause behind the cue are read.
const REACH: usize = 12;

/// How many tokens of a phrase that begins with a preposition, or of an object behind its verb.
const NEAR: usize = 5;

/// The medium that the reporting clause of `statement` names.
pub(crate) fn medium(document: &Document, statement: &Statement) -> Option<Medium> {
    if let Some(post) = &statement.post {
        return post.medium;
    }
    let by_source = statement.source.and_then(|source| head(document, source));
    let by_cue = || statement.cue.and_then(|cue| verb(document, cue));
    by_source
        .or_else(by_cue)
        .or_else(|| put_out(document, statement))
        .or_else(|| opening(document, statement))
        .or_else(|| clause(document, statement))
}

/// The medium that the source itself is: "Krebs’ statement", "the report".
pub(crate) fn head(document: &Document, source: Span) -> Option<Medium> {
    let tokens = document.tokens_in(source);
    // The head of the phrase stands before its first preposition: "a spokesman for the report" is no report.
    let head = tokens
        .clone()
        .take_while(|&at| !is_preposition(document.word(at)))
        .last()?;
    // The Soil Survey and the Evening Post are bodies, whatever they are named after.
    let capital = |at: usize| document.word(at).starts_with(char::is_uppercase);
    let body = BODIES.contains(&document.word(head)) && head > tokens.start && capital(head - 1);
    noun(document.word(head)).filter(|_| !body)
}

/// What bodies and papers are called by, and, in small letters, what words come through.
const BODIES: [&str; 7] = [
    "Survey",
    "Post",
    "Court",
    "Review",
    "Conference",
    "Tribunal",
    "Address",
];

/// The medium that is put out, by the verb that puts it out: ‹The club issued a letter:›.
fn put_out(document: &Document, statement: &Statement) -> Option<Medium> {
    let cue = document.tokens_in(statement.cue?);
    let verb = cue
        .clone()
        .any(|at| cue::puts_out(document.word(at)) || document.word(at) == "put");
    let mut object = (cue.end..document.tokens.len().min(cue.end + NEAR))
        .take_while(|&at| !statement.overlaps(document.tokens[at].span))
        .take_while(|&at| document.word(at) != "," && !document.is_finite_verb(at));
    verb.then(|| object.find_map(|at| noun(document.word(at))))
        .flatten()
}

/// The medium in a phrase that opens the sentence, however far from the cue: ‹In a letter to the council, seen by this paper,
/// Ann Lee says …›.
fn opening(document: &Document, statement: &Statement) -> Option<Medium> {
    let cue = statement.cue?;
    let sentence = &document.sentences[document.sentence_at(cue.start)];
    let first = sentence.tokens.start;
    let (start, end) = (first + 1, sentence.tokens.end.min(first + NEAR));
    let channel = first < end
        && is_channel(document.word(first))
        && document.tokens[first].span.end < cue.start;
    let mut phrase = (start..end)
        .take_while(|&at| !statement.overlaps(document.tokens[at].span))
        .take_while(|&at| !is_preposition(document.word(at)));
    channel
        .then(|| phrase.find_map(|at| noun(document.word(at))))
        .flatten()
}

fn verb(document: &Document, cue: Span) -> Option<Medium> {
    let tokens = document.tokens_in(cue);
    tokens
        .into_iter()
        .find_map(|at| match document.word(at).to_lowercase().as_str() {
            "tweeted" | "tweets" | "tweeting" | "retweeted" => Some(Medium::Tweet),
            "posted" | "posts" => Some(Medium::Post),
            "testified" | "testifies" => Some(Medium::Testimony),
            "emailed" | "texted" | "e-mailed" => Some(Medium::Email),
            _ => None,
        })
}

/// The medium after a preposition in the words around the cue that are not the content: "in an interview with", "on
/// Twitter".
fn clause(document: &Document, statement: &Statement) -> Option<Medium> {
    let cue = statement.cue?;
    let sentence = &document.sentences[document.sentence_at(cue.start)];
    let tokens = document.tokens_in(cue);
    let from = tokens
        .start
        .saturating_sub(REACH)
        .max(sentence.tokens.start);
    let to = (tokens.end + REACH).min(sentence.tokens.end);
    let reported = |at: usize| statement.overlaps(document.tokens[at].span);
    let mut preposition: Option<usize> = None;
    for at in from..to {
        let word = document.word(at);
        // ‹on a sheet of paper› is on no paper.
        if reported(at) || matches!(word, "," | ";" | ":" | "of") {
            preposition = None;
        } else if is_channel(word) {
            preposition = Some(at);
        } else if preposition.is_some_and(|start| at - start <= 5)
            && let Some(found) = noun(word)
        {
            return Some(found);
        } else if matches!(word, "told" | "tells") && document.tokens[at].span == cue {
            preposition = Some(at);
        }
    }
    None
}

fn is_channel(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "in" | "on" | "at" | "during" | "via" | "through" | "by" | "over"
    )
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "for"
            | "of"
            | "from"
            | "in"
            | "on"
            | "at"
            | "with"
            | "by"
            | "to"
            | "about"
            | "released"
            | ","
            | "who"
            | "which"
            | "that"
    )
}

fn noun(word: &str) -> Option<Medium> {
    let folded = word.to_lowercase();
    let singular = folded.strip_suffix('s').unwrap_or(&folded);
    Some(match singular {
        "statement" | "communiqué" | "communique" | "release" | "announcement" => {
            Medium::Statement
        }
        "tweet" | "twitter" | "retweet" => Medium::Tweet,
        "post" | "facebook" | "instagram" | "bluesky" | "mastodon" | "tiktok" | "weibo"
        | "linkedin" => Medium::Post,
        "interview" => Medium::Interview,
        "letter" | "memo" | "memorandum" => Medium::Letter,
        "email" | "e-mail" | "text" => Medium::Email,
        "report" | "study" | "audit" | "poll" | "survey" | "paper" | "review" => Medium::Report,
        "speech" | "addres" | "address" | "rally" | "sermon" | "lecture" | "eulogy" => {
            Medium::Speech
        }
        "conference" | "briefing" => Medium::NewsConference,
        "testimony" | "hearing" | "trial" | "inquest" | "court" | "jury" | "juror" | "tribunal" => {
            Medium::Testimony
        }
        "filing" | "lawsuit" | "complaint" | "indictment" | "affidavit" | "ruling" | "judgment"
        | "judgement" | "motion" => Medium::Filing,
        "book" | "memoir" | "column" | "essay" | "blog" | "article" | "editorial" | "op-ed" => {
            Medium::Writing
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::attribution::Medium;
    use crate::split::passages;
    use crate::text::Span;

    /// Through what the first statement of `text` was said.
    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        let article = Article {
            text: text.to_owned(),
            body: vec![Span::whole(text)],
            ..Article::default()
        };
        let passages = passages(&article);
        let attribution = passages
            .iter()
            .find_map(|passage| passage.kind.attribution());
        let medium = attribution.map(|attribution| attribution.medium.map(Medium::as_str));
        assert_eq!(medium, Some(expected), "{text}");
    }

    #[test]
    fn the_phrase_that_names_it() {
        case(
            "In a memo to the crew, signed by both owners and dated in May, Bo Orr said that the crane was unsafe.",
            Some("letter"),
        );
        case(
            "The crane is safe, Bo Orr told a hearing.",
            Some("testimony"),
        );
        case("The crane is safe, Bo Orr said in May.", None);
    }

    #[test]
    fn what_is_put_out() {
        case(
            "Hours later the port issued a second statement:\n\n“We are sorry for the crane.”",
            Some("statement"),
        );
    }

    #[test]
    fn the_source_itself() {
        case(
            "The crane is safe, according to the survey.",
            Some("report"),
        );
        case("The crane is safe, according to the Soil Survey.", None);
        case(
            "A study which the port published in May warned that the crane was unsafe.",
            Some("report"),
        );
    }
}
