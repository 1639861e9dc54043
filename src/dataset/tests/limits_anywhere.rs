//! Words, counts, years, places and units that unsettle a table wherever they stand.

use crate::dataset::fixture::{Office, Outcome};
use crate::diagnostic::Kode;
use crate::profile::SumberTahun;
use rust_decimal::Decimal;

const NAMES: [&str; 5] = ["KSU Rejeki", "KUD Makmur", "Kopwan Melati", "KPRI Sejahtera", "KSP Bina Artha"];

/// Five koperasi under these lines, a column of its own last.
fn table(above: &str, heading: &str, volume: &str, cells: &[&str]) -> String {
    let rows: String = (1..)
        .zip(NAMES)
        .map(|(n, name)| format!("{n};{name};{n}/BH/199{n};{};{}\n", 1_000_123 * n, cells.get(n - 1).unwrap_or(&"")))
        .collect();
    format!("{above}\n;;;;\nNo;Nama Koperasi;Nomor BH;{volume};{heading}\n{rows}")
}

fn office(text: &str) -> Office {
    Office::keragaan().file("2021.csv", text).needs(2021, &["volume_usaha"])
}

fn told(text: &str, kode: Kode) -> usize {
    office(text).read().has(kode).len()
}

const TITLE: &str = "KERAGAAN KOPERASI TAHUN 2021";

#[test]
fn limiting_words_stand_in_any_column() {
    for heading in ["Jenis", "Kelompok", "Lain", "Sumber", "Status Data"] {
        for text in ["sampel", "target", "data 2020", "sebagian unit"] {
            assert_eq!(
                told(&table(TITLE, heading, "Volume Usaha", &["", text]), Kode::KeteranganMembatasi),
                1,
                "{heading} {text}"
            );
        }
        for text in ["KSP", "Binaan", "data 2021"] {
            assert_eq!(
                told(&table(TITLE, heading, "Volume Usaha", &["", text]), Kode::KeteranganMembatasi),
                0,
                "{heading} {text}"
            );
        }
    }
}

#[test]
fn a_stated_count_is_held_against_the_rows() {
    let plain = table(TITLE, "", "Volume Usaha", &[]);
    for (line, differs) in [
        ("Showing 1 to 5 of 120 entries", 1),
        ("Showing 1 to 5 of 5 entries", 0),
        ("Jumlah koperasi: 24", 1),
        ("Jumlah koperasi: 5", 0),
        ("Jumlah Koperasi Aktif: 3", 0),
        ("Total;7 koperasi", 0),
    ] {
        assert_eq!(told(&table(&format!("{TITLE}\n{line}"), "", "Volume Usaha", &[]), Kode::CacahBerbeda), differs, "{line}");
    }
    assert_eq!(told(&format!("{plain};;;;\n(24 koperasi);;;;\n"), Kode::CacahBerbeda), 1);
    assert_eq!(told(&format!("{plain};;;;\n(5 koperasi);;;;\n"), Kode::CacahBerbeda), 0);
}

#[test]
fn a_title_of_another_place_is_told_where_the_office_names_its_own() {
    use crate::dataset::source::Source;
    use crate::profile::Instansi;
    let office = office(&table("KOTA MALANG", "", "Volume Usaha", &[]));
    let instansi = Instansi {
        nama: "Dinas".to_owned(),
        daerah: "Kota Pasuruan".to_owned(),
        visi: None,
        misi: Vec::new(),
        tujuan: None,
        tugas: None,
        fungsi: Vec::new(),
    };
    let source = Source::new(&office.sumber, &office.needs).with_office(&instansi);
    let region = source.region.unwrap();
    assert_eq!((region.is_kota, region.name.join(" ")), (true, "pasuruan".to_owned()));
}

