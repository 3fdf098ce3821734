//! The program: arguments in, passages out. Alone it prints, and alone it joins reading, splitting and the index.

mod aliases;
mod answers;
mod args;
mod defect;
mod exit;
mod input;
mod intake;
mod ledger;
mod meaning;
mod pipeline;
mod place;
mod print;
mod rejects;
mod say;
mod stop;
mod suggest;
mod terminal;
mod wire;
mod wording;

mod articles;
mod check;
mod cite;
mod compare;
mod export;
mod ingest;
mod query;
mod reindex;
mod remove;
mod shell;
mod show;
mod speakers;
mod split;
mod status;
mod timeline;
mod trace;
mod verify;

use std::process::ExitCode;

use args::{Cli, Command};
use exit::Outcome;
use say::Voice;
use terminal::Terminal;

fn main() -> ExitCode {
    defect::keep_quiet();
    let cli = Cli::read();
    let mut voice = Voice::new(cli.manner.quiet);
    match defect::caught(|| run(cli, &mut voice)) {
        Ok(outcome) => outcome.into(),
        Err(error) if exit::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let error = exit::placed(error);
            voice.error(&error);
            exit::failed(&error)
        }
    }
}

fn run(cli: Cli, voice: &mut Voice) -> anyhow::Result<Outcome> {
    let terminal = Terminal::look(cli.manner.color, !cli.manner.no_pager);
    match cli.command {
        Command::Ingest(ingest) => ingest.run(voice),
        Command::Query(ask) => ask.run(voice, &terminal),
        Command::Split(split) => split.run(voice, &terminal),
        Command::Show(show) => show.run(voice, &terminal),
        Command::Remove(remove) => remove.run(voice),
        Command::Status(status) => status.run(&terminal),
        Command::Articles(articles) => articles.run(voice, &terminal),
        Command::Speakers(speakers) => speakers.run(voice, &terminal),
        Command::Timeline(timeline) => timeline.run(voice, &terminal),
        Command::Trace(trace) => trace.run(voice, &terminal),
        Command::Compare(compare) => compare.run(voice, &terminal),
        Command::Cite(cite) => cite.run(voice),
        Command::Verify(verify) => verify.run(voice, &terminal),
        Command::Export(export) => export.run(voice),
        Command::Check(check) => check.run(&terminal),
        Command::Reindex(reindex) => reindex.run(voice),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
        Command::Schema(_) => shell::Schema::run(),
    }
}
