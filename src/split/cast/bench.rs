//! A bench: the one judge whom an article names, whom its lead only calls “a High Court judge”.

use std::ops::Range;

use super::Cast;

impl Cast<'_> {
    /// Who sits where the first paragraph tells of “a judge”: the only one with a judge’s title, “Lady Justice Ann Lee”, all through.
    pub(super) fn on_the_bench(&self, tokens: &Range<usize>) -> Option<usize> {
        const LONGEST: usize = 6;
        // The work stays linear.
        const LEAD: usize = 200;
        let gloss = &self.gloss;
        let new = matches!(gloss.word(tokens.start), "A" | "a" | "An" | "an");
        let judge = (tokens.start + 1..tokens.end.min(tokens.start + LONGEST))
            .take_while(|token| !gloss.entry(*token).is_grammar())
            .find(|token| matches!(gloss.word(*token), "judge" | "magistrate" | "justice"));
        // "a judge’s clerk"
        let whole = judge.is_some_and(|judge| !gloss.is_genitive(judge + 1));
        let lead = gloss.paragraph(tokens.start) == 0 && tokens.start < LEAD;
        if !new || !whole || !lead {
            return None;
        }
        let titled = self.mentions.iter().enumerate().filter(|(_, mention)| {
            let sits = |token: usize| BENCH.contains(&gloss.word(token));
            mention.title.clone().any(sits) && !mention.name.words.is_empty()
        });
        let mut members = titled.filter_map(|(nth, _)| self.named[nth]);
        let only = members.next()?;
        members.all(|member| member == only).then_some(only)
    }
}

/// Titles of those who sit in judgment.
const BENCH: [&str; 5] = ["Judge", "Justice", "Magistrate", "Recorder", "Sheriff"];

#[cfg(test)]
mod tests {
    use crate::split::tests::spoken;

    #[test]
    fn the_one_judge_of_an_article() {
        let lead = "A High Court judge in Orr on Friday stopped the sale, ruling that it was “nine days and a nod”.\n\n";
        let named = "“It will not do,” Lady Justice Dora Pell said. Carl Moss, a clerk, left.";
        spoken(&format!("{lead}{named}"), "nine days", "Dora Pell");
        // Two of them sit.
        let two = "Justice Bo Orr agreed.";
        spoken(&format!("{lead}{named} {two}"), "nine days", "-");
    }
}
