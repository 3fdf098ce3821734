//! Whose words they are, where nobody or somebody else was read as the source.

use super::{is_day, noun_phrase_before};
use crate::attribution::Basis;
use crate::split::clause;
use crate::split::colon;
use crate::split::cue;
use crate::split::document::Document;
use crate::split::herald;
use crate::split::medium;
use crate::split::model::tag::Tag;
use crate::split::statement::Statement;
use crate::split::subject;
use crate::text::Span;

/// Gives `statement` whoever announces its words before a colon where nobody, or only “who”, was read as the source: ‹Dunmore,
/// which still makes ropes, replied too: “…”›, ‹Among those who replied was Ann Lee: “…”›.
pub(super) fn announced(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue else { return };
    // ‹Ann Lee managed two | words|: “…”›: a verb inside shows that no source was read.
    let verbs = |source: Span| {
        let mut words = document.tokens_in(source).skip(1);
        let noun = matches!(
            cue.of(document.text),
            "words" | "word" | "line" | "sentence"
        );
        let verb = |at: usize| {
            document.tag(at).is_some_and(Tag::is_verb) || document.word(at).ends_with("ed")
        };
        noun && words.any(verb)
    };
    let who = |source: Span| source.of(document.text) == "who" || verbs(source);
    let Some(quotation) = (document.quotations_in(statement.extent()).first())
        .filter(|quotation| quotation.outer.start >= cue.end)
        .filter(|_| statement.source.is_none_or(who))
    else {
        return;
    };
    let mark = document.tokens_in(quotation.outer).start;
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let Some(mark) = (mark.checked_sub(1)).filter(|&at| document.word(at) == ":") else {
        return;
    };
    let source = colon::announced(document, sentence.tokens.start..mark);
    let fits = |source: &Span| {
        let it = matches!(source.of(document.text), "It" | "it" | "There" | "there");
        !it && !source.overlaps(quotation.outer)
    };
    let Some(source) = source.filter(fits) else {
        return;
    };
    take_lead(statement, quotation.outer.start);
    statement.source = Some(source);
}

/// Gives `statement` the subject of the clause right behind its marks where the model read a part of it, none, or took it for
/// what is said: ‹“No,” Lee, | who runs the port, | explained›.
pub(super) fn beside_marks(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue else { return };
    let quotations = document.quotations_in(statement.extent());
    let clause = quotations.iter().find_map(|quotation| {
        let behind = quotation.outer.end <= cue.start;
        let clause = clause::spoken_after(document, quotation).filter(|_| behind)?;
        // ‹“No” was | all she | said›
        let tokens = document.tokens_in(clause.source);
        let whole = tokens.len() == 1 || document.tag(tokens.end - 1) != Some(Tag::PRP);
        (whole && clause.cue.overlaps(cue)).then_some(clause)
    });
    let Some(clause) = clause else { return };
    let pronoun = |source: Span| {
        let first = document.tokens_in(source).start;
        document.tag(first) == Some(Tag::PRP)
    };
    let part = statement.source.is_none_or(|source| {
        clause.source.contains(source) && clause.source != source && !pronoun(source)
    });
    let whole = clause.source.cover(clause.cue);
    if !part && !statement.overlaps(whole) {
        return;
    }
    let pieces = statement.content.iter();
    let rest: Vec<Span> = pieces.flat_map(|piece| piece.without(&[whole])).collect();
    if !rest.is_empty() {
        statement.content = rest;
        statement.source = Some(clause.source);
        statement.cue = Some(clause.cue);
    }
}

/// Leaves the verb out of the source of `statement` where it was read as a part of the name before it: ‹| Lee | disagrees:
/// “…”›.
pub(super) fn no_verb(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let words = document.tokens_in(source);
    let Some(verb) = words.end.checked_sub(1).filter(|_| words.len() > 1) else {
        return;
    };
    let name = words.start..verb;
    let colon = cue.of(document.text) == ":" && document.tokens_in(cue).start == words.end;
    let reports = document.word(verb).ends_with(['s', 'd']) && cue::reports(document.word(verb));
    let capital = |at: usize| document.word(at).starts_with(char::is_uppercase);
    if colon && reports && name.clone().all(capital) {
        statement.source = document.span_of(name);
        statement.cue = Some(document.tokens[verb].span);
    }
}

