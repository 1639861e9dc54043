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

impl Kode {
    /// Whether `[[terima]]` may accept such a finding. What says that nothing
    /// was read, or not which of two to read, cannot be: there is no value that
    /// could count or be left out.
    pub fn boleh_diterima(self) -> bool {
        !matches!(
            self,
            Kode::BerkasTidakAda
                | Kode::BerkasTerkunci
                | Kode::BerkasRusak
                | Kode::FormatTidakDikenal
                | Kode::BerkasTerlaluBesar
                | Kode::LembarTidakAda
                | Kode::LembarGanda
                | Kode::JudulTidakDitemukan
                | Kode::KolomTidakAda
                | Kode::KolomGanda
                | Kode::TahunTidakAda
                | Kode::TerimaGugur
        )
    }
}

kode! {
    // --- the cell ---
    /// Sel berisi nilai galat Excel seperti `#REF!` atau `#N/A`, sehingga angkanya tidak diketahui.
    /// Contoh: volume usaha sebuah koperasi diambil dengan VLOOKUP, dan koperasinya tidak ditemukan, sehingga selnya menjadi `#N/A`.
    /// Mengapa: satu sel galat membuat jumlah seluruh kolom tidak dapat dipastikan; menganggapnya 0 akan menurunkan angka laporan diam-diam.
    /// Perbaikan: Perbaiki rumus di sel itu, atau ketik angkanya, lalu simpan.
    /// Penerimaan: boleh dengan `[[terima]]`; tulis `nilai` bila angka yang benar sudah diketahui, tanpa itu sel dihitung sebagai belum ada data.
    NilaiGalat = "nilai-galat", Galat;
    /// Sel berisi rumus, tetapi hasilnya tidak tersimpan di berkas. Ini terjadi bila berkas dibuat program lain dan belum pernah dihitung.
    /// Contoh: sel `=C7+D7` pada berkas hasil unduhan aplikasi tampak kosong atau 0 sebelum dibuka di Excel.
    /// Mengapa: tanpa hasil yang tersimpan angkanya tidak diketahui, dan menghitungnya sendiri dapat berbeda dari yang dilihat kantor.
    /// Perbaikan: Buka di Excel atau LibreOffice, tekan Ctrl+Alt+F9 (Ctrl+Shift+F9 di LibreOffice), lalu simpan.
    /// Penerimaan: boleh dengan `[[terima]]`; tulis `nilai` bila angka yang benar sudah diketahui, tanpa itu sel dihitung sebagai belum ada data.
    RumusTanpaHasil = "rumus-tanpa-hasil", Galat;
    /// Isi sel pada kolom angka tidak dapat dibaca sebagai satu angka.
    /// Contoh: omset ditulis `±3jt`, `5-10 juta/bln`, atau `1O.000` dengan huruf O.
    /// Mengapa: angka yang dikira-kira dari tulisan seperti itu tidak dapat dipertanggungjawabkan, sedangkan menganggapnya kosong mengurangi jumlah.
    /// Perbaikan: Ganti dengan angkanya; untuk nihil tulis `-`, untuk yang belum ada datanya kosongkan.
    /// Penerimaan: boleh dengan `[[terima]]`; tulis `nilai` bila angka yang benar sudah diketahui, tanpa itu sel dihitung sebagai belum ada data.
    BukanAngka = "bukan-angka", Galat;
    /// Angka yang ditulis sebagai teks dapat dibaca dengan dua cara, dan isi kolomnya tidak memastikan yang mana.
    /// Contoh: `1.234` berarti seribu dua ratus tiga puluh empat dengan gaya Indonesia, tetapi satu koma dua tiga empat dengan gaya Inggris.
    /// Mengapa: salah memilih membuat angkanya keliru seribu kali lipat.
    /// Perbaikan: Ketik ulang sebagai angka, atau tulis `angka = "id"` atau `"en"` pada `[sumber]`.
    /// Penerimaan: boleh dengan `[[terima]]`; tulis `nilai` bila angka yang benar sudah diketahui, tanpa itu sel dihitung sebagai belum ada data.
    AngkaDuaArti = "angka-dua-arti", Galat;
    /// Dalam satu kolom ada angka gaya Indonesia (`1.234,5`) dan gaya Inggris (`1,234.5`).
    /// Contoh: sebagian besar kolom volume usaha ditulis `1.234.567,00`, tetapi satu sel `1,234,567.00` karena disalin dari aplikasi lain.
    /// Mengapa: selama dua gaya bercampur, angka seperti `1.234` dan `1,234` di kolom itu tidak pasti artinya.
    /// Perbaikan: Samakan gaya penulisan kolom itu; sel yang disebut adalah yang lebih sedikit.
    /// Penerimaan: boleh dengan `[[terima]]`; tulis `nilai` bila angka yang benar sudah diketahui, tanpa itu sel dihitung sebagai belum ada data.
    KonvensiCampur = "konvensi-campur", Galat;
    /// Sel pada kolom angka berisi tanggal, karena Excel kadang mengubah angka seperti `1-2` menjadi tanggal.
    /// Contoh: jumlah anggota yang diketik `10/12` tersimpan sebagai 10 Desember, yaitu angka 44.540 di dalam Excel.
    /// Mengapa: angka di balik tanggal itu bukan angka yang diketik, sehingga jumlahnya keliru besar.
    /// Perbaikan: Ketik ulang angkanya dan ubah format sel menjadi angka.
    /// Penerimaan: boleh dengan `[[terima]]`; tulis `nilai` bila angka yang benar sudah diketahui, tanpa itu sel dihitung sebagai belum ada data.
    TanggalDiKolomAngka = "tanggal-di-kolom-angka", Galat;
    /// Angka kehilangan digit; nilai aslinya tidak dapat diketahui lagi.
    /// Contoh: teks `1,23E+09` hanya menyimpan tiga digit pertama dari angka sepuluh digit.
    /// Mengapa: selisihnya dapat mencapai jutaan rupiah, dan tidak ada cara menebaknya.
    /// Perbaikan: Ketik ulang angka lengkapnya dari sumber.
    /// Penerimaan: boleh dengan `[[terima]]`; tulis `nilai` bila angka yang benar sudah diketahui, tanpa itu sel dihitung sebagai belum ada data.
    DigitHilang = "digit-hilang", Galat;
    /// Angka memakai kata skala (`juta`, `rb`) padahal judul kolomnya sudah menyatakan skala.
    /// Contoh: kolom `Omset (Rp Juta)` berisi `5 juta`: lima juta rupiah, atau lima juta kali sejuta.
    /// Mengapa: nilainya bisa terkali dua kali, seribu sampai sejuta kali lipat terlalu besar.
    /// Perbaikan: Tulis angka penuh, atau hapus skala dari judul kolom.
    /// Penerimaan: boleh dengan `[[terima]]`; tulis `nilai` bila angka yang benar sudah diketahui, tanpa itu sel dihitung sebagai belum ada data.
    SkalaGanda = "skala-ganda", Galat;
    /// Format angka sel menampilkan kelipatan (ribu, juta) yang tidak cocok dengan satuan kolomnya.
    /// Contoh: sel berisi 5 dengan format `#,##0" juta"` tampil `5 juta`, sedangkan kolomnya dibaca dalam rupiah penuh.
    /// Mengapa: yang tampak di layar dan yang tersimpan berbeda seribu atau sejuta kali, dan tidak pasti mana yang dimaksud.
    /// Perbaikan: Ganti format selnya menjadi angka biasa dan periksa angkanya, atau tulis `satuan_uang` pada `[sumber]`.
    /// Penerimaan: boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.
    FormatBerskala = "format-berskala", Galat;
    /// Isi sel pada kolom tanggal bukan tanggal yang ada di kalender, padahal sebuah angka laporan memakainya.
    /// Contoh: tanggal RAT ditulis `24//1/2026` atau `31/04/2021`.
    /// Mengapa: koperasi dapat terhitung pada tahun yang keliru, atau tidak terhitung sama sekali.
    /// Perbaikan: Perbaiki tanggalnya, misalnya `24/01/2022`.
    /// Penerimaan: boleh dengan `[[terima]]`; tulis `nilai` bila angka yang benar sudah diketahui, tanpa itu sel dihitung sebagai belum ada data.
    BukanTanggal = "bukan-tanggal", Galat;
    /// Isi sel pada kolom tanda (ya/tidak) tidak dikenal, padahal sebuah angka laporan memakainya.
    /// Contoh: kolom aktif berisi `proses` atau `?`.
    /// Mengapa: tidak pasti apakah baris itu ikut dihitung, sehingga jumlahnya meragukan.
    /// Perbaikan: Pakai `1`, `v`, `x`, `ya`, atau `aktif` untuk ya; `-`, `0`, atau `tidak` untuk tidak.
    /// Penerimaan: boleh dengan `[[terima]]`; tulis `nilai` bila angka yang benar sudah diketahui, tanpa itu sel dihitung sebagai belum ada data.
    BukanTanda = "bukan-tanda", Galat;
    /// Isi baris atau sel dicoret (huruf bercoret di Excel), sehingga tidak pasti masih berlaku atau sudah dihapus.
    /// Contoh: koperasi yang pindah ke kota lain barisnya dicoret, tetapi angkanya dibiarkan.
    /// Mengapa: bila baris itu sudah tidak berlaku, angka laporan terlalu besar.
    /// Perbaikan: Hapus barisnya bila tidak berlaku, atau hapus coretannya bila berlaku.
    /// Penerimaan: boleh dengan `[[terima]]`; `nilai = "data"` berarti baris itu dihitung, tanpa itu ditinggalkan. Untuk satu sel, tulis `nilai` angkanya.
    Dicoret = "dicoret", Galat;

    // --- the source ---
    /// Berkas yang disebut profil tidak ditemukan.
    /// Contoh: profil menyebut `data/Data UMKM {tahun}.xlsx`, tetapi berkasnya bernama `Data UMKM Th 2021.xlsx`.
    /// Mengapa: tanpa berkas itu angka laporan tidak mempunyai dasar.
    /// Perbaikan: Letakkan berkasnya di tempat yang disebut, atau perbaiki `berkas` di iku.toml.
    /// Penerimaan: tidak dapat diterima dengan `[[terima]]`, karena tidak ada nilai yang terbaca dari sana.
    BerkasTidakAda = "berkas-tidak-ada", Galat;
    /// Berkas dikunci dengan kata sandi.
    /// Contoh: buku kerja dari bidang lain diberi sandi untuk membuka.
    /// Mengapa: isinya tidak dapat dibaca, sehingga angka yang berdasar padanya tidak diketahui.
    /// Perbaikan: Buka dengan kata sandinya, simpan tanpa sandi, lalu ulangi.
    /// Penerimaan: tidak dapat diterima dengan `[[terima]]`, karena tidak ada nilai yang terbaca dari sana.
    BerkasTerkunci = "berkas-terkunci", Galat;
    /// Berkas rusak atau terpotong, sehingga tidak dapat dibaca utuh.
    /// Contoh: salinan dari flash disk terputus di tengah, atau unduhan belum selesai.
    /// Mengapa: bagian yang hilang bisa memuat baris data, sehingga jumlahnya tidak dapat dipastikan.
    /// Perbaikan: Buka dan simpan ulang di Excel atau LibreOffice, atau ambil salinan lain.
    /// Penerimaan: tidak dapat diterima dengan `[[terima]]`, karena tidak ada nilai yang terbaca dari sana.
    BerkasRusak = "berkas-rusak", Galat;
    /// Isi berkas bukan buku kerja yang dapat dibaca (xlsx, xlsm, xlsb, xls, ods, csv), apa pun nama akhirannya.
    /// Contoh: aplikasi web mengunduhkan halaman HTML dengan nama `laporan.xls`.
    /// Mengapa: membaca bentuk yang tidak dikenal dapat menghasilkan angka yang keliru tanpa tanda.
    /// Perbaikan: Buka di Excel atau LibreOffice lalu simpan sebagai Buku Kerja Excel (.xlsx).
    /// Penerimaan: tidak dapat diterima dengan `[[terima]]`, karena tidak ada nilai yang terbaca dari sana.
    FormatTidakDikenal = "format-tidak-dikenal", Galat;
    /// Berkas, setelah dibuka, lebih besar daripada batas yang aman.
    /// Contoh: seluruh sejuta baris lembar pernah diberi warna, sehingga berkas membengkak.
    /// Mengapa: berkas yang tidak dibaca utuh tidak boleh menjadi dasar angka laporan.
    /// Perbaikan: Hapus lembar dan format yang tidak perlu, atau naikkan batasnya pada `[batas_baca]`.
    /// Penerimaan: tidak dapat diterima dengan `[[terima]]`, karena tidak ada nilai yang terbaca dari sana.
    BerkasTerlaluBesar = "berkas-terlalu-besar", Galat;
    /// Lembar yang disebut profil tidak ada di berkas.
    /// Contoh: profil menyebut `Rekap 2021`, tetapi lembarnya bernama `REKAP TH 2021`.
    /// Mengapa: membaca lembar lain sebagai gantinya dapat mengambil angka yang bukan dimaksud.
    /// Perbaikan: Periksa nama lembarnya, atau perbaiki `lembar` di iku.toml.
    /// Penerimaan: tidak dapat diterima dengan `[[terima]]`, karena tidak ada nilai yang terbaca dari sana.
    LembarTidakAda = "lembar-tidak-ada", Galat;
    /// Dua lembar atau lebih sama-sama cocok, sehingga tidak pasti mana yang dimaksud.
    /// Contoh: berkas memuat `Data` dan `Data (2)`, keduanya dengan judul kolom yang sama.
    /// Mengapa: memilih yang salah, atau menjumlahkan salinannya, membuat angka laporan keliru.
    /// Perbaikan: Tulis `lembar = "…"` pada `[sumber]`, atau `lembar = "semua"` bila semuanya harus dijumlahkan.
    /// Penerimaan: tidak dapat diterima dengan `[[terima]]`, karena tetap tidak pasti mana yang harus dibaca.
    LembarGanda = "lembar-ganda", Galat;
    /// Tidak ada baris judul yang dikenali pada lembar.
    /// Contoh: judul kolom disingkat menurut kebiasaan kantor sendiri, atau baris judulnya terhapus.
    /// Mengapa: tanpa judul tidak pasti kolom mana berisi apa.
    /// Perbaikan: Tulis `baris_judul = "5-6"` dan `[sumber.….kolom]` di iku.toml; `iku lihat` membantu.
    /// Penerimaan: tidak dapat diterima dengan `[[terima]]`, karena tidak ada nilai yang terbaca dari sana.
    JudulTidakDitemukan = "judul-tidak-ditemukan", Galat;
    /// Kolom yang diperlukan sebuah angka laporan tidak ditemukan.
    /// Contoh: rumus memakai `volume_usaha`, tetapi judul kolomnya `V.U. Kop`, yang tidak dikenal.
    /// Mengapa: tanpa kolom itu angkanya tidak dapat dihitung.
    /// Perbaikan: Tambahkan kolomnya, atau sebutkan judulnya pada `[sumber.….kolom]`.
    /// Penerimaan: tidak dapat diterima dengan `[[terima]]`, karena tidak ada nilai yang terbaca dari sana.
    KolomTidakAda = "kolom-tidak-ada", Galat;
    /// Dua kolom sama-sama cocok untuk satu isian, sehingga tidak pasti mana yang dimaksud.
    /// Contoh: ada dua kolom berjudul `Volume Usaha`, satu untuk target dan satu untuk realisasi.
    /// Mengapa: memilih kolom yang salah mengganti seluruh angka laporan.
    /// Perbaikan: Sebutkan judul yang benar pada `[sumber.….kolom]`.
    /// Penerimaan: tidak dapat diterima dengan `[[terima]]`, karena tetap tidak pasti mana yang harus dibaca.
    KolomGanda = "kolom-ganda", Galat;
    /// Data untuk tahun yang diperlukan angka tahun laporan tidak ada, dan `tetapan` juga tidak.
    /// Contoh: pertumbuhan tahun 2021 memerlukan volume usaha tahun 2020, tetapi hanya berkas 2021 yang ada.
    /// Mengapa: pertumbuhan tanpa tahun pembanding tidak dapat dihitung.
    /// Perbaikan: Tambahkan berkas tahun itu, atau isi `tetapan` beserta `asal`.
    /// Penerimaan: tidak dapat diterima dengan `[[terima]]`, karena tidak ada nilai yang terbaca dari sana.
    TahunTidakAda = "tahun-tidak-ada", Galat;
    /// Satuan uang yang dinyatakan di lembar berselisih.
    /// Contoh: judul kolom menyebut `(Rp)`, tetapi keterangan di atas tabel menyebut `dalam jutaan rupiah`.
    /// Mengapa: memilih satuan yang salah membuat angka keliru sejuta kali lipat.
    /// Perbaikan: Samakan, atau tulis `satuan_uang` pada `[sumber]`.
    /// Penerimaan: boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.
    SatuanBerselisih = "satuan-berselisih", Galat;
    /// Sebagian besar nilai berubah seribu atau sejuta kali lipat dari tahun sebelumnya: satuannya tampaknya berganti.
    /// Contoh: tahun 2020 ditulis dalam rupiah penuh, tahun 2021 dalam juta rupiah, tanpa keterangan.
    /// Mengapa: pertumbuhan yang dihitung dari dua satuan berbeda tidak ada artinya.
    /// Perbaikan: Periksa satuan kedua tahun itu dan tulis `satuan_uang` pada `[sumber]`.
    /// Penerimaan: boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.
    LompatanSatuan = "lompatan-satuan", Galat;
    /// Kurun waktu data tidak sama panjang, sehingga tidak boleh dibandingkan.
    /// Contoh: kolom `Tahun 2025` berdampingan dengan `Jan-Mar 2026`.
    /// Mengapa: omset tiga bulan tampak turun bila dibandingkan dengan omset setahun penuh.
    /// Perbaikan: Pakai data dengan kurun waktu yang sama.
    /// Penerimaan: boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.
    PeriodeBerbeda = "periode-berbeda", Galat;
    /// Judul atau nama lembar menyebut tahun lain daripada tahun datanya.
    /// Contoh: di dalam `Keragaan 2021.xlsx` masih tertulis `PERIODE 31 DESEMBER 2020`.
    /// Mengapa: mungkin berkas tahun lalu tersimpan dengan nama tahun ini, sehingga seluruh angkanya angka tahun lalu.
    /// Perbaikan: Pastikan isinya data tahun itu, lalu perbaiki keterangannya, atau ganti berkasnya.
    /// Penerimaan: boleh dengan `[[terima]]` di sel keterangan itu; alasannya tercetak pada bagian catatan.
    TahunBerselisih = "tahun-berselisih", Galat;
    /// Angka suatu tahun sama persis dengan angka tahun sebelumnya.
    /// Contoh: `Keragaan 2021.xlsx` adalah salinan `Keragaan 2020.xlsx` dengan nama lain.
    /// Mengapa: pertumbuhan yang dihitung dari salinan selalu nol, dan angka tahun ini sebenarnya belum ada.
    /// Perbaikan: Pakai berkas tahun yang benar.
    /// Penerimaan: boleh dengan `[[terima]]` di kolom itu dengan `paling_banyak = 1`; alasannya tercetak pada bagian catatan.
    DataTahunLalu = "data-tahun-lalu", Galat;
    /// Isi berkas dan akhirannya tidak cocok; isinya tetap terbaca.
    /// Contoh: `data.xls` sebenarnya buku kerja .xlsx.
    /// Mengapa: angka laporan tidak terpengaruh, tetapi program lain dapat gagal membukanya.
    /// Perbaikan: Sebaiknya simpan ulang dengan akhiran yang benar.
    /// Penerimaan: tidak perlu; ini hanya catatan dan tidak menghalangi laporan.
    AkhiranKeliru = "akhiran-keliru", Catatan;

    // --- keys ---
    /// Dua baris memakai kunci yang sama padahal kunci itu dipakai untuk menggabungkan atau menjumlahkan data.
    /// Contoh: nomor badan hukum yang sama ada pada lembar Januari dan salinannya, atau pada dua koperasi.
    /// Mengapa: nilainya bisa terhitung dua kali, atau dibandingkan dengan baris yang salah.
    /// Perbaikan: Hapus salah satu, atau perbaiki kuncinya.
    /// Penerimaan: boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.
    KunciGanda = "kunci-ganda", Galat;
    /// Dua baris pada satu lembar memakai kunci yang sama; tidak ada angka laporan yang menggabungkan dengan kunci itu.
    /// Contoh: satu nomor AHU tercatat pada dua koperasi yang berbeda nama.
    /// Mengapa: bila salah satunya salinan, nilainya terhitung dua kali.
    /// Perbaikan: Periksa apakah satu di antaranya salinan.
    /// Penerimaan: boleh dengan `[[terima]]`; peringatan ini tidak menghalangi laporan, dan alasannya tercetak pada bagian catatan.
    KunciGandaSelembar = "kunci-ganda-selembar", Peringatan;
    /// Kunci sebuah baris kosong, padahal diperlukan untuk menggabungkan data antartahun.
    /// Contoh: NIK pemilik usaha belum diisi, sedangkan rumus membandingkan omset dengan tahun lalu.
    /// Mengapa: tanpa kunci usaha itu tampak baru, sehingga tidak terhitung berkembang walaupun sebenarnya berkembang.
    /// Perbaikan: Isi kuncinya.
    /// Penerimaan: boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.
    KunciKosong = "kunci-kosong", Galat;
    /// Lembar ini tidak mempunyai kolom untuk salah satu `kunci` sumbernya; tidak ada angka laporan yang menggabungkan dengan kunci itu.
    /// Contoh: `kunci = ["nomor_bh"]`, tetapi judul kolomnya `Registrasi` sehingga tidak dikenal sebagai nomor badan hukum.
    /// Mengapa: baris yang tersalin dua kali tidak dapat dikenali dari kuncinya, hanya dari nama dan angka yang sama persis.
    /// Perbaikan: Sebutkan judul kolomnya pada `[sumber.….kolom]`, atau hapus isian itu dari `kunci`.
    /// Penerimaan: boleh dengan `[[terima]]`; peringatan ini tidak menghalangi laporan, dan alasannya tercetak pada bagian catatan.
    KunciTidakAda = "kunci-tidak-ada", Peringatan;
    /// Lembar atau berkas ini hanya berisi judul kolom, sedangkan lembar atau berkas lain dari tahun yang sama berisi data.
    /// Contoh: data disimpan satu lembar per kecamatan, dan lembar Purworejo belum diisi.
    /// Mengapa: jumlah setahun kurang sebesar data kecamatan itu tanpa ada yang tampak salah.
    /// Perbaikan: Isi datanya; bila memang tidak ada, terima dengan alasannya.
    /// Penerimaan: boleh dengan `[[terima]]`; peringatan ini tidak menghalangi laporan, dan alasannya tercetak pada bagian catatan.
    LembarTanpaBaris = "lembar-tanpa-baris", Peringatan;
    /// Kunci 16 digit tersimpan sebagai angka, sehingga digit terakhirnya sudah hilang di Excel.
    /// Contoh: NIK yang berakhiran 4 tersimpan berakhiran 0, dan tampil seperti `3,57501E+15`.
    /// Mengapa: dua orang dapat tampak sebagai satu, dan satu orang tampak berbeda antartahun.
    /// Perbaikan: Ubah format kolom menjadi Teks, lalu ketik ulang nomornya.
    /// Penerimaan: boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.
    KunciHilangDigit = "kunci-hilang-digit", Galat;
    /// Lebih dari seperlima entitas baru atau hilang di antara dua tahun; mungkin ada kunci yang salah ketik.
    /// Contoh: `518/BH/1999` pada tahun lalu ditulis `518/BH/99` pada tahun ini.
    /// Mengapa: entitas yang kuncinya berganti tampak hilang dan muncul lagi, sehingga perbandingannya luput.
    /// Perbaikan: Periksa pasangan yang mirip.
    /// Penerimaan: boleh dengan `[[terima]]`; peringatan ini tidak menghalangi laporan, dan alasannya tercetak pada bagian catatan.
    KunciMirip = "kunci-mirip", Peringatan;
    /// Hampir tidak ada kunci tahun ini yang sama dengan kunci tahun lalu, sehingga tidak ada yang dapat dibandingkan.
    /// Contoh: nomor badan hukum tahun lalu ditulis `518/BH/1999`, tahun ini semuanya ditulis `AHU-518`.
    /// Mengapa: setiap entitas tampak baru, sehingga yang naik atau berkembang terhitung nol.
    /// Perbaikan: Samakan cara menulis kuncinya di kedua tahun, atau pilih `kunci` lain pada `[sumber]`.
    /// Penerimaan: boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.
    KunciTidakBertemu = "kunci-tidak-bertemu", Galat;

    // --- rows ---
    /// Baris ini bisa baris data, bisa baris jumlah: labelnya seperti jumlah tetapi kuncinya berisi.
    /// Contoh: baris bernama `Jumlah` mempunyai nomor badan hukum.
    /// Mengapa: bila baris jumlah ikut terhitung, angka laporan menjadi dua kali lipat; bila data terlewat, angkanya kurang.
    /// Perbaikan: Kosongkan kuncinya bila ini jumlah, atau perbaiki namanya bila ini data.
    /// Penerimaan: boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.
    DataAtauJumlah = "data-atau-jumlah", Galat;
    /// Baris berisi angka tetapi tidak bernama.
    /// Contoh: volume usaha terisi pada baris yang nama koperasinya terhapus.
    /// Mengapa: tidak pasti apakah angka itu milik sebuah koperasi, jumlah, atau salah ketik.
    /// Perbaikan: Isi namanya, atau kosongkan angkanya.
    /// Penerimaan: boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.
    AngkaTanpaNama = "angka-tanpa-nama", Galat;
    /// Di bawah akhir tabel ada baris yang tampak seperti data.
    /// Contoh: dua koperasi susulan diketik di bawah baris JUMLAH.
    /// Mengapa: bila baris itu seharusnya terhitung, angka laporan kurang.
    /// Perbaikan: Pindahkan ke dalam tabel, atau hapus.
    /// Penerimaan: boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.
    DataDiBawahTabel = "data-di-bawah-tabel", Galat;
    /// Jumlah yang tertulis tidak sama dengan jumlah baris-barisnya.
    /// Contoh: rumus `=SUM(F7:F413)` belum mencakup baris terakhir, F414.
    /// Mengapa: salah satunya keliru: barisnya, atau jumlah yang selama ini dilaporkan.
    /// Perbaikan: Perbaiki rumus jumlahnya atau baris yang keliru.
    /// Penerimaan: boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.
    JumlahTidakSama = "jumlah-tidak-sama", Galat;
    /// Nilai pada kolom yang dijumlahkan kosong pada beberapa baris; baris itu tidak ikut terhitung.
    /// Contoh: dua belas koperasi belum melaporkan volume usahanya.
    /// Mengapa: jumlahnya lebih kecil daripada yang sebenarnya selama datanya belum lengkap.
    /// Perbaikan: Isi nilainya; tulis `-` bila memang nihil.
    /// Penerimaan: boleh dengan `[[terima]]`; peringatan ini tidak menghalangi laporan, dan alasannya tercetak pada bagian catatan.
    NilaiKosong = "nilai-kosong", Peringatan;
    /// Aset tidak sama dengan modal sendiri ditambah modal luar.
    /// Contoh: tiga kolom uang sebuah koperasi tergeser satu ke kanan.
    /// Mengapa: angka yang tertukar kolom ikut terjumlah pada indikator yang salah.
    /// Perbaikan: Periksa ketiga angkanya; mungkin tertukar kolom.
    /// Penerimaan: boleh dengan `[[terima]]`; peringatan ini tidak menghalangi laporan, dan alasannya tercetak pada bagian catatan.
    AsetTidakSeimbang = "aset-tidak-seimbang", Peringatan;
    /// Isian yang dipakai syarat rumus hanya diketik pada baris pertama kelompoknya; baris-baris di bawahnya kosong atau bertanda sama (`"`, `idem`).
    /// Contoh: `Gadingrejo` diketik sekali, lalu sepuluh koperasi di bawahnya tanpa nama kecamatan, padahal rumus memakai `WHERE kecamatan = "Gadingrejo"`.
    /// Mengapa: menurut syarat itu hanya baris pertama setiap kelompok yang dihitung, sehingga angkanya jauh terlalu kecil.
    /// Perbaikan: Isi setiap barisnya, atau gabungkan (merge) sel itu ke bawah sampai akhir kelompoknya.
    /// Penerimaan: boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.
    IsianSekali = "isian-sekali", Galat;
    /// Jumlah atau volume bernilai negatif.
    /// Contoh: volume usaha ditulis `(11.845.222)`, yang dibaca minus 11.845.222.
    /// Mengapa: volume usaha dan jumlah anggota tidak mungkin kurang dari nol, dan nilai itu mengurangi totalnya.
    /// Perbaikan: Periksa angkanya; hanya SHU dan modal sendiri yang wajar negatif.
    /// Penerimaan: boleh dengan `[[terima]]`; peringatan ini tidak menghalangi laporan, dan alasannya tercetak pada bagian catatan.
    NilaiNegatif = "nilai-negatif", Peringatan;
    /// Koperasi berstatus tidak aktif tetapi mempunyai volume usaha.
    /// Contoh: koperasi bertanda tidak aktif tercatat bervolume Rp4,8 miliar.
    /// Mengapa: salah satunya keliru, dan keduanya masuk angka laporan.
    /// Perbaikan: Periksa statusnya atau volumenya.
    /// Penerimaan: boleh dengan `[[terima]]`; peringatan ini tidak menghalangi laporan, dan alasannya tercetak pada bagian catatan.
    TidakAktifBervolume = "tidak-aktif-bervolume", Peringatan;
    /// Koperasi berstatus aktif tetapi volume usahanya nol atau nihil.
    /// Contoh: 34 koperasi bertanda aktif, dan kolom volume usahanya berisi `-`.
    /// Mengapa: mungkin koperasi itu belum melapor; nol yang belum pasti ikut menentukan rata-rata dan perbandingan.
    /// Perbaikan: Periksa statusnya; kosongkan volumenya bila koperasi itu belum melapor.
    /// Penerimaan: tidak perlu; ini hanya catatan dan tidak menghalangi laporan.
    AktifTanpaVolume = "aktif-tanpa-volume", Catatan;
    /// Nilai menjadi seratus kali lipat atau lebih dari tahun lalu, atau seperseratusnya.
    /// Contoh: omset 5.000.000 menjadi 500.000.000 karena kelebihan dua nol, atau menjadi 3,5 karena ditulis dalam juta.
    /// Mengapa: satu salah ketik pada usaha besar menggeser indikator puluhan persen.
    /// Perbaikan: Periksa apakah ada nol yang kelebihan atau kurang, atau satuan yang berganti.
    /// Penerimaan: boleh dengan `[[terima]]`; peringatan ini tidak menghalangi laporan, dan alasannya tercetak pada bagian catatan.
    LonjakanNilai = "lonjakan-nilai", Peringatan;
    /// Baris atau kolom tersembunyi ikut terhitung.
    /// Contoh: saringan (filter) masih menyala, sehingga 30 baris tidak tampak di layar.
    /// Mengapa: angka laporan memuat baris yang tidak dilihat pemeriksa.
    /// Perbaikan: Tampilkan dan periksa; hapus bila tidak seharusnya ada.
    /// Penerimaan: boleh dengan `[[terima]]`; peringatan ini tidak menghalangi laporan, dan alasannya tercetak pada bagian catatan.
    Tersembunyi = "tersembunyi", Peringatan;
    /// Format berkas ini tidak memberi tahu baris atau kolom mana yang tersembunyi.
    /// Contoh: berkas .xls lama yang mungkin masih tersaring.
    /// Mengapa: semua baris tetap terhitung, tetapi tidak dapat disebutkan mana yang tersembunyi.
    /// Perbaikan: Simpan sebagai .xlsx bila hal itu penting.
    /// Penerimaan: tidak perlu; ini hanya catatan dan tidak menghalangi laporan.
    TersembunyiTidakDiketahui = "tersembunyi-tidak-diketahui", Catatan;
    /// Data mempunyai kolom skala usaha, tetapi ukuran usaha mikro tidak menyaring dengannya.
    /// Contoh: `COUNT(umkm)` menghitung usaha mikro, kecil, dan menengah sekaligus.
    /// Mengapa: usaha kecil dan menengah ikut terhitung pada indikator usaha mikro.
    /// Perbaikan: Tambahkan `WHERE skala_usaha = "mikro"` pada rumus, atau abaikan bila semua memang mikro.
    /// Penerimaan: boleh dengan `[[terima]]`; peringatan ini tidak menghalangi laporan, dan alasannya tercetak pada bagian catatan.
    SkalaTidakDisaring = "skala-tidak-disaring", Peringatan;
    /// Judul kolom tidak persis dikenal tetapi jelas mirip, dan dipakai.
    /// Contoh: `Valume Usaha` dibaca sebagai volume usaha.
    /// Mengapa: bila dugaan itu salah, seluruh kolom terbaca sebagai isian yang keliru.
    /// Perbaikan: Pastikan benar, atau sebutkan pada `[sumber.….kolom]`.
    /// Penerimaan: boleh dengan `[[terima]]`; peringatan ini tidak menghalangi laporan, dan alasannya tercetak pada bagian catatan.
    JudulMirip = "judul-mirip", Peringatan;
    /// Baris yang dilewati, dengan jumlah dan alasannya.
    /// Contoh: 1 baris nomor kolom, 24 baris nama kecamatan, dan 1 baris jumlah tidak dihitung sebagai data.
    /// Mengapa: pembaca dapat mencocokkan banyaknya baris yang dihitung dengan lembarnya.
    /// Perbaikan: Tidak perlu apa-apa bila alasannya benar.
    /// Penerimaan: tidak perlu; ini hanya catatan dan tidak menghalangi laporan.
    BarisDilewati = "baris-dilewati", Catatan;
    /// Sel angka yang tertulis sebagai teks atau berspasi, tetapi terbaca tanpa keraguan.
    /// Contoh: `" 2.286.364.874 "` dibaca 2286364874.
    /// Mengapa: angkanya pasti; Excel sendiri tidak menjumlahkan teks seperti itu, jadi jumlah di lembar dapat berbeda.
    /// Perbaikan: Tidak perlu apa-apa.
    /// Penerimaan: tidak perlu; ini hanya catatan dan tidak menghalangi laporan.
    TeksTerbaca = "teks-terbaca", Catatan;
    /// Tanda nihil (`-`, `nihil`) dibaca sebagai 0.
    /// Contoh: volume usaha `-` berarti koperasi itu tidak mempunyai usaha, bukan belum melapor.
    /// Mengapa: nol ikut menentukan rata-rata dan perbandingan, sedangkan sel kosong tidak.
    /// Perbaikan: Tidak perlu apa-apa; kosongkan selnya bila datanya belum ada.
    /// Penerimaan: tidak perlu; ini hanya catatan dan tidak menghalangi laporan.
    NihilDibacaNol = "nihil-dibaca-nol", Catatan;
    /// Tahun yang hanya diperlukan kolom tahun-tahun lalu tidak ada datanya; dicetak n/a.
    /// Contoh: laporan 2021 menampilkan tiga tahun, tetapi berkas 2019 tidak ada.
    /// Mengapa: angka tahun laporan tidak terpengaruh; hanya kolom pembandingnya kosong.
    /// Perbaikan: Tambahkan berkas tahun itu bila ada.
    /// Penerimaan: tidak perlu; ini hanya catatan dan tidak menghalangi laporan.
    TahunLaluTidakAda = "tahun-lalu-tidak-ada", Catatan;
    /// Data memberi nilai lain daripada `tetapan` untuk tahun yang sama.
    /// Contoh: LKjIP 2019 menyebut 1.250 usaha, sedangkan data kini menghitung 1.248.
    /// Mengapa: hanya satu yang dipakai menghitung; keduanya dicetak agar pembaca tahu.
    /// Perbaikan: Periksa mana yang benar; `utamakan_tetapan` menentukan mana yang dipakai.
    /// Penerimaan: tidak perlu; ini hanya catatan dan tidak menghalangi laporan.
    TetapanBerbeda = "tetapan-berbeda", Catatan;
    /// Penerimaan pada `[[terima]]` gugur, karena isi selnya kini lain atau temuannya tidak ada lagi.
    /// Contoh: penerimaan untuk `±3jt` di F12, tetapi selnya kini berisi `4 jt-an`.
    /// Mengapa: penerimaan berlaku untuk isi yang dahulu diperiksa, bukan untuk isi yang baru.
    /// Perbaikan: Perbarui atau hapus bagian `[[terima]]` itu.
    /// Penerimaan: tidak dapat diterima dengan `[[terima]]`, karena ia sendiri tentang sebuah penerimaan.
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
            assert_eq!(Kode::parse(kode.text()), Some(*kode));
            let heads = ["", " Contoh: ", " Mengapa: ", " Perbaikan: ", " Penerimaan: "];
            assert_eq!(kode.manual().len(), heads.len(), "{}", kode.text());
            for (line, head) in kode.manual().iter().zip(heads) {
                assert!(line.starts_with(head) && line.trim_end().ends_with('.'), "{}: {line}", kode.text());
            }
        }
    }

    #[test]
    fn the_manual_tells_whether_a_finding_may_be_accepted() {
        for kode in Kode::ALL {
            let says_no = kode.manual()[4].contains("tidak dapat diterima");
            assert_eq!(!says_no, kode.boleh_diterima(), "{}", kode.text());
        }
    }
}
