//! Words of remarks that say something of a row's figure where no other word stands beside them.

/// Beside the words below, and by themselves nothing.
pub(crate) const ALONE_BESIDE: &[&str] = &[
    "ini", "itu", "saja", "aja", "hanya", "cuma", "baru", "masih", "sudah", "telah", "sejak", "di", "pada", "dari", "krn",
    "karena", "pandemi", "covid", "corona", "ppkm", "psbb", "selama", "sekitar", "kurang", "lebih",
];
/// Of a business: it worked so long.
pub(crate) const ALONE_WORKED: &[&str] = &[
    "buka",
    "jalan",
    "berjalan",
    "beroperasi",
    "operasi",
    "operasional",
    "produksi",
    "berproduksi",
    "jualan",
    "berjualan",
    "dagang",
    "berdagang",
    "usaha",
    "kerja",
    "aktif",
    "efektif",
];
/// And it stood still so long.
pub(crate) const ALONE_HALTED: &[&str] = &["libur", "tutup", "ditutup", "berhenti", "vakum", "off", "istirahat", "cuti"];
/// It began then.
pub(crate) const ALONE_BEGUN: &[&str] = &["mulai", "dimulai", "buka", "dibuka", "merintis", "beroperasi"];
/// Before a month that the figure does not hold.
pub(crate) const ALONE_LACKING: &[&str] = &["kurang", "tanpa", "minus", "selain", "kecuali"];
/// It does no business.
pub(crate) const ALONE_STILL: &[&str] = &["macet", "mandek", "mandeg", "mangkrak", "mogok", "stagnan", "nganggur", "menganggur"];
/// What somebody does who does business: denied, nothing comes of it.
pub(crate) const ALONE_OF_WORK: &[&str] = &[
    "kegiatan",
    "aktivitas",
    "aktifitas",
    "transaksi",
    "operasional",
    "produksi",
    "berproduksi",
    "beroperasi",
    "penjualan",
    "pelayanan",
    "pendapatan",
    "pemasukan",
    "omset",
    "volume",
];
/// Amounts beside a turnover, which a remark takes in or out of it.
pub(crate) const ALONE_NOTIONS: &[&str] = &[
    "modal",
    "aset",
    "hutang",
    "utang",
    "piutang",
    "pajak",
    "ppn",
    "pph",
    "upah",
    "ongkos",
    "komisi",
    "titipan",
    "konsinyasi",
    "dp",
    "biaya",
    "gaji",
    "stok",
    "simpanan",
];
pub(crate) const ALONE_OF_NOTIONS: &[&str] = &[
    "ini",
    "itu",
    "saja",
    "aja",
    "hanya",
    "cuma",
    "termasuk",
    "tanpa",
    "minus",
    "plus",
    "sebelum",
    "sesudah",
    "setelah",
    "dikurangi",
    "dipotong",
    "ditambah",
];
/// What is left of a turnover.
pub(crate) const ALONE_PROFITS: &[&str] = &["laba", "untung", "keuntungan", "profit"];
/// A figure that was not counted.
pub(crate) const ALONE_GUESSED: &[&str] =
    &["seingatnya", "seingat", "ngarang", "mengarang", "asal", "asalan", "ngasal", "lupa", "harapan", "ngawur", "awur"];
pub(crate) const ALONE_GUESSED_BY_TWO: &[(&str, &str)] = &[
    ("tidak", "tahu"),
    ("tidak", "jujur"),
    ("tidak", "yakin"),
    ("tidak", "ketemu"),
    ("tidak", "bertemu"),
    ("belum", "dicek"),
    ("belum", "dicocokkan"),
    ("belum", "ditanya"),
    ("belum", "ketemu"),
    ("belum", "direkap"),
];
