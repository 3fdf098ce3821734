//! Queries answered one after the other, and what of each answer is printed.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use anyhow::Context;
use onrecord::error::{Error, ErrorKind};
use onrecord::index::{Searcher, Stories};
use onrecord::query::Query;
use onrecord::split;

use crate::aliases::Aliases;
use crate::exit::Outcome;
use crate::print::hits::{Answer, Found, Printer};
use crate::print::why::Why;
use crate::query::{Ask, Output};
use crate::say::Voice;
use crate::suggest;
use crate::terminal::Out;

/// Answers queries one after the other.
pub(crate) struct Answers<'a> {
    pub(crate) ask: &'a Ask,
    pub(crate) searcher: Searcher,
    pub(crate) form: Form,
    /// Inputs and queries that were rejected.
    pub(crate) rejected: u64,
    /// Whether any query found anything.
    pub(crate) found: bool,
}

/// What is printed of an answer.
pub(crate) enum Form {
    Count(Out),
    Column(Output, Out),
    Hits(Box<Printer>),
}

impl Answers<'_> {
    /// Answers each line of `list`; one that cannot be meant is rejected, and the rest goes on.
    pub(crate) fn all(
        &mut self,
        list: &Path,
        aliases: &Aliases,
        voice: &mut Voice,
    ) -> anyhow::Result<()> {
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

    pub(crate) fn answer(
        &mut self,
        typed: &str,
        query: &Query,
        voice: &mut Voice,
    ) -> anyhow::Result<()> {
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
                let stories = if printer.is_json() {
                    self.searcher.same_stories(answer.named())?
                } else {
                    Stories::new()
                };
                let found = Found {
                    query: typed,
                    answer: &answer,
                    mark: self.searcher.commit(),
                    facets,
                    why,
                    stories,
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

    pub(crate) fn close(self) -> anyhow::Result<Outcome> {
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
