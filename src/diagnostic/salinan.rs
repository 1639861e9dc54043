//! Amounts that are copies of others, or stand for those that nobody asked, as a finding says it.

use super::words_id::{angka, banyak, kutip};
use rust_decimal::Decimal;

/// What gives away that amounts were not typed one by one.
#[derive(Clone, PartialEq, Debug)]
pub enum Salinan {
    /// In so many rows they are another column's.
    Kolom {
        lain: String,
        baris: usize,
    },
    /// The row above has it, and no other rows are so alike.
    Atas,
    /// So many rows, of so many, have last year's, all of one place or below each other, and hardly any other does.
    TahunLalu {
        baris: usize,
        dari: usize,
        tempat: Option<String>,
    },
    /// So many rows, of so many, grew by exactly the same share, or the same amount.
    Perbandingan {
        kali: Decimal,
        baris: usize,
        dari: usize,
    },
    Selisih {
        selisih: Decimal,
        baris: usize,
        dari: usize,
    },
    /// One amount stands in so many rows, of so many, which differed last year.
    SatuNilai {
        baris: usize,
        dari: usize,
    },
    /// So many rows, of so many, have nothing and had something last year.
    Nihil {
        baris: usize,
        dari: usize,
    },
    /// One number of identity stands on so many rows of different owners.
    NomorBersama(usize),
    /// Two other rows together have it, as a koperasi that came of them: by their names.
    Gabungan(String, String),
    /// The column is in order of size, which nothing else in the list is.
    Terurut,
}

impl Salinan {
    pub(super) fn pesan(&self, isian: &str, ditemukan: &str) -> String {
        match self {
            Salinan::Kolom { lain, baris: 1 } => {
                format!("Nilai {isian} di sel ini {ditemukan}, sama sampai rupiahnya dengan {} di baris itu.", kutip(lain))
            }
            Salinan::Kolom { lain, baris } => format!(
                "Nilai {isian} pada {} baris, mulai {ditemukan} di sel ini, sama sampai rupiahnya dengan {} di baris yang sama.",
                banyak(*baris),
                kutip(lain)
            ),
            Salinan::Atas => {
                format!("Nilai {isian} di sel ini {ditemukan}, sama sampai rupiahnya dengan baris di atasnya.")
            }
            Salinan::TahunLalu { baris, dari, tempat } => {
                let tempat = tempat.as_ref().map(|tempat| format!(" ({})", kutip(tempat))).unwrap_or_default();
                format!(
                    "Nilai {isian} pada {} dari {} baris{tempat}, mulai {ditemukan} di sel ini, sama sampai rupiahnya dengan tahun sebelumnya, sedangkan baris lain hampir tidak ada yang sama.",
                    banyak(*baris),
                    banyak(*dari)
                )
            }
            Salinan::Perbandingan { kali, baris, dari } => format!(
                "Nilai {isian} pada {} dari {} baris, mulai {ditemukan} di sel ini, tepat {} kali nilainya tahun sebelumnya.",
                banyak(*baris),
                banyak(*dari),
                angka(*kali)
            ),
            Salinan::Selisih { selisih, baris, dari } => format!(
                "Nilai {isian} pada {} dari {} baris, mulai {ditemukan} di sel ini, berselisih tepat {} dari nilainya tahun sebelumnya.",
                banyak(*baris),
                banyak(*dari),
                angka(*selisih)
            ),
            Salinan::SatuNilai { baris, dari } => format!(
                "Nilai {isian} {ditemukan} berdiri pada {} dari {} baris, yang tahun sebelumnya berlain-lainan.",
                banyak(*baris),
                banyak(*dari)
            ),
            Salinan::Nihil { baris, dari } => format!(
                "Nilai {isian} pada {} dari {} baris, mulai sel ini, nihil, sedangkan tahun sebelumnya ada.",
                banyak(*baris),
                banyak(*dari)
            ),
            Salinan::NomorBersama(baris) => {
                format!("Nomor {isian} di sel ini {ditemukan}, berdiri pada {} baris yang pemiliknya berlainan.", banyak(*baris))
            }
            Salinan::Gabungan(satu, lain) => format!(
                "Nilai {isian} di sel ini {ditemukan}, sama sampai rupiahnya dengan jumlah {} dan {} di daftar yang sama; hasil penggabungan dan asalnya mungkin terhitung dua kali.",
                kutip(satu),
                kutip(lain)
            ),
            Salinan::Terurut => format!(
                "Nilai {isian} mulai {ditemukan} di sel ini berurutan menurut besarnya, sedangkan nama-namanya tetap dalam urutan tahun sebelumnya, yang tidak demikian; kolom itu mungkin diurutkan sendiri."
            ),
        }
    }

