//! Remarks on a thing of their row's bearer that none of its figures is of: `Kantor sementara di rumah ketua`, `Papan nama belum
//! ada`, `Rencana buka cabang`.

use super::label::spelt_words;

/// More words tell of something else besides.
const MOST: usize = 7;

const THINGS: &[&str] = &[
    "kantor",
    "pengurus",
    "pengawas",
    "papan",
    "plang",
    "ketua",
    "sekretaris",
    "bendahara",
    "manajer",
    "pengelola",
    "cabang",
    "gedung",
    "produk",
    "kemasan",
    "sertifikat",
    "nik",
    "npwp",
    "ekspor",
    "stempel",
    "rekening",
    "pajak",
    "spt",
    "ods",
    "oss",
];

/// What is said of them, and stands nowhere else in such a remark.
const BESIDE: &[&str] = &[
    "nama",
    "calon",
    "rangkap",
    "ganti",
    "diganti",
    "baru",
    "belum",
    "sudah",
    "ada",
    "buka",
    "membuka",
    "proses",
    "perbaikan",
    "renovasi",
    "dibangun",
    "sewa",
    "kontrak",
    "menumpang",
    "numpang",
    "milik",
    "sendiri",
    "di",
    "dan",
    "dengan",
    "untuk",
    "rumah",
    "balai",
    "desa",
    "kelurahan",
    "toko",
    "plut",
    "pameran",
    "jabatan",
    "lengkap",
];

/// Those of them that have figures of their own, or give them.
const GIVING: &[&str] = &["pengurus", "pengawas", "ketua", "sekretaris", "bendahara", "manajer", "pengelola", "cabang"];

/// What is done to a thing.
const DONE: &[&str] = &["pindah", "ganti", "buka", "membuka", "perbaikan", "renovasi", "sewa"];

/// Said of the row's figures, or of what becomes of the row, unless the thing stands right beside.
const DOUBTFUL: &[&str] = &[
    "sementara",
    "rencana",
    "target",
    "contoh",
    "pindah",
    "gabung",
    "bergabung",
    "lama",
    "lapor",
    "terdaftar",
    "mengundurkan",
    "diri",
    "berhenti",
];

/// Whether a remark speaks of such a thing, and in no word of anything else.
pub(crate) fn is_of_things(text: &str) -> bool {
    let words = spelt_words(text);
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    let moves_its_stall = matches!(&words[..], [moves, stall] if moves == "pindah" && matches!(stall.as_str(), "lapak" | "los"));
    if has_come_in(&words) || moves_its_stall {
        return true;
    }
    words.len() <= MOST
        && words.iter().any(|word| is(THINGS, word))
        && words.iter().all(|word| is(THINGS, word) || is(BESIDE, word) || is(DOUBTFUL, word))
        && (0..words.len()).all(|at| !is(DOUBTFUL, &words[at]) || is_of_its_thing(&words, at))
}

/// `Laporan sudah masuk`, `Laporan RAT telah lengkap`: nothing but that what was asked for is there.
fn has_come_in(words: &[String]) -> bool {
    let is_report = matches!(words.first().map(String::as_str), Some("laporan" | "lap" | "berkas" | "dokumen"));
    let is_beside = |word: &String| {
        matches!(word.as_str(), "rat" | "keragaan" | "keuangan" | "sudah" | "telah" | "masuk" | "diterima" | "lengkap" | "ada")
    };
    let is_done = words.windows(2).any(|two| matches!(two[0].as_str(), "sudah" | "telah") && two[1] != "rat");
    is_report && is_done && words[1..].iter().all(is_beside)
}

/// Whether the doubtful word there is said of the thing beside it: `Kantor sementara`, `Rencana pindah kantor`, `Contoh produk`;
/// not `sementara dari pengurus`, `pindah cabang`.
fn is_of_its_thing(words: &[String], at: usize) -> bool {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let is_sober = |word: &str| THINGS.contains(&word) && !GIVING.contains(&word);
    let (above, next) = (at.checked_sub(1).map_or("", word), word(at + 1));
    match word(at) {
        "contoh" => matches!(next, "produk" | "kemasan"),
        "target" => matches!(next, "ekspor" | "sertifikat"),
        "rencana" => {
            let behind = word(at + 2);
            let opens = matches!(next, "buka" | "membuka") && behind == "cabang";
            next == "ekspor" || DONE.contains(&next) && (is_sober(behind) || is_sober(above)) || opens
        }
        "pindah" => is_sober(above) || is_sober(next) || above == "rencana" && at > 1 && is_sober(word(at - 2)),
        "lama" => GIVING.contains(&above) && above != "cabang" && matches!(next, "mengundurkan" | "diganti" | "berhenti"),
        // Only somebody does, and nobody but he.
        "mengundurkan" | "berhenti" => {
            let is_somebody = |word: &str| GIVING.contains(&word) && word != "cabang";
            is_somebody(above) || above == "lama" && at > 1 && is_somebody(word(at - 2))
        }
        "diri" => above == "mengundurkan",
        "lapor" => matches!(next, "pajak" | "spt"),
        "terdaftar" => above != "belum" && matches!(next, "ods" | "oss"),
        "sementara" => is_sober(above) || GIVING.contains(&above) && above != "cabang",
        _ => is_sober(above),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_on_things_and_on_rows() {
        for text in [
            "Kantor sementara di rumah ketua",
            "Papan nama belum ada",
            "Rencana pindah kantor",
            "Pengurus rangkap",
            "Contoh produk di PLUT",
            "Target ekspor",
            "Rencana buka cabang",
            "Kantor gabung balai desa",
            "NIK belum ada",
            "calon pengurus baru",
            "Pengurus sementara",
            "Kantor rencana pindah",
            "kantor pindah",
            "Pengurus lama mengundurkan diri",
            "Ketua mengundurkan diri",
            "Pindah lapak",
            "Belum lapor pajak",
            "Sudah terdaftar ODS",
            "Laporan sudah masuk",
            "Laporan RAT sudah lengkap",
        ] {
            assert!(is_of_things(text), "{text}");
        }
        for text in [
            "Angka sementara",
            "sementara",
            "Data pengurus lama",
            "Rencana buka lapak",
            "Produk berhenti",
            "Kantor berhenti",
            "Cabang berhenti",
            "Pindah lapak belum buka",
            "pengurus lama",
            "Koperasi mengundurkan diri",
            "Belum lapor",
            "Pengurus belum lapor",
            "Belum terdaftar ODS",
            "terdaftar di kabupaten lain",
            "Laporan belum masuk",
            "Laporan sudah masuk sebagian",
            "Laporan tahun lalu sudah masuk",
            "Data sudah masuk no 3",
            "Kantor tutup",
            "kantor pindah ke Kabupaten Malang",
            "kantor tidak ada",
            "pengurus sama dengan no 3",
            "Calon koperasi",
            "Rencana pembubaran",
            "target 2022",
            "gabung dengan KSU Barokah",
            "volume kantor cabang belum ada",
            "cabang dari KSP Artha",
            "sementara dari pengurus",
            "Sementara dari bendahara",
            "sementara pengurus",
            "target dari pengurus",
            "target pengurus",
            "rencana dari manajer",
            "Contoh dari pengurus",
            "contoh pengurus",
            "Gabung dengan cabang",
            "gabung cabang",
            "bergabung dengan kantor",
            "pindah cabang",
            "rencana pindah cabang",
            "rencana gabung cabang",
        ] {
            assert!(!is_of_things(text), "{text}");
        }
    }
}
