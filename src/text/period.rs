//! Periods in titles and headings: `Tahun 2021`, `Jan-Mar 2026`, `s/d Juni 2021`.

use super::date::month_named;
use super::label::words;
use crate::vocabulary::Year;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    Year(i32),
    Month(u8),
    /// A quarter or a semester: its months and its number.
    Share(u8, u8),
    /// The numeral behind `triwulan`.
    Ordinal,
    Until,
    Day,
    /// `tahun`, `tahun buku`, `TA`: a whole year.
    WholeYear,
    /// `per`, `posisi`, `keadaan`, `akhir`: a day, not a span.
    AtDay,
    Glue,
    Other,
}

/// A span of months, as titles and headings state it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Period {
    pub year: Option<Year>,
    /// How many months it covers, where that is stated (`Jan-Mar 2026` is 3,
    /// `Tahun 2025` is 12); `None` for a bare year or a single date.
    pub months: Option<u8>,
    /// As written.
    pub text: String,
}

/// The period that these words (lower case, of the label `text`) name, with the
/// range of the words that name it; `None` where none, or years that differ, stand there.
pub(crate) fn period_in(words: &[String], text: &str) -> Option<(Period, usize, usize)> {
    let parts = parts(words);
    let is_core = |part: &Part| matches!(part, Part::Year(_) | Part::Month(_) | Part::Share(..));
    let first = parts.iter().position(is_core)?;
    let last = parts.iter().rposition(is_core)?;
    if parts[first..=last].contains(&Part::Other) {
        return None;
    }
    let mut from = first;
    while from > 0 && !matches!(parts[from - 1], Part::Other | Part::Ordinal) && !is_core(&parts[from - 1]) {
        from -= 1;
    }
    let mut to = last + 1;
    while to < parts.len() && parts[to] == Part::Ordinal {
        to += 1;
    }
    // `Nomor 25 Tahun 1992` names a law.
    let before = &words[from.saturating_sub(2)..from];
    if before.iter().any(|word| matches!(word.as_str(), "nomor" | "no" | "nmr")) {
        return None;
    }
    let run = &parts[from..to];
    let mut years = run.iter().filter_map(|part| if let Part::Year(year) = part { Some(*year) } else { None });
    let year = years.next();
    if years.any(|other| Some(other) != year) {
        return None;
    }
    let period = Period { year: year.map(Year), months: months(run), text: shown(text) };
    Some((period, from, to))
}

/// The period that a name or label states, with the words that state it.
pub fn period_named(text: &str) -> Option<(Period, String)> {
    let words = words(text);
    let (period, from, to) = period_in(&words, text)?;
    Some((period, words[from..to].join(" ")))
}

fn shown(text: &str) -> String {
    text.trim().to_owned()
}

fn months(run: &[Part]) -> Option<u8> {
    let until = run.contains(&Part::Until);
    let months: Vec<u8> = run.iter().filter_map(|part| if let Part::Month(month) = part { Some(*month) } else { None }).collect();
    let share = run.iter().find_map(|part| if let Part::Share(months, number) = part { Some((*months, *number)) } else { None });
    if let Some((length, number)) = share {
        return Some(if until { length * number } else { length });
    }
    match months[..] {
        [] => run.contains(&Part::WholeYear).then_some(12),
        [month] if until => Some(month),
        [_] if run.contains(&Part::Day) || run.contains(&Part::AtDay) => None,
        [_] => Some(1),
        [first, last] if last >= first => Some(last - first + 1),
        _ => None,
    }
}

