//! A sheet with rows that is not read.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, banyak, daftar, kutip};
use crate::vocabulary::CellAddress;
use rust_decimal::Decimal;

/// Why a sheet with rows is left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LembarSebab {
    /// It is hidden, and its headings fit.
    Tersembunyi,
    /// It has rows, and no heading that is known.
    TanpaJudul,
    /// It names its rows, and lacks these fields.
    TanpaKolom(Vec<String>),
    /// `lembar` names other sheets, and the headings of this one and of these fit too.
    TidakDisebut(Vec<String>),
    /// It sums by kecamatan what the list beside it holds one by one.
    Rekap,
    /// It speaks of corrections: by these words, and of so many counted rows.
    Koreksi { label: String, jumlah: usize },
    /// Of so many counted rows it says, by these words, that they are something else.
    Keadaan { label: String, jumlah: usize },
    /// It is read, and a further table on it is not: its headings, their row from 1, and so many rows.
    Tabel { judul: String, baris: u32, jumlah: usize },
    /// It holds these words, by which the figures of the sheet that is read may be others.
    Catatan(String),
    /// It holds the counted figures once more, and another one at this label.
    AngkaLain(String),
    /// It states a total of the rows that are read, at this label, and they give another.
    JumlahLain { label: String, sel: CellAddress, tertulis: Decimal, terhitung: Decimal },
}

#[derive(Clone, PartialEq, Debug)]
pub struct LembarTidakDibaca {
    pub sebab: LembarSebab,
}

impl Finding for LembarTidakDibaca {
    const KODE: &'static str = "lembar-tidak-dibaca";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar];
    const TERIMA: Terima = Terima::Dicatat;

    /// The sheets that are told of at this one.
    fn ditemukan(&self) -> Option<String> {
        match &self.sebab {
            LembarSebab::TidakDisebut(lain) if !lain.is_empty() => Some(lain.join(", ")),
            _ => None,
        }
    }
}

/// So many other sheets are named.
const NAMED: usize = 3;

fn lembar_lain(lain: &[String]) -> String {
    let more = if lain.len() > NAMED { ", …" } else { "" };
    let names: Vec<String> = lain.iter().take(NAMED).map(|name| kutip(name)).collect();
    format!("{} lembar lain ({}{more})", banyak(lain.len()), names.join(", "))
}

impl WordsId for LembarTidakDibaca {
    const MANUAL: Manual = Manual {
        arti: "Lembar yang berisi baris data tidak dibaca: tersembunyi, tanpa baris judul, tanpa kolom yang dibutuhkan, tidak disebut dalam `lembar`, berupa rekap, menyebut koreksi, menyebut baris yang dihitung sebagai sesuatu yang lain (`DIBUBARKAN`), berisi catatan tentang angkanya (`dalam ribuan rupiah`), atau menyebut jumlah yang lain daripada jumlah baris yang dibaca. Begitu pula tabel lain pada lembar yang dibaca, bila berisi nama dan angka yang tidak dikenal.",
        contoh: "lembar `Purworejo` disembunyikan, sedangkan lembar kecamatan lain dibaca.",
        mengapa: "bila isinya bagian dari data tahun itu, angka laporan terlalu kecil.",
        perbaikan: "Tampilkan lembar itu atau lengkapi judulnya; bila memang tidak dipakai, hapus, sebut lembar yang dipakai pada `lembar`, atau tulis namanya dalam `arti` sebagai `\"lewati\"`.",
    };

    fn pesan(&self) -> String {
        match &self.sebab {
            LembarSebab::Tersembunyi => "Lembar ini tersembunyi dan tidak dibaca, padahal judul kolomnya cocok.".to_owned(),
            LembarSebab::TanpaJudul => {
                "Lembar ini berisi baris dengan angka, tetapi tidak ada judul kolom yang dikenal, sehingga tidak dibaca."
                    .to_owned()
            }
            LembarSebab::TanpaKolom(isian) => {
                format!("Lembar ini berisi nama dan angka, tetapi tidak dibaca karena tidak ada kolom {}.", daftar(isian))
            }
            LembarSebab::TidakDisebut(lain) => {
                let lain = if lain.is_empty() { String::new() } else { format!(" dan {}", lembar_lain(lain)) };
                format!(
                    "Lembar ini{lain} berisi baris sejenis, tetapi tidak dibaca karena `lembar` di iku.toml menyebut lembar lain."
                )
            }
            LembarSebab::Rekap => "Lembar ini berisi rekap per wilayah dengan angka, yang tidak dibaca.".to_owned(),
            LembarSebab::Koreksi { label, jumlah: 0 } => {
                format!("Lembar ini menyebut koreksi ({}) dan tidak dibaca.", kutip(label))
            }
            LembarSebab::Koreksi { label, jumlah } => format!(
                "Lembar ini menyebut koreksi ({}) atas {} baris yang dihitung, dan tidak dibaca.",
                kutip(label),
                banyak(*jumlah)
            ),
            LembarSebab::Keadaan { label, jumlah } => format!(
                "Lembar ini ({}) menyebut {} baris yang tetap dihitung dari lembar yang dibaca.",
                kutip(label),
                banyak(*jumlah)
            ),
            LembarSebab::Tabel { judul, baris, jumlah } => format!(
                "Tabel lain di lembar ini (judul di baris {baris}: {}) berisi {} baris dengan nama dan angka, dan tidak dibaca.",
                kutip(judul),
                banyak(*jumlah)
            ),
            LembarSebab::AngkaLain(label) => {
                format!(
                    "Lembar ini memuat lagi angka yang dibaca, tetapi berbeda pada {}; lembar ini tidak dibaca.",
                    kutip(label)
                )
            }
            LembarSebab::JumlahLain { label, sel, tertulis, terhitung } => format!(
                "Lembar ini menyebut {} {} (sel {sel}), sedangkan baris yang dihitung berjumlah {}.",
                kutip(label),
                angka(*tertulis),
                angka(*terhitung)
            ),
            LembarSebab::Catatan(teks) => {
                format!("Lembar ini berisi {}, yang membatasi angka di lembar lain, dan tidak dibaca.", kutip(teks))
            }
        }
    }

