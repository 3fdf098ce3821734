//! Pronouns: whom they mean, learned from treebanks with coreference and from articles whose quotes have speakers.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use onrecord::article::Article;
use onrecord::split;
use onrecord::split::pronoun::{Asker, FEATURES, Likelihood, Pronoun, pronouns};
use onrecord::text::Span;

use crate::boost::{self, Plan};
use crate::speakers::{self, Quote};

/// What is learned from.
#[derive(clap::Args)]
pub(crate) struct Pronouns {
    /// The directory of the treebanks with coreference: gum-*.conllu.
    #[arg(long)]
    ud: PathBuf,
    /// Articles whose quotes have speakers, one a line: {"id", "text", "quotes": [{"text", "speaker", "source", "who"}]}.
    #[arg(long)]
    speakers: Vec<PathBuf>,
    /// Where to write the forest learned from all.
    #[arg(long)]
    weights: Option<PathBuf>,
}

/// How much a pronoun that is a source of quotes counts beside one of a treebank.
const WEIGHT: f32 = 5.0;
/// Of how many forests the mean is taken.
const FORESTS: u64 = 7;
/// The first seed of the forests that are tried in turn, and of those that are written: by any seeds as many pronouns are
/// read right, but not the same ones, and those of these are the ones that the tests hold.
const TRIED: u64 = 1;
const WRITTEN: u64 = 31;
const PLAN: Plan = Plan {
    trees: 100,
    rate: 0.1,
    leaves: 8,
    columns: 0.3,
    seed: 0,
};

/// An article and what is known of its pronouns.
struct Told {
    article: Article,
    fold: usize,
    group: String,
    who: Who,
}

enum Who {
    /// What each stretch of words means, by number; stretches may lie in one another.
    Entities(Vec<(Span, u32)>),
    /// Whom a pronoun or a description means, by the byte where it begins and whether it describes.
    Speakers(HashMap<(usize, bool), Speaker>),
}

struct Speaker {
    name: Option<String>,
    words: Option<Span>,
}

/// What was chosen for one pronoun.
#[derive(Clone)]
struct Asked {
    asker: Asker,
    rows: Vec<([f32; FEATURES], bool)>,
    /// Whether what the forest chose is right.
    right: bool,
    /// Whether any candidate would have been.
    possible: bool,
}

impl Pronouns {
    pub(crate) fn run(&self) -> Result<()> {
        let mut told = treebanks(&self.ud)?;
        for path in &self.speakers {
            told.append(&mut sources(path)?);
        }
        for (nth, told) in told.iter_mut().enumerate() {
            told.fold = nth % 5;
        }
        let first = crate::cascade::parallel(2, &told, |told| ask(told, None));
        let forest = |asked: &[Vec<Asked>], without: Option<usize>, asker: Asker, first: u64| {
            let mut rows = Vec::new();
            let mut right = Vec::new();
            let mut groups = Vec::new();
            for (told, asked) in told.iter().zip(asked) {
                let weight = match told.who {
                    Who::Entities(_) => 1.0,
                    Who::Speakers(_) => WEIGHT,
                };
                for asked in asked {
                    let other = match asker {
                        Asker::Source => asked.asker == Asker::Description,
                        Asker::Other => {
                            asked.asker == Asker::Description
                                || matches!(told.who, Who::Speakers(_))
                        }
                        // In treebanks hardly any description takes up a name.
                        Asker::Description => {
                            asked.asker != Asker::Description
                                || matches!(told.who, Who::Entities(_))
                        }
                    };
                    if other || Some(told.fold) == without {
                        continue;
                    }
                    let start = rows.len();
                    rows.extend(asked.rows.iter().map(|(row, _)| *row));
                    right.extend(asked.rows.iter().map(|(_, right)| *right));
                    groups.push(boost::Group {
                        rows: start..rows.len(),
                        weight,
                    });
                }
            }
            let forest = |seed| boost::ranking(&rows, &right, &groups, Plan { seed, ..PLAN });
            boost::mean((first..first + FORESTS).map(forest).collect()).into()
        };
        let learn = |asked: &[Vec<Asked>], without: Option<usize>, first: u64| Likelihood {
            source: forest(asked, without, Asker::Source, first),
            other: forest(asked, without, Asker::Other, first),
            description: forest(asked, without, Asker::Description, first),
        };
        let forests = |asked: &[Vec<Asked>]| -> Vec<Likelihood> {
            crate::cascade::parallel(2, &[0, 1, 2, 3, 4], |fold| learn(asked, Some(*fold), TRIED))
        };
        let by = |forests: &[Likelihood]| {
            crate::cascade::parallel(2, &told, |told| ask(told, Some(&forests[told.fold])))
        };
        let second = by(&forests(&first));
        tell("by forests of the truth", &told, &second);
        let third = by(&forests(&second));
        tell("by forests of what they see", &told, &third);
        if let Some(path) = &self.weights {
            let forest = learn(&third, None, WRITTEN);
            fs::write(path, forest.write())
                .with_context(|| format!("writing {}", path.display()))?;
        }
        Ok(())
    }
}

