//! Numbers as people read them: "1,234 articles", "1 article", "3.2 s".

use std::time::Duration;

/// `1234567` as `1,234,567`.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1 article`, `2 articles`.
pub(crate) fn counted(number: u64, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{} {noun}{ending}", thousands(number))
}

/// `0.04 s`, `3.2 s`, `2 min 05 s`, `3 h 07 min`.
pub(crate) fn lasted(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0 => format!("{:.2} s", time.as_secs_f64()),
        1..60 => format!("{:.1} s", time.as_secs_f64()),
        60..3600 => format!("{} min {:02} s", seconds / 60, seconds % 60),
        _ => format!("{} h {:02} min", seconds / 3600, seconds / 60 % 60),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{counted, lasted, thousands};

    #[test]
    fn numbers_read_well() {
        let groups = [0, 999, 1000, 1_234_567].map(thousands);
        assert_eq!(groups, ["0", "999", "1,000", "1,234,567"]);
        assert_eq!(counted(1, "article"), "1 article");
        assert_eq!(counted(2000, "quote"), "2,000 quotes");
        let times = [40, 3_240, 125_000, 11_220_000].map(Duration::from_millis);
        assert_eq!(
            times.map(lasted),
            ["0.04 s", "3.2 s", "2 min 05 s", "3 h 07 min"]
        );
    }
}
