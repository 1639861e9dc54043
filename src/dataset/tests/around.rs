//! Texts on a sheet that stand in no cell are heard as its titles are.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome};
use crate::diagnostic::{Checked, Kode};
use crate::profile::Dictionary;
use rust_xlsxwriter::{Chart, ChartType, DataValidation, Shape, Workbook, Worksheet};

/// A table without a title, and whatever else is put on its sheet.
fn office(more: impl FnOnce(&mut Worksheet)) -> Checked<Dataset> {
    let write = |workbook: &mut Workbook| {
        let sheet = workbook.add_worksheet();
        table(sheet);
        more(sheet);
    };
    let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", write);
    office.needs(2021, &["volume_usaha"]).read()
}

const TOTAL: i64 = 12_001_476;

fn table(sheet: &mut Worksheet) {
    for (column, heading) in (0..).zip(["Nama Koperasi", "Nomor Badan Hukum", "Kecamatan", "Volume Usaha"]) {
        sheet.write(0, column, heading).unwrap();
    }
    for row in 1..4u32 {
        sheet.write(row, 0, format!("KUD {row}")).unwrap();
        sheet.write(row, 1, format!("{row}/BH/1990")).unwrap();
        sheet.write(row, 2, "Gadingrejo").unwrap();
        sheet.write(row, 3, 2_000_246 * row).unwrap();
    }
}

/// The codes of what is told, galat or peringatan, notes aside.
fn told(read: &Checked<Dataset>) -> Vec<&'static str> {
    let grave = read.temuan.iter().filter(|temuan| temuan.tingkat() != crate::diagnostic::Tingkat::Catatan);
    grave.map(|temuan| temuan.kode().text()).collect()
}

/// What page headers and text boxes say, each with the code that it is told by.
const SAID: [(&str, &str); 5] = [
    ("TAHUN 2020", "tahun-berselisih"),
    ("KEADAAN PER 30 JUNI 2021", "periode-berbeda"),
    ("TARGET TAHUN 2021", "judul-membatasi"),
    ("ANGKA SEMENTARA", "keterangan-membatasi"),
    ("Catatan: merah = dibubarkan", "keterangan-membatasi"),
];
/// What says nothing of the figures.
const SILENT: [&str; 4] =
    ["DINAS KOPERASI KOTA CONTOH", "Lampiran Surat Nomor 518/123/2022", "Pasuruan, 12 Januari 2022", "TAHUN 2021"];

#[test]
fn page_headers_are_titles() {
    for (text, kode) in SAID {
        for is_header in [true, false] {
            let coded = format!("&L&\"Arial,Bold\"&12{text}&R&D");
            let read = office(|sheet| {
                if is_header {
                    sheet.set_header(&coded)
                } else {
                    sheet.set_footer(&coded)
                };
            });
            assert_eq!(told(&read), [kode], "{text}");
            let place = if is_header { "kepala halaman" } else { "kaki halaman" };
            let is_quoted = |words: &str| words.contains(place) || kode == "periode-berbeda";
            assert!(read.temuan.iter().any(|temuan| is_quoted(&temuan.pesan())), "{text}");
        }
    }
    let read = office(|sheet| {
        sheet.set_header("&C(Dalam Jutaan Rupiah)");
    });
    assert!(read.galat().is_empty(), "{:?}", read.galat());
    assert_eq!(read.sum(2021, "volume_usaha"), Some((TOTAL * 1_000_000).into()));
    for text in SILENT.into_iter().chain(["Halaman &P dari &N", "&F &A &D &T"]) {
        let read = office(|sheet| {
            sheet.set_footer(text);
        });
        assert!(told(&read).is_empty(), "{text} {:?}", told(&read));
        assert_eq!(read.sum(2021, "volume_usaha"), Some(TOTAL.into()));
    }
}

#[test]
fn text_boxes_are_titles() {
    let boxed = |text: &str| {
        office(|sheet| {
            sheet.insert_shape(6, 0, &Shape::textbox().set_text(text)).unwrap();
        })
    };
    for (text, kode) in SAID {
        assert_eq!(told(&boxed(text)), [kode], "{text}");
    }
    assert_eq!(boxed("Volume usaha\n(Rp Juta)").sum(2021, "volume_usaha"), Some((TOTAL * 1_000_000).into()));
    for text in SILENT {
        assert!(told(&boxed(text)).is_empty(), "{text}");
    }
}

