//! The usual mistakes of an office, each answered by a message that ends it: what
//! is wrong, where, and what to do. Where a line of the profile is shown, the
//! carets stand under the fault itself.

mod common;

#[cfg(unix)]
use common::iku_bound;
use common::{Office, iku};

/// What a mistake is, how it comes about, and what its message must say.
struct Mistake {
    name: &'static str,
    /// Spoils the sample office; gives the words of the command line, `{}` being the office's folder.
    made: fn(&Office) -> Vec<String>,
    status: i32,
    says: &'static [&'static str],
    /// What the carets stand under.
    marks: Option<&'static str>,
}

fn words(command: &str) -> Vec<String> {
    command.split(' ').map(str::to_owned).collect()
}

/// `periksa` on an office whose profile has one text in place of another.
fn edited(office: &Office, from: &str, to: &str) -> Vec<String> {
    office.edit_profile(from, to);
    words("periksa {}")
}

/// The outside of a workbook with a password, as samples/salah has it.
fn locked() -> Vec<u8> {
    Office::salah("berkas-terkunci").read("data/Data 2021.xlsx")
}

/// The same container with a Word document's stream in it, and none of a workbook's.
fn old_document() -> Vec<u8> {
    let utf16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let mut bytes = locked();
    for (from, to) in [("EncryptionInfo", "WordDocument"), ("EncryptedPackage", "1Table")] {
        let at = bytes.windows(from.len() * 2).position(|part| part == utf16(from)).unwrap();
        bytes[at..at + 64].fill(0);
        bytes[at..at + to.len() * 2].copy_from_slice(&utf16(to));
        // The length of the name, its closing zero counted.
        bytes[at + 64] = (to.len() as u8 + 1) * 2;
    }
    bytes
}

/// `periksa` where the volume of 2021 stands under this heading.
fn headed(office: &Office, heading: &str) -> Vec<String> {
    let table = format!("No;Nama Koperasi;Nomor Badan Hukum;{heading}\n1;A;BH/1;5\n");
    office.write("data/Laporan Keragaan Koperasi 2021.xlsx", table.as_bytes());
    words("periksa {}")
}

