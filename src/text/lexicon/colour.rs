//! The words of a legend: what gives a colour of the cells a meaning.

/// Colours, and other looks that cells are marked by.
pub(crate) const COLOURS: &[&str] = &[
    "merah", "kuning", "hijau", "biru", "ungu", "oranye", "oren", "orange", "jingga", "abu", "hitam", "putih", "coklat",
    "cokelat", "pink", "tosca", "arsir", "arsiran", "diarsir", "miring", "tebal", "blok", "diblok", "stabilo", "bergaris",
];
/// What such a word is said of, before it.
pub(crate) const COLOURED: &[&str] = &[
    "warna", "berwarna", "diwarnai", "diberi", "baris", "sel", "kolom", "huruf", "tulisan", "teks", "font", "tanda", "bertanda",
    "ditandai", "latar", "cetak", "garis", "blok", "diblok", "arsir", "diarsir", "stabilo",
];
/// What leads from a look to its meaning.
pub(crate) const MEANS: &[&str] = &["adalah", "berarti", "artinya", "ialah", "yaitu", "menandakan", "menunjukkan", "untuk"];
/// Words by which a meaning takes something from the figures of the rows that look so.
pub(crate) const TAKES_AWAY: &[&str] = &[
    "belum",
    "tidak",
    "bukan",
    "non",
    "tanpa",
    "lalu",
    "lama",
    "hapus",
    "dihapus",
    "batal",
    "dibatalkan",
    "salah",
    "keliru",
    "ragu",
    "diragukan",
    "meragukan",
    "revisi",
    "direvisi",
    "koreksi",
    "dikoreksi",
    "perbaikan",
    "diperbaiki",
    "ganda",
    "dobel",
    "double",
    "kembar",
    "target",
    "usulan",
    "rencana",
    "estimasi",
    "perkiraan",
    "taksiran",
    "sementara",
    "calon",
    "contoh",
    "konfirmasi",
    "dikonfirmasi",
    "klarifikasi",
    "cek",
    "dicek",
    "janggal",
    "asumsi",
    "rekayasa",
    "dikeluarkan",
    "dikecualikan",
    "vakum",
    "pasif",
];
