//! The documents of one article: its own first, then those of its passages.

use std::ops::Range;

use tantivy::schema::Schema;

use super::document::{Document, Values};
use super::packing::Packer;
use super::record;
use super::schema as columns;
use super::schema::Fields;
use super::sketch;
use super::tokens::{Writing, Written};
use super::wording::{add_attribution, add_words};
use crate::article::Article;
use crate::date::Day;
use crate::error::Result;
use crate::passage::{Kind, Passage};
use crate::text::Span;

/// Fewer words than this say the same thing by chance.
const SAME_WORDS: usize = 5;

const EPOCH: Day = jiff::civil::date(1970, 1, 1);

/// The columns by their fields.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    nth: tantivy::schema::Field,
    kind: tantivy::schema::Field,
    attribution: tantivy::schema::Field,
    pub(super) medium: tantivy::schema::Field,
    same: tantivy::schema::Field,
    id: tantivy::schema::Field,
    repeats: tantivy::schema::Field,
    hash: tantivy::schema::Field,
    commit: tantivy::schema::Field,
    length: tantivy::schema::Field,
    sketch: [tantivy::schema::Field; 2],
    said_from: tantivy::schema::Field,
    said_to: tantivy::schema::Field,
    day: tantivy::schema::Field,
    pub(super) name: tantivy::schema::Field,
    pub(super) cue_words: tantivy::schema::Field,
    publisher_name: tantivy::schema::Field,
}

impl Columns {
    pub(super) fn of(schema: &Schema) -> tantivy::Result<Self> {
        Ok(Self {
            nth: schema.get_field(columns::NTH)?,
            kind: schema.get_field(columns::KIND)?,
            attribution: schema.get_field(columns::ATTRIBUTION)?,
            medium: schema.get_field(columns::MEDIUM)?,
            same: schema.get_field(columns::SAME)?,
            id: schema.get_field(columns::ID)?,
            repeats: schema.get_field(columns::REPEATS)?,
            hash: schema.get_field(columns::HASH)?,
            commit: schema.get_field(columns::COMMIT)?,
            length: schema.get_field(columns::LENGTH)?,
            sketch: [
                schema.get_field(columns::SKETCH[0])?,
                schema.get_field(columns::SKETCH[1])?,
            ],
            said_from: schema.get_field(columns::SAID_FROM)?,
            said_to: schema.get_field(columns::SAID_TO)?,
            day: schema.get_field(columns::DAY)?,
            name: schema.get_field(columns::NAME)?,
            cue_words: schema.get_field(columns::CUE_WORDS)?,
            publisher_name: schema.get_field(columns::PUBLISHER_NAME)?,
        })
    }
}

impl Columns {
    /// The values of what is no passage in the columns that every document has.
    pub(super) fn no_passage(self, values: &mut Values) {
        for column in [self.nth, self.attribution, self.same] {
            values.number(column, 0);
        }
    }
}

/// An article with its passages, ready to be kept.
pub(super) struct Block {
    /// A number made from all of it.
    pub(super) hash: u64,
    record: Vec<u8>,
    attributions: Vec<Option<usize>>,
}

impl Block {
    pub(super) fn new(article: &Article, passages: &[Passage]) -> Self {
        let (record, attributions) = record::write(article, passages);
        Self {
            hash: number(blake3::hash(&record).as_bytes()),
            record,
            attributions,
        }
    }

    /// Its documents.
    pub(super) fn documents(
        self,
        article: &Article,
        passages: &[Passage],
        fields: Fields,
        columns: Columns,
        commit: u64,
        (packer, writing): (&mut Packer, &mut Writing),
    ) -> Result<impl Iterator<Item = Document>> {
        // Room for the words of most articles, and once more for those around statements.
        let texts = 2 * article.text.len() + 64 * passages.len() + 256;
        let mut values = Values::with_capacity(texts, passages.len() + 1);
        let tag = values.text(fields.tag, &[&article_tag(&article.id)]);
        values.text(fields.tag, &[columns::TAG_ARTICLE]);
        for (field, text) in [
            (fields.headline, &article.headline),
            (fields.publisher, &article.publisher),
            (fields.byline, &article.byline),
        ] {
            if let Some(text) = text {
                values.written(field, |terms| {
                    writing.write(text, terms, |_, _| {});
                });
            }
        }
        if let Some(publisher) = &article.publisher {
            values.text(columns.publisher_name, &[publisher]);
        }
        values.bytes(fields.record, packer.pack(&self.record)?);
        columns.no_passage(&mut values);
        values.number(columns.hash, self.hash);
        values.number(columns.commit, commit);
        values.number(columns.length, article.text.len() as u64);
        let sketch = sketch::of(article);
        for (field, half) in columns.sketch.into_iter().zip(sketch) {
            values.number(field, half);
        }
        for term in sketch::terms(sketch) {
            values.number(fields.lane, term);
        }
        if let Some(day) = article.published {
            values.signed(columns.day, day_number(day));
        }
        values.end();
        let repeats = repeats(passages);
        let parts = passages
            .iter()
            .map(|passage| passage.words.extent().cover(passage.context.extent()));
        let part = parts.reduce(Span::cover).unwrap_or_default();
        let written = Written::of(&article.text, part, &mut values.texts, writing);
        // Where the values of each attribution are, once they are there.
        let mut attributed = vec![None; passages.len()];
        for (nth, passage) in passages.iter().enumerate() {
            values.text_at(fields.tag, tag.clone());
            values.text(fields.tag, &["kind:", passage.kind.as_str()]);
            values.number(columns.nth, nth as u64 + 1);
            values.number(columns.kind, kind_number(&passage.kind));
            values.number(columns.same, same(passage.words.text()));
            values.number(columns.id, id_number(&passage.id));
            if repeats[nth] > 0 {
                values.number(columns.repeats, repeats[nth]);
            }
            add_words(
                &mut values,
                fields,
                (&article.text, &written),
                passage,
                writing,
            );
            if let Some(said) = &passage.said {
                values.signed(columns.said_from, day_number(said.days.from));
                values.signed(columns.said_to, day_number(said.days.to));
            }
            let place = self.attributions.get(nth).copied().flatten();
            values.number(
                columns.attribution,
                place.map_or(0, |place| place as u64 + 1),
            );
            if let (Some(attribution), Some(place)) = (passage.kind.attribution(), place) {
                let start = values.len();
                if let Some(known) = &attributed[place] {
                    values.again(Range::clone(known));
                } else {
                    add_attribution(&mut values, fields, columns, attribution, writing);
                    attributed[place] = Some(start..values.len());
                }
            }
            values.end();
        }
        written.give_back(writing);
        Ok(values.documents())
    }
}

