//! Corrections as an office makes them: nothing that was handed out is lost, a
//! signed paper is never touched, and a run that is cut off leaves one revision whole.

mod common;

use common::{Office, ended, iku, program, small_profile, small_table};
#[cfg(unix)]
use common::{iku_bound, program_path};
use iku::deliver::sha256_hex;
use lopdf::Object;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const GROWTH: &str = "(volume[n] - volume[n-1]) / volume[n-1] * 100";

fn office() -> Office {
    let (before, now) = (small_table(&[("A", "100"), ("B", "300")]), small_table(&[("A", "150"), ("B", "300")]));
    Office::of(
        &small_profile(GROWTH, "arah = \"naik\"\ntarget = { 2021 = 10 }"),
        &[("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)],
    )
}

/// Koperasi A's volume of 2021.
fn correct(office: &Office, volume: u32) {
    office.write("data/keragaan 2021.csv", small_table(&[("A", &volume.to_string()), ("B", "300")]).as_bytes());
}

const REPORT: &str = "keluaran/2021";

/// An object as a PDF says it.
fn said(object: &Object) -> String {
    let dict = |dict: &lopdf::Dictionary| {
        let all: Vec<String> =
            dict.iter().map(|(key, value)| format!("/{} {}", String::from_utf8_lossy(key), said(value))).collect();
        format!("<< {} >>", all.join(" "))
    };
    match object {
        Object::Null => "null".to_owned(),
        Object::Boolean(value) => value.to_string(),
        Object::Integer(value) => value.to_string(),
        Object::Real(value) => value.to_string(),
        Object::Name(name) => format!("/{}", String::from_utf8_lossy(name)),
        Object::String(text, _) => format!("<{}>", text.iter().map(|byte| format!("{byte:02x}")).collect::<String>()),
        Object::Array(list) => format!("[ {} ]", list.iter().map(said).collect::<Vec<_>>().join(" ")),
        Object::Dictionary(own) => dict(own),
        Object::Stream(_) => panic!("a stream stands in no other object"),
        Object::Reference((id, _)) => format!("{id} 0 R"),
    }
}

/// The PDF with objects put into it by an incremental update, after those that it has: the first is its catalog, to which
/// `more` is added.
fn updated(paper: &[u8], more: &str, objects: &[(u32, String)]) -> Vec<u8> {
    let file = lopdf::Document::load_mem(paper).unwrap();
    let root = file.trailer.get(b"Root").unwrap().as_reference().unwrap();
    let catalog = said(&Object::Dictionary(file.get_dictionary(root).unwrap().clone()));
    let text = String::from_utf8_lossy(paper);
    let previous = text.rsplit("startxref").next().unwrap().split_whitespace().next().unwrap().to_owned();
    let (mut bytes, mut table) = (paper.to_vec(), "xref\n".to_owned());
    let catalog = (root.0, format!("{} {more} >>", catalog.trim_end_matches(">>")));
    for (id, object) in [&catalog].into_iter().chain(objects) {
        table.push_str(&format!("{id} 1\n{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{id} 0 obj\n{object}\nendobj\n").bytes());
    }
    let at = bytes.len();
    let trailer = format!("trailer\n<< /Root {} 0 R /Size 99999 /Prev {previous} >>\nstartxref\n{at}\n%%EOF\n", root.0);
    bytes.extend(table.bytes());
    bytes.extend(trailer.bytes());
    bytes
}

/// The PDF signed as signing services do, in a field that nobody sees; the signature holds the digest of what it covers.
fn signed(paper: &[u8]) -> Vec<u8> {
    let room = format!("<{}>", "0".repeat(64));
    let head =
        |range: &str| format!("<< /Type /Sig /M (D:20220125093000+07'00') /Name (EDY) /ByteRange [{range:<40}] /Contents ");
    let field = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (ttd) /Rect [ 0 0 0 0 ] /F 132 /V 90001 0 R >>".to_owned();
    let with = |range: &str| {
        let objects = [(90000, field.clone()), (90001, format!("{}{room} >>", head(range)))];
        updated(paper, "/AcroForm << /Fields [ 90000 0 R ] /SigFlags 3 >>", &objects)
    };
    let bytes = with("");
    let start = bytes.windows(room.len()).rposition(|window| window == room.as_bytes()).unwrap();
    let end = start + room.len();
    let mut bytes = with(&format!("0 {start} {end} {}", bytes.len() - end));
    let digest = sha256_hex(&[&bytes[..start], &bytes[end..]].concat());
    bytes[start + 1..end - 1].copy_from_slice(digest.as_bytes());
    bytes
}

/// A record, if one stands there, whose files are as it says; panics where they are not.
fn whole(folder: &Path) -> Option<Value> {
    let record: Value = serde_json::from_slice(&std::fs::read(folder.join("iku-2021.json")).ok()?).unwrap();
    for file in record["luaran"].as_array().unwrap() {
        let name = file["berkas"].as_str().unwrap();
        let bytes = std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{}/{name}: {error}", folder.display()));
        assert_eq!(file["sha256"], sha256_hex(&bytes), "{}/{name} is not of its record", folder.display());
    }
    Some(record)
}

/// Holds that the report and every archived revision are whole; the revision that stands.
fn all_whole(office: &Office) -> u64 {
    let report = office.path(REPORT);
    let Some(record) = whole(&report) else { return 0 };
    let revisi = record["revisi"].as_u64().unwrap();
    for older in 1..revisi {
        let archived = whole(&report.join(format!("arsip/rev-{older}"))).unwrap_or_else(|| panic!("revision {older} is lost"));
        assert_eq!(archived["revisi"], older);
    }
    for each in 1..=revisi {
        assert!(report.join(format!("arsip/rev-{each}/masukan.zip")).is_file(), "the snapshot of revision {each} is lost");
    }
    revisi
}

#[test]
fn a_correction_makes_a_revision_that_says_what_moved_and_keeps_the_old_one() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let first = office.read("keluaran/2021/iku-2021.pdf");
    assert_eq!(office.record()["revisi"], 1);
    correct(&office, 130);
    let run = iku(&["buat", office.text(), "--alasan", "A salah ketik"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for part in ["revisi 2", "data/keragaan 2021.csv", "12,50 menjadi 7,50"] {
        assert!(run.stderr.contains(part), "{part} is not in\n{}", run.stderr);
    }
    assert_eq!(all_whole(&office), 2);
    assert!(office.read("keluaran/2021/arsip/rev-1/iku-2021.pdf") == first);
    let record = office.record();
    assert_eq!(record["alasan"], "A salah ketik");
    let change = &record["perubahan"][0];
    assert_eq!(
        change["karena"],
        serde_json::json!([
            { "apa": "berkas", "nama": "data/keragaan 2021.csv" },
            { "apa": "sel", "nama": "keragaan 2021, A: volume_usaha 150 menjadi 130 (data/keragaan 2021.csv!D2)" }
        ])
    );
    let measure = change["angka"].as_array().unwrap().iter().find(|one| one["tentang"] == "ukuran").unwrap();
    assert_eq!((&measure["id"], &measure["semula"], &measure["menjadi"]), (&"volume".into(), &"450".into(), &"430".into()));
    let moved = &change["angka"][0];
    assert_eq!((&moved["semula"], &moved["menjadi"], &moved["selisih"]), (&"12,50".into(), &"7,50".into(), &"-5,00".into()));
    let again = office.buat();
    assert!(again.stderr.contains("tidak ada yang berubah"), "{}", again.stderr);
    // The third tells both.
    office.edit_profile("target = { 2021 = 10 }", "target = { 2021 = 5 }");
    let run = office.buat();
    assert!(run.stderr.contains("target 2021 indikator 1.1 dalam iku.toml"), "{}", run.stderr);
    let record = office.record();
    assert_eq!(record["perubahan"].as_array().unwrap().len(), 2);
    assert_eq!(record["alasan"], Value::Null);
    assert_eq!(all_whole(&office), 3);
}

#[test]
fn a_signed_paper_survives_any_number_of_runs() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let paper = signed(&office.read("keluaran/2021/iku-2021.pdf"));
    office.write("keluaran/2021/iku-2021.pdf", &paper);
    assert!(office.buat().stderr.contains("tidak ada yang berubah"));
    correct(&office, 130);
    for _ in 0..3 {
        let run = office.buat();
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains("--alasan"), "{}", run.stderr);
        assert!(office.read("keluaran/2021/iku-2021.pdf") == paper);
    }
    let run = iku(&["buat", office.text(), "--alasan", "Koreksi A"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(office.read("keluaran/2021/arsip/rev-1/iku-2021.pdf") == paper);
    for volume in [140, 150, 160] {
        correct(&office, volume);
        assert_eq!(office.buat().status, 0);
        assert!(office.read("keluaran/2021/arsip/rev-1/iku-2021.pdf") == paper);
    }
}

#[test]
fn a_signed_paper_is_safe_also_where_its_companions_are_lost() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let paper = signed(&office.read("keluaran/2021/iku-2021.pdf"));
    office.write("keluaran/2021/iku-2021.pdf", &paper);
    std::fs::remove_file(office.path("keluaran/2021/iku-2021.xlsx")).unwrap();
    let run = office.buat();
    assert!(run.stderr.contains("ditulis kembali"), "{}", run.stderr);
    assert!(office.read("keluaran/2021/iku-2021.pdf") == paper);
    assert!(office.path("keluaran/2021/iku-2021.xlsx").is_file());
    std::fs::remove_file(office.path("keluaran/2021/iku-2021.json")).unwrap();
    let run = office.buat();
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(office.read("keluaran/2021/iku-2021.pdf") == paper);
    let run = iku(&["buat", office.text(), "--alasan", "catatan hilang"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(office.read("keluaran/2021/arsip/lain-1/iku-2021.pdf") == paper);
}

#[test]
fn a_file_of_these_names_that_iku_did_not_write_is_moved_aside_and_told() {
    let office = office();
    office.write("keluaran/2021/iku-2021.pdf", b"the head's own");
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("arsip/lain-1/iku-2021.pdf"), "{}", run.stderr);
    assert!(office.read("keluaran/2021/arsip/lain-1/iku-2021.pdf") == b"the head's own");
    office.write("keluaran/2021/iku-2021.xlsx", b"worked in by hand");
    let run = office.buat();
    assert!(run.stderr.contains("arsip/lain-2/iku-2021.xlsx"), "{}", run.stderr);
    assert!(office.read("keluaran/2021/arsip/lain-2/iku-2021.xlsx") == b"worked in by hand");
    assert_eq!(all_whole(&office), 1);
    office.write("keluaran/2021/iku-2021-draf.pdf", b"another's draft");
    assert_eq!(iku(&["buat", office.text(), "--draf"]).status, 0);
    assert!(office.read("keluaran/2021/arsip/lain-3/iku-2021-draf.pdf") == b"another's draft");
}

/// Bytes of the report's three files.
fn three(folder: &Path) -> [Vec<u8>; 3] {
    ["iku-2021.pdf", "iku-2021.xlsx", "iku-2021.json"].map(|name| std::fs::read(folder.join(name)).unwrap())
}

#[test]
fn the_same_inputs_give_the_same_bytes_in_any_folder_and_time_zone() {
    let first = Office::sample();
    assert_eq!(first.buat().status, 0);
    let other = Office::sample();
    let out = other.path("jauh di sana/hasil");
    // Another folder, another place to write to, another zone, another tongue, one processor.
    let mut run = program();
    run.args(["buat", ".", "--keluaran", out.to_str().unwrap()]).current_dir(other.folder.path());
    run.env("TZ", "America/Anchorage").env("LC_ALL", "tr_TR.UTF-8").env("HOME", "/nowhere").stderr(Stdio::null());
    assert_eq!(ended(run.status().unwrap()), 0);
    assert!(three(&first.path(REPORT)) == three(&out));
    // Both at once by two jobs, and one after the other by one.
    for jobs in ["1", "2"] {
        let both = other.path(&format!("pekerjaan {jobs}"));
        let run = iku(&["buat", first.text(), other.text(), "--pekerjaan", jobs, "--keluaran", both.to_str().unwrap()]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        for office in [&first, &other] {
            assert!(three(&both.join(office.folder.path().file_name().unwrap())) == three(&out), "{jobs} jobs");
        }
    }
}

/// A run in a shell, with what the shell does first.
#[cfg(unix)]
fn in_shell(before: &str, office: &Office) -> (bool, String) {
    let script = format!("{before}; exec '{}' buat '{}'", program_path(), office.text());
    let run = Command::new("sh").args(["-c", &script]).output().unwrap();
    (run.status.code() == Some(2), String::from_utf8(run.stderr).unwrap())
}

#[cfg(unix)]
#[test]
fn where_no_more_can_be_written_nothing_is_lost() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let before = three(&office.path(REPORT));
    correct(&office, 130);
    // No file may grow beyond 16 KiB (512 bytes each): the pages do not fit, the record would.
    let (refused, words) = in_shell("trap '' XFSZ; ulimit -f 32", &office);
    assert!(refused && words.contains("tidak dapat ditulis"), "{words}");
    assert!(words.contains("berkasnya terlalu besar") && words.contains("seperti semula"), "{words}");
    assert!(three(&office.path(REPORT)) == before);
    assert!(!office.path("keluaran/2021/.iku-sedang-ditulis").exists());
    assert_eq!((office.buat().status, all_whole(&office)), (0, 2));
}

/// What a disk of 4 MiB of its own goes through: the report made, one koperasi corrected, the disk filled up to
/// the last `$2` KiB; then `buat` answers with words and leaves everything as it was, and once there is room
/// the correction is written whole.
#[cfg(target_os = "linux")]
const FULL_DISK: &str = r#"
set -eu
iku=$1 left=$2 office=$3 room=$4 corrected=$5
mount -t tmpfs -o size=4m none "$room"
cp -r "$office" "$room/kantor" && cd "$room/kantor"
"$iku" buat . 2>/dev/null
sums() { find keluaran -type f ! -name .iku-kunci -exec sha256sum {} + | sort; }
sums >/dev/shm/iku-$$ && cp "$corrected" "data/keragaan 2021.csv"
dd if=/dev/zero of="$room/isi" bs=1k 2>/dev/null || true
truncate -s "$(($(stat -c %s "$room/isi") - left * 1024))" "$room/isi"
status=0 && said=$("$iku" buat . 2>&1) || status=$?
before=$(cat /dev/shm/iku-$$) && rm /dev/shm/iku-$$
[ "$status" = 2 ] || { echo "status $status: $said"; exit 1; }
case $said in *"tempat penyimpanan penuh"* | *"disk penuh"*) ;; *) echo "$said"; exit 1 ;; esac
[ "$(sums)" = "$before" ] || { echo "touched: $said"; sums; exit 1; }
rm "$room/isi"
"$iku" buat . 2>/dev/null && "$iku" verifikasi . >/dev/null
[ -f keluaran/2021/arsip/rev-1/iku-2021.pdf ]
"#;

/// Needs a mount of its own, which a user namespace gives where the system allows one.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_loses_nothing() {
    let may_mount = Command::new("unshare").args(["-rm", "true"]).stderr(Stdio::null()).status();
    if !may_mount.is_ok_and(|status| status.success()) {
        println!("no mount may be made here");
        return;
    }
    let (office, room) = (office(), tempfile::tempdir().unwrap());
    let corrected = office.path("koreksi.csv");
    office.write("koreksi.csv", small_table(&[("A", "130"), ("B", "300")]).as_bytes());
    for left in ["0", "4", "12", "40", "64", "96"] {
        let run = Command::new("unshare")
            .args(["-rm", "sh", "-c", FULL_DISK, "sh"])
            .arg(program().get_program())
            .args([left, office.text(), room.path().to_str().unwrap(), corrected.to_str().unwrap()])
            .env("IKU_JANGAN_BUKA", "1")
            .output()
            .unwrap();
        let said = [run.stdout, run.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
        assert!(run.status.success(), "{left} KiB left: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_nobody_may_write_to_and_a_file_held_fast_lose_nothing() {
    /// Keeps a file or folder from being changed, also by root where the disk can do that; else a folder by
    /// its permissions. False where that cannot be had.
    fn hold(path: &Path, held: bool) -> bool {
        let sign = if held { "+i" } else { "-i" };
        let fast = Command::new("chattr").arg(sign).arg(path).stderr(Stdio::null()).status();
        if fast.is_ok_and(|status| status.success()) {
            return true;
        }
        use std::os::unix::fs::PermissionsExt;
        let mode = if held { 0o555 } else { 0o755 };
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        path.is_dir()
    }
    for held in ["keluaran/2021", "keluaran/2021/iku-2021.pdf", "keluaran/2021/arsip"] {
        let office = office();
        assert_eq!(office.buat().status, 0);
        let before = three(&office.path(REPORT));
        correct(&office, 130);
        if !hold(&office.path(held), true) {
            hold(&office.path(held), false);
            continue;
        }
        let run = iku_bound(&office, &["buat", office.text()]);
        let stands = three(&office.path(REPORT));
        hold(&office.path(held), false);
        assert_eq!(run.status, 2, "{held}: {}", run.stderr);
        assert!(run.stderr.contains("tidak diizinkan") && run.stderr.contains("seperti semula"), "{held}: {}", run.stderr);
        assert!(stands == before, "{held}: the report was touched");
        // Once it is let go, the correction is written whole.
        let run = office.buat();
        assert_eq!((run.status, all_whole(&office)), (0, 2), "{held}: {}", run.stderr);
    }
}

/// Two runs at once over each change; each pair ends in one whole revision more.
fn pairs(count: u32) {
    let office = office();
    for round in 0..count {
        correct(&office, 101 + round);
        let start = || program().args(["buat", office.text()]).stderr(Stdio::piped()).spawn().unwrap();
        let both = [start(), start()].map(|run| run.wait_with_output().unwrap());
        let said = both.map(|run| {
            let said = String::from_utf8(run.stderr).unwrap();
            assert_eq!(ended(run.status), 0, "round {round}: {said}");
            (said.contains("laporan ditulis"), said.contains("tidak ada yang berubah"))
        });
        assert!(said.contains(&(true, false)) && said.contains(&(false, true)), "round {round}: {said:?}");
        assert_eq!(all_whole(&office), u64::from(round) + 1);
    }
}

#[test]
fn of_two_runs_at_once_one_writes_and_the_other_finds_it_done() {
    pairs(8);
}

#[test]
#[ignore = "minutes; docs/pengujian.md"]
fn three_hundred_pairs() {
    pairs(300);
}

/// The real process killed at moments spread over its run; the next command
/// always finds one revision whole, and the archive as it was.
#[expect(clippy::disallowed_methods, reason = "kills are spread over the time a run takes")]
fn killed(count: u32) {
    let office = office();
    let start = std::time::Instant::now();
    assert_eq!(office.buat().status, 0);
    let whole_run = start.elapsed().max(Duration::from_millis(20));
    let mut seed: u64 = 0x1d8f_3a27;
    let (mut last, mut advanced) = (1, 0);
    for round in 0..count {
        correct(&office, 101 + round);
        let mut run = program().args(["buat", office.text()]).stderr(Stdio::null()).spawn().unwrap();
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let part = (seed >> 33) % 1000;
        std::thread::sleep(whole_run.mul_f64(part as f64 / 1000.0));
        let _ = run.kill();
        run.wait().unwrap();
        // Another command of the same folder finishes or undoes it.
        let next = iku(&["riwayat", office.text()]);
        assert_eq!(next.status, 0, "{}", next.stderr);
        let stands = all_whole(&office);
        assert!(stands == last || stands == last + 1, "round {round}: revision {stands} after {last}");
        assert!(!office.path("keluaran/2021/.iku-sedang-ditulis").exists());
        advanced += u32::from(stands > last);
        last = stands;
    }
    println!("{advanced} of {count} runs had come to their end");
    assert!(advanced < count, "no run was cut off");
}

#[test]
fn a_process_that_is_killed_loses_nothing() {
    killed(24);
}

#[test]
#[ignore = "minutes; docs/pengujian.md"]
fn three_hundred_killed() {
    killed(300);
}

#[test]
fn the_history_tells_each_revision_and_who_signed_it() {
    let office = office();
    let empty = iku(&["riwayat", office.text()]);
    assert_eq!((empty.status, empty.stdout.as_str()), (0, ""));
    assert_eq!(office.buat().status, 0);
    office.write("keluaran/2021/iku-2021.pdf", &signed(&office.read("keluaran/2021/iku-2021.pdf")));
    correct(&office, 130);
    assert_eq!(iku(&["buat", office.text(), "--alasan", "A salah ketik"]).status, 0);
    let run = iku(&["riwayat", office.text()]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 2, "{}", run.stdout);
    for part in [
        "2021 revisi 1",
        "1.1 12,50 %",
        "oleh EDY pada 2022-01-25 09:30:00 +07:00 (nama menurut tulisannya sendiri)",
        "mencakup seluruh isi",
    ] {
        assert!(lines[0].contains(part), "{part} is not in {}", lines[0]);
    }
    // Nobody but the head knows of a pen.
    for part in ["revisi 2", "A salah ketik", "7,50", "tanda tangan basah (tidak terlihat oleh program)"] {
        assert!(lines[1].contains(part), "{part} is not in {}", lines[1]);
    }
    let json: Value = serde_json::from_str(&iku(&["riwayat", office.text(), "--json"]).stdout).unwrap();
    assert_eq!(json[0]["ditandatangani"], true);
    assert_eq!(json[0]["tanda_tangan"][0]["mencakup_seluruhnya"], true);
    assert_eq!((&json[1]["alasan"], &json[1]["ditandatangani"]), (&"A salah ketik".into(), &Value::Null));
    let none = iku(&["riwayat", office.text(), "--tahun", "2019", "--json"]);
    assert_eq!(none.stdout.trim(), "[]");
}

#[test]
fn verification_says_which_file_was_touched() {
    let office = office();
    assert_eq!(iku(&["verifikasi", office.text()]).status, 2, "there is nothing to verify yet");
    assert_eq!(office.buat().status, 0);
    correct(&office, 130);
    assert_eq!(office.buat().status, 0);
    // What the office does with its data afterwards is no matter of the papers.
    correct(&office, 999);
    let run = iku(&["verifikasi", office.text()]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert_eq!(run.stdout.matches("dihitung ulang dari potretnya: sama").count(), 2, "{}", run.stdout);
    assert!(!office.path("keluaran/2021/.iku-sementara").exists(), "personal data are left lying about");

    let (paper, book) = ("keluaran/2021/arsip/rev-1/iku-2021.pdf", "keluaran/2021/iku-2021.xlsx");
    let (old_paper, old_book) = (office.read(paper), office.read(book));
    office.write(paper, &signed(&old_paper));
    assert_eq!(iku(&["verifikasi", office.text()]).status, 0, "a signature is no touch");
    // What is appended and is no signature: a text, or a page's list of annotations.
    let pasted = [&old_paper[..], b"90 0 obj\n<< /Type /Sig /ByteRange [0 9 9 9] /Contents <00> >>\nendobj\n%%EOF\n"].concat();
    for (bytes, words) in [(pasted, "bukan pembaruan PDF"), (updated(&old_paper, "/OpenAction << >>", &[]), "pengaturan")] {
        office.write(paper, &bytes);
        let run = iku(&["verifikasi", office.text()]);
        assert_eq!(run.status, 1, "{}", run.stdout);
        assert!(run.stdout.contains("BERUBAH sesudah dibuat") && run.stdout.contains(words), "{}", run.stdout);
        let json: Value = serde_json::from_str(&iku(&["verifikasi", office.text(), "--json"]).stdout).unwrap();
        let file = &json[0]["berkas"][0];
        assert_eq!(file["keadaan"], "berubah_sesudah_dibuat");
        assert!(file["perubahan"][0].as_str().unwrap().contains(words), "{file}");
    }
    office.write(paper, b"%PDF-1.7 another");
    office.write(book, b"PK another");
    let run = iku(&["verifikasi", office.text()]);
    assert_eq!(run.status, 1);
    assert_eq!(run.stdout.matches("DIUBAH dengan tangan").count(), 2, "{}", run.stdout);
    let json: Value = serde_json::from_str(&iku(&["verifikasi", office.text(), "--json"]).stdout).unwrap();
    let states = |revision: &Value| {
        let files = revision["berkas"].as_array().unwrap().iter();
        files.map(|file| file["keadaan"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        (states(&json[0]), states(&json[1])),
        (vec!["disentuh".into(), "utuh".into()], vec!["utuh".into(), "disentuh".into()])
    );
    office.write(paper, &old_paper);
    office.write(book, &old_book);

    // A figure in the record changed by hand: its files are whole, its arithmetic is not.
    let record = String::from_utf8(office.read("keluaran/2021/iku-2021.json")).unwrap();
    office.write("keluaran/2021/iku-2021.json", record.replace("\"nilai\": \"7.5\"", "\"nilai\": \"9.5\"").as_bytes());
    let run = iku(&["verifikasi", office.text()]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("BERBEDA (1.1)"), "{}", run.stdout);
    for broken in ["not a record".to_owned(), "[]".to_owned(), record.replacen("\"revisi\": 2", "\"revisi\": \"dua\"", 1)] {
        assert_ne!(broken, record);
        office.write("keluaran/2021/iku-2021.json", broken.as_bytes());
        let run = iku(&["verifikasi", office.text()]);
        assert_eq!(run.status, 1, "{}", run.stdout);
        assert!(run.stdout.contains("iku-2021.json: catatan ini RUSAK"), "{}", run.stdout);
        let json: Value = serde_json::from_str(&iku(&["verifikasi", office.text(), "--json"]).stdout).unwrap();
        assert_eq!((&json[1]["utuh"], &json[1]["revisi"]), (&Value::Bool(false), &Value::Null));
    }
    office.write("keluaran/2021/iku-2021.json", record.as_bytes());
    office.write("keluaran/2021/arsip/rev-2/masukan.zip", b"PK lost");
    let run = iku(&["verifikasi", office.text()]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("TIDAK dapat dihitung ulang"), "{}", run.stdout);
}

#[test]
fn a_record_changed_by_hand_is_told_and_made_again() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let path = "keluaran/2021/iku-2021.json";
    let whole = office.read(path);
    type Edit = fn(&mut Value);
    let edits: [(&str, Edit); 13] = [
        ("indikator 1.1 tampil", |record| record["indikator"][0]["tampil"] = "98,18".into()),
        ("indikator 1.1 target", |record| record["indikator"][0]["target"] = "1".into()),
        ("indikator 1.1 nama", |record| record["indikator"][0]["nama"] = "Lain".into()),
        ("indikator 1.1 capaian predikat", |record| record["indikator"][0]["capaian"]["predikat"] = "Lain".into()),
        ("daerah", |record| record["daerah"] = "Kota Lain".into()),
        ("tanggal", |record| record["tanggal"] = "2020-01-01".into()),
        ("masukan", |record| record["masukan"][0]["sha256"] = "0".repeat(64).into()),
        ("masukan", |record| record["masukan"] = Value::Array(Vec::new())),
        ("bacaan", |record| record["bacaan"] = Value::Array(Vec::new())),
        ("BERBEDA", |record| record["ukuran"] = Value::Array(Vec::new())),
        ("luaran iku-2021.pdf", |record| drop(record["luaran"].as_array_mut().unwrap().remove(0))),
        ("potret", |record| record["potret"] = Value::Null),
        ("isi", |record| record["isi"] = "0".into()),
    ];
    for (told, edit) in edits {
        let mut record: Value = serde_json::from_slice(&whole).unwrap();
        edit(&mut record);
        office.write(path, serde_json::to_string_pretty(&record).unwrap().as_bytes());
        let run = iku(&["verifikasi", office.text()]);
        assert_eq!(run.status, 1, "{told}: {}", run.stdout);
        assert!(
            run.stdout.contains("DIUBAH dengan tangan sejak dibuat (") && run.stdout.contains(told),
            "{told}: {}",
            run.stdout
        );
    }
    // What the report shows is written again, and the changed record is kept.
    let mut record: Value = serde_json::from_slice(&whole).unwrap();
    record["indikator"][0]["nilai"] = "98.18".into();
    office.write(path, serde_json::to_string_pretty(&record).unwrap().as_bytes());
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(office.path("keluaran/2021/arsip/lain-1/iku-2021.json").is_file(), "{}", run.stderr);
    assert!(run.stderr.contains("lain-1/iku-2021.json"), "{}", run.stderr);
    assert!(office.read(path) == whole);
    assert_eq!(iku(&["verifikasi", office.text()]).status, 0);
    assert!(office.buat().stderr.contains("tidak ada yang berubah"));
    // A paper of other content, its digest put into the record: the same inputs give other bytes.
    let paper = "keluaran/2021/iku-2021.pdf";
    let mut other = office.read(paper);
    other.extend(b"%\n");
    let text = String::from_utf8(whole.clone()).unwrap().replace(&sha256_hex(&office.read(paper)), &sha256_hex(&other));
    office.write(paper, &other);
    office.write(path, text.as_bytes());
    let run = iku(&["verifikasi", office.text()]);
    assert!(run.status == 1 && run.stdout.contains("luaran iku-2021.pdf sha256"), "{}", run.stdout);
}

#[test]
fn a_revision_that_is_gone_or_put_back_is_told() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    correct(&office, 130);
    assert_eq!(office.buat().status, 0);
    let told = |words: &str| {
        let run = iku(&["verifikasi", office.text()]);
        assert!(run.status == 1 && run.stdout.contains(words), "{words}: {}", run.stdout);
        let run = iku(&["riwayat", office.text()]);
        assert!(run.status == 1 && run.stderr.contains(words), "{words}: {}", run.stderr);
        let json: Value = serde_json::from_str(&iku(&["riwayat", office.text(), "--json"]).stdout).unwrap();
        assert!(
            json.as_array().unwrap().iter().any(|one| one["kesalahan"].as_str().is_some_and(|why| why.contains(words))),
            "{json}"
        );
    };
    assert_eq!(iku(&["verifikasi", office.text()]).status, 0);
    let names = ["iku-2021.pdf", "iku-2021.xlsx", "iku-2021.json"];
    let standing: Vec<Vec<u8>> = names.iter().map(|name| office.read(&format!("{REPORT}/{name}"))).collect();
    for name in names {
        office.write(&format!("{REPORT}/{name}"), &office.read(&format!("{REPORT}/arsip/rev-1/{name}")));
    }
    told("revisi 1: ADA DUA");
    told("revisi 2: TIDAK ADA");
    told("yang berlaku revisi 1, padahal revisi 2 PERNAH DIBUAT");
    for (name, bytes) in names.iter().zip(&standing) {
        office.write(&format!("{REPORT}/{name}"), bytes);
    }
    assert_eq!(iku(&["verifikasi", office.text()]).status, 0);
    std::fs::remove_file(office.path("keluaran/2021/arsip/rev-1/iku-2021.json")).unwrap();
    told("revisi 1: TIDAK ADA");
}

#[test]
fn another_offices_report_is_no_revision_of_this_one() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let before = office.read("keluaran/2021/iku-2021.json");
    let record: Value = serde_json::from_slice(&before).unwrap();
    let (instansi, daerah) = (record["instansi"].as_str().unwrap().to_owned(), record["daerah"].as_str().unwrap().to_owned());
    office.edit_profile(&format!("daerah = \"{daerah}\""), "daerah = \"Kabupaten Lain\"");
    let run = office.buat();
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.contains(&format!("ada laporan {instansi} {daerah}, bukan laporan kantor ini")), "{}", run.stderr);
    assert!(office.read("keluaran/2021/iku-2021.json") == before);
    assert_eq!(iku(&["buat", office.text(), "--alasan", "daerah berganti nama"]).status, 0);
    // An office's own name may be put right: its indicators are its own still.
    office.edit_profile(&format!("nama = \"{instansi}\""), "nama = \"Dinas Koperasi dan UKM\"");
    assert_eq!(office.buat().status, 0);
}

#[test]
fn a_record_that_says_nothing_is_broken() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let path = "keluaran/2021/iku-2021.json";
    let whole: Value = serde_json::from_slice(&office.read(path)).unwrap();
    let mut lacking: Vec<String> = vec![r#"{"schema":"iku-record/1"}"#.to_owned()];
    for key in ["program", "tahun", "revisi", "tanggal", "instansi", "daerah", "ukuran", "indikator"] {
        let mut record = whole.clone();
        record.as_object_mut().unwrap().remove(key);
        lacking.push(record.to_string());
    }
    for record in lacking {
        office.write(path, record.as_bytes());
        for command in ["riwayat", "verifikasi"] {
            let run = iku(&[command, office.text()]);
            assert!(run.status == 1 && (run.stdout + &run.stderr).contains("catatan ini RUSAK"), "{command}: {record}");
        }
    }
    office.write(path, br#"{"schema":"iku-record/1"}"#);
    assert_eq!(office.buat().status, 0);
    let next: Value = serde_json::from_slice(&office.read(path)).unwrap();
    // What the broken record spoke of is still known by its snapshot: nothing moved.
    assert_eq!((&next["revisi"], &next["perubahan"][0]["angka"]), (&Value::from(2), &serde_json::json!([])));
    assert!(office.path("keluaran/2021/arsip/lain-1/iku-2021.json").is_file());
}

#[test]
fn a_revision_made_again_has_the_same_bytes() {
    let office = office();
    office.edit_profile("tahun = 2021", "tahun = 2021\nlampirkan = true");
    assert_eq!(office.buat().status, 0);
    for (volume, alasan) in [(130, "pertama"), (140, "kedua")] {
        correct(&office, volume);
        assert_eq!(iku(&["buat", office.text(), "--alasan", alasan]).status, 0);
    }
    for (revisi, folder) in [("1", "arsip/rev-1/"), ("2", "arsip/rev-2/"), ("3", "")] {
        let run = iku(&["buat", office.text(), "--revisi", revisi]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(run.stderr.contains("sama persis"), "{}", run.stderr);
        for name in ["iku-2021.pdf", "iku-2021.xlsx", "iku-2021.json"] {
            let again = office.read(&format!("{REPORT}/rev-{revisi}-dibuat-ulang/{name}"));
            assert!(again == office.read(&format!("{REPORT}/{folder}{name}")), "{name} of revision {revisi} differs");
        }
    }
    assert_eq!(iku(&["buat", office.text(), "--revisi", "4"]).status, 2);
    // What stands where it is written, a signed paper as much as anything, is kept.
    let paper = signed(&office.read(&format!("{REPORT}/iku-2021.pdf")));
    std::fs::create_dir_all(office.path("luar")).unwrap();
    office.write("luar/iku-2021.pdf", &paper);
    let elsewhere = format!("{}/luar", office.text());
    let run = iku(&["buat", office.text(), "--revisi", "1", "--keluaran", &elsewhere]);
    assert!(run.stderr.contains("arsip/lain-1/iku-2021.pdf"), "{}", run.stderr);
    assert!(office.read("luar/arsip/lain-1/iku-2021.pdf") == paper);
    assert!(office.read("luar/iku-2021.pdf") == office.read(&format!("{REPORT}/arsip/rev-1/iku-2021.pdf")));
    assert_eq!(iku(&["buat", office.text(), "--revisi", "1", "--keluaran", &format!("{}/{REPORT}", office.text())]).status, 2);
    assert_eq!(all_whole(&office), 3);
}

/// A heading that reads otherwise is told by comparison with the report that stood before, which no snapshot holds.
#[test]
fn a_revision_of_a_changed_reading_is_made_again_to_the_byte() {
    let office = office();
    assert_eq!(iku(&["buat", office.text()]).status, 0);
    let table = small_table(&[("A", "180"), ("B", "300")]).replace("Volume Usaha", "Jumlah Volume Usaha");
    office.write("data/keragaan 2021.csv", table.as_bytes());
    let run = iku(&["buat", office.text()]);
    assert!(run.stderr.contains("bacaan-berubah"), "{}", run.stderr);
    let run = iku(&["buat", office.text(), "--revisi", "2"]);
    assert!(run.stderr.contains("sama persis"), "{}", run.stderr);
    std::fs::remove_file(office.path(&format!("{REPORT}/iku-2021.pdf"))).unwrap();
    assert_eq!(iku(&["buat", office.text()]).status, 0);
    assert_eq!(office.record()["revisi"], 2);
}

/// Two sasaran may have an indicator of one name: each is held against itself.
#[test]
fn indicators_of_one_name_are_no_figures_of_each_other() {
    let twice =
        "arah = \"naik\"\n[[sasaran]]\nuraian = \"Lain\"\n[[sasaran.indikator]]\nnama = \"Indikator\"\nrumus = \"koperasi\"";
    let (before, now) = (small_table(&[("A", "100"), ("B", "300")]), small_table(&[("A", "150"), ("B", "300")]));
    let files: [(&str, &str); 2] = [("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)];
    let office = Office::of(&small_profile(GROWTH, twice), &files);
    assert_eq!(iku(&["buat", office.text()]).status, 0);
    correct(&office, 130);
    assert_eq!(iku(&["buat", office.text()]).status, 0);
    let record = office.record();
    let moved = record["perubahan"][0]["angka"].as_array().unwrap();
    let mut moved = moved.iter().filter(|one| one["tentang"] != "ukuran").peekable();
    assert!(moved.peek().is_some() && moved.all(|one| one["id"] == "1.1"), "{record}");
}

#[test]
fn an_earlier_year_that_is_no_longer_as_published_is_told_and_can_be_pinned() {
    let (y2019, y2020, y2021) = (small_table(&[("A", "100")]), small_table(&[("A", "110")]), small_table(&[("A", "121")]));
    let files = [("data/keragaan 2019.csv", &*y2019), ("data/keragaan 2020.csv", &*y2020), ("data/keragaan 2021.csv", &*y2021)];
    let office = Office::of(&small_profile("volume", ""), &files);
    assert_eq!(iku(&["buat", office.text(), "--tahun", "2020"]).status, 0);
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("berbeda dari yang diterbitkan"), "{}", run.stderr);
    office.write("data/keragaan 2020.csv", small_table(&[("A", "115")]).as_bytes());
    let run = iku(&["buat", office.text(), "--alasan", "koreksi 2020"]);
    assert!(run.stderr.contains("1.1 (2020) semula 110,00 menjadi 115,00"), "{}", run.stderr);
    let record = office.record();
    assert_eq!(record["disajikan_kembali"][0]["semula"], "110,00");
    assert_eq!(record["disajikan_kembali"][0]["selisih"], "+5,00");
    // What was published in 2020 stands as it was.
    let published: Value = serde_json::from_slice(&office.read("keluaran/2020/iku-2020.json")).unwrap();
    assert_eq!(published["indikator"][0]["tampil"], "110,00");
    assert!(iku(&["buat", office.text(), "--revisi", "2"]).stderr.contains("sama persis"));
    office.edit_profile(
        "sebutan = \"Jumlah volume usaha\"",
        "sebutan = \"Jumlah volume usaha\"\ntetapan = { 2020 = 110 }\nasal = \"LKjIP 2020\"\nutamakan_tetapan = true",
    );
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("berbeda dari yang diterbitkan"), "{}", run.stderr);
}

#[test]
fn the_next_year_is_opened_in_the_folder_and_the_last_one_stays() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let before: Vec<Vec<u8>> = office.outputs().iter().map(|name| office.read(&format!("{REPORT}/{name}"))).collect();
    let run = iku(&["siapkan", office.text(), "--tahun", "2022", "--json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let done: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((&done["tahun"], &done["diubah"][0]), (&2022.into(), &"iku.toml".into()), "{done}");
    assert_eq!(done["data_ditunggu"][0]["berkas"], "data/keragaan 2022.csv", "{done}");
    assert!(done["perlu_dilihat"].as_array().unwrap().iter().any(|one| one["tentang"] == "target"), "{done}");
    for part in ["tahun 2022 dibuka", "isi targetnya", "data yang ditunggu: data/keragaan 2022.csv"] {
        assert!(run.stderr.contains(part), "{part} is not in\n{}", run.stderr);
    }
    let profile = String::from_utf8(office.read("iku.toml")).unwrap();
    assert!(profile.contains("tahun = 2022") && profile.contains("target = { 2021 = 10, 2022 = \"…\" }"), "{profile}");
    let run = office.buat();
    assert_eq!(run.status, 2, "a target that is only asked for is none: {}", run.stderr);
    office.edit_profile("\"…\"", "12");
    office.write("data/keragaan 2022.csv", small_table(&[("A", "160"), ("B", "310")]).as_bytes());
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(office.path("keluaran/2022/iku-2022.pdf").is_file());
    let after: Vec<Vec<u8>> = office.outputs().iter().map(|name| office.read(&format!("{REPORT}/{name}"))).collect();
    assert!(before == after);
    let run = iku(&["riwayat", office.text()]);
    assert_eq!(run.stdout.lines().map(|line| &line[..4]).collect::<Vec<_>>(), ["2021", "2022"]);
    assert_eq!(iku(&["siapkan", office.text(), "--tahun", "2022"]).status, 2);
}

fn revised(office: &Office) -> Value {
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    office.record()["perubahan"].as_array().unwrap().last().unwrap().clone()
}

fn causes(change: &Value) -> Vec<&str> {
    change["karena"].as_array().unwrap().iter().map(|one| one["nama"].as_str().unwrap()).collect()
}

#[test]
fn two_years_in_one_folder_count_their_own_revisions() {
    let office = office();
    office.edit_profile("target = { 2021 = 10 }", "target = { 2021 = 10, 2020 = 5 }");
    office.write("data/keragaan 2019.csv", small_table(&[("A", "90"), ("B", "200")]).as_bytes());
    let out = tempfile::tempdir().unwrap();
    let at = out.path().to_str().unwrap();
    let buat = |tahun: &str, more: &[&str]| {
        let run = iku(&[&["buat", office.text(), "--tahun", tahun, "--keluaran", at], more].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
    };
    buat("2020", &[]);
    buat("2021", &[]);
    let record = |name: &str| -> Value { serde_json::from_slice(&std::fs::read(out.path().join(name)).unwrap()).unwrap() };
    assert_eq!((&record("iku-2020.json")["revisi"], &record("iku-2021.json")["revisi"]), (&1.into(), &1.into()));
    correct(&office, 130);
    buat("2021", &[]);
    assert_eq!((&record("iku-2021.json")["revisi"], &record("arsip/2021/rev-1/iku-2021.json")["revisi"]), (&2.into(), &1.into()));
    office.write("data/keragaan 2020.csv", small_table(&[("A", "101"), ("B", "300")]).as_bytes());
    buat("2020", &[]);
    assert_eq!((&record("iku-2020.json")["revisi"], &record("arsip/rev-1/iku-2020.json")["revisi"]), (&2.into(), &1.into()));
    for command in ["verifikasi", "riwayat"] {
        let run = iku(&[command, office.text(), "--keluaran", at]);
        assert_eq!(run.status, 0, "{command}: {}{}", run.stdout, run.stderr);
    }
}

#[test]
fn a_draft_in_the_reports_place_is_no_report() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    assert_eq!(iku(&["buat", office.text(), "--draf"]).status, 0);
    for ending in ["pdf", "xlsx", "json"] {
        office.write(&format!("{REPORT}/iku-2021.{ending}"), &office.read(&format!("{REPORT}/iku-2021-draf.{ending}")));
    }
    for command in ["verifikasi", "riwayat"] {
        let run = iku(&[command, office.text()]);
        assert!(run.status == 1 && (run.stdout + &run.stderr).contains("catatan draf"), "{command}");
    }
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    for name in ["iku-2021.pdf", "iku-2021.xlsx", "iku-2021.json"] {
        assert!(office.path(&format!("{REPORT}/arsip/lain-1/{name}")).is_file(), "{name}");
    }
    // The first report was overwritten by hand; of what it rested on nothing is another.
    let record = office.record();
    assert_eq!((&record["draf"], &record["revisi"]), (&false.into(), &2.into()));
    assert_eq!(record["perubahan"][0]["angka"], serde_json::json!([]));
}

#[test]
fn a_report_without_its_record_is_followed_by_a_revision_that_says_what_it_can() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    std::fs::remove_file(office.path(&format!("{REPORT}/iku-2021.json"))).unwrap();
    correct(&office, 130);
    let change = revised(&office);
    assert!(causes(&change)[0].contains("keragaan 2021.csv"), "its snapshot is still there: {change}");
    assert_eq!(change["angka"][0]["menjadi"], "7,50");
    for lost in ["iku-2021.json", "arsip/rev-2/masukan.zip"] {
        std::fs::remove_file(office.path(&format!("{REPORT}/{lost}"))).unwrap();
    }
    office.write(&format!("{REPORT}/arsip/rev-2/catatan.txt"), b"x");
    let change = revised(&office);
    assert_eq!((&change["karena"][0]["apa"], &change["angka"]), (&"catatan_hilang".into(), &serde_json::json!([])), "{change}");
}

#[test]
fn another_signed_paper_in_the_reports_place_is_told_and_put_aside_where_somebody_says_why() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let own = office.read("keluaran/2021/iku-2021.pdf");
    let other = Office::sample();
    assert_eq!(other.buat().status, 0);
    let paper = signed(&other.read("keluaran/2021/iku-2021.pdf"));
    office.write("keluaran/2021/iku-2021.pdf", &paper);
    let run = office.buat();
    assert!(run.status == 2 && run.stderr.contains("BUKAN yang tercatat"), "{}", run.stderr);
    assert!(office.read("keluaran/2021/iku-2021.pdf") == paper);
    let run = iku(&["buat", office.text(), "--alasan", "berkas kantor lain"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(office.read("keluaran/2021/iku-2021.pdf") == own);
    assert!(office.read("keluaran/2021/arsip/lain-1/iku-2021.pdf") == paper);
    assert_eq!(office.record()["revisi"], 1);
}

#[test]
fn a_lost_snapshot_is_packed_again_while_its_workbooks_are_the_same() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let name = format!("{REPORT}/arsip/rev-1/masukan.zip");
    let own = office.read(&name);
    std::fs::remove_file(office.path(&name)).unwrap();
    let run = office.buat();
    assert!(run.status == 0 && run.stderr.contains("ditulis kembali"), "{}", run.stderr);
    assert!(office.read(&name) == own);
    assert_eq!(iku(&["verifikasi", office.text()]).status, 0);
    // Saved again: the same cells, other bytes.
    std::fs::remove_file(office.path(&name)).unwrap();
    let text = String::from_utf8(office.read("data/keragaan 2021.csv")).unwrap();
    office.write("data/keragaan 2021.csv", text.replace('\n', "\r\n").as_bytes());
    let run = office.buat();
    assert!(run.status == 0 && run.stderr.contains("HILANG atau DIUBAH"), "{}", run.stderr);
    assert!(!office.path(&name).exists());
}

#[test]
fn causes_are_what_changed_and_nothing_else() {
    let office = office();
    let other = "\n[[sasaran]]\nuraian = \"Kedua\"\n[[sasaran.indikator]]\nnama = \"Volume\"\nrumus = \"volume\"\n";
    let profile = String::from_utf8(office.read("iku.toml")).unwrap();
    office.write("iku.toml", format!("{profile}{other}").as_bytes());
    assert_eq!(office.buat().status, 0);
    // The second goal goes: no file changed, none of its figures did.
    office.write("iku.toml", profile.as_bytes());
    let change = revised(&office);
    assert_eq!(causes(&change), ["indikator Volume (dihapus)", "sasaran Kedua (dihapus)"]);
    let rows = change["angka"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["menjadi"]), (1, &"(dihapus)".into()), "{change}");
    // Of a target of the next year the workbook alone has room: it is told where nothing else changed, and no more then.
    office.edit_profile("target = { 2021 = 10 }", "target = { 2021 = 10, 2022 = 12 }");
    assert_eq!(causes(&revised(&office)), ["sasaran[1].indikator[1].target.2022"]);
    office.edit_profile("2022 = 12", "2022 = 13");
    correct(&office, 130);
    assert!(!revised(&office).to_string().contains("target.2022"));
    // The growth alone needs the year before; a count of this year does not.
    office.edit_profile(GROWTH, "volume[n]");
    office.edit_profile("tahun = 2021", "tahun = 2021\ntampil_tahun = 1");
    let change = revised(&office);
    assert!(causes(&change).contains(&"data/keragaan 2020.csv"), "{change}");
    let loose = change["karena"].as_array().unwrap().iter().find(|one| one["nama"] == "data/keragaan 2020.csv").unwrap();
    assert_eq!(loose["apa"], "berkas_lepas", "{change}");
    assert!(!change.to_string().contains("baris dihapus"), "{change}");
}
