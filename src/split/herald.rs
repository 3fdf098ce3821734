//! A herald: the line with a colon that announces somebody's words, and whose they are: ‹The club put up a notice:›.

use std::ops::Range;

use super::clause::{self, Clause};
use super::cue;
use super::document::{Document, Sentence};
use super::model::tag::Tag;
use super::sender;
use super::subject;
use crate::text::Span;

/// Whether `sentence` ends in a colon behind which somebody's words stand, marked as such or not: the verb before the colon
/// says so, or what was put out is called a writing.
pub(crate) fn announces(document: &Document, sentence: &Sentence) -> bool {
    if !ends_with_colon(document, sentence) {
        return false;
    }
    let colon = sentence.tokens.end - 1;
    // "wrote of three things:" announces a list.
    let owned = document.tag(colon.saturating_sub(2)) == Some(Tag::PRPS);
    if COUNTED.contains(&document.word(colon.saturating_sub(1))) && !owned {
        return false;
    }
    last_verb(document, sentence).is_some()
        || sender::sender(document, &sentence.tokens).is_some()
        || speaks_up(document, sentence)
        || (sentence.tokens.start + 1..colon)
            .filter(|at| is_outside(document, *at))
            .any(|at| is_put_out(document, at))
}

/// Whether the word at `at` tells, in a line that ends with a colon, that words are put out below it: a writing, a verb of
/// writing, ‹issued the following›, ‹above these words›, ‹set out its reasons›.
fn is_put_out(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    is_writing(document, at)
        || WRITES.contains(&word)
        || ["words", "explanation", "reasons", "reasoning"].contains(&word)
        || word == "following" && document.word(at + 1) == ":" && {
            let verb = document.word(at - 2);
            document.word(at - 1) == "the" && cue::puts_out(verb)
        }
}

/// Whether somebody acts before the colon, where no list follows: ‹@annlee was unmoved:›, ‹Hours later she was back:›.
fn speaks_up(document: &Document, sentence: &Sentence) -> bool {
    let colon = sentence.tokens.end - 1;
    let Some(subject) = subject(document, sentence.tokens.start..colon) else {
        return false;
    };
    let last = colon.saturating_sub(1);
    let acts = (document.tokens_in(subject).end..colon).any(|at| acts(document, at));
    let counts = document.tag(last) == Some(Tag::NNS) && !TIMES.contains(&document.word(last))
        || sentence.tokens.clone().any(|at| {
            matches!(
                document.word(at),
                "following" | "these" | "this" | "include" | "includes"
            )
        });
    let outside = is_outside(document, document.tokens_in(subject).start);
    acts && !counts && outside && subject::can_speak(document, subject)
}

/// Whether who acts before the colon is named, or “he” or “she”.
pub(crate) fn is_someone(document: &Document, sentence: &Sentence) -> bool {
    let tokens = sentence.tokens.start..sentence.tokens.end.saturating_sub(1);
    let Some(subject) = subject(document, tokens) else {
        return false;
    };
    let tokens = document.tokens_in(subject);
    let name = |at: usize| matches!(document.tag(at), Some(Tag::NNP | Tag::NNPS));
    let first = document.word(tokens.start);
    matches!(first, "he" | "she" | "He" | "She")
        || first.starts_with('@')
        || tokens.clone().any(name)
        || name(tokens.end + 1)
}

/// Whether `sentence` announces words by no more than that somebody does something before a colon.
pub(crate) fn only_acts(document: &Document, sentence: &Sentence) -> bool {
    let colon = sentence.tokens.end.saturating_sub(1);
    last_verb(document, sentence).is_none()
        && sender::sender(document, &sentence.tokens).is_none()
        && !(sentence.tokens.start + 1..colon)
            .filter(|at| is_outside(document, *at))
            .any(|at| is_put_out(document, at))
}

/// The verb right before the colon of `sentence`, where what follows may be said.
fn last_verb(document: &Document, sentence: &Sentence) -> Option<usize> {
    let at = sentence.tokens.end.checked_sub(2)?;
    if at <= sentence.tokens.start || !is_outside(document, at) {
        return None;
    }
    let word = document.word(at);
    // "Another guest, Ann Lee, seethed:" whatever the tagger makes of a rare word.
    let rare = word.ends_with("ed") && document.word(at - 1) == ",";
    let verb = document
        .tag(at)
        .is_some_and(|tag| tag.is_finite() || tag == Tag::VBN);
    ((verb || rare) && !NOT_SAID.contains(&word)).then_some(at)
}

