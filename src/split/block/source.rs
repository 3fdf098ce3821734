//! The source of a block quotation: who the line above it tells to have put it out.

use crate::split::document::{Document, Sentence};
use crate::split::herald;
use crate::split::model::tag::Tag;
use crate::split::sender;
use crate::split::subject;
use crate::text::Span;

/// The cue of the line above a block quotation, and who puts out what stands below it.
pub(super) fn source(document: &Document, line: &Sentence) -> (Option<Span>, Option<Span>) {
    let sender = sender::sender(document, &line.tokens)
        .or_else(|| sender_in(document, line))
        .or_else(|| acts_before(document, line));
    if sender.is_some() {
        return (None, sender);
    }
    let (cue, source) = announcer(document, line).unzip();
    (cue.flatten(), which_read(document, line).or(source))
}

/// Who announces what follows, and by which cue: ‹The union put out a notice:›, ‹A rider who posts as @annlee was blunt:›.
fn announcer(document: &Document, sentence: &Sentence) -> Option<(Option<Span>, Span)> {
    let above = || {
        let subject = herald::subject(document, sentence.tokens.clone());
        subject.map(|subject| (None, subject))
    };
    // ‹Ann Lee put up the message before | her staff had been told|.›: the main clause tells who.
    let beneath = |source: Span| {
        let (_, main) = above()?;
        let from = document.tokens_in(main).end;
        let until = document.tokens_in(source).start;
        let joins = |at: usize| {
            matches!(
                document.word(at),
                "before" | "after" | "until" | "when" | "while" | "as"
            )
        };
        let open = !sentence.span.of(document.text).ends_with(':');
        let opens = main.start == sentence.span.start;
        (open && opens && (from..until).any(joins)).then_some((None, main))
    };
    herald::source(document, sentence)
        .map(|found| beneath(found.1).unwrap_or(found))
        .or_else(above)
        .map(|(cue, source)| (cue, with_account(document, sentence, source)))
}

/// Whether a line tells who sent in what follows: ‹From our correspondent, Ann Lee:›.
pub(super) fn is_sent_in(line: &str) -> bool {
    ["From ", "This from ", "More from ", "And from "]
        .iter()
        .any(|from| line.starts_with(from))
}

/// Who sent in what follows: ‹From | our correspondent, Ann Lee|:›.
fn sender_in(document: &Document, line: &Sentence) -> Option<Span> {
    let from = |at: &usize| document.word(*at).eq_ignore_ascii_case("from");
    let sent_in = is_sent_in(line.span.of(document.text));
    let from = line.tokens.clone().find(from).filter(|_| sent_in)?;
    let first = document.tokens.get(from + 1)?.span;
    let whole = Span::new(first.start, line.span.end);
    Some(whole.trim_matches(document.text, |c| c == ':' || c.is_whitespace()))
}

/// Whose writing is read in full: ‹The club put out a statement, which read in full:› is the club’s.
fn which_read(document: &Document, line: &Sentence) -> Option<Span> {
    let words = line.span.of(document.text);
    let reads = [", which read", ", which said"].iter().any(|which| {
        let behind = words.rsplit_once(which).map(|(_, behind)| behind);
        behind.is_some_and(|behind| behind.split_whitespace().count() <= 3)
    });
    reads.then(|| herald::subject(document, line.tokens.clone()))?
}

/// Who acts in the sentence before one that tells no more than that more words came: ‹But | she | was not done. An hour later
/// came this:›.
fn acts_before(document: &Document, sentence: &Sentence) -> Option<Span> {
    const LONGEST: usize = 10;
    let mut tokens = sentence.tokens.clone();
    let colon = sentence.tokens.len() <= LONGEST && document.word(sentence.tokens.end - 1) == ":";
    let came = tokens.find(|&at| matches!(document.word(at), "came" | "comes" | "followed"))?;
    let bare = tokens.all(|at| {
        let tag = document.tag(at);
        !matches!(tag, Some(Tag::IN | Tag::NNP | Tag::PRP)) && document.word(at) != "from"
    });
    let led = (sentence.tokens.start..came)
        .all(|at| !matches!(document.tag(at), Some(Tag::NNP | Tag::PRP)));
    let nth = document.sentence_at(sentence.span.start).checked_sub(1)?;
    let before = &document.sentences[nth];
    let subject = (colon && bare && led && before.paragraph == sentence.paragraph)
        .then(|| herald::subject(document, before.tokens.clone()))??;
    let thing = matches!(subject.of(document.text), "It" | "it" | "That" | "This");
    (!thing && subject::can_speak(document, subject)).then_some(subject)
}

