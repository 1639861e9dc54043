//! Figures that a hunt of November 2026 found wrong in silence: amounts beyond all measure, columns interchanged, one
//! koperasi under two numbers, cells that a rule hides and texts of which a digit is struck out.

use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::Kode;
use crate::profile::{Dictionary, JenisIsian};
use crate::vocabulary::Year;
use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Format, Workbook, Worksheet};

/// A business each: its number, omset, skala and aset; what is told of the omset.
fn businesses(rows: &[(u64, &str, u64)]) -> usize {
    let line = |(at, (omset, skala, aset)): (usize, &(u64, &str, u64))| {
        format!("{};35750110016{:05};Toko {at};{omset};{skala};{aset}\n", at + 1, at + 11)
    };
    let lines: String = rows.iter().enumerate().map(line).collect();
    let text = format!("No;NIK;Nama Usaha;Omset;Skala Usaha;Aset\n{lines}");
    Office::umkm().file("2021.csv", &text).needs(2021, &["omset"]).read().has(Kode::NilaiSeperseribu).len()
}

#[test]
fn amounts_beyond_all_others_beyond_their_scale_and_beyond_their_row_are_told() {
    let usual = |at: u64| 8_683_586 + at * at % 97 * 811_003;
    let list = |odd: u64, skala: &'static str| -> Vec<(u64, &'static str, u64)> {
        (1..=24).map(|at| if at == 5 { (odd, skala, 0) } else { (usual(at), "Mikro", 0) }).collect()
    };
    assert_eq!(businesses(&list(usual(5), "Mikro")), 0);
    assert_eq!(businesses(&list(5_000_000_000, "")), 1);
    // Within what a usaha kecil turns over, and beyond what a usaha mikro does.
    assert_eq!([businesses(&list(1_200_345_678, "Kecil")), businesses(&list(1_200_345_678, "Mikro"))], [0, 0]);
    assert_eq!(businesses(&list(2_100_345_678, "Mikro")), 1);
    // Among amounts spread wide one a thousandfold, which only its row tells.
    let spread = |odd: bool| -> Vec<(u64, &'static str, u64)> {
        let omset = |at: u64| 3_000_123 << (at % 11);
        let row = |at: u64| (if odd && at == 2 { omset(at) * 1_000 } else { omset(at) }, "", omset(at) / (1 + at % 3));
        (1..=30).map(row).collect()
    };
    assert_eq!([businesses(&spread(false)), businesses(&spread(true))], [0, 1]);
}

#[test]
fn two_columns_interchanged_for_some_rows_are_told() {
    let list = |turned: &dyn Fn(u64) -> bool| -> Vec<(u64, &'static str, u64)> {
        let row = |at: u64| {
            let omset = 7_001_233 * (at * 7 % 31 + 3) + at * 1_013;
            let aset = omset / (2 + at % 3);
            if turned(at) { (aset, "", omset) } else { (omset, "", aset) }
        };
        (1..=18).map(row).collect()
    };
    assert_eq!([businesses(&list(&|_| false)), businesses(&list(&|at| at <= 6))], [0, 1]);
    assert_eq!(businesses(&list(&|at| at % 6 == 0)), 0);
}

#[test]
fn a_koperasi_registered_anew_is_told_though_its_volume_was_corrected() {
    let told = |last: &str| {
        let rows = "1;KSP Makmur;Sebani;Gadingrejo;518/11/BH/1998;43198625;86397250
            2;KUD Tani;Sebani;Gadingrejo;518/12/BH/1999;22117392;44234785
            3;KPRI Bina Warga;Sebani;Gadingrejo;518/14/BH/2001;36691841;73383683
            4;KSU Harapan;Sebani;Gadingrejo;518/17/BH/2004;31159626;62319252";
        let text = format!("No;Nama Koperasi;Kelurahan;Kecamatan;Nomor BH;Modal Sendiri;Volume Usaha\n{rows}\n{last}");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        (read.galat(), read.has(Kode::EntitasKembar).len())
    };
    assert_eq!(told("5;KPRI Bina Warga;Sebani;Gadingrejo;518/777/BH/2020;36691841;73883683"), (Vec::new(), 1));
    // In another kelurahan, with other amounts, with a round one alone: perhaps another.
    assert_eq!(told("5;KPRI Bina Warga;Bukir;Gadingrejo;518/777/BH/2020;36691841;73883683").1, 0);
    assert_eq!(told("5;KPRI Bina Warga;Sebani;Gadingrejo;518/777/BH/2020;11223344;73883683").1, 0);
}

