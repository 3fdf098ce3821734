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
    let (mut glued, mut hyphen) = (false, false);
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, form, _, _, tag, _, _, _, _, misc] = fields[..] else {
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
            }),
        }
        hyphen = tag == Tag::HYPH;
        glued = misc.contains("SpaceAfter=No");
    }
    words
}