fn parts(words: &[String]) -> Vec<Part> {
    let mut parts = vec![Part::Other; words.len()];
    for index in 0..words.len() {
        let word = words[index].as_str();
        let next = words.get(index + 1).map_or("", String::as_str);
        if parts[index] == Part::Ordinal {
            continue;
        }
        parts[index] = match word {
            _ if is_whole_year(word) => Part::WholeYear,
            _ if says_a_day(word) => Part::AtDay,
            "sd" | "sampai" | "hingga" => Part::Until,
            "s" if next == "d" => Part::Until,
            "d" if index > 0 && words[index - 1] == "s" => Part::Glue,
            "t" if matches!(next, "a" | "b") => Part::Glue,
            "a" | "b" if index > 0 && words[index - 1] == "t" => Part::WholeYear,
            // `Omset/bulan 2020` is a month's figure of that year: its `bulan` names no period.
            "bulan" | "bln" if month_named(next).is_none() => Part::Other,
            "periode" | "bulan" | "bln" | "dengan" | "pada" | "tanggal" | "tgl" => Part::Glue,
            "triwulan" | "tw" | "tribulan" | "kuartal" => share(3, 4, next),
            "semester" | "smt" => share(6, 2, next),
            _ => match (month_named(word), Year::parse(word)) {
                (Some(month), _) => Part::Month(month),
                (None, Some(year)) if year.0 <= 2100 => Part::Year(year.0),
                _ if month_named(next).is_some() && matches!(word.parse::<u8>(), Ok(1..=31)) => Part::Day,
                _ => Part::Other,
            },
        };
        if matches!(parts[index], Part::Share(..)) {
            parts[index + 1] = Part::Ordinal;
        }
    }
    // `tanggal rat` and `omset per bulan` are no periods: glue counts only where a period follows it.
    parts
}

/// `tahun` and what stands for it.
pub(crate) fn is_whole_year(word: &str) -> bool {
    matches!(word, "tahun" | "th" | "thn" | "ta" | "tb" | "buku" | "anggaran")
}

/// Words before the day that figures are of.
pub(crate) fn says_a_day(word: &str) -> bool {
    matches!(word, "per" | "posisi" | "keadaan" | "akhir")
}

fn share(months: u8, most: u8, ordinal: &str) -> Part {
    let number = match ordinal {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        "iv" | "4" => 4,
        _ => return Part::Other,
    };
    if number <= most { Part::Share(months, number) } else { Part::Other }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::label::words;

    #[test]
    fn spans_of_months() {
        for (text, year, months, rest) in [
            ("Omset 2020", Some(2020), None, "omset"),
            ("Omset Tahun 2020", Some(2020), Some(12), "omset"),
            ("Volume Usaha Th. 2020", Some(2020), Some(12), "volume usaha"),
            ("RAT Tahun Buku 2021", Some(2021), Some(12), "rat"),
            ("TA 2021", Some(2021), Some(12), ""),
            ("T.A. 2021", Some(2021), Some(12), ""),
            ("Jan-Mar 2026", Some(2026), Some(3), ""),
            ("Omset Januari s/d Juni 2021", Some(2021), Some(6), "omset"),
            ("s/d Juni 2021", Some(2021), Some(6), ""),
            ("s.d. 30 Juni 2021", Some(2021), Some(6), ""),
            ("1 Januari - 31 Desember 2021", Some(2021), Some(12), ""),
            ("Triwulan II", None, Some(3), ""),
            ("s/d Triwulan III 2021", Some(2021), Some(9), ""),
            ("Semester I 2021", Some(2021), Some(6), ""),
            ("PERIODE 31 DESEMBER 2021", Some(2021), None, ""),
            ("Keadaan per Desember 2021", Some(2021), None, ""),
            ("Bulan Juni 2021", Some(2021), Some(1), ""),
            ("Omset/bulan 2020", Some(2020), None, "omset bulan"),
            ("Omset per Bln Th. 2020", Some(2020), Some(12), "omset per bln"),
        ] {
            let words = words(text);
            let (period, from, to) = period_in(&words, text).unwrap_or_else(|| panic!("{text}"));
            let left: Vec<&str> =
                words.iter().enumerate().filter(|(i, _)| *i < from || *i >= to).map(|(_, word)| word.as_str()).collect();
            assert_eq!((period.year.map(|year| year.0), period.months, left.join(" ").as_str()), (year, months, rest), "{text}");
        }
        for text in [
            "Omset per Tahun",
            "Tanggal RAT",
            "Omset 2020/2021",
            "UU Nomor 25 Tahun 1992",
            "Tahun",
            "Semester",
            "Omset per bulan",
        ] {
            assert_eq!(period_in(&words(text), text), None, "{text}");
        }
    }
}
