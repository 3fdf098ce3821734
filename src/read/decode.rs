//! Bytes into characters: the encoding that is declared, else the one that is plain.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use crate::error::{Error, ErrorKind, Result};

/// The characters of a text in whatever encoding. A mark of byte order is left out; nothing else is changed.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String> {
    if let Some((encoding, length)) = Encoding::for_bom(&bytes)
        && encoding != UTF_8
    {
        let (text, wrong) = encoding.decode_without_bom_handling(&bytes[length..]);
        return if wrong {
            Err(input(format!(
                "is marked as {}, but is not",
                encoding.name()
            )))
        } else {
            Ok(text.into_owned())
        };
    }
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        return Err(input(format!("is binary, not text: a NUL at byte {at}")));
    }
    let error = match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            return Ok(text);
        }
        Err(error) => error,
    };
    let at = error.utf8_error().valid_up_to();
    undeclared(error.as_bytes()).ok_or_else(|| {
        input(format!("is not UTF-8 text: byte {at} is wrong"))
            .hint("convert it first, for example with iconv -t UTF-8")
    })
}

/// The characters of a text in an older encoding, where there is no doubt that it is one.
fn undeclared(bytes: &[u8]) -> Option<String> {
    let is_control = |&byte: &u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    let wide = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    // Damaged UTF-8 is not another encoding: read as one it would look right in the wrong letters.
    let sound: usize = bytes
        .utf8_chunks()
        .map(|chunk| chunk.valid().chars().filter(|c| !c.is_ascii()).count())
        .sum();
    if sound * 4 > wide || bytes.iter().any(is_control) {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, wrong) = encoding.decode_without_bom_handling(bytes);
    let strange = text
        .chars()
        .filter(|&c| ('\u{80}'..='\u{9f}').contains(&c))
        .count();
    (!wrong && strange == 0).then(|| text.into_owned())
}

fn input(message: String) -> Error {
    Error::new(ErrorKind::Input, message)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[track_caller]
    fn case(bytes: &[u8], text: &str) {
        let read = decode(bytes.to_vec()).unwrap_or_else(|error| error.message().to_owned());
        assert_eq!(read, text);
    }

    #[test]
    fn reads_every_encoding_that_is_plain() {
        case("“Nein”, sagte sie".as_bytes(), "“Nein”, sagte sie");
        case(b"\xef\xbb\xbfmarked", "marked");
        case(b"\xff\xfeh\0i\0", "hi");
        case(b"\xfe\xff\0h\0i", "hi");
        case(
            b"The \x93old\x94 caf\xe9 stays open, its owner said \x96 for now.",
            "The “old” café stays open, its owner said – for now.",
        );
    }

    #[test]
    fn rejects_the_rest_with_its_place() {
        case(b"P\0K", "is binary, not text: a NUL at byte 1");
        case(
            "Zwei „Wörter“ und ein \u{e9}"
                .as_bytes()
                .split_last()
                .map_or(&[], |(_, rest)| rest),
            "is not UTF-8 text: byte 27 is wrong",
        );
        case(b"ab\x81\x01", "is not UTF-8 text: byte 2 is wrong");
    }
}
