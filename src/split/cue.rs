//! Verbs that report words, by the forms in which newspapers print them.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Whether `word` is a form of a verb that reports words spoken or written.
pub(crate) fn reports(word: &str) -> bool {
    static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms::of(VERBS));
    FORMS.hold(word)
}

/// Whether `word` is a form of a verb of thinking, wanting or judging.
pub(crate) fn thinks(word: &str) -> bool {
    static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms::of(THOUGHTS));
    FORMS.hold(word)
}

/// Whether `word` is a form of a verb that does something, also where a newspaper says it with an infinitive: "refused to
/// leave".
pub(crate) fn acts(word: &str) -> bool {
    static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms::of(ACTS));
    FORMS.hold(word)
}

/// Whether `word` is a form of a verb that puts words out: "issued a statement".
pub(crate) fn puts_out(word: &str) -> bool {
    static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms::of(PUTS_OUT));
    FORMS.hold(word)
}

/// Whether `word` is a form of a verb that asks somebody to do something: "urged the council to meet".
pub(crate) fn asks(word: &str) -> bool {
    static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms::of(ASKS));
    FORMS.hold(word)
}

/// Whether `word` is a form of a verb that tells figures to come: "forecast growth of 2 percent".
pub(crate) fn foretells(word: &str) -> bool {
    static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms::of(FORETELLS));
    FORMS.hold(word)
}

/// Whether `word` is a form of a verb with “of”, “about” or “for” behind which somebody's words may stand: "complained of".
pub(crate) fn tells_of(word: &str) -> bool {
    static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms::of(TELLS_OF));
    FORMS.hold(word)
}

/// Whether `word` is a form of a verb whose object may be somebody's words: "deplored the “waste”".
pub(crate) fn judges(word: &str) -> bool {
    static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms::of(JUDGES));
    FORMS.hold(word)
}

/// Whether `word` says “said” in another language, as papers that quote it in that language leave it.
pub(crate) fn reports_abroad(word: &str) -> bool {
    ABROAD.contains(&word)
}

/// Whether `word` is the participle of a verb whose passive tells what others say: "was asked", "is accused".
pub(crate) fn said_of(word: &str) -> bool {
    SAID_OF.contains(&word)
}

/// All forms of some verbs.
struct Forms(HashSet<String>);

impl Forms {
    /// Of `verbs`: what is regular is worked out, `say/said` has an irregular past, `write/wrote/written` a participle too.
    fn of(verbs: &str) -> Self {
        let mut forms = HashSet::new();
        for verb in verbs.split_whitespace() {
            let (base, past) = verb.split_once('/').unzip();
            let base = base.unwrap_or(verb);
            // "deny" has "denies", "argue" has "arguing", "quip" has "quipped".
            let y = base.strip_suffix('y');
            let e = base.strip_suffix('e');
            let last = &base[base.len() - 1..];
            forms.extend(["", "s", "es", "ing"].map(|ending| format!("{base}{ending}")));
            forms.insert(format!("{base}{last}ing"));
            forms.extend(y.map(|stem| format!("{stem}ies")));
            forms.extend(e.map(|stem| format!("{stem}ing")));
            if let Some(past) = past {
                forms.extend(past.split('/').map(str::to_owned));
            } else {
                forms.extend(
                    ["ed".to_owned(), format!("{last}ed")].map(|ending| format!("{base}{ending}")),
                );
                forms.extend(y.map(|stem| format!("{stem}ied")));
                forms.extend(e.map(|stem| format!("{stem}ed")));
            }
        }
        Self(forms)
    }

    fn hold(&self, word: &str) -> bool {
        if word.contains(char::is_uppercase) {
            return self.0.contains(&word.to_lowercase());
        }
        self.0.contains(word)
    }
}

