//! One part of the index as a searcher sees it: its terms, columns and records.

use std::sync::{Arc, OnceLock};

use tantivy::columnar::{Column, ColumnIndex, ColumnValues, StrColumn};
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::SegmentPostings;
use tantivy::schema::{Field, IndexRecordOption, Term, Value};
use tantivy::store::StoreReader;
use tantivy::{DocId, InvertedIndexReader, SegmentReader, TantivyDocument};

use super::blocks::Blocks;
use super::docs::{self, Docs, END};
use super::mates::Bits;
use crate::error::{Error, ErrorKind, Result};
use crate::index::folder::told;
use crate::index::packing::unpacked;
use crate::index::record::Record;
use crate::index::schema as columns;
use crate::index::schema::Fields;

/// A part of the index. Columns are opened when they are needed first: most queries need few.
pub(super) struct Segment {
    pub(super) reader: SegmentReader,
    pub(super) fields: Fields,
    store: OnceLock<StoreReader>,
    nth: OnceLock<Values>,
    pub(super) begins: OnceLock<Arc<Bits>>,
    kind: OnceLock<Values>,
    attribution: OnceLock<Values>,
    medium: OnceLock<Values>,
    same: OnceLock<Values>,
    id: OnceLock<Values>,
    repeats: OnceLock<Values>,
    hash: OnceLock<Values>,
    commit: OnceLock<Values>,
    length: OnceLock<Values>,
    day: OnceLock<Column<i64>>,
    said_from: OnceLock<Column<i64>>,
    said_to: OnceLock<Column<i64>>,
    sketch: OnceLock<[Column<u64>; 2]>,
    articles: OnceLock<Vec<DocId>>,
}

/// A column of numbers, nought where there is none.
pub(super) type Values = Arc<dyn ColumnValues<u64>>;

impl Segment {
    pub(super) fn new(reader: SegmentReader, fields: Fields) -> Self {
        Self {
            reader,
            fields,
            store: OnceLock::new(),
            nth: OnceLock::new(),
            begins: OnceLock::new(),
            kind: OnceLock::new(),
            attribution: OnceLock::new(),
            medium: OnceLock::new(),
            same: OnceLock::new(),
            id: OnceLock::new(),
            repeats: OnceLock::new(),
            hash: OnceLock::new(),
            commit: OnceLock::new(),
            length: OnceLock::new(),
            day: OnceLock::new(),
            said_from: OnceLock::new(),
            said_to: OnceLock::new(),
            sketch: OnceLock::new(),
            articles: OnceLock::new(),
        }
    }

    pub(super) fn max_doc(&self) -> DocId {
        self.reader.max_doc()
    }

    pub(super) fn alive(&self, doc: DocId) -> bool {
        !self.reader.is_deleted(doc)
    }

    pub(super) fn nth(&self) -> Result<&Values> {
        self.values(&self.nth, columns::NTH)
    }

    pub(super) fn blocks(&self) -> Result<Blocks> {
        Ok(Blocks {
            nth: self.nth()?.clone(),
            begins: self.begins.get().cloned(),
            max: self.max_doc(),
        })
    }

    pub(super) fn kind(&self) -> Result<&Values> {
        self.values(&self.kind, columns::KIND)
    }

    pub(super) fn attribution(&self) -> Result<&Values> {
        self.values(&self.attribution, columns::ATTRIBUTION)
    }

    pub(super) fn medium(&self) -> Result<&Values> {
        self.values(&self.medium, columns::MEDIUM)
    }

    pub(super) fn same(&self) -> Result<&Values> {
        self.values(&self.same, columns::SAME)
    }

    pub(super) fn id(&self) -> Result<&Values> {
        self.values(&self.id, columns::ID)
    }

    pub(super) fn repeats(&self) -> Result<&Values> {
        self.values(&self.repeats, columns::REPEATS)
    }

    pub(super) fn hash(&self) -> Result<&Values> {
        self.values(&self.hash, columns::HASH)
    }

    pub(super) fn commit(&self) -> Result<&Values> {
        self.values(&self.commit, columns::COMMIT)
    }

