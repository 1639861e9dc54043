//! The findings: one file each, which holds its facts, code, level, place, what
//! accepting does, manual and words. A new one is its file, its `mod` line and
//! its line in the list below, and an office in `samples/salah/`.

use super::Tempel;
#[cfg(test)]
use super::finding::Said;
use super::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use super::registry::registry;
use crate::vocabulary::At;

mod nilai_galat;
mod rumus_tanpa_hasil;
mod rumus_berkas_lain;
mod rumus_tidak_teruji;
mod rumus_menyimpang;
mod rumus_pengali;
mod pencarian_gagal;
mod bukan_angka;
mod angka_dua_arti;
mod konvensi_campur;
mod tanggal_di_kolom_angka;
mod tanggal_janggal;
mod digit_hilang;
mod sekunder_terhitung;
mod skala_ganda;
mod format_berskala;
mod nilai_tak_tampak;
mod judul_membatasi;
mod tahun_kosong;
mod tahun_berdiri;
mod keterangan_membatasi;
mod cacah_berbeda;
mod kolom_koreksi;
mod angka_berselisih;
mod angka_di_samping;
mod bukan_tanggal;
mod bukan_tanda;
mod tanda_meragukan;
mod dicoret;
mod karakter_tersembunyi;
mod komentar_sel;
mod berkas_tidak_ada;
mod berkas_tidak_dibaca;
mod berkas_terkunci;
mod berkas_rusak;
mod format_tidak_dikenal;
mod berkas_terlalu_besar;
mod lembar_tidak_ada;
mod lembar_ganda;
mod lembar_tidak_dibaca;
mod lembar_koreksi;
mod lembar_lain;
mod judul_tidak_ditemukan;
mod kolom_tidak_ada;
mod kolom_ganda;
mod tahun_tidak_ada;
mod satuan_berselisih;
mod lompatan_satuan;
mod periode_berbeda;
mod tahun_berselisih;
mod data_tahun_lalu;
mod akhiran_keliru;
mod kunci_ganda;
mod kunci_ganda_selembar;
mod entitas_kembar;
mod cabang_terhitung;
mod nama_berulang;
mod kunci_kosong;
mod kunci_tertukar;
mod kunci_tidak_ada;
mod bacaan_berubah;
mod menurut_profil;
mod profil_gugur;
mod lembar_tanpa_baris;
mod kunci_hilang_digit;
mod nomor_pengganti;
mod kunci_mirip;
mod kunci_tidak_bertemu;
mod data_atau_contoh;
mod data_atau_jumlah;
mod angka_tanpa_nama;
mod angka_tetap;
mod data_di_bawah_tabel;
mod tabel_tidak_dibaca;
mod baris_tidak_terpisah;
mod baris_timpang;
mod arti_tidak_dikenal;
mod jumlah_tidak_sama;
mod nilai_kosong;
mod aset_tidak_seimbang;
mod isian_sekali;
mod nilai_negatif;
mod nilai_seperseribu;
mod tidak_aktif_bervolume;
mod aktif_tanpa_volume;
mod aktif_berselisih;
mod aktif_tanpa_tanda;
mod lonjakan_nilai;
mod tersembunyi;
mod tersembunyi_tidak_diketahui;
mod skala_tidak_disaring;
mod syarat_tidak_bertemu;
mod judul_mirip;
mod baris_dilewati;
mod teks_terbaca;
mod nihil_dibaca_nol;
mod tahun_lalu_tidak_ada;
mod kolom_lalu_tidak_ada;
mod formulir_belum_lengkap;
mod tetapan_berbeda;
mod rumus_janggal;
mod target_tahun_lain;
mod tanggal_tahun_lain;
mod tempat_tidak_ada;
mod terima_gugur;

pub use aktif_berselisih::Bertentangan;
pub use arti_tidak_dikenal::ArtiSebab;
pub use baris_dilewati::SkipReason;
pub use berkas_terkunci::Kunci;
pub use berkas_tidak_ada::Dicari;
pub use bukan_angka::BukanAngkaSebab;
pub use cabang_terhitung::CabangSebab;
pub use data_atau_jumlah::SebabJumlah;
pub use entitas_kembar::Kembar;
pub use format_berskala::Tampil;
pub use formulir_belum_lengkap::SelFormulir;
pub use keterangan_membatasi::Letak;
pub use kolom_tidak_ada::Dekat;
pub use kunci_hilang_digit::HilangSebab;
pub use lembar_tidak_dibaca::LembarSebab;
pub use menurut_profil::Terhadap;
pub use nama_berulang::Berulang;
pub use nilai_seperseribu::{Banding, Milik};
pub use nilai_tak_tampak::Penutup;
pub use rumus_janggal::{JenisAngka, SebabJanggal};
pub use rumus_menyimpang::SebabMenyimpang;
pub use rumus_pengali::SebabPengali;
pub use rumus_tanpa_hasil::HasilRumus;
pub use rumus_tidak_teruji::SebabTakTeruji;
pub use syarat_tidak_bertemu::SyaratSebab;
pub use tahun_berselisih::DasarTahun;
pub use tahun_tidak_ada::Kurang;
pub use tanggal_janggal::RaguTanggal;
pub use terima_gugur::SebabGugur;