/// A source without a name up to the account that it is told to post from: “A rider who posts as @annlee”.
fn with_account(document: &Document, sentence: &Sentence, source: Span) -> Span {
    const NEAR: usize = 8;
    let tokens = document.tokens_in(source);
    let named = (tokens.clone()).any(|at| matches!(document.tag(at), Some(Tag::NNP | Tag::PRP)));
    let relative = matches!(
        document.word(tokens.end),
        "who" | "whose" | "posting" | "writing"
    ) || matches!(
        document.word(tokens.end.saturating_sub(1)),
        "who" | "whose" | "account"
    );
    let near = tokens.end..sentence.tokens.end.min(tokens.end + NEAR);
    let account = near.clone().find(|&at| document.word(at).starts_with('@'));
    match account.filter(|_| relative && !named) {
        Some(account) => source.cover(document.tokens[account].span),
        None => source,
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::split::block::blocks;
    use crate::split::document::Document;
    use crate::split::model;
    use crate::text::Span;

    #[test]
    fn reads_posts_below_what_somebody_does() {
        let post = "We see it too. Please look up.";
        for (line, source) in [
            ("@orr_watch was unmoved:", "@orr_watch"),
            ("@orr_watch, a parody account, was blunt:", "@orr_watch"),
            ("An hour later she was back:", "she"),
            ("Ann Lee, its owner, had the last word:", "Ann Lee"),
            (
                "Within minutes Ann Lee, its owner, had hit back on Threads:",
                "Ann Lee",
            ),
            ("The union took its case to the town:", "The union"),
            (
                "The ruling was announced by the Orr Union, which licenses cats, in a notice:",
                "the Orr Union",
            ),
            (
                "The reply was issued overnight by the Orr Navy, which has him:",
                "the Orr Navy",
            ),
            ("From the Orr Navy came a reply at noon:", "the Orr Navy"),
            (
                "Six minutes later came a reply from the Orr Navy, whose posts are rare.",
                "the Orr Navy",
            ),
            (
                "The owner, Dunmore Trust, told tenants in a notice:",
                "The owner, Dunmore Trust",
            ),
        ] {
            let text =
                format!("The cat fell.\n\nIt was late.\n\n{line}\n\n{post}\n\nThe cat got up.");
            let article = Article {
                body: vec![Span::whole(&text)],
                text,
                ..Article::default()
            };
            let mut document = Document::of(&article);
            model::statements(model::shipped(), std::slice::from_mut(&mut document));
            let found = blocks(&document);
            let found = found.first().and_then(|block| block.source);
            assert_eq!(
                found.map(|span| span.of(&article.text)),
                Some(source),
                "{line}"
            );
        }
    }

    #[test]
    fn who_speaks_below_a_line_without_a_colon() {
        let ours = "We hear you, and we hear the cat.";
        for (line, post, who) in [
            (
                "By noon the Orr Union, which licenses cats, had put out a reply.",
                ours,
                "Orr Union",
            ),
            (
                "The Orr Union issued the following statement on Monday.",
                "The cat fell at nine.",
                "Orr Union",
            ),
            (
                "Ann Lee put up the message before her staff had been told.",
                "I leave on Friday.  I thank my cat.",
                "Ann Lee",
            ),
            (
                "The Orr Union took down its post. In its place appeared an apology:",
                ours,
                "Orr Union",
            ),
            (
                "The Orr Union called it sleep. The full text, put out at six, ran to a line:",
                ours,
                "Orr Union",
            ),
            (
                "A statement from the chief clerk, Ann Lee, read:",
                "“We hear the cat, and it sleeps.”",
                "Ann Lee",
            ),
            (
                "A guest who posts as @orr_cat had seen it at lunch.",
                "13:40. Cat on the roof, asleep.",
                "@orr_cat",
            ),
            (
                "By noon the Orr Union had thought again.",
                ours,
                "Orr Union",
            ),
        ] {
            let text = format!(
                "The cat fell.\n\nIt was late, and it rained.\n\n{line}\n\n{post}\n\nThe cat got up."
            );
            let words = &post[..post.len() - 4];
            crate::split::tests::spoken(&text, words.trim_start_matches('“'), who);
        }
        let anew = "The Orr Union took down its post and put up another. “The cat sleeps,” the new one said.";
        crate::split::tests::spoken(anew, "The cat sleeps", "Orr Union");
    }
}
