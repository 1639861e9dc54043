//! The words of revisions: what was written, kept and changed, the history, and
//! what stands as it was recorded.

use crate::deliver::{AngkaRecord, IndikatorRecord, KarenaRecord, PaperChange, Record, Signature, State, Tentang};
use crate::office::{self, Missing, Recomputed, Remade};
use crate::report::NA;
use crate::vocabulary::{Tanggal, with_unit};
use std::path::Path;

pub fn written_as(name: &str, folder: &Path, revisi: u32) -> String {
    format!("{name}: laporan ditulis ke {} sebagai revisi {revisi}", folder.display())
}

/// `revisi` takes the place of the one before it.
pub fn revised(name: &str, folder: &Path, revisi: u32) -> String {
    format!("{name}: laporan ditulis ke {} sebagai revisi {revisi}; yang digantikan disimpan di arsip/", folder.display())
}

pub fn restored(name: &str, folder: &Path, revisi: u32) -> String {
    format!("{name}: laporan ditulis kembali ke {} (revisi {revisi}, isinya tidak berubah)", folder.display())
}

pub fn moved_aside(file: &str, kept: &str) -> String {
    format!("{file} yang ada bukan, atau bukan lagi, berkas yang ditulis iku; disimpan sebagai {kept}")
}

pub fn snapshot_written(path: &str) -> String {
    format!(
        "Salinan data yang dipakai disimpan di {path}, agar laporan ini dapat dibuat ulang. Salinan itu memuat data pribadi \
        secara lengkap: simpan dan bagikan dengan hati-hati."
    )
}

/// How many causes or figures one line holds.
const SHOWN: usize = 4;

fn listed(all: &[String]) -> String {
    let more = if all.len() > SHOWN { format!(" … dan {} lagi", all.len() - SHOWN) } else { String::new() };
    format!("{}{more}", all[..all.len().min(SHOWN)].join("; "))
}

pub fn causes(karena: &[KarenaRecord]) -> String {
    let all: Vec<String> = karena.iter().map(|one| office::karena(one.apa, &one.nama)).collect();
    format!("  yang berubah: {}", if all.is_empty() { "susunan halaman".to_owned() } else { listed(&all) })
}

pub fn figures_moved(angka: &[AngkaRecord]) -> String {
    let all: Vec<String> = angka.iter().map(moved_line).collect();
    if all.is_empty() {
        return "  tidak ada angka indikator atau ukuran yang bergeser".to_owned();
    }
    format!("  angka yang bergeser: {}", listed(&all))
}

/// `1.1 capaian (2021) 87,90 menjadi 69,90`.
fn moved_line(one: &AngkaRecord) -> String {
    let na = |text: &Option<String>| text.clone().unwrap_or_else(|| NA.to_owned());
    let what = match one.tentang {
        Tentang::Realisasi => String::new(),
        Tentang::Target => " target".to_owned(),
        Tentang::Capaian => " capaian".to_owned(),
        Tentang::Predikat => " predikat".to_owned(),
        Tentang::TargetAkhir => " target akhir".to_owned(),
        Tentang::Kemajuan => " kemajuan".to_owned(),
        Tentang::Ukuran => String::new(),
    };
    format!("{}{what} ({}) {} menjadi {}", one.id, one.tahun, na(&one.semula), na(&one.menjadi))
}

/// The report that stands prints other figures of an indicator than its files give now.
pub fn differs_from_report(id: &str, differs: &office::Differs) -> String {
    let date = Tanggal::parse_iso(&differs.tanggal).map_or_else(|| differs.tanggal.clone(), Tanggal::panjang);
    let all: Vec<String> = differs.angka.iter().map(moved_line).collect();
    format!(
        "PERHATIAN: laporan yang berlaku (revisi {}, {date}) mencetak angka lain: {}.\nDi bawah ini menurut berkas sekarang; yang \
        diterbitkan: iku jelaskan {id} --revisi {}",
        differs.revisi,
        listed(&all),
        differs.revisi,
    )
}

