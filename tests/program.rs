//! The whole program, from the command line to the files it writes.

mod common;

use common::{Office, iku, small_profile, small_table};

const GROWTH: &str = "(volume[n] - volume[n-1]) / volume[n-1] * 100";

fn growth_office(before: &[(&str, &str)], now: &[(&str, &str)]) -> Office {
    let (before, now) = (small_table(before), small_table(now));
    Office::of(&small_profile(GROWTH, ""), &[("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)])
}

#[test]
fn the_sample_makes_its_three_files_and_then_leaves_them_alone() {
    let office = Office::sample();
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(run.stdout, "", "standard output carries only what was asked for");
    // Every line is ours: none of a library's own.
    let is_ours = |line: &str| {
        let starts = ["data/", "  peringatan[", "    ", "  1.1 ", "  2.1 ", "Salinan data yang dipakai disimpan"];
        line.is_empty() || starts.iter().any(|start| line.starts_with(start)) || line.contains(": laporan ditulis ke ")
    };
    let strange: Vec<&str> = run.stderr.lines().filter(|line| !is_ours(line)).collect();
    assert!(strange.is_empty(), "{strange:?}");
    assert_eq!(office.outputs(), ["iku-2021.json", "iku-2021.pdf", "iku-2021.xlsx"]);
    let record = office.record();
    assert_eq!(record["schema"], "iku-record/1");
    assert_eq!(record["indikator"][0]["tampil"], "8,18");
    assert_eq!(record["indikator"][1]["tampil"], "10,69");
    assert_eq!(record["indikator"][1]["lalu"][0]["status"], "tidak_ada");
    let before = std::fs::metadata(office.path("keluaran/2021/iku-2021.pdf")).unwrap().modified().unwrap();
    let again = office.buat();
    assert_eq!(again.status, 0);
    assert!(again.stderr.contains("tidak ada yang berubah"), "{}", again.stderr);
    assert_eq!(std::fs::metadata(office.path("keluaran/2021/iku-2021.pdf")).unwrap().modified().unwrap(), before);
}

#[test]
fn a_workbook_saved_again_with_equal_cells_is_no_change_but_a_touched_output_is() {
    let office = Office::sample();
    assert_eq!(office.buat().status, 0);
    let before = office.read("keluaran/2021/iku-2021.json");
    let name = "data/Data UMKM 2021.xlsx";
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(office.read(name))).unwrap();
    let mut again = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        again.start_file(part.name().unwrap().into_owned(), stored).unwrap();
        std::io::copy(&mut part, &mut again).unwrap();
    }
    office.write(name, &again.finish().unwrap().into_inner());
    let run = office.buat();
    assert!(run.stderr.contains("tidak ada yang berubah"), "{}", run.stderr);
    assert!(office.read("keluaran/2021/iku-2021.json") == before);
    office.write("keluaran/2021/iku-2021.pdf", b"cut short");
    let run = office.buat();
    assert!(run.stderr.contains("laporan ditulis"), "{}", run.stderr);
    assert!(office.read("keluaran/2021/iku-2021.pdf").starts_with(b"%PDF"));
}

/// Contract.md 4: where every figure, predikat and finding is equal, nothing is written. The data sheet holds what no figure
/// uses as well, and that alone makes no revision.
#[test]
fn a_cell_that_no_figure_uses_is_no_change_and_one_that_a_figure_rests_on_is() {
    let table = |one: &str, two: &str, shu: &str| {
        format!("No;Nama Koperasi;Nomor Badan Hukum;Volume Usaha (Rp);SHU\n1;A;BH/A/2001;{one};{shu}\n2;B;BH/B/2001;{two};7\n")
    };
    let office = Office::of(&small_profile("volume", ""), &[("data/keragaan 2021.csv", &table("100", "300", "5"))]);
    assert_eq!(office.buat().status, 0);
    let before = office.read("keluaran/2021/iku-2021.json");
    office.write("data/keragaan 2021.csv", table("100", "300", "6").as_bytes());
    let run = office.buat();
    assert!(run.stderr.contains("tidak ada yang berubah"), "{}", run.stderr);
    assert!(office.read("keluaran/2021/iku-2021.json") == before);
    // The same sum of other cells: each figure is followed back to those.
    office.write("data/keragaan 2021.csv", table("150", "250", "6").as_bytes());
    let run = office.buat();
    assert!(run.stderr.contains("laporan ditulis"), "{}", run.stderr);
    assert_eq!(office.record()["indikator"][0]["tampil"], "400,00");
}

/// A record that is gone is the cause, where nothing else is.
#[test]
fn a_revision_after_a_lost_record_says_so() {
    let office = growth_office(&[("A", "100")], &[("A", "150")]);
    assert_eq!(office.buat().status, 0);
    office.write("data/keragaan 2021.csv", small_table(&[("A", "160")]).as_bytes());
    assert_eq!(office.buat().status, 0);
    std::fs::remove_file(office.path("keluaran/2021/iku-2021.json")).unwrap();
    let run = office.buat();
    assert!(run.stderr.contains("catatan revisi") && !run.stderr.contains("susunan halaman"), "{}", run.stderr);
}

#[test]
fn any_word_of_the_profile_that_is_printed_is_a_change() {
    let office = Office::sample();
    assert_eq!(office.buat().status, 0);
    office.edit_profile("tempat  = \"Pasuruan\"", "tempat  = \"Bangil\"");
    let run = office.buat();
    assert!(run.stderr.contains("laporan ditulis"), "{}", run.stderr);
    office.edit_profile("orientasi = \"lanskap\"", "orientasi = \"potret\"");
    let run = office.buat();
    assert!(run.stderr.contains("laporan ditulis"), "{}", run.stderr);
}

#[test]
fn the_same_office_elsewhere_gives_the_same_bytes() {
    let (one, two) = (Office::sample(), Office::sample());
    assert_eq!(one.buat().status, 0);
    assert_eq!(two.buat().status, 0);
    for name in one.outputs() {
        let name = format!("keluaran/2021/{name}");
        assert!(one.read(&name) == two.read(&name), "{name} differs between two folders");
    }
}

#[test]
fn two_runs_in_one_process_give_the_same_bytes() {
    let office = Office::sample();
    let run = |target: &str| {
        let target = office.path(target);
        let args = ["iku", "buat", office.text(), "--keluaran", target.to_str().unwrap()];
        assert_eq!(iku::cli::run(args.map(Into::into)), 0);
    };
    run("a");
    run("b");
    for name in ["iku-2021.pdf", "iku-2021.xlsx", "iku-2021.json"] {
        assert!(office.read(&format!("a/{name}")) == office.read(&format!("b/{name}")), "{name} differs");
    }
}

#[test]
fn a_row_more_changes_the_figure_as_a_calculator_says() {
    let office = growth_office(&[("A", "100"), ("B", "300")], &[("A", "150"), ("B", "300")]);
    assert_eq!(office.buat().status, 0);
    assert_eq!(office.record()["indikator"][0]["nilai"], "12.5");
    let more = small_table(&[("A", "150"), ("B", "300"), ("C", "Rp 50,-")]);
    office.write("data/keragaan 2021.csv", more.as_bytes());
    assert_eq!(office.buat().status, 0);
    let record = office.record();
    assert_eq!(record["indikator"][0]["nilai"], "25");
    assert_eq!(record["indikator"][0]["tampil"], "25,00");
    assert_eq!(record["ukuran"][0]["nilai"], "500");
    assert_eq!(record["ukuran"][0]["jumlah_sel"], 3);
}

#[test]
fn a_third_indicator_needs_no_line_of_rust() {
    let office = Office::sample();
    let profile = String::from_utf8(office.read("iku.toml")).unwrap()
        + "\n[[sasaran.indikator]]\nnama = \"Prosentase Koperasi Aktif\"\nrumus = \"COUNT(keragaan WHERE aktif) / COUNT(keragaan) * 100\"\nsatuan = \"%\"\n";
    office.write("iku.toml", profile.as_bytes());
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    let record = office.record();
    let third = &record["indikator"][2];
    assert_eq!(third["id"], "2.2");
    assert_eq!(third["status"], "ok");
    assert_eq!(third["target"], serde_json::Value::Null);
}

#[test]
fn an_undefined_figure_is_a_value_with_its_reason() {
    let office = growth_office(&[("A", "-")], &[("A", "5")]);
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    let record = office.record();
    let figure = &record["indikator"][0];
    assert_eq!(figure["status"], "tidak_dapat_dihitung");
    assert_eq!(figure["tampil"], "tidak dapat dihitung");
    assert!(figure["sebab"].as_str().is_some_and(|sebab| !sebab.is_empty()));
    assert!(figure.get("nilai").is_none());
}

/// Last year's figure as the printed report had it, in juta, beside this year's data in rupiah.
#[test]
fn a_typed_value_in_another_unit_than_the_next_years_data_is_refused() {
    let run = |tetapan: &str| {
        let typed = format!("satuan = \"Rp\"\nasal = \"LKjIP\"\ntetapan = {{ 2020 = \"{tetapan}\" }}\n[ukuran.koperasi]");
        let profile = small_profile(GROWTH, "").replace("satuan = \"Rp\"\n[ukuran.koperasi]", &typed);
        let now = small_table(&[("A", "3.100.250.400"), ("B", "3.293.800.028")]);
        Office::of(&profile, &[("data/keragaan 2021.csv", &now)]).buat()
    };
    let refused = run("6.073");
    assert_eq!(refused.status, 1, "{}", refused.stderr);
    assert!(refused.stderr.contains("lompatan-satuan") && refused.stderr.contains("1.000.000 kali"), "{}", refused.stderr);
    assert_eq!(run("6.073.000.000").status, 0);
}

#[test]
fn a_wrong_cell_is_refused_by_its_place_and_the_old_report_stays() {
    let office = growth_office(&[("A", "100")], &[("A", "150")]);
    assert_eq!(office.buat().status, 0);
    let before: Vec<Vec<u8>> = office.outputs().iter().map(|name| office.read(&format!("keluaran/2021/{name}"))).collect();
    for (text, kode) in [("#REF!", "nilai-galat"), ("±3jt", "bukan-angka"), ("1,23E+09", "digit-hilang")] {
        office.write("data/keragaan 2021.csv", small_table(&[("KUD Tirtha", text)]).as_bytes());
        let run = office.buat();
        assert_eq!(run.status, 1, "{text}: {}", run.stderr);
        for part in ["data/keragaan 2021.csv", "D2", "KUD Tirtha", text, kode, "TIDAK dibuat"] {
            assert!(run.stderr.contains(part), "{text}: {part} is not in\n{}", run.stderr);
        }
        let after: Vec<Vec<u8>> = office.outputs().iter().map(|name| office.read(&format!("keluaran/2021/{name}"))).collect();
        assert!(before == after, "{text}: the earlier report was touched");
    }
}

#[test]
fn all_findings_come_in_one_run() {
    let office = growth_office(&[("A", "seratus")], &[("A", "#N/A"), ("B", "12 34 x")]);
    let run = office.buat();
    assert_eq!(run.status, 1);
    for place in ["keragaan 2020.csv", "keragaan 2021.csv", "D2", "D3", "#N/A", "seratus", "12 34 x"] {
        assert!(run.stderr.contains(place), "{place} is not in\n{}", run.stderr);
    }
    assert_eq!(office.outputs(), Vec::<String>::new());
}

#[test]
fn a_missing_year_file_or_column_is_refused() {
    let office = growth_office(&[("A", "100")], &[("A", "150")]);
    std::fs::remove_file(office.path("data/keragaan 2020.csv")).unwrap();
    let run = office.buat();
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("2020"), "{}", run.stderr);
    office.write("data/keragaan 2020.csv", b"No;Nama Koperasi;Nomor Badan Hukum;SHU\n1;A;BH/A;5\n");
    let run = office.buat();
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("kolom-tidak-ada") && run.stderr.contains("volume_usaha"), "{}", run.stderr);
    assert_eq!(office.outputs(), Vec::<String>::new());
}

