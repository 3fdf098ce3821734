//! The model: finds statements by what was learned from annotated news.
//!
//! Steps, each a file. The [`tagger`] gives words their parts of speech, a [`dictionary`] tells which words are alike. [`mod@cue`]
//! gives each word a probability of being the head of a cue, from its features; so does the [`encoder`], a small network
//! that reads whole paragraphs, and the mean of their logits decides. For each likely one, [`span`] reads the words around it
//! as content and source, a [`chain`] of labels under the conditions that there is content and at most one source; what
//! labels are worth is again the sum of what the features and the encoder say. Then
//! [`whole`] looks at each reading as a whole, and [`keep`] asks a small [`forest`] which of them are in the article, and
//! lets no two have the same words. All of them look words up on a [`sheet`].
//!
//! The weights were trained on the 840 news articles of `PolNeAR` (Newell, Margolin and Ruths, 2018) that are not its
//! development and test parts and on the Universal Dependencies treebanks of English, EWT (CC BY-SA 4.0) and GUM (CC BY
//! 4.0); the clusters on the words of these articles and of 10,000 of the Reuters-21578 collection:
//!
//! ```text
//! cargo run --release --features train --bin train -- learn --gold polnear.jsonl --folds polnear-folds.tsv --ud DIR \
//!     --texts news.jsonl --texts polnear.jsonl --models MODELS --weights src/split/model/weights.bin
//! cargo run --release --features train --bin train -- measure --gold polnear.jsonl --folds polnear-folds.tsv \
//!     --models MODELS --system system.jsonl
//! ```
//!
//! The first also keeps the weights of each fold, learned from the other four, each step learning from what the step before
//! says of articles that it has not seen; the second splits every article by weights that have not seen it, rules and all. The
//! templates stand here once, for the program and the trainer alike; whoever changes one trains again.
//!
//! Tried in cross-validation, and left out because they brought nothing: a tree of dependencies once words had clusters,
//! leaving out features at random, tables eight times as large, what the rest of the article says of a source or a cue.
//! Of the encoder: one that learns on top of what the features say (F1 half a point lower on two folds than one that learns
//! by itself), tangents of what is new (one and a half lower by itself), leaving out 30 of 100 numbers in training (one
//! lower by itself), shares of the features from .4 to .6 (the same). Left out because of what it costs: LSTMs of 64 numbers a
//! direction and one of 32 that reads windows, with F1 71.0 for the whole model, in five times the time of the features
//! alone (this one takes 1.25 times as much); 48 numbers a direction in the first layer (.3 better, 1.35 times as much); a
//! third layer here, for windows (about half a point by itself, a third more time). A larger share for the encoder reads .3
//! better too, and cuts more words otherwise than a reader would. Of the whole model's F1 of 69.4 the features alone reach 67.8.

pub mod chain;
pub mod cue;
pub mod dictionary;
pub mod encoder;
pub mod forest;
pub mod keep;
pub mod lemma;
pub mod matrix;
pub mod sheet;
pub mod sieve;
pub mod slots;
pub mod span;
pub mod sru;
pub mod table;
pub mod tag;
pub mod tagger;
pub mod verbs;
pub mod weights;
pub mod whole;
pub mod word;

use std::ops::Range;
use std::sync::LazyLock;

use self::keep::Candidate;
use self::sheet::{Layout, Sheet};
use super::document::Document;
use super::statement::Statement;
use crate::article::Article;
use crate::attribution::Basis;
use crate::text::Span;

/// All that was learned.
#[derive(Debug, Default)]
pub struct Model {
    /// Parts of speech, clusters.
    pub grammar: sheet::Grammar,
    /// Cues.
    pub cues: cue::Cues,
    /// Content and sources.
    pub spans: span::Spans,
    /// Cues, content and sources once more, as a network reads them.
    pub encoder: encoder::Encoder,
    /// Readings as a whole.
    pub whole: whole::Whole,
    /// Which readings stay.
    pub keep: sieve::Sieve,
}

/// The weights, unpacked when the first article is split.
static MODEL: LazyLock<Model> =
    LazyLock::new(|| weights::read(include_bytes!("weights.bin")).unwrap_or_default());