const MISTAKES: [Mistake; 36] = [
    Mistake {
        name: "the workbook is open in Excel, whose lock file lies beside it",
        made: |office| {
            office.write("data/~$Data UMKM 2021.xlsx", b"\x05Fulan");
            words("periksa {}")
        },
        status: 0,
        says: &["0 galat"],
        marks: None,
    },
    Mistake {
        name: "a workbook with a password",
        made: |office| {
            office.write("data/Data UMKM 2021.xlsx", &locked());
            words("buat {}")
        },
        status: 1,
        says: &["galat[berkas-terkunci]", "dikunci dengan kata sandi", "simpan tanpa sandi"],
        marks: None,
    },
    Mistake {
        name: "an old Word document renamed .xlsx",
        made: |office| {
            office.write("data/Data UMKM 2021.xlsx", &old_document());
            words("buat {}")
        },
        status: 1,
        says: &["galat[format-tidak-dikenal]", "dokumen Word lama (.doc)", "pindahkan tabelnya ke Excel"],
        marks: None,
    },
    Mistake {
        name: "a column whose heading is misspelt",
        made: |office| headed(office, "Volum Usha (Rp)"),
        status: 0,
        says: &["peringatan[judul-mirip]", "`Volum Usha (Rp)` dibaca sebagai `volume_usaha`", "[sumber.keragaan.kolom]"],
        marks: None,
    },
    Mistake {
        name: "a column whose heading is the office's own",
        made: |office| headed(office, "Perputaran (Rp)"),
        status: 1,
        says: &["galat[kolom-tidak-ada]", "`volume_usaha`", "[sumber.keragaan.kolom]"],
        marks: None,
    },
    Mistake {
        name: "a year's workbook is missing",
        made: |office| {
            std::fs::remove_file(office.path("data/Laporan Keragaan Koperasi 2020.xlsx")).unwrap();
            words("buat {}")
        },
        status: 1,
        says: &[
            "galat[berkas-tidak-ada]",
            "`data/Laporan Keragaan Koperasi 2020.xlsx`",
            "Tambahkan berkas tahun 2020",
            "tetapan",
        ],
        marks: None,
    },
    Mistake {
        name: "the workbook lies in another folder of the office",
        made: |office| {
            let bytes = office.read("data/Data UMKM 2021.xlsx");
            office.write("data tahun 2021/Data UMKM 2021.xlsx", &bytes);
            std::fs::remove_file(office.path("data/Data UMKM 2021.xlsx")).unwrap();
            words("buat {}")
        },
        status: 1,
        says: &[
            "galat[berkas-tidak-ada]",
            "Berkas itu ada di `data tahun 2021/Data UMKM 2021.xlsx`",
            "pindahkan ke tempat yang disebut, atau perbaiki `berkas`",
        ],
        marks: None,
    },
    Mistake {
        name: "the workbooks lie outside the office",
        made: |office| edited(office, "\"data/Data UMKM {tahun}.xlsx\"", "\"C:/Users/Fulan/Data UMKM {tahun}.xlsx\""),
        status: 2,
        says: &["menunjuk ke luar folder kantor", "salin berkasnya ke dalam folder kantor"],
        marks: Some("\"C:/Users/Fulan/Data UMKM {tahun}.xlsx\""),
    },
    Mistake {
        name: "a target with points and a comma, and no quotation marks",
        made: |office| edited(office, "{ 2021 = \"7,5\", 2022 = 8 }", "{ 2021 = 1.234,56, 2022 = 8 }"),
        status: 2,
        says: &["tidak diapit tanda kutip", "\"5,25\""],
        marks: Some(","),
    },
    Mistake {
        name: "the same in quotation marks",
        made: |office| edited(office, "{ 2021 = \"7,5\", 2022 = 8 }", "{ 2021 = \"1.234,56\", 2022 = 8 }"),
        status: 0,
        says: &["0 galat"],
        marks: None,
    },
    Mistake {
        name: "a target whose point may mean thousands",
        made: |office| edited(office, "{ 2021 = \"7,5\", 2022 = 8 }", "{ 2021 = 1.234, 2022 = 8 }"),
        status: 2,
        says: &["bisa berarti ribuan, bisa berarti desimal", "tulis 1234 bila ribuan, atau \"1,234\" bila desimal"],
        marks: Some("1.234"),
    },
    Mistake {
        name: "the folder of several offices is given to rekap by a wrong name",
        made: |_| words("rekap {}/kantor-kantor"),
        status: 2,
        says: &["folder ini tidak ada"],
        marks: None,
    },
    Mistake {
        name: "the folder's name is mistyped",
        made: |office| {
            let real = office.folder.path().file_name().unwrap().to_str().unwrap();
            vec!["buat".into(), format!("{{}}/../{}x", real)]
        },
        status: 2,
        says: &["folder ini tidak ada", "periksa ejaannya; folder kantor yang ada di dekat situ: \"", "{nama}\""],
        marks: None,
    },
    Mistake {
        name: "the folder of the data is given",
        made: |_| words("buat {}/data"),
        status: 2,
        says: &["profil `iku.toml` tidak ada di folder ini", "sebutkan folder kantornya", "{nama}\""],
        marks: None,
    },
    Mistake {
        name: "a workbook is given in place of the folder",
        made: |_| vec!["buat".into(), "{}/data/Data UMKM 2021.xlsx".into()],
        status: 2,
        says: &["ini buku kerja, bukan folder kantor", "`iku lihat`"],
        marks: None,
    },
    Mistake {
        name: "Notepad saved the profile as iku.toml.txt",
        made: |office| {
            office.write("iku.toml.txt", &office.read("iku.toml"));
            std::fs::remove_file(office.path("iku.toml")).unwrap();
            words("periksa {}")
        },
        status: 2,
        says: &["tetapi ada `iku.toml.txt`", "ganti namanya menjadi `iku.toml`", "File name extensions"],
        marks: None,
    },
    Mistake {
        name: "Notepad saved the profile as Unicode",
        made: |office| {
            let text = String::from_utf8(office.read("iku.toml")).unwrap();
            let bytes: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
            office.write("iku.toml", &bytes);
            words("periksa {}")
        },
        status: 0,
        says: &["0 galat"],
        marks: None,
    },
    Mistake {
        name: "Notepad saved the profile as ANSI",
        made: |office| {
            let text = String::from_utf8(office.read("iku.toml")).unwrap().replace("naik kelas", "naik \u{1} kelas");
            let bytes: Vec<u8> = text.bytes().map(|byte| if byte == 1 { 0x96 } else { byte }).collect();
            office.write("iku.toml", &bytes);
            words("periksa {}")
        },
        status: 2,
        says: &["iku.toml:7:", "tersimpan sebagai ANSI, bukan UTF-8", "naik \u{2013} kelas", "Encoding: UTF-8"],
        marks: None,
    },
    Mistake {
        name: "quotation marks copied from Word",
        made: |office| edited(office, "\"Kota Pasuruan\"", "\u{201c}Kota Pasuruan\u{201d}"),
        status: 2,
        says: &["tanda kutip"],
        marks: Some("\u{201c}Kota Pasuruan\u{201d}"),
    },
    Mistake {
        name: "a text is left to be filled in",
        made: |office| edited(office, "tempat  = \"Pasuruan\"", "tempat  = \"\u{2026}\""),
        status: 2,
        says: &["`tempat` belum diisi", "ganti `\u{2026}`"],
        marks: Some("\u{2026}"),
    },
    Mistake {
        name: "a key is misspelt",
        made: |office| edited(office, "penanggung_jawab = \"Bidang Koperasi\"", "penangung_jawab = \"Bidang Koperasi\""),
        status: 2,
        says: &["kunci tidak dikenal", "mungkin maksudnya `penanggung_jawab`"],
        marks: Some("penangung_jawab"),
    },
    Mistake {
        name: "a number with a decimal comma and no quotation marks",
        made: |office| {
            edited(office, "target           = { 2021 = \"7,5\", 2022 = 8 }", "target           = { 2021 = 7,5, 2022 = 8 }")
        },
        status: 2,
        says: &["tanda kutip", "\"5,25\""],
        marks: Some(","),
    },
    Mistake {
        name: "a path as Windows writes it",
        made: |office| edited(office, "\"data/Data UMKM {tahun}.xlsx\"", "'data\\Data UMKM {tahun}.xlsx'"),
        status: 2,
        says: &["garis miring"],
        marks: Some("'data\\Data UMKM {tahun}.xlsx'"),
    },
    Mistake {
        name: "a formula names what is not there",
        made: |office| edited(office, "rumus   = \"SUM(keragaan.volume_usaha)\"", "rumus   = \"SUM(keragaan.volume_usha)\""),
        status: 2,
        says: &["volume_usha", "volume_usaha"],
        marks: Some("volume_usha"),
    },
    Mistake {
        name: "a NIP with a digit too few",
        made: |office| edited(office, "19640505 199303 1 012", "19640505 199303 1 01"),
        status: 2,
        says: &["NIP", "18 angka"],
        marks: Some("\"19640505 199303 1 01\""),
    },
    Mistake {
        name: "the workbook's name is not as the profile says",
        made: |office| {
            std::fs::rename(office.path("data/Data UMKM 2021.xlsx"), office.path("data/Data UMKM Th 2021.xlsx")).unwrap();
            words("buat {}")
        },
        status: 1,
        says: &["galat[berkas-tidak-ada]", "di folder itu ada `data/Data UMKM Th 2021.xlsx`"],
        marks: None,
    },
    Mistake {
        name: "the command is left out",
        made: |_| words("{}"),
        status: 2,
        says: &["Perintahnya belum ditulis", "iku buat \""],
        marks: None,
    },
    Mistake {
        name: "the command is mistyped",
        made: |_| words("bauat {}"),
        status: 2,
        says: &["perintah `bauat` tidak dikenal", "mungkin maksudnya `buat`"],
        marks: None,
    },
    Mistake { name: "the command in capitals", made: |_| words("PERIKSA {}"), status: 0, says: &["0 galat"], marks: None },
    Mistake {
        name: "the new office's folder is an office already",
        made: |_| words("siapkan {}"),
        status: 2,
        says: &["iku.toml sudah ada, dan tidak ditimpa"],
        marks: None,
    },
    Mistake {
        name: "a file stands where the report's folder would",
        made: |office| {
            office.write("keluaran", b"");
            words("buat {}")
        },
        status: 2,
        says: &["sebuah berkas berdiri di tempat foldernya; pindahkan berkas itu atau ganti namanya"],
        marks: None,
    },
    Mistake {
        name: "a workbook that was not downloaded to its end",
        made: |office| {
            office.write("data/Data UMKM 2021.xlsx", b"");
            words("periksa {}")
        },
        status: 1,
        says: &["galat[berkas-rusak]", "berkas kosong, 0 bita", "ambil salinan lain"],
        marks: None,
    },
    Mistake {
        name: "a page of the web saved under a workbook's name",
        made: |office| {
            office.write("data/Data UMKM 2021.xlsx", b"<html><table><tr><td>1</td></tr></table></html>");
            words("periksa {}")
        },
        status: 1,
        says: &["galat[format-tidak-dikenal]", "halaman HTML", "simpan sebagai Buku Kerja Excel (.xlsx)"],
        marks: None,
    },
    Mistake {
        name: "a letter O in the year",
        made: |_| words("buat {} --tahun 2O21"),
        status: 2,
        says: &["`2O21` bukan tahun; tulis empat angka, misalnya --tahun 2021"],
        marks: None,
    },
    Mistake {
        name: "an option is mistyped",
        made: |_| words("buat {} --tahunn 2021"),
        status: 2,
        says: &["pilihan `--tahunn` tidak dikenal di sini; mungkin maksudnya `--tahun`"],
        marks: None,
    },
    Mistake {
        name: "a bracket that is not closed",
        made: |office| edited(office, "\"SUM(keragaan.volume_usaha)\"", "\"SUM(keragaan.volume_usaha\""),
        status: 2,
        says: &["Tanda kurung tutup \")\" kurang"],
        marks: Some("\""),
    },
];

