//! An article and its passages as bytes: the text once, passages as places in it.
//!
//! The layout belongs to the format version of the index. Whatever the bytes are, reading them ends with an article or
//! an error.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::article::Article;
use crate::attribution::{Attribution, Basis, Medium, Name, Speaker};
use crate::date::{Day, Days};
use crate::error::{Error, ErrorKind, Result};
use crate::passage::{Kind, Passage, Said};
use crate::text::quick::Quickly;
use crate::text::{Excerpt, Span};

/// An article as read from its record, its passages still bytes.
pub(super) struct Record {
    pub(super) article: Arc<Article>,
    attributions: Vec<Attribution>,
    passages: Vec<Range<usize>>,
    bytes: Vec<u8>,
}

impl Record {
    /// Reads a record.
    pub(super) fn read(bytes: Vec<u8>) -> Result<Self> {
        let mut input = Input {
            bytes: &bytes,
            at: 0,
        };
        let read = || -> Option<(Article, Vec<Attribution>, Vec<Range<usize>>)> {
            let article = input.article()?;
            let attributions = (0..input.count()?)
                .map(|_| input.attribution(&article.text))
                .collect::<Option<_>>()?;
            let passages = (0..input.count()?)
                .map(|_| {
                    let length = input.count()?;
                    let start = input.at;
                    input.at = start
                        .checked_add(length)
                        .filter(|&end| end <= bytes.len())?;
                    Some(start..input.at)
                })
                .collect::<Option<_>>()?;
            Some((article, attributions, passages))
        };
        let mut read = read;
        match read() {
            Some((article, attributions, passages)) => Ok(Self {
                article: Arc::new(article),
                attributions,
                passages,
                bytes,
            }),
            None => Err(damaged()),
        }
    }

    /// How many passages the article has.
    pub(super) fn len(&self) -> usize {
        self.passages.len()
    }

    /// The passage at `nth`, counted from nought.
    pub(super) fn passage(&self, nth: usize) -> Result<Passage> {
        let range = self.passages.get(nth).cloned().ok_or_else(damaged)?;
        Input {
            bytes: &self.bytes[range],
            at: 0,
        }
        .passage(&self.article.text, &self.attributions)
        .ok_or_else(damaged)
    }

    /// All passages, in order.
    pub(super) fn passages(&self) -> Result<Vec<Passage>> {
        (0..self.len()).map(|nth| self.passage(nth)).collect()
    }
}

fn damaged() -> Error {
    Error::new(ErrorKind::Damaged, "an article in the index cannot be read")
        .hint("`onrecord check` tells how much is damaged; `onrecord reindex PATH…` makes it anew from its sources")
}

/// The bytes of an article and its passages, and for each passage which of the article's attributions it has.
pub(super) fn write(article: &Article, passages: &[Passage]) -> (Vec<u8>, Vec<Option<usize>>) {
    let mut attributions: Vec<&Attribution> = Vec::new();
    let mut known: HashMap<&str, usize, Quickly> = HashMap::default();
    let places: Vec<Option<usize>> = passages
        .iter()
        .map(|passage| {
            let own = passage.kind.attribution()?;
            let place = known.get(own.id.as_str()).copied();
            Some(
                place
                    .filter(|&place| attributions[place] == own)
                    .unwrap_or_else(|| {
                        attributions.push(own);
                        known.insert(&own.id, attributions.len() - 1);
                        attributions.len() - 1
                    }),
            )
        })
        .collect();
    let mut output = Output(Vec::with_capacity(
        article.text.len() + 64 * passages.len() + 256,
    ));
    output.article(article);
    output.number(attributions.len());
    for attribution in attributions {
        output.attribution(attribution);
    }
    output.number(passages.len());
    let mut one = Output(Vec::new());
    for (passage, place) in passages.iter().zip(&places) {
        one.0.clear();
        one.passage(passage, *place);
        output.number(one.0.len());
        output.0.extend_from_slice(&one.0);
    }
    (output.0, places)
}

struct Output(Vec<u8>);

impl Output {
    fn number(&mut self, number: usize) {
        let mut left = number as u64;
        while left >= 0x80 {
            self.0.push(left.to_le_bytes()[0] | 0x80);
            left >>= 7;
        }
        self.0.push(left.to_le_bytes()[0]);
    }

    fn string(&mut self, string: &str) {
        self.number(string.len());
        self.0.extend_from_slice(string.as_bytes());
    }

    /// A string that may be missing: its length and one, or nought.
    fn maybe(&mut self, string: Option<&str>) {
        match string {
            Some(string) => {
                self.number(string.len() + 1);
                self.0.extend_from_slice(string.as_bytes());
            }
            None => self.number(0),
        }
    }

    fn day(&mut self, day: Day) {
        self.0.extend_from_slice(&day.year().to_le_bytes());
        self.0.push(day.month().cast_unsigned());
        self.0.push(day.day().cast_unsigned());
    }

