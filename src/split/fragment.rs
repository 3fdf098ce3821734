//! A fragment: a few words of somebody's own within a sentence of the article's, and the words that say whose they are.

use std::ops::Range;

use super::clause::{Clause, ends_clause};
use super::cue;
use super::document::{Document, Sentence};
use super::herald;
use super::model::tag::Tag;
use super::opinion;
use super::subject::{announcer, can_speak, subject_before, subject_of_first, with_name};
use crate::text::Span;
use crate::text::marks::Quotation;

/// Who judges, calls or tells of something by the words at `mark`.
pub(crate) fn judged(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    described_as(document, sentence, mark)
        .or_else(|| called(document, sentence, mark))
        .or_else(|| told_of(document, sentence, mark))
        .or_else(|| seen_in(document, sentence, mark))
        .or_else(|| is_verdict(document, sentence, mark))
        .or_else(|| opinion::opinion(document, sentence, mark))
        .or_else(|| is_to_somebody(document, sentence, mark))
        .or_else(|| told_that(document, sentence, mark))
        .or_else(|| nothing_beyond(document, sentence, mark))
}

/// Who says no more than the words at `mark`: ‹Ann Lee would not be drawn beyond “no”›.
fn nothing_beyond(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    let start = sentence.tokens.start;
    let beyond = mark.checked_sub(1).filter(|&at| at > start)?;
    let more = matches!(document.word(beyond), "beyond" | "except")
        || document.word(beyond) == "than" && document.word(beyond - 1) == "other";
    let says = [
        "say",
        "said",
        "says",
        "comment",
        "commented",
        "drawn",
        "speak",
        "elaborate",
        "answer",
        "remark",
    ];
    let said = (start..beyond).find(|&at| says.contains(&document.word(at)))?;
    let source = herald::subject(document, start..beyond)
        .map(|source| with_name(document, source, said))
        .filter(|source| can_speak(document, *source))?;
    let cue = document.tokens[said].span;
    (more && source.end <= cue.start).then_some(Clause { cue, source })
}

/// Who says no more than `quotation`, as what stands behind it tells: ‹“No”: that was all | Ann Lee | would say›.
fn that_was_all(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 8;
    let next = document.tokens_in(quotation.outer).end;
    let that = next + usize::from(matches!(document.word(next), "," | ":" | "—" | "–" | "."));
    let all = that + 2;
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let told = matches!(document.word(that), "That" | "that" | "This" | "this")
        && matches!(document.word(that + 1), "was" | "is")
        && document.word(all) == "all";
    let end = sentence.tokens.end.min(all + LONGEST);
    let verb = (all + 2..end).find(|&at| {
        matches!(
            document.word(at),
            "would" | "could" | "will" | "said" | "had" | "says"
        )
    })?;
    let source = document.span_of(all + 1..verb)?;
    let cue = document.tokens[verb].span;
    (told && can_speak(document, source)).then_some(Clause { cue, source })
}

/// Who tells somebody something in the words at `mark`: ‹A doctor informed her that she would “never climb again”›.
fn told_that(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const FAR: usize = 10;
    const TELLS: [&str; 9] = [
        "told", "informed", "assured", "warned", "reminded", "advised", "notified", "tells",
        "informs",
    ];
    let start = sentence.tokens.start;
    let verb = (start + 1..mark)
        .rev()
        .take(FAR)
        .take_while(|&at| !ends_clause(document.word(at)) && document.word(at) != ",")
        .find(|&at| TELLS.contains(&document.word(at)))?;
    let whom = matches!(
        document.word(verb + 1),
        "him" | "her" | "them" | "me" | "us" | "it"
    );
    let that = matches!(
        document.word(verb + 2),
        "that" | "he" | "she" | "they" | "it" | "to"
    );
    if !whom || !that || verb + 2 >= mark || is_passive(document, verb) {
        return None;
    }
    let cue = document.tokens[verb].span;
    // ‹A doctor counted seven and | informed her›
    let shared = || {
        let and = verb
            .checked_sub(1)
            .filter(|&and| document.word(and) == "and")?;
        let subject = herald::subject(document, start..and)?;
        // The tagger may take the first verb for a participle.
        let mut tokens = document.tokens_in(subject);
        tokens.end = (tokens.clone().skip(1))
            .find(|&at| document.tag(at).is_some_and(Tag::is_verb))
            .unwrap_or(tokens.end);
        document.span_of(tokens)
    };
    let (source, cue) = match subject_of_first(document, start, verb).or_else(shared) {
        Some(source) => (source, cue),
        None => subject_before(document, start, verb)?,
    };
    can_speak(document, source).then_some(Clause { cue, source })
}

