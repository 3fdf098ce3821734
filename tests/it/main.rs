//! Everything tested from outside: the program as it is run, and rules about the repository itself.

mod layers;
