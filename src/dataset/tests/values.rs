//! Values confirm: what a field's cells must be like, keys keep their digits,
//! copies, sheets and files that are left out.

use crate::dataset::Need;
use crate::dataset::fixture::{Office, Outcome, written};
use crate::diagnostic::Kode;
use crate::profile::Dictionary;
use rust_decimal::Decimal;

/// A koperasi sheet with one column of values, without a key.
fn column(heading: &str, isian: &str, values: &[&str]) -> Office {
    let rows = values.iter().enumerate().map(|(row, value)| format!("Koperasi {};{value}", char::from(b'A' + row as u8)));
    let text = std::iter::once(format!("Nama Koperasi;{heading}")).chain(rows).collect::<Vec<_>>().join("\n");
    Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", &text).needs(2021, &[isian])
}

type Rows<'a> = &'a [&'a [&'a str]];

/// A workbook of these sheets; a name that begins with `~` is hidden. Digits are written as numbers.
fn sheets(sheets: &[(&str, Rows)]) -> Office {
    Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", |workbook| {
        for (name, rows) in sheets {
            let sheet = workbook.add_worksheet();
            sheet.set_name(name.trim_start_matches('~')).unwrap().set_hidden(name.starts_with('~'));
            for (row, cells) in (0..).zip(*rows) {
                for (column, text) in (0..).zip(*cells) {
                    match text.parse::<f64>() {
                        Ok(number) => sheet.write_number(row, column, number).unwrap(),
                        Err(_) => sheet.write_string(row, column, *text).unwrap(),
                    };
                }
            }
        }
    })
}

const HEAD: &[&str] = &["Nama Koperasi", "Nomor Badan Hukum", "Volume Usaha"];
const NORTH: Rows = &[HEAD, &["KSP Sinar", "11/BH/1990", "1500000"], &["KSU Mekar", "12/BH/1990", "2500000"]];
const SOUTH: Rows = &[HEAD, &["KPRI Guyub", "21/BH/1990", "3500000"], &["Kopkar Bahari", "22/BH/1990", "4500000"]];

#[test]
fn an_amount_of_rupiah_has_two_decimals_and_a_scaled_one_more() {
    let galat = |heading: &str, values: &[&str]| column(heading, "volume_usaha", values).read().galat();
    let money = "Volume Usaha";
    assert_eq!(galat(money, &["Rp. 3.500.000", "Rp. 5,000000", "Rp. 145,255249"]), ["bukan-angka@B3", "bukan-angka@B4"]);
    for fine in [&["3.500.000,25", "4,5"][..], &["1500000.000000", "2500000.000000"], &["1,2555 jt", "3 jt"]] {
        assert!(galat(money, fine).is_empty(), "{fine:?}");
    }
    assert!(galat("Volume Usaha (Juta Rp)", &["1,2555", "3,5"]).is_empty());
    assert_eq!(galat("Volume Usaha (Juta Rp)", &["1,255512345", "3,5"]), ["bukan-angka@B2"]);
}

#[test]
fn a_minus_behind_the_digits_may_be_a_tail_that_lost_its_comma() {
    let galat = |values: &[&str]| column("SHU", "shu", values).read().galat();
    assert_eq!(galat(&["1.250.000-", "7.500.000", "3.000.000,-"]), ["bukan-angka@B2"]);
    assert_eq!(galat(&["1.250.000-", "7.500.000", "3.000.000"]), ["bukan-angka@B2"]);
    assert!(galat(&["-1.250.000", "7.500.000,-", "(3.000.000)"]).is_empty());
    let custom = column("SHU", "shu", &["1.250.000-", "2.000.000-", "7.500.000", "3.000.000", "5.000.000"]).read();
    assert!(custom.galat().is_empty());
    assert_eq!(custom.sum(2021, "shu"), Some(Decimal::from(12_250_000)));
}

#[test]
fn a_count_has_no_fraction_and_an_amount_is_no_thousandth_of_its_neighbours() {
    assert_eq!(column("Jumlah Anggota", "anggota", &["25", "1,5", "30"]).read().galat(), ["bukan-angka@B3"]);
    let eaten = column("Volume Usaha", "volume_usaha", &["1.250.000", "750", "7.500.000", "12.345.000"]).read();
    assert_eq!(eaten.has(Kode::NilaiSeperseribu).len(), 1);
    let small = column("Volume Usaha", "volume_usaha", &["1.250", "750", "7.500", "12.345"]).read();
    assert!(small.has(Kode::NilaiSeperseribu).is_empty());
    let stands = column("Volume Usaha", "volume_usaha", &["1.250.000", "750", "7.500.000"]);
    let accepted = stands.accepts(Kode::NilaiSeperseribu, "data/2021.csv!B3", Some("750"), Some("750.000")).read();
    assert_eq!(accepted.sum(2021, "volume_usaha"), Some(Decimal::from(9_500_000)));
}

