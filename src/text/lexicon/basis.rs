//! Words of headings that with their cells say what a row's amount is, and of those cells.

/// A heading that holds one of these, and nothing but them and what may stand beside them.
pub(crate) const BASIS_CORES: &[&str] = &[
    "per",
    "frekuensi",
    "basis",
    "acuan",
    "rujukan",
    "sifat",
    "periode",
    "waktu",
    "hitungan",
    "perhitungan",
    "data",
    "angka",
    "omset",
    "volume",
];
/// What may stand beside them.
pub(crate) const BASIS_BESIDE: &[&str] =
    &["usaha", "dasar", "jenis", "tipe", "metode", "sumber", "asal", "status", "kualitas", "satuan", "nilai"];
/// With these a year in its cells is the amount's own.
pub(crate) const ORIGINS: &[&str] = &["basis", "acuan", "rujukan", "data", "angka", "omset", "volume"];

/// Less than a year.
pub(crate) const SPANS: &[&str] = &[
    "bulan",
    "bln",
    "bulanan",
    "sebulan",
    "perbulan",
    "hari",
    "harian",
    "sehari",
    "perhari",
    "minggu",
    "mingguan",
    "seminggu",
    "perminggu",
    "pekan",
    "triwulan",
    "triwulanan",
    "kuartal",
    "semester",
    "semesteran",
];

/// A heading of months reached: of nothing but these.
pub(crate) const MONTH_WORDS: &[&str] = &[
    "bulan",
    "bln",
    "laporan",
    "lapor",
    "lap",
    "s",
    "d",
    "sd",
    "sampai",
    "dengan",
    "hingga",
    "jumlah",
    "banyak",
    "banyaknya",
    "terakhir",
    "data",
    "dilaporkan",
    "dihitung",
    "terhitung",
    "cakupan",
    "omset",
    "volume",
    "yang",
];
/// Beside `bulan`.
pub(crate) const MONTH_CORES: &[&str] =
    &["jumlah", "banyak", "banyaknya", "terakhir", "dilaporkan", "dihitung", "terhitung", "cakupan"];

/// A heading of days: of nothing but these.
pub(crate) const DAY_WORDS: &[&str] = &[
    "per",
    "posisi",
    "keadaan",
    "neraca",
    "cutoff",
    "cut",
    "off",
    "update",
    "updated",
    "pemutakhiran",
    "diperbarui",
    "terakhir",
    "tanggal",
    "tahun",
    "data",
    "rat",
    "laporan",
    "buku",
];
/// Of them, those by which the day is the figures' own.
pub(crate) const DAY_CORES: &[&str] = &["per", "posisi", "keadaan", "neraca", "cutoff", "cut"];
/// And those by which it is when somebody looked last.
pub(crate) const DAY_LAST: &[&str] = &["update", "updated", "pemutakhiran", "diperbarui", "terakhir"];

/// Together: the day on which a year's books were closed.
pub(crate) const CLOSED_BOOKS: &[&str] = &["tutup", "penutupan"];
/// At the head of a column of amounts: what is to be taken from those beside it.
pub(crate) const DEDUCTED: &[&str] = &["eliminasi", "retur", "potongan", "dikurangi", "pengurang", "pengurangan"];

/// Documents whose year is none of the figures'.
pub(crate) const OWN_PLAN_OR_RULE: &[&str] = &["renstra", "rpjmd", "rkpd", "renja", "berdiri", "sejak", "mulai"];
