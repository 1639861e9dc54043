//! The summary of many offices: what is matched, what adds up, who is told of, and
//! that its files are as good as a report's.

mod common;

use calamine::{Reader, Xlsx};
use common::tagged::structure;
use common::{Office, iku};
use lopdf::Document;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test lays out its own folders")]
    fs::write(path, bytes).unwrap();
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A number with two decimals as reports show it.
fn tampil(number: &str) -> String {
    iku::vocabulary::tampil(number.parse().unwrap(), 2)
}

/// An office's record by hand: growth of a sum, an average, and an entered predicate.
fn record(daerah: &str, volume: [&str; 2], edit: impl FnOnce(&mut Value)) -> Vec<u8> {
    let measure = |nama: &str, tahun: i32, nilai: &str, rumus: Option<&str>| json!({ "nama": nama, "tahun": tahun, "status": "ok", "nilai": nilai, "rumus": rumus, "jumlah_sel": 3 });
    let (now, before): (f64, f64) = (volume[1].parse().unwrap(), volume[0].parse().unwrap());
    let growth = (now - before) / before * 100.0;
    let shown = format!("{growth:.2}").replace('.', ",");
    let (achieved, target) = (format!("{}", growth / 5.0 * 100.0), tampil(&format!("{}", growth / 5.0 * 100.0)));
    let sum = Some("SUM(keragaan.volume_usaha)");
    let mut record = json!({
        "schema": "iku-record/1", "program": "iku 0.1.0", "tahun": 2021, "revisi": 1, "alasan": null, "tanggal": "2022-01-24",
        "draf": false, "instansi": "Dinas Koperasi", "daerah": daerah, "masukan": [],
        "ukuran": [
            measure("volume", 2021, volume[1], sum), measure("volume", 2020, volume[0], sum),
            measure("aset", 2021, "12.5", Some("AVERAGE(keragaan.aset)")), measure("sakip", 2021, "70", None),
        ],
        "indikator": [
            { "id": "1.1", "nama": "Pertumbuhan Volume Usaha", "rumus": "(volume[n] - volume[n-1]) / volume[n-1] * 100", "tahun": 2021,
              "status": "ok", "nilai": format!("{growth}"), "tampil": shown, "satuan": "%", "target": "5", "arah": "naik",
              "capaian": { "status": "ok", "nilai": achieved, "tampil": target, "predikat": "Tinggi" },
              "lalu": [ { "tahun": 2020, "status": "tidak_ada" } ] },
            { "id": "1.2", "nama": "Rata-rata Aset", "rumus": "aset", "tahun": 2021, "status": "ok", "nilai": "12.5", "tampil": "12,50",
              "satuan": "Rp", "target": null, "capaian": null, "lalu": [] },
        ],
        "temuan": [], "bacaan": [], "tanda_tangan": [], "luaran": []
    });
    edit(&mut record);
    serde_json::to_vec_pretty(&record).unwrap()
}

fn report(province: &Path, office: &str, bytes: &[u8]) {
    put(&province.join(office).join("keluaran/2021/iku-2021.json"), bytes);
}

fn province() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path(), "kab-a", &record("Kabupaten A", ["1000", "1100"], |_| {}));
    report(folder.path(), "kab-b", &record("Kabupaten B", ["10", "20"], |_| {}));
    report(folder.path(), "kota-c", &record("Kota C", ["500", "400"], |_| {}));
    folder
}

struct Made {
    status: i32,
    stderr: String,
    json: Value,
    out: TempDir,
}

fn rekap(province: &Path, more: &[&str]) -> Made {
    let out = tempfile::tempdir().unwrap();
    let mut args = vec!["rekap", text(province), "--json", "--keluaran", text(out.path())];
    args.extend(more);
    let run = iku(&args);
    Made { status: run.status, json: serde_json::from_str(&run.stdout).unwrap_or_default(), stderr: run.stderr, out }
}