#[test]
fn a_stored_nought_whose_operands_are_not_is_no_result() {
    let read = |formula: &'static str, operand: f64| {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &[]).xlsx("2021.xlsx", |workbook| {
            let sheet = workbook.add_worksheet();
            for (column, heading) in (0..).zip(["Nama Koperasi", "Penjualan", "Jasa", "Volume Usaha"]) {
                sheet.write_string(0, column, heading).unwrap();
            }
            for row in 1..=2 {
                sheet.write_string(row, 0, format!("KSP {row}")).unwrap();
                sheet.write_number(row, 1, operand).unwrap();
                sheet.write_string(row, 2, "1.000").unwrap();
            }
            sheet.write_formula(1, 3, rust_xlsxwriter::Formula::new("=B2+C2").set_result("6000")).unwrap();
            sheet.write_formula(2, 3, rust_xlsxwriter::Formula::new(formula).set_result("0")).unwrap();
        });
        office.needs(2021, &["volume_usaha"]).read().galat()
    };
    for stale in ["=B3+C3", "=SUM(B3:C3)", "=SUM(B3,C3)*2", "=(B3+C3)-1", "=-B3", "=$B3"] {
        assert_eq!(read(stale, 5000.0), ["rumus-tanpa-hasil@D3"], "{stale}");
    }
    for nought in ["=B3-B3", "=B3-5000", "=SUM(E3:H3)", "=IF(B3>0,0,1)", "=B3*0"] {
        assert!(read(nought, 5000.0).is_empty(), "{nought}");
    }
}

#[test]
fn a_stored_result_that_its_operands_do_not_give_is_told() {
    let read = |formula: &'static str, stored: &'static str| {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &[]).xlsx("2021.xlsx", |workbook| {
            let sheet = workbook.add_worksheet();
            for (column, heading) in (0..).zip(["Nama Koperasi", "Penjualan", "Jasa", "Volume Usaha", "2021"]) {
                sheet.write_string(0, column, heading).unwrap();
            }
            sheet.write_string(1, 0, "KSP 1").unwrap();
            sheet.write_number(1, 1, 5000.1).unwrap();
            sheet.write_number(1, 2, 1000.2).unwrap();
            sheet.write_formula(1, 3, rust_xlsxwriter::Formula::new(formula).set_result(stored)).unwrap();
        });
        office.needs(2021, &["volume_usaha"]).read().galat()
    };
    for (formula, stored) in [("=B2+C2", "6000.2"), ("=SUM(B2:C2)", "5000.1"), ("=B2*2", "5000.1"), ("=B2/2", "7")] {
        assert_eq!(read(formula, stored), ["rumus-tanpa-hasil@D2"], "{formula}");
    }
    // Excel's SUM passes a text over; what `+` makes of one nobody can say.
    for (formula, stored) in [("=B2+C2", "6000.3"), ("=B2+C2", "6000.299999999999"), ("=SUM(A2:C2)", "6000.3"), ("=A2+B2", "7")] {
        assert!(read(formula, stored).is_empty(), "{formula} {stored}");
    }
}

#[test]
fn a_key_that_is_no_longer_what_was_typed_is_refused() {
    let nib = |values: [&str; 3]| {
        let rows = values.map(|nib| vec!["Toko".to_owned(), nib.to_owned(), "5".to_owned()]);
        let office = Office::new(Dictionary::Umkm, &["data/{tahun}.csv"], &["nib"]);
        let lines: Vec<String> =
            (0..).zip(rows).map(|(index, row): (u32, _)| format!("{} {index};{};{}", row[0], row[1], row[2])).collect();
        let text = format!("Nama Usaha;NIB;Omset\n{}", lines.join("\n"));
        office.file("2021.csv", &text).joins(&[2021], &["omset"]).read().galat()
    };
    assert_eq!(nib(["0220001234567", "220001234568", "9120001234567"]), ["kunci-hilang-digit@B3"]);
    assert!(nib(["0220001234567", "1220001234568", "9120001234567"]).is_empty());
    let keyed = |number: &'static str| {
        let rows: [&[&str]; 3] = [HEAD, &["KSP Sinar", "0011", "1500000"], &["KSU Mekar", number, "2500000"]];
        sheets(&[("Data", &rows)]).joins(&[2021], &["volume_usaha"]).read().galat()
    };
    assert_eq!(keyed("518.25"), ["kunci-hilang-digit@B3"]);
    assert!(keyed("518").is_empty());
}

