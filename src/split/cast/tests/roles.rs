//! Roles, offices, ages and kin.

use super::case;

#[test]
fn called_by_their_age() {
    let text = "Maud Oddie, 77, rang. Bo Orr, 12, cried. “It was late,” the pensioner said. “It was,” the boy said.";
    case(
        text,
        &[
            ("|the pensioner| said", "Maud Oddie"),
            ("|the boy| said", "Bo Orr"),
        ],
    );
    case(
        "The youngest, 11-year-old Eve Orr, was asked by a judge. “Are you?” the girl said.",
        &[("|the girl| said", "Eve Orr")],
    );
}

#[test]
fn called_by_a_wider_role() {
    case(
        "Assistant District Attorney Shirin Orr rose. “Sit down,” the prosecutor said.",
        &[("|the prosecutor| said", "Shirin Orr")],
    );
    case(
        "The Rev Shirin Orr has begged both sides. “It was wrong,” the vicar said.",
        &[("|the vicar| said", "Shirin Orr")],
    );
    case(
        "Ada Hart, the roads minister, spoke. Ivo Mall, the shadow roads minister, said no. “I shall,” the minister said.",
        &[("|the minister| said", "Ada Hart")],
    );
}

#[test]
fn an_office_before_a_style() {
    case(
        "The Bishop of Marl, the Rt Rev Ada Tread, agreed. “Now,” the bishop said.",
        &[("|the bishop| said", "Ada Tread")],
    );
}

#[test]
fn the_witness_gave_evidence() {
    case(
        "Under cross-examination by Ada Trask, Bo Pell conceded it. “So you fed her?” Trask asked. “Daily,” the witness said.",
        &[("|the witness| said", "Bo Pell")],
    );
    case(
        "PC Ann Orr told the inquest it was dark. “Was it wet?” asked the coroner, Bo Lee. “Very,” the witness said.",
        &[("|the witness| said", "Ann Orr")],
    );
}

#[test]
fn roles_whatever_opens_the_sentence() {
    case(
        "His widow, Ann Daly, told the coroner, Dr Fiona Marsh, that he was late. “Go on,” the coroner said.",
        &[("|the coroner| said", "Fiona Marsh")],
    );
    case(
        "That vexed Bo Orr, who has been mayor for nine years. “It is wet,” the mayor said.",
        &[("|the mayor| said", "Bo Orr")],
    );
}

#[test]
fn roles_right_behind_a_name() {
    case(
        "Captain Euan Mackie took the blame. “We slept,” the defender said. “We lost,” the referee said.",
        &[
            ("|the defender| said", "Euan Mackie"),
            ("|the referee| said", "~the referee"),
        ],
    );
    case(
        "Dunmore Loom, which employs forty, issued a note. “We are sorry,” it said.",
        &[("|it| said", "Dunmore Loom")],
    );
    case(
        "The striker Papa Moussa Faye and Jan van ’t Veer left.",
        &[
            ("|Papa Moussa Faye| and", "Papa Moussa Faye"),
            ("|Jan van ’t Veer| left", "Jan van ’t Veer"),
        ],
    );
}

#[test]
fn wider_words_and_ages() {
    case(
        "Det Con Moira Keane found the rib. “It was damp,” the officer said. “It was mine,” the detective said.",
        &[
            ("|the officer| said", "Moira Keane"),
            ("|the detective| said", "Moira Keane"),
        ],
    );
    case(
        "An officer wept. Sgt Moira Keane left. “It was damp,” the officer said.",
        &[("|the officer| said", "~the officer")],
    );
    case(
        "Jan Maas, 54, met Piet Orr, 61. It rained. “I won,” the 54-year-old said.",
        &[("|the 54-year-old| said", "Jan Maas")],
    );
    case(
        "When the dike gave way, Minarti carried the hens upstairs.\n\n“I won,” the 54-year-old said.",
        &[("|the 54-year-old| said", "Minarti")],
    );
    case(
        "Jan Maas was pleased with the race. “I won,” the Dutch-born rower said.",
        &[("|the Dutch-born rower| said", "Jan Maas")],
    );
    case(
        "It was dry.\n\nKeen walker Jan Maas had come by bus.\n\n“I won,” said the bus driver.",
        &[("|the bus driver|", "Jan Maas")],
    );
    case(
        "Thornbury boss Elena Marsh was pleased. “We never stop,” said the former Leeds midfielder.",
        &[("|the former Leeds midfielder|", "Elena Marsh")],
    );
    case(
        "Obi Nwosu, 51, cab driver: “I would sleep.”",
        &[("|cab driver|:", "Obi Nwosu")],
    );
}

