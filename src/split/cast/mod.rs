//! The cast of an article: everybody and everything it names, and whom the words for a source mean.

mod account;
mod age;
pub(super) mod antecedent;
mod body;
mod casting;
pub(super) mod coreference;
mod generation;
mod gloss;
mod issuer;
mod joint;
mod label;
mod lexicon;
mod member;
mod mention;
mod name;
mod nickname;
mod noun;
mod organisation;
mod phrase;
mod relative;
mod role;
mod run;
mod source;
mod unnamed;
mod writing;

use std::collections::HashMap;
use std::ops::Range;

use self::account::accounts;
use self::antecedent::Likelihood;
use self::body::Bodies;
use self::casting::casting;
use self::coreference::{Choose, References, references};
use self::generation::generations;
use self::gloss::Gloss;
use self::member::Member;
use self::mention::{Mention, mentions};
use self::nickname::nicknames;
use self::role::Roles;
use crate::attribution::Speaker;
use crate::split::document::Document;
use crate::text::Span;

/// Who is who in an article.
pub(crate) struct Cast<'d> {
    pub(super) gloss: Gloss<'d>,
    pub(super) mentions: Vec<Mention>,
    /// For each mention, the member it names.
    pub(super) named: Vec<Option<usize>>,
    pub(super) members: Vec<Member>,
    bodies: Bodies,
    pub(super) roles: Roles,
    pub(super) references: References,
    /// Members by the accounts they post from, in lower case.
    pub(super) handles: HashMap<String, usize>,
}

/// Who a source is, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) speaker: Speaker,
    /// In a word or two, for people.
    pub(crate) why: &'static str,
}

impl<'d> Cast<'d> {
    /// Reads who is who in `document`, where statements have these `sources`; linear in its length.
    pub(crate) fn of(document: &'d Document<'d>, sources: &[Span]) -> Self {
        Self::chosen_by(document, sources, &mut |_, _, asking, candidates| {
            let features = candidates.iter().map(|candidate| &candidate.features);
            Likelihood::shipped().best(asking.asker(), features)
        })
    }

    /// The same, where `choose` tells whom each pronoun takes up.
    pub(crate) fn chosen_by(
        document: &'d Document<'d>,
        sources: &[Span],
        choose: &mut Choose,
    ) -> Self {
        let mut sources: Vec<Range<usize>> = sources
            .iter()
            .map(|source| document.tokens_in(*source))
            .collect();
        sources.sort_by_key(|source| source.start);
        let gloss = Gloss::of(document);
        let mut mentions = mentions(&gloss);
        let (mut members, mut named) = casting(&gloss, &mut mentions);
        nicknames(&gloss, &mentions, &mut named, &mut members);
        let bodies = Bodies::of(&gloss, &mentions, &mut named, &mut members);
        let mut handles = HashMap::new();
        accounts(&gloss, &mentions, &named, &mut members, &mut handles);
        let roles = Roles::of(&gloss, &mentions, &named, &members);
        roles.tell_gender(&gloss, &mut members);
        generations(&gloss, &mentions, &mut named, &members, &roles);
        let references = references(
            &gloss,
            &mentions,
            &named,
            &mut members,
            &roles,
            &sources,
            choose,
        );
        Self {
            gloss,
            mentions,
            named,
            members,
            bodies,
            roles,
            references,
            handles,
        }
    }

    /// Who is meant by `source`, the words that name the source of a statement.
    pub(crate) fn identify(&self, source: Option<Span>) -> Identity {
        match source {
            Some(source) => self.read_source(source),
            None => Identity {
                speaker: Speaker::Unnamed,
                why: "no source",
            },
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Cast, Document, Span, Speaker};
    use crate::article::Article;

    /// Whom the words between the bars mean in `text`.
    #[track_caller]
    pub(in crate::split::cast) fn case(text: &str, expected: &[(&str, &str)]) {
        let article = Article {
            text: text.to_owned(),
            body: vec![Span::whole(text)],
            byline: Some("Ann Author".to_owned()),
            ..Article::default()
        };
        let document = Document::of(&article);
        let cast = Cast::of(&document, &[]);
        for (place, who) in expected {
            // The source is what stands between the bars: "so |she| said".
            let plain = place.replace('|', "");
            let at = text
                .find(&plain)
                .map(|at| at + place.find('|').unwrap_or(0));
            let source = place.split('|').nth(1).unwrap_or(place);
            let at = at.unwrap_or_else(|| panic!("{place} is not in the text"));
            let identity = cast.identify(Some(Span::new(at, at + source.len())));
            let found = match identity.speaker {
                Speaker::Named(name) => name.full,
                Speaker::Described(words) => format!("~{words}"),
                Speaker::Unnamed => String::new(),
            };
            assert_eq!(found, *who, "{place} ({})", identity.why);
        }
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
            "A reply from an account called HedgesOnParade came.",
            &[(
                "|A reply from an account called HedgesOnParade|",
                "HedgesOnParade",
            )],
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
}