#[test]
fn what_counts_filled_cells_takes_no_placeholder_for_a_number() {
    let text = "Nama Usaha;NIB;Omset\nToko A;9120001234567;5\nToko B;belum ada;6\nToko C;proses;7\nToko D;-;8";
    let office = || {
        let mut office = Office::new(Dictionary::Umkm, &["data/{tahun}.csv"], &[]).file("2021.csv", text).needs(2021, &["nib"]);
        let own: Vec<Need> = office.needs.into_iter().map(|need| Need { dihitung: ["nib".to_owned()].into(), ..need }).collect();
        office.needs = own;
        office
    };
    assert_eq!(office().read().galat(), ["nomor-pengganti@B", "nomor-pengganti@B"]);
    let told = office().source(|sumber| sumber.tanda.tidak = vec!["Belum ada".into(), "proses".into()]).read();
    assert!(told.galat().is_empty());
    assert!(
        Office::umkm()
            .file("2021.csv", text)
            .source(|sumber| sumber.kunci.clear())
            .needs(2021, &["nib"])
            .read()
            .galat()
            .is_empty()
    );
}

/// Where numbers are counted, another number in their place counts for none; as keys they only tell entities apart.
#[test]
fn what_counts_numbers_takes_no_other_number_for_one() {
    let read = |isian: &str, third: &str, counts: bool| {
        let text = format!(
            "Nama Usaha;{isian};Omset\nToko A;{};5\nToko B;{};6\nToko C;{third};7",
            if isian == "NIB" { "9120001234567" } else { "3575011001600001" },
            if isian == "NIB" { "0220001234567" } else { "3575.0211.0261.0002" },
        );
        let isian = isian.to_lowercase();
        let mut office = Office::new(Dictionary::Umkm, &["data/{tahun}.csv"], &[]).file("2021.csv", &text).needs(2021, &[&isian]);
        if counts {
            office.needs[0].dihitung.insert(isian);
        }
        office.read().galat()
    };
    for third in ["IUMK 503/12/2019", "503/123/2018", "3575011001600001", "91200012345678"] {
        assert_eq!(read("NIB", third, true), ["nomor-pengganti@B"], "{third}");
        assert!(read("NIB", third, false).is_empty(), "{third}");
    }
    for third in ["1111111111111111", "1234567891234567"] {
        assert_eq!(read("NIK", third, true), ["nomor-pengganti@B"], "{third}");
    }
    for third in ["357504130463000", "3575041304630004 / 3575041304630005", "3575O41304630004", "357504", "35750413046300041"] {
        assert_eq!(read("NIK", third, true), ["kunci-hilang-digit@B4"], "{third}");
        assert!(read("NIK", third, false).is_empty(), "{third}");
    }
    for third in ["'3575041304630004", "3575 0413 0463 0004", "", "-"] {
        assert!(read("NIK", third, true).is_empty(), "{third}");
    }
}

#[test]
fn a_sheet_that_fits_but_for_its_key_is_as_good_as_the_other() {
    let bare: Rows = &[&["Nama Koperasi", "Volume Usaha"], &["KPRI Guyub", "3500000"]];
    let read = |needs: fn(Office) -> Office| needs(sheets(&[("Utara", NORTH), ("Selatan", bare)])).read().galat();
    assert_eq!(read(|office| office.needs(2021, &["volume_usaha"])), ["lembar-ganda@data/2021.xlsx"]);
    assert_eq!(read(|office| office.joins(&[2021], &["volume_usaha"])), ["lembar-ganda@data/2021.xlsx"]);
    let empty = sheets(&[("Utara", NORTH), ("Contoh", &bare[..1])]).needs(2021, &["volume_usaha"]).read();
    assert!(empty.galat().is_empty(), "{:?}", empty.galat());
}

