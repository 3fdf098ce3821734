//! The clause that reports a quotation, behind the marks or before them: a verb and who does it.

use std::ops::Range;

use super::cue;
use super::document::Document;
use super::herald;
use super::model::tag::Tag;
use super::subject::{
    can_speak, subject_after, subject_before, subject_of_first, whole_after, with_name,
};
use crate::text::Span;
use crate::text::marks::Quotation;
use crate::text::token::TokenKind;

/// How many tokens away from the marks a reporting verb is looked for.
pub(crate) const REACH: usize = 14;

/// The same where whoever speaks is told of behind the name.
pub(crate) const FAR: usize = 32;

/// How many tokens of a name are looked through for what tells of it.
const NAME: usize = 6;

/// A verb that reports and who does.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clause {
    pub(crate) cue: Span,
    pub(crate) source: Span,
}

/// The clause right behind `quotation`: ‹“…,” Ann Lee said›, ‹“…?” asked Ann Lee, the mayor›.
pub(crate) fn after(document: &Document, quotation: &Quotation) -> Option<Clause> {
    // ‹“She said, ‘Go,’” he recalled›
    let words = quotation
        .inner
        .of(document.text)
        .trim_end_matches(['’', '\'', '”', '"']);
    let last = words.chars().next_back()?;
    let first = document
        .tokens_in(Span::new(quotation.outer.end, document.text.len()))
        .start;
    let comma = document.tokens.get(first)?.of(document.text) == ",";
    if !comma && !matches!(last, ',' | '!' | '?' | '…' | '-' | '—') {
        return None;
    }
    let start = first + usize::from(comma);
    if document.tokens.get(start).is_some_and(|token| {
        opens_clause(token.of(document.text)) || is_joint(token.of(document.text))
    }) {
        return None;
    }
    let paragraph = &document.paragraphs[document.paragraph_at(quotation.outer.start)];
    // ‹“…,” Ann Lee, who ran the port for nine years until it was sold, recalled›
    let told_of = (start..(start + NAME).min(paragraph.tokens.end)).any(|at| {
        document.word(at) == ","
            && matches!(document.word(at + 1), "who" | "whose" | "a" | "an" | "the")
    });
    let reach = if told_of { FAR } else { REACH };
    let end = (start + reach).min(paragraph.tokens.end);
    let stop = (start..end)
        .find(|&at| ends_clause(document.word(at)))
        .unwrap_or(end);
    if start < stop && cue::reports_abroad(document.word(start)) {
        let source = whole_after(document, start + 1, stop)?;
        let cue = document.tokens[start].span;
        return Some(Clause { cue, source });
    }
    if let Some(clause) = quoted_as_saying(document, start..stop) {
        return Some(clause);
    }
    let told = (start..stop).find(|&at| is_cue(document, at));
    let inverted = |known: bool| is_inverted(document, start, known).then_some(start);
    let beside = || {
        let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
        let opens = sentence.span.start == quotation.outer.start;
        acts_beside(document, start..stop).filter(|_| opens)
    };
    let verb = inverted(true)
        .or(told)
        .or_else(|| inverted(false))
        .or_else(beside)?;
    if verb == start {
        let last = verb + usize::from(is_particle(document.word(verb + 1)));
        let source = subject_after(document, last + 1, paragraph.tokens.end)?;
        let cue = document.tokens[verb].span;
        return Some(Clause {
            cue: cue.cover(document.tokens[last].span),
            source,
        });
    }
    let (source, cue) = subject_before(document, start, verb)?;
    // ‹“…,” its president, | Ann Lee, said›
    let source = with_name(document, source, document.tokens_in(cue).start);
    Some(Clause { cue, source })
}

/// What [`after`] finds, if its source can speak.
pub(crate) fn spoken_after(document: &Document, quotation: &Quotation) -> Option<Clause> {
    after(document, quotation).filter(|clause| can_speak(document, clause.source))
}

/// ‹the embassy quoted | him | as saying›
fn quoted_as_saying(document: &Document, tokens: Range<usize>) -> Option<Clause> {
    let quotes = |&at: &usize| matches!(document.word(at), "quoted" | "quotes" | "cited");
    let verb = tokens.clone().find(quotes)?;
    let saying = (verb + 2..tokens.end).find(|&at| document.word(at) == "saying")?;
    let whom = verb + 1..saying - 1;
    if whom.is_empty() || document.word(saying - 1) != "as" {
        return None;
    }
    Some(Clause {
        source: document.span_of(whom)?,
        cue: document.span_of(verb..saying + 1)?,
    })
}

