//! One list at several times: a further column of the key (`Posisi`, `Versi`, `Laporan ke`) by which each koperasi
//! stands as often as that column has values, with figures near each other. No word says so, the rows do.

use crate::dataset::accept::Findings;
use crate::dataset::body::row_keys::texts_of;
use crate::dataset::digest::{count_different, digest};
use crate::dataset::entities::row_copies::IDENTITIES;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::{Berulang, NamaBerulang, Temuan};
use crate::threads::in_ranges;
use crate::vocabulary::mask_person;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::ops::Range;

/// A list is kept at so many times in a year at most.
const MOST: usize = 12;
/// Fewer that bear the list tell nothing.
const FEW: usize = 3;
/// Longer lists are no office's own.
const LONGEST: usize = 200_000;
/// From one time to another a figure goes so far.
const NEAR: Decimal = Decimal::from_parts(13, 0, 0, false, 1);
/// Out of so many that rise each time in the same order it is no chance: one in this.
const CHANCE: f64 = 1e4;

/// Tells a list that its key holds at several times, where no formula takes one of them.
pub(crate) fn positions(source: &Source, table: &Table, keys: &[usize], findings: &mut Findings) {
    let isian = |at: usize| &*table.columns[at].isian;
    let is_bearer = |at: &usize| IDENTITIES.contains(&isian(*at)) || source.names.iter().any(|name| **name == *isian(*at));
    let (bearers, further): (Vec<usize>, Vec<usize>) = keys.iter().partition(|at| is_bearer(at));
    let [column] = further[..] else { return };
    let rests = |at: usize| source.field(isian(at)).is_some_and(|field| source.rests(&source.fields[field], table.tahun));
    if bearers.is_empty() || table.rows.len() > LONGEST || is_needed(source, table, column) {
        return;
    }
    let of_run = |rows: Range<usize>| rows.map(|row| digest(&texts_of(table, row, &bearers))).collect::<Vec<u64>>();
    let borne = in_ranges(table.rows.len(), of_run).concat();
    // Most lists have each once.
    let count = count_different(borne.clone());
    if count < FEW || count * 2 > table.rows.len() || count * MOST < table.rows.len() {
        return;
    }
    let mut own: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    borne.into_iter().enumerate().for_each(|(row, bearer)| own.entry(bearer).or_default().push(row));
    let mut values: Vec<u64> = (0..table.rows.len()).map(|row| digest(&texts_of(table, row, &[column]))).collect();
    let of_row = values.clone();
    values.sort_unstable();
    values.dedup();
    let kali = values.len();
    let is_whole =
        |rows: &&Vec<usize>| rows.len() == kali && count_different(rows.iter().map(|row| of_row[*row]).collect()) == kali;
    let whole: Vec<&Vec<usize>> = own.values().filter(is_whole).collect();
    // A few may have come later, or gone.
    if !(2..=MOST).contains(&kali) || whole.len() < FEW || whole.len() * 5 < count * 4 {
        return;
    }
    let is_number = |at: &usize| matches!(table.columns[*at].jenis, Jenis::Uang | Jenis::Angka) && !keys.contains(at);
    let is_told = (0..table.columns.len()).filter(is_number).any(|at| is_of_one(table, &whole, at, &of_row, rests(at)));
    if !is_told {
        return;
    }
    let first = whole.iter().filter_map(|rows| rows.first()).min().copied().unwrap_or(0);
    let fakta = NamaBerulang {
        nama: whole.len(),
        baris: whole.len() * kali,
        dari: table.rows.len(),
        contoh: vec![mask_person(&table.rows[first].nama)],
        sebab: Berulang::Kunci { isian: isian(column).to_owned(), kali },
    };
    findings.raise(Temuan::new(table.at_column(&table.rows[first], column), fakta), None);
}

/// Whether a formula itself asks for a column: it takes the rows that it means.
fn is_needed(source: &Source, table: &Table, column: usize) -> bool {
    source.needs.get(&table.tahun).is_some_and(|need| need.isian.contains(&*table.columns[column].isian))
}

