//! Telephone numbers, mobile and fixed, among the digits of a text.

use super::digit::digit;
use super::digit_groups::{Group, is_separator, joined};
use super::visible::is_unseen;

/// Whether the word before a number says that it is one to call: `Telp.`, `HP/`.
pub(super) fn says_telephone(before: &str) -> bool {
    let words = before.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let word = words.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(
        word,
        "telp"
            | "tlp"
            | "tlpn"
            | "telpon"
            | "telepon"
            | "telephone"
            | "tel"
            | "hp"
            | "wa"
            | "fax"
            | "faks"
            | "phone"
            | "whatsapp"
            | "handphone"
            | "ponsel"
            | "seluler"
            | "kontak"
            | "hubungi"
            | "hub"
            | "cp"
            | "mobile"
            | "telegram"
    )
}

/// Words before a number that an office gave: of a legal body, a decision, a licence.
const OFFICIAL: [&str; 18] = [
    "bh",
    "hukum",
    "sk",
    "akta",
    "akte",
    "ahu",
    "siup",
    "tdp",
    "nib",
    "npwp",
    "izin",
    "ijin",
    "keputusan",
    "perda",
    "sertifikat",
    "piagam",
    "surat",
    "rekomendasi",
];

/// Whether the words before a number say that an office gave it: `BH No. `.
pub(super) fn says_official(before: &str) -> bool {
    let mut words = before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    words.find(|word| !matches!(word.as_str(), "no" | "nomor" | "nmr")).is_some_and(|word| OFFICIAL.contains(&word.as_str()))
}

/// Whether groups between strokes end in a year: `0812/3456/2012` is a file's number.
fn ends_in_a_year(groups: &[Group]) -> bool {
    let stroke = |group: &Group| group.before.trim() == "/";
    let last = groups.iter().take(8).skip(1).take_while(|group| stroke(group)).last();
    last.is_some_and(|last| last.digits.len() == 4 && matches!(last.digits[..2], [1, 9] | [2, 0]))
}

/// Country codes of those whom people here call.
const ABROAD: [&[u8]; 35] = [
    &[1],
    &[7],
    &[3, 1],
    &[3, 3],
    &[3, 4],
    &[3, 9],
    &[4, 1],
    &[4, 4],
    &[4, 9],
    &[6, 0],
    &[6, 1],
    &[6, 3],
    &[6, 4],
    &[6, 5],
    &[6, 6],
    &[8, 1],
    &[8, 2],
    &[8, 4],
    &[8, 6],
    &[9, 0],
    &[9, 1],
    &[6, 7, 0],
    &[6, 7, 3],
    &[6, 7, 5],
    &[8, 5, 2],
    &[8, 5, 3],
    &[8, 5, 5],
    &[8, 5, 6],
    &[8, 8, 6],
    &[9, 6, 2],
    &[9, 6, 5],
    &[9, 6, 6],
    &[9, 6, 8],
    &[9, 7, 1],
    &[9, 7, 4],
];

/// How many groups make up a number abroad: `+60 12-345 6789`, `0065 9123 4567`.
/// `is_first`: whether nothing counted stands before its sign, as in `5 + 60 …`.
pub(super) fn abroad(groups: &[Group], is_first: bool) -> Option<usize> {
    let first = groups.first()?;
    let is_plus = first.before.strip_suffix('+').is_some_and(|sign| {
        (is_first || !sign.trim().is_empty()) && !sign.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | ']'))
    });
    let is_zeros = first.digits.starts_with(&[0, 0]) && first.digits.len() > 3 && groups.len() > 1;
    if !is_plus && !is_zeros {
        return None;
    }
    let between = |text: &str| !text.is_empty() && text.chars().count() <= 3 && text.chars().all(is_separator);
    let fits = |(count, digits): &(usize, Vec<u8>)| {
        let own = if is_zeros { &digits[2..] } else { &digits[..] };
        let has_code = ABROAD.iter().any(|code| own.starts_with(code));
        let thousands = groups[1..*count].iter().all(|group| group.digits.len() == 3 && group.before == ".");
        let is_amount = *count > 1 && first.digits.len() <= 3 && thousands;
        // A number of an office's own may begin with zeros too: broken ones alone are taken for these.
        has_code && !(is_zeros && (*count == 1 || own.starts_with(&[1]))) && !is_amount && (9..=15).contains(&own.len())
    };
    let ends_whole = |count: usize| groups.get(count).is_none_or(|next| !matches!(next.before.as_str(), "," | "."));
    joined(groups, between).collect::<Vec<_>>().iter().rfind(|run| fits(run) && ends_whole(run.0)).map(|(count, _)| *count)
}

