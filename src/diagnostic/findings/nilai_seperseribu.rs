//! An amount a thousandth of its neighbours.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, banyak, kutip};
use crate::diagnostic::{Hubungan, Salinan};
use rust_decimal::Decimal;

/// Whose amounts of last year a column's amounts fit, where not their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Milik {
    /// Of the row below, or above.
    Bawah,
    Atas,
    /// Of whoever stood at the same place of last year's list.
    Urutan,
    /// Of others, to the rupiah.
    Lain,
}

/// What an amount is out of proportion to.
#[derive(Clone, PartialEq, Debug)]
pub enum Banding {
    /// A thousandth of the column's usual amount.
    Lazim(Decimal),
    /// The whole column is too small for plain rupiah.
    SemuaKecil,
    /// The whole column is too great for its scale, as stated.
    SemuaBesar(String),
    /// Many times the greatest of all others.
    TerbesarLain(Decimal),
    /// Apart above all others, of which this is the greatest.
    DiAtasLain(Decimal),
    /// More than a business of the scale that its row says turns over in a year.
    BatasSkala { skala: String, batas: Decimal },
    /// So many times what another column has in its row as in no other row.
    DiAtasBarisnya { isian: String, nilai: Decimal },
    /// In so many rows, of so many, it is greater than another column (or less), and in all others less (or greater).
    Tertukar { lain: String, baris: usize, dari: usize },
    /// A number where a text belongs.
    BukanTeks,
    /// A text that stands in another column elsewhere.
    IsiKolom(String),
    /// In other rows this kelurahan is another kecamatan's.
    TempatLain { kelurahan: String, lain: String },
    /// The sheet or file is of another unit than the source's others of that year, whose usual amount this is.
    SatuanLembarLain(Decimal),
    /// Most of the column are no amounts of money: years, days, numbers of people.
    BukanUang,
    /// So many rows, of so many, have one and the same amount.
    SamaSemua(usize, usize),
    /// From row to row a rupiah more.
    BertambahSatu,
    /// The same as another column in every row.
    SepertiKolom(String),
    /// Many times the koperasi's volume of business, which it comes from.
    MelebihiVolume(Decimal),
    /// Those that it counts, women and men, are so many together.
    BagianLain(Decimal),
    /// So many columns of its parts beside it are so much together.
    KolomBagian(usize, Decimal),
    /// It and the other parts beside it are so much together, and their total as it stands there is another.
    JumlahBaris { terhitung: Decimal, tertulis: Decimal },
    /// So many rows, of so many, fit another's amount of last year.
    MilikLain(Milik, usize, usize),
    /// In so many rows, of so many, it is the amount of a column that says it is a part's of the year.
    SebagianTahun { kolom: String, baris: usize, dari: usize },
    /// In so many rows it is so many times that column; a year is as many of it as these, at least and at most.
    KaliLain { kolom: String, kali: Decimal, baris: usize, lazim: (u32, u32) },
    /// Of its row's target it is so much, and a column of the sheet says another share.
    CapaianLain { kolom: Box<str>, tertulis: Box<str>, terhitung: Box<str> },
    /// A nought, where all others are between these.
    NolDiAntara { least: Decimal, most: Decimal },
    /// A year, far above all others, of which this is the greatest.
    SepertiTahun(Decimal),
    /// It is a part of what that column holds in its row, where in the other rows it is no more.
    MelebihiKolom { lain: String, nilai: Decimal },
    /// A mark in so many rows, of so many that bear it, without the mark of that column, which it goes with.
    TandaTanpa { lain: String, baris: usize, dari: usize },
    /// Of the other columns it is this in so many rows, and otherwise here.
    HubunganLain { hubungan: Hubungan, terhitung: Decimal, baris: usize },
    /// Its scale as stated makes the usual one this, though amounts stand there to the last rupiah.
    SkalaRagu { satuan: String, lazim: Decimal },
    /// It has no unit, and another column that has one holds numbers of the same size.
    SatuanKolomLain { kolom: String, satuan: String },
    /// The sum of parts of the year that are as much as the one before or more in so many rows, up to this column.
    BagianBerjalan { kolom: String, baris: usize },
    /// The cells of so many rows stand one column too far to the right (or the left).
    Bergeser { kanan: bool, baris: usize },
    /// It is a copy, or stands for what nobody asked.
    Salinan(Salinan),
    /// In all other rows it is in order of size; here between these two.
    Urutan { atas: Decimal, bawah: Decimal },
    /// By a column of places it stands elsewhere than by its size among so many, where nearly all others stand alike.
    PeringkatLain { kolom: Box<str>, tertulis: usize, menurut: usize, dari: usize },
    /// The year before it was this, and a column of the sheet says of the two what they are not.
    PerkembanganLain { lalu: Decimal, kolom: Box<str>, tertulis: Box<str>, terhitung: Box<str> },
}

