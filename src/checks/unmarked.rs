//! Marks that are not there: koperasi that are ticked nowhere and have a volume, or held their RAT; ticks and identity numbers
//! that most entities had a year before. None of this refuses.

use super::shared::column_place;
use super::steps::matched;
use crate::dataset::accept::Findings;
use crate::dataset::cell::isi_text;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::{Banding, NilaiKosong, NilaiSeperseribu, Temuan, TidakAktifBervolume};
use crate::vocabulary::mask_person;
use rust_decimal::Decimal;

/// Fewer marks that are gone are so by chance.
const FEW: usize = 3;
/// So many names are told.
const EXAMPLES: usize = 3;

/// Looks at the marks of one year.
pub(super) fn unmarked(source: &Source, table: &Table, findings: &mut Findings) {
    if source.recap {
        return;
    }
    active_by_volume(source, table, findings);
    held_without(source, table, findings);
}

fn rests(source: &Source, table: &Table, isian: &str) -> bool {
    source.field(isian).is_some_and(|field| source.rests(&source.fields[field], table.tahun))
}

/// A column of marks, where the table has one of that name.
fn marks(table: &Table, isian: &str) -> Option<usize> {
    table.column(isian).filter(|at| table.columns[*at].jenis == Jenis::Tanda)
}

/// Koperasi without a mark under `Aktif`, counted as none, that have a volume of business: told of each sheet once.
fn active_by_volume(source: &Source, table: &Table, findings: &mut Findings) {
    let (Some(aktif), Some(volume), None) = (marks(table, "aktif"), table.column("volume_usaha"), marks(table, "tidak_aktif"))
    else {
        return;
    };
    if !rests(source, table, "aktif") || table.column("status").is_some() {
        return;
    }
    for part in 0..table.parts.len() {
        let rows = || table.rows.iter().filter(|row| usize::from(row.part) == part && !row.lanjutan);
        let of = |isi: Isi| match isi {
            Isi::Angka(value) if value > Decimal::ZERO => Some(value),
            _ => None,
        };
        let unmarked =
            rows().filter(|row| table.isi(row, aktif).is_empty()).filter_map(|row| Some((row, of(table.isi(row, volume))?)));
        let unmarked: Vec<_> = unmarked.collect();
        let Some((first, own)) = unmarked.first() else { continue };
        let fakta = TidakAktifBervolume { volume: *own, tanpa_tanda: unmarked.len() };
        findings.raise(Temuan::new(table.at(first, volume), fakta).named(&*first.nama), None);
    }
}

/// Rows that are ticked for their RAT and not as active, where the others that are ticked for it are active.
fn held_without(source: &Source, table: &Table, findings: &mut Findings) {
    let (Some(aktif), Some(rat)) = (marks(table, "aktif"), marks(table, "rat")) else { return };
    if !(rests(source, table, "aktif") || rests(source, table, "rat")) {
        return;
    }
    let is_set = |row: usize, at: usize| matches!(table.isi(&table.rows[row], at), Isi::Tanda(true));
    let held: Vec<usize> = (0..table.rows.len()).filter(|row| is_set(*row, rat)).collect();
    // One that bears no mark and has a volume is told as such.
    let has_volume = |row: usize| {
        let value = table.column("volume_usaha").map(|at| table.isi(&table.rows[row], at));
        matches!(value, Some(Isi::Angka(value)) if value > Decimal::ZERO)
    };
    let is_told =
        |row: usize| table.isi(&table.rows[row], aktif).is_empty() && marks(table, "tidak_aktif").is_none() && has_volume(row);
    let is_odd = |row: &usize| !is_set(*row, aktif) && !is_told(*row);
    let odd: Vec<usize> = held.iter().copied().filter(is_odd).collect();
    let Some(first) = odd.first().copied() else { return };
    let at = table.at(&table.rows[first], rat);
    if findings.stands_at(&at) {
        return;
    }
    let ditemukan = isi_text(&table.isi(&table.rows[first], rat));
    let banding = Banding::TandaTanpa { lain: "aktif".to_owned(), baris: odd.len(), dari: held.len() };
    let fakta = NilaiSeperseribu { isian: "rat".to_owned(), ditemukan, banding };
    findings.raise(Temuan::new(at, fakta).named(&*table.rows[first].nama), None);
}

