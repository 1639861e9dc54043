//! Rows among places that are none of them: the kota that the office is of, a province, `Bulan Lalu`.

use crate::dataset::cell::raw_text;
use crate::dataset::counted::{CountedRow, On};
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::table::{LayoutColumn, TableLayout};
use crate::text::label::spelt_words;
use crate::text::lexicon::PLACES;
use crate::text::no_place::is_no_place;
use crate::text::region::regions;
use crate::vocabulary::{CellAddress, Year};
use std::sync::Arc;

/// Words of headings over places.
const OF_PLACES: &[&str] = &[
    "kecamatan",
    "kec",
    "kapanewon",
    "kemantren",
    "distrik",
    "kelurahan",
    "desa",
    "wilayah",
    "daerah",
    "kabupaten",
    "kab",
    "kota",
    "provinsi",
];
/// Before the name of what lies within a kecamatan, or in none.
const WITHIN: &[&str] =
    &["kelurahan", "desa", "kalurahan", "nagari", "gampong", "kampung", "dusun", "upt", "uptd", "pasar", "lintas", "rw", "rt"];

/// Kecamatan called `Pasar ...`, each with a word of the kabupaten or kota that it lies in.
const PASAR: &[(&str, &str)] = &[
    ("kliwon", "surakarta"),
    ("kemis", "tangerang"),
    ("minggu", "jakarta"),
    ("rebo", "jakarta"),
    ("manna", "bengkulu"),
    ("jambi", "jambi"),
    ("sorolangun", "sarolangun"),
];

/// The column that names a table's rows: the name's own, else the first of the key.
pub(crate) fn name_column<'l>(source: &Source, layout: &'l TableLayout) -> Option<&'l LayoutColumn> {
    let of = |isian: &str| layout.columns.iter().find(|column| column.isian.as_deref() == Some(isian));
    let named = source.names.iter().find_map(|isian: &Arc<str>| of(isian));
    named.or_else(|| source.sumber.kunci.iter().find_map(|key| of(&key.text)))
}

/// Whether a table's rows are places, as the heading over their names says.
pub(crate) fn are_places(source: &Source, layout: &TableLayout) -> bool {
    let is_of = |text: &str| {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        words.iter().any(|word| OF_PLACES.contains(&word.to_lowercase().as_str()))
    };
    let heads = |column: &LayoutColumn| {
        column.isian.as_deref().is_some_and(is_of) || column.path.last().is_some_and(|label| is_of(label))
    };
    (source.recap || source.names.iter().all(|isian| !matches!(&**isian, "nama_koperasi" | "nama_usaha" | "nama_pemilik")))
        && name_column(source, layout).is_some_and(heads)
}

/// Of each counted row, whether it stands among places and is none of their kind: all of them together, or words of a
/// status or a time.
pub(crate) fn above_places(source: &Source, layout: &TableLayout, rows: &[CountedRow]) -> Vec<bool> {
    if !are_places(source, layout) {
        return vec![false; rows.len()];
    }
    let is_out = |nama: &str| is_whole_of(source, nama) || is_no_place(nama);
    let out: Vec<bool> = rows.iter().map(|row| is_out(&row.nama)).collect();
    // Where many are such, the rows are.
    let are_few = out.iter().filter(|out| **out).count() * 2 < out.len();
    out.into_iter().map(|out| out && are_few).collect()
}

/// Of each counted row, whether it is the place that all others lie in, as another column of the table says of them:
/// `JAWA BARAT` under `nama_kabupaten_kota`, where `nama_provinsi` is that in every row.
pub(crate) fn around_the_others(on: &On, name_column: u32) -> Vec<bool> {
    let On { source, sheet, layout, rows, .. } = *on;
    let none = vec![false; rows.len()];
    if rows.len() < FEWEST || !are_places(source, layout) {
        return none;
    }
    let is_place = |column: &&LayoutColumn| {
        column.column != name_column
            && column.path.last().is_some_and(|label| spelt_words(label).iter().any(|word| is_of_place(word)))
    };
    let text = |row: u32, column: u32| sheet.cell(CellAddress::new(row, column)).map(|cell| normal(&raw_text(&cell.value)));
    for column in layout.columns.iter().filter(is_place).map(|column| column.column) {
        let Some(first) = text(rows[0].row, column).filter(|first| first.chars().any(char::is_alphabetic)) else { continue };
        let is_out: Vec<bool> = rows.iter().map(|row| normal(&row.nama) == first).collect();
        let out = is_out.iter().filter(|out| **out).count();
        if out > 0 && out * 2 < rows.len() && rows.iter().all(|row| text(row.row, column).is_some_and(|own| own == first)) {
            return is_out;
        }
    }
    none
}

