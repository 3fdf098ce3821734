//! Where what is kept: one article with its passages is a block of documents, the article first.
//!
//! The article's document holds the only copy of its text, with a compact record of the passages, and what is the same
//! for all of them: headline, publisher, byline, day. A passage's document holds its own words and a few numbers. A
//! block is added in one go and taken out in one go, and merging keeps the order of documents, so that the n-th
//! document after an article is always its n-th passage.

use tantivy::schema::{
    FAST, Field, IndexRecordOption, NumericOptions, STORED, Schema, TextFieldIndexing, TextOptions,
};

/// The name of the analysis of words, see [`super::tokens`].
pub(super) const ANALYSIS: &str = "onrecord";

/// The place of a document in its block: 0 for an article or a source, from 1 for passages.
///
/// This, [`ATTRIBUTION`] and [`SAME`] every document has: where none is missing, a column is read much faster.
pub(super) const NTH: &str = "nth";
/// The kind of a passage, as in [`KindName::ALL`](crate::query::KindName::ALL).
pub(super) const KIND: &str = "kind";
/// Which attribution of its article a passage has, counted from one; 0 for none.
pub(super) const ATTRIBUTION: &str = "attribution";
/// Through what it was said, counted from one as in [`Medium::ALL`](crate::attribution::Medium::ALL); 0 for none.
pub(super) const MEDIUM: &str = "medium";
/// A number made from the words of a passage, the same for the same words; 0 where they are too few to tell.
pub(super) const SAME: &str = "same";
/// A number made from the id of a passage.
pub(super) const ID: &str = "id";
/// Whether the words of a passage, or of its context, stand in an earlier passage of the block as well.
pub(super) const REPEATS: &str = "repeats";
/// The speaker's full name.
pub(super) const NAME: &str = "name";
/// The cue, folded.
pub(super) const CUE_WORDS: &str = "cue_words";
/// The first and the last day on which a passage was said.
pub(super) const SAID_FROM: &str = "said_from";
/// See [`SAID_FROM`].
pub(super) const SAID_TO: &str = "said_to";
/// The day on which an article was published.
pub(super) const DAY: &str = "day";
/// A number made from all of an article and its passages.
pub(super) const HASH: &str = "hash";
/// The commit that an article came with.
pub(super) const COMMIT: &str = "commit";
/// The bytes of an article's text.
pub(super) const LENGTH: &str = "length";
/// The two halves of an article's sketch, see [`super::sketch`].
pub(super) const SKETCH: [&str; 2] = ["sketch", "sketch_more"];
/// Who published an article, as written.
pub(super) const PUBLISHER_NAME: &str = "publisher_name";

/// What is an article, whatever else it is.
pub(super) const TAG_ARTICLE: &str = "article";
/// What is a source.
pub(super) const TAG_SOURCE: &str = "source";

/// The fields that hold terms or stored bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    /// Of a passage: its words.
    pub(super) words: Field,
    /// Of a passage: the words around it.
    pub(super) context: Field,
    /// Of a passage: the names of its speaker and the words of its source.
    pub(super) speaker: Field,
    /// Of a passage: its cue.
    pub(super) cue: Field,
    /// Of an article.
    pub(super) headline: Field,
    /// Of an article.
    pub(super) publisher: Field,
    /// Of an article.
    pub(super) byline: Field,
    /// Exact marks: `kind:quote`, `medium:tweet`, `a:ID` for all of a block, `s:PATH`.
    pub(super) tag: Field,
    /// Of an article: the lanes of its sketch, see [`super::sketch`].
    pub(super) lane: Field,
    /// Of an article or source: see [`super::record`].
    pub(super) record: Field,
    /// Whether records are packed, see [`super::packing`]; in the first formats they were not.
    pub(super) packed: bool,
}

/// The name of the field of records, and the one that it had before they were packed.
const RECORD: [&str; 2] = ["packed", "record"];

impl Fields {
    /// The fields of an older format. Only those of what is kept must be there.
    pub(super) fn of_former(schema: &Schema) -> Option<Self> {
        let record = RECORD.map(|name| schema.get_field(name).ok());
        let tag = schema.get_field("tag").ok()?;
        let or_tag = |name| schema.get_field(name).unwrap_or(tag);
        Some(Self {
            words: or_tag("words"),
            context: or_tag("context"),
            speaker: or_tag("speaker"),
            cue: or_tag("cue"),
            headline: or_tag("headline"),
            publisher: or_tag("publisher"),
            byline: or_tag("byline"),
            lane: or_tag("lane"),
            tag,
            record: record[0].or(record[1])?,
            packed: record[0].is_some(),
        })
    }
}

/// The schema, the same for every index of this format.
pub(super) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let text = |norms: bool| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(ANALYSIS)
                .set_index_option(IndexRecordOption::WithFreqsAndPositions)
                .set_fieldnorms(norms),
        )
    };
    let raw = TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false),
    );
    let column = TextOptions::default().set_fast("raw");
    let fields = Fields {
        words: builder.add_text_field("words", text(true)),
        context: builder.add_text_field("context", text(false)),
        speaker: builder.add_text_field("speaker", text(false)),
        cue: builder.add_text_field("cue", text(false)),
        headline: builder.add_text_field("headline", text(false)),
        publisher: builder.add_text_field("publisher", text(false)),
        byline: builder.add_text_field("byline", text(false)),
        tag: builder.add_text_field("tag", raw),
        lane: builder.add_u64_field("lane", NumericOptions::default().set_indexed()),
        record: builder.add_bytes_field(RECORD[0], STORED),
        packed: true,
    };
    for name in [
        NTH,
        KIND,
        ATTRIBUTION,
        MEDIUM,
        SAME,
        ID,
        REPEATS,
        HASH,
        COMMIT,
        LENGTH,
        SKETCH[0],
        SKETCH[1],
    ] {
        builder.add_u64_field(name, FAST);
    }
    for name in [SAID_FROM, SAID_TO, DAY] {
        builder.add_i64_field(name, FAST);
    }
    for name in [NAME, CUE_WORDS, PUBLISHER_NAME] {
        builder.add_text_field(name, column.clone());
    }
    (builder.build(), fields)
}