/// Whether a column's figures are each bearer's at several times: near each other and not all the same (the same, where
/// figures rest on them), or rising in one order with all of them.
fn is_of_one(table: &Table, whole: &[&Vec<usize>], at: usize, of_row: &[u64], rests: bool) -> bool {
    let amount = |row: &usize| match table.isi(&table.rows[*row], at) {
        Isi::Angka(value) if value > Decimal::ZERO => Some(value),
        _ => None,
    };
    let mut filled: Vec<Vec<(u64, Decimal)>> = Vec::new();
    for rows in whole {
        let amounts = rows.iter().map(|row| Some((of_row[*row], amount(row)?))).collect::<Option<Vec<_>>>();
        filled.extend(amounts);
    }
    if filled.len() < FEW || filled.len() * 2 < whole.len() {
        return false;
    }
    let ends = |amounts: &Vec<(u64, Decimal)>| {
        let values = || amounts.iter().map(|(_, value)| *value);
        (values().min().unwrap_or_default(), values().max().unwrap_or_default())
    };
    let near = filled.iter().map(ends).filter(|(least, most)| most.checked_div(*least).is_some_and(|step| step <= NEAR));
    let (near, moved) = near.fold((0, 0), |(near, moved), (least, most)| (near + 1, moved + usize::from(least != most)));
    if near * 5 >= filled.len() * 4 && (rests || moved * 2 >= near) {
        return true;
    }
    let order = |amounts: &Vec<(u64, Decimal)>| {
        let mut sorted = amounts.clone();
        sorted.sort_by_key(|(_, value)| *value);
        let is_strict = sorted.windows(2).all(|pair| pair[0].1 < pair[1].1);
        is_strict.then(|| sorted.into_iter().map(|(value, _)| value).collect::<Vec<u64>>())
    };
    let orders: Vec<Option<Vec<u64>>> = filled.iter().map(order).collect();
    let kali = filled.first().map_or(0, Vec::len);
    let ways: f64 = (1..=kali).map(|way| way as f64).product();
    let is_one = orders.first().is_some_and(Option::is_some) && orders.windows(2).all(|pair| pair[0] == pair[1]);
    rests && kali > 2 && is_one && ways.powi(orders.len() as i32 - 1) >= CHANCE
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::{Dictionary, JenisIsian};

    const VERSIONS: [&str; 4] = ["v1", "v2", "v3", "final"];

    /// How often names are told of five koperasi in as many rows each as there are versions.
    fn told(needs: &[&str], row: impl Fn(u64, u64) -> (u64, u64)) -> usize {
        let mut lines = String::from("Nama Koperasi;Nomor Badan Hukum;Versi;Jumlah Anggota;Volume Usaha\n");
        for (time, versi) in (0..).zip(VERSIONS) {
            for at in 0..5 {
                let (members, volume) = row(at, time);
                lines += &format!("Koperasi {at};518/{at:02}/BH/1990;{versi};{members};{volume}\n");
            }
        }
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh", "versi"]);
        let office = office.kolom("versi", "Versi", Some(JenisIsian::Teks)).file("2021.csv", &lines);
        let read = office.needs(2021, needs).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::NamaBerulang).len()
    }

    fn some(at: u64) -> u64 {
        31_415_927 + (at * at * 2_718_281 + at * 1_618_033) % 970_531_021
    }

    #[test]
    fn one_list_at_several_times() {
        // Members who come and go; a volume that gathers; the same members again and again, where they are summed.
        let grown = |at: u64, time: u64| (80 + at * 31 + time * 3, some(at * 5 + time));
        assert_eq!(told(&["anggota"], grown), 1);
        assert_eq!(told(&["volume_usaha"], |at, time| (80 + at * 31, some(at) * (time + 1))), 1);
        assert_eq!(told(&["anggota"], |at, time| (80 + at * 31, some(at * 5 + time))), 1);
        // A formula that takes one of them.
        assert_eq!(told(&["anggota", "versi"], grown), 0);
        // Units of each koperasi: business of their own.
        assert_eq!(told(&["volume_usaha"], |at, time| (80 + at * 31, some((at * 7 + time * 11) % 20))), 0);
    }

    #[test]
    fn two_places_of_the_key_are_no_times() {
        let places = ["Utara", "Timur"];
        let line = |at: u64| format!("KSP Melati {at};518/{at:02}/BH/1990;{};{}\n", places[at as usize % 2], some(at));
        let text = format!("Nama Koperasi;Nomor Badan Hukum;Kecamatan;Volume Usaha\n{}", (0..9).map(line).collect::<String>());
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh", "kecamatan"]).file("2021.csv", &text);
        assert!(office.needs(2021, &["volume_usaha"]).read().has(Kode::NamaBerulang).is_empty());
    }
}