pub(super) fn is_outside(document: &Document, at: usize) -> bool {
    let start = document.tokens[at].span.start;
    document.quotation_at(start).is_none()
}

/// The reporting verb of the sentence before somebody's words and the words that name whose they are; without such a verb
/// the subject, where a colon shows that it announces them.
pub(crate) fn source(document: &Document, sentence: &Sentence) -> Option<(Option<Span>, Span)> {
    let colon = ends_with_colon(document, sentence);
    let tokens = sentence.tokens.start..sentence.tokens.end - usize::from(colon);
    let clause = clause::clause_before(document, tokens.start, tokens.end)
        .filter(|clause| can_stand(document, clause))
        .or_else(|| noted(document, tokens.clone()).filter(|_| colon))
        .or_else(|| put_out(document, tokens.clone()).filter(|_| colon));
    if let Some(clause) = clause {
        let verb = document.tokens_in(clause.cue).start;
        let source = past_time(document, subject::with_name(document, clause.source, verb));
        return Some((Some(clause.cue), source));
    }
    // ‹The picture was shared, and | the club | felt obliged to act:›
    let second = (tokens.start + 1..tokens.end)
        .rfind(|&at| matches!(document.word(at), "and" | "but") && document.word(at - 1) == ",");
    let second = second.and_then(|and| {
        let found = subject(document, and + 1..tokens.end)?;
        let acts = (document.tokens_in(found).end..tokens.end).any(|at| acts(document, at));
        let writing = is_writing(document, document.tokens_in(found).end - 1);
        (acts && !writing && subject::can_speak(document, found)).then_some(found)
    });
    let source = second
        .or_else(|| subject(document, tokens))
        .filter(|_| colon)?;
    let cue = last_verb(document, sentence).map(|at| document.tokens[at].span);
    Some((cue.filter(|cue| cue.start >= source.end), source))
}

/// A subject without when it acts and whom a clause before it is about: ‹An hour later | she›, ‹The paper that ran it, | the
/// Gazette›.
pub(crate) fn past_time(document: &Document, source: Span) -> Span {
    let tokens = document.tokens_in(source);
    let object = matches!(
        document.word(tokens.start),
        "it" | "him" | "her" | "them" | "this"
    );
    if object && tokens.len() > 2 && document.word(tokens.start + 1) == "," {
        return Span::new(document.tokens[tokens.start + 2].span.start, source.end);
    }
    let last = document.tokens_in(source).next_back();
    let pronoun =
        last.filter(|&at| matches!(document.word(at), "he" | "she" | "it" | "they" | "we"));
    pronoun.map_or(source, |at| document.tokens[at].span)
}

/// ‹…, as the port’s website notes:›, whose last word may be read as a noun.
fn noted(document: &Document, tokens: Range<usize>) -> Option<Clause> {
    let verb = tokens.end.checked_sub(1).filter(|&at| at > tokens.start)?;
    let named = document.tag(verb - 1).is_some_and(Tag::is_noun);
    if !named || !cue::reports(document.word(verb)) {
        return None;
    }
    let (source, cue) = subject::subject_before(document, tokens.start, verb)?;
    let first = document.tokens_in(source).start;
    let whole = document.word(first).starts_with(char::is_uppercase)
        || document.tag(first) == Some(Tag::DT);
    Some(Clause { cue, source }).filter(|clause| whole && can_stand(document, clause))
}

/// ‹When the crane fell, the club put out a letter:›
fn put_out(document: &Document, tokens: Range<usize>) -> Option<Clause> {
    const NEAR: usize = 14;
    let out = |verb: usize| {
        matches!(document.word(verb), "put" | "puts")
            && (document.tokens.get(verb + 1)).is_some_and(|next| next.of(document.text) == "out")
    };
    let near = tokens.end.saturating_sub(NEAR).max(tokens.start)..tokens.end;
    let verb = near
        .rev()
        .find(|&at| document.is_finite_verb(at) && (out(at) || cue::puts_out(document.word(at))))?;
    let (source, cue) = subject::subject_before(document, tokens.start, verb)?;
    let cue = if out(verb) {
        cue.cover(document.tokens[verb + 1].span)
    } else {
        cue
    };
    let source = past_time(document, source);
    Some(Clause { cue, source }).filter(|clause| can_stand(document, clause))
}

