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

/// The characters of a web page: by its mark of byte order, as UTF-8, by what its server or its head declares, else by
/// what is most likely.
#[cfg(feature = "html")]
pub(super) fn page(bytes: Vec<u8>, charset: Option<&str>) -> Result<String> {
    if bytes.starts_with(b"%PDF") {
        return Err(input("is a PDF, not a page".to_owned()));
    }
    if let Some((encoding, length)) = Encoding::for_bom(&bytes) {
        return Ok(encoding
            .decode_without_bom_handling(&bytes[length..])
            .0
            .into_owned());
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error.into_bytes(),
    };
    let declared = charset
        .and_then(|name| Encoding::for_label(name.trim().as_bytes()))
        .or_else(|| declared(&bytes));
    let encoding = declared.unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(&bytes, true);
        detector.guess(None, Utf8Detection::Allow)
    });
    Ok(encoding.decode_without_bom_handling(&bytes).0.into_owned())
}

/// The encoding that the first 4 KB of a page declare.
#[cfg(feature = "html")]
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(4096)].to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let charsets = head.match_indices("charset=");
    let encodings = head.match_indices("encoding=").take(1);
    charsets.chain(encodings).find_map(|(at, found)| {
        let name = head[at + found.len()..].trim_start_matches(['"', '\'', ' ']);
        let end = name
            .find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c))
            .unwrap_or(name.len());
        let encoding = Encoding::for_label(&name.as_bytes()[..end])?;
        // A page that can be searched for the word is not UTF-16, whatever it says.
        Some(if encoding.is_ascii_compatible() {
            encoding
        } else {
            UTF_8
        })
    })
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
