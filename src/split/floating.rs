//! Quotations that no clause of their own sentence reports: they go on, are announced, or stand alone.

use std::ops::Range;

use super::Taken;
use super::actor::{
    acts_again, acts_before, answers, answers_question, does, examines, speaks_out, stirs,
    this_from,
};
use super::colon;
use super::dialogue;
use super::document::{Document, Sentence};
use super::herald;
use super::model::tag::Tag;
use super::quote::{self, Quoted};
use super::statement::Statement;
use crate::attribution::Basis;
use crate::text::Span;
use crate::text::marks::Quotation;

/// Adds to `statements`, in order of place, the quotations that none of them holds.
pub(crate) fn attach(document: &Document, statements: &mut Vec<Statement>) {
    let mut held = Taken::default();
    for piece in statements.iter().flat_map(|statement| &statement.content) {
        held.add(*piece);
    }
    let doubled = document
        .quotations
        .iter()
        .any(|quotation| !quotation.single);
    for (quotation, quoted) in quote::quotations(document) {
        if !(quoted == Quoted::Words || quotation.continues) {
            continue;
        }
        if held.holds(quotation.outer) {
            take_whole(document, statements, &quotation);
            continue;
        }
        if is_headed(document, &quotation) || is_crosshead(document, &quotation, doubled) {
            continue;
        }
        let next =
            statements.partition_point(|statement| statement.start() < quotation.outer.start);
        if let Some(before) = told_before(document, statements, next, &quotation) {
            statements[before].content.push(quotation.outer);
            continue;
        }
        let last = goes_on(document, &statements[..next], &quotation);
        if let Some(found) = stand_alone(document, last, &quotation) {
            let found = dialogue::in_turn(document, &statements[..next], &quotation, found);
            statements.insert(next, found);
        }
    }
    join_reopened(document, statements);
}

/// Makes of a quotation that is more of the words before it one piece, though somebody’s report in it was read as one of the
/// article’s own: ‹‘A,’ she said. ‘B. He said it was late.’›.
fn take_whole(document: &Document, statements: &mut Vec<Statement>, quotation: &Quotation) {
    let inside = |span: Span| quotation.outer.contains(span);
    let first = statements.partition_point(|one| one.start() < quotation.outer.start);
    let end = statements.partition_point(|one| one.start() < quotation.outer.end);
    let told = &statements[first..end];
    let only_inside = told.iter().all(|one| {
        inside(one.extent()) && one.cue.is_some_and(inside) && one.source.is_none_or(inside)
    });
    let before = &statements[..first];
    let reached = before.iter().rev().take(3).any(|one| {
        let mut content = one.content.iter();
        content.any(|piece| piece.overlaps(quotation.outer))
    });
    if told.is_empty() || !only_inside || reached {
        return;
    }
    let Some(before) = told_before(document, before, first, quotation) else {
        return;
    };
    statements[before].content.push(quotation.outer);
    statements.drain(first..end);
}

/// Whether a quotation that nothing reports opens a sentence as a title does: ‹“The Long Winter,” a novel of mud, sold well.›
fn is_headed(document: &Document, quotation: &Quotation) -> bool {
    let after = document.text[quotation.outer.end..].trim_start();
    let goes_on = after.starts_with(char::is_lowercase);
    quotation.closed && goes_on && quote::is_headline(document, quotation)
}

/// Whether a quotation is the crosshead of a section: a few words alone in their paragraph, between single marks where others
/// stand between `doubled` ones, or in capitals.
fn is_crosshead(document: &Document, quotation: &Quotation, doubled: bool) -> bool {
    const LONGEST: usize = 8;
    let paragraph = &document.paragraphs[document.paragraph_at(quotation.outer.start)];
    let alone = paragraph.span == quotation.outer && !quotation.continues;
    let words = quotation.inner.of(document.text);
    let loud = !words.contains(char::is_lowercase) && words.contains(' ');
    let odd = doubled && quotation.single;
    alone && paragraph.tokens.len() <= LONGEST + 2 && (loud || odd)
}

