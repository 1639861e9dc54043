//! Words of headings: what they are for in the label over a column, and what a
//! label over others may be made of without making another thing of them.

/// Sums of what stands over or beside them.
pub(crate) const SUMS: &[&str] = &["jumlah", "total", "nilai"];

/// `Jumlah Setahun`: with these a sum is still of what stands over it.
pub(crate) const OF_THE_YEAR: &[&str] = &["setahun", "tahunan", "tahun", "ini", "keseluruhan", "seluruh", "akhir"];

/// Words that mean little without what stands over them.
pub(crate) const GENERIC: &[&str] = &[
    "l",
    "p",
    "lk",
    "pr",
    "laki",
    "perempuan",
    "wanita",
    "pria",
    "aktif",
    "akt",
    "unit",
    "orang",
    "nama",
    "tanggal",
    "nomor",
    "kode",
    "ya",
    "ada",
    "baru",
    "lama",
    "jenis",
    "status",
    "keterangan",
    "sudah",
    "sendiri",
    "luar",
    "alamat",
    "tahun",
    "lainnya",
];

/// Words that say nothing about what is counted.
pub(crate) const STRUCTURAL: &[&str] = &[
    "status",
    "keaktifan",
    "kondisi",
    "keadaan",
    "data",
    "identitas",
    "uraian",
    "keterangan",
    "realisasi",
    "laporan",
    "profil",
    "tahun",
    "dan",
    "jenis",
    "kelamin",
];

/// Words that make another thing of whatever stands under or beside them.
pub(crate) const QUALIFIERS: &[&str] = &[
    "target",
    "rencana",
    "proyeksi",
    "pertumbuhan",
    "kenaikan",
    "penurunan",
    "perubahan",
    "selisih",
    "persen",
    "rasio",
    "rata",
    "rerata",
    "perkiraan",
    "kapasitas",
    "lalu",
    "sebelumnya",
    "sebelum",
    "rapb",
    "rapbd",
    "rab",
    "rka",
    "anggaran",
    "pagu",
    "prognosa",
    "prognosis",
    "estimasi",
    "usulan",
    "ramalan",
    "simulasi",
    "contoh",
    "calon",
];

/// A word that begins so turns a heading into its opposite.
pub(crate) const NEGATIONS: &[&str] = &["tidak", "tdk", "tak", "non", "belum", "bukan", "pasif", "tanpa"];

/// Words near known ones that mean something else.
pub(crate) const STRANGERS: &[&str] = &["model", "luas", "karyawati", "usahawan", "tahan", "anggaran", "skor", "barang"];

/// Words of labels over others that say what kind of data stands below, of which
/// year, and no more. A word that takes a part of what is counted (`wanita`, `unit`,
/// `binaan`, `lainnya`) never belongs here: it would pass over every amount.
pub(crate) const ABOUT: &[&str] = &[
    // Reports and their parts.
    "keragaan",
    "kinerja",
    "performa",
    "performance",
    "data",
    "identitas",
    "profil",
    "indikator",
    "informasi",
    "laporan",
    "keterangan",
    "uraian",
    "rincian",
    "komponen",
    "variabel",
    "aspek",
    "hasil",
    "perkembangan",
    "posisi",
    "keadaan",
    "kondisi",
    "gambaran",
    "statistik",
    "ikhtisar",
    "ringkasan",
    "rekapitulasi",
    "rekap",
    "pencapaian",
    "capaian",
    "realisasi",
    "aktual",
    "penilaian",
    "evaluasi",
    "monitoring",
    "pelaksanaan",
    "kegiatan",
    "status",
    "isian",
    "kolom",
    "angka",
    "nilai",
    "besaran",
    "besarnya",
    "jumlah",
    "total",
    "akumulasi",
    "kumulatif",
    "keseluruhan",
    "seluruh",
    "semua",
    "struktur",
    "kuantitatif",
    // Money, as reports head it.
    "keuangan",
    "finansial",
    "ekonomi",
    "permodalan",
    "modal",
    "kapital",
    "kekayaan",
    "neraca",
    "laba",
    "rugi",
    "pembukuan",
    "aset",
    "aktiva",
    "pasiva",
    "pendapatan",
    "penjualan",
    "omset",
    "volume",
    "usaha",
    "bisnis",
    "sisa",
    "shu",
    "ekuitas",
    "likuiditas",
    "rentabilitas",
    "solvabilitas",
    "produktivitas",
    "kesehatan",
    // Organisation.
    "kelembagaan",
    "organisasi",
    "bidang",
    "manajemen",
    "pengelolaan",
    "administrasi",
    "pengembangan",
    "pemberdayaan",
    // Years and units.
    "tahun",
    "tahunan",
    "setahun",
    "periode",
    "akhir",
    "buku",
    "berjalan",
    "ini",
    "mutakhir",
    "terakhir",
    "tercatat",
    "rp",
    "rupiah",
    "satuan",
    // Between words.
    "dan",
    "serta",
    "atau",
    "per",
    "di",
    "dari",
    "yang",
    "pada",
    "dalam",
];

/// Of labels over counts of people.
pub(crate) const ABOUT_PEOPLE: &[&str] =
    &["sdm", "sumber", "daya", "manusia", "tenaga", "kerja", "keanggotaan", "personalia", "kepegawaian", "ketenagakerjaan"];

/// Of labels over marks and dates: what was done, and when.
pub(crate) const ABOUT_MARKS: &[&str] =
    &["legalitas", "perizinan", "badan", "hukum", "keaktifan", "rapat", "anggota", "kepatuhan", "izin", "dokumen"];

/// `Data Umum`: `umum` says no more only beside one of these.
pub(crate) const GENERAL: &[&str] = &["data", "informasi", "keterangan", "kondisi", "profil", "gambaran"];

/// Of those words of labels: over amounts of a year they say so only where the label states its year.
pub(crate) const BEYOND_A_YEAR: &[&str] = &["kumulatif", "akumulasi"];

/// What a line in the corner over a table begins with: it is of the sheet.
pub(crate) const CORNERS: &[&str] = &[
    "lampiran", "lamp", "tabel", "form", "formulir", "model", "blangko", "blanko", "halaman", "hal", "lembar", "salinan",
    "arsip", "rahasia", "kode", "nomor", "no", "file", "sheet",
];

/// What a title is made of, beside the words of labels.
pub(crate) const IN_TITLES: &[&str] = &["koperasi", "kop", "umkm", "ukm", "ikm", "daftar", "dinas", "bidang", "kota"];
