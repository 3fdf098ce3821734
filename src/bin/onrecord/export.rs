//! `onrecord export`: all of the index, or what a query finds, in a form that others read.

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use onrecord::article::Article;
use onrecord::attribution::Speaker;
use onrecord::index::{Index, Stories};
use onrecord::passage::{Kind, Passage};
use onrecord::query::Query;
use onrecord::text::Span;
use serde_json::{Value, json};

use crate::args::{Asked, Place};
use crate::exit::Outcome;
use crate::place;
use crate::print::csv::Table;
use crate::print::json;
use crate::print::number::counted;
use crate::say::Voice;
use crate::terminal::{self, Out};
use crate::wire::{self, CodePoints};

/// Write the whole index, or all that a query finds, for other programs
#[derive(Debug, Args)]
#[command(after_long_help = "\
jsonl, csv and tsv have every passage as `query` prints it; json-ld has quotes and claims
as Quotation and Claim of schema.org; annotations has W3C Web Annotations, each with its
text and its place.

Examples:
  onrecord export > index.jsonl
  onrecord export --format json-ld speaker:krebs > krebs.jsonld
  onrecord export --format annotations --kind quote > quotes.json")]
pub(crate) struct Export {
    #[command(flatten)]
    asked: Asked,

    #[command(flatten)]
    place: Place,

    /// The form: jsonl, csv, tsv, json-ld or annotations
    #[arg(
        long,
        value_enum,
        default_value = "jsonl",
        value_name = "FORMAT",
        hide_possible_values = true
    )]
    format: Form,
}

/// A form that others read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Jsonl,
    Csv,
    Tsv,
    JsonLd,
    Annotations,
}

impl Export {
    pub(crate) fn run(self, voice: &mut Voice) -> anyhow::Result<Outcome> {
        let query = self.asked.query()?;
        let searcher = Index::open(place::existing(self.place.index)?)?.searcher()?;
        let mut writer = Writer::new(self.format)?;
        if query == Query::default() {
            // As they stand in the index, article by article, with no more than one held.
            let stories = searcher.all_same_stories()?;
            let mut failure = None;
            searcher.for_each_article(|article, passages| {
                failure = writer.article(&article, &passages, &stories).err();
                failure.is_none()
            })?;
            if let Some(error) = failure {
                return Err(error.into());
            }
        } else {
            let query = Query {
                all: true,
                limit: usize::MAX,
                ..query
            };
            let hits = searcher.search(&query)?.hits;
            let stories = searcher.same_stories(hits.iter().map(|hit| &*hit.article))?;
            for hit in hits {
                writer.article(&hit.article, std::slice::from_ref(&hit.passage), &stories)?;
            }
        }
        let written = writer.close()?;
        voice.note(counted(written, "passage"));
        Ok(Outcome::found(written > 0))
    }
}

struct Writer {
    form: Sheet,
    written: u64,
}

enum Sheet {
    Lines(Out),
    Table(Box<Table<Out>>),
    /// A document whose list is open.
    JsonLd(Out),
    Annotations(Out),
}

impl Writer {
    fn new(form: Form) -> io::Result<Self> {
        let mut out = terminal::data();
        let form = match form {
            Form::Jsonl => Sheet::Lines(out),
            Form::Csv => Sheet::Table(Box::new(Table::new(out, b',')?)),
            Form::Tsv => Sheet::Table(Box::new(Table::new(out, b'\t')?)),
            Form::JsonLd => {
                out.write_all(b"{\"@context\":\"https://schema.org\",\"@graph\":[")?;
                Sheet::JsonLd(out)
            }
            Form::Annotations => {
                out.write_all(b"{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:onrecord:export\",\"type\":\"AnnotationPage\",\"items\":[")?;
                Sheet::Annotations(out)
            }
        };
        Ok(Self { form, written: 0 })
    }

