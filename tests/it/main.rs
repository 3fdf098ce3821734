//! Everything tested from outside: the program as it is run, the articles of the corpus, and rules about the repository.

mod cli;
mod corpus;
mod desk;
mod export;
mod faults;
mod json;
mod killed;
mod layers;
mod listing;
mod looking;
#[cfg(all(feature = "archives", feature = "warc", feature = "xml"))]
mod mutated;
#[cfg(all(feature = "archives", feature = "warc", feature = "xml"))]
mod reading;
mod readme;
mod schema;
mod stories;
mod upgrade;
