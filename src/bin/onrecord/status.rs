//! stand-in
use crate::exit::Outcome; use crate::say::Voice; use crate::terminal::Terminal;
/// x
#[derive(Debug, clap::Args)]
pub(crate) struct Status { words: Vec<String>, #[command(flatten)] place: crate::args::Place }
impl Status { pub(crate) fn run(self, _: &mut Voice, _: &Terminal) -> anyhow::Result<Outcome> { anyhow::bail!("not yet") } }