/// An amount whose scale is doubtful by its neighbours.
#[derive(Clone, PartialEq, Debug)]
pub struct NilaiSeperseribu {
    pub isian: String,
    pub ditemukan: String,
    pub banding: Banding,
}

impl Finding for NilaiSeperseribu {
    const KODE: &'static str = "nilai-seperseribu";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Tetap;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }
}

impl WordsId for NilaiSeperseribu {
    const MANUAL: Manual = Manual {
        arti: "Nilai jauh lebih kecil atau lebih besar daripada nilai lain di kolomnya atau daripada yang mungkin, seolah-olah satuannya lain; atau isi kolom itu tidak seperti isiannya: tahun atau nomor di kolom uang, satu nilai yang tersalin ke banyak baris atau dari baris di atasnya, nilai kolom lain yang tersalin ke kolom itu, nilai tahun lalu yang belum diperbarui di satu bagian daftar, nilai yang semua berubah dengan kelipatan atau selisih yang sama, nilai yang di banyak baris menjadi nihil, satu nomor pengenal pada tiga pemilik atau lebih, koperasi hasil penggabungan di samping asalnya, SHU yang jauh melebihi volume usaha, omset yang melebihi batas skala usahanya, volume usaha yang jauh melebihi aset koperasi itu, jumlah di satu baris yang bukan jumlah kolom-kolom bagiannya (laki-laki dan perempuan, aktif dan tidak aktif) atau tidak seperti kolom-kolom lain di baris itu, sedangkan di hampir semua baris lain demikian (pendapatan dikurangi beban, produksi kali harga, jumlah berjalan, bagian dari jumlah), bagian yang melebihi keseluruhannya (koperasi aktif dan jumlah koperasi), tanda RAT tanpa tanda aktif; satu nilai di luar urutan kolomnya; nilai setahun yang sama dengan kolom per bulannya, atau yang tidak sejalan dengan kolom `Naik`/`Turun` di sampingnya; nilai yang cocok dengan angka tahun lalu milik baris lain; dua kolom uang yang tertukar di sebagian baris; isi kolom kecamatan atau jenis yang bukan isinya; isi baris yang bergeser satu kolom; satuan ribuan atau jutaan di atas angka rupiah penuh.",
        contoh: "di antara teks `1.250.000` berdiri angka 750: yang diketik `750.000`, dan Excel berbahasa Inggris membaca titiknya sebagai koma desimal.",
        mengapa: "nilai yang tinggal seperseribu hampir tidak menambah jumlah, sehingga angka laporan terlalu kecil.",
        perbaikan: "Ketik ulang angkanya tanpa titik, atau terima bila memang sekecil itu.",
    };

