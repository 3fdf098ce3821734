//! Block quotations: paragraphs that the source's markup sets apart, or that a colon announces, their source named above.

mod line;
mod source;
mod words;

use self::line::{is_announced, is_heralded, shows};
use self::source::source;
use self::words::{in_its_words, is_timed, own_voice};
use super::document::{Document, Sentence};
use super::statement::Statement;
use super::voice;
use crate::attribution::Basis;
use crate::text::Span;

/// The block quotations of `document`, one statement for each run of paragraphs; each takes its paragraphs whole.
pub(crate) fn blocks(document: &Document) -> Vec<Statement> {
    let mut blocks: Vec<(usize, Statement)> = Vec::new();
    // The last paragraph of a statement that was put out.
    let mut put_out: Option<usize> = None;
    for (nth, paragraph) in document.paragraphs.iter().enumerate() {
        let set_apart = document
            .article
            .quotations
            .iter()
            .any(|q| q.overlaps(paragraph.span));
        let goes_on = blocks.last().is_some_and(|(last, _)| *last + 1 == nth);
        let more = put_out.is_some_and(|last| last + 1 == nth);
        let in_its_words = (more || !goes_on) && in_its_words(document, paragraph, nth, more);
        if in_its_words {
            put_out = Some(nth);
        }
        let announced = voice::is_numbered(document, paragraph)
            || is_timed(document, nth, goes_on)
            || shows(document, nth) && document.quotations_in(paragraph.span).is_empty()
            || own_voice(document, paragraph) && (goes_on || is_announced(document, nth))
            || in_its_words
            || is_heralded(document, paragraph, nth);
        if !set_apart && !announced {
            continue;
        }
        let words = enclosed(document, paragraph.span);
        match blocks.last_mut() {
            Some((last, block)) if *last + 1 == nth => {
                block.content.push(words);
                *last = nth;
            }
            _ => blocks.push((nth, block(document, nth, words))),
        }
    }
    blocks.into_iter().map(|(_, block)| block).collect()
}

/// A block quotation that begins with the paragraph `nth`; the sentence above it may name its source.
fn block(document: &Document, nth: usize, words: Span) -> Statement {
    let line = line_above(document, nth);
    let (cue, source) = line.map_or((None, None), |line| source(document, line));
    Statement {
        content: vec![words],
        cue,
        source,
        basis: if source.is_some() {
            Basis::Introduced
        } else {
            Basis::Marks
        },
        verbatim: true,
        post: None,
        confidence: 0.8,
        why: "a block quotation".to_owned(),
    }
}

/// The last sentence above the paragraph `nth`.
fn line_above<'d>(document: &'d Document, nth: usize) -> Option<&'d Sentence> {
    let above = &document.paragraphs[nth.checked_sub(1)?];
    document.sentences[above.sentences.clone()].last()
}

/// What stands between the marks where one pair encloses the whole paragraph.
fn enclosed(document: &Document, paragraph: Span) -> Span {
    let whole = document.quotation_of(paragraph);
    whole.map_or(paragraph, |q| q.inner)
}

/// A paragraph of fewer tokens is no statement.
const SHORTEST: usize = 8;

#[cfg(test)]
pub(super) mod tests {
    use super::blocks;
    use crate::article::Article;
    use crate::split::document::Document;
    use crate::split::model;
    use crate::text::{Excerpt, Span};

