//! Marks that deny each other: two columns of which one holds (`Aktif` and `Tidak Aktif`, `RAT` and `Belum RAT`), and a
//! status in words beside a mark.

use super::inside::{EXAMPLES, is_active};
use crate::dataset::accept::Findings;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Row, Table};
use crate::diagnostic::{AktifBerselisih, AktifTanpaTanda, Bertentangan, Temuan};
use crate::text::status::{is_half_active, is_idle};
use crate::text::{Half, MarkText, read_mark};
use crate::vocabulary::mask_person;

/// What excludes what.
const PAIRS: [(&str, &str, Bertentangan); 2] =
    [("aktif", "tidak_aktif", Bertentangan::Aktif), ("rat", "belum_rat", Bertentangan::Rat)];

pub(super) fn contrary(source: &Source, table: &Table, findings: &mut Findings) {
    for pair in PAIRS {
        both_or_neither(source, table, pair, findings);
    }
    against_status(source, table, findings);
}

fn rests(source: &Source, table: &Table, isian: &str) -> bool {
    source.field(isian).is_some_and(|field| source.rests(&source.fields[field], table.tahun))
}

fn is_set(table: &Table, row: &Row, at: usize) -> bool {
    matches!(table.isi(row, at), Isi::Tanda(true))
}

fn contoh(table: &Table, rows: &[usize]) -> Vec<String> {
    let names = rows.iter().map(|row| &table.rows[*row].nama).filter(|nama| !nama.is_empty());
    names.take(EXAMPLES).map(|nama| mask_person(nama)).collect()
}

/// Of a pair of columns that exclude each other one holds.
fn both_or_neither(source: &Source, table: &Table, (one, other, apa): (&str, &str, Bertentangan), findings: &mut Findings) {
    let (Some(one_at), Some(other_at)) = (table.column(one), table.column(other)) else { return };
    let are_marks = [one_at, other_at].into_iter().all(|at| table.columns[at].jenis == Jenis::Tanda);
    if !are_marks || !(rests(source, table, one) || rests(source, table, other)) {
        return;
    }
    let set = |row: usize, at: usize| is_set(table, &table.rows[row], at);
    for number in 0..table.parts.len() {
        let own = || (0..table.rows.len()).filter(|row| usize::from(table.rows[*row].part) == number);
        let odd = own().filter(|row| set(*row, one_at) == set(*row, other_at));
        let (both, mut neither): (Vec<usize>, Vec<usize>) = odd.partition(|row| set(*row, one_at));
        if apa == Bertentangan::Rat {
            // Who rests holds none; and a column that marks nobody is not filled in.
            neither.retain(|row| is_active(table, *row) != Some(false));
            if !own().any(|row| set(row, other_at)) {
                neither.clear();
            }
        }
        if let Some(first) = both.first() {
            let fakta = AktifBerselisih { jumlah: both.len(), contoh: contoh(table, &both), apa };
            findings.raise(Temuan::new(table.at_column(&table.rows[*first], other_at), fakta), None);
        }
        if let Some(first) = neither.first() {
            let fakta = AktifTanpaTanda { jumlah: neither.len(), contoh: contoh(table, &neither), apa };
            findings.raise(Temuan::new(table.at_column(&table.rows[*first], other_at), fakta), None);
        }
    }
}

