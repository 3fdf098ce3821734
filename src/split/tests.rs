//! Passages of articles of a few sentences.

use super::{passages, passages_of_each};
use crate::article::Article;
use crate::attribution::Speaker;
use crate::passage::Kind;
use crate::text::Span;

/// Who says what in the claims and quotes of `text`, by the words in the article.
#[track_caller]
pub(super) fn reported(text: &str, expected: &[(&str, &str)]) {
    let article = Article {
        text: text.to_owned(),
        body: vec![Span::whole(text)],
        ..Article::default()
    };
    let passages = passages(&article);
    let found: Vec<(&str, &str)> = passages
        .iter()
        .filter_map(|passage| Some((passage.kind.attribution()?, passage)))
        .map(|(attribution, passage)| {
            let source = attribution.source.as_ref();
            (
                source.map_or("-", |source| source.text()),
                passage.words.text(),
            )
        })
        .collect();
    assert_eq!(found, expected);
}

/// That the quote of `text` with `words` in it is told of as `who` said it; nobody is meant by "-".
#[track_caller]
pub(super) fn spoken(text: &str, words: &str, who: &str) {
    let article = Article {
        text: text.to_owned(),
        body: vec![Span::whole(text)],
        ..Article::default()
    };
    let passages = passages(&article);
    let found = passages
        .iter()
        .filter(|passage| passage.kind.as_str() == "quote")
        .find(|passage| passage.words.text().contains(words))
        .and_then(|passage| passage.kind.attribution())
        .map(|attribution| match &attribution.speaker {
            Speaker::Named(name) => name.full.as_str(),
            Speaker::Described(_) | Speaker::Unnamed => "-",
        });
    assert_eq!(found, Some(who), "{text}");
}

#[test]
fn many_at_once_as_one_by_one() {
    let articles = [
        "“It rains,” Ann Lee said. “It will go on.”",
        "",
        "The crane was unsafe, she explained to the tenants.",
    ]
    .map(|text| Article {
        text: text.to_owned(),
        body: vec![Span::whole(text)],
        ..Article::default()
    });
    let each: Vec<_> = articles.iter().map(passages).collect();
    assert_eq!(passages_of_each(&articles.each_ref()), each);
    assert!(each.iter().flatten().count() > 1);
}