/// Collected from general knowledge of English news; `base/past` or `base/past/participle` where these are irregular.
const VERBS: &str = "
    say/said tell/told write/wrote/written add ask answer reply respond state note claim argue insist announce declare
    warn explain admit acknowledge concede confirm deny suggest assert allege maintain contend recall remember remark
    observe comment continue conclude complain caution tweet post joke quip stress emphasize emphasise reiterate
    repeat predict promise vow pledge swear/swore/sworn report reveal disclose testify boast shout yell cry whisper
    mutter exclaim lament laugh sigh shrug snap scream holler demand urge object protest counter retort
    interject chime volunteer venture muse wonder offer propose recommend read/read go/went think/thought
    believe agree disagree express describe call dub label brand hail praise blast slam rip condemn criticise
    criticize denounce accuse blame dismiss begin/began/begun finish point sing/sang/sung text email message opine
    elaborate clarify proclaim profess preach plead pray order instruct inform remind assure reassure advise
    speculate theorize reason reflect reminisce summarize sum crow gush rave fume thunder bellow growl bark
    hiss croak grumble mumble murmur moan groan wail roar snarl sneer scoff sniff grin enthuse marvel coo chirp chortle
    chuckle giggle sob gasp drawl intone blurt stammer splutter pronounce hazard
    chant echo concur rejoin caption inscribe deadpan tease taunt mock implore beg
";

const THOUGHTS: &str = "
    think/thought believe know/knew/known feel/felt hope fear doubt expect want wish desire prefer favor favour like love
    hate dislike support oppose back reject embrace endorse approve disapprove accept welcome consider regard view
    see/saw/seen understand/understood realize realise recognize recognise remember forget/forgot/forgotten imagine assume suspect
    suppose guess plan intend mean/meant aim seek/sought hold/held judge deem value admire respect trust distrust
    appreciate regret resent worry anticipate envision envisage foresee/foresaw/foreseen predict estimate reckon conclude
    decide question dispute challenge contest defend justify tout trumpet champion advocate back demand request
    require call mention cite quote discuss address raise detail outline refer allude hint signal show/showed
    indicate imply demonstrate find/found determine discover learn
";

const FORETELLS: &str = "forecast/forecast project predict estimate";

const TELLS_OF: &str = "
    accuse apologise apologize appeal argue blame boast brag call complain condemn criticise criticize denounce despair grumble
    hint joke moan muse plead praise rail rave speak/spoke/spoken suspect talk tell/told thank warn write/wrote/written
";

const JUDGES: &str = "
    blame cite condemn criticise criticize decry demand denounce deplore deride detect hail lament mock note pledge
    praise predict promise propose recommend regret reject slam urge vow warn
";

const ABROAD: [&str; 24] = [
    "sagte",
    "sagt",
    "erklärte",
    "erklärt",
    "meinte",
    "schrieb",
    "antwortete",
    "fragte",
    "dit",
    "déclare",
    "explique",
    "affirme",
    "répond",
    "dijo",
    "afirmó",
    "explicó",
    "declaró",
    "señaló",
    "disse",
    "spiega",
    "afferma",
    "dichiara",
    "afirmou",
    "explicou",
];

const SAID_OF: [&str; 27] = [
    "warned",
    "informed",
    "reminded",
    "assured",
    "advised",
    "asked",
    "questioned",
    "pressed",
    "told",
    "accused",
    "announced",
    "declared",
    "described",
    "called",
    "said",
    "shown",
    "blamed",
    "portrayed",
    "reported",
    "alleged",
    "considered",
    "viewed",
    "criticized",
    "criticised",
    "assumed",
    "dubbed",
    "rumored",
];

const ASKS: &str = "ask urge encourage order beg implore instruct command";

const PUTS_OUT: &str = "
    issue release publish post share circulate send/sent read/read
";

const ACTS: &str = "
    refuse begin/began/begun start try attempt fail manage cease stop continue fire hire appoint nominate arrest dismiss
    release issue publish sign build/built buy/bought sell/sold win/won lose/lost kill hit join leave/left visit vote
    read/read
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
            "written",
        ] {
            assert!(reports(word), "{word}");
        }
        for word in ["sand", "table", "ran", "tells-all", "saids", ""] {
            assert!(!reports(word), "{word}");
        }
    }
}
