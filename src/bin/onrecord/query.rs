//! `onrecord query`: ranked passages that answer a question, from an index or straight from files.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use onrecord::error::{Error, ErrorKind};
use onrecord::index::{FacetBy, Index, Searcher};
use onrecord::query::{self, Cursor, Expression, ParseError, Query, Sort};
use onrecord::read::Options;
use onrecord::split;
use unicode_width::UnicodeWidthStr;

use crate::aliases::Aliases;
use crate::args::{Filters, Layout, Place};
use crate::exit::Outcome;
use crate::print::hits::{Answer, Found, Printer};
use crate::print::plain::harmless;
use crate::print::why::Why;
use crate::say::Voice;
use crate::terminal::{self, Out, Terminal};
use crate::{intake, place, suggest};

/// Find passages by their words, speaker, publisher and day, the best first
#[derive(Debug, Args)]
#[command(after_long_help = "\
Words must all be found, in any order; \"…\" is verbatim, OR, -word and ( … ) combine,
speaker:NAME, cue:WORD, published:2020-11..2020-12 and others look in a field. `onrecord
query --syntax` shows the whole language. Words that begin with a dash come after --.

Examples:
  onrecord query voter fraud
  onrecord query '\"dead people voting\"' --kind quote
  onrecord query speaker:krebs said:2020-11-17
  onrecord query --sort newest --limit 3 -- election -fraud
  onrecord query --in article.txt --in more/ statement
  onrecord query --format jsonl voter | jq -r .attribution.speaker")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub(crate) struct Ask {
    /// What to look for; without words every passage that the filters let through
    #[arg(value_name = "WORDS")]
    words: Vec<String>,

    /// Search this file or folder instead of an index; may be repeated
    #[arg(long = "in", value_name = "PATH", conflicts_with = "index")]
    inside: Vec<PathBuf>,

    #[command(flatten)]
    place: Place,

    #[command(flatten)]
    filters: Filters,

    /// One of the words is enough
    #[arg(long)]
    any: bool,

    /// Show every passage, also where several articles print the same words
    #[arg(long)]
    all: bool,

    /// Rank articles, each with its best passages
    #[arg(long)]
    articles: bool,

    /// Print only how many there are
    #[arg(long)]
    count: bool,

    /// The order: relevance, newest or oldest
    #[arg(
        long,
        value_enum,
        default_value = "relevance",
        value_name = "ORDER",
        hide_possible_values = true
    )]
    sort: Order,

    /// How many to show at most
    #[arg(long, value_name = "N", default_value_t = 10)]
    limit: usize,

    /// How many of the first to leave out
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: usize,

    /// Go on after the hit with this cursor, as JSON output gives it; stays right while articles come in
    #[arg(long, value_name = "CURSOR", value_parser = cursor, conflicts_with = "articles", hide_short_help = true)]
    after: Option<Cursor>,

    /// Only articles taken in after this mark, as an earlier JSON answer or `onrecord status` gave it
    #[arg(long, value_name = "MARK", hide_short_help = true)]
    new_since: Option<u64>,

    /// Count also by these, separated by commas: speaker, kind, publisher, medium, cue, year
    #[arg(long, value_name = "FIELDS", value_delimiter = ',', value_parser = facet)]
    facets: Vec<FacetBy>,

    /// Print only this of each hit, one a line: ids, text, speakers or articles
    #[arg(long, value_enum, value_name = "WHAT", hide_possible_values = true, conflicts_with_all = ["count", "format", "facets"], hide_short_help = true)]
    output: Option<Output>,

    /// End what --output prints with a NUL instead of a line's end
    #[arg(long, short = '0', requires = "output", hide_short_help = true)]
    null: bool,

    /// Answer every query in this file, one a line; - is standard input
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "words",
        hide_short_help = true
    )]
    queries: Option<PathBuf>,

    /// Say why each passage ranks where it does, and why it has this speaker and day
    #[arg(long, hide_short_help = true)]
    explain: bool,

    /// Show the whole query language on one screen
    #[arg(long, exclusive = true)]
    syntax: bool,

    #[command(flatten)]
    layout: Layout,
}

/// What to print of each hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Output {
    Ids,
    Text,
    Speakers,
    Articles,
}

fn cursor(typed: &str) -> Result<Cursor, String> {
    typed
        .parse()
        .map_err(|()| "it is no cursor that a hit has in JSON output".into())
}

fn facet(typed: &str) -> Result<FacetBy, String> {
    let all = FacetBy::ALL;
    all.into_iter()
        .find(|facet| facet.as_str() == typed)
        .ok_or_else(|| {
            let names = all.map(FacetBy::as_str);
            format!("passages are counted by {}", names.join(", "))
        })
}