    fn pesan(&self) -> String {
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

    fn saran(&self) -> String {
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

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let all = NilaiSeperseribu { isian: "omset".into(), ditemukan: "1,345678".into(), banding: Banding::SemuaKecil };
        let told = "Nilai `omset` di kolom ini hampir semua di bawah seribu rupiah, misalnya `1,345678`; satuannya mungkin ribu atau juta.";
        let mend = "Tulis satuannya pada judul kolom, misalnya `(Rp juta)`, atau `satuan_uang` pada `[sumber]` di iku.toml.";
        let great = NilaiSeperseribu {
            isian: "omset".into(),
            ditemukan: "1345678".into(),
            banding: Banding::SemuaBesar("(Rp juta)".into()),
        };
        let one = NilaiSeperseribu {
            isian: "omset".into(),
            ditemukan: "25111222000".into(),
            banding: Banding::TerbesarLain(Decimal::from(47_000_321)),
        };
        let of = |isian: &str, ditemukan: &str, banding: Banding| NilaiSeperseribu {
            isian: isian.into(),
            ditemukan: ditemukan.into(),
            banding,
        };
        let column = "Periksa kolom mana yang memuat nilai itu, dan salin ulang isinya.";
        let slipped = "Periksa apakah kolom itu bergeser terhadap namanya, atau namanya diurutkan tanpa kolom itu, lalu salin ulang isinya.";
        let parts = "Periksa jumlah dan kolom-kolom bagiannya di baris itu, lalu perbaiki yang keliru.";
        let row = "Periksa barisnya terhadap laporan koperasi itu.";
        let copies = Salinan::said().into_iter();
        let copies =
            copies.map(|(salinan, pesan, saran)| Said::new(of("omset", "213542587", Banding::Salinan(salinan)), pesan, saran));
        copies.chain([
            Said::new(
                of("volume_usaha", "2021", Banding::BukanUang),
                "Nilai `volume_usaha` di kolom ini hampir semua seperti tahun, tanggal atau nomor, misalnya `2021`, bukan nilai uang.",
                column,
            ),
            Said::new(
                of("volume_usaha", "4712345600", Banding::SamaSemua(6, 12)),
                "Nilai `volume_usaha` `4712345600` berdiri berurutan pada 6 dari 12 baris.",
                "Periksa apakah angkanya tersalin ke bawah di Excel, lalu isi nilai tiap baris.",
            ),
            Said::new(
                of("omset", "37000000", Banding::BertambahSatu),
                "Nilai `omset` mulai `37000000` di sel ini bertambah satu rupiah dari baris ke baris.",
                "Periksa apakah angkanya tersalin ke bawah di Excel, lalu isi nilai tiap baris.",
            ),
            Said::new(
                of("volume_usaha", "5000000000", Banding::SepertiKolom("aset".into())),
                "Nilai `volume_usaha` di semua baris sama dengan nilai `aset`, misalnya `5000000000`.",
                column,
            ),
            Said::new(
                of("shu", "4712345600", Banding::MelebihiVolume(Decimal::from(150_234_000))),
                "Nilai `shu` di sel ini `4712345600`, jauh di atas volume usahanya (150.234.000); kolomnya mungkin tertukar.",
                row,
            ),
            Said::new(
                of("anggota", "120", Banding::BagianLain(Decimal::from(110))),
                "Nilai `anggota` di sel ini `120`, sedangkan laki-laki dan perempuannya berjumlah 110.",
                row,
            ),
            Said::new(
                of("anggota", "643", Banding::KolomBagian(2, Decimal::from(613))),
                "Nilai `anggota` di sel ini `643`, sedangkan 2 kolom bagiannya berjumlah 613, padahal di baris lain keduanya sama.",
                parts,
            ),
            Said::new(
                of(
                    "realisasi",
                    "78",
                    Banding::CapaianLain { kolom: "Capaian (%)".into(), tertulis: "77,42".into(), terhitung: "125,81".into() },
                ),
                "Nilai `realisasi` di sel ini `78`, yaitu 125,81 persen dari targetnya; kolom `Capaian (%)` di baris itu berisi `77,42`, padahal di baris lain keduanya sejalan.",
                "Periksa target, realisasi dan capaian di baris itu, lalu perbaiki yang keliru.",
            ),
            Said::new(
                of("peserta", "0", Banding::NolDiAntara { least: Decimal::from(18), most: Decimal::from(45) }),
                "Nilai `peserta` di sel ini `0`, sedangkan semua nilai lain di kolom itu 18 sampai 45.",
                "Isi angkanya, atau kosongkan bila belum ada.",
            ),
            Said::new(
                of("anggota", "2021", Banding::SepertiTahun(Decimal::from(297))),
                "Nilai `anggota` di sel ini `2021`, seperti sebuah tahun, dan jauh di atas semua nilai lain di kolom itu, yang terbesar 297.",
                "Periksa angkanya; isinya mungkin dari kolom lain.",
            ),
            Said::new(
                of("koperasi_aktif", "73", Banding::MelebihiKolom { lain: "koperasi".into(), nilai: Decimal::from(61) }),
                "Nilai `koperasi_aktif` di sel ini `73`, melebihi `koperasi` di baris itu (61), padahal di baris lain tidak.",
                "Periksa kedua angka di baris itu, lalu perbaiki yang keliru.",
            ),
            Said::new(
                of("rat", "ya", Banding::TandaTanpa { lain: "aktif".into(), baris: 3, dari: 11 }),
                "Tanda `rat` `ya` pada 3 dari 11 baris, mulai sel ini, berdiri tanpa tanda `aktif`.",
                "Periksa kedua tanda di baris-baris itu, lalu perbaiki yang keliru.",
            ),
            Said::new(
                of("koperasi_aktif", "51", Banding::JumlahBaris { terhitung: Decimal::from(61), tertulis: Decimal::from(60) }),
                "Nilai `koperasi_aktif` di sel ini `51`; bersama bagian lain di sampingnya 61, sedangkan jumlah yang tertulis di baris itu 60, padahal di baris lain keduanya sama.",
                parts,
            ),
            Said::new(
                of("volume_usaha", "4712345600", Banding::MilikLain(Milik::Bawah, 31, 34)),
                "Nilai `volume_usaha` pada 31 dari 34 baris, mulai `4712345600` di sel ini, cocok dengan angka tahun lalu baris di bawahnya, bukan dengan angkanya sendiri.",
                slipped,
            ),
            Said::new(
                of("volume_usaha", "4712345600", Banding::MilikLain(Milik::Atas, 31, 34)),
                "Nilai `volume_usaha` pada 31 dari 34 baris, mulai `4712345600` di sel ini, cocok dengan angka tahun lalu baris di atasnya, bukan dengan angkanya sendiri.",
                slipped,
            ),
            Said::new(
                of("volume_usaha", "4712345600", Banding::MilikLain(Milik::Urutan, 31, 34)),
                "Nilai `volume_usaha` pada 31 dari 34 baris, mulai `4712345600` di sel ini, cocok dengan angka tahun lalu baris yang tahun lalu di urutan yang sama, bukan dengan angkanya sendiri.",
                slipped,
            ),
            Said::new(
                of("volume_usaha", "4712345600", Banding::MilikLain(Milik::Lain, 31, 34)),
                "Nilai `volume_usaha` pada 31 dari 34 baris, mulai `4712345600` di sel ini, cocok dengan angka tahun lalu koperasi atau usaha lain, bukan dengan angkanya sendiri.",
                slipped,
            ),
            Said::new(
                of("omset", "41000", Banding::SatuanLembarLain(Decimal::from(62_500_000))),
                "Nilai `omset` di lembar ini, misalnya `41000`, jauh dari yang lazim di lembar atau berkas lain tahun itu (sekitar 62.500.000); satuannya mungkin lain.",
                "Samakan satuannya dengan yang lain, atau perbaiki satuan pada judul kolom lembar itu, misalnya `(Rp ribu)`.",
            ),
            Said::new(
                of("omset", "5000000000", Banding::DiAtasLain(Decimal::from(86_443_550))),
                "Nilai `omset` di sel ini `5000000000`, jauh di atas semua nilai lain di kolom itu, yang terbesar 86.443.550; nolnya mungkin kelebihan.",
                "Periksa angkanya terhadap laporan koperasi atau usaha itu.",
            ),
            Said::new(
                of("omset", "5000000000", Banding::BatasSkala { skala: "mikro".into(), batas: Decimal::from(2_000_000_000) }),
                "Nilai `omset` di sel ini `5000000000`, sedangkan usaha mikro beromset paling banyak 2.000.000.000 setahun.",
                "Periksa angkanya, atau skala usahanya di baris itu.",
            ),
            Said::new(
                of(
                    "volume_usaha",
                    "1767000000000",
                    Banding::DiAtasBarisnya { isian: "aset".into(), nilai: Decimal::from(2_345_678_900_i64) },
                ),
                "Nilai `volume_usaha` di sel ini `1767000000000`, sedangkan `aset` di baris itu 2.345.678.900; di baris lain perbandingannya jauh lebih kecil.",
                "Periksa angkanya terhadap laporan koperasi atau usaha itu.",
            ),
            Said::new(
                of("omset", "12590196", Banding::Tertukar { lain: "aset".into(), baris: 12, dari: 35 }),
                "Nilai `omset` dan `aset` pada 12 dari 35 baris, mulai `12590196` di sel ini, berbanding terbalik dengan semua baris lain; kedua kolomnya mungkin tertukar di situ.",
                "Periksa kedua kolom itu di baris-baris tersebut, lalu tukar kembali bila tertukar.",
            ),
            Said::new(
                of("kecamatan", "5000000", Banding::BukanTeks),
                "Isi `kecamatan` di sel ini `5000000`, sebuah angka di antara teks.",
                "Periksa baris itu; isinya mungkin tertukar kolom.",
            ),
            Said::new(
                of("kecamatan", "Bukir", Banding::IsiKolom("kelurahan".into())),
                "Isi `kecamatan` di sel ini `Bukir`, yang di baris lain berdiri di kolom `kelurahan`.",
                "Periksa baris itu; isinya mungkin tertukar kolom.",
            ),
            Said::new(
                of("kecamatan", "Purworejo", Banding::TempatLain { kelurahan: "Sebani".into(), lain: "Gadingrejo".into() }),
                "Isi `kecamatan` di sel ini `Purworejo`, sedangkan di baris lain kelurahan `Sebani` termasuk `Gadingrejo`.",
                "Periksa baris itu; isinya mungkin tertukar kolom.",
            ),
            Said::new(
                of("omset", "1049183", Banding::SebagianTahun { kolom: "Omset/bln".into(), baris: 20, dari: 20 }),
                "Nilai `omset` pada 20 dari 20 baris, mulai `1049183` di sel ini, sama dengan kolom `Omset/bln`, yang baru sebagian tahun.",
                "Periksa angka setahunnya terhadap kolom itu, lalu perbaiki yang keliru.",
            ),
            Said::new(
                of("omset", "1049183", Banding::SebagianTahun { kolom: "Omset/bln".into(), baris: 1, dari: 20 }),
                "Nilai `omset` di sel ini `1049183`, sama dengan kolom `Omset/bln`, yang baru sebagian tahun.",
                "Periksa angka setahunnya terhadap kolom itu, lalu perbaiki yang keliru.",
            ),
            Said::new(
                of(
                    "omset",
                    "10491830",
                    Banding::KaliLain { kolom: "Omset/bln".into(), kali: Decimal::TEN, baris: 20, lazim: (12, 12) },
                ),
                "Nilai `omset` pada 20 baris, mulai `10491830` di sel ini, 10 kali kolom `Omset/bln`, sedangkan setahun 12 kali.",
                "Periksa angka setahunnya terhadap kolom itu, lalu perbaiki yang keliru.",
            ),
            Said::new(
                of(
                    "omset",
                    "46357375",
                    Banding::PerkembanganLain {
                        lalu: Decimal::from(55_628_850),
                        kolom: "Keterangan".into(),
                        tertulis: "Naik".into(),
                        terhitung: "turun".into(),
                    },
                ),
                "Nilai `omset` di sel ini `46357375`, dan tahun sebelumnya 55.628.850: `turun`; kolom `Keterangan` di baris itu berisi `Naik`, padahal di baris lain keduanya sejalan.",
                "Periksa angka kedua tahun dan kolom itu di baris tersebut, lalu perbaiki yang keliru.",
            ),
            Said::new(
                of("omset", "12960000", Banding::HubunganLain { hubungan: Hubungan::Kali("Produksi".into(), "Harga".into()), terhitung: Decimal::from(1_296_000), baris: 19 }),
                "Nilai `omset` di sel ini `12960000`, sedangkan `Produksi` x `Harga` di baris itu 1.296.000, padahal di 19 baris keduanya sama.",
                "Periksa angka itu dan kolom-kolom tersebut di baris itu, lalu perbaiki yang keliru.",
            ),
            Said::new(
                of("omset", "12960000", Banding::HubunganLain { hubungan: Hubungan::KaliTetap(Decimal::from(360), "Omset per Hari".into()), terhitung: Decimal::from(1_296_000), baris: 19 }),
                "Nilai `omset` di sel ini `12960000`, sedangkan 360 x `Omset per Hari` di baris itu 1.296.000, padahal di 19 baris keduanya sama.",
                "Periksa angka itu dan kolom-kolom tersebut di baris itu, lalu perbaiki yang keliru.",
            ),
            Said::new(
                of("omset", "12960000", Banding::HubunganLain { hubungan: Hubungan::Kumulatif("Kumulatif".into()), terhitung: Decimal::from(1_296_000), baris: 19 }),
                "Nilai `omset` di sel ini `12960000`, sedangkan pertambahan `Kumulatif` di baris itu 1.296.000, padahal di 19 baris keduanya sama.",
                "Periksa angka itu dan kolom-kolom tersebut di baris itu, lalu perbaiki yang keliru.",
            ),
            Said::new(
                of("omset", "12960000", Banding::HubunganLain { hubungan: Hubungan::Bagian("% thd total".into()), terhitung: Decimal::from(1_296_000), baris: 19 }),
                "Nilai `omset` di sel ini `12960000`, sedangkan nilai menurut `% thd total` di baris itu 1.296.000, padahal di 19 baris keduanya sama.",
                "Periksa angka itu dan kolom-kolom tersebut di baris itu, lalu perbaiki yang keliru.",
            ),
            Said::new(
                of("omset", "12960000", Banding::HubunganLain { hubungan: Hubungan::Jumlah(vec![(false, "Awal".into()), (false, "Tambah".into()), (true, "Kurang".into())]), terhitung: Decimal::from(1_296_000), baris: 19 }),
                "Nilai `omset` di sel ini `12960000`, sedangkan `Awal` + `Tambah` - `Kurang` di baris itu 1.296.000, padahal di 19 baris keduanya sama.",
                "Periksa angka itu dan kolom-kolom tersebut di baris itu, lalu perbaiki yang keliru.",
            ),
            Said::new(
                of("volume_usaha", "190099389", Banding::SkalaRagu { satuan: "dalam ribuan rupiah".into(), lazim: Decimal::from(190_099_389_000_i64) }),
                "Nilai `volume_usaha` di kolom ini bersatuan `dalam ribuan rupiah`, sehingga yang lazim 190.099.389.000, padahal angkanya tertulis sampai satuan terakhir, misalnya `190099389`; mungkin sudah rupiah penuh.",
                "Periksa satuannya; bila sudah rupiah penuh, hapus kata satuan itu atau tulis `satuan_uang = \"rupiah\"` pada `[sumber]` di iku.toml.",
            ),
            Said::new(
                of("shu", "2580", Banding::SatuanKolomLain { kolom: "Volume Usaha (Rp ribu)".into(), satuan: "(Rp ribu)".into() }),
                "Nilai `shu` di kolom ini tanpa satuan, misalnya `2580`, padahal kolom `Volume Usaha (Rp ribu)` bersatuan `(Rp ribu)` dan angkanya sebesar itu juga.",
                "Tulis satuan tiap kolom uang pada judulnya, misalnya `(Rp ribu)` atau `(Rp)`.",
            ),
            Said::new(
                of("omset", "78000000", Banding::BagianBerjalan { kolom: "Des".into(), baris: 20 }),
                "Nilai `omset` di sel ini `78000000`, jumlah kolom-kolom bagian tahunnya yang di semua 20 baris makin besar sampai `Des`; bagian itu mungkin jumlah sampai saat itu.",
                "Bila tiap bagian adalah jumlah sampai saat itu, pakai kolom bagian terakhir sebagai nilai setahun.",
            ),
            Said::new(
                of("omset", "43164224", Banding::Bergeser { kanan: true, baris: 9 }),
                "Isi 9 baris, mulai `omset` `43164224` di sel ini, tampaknya bergeser satu kolom ke kanan.",
                "Geser kembali isi baris itu ke kolomnya.",
            ),
            Said::new(
                of("anggota", "565586663", Banding::Bergeser { kanan: false, baris: 1 }),
                "Isi 1 baris, mulai `anggota` `565586663` di sel ini, tampaknya bergeser satu kolom ke kiri.",
                "Geser kembali isi baris itu ke kolomnya.",
            ),
            Said::new(
                of("volume_usaha", "565586663", Banding::PeringkatLain { kolom: "Peringkat".into(), tertulis: 1, menurut: 4, dari: 16 }),
                "Nilai `volume_usaha` di sel ini `565586663`, urutan ke-4 dari 16 baris menurut besarnya, sedangkan kolom `Peringkat` di baris itu berisi `1`, padahal di hampir semua baris lain keduanya sejalan.",
                "Periksa angka itu dan kolom tersebut di baris itu, lalu perbaiki yang keliru.",
            ),
            Said::new(
                of("volume_usaha", "2350000000", Banding::Urutan { atas: Decimal::from(310_000_000), bawah: Decimal::from(290_000_000) }),
                "Nilai `volume_usaha` di sel ini `2350000000`, sedangkan di atasnya 310.000.000 dan di bawahnya 290.000.000; semua baris lain berurutan menurut besarnya.",
                "Periksa angkanya terhadap laporan koperasi atau usaha itu.",
            ),
            Said::new(all, told, mend),
            Said::new(
                great,
                "Nilai `omset` di kolom ini bersatuan `(Rp juta)` dan hampir semua di atas satu triliun rupiah, misalnya `1345678`; angkanya mungkin sudah rupiah penuh.",
                mend,
            ),
            Said::new(
                one,
                "Nilai `omset` di sel ini `25111222000`, ratusan kali nilai terbesar lainnya di kolom itu (47.000.321); satuannya mungkin lain.",
                "Periksa angkanya terhadap laporan koperasi atau usaha itu.",
            ),
            Said::new(
                NilaiSeperseribu {
                    isian: "volume_usaha".into(),
                    ditemukan: "750".into(),
                    banding: Banding::Lazim(Decimal::from(5_450_000)),
                },
                "Nilai `volume_usaha` di sel ini `750`, sedangkan yang lazim di kolomnya sekitar 5.450.000; titik ribuannya mungkin hilang di Excel.",
                "Periksa angkanya, lalu ketik ulang tanpa titik, misalnya 750000.",
            ),
        ])
        .collect()
    }
}
