//! An attested name: one whose own words tell nothing of it, or something else, and which the words around it prove to be one.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::entitled::{members_end, told_end};
use super::gloss::{Case, Gloss};
use super::lexicon::Trait;
use super::mention::{NameKind, is_number, opens_clause};
use super::phrase::{What, phrase};
use super::trade::CALLS;

/// The names of an article that its sources and ages prove: "Jim Few", "Friday Okoro", "Transport for Wales".
pub(super) struct Attested<'d> {
    /// By the first word, the words of each, and of what it is the name.
    whole: HashMap<&'d str, Vec<(Vec<&'d str>, NameKind)>>,
    /// Their words that are no names elsewhere: "Few", "March".
    odd: HashSet<&'d str>,
    /// Where sources begin.
    sources: HashSet<usize>,
}

impl<'d> Attested<'d> {
    pub(super) fn of(gloss: &Gloss<'d>, sources: &[Range<usize>]) -> Self {
        let mut attested = Self {
            whole: HashMap::new(),
            odd: HashSet::new(),
            sources: sources.iter().map(|source| source.start).collect(),
        };
        let ends: HashMap<usize, usize> = sources
            .iter()
            .map(|source| (behind_article(gloss, source), head_end(gloss, source)))
            .collect();
        // "“…,” Few said": the family name alone; "Professor Priest said".
        let short: HashSet<&str> = ends
            .iter()
            .filter_map(|(start, end)| {
                let titled = *start + 2 == *end
                    && gloss.is(*start, Trait::Role)
                    && is_calling(gloss, start + 1);
                let alone =
                    *start + 1 == *end && (is_odd(gloss, *start) || is_calling(gloss, *start));
                (alone || titled).then(|| gloss.word(end - 1))
            })
            .collect();
        let ranked = Ranked::of(gloss, &ends);
        for token in 0..gloss.len() {
            let source_end = ends.get(&token).copied();
            if let Some(end) = told_end(gloss, token) {
                attested.add(gloss, token..end, NameKind::Organisation);
            } else if let Some(end) = person_end(gloss, token) {
                let whole = source_end == Some(end) && is_source_enough(gloss, token, end);
                let odd =
                    (token..end).filter(|token| is_odd(gloss, *token) || is_calling(gloss, *token));
                let odd: Vec<&str> = odd.map(|token| gloss.word(token)).collect();
                let alone = odd.iter().any(|word| short.contains(word));
                if whole || alone || is_told_of_one(gloss, end) {
                    attested.odd.extend(odd);
                    attested.add(gloss, token..end, NameKind::Person);
                }
            } else if is_odd_given(gloss, token) {
                attested.odd.insert(gloss.word(token));
            } else if is_rank_given(gloss, token, &ranked) {
                attested.add(gloss, token..token + 2, NameKind::Person);
            } else if source_end == Some(token + 2) && is_numbered(gloss, token) {
                attested.add(gloss, token..token + 2, NameKind::Unknown);
            } else if let Some(end) = source_end
                && is_body(gloss, token..end)
            {
                attested.add(gloss, token..end, NameKind::Organisation);
            } else if let Some(end) = list_end(gloss, token).or_else(|| members_end(gloss, token)) {
                attested.add(gloss, token..end, NameKind::Organisation);
            }
        }
        attested.forget_ranks(gloss);
        attested
    }

    /// Leaves the ranks of whose given names stand elsewhere: "Judge Pell, 61,", where "Judge Ann Pell" spoke.
    fn forget_ranks(&mut self, gloss: &Gloss) {
        let ranked = |words: &[&str]| RANKS_TOO.contains(&words[0]) && words.len() == 2;
        let all = self.whole.values().flatten();
        let families: HashSet<&str> = all
            .filter(|(words, _)| ranked(words))
            .map(|(words, _)| words[1])
            .collect();
        if families.is_empty() {
            return;
        }
        let whole: HashSet<&str> = (1..gloss.len())
            .filter(|token| families.contains(gloss.word(*token)))
            .filter(|token| gloss.is_capital(token - 1) && gloss.joins_next(token - 1))
            .filter(|token| !gloss.is_any_of(token - 1, &[Trait::Role, Trait::Title]))
            .map(|token| gloss.word(token))
            .collect();
        for known in self.whole.values_mut() {
            known.retain(|(words, _)| !ranked(words) || !whole.contains(words[1]));
        }
    }

