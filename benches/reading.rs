//! A great sheet: our reader, and a whole `iku periksa` with its peak of memory,
//! beside calamine's own iteration over the same file, in turn, so that all meet
//! the same machine. 10^5 rows of 14 columns and three turns; `IKU_BARIS` and
//! `IKU_PUTARAN` say otherwise (10^4 and 10^6 rows tell whether time is linear).
#![expect(clippy::disallowed_methods, reason = "a bench measures time, and is told how much by the environment")]

use calamine::{Reader as _, Xlsx};
use iku::profile::Limits;
use iku::workbook::Reader;
use rust_xlsxwriter::Workbook;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const PROFILE: &str = r#"
[instansi]
nama = "Dinas Koperasi"
daerah = "Kota Pasuruan"
[laporan]
tahun = 2021
lembar_data = "ringkas"
[penandatangan]
tempat = "Pasuruan"
tanggal = 2022-01-24
jabatan = ["KEPALA DINAS"]
nama = "Nama"
[sumber.keragaan]
nama = "Keragaan"
bentuk = "keragaan"
berkas = "data/Keragaan {tahun}.xlsx"
kunci = ["nomor_bh"]
[ukuran.volume]
rumus = 'SUM(keragaan.volume_usaha WHERE kecamatan = "Gadingrejo")'
sebutan = "Volume usaha"
satuan = "Rp"
[[sasaran]]
uraian = "Volume usaha"
[[sasaran.indikator]]
nama = "Volume usaha di Gadingrejo"
rumus = "volume"
satuan = "Rp"
"#;

const HEADINGS: [&str; 14] = [
    "No",
    "Nama Koperasi",
    "Nomor BH",
    "Kecamatan",
    "Jumlah Anggota",
    "Manajer",
    "Karyawan",
    "Modal Sendiri",
    "Modal Luar",
    "Aset",
    "Volume Usaha",
    "SHU",
    "Simpanan",
    "Pinjaman",
];

fn main() {
    let rows = told("IKU_BARIS", 100_000);
    let turns = told("IKU_PUTARAN", 3).max(1);
    let folder = tempfile::tempdir().expect("a scratch folder");
    let file = folder.path().join("data/Keragaan 2021.xlsx");
    std::fs::create_dir_all(folder.path().join("data")).expect("room on the disk");
    std::fs::write(folder.path().join("iku.toml"), PROFILE).expect("room on the disk");
    generate(&file, rows);
    let (mut ours, mut whole, mut theirs, mut peak) = (Vec::new(), Vec::new(), Vec::new(), 0.0_f64);
    for _ in 0..turns {
        let (cells, taken) = timed(|| read_by_us(&file));
        ours.push(taken);
        let (beside, taken) = timed(|| read_by_calamine(&file));
        theirs.push(taken);
        assert_eq!(cells, beside, "both must see the same cells");
        let (own_peak, taken) = timed(|| check(folder.path()));
        whole.push(taken);
        peak = peak.max(own_peak);
    }
    let (ours, whole, theirs) = (median(ours), median(whole), median(theirs));
    println!("reading: {rows} rows x 14; calamine's iteration {theirs:.2} s");
    println!("reading: iku's reader {ours:.2} s, {:.2} times as long", ours / theirs);
    println!("reading: iku periksa {whole:.2} s, {:.2} times as long, {peak:.0} MiB at the peak", whole / theirs);
}

fn told(name: &str, usual: u32) -> u32 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed().as_secs_f64())
}

/// A koperasi table such as offices keep, made of a counter.
fn generate(file: &Path, rows: u32) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet_with_constant_memory().expect("a sheet");
    for row in 0..=rows {
        let amount = |column: u32| f64::from((row.wrapping_mul(7_919) + column * 104_729) % 900_000_000);
        for column in 0..14u16 {
            let written = match (row, column) {
                (0, _) => sheet.write_string(row, column, HEADINGS[usize::from(column)]),
                (_, 0) => sheet.write_number(row, column, f64::from(row)),
                (_, 1) => sheet.write_string(row, column, format!("Koperasi Serba Usaha {row}")),
                (_, 2) => sheet.write_string(row, column, format!("BH/{row}/KWK.13/2001")),
                (_, 3) => sheet.write_string(row, column, ["Bugul Kidul", "Gadingrejo", "Purworejo"][row as usize % 3]),
                (_, 4..=6) => sheet.write_number(row, column, f64::from(row * 7 % 500)),
                // Own and outside capital are the assets.
                (_, 9) => sheet.write_number(row, column, amount(7) + amount(8)),
                _ => sheet.write_number(row, column, amount(u32::from(column))),
            };
            written.expect("a cell within Excel's limits");
        }
    }
    workbook.save(file).expect("room on the disk");
}

fn read_by_us(file: &Path) -> usize {
    let reader = Reader::new(Limits::default());
    let workbook = reader.read(file, "besar.xlsx").unwrap_or_else(|temuan| panic!("{}", temuan.pesan()));
    workbook.sheets.iter().map(|sheet| sheet.cells.len()).sum()
}

fn read_by_calamine(file: &Path) -> usize {
    let mut workbook: Xlsx<_> = calamine::open_workbook(file).expect("a workbook");
    let name = workbook.sheet_names()[0].clone();
    let mut cells = workbook.worksheet_cells_reader(&name).expect("a sheet");
    let mut count = 0;
    while let Some(cell) = cells.next_cell().expect("a cell") {
        std::hint::black_box(&cell);
        count += 1;
    }
    count
}

/// A run of the program itself; the most memory it held, in MiB, as Linux tells it (0 elsewhere).
fn check(folder: &Path) -> f64 {
    let mut command = Command::new(env!("CARGO_BIN_EXE_iku"));
    let mut child =
        command.arg("periksa").arg(folder).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0_f64;
    loop {
        if let Some(own) = std::fs::read_to_string(&status).ok().and_then(|text| peak_in(&text)) {
            peak = peak.max(own);
        }
        if let Some(ended) = child.try_wait().expect("the program's end") {
            assert!(ended.success(), "the office is sound");
            return peak;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn peak_in(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib / 1024.0)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
