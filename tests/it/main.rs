//! Everything tested from outside: the program as it is run, the articles of the corpus, and rules about the repository.

mod cli;
mod corpus;
mod desk;
mod json;
mod layers;
mod listing;
mod looking;
mod schema;
