//! Birth dates beside names: a date of a year in which grown people were born,
//! after a word that says so or directly after a name.

use super::date::BULAN;
use super::digit::digit;
use std::ops::{Range, RangeInclusive};

/// Words before a date, besides [`OTHER`], that are no name, in lower case.
const NO_NAME: [&str; 20] = [
    "tanggal",
    "tgl",
    "sejak",
    "per",
    "pada",
    "no",
    "nomor",
    "tahun",
    "th",
    "sd",
    "sampai",
    "dan",
    "hingga",
    "badan",
    "dari",
    "s.d",
    "keputusan",
    "peraturan",
    "ahu",
    "izin",
];
/// Words that say it.
const BIRTH: [&str; 8] = ["lahir", "lhr", "ttl", "kelahiran", "tgl-lahir", "tgllahir", "born", "dob"];
/// Words that say a date is of something else, whatever else is told before them.
const OTHER: [&str; 14] = [
    "berdiri",
    "didirikan",
    "pendirian",
    "rat",
    "bh",
    "hukum",
    "akta",
    "akte",
    "notaris",
    "disahkan",
    "pengesahan",
    "sk",
    "terbit",
    "mulai",
];

/// What a business is called by; a date directly behind one is its name.
const KINDS: [&str; 22] = [
    "ksu",
    "ksp",
    "kpri",
    "kud",
    "koperasi",
    "kop",
    "kopkar",
    "primkop",
    "primkopti",
    "puskud",
    "puskop",
    "kspps",
    "bmt",
    "usp",
    "koppas",
    "kopwan",
    "toko",
    "ud",
    "cv",
    "pt",
    "warung",
    "paguyuban",
];
/// Days of history, after which businesses are named.
const HISTORIC: [(u32, u32, u32); 5] = [(17, 8, 1945), (10, 11, 1945), (1, 6, 1945), (28, 10, 1928), (12, 7, 1947)];

/// Whether a text holds a word that says a date is of birth.
pub fn says_birth(text: &str) -> bool {
    let bytes = text.as_bytes();
    let words: [&[u8]; 7] = [b"lahir", b"lhr", b"ttl", b"born", b"dob", b"t.t.l", b"d.o.b"];
    (0..bytes.len()).any(|at| {
        matches!(bytes[at] | 0x20, b'l' | b't' | b'b' | b'd')
            && words.iter().any(|word| bytes[at..].get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word)))
    })
}

/// Where dates stand that a word says are of birth, in bytes, ascending: in any shape.
pub fn said_births(text: &str) -> Vec<Range<usize>> {
    places(text, &|place| says_it(&close_words(&text[..place.start])), true)
}

/// Where birth dates stand, in bytes, ascending.
pub fn birth_dates(text: &str) -> Vec<Range<usize>> {
    places(text, &|place| is_beside_a_name(&text[..place.start]) || is_before_a_name(text, place), false)
}

/// Years in which grown people were born; where a word says that somebody was, any that may be meant.
const GROWN: RangeInclusive<u32> = 1920..=2012;
const ANY_YEAR: RangeInclusive<u32> = 1900..=2040;

/// Where dates stand of which `tells` says that they are of birth; `is_said`: by a word, so that they may stand in
/// one run of digits, directly behind it, or with a month in Roman figures or after its word.
fn places(text: &str, tells: &dyn Fn(&Range<usize>) -> bool, is_said: bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut last_end = 0;
    let years = if is_said { ANY_YEAR } else { GROWN };
    for (start, c) in text.char_indices() {
        let follows = |c: char| if is_said { digit(c).is_some() } else { c.is_alphanumeric() };
        if start < last_end || digit(c).is_none() || text[..start].chars().next_back().is_some_and(follows) {
            continue;
        }
        let rest = &text[start..];
        let unbroken = || if is_said { unbroken(rest) } else { None };
        let plain =
            || date(rest, is_said).or_else(|| glued(rest)).or_else(unbroken).map(|(length, date)| (start..start + length, date));
        let Some((place, (day, month, year))) = plain().or_else(|| month_before(text, start)) else { continue };
        last_end = place.end;
        if years.contains(&year) && !HISTORIC.contains(&(day, month, year)) && tells(&place) {
            found.push(place);
        }
    }
    found
}