/// Gives `statement` the subject of its verb where what stands between that and the marks was read as the source: ‹Another,
/// @lee, replied with | a picture: “…”›.
pub(super) fn no_object(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let Some(quotation) = document.quotations_in(statement.extent()).first() else {
        return;
    };
    let sentence = &document.sentences[document.sentence_at(cue.start)];
    let verb = document.tokens_in(cue).start;
    let mark = document.tokens_in(quotation.outer).start;
    let between = cue.end <= source.start && source.end <= quotation.outer.start;
    let colon = mark > verb && document.word(mark - 1) == ":";
    // ‹Said Ann Lee: “…”›
    let accords = document.word(verb).eq_ignore_ascii_case("according");
    if !between || !colon || accords || verb <= sentence.tokens.start + 1 {
        return;
    }
    let subject = herald::subject(document, sentence.tokens.start..verb + 1)
        .map(|subject| subject::with_name(document, subject, verb))
        .filter(|subject| subject.end <= cue.start && subject::can_speak(document, *subject));
    if subject.is_some() {
        statement.source = subject;
    }
}

/// Gives `statement` whoever wrote to the one read as the source: ‹a text from | Ann Lee | to Bo Orr: “…”›, ‹She | texted Bo
/// Orr, the clerk: “…”›.
pub(super) fn writer(document: &Document, statement: &mut Statement) {
    const NEAR: usize = 8;
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let wordless = !cue.of(document.text).contains(char::is_alphanumeric);
    if !wordless || source.end > cue.start || cue.start > statement.start() {
        return;
    }
    let start = document.sentences[document.sentence_at(cue.start)]
        .tokens
        .start;
    let first = document.tokens_in(source).start;
    let Some(to) = first.checked_sub(1).filter(|&to| to > start) else {
        return;
    };
    let from = (start + 1..to)
        .rfind(|&at| document.word(at) == "from")
        .filter(|&from| document.word(to) == "to" && herald::is_writing(document, from - 1));
    let sender = from.and_then(|from| document.span_of(from + 1..to));
    let told = (to.saturating_sub(NEAR).max(start + 1)..first)
        .rfind(|&at| document.is_finite_verb(at))
        .filter(|&verb| WRITES_TO.contains(&document.word(verb)));
    let subject = || {
        let subject = herald::subject(document, start..told? + 1)?;
        Some(subject::with_name(document, subject, told?))
    };
    let sender = sender.or_else(subject);
    if let Some(sender) = sender.filter(|sender| subject::can_speak(document, *sender)) {
        statement.source = Some(sender);
    }
}

/// Verbs whose object is whom somebody writes to.
const WRITES_TO: [&str; 8] = [
    "texted",
    "texts",
    "emailed",
    "e-mailed",
    "messaged",
    "WhatsApped",
    "told",
    "reminded",
];

/// Gives `statement` the clause of its own that stands behind its words, where one of the sentence before was read as its report:
/// ‹The judge quoted a letter. “It rained,” | Ann Lee had written›.
pub(super) fn own_clause(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue.filter(|cue| cue.end <= statement.start()) else {
        return;
    };
    let Some(quotation) = document.quotation_at(statement.start()) else {
        return;
    };
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    if sentence.span.start != quotation.outer.start || cue.start >= sentence.span.start {
        return;
    }
    let clause = clause::spoken_after(document, quotation);
    if let Some(clause) = clause.filter(|clause| !statement.overlaps(clause.cue)) {
        statement.cue = Some(clause.cue);
        statement.source = Some(clause.source);
        statement.basis = Basis::SameSentence;
    }
}