    fn saran(&self) -> String {
        match &self.sebab {
            LembarSebab::Tersembunyi => "Tampilkan lembar ini bila isinya ikut dihitung; bila tidak, hapus.",
            LembarSebab::TanpaJudul => "Beri baris judul seperti lembar lain bila isinya ikut dihitung; bila tidak, hapus.",
            LembarSebab::TanpaKolom(_) => {
                "Samakan judul kolomnya dengan lembar lain bila isinya ikut dihitung; bila tidak, tulis `lembar` pada `[sumber]` di iku.toml."
            }
            LembarSebab::TidakDisebut(lain) if !lain.is_empty() => {
                "Tulis lembar = \"semua\" bila isinya ikut dihitung; bila tidak, tulis nama lembar-lembar itu dalam `arti` sebagai \"lewati\", atau nyatakan sekali dengan `[[terima]]`."
            }
            LembarSebab::TidakDisebut(_) => {
                "Tulis lembar = \"semua\" bila isinya ikut dihitung; bila tidak, tulis nama lembar ini dalam `arti` sebagai \"lewati\"."
            }
            LembarSebab::Rekap => {
                "Periksa apakah rekapnya sama dengan daftar yang dibaca; bila sudah, tulis nama lembar ini dalam `arti` sebagai \"lewati\"."
            }
            LembarSebab::Koreksi { .. } => {
                "Periksa apakah koreksinya sudah masuk ke lembar yang dibaca; bila sudah, tulis nama lembar ini dalam `arti` sebagai \"lewati\"."
            }
            LembarSebab::Keadaan { .. } => {
                "Hapus baris itu dari lembar yang dibaca bila memang tidak dihitung; bila dihitung, tulis nama lembar ini dalam `arti` sebagai \"lewati\"."
            }
            LembarSebab::Tabel { .. } => {
                "Masukkan barisnya ke tabel yang dibaca bila ikut dihitung; bila tidak, pindahkan ke lembar lain."
            }
            LembarSebab::AngkaLain(_) | LembarSebab::JumlahLain { .. } => {
                "Cocokkan kedua lembar itu; bila yang dibaca sudah benar, perbarui lembar ini, atau tulis namanya dalam `arti` sebagai \"lewati\"."
            }
            LembarSebab::Catatan(_) => {
                "Pastikan angka di lembar yang dibaca memang realisasi setahun dalam rupiah penuh atau satuan yang disebut di sana; bila sudah, tulis nama lembar ini dalam `arti` sebagai \"lewati\"."
            }
        }
        .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                LembarTidakDibaca { sebab: LembarSebab::Tersembunyi },
                "Lembar ini tersembunyi dan tidak dibaca, padahal judul kolomnya cocok.",
                "Tampilkan lembar ini bila isinya ikut dihitung; bila tidak, hapus.",
            ),
            Said::new(
                LembarTidakDibaca { sebab: LembarSebab::TanpaJudul },
                "Lembar ini berisi baris dengan angka, tetapi tidak ada judul kolom yang dikenal, sehingga tidak dibaca.",
                "Beri baris judul seperti lembar lain bila isinya ikut dihitung; bila tidak, hapus.",
            ),
            Said::new(
                LembarTidakDibaca { sebab: LembarSebab::TanpaKolom(vec!["omset".into()]) },
                "Lembar ini berisi nama dan angka, tetapi tidak dibaca karena tidak ada kolom `omset`.",
                "Samakan judul kolomnya dengan lembar lain bila isinya ikut dihitung; bila tidak, tulis `lembar` pada `[sumber]` di iku.toml.",
            ),
            Said::new(
                LembarTidakDibaca { sebab: LembarSebab::TidakDisebut(vec![]) },
                "Lembar ini berisi baris sejenis, tetapi tidak dibaca karena `lembar` di iku.toml menyebut lembar lain.",
                "Tulis lembar = \"semua\" bila isinya ikut dihitung; bila tidak, tulis nama lembar ini dalam `arti` sebagai \"lewati\".",
            ),
            Said::new(
                LembarTidakDibaca {
                    sebab: LembarSebab::TidakDisebut(["April", "Februari", "Januari", "Maret"].map(str::to_owned).to_vec()),
                },
                "Lembar ini dan 4 lembar lain (`April`, `Februari`, `Januari`, …) berisi baris sejenis, tetapi tidak dibaca karena `lembar` di iku.toml menyebut lembar lain.",
                "Tulis lembar = \"semua\" bila isinya ikut dihitung; bila tidak, tulis nama lembar-lembar itu dalam `arti` sebagai \"lewati\", atau nyatakan sekali dengan `[[terima]]`.",
            ),
            Said::new(
                LembarTidakDibaca { sebab: LembarSebab::Rekap },
                "Lembar ini berisi rekap per wilayah dengan angka, yang tidak dibaca.",
                "Periksa apakah rekapnya sama dengan daftar yang dibaca; bila sudah, tulis nama lembar ini dalam `arti` sebagai \"lewati\".",
            ),
            Said::new(
                LembarTidakDibaca { sebab: LembarSebab::Koreksi { label: "Ralat".into(), jumlah: 0 } },
                "Lembar ini menyebut koreksi (`Ralat`) dan tidak dibaca.",
                "Periksa apakah koreksinya sudah masuk ke lembar yang dibaca; bila sudah, tulis nama lembar ini dalam `arti` sebagai \"lewati\".",
            ),
            Said::new(
                LembarTidakDibaca { sebab: LembarSebab::Koreksi { label: "Nama Lama | Nama Baru".into(), jumlah: 2 } },
                "Lembar ini menyebut koreksi (`Nama Lama | Nama Baru`) atas 2 baris yang dihitung, dan tidak dibaca.",
                "Periksa apakah koreksinya sudah masuk ke lembar yang dibaca; bila sudah, tulis nama lembar ini dalam `arti` sebagai \"lewati\".",
            ),
            Said::new(
                LembarTidakDibaca { sebab: LembarSebab::Keadaan { label: "KOPERASI YANG DIBUBARKAN".into(), jumlah: 2 } },
                "Lembar ini (`KOPERASI YANG DIBUBARKAN`) menyebut 2 baris yang tetap dihitung dari lembar yang dibaca.",
                "Hapus baris itu dari lembar yang dibaca bila memang tidak dihitung; bila dihitung, tulis nama lembar ini dalam `arti` sebagai \"lewati\".",
            ),
            Said::new(
                LembarTidakDibaca { sebab: LembarSebab::Tabel { judul: "No | Nama Usaha | Omset".into(), baris: 16, jumlah: 3 } },
                "Tabel lain di lembar ini (judul di baris 16: `No | Nama Usaha | Omset`) berisi 3 baris dengan nama dan angka, dan tidak dibaca.",
                "Masukkan barisnya ke tabel yang dibaca bila ikut dihitung; bila tidak, pindahkan ke lembar lain.",
            ),
            Said::new(
                LembarTidakDibaca { sebab: LembarSebab::AngkaLain("Grand Total".into()) },
                "Lembar ini memuat lagi angka yang dibaca, tetapi berbeda pada `Grand Total`; lembar ini tidak dibaca.",
                "Cocokkan kedua lembar itu; bila yang dibaca sudah benar, perbarui lembar ini, atau tulis namanya dalam `arti` sebagai \"lewati\".",
            ),
            Said::new(
                LembarTidakDibaca {
                    sebab: LembarSebab::JumlahLain {
                        label: "Jumlah Anggota".into(),
                        sel: CellAddress::new(4, 2),
                        tertulis: Decimal::from(9_999),
                        terhitung: Decimal::from(2_459),
                    },
                },
                "Lembar ini menyebut `Jumlah Anggota` 9.999 (sel C5), sedangkan baris yang dihitung berjumlah 2.459.",
                "Cocokkan kedua lembar itu; bila yang dibaca sudah benar, perbarui lembar ini, atau tulis namanya dalam `arti` sebagai \"lewati\".",
            ),
            Said::new(
                LembarTidakDibaca { sebab: LembarSebab::Catatan("Angka dalam ribuan rupiah".into()) },
                "Lembar ini berisi `Angka dalam ribuan rupiah`, yang membatasi angka di lembar lain, dan tidak dibaca.",
                "Pastikan angka di lembar yang dibaca memang realisasi setahun dalam rupiah penuh atau satuan yang disebut di sana; bila sudah, tulis nama lembar ini dalam `arti` sebagai \"lewati\".",
            ),
        ]
    }
}
