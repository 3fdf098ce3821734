//! Names, however they are borne and cut short.

use super::case;

#[test]
fn names_with_odd_letters_before_them() {
    case(
        "“No,” said J.-B. Orrun. “No,” said Fr. Dominic Pell. DJ Quill sat by Aad op den Orr and Kees in ’t Orrveld.",
        &[
            ("|J.-B. Orrun|.", "J.-B. Orrun"),
            ("|Fr. Dominic Pell|.", "Dominic Pell"),
            ("|DJ Quill| sat", "DJ Quill"),
            ("|Aad op den Orr| and", "Aad op den Orr"),
            ("|Kees in ’t Orrveld|.", "Kees in ’t Orrveld"),
        ],
    );
    case(
        "Tom Orrun Sr. opened it. His son, Tom Orrun Jr., runs it. “No,” Orrun Sr. said. “No,” Orrun Jr. said.",
        &[
            ("|Orrun Sr.| said", "Tom Orrun Sr."),
            ("|Orrun Jr.| said", "Tom Orrun Jr."),
        ],
    );
    case(
        "“No,” said Greg Orrun-Bank. Ann Union wept. “No,” Ms Union said.",
        &[("|Ms Union| said", "Ann Union")],
    );
}

#[test]
fn names_by_their_fullest_form() {
    case(
        "President Daniel Harrow dismissed Christopher Pell, the top cyber official, on Tuesday. Harrow called Pell’s \
         statement “wrong”. Pell’s office released a statement on Monday that said the vote was safe. “We stand by \
         it,” the statement said.\n\nChris Pell was brilliant — Daniel J. Harrow (@realDanielHarrow)\n\nHe went on TV.",
        &[
            ("|President Daniel Harrow| dismissed", "Daniel Harrow"),
            ("|Harrow| called", "Daniel Harrow"),
            ("called |Pell’s statement|", "Christopher Pell"),
            ("|Pell’s office|", "Christopher Pell"),
            ("released |a statement|", "Christopher Pell"),
            ("|the statement| said", "Christopher Pell"),
            ("|Chris Pell| was", "Christopher Pell"),
            ("|Daniel J. Harrow|", "Daniel Harrow"),
            ("|@realDanielHarrow|", "Daniel Harrow"),
        ],
    );
}

#[test]
fn names_that_are_common_words_or_posts() {
    case(
        "“No,” said Commissioner Dean Church.\n\n“I shall hear of it,” Church said.",
        &[("|Church| said", "Dean Church")],
    );
    case(
        "Bo Kirilow, 61, wrote on the social network Plume. The Upper Air Office replied. “We are sorry,” it wrote.",
        &[("|it| wrote", "Upper Air Office")],
    );
    case(
        "“It is dry,” said ʻAkanesi Tuʻifua, the president. “It is,” Tuʻifua said.",
        &[("|Tuʻifua| said", "ʻAkanesi Tuʻifua")],
    );
    case(
        "In a statement, Tarnby diocese said no. Coun Ada Wragg wept.",
        &[
            ("|Tarnby diocese| said", "Tarnby diocese"),
            ("|Coun Ada Wragg|", "Ada Wragg"),
        ],
    );
}

#[test]
fn names_given_to_who_was_described_or_named() {
    case(
        "A young man who identified himself only as Ruben had come. “I saw it,” he said.",
        &[("|he| said", "Ruben")],
    );
    case(
        "The cook on duty, a man known to everyone as Getu, sat down. “No,” he said.",
        &[("|he| said", "Getu")],
    );
    case(
        "The shop’s owner, who gave his name only as Pavlo, confirmed it. “Still,” he said.",
        &[("|he| said", "Pavlo")],
    );
    case(
        "Gus is August Orr-Lee, 81. “Eggs,” said Orr-Lee.",
        &[("|Orr-Lee|.", "August Orr-Lee")],
    );
    case(
        "Ana Urrutia Gil, whom everyone calls Chon, cuts the hides. “Slowly,” Chon said.",
        &[("|Chon| said", "Ana Urrutia Gil")],
    );
    case(
        "Ana Ruiz de Alarcón Peral judges it. “Late,” said Ruiz de Alarcón.",
        &[("|Ruiz de Alarcón|.", "Ana Ruiz de Alarcón Peral")],
    );
    case(
        "Sibéal Mac Giolla Rua threw first. “Long,” said Mac Giolla Rua.",
        &[("|Mac Giolla Rua|.", "Sibéal Mac Giolla Rua")],
    );
    case(
        "Đặng Hồng Vân makes umbrellas. “Rain,” said Vân.",
        &[("|Vân|.", "Đặng Hồng Vân")],
    );
    case(
        "A reply from an account called HedgesOnParade came. “No,” wrote a user going by HullDad77.",
        &[
            (
                "|A reply from an account called HedgesOnParade|",
                "HedgesOnParade",
            ),
            ("|a user going by HullDad77|", "HullDad77"),
        ],
    );
}