/// Who says `quotation`, as a relative clause behind it tells: ‹had no comment beyond “No, sir,” which | he | said twice›.
fn which_is_said(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 6;
    let which = behind(document, quotation)?;
    let which = which + usize::from(document.word(which) == ",");
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let end = sentence.tokens.end.min(which + LONGEST);
    let says = [
        "said", "says", "repeated", "repeats", "shouted", "muttered", "called", "added", "wrote",
    ];
    let verb = (which + 2..end).find(|&at| says.contains(&document.word(at)))?;
    let source = document.span_of(which + 1..verb)?;
    let cue = document.tokens[verb].span;
    (document.word(which) == "which" && can_speak(document, source))
        .then_some(Clause { cue, source })
}

/// Whose answer is said to be the words at `mark`: ‹Ann Lee’s verdict was “a mess”›.
fn is_verdict(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    let start = sentence.tokens.start;
    let verb = mark.checked_sub(1).filter(|&at| at > start + 1)?;
    let noun = verb - 1;
    let owned = matches!(document.tag(noun - 1), Some(Tag::POS | Tag::PRPS));
    let is = matches!(document.word(verb), "was" | "is");
    if !is || !owned || !ANSWERS.contains(&document.word(noun)) {
        return None;
    }
    let first = (start..noun - 1)
        .rev()
        .take_while(|&at| !ends_clause(document.word(at)) && document.word(at) != ",")
        .last();
    let source = whose(document, first.unwrap_or(noun - 1), noun - 1)?;
    let cue = document.tokens[noun].span;
    can_speak(document, source).then_some(Clause { cue, source })
}

/// To whom something is what the words at `mark` say: ‹For Ann Lee, it was “a mess”›.
fn is_to_somebody(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const LONGEST: usize = 12;
    let start = sentence.tokens.start;
    let verb = mark.checked_sub(1).filter(|&at| at > start + 2)?;
    let it = verb - 1;
    let is = matches!(document.word(verb), "was" | "is" | "remains" | "remained")
        && matches!(document.word(it), "it" | "this" | "that");
    let led = matches!(document.word(start), "To" | "For") && it - start <= LONGEST;
    let named = document.word(start + 1).starts_with(char::is_uppercase);
    if !is || !led || !named {
        return None;
    }
    let end = it - usize::from(document.word(it - 1) == ",");
    let source = document.span_of(start + 1..end)?;
    let cue = document.tokens[verb].span;
    can_speak(document, source).then_some(Clause { cue, source })
}

/// Who sees something in something: ‹Ann Lee, who sits on the board, saw in the affair “a coarsening”›.
fn seen_in(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const FAR: usize = 8;
    let start = sentence.tokens.start;
    let verb = (start + 1..mark).rev().take(FAR).find(|&at| {
        [
            "saw",
            "sees",
            "detected",
            "detects",
            "found",
            "finds",
            "discerned",
        ]
        .contains(&document.word(at))
    })?;
    let plain = (verb + 1..mark).all(|at| !document.is_finite_verb(at) && document.word(at) != ",");
    if document.word(verb + 1) != "in" || !plain {
        return None;
    }
    let source = herald::subject(document, start..verb + 1)
        .map(|source| with_name(document, source, verb))
        .filter(|source| can_speak(document, *source))?;
    let cue = document.tokens[verb].span;
    (source.end <= cue.start).then_some(Clause { cue, source })
}

