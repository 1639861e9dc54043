//! Running the whole program on offices laid out in scratch folders.
#![allow(dead_code, reason = "each test binary uses its own part")]

pub mod book;
pub mod drawn;
pub mod golden;
pub mod signed;
pub mod tagged;

use std::cell::OnceCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use tempfile::TempDir;

/// What a run said and how it ended.
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

/// Runs the built program, or the one that `IKU_PROGRAM` names: another build of it,
/// held to the same tests (`rilis/uji.sh`).
pub fn iku(args: &[&str]) -> Run {
    iku_told(args, "")
}

/// The same with somebody who types these lines.
pub fn iku_told(args: &[&str], typed: &str) -> Run {
    told(program().args(args), typed)
}

/// The same by somebody whom permissions bind. Root, whom they do not, hands the office and a copy of the
/// program to another user, who runs it.
#[cfg(unix)]
pub fn iku_bound(office: &Office, args: &[&str]) -> Run {
    use std::os::unix::fs::{MetadataExt as _, chown};
    use std::os::unix::process::CommandExt as _;
    const NOBODY: u32 = 65_534;
    if fs::metadata(office.folder.path()).unwrap().uid() != 0 && office.owner.get().is_none() {
        return iku(args);
    }
    let own = office.owner.get_or_init(|| {
        fn hand_over(path: &Path) {
            // What is held fast cannot be handed over, and is not that user's to change either.
            let _ = chown(path, Some(NOBODY), Some(NOBODY));
            for entry in fs::read_dir(path).into_iter().flatten() {
                hand_over(&entry.unwrap().path());
            }
        }
        hand_over(office.folder.path());
        let own = tempfile::tempdir().unwrap();
        fs::copy(program_path(), own.path().join("iku")).unwrap();
        hand_over(own.path());
        own
    });
    let mut command = Command::new(own.path().join("iku"));
    command.env("IKU_JANGAN_BUKA", "1").env("XDG_STATE_HOME", own.path()).uid(NOBODY).gid(NOBODY);
    told(command.args(args), "")
}

fn told(command: &mut Command, typed: &str) -> Run {
    use std::io::Write as _;
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that asks nothing has gone before it is answered.
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    let output = child.wait_with_output().unwrap();
    Run {
        status: ended(output.status),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// What a program that ended said by its status. `rilis/uji.sh` knows these words: under Wine a signal may be Wine's.
pub fn ended(status: ExitStatus) -> i32 {
    status.code().expect("the program ends by itself")
}

/// Where the program that is tested stands.
#[expect(clippy::disallowed_methods, reason = "which build is tested is said from outside")]
pub fn program_path() -> String {
    std::env::var("IKU_PROGRAM").unwrap_or_else(|_| env!("CARGO_BIN_EXE_iku").to_owned())
}

/// The program that is tested.
pub fn program() -> Command {
    let mut command = Command::new(program_path());
    // Nothing of a test is seen on the desktop, or remembered as an office worked on.
    let own = concat!(env!("CARGO_TARGET_TMPDIR"), "/pengguna");
    command.env("IKU_JANGAN_BUKA", "1").env("XDG_STATE_HOME", own).env("APPDATA", own);
    command
}

/// An office's folder that a test may spoil.
pub struct Office {
    pub folder: TempDir,
    /// Where [`iku_bound`] keeps the other user's copy of the program.
    owner: OnceCell<TempDir>,
}

impl Office {
    /// A copy of the sample office, without its output.
    pub fn sample() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kota-pasuruan"), folder.path());
        Self { folder, owner: OnceCell::new() }
    }

    /// A copy of an office of the catalogue.
    pub fn catalogue(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/katalog-iku").join(name), folder.path());
        Self { folder, owner: OnceCell::new() }
    }

    /// A copy of the spoilt office of a finding's code.
    pub fn salah(kode: &str) -> Self {
        let folder = tempfile::Builder::new().prefix("kantor").tempdir().unwrap();
        let office = Self { folder, owner: OnceCell::new() };
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/salah").join(kode);
        copy(&sample, office.folder.path());
        // The last report of an office is part of its fault.
        if sample.join("keluaran").is_dir() {
            copy(&sample.join("keluaran"), &office.folder.path().join("keluaran"));
        }
        office
    }

    /// An office of CSV files with this profile.
    pub fn of(profile: &str, files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let office = Self { folder, owner: OnceCell::new() };
        office.write("iku.toml", profile.as_bytes());
        for (name, text) in files {
            office.write(name, text.as_bytes());
        }
        office
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn text(&self) -> &str {
        self.folder.path().to_str().unwrap()
    }

    pub fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        #[expect(clippy::disallowed_methods, reason = "a test lays out its own folder")]
        fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// Replaces a text of the profile, which must be there.
    pub fn edit_profile(&self, from: &str, to: &str) {
        let profile = String::from_utf8(self.read("iku.toml")).unwrap();
        assert!(profile.contains(from), "{from} is not in the profile");
        self.write("iku.toml", profile.replacen(from, to, 1).as_bytes());
    }

    pub fn buat(&self) -> Run {
        iku(&["buat", self.text()])
    }

    pub fn record(&self) -> serde_json::Value {
        serde_json::from_slice(&self.read("keluaran/2021/iku-2021.json")).unwrap()
    }

    /// The names of all files under `keluaran`, sorted; empty where nothing was written.
    pub fn outputs(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.path("keluaran/2021"))
            .map(|entries| entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect())
            .unwrap_or_default();
        // The archive and the lock stand beside the report.
        names.retain(|name| name.starts_with("iku-"));
        names.sort();
        names
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_name() == "keluaran" {
            continue;
        }
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The least that a profile says of its office, report and signatory.
pub const LEAST: &str = r#"[instansi]
nama = "Dinas Koperasi"
daerah = "Kota Contoh"
[laporan]
tahun = 2021
[penandatangan]
tempat = "Contoh"
tanggal = 2022-01-24
jabatan = ["KEPALA DINAS"]
nama = "Fulan"
"#;

/// A small office's profile over `data/keragaan {tahun}.csv`, with one indicator
/// `rumus` (and what `more` adds at its end).
pub fn small_profile(rumus: &str, more: &str) -> String {
    format!(
        r#"{LEAST}[sumber.keragaan]
bentuk = "keragaan"
berkas = "data/keragaan {{tahun}}.csv"
kunci = ["nomor_bh"]
[ukuran.volume]
rumus = "SUM(keragaan.volume_usaha)"
sebutan = "Jumlah volume usaha"
satuan = "Rp"
[ukuran.koperasi]
rumus = "COUNT(keragaan)"
sebutan = "Jumlah koperasi"
[[sasaran]]
uraian = "Sasaran"
[[sasaran.indikator]]
nama = "Indikator"
rumus = "{rumus}"
satuan = "%"
{more}
"#
    )
}

/// A koperasi table as CSV: number, badan hukum and volume of each.
pub fn small_table(volumes: &[(&str, &str)]) -> String {
    let mut text = String::from("No;Nama Koperasi;Nomor Badan Hukum;Volume Usaha (Rp)\n");
    for (index, (nama, volume)) in volumes.iter().enumerate() {
        text.push_str(&format!("{};{nama};BH/{nama}/2001;{volume}\n", index + 1));
    }
    text
}