/// The statement before the one at `next` of which `quotation` is more, passing over what the clause that reports it tells
/// besides: ‹“A,” she said, recalling the flood. “B.”›.
fn told_before(
    document: &Document,
    statements: &[Statement],
    next: usize,
    quotation: &Quotation,
) -> Option<usize> {
    const BACK: usize = 3;
    let last = next.checked_sub(1)?;
    (0..=last).rev().take(BACK).find(|&nth| {
        let statement = &statements[nth];
        let passed = nth < last;
        let clause = statement.cue.map(|cue| document.sentence_at(cue.start));
        let beside = statements[nth + 1..next].iter().all(|other| {
            Some(document.sentence_at(other.start())) == clause
                && document.quotation_at(other.start()).is_none()
                && other.start() > statement.start()
        });
        (!passed || beside && !quotation.continues) && joins(document, statement, quotation)
    })
}

/// Makes one of the statements whose quotation was left open and reopened, whichever of them names the source.
fn join_reopened(document: &Document, statements: &mut Vec<Statement>) {
    let mut joined: Vec<Statement> = Vec::with_capacity(statements.len());
    for mut statement in statements.drain(..) {
        let reopens = document
            .quotation_at(statement.start())
            .is_some_and(|quotation| quotation.continues);
        let paragraph = document.paragraph_at(statement.start());
        let open = joined.last().filter(|last| {
            reopens
                && !last.verbatim
                && document.paragraph_at(last.extent().end.saturating_sub(1)) + 1 == paragraph
                && is_quoted(document, last.extent().end)
        });
        if open.is_some()
            && let Some(mut last) = joined.pop()
        {
            if last.source.is_some() {
                last.content.append(&mut statement.content);
                statement = last;
            } else {
                // What stands before them in their paragraph is not taken whole with them.
                let before = document.paragraph_at(last.start());
                statement.verbatim &= document.paragraphs[before].span.start == last.start();
                last.content.append(&mut statement.content);
                statement.content = last.content;
            }
        }
        joined.push(statement);
    }
    *statements = joined;
}

/// Whether `quotation` is more of the words of `last`: it reopens them in a new paragraph, or follows the clause that
/// reports them, ‹“A,” she said. “B.”›.
fn joins(document: &Document, last: &Statement, quotation: &Quotation) -> bool {
    let paragraph = document.paragraph_at(quotation.outer.start);
    let before = document.paragraph_at(last.reach().end.saturating_sub(1));
    if quotation.continues {
        return before + 1 == paragraph && is_quoted(document, last.extent().end);
    }
    let reach = last.reach().end;
    let told_between = last.cue.is_some_and(|cue| cue.start >= last.start());
    let sentence = &document.sentences[document.sentence_at(quotation.outer.start)];
    let opens = sentence.span.start == quotation.outer.start && last.post.is_none();
    before == paragraph
        && told_between
        && reach <= quotation.outer.start
        && !turns_to_another(document, last, quotation.outer)
        && is_quoted(document, last.start() + 1)
        && (opens || clause_goes_on(document, reach, quotation.outer.start))
}

/// Whether the sentence before `words`, behind the one that reports `last`, is about somebody else by name: ‹“A,” said Ann Lee. Bo
/// Orr was less sure. “B.”›.
fn turns_to_another(document: &Document, last: &Statement, words: Span) -> bool {
    let (Some(cue), Some(source)) = (last.cue, last.source) else {
        return false;
    };
    let told = document.sentence_at(cue.start);
    let before = document.sentence_at(words.start).checked_sub(1);
    let before = before.filter(|before| *before > told);
    let who = before.and_then(|before| does(document, &document.sentences[before]));
    let name = who.map_or("", |who| who.of(document.text));
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let Some((_, family)) = name.rsplit_once(' ') else {
        return false;
    };
    name.split_whitespace().all(capital) && !source.of(document.text).contains(family)
}

/// Whether nothing but the rest of the reporting clause stands between `from` and `to`: no further verb, one stop.
fn clause_goes_on(document: &Document, from: usize, to: usize) -> bool {
    const LONGEST: usize = 90;
    let words = Span::new(from, to).of(document.text);
    words.len() <= LONGEST
        && words.matches(". ").count() <= 1
        && !words
            .trim_end()
            .trim_end_matches(['.', ',', ':'])
            .contains(['.', '“', '"', ';'])
}

