//! The documents of one article: its own first, then those of its passages.

use tantivy::TantivyDocument;
use tantivy::schema::Schema;

use super::packing::Packer;
use super::record;
use super::schema as columns;
use super::schema::Fields;
use super::search::names;
use super::sketch::{self, Runs};
use super::tokens::{append, jump};
use crate::article::Article;
use crate::attribution::{Attribution, Medium, Speaker};
use crate::date::Day;
use crate::error::Result;
use crate::passage::{Kind, Passage};
use crate::text::Span;
use crate::text::fold;

/// Fewer words than this say the same thing by chance.
const SAME_WORDS: usize = 5;
/// Between two names of a speaker, so that no phrase runs from one into the other.
const BETWEEN_NAMES: usize = 16;

const EPOCH: Day = jiff::civil::date(1970, 1, 1);

/// The columns by their fields.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    nth: tantivy::schema::Field,
    kind: tantivy::schema::Field,
    attribution: tantivy::schema::Field,
    medium: tantivy::schema::Field,
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
    name: tantivy::schema::Field,
    cue_words: tantivy::schema::Field,
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
    pub(super) fn no_passage(self, document: &mut TantivyDocument) {
        for column in [self.nth, self.attribution, self.same] {
            document.add_u64(column, 0);
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
        packer: &mut Packer,
    ) -> Result<Vec<TantivyDocument>> {
        let tag = article_tag(&article.id);
        let mut documents = Vec::with_capacity(passages.len() + 1);
        let mut document = TantivyDocument::default();
        document.add_text(fields.tag, &tag);
        document.add_text(fields.tag, columns::TAG_ARTICLE);
        for (field, text) in [
            (fields.headline, &article.headline),
            (fields.publisher, &article.publisher),
            (fields.byline, &article.byline),
            (columns.publisher_name, &article.publisher),
        ] {
            if let Some(text) = text {
                document.add_text(field, text);
            }
        }
        document.add_bytes(fields.record, &packer.pack(&self.record)?);
        columns.no_passage(&mut document);
        document.add_u64(columns.hash, self.hash);
        document.add_u64(columns.commit, commit);
        document.add_u64(columns.length, article.text.len() as u64);
        let sketch = Runs::of(article).sketch();
        for (field, half) in columns.sketch.into_iter().zip(sketch) {
            document.add_u64(field, half);
        }
        for term in sketch::terms(sketch) {
            document.add_u64(fields.lane, term);
        }
        if let Some(day) = article.published {
            document.add_i64(columns.day, day_number(day));
        }
        documents.push(document);
        let repeats = repeats(passages);
        for (nth, passage) in passages.iter().enumerate() {
            let mut document = TantivyDocument::default();
            document.add_text(fields.tag, &tag);
            document.add_text(fields.tag, format!("kind:{}", passage.kind.as_str()));
            document.add_u64(columns.nth, nth as u64 + 1);
            document.add_u64(columns.kind, kind_number(&passage.kind));
            document.add_u64(columns.same, same(passage.words.text()));
            document.add_u64(columns.id, id_number(&passage.id));
            if repeats[nth] > 0 {
                document.add_u64(columns.repeats, repeats[nth]);
            }
            add_words(&mut document, fields, article, passage);
            if let Some(said) = &passage.said {
                document.add_i64(columns.said_from, day_number(said.days.from));
                document.add_i64(columns.said_to, day_number(said.days.to));
            }
            let place = self.attributions.get(nth).copied().flatten();
            document.add_u64(
                columns.attribution,
                place.map_or(0, |place| place as u64 + 1),
            );
            if let Some(attribution) = passage.kind.attribution() {
                add_attribution(&mut document, fields, columns, attribution);
            }
            documents.push(document);
        }
        Ok(documents)
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

/// The words of a passage's context that are not its own.
#[derive(Default)]
pub(super) struct Around {
    pub(super) before: String,
    pub(super) among: String,
    pub(super) after: String,
}

impl Around {
    pub(super) fn of(text: &str, passage: &Passage) -> Self {
        let mut around = Self::default();
        let extent = passage.words.extent();
        for span in passage.context.spans() {
            for piece in span.without(passage.words.spans()) {
                let side = if piece.end <= extent.start {
                    &mut around.before
                } else if piece.start >= extent.end {
                    &mut around.after
                } else {
                    &mut around.among
                };
                append(side, piece.of(text));
                side.push(' ');
            }
        }
        around
    }
}

/// The words of a passage, and around them, at positions that go on from one to the other, those of its context.
fn add_words(document: &mut TantivyDocument, fields: Fields, article: &Article, passage: &Passage) {
    if passage.context.spans() == passage.words.spans() {
        document.add_text(fields.words, passage.words.text());
        return;
    }
    let Around {
        before,
        among,
        after,
    } = Around::of(&article.text, passage);
    let first = count(&before);
    if first > 0 {
        let mut words = String::with_capacity(passage.words.text().len() + 8);
        jump(&mut words, first);
        append(&mut words, passage.words.text());
        document.add_text(fields.words, &words);
    } else {
        document.add_text(fields.words, passage.words.text());
    }
    let mut context = before;
    if !after.is_empty() || !among.is_empty() {
        jump(&mut context, first + count(passage.words.text()));
        context.push_str(&after);
        if !among.is_empty() {
            jump(
                &mut context,
                first + count(passage.words.text()) + count(&after) + BETWEEN_NAMES,
            );
            context.push_str(&among);
        }
    }
    if !context.is_empty() {
        document.add_text(fields.context, &context);
    }
}

fn add_attribution(
    document: &mut TantivyDocument,
    fields: Fields,
    columns: Columns,
    attribution: &Attribution,
) {
    let mut names = String::new();
    let mut position = 0;
    let mut add = |name: &str| {
        jump(&mut names, position);
        append(&mut names, name);
        position += BETWEEN_NAMES;
    };
    match &attribution.speaker {
        Speaker::Named(name) => {
            add(&name.full);
            name.others.iter().for_each(|other| add(other));
            document.add_text(columns.name, &name.full);
            let mut shorts: Vec<String> = name
                .others
                .iter()
                .filter_map(|other| names::short(&name.full, other))
                .collect();
            shorts.sort_unstable();
            shorts.dedup();
            for short in shorts {
                document.add_text(fields.tag, short);
            }
        }
        Speaker::Described(words) => add(words),
        Speaker::Unnamed => {}
    }
    if let Some(handle) = &attribution.handle {
        add(handle);
    }
    if !names.is_empty() {
        document.add_text(fields.speaker, &names);
    }
    if let Some(cue) = &attribution.cue {
        document.add_text(fields.cue, cue.text());
        document.add_text(columns.cue_words, fold::folded(cue.text()));
    }
    if let Some(medium) = attribution.medium {
        document.add_text(fields.tag, format!("medium:{}", medium.as_str()));
        let place = Medium::ALL.iter().position(|each| *each == medium);
        document.add_u64(columns.medium, place.map_or(0, |place| place as u64 + 1));
    }
}

/// How many words there are.
fn count(text: &str) -> usize {
    let mut words = fold::Words::new(text);
    let mut count = 0;
    while words.next().is_some() {
        count += 1;
    }
    count
}
