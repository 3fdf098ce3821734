//! What a shell wants to know of the program: completions, man pages, the schema of its JSON.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::args::Cli;
use crate::exit::Outcome;
use crate::terminal;

/// Print the completions for a shell
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  onrecord completions bash > ~/.local/share/bash-completion/completions/onrecord
  onrecord completions zsh > ~/.zfunc/_onrecord
  onrecord completions fish > ~/.config/fish/completions/onrecord.fish")]
pub(crate) struct Completions {
    /// The shell: bash, zsh, fish, elvish or powershell
    #[arg(value_enum, hide_possible_values = true)]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(self) -> anyhow::Result<Outcome> {
        // Written to memory first: the generator panics when its writer fails.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "onrecord", &mut script);
        print(&script)
    }
}

/// Print the man page, or write one for each command
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  onrecord man | man -l -
  onrecord man --to ~/.local/share/man/man1")]
pub(crate) struct Man {
    /// Write the pages of all commands into this folder
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
}

impl Man {
    pub(crate) fn run(self) -> anyhow::Result<Outcome> {
        if let Some(folder) = self.to {
            std::fs::create_dir_all(&folder)?;
            clap_mangen::generate_to(Cli::command(), &folder)?;
            return Ok(Outcome::Done);
        }
        let mut page = Vec::new();
        clap_mangen::Man::new(Cli::command()).render(&mut page)?;
        print(&page)
    }
}

/// Print the JSON Schema of what --format json and jsonl print
#[derive(Debug, Args)]
pub(crate) struct Schema {}

impl Schema {
    pub(crate) fn run() -> anyhow::Result<Outcome> {
        print(include_bytes!("schema.json"))
    }
}

fn print(text: &[u8]) -> anyhow::Result<Outcome> {
    let mut out = terminal::data();
    out.write_all(text)?;
    out.finish()?;
    Ok(Outcome::Done)
}
