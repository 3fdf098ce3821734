//! A name that means nobody: that of a work or of a beast.

use crate::split::cast::gloss::{Case, Gloss};
use crate::split::cast::lexicon::Trait;
use crate::split::cast::mention::Mention;

/// Whether it is the name of what somebody made or owns: "Her new album, Deaf Ear, is".
pub(super) fn is_work(gloss: &Gloss, mention: &Mention) -> bool {
    let Some(comma) = mention.tokens.start.checked_sub(1) else {
        return false;
    };
    let noun = comma.wrapping_sub(1);
    gloss.word(comma) == ","
        && gloss.word(mention.tokens.end) == ","
        && WORKS.contains(&gloss.word(noun))
        && !gloss.entry(mention.tokens.start).is_given()
}

/// Whether it is told to be the name of a beast: "his parrot, Don Lucho", "a pig called Orr".
pub(super) fn is_animal(gloss: &Gloss, mention: &Mention) -> bool {
    let Some(joint) = mention.tokens.start.checked_sub(1) else {
        return false;
    };
    let called = matches!(gloss.word(joint), "called" | "named");
    let noun = joint.wrapping_sub(usize::from(called || gloss.word(joint) == ","));
    // "the owner of the dog, Ann Lee,"
    let opening = (1..=3).map(|back| noun.wrapping_sub(back)).find(|token| {
        gloss.is(*token, Trait::Determiner)
            || gloss.is_genitive(*token)
            || matches!(
                gloss.word(*token),
                "his" | "her" | "their" | "its" | "my" | "our" | "His" | "Her" | "Their"
            )
    });
    let free = opening
        .is_some_and(|opening| !gloss.is(opening.wrapping_sub(1), Trait::Preposition) || called);
    BEASTS.contains(&gloss.word(noun)) && gloss.case(noun) == Case::Lower && free
}

/// What people make or own that bears a name.
const WORKS: [&str; 30] = [
    "album",
    "single",
    "song",
    "novel",
    "book",
    "play",
    "film",
    "movie",
    "documentary",
    "series",
    "show",
    "exhibition",
    "podcast",
    "poem",
    "painting",
    "memoir",
    "opera",
    "musical",
    "symphony",
    "sequel",
    "novella",
    "thriller",
    "sculpture",
    "ship",
    "boat",
    "yacht",
    "trawler",
    "vessel",
    "horse",
    "debut",
];

/// Beasts that people keep and name.
const BEASTS: [&str; 46] = [
    "alpaca",
    "beagle",
    "boar",
    "budgerigar",
    "budgie",
    "bull",
    "bulldog",
    "calf",
    "camel",
    "canary",
    "cat",
    "chicken",
    "cockatoo",
    "cockerel",
    "collie",
    "cow",
    "dachshund",
    "dog",
    "donkey",
    "duck",
    "ferret",
    "foal",
    "goat",
    "goose",
    "greyhound",
    "hamster",
    "hen",
    "horse",
    "kitten",
    "labrador",
    "llama",
    "macaw",
    "mare",
    "mule",
    "owl",
    "ox",
    "parrot",
    "pig",
    "pony",
    "puppy",
    "rabbit",
    "seal",
    "sheepdog",
    "spaniel",
    "terrier",
    "tortoise",
];

#[cfg(test)]
mod tests {
    use crate::split::cast::tests::case;

    #[test]
    fn works_are_nobody() {
        case(
            "Ann Lee sings. Her new album, Deaf Ear, is out. “It is late,” she said.",
            &[("|she| said", "Ann Lee")],
        );
    }

    #[test]
    fn beasts_are_nobody() {
        case(
            "Bo Orr keeps a parrot, Don Lucho. Don Lucho is 31. “No,” he said.",
            &[("|he| said", "Bo Orr")],
        );
    }
}
