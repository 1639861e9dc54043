//! The words of a run over offices.

use crate::office::Step;
use std::time::Duration;

pub const BAR: &str = "{bar:24} {pos}/{len} kantor · {elapsed} · {wide_msg}";
pub const SPINNER: &str = "{spinner} {wide_msg} {elapsed}";

pub const STOPPING: &str = "Dihentikan: kantor yang sedang dikerjakan diselesaikan dahulu, yang belum mulai tidak dikerjakan. \
    Tekan Ctrl-C sekali lagi untuk berhenti saat ini juga; laporan yang sudah jadi tetap utuh.";

/// How an office's work ended, in the table and in `hasil`.
pub mod hasil {
    pub const UNCHANGED: &str = "tetap";
    pub const DRAFT: &str = "draf";
    pub const REFUSED: &str = "tidak dibuat";
    pub const CHECKED: &str = "diperiksa";
    pub const AGAIN: &str = "dibuat ulang";
    pub const FAILED: &str = "gagal";
    pub const NOT_BEGUN: &str = "belum dikerjakan";

    pub fn written(revisi: u32) -> String {
        if revisi > 1 { format!("revisi {revisi}") } else { "dibuat".to_owned() }
    }
}

/// What an office is at.
pub fn step(step: &Step) -> String {
    match step {
        Step::Read(berkas) => format!("membaca {berkas}"),
        Step::Compute => "menghitung".to_owned(),
        Step::Pages => "menyusun halaman dan lembar".to_owned(),
        Step::Write => "menulis berkas".to_owned(),
    }
}

pub fn doing(name: &str, doing: &str) -> String {
    format!("{name}: {doing}")
}

pub const COLUMNS: [&str; 5] = ["Kantor", "Hasil", "Angka", "Temuan (galat/peringatan/catatan)", "Waktu"];

pub fn counts([galat, peringatan, catatan]: [usize; 3]) -> String {
    format!("{galat}/{peringatan}/{catatan}")
}

pub fn more_figures(count: usize) -> String {
    format!("… (+{count})")
}

pub fn seconds(took: Duration) -> String {
    format!("{:.1} dtk", took.as_secs_f64()).replace('.', ",")
}

pub fn to_do(count: usize) -> String {
    format!("Perlu tindakan ({count} kantor):")
}

/// What one office asks for; `more` further findings of level galat.
pub fn one_to_do(name: &str, reason: &str, more: usize, folder: &str) -> String {
    let more = if more > 0 { format!(" (dan {more} galat lagi)") } else { String::new() };
    format!("  {name}: {reason}{more}\n    selengkapnya: iku periksa \"{folder}\"")
}

/// The first line of what was said.
pub fn first_line(said: &[String]) -> String {
    let line = said.iter().flat_map(|text| text.lines()).find(|line| !line.trim().is_empty());
    line.unwrap_or("tidak ada keterangan").trim().to_owned()
}

pub fn whole(all: usize, failed: usize, took: Duration) -> String {
    let took = match took.as_secs() {
        0..60 => seconds(took),
        whole => format!("{} menit {} detik", whole / 60, whole % 60),
    };
    match failed {
        0 => format!("{all} kantor selesai dalam {took}"),
        _ => format!("{all} kantor dalam {took}: {} selesai, {failed} belum", all - failed),
    }
}
