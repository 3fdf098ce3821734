//! Mending what the model read: a cue without its particle, a subject cut short, a sentence broken off.

use std::ops::Range;

use super::cue;
use super::document::Document;
use super::extent;
use super::herald;
use super::medium;
use super::model::tag::Tag;
use super::report;
use super::statement::Statement;
use super::subject;
use crate::text::Span;

/// Mends one statement by itself.
pub(crate) fn mend(document: &Document, statement: &mut Statement) {
    verb_before_colon(document, statement);
    nearest_cue(document, statement);
    antecedent(document, statement);
    subject::whole_subject(document, statement);
    subject::whole_relative(document, statement);
    subject::whole_name(document, statement);
    extent::whole_object(document, statement);
    extent::told_between(document, statement);
    extent::words_shown(document, statement);
    clause_before(document, statement);
    whole_cue(document, statement);
    until_next_report(document, statement);
    until_told_quotation(document, statement);
    until_answered(document, statement);
    source(document, statement);
}

/// Mends the source of one statement, whoever found it.
pub(crate) fn source(document: &Document, statement: &mut Statement) {
    announced(document, statement);
    until_marks(document, statement);
    before_apposition(document, statement);
    agent(document, statement);
    asked(document, statement);
    no_adverb(document, statement);
    behind_place(document, statement);
    read_aloud(document, statement);
}

/// Gives `statement` whoever announces its words before a colon where nobody, or only “who”, was read as the source: ‹Dunmore,
/// which still makes ropes, replied too: “…”›, ‹Among those who replied was Ann Lee: “…”›.
fn announced(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue else { return };
    let who = |source: Span| source.of(document.text) == "who";
    let Some(quotation) = (document.quotations_in(statement.extent()).first())
        .filter(|quotation| quotation.outer.start >= cue.end)
        .filter(|_| statement.source.is_none_or(who))
    else {
        return;
    };
    let mark = document.tokens_in(quotation.outer).start;
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let Some(colon) = (mark.checked_sub(1)).filter(|&at| document.word(at) == ":") else {
        return;
    };
    let tokens = sentence.tokens.start..colon;
    let source = if statement.source.is_none() {
        herald::subject(document, tokens)
    } else {
        let among = document.word(tokens.start) == "Among";
        let verb = document.tokens_in(cue).end;
        let was = (verb..colon)
            .find(|&at| matches!(document.word(at), "was" | "were" | "is" | "are"))
            .filter(|_| among);
        was.filter(|was| was + 1 < colon).map(|was| {
            let first = document.tokens[was + 1].span;
            first.cover(document.tokens[colon - 1].span)
        })
    };
    let fits = |source: &Span| {
        let it = matches!(source.of(document.text), "It" | "it" | "There" | "there");
        !it && !source.overlaps(quotation.outer)
    };
    let Some(source) = source.filter(fits) else {
        return;
    };
    if let Some(piece) = statement.content.first_mut()
        && piece.start < quotation.outer.start
        && piece.end > quotation.outer.start
    {
        piece.start = quotation.outer.start;
    }
    statement.source = Some(source);
}

/// Gives `statement` the pronoun behind what leads up to it: ‹In it | he had called it late›.
fn behind_place(document: &Document, statement: &mut Statement) {
    let Some(source) = statement.source else {
        return;
    };
    let tokens = document.tokens_in(source);
    let Some(last) = tokens.clone().next_back() else {
        return;
    };
    let led = tokens.len() > 1 && document.tag(tokens.start) == Some(Tag::IN);
    if led && matches!(document.word(last), "he" | "she" | "they" | "it") {
        statement.source = Some(document.tokens[last].span);
    }
}

