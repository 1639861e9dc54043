//! `samples/salah` has an office for every finding's code, exactly as its generator makes it.

#[path = "../examples/make_salah/salah/mod.rs"]
mod salah;

use iku::diagnostic::Kode;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/salah")
}

/// The files of an office, but for the golden words of its findings.
fn files_below(folder: &Path, name: &str, files: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let own = entry.file_name().into_string().unwrap();
        let name = format!("{name}/{own}");
        if entry.path().is_dir() {
            files_below(&entry.path(), &name, files);
        } else if own != "temuan.txt" {
            files.insert(name);
        }
    }
}

#[test]
fn committed_offices_are_what_the_generator_makes() {
    let mut made = BTreeSet::new();
    for (name, bytes) in salah::files().unwrap() {
        let committed = std::fs::read(folder().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(committed == bytes, "{name} differs: run `cargo run --example make_salah` and review the change");
        assert!(made.insert(name.clone()), "{name} is made twice");
    }
    let mut present = BTreeSet::new();
    for office in std::fs::read_dir(folder()).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        let kode = office.file_name().into_string().unwrap();
        files_below(&office.path(), &kode, &mut present);
    }
    assert_eq!(made, present);
}

#[test]
fn every_code_has_its_office_and_says_where_the_fault_is() {
    for kode in Kode::ALL {
        let profile = std::fs::read_to_string(folder().join(kode.text()).join("iku.toml"))
            .unwrap_or_else(|error| panic!("{}: {error}", kode.text()));
        assert!(profile.starts_with(&format!("# temuan: {} di ", kode.text())), "{}", kode.text());
        assert!(profile.parse::<toml::Table>().is_ok(), "{}", kode.text());
    }
    let offices = std::fs::read_dir(folder()).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_dir()).count();
    assert_eq!(offices, Kode::ALL.len());
}
