//! An article → its passages: pure, and unable to fail.
//!
//! The order of work: the body is laid out (paragraphs, quotation marks, sentences, tokens); posts, turns of an
//! interview and block quotations take their paragraphs whole; statements are found in the rest, with what reports them
//! and who; quotations that nothing reports are tied to what stands around them; sources become speakers; statements
//! are cut into quotes and claims; what is left are facts.

mod actor;
mod block;
mod cast;
mod claim;
mod clause;
mod colon;
mod cue;
mod cut;
mod dialogue;
mod document;
mod fact;
mod floating;
mod fragment;
mod herald;
mod interview;
mod medium;
mod mend;
pub mod model;
mod opinion;
mod post;
pub mod pronoun;
mod quote;
mod report;
mod said;
mod second;
mod sender;
mod statement;
mod subject;
mod turn;
mod voice;

use std::collections::BTreeMap;

use crate::article::Article;
use crate::passage::Passage;
use crate::text::Span;
use document::Document;
use model::Model;
use statement::Statement;

/// A passage and why it came out as it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The passage.
    pub passage: Passage,
    /// The rules and figures that made it, in the order in which they spoke.
    pub why: Vec<String>,
}

/// The passages of `article`, in the order in which they stand in it; a claim stands before the quotes inside it.
pub fn passages(article: &Article) -> Vec<Passage> {
    explained(article)
        .into_iter()
        .map(|explained| explained.passage)
        .collect()
}

/// What [`passages`] gives for each of `articles`, in less time than one by one: each step looks at all of them before the
/// next step does, so that its weights need not be brought from afar again for each.
pub fn passages_of_each(articles: &[&Article]) -> Vec<Vec<Passage>> {
    let explained = each_explained_by(model::shipped(), articles).into_iter();
    explained
        .map(|one| one.into_iter().map(|explained| explained.passage).collect())
        .collect()
}

/// The passages of `article`, each with the reasons for it.
pub fn explained(article: &Article) -> Vec<Explained> {
    explained_by(model::shipped(), article)
}

/// What [`explained`] gives with the weights of `model` instead of those the program ships with.
pub fn explained_by(model: &Model, article: &Article) -> Vec<Explained> {
    let mut each = each_explained_by(model, &[article]);
    each.pop().unwrap_or_default()
}

fn each_explained_by(model: &Model, articles: &[&Article]) -> Vec<Vec<Explained>> {
    let mut documents: Vec<Document> = articles.iter().copied().map(Document::of).collect();
    let read = read(model, &mut documents);
    documents
        .iter()
        .zip(read)
        .map(|(document, read)| {
            let statements = statements(document, read);
            let cast = cast::Cast::of(document, &statements);
            cut::passages(document, &cast, &statements)
        })
        .collect()
}

/// What the model reads in each of `documents`, mended, without what is no report.
fn read(model: &Model, documents: &mut [Document]) -> Vec<Vec<Statement>> {
    let mut each = model::statements(model, documents);
    for (document, read) in documents.iter().zip(&mut each) {
        for statement in &mut *read {
            mend::mend(document, statement);
        }
        second::second_reports(document, read);
        read.retain(|statement| {
            claim::is_report(document, statement)
                && !is_told_inside(document, statement)
                && !is_cut_by_marks(document, statement)
                && !is_after_pause(document, statement)
        });
    }
    each
}

/// Whether a statement with marks of its own is reported inside somebody’s words, ‹“She said, ‘No.’ Then she left.”›: the
/// words around it are what is quoted.
fn is_told_inside(document: &Document, statement: &Statement) -> bool {
    let content = statement.extent();
    let marked = content.of(document.text).starts_with(['“', '‘', '"', '\'']);
    let around = document.quotation_at(content.start);
    let inside = |span: Span| around.is_some_and(|outer| outer.outer.contains(span));
    marked
        && around.is_some_and(|outer| outer.outer.start < content.start)
        && inside(content)
        && statement.cue.is_some_and(inside)
        && statement.source.is_none_or(inside)
}

