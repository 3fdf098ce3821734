//! A parse: which word each word of a sentence depends on, and how.
//!
//! Words go from a buffer to a stack; a word leaves the stack when its head is found, the word before it on the stack or the
//! next one in the buffer ("arc-hybrid"). One pass, no search.

use super::slots::Slots;
use super::table::Table;
use super::tag::Tag;
use super::word::Word;

macro_rules! relations {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// How a word depends on its head.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        #[expect(missing_docs, reason = "the treebanks' own names")]
        #[repr(u8)]
        pub enum Relation { #[default] $($name),* }

        impl Relation {
            /// Every relation, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The relation that a treebank writes so, subtypes that say nothing here left out.
            pub fn parse(text: &str) -> Self {
                let main = text.split(':').next().unwrap_or(text);
                match text { $($text => Self::$name,)* _ => match main { $($text => Self::$name,)* _ => Self::Dep } }
            }
        }
    };
}

relations! {
    Dep = "dep", Root = "root", Subject = "nsubj", SubjectPassive = "nsubj:pass", Object = "obj", Indirect = "iobj", ClauseSubject = "csubj",
    Ccomp = "ccomp", Xcomp = "xcomp", Oblique = "obl", Vocative = "vocative", Expletive = "expl", Dislocated = "dislocated",
    Adverbial = "advcl", Adverb = "advmod", Discourse = "discourse", Auxiliary = "aux", AuxiliaryPassive = "aux:pass", Copula = "cop",
    Mark = "mark", Nominal = "nmod", Possessor = "nmod:poss", Apposition = "appos", Number = "nummod", Clause = "acl", Relative = "acl:relcl",
    Adjective = "amod", Determiner = "det", Case = "case", Conjunct = "conj", Conjunction = "cc", Fixed = "fixed", Flat = "flat",
    Compound = "compound", Particle = "compound:prt", List = "list", Parataxis = "parataxis", Orphan = "orphan", GoesWith = "goeswith",
    Punctuation = "punct",
}

/// Room for a weight for each relation in a row.
pub const LANES: usize = 48;

/// What can be done next: the next word goes on the stack; the top of the stack depends on the next word, or on the word below it.
pub const SHIFT: usize = 0;
/// See [`SHIFT`].
pub const LEFT: usize = 1;
/// See [`SHIFT`].
pub const RIGHT: usize = 2;

/// Weights for what to do next, and for the relations.
#[derive(Debug, Clone, Default)]
pub struct Parser {
    /// One lane for each of the three.
    pub actions: Table<4>,
    /// One lane a relation.
    pub relations: Table<LANES>,
}

/// No word.
pub const NONE: u16 = u16::MAX;

/// A sentence and what is known of its tree.
#[derive(Debug, Default)]
pub struct State {
    /// The words' letters and parts of speech.
    low: Vec<u32>,
    tag: Vec<u32>,
    /// The words that wait for their head.
    pub stack: Vec<u16>,
    /// The next word; the number of words stands for the root.
    pub next: u16,
    /// The head of each word, [`NONE`] while unknown; of the root's child, the number of words.
    pub heads: Vec<u16>,
    /// How each word depends on it.
    pub relations: Vec<Relation>,
    /// The outermost two children on each side.
    left: Vec<[u16; 2]>,
    right: Vec<[u16; 2]>,
    /// The relations of the children on each side, a bit each, and how many they are.
    sets: Vec<[u64; 2]>,
    counts: Vec<[u32; 2]>,
}

impl State {
    /// Begins a sentence.
    pub fn begin(&mut self, words: &[Word], tags: &[Tag]) {
        let len = words.len();
        self.low.clear();
        self.low
            .extend(words.iter().map(|word| word.low).chain([1]));
        self.tag.clear();
        self.tag
            .extend(tags.iter().map(|&tag| tag as u32).chain([90]));
        self.stack.clear();
        self.next = 0;
        self.heads.clear();
        self.heads.resize(len, NONE);
        self.relations.clear();
        self.relations.resize(len, Relation::Dep);
        self.left.clear();
        self.left.resize(len + 1, [NONE; 2]);
        self.right.clear();
        self.right.resize(len + 1, [NONE; 2]);
        self.sets.clear();
        self.sets.resize(len + 1, [0; 2]);
        self.counts.clear();
        self.counts.resize(len + 1, [0; 2]);
    }