/// Fewer rows than this show nothing.
const FEWEST: usize = 4;

fn is_of_place(word: &str) -> bool {
    OF_PLACES.contains(&word)
}

/// The name of a kota, a kabupaten or a province: among kecamatan their sum.
pub(crate) fn is_whole_place(nama: &str) -> bool {
    let first = nama.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    let wholes = ["kota", "kotamadya", "kabupaten", "kab", "provinsi", "prov", "propinsi"];
    // `Kota` by itself is a kecamatan's name.
    if !nama.trim().contains(|c: char| !c.is_alphanumeric()) {
        return false;
    }
    match first.is_ascii() {
        true => wholes.iter().any(|whole| whole.eq_ignore_ascii_case(first)),
        false => wholes.contains(&first.to_lowercase().as_str()),
    }
}

/// `Surakarta 2021`, below the kecamatan of Kota Surakarta.
fn is_own_in_a_year(source: &Source, nama: &str) -> bool {
    let Some((name, year)) = nama.trim().rsplit_once(|c: char| c.is_whitespace() || c == ',') else { return false };
    Year::parse(year.trim_matches(['(', ')'])).is_some_and(|year| (1990..=2100).contains(&year.0)) && is_own_region(source, name)
}

/// Whether a row is called as the office's own kota or kabupaten.
pub(crate) fn is_own_region(source: &Source, nama: &str) -> bool {
    source.region.as_ref().is_some_and(|own| own.is_called(nama))
}

/// The office's own kabupaten or kota, its province, the country.
fn is_whole_of(source: &Source, nama: &str) -> bool {
    let words = spelt_words(nama);
    let Some(first) = words.first() else { return false };
    let is_own = || {
        let own = source.region.as_ref();
        own.is_some_and(|own| regions(nama).iter().any(|region| region.is_kota == own.is_kota && region.name == own.name))
            && words.len() <= 4
    };
    matches!(first.as_str(), "provinsi" | "indonesia" | "nasional") && words.len() <= 4
        || is_own()
        || is_own_in_a_year(source, nama)
}

/// Whether a name among kecamatan is that of what lies within one, or in none of them.
pub(crate) fn is_within(source: &Source, nama: &str) -> bool {
    let words = spelt_words(nama);
    let bare: String = nama.chars().filter(|c| !c.is_whitespace()).collect();
    let lies_here = |place: &str| source.region.as_ref().is_some_and(|own| own.name.iter().any(|word| word == place));
    let is_called_so = |second: &str| PASAR.iter().any(|(name, place)| *name == second && lies_here(place));
    let is_kecamatan = matches!(&words[..], [first, second] if first == "pasar" && is_called_so(second));
    words.first().is_some_and(|first| WITHIN.contains(&first.as_str())) && words.len() > 1 && !is_kecamatan
        || matches!(bare.to_lowercase().as_str(), "n/a" | "na" | "-")
}