/// The order of what is found.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Order {
    Relevance,
    Newest,
    Oldest,
}

impl Ask {
    pub(crate) fn run(self, voice: &mut Voice, terminal: &Terminal) -> anyhow::Result<Outcome> {
        if self.syntax {
            let mut out = terminal.long_text();
            out.write_all(include_bytes!("syntax.txt"))?;
            out.finish()?;
            return Ok(Outcome::Done);
        }
        let aliases = self.filters.aliases()?;
        if self.queries.is_none() {
            // A query that cannot be meant is told before anything is read.
            self.query(&self.words.join(" "), &aliases)?;
        }
        let (searcher, rejected) = self.searcher(voice)?;
        let tagged = self.queries.is_some();
        let form = if self.count {
            Form::Count(terminal.text())
        } else if let Some(output) = self.output {
            Form::Column(output, terminal::data())
        } else {
            Form::Hits(Box::new(Printer::new(
                self.layout.format,
                tagged,
                terminal,
            )?))
        };
        let mut answers = Answers {
            ask: &self,
            searcher,
            form,
            rejected,
            found: false,
        };
        match &self.queries {
            None => {
                let typed = self.words.join(" ");
                answers.answer(&typed, &self.query(&typed, &aliases)?, voice)?;
            }
            Some(list) => answers.all(list, &aliases, voice)?,
        }
        answers.close()
    }

    /// What is searched, and how many inputs were rejected on the way.
    fn searcher(&self, voice: &mut Voice) -> anyhow::Result<(Searcher, u64)> {
        if self.inside.is_empty() {
            let index = Index::open(place::existing(self.place.index.clone())?)?;
            return Ok((index.searcher()?, 0));
        }
        let options = Options {
            from: None,
            root: place::nearest_root(),
        };
        let (index, tally) = intake::in_memory(&self.inside, &options, voice)?;
        Ok((index.searcher()?, tally.rejected))
    }

    /// What was typed, as it is meant.
    fn query(&self, typed: &str, aliases: &Aliases) -> anyhow::Result<Query> {
        let filtered = self.filters.any() || self.new_since.is_some();
        let expression = match typed.trim() {
            "" if !filtered => bail!(
                "there is nothing to look for; type one or more words, or a filter such as --speaker NAME"
            ),
            "" => None,
            _ => Some(parsed(typed)?),
        };
        Ok(aliases.widen(Query {
            expression,
            any: self.any,
            all: self.all,
            sort: self.sort.into(),
            limit: self.limit,
            offset: self.offset,
            after: self.after,
            new_since: self.new_since,
            ..self.filters.query()
        }))
    }
}

/// Answers queries one after the other.
struct Answers<'a> {
    ask: &'a Ask,
    searcher: Searcher,
    form: Form,
    rejected: u64,
    found: bool,
}

/// What is printed of an answer.
enum Form {
    Count(Out),
    Column(Output, Out),
    Hits(Box<Printer>),
}