/// Whether the character at `offset` or right before it lies between quotation marks.
fn is_quoted(document: &Document, offset: usize) -> bool {
    document.quotation_at(offset.saturating_sub(1)).is_some()
}

/// What was `found`, its source told behind it.
fn told_behind(mut found: Statement, source: Span) -> Statement {
    found.source = Some(source);
    found.basis = Basis::SameSentence;
    "the sentence behind tells from whom it is".clone_into(&mut found.why);
    found
}

/// What was `found` behind a sentence of its paragraph in which somebody acts, where whoever was quoted above is another: ‹He
/// began at nine, sweeping up for a firm that had no broom. “…”›.
fn begun_by(document: &Document, before: &Sentence, found: &Statement) -> Option<Statement> {
    let source = does(document, before).or_else(|| stirs(document, before))?;
    Some(told_above(found.clone(), source))
}

/// What was `found`, its source whoever acts in the sentence before.
fn told_above(mut found: Statement, source: Span) -> Statement {
    found.source = Some(source);
    found.basis = Basis::PreviousSentence;
    "whoever acts in the sentence before says it".clone_into(&mut found.why);
    found
}

/// Whose the words behind `tokens` are where these count one more of the writings quoted before: ‹In one she said that ships were
/// “blind.” In another: “…”›, ‹she wrote in the first of nine replies. The ninth was one word: “…”›.
fn one_more(document: &Document, last: Option<&Statement>, tokens: &Range<usize>) -> Option<Span> {
    const NEAR: usize = 3;
    let last = last?;
    let counts = |at: usize| {
        let word = document.word(at).to_lowercase();
        NTH.contains(&word.as_str())
    };
    let again = tokens.clone().take(NEAR).any(counts)
        && tokens.clone().all(|at| document.tag(at) != Some(Tag::NNP));
    let cue = document.sentence_at(last.cue?.start);
    let before = &document.sentences[cue];
    // ‹in one›, ‹in the first›
    let counted = before.tokens.clone().any(|at| {
        let led = at.checked_sub(1).is_some_and(|led| {
            let article = usize::from(document.word(led) == "the");
            let joint = document.word(led.saturating_sub(article));
            joint.eq_ignore_ascii_case("in") && led >= before.tokens.start
        });
        led && counts(at)
    });
    let here = document.paragraph_at(document.tokens.get(tokens.start)?.span.start);
    let near = before.paragraph == here && last.post.is_none();
    last.source.filter(|_| again && counted && near)
}

/// Which of several.
const NTH: [&str; 14] = [
    "one", "another", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
    "ninth", "tenth", "last", "next",
];

/// Whether what stands before a colon tells no more than when or how words are said: ‹Then, after a long pause›.
pub(crate) fn is_pause(document: &Document, tokens: &Range<usize>) -> bool {
    const LONGEST: usize = 10;
    let opens = [
        "eventually",
        "at",
        "then",
        "and",
        "after",
        "finally",
        "later",
        "next",
        "again",
        "with",
        "softly",
        "quietly",
    ];
    let first = document.word(tokens.start).to_lowercase();
    let plain = (tokens.clone()).all(|at| {
        let tag = document.tag(at);
        let other =
            matches!(tag, Some(Tag::NNP | Tag::NNPS | Tag::PRP | Tag::POS)) && at > tokens.start;
        !other && !document.is_finite_verb(at)
    });
    opens.contains(&first.as_str()) && plain && tokens.len() <= LONGEST && !tokens.is_empty()
}