/// Whether the subject read for a clause is that of the sentence: it opens with no preposition, ends in a noun, and its verb
/// is none of a relative clause.
fn can_stand(document: &Document, clause: &Clause) -> bool {
    let tokens = document.tokens_in(clause.source);
    let (first, behind) = (tokens.start, document.word(tokens.end));
    subject::can_speak(document, clause.source)
        && document.word(document.tokens_in(clause.cue).start) != "to"
        && !matches!(behind, "who" | "which" | "that")
        && !matches!(document.tag(first), Some(Tag::IN | Tag::RB | Tag::CD))
}

/// The subject of the main clause in `tokens`, past what leads up to it: ‹Hours later, by phone, | the club | wrote›.
pub(crate) fn subject(document: &Document, tokens: Range<usize>) -> Option<Span> {
    // No herald is longer; the work stays linear.
    const LONGEST: usize = 80;
    if let Some(found) = appeared(document, &tokens) {
        return Some(found);
    }
    let tokens = tokens.start..tokens.end.min(tokens.start + LONGEST);
    let mut start = tokens.start;
    while start < tokens.end {
        let part = start
            ..(start..tokens.end)
                .find(|&at| document.word(at) == ",")
                .unwrap_or(tokens.end);
        // ‹Asked whether he would start, | Lee shrugged›
        if is_asked(document, part.start) && part.end < tokens.end {
            start = part.end + 1;
            continue;
        }
        let verb = part
            .clone()
            .find(|&at| acts(document, at) || puts_out(document, at));
        let led = leads_up(document, &part);
        match verb {
            Some(verb) if led => {
                let found = phrase_before(document, part.start, verb);
                let clause = opens_clause(document, part.start);
                if let Some(found) = found.filter(|_| !clause) {
                    return Some(found);
                }
            }
            Some(verb) if verb > part.start => {
                let relative = (part.start..verb)
                    .find(|&at| matches!(document.word(at), "who" | "which" | "that"));
                let mut end = relative.unwrap_or(verb);
                // ‹The club later put out›
                while end > part.start + 1
                    && (document.tag(end - 1) == Some(Tag::RB)
                        || matches!(document.word(end - 1), "later" | "soon" | "once"))
                {
                    end -= 1;
                }
                return document.span_of(part.start..end);
            }
            Some(_) => return None,
            // ‹Within minutes Ann Lee, | its director, | had hit back›
            None if led && is_apposed(document, part.end + 1) => {
                let found = phrase_before(document, part.start, part.end);
                let name = |span: &Span| {
                    let first = document.tokens_in(*span).start;
                    let the = usize::from(document.word(first) == "the");
                    let first = first + the;
                    matches!(document.tag(first), Some(Tag::NNP | Tag::NNPS))
                        && document.word(first).starts_with(char::is_uppercase)
                        && !TIMES.contains(&document.word(first))
                };
                if let Some(found) = found.filter(name) {
                    return Some(subject::with_name(document, found, tokens.end));
                }
            }
            None if !led => {
                // ‹The operator of the pier, | Hessel Line, | put …›
                return document
                    .span_of(part)
                    .map(|part| subject::with_name(document, part, tokens.end));
            }
            None => {}
        }
        start = part.end + 1;
    }
    None
}

/// ‹In its place appeared | an apology|›, ‹At noon there was | a third post|, all of it in capitals›
fn appeared(document: &Document, tokens: &Range<usize>) -> Option<Span> {
    const LONGEST: usize = 10;
    const NEAR: usize = 6;
    let near = tokens.start + 1..tokens.end.min(tokens.start + LONGEST);
    let verb = near.clone().find(|&at| {
        let word = document.word(at);
        ["appeared", "appears", "stood", "stands", "hung", "hangs"].contains(&word)
            || matches!(word, "was" | "is" | "came") && document.word(at - 1) == "there"
    })?;
    let free = (tokens.start..verb).all(|at| {
        !document.is_finite_verb(at) && !matches!(document.tag(at), Some(Tag::NNP | Tag::PRP))
    });
    let led = matches!(
        document.tag(tokens.start),
        Some(Tag::IN | Tag::EX | Tag::RB)
    );
    let noun = (verb + 1..tokens.end.min(verb + NEAR)).find(|&at| is_writing(document, at))?;
    (led && free)
        .then(|| document.span_of(verb + 1..noun + 1))
        .flatten()
}

