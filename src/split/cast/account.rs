//! An account: the handle that somebody posts from, and whose it is.

use std::collections::HashMap;
use std::ops::Range;

use super::Cast;
use super::gloss::{Case, Gloss};
use super::member::Member;
use super::mention::Mention;

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
            end == token || end + 1 == token && matches!(gloss.word(end), "(" | "," | "|")
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
                    .any(|name| name.words.len() > 1 && plain.contains(&name.keys().concat()))
            })
        });
        if let Some(member) = member {
            members[member].add_form(word);
            handles.insert(plain, member);
        }
    }
}

impl Cast<'_> {
    /// The one account that a source names and nobody's name goes with: "A user posting as @oldharbour".
    pub(super) fn account(&self, tokens: &Range<usize>) -> Option<&str> {
        let handle = |token: &usize| {
            let word = self.gloss.word(*token);
            word.len() > 2 && word.starts_with('@')
        };
        let mut handles = tokens.clone().filter(handle);
        let only = handles.next().filter(|_| handles.next().is_none())?;
        // "replying to @oldharbour" is somebody else.
        let posts = tokens.start == only
            || matches!(
                self.gloss.word(only - 1),
                "as" | "account" | "user" | "handle" | "name" | "called" | "," | "("
            );
        posts.then(|| self.gloss.word(only))
    }
}
