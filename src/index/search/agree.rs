//! The index finds what reading every passage finds: queries made at random, against a reading that knows no index.

use std::sync::OnceLock;

use proptest::prelude::{
    Just, ProptestConfig, Strategy, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

use super::Searcher;
use super::mates::Mates;
use crate::attribution::Speaker;
use crate::index::sample::Sample;
use crate::index::stems;
use crate::index::wording::Around;
use crate::index::{Index, WriterOptions};
use crate::passage::Passage;
use crate::query::{Expression, Field, Pattern, Query, parse};
use crate::text::{Excerpt, fold};

const WORDS: [&str; 10] = [
    "vote", "votes", "voting", "U.S.", "café", "bridge", "close", "closed", "red", "said",
];

/// Articles of words drawn by a rule that looks like chance.
fn samples() -> Vec<Sample> {
    let mut state = 7_u64;
    let mut draw = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    (0..12)
        .map(|nth| {
            let mut line = |mark: &str| {
                let mut run = |least: usize| {
                    let words: Vec<&str> = (0..least + draw(4))
                        .map(|_| WORDS[draw(WORDS.len())])
                        .collect();
                    words.join(" ")
                };
                let (a, b, c, d) = (run(1), run(1), run(1), run(0));
                (
                    format!("{d} {mark}{a}{mark} {b} {mark}{c}{mark}."),
                    format!("{mark}{a}{mark}"),
                    format!("{mark}{c}{mark}"),
                )
            };
            let fact = line("").0;
            let split = line("“");
            let claim = line("‘");
            let text = format!("{fact}\n{}\n{}\n", split.0, claim.0);
            let headline = WORDS[nth % WORDS.len()];
            Sample::new(&format!("s{nth}"), "2021-01-01", headline, &text)
                .said(true, &["Anna Red", "Red"], &[&split.1, &split.2])
                .said(false, &["Bridge Company"], &[&claim.1])
        })
        .collect()
}

fn searcher() -> &'static Searcher {
    static SEARCHER: OnceLock<Searcher> = OnceLock::new();
    SEARCHER.get_or_init(|| filled(&samples()))
}

/// The same articles and some of them once more under other ids, in an index that knows which passages have mates and in
/// one that does not.
fn pair() -> &'static [Searcher; 2] {
    static PAIR: OnceLock<[Searcher; 2]> = OnceLock::new();
    PAIR.get_or_init(|| {
        let mut all = samples();
        for nth in [1, 5, 3, 1, 8] {
            let mut again = samples().swap_remove(nth);
            again.article.id = format!("again{}", all.len());
            for passage in &mut again.passages {
                passage.id = format!("{}-{}", again.article.id, passage.id);
            }
            all.push(again);
        }
        let knows = filled(&all);
        let mates = Mates::of(&knows.segments).unwrap();
        assert!(knows.mates.set(mates).is_ok());
        [knows, filled(&all)]
    })
}

fn filled(samples: &[Sample]) -> Searcher {
    let index = Index::in_memory().unwrap();
    let mut writer = index
        .writer(WriterOptions {
            threads: 1,
            memory: 1,
        })
        .unwrap();
    for (nth, sample) in samples.iter().enumerate() {
        writer.put(&sample.article, &sample.passages).unwrap();
        if nth == 5 {
            writer.commit().unwrap();
        }
    }
    writer.remove("s3").unwrap();
    writer.commit().unwrap();
    index.searcher().unwrap()
}

fn terms(text: &str) -> Vec<String> {
    let words = fold::words(text).into_iter();
    words.map(|(word, _)| word).collect()
}

fn has(expression: &Expression, sample: &Sample, passage: &Passage) -> bool {
    match expression {
        Expression::Words(pattern) => {
            let Around {
                before,
                among,
                after,
            } = Around::of(passage);
            let cut = |spans| terms(Excerpt::cut(&sample.article.text, spans).text());
            let mut whole = cut(before);
            whole.extend(terms(passage.words.text()));
            whole.extend(cut(after));
            let mut texts = vec![whole, cut(among)];
            texts.extend(names(passage).iter().map(|name| terms(name)));
            texts.push(terms(
                sample.article.headline.as_deref().unwrap_or_default(),
            ));
            texts.iter().any(|text| stands(pattern, text, false))
        }
        Expression::In(Field::Speaker, pattern) => names(passage)
            .iter()
            .any(|name| stands(pattern, &terms(name), true)),
        Expression::In(_, pattern) => stands(
            pattern,
            &terms(sample.article.headline.as_deref().unwrap_or_default()),
            false,
        ),
        Expression::Kind(kind) => kind.as_str() == passage.kind.as_str(),
        Expression::Not(inner) => !has(inner, sample, passage),
        Expression::All(parts) => parts.iter().all(|part| has(part, sample, passage)),
        Expression::Any(parts) => parts.iter().any(|part| has(part, sample, passage)),
        other => unreachable!("{other} is not made here"),
    }
}