    pub(super) fn length(&self) -> Result<&Values> {
        self.values(&self.length, columns::LENGTH)
    }

    pub(super) fn day(&self) -> Result<&Column<i64>> {
        self.days(&self.day, columns::DAY)
    }

    pub(super) fn said_from(&self) -> Result<&Column<i64>> {
        self.days(&self.said_from, columns::SAID_FROM)
    }

    pub(super) fn said_to(&self) -> Result<&Column<i64>> {
        self.days(&self.said_to, columns::SAID_TO)
    }

    /// The values of a column, in the order of the documents that have one.
    pub(super) fn numbers(&self, column: &str) -> Result<Values> {
        Ok(self.column::<u64>(column)?.values)
    }

    pub(super) fn names(&self, column: &str) -> Result<Option<StrColumn>> {
        self.reader
            .fast_fields()
            .str(column)
            .map_err(|error| told(&error, READ))
    }

    /// The document of the article that holds `doc`.
    pub(super) fn article(&self, doc: DocId) -> Result<DocId> {
        let nth = self.nth()?.get_val(doc);
        Ok(doc.saturating_sub(u32::try_from(nth).unwrap_or(u32::MAX)))
    }

    pub(super) fn terms(&self, field: Field) -> Result<Arc<InvertedIndexReader>> {
        self.reader
            .inverted_index(field)
            .map_err(|error| told(&error, READ))
    }

    pub(super) fn norms(&self, field: Field) -> Result<FieldNormReader> {
        self.reader
            .get_fieldnorms_reader(field)
            .map_err(|error| told(&error, READ))
    }

    /// The documents with `term` in `field`, if there are any.
    pub(super) fn term(&self, field: Field, term: &str) -> Result<Option<docs::Term>> {
        let term = Term::from_field_text(field, term);
        let block = self
            .terms(field)?
            .read_block_postings(&term, IndexRecordOption::WithFreqs)
            .map_err(|error| told(&error.into(), READ))?;
        Ok(block.map(docs::Term::new))
    }

    /// The same with the positions at which it stands.
    pub(super) fn positions(&self, field: Field, term: &str) -> Result<Option<SegmentPostings>> {
        let term = Term::from_field_text(field, term);
        self.terms(field)?
            .read_postings(&term, IndexRecordOption::WithFreqsAndPositions)
            .map_err(|error| told(&error.into(), READ))
    }

    /// The living documents of articles.
    pub(super) fn articles(&self) -> Result<&[DocId]> {
        if let Some(articles) = self.articles.get() {
            return Ok(articles);
        }
        let articles = self.tagged(columns::TAG_ARTICLE)?;
        Ok(self.articles.get_or_init(|| articles))
    }

    /// The living documents with the tag `tag`.
    pub(super) fn tagged(&self, tag: &str) -> Result<Vec<DocId>> {
        let docs = self.term(self.fields.tag, tag)?;
        Ok(docs.map_or_else(Vec::new, |docs| self.living(docs).collect()))
    }

    /// The first of them.
    pub(super) fn first_tagged(&self, tag: &str) -> Result<Option<DocId>> {
        let docs = self.term(self.fields.tag, tag)?;
        Ok(docs.and_then(|docs| self.living(docs).next()))
    }

    /// The living documents of the articles whose sketch has this lane, as [`terms`](crate::index::sketch::terms) gives it.
    pub(super) fn with_lane(&self, lane: u64) -> Result<Vec<DocId>> {
        let term = Term::from_field_u64(self.fields.lane, lane);
        let block = self
            .terms(self.fields.lane)?
            .read_block_postings(&term, IndexRecordOption::Basic)
            .map_err(|error| told(&error.into(), READ))?;
        let docs = block.map(docs::Term::new);
        Ok(docs.map_or_else(Vec::new, |docs| self.living(docs).collect()))
    }

    /// The sketch of an article.
    pub(super) fn sketch(&self, article: DocId) -> Result<[u64; 2]> {
        let halves = if let Some(halves) = self.sketch.get() {
            halves
        } else {
            let [one, other] = columns::SKETCH;
            let opened = [self.column(one)?, self.column(other)?];
            self.sketch.get_or_init(|| opened)
        };
        Ok([0, 1].map(|half| halves[half].first(article).unwrap_or(0)))
    }

