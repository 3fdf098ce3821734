//! Treebanks: sentences with parts of speech, as Universal Dependencies writes them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use onrecord::split::model::parse::{NONE, Relation};
use onrecord::split::model::tag::Tag;

/// One word of a treebank.
#[derive(Debug, Clone)]
pub struct Word {
    pub form: String,
    pub tag: Tag,
    /// The word it depends on; the number of words for the root's.
    pub head: u16,
    pub relation: Relation,
}

/// The sentences of the files in `dir` whose names end so, in the order of their names.
pub fn sentences(dir: &Path, endings: &[&str]) -> Result<Vec<Vec<Word>>> {
    let mut paths: Vec<_> = fs::read_dir(dir)
        .with_context(|| format!("reading {}", dir.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            endings
                .iter()
                .any(|ending| path.to_string_lossy().ends_with(ending))
        })
        .collect();
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let text =
            fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        for block in text.split("\n\n") {
            let sentence = sentence(block);
            if !sentence.is_empty() {
                all.push(sentence);
            }
        }
    }
    Ok(all)
}

/// Hyphenated words, which the treebanks cut and news text keeps whole, are put together again.
fn sentence(block: &str) -> Vec<Word> {
    struct Part<'a> {
        form: &'a str,
        tag: Tag,
        head: usize,
        relation: &'a str,
        word: usize,
    }
    let mut parts: Vec<Part<'_>> = Vec::new();
    let (mut glued, mut hyphen, mut words) = (false, false, 0);
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, form, _, _, tag, _, head, relation, _, misc] = fields[..] else {
            continue;
        };
        if id.contains(['-', '.']) {
            continue;
        }
        let tag = Tag::parse(tag).unwrap_or_default();
        if !(glued && (hyphen || tag == Tag::HYPH)) {
            words += 1;
        }
        parts.push(Part {
            form,
            tag,
            head: head.parse().unwrap_or(0),
            relation,
            word: words - 1,
        });
        hyphen = tag == Tag::HYPH;
        glued = misc.contains("SpaceAfter=No");
    }
    let root = words as u16;
    let mut sentence: Vec<Word> = Vec::with_capacity(words);
    for part in &parts {
        if part.word == sentence.len() {
            sentence.push(Word {
                form: String::new(),
                tag: part.tag,
                head: NONE,
                relation: Relation::Dep,
            });
        }
        let word = &mut sentence[part.word];
        word.form.push_str(part.form);
        if part.tag != Tag::HYPH {
            word.tag = part.tag;
        }
        let head = part
            .head
            .checked_sub(1)
            .and_then(|at| parts.get(at))
            .map_or(root, |head| head.word as u16);
        if head as usize != part.word && word.head == NONE {
            word.head = head;
            word.relation = Relation::parse(part.relation);
        }
    }
    sentence
}