pub fn input_changing(name: &str, berkas: &str) -> String {
    format!("{name}: laporan TIDAK dibuat: {berkas} berubah selagi dibaca. Tunggu sampai selesai disimpan, lalu jalankan lagi.")
}

pub fn signed_needs_reason(name: &str, files: &[String]) -> String {
    format!(
        "{name}: laporan TIDAK diganti: {} sudah ditandatangani atau ditambahi sejak dibuat. Bila memang harus direvisi, sebutkan \
        alasannya: iku buat --alasan \"…\". Berkas yang ditandatangani disimpan di arsip/, tidak ditimpa.",
        files.join(", ")
    )
}

/// A signed paper that is not the recorded one stands in its place.
pub fn other_signed(name: &str, files: &[String]) -> String {
    format!(
        "{name}: laporan tidak berubah, tetapi {} yang ada BUKAN yang tercatat, dan ditandatangani; dibiarkan di tempatnya. Bila itu laporan \
        ini yang ditulis ulang oleh layanan tanda tangan, biarkan. Bila bukan, jalankan: iku buat --alasan \"…\"; berkas itu lalu disimpan \
        di arsip/ apa adanya, dan laporan yang tercatat ditulis kembali.",
        files.join(", ")
    )
}

/// A snapshot that is lost and cannot be made again, since its workbooks are no longer as they were.
pub fn snapshot_lost(name: &str, path: &str) -> String {
    format!(
        "{name}: potret data {path} HILANG atau DIUBAH, dan tidak dapat dibuat lagi karena berkas datanya sudah disimpan ulang. Pulihkan \
        {path} dari cadangan; tanpa itu revisi ini tidak dapat dibuat atau dihitung ulang."
    )
}

pub fn other_office(name: &str, other: &str) -> String {
    format!(
        "{name}: laporan TIDAK dibuat: di folder hasil ada laporan {other}, bukan laporan kantor ini. Pindahkan laporan itu ke foldernya \
        sendiri, atau sebutkan folder lain dengan --keluaran. Bila kantor ini yang berganti nama, sebutkan: iku buat --alasan \"…\"."
    )
}

pub fn busy(name: &str, path: &str) -> String {
    format!("{name}: perintah iku lain masih bekerja di folder ini ({path}). Tunggu sampai selesai, lalu jalankan lagi.")
}

/// Figures of earlier years that are no longer as they were published.
pub fn restated(rows: &[AngkaRecord]) -> String {
    let na = |text: &Option<String>| text.clone().unwrap_or_else(|| NA.to_owned());
    let line = |one: &AngkaRecord| format!("{} ({}) semula {} menjadi {}", one.id, one.tahun, na(&one.semula), na(&one.menjadi));
    let all: Vec<String> = rows.iter().map(line).collect();
    format!(
        "Angka tahun lalu berbeda dari yang diterbitkan: {}. Keduanya tercetak di catatan; untuk mempertahankan yang diterbitkan, tulis \
        nilainya sebagai tetapan ukurannya dengan utamakan_tetapan = true.",
        listed(&all)
    )
}

pub fn remade(name: &str, folder: &Path, remade: &Remade) -> String {
    let equal = if remade.other_bytes.is_empty() {
        "sama persis dengan yang tercatat".to_owned()
    } else if office::is_own(&remade.program) {
        format!("BERBEDA dari yang tercatat: {}", remade.other_bytes.join(", "))
    } else {
        format!("semula dibuat dengan {}, berkasnya berbeda: {}", remade.program, remade.other_bytes.join(", "))
    };
    format!("{name}: revisi {} dibuat ulang di {} ({equal})", remade.revisi, folder.display())
}

pub fn remake_elsewhere(name: &str) -> String {
    format!("{name}: --revisi tidak menimpa laporan yang berlaku; sebutkan --keluaran yang lain")
}

pub fn no_report_yet(name: &str) -> String {
    format!("{name}: belum ada laporan; buat dengan `iku buat`")
}

/// `2021 revisi 2, 24 Januari 2022`.
pub fn revision_head(record: &Record) -> String {
    let date = Tanggal::parse_iso(&record.tanggal).map_or_else(|| record.tanggal.clone(), Tanggal::panjang);
    format!("{} revisi {}, {date}", record.tahun, record.revisi)
}

