//! Keeping: which of the attributions that were read around the cues are in the article.

use std::collections::BTreeMap;
use std::ops::Range;

use super::chain::{CONTENT, CONTENT_ON, Reading, SOURCE, SOURCE_ON};
use super::matrix::logistic;
use super::sheet::Sheet;
use super::sieve::Sieve;
use super::span::Window;
use super::whole::Whole;

/// From what probability on an attribution is kept. In cross-validation F1 is flat from 0.28 to 0.40; the higher end is chosen
/// because a claim that nobody made is worse than one missed.
pub const THRESHOLD: f32 = 0.36;

/// From what probability on, by its features alone, a word is shown to the encoder; 94 of 100 cues are likelier.
pub const MAYBE: f32 = 0.03;

/// From what probability on a word is tried as a cue. From .08 on, a fifth more is read and no more is found.
pub const CUE: f32 = 0.12;

/// An attribution as read around one cue.
#[derive(Debug, Clone, Default)]
pub struct Candidate {
    /// The head of its cue.
    pub head: usize,
    /// How likely that is a cue.
    pub cue: Cue,
    /// See [`Reading::holds`].
    pub holds: [f32; 4],
    /// The logarithm of the path's probability.
    pub path: f32,
    /// The words reported.
    pub content: Vec<Range<usize>>,
    /// The words that name the source.
    pub source: Option<Range<usize>>,
    /// How likely its pieces begin, go on and end where they do.
    pub content_edges: Edges,
    /// The same of the source.
    pub source_edges: Edges,
    /// Whether it is the better of the two readings of its cue.
    pub first: bool,
    /// How likely it is right, once that is known.
    pub keep: f32,
}

/// How likely a word is the head of a cue.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cue {
    /// By its features.
    pub linear: f32,
    /// By the encoder.
    pub encoder: f32,
    /// By the mean of their logits.
    pub both: f32,
}

impl Cue {
    /// From a probability, 0 for words that cannot be cues, and a logit.
    pub fn new(linear: f32, encoder: f32) -> Self {
        let logit = (linear.max(1e-6) / (1.0 - linear).max(1e-6)).ln();
        Self {
            linear,
            encoder: logistic(encoder),
            both: if linear > 0.0 {
                logistic(0.5 * (logit + encoder))
            } else {
                0.0
            },
        }
    }
}
/// Probabilities of the edges of pieces, the least of all of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Edges {
    begin: f32,
    inside: f32,
    /// How likely it goes on after its end.
    on: f32,
}

impl Candidate {
    /// How likely content was read.
    pub fn has_content(&self) -> f32 {
        self.holds[1] + self.holds[3]
    }

    /// How likely there is a source, content given.
    pub fn has_source(&self) -> f32 {
        self.holds[3] / self.has_content().max(1e-9)
    }

    /// How likely it is a cue that reports something.
    pub fn rough(&self) -> f32 {
        (self.cue.both * self.has_content()).sqrt()
    }
}

/// Appends the readings of one cue.
pub fn candidates(window: Window, cue: Cue, reading: &Reading, into: &mut Vec<Candidate>) {
    for (nth, path) in reading.paths.iter().enumerate() {
        let mut candidate = Candidate {
            head: window.head,
            cue,
            holds: reading.holds,
            path: path.score,
            ..Candidate::default()
        };
        let likely = candidate.has_source();
        if path.labels.is_empty() || (nth == 0 && likely < 0.04) || (nth == 1 && likely > 0.85) {
            continue;
        }
        candidate.first = (nth == 0) == (likely >= 0.12);
        let labels = path.labels.iter().map(|&label| usize::from(label));
        let mut edges = [Edges {
            begin: 1.0,
            inside: 1.0,
            on: 0.0,
        }; 2];
        let mut piece: Option<(usize, usize)> = None;
        for (at, label) in labels.chain([0]).enumerate() {
            let kind = label.div_ceil(2);
            let goes_on = matches!(label, CONTENT_ON | SOURCE_ON)
                && piece.is_some_and(|(kept, _)| kept == kind);
            if goes_on {
                continue;
            }
            if let Some((kind, start)) = piece.take() {
                let (open, on) = if kind == 1 {
                    (CONTENT, CONTENT_ON)
                } else {
                    (SOURCE, SOURCE_ON)
                };
                let marginals = &reading.marginals;
                let inside: f32 = marginals[start..at]
                    .iter()
                    .map(|m| m[open] + m[on])
                    .sum::<f32>()
                    / (at - start) as f32;
                let edges = &mut edges[kind - 1];
                edges.begin = edges.begin.min(marginals[start][open]);
                edges.inside = edges.inside.min(inside);
                edges.on = edges.on.max(marginals.get(at).map_or(0.0, |m| m[on]));
                let words = window.start + start..window.start + at;
                if kind == 1 {
                    candidate.content.push(words);
                } else {
                    candidate.source = Some(words);
                }
            }
            if kind > 0 {
                piece = Some((kind, at));
            }
        }
        candidate.content_edges = edges[0];
        candidate.source_edges = if candidate.source.is_some() {
            edges[1]
        } else {
            Edges::default()
        };
        into.push(candidate);
    }
}

