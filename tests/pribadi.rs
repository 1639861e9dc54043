//! Nothing personal goes out, whatever member of a profile and whatever cell of a workbook holds it: one office
//! with the same personal data in every text it has, and everything that every command prints or writes for others.

mod common;

use common::drawn::pages;
use common::{Office, iku};
use lopdf::{Document, Object};
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// A telephone number, a NIK, an address and a birth date, as they stand in every text.
const PERSON: &str = "Siti 0812-3456-7890, NIK 3575011205800012, s.aminah@mail.id, lahir 17-08-1980";
/// The same without a date, whose year over a table is asked about.
const UNDATED: &str = "Siti 0812-3456-7890, NIK 3575011205800012, s.aminah@mail.id";
/// How they are found again, blanks left out: a page breaks lines where it likes.
const SIGNS: [&str; 5] = ["0812-3456-7890", "3575011205800012", "s.aminah@", "17-08-1980", "17081980"];

const PROFILE: &str = r#"
[instansi]
nama = "Dinas P"
daerah = "Kota P"
visi = "Visi P"
misi = ["Misi P", "P"]
tujuan = "Tujuan P"
tugas = "Tugas P"
fungsi = ["Fungsi P"]
[laporan]
tahun = 2021
judul = "IKU P"
tampil_tahun = 2
bagian = ["iku", "capaian", "perhitungan", "catatan", "bacaan", "pengesahan"]
lampirkan = true
[penandatangan]
tempat = "P"
tanggal = 2022-01-24
jabatan = ["KEPALA P"]
nama = "P"
pangkat = "Pembina P"
[sumber.keragaan]
nama = "Keragaan P"
bentuk = "keragaan"
berkas = "data/keragaan {tahun}.csv"
kunci = ["nomor_bh"]
arti = { "P" = "biasa" }
[sumber.keragaan.kolom]
ket = { judul = "Keterangan Q", jenis = "teks" }
[ukuran.volume]
rumus = "SUM(keragaan.volume_usaha)"
sebutan = "Jumlah volume P"
satuan = "Rp P"
[ukuran.yang]
rumus = "COUNT(keragaan WHERE ket = \"P\" OR nama_koperasi = \"UD P\")"
sebutan = "Jumlah yang P"
satuan = "P"
[ukuran.lain]
tetapan = { 2020 = 100, 2021 = 120 }
sebutan = "Nilai lain P"
satuan = "P"
asal = "LHE P"
[ukuran.predikat]
tetapan = { 2020 = "P", 2021 = "P" }
skor = { "P" = 90, "B P" = 50 }
sebutan = "Predikat P"
satuan = "P"
asal = "LHE P"
[[sasaran]]
uraian = "Sasaran P"
[[sasaran.indikator]]
nama = "Pertumbuhan P"
penjelasan = "Penjelasan P"
rumus = "(volume[n] - volume[n-1]) / volume[n-1] * 100 + lain + yang"
satuan = "% P"
arah = "naik"
target = { 2021 = 5 }
target_akhir = { 2026 = 8 }
sumber_data = "Sumber P"
penanggung_jawab = "Bidang P"
[sasaran.indikator.tercetak]
pembilang = "Pembilang P"
penyebut = "Penyebut P"
pengali = "x 100% P"
[[sasaran.indikator]]
nama = "Sakip P"
rumus = "predikat"
satuan = "Predikat P"
[[sasaran.indikator]]
nama = "Banyaknya P"
rumus = "COUNT(keragaan WHERE ket = \"P\")"
satuan = "P"
[capaian]
predikat = [["Tinggi P", 90], ["Rendah P"]]
[[terima]]
kode = "bukan-angka"
sel = "data/keragaan 2021.csv!E4"
ditemukan = "±3jt"
nilai = "3.000.000"
alasan = "Kata P"
"#;

/// Each kind of cell: title, heading, name, key, text, remark, what is no number, a note below.
fn table(volume: &str, odd: &str) -> String {
    format!(
        "DATA KOPERASI Q\nNo;Nama Koperasi;Nomor Badan Hukum;Keterangan Q;Volume Usaha (Rp);Alamat Q\n\
         1;UD P;BH/1 P;P;{volume};Jalan P\n2;KSU Amanah P;BH/2;x P;{odd};P\nJumlah;;;;;\nCatatan: P\n"
    )
}