/// The term that all documents of an article have.
pub(super) fn article_tag(id: &str) -> String {
    format!("a:{id}")
}

/// The term of the source read from `path`.
pub(super) fn source_tag(path: &str) -> String {
    format!("s:{path}")
}

/// A day as a number: days since the first of January 1970.
pub(super) fn day_number(day: Day) -> i64 {
    day.duration_since(EPOCH).as_hours() / 24
}

/// The day of a number.
pub(super) fn number_day(number: i64) -> Option<Day> {
    let hours = number.checked_mul(24)?;
    EPOCH
        .checked_add(jiff::SignedDuration::from_hours(hours))
        .ok()
}

/// A number made from the id of a passage.
pub(super) fn id_number(id: &str) -> u64 {
    number(blake3::hash(id.as_bytes()).as_bytes()) >> 32
}

fn number(hash: &[u8; 32]) -> u64 {
    hash.iter()
        .take(8)
        .fold(0, |number, &byte| number << 8 | u64::from(byte))
}

fn kind_number(kind: &Kind) -> u64 {
    match kind {
        Kind::Quote(_) => 0,
        Kind::Claim(_) => 1,
        Kind::Fact => 2,
    }
}

/// A number for the words of a passage, whatever their case and marks; 0 for few words.
fn same(words: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut count = 0;
    let mut inside = false;
    for c in words.chars() {
        if c.is_ascii_alphanumeric() || !c.is_ascii() && c.is_alphanumeric() {
            count += usize::from(!inside);
            inside = true;
            hash = (hash ^ u64::from(c.to_ascii_lowercase())).wrapping_mul(0x100_0000_01b3);
        } else if !matches!(c, '\'' | '’') {
            inside = false;
        }
    }
    if count < SAME_WORDS {
        0
    } else {
        (hash ^ hash >> 32) & 0xffff_ffff
    }
}

/// For each passage, whether its words (1) and its context (2) are counted with earlier passages already, so that what
/// counts of an article is each of its words once, however it is cut.
fn repeats(passages: &[Passage]) -> Vec<u64> {
    let mut counted = Counted::default();
    passages
        .iter()
        .map(|passage| {
            let words = passage.words.spans();
            let around: Vec<Span> = passage
                .context
                .spans()
                .iter()
                .flat_map(|span| span.without(words))
                .collect();
            u64::from(!counted.take(words)) | u64::from(!counted.take(&around)) << 1
        })
        .collect()
}

/// The parts of a text that are counted, apart and in order.
#[derive(Default)]
struct Counted(Vec<Span>);

impl Counted {
    /// Counts `spans` if most of them is not counted yet, and tells whether it did.
    fn take(&mut self, spans: &[Span]) -> bool {
        let all: usize = spans.iter().map(|span| span.len()).sum();
        let new: usize = spans
            .iter()
            .flat_map(|span| span.without(self.near(*span)))
            .map(Span::len)
            .sum();
        let takes = new * 2 > all;
        for &span in spans.iter().filter(|span| takes && !span.is_empty()) {
            let from = self.0.partition_point(|known| known.end < span.start);
            let to = self.0.partition_point(|known| known.start <= span.end);
            let whole = self.0[from..to].iter().copied().fold(span, Span::cover);
            self.0.splice(from..to, [whole]);
        }
        takes
    }

    fn near(&self, span: Span) -> &[Span] {
        let from = self.0.partition_point(|known| known.end <= span.start);
        let to = self.0.partition_point(|known| known.start < span.end);
        &self.0[from..to.max(from)]
    }
}
