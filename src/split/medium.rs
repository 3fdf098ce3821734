//! Through what words were said: "in a statement", "told a news conference", "tweeted".

use super::document::Document;
use super::statement::Statement;
use crate::attribution::Medium;
use crate::text::Span;

/// How many tokens of the reporting clause behind the cue are read.
const REACH: usize = 12;

/// The medium that the reporting clause of `statement` names.
pub(crate) fn medium(document: &Document, statement: &Statement) -> Option<Medium> {
    if let Some(post) = &statement.post {
        return post.medium;
    }
    let by_source = statement.source.and_then(|source| head(document, source));
    let by_cue = || statement.cue.and_then(|cue| verb(document, cue));
    by_source
        .or_else(by_cue)
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
    noun(document.word(head))
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
        if reported(at) || matches!(word, "," | ";" | ":") {
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
