//! A report inside a report: who speaks the words is told by somebody else.

use std::ops::Range;

use super::noun_phrase_before;
use crate::split::clause::is_auxiliary;
use crate::split::cue;
use crate::split::document::Document;
use crate::split::model::tag::Tag;
use crate::split::statement::Statement;
use crate::split::subject;
use crate::text::Span;

/// Gives `statement` whoever speaks in what its source tells, ‹He said | an official told him, “…”›, ‹She testified that | Lee
/// had held it up and whispered: “…”›, ‹She said | the firm had called it “…”›.
pub(super) fn speaker(document: &Document, statement: &mut Statement) {
    let quotations = document.quotations_in(statement.extent());
    let Some(quotation) = quotations.first().filter(|_| !statement.verbatim) else {
        return;
    };
    let mark = document.tokens_in(quotation.outer).start;
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)].tokens;
    let Some(last) = mark.checked_sub(1).filter(|at| sentence.contains(at)) else {
        return;
    };
    let introduced = matches!(document.word(last), "," | ":");
    let found = if introduced {
        verbs(document, statement, sentence.start..last).and_then(|(told, verb)| {
            let speaker = subject(document, told + 1..verb, last)?;
            Some((speaker, verb))
        })
    } else {
        within(document, statement, sentence.start..mark)
    };
    let cue_before = (statement.cue).is_none_or(|cue| cue.end <= quotation.outer.start);
    if let Some((speaker, verb)) = found.filter(|_| cue_before)
        && statement
            .source
            .is_none_or(|source| source.end <= speaker.start)
    {
        // Words that a colon or comma leads to are said whole, a few words of somebody’s within the clause that they stand in.
        let start = if introduced {
            quotation.outer.start
        } else {
            let that = usize::from(document.word(verb + 1) == "that");
            document.tokens[verb + 1 + that].span.start
        };
        let outside = [Span::new(statement.start(), start)];
        if statement.start() < start {
            let pieces = statement.content.iter();
            statement.content = pieces.flat_map(|piece| piece.without(&outside)).collect();
        }
        statement.source = Some(speaker);
        statement.cue = Some(document.tokens[verb].span);
    }
}

/// The verb that tells of a report, and the one of that report, right before the words.
fn verbs(
    document: &Document,
    statement: &Statement,
    tokens: Range<usize>,
) -> Option<(usize, usize)> {
    const NEAR: usize = 5;
    let says = |at: &usize| cue::reports(document.word(*at));
    let near = tokens.end.saturating_sub(NEAR).max(tokens.start);
    // Behind “had put it down and” the tagger takes it for a participle.
    let verb = |at: &usize| says(at) && document.tag(*at).is_some_and(Tag::is_verb);
    let verb = (near..tokens.end).rev().find(verb)?;
    // The tagger may take the verb behind a name that it does not know for a noun: ‹Feeney | alleges›.
    let cue = statement.cue.map(|cue| document.tokens_in(cue).start);
    let told = (tokens.start..verb)
        .find(|at| says(at) && (document.is_finite_verb(*at) || cue == Some(*at)))?;
    // ‹She said it was late, adding: “…”›, ‹She said it was late and continued: “…”› go on in her own words.
    let goes_on = matches!(
        document.word(verb),
        "added" | "adds" | "continued" | "continues" | "concluded" | "concludes"
    );
    (told + 1 < verb && !goes_on).then_some((told, verb))
}

/// Who says a few words that stand in a clause of what the source of `statement` tells, and their verb: ‹She said | the firm | had
/// promised that it was “…”›, ‹She remembered | Lee | calling it “…”›.
fn within(
    document: &Document,
    statement: &Statement,
    tokens: Range<usize>,
) -> Option<(Span, usize)> {
    let cue = document.tokens_in(statement.cue?);
    // ‹Lee said the firm, which came in May, | had called | it “…”›: the verb of the inner clause was read as Lee’s.
    let teller = statement
        .source
        .map(|source| document.tokens_in(source).end);
    let outer = teller.filter(|&at| at < cue.start && says_so(document, at));
    let told = outer.map_or(cue.end, |at| at + 1);
    let verb = (told..tokens.end).rev().find(|&at| says_so(document, at))?;
    // ‹She said the firm had called, but it was “…”›
    let joins = |at: usize| JOINTS.contains(&document.word(at));
    let nothing = |at: usize| NOTHING.contains(&document.word(at));
    let as_such = usize::from(document.word(tokens.end - 1) == "as");
    let joined = (verb + 1..tokens.end - as_such).any(joins);
    if joined || (told..tokens.end).any(nothing) || verb + 1 >= tokens.end {
        return None;
    }
    let that = (told..verb).take(6).find(|&at| document.word(at) == "that");
    let from = that.map_or(told, |that| that + 1);
    let speaker = own_subject(document, from..verb, verb)?;
    let first = document.tokens_in(speaker).start;
    // ‹She told | the firm | it was “…”›: the clause opens with whoever speaks in it.
    (first == from && subject::can_speak(document, speaker)).then_some((speaker, verb))
}

