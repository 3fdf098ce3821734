//! Generations: which of two of one name is the younger and which the elder.

use super::gloss::Gloss;
use super::member::Member;
use super::mention::Mention;
use super::name::key;
use super::role::Roles;

/// An article speaks of the two no more often than this; the work stays linear.
const MOST: usize = 64;

/// Gives "the younger Lee" and "the elder Lee" to the one of the two who bear the name.
pub(super) fn generations(
    gloss: &Gloss,
    mentions: &[Mention],
    named: &mut [Option<usize>],
    members: &[Member],
    roles: &Roles,
) {
    let mut left = MOST;
    for nth in 0..mentions.len() {
        let start = mentions[nth].tokens.start;
        let Some(before) = start.checked_sub(1) else {
            continue;
        };
        let younger = match gloss.word(before) {
            "younger" => true,
            "elder" | "older" => false,
            _ => continue,
        };
        left = left.saturating_sub(1);
        if left > 0
            && mentions[nth].name.words.len() < 3
            && let Some(pair) = pair(members, gloss.word(mentions[nth].tokens.end - 1))
            && let Some(first_is_younger) = is_younger(members, roles, pair)
        {
            let meant = if first_is_younger == younger {
                pair.0
            } else {
                pair.1
            };
            named[nth] = Some(meant);
        }
    }
}

/// The two persons whose whole names hold `name`, where there are just two.
fn pair(members: &[Member], name: &str) -> Option<(usize, usize)> {
    let name = key(name);
    let mut bearers = (0..members.len()).filter(|member| {
        let known = &members[*member];
        let whole = |held: &super::name::Name| held.words.len() > 1 && held.keys().contains(&name);
        known.may_be_person() && known.names.iter().any(whole)
    });
    let pair = (bearers.next()?, bearers.next()?);
    bearers.next().is_none().then_some(pair)
}

/// Whether the first of two is the younger: the child of somebody, or of the lower age, where that is told.
fn is_younger(members: &[Member], roles: &Roles, (first, second): (usize, usize)) -> Option<bool> {
    let generation = |member: usize| {
        let names = members[member].names.iter();
        names.filter_map(|name| nth(name.suffix.as_deref()?)).max()
    };
    if let (Some(first), Some(second)) = (generation(first), generation(second))
        && first != second
    {
        return Some(first > second);
    }
    let junior = |member: usize| generation(member).is_some_and(|nth| nth > 1);
    match (
        roles.is_child(first) || junior(first),
        roles.is_child(second) || junior(second),
    ) {
        (true, false) => return Some(true),
        (false, true) => return Some(false),
        _ => {}
    }
    let (first, second) = (roles.ages.years(first)?, roles.ages.years(second)?);
    (first != second).then_some(first < second)
}

/// Which bearer of a name the word behind it tells of: the first is "Sr.".
fn nth(suffix: &str) -> Option<usize> {
    match suffix.trim_end_matches('.') {
        "Sr" | "I" => Some(1),
        "Jr" | "II" => Some(2),
        "III" => Some(3),
        "IV" => Some(4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::split::tests::spoken;

    #[test]
    fn which_of_two_is_the_younger() {
        for (elder, younger) in [("Jr.", "III"), ("Sr.", "Jr."), ("II", "III")] {
            let told = format!(
                "Bo Orr {elder}, 70, left. His son, Bo Orr {younger}, stayed. “Nobody pushed,” said the younger Orr."
            );
            spoken(&told, "Nobody pushed", &format!("Bo Orr {younger}"));
        }
    }
}
