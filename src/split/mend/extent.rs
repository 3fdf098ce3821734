//! The extent of what was said: whom somebody asks to do it belongs to it; what the reporting clause tells besides does not.

use crate::split::clause;
use crate::split::colon;
use crate::split::cue;
use crate::split::document::Document;
use crate::split::model::tag::Tag;
use crate::split::statement::Statement;
use crate::split::subject;
use crate::text::Span;

/// Gives `statement` whom somebody asks to do what it holds: ‹Ann Lee asked | the council to mend the crane›.
pub(super) fn whole_object(document: &Document, statement: &mut Statement) {
    const LONGEST: usize = 10;
    let Some(cue) = statement.cue.filter(|cue| cue.end <= statement.start()) else {
        return;
    };
    let asks = document
        .tokens_in(cue)
        .next_back()
        .is_some_and(|at| cue::asks(document.word(at)));
    let Some(first) = statement.content.first_mut().filter(|_| asks) else {
        return;
    };
    let object = document.tokens_in(Span::new(cue.end, first.start));
    let noun = |at: usize| {
        document.tag(at).is_some_and(|tag| {
            tag.is_nominal()
                || matches!(
                    tag,
                    Tag::DT | Tag::JJ | Tag::PRPS | Tag::POS | Tag::CD | Tag::IN | Tag::CC
                )
        })
    };
    let infinitive = ["to ", "not to "]
        .iter()
        .any(|to| first.of(document.text).starts_with(to));
    if infinitive
        && (1..=LONGEST).contains(&object.len())
        && object.clone().all(noun)
        && document.word(object.start) != "by"
    {
        *first = document.tokens[object.start].span.cover(*first);
    }
}

/// Takes from `statement` what belongs to the clause that reports it: ‹“It leaks,” she said of | that crane. “It always
/// did.”›
pub(super) fn told_between(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue else {
        return;
    };
    let quoted = |piece: &Span| document.quotation_of(*piece).is_some();
    let (Some(first), Some(last)) = (statement.content.first(), statement.content.last()) else {
        return;
    };
    if statement.content.len() < 3 || !quoted(first) || !quoted(last) || first.end > cue.start {
        return;
    }
    let end = document.sentences[document.sentence_at(cue.start)].span.end;
    let tail = |piece: &Span| {
        piece.start >= cue.end
            && piece.end <= end
            && document.quotations_in(*piece).is_empty()
            && !document.has_finite_verb(*piece)
    };
    statement.content.retain(|piece| !tail(piece));
}

/// Gives `statement` who is named behind a verb between commas, and the sentence around them, where what the sentence is about
/// was taken for the speaker: ‹The dog, said | Ann Lee|, is “cleaner than us”›.
pub(super) fn said_amid(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let (verb, before) = (document.tokens_in(cue).start, document.tokens_in(source));
    let sentence = &document.sentences[document.sentence_at(cue.start)];
    let tokens = sentence.tokens.clone();
    let about = before.start == tokens.start && (before.end..=before.end + 1).contains(&verb);
    let outside = document.quotation_at(cue.start).is_none();
    // ‹Ann Lee, who runs the port, said the harbour, a ruin, is “shut”›: a subject.
    let relative = |at: usize| matches!(document.word(at), "who" | "whose" | "which");
    let subject = before.clone().any(relative);
    if !about || !outside || subject || document.tokens_in(cue).len() != 1 {
        return;
    }
    let Some(speaker) = clause::said_between(document, tokens.start, verb, tokens.end) else {
        return;
    };
    if !document.text[speaker.end..].starts_with(',') {
        return;
    }
    let rest = Span::new(speaker.end, sentence.span.end);
    let rest = rest.trim_matches(document.text, |c| {
        c.is_whitespace() || matches!(c, ',' | '.')
    });
    let about = source.trim_matches(document.text, |c| c.is_whitespace() || c == ',');
    statement.content = vec![about, rest];
    statement.source = Some(speaker);
}

/// Gives `statement` the words that open a sentence before its report between commas: ‹| Without the bell, | she said, half of them
/// would be late›.
pub(super) fn lead_in(document: &Document, statement: &mut Statement) {
    const LONGEST: usize = 12;
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let sentence = document.sentences[document.sentence_at(cue.start)].span;
    let report = source.cover(cue);
    let behind = statement.start() >= report.end && report.start > sentence.start;
    if !behind || document.tokens_in(report).len() > document.tokens_in(source).len() + 1 {
        return;
    }
    let amid = document.text[report.end..statement.start()].trim() == ",";
    let lead = Span::new(sentence.start, report.start).of(document.text);
    let Some(words) = lead.trim_end().strip_suffix(',').filter(|_| amid) else {
        return;
    };
    let lead = Span::new(sentence.start, sentence.start + words.len());
    let tokens = document.tokens_in(lead);
    let plain = document.quotations_in(lead).is_empty() && !document.has_finite_verb(lead);
    let opens = document.tag(tokens.start) == Some(Tag::IN);
    if opens && plain && tokens.len() <= LONGEST {
        statement.content.insert(0, lead);
    }
}

