//! What ordinary offices put beside and between their rows: a ranking or a recap at the right, headings that come again on the next
//! page, the columns' numbers; each with its like that says another thing.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome as _, written};
use crate::diagnostic::{Checked, Kode, Tingkat};
use crate::profile::{Dictionary, JenisIsian};
use rust_decimal::Decimal;

const NAMES: [&str; 6] =
    ["KUD Tirtha Luhur", "KSU Sido Makmur", "KPRI Santoso", "Kopwan Mekar Sari", "KSP Tani Jaya", "Koptan Guna"];
const PLACES: [&str; 6] = ["Gadingrejo", "Gadingrejo", "Purworejo", "Purworejo", "Bugul Kidul", "Bugul Kidul"];
const VOLUMES: [u32; 6] = [164_272_509, 840_096_753, 551_969_374, 719_642_630, 120_780_963, 438_554_019];
const SUM: u32 = 2_835_316_248;

/// Six koperasi, and at their right, behind so many blank columns, what each line of `side` holds; its first is beside the headings.
fn beside(blank: usize, side: &[&str]) -> Checked<Dataset> {
    let gap = ";".repeat(blank + 1);
    let side = |at: usize| side.get(at).map(|cells| format!("{gap}{cells}")).unwrap_or_default();
    let mut text = format!("No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Volume Usaha{}\n", side(0));
    for at in 0..6 {
        let own = format!("{};{};518/{at}/BH/1998;{};{}", at + 1, NAMES[at], PLACES[at], VOLUMES[at]);
        text.push_str(&format!("{own}{}\n", side(at + 1)));
    }
    Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read()
}

fn told(read: &Checked<Dataset>) -> Vec<String> {
    let told = read.temuan.iter().filter(|temuan| temuan.tingkat() != Tingkat::Catatan);
    told.map(|temuan| format!("{}@{:?}", temuan.kode().text(), temuan.at.sel)).collect()
}

#[test]
fn recaps_at_the_right_that_say_what_the_rows_say() {
    let sides: [&[&str]; 9] = [
        &[
            "No;Nama Koperasi;Volume Usaha",
            "1;KSU Sido Makmur;840096753",
            "2;Kopwan Mekar Sari;719642630",
            "3;KPRI Santoso;551969374",
        ],
        &[
            "3 Koperasi Terbesar;Volume Usaha",
            "KSU Sido Makmur;840096753",
            "Kopwan Mekar Sari;719642630",
            "KPRI Santoso;551969374",
        ],
        &[
            "Kecamatan;Volume Usaha",
            "Gadingrejo;1004369262",
            "Purworejo;1271612004",
            "Bugul Kidul;559334982",
            "Jumlah;2835316248",
        ],
        &["Kecamatan;Jumlah;%", "Gadingrejo;2;33,33", "Kec. Purworejo;2;33,33", "Bugul Kidul;2;33,33"],
        &["Tahun;Volume Usaha", "2019;2100345678", "2020;2400987654", "2021;2835316248"],
        &["Total Volume Usaha;2835316248"],
        &["Keterangan;Volume Usaha", "Total;2835316248", "Rata-rata;472552708", "Tertinggi;840096753"],
        &[
            "Row Labels;Sum of Volume Usaha",
            "Bugul Kidul;559334982",
            "Gadingrejo;1004369262",
            "Purworejo;1271612004",
            "Grand Total;2835316248",
        ],
        &["", "Gadingrejo;2", "Purworejo;2", "Bugul Kidul;2"],
    ];
    for side in sides {
        for blank in [1, 2] {
            let read = beside(blank, side);
            assert_eq!((told(&read), read.sum(2021, "volume_usaha")), (vec![], Some(Decimal::from(SUM))), "{blank} {side:?}");
        }
    }
    // Right beside the rows, where a heading that comes again shows where it begins.
    for side in &sides[..3] {
        let read = beside(0, side);
        assert_eq!((told(&read), read.sum(2021, "volume_usaha")), (vec![], Some(Decimal::from(SUM))), "{side:?}");
    }
}

