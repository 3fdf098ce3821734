//! An account: the handle that somebody posts from, and whose it is.

use std::collections::HashMap;
use std::ops::Range;

use super::coreference::third_person;
use super::gloss::{Case, Gloss};
use super::lexicon::Trait;
use super::member::Member;
use super::mention::Mention;
use super::reference::{Form, Who};
use super::{Cast, Identity};
use crate::attribution::{self, Speaker};

/// Ties accounts to the names they stand behind: "Ann Lee (@annlee)".
pub(super) fn accounts(
    gloss: &Gloss,
    mentions: &[Mention],
    named: &[Option<usize>],
    members: &mut [Member],
    handles: &mut HashMap<String, usize>,
) {
    for token in 0..gloss.len() {
        let word = gloss.word(token);
        if gloss.case(token) != Case::None || !word.starts_with('@') || word.len() < 3 {
            continue;
        }
        let after = mentions.partition_point(|mention| mention.tokens.end <= token);
        let beside = after.checked_sub(1).filter(|nth| {
            let end = mentions[*nth].tokens.end;
            // "On Murmur, @annlee": where somebody posts is not who.
            let before = mentions[*nth].tokens.start.wrapping_sub(1);
            let led = gloss.is(before, Trait::Preposition) && gloss.word(end) == ",";
            end == token || end + 1 == token && matches!(gloss.word(end), "(" | "," | "|") && !led
        });
        let plain: String = word
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        let member = beside.and_then(|nth| named[nth]).or_else(|| {
            // "@realAnnLee" holds the whole name.
            members.iter().position(|member| {
                member
                    .names
                    .iter()
                    .any(|name| name.words.len() > 1 && is_called(&plain, name.keys()))
            })
        });
        if let Some(member) = member {
            members[member].add_form(word);
            handles.insert(plain, member);
        }
    }
}

/// Whether the account `plain` is a whole name, or its first and last of three words or more, and at most what people add to
/// their own: "realannlee", "annlee" of Ann Mary Lee, not "annleefan".
fn is_called(plain: &str, name: &[String]) -> bool {
    const ADDED: [&str; 18] = [
        "", "real", "the", "official", "mp", "msp", "md", "rep", "sen", "dr", "actual", "iam",
        "its", "mr", "ms", "uk", "hq", "fc",
    ];
    let own = |name: &str| {
        plain.split_once(name).is_some_and(|(before, behind)| {
            let behind = behind.trim_end_matches(|c: char| c.is_ascii_digit());
            ADDED.contains(&before) && ADDED.contains(&behind)
        })
    };
    let ends = || match name {
        [first, _, .., last] => own(&format!("{first}{last}")),
        _ => false,
    };
    own(&name.concat()) || ends()
}

/// Whether nobody but a player or a poster is called so: "gre3nfork", "orr_".
fn is_pseudonym(word: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let within = word.trim_end_matches(digit);
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && (word.contains('_') || within.contains(digit) && within.len() > 4)
}

