//! Words beside a scale that a line states: they say whose it is.

/// Words that a unit is introduced by.
pub(crate) const UNIT_LEADS: &[&str] = &[
    "satuan",
    "sat",
    "pengali",
    "kelipatan",
    "denominasi",
    "nominal",
    "besaran",
    "ukuran",
    "unit",
    "skala",
    "angka",
    "nilai",
    "disajikan",
    "dinyatakan",
    "ditulis",
    "tertulis",
    "diisi",
    "isi",
    "x",
    "kali",
    "in",
    "uang",
    "mata",
    "seluruh",
    "semua",
    "kolom",
];

/// Words of what a table is of.
pub(crate) const OF_TABLES: &[&str] = &[
    "data",
    "neraca",
    "keuangan",
    "simpan",
    "pinjam",
    "daftar",
    "rekap",
    "rekapitulasi",
    "laporan",
    "keragaan",
    "perkembangan",
    "profil",
    "tabel",
    "table",
    "statistik",
    "volume",
    "usaha",
    "omset",
    "omzet",
    "aset",
    "asset",
    "shu",
    "realisasi",
    "koperasi",
    "umkm",
    "ukm",
    "tahun",
    "thn",
    "th",
    "bidang",
    "indikator",
    "kinerja",
    "pendapatan",
    "penjualan",
    "produksi",
    "kabupaten",
    "kab",
    "kota",
    "provinsi",
    "total",
    "dinas",
    "form",
    "formulir",
    "lembar",
    "sheet",
];

/// Words of a group of a table's rows, or of the table that is one group's alone.
pub(crate) const OF_GROUPS: &[&str] =
    &["kecamatan", "kec", "kelurahan", "kel", "desa", "wilayah", "ksp", "ksu", "kud", "kpri", "sektor", "jenis"];

/// Words before the number of a paper or a place.
pub(crate) const OF_PAPERS: &[&str] = &[
    "nomor", "no", "kode", "lampiran", "lamp", "telp", "telepon", "tlp", "hp", "wa", "fax", "faks", "npwp", "nik", "nip", "pos",
    "hal",
];

/// Words of what is given, owed or paid in round sums.
pub(crate) const GIVEN: &[&str] = &[
    "hibah",
    "bantuan",
    "penerima",
    "simpanan",
    "iuran",
    "pinjaman",
    "modal",
    "kredit",
    "bansos",
    "stimulan",
    "dana",
    "maksimal",
    "harga",
    "biaya",
    "pagu",
    "anggaran",
    "tarif",
    "retribusi",
    "denda",
    "honor",
    "hadiah",
    "plafon",
    "plafond",
    "sewa",
    "pokok",
];

/// Those of them that tables are of as well: `SIMPANAN DAN PINJAMAN`, `MODAL DAN VOLUME USAHA`.
pub(crate) const TABULATED: &[&str] = &["simpanan", "pinjaman", "modal", "kredit"];

/// Words beside these by which the sum is what each one pays or owns.
pub(crate) const OF_SHARES: &[&str] =
    &["awal", "wajib", "minimal", "minimum", "masing", "per", "tiap", "setiap", "sebesar", "senilai", "kelompok"];

/// Words in the heading of a column whose cells say what the amounts beside them are multiplied by.
pub(crate) const FACTORS: &[&str] = &["satuan", "sat", "pengali", "faktor", "kelipatan", "denominasi", "skala", "konversi"];

/// What may stand beside them there, and words of amounts: `Satuan Produk`, `Harga Satuan` are of something else.
pub(crate) const BESIDE_FACTORS: &[&str] = &["uang", "rp", "rupiah", "angka", "usaha", "dalam", "data", "x"];

/// Those by which they are divided, or were.
pub(crate) const DIVISORS: &[&str] = &["pembagi", "dibagi", "bagi", "penyederhanaan"];