#[test]
fn who_speaks_for_somebody_is_new() {
    case(
        "Fiona Cray, who leads the council, asked for a vote on Tuesday.\n\nBut a spokeswoman for Transport Minister Bo Orr \
         said there was no time for one. “It is late,” she said.",
        &[("|she| said", "~a spokeswoman")],
    );
    case(
        "Karim Azouz won. It was their aunt, the lawyer Salma bint Idris al-Fadl, who rang. “Stop,” she said.",
        &[("|she| said", "Salma bint Idris al-Fadl")],
    );
}

#[test]
fn families() {
    case(
        "Lupe Arriaga told her husband. Ernesto Arriaga slept on. Her husband laughed. “She means it,” he said.",
        &[
            ("|Her husband| laughed", "Ernesto Arriaga"),
            ("|he| said", "Ernesto Arriaga"),
        ],
    );
    case(
        "Ada Moss carved it with her brother, Bo Orr, in May.\n\nMoss rang in June. Her brother laughed. “It is wide,” he said.",
        &[("|he| said", "Bo Orr")],
    );
    case(
        "The sisters Anna and Ingrid Halvorsen walked home. Anna fell.",
        &[("|Anna| fell", "Anna Halvorsen")],
    );
    case(
        "Mr Lockhart’s brother Ewan, who rang, thanked them. “They came,” he said.",
        &[("|he| said", "Ewan")],
    );
    case(
        "The man who rowed it, Cpl. Reggie Foss of the Guard, was tired. “I lost count,” he said.",
        &[("|he| said", "Reggie Foss")],
    );
}

#[test]
fn roles() {
    case(
        "Mayor Ben Castle spoke first. Then came police chief Carla Ruiz, 51. The mayor promised money. The chief \
         said it was late. A spokesman for Castle declined to comment. His lawyer, Dee Marsh, said no. An aide left.",
        &[
            ("|The mayor| promised", "Ben Castle"),
            ("|The chief| said", "Carla Ruiz"),
            ("|A spokesman for Castle|", "~A spokesman for Castle"),
            ("|His lawyer, Dee Marsh,| said", "Dee Marsh"),
            ("|An aide| left", "~An aide"),
        ],
    );
    case(
        "Foreign Secretary Joan Hart met Prime Minister Ivo Brandt. The prime minister was pleased. The foreign \
         secretary was not. The health secretary was away.",
        &[
            ("|The prime minister| was", "Ivo Brandt"),
            ("|The foreign secretary| was", "Joan Hart"),
            ("|The health secretary| was", "~The health secretary"),
        ],
    );
    case(
        "Vice President Lena Ortiz spoke for the president. President Sam Okafor was ill. The president slept.",
        &[("|The president| slept", "Sam Okafor")],
    );
}

#[test]
fn office_of_a_pronoun() {
    case(
        "Christopher Pell was sacked. Nobody in the town was surprised, for his office put out a statement on it.",
        &[
            ("for |his office|", "Christopher Pell"),
            ("put out |a statement|", "Christopher Pell"),
        ],
    );
}

#[test]
fn a_judge_of_the_lead() {
    case(
        "A Marl High Court judge refused it.\n\nJustice S. Kann Orr dismissed the plea.\n\n“No,” the judge said.",
        &[("|the judge| said", "S. Kann Orr")],
    );
}

#[test]
fn called_by_what_they_do() {
    case(
        "Bo Orr, 77, who presents the show, has a cold. Ada Lee rang him. “Late,” the presenter said.",
        &[("|the presenter| said", "Bo Orr")],
    );
    case(
        "Ada Lee, who has coached them since June, wept. Bo Orr sat. “Late,” the coach said.",
        &[("|the coach| said", "Ada Lee")],
    );
}