#[test]
fn names_with_their_particles() {
    case(
        "Dineke van der Moor, who sells tin, left. “No,” she said. “It is late,” said Bronagh Ní Shúil, a potter. “Yes,” Ní \
         Shúil said. Wim ter Borg-Maas rose. Ter Borg-Maas, 64, ran. Tan Siew Pek, 58, sang. “It is hot,” Siew Pek says.",
        &[
            ("|she| said", "Dineke van der Moor"),
            ("|Ní Shúil| said", "Bronagh Ní Shúil"),
            ("|Ter Borg-Maas|, 64", "Wim ter Borg-Maas"),
            ("|Siew Pek| says", "Tan Siew Pek"),
        ],
    );
    case(
        "Barry Duck sold chips. Unrepentant Barry laughed. “Pay up,” he said.",
        &[("|he| said", "Barry Duck")],
    );
}

#[test]
fn names_of_every_kind() {
    case(
        "Ursula van der Meer and Bashar al-Khatib met Kim Dae-jung and Luis García Ortega. Van der Meer spoke. \
         Al-Khatib listened. García Ortega smiled and García left. Kim stayed.",
        &[
            ("|Van der Meer| spoke", "Ursula van der Meer"),
            ("|Al-Khatib| listened", "Bashar al-Khatib"),
            ("|García Ortega| smiled", "Luis García Ortega"),
            ("|García| left", "Luis García Ortega"),
            ("|Kim| stayed", "Kim Dae-jung"),
        ],
    );
}

#[test]
fn two_of_one_surname() {
    case(
        "Maria Dunn and her husband, Paul Dunn, run the shop. Mrs Dunn said trade was slow. Mr Dunn disagreed. \
         “It will pass,” he said.",
        &[
            ("|Mrs Dunn| said", "Maria Dunn"),
            ("|Mr Dunn| disagreed", "Paul Dunn"),
            ("|he| said", "Paul Dunn"),
        ],
    );
}

#[test]
fn nationality_generation_and_work() {
    case(
        "Pavel Dvorsky, on a crutch, wept. “I slipped,” the Spaniard said. Their captain, Kofi Mensah-Boa, was out. The Ghanaian \
         had told them: “No.” The French said no.",
        &[
            ("|the Spaniard| said", "Pavel Dvorsky"),
            ("|The Ghanaian| had", "Kofi Mensah-Boa"),
            ("|The French| said", "~The French"),
        ],
    );
    case(
        "The owner, Ada Moss, wept. Her son, Carl Moss, laughed. The younger Moss said no. The elder Moss left the room. \
         “No,” she said.",
        &[
            ("|The younger Moss| said", "Carl Moss"),
            ("|The elder Moss| left", "Ada Moss"),
            ("|she| said", "Ada Moss"),
        ],
    );
    case(
        "Una Prior’s new play has two sisters in it. In a note the playwright says it is not hers.",
        &[("|the playwright| says", "Una Prior")],
    );
    case(
        "Bo Orr saw a report in the newspaper Folha da Foz. The paper said it was done.",
        &[("|The paper| said", "Folha da Foz")],
    );
}

#[test]
fn accounts_without_names() {
    case(
        "A user posting as @oldharbour wrote: “No.” A reply to @oldharbour said: “Yes.”",
        &[
            ("|A user posting as @oldharbour|", "@oldharbour"),
            ("|A reply to @oldharbour|", "~A reply to @oldharbour"),
        ],
    );
    case(
        "One guest, posting as @pell_eats, wrote: “No.” It was seen by @orr9. The original poster came back. The baker \
         @mudpie9 baked.",
        &[
            ("|One guest|, posting", "@pell_eats"),
            ("|The original poster| came", "@pell_eats"),
            ("|The baker| @mud", "@mudpie9"),
        ],
    );
    case(
        "On Monday @mudwatch put up a picture of the creek. “Not a cat,” the caption read.",
        &[("|the caption| read", "@mudwatch")],
    );
}

#[test]
fn courts_and_british_papers() {
    case(
        "Detective Inspector Moira Keane, of Northside Police, told Selby Crown Court that Liam O’Dowd, 34, had fled. \
         DI Keane said he was found in Hull. Judge Peter Vane QC jailed O’Dowd. Sentencing him, the judge said: “You \
         lied.” Sir Alan Frome, defending, said his client was sorry.",
        &[
            (
                "|Detective Inspector Moira Keane, of Northside Police,|",
                "Moira Keane",
            ),
            ("|DI Keane| said", "Moira Keane"),
            ("|the judge| said", "Peter Vane"),
            ("|Sir Alan Frome, defending,|", "Alan Frome"),
        ],
    );
}