/// Eight koperasi, and what is done to their sheet.
fn sheet(change: impl FnOnce(&mut Worksheet)) -> Office {
    let write = |workbook: &mut Workbook| {
        let sheet = workbook.add_worksheet();
        for (column, text) in ["No", "Nama Koperasi", "Nomor BH", "Volume Usaha"].into_iter().enumerate() {
            sheet.write(0, column as u16, text).unwrap();
        }
        for row in 1..=8u32 {
            sheet.write(row, 0, row).unwrap();
            sheet.write(row, 1, format!("KSP {row}")).unwrap();
            sheet.write(row, 2, format!("518/{row}/BH/1998")).unwrap();
            sheet.write(row, 3, 7_001_233 * row).unwrap();
        }
        change(sheet);
    };
    let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", write);
    office.needs(2021, &["volume_usaha"])
}

#[test]
fn rules_that_hide_or_strike_out_counted_values_are_told() {
    let told = |rule: ConditionalFormatCellRule<i32>, format: Format, columns: (u16, u16)| {
        let rule = ConditionalFormatCell::new().set_rule(rule).set_format(format);
        let read = sheet(|sheet| {
            sheet.add_conditional_format(1, columns.0, 8, columns.1, &rule).unwrap();
        })
        .read();
        (read.galat(), read.has(Kode::NilaiTakTampak).len())
    };
    let below = || ConditionalFormatCellRule::LessThan(40_000_000);
    let (unseen, struck) = (Format::new().set_num_format(";;;"), Format::new().set_font_strikethrough());
    assert_eq!(told(below(), unseen.clone(), (3, 3)), (Vec::new(), 1));
    assert_eq!(told(below(), struck, (0, 3)), (Vec::new(), 1));
    // Noughts that are hidden, names that are not repeated, a colour.
    assert_eq!(told(ConditionalFormatCellRule::EqualTo(0), unseen.clone(), (3, 3)).1, 0);
    assert_eq!(told(below(), unseen, (1, 2)).1, 0);
    assert_eq!(told(below(), Format::new().set_background_color("FFC7CE"), (3, 3)).1, 0);
}

#[test]
fn a_text_of_which_a_digit_is_struck_out_is_refused() {
    let (struck, plain) = (Format::new().set_font_strikethrough(), Format::new());
    let read = |runs: &[(&Format, &str)], column: u16| {
        sheet(|sheet| {
            sheet.write_rich_string(3, column, runs).unwrap();
        })
        .read()
        .galat()
    };
    assert_eq!(read(&[(&struck, "2"), (&plain, "5000000")], 3), ["dicoret@D4"]);
    assert_eq!(read(&[(&plain, "25000"), (&plain, "000")], 3), Vec::<String>::new());
    assert_eq!(read(&[(&struck, "KSP "), (&struck, "Makmur"), (&plain, " ")], 1), ["dicoret@B4"]);
    // A word of a name: which name is meant is plain.
    assert_eq!(read(&[(&plain, "KSP "), (&struck, "Lama"), (&plain, " Baru")], 1), Vec::<String>::new());
}

#[test]
fn another_look_at_the_figures_is_told_where_it_is_near_them() {
    let volumes = [86_397_250, 44_234_785, 76_496_171, 73_383_683, 38_179_657, 75_479_012];
    let told = |heading: &str, of: &dyn Fn(usize) -> String| {
        let row = |(at, volume): (usize, &u64)| format!("{};KSP {at};{at}/BH/1998;{volume};{}\n", at + 1, of(at));
        let rows: String = volumes.iter().enumerate().map(row).collect();
        let text = format!("No;Nama Koperasi;Nomor BH;Volume Usaha;{heading}\n{rows}");
        Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read().has(Kode::KolomKoreksi).len()
    };
    let one = |at: usize| if at == 2 { "76501171".to_owned() } else { String::new() };
    let some = |at: usize| (volumes[at] + if at.is_multiple_of(3) { 0 } else { 5_000 }).to_string();
    for heading in ["Menjadi", "Hasil Klarifikasi", "Rekonsiliasi", "Update", "Cek", "Data Lapangan", "Versi Bidang"] {
        assert_eq!([told(heading, &one), told(heading, &some)], [1, 1], "{heading}");
        // All as they were; numbers of something else.
        assert_eq!(told(heading, &|at| volumes[at].to_string()), 0, "{heading}");
        assert_eq!(told(heading, &|at| (101 + at).to_string()), 0, "{heading}");
    }
    for heading in ["Penjualan", "Kecamatan", "Pinjaman Diberikan"] {
        assert_eq!(told(heading, &some), 0, "{heading}");
    }
}