/// Whether what tells of somebody named before the comma opens at `at`: ‹Ann Lee, | its director›.
fn is_apposed(document: &Document, at: usize) -> bool {
    matches!(document.tag(at), Some(Tag::DT | Tag::PRPS))
        || matches!(document.word(at), "who" | "which")
}

/// Whether a finite verb stands at `at`: the tagger takes some names for one, and the past behind a rare name, or in a sentence
/// that has no other verb, ‹The shop | owned | up on Facebook:›, for a participle.
pub(crate) fn acts(document: &Document, at: usize) -> bool {
    let capital = |at: usize| document.word(at).starts_with(char::is_uppercase);
    let next = document.tag(at + 1);
    // ‹Feeney managed two words›
    let object = matches!(next, Some(Tag::CD | Tag::DT | Tag::PRPS | Tag::TO));
    let rare = document.word(at).ends_with("ed") && object;
    // Only this verb can be that of the sentence.
    let only = || {
        let before = at.checked_sub(1).and_then(|before| document.tag(before));
        before.is_some_and(Tag::is_noun) && {
            let sentence = document.sentence_at(document.tokens[at].span.start);
            let sentence = &document.sentences[sentence];
            !document.has_finite_verb(sentence.span) && sentence.tokens.start + 1 < at
        }
    };
    // ‹The club put its cup on the wall:›
    let uniform = matches!(document.word(at), "put" | "set") && only();
    let past = || {
        (document.tag(at) == Some(Tag::VBN) || rare || uniform)
            && (at.checked_sub(1).is_some_and(capital) || only())
            && document.word(at + 1) != "by"
    };
    !capital(at) && (document.is_finite_verb(at) || past())
}

/// Whether “put out” or “put up” stands at `at`, whose tense cannot be told by its form.
fn puts_out(document: &Document, at: usize) -> bool {
    document.word(at) == "put" && matches!(document.word(at + 1), "out" | "up")
}

/// Whether a sentence opens with what somebody is asked or told: ‹Asked whether he would start, Lee shrugged.›
pub(crate) fn is_asked(document: &Document, at: usize) -> bool {
    matches!(
        document.word(at),
        "Asked" | "Told" | "Pressed" | "Questioned" | "Challenged"
    )
}

/// Whether words between commas say when, where or how, and not who.
fn leads_up(document: &Document, part: &Range<usize>) -> bool {
    let Some(tag) = document.tag(part.start).filter(|_| !part.is_empty()) else {
        return true;
    };
    if document.word(part.start).starts_with('@') {
        return false;
    }
    let last = document.word(part.end - 1);
    let capital = |at: usize| document.word(at).starts_with(char::is_uppercase);
    // ‹Sutarjo, who …›: the tagger knows few names.
    if part.len() == 1 && capital(part.start) && document.word(part.end + 1) == "who" {
        return false;
    }
    let name = part.len() > 1
        && capital(part.start + 1)
        && !matches!(tag, Tag::IN | Tag::TO | Tag::WRB | Tag::CC);
    !name
        && matches!(
            tag,
            Tag::IN | Tag::TO | Tag::RB | Tag::WRB | Tag::VBG | Tag::VBN | Tag::CC | Tag::UH
        )
        || matches!(
            last,
            "later" | "earlier" | "ago" | "afterwards" | "after" | "before" | "down"
        )
        || part
            .clone()
            .take_while(|&at| !document.is_finite_verb(at))
            .any(|at| TIMES.contains(&document.word(at)))
}

/// Whether a word opens a clause of its own that is not the main one: ‹When the doors opened›.
fn opens_clause(document: &Document, at: usize) -> bool {
    document.tag(at) == Some(Tag::WRB)
        || [
            "after", "before", "as", "while", "because", "since", "until", "although", "though",
            "if",
        ]
        .iter()
        .any(|word| document.word(at).eq_ignore_ascii_case(word))
}

