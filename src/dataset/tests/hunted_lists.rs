//! Lists that a hunt of November 2026 found misread: rows that go on with the one above, somebody added below the last,
//! totals that state another number of rows, months and days of events.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::{Checked, Kode};
use crate::profile::{Dictionary, JenisIsian};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

/// Businesses of owners; `second` is the row below the third, and `merged` its columns that are merged with those above it.
fn owners(keys: &[&str], second: [&str; 6], merged: &[u16]) -> Checked<Dataset> {
    let rows = [
        ["No", "NIK", "Nama Pemilik", "Nama Usaha", "Produk", "Omset"],
        ["1", "3575011001600001", "Siti Aminah", "Warung Siti", "Keripik", "12590196"],
        ["2", "3575021102610002", "Sumarni", "Tempe Sari", "Tempe", "17292302"],
        ["3", "3575031203620003", "Hartono", "Batik Kembang", "Batik", "16391326"],
        second,
        ["4", "3575041304630004", "Slamet Riyadi", "Bengkel Jaya", "Jasa", "53460313"],
        ["5", "3575011405640005", "Rahayu", "Toko Rahayu", "Beras", "27694018"],
        ["6", "3575021506650006", "Suparman", "Mebel Jati", "Kursi", "46357375"],
    ];
    let write = |book: &mut rust_xlsxwriter::Workbook| {
        let sheet = book.add_worksheet();
        for (at, row) in (0u32..).zip(rows) {
            for (column, text) in (0u16..).zip(row) {
                match text.parse::<u32>() {
                    Ok(number) => sheet.write(at, column, number).unwrap(),
                    Err(_) => sheet.write(at, column, text).unwrap(),
                };
            }
        }
        for column in merged {
            let format = rust_xlsxwriter::Format::new();
            let text = rows[3][usize::from(*column)];
            sheet.merge_range(3, *column, 4, *column, text, &format).unwrap();
        }
    };
    let office = Office::new(Dictionary::Umkm, &["data/{tahun}.xlsx"], keys).xlsx("2021.xlsx", write);
    office.needs(2021, &["omset", "nik"]).read()
}

#[test]
fn rows_that_the_sheet_itself_puts_under_the_one_above() {
    let read = |keys: &[&str], second, merged: &[u16]| {
        let read = owners(keys, second, merged);
        let goes_on: Vec<bool> = read.value.table("s", Year(2021)).unwrap().rows.iter().map(|row| row.lanjutan).collect();
        (read.galat(), read.has(Kode::KunciGandaSelembar).len(), goes_on.get(3).copied(), read.sum(2021, "omset"))
    };
    let sum = Some(Decimal::from(174_785_530));
    // Number, NIK and owner are merged: another business of his, unless the NIK alone tells entities.
    let second = ["", "", "", "Batik Tulis", "Sarung", "1000000"];
    assert_eq!(read(&["nik", "nama_usaha"], second, &[0, 1, 2]), (vec![], 0, Some(false), sum));
    assert_eq!(read(&["nik"], second, &[0, 1, 2]), (vec![], 0, Some(true), sum));
    // The business too.
    assert_eq!(read(&["nik"], ["", "", "", "", "Sarung", "1000000"], &[0, 1, 2, 3]), (vec![], 0, Some(true), sum));
    // The business's name again, with another product.
    assert_eq!(read(&["nik"], ["", "", "", "BATIK KEMBANG", "Sarung", "1000000"], &[]), (vec![], 0, Some(true), sum));
    // Between two numbers that follow each other, and less than either row beside it: no sum, and the owner's other business.
    assert_eq!(read(&["nik"], ["", "", "", "Kopi Jaya", "", "1000000"], &[]), (vec![], 0, Some(true), sum));
    // Nothing says that it is no sum.
    assert_eq!(read(&["nik"], ["", "", "", "Kopi Jaya", "", "20000000"], &[]).0, ["data-atau-jumlah@D5"]);
    assert_eq!(read(&["nik"], ["", "", "", "Batik Kembang", "Sarung", "16391326"], &[]).0, ["jumlah-tidak-sama@F5"]);
}

const HEAD: &str = "No;Nama Koperasi;No Badan Hukum;Kecamatan;Jumlah Anggota;Volume Usaha\n";

fn koperasi(foot: &str) -> Checked<Dataset> {
    let names = ["KSP Makmur Abadi", "KUD Tani Subur", "Kopkar Sejahtera", "KPRI Bina Warga", "Koperasi Wanita Melati"];
    let row = |(at, name): (usize, &&str)| format!("{at};{name};518/{at}/BH/1998;Gadingrejo;8{at};{}\n", 7_000_123 * at);
    let rows: String = (1..).zip(&names).map(row).collect();
    Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh"])
        .file("2021.csv", &format!("{HEAD}{rows}{foot}\n"))
        .needs(2021, &["volume_usaha"])
        .read()
}