/// How many groups make up a mobile phone number: +62, 62 or 0, then 8 and 8 to 11 more digits.
/// `is_within`: whether digits that are no telephone number stand before it; `is_free`: whether a word says that
/// one begins, which then needs no 0.
pub(super) fn phone(groups: &[Group], is_within: bool, is_free: bool) -> Option<usize> {
    let first = groups.first()?;
    if !is_free && ends_in_a_year(groups) {
        return None;
    }
    // A part of a date or of a longer number begins none, unless it is a whole number itself.
    let goes_on = is_within && matches!(first.before.as_str(), "." | "-" | "/" | ",");
    let is_whole = first.digits.len() >= 10 && first.digits.starts_with(&[0, 8]);
    if goes_on && !is_whole && !first.before.ends_with('+') {
        return None;
    }
    let between = |text: &str| !text.is_empty() && text.chars().count() <= 3 && text.chars().all(is_separator);
    let runs: Vec<(usize, Vec<u8>)> = joined(groups, between).collect();
    // 0.8123456789 is a share.
    let is_share = first.digits == [0] && groups.get(1).is_some_and(|next| next.before == "." && next.digits.len() > 4);
    let national = |digits: &[u8]| match digits {
        [0, rest @ ..] | [0, 0, 6, 2, rest @ ..] if rest.first() == Some(&8) => Some(rest.len()),
        [6, 2, 0, rest @ ..] | [6, 2, rest @ ..] if rest.first() == Some(&8) => Some(rest.len()),
        [8, ..] if is_free => Some(digits.len()),
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
        // Where its word stands, one may be a digit short or long.
        let lengths = if is_free && digits[0] != 8 { 8..=13 } else { 9..=12 };
        !is_amount && national(digits).is_some_and(|length| lengths.contains(&length))
    };
    if is_share {
        return None;
    }
    let found = runs.iter().rfind(|run| fits(run)).map(|(count, _)| *count);
    found.or_else(|| oddly_broken(groups)).or_else(|| if is_within { None } else { without_nought(groups) })
}

/// `812-3456-7890`: a spreadsheet took its first 0 away; nothing else is broken so.
fn without_nought(groups: &[Group]) -> Option<usize> {
    let [first, second, third] = groups.get(..3)? else { return None };
    let sizes = [first, second, third].map(|group| group.digits.len());
    let is_broken =
        [second, third].iter().all(|group| matches!(group.before.as_str(), "-" | "\u{2013}" | "\u{2010}" | "\u{2011}"));
    let is_mobile = matches!(first.digits.as_slice(), [8, 1..=9, _]) && matches!(sizes, [3, 4, 3..=5]);
    let is_first = !first.before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | ','));
    let goes_on = groups.get(3).is_some_and(|next| next.before == second.before);
    (is_mobile && is_broken && is_first && !goes_on).then_some(3)
}

/// `0812:3456:7890`, `0812=3456=7890`: broken by one sign that numbers are seldom broken by, where people break them.
fn oddly_broken(groups: &[Group]) -> Option<usize> {
    let [first, second, third] = groups.get(..3)? else { return None };
    let sizes = [first, second, third].map(|group| group.digits.len());
    let is_one_sign = second.before == third.before && matches!(second.before.as_str(), ":" | "=" | "," | ";" | "*" | "+" | "#");
    let goes_on = groups.get(3).is_some_and(|next| next.before == second.before);
    (first.digits.starts_with(&[0, 8]) && matches!(sizes, [4, 3 | 4, 2..=5]) && is_one_sign && !goes_on).then_some(3)
}

