//! Numbers of more digits than Excel keeps: their last ones differ from the pages, which is said beside them.

use crate::dataset::{Isi, Table};
use crate::vocabulary::tampil;
use rust_decimal::Decimal;

/// How many digits Excel keeps of a number.
pub const KEPT: usize = 15;

/// Whether a number as it is shown has more digits than Excel keeps.
pub fn is_long(shown: &str) -> bool {
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    // Noughts at either end are kept whatever they are.
    digits.trim_matches('0').len() > KEPT
}

/// A number with so many decimals, where it has more digits than Excel keeps.
pub fn long(value: Decimal, decimals: u32) -> Option<String> {
    // Most numbers are told by their size.
    let is_short = value.mantissa().unsigned_abs() < 10_u128.pow(KEPT as u32);
    (!is_short).then(|| tampil(value, decimals)).filter(|shown| is_long(shown))
}

/// Whether one of a column's numbers has more digits than Excel keeps.
pub fn any_long(table: &Table, column: usize) -> bool {
    table.values(column).any(|isi| match isi {
        Isi::Angka(value) => {
            value.mantissa().unsigned_abs() >= 10_u128.pow(KEPT as u32)
                && value.normalize().mantissa().unsigned_abs() >= 10_u128.pow(KEPT as u32)
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_beyond_fifteen_are_told() {
        for (shown, wanted) in [
            ("-873.737.078.314.079,39", true),
            ("873.737.078.314.079,00", false),
            ("1.873.737.078.314.000", false),
            ("1.873.737.078.314.079", true),
            ("0,00001234567890123", false),
            ("n/a", false),
        ] {
            assert_eq!(is_long(shown), wanted, "{shown}");
        }
        let value = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(long(value("873737078314079.39"), 2).as_deref(), Some("873.737.078.314.079,39"));
        // A quotient's further digits are none that the pages show.
        assert_eq!(long(value("33.33333333333333333333"), 2), None);
    }
}
