//! Verbs that report words, by the forms in which newspapers print them.

/// Whether `word` is a form of a verb that reports words spoken or written.
pub(crate) fn reports(word: &str) -> bool {
    let folded = word.to_lowercase();
    VERBS.split_whitespace().any(|verb| is_form(verb, &folded))
}

/// Whether `word` is a form of a verb of thinking, wanting or judging.
pub(crate) fn thinks(word: &str) -> bool {
    let folded = word.to_lowercase();
    THOUGHTS
        .split_whitespace()
        .any(|verb| is_form(verb, &folded))
}

/// Whether `word` is a form of a verb that does something, also where a newspaper says it with an infinitive: "refused to
/// leave".
pub(crate) fn acts(word: &str) -> bool {
    let folded = word.to_lowercase();
    ACTS.split_whitespace().any(|verb| is_form(verb, &folded))
}

/// Whether `word` is a form of `verb`: `say` has "said"; what is regular is worked out.
fn is_form(verb: &str, word: &str) -> bool {
    if let Some((base, past)) = verb.split_once('/') {
        return word == past || is_present(base, word);
    }
    is_present(verb, word) || is_past(verb, word)
}

fn is_present(base: &str, word: &str) -> bool {
    let Some(ending) = word.strip_prefix(base) else {
        return base
            .strip_suffix('y')
            .and_then(|stem| word.strip_prefix(stem))
            == Some("ies")
            || base
                .strip_suffix('e')
                .and_then(|stem| word.strip_prefix(stem))
                == Some("ing");
    };
    matches!(ending, "" | "s" | "es" | "ing") || doubled(base, ending, "ing")
}

fn is_past(base: &str, word: &str) -> bool {
    if let Some(stem) = base.strip_suffix('y')
        && word.strip_prefix(stem) == Some("ied")
    {
        return true;
    }
    word.strip_prefix(base).is_some_and(|ending| {
        ending == "ed" || ending == "d" && base.ends_with('e') || doubled(base, ending, "ed")
    })
}

/// "quip" has "quipped" and "quipping".
fn doubled(base: &str, ending: &str, suffix: &str) -> bool {
    base.chars()
        .next_back()
        .is_some_and(|last| ending.strip_prefix(last).is_some_and(|rest| rest == suffix))
}

/// Collected from general knowledge of English news; `base/past` where the past is irregular.
const VERBS: &str = "
    say/said tell/told write/wrote add ask answer reply respond state note claim argue insist announce declare
    warn explain admit acknowledge concede confirm deny suggest assert allege maintain contend recall remark
    observe comment continue conclude complain caution tweet post joke quip stress emphasize emphasise reiterate
    repeat predict promise vow pledge swear/swore report reveal disclose testify boast shout yell cry whisper
    mutter exclaim lament laugh sigh shrug snap scream holler demand urge object protest counter retort
    interject chime volunteer venture muse wonder offer propose recommend read/read go/went think/thought
    believe agree disagree express describe call dub label brand hail praise blast slam rip condemn criticise
    criticize denounce accuse blame dismiss begin/began finish point sing/sang text email message opine
    elaborate clarify proclaim profess preach plead pray order instruct inform remind assure reassure advise
    speculate theorize reason reflect reminisce summarize sum crow gush rave fume thunder bellow growl bark
    chant echo concur rejoin caption inscribe deadpan tease taunt mock implore beg
";

const THOUGHTS: &str = "
    think/thought believe know/knew feel/felt hope fear doubt expect want wish desire prefer favor favour like love
    hate dislike support oppose back reject embrace endorse approve disapprove accept welcome consider regard view
    see/saw understand/understood realize realise recognize recognise remember forget/forgot imagine assume suspect
    suppose guess plan intend mean/meant aim seek/sought hold/held judge deem value admire respect trust distrust
    appreciate regret resent worry anticipate envision envisage foresee/foresaw predict estimate reckon conclude
    decide question dispute challenge contest defend justify tout trumpet champion advocate back demand request
    require call mention cite quote discuss address raise detail outline refer allude hint signal show/showed
    indicate imply demonstrate find/found determine discover learn
";

const ACTS: &str = "
    refuse begin/began start try attempt fail manage cease stop continue fire hire appoint nominate arrest dismiss
    release issue publish sign build/built buy/bought sell/sold win/won lose/lost kill hit join leave/left visit
";

#[cfg(test)]
mod tests {
    use super::reports;

    #[test]
    fn knows_forms() {
        for word in [
            "said",
            "says",
            "saying",
            "told",
            "denied",
            "denies",
            "quipped",
            "wrote",
            "insisting",
            "urged",
        ] {
            assert!(reports(word), "{word}");
        }
        for word in ["sand", "table", "ran", "tells-all", "saids", ""] {
            assert!(!reports(word), "{word}");
        }
    }
}
