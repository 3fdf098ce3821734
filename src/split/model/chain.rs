//! A chain: labels on the words around a cue, scored word by word and step by step.
//!
//! The paths allowed hold at most one source, and a record of what they have held so far makes it
//! possible to ask for the best path that has content, with or without a source.

#![expect(
    clippy::cast_possible_truncation,
    reason = "labels and states are few, and probabilities need no more digits"
)]

/// The labels.
pub const LABELS: usize = 5;
/// Neither content nor source.
pub const OUT: usize = 0;
/// The first word of a piece of content.
pub const CONTENT: usize = 1;
/// A further word of it.
pub const CONTENT_ON: usize = 2;
/// The first word of the source.
pub const SOURCE: usize = 3;
/// A further word of it.
pub const SOURCE_ON: usize = 4;

/// Whether the label `next` may follow `label`.
pub const fn follows(label: usize, next: usize) -> bool {
    match next {
        CONTENT_ON => matches!(label, CONTENT | CONTENT_ON),
        SOURCE_ON => matches!(label, SOURCE | SOURCE_ON),
        _ => true,
    }
}

/// Whether a path may begin with `label`.
pub const fn begins(label: usize) -> bool {
    !matches!(label, CONTENT_ON | SOURCE_ON)
}

/// What steps from label to label are worth.
#[derive(Debug, Clone, Copy, Default)]
pub struct Steps {
    /// From the first label to the second.
    pub between: [[f32; LABELS]; LABELS],
    /// Of the first word's label.
    pub start: [f32; LABELS],
}

/// The states: what the path has held (1 content, 2 a source) and its label.
const STATES: [(usize, usize); 12] = [
    (0, OUT),
    (1, OUT),
    (1, CONTENT),
    (1, CONTENT_ON),
    (2, OUT),
    (2, SOURCE),
    (2, SOURCE_ON),
    (3, OUT),
    (3, CONTENT),
    (3, CONTENT_ON),
    (3, SOURCE),
    (3, SOURCE_ON),
];
const N: usize = STATES.len();

/// Which states each state may follow.
const FROM: [&[usize]; N] = [
    &[0],
    &[1, 2, 3],
    &[0, 1, 2, 3],
    &[2, 3],
    &[4, 5, 6],
    &[0],
    &[5, 6],
    &[7, 8, 9, 10, 11],
    &[4, 5, 6, 7, 8, 9, 10, 11],
    &[8, 9],
    &[1, 2, 3],
    &[10, 11],
];

const STARTS: [usize; 3] = [0, 2, 5];

/// What `$of`, a function with a state as its constant, gives for every state: written out, no state is looked up while
/// words are read.
macro_rules! each_state {
    ($of:ident($($argument:expr),*)) => {
        [
            $of::<0>($($argument),*), $of::<1>($($argument),*), $of::<2>($($argument),*),
            $of::<3>($($argument),*), $of::<4>($($argument),*), $of::<5>($($argument),*),
            $of::<6>($($argument),*), $of::<7>($($argument),*), $of::<8>($($argument),*),
            $of::<9>($($argument),*), $of::<10>($($argument),*), $of::<11>($($argument),*),
        ]
    };
}

/// The sum of all steps to a state.
#[inline]
fn reached<const STATE: usize>(last: &[f64; N], between: &[[f64; LABELS]; LABELS]) -> f64 {
    let label = STATES[STATE].1;
    let steps = FROM[STATE].iter();
    steps
        .map(|&from| last[from] * between[STATES[from].1][label])
        .sum()
}

/// Adds what a state is worth to those it may follow.
#[inline]
fn handed_back<const STATE: usize>(
    values: &[f64; N],
    between: &[[f64; LABELS]; LABELS],
    now: &mut [f64; N],
) {
    let label = STATES[STATE].1;
    for &from in FROM[STATE] {
        now[from] += between[STATES[from].1][label] * values[STATE];
    }
}

/// The best step to a state, and the state it comes from.
#[inline]
fn best_step<const STATE: usize>(last: &[f32; N], between: &[[f32; LABELS]; LABELS]) -> (f32, u8) {
    let label = STATES[STATE].1;
    let mut best = (f32::MIN, 0);
    for &from in FROM[STATE] {
        let value = last[from] + between[STATES[from].1][label];
        if value > best.0 {
            best = (value, from as u8);
        }
    }
    best
}

