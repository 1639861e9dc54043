//! What stands beside, over or below figures and leaves it open whether they count: told, and
//! settled by `arti`; parents that stand anywhere over their groups.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome};
use crate::diagnostic::{Checked, Kode};
use crate::profile::{Arti, Dictionary};
use rust_decimal::Decimal;

const NAMES: [&str; 5] = ["KUD Tani", "KSP Damai", "KSU Jaya", "KPRI Guru", "Kopkar Semen"];

/// Five koperasi, the third with this text under that heading.
fn with(heading: &str, text: &str) -> String {
    let row = |(n, name): (usize, &&str)| {
        let said = if n == 3 { text } else { "" };
        format!("{n};{name};Utara;{n}00123;{said}\n")
    };
    let rows: String = (1..).zip(&NAMES).map(row).collect();
    format!("No;Nama Koperasi;Kecamatan;Volume Usaha;{heading}\n{rows}")
}

fn office(text: &str) -> Office {
    Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", text).needs(2021, &["volume_usaha"])
}

fn told(read: &Checked<Dataset>) -> usize {
    read.has(Kode::KeteranganMembatasi).len()
}

#[test]
fn a_status_that_leaves_it_open_whether_its_bearer_counts_is_told() {
    for heading in ["Status", "Kondisi Koperasi", "Keaktifan", "Kategori Status"] {
        for text in ["Lain-lain", "Dalam Pembinaan", "Proses", "Belum RAT", "Vakum", "Merger", "bergabung ke KSU Jaya"] {
            let read = office(&with(heading, text)).read();
            assert_eq!((read.galat(), told(&read)), (Vec::new(), 1), "{heading} {text}");
        }
        for text in ["Aktif", "Sehat", "Cukup Sehat", "A", "-"] {
            assert_eq!(told(&office(&with(heading, text)).read()), 0, "{heading} {text}");
        }
    }
    for (heading, text) in [("Status Gedung", "Sewa"), ("Status Kantor", "Menumpang di balai desa"), ("Keterangan", "ketua baru")]
    {
        assert_eq!(told(&office(&with(heading, text)).read()), 0, "{heading} {text}");
    }
    for text in ["tidak dihitung", "Dalam proses pembubaran", "tahun buku 2020", "2 tahun", "??", "Lain-lain"] {
        assert_eq!(told(&office(&with("Keterangan", text)).read()), 1, "{text}");
    }
}

#[test]
fn what_a_remark_means_is_said_once() {
    let by = |arti| {
        let text = with("Status", "Dalam Pembinaan");
        let read = office(&text).source(|sumber| sumber.arti.extend([(Arti::folded("dalam  pembinaan"), arti)])).read();
        (told(&read), read.sum(2021, "volume_usaha"))
    };
    assert_eq!(by(Arti::Biasa), (0, Some(Decimal::from(1_500_615))));
    assert_eq!(by(Arti::Lewati), (0, Some(Decimal::from(1_200_492))));
}

#[test]
fn titles_notes_and_marks_that_unsettle_the_figures() {
    let table = with("", "");
    for title in [
        "ANGKA X 1.000",
        "Mata uang: USD",
        "OUTLOOK 2021",
        "data fiktif",
        "periode Juli 2020 - Juni 2021",
        "SENSUS 2016",
        "TP 2020/2021",
    ] {
        let read = office(&format!("{title}\n\n{table}")).read();
        assert!(told(&read) > 0 || !read.galat().is_empty(), "{title}");
    }
    for note in
        ["* = tidak aktif", "Merah = dibubarkan", "Ralat: volume KUD Tani seharusnya 2.345.678", "Periode pelaporan: Triwulan 3"]
    {
        let read = office(&format!("{table};;;;\n;{note};;;\n")).read();
        assert!(told(&read) > 0 || !read.galat().is_empty(), "{note}");
    }
    for note in ["Sumber : Bidang Koperasi", "Terbilang: lima ratus juta rupiah", "Tutup buku 31 Desember 2021"] {
        let read = office(&format!("{table};;;;\n;{note};;;\n")).read();
        assert_eq!((read.galat(), told(&read)), (Vec::new(), 0), "{note}");
    }
}

#[test]
fn a_name_copied_and_corrected_is_told() {
    for name in ["KSU Jaya (2)", "KSU Jaya*", "KSU Jaya-2020", "KSU Jaya #2", "KSU Jaya - Copy", "KSU Jaya (ok)"] {
        let read = office(&format!("{}6;{name};Utara;700321;\n", with("", ""))).read();
        assert!(told(&read) == 1 || !read.galat().is_empty(), "{name}");
    }
    assert_eq!(told(&office(&format!("{}6;KSU Jaya 2;Utara;700321;\n", with("", ""))).read()), 0);
}

