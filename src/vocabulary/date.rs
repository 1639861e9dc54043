//! Calendar dates as Indonesian documents write them.

use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Tanggal {
    pub year: i32,
    pub month: u8,
    pub day: u8,
}

/// The months as official documents print them.
pub const BULAN: [&str; 12] =
    ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

impl Tanggal {
    /// A date that exists; `None` for 31 April, 29 February 2021 and the like.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let valid = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        valid.then_some(Self { year, month, day })
    }

    /// `2022-01-24`, as the profile and formulas write dates.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The date of an Excel serial day number in the 1900 system (or the 1904
    /// one). Serial 60, the 29 February 1900 that never was, is `None`, and so
    /// is 0 (`00/01/1900`), which offices mean as "no date".
    pub fn from_serial(serial: i64, date_1904: bool) -> Option<Self> {
        let days = if date_1904 { serial + 1462 } else { serial };
        if days <= 0 || days == 60 && !date_1904 || days > 2_958_465 {
            return None;
        }
        // Before the phantom leap day Excel counts from 31 December 1899, after it from the 30th.
        let unix = if days < 60 { days - 25_568 } else { days - 25_569 };
        Some(Self::from_unix_days(unix))
    }

    /// The Excel 1900-system serial of this date (its numeric cell value).
    pub fn to_serial(self) -> i64 {
        let unix = self.to_unix_days();
        if unix < -25_508 { unix + 25_568 } else { unix + 25_569 }
    }

    /// Howard Hinnant's `civil_from_days`: days since 1970-01-01 to a date.
    fn from_unix_days(days: i64) -> Self {
        let z = days + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = (doy - (153 * mp + 2) / 5 + 1) as u8;
        let month = if mp < 10 { mp + 3 } else { mp - 9 } as u8;
        let year = (yoe + era * 400) as i32 + i32::from(month <= 2);
        Self { year, month, day }
    }

    fn to_unix_days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let yoe = year.rem_euclid(400);
        let month = i64::from(self.month);
        let mp = if month > 2 { month - 3 } else { month + 9 };
        let doy = (153 * mp + 2) / 5 + i64::from(self.day) - 1;
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
        era * 146_097 + doe - 719_468
    }

    /// `24 Januari 2022`.
    pub fn panjang(self) -> String {
        format!("{} {} {}", self.day, BULAN[usize::from(self.month) - 1], self.year)
    }
}

impl fmt::Display for Tanggal {
    /// `2022-01-24`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_are_excels() {
        assert_eq!(Tanggal::from_serial(1, false), Tanggal::new(1900, 1, 1));
        assert_eq!(Tanggal::from_serial(59, false), Tanggal::new(1900, 2, 28));
        assert_eq!(Tanggal::from_serial(60, false), None);
        assert_eq!(Tanggal::from_serial(61, false), Tanggal::new(1900, 3, 1));
        assert_eq!(Tanggal::from_serial(44_585, false), Tanggal::new(2022, 1, 24));
        assert_eq!(Tanggal::from_serial(0, false), None);
        for serial in [1, 59, 61, 44_585, 2_958_465] {
            assert_eq!(Tanggal::from_serial(serial, false).map(Tanggal::to_serial), Some(serial));
        }
    }

    #[test]
    fn dates_that_do_not_exist() {
        assert_eq!(Tanggal::new(2021, 2, 29), None);
        assert_eq!(Tanggal::new(2021, 4, 31), None);
        assert_eq!(Tanggal::parse_iso("2022-1-24"), None);
        assert_eq!(Tanggal::parse_iso("2022-01-24").map(Tanggal::panjang).as_deref(), Some("24 Januari 2022"));
    }
}