/// Marks and identity numbers that formulas count, of which most that stood there the year before are gone for the same entities.
pub(super) fn marks_gone(source: &Source, earlier: &Table, later: &Table, findings: &mut Findings) {
    for (after, column) in later.columns.iter().enumerate() {
        let Some(before) = earlier.column(&column.isian) else { continue };
        let field = source.field(&column.isian).map(|field| &source.fields[field]);
        let is_counted = field.is_some_and(|field| {
            let is_mark = column.jenis == Jenis::Tanda || column.jenis != Jenis::Uang && source.counts(field);
            is_mark && !field.is_key && source.rests(field, later.tahun)
        });
        if !is_counted {
            continue;
        }
        let is_there = |isi: Isi| !matches!(isi, Isi::Kosong | Isi::Tanda(false));
        let had = matched(earlier, later).filter(|(_, row)| is_there(earlier.isi(&earlier.rows[*row], before)));
        let had: Vec<usize> = had.map(|(row, _)| row).collect();
        // Blank, where nobody says no.
        // One that is ticked under the other of the two is marked.
        let other = match &*column.isian {
            "aktif" => marks(later, "tidak_aktif"),
            "tidak_aktif" => marks(later, "aktif"),
            _ => None,
        };
        let is_gone = |row: &usize| {
            let row = &later.rows[*row];
            later.isi(row, after).is_empty() && !other.is_some_and(|at| is_there(later.isi(row, at)))
        };
        let gone = had.iter().copied().filter(is_gone);
        let gone: Vec<usize> = gone.collect();
        if gone.len() >= FEW && gone.len() * 2 > had.len() {
            let names = gone.iter().map(|row| &later.rows[*row].nama).filter(|nama| !nama.is_empty());
            let contoh = names.take(EXAMPLES).map(|nama| mask_person(nama)).collect();
            let (isian, jumlah) = (column.isian.to_string(), gone.len());
            let fakta = NilaiKosong { isian, jumlah, contoh, tahun_lalu: Some(earlier.tahun) };
            findings.raise(Temuan::new(column_place(later, after), fakta), None);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    /// Eight koperasi, of each its marks and its volume.
    fn list(row: impl Fn(usize) -> (&'static str, &'static str, u32)) -> String {
        let line = |at: usize| {
            let (aktif, rat, volume) = row(at);
            format!("{};Koperasi Nomor {at};51{at}/BH/199{at};{aktif};{rat};{volume}\n", at + 1)
        };
        format!("No;Nama Koperasi;Nomor Badan Hukum;Aktif;RAT;Volume Usaha\n{}", (0..8).map(line).collect::<String>())
    }

    fn office(lists: &[(&str, String)]) -> Office {
        lists.iter().fold(Office::keragaan(), |office, (name, text)| office.file(name, text))
    }

    #[test]
    fn koperasi_without_a_mark_that_have_a_volume() {
        let told = |row: fn(usize) -> (&'static str, &'static str, u32)| {
            let read = office(&[("2021.csv", list(row))]).needs(2021, &["aktif"]).read();
            read.has(Kode::TidakAktifBervolume).len()
        };
        assert_eq!(told(|at| (if at < 3 { "v" } else { "" }, "v", 5_001_001 + at as u32 * 717_311)), 1);
        assert_eq!(told(|at| if at < 3 { ("v", "v", 5_001_001 + at as u32 * 717_311) } else { ("", "", 0) }), 0);
        assert_eq!(told(|at| ("v", "v", 5_001_001 + at as u32 * 717_311)), 0);
    }

    #[test]
    fn a_rat_of_koperasi_that_are_not_active() {
        let told = |row: fn(usize) -> (&'static str, &'static str, u32)| {
            let read = office(&[("2021.csv", list(row))]).needs(2021, &["aktif", "rat"]).read();
            read.has(Kode::NilaiSeperseribu).len()
        };
        assert_eq!(told(|at| if at == 5 { ("-", "v", 0) } else { ("v", "v", 5_001_001 + at as u32 * 717_311) }), 1);
        assert_eq!(told(|at| if at == 5 { ("-", "-", 0) } else { ("v", "v", 5_001_001 + at as u32 * 717_311) }), 0);
    }

    #[test]
    fn marks_and_numbers_that_were_there_a_year_before() {
        let full: fn(usize) -> (&'static str, &'static str, u32) = |at| ("v", "v", 5_001_001 + at as u32 * 717_311);
        let told = |row: fn(usize) -> (&'static str, &'static str, u32)| {
            let lists = [("2020.csv", list(full)), ("2021.csv", list(row))];
            let read = office(&lists).needs(2020, &["rat"]).needs(2021, &["rat"]).read();
            read.has(Kode::NilaiKosong).len()
        };
        assert_eq!(told(|at| ("v", if at < 2 { "v" } else { "" }, 5_501_001 + at as u32 * 617_311)), 1);
        // Said to be none, or a few of them.
        assert_eq!(told(|at| ("v", if at < 2 { "v" } else { "-" }, 5_501_001 + at as u32 * 617_311)), 0);
        assert_eq!(told(|at| ("v", if at < 5 { "v" } else { "" }, 5_501_001 + at as u32 * 617_311)), 0);
        let business = |at: usize, nib: bool| {
            let nib = if nib { format!("91200000{at}79{at}9") } else { String::new() };
            format!("{};357501{at}{at}016000{at}{at};Usaha {at};{};{nib}\n", at + 1, 11_708_882 + at * 1_731_117)
        };
        let told = |full: usize| {
            let list = |full: usize| {
                format!("No;NIK;Nama Usaha;Omset;NIB\n{}", (0..8).map(|at| business(at, at < full)).collect::<String>())
            };
            let mut office = Office::umkm().file("2020.csv", &list(8)).file("2021.csv", &list(full));
            office = office.needs(2020, &["nib"]).needs(2021, &["nib"]);
            office.needs.iter_mut().for_each(|need| need.dihitung.extend(["nib".to_owned()]));
            office.read().has(Kode::NilaiKosong).len()
        };
        assert_eq!([told(2), told(7)], [1, 0]);
    }
}