/// What was read off the words around one cue.
#[derive(Debug, Default, Clone)]
pub struct Reading {
    /// How likely the words hold nothing, content only, a source only, both.
    pub holds: [f32; 4],
    /// The best path with content and a source, and with content only; empty where there is none.
    pub paths: [Path; 2],
    /// How likely each label is, word by word.
    pub marginals: Vec<[f32; LABELS]>,
}

/// Labels for the words of a window.
#[derive(Debug, Default, Clone)]
pub struct Path {
    /// One a word.
    pub labels: Vec<u8>,
    /// The logarithm of its probability.
    pub score: f32,
}

/// Room that is used again from cue to cue.
#[derive(Debug, Default)]
pub struct Room {
    forward: Vec<[f64; N]>,
    weights: Vec<[f64; LABELS]>,
    scales: Vec<f64>,
    best: Vec<[f32; N]>,
    back: Vec<[u8; N]>,
}

/// Reads the words whose labels are worth `scores`.
pub fn read(scores: &[[f32; LABELS]], steps: &Steps, room: &mut Room, reading: &mut Reading) {
    reading.marginals.clear();
    reading.holds = [1.0, 0.0, 0.0, 0.0];
    for path in &mut reading.paths {
        path.labels.clear();
        path.score = f32::MIN;
    }
    if scores.is_empty() {
        return;
    }
    let total = sum(scores, steps, room, reading);
    search(scores, steps, room, reading, total);
}

/// Probabilities; the logarithm of the sum over all paths.
fn sum(scores: &[[f32; LABELS]], steps: &Steps, room: &mut Room, reading: &mut Reading) -> f64 {
    let between = steps
        .between
        .map(|row| row.map(|step| f64::from(step).exp()));
    let Room {
        forward,
        weights,
        scales,
        ..
    } = room;
    forward.clear();
    weights.clear();
    scales.clear();
    let mut total = 0.0;
    for (at, score) in scores.iter().enumerate() {
        let most = score.iter().copied().fold(f32::MIN, f32::max);
        let weight = score.map(|score| f64::from((score - most).exp()));
        let mut now = [0.0; N];
        if at == 0 {
            for state in STARTS {
                let label = STATES[state].1;
                now[state] = f64::from(steps.start[label]).exp() * weight[label];
            }
        } else {
            let last = &forward[at - 1];
            now = each_state!(reached(last, &between));
            for (now, (_, label)) in now.iter_mut().zip(STATES) {
                *now *= weight[label];
            }
        }
        let scale = now.iter().sum::<f64>().max(1e-280);
        for now in &mut now {
            *now /= scale;
        }
        total += f64::from(most) + scale.ln();
        forward.push(now);
        weights.push(weight);
        scales.push(scale);
    }
    let mut backward = [1.0; N];
    reading.marginals.resize(scores.len(), [0.0; LABELS]);
    for at in (0..scores.len()).rev() {
        if at + 1 == scores.len() {
            reading.holds = [0.0; 4];
            for (state, &value) in forward[at].iter().enumerate() {
                reading.holds[STATES[state].0] += value as f32;
            }
        } else {
            let mut now = [0.0; N];
            let (weight, scale) = (&weights[at + 1], scales[at + 1]);
            let mut values = backward;
            for (value, (_, label)) in values.iter_mut().zip(STATES) {
                *value = weight[label] * *value / scale;
            }
            each_state!(handed_back(&values, &between, &mut now));
            backward = now.map(|value: f64| value.min(1e280));
        }
        for state in 0..N {
            reading.marginals[at][STATES[state].1] += (forward[at][state] * backward[state]) as f32;
        }
    }
    total
}

