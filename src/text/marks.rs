//! Quotation marks of every kind, paired: curly, straight, German, guillemets, single, nested, reopened, never closed.

use super::{Span, glottal};

/// What stands between a pair of quotation marks in one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub outer: Span,
    /// Without them.
    pub inner: Span,
    /// How many quotations it lies in.
    pub depth: usize,
    /// Single marks, which British papers put outside and American ones inside.
    pub single: bool,
    /// Whether it has its closing mark; one that has none runs to the end of its paragraph.
    pub closed: bool,
    /// Whether it opens its paragraph to go on with the one left open at the end of the paragraph before.
    pub continues: bool,
}

/// Marks nested deeper than this are read as no marks, so that the work stays linear.
const DEEPEST: usize = 8;

/// The quotations in `paragraphs` of `text`, in the order in which they open.
///
/// A quotation ends with its paragraph at the latest. Where it was left open and the next paragraph opens with the same
/// mark, that one goes on with it.
pub fn quotations(text: &str, paragraphs: &[Span]) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut left_open: Option<Shape> = None;
    for (nth, paragraph) in paragraphs.iter().enumerate() {
        let mut reader = Reader::new(text, *paragraph);
        let below = paragraphs.get(nth + 1);
        reader.reopened = below.and_then(|below| below.of(text).chars().next());
        let first = found.len();
        found.append(&mut reader.read());
        if let Some(opening) = found.get_mut(first) {
            let opens_paragraph = opening.outer.start == paragraph.start;
            opening.continues =
                opens_paragraph && left_open.is_some() && left_open == reader.first_shape;
        }
        left_open = reader.left_open;
    }
    found
}

/// The kinds of marks that can close one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// “…”
    Curly,
    /// „…“ and „…”
    Low,
    /// "…", and two single marks or grave accents for it
    Straight,
    /// «…»
    Guillemet,
    /// »…«
    Reversed,
    /// ‘…’
    SingleCurly,
    /// '…'
    SingleStraight,
    /// ‹…›
    SingleGuillemet,
}

impl Shape {
    const fn is_single(self) -> bool {
        matches!(
            self,
            Self::SingleCurly | Self::SingleStraight | Self::SingleGuillemet
        )
    }
}

struct Open {
    shape: Shape,
    start: usize,
    inner: usize,
    /// Its place in the list, kept so that quotations come in the order in which they open.
    slot: usize,
}

