//! The clause that reports a quotation: "…," said Ann Lee; Ann Lee said: "…".

use std::ops::Range;

use super::cue;
use super::document::{Document, Sentence};
use super::fragment;
use super::herald;
use super::mend;
use super::model::tag::Tag;
use super::opinion;
use super::quote::{self, Quoted};
use super::statement::Statement;
use crate::attribution::Basis;
use crate::text::Span;
use crate::text::marks::Quotation;
use crate::text::token::TokenKind;

/// How many tokens away from the marks a reporting verb is looked for.
const REACH: usize = 14;
/// The same where whoever speaks is told of behind the name.
const FAR: usize = 32;
/// How many tokens of a name are looked through for what tells of it.
const NAME: usize = 6;

/// A verb that reports and who does.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clause {
    pub(crate) cue: Span,
    pub(crate) source: Span,
}

/// A statement for each quotation that a clause of its own sentence reports; what one clause reports is one statement,
/// ‹“A,” she said, “b.”›.
pub(crate) fn statements(document: &Document) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    for (quotation, quoted) in quote::quotations(document) {
        let shouted = quoted == Quoted::Title && fragment::is_shouted(document, &quotation);
        if !matches!(quoted, Quoted::Words | Quoted::Fragment) && !shouted {
            continue;
        }
        let behind = fragment::around(document, &quotation)
            .or_else(|| after(document, &quotation))
            .map(|clause| (clause, "after"));
        let Some((clause, place)) = behind
            .or_else(|| before(document, &quotation, quoted).map(|clause| (clause, "before")))
        else {
            continue;
        };
        if !can_speak(document, clause.source) {
            continue;
        }
        match statements.last_mut() {
            Some(last) if last.cue == Some(clause.cue) => last.content.push(quotation.outer),
            _ => statements.push(Statement {
                content: vec![quotation.outer],
                cue: Some(clause.cue),
                source: Some(clause.source),
                basis: Basis::SameSentence,
                verbatim: false,
                post: None,
                confidence: 0.5,
                why: format!("a verb of saying stands {place} the quotation"),
            }),
        }
    }
    statements
}

/// A subject with the name behind it: ‹the third judge, Ann Lee, | was milder›.
pub(crate) fn with_name(document: &Document, subject: Span, end: usize) -> Span {
    let comma = document.tokens_in(subject).end;
    let named = comma + 1 < end
        && document.word(comma) == ","
        && document
            .word(comma + 1)
            .starts_with(|c: char| c.is_uppercase() || c == '@');
    let mut behind = (comma + 1..end).take_while(|&at| !document.is_finite_verb(at));
    let close = behind.find(|&at| document.word(at) == ",");
    let named = named
        || comma + 1 < end
            && document.tag(comma + 1) == Some(Tag::DT)
            && close.is_some_and(|close| document.word(close - 1).starts_with(char::is_uppercase));
    match close.filter(|_| named) {
        Some(close) => subject.cover(document.tokens[close - 1].span),
        None => subject,
    }
}

/// Whether the words can be a clause's subject: they end in a noun or pronoun and hold no finite verb but a relative
/// clause's, ‹Ann Lee, who runs the port›.
pub(crate) fn can_speak(document: &Document, source: Span) -> bool {
    let tokens = document.tokens_in(source);
    let end = (tokens.clone()).rfind(|&at| document.tokens[at].kind == TokenKind::Word);
    let last = end.and_then(|at| document.tag(at));
    // The tagger knows few names.
    let name = end.is_some_and(|at| {
        document
            .word(at)
            .starts_with(|c: char| c.is_uppercase() || c == '@')
    });
    let small = |at: usize| document.word(at).starts_with(char::is_lowercase);
    let verb = tokens
        .clone()
        .find(|&at| document.is_finite_verb(at) && small(at));
    let relative = verb.is_none_or(|verb| {
        (tokens.start..verb)
            .any(|at| matches!(document.word(at), "who" | "which" | "that" | "whose"))
    });
    // ‹the 41-year-old›, ‹the eldest›
    let adjective = |tag: Tag| {
        let opens = matches!(document.tag(tokens.start), Some(Tag::DT | Tag::PRPS));
        let whole = tokens.len() == 2 && opens;
        whole && matches!(tag, Tag::JJ | Tag::JJS)
    };
    // ‹in | her | words›
    let owner = tokens.len() == 1 && last == Some(Tag::PRPS);
    relative
        && (owner
            || last.is_none_or(|tag| name || tag.is_nominal() || tag == Tag::CD || adjective(tag)))
}