impl Cast<'_> {
    /// Who posts from the account that a source means and that no name goes with: "A user posting as @oldharbour", "the
    /// caption", "the original poster".
    pub(super) fn account(&self, tokens: &Range<usize>) -> Option<Identity> {
        let token = self
            .account_in(tokens)
            .or_else(|| self.account_before(tokens.start))
            .or_else(|| self.account_behind(tokens.end))
            .or_else(|| self.account_meant(tokens))
            .or_else(|| self.account_of_poster(tokens))?;
        Some(self.of_account(token))
    }

    /// Who posts from the one account that a source names.
    pub(super) fn account_posting(&self, tokens: &Range<usize>) -> Option<Identity> {
        self.account_in(tokens).map(|token| self.of_account(token))
    }

    /// Who posts from the account that ends a source behind a comma, or behind what such people are called: "the café’s own
    /// account, @oldharbour", "the user @oldharbour".
    pub(super) fn account_apposed(&self, tokens: &Range<usize>) -> Option<Identity> {
        let last = tokens.end.checked_sub(1)?;
        let before = self.gloss.word(last.checked_sub(1)?);
        let user = matches!(before, "user" | "account" | "handle" | "poster" | "blogger");
        let apposed = last > tokens.start + 1 && before == "," || last > tokens.start && user;
        (apposed && self.is_handle(last)).then(|| self.of_account(last))
    }

    fn of_account(&self, token: usize) -> Identity {
        if let Some((Who::Member(member), why)) = self.read_word(token) {
            return self.named(member, why);
        }
        Identity {
            speaker: Speaker::Named(attribution::Name {
                full: self.gloss.word(token).to_owned(),
                others: Vec::new(),
            }),
            why: "account",
        }
    }

    fn is_handle(&self, token: usize) -> bool {
        let word = self.gloss.word(token);
        word.len() > 2 && (word.starts_with('@') || is_pseudonym(word))
    }

    /// The one account among `tokens`.
    fn account_in(&self, tokens: &Range<usize>) -> Option<usize> {
        let mut handles = tokens.clone().filter(|token| self.is_handle(*token));
        let Some(only) = handles.next() else {
            return self.account_called(tokens);
        };
        if handles.next().is_some() {
            return None;
        }
        // "replying to @oldharbour" is somebody else.
        let other = [
            "to", "at", "with", "against", "for", "of", "about", "on", "and", "or", "than",
            "behind",
        ];
        let posts = tokens.start == only || !other.contains(&self.gloss.word(only - 1));
        posts.then_some(only)
    }

    /// "an account called Hedgewatcher", "a reader calling herself mossfan88", "a user, under the name Mudlark".
    fn account_called(&self, tokens: &Range<usize>) -> Option<usize> {
        let gloss = &self.gloss;
        let is = |token: usize, words: &[&str]| words.contains(&gloss.word(token));
        let user = || {
            tokens
                .clone()
                .any(|token| USERS.contains(&gloss.word(token)))
        };
        let name = tokens.clone().skip(2).find(|&token| {
            let (led, before) = (token - 1, token - 2);
            let called = is(led, &["called", "named", "nicknamed"]) && is(before, &USERS);
            let calling = is(led, &["himself", "herself", "themselves", "itself"])
                && is(before, &["calling", "signing", "styling", "naming"]);
            let posting = is(led, &["as", "by"])
                && is(
                    before,
                    &[
                        "posting",
                        "writing",
                        "commenting",
                        "goes",
                        "going",
                        "posts",
                        "writes",
                    ],
                );
            let handle = is(
                led,
                &["handle", "name", "username", "nickname", "pseudonym"],
            ) && is(before, &["the", "username", "user"])
                && user();
            called || calling || posting || handle
        })?;
        let ends = name + 1 == tokens.end || matches!(gloss.word(name + 1), "," | ")");
        let word = gloss.word(name);
        let grammar = gloss.entry(name).is_grammar();
        (ends && !grammar && word.len() > 2 && word.starts_with(char::is_alphanumeric))
            .then_some(name)
    }

    /// The account of whoever was told to post from it: "A sailor who posts as @oldharbour … | the sailor |".
    fn account_of_poster(&self, tokens: &Range<usize>) -> Option<usize> {
        // The work stays linear.
        const FAR: usize = 300;
        const NEAR: usize = 10;
        let gloss = &self.gloss;
        let noun = gloss.word(tokens.start + 1);
        if tokens.len() != 2 || !gloss.word(tokens.start).eq_ignore_ascii_case("the") {
            return None;
        }
        let told = (tokens.start.saturating_sub(FAR)..tokens.start)
            .rev()
            .find(|&token| {
                let new = matches!(
                    gloss.word(token.wrapping_sub(1)),
                    "A" | "a" | "An" | "an" | "One" | "one"
                );
                new && gloss.word(token) == noun && gloss.quotation(token).is_none()
            })?;
        let (_, end) = gloss.bounds(told);
        let mut behind = told + 1..end.min(told + NEAR);
        let posts = ["who", ",", "posting", "writing", "known", "with"];
        posts
            .contains(&gloss.word(told + 1))
            .then(|| behind.find(|token| gloss.word(*token).starts_with('@')))
            .flatten()
    }

    /// The account that leads up to a source: "Posting as @oldharbour, | another guest | said".
    fn account_before(&self, start: usize) -> Option<usize> {
        let gloss = &self.gloss;
        let (first, _) = gloss.bounds(start);
        let account = start.checked_sub(2).filter(|account| *account > first)?;
        let posting = matches!(
            gloss.word(first),
            "Posting"
                | "Writing"
                | "Tweeting"
                | "As"
                | "Using"
                | "Commenting"
                | "Under"
                | "Replying"
        );
        let to = gloss.word(account - 1) == "to";
        (posting && !to && gloss.word(start - 1) == "," && self.is_handle(account))
            .then_some(account)
    }

    /// The account right behind a source: "another guest | , posting as @oldharbour,", "the critic | @oldharbour".
    fn account_behind(&self, end: usize) -> Option<usize> {
        if self.is_handle(end) {
            return Some(end);
        }
        if let Some(account) = self.account_posted_from(end) {
            return Some(account);
        }
        // "a post | from the account @oldharbour"
        let joint = [",", "(", "—", "–", "from", "by"];
        if !joint.contains(&self.gloss.word(end)) {
            return None;
        }
        // "Another, | posting as Mudlark74,"
        let posting = ["posting", "writing", "commenting", "calling"];
        let (_, last) = self.gloss.bounds(end);
        if posting.contains(&self.gloss.word(end + 1))
            && let Some(called) = self.account_called(&(end..last.min(end + 6)))
            && !self.is_in_whole_name(called)
        {
            return Some(called);
        }
        let lead = [
            "posting",
            "writing",
            "tweeting",
            "known",
            "who",
            "posts",
            "goes",
            "by",
            "as",
            "under",
            "the",
            "name",
            "handle",
            "from",
            "an",
            "account",
            "user",
            "called",
            "named",
            "fan",
            "fans",
            "supporters",
            "'",
            "’",
        ];
        let token = (end + 1..end + 8).find(|token| !lead.contains(&self.gloss.word(*token)))?;
        self.is_handle(token).then_some(token)
    }

    /// The account of whom the words before `end` open on: "A nurse | in Hull who posts as @oldharbour".
    fn account_posted_from(&self, end: usize) -> Option<usize> {
        const NEAR: usize = 6;
        let gloss = &self.gloss;
        let plain = |token: &usize| gloss.word(*token).starts_with(char::is_alphanumeric);
        let who = (end..gloss.len().min(end + NEAR))
            .take_while(plain)
            .find(|token| gloss.word(*token) == "who")?;
        let posts = [
            "posts", "tweets", "writes", "blogs", "goes", "streams", "comments",
        ];
        let by = matches!(gloss.word(who + 2), "as" | "by" | "under");
        let told = by && posts.contains(&gloss.word(who + 1)) && self.is_handle(who + 3);
        told.then_some(who + 3)
    }

    /// Whether the word at `token` is of a name of several words.
    fn is_in_whole_name(&self, token: usize) -> bool {
        let mention = self.mention_at(token).map(|nth| &self.mentions[nth]);
        mention.is_some_and(|mention| mention.name.words.len() > 1)
    }

    /// Whether somebody is named outside quotation marks in `tokens`.
    fn is_named_in(&self, tokens: Range<usize>) -> bool {
        self.references_in(&tokens).iter().any(|reference| {
            let person = |member: usize| self.members[member].may_be_person();
            matches!(reference.who, Who::Member(member) if person(member))
                && reference.form == Form::Name
                && self.gloss.quotation(reference.tokens.start).is_none()
        })
    }

    /// The one account that is told of before `token`, however far.
    fn only_account(&self, token: usize) -> Option<usize> {
        // The work stays linear.
        const FAR: usize = 2000;
        let gloss = &self.gloss;
        let mut told = (token.saturating_sub(FAR)..token)
            .filter(|token| self.is_handle(*token) && gloss.quotation(*token).is_none());
        let only = told.next()?;
        told.all(|other| gloss.word(other) == gloss.word(only))
            .then_some(only)
    }

    /// The account that words without a name mean: the first one to post, or the last one that did.
    fn account_meant(&self, tokens: &Range<usize>) -> Option<usize> {
        // The work stays linear.
        const HEAD: usize = 4000;
        const FAR: usize = 300;
        const SENTENCES: usize = 8;
        let gloss = &self.gloss;
        let head = tokens.clone().find_map(|token| {
            let word = gloss.word(token).to_lowercase();
            POSTERS.contains(&word.as_str()).then_some(word)
        })?;
        let opening = gloss.word(tokens.start).to_lowercase();
        // "a third post"
        let again = tokens.len() == 3
            && matches!(
                gloss.word(tokens.start + 1),
                "second" | "third" | "fourth" | "fifth" | "last" | "final"
            );
        let known = again
            || matches!(
                opening.as_str(),
                "the" | "another" | "its" | "their" | "his" | "her"
            )
            || third_person(&opening).is_some();
        if !known || tokens.len() > 4 {
            return None;
        }
        if tokens.clone().any(|token| gloss.word(token) == "original") {
            return (0..tokens.start.min(HEAD)).find(|token| self.is_handle(*token));
        }
        let here = gloss.sentence(tokens.start);
        (tokens.start.saturating_sub(FAR)..tokens.start)
            .rev()
            .take_while(|token| here - gloss.sentence(*token) <= SENTENCES)
            .find(|token| self.is_handle(*token) && gloss.quotation(*token).is_none())
            // "He" may be somebody without an account.
            .filter(|_| head.len() > 3 || tokens.len() == 1)
            .filter(|account| head.len() > 3 || !self.is_named_in(account + 1..tokens.start))
            .or_else(|| {
                self.only_account(tokens.start)
                    .filter(|_| head == "account")
            })
    }
}