/// Ends the source of `statement` where somebody's words begin again: ‹“It rained,” said one guest, “and it snowed.”›
fn until_marks(document: &Document, statement: &mut Statement) {
    let Some(source) = statement.source else {
        return;
    };
    let quotation = (document.quotations_in(source).iter())
        .find(|quotation| quotation.outer.start > source.start && quotation.outer.end > source.end);
    if let Some(quotation) = quotation {
        let name = Span::new(source.start, quotation.outer.start);
        let name = name.trim_matches(document.text, |c| c == ',' || c == ':' || c.is_whitespace());
        statement.source = Some(name).filter(|name| !name.is_empty());
    }
}

/// Gives `statement` the subject before an apposition where only the end of that was read as the source: ‹Dunmore, a maker of
/// ropes with nine mills, had argued …›.
fn before_apposition(document: &Document, statement: &mut Statement) {
    const LONGEST: usize = 16;
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let tokens = document.tokens_in(source);
    let verb = document.tokens_in(cue).start;
    let Some(joint) = tokens.start.checked_sub(1) else {
        return;
    };
    let sentence = &document.sentences[document.sentence_at(source.start)].tokens;
    let ends = verb == tokens.end + 1 && document.word(tokens.end) == ",";
    let inside = joint > sentence.start && document.tag(joint) == Some(Tag::IN);
    if !ends || !inside {
        return;
    }
    let first = joint.saturating_sub(LONGEST).max(sentence.start);
    let comma = (first..joint).rev().find(|&at| document.word(at) == ",");
    let apposed = |comma: &usize| matches!(document.tag(comma + 1), Some(Tag::DT | Tag::PRPS));
    let limit = document.tokens[sentence.start].span.start;
    if let Some(comma) = comma.filter(apposed)
        && !(comma..joint).any(|at| document.is_finite_verb(at))
        && let Some(name) = (comma - sentence.start <= LONGEST / 2)
            .then(|| Span::new(limit, document.tokens[comma].span.start))
            .or_else(|| noun_phrase_before(document, comma, limit))
        && !statement.overlaps(name)
        && !document.has_finite_verb(name)
        && document.tokens_in(name).end == comma
        && document.tag(document.tokens_in(name).start) != Some(Tag::IN)
    {
        statement.source = Some(name.cover(source));
    }
}

/// Gives `statement` the writing that somebody reads from in place of the reader: ‹She read the end of his letter: “…”›.
fn read_aloud(document: &Document, statement: &mut Statement) {
    const FAR: usize = 14;
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let reads = document.tokens_in(cue).any(|at| {
        matches!(
            document.word(at),
            "read" | "reads" | "quoted" | "quotes" | "recited" | "recites"
        )
    });
    let quotations = document.quotations_in(statement.extent());
    let start = quotations
        .first()
        .map_or(statement.start(), |q| q.outer.start);
    if !reads || cue.end > start || source.end > cue.start {
        return;
    }
    let between = document.tokens_in(Span::new(cue.end, start));
    let writing = between.clone().take(FAR).find(|&at| {
        matches!(
            document.word(at),
            "letter"
                | "diary"
                | "note"
                | "message"
                | "email"
                | "e-mail"
                | "text"
                | "journal"
                | "will"
                | "post"
                | "poem"
                | "testimony"
                | "report"
                | "ruling"
                | "judgment"
                | "transcript"
        )
    });
    let owner = writing.and_then(|noun| {
        (between.start.max(noun.saturating_sub(5))..noun)
            .rev()
            .find(|&at| matches!(document.tag(at), Some(Tag::PRPS | Tag::POS)))
    });
    let (Some(noun), Some(owner)) = (writing, owner) else {
        return;
    };
    // What leads up to the marks was read as said.
    if let Some(piece) = statement.content.first_mut() {
        piece.start = piece.start.max(start);
    }
    let last = document.tokens[noun].span;
    statement.source = match document.tag(owner) {
        Some(Tag::PRPS) => Some(document.tokens[owner].span.cover(last)),
        _ => noun_phrase_before(document, owner, cue.end).map(|name| name.cover(last)),
    };
}