/// A statement for each sentence without quotation marks that ends with the clause which reports it, ‹The dam held, Ann Lee
/// said.›, and for each ‹Ann Lee replied that the dam held.›
pub(crate) fn indirect(document: &Document) -> Vec<Statement> {
    let sentences = document.sentences.iter();
    sentences
        .filter(|sentence| document.quotations_in(sentence.span).is_empty())
        .flat_map(|sentence| match told_behind(document, sentence) {
            Some(told) => vec![told],
            None => told_that(document, sentence)
                .into_iter()
                .chain(foretold(document, sentence))
                .collect(),
        })
        .filter(|(_, clause)| can_speak(document, clause.source))
        .map(|(content, clause)| Statement {
            content: vec![content],
            cue: Some(clause.cue),
            source: Some(clause.source),
            basis: Basis::SameSentence,
            verbatim: false,
            post: None,
            confidence: 0.4,
            why: "a verb of saying and its clause".to_owned(),
        })
        .collect()
}

/// ‹The dam held, Ann Lee said.›, ‹The dam held, she told the council.›
fn told_behind(document: &Document, sentence: &Sentence) -> Option<(Span, Clause)> {
    const LONGEST: usize = 8;
    let tokens = sentence.tokens.clone();
    let comma = tokens.clone().rfind(|&at| document.word(at) == ",")?;
    let verb = (comma + 2..tokens.end).find(|&at| document.is_finite_verb(at))?;
    let behind = document.tokens.get(verb + 1)?.of(document.text);
    let addressed = matches!(document.word(verb), "told" | "tells") || behind == "to";
    let ends = verb + 2 == tokens.end || addressed && verb + LONGEST > tokens.end;
    if verb - comma > LONGEST || !ends || !is_said(document, verb) {
        return None;
    }
    let (source, cue) = subject_before(document, comma + 1, verb)?;
    let content = Span::new(sentence.span.start, document.tokens[comma].span.start);
    let clause = document.has_finite_verb(content);
    clause.then_some((content, Clause { cue, source }))
}

/// ‹Ann Lee replied that the dam held.›, as often as the sentence has it.
fn told_that(document: &Document, sentence: &Sentence) -> Vec<(Span, Clause)> {
    let first = sentence.tokens.start;
    let mut told: Vec<(Span, Clause)> = Vec::new();
    for that in (first + 2)..sentence.tokens.end {
        if document.word(that) != "that" || document.tag(that) == Some(Tag::DT) {
            continue;
        }
        let perfect = (first..that - 1)
            .rev()
            .take(2)
            .any(|at| matches!(document.word(at), "has" | "have" | "had"));
        // "has repeatedly alleged": the tagger takes the participle for an adjective.
        let participle = || perfect && cue::reports(document.word(that - 1));
        if !(is_said(document, that - 1) || participle()) {
            continue;
        }
        let near = first.max((that - 1).saturating_sub(2 * REACH));
        let Some((source, cue)) = subject_before(document, near, that - 1) else {
            continue;
        };
        let rest = Span::new(document.tokens[that].span.end, sentence.span.end);
        // The words before end where somebody else’s begin.
        if let Some((before, _)) = told.last_mut() {
            let joint = document
                .tokens_in(Span::new(before.start, source.start))
                .next_back();
            let joint = joint.filter(|&at| is_joint(document.word(at)));
            let end = joint.map_or(source.start, |at| document.tokens[at].span.start);
            *before = Span::new(before.start, end.max(before.start))
                .trim_matches(document.text, |c| c == ',' || c.is_whitespace());
        }
        told.push((rest.trim(document.text), Clause { cue, source }));
    }
    for (content, _) in &mut told {
        // What is granted against the words is the article's own.
        let words = content.of(document.text);
        let against = [", though ", ", although ", ", even though "];
        if let Some(end) = against.iter().find_map(|joint| words.find(joint)) {
            content.end = content.start + end;
        }
    }
    told.retain(|(content, _)| !content.is_empty());
    told
}

