//! The whole subject of a reporting verb, where the model read a part of it.

use super::noun_phrase_before;
use crate::split::document::Document;
use crate::split::model::tag::Tag;
use crate::split::quote::{self, Quoted};
use crate::split::statement::Statement;
use crate::text::Span;

/// Gives `statement` the whole subject where only its last noun was read as the source: ‹A union that represents workers
/// in Dayton urged …›.
pub(super) fn whole_subject(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let sentence = &document.sentences[document.sentence_at(source.start)];
    let first = sentence.tokens.start;
    let at = document.tokens_in(source).start;
    let adjoins = source.end <= cue.start
        && Span::new(source.end, cue.start)
            .of(document.text)
            .chars()
            .all(|c| !c.is_alphanumeric());
    // ‹A clerk who took the money was jailed after a judge told her …›: a clause of its own.
    let joined = at > first
        && [
            "after", "as", "when", "before", "while", "because", "since", "until", "although", "if",
        ]
        .contains(&document.word(at - 1));
    let behind = at > first
        && !joined
        && document
            .tag(at - 1)
            .is_some_and(|tag| matches!(tag, Tag::IN) || tag.is_finite());
    let opens = document
        .tag(first)
        .is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::DT | Tag::PRPS | Tag::JJ | Tag::CD));
    let relative =
        (first..at).any(|at| matches!(document.word(at), "that" | "who" | "which" | "whose"));
    // ‹The minister for a lorry park outside | Dunmore | conceded›
    let plain = document.tag(first) == Some(Tag::DT)
        && document.tag(at.saturating_sub(1)) == Some(Tag::IN)
        && !(first..at)
            .any(|at| document.word(at) == "," || document.tag(at).is_some_and(Tag::is_finite));
    let subject = Span::new(sentence.span.start, source.end);
    let free = !statement.overlaps(subject) && document.quotation_at(subject.start).is_none();
    if adjoins && behind && opens && (relative || plain) && free {
        statement.source = Some(subject);
    }
}

/// Gives `statement` the whole subject, and the verb that goes with it, where those of the clause inside it were read:
/// ‹A report that | the board | published | in May warned that …›.
pub(super) fn around_relative(document: &Document, statement: &mut Statement) {
    const LONGEST: usize = 12;
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    if cue.end > statement.start() {
        return;
    }
    let first = document.sentences[document.sentence_at(cue.start)]
        .tokens
        .start;
    let of_noun = |&at: &usize| {
        (document.tag(at)).is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::JJ | Tag::CD))
    };
    let opens = matches!(document.tag(first), Some(Tag::DT | Tag::PRPS));
    let rest = first + 1..document.tokens.len();
    let nouns = rest.take_while(of_noun).count();
    let relative = first + 1 + nouns;
    let joins = matches!(document.word(relative), "that" | "which");
    let begins = document.tokens_in(source).start;
    let mut before = (document.tokens_in(Span::new(cue.start, statement.start()))).rev();
    let head = before.find(|&at| document.word(at) != "that");
    let is_verb = |at: &usize| document.tag(*at).is_some_and(Tag::is_verb);
    let Some(head) = head.filter(is_verb).filter(|&head| head > relative) else {
        return;
    };
    let inside = relative + 1..head;
    let plain = inside.len() <= LONGEST && !inside.clone().any(|at| document.word(at) == ",");
    let once = inside.filter(is_verb).count() == 1;
    let subject = (document.tokens[first].span).cover(document.tokens[head - 1].span);
    let fits = opens && nouns > 0 && joins && plain && once;
    if fits && (begins == first || begins == relative + 1) && !statement.overlaps(subject) {
        statement.source = Some(subject);
        if !document.tokens_in(cue).contains(&head) {
            statement.cue = Some(document.tokens[head].span);
        }
    }
}

/// Gives `statement` the name that opens its clause where only what stands beside it was read as the source: ‹Ann Lee, 54, | a
/// nurse, | replied›, ‹“…,” Lee, | who runs the port, | replied›.
pub(super) fn whole_apposed(document: &Document, statement: &mut Statement) {
    const LONGEST: usize = 8;
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let behind = document.tokens_in(source).end;
    if source.end > cue.start || document.word(behind) != "," {
        return;
    }
    let sentence = &document.sentences[document.sentence_at(source.start)];
    let said = statement.content.iter().map(|piece| piece.end);
    let said = said.filter(|end| *end <= source.start).max();
    let opening = said.unwrap_or(0).max(sentence.span.start);
    let mut lead = document.tokens_in(Span::new(opening, source.start));
    while lead.start < lead.end && matches!(document.word(lead.start), "," | "”" | "’" | "\"" | "'")
    {
        lead.start += 1;
    }
    let of_name = |at: usize| {
        let word = document.word(at);
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        word == "," || number || word.starts_with(char::is_uppercase)
    };
    let named = lead.start + 1 < lead.end
        && lead.len() <= LONGEST
        && document.word(lead.start) != ","
        && document.word(lead.end - 1) == ","
        && !document
            .word(lead.start)
            .starts_with(|c: char| c.is_ascii_digit())
        && lead.clone().all(of_name);
    let name = Span::new(document.tokens[lead.start].span.start, source.end);
    if named && !statement.overlaps(name) {
        statement.source = Some(name);
    }
}