/// Gives `statement` the whole relative clause of which only the pronoun was read: ‹A user who | goes by @orr | asked›.
pub(super) fn relative_clause(document: &Document, statement: &mut Statement) {
    const LONGEST: usize = 10;
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    if source.end > cue.start {
        return;
    }
    let noun = document.tokens_in(source).rev().nth(1);
    let noun = noun.filter(|&at| document.tag(at).is_some_and(Tag::is_nominal));
    let who = noun.is_some_and(|at| matches!(document.word(at + 1), "who" | "which" | "that"));
    let between = document.tokens_in(Span::new(source.end, cue.start));
    let plain = (between.clone()).all(|at| !matches!(document.word(at), "," | "." | ";" | ":"));
    let verb = between.clone().any(|at| document.is_finite_verb(at));
    if who && plain && verb && between.len() <= LONGEST && !statement.overlaps(source) {
        let end = document.tokens[between.end - 1].span.end;
        statement.source = Some(Span::new(source.start, end));
    }
}

/// Gives `statement` whoever sent the message that somebody else shows: ‹Lee’s lawyer showed a text that | Pell | sent: “…”›,
/// ‹Pell | sent him a text, which Lee showed to reporters: “…”›.
pub(super) fn sent(document: &Document, statement: &mut Statement) {
    const FAR: usize = 16;
    const SENT: [&str; 7] = [
        "sent", "wrote", "written", "posted", "left", "typed", "recorded",
    ];
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let quotations = document.quotations_in(statement.extent());
    let start = quotations
        .first()
        .map_or(statement.start(), |quotation| quotation.outer.start);
    let verb = document.tokens_in(cue);
    if cue.end > start || source.end > cue.start || quotations.is_empty() {
        return;
    }
    // ‹Pell handed over a note that | Lee | had written: “…”›
    let words = document.tokens_in(source);
    let which = (words.start + 2..words.end).rfind(|&at| {
        matches!(document.word(at), "that" | "which") && herald::is_writing(document, at - 1)
    });
    if let Some(which) = which.filter(|_| verb.clone().any(|at| SENT.contains(&document.word(at))))
    {
        let writer = document.span_of(which + 1..words.end);
        if writer.is_some_and(|writer| subject::can_speak(document, writer)) {
            statement.source = writer;
            return;
        }
    }
    let shows = verb.clone().any(|at| SHOWS.contains(&document.word(at)));
    let mark = document.tokens_in(Span::new(start, start + 1)).start;
    let sent = (verb.end..mark)
        .take(FAR)
        .find(|&at| SENT.contains(&document.word(at)) && document.word(at + 1) != "by");
    if let Some(sent) = sent.filter(|_| shows) {
        let writing = (verb.end..sent).rfind(|&at| {
            let noun = document.tag(at).is_some_and(Tag::is_noun);
            noun && herald::is_writing(document, at)
        });
        let clause = writing.and_then(|writing| {
            let relative =
                (writing + 1..sent).rfind(|&at| matches!(document.word(at), "that" | "which"));
            let first = relative.unwrap_or(writing) + 1;
            let had =
                |at: usize| matches!(document.word(at), "had" | "has" | "have" | "once" | "later");
            let end = (first..sent).rev().find(|&at| !had(at))? + 1;
            (first < end).then(|| {
                document.tokens[first]
                    .span
                    .cover(document.tokens[end - 1].span)
            })
        });
        let plain = |span: &Span| {
            let words = span.of(document.text);
            subject::can_speak(document, *span) && !words.contains([',', ':', '“'])
        };
        if let Some(clause) = clause.filter(plain) {
            statement.source = Some(clause);
            take_lead(statement, start);
        }
        return;
    }
    // ‹…, which Lee later showed to reporters: “…”›
    let sentence = &document.sentences[document.sentence_at(cue.start)];
    let first = document.tokens_in(source).start;
    let Some(which) = first.checked_sub(1).filter(|_| shows) else {
        return;
    };
    let relative = document.word(which) == "which" && which > sentence.tokens.start + 2;
    let sends = (sentence.tokens.start..which).find(|&at| SENT.contains(&document.word(at)));
    if let Some(sends) = sends.filter(|_| relative)
        && let Some(subject) = herald::subject(document, sentence.tokens.start..sends + 1)
        && subject::can_speak(document, subject)
    {
        statement.source = Some(subject);
        take_lead(statement, start);
    }
}