/// ‹The port had forecast at least 40 ships.›: figures to come, to the end of their sentence.
fn foretold(document: &Document, sentence: &Sentence) -> Option<(Span, Clause)> {
    const NEAR: usize = 4;
    let tokens = sentence.tokens.clone();
    let verb = (tokens.start + 1..tokens.end).find(|&at| cue::foretells(document.word(at)))?;
    let had = matches!(document.word(verb - 1), "had" | "has" | "have");
    if !had && !document.is_finite_verb(verb) {
        return None;
    }
    let near = verb + 1..tokens.end.min(verb + 1 + NEAR);
    let counted = near.clone().any(|at| document.tag(at) == Some(Tag::CD));
    let plain = near
        .clone()
        .all(|at| !document.is_finite_verb(at) && document.word(at) != ",");
    let (source, cue) = subject_before(document, tokens.start, verb)?;
    let content = Span::new(document.tokens.get(verb + 1)?.span.start, sentence.span.end);
    let told = counted && plain && can_speak(document, source);
    (told && !content.is_empty()).then_some((content, Clause { cue, source }))
}

/// Whether the token is a finite verb of saying in the indicative: "said", "replies".
fn is_said(document: &Document, at: usize) -> bool {
    is_cue(document, at) && document.is_finite_verb(at)
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
        let source = subject_after(document, verb + 1, paragraph.tokens.end)?;
        return Some(Clause {
            cue: document.tokens[verb].span,
            source,
        });
    }
    let (source, cue) = subject_before(document, start, verb)?;
    // ‹“…,” its president, | Ann Lee, said›
    let source = with_name(document, source, document.tokens_in(cue).start);
    Some(Clause { cue, source })
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
    let next = at + 1;
    let named = match document.tag(next) {
        Some(Tag::DT | Tag::PRPS) => true,
        Some(tag) if name(next) => tag != Tag::CD && !is_time(document.word(next)),
        Some(Tag::NN) => (next + 1..next + TITLE).any(name),
        _ => false,
    };
    verb && named && !is_auxiliary(word) && word.starts_with(char::is_lowercase)
}

/// The finite verb of whoever is named in a word or three right behind a quotation: ‹“…,” Ann calls from the boat›.
fn acts_beside(document: &Document, tokens: Range<usize>) -> Option<usize> {
    const LONGEST: usize = 3;
    let first = tokens.start;
    let opens = document.word(first).starts_with(char::is_uppercase)
        || matches!(document.tag(first), Some(Tag::DT | Tag::PRPS | Tag::PRP));
    let comma = document.word(first.checked_sub(1)?) != ",";
    let near = first + 1..tokens.end.min(first + 1 + LONGEST);
    let verb = near
        .take_while(|&at| document.tag(at - 1).is_some_and(|tag| !tag.is_verb()))
        .find(|&at| {
            document
                .tag(at)
                .is_some_and(|tag| matches!(tag, Tag::VBD | Tag::VBZ))
        })?;
    (opens && comma && !is_auxiliary(document.word(verb))).then_some(verb)
}

