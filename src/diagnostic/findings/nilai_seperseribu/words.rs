//! What is said of each, and what to do.

use super::{Banding, Milik, NilaiSeperseribu};
use crate::diagnostic::words_id::{angka, banyak, kutip};

impl NilaiSeperseribu {
    /// What is told.
    pub(super) fn told(&self) -> String {
        let Self { isian, ditemukan, banding } = self;
        let (isian, ditemukan) = (kutip(isian), kutip(ditemukan));
        match banding {
            Banding::Lazim(lazim) => format!(
                "Nilai {isian} di sel ini {ditemukan}, sedangkan yang lazim di kolomnya sekitar {}; titik ribuannya mungkin hilang di Excel.",
                angka(*lazim)
            ),
            Banding::SemuaKecil => format!(
                "Nilai {isian} di kolom ini hampir semua di bawah seribu rupiah, misalnya {ditemukan}; satuannya mungkin ribu atau juta."
            ),
            Banding::SemuaBesar(satuan) => format!(
                "Nilai {isian} di kolom ini bersatuan {} dan hampir semua di atas satu triliun rupiah, misalnya {ditemukan}; angkanya mungkin sudah rupiah penuh.",
                kutip(satuan)
            ),
            Banding::DiAtasLain(lain) => format!(
                "Nilai {isian} di sel ini {ditemukan}, jauh di atas semua nilai lain di kolom itu, yang terbesar {}; nolnya mungkin kelebihan.",
                angka(*lain)
            ),
            Banding::BatasSkala { skala, batas } => format!(
                "Nilai {isian} di sel ini {ditemukan}, sedangkan usaha {skala} beromset paling banyak {} setahun.",
                angka(*batas)
            ),
            Banding::DiAtasBarisnya { isian: lain, nilai } => format!(
                "Nilai {isian} di sel ini {ditemukan}, sedangkan {} di baris itu {}; di baris lain perbandingannya jauh lebih kecil.",
                kutip(lain),
                angka(*nilai)
            ),
            Banding::Tertukar { lain, baris, dari } => format!(
                "Nilai {isian} dan {} pada {} dari {} baris, mulai {ditemukan} di sel ini, berbanding terbalik dengan semua baris lain; kedua kolomnya mungkin tertukar di situ.",
                kutip(lain),
                banyak(*baris),
                banyak(*dari)
            ),
            Banding::BukanTeks => format!("Isi {isian} di sel ini {ditemukan}, sebuah angka di antara teks."),
            Banding::IsiKolom(lain) => {
                format!("Isi {isian} di sel ini {ditemukan}, yang di baris lain berdiri di kolom {}.", kutip(lain))
            }
            Banding::TempatLain { kelurahan, lain } => format!(
                "Isi {isian} di sel ini {ditemukan}, sedangkan di baris lain kelurahan {} termasuk {}.",
                kutip(kelurahan),
                kutip(lain)
            ),
            Banding::SatuanLembarLain(lazim) => format!(
                "Nilai {isian} di lembar ini, misalnya {ditemukan}, jauh dari yang lazim di lembar atau berkas lain tahun itu (sekitar {}); satuannya mungkin lain.",
                angka(*lazim)
            ),
            Banding::BukanUang => format!(
                "Nilai {isian} di kolom ini hampir semua seperti tahun, tanggal atau nomor, misalnya {ditemukan}, bukan nilai uang."
            ),
            Banding::SamaSemua(sama, dari) => {
                format!("Nilai {isian} {ditemukan} berdiri berurutan pada {} dari {} baris.", banyak(*sama), banyak(*dari))
            }
            Banding::BertambahSatu => {
                format!("Nilai {isian} mulai {ditemukan} di sel ini bertambah satu rupiah dari baris ke baris.")
            }
            Banding::SepertiKolom(lain) => {
                format!("Nilai {isian} di semua baris sama dengan nilai {}, misalnya {ditemukan}.", kutip(lain))
            }
            Banding::MelebihiVolume(volume) => format!(
                "Nilai {isian} di sel ini {ditemukan}, jauh di atas volume usahanya ({}); kolomnya mungkin tertukar.",
                angka(*volume)
            ),
            Banding::BagianLain(jumlah) => {
                format!(
                    "Nilai {isian} di sel ini {ditemukan}, sedangkan laki-laki dan perempuannya berjumlah {}.",
                    angka(*jumlah)
                )
            }
            Banding::KolomBagian(kolom, jumlah) => format!(
                "Nilai {isian} di sel ini {ditemukan}, sedangkan {} kolom bagiannya berjumlah {}, padahal di baris lain keduanya sama.",
                banyak(*kolom),
                angka(*jumlah)
            ),
            Banding::JumlahBaris { terhitung, tertulis } => format!(
                "Nilai {isian} di sel ini {ditemukan}; bersama bagian lain di sampingnya {}, sedangkan jumlah yang tertulis di baris itu {}, padahal di baris lain keduanya sama.",
                angka(*terhitung),
                angka(*tertulis)
            ),
            Banding::MilikLain(milik, baris, dari) => {
                let siapa = match milik {
                    Milik::Bawah => "baris di bawahnya",
                    Milik::Atas => "baris di atasnya",
                    Milik::Urutan => "baris yang tahun lalu di urutan yang sama",
                    Milik::Lain => "koperasi atau usaha lain",
                };
                format!(
                    "Nilai {isian} pada {} dari {} baris, mulai {ditemukan} di sel ini, cocok dengan angka tahun lalu {siapa}, bukan dengan angkanya sendiri.",
                    banyak(*baris),
                    banyak(*dari)
                )
            }
            Banding::SebagianTahun { kolom, baris: 1, .. } => {
                format!("Nilai {isian} di sel ini {ditemukan}, sama dengan kolom {}, yang baru sebagian tahun.", kutip(kolom))
            }
            Banding::SebagianTahun { kolom, baris, dari } => format!(
                "Nilai {isian} pada {} dari {} baris, mulai {ditemukan} di sel ini, sama dengan kolom {}, yang baru sebagian tahun.",
                banyak(*baris),
                banyak(*dari),
                kutip(kolom)
            ),
            Banding::KaliLain { kolom, kali, baris, lazim: (least, most) } => {
                let lazim = if least == most { least.to_string() } else { format!("{least} sampai {most}") };
                format!(
                    "Nilai {isian} pada {} baris, mulai {ditemukan} di sel ini, {} kali kolom {}, sedangkan setahun {lazim} kali.",
                    banyak(*baris),
                    angka(*kali),
                    kutip(kolom)
                )
            }
            Banding::SkalaRagu { satuan, lazim } => format!(
                "Nilai {isian} di kolom ini bersatuan {}, sehingga yang lazim {}, padahal angkanya tertulis sampai satuan terakhir, misalnya {ditemukan}; mungkin sudah rupiah penuh.",
                kutip(satuan),
                angka(*lazim)
            ),
            Banding::SatuanKolomLain { kolom, satuan } => format!(
                "Nilai {isian} di kolom ini tanpa satuan, misalnya {ditemukan}, padahal kolom {} bersatuan {} dan angkanya sebesar itu juga.",
                kutip(kolom),
                kutip(satuan)
            ),
            Banding::BagianBerjalan { kolom, baris } => format!(
                "Nilai {isian} di sel ini {ditemukan}, jumlah kolom-kolom bagian tahunnya yang di semua {} baris makin besar sampai {}; bagian itu mungkin jumlah sampai saat itu.",
                banyak(*baris),
                kutip(kolom)
            ),
            Banding::Bergeser { kanan, baris } => format!(
                "Isi {} baris, mulai {isian} {ditemukan} di sel ini, tampaknya bergeser satu kolom ke {}.",
                banyak(*baris),
                if *kanan { "kanan" } else { "kiri" }
            ),
            Banding::Salinan(salinan) => salinan.pesan(&isian, &ditemukan),
            Banding::HubunganLain { hubungan, terhitung, baris } => format!(
                "Nilai {isian} di sel ini {ditemukan}, sedangkan {} di baris itu {}, padahal di {} baris keduanya sama.",
                hubungan.id(),
                angka(*terhitung),
                banyak(*baris)
            ),
            Banding::Urutan { atas, bawah } => format!(
                "Nilai {isian} di sel ini {ditemukan}, sedangkan di atasnya {} dan di bawahnya {}; semua baris lain berurutan menurut besarnya.",
                angka(*atas),
                angka(*bawah)
            ),
            Banding::PeringkatLain { kolom, tertulis, menurut, dari } => format!(
                "Nilai {isian} di sel ini {ditemukan}, urutan ke-{} dari {} baris menurut besarnya, sedangkan kolom {} di baris itu berisi {}, padahal di hampir semua baris lain keduanya sejalan.",
                banyak(*menurut),
                banyak(*dari),
                kutip(kolom),
                kutip(&tertulis.to_string())
            ),
            Banding::PerkembanganLain { lalu, kolom, tertulis, terhitung } => format!(
                "Nilai {isian} di sel ini {ditemukan}, dan tahun sebelumnya {}: {}; kolom {} di baris itu berisi {}, padahal di baris lain keduanya sejalan.",
                angka(*lalu),
                kutip(terhitung),
                kutip(kolom),
                kutip(tertulis)
            ),
            Banding::CapaianLain { kolom, tertulis, terhitung } => format!(
                "Nilai {isian} di sel ini {ditemukan}, yaitu {terhitung} persen dari targetnya; kolom {} di baris itu berisi {}, padahal di baris lain keduanya sejalan.",
                kutip(kolom),
                kutip(tertulis)
            ),
            Banding::NolDiAntara { least, most } => format!(
                "Nilai {isian} di sel ini {ditemukan}, sedangkan semua nilai lain di kolom itu {} sampai {}.",
                angka(*least),
                angka(*most)
            ),
            Banding::SepertiTahun(lain) => format!(
                "Nilai {isian} di sel ini {ditemukan}, seperti sebuah tahun, dan jauh di atas semua nilai lain di kolom itu, yang terbesar {}.",
                angka(*lain)
            ),
            Banding::MelebihiKolom { lain, nilai } => format!(
                "Nilai {isian} di sel ini {ditemukan}, melebihi {} di baris itu ({}), padahal di baris lain tidak.",
                kutip(lain),
                angka(*nilai)
            ),
            Banding::TandaTanpa { lain, baris, dari } => format!(
                "Tanda {isian} {ditemukan} pada {} dari {} baris, mulai sel ini, berdiri tanpa tanda {}.",
                banyak(*baris),
                banyak(*dari),
                kutip(lain)
            ),
            Banding::TerbesarLain(lain) => format!(
                "Nilai {isian} di sel ini {ditemukan}, ratusan kali nilai terbesar lainnya di kolom itu ({}); satuannya mungkin lain.",
                angka(*lain)
            ),
        }
    }