#[test]
fn an_unreadable_workbook_is_refused_by_name() {
    let office = Office::sample();
    office.write("data/Data UMKM 2021.xlsx", b"PK\x03\x04 cut short");
    let run = office.buat();
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("data/Data UMKM 2021.xlsx") && run.stderr.contains("berkas-rusak"), "{}", run.stderr);
    assert_eq!(office.outputs(), Vec::<String>::new());
}

#[test]
fn a_profile_error_names_its_line_and_the_nearest_key() {
    let office = Office::sample();
    office.edit_profile("satuan  = \"usaha\"", "satuann = \"usaha\"");
    let run = office.buat();
    assert_eq!(run.status, 2);
    let line =
        1 + String::from_utf8(office.read("iku.toml")).unwrap().lines().position(|line| line.starts_with("satuann")).unwrap();
    assert!(run.stderr.contains(&format!("iku.toml:{line}:")), "{}", run.stderr);
    assert!(run.stderr.contains("`satuan`"), "{}", run.stderr);
    assert_eq!(office.outputs(), Vec::<String>::new());
}

#[test]
fn a_misspelt_formula_is_answered_with_the_right_word_before_any_workbook_is_opened() {
    let office = Office::sample();
    office.edit_profile("(volume_usaha[n] -", "(volume_usah[n] -");
    office.write("data/Data UMKM 2021.xlsx", b"no workbook at all");
    let run = office.buat();
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.contains("volume_usaha") && run.stderr.contains("^^^^"), "{}", run.stderr);
    assert!(!run.stderr.contains("Data UMKM"), "{}", run.stderr);
}

