//! Personal data (NIK, phone numbers, e-mail addresses, birth dates) never
//! appear in full: told by their shape, in any script and width, whatever
//! blanks, dots, dashes or unseen characters stand between.

use super::birth::birth_dates;
use super::digit::digit;
use super::visible::is_unseen;
use std::ops::Range;

/// Masks all but the last four digits: `3575012345671234` becomes
/// `************1234`. Texts with fewer than 8 digits are masked whole.
///
/// ```
/// assert_eq!(iku::vocabulary::mask_digits("3575012345671234"), "************1234");
/// assert_eq!(iku::vocabulary::mask_digits("12345"), "*****");
/// ```
pub fn mask_digits(text: &str) -> String {
    let digits = text.chars().filter(|c| digit(*c).is_some()).count();
    let keep = if digits >= 8 { 4 } else { 0 };
    let mut seen = 0;
    text.chars()
        .map(|c| {
            if digit(c).is_none() {
                return c;
            }
            seen += 1;
            if seen > digits - keep { c } else { '*' }
        })
        .collect()
}

/// Masks what in any text has the shape of a NIK or KK number, a phone number
/// (mobile or fixed) or an e-mail address.
///
/// ```
/// use iku::vocabulary::mask_in_text;
/// assert_eq!(mask_in_text("Ibu Siti (0812-3456-7890)"), "Ibu Siti (****-****-7890)");
/// assert_eq!(mask_in_text("siti@gmail.com"), "****@*****.com");
/// ```
pub fn mask_in_text(text: &str) -> String {
    // Most texts hold neither enough digits nor the sign.
    if text.bytes().all(|byte| byte.is_ascii() && byte != b'@') && text.bytes().filter(u8::is_ascii_digit).nth(8).is_none() {
        return text.to_owned();
    }
    let digits = text.chars().filter(|c| digit(*c).is_some()).take(9).count();
    let mut masked = if digits < 9 { text.to_owned() } else { mask_numbers(text) };
    if masked.contains(AT_SIGNS) {
        masked = mask_addresses(&masked);
    }
    masked
}

/// The same for what stands between quotes alone: a formula's numbers are figures, its texts are not.
pub fn mask_quoted(formula: &str, quote: &str) -> String {
    let parts = formula.split(quote).enumerate();
    let parts = parts.map(|(index, part)| if index % 2 == 1 { mask_in_text(part) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join(quote)
}

/// The same for a text that may name a person (a row's name, a cell's text): a
/// birth date beside the name is masked too.
///
/// ```
/// use iku::vocabulary::mask_person;
/// assert_eq!(mask_person("Siti Aminah, 12-05-1980"), "Siti Aminah, **-**-****");
/// assert_eq!(mask_person("RAT tanggal 12-05-2021"), "RAT tanggal 12-05-2021");
/// ```
pub fn mask_person(text: &str) -> String {
    let mut masked = mask_in_text(text);
    // A date has digits.
    if masked.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_digit()) {
        return masked;
    }
    for place in birth_dates(&masked).into_iter().rev() {
        let date: String = masked[place.clone()].chars().map(|c| if digit(c).is_some() { '*' } else { c }).collect();
        masked.replace_range(place, &date);
    }
    masked
}

/// Digits that stand together, unseen characters between them stepped over.
struct Group {
    bytes: Range<usize>,
    digits: Vec<u8>,
    /// What stands between the group before and this one, unseen characters left out.
    before: String,
}

/// What may stand between the groups of one number.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '.' | '-' | '/' | '(' | ')' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '．' | '－' | '・')
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut before = String::new();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if let Some(value) = digit(c) {
            match groups.last_mut().filter(|_| before.is_empty()) {
                Some(group) => {
                    group.digits.push(value);
                    group.bytes.end = end;
                }
                None => groups.push(Group { bytes: at..end, digits: vec![value], before: std::mem::take(&mut before) }),
            }
        } else if !is_unseen(c) {
            before.push(if c == '＋' { '+' } else { c });
        }
    }
    groups
}

/// No number of these has more groups.
const MOST_GROUPS: usize = 16;

