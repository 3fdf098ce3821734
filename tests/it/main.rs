//! Everything tested from outside.

mod corpus;
mod listing;