#[test]
fn several_offices_have_one_summary_and_never_one_folder() {
    let (first, second) = (Office::sample(), Office::sample());
    let out = tempfile::tempdir().unwrap();
    let run = iku(&["buat", first.text(), second.text(), "--keluaran", out.path().to_str().unwrap(), "--json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let summaries: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(summaries.as_array().map(Vec::len), Some(2));
    let run = iku(&["buat", first.text(), first.text(), "--keluaran", out.path().join("lain").to_str().unwrap()]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("saling menimpa") && !out.path().join("lain").exists(), "{}", run.stderr);
}

#[test]
fn a_profile_that_is_not_filled_in_makes_no_report() {
    let office = Office::sample();
    office.edit_profile("daerah = \"Kota Pasuruan\"", "daerah = \"Kota …\"");
    office.edit_profile("nama    = \"Drs. H. EDY ANA SETYOWIDODO, MM\"", "nama    = \"…\"");
    let run = office.buat();
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.contains("`daerah` belum diisi") && run.stderr.contains("`nama` belum diisi"), "{}", run.stderr);
}

#[test]
fn wrong_usage_is_status_2_and_says_what_to_write() {
    for (call, said) in [
        (&["buatkan"][..], "Pemakaian keliru: perintah `buatkan` tidak dikenal; mungkin maksudnya `buat`.\nLihat: iku --help\n"),
        (
            &["generate", "--thun", "2021"],
            "Pemakaian keliru: pilihan `--thun` tidak dikenal di sini; mungkin maksudnya `--tahun`.\nLihat: iku buat --help\n",
        ),
        (
            &["buat", "--tahun", "dua ribu"],
            "Pemakaian keliru: `dua ribu` bukan tahun; tulis empat angka, misalnya --tahun 2021.\nLihat: iku buat --help\n",
        ),
        (&["buat", "--tahun"], "Pemakaian keliru: `--tahun <N>` belum diisi.\nLihat: iku buat --help\n"),
        (&["lihat"], "Pemakaian keliru: yang wajib belum ditulis: FILE.\nLihat: iku lihat --help\n"),
        (
            &["buat", "--draf", "--draf"],
            "Pemakaian keliru: `--draf` tidak dapat ditulis dua kali, atau bersama pilihan lain yang ditulis.\nLihat: iku buat --help\n",
        ),
    ] {
        let run = iku(call);
        assert_eq!((run.status, run.stderr.as_str(), run.stdout.as_str()), (2, said, ""));
    }
    assert_eq!(iku(&["buat", "/tidak/ada"]).status, 2);
}

/// Every word of the help is ours: clap's own are English.
#[test]
fn help_is_indonesian_and_status_0() {
    for call in [
        &["--help"][..],
        &["buat", "-h"],
        &["periksa", "--help"],
        &["lihat", "--help"],
        &["jelaskan", "--help"],
        &["siapkan", "--help"],
    ] {
        let run = iku(call);
        assert_eq!(run.status, 0);
        assert!(run.stdout.contains("Pemakaian: iku") && run.stdout.contains("Pilihan:"), "{}", run.stdout);
        for word in ["Usage", "Options", "Arguments", "Commands", "Print", "default"] {
            assert!(!run.stdout.contains(word), "{call:?} says {word}: {}", run.stdout);
        }
    }
    assert!(iku(&["--version"]).stdout.starts_with("iku "));
}

#[test]
fn a_draft_is_made_beside_the_report_and_says_so() {
    let office = growth_office(&[("A", "100")], &[("A", "150"), ("B", "rusak")]);
    let run = iku(&["buat", office.text(), "--draf"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert_eq!(office.outputs(), ["iku-2021-draf.json", "iku-2021-draf.pdf", "iku-2021-draf.xlsx"]);
    let record: serde_json::Value = serde_json::from_slice(&office.read("keluaran/2021/iku-2021-draf.json")).unwrap();
    assert_eq!(record["draf"], true);
}

#[test]
fn checking_writes_nothing_and_prints_the_record() {
    let office = Office::sample();
    let run = iku(&["periksa", office.text(), "--json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let record: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert!(record.get("luaran").is_none());
    assert_eq!(record["indikator"][0]["tampil"], "8,18");
    assert!(!office.path("keluaran").exists());
}

#[test]
fn a_code_is_explained_and_a_misspelt_one_answered() {
    let run = iku(&["jelaskan", "bukan-angka"]);
    assert_eq!(run.status, 0);
    assert!(run.stdout.starts_with("bukan-angka (galat)"), "{}", run.stdout);
    let run = iku(&["jelaskan", "bukan-anka"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("`bukan-angka`"), "{}", run.stderr);
}

#[test]
fn several_folders_are_made_at_once_and_the_highest_status_counts() {
    let good = growth_office(&[("A", "100")], &[("A", "150")]);
    let bad = growth_office(&[("A", "100")], &[("A", "?!")]);
    let run = iku(&["buat", good.text(), bad.text()]);
    assert_eq!(run.status, 1);
    assert_eq!(good.outputs().len(), 3);
    assert_eq!(bad.outputs(), Vec::<String>::new());
}

#[test]
fn a_nik_never_appears_in_full() {
    let office = Office::sample();
    assert_eq!(office.buat().status, 0);
    let record = String::from_utf8(office.read("keluaran/2021/iku-2021.json")).unwrap();
    let long_runs =
        |text: &str| text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 16 && run.starts_with("9975")).count();
    assert_eq!(long_runs(&record), 0);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(office.read("keluaran/2021/iku-2021.xlsx"))).unwrap();
    for index in 0..archive.len() {
        let mut text = String::new();
        if std::io::Read::read_to_string(&mut archive.by_index(index).unwrap(), &mut text).is_ok() {
            assert_eq!(long_runs(&text), 0, "part {index}");
        }
    }
}

#[test]
fn a_new_office_folder_is_ready_to_be_filled_and_never_overwritten() {
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path().join("kantor");
    let folder = folder.to_str().unwrap();
    let run = iku(&["siapkan", folder, "--tahun", "2021"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    // What is printed must be filled in first.
    let run = iku(&["periksa", folder]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.contains("belum diisi"), "{}", run.stderr);
    let profile = std::path::Path::new(folder).join("iku.toml");
    let text = std::fs::read_to_string(&profile).unwrap();
    let filled = text.replace("nip     = \"…\"", "nip     = \"19640505 199303 1 012\"").replace('…', "Contoh");
    #[expect(clippy::disallowed_methods, reason = "a test fills in its own profile")]
    std::fs::write(&profile, filled).unwrap();
    // Blank workbooks have headings that fit but no row: the year is missing, nothing else.
    let run = iku(&["periksa", folder, "--json"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    let record: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let galat: Vec<&str> = record["temuan"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["tingkat"] == "galat")
        .map(|one| one["kode"].as_str().unwrap())
        .collect();
    assert!(!galat.is_empty() && galat.iter().all(|kode| *kode == "tahun-tidak-ada"), "{galat:?}");
    let again = iku(&["siapkan", folder]);
    assert_eq!(again.status, 2);
    assert!(again.stderr.contains("sudah ada"), "{}", again.stderr);
}

#[test]
fn an_edited_template_is_used_and_its_mistake_is_named_by_line() {
    let office = Office::sample();
    let run = iku(&["siapkan", office.text(), "--templat", "iku"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(office.buat().status, 0);
    let template = String::from_utf8(office.read("templat/iku/capaian.xml")).unwrap();
    let line = 1 + template.lines().position(|line| line.contains("<judul tingkat=\"1\">")).unwrap();
    office.write("templat/iku/capaian.xml", template.replacen("<judul tingkat", "<judull tingkat", 1).as_bytes());
    let run = office.buat();
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.contains(&format!("capaian.xml, baris {line}")) && run.stderr.contains("judul"), "{}", run.stderr);
}

#[test]
fn what_the_pages_need_is_looked_for_by_periksa_too_and_leaves_no_folder() {
    for (from, to, said) in [
        ("tahun     = 2021", "tahun     = 2021\ntemplat   = \"tak-ada\"", "tak-ada"),
        (
            "[penandatangan]",
            "[laporan.kop]\nlambang = \"templat/tak.png\"\nbaris = [\"A\"]\n\n[penandatangan]",
            "templat/tak.png",
        ),
        ("huruf     = \"Arial\"", "bagian    = [\"iku\", \"grafik-sendiri\"]", "grafik-sendiri"),
    ] {
        let office = Office::sample();
        office.edit_profile(from, to);
        for command in ["periksa", "buat"] {
            let run = iku(&[command, office.text()]);
            assert!(run.status == 2 && run.stderr.contains(said), "{command} {said}: {} {}", run.status, run.stderr);
        }
        assert!(!office.path("keluaran").exists(), "{said}");
    }
}

#[test]
fn a_template_cannot_print_another_figure_under_a_figures_name() {
    let office = Office::sample();
    assert_eq!(iku(&["siapkan", office.text(), "--templat", "iku"]).status, 0);
    let template = String::from_utf8(office.read("templat/iku/capaian.xml")).unwrap();
    let shown = ">{{ baris.realisasi.tampil }}</angka>";
    assert!(template.contains(shown));
    for (text, told) in [(">9,99</angka>", "9,99"), (">{{ baris.target }}</angka>", "7,50")] {
        office.write("templat/iku/capaian.xml", template.replace(shown, text).as_bytes());
        let run = office.buat();
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains("capaian.xml, baris") && run.stderr.contains(told), "{}", run.stderr);
        assert!(run.stderr.contains("8,18"), "{}", run.stderr);
    }
}

/// A part of a workbook's package.
fn part_of(book: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
    text
}

/// How many cells of the sheet Capaian hold a figure whose format shows it as doubtful.
fn doubtful_cells(book: &[u8]) -> usize {
    let part = |name: &str| part_of(book, name);
    let (styles, sheet) = (part("xl/styles.xml"), part("xl/worksheets/sheet2.xml"));
    let attribute =
        |tag: &str, name: &str| tag.split(&format!("{name}=\"")).nth(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    let codes: Vec<String> =
        styles.split("<numFmt ").skip(1).filter(|tag| tag.contains("(?)")).filter_map(|tag| attribute(tag, "numFmtId")).collect();
    let formats = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).enumerate();
    let marked: Vec<String> = formats
        .filter(|(_, tag)| attribute(tag, "numFmtId").is_some_and(|id| codes.contains(&id)))
        .map(|(index, _)| index.to_string())
        .collect();
    let cells = sheet.split("<c ").skip(1).filter(|cell| cell.contains("<v>"));
    cells.filter(|cell| attribute(cell, "s").is_some_and(|style| marked.contains(&style))).count()
}

#[test]
fn a_draft_marks_an_indicator_that_takes_doubtful_data_itself() {
    let marks = |rumus: &str, volume: &str| {
        let table = small_table(&[("A", volume), ("B", "20")]);
        let more = "arah = \"naik\"\ntarget = { 2021 = 10 }\n";
        let office = Office::of(&small_profile(rumus, more), &[("data/keragaan 2021.csv", &table)]);
        iku(&["buat", "--draf", office.text()]);
        let book = office.read("keluaran/2021/iku-2021-draf.xlsx");
        let on_perhitungan = part_of(&book, "xl/sharedStrings.xml").contains(" (?)</t>");
        (doubtful_cells(&book), on_perhitungan)
    };
    // The realisasi and the capaian that is taken from it.
    assert_eq!(marks("SUM(keragaan.volume_usaha)", "?!"), (2, true));
    assert_eq!(marks("volume", "?!"), (2, true));
    assert_eq!(marks("SUM(keragaan.volume_usaha)", "10"), (0, false));
}

/// What the page marks with `(?)` the record of a draft and of a check marks too.
#[test]
fn doubtful_figures_are_marked_in_records() {
    let files = |volume: &str| small_table(&[("A", volume), ("B", "20")]);
    for (volume, ragu) in [("?!", true), ("10", false)] {
        let office = Office::of(&small_profile("volume", ""), &[("data/keragaan 2021.csv", &files(volume))]);
        iku(&["buat", "--draf", office.text()]);
        let draft: serde_json::Value = serde_json::from_slice(&office.read("keluaran/2021/iku-2021-draf.json")).unwrap();
        let checked: serde_json::Value = serde_json::from_str(&iku(&["periksa", "--json", office.text()]).stdout).unwrap();
        for record in [draft, checked] {
            for one in [&record["ukuran"][0], &record["indikator"][0]] {
                assert_eq!(one.get("ragu").is_some(), ragu, "{one}");
            }
        }
    }
}

#[test]
fn a_paper_lies_as_it_is_said_to_however_its_sides_are_given() {
    let office = growth_office(&[("A", "100")], &[("A", "150")]);
    let size = |kertas: &str, orientasi: &str| {
        let key = format!("[laporan]\nkertas = {kertas}\norientasi = \"{orientasi}\"\n");
        let profile = small_profile(GROWTH, "").replacen("[laporan]\n", &key, 1);
        office.write("iku.toml", profile.as_bytes());
        let run = office.buat();
        assert_eq!(run.status, 0, "{}", run.stderr);
        let pdf = lopdf::Document::load_mem(&office.read("keluaran/2021/iku-2021.pdf")).unwrap();
        let page = pdf.get_pages()[&1];
        let sides = pdf.get_dictionary(page).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
        [2, 3].map(|at| sides[at].as_float().unwrap().round() as i32)
    };
    assert_eq!(size("[330, 210]", "lanskap"), size("[210, 330]", "lanskap"));
    assert_eq!(size("[330, 210]", "potret"), size("[210, 330]", "potret"));
    assert!(size("[330, 210]", "lanskap")[0] > size("[330, 210]", "potret")[0]);
}

/// Each built-in template is copied whole and works as it is.
#[test]
fn every_built_in_template_is_copied_to_be_edited() {
    for name in ["iku", "iku-alasan", "iku-definisi"] {
        let office = Office::sample();
        let run = iku(&["siapkan", office.text(), "--templat", name]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        for file in ["iku.xml", "capaian.xml", "perhitungan.xml", "catatan.xml", "potongan-rumus.xml"] {
            assert!(!office.read(&format!("templat/{name}/{file}")).is_empty());
        }
        office.edit_profile("[laporan]\n", &format!("[laporan]\ntemplat = \"{name}\"\n"));
        // A slip in the copy is pointed at: so it is the copy that was used.
        let form = String::from_utf8(office.read(&format!("templat/{name}/iku.xml"))).unwrap();
        office.write(&format!("templat/{name}/iku.xml"), form.replacen("<tabel ringkasan", "<tabel ringksan", 1).as_bytes());
        let run = office.buat();
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains("maksud Anda ringkasan?") && run.stderr.contains("\n           ^^^^^^^^"), "{}", run.stderr);
        office.write(&format!("templat/{name}/iku.xml"), form.as_bytes());
        let run = office.buat();
        assert_eq!(run.status, 0, "{}", run.stderr);
    }
}
