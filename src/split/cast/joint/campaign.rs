//! A campaign: a group that names itself by what it fights for or calls for.

use crate::split::cast::lexicon::Trait;
use crate::split::cast::mention::{Finder, opens_clause};
use crate::split::cast::trade::{CALLS, CAMPAIGNERS};

impl Finder<'_, '_> {
    /// The capital behind what a group fights for: "Parents for a Quieter Pinckard", "Friends of the Lower Creek".
    pub(super) fn campaign(&self, start: usize, joint: usize) -> Option<usize> {
        let gloss = self.gloss;
        if joint != start + 1 || !self.is_campaign(start) {
            return None;
        }
        (joint + 1..joint + 3).find(|token| gloss.is_capital(*token))
    }

    /// Whether a group that names itself by what it wants opens at `token`.
    pub(crate) fn is_campaign(&self, token: usize) -> bool {
        let gloss = self.gloss;
        let (opens, joint) = (opens_clause(gloss, token), gloss.word(token + 1));
        let article = matches!(gloss.word(token + 2), "a" | "the");
        let aim = token + 2 + usize::from(article);
        let named = gloss.is_capital(aim)
            && !gloss.entry(aim).is_given()
            && !gloss.is_any_of(aim, &[Trait::Calendar, Trait::Determiner])
            && (!gloss.is(aim, Trait::Role) || article && joint == "for");
        let capital = ["For", "Against", "Of", "Without", "4"].contains(&joint);
        CAMPAIGNERS.contains(&gloss.word(token))
            && gloss.joins_next(token)
            && gloss.joins_next(token + 1)
            && (named && matches!(joint, "for" | "against")
                || named && joint == "of" && (!opens || article)
                || capital && gloss.is_capital(token + 2))
    }

    /// Whether what opens at `token` calls for something, as campaigns are named: "Save Our Seagulls", "the group Stop the Sluice".
    pub(crate) fn is_call(&self, token: usize) -> bool {
        let gloss = self.gloss;
        let whose = gloss.word(token + 1);
        CALLS.contains(&gloss.word(token))
            && gloss.joins_next(token)
            && gloss.joins_next(token + 1)
            && gloss.is_capital(token + 2)
            && gloss.quotation(token).is_none()
            && (matches!(whose, "Our" | "The") || whose == "the" && !opens_clause(gloss, token))
    }
}

#[cfg(test)]
mod tests {
    use crate::split::cast::mention::tests::case;

    #[test]
    fn campaigns_and_friends() {
        for body in [
            "Parents for a Cleaner Orr",
            "Mothers Against Loud Mills",
            "Friends of the Upper Orr",
            "Save Our Herons",
            "Unite the Mills",
        ] {
            case(&format!("It hurt {body} then."), &[&format!("body {body}")]);
        }
        case(
            "Parents for a Cleaner Orr left.",
            &["body Parents for a Cleaner Orr"],
        );
        case(
            "It hurt friends of Ann Lee. Lawyers for Pell left.",
            &["person Ann Lee", "name Pell"],
        );
    }
}
