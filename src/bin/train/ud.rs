//! Treebanks: sentences with parts of speech, as Universal Dependencies writes them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use onrecord::split::model::tag::Tag;

/// One word of a treebank.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) form: String,
    pub(crate) tag: Tag,
    /// The number of the word it depends on, from 1; 0 for none.
    pub(crate) head: usize,
    /// How it depends on it.
    pub(crate) relation: String,
}

/// The sentences of the files in `dir` whose names end so, in the order of their names.
pub(crate) fn sentences(dir: &Path, endings: &[&str]) -> Result<Vec<Vec<Word>>> {
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
    let mut words: Vec<Word> = Vec::new();
    // Of each word of the treebank, the word it is a part of, and the number of the one it depends on.
    let mut parts: Vec<(usize, usize, String)> = Vec::new();
    let (mut glued, mut hyphen) = (false, false);
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, form, _, _, tag, _, head, relation, _, misc] = fields[..] else {
            continue;
        };
        if id.contains(['-', '.']) {
            continue;
        }
        let tag = Tag::parse(tag).unwrap_or_default();
        match words.last_mut() {
            Some(last) if glued && (hyphen || tag == Tag::HYPH) => {
                last.form.push_str(form);
                if tag != Tag::HYPH {
                    last.tag = tag;
                }
            }
            _ => words.push(Word {
                form: form.to_owned(),
                tag,
                head: 0,
                relation: String::new(),
            }),
        }
        let relation = relation.split(':').next().unwrap_or_default();
        let head = head.parse().unwrap_or(0);
        parts.push((words.len() - 1, head, relation.to_owned()));
        hyphen = tag == Tag::HYPH;
        glued = misc.contains("SpaceAfter=No");
    }
    for (word, head, relation) in &parts {
        let above = head.checked_sub(1).and_then(|head| parts.get(head));
        let above = above.map(|(above, ..)| *above);
        if words[*word].relation.is_empty() && above != Some(*word) {
            words[*word].head = above.map_or(0, |above| above + 1);
            words[*word].relation.clone_from(relation);
        }
    }
    words
}
