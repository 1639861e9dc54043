//! Koperasi sekunder among koperasi primer: `Puskud`, `PKPRI`, a cell `Sekunder` under `Tingkat`. Its volume may be
//! what its members have sold through it, which stands in their own rows already.

use crate::dataset::accept::Findings;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::total::is_additive;
use crate::dataset::counted::On;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::{DataAtauJumlah, SebabJumlah, SekunderTerhitung, Temuan};
use crate::profile::{Arti, Dictionary};
use crate::text::label::{all_spelt, spelt_words};
use crate::text::lexicon::{OF_LEVELS, SECONDARY, SECONDARY_RUNS};
use crate::text::{MarkText, read_mark};
use crate::threads::in_ranges;
use crate::vocabulary::{CellAddress, mask_person};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Of fewer others one is often as much as all of them.
const FEW: usize = 3;
/// In parts of a hundred: how far a figure may be from all others' sum, and from its own members', and be about it.
const NEAR_ALL: u32 = 10;
const NEAR_MEMBERS: u32 = 2;

/// Whether a source's rows are koperasi, each one row.
fn has_bearers(source: &Source) -> bool {
    source.sumber.bentuk == Dictionary::Keragaan && !source.recap
}

/// The counted rows of a sheet (by their row) that a cell calls sekunder; none where formulas tell rows apart by that column.
pub(crate) fn called_secondary(on: &On, is_asked: impl Fn(u32) -> bool) -> Option<BTreeSet<u32>> {
    let is_of_levels = |path: &[String]| {
        let leaf = path.last().map(|label| spelt_words(label)).unwrap_or_default();
        leaf.iter().any(|word| OF_LEVELS.contains(&word.as_str())).then(|| leaf.iter().any(|word| word == "sekunder"))
    };
    let mut found = BTreeSet::new();
    if !has_bearers(on.source) {
        return Some(found);
    }
    for heading in &on.layout.columns {
        let Some(is_mark) = is_of_levels(&heading.path) else { continue };
        let says = |row: u32| {
            let cell = on.merged.cell(on.sheet, CellAddress::new(row, heading.column));
            cell.is_some_and(|cell| calls_secondary(&raw_text(&cell.value), is_mark))
        };
        let own: Vec<u32> = on.rows.iter().map(|row| row.row).filter(|row| says(*row)).collect();
        if !own.is_empty() && is_asked(heading.column) {
            return None;
        }
        found.extend(own);
    }
    Some(found)
}

/// `Sekunder`, `Koperasi Sekunder`; a mark under `Sekunder`.
fn calls_secondary(text: &str, is_mark: bool) -> bool {
    if is_mark && read_mark(text) == MarkText::Yes {
        return true;
    }
    if !text.to_ascii_lowercase().contains("sekunder") {
        return false;
    }
    let words = spelt_words(text);
    words.len() <= 4 && words.iter().any(|word| word == "sekunder") && !words.iter().any(|word| word == "primer")
}

/// Whether a name is that of a koperasi of koperasi.
fn is_secondary(nama: &str) -> bool {
    !begins_otherwise(nama) && is_called_secondary(nama)
}

/// A quick look before the slow one: whether a name begins with no words that theirs begin with.
fn begins_otherwise(nama: &str) -> bool {
    let (mut at, mut begins) = (0, false);
    let all = all_spelt(nama, |word| {
        let is_first = at == 0 && (word.starts_with("puskop") || SECONDARY.iter().any(|(own, _)| *own == word));
        let is_of_run = SECONDARY_RUNS.iter().any(|run| run.get(at) == Some(&word));
        begins |= is_first || at > 0 && is_of_run;
        at += 1;
        !begins && is_of_run
    });
    all == Some(false) && !begins
}

fn is_called_secondary(nama: &str) -> bool {
    // Most names hold none of these.
    let lower = nama.to_lowercase();
    if !["pus", "ink", "ind", "ikp", "pkp", "gkp", "gab", "sekunder"].iter().any(|stem| lower.contains(stem)) {
        return false;
    }
    let words = spelt_words(nama);
    let is_first = |word: &String| word.starts_with("puskop") || SECONDARY.iter().any(|(own, _)| own == word);
    words.first().is_some_and(is_first)
        || SECONDARY_RUNS.iter().any(|run| words.len() >= run.len() && run.iter().zip(&words).all(|(own, word)| own == word))
}

/// The first words of its members' names.
fn members(nama: &str) -> &'static [&'static str] {
    let first = spelt_words(nama).into_iter().next().unwrap_or_default();
    SECONDARY.iter().find(|(own, _)| *own == first).map_or(&[], |(_, members)| members)
}

/// What a secondary's figure is to others'.
struct About {
    column: usize,
    own: Decimal,
    others: (usize, Decimal),
    is_near: bool,
}

