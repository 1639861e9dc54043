//! An example of each.

use super::{Banding, Milik, NilaiSeperseribu};
use crate::diagnostic::finding::Said;
use crate::diagnostic::{Hubungan, Salinan};
use rust_decimal::Decimal;

/// An example of each, and what is said of it.
pub(super) fn said() -> Vec<Said<NilaiSeperseribu>> {
    let all = NilaiSeperseribu { isian: "omset".into(), ditemukan: "1,345678".into(), banding: Banding::SemuaKecil };
    let told =
        "Nilai `omset` di kolom ini hampir semua di bawah seribu rupiah, misalnya `1,345678`; satuannya mungkin ribu atau juta.";
    let mend = "Tulis satuannya pada judul kolom, misalnya `(Rp juta)`, atau `satuan_uang` pada `[sumber]` di iku.toml.";
    let great =
        NilaiSeperseribu { isian: "omset".into(), ditemukan: "1345678".into(), banding: Banding::SemuaBesar("(Rp juta)".into()) };
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
    let slipped =
        "Periksa apakah kolom itu bergeser terhadap namanya, atau namanya diurutkan tanpa kolom itu, lalu salin ulang isinya.";
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
