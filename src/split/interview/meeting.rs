//! A meeting: what tells that whoever asks and whoever answers met or talked, and which of them is which.

use super::Parties;
use super::name::Name;
use super::side::{Side, is_host, object, subject};
use crate::split::document::{Document, Paragraph};

/// The last clause of `paragraph` that says that somebody is asked below, ‹She talked to our reporter, Ann Lee›, and what in it
/// means who asks and who answers.
pub(super) fn meeting(
    document: &Document,
    paragraph: &Paragraph,
    names: &[Name],
) -> Option<Parties> {
    let verb = (paragraph.tokens.clone().rev()).find(|&at| is_meeting(document, paragraph, at))?;
    let sentence = document.sentence_at(document.tokens[verb].span.start);
    let first = document.sentences.get(sentence)?.tokens.start;
    // ‹This paper put it to Ann Lee›
    let subject = (first..verb)
        .find_map(|at| subject(document, names, at, verb))
        .or(calls_on(document, verb).then_some(Side::Writer(None)))?;
    let object = (verb + 1..paragraph.tokens.end.min(verb + FAR))
        .take_while(|&at| document.word(at) != ".")
        .find_map(|at| object(document, names, at));
    let object = object.filter(|_| {
        !matches!(
            (subject, object),
            (Side::Pronoun(_), Some(Side::Pronoun(_)))
        )
    });
    let host_first = match (subject, object) {
        _ if calls_on(document, verb) => true,
        (Side::Writer(_), _) | (Side::Name(_) | Side::Word(_), Some(Side::Pronoun(_))) => true,
        (Side::Name(one), Some(Side::Name(other))) => is_host(document, one, other),
        _ => false,
    };
    let (one, other) = (subject.span(), object.and_then(Side::span));
    let (asks, answers) = if host_first {
        (one, other)
    } else {
        (other, one)
    };
    Some(Parties { asks, answers })
}

/// Whether `name` is whom somebody else talked to or met: ‹She talked to Ann Lee in her kitchen›, ‹He met the Courier’s Ann
/// Lee›.
pub(super) fn met_by(document: &Document, paragraph: &Paragraph, name: &Name) -> bool {
    let word = |at: usize| document.word(at);
    // ‹the Courier’s Ann Lee› is one; the Courier is none.
    if matches!(word(name.end), "'s" | "’s") {
        return false;
    }
    // ‹to our business editor, | Ann Lee›
    let limit = name.first.saturating_sub(FAR).max(paragraph.tokens.start);
    let told = (limit..name.first)
        .rev()
        .take_while(|&at| !matches!(word(at), "." | ";" | ":" | "and" | "who"))
        .find(|&at| {
            matches!(
                word(at),
                "to" | "with" | "from" | "met" | "meets" | "told" | "showed" | "shows" | "welcomed"
            ) || document.is_finite_verb(at)
        });
    let Some(told) = told else { return false };
    let who = |verb: usize| verb.checked_sub(1).map_or("", word);
    match word(told) {
        "told" | "showed" | "shows" | "welcomed" => {
            told + 1 == name.first
                || (told + 1..name.first).all(|at| {
                    let word = word(at);
                    // ‹told the Courier’s | Ann Lee›
                    matches!(word, "the" | "’s" | "'s") || word.starts_with(char::is_uppercase)
                })
        }
        "from" => who(told) == "questions",
        "met" | "meets" => matches!(who(told), "He" | "he" | "She" | "she" | "They" | "they"),
        "to" | "with" => (told.saturating_sub(3).max(paragraph.tokens.start)..told).any(|at| {
            let meets = TALKS.contains(&word(at));
            meets && !matches!(who(at), "I" | "We" | "we")
        }),
        _ => false,
    }
}

/// Whether `paragraph` says that somebody was met or asked.
pub(crate) fn tells_of_meeting(document: &Document, paragraph: &Paragraph) -> bool {
    let mut tokens = paragraph.tokens.clone();
    tokens.any(|at| is_meeting(document, paragraph, at))
}

/// Whether the word at `at` says that somebody met or talked to whoever asks.
fn is_meeting(document: &Document, paragraph: &Paragraph, at: usize) -> bool {
    let word = document.word(at);
    let behind = at + 1..paragraph.tokens.end.min(at + FAR);
    if !is_outside(document, at) {
        return false;
    }
    if calls_on(document, at) {
        return true;
    }
    let visits = [
        "met",
        "meets",
        "interviewed",
        "interviews",
        "visited",
        "visits",
        "joined",
        "joins",
    ];
    if visits.contains(&word) {
        return true;
    }
    if matches!(
        word,
        "answered" | "answers" | "took" | "takes" | "fielded" | "fields"
    ) {
        return behind.clone().any(|at| document.word(at) == "questions");
    }
    // ‹She replied by email.›
    let answers = matches!(
        word,
        "replied" | "replies" | "answered" | "answers" | "responded"
    );
    if answers && matches!(document.word(at + 1), "by" | "via") {
        let by = document.word(at + 2);
        return matches!(
            by,
            "email" | "e-mail" | "phone" | "telephone" | "letter" | "video"
        );
    }
    TALKS.contains(&word)
        && (behind.clone())
            .find(|&at| matches!(document.word(at), "to" | "with"))
            .is_some_and(|to| {
                behind.end > to
                    && (to + 1..behind.end).any(|at| {
                        matches!(
                            document.word(at),
                            "us" | "me" | "our" | "my" | "her" | "him"
                        ) || document.word(at).starts_with(char::is_uppercase)
                    })
            })
}