/// Tells the koperasi sekunder whose amounts are about what others make together, and leaves out those that the office
/// accepts without saying that they are data. `called` are the rows of each part that a cell calls so.
pub(crate) fn leave_out_secondary(source: &Source, table: &mut Table, called: &[Option<BTreeSet<u32>>], findings: &mut Findings) {
    let is_sum = |at: &usize| {
        let column = &table.columns[*at];
        let rests = source.field(&column.isian).is_some_and(|field| source.rests(&source.fields[field], table.tahun));
        column.jenis == Jenis::Uang && rests && is_additive(Jenis::Uang, std::slice::from_ref(&column.judul))
    };
    let columns: Vec<usize> = (0..table.columns.len()).filter(is_sum).collect();
    if columns.is_empty() || called.iter().any(Option::is_none) {
        return;
    }
    let is_called = |row: &crate::dataset::Row| {
        called.get(usize::from(row.part)).and_then(Option::as_ref).is_some_and(|own| own.contains(&row.row))
    };
    let is_one = |at: &usize| is_secondary(&table.rows[*at].nama) || is_called(&table.rows[*at]);
    let found = in_ranges(table.rows.len(), |rows| rows.filter(is_one).collect::<Vec<usize>>());
    let found: BTreeSet<usize> = found.into_iter().flatten().collect();
    if found.is_empty() || found.len() * 2 > table.rows.len() {
        return;
    }
    let is_name = |isian: &str| source.names.iter().any(|name| &**name == isian);
    let Some(name) = (0..table.columns.len()).find(|at| is_name(&table.columns[*at].isian)) else { return };
    let mut left_out: BTreeSet<usize> = BTreeSet::new();
    for row in found.iter().copied() {
        let nama = table.rows[row].nama.clone();
        let Some(about) = about(table, &columns, row, &found) else { continue };
        let at = table.at(&table.rows[row], name);
        let is_plain = Arti::of(&source.sumber.arti, &nama) == Some(Arti::Biasa);
        if table.rows[row].lanjutan || is_plain || findings.stands_at(&at) {
            continue;
        }
        let isian = table.columns[about.column].isian.to_string();
        if !about.is_near {
            let nama_terbaca = mask_person(&nama);
            let fakta = SekunderTerhitung { nama: nama_terbaca, isian, angka: about.own, lain: about.others };
            findings.raise(Temuan::new(at, fakta).named(&*nama), Some(&nama));
            continue;
        }
        let sebab = SebabJumlah::Sekunder { isian, angka: about.own, lain: about.others };
        let temuan = Temuan::new(at, DataAtauJumlah { label: nama.to_string(), sebab }).named(&*nama);
        let granted = findings.raise(temuan, Some(&nama));
        if granted.is_some_and(|granted| !granted.is_data()) {
            left_out.insert(row);
        }
    }
    if !left_out.is_empty() {
        let mut index = 0..;
        table.rows.retain(|_| index.next().is_none_or(|index| !left_out.contains(&index)));
    }
}