#[test]
fn blocks_at_the_right_that_say_another_thing() {
    let sides: [&[&str]; 7] = [
        // Another amount of a koperasi of the list, one that it has not, two that are interchanged.
        &["3 Koperasi Terbesar;Volume Usaha", "KSU Sido Makmur;840096753", "Kopwan Mekar Sari;719642631"],
        &["No;Nama Koperasi;Volume Usaha", "1;KSU Sido Makmur;840096753", "2;Kopwan Melati;719642630"],
        &["No;Nama Koperasi;Volume Usaha", "1;Kopwan Mekar Sari;840096753", "2;KSU Sido Makmur;719642630"],
        // A place's sum, all rows' sum, and the year's own.
        &["Kecamatan;Volume Usaha", "Gadingrejo;1004369262", "Purworejo;1271612004", "Bugul Kidul;559334983"],
        &["Total Volume Usaha;2835316249"],
        &["Tahun;Volume Usaha", "2019;2100345678", "2020;2400987654", "2021;2835316200"],
        // The list goes on beside itself.
        &["No;Nama Koperasi;Volume Usaha", "7;Kopkar Bahari;43729238", "8;KUD Cahaya;54746160", "9;KSU Melati;52845751"],
    ];
    for side in sides {
        assert!(!told(&beside(1, side)).is_empty(), "{side:?}");
    }
    // The rows' own figures, under words by which they are other rows, another year's or of another unit.
    let own = ["KSU Sido Makmur;840096753", "Kopwan Mekar Sari;719642630"];
    for heading in [
        "Koperasi Bubar 2020;Volume Usaha",
        "Koperasi Tidak Aktif;Volume Usaha",
        "Koperasi Ganda;Volume Usaha",
        "Angka Sementara;Volume Usaha",
        "Nama Koperasi;Volume Usaha (Koreksi)",
        "Nama Koperasi;Volume Usaha 2020",
        "Nama Koperasi;Volume Usaha (ribuan Rp)",
        "Nama Koperasi;Volume Usaha s.d. Juni",
    ] {
        assert!(!told(&beside(1, &[heading, own[0], own[1]])).is_empty(), "{heading}");
    }
    for label in ["Total Volume Usaha 2020", "Total volume usaha s.d. Juni", "Jumlah di luar Kec. Sawan", "Total (ribu rupiah)"] {
        let line = format!("{label};2835316248");
        assert!(!told(&beside(1, &["Uraian;Volume Usaha", &line])).is_empty(), "{label}");
    }
    // The list's sum is another year's than its own.
    for years in [["2019", "2020"], ["2021", "2022"]] {
        let lines = [format!("{};2400987654", years[0]), format!("{};2835316248", years[1])];
        assert!(!told(&beside(1, &["Tahun;Volume Usaha", &lines[0], &lines[1]])).is_empty(), "{years:?}");
    }
    // What is no recap of theirs is told as before.
    assert!(!told(&beside(1, &["", "Gadingrejo;2", "Purworejo;3", "Bugul Kidul;2"])).is_empty());
    assert!(!told(&beside(1, &["Kecamatan;Jumlah", "Gadingrejo;2", "Purworejo;2", "Bugul Kidul;belum"])).is_empty());
}

/// Eight koperasi on two pages, with these lines between the pages.
fn pages(between: &str, first: usize) -> Checked<Dataset> {
    let head = "No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Volume Usaha\n";
    let row = |(at, number): (usize, usize)| format!("{number};KSP Nama {at};518/{at}/BH/1998;Purworejo;{}\n", 1_000_123 * at);
    let above: String = (1..=4).map(|at| row((at, at))).collect();
    let below: String = (5..=8).map(|at| row((at, first + at - 5))).collect();
    Office::keragaan().file("2021.csv", &format!("{head}{above}{between}{below}")).needs(2021, &["volume_usaha"]).read()
}