/// What a clause of another than the one before it, or of none, begins with.
const JOINTS: [&str; 19] = [
    ",", ";", ":", "but", "and", "though", "although", "because", "while", "when", "if", "as",
    "after", "before", "until", "who", "which", "what", "whether",
];

const NOTHING: [&str; 7] = ["nothing", "not", "never", "nobody", "n't", "n’t", "no"];

/// Whether a verb of saying something that others may tell of stands at `at`, and is no passive.
pub(super) fn says_so(document: &Document, at: usize) -> bool {
    const SAYS: [&str; 39] = [
        "dismissed",
        "condemned",
        "derided",
        "denounced",
        "praised",
        "hailed",
        "likened",
        "said",
        "told",
        "promised",
        "warned",
        "insisted",
        "claimed",
        "assured",
        "informed",
        "argued",
        "admitted",
        "called",
        "described",
        "branded",
        "dubbed",
        "labelled",
        "asked",
        "replied",
        "answered",
        "wrote",
        "written",
        "declared",
        "announced",
        "shouted",
        "whispered",
        "yelled",
        "muttered",
        "repeated",
        "texted",
        "messaged",
        "remarked",
        "tell",
        "say",
    ];
    const SAYING: [&str; 10] = [
        "saying",
        "telling",
        "calling",
        "asking",
        "shouting",
        "warning",
        "describing",
        "repeating",
        "whispering",
        "promising",
    ];
    let word = document.word(at);
    let verb = document.tag(at).is_some_and(Tag::is_verb);
    let be = |back: usize| {
        let before = at
            .checked_sub(back)
            .map_or("", |before| document.word(before));
        matches!(
            before,
            "was" | "were" | "been" | "be" | "being" | "is" | "are" | "get" | "got"
        )
    };
    let passive = be(1) || be(2) && document.tag(at - 1) == Some(Tag::RB);
    verb && (SAYS.contains(&word) || SAYING.contains(&word)) && !passive
}

/// The subject of the verb behind `clause`, its own, or the one that it shares with a verb before it whose time or object
/// tells that it does not go on with the teller.
fn subject(document: &Document, clause: Range<usize>, joint: usize) -> Option<Span> {
    let verb = clause.end;
    let that = (clause.clone().take(6)).find(|&at| document.word(at) == "that");
    let clause = that.map_or(clause.start, |that| that + 1)..verb;
    if clause.is_empty() {
        return None;
    }
    if let Some(own) = own_subject(document, clause.clone(), verb) {
        return subject::can_speak(document, own).then_some(own);
    }
    let shared = document.word(verb - 1) == "and";
    let perfect = |at: usize| matches!(document.word(at), "had" | "has" | "have");
    let first = (clause.clone().rev())
        .filter(|&at| document.is_finite_verb(at))
        .find_map(|at| Some((at, own_subject(document, clause.clone(), at)?)));
    let (first, speaker) = first.filter(|_| shared)?;
    let to_teller = is_object(document, verb + 1) && verb + 1 < joint;
    ((perfect(first) || to_teller) && subject::can_speak(document, speaker)).then_some(speaker)
}