/// The first column in which a row has about what the others make together, or what its members do; else one in which it has
/// at least half as much as all others.
fn about(table: &Table, columns: &[usize], row: usize, secondary: &BTreeSet<usize>) -> Option<About> {
    let own_members = members(&table.rows[row].nama);
    let is_member = |other: usize| {
        let first = spelt_words(&table.rows[other].nama).into_iter().next();
        first.is_some_and(|first| own_members.contains(&first.as_str()))
    };
    let family: Vec<usize> = (0..table.rows.len())
        .filter(|other| !own_members.is_empty() && !secondary.contains(other) && is_member(*other))
        .collect();
    let all: Vec<usize> = (0..table.rows.len()).filter(|other| !secondary.contains(other)).collect();
    let figure = |row: usize, column: usize| match table.isi(&table.rows[row], column) {
        Isi::Angka(value) => value,
        _ => Decimal::ZERO,
    };
    let sum = |rows: &[usize], column: usize| {
        let mut values = rows.iter().map(|row| figure(*row, column)).filter(|value| *value > Decimal::ZERO);
        values.try_fold((0, Decimal::ZERO), |(count, sum): (usize, Decimal), value| Some((count + 1, sum.checked_add(value)?)))
    };
    let mut outweighs = None;
    for column in columns.iter().copied() {
        let own = figure(row, column);
        if own <= Decimal::ZERO {
            continue;
        }
        for (rows, few, near) in [(&all, FEW, NEAR_ALL), (&family, 2, NEAR_MEMBERS)] {
            let Some(others) = sum(rows, column).filter(|(count, _)| *count >= few) else { continue };
            let away = own.checked_sub(others.1)?.abs();
            if away.checked_mul(Decimal::from(100))? <= others.1.checked_mul(Decimal::from(near))? {
                return Some(About { column, own, others, is_near: true });
            }
        }
        let others = sum(&all, column).filter(|(count, _)| *count >= FEW);
        let Some(others) = others.filter(|(_, sum)| own.checked_mul(Decimal::TWO).is_some_and(|twice| twice >= *sum)) else {
            continue;
        };
        outweighs = outweighs.or(Some(About { column, own, others, is_near: false }));
    }
    outweighs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;
    use crate::profile::JenisIsian;

    const HEAD: &str = "No;Nama Koperasi;No Badan Hukum;Tingkat;Jumlah Anggota;Volume Usaha";

    #[test]
    fn the_quick_look_passes_no_secondary_over() {
        let first = ["", "1. ", "(", "é ", "5% ", "x "];
        let leads = SECONDARY.iter().map(|(own, _)| (*own).to_owned()).chain(SECONDARY_RUNS.iter().map(|run| run.join(" ")));
        let others =
            ["Koperasi Serba", "Kop. Sekunder", "PUSKOPTREN", "Pusat Kop", "P K P R I", "KUD", "Koperasi", "Sekunder", ""];
        for lead in leads.chain(others.map(str::to_owned)) {
            for name in first.iter().flat_map(|first| ["", " Jaya", "/Koperasi 2"].map(|rest| format!("{first}{lead}{rest}"))) {
                for name in [name.to_uppercase(), name] {
                    assert_eq!(is_secondary(&name), is_called_secondary(&name), "{name}");
                }
            }
        }
        assert!(
            begins_otherwise("Koperasi Serba Usaha 12") && begins_otherwise("KUD Makmur") && !begins_otherwise("Puskud Jatim")
        );
    }

    const ROWS: [&str; 2] = [
        "1;KSP Artha;518/11/BH/1998;Primer;88;86397250\n2;KUD Bina Tani;518/12/BH/1999;Primer;52;97384110",
        "3;Kopkar Citra;518/13/BH/2000;Primer;80;64118200\n4;KUD Dwija;518/14/BH/2001;Primer;121;51214300\n\
        5;Kopwan Melati;518/15/BH/2002;Primer;214;38179657",
    ];
    const ALL: i64 = 337_293_517;
    const OF_KUD: i64 = 148_598_410;

    /// The sheet with a further koperasi of this volume among the others.
    fn sheet(nama: &str, tingkat: &str, volume: i64) -> String {
        let [above, below] = ROWS;
        format!("{HEAD}\n{above}\n6;{nama};518/99/BH/1990;{tingkat};5;{volume}\n{below}")
    }

    /// The codes that tell of a further koperasi with this volume.
    fn told(nama: &str, tingkat: &str, volume: i64) -> Vec<Kode> {
        let text = sheet(nama, tingkat, volume);
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        let kinds = [Kode::DataAtauJumlah, Kode::SekunderTerhitung];
        kinds.into_iter().filter(|kode| !read.has(*kode).is_empty()).collect()
    }

    #[test]
    fn a_secondary_whose_volume_is_that_of_all_others() {
        for volume in [ALL, ALL + 3_456_789, ALL - 20_000_000] {
            for (nama, tingkat) in [
                ("Puskud Jaya", "Sekunder"),
                ("Puskud Jaya", ""),
                ("PKPRI Kota Pasuruan", "Primer"),
                ("Mitra Jaya", "Koperasi Sekunder"),
                ("Pusat Koperasi Wanita", "Primer"),
                ("Gabungan Koperasi Batik", "Primer"),
            ] {
                assert_eq!(told(nama, tingkat, volume), [Kode::DataAtauJumlah], "{nama} {volume}");
            }
            assert_eq!(told("Mitra Jaya", "Primer", volume), [], "{volume}");
        }
    }

    #[test]
    fn a_secondary_whose_volume_is_that_of_its_members() {
        assert_eq!(told("Puskud Jaya", "Sekunder", OF_KUD + 1_000_000), [Kode::DataAtauJumlah]);
        assert_eq!(told("PKPRI Jaya", "Sekunder", OF_KUD + 1_000_000), []);
    }

    #[test]
    fn a_secondary_as_others_are() {
        assert_eq!(told("Puskud Jaya", "Sekunder", 123_456_789), []);
        assert_eq!(told("Puskud Jaya", "Sekunder", 223_456_789), [Kode::SekunderTerhitung]);
        assert_eq!(told("Puskesmas Sehat", "Primer", ALL), []);
        assert_eq!(told("KSU Pusat Niaga", "Primer", ALL), []);
    }

    #[test]
    fn what_settles_it() {
        let text = sheet("Puskud Jaya", "Sekunder", ALL);
        let office = || Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]);
        let sum = |office: Office| {
            let read = office.read();
            (read.galat().len(), read.sum(2021, "volume_usaha"))
        };
        let twice = Some(Decimal::from(ALL * 2));
        assert_eq!(sum(office().source(|own| _ = own.arti.insert(Arti::folded("Puskud Jaya"), Arti::Biasa))), (0, twice));
        let granted = |nilai| office().accepts(Kode::DataAtauJumlah, "data/2021.csv!B4", Some("Puskud Jaya"), nilai);
        assert_eq!(sum(granted(Some("data"))), (0, twice));
        assert_eq!(sum(granted(None)), (0, Some(Decimal::from(ALL))));
        // A condition tells them apart.
        let asked = office().kolom("tingkat", "Tingkat", Some(JenisIsian::Teks));
        assert_eq!(sum(asked.needs(2021, &["volume_usaha", "tingkat"])).0, 0);
    }
}
