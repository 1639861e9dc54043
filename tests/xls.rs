//! Old .xls files, read by the program's own child process.

mod common;

use common::{Office, iku, program_path};
use iku::profile::Limits;
use iku::vocabulary::CellAddress;
use iku::workbook::{NumberStyle, Reader};
use std::path::Path;

fn program() -> Reader {
    Reader::new(Limits::default()).with_child(program_path().into())
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
fn how_cells_are_shown_comes_through_the_child() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tampilan.xls");
    let own = Reader::new(Limits::default()).read(&path, "data/a.xls").unwrap();
    let child = program().read(&path, "data/a.xls").unwrap();
    assert_eq!(format!("{:?}", own.sheets), format!("{:?}", child.sheets));
    let sheet = &child.sheets[0];
    assert_eq!((sheet.hidden_rows.contains(3), sheet.hidden_columns.contains(3)), (Some(true), Some(true)));
    assert_eq!((sheet.hidden_rows.contains(2), sheet.struck.len()), (Some(false), 1));
    let styles: Vec<NumberStyle> = (1..4).filter_map(|row| Some(sheet.cell(CellAddress::new(row, 2))?.style)).collect();
    assert_eq!(styles, [NumberStyle::Scaled { power: 6 }, NumberStyle::Percent, NumberStyle::General]);
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

/// The child is stopped at its answer, which nobody takes; then whoever held its standard
/// input open, as its parent does, is killed.
#[cfg(unix)]
#[test]
fn the_child_ends_when_its_parent_is_killed() {
    use std::process::{Command, Stdio};
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/libreoffice.xls");
    let hash = iku::deliver::sha256_hex(&std::fs::read(&path).unwrap());
    let mut parent = Command::new("cat").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    // A pipe holds 64 KiB: what the shell puts into it first leaves no room for the answer.
    let full = "head -c 65536 /dev/zero; exec \"$@\"";
    let mut child = Command::new("sh")
        .args(["-c", full, "sh", &program_path(), "__baca", path.to_str().unwrap(), &hash])
        .arg("512,16000000,256,32767,1000,1000,200000,100,30")
        .stdin(Stdio::from(parent.stdout.take().unwrap()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let ended = |child: &mut std::process::Child, most: u32| {
        (0..most).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(50));
            child.try_wait().unwrap().is_some()
        })
    };
    assert!(!ended(&mut child, 20), "it did not wait for its answer to be taken");
    parent.kill().unwrap();
    parent.wait().unwrap();
    let gone = ended(&mut child, 400);
    let _ = child.kill();
    assert!(gone, "it lives on without its parent");
    assert_eq!(child.wait().unwrap().code(), Some(3));
}