#[test]
fn names_cut_short_in_uncommon_ways() {
    case(
        "María del Mar de la O Orr won. “No,” De la O said. Ottorr von und zu Pell-Lund lost. “No,” von Pell-Lund said.",
        &[
            ("|De la O| said", "María del Mar de la O Orr"),
            ("|von Pell-Lund| said", "Ottorr von und zu Pell-Lund"),
        ],
    );
    case(
        "Santa Orrina is an isle. The ship Reina de Orrina sank. “No,” said DJ Trois Orrons. “No,” said DJ Ann Lee.",
        &[
            ("|DJ Trois Orrons|.", "DJ Trois Orrons"),
            ("|DJ Ann Lee|.", "Ann Lee"),
        ],
    );
    case(
        "The buyer, Tran Minh Hoa, owned a net. “No,” Mr Tran said. “No,” said 0rr_fan and gre3nfork.",
        &[
            ("|Mr Tran| said", "Tran Minh Hoa"),
            ("and |gre3nfork|.", "gre3nfork"),
        ],
    );
}

#[test]
fn names_behind_what_is_none_of_them() {
    case(
        "Mòrag Nic a’ Phearsorr won. “No,” she said. “No,” said Great-gran Ann Lee.",
        &[
            ("|Mòrag Nic a’ Phearsorr| won", "Mòrag Nic a’ Phearsorr"),
            ("|Great-gran Ann Lee|.", "Ann Lee"),
        ],
    );
    case(
        "At Hull Crown Court, Ann Lee KC told the jury of it. “No,” said Minister of State for Water and Works Bo Orr.",
        &[
            ("At |Hull Crown Court, Ann Lee KC| told", "Ann Lee"),
            ("|Minister of State for Water and Works Bo Orr|.", "Bo Orr"),
        ],
    );
    case(
        "The forecaster Ann Lee wept. “No,” said the user @hull_fan. In Mill Lane Bo Orr, 50, laughed.",
        &[
            ("|the user @hull_fan|.", "@hull_fan"),
            ("|Bo Orr|, 50", "Bo Orr"),
        ],
    );
}

#[test]
fn who_gives_a_name_only() {
    for told in [
        "the forewoman, a school nurse who gave only her first name, Jolene",
        "the forewoman, who gave her name only as Jolene",
        "the forewoman, a nurse whose name is Jolene",
        "the forewoman, whom everybody calls Jolene",
    ] {
        case(
            &format!("“No,” said {told}."),
            &[(&format!("|{told}|"), "Jolene")],
        );
    }
}

#[test]
fn marks_and_letters_within_names() {
    case(
        "“No,” said the umpire, Brigadier (retd) Ratu Bo Orr.",
        &[("|the umpire, Brigadier (retd) Ratu Bo Orr|", "Bo Orr")],
    );
    case(
        "Brig. Gen. (ret.) I Gusti Orr left. “No,” said Gusti Orr.",
        &[("|Gusti Orr|.", "I Gusti Orr")],
    );
    case(
        "It was paid by singer Hugo ffoulkes. “No,” ffoulkes said.",
        &[("|ffoulkes| said", "Hugo ffoulkes")],
    );
    case(
        "It was filed by M. Selvi of Orrpatti. “No,” said Ms. Selvi.",
        &[("|Ms. Selvi|", "M. Selvi")],
    );
    case(
        "Justices G. Orr and Anita Pell sat. “No,” said Justice Orr.",
        &[("|Justice Orr|", "G. Orr")],
    );
}

#[test]
fn given_names_made_of_two() {
    case(
        "The advocate, Pieter-Karl Orr, argued that the magistrate had misdirected himself.\n\nOutside Orr said his clients were \
         disappointed. “No,” he said.",
        &[("|he| said", "Pieter-Karl Orr")],
    );
}

#[test]
fn the_name_of_whom_a_description_means() {
    case(
        "Vorr, the winger, will not play.\n\nThe 31-year-old, whose full name is Edvaldo Orr dos Anjos, fell. “No,” Vorr said.",
        &[("|Vorr| said", "Edvaldo Orr dos Anjos")],
    );
    case(
        "Suparno, who like many Javanese uses a single name, saw it. “No,” the 66-year-old said.",
        &[("|the 66-year-old|", "Suparno")],
    );
}

#[test]
fn titles_before_family_names_that_open_the_names_of_bodies() {
    for title in ["Sen.", "Gov.", "Mayor", "Chairman-elect"] {
        case(
            &format!("{title} Bo Cruz left. “No,” Cruz said."),
            &[("|Cruz| said", "Bo Cruz")],
        );
    }
    case(
        "“No,” the Cruz Roja said.",
        &[("|the Cruz Roja|", "Cruz Roja")],
    );
}
