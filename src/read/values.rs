//! A stream of JSON cut into its values: one a line, one after another, or the elements of an array.

use std::io::{BufRead, ErrorKind as IoErrorKind, Read};

use crate::error::{Error, ErrorKind, Result};

/// The longest value that is taken into memory.
const LONGEST: u64 = 256 << 20;

/// The values of a stream, each with the line it begins at.
pub(super) struct Values<R> {
    reader: R,
    line: u64,
    state: State,
    /// Lists that were opened and not closed, outside of values.
    open: u64,
    /// Whether there was a value.
    any: bool,
}

enum State {
    Start,
    /// One value a line: a broken one costs no other.
    Lines,
    /// Values one after another, or the elements of an array.
    Nested,
    Done,
}

impl<R: BufRead> Values<R> {
    pub(super) fn new(reader: R) -> Self {
        Self {
            reader,
            line: 1,
            state: State::Start,
            open: 0,
            any: false,
        }
    }

    /// Whether each line is a value: the first is one by itself, or is broken and the next begins anew.
    fn starts_with_lines(&mut self) -> Result<bool> {
        let head = self.reader.fill_buf()?;
        let mut lines = head
            .split_inclusive(|&byte| byte == b'\n')
            .map(<[u8]>::trim_ascii)
            .filter(|line| !line.is_empty());
        let Some(first) = lines.next() else {
            return Ok(false);
        };
        let is_object = |line: &[u8]| line.starts_with(b"{");
        Ok(is_object(first)
            && (serde_json::from_slice::<serde::de::IgnoredAny>(first).is_ok()
                || lines.next().is_some_and(is_object)
                || (!first.contains(&b'\n') && first.len() >= head.len() && first.len() > 2)))
    }

    fn next_line(&mut self) -> Option<Result<(u64, Vec<u8>)>> {
        loop {
            let mut line = Vec::new();
            let read = (&mut self.reader)
                .take(LONGEST)
                .read_until(b'\n', &mut line);
            let at = self.line;
            match read {
                Err(error) => {
                    self.state = State::Done;
                    return Some(Err(broken(&error).at_line(at)));
                }
                Ok(0) => return None,
                Ok(_) if line.last() != Some(&b'\n') && line.len() as u64 == LONGEST => {
                    self.line += 1;
                    if let Err(error) = self.skip_line() {
                        self.state = State::Done;
                        return Some(Err(broken(&error).at_line(at)));
                    }
                    return Some(Err(too_long().at_line(at)));
                }
                Ok(_) => self.line += 1,
            }
            if !line.trim_ascii().is_empty() {
                return Some(Ok((at, line)));
            }
        }
    }

    fn skip_line(&mut self) -> std::io::Result<()> {
        loop {
            let buffer = self.reader.fill_buf()?;
            let end = buffer.iter().position(|&byte| byte == b'\n');
            let length = end.map_or(buffer.len(), |at| at + 1);
            let done = end.is_some() || length == 0;
            self.reader.consume(length);
            if done {
                return Ok(());
            }
        }
    }

    /// The next object that stands between white space, commas and the brackets of an array.
    fn next_nested(&mut self) -> Option<Result<(u64, Vec<u8>)>> {
        let mut value = Vec::new();
        let mut start = self.line;
        let mut depth = 0_u32;
        let mut in_string = false;
        let mut escaped = false;
        loop {
            let buffer = match self.reader.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) => {
                    self.state = State::Done;
                    return Some(Err(broken(&error).at_line(self.line)));
                }
            };
            if buffer.is_empty() {
                self.state = State::Done;
                // What is left open is given out as it is: reading it says what is wrong.
                if !value.is_empty() {
                    return Some(Ok((start, value)));
                }
                let what = match (self.open, self.any) {
                    (0, true) => return None,
                    (0, false) => "is JSON without an article",
                    _ => "the JSON ends before its list does",
                };
                return Some(Err(Error::new(ErrorKind::Input, what).at_line(self.line)));
            }
            let mut used = 0;
            let mut done = false;
            for &byte in buffer {
                used += 1;
                self.line += u64::from(byte == b'\n');
                if value.is_empty() {
                    match byte {
                        b'[' => self.open += 1,
                        b']' => self.open = self.open.saturating_sub(1),
                        _ => {}
                    }
                    if byte.is_ascii_whitespace() || matches!(byte, b',' | b'[' | b']') {
                        continue;
                    }
                    start = self.line;
                }
                value.push(byte);
                if in_string {
                    in_string = escaped || byte != b'"';
                    escaped = !escaped && byte == b'\\';
                    continue;
                }
                match byte {
                    b'"' => in_string = true,
                    b'{' | b'[' => depth += 1,
                    b'}' | b']' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                if depth == 0 && matches!(byte, b'}' | b']' | b',' | b'\n') {
                    done = true;
                    break;
                }
            }
            self.reader.consume(used);
            if done {
                self.any = true;
                return Some(Ok((start, value)));
            }
            if value.len() as u64 > LONGEST {
                self.state = State::Done;
                return Some(Err(too_long().at_line(start)));
            }
        }
    }
}