#[test]
fn a_parent_is_its_groups_wherever_it_stands_over_it() {
    for place in 0..3 {
        for labels in [["Volume Usaha", "Anggota", "SHU"], ["Anggota", "SHU", "Volume Usaha"]] {
            let over = |year: &str| (0..3).map(|at| if at == place { year } else { "" }).collect::<Vec<_>>().join(";");
            let values = |factor: i64, n: i64| {
                let value = |label: &&str| match *label {
                    "Volume Usaha" => (n * 100_123 * factor).to_string(),
                    "SHU" => (n * 5_001 * factor).to_string(),
                    _ => (20 + n).to_string(),
                };
                labels.iter().map(value).collect::<Vec<_>>().join(";")
            };
            let rows: String =
                (1..).zip(&NAMES).map(|(n, name)| format!("{n};{name};{};{}\n", values(1, n), values(2, n))).collect();
            let head =
                format!("No;Nama Koperasi;{};{}\n;;{};{}\n", over("2020"), over("2021"), labels.join(";"), labels.join(";"));
            let read = office(&format!("{head}{rows}")).read();
            let sum = read.sum(2021, "volume_usaha");
            assert!(sum == Some(Decimal::from(15 * 200_246)) || !read.galat().is_empty(), "{place} {labels:?} {sum:?}");
        }
    }
}

#[test]
fn a_label_alone_under_the_headings_is_one_of_the_rows() {
    for label in ["TAHUN 2019", "SEMESTER I", "NONAKTIF"] {
        let text = with("", "").replacen('\n', &format!("\n{label};;;;\n"), 1);
        assert!(office(&text).read().galat().contains(&"arti-tidak-dikenal@A2".to_owned()), "{label}");
    }
}

#[test]
fn sheets_whose_names_say_that_their_rows_are_something_else_are_asked_about() {
    let of = |name: &str, arti: Option<Arti>| {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &[]).xlsx("2021.xlsx", |workbook| {
            for (at, sheet_name) in (0_u32..).zip(["Gadingrejo", name]) {
                let sheet = workbook.add_worksheet().set_name(sheet_name).unwrap();
                for (column, heading) in (0_u16..).zip(["Nama Koperasi", "Kecamatan", "Volume Usaha"]) {
                    sheet.write(0, column, heading).unwrap();
                }
                for row in 1..4_u32 {
                    sheet.write(row, 0, format!("KSP {at} {row}")).unwrap();
                    sheet.write(row, 1, "Utara").unwrap();
                    sheet.write(row, 2, 100_000 * (row + 10 * at) + 123).unwrap();
                }
            }
        });
        let office = office.needs(2021, &["volume_usaha"]).source(|sumber| {
            sumber.lembar = Some(crate::dataset::fixture::written("semua"));
            sumber.arti.extend(arti.map(|arti| (Arti::folded(name), arti)));
        });
        office.read()
    };
    for name in ["Contoh", "Bubar", "TUTUP", "Calon", "Tidak Aktif", "DIHAPUS"] {
        assert_eq!(of(name, None).has(Kode::ArtiTidakDikenal).len(), 1, "{name}");
        assert_eq!(
            (of(name, Some(Arti::Biasa)).galat(), of(name, Some(Arti::Lewati)).galat()),
            (Vec::new(), Vec::new()),
            "{name}"
        );
        assert_eq!(of(name, Some(Arti::Lewati)).sum(2021, "volume_usaha"), Some(Decimal::from(600_369)), "{name}");
    }
    for name in ["Purworejo", "Kec. Bulan", "KSP", "Rekap Kota"] {
        assert!(of(name, None).galat().is_empty(), "{name}");
    }
}

#[test]
fn a_total_stated_above_the_table_is_held_against_its_rows() {
    let of = |label: &str, value: i64| office(&format!("{label};;;{value};\n{}", with("", ""))).read().galat();
    for label in ["Total Volume Usaha :", "TOTAL", "Jumlah Seluruhnya"] {
        assert!(of(label, 1_500_615).is_empty(), "{label}");
        assert_eq!(of(label, 1_500_620), ["jumlah-tidak-sama@D1"], "{label}");
    }
    // A count stands over the amounts by chance.
    assert!(of("Jumlah Koperasi", 5).is_empty());
}