/// The model that the program ships with.
pub fn shipped() -> &'static Model {
    &MODEL
}

/// The statements of each of `documents` that `model` finds, in the order of their cues; the documents learn their parts
/// of speech.
pub(crate) fn statements(model: &Model, documents: &mut [Document<'_>]) -> Vec<Vec<Statement>> {
    let sheets: Vec<Sheet> = documents
        .iter_mut()
        .map(|document| {
            let sheet = Sheet::new(document.text, &layout_of(document), &model.grammar);
            let cells = sheet.cells.iter().take(document.tokens.len());
            document.tags = cells.map(|cell| cell.tag).collect();
            sheet
        })
        .collect();
    let found = model.find(&sheets);
    documents
        .iter()
        .zip(&sheets)
        .zip(&found)
        .map(|((document, sheet), found)| {
            found
                .iter()
                .filter_map(|candidate| statement(document, sheet, candidate))
                .collect()
        })
        .collect()
}

/// `article` as the model reads it.
pub fn layout(article: &Article) -> Layout {
    layout_of(&Document::of(article))
}

impl Model {
    /// The attributions on each of `sheets`, step by step: the weights of one step are more than what is close to a
    /// processor, those of all steps many times as much.
    pub fn find(&self, sheets: &[Sheet]) -> Vec<Vec<Candidate>> {
        let probabilities: Vec<Vec<f32>> = sheets
            .iter()
            .map(|sheet| self.cues.probabilities(sheet))
            .collect();
        let all: Vec<(&Sheet, &[f32])> = sheets
            .iter()
            .zip(&probabilities)
            .map(|(sheet, probabilities)| (sheet, &probabilities[..]))
            .collect();
        sheets
            .iter()
            .zip(self.read(&all))
            .map(|(sheet, candidates)| {
                let judged = keep::judge(sheet, &self.whole, &self.keep, candidates);
                keep::pick(sheet, judged, keep::THRESHOLD)
            })
            .collect()
    }

    /// What can be read around the likely cues on each of `sheets`, which come with the probabilities of [`mod@cue`].
    pub fn read(&self, sheets: &[(&Sheet, &[f32])]) -> Vec<Vec<Candidate>> {
        let alone: Vec<&Sheet> = sheets.iter().map(|(sheet, _)| *sheet).collect();
        let heads: Vec<Vec<usize>> = sheets
            .iter()
            .map(|(sheet, probabilities)| {
                let words = 0..sheet.len();
                let may_be = |&at: &usize| probabilities[at] >= keep::MAYBE;
                words.filter(may_be).collect()
            })
            .collect();
        let seen = self.encoder.see(&alone, &heads);
        let mut windows = Vec::new();
        let mut likely = Vec::new();
        for (nth, ((sheet, probabilities), seen)) in sheets.iter().zip(&seen).enumerate() {
            let cues = heads[nth].iter().zip(&seen.cues);
            let cues: Vec<keep::Cue> = cues
                .map(|(&head, &logit)| keep::Cue::new(probabilities[head], logit))
                .collect();
            for (number, (&head, &cue)) in heads[nth].iter().zip(&cues).enumerate() {
                let verb = led(sheet, head).and_then(|verb| heads[nth].binary_search(&verb).ok());
                if cue.both >= keep::CUE && verb.is_none_or(|verb| cues[verb].both < cue.both) {
                    windows.push((nth, number, span::Window::new(sheet, head)));
                    likely.push(cue);
                }
            }
        }
        let labels = self.encoder.labels(&alone, &seen, &windows);
        let steps = span::blend_steps(&self.spans.steps, &self.encoder.steps);
        let mut candidates: Vec<Vec<Candidate>> = vec![Vec::new(); sheets.len()];
        let mut around = windows.iter().zip(likely).zip(&labels).peekable();
        for (nth, (sheet, probabilities)) in sheets.iter().enumerate() {
            let hits = span::hits(sheet, probabilities);
            let mut work = span::Work::new(sheet.len());
            while let Some(((&(_, _, window), cue), labels)) =
                around.next_if(|((window, _), _)| window.0 == nth)
            {
                self.spans
                    .read(sheet, &hits, window, (labels, &steps), &mut work);
                keep::candidates(window, cue, &work.reading, &mut candidates[nth]);
            }
        }
        candidates
    }
}

/// The word that an auxiliary leads, adverbs aside: of ‹has repeatedly said› the likelier head is the only one.
fn led(sheet: &Sheet, at: usize) -> Option<usize> {
    let mut after = at + 1..sheet.cells[at].end as usize;
    after
        .find(|&at| sheet.cells[at].tag != tag::Tag::RB)
        .filter(|_| sheet.cells[at].is_auxiliary)
}

fn layout_of(document: &Document<'_>) -> Layout {
    let tokens: Vec<Span> = document.tokens.iter().map(|token| token.span).collect();
    let mut quoted = vec![false; tokens.len()];
    for quotation in &document.quotations {
        quoted[document.tokens_in(quotation.outer)].fill(true);
    }
    Layout {
        sentences: document
            .sentences
            .iter()
            .map(|sentence| sentence.tokens.clone())
            .collect(),
        paragraphs: document
            .sentences
            .iter()
            .map(|sentence| u32::try_from(sentence.paragraph).unwrap_or(u32::MAX))
            .collect(),
        tokens,
        quoted,
    }
}

fn statement(document: &Document<'_>, sheet: &Sheet, candidate: &Candidate) -> Option<Statement> {
    let span = |words: &Range<usize>| {
        let first = document.tokens[words.start].span;
        first.cover(document.tokens[words.end - 1].span)
    };
    let cue = span(&cue(sheet, candidate));
    let content: Vec<Span> = content(document, sheet, candidate)
        .iter()
        .map(span)
        .collect();
    if content.is_empty() {
        return None;
    }
    Some(Statement {
        basis: basis(document, &content, cue),
        content: quotations_whole(document, content, cue),
        cue: Some(cue),
        source: candidate.source.as_ref().map(span),
        verbatim: false,
        post: None,
        confidence: candidate.keep,
        why: format!(
            "model: cue {:.2} (features {:.2}, encoder {:.2}), content {:.2}, source {:.2}, path {:.1}, keep {:.2}",
            candidate.cue.both,
            candidate.cue.linear,
            candidate.cue.encoder,
            candidate.has_content(),
            candidate.has_source(),
            candidate.path,
            candidate.keep
        ),
    })
}

/// Where the words stand from the sentence that reports them.
fn basis(document: &Document<'_>, content: &[Span], cue: Span) -> Basis {
    let told = document.sentence_at(cue.start);
    let first = content
        .first()
        .map_or(told, |piece| document.sentence_at(piece.start));
    let last = content.last().map_or(told, |piece| {
        document.sentence_at(piece.end.saturating_sub(1))
    });
    match told {
        told if told < first => Basis::PreviousSentence,
        told if told > last => Basis::NextSentence,
        _ => Basis::SameSentence,
    }
}

/// The content with every quotation that it holds a part of held whole, unless the cue stands in it too: words between
/// marks are one source's.
fn quotations_whole(document: &Document<'_>, content: Vec<Span>, cue: Span) -> Vec<Span> {
    let mut whole: Vec<Span> = Vec::with_capacity(content.len());
    for mut piece in content {
        for quotation in document.quotations_in(piece) {
            if quotation.inner.overlaps(piece) && !quotation.outer.overlaps(cue) {
                piece = piece.cover(quotation.outer);
            }
        }
        match whole.last_mut() {
            Some(last) if last.end >= piece.start => *last = last.cover(piece),
            _ => whole.push(piece),
        }
    }
    whole
}

/// The content without the "that" that leads it in and the commas at its ends.
fn content(document: &Document<'_>, sheet: &Sheet, candidate: &Candidate) -> Vec<Range<usize>> {
    let low = |at: usize| document.word(at);
    let loose = |at: usize| matches!(low(at), "," | ";" | ":" | "-" | "--" | "—" | "–");
    let mut pieces = Vec::with_capacity(candidate.content.len());
    for (nth, piece) in candidate.content.iter().enumerate() {
        let mut piece = piece.clone();
        if nth == 0
            && piece.len() > 1
            && piece.start > candidate.head
            && low(piece.start).eq_ignore_ascii_case("that")
        {
            piece.start += 1;
        }
        while piece.len() > 1 && loose(piece.start) {
            piece.start += 1;
        }
        while piece.len() > 1 && loose(piece.end - 1) {
            piece.end -= 1;
        }
        if sheet.cells[piece.end].before.words > sheet.cells[piece.start].before.words {
            pieces.push(piece);
        }
    }
    pieces
}

/// The words that report, from their head: auxiliaries, negation and adverbs before it, a particle or preposition after it.
fn cue(sheet: &Sheet, candidate: &Candidate) -> Range<usize> {
    use tag::Tag;
    let cells = &sheet.cells;
    let head = candidate.head;
    let begin = cells[head].begin as usize;
    let end = cells[head].end as usize;
    let taken = |at: usize| {
        candidate.content.iter().any(|piece| piece.contains(&at))
            || candidate
                .source
                .as_ref()
                .is_some_and(|source| source.contains(&at))
    };
    let (mut from, mut to) = (head, head + 1);
    if cells[head].tag.is_verb() {
        let mut at = head;
        while at > begin {
            at -= 1;
            let cell = &cells[at];
            // ‹What the board published in May | warned …›
            let month = cell.word.capital && at > begin && cells[at - 1].tag == Tag::IN;
            let leads = cell.is_auxiliary || matches!(cell.tag, Tag::MD | Tag::RB | Tag::TO);
            if taken(at) || month || !leads {
                break;
            }
            from = at;
        }
    }
    while to < end && !taken(to) && matches!(cells[to].tag, Tag::RP) {
        to += 1;
    }
    if to < end
        && !taken(to)
        && matches!(cells[to].tag, Tag::IN | Tag::TO)
        && (to + 1 == end || taken(to + 1))
    {
        to += 1;
    }
    from..to
}

#[cfg(test)]
mod tests {
    use std::slice;

    use super::{Document, shipped, statements, weights};
    use crate::article::Article;
    use crate::text::Span;

    /// Each statement as `source | cue | content`, the full stop left out.
    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let body = vec![Span::whole(text)];
        let article = Article {
            text: text.to_owned(),
            body,
            ..Article::default()
        };
        let mut document = Document::of(&article);
        let found: Vec<String> = statements(shipped(), slice::from_mut(&mut document))
            .iter()
            .flatten()
            .map(|statement| {
                let of = |span: Option<Span>| span.map_or("-", |span| span.of(text));
                let pieces: Vec<&str> = statement
                    .content
                    .iter()
                    .map(|piece| piece.of(text))
                    .collect();
                let content = pieces.join(" … ");
                format!(
                    "{} | {} | {}",
                    of(statement.source),
                    of(statement.cue),
                    content.trim_end_matches('.')
                )
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_weights_are_read() {
        assert!(weights::read(include_bytes!("weights.bin")).is_some());
    }

    #[test]
    fn claims() {
        case(
            "Ann Lee said that the bridge will stay closed until May.",
            &["Ann Lee | said | the bridge will stay closed until May"],
        );
        case(
            "The river rose above its banks on Monday, according to the county.",
            &["the county | according to | The river rose above its banks on Monday"],
        );
        case(
            "Mr. Orr has repeatedly denied that he took the money.",
            &["Mr. Orr | has repeatedly denied | he took the money"],
        );
    }

    #[test]
    fn quotes() {
        case(
            "“We are ready,” the mayor told the council. “Come and see.”",
            &["the mayor | told | “We are ready,” … “Come and see.”"],
        );
        case(
            "The report, Ms. Berg said, was “a long list of excuses.”",
            &["Ms. Berg | said | The report … was “a long list of excuses.”"],
        );
    }

    #[test]
    fn narration() {
        case(
            "The bridge opened in 1932. It carries two lanes and a tram.",
            &[],
        );
        case("", &[]);
        case("“ ” ' \u{301} — …", &[]);
    }
}