impl<R: BufRead> Iterator for Values<R> {
    type Item = Result<(u64, Vec<u8>)>;

    fn next(&mut self) -> Option<Self::Item> {
        if matches!(self.state, State::Start) {
            self.state = match self.starts_with_lines() {
                Ok(true) => State::Lines,
                Ok(false) => State::Nested,
                Err(error) => {
                    self.state = State::Done;
                    return Some(Err(error));
                }
            };
        }
        match self.state {
            State::Lines => self.next_line(),
            State::Nested => self.next_nested(),
            State::Start | State::Done => None,
        }
    }
}

fn too_long() -> Error {
    Error::new(
        ErrorKind::Input,
        format!("is longer than {} MB", LONGEST >> 20),
    )
    .hint("write one article a line")
}

/// What went wrong in the stream beneath: a truncated gzip is the input's fault, a failing disk is not.
pub(super) fn broken(error: &std::io::Error) -> Error {
    match error.kind() {
        IoErrorKind::UnexpectedEof | IoErrorKind::InvalidData | IoErrorKind::InvalidInput => {
            Error::new(
                ErrorKind::Input,
                format!("is cut short or damaged: {error}"),
            )
        }
        IoErrorKind::FileTooLarge => Error::new(ErrorKind::Input, error.to_string()),
        _ => Error::new(ErrorKind::Io, error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::Values;

    #[track_caller]
    fn case(stream: &str, values: &[(u64, &str)]) {
        let found: Vec<_> = Values::new(stream.as_bytes())
            .map(|value| match value {
                Ok((line, value)) => (line, String::from_utf8_lossy(&value).trim().to_owned()),
                Err(error) => (0, error.to_string()),
            })
            .collect();
        let values: Vec<_> = values
            .iter()
            .map(|&(line, value)| (line, value.to_owned()))
            .collect();
        assert_eq!(found, values, "{stream:?}");
    }

    #[test]
    fn cuts_lines_and_a_broken_one_costs_no_other() {
        case(
            "{\"a\":1}\n\n{\"a\":2}\n",
            &[(1, "{\"a\":1}"), (3, "{\"a\":2}")],
        );
        case("{\"a\":\n{\"a\":2}\n", &[(1, "{\"a\":"), (2, "{\"a\":2}")]);
        case(
            "{\"a\":1}\nnonsense\n{}",
            &[(1, "{\"a\":1}"), (2, "nonsense"), (3, "{}")],
        );
    }

    #[test]
    fn cuts_documents_and_arrays() {
        case(
            "{\n \"a\": \"}\\\"]\"\n}",
            &[(1, "{\n \"a\": \"}\\\"]\"\n}")],
        );
        case(
            "[{\"a\":1},\n{\"a\":[2]}]",
            &[(1, "{\"a\":1}"), (2, "{\"a\":[2]}")],
        );
        case(
            "{\n\"a\":1}\n{\n\"a\":2}",
            &[(1, "{\n\"a\":1}"), (3, "{\n\"a\":2}")],
        );
        case("[{\"a\":1}, {\"a\"", &[(1, "{\"a\":1}"), (1, "{\"a\"")]);
        let cut = ":2: the JSON ends before its list does";
        case("[{\"a\":1},\n", &[(1, "{\"a\":1}"), (0, cut)]);
        case("[\n[", &[(0, cut)]);
        let none = ":1: is JSON without an article";
        case("[]", &[(0, none)]);
        case("", &[(0, none)]);
    }
}