#[test]
fn no_sheet_with_rows_is_left_out_without_a_word() {
    let told = |sheets_of: &[(&str, Rows)], lembar: Option<&str>| {
        let office = sheets(sheets_of).source(|sumber| sumber.lembar = lembar.map(written)).needs(2021, &["volume_usaha"]);
        let read = office.read();
        (read.galat(), read.has(Kode::LembarTidakDibaca).len())
    };
    for lembar in [None, Some("semua")] {
        assert_eq!(told(&[("Utara", NORTH), ("~Selatan", SOUTH)], lembar), (vec![], 1), "{lembar:?}");
    }
    let headless = &SOUTH[1..];
    assert_eq!(told(&[("Utara", NORTH), ("Selatan", headless)], None), (vec![], 1));
    assert_eq!(told(&[("Utara", NORTH), ("Selatan", headless)], Some("semua")).0, ["judul-tidak-ditemukan@data/2021.xlsx"]);
    let notes: Rows = &[&["Petunjuk pengisian"], &["1", "Isi semua kolom"], &["2", "Kirim sebelum tanggal 10"]];
    assert_eq!(told(&[("Utara", NORTH), ("Petunjuk", notes)], None), (vec![], 0));
    assert_eq!(told(&[("Utara", NORTH), ("Petunjuk", notes)], Some("semua")), (vec![], 0));
}

#[test]
fn a_workbook_beside_those_that_are_read_is_told() {
    let office = column("Volume Usaha", "volume_usaha", &["1.250.000"]);
    let beside =
        office.file("2021 (2).csv", "Nama Koperasi;Volume Usaha\nKSP X;5").file("2018.csv", "x").file("catatan.txt", "x");
    let read = beside.read();
    assert_eq!(
        read.has(Kode::BerkasTidakDibaca).iter().map(|temuan| &*temuan.at.berkas).collect::<Vec<_>>(),
        ["data/2021 (2).csv"]
    );
}

#[test]
fn a_workbook_of_the_year_in_a_folder_below_is_told_and_older_ones_are_not() {
    let office = column("Volume Usaha", "volume_usaha", &["1.250.000"]);
    for folder in ["rev", "arsip/2020"] {
        std::fs::create_dir_all(office.folder.path().join("data").join(folder)).unwrap();
    }
    let below = office.file("rev/2021.csv", "x").file("rev/lama 2019.csv", "x").file("arsip/2020/data.csv", "x");
    let read = below.file("arsip/2020/2021 rev.csv", "x").read();
    let mut told: Vec<&str> = read.has(Kode::BerkasTidakDibaca).iter().map(|temuan| &*temuan.at.berkas).collect();
    told.sort_unstable();
    assert_eq!(told, ["data/arsip/2020/2021 rev.csv", "data/rev/2021.csv"]);
}

#[test]
fn copies_are_sought_without_a_key_too() {
    let rows = |lines: &str| {
        let text = format!("Nama Koperasi;Kecamatan;Volume Usaha\n{lines}");
        Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[])
            .file("2021.csv", &text)
            .needs(2021, &["volume_usaha"])
            .read()
    };
    let copied = rows("KSP A;Utara;5.000.000\nKSP B;Utara;6.000.000\nKSP A;Utara;5.000.000");
    assert_eq!(copied.has(Kode::KunciGandaSelembar).len(), 1);
    let twice = rows("KSP A;Utara;5.000.000\nKSP B;Utara;6.000.000\nKSP A;Utara;7.000.000\nKSP B;Utara;8.000.000");
    assert_eq!(twice.has(Kode::NamaBerulang).len(), 1);
    let once =
        rows("KSP A;Utara;5.000.000\nKSP B;Utara;6.000.000\nKSP A;Timur;7.000.000\nKSP C;Utara;8.000.000\nKSP D;Utara;9.000.000");
    assert!(once.has(Kode::NamaBerulang).is_empty() && once.has(Kode::KunciGandaSelembar).is_empty());
}

#[test]
fn a_row_without_its_key_is_a_copy_of_the_one_that_has_it() {
    let keyed = "NIK;Nama Usaha;Omset\n3575010101800001;Toko A;5.000.000\n3575010101800002;Toko B;6.000.000";
    let bare = "NIK;Nama Usaha;Omset\n;Toko A;5.000.000\n;Toko B;6.000.000";
    let files = |second: &str| {
        let office = Office::new(Dictionary::Umkm, &["data/{tahun} *.csv"], &["nik"]);
        office.file("2021 a.csv", keyed).file("2021 b.csv", second).needs(2021, &["omset"]).read().galat()
    };
    assert_eq!(files(bare), ["kunci-ganda@A2", "kunci-ganda@A3"]);
    assert!(files("NIK;Nama Usaha;Omset\n;Toko C;5.000.000\n;Toko D;6.000.000").is_empty());
}