/// What was `found` behind a colon, its source taken from the `tokens` before that.
fn behind_colon(
    document: &Document,
    last: Option<&Statement>,
    tokens: Range<usize>,
    mut found: Statement,
) -> Option<Statement> {
    if let Some(source) = one_more(document, last, &tokens) {
        found.source = Some(source);
        found.basis = Basis::Continued;
        "one more of the writings of whoever was quoted before".clone_into(&mut found.why);
        return Some(found);
    }
    // ‹Then, after a long pause: “…”›
    if is_pause(document, &tokens) {
        let sentence = document.sentence_at(document.tokens.get(tokens.start)?.span.start);
        let before = &document.sentences[sentence.checked_sub(1)?];
        let here = document.sentences[sentence].paragraph;
        let told = last.filter(|last| {
            let end = last.reach().end;
            document.paragraph_at(end.saturating_sub(1)) == here && end > before.span.start
        });
        found.source = match told {
            Some(last) => Some(last.source?),
            None => does(document, before).or_else(|| {
                let near = |last: &&Statement| {
                    document.paragraph_at(last.reach().end.saturating_sub(1)) + 1 >= here
                };
                last.filter(near)?.source
            }),
        };
        found.basis = if told.is_some() {
            Basis::Continued
        } else {
            Basis::PreviousSentence
        };
        "whoever spoke or acted before goes on after a pause".clone_into(&mut found.why);
        return found.source.is_some().then_some(found);
    }
    let source = colon::announced(document, tokens)?;
    // ‹The mayor, Ann Lee, rejected the criticism: “…”›
    let told = last.filter(|last| last.reach().overlaps(source));
    found.source = told.map_or(Some(source), |told| told.source);
    found.basis = Basis::Introduced;
    "a colon announces it".clone_into(&mut found.why);
    let free = document.quotation_at(source.start).is_none();
    (free && found.source.is_some()).then_some(found)
}

/// What was `found` behind a sentence that announces it, or tells what it was said in.
fn by_line(
    document: &Document,
    last: Option<&Statement>,
    before: &Sentence,
    found: &Statement,
) -> Option<Statement> {
    let mut found = found.clone();
    let opens_paragraph = document.paragraph_at(found.start()) != before.paragraph;
    if let Some((cue, source)) = herald::source(document, before)
        && !last.is_some_and(|last| last.reach().overlaps(before.span))
    {
        found.source = Some(source);
        found.cue = cue;
        found.basis = if opens_paragraph {
            Basis::Introduced
        } else {
            Basis::PreviousSentence
        };
        "the sentence before announces it".clone_into(&mut found.why);
        return Some(found);
    }
    if last.is_none_or(|last| last.reach().end <= before.span.start)
        && let Some(source) = speaks_out(document, before)
    {
        found.source = Some(source);
        found.basis = Basis::PreviousSentence;
        "the sentence before tells what it was said in".clone_into(&mut found.why);
        return Some(found);
    }
    let turned = last.is_some_and(|last| turns_to_another(document, last, found.content[0]));
    let source = does(document, before).filter(|_| turned && !opens_paragraph)?;
    Some(told_above(found, source))
}

/// The statement that `quotation` goes on after: ‹“I was loud,” Lee says. Her brother Bo found that he was. “He hid.”› is Lee’s,
/// since nobody speaks of themselves so.
fn goes_on<'s>(
    document: &Document,
    before: &'s [Statement],
    quotation: &Quotation,
) -> Option<&'s Statement> {
    const PARAGRAPHS: usize = 2;
    let last = before.last()?;
    let quoted = |one: &Statement| dialogue::is_quoted(document, one);
    let words = quotation.inner.of(document.text);
    let of_another = ["He ", "She "].iter().any(|he| words.starts_with(he));
    let named = |source: Span| source.of(document.text).contains(' ');
    if !of_another || quoted(last) || !last.source.is_some_and(named) {
        return Some(last);
    }
    let here = document.paragraph_at(quotation.outer.start);
    let near = |one: &&Statement| {
        document.paragraph_at(one.reach().end.saturating_sub(1)) + PARAGRAPHS >= here
    };
    let mut earlier = before.iter().rev().take_while(near);
    let spoken = earlier.find(|one| quoted(one) && one.source.is_some());
    Some(spoken.unwrap_or(last))
}

