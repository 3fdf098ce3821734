//! Who said what, on the record: cuts news articles into quotes, claims and facts, and searches them.
//!
//! Three verbs share a handful of nouns and never meet. [`read`] turns bytes into an [`Article`],
//! [`split`] turns an article into [`Passage`]s, [`index`] keeps passages and answers a
//! [`Query`](query::Query) with hits. The program joins them in a loop of a few lines.
//!
//! ```
//! use onrecord::article::Article;
//! use onrecord::split;
//! use onrecord::text::Span;
//!
//! let text = "“The dam will hold,” said Ann Lee, the mayor. It rained all night.".to_owned();
//! let body = vec![Span::whole(&text)];
//! let article = Article { id: "rain".to_owned(), text, body, ..Article::default() };
//!
//! let passages = split::passages(&article);
//! let quote = &passages[0];
//! assert_eq!(quote.words.text(), "The dam will hold");
//! let attribution = quote.kind.attribution().expect("a quote is somebody's");
//! assert_eq!(attribution.speaker.name(), Some("Ann Lee"));
//! assert_eq!(passages[1].kind.as_str(), "fact");
//! ```
//!
//! [`Article`]: article::Article
//! [`Passage`]: passage::Passage

pub mod error;

pub mod text;

pub mod date;

pub mod article;
pub mod attribution;

pub mod passage;

pub mod query;

pub mod index;
pub mod read;
pub mod split;