/// The words of `pieces`, punctuation not counted.
pub fn count(sheet: &Sheet, pieces: &[Range<usize>]) -> u32 {
    pieces
        .iter()
        .map(|piece| sheet.cells[piece.end].before.words - sheet.cells[piece.start].before.words)
        .sum()
}

/// The words that two lists of pieces share.
pub fn shared(sheet: &Sheet, a: &[Range<usize>], b: &[Range<usize>]) -> u32 {
    let mut sum = 0;
    for a in a {
        for b in b {
            let both = a.start.max(b.start)..a.end.min(b.end);
            if both.start < both.end {
                sum += count(sheet, &[both]);
            }
        }
    }
    sum
}

/// What the forest asks about a candidate.
pub const FEATURES: usize = 54;

/// The values of the features of each candidate; `candidates` are those of one article, in the order of their heads,
/// `wholes` what their words say of them.
pub fn features(sheet: &Sheet, candidates: &[Candidate], wholes: &[f32]) -> Vec<[f32; FEATURES]> {
    let mut all = Vec::with_capacity(candidates.len());
    let (mut from, mut to) = (0, 0);
    for (at, candidate) in candidates.iter().enumerate() {
        let paragraph = sheet.cells[candidate.head].paragraph;
        let near = |other: &Candidate| {
            sheet.cells[other.head].paragraph == paragraph
                && other.head.abs_diff(candidate.head) <= REACH
        };
        while !near(&candidates[from]) {
            from += 1;
        }
        to = to.max(at + 1);
        while candidates.get(to).is_some_and(near) {
            to += 1;
        }
        all.push(values(
            sheet,
            candidate,
            &candidates[from..to],
            at - from,
            &wholes[from..to],
        ));
    }
    all
}

/// Cues farther apart than this have no words in common: a window reaches 90 words back and 130 ahead.
const REACH: usize = 220;