/// Who tells of something, blames or praises it by the words at `mark`: ‹neighbours complained of “shrieking”›, ‹Ann Lee accused
/// the board of “waste”›, ‹Ann Lee deplored “two hours of felt”›, ‹he was accused by Ann Lee of “waste”›.
fn told_of(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const FAR: usize = 14;
    let start = sentence.tokens.start;
    let last = (start..mark).rev().find(|&at| {
        !matches!(
            document.word(at),
            "a" | "an" | "the" | "his" | "her" | "their" | "its"
        )
    })?;
    let verb = if matches!(document.word(last), "of" | "about" | "against" | "for") {
        (start..last)
            .rev()
            .take(FAR)
            .take_while(|&at| !ends_clause(document.word(at)))
            .find(|&at| cue::tells_of(document.word(at)))?
    } else {
        Some(last).filter(|&at| cue::judges(document.word(at)))?
    };
    let cue = document.tokens[verb].span;
    if is_passive(document, verb) {
        let by = (document.word(verb + 1) == "by").then_some(verb + 2..last)?;
        let source = document
            .span_of(by)
            .filter(|source| can_speak(document, *source))?;
        return Some(Clause { cue, source });
    }
    // ‹a man accused of “waste”›
    let of_whom = [
        "accus", "blam", "prais", "thank", "critici", "denounc", "condemn", "suspect",
    ];
    let whom = verb + 1 == last
        && of_whom
            .iter()
            .any(|stem| document.word(verb).starts_with(stem));
    if whom {
        return None;
    }
    let (source, cue) = subject_before(document, start, verb)?;
    can_speak(document, source).then_some(Clause { cue, source })
}

/// Who describes something by a few words of their own: ‹Ann Lee dismissed it as “daft”›, ‹it was described by one of them as
/// “thin”›.
fn described_as(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const FAR: usize = 12;
    let start = sentence.tokens.start;
    let before = (start..mark).rev();
    let joint = before
        .clone()
        .find(|&at| !matches!(document.word(at), "a" | "an" | "the" | "being"))
        .filter(|&at| document.word(at) == "as")?;
    let verb = before
        .take(FAR)
        .take_while(|&at| !ends_clause(document.word(at)))
        .find(|&at| DESCRIBES.contains(&document.word(at)))?;
    let cue = document.tokens[verb].span;
    if document.word(verb + 1) == "by" {
        let tokens = verb + 2..joint;
        let source = document
            .tokens
            .get(tokens.start)?
            .span
            .cover(document.tokens[tokens.end - 1].span);
        return (!tokens.is_empty()).then_some(Clause { cue, source });
    }
    let first = verb.checked_sub(1).filter(|&at| at >= start)?;
    if document.word(verb).ends_with("ing") && document.word(first) == "," {
        let source = announcer(document, start..first)?;
        return Some(Clause { cue, source });
    }
    if document.word(verb).ends_with("ing") || is_passive(document, verb) {
        return None;
    }
    let (source, cue) = subject_before(document, start, verb)?;
    // ‹met with what | one guest | described as›
    let tokens = document.tokens_in(source);
    let what = tokens.clone().rfind(|&at| document.word(at) == "what");
    let source = what
        .filter(|what| what + 1 < tokens.end)
        .map_or(source, |what| {
            Span::new(document.tokens[what + 1].span.start, source.end)
        });
    Some(Clause { cue, source })
}

/// Whether a form of “be” stands before the participle at `verb`.
fn is_passive(document: &Document, verb: usize) -> bool {
    let before = verb.checked_sub(1).map_or("", |at| document.word(at));
    !document.word(verb).ends_with("ing")
        && ["was", "were", "is", "are", "been", "being", "be"].contains(&before)
}

