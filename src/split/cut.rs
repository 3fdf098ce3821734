//! Where statements become passages: quotes and claims are cut from the article, and what is left are its facts.

use std::collections::HashMap;

use super::Explained;
use super::cast::Cast;
use super::document::{Document, Sentence};
use super::fact;
use super::medium;
use super::quote::{self, Quoted};
use super::said;
use super::statement::Statement;
use crate::attribution::Attribution;
use crate::passage::{Kind, Passage, Said};
use crate::text::marks::Quotation;
use crate::text::token::TokenKind;
use crate::text::{Excerpt, Span};

/// The passages of `document`, each with the reasons why it came out as it did, in order of place.
pub(crate) fn passages(
    document: &Document,
    cast: &Cast,
    statements: &[Statement],
) -> Vec<Explained> {
    let mut drafts: Vec<Draft> = Vec::new();
    // Beside words taken whole stands only who signed or spoke them.
    let mut whole: HashMap<usize, usize> = HashMap::new();
    for (nth, statement) in statements.iter().enumerate() {
        if statement.verbatim {
            whole.insert(document.paragraph_at(statement.start()), drafts.len());
        }
        let said = said::said(document, statement);
        let identity = cast.identify(statement.source);
        let attribution = Attribution {
            id: format!("a{}", nth + 1),
            speaker: identity.speaker,
            source: statement
                .source
                .map(|source| named(document, source))
                .filter(|source| !source.is_empty())
                .map(|source| Excerpt::cut(document.text, [source])),
            cue: statement.cue.map(|cue| Excerpt::cut(document.text, [cue])),
            medium: medium::medium(document, statement),
            handle: statement.post.as_ref().and_then(|post| post.handle.clone()),
            basis: statement.basis,
        };
        let why = vec![statement.why.clone(), format!("speaker: {}", identity.why)];
        for (verbatim, spans) in pieces(document, statement) {
            let attribution = attribution.clone();
            let kind = if verbatim {
                Kind::Quote(attribution)
            } else {
                Kind::Claim(attribution)
            };
            let context = context(document, &spans, Some(statement));
            drafts.push(Draft {
                kind,
                spans,
                context,
                said: said.clone(),
                why: why.clone(),
            });
        }
    }
    for span in fact::facts(document, statements) {
        drafts.push(Draft {
            kind: Kind::Fact,
            spans: vec![span],
            context: context(document, &[span], None),
            said: said::told(document, span),
            why: vec!["in the article's own voice".to_owned()],
        });
    }
    for sentence in left(document, &drafts) {
        let span = sentence.span;
        if let Some(draft) = whole.get(&sentence.paragraph) {
            drafts[*draft].context.push(span);
            continue;
        }
        drafts.push(Draft {
            kind: Kind::Fact,
            spans: vec![span],
            context: vec![span],
            said: said::told(document, span),
            why: vec!["a sentence that is in no other passage".to_owned()],
        });
    }
    for draft in whole.into_values() {
        drafts[draft].join_context(document);
    }
    drafts.sort_by_key(|draft| (draft.spans.first().map(|s| s.start), draft.kind.as_str()));
    let mut ids = Ids {
        article: &document.article.id,
        seen: HashMap::new(),
    };
    drafts
        .into_iter()
        .map(|draft| draft.cut(document, &mut ids))
        .collect()
}

struct Draft {
    kind: Kind,
    spans: Vec<Span>,
    context: Vec<Span>,
    said: Option<Said>,
    why: Vec<String>,
}

impl Draft {
    /// Makes one of what stands next to each other in its context.
    fn join_context(&mut self, document: &Document) {
        self.context.sort_unstable();
        self.context.dedup_by(|next, before| {
            let between = document
                .text
                .get(before.end..next.start)
                .unwrap_or_default();
            let one = !between.contains(|c: char| c == '\n' || c.is_alphanumeric());
            if one {
                *before = before.cover(*next);
            }
            one
        });
    }

    fn cut(self, document: &Document, ids: &mut Ids) -> Explained {
        let words = Excerpt::cut(document.text, self.spans);
        let context = Excerpt::cut(document.text, self.context);
        let id = ids.next(self.kind.as_str(), words.text());
        let passage = Passage {
            id,
            kind: self.kind,
            words,
            context,
            said: self.said,
        };
        Explained {
            passage,
            why: self.why,
        }
    }
}

/// Gives each passage an id made of what it is and not of where it stands, so that an edit elsewhere leaves it alone.
struct Ids<'a> {
    article: &'a str,
    seen: HashMap<(&'static str, String), usize>,
}

impl Ids<'_> {
    fn next(&mut self, kind: &'static str, words: &str) -> String {
        let nth = self.seen.entry((kind, words.to_owned())).or_default();
        *nth += 1;
        let mut hasher = blake3::Hasher::new();
        for part in [self.article, kind, words, &nth.to_string()] {
            hasher.update(part.as_bytes()).update(b"\0");
        }
        hasher.finalize().to_hex()[..12].to_owned()
    }
}

