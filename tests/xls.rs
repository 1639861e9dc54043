//! Old .xls files, read by the program's own child process.

mod common;

use common::{Office, iku};
use iku::profile::Limits;
use iku::workbook::Reader;
use std::path::Path;

fn program() -> Reader {
    Reader::new(Limits::default()).with_child(env!("CARGO_BIN_EXE_iku").into())
}

#[test]
fn the_child_gives_what_reading_in_process_gives() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/libreoffice.xls");
    let own = Reader::new(Limits::default()).read(&path, "data/a.xls").unwrap();
    let child = program().read(&path, "data/a.xls").unwrap();
    assert_eq!(own.sha256, child.sha256);
    assert!(own.sheets.len() == 2 && own.sheets[0].cells.len() > 15);
    assert_eq!(format!("{:?}", own.sheets), format!("{:?}", child.sheets));
}

#[test]
fn an_office_with_an_old_workbook_has_the_figures_of_the_new_one() {
    let old = Office::salah("tersembunyi-tidak-diketahui");
    let new = Office::salah("terima-gugur");
    let figure = |office: &Office| {
        let run = iku(&["periksa", "--json", office.text()]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let record: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        record["indikator"][0]["nilai"].as_str().unwrap().to_owned()
    };
    assert_eq!(figure(&old), figure(&new));
}

#[test]
fn a_cut_one_is_damaged_or_whole_in_all_that_counts() {
    let office = Office::salah("tersembunyi-tidak-diketahui");
    let whole = office.read("data/Data 2021.xls");
    let figure = |run: &common::Run| {
        let record: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        record["indikator"][0]["nilai"].as_str().map(str::to_owned)
    };
    let expected = figure(&iku(&["periksa", "--json", office.text()]));
    assert!(expected.is_some());
    let mut refused = 0;
    for cut in (600..whole.len()).step_by(512) {
        office.write("data/Data 2021.xls", &whole[..cut]);
        let run = iku(&["periksa", "--json", office.text()]);
        // The document's properties stand behind the sheets: without them nothing that counts is lost.
        if run.status == 0 {
            assert_eq!(figure(&run), expected, "{cut}: read in part, and not said");
        } else {
            assert!(run.status == 1 && run.stdout.contains("\"berkas-rusak\""), "{cut}: {}", run.stderr);
            refused += 1;
        }
    }
    assert!(refused > 5, "{refused}");
}

#[test]
fn the_child_refuses_what_it_was_not_asked_for() {
    let run = iku(&["__baca"]);
    assert_eq!((run.status, run.stdout.as_str()), (3, ""));
    let run = iku(&["__baca", "/tidak/ada.xls"]);
    assert_eq!((run.status, run.stdout.as_str()), (3, ""));
}