#[test]
fn values_of_an_offices_own_columns_are_looked_at() {
    let read = |heading: &str, values: &[&str]| {
        let rows: String = values.iter().enumerate().map(|(at, value)| format!("{};IKM {at};{value}\n", at + 1)).collect();
        Office::new(Dictionary::None, &["data/{tahun}.csv"], &["nama"])
            .source(|sumber| sumber.butir = Some("usaha".to_owned()))
            .kolom("nama", "Nama", Some(JenisIsian::Teks))
            .kolom("produksi", heading, Some(JenisIsian::Angka))
            .file("2021.csv", &format!("No;Nama;{heading}\n{rows}"))
            .needs(2021, &["produksi"])
            .read()
    };
    let told = |heading: &str, values: &[&str]| {
        let read = read(heading, values);
        (read.galat().len(), read.has(Kode::NilaiSeperseribu).len(), read.has(Kode::KeteranganMembatasi).len())
    };
    assert_eq!(told("Produksi", &["10", "20", "30", "40", "50", "1,2", "70", "80"]), (0, 1, 0));
    assert_eq!(told("Produksi (ton)", &["10", "20", "30", "40", "50", "1,2", "70", "80"]), (0, 0, 0));
    assert_eq!(told("Produksi (ribu)", &["5", "6", "7", "8", "9"]), (0, 0, 1));
    assert_eq!(told("Peserta", &["20 orang", "21 org", "22 kelompok", "24 orang", "25 orang"]).0, 1);
    assert_eq!(told("Peserta", &["20 orang", "21 org", "22", "24 jiwa", "25 orang"]), (0, 0, 0));
}

#[test]
fn texts_that_are_none_of_their_column_are_told() {
    let places = [("Sebani", "Gadingrejo"), ("Bukir", "Gadingrejo"), ("Wirogunan", "Purworejo"), ("Kepel", "Bugulkidul")];
    let told = |odd: (&str, &str)| {
        let row = |at: usize| {
            let (kelurahan, kecamatan) = if at == 5 { odd } else { places[at % 4] };
            format!("{};35750110016{:05};Toko {at};{kelurahan};{kecamatan};{}\n", at + 1, at + 11, 7_001_233 * (at + 1))
        };
        let rows: String = (0..16).map(row).collect();
        let text = format!("No;NIK;Nama Usaha;Kelurahan;Kecamatan;Omset\n{rows}");
        let read = Office::umkm().file("2021.csv", &text).needs(2021, &["kecamatan", "omset"]).read();
        (read.galat(), read.has(Kode::NilaiSeperseribu).len())
    };
    assert_eq!(told(("Bukir", "Gadingrejo")), (Vec::new(), 0));
    for odd in [("Gadingrejo", "Bukir"), ("Bukir", "5000000")] {
        assert_eq!(told(odd), (Vec::new(), 1), "{odd:?}");
    }
    // Its only one in that kecamatan.
    assert_eq!(told(("Krapyakrejo", "Gadingrejo")), (Vec::new(), 0));
}

#[test]
fn a_nik_that_lost_a_digit_since_last_year_is_refused_where_keys_join() {
    let rows = |odd: &str, year: u64| -> String {
        let nik = |at: u64| if at == 3 && !odd.is_empty() { odd.to_owned() } else { format!("35750319119400{at:02}") };
        let row = |at: u64| format!("{at};{};Toko {at};{}\n", nik(at), 7_001_233 * at + year * 312_017);
        format!("No;NIK;Nama Usaha;Omset\n{}", (1..=9).map(row).collect::<String>())
    };
    let office = |before: &str, after: &str| {
        let office = Office::umkm().file("2020.csv", &rows(before, 0)).file("2021.csv", &rows(after, 1));
        office.joins(&[2020, 2021], &["omset"])
    };
    assert_eq!(office("", "").read().galat(), Vec::<String>::new());
    assert_eq!(office("", "357503191194003").read().galat(), ["kunci-hilang-digit@B4"]);
    assert_eq!(office("357503191194003", "").read().galat(), ["kunci-hilang-digit@B4"]);
    // In both years, and another's.
    assert_eq!(office("357503191194003", "357503191194003").read().galat(), Vec::<String>::new());
    assert_eq!(office("", "3575031911940099").read().galat(), Vec::<String>::new());
    let settled = office("", "357503191194003").accepts(
        Kode::KunciHilangDigit,
        "data/2021.csv!B4",
        Some("357503191194003"),
        Some("3575031911940003"),
    );
    let read = settled.read();
    assert_eq!(read.galat(), Vec::<String>::new());
    let entities = |tahun| read.value.table("s", Year(tahun)).unwrap().rows[2].entitas;
    assert_eq!(entities(2020), entities(2021));
}
