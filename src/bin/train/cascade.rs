//! The cascade: each step learns from what the step before says of articles that it has not seen.
//!
//! Of the encoder that holds only in part. The features' weights that read fold j for the forest of fold k have seen
//! neither; the encoder that does has not seen j, but k: one encoder a fold, not one for each pair of them. What it knows of k
//! reaches what is found in k through the forest alone.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use onrecord::split::model::chain::{CONTENT, CONTENT_ON, SOURCE, SOURCE_ON};
use onrecord::split::model::cue::{self, Cues};
use onrecord::split::model::encoder::Encoder;
use onrecord::split::model::keep::{self, Candidate, FEATURES};
use onrecord::split::model::sheet::Sheet;
use onrecord::split::model::sieve::Sieve;
use onrecord::split::model::slots::Slots;
use onrecord::split::model::span::{self, Anchor, Spans, Window};
use onrecord::split::model::whole::{self, Whole};
use onrecord::split::model::{Model, forest::Forest};

use crate::boost;
use crate::gold::{Gold, Item};
use crate::gradient::{self, CUE_BITS, Examples, Plan, SPAN_BITS, Windows};

const WHOLE_BITS: u32 = 17;

/// Folds that were left out.
pub(crate) type Without = Vec<usize>;

/// Does `jobs` on `threads` threads; results come in the order of the jobs.
pub(crate) fn parallel<J: Sync, R: Send>(
    threads: usize,
    jobs: &[J],
    work: impl Fn(&J) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(at) else { break };
                    let result = work(job);
                    if let Ok(mut done) = done.lock() {
                        done.push((at, result));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// The data and how much of it is worked on.
pub(crate) struct Cascade<'a> {
    pub(crate) gold: &'a [Gold],
    pub(crate) threads: usize,
    /// The folds to measure on.
    pub(crate) folds: Vec<usize>,
    /// Whether the last model, of all articles, is wanted.
    pub(crate) last: bool,
    /// The encoders, by the folds that they were learned without.
    pub(crate) encoders: &'a BTreeMap<Without, Encoder>,
}

/// Candidates of one article, and which of them are right.
pub(crate) type Found = (usize, Vec<Candidate>, Vec<bool>);

/// What comes out.
pub(crate) struct Outcome {
    /// The candidates of each article that was measured, with the probability that its fold's forest gives them.
    pub(crate) measured: Vec<Found>,
    /// What was learned without each fold that was measured.
    pub(crate) folds: Vec<(usize, Learned)>,
    /// What was learned from all articles.
    pub(crate) last: Option<Learned>,
}

/// The steps, and the forest.
pub(crate) struct Learned {
    pub(crate) cues: Cues,
    pub(crate) spans: Spans,
    pub(crate) encoder: Encoder,
    pub(crate) whole: Whole,
    pub(crate) keep: Forest,
}

impl Cascade<'_> {
    /// Learns and measures.
    pub(crate) fn run(&self) -> Outcome {
        let clock = Instant::now();
        let tell = |what: &str| eprintln!("{:7.1}s  {what}", clock.elapsed().as_secs_f32());
        let cues = self.cues();
        tell(&format!("{} cue models", cues.len()));
        let readers = self.readers(&cues);
        tell(&format!("{} span models", readers.len()));
        let found = self.found(&cues, &readers);
        tell("read");
        let learned = |without: Without, (whole, keep): (Whole, Forest)| Learned {
            cues: cues[&without].0.clone(),
            spans: readers[&without].clone(),
            encoder: self.encoders[&without].clone(),
            whole,
            keep,
        };
        let mut measured = Vec::new();
        let mut folds = Vec::new();
        for (fold, (judged, judges)) in parallel(self.threads, &self.folds, |&fold| {
            (fold, self.measure(&found, fold))
        }) {
            measured.extend(judged);
            folds.push((fold, learned(vec![fold], judges)));
        }
        let last = self.last.then(|| {
            let rows: Vec<&Found> = (0..5)
                .flat_map(|fold| &found[&(vec![fold], fold)])
                .collect();
            learned(Without::new(), self.forest(&rows))
        });
        tell("forests");
        Outcome {
            measured,
            folds,
            last,
        }
    }

    /// All sets of folds, in order, that some step is to be learned without.
    fn without(&self, most: usize) -> Vec<Without> {
        let mut sets: Vec<Without> = Vec::new();
        for mask in 0..32_usize {
            let set: Without = (0..5).filter(|fold| mask >> fold & 1 == 1).collect();
            let wanted = if set.is_empty() {
                self.last
            } else {
                self.last && set.len() < most || self.folds.iter().any(|fold| set.contains(fold))
            };
            if wanted && set.len() <= most {
                sets.push(set);
            }
        }
        sets.sort_by_key(|set| (set.len(), set.clone()));
        sets
    }

    /// Cue models, each with the probabilities it gives to the words of the articles it has not seen.
    fn cues(&self) -> BTreeMap<Without, (Cues, Vec<Vec<f32>>)> {
        let mut slots = Vec::new();
        let mut heads = Vec::new();
        let mut may_be = Vec::new();
        let mut starts = vec![0];
        for gold in self.gold {
            may_be.extend(gold.sheet.cells[..gold.sheet.len()].iter().map(cue::can_be));
            for at in 0..gold.sheet.len() {
                cue::templates(&gold.sheet, at, &mut Slots::new(&mut slots, CUE_BITS));
            }
            let start = heads.len();
            heads.resize(start + gold.sheet.len(), false);
            for head in gold.items.iter().filter_map(|item| item.head) {
                heads[start + head] = true;
            }
            starts.push(heads.len());
        }
        let templates = slots.len() / heads.len();
        let sets = self.without(3);
        let models = parallel(self.threads, &sets, |set| {
            let of = (0..self.gold.len())
                .filter(|&nth| !set.contains(&self.gold[nth].fold))
                .flat_map(|nth| starts[nth] as u32..starts[nth + 1] as u32)
                .filter(|&word| may_be[word as usize])
                .collect();
            let examples = Examples {
                slots: &slots,
                templates,
                right: &heads,
                of,
                bits: CUE_BITS,
            };
            let (table, bias) = gradient::logistic(
                examples,
                Plan {
                    epochs: 5,
                    rate: 0.012,
                    shrink: 2e-6,
                    seed: 1,
                },
            );
            let cues = Cues { table, bias };
            let probabilities: Vec<Vec<f32>> = self
                .gold
                .iter()
                .map(|gold| {
                    if set.contains(&gold.fold) {
                        cues.probabilities(&gold.sheet)
                    } else {
                        Vec::new()
                    }
                })
                .collect();
            (cues, probabilities)
        });
        let cues: BTreeMap<_, _> = sets.into_iter().zip(models).collect();
        for &fold in &self.folds {
            self.cue_figures(fold, &cues[&vec![fold]].1);
        }
        cues
    }

    fn cue_figures(&self, fold: usize, probabilities: &[Vec<f32>]) {
        for least in [0.08, 0.3, 0.4] {
            let (mut right, mut found, mut gold) = (0.0, 0.0, 0.0);
            for (article, probabilities) in self.gold.iter().zip(probabilities) {
                if article.fold == fold {
                    let heads: Vec<usize> =
                        article.items.iter().filter_map(|item| item.head).collect();
                    gold += heads.len() as f32;
                    found += probabilities.iter().filter(|&&p| p >= least).count() as f32;
                    right += heads
                        .iter()
                        .filter(|&&head| probabilities[head] >= least)
                        .count() as f32;
                }
            }
            eprintln!(
                "          fold {fold} cue heads from {least}: P {:.1} R {:.1} F1 {:.1}",
                100.0 * right / found,
                100.0 * right / gold,
                200.0 * right / (found + gold)
            );
        }
    }

    /// Span models.
    fn readers(&self, cues: &BTreeMap<Without, (Cues, Vec<Vec<f32>>)>) -> BTreeMap<Without, Spans> {
        let sets = self.without(2);
        let learned = parallel(self.threads, &sets, |set| {
            gradient::spans(
                &self.windows(set, cues),
                Plan {
                    epochs: 6,
                    rate: 0.01,
                    shrink: 1e-5,
                    seed: 1,
                },
            )
        });
        sets.into_iter().zip(learned).collect()
    }

    /// What is read, by weights learned without a set of folds, in the articles of each of them.
    fn found(
        &self,
        cues: &BTreeMap<Without, (Cues, Vec<Vec<f32>>)>,
        readers: &BTreeMap<Without, Spans>,
    ) -> BTreeMap<(Without, usize), Vec<Found>> {
        let jobs: Vec<(Without, usize)> = readers
            .keys()
            .flat_map(|set| set.iter().map(move |&fold| (set.clone(), fold)))
            .collect();
        let found = parallel(self.threads, &jobs, |(set, fold)| {
            let model = Model {
                spans: readers[set].clone(),
                encoder: self.encoders[&vec![*fold]].clone(),
                ..Model::default()
            };
            let articles: Vec<usize> = (0..self.gold.len())
                .filter(|&nth| self.gold[nth].fold == *fold)
                .collect();
            let sheets: Vec<(&Sheet, &[f32])> = articles
                .iter()
                .map(|&nth| (&self.gold[nth].sheet, &cues[set].1[nth][..]))
                .collect();
            let found = articles.into_iter().zip(model.read(&sheets));
            found
                .map(|(nth, candidates)| {
                    let right = candidates.iter();
                    let right = right.map(|candidate| is_right(&self.gold[nth], candidate));
                    let right = right.collect();
                    (nth, candidates, right)
                })
                .collect()
        });
        jobs.into_iter().zip(found).collect()
    }

    /// The windows around the gold cues of the articles outside `set`.
    fn windows(&self, set: &Without, cues: &BTreeMap<Without, (Cues, Vec<Vec<f32>>)>) -> Windows {
        let mut windows = Windows::default();
        for (nth, gold) in self
            .gold
            .iter()
            .enumerate()
            .filter(|(_, gold)| !set.contains(&gold.fold))
        {
            let mut unseen = set.clone();
            unseen.push(gold.fold);
            unseen.sort_unstable();
            let hits = span::hits(&gold.sheet, &cues[&unseen].1[nth]);
            for item in &gold.items {
                let Some(head) = item.head else { continue };
                let window = Window::new(&gold.sheet, head);
                let anchor = Anchor::new(&gold.sheet, &hits, head);
                for at in window.words() {
                    span::templates(
                        &gold.sheet,
                        &hits,
                        &anchor,
                        at,
                        &mut windows.slots,
                        SPAN_BITS,
                    );
                }
                windows.labels.extend(labels(item, window));
                windows.ends.push(windows.labels.len());
            }
        }
        windows.templates = windows.slots.len() / windows.labels.len();
        windows
    }

    fn measure(
        &self,
        found: &BTreeMap<(Without, usize), Vec<Found>>,
        fold: usize,
    ) -> (Vec<Found>, (Whole, Forest)) {
        let rows: Vec<&Found> = (0..5)
            .filter(|&other| other != fold)
            .flat_map(|other| &found[&(vec![fold.min(other), fold.max(other)], other)])
            .collect();
        let (whole, forest) = self.forest(&rows);
        let sieve = Sieve::from(forest.clone());
        let judged = found[&(vec![fold], fold)]
            .iter()
            .map(|(nth, candidates, right)| {
                let judged =
                    keep::judge(&self.gold[*nth].sheet, &whole, &sieve, candidates.clone());
                (*nth, judged, right.clone())
            })
            .collect();
        (judged, (whole, forest))
    }

    /// The forest, and the weights of the words that it asks about; these are learned fold by fold from the other folds
    /// where the forest learns from them.
    fn forest(&self, found: &[&Found]) -> (Whole, Forest) {
        let mut slots = Vec::new();
        let mut right = Vec::new();
        let mut folds = Vec::new();
        for (nth, candidates, rights) in found {
            for candidate in candidates {
                whole::templates(
                    &self.gold[*nth].sheet,
                    candidate,
                    &mut Slots::new(&mut slots, WHOLE_BITS),
                );
            }
            folds.resize(folds.len() + rights.len(), self.gold[*nth].fold);
            right.extend(rights);
        }
        let templates = slots.len() / right.len();
        let learn = |out: Option<usize>| {
            let of = (0..right.len() as u32)
                .filter(|&at| Some(folds[at as usize]) != out)
                .collect();
            let examples = Examples {
                slots: &slots,
                templates,
                right: &right,
                of,
                bits: WHOLE_BITS,
            };
            let (table, bias) = gradient::logistic(
                examples,
                Plan {
                    epochs: 5,
                    rate: 0.02,
                    shrink: 1e-5,
                    seed: 1,
                },
            );
            Whole { table, bias }
        };
        let unseen: Vec<Whole> = (0..5).map(|fold| learn(Some(fold))).collect();
        let mut rows: Vec<[f32; FEATURES]> = Vec::new();
        for (nth, candidates, _) in found {
            let gold = &self.gold[*nth];
            let wholes = keep::wholes(&gold.sheet, &unseen[gold.fold], candidates);
            rows.extend(keep::features(&gold.sheet, candidates, &wholes));
        }
        (
            learn(None),
            boost::forest(
                &rows,
                &right,
                boost::Plan {
                    trees: 120,
                    rate: 0.06,
                    leaves: 15,
                    columns: 1.0,
                    seed: 7,
                },
            ),
        )
    }
}

