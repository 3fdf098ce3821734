//! Queries answered one after the other, and what of each answer is printed.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::Context;
use onrecord::error::{Error, ErrorKind};
use onrecord::index::{Searcher, Stories};
use onrecord::query::{Facet, Query};
use onrecord::split;

use crate::aliases::Aliases;
use crate::exit::Outcome;
use crate::pipeline;
use crate::print::Format;
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
        /// Queries that each thread answers before all are printed.
        const EACH: usize = 16;
        let threads = pipeline::threads();
        let name = list.to_string_lossy();
        let failed = || format!("cannot read the queries in {name}");
        let reader: Box<dyn BufRead> = if list.as_os_str() == "-" {
            Box::new(io::stdin().lock())
        } else {
            Box::new(BufReader::new(File::open(list).with_context(failed)?))
        };
        let mut asked: Vec<(String, Query)> = Vec::new();
        for (nth, line) in reader.lines().enumerate() {
            let line = line.with_context(failed)?;
            let typed = line.trim();
            if typed.is_empty() {
                continue;
            }
            match self.ask.query(typed, aliases) {
                Ok(query) => asked.push((typed.to_owned(), query)),
                Err(error) => {
                    self.rejected += 1;
                    let error = Error::new(ErrorKind::Query, error.to_string());
                    voice.rejected(&error.in_path(name.clone()).at_line(nth as u64 + 1));
                }
            }
            if asked.len() == threads * EACH {
                self.many(&asked, threads)?;
                asked.clear();
            }
        }
        self.many(&asked, threads)
    }

    /// Answers queries on so many threads, and prints the answers in their order.
    fn many(&mut self, asked: &[(String, Query)], threads: usize) -> anyhow::Result<()> {
        let (ask, searcher) = (self.ask, &self.searcher);
        let next = AtomicUsize::new(0);
        let answers: Vec<OnceLock<Result<Looked, Error>>> =
            asked.iter().map(|_| OnceLock::new()).collect();
        let work = || {
            while let Some((nth, (_, query))) = {
                let nth = next.fetch_add(1, Ordering::Relaxed);
                asked.get(nth).map(|one| (nth, one))
            } {
                // Each place is taken once.
                let _ = answers[nth].set(look(ask, searcher, query));
            }
        };
        thread::scope(|scope| {
            for _ in 1..threads.min(asked.len()) {
                scope.spawn(work);
            }
            work();
        });
        for ((typed, _), answer) in asked.iter().zip(answers) {
            if let Some(looked) = answer.into_inner() {
                self.print(typed, &looked?)?;
            }
        }
        Ok(())
    }

    /// Answers one query, and says how much was found.
    pub(crate) fn answer(
        &mut self,
        typed: &str,
        query: &Query,
        voice: &mut Voice,
    ) -> anyhow::Result<()> {
        let looked = look(self.ask, &self.searcher, query)?;
        self.print(typed, &looked)?;
        if let Looked::Answer { answer, .. } = &looked {
            voice.note(counted(answer));
            if answer.total() == 0
                && let Some(hint) = suggest::speaker(&self.searcher, query)?
            {
                voice.note(hint);
            }
        }
        Ok(())
    }

    fn print(&mut self, typed: &str, looked: &Looked) -> io::Result<()> {
        match (looked, &mut self.form) {
            (Looked::Count(count), Form::Count(out)) => {
                self.found |= *count > 0;
                match self.ask.queries {
                    Some(_) => writeln!(out, "{count}\t{typed}"),
                    None => writeln!(out, "{count}"),
                }
            }
            (Looked::Answer { answer, .. }, Form::Column(output, out)) => {
                self.found |= answer.len() > 0;
                column(out, *output, answer, if self.ask.null { 0 } else { b'\n' })
            }
            (
                Looked::Answer {
                    answer,
                    facets,
                    why,
                    stories,
                },
                Form::Hits(printer),
            ) => {
                self.found |= answer.len() > 0;
                printer.answer(&Found {
                    query: typed,
                    answer,
                    mark: self.searcher.commit(),
                    facets,
                    why,
                    stories,
                })
            }
            (Looked::Count(_), _) | (Looked::Answer { .. }, Form::Count(_)) => Ok(()),
        }
    }

    pub(crate) fn close(self) -> anyhow::Result<Outcome> {
        match self.form {
            Form::Count(out) | Form::Column(_, out) => out.finish()?,
            Form::Hits(printer) => printer.close()?,
        }
        // The program ends here, and the system takes a whole index back faster than we give back its parts.
        std::mem::forget(self.searcher);
        Ok(Outcome::found(self.found).but_rejected(self.rejected > 0))
    }
}

/// What there is to print of a query.
enum Looked {
    Count(usize),
    Answer {
        answer: Answer,
        facets: Vec<(&'static str, Vec<Facet>)>,
        why: HashMap<String, Why>,
        stories: Stories,
    },
}

/// Looks for all that is to be printed of a query.
fn look(ask: &Ask, searcher: &Searcher, query: &Query) -> Result<Looked, Error> {
    if ask.count {
        let none = Query {
            limit: 0,
            ..query.clone()
        };
        return Ok(Looked::Count(if ask.articles {
            searcher.articles(&none)?.total
        } else {
            searcher.count(query)?
        }));
    }
    let answer = if ask.articles {
        Answer::Articles(searcher.articles(query)?)
    } else {
        Answer::Passages(searcher.search(query)?)
    };
    let facets = ask
        .facets
        .iter()
        .map(|&by| Ok((by.as_str(), searcher.facets(query, by)?)))
        .collect::<Result<Vec<_>, Error>>()?;
    // Only objects name articles with all that is known of them.
    let stories = match ask.layout.format {
        Format::Json | Format::Jsonl if ask.output.is_none() => {
            searcher.same_stories(answer.named())?
        }
        _ => Stories::new(),
    };
    Ok(Looked::Answer {
        stories,
        why: why(ask, searcher, query, &answer)?,
        answer,
        facets,
    })
}

/// Why each passage is where and what it is, if that was asked. The articles are split again for it.
fn why(
    ask: &Ask,
    searcher: &Searcher,
    query: &Query,
    answer: &Answer,
) -> Result<HashMap<String, Why>, Error> {
    let mut whys = HashMap::new();
    let mut rules: HashMap<String, HashMap<String, Vec<String>>> = HashMap::new();
    for hit in answer.passages().filter(|_| ask.explain) {
        let id = &hit.passage.id;
        let rules = rules.entry(hit.article.id.clone()).or_insert_with(|| {
            split::explained(&hit.article)
                .into_iter()
                .map(|explained| (explained.passage.id, explained.why))
                .collect()
        });
        let reasons = searcher.explain(query, id)?.unwrap_or_default();
        let why = Why::new(hit, reasons, rules.get(id).cloned().unwrap_or_default());
        whys.insert(id.clone(), why);
    }
    Ok(whys)
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
