//! A writing that what somebody did made: “the proclamation” of who proclaimed, “the post” of who announced something on a page,
//! “a report” of whom the paragraph below tells to have made it.

use super::Cast;
use super::lexicon::Trait;
use super::phrase::Phrase;
use super::reference::Who;

/// How far back and ahead the sentences are looked through.
const SENTENCES: usize = 6;

impl Cast<'_> {
    /// Who did just now what the writing is called after: "Lee has proclaimed a holiday. The proclamation praises …".
    pub(super) fn did_before(&self, phrase: &Phrase) -> Option<Who> {
        let gloss = &self.gloss;
        let noun = gloss.word(phrase.head);
        // "The institute published its findings. … the report says"
        if is_report(noun) {
            return self.acted_before(phrase, |token| {
                matches!(gloss.word(token), "published" | "released" | "presented")
                    && (token + 1..token + 4).any(|at| is_report(gloss.word(at)))
            });
        }
        let stem = DEEDS.iter().find(|(known, _)| *known == noun)?.1;
        self.acted_before(phrase, |token| {
            let word = gloss.word(token);
            word.starts_with(stem) && word.ends_with("ed")
        })
    }

    /// Who told of something on a page of theirs: "Lee announced it on Instagram. “…,” the post read."
    pub(super) fn told_on_page(&self, phrase: &Phrase) -> Option<Who> {
        const NEAR: usize = 16;
        let gloss = &self.gloss;
        if ![
            "post",
            "message",
            "statement",
            "entry",
            "announcement",
            "thread",
            "caption",
        ]
        .contains(&gloss.word(phrase.head))
        {
            return None;
        }
        self.acted_before(phrase, |token| {
            let (_, end) = gloss.bounds(token);
            let tells = gloss.is_any_of(token, &[Trait::Reports, Trait::Issues]);
            let far = if tells { NEAR } else { 2 };
            let mut behind = token + 1..end.min(token + far);
            let page = behind.any(|at| {
                gloss.word(at) == "on"
                    && (is_network(gloss.word(at + 1))
                        || matches!(gloss.word(at + 2), "website" | "blog" | "page" | "channel"))
            });
            page && (tells || gloss.document.is_finite_verb(token))
        })
    }

    /// The subject of the last verb before a writing of which `does` holds, past what is quoted.
    fn acted_before(&self, phrase: &Phrase, does: impl Fn(usize) -> bool) -> Option<Who> {
        let gloss = &self.gloss;
        let here = gloss.sentence(phrase.tokens.start);
        (here.saturating_sub(SENTENCES)..here)
            .rev()
            .find_map(|nth| {
                let tokens = gloss.document.sentences.get(nth)?.tokens.clone();
                let verb = (tokens.clone().skip(1))
                    .find(|token| gloss.quotation(*token).is_none() && does(*token))?;
                self.subject_before(verb, tokens.start)
            })
    }

    /// Who made what the first paragraphs only call “a report” or “a post”, as the sentences below tell: "… according to a report.
    /// The study by the Guild of Hands found …", "Lee, who owns it, wrote the post on Friday."
    pub(super) fn made_below(&self, phrase: &Phrase) -> Option<Who> {
        const NEAR: usize = 4;
        let gloss = &self.gloss;
        let noun = gloss.word(phrase.head);
        let here = gloss.sentence(phrase.head);
        let sentences = &gloss.document.sentences;
        let last = sentences.len().min(here + 1 + SENTENCES);
        (here + 1..last).find_map(|nth| {
            let tokens = sentences[nth].tokens.clone();
            if gloss.quotation(tokens.start).is_some() {
                return None;
            }
            // "The new research, by the Guild of Hands,"
            let mut near = tokens.start + 1..tokens.end.min(tokens.start + NEAR);
            let head = near.find(|token| is_alike(noun, gloss.word(*token)));
            if let Some(head) = head.filter(|_| gloss.word(tokens.start) == "The")
                && let Some(who) = self.maker_behind(head + 1, tokens.end)
            {
                return Some(who);
            }
            // "Lee wrote the post"
            let written = tokens.clone().skip(2).find(|token| {
                gloss.word(*token) == noun
                    && gloss.word(*token - 1) == "the"
                    && super::author::WRITES.contains(&gloss.word(*token - 2))
            })?;
            self.subject_before(written - 2, tokens.start)
        })
    }

    /// "The report by the Guild", "The review, led by Lee,".
    fn maker_behind(&self, from: usize, end: usize) -> Option<Who> {
        let gloss = &self.gloss;
        let comma = usize::from(gloss.word(from) == ",");
        let led = [
            "led",
            "chaired",
            "written",
            "commissioned",
            "produced",
            "carried",
            "issued",
        ]
        .contains(&gloss.word(from + comma));
        let made = matches!(gloss.word(from + comma), "by" | "from") || led;
        made.then(|| self.issuer_behind(from, end))
            .flatten()
            .map(|(who, _)| who)
    }
}