struct Reader<'a> {
    text: &'a str,
    paragraph: Span,
    stack: Vec<Open>,
    found: Vec<Option<Quotation>>,
    first_shape: Option<Shape>,
    left_open: Option<Shape>,
    /// What the next paragraph opens with.
    reopened: Option<char>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, paragraph: Span) -> Self {
        Self {
            text,
            paragraph,
            stack: Vec::new(),
            found: Vec::new(),
            first_shape: None,
            left_open: None,
            reopened: None,
        }
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text[self.paragraph.start..at].chars().next_back()
    }

    fn after(&self, at: usize) -> Option<char> {
        self.text[at..self.paragraph.end].chars().next()
    }

    fn read(&mut self) -> Vec<Quotation> {
        let mut at = self.paragraph.start;
        while let Some(c) = self.after(at) {
            at = self.mark(at, c);
        }
        let end = self.paragraph.end;
        while let Some(open) = self.stack.pop() {
            // A single mark that nothing closes is an apostrophe, unless it opens the paragraph, as one does that the
            // next paragraph goes on with.
            let whole_paragraph = self.stack.is_empty() && open.start == self.paragraph.start;
            if !open.shape.is_single() || whole_paragraph || self.is_left_open(&open) {
                self.left_open = Some(open.shape);
                self.close(&open, end, end, false);
            }
        }
        std::mem::take(&mut self.found)
            .into_iter()
            .flatten()
            .collect()
    }

    /// Whether a single mark opens a sentence that the next paragraph goes on with: its first mark is the same.
    fn is_left_open(&self, open: &Open) -> bool {
        let before = self.text[self.paragraph.start..open.start].trim_end();
        self.stack.is_empty()
            && self.reopened.is_some()
            && self.reopened == self.after(open.start)
            && self.after(open.inner).is_some_and(char::is_uppercase)
            && before.ends_with(['.', ',', '?', '!', ':'])
    }

    /// Reads the character `c` at `at` and gives the place to read on.
    fn mark(&mut self, at: usize, c: char) -> usize {
        let end = at + c.len_utf8();
        match c {
            '“' if self.inside(Shape::Low) => self.shut(Shape::Low, at, end),
            '“' if self.looks_closing(at, end) && self.inside(Shape::Curly) => {
                self.shut(Shape::Curly, at, end);
            }
            '“' | '‟' => self.open(Shape::Curly, at, end),
            '”' if self.inside(Shape::Curly) => self.shut(Shape::Curly, at, end),
            '”' if self.inside(Shape::Low) => self.shut(Shape::Low, at, end),
            '”' if self.looks_opening(at, end) => self.open(Shape::Curly, at, end),
            '„' => self.open(Shape::Low, at, end),
            '«' if self.inside(Shape::Reversed) => self.shut(Shape::Reversed, at, end),
            '«' => self.open(Shape::Guillemet, at, end),
            '»' if self.inside(Shape::Guillemet) => self.shut(Shape::Guillemet, at, end),
            '»' if self.looks_opening(at, end) => self.open(Shape::Reversed, at, end),
            '‹' => self.open(Shape::SingleGuillemet, at, end),
            '›' => self.shut(Shape::SingleGuillemet, at, end),
            '"' | '＂' => self.straight(at, end),
            '\'' if self.text[end..self.paragraph.end].starts_with('\'') => {
                self.straight(at, end + 1);
                return end + 1;
            }
            '`' if self.text[end..self.paragraph.end].starts_with('`') => {
                self.straight(at, end + 1);
                return end + 1;
            }
            '‘' if !self.is_elision(end)
                && !self.is_in_word(at, end)
                && !glottal::opens_name(&self.text[..self.paragraph.end], end) =>
            {
                self.open(Shape::SingleCurly, at, end);
            }
            '’' if self.inside(Shape::SingleCurly) && self.closes_single(at, end, '’', '‘') =>
            {
                self.shut(Shape::SingleCurly, at, end);
            }
            '\'' => self.single_straight(at, end),
            _ => {}
        }
        end
    }

    /// Letters stand right before and behind: a glottal stop, "Keaka‘ula".
    fn is_in_word(&self, at: usize, end: usize) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        is_letter(self.before(at)) && is_letter(self.after(end))
    }

    fn inside(&self, shape: Shape) -> bool {
        self.stack.iter().any(|open| open.shape == shape)
    }

    /// A word follows at once, and none stands right before.
    fn looks_opening(&self, at: usize, end: usize) -> bool {
        let free = self.before(at).is_none_or(|c| {
            c.is_whitespace()
                || matches!(
                    c,
                    '(' | '[' | '{' | '—' | '–' | '-' | '“' | '"' | '‘' | '\'' | '/'
                )
        });
        free && self
            .after(end)
            .is_some_and(|c| !c.is_whitespace() && !is_final(c))
    }

    /// A word or its punctuation stands right before, and none follows at once.
    fn looks_closing(&self, at: usize, end: usize) -> bool {
        self.before(at)
            .is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '['))
            && self.after(end).is_none_or(|c| !c.is_alphanumeric())
    }

    fn straight(&mut self, at: usize, end: usize) {
        let inch = self.before(at).is_some_and(|c| c.is_ascii_digit());
        if self.inside(Shape::Straight) {
            if self.looks_opening(at, end) && !self.looks_closing(at, end) {
                // The one before was never closed: it ends where this one opens.
                self.abandon(Shape::Straight, at);
                self.open(Shape::Straight, at, end);
            } else {
                self.shut(Shape::Straight, at, end);
            }
        } else if !inch && self.after(end).is_some() {
            self.open(Shape::Straight, at, end);
        }
    }

    fn single_straight(&mut self, at: usize, end: usize) {
        if self.inside(Shape::SingleStraight) {
            if self.closes_single(at, end, '\'', '\'') {
                self.shut(Shape::SingleStraight, at, end);
            }
        } else if self.looks_opening(at, end)
            && !self.is_elision(end)
            && !glottal::opens_name(&self.text[..self.paragraph.end], end)
        {
            self.open(Shape::SingleStraight, at, end);
        }
    }

    /// Whether the single mark at `at` closes a quotation rather than being an apostrophe ("the workers’ pay").
    fn closes_single(&self, at: usize, end: usize, closer: char, opener: char) -> bool {
        if !self.looks_closing(at, end) {
            return false;
        }
        let plural = matches!(self.before(at), Some('s' | 'S' | 'z' | 'x'));
        let followed = self.text[end..self.paragraph.end]
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        // After an s and before a word it is a possessive, if another mark further on can close the quotation.
        !(plural && followed && self.closes_later(end, closer, opener))
    }

    /// Whether a mark that can only close stands further on, before another quotation opens.
    fn closes_later(&self, from: usize, closer: char, opener: char) -> bool {
        const FAR: usize = 600;
        for (at, c) in self.text[from..self.paragraph.end].char_indices().take(FAR) {
            let (start, end) = (from + at, from + at + c.len_utf8());
            if c == closer && self.looks_closing(start, end) {
                return true;
            }
            if c == opener && self.looks_opening(start, end) {
                return false;
            }
        }
        false
    }

    /// A mark for what was left out: ’em, ’n’, ’90s.
    fn is_elision(&self, end: usize) -> bool {
        let rest = &self.text[end..self.paragraph.end];
        let word = &rest[..rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len())];
        let decade = word.len() == 3 && word.ends_with('s') && word.as_bytes()[0].is_ascii_digit();
        let year = word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit());
        // ‘round-the-clock work’
        let joined = rest[word.len()..].starts_with('-');
        // Wiebe ’t Hooft
        let article = matches!(word, "t" | "T") && rest[1..].starts_with(' ');
        decade
            || year
            || article
            || !joined
                && [
                    "em", "n", "til", "tis", "twas", "cause", "bout", "round", "cos",
                ]
                .iter()
                .any(|elided| word.eq_ignore_ascii_case(elided))
    }

    fn open(&mut self, shape: Shape, at: usize, end: usize) {
        if self.stack.len() >= DEEPEST {
            return;
        }
        // The same mark cannot stand directly inside itself: the one before was never closed.
        if !shape.is_single() && self.stack.last().is_some_and(|open| open.shape == shape) {
            self.abandon(shape, at);
        }
        if self.found.is_empty() && at == self.paragraph.start {
            self.first_shape = Some(shape);
        }
        let slot = self.found.len();
        self.found.push(None);
        self.stack.push(Open {
            shape,
            start: at,
            inner: end,
            slot,
        });
    }

    /// Closes the innermost quotation of `shape` with the mark from `at` to `end`; what was opened inside it and not
    /// closed were no marks.
    fn shut(&mut self, shape: Shape, at: usize, end: usize) {
        if let Some(place) = self.stack.iter().rposition(|open| open.shape == shape) {
            self.stack.truncate(place + 1);
            if let Some(open) = self.stack.pop() {
                self.close(&open, at, end, true);
            }
        }
    }

    /// Ends the innermost quotation of `shape`, which nothing closed, at `at`.
    fn abandon(&mut self, shape: Shape, at: usize) {
        if let Some(place) = self.stack.iter().rposition(|open| open.shape == shape) {
            self.stack.truncate(place + 1);
            if let Some(open) = self.stack.pop() {
                self.close(&open, at, at, false);
            }
        }
    }

    fn close(&mut self, open: &Open, inner_end: usize, outer_end: usize, closed: bool) {
        let inner = Span::new(open.inner, inner_end).trim(self.text);
        if inner.is_empty() {
            return;
        }
        let outer_end = if closed { outer_end } else { inner.end };
        self.found[open.slot] = Some(Quotation {
            outer: Span::new(open.start, outer_end),
            inner,
            depth: self.stack.len(),
            single: open.shape.is_single(),
            closed,
            continues: false,
        });
    }
}