/// The labels of the words of `window`.
pub(crate) fn labels(item: &Item, window: Window) -> Vec<u8> {
    let mut labels = vec![0_u8; window.end - window.start];
    for (pieces, first, on) in [
        (&item.content, CONTENT, CONTENT_ON),
        (&item.source, SOURCE, SOURCE_ON),
    ] {
        for piece in pieces {
            let start = piece.start.max(window.start);
            let end = piece.end.min(window.end);
            if start >= end {
                continue;
            }
            let part = &mut labels[start - window.start..end - window.start];
            if first == SOURCE && part.iter().any(|&label| label > 0) {
                continue;
            }
            part.fill(on as u8);
            part[0] = first as u8;
        }
    }
    labels
}

/// Whether a candidate is one of the article's attributions, by the measure that counts: half of the words of both contents are
/// shared, and the sources share a word or neither has one.
pub(crate) fn is_right(gold: &Gold, candidate: &Candidate) -> bool {
    let sheet = &gold.sheet;
    let content = core(gold, &candidate.content);
    let words = keep::count(sheet, &content);
    let source: Vec<_> = candidate.source.iter().cloned().collect();
    gold.items.iter().any(|item| {
        let theirs = core(gold, &item.content);
        let both = keep::shared(sheet, &content, &theirs);
        let all = words + keep::count(sheet, &theirs) - both;
        let alike = both > 0 && 2 * both >= all;
        alike
            && (keep::shared(sheet, &source, &item.source) > 0
                || (keep::count(sheet, &source) == 0 && keep::count(sheet, &item.source) == 0))
    })
}

/// The content without a leading "that".
fn core(gold: &Gold, pieces: &[std::ops::Range<usize>]) -> Vec<std::ops::Range<usize>> {
    let mut pieces = pieces.to_vec();
    if let Some(first) = pieces.first_mut() {
        while first.len() > 1 && !gold.sheet.cells[first.start].is_word {
            first.start += 1;
        }
        let low = gold.layout.tokens[first.start].of(&gold.text);
        if low.eq_ignore_ascii_case("that") && (first.len() > 1) {
            first.start += 1;
        }
    }
    pieces
}