    /// What to do.
    pub(super) fn advice(&self) -> String {
        match &self.banding {
            Banding::Lazim(_) => "Periksa angkanya, lalu ketik ulang tanpa titik, misalnya 750000.".to_owned(),
            Banding::SemuaKecil | Banding::SemuaBesar(_) => {
                "Tulis satuannya pada judul kolom, misalnya `(Rp juta)`, atau `satuan_uang` pada `[sumber]` di iku.toml."
                    .to_owned()
            }
            Banding::SatuanLembarLain(_) => {
                "Samakan satuannya dengan yang lain, atau perbaiki satuan pada judul kolom lembar itu, misalnya `(Rp ribu)`.".to_owned()
            }
            Banding::BukanUang | Banding::SepertiKolom(_) => {
                "Periksa kolom mana yang memuat nilai itu, dan salin ulang isinya.".to_owned()
            }
            Banding::MilikLain(..) => {
                "Periksa apakah kolom itu bergeser terhadap namanya, atau namanya diurutkan tanpa kolom itu, lalu salin ulang isinya."
                    .to_owned()
            }
            Banding::SamaSemua(..) | Banding::BertambahSatu => "Periksa apakah angkanya tersalin ke bawah di Excel, lalu isi nilai tiap baris.".to_owned(),
            Banding::KolomBagian(..) | Banding::JumlahBaris { .. } => {
                "Periksa jumlah dan kolom-kolom bagiannya di baris itu, lalu perbaiki yang keliru.".to_owned()
            }
            Banding::SkalaRagu { .. } => "Periksa satuannya; bila sudah rupiah penuh, hapus kata satuan itu atau tulis `satuan_uang = \"rupiah\"` pada `[sumber]` di iku.toml.".to_owned(),
            Banding::SatuanKolomLain { .. } => "Tulis satuan tiap kolom uang pada judulnya, misalnya `(Rp ribu)` atau `(Rp)`.".to_owned(),
            Banding::BagianBerjalan { .. } => "Bila tiap bagian adalah jumlah sampai saat itu, pakai kolom bagian terakhir sebagai nilai setahun.".to_owned(),
            Banding::Bergeser { .. } => "Geser kembali isi baris itu ke kolomnya.".to_owned(),
            Banding::Salinan(salinan) => salinan.saran().to_owned(),
            Banding::PeringkatLain { .. } => "Periksa angka itu dan kolom tersebut di baris itu, lalu perbaiki yang keliru.".to_owned(),
            Banding::HubunganLain { .. } => "Periksa angka itu dan kolom-kolom tersebut di baris itu, lalu perbaiki yang keliru.".to_owned(),
            Banding::SebagianTahun { .. } | Banding::KaliLain { .. } => {
                "Periksa angka setahunnya terhadap kolom itu, lalu perbaiki yang keliru.".to_owned()
            }
            Banding::PerkembanganLain { .. } => {
                "Periksa angka kedua tahun dan kolom itu di baris tersebut, lalu perbaiki yang keliru.".to_owned()
            }
            Banding::CapaianLain { .. } => "Periksa target, realisasi dan capaian di baris itu, lalu perbaiki yang keliru.".to_owned(),
            Banding::NolDiAntara { .. } => "Isi angkanya, atau kosongkan bila belum ada.".to_owned(),
            Banding::SepertiTahun(_) => "Periksa angkanya; isinya mungkin dari kolom lain.".to_owned(),
            Banding::TandaTanpa { .. } => "Periksa kedua tanda di baris-baris itu, lalu perbaiki yang keliru.".to_owned(),
            Banding::MelebihiKolom { .. } => "Periksa kedua angka di baris itu, lalu perbaiki yang keliru.".to_owned(),
            Banding::MelebihiVolume(_) | Banding::BagianLain(_) => "Periksa barisnya terhadap laporan koperasi itu.".to_owned(),
            Banding::BukanTeks | Banding::IsiKolom(_) | Banding::TempatLain { .. } => {
                "Periksa baris itu; isinya mungkin tertukar kolom.".to_owned()
            }
            Banding::Tertukar { .. } => "Periksa kedua kolom itu di baris-baris tersebut, lalu tukar kembali bila tertukar.".to_owned(),
            Banding::BatasSkala { .. } => "Periksa angkanya, atau skala usahanya di baris itu.".to_owned(),
            Banding::Urutan { .. } | Banding::TerbesarLain(_) | Banding::DiAtasLain(_) | Banding::DiAtasBarisnya { .. } => "Periksa angkanya terhadap laporan koperasi atau usaha itu.".to_owned(),
        }
    }
}