    fn article(
        &mut self,
        article: &Article,
        passages: &[Passage],
        stories: &Stories,
    ) -> io::Result<()> {
        let points = CodePoints::of(&article.text);
        let known = wire::Article::new(article, stories);
        for passage in passages {
            let object = match &mut self.form {
                Sheet::Lines(out) => {
                    json::line(out, &wire::Passage::new(passage, &known, &points))?;
                    self.written += 1;
                    continue;
                }
                Sheet::Table(table) => {
                    table.row(&wire::Passage::new(passage, &known, &points))?;
                    self.written += 1;
                    continue;
                }
                Sheet::JsonLd(_) => schema_org(article, passage),
                Sheet::Annotations(_) => Some(annotation(article, passage, &points)),
            };
            let (Sheet::JsonLd(out) | Sheet::Annotations(out), Some(object)) =
                (&mut self.form, object)
            else {
                continue;
            };
            write!(out, "{}\n{object}", if self.written > 0 { "," } else { "" })?;
            self.written += 1;
        }
        Ok(())
    }

    fn close(self) -> io::Result<u64> {
        match self.form {
            Sheet::Lines(out) => out.finish()?,
            Sheet::Table(mut table) => table.flush()?,
            Sheet::JsonLd(mut out) | Sheet::Annotations(mut out) => {
                out.write_all(b"\n]}\n")?;
                out.finish()?;
            }
        }
        Ok(self.written)
    }
}

/// A quote as a `Quotation`, a claim as a `Claim`; what the article says in its own voice is neither.
fn schema_org(article: &Article, passage: &Passage) -> Option<Value> {
    let attribution = passage.kind.attribution()?;
    let mut source = json!({ "@type": "NewsArticle", "identifier": article.id });
    let mut about = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            source[name] = value;
        }
    };
    about("headline", article.headline.as_deref().map(Value::from));
    about("url", article.url.as_deref().map(Value::from));
    about(
        "datePublished",
        article.published.map(|day| day.to_string().into()),
    );
    about(
        "author",
        article
            .byline
            .as_deref()
            .map(|by| json!({ "@type": "Person", "name": by })),
    );
    about(
        "publisher",
        article
            .publisher
            .as_deref()
            .map(|name| json!({ "@type": "Organization", "name": name })),
    );
    // A person or an organisation: the index does not keep which, so that neither is claimed.
    let speaker = match &attribution.speaker {
        Speaker::Named(name) => Some(json!({ "name": name.full, "alternateName": name.others })),
        Speaker::Described(words) => Some(json!({ "description": words })),
        Speaker::Unnamed => None,
    };
    let quote = matches!(passage.kind, Kind::Quote(_));
    let (kind, by, place) = if quote {
        ("Quotation", "spokenByCharacter", "isPartOf")
    } else {
        ("Claim", "author", "appearance")
    };
    let mut object = json!({
        "@type": kind,
        "@id": format!("urn:onrecord:{}", passage.id),
        "text": passage.words.text(),
    });
    object[place] = source;
    if let Some(speaker) = speaker {
        object[by] = speaker;
    }
    if let Some(said) = &passage.said
        && said.days.from == said.days.to
    {
        object["dateCreated"] = said.days.from.to_string().into();
    }
    Some(object)
}

/// Characters of the text around a quote that tell it from the same words elsewhere.
const AROUND: usize = 32;

fn annotation(article: &Article, passage: &Passage, points: &CodePoints<'_>) -> Value {
    let mut bodies = vec![json!({
        "type": "TextualBody",
        "purpose": "tagging",
        "value": passage.kind.as_str(),
    })];
    if let Some(name) = passage.kind.attribution().and_then(|a| a.speaker.name()) {
        bodies.push(json!({ "type": "TextualBody", "purpose": "identifying", "value": name }));
    }
    let source = match &article.url {
        Some(url) => url.clone(),
        None => format!("urn:onrecord:article:{}", article.id),
    };
    let targets: Vec<Value> = passage
        .words
        .spans()
        .iter()
        .map(|&span| {
            let [start, end] = points.place(span);
            let (prefix, suffix) = around(&article.text, span);
            json!({
                "source": source,
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": span.of(&article.text),
                        "prefix": prefix,
                        "suffix": suffix,
                    },
                    { "type": "TextPositionSelector", "start": start, "end": end },
                ],
            })
        })
        .collect();
    json!({
        "id": format!("urn:onrecord:{}", passage.id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies,
        "target": targets,
    })
}

/// What stands before and after `span`.
fn around(text: &str, span: Span) -> (&str, &str) {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let from = before
        .char_indices()
        .rev()
        .nth(AROUND - 1)
        .map_or(0, |(at, _)| at);
    let to = after
        .char_indices()
        .nth(AROUND)
        .map_or(after.len(), |(at, _)| at);
    (&before[from..], &after[..to])
}