#[test]
fn somebody_added_right_below_the_last_row_is_asked_about() {
    for name in ["KOPERASI WANITA MELATI JAYA", "KSP Harapan Bunda", "Kopkar Semen"] {
        assert_eq!(koperasi(&format!(";{name};;;;")).galat(), ["data-di-bawah-tabel@B7"], "{name}");
    }
    for foot in [
        ";;;;;\n;KSP Harapan Bunda;;;;",
        ";JUMLAH;;;415;105001845\n;KSP Harapan Bunda;;;;",
        ";Koperasi yang belum melapor mohon segera menghubungi bidang;;;;",
        ";Koperasi Aktif;;;;",
        ";KOPERASI TIDAK AKTIF;;;;",
        ";Koperasi belum RAT : 3;;;;",
        ";Kepala Bidang Koperasi;;;;",
        ";KEPALA DINAS KOPERASI;;;;\n;;;;;\n;Drs. CONTOH;;;;",
        ";Sumber : Bidang Koperasi;;;;",
    ] {
        assert!(koperasi(foot).galat().is_empty(), "{foot} {:?}", koperasi(foot).galat());
    }
}

#[test]
fn a_total_that_states_another_number_of_rows() {
    for (label, found) in [
        ("Jumlah: 6 koperasi", 1),
        ("TOTAL 6 UNIT", 1),
        ("Jumlah (6 koperasi)", 1),
        ("Jumlah: 5 koperasi", 0),
        ("TOTAL 5 UNIT", 0),
        ("JUMLAH", 0),
        ("JUMLAH TAHUN 2021", 0),
    ] {
        let read = koperasi(&format!(";{label};;;415;105001845"));
        assert_eq!((read.galat(), read.has(Kode::CacahBerbeda).len()), (vec![], found), "{label}");
    }
}

/// Trainings of an office's own list, each with what stands under `heading`.
fn trainings(heading: &str, when: [&str; 6], last: &str, keys: &[&str]) -> (Vec<String>, usize) {
    let names = ["Boga", "Batik", "Pemasaran", "Manajemen", "Kemasan", last];
    let rows: String =
        (1..).zip(names.iter().zip(when)).map(|(at, (name, when))| format!("{at};{when};Pelatihan {name};2{at}\n")).collect();
    let text = format!("DAFTAR PELATIHAN TAHUN 2021\nNo;{heading};Nama Pelatihan;Peserta\n{rows}");
    let mut office = Office::new(Dictionary::None, &["data/{tahun}.csv"], keys).file("2021.csv", &text);
    office = office.kolom("nama", "Nama Pelatihan", Some(JenisIsian::Teks)).kolom("peserta", "Peserta", Some(JenisIsian::Angka));
    if keys.contains(&"tgl") {
        office = office.kolom("tgl", heading, Some(JenisIsian::Tanggal));
    }
    let office = office.source(|sumber| sumber.butir = Some("pelatihan".to_owned()));
    let read = office.needs(2021, &["peserta"]).read();
    (read.galat(), read.has(Kode::KeteranganMembatasi).len())
}

#[test]
fn days_and_months_of_events_are_no_periods_of_the_data() {
    let days = ["05/01/2021", "05/02/2021", "09/03/2021", "14/04/2021", "05/05/2021", "06/09/2021"];
    let months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni"];
    assert_eq!(trainings("Tanggal", days, "Boga", &["nama", "tgl"]), (vec![], 0));
    assert_eq!(trainings("Bulan", months, "Perizinan", &["nama"]), (vec![], 0));
    assert_eq!(trainings("Triwulan", ["I", "I", "II", "II", "III", "IV"], "Perizinan", &["nama"]), (vec![], 0));
    // Reported by months, or the months themselves.
    assert_eq!(trainings("Bulan Laporan", months, "Perizinan", &["nama"]).0, ["periode-berbeda@B"]);
    let text = "No;Bulan;Omzet\n1;Januari;100\n2;Februari;250\n3;Maret;400\n";
    let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &[]).file("2021.csv", text);
    let office = office.kolom("bulan", "Bulan", Some(JenisIsian::Teks)).kolom("omzet", "Omzet", Some(JenisIsian::Angka));
    let office = office.source(|sumber| (sumber.butir, sumber.lembar) = (Some("bulan".to_owned()), None));
    assert_eq!(office.needs(2021, &["omzet"]).read().galat(), ["periode-berbeda@B"]);
    // The same kecamatan month after month.
    let rows: String = months.iter().flat_map(|month| ["Utara", "Timur"].map(|place| format!("{month};{place};7\n"))).collect();
    let office =
        Office::new(Dictionary::None, &["data/{tahun}.csv"], &[]).file("2021.csv", &format!("Bulan;Kecamatan;Peserta\n{rows}"));
    let office =
        office.kolom("kecamatan", "Kecamatan", Some(JenisIsian::Teks)).kolom("peserta", "Peserta", Some(JenisIsian::Angka));
    let office = office.source(|sumber| sumber.butir = Some("kecamatan".to_owned()));
    assert_eq!(office.needs(2021, &["peserta"]).read().galat(), ["periode-berbeda@A"]);
}