const CALLS: [&str; 11] = [
    "branded", "brands", "dubbed", "dubs", "called", "calls", "labelled", "labeled", "labels",
    "termed", "terms",
];

/// Who calls something by the words at `mark`: ‹an idea Ann Lee branded “daft”›.
fn called(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    let verb = mark
        .checked_sub(1)
        .filter(|&at| at > sentence.tokens.start)?;
    if is_passive(document, verb) || !CALLS.contains(&document.word(verb)) {
        return None;
    }
    let (source, cue) = subject_before(document, sentence.tokens.start, verb)?;
    // ‹an idea | Ann Lee›: a relative clause without its pronoun has its own subject.
    let tokens = document.tokens_in(source);
    let mut first = tokens.end.saturating_sub(1);
    let name = |at: usize| matches!(document.tag(at), Some(Tag::NNP | Tag::NNPS | Tag::PRP));
    while name(first) && first > tokens.start && name(first - 1) {
        first -= 1;
    }
    // ‹for what | the report›
    let what = tokens.clone().rfind(|&at| document.word(at) == "what");
    let first = if name(first) {
        Some(first)
    } else {
        what.map(|at| at + 1)
    };
    let source = match first.filter(|&at| at < tokens.end) {
        Some(first) => Span::new(document.tokens[first].span.start, source.end),
        None => source,
    };
    can_speak(document, source).then_some(Clause { cue, source })
}

/// Whose way of saying it the words at `mark` are: ‹as Ann Lee put it, “…”›, ‹in her words, “…”›, ‹in the words of Ann Lee, “…”›.
pub(crate) fn put_so(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    const LONGEST: usize = 24;
    let comma = mark
        .checked_sub(1)
        .filter(|&at| at > sentence.tokens.start)?;
    let last = comma.checked_sub(usize::from(document.word(comma) == ","))?;
    let near = sentence.tokens.start.max(last.saturating_sub(LONGEST))..last + 1;
    let mut openings = near.clone().rev();
    openings
        .find_map(|at| way_of_saying(document, at..near.end).filter(|(_, end)| *end == near.end))
        .map(|(clause, _)| clause)
}

/// Whose the words are that stand right before `quotation` and behind it: ‹“…”, in the words of Ann Lee›, ‹cries of “…” from the
/// gallery›.
pub(crate) fn around(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 24;
    let whole = cried(document, quotation)
        .or_else(|| was_answered(document, quotation))
        .or_else(|| was_called(document, quotation))
        .or_else(|| was_put(document, quotation))
        .or_else(|| which_is_said(document, quotation))
        .or_else(|| that_was_all(document, quotation));
    if let Some(clause) = whole {
        return Some(clause);
    }
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let first = behind(document, quotation)?;
    let tokens = first..sentence.tokens.end.min(first + LONGEST);
    way_of_saying(document, tokens).map(|(clause, _)| clause)
}

/// Who puts something in the words of `quotation`: ‹“A mess” is how Ann Lee describes it›.
fn was_put(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 14;
    let is = behind(document, quotation)?;
    let how = matches!(document.word(is), "is" | "was") && document.word(is + 1) == "how";
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let end = sentence.tokens.end.min(is + LONGEST);
    let puts = [
        "put",
        "puts",
        "described",
        "describes",
        "summed",
        "sums",
        "saw",
        "sees",
        "remembers",
        "remembered",
        "recalls",
        "explains",
        "explained",
        "phrased",
        "phrases",
        "tells",
        "told",
    ];
    let verb = (is + 3..end).find(|&at| puts.contains(&document.word(at)) && how)?;
    let source = document.span_of(is + 2..verb)?;
    let cue = document.tokens[verb].span;
    can_speak(document, source).then_some(Clause { cue, source })
}

