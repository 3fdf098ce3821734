//! Names of one person that the articles do not tie together, as somebody wrote them down.
//!
//! A line for each person, the name that stands for all of them first: `Christopher Krebs = Chris Krebs = @C_C_Krebs`.
//! What follows a `#` at the beginning of a line is a remark.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, bail};
use onrecord::index::SpeakerCount;
use onrecord::query::{Expression, Field, Pattern, Query};
use onrecord::text::fold;

/// Bytes of a file of aliases at most.
const LARGEST: u64 = 16 << 20;

/// Who else each name is.
#[derive(Debug, Default)]
pub(crate) struct Aliases {
    /// The names of each person, as written and folded.
    people: Vec<Vec<(String, String)>>,
}

impl Aliases {
    /// Reads the file at `path`.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Self> {
        let name = path.display();
        let failed = || format!("cannot read the aliases in {name}");
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
            .with_context(failed)?;
        if bytes.len() as u64 > LARGEST {
            bail!(
                "{name} is larger than {} MB, and so no list of aliases",
                LARGEST >> 20
            );
        }
        let text = String::from_utf8(bytes).with_context(failed)?;
        let mut people = Vec::new();
        for (nth, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let names: Vec<(String, String)> = line
                .split('=')
                .map(|name| (name.trim().to_owned(), fold::folded(name)))
                .collect();
            if names.len() < 2 || names.iter().any(|(_, folded)| folded.is_empty()) {
                bail!(
                    "{name}:{}: it is not two names or more with = between them, as in Christopher Krebs = Chris Krebs",
                    nth + 1
                );
            }
            people.push(names);
        }
        Ok(Self { people })
    }

    /// The same query, asking for every name of each speaker it asks for.
    pub(crate) fn widen(&self, mut query: Query) -> Query {
        if let Some(names) = query.speaker.as_deref().and_then(|asked| self.names(asked)) {
            query.speaker = None;
            let mut parts: Vec<Expression> = query.expression.take().into_iter().collect();
            parts.push(names);
            query.expression = Some(Expression::All(parts));
        } else if let Some(expression) = query.expression.take() {
            query.expression = Some(self.widened(expression));
        }
        query
    }

    fn widened(&self, expression: Expression) -> Expression {
        let each =
            |parts: Vec<Expression>| parts.into_iter().map(|part| self.widened(part)).collect();
        match expression {
            Expression::In(Field::Speaker, Pattern::Word(asked) | Pattern::Phrase(asked, _))
                if self.names(&asked).is_some() =>
            {
                self.names(&asked).unwrap_or(Expression::All(Vec::new()))
            }
            Expression::Not(part) => Expression::Not(Box::new(self.widened(*part))),
            Expression::All(parts) => Expression::All(each(parts)),
            Expression::Any(parts) => Expression::Any(each(parts)),
            other => other,
        }
    }

    /// One of the names of whoever `asked` is part of a name of.
    fn names(&self, asked: &str) -> Option<Expression> {
        let asked = format!(" {} ", fold::folded(asked));
        let names = self.people.iter().find(|names| {
            names
                .iter()
                .any(|(_, folded)| format!(" {folded} ").contains(&asked))
        })?;
        let names = names
            .iter()
            .map(|(name, _)| Expression::In(Field::Speaker, Pattern::Phrase(name.clone(), 0)));
        Some(Expression::Any(names.collect()))
    }

    /// The same counts, one for each person.
    pub(crate) fn merged(&self, counts: Vec<SpeakerCount>) -> Vec<SpeakerCount> {
        let mut whose: HashMap<&str, &str> = HashMap::new();
        for names in &self.people {
            for (_, folded) in names {
                whose.insert(folded, &names[0].0);
            }
        }
        let mut merged: Vec<SpeakerCount> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for mut count in counts {
            if let Some(name) = whose.get(fold::folded(&count.name).as_str()) {
                (*name).clone_into(&mut count.name);
            }
            let Some(&place) = places.get(&count.name) else {
                places.insert(count.name.clone(), merged.len());
                merged.push(count);
                continue;
            };
            let one = &mut merged[place];
            one.quotes += count.quotes;
            one.claims += count.claims;
            one.first = [one.first, count.first].into_iter().flatten().min();
            one.last = one.last.max(count.last);
        }
        merged.sort_by(|one, other| {
            let total = |count: &SpeakerCount| count.quotes + count.claims;
            (total(other), &one.name).cmp(&(total(one), &other.name))
        });
        merged
    }
}
