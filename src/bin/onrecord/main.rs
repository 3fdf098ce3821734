//! The program: arguments in, passages out. Alone it prints, and alone it joins reading, splitting and the index.

mod args;
mod exit;
mod pipeline;
mod print;
mod say;
mod terminal;
mod wire;

mod shell;
mod split;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};
use exit::Outcome;
use say::Voice;
use terminal::Terminal;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut voice = Voice::new(cli.quiet);
    match run(cli, &mut voice) {
        Ok(outcome) => outcome.into(),
        Err(error) if exit::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            voice.error(&error);
            exit::failed(&error)
        }
    }
}

fn run(cli: Cli, voice: &mut Voice) -> anyhow::Result<Outcome> {
    let terminal = Terminal::look(cli.color, !cli.no_pager);
    match cli.command {
        Command::Split(split) => split.run(voice, &terminal),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
    }
}