#[test]
fn a_list_that_goes_on_on_its_next_page() {
    let sum = Some(Decimal::from(36 * 1_000_123));
    let again = "No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Volume Usaha\n";
    let short = "No.;Koperasi;No. BH;Kec;Vol. Usaha\n";
    for between in [
        format!("DATA KOPERASI TAHUN 2021 (lanjutan);;;;\n{again}"),
        format!("Lanjutan DATA KOPERASI TAHUN 2021;;;;\n{again}"),
        format!("Halaman 2;;;;\n{short}"),
        format!("Pindahan;;;;\n{again}"),
        format!("- 2 -;;;;\n{again}"),
    ] {
        let read = pages(&between, 5);
        assert_eq!((told(&read), read.sum(2021, "volume_usaha")), (vec![], sum), "{between}");
    }
    // Another year's list, one whose numbers begin again, one without a word of going on.
    for (between, first) in [
        (format!("DATA KOPERASI TAHUN 2020 (lanjutan);;;;\n{again}"), 5),
        (format!("DATA KOPERASI TAHUN 2021 (lanjutan);;;;\n{again}"), 1),
        (format!("DATA KOPERASI TAHUN 2021;;;;\n{again}"), 5),
        (format!("Halaman 2;;;;\n{short}"), 1),
    ] {
        assert!(!pages(&between, first).galat().is_empty(), "{between} {first}");
    }
}

#[test]
fn numbers_of_columns_in_other_words() {
    let read = |numbers: &str| {
        let rows: String =
            (1..=5).map(|at| format!("{at};KSP Nama {at};518/{at}/BH/1998;Purworejo;{}\n", 1_000_123 * at)).collect();
        let text = format!("No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Volume Usaha\n{numbers}\n{rows}");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        (told(&read), read.sum(2021, "volume_usaha"))
    };
    let sum = Some(Decimal::from(15 * 1_000_123));
    for numbers in ["Kol 1;Kol 2;Kol 3;Kol 4;Kol 5", "Kol. 1;Kol. 2;Kol. 3;Kol. 4;Kol. 5", "1;2;3;4;5 (3+4)", "2;3;4;5;6"] {
        assert_eq!(read(numbers), (vec![], sum), "{numbers}");
    }
    // Not one after another, from another number on, or a row of its own.
    for numbers in
        ["Kol 1;Kol 2;Kol 4;Kol 3;Kol 5", "3;4;5;6;7", "2;3;4;5;7", "1;2;3;4;5 (lima)", "1;2;3;4;5 (x 1000)", "1;2;3;4;5 (:1000)"]
    {
        assert_ne!(read(numbers), (vec![], sum), "{numbers}");
    }
}

#[test]
fn two_columns_of_periods_of_which_a_condition_asks_one() {
    let read = |last: &str| {
        let row = |(at, place): (usize, &str)| {
            let period = if at == 3 && place == "KOTA DUA" { last.to_owned() } else { format!("2023{:02}", (at + 1) * 3) };
            format!("{period},{},{place},{}\n", at + 1, 21 + at)
        };
        let rows: String = (0..4).flat_map(|at| ["KOTA SATU", "KOTA DUA"].map(|place| row((at, place)))).collect();
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["wilayah", "periode"]);
        let office = office.file("2023.csv", &format!("periode_data,triwulan,wilayah,jumlah_usaha\n{rows}"));
        let office =
            office.kolom("periode", "periode_data", Some(JenisIsian::Teks)).kolom("q", "triwulan", Some(JenisIsian::Angka));
        let office =
            office.kolom("wilayah", "wilayah", Some(JenisIsian::Teks)).kolom("n", "jumlah_usaha", Some(JenisIsian::Angka));
        office.source(|sumber| sumber.butir = Some("wilayah".to_owned())).needs(2023, &["n", "q"]).read().galat()
    };
    assert_eq!(read("202312"), Vec::<String>::new());
    // Of the rows that it chooses one is of another period.
    assert_eq!(read("202309"), ["periode-berbeda@A9"]);
}

#[test]
fn headings_that_say_realisasi_and_their_unit() {
    let read = |head: &str| {
        let rows: String = (1..=5).map(|at| format!("{at};Batik {at};{};{}\n", 1_000_123 * at, 2_000_321 * at)).collect();
        let office =
            Office::new(Dictionary::Umkm, &["data/umkm.csv"], &[]).file("umkm.csv", &format!("No;Nama Usaha;{head}\n{rows}"));
        let read = office.needs(2020, &["omset"]).needs(2021, &["omset"]).read();
        (read.sum(2020, "omset"), read.sum(2021, "omset"))
    };
    let both = (Some(Decimal::from(15 * 1_000_123)), Some(Decimal::from(15 * 2_000_321)));
    assert_eq!(read("Omset 2020 (realisasi);Omset 2021 (realisasi)"), both);
    assert_ne!(read("Omset 2020 (target);Omset 2021 (target)"), both);
    assert_ne!(read("Omset 2020 (realisasi);Omset 2021 (target)"), both);
}