    /// The number of words, which is the root's number too.
    pub fn root(&self) -> u16 {
        u16::try_from(self.heads.len()).unwrap_or(NONE)
    }

    /// Whether all words have their heads.
    pub fn is_done(&self) -> bool {
        self.next == self.root() && self.stack.is_empty()
    }

    /// Whether `action` can be done.
    pub fn allows(&self, action: usize) -> bool {
        match action {
            SHIFT => self.next < self.root(),
            // Only one word depends on the root.
            LEFT => !self.stack.is_empty() && (self.next < self.root() || self.stack.len() == 1),
            _ => self.stack.len() > 1,
        }
    }

    /// The arc that `action` would draw: head and dependent.
    pub fn arc(&self, action: usize) -> Option<(u16, u16)> {
        let top = *self.stack.last()?;
        match action {
            LEFT => Some((self.next, top)),
            RIGHT => Some((*self.stack.get(self.stack.len().checked_sub(2)?)?, top)),
            _ => None,
        }
    }

    /// Does `action`.
    pub fn act(&mut self, action: usize, relation: Relation) {
        let Some((head, word)) = self.arc(action) else {
            self.stack.push(self.next);
            self.next += 1;
            return;
        };
        self.stack.pop();
        self.heads[word as usize] = head;
        self.relations[word as usize] = relation;
        let (head, side) = (head as usize, usize::from(action == RIGHT));
        let children = if side == 0 {
            &mut self.left[head]
        } else {
            &mut self.right[head]
        };
        children[1] = children[0];
        children[0] = word;
        self.sets[head][side] |= 1 << relation as u64;
        self.counts[head][side] += 1;
    }

    fn low(&self, word: u16) -> u32 {
        self.low.get(word as usize).copied().unwrap_or(0)
    }

    fn tag(&self, word: u16) -> u32 {
        self.tag.get(word as usize).copied().unwrap_or(91)
    }

    fn relation(&self, word: u16) -> u32 {
        self.relations
            .get(word as usize)
            .map_or(91, |&relation| relation as u32)
    }

    fn child(&self, word: u16, side: usize, nth: usize) -> u16 {
        let children = if side == 0 { &self.left } else { &self.right };
        children
            .get(word as usize)
            .map_or(NONE, |children| children[nth])
    }

    fn set(&self, word: u16, side: usize) -> u32 {
        let set = self.sets.get(word as usize).map_or(0, |sets| sets[side]);
        (set ^ (set >> 32)) as u32
    }

    fn count(&self, word: u16, side: usize) -> u32 {
        self.counts
            .get(word as usize)
            .map_or(0, |counts| counts[side].min(4))
    }
}

impl Parser {
    /// Parses the words of one sentence; what comes out is in `state`.
    pub fn parse(&self, words: &[Word], tags: &[Tag], state: &mut State) {
        state.begin(words, tags);
        let mut slots = Vec::with_capacity(96);
        while !state.is_done() {
            let action = self.best(state, &mut slots);
            let relation = match state.arc(action) {
                Some((head, word)) => self.relation(state, head, word, &mut slots),
                None => Relation::Dep,
            };
            state.act(action, relation);
        }
    }

    fn best(&self, state: &State, slots: &mut Vec<u32>) -> usize {
        let allowed = [SHIFT, LEFT, RIGHT].map(|action| state.allows(action));
        if let Some(only) = only(allowed) {
            return only;
        }
        slots.clear();
        action_templates(state, &mut Slots::new(slots, self.actions.bits()));
        best_action(&self.actions.score(slots), allowed)
    }

    fn relation(&self, state: &State, head: u16, word: u16, slots: &mut Vec<u32>) -> Relation {
        if head == state.root() {
            return Relation::Root;
        }
        slots.clear();
        relation_templates(
            state,
            head,
            word,
            &mut Slots::new(slots, self.relations.bits()),
        );
        best_relation(&self.relations.score(slots))
    }
}