/// Gives `statement` the subject that its clause has where a day or an adverb was read as the source: ‹“…,” Bo Orr, 54, said
/// yesterday.›
fn no_adverb(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let idle = |at: usize| {
        let word = document.word(at);
        let time = [
            "yesterday",
            "today",
            "later",
            "afterwards",
            "earlier",
            "also",
            "then",
            "now",
        ];
        time.contains(&word) || is_day(word) && word != "day"
    };
    if !document.tokens_in(source).all(idle) {
        return;
    }
    let quotation = document.quotation_at(statement.start());
    let clause = quotation
        .and_then(|quotation| report::after(document, quotation))
        .filter(|clause| clause.cue.overlaps(cue) && report::can_speak(document, clause.source));
    statement.source = clause.map(|clause| clause.source);
}

/// Gives `statement` the verb that announces its content where only the colon was read as the cue: ‹Ann Lee repeated: …›.
fn verb_before_colon(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    if cue.of(document.text).contains(char::is_alphanumeric) || source.end > cue.start {
        return;
    }
    // ‹Ann Lee replied beneath the picture: …›
    let colon = document.tokens_in(cue).start;
    let sentence = &document.sentences[document.sentence_at(cue.start)];
    let clause = report::clause_before(document, sentence.tokens.start, colon);
    let same = |clause: &report::Clause| clause.source.start == source.start;
    if let Some(clause) =
        clause.filter(|clause| same(clause) && report::can_speak(document, clause.source))
    {
        let verb = document.tokens_in(clause.cue).start;
        statement.cue = Some(clause.cue);
        statement.source = Some(report::with_name(document, clause.source, verb));
        return;
    }
    // ‹Her rival was blunter: …›: what she was is not who she is.
    let first = document.tokens_in(source).start;
    let copula = (first.saturating_sub(3)..first)
        .any(|at| matches!(document.word(at), "was" | "is" | "were" | "are"));
    if copula || !report::can_speak(document, source) {
        let subject = report::announcer(document, sentence.tokens.start..colon);
        if let Some(subject) = subject.filter(|subject| report::can_speak(document, *subject)) {
            statement.source = Some(subject);
        }
        return;
    }
    let mut between = document.tokens_in(Span::new(source.end, cue.start));
    if let Some(verb) = between.find(|&at| document.is_finite_verb(at)) {
        statement.cue = Some(document.tokens[verb].span);
    }
}

/// Gives `statement` the verb of saying that stands right before its content where the cue is an earlier verb of the
/// sentence, ‹released a statement which said that …›, and the noun that this verb goes with for its source.
fn nearest_cue(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue.filter(|cue| cue.end <= statement.start()) else {
        return;
    };
    let before = Span::new(cue.end, statement.start());
    let mut gap: Vec<usize> = document.tokens_in(before).collect();
    if gap
        .last()
        .is_some_and(|&at| document.word(at).eq_ignore_ascii_case("that"))
    {
        gap.pop();
    }
    let Some((&verb, between)) = gap.split_last() else {
        return;
    };
    if !document.is_finite_verb(verb) || !cue::reports(document.word(verb)) {
        return;
    }
    let relative = |word: &str| matches!(word, "which" | "that" | "who");
    let said = document.tokens[verb].span;
    if let Some(&last) = between.last()
        && relative(document.word(last))
    {
        if let Some(source) = noun_phrase_before(document, last, cue.end) {
            statement.cue = Some(said);
            statement.source = Some(source);
        }
        return;
    }
    // ‹A report that the board published in May warned that …›: the cue was that of the clause inside the subject.
    let inside = statement.source.filter(|source| {
        source.end <= cue.start
            && document
                .tokens_in(*source)
                .any(|at| relative(document.word(at)))
    });
    let plain = |&at: &usize| !document.is_finite_verb(at) && document.word(at) != ",";
    if let Some(source) = inside
        && between.iter().all(plain)
    {
        let end = document.tokens[verb - 1].span.end;
        statement.cue = Some(said);
        statement.source = Some(Span::new(source.start, end));
    }
}