#[test]
fn what_was_spent_is_no_correction_of_who_came() {
    let read = |head: &str| {
        let rows: String = (1..=5).map(|at| format!("{at};Pelatihan {at};{};{}\n", 20 + at, 9_000_000 + 500_000 * at)).collect();
        let office =
            Office::new(Dictionary::None, &["data/{tahun}.csv"], &[]).file("2021.csv", &format!("No;Pelatihan;{head}\n{rows}"));
        let (own, _) = head.split_once(';').expect("two headings");
        let office =
            office.kolom("pelatihan", "Pelatihan", Some(JenisIsian::Teks)).kolom("peserta", own, Some(JenisIsian::Angka));
        office.source(|sumber| sumber.butir = Some("pelatihan".to_owned())).needs(2021, &["peserta"]).read().galat()
    };
    assert_eq!(read("Peserta (Orang);Realisasi (Rp)"), Vec::<String>::new());
    assert_eq!(read("Jumlah Peserta;Realisasi (Rp)"), Vec::<String>::new());
    assert_eq!(read("Peserta (Orang);Realisasi"), ["kolom-koreksi@D"]);
    assert_eq!(read("Anggaran (Rp);Realisasi (Rp)"), ["kolom-koreksi@D"]);
}

#[test]
fn letters_for_running_numbers_and_letters_of_parts() {
    let read = |rows: &[&str]| {
        let text = format!("No;Jenis;Jumlah Unit;Jumlah Anggota\n{}", rows.join("\n"));
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &[]).file("2021.csv", &text);
        let office = office.kolom("jenis", "Jenis", Some(JenisIsian::Teks)).kolom("unit", "Jumlah Unit", Some(JenisIsian::Angka));
        let read = office.source(|sumber| sumber.butir = Some("jenis".to_owned())).needs(2021, &["unit"]).read();
        (read.galat(), read.sum(2021, "unit"))
    };
    let kinds = ["A;Kuliner;161;333", "B;Jasa;363;373", "C;Perdagangan;490;583", "D;Simpan Pinjam;438;160", ";JUMLAH;1452;1449"];
    assert_eq!(read(&kinds), (vec![], Some(Decimal::from(1452))));
    let small = ["a.;Kuliner;161;333", "b.;Jasa;363;373", "c.;Lain-lain;490;583", ";JUMLAH;1014;1289"];
    assert_eq!(read(&small), (vec![], Some(Decimal::from(1014))));
    // Below a numbered row they are its parts, and count once; letters that leave one out are no running numbers.
    let parts =
        ["1;KUD Makmur;524;706", "a.;Jasa;361;333", "b.;Simpan Pinjam;163;373", "2;KUD Jaya;490;583", ";JUMLAH;1014;1289"];
    assert_eq!(read(&parts).1, Some(Decimal::from(1014)));
    let gap = ["A;Kuliner;161;333", "C;Jasa;363;373", "D;Perdagangan;490;583", ";JUMLAH;1014;1289"];
    assert_ne!(read(&gap), (vec![], Some(Decimal::from(1014))));
}

#[test]
fn grades_are_no_units_of_money() {
    let read = |heading: &str, grade: &str, amounts: u32| {
        let rows: String = (1..=5).map(|at| format!("{at};KSP Nama {at};518/{at}/BH/1998;{};{grade}\n", amounts * at)).collect();
        let text = format!("No;Nama Koperasi;Nomor Badan Hukum;Volume Usaha;{heading}\n{rows}");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        (read.galat(), read.sum(2021, "volume_usaha"))
    };
    let sum = Some(Decimal::from(15 * 1_000_123));
    for heading in ["Grade", "Kualifikasi Koperasi", "Klasifikasi", "Kelas"] {
        assert_eq!(read(heading, "B", 1_000_123), (vec![], sum), "{heading}");
    }
    assert_ne!(read("Satuan", "Rp Juta", 123), (vec![], Some(Decimal::from(15 * 123))));
    assert_ne!(read("Rp", "B", 123), (vec![], Some(Decimal::from(15 * 123))));
}