/// Leaves `statement` the words alone that something shown bears: ‹She posted a photograph with the words “Mind the crane.”›
pub(super) fn words_shown(document: &Document, statement: &mut Statement) {
    let [piece] = statement.content[..] else {
        return;
    };
    let Some(quotation) = document.quotations_in(piece).first() else {
        return;
    };
    let before = Span::new(piece.start, quotation.outer.start.max(piece.start));
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let lead = Span::new(
        sentence.span.start,
        quotation.outer.start.max(sentence.span.start),
    );
    let mut tail = lead.of(document.text).split_whitespace().rev();
    let (noun, article, joint) = (tail.next(), tail.next(), tail.next());
    let bears = matches!(
        noun,
        Some("words" | "caption" | "message" | "slogan" | "hashtag" | "inscription")
    ) && matches!(article, Some("the" | "a"))
        && matches!(joint, Some("with" | "bearing" | "under" | "saying"));
    let whole = quotation.outer.end >= piece.end;
    if bears && whole && !document.has_finite_verb(before) {
        statement.content = vec![quotation.outer];
        // ‹She shared a picture with the | caption | “…”›: to share is not to say.
        let noun = document.tokens_in(lead).next_back();
        let noun = noun.filter(|&at| document.word(at) == "caption");
        if let (Some(noun), Some(cue)) = (noun, statement.cue)
            && lead.contains(cue)
            && !document
                .tokens_in(cue)
                .any(|at| cue::reports(document.word(at)))
        {
            statement.cue = Some(document.tokens[noun].span);
        }
    }
}

/// Gives `statement` the clause before its source where only the place was read as the content: ‹The gate was shut, an officer
/// testified at the trial of the owner.›
pub(super) fn clause_before(document: &Document, statement: &mut Statement) {
    let (Some(cue), Some(source)) = (statement.cue, statement.source) else {
        return;
    };
    let content = statement.extent();
    let finite = |span: Span| document.has_finite_verb(span);
    let says = document
        .tokens_in(cue)
        .any(|at| cue::reports(document.word(at)));
    let sentence = document.sentences[document.sentence_at(cue.start)].span;
    let behind = source.end <= cue.start && cue.end < content.start && content.end <= sentence.end;
    if !says || !behind || source.start < sentence.start || finite(content) {
        return;
    }
    let head = Span::new(sentence.start, source.start);
    let Some(clause) = head.of(document.text).strip_suffix(", ") else {
        return;
    };
    let place = Span::new(cue.end, content.start).of(document.text);
    let at = ["at", "in", "during", "before", "on"]
        .iter()
        .any(|word| place.split_whitespace().any(|w| w == *word));
    let clause = Span::new(head.start, head.start + clause.len());
    if at && finite(clause) && document.quotations_in(sentence).is_empty() {
        statement.content = vec![clause];
    }
}

/// Ends the content of `statement` where somebody else begins to be reported: ‹Ann Lee said the dam held, and Bo Orr
/// replied that it leaked.›
pub(super) fn until_next_report(document: &Document, statement: &mut Statement) {
    const LONGEST: usize = 9;
    let Some(content) = statement.content.last().copied() else {
        return;
    };
    if statement.cue.is_none_or(|cue| cue.start > content.start)
        || document.quotation_at(content.start).is_some()
    {
        return;
    }
    let tokens = document.tokens_in(content);
    let next = tokens.clone().skip(2).find(|&at| {
        let comma = at > tokens.start && document.word(at - 1) == ",";
        let joins = comma && matches!(document.word(at), "and" | "but" | "while");
        let verb = (at + 1..tokens.end.min(at + LONGEST)).find(|&at| document.is_finite_verb(at));
        joins
            && verb.is_some_and(|verb| {
                let named = (at + 1..verb).any(|at| document.tag(at).is_some_and(Tag::is_noun));
                let that = document
                    .tokens
                    .get(verb + 1)
                    .is_some_and(|next| next.of(document.text) == "that");
                named && that && cue::reports(document.word(verb))
            })
    });
    if let (Some(next), Some(last)) = (next, statement.content.last_mut()) {
        last.end = document.tokens[next - 2].span.end;
    }
}

/// Ends the content of `statement` before a quotation that a later sentence leads up to: ‹“It rained,” said Ann Lee. Bo Orr was
/// blunter: | “It poured.”›
pub(super) fn until_announced(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue else {
        return;
    };
    let told = document.sentences[document.sentence_at(cue.start)].span;
    let announced = |piece: &Span| {
        let opening = document
            .quotation_at(piece.start)
            .map(|quotation| quotation.outer.start);
        opening.is_some_and(|opening| {
            let sentence = document.sentences[document.sentence_at(opening)].span;
            let lead = Span::new(sentence.start, opening.max(sentence.start));
            let colon = lead.of(document.text).trim_end().ends_with(':');
            let who = || colon::announced(document, document.tokens_in(lead));
            sentence.start >= told.end
                && colon
                && who().is_some_and(|who| subject::can_speak(document, who))
        })
    };
    if let Some(nth) = statement.content.iter().position(announced)
        && nth > 0
    {
        statement.content.truncate(nth);
    }
}