#[test]
fn a_box_against_a_title_is_a_contradiction() {
    let read = office(|sheet| {
        sheet.write(0, 3, "Volume Usaha (Rp Ribu)").unwrap();
        sheet.insert_shape(6, 0, &Shape::textbox().set_text("(Rp Juta)")).unwrap();
    });
    assert_eq!(told(&read), ["satuan-berselisih"]);
    assert!(read.has(Kode::SatuanBerselisih)[0].pesan().contains("kotak teks"));
}

#[test]
fn charts_and_prompts_are_told_and_change_nothing() {
    let chart = |title: &str| {
        let read = office(|sheet| {
            let mut chart = Chart::new(ChartType::Column);
            chart.add_series().set_values("Sheet1!$D$2:$D$4");
            chart.title().set_name(title);
            sheet.insert_chart(6, 0, &chart).unwrap();
        });
        assert_eq!(read.sum(2021, "volume_usaha"), Some(TOTAL.into()), "{title}");
        told(&read)
    };
    for title in ["Volume Usaha Koperasi Tahun 2020", "Volume Usaha (Rp Juta)"] {
        assert_eq!(chart(title), ["keterangan-membatasi"], "{title}");
    }
    for title in ["Volume Usaha Koperasi Tahun 2021", "Perkembangan Volume Usaha Tahun 2019-2021", "Volume Usaha"] {
        assert!(chart(title).is_empty(), "{title}");
    }
    let prompt = |column: u16, text: &str| {
        let rule = DataValidation::new().allow_any_value().set_input_message(text).unwrap();
        told(&office(|sheet| {
            sheet.add_data_validation(1, column, 3, column, &rule).unwrap();
        }))
    };
    assert_eq!(prompt(3, "isi dalam jutaan rupiah"), ["keterangan-membatasi"]);
    assert!(prompt(3, "isi angka saja").is_empty());
    assert!(prompt(2, "isi dalam jutaan rupiah").is_empty());
}

/// A mark that is read as nil is none where the sheet itself says that it stands for no report.
#[test]
fn a_legend_of_a_nil_mark_is_told_where_the_mark_stands() {
    let said = |legend: &str, mark: &str| {
        told(&office(|sheet| {
            sheet.write(2, 3, mark).unwrap();
            sheet.write(5, 0, legend).unwrap();
        }))
    };
    for (legend, mark) in [("Tanda - artinya belum melapor", "-"), ("- : tidak ada data", "\u{2013}"), ("0 = belum melapor", "0")]
    {
        assert_eq!(said(legend, mark), ["keterangan-membatasi"], "{legend}");
    }
    for (legend, mark) in [("Tanda - berarti nihil", "-"), ("- : tidak ada data", "0"), ("0 = belum melapor", "-")] {
        assert!(said(legend, mark).is_empty(), "{legend}");
    }
}

#[test]
fn the_meaning_of_a_colour_that_stands_alone() {
    for text in ["Sudah tutup", "Tidak aktif", "= koperasi pasif", "Dibekukan"] {
        let read = office(|sheet| _ = sheet.write(6, 1, text).unwrap());
        assert_eq!(told(&read), ["keterangan-membatasi"], "{text}");
    }
    for text in ["Koperasi aktif", "Sudah RAT", "Mengetahui"] {
        assert_eq!(told(&office(|sheet| _ = sheet.write(6, 1, text).unwrap())), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn legends_of_colours_are_told_where_they_stand() {
    for (row, column) in [(5, 0), (2, 6)] {
        let read = office(|sheet| {
            sheet.write(row, column, "Merah = dibubarkan").unwrap();
        });
        let told = told(&read);
        assert!(!told.is_empty() && told.iter().all(|kode| *kode == "keterangan-membatasi"), "{row} {column} {told:?}");
    }
    let apart = office(|sheet| {
        sheet.write(5, 0, "Kuning").unwrap();
        sheet.write(5, 1, ": belum RAT").unwrap();
    });
    assert_eq!(told(&apart), ["keterangan-membatasi"]);
    assert!(
        told(&office(|sheet| {
            sheet.write(5, 0, "Hijau = aktif").unwrap();
        }))
        .is_empty()
    );
}