#[test]
fn sheets_of_other_months_are_told_at_once() {
    let read = |sheets: &[&str]| {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", |book| {
            for name in sheets {
                let sheet = book.add_worksheet().set_name(*name).expect("a name");
                for (column, heading) in (0..).zip(["Nama Koperasi", "Nomor BH", "Volume Usaha"]) {
                    sheet.write(0, column, heading).expect("a heading");
                }
                for row in 1..=5_u32 {
                    sheet.write(row, 0, format!("KSU Nama {row}")).expect("a name");
                    sheet.write(row, 1, format!("{row}/BH/1998")).expect("a number");
                    sheet.write(row, 2, 1_000_100 * row).expect("an amount");
                }
            }
        });
        let office = office.source(|sumber| sumber.lembar = Some(written("Desember")));
        let read = office.needs(2021, &["volume_usaha"]).read();
        read.has(Kode::LembarTidakDibaca).iter().map(|temuan| temuan.pesan()).collect::<Vec<_>>()
    };
    assert_eq!(read(&["Desember"]), Vec::<String>::new());
    assert_eq!(read(&["Oktober", "Desember"]).len(), 1);
    let many = read(&["Januari", "Februari", "Maret", "April", "Mei", "Desember"]);
    assert!(many.len() == 1 && many[0].contains("4 lembar lain (`Februari`, `Maret`, `April`, …)"), "{many:?}");
}

#[test]
fn headings_of_two_levels_named_with_their_year() {
    let read = |judul: &str| {
        let rows: String =
            (1..=5).map(|at| format!("{at};KSP Nama {at};{at}/BH/1998;{};{}\n", 1_000_123 * at, 2_000_321 * at)).collect();
        let text = format!("No;Nama Koperasi;Nomor BH;Nilai Usaha (Rp);\n;;;Th. 2020;Th. 2021\n{rows}");
        let office = Office::new(Dictionary::Keragaan, &["data/semua.csv"], &["nomor_bh"]).file("semua.csv", &text);
        let read = office.kolom("volume_usaha", judul, None).needs(2020, &["volume_usaha"]).needs(2021, &["volume_usaha"]).read();
        (read.sum(2020, "volume_usaha"), read.sum(2021, "volume_usaha"))
    };
    let both = (Some(Decimal::from(15 * 1_000_123)), Some(Decimal::from(15 * 2_000_321)));
    for judul in ["Nilai Usaha (Rp) / Th. {tahun}", "Nilai Usaha (Rp) Th. {tahun}", "Th. {tahun}", "Nilai Usaha (Rp)"] {
        assert_eq!(read(judul), both, "{judul}");
    }
    assert_ne!(read("Nilai Aset (Rp) / Th. {tahun}"), both);
}

#[test]
fn aid_that_is_as_much_for_everybody() {
    let told = |isian: &str, amounts: [u32; 8]| {
        let rows: String = amounts.iter().enumerate().map(|(at, own)| format!("{};Warung Nama {at};{own}\n", at + 1)).collect();
        let office =
            Office::new(Dictionary::Umkm, &["data/{tahun}.csv"], &[]).file("2021.csv", &format!("No;Nama Usaha;Nilai\n{rows}"));
        let office = office.kolom(isian, "Nilai", (isian != "omset").then_some(JenisIsian::Uang));
        office.needs(2021, &[isian]).read().has(Kode::NilaiSeperseribu).len()
    };
    assert_eq!(told("nilai_bantuan", [2_400_000; 8]), 0);
    assert_eq!(told("omset", [2_412_345; 8]), 1);
    let copied = [2_400_000, 2_400_000, 2_400_000, 2_400_000, 2_400_000, 2_400_000, 1_250_000, 3_100_000];
    assert_eq!(told("nilai_bantuan", copied), 1);
    // In thousands that nobody tells, or what they sell.
    assert_eq!(told("nilai_bantuan", [2_400; 8]), 1);
    assert_eq!(told("omset_bpum", [2_412_345; 8]), 1);
    assert_eq!(told("omset_sebelum_bantuan", [2_412_345; 8]), 1);
}