/// Whether two nouns may mean one writing: a report is a study, and a letter is no report.
fn is_alike(one: &str, other: &str) -> bool {
    one == other || is_report(one) && is_report(other)
}

/// Whether a noun is what somebody found out and wrote down.
fn is_report(noun: &str) -> bool {
    [
        "report",
        "study",
        "review",
        "research",
        "inquiry",
        "survey",
        "analysis",
        "findings",
        "paper",
        "assessment",
    ]
    .contains(&noun)
}

/// Where people post.
fn is_network(word: &str) -> bool {
    [
        "Bluesky",
        "Facebook",
        "Instagram",
        "LinkedIn",
        "Mastodon",
        "Telegram",
        "Threads",
        "TikTok",
        "Twitter",
        "WeChat",
        "Weibo",
        "X",
        "YouTube",
        "social",
    ]
    .contains(&word)
}

/// Writings, each with the stem of the verb that makes it.
const DEEDS: [(&str, &str); 18] = [
    ("announcement", "announc"),
    ("apology", "apologi"),
    ("appeal", "appeal"),
    ("complaint", "complain"),
    ("declaration", "declar"),
    ("denial", "deni"),
    ("invitation", "invit"),
    ("order", "order"),
    ("petition", "petition"),
    ("pledge", "pledg"),
    ("proclamation", "proclaim"),
    ("proposal", "propos"),
    ("recommendation", "recommend"),
    ("reply", "repli"),
    ("resolution", "resolv"),
    ("response", "respond"),
    ("ruling", "rul"),
    ("warning", "warn"),
];

#[cfg(test)]
mod tests {
    use crate::split::cast::writing::tests::case;
    use crate::split::tests::spoken;

    #[test]
    fn what_is_called_after_a_deed() {
        case(
            "Mayor Dora Pell has proclaimed Friday Crane Day. The proclamation praises “Still up and in paint”.",
            "Dora Pell",
        );
        case(
            "Dora Pell apologised on Friday. “Still up,” the apology read.",
            "Dora Pell",
        );
        case(
            "The Guild of Hands published its findings on Friday. “Still up,” the report says.",
            "Guild of Hands",
        );
    }

    #[test]
    fn who_told_it_on_a_page() {
        case(
            "Dora Pell announced it on Instagram on Monday.\n\n“Still up,” the post read.",
            "Dora Pell",
        );
    }

    #[test]
    fn who_made_it_is_told_below() {
        let lead = "Cranes have been “left to rust”, according to a report published today.\n\n";
        spoken(
            &format!("{lead}The study by the Guild of Hands, a charity, looked at nine."),
            "left to rust",
            "Guild of Hands",
        );
        spoken(
            &format!("{lead}The independent review, led by Dame Dora Pell, looked at nine."),
            "left to rust",
            "Dora Pell",
        );
        spoken(
            &format!("{lead}The letter by the Guild of Hands is short."),
            "left to rust",
            "-",
        );
        spoken(
            "An owner has no regrets about a post telling guests to “leave the dog outside”.\n\nDora Pell, who has run the Blue \
             Lamp on Quay Street since May, wrote the post on Friday.",
            "leave the dog",
            "Dora Pell",
        );
    }
}