// In the order of the manual, which is also the order of findings at one place.
registry! {
    // --- the cell ---
    nilai_galat::NilaiGalat,
    rumus_tanpa_hasil::RumusTanpaHasil,
    rumus_berkas_lain::RumusBerkasLain,
    rumus_tidak_teruji::RumusTidakTeruji,
    rumus_menyimpang::RumusMenyimpang,
    rumus_pengali::RumusPengali,
    pencarian_gagal::PencarianGagal,
    bukan_angka::BukanAngka,
    angka_dua_arti::AngkaDuaArti,
    konvensi_campur::KonvensiCampur,
    tanggal_di_kolom_angka::TanggalDiKolomAngka,
    digit_hilang::DigitHilang,
    skala_ganda::SkalaGanda,
    format_berskala::FormatBerskala,
    nilai_tak_tampak::NilaiTakTampak,
    bukan_tanggal::BukanTanggal,
    bukan_tanda::BukanTanda,
    tanda_meragukan::TandaMeragukan,
    dicoret::Dicoret,
    karakter_tersembunyi::KarakterTersembunyi,
    komentar_sel::KomentarSel,
    // --- the source ---
    berkas_tidak_ada::BerkasTidakAda,
    berkas_tidak_dibaca::BerkasTidakDibaca,
    berkas_terkunci::BerkasTerkunci,
    berkas_rusak::BerkasRusak,
    format_tidak_dikenal::FormatTidakDikenal,
    berkas_terlalu_besar::BerkasTerlaluBesar,
    lembar_tidak_ada::LembarTidakAda,
    lembar_ganda::LembarGanda,
    lembar_tidak_dibaca::LembarTidakDibaca,
    lembar_koreksi::LembarKoreksi,
    lembar_lain::LembarLain,
    judul_tidak_ditemukan::JudulTidakDitemukan,
    kolom_tidak_ada::KolomTidakAda,
    kolom_ganda::KolomGanda,
    tahun_tidak_ada::TahunTidakAda,
    satuan_berselisih::SatuanBerselisih,
    lompatan_satuan::LompatanSatuan,
    periode_berbeda::PeriodeBerbeda,
    tahun_berselisih::TahunBerselisih,
    judul_membatasi::JudulMembatasi,
    tahun_kosong::TahunKosong,
    tahun_berdiri::TahunBerdiri,
    keterangan_membatasi::KeteranganMembatasi,
    cacah_berbeda::CacahBerbeda,
    kolom_koreksi::KolomKoreksi,
    angka_di_samping::AngkaDiSamping,
    data_tahun_lalu::DataTahunLalu,
    angka_tetap::AngkaTetap,
    angka_berselisih::AngkaBerselisih,
    baris_timpang::BarisTimpang,
    tempat_tidak_ada::TempatTidakAda,
    akhiran_keliru::AkhiranKeliru,
    // --- keys ---
    kunci_ganda::KunciGanda,
    kunci_ganda_selembar::KunciGandaSelembar,
    entitas_kembar::EntitasKembar,
    cabang_terhitung::CabangTerhitung,
    sekunder_terhitung::SekunderTerhitung,
    nama_berulang::NamaBerulang,
    kunci_kosong::KunciKosong,
    kunci_tidak_ada::KunciTidakAda,
    bacaan_berubah::BacaanBerubah,
    menurut_profil::MenurutProfil,
    profil_gugur::ProfilGugur,
    lembar_tanpa_baris::LembarTanpaBaris,
    kunci_hilang_digit::KunciHilangDigit,
    nomor_pengganti::NomorPengganti,
    kunci_mirip::KunciMirip,
    kunci_tidak_bertemu::KunciTidakBertemu,
    kunci_tertukar::KunciTertukar,
    // --- rows ---
    data_atau_jumlah::DataAtauJumlah,
    data_atau_contoh::DataAtauContoh,
    angka_tanpa_nama::AngkaTanpaNama,
    data_di_bawah_tabel::DataDiBawahTabel,
    tabel_tidak_dibaca::TabelTidakDibaca,
    baris_tidak_terpisah::BarisTidakTerpisah,
    arti_tidak_dikenal::ArtiTidakDikenal,
    jumlah_tidak_sama::JumlahTidakSama,
    nilai_kosong::NilaiKosong,
    aset_tidak_seimbang::AsetTidakSeimbang,
    isian_sekali::IsianSekali,
    nilai_negatif::NilaiNegatif,
    nilai_seperseribu::NilaiSeperseribu,
    tidak_aktif_bervolume::TidakAktifBervolume,
    aktif_tanpa_volume::AktifTanpaVolume,
    aktif_berselisih::AktifBerselisih,
    aktif_tanpa_tanda::AktifTanpaTanda,
    lonjakan_nilai::LonjakanNilai,
    tanggal_janggal::TanggalJanggal,
    tersembunyi::Tersembunyi,
    tersembunyi_tidak_diketahui::TersembunyiTidakDiketahui,
    skala_tidak_disaring::SkalaTidakDisaring,
    syarat_tidak_bertemu::SyaratTidakBertemu,
    judul_mirip::JudulMirip,
    baris_dilewati::BarisDilewati,
    teks_terbaca::TeksTerbaca,
    nihil_dibaca_nol::NihilDibacaNol,
    tahun_lalu_tidak_ada::TahunLaluTidakAda,
    kolom_lalu_tidak_ada::KolomLaluTidakAda,
    formulir_belum_lengkap::FormulirBelumLengkap,
    tetapan_berbeda::TetapanBerbeda,
    rumus_janggal::RumusJanggal,
    target_tahun_lain::TargetTahunLain,
    tanggal_tahun_lain::TanggalTahunLain,
    terima_gugur::TerimaGugur,
}