/// The words close before a date, in lower case.
fn close_words(before: &str) -> Vec<String> {
    // What is told of a date stands close to it.
    let mut close: Vec<char> = before.chars().rev().take(60).collect();
    close.reverse();
    let close: String = close.into_iter().collect::<String>().to_lowercase();
    // `D.O.B.`, `t.t.l`
    let close = close.replace("d.o.b", "dob").replace("t.t.l", "ttl");
    let words = close.split(|c: char| !c.is_alphanumeric() && c != '-').map(|word| word.trim_matches('-'));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether of the words before a date one says that it is of birth, and none nearer that it is another: `lahir di Malang pada hari Senin tanggal …`.
fn says_it(words: &[String]) -> bool {
    let is_birth = |word: &String| BIRTH.contains(&word.as_str());
    let nearest = words.iter().rev().take(8).find(|word| is_birth(word) || OTHER.contains(&word.as_str()));
    nearest.is_some_and(is_birth)
}

/// Whether what stands before a date is a name, or says "born".
fn is_beside_a_name(before: &str) -> bool {
    let words = close_words(before);
    if says_it(&words) {
        return true;
    }
    // Behind a name stand letters of its titles or of man and woman: `Budi, S.E.`, `Siti (P)`.
    let letters = words.iter().rev().take(3).take_while(|word| word.chars().count() == 1).count();
    let named = &words[..words.len() - letters];
    let Some(last) = named.last() else { return false };
    is_name(last) && !KINDS.contains(&last.as_str()) && !named.iter().rev().take(3).any(|word| says_none(word))
}

/// Whether what stands behind a date, with which a text begins, is a name and nothing else: `12-05-1980 (Siti Aminah)`.
fn is_before_a_name(text: &str, date: &Range<usize>) -> bool {
    let before = &text[..date.start];
    if before.chars().count() > 2 || before.contains(char::is_alphanumeric) {
        return false;
    }
    let words = text[date.end..].split_whitespace().take(7).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    // Names are written with capitals, what else is told of a date seldom.
    let may_be_named = |word: &&str| {
        let lower = word.to_lowercase();
        word.starts_with(char::is_uppercase)
            && (is_name(&lower) || word.chars().count() == 1)
            && !says_none(&lower)
            && !KINDS.contains(&lower.as_str())
    };
    (1..=5).contains(&words.len()) && words.iter().all(may_be_named) && words.iter().any(|word| word.chars().count() > 1)
}

fn is_name(word: &str) -> bool {
    word.chars().count() >= 2 && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
}

fn says_none(word: &str) -> bool {
    NO_NAME.contains(&word) || OTHER.contains(&word)
}

/// A date in one run of digits at the start of a text, `17081980`, `19800817` or `170880`: its bytes, day, month and year.
fn unbroken(text: &str) -> Option<(usize, (u32, u32, u32))> {
    let digits: Vec<(char, u8)> = text.chars().map_while(|c| Some((c, digit(c)?))).take(9).collect();
    if text.chars().nth(digits.len()).is_some_and(char::is_alphanumeric) {
        return None;
    }
    let bytes = digits.iter().map(|(c, _)| c.len_utf8()).sum();
    let number = |range: Range<usize>| digits[range].iter().fold(0, |sum, (_, digit)| sum * 10 + u32::from(*digit));
    let sound =
        |(day, month, year): &(u32, u32, u32)| (1..=31).contains(day) && (1..=12).contains(month) && ANY_YEAR.contains(year);
    let may_be = match digits.len() {
        8 => vec![(number(0..2), number(2..4), number(4..8)), (number(6..8), number(4..6), number(0..4))],
        6 => vec![(number(0..2), number(2..4), 1900 + number(4..6))],
        _ => return None,
    };
    may_be.into_iter().find(sound).map(|date| (bytes, date))
}

/// A date at the start of a text, `12-05-1980`, `12/5/80`, `12 Mei 1980` or, where a word says that it is one,
/// `12-V-1980` and `12 bulan 5 tahun 1980`: its bytes, day, month and year.
fn date(text: &str, is_said: bool) -> Option<(usize, (u32, u32, u32))> {
    let (day, rest) = number(text, 4)?;
    let (separator, rest) = separator(rest)?;
    let rest = if is_said { behind_word(rest, &["bulan", "bln", "bl"]) } else { rest };
    let (month, rest) = match number(rest, 2) {
        Some(month) => month,
        // `12 Des. 1966`
        None => {
            let behind = rest.trim_start_matches(char::is_alphabetic);
            let named = month_named(rest).or_else(|| if is_said { month_roman(rest) } else { None })?;
            (named, behind.strip_prefix('.').filter(|rest| rest.starts_with(' ')).unwrap_or(behind))
        }
    };
    let (again, rest) = self::separator(rest)?;
    let rest = if is_said { behind_word(rest, &["tahun", "thn", "th"]) } else { rest };
    // `12 Mei '80`
    let rest = rest.strip_prefix(['\'', '’']).unwrap_or(rest);
    let (year, rest) = number(rest, 4)?;
    let mut after = rest.chars();
    let next = after.next();
    // A longer number that goes on is no date.
    let goes_on = next.is_some_and(|c| c.is_alphanumeric())
        || next.is_some_and(|c| matches!(c, '.' | ',' | '-' | '/')) && after.next().is_some_and(|c| digit(c).is_some());
    if goes_on || separator != again {
        return None;
    }
    // 1980-05-12 too.
    let (day, year) = if day > 31 { (year, day) } else { (day, year) };
    let year = if year < 100 { 1900 + year } else { year };
    let sound = (1..=31).contains(&day) && (1..=12).contains(&month) && year >= 1900;
    sound.then_some((text.len() - rest.len(), (day, month, year)))
}

/// A date whose month stands before its day, which begins at `start`: `May 12, 1980`; from where to where, day, month and year.
fn month_before(text: &str, start: usize) -> Option<(Range<usize>, (u32, u32, u32))> {
    let before = text[..start].strip_suffix([' ', '\u{a0}'])?;
    let before = before.strip_suffix('.').unwrap_or(before);
    let word = before.len() - before.chars().rev().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum::<usize>();
    let month = month_named(&before[word..])?;
    let (day, rest) = number(&text[start..], 2)?;
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    let (year, rest) = number(rest.strip_prefix([' ', '\u{a0}'])?, 4)?;
    let sound = (1..=31).contains(&day) && year >= 1900 && !rest.starts_with(char::is_alphanumeric);
    sound.then(|| (word..text.len() - rest.len(), (day, month, year)))
}

/// `12Mei1980` at the start of a text: its bytes, day, month and year.
fn glued(text: &str) -> Option<(usize, (u32, u32, u32))> {
    let (day, rest) = number(text, 2)?;
    let month = month_named(rest)?;
    let (year, rest) = number(rest.trim_start_matches(char::is_alphabetic), 4)?;
    let sound = (1..=31).contains(&day) && year >= 1900 && !rest.starts_with(char::is_alphanumeric);
    sound.then(|| (text.len() - rest.len(), (day, month, year)))
}

/// What stands behind one of these words, its point and a blank; the whole where there is none.
fn behind_word<'a>(text: &'a str, words: &[&str]) -> &'a str {
    let rest = text.trim_start_matches(char::is_alphabetic);
    let word = text[..text.len() - rest.len()].to_lowercase();
    if words.contains(&word.as_str()) { rest.trim_start_matches(['.', ' ', '\u{a0}']) } else { text }
}

