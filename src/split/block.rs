//! Block quotations: paragraphs that the source's markup sets apart, or that a colon announces, their source named above.

use super::clause;
use super::cue;
use super::document::{Document, Paragraph, Sentence};
use super::herald;
use super::model::tag::Tag;
use super::sender;
use super::statement::Statement;
use super::subject;
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

/// Whether the paragraph above ends with a colon behind a clause, ‹Its second came at noon:›, or, in an article that nobody
/// tells of themselves, speaks of what was put out, ‹In an email Ann Lee did not mention the dam.›
fn is_announced(document: &Document, nth: usize) -> bool {
    let above = nth.checked_sub(1).map(|above| &document.paragraphs[above]);
    let sentence = above.and_then(|p| document.sentences[p.sentences.clone()].last());
    sentence.is_some_and(|sentence| {
        let any = |is: &dyn Fn(usize) -> bool| sentence.tokens.clone().any(is);
        if sentence.span.of(document.text).ends_with(':') {
            any(&|at| {
                let word = document.word(at);
                herald::acts(document, at) && !IS.contains(&word) || cue::reports(word)
            })
        } else {
            document.paragraphs[nth].tokens.len() >= SHORTEST
                && document.quotations_in(sentence.span).is_empty()
                && ((tells_of_message(document, sentence) || acts_alone(document, sentence, nth))
                    && is_in_third_person(document, nth)
                    || sender::sender(document, &sentence.tokens).is_some())
        }
    })
}

/// Whether somebody acts in a paragraph of one sentence above a paragraph that opens with “we” or “I”: ‹By noon the club had
/// thought again. ¶ We apologise to our guests.›
fn acts_alone(document: &Document, sentence: &Sentence, nth: usize) -> bool {
    let above = document.paragraphs[sentence.paragraph].span;
    above == sentence.span
        && opens_in_first_person(document, &document.paragraphs[nth])
        && document.has_finite_verb(sentence.span)
        && herald::subject(document, sentence.tokens.clone()).is_some_and(|subject| {
            let it = matches!(subject.of(document.text), "It" | "This" | "That" | "There");
            !it && subject.end + 1 < sentence.span.end && subject::can_speak(document, subject)
        })
}

fn opens_in_first_person(document: &Document, paragraph: &Paragraph) -> bool {
    matches!(
        document.word(paragraph.tokens.start),
        "We" | "Our" | "I" | "My"
    )
}

/// Whether a sentence ends its paragraph by showing what was put out: ‹The club issued the following statement on Monday.›
fn shows(document: &Document, nth: usize) -> bool {
    let above = nth.checked_sub(1).map(|above| &document.paragraphs[above]);
    let sentence = above.and_then(|p| document.sentences[p.sentences.clone()].last());
    sentence.is_some_and(|sentence| {
        let mut tokens = sentence.tokens.clone().skip(2);
        let shown = tokens.any(|at| {
            let following = document.word(at) == "following" && document.word(at - 1) == "the";
            let verb = at - 1 - usize::from(following);
            let put_out = cue::puts_out(document.word(verb))
                || matches!(document.word(verb), "posted" | "posts" | "sent" | "wrote");
            (following || document.word(at) == "this")
                && put_out
                && herald::is_writing(document, at + 1)
        });
        let own = || voice::may_be_own(document, &document.paragraphs[nth]);
        let shown = shown || counts_words(document, sentence) && own();
        shown && document.quotations_in(sentence.span).is_empty()
    })
}

/// Whether an account that somebody posts as stands at `at`: ‹The pilot, posting as | @annlee|, had the last word.›
fn is_account(document: &Document, at: usize) -> bool {
    document.word(at).starts_with('@')
}

/// Whether a sentence ends by counting the words put out: ‹The club posted the picture with six words.›
fn counts_words(document: &Document, sentence: &Sentence) -> bool {
    let end = sentence.tokens.end;
    let counted = sentence.tokens.len() > 6
        && document.word(end - 1) == "."
        && document.word(end - 2) == "words"
        && document.tag(end - 3) == Some(Tag::CD);
    counted && matches!(document.word(end - 4), "with" | "above" | "under" | "over")
}

/// Whether a sentence speaks of what was put out: ‹In an email Ann Lee did not mention the dam.›
fn tells_of_message(document: &Document, sentence: &Sentence) -> bool {
    let mut tokens = sentence.tokens.clone();
    tokens.any(|at| MESSAGES.contains(&document.word(at)) || is_account(document, at))
}

