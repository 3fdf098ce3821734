//! Who said what, on the record: cuts news articles into quotes, claims and facts, and searches them.
//!
//! Three verbs share a handful of nouns and never meet. [`read`] turns bytes into an [`Article`],
//! [`split`] turns an article into [`Passage`]s, [`index`] keeps passages and answers a
//! [`Query`](query::Query) with hits. The program joins them in a loop of a few lines.
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
