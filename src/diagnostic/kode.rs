//! The codes of all findings. A code's doc comment is its manual page: what
//! `iku jelaskan KODE` prints and docs/temuan.md holds.

/// How grave a finding is. `Galat` forbids the report.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Tingkat {
    Galat,
    Peringatan,
    Catatan,
}

impl Tingkat {
    /// `galat`, `peringatan` or `catatan`.
    pub fn text(self) -> &'static str {
        match self {
            Tingkat::Galat => "galat",
            Tingkat::Peringatan => "peringatan",
            Tingkat::Catatan => "catatan",
        }
    }
}

macro_rules! kode {
    ($( $(#[doc = $doc:literal])+ $name:ident = $text:literal, $tingkat:ident; )+) => {
        /// A finding's code.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Kode {
            $( $(#[doc = $doc])+ $name, )+
        }

        impl Kode {
            /// All codes, in the order of the manual.
            pub const ALL: &[Kode] = &[$(Kode::$name),+];

            /// The code as the record and the terminal show it.
            pub fn text(self) -> &'static str {
                match self { $(Kode::$name => $text),+ }
            }

            /// The level before any acceptance.
            pub fn tingkat(self) -> Tingkat {
                match self { $(Kode::$name => Tingkat::$tingkat),+ }
            }

            /// The manual page (Indonesian), one line a doc line.
            pub fn manual(self) -> &'static [&'static str] {
                match self { $(Kode::$name => &[$($doc),+]),+ }
            }

            /// The code of this text.
            pub fn parse(text: &str) -> Option<Kode> {
                Kode::ALL.iter().copied().find(|kode| kode.text() == text)
            }
        }
    };
}

kode! {
    // --- the cell ---
    /// Sel berisi nilai galat Excel seperti `#REF!` atau `#N/A`, sehingga angkanya tidak diketahui.
    /// Perbaiki rumus di sel itu, atau ketik angkanya, lalu simpan.
    NilaiGalat = "nilai-galat", Galat;
    /// Sel berisi rumus, tetapi hasilnya tidak tersimpan di berkas. Ini terjadi bila berkas dibuat program lain dan belum pernah dihitung.
    /// Buka di Excel atau LibreOffice, tekan Ctrl+Alt+F9 (Ctrl+Shift+F9 di LibreOffice), lalu simpan.
    RumusTanpaHasil = "rumus-tanpa-hasil", Galat;
    /// Isi sel pada kolom angka tidak dapat dibaca sebagai satu angka.
    /// Ganti dengan angkanya; untuk nihil tulis `-`, untuk yang belum ada datanya kosongkan.
    BukanAngka = "bukan-angka", Galat;
    /// Angka yang ditulis sebagai teks dapat dibaca dengan dua cara, misalnya `1.234` (seribu dua ratus tiga puluh empat, atau satu koma dua tiga empat), dan isi kolomnya tidak memastikan yang mana.
    /// Ketik ulang sebagai angka, atau tulis `angka = "id"` atau `"en"` pada `[sumber]`.
    AngkaDuaArti = "angka-dua-arti", Galat;
    /// Dalam satu kolom ada angka gaya Indonesia (`1.234,5`) dan gaya Inggris (`1,234.5`).
    /// Samakan gaya penulisan kolom itu; sel yang disebut adalah yang lebih sedikit.
    KonvensiCampur = "konvensi-campur", Galat;
    /// Sel pada kolom angka berisi tanggal. Excel kadang mengubah angka seperti `1-2` menjadi tanggal.
    /// Ketik ulang angkanya dan ubah format sel menjadi angka.
    TanggalDiKolomAngka = "tanggal-di-kolom-angka", Galat;
    /// Angka kehilangan digit, misalnya teks `1,23E+09`; nilai aslinya tidak dapat diketahui lagi.
    /// Ketik ulang angka lengkapnya dari sumber.
    DigitHilang = "digit-hilang", Galat;
    /// Angka memakai kata skala (`juta`, `rb`) padahal judul kolomnya sudah menyatakan skala, sehingga nilainya bisa terkali dua kali.
    /// Tulis angka penuh, atau hapus skala dari judul kolom.
    SkalaGanda = "skala-ganda", Galat;
    /// Isi sel pada kolom tanggal bukan tanggal yang ada di kalender, padahal sebuah angka laporan memakainya.
    /// Perbaiki tanggalnya, misalnya `24/01/2022`.
    BukanTanggal = "bukan-tanggal", Galat;
    /// Isi sel pada kolom tanda (ya/tidak) tidak dikenal, padahal sebuah angka laporan memakainya.
    /// Pakai `1`, `v`, `x`, `ya`, atau `aktif` untuk ya; `-`, `0`, atau `tidak` untuk tidak.
    BukanTanda = "bukan-tanda", Galat;

    // --- the source ---
    /// Berkas yang disebut profil tidak ditemukan.
    /// Letakkan berkasnya di tempat yang disebut, atau perbaiki `berkas` di iku.toml.
    BerkasTidakAda = "berkas-tidak-ada", Galat;
    /// Berkas dikunci dengan kata sandi.
    /// Buka dengan kata sandinya, simpan tanpa sandi, lalu ulangi.
    BerkasTerkunci = "berkas-terkunci", Galat;
    /// Berkas rusak atau terpotong, sehingga tidak dapat dibaca utuh.
    /// Buka dan simpan ulang di Excel atau LibreOffice, atau ambil salinan lain.
    BerkasRusak = "berkas-rusak", Galat;
    /// Isi berkas bukan buku kerja yang dapat dibaca (xlsx, xlsm, xlsb, xls, ods, csv), apa pun nama akhirannya.
    /// Buka di Excel atau LibreOffice lalu simpan sebagai Buku Kerja Excel (.xlsx).
    FormatTidakDikenal = "format-tidak-dikenal", Galat;
    /// Berkas, setelah dibuka, lebih besar daripada batas yang aman.
    /// Hapus lembar dan format yang tidak perlu, atau naikkan batasnya pada `[batas_baca]`.
    BerkasTerlaluBesar = "berkas-terlalu-besar", Galat;
    /// Lembar yang disebut profil tidak ada di berkas.
    /// Periksa nama lembarnya, atau perbaiki `lembar` di iku.toml.
    LembarTidakAda = "lembar-tidak-ada", Galat;
    /// Dua lembar atau lebih sama-sama cocok, sehingga tidak pasti mana yang dimaksud.
    /// Tulis `lembar = "…"` pada `[sumber]`, atau `lembar = "semua"` bila semuanya harus dijumlahkan.
    LembarGanda = "lembar-ganda", Galat;
    /// Tidak ada baris judul yang dikenali pada lembar.
    /// Tulis `baris_judul = "5-6"` dan `[sumber.….kolom]` di iku.toml; `iku lihat` membantu.
    JudulTidakDitemukan = "judul-tidak-ditemukan", Galat;
    /// Kolom yang diperlukan sebuah angka laporan tidak ditemukan.
    /// Tambahkan kolomnya, atau sebutkan judulnya pada `[sumber.….kolom]`.
    KolomTidakAda = "kolom-tidak-ada", Galat;
    /// Dua kolom sama-sama cocok untuk satu isian, sehingga tidak pasti mana yang dimaksud.
    /// Sebutkan judul yang benar pada `[sumber.….kolom]`.
    KolomGanda = "kolom-ganda", Galat;
    /// Data untuk tahun yang diperlukan angka tahun laporan tidak ada, dan `tetapan` juga tidak.
    /// Tambahkan berkas tahun itu, atau isi `tetapan` beserta `asal`.
    TahunTidakAda = "tahun-tidak-ada", Galat;
    /// Satuan uang yang dinyatakan berselisih, misalnya judul kolom `(Rp)` dengan keterangan `dalam jutaan rupiah`.
    /// Samakan, atau tulis `satuan_uang` pada `[sumber]`.
    SatuanBerselisih = "satuan-berselisih", Galat;
    /// Sebagian besar nilai berubah seribu atau sejuta kali lipat dari tahun sebelumnya: satuannya tampaknya berganti.
    /// Periksa satuan kedua tahun itu dan tulis `satuan_uang` pada `[sumber]`.
    LompatanSatuan = "lompatan-satuan", Galat;
    /// Kurun waktu data tidak sama panjang (misalnya setahun penuh dan Januari-Maret), sehingga tidak boleh dibandingkan.
    /// Pakai data dengan kurun waktu yang sama.
    PeriodeBerbeda = "periode-berbeda", Galat;
    /// Isi berkas dan akhirannya tidak cocok; isinya tetap terbaca.
    /// Sebaiknya simpan ulang dengan akhiran yang benar.
    AkhiranKeliru = "akhiran-keliru", Catatan;

    // --- keys ---
    /// Dua baris memakai kunci yang sama padahal kunci itu dipakai untuk menggabungkan atau menjumlahkan data, sehingga nilainya bisa terhitung dua kali.
    /// Hapus salah satu, atau perbaiki kuncinya.
    KunciGanda = "kunci-ganda", Galat;
    /// Dua baris pada satu lembar memakai kunci yang sama; tidak ada angka laporan yang menggabungkan dengan kunci itu.
    /// Periksa apakah satu di antaranya salinan.
    KunciGandaSelembar = "kunci-ganda-selembar", Peringatan;
    /// Kunci sebuah baris kosong, padahal diperlukan untuk menggabungkan data antartahun.
    /// Isi kuncinya.
    KunciKosong = "kunci-kosong", Galat;
    /// Kunci 16 digit tersimpan sebagai angka, sehingga digit terakhirnya sudah hilang di Excel.
    /// Ubah format kolom menjadi Teks, lalu ketik ulang nomornya.
    KunciHilangDigit = "kunci-hilang-digit", Galat;
    /// Lebih dari seperlima entitas baru atau hilang di antara dua tahun; mungkin ada kunci yang salah ketik.
    /// Periksa pasangan yang mirip.
    KunciMirip = "kunci-mirip", Peringatan;

    // --- rows ---
    /// Baris ini bisa baris data, bisa baris jumlah; labelnya seperti jumlah tetapi kuncinya berisi.
    /// Kosongkan kuncinya bila ini jumlah, atau perbaiki namanya bila ini data.
    DataAtauJumlah = "data-atau-jumlah", Galat;
    /// Baris berisi angka tetapi tidak bernama.
    /// Isi namanya, atau kosongkan angkanya.
    AngkaTanpaNama = "angka-tanpa-nama", Galat;
    /// Di bawah akhir tabel ada baris yang tampak seperti data.
    /// Pindahkan ke dalam tabel, atau hapus.
    DataDiBawahTabel = "data-di-bawah-tabel", Galat;
    /// Jumlah yang tertulis tidak sama dengan jumlah baris-barisnya.
    /// Perbaiki rumus jumlahnya atau baris yang keliru.
    JumlahTidakSama = "jumlah-tidak-sama", Galat;
    /// Nilai pada kolom yang dijumlahkan kosong pada beberapa baris; baris itu tidak ikut terhitung.
    /// Isi nilainya; tulis `-` bila memang nihil.
    NilaiKosong = "nilai-kosong", Peringatan;
    /// Aset tidak sama dengan modal sendiri ditambah modal luar.
    /// Periksa ketiga angkanya; mungkin tertukar kolom.
    AsetTidakSeimbang = "aset-tidak-seimbang", Peringatan;
    /// Jumlah atau volume bernilai negatif.
    /// Periksa angkanya.
    NilaiNegatif = "nilai-negatif", Peringatan;
    /// Koperasi berstatus tidak aktif tetapi mempunyai volume usaha.
    /// Periksa statusnya atau volumenya.
    TidakAktifBervolume = "tidak-aktif-bervolume", Peringatan;
    /// Nilai menjadi seratus kali lipat atau lebih dari tahun lalu.
    /// Periksa apakah ada nol yang kelebihan.
    LonjakanNilai = "lonjakan-nilai", Peringatan;
    /// Baris atau kolom tersembunyi ikut terhitung.
    /// Tampilkan dan periksa; hapus bila tidak seharusnya ada.
    Tersembunyi = "tersembunyi", Peringatan;
    /// Format berkas ini tidak memberi tahu baris atau kolom mana yang tersembunyi.
    /// Simpan sebagai .xlsx bila hal itu penting.
    TersembunyiTidakDiketahui = "tersembunyi-tidak-diketahui", Catatan;
    /// Data mempunyai kolom skala usaha, tetapi ukuran usaha mikro tidak menyaring dengannya, sehingga usaha kecil dan menengah ikut terhitung.
    /// Tambahkan `WHERE skala_usaha = "mikro"` pada rumus, atau abaikan bila semua memang mikro.
    SkalaTidakDisaring = "skala-tidak-disaring", Peringatan;
    /// Judul kolom tidak persis dikenal tetapi jelas mirip, dan dipakai.
    /// Pastikan benar, atau sebutkan pada `[sumber.….kolom]`.
    JudulMirip = "judul-mirip", Peringatan;
    /// Baris yang dilewati, dengan jumlah dan alasannya.
    /// Tidak perlu apa-apa bila alasannya benar.
    BarisDilewati = "baris-dilewati", Catatan;
    /// Sel angka yang tertulis sebagai teks atau berspasi, tetapi terbaca tanpa keraguan.
    /// Tidak perlu apa-apa.
    TeksTerbaca = "teks-terbaca", Catatan;
    /// Tanda nihil (`-`, `nihil`) dibaca sebagai 0.
    /// Tidak perlu apa-apa; kosongkan selnya bila datanya belum ada.
    NihilDibacaNol = "nihil-dibaca-nol", Catatan;
    /// Tahun yang hanya diperlukan kolom tahun-tahun lalu tidak ada datanya; dicetak n/a.
    /// Tambahkan berkas tahun itu bila ada.
    TahunLaluTidakAda = "tahun-lalu-tidak-ada", Catatan;
    /// Data memberi nilai lain daripada `tetapan` untuk tahun yang sama.
    /// Periksa mana yang benar; `utamakan_tetapan` menentukan mana yang dipakai.
    TetapanBerbeda = "tetapan-berbeda", Catatan;
    /// Penerimaan pada `[[terima]]` gugur, karena isi selnya kini lain atau temuannya tidak ada lagi.
    /// Perbarui atau hapus bagian `[[terima]]` itu.
    TerimaGugur = "terima-gugur", Peringatan;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_has_its_own_text_and_a_manual_of_what_and_how() {
        let texts: BTreeSet<_> = Kode::ALL.iter().map(|kode| kode.text()).collect();
        assert_eq!(texts.len(), Kode::ALL.len());
        for kode in Kode::ALL {
            assert!(kode.manual().len() >= 2, "{}", kode.text());
            assert_eq!(Kode::parse(kode.text()), Some(*kode));
        }
    }
}
