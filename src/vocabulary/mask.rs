//! Personal data (NIK, phone numbers, e-mail addresses, birth dates) never
//! appear in full: told by their shape, in any script and width, whatever
//! blanks, dots, dashes or unseen characters stand between.

use super::birth::{birth_dates, said_births, says_birth};
use super::digit::{digit, lookalike};
use super::digit_groups::{Group, groups, lookalike_groups, may_be_one};
use super::identity::{nik, says_identity, scientific_nik};
use super::spelled::{is_domain, mask_spelled, may_be_spelled};
use super::telephone::{abroad, landline, may_be_within_town, phone, says_official, says_telephone, stands_alone, within_town};
use super::visible::is_unseen;

/// Masks all but the last four digits: `3575012345671234` becomes
/// `************1234`. Texts with fewer than 8 digits are masked whole.
///
/// ```
/// assert_eq!(iku::vocabulary::mask_digits("3575012345671234"), "************1234");
/// assert_eq!(iku::vocabulary::mask_digits("12345"), "*****");
/// ```
pub fn mask_digits(text: &str) -> String {
    mask_all_but_last(text, |c| digit(c).is_some())
}

/// The same for a number that is known to be one: letters in the place of digits are masked too.
fn mask_number(text: &str) -> String {
    mask_all_but_last(text, |c| digit(c).or_else(|| lookalike(c)).is_some())
}

fn mask_all_but_last(text: &str, is_digit: impl Fn(char) -> bool) -> String {
    let digits = text.chars().filter(|c| is_digit(*c)).count();
    let keep = if digits >= 8 { 4 } else { 0 };
    let mut seen = 0;
    text.chars()
        .map(|c| {
            if !is_digit(c) {
                return c;
            }
            seen += 1;
            if seen > digits - keep { c } else { '*' }
        })
        .collect()
}

/// Masks what in any text has the shape of a NIK or KK number, a phone number
/// (mobile, fixed or abroad) or an e-mail address, and a date after a word that says it is of birth.
///
/// ```
/// use iku::vocabulary::mask_in_text;
/// assert_eq!(mask_in_text("Ibu Siti (0812-3456-7890)"), "Ibu Siti (****-****-7890)");
/// assert_eq!(mask_in_text("siti@gmail.com"), "****@*****.com");
/// ```
pub fn mask_in_text(text: &str) -> String {
    if text.starts_with('=')
        && let Some(masked) = mask_joined(text)
    {
        return masked;
    }
    mask_shapes(text)
}

/// A formula that joins a person's number of texts, `="3575"&"011205800012"`: no digit of its texts is shown.
fn mask_joined(formula: &str) -> Option<String> {
    let mut joined = String::with_capacity(formula.len());
    let mut rest = formula;
    while let Some((before, behind)) = rest.split_once('"') {
        joined.push_str(before);
        let next = behind.trim_start().strip_prefix(['&', ';', ',']).and_then(|sign| sign.trim_start().strip_prefix('"'));
        if next.is_none() {
            joined.push('"');
        }
        rest = next.unwrap_or(behind);
    }
    joined.push_str(rest);
    if joined.len() == formula.len() || mask_shapes(&joined) == joined {
        return None;
    }
    let starred = |(index, part): (usize, &str)| {
        let star = |c: char| if index % 2 == 1 && digit(c).is_some() { '*' } else { c };
        mask_shapes(&part.chars().map(star).collect::<String>())
    };
    Some(formula.split('"').enumerate().map(starred).collect::<Vec<_>>().join("\""))
}

fn mask_shapes(text: &str) -> String {
    // Most texts hold neither enough digits nor the sign nor a bracket, in which it may be spelled.
    if text.is_ascii() && text.bytes().filter(u8::is_ascii_digit).nth(2).is_none() && !may_be_spelled(text) {
        return text.to_owned();
    }
    let digits = text.chars().filter(|c| digit(*c).is_some()).take(9).count();
    let mut masked = if digits < 6 || digits < 9 && !may_be_within_town(text) { text.to_owned() } else { mask_numbers(text) };
    if digits >= 3 && says_birth(&masked) {
        let dates = said_births(&masked);
        mask_places(&mut masked, dates);
    }
    if masked.contains(AT_SIGNS) {
        masked = mask_addresses(&masked);
    }
    mask_spelled(masked)
}

