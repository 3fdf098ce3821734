//! Bodies, what they are called and what they put out.

use super::case;
use crate::split::tests::spoken;

#[test]
fn places_that_govern_themselves() {
    case(
        "In an email, the City of Orrun said no. “We wait,” it wrote. “We wait,” said the city.",
        &[
            ("|the City of Orrun| said", "City of Orrun"),
            ("|it| wrote", "City of Orrun"),
            ("|the city|.", "City of Orrun"),
        ],
    );
    case(
        "“We wait,” said the London Borough of Orrun. “We do,” the borough said.",
        &[("|the borough| said", "London Borough of Orrun")],
    );
    case(
        "“We wait,” Colombia’s Ministry of Cultures said.",
        &[(
            "|Colombia’s Ministry of Cultures| said",
            "Ministry of Cultures",
        )],
    );
}

#[test]
fn clubs_by_what_they_play() {
    case(
        "Orrun FC is late. The National Handball Association fumed. “We wait,” the club said.",
        &[("|the club| said", "Orrun FC")],
    );
    case(
        "Orrun Handball is late. “We wait,” the club said.",
        &[("|the club| said", "Orrun Handball")],
    );
}

#[test]
fn brands_and_firms_by_their_letters() {
    case(
        "“We wait,” said eOrrun. A&T Ferries fumed. “We do,” it said.",
        &[("|eOrrun|.", "eOrrun"), ("|it| said", "A&T Ferries")],
    );
    case(
        "Orrun Co., Ltd. is late. “We wait,” Orrun said.",
        &[("|Orrun| said", "Orrun Co., Ltd.")],
    );
}

#[test]
fn letters_speak_for_who_sent_them() {
    case(
        "Two days later a letter from Merry Hall Bingo landed on the mat.\n\nIt said she was out.",
        &[("|It| said", "Merry Hall Bingo")],
    );
    case(
        "Hull Council met. He read from a letter by Pruett’s mother, Arlene Pruett, 86. “He was good,” it said.",
        &[("|it| said", "Arlene Pruett")],
    );
    case(
        "Hull Council met. He read from an email sent by a farmer aged 86. “I wait,” it said.",
        &[("|it| said", "~a farmer")],
    );
}

#[test]
fn bodies_by_their_members_and_their_goods() {
    case(
        "The Hull Stokers’ Union struck. The Leith Women’s Institute baked. The Stokers’ boots were wet. The Orr Tar Boilers' \
         Union, which has nine members, slept.",
        &[
            ("|The Hull Stokers’ Union| struck", "Hull Stokers’ Union"),
            ("|The Orr Tar Boilers' Union|,", "Orr Tar Boilers' Union"),
            (
                "|The Leith Women’s Institute| baked",
                "Leith Women’s Institute",
            ),
        ],
    );
    case(
        "A report by the state’s Department of Elder Care found mud.",
        &[(
            "|the state’s Department of Elder Care|",
            "Department of Elder Care",
        )],
    );
    case(
        "Hull Council today announced a bridge. “It is wide,” it said.",
        &[("|Hull Council today| announced", "Hull Council")],
    );
    case(
        "To the court the manufacturer, Peg Ropes Ltd, said sorry.",
        &[("|the manufacturer, Peg Ropes Ltd|", "Peg Ropes Ltd")],
    );
}