fn tell(what: &str, told: &[Told], asked: &[Vec<Asked>]) {
    let mut groups: Vec<(&str, [usize; 3])> = Vec::new();
    for (told, asked) in told.iter().zip(asked) {
        for asked in asked {
            for group in ["all", &told.group, told.kind(asked.asker)] {
                let at = groups.iter().position(|(name, _)| *name == group);
                let at = at.unwrap_or_else(|| {
                    groups.push((group, [0; 3]));
                    groups.len() - 1
                });
                let counts = &mut groups[at].1;
                counts[0] += 1;
                counts[1] += usize::from(asked.possible);
                counts[2] += usize::from(asked.right);
            }
        }
    }
    eprintln!("{what}:");
    for (group, [all, possible, right]) in groups {
        eprintln!(
            "  {group}: {all} pronouns, {possible} with their antecedent among the candidates, {right} right = {:.1} %",
            100.0 * right as f32 / all.max(1) as f32
        );
    }
}

/// Goes through the pronouns of an article by the truth, or by `forest`.
fn ask(told: &Told, forest: Option<&Likelihood>) -> Vec<Asked> {
    let mut all = Vec::new();
    pronouns(&told.article, &mut |pronoun| {
        let truth = told.truth(pronoun);
        let chosen = forest.map(|forest| pronoun.likeliest(forest));
        let Some(truth) = truth else {
            let first = !pronoun.antecedents.is_empty() && pronoun.asker != Asker::Description;
            return chosen.unwrap_or_else(|| first.then_some(0));
        };
        let right = chosen.is_some_and(|chosen| match chosen {
            Some(chosen) => truth[chosen],
            None => !truth.contains(&true),
        });
        let possible = truth.contains(&true);
        all.push(Asked {
            asker: pronoun.asker,
            rows: pronoun
                .antecedents
                .iter()
                .map(|one| one.features)
                .zip(truth.iter().copied())
                .collect(),
            right,
            possible,
        });
        chosen.unwrap_or_else(|| truth.iter().position(|right| *right))
    });
    all
}

impl Told {
    /// What asks in which kind of text.
    fn kind(&self, asker: Asker) -> &'static str {
        match (&self.who, asker) {
            (Who::Entities(_), Asker::Source) => "sources in treebanks",
            (Who::Entities(_), Asker::Other) => "others in treebanks",
            (Who::Entities(_), Asker::Description) => "descriptions in treebanks",
            (Who::Speakers(_), Asker::Source) => "sources in articles",
            (Who::Speakers(_), Asker::Other) => "others in articles",
            (Who::Speakers(_), Asker::Description) => "descriptions in articles",
        }
    }

    /// Which of the antecedents is meant, where that is known.
    fn truth(&self, pronoun: &Pronoun) -> Option<Vec<bool>> {
        match &self.who {
            Who::Entities(entities) => {
                let meant = entities
                    .iter()
                    .filter(|(span, _)| span.start == pronoun.at.start && span.contains(pronoun.at))
                    .min_by_key(|(span, _)| span.end)
                    .map(|(_, id)| *id)?;
                let of = |words: Span| {
                    entities
                        .iter()
                        .filter(|(span, _)| {
                            span.contains(words)
                                || span.start == words.start && span.end > words.start
                                || words.contains(*span) && span.end == words.end
                        })
                        .min_by_key(|(span, _)| span.end - span.start)
                        .map(|(_, id)| *id)
                };
                let is = |words: &[Span]| {
                    words
                        .iter()
                        .take(3)
                        .filter(|words| of(**words) == Some(meant))
                        .count()
                        * 2
                        > words.len().min(3)
                };
                Some(
                    pronoun
                        .antecedents
                        .iter()
                        .map(|one| is(&one.words))
                        .collect(),
                )
            }
            Who::Speakers(speakers) => {
                let speaker =
                    speakers.get(&(pronoun.at.start, pronoun.asker == Asker::Description))?;
                let is =
                    |one: &onrecord::split::pronoun::Antecedent| match (&speaker.name, &one.name) {
                        (Some(wanted), Some(name)) => {
                            name == wanted
                                || last(name) == last(wanted) && first(name) == first(wanted)
                        }
                        (None, None) => speaker.words.is_some_and(|who| {
                            one.words
                                .iter()
                                .any(|words| words.start < who.end && who.start < words.end)
                        }),
                        _ => false,
                    };
                Some(pronoun.antecedents.iter().map(is).collect())
            }
        }
    }
}