/// A star in the place of each digit there.
fn mask_places(text: &mut String, places: Vec<std::ops::Range<usize>>) {
    for place in places.into_iter().rev() {
        let date: String = text[place.clone()].chars().map(|c| if digit(c).is_some() { '*' } else { c }).collect();
        text.replace_range(place, &date);
    }
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
    let dates = birth_dates(&masked);
    mask_places(&mut masked, dates);
    masked
}

fn mask_numbers(text: &str) -> String {
    let masked = mask_groups(text, &groups(text));
    match lookalike_groups(&masked) {
        Some(groups) => mask_groups(&masked, &groups),
        None => masked,
    }
}

fn mask_groups(text: &str, groups: &[Group]) -> String {
    let mut masked = text.to_owned();
    let mut at = 0;
    // Behind a number stands another: `0812…/0813…`.
    let mut is_another = false;
    while at < groups.len() {
        let follows = std::mem::take(&mut is_another);
        if !may_be_one(&groups[at..]) {
            at += 1;
            continue;
        }
        let before = &groups[at].before;
        let is_free = follows || says_telephone(before);
        // What an office gave a koperasi or a decision is no number to call.
        let is_official = !is_free && says_official(before);
        let telephone = || {
            phone(&groups[at..], at > 0 && !is_free, says_telephone(before))
                .or_else(|| abroad(&groups[at..], at == 0))
                .or_else(|| landline(&groups[at..], is_free, |end| stands_alone(text, groups[at].bytes.start, end)))
                .or_else(|| within_town(&groups[at..], |end| stands_alone(text, groups[at].bytes.start, end)))
        };
        let found = nik(&groups[at..], says_identity(before))
            .or_else(|| scientific_nik(&groups[at..]))
            .or_else(|| if is_official { None } else { telephone() });
        let Some(count) = found else {
            at += 1;
            continue;
        };
        let range = groups[at].bytes.start..groups[at + count - 1].bytes.end;
        // A digit and its star may differ in length: the text is put together anew below.
        masked.replace_range(range.clone(), &pad(&mask_number(&text[range.clone()]), range.len()));
        at += count;
        is_another = true;
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

const AT_SIGNS: [char; 3] = ['@', '＠', '﹫'];

/// Masks e-mail addresses: `siti@gmail.com` becomes `****@*****.com`.
fn mask_addresses(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%' | '．') || is_unseen(c);
    let mut hidden = vec![false; characters.len()];
    let is_sign = |c: &char| AT_SIGNS.contains(c);
    for (first, _) in characters.iter().enumerate().filter(|(_, c)| is_sign(c)) {
        // `siti@@mail.id`: signs typed twice are one.
        if first > 0 && is_sign(&characters[first - 1]) {
            continue;
        }
        let at = first + characters[first..].iter().take_while(|c| is_sign(c)).count() - 1;
        let length = |run: &mut dyn Iterator<Item = &char>| run.take_while(|c| is_part(**c)).count();
        // `siti @ mail.id`: a blank beside the sign, where a domain follows; `Beras @ Rp12.000` is a price.
        let behind = usize::from(characters.get(at + 1).copied().is_some_and(is_blank));
        let before = usize::from(first > 0 && is_blank(characters[first - 1]));
        let is_spaced = before + behind > 0 && is_domain(&characters[at + 1 + behind..]);
        let (end, at) = if is_spaced { (first - before, at + behind) } else { (first, at) };
        let own = match characters[..end].last() {
            // `"siti aminah"@mail.id`
            Some(quote @ ('"' | '\'')) => characters[..end - 1].iter().rev().take(64).position(|c| c == quote).unwrap_or(0) + 1,
            _ => length(&mut characters[..end].iter().rev()),
        };
        let domain = length(&mut characters[at + 1..].iter());
        let last_dot = characters[at + 1..at + 1 + domain].iter().rposition(|c| matches!(c, '.' | '．'));
        // A text that was cut there is an address all the same.
        let is_cut = characters.get(at + 1) == Some(&'…');
        if own == 0 || domain == 0 && !is_cut {
            continue;
        }
        (end - own..end).for_each(|place| hidden[place] = is_part(characters[place]));
        let shown_from = last_dot.filter(|dot| dot + 1 < domain).unwrap_or(domain);
        hidden[at + 1..at + 1 + shown_from].fill(true);
    }
    characters.iter().zip(hidden).map(|(c, hidden)| if hidden { '*' } else { *c }).collect()
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}')
}