/// Each passage as `kind: words ‹ source | cue | basis`.
#[track_caller]
fn case(text: &str, expected: &[&str]) {
    let body = vec![Span::whole(text)];
    let article = Article {
        text: text.to_owned(),
        body,
        ..Article::default()
    };
    let found: Vec<String> = passages(&article)
        .iter()
        .filter(|passage| passage.kind != Kind::Fact)
        .map(|passage| {
            let kind = passage.kind.as_str();
            let words = passage.words.text();
            let attribution = passage.kind.attribution();
            let source = attribution
                .and_then(|a| a.source.as_ref())
                .map_or("-", |s| s.text());
            let cue = attribution
                .and_then(|a| a.cue.as_ref())
                .map_or("-", |cue| cue.text());
            let basis = attribution.map_or("-", |a| a.basis.as_str());
            format!("{kind}: {words} ‹ {source} | {cue} | {basis}")
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_quote_and_the_clause_that_reports_it() {
    case(
        "“It rains,” Ann Lee said.",
        &["quote: It rains ‹ Ann Lee | said | same-sentence"],
    );
    case(
        "“It rains!” said Ann Lee, 54, the mayor.",
        &["quote: It rains! ‹ Ann Lee, 54, the mayor | said | same-sentence"],
    );
    case(
        "Ann Lee, the mayor, replied: “It rains.”",
        &["quote: It rains. ‹ Ann Lee, the mayor | replied | same-sentence"],
    );
    case(
        "‘It rains,’ Mr Orr told the council.",
        &["quote: It rains ‹ Mr Orr | told | same-sentence"],
    );
    case(
        "“It rains,” Mr Orr shot back.",
        &["quote: It rains ‹ Mr Orr | shot back | same-sentence"],
    );
    case(
        "The note went on: “It rains.”",
        &["quote: It rains. ‹ The note | went on | same-sentence"],
    );
    case(
        "„Es regnet“, said Ann Lee.",
        &["quote: Es regnet ‹ Ann Lee | said | same-sentence"],
    );
}

#[test]
fn a_verb_and_its_adverb_before_a_colon() {
    case(
        "Ann Lee added darkly: “It rains here all year.”",
        &["quote: It rains here all year. ‹ Ann Lee | added | same-sentence"],
    );
}

#[test]
fn a_question_and_its_answer() {
    case(
        "“And did you tell him?” Ann Lee asked. “No, I did not,” Ben Orr said.",
        &[
            "quote: And did you tell him? ‹ Ann Lee | asked | same-sentence",
            "quote: No, I did not ‹ Ben Orr | said | same-sentence",
        ],
    );
}

#[test]
fn a_quote_in_pieces_is_one() {
    case(
        "“It rains,” Ann Lee said. “It will go on.”",
        &["quote: It rains It will go on. ‹ Ann Lee | said | same-sentence"],
    );
    case(
        "“It rains,” Ann Lee said, “and it will go on.”",
        &["quote: It rains and it will go on. ‹ Ann Lee | said | same-sentence"],
    );
    case(
        "“It rains.\n\n“It will go on,” Ann Lee said.",
        &["quote: It rains. It will go on ‹ Ann Lee | said | same-sentence"],
    );
}

#[test]
fn a_quote_whose_source_stands_elsewhere() {
    case(
        "“It rains,” Ann Lee said.\n\n“It will go on for days.”",
        &[
            "quote: It rains ‹ Ann Lee | said | same-sentence",
            "quote: It will go on for days. ‹ Ann Lee | - | continued",
        ],
    );
    case(
        "Ann Lee wrote to the council:\n\n“It will go on for days.”",
        &["quote: It will go on for days. ‹ Ann Lee | wrote | introduced"],
    );
    case(
        "It was late. “It will go on for days.”",
        &["quote: It will go on for days. ‹ - | - | marks"],
    );
}

#[test]
fn a_claim_whole_and_whose_it_is() {
    case(
        "A report that the harbour board published in June warned that the crane was unsafe.",
        &[
            "claim: the crane was unsafe ‹ A report that the harbour board published in June | warned | same-sentence",
        ],
    );
    case(
        "The crane was unsafe, she explained to the tenants.",
        &["claim: The crane was unsafe ‹ she | explained | same-sentence"],
    );
    case(
        "Captain Gaz “The Hammer” Orr said the crane was unsafe.",
        &["claim: the crane was unsafe ‹ Captain Gaz “The Hammer” Orr | said | same-sentence"],
    );
    case(
        "Bo Orr said the crane was safe, and Ann Lee replied that it had never been tested.",
        &[
            "claim: the crane was safe ‹ Bo Orr | said | same-sentence",
            "claim: it had never been tested ‹ Ann Lee | replied | same-sentence",
        ],
    );
}

#[test]
fn words_that_a_colon_or_a_deed_announces() {
    case(
        "Her rival, Bo Orr, was blunter: “We have no crane and no money.”",
        &["quote: We have no crane and no money. ‹ Her rival, Bo Orr | : | same-sentence"],
    );
    case(
        "Ann Lee sat down. “We have no crane and no money.”",
        &["quote: We have no crane and no money. ‹ Ann Lee | - | previous-sentence"],
    );
    case(
        "Ann Lee shook his hand and told him to “look after the old crane”.",
        &["quote: look after the old crane ‹ Ann Lee | told | same-sentence"],
    );
}

#[test]
fn statements_without_marks() {
    case(
        "The Hull Police released the following statement:\n\nAt noon two officers met a goat on a bridge near Orr.\n\nThe goat is \
         described as brown, with one horn and a bell.\n\nThe goat was old and lived near the bridge.",
        &[
            "quote: At noon two officers met a goat on a bridge near Orr. The goat is described as brown, with one horn and a \
           bell. ‹ The Hull Police | released | introduced",
        ],
    );
    case(
        "From our correspondent, Bo Orr:\n\nThe mood in the hall has turned and they call it “grim”.",
        &[
            "quote: The mood in the hall has turned and they call it “grim”. ‹ our correspondent, Bo Orr | - | introduced",
        ],
    );
}

#[test]
fn rare_verbs_right_behind_the_marks() {
    case(
        "It was cold. “He hears that far too well,” whispers Odile Gaud.\n\n“I put money on it too,” Jodie calls.",
        &[
            "quote: He hears that far too well ‹ Odile Gaud | whispers | same-sentence",
            "quote: I put money on it too ‹ Jodie | calls | same-sentence",
        ],
    );
    case(
        "‘The whole valley was built on it,’ Ní Dhálaigh replied.",
        &["quote: The whole valley was built on it ‹ Ní Dhálaigh | replied | same-sentence"],
    );
}

#[test]
fn words_that_go_on_are_taken_whole() {
    case(
        "‘The new hat was tight,’ Ann Lee said. ‘I said leave it, then. He said it was that or nothing.’",
        &[
            "quote: The new hat was tight I said leave it, then. He said it was that or nothing. ‹ Ann Lee | said | same-sentence",
        ],
    );
}

#[test]
fn words_behind_a_deed_or_a_way_of_putting_it() {
    case(
        "Ann Lee was asked about the crane. She blew her nose. “We have no crane and no money.”",
        &["quote: We have no crane and no money. ‹ She | - | previous-sentence"],
    );
    case(
        "“It rains,” Ann Lee said.\n\nShe stood up, folded her old coat and looked at the door.\n\n“It never stops on Orr.”",
        &[
            "quote: It rains ‹ Ann Lee | said | same-sentence",
            "quote: It never stops on Orr. ‹ She | - | previous-sentence",
        ],
    );
    case(
        "On Monday the old club shared a picture of the crane with the caption “Come and see it fall.”",
        &["quote: Come and see it fall. ‹ the old club | caption | same-sentence"],
    );
    case(
        "The tour made her rich or, as she put it, “solvent until noon”.",
        &["quote: solvent until noon ‹ she | put | same-sentence"],
    );
    case(
        "The tent is blue, an idea Ann Lee branded “utter madness”.",
        &["quote: utter madness ‹ Ann Lee | branded | same-sentence"],
    );
}

#[test]
fn words_told_inside_words() {
    case(
        "‘A man stopped me,’ he says. ‘With a hat. He said, “It rains on Orr.”’",
        &[
            "quote: A man stopped me With a hat. He said, “It rains on Orr.” ‹ he | says | same-sentence",
        ],
    );
    case(
        "Ann Lee remembers the winter they shared a crane. “You’d ask for it,” she said, “and it would come in May.”",
        &[
            "claim: the winter they shared a crane ‹ Ann Lee | remembers | same-sentence",
            "quote: You’d ask for it and it would come in May. ‹ she | said | same-sentence",
        ],
    );
}

#[test]
fn a_few_words_that_describe() {
    case(
        "The talks were described by one of them as “thin and damp”.",
        &["quote: thin and damp ‹ one of them | were described | same-sentence"],
    );
}

#[test]
fn who_does_something_and_says_so() {
    reported(
        "Ann Lee shook his hand, and later told a crew that it was late.",
        &[("Ann Lee", "it was late")],
    );
}

#[test]
fn who_is_asked_and_does_something() {
    for text in [
        "Asked whether she would start in June, Lee shrugged. “They gave up one goal.”",
        "Told that it was late, Lee only laughed. “They gave up one goal.”",
    ] {
        let text = format!("Ann Lee trains them.\n\n{text}");
        spoken(&text, "one goal", "Ann Lee");
    }
    let called = "It rained. An account called @inkuncle, which reviews pens, was blunter: “They gave up one goal.”";
    spoken(called, "one goal", "@inkuncle");
}

#[test]
fn who_is_quoted_as_saying_it() {
    reported(
        "“It is late,” the embassy quoted her as saying.",
        &[("her", "It is late")],
    );
    reported(
        "“It is late,” its president, Ann Lee, was quoted as saying in a release.",
        &[("its president, Ann Lee", "It is late")],
    );
}

#[test]
fn who_says_it_in_a_passive() {
    case(
        "The minister was accused by her old rival of “hiding under a desk” in May.",
        &["quote: hiding under a desk ‹ her old rival | was accused | same-sentence"],
    );
    case(
        "The minister was accused of “hiding under a desk” in May.",
        &["quote: hiding under a desk ‹ - | was accused of | same-sentence"],
    );
    case(
        "A clerk who stole nine pies was fined after a judge told her that she had “eaten the evidence”.",
        &[
            "claim: she had “eaten the evidence” ‹ a judge | told | same-sentence",
            "quote: eaten the evidence ‹ a judge | told | same-sentence",
        ],
    );
}

#[test]
fn whose_words_are_read_aloud() {
    case(
        "She read the end of his letter to the court: “I never liked that crane.”",
        &["quote: I never liked that crane. ‹ his letter | read | same-sentence"],
    );
    case(
        "‘It rains on all of us,’ Piet van Orr, its owner, said yesterday.",
        &["quote: It rains on all of us ‹ Piet van Orr, its owner | said | same-sentence"],
    );
}

#[test]
fn announced_and_put_out() {
    case(
        "When the crane fell, Mayor Orr released the following statement:\n\n“Bo and I remember the crane.”",
        &["quote: Bo and I remember the crane. ‹ Mayor Orr | released | introduced"],
    );
    case(
        "Stated Orr:\n\n“I think that the crane is high.”",
        &["quote: I think that the crane is high. ‹ Orr | Stated | introduced"],
    );
    case(
        "„Es regnet seit Mai“, sagte die Wirtin, Greta Lind-Maas.",
        &["quote: Es regnet seit Mai ‹ die Wirtin, Greta Lind-Maas | sagte | same-sentence"],
    );
}

#[test]
fn goes_on_behind_what_the_clause_tells() {
    case(
        "“It leaks,” Ann Lee said, referring to the crane in the north dock. “It always did.”",
        &[
            "quote: It leaks It always did. ‹ Ann Lee | said | same-sentence",
            "claim: the crane in the north dock ‹ Ann Lee | referring to | same-sentence",
        ],
    );
}

#[test]
fn several_clauses_with_that() {
    case(
        "Ann Lee said that the tax would ruin the port, and Bo Orr replied that the port was exempt under clause nine.",
        &[
            "claim: the tax would ruin the port ‹ Ann Lee | said | same-sentence",
            "claim: the port was exempt under clause nine ‹ Bo Orr | replied | same-sentence",
        ],
    );
    case(
        "The dockers’ union says that account leaves the goat out.",
        &["claim: that account leaves the goat out ‹ The dockers’ union | says | same-sentence"],
    );
}

#[test]
fn figures_foretold() {
    case(
        "In May it had forecast at least 40 ships.",
        &["claim: at least 40 ships ‹ it | had forecast | same-sentence"],
    );
}

#[test]
fn titles_and_crossheads_between_marks_are_no_quotes() {
    case("“Tales of the Wet Quay,” an old series, is back.", &[]);
    case(
        "“It rains,” Ann Lee said.\n\n‘So much mud.’\n\nThe quay is old.",
        &["quote: It rains ‹ Ann Lee | said | same-sentence"],
    );
    case(
        "“It rains,” Ann Lee said.\n\n“WET, COLD AND LATE”\n\nThe quay is old.",
        &["quote: It rains ‹ Ann Lee | said | same-sentence"],
    );
}

#[test]
fn who_is_asked_says_nothing() {
    case(
        "“No,” Ann Lee said when asked whether the crane was safe.",
        &[
            "quote: No ‹ Ann Lee | said | same-sentence",
            "claim: whether the crane was safe ‹ - | asked | same-sentence",
        ],
    );
}

#[test]
fn acts_are_facts() {
    case(
        "Dunmore recalled 900 scales in May after three caught fire.",
        &[],
    );
    case(
        "She has read that note, because the port sent it to her.",
        &[],
    );
    case("The board voted to repair the crane.", &[]);
    case("He repeated himself at length.", &[]);
    case("They were asked to leave.", &[]);
}

#[test]
fn what_begins_with_a_stop() {
    case(", “Rain fell", &[]);
}

#[test]
fn what_stands_before_words_that_a_block_goes_on_with_is_a_fact() {
    let text = "The bell rang at noon. “Nobody slept.\n\n“And it rained all night.".to_owned();
    let block = Span::new(text.len() - 27, text.len());
    let article = Article {
        body: vec![Span::whole(&text)],
        quotations: vec![block],
        text,
        ..Article::default()
    };
    let told: Vec<_> = (passages(&article).iter())
        .map(|passage| format!("{}: {}", passage.kind.as_str(), passage.words.text()))
        .collect();
    let expected = [
        "fact: The bell rang at noon.",
        "quote: Nobody slept. And it rained all night.",
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_stands_behind_who_signed_is_around_the_words() {
    let text = "It held. — Ada Quill (@adaquill) was glad. Rain fell";
    let article = Article {
        text: text.to_owned(),
        body: vec![Span::whole(text)],
        quotations: vec![Span::whole(text)],
        ..Article::default()
    };
    let told = passages(&article);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].words.text(), "It held.");
    assert_eq!(told[0].context.text(), text);
}

#[test]
fn no_quotes() {
    case(
        "Joseph “Joe” Hale ran a “gallery” in a shed and wrote the book “A Winter Abroad.”",
        &[],
    );
}

#[test]
fn a_second_reading_that_holds_the_source() {
    reported(
        "The board has raised the prices, Ann Lee, Minister of Wool, Ferries and Fisheries said.",
        &[(
            "Ann Lee, Minister of Wool, Ferries and Fisheries",
            "The board has raised the prices",
        )],
    );
}
