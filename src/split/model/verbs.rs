//! Verbs and nouns that report, by lemma: a hint to the model, never a condition.

use super::lemma::lemma;
use super::tag::Tag;

/// Verbs in the base form.
const VERBS: &[&str] = &[
    "accuse", "acknowledge", "add", "address", "admit", "advise", "advocate", "affirm", "agree", "allege", "announce", "answer",
    "anticipate", "apologize", "appeal", "argue", "ask", "assail", "assert", "assume", "assure", "attack", "authorize", "back", "bash",
    "beg", "believe", "blame", "blast", "boast", "brag", "call", "caution", "challenge", "charge", "cite", "claim", "clarify",
    "comment", "complain", "concede", "conclude", "condemn", "confess", "confirm", "consider", "contend", "continue", "contradict",
    "counter", "criticize", "declare", "decry", "defend", "demand", "denounce", "deny", "deride", "describe", "disagree", "disclose",
    "discuss", "dismiss", "dispute", "doubt", "echo", "emphasize", "endorse", "estimate", "exclaim", "expect", "explain", "express",
    "fear", "feel", "find", "forecast", "guarantee", "guess", "hail", "highlight", "hint", "hope", "imply", "indicate", "inform",
    "insist", "insult", "invoke", "joke", "know", "lambaste", "lament", "maintain", "mention", "mock", "note", "object", "observe",
    "offer", "oppose", "order", "pledge", "plead", "point", "portray", "praise", "predict", "proclaim", "promise", "propose", "protest", "quip",
    "quote", "read", "reaffirm", "recall", "recommend", "recount", "refer", "reiterate", "reject", "relate", "remark", "remember", "remind",
    "repeat", "reply", "report", "request", "respond", "reveal", "say", "scold", "see", "show", "signal", "slam", "speculate",
    "state", "stress", "suggest", "suspect", "swear", "tell", "testify", "think", "threaten", "tout", "tweet", "urge", "view",
    "voice", "vote", "vow", "want", "warn", "welcome", "wonder", "worry", "write", "yell", "post", "retort",
];

/// Nouns that name a statement.
const NOUNS: &[&str] = &[
    "accusation", "admission", "advice", "allegation", "announcement", "argument", "assertion", "assessment", "belief", "call",
    "charge", "claim", "comment", "complaint", "concern", "criticism", "decision", "demand", "expectation", "fear", "hope", "idea",
    "notion", "plan", "pledge", "poll", "promise", "proposal", "question", "remark", "report", "request", "statement", "suggestion",
    "threat", "warning",
];

/// The lemmas, cut as [`lemma`] cuts them, in order.
#[derive(Debug)]
pub struct Reporting {
    verbs: Vec<&'static str>,
    nouns: Vec<&'static str>,
}

impl Default for Reporting {
    fn default() -> Self {
        let cut = |words: &[&'static str], tag| {
            let mut lemmas: Vec<_> = words.iter().map(|word| lemma(word, tag)).collect();
            lemmas.sort_unstable();
            lemmas
        };
        Self {
            verbs: cut(VERBS, Tag::VB),
            nouns: cut(NOUNS, Tag::NN),
        }
    }
}

impl Reporting {
    /// 1 for a verb that reports, 2 for a noun that does, else 0.
    pub fn kind(&self, lemma: &str, tag: Tag) -> u32 {
        if tag.is_verb() && self.verbs.binary_search(&lemma).is_ok() {
            1
        } else if tag.is_noun() && self.nouns.binary_search(&lemma).is_ok() {
            2
        } else {
            0
        }
    }
}