    fn add(&mut self, gloss: &Gloss<'d>, name: Range<usize>, kind: NameKind) {
        let first = gloss.word(name.start);
        let words: Vec<&str> = name.map(|token| gloss.word(token)).collect();
        let known = self.whole.entry(first).or_default();
        if !known.iter().any(|(other, _)| *other == words) {
            known.push((words, kind));
        }
    }

    /// Where the name that opens at `token` ends, where it stands whole.
    pub(super) fn end(&self, gloss: &Gloss, token: usize) -> Option<usize> {
        self.at(gloss, token).map(|(end, _)| end)
    }

    /// Of what the name is that stands at `name`.
    pub(super) fn kind(&self, gloss: &Gloss, name: &Range<usize>) -> Option<NameKind> {
        let found = self.at(gloss, name.start);
        found
            .filter(|(end, _)| *end == name.end)
            .map(|(_, kind)| kind)
    }

    fn at(&self, gloss: &Gloss, token: usize) -> Option<(usize, NameKind)> {
        let (_, last) = gloss.bounds(token);
        let known = self.whole.get(gloss.word(token))?.iter();
        let stands = |(words, _): &&(Vec<&str>, NameKind)| {
            token + words.len() <= last
                && (words.iter().enumerate()).all(|(nth, word)| {
                    gloss.word(token + nth) == *word
                        && (nth == 0 || gloss.joins_next(token + nth - 1))
                })
        };
        let (longest, kind) = known.filter(stands).max_by_key(|(words, _)| words.len())?;
        Some((token + longest.len(), *kind))
    }

    /// Whether the word at `token`, a name in this article and none elsewhere, is one here: "Few said", "Ms March".
    pub(super) fn is_short(&self, gloss: &Gloss, token: usize) -> bool {
        if !gloss.is_capital(token) || !self.odd.contains(gloss.word(token)) {
            return false;
        }
        let (next, behind) = (gloss.word(token + 1), gloss.word(token + 2));
        let dated = next.starts_with(|c: char| c.is_ascii_digit());
        let placed = token > 0 && gloss.is(token - 1, Trait::Preposition);
        let aged = next == "," && is_age(behind);
        let subject =
            gloss.is(token + 1, Trait::Reports) && gloss.case(token + 1) == Case::Lower && !placed;
        self.sources.contains(&token)
            || gloss.is_genitive(token + 1) && !placed
            || aged
            || subject
            || !opens_clause(gloss, token) && !gloss.is(token, Trait::Calendar) && !dated
    }

    /// Whether a word is the family name of somebody here, and nobody’s elsewhere.
    pub(super) fn is_family(&self, word: &str) -> bool {
        self.odd.contains(word)
    }

