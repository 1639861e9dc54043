//! The first hour of a new office: prepared, filled in, indicators added, findings
//! answered; at the command line and by double click.

mod common;

use common::{Office, iku, iku_told};
use serde_json::Value;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A folder that is not there yet.
fn nowhere() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kantor baru").to_str().unwrap().to_owned();
    (folder, path)
}

#[test]
fn flags_fill_a_profile_and_only_what_is_left_is_asked_for() {
    let (_own, folder) = nowhere();
    let run = iku(&[
        "siapkan",
        &folder,
        "--tahun",
        "2021",
        "--nama",
        "Dinas Koperasi",
        "--daerah",
        "Kota Contoh",
        "--penandatangan",
        "Fulan, S.E.",
        "--pangkat",
        "Pembina",
        "--nip",
        "19640505 199303 1 012",
        "--tanggal",
        "24-1-2022",
    ]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = std::fs::read_to_string(format!("{folder}/iku.toml")).unwrap();
    for said in ["\"KEPALA DINAS KOPERASI\", \"KOTA CONTOH\"", "tempat  = \"Contoh\"", "tanggal = 2022-01-24", "visi   = \"…\""]
    {
        assert!(text.contains(said), "{said} in {text}");
    }
    // The form's own empty cells are a warning by name; blank workbooks are what the galat are about.
    let record = json(&iku(&["periksa", "--json", &folder]).stdout);
    let warned: Vec<&Value> =
        record["temuan"].as_array().unwrap().iter().filter(|one| one["kode"] == "formulir-belum-lengkap").collect();
    assert_eq!(warned.len(), 1);
    assert_eq!(warned[0]["tingkat"], "peringatan");
    for name in ["VISI", "MISI", "TUJUAN", "TUGAS", "FUNGSI"] {
        assert!(warned[0]["pesan"].as_str().unwrap().contains(name), "{}", warned[0]["pesan"]);
    }
    assert_eq!(iku(&["siapkan", &folder, "--nip", "123"]).status, 2);
}

#[test]
fn without_flags_nothing_can_pass_as_finished() {
    let (_own, folder) = nowhere();
    assert_eq!(iku(&["siapkan", &folder]).status, 0);
    let run = iku(&["buat", &folder]);
    assert_eq!(run.status, 2);
    for key in ["daerah", "tempat", "jabatan", "nama", "nip"] {
        assert!(run.stderr.contains(&format!("`{key}` belum diisi")), "{key}: {}", run.stderr);
    }
}

/// `siapkan` with all that it would ask for.
fn known(folder: &str) -> [&str; 12] {
    [
        "siapkan",
        folder,
        "--tahun",
        "2021",
        "--nama",
        "Dinas Koperasi",
        "--daerah",
        "Kota Contoh",
        "--penandatangan",
        "Fulan",
        "--nip",
        "19640505 199303 1 012",
    ]
}

/// The next year of an office that fills in the blank workbooks gets its own, and nothing that stands there is written over.
#[test]
fn the_next_year_gets_its_blank_workbooks() {
    let (_own, folder) = nowhere();
    assert_eq!(iku(&known(&folder)).status, 0);
    let path = |name: &str| std::path::Path::new(&folder).join(name);
    #[expect(clippy::disallowed_methods, reason = "a test lays out its own folder")]
    std::fs::write(path("data/Data UMKM 2022.xlsx"), b"milik kantor").unwrap();
    let run = iku(&["siapkan", &folder, "--tahun", "2022", "--json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let made = json(&run.stdout)["dibuat"].clone();
    assert!(made.to_string().contains("data/Laporan Keragaan Koperasi 2022.xlsx"), "{made}");
    assert!(
        path("data/Laporan Keragaan Koperasi 2022.xlsx").is_file()
            && path("katalog/Daftar Pengurus Koperasi 2022.xlsx").is_file()
    );
    assert_eq!(std::fs::read(path("data/Data UMKM 2022.xlsx")).unwrap(), b"milik kantor");
    assert!(!path("data/Data UMKM 2023.xlsx").exists());
    // One of the catalogue's stands where a source waits for it, and is waited for once.
    let profile = std::fs::read_to_string(path("iku.toml")).unwrap();
    let source = |id: &str| format!("\n[sumber.{id}]\nberkas = \"data/Rekap Koperasi per Kecamatan {{tahun}}.xlsx\"\n");
    #[expect(clippy::disallowed_methods, reason = "a test lays out its own folder")]
    std::fs::write(path("iku.toml"), format!("{profile}{}{}", source("rekap"), source("rekap_lain"))).unwrap();
    let run = iku(&["siapkan", &folder, "--tahun", "2023", "--json"]);
    let made = json(&run.stdout)["dibuat"].to_string();
    assert!(made.contains("data/Rekap Koperasi per Kecamatan 2023.xlsx") && !made.contains("katalog/Rekap"), "{made}");
}

/// What `siapkan` puts there is told as unread by nothing it writes.
#[test]
fn what_is_prepared_is_not_told_as_unread() {
    let (_own, folder) = nowhere();
    assert_eq!(iku(&known(&folder)).status, 0);
    let found = json(&iku(&["periksa", &folder, "--json"]).stdout)["temuan"].to_string();
    assert!(found.contains("tahun-tidak-ada"), "{found}");
    for kode in ["berkas-tidak-dibaca", "lembar-lain", "lembar-tidak-dibaca"] {
        assert!(!found.contains(kode), "{kode}: {found}");
    }
}

#[test]
fn an_indicator_of_the_catalogue_is_added_and_works() {
    let office = Office::sample();
    let before = String::from_utf8(office.read("iku.toml")).unwrap();
    let unsaid = iku(&["tambah", "04-koperasi-aktif", office.text()]);
    assert_eq!(unsaid.status, 2, "two sasaran, and nobody to ask");
    assert!(unsaid.stderr.contains("--sasaran 1: Meningkatnya kapasitas"), "{}", unsaid.stderr);
    let run = iku(&["tambah", "koperasi-aktif", office.text(), "--sasaran", "1"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let after = String::from_utf8(office.read("iku.toml")).unwrap();
    let kept = before.lines().filter(|line| line.starts_with('#')).all(|comment| after.contains(comment));
    assert!(kept && after.len() > before.len(), "{after}");
    let record = json(&iku(&["periksa", "--json", office.text()]).stdout);
    assert_eq!(record["indikator"][1]["id"], "1.2");
    assert_eq!(record["indikator"][1]["nama"], "Persentase koperasi aktif");
    assert_eq!(record["indikator"][1]["status"], "ok");
    assert_eq!(iku(&["add", "4", office.text(), "--sasaran", "2"]).status, 2, "it is there already");
    let list = iku(&["daftar"]);
    assert!(list.stdout.contains("04-koperasi-aktif") && list.stdout.contains("Koperasi aktif terhadap seluruh koperasi"));
    assert_eq!(json(&iku(&["list", "--json"]).stdout).as_array().unwrap().len(), 26);
    let slip = iku(&["tambah", "04-koperasi-aktiv", office.text()]);
    assert!(slip.stderr.contains("mungkin maksudnya `04-koperasi-aktif`"), "{}", slip.stderr);
}

#[test]
fn findings_are_answered_one_by_one_and_comments_stay() {
    let office = Office::salah("bukan-angka");
    let before = String::from_utf8(office.read("iku.toml")).unwrap();
    let galat = iku(&["periksa", office.text()]);
    assert_eq!(galat.status, 1);
    // The acceptance is the last way; no number in its place; the reason.
    let ways = ["9\n1\n1000\nSudah ditanyakan kepada bidang\n", "1\n\n\n"];
    let quiet = iku_told(&["periksa", "--perbaiki", office.text()], ways[1]);
    assert_eq!(quiet.status, 1, "without a reason nothing is written: {}", quiet.stderr);
    assert_eq!(office.read("iku.toml"), before.as_bytes());
    let run = iku_told(&["periksa", "--perbaiki", office.text()], ways[0]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("bukan salah satu pilihan itu"), "{}", run.stderr);
    let after = String::from_utf8(office.read("iku.toml")).unwrap();
    assert!(after.starts_with(&before) && after.contains("alasan = \"Sudah ditanyakan kepada bidang\""), "{after}");
    assert!(after.contains("nilai = \"1000\""), "{after}");
}

#[test]
fn a_key_answers_a_finding_where_one_settles_it() {
    let office = Office::salah("arti-tidak-dikenal");
    let run = iku_told(&["periksa", "--perbaiki", office.text()], "1\n");
    assert!(run.stderr.contains("Ditulis di iku.toml, [sumber.data]"), "{}", run.stderr);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(String::from_utf8(office.read("iku.toml")).unwrap().contains("arti = {"));
}

#[test]
fn a_double_click_asks_for_the_office_makes_its_report_and_keeps_its_window() {
    let office = Office::sample();
    // A folder dropped on it; once more; away.
    let run = iku_told(&["__klik", office.text()], "\nk\n");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(office.outputs(), ["iku-2021.json", "iku-2021.pdf", "iku-2021.xlsx"]);
    assert!(run.stderr.contains("laporan ditulis ke") && run.stderr.contains("tidak ada yang berubah"), "{}", run.stderr);
    assert_eq!(run.stderr.matches("Tekan Enter untuk mengulang").count(), 2, "{}", run.stderr);
    // The folder typed or dragged into the window.
    let run = iku_told(&["__klik"], &format!("\"{}\"\nk\n", office.text()));
    assert!(run.stderr.contains("Kantor yang mana?") || run.stderr.contains("b. kantor baru"), "{}", run.stderr);
    assert!(run.stderr.contains("tidak ada yang berubah"), "{}", run.stderr);
}

#[test]
fn a_double_click_shows_findings_marks_the_workbooks_and_takes_answers() {
    let office = Office::salah("bukan-angka");
    let run = iku_told(&["__klik", office.text()], "y\n1\n1000\nSudah ditanyakan\nk\n");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(office.path("keluaran/bertanda/data").is_dir(), "{}", run.stderr);
    assert!(run.stderr.contains("galat[bukan-angka]") && run.stderr.contains("laporan ditulis ke"), "{}", run.stderr);
}

#[test]
fn a_new_office_by_double_click() {
    let (_own, folder) = nowhere();
    let answers = format!("b\n{folder}\nDinas Koperasi\nKota Contoh\nFulan\nPembina\n19640505 199303 1 012\n2021\nk\n");
    let run = iku_told(&["__klik"], &answers);
    let text = std::fs::read_to_string(format!("{folder}/iku.toml")).unwrap_or_else(|error| panic!("{error}: {}", run.stderr));
    assert!(text.contains("tahun = 2021") && text.contains("nama    = \"Fulan\""), "{text}");
    assert!(run.stderr.contains("Folder kantor sudah siap"), "{}", run.stderr);
    assert!(run.stderr.contains("Bila keduanya sudah, tekan Enter"), "{}", run.stderr);
}

#[test]
fn a_double_click_asks_for_a_reason_where_a_signed_report_is_replaced() {
    let office = Office::sample();
    assert_eq!(office.buat().status, 0);
    let pdf = "keluaran/2021/iku-2021.pdf";
    // Any increment: a signature needs a certificate, and is treated alike.
    let added = [&office.read(pdf)[..], b"\n1 0 obj\n<< >>\nendobj\nstartxref\n0\n%%EOF\n"].concat();
    office.write(pdf, &added);
    office.edit_profile("tempat  = \"Pasuruan\"", "tempat  = \"Bangil\"");
    let run = iku_told(&["__klik", office.text()], "\nk\n");
    assert!(run.stderr.contains("Tulis alasan revisinya") && office.read(pdf) == added, "{}", run.stderr);
    let run = iku_told(&["__klik", office.text()], "Tempat salah tulis\nk\n");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(office.read("keluaran/2021/arsip/rev-1/iku-2021.pdf") == added);
    // A profile that is wrong is opened; nobody is asked for a reason.
    office.edit_profile("tempat  = \"Bangil\"", "tempat  = \"…\"");
    let run = iku_told(&["__klik", office.text()], "k\n");
    assert!(run.stderr.contains("iku.toml dibuka") && !run.stderr.contains("alasan revisi"), "{}", run.stderr);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the profile as a person saves it")]
fn workbooks_by_an_offices_own_names_are_found_beside_the_blank_ones_and_instead_of_them() {
    let (_own, folder) = nowhere();
    // A new office by double click, its questions answered; its workbooks by their own names.
    iku_told(&["__klik"], &format!("b\n{folder}\nDinas\nKota Contoh\nFulan\n\n196405051993031012\n2021\nk\n"));
    let data = format!("{folder}/data");
    let profile = format!("{folder}/iku.toml");
    let blank: Vec<_> =
        std::fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/kota-pasuruan/data");
    for (from, own) in [("Data UMKM", "UMKM se-Kota th"), ("Laporan Keragaan Koperasi", "Rekap keragaan")] {
        for year in [2019, 2020, 2021] {
            let _ = std::fs::copy(format!("{sample}/{from} {year}.xlsx"), format!("{data}/{own} {year}.xlsx"));
        }
    }
    let before = std::fs::read_to_string(&profile).unwrap();
    for are_blank_left in [true, false] {
        std::fs::write(&profile, &before).unwrap();
        if !are_blank_left {
            blank.iter().for_each(|path| std::fs::remove_file(path).unwrap());
        }
        // One answer for each source; the same finding for its other years is answered with it.
        let run = iku_told(&["periksa", "--perbaiki", &folder], "1\n1\n");
        assert_eq!(run.stderr.matches("terima temuan ini").count(), 0, "files that are read now: {}", run.stderr);
        let after = std::fs::read_to_string(&profile).unwrap();
        for own in ["data/UMKM se-Kota th {tahun}.xlsx", "data/Rekap keragaan {tahun}.xlsx"] {
            assert!(after.contains(&format!("berkas = \"{own}\"")), "{own}, blank {are_blank_left}: {}", run.stderr);
        }
        let told = json(&iku(&["periksa", "--json", &folder]).stdout);
        let lacking = |one: &&Value| ["berkas-tidak-ada", "tahun-tidak-ada"].contains(&one["kode"].as_str().unwrap());
        assert_eq!(told["temuan"].as_array().unwrap().iter().filter(lacking).count(), 0, "{told}");
    }
}

#[test]
fn a_workbook_dropped_on_it_is_shown() {
    let office = Office::sample();
    let file = office.path("data/Data UMKM 2021.xlsx");
    let run = iku_told(&["__klik", file.to_str().unwrap()], "\n");
    assert!(run.stdout.contains("Baris data:") && run.stderr.contains("Itulah isi buku kerja itu"), "{}", run.stderr);
}

#[test]
fn help_manual_completions_and_the_man_page_are_inside() {
    for word in ["bantuan", "help", "BANTUAN"] {
        let run = iku(&[word]);
        assert!(run.status == 0 && run.stdout.contains("Perintah:") && run.stdout.contains("tambah"), "{word}: {}", run.stdout);
    }
    let one = iku(&["bantuan", "buat"]);
    assert!(one.stdout.contains("--alasan") && one.stdout.contains("--warna"), "{}", one.stdout);
    assert_eq!(iku(&["bantuan", "bauat"]).status, 2);
    let manual = iku(&["panduan"]);
    assert!(manual.stdout.contains("# Panduan untuk dinas") && manual.stdout.contains("iku panduan rumus"));
    assert!(iku(&["panduan", "profil.md"]).stdout.starts_with("# Profil kantor"));
    assert!(iku(&["panduan", "profl"]).stderr.contains("mungkin maksudnya `profil`"));
    for (shell, word) in
        [("bash", "complete"), ("zsh", "#compdef iku"), ("fish", "complete -c iku"), ("PowerShell", "Register-ArgumentCompleter")]
    {
        let run = iku(&["pelengkap", shell]);
        assert!(run.status == 0 && run.stdout.contains(word), "{shell}: {}", run.stderr);
        // What the program starts for itself is nobody's choice; names of the catalogue are.
        assert!(!run.stdout.contains("__klik") && run.stdout.contains("alasan"), "{shell}");
        assert!(["fish", "PowerShell"].contains(&shell) || run.stdout.contains("04-koperasi-aktif"), "{shell}");
    }
    let page = iku(&["pelengkap", "man"]).stdout;
    assert!(page.contains(".TH iku 1") && page.contains(".SS \"iku buat [PILIHAN] [FOLDER]...\"") && page.contains("alasan"));
}

#[test]
fn colour_is_where_it_is_asked_for_and_changes_no_word() {
    let office = Office::salah("bukan-angka");
    let plain = iku(&["periksa", office.text()]).stderr;
    assert!(!plain.contains('\u{1b}'));
    let painted = iku(&["periksa", office.text(), "--warna", "selalu"]).stderr;
    assert!(painted.contains("\u{1b}["), "{painted}");
    assert_eq!(anstream::adapter::strip_str(&painted).to_string(), plain);
    assert_eq!(iku(&["periksa", office.text(), "--warna", "tidak"]).stderr, plain);
}