#[test]
fn a_lone_year_among_rows_of_another_is_asked_about() {
    let of = |years: [&str; 5]| {
        let twice: Vec<String> = [1, 2].iter().map(|_| table("", "Tahun", "Volume Usaha", &years)).collect();
        let (first, second) =
            (twice[0].clone(), twice[1].lines().skip(3).map(|line| line.replace("/BH", "/XX") + "\n").collect::<String>());
        let office =
            office(&format!("{first}{}", second.replace("K", "P"))).source(|sumber| sumber.tahun = Some(SumberTahun::Kolom));
        office.read().has(Kode::PeriodeBerbeda).len()
    };
    assert_eq!(of(["2021", "2021", "2021", "2021", "2021"]), 0);
    let alternating = office(&table("", "Tahun", "Volume Usaha", &["2020", "2021", "2020", "2021", "2020"]))
        .source(|sumber| sumber.tahun = Some(SumberTahun::Kolom));
    assert!(alternating.read().has(Kode::PeriodeBerbeda).is_empty());
    let rows: String =
        (1..=12).map(|n| format!("{n};KSU {n}x;{n}/BH/1;{};{}\n", 1_000_123 * n, if n == 7 { 2012 } else { 2021 })).collect();
    let lone = format!("No;Nama Koperasi;Nomor BH;Volume Usaha;Tahun\n{rows}");
    let read = office(&lone).source(|sumber| sumber.tahun = Some(SumberTahun::Kolom)).read();
    assert_eq!(read.galat(), ["periode-berbeda@E8"]);
}

#[test]
fn units_that_are_left_open_are_asked_about_and_others_read() {
    for line in ["(M)", "Dalam $", "Satuan: K", "Rp 000,00", "10^6"] {
        let read = office(&table(&format!("{TITLE}\n{line}"), "", "Volume Usaha", &[])).read();
        assert!(read.galat().iter().any(|told| told.starts_with("satuan-berselisih")), "{line} {:?}", read.galat());
    }
    for (line, factor) in [("Ket: rb", 1_000), ("Ket: jt", 1_000_000), ("(000/rb)", 1_000), ("Rp", 1)] {
        let read = office(&table(&format!("{TITLE}\n{line}"), "", "Volume Usaha", &[])).read();
        assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(1_000_123_i64 * 15 * factor)), "{line}");
    }
    let units = table(TITLE, "Satuan", "Volume Usaha", &["$", "$", "$", "$", "$"]);
    assert!(office(&units).read().galat().iter().any(|told| told.starts_with("satuan-berselisih")));
    let foot = format!("{};;;;\nKet: M;;;;\n", table(TITLE, "", "Volume Usaha", &[]));
    assert!(office(&foot).read().galat().iter().any(|told| told.starts_with("satuan-berselisih")));
}

#[test]
fn the_caption_reaches_the_list_that_goes_on_under_other_headings() {
    let more = |heading: &str| {
        let first = table(&format!("{TITLE}\n(dalam ribuan rupiah)"), "", "Volume Usaha", &[]);
        office(&format!(
            "{first};;;;\nNo;Nama Koperasi;Nomor BH;{heading};\n6;KSU Enam;6/BH/1996;6000;\n7;KSU Tujuh;7/BH/1997;7000;\n"
        ))
        .read()
    };
    for heading in ["Vol. Usaha", "Volume Usaha"] {
        assert_eq!(
            more(heading).sum(2021, "volume_usaha"),
            Some(Decimal::from((1_000_123_i64 * 15 + 13_000) * 1_000)),
            "{heading}"
        );
    }
    let other = more("Volume Usaha (Rp)");
    assert!(other.galat().iter().any(|told| told.starts_with("satuan-berselisih")), "{:?}", other.galat());
}