/// Whether the word right behind a quotation is the verb of whoever is named behind it: ‹“…,” whispers Ann Lee›; whether it
/// is a verb at all may not be `known`, ‹“…!” stormed daughter Ann Lee›.
fn is_inverted(document: &Document, at: usize, known: bool) -> bool {
    const TITLE: usize = 3;
    let (Some(tag), word) = (document.tag(at), document.word(at)) else {
        return false;
    };
    let past = tag == Tag::VBD || word.ends_with("ed") && (tag != Tag::JJ || !known);
    let verb = cue::reports(word) && word.len() > 3 || past || tag == Tag::VBZ;
    let name = |at: usize| {
        document
            .word(at)
            .starts_with(|c: char| c.is_uppercase() || c == '@')
    };
    // ‹“…,” chimed in Ann Lee›
    let next = at + 1 + usize::from(is_particle(document.word(at + 1)));
    let named = match document.tag(next) {
        Some(Tag::DT | Tag::PRPS) => true,
        Some(tag) if name(next) => tag != Tag::CD && !is_time(document.word(next)),
        Some(Tag::NN) => (next + 1..next + TITLE).any(name),
        _ => false,
    };
    verb && named && !is_auxiliary(word) && word.starts_with(char::is_lowercase)
}

/// The finite verb of whoever is named in a word or three right behind a quotation, and maybe told of: ‹“…,” Ann calls from
/// the boat›, ‹“…,” Ann Lee, for the defence, had submitted›.
fn acts_beside(document: &Document, tokens: Range<usize>) -> Option<usize> {
    const LONGEST: usize = 3;
    const TOLD: usize = 12;
    let first = tokens.start;
    let opens = document.word(first).starts_with(char::is_uppercase)
        || matches!(document.tag(first), Some(Tag::DT | Tag::PRPS | Tag::PRP));
    let comma = document.word(first.checked_sub(1)?) != ",";
    let near = first + 1..tokens.end.min(first + 1 + LONGEST);
    let is_comma = |at: &usize| document.word(*at) == ",";
    let is_verb = |at: usize, tags: &[Tag]| document.tag(at).is_some_and(|tag| tags.contains(&tag));
    let beside = (near.clone())
        .take_while(|&at| document.tag(at - 1).is_some_and(|tag| !tag.is_verb()) && !is_comma(&at))
        .find(|&at| is_verb(at, &[Tag::VBD, Tag::VBZ]) || is_rare(document, at, tokens.end));
    let behind_told = || {
        let told = near.clone().find(is_comma)? + 1;
        let behind = (told..tokens.end.min(told + TOLD)).find(is_comma)? + 1;
        let verb = behind + usize::from(matches!(document.word(behind), "had" | "has"));
        is_verb(verb, &[Tag::VBD, Tag::VBZ, Tag::VBN]).then_some(verb)
    };
    let verb = beside.or_else(behind_told)?;
    (opens && comma && !is_auxiliary(document.word(verb))).then_some(verb)
}

/// Whether the word at `at` is the verb of a clause up to `end` that has no other, though the tagger takes it for a noun: ‹“…,”
/// Ann | murmurs|, and turns›.
fn is_rare(document: &Document, at: usize, end: usize) -> bool {
    const SHORTEST: usize = 5;
    let word = document.word(at);
    let third = word.ends_with('s') && !word.ends_with("ss") && word.len() >= SHORTEST;
    let small = word.starts_with(char::is_lowercase);
    let ends = at + 1 >= end
        || matches!(document.word(at + 1), "," | "." | ";" | "—" | "–")
        || matches!(
            document.tag(at + 1),
            Some(Tag::IN | Tag::RB | Tag::TO | Tag::RP)
        );
    let mut rest = (at + 1..end).take_while(|&at| document.word(at) != ",");
    let before = document.word(at - 1);
    third
        && small
        && ends
        && (document.tag(at - 1).is_some_and(Tag::is_noun)
            || before.starts_with(char::is_uppercase))
        && !matches!(before, "'s" | "’s")
        && document
            .tag(at)
            .is_some_and(|tag| tag.is_noun() || tag.is_verb())
        && !rest.any(|at| document.is_finite_verb(at))
}