    pub(super) fn saran(&self) -> &'static str {
        match self {
            Salinan::Kolom { .. } => "Periksa kolom mana yang memuat nilai itu, dan salin ulang isinya.",
            Salinan::Atas => "Periksa apakah angkanya tersalin ke bawah di Excel, lalu isi nilai baris itu.",
            Salinan::TahunLalu { .. } => {
                "Periksa apakah angka baris-baris itu sudah diperbarui; bila memang tetap, nyatakan dengan `[[terima]]`."
            }
            Salinan::Perbandingan { .. } | Salinan::Selisih { .. } => {
                "Periksa apakah angkanya dihitung dari tahun lalu; isi angka yang dilaporkan tiap baris."
            }
            Salinan::SatuNilai { .. } => {
                "Periksa apakah angka itu hanya pengganti yang belum diketahui, lalu isi nilai tiap baris."
            }
            Salinan::Nihil { .. } => "Periksa apakah angka baris-baris itu belum dilaporkan; yang belum ada jangan ditulis 0.",
            Salinan::NomorBersama(_) => {
                "Periksa apakah nomornya tersalin ke bawah di Excel; kosongkan sel yang belum mempunyai nomor sendiri."
            }
            Salinan::Gabungan(..) => "Tinggalkan koperasi asal yang sudah bergabung dari daftar tahun itu.",
            Salinan::Terurut => "Urutkan kembali seluruh barisnya, bukan satu kolom saja.",
        }
    }

    /// Examples with their words.
    #[cfg(test)]
    pub(super) fn said() -> Vec<(Self, &'static str, &'static str)> {
        let kolom = |baris| Salinan::Kolom { lain: "aset".into(), baris };
        let lalu = |tempat: Option<&str>| Salinan::TahunLalu { baris: 5, dari: 20, tempat: tempat.map(str::to_owned) };
        let salin = "Periksa kolom mana yang memuat nilai itu, dan salin ulang isinya.";
        let tetap = "Periksa apakah angka baris-baris itu sudah diperbarui; bila memang tetap, nyatakan dengan `[[terima]]`.";
        let dihitung = "Periksa apakah angkanya dihitung dari tahun lalu; isi angka yang dilaporkan tiap baris.";
        vec![
            (kolom(1), "Nilai `omset` di sel ini `213542587`, sama sampai rupiahnya dengan `aset` di baris itu.", salin),
            (
                kolom(12),
                "Nilai `omset` pada 12 baris, mulai `213542587` di sel ini, sama sampai rupiahnya dengan `aset` di baris yang sama.",
                salin,
            ),
            (
                Salinan::Atas,
                "Nilai `omset` di sel ini `213542587`, sama sampai rupiahnya dengan baris di atasnya.",
                "Periksa apakah angkanya tersalin ke bawah di Excel, lalu isi nilai baris itu.",
            ),
            (
                lalu(None),
                "Nilai `omset` pada 5 dari 20 baris, mulai `213542587` di sel ini, sama sampai rupiahnya dengan tahun sebelumnya, sedangkan baris lain hampir tidak ada yang sama.",
                tetap,
            ),
            (
                lalu(Some("Gadingrejo")),
                "Nilai `omset` pada 5 dari 20 baris (`Gadingrejo`), mulai `213542587` di sel ini, sama sampai rupiahnya dengan tahun sebelumnya, sedangkan baris lain hampir tidak ada yang sama.",
                tetap,
            ),
            (
                Salinan::Perbandingan { kali: Decimal::new(105, 2), baris: 20, dari: 20 },
                "Nilai `omset` pada 20 dari 20 baris, mulai `213542587` di sel ini, tepat 1,05 kali nilainya tahun sebelumnya.",
                dihitung,
            ),
            (
                Salinan::Selisih { selisih: Decimal::from(1_000_000), baris: 20, dari: 20 },
                "Nilai `omset` pada 20 dari 20 baris, mulai `213542587` di sel ini, berselisih tepat 1.000.000 dari nilainya tahun sebelumnya.",
                dihitung,
            ),
            (
                Salinan::SatuNilai { baris: 15, dari: 30 },
                "Nilai `omset` `213542587` berdiri pada 15 dari 30 baris, yang tahun sebelumnya berlain-lainan.",
                "Periksa apakah angka itu hanya pengganti yang belum diketahui, lalu isi nilai tiap baris.",
            ),
            (
                Salinan::Nihil { baris: 10, dari: 30 },
                "Nilai `omset` pada 10 dari 30 baris, mulai sel ini, nihil, sedangkan tahun sebelumnya ada.",
                "Periksa apakah angka baris-baris itu belum dilaporkan; yang belum ada jangan ditulis 0.",
            ),
            (
                Salinan::NomorBersama(4),
                "Nomor `omset` di sel ini `213542587`, berdiri pada 4 baris yang pemiliknya berlainan.",
                "Periksa apakah nomornya tersalin ke bawah di Excel; kosongkan sel yang belum mempunyai nomor sendiri.",
            ),
            (
                Salinan::Gabungan("KSP Bina".into(), "KUD Tani".into()),
                "Nilai `omset` di sel ini `213542587`, sama sampai rupiahnya dengan jumlah `KSP Bina` dan `KUD Tani` di daftar yang sama; hasil penggabungan dan asalnya mungkin terhitung dua kali.",
                "Tinggalkan koperasi asal yang sudah bergabung dari daftar tahun itu.",
            ),
            (
                Salinan::Terurut,
                "Nilai `omset` mulai `213542587` di sel ini berurutan menurut besarnya, sedangkan nama-namanya tetap dalam urutan tahun sebelumnya, yang tidak demikian; kolom itu mungkin diurutkan sendiri.",
                "Urutkan kembali seluruh barisnya, bukan satu kolom saja.",
            ),
        ]
    }
}