#[test]
fn a_parent_limits_a_heading_that_the_profile_names() {
    let of = |parent: &str, judul: &str| {
        let rows: String =
            (1..).zip(NAMES).map(|(n, name)| format!("{n};{name};{n}/BH/1;{};{}\n", 1_000_123 * n, 500 * n)).collect();
        let text = format!("No;Nama Koperasi;Nomor BH;{parent};\n;;;Volume Usaha;SHU\n{rows}");
        office(&text).kolom("volume_usaha", judul, None).read()
    };
    for parent in ["Target", "Rencana", "RAPB", "Sampel", "Per Bulan"] {
        assert!(!of(parent, "Volume Usaha").galat().is_empty(), "{parent}");
        let named = of(parent, &format!("{parent} / Volume Usaha"));
        assert_eq!(named.sum(2021, "volume_usaha"), Some(Decimal::from(1_000_123 * 15)), "{parent}");
    }
    assert_eq!(of("Keuangan", "Volume Usaha").sum(2021, "volume_usaha"), Some(Decimal::from(1_000_123 * 15)));
}

#[test]
fn amounts_of_two_scales_with_none_between_are_told() {
    let of = |amounts: &[i64]| {
        let rows: String = (1..).zip(amounts).map(|(n, amount)| format!("{n};KSU {n}x;{n}/BH/1;{amount};\n")).collect();
        told(&format!("No;Nama Koperasi;Nomor BH;Volume Usaha;\n{rows}"), Kode::NilaiSeperseribu)
    };
    let whole = [2_511_122_200, 1_345_678_123, 988_123_456, 388_765_432, 4_711_234_567, 600_123_789, 1_800_456_123];
    assert_eq!(of(&[&[800_123, 1_345_678][..], &whole].concat()), 1);
    assert_eq!(of(&[&[13_456][..], &whole].concat()), 1);
    let many: Vec<i64> = (0..5).flat_map(|round| whole.map(|amount| amount + round)).collect();
    assert_eq!(of(&[&[13_456][..], &many].concat()), 0);
    assert_eq!(of(&[&[13_456, 20_123][..], &many].concat()), 1);
    assert_eq!(of(&whole), 0);
    // Small and middling ones stand between.
    assert_eq!(of(&[&[800_123, 12_345_678, 98_765_432][..], &whole].concat()), 0);
}

#[test]
fn sections_and_titles_of_other_figures_are_asked_about() {
    for label in ["PERBAIKAN", "II. HASIL SURVEI", "PER JUNI"] {
        let mut lines: Vec<String> = table(TITLE, "", "Volume Usaha", &[]).lines().map(str::to_owned).collect();
        lines.insert(5, format!(";{label};;;"));
        lines.insert(3, ";REALISASI;;;".to_owned());
        let galat = office(&(lines.join("\n") + "\n")).read().galat();
        assert!(galat.iter().any(|told| told.starts_with("arti-tidak-dikenal")), "{label} {galat:?}");
    }
    for title in ["TW I-III 2021", "bulan 1-9 2021", "SEM. GANJIL 2021"] {
        let galat = office(&table(&format!("{TITLE}\n{title}"), "", "Volume Usaha", &[])).read().galat();
        assert!(!galat.is_empty(), "{title}");
    }
    for title in ["5 BESAR", "SEBAGIAN KOPERASI", "UMKM TERPILIH"] {
        assert_eq!(told(&table(&format!("{TITLE}\n{title}"), "", "Volume Usaha", &[]), Kode::KeteranganMembatasi), 1, "{title}");
    }
}

#[test]
fn a_note_of_a_row_by_its_number_is_heard_as_a_remark_beside_it() {
    let of = |note: &str| told(&format!("{}{note};;;;\n", table(TITLE, "", "Volume Usaha", &[])), Kode::KeteranganMembatasi);
    for note in
        ["Catatan: no. 5 tutup", "No 3 dan 4 per bulan", "no. 2 salah input", "Nomor 5: tidak dihitung", "baris 1 dalam ribuan"]
    {
        assert_eq!(of(note), 1, "{note}");
    }
    for note in ["Nomor : 518/123/423.112/2022", "No. 5 sudah RAT", "Keterangan: no. 2 ketua baru"] {
        assert_eq!(of(note), 0, "{note}");
    }
}