#[test]
fn who_published_or_signed() {
    case(
        "The Department of Tides was asked. A survey published by the department in May warned of mud.",
        &[(
            "|A survey published by the department in May| warned",
            "Department of Tides",
        )],
    );
    case(
        "A letter dated 3 May and addressed to the head of works, Bo Orr, called it rotten. The letter was signed on behalf of \
         the Society of Dry Dockers.",
        &[(
            "|A letter dated 3 May and addressed to the head of works, Bo Orr,|",
            "Society of Dry Dockers",
        )],
    );
    case(
        "Ewan Pell had left a note on the table. It said: “Back by six.”",
        &[("|It| said", "Ewan Pell")],
    );
    for (text, who) in [
        (
            "A sheet hung on the door. “WET PAINT,” the sign read.\n\nEwan Pell made it.",
            "Ewan Pell",
        ),
        (
            "Ewan Pell stuck up a sign by the gate in May. It reads: “Mind the cat.”",
            "Ewan Pell",
        ),
        (
            "Ewan Pell denied it. Mrs Dora Orr showed the court an e-mail he had sent to her. It read: “Wait.”",
            "Ewan Pell",
        ),
        (
            "Ewan Pell resigned. His own letter was short. “I am tired,” it read.",
            "Ewan Pell",
        ),
        (
            "Bo Orr keeps a card in the handwriting of her uncle, Ewan Pell, who rowed. “Row on,” it says.",
            "Ewan Pell",
        ),
        (
            "The notice, taped up in May at Ewan’s in Orr, says: “No.” Ewan Pell, 41, owns it.",
            "Ewan Pell",
        ),
    ] {
        let place = [
            "|It| read",
            "|It| read",
            "|it| read",
            "|it| says",
            "|the sign| read",
            "|The notice|, taped",
        ];
        let place = place
            .iter()
            .find(|place| text.contains(&place.replace('|', "")));
        case(text, &[(place.unwrap_or(&""), who)]);
    }
}

#[test]
fn writings_taken_up_by_pronouns() {
    case(
        "The Dock Board estimates that it will flood. The study’s last page is short. “Buy boats,” it says.",
        &[("|it| says", "~The study")],
    );
    case(
        "A statement by the Harbour Safety Council, which came on Monday, was short. “The quay is sound,” the statement said. It rained. “We \
         looked twice,” they wrote.",
        &[("|they| wrote", "Harbour Safety Council")],
    );
}

#[test]
fn writings_and_who_put_them_out() {
    case(
        "The Tidal Council said on Monday that piers rot. Its head, Bo Orr, looked pale.\n\nThe 90-page report warned of worse. A \
         draft letter seen by the Harbour Board called it mild.",
        &[
            ("|The 90-page report| warned", "Tidal Council"),
            (
                "|A draft letter seen by the Harbour Board|",
                "~A draft letter seen by the Harbour Board",
            ),
        ],
    );
}

#[test]
fn bodies_called_otherwise() {
    case(
        "The National Guild of Tuners and Restorers met. “No,” the guild said.",
        &[("|the guild| said", "National Guild of Tuners and Restorers")],
    );
    case(
        "Ann Lee left Dunmore Wildlife Park. “We miss her,” the park said. Ferngate Academy shut. “Snow,” the school said.",
        &[
            ("|the park| said", "Dunmore Wildlife Park"),
            ("|the school| said", "Ferngate Academy"),
        ],
    );
    case(
        "The Ardmore High Court stayed the work. In its order the Division Bench said: “Wait.”",
        &[("|its order the Division Bench|", "Ardmore High Court")],
    );
    case(
        "Oak & Ash Inc. cut its forecast. Ann Lee, who covers the company at Pell Brothers, was cross. She sold.\n\nIn a \
         filing, the company warned of worse.",
        &[
            ("|Oak & Ash Inc.|", "Oak & Ash Inc."),
            ("|the company| warned", "Oak & Ash Inc."),
        ],
    );
    case(
        "Northmoor Rovers have apologised. The club was mortified.",
        &[("|The club|", "Northmoor Rovers")],
    );
    case(
        "Shares in Ropemore fell. Bo Orr of the pressure group Knotwatch wept. Ropemore said it would wait. Ropemore slept. \
         Knotwatch laughed. Mud Council met. The company waited.",
        &[("|The company| waited", "Ropemore")],
    );
    case(
        "Pell Sails, the county’s largest chain of sail shops, shut. Ann Lee wept. Mud Council met. The chain owed \
         her pay.",
        &[("|The chain| owed", "Pell Sails")],
    );
    case(
        "Tarn Partners made a bid. Tarn replied within the hour. It said no. “We are calm,” said Ivo Tarn, its founder. Tarn left.",
        &[
            ("|It| said", "Tarn Partners"),
            ("|Tarn| replied", "Tarn Partners"),
            ("|Ivo Tarn|", "Ivo Tarn"),
        ],
    );
    case(
        "“We are sorry for the mud,” the company said. It called it “wet”. Orr Ropes Ltd was founded in May.",
        &[("|It| called", "~It")],
    );
    case(
        "The website of Orr Ferries failed. The mud rose. The operator was sorry.",
        &[("|The operator| was", "Orr Ferries")],
    );
    case(
        "Shares in Orr & Pell Sails fell after the rope and sail maker said it was late.",
        &[("|the rope and sail maker| said", "Orr & Pell Sails")],
    );
    case(
        "Mudford Tarns lost. By seven Mudford Tarns had put out a note. The result was wrong, they said.",
        &[("|they| said", "Mudford Tarns")],
    );
    case(
        "Mudford Tarns lost. By seven Mudford Tarns had won. Nine officials left. It was late, they said.",
        &[("|they| said", "~they")],
    );
    case(
        "Ministers met. The Opposition jeered. Sea Rescue chairman Ann Lee of Hull wept. Bank of Hull chairman Bo Orr left.",
        &[
            ("|The Opposition| jeered", "~The Opposition"),
            ("|Bank of Hull chairman Bo Orr|", "Bo Orr"),
        ],
    );
}