/// Whether it is signed with a pen alone, on a print that the program never sees.
pub fn signs_on_paper(record: &Record) -> bool {
    !record.tanda_tangan.is_empty() && record.tanda_tangan.iter().all(|one| one.cara == "basah")
}

/// One line: date, reason, figures, signed or not.
pub fn revision_line(record: &Record, signatures: &[String]) -> String {
    let figure =
        |one: &IndikatorRecord| format!("{} {}", one.id, with_unit(&one.tampil, one.satuan.as_deref().unwrap_or_default()));
    let figures: Vec<String> = record.indikator.iter().map(figure).collect();
    let signed = match signatures {
        [] if signs_on_paper(record) => "tanda tangan basah (tidak terlihat oleh program)".to_owned(),
        [] => "belum ditandatangani".to_owned(),
        signatures => signatures.join(", "),
    };
    let why = match &record.alasan {
        Some(alasan) => format!("\"{}\"", alasan.replace(['\n', '\r'], " ")),
        None if record.revisi == 1 => "laporan pertama".to_owned(),
        None => "tanpa alasan tertulis".to_owned(),
    };
    format!("{} | {why} | {} | {signed}", revision_head(record), figures.join("; "))
}

/// A signature, as far as the file tells; `ours`: the recorded bytes stand before it.
pub fn signature(signature: &Signature, ours: bool) -> String {
    let (nama, tertulis) = (signature.nama.as_ref(), signature.tertulis.as_ref());
    let name = nama.or(tertulis).map(|nama| format!(" oleh {nama}")).unwrap_or_default();
    let written = match (nama, tertulis) {
        (Some(nama), Some(tertulis)) if nama != tertulis => format!(" (menyebut diri {tertulis})"),
        (None, Some(_)) => " (nama menurut tulisannya sendiri)".to_owned(),
        _ => String::new(),
    };
    let time = signature.waktu.as_ref().map(|waktu| format!(" pada {waktu}")).unwrap_or_default();
    let covers = match (ours, signature.mencakup) {
        (false, _) => "; PDF-nya bukan lagi yang tercatat",
        (true, true) => "; mencakup seluruh isi revisi ini",
        (true, false) => "; TIDAK mencakup seluruh isi revisi ini, atau dibuat untuk berkas lain",
    };
    format!("ditandatangani{name}{time}{written}{covers}")
}

pub fn appended(file: &str) -> String {
    format!("{file} ditambahi sesuatu tanpa tanda tangan")
}

/// What was done to a paper other than signing it.
pub fn change(change: &PaperChange) -> String {
    match change {
        PaperChange::NoUpdate => "sesudah isi aslinya ada tambahan yang bukan pembaruan PDF yang sah".to_owned(),
        PaperChange::Page(page) => format!("isi halaman {page} diganti"),
        PaperChange::Annotation(page) => format!("anotasi atau bidang lain ditaruh pada halaman {page}"),
        PaperChange::Covers(page) => {
            format!("gambar tanda tangan pada halaman {page} di luar tempat tanda tangan, mungkin menutupi isi")
        }
        PaperChange::Field => "bidang tanda tangan diubah, bukan hanya ditandatangani".to_owned(),
        PaperChange::Document => "pengaturan, daftar halaman, formulir, atau sifat dokumen diubah".to_owned(),
        PaperChange::Other(object) => format!("bagian dalam dokumen diganti (objek {object})"),
    }
}

pub fn changed_since(file: &str, changes: &[PaperChange]) -> String {
    format!("{file} BERUBAH sesudah dibuat: {}", listed(&changes.iter().map(change).collect::<Vec<_>>()))
}

/// A file's state, for programs.
pub fn state(state: &State) -> &'static str {
    match state {
        State::Missing => "hilang",
        State::Intact => "utuh",
        State::Signed(signed) if !signed.changes.is_empty() => "berubah_sesudah_dibuat",
        State::Signed(signed) if signed.ours && signed.signatures.is_empty() => "ditambahi",
        State::Signed(signed) if signed.ours => "ditandatangani",
        State::Signed(_) => "diganti_yang_ditandatangani",
        State::Touched => "disentuh",
        State::Unreadable(_) => "tidak_terbaca",
    }
}