fn names(passage: &Passage) -> Vec<String> {
    match passage
        .kind
        .attribution()
        .map(|attribution| &attribution.speaker)
    {
        Some(Speaker::Named(name)) => std::iter::once(&name.full)
            .chain(&name.others)
            .cloned()
            .collect(),
        _ => Vec::new(),
    }
}

fn stands(pattern: &Pattern, text: &[String], verbatim: bool) -> bool {
    let is = |at: usize, slot: &str, how: &Pattern| {
        let Some(word) = text.get(at) else {
            return false;
        };
        match how {
            Pattern::Word(_) if !verbatim => stems::of(slot) == stems::of(word),
            Pattern::Prefix(_) => word.starts_with(slot),
            _ => word == slot,
        }
    };
    let (Pattern::Word(typed)
    | Pattern::Phrase(typed, _)
    | Pattern::Prefix(typed)
    | Pattern::Fuzzy(typed, _)) = pattern;
    let slots: Vec<String> = fold::words(typed)
        .into_iter()
        .map(|(word, _)| word)
        .collect();
    if let Pattern::Phrase(_, within @ 1..) = pattern {
        // Some window that is no wider holds each word, and no two share a place.
        let width = slots.len() + *within as usize;
        return (0..text.len()).any(|from| {
            let mut places: Vec<usize> = Vec::new();
            slots.iter().all(|slot| {
                let place =
                    (from..from + width).find(|&at| is(at, slot, pattern) && !places.contains(&at));
                places.extend(place);
                place.is_some()
            })
        });
    }
    (0..text.len()).any(|from| {
        slots
            .iter()
            .enumerate()
            .all(|(nth, slot)| is(from + nth, slot, pattern))
    })
}

fn typed() -> impl Strategy<Value = String> {
    let word = prop::sample::select(&WORDS[..]).prop_map(str::to_owned);
    let two = (word.clone(), word.clone());
    let leaf = prop_oneof![
        4 => word.clone(),
        2 => two.clone().prop_map(|(a, b)| format!("\"{a} {b}\"")),
        1 => two.clone().prop_filter("two of one word", |(a, b)| a != b).prop_map(|(a, b)| format!("\"{a} {b}\"~2")),
        1 => two.prop_map(|(a, b)| format!("{a}-{b}")),
        1 => Just("clo*".to_owned()),
        1 => Just("v*".to_owned()),
        1 => Just("speaker:anna".to_owned()),
        1 => Just("speaker:\"bridge company\"".to_owned()),
        1 => Just("headline:vote".to_owned()),
        1 => Just("kind:quote".to_owned()),
        1 => Just("kind:fact,claim".to_owned()),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|all| format!("({})", all.join(" "))),
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|any| format!("({})", any.join(" OR "))),
            inner.prop_map(|not| format!("-{not}")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn finds_what_reading_finds(typed in typed()) {
        let expression = parse(&typed).unwrap();
        let mut expected = Vec::new();
        for sample in samples().iter().filter(|sample| sample.article.id != "s3") {
            let found = sample.passages.iter().filter(|passage| has(&expression, sample, passage));
            expected.extend(found.map(|passage| passage.id.clone()));
        }
        expected.sort();
        let query = Query { expression: Some(expression), all: true, limit: 1000, ..Query::default() };
        let hits = searcher().search(&query).unwrap();
        let mut found: Vec<String> = hits.hits.iter().map(|hit| hit.passage.id.clone()).collect();
        found.sort();
        prop_assert_eq!(&found, &expected, "{}", typed);
        prop_assert_eq!(searcher().count(&query).unwrap(), expected.len());
        for hit in &hits.hits {
            for span in &hit.matches {
                prop_assert!(hit.passage.words.text().get(span.start..span.end).is_some_and(|text| !text.is_empty()));
            }
        }
    }

    #[test]
    fn mates_that_are_known_change_no_answer(typed in typed(), offset in 0..4_usize, limit in 0..5_usize, any in prop::bool::ANY) {
        let query = Query { expression: parse(&typed).ok(), offset, limit, any, ..Query::default() };
        let [knows, other] = pair();
        prop_assert_eq!(knows.search(&query).unwrap(), other.search(&query).unwrap(), "{}", typed);
    }
}