#[expect(clippy::too_many_lines, reason = "a list")]
fn values(
    sheet: &Sheet,
    candidate: &Candidate,
    around: &[Candidate],
    own: usize,
    wholes: &[f32],
) -> [f32; FEATURES] {
    let cells = &sheet.cells;
    let head = &cells[candidate.head];
    let (mut inside, mut overlap, mut likeness, mut holds, mut rival) =
        (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
    let (whole, mut rival_whole) = (wholes[own], -9.0_f32);
    let (mut in_source, mut source_shared) = (0.0_f32, 0.0_f32);
    let mut near = 0.0;
    let words = count(sheet, &candidate.content);
    let has = |pieces: &[Range<usize>], at: usize| pieces.iter().any(|piece| piece.contains(&at));
    for (at, other) in around.iter().enumerate() {
        if !other.first || at == own || other.head == candidate.head {
            continue;
        }
        let rough = other.rough();
        if has(&other.content, candidate.head) {
            inside = inside.max(rough);
        }
        if has(&candidate.content, other.head) {
            holds = holds.max(rough);
        }
        if other
            .source
            .as_ref()
            .is_some_and(|source| source.contains(&candidate.head))
        {
            in_source = in_source.max(rough);
        }
        if let (Some(a), Some(b)) = (&other.source, &candidate.source)
            && a.start < b.end
            && b.start < a.end
        {
            source_shared = source_shared.max(rough);
        }
        let both = shared(sheet, &candidate.content, &other.content);
        if both > 0 {
            rival_whole = rival_whole.max(wholes[at]);
            overlap = overlap.max(rough);
            let all = words + count(sheet, &other.content) - both;
            likeness = likeness.max(rough * both as f32 / all as f32);
        }
        if cells[other.head].sentence == head.sentence {
            near += 1.0;
            rival = rival.max(rough);
        }
    }
    let first = candidate.content.first().map_or(0, |piece| piece.start);
    let last = candidate.content.last().map_or(0, |piece| piece.end - 1);
    let total: usize = candidate.content.iter().map(Range::len).sum();
    let quoted: u32 = candidate
        .content
        .iter()
        .flat_map(|piece| &cells[piece.clone()])
        .map(|cell| cell.quoted)
        .sum();
    let finite = candidate
        .content
        .iter()
        .map(|piece| cells[piece.end].before.verbs - cells[piece.start].before.verbs)
        .sum::<u32>();
    let at = candidate.head;
    let flag = |is: bool| if is { 1.0 } else { 0.0 };
    let far = |a: usize, b: usize| a.abs_diff(b) as f32;
    let source = candidate.source.clone();
    let begin = source.as_ref().map(|source| &cells[source.start]);
    let source_kind = begin.map_or(0.0, |cell| {
        if cell.is_pronoun {
            1.0
        } else if cell.word.capital {
            2.0
        } else {
            3.0
        }
    });
    let between = source.as_ref().map_or(0, |source| {
        let (low, high) = if source.end <= at {
            (source.end, at)
        } else {
            (at + 1, source.start.max(at + 1))
        };
        cells[high].before.verbs - cells[low].before.verbs
    });
    let (content, named) = (candidate.content_edges, candidate.source_edges);
    let next = cells.get(at + 1).map_or(0, |cell| cell.tag as u32);
    [
        candidate.cue.both,
        candidate.has_content(),
        candidate.has_source(),
        candidate.rough(),
        candidate.path,
        candidate.path / (total as f32 + 1.0),
        inside,
        overlap,
        likeness,
        holds,
        rival,
        near,
        words as f32,
        candidate.content.len() as f32,
        quoted as f32 / total.max(1) as f32,
        head.quoted as f32,
        flag(first > at),
        far(first, at),
        far(last, at),
        head.reports as f32,
        content.begin,
        content.inside,
        content.on,
        named.begin,
        named.inside,
        source_kind,
        source.as_ref().map_or(0.0, |source| source.len() as f32),
        source
            .as_ref()
            .map_or(0.0, |source| if source.start < at { -1.0 } else { 1.0 }),
        flag(cells[first].that),
        flag(cells[first].to),
        flag(head.paragraph == 0),
        head.sentence as f32,
        (head.end as usize - at) as f32,
        (at - head.begin as usize) as f32,
        flag(head.tag == super::tag::Tag::VBD),
        flag(head.tag.is_verb()),
        flag(head.tag == super::tag::Tag::VBG),
        flag(head.tag == super::tag::Tag::VBN),
        flag(head.tag.is_noun()),
        finite as f32,
        named.on,
        source.as_ref().map_or(0.0, |source| {
            if source.end <= at {
                (at - source.end) as f32
            } else {
                source.start.saturating_sub(at) as f32
            }
        }),
        between as f32,
        in_source,
        source_shared,
        flag(candidate.first),
        cells[first].tag as u32 as f32,
        next as f32,
        flag(
            cells
                .get(last + 1)
                .is_none_or(|cell| cell.stop || cell.mark),
        ),
        far(first, head.begin as usize),
        whole,
        rival_whole,
        candidate.cue.linear,
        candidate.cue.encoder,
    ]
}

/// What the words of each candidate say of it.
pub fn wholes(sheet: &Sheet, whole: &Whole, candidates: &[Candidate]) -> Vec<f32> {
    let mut slots = Vec::new();
    candidates
        .iter()
        .map(|candidate| whole.score(sheet, candidate, &mut slots))
        .collect()
}

/// The candidates of one article, each with how likely it is right.
pub fn judge(
    sheet: &Sheet,
    whole: &Whole,
    forest: &Sieve,
    mut candidates: Vec<Candidate>,
) -> Vec<Candidate> {
    let features = features(sheet, &candidates, &wholes(sheet, whole, &candidates));
    for (candidate, values) in candidates.iter_mut().zip(&features) {
        candidate.keep = forest.probability(values);
    }
    candidates
}

/// The candidates that stay once they are judged: likely ones, of two that share most of their words the likelier.
pub fn pick(sheet: &Sheet, mut candidates: Vec<Candidate>, threshold: f32) -> Vec<Candidate> {
    candidates.retain(|candidate| candidate.keep >= threshold);
    candidates.sort_by(|a, b| b.keep.total_cmp(&a.keep).then(a.head.cmp(&b.head)));
    let mut kept: BTreeMap<usize, Candidate> = BTreeMap::new();
    for candidate in candidates {
        let words = count(sheet, &candidate.content);
        let near = kept.range(candidate.head.saturating_sub(REACH)..=candidate.head + REACH);
        let taken: u32 = near
            .map(|(_, other)| shared(sheet, &candidate.content, &other.content))
            .sum();
        if words > 0 && taken * 2 <= words && !kept.contains_key(&candidate.head) {
            kept.insert(candidate.head, candidate);
        }
    }
    kept.into_values().collect()
}
