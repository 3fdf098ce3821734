//! How deep the tags of a page nest: a parser's stack and time are spent on depth, so it is bounded first.

use crate::error::{Error, ErrorKind, Result};

/// Real pages nest to about 175.
const DEEPEST: usize = 512;

/// Elements without an end, or that the next of their kind ends: they add no depth of their own.
const FLAT: [&str; 33] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html",
    "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source",
    "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr", "frame",
];

/// Elements that a parser opens again when the block around them ends.
const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// Elements whose content is no markup.
const OPAQUE: [&str; 7] = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed",
];

/// An error when the tags of `page` nest deeper than any real page.
pub(super) fn check(page: &str) -> Result<()> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end..]);
            continue;
        }
        let (closes, tag) = match rest.strip_prefix('/') {
            Some(tag) => (true, tag),
            None => (false, rest),
        };
        let name = &tag[..tag
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .unwrap_or(tag.len())];
        if name.is_empty() || is_one_of(name, &FLAT) {
            continue;
        }
        if closes {
            close(&mut open, name);
        } else if is_one_of(name, &OPAQUE) {
            rest = after_end_of(name, tag);
        } else {
            if name.eq_ignore_ascii_case("a") {
                close(&mut open, name);
            }
            open.push(name);
            if open.len() > DEEPEST {
                return Err(Error::new(
                    ErrorKind::Input,
                    format!("nests its tags more than {DEEPEST} deep, as no page does"),
                ));
            }
        }
    }
    Ok(())
}

fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| name.eq_ignore_ascii_case(other))
}

/// Ends the last `name`, and with it what is open inside it, save formatting.
fn close(open: &mut Vec<&str>, name: &str) {
    let last = open
        .iter()
        .rposition(|other| other.eq_ignore_ascii_case(name));
    if let Some(last) = last {
        let inside = open.split_off(last);
        let kept = inside
            .into_iter()
            .skip(1)
            .filter(|name| is_one_of(name, &FORMATTING));
        open.extend(kept);
    }
}

/// What stands behind the end of the opaque element `name`.
fn after_end_of<'a>(name: &str, tag: &'a str) -> &'a str {
    let mut rest = tag;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        if rest
            .get(..name.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(name))
        {
            return rest;
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::check;

    #[track_caller]
    fn case(piece: &str, sound: bool) {
        assert_eq!(check(&piece.repeat(100_000)).is_ok(), sound, "{piece}");
    }

    #[test]
    fn refuses_what_nests_and_nothing_else() {
        case("<div>", false);
        case("<b>", false);
        case("<b><i x=1></b>", false);
        case("<x-y></z>", false);
        case("<ul><li>", false);
        case("<div><p>words</div>", true);
        case("<div><span></div>", true);
        case("<p><li><td><br/>", true);
        case("<a href=x>", true);
        case("<script>'<div>'</script>", true);
        case("<!-- <div> -->", true);
        case("a < b <", true);
        case("</div>", true);
        case("<script>", true);
    }
}
