//! The numbers that tell a person: NIK and KK, in the shapes that people and programs give them.

use super::digit_groups::{Group, is_separator, joined};
use rust_decimal::Decimal;

/// How many groups make up a NIK or KK number: 16 digits, unbroken, or broken
/// by one kind of separator where province, day and month are such as they may be.
/// Where a word says what it is (`is_said`), it may be broken by any.
pub(super) fn nik(groups: &[Group], is_said: bool) -> Option<usize> {
    let first = groups.first()?;
    if first.digits.len() == 16 {
        return (!is_decimal(groups)).then_some(1);
    }
    if is_said {
        // A digit too many or too few: a slip tells the person all the same.
        if matches!(first.digits.len(), 15 | 17) {
            return Some(1);
        }
        let any = |between: &str| between.chars().count() <= 3 && !between.contains(char::is_alphanumeric);
        if let Some((count, _)) = joined(groups, any).find(|(_, digits)| digits.len() == 16) {
            return Some(count);
        }
    }
    let kind = groups.get(1)?.before.clone();
    let is_usual = kind.chars().all(is_separator);
    let single = kind.chars().count() <= 3 && !kind.contains(char::is_alphanumeric);
    let (count, digits) = joined(groups, |between| single && between == kind).find(|(_, digits)| digits.len() >= 16)?;
    let sizes: Vec<usize> = groups[..count].iter().map(|group| group.digits.len()).collect();
    // 3.575.012.345.671.234 is an amount.
    let is_amount = sizes[0] <= 3 && sizes[1..].iter().all(|size| *size == 3);
    // Numbers in a row are broken by commas and the like too: such a one is a NIK only where people break it.
    let goes_on = groups.get(count).is_some_and(|next| next.before == kind);
    let is_list = !is_usual && (goes_on || !BREAKS.contains(&sizes.as_slice()));
    (digits.len() == 16 && !is_amount && !is_list && is_nik(&digits)).then_some(count)
}

/// Where people break a NIK.
const BREAKS: [&[usize]; 6] = [&[4, 4, 4, 4], &[6, 6, 4], &[2, 2, 2, 6, 4], &[2, 2, 2, 2, 2, 2, 4], &[6, 10], &[12, 4]];

/// `3,575012345671234E+15`: a NIK as a number of sixteen digits that a program wrote in powers of ten. How many groups.
pub(super) fn scientific_nik(groups: &[Group]) -> Option<usize> {
    let [whole, places, power] = groups.get(..3)? else { return None };
    let is_one =
        whole.digits.len() == 1 && matches!(places.before.as_str(), "," | ".") && (12..=15).contains(&places.digits.len());
    let is_power = matches!(power.before.to_lowercase().as_str(), "e" | "e+") && power.digits == [1, 5];
    // The power itself stays.
    let mut digits = [whole.digits.as_slice(), places.digits.as_slice()].concat();
    digits.resize(16, 0);
    (is_one && is_power && is_nik(&digits)).then_some(2)
}

/// Whether the word before a number says that it tells a person: `NIK: `, `No. KTP `.
pub(super) fn says_identity(before: &str) -> bool {
    let words = before.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let word = words.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(word, "nik" | "ktp" | "kk" | "kependudukan" | "identitas")
}

/// `1234567890123456,78` and `0.1234567890123456` are numbers; `3575012345671234.0` is a NIK that was kept as one.
fn is_decimal(groups: &[Group]) -> bool {
    let point = |text: &str| text == "," || text == ".";
    let is_nought = groups.get(1).is_some_and(|next| next.digits.iter().all(|digit| *digit == 0) && next.digits.len() <= 2);
    if is_nought && is_nik(&groups[0].digits) && !point(&groups[0].before) {
        return false;
    }
    groups.get(1).is_some_and(|next| point(&next.before) && next.digits.len() != 16) || point(&groups[0].before)
}

/// Whether a number without separators is a person's: sixteen digits as a NIK has them.
pub fn is_identity_number(value: Decimal) -> bool {
    let first = Decimal::from(1_100_000_000_000_000u64);
    if value < first || !value.fract().is_zero() {
        return false;
    }
    let digits: Vec<u8> = value.trunc().normalize().to_string().bytes().map(|byte| byte - b'0').collect();
    digits.len() == 16 && is_nik(&digits)
}

/// Province 11 to 99, day 1 to 31 (women's: 41 to 71), month 1 to 12.
fn is_nik(digits: &[u8]) -> bool {
    let two = |at: usize| digits[at] * 10 + digits[at + 1];
    let day = if two(6) > 40 { two(6) - 40 } else { two(6) };
    two(0) >= 11 && (1..=31).contains(&day) && (1..=12).contains(&two(8))
}
