//! Who tells it, where what else the sentence names was read as the source: where it is from, or what it is about.

use crate::split::clause::{self, Clause};
use crate::split::document::Document;
use crate::split::fragment;
use crate::split::model::tag::Tag;
use crate::split::opinion;
use crate::split::statement::Statement;
use crate::split::subject;
use crate::text::Span;

/// Gives `statement` who said its words where the papers that tell of it, or what it is about, was read as the source.
pub(super) fn told_besides(document: &Document, statement: &mut Statement) {
    let found = on_paper(document, statement)
        .or_else(|| inverted_between(document, statement))
        .or_else(|| viewed(document, statement));
    let Some(clause) = found else { return };
    // What leads up to the words was read as said.
    let start = document
        .quotations_in(statement.extent())
        .first()
        .map_or(0, |quotation| quotation.outer.start);
    if clause.cue.end <= start
        && let Some(piece) = statement.content.first_mut()
        && piece.start < clause.cue.end
        && start < piece.end
    {
        let between = document.tokens_in(Span::new(clause.cue.end, start));
        let that = between.clone().find(|&at| document.word(at) == "that");
        piece.start = that.map_or(start, |that| document.tokens[that].span.end);
        *piece = piece.trim(document.text);
    }
    // ‹“…,” | she told the meeting|, according to …›
    for piece in &mut statement.content {
        let quotations = document.quotations_in(*piece);
        if let Some(last) = quotations.iter().rfind(|q| q.outer.end <= clause.cue.start)
            && piece.contains(clause.cue)
            && piece.contains(clause.source)
        {
            piece.end = last.outer.end;
        }
    }
    if !statement.overlaps(clause.source) {
        statement.cue = Some(clause.cue);
        statement.source = Some(clause.source);
    }
}

/// ‹“…,” she told the meeting, according to a recording›, ‹According to the police report, Ann Lee’s first words were: “…”›,
/// ‹According to the file, Ann Lee told them that it was “wet”›.
fn on_paper(document: &Document, statement: &Statement) -> Option<Clause> {
    let (cue, source) = (statement.cue?, statement.source?);
    let accords = cue
        .of(document.text)
        .to_lowercase()
        .starts_with("according");
    let quotation = document.quotations_in(statement.extent()).first()?;
    if !accords {
        return None;
    }
    let speaks = |clause: &Clause| subject::can_speak(document, clause.source);
    // What a newspaper reports is its report too; a recording has no words of its own.
    let mut words = document.tokens_in(source).map(|at| document.word(at));
    if !words.any(|word| RECORDS.contains(&word)) {
        return None;
    }
    if quotation.outer.end <= cue.start {
        return clause::after(document, quotation)
            .filter(|clause| clause.cue.end <= cue.start && speaks(clause))
            .filter(|clause| !clause.source.of(document.text).starts_with("what "));
    }
    let sentence = &document.sentences[document.sentence_at(cue.start)];
    let mark = document.tokens_in(quotation.outer).start;
    let behind = document.tokens_in(source).end + 1;
    if source.end > quotation.outer.start || behind >= mark {
        return None;
    }
    opinion::words_were(document, sentence, mark).or_else(|| {
        let clause = clause::clause_before(document, behind, mark).filter(speaks)?;
        let first = document.tokens_in(clause.source).start;
        let someone = matches!(document.tag(first), Some(Tag::NNP | Tag::PRP));
        (someone && first >= behind).then_some(clause)
    })
}

/// ‹The crane, wrote Ann Lee in a blog, “was lit”›
fn inverted_between(document: &Document, statement: &Statement) -> Option<Clause> {
    let (cue, source) = (statement.cue?, statement.source?);
    let quotation = document.quotations_in(statement.extent()).first()?;
    let verb = document.tokens_in(cue).start;
    let mark = document.tokens_in(quotation.outer).start;
    let alone = document.tokens_in(cue).len() == 1 && document.is_finite_verb(verb);
    let comma = verb > 0 && document.word(verb - 1) == ",";
    let named = document.tag(verb + 1) == Some(Tag::NNP)
        && document.word(verb + 1).starts_with(char::is_uppercase)
        && !document.word(verb + 1).ends_with("day");
    let before = source.end <= cue.start && cue.end < quotation.outer.start;
    let told = [
        "told", "asked", "reminded", "assured", "informed", "warned", "tells", "asks",
    ];
    let named = named && !told.contains(&document.word(verb));
    let closed = mark > verb + 2 && document.word(mark - 1) == ",";
    if !(alone && comma && named && before && closed) {
        return None;
    }
    let found = subject::subject_after(document, verb + 1, mark)?;
    subject::can_speak(document, found).then_some(Clause { cue, source: found })
}

/// ‹The affair showed “…”, in the view of Ann Lee›
fn viewed(document: &Document, statement: &Statement) -> Option<Clause> {
    const LONGEST: usize = 24;
    let last = statement.content.last()?;
    let quotation = document.quotation_at(last.end.checked_sub(1)?)?;
    let next = document.tokens_in(quotation.outer).end;
    let comma = usize::from(document.word(next) == ",");
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let tokens = next + comma..sentence.tokens.end.min(next + comma + LONGEST);
    let led = tokens.len() > 3 && document.word(tokens.start) == "in";
    let said = statement
        .cue
        .is_some_and(|cue| cue.start >= quotation.outer.end);
    let whole = Span::new(quotation.outer.start, quotation.outer.end);
    if !led || said || !statement.overlaps(whole) {
        return None;
    }
    let (clause, _) = fragment::way_of_saying(document, tokens)?;
    subject::can_speak(document, clause.source).then_some(clause)
}

/// What has somebody else's words in it.
const RECORDS: [&str; 30] = [
    "statement",
    "report",
    "reports",
    "file",
    "charges",
    "indictment",
    "facts",
    "post",
    "recording",
    "recordings",
    "transcript",
    "transcripts",
    "audio",
    "video",
    "footage",
    "minutes",
    "log",
    "notes",
    "document",
    "documents",
    "papers",
    "records",
    "filing",
    "filings",
    "affidavit",
    "complaint",
    "excerpts",
    "summary",
    "tape",
    "testimony",
];