#[test]
fn a_list_that_left_numbers_out_is_told() {
    let of = |numbers: &[usize]| {
        let rows: String = numbers.iter().map(|n| format!("{n};KSP {n} Jaya;{n}/BH;{}\n", 1_000_123 * (n + 3))).collect();
        told(&format!("No;Nama Koperasi;Nomor BH;Volume Usaha\n{rows}"), Kode::CacahBerbeda)
    };
    assert_eq!(
        [of(&[1, 2, 3, 7, 8, 9, 12, 13, 20]), of(&[101, 102, 103, 104, 105, 106])],
        [1, 1],
        "a filter's copy, a second page"
    );
    // A koperasi that was taken out, numbers that begin anew, numbers of something else.
    assert_eq!([of(&[1, 2, 3, 5, 6, 7]), of(&[1, 2, 3, 1, 2, 3]), of(&[7, 3, 9, 21, 40, 12])], [0, 0, 0]);
}

#[test]
fn a_text_right_of_the_headings_over_nothing_is_heard_as_a_title_is() {
    let rows = "1;KSP Adil;12/BH;5345678\n2;KSP Bina;13/BH;6000123\n3;KSP Cipta;14/BH;7000222\n";
    let read = |beside: &str| {
        let text = format!("No;Nama Koperasi;Nomor BH;Volume Usaha;{beside}\n{rows}");
        Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read()
    };
    assert_eq!(read("").sum(2021, "volume_usaha"), Some(Decimal::from(18_346_023)));
    for unit in ["dalam ribuan rupiah", ";(dalam ribuan)"] {
        let read = read(unit);
        assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (vec![], Some(Decimal::from(18_346_023_000u64))), "{unit}");
    }
    for (beside, kode) in [("s/d September 2021", "periode-berbeda"), (";Tahun 2020", "tahun-berselisih")] {
        assert!(read(beside).galat().iter().any(|told| told.starts_with(kode)), "{beside} {:?}", read(beside).galat());
    }
    for beside in ["TARGET", ";Data sementara", "Belum diaudit"] {
        assert_eq!(read(beside).has(Kode::KeteranganMembatasi).len(), 1, "{beside}");
    }
    // Columns of the form that nobody filled in.
    for beside in ["Keterangan", "SHU;Aset", "Tanda Tangan", "Tahun Berdiri", "Alamat;Telepon"] {
        let read = read(beside);
        assert_eq!((read.galat(), read.has(Kode::KeteranganMembatasi).len()), (vec![], 0), "{beside}");
    }
}

#[test]
fn a_plan_of_another_year_over_the_figures_is_asked_about() {
    let of = |title: &str| told(&table(&format!("{TITLE}\n{title}"), "", "Volume Usaha", &[]), Kode::KeteranganMembatasi);
    assert_eq!([of("Rencana 2022"), of("Target 2024"), of("RENSTRA 2021-2026")], [1, 1, 0]);
}

#[test]
fn a_title_that_shares_its_row_with_a_text_in_the_other_corner_is_heard() {
    let rows: String = (1..=6).map(|n| format!("{n};KSP {n} Jaya;{n}01/BH;Barat;{};v;baik\n", n * n * 13_000_517)).collect();
    let read = |left: &str, right: &str| {
        let text = format!("{left};;;;;;{right}\nNo;Nama Koperasi;Nomor BH;Kecamatan;Volume Usaha;Aktif;Ket.\n{rows}");
        Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read()
    };
    let (title, corner) = ("BUKU DATA KOPERASI 2021", "Lampiran 1");
    assert_eq!(read(title, corner).galat(), Vec::<String>::new());
    assert_eq!(read(title, corner).has(Kode::KunciTidakAda).len(), 0, "no parent of the key's heading");
    for (left, right, told) in [
        (title, "TARGET TAHUN 2021", "judul-membatasi@G1"),
        ("TARGET KOPERASI 2021", corner, "judul-membatasi@A1"),
        ("DATA KOPERASI TAHUN 2020", corner, "tahun-berselisih@A1"),
        (title, "s/d Juni 2021", "periode-berbeda@data/2021.csv"),
    ] {
        assert_eq!(read(left, right).galat(), [told], "{left} | {right}");
    }
    let scaled = read("Keragaan (dalam ribuan)", corner).sum(2021, "volume_usaha");
    assert_eq!(scaled, read(title, corner).sum(2021, "volume_usaha").map(|sum| sum * Decimal::ONE_THOUSAND));
}

