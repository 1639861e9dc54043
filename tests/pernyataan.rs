//! What the pages say beside the figures is true: what was accepted and what counts for it, how many rows a figure
//! rests on, what moved, what is missing.

mod common;

use common::book::Book;
use common::drawn;
use common::{Office, iku, small_profile, small_table};

const GROWTH: &str = "(volume[n] - volume[n-1]) / volume[n-1] * 100";

fn office(more: &str, now: &[(&str, &str)]) -> Office {
    let before = small_table(&[("KSP Satu", "1.000.000"), ("KSP Dua", "2.000.000"), ("KSP Tiga", "3.000.000")]);
    Office::of(
        &small_profile(GROWTH, more),
        &[("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &small_table(now))],
    )
}

fn texts(book: &mut Book, sheet: &str) -> Vec<String> {
    use calamine::Reader;
    let range = book.0.worksheet_range(sheet).unwrap();
    range.used_cells().map(|(_, _, value)| value.to_string()).collect()
}

#[test]
fn what_counts_for_an_accepted_finding_is_printed() {
    let accept = |nilai: &str| {
        format!(
            "[[terima]]\nkode = \"bukan-angka\"\nsel = \"data/keragaan 2021.csv!D3\"\nditemukan = \"±5 jt\"\n{nilai}alasan = \"Sudah ditanyakan\"\n"
        )
    };
    let rows = [("KSP Satu", "1.500.000"), ("KSP Dua", "±5 jt"), ("KSP Tiga", "3.500.000")];
    let told = |nilai: &str| {
        let office = office(&accept(nilai), &rows);
        let mut book = Book::made(&office);
        let record = office.record();
        let own = record["temuan"].as_array().unwrap().iter().find(|one| one["kode"] == "bukan-angka").unwrap().clone();
        let akibat = own["akibat"].as_str().unwrap().to_owned();
        let line = format!("Diterima, {}: Sudah ditanyakan", akibat.replace('`', "\""));
        assert!(texts(&mut book, "Catatan").iter().any(|text| text.contains(&line)), "{line}");
        let shown = iku(&["periksa", "--catatan", office.text()]);
        assert!(format!("{}{}", shown.stdout, shown.stderr).contains(&akibat), "{}", shown.stderr);
        akibat
    };
    assert_eq!(told("nilai = \"99.000.000\"\n"), "yang dihitung `99.000.000`");
    assert_eq!(told(""), "dihitung sebagai belum ada data");
}

#[test]
fn a_row_is_counted_once_where_two_aggregates_look_at_it() {
    let more = "[ukuran.jarak]\nrumus = \"MAX(keragaan.volume_usaha) - MIN(keragaan.volume_usaha)\"\nsebutan = \"Jarak\"\nsatuan = \"Rp\"\n\
                [[sasaran.indikator]]\nnama = \"Jarak\"\nrumus = \"jarak\"\nsatuan = \"Rp\"\n";
    let office = office("", &[("KSP Satu", "1.500.000"), ("KSP Dua", "2.000.000"), ("KSP Tiga", "3.500.000")]);
    let profile = String::from_utf8(office.read("iku.toml")).unwrap();
    let profile = profile
        .replace("tahun = 2021", "tahun = 2021\nbagian = [\"iku\", \"capaian\", \"perhitungan\", \"catatan\", \"pengesahan\"]");
    let (measure, indicator) = more.split_once("[[sasaran.indikator]]").unwrap();
    let profile = profile.replace("[[sasaran]]", &format!("{measure}[[sasaran]]"));
    office.write("iku.toml", format!("{profile}\n[[sasaran.indikator]]{indicator}").as_bytes());
    let mut book = Book::made(&office);
    let formulas = book.formulas();
    // The count stands where rows are counted, and follows a change there.
    let rests = |name: &str| formulas.iter().filter(|(sheet, formula)| sheet == "Pengesahan" && formula == name).count();
    assert_eq!(rests("jarak_2021_dihitung"), 1, "{formulas:?}");
    let place = book.named("jarak_2021_dihitung").unwrap();
    assert_eq!(book.value(&place).to_string(), "3");
    assert!(rests("berkas_1_baris") == 1 || rests("berkas_2_baris") == 1, "{formulas:?}");
}

#[test]
fn a_figure_from_outside_that_nobody_filled_in_is_told() {
    let more = "[[sasaran.indikator]]\nnama = \"Nilai SAKIP\"\nrumus = \"sakip\"\n";
    let rows = [("KSP Satu", "1.500.000"), ("KSP Dua", "2.000.000"), ("KSP Tiga", "3.500.000")];
    let office = office(more, &rows);
    let with = |tetapan: &str| {
        let profile = String::from_utf8(office.read("iku.toml")).unwrap();
        let (head, _) = profile.split_once("[ukuran.sakip]").unwrap_or((&profile, ""));
        let tail = profile.find("[[sasaran]]").map_or("", |at| &profile[at..]);
        let head = head.split("[[sasaran]]").next().unwrap_or_default();
        let sakip = format!("[ukuran.sakip]\nsebutan = \"Nilai SAKIP\"\nasal = \"Inspektorat\"\ntetapan = {{ {tetapan} }}\n");
        office.write("iku.toml", format!("{head}{sakip}{tail}").as_bytes());
        iku(&["periksa", office.text()])
    };
    let lacking = with("2020 = 70");
    assert_eq!(lacking.status, 1, "{}", lacking.stderr);
    let said = format!("{}{}", lacking.stdout, lacking.stderr);
    assert!(said.contains("galat[tahun-tidak-ada]"), "{said}");
    assert!(said.contains("Angka `sakip` untuk tahun 2021 belum diisi pada `tetapan`, padahal diperlukan oleh `1.2`."), "{said}");
    assert!(said.contains("tetapan = { 2021 = \"…\" }"), "{said}");
    let filled = with("2020 = 70, 2021 = 71");
    assert_eq!(filled.status, 0, "{}", filled.stderr);
}

#[test]
fn a_changed_final_target_is_a_figure_that_moved() {
    let rows = [("KSP Satu", "1.500.000"), ("KSP Dua", "2.000.000"), ("KSP Tiga", "3.500.000")];
    let office = office("target = { 2021 = 10 }\narah = \"naik\"\ntarget_akhir = { 2026 = 20 }\n", &rows);
    assert_eq!(office.buat().status, 0);
    office.edit_profile("target_akhir = { 2026 = 20 }", "target_akhir = { 2026 = 40 }");
    let told = iku(&["banding", office.text()]);
    let said = format!("{}{}", told.stdout, told.stderr);
    assert!(said.contains("target akhir 2021: 20,00 (2026) -> 40,00 (2026)"), "{said}");
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    let record = office.record();
    let moved: Vec<&str> =
        record["perubahan"][0]["angka"].as_array().unwrap().iter().filter_map(|one| one["tentang"].as_str()).collect();
    assert_eq!(moved, ["target_akhir", "kemajuan"], "{record:#}");
}

/// Totals that nobody stated agree with nothing.
#[test]
fn the_page_of_approval_speaks_of_totals_where_some_were_held_against_their_rows() {
    let rows = [("KSP Satu", "1.500.000"), ("KSP Dua", "2.000.000"), ("KSP Tiga", "3.500.000")];
    let said = |stated: bool| {
        let office = office("", &rows);
        let profile = String::from_utf8(office.read("iku.toml")).unwrap();
        let parts = "tahun = 2021\nbagian = [\"iku\", \"capaian\", \"pengesahan\"]";
        office.write("iku.toml", profile.replace("tahun = 2021", parts).as_bytes());
        if stated {
            let table = String::from_utf8(office.read("data/keragaan 2021.csv")).unwrap();
            office.write("data/keragaan 2021.csv", format!("{table};JUMLAH;;7.000.000\n").as_bytes());
        }
        let mut book = Book::made(&office);
        let lines = texts(&mut book, "Pengesahan");
        lines.into_iter().find(|text| text.contains("sama dengan jumlah barisnya"))
    };
    assert_eq!(said(false), None);
    assert!(said(true).is_some_and(|line| line.contains("(1 sel)")));
}

/// `n/a` has a cause of its own where data and target are there; in the workbook, where they may change, a rule says when.
#[test]
fn a_target_of_nil_is_no_missing_target() {
    let rows = [("KSP Satu", "1.500.000"), ("KSP Dua", "2.000.000"), ("KSP Tiga", "3.500.000")];
    let said = |target: &str| {
        let office = office(&format!("arah = \"naik\"\ntarget = {{ 2021 = {target} }}\n"), &rows);
        let mut book = Book::made(&office);
        let sheet = texts(&mut book, "Capaian");
        assert!(!sheet.iter().any(|text| text.contains("n/a karena")), "{sheet:?}");
        assert!(sheet.iter().any(|text| text.starts_with("Capaian juga tertulis n/a bila targetnya")), "{sheet:?}");
        let file = lopdf::Document::load_mem(&office.read("keluaran/2021/iku-2021.pdf")).unwrap();
        let words = drawn::pages(&file).concat().join(" ");
        words.contains("Capaian indikator 1.1 tertulis n/a karena targetnya nol.")
    };
    assert!(!said("5"));
    assert!(said("0"));
}

/// A target that is typed over is taken as a number, shown whole, and none where it is emptied.
#[test]
fn a_changed_target_shows_what_it_is() {
    let rows = [("KSP Satu", "1.500.000"), ("KSP Dua", "2.000.000"), ("KSP Tiga", "3.500.000")];
    let office = office("arah = \"naik\"\ndesimal = 0\ntarget = { 2021 = 5 }\n", &rows);
    let mut book = Book::made(&office);
    let formulas = book.formulas();
    let target = formulas.iter().find(|(_, formula)| formula.contains("iku_1_1_2021_target,\"n/a\"")).cloned();
    assert!(target.is_some_and(|(_, formula)| formula.contains("IF(ISNUMBER(iku_1_1_2021_target)")), "{formulas:?}");
    let bytes = office.read("keluaran/2021/iku-2021.xlsx");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut with = |mark: &str| {
        let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(|name| name.into_owned()).collect();
        let holds = |name: &String| {
            let mut text = String::new();
            let read = std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text);
            read.is_ok() && text.contains(mark)
        };
        names.into_iter().filter(holds).count()
    };
    // The block Target, and the page Capaian that shows it.
    assert_eq!(with("ROUND("), 2);
    assert_eq!(with("<formula1>OR(ISNUMBER("), 1);
    assert_eq!(with("#,##0.0#########"), 1);
}

/// A word typed into a column of dates that a condition asks for is seen beside its row.
#[test]
fn a_word_among_dates_is_seen() {
    let table = "No;Nama Koperasi;Nomor Badan Hukum;Tanggal RAT\n1;KSP Satu;1/BH/2001;05/04/2021\n2;KSP Dua;2/BH/2001;\n3;KSP Tiga;3/BH/2001;07/03/2021\n";
    let profile =
        small_profile("koperasi", "").replace("SUM(keragaan.volume_usaha)", "COUNT(keragaan WHERE tanggal_rat IS NOT EMPTY)");
    let office = Office::of(&profile.replace("rumus = \"koperasi\"", "rumus = \"volume\""), &[("data/keragaan 2021.csv", table)]);
    let mut book = Book::made(&office);
    let checks: Vec<String> =
        book.formulas().into_iter().map(|(_, formula)| formula).filter(|formula| formula.contains("teks, bukan angka")).collect();
    assert!(!checks.is_empty() && checks.iter().all(|formula| formula.contains("COUNTA(")), "{checks:?}");
}
