//! A lemma: the form that the inflected forms of a word share, near enough for a feature.

use super::tag::Tag;

/// Forms that no rule of endings leads back; the lemma as [`lemma`] would cut it.
const IRREGULAR: &[(&str, &str)] = &[
    ("am", "be"),
    ("are", "be"),
    ("be", "be"),
    ("became", "becom"),
    ("been", "be"),
    ("began", "begin"),
    ("begun", "begin"),
    ("bore", "bear"),
    ("broke", "break"),
    ("brought", "bring"),
    ("came", "com"),
    ("chose", "choos"),
    ("chosen", "choos"),
    ("did", "do"),
    ("done", "do"),
    ("felt", "feel"),
    ("fought", "fight"),
    ("found", "find"),
    ("gave", "giv"),
    ("given", "giv"),
    ("goes", "go"),
    ("gone", "go"),
    ("got", "get"),
    ("had", "hav"),
    ("has", "hav"),
    ("have", "hav"),
    ("heard", "hear"),
    ("held", "hold"),
    ("is", "be"),
    ("kept", "keep"),
    ("knew", "know"),
    ("known", "know"),
    ("laid", "lay"),
    ("led", "lead"),
    ("left", "leav"),
    ("made", "mak"),
    ("meant", "mean"),
    ("met", "meet"),
    ("paid", "pay"),
    ("ran", "run"),
    ("said", "say"),
    ("saw", "see"),
    ("says", "say"),
    ("seen", "see"),
    ("sent", "send"),
    ("shot", "shoot"),
    ("showed", "show"),
    ("shown", "show"),
    ("sought", "seek"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("stood", "stand"),
    ("struck", "strik"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("taken", "tak"),
    ("taught", "teach"),
    ("thought", "think"),
    ("threw", "throw"),
    ("told", "tell"),
    ("took", "tak"),
    ("understood", "understand"),
    ("was", "be"),
    ("went", "go"),
    ("were", "be"),
    ("written", "writ"),
    ("wrote", "writ"),
];

/// The lemma of `low`, a word in lower case, in the part of speech `tag`; a verb's final e is cut.
pub fn lemma(low: &str, tag: Tag) -> &str {
    if tag.is_verb()
        && let Ok(at) = IRREGULAR.binary_search_by(|(form, _)| (*form).cmp(low))
    {
        return IRREGULAR[at].1;
    }
    if tag.is_verb() {
        return stem(low, tag);
    }
    if tag.is_noun() && low.ends_with('s') && !low.ends_with("ss") && low.len() > 3 {
        return &low[..low.len() - 1];
    }
    low
}

fn stem(low: &str, tag: Tag) -> &str {
    let cut = |n: usize| low.get(..low.len() - n).unwrap_or(low);
    let body = if tag == Tag::VBZ {
        if low.ends_with("sses")
            || low.ends_with("shes")
            || low.ends_with("ches")
            || low.ends_with("xes")
        {
            cut(2)
        } else if low.ends_with("ies") && low.len() > 4 {
            cut(3)
        } else if low.ends_with('s') {
            cut(1)
        } else {
            low
        }
    } else if low.ends_with("ied") && low.len() > 4 {
        cut(3)
    } else if low.ends_with("ed") && low.len() > 4 {
        single(cut(2))
    } else if low.ends_with("ing") && low.len() > 5 {
        single(cut(3))
    } else {
        low
    };
    match body.strip_suffix(['e', 'y']) {
        Some(short) if body.len() > 3 => short,
        _ => body,
    }
}

/// "admitt" → "admit", "call" stays.
fn single(body: &str) -> &str {
    match body.as_bytes() {
        [.., a, b] if a == b && !matches!(b, b's' | b'l') && body.len() > 3 => {
            &body[..body.len() - 1]
        }
        _ => body,
    }
}

#[cfg(test)]
mod tests {
    use super::{IRREGULAR, lemma};
    use crate::split::model::tag::Tag;

    #[track_caller]
    fn case(forms: &[(&str, Tag)]) {
        let (first, tag) = forms[0];
        for &(form, other) in forms {
            assert_eq!(lemma(form, other), lemma(first, tag), "{form}");
        }
    }

    #[test]
    fn forms_share_a_lemma() {
        use Tag::{VB, VBD, VBG, VBN, VBZ};
        case(&[("say", VB), ("says", VBZ), ("said", VBD), ("saying", VBG)]);
        case(&[
            ("deny", VB),
            ("denies", VBZ),
            ("denied", VBN),
            ("denying", VBG),
        ]);
        case(&[
            ("argue", VB),
            ("argues", VBZ),
            ("argued", VBD),
            ("arguing", VBG),
        ]);
        case(&[
            ("admit", VB),
            ("admits", VBZ),
            ("admitted", VBD),
            ("admitting", VBG),
        ]);
        case(&[
            ("call", VB),
            ("calls", VBZ),
            ("called", VBD),
            ("calling", VBG),
        ]);
        case(&[("report", Tag::NN), ("reports", Tag::NNS)]);
    }

    #[test]
    fn irregular_forms_are_in_order() {
        assert!(IRREGULAR.is_sorted());
    }
}
