//! Pronouns, and whom they take up.

use super::case;

#[test]
fn given_names_that_both_may_bear() {
    case(
        "Zhou Wenjun, a chemist, winced. “One day is long,” she said.",
        &[("|she| said", "Zhou Wenjun")],
    );
}

#[test]
fn named_behind_the_pronoun() {
    case(
        "“It is only glue,” she says. “It washes off.”\n\nGráinne Ní Dhuill, 61, has mended fiddles since 1989.",
        &[("|she| says", "Gráinne Ní Dhuill")],
    );
    case(
        "The shop has shut.\n\nA woman wept. “It is only glue,” she says.\n\nGráinne Ní Dhuill, 61, has mended fiddles since 1989.",
        &[("|she| says", "~A woman")],
    );
    case(
        "One cook who agrees is Wen Siu-ling, who owns a stall. “It is sour,” she said.",
        &[("|she| said", "Wen Siu-ling")],
    );
    case(
        "A girl tied the knot. Her name is Yeung Suk-yee, 29, and she sold shoes. “It held,” she said.",
        &[("|she| said", "Yeung Suk-yee")],
    );
}

#[test]
fn subjects_between_commas() {
    case(
        "Rosa Vidal met Piet Maas, 77, in Breda. His wife, Tineke, was cross. “He never rings,” she said.",
        &[("|she| said", "Tineke")],
    );
    case(
        "Piet Maas sold the oven.\n\nHartono, a baker from Malang, has bought it. “It is hot,” he said.",
        &[("|he| said", "Hartono")],
    );
    case(
        "Piet Maas wept. A lawyer for the firm, Brantica, said no.",
        &[(
            "|A lawyer for the firm, Brantica,|",
            "~A lawyer for the firm, Brantica",
        )],
    );
}

#[test]
fn pronouns_by_clause() {
    case(
        "Ms. Orr had a wagon.\n\nMs. Lindqvist had a recipe and, she said, “a bad husband”.",
        &[("and, |she| said", "Lindqvist")],
    );
    case(
        "Friends of Jane Pell are less sure. Director Lou Castle, who cast her, calls it a mistake. “With love,” he added.",
        &[("|he| added", "Lou Castle")],
    );
    case(
        "Ivo Brandt is reported to be calm. He is said to have shrugged and asked: “Not cod?”",
        &[("|He is said to have shrugged and| asked", "Ivo Brandt")],
    );
}

#[test]
fn pronouns_by_gender() {
    case(
        "Ann Lee met Tom Hale in Leeds on Friday.\n\n“We talked,” she said. He said little.",
        &[("|she| said", "Ann Lee"), ("|He| said", "Tom Hale")],
    );
    case(
        "Councillor Ruth Adeyemi opened the hall. A neighbour complained. “It is loud,” the neighbour said.",
        &[
            ("|Councillor Ruth Adeyemi| opened", "Ruth Adeyemi"),
            ("|A neighbour| complained", "~A neighbour"),
            ("|the neighbour| said", "~the neighbour"),
        ],
    );
    case(
        "The judge heard from Ann Lee. A police spokeswoman said nobody was hurt. She added that the road was open.",
        &[("|She| added", "~A police spokeswoman")],
    );
}

#[test]
fn who_and_first_person() {
    case(
        "It angered Joan Hart, who said so. It angered a woman who would not be named. “I am cross,” said Tom Hale.",
        &[
            ("|who| said", "Joan Hart"),
            ("woman |who| would", "~a woman"),
            ("“|I| am", "Tom Hale"),
        ],
    );
    case("I was there.", &[("|I| was", "Ann Author")]);
}

#[test]
fn a_given_name_that_tells_amiss() {
    case(
        "The singer Dima Orr was in costume. She posted a video. “No,” she said.",
        &[("|she| said", "Dima Orr")],
    );
    case(
        "Ann Lee wept. The singer Dima Orr was in costume. “No,” he said.",
        &[("|he| said", "Dima Orr")],
    );
}
