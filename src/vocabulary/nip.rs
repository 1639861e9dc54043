//! NIP, the civil servants' number: birth date (8 digits), month of
//! appointment (6), sex (1 or 2), serial number (3).

use super::Tanggal;

/// A checked NIP; `printed` is the text exactly as the profile gave it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Nip {
    pub printed: String,
}

/// Why a text is no NIP.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NipError {
    /// How many digits stand there instead of 18.
    Length(usize),
    /// Something other than digits and spaces.
    Character(char),
    BirthDate,
    AppointmentMonth,
    Sex,
    /// Appointed as a child, or before birth: the years of both.
    TooYoung {
        lahir: i32,
        diangkat: i32,
    },
}

/// Nobody is appointed before; the youngest are 18, and a birth date may have been put right since.
const YOUNGEST: i32 = 15;

impl Nip {
    /// Checks a NIP, spaced or not.
    pub fn parse(text: &str) -> Result<Self, NipError> {
        if let Some(odd) = text.chars().find(|c| !c.is_ascii_digit() && *c != ' ') {
            return Err(NipError::Character(odd));
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if digits.len() != 18 {
            return Err(NipError::Length(digits.len()));
        }
        let number = |from: usize, to: usize| digits[from..to].parse::<i32>().unwrap_or(0);
        let birth = Tanggal::new(number(0, 4), number(4, 6) as u8, number(6, 8) as u8);
        if !birth.is_some_and(|date| (1900..=2100).contains(&date.year)) {
            return Err(NipError::BirthDate);
        }
        // CPNS appointed as PPPK carry month 21 in this field, so 21 is allowed beside 01 to 12.
        let month = number(12, 14);
        if !(1900..=2100).contains(&number(8, 12)) || !((1..=12).contains(&month) || month == 21) {
            return Err(NipError::AppointmentMonth);
        }
        if !matches!(&digits[14..15], "1" | "2") {
            return Err(NipError::Sex);
        }
        let (lahir, diangkat) = (number(0, 4), number(8, 12));
        if diangkat - lahir < YOUNGEST {
            return Err(NipError::TooYoung { lahir, diangkat });
        }
        Ok(Self { printed: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_own_nip_passes_and_typing_errors_do_not() {
        assert!(Nip::parse("19640505 199303 1 012").is_ok());
        assert!(Nip::parse("196405051993031012").is_ok());
        assert_eq!(Nip::parse("19640505 199303 1 01"), Err(NipError::Length(17)));
        assert_eq!(Nip::parse("19641305 199303 1 012"), Err(NipError::BirthDate));
        assert_eq!(Nip::parse("19640505 199313 1 012"), Err(NipError::AppointmentMonth));
        let too_young = NipError::TooYoung { lahir: 2025, diangkat: 1993 };
        assert_eq!(Nip::parse("20250505 199303 1 012"), Err(too_young));
        assert!(Nip::parse("20050505 202421 1 012").is_ok());
        assert_eq!(Nip::parse("19640505 199303 3 012"), Err(NipError::Sex));
        assert_eq!(Nip::parse("19640505-199303 1 012"), Err(NipError::Character('-')));
    }
}