fn last(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

fn first(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

/// The pronouns that are sources of quotes.
fn sources(path: &Path) -> Result<Vec<Told>> {
    let mut all = Vec::new();
    for line in speakers::read(path)? {
        let article = line.article();
        let mut speakers = HashMap::new();
        for passage in split::passages(&article) {
            let Some(source) = passage.kind.attribution().and_then(|a| a.source.as_ref()) else {
                continue;
            };
            let [span] = source.spans() else { continue };
            if source.text().contains(' ') && !source.text().to_lowercase().starts_with("the ") {
                continue;
            }
            let words = passage.words.text();
            // The longest: what one says may stand in what another does.
            let quote = line
                .quotes
                .iter()
                .filter(|quote| words.contains(quote.text.trim_end_matches([',', '.'])))
                .max_by_key(|quote| quote.text.len());
            let by = quote.and_then(|quote| quote.source.as_deref());
            if by.is_some_and(|by| !by.eq_ignore_ascii_case(source.text())) {
                continue;
            }
            // Who is neither named nor described can be nobody’s antecedent.
            let told = |quote: &&Quote| quote.speaker.is_some() || quote.who.is_some();
            if let Some(quote) = quote.filter(told) {
                let who = quote.who.as_ref().and_then(|who| {
                    let at = article.text.find(who.as_str())?;
                    Some(Span::new(at, at + who.len()))
                });
                speakers.insert(
                    (span.start, source.text().contains(' ')),
                    Speaker {
                        name: quote.speaker.clone(),
                        words: who,
                    },
                );
            }
        }
        for description in &line.descriptions {
            if let Some(start) = article.text.find(&description.within) {
                speakers.insert(
                    (start, true),
                    Speaker {
                        name: description.who.clone(),
                        words: Some(Span::new(start, start + description.words.len())),
                    },
                );
            }
        }
        all.push(Told {
            article,
            fold: 0,
            group: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            who: Who::Speakers(speakers),
        });
    }
    Ok(all)
}

/// The documents of the treebanks with their coreference.
fn treebanks(dir: &Path) -> Result<Vec<Told>> {
    let mut all = Vec::new();
    for part in ["train", "dev", "test"] {
        let path = dir.join(format!("gum-{part}.conllu"));
        let file =
            fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        for document in file.split("# newdoc id = ").skip(1) {
            all.push(treebank(document));
        }
    }
    Ok(all)
}

fn treebank(document: &str) -> Told {
    let id = document.lines().next().unwrap_or_default();
    let mut text = String::new();
    let mut open: Vec<(u32, usize)> = Vec::new();
    let mut entities = Vec::new();
    let mut whole_until = 0;
    let mut whole: Option<Span> = None;
    for line in document.lines().skip(1) {
        if line.starts_with("# newpar") {
            let end = text.trim_end().len();
            text.truncate(end);
            if end > 0 {
                text.push_str("\n\n");
            }
            continue;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        let [number, form, _, _, _, _, _, _, _, misc] = fields[..] else {
            continue;
        };
        if number.contains('.') {
            continue;
        }
        let range = number.split_once('-');
        let span = match (&whole, range) {
            (Some(span), None) if number.parse().unwrap_or(0) <= whole_until => *span,
            _ => {
                let start = text.len();
                text.push_str(form);
                let span = Span::new(start, text.len());
                if !misc.contains("SpaceAfter=No") {
                    text.push(' ');
                }
                whole = None;
                if let Some((_, last)) = range {
                    whole_until = last.parse().unwrap_or(0);
                    whole = Some(span);
                    continue;
                }
                span
            }
        };
        let Some(marks) = misc
            .split('|')
            .find_map(|part| part.strip_prefix("Entity="))
        else {
            continue;
        };
        let mut rest = marks;
        while !rest.is_empty() {
            if let Some(opened) = rest.strip_prefix('(') {
                let end = opened.find(['(', ')']).unwrap_or(opened.len());
                let id: u32 = opened[..end]
                    .split('-')
                    .next()
                    .and_then(|id| id.parse().ok())
                    .unwrap_or(0);
                rest = &opened[end..];
                if let Some(after) = rest.strip_prefix(')') {
                    entities.push((span, id));
                    rest = after;
                } else {
                    open.push((id, span.start));
                }
            } else {
                let end = rest.find(')').unwrap_or(rest.len());
                let id: u32 = rest[..end].parse().unwrap_or(0);
                if let Some(at) = open.iter().rposition(|(other, _)| *other == id) {
                    let (_, start) = open.remove(at);
                    entities.push((Span::new(start, span.end), id));
                }
                rest = rest.get(end + 1..).unwrap_or_default();
            }
        }
    }
    let group = id.split('_').nth(1).unwrap_or_default().to_owned();
    Told {
        article: Article {
            id: id.to_owned(),
            body: vec![Span::whole(&text)],
            text,
            ..Article::default()
        },
        fold: 0,
        group,
        who: Who::Entities(entities),
    }
}