/// Takes from `statement` what leads up to the marks and was read as said.
fn take_lead(statement: &mut Statement, start: usize) {
    if statement.content.iter().any(|piece| piece.end > start) {
        statement.content.retain(|piece| piece.end > start);
    }
    if let Some(piece) = statement.content.first_mut()
        && piece.start < start
        && start < piece.end
    {
        piece.start = start;
    }
}

const SHOWS: [&str; 20] = [
    "show",
    "showed",
    "shows",
    "shown",
    "produced",
    "produces",
    "put",
    "displayed",
    "introduced",
    "read",
    "reads",
    "shared",
    "cited",
    "cites",
    "quoted",
    "quotes",
    "played",
    "released",
    "presented",
    "disclosed",
];

/// Gives `statement` the pronoun behind what leads up to it: ‹In it | he had called it late›.
pub(super) fn behind_place(document: &Document, statement: &mut Statement) {
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
pub(super) fn until_marks(document: &Document, statement: &mut Statement) {
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
pub(super) fn before_apposition(document: &Document, statement: &mut Statement) {
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
pub(super) fn read_aloud(document: &Document, statement: &mut Statement) {
    const FAR: usize = 14;
    const NEAR: usize = 4;
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
    // ‹Reading from it, Lee quoted the entry for May: “…”›
    let entry = || {
        let parts = ["entry", "passage", "verse", "inscription"];
        between
            .clone()
            .take(NEAR)
            .find(|&at| parts.contains(&document.word(at)))
            .filter(|_| {
                matches!(
                    document.word(between.start),
                    "the" | "one" | "an" | "another"
                )
            })
    };
    // ‹She quoted from a sticker that hung above the till›
    let sign = || {
        let mut near = between.clone().skip(1).take(NEAR + 1);
        let sign = near.find(|&at| SIGNS.contains(&document.word(at)))?;
        let plain = (between.start..sign).all(|at| document.tag(at) != Some(Tag::PRPS));
        plain.then_some(sign)
    };
    let first = between
        .clone()
        .find(|&at| document.tag(at) == Some(Tag::DT));
    if let (None, Some(sign), Some(first)) = (writing, sign(), first)
        && first < sign
    {
        statement.source = document.span_of(first..sign + 1);
        take_lead(statement, start);
        return;
    }
    if let (None, Some(entry)) = (writing, entry()) {
        let first = document.tokens[between.start].span;
        statement.source = Some(first.cover(document.tokens[entry].span));
        take_lead(statement, start);
        return;
    }
    let (Some(noun), Some(owner)) = (writing, owner) else {
        return;
    };
    // What leads up to the marks was read as said.
    take_lead(statement, start);
    let last = document.tokens[noun].span;
    statement.source = match document.tag(owner) {
        Some(Tag::PRPS) => Some(document.tokens[owner].span.cover(last)),
        _ => noun_phrase_before(document, owner, cue.end).map(|name| name.cover(last)),
    };
}

/// Gives `statement` the writing that is its subject in place of who reads it out: ‹A letter from the board, read aloud by | Ann
/// Lee, its clerk|, called him “late”›.
pub(super) fn not_reader(document: &Document, statement: &mut Statement) {
    const LONGEST: usize = 14;
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let first = document.tokens_in(source).start;
    let start = document.sentences[document.sentence_at(source.start)]
        .tokens
        .start;
    let by = first.saturating_sub(1);
    if cue.start < source.end || by <= start + 2 || document.word(by) != "by" {
        return;
    }
    let read =
        (by.saturating_sub(2)..by).find(|&at| matches!(document.word(at), "read" | "delivered"));
    let Some(read) = read.filter(|&read| read > start + 1 && read - start <= LONGEST) else {
        return;
    };
    let end = read - usize::from(document.word(read - 1) == ",");
    let writing = (start + 1..end)
        .take(4)
        .any(|at| herald::is_writing(document, at));
    let plain = !(start..end).any(|at| document.is_finite_verb(at));
    if writing && plain && document.tag(start) == Some(Tag::DT) {
        statement.source = document.span_of(start..end);
    }
}

/// What hangs where others read it, and is hardly ever the reader’s own.
const SIGNS: [&str; 14] = [
    "sign",
    "sticker",
    "poster",
    "placard",
    "plaque",
    "notice",
    "banner",
    "inscription",
    "headstone",
    "gravestone",
    "tombstone",
    "label",
    "graffiti",
    "badge",
];

/// Gives `statement` the subject that its clause has where a day or an adverb was read as the source: ‹“…,” Bo Orr, 54, said
/// yesterday.›
pub(super) fn no_adverb(document: &Document, statement: &mut Statement) {
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
        .and_then(|quotation| clause::spoken_after(document, quotation))
        .filter(|clause| clause.cue.overlaps(cue));
    statement.source = clause.map(|clause| clause.source);
}

/// Gives `statement` the document that its relative pronoun stands for, ‹a statement which said …›; other pronouns stand for
/// themselves, as people annotate them.
pub(super) fn antecedent(document: &Document, statement: &mut Statement) {
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

/// Takes from `statement` whom somebody asks, who does not say it: ‹“No,” she said when asked whether …›.
pub(super) fn asked(document: &Document, statement: &mut Statement) {
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

/// Gives `statement` the subject that its verb shares with the first verb of the sentence, where nobody was read as its source:
/// ‹Ann Lee shook his hand, and later | told a crew that …›.
pub(super) fn shared_subject(document: &Document, statement: &mut Statement) {
    const NEAR: usize = 3;
    let Some(cue) = statement.cue.filter(|_| statement.source.is_none()) else {
        return;
    };
    let verb = document.tokens_in(cue).start;
    let sentence = &document.sentences[document.sentence_at(cue.start)].tokens;
    let near = verb.saturating_sub(NEAR).max(sentence.start);
    let joint = (near..verb).rev().find(|&at| document.word(at) == "and");
    let Some(joint) = joint else { return };
    let capital = |at: &usize| document.word(*at).starts_with(char::is_uppercase);
    let name = (sentence.start..joint).take_while(capital).last();
    let first = document.tokens[sentence.start].span;
    // The tagger knows few names, and takes the verb behind one that it does not know for a bare one.
    let name = name.map(|last| first.cover(document.tokens[last].span));
    let subject = subject::announcer(document, sentence.start..joint).or(name);
    let fits = |subject: &Span| {
        let at = document.tokens_in(*subject).start;
        let personal = document.tag(at) == Some(Tag::PRP)
            || capital(&at) && document.tag(at).is_some_and(Tag::is_noun);
        personal && subject::can_speak(document, *subject) && !statement.overlaps(*subject)
    };
    statement.source = subject.filter(fits);
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_verb_is_no_name() {
        let text = "The work was done by Ann Lee and Yuriko Kobayashi, who met at school.\n\nKobayashi disagrees: “It rained on the goat.”";
        crate::split::tests::spoken(text, "It rained", "Yuriko Kobayashi");
    }

    #[test]
    fn who_wrote_and_not_to_whom() {
        let case = crate::split::tests::spoken;
        let text =
            "The court saw a text message from Ann Lee to Bo Orr: “The dam leaked that night.”";
        case(text, "The dam leaked", "Ann Lee");
        let letter = "Judge Ada Orr quoted a letter from Ann Lee, her teacher. “It rained on the goat,” Lee had written.";
        case(letter, "It rained", "Ann Lee");
        let read = "A letter from the Guild of Tuners, read aloud by Ann Lee, its clerk, called him “the last of the pilots”.";
        case(read, "the last", "Guild of Tuners");
    }
}
