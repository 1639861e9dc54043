//! Notes of the day on which figures were fetched from elsewhere, which say nothing of what they are.

use super::period::period_in;
use crate::vocabulary::Year;

const FETCHED: &[&str] = &["diunduh", "unduh", "download", "didownload", "diambil", "ditarik", "diakses", "dicetak", "diekspor"];
/// By these the day is that of a report, or of a part of the year.
const OF_REPORTS: &[&str] = &[
    "laporan",
    "lap",
    "neraca",
    "posisi",
    "keadaan",
    "kondisi",
    "situasi",
    "saldo",
    "akhir",
    "ultimo",
    "triwulan",
    "tribulan",
    "tw",
    "semester",
    "smt",
    "caturwulan",
    "kuartal",
    "bulan",
    "periode",
    "sd",
    "sampai",
    "hingga",
];
/// A year's figures are fetched in the first months of the year after.
const LATEST_MONTH: u8 = 4;

/// `Data diunduh dari ODS tanggal 8 Januari 2023` of the year before: when they were fetched, and nothing of what they are.
/// Not `Data per 8 Januari 2023 diunduh dari ODS`, not `Data diambil dari laporan per 30 Juni 2023`.
pub(super) fn gathered_afterwards(words: &[String], text: &str, own: Year) -> bool {
    let is_one = |list: &[&str], word: &String| list.contains(&word.as_str());
    if !words.iter().any(|word| is_one(FETCHED, word)) || words.iter().any(|word| is_one(OF_REPORTS, word)) {
        return false;
    }
    let Some((period, from, to)) = period_in(words, text) else { return false };
    let is_next_year = period.year.is_some_and(|year| year.0 == own.0 + 1);
    // 31 March is the end of a quarter too.
    let is_quarters_end = period.day == Some(31) && period.until == Some(3);
    let is_early = period.until.is_some_and(|month| month <= LATEST_MONTH) && !is_quarters_end;
    if !is_next_year || !is_early || period.day.is_none() || period.months.is_some() {
        return false;
    }
    let Some(at) = (from..to).find(|at| words[*at].bytes().all(|byte| byte.is_ascii_digit())) else { return false };
    let before = &words[..at];
    let is_fetched_before = |at: usize| at > 0 && is_one(FETCHED, &before[at - 1]);
    let leads =
        before.last().is_some_and(|word| is_one(FETCHED, word) || matches!(word.as_str(), "tanggal" | "tgl" | "pada" | "per"));
    let no_state = words.iter().enumerate().all(|(at, word)| word != "per" || at < before.len() && is_fetched_before(at));
    leads && no_state && before.iter().any(|word| is_one(FETCHED, word))
}

#[cfg(test)]
mod tests {
    use super::super::label::words;
    use super::*;

    #[test]
    fn days_of_fetching_and_days_of_figures() {
        let gathered = |text: &str| gathered_afterwards(&words(text), text, Year(2021));
        for text in [
            "Data diunduh dari ODS Kementerian Koperasi tanggal 8 Januari 2022",
            "Data diambil dari aplikasi ODS pada tanggal 5 Januari 2022",
            "Data diunduh per 8 Januari 2022",
            "Data ditarik dari ODS tgl. 3 Februari 2022",
        ] {
            assert!(gathered(text), "{text}");
        }
        for text in [
            "Data diambil dari laporan triwulan II tanggal 8 Januari 2022",
            "Data diambil dari laporan semester I per Januari 2022",
            "Data diambil pada semester I tahun 2022",
            "Data ditarik dari posisi keuangan per 30 September 2022",
            "Data diambil dari laporan per 30 Juni 2022",
            "Data per 8 Januari 2022 diunduh dari ODS",
            "Data tanggal 8 Januari 2022 diunduh dari ODS",
            "Data diunduh dari ODS tanggal 8 Juli 2025",
            "Data diunduh dari ODS tanggal 8 Juli 2022",
            "Data diunduh dari ODS per 31 Januari 2022",
            "Data diunduh dari ODS tanggal 8 Januari 2021",
        ] {
            assert!(!gathered(text), "{text}");
        }
    }
}
