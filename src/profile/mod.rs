//! `iku.toml` in, a `Profile` out: who the office is, its indicators, where its
//! data are. Every mistake in it is an error with its line and what to do.
//! Knows no workbook; formulas are texts here.

mod model;

pub use model::{
    Accept, Angka, Arah, CapaianRule, Cara, Dictionary, FieldSpec, HeaderRows, Indikator, Instansi, JenisIsian, Kop, Laporan,
    Limits, Margin, Orientasi, Penandatangan, Predikat, Profile, Sasaran, SatuanUang, Score, Sumber, SumberTahun, Tercetak,
    TurunRule, Ukuran, Written,
};