/// The words of `source` that name it: without the comma behind an apposition, and without a second verb that goes on, ‹Ann
/// Lee, and left›.
fn named(document: &Document, source: Span) -> Span {
    let tokens = document.tokens_in(source);
    let second = |&at: &usize| {
        let joint = document
            .tokens
            .get(at + 1)
            .map(|token| token.of(document.text));
        document.word(at) == ","
            && matches!(joint, Some("and" | "but"))
            && document.is_finite_verb(at + 2)
    };
    let end = tokens.skip(1).find(second);
    let end = end.map_or(source.end, |at| document.tokens[at].span.start);
    Span::new(source.start, end).trim_matches(document.text, |c| c == ',' || c.is_whitespace())
}

/// The passages that the content of `statement` gives: whether verbatim, and where.
fn pieces(document: &Document, statement: &Statement) -> Vec<(bool, Vec<Span>)> {
    // A post, a turn or a block quotation is its source's to the last stop.
    if statement.verbatim {
        return vec![(true, statement.content.clone())];
    }
    let content: Vec<Span> = statement
        .content
        .iter()
        .enumerate()
        .map(|(nth, piece)| without_joint(document, without_conjunction(document, nth, *piece)))
        .filter(|piece| !piece.is_empty())
        .collect();
    let runs: Vec<Span> = document
        .quotations_in(statement.extent())
        .iter()
        .filter(|q| statement.overlaps(q.inner))
        .filter(|q| is_verbatim(document, q, &content))
        .flat_map(|q| within(&content, q.inner))
        .collect();
    let count = |span: Span| {
        document
            .tokens_in(span)
            .filter(|&at| document.tokens[at].kind != TokenKind::Mark)
            .count()
    };
    let inside: usize = runs.iter().map(|run| count(*run)).sum();
    let outside: Vec<Span> = content
        .iter()
        .flat_map(|piece| piece.without(&runs))
        .collect();
    let outside_words: usize = outside.iter().map(|span| count(*span)).sum();
    let clause = outside.iter().any(|span| document.has_finite_verb(*span));
    if runs.is_empty() {
        return if content.is_empty() {
            Vec::new()
        } else {
            vec![(false, content)]
        };
    }
    if outside_words == 0 {
        return grouped(document, statement, &runs)
            .into_iter()
            .map(|runs| {
                let fragment = !starts_sentence(document, runs[0]);
                let trim = |run: &Span| quote::trimmed(document, *run, fragment);
                (true, runs.iter().map(trim).collect())
            })
            .collect();
    }
    let mut pieces = Vec::new();
    // "called the plan “a gift to thieves”": without a clause of its own, what was said are the quoted words.
    if clause || outside_words > inside {
        pieces.push((false, content));
    }
    let quotes = grouped(document, statement, &runs);
    pieces.extend(quotes.into_iter().map(|runs| {
        let trim = |run: &Span| quote::trimmed(document, *run, true);
        (true, runs.iter().map(trim).collect())
    }));
    pieces
}

/// The runs that are one quote together: nothing stands between them, or the clause that reports them does.
fn grouped(document: &Document, statement: &Statement, runs: &[Span]) -> Vec<Vec<Span>> {
    let mut quotes: Vec<Vec<Span>> = Vec::new();
    for &run in runs {
        let joined = quotes.last_mut().filter(|quote| {
            let gap = quote
                .last()
                .map_or(run, |last| Span::new(last.end, run.start));
            let told = statement.cue.is_some_and(|cue| cue.overlaps(gap));
            told || !gap.of(document.text).contains(char::is_alphanumeric)
        });
        match joined {
            Some(quote) => quote.push(run),
            None => quotes.push(vec![run]),
        }
    }
    quotes
}

/// Whether the words between the marks are the source's own, not a title or a nickname inside a claim.
fn is_verbatim(document: &Document, quotation: &Quotation, content: &[Span]) -> bool {
    let alone = content.iter().any(|piece| quotation.outer.contains(*piece));
    alone
        || matches!(
            quote::quoted(document, quotation),
            Quoted::Words | Quoted::Fragment
        )
}

fn starts_sentence(document: &Document, run: Span) -> bool {
    run.of(document.text).starts_with(char::is_uppercase)
}

fn within(content: &[Span], inner: Span) -> Vec<Span> {
    content
        .iter()
        .filter(|piece| piece.overlaps(inner))
        .map(|piece| Span::new(piece.start.max(inner.start), piece.end.min(inner.end)))
        .collect()
}

/// A later piece without the "and" or "but" that joins it to the one before.
fn without_conjunction(document: &Document, nth: usize, piece: Span) -> Span {
    let words = piece.of(document.text).trim_start_matches([' ', ',']);
    let rest = words
        .strip_prefix("and ")
        .or_else(|| words.strip_prefix("but "));
    match rest {
        Some(rest) if nth > 0 => Span::new(piece.end - rest.len(), piece.end),
        _ => piece,
    }
}

