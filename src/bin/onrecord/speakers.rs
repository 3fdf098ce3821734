//! `onrecord speakers`: who is on record, how often and when.

use std::io::Write;

use clap::Args;
use onrecord::index::{Index, SpeakerCount};
use serde_json::Value;

use crate::args::{Asked, Layout, Place};
use crate::exit::Outcome;
use crate::place;
use crate::print::Format;
use crate::print::number::{counted, thousands};
use crate::print::plain::line;
use crate::print::rows::Rows;
use crate::print::text::STRONG;
use crate::say::Voice;
use crate::terminal::Terminal;

/// List who is on record, how often, and from which day to which
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  onrecord speakers
  onrecord speakers --since 2020-11-01 voter fraud
  onrecord speakers --format csv > speakers.csv")]
pub(crate) struct Speakers {
    #[command(flatten)]
    asked: Asked,

    #[command(flatten)]
    place: Place,

    /// How many to show at most
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,

    #[command(flatten)]
    layout: Layout,
}

impl Speakers {
    pub(crate) fn run(self, voice: &mut Voice, terminal: &Terminal) -> anyhow::Result<Outcome> {
        let query = self.asked.query()?;
        let searcher = Index::open(place::existing(self.place.index)?)?.searcher()?;
        let speakers = self.asked.aliases()?.merged(searcher.speakers(&query)?);
        let shown = &speakers[..speakers.len().min(self.limit)];
        if self.layout.format == Format::Text {
            let mut out = terminal.long_text();
            for speaker in shown {
                text(&mut out, speaker)?;
            }
            out.finish()?;
        } else {
            let rows = Rows {
                name: "speakers",
                columns: &["speaker", "quotes", "claims", "first", "last"],
                fields: vec![
                    ("query", self.asked.typed().into()),
                    ("total", speakers.len().into()),
                ],
            };
            rows.write(self.layout.format, shown.iter().map(row))?;
        }
        voice.note(match (shown.len(), speakers.len()) {
            (_, 0) => "nobody found".into(),
            (shown, all) if shown < all => format!("{shown} of {}", counted(all as u64, "speaker")),
            (_, all) => counted(all as u64, "speaker"),
        });
        Ok(Outcome::found(!speakers.is_empty()))
    }
}

fn row(speaker: &SpeakerCount) -> Vec<Value> {
    vec![
        speaker.name.as_str().into(),
        speaker.quotes.into(),
        speaker.claims.into(),
        speaker.first.map(|day| day.to_string()).into(),
        speaker.last.map(|day| day.to_string()).into(),
    ]
}

fn text(out: &mut impl Write, speaker: &SpeakerCount) -> std::io::Result<()> {
    let total = speaker.quotes + speaker.claims;
    write!(
        out,
        "{:>7}  {STRONG}{}{STRONG:#}  {}, {}",
        thousands(total as u64),
        line(&speaker.name),
        counted(speaker.quotes as u64, "quote"),
        counted(speaker.claims as u64, "claim"),
    )?;
    match (speaker.first, speaker.last) {
        (Some(first), Some(last)) if first == last => writeln!(out, "  {first}"),
        (Some(first), Some(last)) => writeln!(out, "  {first} to {last}"),
        _ => writeln!(out),
    }
}