#[test]
fn organisations_and_their_short_forms() {
    case(
        "The Department of Harbour Works (DHW) closed the pier. The DHW said it was unsafe. The department would not \
         say more. Brightwell Foods Ltd. objected. “We were not told,” Brightwell said. The University of Selby \
         published a report on Monday. The report said piers rot. Officials said nothing. Police said so too.",
        &[
            ("|The DHW| said", "Department of Harbour Works"),
            ("|The department| would", "Department of Harbour Works"),
            ("|Brightwell| said", "Brightwell Foods Ltd."),
            ("|The report| said", "University of Selby"),
            ("|Officials| said", "~Officials"),
        ],
    );
}

#[test]
fn bodies_told_by_what_they_do() {
    for (text, noun, who) in [
        (
            "Quillor Eggs, the inland packer that lost the crates, was calm.",
            "the company",
            "Quillor Eggs",
        ),
        (
            "The town named its mail contractor, Orrun Data Services. The contractor pushed back.",
            "the contractor",
            "Orrun Data Services",
        ),
        (
            "Mudford Derby skates there. It rained. The barn went to Orr & Tarn Holdings, an inland firm.",
            "the company",
            "Orr & Tarn Holdings",
        ),
        (
            "The valve was checked by Norrun Refrigeration & Controls. The contractor stood by that.",
            "the contractor",
            "Norrun Refrigeration & Controls",
        ),
        (
            "Letters reached Orrun Regional Health.",
            "the hospital",
            "Orrun Regional Health",
        ),
        (
            "The Guild of Rope Makers of Orrun met.",
            "the guild",
            "Guild of Rope Makers of Orrun",
        ),
        (
            "The Mudford Sportsmen’s Club met.",
            "the club",
            "Mudford Sportsmen’s Club",
        ),
        (
            "The Korean Agency for Ropes and Sails met.",
            "the agency",
            "Korean Agency for Ropes and Sails",
        ),
    ] {
        case(
            &format!("{text} “No,” {noun} said."),
            &[(&format!("|{noun}| said."), who)],
        );
    }
    // Whose shop it is speaks for himself.
    case(
        "Four mills failed at Tarn Feed & Seed. “No,” Tarn said. The owner is Wendell Tarn.",
        &[("|Tarn| said", "Wendell Tarn")],
    );
}

#[test]
fn what_a_body_is_stands_before_its_name() {
    for lead in [
        "Danish grocery chain",
        "Budget airline",
        "Teachers’ union",
        "Carmaker",
        "South Korean insurer",
    ] {
        case(
            &format!("{lead} Orrun said no. “We wait,” it said."),
            &[
                (&format!("|{lead} Orrun| said"), "Orrun"),
                ("|it| said", "Orrun"),
            ],
        );
    }
}

#[test]
fn what_takes_a_body_up_tells_what_it_is() {
    case(
        "Orrun has said sorry. The Danish budget airline has a month to answer. Shares of Banco Tarn, a bank, rose.\n\n“We wait,” \
         the airline said.",
        &[("|the airline| said", "Orrun")],
    );
    spoken(
        "Orrun Foods has apologised. It lost a tenth of its value.\n\n“We wait,” it said.",
        "We wait",
        "Orrun Foods",
    );
}