#[test]
fn a_total_is_the_formula_over_the_sums_and_never_an_average() {
    let province = province();
    let made = rekap(province.path(), &[]);
    assert_eq!(made.status, 0, "{}", made.stderr);
    let growth = &made.json["indikator"][0];
    // (1520 - 1510) / 1510: not the average of 10, 100 and -20.
    assert_eq!(growth["gabungan"]["tampil"], "0,66");
    assert_eq!(growth["gabungan"]["nilai"], "0.6622516556291390728476821192");
    assert_eq!(growth["gabungan"]["kantor"], 3);
    let order: Vec<_> = growth["baris"].as_array().unwrap().iter().map(|row| (&row["peringkat"], &row["kantor"])).collect();
    assert_eq!(json!(order), json!([["1", "Kabupaten B"], ["2", "Kabupaten A"], ["3", "Kota C"]]));
    assert_eq!(growth["grafik"]["titik"].as_array().unwrap().len(), 3);
    let average = &made.json["indikator"][1]["gabungan"];
    assert_eq!((&average["tampil"], &average["nilai"]), (&json!("tidak dapat dijumlah"), &Value::Null));
    assert!(average["sebab"].as_str().unwrap().contains("AVERAGE"), "{average}");
    let sums: Vec<_> = made.json["ukuran"].as_array().unwrap().iter().map(|one| (&one["nama"], &one["dijumlah"])).collect();
    assert_eq!(json!(sums), json!([["volume", true], ["aset", false], ["sakip", false]]));
    assert_eq!(made.json["ukuran"][0]["tahun"][1]["nilai"], "1520");
}

#[test]
fn an_office_without_a_figure_of_its_own_still_counts_where_its_measures_stand() {
    let province = province();
    let none = record("Kabupaten D", ["1", "5"], |record| {
        record["ukuran"][1]["nilai"] = json!("0");
        record["indikator"][0]["status"] = json!("tidak_dapat_dihitung");
        record["indikator"][0].as_object_mut().unwrap().remove("nilai");
        record["indikator"][0]["tampil"] = json!("tidak dapat dihitung");
    });
    report(province.path(), "kab-d", &none);
    let lacks = record("Kabupaten E", ["1", "5"], |record| record["ukuran"][1]["status"] = json!("tidak_ada"));
    report(province.path(), "kab-e", &lacks);
    let growth = rekap(province.path(), &[]).json["indikator"][0].clone();
    assert_eq!(growth["gabungan"]["operan"][0]["nilai"], "1510", "{}", growth["gabungan"]);
    assert_eq!(growth["gabungan"]["operan"][1]["nilai"], "1525");
    assert_eq!(growth["gabungan"]["tanpa"], json!(["Kabupaten E"]));
    assert_eq!(growth["baris"][4]["peringkat"], "-");
}

#[test]
fn equal_words_over_other_measures_are_another_indicator_and_that_is_said() {
    let province = province();
    let other = record("Kabupaten D", ["7", "8"], |record| {
        record["ukuran"][0]["rumus"] = json!("SUM(keragaan.volume_usaha WHERE aktif = 1)");
        record["ukuran"][1]["rumus"] = record["ukuran"][0]["rumus"].clone();
        // Blanks and letters' case in a nama are no difference.
        record["indikator"][1]["nama"] = json!("RATA-RATA  aset");
    });
    report(province.path(), "kab-d", &other);
    let made = rekap(province.path(), &[]);
    let groups: Vec<_> = made.json["indikator"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["nama"], one["baris"].as_array().unwrap().len()))
        .collect();
    assert_eq!(json!(groups), json!([["Pertumbuhan Volume Usaha", 3], ["Rata-rata Aset", 4], ["Pertumbuhan Volume Usaha", 1]]));
    assert_eq!(made.json["indikator"][0]["tanpa"], json!(["Kabupaten D"]));
    assert!(made.json["indikator"][0]["mirip"][0].as_str().unwrap().contains("1 kantor"));
}

