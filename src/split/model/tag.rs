//! A tag: the part of speech of a word, by the names of the Penn Treebank.

macro_rules! tags {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// A part of speech.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        #[expect(
            missing_docs, reason = "the treebank's own names")]
        #[repr(u8)]
        pub enum Tag { #[default] $($name),* }

        impl Tag {
            /// Every tag, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The tag that a treebank writes so.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$name),)* _ => None }
            }
        }
    };
}

tags! {
    NN = "NN", IN = "IN", DT = "DT", NNP = "NNP", JJ = "JJ", PRP = "PRP", Stop = ".", RB = "RB", Comma = ",", NNS = "NNS",
    VB = "VB", CC = "CC", VBD = "VBD", VBP = "VBP", VBZ = "VBZ", CD = "CD", VBN = "VBN", VBG = "VBG", TO = "TO",
    PRPS = "PRP$", MD = "MD", UH = "UH", Colon = ":", RRB = "-RRB-", WDT = "WDT", LRB = "-LRB-", WRB = "WRB", Open = "``",
    Close = "''", HYPH = "HYPH", RP = "RP", WP = "WP", POS = "POS", NNPS = "NNPS", JJR = "JJR", JJS = "JJS", EX = "EX",
    RBR = "RBR", SYM = "SYM", FW = "FW", NFP = "NFP", Dollar = "$", PDT = "PDT", GW = "GW", ADD = "ADD", RBS = "RBS",
    LS = "LS", AFX = "AFX", WPS = "WP$",
}

impl Tag {
    /// A form of a verb, modals excepted.
    pub const fn is_verb(self) -> bool {
        matches!(
            self,
            Self::VB | Self::VBD | Self::VBG | Self::VBN | Self::VBP | Self::VBZ
        )
    }

    /// A form that makes a clause finite.
    pub const fn is_finite(self) -> bool {
        matches!(self, Self::VBD | Self::VBZ | Self::VBP | Self::MD)
    }

    /// A noun.
    pub const fn is_noun(self) -> bool {
        matches!(self, Self::NN | Self::NNS | Self::NNP | Self::NNPS)
    }

    /// What can head a subject: a noun or a personal pronoun.
    pub const fn is_nominal(self) -> bool {
        self.is_noun() || matches!(self, Self::PRP)
    }
}