    /// Spans as the step to each from `from`, then from the one before, and its length.
    fn spans(&mut self, spans: &[Span], from: usize) {
        self.number(spans.len());
        let mut at = from;
        for span in spans {
            let step = span.start.cast_signed() - at.cast_signed();
            self.number(((step << 1) ^ (step >> (isize::BITS - 1))).cast_unsigned());
            self.number(span.len());
            at = span.end;
        }
    }

    fn excerpt(&mut self, excerpt: Option<&Excerpt>, from: usize) {
        match excerpt {
            Some(excerpt) => {
                self.0.push(1);
                self.spans(excerpt.spans(), from);
            }
            None => self.0.push(0),
        }
    }

    fn article(&mut self, article: &Article) {
        self.string(&article.id);
        self.maybe(article.headline.as_deref());
        self.maybe(article.publisher.as_deref());
        self.maybe(article.byline.as_deref());
        self.maybe(article.url.as_deref());
        self.maybe(article.language.as_deref());
        self.string(&article.path);
        self.0.push(u8::from(article.published.is_some()));
        if let Some(day) = article.published {
            self.day(day);
        }
        self.string(&article.text);
        self.spans(&article.body, 0);
        self.spans(&article.quotations, 0);
    }

    fn attribution(&mut self, attribution: &Attribution) {
        self.string(&attribution.id);
        match &attribution.speaker {
            Speaker::Named(name) => {
                self.0.push(2);
                self.string(&name.full);
                self.number(name.others.len());
                for other in &name.others {
                    self.string(other);
                }
            }
            Speaker::Described(words) => {
                self.0.push(1);
                self.string(words);
            }
            Speaker::Unnamed => self.0.push(0),
        }
        self.excerpt(attribution.source.as_ref(), 0);
        self.excerpt(attribution.cue.as_ref(), 0);
        self.number(place(&Medium::ALL, attribution.medium.as_ref()));
        self.maybe(attribution.handle.as_deref());
        self.number(place(&Basis::ALL, Some(&attribution.basis)));
    }

    fn passage(&mut self, passage: &Passage, attribution: Option<usize>) {
        let kind = match passage.kind {
            Kind::Quote(_) => 0,
            Kind::Claim(_) => 1,
            Kind::Fact => 2,
        };
        let same = passage.context.spans() == passage.words.spans();
        let said = passage.said.is_some();
        let packed = packed(&passage.id);
        let flags = [same, said, packed.is_some()];
        let flags = flags
            .iter()
            .rev()
            .fold(0, |bits, &flag| bits << 1 | u8::from(flag));
        self.0.push(kind | flags << 2);
        self.number(attribution.unwrap_or(0));
        match packed {
            Some(id) => self.0.extend_from_slice(&id),
            None => self.string(&passage.id),
        }
        self.spans(passage.words.spans(), 0);
        let from = passage.words.extent().start;
        if !same {
            self.spans(passage.context.spans(), from);
        }
        if let Some(said) = &passage.said {
            self.spans(said.words.spans(), from);
            self.day(said.days.from);
            self.day(said.days.to);
        }
    }
}

fn place<T: PartialEq>(all: &[T], one: Option<&T>) -> usize {
    one.and_then(|one| all.iter().position(|each| each == one))
        .map_or(0, |place| place + 1)
}

/// The bytes of an id that is written in so many.
const PACKED: usize = 6;

/// An id of twelve hexadecimal digits as the number it is.
fn packed(id: &str) -> Option<[u8; PACKED]> {
    let hexadecimal = id
        .bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if id.len() != 2 * PACKED || !hexadecimal {
        return None;
    }
    let number = u64::from_str_radix(id, 16).ok()?;
    number.to_be_bytes()[2..].try_into().ok()
}

fn unpacked(bytes: &[u8]) -> String {
    let number = bytes
        .iter()
        .fold(0, |number, &byte| number << 8 | u64::from(byte));
    format!("{number:0width$x}", width = 2 * PACKED)
}