fn separator(text: &str) -> Option<(char, &str)> {
    // `12 / 03 / 1961`
    let blank = |c: char| matches!(c, ' ' | '\u{a0}');
    let sign = |c: &char| matches!(c, '-' | '/' | '.' | '－' | '／' | '．' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let inner = text.strip_prefix(blank).unwrap_or(text);
    match inner.chars().next().filter(sign) {
        Some(c) => {
            let rest = &inner[c.len_utf8()..];
            Some((c, if inner.len() < text.len() { rest.strip_prefix(blank).unwrap_or(rest) } else { rest }))
        }
        None => Some((' ', text.strip_prefix(blank)?)),
    }
}

/// A number of at most so many digits.
fn number(text: &str, most: usize) -> Option<(u32, &str)> {
    let mut value = 0;
    let mut rest = text;
    let mut digits = 0;
    while let Some((c, own)) = rest.chars().next().and_then(|c| Some((c, digit(c)?))) {
        digits += 1;
        if digits > most {
            return None;
        }
        value = value * 10 + u32::from(own);
        rest = &rest[c.len_utf8()..];
    }
    (digits > 0).then_some((value, rest))
}

fn month_named(text: &str) -> Option<u32> {
    // Most words behind a number begin otherwise.
    if !text.starts_with(|c: char| matches!(c.to_ascii_lowercase(), 'j' | 'f' | 'p' | 'm' | 'a' | 's' | 'o' | 'n' | 'd')) {
        return None;
    }
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).take(12).collect::<String>().to_lowercase();
    let word = word.replace("nopember", "november").replace("pebruari", "februari");
    let begins = |month: &str| month.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(&word));
    let is_named = |(index, month): (usize, &str)| word.len() >= 3 && begins(month) || SHORT[index].contains(&word.as_str());
    let found = BULAN.iter().enumerate().position(|(index, month)| is_named((index, month)));
    found.and_then(|index| u32::try_from(index + 1).ok())
}