fn is_final(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']')
}

#[cfg(test)]
mod tests {
    use super::super::paragraph::paragraphs;
    use super::{Quotation, Span, quotations};

    fn read(text: &str) -> Vec<Quotation> {
        quotations(text, &paragraphs(text, Span::whole(text)))
    }

    /// The words inside the marks, deeper ones behind `>`, never closed ones before `…`, reopened ones behind `+`.
    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let found: Vec<String> = read(text)
            .iter()
            .map(|q| {
                let again = if q.continues { "+" } else { "" };
                let open = if q.closed { "" } else { "…" };
                format!("{}{again}{}{open}", ">".repeat(q.depth), q.inner.of(text))
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn pairs_marks_of_every_kind() {
        case("“Go,” she said. “Now.”", &["Go,", "Now."]);
        case("\"Go,\" she said. \"Now.\"", &["Go,", "Now."]);
        case("``Go,'' she said.", &["Go,"]);
        case("„Geh“, sagte sie. „Jetzt”", &["Geh", "Jetzt"]);
        case("« Va », dit-elle. »Geh«, sagte er.", &["Va", "Geh"]);
        case("‘Go,’ she said. ‘It’s late.’", &["Go,", "It’s late."]);
        case("'Go,' she said. 'It's late.'", &["Go,", "It's late."]);
        case("”Gå,” sade hon.", &["Gå,"]);
    }

    #[test]
    fn nests() {
        case("“He said ‘no’ twice.”", &["He said ‘no’ twice.", ">no"]);
        case("‘He said “no” twice.’", &["He said “no” twice.", ">no"]);
        case("\"He said 'no' twice.\"", &["He said 'no' twice.", ">no"]);
    }

    #[test]
    fn leaves_apostrophes_alone() {
        case("Krebs’ office and the ’90s don’t mix, rock ’n’ roll.", &[]);
        case("Krebs' office and the '90s don't mix.", &[]);
        case(
            "‘The workers’ pay is late,’ he said.",
            &["The workers’ pay is late,"],
        );
        case(
            "'The workers' pay is late,' he said.",
            &["The workers' pay is late,"],
        );
        case("She called it ‘the boss’ and left.", &["the boss"]);
        case("a 6\" pipe and a 5'10\" man", &[]);
    }

    #[test]
    fn goes_on_over_paragraphs() {
        case("“One.\n\n“Two.”\n\n“Three.”", &["One.…", "+Two.", "Three."]);
        case("‘One.\n\n‘Two.’", &["One.…", "+Two."]);
        case(
            "‘One,’ she said. ‘Two.\n\n‘Three.’",
            &["One,", "Two.…", "+Three."],
        );
        case("It was ‘Orr. He left.\n\nShe left.", &[]);
    }

    #[test]
    fn ends_what_is_never_closed() {
        case("He said “this is all.\n\nThen he left.", &["this is all.…"]);
        case(
            "He said \"yes. She said \"no\" twice.",
            &["yes. She said…", "no"],
        );
        case("“One. “Two.”", &["One.…", "Two."]);
        case("nothing ” here » at all", &[]);
        case("“” and \"\"", &[]);
    }

    #[test]
    fn is_linear_in_deep_nesting() {
        let text = "“‘".repeat(20_000);
        assert!(read(&text).len() <= 20_000);
    }
}