/// By whom something is called what `quotation` says: ‹The plan was branded “a mess” by Ann Lee›.
fn was_called(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 16;
    let verb = document.tokens_in(quotation.outer).start.checked_sub(1)?;
    let by = document.tokens_in(quotation.outer).end;
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let called = CALLS.contains(&document.word(verb)) && is_passive(document, verb);
    if !called || by >= sentence.tokens.end || document.word(by) != "by" {
        return None;
    }
    let near = by + 1..sentence.tokens.end.min(by + LONGEST);
    let stop = near
        .clone()
        .find(|&at| ends_clause(document.word(at)) || matches!(document.word(at), "," | "who"));
    let source = document.span_of(near.start..stop.unwrap_or(near.end))?;
    let cue = document.tokens[verb].span;
    can_speak(document, source).then_some(Clause { cue, source })
}

/// Whose answer `quotation` is said to be right behind it: ‹“Seventeen,” was her verdict›, ‹“No,” came Ann Lee’s reply›.
fn was_answered(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 8;
    let verb = behind(document, quotation)?;
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let end = sentence.tokens.end.min(verb + LONGEST);
    if verb + 2 >= end || !matches!(document.word(verb), "was" | "is" | "came" | "comes" | "ran") {
        return None;
    }
    let answer = (verb + 2..end).find(|&at| ANSWERS.contains(&document.word(at)))?;
    // ‹“No,” came the reply from Ann Lee›
    if matches!(document.word(answer + 1), "from" | "of") && document.word(verb + 1) == "the" {
        let near = answer + 2..sentence.tokens.end.min(answer + 2 + LONGEST);
        let stop = near.clone().find(|&at| {
            ends_clause(document.word(at)) || matches!(document.word(at), "," | "who" | "which")
        });
        let source = document.span_of(near.start..stop.unwrap_or(near.end))?;
        let cue = document.tokens[answer].span;
        return can_speak(document, source).then_some(Clause { cue, source });
    }
    let owner =
        (verb + 1..answer).rfind(|&at| matches!(document.tag(at), Some(Tag::POS | Tag::PRPS)));
    // ‹“No,” was the answer›
    if owner.is_none() && document.word(verb + 1) == "the" {
        let source = document.span_of(verb + 1..answer + 1)?;
        let cue = document.tokens[verb].span;
        let replies = matches!(
            document.word(answer),
            "answer" | "reply" | "response" | "retort"
        );
        return replies.then_some(Clause { cue, source });
    }
    let owner = owner?;
    let source = whose(document, verb + 1, owner).filter(|source| can_speak(document, *source))?;
    let cue = document.tokens[answer].span;
    Some(Clause { cue, source })
}

const ANSWERS: [&str; 14] = [
    "verdict",
    "answer",
    "reply",
    "response",
    "advice",
    "comment",
    "conclusion",
    "view",
    "explanation",
    "assessment",
    "retort",
    "summary",
    "suggestion",
    "message",
];

/// From whom the cry comes that `quotation` is: ‹cries of “Shame!” from the benches behind her›.
fn cried(document: &Document, quotation: &Quotation) -> Option<Clause> {
    const LONGEST: usize = 8;
    let of = document.tokens_in(quotation.outer).start.checked_sub(1)?;
    let cry = of.checked_sub(1)?;
    let cries = [
        "cry", "cries", "shout", "shouts", "call", "calls", "chant", "chants", "yell", "yells",
        "cheers", "murmur", "murmurs",
    ];
    let from = document.tokens_in(quotation.outer).end;
    let led = document.word(of) == "of" && cries.contains(&document.word(cry));
    if !led || document.tokens.get(from)?.of(document.text) != "from" {
        return None;
    }
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let near = from + 1..sentence.tokens.end.min(from + 1 + LONGEST);
    let stop = near
        .clone()
        .find(|&at| ends_clause(document.word(at)) || document.word(at) == ",");
    let source = document.span_of(near.start..stop.unwrap_or(near.end))?;
    let cue = document.tokens[cry].span;
    can_speak(document, source).then_some(Clause { cue, source })
}