/// The best paths.
fn search(
    scores: &[[f32; LABELS]],
    steps: &Steps,
    room: &mut Room,
    reading: &mut Reading,
    total: f64,
) {
    let Room { best, back, .. } = room;
    best.clear();
    back.clear();
    for (at, score) in scores.iter().enumerate() {
        let mut now = [f32::MIN; N];
        let mut came = [0_u8; N];
        if at == 0 {
            for state in STARTS {
                let label = STATES[state].1;
                now[state] = steps.start[label] + score[label];
            }
        } else {
            let last = &best[at - 1];
            let steps = each_state!(best_step(last, &steps.between));
            for (state, (value, from)) in steps.into_iter().enumerate() {
                now[state] = value + score[STATES[state].1];
                came[state] = from;
            }
        }
        best.push(now);
        back.push(came);
    }
    let Some(last) = best.last() else { return };
    for (path, held) in reading.paths.iter_mut().zip([3, 1]) {
        let end = (0..N)
            .filter(|&state| STATES[state].0 == held)
            .max_by(|&a, &b| last[a].total_cmp(&last[b]));
        let Some(mut state) = end.filter(|&end| last[end] > -1e30) else {
            continue;
        };
        path.score = (f64::from(last[state]) - total) as f32;
        path.labels.resize(scores.len(), 0);
        for at in (0..scores.len()).rev() {
            path.labels[at] = STATES[state].1 as u8;
            state = back[at][state] as usize;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        CONTENT, CONTENT_ON, LABELS, OUT, Reading, Room, SOURCE, SOURCE_ON, Steps, begins, follows,
        read,
    };

    /// Reads words, one letter each: the label that it is worth most as.
    #[track_caller]
    fn reading(wishes: &str) -> Reading {
        let labels = |c| ".CcSs".find(c).unwrap_or(OUT);
        let mut scores = Vec::new();
        for wish in wishes.chars() {
            let mut score = [0.0; LABELS];
            score[labels(wish)] = 4.0;
            scores.push(score);
        }
        let mut steps = Steps::default();
        for from in 0..LABELS {
            for to in (0..LABELS).filter(|&to| !follows(from, to)) {
                steps.between[from][to] = -50.0;
            }
            if !begins(from) {
                steps.start[from] = -50.0;
            }
        }
        let mut reading = Reading::default();
        read(&scores, &steps, &mut Room::default(), &mut reading);
        reading
    }

    #[track_caller]
    fn case(wishes: &str, both: &str, content: &str) {
        let reading = reading(wishes);
        let letters = |labels: &[u8]| -> String {
            labels
                .iter()
                .map(|&label| char::from(b".CcSs"[label as usize]))
                .collect()
        };
        assert_eq!(letters(&reading.paths[0].labels), both, "with a source");
        assert_eq!(letters(&reading.paths[1].labels), content, "without one");
        for marginals in &reading.marginals {
            let sum: f32 = marginals.iter().sum();
            assert!((sum - 1.0).abs() < 1e-4, "{sum}");
        }
        assert!((reading.holds.iter().sum::<f32>() - 1.0).abs() < 1e-4);
    }

    #[test]
    fn the_wished_path_where_it_is_allowed() {
        case("Ss.Ccc.", "Ss.Ccc.", "...Ccc.");
        case("Cc.S.Cc", "Cc.S.Cc", "Cc...Cc");
    }

    #[test]
    fn one_source_and_some_content() {
        let two = reading("S.S.Cc");
        let sources = two.paths[0]
            .labels
            .iter()
            .filter(|&&label| label as usize == SOURCE)
            .count();
        assert_eq!(sources, 1);
        let none = reading("....");
        let has = |path: usize, label: usize| {
            none.paths[path]
                .labels
                .iter()
                .any(|&found| found as usize == label)
        };
        assert!(has(0, CONTENT) && has(0, SOURCE) && has(1, CONTENT) && !has(1, SOURCE));
        assert!(none.holds[3] < 0.5);
    }

    #[test]
    fn nothing_goes_on_that_has_not_begun() {
        let reading = reading("cc.ss");
        for path in &reading.paths {
            let before = [OUT as u8].into_iter().chain(path.labels.iter().copied());
            for (from, to) in before.zip(&path.labels) {
                assert!(follows(from.into(), (*to).into()), "{:?}", path.labels);
            }
        }
        assert!(reading.marginals[0][CONTENT_ON] < 1e-6 && reading.marginals[3][SOURCE_ON] < 0.9);
    }

    #[test]
    fn no_words() {
        assert!(reading("").paths[0].labels.is_empty());
    }
}
