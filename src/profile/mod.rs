//! `iku.toml` in, a `Profile` out: who the office is, its indicators, where its
//! data are. Every mistake in it is an error with its line and what to do.
//! Knows no workbook; formulas are texts here.

mod model;
mod keys;
mod source;
mod number;
mod names;
mod nearby;
mod decode;
mod next_year;
mod place;
mod error;
mod words_id;
mod reading;
mod values;
mod path;
mod syntax;
mod office;
mod laporan;
mod sumber;
mod alike;
mod ukuran;
mod sasaran;
mod capaian;
mod terima;
mod batas;
mod changed;
mod edit;
mod read;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod doc_tests;

pub use crate::diagnostic::quoted as toml_text;
pub use changed::changed_keys;
pub use edit::{AddError, Added, AnswerError, Entry, Fresh, Goals, add, answer, entries, entry, fresh, goals};
pub use error::{Expected, GivenFile, NameTrouble, PathTrouble, ProfileError, ProfileErrorKind, Syntax};
pub use keys::{ALL as KEYS, Key, Keys};
pub use laporan::{BAGIAN, BUILT_IN_TEMPLATES};
pub use model::{
    Accept, Angka, Arah, Arti, CapaianRule, Cara, Dictionary, FieldSpec, HeaderRows, Indikator, Instansi, JenisIsian, Kop,
    Laporan, Limits, Margin, Orientasi, Penandatangan, Predikat, Profile, Sasaran, SatuanUang, Score, Sumber, SumberTahun, Tanda,
    Tercetak, TurunRule, Ukuran, Written,
};
pub use names::tidy as tidy_name;
pub use nearby::offices_near;
pub use next_year::{NextYear, NextYearError, YearNote, next_year};
pub use number::{NumberTrouble, parse_indonesian};
pub use read::{FILE_NAME, is_without_profile, load, offices_and_unfinished, offices_in, parse, parse_in, read_text};
pub use reading::LONGEST_TEXT;
pub(crate) use reading::MOST_ERRORS;
pub use terima::parse_sel;