/// `piece` without the "that" that opens it and the stop or comma behind it.
fn without_joint(document: &Document, piece: Span) -> Span {
    let open = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '—' | '–');
    let words = piece.of(document.text);
    let start = piece.end - words.trim_start_matches(open).len();
    let rest = Span::new(start, piece.end);
    let that = document.text[..start]
        .ends_with("that ")
        .then(|| start - "that ".len());
    let rest = match rest.of(document.text).strip_prefix("that ") {
        // What the model takes for a conjunction may point at what was said before, ‹says | that account leaves …›.
        _ if points(document, start) => rest,
        _ if that.is_some_and(|that| points(document, that)) => {
            Span::new(start - "that ".len(), rest.end)
        }
        Some(after) => Span::new(rest.end - after.trim_start().len(), rest.end),
        None => rest,
    };
    let mut end = rest.start + rest.of(document.text).trim_end_matches(open).len();
    let last = document.tokens_in(Span::new(rest.start, end)).next_back();
    if let Some(last) = last.map(|at| document.tokens[at])
        && last.of(document.text) == "."
        && last.span.end == end
        && document.quotation_at(last.span.start).is_none()
    {
        end = last.span.start;
    }
    Span::new(rest.start, end)
}

/// Whether the words at `start` open with a "that" which belongs to their noun: words that name what was said have an
/// article else, ‹that account leaves something out›.
fn points(document: &Document, start: usize) -> bool {
    let that = document
        .tokens_in(Span::new(start, document.text.len()))
        .start;
    let noun = |at: usize| {
        document
            .tokens
            .get(at)
            .is_some_and(|_| SAID_BEFORE.contains(&document.word(at)))
    };
    document
        .tokens
        .get(that)
        .is_some_and(|_| document.word(that) == "that")
        && noun(that + 1)
        && document
            .tokens
            .get(that + 2)
            .is_some_and(|_| document.is_finite_verb(that + 2))
}

/// Nouns for what was said before, which stand alone in no clause.
const SAID_BEFORE: [&str; 24] = [
    "account",
    "answer",
    "approach",
    "argument",
    "article",
    "claim",
    "comment",
    "decision",
    "description",
    "figure",
    "idea",
    "number",
    "plan",
    "position",
    "proposal",
    "question",
    "remark",
    "report",
    "sentence",
    "statement",
    "story",
    "suggestion",
    "version",
    "view",
];

/// The sentences that no draft has in its context, so that whatever the finders make of an article all of it is found
/// by its words.
fn left<'d>(document: &'d Document, drafts: &[Draft]) -> Vec<&'d Sentence> {
    let mut known = vec![false; document.sentences.len()];
    for span in drafts.iter().flat_map(|draft| &draft.context) {
        let first = document.sentence_at(span.start);
        let last = document.sentence_at(span.end.saturating_sub(1));
        let here = first..(last + 1).max(first);
        let sentences = document.sentences.get(here.clone()).into_iter().flatten();
        let known = known.get_mut(here).into_iter().flatten();
        for (sentence, known) in sentences.zip(known) {
            *known |= span.contains(sentence.span);
        }
    }
    document
        .sentences
        .iter()
        .zip(known)
        .filter(|(sentence, known)| {
            !known && (sentence.span.of(document.text)).contains(char::is_alphanumeric)
        })
        .map(|(sentence, _)| sentence)
        .collect()
}

/// Bytes of a sentence that no writer wrote: of a longer one only what stands next to a passage is its context, so that the
/// work stays linear.
const LONGEST: usize = 10_000;
/// Tokens on each side of a passage in such a sentence.
const NEAR: usize = 100;

/// What stands next to `span` in `sentence`.
fn around(document: &Document, sentence: &Sentence, span: Span) -> Span {
    let tokens = document.tokens_in(span);
    let first = tokens.start.saturating_sub(NEAR).max(sentence.tokens.start);
    let last = (tokens.end + NEAR).min(sentence.tokens.end);
    let tokens = &document.tokens[first..last.max(first)];
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => first.span.cover(last.span).cover(span),
        _ => span,
    }
}

/// The sentences that `spans` and the clause that reports them stand in, one span for each paragraph.
fn context(document: &Document, spans: &[Span], statement: Option<&Statement>) -> Vec<Span> {
    let clause = statement
        .map(|statement| [statement.cue, statement.source])
        .into_iter()
        .flatten();
    let told: Vec<Span> = spans.iter().copied().chain(clause.flatten()).collect();
    let mut sentences: Vec<usize> = told
        .iter()
        .flat_map(|span| {
            document.sentence_at(span.start)..=document.sentence_at(span.end.saturating_sub(1))
        })
        .collect();
    sentences.sort_unstable();
    sentences.dedup();
    let mut context: Vec<(usize, Span)> = Vec::new();
    for at in sentences {
        let sentence = &document.sentences[at];
        match context.last_mut() {
            Some((last, span))
                if *last + 1 == at && document.sentences[*last].paragraph == sentence.paragraph =>
            {
                *span = span.cover(sentence.span);
                *last = at;
            }
            _ if sentence.span.end - sentence.span.start > LONGEST => {
                let here = told.iter().filter(|span| sentence.span.overlaps(**span));
                let all = here.copied().reduce(Span::cover);
                context.extend(all.map(|all| (at, around(document, sentence, all))));
            }
            _ => context.push((at, sentence.span)),
        }
    }
    context.into_iter().map(|(_, span)| span).collect()
}
