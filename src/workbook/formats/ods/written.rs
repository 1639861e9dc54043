//! Values that are written as texts: errors, dates.

use crate::workbook::formats::iso_date;
use rust_decimal::Decimal;

/// `#DIV/0!`, `#NAME?`, `#N/A`, `Err:502`.
pub(super) fn is_error_text(text: &str) -> bool {
    let code = text.strip_prefix("Err:").is_some_and(|code| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit()));
    let named = text.starts_with('#') && (text.ends_with(['!', '?']) || text == "#N/A") && !text.contains(' ');
    code || named
}

/// The serial of a date. Before March 1900 LibreOffice counts from 30 December
/// 1899, so that its day 0, which offices mean as "no date", is 0 here too.
pub(super) fn date(text: &str) -> Option<Decimal> {
    let serial = iso_date::serial(text)?;
    if serial >= Decimal::from(61) {
        return Some(serial);
    }
    serial.checked_add(Decimal::ONE)
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn the_day_that_is_no_date() {
        assert_eq!(date("1899-12-30"), Some(Decimal::ZERO));
        assert_eq!(date("1900-03-01"), Some(Decimal::from(61)));
        assert_eq!(date("2022-01-24"), Some(Decimal::from(44_585)));
    }

    #[test]
    fn error_texts() {
        for text in ["#DIV/0!", "#NAME?", "#N/A", "Err:502", "#SPILL!"] {
            assert!(is_error_text(text), "{text}");
        }
        for text in ["", "#", "Err:", "# 5 unit!", "#1", "Error"] {
            assert!(!is_error_text(text), "{text}");
        }
    }
}
