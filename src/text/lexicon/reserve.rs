//! Words by which whatever speaks of a row or of a table (a title, a note, a remark, brackets behind a name, the label of
//! a total) says that figures are not all there, made up, or not yet settled. One list for all those places.

/// Behind `belum`: something has not come in, or was not looked at. Stems.
pub(crate) const NOT_YET: &[&str] =
    &["masuk", "lapor", "sah", "verifikasi", "validasi", "rekap", "hitung", "input", "entri", "setor", "kumpul", "konfirmasi"];

/// Behind `belum`: not everybody.
pub(crate) const NOT_ALL: &[&str] = &["semua", "semuanya", "seluruh", "seluruhnya", "sepenuhnya", "keseluruhan"];

/// What rows may be called where some of them are counted: `8 dari 12 koperasi`.
pub(crate) const COUNTED: &[&str] = &[
    "koperasi",
    "umkm",
    "ukm",
    "ikm",
    "usaha",
    "unit",
    "pelaku",
    "kecamatan",
    "kelurahan",
    "desa",
    "data",
    "laporan",
    "anggota",
];

/// Behind them: what came in. Stems.
pub(crate) const CAME_IN: &[&str] = &["lapor", "masuk", "data", "kumpul", "isi", "setor", "rekap", "serah", "kirim", "jawab"];

/// Figures are reckoned from what is not known. Stems.
pub(crate) const MADE_OF: &[&str] = &["asumsi", "interpolasi", "ekstrapolasi", "imputasi"];
/// The same, with an affix alone: by itself each is a name, or a word for something else.
pub(crate) const GUESSED: &[&str] = &["kira", "ramal", "taksir"];

/// Where figures come from another amount.
pub(crate) const TAKEN: &[&str] = &["diisi", "diambil", "dihitung", "diperoleh", "didapat", "diturunkan", "dikonversi"];
/// That amount, or what else it is no record of.
pub(crate) const TAKEN_FROM: &[&str] = &[
    "aset",
    "pinjaman",
    "simpanan",
    "shu",
    "laba",
    "modal",
    "piutang",
    "hutang",
    "utang",
    "persen",
    "rumus",
    "rata",
    "rerata",
    "target",
    "sama",
    "lalu",
    "sebelumnya",
    "kali",
];

/// Asks for something to be done yet.
pub(crate) const ASKED: &[&str] = &["harap", "mohon", "perlu", "tolong", "agar", "masih", "harus"];
/// What is to be done. Stems.
pub(crate) const TO_BE_DONE: &[&str] =
    &["koreksi", "cek", "periksa", "verifikasi", "validasi", "klarifikasi", "konfirmasi", "baik", "revisi", "betul", "telusur"];

/// What somebody would not do who told no figure. Stems.
pub(crate) const TELLING: &[&str] = &["data", "survei", "survey", "isi", "lapor", "wawancara", "jawab", "temu"];

/// By themselves, whatever stands beside.
pub(crate) const RESERVED: &[&str] = &["parsial", "menyusul", "cancel", "cancelled", "unaudited"];

/// Of two words that stand together.
pub(crate) const RESERVED_BY_TWO: &[(&str, &str)] = &[
    ("tidak", "termasuk"),
    ("tidak", "masuk"),
    ("tidak", "terdata"),
    ("tidak", "lapor"),
    ("tidak", "melapor"),
    ("termasuk", "cabang"),
    ("quick", "count"),
    ("hitung", "cepat"),
    ("base", "line"),
    ("non", "audit"),
    ("tahun", "dasar"),
    ("kondisi", "awal"),
    ("sebelum", "pandemi"),
    ("sebelum", "covid"),
    ("isian", "contoh"),
    ("tidak", "dicantumkan"),
    ("tidak", "dimasukkan"),
    ("tidak", "diikutkan"),
    ("akan", "direvisi"),
    ("akan", "dikoreksi"),
    ("hasil", "sampling"),
];

/// A remark of nothing but these, one of the first at least: another amount than the one that the row should hold.
pub(crate) const PROFITS: &[&str] = &["bersih", "laba", "keuntungan", "untung", "kotor", "bruto", "netto", "neto"];
pub(crate) const OF_PROFITS: &[&str] = &["pendapatan", "penghasilan", "omset", "hasil", "usaha", "nilai", "angka"];

/// A title of data beside these is of what corrects or adds to another list. Stems.
pub(crate) const ANOTHER_LIST: &[&str] = &["koreksi", "ralat", "revisi", "tambah", "susul", "betul"];

/// What is owed: a title of it is over no turnover.
pub(crate) const OWED: &[&str] = &["piutang", "hutang", "utang", "tunggakan"];

/// A cell of whatever column of nothing but these and words beside: its row does not count.
pub(crate) const OF_THE_ROW: &[&str] = &[
    "hapus",
    "dihapus",
    "abaikan",
    "diabaikan",
    "fiktif",
    "diragukan",
    "keliru",
    "invalid",
    "dicoret",
    "coret",
    "cancel",
    "calon",
    // Of what was to take place.
    "ditunda",
    "dijadwalkan",
    "dialihkan",
];

/// Of two words that stand together in a cell of whatever column.
pub(crate) const OF_THE_ROW_BY_TWO: &[(&str, &str)] = &[
    ("tidak", "dihitung"),
    ("jangan", "dihitung"),
    ("belum", "dihitung"),
    ("tidak", "termasuk"),
    ("tidak", "valid"),
    ("belum", "valid"),
    ("belum", "diverifikasi"),
    ("salah", "ketik"),
    ("salah", "input"),
    ("salah", "isi"),
    ("salah", "data"),
    ("perlu", "dicek"),
    ("data", "lama"),
    ("angka", "lama"),
    ("proses", "pembubaran"),
    ("akan", "dibubarkan"),
    ("calon", "koperasi"),
];

/// Headings of things that have an end of their own: what ends there is not the row's bearer.
pub(crate) const WITH_ENDS: &[&str] = &[
    "pengajuan",
    "proposal",
    "bantuan",
    "hibah",
    "kur",
    "pinjaman",
    "kredit",
    "izin",
    "ijin",
    "sertifikat",
    "sertifikasi",
    "halal",
    "merek",
    "merk",
    "pelatihan",
    "gedung",
    "alat",
    "mesin",
    "bpjs",
    "listrik",
    "website",
    "npwp",
    "siup",
    "tdp",
    "nib",
    "pirt",
    "haki",
    "rekening",
];