/// What stands right before the verb at `verb` and can be its subject: a pronoun, a name, or a noun from its article on.
fn phrase_before(document: &Document, limit: usize, verb: usize) -> Option<Span> {
    let last = (limit..verb)
        .rev()
        .find(|&at| document.tag(at) != Some(Tag::RB))?;
    let tag = document.tag(last)?;
    let mut first = last;
    // An account is a name by itself, whatever the tagger makes of the word before it.
    if tag == Tag::PRP || document.word(last).starts_with('@') {
        return document.span_of(last..last + 1);
    }
    let proper = |at: usize| matches!(document.tag(at), Some(Tag::NNP | Tag::NNPS));
    while first > limit {
        let before = document.tag(first - 1);
        let goes_on = if proper(last) {
            // ‹On Sunday | Ann Lee›
            // ‹the Court of | Orr›
            let of = first > limit + 1
                && document.word(first - 1) == "of"
                && proper(first - 2)
                && !TIMES.contains(&document.word(first - 2));
            proper(first - 1) && !TIMES.contains(&document.word(first - 1)) || of
        } else {
            before.is_some_and(|tag| {
                tag.is_noun() || matches!(tag, Tag::JJ | Tag::VBN | Tag::POS | Tag::CD)
            })
        };
        if !goes_on {
            let opens = matches!(before, Some(Tag::DT | Tag::PRPS));
            first -= usize::from(opens);
            break;
        }
        first -= 1;
    }
    tag.is_noun()
        .then(|| document.span_of(first..last + 1))
        .flatten()
}

fn ends_with_colon(document: &Document, sentence: &Sentence) -> bool {
    !sentence.tokens.is_empty() && document.word(sentence.tokens.end - 1) == ":"
}

/// Whether a noun stands at `at` for what words are put out in.
pub(crate) fn is_writing(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    document.tag(at).is_none_or(Tag::is_noun) && WRITINGS.contains(&word)
}

/// Verbs before a colon that say what is, not what was said.
const NOT_SAID: [&str; 23] = [
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "include", "includes",
    "included", "follow", "follows", "followed", "do", "does", "did", "involved", "needed",
    "required", "listed", "means",
];

/// What a list before a colon is a list of.
const COUNTED: [&str; 14] = [
    "things",
    "reasons",
    "points",
    "ways",
    "rules",
    "demands",
    "options",
    "questions",
    "names",
    "facts",
    "steps",
    "tips",
    "lessons",
    "conditions",
];

/// Verbs of writing, where a colon stands anywhere behind them.
const WRITES: [&str; 24] = [
    "typed",
    "types",
    "scrawled",
    "scribbled",
    "weighed",
    "chimed",
    "uploaded",
    "pinned",
    "wrote",
    "writes",
    "posted",
    "posts",
    "tweeted",
    "tweets",
    "replied",
    "replies",
    "responded",
    "responds",
    "texted",
    "emailed",
    "e-mailed",
    "messaged",
    "commented",
    "captioned",
];

/// What words are put out in, where one such word before a colon announces them.
const WRITINGS: [&str; 45] = [
    "advert",
    "answer",
    "thread",
    "update",
    "rebuttal",
    "retort",
    "correction",
    "clarification",
    "communiqué",
    "tribute",
    "entry",
    "announcement",
    "apology",
    "appeal",
    "plea",
    "caption",
    "card",
    "comment",
    "contribution",
    "disclaimer",
    "e-mail",
    "email",
    "inscription",
    "letter",
    "line",
    "memo",
    "message",
    "note",
    "notice",
    "placard",
    "plaque",
    "post",
    "postcard",
    "poster",
    "press release",
    "release",
    "reply",
    "sign",
    "statement",
    "telegram",
    "text",
    "tweet",
    "verse",
    "warning",
    "response",
];

const TIMES: [&str; 30] = [
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "hour",
    "day",
    "week",
    "month",
    "year",
    "morning",
    "afternoon",
    "evening",
    "night",
    "yesterday",
    "today",
    "tomorrow",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "weekend",
    "noon",
    "midnight",
    "moments",
    "minute",
];