#[test]
fn names_that_are_keys_and_nearly_the_same_are_told_however_few() {
    let year = |first: &str| {
        let rows = (1..12).map(|row| format!("Koperasi Nomor {row};{row}000000"));
        let all = std::iter::once(format!("{first};1000000")).chain(rows).collect::<Vec<_>>();
        format!("Nama Koperasi;Volume Usaha\n{}", all.join("\n"))
    };
    let told = |before: &str, after: &str| {
        let named = Office::keragaan().source(|sumber| sumber.kunci = vec![written("nama_koperasi")]);
        let office = named.file("2020.csv", &year(before)).file("2021.csv", &year(after));
        office.joins(&[2020, 2021], &["volume_usaha"]).read().has(Kode::KunciMirip).len()
    };
    for (before, after) in [
        ("KSU Mekar Sari", "KSU Mekra Sari"),
        ("KSU Mekar Sari", "Mekar Sari"),
        ("KUD Harapan", "KUD Harapann"),
        ("Koperasi Tani", "Kopersai Tani"),
    ] {
        assert_eq!(told(before, after), 1, "{before}, {after}");
    }
    for (before, after) in [("KSU Mekar Sari", "KSU Bina Usaha"), ("KPRI Guru 12", "KPRI Guru 13"), ("KUD Tani", "KUD Toni")] {
        assert_eq!(told(before, after), 0, "{before}, {after}");
    }
}

#[test]
fn one_name_under_two_keys_is_told_however_few() {
    let year = |first: &str| {
        let rows = (1..12).map(|row| format!("Koperasi {row};{row}/BH/1990;{row}000000"));
        let all = std::iter::once(format!("Koperasi Awal;{first};1000000")).chain(rows).collect::<Vec<_>>();
        format!("Nama Koperasi;Nomor Badan Hukum;Volume Usaha\n{}", all.join("\n"))
    };
    let read = |before: &str, after: &str| {
        let office = Office::keragaan().file("2020.csv", &year(before)).file("2021.csv", &year(after));
        office.joins(&[2020, 2021], &["volume_usaha"]).read()
    };
    assert_eq!(read("518/BH/1990", "AHU-77").has(Kode::KunciMirip).len(), 1);
    for same in ["No. 518/BH/1990", "518 / bh / 1990", "Nomor 518/BH/1990"] {
        let met = read("518/BH/1990", same);
        assert!(met.has(Kode::KunciMirip).is_empty(), "{same}");
        let tables = &met.value.tables;
        assert_eq!(tables.values().flat_map(|table| table.by_entity.iter()).map(|(entity, _)| entity).max(), Some(12), "{same}");
    }
    // Digits never join.
    let apart = read("1/12/BH", "11/2/BH");
    assert_eq!(apart.value.tables.values().flat_map(|table| table.by_entity.iter()).map(|(entity, _)| entity).max(), Some(13));
}

#[test]
fn aktif_and_tidak_aktif_exclude_each_other() {
    let read = |rows: &str| {
        let text = format!("Nama Koperasi;Aktif;Tidak Aktif\n{rows}");
        Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", &text).needs(2021, &["aktif"]).read()
    };
    assert!(read("KSP A;v;\nKSP B;;v").has(Kode::AktifBerselisih).is_empty());
    assert_eq!(read("KSP A;v;\nKSP B;v;v\nKSP C;v;v").galat(), ["aktif-berselisih@C"]);
    let neither = read("KSP A;v;\nKSP B;;");
    assert_eq!((neither.galat().len(), neither.has(Kode::AktifTanpaTanda).len()), (0, 1));
}

#[test]
fn an_idle_koperasi_with_volume_in_whatever_word() {
    let told = |status: &str| {
        let text = format!("Nama Koperasi;Status;Volume Usaha\nKSP A;Aktif;86397250\nKSP B;{status};97384110");
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", &text);
        office.needs(2021, &["status", "volume_usaha"]).read().has(Kode::TidakAktifBervolume).len()
    };
    assert_eq!(["Tidak Aktif", "Pasif", "Beku", "Dibekukan", "Tidak/Kurang Aktif"].map(told), [1; 5]);
    assert_eq!(["Aktif", "Kurang Aktif", "Sehat"].map(told), [0; 3]);
}
