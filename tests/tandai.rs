//! `iku periksa --tandai DIR`: marked copies beside untouched originals.

mod common;

use common::{Office, iku};

#[test]
fn the_copy_is_marked_and_the_original_untouched() {
    let office = Office::salah("bukan-angka");
    let before = office.read("data/Data 2021.xlsx");
    let out = tempfile::tempdir().unwrap();
    let dir = out.path().join("baru/tandai");
    let run = iku(&["periksa", office.text(), "--tandai", dir.to_str().unwrap()]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("data pribadi"), "{}", run.stderr);
    assert!(before == office.read("data/Data 2021.xlsx"), "the original changed");
    let copy = dir.join("data/Data 2021 - ditandai.xlsx");
    let seen = iku(&["lihat", copy.to_str().unwrap()]).stdout;
    assert!(seen.contains("Lembar \"Temuan\"") && seen.contains("Lembar \"Sheet1\""), "{seen}");
    assert!(seen.contains("bentuk \"umkm\""), "the table is still there: {seen}");
    let bytes = std::fs::read(&copy).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut zip.by_name(name).unwrap(), &mut text).unwrap();
        text
    };
    assert!(part("xl/worksheets/sheetIkuTemuan.xml").contains("location=\"'Sheet1'!E6\""));
    // The office's own sheet, but for the marked cell.
    assert!(part("xl/worksheets/sheet1.xml").contains("<c r=\"E6\" t=\"s\" s=\""));
    let notes = part("xl/commentsIku0.xml");
    assert!(notes.contains("ref=\"E6\"") && notes.contains("bukan-angka"), "{notes}");
    // The same again writes nothing new.
    let modified = || std::fs::metadata(&copy).unwrap().modified().unwrap();
    let at = modified();
    assert_eq!(iku(&["periksa", office.text(), "--tandai", dir.to_str().unwrap()]).status, 1);
    assert_eq!(modified(), at);
}

#[test]
fn what_is_no_xlsx_is_copied_by_its_values_and_said_to_be() {
    let office = Office::salah("tersembunyi-tidak-diketahui");
    let out = tempfile::tempdir().unwrap();
    let run = iku(&["periksa", office.text(), "--tandai", out.path().to_str().unwrap()]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("Data 2021 - ditandai.xlsx (nilainya saja"), "{}", run.stderr);
    let office = Office::salah("bukan-angka");
    let run = iku(&["periksa", office.text(), "--tandai", out.path().to_str().unwrap()]);
    assert!(run.stderr.contains("Data 2021 - ditandai.xlsx\n"), "{}", run.stderr);
}

#[test]
fn copies_never_come_among_the_data() {
    let office = Office::salah("bukan-angka");
    let before = std::fs::read_dir(office.path("data")).unwrap().count();
    for dir in ["", "data", "data/salinan"] {
        let dir = office.path(dir);
        let run = iku(&["periksa", office.text(), "--tandai", dir.to_str().unwrap()]);
        assert_eq!(run.status, 2, "{}", run.stderr);
    }
    assert_eq!(std::fs::read_dir(office.path("data")).unwrap().count(), before);
    let run = iku(&["periksa", office.text(), "--tandai", office.path("keluaran/tandai").to_str().unwrap()]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(office.path("keluaran/tandai/data/Data 2021 - ditandai.xlsx").is_file());
}

#[test]
fn reports_never_come_among_what_they_are_made_of() {
    let office = Office::sample();
    for dir in ["data", "data/hasil", "templat"] {
        let run = iku(&["buat", office.text(), "--keluaran", office.path(dir).to_str().unwrap()]);
        assert!(run.status == 2 && run.stderr.contains("tidak ditulis di antara"), "{}", run.stderr);
        assert!(!office.path(dir).join("iku-2021.pdf").exists());
    }
    let run = iku(&["buat", office.text(), "--keluaran", office.path("keluaran/lain").to_str().unwrap()]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn nothing_is_written_among_another_offices_inputs() {
    let (office, other) = (Office::sample(), Office::sample());
    assert_eq!(office.buat().status, 0);
    let before = std::fs::read_dir(other.path("data")).unwrap().count();
    for dir in ["data", "data/hasil", "templat/lain"] {
        let target = other.path(dir);
        let target = target.to_str().unwrap();
        let file = format!("{target}/beda.xlsx");
        for call in [
            vec!["buat", office.text(), "--keluaran", target],
            vec!["buat", office.text(), "--revisi", "1", "--keluaran", target],
            vec!["periksa", office.text(), "--tandai", target],
            vec!["rekap", office.text(), other.text(), "--keluaran", target],
            vec!["rekap", other.text(), "--keluaran", target],
            vec!["banding", office.text(), "--xlsx", &file],
            vec!["siapkan", target],
        ] {
            let run = iku(&call);
            assert!(
                run.status == 2 && run.stderr.contains("sebutkan folder lain") || call[0] == "banding",
                "{call:?} {}",
                run.stderr
            );
            assert_eq!(run.status, 2, "{call:?} {}", run.stderr);
        }
    }
    assert_eq!(std::fs::read_dir(other.path("data")).unwrap().count(), before);
    assert!(!other.path("templat/lain").exists());
}

#[test]
fn a_workbook_that_cannot_be_read_is_told() {
    let office = Office::salah("berkas-rusak");
    let out = tempfile::tempdir().unwrap();
    let run = iku(&["periksa", office.text(), "--tandai", out.path().to_str().unwrap()]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("data/Data 2021.xlsx: salinan bertanda tidak dapat dibuat"), "{}", run.stderr);
}