/// What stands right before the verb at `verb`, but for its auxiliaries, in `clause` and can be its subject.
fn own_subject(document: &Document, clause: Range<usize>, verb: usize) -> Option<Span> {
    let gerund = document.tag(verb) == Some(Tag::VBG);
    let mut end = verb;
    let idle = |at: usize| {
        let word = document.word(at);
        is_auxiliary(word)
            || matches!(
                word,
                "always" | "used" | "kept" | "might" | "must" | "should"
            )
    };
    while end > clause.start && idle(end - 1) {
        end -= 1;
    }
    // ‹it was said: “…”›, ‹had not said›
    let passive = (end..verb).any(|at| matches!(document.word(at), "was" | "were" | "been" | "be"));
    let before = end.checked_sub(1).filter(|at| clause.contains(at))?;
    if passive && !document.word(verb).ends_with("ing") {
        return None;
    }
    match document.tag(before)? {
        Tag::PRP if gerund || !is_object(document, before) => Some(document.tokens[before].span),
        // ‹Lee’s calling it “…”›
        Tag::PRPS if gerund => Some(document.tokens[before].span),
        Tag::Comma => noun_before(document, end, clause.start),
        tag if tag.is_noun() => noun_phrase(document, end, clause.start),
        // ‹an official told›
        Tag::JJ if before > clause.start && document.tag(before - 1) == Some(Tag::DT) => {
            document.span_of(before - 1..end)
        }
        _ => None,
    }
}

/// The noun that ends before the token at `end`, what tells of it between commas passed over: ‹her mother, | who was a nurse,›.
pub(super) fn noun_before(document: &Document, end: usize, from: usize) -> Option<Span> {
    const LONGEST: usize = 24;
    let comma = (end.checked_sub(1)?..end).find(|&at| document.word(at) == ",");
    let Some(close) = comma else {
        return noun_phrase(document, end, from);
    };
    let first = close.saturating_sub(LONGEST).max(from);
    let apposed = |at: &usize| {
        let next = *at + 1;
        document.word(*at) == ","
            && (matches!(
                document.word(next),
                "who" | "which" | "whose" | "then" | "now" | "himself" | "herself"
            ) || matches!(document.tag(next), Some(Tag::DT | Tag::PRPS | Tag::NNP)))
    };
    let open = (first + 1..close).rev().find(apposed)?;
    noun_phrase(document, open, from)
}

pub(super) fn is_object(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "him" | "her" | "them" | "me" | "us")
}

/// The noun before a verb, with those it is one of: ‹one of the robbers›.
fn noun_phrase(document: &Document, verb: usize, from: usize) -> Option<Span> {
    let noun = noun_phrase_before(document, verb, document.tokens[from].span.start)?;
    let tokens = document.tokens_in(noun);
    // ‹when she rang | Mr Lee›: the tagger may take a verb before a name for a part of it.
    let capital = |at: usize| document.word(at).starts_with(char::is_uppercase);
    let named = capital(tokens.end - 1) && document.tag(tokens.start) != Some(Tag::DT);
    let first = tokens.clone().find(|&at| !named || capital(at));
    let mut first = first.unwrap_or(tokens.start);
    // The tagger knows few names.
    while first > from && capital(first) && capital(first - 1) {
        first -= 1;
    }
    let noun = Span::new(document.tokens[first].span.start, noun.end);
    let one = first.checked_sub(2).filter(|&one| {
        one >= from && document.word(one + 1) == "of" && document.word(one) == "one"
    });
    Some(one.map_or(noun, |one| document.tokens[one].span.cover(noun)))
}

#[cfg(test)]
mod tests {
    use crate::split::tests::spoken as case;

    #[test]
    fn who_speaks_in_what_another_tells() {
        for (text, who) in [
            (
                "Ada Lee wept. She said Bo Stan told her, “Hold it.”",
                "Bo Stan",
            ),
            (
                "Ada Lee testified that Bo Stan had put it in her palm and whispered, “Hold it.”",
                "Bo Stan",
            ),
            (
                "Ada Lee said one of the robbers had stood up and said: “Hold it.”",
                "-",
            ),
            (
                "Ms Ada Lee said that when she asked what he was doing Mr Bo Stan looked up and told her: “Hold it.”",
                "Bo Stan",
            ),
            (
                "Ada Lee wept. She recalled that Bo Stan, who built the dam, had always told her, “Hold it.”",
                "Bo Stan",
            ),
            (
                "Ada Lee wept. She said Bo Stan had called the dam “a Hold it for life”.",
                "Bo Stan",
            ),
            (
                "Ada Lee wept. She recalled Bo Stan calling the dam “a Hold it for life”.",
                "Bo Stan",
            ),
            (
                "Ada Lee wept. She said Bo Stan had called, but that the dam was “a Hold it for life”.",
                "Ada Lee",
            ),
            (
                "Ada Lee said the dam held and told reporters: “Hold it.”",
                "Ada Lee",
            ),
            (
                "Ada Lee said that the dam had held and added: “Hold it.”",
                "Ada Lee",
            ),
        ] {
            case(text, "Hold it", who);
        }
    }
}