/// The action that is allowed when no other is.
pub fn only(allowed: [bool; 3]) -> Option<usize> {
    match allowed {
        [true, false, false] => Some(SHIFT),
        [false, true, false] => Some(LEFT),
        [false, false, true] => Some(RIGHT),
        _ => None,
    }
}

/// The allowed action with the highest score.
pub fn best_action(scores: &[f32; 4], allowed: [bool; 3]) -> usize {
    let mut best = (SHIFT, f32::MIN);
    for action in [SHIFT, LEFT, RIGHT] {
        if allowed[action] && scores[action] > best.1 {
            best = (action, scores[action]);
        }
    }
    best.0
}

/// The relation with the highest score, the root's excepted.
pub fn best_relation(scores: &[f32; LANES]) -> Relation {
    let mut best = (Relation::Dep, f32::MIN);
    for (&relation, &score) in Relation::ALL.iter().zip(scores) {
        if score > best.1 && relation != Relation::Root {
            best = (relation, score);
        }
    }
    best.0
}

const fn step(distance: u32) -> u32 {
    match distance {
        0..=4 => distance,
        5..=7 => 5,
        8..=12 => 6,
        _ => 7,
    }
}

/// What the choice of the next action looks at.
pub fn action_templates(state: &State, slots: &mut Slots<'_>) {
    let from_top = |nth: usize| {
        let at = state.stack.len().checked_sub(nth + 1);
        at.map_or(NONE, |at| state.stack[at])
    };
    let (s0, s1, s2) = (from_top(0), from_top(1), from_top(2));
    let (b0, b1, b2) = (state.next, state.next + 1, state.next + 2);
    let [s0w, s1w, b0w, b1w, b2w] = [s0, s1, b0, b1, b2].map(|word| state.low(word));
    let [s0t, s1t, s2t, b0t, b1t, b2t] = [s0, s1, s2, b0, b1, b2].map(|word| state.tag(word));
    let apart = if s0 == NONE {
        9
    } else {
        step(u32::from(b0 - s0))
    };
    let below = if s1 == NONE {
        9
    } else {
        step(u32::from(s0 - s1))
    };
    let (s0l, s0r, s1l, s1r, b0l) = (
        state.child(s0, 0, 0),
        state.child(s0, 1, 0),
        state.child(s1, 0, 0),
        state.child(s1, 1, 0),
        state.child(b0, 0, 0),
    );

    slots.add([s0w]);
    slots.add([s0t]);
    slots.add([s0w, s0t]);
    slots.add([s1w]);
    slots.add([s1t]);
    slots.add([s1w, s1t]);
    slots.add([b0w]);
    slots.add([b0t]);
    slots.add([b0w, b0t]);
    slots.add([b1w, b1t]);
    slots.add([b1t]);
    slots.add([b2w]);
    slots.add([s2t, s1t]);

    slots.add([s0w, s0t, b0w, b0t]);
    slots.add([s0w, s0t, b0t]);
    slots.add([s0t, b0w, b0t]);
    slots.add([s0w, b0w]);
    slots.add([s0t, b0t]);
    slots.add([b0t, b1t]);
    slots.add([b0w, b1t]);
    slots.add([b0t, b1w]);
    slots.add([s0w, b1t]);
    slots.add([s1w, s0w]);
    slots.add([s1t, s0t]);
    slots.add([s1t, s0w]);
    slots.add([s1w, s0t]);
    slots.add([s1t, b0t]);
    slots.add([s1w, b0t]);
    slots.add([s1t, b0w]);
    slots.add([s1w, b0w]);

    slots.add([b0t, b1t, b2t]);
    slots.add([s0t, b0t, b1t]);
    slots.add([s0t, b0t, b1t, b2t]);
    slots.add([s1t, s0t, b0t]);
    slots.add([s2t, s1t, s0t]);
    slots.add([s1t, s0t, b0t, b1t]);
    slots.add([s2t, s1t, s0t, b0t]);
    slots.add([s1w, s0t, b0t]);
    slots.add([s1t, s0w, b0t]);
    slots.add([s1t, s0t, b0w]);

    slots.add([apart, s0w]);
    slots.add([apart, s0t, b0t]);
    slots.add([apart, b0w]);
    slots.add([below, s1t, s0t]);
    slots.add([below, s1t, s0t, b0t]);
    slots.add([below, s1w]);

    slots.add([s0t, state.count(s0, 0), state.count(s0, 1)]);
    slots.add([s0w, state.count(s0, 0), state.count(s0, 1)]);
    slots.add([b0t, state.count(b0, 0)]);
    slots.add([s1t, state.count(s1, 1), s0t]);

    slots.add([state.tag(s0l), s0t, b0t]);
    slots.add([state.tag(s0r), s0t, b0t]);
    slots.add([state.tag(b0l), s0t, b0t]);
    slots.add([state.tag(s1r), s1t, s0t]);
    slots.add([state.tag(s1l), s1t, s0t]);
    slots.add([state.low(s0l), s0t]);
    slots.add([state.low(s0r), s0t]);
    slots.add([state.low(b0l), b0t]);
    slots.add([state.relation(s0l), state.relation(s0r), s0t]);
    slots.add([state.relation(b0l), b0t, s0t]);
    slots.add([state.relation(s1r), s1t, s0t]);
    slots.add([state.tag(state.child(s0, 0, 1)), state.tag(s0l), s0t]);
    slots.add([state.tag(state.child(s0, 1, 1)), state.tag(s0r), s0t]);

    slots.add([state.set(s0, 0), s0t, b0t]);
    slots.add([state.set(s0, 1), s0t, b0t]);
    slots.add([state.set(s0, 0), s0w]);
    slots.add([state.set(s0, 1), s0w]);
    slots.add([state.set(b0, 0), b0t, s0t]);
    slots.add([state.set(s1, 1), s1t, s0t]);
    slots.add([state.set(s1, 0), s1t, s0t]);
    slots.add([state.set(s1, 1), s1w]);
    slots.add([state.set(s0, 0), state.set(s0, 1), s0t, s1t]);
}