#[test]
fn notes_of_when_data_were_fetched_and_of_guidance() {
    let told = |note: &str| {
        let rows: String = (1..=5).map(|at| format!("{at};KSP Nama {at};{at}/BH/1998;{}\n", 1_000_123 * at)).collect();
        let text = format!("No;Nama Koperasi;Nomor BH;Volume Usaha\n{rows};JUMLAH;;{}\n\n{note};;;\n", 15 * 1_000_123);
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        read.has(Kode::KeteranganMembatasi).len()
    };
    assert_eq!(told("Data diunduh dari ODS Kementerian Koperasi tanggal 8 Januari 2022"), 0);
    assert_eq!(told("Data diambil dari aplikasi ODS tanggal 5 Januari 2022"), 0);
    assert_eq!(told("Ket. : data koperasi masih dalam proses pembinaan"), 0);
    // Before the year ended, of another year, or not done.
    assert_eq!(told("Data diunduh dari ODS Kementerian Koperasi tanggal 8 Juli 2021"), 1);
    assert_eq!(told("Data per 30 Juni 2022"), 1);
    assert_eq!(told("Data masih dalam proses"), 1);
    assert_eq!(told("Data per 8 Januari 2022 diunduh dari ODS"), 1);
    assert_eq!(told("Data diambil dari laporan per 30 Juni 2022"), 1);
    assert_eq!(told("Data diunduh dari ODS tanggal 8 Juli 2025"), 1);
    assert_eq!(told("*) 12 koperasi dalam proses pembenahan"), 0);
    for note in [
        "12 koperasi masih dalam proses pembenahan data",
        "Data dalam proses pembenahan dan verifikasi",
        "Angka masih dalam proses pembenahan",
        "Data masih dalam proses, koperasi proses pembinaan",
        "Sebagian data masih dalam proses pembinaan",
        "Data volume usaha masih dalam proses penataan",
        "Data koperasi masih dalam proses pembenahan",
    ] {
        assert_eq!(told(note), 1, "{note}");
    }
}

#[test]
fn totals_of_the_whole_kabupaten() {
    let galat = |last: &str| {
        let text = format!(
            "No;Nama Koperasi;Nomor BH;Anggota;Volume Usaha\nI;Kecamatan Banjar;;;\n1;KUD Sari;1/BH/1990;31;90000000\n\
            2;KPRI Jaya;2/BH/1990;38;97310000\n;Jumlah;;69;187310000\nII;Kecamatan Sawan;;;\n1;KUD Tani;3/BH/1990;34;101000000\n\
            ;Jumlah;;34;101000000\n{last}"
        );
        Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read().galat()
    };
    assert_eq!(galat("Jumlah Se-Kabupaten;;;103;288310000"), Vec::<String>::new());
    assert_eq!(galat("JUMLAH SE-KABUPATEN BULELENG;;;103;288310000"), Vec::<String>::new());
    assert_eq!(galat("Jumlah Se-Kabupaten;;;103;288310001"), ["jumlah-tidak-sama@E9"]);
    // Of another kabupaten than the office's.
    let of = |last: &str| {
        let text = format!(
            "No;Nama Koperasi;Nomor BH;Volume Usaha\n1;KUD Sari;1/BH/1990;90000000\n2;KPRI Jaya;2/BH/1990;97310000\n{last}"
        );
        let office = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]);
        office.read_in("Kabupaten Buleleng").has(Kode::KeteranganMembatasi).len()
    };
    assert_eq!([of(";Total se-Kabupaten Buleleng;;187310000"), of(";Total se-Kabupaten Jembrana;;187310000")], [0, 1]);
    let recap = |last: &str| {
        let text = format!(
            "No;Kecamatan;Jumlah Koperasi;Volume Usaha\n1;Banjar;69;187310000\n2;Sawan;34;101000000\n3;Seririt;21;99500000\n{last}"
        );
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["kecamatan"]).file("2021.csv", &text);
        let office = office.source(|sumber| sumber.butir = Some("kecamatan".to_owned()));
        office.needs(2021, &["volume_usaha"]).read().galat()
    };
    // The kabupaten's name stands where the numbers do, in a cell merged with the next.
    assert_eq!(recap("KABUPATEN BULELENG;;124;387810000"), Vec::<String>::new());
    assert!(!recap("KABUPATEN BULELENG;;124;387810001").is_empty());
    assert!(!recap("Tejakula;;124;387810000").is_empty());
}