/// The last reporting clause among the tokens from `start` up to `end`.
pub(crate) fn clause_before(document: &Document, start: usize, end: usize) -> Option<Clause> {
    let near = end.saturating_sub(REACH).max(start);
    // "in a post": a noun reports nothing.
    let is_verb = |at: usize| {
        let before = at.checked_sub(1).filter(|&before| before >= near);
        let led = before.and_then(|before| document.tag(before));
        // ‹The chief executive mused, “…”›
        let announces = at + 2 == end
            && document.word(at).ends_with("ed")
            && matches!(document.word(at + 1), "," | ":");
        // ‹in his written remarks›
        let told_of = document.tag(at) == Some(Tag::VBN)
            && matches!(led, Some(Tag::DT | Tag::PRPS))
            && at + 1 < end
            && document.tag(at + 1).is_some_and(Tag::is_noun);
        announces
            || !told_of && !document.tag(at).is_some_and(Tag::is_noun)
            || !matches!(led, Some(Tag::DT | Tag::PRPS | Tag::JJ))
    };
    let verb = (near..end)
        .rev()
        .find(|&at| is_cue(document, at) && is_verb(at))?;
    let start = (start..verb)
        .rev()
        .find(|&at| ends_clause(document.word(at)))
        .map_or(start, |at| at + 1);
    if let Some(source) = said_between(document, start, verb, end) {
        let cue = document.tokens[verb].span;
        return Some(Clause { cue, source });
    }
    // ‹Said Ann Lee: “…”›
    let named = |at: usize| document.tag(at) == Some(Tag::NNP);
    if verb == start && (document.is_finite_verb(verb) || named(verb + 1)) {
        let source = subject_after(document, verb + 1, end)?;
        let cue = document.tokens[verb].span;
        return Some(Clause { cue, source });
    }
    if let Some(source) = subject_of_first(document, start, verb) {
        let cue = document.tokens[verb].span;
        return Some(Clause { cue, source });
    }
    let (source, cue) = subject_before(document, start, verb)?;
    if !can_speak(document, source)
        && let Some(clause) = goes_on_to(document, start, verb)
    {
        return Some(clause);
    }
    Some(Clause { cue, source })
}

/// Who speaks by a verb that stands between commas with them behind it: ‹The dog, said | Ann Lee|, is “cleaner than us”›.
pub(crate) fn said_between(
    document: &Document,
    start: usize,
    verb: usize,
    end: usize,
) -> Option<Span> {
    const LONGEST: usize = 8;
    let led = verb > start + 1 && document.word(verb - 1) == ",";
    let comma = (verb + 2..end.min(verb + 2 + LONGEST)).find(|&at| document.word(at) == ",")?;
    let named = matches!(document.tag(verb + 1), Some(Tag::NNP | Tag::DT | Tag::PRPS));
    // ‹wrote | Ann Lee | in a letter›
    let source = subject_after(document, verb + 1, comma)?;
    // ‹The league, announced the day before, …›: verbs that seldom stand without who says it.
    let reports = [
        "said",
        "says",
        "wrote",
        "writes",
        "argued",
        "argues",
        "insisted",
        "insists",
        "explained",
        "explains",
    ]
    .contains(&document.word(verb));
    let timed = document
        .tokens_in(source)
        .any(|at| is_time(document.word(at)) || document.word(at) == "next");
    let plain = reports && !timed && !document.has_finite_verb(source);
    (led && named && plain && comma + 1 < end && can_speak(document, source)).then_some(source)
}

