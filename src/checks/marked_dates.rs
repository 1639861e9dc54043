//! A mark and the date of the same thing (`RAT` and `Tanggal RAT`) that contradict each other in a row: marked for this year
//! and dated years ago, marked and not dated, dated and not marked. None of this refuses.

use super::dates::{tell, tell_column_as};
use crate::dataset::accept::Findings;
use crate::dataset::cell::isi_text;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::RaguTanggal;
use crate::vocabulary::{Tanggal, Year};
use std::collections::BTreeMap;

/// So many rows are told each at its own cell.
const FEW: usize = 5;
/// Fewer marks show nothing of a column of dates that is all empty.
const FEW_MARKS: usize = 5;
/// What is held every year: of a year's books in it, or in the next.
const YEARLY: &str = "rat";

/// A row's mark and date, where it has them.
struct Both {
    row: usize,
    is_marked: Option<bool>,
    date: Option<Tanggal>,
}

/// Holds each mark that figures rest on, or whose date they do, against its date.
pub(super) fn check(source: &Source, table: &mut Table, findings: &mut Findings) {
    let rests = |table: &Table, at: usize| {
        let field = source.field(&table.columns[at].isian);
        field.is_some_and(|field| source.rests(&source.fields[field], table.tahun))
    };
    for mark_at in 0..table.columns.len() {
        let tanda = table.columns[mark_at].isian.to_string();
        let Some(date_at) = table.column(&format!("tanggal_{tanda}")) else { continue };
        let are_such = table.columns[mark_at].jenis == Jenis::Tanda && table.columns[date_at].jenis == Jenis::Tanggal;
        if are_such && (rests(table, mark_at) || rests(table, date_at)) {
            let dates_rest = rests(table, date_at);
            contradictions(table, (mark_at, date_at), dates_rest, findings);
        }
    }
}

fn contradictions(table: &mut Table, (mark_at, date_at): (usize, usize), dates_rest: bool, findings: &mut Findings) {
    let tahun = table.tahun;
    let tanda = table.columns[mark_at].isian.to_string();
    let of_row = |row: usize| {
        let is_marked = match table.isi(&table.rows[row], mark_at) {
            Isi::Tanda(is_marked) => Some(is_marked),
            _ => None,
        };
        let date = match table.isi(&table.rows[row], date_at) {
            Isi::Tanggal(date) => Some(date),
            _ => None,
        };
        Both { row, is_marked, date }
    };
    let all: Vec<Both> = (0..table.rows.len()).map(of_row).collect();
    let marked: Vec<&Both> = all.iter().filter(|own| own.is_marked == Some(true)).collect();
    let is_own = |date: &Tanggal| date.year == tahun.0 || date.year == tahun.0 + 1;
    let odd = marked.iter().filter(|own| own.date.is_some_and(|date| !is_own(&date)));
    let odd: Vec<usize> = odd.map(|own| own.row).collect();
    let dated: Vec<Tanggal> = marked.iter().filter_map(|own| own.date).collect();
    // A column of dates that are all of years before was told where figures rest on it.
    let is_told = dates_rest && odd.len() == dated.len();
    if tanda == YEARLY && !is_told {
        let ragu = |baris: usize| RaguTanggal::TandaTahunLain { tanda: tanda.clone(), tahun, baris, dari: marked.len() };
        if odd.len() <= FEW {
            odd.iter().for_each(|row| tell(table, (*row, date_at), ragu(1), findings));
        } else {
            let said = (date_of(table, (odd[0], date_at)), ragu(odd.len()));
            tell_column_as(table, (odd[0], date_at), said, findings);
        }
    }
    let bare: Vec<usize> = marked.iter().filter(|own| own.date.is_none()).map(|own| own.row).collect();
    let is_usual = dated.len() * 2 >= marked.len() || dated.is_empty() && marked.len() >= FEW_MARKS;
    if let Some(first) = bare.first().filter(|_| is_usual) {
        let ragu = RaguTanggal::TandaTanpaTanggal { tanda: tanda.clone(), baris: bare.len(), dari: marked.len() };
        tell_column_as(table, (*first, date_at), (format!("{} tanpa tanggal", bare.len()), ragu), findings);
    }
    // Whoever did not hold it this year may have done so in another: the year of most that did.
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    dated.iter().filter(|date| is_own(date)).for_each(|date| *years.entry(date.year).or_default() += 1);
    let Some((year, _)) = years.into_iter().max_by_key(|(_, count)| *count) else { return };
    let unmarked = all.iter().filter(|own| own.is_marked != Some(true) && own.date.is_some_and(|date| date.year == year));
    let unmarked: Vec<usize> = unmarked.map(|own| own.row).collect();
    if let Some(first) = unmarked.first() {
        let ragu = RaguTanggal::TanggalTanpaTanda { tanda, tahun: Year(year), baris: unmarked.len() };
        tell_column_as(table, (*first, date_at), (date_of(table, (*first, date_at)), ragu), findings);
    }
}

fn date_of(table: &Table, (row, column): (usize, usize)) -> String {
    isi_text(&table.isi(&table.rows[row], column))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    /// The places told of twelve koperasi, each with its mark and date.
    fn told(isian: &[&str], row: impl Fn(usize) -> (&'static str, &'static str)) -> Vec<String> {
        let line = |at: usize| {
            let (mark, date) = row(at);
            format!("{};KSP {at};{at}1/BH;{mark};{date};{}\n", at + 1, 1_000_123 * (at + 7))
        };
        let text = format!("No;Nama Koperasi;Nomor BH;RAT;Tanggal RAT;Volume Usaha\n{}", (0..12).map(line).collect::<String>());
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, isian).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::TanggalJanggal).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn marks_and_dates_that_contradict_each_other_are_told() {
        let usual = |at: usize| if at.is_multiple_of(4) { ("-", "") } else { ("v", "05/01/2022") };
        let with = |odd: &'static [usize], own: (&'static str, &'static str)| {
            told(&["rat"], move |at| if odd.contains(&at) { own } else { usual(at) })
        };
        assert!(told(&["rat"], usual).is_empty());
        assert_eq!(with(&[2, 5], ("v", "05/03/2018")), ["E4", "E7"]);
        assert_eq!(with(&[2], ("v", "05/03/2031")), ["E4"]);
        assert_eq!(with(&[1, 2, 3, 5, 6, 7, 9], ("v", "05/03/2020")), ["E"]);
        assert_eq!(with(&[2, 5], ("v", "belum")), ["E"]);
        assert_eq!(with(&[0, 8], ("-", "07/01/2022")), ["E"]);
        assert_eq!(told(&["rat"], |at| (usual(at).0, "")), ["E"]);
    }

    #[test]
    fn what_is_ordinary_of_a_rat_is_not_told() {
        // Held in the year for the books of the year before, or in the next; the last one of those that held none.
        let of = |at: usize| match at % 4 {
            0 => ("-", "13/04/2017"),
            1 => ("v", "14/02/2021"),
            2 => ("v", "20/01/2022"),
            _ => ("", "-"),
        };
        assert!(told(&["rat"], of).is_empty());
        // A column of dates that only few ever filled in, and marks that no figure rests on.
        assert!(told(&["rat"], |at| ("v", if at < 3 { "14/02/2021" } else { "" })).is_empty());
        assert!(told(&["volume_usaha"], |_| ("v", "05/03/2018")).is_empty());
    }
}