/// What the choice of a relation looks at.
pub fn relation_templates(state: &State, head: u16, word: u16, slots: &mut Slots<'_>) {
    let (hw, ht, w, t) = (
        state.low(head),
        state.tag(head),
        state.low(word),
        state.tag(word),
    );
    let side = u32::from(head < word);
    let far = side * 16 + step(u32::from(head.abs_diff(word)));
    let near = |word: u16, by: i16| state.tag(word.checked_add_signed(by).unwrap_or(NONE));
    let (left, right) = (state.child(word, 0, 0), state.child(word, 1, 0));
    let inner = state.child(word, 0, 1);
    let (hl, hr) = (state.set(head, 0), state.set(head, 1));

    slots.add([ht, t, side]);
    slots.add([hw, t, side]);
    slots.add([ht, w, side]);
    slots.add([hw, w, side]);
    slots.add([ht, t, far]);
    slots.add([w]);
    slots.add([hw, side]);
    slots.add([t, far]);
    slots.add([t, near(word, -1), near(word, 1), side]);
    slots.add([t, near(word, -1), ht, side]);
    slots.add([t, near(word, 1), ht, side]);
    slots.add([ht, near(head, -1), near(head, 1), t, side]);
    slots.add([state.low(left), t, ht, side]);
    slots.add([state.low(left), hw, side]);
    slots.add([state.low(inner), t, ht, side]);
    slots.add([state.low(right), t, side]);
    slots.add([state.tag(left), state.tag(right), t, ht, side]);
    slots.add([state.set(word, 0), t, ht, side]);
    slots.add([state.set(word, 1), t, ht, side]);
    slots.add([state.set(word, 0), hw, side]);
    slots.add([hl, hr, t, side]);
    slots.add([hr, ht, t, side]);
    slots.add([hl, ht, t, side]);
    slots.add([hl, hw, t, side]);
    slots.add([hr, hw, t, side]);
    slots.add([state.relation(state.child(head, 1, 0)), ht, t, side]);
    slots.add([state.relation(state.child(head, 0, 0)), ht, t, side]);
    slots.add([state.low(word.wrapping_sub(1)), t, ht, side]);
}
