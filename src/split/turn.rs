//! Turns of an interview: paragraphs that open with who speaks, "Q: …", "SMITH: …", or questions and what follows each.

use std::collections::BTreeMap;

use super::document::{Document, Paragraph};
use super::interview;
use super::post::is_name;
use super::statement::Statement;
use crate::attribution::Basis;
use crate::text::Span;

/// The labels of whoever asks.
const QUESTION: [&str; 3] = ["Q", "QUESTION", "Question"];

/// A label is no longer than this, in bytes.
const LABEL: usize = 40;

/// The turns of the interview that `document` is or holds; each takes its paragraphs whole.
///
/// A label counts when it comes back: one paragraph that opens with a name and a colon is no interview.
pub(crate) fn turns(document: &Document) -> Vec<Statement> {
    let words: Vec<Span> = document
        .paragraphs
        .iter()
        .map(|paragraph| bare(document, paragraph.span))
        .collect();
    let labels: Vec<Option<Span>> = words.iter().map(|words| label(document, *words)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for label in labels.iter().flatten() {
        *counts.entry(label.of(document.text)).or_default() += 1;
    }
    let labelled: usize = counts.values().sum();
    // ‹Why now? ¶ Lee: Because it rains. ¶ And then? ¶ Lee: We swim.›
    let above = |nth: usize| {
        nth.checked_sub(1)
            .filter(|above| asks(document, words[*above]))
    };
    let answered = (0..labels.len()).filter(|&nth| labels[nth].is_some() && above(nth).is_some());
    let alone = counts.len() == 1 && labelled >= 2 && answered.count() == labelled;
    if !alone && (counts.len() < 2 || labelled < 3 || counts.values().all(|&count| count < 2)) {
        return unlabelled(document, &words);
    }
    let (Some(first), Some(last)) = (
        labels.iter().position(Option::is_some),
        labels.iter().rposition(Option::is_some),
    ) else {
        return Vec::new();
    };
    let first = above(first).filter(|_| alone).unwrap_or(first);
    let mut parties = interview::parties(document, &document.paragraphs[..first]);
    let asked = counts.keys().any(|label| QUESTION.contains(label));
    let mut turns: Vec<Statement> = Vec::new();
    for (nth, label) in labels.iter().enumerate().take(last + 1).skip(first) {
        let paragraph = words[nth];
        let Some(label) = *label else {
            // ‹The jury then heard from Bo Orr:› opens another exchange.
            if asked && paragraph.of(document.text).ends_with(':') {
                parties = interview::parties(document, &document.paragraphs[..=nth]);
                continue;
            }
            // A paragraph without a label goes on with the turn above it, but for a question that names answer.
            if !asked && asks(document, paragraph) {
                turns.push(Statement {
                    content: vec![paragraph],
                    cue: None,
                    source: parties.asks.filter(|_| alone),
                    basis: Basis::Turn,
                    verbatim: true,
                    post: None,
                    confidence: 1.0,
                    why: "a question".to_owned(),
                });
                continue;
            }
            if let Some(turn) = turns.last_mut() {
                turn.content.push(paragraph);
            }
            continue;
        };
        let colon = label.end + document.text[label.end..].find([':', '.']).unwrap_or(0) + 1;
        let words = bare(document, Span::new(colon.min(paragraph.end), paragraph.end));
        if words.is_empty() {
            continue;
        }
        let source = match label.of(document.text) {
            question if QUESTION.contains(&question) => parties.asks,
            "A" | "ANSWER" | "Answer" => parties.answers,
            _ => Some(label),
        };
        let enclosed = document.quotation_of(words);
        turns.push(Statement {
            content: vec![enclosed.map_or(words, |q| q.inner)],
            cue: None,
            source,
            basis: Basis::Turn,
            verbatim: true,
            post: None,
            confidence: 1.0,
            why: format!("a turn of {}", label.of(document.text)),
        });
    }
    turns
}

/// The turns of an interview without labels: paragraphs that ask, each with those that answer it, below words that say
/// who is asked.
fn unlabelled(document: &Document, words: &[Span]) -> Vec<Statement> {
    let paragraphs = &document.paragraphs;
    let said = |nth: usize, words: &[&str]| holds(document, &paragraphs[nth], words);
    let mut questions: Vec<usize> = Vec::new();
    for nth in (0..paragraphs.len()).filter(|&nth| asks(document, words[nth])) {
        // ‹Do you play at home? ¶ I do not, because who would I charge?› is answered by one more.
        let answers = nth > 0 && questions.last() == Some(&(nth - 1)) && {
            let sentences = &document.sentences[paragraphs[nth].sentences.clone()];
            let own = document.word(paragraphs[nth].tokens.start) == "I";
            (own || sentences.len() > 1 && !sentences[0].span.of(document.text).ends_with('?'))
                && said(nth, &["i", "my", "me"])
                && !said(nth, &SECOND_PERSON)
        };
        if !answers {
            questions.push(nth);
        }
    }
    let Some((&first, &last)) = questions.first().zip(questions.last()) else {
        return Vec::new();
    };
    let answers: Vec<usize> = questions
        .iter()
        .map(|question| question + 1)
        .filter(|nth| *nth < paragraphs.len() && !questions.contains(nth))
        .collect();
    let personal = answers.iter().filter(|&&nth| said(nth, &FIRST_PERSON));
    let told = (0..first).any(|nth| {
        said(nth, &INTERVIEWS) || interview::tells_of_meeting(document, &paragraphs[nth])
    });
    // Four questions to “you” that “I” answers tell by themselves that somebody is asked.
    let told = told || {
        let own = |nth: &&usize| said(**nth, &["i", "my", "me", "i’m", "i'm"]);
        let asked = questions.iter().filter(|nth| said(**nth, &SECOND_PERSON));
        answers.len() >= 4 && answers.iter().filter(own).count() >= 3 && asked.count() >= 2
    };
    // ‹— When did you start? ¶ At nine.›
    let dashed = |nth: &usize| words[*nth].start > paragraphs[*nth].span.start;
    let is_interview = answers.len() >= 3
        && (personal.count() * 2 >= answers.len() || questions.iter().all(dashed))
        && questions.iter().any(|&nth| said(nth, &SECOND_PERSON))
        && told;
    // Answers between marks are read as quotations are.
    let narrated = words[first..paragraphs.len().min(last + 2)]
        .iter()
        .any(|words| words.of(document.text).starts_with(MARKS));
    let parties = interview::parties(document, &paragraphs[..first]);
    if !is_interview || narrated || parties.answers.is_none() {
        return Vec::new();
    }
    // ‹There was a row. Some said you ran.›: what is put to somebody stands, as a question does, between two answers.
    let put = questions.windows(2).filter_map(|pair| {
        let nth = pair[0] + 2;
        let between = pair[1] == nth + 2;
        let whom = between && said(nth, &SECOND_PERSON) && !said(nth, &["i", "my", "me"]);
        (whom && paragraphs[nth].tokens.len() <= LONGEST_PUT).then_some(nth)
    });
    let put: Vec<usize> = put.collect();
    questions.extend(put);
    let mut turns: Vec<Statement> = Vec::new();
    for (nth, &words) in words.iter().enumerate().skip(first) {
        let question = questions.contains(&nth);
        let goes_on = !question && !questions.contains(&(nth - 1));
        let own = || {
            parties
                .answers
                .is_some_and(|who| names(document, words, who))
        };
        if goes_on && nth > last && (!said(nth, &FIRST_PERSON) || own()) {
            break;
        }
        if goes_on && let Some(turn) = turns.last_mut() {
            turn.content.push(words);
            continue;
        }
        turns.push(Statement {
            content: vec![words],
            cue: None,
            source: if question {
                parties.asks
            } else {
                parties.answers
            },
            basis: Basis::Turn,
            verbatim: true,
            post: None,
            confidence: 1.0,
            why: if question { "a question" } else { "an answer" }.to_owned(),
        });
    }
    turns
}

/// Whether `words` hold the last name of `who`, outside quotation marks.
fn names(document: &Document, words: Span, who: Span) -> bool {
    let last = who.of(document.text).split_whitespace().next_back();
    let named = |last: &str| {
        last.starts_with(char::is_uppercase)
            && document.tokens_in(words).any(|at| {
                document.word(at) == last
                    && document
                        .quotation_at(document.tokens[at].span.start)
                        .is_none()
            })
    };
    last.is_some_and(named)
}

/// The words of `paragraph` without the marks of bold type around them and the dash of a turn.
fn bare(document: &Document, paragraph: Span) -> Span {
    let words = paragraph.trim_matches(document.text, |c| {
        c.is_whitespace() || matches!(c, '*' | '_')
    });
    let dashless = words
        .of(document.text)
        .trim_start_matches(['—', '–', '―', '-', ' ', '\u{a0}']);
    Span::new(words.end - dashless.len(), words.end)
}

/// Whether `paragraph` asks: a question in the article's own words, or a request to tell.
fn asks(document: &Document, paragraph: Span) -> bool {
    const LONGEST: usize = 400;
    let words = paragraph.of(document.text).trim();
    let tell = ["Tell us ", "Tell me ", "Describe ", "Talk us ", "Talk me "];
    words.len() <= LONGEST
        && !words.starts_with(MARKS)
        && (words.ends_with('?') || tell.iter().any(|tell| words.starts_with(tell)))
}

/// Whether one of `words` stands in `paragraph`, outside quotation marks.
fn holds(document: &Document, paragraph: &Paragraph, words: &[&str]) -> bool {
    paragraph.tokens.clone().any(|token| {
        let word = document.word(token);
        words.iter().any(|known| word.eq_ignore_ascii_case(known))
            && (document.quotation_at(document.tokens[token].span.start)).is_none()
    })
}

/// What is put to somebody without a question has no more tokens.
const LONGEST_PUT: usize = 40;

const MARKS: [char; 7] = ['“', '"', '‘', '\'', '«', '„', '”'];

const FIRST_PERSON: [&str; 6] = ["i", "my", "me", "we", "our", "us"];

const SECOND_PERSON: [&str; 3] = ["you", "your", "yours"];

/// What tells that somebody is asked below.
const INTERVIEWS: [&str; 20] = [
    "visited",
    "showed",
    "joined",
    "spoke",
    "speaks",
    "talked",
    "talks",
    "talk",
    "chatted",
    "sat",
    "met",
    "caught",
    "asked",
    "interview",
    "interviewed",
    "conversation",
    "questions",
    "told",
    "answers",
    "answered",
];

/// The words before the colon that `paragraph` opens with, where they can name who speaks.
fn label(document: &Document, paragraph: Span) -> Option<Span> {
    let words = paragraph.of(document.text);
    let mut limit = words.len().min(LABEL);
    while !words.is_char_boundary(limit) {
        limit -= 1;
    }
    let short = words.starts_with("Q.") || words.starts_with("A.");
    let colon = if short { 1 } else { words[..limit].find(':')? };
    let spoken = &words[colon + 1..];
    let name = &words[..colon];
    let names = name.split_whitespace().count();
    let fits = (1..=5).contains(&names)
        && is_name(name)
        // ‹Ann Lee: 1,769› is a count.
        && spoken.contains(char::is_alphabetic)
        && spoken.starts_with(|c: char| c.is_whitespace() || c == '*');
    fits.then(|| Span::new(paragraph.start, paragraph.start + colon))
}

#[cfg(test)]
mod tests {
    use super::turns;
    use crate::article::Article;
    use crate::split::document::Document;
    use crate::text::{Excerpt, Span};

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let body = vec![Span::whole(text)];
        let article = Article {
            text: text.to_owned(),
            body,
            ..Article::default()
        };
        let found: Vec<String> = turns(&Document::of(&article))
            .iter()
            .map(|turn| {
                let words = Excerpt::cut(text, turn.content.clone());
                format!(
                    "{}: {}",
                    turn.source.map_or("?", |span| span.of(text)),
                    words.text()
                )
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn reads_interviews() {
        case(
            "A talk with Ann Lee.\n\nQ: Why now?\n\nA: Because it rains.\n\nIt rains a lot.\n\nQ: And then?\n\nA: We swim.",
            &[
                "?: Why now?",
                "Ann Lee: Because it rains. It rains a lot.",
                "?: And then?",
                "Ann Lee: We swim.",
            ],
        );
        case(
            "In New York, Ann Lee has swum the United States.\n\nQ: Why now?\n\nA: It rained.\n\nQ: Still?",
            &["?: Why now?", "Ann Lee: It rained.", "?: Still?"],
        );
        case(
            "ORR: You came late.\n\nLEE: I did.\n\nORR: Why?",
            &["ORR: You came late.", "LEE: I did.", "ORR: Why?"],
        );
        case(
            "Two hosts, Ann Lee and Bo Orr.\n\nLee: We were late.\n\nOrr: I was not.\n\nWho is late now?\n\nLee: He is.",
            &[
                "Lee: We were late.",
                "Orr: I was not.",
                "?: Who is late now?",
                "Lee: He is.",
            ],
        );
        case(
            "Votes so far:\n\nLee: 1,769.\n\nOrr: 1,501.\n\nLee: 547.\n\nOrr: 46.",
            &[],
        );
        case("Note: the shop is closed.\n\nIt opens on Monday.", &[]);
    }

    #[test]
    fn questions_in_bold_type_and_behind_dashes() {
        case(
            "Ann Lee spoke to Ivo Pell.\n\n**Why now?**\n\n**Lee:** It rained.\n\n**And then?**\n\nLee: We swam.",
            &[
                "Ivo Pell: Why now?",
                "Lee: It rained.",
                "Ivo Pell: And then?",
                "Lee: We swam.",
            ],
        );
        case(
            "Ann Lee spoke to us.\n\n— Did you swim?\n\n— At nine.\n\n— And then?\n\n— Home.\n\n— Still?\n\n— Never.",
            &[
                "?: Did you swim?",
                "Ann Lee: At nine.",
                "?: And then?",
                "Ann Lee: Home.",
                "?: Still?",
                "Ann Lee: Never.",
            ],
        );
        // A list has one label or no question.
        case("Lee: nine goats.\n\nLee: ten goats.", &[]);
    }

    #[test]
    fn reads_interviews_without_labels() {
        case(
            "Ferryman Ivo Brandt has crossed the sound for forty years. He sat down with us on the quay.\n\nWhen did you \
             start?\n\nI was nine. My uncle needed hands.\n\nThe old boat is gone. Do you miss it?\n\nNot in winter.\n\nIn \
             June I do.\n\nTell us about the storm.\n\nWe lost a mast and a goat.\n\nThe ferry runs daily.",
            &[
                "?: When did you start?",
                "Ferryman Ivo Brandt: I was nine. My uncle needed hands.",
                "?: The old boat is gone. Do you miss it?",
                "Ferryman Ivo Brandt: Not in winter. In June I do.",
                "?: Tell us about the storm.",
                "Ferryman Ivo Brandt: We lost a mast and a goat.",
            ],
        );
        // What is put to her is no question; behind the last answer the article goes on.
        case(
            "Ada Brandt paints signs. She answered our questions by phone.\n\nWhen did you start?\n\nI was nine.\n\nDo you \
             drink?\n\nOnly my tea.\n\nThey say that you fell off a church.\n\nOnce.\n\nWhat next?\n\nI rest.\n\nHer \
             brother, Ivo Brandt, agreed. “We all rest,” he said.",
            &[
                "?: When did you start?",
                "Ada Brandt: I was nine.",
                "?: Do you drink?",
                "Ada Brandt: Only my tea.",
                "?: They say that you fell off a church.",
                "Ada Brandt: Once.",
                "?: What next?",
                "Ada Brandt: I rest.",
            ],
        );
        // Nobody is said to be asked: questions that the article puts itself.
        case(
            "Ivo Brandt has a ferry.\n\nWhat is your tax?\n\nI pay ten.\n\nIs it due?\n\nIn May we pay.\n\nAnd \
             then?\n\nI rest.",
            &[],
        );
        // The answers stand between marks and are reported.
        case(
            "We spoke to Ivo Brandt.\n\nDo you swim?\n\n“I do,” he says.\n\nWhere?\n\nMy sound, he says.\n\nWhen?\n\nI \
             swim at dawn.",
            &[],
        );
    }

    #[test]
    fn questions_and_answers_tell_by_themselves() {
        let text = "Ivo Brandt, 74, has a ferry.\n\nWhen did you start?\n\nI was nine.\n\nDo you swim?\n\nNot me.\n\nAnd in \
                    winter?\n\nI rest.\n\nWhat next?\n\nMy garden.\n\nAs told to Ada Pell";
        case(
            text,
            &[
                "Ada Pell: When did you start?",
                "Ivo Brandt: I was nine.",
                "Ada Pell: Do you swim?",
                "Ivo Brandt: Not me.",
                "Ada Pell: And in winter?",
                "Ivo Brandt: I rest.",
                "Ada Pell: What next?",
                "Ivo Brandt: My garden.",
            ],
        );
    }

    #[test]
    fn a_label_in_the_midst_of_a_name() {
        let told = "We spoke to Ana Orr Mamani.\n\nGAZETTE: Do you swim?\n\nORR: I do.\n\nGAZETTE: Where?\n\nORR: At home.";
        crate::split::tests::spoken(told, "At home", "Ana Orr Mamani");
    }

    #[test]
    fn an_answer_may_end_with_a_question() {
        let asked = "Ada Brandt paints signs. She spoke to us.\n\nWhen did you start?\n\nI was nine.\n\nDo you \
                     drink?\n\nOnly my tea.\n\nAnd at home?\n\n";
        let turns = [
            "?: When did you start?",
            "Ada Brandt: I was nine.",
            "?: Do you drink?",
            "Ada Brandt: Only my tea.",
            "?: And at home?",
            "Ada Brandt: I do not. Who would I drink with?",
        ];
        case(&format!("{asked}I do not. Who would I drink with?"), &turns);
        // Behind it the article goes on, though it quotes “my” there.
        case(
            &format!(
                "{asked}I do not. Who would I drink with?\n\nBrandt’s last sign hangs in our town."
            ),
            &turns,
        );
        // The last two ask.
        let mut more = turns[..5].to_vec();
        more.extend(["Ada Brandt: Only then.", "?: And now?", "?: Is it late?"]);
        case(
            &format!("{asked}Only then.\n\nAnd now?\n\nIs it late?"),
            &more,
        );
    }

    #[test]
    fn who_answered_speaks_on_behind_the_interview() {
        let told = "Ann Lee mends clocks. She spoke to Ada Orr.\n\nQ: Do you swim?\n\nA: I do.\n\nQ: And then?\n\nA: I rest.\n\nIt is \
                    late. “I wept,” she says.";
        crate::split::tests::spoken(told, "I wept", "Ann Lee");
    }

    #[test]
    fn a_paper_asks_under_its_name() {
        let told = "We spoke to Ann Lee.\n\nGazette: Do you swim?\n\nLee: I do.\n\nGazette: Where?\n\nLee: At home.";
        crate::split::tests::spoken(told, "Where?", "Gazette");
    }
}