/// The clause right before `quotation`: ‹Ann Lee said: “…”›, ‹Ann Lee told the council, “…”›.
fn before(document: &Document, quotation: &Quotation, quoted: Quoted) -> Option<Clause> {
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let mark = document.tokens_in(quotation.outer).start;
    let introduced = mark
        .checked_sub(1)
        .is_some_and(|at| matches!(document.word(at), "," | ":"));
    let worded = fragment::put_so(document, sentence, mark)
        .or_else(|| fragment::captioned(document, sentence, mark))
        .or_else(|| opinion::words_were(document, sentence, mark));
    if worded.is_some() {
        return worded;
    }
    if quoted == Quoted::Fragment && !introduced {
        return fragment::judged(document, sentence, mark);
    }
    clause_before(document, sentence.tokens.start, mark)
        .filter(|clause| can_speak(document, clause.source))
        .or_else(|| fragment::judged(document, sentence, mark))
}

/// The subject of the clause in `tokens`, a main clause that opens its sentence: ‹The board’s letter | was short›.
pub(crate) fn announcer(document: &Document, tokens: Range<usize>) -> Option<Span> {
    // No subject is longer; the work stays linear.
    const LONGEST: usize = 60;
    let verb = (tokens.clone().take(LONGEST)).find(|&at| document.is_finite_verb(at))?;
    let before = verb.checked_sub(1).filter(|&at| at >= tokens.start)?;
    if document.tag(before) == Some(Tag::PRP) {
        return Some(document.tokens[before].span);
    }
    // A sentence that opens with its subject has all of it before its verb; else the subject is the noun before the verb.
    let opens = document
        .tag(tokens.start)
        .is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::DT | Tag::PRPS | Tag::JJ));
    let first = document.tokens[tokens.start].span;
    // ‹Ann Lee, who saw it all, had another idea›: the verb of the relative clause has a subject of its own.
    let relative = (tokens.start + 1..verb).find(|&at| {
        matches!(document.word(at), "who" | "which" | "whose" | "whom")
            && document.word(at - 1) == ","
    });
    let before = relative.map_or(before, |who| who.saturating_sub(2).max(tokens.start));
    if opens {
        return Some(first.cover(document.tokens[before].span));
    }
    mend::noun_phrase_before(document, verb, first.start)
}