/// What opens `tokens` as ‹as Ann Lee put it›, ‹in her words›, ‹in the words of Ann Lee› do, and past its last token.
pub(crate) fn way_of_saying(document: &Document, tokens: Range<usize>) -> Option<(Clause, usize)> {
    let Range { start, end } = tokens;
    let is = |at: usize, word: &str| at < end && document.word(at).eq_ignore_ascii_case(word);
    if is(start, "as") {
        let put = (start + 2..end).find(|&at| {
            matches!(
                document.word(at),
                "put" | "puts" | "called" | "calls" | "described" | "describes" | "termed"
            ) && is(at + 1, "it")
        })?;
        let source = document
            .span_of(start + 1..put)
            .filter(|source| document.quotations_in(*source).is_empty())
            .filter(|source| can_speak(document, *source))?;
        let cue = document.tokens[put]
            .span
            .cover(document.tokens[put + 1].span);
        return Some((Clause { cue, source }, put + 2));
    }
    if !is(start, "in") {
        return None;
    }
    let words = (start + 2..end).find(|&at| {
        [
            "words",
            "phrase",
            "view",
            "opinion",
            "telling",
            "estimation",
        ]
        .contains(&document.word(at))
    })?;
    let cue = document.tokens[words].span;
    // ‹in her own words›
    let owner = words - 1 - usize::from(is(words - 1, "own"));
    if matches!(document.tag(owner), Some(Tag::POS | Tag::PRPS)) {
        let source = whose(document, start + 1, owner)?;
        return Some((Clause { cue, source }, words + 1));
    }
    if !is(owner, "the") || !is(words + 1, "of") {
        return None;
    }
    // ‹in the words of Ann Lee, the chair, nine days later›
    let comma = |from: usize| {
        (from..end).find(|&at| ends_clause(document.word(at)) || document.word(at) == ",")
    };
    let apposed = |at: &usize| {
        let close = comma(at + 1).unwrap_or(end);
        matches!(document.tag(at + 1), Some(Tag::DT | Tag::PRPS))
            && document.word(*at) == ","
            && !(at + 1..close).any(|at| document.is_finite_verb(at))
    };
    let first = comma(words + 2).unwrap_or(end);
    let stop = Some(first)
        .filter(apposed)
        .map_or(first, |at| comma(at + 1).unwrap_or(end));
    let source = document.span_of(words + 2..stop)?;
    Some((Clause { cue, source }, stop))
}

/// Whether the words of `quotation` are all in capitals, as people write and headlines do not: ‹the caption “IT HAS CHOSEN”›.
pub(crate) fn is_shouted(document: &Document, quotation: &Quotation) -> bool {
    let words = quotation.inner.of(document.text);
    words.contains(' ') && !words.contains(char::is_lowercase) && words.contains(char::is_uppercase)
}

