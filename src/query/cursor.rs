//! A place in the order of hits, to go on from.

use std::fmt;
use std::str::FromStr;

/// Where a hit stands in the order: its score, day, article and place in the article.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cursor {
    /// The score, rounded as in the order.
    pub(crate) score: f32,
    /// The day of publication as a number; the smallest for none.
    pub(crate) day: i32,
    /// The article, as a number that is the same in every index.
    pub(crate) article: u64,
    /// The passage, counted from one.
    pub(crate) nth: u32,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            score,
            day,
            article,
            nth,
        } = self;
        write!(f, "{:x}.{day:x}.{article:x}.{nth:x}", score.to_bits())
    }
}

impl FromStr for Cursor {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split('.');
        let mut next = || u64::from_str_radix(parts.next().ok_or(())?, 16).map_err(|_| ());
        let score = f32::from_bits(u32::try_from(next()?).map_err(|_| ())?);
        let day = u32::try_from(next()?).map_err(|_| ())?.cast_signed();
        let article = next()?;
        let nth = u32::try_from(next()?).map_err(|_| ())?;
        if parts.next().is_some() || !score.is_finite() {
            return Err(());
        }
        Ok(Self {
            score,
            day,
            article,
            nth,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Cursor;

    #[test]
    fn reads_what_it_writes() {
        let cursor = Cursor {
            score: 7.25,
            day: -3,
            article: u64::MAX,
            nth: 12,
        };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        for wrong in ["", "1.2.3", "1.2.3.4.5", "x.1.1.1", "7fc00000.1.1.1"] {
            assert_eq!(wrong.parse::<Cursor>(), Err(()), "{wrong}");
        }
    }
}