fn office() -> Office {
    // `P` (or `Q`, without a date) alone is the place of a person, not the letter of a word.
    let put = |text: &str| {
        let mut out = String::new();
        let letters: Vec<char> = text.chars().collect();
        for (at, c) in letters.iter().enumerate() {
            let beside = |other: Option<&char>| other.is_some_and(|c| c.is_alphanumeric() || *c == '_');
            if matches!(c, 'P' | 'Q') && !beside(at.checked_sub(1).and_then(|at| letters.get(at))) && !beside(letters.get(at + 1))
            {
                out.push_str(if *c == 'P' { PERSON } else { UNDATED });
            } else {
                out.push(*c);
            }
        }
        out
    };
    let (before, now) = (put(&table("1000000", "2000000")), put(&table("1500000", "±3jt")));
    Office::of(&put(PROFILE), &[("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)])
}

/// What of [`SIGNS`] a text holds.
fn leaks(which: &str, text: &str) -> Vec<String> {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut found = Vec::new();
    for sign in SIGNS {
        if let Some(at) = packed.find(sign) {
            let from = packed[..at].char_indices().rev().nth(60).map_or(0, |(at, _)| at);
            found.push(format!("{which}: {}", packed[from..].chars().take(110).collect::<String>()));
        }
    }
    found
}

/// Every text of a PDF: what is drawn, what its objects say, what is embedded.
fn pdf_text(bytes: &[u8]) -> Vec<String> {
    let file = Document::load_mem(bytes).unwrap();
    let drawn: Vec<String> =
        pages(&file).iter().flatten().map(|line| line.splitn(4, ' ').nth(3).unwrap_or_default().to_owned()).collect();
    let mut texts = vec![drawn.join("")];
    fn said(object: &Object, texts: &mut Vec<String>) {
        match object {
            Object::String(..) => texts.push(lopdf::decode_text_string(object).unwrap_or_default()),
            Object::Array(items) => items.iter().for_each(|item| said(item, texts)),
            Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, value)| said(value, texts)),
            Object::Stream(stream) => {
                stream.dict.iter().for_each(|(_, value)| said(value, texts));
                let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                if content.starts_with(b"PK") {
                    texts.extend(zip_texts(&content));
                } else {
                    texts.push(String::from_utf8_lossy(&content).into_owned());
                }
            }
            _ => {}
        }
    }
    file.objects.values().for_each(|object| said(object, &mut texts));
    texts
}

/// Every part of a workbook, its names too.
fn zip_texts(bytes: &[u8]) -> Vec<String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            String::from_utf8_lossy(&bytes).into_owned()
        })
        .collect()
}

fn files(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, all) } else { all.push(path) }
    }
}

/// All that was written for others below a folder: not the snapshot, which is whole and says so.
fn written(folder: &Path) -> Vec<String> {
    let (mut all, mut found) = (Vec::new(), Vec::new());
    files(folder, &mut all);
    assert!(all.len() > 2, "{all:?}");
    for path in all {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = fs::read(&path).unwrap();
        let texts = match name.rsplit('.').next() {
            Some("pdf") => pdf_text(&bytes),
            Some("xlsx") => zip_texts(&bytes),
            Some("json") => vec![String::from_utf8(bytes).unwrap()],
            _ => Vec::new(),
        };
        texts.iter().for_each(|text| found.extend(leaks(&name, text)));
    }
    found
}

#[test]
fn nothing_personal_goes_out_whatever_holds_it() {
    let office = office();
    let mut found = Vec::new();
    let mut heard = String::new();
    let mut said = |args: &[&str], status: std::ops::RangeInclusive<i32>| {
        let run = iku(args);
        assert!(status.contains(&run.status), "{args:?}: {} {}", run.status, run.stderr);
        let which = args.iter().filter(|arg| !arg.contains('/')).copied().collect::<Vec<_>>().join(" ");
        found.extend(leaks(&format!("{which}: keluaran"), &run.stdout));
        found.extend(leaks(&format!("{which}: pesan"), &run.stderr));
        heard += &run.stdout;
    };
    let at = office.text();
    let data = office.path("data/keragaan 2021.csv");
    let (data, luar) = (data.to_str().unwrap(), tempfile::tempdir().unwrap());
    let luar = luar.path().to_str().unwrap();
    said(&["buat", at], 0..=0);
    let changed = String::from_utf8(office.read("data/keragaan 2021.csv")).unwrap().replace("1500000", "1600000");
    office.write("data/keragaan 2021.csv", changed.as_bytes());
    said(&["buat", at, "--json", "--alasan", PERSON], 0..=0);
    said(&["buat", at, "--draf"], 0..=0);
    said(&["periksa", at, "--catatan"], 0..=0);
    said(&["periksa", at, "--json"], 0..=0);
    for id in ["1.1", "1.2", "1.3"] {
        said(&["jelaskan", id, at, "--semua"], 0..=0);
        said(&["jelaskan", id, at, "--json"], 0..=0);
    }
    said(&["lihat", data], 0..=1);
    said(&["lihat", data, "--json"], 0..=1);
    said(&["lihat", data, "--toml"], 0..=1);
    said(&["lihat", data, "--profil", at], 0..=1);
    said(&["riwayat", at], 0..=0);
    said(&["riwayat", at, "--json"], 0..=0);
    said(&["verifikasi", at], 0..=0);
    said(&["verifikasi", at, "--json"], 0..=0);
    said(&["banding", at, "--dari", "1"], 0..=0);
    said(&["banding", at, "--dari", "1", "--json", "--xlsx", &format!("{luar}/banding.xlsx")], 0..=0);
    said(&["rekap", at, "--nama", PERSON, "--json", "--keluaran", luar], 0..=0);
    // What is told is there, masked.
    assert!(heard.contains("****-****-7890") && heard.contains("************0012"), "{heard}");
    found.extend(written(&office.path("keluaran")));
    found.extend(written(Path::new(luar)));
    assert!(found.is_empty(), "{} kebocoran:\n{}", found.len(), found.join("\n"));
}

/// A name that formulas, sheets and defined names speak cannot be masked there: it is refused.
#[test]
fn names_of_formulas_that_tell_a_person_are_refused() {
    for name in ["hp_081234567890", "nik3575011205800012"] {
        let office = office();
        let profile = String::from_utf8(office.read("iku.toml")).unwrap();
        office.write(
            "iku.toml",
            profile.replace("ukuran.lain", &format!("ukuran.{name}")).replace("+ lain +", &format!("+ {name} +")).as_bytes(),
        );
        let run = iku(&["periksa", office.text()]);
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains("nomor pribadi") && leaks(name, &run.stderr).is_empty(), "{}", run.stderr);
    }
}
