//! What each kind of query means, and where the others cannot be meant.

use proptest::prelude::{
    ProptestConfig, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use proptest::strategy::{Just, Strategy};

use super::parse;

/// `typed` is understood as `meant`, which is understood the same.
#[track_caller]
fn case(typed: &str, meant: &str) {
    let shown = |text: &str| parse(text).map(|expression| expression.to_string());
    assert_eq!(shown(typed), Ok(meant.to_owned()), "{typed}");
    assert_eq!(parse(meant), parse(typed), "{meant} is not {typed}");
}

/// `typed` cannot be meant: what is wrong stands under the `^` of `caret`.
#[track_caller]
fn wrong(typed: &str, caret: &str, message: &str) {
    let error = parse(typed).expect_err(typed);
    let shown = " ".repeat(typed[..error.at].chars().count()) + "^";
    assert_eq!(
        (shown.as_str(), error.message.as_str()),
        (caret, message),
        "{typed}"
    );
    assert!(!error.hint.is_empty(), "{typed}");
}

#[test]
fn words() {
    case("voter", "voter");
    case("voter fraud", "voter AND fraud");
    case("  voter\t\n fraud  ", "voter AND fraud");
    case("voter AND fraud", "voter AND fraud");
    case("and or not", "and AND or AND not");
    case("Poupées CAFÉ", "Poupées AND CAFÉ");
    case("U.S. D.C.", "U.S. AND D.C.");
    case("1,000 3.5%", "1,000 AND 3.5%");
    case("北京 опрос", "北京 AND опрос");
    case("full-time", "full-time");
    case("e-mail well–known", "e-mail AND well–known");
}

#[test]
fn anything_else_is_a_word() {
    case("don't", "don't");
    case("Krebs' statement", "Krebs' AND statement");
    case("Krebs’ ‘statement’", "Krebs’ AND ‘statement’");
    case("who said: what", "who AND said: AND what");
    case("kind: of blue", "kind: AND of AND blue");
    case("(kind:)", "kind:");
    case("http://x", "http://x");
    case(
        "https://example.org/a?b=c&d#e",
        "https://example.org/a?b=c&d#e",
    );
    case("C++", "C++");
    case("C#", "C#");
    case("AT&T", "AT&T");
    case("a & b", "a AND b");
    case("re: tax", "re: AND tax");
    case("Foo:bar", "Foo:bar");
    case("12:30", "12:30");
    case("said :2020", "said AND :2020");
    case("@realDonaldTrump #2020", "@realDonaldTrump AND #2020");
    case("voter(s)", "voter(s)");
    case("voter(s) fraud", "voter(s) AND fraud");
    case("f(x) = y", "f(x) AND y");
    case("fraud) vote", "fraud AND vote");
    case("smile :)", "smile");
    case("1) first 2) second", "1 AND first AND 2 AND second");
    case("- fraud", "fraud");
    case("fraud -", "fraud");
    case("--fraud", "--fraud");
    case("vote -- fraud", "vote AND fraud");
    case("well-", "well-");
    case("50% + 1", "50% AND 1");
    case("^caret $dollar", "^caret AND $dollar");
    case("a\\b c\\", "a\\b AND c\\");
    case("[a TO b]", "[a AND TO AND b]");
    case("{x}", "{x}");
    case("a || b && !c", "a AND b AND !c");
    case("field.name:x", "field.name:x");
    case("ANDROID ORDER NOTHING", "ANDROID AND ORDER AND NOTHING");
    case("OR", "OR");
    case("NOT", "NOT");
    case("AND", "AND");
    case("fraud OR", "fraud AND OR");
    case("fraud NOT", "fraud AND NOT");
    case("(fraud OR)", "fraud AND OR");
    case("_ under_score", "under_score");
    case("don`t", "don`t");
    case("\u{200b}zero\u{200b}width", "\u{200b}zero\u{200b}width");
    case("nul\0byte", "nul\0byte");
}

#[test]
fn phrases() {
    case("\"dead people voting\"", "\"dead people voting\"");
    case("“dead people voting”", "\"dead people voting\"");
    case("„dead people voting“", "\"dead people voting\"");
    case("«dead people»", "\"dead people\"");
    case("”dead people”", "\"dead people\"");
    case("\"dead people”", "\"dead people\"");
    case("\"don't stop\"", "\"don't stop\"");
    case("\"he said: no\"", "\"he said: no\"");
    case("\"a OR b\"", "\"a OR b\"");
    case("\"(open\"", "\"(open\"");
    case("\"dead\"", "\"dead\"");
    case("\"dead people\"~5", "\"dead people\"~5");
    case("“dead people”~12 vote", "\"dead people\"~12 AND vote");
    case("\"dead people\"~0", "\"dead people\"");
    case("\"dead people\"~99999999999", "\"dead people\"~1000");
    case("\"dead people\"~ vote", "\"dead people\" AND vote");
    case("\"dead people\"vote", "\"dead people\" AND vote");
    case("vote\"dead people\"", "vote AND \"dead people\"");
    case("\"\" vote", "vote");
    case("\"…\" vote", "vote");
    case("\"a\"\"b\"", "\"a\" AND \"b\"");
}

#[test]
fn beginnings_and_near_misses() {
    case("secur*", "secur*");
    case("u.s*", "u.s*");
    case("full-ti*", "full-ti*");
    case("krebs~", "krebs~1");
    case("krebbs~", "krebbs~2");
    case("krebbs~1", "krebbs~1");
    case("krebbs~2", "krebbs~2");
    case("krebbs~3", "krebbs~3");
    case("krebbs~x", "krebbs~x");
    case("* vote", "vote");
    case("~ vote", "vote");
    case("~5 vote", "~5 AND vote");
    case("se*ure", "se*ure");
    case("vote**", "vote**");
}

#[test]
fn operators() {
    case("-fraud", "NOT fraud");
    case("NOT fraud", "NOT fraud");
    case("vote -fraud", "vote AND NOT fraud");
    case("vote -\"dead people\"", "vote AND NOT \"dead people\"");
    case("vote -(fraud theft)", "vote AND NOT (fraud AND theft)");
    case("-kind:fact vote", "NOT kind:fact AND vote");
    case("NOT NOT fraud", "fraud");
    case("NOT -fraud", "fraud");
    case("-NOT", "NOT NOT");
    case("a OR b", "a OR b");
    case("a OR b OR c", "a OR b OR c");
    case("a OR b c", "(a OR b) AND c");
    case("a b OR c", "a AND (b OR c)");
    case("a OR -b", "a OR NOT b");
    case("a OR OR b", "(a OR OR) AND b");
    case("(a b) OR c", "(a AND b) OR c");
    case("(a OR b) (c OR d)", "(a OR b) AND (c OR d)");
    case("((a))", "a");
    case("() vote", "vote");
    case("(…) vote", "vote");
    case("(a)b", "a AND b");
    case("a(b) c", "a(b) AND c");
    case("(a b)c)", "(a AND b) AND c");
    case("AND a AND", "AND AND a AND AND");
    case("\"\" AND a", "a");
}

#[test]
fn fields() {
    case("speaker:krebs", "speaker:krebs");
    case("Speaker:Krebs", "speaker:Krebs");
    case("speaker:\"Chris Krebs\"", "speaker:\"Chris Krebs\"");
    case("speaker:“Chris Krebs”", "speaker:\"Chris Krebs\"");
    case("speaker:O'Neill", "speaker:O'Neill");
    case("speaker:kreb*", "speaker:kreb*");
    case("speaker:krebbs~", "speaker:krebbs~2");
    case("speaker:(krebs OR trump)", "speaker:krebs OR speaker:trump");
    case(
        "speaker:(chris krebs) vote",
        "(speaker:chris AND speaker:krebs) AND vote",
    );
    case("-speaker:trump", "NOT speaker:trump");
    case("cue:denied", "cue:denied");
    case("headline:bridge", "headline:bridge");
    case("publisher:reuters", "publisher:reuters");
    case("byline:\"Jane Doe\"", "byline:\"Jane Doe\"");
    case("article:a-1/b:c", "article:a-1/b:c");
    case("article:\"with blank\"", "article:\"with blank\"");
    case("kind:quote", "kind:quote");
    case("kind:Quotes", "kind:quote");
    case("kind:quote,claim", "kind:quote OR kind:claim");
    case(
        "kind:(quote OR claim) vote",
        "(kind:quote OR kind:claim) AND vote",
    );
    case("medium:tweet", "medium:tweet");
    case("medium:news-conference", "medium:news-conference");
    case("medium:\"news conference\"", "medium:news-conference");
    case("speaker:… vote", "vote");
}

#[test]
fn days() {
    case("published:2020-11-19", "published:2020-11-19");
    case("published:2020-11", "published:2020-11-01..2020-11-30");
    case("published:2020", "published:2020-01-01..2020-12-31");
    case(
        "published:2020-11-01..2020-11-19",
        "published:2020-11-01..2020-11-19",
    );
    case(
        "published:2020-11..2021",
        "published:2020-11-01..2021-12-31",
    );
    case("published:..2020", "published:..2020-12-31");
    case("published:2020-02..", "published:2020-02-01..");
    case("published:2020...2021", "published:2020-01-01..2021-12-31");
    case("published:2020–11–19", "published:2020-11-19");
    case("published:2020/2/3", "published:2020-02-03");
    case("published:2020-02", "published:2020-02-01..2020-02-29");
    case("said:2020-11-17", "said:2020-11-17");
    case("said:\"2020-11-17\"", "said:2020-11-17");
    case(
        "said:(2020-11-17 OR 2019)",
        "said:2020-11-17 OR said:2019-01-01..2019-12-31",
    );
    case("published:0001..9999", "published:0001-01-01..9999-12-31");
}

#[test]
fn what_cannot_be_meant() {
    wrong(
        "vote \"dead people",
        "     ^",
        "this quotation mark is never closed",
    );
    wrong("“dead people", "^", "this quotation mark is never closed");
    wrong("“a” “b", "    ^", "this quotation mark is never closed");
    wrong("foo\"bar", "   ^", "this quotation mark is never closed");
    wrong(
        "speaker:\"Chris",
        "        ^",
        "this quotation mark is never closed",
    );
    wrong("vote (fraud", "     ^", "this bracket is never closed");
    wrong("((a)", "^", "this bracket is never closed");
    wrong(
        "speaker:(krebs",
        "        ^",
        "this bracket is never closed",
    );
    wrong("kind:rumour", "     ^", "there is no kind “rumour”");
    wrong("é kind:rumour", "       ^", "there is no kind “rumour”");
    wrong(
        "kind:quote,rumour",
        "     ^",
        "there is no kind “quote,rumour”",
    );
    wrong("kind:\"\"", "      ^", "there is no kind “”");
    wrong(
        "kind:(quote rumour)",
        "            ^",
        "there is no kind “rumour”",
    );
    wrong("medium:fax", "       ^", "there is no medium “fax”");
    wrong("published:soon", "          ^", "“soon” is not a day");
    wrong("published:2020-13", "          ^", "“2020-13” is not a day");
    wrong(
        "published:2021-02-29",
        "          ^",
        "“2021-02-29” is not a day",
    );
    wrong("published:20", "          ^", "“20” is not a day");
    wrong(
        "published:2020-11-19T10:00",
        "          ^",
        "“2020-11-19T10:00” is not a day",
    );
    wrong(
        "published:2020-1-2-3",
        "          ^",
        "“2020-1-2-3” is not a day",
    );
    wrong("published:..", "          ^", "there is no day here");
    wrong(
        "published:2020..2019",
        "          ^",
        "these days end before they begin",
    );
    wrong("said:what", "     ^", "“what” is not a day");
    wrong("", "^", "there is no word to look for");
    wrong("   ", "^", "there is no word to look for");
    wrong("… — ()", "^", "there is no word to look for");
    wrong("*", "^", "there is no word to look for");
    wrong("?", "^", "there is no word to look for");
    wrong("-", "^", "there is no word to look for");
}

#[test]
fn bounds() {
    let deep = |brackets: usize| format!("{}a{}", "(".repeat(brackets), ")".repeat(brackets));
    assert!(parse(&deep(64)).is_ok());
    let error = parse(&deep(65)).expect_err("too deep");
    assert_eq!(error.at, 64);
    assert!(parse(&deep(100_000)).is_err());
    assert!(parse(&"a ".repeat(1024)).is_ok());
    assert_eq!(parse(&"a ".repeat(1025)).expect_err("too many").at, 2048);
    assert!(parse(&"NOT ".repeat(100_000)).is_ok());
    assert!(parse(&format!("{}a", "-".repeat(100_000))).is_ok());
    assert!(parse(&"\"".repeat(100_001)).is_err());
    assert!(parse(&"kind:".repeat(50_000)).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn any_text_is_understood_or_refused_at_a_place_in_it(text in any::<String>()) {
        if let Err(error) = parse(&text) {
            prop_assert!(text.is_char_boundary(error.at));
        }
    }

    #[test]
    fn what_is_understood_is_understood_again(parts in prop::collection::vec(piece(), 0..12)) {
        let text = parts.concat();
        match parse(&text) {
            // Brackets inside words are written out as they were typed and could be taken for others.
            Ok(_) if text.contains('(') => {}
            Ok(meant) => {
                let again = parse(&meant.to_string()).map(|again| again.to_string());
                prop_assert_eq!(again, Ok(meant.to_string()));
            }
            Err(error) => prop_assert!(text.is_char_boundary(error.at)),
        }
    }
}

/// What queries are made of.
fn piece() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just(" "),
        Just("a"),
        Just("voter "),
        Just("“"),
        Just("\""),
        Just("("),
        Just(")"),
        Just("-"),
        Just(" OR "),
        Just(" AND "),
        Just("NOT "),
        Just("kind:"),
        Just("speaker:"),
        Just("published:"),
        Just("2020"),
        Just(".."),
        Just("quote"),
        Just("~"),
        Just("~2"),
        Just("*"),
        Just("’"),
        Just("é"),
        Just(","),
        Just(":"),
    ]
}