impl Answers<'_> {
    /// Answers each line of `list`; one that cannot be meant is rejected, and the rest goes on.
    fn all(&mut self, list: &Path, aliases: &Aliases, voice: &mut Voice) -> anyhow::Result<()> {
        let name = list.to_string_lossy();
        let failed = || format!("cannot read the queries in {name}");
        let reader: Box<dyn BufRead> = if list.as_os_str() == "-" {
            Box::new(io::stdin().lock())
        } else {
            Box::new(BufReader::new(File::open(list).with_context(failed)?))
        };
        for (nth, line) in reader.lines().enumerate() {
            let line = line.with_context(failed)?;
            let typed = line.trim();
            if typed.is_empty() {
                continue;
            }
            match self.ask.query(typed, aliases) {
                Ok(query) => self.answer(typed, &query, voice)?,
                Err(error) => {
                    self.rejected += 1;
                    let error = Error::new(ErrorKind::Query, error.to_string());
                    voice.rejected(&error.in_path(name.clone()).at_line(nth as u64 + 1));
                }
            }
        }
        Ok(())
    }

    fn answer(&mut self, typed: &str, query: &Query, voice: &mut Voice) -> anyhow::Result<()> {
        if let Form::Count(out) = &mut self.form {
            let count = if self.ask.articles {
                let query = Query {
                    limit: 0,
                    ..query.clone()
                };
                self.searcher.articles(&query)?.total
            } else {
                self.searcher.count(query)?
            };
            self.found |= count > 0;
            match self.ask.queries {
                Some(_) => writeln!(out, "{count}\t{typed}")?,
                None => writeln!(out, "{count}")?,
            }
            return Ok(());
        }
        let answer = if self.ask.articles {
            Answer::Articles(self.searcher.articles(query)?)
        } else {
            Answer::Passages(self.searcher.search(query)?)
        };
        self.found |= answer.len() > 0;
        let why = self.why(query, &answer)?;
        match &mut self.form {
            Form::Column(output, out) => {
                column(out, *output, &answer, if self.ask.null { 0 } else { b'\n' })?;
            }
            Form::Hits(printer) => {
                let facets = self
                    .ask
                    .facets
                    .iter()
                    .map(|&by| Ok((by.as_str(), self.searcher.facets(query, by)?)))
                    .collect::<Result<Vec<_>, Error>>()?;
                let found = Found {
                    query: typed,
                    answer: &answer,
                    mark: self.searcher.commit(),
                    facets,
                    why,
                };
                printer.answer(&found)?;
            }
            Form::Count(_) => {}
        }
        if self.ask.queries.is_none() {
            voice.note(counted(&answer));
            if answer.total() == 0
                && let Some(hint) = suggest::speaker(&self.searcher, query)?
            {
                voice.note(hint);
            }
        }
        Ok(())
    }

    /// Why each passage is where and what it is, if that was asked. The articles are split again for it.
    fn why(&self, query: &Query, answer: &Answer) -> Result<HashMap<String, Why>, Error> {
        let mut whys = HashMap::new();
        let mut rules: HashMap<String, HashMap<String, Vec<String>>> = HashMap::new();
        for hit in answer.passages().filter(|_| self.ask.explain) {
            let id = &hit.passage.id;
            let rules = rules.entry(hit.article.id.clone()).or_insert_with(|| {
                split::explained(&hit.article)
                    .into_iter()
                    .map(|explained| (explained.passage.id, explained.why))
                    .collect()
            });
            let reasons = self.searcher.explain(query, id)?.unwrap_or_default();
            let why = Why::new(hit, reasons, rules.get(id).cloned().unwrap_or_default());
            whys.insert(id.clone(), why);
        }
        Ok(whys)
    }

    fn close(self) -> anyhow::Result<Outcome> {
        match self.form {
            Form::Count(out) | Form::Column(_, out) => out.finish()?,
            Form::Hits(printer) => printer.close()?,
        }
        Ok(Outcome::found(self.found).but_rejected(self.rejected > 0))
    }
}

/// One thing of each hit, followed by `end`; speakers and articles once each.
fn column(out: &mut Out, output: Output, answer: &Answer, end: u8) -> io::Result<()> {
    let mut seen = HashSet::new();
    for hit in answer.passages() {
        let value = match output {
            Output::Ids => hit.passage.id.as_str(),
            Output::Text => hit.passage.words.text(),
            Output::Articles => hit.article.id.as_str(),
            Output::Speakers => match hit.passage.kind.attribution() {
                Some(attribution) => attribution.speaker.name().unwrap_or_default(),
                None => "",
            },
        };
        let once = matches!(output, Output::Speakers | Output::Articles);
        if value.is_empty() || (once && !seen.insert(value)) {
            continue;
        }
        if end == b'\n' {
            // One a line, also where the words themselves go over several.
            let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
            out.write_all(line.as_bytes())?;
        } else {
            out.write_all(value.as_bytes())?;
        }
        out.write_all(&[end])?;
    }
    Ok(())
}

impl From<Order> for Sort {
    fn from(order: Order) -> Self {
        match order {
            Order::Relevance => Self::Relevance,
            Order::Newest => Self::Newest,
            Order::Oldest => Self::Oldest,
        }
    }
}

/// `10 of 237 passages`
fn counted(answer: &Answer) -> String {
    let (shown, total, noun) = (answer.len(), answer.total(), answer.noun());
    if total == 0 {
        "nothing found".into()
    } else if shown == total {
        let noun = if total == 1 {
            noun.trim_end_matches('s')
        } else {
            noun
        };
        format!("{total} {noun}")
    } else {
        format!("{shown} of {total} {noun}")
    }
}

/// What `typed` means, or an error that points at the place.
pub(crate) fn parsed(typed: &str) -> anyhow::Result<Expression> {
    query::parse(typed).map_err(|error| unclear(typed, &error))
}

/// An error that shows the query and, under it, the place that cannot be meant.
fn unclear(typed: &str, error: &ParseError) -> anyhow::Error {
    let shown = line_as_typed(typed);
    let before = typed.get(..error.at).unwrap_or(typed);
    let column = line_as_typed(before).width();
    anyhow::Error::msg(format!(
        "{}\n  {shown}\n  {:column$}^\n{}",
        error.message, "", error.hint
    ))
}

/// The query on one line, each character in its own place.
fn line_as_typed(typed: &str) -> String {
    typed
        .chars()
        .map(|char| {
            if char == '\n' || char == '\t' {
                ' '
            } else {
                char
            }
        })
        .filter_map(harmless)
        .collect()
}
