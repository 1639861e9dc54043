//! Words by which a section's label says that its rows are something else than
//! the year's own living entities: ended, to come, samples, other years, plans.

/// Ended, or not living: of whom such a word stands beside its name, too.
pub(crate) const ENDED: &[&str] = &[
    "bubar",
    "dibubarkan",
    "membubarkan",
    "pembubaran",
    "beku",
    "dibekukan",
    "pembekuan",
    "tutup",
    "ditutup",
    "bangkrut",
    "pailit",
    "mati",
    "vakum",
    "nonaktif",
    "pasif",
    "dicabut",
    "pencabutan",
    "dihapus",
    "penghapusan",
    "likuidasi",
    "dicoret",
    "keluar",
    "pindah",
    "merger",
    "digabung",
    "peleburan",
    "lebur",
    "dilebur",
    "melebur",
    "gabung",
    "bergabung",
    "berhenti",
    "gugur",
    "ditolak",
    "batal",
    "dibatalkan",
    "dormant",
    "dikeluarkan",
    "mengundurkan",
    "inaktif",
    "blacklist",
    "meninggal",
    "wafat",
    "almarhum",
    "almarhumah",
    "mandek",
    "mandeg",
];

/// Idle, and by no other word than these.
pub(crate) const IDLE: &[&str] = &["pasif", "nonaktif", "inaktif", "beku", "dibekukan", "vakum", "dormant", "suri"];
/// Before `aktif`: neither quite that nor idle.
pub(crate) const HALF: &[&str] = &["kurang", "cukup", "agak", "semi", "hampir", "setengah"];

/// Ended, over some rows; in a name, or beside it, also said of what lives.
pub(crate) const FORMER: &[&str] = &["sakit", "eks", "mantan", "lama", "hapus", "macet", "bekas", "tidur"];

/// To come.
pub(crate) const COMING: &[&str] = &[
    "calon",
    "usulan",
    "usul",
    "diusulkan",
    "rintisan",
    "persiapan",
    "pra",
    "proses",
    "pengajuan",
    "mengajukan",
    "diajukan",
    "antrean",
    "antrian",
    "tunggu",
    "cadangan",
    "reserve",
    "buffer",
    "siaga",
    "waiting",
    "susulan",
    "tambahan",
    "potensi",
    "potensial",
    "prospek",
];

/// In the place of a running number: the row shows how the others are filled in.
pub(crate) const EXAMPLE: &[&str] = &["contoh", "cth", "misal", "misalnya", "sampel", "sample", "dummy"];

/// No data.
pub(crate) const SAMPLES: &[&str] = &[
    "contoh",
    "simulasi",
    "latihan",
    "sampel",
    "sample",
    "dummy",
    "uji",
    "coba",
    "petunjuk",
    "format",
    "ilustrasi",
    "draf",
    "draft",
    "konsep",
    "demo",
    "trial",
    "template",
    "isian",
    "fiktif",
];

/// Plans.
const PLANS: &[&str] = &[
    "target",
    "rencana",
    "proyeksi",
    "prognosa",
    "prognosis",
    "perkiraan",
    "estimasi",
    "rapb",
    "rkap",
    "rkat",
    "pagu",
    "anggaran",
    "sasaran",
    "asumsi",
    "kebutuhan",
];

/// Another time.
pub(crate) const OTHER_TIME: &[&str] = &[
    "lalu",
    "sebelumnya",
    "kemarin",
    "terdahulu",
    "semula",
    "pembanding",
    "mendatang",
    "berikutnya",
    "awal",
    "bulan",
    "triwulan",
    "semester",
    "kuartal",
    "caturwulan",
    "sebelum",
    "sesudah",
];

/// Outside.
const OUTSIDE: &[&str] = &[
    "luar",
    "bukan",
    "selain",
    "kecuali",
    "dikecualikan",
    "tanpa",
    "duplikat",
    "duplikasi",
    "ganda",
    "salinan",
    "arsip",
    "koreksi",
    "revisi",
    "diragukan",
    "bermasalah",
    "verifikasi",
    "sanggah",
    "temuan",
    "invalid",
    "dobel",
    "diabaikan",
    "pengecualian",
    "hilang",
    "drop",
    "salah",
    "referensi",
    "tetangga",
];

/// Any of these in a label over rows.
pub(crate) const STATUS: &[&[&str]] = &[ENDED, FORMER, COMING, SAMPLES, PLANS, OTHER_TIME, OUTSIDE];

/// Before any word: it denies what follows.
pub(crate) const NEGATED: &[&str] = &["tidak", "belum", "non", "tanpa", "bukan"];

/// Denied, they say that somebody lives no more: `tidak aktif`.
pub(crate) const LIVING: &[&str] = &[
    "aktif",
    "operasi",
    "operasional",
    "beroperasi",
    "berjalan",
    "jalan",
    "produksi",
    "berproduksi",
    "usaha",
    "jualan",
    "berjualan",
    "berdagang",
    "ditemukan",
    "ada",
    "lagi",
];