/// A mark beside a status in words that says the contrary: `v` under `Aktif`, `Tidak Aktif` under `Status`.
fn against_status(source: &Source, table: &Table, findings: &mut Findings) {
    let Some(status) = table.column("status").filter(|at| table.columns[*at].jenis == Jenis::Teks) else { return };
    let marked = [("aktif", true), ("tidak_aktif", false)].into_iter().find_map(|(isian, lives)| {
        let at = table.column(isian).filter(|at| table.columns[*at].jenis == Jenis::Tanda)?;
        Some((at, isian, lives))
    });
    let Some((mark, isian, lives)) = marked else { return };
    if !(rests(source, table, isian) || rests(source, table, "status")) {
        return;
    }
    let text = |row: usize| match table.isi(&table.rows[row], status) {
        Isi::Teks(text) => Some(text),
        _ => None,
    };
    // `A` and `TA` say it together.
    let half =
        |half: Half| (0..table.rows.len()).any(|row| text(row).is_some_and(|text| read_mark(&text) == MarkText::Letter(half)));
    let has_halves = half(Half::A) && half(Half::Ta);
    let said = |row: usize| {
        let text = text(row).filter(|text| text.chars().any(char::is_alphabetic) && !is_half_active(text))?;
        match read_mark(&text) {
            // `Belum`, `Ya` under a bare `Status` may be of anything.
            MarkText::Yes => text.to_lowercase().contains("aktif").then_some(true),
            MarkText::No => (text.to_lowercase().contains("aktif") || is_idle(&text)).then_some(false),
            MarkText::Letter(Half::A) if has_halves => Some(true),
            MarkText::Letter(Half::Ta) if has_halves => Some(false),
            _ => is_idle(&text).then_some(false),
        }
    };
    for number in 0..table.parts.len() {
        let own = || (0..table.rows.len()).filter(|row| usize::from(table.rows[*row].part) == number);
        // Marks that nobody set say nothing.
        if !own().any(|row| is_set(table, &table.rows[row], mark)) {
            continue;
        }
        let is_odd = |row: &usize| said(*row).is_some_and(|said| said != (is_set(table, &table.rows[*row], mark) == lives));
        let odd: Vec<usize> = own().filter(is_odd).collect();
        if let Some(first) = odd.first() {
            let fakta = AktifBerselisih { jumlah: odd.len(), contoh: contoh(table, &odd), apa: Bertentangan::Status };
            findings.raise(Temuan::new(table.at_column(&table.rows[*first], status), fakta), None);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    /// What is told of koperasi with these cells under these headings: both, and neither.
    fn told(heads: &str, needs: &[&str], rows: &[&str]) -> [usize; 2] {
        let line = |(at, row): (usize, &&str)| format!("Koperasi {at};518/{at:02}/BH/1990;{row}\n");
        let text = format!("Nama Koperasi;Nomor Badan Hukum;{heads}\n{}", rows.iter().enumerate().map(line).collect::<String>());
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, needs).read();
        [Kode::AktifBerselisih, Kode::AktifTanpaTanda].map(|kode| read.has(kode).len())
    }

    #[test]
    fn a_status_in_words_against_a_mark() {
        for (yes, no, active, idle) in [
            ("v", "-", "Aktif", "Tidak Aktif"),
            ("1", "0", "A", "TA"),
            ("Ya", "Tidak", "AKTIF", "PASIF"),
            ("v", "", "Aktif", "Beku"),
        ] {
            let rows = [format!("{yes};{active}"), format!("{no};{idle}"), format!("{yes};{active}")];
            let own: Vec<&str> = rows.iter().map(String::as_str).collect();
            assert_eq!(told("Aktif;Status", &["aktif"], &own), [0, 0], "{active}");
            let (ill, dead) = (format!("{yes};{idle}"), format!("{no};{active}"));
            for odd in [&ill, &dead] {
                let own: Vec<&str> = own.iter().copied().chain([odd.as_str()]).collect();
                assert_eq!(told("Aktif;Status", &["aktif"], &own), [1, 0], "{odd}");
            }
        }
        // Another status, or half of one.
        assert_eq!(told("Aktif;Status", &["aktif"], &["v;Sehat", "-;Cukup Sehat", "v;Kurang Aktif", "v;"]), [0, 0]);
        // No figure rests on either.
        assert_eq!(told("Aktif;Status", &["nomor_bh"], &["v;Tidak Aktif", "-;Aktif"]), [0, 0]);
    }

    #[test]
    fn held_and_not_held() {
        for heads in ["RAT;Belum RAT", "RAT;Tidak RAT", "Sudah RAT;Belum RAT"] {
            assert_eq!(told(heads, &["rat"], &["v;", ";v", "v;"]), [0, 0], "{heads}");
            assert_eq!(told(heads, &["rat"], &["v;", ";v", "v;v"]), [1, 0], "{heads}");
            assert_eq!(told(heads, &["rat"], &["v;", ";v", ";"]), [0, 1], "{heads}");
        }
        // A column that is not filled in; a koperasi that rests.
        assert_eq!(told("RAT;Belum RAT", &["rat"], &["v;", ";", "v;"]), [0, 0]);
        assert_eq!(told("Aktif;RAT;Belum RAT", &["rat"], &["v;v;", "v;;v", "-;;"]), [0, 0]);
    }
}