#[test]
fn counsel_and_parents_of_so_many() {
    case(
        "Conleth Orr SC, for the defence, rose. Lee had sold his goats. “All of them,” counsel said.",
        &[("|counsel| said", "Conleth Orr")],
    );
    case(
        "Siobhan Orr, for Mr Lee, said it was late. “Very,” the barrister said.",
        &[("|the barrister| said", "Siobhan Orr")],
    );
    case(
        "Rod Orr, 68, put up a sock. Planners ruled it out.\n\n‘Why?’ stormed the father of three.",
        &[("|the father of three|", "Rod Orr")],
    );
    case(
        "“Good,” said Anneliese Orr, a spokeswoman for Marl. A spokesman for Ulm said no. “Bad,” the spokesman said.",
        &[("|the spokesman| said", "~the spokesman")],
    );
}

#[test]
fn taken_up_by_what_was_told() {
    let seen = " Ivo Mall of the council saw her. ";
    for (told, called) in [
        ("Ada Hart, a retired piano mover, came.", "piano mover"),
        ("Ada Hart, who keeps bees, came.", "beekeeper"),
        ("Ada Hart, who found the coins, came.", "finder"),
        ("Ada Hart, who won the title in May, came.", "champion"),
        ("Ada Hart, who denies theft, came.", "defendant"),
        ("Ada Hart, prosecuting, came.", "prosecutor"),
        ("Ada Hart, for the defence, came.", "defence counsel"),
        ("Ada Hart, a Swede, came.", "Swede"),
        ("The Swedish potter Ada Hart came.", "Swede"),
        ("Ada Hart, who is 51, came.", "51-year-old"),
        ("Ada Hart, whose son was hurt, came.", "mother"),
    ] {
        let text = format!("{told}{seen}“It rained,” the {called} said.");
        case(&text, &[(&format!("|the {called}| said"), "Ada Hart")]);
    }
    let nameless =
        "A beekeeper called. Ada Hart, who keeps bees, came. “It rained,” the beekeeper said.";
    case(nameless, &[("|the beekeeper| said", "~the beekeeper")]);
}

#[test]
fn kin_told_the_other_way() {
    for (text, source, who) in [
        (
            "Bo Orr and his sister, Ada Hart, came. Hart spoke first. “Well,” her brother said.",
            "|her brother| said",
            "Bo Orr",
        ),
        (
            "Ada Hart came with her son, Peter Orr. Orr sat down. “Well,” his mother said.",
            "|his mother| said",
            "Ada Hart",
        ),
        (
            "Peter Orr came with his niece, Ada Hart. Hart spoke first. “Well,” her uncle said.",
            "|her uncle| said",
            "Peter Orr",
        ),
    ] {
        case(text, &[(source, who)]);
    }
}

#[test]
fn a_name_behind_an_office_or_another_description() {
    for described in [
        "the Bishop of Lismore, Ann Lee",
        "the federal Workplace Relations Minister, Ann Lee",
        "the Dutch Minister of Agriculture, Ann Lee",
        "one of her sons, Ann Lee",
        "her neighbour, a retired decorator, Ann Lee",
    ] {
        case(
            &format!("“No,” said {described}."),
            &[(&format!("|{described}|"), "Ann Lee")],
        );
    }
}

#[test]
fn offices_with_small_words_before_a_name() {
    for office in [
        "Trade and Tourism Minister",
        "minister of state for finance",
        "Orr and Mould Commission chairman",
        "Bank of Orrland Governor",
        "Orrland's minister of state for finance",
        "the investor and Dallas Mavericks owner",
        "Kettle Orr and Co analyst",
        "U.S. Secretary of State",
        "Orr magazine reviews editor",
    ] {
        case(
            &format!("“No,” said {office} Ann Lee."),
            &[(&format!("|{office} Ann Lee|"), "Ann Lee")],
        );
    }
    for other in [
        "an aide to Tourism Minister Ann Lee",
        "Bo Orr and Tourism Minister Ann Lee",
        "sources close to Tourism Minister Ann Lee",
    ] {
        case(
            &format!("“No,” said {other}."),
            &[(&format!("|{other}|"), &format!("~{other}"))],
        );
    }
}

#[test]
fn firms_with_and_in_their_names() {
    for firm in [
        "Orr Lynch and Co",
        "Tarn Power and Light Corp",
        "Tarn and Sons",
    ] {
        case(
            &format!("“No,” {firm} said."),
            &[(&format!("|{firm}| said"), firm)],
        );
    }
}