    /// Whether the word at `token` ends an address: "Ms Few", "Mr March".
    pub(super) fn ends(&self, gloss: &Gloss, token: usize) -> bool {
        let next = gloss.word(token + 1);
        self.odd.contains(gloss.word(token)) && !next.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// Where the name begins of which a source tells: behind its day and its "the".
fn behind_article(gloss: &Gloss, source: &Range<usize>) -> usize {
    let day = is_day(gloss.word(source.start)) && source.len() > 2;
    let start = source.start + usize::from(day && !gloss.entry(source.start + 1).is_grammar());
    let the = gloss.word(start).eq_ignore_ascii_case("the");
    start + usize::from(the && source.len() > 1)
}

/// Whether a word is a day of the week.
pub(super) fn is_day(word: &str) -> bool {
    matches!(
        word,
        "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday"
    )
}

/// Where the first words of a source end: at an apposition, or at its end.
fn head_end(gloss: &Gloss, source: &Range<usize>) -> usize {
    let opens = |token: usize| is_age(gloss.word(token)) || gloss.is(token, Trait::Determiner);
    let apposed = |token: &usize| {
        gloss.word(*token) == "," && (opens(*token + 1) || gloss.word(*token + 1) == "who")
    };
    source.clone().find(apposed).unwrap_or(source.end)
}

fn is_age(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word written with a capital is a name nowhere but in names: "Few", "March", "Tell".
fn is_odd(gloss: &Gloss, token: usize) -> bool {
    let entry = gloss.entry(token);
    matches!(gloss.case(token), Case::Capital)
        && (entry.is_grammar() || entry.is_any(&[Trait::Calendar, Trait::Opener, Trait::Reports]))
        && !matches!(gloss.word(token), "The" | "A" | "I")
}

/// Whether a word written with a capital is what people are called after and by: "Shepherd", "Priest"; no title of address.
fn is_calling(gloss: &Gloss, token: usize) -> bool {
    let before = token
        .checked_sub(1)
        .is_some_and(|before| gloss.is(before, Trait::Determiner) || gloss.is_genitive(before));
    gloss.case(token) == Case::Capital
        && gloss.is(token, Trait::Role)
        && !gloss.entry(token).is_given()
        && gloss.word(token).chars().count() > 3
        && !before
}

/// Whether a given name that is a word elsewhere opens a whole name inside a sentence: "the baker Will Orr".
fn is_odd_given(gloss: &Gloss, token: usize) -> bool {
    is_odd(gloss, token)
        && !gloss.is(token, Trait::Calendar)
        && gloss.entry(token).is_given()
        && !opens_clause(gloss, token)
        && gloss.joins_next(token)
        && gloss.case(token + 1) == Case::Capital
}

/// Where a name of two words ends one of which is odd: "Jim Few", "Friday Okoro", "So Ka-man", "Ann Priest".
fn person_end(gloss: &Gloss, token: usize) -> Option<usize> {
    let plain = |token: usize| {
        let entry = gloss.entry(token);
        gloss.case(token) == Case::Capital
            && !is_odd(gloss, token)
            && !entry.is_place()
            && !entry.is_any(&[
                Trait::Role,
                Trait::People,
                Trait::Demonym,
                Trait::OrganisationHead,
                Trait::OrganisationKind,
                Trait::Generic,
                Trait::Body,
            ])
    };
    let given = |token: usize| gloss.entry(token).is_given() || gloss.case(token) == Case::Initials;
    if !gloss.is_capital(token) || !gloss.joins_next(token) || !gloss.is_capital(token + 1) {
        return None;
    }
    // "Ann Priest", but "Jordan Captain"
    let entry = gloss.entry(token);
    let called = is_calling(gloss, token + 1)
        && gloss.case(token) == Case::Capital
        && !entry.is_place()
        && !entry.is_any(&[
            Trait::Role,
            Trait::OrganisationHead,
            Trait::OrganisationKind,
        ]);
    let family = given(token) && !is_odd(gloss, token) && (is_odd(gloss, token + 1) || called);
    let first = is_odd(gloss, token)
        && plain(token + 1)
        && !gloss.entry(token).is_given()
        && (gloss.is(token, Trait::Calendar)
            || matches!(gloss.word(token), "He" | "She" | "You" | "An")
            || is_number(gloss.word(token))
            || !opens_clause(gloss, token))
        && !(gloss.is_capital(token.wrapping_sub(1)) && gloss.joins_next(token - 1));
    // "Do Van Long"
    let third = gloss.joins_next(token + 1) && gloss.is_capital(token + 2);
    if third && !first {
        return None;
    }
    (family || first).then_some(token + 2 + usize::from(third))
}

/// What proves that a rank is somebody’s given name.
struct Ranked<'d> {
    /// The family names of those who are addressed as people of no rank are: "Mr Orr".
    addressed: HashSet<&'d str>,
    /// The ranks that somebody is called by alone: "“No,” Major said".
    called: HashSet<&'d str>,
}

impl<'d> Ranked<'d> {
    fn of(gloss: &Gloss<'d>, sources: &HashMap<usize, usize>) -> Self {
        const PLAIN: [&str; 7] = ["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss"];
        let addressed = (1..gloss.len())
            .filter(|token| PLAIN.contains(&gloss.word(token - 1)))
            .filter(|token| gloss.case(*token) == Case::Capital)
            .map(|token| gloss.word(token))
            .collect();
        let alone = |token: &usize| sources.get(token) == Some(&(token + 1));
        let called = (1..gloss.len())
            .filter(alone)
            .filter(|token| RANKS_TOO.contains(&gloss.word(*token)))
            .filter(|token| !gloss.is(token - 1, Trait::Determiner))
            .map(|token| gloss.word(token))
            .collect();
        Self { addressed, called }
    }
}

/// Whether a rank opens somebody’s name here, as given names do: "Major Orr, 45, a roofer".
fn is_rank_given(gloss: &Gloss, token: usize, ranked: &Ranked) -> bool {
    // "Major General", "Judge Advocate"
    const RANKS_BEHIND: [&str; 11] = [
        "General",
        "Advocate",
        "Marshal",
        "Manager",
        "Minister",
        "Secretary",
        "Officer",
        "Counsel",
        "Justice",
        "Sergeant",
        "Major",
    ];
    let (rank, family) = (gloss.word(token), token + 1);
    let former = ["former", "retired", "senior", "veteran", "serving"];
    if !RANKS_TOO.contains(&rank)
        || !gloss.joins_next(token)
        || gloss.case(family) != Case::Capital
        || RANKS_BEHIND.contains(&gloss.word(family))
        || gloss.is_capital(family + 1) && gloss.joins_next(family)
        || gloss.is_capital(token.wrapping_sub(1)) && gloss.joins_next(token - 1)
    {
        return false;
    }
    let told = is_told_of_one(gloss, family + 1)
        && gloss.word(family + 2) != "who"
        && !former.contains(&gloss.word(family + 3));
    told || !gloss.entry(family).is_grammar()
        && (ranked.addressed.contains(gloss.word(family)) || ranked.called.contains(rank))
}

/// Ranks that are given as names too.
const RANKS_TOO: [&str; 16] = [
    "Major",
    "Justice",
    "Judge",
    "Bishop",
    "Sergeant",
    "Marshal",
    "Marshall",
    "Chancellor",
    "Baron",
    "Reverend",
    "Deacon",
    "Earl",
    "Duke",
    "Prince",
    "Constable",
    "General",
];

/// Whether what follows a name tells of one person: "Jim Few, 58,", "Jim Few, a roofer", "Jim Few, who".
pub(super) fn is_told_of_one(gloss: &Gloss, end: usize) -> bool {
    let next = gloss.word(end + 1);
    if gloss.word(end) != "," {
        return false;
    }
    let role = || {
        let told = phrase(gloss, end + 1, end + 12);
        told.is_some_and(|phrase| phrase.what == What::Person)
    };
    is_age(next) && matches!(gloss.word(end + 2), "," | ".")
        || next == "who"
        || matches!(next, "a" | "an") && role()
}

/// Whether a name that is a whole source needs no other proof: a day may be when somebody said so.
fn is_source_enough(gloss: &Gloss, token: usize, end: usize) -> bool {
    let dated = gloss.word(end).starts_with(|c: char| c.is_ascii_digit());
    let weekday = gloss.word(end - 1).ends_with("day");
    let family = is_odd(gloss, end - 1);
    !dated && !weekday && (family || !gloss.is(token, Trait::Calendar))
}

/// Whether a source is a body’s name with small words in it: "Transport for Wales", "Save the Otters".
fn is_body(gloss: &Gloss, name: Range<usize>) -> bool {
    const LONGEST: usize = 9;
    if !(3..=LONGEST).contains(&name.len()) || !gloss.is_capital(name.start) {
        return false;
    }
    let last = name.end - 1;
    let capital = |token: usize| {
        gloss.case(token) == Case::Capital
            && !gloss.is_any_of(token, &[Trait::Calendar, Trait::Role])
    };
    // "Hope for Halvard"; but "Minister for Health", "Jones for Labour".
    let aim = name.len() == 3
        && gloss.word(name.start + 1) == "for"
        && capital(name.start)
        && capital(last)
        && !gloss.is(name.start, Trait::People)
        && !gloss.is_any_of(last, &[Trait::Body, Trait::Demonym]);
    // "Save the Otters"
    let call = CALLS.contains(&gloss.word(name.start))
        && matches!(gloss.word(name.start + 1), "the" | "our")
        && (name.start + 2..name.end).all(capital);
    // "the Transport and General Guild"
    let the = name.start > 0 && gloss.word(name.start - 1).eq_ignore_ascii_case("the");
    let joined = the
        && gloss.is(last, Trait::OrganisationHead)
        && !gloss.is(last, Trait::Company)
        && gloss.word(name.start + 1) == "and"
        && (name.start + 2..name.end).all(|token| gloss.is_capital(token))
        && name.len() > 3;
    aim || call || joined
}

/// Where the name of one body ends that opens with a list: "the Rail, Canal and Tram Union".
fn list_end(gloss: &Gloss, start: usize) -> Option<usize> {
    const MOST: usize = 3;
    let item = |token: usize| {
        let entry = gloss.entry(token);
        gloss.case(token) == Case::Capital
            && !entry.is_place()
            && !entry.is_any(&[
                Trait::OrganisationHead,
                Trait::Body,
                Trait::Demonym,
                Trait::Calendar,
            ])
    };
    let the = start > 0 && gloss.word(start - 1).eq_ignore_ascii_case("the");
    if !the || !item(start) {
        return None;
    }
    let mut token = start;
    for _ in 0..MOST {
        if gloss.word(token + 1) != "," || !item(token + 2) {
            break;
        }
        token += 2;
    }
    let last = token + 4 - 1;
    let listed = token > start
        && matches!(gloss.word(token + 1), "and" | "&")
        && item(token + 2)
        && gloss.is_capital(last)
        && (start..last).all(|token| gloss.joins_next(token))
        && gloss.is(last, Trait::OrganisationHead)
        && !gloss.is(last, Trait::Company)
        && !gloss.is_capital(last + 1);
    listed.then_some(last + 1)
}

/// Whether a number ends the name: "Juniper 8", "Channel 5".
fn is_numbered(gloss: &Gloss, token: usize) -> bool {
    let number = gloss.word(token + 1);
    gloss.case(token) == Case::Capital
        && !is_odd(gloss, token)
        && !gloss.is(token, Trait::Role)
        && gloss.joins_next(token)
        && number.len() < 3
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::split::cast::gloss::Gloss;
    use crate::split::cast::mention::mentions;
    use crate::split::document::Document;
    use crate::text::Span;

    /// The names in `text`, of which the words between bars are a source.
    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let plain = text.replace('|', "");
        let source = text.find('|').map(|start| {
            let end = text.rfind('|').unwrap_or(start);
            Span::new(start, end - 1)
        });
        let article = Article {
            body: vec![Span::whole(&plain)],
            text: plain,
            ..Article::default()
        };
        let document = Document::of(&article);
        let sources: Vec<_> = source
            .map(|span| document.tokens_in(span))
            .into_iter()
            .collect();
        let gloss = Gloss::of(&document, []);
        let found: Vec<String> = mentions(&gloss, &sources)
            .iter()
            .map(|mention| mention.name.full())
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn family_names_that_are_common_words() {
        case("“No,” said |Jim Few|. It hurt Few.", &["Jim Few", "Few"]);
        case("Jim Few, 58, left. Few’s dog ran.", &["Jim Few", "Few"]);
        case("Jim Few left. “No,” |Few| said.", &["Jim Few", "Few"]);
        case(
            "Olga March, a roofer, left in March. March said no.",
            &["Olga March", "March"],
        );
        case(
            "Olga March, a roofer, left Ms March.",
            &["Olga March", "March"],
        );
        case("He told Olga March 3 was late.", &["Olga"]);
        case("He told Olga Friday.", &["Olga"]);
    }

    #[test]
    fn family_names_that_are_callings() {
        case(
            "It hurt Ann Priest then. “No,” |Professor Priest| said.",
            &["Ann Priest", "Priest"],
        );
        case(
            "The baker Will Orrman left. Will told us.",
            &["Will Orrman", "Will"],
        );
    }

    #[test]
    fn given_names_that_are_common_words() {
        case("Friday Okorr, 41, left.", &["Friday Okorr"]);
        case("“No,” said So Ka-orr, 41, a baker.", &["So Ka-orr"]);
        case("He Jianorr, a baker, left.", &["He Jianorr"]);
        case("Seven Aragorr, a janitor, left.", &["Seven Aragorr"]);
        case("Then Okorr, 41, left.", &["Okorr"]);
    }

    #[test]
    fn ranks_that_are_given_as_names() {
        case(
            "It hurt Major Orrman then. It hurt Mr Orrman too.",
            &["Major Orrman", "Orrman"],
        );
        case("It hurt Major Orrman then.", &["Orrman"]);
        case(
            "It hurt Major Orrman. “No,” |Major| said.",
            &["Major Orrman", "Major"],
        );
        case("Bishop King, 45, left.", &["Bishop King"]);
        case(
            "Major Orrun, 41, a roofer, left. Mr Orrun wept.",
            &["Major Orrun", "Orrun"],
        );
        case("Major Orrun left.", &["Orrun"]);
        case(
            "Judge Orrun, 61, left. It was Ann Orrun.",
            &["Orrun", "Ann Orrun"],
        );
        case("Judge Orrun, a former sailor, left.", &["Orrun"]);
    }

    #[test]
    fn bodies_with_small_words() {
        case("“No,” said |Roads for Orrland|.", &["Roads for Orrland"]);
        case("“No,” said |Save the Otters|.", &["Save the Otters"]);
        case(
            "“No,” said |the Roads and General Guild|.",
            &["Roads and General Guild"],
        );
        case(
            "It hurt the Rail, Canal and Tram Union.",
            &["Rail, Canal and Tram Union"],
        );
        case("“No,” said |Orrun 8|.", &["Orrun 8"]);
    }
}