/// Ends the content of `statement` before a sentence that opens with a quotation which has its own report: ‹Ann Lee remembers
/// the flood. “We swam,” she said.›
pub(super) fn until_told_quotation(document: &Document, statement: &mut Statement) {
    let Some(content) = statement.content.last().copied() else {
        return;
    };
    if document.quotation_at(content.start).is_some() {
        return;
    }
    let told = document.quotations_in(content).iter().find(|quotation| {
        let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
        sentence.span.start == quotation.outer.start
            && quotation.outer.start > content.start
            && clause::after(document, quotation)
                .is_some_and(|clause| statement.cue != Some(clause.cue))
    });
    if let (Some(told), Some(last)) = (told, statement.content.last_mut()) {
        *last = Span::new(last.start, told.outer.start)
            .trim_matches(document.text, |c| c == '.' || c.is_whitespace());
    }
}

/// Ends the content of `statement` before a quotation behind its cue that has its own report: ‹“Why?” Ann Lee asked. “It rained,” he
/// said.›
pub(super) fn until_answered(document: &Document, statement: &mut Statement) {
    let Some(cue) = statement.cue else {
        return;
    };
    let told = |piece: &Span| {
        let quotation = document.quotation_at(piece.start);
        quotation.is_some_and(|quotation| {
            let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
            let opens = sentence.span.start == quotation.outer.start;
            opens
                && clause::after(document, quotation).is_some_and(|clause| {
                    clause.cue.start > cue.end && subject::can_speak(document, clause.source)
                })
        })
    };
    // ‹Ann Lee said that it rained. “Look,” she said. | “It pours.”›
    let amid = |pieces: &[Span]| {
        let [one, next] = pieces else { return false };
        let plain = document.quotation_at(one.start).is_none();
        let quotation = (document
            .quotations_in(Span::new(one.end, next.start))
            .iter())
        .find(|quotation| quotation.outer.start >= one.end);
        let apart = document.sentence_at(one.start) != document.sentence_at(next.start);
        plain && apart && quotation.is_some_and(|quotation| told(&quotation.outer))
    };
    let behind = statement
        .content
        .iter()
        .position(|piece| piece.start > cue.end && told(piece))
        .or_else(|| Some(statement.content.windows(2).position(amid)? + 1));
    if let Some(nth) = behind.filter(|nth| *nth > 0) {
        statement.content.truncate(nth);
    }
}

#[cfg(test)]
mod tests {
    use crate::split::tests::reported as case;

    #[test]
    fn whom_somebody_asks_is_part_of_it() {
        case(
            "Council leader Bo Orr asked the pilots to wait until the fog was gone.",
            &[(
                "Council leader Bo Orr",
                "the pilots to wait until the fog was gone",
            )],
        );
    }

    #[test]
    fn what_the_clause_tells_besides_is_not() {
        case(
            "“It was a school,” she once said of that winter. “Nobody lies to you at sea.”",
            &[("she", "It was a school Nobody lies to you at sea.")],
        );
    }

    #[test]
    fn words_that_something_shown_bears() {
        case(
            "Ann Lee is a pilot. She posted a picture of the quay on Instagram with the words “Mind the crane.”",
            &[("She", "Mind the crane.")],
        );
    }

    #[test]
    fn what_only_looks_amid_its_words() {
        let source = "Ann Field, who led the opposition";
        let words = "the developer, Orr Homes, had “treated the map as a joke”";
        case(
            &format!("{source}, said {words}."),
            &[(source, words), (source, "treated the map as a joke")],
        );
    }

    #[test]
    fn words_that_another_sentence_leads_up_to() {
        case(
            "“Buy a seat,” said Ann Lee. Bo Orr was blunter: “Read it again.”",
            &[("Ann Lee", "Buy a seat"), ("Bo Orr", "Read it again.")],
        );
        case(
            "\"Buy a seat,\" replied the user @lee_a. Another, @orr_b, was less patient: \"Read it again.\"",
            &[
                ("the user @lee_a", "Buy a seat"),
                ("Another, @orr_b", "Read it again."),
            ],
        );
    }

    #[test]
    fn words_that_another_sentence_reports() {
        case(
            "Ann Lee said that the gate was shut, and Bo Orr replied that two gates were open under rule six. “The lady has read \
             one page of it,” he said. “I invite her to read the next.”",
            &[
                ("Ann Lee", "the gate was shut"),
                ("Bo Orr", "two gates were open under rule six"),
                (
                    "he",
                    "The lady has read one page of it I invite her to read the next.",
                ),
            ],
        );
    }
}