    #[track_caller]
    pub(crate) fn case(text: &str, expected: &[&str]) {
        let article = Article {
            text: text.to_owned(),
            body: vec![Span::whole(text)],
            ..Article::default()
        };
        let mut document = Document::of(&article);
        model::statements(model::shipped(), std::slice::from_mut(&mut document));
        let found: Vec<String> = blocks(&document)
            .iter()
            .map(|block| {
                let words = Excerpt::cut(text, block.content.clone());
                let source = block.source.map_or("?", |span| span.of(text));
                let cue = block.cue.map_or("-", |span| span.of(text));
                format!("{source} | {cue}: {}", words.text())
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn reads_words_that_a_colon_announces() {
        case(
            "The rowing club is shut. The club’s chairman, Bo Orr, wrote:\n\nWe hit a rock.\n\nIt was our rock.\n\nThe \
             club was founded in 1902.",
            &["The club’s chairman, Bo Orr | wrote: We hit a rock. It was our rock."],
        );
        // Not in the first person: a list, a caption, the article’s own words.
        case(
            "The rowing club wrote of three things:\n\nRocks and mud.\n\nWe like rocks.",
            &[],
        );
        case("The boats are these:\n\nWe saw two of them.", &[]);
    }

    #[test]
    fn reads_posts_and_notices_below_a_herald() {
        case(
            "The Pell Fire Brigade told the town in a post that went round the world:\n\nGOAT UPDATE. He was found in a chapel at \
             nine. He has eaten two hymn books.",
            &[
                "The Pell Fire Brigade | -: GOAT UPDATE. He was found in a chapel at nine. He has eaten two hymn books.",
            ],
        );
        case(
            "Two days later, from a ferry, he broke his silence with a post to his fans:\n\nhas anyone seen a grey hat pls. am fine x",
            &["he | -: has anyone seen a grey hat pls. am fine x"],
        );
        case(
            "In a notice to the markets Dunmore said:\n\nThe board has found a hole in the accounts.\n\nShares fell by a third.",
            &["Dunmore | said: The board has found a hole in the accounts."],
        );
        case(
            "The landlord, who has run the Bell for nine years, first warned drinkers in a note by the door:\n\nThe cat bites.",
            &["The landlord | -: The cat bites."],
        );
        case(
            "A few hours later, however, it put up another line:\n\nThe cat does not bite.",
            &["it | -: The cat does not bite."],
        );
        case(
            "The best one came from Ann Lee, who moved here in May:\n\nThe cat is an app.",
            &["Ann Lee | -: The cat is an app."],
        );
        case(
            "In its place stood a longer one, signed by the landlord, Bo Orr.\n\nWe hear you, and the cat hears you too.",
            &["the landlord, Bo Orr | -: We hear you, and the cat hears you too."],
        );
        case(
            "The pub later put out a notice of its own, which reads in full:\n\nThe cat rests.",
            &["The pub | -: The cat rests."],
        );
        case(
            "Ann Lee, who runs the pub, hung the cat’s picture outside with five words.\n\nThis cat is a town’s.",
            &["Ann Lee | -: This cat is a town’s."],
        );
        case(
            "The pub owned up on its page that night:\n\nWe lost the cat. Bring a tin.",
            &["The pub | -: We lost the cat. Bring a tin."],
        );
        case(
            "Lower down, the pub set out its reasons:\n\nA cat is a clock that eats.",
            &["the pub | -: A cat is a clock that eats."],
        );
        case(
            "Then it issued the following:\n\nThe Bell has lost its cat for reasons of health.",
            &["it | issued: The Bell has lost its cat for reasons of health."],
        );
        case(
            "That night the pub put the picture on its page above these words:\n\nNine lives. One cat. No more tins.",
            &["the pub | -: Nine lives. One cat. No more tins."],
        );
        case(
            "But she was not done. An hour later came this:\n\nOK I looked. It is the cat.",
            &["she | -: OK I looked. It is the cat."],
        );
        case(
            "A second note hung there. It was signed by the landlord, Bo Orr, and it was short.\n\nWe hear you, and the cat hears you too.",
            &["the landlord, Bo Orr | -: We hear you, and the cat hears you too."],
        );
        case(
            "By midnight @orr_dad had posted a picture of the cat:\n\nshe rests.",
            &["@orr_dad | -: she rests."],
        );
        case(
            "The union at the brewery in Orr, Pell Hands Local 61, put out a statement of its own:\n\nThe cat is ours.",
            &["The union at the brewery in Orr, Pell Hands Local 61 | -: The cat is ours."],
        );
        case(
            "Bo Orr typed his answer in capitals:\n\nTHE CAT RESTS.",
            &["Bo Orr | -: THE CAT RESTS."],
        );
        case(
            "Another guest, @pellfan, seethed:\n\nNever again.",
            &["Another guest, @pellfan | seethed: Never again."],
        );
    }
}