/// Gives `statement` the whole subject where it was cut within a relative clause, ‹Ann Lee, whose son rows, said›, ‹the man
/// she did not name, Bo Orr, denied›.
pub(super) fn whole_relative(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let sentence = &document.sentences[document.sentence_at(cue.start)];
    if source.end > cue.start || source.start < sentence.span.start {
        return;
    }
    let relative = |at: usize| matches!(document.word(at), "who" | "whose" | "which" | "whom");
    let tokens = document.tokens_in(source);
    let opened = tokens.clone().rfind(|&at| relative(at)).or_else(|| {
        // ‹the man | she›
        let last = tokens.clone().next_back().filter(|&at| at > tokens.start)?;
        let contact = document.tag(last) == Some(Tag::PRP)
            && document.tag(last - 1).is_some_and(Tag::is_noun);
        contact.then_some(last)
    });
    let cut = opened.is_some_and(|at| !(at..tokens.end).any(|at| document.is_finite_verb(at)));
    let gap = Span::new(source.end, cue.start);
    let words = gap.of(document.text).trim_end();
    let between = Span::new(gap.start, gap.start + words.len());
    let free = !statement.overlaps(between) && document.quotations_in(between).is_empty();
    if cut && free && words.ends_with(',') && document.has_finite_verb(between) {
        statement.source = Some(Span::new(source.start, between.end - 1));
    }
}

/// Gives `statement` what stands between commas behind the name that was read as the source: ‹Ann Lee, | whose son rows, | called it
/// “thin”›, ‹Ann Lee, | a nurse in Hull, | believes …›, ‹in the words of Ann Lee, | the mayor, | “…”›.
pub(super) fn whole_apposition(document: &Document, statement: &mut Statement) {
    const LONGEST: usize = 24;
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let name = document.tokens_in(source);
    let inverted = source.start >= cue.end;
    let sentence = document.sentences[document.sentence_at(cue.start)].span;
    let pieces = statement.content.iter().map(|piece| piece.start);
    let next = match pieces.filter(|start| *start >= source.end).min() {
        _ if !inverted => cue.start,
        Some(start) if start < sentence.end => start,
        _ => sentence.end,
    };
    if source.end >= next {
        return;
    }
    let between = name.end..document.tokens_in(Span::new(source.end, next)).end;
    let ends = |word: &str| word == "," || inverted && word == ".";
    let commas = between.len() > 2
        && between.len() <= LONGEST
        && document.word(between.start) == ","
        && ends(document.word(between.end - 1));
    if !commas {
        return;
    }
    let inside = between.start + 1..between.end - 1;
    let opens = |at: usize| matches!(document.word(at), "who" | "whose" | "which");
    let relative = opens(inside.start);
    let verb = inside.clone().any(|at| document.is_finite_verb(at));
    let who = (inside.clone()).any(|at| opens(at) || document.word(at) == "that");
    let aged =
        document.tag(inside.start) == Some(Tag::CD) && document.word(inside.start + 1) == ",";
    let what = inside.start + if aged { 2 } else { 0 };
    let noun = matches!(document.tag(what), Some(Tag::DT | Tag::PRPS)) && verb <= who;
    let named = name.clone().all(|at| {
        let word = document.word(at);
        word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic())
    });
    let end = document.tokens[inside.end - 1].span.end;
    let whole = Span::new(source.start, end);
    let one = sentence.contains(Span::new(source.start, next));
    let free = !statement.overlaps(whole) && document.quotations_in(whole).is_empty();
    if named && one && free && (relative && verb || noun) {
        statement.source = Some(whole);
    }
}

/// Leaves `statement` the subject of a clause that tells of what stands before it: ‹the tent is blue, | an idea | Ann Lee branded
/// “madness”›.
pub(super) fn of_contact_clause(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let words = document.tokens_in(source);
    let opens = matches!(document.word(words.start), "a" | "an")
        && words.start > 0
        && document.word(words.start - 1) == ","
        && source.end <= cue.start;
    let capital = |at: &usize| {
        document.tokens[*at]
            .of(document.text)
            .starts_with(char::is_uppercase)
    };
    let name = words.clone().rev().take_while(capital).last();
    if let Some(name) = name.filter(|&name| opens && name > words.start + 1)
        && document.tag(name - 1) == Some(Tag::NN)
    {
        statement.source = Some(Span::new(document.tokens[name].span.start, source.end));
    }
}