/// Whether a statement was read by no more than what tells of a pause before it: ‹Then, with | a grin|: “…”›.
fn is_after_pause(document: &Document, statement: &Statement) -> bool {
    let quotations = document.quotations_in(statement.extent());
    quotations.first().is_some_and(|quotation| {
        let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
        let mark = document.tokens_in(quotation.outer).start;
        let colon = mark > sentence.tokens.start + 1 && document.word(mark - 1) == ":";
        colon && floating::is_pause(document, &(sentence.tokens.start..mark - 1))
    })
}

/// Whether what reports a statement stands within marks that only a part of its words do, ‹Lee pleaded, “That is not what | the
/// paper says”›, or that have a report of their own, ‹“That is not what | the paper says,” Lee said›.
fn is_cut_by_marks(document: &Document, statement: &Statement) -> bool {
    let Some(cue) = statement.cue else {
        return false;
    };
    let around = document.quotation_at(cue.start);
    around.is_some_and(|around| {
        let within = |span: Span| around.outer.contains(span);
        let apart = statement.content.iter().any(|piece| !within(*piece));
        let opens = statement.start() <= around.inner.start;
        let reported = || clause::spoken_after(document, around).is_some();
        within(cue) && statement.overlaps(around.outer) && (apart || opens && reported())
    })
}

/// Every statement of the body, in order of place, none overlapping another: where two finders meet, the one that knows
/// more of the layout goes first, and rules only fill what the model left.
fn statements(document: &Document, read: Vec<Statement>) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    let mut taken = Taken::default();
    for more in [
        post::posts(document),
        turn::turns(document),
        block::blocks(document),
        read,
        report::statements(document),
        report::indirect(document),
    ] {
        for mut statement in more {
            mend::whose(document, &mut statement);
            if taken.take(document, &statement) {
                statements.push(statement);
            } else {
                reach_back(document, &mut statements, &mut taken, &statement);
            }
        }
    }
    statements.sort_by_key(Statement::start);
    second::rest_of_sentence(document, &mut statements);
    floating::attach(document, &mut statements);
    statements
}

/// Adds what nobody holds of a statement to the one that holds the rest of it by the same verb: ‹“Once. | By chance,” she said,
/// “in May.”›, where only what stands behind the verb was read.
fn reach_back(
    document: &Document,
    statements: &mut [Statement],
    taken: &mut Taken,
    more: &Statement,
) {
    let same = |one: &&mut Statement| more.cue.is_some() && one.cue == more.cue && !one.verbatim;
    let Some(one) = statements.iter_mut().find(same) else {
        return;
    };
    let clause = [one.cue, one.source];
    let Some(clause) = clause.into_iter().flatten().map(|part| part.start).min() else {
        return;
    };
    // ‹“A,” she said, “b” and “c”›
    let beside = |piece: Span| {
        let between = Span::new(piece.end, clause.max(piece.end)).of(document.text);
        piece.start > clause || piece.end <= clause && !between.contains(char::is_alphanumeric)
    };
    for piece in &more.content {
        if beside(*piece) && !taken.holds(*piece) {
            taken.add(*piece);
            one.content.push(*piece);
        }
    }
    one.content.sort_by_key(|piece| piece.start);
}

/// The words that statements hold: where each run of them starts and ends.
#[derive(Default)]
struct Taken(BTreeMap<usize, usize>);

impl Taken {
    /// Takes the words of `statement`, or the paragraphs that it takes whole, unless some of its words are taken.
    fn take(&mut self, document: &Document, statement: &Statement) -> bool {
        if statement.content.iter().any(|piece| self.holds(*piece)) {
            return false;
        }
        for piece in &statement.content {
            self.add(if statement.verbatim {
                document.paragraphs[document.paragraph_at(piece.start)].span
            } else {
                *piece
            });
        }
        true
    }

    fn holds(&self, span: Span) -> bool {
        let last = self.0.range(..span.end).next_back();
        last.is_some_and(|(_, &end)| end > span.start)
    }

    /// Adds `span`, made one with the runs that it overlaps.
    fn add(&mut self, mut span: Span) {
        while let Some((&start, &end)) = self.0.range(..span.end).next_back()
            && end > span.start
        {
            self.0.remove(&start);
            span = span.cover(Span::new(start, end));
        }
        self.0.insert(span.start, span.end);
    }
}

#[cfg(test)]
mod tests;