/// Who puts something out with the words at `mark` on it: ‹The club shared a picture with the caption “…”›.
pub(crate) fn captioned(document: &Document, sentence: &Sentence, mark: usize) -> Option<Clause> {
    let before = mark.checked_sub(1)?;
    let noun = before.checked_sub(usize::from(matches!(document.word(before), ":" | ",")))?;
    // ‹a video, captioned “…”›
    let labels = [
        "captioned",
        "titled",
        "headed",
        "labelled",
        "labeled",
        "inscribed",
    ];
    if labels.contains(&document.word(noun)) {
        let end =
            noun - usize::from(noun > sentence.tokens.start && document.word(noun - 1) == ",");
        // ‹The picture, posted by | Ann Lee | on Sunday, was captioned “…”›
        let posted = (sentence.tokens.start..end)
            .rfind(|&at| document.word(at) == "by" && document.tag(at - 1) == Some(Tag::VBN));
        let agent = posted.and_then(|by| {
            let stop =
                (by + 1..end).find(|&at| matches!(document.word(at), "," | "on" | "in" | "at"))?;
            document.span_of(by + 1..stop)
        });
        if let Some(source) = agent.filter(|source| can_speak(document, *source)) {
            let cue = document.tokens[noun].span;
            return Some(Clause { cue, source });
        }
        let source = herald::subject(document, sentence.tokens.start..end)
            .filter(|source| can_speak(document, *source))?;
        let cue = document.tokens[noun].span;
        return Some(Clause { cue, source });
    }
    let written = [
        "caption", "message", "words", "comment", "line", "slogan", "hashtag", "legend",
    ];
    let the = noun
        .checked_sub(1)
        .filter(|&at| at > sentence.tokens.start)?;
    let led = matches!(document.word(the), "the" | "a")
        && matches!(
            document.word(the - 1),
            "with"
                | "under"
                | "bearing"
                | "beneath"
                | "by"
                | "over"
                | "above"
                | "beside"
                | "alongside"
        );
    if !led || !written.contains(&document.word(noun)) {
        return None;
    }
    // ‹The video was uploaded by Ann Lee with the caption “…”›
    let by = (sentence.tokens.start..the - 1).rfind(|&at| document.word(at) == "by");
    // ‹… was posted the night before by Ann Lee, a nurse, with …›
    let passive = |by: usize| {
        let near = sentence.tokens.start.max(by.saturating_sub(5))..by;
        near.rev()
            .take_while(|&at| document.word(at) != ",")
            .any(|at| document.tag(at) == Some(Tag::VBN))
    };
    // ‹gone by noon›
    let someone = |by: usize| {
        let next = document.word(by + 1);
        next.starts_with(|c: char| c.is_uppercase() || c == '@')
            || matches!(document.tag(by + 1), Some(Tag::DT | Tag::PRPS))
    };
    let agent = by.filter(|&by| passive(by) && someone(by)).and_then(|by| {
        let end = (by + 1..the - 1).find(|&at| document.word(at) == ",");
        document.span_of(by + 1..end.unwrap_or(the - 1))
    });
    let source = agent
        .or_else(|| herald::subject(document, sentence.tokens.start..the - 1))
        .filter(|source| can_speak(document, *source))?;
    Some(Clause {
        cue: document.tokens[noun].span,
        source,
    })
}

/// The token behind `quotation`, past a comma.
fn behind(document: &Document, quotation: &Quotation) -> Option<usize> {
    let next = document.tokens_in(quotation.outer).end;
    let comma = document.tokens.get(next)?.of(document.text) == ",";
    Some(next + usize::from(comma))
}

/// The owner that ends at `mark`, a genitive’s mark or a possessive: ‹Ann Lee | ’s words›, ‹her | words›.
fn whose(document: &Document, first: usize, mark: usize) -> Option<Span> {
    document.span_of(first..mark + usize::from(document.tag(mark) == Some(Tag::PRPS)))
}

const DESCRIBES: [&str; 30] = [
    "rated",
    "rates",
    "rating",
    "ranked",
    "ranks",
    "classed",
    "classes",
    "classified",
    "classifies",
    "graded",
    "listed",
    "portrayed",
    "described",
    "describes",
    "describing",
    "dismissed",
    "dismisses",
    "dismissing",
    "branded",
    "branding",
    "labelled",
    "labelling",
    "denounced",
    "denouncing",
    "condemned",
    "condemning",
    "characterised",
    "characterized",
    "hailed",
    "hailing",
];

#[cfg(test)]
mod tests {
    use super::super::tests::reported;