/// Gives `statement` the document that its relative pronoun stands for, ‹a statement which said …›; other pronouns stand for
/// themselves, as people annotate them.
fn antecedent(document: &Document, statement: &mut Statement) {
    let Some(source) = statement.source else {
        return;
    };
    if matches!(source.of(document.text), "which" | "that") {
        let sentence = document.sentences[document.sentence_at(source.start)].span;
        let at = document.tokens_in(source).start;
        if let Some(noun) = noun_phrase_before(document, at, sentence.start)
            && medium::head(document, noun).is_some()
            && !statement.overlaps(noun)
        {
            statement.source = Some(noun);
        }
    }
}

/// Gives `statement` the particle that belongs to its verb: "shot back", "went on".
fn whole_cue(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue else {
        return;
    };
    let next = document.tokens_in(cue).end;
    let Some(token) = document.tokens.get(next).map(|token| token.span) else {
        return;
    };
    let particle = matches!(token.of(document.text), "back" | "on" | "out");
    let ends = document
        .tokens
        .get(next + 1)
        .is_some_and(|after| !after.of(document.text).starts_with(char::is_alphanumeric));
    let claimed = statement.overlaps(token) || statement.source.is_some_and(|s| s.overlaps(token));
    if particle && ends && !claimed {
        statement.cue = Some(cue.cover(token));
    }
    // "once said of the work" reports no "of".
    let words = document.tokens_in(cue);
    let of = words.len() > 1 && document.word(words.end - 1) == "of";
    if of && !statement.overlaps(token) && document.tag(words.end - 2).is_some_and(Tag::is_verb) {
        statement.cue = Some(Span::new(
            cue.start,
            document.tokens[words.end - 2].span.end,
        ));
    }
}

/// Gives `statement` the clause before its source where only the place was read as the content: ‹The gate was shut, an officer
/// testified at the trial of the owner.›
fn clause_before(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let content = statement.extent();
    let finite = |span: Span| document.has_finite_verb(span);
    let says = document
        .tokens_in(cue)
        .any(|at| cue::reports(document.word(at)));
    let sentence = document.sentences[document.sentence_at(cue.start)].span;
    let behind = source.end <= cue.start && cue.end < content.start && content.end <= sentence.end;
    if !says || !behind || source.start < sentence.start || finite(content) {
        return;
    }
    let head = Span::new(sentence.start, source.start);
    let Some(clause) = head.of(document.text).strip_suffix(", ") else {
        return;
    };
    let place = Span::new(cue.end, content.start).of(document.text);
    let at = ["at", "in", "during", "before", "on"]
        .iter()
        .any(|word| place.split_whitespace().any(|w| w == *word));
    let clause = Span::new(head.start, head.start + clause.len());
    if at && finite(clause) && document.quotations_in(sentence).is_empty() {
        statement.content = vec![clause];
    }
}

/// Ends the content of `statement` where somebody else begins to be reported: ‹Ann Lee said the dam held, and Bo Orr
/// replied that it leaked.›
fn until_next_report(document: &Document, statement: &mut Statement) {
    const LONGEST: usize = 9;
    let Some(content) = statement.content.last().copied() else {
        return;
    };
    if statement.cue.is_none_or(|cue| cue.start > content.start)
        || document.quotation_at(content.start).is_some()
    {
        return;
    }
    let tokens = document.tokens_in(content);
    let next = tokens.clone().skip(2).find(|&at| {
        let comma = at > tokens.start && document.word(at - 1) == ",";
        let joins = comma && matches!(document.word(at), "and" | "but" | "while");
        let verb = (at + 1..tokens.end.min(at + LONGEST)).find(|&at| document.is_finite_verb(at));
        joins
            && verb.is_some_and(|verb| {
                let named = (at + 1..verb).any(|at| document.tag(at).is_some_and(Tag::is_noun));
                let that = document
                    .tokens
                    .get(verb + 1)
                    .is_some_and(|next| next.of(document.text) == "that");
                named && that && cue::reports(document.word(verb))
            })
    });
    if let (Some(next), Some(last)) = (next, statement.content.last_mut()) {
        last.end = document.tokens[next - 2].span.end;
    }
}