#[test]
fn what_cannot_be_taken_is_told_by_name() {
    let province = province();
    let at = province.path();
    report(at, "kab-torn", &record("X", ["1", "2"], |_| {})[..200]);
    report(at, "kab-foreign", br#"{"schema": "lain/2"}"#);
    report(at, "kab-year", &record("Y", ["1", "2"], |record| record["tahun"] = json!(2019)));
    put(&at.join("kab-new/iku.toml"), b"");
    put(&at.join("kab-late/keluaran/2020/iku-2020.json"), &record("Z", ["1", "2"], |record| record["tahun"] = json!(2020)));
    report(at, "kota-c", &record("Kota C", ["500", "400"], |record| record["revisi"] = json!(2)));
    let draft = record("Kota C", ["500", "400"], |record| {
        record["draf"] = json!(true);
        record["temuan"] = json!([{ "kode": "bukan-angka", "tingkat": "galat", "berkas": "a", "lembar": null, "sel": null, "nama": null,
            "ditemukan": null, "pesan": "", "saran": "", "diterima": null }]);
    });
    put(&at.join("kota-c/keluaran/2021/iku-2021-draf.json"), &draft);
    let made = rekap(at, &[]);
    assert_eq!(made.status, 1, "records that cannot be used are somebody's to look at");
    for (office, said) in [
        ("kab-torn", "rusak"),
        ("kab-foreign", "lain/2"),
        ("kab-year", "2019"),
        ("kab-new", "Belum ada laporan"),
        ("kab-late", "terakhir tahun 2020"),
        ("kota-c", "revisi 2"),
        ("kota-c", "1 galat terbuka"),
    ] {
        let told = made.stderr.lines().any(|line| line.starts_with(&format!("{office}: ")) && line.contains(said));
        assert!(told, "{office} {said}: {}", made.stderr);
        let row = made.json["kantor"].as_array().unwrap().iter().find(|row| row["folder"] == office).unwrap();
        assert!(row["keadaan"].to_string().contains(said), "{row}");
    }
    assert_eq!((&made.json["jumlah_kantor"], &made.json["jumlah_laporan"]), (&json!(8), &json!(3)));
    // Of the year that is asked for.
    let made = rekap(at, &["--tahun", "2020"]);
    assert_eq!(made.json["jumlah_laporan"], 1, "{}", made.stderr);
    assert_eq!(rekap(at, &["--tahun", "2015"]).status, 2);
}

#[test]
fn one_office_twice_would_count_twice() {
    let province = province();
    report(province.path(), "salinan", &record("Kabupaten A", ["1000", "1100"], |_| {}));
    let made = rekap(province.path(), &[]);
    assert_eq!(made.status, 2);
    assert!(made.stderr.contains("kab-a") && made.stderr.contains("salinan"), "{}", made.stderr);
    assert_eq!(fs::read_dir(made.out.path()).unwrap().count(), 0);
}

#[test]
fn an_office_is_the_same_whatever_the_eye_passes_over_in_its_name() {
    for name in ["KABUPATEN  a", "Kabupaten A.", "Kabupaten A\u{200b}"] {
        let province = province();
        report(province.path(), "salinan", &record(name, ["7", "8"], |_| {}));
        let made = rekap(province.path(), &[]);
        assert!(made.status == 2 && made.stderr.contains("kab-a") && made.stderr.contains("salinan"), "{}", made.stderr);
    }
}

#[test]
fn reports_that_share_a_workbook_are_told_and_those_that_are_one_are_refused() {
    let from = |sha256: &'static str| {
        move |record: &mut Value| record["masukan"] = json!([{ "berkas": "data/a.xlsx", "sha256": sha256 }])
    };
    let folder = tempfile::tempdir().unwrap();
    report(folder.path(), "kab-a", &record("Kabupaten A", ["1000", "1100"], from("aa")));
    report(folder.path(), "kab-b", &record("Kabupaten B", ["10", "20"], from("aa")));
    let made = rekap(folder.path(), &[]);
    assert_eq!(made.status, 0, "{}", made.stderr);
    assert!(made.stderr.contains("kab-b: Memakai berkas data yang sama dengan kab-a"), "{}", made.stderr);
    report(folder.path(), "kab-b", &record("Kabupaten Lain", ["1000", "1100"], from("aa")));
    let made = rekap(folder.path(), &[]);
    assert!(made.status == 2 && made.stderr.contains("kab-a dan kab-b"), "{}", made.stderr);
}