fn mask_numbers(text: &str) -> String {
    let groups = groups(text);
    let mut masked = text.to_owned();
    let mut at = 0;
    while at < groups.len() {
        let found = nik(&groups[at..])
            .or_else(|| phone(&groups[at..], &groups[..at]))
            .or_else(|| landline(&groups[at..], |end| stands_alone(text, groups[at].bytes.start, end)));
        let Some(count) = found else {
            at += 1;
            continue;
        };
        let range = groups[at].bytes.start..groups[at + count - 1].bytes.end;
        // A digit and its star may differ in length: the text is put together anew below.
        masked.replace_range(range.clone(), &pad(&mask_digits(&text[range.clone()]), range.len()));
        at += count;
    }
    masked.retain(|c| c != FILLER);
    masked
}

/// Stands for the bytes that a star is shorter than its digit; no text holds it after this.
const FILLER: char = '\0';

fn pad(text: &str, bytes: usize) -> String {
    let mut padded = text.to_owned();
    padded.extend(std::iter::repeat_n(FILLER, bytes.saturating_sub(text.len())));
    padded
}

/// A run of groups that goes on from the first: all digits, and whether the
/// groups are the thousands of an amount.
fn joined(groups: &[Group], is_between: impl Fn(&str) -> bool) -> impl Iterator<Item = (usize, Vec<u8>)> {
    let mut digits = Vec::new();
    let mut runs = Vec::new();
    for (index, group) in groups.iter().take(MOST_GROUPS).enumerate() {
        if index > 0 && !is_between(&group.before) {
            break;
        }
        digits.extend(&group.digits);
        runs.push((index + 1, digits.clone()));
        if digits.len() > 20 {
            break;
        }
    }
    runs.into_iter()
}

/// How many groups make up a NIK or KK number: 16 digits, unbroken, or broken
/// by one kind of separator where province, day and month are such as they may be.
fn nik(groups: &[Group]) -> Option<usize> {
    let first = groups.first()?;
    if first.digits.len() == 16 {
        return (!is_decimal(groups)).then_some(1);
    }
    let kind = groups.get(1)?.before.clone();
    let single = kind.chars().count() <= 3 && kind.chars().all(is_separator);
    let (count, digits) = joined(groups, |between| single && between == kind).find(|(_, digits)| digits.len() >= 16)?;
    let sizes: Vec<usize> = groups[..count].iter().map(|group| group.digits.len()).collect();
    // 3.575.012.345.671.234 is an amount.
    let is_amount = sizes[0] <= 3 && sizes[1..].iter().all(|size| *size == 3);
    (digits.len() == 16 && !is_amount && is_nik(&digits)).then_some(count)
}

/// `1234567890123456,78` and `0.1234567890123456` are numbers.
fn is_decimal(groups: &[Group]) -> bool {
    let point = |text: &str| text == "," || text == ".";
    groups.get(1).is_some_and(|next| point(&next.before) && next.digits.len() != 16) || point(&groups[0].before)
}

/// Province 11 to 99, day 1 to 31 (women's: 41 to 71), month 1 to 12.
fn is_nik(digits: &[u8]) -> bool {
    let two = |at: usize| digits[at] * 10 + digits[at + 1];
    let day = if two(6) > 40 { two(6) - 40 } else { two(6) };
    two(0) >= 11 && (1..=31).contains(&day) && (1..=12).contains(&two(8))
}

/// How many groups make up a mobile phone number: +62, 62 or 0, then 8 and 8 to 11 more digits.
fn phone(groups: &[Group], earlier: &[Group]) -> Option<usize> {
    let first = groups.first()?;
    // A part of a date or of a longer number begins none.
    let goes_on = !earlier.is_empty() && matches!(first.before.as_str(), "." | "-" | "/" | ",");
    if goes_on && !first.before.ends_with('+') {
        return None;
    }
    let between = |text: &str| !text.is_empty() && text.chars().count() <= 3 && text.chars().all(is_separator);
    let runs: Vec<(usize, Vec<u8>)> = joined(groups, between).collect();
    // 0.8123456789 is a share.
    let is_share = first.digits == [0] && groups.get(1).is_some_and(|next| next.before == "." && next.digits.len() > 4);
    let national = |digits: &[u8]| match digits {
        [0, rest @ ..] if rest.first() == Some(&8) => Some(rest.len()),
        [6, 2, 0, rest @ ..] | [6, 2, rest @ ..] if rest.first() == Some(&8) => Some(rest.len()),
        _ => None,
    };
    let fits = |(count, digits): &(usize, Vec<u8>)| {
        // The thousands of an amount begin with no 0, and 62.812.345.678 stands alone.
        let sizes: Vec<usize> = groups[..*count].iter().map(|group| group.digits.len()).collect();
        let is_amount = digits[0] == 6
            && *count > 1
            && sizes[1..].iter().all(|size| *size == 3)
            && groups[1..*count].iter().all(|group| group.before == ".")
            && !first.before.ends_with('+');
        !is_amount && national(digits).is_some_and(|length| (9..=12).contains(&length))
    };
    if is_share { None } else { runs.iter().rfind(|run| fits(run)).map(|(count, _)| *count) }
}