/// Takes from `statement` whom somebody asks, who does not say it: ‹“No,” she said when asked whether …›.
fn asked(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let words = document.tokens_in(cue);
    let joined = words
        .start
        .checked_sub(1)
        .is_some_and(|at| matches!(document.word(at), "when" | "When" | "if" | "If" | "while"));
    let said_of = words.clone().any(|at| cue::said_of(document.word(at)));
    let by = (words.start..=words.end).any(|at| {
        document
            .tokens
            .get(at)
            .is_some_and(|token| token.of(document.text) == "by")
    });
    if joined && said_of && !by && source.end <= cue.start {
        statement.source = None;
    }
}

/// Gives `statement` the agent of a passive verb in place of what it was said of, ‹The talks were described by one of them as
/// “thin”›, and nobody where there is none, ‹She was told to leave›.
fn agent(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue else {
        return;
    };
    let before = statement
        .source
        .is_none_or(|source| source.start < cue.start);
    let Some(verb) = passive(document, cue).filter(|_| before) else {
        return;
    };
    let sentence = &document.sentences[document.sentence_at(cue.start)];
    // ‹It was described as “thin” by one of them›
    let behind = || {
        let last = document.quotation_at(statement.extent().end.checked_sub(1)?)?;
        let next = document.tokens_in(last.outer).end;
        let by = document.tokens.get(next)?.of(document.text) == "by";
        by_agent(document, next..sentence.tokens.end).filter(|_| by && next < sentence.tokens.end)
    };
    let Some(by) = by_agent(document, verb + 1..sentence.tokens.end).or_else(behind) else {
        if cue::said_of(document.word(verb)) {
            statement.source = None;
        }
        return;
    };
    // What was read as said may begin with the agent, ‹by one of them as “thin”›.
    let behind = document.tokens_in(by).end;
    let joint = document.tokens.get(behind).map(|token| token.span);
    if let (Some(joint), Some(piece)) = (joint, statement.content.first_mut())
        && piece.start < by.end
        && joint.end < piece.end
    {
        let start = if joint.of(document.text) == "as" {
            joint.end
        } else {
            joint.start
        };
        *piece = Span::new(start, piece.end).trim(document.text);
    }
    if !statement.overlaps(by) {
        statement.source = Some(by);
    }
}

/// The participle of a cue that is a passive: "was accused", "have been told".
fn passive(document: &Document, cue: Span) -> Option<usize> {
    let words = document.tokens_in(cue);
    let verb = words
        .clone()
        .rfind(|&at| matches!(document.tag(at), Some(Tag::VBN | Tag::VBD)))?;
    let be = |at: usize| {
        matches!(
            document.word(at),
            "was" | "were" | "is" | "are" | "been" | "being"
        )
    };
    let inside = words.clone().any(be);
    // "was also told": the model may read the verb alone.
    let before = (words.start.saturating_sub(2)..words.start).any(be)
        && document.tag(verb) == Some(Tag::VBN);
    // "was freed but told by Ann Lee"
    let agent = document
        .tokens
        .get(verb + 1)
        .is_some_and(|next| next.of(document.text) == "by")
        && ["told", "asked", "warned", "accused", "described"].contains(&document.word(verb));
    (inside && words.len() > 1 || before || agent).then_some(verb)
}