/// The last reporting clause among the tokens from `start` up to `end`.
pub(crate) fn clause_before(document: &Document, start: usize, end: usize) -> Option<Clause> {
    let near = end.saturating_sub(REACH).max(start);
    // "in a post": a noun reports nothing.
    let is_verb = |at: usize| {
        let before = at.checked_sub(1).filter(|&before| before >= near);
        let led = before.and_then(|before| document.tag(before));
        !document.tag(at).is_some_and(Tag::is_noun)
            || !matches!(led, Some(Tag::DT | Tag::PRPS | Tag::JJ))
    };
    let verb = (near..end)
        .rev()
        .find(|&at| is_cue(document, at) && is_verb(at))?;
    let start = (start..verb)
        .rev()
        .find(|&at| ends_clause(document.word(at)))
        .map_or(start, |at| at + 1);
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
    let plain = (first + 1..to).all(|at| document.word(at) != ",");
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

/// The subject that a second verb shares with the first of its clause: ‹Ann Lee | shook his hand and told him›.
fn subject_of_first(document: &Document, start: usize, verb: usize) -> Option<Span> {
    let and = verb.checked_sub(1).filter(|&at| at > start)?;
    let second = document.word(and) == "and" && document.is_finite_verb(verb);
    let source = announcer(document, start..and).filter(|_| second)?;
    can_speak(document, source).then_some(source)
}

fn is_cue(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    // The tagger may take the past of a verb behind a rare name for a noun.
    let verb = document.tag(at).is_none_or(Tag::is_verb)
        || word.ends_with("ed") && word.len() > 4
        || word == "reads";
    let back = || particle(document, at).is_some_and(|at| document.word(at) == "back");
    document.tokens[at].kind == TokenKind::Word
        && (verb && cue::reports(word)
            || matches!(word, "shot" | "shoots" | "fired" | "fires" | "hit" | "hits") && back())
}

/// The particle that belongs to the verb at `verb`, before a mark or the end: "went on:", "shot back."
fn particle(document: &Document, verb: usize) -> Option<usize> {
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

/// The subject of the verb at `verb` among the tokens from `start`, and the verb with its auxiliaries and adverbs.
pub(crate) fn subject_before(
    document: &Document,
    start: usize,
    verb: usize,
) -> Option<(Span, Span)> {
    let mut first = verb;
    // ‹Ann Lee was | quoted as saying›
    let quoted = verb >= start + 2
        && document.word(verb) == "saying"
        && document.word(verb - 1) == "as"
        && matches!(
            document.word(verb - 2),
            "quoted" | "reported" | "cited" | "recorded"
        );
    if quoted {
        first -= 2;
    }
    while first > start && is_auxiliary(document.word(first - 1)) {
        first -= 1;
    }
    // ‹Ann Lee | at first told›
    if first > start + 2
        && document.word(first - 2) == "at"
        && matches!(document.word(first - 1), "first" | "last" | "once")
    {
        first -= 2;
    }
    let last = particle(document, verb)
        .or_else(|| to_know(document, verb))
        .unwrap_or(verb);
    let cue = document.tokens[first]
        .span
        .cover(document.tokens[last].span);
    let mut end = first;
    // "Ann Lee, the mayor of Orr, said": the name stands before its apposition.
    if end > start && document.word(end - 1) == "," {
        let comma = (start..end - 1).rev().find(|&at| document.word(at) == ",");
        end = comma.unwrap_or(end - 1);
    }
    if end > start && matches!(document.word(end - 1), "who" | "which" | "that") {
        end -= 1;
        if end > start && document.word(end - 1) == "," {
            end -= 1;
        }
    }
    let mut begin = end;
    while begin > start && !opens_clause(document.word(begin - 1)) {
        begin -= 1;
        if begin > start && opens_noun(document, begin) {
            break;
        }
    }
    while begin < end && (is_auxiliary(document.word(begin)) || is_joint(document.word(begin))) {
        begin += 1;
    }
    (begin < end && end - begin <= FAR).then(|| {
        (
            document.tokens[begin]
                .span
                .cover(document.tokens[end - 1].span),
            cue,
        )
    })
}

/// Whether a noun phrase begins at the token right behind another: ‹beside the gate | a student›.
fn opens_noun(document: &Document, at: usize) -> bool {
    matches!(document.tag(at), Some(Tag::DT | Tag::PRPS | Tag::PRP))
        && document.tag(at - 1).is_some_and(Tag::is_noun)
}

/// The subject that follows its verb: "said Ann Lee, the mayor".
pub(crate) fn subject_after(document: &Document, start: usize, limit: usize) -> Option<Span> {
    let mut end = start;
    while end < limit && end < start + REACH {
        let word = document.word(end);
        if ends_clause(word) || opens_clause(word) || is_time(word) {
            break;
        }
        end += 1;
    }
    (end > start).then(|| {
        document.tokens[start]
            .span
            .cover(document.tokens[end - 1].span)
    })
}

/// All that stands between a verb and the end of its clause, where its words are not known: ‹sagte Ann Lee, die Wirtin›.
fn whole_after(document: &Document, start: usize, stop: usize) -> Option<Span> {
    let last = document.tokens.get(stop.checked_sub(1)?)?.span;
    (start < stop).then(|| document.tokens[start].span.cover(last))
}

fn opens_clause(word: &str) -> bool {
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

fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "And" | "But" | "and" | "So" | "so" | "Yet" | "yet" | "or" | "As" | "who" | "which"
    )
}

fn is_time(word: &str) -> bool {
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
