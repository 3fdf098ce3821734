//! How the program is linked.
#![expect(clippy::print_stdout, reason = "so a build script speaks")]

fn main() {
    println!("cargo::rerun-if-changed=src/bin/onrecord/link.rs");
    let of = |name: &str| std::env::var(name).unwrap_or_default();
    // A program that is loaded at an address chosen by chance has tens of thousands of addresses in its tables to
    // correct at every start, which takes longer than most queries. Heap, stack and libraries still lie where chance
    // puts them.
    if of("CARGO_CFG_TARGET_OS") == "linux" && of("CARGO_CFG_TARGET_ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