/// A statement of its own for `quotation`, its source taken from what stands around it; none for words in the midst of a
/// sentence that reports nobody, which is as likely to hold them at arm's length.
fn stand_alone(
    document: &Document,
    last: Option<&Statement>,
    quotation: &Quotation,
) -> Option<Statement> {
    let paragraph_index = document.paragraph_at(quotation.outer.start);
    let paragraph = &document.paragraphs[paragraph_index];
    let sentence_index = document.sentence_at(quotation.outer.start);
    let sentence = &document.sentences[sentence_index];
    let opens_sentence = sentence.span.start == quotation.outer.start;
    let opens_paragraph = paragraph.span.start == quotation.outer.start;
    let mut found = Statement {
        content: vec![quotation.outer],
        cue: None,
        source: None,
        basis: Basis::Marks,
        verbatim: false,
        post: None,
        confidence: 0.3,
        why: "quotation marks alone".to_owned(),
    };
    if !opens_sentence && !quotation.continues {
        // ‹Her rival was blunt: “…”›
        let mark = document.tokens_in(quotation.outer).start;
        let mark = mark.checked_sub(1).filter(|&at| document.word(at) == ":")?;
        let tokens = sentence.tokens.start..mark.max(sentence.tokens.start);
        return behind_colon(document, last, tokens, found);
    }
    if let Some(source) = this_from(document, quotation) {
        return Some(told_behind(found, source));
    }
    let announcer = sentence_index
        .checked_sub(1)
        .map(|before| &document.sentences[before]);
    let line = announcer.filter(|before| {
        before.paragraph == paragraph_index && !opens_paragraph
            || opens_paragraph
                && before.paragraph + 1 == paragraph_index
                && before.span.of(document.text).ends_with(':')
    });
    if let Some(found) = line.and_then(|before| by_line(document, last, before, &found)) {
        return Some(found);
    }
    let told_here = last.is_some_and(|last| {
        document.paragraph_at(last.reach().end.saturating_sub(1)) == paragraph_index
    });
    let words_alone = opens_paragraph && paragraph.span == quotation.outer;
    if let Some(before) = announcer.filter(|before| before.paragraph + 1 == paragraph_index)
        && words_alone
        && last.is_none_or(|last| last.reach().end <= before.span.start)
        && quotation.inner.of(document.text).ends_with('?')
        && let Some(source) = examines(document, before)
    {
        found.source = Some(source);
        found.basis = Basis::PreviousSentence;
        "whoever examines somebody asks".clone_into(&mut found.why);
        return Some(found);
    }
    // ‹She got up. ¶ “…”›: a paragraph of one short sentence, or what somebody answers.
    let alone = announcer.filter(|before| {
        let above = &document.paragraphs[before.paragraph];
        opens_paragraph
            && before.paragraph + 1 == paragraph_index
            && (above.span == before.span
                || above.span.end == before.span.end && answers(document, before))
    });
    if let Some(source) = answers_question(document, sentence_index, quotation) {
        found.source = Some(source);
        found.basis = Basis::PreviousSentence;
        "answers what is asked in the sentence before".clone_into(&mut found.why);
        return Some(found);
    }
    if let Some(before) = line
        .filter(|before| {
            let told = last.is_some_and(|last| last.reach().end > before.span.start);
            !opens_paragraph
                && (!told_here
                    || herald::is_asked(document, before.tokens.start)
                    || !told && acts_again(document, before))
        })
        .or(alone.filter(|_| paragraph.span == quotation.outer))
        && let Some(source) = acts_before(document, before)
    {
        return Some(told_above(found, source));
    }
    if let Some(before) = line.filter(|_| !opens_paragraph && !told_here)
        && let Some(found) = begun_by(document, before, &found)
    {
        return Some(found);
    }
    let last = last.filter(|last| {
        let paragraph = document.paragraph_at(last.reach().end.saturating_sub(1));
        last.source.is_some() && last.post.is_none() && paragraph + 1 >= paragraph_index
    });
    if let Some(last) = last {
        found.source = last.source;
        found.basis = Basis::Continued;
        "goes on after what its source said before it".clone_into(&mut found.why);
        return Some(found);
    }
    // ‹Lee switched off the lamp and counted the glass. ¶ “…”›: a paragraph of nothing else, and nobody spoke before it.
    if opens_paragraph
        && paragraph.span == quotation.outer
        && let Some(source) = announcer.and_then(|before| does(document, before))
    {
        return Some(told_above(found, source));
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    #[test]
    fn who_examines_and_who_answers_in_the_paragraph_above() {
        let case = crate::split::tests::spoken;
        let court = "Ann Lee, 40, denies theft. Bo Orr, prosecuting, cross-examined her on Monday.\n\n“Why did you run?”\n\n“It rained,” \
                     Lee said.";
        case(court, "Why did you run", "Bo Orr");
        let post = "Ann Lee walked out of a meeting. Lee answered on Plume within the hour.\n\n“I am done with this goat.”";
        case(post, "I am done", "Ann Lee");
    }

    #[test]
    fn who_is_told_of_before_or_behind_words_alone() {
        let case = |text: &str, who: &str| {
            let text = format!("Ann Lee keeps goats. Her wife is Eva Orr.\n\n{text}");
            crate::split::tests::spoken(&text, "done with this goat", who);
        };
        case(
            "“She lets them out,” Eva Orr says.\n\nLee began at nine, when a farmer whose dog had died asked for somebody to run up \
             the hill and down again. “I am done with this goat.”",
            "Ann Lee",
        );
        case(
            "“Who let it out?” Eva Orr said.\n\n“I am done with this goat.” This from Ann Lee, at the door.",
            "Ann Lee",
        );
        case(
            "“Who let it out?” Eva Orr said.\n\n“I am done with this goat.” That was Lee.",
            "Ann Lee",
        );
        case(
            "“Did you let it out?” asked Eva Orr.\n\n“No,” Lee said.\n\n“Are you sure?”\n\nA long pause. “I am done with this goat.”",
            "Ann Lee",
        );
    }

    #[test]
    fn who_is_named_amid_what_they_said() {
        let case = crate::split::tests::spoken;
        case(
            "The goat, said Ann Lee, is “cleaner than any of us here” and will stay.",
            "cleaner than",
            "Ann Lee",
        );
        case(
            "Sunday’s fair was, in Ann Lee’s own words, “a crime with nine witnesses”.",
            "a crime with",
            "Ann Lee",
        );
        case(
            "Asked what had broken the gate, Ann Lee answered: “Storm Ada.”",
            "Storm Ada",
            "Ann Lee",
        );
    }

    #[test]
    fn who_is_turned_to_between_words() {
        crate::split::tests::reported(
            "“Buy a seat,” said Ann Lee. Bo Orr was less sure. “Read it again.”",
            &[("Ann Lee", "Buy a seat"), ("Bo Orr", "Read it again.")],
        );
    }

    #[test]
    fn rare_verbs_of_today_report() {
        for verb in ["murmurs", "sighs", "chuckles", "mutters"] {
            for tail in [".", ", and sits.", " from the stove.", ", “of yours.”"] {
                let text = format!(
                    "Bo Orr sat. “It is cold,” he said.\n\n“Yes. I am done with this goat,” Ann Lee {verb}{tail}"
                );
                crate::split::tests::spoken(&text, "I am done", "Ann Lee");
            }
        }
    }

    #[test]
    fn who_answers_what_the_article_asks() {
        for text in [
            "Would she do it again? “I am done with this goat.”",
            "Does she have a plan? There is a silence. “I am done with this goat.”",
            "Did it hurt? Lee counts on her fingers. “I am done with this goat.”",
            "Lee was asked where she would sleep. “I am done with this goat.”",
            "She sold the cart. And the barn? “I am done with this goat.”",
            "Did it rankle? “I am done with this goat,” came the answer.",
            "Lee was asked if she ran. “I am done with this goat,” was the answer.",
            "“Is it true?” Bo Orr asked. “I am done with this goat,” came the reply.",
            "She got up. Then, after a long pause: “I am done with this goat.”",
            "“No,” she says. Then, with a grin: “I am done with this goat.”",
        ] {
            let text = format!("Ann Lee has kept goats since 1990.\n\n{text}");
            crate::split::tests::spoken(&text, "I am done", "Ann Lee");
        }
    }
}