#[test]
fn a_folder_that_only_lacks_a_profile_is_told() {
    let province = province();
    put(&province.path().join("kab-x/data/Data 2021.xlsx"), b"x");
    put(&province.path().join("kab-y/iku.toml.txt"), b"");
    put(&province.path().join("surat/undangan.docx"), b"x");
    let made = rekap(province.path(), &[]);
    assert_eq!(json!([made.json["jumlah_kantor"], made.json["jumlah_laporan"]]), json!([5, 3]), "{}", made.stderr);
    for office in ["kab-x", "kab-y"] {
        assert!(made.stderr.contains(&format!("{office}: Tidak mempunyai iku.toml")), "{}", made.stderr);
    }
}

#[test]
fn offices_that_share_an_end_of_the_order_stand_there_together() {
    let province = province();
    report(province.path(), "kab-d", &record("Kabupaten D", ["30", "60"], |_| {}));
    let first = &rekap(province.path(), &[]).json["indikator"][0];
    assert_eq!(first["pertama"], "100,00 (Kabupaten B, Kabupaten D)");
    assert_eq!(first["terakhir"], "-20,00 (Kota C)");
}

#[test]
fn a_formula_that_holds_something_personal_is_told_masked() {
    let province = province();
    let named = record("Kabupaten D", ["7", "8"], |record| {
        record["indikator"][1]["rumus"] = json!("3575011205800012");
        record["ukuran"][2]["rumus"] = json!("siti@gmail.com");
    });
    report(province.path(), "kab-d", &named);
    let told = rekap(province.path(), &[]).json.to_string();
    assert!(!told.contains("3575011205800012") && !told.contains("siti@gmail"), "{told}");
}

#[test]
fn a_record_of_an_earlier_program_is_taken() {
    let province = province();
    let old = record("Kabupaten D", ["1", "2"], |record| {
        for missing in ["bacaan", "tanda_tangan", "luaran", "temuan"] {
            record.as_object_mut().unwrap().remove(missing);
        }
        record["indikator"][0].as_object_mut().unwrap().remove("arah");
    });
    report(province.path(), "kab-d", &old);
    let made = rekap(province.path(), &[]);
    assert_eq!(made.status, 0, "{}", made.stderr);
    let growth = &made.json["indikator"][0];
    assert_eq!(growth["gabungan"]["kantor"], 4);
    assert_eq!(growth["arah"], Value::Null, "what is better is not guessed");
}

