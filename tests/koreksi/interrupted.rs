//! Runs that are cut off, that find the disk full or a file held, and two at once.

use super::revisions::three;
use super::{REPORT, all_whole, correct, office};
use crate::common::{Office, ended, iku, program, small_table};
#[cfg(unix)]
use crate::common::{iku_bound, program_path};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

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