/// Gives `statement` the whole name where a nickname parts it: ‹Captain Gaz “The Hammer” Orr›.
pub(super) fn whole_name(document: &Document, statement: &mut Statement) {
    let Some(source) = statement.source else {
        return;
    };
    // ‹Darts captain | Gaz “The Hammer” Orr›
    let inside = document.quotations_in(source).first();
    if let Some(nickname) = inside
        && matches!(quote::quoted(document, nickname), Quoted::Name)
        && let Some(whole) = title_before(document, source)
        && !statement.overlaps(whole)
    {
        statement.source = Some(whole);
        return;
    }
    let before = Span::new(source.start.saturating_sub(2), source.start);
    let nickname = document.quotations_in(before).iter().find(|quotation| {
        quotation.outer.end < source.start
            && source.start - quotation.outer.end == 1
            && matches!(quote::quoted(document, quotation), Quoted::Name)
    });
    if let Some(nickname) = nickname
        && let Some(first) = noun_phrase_before(
            document,
            document.tokens_in(nickname.outer).start,
            document.sentences[document.sentence_at(source.start)]
                .span
                .start,
        )
    {
        let name = title_before(document, first).unwrap_or(first).cover(source);
        let mut content = statement.content.clone();
        content.retain(|piece| !name.overlaps(*piece));
        if !content.is_empty() {
            statement.content = content;
            statement.source = Some(name);
        }
    }
}

/// The words that open a sentence and lead up to `name`, where they are few and can be what somebody is, though the model
/// takes one of them for a verb: ‹Darts captain | Gaz›.
fn title_before(document: &Document, name: Span) -> Option<Span> {
    const LONGEST: usize = 3;
    let sentence = &document.sentences[document.sentence_at(name.start)];
    let tokens = document.tokens_in(Span::new(sentence.span.start, name.start));
    let last = tokens.clone().next_back()?;
    let plain = |at: usize| {
        document.tag(at).is_some_and(|tag| {
            tag.is_noun()
                || matches!(tag, Tag::JJ | Tag::DT | Tag::PRPS)
                || at == last && tag == Tag::VBP
        })
    };
    let fits = (1..=LONGEST).contains(&tokens.len()) && tokens.clone().all(plain);
    fits.then(|| Span::new(sentence.span.start, name.end))
}

#[cfg(test)]
mod tests {
    use crate::split::tests::reported as case;

    #[test]
    fn around_a_relative_clause() {
        for (text, source, words) in [
            (
                "A report that the Guild of Tuners published last week warned that the pier was rotten.",
                "A report that the Guild of Tuners published last week",
                "the pier was rotten",
            ),
            (
                "A study which the guild of tuners published last week found that the pier was rotten.",
                "A study which the guild of tuners published last week",
                "the pier was rotten",
            ),
        ] {
            case(text, &[(source, words)]);
        }
    }

    #[test]
    fn cut_within_a_relative_clause() {
        case(
            "Moira Keane-Orr, whose sons are in the choir at Hull, called the plan “a hole with a roof.”",
            &[(
                "Moira Keane-Orr, whose sons are in the choir at Hull",
                "a hole with a roof",
            )],
        );
        case(
            "The fog was thick.\n\nThe pilot she did not name, former harbour master Lars Berg-Orr, denied that he had moved \
             any buoy.",
            &[(
                "The pilot she did not name, former harbour master Lars Berg-Orr",
                "he had moved any buoy",
            )],
        );
    }

    #[test]
    fn what_stands_beside_a_name() {
        for (text, source, words) in [
            (
                "‘It rained,’ Ada Hart, 54, a nurse, conceded.",
                "Ada Hart, 54, a nurse",
                "It rained",
            ),
            (
                "“It rained,” Hart, who runs the yard, vowed.",
                "Hart, who runs the yard",
                "It rained",
            ),
            (
                "“It rained?” the chief executive stressed as she sat.",
                "the chief executive",
                "It rained?",
            ),
            (
                "“It rained,” the 51-year-old quipped.",
                "the 51-year-old",
                "It rained",
            ),
            (
                "“It rained,” chimed in the mother of two.",
                "the mother of two",
                "It rained",
            ),
            (
                "The chief executive mused, ‘It rained.’",
                "The chief executive",
                "It rained.",
            ),
            (
                "Ada Hart, the mayor, declared: ‘It rained.’",
                "Ada Hart, the mayor",
                "It rained.",
            ),
            (
                "The mayor told BBC Radio: ‘It rained.’",
                "The mayor",
                "It rained.",
            ),
            (
                "“That is not what the paper says,” snapped the mayor.",
                "the mayor",
                "That is not what the paper says",
            ),
        ] {
            case(text, &[(source, words)]);
        }
    }

    #[test]
    fn parted_by_a_nickname() {
        case(
            "Darts captain Bo “The Anchor” Orr, 38, blasted: “It is a swindle. Who else knew about the eels?”",
            &[(
                "Darts captain Bo “The Anchor” Orr, 38",
                "It is a swindle. Who else knew about the eels?",
            )],
        );
    }
}
