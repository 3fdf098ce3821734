//! What was read to get articles: a file, as it was then, and the articles it gave.

/// A file that was read, so that an unchanged one need not be read again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// Its path, as the caller names it.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// When it was changed last, in nanoseconds since 1970.
    pub modified: i64,
    /// Its content as a number, if the caller made one.
    pub hash: u64,
    /// The ids of the articles it gave.
    pub articles: Vec<String>,
    /// The ids of those it gave before and gives no more, which are still in.
    pub former: Vec<String>,
}

impl Source {
    /// Its bytes in the index.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        bytes.extend_from_slice(&self.size.to_le_bytes());
        bytes.extend_from_slice(&self.modified.to_le_bytes());
        bytes.extend_from_slice(&self.hash.to_le_bytes());
        // No id is empty, so that an empty string can part the two lists.
        let part = String::new();
        let former = (!self.former.is_empty()).then_some(&part).into_iter();
        let articles = self.articles.iter().chain(former).chain(&self.former);
        for string in std::iter::once(&self.path).chain(articles) {
            bytes.extend_from_slice(&(string.len() as u64).to_le_bytes());
            bytes.extend_from_slice(string.as_bytes());
        }
        bytes
    }

    /// What [`write`](Self::write) wrote.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut at = 0;
        let take = |at: &mut usize, length: usize| {
            let end = at.checked_add(length)?;
            let taken = bytes.get(*at..end)?;
            *at = end;
            Some(taken)
        };
        let number = |at: &mut usize| Some(u64::from_le_bytes(take(at, 8)?.try_into().ok()?));
        let size = number(&mut at)?;
        let modified = number(&mut at)?.cast_signed();
        let hash = number(&mut at)?;
        let mut strings = Vec::new();
        while at < bytes.len() {
            let length = usize::try_from(number(&mut at)?).ok()?;
            strings.push(std::str::from_utf8(take(&mut at, length)?).ok()?.to_owned());
        }
        let mut strings = strings.into_iter();
        Some(Self {
            path: strings.next()?,
            size,
            modified,
            hash,
            articles: strings.by_ref().take_while(|id| !id.is_empty()).collect(),
            former: strings.collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn reads_what_it_writes() {
        let source = Source {
            path: "news/a.jsonl".to_owned(),
            size: 12,
            modified: -5,
            hash: u64::MAX,
            articles: vec!["a".to_owned(), "ü".to_owned()],
            former: vec!["b".to_owned()],
        };
        let none = Source {
            former: Vec::new(),
            ..source.clone()
        };
        assert_eq!(Source::read(&none.write()), Some(none));
        let bytes = source.write();
        assert_eq!(Source::read(&bytes), Some(source));
        for end in 0..32 {
            assert_eq!(Source::read(&bytes[..end]), None);
        }
    }
}
