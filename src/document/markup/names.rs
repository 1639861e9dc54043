//! The names of the markup: elements and their attributes.

/// Every element with its attributes.
pub const ELEMENTS: &[(&str, &[&str])] = &[
    ("bagian", &["id", "nama"]),
    ("kaki", &[]),
    ("judul", &["tingkat"]),
    ("paragraf", &["rata", "tebal", "miring", "garis-bawah", "ukuran", "penggal"]),
    ("daftar-label", &[]),
    ("label", &["nama"]),
    ("daftar-huruf", &[]),
    ("daftar-angka", &["mulai"]),
    ("daftar", &[]),
    ("butir", &["label"]),
    ("tabel", &["garis", "ringkasan"]),
    ("kolom", &["lebar", "paling-sempit", "paling-lebar"]),
    ("kepala", &[]),
    ("baris", &[]),
    ("sel", &["gabung-kolom", "gabung-baris", "rata", "tegak", "kepala", "menuju"]),
    ("pecahan", &["alternatif"]),
    ("rumus", &["alternatif"]),
    ("sebelum", &[]),
    ("pembilang", &[]),
    ("penyebut", &[]),
    ("sesudah", &[]),
    ("grafik", &["judul", "satuan", "alternatif"]),
    ("deret", &["nama"]),
    ("titik", &["tahun", "nilai", "angka"]),
    ("gambar", &["berkas", "lebar", "tinggi", "rata", "alternatif", "hiasan"]),
    ("tanda-tangan", &[]),
    ("penandatangan", &["cara", "penanda", "lebar-bidang", "tinggi-bidang"]),
    ("tempat-tanggal", &[]),
    ("pengantar", &[]),
    ("jabatan", &[]),
    ("nama", &[]),
    ("pangkat", &[]),
    ("nip", &[]),
    ("ganti-halaman", &[]),
    ("jarak", &["tinggi"]),
    ("tebal", &[]),
    ("miring", &[]),
    ("garis-bawah", &[]),
    ("kecil", &[]),
    ("angka", &["nama", "kecuali"]),
    ("baris-baru", &[]),
];

/// Elements that stand by themselves.
pub const BLOCKS: &[&str] = &[
    "judul",
    "paragraf",
    "daftar-label",
    "daftar-huruf",
    "daftar-angka",
    "daftar",
    "tabel",
    "pecahan",
    "rumus",
    "grafik",
    "gambar",
    "tanda-tangan",
    "ganti-halaman",
    "jarak",
];

/// Blocks that may stand in a cell or a list item: what neither renderer can
/// place there (a page break, a table in a table) is left out.
pub const INNER_BLOCKS: &[&str] =
    &["paragraf", "daftar-label", "daftar-huruf", "daftar-angka", "daftar", "pecahan", "rumus", "gambar", "jarak"];

/// Elements that stand in a line of text.
pub const INLINES: &[&str] = &["tebal", "miring", "garis-bawah", "kecil", "angka", "baris-baru"];

pub fn attributes(element: &str) -> Option<&'static [&'static str]> {
    ELEMENTS.iter().find(|(name, _)| *name == element).map(|(_, attributes)| *attributes)
}

pub fn element_names() -> impl Iterator<Item = &'static str> {
    ELEMENTS.iter().map(|(name, _)| *name)
}