/// Who goes on to say something: ‹Ann Lee, the mayor, | rose to ask if …›.
fn goes_on_to(document: &Document, start: usize, verb: usize) -> Option<Clause> {
    const NEAR: usize = 6;
    let to = verb
        .checked_sub(1)
        .filter(|&at| document.word(at) == "to")?;
    let first = (start + 1..to)
        .rev()
        .take(NEAR)
        .find(|&at| document.is_finite_verb(at))?;
    let asks = ["if", "whether", "that", "why", "how", "what", ",", ":"];
    let plain = (first + 1..to).all(|at| document.word(at) != ",")
        && asks.contains(&document.word(verb + 1));
    // ‹The picture was shared, and | Ann Lee felt moved to say›
    let joint = (start + 1..first)
        .rfind(|&at| matches!(document.word(at), "and" | "but") && document.word(at - 1) == ",");
    let start = joint.map_or(start, |joint| joint + 1);
    let source = herald::subject(document, start..first + 1)
        .map(|source| with_name(document, source, first))
        .filter(|source| can_speak(document, *source))?;
    let cue = document.tokens[verb].span;
    (plain && source.end <= document.tokens[first].span.start).then_some(Clause { cue, source })
}

pub(crate) fn is_cue(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    // The tagger may take the past of a verb behind a rare name for a noun.
    let verb = document.tag(at).is_none_or(Tag::is_verb)
        || word.ends_with("ed") && word.len() > 4
        || word == "reads";
    let back = || particle(document, at).is_some_and(|at| document.word(at) == "back");
    // ‹An account called @annlee was blunter›
    let name = word == "called" && document.word(at + 1).starts_with('@');
    document.tokens[at].kind == TokenKind::Word
        && !name
        && (verb && cue::reports(word)
            || matches!(word, "shot" | "shoots" | "fired" | "fires" | "hit" | "hits") && back())
}

fn is_particle(word: &str) -> bool {
    matches!(word, "on" | "back" | "in" | "out" | "up")
}

/// The particle that belongs to the verb at `verb`, before a mark or the end: "went on:", "shot back."
pub(crate) fn particle(document: &Document, verb: usize) -> Option<usize> {
    let at = verb + 1;
    let ends = (document.tokens.get(at + 1))
        .is_none_or(|next| matches!(next.of(document.text), "," | ":" | "." | "“" | "\""));
    let particle = document.tokens.get(at)?.of(document.text);
    (ends && matches!(particle, "on" | "back" | "in")).then_some(at)
}

/// The end of ‹wanted to know› behind the verb at `verb`.
pub(crate) fn to_know(document: &Document, verb: usize) -> Option<usize> {
    let wants = matches!(document.word(verb), "wanted" | "wants" | "want");
    let behind = document.tokens.get(verb + 1..verb + 3)?;
    let words = behind.iter().map(|token| token.of(document.text));
    (wants && words.eq(["to", "know"])).then_some(verb + 2)
}

pub(crate) fn ends_clause(word: &str) -> bool {
    matches!(
        word,
        "." | "!" | "?" | ";" | "“" | "\"" | "”" | "‘" | "``" | "''" | "«" | "»" | "„" | "…"
    )
}

pub(crate) fn opens_clause(word: &str) -> bool {
    matches!(
        word,
        "," | ":"
            | "("
            | ")"
            | "—"
            | "–"
            | "--"
            | "-"
            | "but"
            | "while"
            | "because"
            | "when"
            | "after"
            | "before"
            | "if"
            | "as"
            | "although"
            | "though"
            | "in"
            | "on"
            | "during"
            | "about"
            | "that"
    )
}

pub(crate) fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "has"
            | "have"
            | "had"
            | "was"
            | "is"
            | "were"
            | "are"
            | "also"
            | "then"
            | "later"
            | "once"
            | "often"
            | "would"
            | "could"
            | "did"
            | "does"
            | "will"
            | "repeatedly"
            | "never"
            | "recently"
            | "reportedly"
            | "simply"
            | "just"
            | "been"
            | "be"
            | "to"
            | "heard"
            | "can"
            | "only"
            | "again"
            | "even"
            | "previously"
            | "earlier"
            | "still"
    )
}

pub(crate) fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "And"
            | "But"
            | "and"
            | "So"
            | "so"
            | "Yet"
            | "yet"
            | "or"
            | "As"
            | "who"
            | "whom"
            | "which"
    )
}

pub(crate) fn is_time(word: &str) -> bool {
    matches!(
        word,
        "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
            | "yesterday"
            | "today"
            | "last"
            | "at"
            | "to"
            | "with"
            | "from"
            | "through"
            | "via"
            | "earlier"
            | "later"
            | "and"
    )
}