struct Input<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Input<'_> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return usize::try_from(number).ok();
            }
        }
        None
    }

    /// A number of things that each take a byte or more: never more than there are bytes.
    fn count(&mut self) -> Option<usize> {
        self.number().filter(|&count| count <= self.bytes.len())
    }

    fn take(&mut self, length: usize) -> Option<&[u8]> {
        let end = self.at.checked_add(length)?;
        let bytes = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(bytes)
    }

    fn text(&mut self, length: usize) -> Option<String> {
        let bytes = self.take(length)?;
        std::str::from_utf8(bytes).ok().map(str::to_owned)
    }

    fn string(&mut self) -> Option<String> {
        let length = self.number()?;
        self.text(length)
    }

    #[expect(
        clippy::option_option,
        reason = "it may be missing, and it may be unreadable"
    )]
    fn maybe(&mut self) -> Option<Option<String>> {
        match self.number()? {
            0 => Some(None),
            length => self.text(length - 1).map(Some),
        }
    }

    fn day(&mut self) -> Option<Day> {
        let year = i16::from_le_bytes(self.take(2)?.try_into().ok()?);
        let month = self.byte()?.cast_signed();
        let day = self.byte()?.cast_signed();
        Day::new(year, month, day).ok()
    }

    fn spans(&mut self, text: &str, from: usize) -> Option<Vec<Span>> {
        let mut at = from;
        (0..self.count()?)
            .map(|_| {
                let step = self.number()?;
                let step = (step >> 1).cast_signed() ^ -((step & 1).cast_signed());
                let start = at.checked_add_signed(step)?;
                let end = start.checked_add(self.number()?)?;
                text.get(start..end)?;
                at = end;
                Some(Span::new(start, end))
            })
            .collect()
    }

    #[expect(
        clippy::option_option,
        reason = "it may be missing, and it may be unreadable"
    )]
    fn excerpt(&mut self, text: &str) -> Option<Option<Excerpt>> {
        match self.byte()? {
            0 => Some(None),
            _ => Some(Some(Excerpt::cut(text, self.spans(text, 0)?))),
        }
    }

    fn article(&mut self) -> Option<Article> {
        let mut article = Article {
            id: self.string()?,
            headline: self.maybe()?,
            publisher: self.maybe()?,
            byline: self.maybe()?,
            url: self.maybe()?,
            language: self.maybe()?,
            path: self.string()?,
            ..Article::default()
        };
        if self.byte()? != 0 {
            article.published = Some(self.day()?);
        }
        article.text = self.string()?;
        article.body = self.spans(&article.text, 0)?;
        article.quotations = self.spans(&article.text, 0)?;
        Some(article)
    }

    fn attribution(&mut self, text: &str) -> Option<Attribution> {
        Some(Attribution {
            id: self.string()?,
            speaker: match self.byte()? {
                2 => Speaker::Named(Name {
                    full: self.string()?,
                    others: (0..self.count()?)
                        .map(|_| self.string())
                        .collect::<Option<_>>()?,
                }),
                1 => Speaker::Described(self.string()?),
                _ => Speaker::Unnamed,
            },
            source: self.excerpt(text)?,
            cue: self.excerpt(text)?,
            medium: match self.number()? {
                0 => None,
                place => Some(*Medium::ALL.get(place - 1)?),
            },
            handle: self.maybe()?,
            basis: *Basis::ALL.get(self.number()?.checked_sub(1)?)?,
        })
    }

    fn passage(&mut self, text: &str, attributions: &[Attribution]) -> Option<Passage> {
        let flags = self.byte()?;
        let attribution = self.number()?;
        let own = || attributions.get(attribution).cloned();
        let kind = match flags & 3 {
            0 => Kind::Quote(own()?),
            1 => Kind::Claim(own()?),
            _ => Kind::Fact,
        };
        let id = if flags & 16 == 0 {
            self.string()?
        } else {
            unpacked(self.take(PACKED)?)
        };
        let words = Excerpt::cut(text, self.spans(text, 0)?);
        let from = words.extent().start;
        let context = if flags & 4 == 0 {
            Excerpt::cut(text, self.spans(text, from)?)
        } else {
            words.clone()
        };
        let said = if flags & 8 == 0 {
            None
        } else {
            Some(Said {
                words: Excerpt::cut(text, self.spans(text, from)?),
                days: Days {
                    from: self.day()?,
                    to: self.day()?,
                },
            })
        };
        Some(Passage {
            id,
            kind,
            words,
            context,
            said,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Record, write};
    use crate::date::Days;
    use crate::index::sample::Sample;
    use crate::passage::{Kind, Passage, Said};
    use crate::text::{Excerpt, Span};

    fn sample() -> Sample {
        let mut sample = Sample::new(
            "é",
            "2020-02-29",
            "Head",
            "“One” he said, “two.”\nThree tweets.",
        )
        .said(true, &["Ann Ünal", "Ünal"], &["“One”", "“two.”"])
        .said(false, &[], &["Three"]);
        sample.article.url = Some(String::new());
        let days = Days {
            from: jiff::civil::date(-44, 3, 15),
            to: jiff::civil::date(9999, 12, 31),
        };
        sample.passages[0].said = Some(Said {
            words: Excerpt::cut(&sample.article.text, vec![Span::new(0, 3)]),
            days,
        });
        sample.passages[0].id = "0123456789ab".to_owned();
        sample.passages.push(Passage {
            id: "0123456789AB".to_owned(),
            kind: Kind::Fact,
            words: Excerpt::default(),
            context: Excerpt::default(),
            said: None,
        });
        sample
    }

    #[test]
    fn reads_what_it_writes() {
        let Sample { article, passages } = sample();
        let (bytes, places) = write(&article, &passages);
        assert_eq!(places, [Some(0), Some(1), None]);
        let record = Record::read(bytes).expect("a record");
        assert_eq!(*record.article, article);
        assert_eq!(record.passages().expect("passages"), passages);
        assert!(record.passage(3).is_err());
    }

    #[test]
    fn damage_is_an_error_and_no_panic() {
        let Sample { article, passages } = sample();
        let (bytes, _) = write(&article, &passages);
        for end in 0..bytes.len() {
            assert!(Record::read(bytes[..end].to_vec()).is_err(), "{end}");
        }
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut flipped = bytes.clone();
                flipped[at] ^= 1 << bit;
                let _ = Record::read(flipped).and_then(|record| record.passages());
            }
        }
    }
}