    #[test]
    fn whose_message_somebody_else_shows() {
        reported(
            "The prosecutor, Bo Orr, showed a text message that Ann Lee sent to her brother in May: “Bring the rope now.”",
            &[("Ann Lee", "Bring the rope now.")],
        );
        reported(
            "Ann Lee sent her a text of one line, which the winner later showed to reporters: “You won it.”",
            &[("Ann Lee", "You won it.")],
        );
        reported(
            "Ann Lee uploaded a film of the gate, over the caption “It is crunchy now.”",
            &[("Ann Lee", "It is crunchy now.")],
        );
    }

    #[test]
    fn who_tells_of_something_in_words_of_their_own() {
        reported(
            "Ann Lee accused officials of “refereeing by rumour”.",
            &[("Ann Lee", "refereeing by rumour")],
        );
        reported(
            "The Guild of Tuners has classed the pier as “unsafe in any wind”.",
            &[("The Guild of Tuners", "unsafe in any wind")],
        );
        reported(
            "The club shut after tenants complained of ‘a great shrieking’.",
            &[("tenants", "a great shrieking")],
        );
        reported(
            "The tenants, a man accused of “gross waste” among them, left.",
            &[("-", "gross waste")],
        );
        reported(
            "The road was one that Petrossian called “a long antique”.",
            &[("Petrossian", "a long antique")],
        );
        reported(
            "He was accused by a senior tenant of “waging war on the tea room”.",
            &[("a senior tenant", "waging war on the tea room")],
        );
    }

    #[test]
    fn whose_answer_it_is() {
        reported(
            "Ann Lee let one dissolve. “Seventeen minutes,” was her verdict.",
            &[("her", "Seventeen minutes")],
        );
    }

    #[test]
    fn whose_caption_it_is() {
        reported(
            "Ann Lee shared a picture, captioned “I did it again.”",
            &[("Ann Lee", "I did it again.")],
        );
        reported(
            "The clip was shared by Ann Lee with the caption “THE CLOCK HAS CHOSEN.”",
            &[("Ann Lee", "THE CLOCK HAS CHOSEN.")],
        );
    }

    #[test]
    fn whose_way_of_saying_it_is() {
        reported(
            "They left us ‘without a leading lady’, in the words of Ann Lee, nine days before the fair.",
            &[("Ann Lee", "without a leading lady")],
        );
        reported(
            "It was a machine that is, in the words of Ann Lee, the fire chief, “a loud clock.”",
            &[("Ann Lee, the fire chief", "a loud clock")],
        );
        reported(
            "It was “a loud clock”, as Ann Lee put it.",
            &[("Ann Lee", "a loud clock")],
        );
        reported(
            "There were cries of ‘Shame!’ from the benches behind her.",
            &[("the benches behind her", "Shame!")],
        );
    }

    #[test]
    fn whose_way_of_putting_it() {
        let case = crate::split::tests::spoken;
        for text in [
            "Ann Lee’s verdict was “a soggy mess.”",
            "For Ann Lee it was “a soggy mess.”",
            "“A soggy mess” is how Ann Lee describes the plan.",
            "The plan was branded “a soggy mess” by Ann Lee.",
            "“A soggy mess,” as Ann Lee called it, has cost the town £9m.",
            "“A soggy mess,” in the words of Ann Lee, the plan will cost £9m.",
        ] {
            case(text, "soggy mess", "Ann Lee");
        }
    }

    #[test]
    fn what_somebody_is_told_and_what_is_said_twice() {
        let case = crate::split::tests::spoken;
        let told = "Ann Lee fell. Bo Orr counted nine bruises and told her she would “never again sit on a goat”.";
        case(told, "never again", "Bo Orr");
        let twice =
            "Ann Lee had no comment as she left the barn beyond “No, sir,” which she said twice.";
        case(twice, "No, sir", "Ann Lee");
        let written =
            "It was a song that Ann Lee described in her written remarks as “a goat and a hug”.";
        case(written, "a goat and", "Ann Lee");
        let posted = "The pictures had been posted the night before by Ann Lee, a nurse, with the caption “A goat and a hug.”";
        case(posted, "A goat and", "Ann Lee");
    }
}