/// How many groups make up a fixed number: an area code (`021`, `0343`, `+62 343`) and five
/// to eight digits of its own, in at most four groups. `alone`: whether what ends there is
/// no part of a longer sign.
fn landline(groups: &[Group], alone: impl Fn(usize) -> bool) -> Option<usize> {
    let first = groups.first()?;
    let goes_on = matches!(first.before.chars().next_back(), Some('.' | '-' | '/' | ','));
    let is_abroad = first.before.ends_with('+') && first.digits.starts_with(&[6, 2]);
    if goes_on {
        return None;
    }
    // What follows the area code's 0, and in how many digits of the first groups that stands.
    let (skipped, code) = match (first.digits.as_slice(), is_abroad) {
        ([6, 2, 0, rest @ ..] | [6, 2, rest @ ..], true) if !rest.is_empty() => (0, rest),
        ([6, 2], true) => match groups.get(1)?.digits.as_slice() {
            [0] => (2, groups.get(2)?.digits.as_slice()),
            [0, rest @ ..] | rest => (1, rest),
        },
        ([0, rest @ ..], false) => (0, rest),
        _ => return None,
    };
    if !matches!(code.first(), Some(2..=7 | 9)) {
        return None;
    }
    let own = &groups[skipped..];
    let in_one = code.len() >= 7;
    let is_area = matches!(code.len(), 2 | 3);
    let most = if in_one { 1 } else { 4 };
    let mut digits = code.len();
    let mut found = (in_one && (8..=11).contains(&digits) && alone(own[0].bytes.end)).then_some(1);
    for (index, group) in own.iter().enumerate().take(most).skip(1).filter(|_| is_area) {
        let between = group.before.as_str();
        let is_between = !between.is_empty()
            && between.chars().count() <= 3
            && between.chars().all(|c| is_separator(c) && c != '/' && (c != '.' || is_abroad));
        if !is_between || group.digits.len() < 2 {
            break;
        }
        digits += group.digits.len();
        if (7..=11).contains(&digits) && digits - code.len() >= 5 && alone(group.bytes.end) {
            found = Some(index + 1);
        }
    }
    found.map(|count| skipped + count)
}

/// Whether what stands from `start` to `end` is no part of a longer sign: `BH0343421234/KOP`.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let mut after = text[end..].chars().skip_while(|c| is_unseen(*c));
    let (next, then) = (after.next(), after.next());
    let goes_on = |c: char| c.is_alphanumeric();
    let is_joined = matches!(next, Some('/' | '.' | '-' | ',')) && then.is_some_and(goes_on);
    !(is_joined || before.is_some_and(goes_on) || next.is_some_and(goes_on))
}

const AT_SIGNS: [char; 3] = ['@', '＠', '﹫'];