#[test]
fn its_files_are_the_same_anywhere_and_never_overwrite_what_is_not_its_own() {
    let province = province();
    let (first, again) = (rekap(province.path(), &[]), rekap(province.path(), &[]));
    let names = ["rekap-2021.json", "rekap-2021.pdf", "rekap-2021.xlsx"];
    let read = |made: &Made, name: &str| fs::read(made.out.path().join(name)).unwrap();
    assert!(names.iter().all(|name| read(&first, name) == read(&again, name)));
    let run = iku(&["rekap", text(province.path()), "--keluaran", text(first.out.path())]);
    assert!(run.stderr.contains("tidak ada yang berubah"), "{}", run.stderr);
    // Signed, say.
    let mut signed = read(&first, "rekap-2021.pdf");
    signed.extend(b"\nappended");
    put(&first.out.path().join("rekap-2021.pdf"), &signed);
    let run = iku(&["rekap", text(province.path()), "--keluaran", text(first.out.path())]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(fs::read(first.out.path().join("arsip/lain-1/rekap-2021.pdf")).unwrap(), signed);
    assert!(read(&first, "rekap-2021.pdf") == read(&again, "rekap-2021.pdf"));
    assert!(!first.out.path().join("arsip/lain-1/rekap-2021.xlsx").exists());
}

/// Offices laid out by `buat --keluaran DIR` are found too, and real records are taken.
#[test]
fn reports_that_were_just_made_conform_as_one() {
    let scratch = tempfile::tempdir().unwrap();
    for (name, daerah) in [("kota-pasuruan", "Kota Pasuruan"), ("kota-kediri", "Kota Kediri")] {
        let office = Office::sample();
        office.edit_profile("daerah = \"Kota Pasuruan\"", &format!("daerah = \"{daerah}\""));
        let run = iku(&["buat", office.text(), "--keluaran", text(&scratch.path().join(name))]);
        assert_eq!(run.status, 0, "{}", run.stderr);
    }
    // One office's report under two names would count twice.
    let twice = rekap(scratch.path(), &[]);
    assert_eq!(twice.status, 2, "{}", twice.stderr);
    assert!(twice.stderr.contains("kota-kediri dan kota-pasuruan memakai berkas data yang sama"), "{}", twice.stderr);
    // Here the second one's workbooks are its own, if of the same figures.
    let path = scratch.path().join("kota-kediri/iku-2021.json");
    let mut own: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    for file in own["masukan"].as_array_mut().unwrap() {
        file["sha256"] = json!(file["sha256"].as_str().unwrap().chars().rev().collect::<String>());
    }
    put(&path, &serde_json::to_vec_pretty(&own).unwrap());
    let made = rekap(scratch.path(), &["--nama", "Provinsi Jawa Timur"]);
    assert_eq!(made.status, 0, "{}", made.stderr);
    let first = &made.json["indikator"][0];
    // Two equal offices grow as one does, and share the first rank.
    assert_eq!(first["gabungan"]["tampil"], "8,18");
    assert_eq!(json!([first["baris"][0]["peringkat"], first["baris"][1]["peringkat"]]), json!(["1", "1"]));
    assert_eq!(json!([first["pertama"], first["terakhir"]]), json!(["8,18 (semua 2 kantor)", "8,18 (semua 2 kantor)"]));
    assert!(made.stderr.contains("kota-pasuruan: Semua ukurannya sama persis dengan kota-kediri"), "{}", made.stderr);
    let pdf = fs::read(made.out.path().join("rekap-2021.pdf")).unwrap();
    conforms(&pdf);
    let many = tempfile::tempdir().unwrap();
    for index in 0..60 {
        let now = (1000 + index * 13 % 400).to_string();
        report(many.path(), &format!("kab-{index:02}"), &record(&format!("Kabupaten Nomor {index}"), ["1000", &now], |_| {}));
    }
    let made = rekap(many.path(), &[]);
    assert_eq!(made.json["indikator"][0]["grafik"]["titik"].as_array().unwrap().len(), 40);
    conforms(&fs::read(made.out.path().join("rekap-2021.pdf")).unwrap());
}

fn conforms(pdf: &[u8]) {
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let report = validate_pdf_bytes(pdf, &ValidationOptions::default().profile(profile)).unwrap();
        let failures: Vec<String> =
            report.failures.iter().map(|failure| format!("{}: {}", failure.rule_id, failure.message)).collect();
        assert_eq!(failures, Vec::<String>::new());
    }
    assert_eq!(structure(&Document::load_mem(pdf).unwrap()).faults, Vec::<String>::new());
}

/// Offices `from` to `to`, each with so many indicators of its own volume.
fn many(province: &Path, offices: usize, indicators: usize) {
    for office in 0..offices {
        let bytes = record(&format!("Kabupaten {office}"), ["100", &format!("{}", 100 + office)], |record| {
            let one = record["indikator"][0].clone();
            let all = (0..indicators).map(|index| {
                let mut one = one.clone();
                (one["id"], one["nama"]) = (json!(format!("1.{}", index + 1)), json!(format!("Pertumbuhan Nomor {index}")));
                (one["nilai"], one["tampil"]) = (json!(format!("{office}")), json!(format!("{office},00")));
                one
            });
            record["indikator"] = all.collect();
        });
        report(province, &format!("kab-{office:03}"), &bytes);
    }
}

