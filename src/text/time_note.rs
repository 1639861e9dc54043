//! Notes and source lines below a table that say of which time its figures are, and little else: `per 30 Juni 2021`,
//! `Catatan: TRIWULAN III`, `*) 2020`, `Sumber : ODS per 30 September 2021`.

use super::label::words;
use super::lexicon::{FORMS, HISTORY, REMARKS, RULES, SOURCES};
use super::limit::limiting_span;
use super::partial::is_caption_below;
use super::period::{Period, period_in, says_a_day, whole_period};
use super::phrase::is_place_and_date;
use super::year_words::in_digits;
use crate::vocabulary::Year;

/// More letters than this say something else.
const LONGEST: usize = 80;
/// A count at the end of a month is of its last days.
const LAST_DAYS: u8 = 28;

/// Whether a note says that the figures above are of another time than the year `own`. The day on which a paper was
/// printed or signed says nothing, but where that is before the year's last month.
pub(crate) fn notes_another_time(text: &str, own: Option<Year>) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let text = in_digits(text).unwrap_or_else(|| text.to_owned());
    let text = as_of(&text).unwrap_or(text);
    match labelled(&text) {
        Some((Label::Remark, rest)) => {
            let is_span = || words(rest).len() <= 3 && limiting_span(rest).is_some();
            is_caption_below(rest, own) || is_span() || whole_period(rest).is_some_and(|period| is_another(&period, own))
        }
        Some((Label::Source, rest)) => ends_in_another(rest, own),
        None if is_place_and_date(&text) => is_made_before_its_end(&text, own),
        None => {
            let is_count = words(&text).first().is_some_and(|first| says_a_day(first));
            is_count && whole_period(text.trim()).is_some_and(|period| is_another(&period, own))
        }
    }
}

/// `Note: as of June 2021` as it is said here.
fn as_of(text: &str) -> Option<String> {
    let at =
        text.to_ascii_lowercase().find("as of ").filter(|at| *at == 0 || !text.as_bytes()[at - 1].is_ascii_alphanumeric())?;
    Some(format!("{}per {}", &text[..at], &text[at + "as of ".len()..]))
}

/// Whether a paper's own day, beside its place, is before the last month of the year `own`: `Pasuruan, 5 Juli 2021` below the
/// figures of 2021 signs no whole year's.
fn is_made_before_its_end(text: &str, own: Option<Year>) -> bool {
    let words = words(text);
    let day = period_in(&words, text).map(|(period, ..)| period);
    day.is_some_and(|day| {
        let month = day.until.filter(|_| day.year.is_some());
        day.year.zip(own).is_some_and(|(year, own)| year < own || year == own && month.is_some_and(|month| month < 12))
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Remark,
    Source,
}

/// What stands behind the label of a note, or its asterisk.
fn labelled(text: &str) -> Option<(Label, &str)> {
    let trimmed = text.trim();
    if trimmed.starts_with('*') {
        return Some((Label::Remark, without_marks(trimmed)));
    }
    let end = trimmed.find(|c: char| !c.is_alphanumeric())?;
    let first = trimmed[..end].to_lowercase();
    let label = match first.as_str() {
        own if REMARKS.contains(&own) => Label::Remark,
        own if SOURCES.contains(&own) => Label::Source,
        _ => return None,
    };
    Some((label, without_marks(&trimmed[end..])))
}

fn without_marks(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(')
}

/// Whether a period is none of `own`: a part of it, or another year.
fn is_another(period: &Period, own: Option<Year>) -> bool {
    // What reaches December is the year's.
    let is_part = period.is_part() && !(period.months == Some(1) && period.until == Some(12));
    match period.year {
        None => is_part,
        Some(year) if Some(year) == own => is_part,
        Some(year) => own.is_some_and(|own| {
            // A day or a month after the year is when the paper was made.
            let is_end = period.until == Some(12) && period.day.is_none_or(|day| day >= LAST_DAYS);
            year < own || period.until.is_none() || is_end
        }),
    }
}

/// `ODS per 30 September 2021`, `Bidang Koperasi, Juni 2021`: a source, and of when it is.
fn ends_in_another(rest: &str, own: Option<Year>) -> bool {
    let all = words(rest);
    let Some((period, from, to)) = period_in(&all, rest).filter(|(_, _, to)| *to == all.len()) else { return false };
    let is_else = |word: &String| [RULES, HISTORY, FORMS].iter().any(|list| list.contains(&word.as_str()));
    let led = all[from..to].iter().any(|word| says_a_day(word) || matches!(word.as_str(), "sd" | "sampai" | "hingga" | "s"));
    let aside =
        || rest.rsplit([',', '(', ';']).next().is_some_and(|aside| whole_period(aside.trim_end_matches(')').trim()).is_some());
    let is_stated = led || from == 0 || rest.contains([',', '(', ';']) && aside();
    // A source of a later year tells when it came out.
    let is_later = period.year.zip(own).is_some_and(|(year, own)| year > own);
    is_stated && !is_later && !all.iter().any(is_else) && is_another(&period, own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_of_another_time_and_days_of_printing() {
        let own = Some(Year(2021));
        for text in [
            "per 30 Juni 2021",
            "Per 30 September 2021",
            "Sumber : ODS per 30 September 2021",
            "Sumber: Bidang Koperasi, Juni 2021",
            "Sumber: ODS s/d Juni 2021",
            "Sumber: Bidang Koperasi (30 Juni 2021)",
            "Catatan: TRIWULAN III",
            "Catatan: S/D JUNI 2021",
            "Ket : s/d Juni 2021",
            "Ket. : Tahun 2020",
            "Catatan: TAHUN 2020",
            "Catatan: TAHUN 2022",
            "Catatan : 30 Juni 2021",
            "Catatan: PER BULAN",
            "*) 2020",
            "*) per 30 Juni 2021",
            "Keterangan : Semester I",
            "Pasuruan, 30 Juni 2021",
            "Pasuruan,      Juli 2021",
            "Pasuruan, 5 Juli 2020",
        ] {
            assert!(notes_another_time(text, own), "{text}");
        }
        for text in [
            "Pasuruan, 30 Juni 2022",
            "Pasuruan, 24 Desember 2021",
            "30 Juni 2021",
            "Dicetak 30 Juni 2021",
            "dicetak per 30 Juni 2021",
            "per 31 Desember 2021",
            "per 10 Januari 2022",
            "Catatan: Tahun 2021",
            "Catatan: per 31 Desember 2021",
            "Sumber: Bidang Koperasi, 2021",
            "Sumber: Bidang Koperasi, Januari 2022",
            "Sumber: Bidang Koperasi, diolah Juni 2021",
            "Sumber: Laporan RAT 2022",
            "Sumber: Dinas Koperasi, 2022",
            "Sumber: Dinas Koperasi Kota Pasuruan",
            "Ket: KSP = Koperasi Simpan Pinjam",
            "Catatan: 3. Empat koperasi baru",
            "*) angka dibulatkan",
            "Catatan",
            "",
        ] {
            assert!(!notes_another_time(text, own), "{text}");
        }
    }
}
