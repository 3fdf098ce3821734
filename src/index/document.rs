//! A document as tantivy takes it: its share of the values of its whole block, which are held but once.

use std::iter::Empty;
use std::ops::Range;
use std::slice::Iter;
use std::sync::Arc;

use tantivy::schema::document::{ReferenceValue, ReferenceValueLeaf};
use tantivy::schema::{Field, Value};

/// The values of the documents of a block, in the making.
#[derive(Debug, Default)]
pub(super) struct Values {
    /// All texts, one behind the other.
    pub(super) texts: String,
    bytes: Vec<u8>,
    fields: Vec<(Field, Place)>,
    /// Where in `fields` each document ends.
    ends: Vec<usize>,
}

/// A value, or where it is.
#[derive(Debug, Clone)]
enum Place {
    Text(Range<usize>),
    Bytes,
    Number(u64),
    Signed(i64),
}

impl Values {
    pub(super) fn with_capacity(texts: usize, documents: usize) -> Self {
        Self {
            texts: String::with_capacity(texts),
            fields: Vec::with_capacity(12 * documents),
            ends: Vec::with_capacity(documents),
            ..Self::default()
        }
    }

    /// A text that stands in `texts`.
    pub(super) fn text_at(&mut self, field: Field, place: Range<usize>) {
        self.fields.push((field, Place::Text(place)));
    }

    /// A text that is written to the end of `texts`, and where it stands now.
    pub(super) fn written(
        &mut self,
        field: Field,
        write: impl FnOnce(&mut String),
    ) -> Range<usize> {
        let start = self.texts.len();
        write(&mut self.texts);
        let place = start..self.texts.len();
        self.text_at(field, place.clone());
        place
    }

    /// A text put together of `parts`, and where it stands now.
    pub(super) fn text(&mut self, field: Field, parts: &[&str]) -> Range<usize> {
        self.written(field, |texts| texts.extend(parts.iter().copied()))
    }

    /// The bytes of the block, of which there are some only once.
    pub(super) fn bytes(&mut self, field: Field, bytes: Vec<u8>) {
        self.bytes = bytes;
        self.fields.push((field, Place::Bytes));
    }

    pub(super) fn number(&mut self, field: Field, number: u64) {
        self.fields.push((field, Place::Number(number)));
    }

    pub(super) fn signed(&mut self, field: Field, number: i64) {
        self.fields.push((field, Place::Signed(number)));
    }

    /// How many values there are.
    pub(super) fn len(&self) -> usize {
        self.fields.len()
    }

    /// The values at `places` once more.
    pub(super) fn again(&mut self, places: Range<usize>) {
        self.fields.extend_from_within(places);
    }

    /// What comes now belongs to another document.
    pub(super) fn end(&mut self) {
        self.ends.push(self.fields.len());
    }

    /// The documents, in order.
    pub(super) fn documents(self) -> impl Iterator<Item = Document> {
        let values = Arc::new(self);
        (0..values.ends.len()).map(move |nth| Document {
            values: Arc::clone(&values),
            nth,
        })
    }
}

/// One document of a block.
#[derive(Debug)]
pub(super) struct Document {
    values: Arc<Values>,
    nth: usize,
}

impl tantivy::Document for Document {
    type Value<'a> = Held<'a>;
    type FieldsValuesIter<'a> = Fields<'a>;

    fn iter_fields_and_values(&self) -> Fields<'_> {
        let ends = &self.values.ends;
        let start = self.nth.checked_sub(1).map_or(0, |before| ends[before]);
        Fields {
            values: &self.values,
            left: self.values.fields[start..ends[self.nth]].iter(),
        }
    }
}

/// The fields of a document that are still to come.
pub(super) struct Fields<'a> {
    values: &'a Values,
    left: Iter<'a, (Field, Place)>,
}

impl<'a> Iterator for Fields<'a> {
    type Item = (Field, Held<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let (field, place) = self.left.next()?;
        let held = match place {
            Place::Text(place) => Held::Text(&self.values.texts[place.clone()]),
            Place::Bytes => Held::Bytes(&self.values.bytes),
            Place::Number(number) => Held::Number(*number),
            Place::Signed(number) => Held::Signed(*number),
        };
        Some((*field, held))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.left.size_hint()
    }
}

/// A value of a document.
#[derive(Debug, Clone, Copy)]
pub(super) enum Held<'a> {
    Text(&'a str),
    Bytes(&'a [u8]),
    Number(u64),
    Signed(i64),
}

impl<'a> Value<'a> for Held<'a> {
    type ArrayIter = Empty<Self>;
    type ObjectIter = Empty<(&'a str, Self)>;

    fn as_value(&self) -> ReferenceValue<'a, Self> {
        ReferenceValue::Leaf(match *self {
            Self::Text(text) => ReferenceValueLeaf::Str(text),
            Self::Bytes(bytes) => ReferenceValueLeaf::Bytes(bytes),
            Self::Number(number) => ReferenceValueLeaf::U64(number),
            Self::Signed(number) => ReferenceValueLeaf::I64(number),
        })
    }
}