/// Who stands behind the "by" that opens `tokens`, but for an adverb or two: ‹later | by the leader of the union | of “lying”›.
fn by_agent(document: &Document, tokens: Range<usize>) -> Option<Span> {
    const LONGEST: usize = 12;
    let by = tokens
        .clone()
        .take(4)
        .find(|&at| document.word(at) == "by")?;
    let when = [
        "last",
        "this",
        "week",
        "month",
        "year",
        "night",
        "yesterday",
        "on",
    ];
    let plain = (tokens.start..by).all(|at| {
        let word = document.word(at);
        document.tag(at) == Some(Tag::RB) || when.contains(&word) || is_day(word)
    });
    let first = by + 1;
    let last = tokens.end.min(first + LONGEST);
    let end = (first..last)
        .find(|&at| {
            let next = document.tokens.get(at + 1).map(|_| at + 1);
            let of = document.word(at) == "of"
                && next.is_some_and(|next| {
                    document.tag(next) == Some(Tag::VBG)
                        || document
                            .quotation_at(document.tokens[next].span.start)
                            .is_some()
                });
            of || matches!(
                document.word(at),
                "as" | "to"
                    | "that"
                    | ","
                    | "."
                    | ":"
                    | "“"
                    | "\""
                    | "‘"
                    | "in"
                    | "on"
                    | "at"
                    | "during"
                    | "after"
                    | "when"
                    | "last"
                    | "earlier"
                    | "yesterday"
                    | "today"
            ) || is_day(document.word(at))
        })
        .unwrap_or(last);
    let span = document
        .tokens
        .get(first)?
        .span
        .cover(document.tokens.get(end.checked_sub(1)?)?.span);
    (plain && end > first && end < tokens.end).then_some(span)
}

/// Ends the content of `statement` before a sentence that opens with a quotation which has its own report: ‹Ann Lee remembers
/// the flood. “We swam,” she said.›
fn until_told_quotation(document: &Document, statement: &mut Statement) {
    let Some(content) = statement.content.last().copied() else {
        return;
    };
    if document.quotation_at(content.start).is_some() {
        return;
    }
    let told = document.quotations_in(content).iter().find(|quotation| {
        let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
        sentence.span.start == quotation.outer.start
            && quotation.outer.start > content.start
            && report::after(document, quotation).is_some_and(|clause| {
                statement.cue != Some(clause.cue) && clause.cue.start >= content.end
            })
    });
    if let (Some(told), Some(last)) = (told, statement.content.last_mut()) {
        *last = Span::new(last.start, told.outer.start)
            .trim_matches(document.text, |c| c == '.' || c.is_whitespace());
    }
}

/// Ends the content of `statement` before a quotation behind its cue that has its own report: ‹“Why?” Ann Lee asked. “It rained,” he
/// said.›
fn until_answered(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue else {
        return;
    };
    let told = |piece: &Span| {
        let quotation = document.quotation_at(piece.start);
        quotation.is_some_and(|quotation| {
            let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
            let opens = sentence.span.start == quotation.outer.start;
            opens
                && report::after(document, quotation).is_some_and(|clause| {
                    clause.cue.start > cue.end && report::can_speak(document, clause.source)
                })
        })
    };
    let behind = statement
        .content
        .iter()
        .position(|piece| piece.start > cue.end && told(piece));
    if let Some(nth) = behind.filter(|nth| *nth > 0) {
        statement.content.truncate(nth);
    }
}

/// The noun phrase that ends before the token at `end`, days and adverbs behind it passed over; not before `limit`.
pub(crate) fn noun_phrase_before(document: &Document, end: usize, limit: usize) -> Option<Span> {
    let inside = |at: usize| document.tokens[at].span.start >= limit;
    let noun = |at: usize| document.tag(at).is_some_and(Tag::is_noun);
    let mut last = end.checked_sub(1)?;
    while inside(last) && last > 0 && (!noun(last) || is_day(document.word(last))) {
        last -= 1;
    }
    let mut first = last;
    while first > 0
        && inside(first - 1)
        && document.tag(first - 1).is_some_and(|tag| {
            tag.is_noun() || matches!(tag, Tag::DT | Tag::JJ | Tag::PRPS | Tag::POS | Tag::CD)
        })
    {
        first -= 1;
    }
    (inside(last) && noun(last)).then(|| {
        document.tokens[first]
            .span
            .cover(document.tokens[last].span)
    })
}

fn is_day(word: &str) -> bool {
    word.ends_with("day")
}