/// Masks e-mail addresses: `siti@gmail.com` becomes `****@*****.com`.
fn mask_addresses(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%' | '．') || is_unseen(c);
    let mut hidden = vec![false; characters.len()];
    for (at, _) in characters.iter().enumerate().filter(|(_, c)| AT_SIGNS.contains(c)) {
        let length = |run: &mut dyn Iterator<Item = &char>| run.take_while(|c| is_part(**c)).count();
        let own = length(&mut characters[..at].iter().rev());
        let domain = length(&mut characters[at + 1..].iter());
        let last_dot = characters[at + 1..at + 1 + domain].iter().rposition(|c| matches!(c, '.' | '．'));
        if own == 0 || domain == 0 {
            continue;
        }
        hidden[at - own..at].fill(true);
        let shown_from = last_dot.filter(|dot| dot + 1 < domain).unwrap_or(domain);
        hidden[at + 1..at + 1 + shown_from].fill(true);
    }
    characters.iter().zip(hidden).map(|(c, hidden)| if hidden { '*' } else { *c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identity_numbers_are_masked_in_any_dress() {
        for (text, masked) in [
            ("NIK 3575012345671234, Rp1234567", "NIK ************1234, Rp1234567"),
            ("NIK3575012345671234", "NIK************1234"),
            ("３５７５０１２３４５６７１２３４", "************１２３４"),
            ("٣٥٧٥٠١٢٣٤٥٦٧١٢٣٤", "************١٢٣٤"),
            ("3575 0112 0580 1234", "**** **** **** 1234"),
            ("35.75.01.520580.1234", "**.**.**.******.1234"),
            ("357501-120580-1234", "******-******-1234"),
            ("3575\u{200b}0123456\u{202d}71234", "****\u{200b}*******\u{202d}*1234"),
            ("3575012345671234 0812 3456 7890", "************1234 **** **** 7890"),
        ] {
            assert_eq!(mask_in_text(text), masked, "{text}");
        }
    }

    #[test]
    fn phones_and_addresses_are_masked_in_any_dress() {
        for text in [
            "0812-3456-7890",
            "081234567890",
            "0812 3456 7890",
            "0812.3456.7890",
            "(0812) 3456-7890",
            "+62 812 3456 7890",
            "+62812-3456-7890",
            "62 812-3456-789",
            "6281234567890",
            "628123456789",
            "0 812 3456 7890",
            "＋６２ ８１２ ３４５６ ７８９０",
            "+62 (0) 812 3456 7890",
            "0857 123 456 78",
        ] {
            let masked = mask_in_text(&format!("Toko HP {text} Jaya"));
            assert_eq!(masked.chars().filter(|c| digit(*c).is_some()).count(), 4, "{text}: {masked}");
        }
        assert_eq!(mask_in_text("a.b+c@mail.go.id, x"), "*****@*******.id, x");
        assert_eq!(mask_in_text("siti＠gmail．com"), "****＠*****．com");
        assert_eq!(mask_in_text("Beras @ Rp12.000 @5"), "Beras @ Rp12.000 @5");
    }

    #[test]
    fn fixed_numbers_are_masked_in_any_dress() {
        for text in [
            "(0343) 421234",
            "0343-421234",
            "0343 421 234",
            "0343421234",
            "021-5551234",
            "(021) 555 12 34",
            "+62 343 421234",
            "+62343421234",
            "+62-21-555-1234",
            "+62 (0343) 421234",
            "+62 (0) 343 421234",
            "０３４３ ４２１２３４",
        ] {
            let masked = mask_in_text(&format!("Toko telp {text}, Jaya"));
            assert_eq!(masked.chars().filter(|c| digit(*c).is_some()).count(), 4, "{text}: {masked}");
        }
        for text in [
            "No. 0343/12345/BH",
            "BH0343421234",
            "0343-421234/KOP",
            "02-03-2021 10:30",
            "02.123.456.7-651.000",
            "0343 2021",
            "021 1234",
            "0,343421234",
            "0.343421234",
            "Nomor 518/0343-42123",
            "00012345678",
            "NIB 0220101234567",
            "RAT 02/03/2021 421234",
        ] {
            assert_eq!(mask_in_text(text), text);
        }
    }

    #[test]
    fn what_is_not_personal_stays() {
        for text in [
            "19640505 199303 1 012",
            "196405051993031012",
            "NIB 9120001234567",
            "NIK koperasi 3575010020001",
            "518/081/BH/KDK.13.24/1.2/XI/1998",
            "AHU-0008123.AH.01.26.TAHUN 2021",
            "Rp3.575.012.345.671.234",
            "Rp62.812.345.678",
            "1234567890123456,78",
            "0.1234567890123456",
            "0.8123456789",
            "RAT 12-08-2021, 2021-08-12 2022-08-12",
            "1.081.234.567.890",
            "************1234",
            "2020: 812.345.678, 2021: 912.345.678",
        ] {
            assert_eq!(mask_person(text), text);
        }
    }

    #[test]
    fn masking_twice_is_masking_once_and_takes_no_longer_than_the_text() {
        for text in ["+62 812 3456 7890 / 3575012345671234 / a@b.co", "Siti, 1 Mei 1980", "１２ ３４"] {
            assert_eq!(mask_person(&mask_person(text)), mask_person(text));
        }
        let long = "0812/".repeat(100_000) + &"1 2.".repeat(100_000) + &"a@".repeat(1000);
        assert!(mask_person(&long).len() <= long.len());
    }
}
