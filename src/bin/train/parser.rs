//! The averaged perceptron that trains the parser on what it does itself, its mistakes included.

use onrecord::split::model::parse::{
    self, LANES, LEFT, NONE, Parser, RIGHT, Relation, SHIFT, State, action_templates, best_action,
    best_relation, relation_templates,
};
use onrecord::split::model::slots::Slots;
use onrecord::split::model::table::Table;
use onrecord::split::model::tag::Tag;

use crate::perceptron::{Averaged, looks};
use crate::random::Random;
use crate::ud;

const ACTION_BITS: u32 = 19;
const RELATION_BITS: u32 = 15;
const EPOCHS: usize = 10;

/// Learns from `sentences`, tagged with `tags`.
pub fn parser(sentences: &[Vec<ud::Word>], tags: &[Vec<Tag>]) -> Parser {
    let mut actions: Averaged<4> = Averaged::new(ACTION_BITS);
    let mut relations: Averaged<LANES> = Averaged::new(RELATION_BITS);
    let words: Vec<_> = sentences.iter().map(|sentence| looks(sentence)).collect();
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = Random::new(2);
    let mut state = State::default();
    let mut slots = Vec::new();
    for epoch in 0..EPOCHS {
        random.shuffle(&mut order);
        for &nth in &order {
            let gold = &sentences[nth];
            state.begin(&words[nth], &tags[nth]);
            actions.step += 1.0;
            relations.step += 1.0;
            while !state.is_done() {
                let allowed = [SHIFT, LEFT, RIGHT].map(|action| state.allows(action));
                let action = parse::only(allowed).unwrap_or_else(|| {
                    slots.clear();
                    action_templates(&state, &mut Slots::new(&mut slots, ACTION_BITS));
                    let scores = actions.score(&slots);
                    let guess = best_action(&scores, allowed);
                    let costs = [SHIFT, LEFT, RIGHT].map(|action| {
                        if allowed[action] {
                            cost(&state, gold, action)
                        } else {
                            u32::MAX
                        }
                    });
                    let least = costs.iter().copied().min().unwrap_or(0);
                    let good = best_action(&scores, costs.map(|cost| cost == least));
                    if costs[guess] != least {
                        actions.update(&slots, good, guess);
                    }
                    if epoch < 2 || random.below(10) == 0 {
                        good
                    } else {
                        guess
                    }
                });
                let relation = match state.arc(action) {
                    Some((head, word)) if head != state.root() => {
                        slots.clear();
                        relation_templates(
                            &state,
                            head,
                            word,
                            &mut Slots::new(&mut slots, RELATION_BITS),
                        );
                        let guess = best_relation(&relations.score(&slots));
                        let truth = gold[word as usize].relation;
                        if gold[word as usize].head == head
                            && truth != guess
                            && truth != Relation::Root
                        {
                            relations.update(&slots, truth as usize, guess as usize);
                        }
                        guess
                    }
                    Some(_) => Relation::Root,
                    None => Relation::Dep,
                };
                state.act(action, relation);
            }
        }
    }
    Parser {
        actions: Table::round(&actions.average()),
        relations: Table::round(&relations.average()),
    }
}

/// How many right arcs `action` puts out of reach.
fn cost(state: &State, gold: &[ud::Word], action: usize) -> u32 {
    let next = state.next;
    let Some(&top) = state.stack.last() else {
        return 0;
    };
    let head = |word: u16| gold.get(word as usize).map_or(NONE, |word| word.head);
    let waits = |word: u16| next <= word && word != NONE;
    let children_ahead = || {
        (next as usize..gold.len())
            .filter(|&at| gold[at].head == top)
            .count() as u32
    };
    match action {
        LEFT => {
            let below = state.stack.len().checked_sub(2).map(|at| state.stack[at]);
            let lost = (waits(head(top)) && head(top) != next) || below == Some(head(top));
            u32::from(lost) + children_ahead()
        }
        RIGHT => u32::from(waits(head(top))) + children_ahead(),
        _ => {
            let stack = &state.stack;
            let under = stack[..stack.len() - 1].contains(&head(next));
            let children = stack.iter().filter(|&&word| head(word) == next).count() as u32;
            u32::from(under) + children
        }
    }
}

/// The shares of words of `sentences` that get their head, and their head and relation; punctuation is not counted.
pub fn accuracy(parser: &Parser, sentences: &[Vec<ud::Word>], tags: &[Vec<Tag>]) -> (f32, f32) {
    let (mut heads, mut both, mut all) = (0.0, 0.0, 0.0);
    let mut state = State::default();
    for (sentence, tags) in sentences.iter().zip(tags) {
        parser.parse(&looks(sentence), tags, &mut state);
        for (at, word) in sentence.iter().enumerate() {
            if word.relation != Relation::Punctuation {
                all += 1.0;
                let right = state.heads[at] == word.head;
                heads += f32::from(right);
                both += f32::from(right && state.relations[at] == word.relation);
            }
        }
    }
    (heads / all, both / all)
}