/// What the carets of a message stand under, line by line.
fn marked(message: &str) -> Vec<String> {
    let lines: Vec<&str> = message.lines().collect();
    let pairs = lines.windows(2).filter(|pair| pair[1].starts_with("   | ") && pair[1].contains('^'));
    let under = |pair: &[&str]| {
        let is_marked = pair[1].chars().map(|c| c == '^');
        pair[0].chars().zip(is_marked.chain(std::iter::repeat(false))).filter(|(_, marked)| *marked).map(|(c, _)| c).collect()
    };
    pairs.map(under).collect()
}

#[test]
fn each_mistake_is_ended_by_its_message() {
    let mut wrong = Vec::new();
    for Mistake { name, made, status, says, marks } in MISTAKES {
        let office = Office::sample();
        let folder = office.text().to_owned();
        let call: Vec<String> = made(&office).iter().map(|word| word.replace("{}", &folder)).collect();
        let run = iku(&call.iter().map(String::as_str).collect::<Vec<_>>());
        if run.status != status {
            wrong.push(format!("{name}: status {} and not {status}\n{}", run.status, run.stderr));
        }
        let own = office.folder.path().file_name().unwrap().to_str().unwrap();
        for said in says.iter().map(|said| said.replace("{nama}", own)) {
            if !run.stderr.contains(&said) {
                wrong.push(format!("{name}: `{said}` is not said\n{}", run.stderr));
            }
        }
        let marked = marked(&run.stderr);
        if marks.map(str::to_owned) != marked.first().cloned() {
            wrong.push(format!("{name}: the carets stand under {marked:?} and not {marks:?}\n{}", run.stderr));
        }
        for strange in ["os error", "src/", "panicked", "docs/", ".rs:", "No such file"] {
            if run.stderr.contains(strange) {
                wrong.push(format!("{name}: says `{strange}`\n{}", run.stderr));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n---\n"));
}

/// A file that may not be read is locked, and not damaged; a folder that may not be
/// written is told without the system's number.
#[cfg(unix)]
#[test]
fn what_is_not_permitted_is_told_so() {
    use std::os::unix::fs::PermissionsExt as _;
    let office = Office::sample();
    let shut = |name: &str, mode: u32| {
        std::fs::set_permissions(office.path(name), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    shut("data/Data UMKM 2021.xlsx", 0o000);
    let run = iku_bound(&office, &["buat", office.text()]);
    assert!(run.stderr.contains("galat[berkas-terkunci]") && run.stderr.contains("tidak diizinkan membacanya"), "{}", run.stderr);
    assert!(!run.stderr.contains("rusak"), "{}", run.stderr);
    shut("data/Data UMKM 2021.xlsx", 0o644);
    shut("", 0o555);
    let run = iku_bound(&office, &["buat", office.text()]);
    shut("", 0o755);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.contains("tidak diizinkan") && !run.stderr.contains("os error"), "{}", run.stderr);
    shut("iku.toml", 0o000);
    let run = iku_bound(&office, &["buat", office.text()]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.contains("izin") && !run.stderr.contains("os error"), "{}", run.stderr);
    shut("iku.toml", 0o644);
    assert_eq!(iku_bound(&office, &["buat", office.text()]).status, 0);
}

/// A report that stands there and may not be looked at is told by every command that rests on it, as not read and not as
/// not written; a check that would compare nothing with it is none.
#[cfg(unix)]
#[test]
fn what_is_not_permitted_of_a_record_is_told_so() {
    use std::os::unix::fs::PermissionsExt as _;
    let office = Office::sample();
    assert_eq!(iku_bound(&office, &["buat", office.text()]).status, 0);
    let shut = |name: &str, mode: u32| {
        std::fs::set_permissions(office.path(name), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    for (name, open) in [("keluaran/2021/iku-2021.json", 0o644), ("keluaran", 0o755)] {
        shut(name, 0o000);
        for command in ["riwayat", "verifikasi", "periksa", "buat", "rekap"] {
            let run = iku_bound(&office, &[command, office.text()]);
            let told = run.stderr.contains("tidak dapat dibaca") && !run.stderr.contains("tidak dapat ditulis");
            assert!(run.status == 2 && told, "{command}, {name}: {}\n{}", run.status, run.stderr);
        }
        shut(name, open);
    }
    assert_eq!(iku_bound(&office, &["periksa", office.text()]).status, 0);
}

#[test]
fn there_are_at_least_twelve() {
    assert!(MISTAKES.len() >= 12);
}