#[test]
fn words_in_a_totals_label_and_beside_rows_that_are_no_data_are_heard() {
    let plain = table(TITLE, "", "Volume Usaha", &[]);
    let sum = (1..=5).map(|n| 1_000_123 * n).sum::<usize>();
    let total = |label: &str, beside: &str| told(&format!("{plain};{label};;{sum};;{beside}\n"), Kode::KeteranganMembatasi);
    for label in [
        "JUMLAH (belum termasuk Kec. Bugul)",
        "JUMLAH SEMENTARA",
        "JUMLAH TARGET",
        "JUMLAH S/D SEPTEMBER",
        "TOTAL (data belum lengkap)",
    ] {
        assert_eq!(total(label, ""), 1, "{label} {:?}", office(&format!("{plain};{label};;{sum};;\n")).read().galat());
    }
    for beside in ["dalam ribuan", "per bulan", "data 2020", "sementara"] {
        assert_eq!(total("JUMLAH", beside), 1, "{beside}");
    }
    for label in
        ["JUMLAH", "JUMLAH TOTAL", "Jumlah Koperasi", "TOTAL VOLUME USAHA (Rp)", "JUMLAH TAHUN 2021", "Jumlah seluruhnya"]
    {
        assert_eq!(total(label, ""), 0, "{label}");
    }
    assert_eq!(total("JUMLAH", "sesuai"), 0);
}

#[test]
fn what_stands_beside_a_groups_label_is_the_groups() {
    let read = |cells: &str| {
        let mut lines: Vec<String> = table(TITLE, "", "Volume Usaha", &[]).lines().map(str::to_owned).collect();
        lines.insert(6, format!(";Kec. Purworejo;{cells}"));
        lines.insert(3, ";Kec. Gadingrejo;;;".to_owned());
        office(&(lines.join("\n") + "\n")).read()
    };
    assert_eq!(read(";;").sum(2021, "volume_usaha"), Some(Decimal::from(1_000_123 * 15)));
    for cells in ["dalam ribuan rupiah;;", ";;dalam ribuan rupiah", ";;;dalam ribuan rupiah"] {
        assert!(!read(cells).galat().is_empty(), "{cells}");
    }
    for cells in ["TARGET;;", ";TARGET;", ";;;TARGET", ";;s/d September 2021"] {
        let read = read(cells);
        assert!(!read.galat().is_empty() || !read.has(Kode::KeteranganMembatasi).is_empty(), "{cells}");
    }
}

#[test]
fn a_word_that_limits_is_heard_below_the_table_and_right_of_it() {
    let of = |text: &str| {
        told(&format!("{};;;;;\n;;;;;\n;;;;;;{text}\n", table(TITLE, "", "Volume Usaha", &[])), Kode::KeteranganMembatasi)
    };
    for text in ["TARGET", "data sementara", "Rencana 2021"] {
        assert_eq!(of(text), 1, "{text}");
    }
    for text in ["Pasuruan, 12 Januari 2022", "KEPALA DINAS", "Drs. H. EDY", "31 Desember 2021", "Sumber: Bidang Koperasi"] {
        assert_eq!(of(text), 0, "{text}");
    }
}