/// Whether a paragraph opens with the hour of a post, ‹13:40. It is above us.›, below a line that tells of an account, or where
/// the post before it `goes_on`.
fn is_timed(document: &Document, nth: usize, goes_on: bool) -> bool {
    let timed = |words: &str| {
        let (hour, rest) = words.split_at(words.find([':', '.']).unwrap_or(0));
        let minute: String = (rest.chars().skip(1))
            .take_while(char::is_ascii_digit)
            .collect();
        let behind = rest.get(1 + minute.len()..).unwrap_or_default();
        (1..=2).contains(&hour.len())
            && hour.bytes().all(|b| b.is_ascii_digit())
            && minute.len() == 2
            && behind.starts_with(['.', ':', ' '])
            && behind
                .trim_start_matches(['.', ':', ' ', '–', '—', '-'])
                .starts_with(char::is_uppercase)
    };
    let words = |nth: usize| document.paragraphs[nth].span.of(document.text);
    let Some(above) = nth.checked_sub(1) else {
        return false;
    };
    let account = || {
        let mut tokens = document.paragraphs[above].tokens.clone();
        tokens.any(|at| document.word(at).starts_with('@'))
    };
    timed(words(nth)) && (goes_on && timed(words(above)) || account())
}

/// Whether no paragraph but the one at `besides`, and what a colon announces, has a first person outside quotation marks.
fn is_in_third_person(document: &Document, besides: usize) -> bool {
    const LEAST: usize = 4;
    const MANY: usize = 8;
    let own = |token: usize| {
        voice::is_first_person(document.word(token))
            && (document.quotation_at(document.tokens[token].span.start)).is_none()
    };
    let announced = |nth: usize| {
        let above = nth.checked_sub(1).map(|above| &document.paragraphs[above]);
        let line = above.and_then(|above| document.sentences[above.sentences.clone()].last());
        line.is_some_and(|line| {
            line.span.of(document.text).ends_with(':') || tells_of_message(document, line)
        })
    };
    let paragraphs = document.paragraphs.iter().enumerate();
    let own = paragraphs.filter(|(nth, paragraph)| {
        *nth != besides
            && !announced(*nth)
            && !voice::is_numbered(document, paragraph)
            && paragraph.tokens.clone().any(own)
    });
    // What opens with “we” may stand beside one more post that nothing announces.
    let one = document.paragraphs.get(besides);
    let may = usize::from(
        document.paragraphs.len() >= MANY
            && one.is_some_and(|one| opens_in_first_person(document, one)),
    );
    document.paragraphs.len() >= LEAST && own.count() <= may
}

/// Whether a paragraph that no marks enclose is what the line above it announces, ‹The café put up a notice:›: neither a list
/// nor a heading nor a report.
fn is_heralded(document: &Document, paragraph: &Paragraph, nth: usize) -> bool {
    const LONG: usize = 8;
    let words = paragraph.span.of(document.text);
    let sentence = words.ends_with(['.', '!', '?', '…', '”', '’', '"'])
        || paragraph.tokens.len() >= LONG
        || words.len() > 3 && !words.contains(char::is_lowercase);
    let opens = words.chars().next();
    let plain = sentence
        && !words.ends_with(':')
        && opens.is_some_and(|first| first.is_alphabetic() || matches!(first, '@' | '#'));
    let above = nth.checked_sub(1).map(|above| &document.paragraphs[above]);
    let herald = above.and_then(|p| document.sentences[p.sentences.clone()].last());
    let told = |herald: &Sentence| {
        herald::announces(document, herald)
            && (!herald::only_acts(document, herald)
                || voice::is_own(document, paragraph)
                || herald::is_someone(document, herald) && voice::may_be_own(document, paragraph))
    };
    plain
        && herald.is_some_and(told)
        && (document.quotations_in(paragraph.span).iter())
            .all(|quotation| clause::after(document, quotation).is_none())
}

/// Whether a paragraph without marks is what the one above it says a statement read, ‹The force put out this statement:›, or
/// goes on with it in the present tense, as officials write and reporters do not.
fn in_its_words(document: &Document, paragraph: &Paragraph, nth: usize, goes_on: bool) -> bool {
    let plain =
        paragraph.tokens.len() >= SHORTEST && !paragraph.span.of(document.text).ends_with(':');
    let quoted = !document.quotations_in(paragraph.span).is_empty();
    if !plain || quoted && goes_on {
        return false;
    }
    if goes_on {
        let verb = paragraph
            .tokens
            .clone()
            .find(|&at| document.is_finite_verb(at))
            .and_then(|at| document.tag(at));
        return matches!(verb, Some(Tag::VBZ | Tag::VBP | Tag::MD));
    }
    let above = nth.checked_sub(1).map(|above| &document.paragraphs[above]);
    let sentence = above.and_then(|p| document.sentences[p.sentences.clone()].last());
    sentence.is_some_and(|sentence| {
        let words = sentence.span.of(document.text);
        let whole = words.ends_with("read:") || words.ends_with("in full:");
        let statement = ["statement", "letter", "apology"].iter().any(|noun| {
            let mut tokens = sentence.tokens.clone();
            tokens.any(|token| document.word(token) == *noun)
        });
        words.ends_with(':') && (!quoted && (whole || statement) || sent_in(words))
    })
}

