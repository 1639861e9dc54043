//! A key of the profile settles what the last report set it against, and no other text.

use super::REPORT;
use crate::common::{Office, iku, small_profile, small_table};

const KEY: &str = "satuan_uang = \"rupiah\"";

/// The table below a caption.
fn table(caption: &str, volume: &str) -> String {
    let table = small_table(&[("A", volume), ("B", "300000000")]).replace(" (Rp)", "");
    if caption.is_empty() { table } else { format!("{caption}\n{table}") }
}

/// An office whose key says rupiah, whatever these captions of 2020 and 2021 say; its report of 2021 is made.
fn reported(captions: [&str; 2]) -> Office {
    let profile = small_profile("volume", "").replace("kunci = [", &format!("{KEY}\nkunci = ["));
    let (before, now) = (table(captions[0], "100000000"), table(captions[1], "150000000"));
    let office = Office::of(&profile, &[("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)]);
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    office
}

/// The office after its file of this year has this caption: how a run ends, and what it says.
fn then(office: &Office, year: u16, caption: &str) -> (i32, String) {
    office.write(&format!("data/keragaan {year}.csv"), table(caption, "150000000").as_bytes());
    let run = iku(&["buat", office.text(), "--tahun", &year.to_string()]);
    (run.status, run.stderr)
}

#[test]
fn a_key_goes_on_settling_what_it_was_set_against() {
    for (year, captions, caption) in [
        (2021, ["", "(dalam ribuan rupiah)"], "(dalam ribuan rupiah)"),
        (2021, ["", "(dalam ribuan rupiah)"], "(Rp ribu)"),
        (2021, ["", "(dalam ribuan rupiah)"], ""),
        (2021, ["", ""], ""),
        (2022, ["", "DATA KOPERASI TAHUN 2021 (dalam ribuan rupiah)"], "DATA KOPERASI TAHUN 2022 (dalam ribuan rupiah)"),
        (2022, ["(dalam ribuan rupiah)", ""], "(dalam ribuan rupiah)"),
    ] {
        let office = reported(captions);
        let (status, said) = then(&office, year, caption);
        assert_eq!((status, said.contains("profil-gugur")), (0, false), "{captions:?} {caption}: {said}");
    }
}

#[test]
fn a_key_settles_no_text_that_it_was_not_set_against() {
    for (year, captions, caption) in [
        (2021, ["", "(dalam ribuan rupiah)"], "(dalam jutaan rupiah)"),
        (2021, ["(dalam ribuan rupiah)", ""], "(dalam ribuan rupiah)"),
        (2021, ["", ""], "(dalam jutaan rupiah)"),
        (2022, ["", "(dalam ribuan rupiah)"], "(dalam jutaan rupiah)"),
    ] {
        let office = reported(captions);
        let (status, said) = then(&office, year, caption);
        assert_eq!((status, said.contains("profil-gugur")), (1, true), "{captions:?} {caption}: {said}");
        // Another key is an answer to what is written now.
        office.edit_profile(KEY, "satuan_uang = \"juta\"");
        let (status, said) = then(&office, year, caption);
        assert!(!said.contains("profil-gugur"), "{caption}: {status} {said}");
    }
}

#[test]
fn the_new_text_accepted_holds_in_every_later_run() {
    let office = reported(["", "(dalam ribuan rupiah)"]);
    let profile = String::from_utf8(office.read("iku.toml")).unwrap();
    let accept = |ditemukan: &str| {
        format!(
            "{profile}\n[[terima]]\nkode = \"profil-gugur\"\nsel = \"data/keragaan 2021.csv!A1\"\n{ditemukan}alasan = \"tetap rupiah\"\n"
        )
    };
    office.write("iku.toml", accept("").as_bytes());
    assert_eq!(then(&office, 2021, "(dalam jutaan rupiah)").0, 1, "what is stated gives way to what quotes it alone");
    office.write("iku.toml", accept("ditemukan = \"(dalam jutaan rupiah)\"\n").as_bytes());
    for revisi in [2, 2] {
        let (status, said) = then(&office, 2021, "(dalam jutaan rupiah)");
        assert_eq!((status, said.contains("terima-gugur")), (0, false), "{said}");
        assert_eq!(office.record()["revisi"], revisi, "{said}");
    }
    assert!(iku(&["buat", office.text(), "--revisi", "2"]).stderr.contains("sama persis"));
    assert_eq!(then(&office, 2021, "(dalam miliar rupiah)").0, 1);
    assert!(office.path(&format!("{REPORT}/arsip/rev-1")).is_dir());
}

#[test]
fn a_heading_that_the_profile_passes_over_is_held_against_the_last_one_too() {
    let with = |heading: &str, year: u16| {
        format!("No;Nama Koperasi;Nomor Badan Hukum;Omzet Bersih;{heading}\n1;A;BH/1/{year};150;900\n2;B;BH/2/2001;250;800\n")
    };
    let profile = format!("{}[sumber.keragaan.kolom]\nvolume_usaha = \"Omzet Bersih\"\n", small_profile("volume", ""));
    let (before, now) = (with("Volume Usaha", 2001), with("Volume Usaha", 2001));
    let office = Office::of(&profile, &[("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)]);
    assert_eq!(office.buat().status, 0);
    for (heading, status) in [("Volume Usaha (Rp)", 0), ("Jumlah Volume Usaha", 1)] {
        office.write("data/keragaan 2021.csv", with(heading, 2001).as_bytes());
        let run = office.buat();
        assert_eq!((run.status, run.stderr.contains("profil-gugur")), (status, status == 1), "{heading}: {}", run.stderr);
    }
}