/// How many groups make up a fixed number: an area code (`021`, `0343`, `+62 343`) and five
/// to eight digits of its own, in at most four groups. `alone`: whether what ends there is
/// no part of a longer sign; `is_free`: whether its word or a number before says that one begins here.
pub(super) fn landline(groups: &[Group], is_free: bool, alone: impl Fn(usize) -> bool) -> Option<usize> {
    let first = groups.first()?;
    let goes_on = !is_free && matches!(first.before.chars().next_back(), Some('.' | '-' | '/' | ','));
    // `+62 343 …`, `(62-343) …`, `62-343-…`: the thousands of an amount stand in no brackets and between no dashes.
    let is_set_apart = |next: &Group| {
        let next = next.before.as_str();
        first.before.ends_with('(') && matches!(next, "-" | " " | ") " | ")" | ")-") || matches!(next, "-" | "\u{2013}")
    };
    let is_told = first.before.ends_with('+') || first.digits == [6, 2] && groups.get(1).is_some_and(is_set_apart);
    let is_abroad = is_told && first.digits.starts_with(&[6, 2]);
    let is_said = says_telephone(&first.before);
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
            && between
                .chars()
                .all(|c| matches!(c, ']' | '}') || is_separator(c) && (is_said || c != '/' && (c != '.' || is_abroad)));
        if !is_between || group.digits.len() < 2 {
            break;
        }
        digits += group.digits.len();
        if (7..=11).contains(&digits) && digits - code.len() >= 5 && alone(group.bytes.end) {
            found = Some(index + 1);
        }
    }
    let count = found?;
    // `(0343) 421010/421011`: others of the same exchange.
    let length = own[1..count].iter().map(|group| group.digits.len()).sum::<usize>();
    let is_more = |group: &&Group| {
        matches!(group.before.trim(), "/" | "," | "-" | "&") && group.digits.len() == length && group.digits[0] >= 2
    };
    let more = if length >= 5 { own[count..].iter().take(4).take_while(is_more).count() } else { 0 };
    Some(skipped + count + more)
}

/// Words by which a fixed telephone is said; an apparatus or its cost is called otherwise.
const FIXED: [&str; 8] = ["telp", "tlp", "tlpn", "tilp", "tel", "fax", "faks", "phone"];

/// Whether a text may hold such a word.
pub(super) fn may_be_within_town(text: &str) -> bool {
    let begins = [b"tel", b"tlp", b"til", b"fax", b"fak", b"pho"];
    text.as_bytes().windows(3).any(|own| begins.iter().any(|word| own.eq_ignore_ascii_case(*word)))
}

/// How many groups make up a number within one town, which has no area code: `Telp. 421010`, `telp: 42-10-10`.
pub(super) fn within_town(groups: &[Group], alone: impl Fn(usize) -> bool) -> Option<usize> {
    let first = groups.first()?;
    let before = first.before.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    // `Biaya telepon 1500000` and `telepon: 421010`.
    let is_told = || matches!(word, "telepon" | "telpon") && first.before.trim_end().ends_with([':', '.']);
    if !(FIXED.contains(&word) || is_told()) || !matches!(first.digits.first(), Some(2..=9)) {
        return None;
    }
    let is_year = |group: &Group| group.digits.len() == 4 && matches!(group.digits[..2], [1, 9] | [2, 0]);
    let between = |text: &str| matches!(text.trim(), "" | "-") && !text.is_empty() && text.chars().count() <= 3;
    let runs: Vec<(usize, Vec<u8>)> = joined(&groups[..groups.len().min(4)], between).collect();
    let fits = |(count, digits): &&(usize, Vec<u8>)| {
        (6..=8).contains(&digits.len())
            && !digits.ends_with(&[0, 0, 0])
            && !groups[..*count].iter().any(is_year)
            && alone(groups[count - 1].bytes.end)
    };
    runs.iter().rfind(fits).map(|(count, _)| *count)
}

/// Whether what stands from `start` to `end` is no part of a longer sign: `BH0343421234/KOP`.
pub(super) fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let mut after = text[end..].chars().skip_while(|c| is_unseen(*c));
    let (next, then) = (after.next(), after.next());
    let goes_on = |c: char| c.is_alphanumeric();
    // Another number of five digits or more behind a stroke is one of its own.
    let another = text[end..].chars().skip_while(|c| is_unseen(*c)).skip(1).take_while(|c| digit(*c).is_some()).count();
    let is_joined = matches!(next, Some('/' | '.' | '-' | ',')) && then.is_some_and(goes_on);
    let is_joined = is_joined && !(matches!(next, Some('/' | '-')) && (5..=13).contains(&another));
    !(is_joined || before.is_some_and(goes_on) || next.is_some_and(goes_on))
}
