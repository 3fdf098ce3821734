//! Who is described first and named elsewhere, or nowhere.

use super::case;
use crate::article::Article;
use crate::attribution::Speaker;
use crate::split::cast::Cast;
use crate::split::document::Document;
use crate::text::Span;

#[test]
fn called_so_only_below() {
    case(
        "He was sentenced by a judge who told him to sit.\n\nTwo men stood as Judge Ada Clarke imposed the term.",
        &[("|a judge| who", "Ada Clarke")],
    );
    case(
        "It was left, in the words of its chairman, to rot.\n\nBo Popple, 71, the society’s chairman, found it.",
        &[("|its chairman|, to", "Bo Popple")],
    );
    case(
        "The moles, the club secretary told us, had won. The secretary, Maud Abel, was cross.",
        &[("|the club secretary| told", "Maud Abel")],
    );
    case(
        "A retired pipe fitter told jurors why.\n\nDwight Lind, 67, sat in a barn.",
        &[("|A retired pipe fitter| told", "Dwight Lind")],
    );
}

#[test]
fn named_in_the_paragraph_below() {
    case(
        "“I have no cats,” a pensioner told the court.\n\nAgnes Pottle, 79, keeps thirty.",
        &[("|a pensioner| told", "Agnes Pottle")],
    );
    case(
        "“I have no cats,” an official said.\n\nAgnes Pottle, 79, keeps thirty.",
        &[("|an official| said", "~an official")],
    );
    case(
        "“I have no cats,” a woman said.\n\nAlfred Pottle, 79, keeps thirty.",
        &[("|a woman| said", "~a woman")],
    );
}

#[test]
fn called_so_in_the_lead() {
    case(
        "A dentist has been struck off.\n\nLeo Orr, 58, shook.\n\nBo Lee rose.\n\n“Well,” the dentist said. Lee sat.",
        &[("|the dentist| said", "Leo Orr")],
    );
    case(
        "The eels minister knows little.\n\nAda Lee, who took the post in June, shook.\n\n“Up,” the minister said.",
        &[("|the minister| said", "Ada Lee")],
    );
    case(
        "A dentist has been struck off by a board.\n\nLeo Orr of the board spoke.\n\nBo Lee, the dentist, sat. “Well,” the dentist said.",
        &[("|the dentist| said", "Bo Lee")],
    );
}

#[test]
fn named_when_spoken_of_again() {
    case(
        "“The hull was dry,” a dock surveyor said. It rained. “I looked twice,” the surveyor, Moira Keane, said.",
        &[("|a dock surveyor| said", "Moira Keane")],
    );
    case(
        "“The hull was dry,” a dock surveyor said. “I looked twice,” another surveyor, Moira Keane, said.",
        &[("|a dock surveyor| said", "~a dock surveyor")],
    );
}

#[test]
fn who_it_turns_out_to_be() {
    case(
        "The man in the flat cap waited. “I am in no hurry,” he said.\n\nIt rained.\n\nThe man was Osric Pell, 81, who \
         keeps geese. “They wait too,” the man said.",
        &[
            ("|he| said", "Osric Pell"),
            ("|the man| said", "Osric Pell"),
        ],
    );
    case(
        "The woman who opens wears one glove. “Come in,” she says.\n\nFor ten years Anna Wirth made gloves.",
        &[("|she| says", "Anna Wirth")],
    );
}

#[test]
fn descriptions_take_up_who_was_named() {
    case(
        "Lorna Pick, 67, was charged for the smell of chips.\n\n“I laughed,” the retired dinner lady said.",
        &[("|the retired dinner lady| said", "Lorna Pick")],
    );
    case(
        "Lorna Pick, 67, was charged for the smell of chips.\n\n“I laughed,” a retired dinner lady said.",
        &[("|a retired dinner lady| said", "~a retired dinner lady")],
    );
    case(
        "Colin Stone Jr. ran home. His father, Colin Stone, rang. “I taught him that,” the elder Stone said.",
        &[("|the elder Stone| said", "Colin Stone")],
    );
}

#[test]
fn many_and_nobody() {
    case(
        "Ann Lee and Tom Hale agreed. Some Lee supporters cheered. Republicans jeered. Critics of Lee were rude. They \
         said no. Lee and her aides left.",
        &[
            ("|Ann Lee and Tom Hale| agreed", "~Ann Lee and Tom Hale"),
            ("|Some Lee supporters| cheered", "~Some Lee supporters"),
            ("|Republicans| jeered", "~Republicans"),
            ("|Critics of Lee| were", "~Critics of Lee"),
            ("|They| said", "~They"),
            ("|Lee and her aides| left", "Ann Lee"),
        ],
    );
}

#[test]
fn no_source_and_odd_spans() {
    let article = Article {
        text: "Ann Lee — “yes”.".to_owned(),
        body: vec![Span::new(0, "Ann Lee — “yes”.".len())],
        ..Article::default()
    };
    let document = Document::of(&article);
    let cast = Cast::of(&document, &[]);
    assert_eq!(cast.identify(None).speaker, Speaker::Unnamed);
    for start in 0..=article.text.len() {
        for end in start..=article.text.len() {
            let boundary = |at| article.text.is_char_boundary(at);
            if boundary(start) && boundary(end) {
                let _ = cast.identify(Some(Span::new(start, end)));
            }
        }
    }
}