/// A place's name as those of one place agree: no word of its kind before it, no number behind it, no blanks in it.
pub(crate) fn bare_name(nama: &str) -> String {
    let words = spelt_words(nama);
    let lead = words.iter().take_while(|word| PLACES.contains(&word.as_str())).count().min(words.len().saturating_sub(1));
    let rest = &words[lead..];
    let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let tail = rest.iter().rev().take_while(|word| is_number(word)).count().min(rest.len().saturating_sub(1));
    rest[..rest.len() - tail].concat()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;
    use crate::profile::{Dictionary, JenisIsian, SumberTahun};

    /// A recap of four kecamatan and one row more.
    fn recap(name: &str) -> (usize, usize) {
        let text = format!(
            "No;Kecamatan;Anggota;Volume Usaha\n1;Gadingrejo;40;1345678\n2;Purworejo;47;8000123\n3;Bugul Kidul;54;25111222
            4;Panggungrejo;61;47000321\n5;{name};20;8145734"
        );
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["kecamatan"]).file("2021.csv", &text);
        let office = office.source(|sumber| sumber.butir = Some("kecamatan".to_owned()));
        let read = office.needs(2021, &["volume_usaha", "anggota"]).read_in("Kota Surakarta");
        (read.galat().len(), read.has(Kode::KeteranganMembatasi).len())
    }

    #[test]
    fn a_status_or_a_time_among_kecamatan_is_asked_about() {
        for name in
            ["s/d Bulan Lalu", "Kondisi 2020", "Dibubarkan", "Binaan Provinsi", "Provinsi Jawa Timur", "2020", "Surakarta 2020"]
        {
            assert_eq!(recap(name).0, 1, "{name}");
        }
        for name in ["Bangil", "Baru", "Tujuh Belas", "Karanganyar Timur", "Pasar Kliwon", "Kota Gajah", "Kota Lama"] {
            assert_eq!(recap(name), (0, 0), "{name}");
        }
    }

    #[test]
    fn a_province_among_its_kabupaten() {
        let galat = |row: &str| {
            let places = ["BANDUNG", "GARUT", "CIAMIS", "CIREBON"];
            let rows = places.iter().enumerate().map(|(at, place)| format!("JAWA BARAT;KABUPATEN {place};{}\n", 282 + at * 70));
            let text = format!("nama_provinsi;nama_kabupaten_kota;jumlah_koperasi\n{}{row}", rows.collect::<String>());
            let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["kab"])
                .kolom("kab", "nama_kabupaten_kota", Some(JenisIsian::Teks))
                .kolom("jml", "jumlah_koperasi", Some(JenisIsian::Angka))
                .source(|sumber| sumber.butir = Some("kabupaten".to_owned()))
                .file("2021.csv", &text);
            office.needs(2021, &["kab", "jml"]).read().galat()
        };
        assert_eq!(galat(""), Vec::<String>::new());
        assert_eq!(galat("JAWA BARAT;KOTA BANDUNG;190"), Vec::<String>::new());
        assert_eq!(galat("JAWA BARAT;JAWA BARAT;1236"), ["data-atau-jumlah@B6"]);
    }

    #[test]
    fn a_kecamatan_twice_or_a_part_of_one_is_told() {
        for name in [
            "Kec. Gadingrejo",
            "Gading Rejo",
            "Gadingrejo 2",
            "Kel. Karangketug",
            "UPT Gadingrejo",
            "Lintas Kecamatan",
            "Pasar Baru",
            "Pasar Minggu",
            "Kota Lainnya",
            "Kota Malang",
        ] {
            assert_eq!(recap(name), (0, 1), "{name}");
        }
    }

    #[test]
    fn the_sum_of_the_kecamatan_of_one_kind_and_year_is_found() {
        let rows: String = [2020, 2021]
            .iter()
            .flat_map(|year| ["Aktif", "Pasif"].iter().map(move |judul| (year, judul)))
            .flat_map(|(year, judul)| {
                ["Gadingrejo;20", "Purworejo;15", "Bugul Kidul;9", "Panggungrejo;12"]
                    .iter()
                    .map(move |row| row.split_once(';').unwrap())
                    .map(move |(place, value)| format!("{place};{judul};{year};{value}\n"))
            })
            .collect();
        let galat = |more: &str| {
            let office = Office::new(Dictionary::None, &["data/od.csv"], &["wil", "judul"])
                .file("od.csv", &format!("wilayah;judul;tahun;data\n{rows}{more}"))
                .kolom("wil", "wilayah", Some(JenisIsian::Teks))
                .kolom("judul", "judul", Some(JenisIsian::Teks))
                .kolom("nilai", "data", Some(JenisIsian::Angka))
                .source(|sumber| {
                    sumber.butir = Some("kecamatan".to_owned());
                    sumber.tahun = Some(SumberTahun::Kolom);
                });
            office.needs(2021, &["nilai", "judul"]).read().galat()
        };
        assert_eq!(galat(""), Vec::<String>::new());
        assert_eq!(galat("Kota Contoh;Aktif;2021;56").len(), 1);
    }
}