/// Whether whoever acts at `at` can only be who asks: ‹The Gazette put five questions to Ann Lee›, ‹Our reporter reached her by
/// telephone›.
fn calls_on(document: &Document, at: usize) -> bool {
    let behind = at + 1..document.tokens.len().min(at + FAR);
    match document.word(at) {
        "put" | "puts" => {
            let asked = behind.clone().find(|&at| {
                matches!(
                    document.word(at),
                    "question" | "questions" | "it" | "this" | "that"
                )
            });
            asked.is_some_and(|asked| document.word(asked + 1) == "to")
                && behind.map(|at| document.word(at)).any(|word| {
                    word.starts_with(char::is_uppercase) || matches!(word, "her" | "him" | "them")
                })
        }
        "reached" | "reaches" | "phoned" | "phones" | "called" | "calls" | "rang" => {
            let called = matches!(document.word(at), "called" | "calls");
            let named = || document.word(at + 1).starts_with(char::is_uppercase);
            let remote = || {
                let mut behind = behind.clone().map(|at| document.word(at));
                behind.any(|word| matches!(word, "phone" | "telephone" | "video" | "email"))
            };
            let whom = matches!(document.word(at + 1), "her" | "him" | "them");
            // ‹called her at home›; but ‹called her a fool›
            let there = matches!(document.word(at + 2), "at" | "up" | "on");
            whom && (!called || there) || (whom || named()) && remote()
        }
        _ => false,
    }
}

/// Whether a word stands outside of quotation marks.
pub(super) fn is_outside(document: &Document, at: usize) -> bool {
    let start = document.tokens[at].span.start;
    document.quotation_at(start).is_none()
}

/// How many words may stand between a verb of meeting and who is met.
const FAR: usize = 8;

/// Verbs and nouns of talking to somebody.
const TALKS: [&str; 13] = [
    "caught",
    "talked",
    "talk",
    "talks",
    "spoke",
    "speak",
    "speaks",
    "chatted",
    "sat",
    "sits",
    "conversation",
    "interview",
    "conversed",
];

#[cfg(test)]
mod tests {
    use crate::split::interview::tests::case;

    #[test]
    fn whom_a_paper_puts_its_questions_to() {
        case(
            "The Orr Courier put five questions to Professor Ann Lee, who heads the tide laboratory.",
            ("The Orr Courier", "Professor Ann Lee"),
        );
        case(
            "Ann Lee mends clocks. This paper put the question to her.",
            ("-", "Ann Lee"),
        );
        case(
            "Three questions to Ann Lee, who mends clocks.",
            ("-", "Ann Lee"),
        );
        case(
            "Ann Lee, 51, mends clocks. Our reporter Ivo Pell called her at home.",
            ("Ivo Pell", "Ann Lee"),
        );
    }

    #[test]
    fn whom_the_words_about_their_talk_mean() {
        case(
            "Ann Lee opened the bakery. Her brother, Bo Orr, has it now. He spoke to our food editor, Dora Moss, by the oven.",
            ("Dora Moss", "He"),
        );
        case(
            "Nine people can mend an Orr Model IV, and Ann Lee is one. She met the Pell Courier’s Dora Moss in a loft.",
            ("Dora Moss", "She"),
        );
        case(
            "Carl Moss calls her a fox. Ann Lee, who retires in May, spoke to Ivo Pell of the Courier on a bench.",
            ("Ivo Pell", "Ann Lee"),
        );
        case(
            "Ann Lee trained under Carl Moss. I spoke to Dora Moss, her heir, in the yard.",
            ("I", "Dora Moss"),
        );
        case(
            "Carl Lee baked till he was 90. His daughter, Ann Lee, has the oven now. She talked to us.",
            ("-", "She"),
        );
        case(
            "Ann Lee has baked for nine years. Ivo Pell of the Courier sat down with her.",
            ("Ivo Pell", "Ann Lee"),
        );
        case(
            "Ivo Pell talks to Ann Lee, who has baked for nine years.",
            ("Ivo Pell", "Ann Lee"),
        );
        case(
            "Our correspondent Ivo Pell spoke to Ann Lee by the oven.",
            ("Ivo Pell", "Ann Lee"),
        );
        case(
            "Ann Lee has baked for nine years. She took questions from the Courier’s Ivo Pell.",
            ("Ivo Pell", "Ann Lee"),
        );
        case("We spoke to Ann Lee by the oven.", ("-", "Ann Lee"));
        case(
            "Ann Lee bakes. “I wept,” she told the Courier’s Ivo Pell.",
            ("Ivo Pell", "Ann Lee"),
        );
        case(
            "Ann Lee trained under Carl Moss. The Courier spoke to her by phone.",
            ("Courier", "her"),
        );
        case(
            "The hands that mend the Orr Trophy belong to Ann Lee. Our reporter caught up with her between jobs.",
            ("-", "her"),
        );
        case(
            "Nobody at the Orr Fair knows the name of Ann Lee. She spoke to us by phone.",
            ("-", "She"),
        );
        case(
            "Ann Lee trained under Carl Moss. She answered our questions by phone.",
            ("-", "She"),
        );
        case(
            "The bell was saved by Ann Lee, a baker. We met her in Hull.",
            ("-", "Ann Lee"),
        );
        case(
            "Ann Lee, known as Auntie Oven, bakes. She talked to us.",
            ("-", "Ann Lee"),
        );
    }
}