#[test]
fn a_great_summary_shows_the_ends_on_its_pages_and_everything_on_its_sheets() {
    let province = tempfile::tempdir().unwrap();
    many(province.path(), 60, 100);
    let made = rekap(province.path(), &[]);
    assert_eq!(made.status, 0, "{}", made.stderr);
    let indikator = made.json["indikator"].as_array().unwrap();
    assert!(indikator.len() == 100 && indikator.iter().all(|one| one["baris"].as_array().unwrap().len() == 60));
    assert_eq!(
        (&indikator[7]["pertama"], &indikator[7]["terakhir"]),
        (&json!("59,00 (Kabupaten 59)"), &json!("0,00 (Kabupaten 0)"))
    );
    let mut book: Xlsx<_> = calamine::open_workbook(made.out.path().join("rekap-2021.xlsx")).unwrap();
    // What stands on the pages stands on their sheets.
    let pages = book.worksheet_range("Indikator").unwrap();
    let said =
        pages.used_cells().filter(|(.., cell)| cell.to_string().contains("di kedua ujung urutan, dari 60; semuanya ada")).count();
    assert_eq!(said, 100);
    let offices = pages.used_cells().filter(|(.., cell)| cell.to_string().starts_with("Kabupaten ")).count();
    assert!((3000..5000).contains(&offices), "{offices}");
    assert!(book.worksheet_range("Data Indikator").unwrap().height() > 6100);
}

#[test]
fn a_summary_that_is_too_large_is_refused_before_it_is_made() {
    let province = province();
    let measures: Vec<Value> = (0..16_001)
        .map(|index| json!({ "nama": format!("u{index}"), "tahun": 2021, "status": "ok", "nilai": "1", "rumus": "COUNT(umkm)", "jumlah_sel": 1 }))
        .collect();
    report(province.path(), "kab-d", &record("Kabupaten D", ["1", "2"], |record| record["ukuran"] = json!(measures)));
    let made = rekap(province.path(), &[]);
    assert_eq!(made.status, 2);
    assert!(made.stderr.contains("16.005 ukuran menurut tahunnya") && made.stderr.contains("16.000"), "{}", made.stderr);
    assert!(made.stderr.contains("tampil_tahun") && made.stderr.contains("Excel"), "it says what to do: {}", made.stderr);
    assert_eq!(fs::read_dir(made.out.path()).unwrap().count(), 0);
    // A record holds no more indicators than a profile may: this one is none of ours.
    let province = tempfile::tempdir().unwrap();
    many(province.path(), 1, 1001);
    let made = rekap(province.path(), &[]);
    assert!(made.status == 2 && made.stderr.contains("tidak satu pun"), "{}", made.stderr);
}

/// For `.ci/verapdf.py`, which holds the file against the reference validator.
#[test]
#[ignore = "writes the file that IKU_REKAP names: IKU_REKAP=… cargo test --test rekap -- --ignored"]
fn a_summary_for_another_validator() {
    let to = PathBuf::from(std::env::var_os("IKU_REKAP").expect("IKU_REKAP names a file"));
    let made = rekap(province().path(), &[]);
    put(&to, &fs::read(made.out.path().join("rekap-2021.pdf")).unwrap());
}

#[test]
fn a_record_that_contradicts_itself_is_left_out_and_told() {
    let edits: [fn(&mut Value); 5] = [
        |one| one["tampil"] = json!("98,18"),
        |one| (one["nilai"], one["tampil"]) = (json!("98.18"), json!("98,18")),
        |one| {
            (one["nilai"], one["tampil"]) = (json!("98.18"), json!("98,18"));
            (one["capaian"]["nilai"], one["capaian"]["tampil"]) = (json!("1963.6"), json!("1.963,60"));
        },
        |one| one["target"] = json!("1"),
        |one| one["capaian"]["tampil"] = json!("999,00"),
    ];
    for edit in edits {
        let province = province();
        report(province.path(), "kab-x", &record("Kabupaten X", ["1000", "1100"], |record| edit(&mut record["indikator"][0])));
        let made = rekap(province.path(), &[]);
        assert_eq!(made.status, 1, "{}", made.stderr);
        assert_eq!(made.json["indikator"][0]["gabungan"]["kantor"], 3);
        assert!(made.json.to_string().contains("saling bertentangan (indikator 1.1)"), "{}", made.json);
    }
}