/// Months as they are cut short otherwise, and as English has them.
const SHORT: [&[&str]; 12] = [
    &["january"],
    &["peb", "february"],
    &["mrt", "march"],
    &[],
    &["may"],
    &["june"],
    &["july"],
    &["agt", "agst", "ags", "aug", "august"],
    &["sept"],
    &["oct", "october"],
    &["nop"],
    &["dec", "december"],
];

fn month_roman(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).take(5).collect::<String>().to_uppercase();
    MONTHS.iter().position(|month| *month == word).and_then(|index| u32::try_from(index + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(text: &str) -> Vec<&str> {
        birth_dates(text).into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn birth_dates_are_told_from_other_dates() {
        for (text, found) in [
            ("Siti Aminah 12-05-1980", "12-05-1980"),
            ("Siti (12/5/1980)", "12/5/1980"),
            ("Pasuruan, 12 Mei 1980", "12 Mei 1980"),
            ("TTL: Malang, 1 Nopember 1975", "1 Nopember 1975"),
            ("lahir tanggal 1980-05-12", "1980-05-12"),
            ("Budi, 12.05.80", "12.05.80"),
            ("Budi, 12 Des. 1966", "12 Des. 1966"),
            ("lahir 12 / 03 / 1961", "12 / 03 / 1961"),
            ("Siti 12–03–1960", "12–03–1960"),
            ("Budi - 12-05-1980", "12-05-1980"),
            ("Budi, S.E., 12-05-1980", "12-05-1980"),
            ("Siti (P/12-05-1980)", "12-05-1980"),
            ("Siti L 12-05-1980 Malang", "12-05-1980"),
            ("Siti 12-May-1980", "12-May-1980"),
            ("Siti 12 Ags '80", "12 Ags '80"),
            ("Siti １２－０５－１９８０", "１２－０５－１９８０"),
            ("12-05-1980 Siti Aminah", "12-05-1980"),
            ("(12 Mei 1980) Siti", "12 Mei 1980"),
            ("12-05-1980 - M. Rahmat", "12-05-1980"),
            ("Siti Aminah, May 12, 1980", "May 12, 1980"),
            ("Siti (Mei 12 1980)", "Mei 12 1980"),
            ("Siti 12Mei1980", "12Mei1980"),
        ] {
            assert_eq!(dates(text), [found], "{text}");
        }
        for text in [
            "RAT 12-05-1999",
            "Berdiri tanggal 12-05-1980",
            "Badan Hukum No. 518 tanggal 12 Mei 1980",
            "Pasuruan, 24 Januari 2022",
            "12-05-1980",
            "KUD 1980",
            "Rp 12.05.1980.000",
            "Siti 1.234.567",
            "Nomor 12/5/1980",
            "12-05-1980 RAT",
            "12-05-1980 tanggal berdiri",
            "31-12-2010 belum diaudit",
            "12-05-1980 Tanggal RAT",
            "31-12-2010 KSU Amanah",
            "12-05-1980 di kota, 40 usaha",
            "RAT ke-3 - 12-05-1980",
            "S.E. 12-05-1980",
            "RAT Mei 12, 1999",
            "Siti Mei 12, 34",
            "Siti 12 usaha, 1980",
            "KSU 12Mei1980",
            "Siti 12Mei19801",
        ] {
            assert!(dates(text).is_empty(), "{text}: {:?}", dates(text));
        }
    }
}
