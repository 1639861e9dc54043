//! A budget year (tahun anggaran / tahun buku).

use std::fmt;
use std::ops::{Add, Sub};

/// A calendar year, 1900 to 2999 where it was read from a workbook.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(pub i32);

impl Year {
    /// The year named by a text of exactly four digits, 1900..=2999.
    ///
    /// ```
    /// use iku::vocabulary::Year;
    /// assert_eq!(Year::parse("2021"), Some(Year(2021)));
    /// assert_eq!(Year::parse("21"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Year> {
        let text = text.trim();
        let all_digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let year: i32 = if all_digits { text.parse().ok()? } else { return None };
        (1900..=2999).contains(&year).then_some(Year(year))
    }
}

impl Add<i32> for Year {
    type Output = Year;
    fn add(self, years: i32) -> Year {
        Year(self.0 + years)
    }
}

impl Sub<i32> for Year {
    type Output = Year;
    fn sub(self, years: i32) -> Year {
        Year(self.0 - years)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