    fn living(&self, mut docs: docs::Term) -> impl Iterator<Item = DocId> {
        let all = std::iter::from_fn(move || {
            let doc = docs.doc();
            docs.advance();
            (doc != END).then_some(doc)
        });
        all.filter(|&doc| self.alive(doc))
    }

    /// The bytes kept with an article or source.
    pub(super) fn bytes(&self, doc: DocId) -> Result<Vec<u8>> {
        let failed = |error: &tantivy::TantivyError| told(error, READ);
        let store = if let Some(store) = self.store.get() {
            store
        } else {
            let opened = self.reader.get_store_reader(0);
            let opened = opened.map_err(|error| failed(&error.into()))?;
            self.store.get_or_init(|| opened)
        };
        let document = store.get_document_bytes(doc);
        let document = document.map_err(|error| failed(&error))?;
        let bytes = if let Some(bytes) = only_bytes(&document) {
            self.unpacked(bytes)
        } else {
            let document: TantivyDocument = store.get(doc).map_err(|error| failed(&error))?;
            let bytes = document.get_first(self.fields.record);
            bytes.and_then(|value| self.unpacked(value.as_bytes()?))
        };
        bytes.ok_or_else(|| {
            Error::new(
                ErrorKind::Damaged,
                "an article in the index cannot be unpacked",
            )
            .hint("`onrecord reindex PATH…` makes it anew from its sources")
        })
    }

    fn unpacked(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        if self.fields.packed {
            unpacked(bytes)
        } else {
            Some(bytes.to_vec())
        }
    }

    pub(super) fn record(&self, article: DocId) -> Result<Record> {
        Record::read(self.bytes(article)?)
    }

    fn values<'s>(&'s self, cell: &'s OnceLock<Values>, name: &str) -> Result<&'s Values> {
        if let Some(values) = cell.get() {
            return Ok(values);
        }
        let column = self.column::<u64>(name)?;
        Ok(cell.get_or_init(|| match column.index {
            // Where every document has one, nothing stands between.
            ColumnIndex::Full => column.values,
            _ => column.first_or_default_col(0),
        }))
    }

    fn days<'s>(&'s self, cell: &'s OnceLock<Column<i64>>, name: &str) -> Result<&'s Column<i64>> {
        if let Some(values) = cell.get() {
            return Ok(values);
        }
        let column = self.column::<i64>(name)?;
        Ok(cell.get_or_init(|| column))
    }

    fn column<T>(&self, name: &str) -> Result<Column<T>>
    where
        T: tantivy::columnar::HasAssociatedColumnType
            + Copy
            + PartialOrd
            + std::fmt::Debug
            + Send
            + Sync
            + 'static
            + Default,
        tantivy::columnar::DynamicColumn: Into<Option<Column<T>>>,
    {
        let column = self
            .reader
            .fast_fields()
            .column_opt::<T>(name)
            .map_err(|error| told(&error, READ))?;
        Ok(column.unwrap_or_else(|| Column::build_empty_column(self.max_doc())))
    }
}

/// The value of a document that holds nothing but one field of bytes, as tantivy writes it: how many fields, which one,
/// of what type, how many bytes. tantivy itself reads a byte at a time. `None` where it looks otherwise.
fn only_bytes(document: &[u8]) -> Option<&[u8]> {
    /// Set in the last byte of a number.
    const LAST: u8 = 0x80;
    let (&[one, _, _, _, _, _], rest) = document.split_first_chunk()?;
    let (mut length, mut digits) = (0_usize, 0);
    loop {
        let byte = *rest.get(digits)?;
        let shift = u32::try_from(digits).ok()?.checked_mul(7)?;
        length |= usize::from(byte & !LAST).checked_shl(shift)?;
        digits += 1;
        if byte & LAST != 0 {
            break;
        }
    }
    let value = &rest[digits..];
    (one == LAST | 1 && value.len() == length).then_some(value)
}

const READ: &str = "read the index";