/// Whether a line tells who sent in what follows: ‹From our correspondent, Ann Lee:›.
fn sent_in(line: &str) -> bool {
    ["From ", "This from ", "More from ", "And from "]
        .iter()
        .any(|from| line.starts_with(from))
}

/// Whether a paragraph is one of somebody who speaks of themselves or to others, and no quotation stands in it.
fn own_voice(document: &Document, paragraph: &Paragraph) -> bool {
    document.quotations_in(paragraph.span).is_empty() && voice::is_own(document, paragraph)
}

/// A paragraph of fewer tokens is no statement.
const SHORTEST: usize = 8;

/// Verbs that say what is, and announce no words.
const IS: [&str; 7] = ["is", "are", "was", "were", "has", "have", "had"];

/// What somebody’s own words are put out in or by.
const MESSAGES: [&str; 39] = [
    "poem",
    "verse",
    "thread",
    "caption",
    "commented",
    "typed",
    "tweet",
    "X",
    "Twitter",
    "Facebook",
    "Instagram",
    "Bluesky",
    "Threads",
    "TikTok",
    "LinkedIn",
    "Mastodon",
    "Social",
    "Telegram",
    "WhatsApp",
    "Reddit",
    "statement",
    "letter",
    "message",
    "email",
    "e-mail",
    "note",
    "post",
    "posted",
    "tweeted",
    "wrote",
    "reply",
    "replied",
    "answer",
    "answered",
    "response",
    "responded",
    "silence",
    "online",
    "account",
];

/// A block quotation that begins with the paragraph `nth`; the sentence above it may name its source.
fn block(document: &Document, nth: usize, words: Span) -> Statement {
    let above = nth.checked_sub(1).map(|above| &document.paragraphs[above]);
    let sentence = above.and_then(|p| document.sentences[p.sentences.clone()].last());
    let herald = sentence.and_then(|sentence| {
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
    });
    let sent_in = || {
        let sentence = sentence.filter(|sentence| sent_in(sentence.span.of(document.text)))?;
        let from = |at: &usize| document.word(*at).eq_ignore_ascii_case("from");
        let from = sentence.tokens.clone().find(from)?;
        let first = document.tokens.get(from + 1)?.span;
        let whole = Span::new(first.start, sentence.span.end);
        Some(whole.trim_matches(document.text, |c| c == ':' || c.is_whitespace()))
    };
    let sender = sentence
        .and_then(|sentence| sender::sender(document, &sentence.tokens))
        .or_else(sent_in)
        .or_else(|| sentence.and_then(|sentence| acts_before(document, sentence)));
    // ‹The club put out a statement, which read in full:› is the club’s.
    let reader = sentence
        .filter(|sentence| {
            let words = sentence.span.of(document.text);
            [", which read", ", which said"].iter().any(|which| {
                let behind = words.rsplit_once(which).map(|(_, behind)| behind);
                behind.is_some_and(|behind| behind.split_whitespace().count() <= 3)
            })
        })
        .and_then(|sentence| herald::subject(document, sentence.tokens.clone()));
    let herald = herald.filter(|_| sender.is_none());
    let source = sender.or(reader).or(herald.map(|(_, source)| source));
    Statement {
        content: vec![words],
        cue: herald.and_then(|(cue, _)| cue),
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

/// What stands between the marks where one pair encloses the whole paragraph.
fn enclosed(document: &Document, paragraph: Span) -> Span {
    let whole = document.quotation_of(paragraph);
    whole.map_or(paragraph, |q| q.inner)
}

#[cfg(test)]
mod tests {
    use super::blocks;
    use crate::article::Article;
    use crate::split::document::Document;
    use crate::split::model;
    use crate::text::{Excerpt, Span};

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
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

    #[test]
    fn what_the_reporter_goes_on_with_is_no_post() {
        for text in [
            "The cat fell.\n\nAnn Lee had a plan:\n\nShe would sell the cat and buy a boat with the money.\n\nIt rained.",
            "The cat fell.\n\nAnn Lee wrote three letters.\n\nThe port has a staff of nine who read on Mondays.\n\nIt rained.",
            "The cat fell.\n\nAnn Lee set two conditions:\n\nThe cat goes home, and it gets fish.\n\nIt rained.",
        ] {
            case(text, &[]);
        }
        case(
            "The cat fell.\n\nBo Orr had asked the port.\n\n1/2 Some cats are ships.\n\n2/2 This one is both.\n\nIt rained.",
            &["Bo Orr | had asked: 1/2 Some cats are ships. 2/2 This one is both."],
        );
    }

    #[test]
    fn lists_headings_and_reports_are_no_posts() {
        case("The rules were posted in a notice:\n\n1. No cats.", &[]);
        case("She wrote a letter:\n\nWhat happened next", &[]);
        case(
            "The party had three guests, and they were:\n\nA cat and two dogs came in.",
            &[],
        );
        case(
            "She left a note:\n\nIt rains. “It will go on,” Ann Lee said.",
            &[],
        );
    }
}