/// What people are called who are known by what they call themselves.
const USERS: [&str; 13] = [
    "user",
    "account",
    "poster",
    "commenter",
    "reader",
    "reviewer",
    "redditor",
    "blogger",
    "player",
    "viewer",
    "listener",
    "subscriber",
    "fan",
];

/// What somebody who is known by an account alone is called, and what they put out.
const POSTERS: [&str; 11] = [
    "poster",
    "user",
    "account",
    "caption",
    "post",
    "tweet",
    "thread",
    "video",
    "he",
    "she",
    "commenter",
];

#[cfg(test)]
mod tests {
    use super::is_called;
    use crate::split::tests::spoken as case;

    #[test]
    fn who_posts_from_an_account() {
        let accounts = [
            "“Still up,” commented an account named @orr_dad.",
            "A sailor who posts as @orr_dad was calm. “Still up,” the sailor wrote.",
            "“Still up,” ran a post from the fans’ account @orr_dad.",
            "“Still up,” read one reply, from the account @orr_dad.",
            "Posting as @orr_dad, another guest wrote: “Still up.”",
            "A blogger, @orr_dad, had a theory: “Still up.”",
            "On Murmur, @orr_dad had a theory: “Still up.”",
            "A new account, @orr_dad, replied with a photograph of a bucket: “Still up.”",
            "The guests’ account, @orr_dad, was kinder:\n\nStill up, we see. Please come down.",
            "“Soon,” posted @orr_dad at noon. “Good,” said Carl Moss. At 5 p.m. the account came back to life. “Still up,” it said.",
            "The account @orr_dad has nine followers. Its usual post reads, in full, “Still up.”",
            "The best reply came from @orr_dad: “Still up.”",
            "Among those who replied was an account that counts cranes, @orr_dad: “Still up.”",
            "An account called @orr_dad had appeared. “Still up,” its first post read.",
            "At 6 p.m. the blogger @orr_dad wrote that it fell. By 9 p.m. her tone had changed. “Still up,” she wrote.",
        ];
        for text in accounts {
            case(text, "Still up", "@orr_dad");
        }
        case("“Still up,” wrote @orr.dad.", "Still up", "@orr.dad");
        case(
            "A nurse in Hull who posts as @orr_dad was calm. “Still up,” she wrote.",
            "Still up",
            "@orr_dad",
        );
        for text in [
            "Another parent, posting as gannet88, took the other side: “Still up.”",
            "“Still up,” wrote a reader calling herself gannet88.",
            "One user, under the name gannet88, wrote: “Still up.”",
            "“Still up,” wrote a user called gannet88.",
        ] {
            case(text, "Still up", "gannet88");
        }
        case(
            "@orr_dad was wrong, said Ann Lee of Hull. “Still up,” she wrote.",
            "Still up",
            "Ann Lee",
        );
    }

    #[test]
    fn knows_whose_an_account_is() {
        let name = |words: &[&str]| {
            words
                .iter()
                .map(|&word| word.to_owned())
                .collect::<Vec<_>>()
        };
        let ann = name(&["ann", "lee"]);
        for own in ["annlee", "realannlee", "annlee7", "annleemp"] {
            assert!(is_called(own, &ann), "{own}");
        }
        for other in ["annleefan", "teamannlee", "notannlee", "ann", "lee"] {
            assert!(!is_called(other, &ann), "{other}");
        }
        let club = name(&["orr", "street", "rowers"]);
        assert!(is_called("orrrowers", &club));
        assert!(!is_called("orrstreet", &club));
    }
}
