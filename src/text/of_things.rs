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
];

/// What is said of them, and stands nowhere else in such a remark.
const BESIDE: &[&str] = &[
    "nama",
    "sementara",
    "rencana",
    "calon",
    "target",
    "contoh",
    "rangkap",
    "pindah",
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
    "gabung",
    "bergabung",
    "milik",
    "sendiri",
    "di",
    "dan",
    "dengan",
    "dari",
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

/// Whether a remark speaks of such a thing, and in no word of anything else.
pub(crate) fn is_of_things(text: &str) -> bool {
    let words = spelt_words(text);
    let is_thing = |word: &String| THINGS.contains(&word.as_str());
    words.len() <= MOST
        && words.iter().any(is_thing)
        && words.iter().all(|word| is_thing(word) || BESIDE.contains(&word.as_str()))
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
        ] {
            assert!(is_of_things(text), "{text}");
        }
        for text in [
            "Angka sementara",
            "sementara",
            "Data pengurus lama",
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
        ] {
            assert!(!is_of_things(text), "{text}");
        }
    }
}