pub fn file_state(name: &str, state: &State) -> String {
    let says = match state {
        State::Missing => "HILANG",
        State::Intact => "utuh",
        State::Signed(signed) if !signed.changes.is_empty() => {
            let changes: Vec<String> = signed.changes.iter().map(change).collect();
            return format!("  {name}: BERUBAH sesudah dibuat: {}", listed(&changes));
        }
        State::Signed(signed) if signed.ours => "utuh; ditambahi sejak dibuat",
        State::Signed(_) => "BUKAN yang tercatat, tetapi ditandatangani",
        State::Touched => "DIUBAH dengan tangan sejak dibuat",
        State::Unreadable(why) => return format!("  {name}: TIDAK DAPAT DIPERIKSA: {why}"),
    };
    format!("  {name}: {says}")
}

pub fn snapshot_state(state: &State) -> String {
    file_state("masukan.zip", state)
}

pub fn recomputed(angka: &Recomputed, own: bool) -> String {
    match angka {
        Recomputed::Same => "  angka dihitung ulang dari potretnya: sama".to_owned(),
        Recomputed::Differ(which) if own => format!("  angka dihitung ulang dari potretnya: BERBEDA ({})", which.join(", ")),
        Recomputed::Differ(which) => {
            format!("  angka dihitung ulang dari potretnya dengan program yang lebih baru: BERBEDA ({})", which.join(", "))
        }
        Recomputed::Impossible(why) => format!("  angka TIDAK dapat dihitung ulang: {why}"),
    }
}

/// A revision whose figures do not come out as its record holds them.
pub fn unlike_record(name: &str, revisi: u32, which: &[String], own: bool) -> String {
    let why = if own { "catatan itu DIUBAH dengan tangan" } else { "program ini membaca berkasnya dengan cara lain" };
    format!(
        "{name}: angka revisi {revisi} dihitung ulang dari potretnya, dan BERBEDA dari catatannya ({}): {why}; lihat `iku verifikasi`",
        listed(which)
    )
}

/// The record itself, held against all that comes out when the revision is made again.
pub fn record_state(name: &str, wrong: &[String]) -> String {
    match wrong {
        [] => format!("  {name}: sama dengan yang dibuat ulang"),
        wrong => format!("  {name}: DIUBAH dengan tangan sejak dibuat ({})", listed(wrong)),
    }
}

pub fn missing(tahun: i32, missing: Missing) -> String {
    match missing {
        Missing::Gone(number) => format!("{tahun} revisi {number}: TIDAK ADA, di tempatnya maupun di arsip/"),
        Missing::Twice(number) => format!("{tahun} revisi {number}: ADA DUA catatan dengan nomor ini"),
        Missing::Behind { berlaku, terakhir } => {
            format!("{tahun}: yang berlaku revisi {berlaku}, padahal revisi {terakhir} PERNAH DIBUAT sesudahnya")
        }
    }
}

pub fn broken_record(record: &str) -> String {
    format!(
        "{record}: catatan ini RUSAK, catatan draf, atau bukan catatan laporan iku; revisinya tidak dapat dibaca. Pulihkan berkas itu dari cadangan; bila tidak \
        ada, biarkan di tempatnya dan jalankan `iku buat` untuk revisi berikutnya."
    )
}

/// The record of an earlier year, whose published figures the report's are held against.
pub fn broken_year(record: &str) -> String {
    format!(
        "{record}: catatan tahun lalu ini RUSAK atau bukan catatan iku; angka tahun itu tidak dapat dibandingkan dengan yang diterbitkan. \
        Pulihkan berkas itu dari cadangan, atau buat lagi laporan tahun itu."
    )
}

pub fn verified(name: &str, sound: bool) -> String {
    if sound {
        format!("{name}: semua berkas sesuai catatannya")
    } else {
        format!("{name}: ADA yang tidak sesuai catatannya, atau tidak dapat diperiksa; lihat di atas")
    }
}
